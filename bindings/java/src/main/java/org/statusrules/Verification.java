package org.statusrules;

/** What verifying a receipt can find. */
public enum Verification implements Named {
    /** Law, facts and answer are those of the receipt. */
    EQUAL(1),
    /** The facts are others; or the receipt itself was changed after it was made. */
    FACTS_DIFFER(2),
    /** The receipt is of an edition that this library does not hold yet. */
    EDITION_UNKNOWN(3),
    /** The receipt is of a law that this library does not hold. */
    LAW_UNKNOWN(4),
    /** This library holds law and edition, but with other rows: one of the two is no released edition. */
    LAW_DIFFERS(5),
    /**
     * Law and facts are those of the receipt, and this library answers otherwise. Please report it: an answer
     * given under an edition never changes.
     */
    ANSWER_DIFFERS(6),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Verification> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Verification(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Verification of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code equal}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Verification named(String text) {
        return of(Names.code(Names.VERIFIED, text));
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.VERIFIED, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.VERIFIED, code(), language);
    }
}
