package org.statusrules;

/** Kinds of values that a fact takes; see {@link Fact#kind}. */
public enum FactKind implements Coded {
    /** A day, {@link java.time.LocalDate}. */
    DAY(1),
    /** A whole number. */
    NUMBER(2),
    /** A value of an enum, such as {@link Term}. */
    NAME(3),
    /** A state, {@link Country}. */
    COUNTRY(4),
    /** Yes or no, a {@code boolean}. */
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
