package org.statusrules;

/** Decisions that the moratorium is about. */
public enum DecisionKind implements Named {
    /** Forced administrative expulsion. */
    EXPULSION_FORCED(1),
    /** Administrative expulsion by controlled independent departure. */
    EXPULSION_INDEPENDENT(2),
    /** Deportation. */
    DEPORTATION(3),
    /** Readmission. */
    READMISSION(4),
    /** Undesirability of stay (residence). */
    UNDESIRABILITY(5),
    /** Non-authorisation of entry. */
    ENTRY_BAN(6),
    /** Reduction of the period of temporary stay. */
    STAY_REDUCTION(7),
    /** Loss of refugee status or temporary asylum. */
    STATUS_LOSS(8),
    /** Annulment of a visa, permit, patent or certificate. */
    ANNULMENT(9),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<DecisionKind> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    DecisionKind(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static DecisionKind of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code expulsion_forced}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static DecisionKind named(String text) {
        return of(Names.code(Names.DECISION_KIND, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.DECISION_KIND, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.DECISION_KIND, code(), language);
    }
}
