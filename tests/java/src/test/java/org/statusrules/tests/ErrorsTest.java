package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.statusrules.Argument;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Country;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Language;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Receipt;
import org.statusrules.Result;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;

@DisplayName("Errors say what was given, what is allowed and what to do")
class ErrorsTest {
    /** What Java cannot do wrong: null is a NullPointerException; structs and buffers of C are made by the jar. */
    private static final Set<ErrorCode> NOT_MET =
        EnumSet.of(ErrorCode.OK, ErrorCode.NULL, ErrorCode.SIZE, ErrorCode.TRUNCATED, ErrorCode.UNRECOGNIZED);
    private static final LocalDate DAY = LocalDate.of(2021, 12, 31);
    private static final Facts PERMIT = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(DAY).build();

    private static Map<ErrorCode, Executable> wrong() {
        Map<ErrorCode, Executable> wrong = new EnumMap<>(ErrorCode.class);
        wrong.put(ErrorCode.VALUE, () -> Facts.builder().none(Fact.ISSUED_ON));
        wrong.put(ErrorCode.RANGE, () -> Facts.builder().age(151));
        wrong.put(ErrorCode.ORDER, () -> StatusRules.extension(PERMIT.toBuilder().issuedOn(DAY.plusDays(1)).build()));
        wrong.put(ErrorCode.RESULT, () -> StatusRules.extension(
            Facts.builder().term(Term.REFUGEE_CERTIFICATE).lastDay(LocalDate.of(9999, 12, 31)).build()));
        wrong.put(ErrorCode.SYNTAX, () -> Facts.of(Map.of("last_day", "31.12.2021")));
        wrong.put(ErrorCode.NO_SUCH_DAY, () -> Facts.of(Map.of("last_day", "2021-02-29")));
        wrong.put(ErrorCode.NAME, () -> Term.named("permanent_residence_permut"));
        wrong.put(ErrorCode.EDITION, () -> StatusRules.extension(PERMIT, Options.DEFAULT.edition(9999)));
        wrong.put(ErrorCode.DISAGREES, () -> StatusRules.educationEntry(
            Facts.builder().onDay(DAY).notifiedOn(DAY.minusDays(10)).noticeDays(11).build(),
            Options.DEFAULT.law(Law.MEASURES)));
        wrong.put(ErrorCode.OVERLAP, ErrorsTest::overlap);
        wrong.put(ErrorCode.ALIGNMENT, () -> columns(Column.of(buffer(9).position(1), Column.Type.INT32),
            Column.of(new byte[2])));
        wrong.put(ErrorCode.RECEIPT, () -> new Receipt("no receipt"));
        wrong.put(ErrorCode.CHECK_SYMBOL, () -> {
            String text = StatusRules.receipt(Question.EXTENSION, PERMIT, Options.DEFAULT).text();
            new Receipt((text.charAt(0) == '0' ? '1' : '0') + text.substring(1));
        });
        wrong.put(ErrorCode.NOT_A_DAY, ErrorsTest::notADay);
        return wrong;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocateDirect(length).order(ByteOrder.nativeOrder());
    }

    private static long columns(Column lastDays, Column outcomes) {
        return Columns.of(Question.EXTENSION).in(Fact.TERM, Column.constant(Term.VISA.code()))
            .in(Fact.LAST_DAY, lastDays).out(Result.OUTCOME, outcomes).run();
    }

    private static void overlap() {
        ByteBuffer both = buffer(12);
        columns(Column.of(both.slice(0, 8).order(ByteOrder.nativeOrder()), Column.Type.INT32),
            Column.of(both.slice(4, 8).order(ByteOrder.nativeOrder()), Column.Type.INT32));
    }

    /** In a column a bad day is the error of its row: it is told as the exception that the row would have been. */
    private static void notADay() {
        byte[] errors = new byte[2];
        long bad = Columns.of(Question.EXTENSION).in(Fact.TERM, Column.constant(Term.VISA.code()))
            .in(Fact.LAST_DAY, Column.of(new int[] {0, Packed.NOT_A_DAY}))
            .out(Result.ERROR, Column.of(errors)).run();
        assertEquals(1, bad);
        assertEquals(ErrorCode.OK, ErrorCode.of(errors[0]));
        assertEquals(ErrorCode.NOT_A_DAY, ErrorCode.of(errors[1]));
    }

