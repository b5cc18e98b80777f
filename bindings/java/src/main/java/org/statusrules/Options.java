package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a question is asked: of which law, as known when, in which edition and reading.
 *
 * <p>{@code Options.DEFAULT.law(Law.MEASURES).knownOn(LocalDate.of(2021, 11, 29))} asks what the decrees had said by
 * then.
 *
 * @param law whose provisions decide
 * @param knownOn only what had been published by the end of this day; empty: everything
 * @param edition the edition of the law to replay; empty: the newest
 * @param reading the reading; empty: all of them, which must agree
 * @param strict nothing is presumed about a missing fact
 * @param brief the answer alone: {@link Answer#sameFrom}, {@link Answer#sameUntil} and {@link Answer#askNext}, which
 *     take longer than the answer, are left out
 */
public record Options(Law law, Optional<LocalDate> knownOn, Optional<Integer> edition, Optional<Reading> reading,
        boolean strict, boolean brief) {
    /** The statement, everything known, the newest edition, all readings, with presumptions. */
    public static final Options DEFAULT =
        new Options(Law.STATEMENT, Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    private static final int SIZE = 7;
    private static final int KNOWN_ON = 1;
    private static final int EDITION = 2;
    private static final int READING = 3;
    private static final int STRICT = 4;
    private static final int VALID_ON = 5;
    private static final int BRIEF = 6;
    private static final int[] NOTHING = {};

    /**
     * Makes options.
     *
     * @param law whose provisions decide
     * @param knownOn only what had been published by the end of this day; empty: everything
     * @param edition the edition of the law to replay; empty: the newest
     * @param reading the reading; empty: all of them
     * @param strict nothing is presumed about a missing fact
     * @param brief the answer alone
     */
    public Options {
        requireNonNull(law, "law");
        requireNonNull(knownOn, "knownOn");
        requireNonNull(edition, "edition");
        requireNonNull(reading, "reading");
    }

    /**
     * The same with another law.
     *
     * @param value whose provisions decide
     * @return the options
     */
    public Options law(Law value) {
        return new Options(requireNonNull(value, "value"), knownOn, edition, reading, strict, brief);
    }

    /**
     * The same as known on a day.
     *
     * @param day only what had been published by the end of this day
     * @return the options
     */
    public Options knownOn(LocalDate day) {
        return new Options(law, Optional.of(requireNonNull(day, "day")), edition, reading, strict, brief);
    }

    /**
     * The same in an edition.
     *
     * @param number the edition
     * @return the options
     */
    public Options edition(int number) {
        return new Options(law, knownOn, Optional.of(number), reading, strict, brief);
    }

    /**
     * The same in a reading.
     *
     * @param value the reading
     * @return the options
     */
    public Options reading(Reading value) {
        return new Options(law, knownOn, edition, Optional.of(requireNonNull(value, "value")), strict, brief);
    }

    /**
     * The same, strict or not.
     *
     * @param value whether nothing is presumed about a missing fact
     * @return the options
     */
    public Options strict(boolean value) {
        return new Options(law, knownOn, edition, reading, value, brief);
    }

    /**
     * The same, brief or not.
     *
     * @param value whether the answer alone is given, without how long it stays the same and what to ask next
     * @return the options
     */
    public Options brief(boolean value) {
        return new Options(law, knownOn, edition, reading, strict, value);
    }

    /** As the library takes them. */
    int[] numbers() {
        if (this == DEFAULT) {
            return NOTHING;
        }
        int[] numbers = new int[SIZE];
        numbers[KNOWN_ON] = knownOn.isPresent() ? Days.number(knownOn.get()) : Native.UNKNOWN;
        numbers[EDITION] = edition.isPresent() ? known(edition.get()) : Native.UNKNOWN;
        numbers[READING] = reading.isPresent() ? reading.get().code() : Native.UNKNOWN;
        numbers[STRICT] = strict ? 1 : 0;
        numbers[VALID_ON] = Native.UNKNOWN;
        numbers[BRIEF] = brief ? 1 : 0;
        return numbers;
    }

    /** The number that stands for no edition is none that can be asked for. */
    private int known(int number) {
        if (number == Native.UNKNOWN) {
            throw StatusRulesException.of(ErrorCode.EDITION, Argument.EDITION.code(), number, 1, law.edition());
        }
        return number;
    }

    int[] numbers(LocalDate validOn) {
        int[] numbers = this == DEFAULT ? DEFAULT.strict(false).numbers() : numbers();
        numbers[VALID_ON] = Days.number(requireNonNull(validOn, "day"));
        return numbers;
    }
}
