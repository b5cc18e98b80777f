package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Country;
import org.statusrules.Fact;
import org.statusrules.FactKind;
import org.statusrules.Facts;
import org.statusrules.Language;
import org.statusrules.LastDay;
import org.statusrules.Location;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;

@DisplayName("Facts")
class FactsTest {
    @Test
    @DisplayName("what was not said is unknown, and nothing else")
    void unknown() {
        Facts facts = Facts.builder().build();
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED) {
                assertFalse(facts.isKnown(fact));
                assertEquals(Optional.empty(), facts.get(fact));
            }
        }
        assertEquals(Map.of(), facts.toMap());
        assertEquals(facts, Facts.builder().identified(true).unknown(Fact.IDENTIFIED).build());
    }

    @Test
    @DisplayName("texts, labels and objects say the same")
    void ofMap() {
        Facts built = Facts.builder().term(Term.PERMANENT_RESIDENCE_PERMIT).lastDay(LocalDate.of(2021, 12, 31))
            .location(Location.IN_RUSSIA).citizenship(new Country("UZ")).none(Fact.SETTLED_ON).identified(true).age(30)
            .build();
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("term", "Вид на жительство");
        texts.put("last_day", "2021-12-31");
        texts.put("location", "in Russia");
        texts.put("citizenship", "Узбекистан");
        texts.put("settled_on", "none");
        texts.put("identified", "yes");
        texts.put("age", "30");
        texts.put("issued_on", null);
        assertEquals(built, Facts.of(texts));
        assertEquals(built.hashCode(), Facts.of(texts).hashCode());
        assertEquals(built, Facts.of(Map.of("term", Term.PERMANENT_RESIDENCE_PERMIT, "last_day",
            LastDay.of(LocalDate.of(2021, 12, 31)), "location", Location.IN_RUSSIA, "citizenship", new Country("UZ"),
            "settled_on", LastDay.none(), "identified", true, "age", 30)));
        assertEquals(built, Facts.of(built.toMap()));
        assertEquals(built, built.toBuilder().build());
        assertNotEquals(built, built.toBuilder().age(31).build());
    }

    @Test
    @DisplayName("what the builder was given comes out again, and goes in again")
    void get() {
        Facts facts = Facts.builder().term(Term.VISA).lastDay(LocalDate.of(2021, 7, 1)).issuedOn(LocalDate.of(2021, 1, 1))
            .none(Fact.CITIZENSHIP).residenceState(Country.ABKHAZIA).identified(false).age(0).build();
        assertEquals(Optional.of(Term.VISA), facts.get(Fact.TERM));
        assertEquals(Optional.of(LastDay.of(LocalDate.of(2021, 7, 1))), facts.get(Fact.LAST_DAY));
        assertEquals(Optional.of(LocalDate.of(2021, 1, 1)), facts.get(Fact.ISSUED_ON));
        assertEquals(Optional.of(LastDay.none()), facts.get(Fact.CITIZENSHIP));
        assertEquals(Optional.of(Country.ABKHAZIA), facts.get(Fact.RESIDENCE_STATE));
        assertEquals(Optional.of(false), facts.get(Fact.IDENTIFIED));
        assertEquals(Optional.of(0), facts.get(Fact.AGE));
        Map<String, Object> objects = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED) {
                facts.get(fact).ifPresent(value -> objects.put(fact.key(), value));
            }
        }
        assertEquals(facts, Facts.of(objects));
    }

    @Test
    @DisplayName("a fact says which kind of value it takes, and whether it may be none")
    void kinds() {
        Map<FactKind, Object> samples = Map.of(FactKind.DAY, LocalDate.of(2021, 7, 1), FactKind.NUMBER, 1, FactKind.YES_NO, true,
            FactKind.COUNTRY, new Country("UZ"));
        for (Fact fact : Fact.values()) {
            if (fact == Fact.UNRECOGNIZED) {
                continue;
            }
            if (fact.kind() != FactKind.NAME) {
                Object sample = samples.get(fact.kind());
                assertTrue(Facts.of(Map.of(fact.key(), sample)).isKnown(fact), fact::key);
            }
            if (fact.mayBeNone()) {
                assertEquals(Optional.of(LastDay.none()), Facts.builder().none(fact).build().get(fact));
            } else {
                assertThrows(StatusRulesException.class, () -> Facts.builder().none(fact), fact::key);
            }
        }
        assertEquals(FactKind.NAME, Fact.TERM.kind());
        assertTrue(Fact.PCR_HOURS.mayBeNone());
    }

    @Test
    @DisplayName("facts do not change when their builder does")
    void immutable() {
        Facts.Builder builder = Facts.builder().age(30);
        Facts facts = builder.build();
        builder.age(31);
        assertEquals(Optional.of(30), facts.get(Fact.AGE));
    }

    @Test
    @DisplayName("a state has a code and labels")
    void countries() {
        assertEquals("UZ", Country.named("uzbekistan").key());
        assertEquals("Узбекистан", new Country("UZ").label(Language.RU));
        assertEquals(new Country("XA"), Country.named("Абхазия"));
        assertTrue(new Country("uz").equals(new Country("UZ")));
    }
}