    @Test
    @DisplayName("every error that can be met is met")
    void everyError() throws Throwable {
        EnumSet<ErrorCode> expected = EnumSet.complementOf(EnumSet.copyOf(NOT_MET));
        Map<ErrorCode, Executable> wrong = wrong();
        assertEquals(expected, EnumSet.copyOf(wrong.keySet()));
        for (ErrorCode code : expected) {
            if (code == ErrorCode.NOT_A_DAY) {
                wrong.get(code).execute();
                continue;
            }
            StatusRulesException error = assertThrows(StatusRulesException.class, wrong.get(code), code::key);
            assertEquals(code, error.code());
            assertTrue(error.getMessage().length() > 10, error::getMessage);
            assertTrue(error.message(Language.RU).chars().anyMatch(letter -> letter >= 'а' && letter <= 'я'));
        }
    }

    private static StatusRulesException failure(Executable call) {
        return assertThrows(StatusRulesException.class, call);
    }

    @Test
    @DisplayName("a number out of range says fact, value and range")
    void range() {
        StatusRulesException error = failure(() -> Facts.builder().age(151));
        assertEquals(Optional.of(Fact.AGE), error.fact());
        assertEquals(Optional.empty(), error.argument());
        assertEquals(151, error.value());
        assertEquals(0, error.first());
        assertEquals(150, error.last());
        assertTrue(error.getMessage().contains("151") && error.getMessage().contains("150"), error::getMessage);
    }

    @Test
    @DisplayName("a day that no int holds is out of range, not another day")
    void daysOutOfRange() {
        for (LocalDate day : new LocalDate[] {LocalDate.MIN, LocalDate.of(0, 12, 31), LocalDate.of(10000, 1, 1), LocalDate.MAX}) {
            assertEquals(ErrorCode.RANGE, failure(() -> Facts.builder().lastDay(day)).code(), day::toString);
            assertEquals(ErrorCode.RANGE, failure(() -> StatusRules.extension(Term.VISA, day)).code(), day::toString);
            assertEquals(ErrorCode.RANGE, failure(() -> StatusRules.extension(PERMIT, Options.DEFAULT.knownOn(day))).code());
            assertEquals(ErrorCode.RANGE, failure(() -> StatusRules.validOn(PERMIT, day)).code());
        }
    }

    @Test
    @DisplayName("a number that no int holds is out of range, not another number")
    void numbersOutOfRange() {
        assertEquals(ErrorCode.RANGE, failure(() -> Facts.of(Map.of("age", 1L << 32))).code());
        assertEquals(ErrorCode.RANGE, failure(() -> Facts.of(Map.of("age", "4294967296"))).code());
        assertEquals(ErrorCode.RANGE, failure(() -> Facts.of(Map.of("pcr_hours", Integer.MIN_VALUE))).code());
    }

    @Test
    @DisplayName("the number that stands for none, or for unknown, is a number like others where a number is given")
    void numbersThatStandForSomething() {
        Facts.Builder builder = Facts.builder();
        for (int number : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            Map<Fact, Executable> calls = Map.of(Fact.PCR_HOURS, () -> builder.pcrHours(number),
                Fact.VISA_DAYS_LEFT, () -> builder.visaDaysLeft(number), Fact.NOTICE_DAYS, () -> builder.noticeDays(number),
                Fact.AGE, () -> builder.age(number));
            calls.forEach((fact, call) -> {
                for (Executable way : new Executable[] {call, () -> Facts.of(Map.of(fact.key(), number)),
                    () -> Facts.of(Map.of(fact.key(), Integer.toString(number)))}) {
                    StatusRulesException error = failure(way);
                    assertEquals(ErrorCode.RANGE, error.code());
                    assertEquals(Optional.of(fact), error.fact());
                    assertEquals(number, error.value());
                    assertTrue(error.getMessage().contains(Integer.toString(number)), error::getMessage);
                }
            });
            assertEquals(ErrorCode.EDITION, failure(() -> StatusRules.extension(PERMIT, Options.DEFAULT.edition(number))).code());
        }
        assertEquals(Facts.builder().build(), builder.build());
    }

