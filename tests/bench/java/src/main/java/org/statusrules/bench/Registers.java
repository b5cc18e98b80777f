package org.statusrules.bench;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Fact;
import org.statusrules.Question;
import org.statusrules.Result;

/** A register of ten million documents: nanoseconds a row. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Registers {
    private static final int ROWS = 10_000_000;

    private final Register register = new Register(ROWS);
    private final byte[] outcomes = new byte[ROWS];
    private final int[] days = new int[ROWS];
    private final ByteBuffer terms = buffer(1);
    private final ByteBuffer lastDays = buffer(Integer.BYTES);
    private final ByteBuffer outcomesOut = buffer(1);
    private final ByteBuffer daysOut = buffer(Integer.BYTES);

    private static ByteBuffer buffer(int width) {
        return ByteBuffer.allocateDirect(ROWS * width).order(ByteOrder.nativeOrder());
    }

    /** All ways give the same answers. */
    @Setup
    public void compare() {
        terms.put(register.terms).flip();
        lastDays.asIntBuffer().put(register.lastDays);
        register.byRules(outcomes, days);
        byte[] outcomesOfRules = outcomes.clone();
        int[] daysOfRules = days.clone();
        arrays();
        check(Arrays.equals(outcomesOfRules, outcomes) && Arrays.equals(daysOfRules, days));
        directBuffers();
        daysOut.asIntBuffer().get(days);
        outcomesOut.get(0, outcomes);
        check(Arrays.equals(outcomesOfRules, outcomes) && Arrays.equals(daysOfRules, days));
    }

    private static void check(boolean same) {
        if (!same) {
            throw new IllegalStateException("the ways do not give the same answers");
        }
    }

    /** Columns over arrays. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long arrays() {
        return Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(register.terms))
            .in(Fact.LAST_DAY, Column.of(register.lastDays)).out(Result.OUTCOME, Column.of(outcomes))
            .out(Result.DAY, Column.of(days)).run();
    }

    /** Columns over direct buffers: the library alone, over the caller's memory. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public long directBuffers() {
        return Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(terms, Column.Type.INT8))
            .in(Fact.LAST_DAY, Column.of(lastDays, Column.Type.INT32))
            .out(Result.OUTCOME, Column.of(outcomesOut, Column.Type.INT8))
            .out(Result.DAY, Column.of(daysOut, Column.Type.INT32)).run();
    }

    /** A loop of Java over the rules. */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public void byRules() {
        register.byRules(outcomes, days);
    }
}
