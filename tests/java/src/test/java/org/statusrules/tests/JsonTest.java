package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Box;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Impact;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Provision;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.SqlColumn;
import org.statusrules.StatusRules;
import org.statusrules.Step;
import org.statusrules.Term;
import org.statusrules.Versions;

import tools.jackson.databind.json.JsonMapper;

@DisplayName("Records go to JSON and back with a plain Jackson")
class JsonTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static <T> void assertReturns(T value, Class<T> type) {
        assertEquals(value, JSON.readValue(JSON.writeValueAsString(value), type));
    }

    @Test
    @DisplayName("the answer of every vector")
    void answers() {
        int answers = 0;
        for (String file : Vectors.FILES.keySet()) {
            List<Vectors.Row> rows = Vectors.read(file);
            // Every seventh: all kinds of answers, in a second.
            for (int i = 0; i < rows.size(); i += 7) {
                if (rows.get(i).error().isEmpty()) {
                    assertReturns(rows.get(i).ask(), Answer.class);
                    answers++;
                }
            }
        }
        assertTrue(answers > 1000, "only " + answers);
    }

    @Test
    @DisplayName("an answer is written as one would write it by hand")
    void written() {
        String json = JSON.writeValueAsString(StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, LocalDate.of(2021, 12, 31)));
        assertTrue(json.contains("\"outcome\":\"YES\""), json);
        assertTrue(json.contains("\"validThrough\":{\"day\":\"2022-07-18\"}"), json);
        assertTrue(json.contains("\"provisionId\":\"S1\""), json);
        assertTrue(json.contains("\"assumed\":[\"LOCATION\"]"), json);
    }

    @Test
    @DisplayName("provisions, steps, options, last days and versions")
    void others() {
        Law.all().forEach(law -> law.provisions().forEach(provision -> assertReturns(provision, Provision.class)));
        Facts facts = Facts.builder().term(Term.VISA).lastDay(LocalDate.of(2021, 7, 1)).build();
        List<Step> steps = StatusRules.steps(Question.EXTENSION, facts, Options.DEFAULT.law(Law.MEASURES));
        assertTrue(steps.size() > 1);
        steps.forEach(step -> assertReturns(step, Step.class));
        assertReturns(Options.DEFAULT, Options.class);
        assertReturns(Options.DEFAULT.law(Law.MEASURES).knownOn(LocalDate.of(2021, 11, 29)).edition(1)
            .reading(Reading.LITERAL).strict(true), Options.class);
        assertReturns(LastDay.none(), LastDay.class);
        assertReturns(LastDay.of(LocalDate.of(1, 1, 1)), LastDay.class);
        assertReturns(StatusRules.versions(), Versions.class);
        StatusRules.impact(Question.EXTENSION, facts, Set.of(Fact.TERM, Fact.LAST_DAY), Options.DEFAULT,
            Options.DEFAULT.reading(Reading.LITERAL)).forEach(box -> assertReturns(box, Box.class));
        assertReturns(SqlColumn.of("term").table("register").none("none"), SqlColumn.class);
        byte[] terms = {7, 7, 1};
        int[] lastDays = {18992, 19000, 18990};
        Impact impact = Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(terms))
            .in(Fact.LAST_DAY, Column.of(lastDays)).impact(Options.DEFAULT.knownOn(LocalDate.of(2021, 11, 28)), Options.DEFAULT);
        assertTrue(impact.changed() > 0, impact::toString);
        assertReturns(impact, Impact.class);
        Receipt receipt = StatusRules.receipt(Question.EXTENSION, facts, Options.DEFAULT);
        assertReturns(receipt, Receipt.class);
        assertReturns(receipt.contents().orElseThrow(), Receipt.Contents.class);
    }
}
