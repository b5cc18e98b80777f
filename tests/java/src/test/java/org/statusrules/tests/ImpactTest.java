package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Argument;
import org.statusrules.Box;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Impact;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Result;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;

@DisplayName("What a decree changes")
class ImpactTest {
    private static final LocalDate SAID = LocalDate.of(2021, 11, 29);
    private static final Options LITERAL = Options.DEFAULT.reading(Reading.LITERAL);
    private static final Options BEFORE = LITERAL.knownOn(SAID.minusDays(1));
    private static final Options AFTER = LITERAL.knownOn(SAID);
    private static final Set<Fact> TERM_AND_DAY = EnumSet.of(Fact.TERM, Fact.LAST_DAY);
    private static final Facts IN_RUSSIA = Facts.builder().location(Location.IN_RUSSIA).build();
    /** More than two blocks, and no multiple of them. */
    private static final int ROWS = (1 << 18) * 2 + 4321;
    /** A day after all days. */
    private static final int WRONG = 3_000_000;
    private static final int FIRST = (int) LocalDate.of(2021, 1, 1).toEpochDay();

    private static Facts document(Term term, LocalDate lastDay) {
        return IN_RUSSIA.toBuilder().term(term).lastDay(lastDay).build();
    }

    private static boolean changes(Facts facts, Options before, Options after) {
        Answer one = StatusRules.extension(facts, before);
        Answer other = StatusRules.extension(facts, after);
        return one.outcome() != other.outcome() || !one.validThrough().equals(other.validThrough());
    }

    @Test
    @DisplayName("a case is in a box just where its answer changes, and in one box only")
    void boxes() {
        List<Box> boxes = StatusRules.impact(Question.EXTENSION, IN_RUSSIA, TERM_AND_DAY, BEFORE, AFTER);
        int changed = 0;
        for (Term term : Term.values()) {
            if (term == Term.UNRECOGNIZED) {
                continue;
            }
            for (LocalDate day = LocalDate.of(2021, 6, 1); day.isBefore(LocalDate.of(2022, 2, 1)); day = day.plusDays(1)) {
                Facts facts = document(term, day);
                boolean expected = changes(facts, BEFORE, AFTER);
                assertEquals(expected ? 1 : 0, boxes.stream().filter(box -> box.holds(facts)).count(), facts::toString);
                changed += expected ? 1 : 0;
            }
        }
        assertTrue(changed > 100, "only " + changed);
        assertEquals(List.of(), StatusRules.impact(Question.EXTENSION, IN_RUSSIA, TERM_AND_DAY, AFTER, AFTER));
    }

    @Test
    @DisplayName("a box names values as texts; one of a fact that is not known has none")
    void spans() {
        Facts permit = IN_RUSSIA.toBuilder().term(Term.PERMANENT_RESIDENCE_PERMIT).build();
        List<Box> boxes = StatusRules.impact(Question.EXTENSION, permit, EnumSet.of(Fact.LAST_DAY), BEFORE, AFTER);
        Box.Span unknown = new Box.Span(Optional.empty(), Optional.empty());
        assertEquals(List.of(new Box(Map.of(Fact.LAST_DAY,
            List.of(new Box.Span(Optional.of("2021-12-31"), Optional.of("9999-12-31")), unknown)))), boxes);
        assertTrue(boxes.get(0).holds(permit));
        assertTrue(new Box(Map.of()).holds(permit), "a box without facts holds every case");
    }

    @Test
    @DisplayName("whether a document is valid on a day changes in other cases than its last day")
    void validOn() {
        LocalDate day = LocalDate.of(2022, 3, 1);
        List<Box> boxes = StatusRules.impactValidOn(IN_RUSSIA, day, TERM_AND_DAY, BEFORE, AFTER);
        Facts expired = document(Term.PERMANENT_RESIDENCE_PERMIT, LocalDate.of(2021, 12, 31));
        Facts good = document(Term.PERMANENT_RESIDENCE_PERMIT, LocalDate.of(2022, 12, 31));
        assertTrue(boxes.stream().anyMatch(box -> box.holds(expired)));
        for (Facts facts : List.of(expired, good)) {
            Answer before = StatusRules.validOn(facts, day, BEFORE);
            Answer after = StatusRules.validOn(facts, day, AFTER);
            assertEquals(before.outcome() != after.outcome() || !before.validThrough().equals(after.validThrough()),
                boxes.stream().anyMatch(box -> box.holds(facts)));
        }
    }

