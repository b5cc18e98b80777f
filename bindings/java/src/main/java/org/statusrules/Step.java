package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * One step of an explanation. Components that its kind does not speak of are empty. A step of a real case is personal
 * data.
 *
 * @param kind what the step says
 * @param readings the readings in which it holds
 * @param provisionId the id of the provision
 * @param subject what was asked, as in {@link Condition#subject()}
 * @param value its value, as text
 * @param condition the condition that was met
 * @param side the side of the conflict
 * @param mark how a missing fact was presumed
 * @param outcome the outcome under the readings
 * @param dayBefore the day that came in
 * @param dayAfter the day that came out
 */
public record Step(StepKind kind, Set<Reading> readings, Optional<String> provisionId, Optional<String> subject,
        Optional<String> value, Optional<Condition> condition, Optional<Side> side, Condition.Mark mark,
        Optional<Outcome> outcome, Optional<LastDay> dayBefore, Optional<LastDay> dayAfter) {
    /**
     * Makes a step.
     *
     * @param kind what the step says
     * @param readings the readings in which it holds
     * @param provisionId the id of the provision
     * @param subject what was asked
     * @param value its value
     * @param condition the condition that was met
     * @param side the side of the conflict
     * @param mark how a missing fact was presumed
     * @param outcome the outcome under the readings
     * @param dayBefore the day that came in
     * @param dayAfter the day that came out
     */
    public Step {
        requireNonNull(kind, "kind");
        readings = Bits.copyOf(Reading.class, requireNonNull(readings, "readings"));
        requireNonNull(provisionId, "provisionId");
        requireNonNull(subject, "subject");
        requireNonNull(value, "value");
        requireNonNull(condition, "condition");
        requireNonNull(side, "side");
        requireNonNull(mark, "mark");
        requireNonNull(outcome, "outcome");
        requireNonNull(dayBefore, "dayBefore");
        requireNonNull(dayAfter, "dayAfter");
    }
}
