package org.statusrules;

/** Consistent ways to read an ambiguous text. Where none is chosen, all are asked. */
public enum Reading implements Named {
    /** Only what the text says. */
    LITERAL(1),
    /** The clock stands still in the window; the days of the window are added to the last day. */
    SUSPENSION(2),
    /** Every last day in the window becomes one fixed day. */
    FIXED_DAY(3),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Reading> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Reading(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Reading of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code literal}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Reading named(String text) {
        return of(Names.code(Names.READING, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.READING, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.READING, code(), language);
    }
}
