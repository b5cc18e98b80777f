package org.statusrules;

/** Kinds of the steps of an explanation. */
public enum StepKind implements Coded {
    /** What follows holds under the readings in {@code readings}, with this outcome and day. */
    READING(1),
    /**
     * The provision asked for {@code subject}, which has {@code value}; {@code condition} was met.
     */
    ASKED(2),
    /** The provision decided: {@code dayBefore} came in, {@code dayAfter} came out. */
    DECIDED(3),
    /** No provision of the law reaches the case. */
    NOTHING(4),
    /**
     * {@code subject} is missing and was presumed, for the provision or else for the document's own term; {@code
     * mark} says how.
     */
    ASSUMED(5),
    /** {@code subject} is missing and can change the answer. */
    MISSING(6),
    /** The passage of the provision belongs to the answer, without an outcome. */
    NOTE(7),
    /** One {@code side} of the conflict that the provision reports. */
    SIDE(8),
    /** The day asked about is not after the document's own last day, which is {@code value}. */
    OWN_TERM(9),
    /**
     * What follows holds for the state that {@code subject} (citizenship or residence state) names, which is
     * {@code value}.
     */
    STATE(10),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<StepKind> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    StepKind(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static StepKind of(int code) {
        return CODES.of(code);
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }
}
