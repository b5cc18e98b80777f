package org.statusrules;

/** What an error can speak of besides facts. */
public enum Argument implements Named {
    /** Reading. */
    READING(101),
    /** Day of knowledge. */
    KNOWN_ON(102),
    /** Edition. */
    EDITION(103),
    /** Strict mode. */
    STRICT(104),
    /** Day. */
    DAY(105),
    /** Question. */
    QUESTION(106),
    /** Law. */
    LAW(107),
    /** Facts. */
    FACTS(108),
    /** Options. */
    OPTIONS(109),
    /** Result. */
    RESULT(110),
    /** Text. */
    TEXT(111),
    /** List of names. */
    NAMES(112),
    /** Language. */
    LANGUAGE(113),
    /** Number. */
    NUMBER(114),
    /** Receipt. */
    RECEIPT(115),
    /** The answer alone. */
    BRIEF(116),
    /** Fact. */
    FACT(117),
    /** The columns of {@link Sql}. */
    COLUMNS(118),
    /** Dialect of SQL. */
    DIALECT(119),
    /** What an SQL text says. */
    SAYS(120),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Argument> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Argument(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Argument of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code reading}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Argument named(String text) {
        return of(Names.code(Names.ARGUMENT, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.ARGUMENT, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.ARGUMENT, code(), language);
    }
}
