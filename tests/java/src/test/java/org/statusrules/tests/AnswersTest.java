package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Country;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Interval;
import org.statusrules.Language;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Level;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.ReadingAnswer;
import org.statusrules.StatusRules;
import org.statusrules.Step;
import org.statusrules.StepKind;
import org.statusrules.Term;

@DisplayName("Questions and answers")
class AnswersTest {
    private static final LocalDate END_OF_2021 = LocalDate.of(2021, 12, 31);
    private static final Facts PERMIT_OF_SEPTEMBER = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT)
        .lastDay(LocalDate.of(2021, 9, 30)).location(Location.IN_RUSSIA).build();

    private static LastDay day(int year, int month, int day) {
        return LastDay.of(LocalDate.of(year, month, day));
    }

    @Test
    @DisplayName("a residence permit that ends on 31 December 2021 is valid through 18 July 2022, and says by what")
    void theAnswerOfTheReadme() {
        Answer answer = StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, END_OF_2021);
        assertEquals(Outcome.YES, answer.outcome());
        assertEquals(Optional.of(day(2022, 7, 18)), answer.validThrough());
        assertEquals(Set.of(Fact.LOCATION), answer.assumed());
        assertEquals(Set.of(), answer.missing());
        assertEquals("S1", answer.provisionId().orElseThrow());
        assertTrue(answer.provision().orElseThrow().source().startsWith("Statement by Ms. Valentina Kazakova"));
        assertTrue(answer.provision().orElseThrow().source().contains(", 29 November 2021, "));
        assertTrue(answer.provision().orElseThrow().source(Language.RU).contains(", 29 ноября 2021 г., "));
    }

    @Test
    @DisplayName("the short forms answer as the long one does")
    void shortForms() {
        Facts facts = Facts.builder().term(Term.VISA).lastDay(END_OF_2021).build();
        Answer answer = StatusRules.ask(Question.EXTENSION, facts, Options.DEFAULT);
        assertEquals(answer, StatusRules.extension(Term.VISA, END_OF_2021));
        assertEquals(answer, StatusRules.extension(Term.VISA, LastDay.of(END_OF_2021)));
        assertEquals(answer, StatusRules.extension(facts));
        assertEquals(answer, StatusRules.extension(facts, Options.DEFAULT));
    }

    @Test
    @DisplayName("a document without term is not extended: silent, which is not no")
    void withoutTerm() {
        assertEquals(Outcome.SILENT,
            StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, LastDay.none()).outcome());
    }

    @Test
    @DisplayName("readings that disagree are a conflict, and each says its day")
    void readings() {
        Answer answer = StatusRules.extension(PERMIT_OF_SEPTEMBER);
        assertEquals(Outcome.CONFLICT, answer.outcome());
        assertEquals(List.of(Reading.LITERAL, Reading.SUSPENSION, Reading.FIXED_DAY),
            answer.readings().stream().map(ReadingAnswer::reading).toList());
        assertEquals(Outcome.SILENT, answer.reading(Reading.LITERAL).orElseThrow().outcome());
        assertEquals(Optional.of(day(2022, 4, 17)), answer.reading(Reading.SUSPENSION).orElseThrow().validThrough());
        assertEquals(Optional.of(day(2022, 7, 18)), answer.reading(Reading.FIXED_DAY).orElseThrow().validThrough());
        assertEquals(Optional.of(day(2022, 4, 17)), answer.earliest());
        assertEquals(Optional.of(day(2022, 7, 18)), answer.latest());
    }

    @Test
    @DisplayName("a chosen reading is the only one asked")
    void oneReading() {
        Answer answer = StatusRules.extension(PERMIT_OF_SEPTEMBER, Options.DEFAULT.reading(Reading.SUSPENSION));
        assertEquals(Outcome.YES, answer.outcome());
        assertEquals(1, answer.readings().size());
        assertTrue(answer.reading(Reading.LITERAL).isEmpty());
    }

    @Test
    @DisplayName("the law, the day of knowledge and strictness change the answer")
    void options() {
        Options measures = Options.DEFAULT.law(Law.MEASURES).knownOn(LocalDate.of(2021, 11, 29))
            .reading(Reading.LITERAL);
        assertEquals(Optional.of(LastDay.of(END_OF_2021)),
            StatusRules.extension(PERMIT_OF_SEPTEMBER, measures).validThrough());
        Facts permit = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(END_OF_2021).build();
        assertEquals(Outcome.SILENT,
            StatusRules.extension(permit, Options.DEFAULT.knownOn(LocalDate.of(2021, 11, 28))).outcome());
        Answer strict = StatusRules.extension(permit, Options.DEFAULT.strict(true));
        assertEquals(Outcome.UNDETERMINED, strict.outcome());
        assertTrue(strict.missing().contains(Fact.LOCATION));
        assertEquals(Set.of(Outcome.YES, Outcome.SILENT), strict.possible());
        assertEquals(1, StatusRules.extension(permit, Options.DEFAULT.edition(1)).edition());
    }

    @Test
    @DisplayName("valid on a day: through the last day, and no longer")
    void validOn() {
        Facts permit = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(END_OF_2021)
            .location(Location.IN_RUSSIA).build();
        assertEquals(Outcome.YES, StatusRules.validOn(permit, LocalDate.of(2022, 7, 18)).outcome());
        assertEquals(Outcome.NO, StatusRules.validOn(permit, LocalDate.of(2022, 7, 19)).outcome());
        Answer own = StatusRules.validOn(permit, LocalDate.of(2021, 12, 31));
        assertEquals(Outcome.YES, own.outcome());
        assertEquals(Optional.empty(), own.provision());
    }

    @Test
    @DisplayName("eligibility and entry for education are asked by name")
    void eligibility() {
        Facts inRussia = Facts.builder().location(Location.IN_RUSSIA).build();
        assertEquals("S3", StatusRules.eligibility(Question.VACCINATION, inRussia).provisionId().orElseThrow());
        Facts student = Facts.builder().level(Level.HIGHER).build();
        Answer entry = StatusRules.educationEntry(student);
        assertEquals(StatusRules.ask(Question.EDUCATION_ENTRY, student, Options.DEFAULT), entry);
        assertEquals(Outcome.YES, entry.outcome());
    }

    @Test
    @DisplayName("an end that is not fixed is none, and comes after every day")
    void openEnd() {
        Facts stay = Facts.builder().term(Term.TEMPORARY_STAY).lastDay(LocalDate.of(2022, 8, 1))
            .citizenship(new Country("UA")).none(Fact.RESIDENCE_STATE).identified(true).location(Location.IN_RUSSIA)
            .build();
        Answer answer = StatusRules.extension(stay, Options.DEFAULT.law(Law.MEASURES));
        assertEquals(Optional.of(LastDay.none()), answer.validThrough());
        assertTrue(LastDay.none().compareTo(day(9999, 12, 31)) > 0);
        assertTrue(LastDay.none().covers(LocalDate.of(9999, 12, 31)));
        assertEquals("none", LastDay.none().toString());
    }

    @Test
    @DisplayName("an explanation says the day and the source, in both languages, however long")
    void explanation() {
        Facts permit = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(END_OF_2021).build();
        String english = StatusRules.explain(Question.EXTENSION, permit, Options.DEFAULT, Language.EN);
        assertTrue(english.contains("valid up to and including 18 July 2022"), english);
        assertTrue(english.contains("https://"), english);
        String russian = StatusRules.explain(Question.EXTENSION, permit, Options.DEFAULT, Language.RU);
        assertTrue(russian.contains("по 18 июля 2022 г. включительно"), russian);
        String without = StatusRules.explain(Question.EXTENSION, Facts.builder().build(),
            Options.DEFAULT.law(Law.MEASURES), Language.RU);
        assertTrue(without.endsWith("\n") || without.endsWith("."), "the text was cut: " + without);
    }

    @Test
    @DisplayName("the steps tell what was asked, what was presumed and what decided")
    void steps() {
        Facts permit = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(END_OF_2021).build();
        List<Step> steps = StatusRules.steps(Question.EXTENSION, permit, Options.DEFAULT);
        Step decided = steps.stream().filter(step -> step.kind() == StepKind.DECIDED).findFirst().orElseThrow();
        assertEquals(Optional.of("S1"), decided.provisionId());
        assertEquals(Optional.of(LastDay.of(END_OF_2021)), decided.dayBefore());
        assertEquals(Optional.of(day(2022, 7, 18)), decided.dayAfter());
        Step asked = steps.stream().filter(step -> step.subject().equals(Optional.of("term"))).findFirst().orElseThrow();
        assertEquals(Optional.of("permanent_residence_permit"), asked.value());
        assertTrue(asked.condition().orElseThrow().values().contains("permanent_residence_permit"));
        assertTrue(steps.stream().anyMatch(step -> step.kind() == StepKind.ASSUMED
            && step.subject().equals(Optional.of("location"))));
    }

    @Test
    @DisplayName("every vector has steps that can be read")
    void stepsOfEveryVector() {
        for (String file : Vectors.FILES.keySet()) {
            for (Vectors.Row row : Vectors.read(file)) {
                if (row.error().isEmpty()) {
                    for (Step step : StatusRules.steps(row.question(), row.facts(), row.options())) {
                        assertTrue(step.kind() != StepKind.UNRECOGNIZED, row.sentence());
                    }
                }
            }
        }
    }

    @Test
    @DisplayName("a packed answer says the same")
    void packed() {
        long packed = Packed.extension(Term.PERMANENT_RESIDENCE_PERMIT.code(), (int) END_OF_2021.toEpochDay());
        assertEquals(Outcome.YES, Packed.outcome(packed));
        assertEquals(LocalDate.of(2022, 7, 18), LocalDate.ofEpochDay(Packed.day(packed)));
        assertEquals("S1", Law.STATEMENT.provisions().get(Packed.provision(packed) - 1).id());
        long silent = Packed.extension(Term.VISA.code(), (int) END_OF_2021.toEpochDay());
        assertEquals(Outcome.SILENT, Packed.outcome(silent));
        assertEquals(Packed.NOT_A_DAY, Packed.day(silent));
        assertEquals(0, Packed.provision(silent));
    }

    @Test
    @DisplayName("an answer says how long it stays the same, and the same is true on those days and on no day around them")
    void sameDays() {
        Facts permit = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(END_OF_2021)
            .location(Location.IN_RUSSIA).build();
        Answer answer = StatusRules.validOn(permit, LocalDate.of(2022, 3, 1));
        assertEquals(Optional.of(LocalDate.of(2022, 1, 1)), answer.sameFrom());
        assertEquals(Optional.of(LocalDate.of(2022, 7, 18)), answer.sameUntil());
        assertEquals(answer, StatusRules.validOn(permit, LocalDate.of(2022, 7, 18)));
        assertEquals(Outcome.NO, StatusRules.validOn(permit, LocalDate.of(2022, 7, 19)).outcome());
        assertEquals(Optional.empty(), StatusRules.extension(permit).sameFrom());
        Answer brief = StatusRules.validOn(permit, LocalDate.of(2022, 3, 1), Options.DEFAULT.brief(true));
        assertEquals(Optional.empty(), brief.sameUntil());
        assertEquals(answer.outcome(), brief.outcome());
    }

    @Test
    @DisplayName("what is missing most is asked next")
    void askNext() {
        Facts visa = Facts.builder().term(Term.VISA).lastDay(LocalDate.of(2021, 7, 1)).build();
        Answer answer = StatusRules.extension(visa, Options.DEFAULT.law(Law.MEASURES));
        assertTrue(answer.missing().contains(answer.askNext().orElseThrow()));
        assertEquals(Optional.empty(), StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, END_OF_2021).askNext());
    }

    @Test
    @DisplayName("the other way round: the days for which the answer is yes")
    void inverse() {
        Facts permit = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).location(Location.IN_RUSSIA).build();
        Options fixed = Options.DEFAULT.reading(Reading.FIXED_DAY);
        List<Interval> good = StatusRules.yesThrough(Question.EXTENSION, permit, Fact.LAST_DAY,
            LocalDate.of(2022, 7, 18), fixed);
        assertTrue(good.stream().anyMatch(days -> days.contains(END_OF_2021)), good::toString);
        for (LocalDate day = LocalDate.of(2021, 5, 1); day.isBefore(LocalDate.of(2022, 3, 1)); day = day.plusDays(1)) {
            LocalDate lastDay = day;
            Optional<LastDay> through = StatusRules.extension(permit.toBuilder().lastDay(day).build(), fixed).validThrough();
            assertEquals(through.isPresent() && through.get().covers(LocalDate.of(2022, 7, 18)),
                good.stream().anyMatch(days -> days.contains(lastDay)), day::toString);
        }
        Facts dated = permit.toBuilder().lastDay(END_OF_2021).build();
        assertEquals(LocalDate.of(2022, 7, 18), StatusRules.validDays(dated, fixed).get(0).last());
        assertEquals(List.of(), StatusRules.yesFor(Question.EXTENSION,
            Facts.builder().term(Term.PATENT).build(), Fact.LAST_DAY, Options.DEFAULT));
    }

    @Test
    @DisplayName("versions say what is at work")
    void versions() {
        assertEquals("0.1.0", StatusRules.versions().library());
        assertEquals(Law.MEASURES.edition(), StatusRules.versions().editions().get("measures"));
        assertEquals(Law.STATEMENT.digest(1), StatusRules.versions().digests().get("statement"));
        assertTrue(Source.lines("tests/surface/editions.txt").contains("statement 1 = " + Law.STATEMENT.digest(1)));
    }
}
