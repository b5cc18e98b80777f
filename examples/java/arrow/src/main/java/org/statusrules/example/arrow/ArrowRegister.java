package org.statusrules.example.arrow;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.TinyIntVector;
import org.statusrules.Columns;
import org.statusrules.Fact;
import org.statusrules.Outcome;
import org.statusrules.Question;
import org.statusrules.Result;
import org.statusrules.Term;

/** Answers a million documents that lie in vectors of Arrow, and prints how many got which outcome. */
public final class ArrowRegister implements AutoCloseable {
    /** What the dictionary of the column of terms says, place by place. */
    static final Term[] DICTIONARY = {Term.VISA, Term.PERMANENT_RESIDENCE_PERMIT, Term.TEMPORARY_RESIDENCE_PERMIT,
        Term.REFUGEE_CERTIFICATE};
    private static final int ROWS = 1_000_000;
    private static final int DAYS = 700;
    private static final int UNKNOWN_OF = 50;

    final TinyIntVector terms;
    final DateDayVector lastDays;
    final TinyIntVector outcomes;
    final DateDayVector validThrough;

    /** A register at random, one last day in fifty unknown. */
    ArrowRegister(BufferAllocator memory, int rows) {
        terms = new TinyIntVector("term", memory);
        lastDays = new DateDayVector("last_day", memory);
        outcomes = new TinyIntVector("outcome", memory);
        validThrough = new DateDayVector("valid_through", memory);
        Random random = new Random(8);
        int first = (int) LocalDate.of(2021, 1, 1).toEpochDay();
        terms.allocateNew(rows);
        lastDays.allocateNew(rows);
        outcomes.allocateNew(rows);
        validThrough.allocateNew(rows);
        for (int i = 0; i < rows; i++) {
            terms.set(i, random.nextInt(DICTIONARY.length));
            if (random.nextInt(UNKNOWN_OF) == 0) {
                lastDays.setNull(i);
            } else {
                lastDays.set(i, first + random.nextInt(DAYS));
            }
            outcomes.set(i, 0);
        }
        terms.setValueCount(rows);
        lastDays.setValueCount(rows);
        outcomes.setValueCount(rows);
        validThrough.setValueCount(rows);
    }

    /** Answers all rows in one call. */
    void answer() {
        int[] numbers = new int[DICTIONARY.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = DICTIONARY[i].code();
        }
        Columns.of(Question.EXTENSION).in(Fact.TERM, ArrowColumns.in(terms, numbers))
            .in(Fact.LAST_DAY, ArrowColumns.in(lastDays)).out(Result.OUTCOME, ArrowColumns.out(outcomes))
            .out(Result.DAY, ArrowColumns.out(validThrough)).run();
        ArrowColumns.setNulls(validThrough);
    }

    /** How many documents got which outcome. */
    Map<Outcome, Integer> outcomes() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (int i = 0; i < outcomes.getValueCount(); i++) {
            counts.merge(Outcome.of(outcomes.get(i)), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public void close() {
        terms.close();
        lastDays.close();
        outcomes.close();
        validThrough.close();
    }

    /** Prints the counts. */
    public static void main(String[] arguments) {
        try (BufferAllocator memory = new RootAllocator(); ArrowRegister register = new ArrowRegister(memory, ROWS)) {
            register.answer();
            register.outcomes().forEach((outcome, count) -> System.out.println(outcome.key() + ": " + count));
        }
    }
}
