package org.statusrules;

/**
 * Answers packed into a {@code long}, for a loop that must not make objects. Everything else is in {@link
 * StatusRules}; a whole register is quicker with {@link Columns}.
 *
 * <p>Days are {@linkplain java.time.LocalDate#toEpochDay() days since 1970-01-01}, other values their
 * {@linkplain Coded#code() numbers}.
 */
public final class Packed {
    /** A fact that is not known, a parameter that is not given. */
    public static final int UNKNOWN = Native.UNKNOWN;
    /** None: no term, no end. */
    public static final int NONE = Native.NONE;
    /** No day. */
    public static final int NOT_A_DAY = Native.NOT_A_DAY;

    private static final int STATEMENT = Flat.law_statement();
    private static final int OUTCOME = 32;
    private static final int PROVISION = 40;
    private static final int BYTE = 0xff;

    private Packed() {
    }

    /**
     * Through which day is a document or term valid, by the statement, everything known and all readings asked.
     *
     * @param term the number of the document or term
     * @param lastDay the last day printed in it
     * @return the answer, packed
     */
    public static long extension(int term, int lastDay) {
        return Flat.extension(STATEMENT, term, lastDay, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    /**
     * Through which day is a document or term valid.
     *
     * @param law the place of the law in {@link Law#all()}
     * @param term the number of the document or term
     * @param lastDay the last day printed in it, or {@link #NONE}
     * @param location the number of the location, or {@link #UNKNOWN}
     * @param citizenship the number of the state, {@link #NONE} or {@link #UNKNOWN}
     * @param knownOn only what had been published by the end of this day; {@link #UNKNOWN}: everything
     * @param reading the number of the reading; {@link #UNKNOWN}: all of them
     * @return the answer, packed
     */
    public static long extension(int law, int term, int lastDay, int location, int citizenship, int knownOn,
            int reading) {
        return Flat.extension(law, term, lastDay, location, citizenship, knownOn, reading);
    }

    /**
     * The error of a packed answer.
     *
     * @param answer the packed answer
     * @return the error, {@link ErrorCode#OK} if there is none
     */
    public static ErrorCode error(long answer) {
        return answer < 0 ? ErrorCode.of((int) -answer) : ErrorCode.OK;
    }

    /**
     * The outcome of a packed answer.
     *
     * @param answer the packed answer, without error
     * @return the outcome
     */
    public static Outcome outcome(long answer) {
        return Outcome.of((int) (answer >> OUTCOME) & BYTE);
    }

    /**
     * The last valid day of a packed answer.
     *
     * @param answer the packed answer, without error
     * @return the day, {@link #NONE} for an open end, {@link #NOT_A_DAY} for no day
     */
    public static int day(long answer) {
        return (int) answer;
    }

    /**
     * The number of the provision that decided a packed answer.
     *
     * @param answer the packed answer, without error
     * @return the number, as in {@link Provision#number()}; 0 for none
     */
    public static int provision(long answer) {
        return (int) (answer >> PROVISION);
    }
}
