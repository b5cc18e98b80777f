package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The last day of a document or term, that day included; or none, where it runs without end.
 *
 * @param day the last day, from 0001-01-01 to 9999-12-31; empty where there is none
 */
public record LastDay(Optional<LocalDate> day) implements Comparable<LastDay> {
    private static final LastDay NONE = new LastDay(Optional.empty());

    /**
     * Makes a last day.
     *
     * @param day the last day; empty where there is none
     */
    public LastDay {
        requireNonNull(day, "day");
    }

    /**
     * A last day.
     *
     * @param day the day
     * @return the last day
     */
    public static LastDay of(LocalDate day) {
        return new LastDay(Optional.of(requireNonNull(day, "day")));
    }

    /**
     * No last day: a document without term, a right whose end is not fixed.
     *
     * @return no last day
     */
    public static LastDay none() {
        return NONE;
    }

    /**
     * Whether a day is not after this one.
     *
     * @param date the day
     * @return true on or before the last day, and always where there is none
     */
    public boolean covers(LocalDate date) {
        requireNonNull(date, "date");
        return day.isEmpty() || !date.isAfter(day.get());
    }

    /**
     * The day.
     *
     * @return the day
     * @throws java.util.NoSuchElementException if there is no last day
     */
    public LocalDate orElseThrow() {
        return day.orElseThrow();
    }

    /** Without end comes last. */
    @Override
    public int compareTo(LastDay other) {
        requireNonNull(other, "other");
        if (day.isEmpty() || other.day.isEmpty()) {
            return Boolean.compare(day.isEmpty(), other.day.isEmpty());
        }
        return day.get().compareTo(other.day.get());
    }

    /** The day in ISO 8601, or {@code none}. */
    @Override
    public String toString() {
        return day.map(LocalDate::toString).orElse("none");
    }
}
