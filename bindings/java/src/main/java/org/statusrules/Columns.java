package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Asks for a whole register at once: columns of facts in, columns of results out, near the speed of memory. Every row
 * gets the answer that {@link StatusRules#ask} gives for it. A row whose facts are wrong gets its error, in the
 * result {@link Result#ERROR}, and costs no other row.
 *
 * <pre>{@code
 * byte[] outcomes = new byte[terms.length];
 * int[] days = new int[terms.length];
 * long badRows = Columns.of(Question.EXTENSION)
 *     .in(Fact.TERM, Column.of(terms))
 *     .in(Fact.LAST_DAY, Column.of(lastDays))
 *     .out(Result.OUTCOME, Column.of(outcomes))
 *     .out(Result.DAY, Column.of(days))
 *     .run();
 * }</pre>
 *
 * <p>Facts without a column are unknown. The column of a result may be the very array of a fact of the same width;
 * any other overlap is refused. For one thread; several may run on parts of a register, each with its own. Arrays are
 * held in place block by block, so that the garbage collector waits for a block at most; direct buffers and addresses
 * are not held.
 */
public final class Columns {
    /** Rows in a block; some tenths of a millisecond. */
    private static final int BLOCK = 1 << 18;

    private final Question question;
    private final Map<Integer, Column> in = new LinkedHashMap<>();
    private final Map<Integer, Column> out = new LinkedHashMap<>();
    private Options options = Options.DEFAULT;

    static {
        // The native methods of this class are in the library that Flat loads.
        Flat.law_count();
    }

    private Columns(Question question) {
        this.question = requireNonNull(question, "question");
    }

    /**
     * Columns for a question.
     *
     * @param question the question
     * @return columns, none yet
     */
    public static Columns of(Question question) {
        return new Columns(question);
    }

    /**
     * Parameters for all rows; {@link Options#DEFAULT} if not given. A column of the same parameter goes before.
     *
     * @param value the parameters
     * @return this
     */
    public Columns options(Options value) {
        options = requireNonNull(value, "value");
        return this;
    }

    /**
     * A column of a fact.
     *
     * @param fact the fact
     * @param column its values
     * @return this
     */
    public Columns in(Fact fact, Column column) {
        return put(in, requireNonNull(fact, "fact"), column);
    }

    /**
     * A column of a parameter.
     *
     * @param parameter {@link Argument#READING}, {@link Argument#KNOWN_ON}, {@link Argument#EDITION}, or
     *     {@link Argument#DAY}, which asks whether the document is valid on the day
     * @param column its values
     * @return this
     */
    public Columns in(Argument parameter, Column column) {
        return put(in, requireNonNull(parameter, "parameter"), column);
    }

    /**
     * A column that results are written to.
     *
     * @param result the result
     * @param column where to
     * @return this
     */
    public Columns out(Result result, Column column) {
        requireNonNull(result, "result");
        if (requireNonNull(column, "column").isOneValue()) {
            throw new IllegalArgumentException("a result cannot be written to one value");
        }
        if (column.isReadOnly()) {
            throw new IllegalArgumentException("a result cannot be written to a read-only buffer");
        }
        return put(out, result, column);
    }

    private Columns put(Map<Integer, Column> columns, Coded field, Column column) {
        if (columns.putIfAbsent(field.code(), requireNonNull(column, "column")) != null) {
            throw new IllegalArgumentException("there is a column of " + field + " already");
        }
        return this;
    }

    /**
     * Answers every row.
     *
     * @return how many rows have an error
     * @throws IllegalArgumentException if columns have different lengths, or none has one
     * @throws StatusRulesException {@link ErrorCode#VALUE} (a field that is none, a result whose type is too narrow),
     *     {@link ErrorCode#RANGE}, {@link ErrorCode#OVERLAP}, {@link ErrorCode#ALIGNMENT}, and what
     *     {@link StatusRules#ask} says of the options; nothing is written then
     */
    public long run() {
        long rows = rows();
        List<Column> all = new ArrayList<>(in.values());
        all.addAll(out.values());
        boolean arrays = all.stream().anyMatch(Column::hasArray);
        if (arrays) {
            refuseOverlaps(rows);
        }
        long block = arrays ? BLOCK : Math.max(rows, 1);
        long bad = 0;
        long first = 0;
        do {
            bad += run(options, first, Math.min(block, rows - first), out, first);
            first += block;
        } while (first < rows);
        Reference.reachabilityFence(all);
        return bad;
    }

    /**
     * Answers every row twice and counts what changes between two sides. Instead of {@link #run}: the columns of results,
     * and {@link #options options}, are not for it.
     *
     * @param before the one side: a day of knowledge, an edition, a reading or a law
     * @param after the other
     * @return the counts; impacts of parts of a register add up
     * @throws IllegalStateException if there is a column of a result, or of a parameter that sets the sides apart: of the
     *     day of knowledge, the edition, or the reading where that of the sides differs
     * @throws IllegalArgumentException as {@link #run}
     * @throws StatusRulesException as {@link #run}, for each side
     */
    public Impact impact(Options before, Options after) {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        if (!out.isEmpty()) {
            throw new IllegalStateException("an impact is counted, not written: it takes no column of a result");
        }
        for (Argument side : List.of(Argument.KNOWN_ON, Argument.EDITION, Argument.READING)) {
            boolean setsApart = side != Argument.READING || !before.reading().equals(after.reading());
            if (setsApart && in.containsKey(side.code())) {
                throw new IllegalStateException("a column of " + side.key() + " would make both sides the same");
            }
        }
        long rows = rows();
        int block = (int) Math.min(BLOCK, Math.max(rows, 1));
        ImpactCount.Answered answersBefore = new ImpactCount.Answered(before, block);
        ImpactCount.Answered answersAfter = new ImpactCount.Answered(after, block);
        ImpactCount count = new ImpactCount();
        long first = 0;
        do {
            int length = (int) Math.min(block, rows - first);
            for (ImpactCount.Answered side : List.of(answersBefore, answersAfter)) {
                run(side.options, first, length, side.columns(), 0);
            }
            count.add(answersBefore, answersAfter, length);
            first += block;
        } while (first < rows);
        Reference.reachabilityFence(in);
        return count.impact(question, before, after);
    }

    private long rows() {
        long rows = -1;
        for (Map<Integer, Column> columns : List.of(in, out)) {
            for (Map.Entry<Integer, Column> entry : columns.entrySet()) {
                Column column = entry.getValue();
                if (column.valid != null && column.valid.length != column.length) {
                    throw new IllegalArgumentException("the column of " + name(entry.getKey()) + " has " + column.length
                        + " values, and says of " + column.valid.length + " whether they are known");
                }
                if (!column.saysOf(column.length)) {
                    throw new IllegalArgumentException("the column of " + name(entry.getKey()) + " has " + column.length
                        + " values, and its buffer of bits says of fewer whether they are known");
                }
                if (!column.isOneValue() && rows >= 0 && column.length != rows) {
                    throw new IllegalArgumentException("the column of " + name(entry.getKey()) + " has " + column.length
                        + " rows, one before it " + rows);
                }
                rows = column.isOneValue() ? rows : column.length;
            }
        }
        if (rows < 0) {
            throw new IllegalArgumentException("no column says how many rows there are");
        }
        return rows;
    }

    /** Blocks would hide an overlap that reaches from one into the next. */
    private void refuseOverlaps(long rows) {
        out.forEach((field, written) -> {
            for (Map<Integer, Column> columns : List.of(in, out)) {
                columns.forEach((otherField, other) -> {
                    if (written != other && written.hasAddress() && other.hasAddress()
                        && written.overlaps(other, rows)) {
                        throw StatusRulesException.of(ErrorCode.OVERLAP, field, otherField, 0, 0);
                    }
                });
            }
        });
    }

    private static String name(int field) {
        Named named = Fact.of(field) != Fact.UNRECOGNIZED ? Fact.of(field)
            : Result.of(field) != Result.UNRECOGNIZED ? Result.of(field) : Argument.of(field);
        return named.key();
    }

    private static Object[] arrays(Map<Integer, Column> columns) {
        return columns.values().stream()
            .flatMap(column -> Stream.of(new Object[] {column.array, column.valid, column.codes})).toArray();
    }

    /** Answers some rows; results are written from a row of their own on. */
    private long run(Options under, long first, long rows, Map<Integer, Column> results, long firstResult) {
        long[] bad = new long[1];
        long[] error = new long[FlatConstants.FLAT_ERROR_LENGTH];
        int law = under.law().data().index;
        if (run(law, question.code(), describe(in, first), arrays(in), describe(results, firstResult), arrays(results),
            rows, under.numbers(), bad, error) != 0) {
            throw new StatusRulesException(error);
        }
        return bad[0];
    }

    private static long[] describe(Map<Integer, Column> columns, long first) {
        long[] places = new long[columns.size() * FlatConstants.FLAT_COLUMN_LENGTH];
        int at = 0;
        for (Map.Entry<Integer, Column> entry : columns.entrySet()) {
            entry.getValue().describe(places, at, entry.getKey(), first);
            at += FlatConstants.FLAT_COLUMN_LENGTH;
        }
        return places;
    }

    private static native int run(int law, int question, long[] in, Object[] inArrays, long[] out, Object[] outArrays,
        long rows, int[] options, long[] bad, long[] error);
}
