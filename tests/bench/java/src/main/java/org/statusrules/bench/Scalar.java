package org.statusrules.bench;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.statusrules.Answer;
import org.statusrules.LastDay;
import org.statusrules.Packed;
import org.statusrules.StatusRules;
import org.statusrules.Term;

/** One document after another, in three ways. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Scalar {
    private static final int ROWS = 1 << 12;

    private final Register register = new Register(ROWS);
    private final Term[] terms = new Term[ROWS];
    private final LocalDate[] lastDays = new LocalDate[ROWS];
    private int row;

    /** All ways give the same answers. */
    @Setup
    public void compare() {
        for (int i = 0; i < ROWS; i++) {
            terms[i] = Term.of(register.terms[i]);
            lastDays[i] = LocalDate.ofEpochDay(register.lastDays[i]);
            Register.Extension byHand = Register.byHand(terms[i], lastDays[i]);
            Answer answer = StatusRules.extension(terms[i], lastDays[i]);
            long packed = Packed.extension(register.terms[i], register.lastDays[i]);
            LocalDate day = answer.validThrough().map(LastDay::orElseThrow).orElse(null);
            boolean same = byHand.equals(new Register.Extension(answer.outcome(), day))
                && Packed.outcome(packed) == answer.outcome()
                && Packed.day(packed) == (day == null ? Packed.NOT_A_DAY : (int) day.toEpochDay());
            if (!same) {
                throw new IllegalStateException(terms[i] + " " + lastDays[i] + ": " + byHand + ", " + answer);
            }
        }
    }

    private int next() {
        row = row + 1 & ROWS - 1;
        return row;
    }

    /** A packed answer. */
    @Benchmark
    public long packed() {
        int i = next();
        return Packed.extension(register.terms[i], register.lastDays[i]);
    }

    /** A record. */
    @Benchmark
    public Answer face() {
        int i = next();
        return StatusRules.extension(terms[i], lastDays[i]);
    }

    /** The one rule by hand. */
    @Benchmark
    public Object byHand() {
        int i = next();
        return Register.byHand(terms[i], lastDays[i]);
    }
}
