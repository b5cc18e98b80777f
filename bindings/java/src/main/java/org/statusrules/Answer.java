package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An answer. It holds no fact of the case; an explanation of a real case does, and is personal data.
 *
 * @param question what was asked
 * @param law whose provisions decided
 * @param edition the edition of the law that answered
 * @param outcome the outcome; none ever stands for another
 * @param validThrough the last valid day, that day included, of a {@link Outcome#YES} that has one;
 *     {@link LastDay#none()} where its end is not fixed
 * @param provisionId the id of the provision that decided, see {@link #provision()}; empty where none did, or where
 *     readings disagree
 * @param noteId the id of the first note that belongs to the answer
 * @param possible the outcomes that the facts left open: one, unless undetermined
 * @param earliest the earliest last day that is open where the outcome is {@link Outcome#UNDETERMINED} or
 *     {@link Outcome#CONFLICT}; else {@code validThrough}
 * @param latest the latest; after {@code validThrough} where sources differ on the last day
 * @param missing the missing facts that can change the answer
 * @param assumed the missing facts that were presumed
 * @param readings the answers by reading, of those that were asked
 * @param sameFrom the first of the days around {@link Fact#ON_DAY}, or around the day of {@link StatusRules#validOn},
 *     on which the same question about the same case gets this answer; empty where no day is asked about
 * @param sameUntil the last of these days
 * @param askNext of the missing facts, the one whose answer settles most; empty if nothing is missing
 */
public record Answer(Question question, Law law, int edition, Outcome outcome, Optional<LastDay> validThrough,
        Optional<String> provisionId, Optional<String> noteId, Set<Outcome> possible, Optional<LastDay> earliest,
        Optional<LastDay> latest, Set<Fact> missing, Set<Fact> assumed, List<ReadingAnswer> readings,
        Optional<LocalDate> sameFrom, Optional<LocalDate> sameUntil, Optional<Fact> askNext) {
    /**
     * Makes an answer.
     *
     * @param question what was asked
     * @param law whose provisions decided
     * @param edition the edition of the law that answered
     * @param outcome the outcome
     * @param validThrough the last valid day
     * @param provisionId the id of the provision that decided
     * @param noteId the id of the first note that belongs to the answer
     * @param possible the outcomes that the facts left open
     * @param earliest the earliest last day that is open where the outcome is {@link Outcome#UNDETERMINED} or {@link
     *     Outcome#CONFLICT}
     * @param latest the latest
     * @param missing the missing facts that can change the answer
     * @param assumed the missing facts that were presumed
     * @param readings the answers by reading
     * @param sameFrom the first day on which the answer is the same
     * @param sameUntil the last day on which the answer is the same
     * @param askNext the missing fact to ask next
     */
    public Answer {
        requireNonNull(question, "question");
        requireNonNull(law, "law");
        requireNonNull(outcome, "outcome");
        requireNonNull(validThrough, "validThrough");
        requireNonNull(provisionId, "provisionId");
        requireNonNull(noteId, "noteId");
        possible = Bits.copyOf(Outcome.class, requireNonNull(possible, "possible"));
        requireNonNull(earliest, "earliest");
        requireNonNull(latest, "latest");
        missing = Bits.copyOf(Fact.class, requireNonNull(missing, "missing"));
        assumed = Bits.copyOf(Fact.class, requireNonNull(assumed, "assumed"));
        readings = requireNonNull(readings, "readings") instanceof Readings ? readings : List.copyOf(readings);
        requireNonNull(sameFrom, "sameFrom");
        requireNonNull(sameUntil, "sameUntil");
        requireNonNull(askNext, "askNext");
    }

    /**
     * The provision that decided, with its source.
     *
     * @return the provision; empty where none did, or where readings disagree
     */
    public Optional<Provision> provision() {
        return provisionId.map(law::provision);
    }

    /**
     * The first note that belongs to the answer.
     *
     * @return the note, or empty
     */
    public Optional<Provision> note() {
        return noteId.map(law::provision);
    }

    /**
     * The answer under a reading.
     *
     * @param reading the reading
     * @return the answer, or empty if the reading was not asked
     */
    public Optional<ReadingAnswer> reading(Reading reading) {
        requireNonNull(reading, "reading");
        return readings.stream().filter(answer -> answer.reading() == reading).findFirst();
    }
}
