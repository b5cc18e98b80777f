package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What changes in a register between two sides: days of knowledge, editions, readings or laws. {@link Columns#impact}
 * counts it. Impacts of parts of a register {@linkplain #plus add up} to that of the whole.
 *
 * @param question what was asked
 * @param before the one side
 * @param after the other
 * @param rows how many rows there are: those that changed, those that did not, and those with an error
 * @param badRows how many have an error on one side or on both
 * @param unchanged how many have the same outcome and the same last valid day on both sides
 * @param changes the rows that changed, by kind, in order
 */
public record Impact(Question question, Options before, Options after, long rows, long badRows, long unchanged,
        List<Change> changes) {
    /** Which way a last valid day moved. */
    public enum Moved {
        /** It is earlier than before. */
        EARLIER,
        /** It is later than before. */
        LATER
    }

    /**
     * The first and the last of some last valid days.
     *
     * @param first the first
     * @param last the last; {@link LastDay#none()} comes after all others
     */
    public record Range(LastDay first, LastDay last) {
        /**
         * Makes a range.
         *
         * @param first the first
         * @param last the last
         */
        public Range {
            requireNonNull(first, "first");
            requireNonNull(last, "last");
        }

        private static Optional<Range> both(Optional<Range> one, Optional<Range> other) {
            if (one.isEmpty() || other.isEmpty()) {
                return one.or(() -> other);
            }
            LastDay first = one.get().first.compareTo(other.get().first) <= 0 ? one.get().first : other.get().first;
            LastDay last = one.get().last.compareTo(other.get().last) >= 0 ? one.get().last : other.get().last;
            return Optional.of(new Range(first, last));
        }
    }

    /**
     * Rows that changed in the same way, by the provisions that decided.
     *
     * @param before the outcome before
     * @param after the outcome after
     * @param moved which way the last valid day moved; empty where it stayed, or where one of the two sides has none
     * @param provisionBefore the id of the provision that decided before; empty where none did
     * @param provisionAfter the id of the provision that decided after
     * @param rows how many rows
     * @param daysBefore their last valid days before; empty if they have none
     * @param daysAfter their last valid days after
     */
    public record Change(Outcome before, Outcome after, Optional<Moved> moved, Optional<String> provisionBefore,
            Optional<String> provisionAfter, long rows, Optional<Range> daysBefore, Optional<Range> daysAfter) {
        /** The order of changes: by outcome, movement and provision. */
        private static final Comparator<Change> ORDER = Comparator.comparing(Change::before)
            .thenComparing(Change::after).thenComparing(change -> change.moved.map(Moved::ordinal).orElse(-1))
            .thenComparing(change -> change.provisionBefore.orElse(""))
            .thenComparing(change -> change.provisionAfter.orElse(""));

        /**
         * Makes a change.
         *
         * @param before the outcome before
         * @param after the outcome after
         * @param moved which way the last valid day moved
         * @param provisionBefore the id of the provision that decided before
         * @param provisionAfter the id of the provision that decided after
         * @param rows how many rows
         * @param daysBefore their last valid days before
         * @param daysAfter their last valid days after
         */
        public Change {
            requireNonNull(before, "before");
            requireNonNull(after, "after");
            requireNonNull(moved, "moved");
            requireNonNull(provisionBefore, "provisionBefore");
            requireNonNull(provisionAfter, "provisionAfter");
            requireNonNull(daysBefore, "daysBefore");
            requireNonNull(daysAfter, "daysAfter");
        }

        private Change plus(Change other) {
            return new Change(before, after, moved, provisionBefore, provisionAfter, rows + other.rows,
                Range.both(daysBefore, other.daysBefore), Range.both(daysAfter, other.daysAfter));
        }

        private Change ofAnyProvision() {
            return new Change(before, after, moved, Optional.empty(), Optional.empty(), rows, daysBefore, daysAfter);
        }

        private List<Object> kind() {
            return List.of(before, after, moved, provisionBefore, provisionAfter);
        }
    }

    /**
     * Makes an impact. Changes of the same kind become one.
     *
     * @param question what was asked
     * @param before the one side
     * @param after the other
     * @param rows how many rows there are
     * @param badRows how many have an error
     * @param unchanged how many did not change
     * @param changes the rows that changed
     * @throws IllegalArgumentException if the parts do not add up to the rows
     */
    public Impact {
        requireNonNull(question, "question");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
        changes = gathered(requireNonNull(changes, "changes"), Function.identity());
        long parts = badRows + unchanged + sum(changes);
        if (parts != rows) {
            throw new IllegalArgumentException("the parts add up to " + parts + " rows, not to " + rows);
        }
    }

    /**
     * How many rows have another outcome or another last valid day than before.
     *
     * @return the number of rows
     */
    public long changed() {
        return sum(changes);
    }

    /**
     * The changes by outcome and movement of the day, whatever the provisions.
     *
     * @return the changes, without provisions
     */
    public List<Change> transitions() {
        return gathered(changes, Change::ofAnyProvision);
    }

    /**
     * This impact and that of another part of the register.
     *
     * @param other the impact of the other part: the same question between the same sides
     * @return the impact of both
     * @throws IllegalArgumentException if it is another question, or lies between other sides
     */
    public Impact plus(Impact other) {
        requireNonNull(other, "other");
        if (question != other.question || !before.equals(other.before) || !after.equals(other.after)) {
            throw new IllegalArgumentException("impacts add up where they are of one question between the same sides");
        }
        List<Change> all = new ArrayList<>(changes);
        all.addAll(other.changes);
        return new Impact(question, before, after, rows + other.rows, badRows + other.badRows,
            unchanged + other.unchanged, all);
    }

    private static long sum(List<Change> changes) {
        return changes.stream().mapToLong(Change::rows).sum();
    }

    private static List<Change> gathered(List<Change> changes, Function<Change, Change> as) {
        Map<List<Object>, Change> byKind = new LinkedHashMap<>();
        changes.stream().map(as).forEach(change -> byKind.merge(change.kind(), change, Change::plus));
        return byKind.values().stream().sorted(Change.ORDER).toList();
    }
}
