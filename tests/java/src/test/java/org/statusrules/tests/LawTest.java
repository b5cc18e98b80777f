package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Certainty;
import org.statusrules.Condition;
import org.statusrules.Effect;
import org.statusrules.Fact;
import org.statusrules.Law;
import org.statusrules.Outcome;
import org.statusrules.Provision;
import org.statusrules.Question;
import org.statusrules.StatusRules;
import org.statusrules.Versions;

@DisplayName("The law can be read")
class LawTest {
    @Test
    @DisplayName("both laws, with as many provisions as README says")
    void laws() {
        assertEquals(List.of(Law.STATEMENT, Law.MEASURES), Law.all());
        assertTrue(Source.text("README.md").contains("in " + Law.STATEMENT.provisions().size() + " provisions"));
        assertTrue(Source.text("README.md").contains("in " + Law.MEASURES.provisions().size() + " provisions"));
    }

    @Test
    @DisplayName("every provision says where it stands and what it rests on")
    void provisions() {
        for (Law law : Law.all()) {
            int number = 0;
            for (Provision provision : law.provisions()) {
                assertEquals(++number, provision.number());
                assertEquals(law, provision.law());
                assertEquals(provision, law.provision(provision.id()));
                assertTrue(law.acts().contains(provision.act()));
                assertTrue(provision.source().contains(provision.act().address()), provision.id());
                assertFalse(provision.passage().en().isEmpty(), provision.id());
                assertFalse(provision.says().ru().isEmpty(), provision.id());
                assertTrue(provision.certainty() != Certainty.UNRECOGNIZED && provision.effect() != Effect.UNRECOGNIZED
                    && provision.question() != Question.UNRECOGNIZED);
                assertEquals(provision.effect() == Effect.NOTE, provision.outcome().isEmpty());
                assertEquals(provision.effect() == Effect.CONFLICT, !provision.sides().isEmpty());
                assertTrue(provision.sides().stream().noneMatch(side -> side.outcome() == Outcome.UNRECOGNIZED));
                assertTrue(provision.conditions().stream().allMatch(condition ->
                    condition.form() == Condition.Form.WINDOW ? condition.first().isPresent() : !condition.values().isEmpty()));
                assertTrue(provision.act().address().startsWith("http"), provision.act().key());
                assertTrue(provision.certainty() == Certainty.STATED || !provision.remark().en().isEmpty(), provision.id());
            }
        }
    }

    @Test
    @DisplayName("versions name the laws in their order")
    void versions() {
        Versions versions = StatusRules.versions();
        List<String> names = Law.all().stream().map(Law::name).toList();
        assertEquals(names, List.copyOf(versions.editions().keySet()));
        assertEquals(names, List.copyOf(versions.digests().keySet()));
        Law.all().forEach(law -> {
            assertEquals(law.edition(), versions.editions().get(law.name()));
            assertEquals(law.digest(law.edition()), versions.digests().get(law.name()));
        });
        Map<String, Integer> many = new LinkedHashMap<>();
        for (int i = 40; i > 0; i--) {
            many.put("law " + i * i, i);
        }
        Versions copy = new Versions("", "", List.of(), "", many, Map.of());
        assertEquals(List.copyOf(many.keySet()), List.copyOf(copy.editions().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> copy.editions().clear());
        many.clear();
        assertEquals(40, copy.editions().size());
    }

    @Test
    @DisplayName("the provision of 18 July 2022")
    void theProvision() {
        Provision provision = Law.STATEMENT.provision("S1");
        assertEquals(LocalDate.of(2022, 7, 18), provision.day().orElseThrow().orElseThrow());
        assertEquals(LocalDate.of(2021, 11, 29), provision.knownFrom());
        Condition term = provision.conditions().stream()
            .filter(condition -> condition.subject().equals(Fact.TERM.key())).findFirst().orElseThrow();
        assertEquals(Condition.Form.IN, term.form());
        assertTrue(term.values().contains("permanent_residence_permit"));
    }

    @Test
    @DisplayName("the passages stand in the source's text")
    void passages() {
        String statement = Source.text("lib/law/statement.txt").replaceAll("\\s+", " ");
        long quoted = Law.STATEMENT.provisions().stream().filter(Provision::quoted)
            .peek(provision -> assertTrue(statement.contains(provision.passage().en()), provision.id())).count();
        assertTrue(quoted > 0);
    }

    @Test
    @DisplayName("an id that no provision has is refused")
    void noSuchProvision() {
        assertThrows(NoSuchElementException.class, () -> Law.STATEMENT.provision("S99"));
    }
}
