package org.statusrules;

/** How certain a provision is. */
public enum Certainty implements Named {
    /** A source says it. */
    STATED(1),
    /** It follows from what a source says. */
    INFERRED(2),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Certainty> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Certainty(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Certainty of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code stated}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Certainty named(String text) {
        return of(Names.code(Names.CERTAINTY, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.CERTAINTY, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.CERTAINTY, code(), language);
    }
}
