package org.statusrules;

/** Levels of education. */
public enum Level implements Named {
    /** Higher education. */
    HIGHER(1),
    /** Secondary vocational education. */
    VOCATIONAL(2),
    /** Preparatory department. */
    PREPARATORY(3),
    /** General education. */
    GENERAL(4),
    /** Other education. */
    OTHER(5),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Level> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Level(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Level of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code higher}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Level named(String text) {
        return of(Names.code(Names.LEVEL, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.LEVEL, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.LEVEL, code(), language);
    }
}
