package org.statusrules.example;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Fact;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Result;
import org.statusrules.Term;

/** Answers every document of the register again, as after a new act, and says what became of it. */
@Component
class Reevaluation {
    /** By the decrees and what followed them, everything known. */
    static final Options AS_KNOWN_NOW = Options.DEFAULT.law(Law.MEASURES);
    private static final int BATCH = 1000;

    /**
     * How many documents went from one outcome to another, or to another day.
     *
     * @param from the outcome before; null for a document that had none
     * @param to the outcome now
     * @param documents how many
     */
    record Transition(Outcome from, Outcome to, long documents) {
        @Override
        public String toString() {
            return documents + " documents: " + (from == null ? "new" : from.key()) + " -> " + to.key();
        }
    }

    private record Document(long id, String term, LocalDate lastDay, String outcome, LocalDate validThrough) {
    }

    private record Change(Document document, Outcome outcome, LocalDate validThrough) {
    }

    private final JdbcTemplate database;

    Reevaluation(JdbcTemplate database) {
        this.database = database;
    }

    @Transactional
    List<Transition> run(Options options) {
        List<Document> documents = database.query(
            "SELECT id, term, last_day, outcome, valid_through FROM document ORDER BY id",
            (row, number) -> new Document(row.getLong("id"), row.getString("term"), day(row.getDate("last_day")),
                row.getString("outcome"), day(row.getDate("valid_through"))));
        List<Change> changes = answer(documents, options).stream().filter(Reevaluation::isAnother).toList();
        write(changes, options);
        Map<String, Transition> transitions = new TreeMap<>();
        for (Change change : changes) {
            Outcome from = change.document().outcome() == null ? null : Outcome.named(change.document().outcome());
            transitions.merge(from + " " + change.outcome(), new Transition(from, change.outcome(), 1),
                (one, other) -> new Transition(from, change.outcome(), one.documents() + other.documents()));
        }
        return List.copyOf(transitions.values());
    }

    private static LocalDate day(Date date) {
        return date == null ? null : date.toLocalDate();
    }

    /** The whole register in one call: columns of numbers in, columns of numbers out. */
    private static List<Change> answer(List<Document> documents, Options options) {
        byte[] terms = new byte[documents.size()];
        int[] lastDays = new int[documents.size()];
        for (int i = 0; i < terms.length; i++) {
            Document document = documents.get(i);
            terms[i] = (byte) Term.named(document.term()).code();
            lastDays[i] = document.lastDay() == null ? Packed.UNKNOWN : (int) document.lastDay().toEpochDay();
        }
        byte[] outcomes = new byte[terms.length];
        int[] days = new int[terms.length];
        long bad = Columns.of(Question.EXTENSION).options(options).in(Fact.TERM, Column.of(terms))
            .in(Fact.LAST_DAY, Column.of(lastDays)).out(Result.OUTCOME, Column.of(outcomes))
            .out(Result.DAY, Column.of(days)).run();
        if (bad > 0) {
            throw new IllegalStateException(bad + " documents of the register cannot be answered");
        }
        return IntStream.range(0, terms.length).mapToObj(i -> new Change(documents.get(i),
            Outcome.of(outcomes[i]), days[i] == Packed.NOT_A_DAY || days[i] == Packed.NONE ? null
                : LocalDate.ofEpochDay(days[i]))).toList();
    }

    private static boolean isAnother(Change change) {
        return !change.outcome().key().equals(change.document().outcome())
            || !Objects.equals(change.validThrough(), change.document().validThrough());
    }

    private void write(List<Change> changes, Options options) {
        database.batchUpdate("UPDATE document SET outcome = ?, valid_through = ?, edition = ? WHERE id = ?", changes,
            BATCH, (statement, change) -> {
                statement.setString(1, change.outcome().key());
                statement.setObject(2, change.validThrough());
                statement.setInt(3, options.edition().orElse(options.law().edition()));
                statement.setLong(4, change.document().id());
            });
        database.batchUpdate("INSERT INTO transition (document, outcome_before, outcome_after, valid_through) "
            + "VALUES (?, ?, ?, ?)", changes, BATCH, (statement, change) -> {
                statement.setLong(1, change.document().id());
                statement.setString(2, change.document().outcome());
                statement.setString(3, change.outcome().key());
                statement.setObject(4, change.validThrough());
            });
    }
}
