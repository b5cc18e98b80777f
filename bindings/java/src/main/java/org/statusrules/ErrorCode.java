package org.statusrules;

/** What can be wrong with an argument. */
public enum ErrorCode implements Named {
    /** No error. */
    OK(0),
    /** An argument is missing: in Java a {@link NullPointerException}, which has no such code. */
    NULL(1),
    /** What programs in C can do wrong; no exception of Java has it. */
    SIZE(2),
    /** A value that is none of the values of its fact or parameter. */
    VALUE(3),
    /** A day or number outside the range of its fact. */
    RANGE(4),
    /** {@link Packed#NOT_A_DAY} was given where a day is expected; met in columns. */
    NOT_A_DAY(5),
    /** A last day that is earlier than the day of issue. */
    ORDER(6),
    /** The day that the law gives would be after 9999-12-31. */
    RESULT(7),
    /** Likewise: there is not enough room for a text. */
    TRUNCATED(8),
    /** The text is not of the form YYYY-MM-DD; see {@link StatusRulesException#offset}. */
    SYNTAX(9),
    /** The text has the form of a date, but there is no such day. */
    NO_SUCH_DAY(10),
    /** A text that names no value; see {@link StatusRulesException#nearest}. */
    NAME(11),
    /** An edition that this library does not hold. */
    EDITION(12),
    /** Columns share memory in a way that is not allowed: {@link StatusRulesException#value} is the other. */
    OVERLAP(13),
    /** The values of a column are not aligned to their width. */
    ALIGNMENT(14),
    /**
     * A number of days that is not the one between the two days given; {@link
     * StatusRulesException#first} is that number.
     */
    DISAGREES(15),
    /** Bytes or text that are no receipt; see {@link StatusRulesException#offset}. */
    RECEIPT(16),
    /** The text of a receipt in which some symbol is wrong: they do not agree with the last, the check symbol. */
    CHECK_SYMBOL(17),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<ErrorCode> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    ErrorCode(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static ErrorCode of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code ok}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static ErrorCode named(String text) {
        return of(Names.code(Names.ERROR, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.ERROR, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.ERROR, code(), language);
    }
}