    @Test
    @DisplayName("a text that is no number says so, with the fact and its range")
    void noNumber() {
        for (String text : new String[] {"many", "", "12.5", "12 "}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Facts.of(Map.of("age", text))).getMessage();
            assertEquals("the fact age takes a whole number from 0 to 150, not “" + text + "”", message);
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Facts.of(Map.of("pcr_hours", "never"))).getMessage()
            .contains("from 0 to 87600 or none"));
    }

    @Test
    @DisplayName("a near miss is told")
    void nearMiss() {
        StatusRulesException error = failure(() -> Term.named("permanent_residence_permut"));
        assertEquals(OptionalInt.of(Term.PERMANENT_RESIDENCE_PERMIT.code()), error.nearest());
        assertTrue(error.getMessage().contains("permanent_residence_permit"), error::getMessage);
        assertEquals(OptionalInt.empty(), failure(() -> Term.named("something else")).nearest());
        assertEquals(ErrorCode.NAME, failure(() -> Facts.of(Map.of("last_dya", "2021-12-31"))).code());
        assertEquals(ErrorCode.NAME, failure(() -> new Country("QQ")).code());
        assertEquals(ErrorCode.NAME, failure(() -> new Country("none")).code());
    }

    @Test
    @DisplayName("a date that is wrong says of which fact it is, and where")
    void offset() {
        for (String text : new String[] {"2021/12/31", "2021-02-29", ""}) {
            StatusRulesException error = failure(() -> Facts.of(Map.of("term", "visa", "issued_on", text)));
            assertEquals(Optional.of(Fact.ISSUED_ON), error.fact());
            assertEquals(Optional.empty(), error.argument());
            assertTrue(error.getMessage().startsWith("issued_on: "), error::getMessage);
            assertTrue(error.message(Language.RU).startsWith("issued_on: "), error::getMessage);
        }
        assertEquals(4, failure(() -> Facts.of(Map.of("last_day", "2021/12/31"))).offset());
        assertEquals(8, failure(() -> Facts.of(Map.of("last_day", "2021-02-29"))).offset());
    }

    @Test
    @DisplayName("the result out of range says which last day still has one")
    void result() {
        StatusRulesException error = failure(wrong().get(ErrorCode.RESULT));
        LocalDate last = LocalDate.ofEpochDay(error.last());
        Facts.Builder refugee = Facts.builder().term(Term.REFUGEE_CERTIFICATE);
        StatusRules.extension(refugee.lastDay(last).build());
        assertThrows(StatusRulesException.class, () -> StatusRules.extension(refugee.lastDay(last.plusDays(1)).build()));
    }

    @Test
    @DisplayName("what is not asked that way is refused")
    void wrongQuestions() {
        assertEquals(Optional.of(Argument.QUESTION),
            failure(() -> StatusRules.eligibility(Question.EXTENSION, PERMIT)).argument());
        assertEquals(Optional.of(Argument.LAW), failure(() -> new Law("code")).argument());
        assertEquals(ErrorCode.EDITION, failure(() -> Law.STATEMENT.digest(0)).code());
        assertEquals(ErrorCode.VALUE,
            failure(() -> StatusRules.explain(Question.EXTENSION, PERMIT, Options.DEFAULT, Language.NAME)).code());
    }

    @Test
    @DisplayName("a value of the wrong class says which it should be")
    void wrongClass() {
        for (Map<String, Object> facts : Arrays.<Map<String, Object>>asList(Map.of("term", Fact.TERM),
                Map.of("last_day", 18000), Map.of("age", DAY), Map.of("identified", 1), Map.of("citizenship", 5),
                Map.of("location", LastDay.of(DAY)))) {
            String message = assertThrows(IllegalArgumentException.class, () -> Facts.of(facts)).getMessage();
            assertTrue(message.contains(facts.keySet().iterator().next()) && message.contains("takes a"), message);
        }
    }

    @Test
    @DisplayName("UNRECOGNIZED is never asked with")
    void unrecognized() {
        assertThrows(IllegalStateException.class, () -> StatusRules.extension(Term.UNRECOGNIZED, DAY));
        assertThrows(IllegalStateException.class, () -> StatusRules.ask(Question.UNRECOGNIZED, PERMIT, Options.DEFAULT));
        assertEquals(Term.UNRECOGNIZED, Term.of(99));
        assertEquals(Term.UNRECOGNIZED, Term.of(0));
        assertEquals(Term.UNRECOGNIZED, Term.of(-1));
        assertEquals(Term.UNRECOGNIZED, Term.of(Integer.MIN_VALUE));
    }
}
