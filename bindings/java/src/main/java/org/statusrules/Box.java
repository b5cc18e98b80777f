package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Some cases: for every fact that is named, the case has a value of one of its spans; a fact that is not named may be
 * anything. {@link StatusRules#impact} gives boxes that hold the cases whose answer changes.
 *
 * @param values the spans by fact, in the order of the facts; none: the box holds every case
 */
public record Box(Map<Fact, List<Span>> values) {
    private static final int LENGTH = FlatConstants.FLAT_SPAN_LENGTH;
    private static final int FACT = 1;
    private static final int FIRST = 2;
    private static final int LAST = 3;

    /**
     * The values of a fact from the first to the last, both included, as texts that {@link Facts#of} reads; both are
     * empty for a fact that is not known, and {@code none} for one that is none.
     *
     * @param first the first value
     * @param last the last value
     */
    public record Span(Optional<String> first, Optional<String> last) {
        /**
         * Makes a span.
         *
         * @param first the first value
         * @param last the last value
         */
        public Span {
            requireNonNull(first, "first");
            requireNonNull(last, "last");
        }

        private static Span of(int fact, int first, int last) {
            return new Span(text(fact, first), text(fact, last));
        }

        private static Optional<String> text(int fact, int value) {
            return value == Native.UNKNOWN ? Optional.empty() : Optional.of(FactKinds.text(fact, value));
        }

        private static int number(Fact fact, Optional<String> text) {
            return text.isPresent() ? FactKinds.parsed(fact, text.get()) : Native.UNKNOWN;
        }

        private boolean holds(Fact fact, int number) {
            return number >= number(fact, first) && number <= number(fact, last);
        }
    }

    /**
     * Makes a box.
     *
     * @param values the spans by fact
     */
    public Box {
        Map<Fact, List<Span>> copy = new EnumMap<>(Fact.class);
        requireNonNull(values, "values").forEach((fact, spans) -> copy.put(fact, List.copyOf(spans)));
        values = Collections.unmodifiableMap(copy);
    }

    /**
     * Whether a case is in the box.
     *
     * @param facts what is known of the case
     * @return true if it is
     */
    public boolean holds(Facts facts) {
        int[] numbers = requireNonNull(facts, "facts").numbers();
        return values.entrySet().stream().allMatch(entry ->
            entry.getValue().stream().anyMatch(span -> span.holds(entry.getKey(), numbers[entry.getKey().code()])));
    }

    /** The boxes that the library wrote, span by span. */
    static List<Box> read(int[] numbers) {
        List<Map<Fact, List<Span>>> boxes = new ArrayList<>();
        for (int at = 0; at < numbers.length; at += LENGTH) {
            if (numbers[at] == boxes.size()) {
                boxes.add(new EnumMap<>(Fact.class));
            }
            int fact = numbers[at + FACT];
            if (fact != 0) {
                boxes.get(numbers[at]).computeIfAbsent(Fact.of(fact), other -> new ArrayList<>())
                    .add(Span.of(fact, numbers[at + FIRST], numbers[at + LAST]));
            }
        }
        return boxes.stream().map(Box::new).toList();
    }
}
