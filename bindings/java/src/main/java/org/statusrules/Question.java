package org.statusrules;

/** What can be asked. */
public enum Question implements Named {
    /** Through which day is the document or term valid. */
    EXTENSION(1),
    /** Whether the person can be vaccinated in Russia on the day. */
    VACCINATION(2),
    /** Whether the vaccination is free of charge. */
    FREE_VACCINATION(3),
    /** Whether the person may apply to settle the legal status. */
    REGULARISATION(4),
    /** Whether the act of employment is lawful. */
    WORK(5),
    /** Whether the decision is not to be taken. */
    MORATORIUM(6),
    /** Whether the person may enter for education. */
    EDUCATION_ENTRY(7),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Question> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Question(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Question of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code extension}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Question named(String text) {
        return of(Names.code(Names.QUESTION, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.QUESTION, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.QUESTION, code(), language);
    }
}
