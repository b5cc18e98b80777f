package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The law as SQL text, for registers that live in a database. The text is made once; the database then needs nothing
 * of this library.
 *
 * <pre>{@code
 * String lost = Sql.of(Question.EXTENSION)
 *     .column(Fact.TERM, "document")
 *     .column(Fact.LAST_DAY, "valid_to")
 *     .where(LocalDate.of(2022, 3, 1));
 * statement.executeQuery("SELECT count(*) FROM register WHERE " + lost);
 * }</pre>
 *
 * <p>The text answers as {@link StatusRules#ask} does, missing facts included. Facts without a column are as in
 * {@link #facts}.
 *
 * <p>For one thread. Making the text takes stack, about 16 KiB for each column: a thread that was given less than 512 KiB
 * should not do it.
 */
public final class Sql {
    private static final int OUTCOME = 1;
    private static final int DAY = 2;
    private static final int WHERE = 3;

    private final Question question;
    private final Map<Fact, SqlColumn> columns = new LinkedHashMap<>();
    private Facts facts = Facts.builder().build();
    private Dialect dialect = Dialect.POSTGRESQL;
    private Options options = Options.DEFAULT;
    private Optional<LocalDate> validOn = Optional.empty();

    private Sql(Question question) {
        this.question = requireNonNull(question, "question");
    }

    /**
     * SQL for a question: in the dialect of PostgreSQL, under {@link Options#DEFAULT}.
     *
     * @param question the question
     * @return SQL, without columns yet
     */
    public static Sql of(Question question) {
        return new Sql(question);
    }

    /**
     * A column of texts and dates.
     *
     * @param fact the fact that it holds
     * @param name its name
     * @return this
     */
    public Sql column(Fact fact, String name) {
        return column(fact, SqlColumn.of(name));
    }

    /**
     * A column.
     *
     * @param fact the fact that it holds
     * @param column the column
     * @return this
     * @throws IllegalArgumentException if the fact has a column already
     */
    public Sql column(Fact fact, SqlColumn column) {
        if (columns.putIfAbsent(requireNonNull(fact, "fact"), requireNonNull(column, "column")) != null) {
            throw new IllegalArgumentException("there is a column of " + fact + " already");
        }
        return this;
    }

    /**
     * What is the same in every row.
     *
     * @param value the facts; what they say of a fact that has a column is not read
     * @return this
     */
    public Sql facts(Facts value) {
        facts = requireNonNull(value, "value");
        return this;
    }

    /**
     * The dialect.
     *
     * @param value the dialect
     * @return this
     */
    public Sql dialect(Dialect value) {
        dialect = requireNonNull(value, "value");
        return this;
    }

    /**
     * Of which law, as known when, in which reading.
     *
     * @param value the options
     * @return this
     */
    public Sql options(Options value) {
        options = requireNonNull(value, "value");
        return this;
    }

    /**
     * Asks whether the document is valid on a day, as {@link StatusRules#validOn} does.
     *
     * @param day the day asked about
     * @return this
     */
    public Sql validOn(LocalDate day) {
        validOn = Optional.of(requireNonNull(day, "day"));
        return this;
    }

    /**
     * An expression for the outcome: its name, {@code NULL} for a row whose facts are wrong.
     *
     * @return the text
     * @throws StatusRulesException as {@link StatusRules#ask}, and {@link ErrorCode#VALUE} (a column whose fact is not
     *     of the question, days in two forms, an empty name), {@link ErrorCode#RANGE} (the text would be too long: fewer
     *     columns or one reading make it shorter)
     */
    public String outcome() {
        return text(OUTCOME, Native.UNKNOWN);
    }

    /**
     * An expression for the last valid day, in the form of the column of the last day: {@code NULL} where there is none,
     * the value that means none for an end that is not fixed.
     *
     * @return the text
     * @throws StatusRulesException as {@link #outcome}
     */
    public String day() {
        return text(DAY, Native.UNKNOWN);
    }

    /**
     * A condition: the rows whose outcome is {@link Outcome#YES}. Last days stand in it as ranges, so that an index on
     * them serves.
     *
     * @return the text
     * @throws StatusRulesException as {@link #outcome}
     */
    public String where() {
        return text(WHERE, Native.UNKNOWN);
    }

    /**
     * A condition: the rows whose outcome is {@link Outcome#YES} through a day at least, for {@link Question#EXTENSION}.
     *
     * @param through the day
     * @return the text
     * @throws StatusRulesException as {@link #outcome}
     */
    public String where(LocalDate through) {
        return text(WHERE, Days.number(requireNonNull(through, "through")));
    }

    /**
     * A condition: the rows whose answer changes between two sides, as {@link StatusRules#impact} finds them. The
     * {@link #options options} are not read.
     *
     * @param before the one side
     * @param after the other
     * @return the text
     * @throws StatusRulesException as {@link #outcome}, for each side
     */
    public String impact(Options before, Options after) {
        int[] optionsBefore = numbers(requireNonNull(before, "before"));
        int[] optionsAfter = numbers(requireNonNull(after, "after"));
        int lawBefore = before.law().data().index;
        int lawAfter = after.law().data().index;
        int[] places = places();
        byte[] texts = texts();
        return Native.text((buffer, length, error) -> Flat.impact_sql(buffer, lawBefore, optionsBefore, lawAfter,
            optionsAfter, question.code(), facts.numbers(), places, texts, dialect.code(), length, error));
    }

    private String text(int says, int day) {
        int law = options.law().data().index;
        int[] numbers = numbers(options);
        int[] places = places();
        byte[] texts = texts();
        return Native.text((buffer, length, error) -> Flat.sql(buffer, law, question.code(), facts.numbers(), places,
            texts, dialect.code(), says, day, numbers, length, error));
    }

    private int[] numbers(Options side) {
        return validOn.isPresent() ? side.numbers(validOn.get()) : side.numbers();
    }

    private int[] places() {
        int[] places = new int[columns.size() * FlatConstants.FLAT_SQL_COLUMN_LENGTH];
        int at = 0;
        for (Map.Entry<Fact, SqlColumn> entry : columns.entrySet()) {
            places[at + FlatConstants.FLAT_SQL_COLUMN_FACT] = entry.getKey().code();
            places[at + FlatConstants.FLAT_SQL_COLUMN_FORM] = entry.getValue().form().code();
            at += FlatConstants.FLAT_SQL_COLUMN_LENGTH;
        }
        return places;
    }

    private byte[] texts() {
        StringBuilder texts = new StringBuilder();
        for (SqlColumn column : columns.values()) {
            texts.append(column.name()).append('\0').append(column.table().orElse("")).append('\0')
                .append(column.none().orElse("")).append('\0');
        }
        return texts.toString().getBytes(StandardCharsets.UTF_8);
    }
}
