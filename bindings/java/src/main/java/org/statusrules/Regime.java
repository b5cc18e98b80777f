package org.statusrules;

/** Entry regimes. */
public enum Regime implements Named {
    /** Visa required. */
    VISA(1),
    /** Without a visa. */
    VISA_FREE(2),
    /** Eurasian Economic Union. */
    EAEU(3),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Regime> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Regime(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Regime of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code visa}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Regime named(String text) {
        return of(Names.code(Names.REGIME, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.REGIME, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.REGIME, code(), language);
    }
}
