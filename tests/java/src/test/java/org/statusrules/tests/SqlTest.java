package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Dialect;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.LastDay;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Sql;
import org.statusrules.SqlColumn;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;

@DisplayName("A database answers by the text as the library does")
class SqlTest {
    private static final LocalDate FIRST = LocalDate.of(2021, 5, 1);
    private static final int DAYS = 300;
    private static final Options LITERAL = Options.DEFAULT.reading(Reading.LITERAL);
    private static final Facts IN_RUSSIA = Facts.builder().location(Location.IN_RUSSIA).build();
    private static final SqlColumn DAY_NUMBER = SqlColumn.of("last \"day\"").table("r").form(SqlColumn.Form.NUMBER);

    private Connection database;

    /** Every term with every day, as numbers, and as text. */
    @BeforeEach
    void open() throws SQLException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE \"r\" (\"document\" VARCHAR, \"last \"\"day\"\"\" INT, \"term\" INT)");
        }
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO \"r\" VALUES (?, ?, ?)")) {
            for (Term term : Term.values()) {
                for (int day = 0; day <= DAYS && term != Term.UNRECOGNIZED; day++) {
                    insert.setString(1, term.key());
                    insert.setInt(2, day == DAYS ? Packed.NONE : (int) FIRST.toEpochDay() + day);
                    insert.setInt(3, term.code());
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    private static Sql register(Question question) {
        return Sql.of(question).column(Fact.TERM, "document").column(Fact.LAST_DAY, DAY_NUMBER).facts(IN_RUSSIA);
    }

    private interface Check {
        void of(Facts facts, ResultSet row) throws SQLException;
    }

    private void forEveryRow(String expression, Check check) throws SQLException {
        int rows = 0;
        try (Statement statement = database.createStatement();
            ResultSet row = statement.executeQuery("SELECT \"document\", \"last \"\"day\"\"\", " + expression + " FROM \"r\"")) {
            while (row.next()) {
                int day = row.getInt(2);
                check.of(IN_RUSSIA.toBuilder().term(Term.named(row.getString(1)))
                    .lastDay(day == Packed.NONE ? LastDay.none() : LastDay.of(LocalDate.ofEpochDay(day))).build(), row);
                rows++;
            }
        }
        assertEquals((Term.values().length - 1) * (DAYS + 1), rows);
    }

    @Test
    @DisplayName("the outcome, in both dialects")
    void outcome() throws SQLException {
        for (Dialect dialect : Dialect.values()) {
            forEveryRow(register(Question.EXTENSION).dialect(dialect).outcome(), (facts, row) ->
                assertEquals(StatusRules.extension(facts).outcome().key(), row.getString(3), facts::toString));
        }
    }

    @Test
    @DisplayName("the last valid day, in the form of the column")
    void day() throws SQLException {
        forEveryRow(register(Question.EXTENSION).options(LITERAL).day(), (facts, row) -> {
            Optional<LastDay> through = StatusRules.extension(facts, LITERAL).validThrough();
            int day = row.getInt(3);
            assertEquals(through.isEmpty(), row.wasNull(), facts::toString);
            assertEquals(through.map(last -> last.day().map(date -> (int) date.toEpochDay()).orElse(Packed.NONE)).orElse(0),
                day, facts::toString);
        });
    }

    @Test
    @DisplayName("a condition for yes, for yes through a day, and for what is valid on a day")
    void conditions() throws SQLException {
        LocalDate through = LocalDate.of(2022, 3, 1);
        forEveryRow(register(Question.EXTENSION).options(LITERAL).where(), (facts, row) ->
            assertEquals(StatusRules.extension(facts, LITERAL).outcome() == Outcome.YES, row.getBoolean(3), facts::toString));
        forEveryRow(register(Question.EXTENSION).options(LITERAL).where(through), (facts, row) -> {
            Answer answer = StatusRules.extension(facts, LITERAL);
            assertEquals(answer.outcome() == Outcome.YES && answer.validThrough().orElseThrow().covers(through),
                row.getBoolean(3), facts::toString);
        });
        forEveryRow(register(Question.EXTENSION).options(LITERAL).validOn(through).outcome(), (facts, row) ->
            assertEquals(StatusRules.validOn(facts, through, LITERAL).outcome().key(), row.getString(3), facts::toString));
    }

    @Test
    @DisplayName("a condition for what a decree changes")
    void impact() throws SQLException {
        Options before = LITERAL.knownOn(LocalDate.of(2021, 11, 28));
        Options after = LITERAL.knownOn(LocalDate.of(2021, 11, 29));
        forEveryRow(register(Question.EXTENSION).impact(before, after), (facts, row) -> {
            Answer one = StatusRules.extension(facts, before);
            Answer other = StatusRules.extension(facts, after);
            assertEquals(one.outcome() != other.outcome() || !one.validThrough().equals(other.validThrough()),
                row.getBoolean(3), facts::toString);
        });
    }

    @Test
    @DisplayName("what no database has, and what the question does not ask, is refused")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> SqlColumn.of("a\0b"));
        assertThrows(IllegalArgumentException.class, () -> SqlColumn.of("a").none("\0"));
        assertThrows(IllegalArgumentException.class,
            () -> register(Question.EXTENSION).column(Fact.TERM, "again"));
        assertEquals(ErrorCode.VALUE, assertThrows(StatusRulesException.class,
            () -> register(Question.EXTENSION).column(Fact.AGE, "age").outcome()).code());
        assertEquals(ErrorCode.VALUE, assertThrows(StatusRulesException.class,
            () -> Sql.of(Question.EXTENSION).column(Fact.TERM, "").outcome()).code());
        String text = Sql.of(Question.EXTENSION).column(Fact.LAST_DAY, SqlColumn.of("день").none("9999-12-31"))
            .facts(Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).build()).options(LITERAL).day();
        assertTrue(text.contains("\"день\"") && text.contains("9999-12-31"), text);
    }
}
