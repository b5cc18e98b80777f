package org.statusrules;

/** Where the person is. */
public enum Location implements Named {
    /** In Russia. */
    IN_RUSSIA(1),
    /** Abroad. */
    ABROAD(2),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Location> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Location(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Location of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code in_russia}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Location named(String text) {
        return of(Names.code(Names.LOCATION, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.LOCATION, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.LOCATION, code(), language);
    }
}
