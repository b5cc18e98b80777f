package org.statusrules;

/** Regions of Russia that the law tells apart. */
public enum Region implements Named {
    /** Moscow. */
    MOSCOW(1),
    /** Another region. */
    OTHER(2),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Region> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Region(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Region of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code moscow}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Region named(String text) {
        return of(Names.code(Names.REGION, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.REGION, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.REGION, code(), language);
    }
}
