package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * Days from the first to the last, both included.
 *
 * @param first the first day
 * @param last the last day
 */
public record Interval(LocalDate first, LocalDate last) {
    /**
     * Makes an interval.
     *
     * @param first the first day
     * @param last the last day
     */
    public Interval {
        requireNonNull(first, "first");
        requireNonNull(last, "last");
    }

    /**
     * Whether a day lies in the interval.
     *
     * @param day the day
     * @return true from the first to the last day
     */
    public boolean contains(LocalDate day) {
        return !requireNonNull(day, "day").isBefore(first) && !day.isAfter(last);
    }
}
