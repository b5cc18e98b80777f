package org.statusrules.example.arrow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Map;

import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.Float4Vector;
import org.apache.arrow.vector.TinyIntVector;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.LastDay;
import org.statusrules.Outcome;
import org.statusrules.Question;
import org.statusrules.Result;
import org.statusrules.StatusRules;
import org.statusrules.Term;

@DisplayName("Vectors of Arrow are answered where they lie")
class ArrowTest {
    private static final int ROWS = 20_003;

    @Test
    @DisplayName("every row as a single answer, nulls and dictionary included, and nothing is left in memory")
    void rows() {
        try (BufferAllocator memory = new RootAllocator(); ArrowRegister register = new ArrowRegister(memory, ROWS)) {
            register.answer();
            int unknown = 0;
            for (int i = 0; i < ROWS; i++) {
                Facts.Builder facts = Facts.builder().term(ArrowRegister.DICTIONARY[register.terms.get(i)]);
                if (register.lastDays.isNull(i)) {
                    unknown++;
                } else {
                    facts.lastDay(LocalDate.ofEpochDay(register.lastDays.get(i)));
                }
                Answer answer = StatusRules.extension(facts.build());
                assertEquals(answer.outcome(), Outcome.of(register.outcomes.get(i)));
                assertEquals(answer.validThrough().map(LastDay::orElseThrow).orElse(null),
                    register.validThrough.isNull(i) ? null : LocalDate.ofEpochDay(register.validThrough.get(i)));
            }
            assertTrue(unknown > 100, "only " + unknown);
            Map<Outcome, Integer> counts = register.outcomes();
            assertTrue(counts.keySet().size() >= 3, counts::toString);
            assertEquals(ROWS, counts.values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    @Test
    @DisplayName("days as milliseconds count as the day that they lie in")
    void milliseconds() {
        try (BufferAllocator memory = new RootAllocator(); DateMilliVector days = new DateMilliVector("d", memory);
            TinyIntVector outcomes = new TinyIntVector("o", memory)) {
            days.allocateNew(1);
            days.set(0, LocalDate.of(2021, 12, 31).toEpochDay() * 86_400_000L);
            days.setValueCount(1);
            outcomes.allocateNew(1);
            outcomes.setValueCount(1);
            Columns.of(Question.EXTENSION).in(Fact.TERM, Column.constant(Term.PERMANENT_RESIDENCE_PERMIT.code()))
                .in(Fact.LAST_DAY, ArrowColumns.in(days)).out(Result.OUTCOME, ArrowColumns.out(outcomes)).run();
            assertEquals(Outcome.YES, Outcome.of(outcomes.getDataBuffer().getByte(0)));
        }
    }

    @Test
    @DisplayName("a vector of fractions is refused")
    void refused() {
        try (BufferAllocator memory = new RootAllocator(); Float4Vector vector = new Float4Vector("f", memory)) {
            assertThrows(IllegalArgumentException.class, () -> ArrowColumns.in(vector));
        }
    }
}
