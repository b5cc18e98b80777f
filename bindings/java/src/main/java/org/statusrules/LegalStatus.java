package org.statusrules;

/** Legal statuses. Temporarily staying is not temporarily residing. */
public enum LegalStatus implements Named {
    /** Temporarily staying. */
    TEMPORARY_STAY(1),
    /** Temporarily residing. */
    TEMPORARY_RESIDENCE(2),
    /** Permanently residing. */
    PERMANENT_RESIDENCE(3),
    /** Refugee. */
    REFUGEE(4),
    /** Petitioner for recognition as a refugee. */
    REFUGEE_PETITIONER(5),
    /** Person granted temporary asylum. */
    TEMPORARY_ASYLUM(6),
    /** Petitioner for temporary asylum. */
    ASYLUM_PETITIONER(7),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<LegalStatus> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    LegalStatus(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static LegalStatus of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code temporary_stay}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static LegalStatus named(String text) {
        return of(Names.code(Names.LEGAL_STATUS, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.LEGAL_STATUS, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.LEGAL_STATUS, code(), language);
    }
}
