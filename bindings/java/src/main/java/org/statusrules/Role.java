package org.statusrules;

/** Who enters for education. */
public enum Role implements Named {
    /** Student. */
    STUDENT(1),
    /** First accompanying parent. */
    PARENT_FIRST(2),
    /** Second accompanying parent. */
    PARENT_SECOND(3),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Role> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Role(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Role of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code student}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Role named(String text) {
        return of(Names.code(Names.ROLE, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.ROLE, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.ROLE, code(), language);
    }
}
