package org.statusrules;

/** Acts of employment. */
public enum WorkAct implements Named {
    /** Hiring. */
    HIRE(1),
    /** Application for a patent. */
    APPLY_PATENT(2),
    /** Application for a work permit. */
    APPLY_WORK_PERMIT(3),
    /** Contract with a citizen of the Eurasian Economic Union. */
    EAEU_CONTRACT(4),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<WorkAct> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    WorkAct(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static WorkAct of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code hire}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static WorkAct named(String text) {
        return of(Names.code(Names.WORK_ACT, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.WORK_ACT, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.WORK_ACT, code(), language);
    }
}
