package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.statusrules.Answer;
import org.statusrules.Country;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Reading;
import org.statusrules.ReadingAnswer;
import org.statusrules.StatusRules;
import org.statusrules.Term;

class PropertiesTest {
    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(LocalDate.of(2019, 1, 1), LocalDate.of(2023, 12, 31));
    }

    @Provide
    Arbitrary<Facts> cases() {
        Arbitrary<Term> terms = Arbitraries.of(Term.class).filter(term -> term != Term.UNRECOGNIZED);
        Arbitrary<Optional<Location>> locations = Arbitraries.of(Location.IN_RUSSIA, Location.ABROAD).optional();
        Arbitrary<Optional<String>> states = Arbitraries.of("UZ", "UA", "KG", "CN", "FI", "US", "XD").optional();
        return Combinators.combine(terms, days().optional(), locations, states, days().optional(0.3)).as(
            (term, lastDay, location, state, issued) -> {
                Facts.Builder facts = Facts.builder().term(term);
                lastDay.ifPresent(facts::lastDay);
                location.ifPresent(facts::location);
                state.map(Country::new).ifPresent(facts::citizenship);
                issued.filter(day -> lastDay.isPresent() && !day.isAfter(lastDay.get())).ifPresent(facts::issuedOn);
                return facts.build();
            });
    }

    @Provide
    Arbitrary<Options> options() {
        Arbitrary<Law> laws = Arbitraries.of(Law.STATEMENT, Law.MEASURES);
        return Combinators.combine(laws, days().optional(0.4), Arbitraries.of(true, false)).as((law, known, strict) -> {
            Options options = Options.DEFAULT.law(law).strict(strict);
            return known.isPresent() ? options.knownOn(known.get()) : options;
        });
    }

    /** An answer that has one outcome names it; one that has several is undetermined; days lie in their bounds. */
    @Property(tries = 1000)
    void anAnswerIsConsistent(@ForAll("cases") Facts facts, @ForAll("options") Options options) {
        Answer answer = StatusRules.extension(facts, options);
        assertEquals(answer.outcome() == Outcome.UNDETERMINED, !answer.missing().isEmpty());
        if (answer.outcome() != Outcome.UNDETERMINED) {
            assertEquals(Set.of(answer.outcome()), answer.possible());
        }
        answer.validThrough().ifPresent(day -> assertTrue(answer.earliest().orElseThrow().compareTo(day) <= 0
            && answer.latest().orElseThrow().compareTo(day) >= 0));
        assertTrue(answer.outcome() == Outcome.YES || answer.validThrough().isEmpty());
        for (Fact fact : answer.missing()) {
            assertTrue(!facts.isKnown(fact));
        }
        assertEquals(answer.missing().isEmpty(), answer.askNext().isEmpty());
    }

    /** Readings that agree are the answer; readings that do not are a conflict. */
    @Property(tries = 500)
    void readingsAgreeOrConflict(@ForAll("cases") Facts facts, @ForAll("options") Options options) {
        Answer answer = StatusRules.extension(facts, options);
        List<ReadingAnswer> alone = new ArrayList<>();
        for (Reading reading : List.of(Reading.LITERAL, Reading.SUSPENSION, Reading.FIXED_DAY)) {
            Answer one = StatusRules.extension(facts, options.reading(reading));
            assertEquals(List.of(one.outcome(), one.validThrough()),
                List.of(answer.reading(reading).orElseThrow().outcome(), answer.reading(reading).orElseThrow().validThrough()));
            alone.addAll(one.readings());
        }
        assertEquals(answer.readings(), alone);
    }

    /** Knowing more never makes an answer that was settled another. */
    @Property(tries = 500)
    void whatIsSettledStays(@ForAll("cases") Facts facts, @ForAll("options") Options options) {
        Options strict = options.strict(true);
        Answer before = StatusRules.extension(facts, strict);
        for (Location location : List.of(Location.IN_RUSSIA, Location.ABROAD)) {
            if (!facts.isKnown(Fact.LOCATION)) {
                Answer after = StatusRules.extension(facts.toBuilder().location(location).build(), strict);
                assertTrue(before.possible().containsAll(after.possible()), () -> before + " became " + after);
            }
        }
    }

    /** Extended or not, a document is valid through the day that the answer gives and not on the day after. */
    @Property(tries = 500)
    void validThroughItsLastDay(@ForAll("cases") Facts facts, @ForAll("options") Options options) {
        Answer answer = StatusRules.extension(facts, options);
        if (answer.outcome() == Outcome.YES && answer.validThrough().flatMap(LastDay::day).isPresent()
                && answer.latest().equals(answer.validThrough())) {
            LocalDate last = answer.validThrough().get().orElseThrow();
            assertEquals(Outcome.YES, StatusRules.validOn(facts, last, options).outcome());
            assertTrue(StatusRules.validOn(facts, last.plusDays(1), options).outcome() != Outcome.YES);
        }
    }

    /** Facts survive their text. */
    @Property(tries = 1000)
    void factsSurviveTheirText(@ForAll("cases") Facts facts) {
        assertEquals(facts, Facts.of(facts.toMap()));
    }
}
