package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A condition of a provision. Values stand as texts: a day in ISO 8601, a number, a name, the code of a state.
 *
 * @param subject what is asked: the {@linkplain Named#key name} of a fact; {@code incoming_day}, the day that came in
 *     from the stage before; {@code extended}, whether a stage before gave that day; or {@code state}, where
 *     citizenship and residence state count equally
 * @param form how it is asked
 * @param mark what becomes of a missing fact
 * @param first the first value of a window; the first of the fact where the window is open
 * @param last the last value of a window, which is in it
 * @param values the values of a set
 */
public record Condition(String subject, Form form, Mark mark, Optional<String> first, Optional<String> last,
        List<String> values) {
    /** Forms of a condition. */
    public enum Form implements Coded {
        /** The fact lies between two values, both included. */
        WINDOW(1),
        /** The fact is one of the values. */
        IN(2),
        /** The fact is known and none of the values. */
        NOT_IN(3),
        /** What a newer library answers and this version of the class does not know. */
        UNRECOGNIZED(Codes.UNRECOGNIZED);

        private static final Codes<Form> CODES = new Codes<>(values(), UNRECOGNIZED);
        private final int code;

        Form(int code) {
            this.code = code;
        }

        /**
         * The form with this number.
         *
         * @param code the number
         * @return the form, or {@link #UNRECOGNIZED}
         */
        public static Form of(int code) {
            return CODES.of(code);
        }

        @Override
        public int code() {
            return Codes.known(this, code);
        }
    }

    /** What a condition makes of a missing fact. */
    public enum Mark implements Coded {
        /** Nothing is presumed. */
        NONE(0),
        /** Met unless the fact is known to break it. */
        UNLESS_KNOWN(1),
        /** Met only if the fact is known to meet it. */
        IF_KNOWN(2),
        /** What a newer library answers and this version of the class does not know. */
        UNRECOGNIZED(Codes.UNRECOGNIZED);

        private static final Codes<Mark> CODES = new Codes<>(values(), UNRECOGNIZED);
        private final int code;

        Mark(int code) {
            this.code = code;
        }

        /**
         * The mark with this number.
         *
         * @param code the number
         * @return the mark, or {@link #UNRECOGNIZED}
         */
        public static Mark of(int code) {
            return CODES.of(code);
        }

        @Override
        public int code() {
            return Codes.known(this, code);
        }
    }

    /**
     * Makes a condition.
     *
     * @param subject what is asked
     * @param form how it is asked
     * @param mark what becomes of a missing fact
     * @param first the first value of a window
     * @param last the last value of a window
     * @param values the values of a set
     */
    public Condition {
        requireNonNull(subject, "subject");
        requireNonNull(form, "form");
        requireNonNull(mark, "mark");
        requireNonNull(first, "first");
        requireNonNull(last, "last");
        values = List.copyOf(requireNonNull(values, "values"));
    }
}
