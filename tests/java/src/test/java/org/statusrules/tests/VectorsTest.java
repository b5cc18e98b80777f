package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusrules.Answer;
import org.statusrules.Country;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.LegalStatus;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Reading;
import org.statusrules.StatusRules;
import org.statusrules.Term;

@DisplayName("Java answers what every language must answer")
class VectorsTest {
    private static final List<String> STATES =
        List.of("AM", "AZ", "BY", "CN", "FI", "GB", "GR", "KG", "UA", "US", "none");

    @Test
    @DisplayName("every file of vectors is read")
    void everyFileIsRead() throws IOException {
        assertEquals(List.copyOf(new TreeSet<>(Vectors.FILES.keySet())), Vectors.filesInTheTree());
    }

    static Stream<String> files() {
        return Vectors.FILES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    @DisplayName("every row is answered as it says")
    void everyRow(String file) {
        List<String> differences = Vectors.read(file).stream().map(Vectors.Row::difference).flatMap(Optional::stream).toList();
        assertEquals(List.of(), differences);
    }

    @Test
    @DisplayName("a row that expects another day is told")
    void aWrongRowIsTold() {
        List<String> lines = new ArrayList<>(Source.lines("tests/vectors/statement-extension.tsv"));
        lines.set(1, lines.get(1).replace("2022-07-18\tS1", "2022-07-19\tS1"));
        Vectors.Row first = Vectors.read("statement-extension.tsv", lines).get(0);
        assertFalse(first.difference().isEmpty());
    }

    static Stream<String> digests() {
        List<String> lines = Source.lines("tests/vectors/digests.txt");
        assertEquals("law\tedition\tterm\tdigest", lines.get(0));
        assertEquals(1 + Law.all().size() * (Term.values().length - 1), lines.size());
        return lines.stream().skip(1);
    }

    @ParameterizedTest
    @MethodSource("digests")
    @DisplayName("all answers about a term have the digest of the tables")
    void digest(String line) {
        String[] cells = line.split("\t");
        CRC32 crc = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        Facts.Builder facts = Facts.builder().term(Term.named(cells[2])).issuedOn(LocalDate.of(2018, 5, 1))
            .none(Fact.RESIDENCE_STATE).none(Fact.SETTLED_ON).identified(true)
            .legalStatus(LegalStatus.TEMPORARY_RESIDENCE).highlyQualified(false).stateProgramme(false);
        Options options = Options.DEFAULT.law(new Law(cells[0])).edition(Integer.parseInt(cells[1]));
        for (String state : STATES) {
            if (state.equals("none")) {
                facts.none(Fact.CITIZENSHIP);
            } else {
                facts.citizenship(new Country(state));
            }
            for (Location location : List.of(Location.IN_RUSSIA, Location.ABROAD)) {
                facts.location(location);
                for (Reading reading : List.of(Reading.LITERAL, Reading.SUSPENSION, Reading.FIXED_DAY)) {
                    Options read = options.reading(reading);
                    LocalDate end = LocalDate.of(2024, 1, 1);
                    for (LocalDate day = LocalDate.of(2019, 1, 1); day.isBefore(end); day = day.plusDays(1)) {
                        Answer answer = StatusRules.extension(facts.lastDay(day).build(), read);
                        bytes.clear().putInt(answer.outcome().code()).putInt(number(answer.validThrough()));
                        crc.update(bytes.array());
                    }
                }
            }
        }
        assertEquals(cells[3], String.format("%08x", crc.getValue()));
    }

    private static int number(Optional<LastDay> day) {
        if (day.isEmpty()) {
            return -2147483647;
        }
        return day.get().day().map(date -> (int) date.toEpochDay()).orElse(2147483647);
    }
}
