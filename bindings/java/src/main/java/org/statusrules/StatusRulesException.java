package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An argument that the library refuses. The message says what was given and what is allowed; the methods say it to a
 * program. Nothing was answered, and nothing has changed.
 */
public final class StatusRulesException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    /** The error in numbers, in the order of FLAT_ERROR. */
    private final long[] error;

    StatusRulesException(long[] error) {
        super(text(error, Language.EN));
        this.error = error.clone();
    }

    static StatusRulesException of(ErrorCode code, int fact, int value, int first, int last) {
        return new StatusRulesException(new long[] {code.code(), fact, value, first, last, 0, Native.UNKNOWN});
    }

    /** The same error, of a fact: what was read for it as a text. */
    StatusRulesException about(Fact fact) {
        long[] of = error.clone();
        of[FlatConstants.FLAT_ERROR_FACT] = fact.code();
        return new StatusRulesException(of);
    }

    private static String text(long[] error, Language language) {
        return Native.text((buffer, result, failure) -> Flat.error_text(buffer, error, language.code(), result,
            failure));
    }

    private int at(int place) {
        return (int) error[place];
    }

    /**
     * What went wrong.
     *
     * @return the kind of error
     */
    public ErrorCode code() {
        return ErrorCode.of(at(FlatConstants.FLAT_ERROR_CODE));
    }

    /**
     * The fact that was wrong.
     *
     * @return the fact; empty where an argument was wrong that is not a fact
     */
    public Optional<Fact> fact() {
        Fact fact = Fact.of(at(FlatConstants.FLAT_ERROR_FACT));
        return fact == Fact.UNRECOGNIZED ? Optional.empty() : Optional.of(fact);
    }

    /**
     * The argument that was wrong, where it is not a fact.
     *
     * @return the argument, or empty
     */
    public Optional<Argument> argument() {
        Argument argument = Argument.of(at(FlatConstants.FLAT_ERROR_FACT));
        return argument == Argument.UNRECOGNIZED ? Optional.empty() : Optional.of(argument);
    }

    /**
     * The value given, as the number that the library was given; a day is days since 1970-01-01.
     *
     * @return the value
     */
    public int value() {
        return at(FlatConstants.FLAT_ERROR_VALUE);
    }

    /**
     * The first value allowed, for the codes that speak of a range.
     *
     * @return the first value allowed
     */
    public int first() {
        return at(FlatConstants.FLAT_ERROR_FIRST);
    }

    /**
     * The last value allowed, for the codes that speak of a range.
     *
     * @return the last value allowed
     */
    public int last() {
        return at(FlatConstants.FLAT_ERROR_LAST);
    }

    /**
     * Where in a text the error is, for {@link ErrorCode#SYNTAX} and {@link ErrorCode#NO_SUCH_DAY}.
     *
     * @return the offset in bytes of UTF-8
     */
    public int offset() {
        return at(FlatConstants.FLAT_ERROR_OFFSET);
    }

    /**
     * The number of the closest name, for {@link ErrorCode#NAME}.
     *
     * @return the number, or empty if none is close
     */
    public OptionalInt nearest() {
        int nearest = at(FlatConstants.FLAT_ERROR_NEAREST);
        return code() == ErrorCode.NAME && nearest != Native.UNKNOWN ? OptionalInt.of(nearest) : OptionalInt.empty();
    }

    /**
     * The message in a language.
     *
     * @param language English or Russian
     * @return the message
     */
    public String message(Language language) {
        return text(error, requireNonNull(language, "language"));
    }
}
