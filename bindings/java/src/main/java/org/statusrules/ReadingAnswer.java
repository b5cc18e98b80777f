package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * The answer under one reading.
 *
 * @param reading the reading
 * @param outcome the outcome
 * @param validThrough the last valid day of a {@link Outcome#YES} that has one
 * @param provisionId the id of the provision that decided
 * @param possible the outcomes that the facts left open
 * @param earliest the earliest last day that they left open
 * @param latest the latest
 */
public record ReadingAnswer(Reading reading, Outcome outcome, Optional<LastDay> validThrough,
        Optional<String> provisionId, Set<Outcome> possible, Optional<LastDay> earliest, Optional<LastDay> latest) {
    /**
     * Makes the answer under a reading.
     *
     * @param reading the reading
     * @param outcome the outcome
     * @param validThrough the last valid day
     * @param provisionId the id of the provision that decided
     * @param possible the outcomes that the facts left open
     * @param earliest the earliest last day that they left open
     * @param latest the latest
     */
    public ReadingAnswer {
        requireNonNull(reading, "reading");
        requireNonNull(outcome, "outcome");
        requireNonNull(validThrough, "validThrough");
        requireNonNull(provisionId, "provisionId");
        possible = Bits.copyOf(Outcome.class, requireNonNull(possible, "possible"));
        requireNonNull(earliest, "earliest");
        requireNonNull(latest, "latest");
    }
}
