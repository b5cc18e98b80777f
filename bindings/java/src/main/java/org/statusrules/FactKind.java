package org.statusrules;

/** Kinds of values that a fact takes. */
public enum FactKind implements Coded {
    /** Day. */
    DAY(1),
    /** Number. */
    NUMBER(2),
    /** Name. */
    NAME(3),
    /** Country. */
    COUNTRY(4),
    /** Yes no. */
    YES_NO(5),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<FactKind> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    FactKind(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static FactKind of(int code) {
        return CODES.of(code);
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }
}
