package org.statusrules;

/** What a column of answers can hold; see {@link Columns}. */
public enum Result implements Named {
    /** Outcome. */
    OUTCOME(151),
    /** Last valid day. */
    DAY(152),
    /** Deciding provision. */
    PROVISION(153),
    /** Note. */
    NOTE(154),
    /** Possible outcomes. */
    POSSIBLE(155),
    /** Earliest day. */
    EARLIEST(156),
    /** Latest day. */
    LATEST(157),
    /** Missing facts. */
    MISSING(158),
    /** Assumed facts. */
    ASSUMED(159),
    /** Outcomes by reading. */
    READINGS(160),
    /** Error. */
    ERROR(161),
    /** First day on which the answer is the same. */
    SAME_FROM(162),
    /** Last day on which the answer is the same. */
    SAME_UNTIL(163),
    /** Receipt of the answer; see {@link Column#receipts}. */
    RECEIPT(164),
    /** Fact to ask next. */
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
