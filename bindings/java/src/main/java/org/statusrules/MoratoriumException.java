package org.statusrules;

/** Exceptions from the moratorium on decisions. */
public enum MoratoriumException implements Named {
    /** No exception. */
    NONE(1),
    /** Release from prison. */
    RELEASED_FROM_PRISON(2),
    /** Violation of the law on the State border. */
    STATE_BORDER_VIOLATION(3),
    /** Threat to national security. */
    SECURITY_THREAT(4),
    /** Encroachment on public order and security. */
    PUBLIC_ORDER(5),
    /** Part in an unsanctioned rally. */
    UNSANCTIONED_RALLY(6),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<MoratoriumException> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    MoratoriumException(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static MoratoriumException of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code none}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static MoratoriumException named(String text) {
        return of(Names.code(Names.EXCEPTION, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.EXCEPTION, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.EXCEPTION, code(), language);
    }
}