    @Test
    @DisplayName("a fact that the question does not ask, and facts out of range, are refused")
    void refused() {
        assertEquals(ErrorCode.VALUE, assertThrows(StatusRulesException.class,
            () -> StatusRules.impact(Question.EXTENSION, IN_RUSSIA, EnumSet.of(Fact.AGE), BEFORE, AFTER)).code());
        assertEquals(ErrorCode.RANGE, assertThrows(StatusRulesException.class,
            () -> StatusRules.impact(Question.EXTENSION, IN_RUSSIA, TERM_AND_DAY, BEFORE,
                AFTER.knownOn(LocalDate.of(10000, 1, 1)))).code());
    }

    // ---- Counted ----

    private final byte[] terms = new byte[ROWS];
    private final int[] lastDays = new int[ROWS];

    ImpactTest() {
        Random random = new Random(6);
        for (int i = 0; i < ROWS; i++) {
            terms[i] = (byte) (1 + random.nextInt(16));
            lastDays[i] = random.nextInt(1000) == 0 ? WRONG : FIRST + random.nextInt(700);
        }
    }

    private Columns register() {
        return Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(terms)).in(Fact.LAST_DAY, Column.of(lastDays))
            .in(Fact.LOCATION, Column.constant(Location.IN_RUSSIA.code()));
    }

    @Test
    @DisplayName("counts are those of one answer after another")
    void counts() {
        Impact impact = register().impact(BEFORE, AFTER);
        assertEquals(ROWS, impact.rows());
        long bad = Arrays.stream(lastDays).filter(day -> day == WRONG).count();
        assertEquals(bad, impact.badRows());
        assertTrue(bad > 400, "only " + bad);
        assertEquals(ROWS, impact.badRows() + impact.unchanged() + impact.changed());
        long byHand = 0;
        LastDay last = LastDay.of(LocalDate.MIN);
        for (int term = 1; term <= 16; term++) {
            for (int day = FIRST; day < FIRST + 700; day++) {
                Facts facts = document(Term.of(term), LocalDate.ofEpochDay(day));
                if (changes(facts, BEFORE, AFTER)) {
                    byHand += rowsOf(term, day);
                    LastDay through = StatusRules.extension(facts, AFTER).validThrough().orElse(last);
                    last = through.compareTo(last) > 0 ? through : last;
                }
            }
        }
        assertEquals(byHand, impact.changed());
        assertTrue(byHand > 1000, "only " + byHand);
        assertEquals(last, impact.changes().stream().flatMap(change -> change.daysAfter().stream())
            .map(Impact.Range::last).max(LastDay::compareTo).orElseThrow());
        assertTrue(impact.changes().stream().allMatch(change -> change.before() == Outcome.SILENT
            && change.after() == Outcome.YES && change.provisionBefore().isEmpty() && change.moved().isEmpty()
            && Law.STATEMENT.provision(change.provisionAfter().orElseThrow()).question() == Question.EXTENSION));
    }

    private int[][] byTermAndDay;

    private int rowsOf(int term, int day) {
        if (byTermAndDay == null) {
            byTermAndDay = new int[17][700];
            for (int i = 0; i < ROWS; i++) {
                if (lastDays[i] != WRONG) {
                    byTermAndDay[terms[i]][lastDays[i] - FIRST]++;
                }
            }
        }
        return byTermAndDay[term][day - FIRST];
    }

    @Test
    @DisplayName("the impact of two parts is that of the whole; other sides do not add up")
    void addsUp() {
        Impact whole = register().impact(BEFORE, AFTER);
        for (Options[] sides : new Options[][] {{BEFORE, AFTER}, {AFTER, BEFORE}}) {
            Impact both = register().impact(sides[0], sides[1]);
            Impact first = part(0, ROWS / 3).impact(sides[0], sides[1]);
            Impact second = part(ROWS / 3, ROWS).impact(sides[0], sides[1]);
            assertEquals(both, first.plus(second));
            assertEquals(both, second.plus(first));
        }
        assertEquals(whole.changed(), whole.transitions().stream().mapToLong(Impact.Change::rows).sum());
        assertEquals(1, whole.transitions().size());
        assertTrue(whole.changes().size() > 1);
        assertThrows(IllegalArgumentException.class, () -> whole.plus(register().impact(AFTER, BEFORE)));
        assertThrows(IllegalArgumentException.class, () -> new Impact(whole.question(), BEFORE, AFTER, whole.rows() + 1,
            whole.badRows(), whole.unchanged(), whole.changes()));
    }

    @Test
    @DisplayName("rows that changed in the same way are one change, with the first and the last of all their days on both sides")
    void ranges() {
        Impact.Change early = change(3, range("2021-07-01", "2021-08-01"), range("2022-01-01", "2022-02-01"));
        Impact.Change late = change(4, range("2021-07-15", "2021-09-01"), range("2021-12-01", "2022-01-15"));
        Impact.Change without = change(5, Optional.empty(), Optional.empty());
        Impact.Change all = change(12, range("2021-07-01", "2021-09-01"), range("2021-12-01", "2022-02-01"));
        for (List<Impact.Change> order : List.of(List.of(early, late, without), List.of(without, late, early),
                List.of(late, without, early))) {
            assertEquals(List.of(all), new Impact(Question.EXTENSION, BEFORE, AFTER, 12, 0, 0, order).changes());
        }
        assertEquals(List.of(without), new Impact(Question.EXTENSION, BEFORE, AFTER, 5, 0, 0, List.of(without)).changes());
    }

    private static Impact.Change change(long rows, Optional<Impact.Range> daysBefore, Optional<Impact.Range> daysAfter) {
        return new Impact.Change(Outcome.YES, Outcome.YES, Optional.of(Impact.Moved.LATER), Optional.of("S2"),
            Optional.of("S3"), rows, daysBefore, daysAfter);
    }

    private static Optional<Impact.Range> range(String first, String last) {
        return Optional.of(new Impact.Range(LastDay.of(LocalDate.parse(first)), LastDay.of(LocalDate.parse(last))));
    }

    private Columns part(int from, int to) {
        return Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(Arrays.copyOfRange(terms, from, to)))
            .in(Fact.LAST_DAY, Column.of(Arrays.copyOfRange(lastDays, from, to)))
            .in(Fact.LOCATION, Column.constant(Location.IN_RUSSIA.code()));
    }

    @Test
    @DisplayName("between readings a day moves, and it is said which way")
    void moves() {
        Options fixed = Options.DEFAULT.reading(Reading.FIXED_DAY);
        int[] days = {(int) LocalDate.of(2021, 12, 1).toEpochDay()};
        byte[] term = {(byte) Term.PERMANENT_RESIDENCE_PERMIT.code()};
        Impact impact = Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(term))
            .in(Fact.LAST_DAY, Column.of(days)).impact(Options.DEFAULT.reading(Reading.SUSPENSION), fixed);
        Impact.Change change = impact.changes().get(0);
        LastDay before = StatusRules.extension(document(Term.PERMANENT_RESIDENCE_PERMIT, LocalDate.of(2021, 12, 1)),
            Options.DEFAULT.reading(Reading.SUSPENSION)).validThrough().orElseThrow();
        assertEquals(Optional.of(new Impact.Range(before, before)), change.daysBefore());
        assertEquals(LastDay.of(LocalDate.of(2022, 7, 18)), change.daysAfter().orElseThrow().first());
        assertEquals(Optional.of(before.compareTo(LastDay.of(LocalDate.of(2022, 7, 18))) < 0 ? Impact.Moved.LATER
            : Impact.Moved.EARLIER), change.moved());
        assertEquals(Optional.of(Impact.Moved.EARLIER == change.moved().get() ? Impact.Moved.LATER : Impact.Moved.EARLIER),
            Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(term)).in(Fact.LAST_DAY, Column.of(days))
                .impact(fixed, Options.DEFAULT.reading(Reading.SUSPENSION)).changes().get(0).moved());
    }

    @Test
    @DisplayName("columns that would be written, or that make both sides the same, are refused")
    void refusedColumns() {
        assertThrows(IllegalStateException.class,
            () -> register().out(Result.OUTCOME, Column.of(new byte[ROWS])).impact(BEFORE, AFTER));
        for (Argument side : List.of(Argument.KNOWN_ON, Argument.EDITION)) {
            assertTrue(assertThrows(IllegalStateException.class,
                () -> register().in(side, Column.constant(Packed.UNKNOWN)).impact(BEFORE, AFTER)).getMessage()
                .contains(side.key()));
        }
        Column readings = Column.constant(Reading.LITERAL.code());
        for (Options other : List.of(Options.DEFAULT, Options.DEFAULT.reading(Reading.FIXED_DAY))) {
            assertTrue(assertThrows(IllegalStateException.class,
                () -> register().in(Argument.READING, readings).impact(other, LITERAL)).getMessage()
                .contains(Argument.READING.key()));
        }
        // Between sides of one reading it is a column like others.
        assertEquals(register().impact(BEFORE, AFTER).changed(), register().in(Argument.READING, readings)
            .impact(Options.DEFAULT.knownOn(SAID.minusDays(1)), Options.DEFAULT.knownOn(SAID)).changed());
    }
}
