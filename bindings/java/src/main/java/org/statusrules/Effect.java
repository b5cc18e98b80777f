package org.statusrules;

/** What a provision does when its conditions are met. */
public enum Effect implements Coded {
    /** Yes, without a day. */
    YES(1),
    /** Yes, through a day. */
    THROUGH(2),
    /** Yes, through the incoming day plus a number of days. */
    PLUS(3),
    /** Yes, with an end that is not fixed yet. */
    OPEN(4),
    /** No. */
    NO(5),
    /** An official decides. */
    DISCRETION(6),
    /** The law says nothing here: what limits a provision below. */
    SILENT(7),
    /** Sources disagree: the sides say how. */
    CONFLICT(8),
    /** A passage without outcome. */
    NOTE(9),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Effect> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Effect(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Effect of(int code) {
        return CODES.of(code);
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }
}
