package org.statusrules;

/**
 * What a column of answers can hold; see {@link Columns}. Where an answer has none of it, the number is 0, and of a day
 * {@link Packed#NOT_A_DAY} or the column's own null value.
 */
public enum Result implements Named {
    /** The number of the {@link Outcome}; 0 for a row with an error. */
    OUTCOME(151),
    /** The last valid day, as {@link Answer#validThrough}. */
    DAY(152),
    /** The {@linkplain Provision#number number} of the provision that decided. */
    PROVISION(153),
    /** The number of the first note. */
    NOTE(154),
    /** The outcomes that the facts left open: bits {@code 1 << outcome.code()}. */
    POSSIBLE(155),
    /** The earliest last day that is open, as {@link Answer#earliest}. */
    EARLIEST(156),
    /** The latest. */
    LATEST(157),
    /** The missing facts: bits {@code 1L << fact.code()}, in a column of {@link Column.Type#INT64}. */
    MISSING(158),
    /** The presumed facts, as bits likewise. */
    ASSUMED(159),
    /**
     * The outcomes by reading, four bits each: that of {@link Reading#LITERAL} lowest, then {@link Reading#SUSPENSION} and
     * {@link Reading#FIXED_DAY}; 0 for a reading that was not asked.
     */
    READINGS(160),
    /** The number of the {@link ErrorCode} of the row; 0 for none. */
    ERROR(161),
    /**
     * The first day on which the answer is the same. This, the last day and {@link #ASK_NEXT} take longer than the
     * answer.
     */
    SAME_FROM(162),
    /** Last day on which the answer is the same. */
    SAME_UNTIL(163),
    /** The {@link Receipt} of the answer, in a column made by {@link Column#receipts}. */
    RECEIPT(164),
    /** The number of the fact to ask next. */
    ASK_NEXT(165),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Result> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Result(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Result of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code outcome}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Result named(String text) {
        return of(Names.code(Names.RESULT, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.RESULT, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.RESULT, code(), language);
    }
}
