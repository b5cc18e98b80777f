package org.statusrules.bench;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.StatusRules;
import org.statusrules.Term;

/**
 * Single answers in processor time of the thread, the least of several rounds: for a machine that others use as well, where
 * the clock on the wall, which JMH reads, tells of them. Shows what the border and the library take of an answer.
 */
public final class ProcessorTime {
    private static final int ROWS = 1 << 12;
    private static final int REPEATS = 60;
    private static final int ROUNDS = 12;

    /** Nobody can leave out what is written here. */
    private static volatile Object seen;

    private ProcessorTime() {
    }

    private static double nanoseconds(IntFunction<Object> way) {
        var thread = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = thread.getCurrentThreadCpuTime();
            for (int i = 0; i < ROWS * REPEATS; i++) {
                seen = way.apply(i & ROWS - 1);
            }
            least = Math.min(least, thread.getCurrentThreadCpuTime() - before);
        }
        return (double) least / ROWS / REPEATS;
    }

    /** Prints a line for each way. */
    public static void main(String[] arguments) {
        Register register = new Register(ROWS);
        Term[] terms = new Term[ROWS];
        LocalDate[] lastDays = new LocalDate[ROWS];
        Facts[] facts = new Facts[ROWS];
        for (int i = 0; i < ROWS; i++) {
            terms[i] = Term.of(register.terms[i]);
            lastDays[i] = LocalDate.ofEpochDay(register.lastDays[i]);
            facts[i] = Facts.builder().term(terms[i]).lastDay(lastDays[i]).build();
        }
        Boolean[] packed = {false, true};
        Map<String, IntFunction<Object>> ways = new LinkedHashMap<>();
        ways.put("the border: a call that does nothing", i -> packed[Fact.AGE.isAskedBy(Question.EXTENSION) ? 1 : 0]);
        ways.put("Packed.extension", i -> packed[(int) Packed.extension(register.terms[i], register.lastDays[i]) & 1]);
        ways.put("StatusRules.extension(Term, LocalDate)", i -> StatusRules.extension(terms[i], lastDays[i]));
        ways.put("StatusRules.extension(Facts)", i -> StatusRules.extension(facts[i]));
        ways.put("by hand with java.time", i -> Register.byHand(terms[i], lastDays[i]));
        ways.forEach((name, way) -> System.out.printf(Locale.ROOT, "%-40s %7.1f ns%n", name, nanoseconds(way)));
    }
}
