package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One side of a conflict between sources.
 *
 * @param outcome what this side says
 * @param day the last day that it gives, if it gives one
 * @param source who says so
 */
public record Side(Outcome outcome, Optional<LastDay> day, Text source) {
    /**
     * Makes a side.
     *
     * @param outcome what this side says
     * @param day the last day that it gives, if it gives one
     * @param source who says so
     */
    public Side {
        requireNonNull(outcome, "outcome");
        requireNonNull(day, "day");
        requireNonNull(source, "source");
    }
}
