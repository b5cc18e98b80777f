package org.statusrules;

/** Outcomes of a question. None ever stands for another: {@link #SILENT} is not {@link #NO}. */
public enum Outcome implements Named {
    /** Yes. */
    YES(1),
    /** The law says no. */
    NO(2),
    /** A missing fact can change the answer. */
    UNDETERMINED(3),
    /** An official decides. */
    DISCRETION(4),
    /** The encoded law says nothing. It is not a no. */
    SILENT(5),
    /** Sources or readings disagree; every side is reported. */
    CONFLICT(6),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Outcome> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Outcome(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Outcome of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code yes}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Outcome named(String text) {
        return of(Names.code(Names.OUTCOME, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.OUTCOME, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.OUTCOME, code(), language);
    }
}
