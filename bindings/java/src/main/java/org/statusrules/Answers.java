package org.statusrules;

import static org.statusrules.Exchange.number;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes answers of the numbers that the library gives in the memory of a thread. */
final class Answers {
    static final Codes<Reading> READINGS = new Codes<>(Reading.values(), Reading.UNRECOGNIZED);
    private static final Codes<Fact> FACTS = new Codes<>(Fact.values(), Fact.UNRECOGNIZED);
    private static final Set<Fact> NO_FACTS = Bits.of(EnumSet.noneOf(Fact.class));
    /** Most answers leave one fact open, or none. */
    private static final List<Set<Fact>> ONE_FACT = oneFact();
    private static final List<Set<Outcome>> OUTCOMES = outcomes();

    private static final List<Optional<Fact>> ASK_NEXT = askNext();

    private Answers() {
    }

    private static List<Set<Fact>> oneFact() {
        List<Set<Fact>> sets = new ArrayList<>(Collections.nCopies(Long.SIZE, NO_FACTS));
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED) {
                sets.set(fact.code(), Bits.of(EnumSet.of(fact)));
            }
        }
        return List.copyOf(sets);
    }

    private static List<Optional<Fact>> askNext() {
        List<Optional<Fact>> facts = new ArrayList<>(Collections.nCopies(Long.SIZE, Optional.empty()));
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED) {
                facts.set(fact.code(), Optional.of(fact));
            }
        }
        return List.copyOf(facts);
    }

    private static List<Set<Outcome>> outcomes() {
        Codes<Outcome> codes = new Codes<>(Outcome.values(), Outcome.UNRECOGNIZED);
        List<Set<Outcome>> sets = new ArrayList<>();
        for (int bits = 0; bits < 1 << Outcome.values().length; bits++) {
            sets.add(Bits.of(codes.ofBits(bits)));
        }
        return List.copyOf(sets);
    }

    private static Set<Fact> facts(long bits) {
        if (bits == 0) {
            return NO_FACTS;
        }
        return (bits & bits - 1) == 0 ? ONE_FACT.get(Long.numberOfTrailingZeros(bits)) : Bits.of(FACTS.ofBits(bits));
    }

    /** The set with the outcomes whose bits are set. */
    static Set<Outcome> outcomes(int bits) {
        return OUTCOMES.get(bits);
    }

    static Answer of(Question question, Law law, LawData data, ByteBuffer memory) {
        int day = number(memory, Exchange.DAY);
        Optional<LastDay> validThrough = Days.lastDay(day);
        return new Answer(question, law, number(memory, Exchange.EDITION), Outcome.of(number(memory, Exchange.OUTCOME)),
            validThrough, data.ids.get(number(memory, Exchange.PROVISION)), data.ids.get(number(memory, Exchange.NOTE)),
            outcomes(number(memory, Exchange.POSSIBLE)), lastDay(number(memory, Exchange.EARLIEST), day, validThrough),
            lastDay(number(memory, Exchange.LATEST), day, validThrough), facts(Exchange.bits(memory, Exchange.MISSING)),
            facts(Exchange.bits(memory, Exchange.ASSUMED)), Readings.of(data, memory),
            date(number(memory, Exchange.SAME_FROM)), date(number(memory, Exchange.SAME_UNTIL)),
            ASK_NEXT.get(number(memory, Exchange.ASK_NEXT)));
    }

    private static Optional<LocalDate> date(int number) {
        return number == Native.NOT_A_DAY ? Optional.empty() : Optional.of(Days.date(number));
    }

    /** Most days of an answer are the same day. */
    private static Optional<LastDay> lastDay(int number, int other, Optional<LastDay> ofOther) {
        return number == other ? ofOther : Days.lastDay(number);
    }
}
