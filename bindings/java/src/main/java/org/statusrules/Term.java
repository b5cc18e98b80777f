package org.statusrules;

/** Documents and terms that the law extends. */
public enum Term implements Named {
    /** Temporary stay. */
    TEMPORARY_STAY(1),
    /** Visa. */
    VISA(2),
    /** Migration card. */
    MIGRATION_CARD(3),
    /** Registration at the place of stay. */
    STAY_REGISTRATION(4),
    /** Registration at the place of residence. */
    RESIDENCE_REGISTRATION(5),
    /** Temporary residence permit. */
    TEMPORARY_RESIDENCE_PERMIT(6),
    /** Residence permit (permanent). */
    PERMANENT_RESIDENCE_PERMIT(7),
    /** Refugee certificate. */
    REFUGEE_CERTIFICATE(8),
    /** Certificate of consideration on the merits of the petition for recognition as a refugee. */
    REFUGEE_PETITION_CERTIFICATE(9),
    /** Certificate of temporary asylum. */
    TEMPORARY_ASYLUM_CERTIFICATE(10),
    /** Certificate of participant of the State Programme of resettlement. */
    STATE_PROGRAMME_CERTIFICATE(11),
    /** Work permit. */
    WORK_PERMIT(12),
    /** Patent. */
    PATENT(13),
    /** Permit to engage and use foreign workers. */
    HIRING_PERMIT(14),
    /** Period for voluntary departure. */
    DEPARTURE_PERIOD(15),
    /** Limit of the stay outside Russia. */
    ABSENCE_LIMIT(16),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Term> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Term(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Term of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code temporary_stay}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Term named(String text) {
        return of(Names.code(Names.TERM, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.TERM, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.TERM, code(), language);
    }
}
