package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provision: one row of the law.
 *
 * @param law its law
 * @param number its number, never changed or reused
 * @param id its id, such as {@code S2}, never changed or reused
 * @param question the question that it answers
 * @param effect what it does when its conditions are met
 * @param outcome the outcome that it gives; empty for a note
 * @param day the last day that it gives, if it gives one
 * @param latest the last of the days that sources give for {@code day}; the same where they agree
 * @param days the days that {@link Effect#PLUS} adds, else 0
 * @param suspended the clock stands still through the day
 * @param readings the readings that it belongs to
 * @param certainty how certain it is
 * @param knownFrom the day from which it was known
 * @param knownUntil the last day of its being known; empty: still
 * @param editionFrom the first edition that holds it
 * @param editionUntil the last edition that holds it; empty: the newest
 * @param quoted whether the passage stands word for word in the source; else it is a summary
 * @param act the act that it comes from
 * @param place where in the act
 * @param passage what it rests on
 * @param says what it does, in the source's own verb
 * @param remark why it is inferred, or another remark; or empty texts
 * @param stage its stage, 1 and up; 0 for a note
 * @param list the name of its list; in a list the first provision that fits decides
 * @param listPlace its place in that list, 1 and up
 * @param conditions what it asks
 * @param sides the sides of {@link Effect#CONFLICT}
 */
public record Provision(Law law, int number, String id, Question question, Effect effect, Optional<Outcome> outcome,
        Optional<LastDay> day, Optional<LastDay> latest, int days, boolean suspended, Set<Reading> readings,
        Certainty certainty, LocalDate knownFrom, Optional<LocalDate> knownUntil, int editionFrom,
        Optional<Integer> editionUntil, boolean quoted, Act act, Text place, Text passage, Text says, Text remark,
        int stage, String list, int listPlace, List<Condition> conditions, List<Side> sides) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy");

    /**
     * Makes a provision.
     *
     * @param law its law
     * @param number its number
     * @param id its id
     * @param question the question that it answers
     * @param effect what it does when its conditions are met
     * @param outcome the outcome that it gives
     * @param day the last day that it gives
     * @param latest the last of the days that sources give for {@code day}
     * @param days the days that {@link Effect#PLUS} adds
     * @param suspended the clock stands still through the day
     * @param readings the readings that it belongs to
     * @param certainty how certain it is
     * @param knownFrom the day from which it was known
     * @param knownUntil the last day of its being known
     * @param editionFrom the first edition that holds it
     * @param editionUntil the last edition that holds it
     * @param quoted whether the passage stands word for word in the source
     * @param act the act that it comes from
     * @param place where in the act
     * @param passage what it rests on
     * @param says what it does
     * @param remark why it is inferred
     * @param stage its stage
     * @param list the name of its list
     * @param listPlace its place in that list
     * @param conditions what it asks
     * @param sides the sides of {@link Effect#CONFLICT}
     */
    public Provision {
        requireNonNull(law, "law");
        requireNonNull(id, "id");
        requireNonNull(question, "question");
        requireNonNull(effect, "effect");
        requireNonNull(outcome, "outcome");
        requireNonNull(day, "day");
        requireNonNull(latest, "latest");
        readings = Bits.copyOf(Reading.class, requireNonNull(readings, "readings"));
        requireNonNull(certainty, "certainty");
        requireNonNull(knownFrom, "knownFrom");
        requireNonNull(knownUntil, "knownUntil");
        requireNonNull(editionUntil, "editionUntil");
        requireNonNull(act, "act");
        requireNonNull(place, "place");
        requireNonNull(passage, "passage");
        requireNonNull(says, "says");
        requireNonNull(remark, "remark");
        requireNonNull(list, "list");
        conditions = List.copyOf(requireNonNull(conditions, "conditions"));
        sides = List.copyOf(requireNonNull(sides, "sides"));
    }

    /**
     * The source in English; see {@link #source(Language)}.
     *
     * @return the source
     */
    public String source() {
        return source(Language.EN);
    }

    /**
     * The source, to be cited: title, number, date, place in the act, and the address where it was read.
     *
     * @param language the language
     * @return the source, such as “Statement …, 29 November 2021, paragraph 8 (https://…)”
     */
    public String source(Language language) {
        StringBuilder source = new StringBuilder(act.title().in(language));
        if (!act.number().isEmpty()) {
            source.append(language == Language.RU ? ", № " : ", No. ").append(act.number());
        }
        source.append(", ").append(DATE.withLocale(language.locale()).format(act.date()));
        source.append(language == Language.RU ? " г., " : ", ").append(place.in(language));
        return source.append(" (").append(act.address()).append(')').toString();
    }
}
