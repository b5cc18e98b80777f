package org.statusrules;

import static java.util.Objects.requireNonNull;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_DAY;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_EDITION;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_KNOWN_ON;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_LAW;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_LENGTH;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_OUTCOME;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_PROVISION;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_QUESTION;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_READING;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_STRICT;
import static org.statusrules.FlatConstants.FLAT_RECEIPT_VALID_ON;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * A receipt: says which law, which question and which facts an answer came from. An office keeps it beside its
 * decision; whoever has receipt and facts can see, years later and with a newer library, that this was the answer.
 *
 * <p>It identifies, it does not sign: anybody can make one. It holds no fact, but few facts can be guessed and tried:
 * a receipt of a real case is personal data, as the case is.
 *
 * @param text the receipt in 64 letters and digits and a check symbol
 */
public record Receipt(String text) {
    /** How many bytes a receipt has. */
    public static final int BYTES = 40;

    private static final int CHARACTERS = 65;

    /**
     * Makes a receipt of its text, as a person types it: letters in either case, O for 0, I and L for 1, hyphens
     * anywhere.
     *
     * @param text the text
     * @throws StatusRulesException {@link ErrorCode#RECEIPT} if it is none, {@link ErrorCode#CHECK_SYMBOL} if some
     *     symbol is wrong
     */
    public Receipt {
        text = format(parse(requireNonNull(text, "text")));
    }

    /**
     * What a receipt says, without the facts. With these, and the facts, {@link StatusRules} replays the answer.
     *
     * @param question the question
     * @param options law, edition and other parameters
     * @param validOn the day of {@link StatusRules#validOn}
     * @param outcome the outcome
     * @param validThrough the last valid day
     * @param provisionId the id of the provision that decided
     */
    public record Contents(Question question, Options options, Optional<LocalDate> validOn, Outcome outcome,
            Optional<LastDay> validThrough, Optional<String> provisionId) {
        /**
         * Makes contents.
         *
         * @param question the question
         * @param options law, edition and other parameters
         * @param validOn the day of {@link StatusRules#validOn}
         * @param outcome the outcome
         * @param validThrough the last valid day
         * @param provisionId the id of the provision that decided
         */
        public Contents {
            requireNonNull(question, "question");
            requireNonNull(options, "options");
            requireNonNull(validOn, "validOn");
            requireNonNull(outcome, "outcome");
            requireNonNull(validThrough, "validThrough");
            requireNonNull(provisionId, "provisionId");
        }
    }

    /**
     * A receipt of its bytes.
     *
     * @param bytes the {@link #BYTES} bytes
     * @return the receipt
     * @throws StatusRulesException {@link ErrorCode#RANGE} if they are more or fewer
     */
    public static Receipt of(byte[] bytes) {
        return new Receipt(format(requireNonNull(bytes, "bytes")));
    }

    /**
     * The bytes.
     *
     * @return {@link #BYTES} bytes
     */
    public byte[] bytes() {
        return parse(text);
    }

    /**
     * What the receipt says.
     *
     * @return the contents; empty if this library does not hold the law
     * @throws StatusRulesException {@link ErrorCode#RECEIPT} if its bytes are those of no receipt
     */
    public Optional<Contents> contents() {
        byte[] bytes = bytes();
        long[] parts = Native.call(FLAT_RECEIPT_LENGTH, (result, error) -> Flat.receipt_read(bytes, result, error));
        if (parts[FLAT_RECEIPT_LAW] < 0) {
            return Optional.empty();
        }
        LawData law = LawData.laws().get((int) parts[FLAT_RECEIPT_LAW]);
        int reading = (int) parts[FLAT_RECEIPT_READING];
        int provision = (int) parts[FLAT_RECEIPT_PROVISION];
        Options options = new Options(new Law(law.name), day(parts[FLAT_RECEIPT_KNOWN_ON]),
            Optional.of((int) parts[FLAT_RECEIPT_EDITION]),
            reading == Native.UNKNOWN ? Optional.empty() : Optional.of(Reading.of(reading)),
            parts[FLAT_RECEIPT_STRICT] == 1, false);
        // A newer edition may have more provisions than this library holds.
        return Optional.of(new Contents(Question.of((int) parts[FLAT_RECEIPT_QUESTION]), options,
            day(parts[FLAT_RECEIPT_VALID_ON]), Outcome.of((int) parts[FLAT_RECEIPT_OUTCOME]),
            Days.lastDay((int) parts[FLAT_RECEIPT_DAY]),
            provision < law.ids.size() ? law.ids.get(provision) : Optional.empty()));
    }

    private static Optional<LocalDate> day(long number) {
        return number == Native.UNKNOWN ? Optional.empty() : Optional.of(Days.date((int) number));
    }

    /**
     * Whether the answer came from these facts, under the law that the receipt names.
     *
     * @param facts what is known
     * @return what was found
     * @throws StatusRulesException as {@link StatusRules#ask}, and {@link ErrorCode#RECEIPT} if the bytes are those
     *     of no receipt
     */
    public Verification verify(Facts facts) {
        int[] numbers = requireNonNull(facts, "facts").numbers();
        byte[] bytes = bytes();
        return Verification.of((int) Native.one((result, error) -> Flat.verify(bytes, numbers, result, error)));
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }

    private static byte[] parse(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[BYTES];
        Native.one((result, error) -> Flat.parse_receipt(bytes, utf8, result, error));
        return bytes;
    }

    private static String format(byte[] bytes) {
        byte[] text = new byte[CHARACTERS + 1];
        Native.one((result, error) -> Flat.format_receipt(text, bytes, result, error));
        return new String(Arrays.copyOf(text, CHARACTERS), StandardCharsets.US_ASCII);
    }
}
