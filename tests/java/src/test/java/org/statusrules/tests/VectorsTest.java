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
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.StatusRules;
import org.statusrules.Term;
import org.statusrules.Verification;

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
    @DisplayName("every receipt is made, says what was asked and answered, and holds against its facts alone")
    void receipts() {
        for (Vectors.Row row : Vectors.read("receipts.tsv")) {
            Receipt receipt = row.validOn().isPresent()
                ? StatusRules.receiptValidOn(row.facts(), row.validOn().get(), row.options())
                : StatusRules.receipt(row.question(), row.facts(), row.options());
            assertEquals(row.receipt().orElseThrow(), receipt, row.sentence());
            Receipt.Contents contents = receipt.contents().orElseThrow();
            assertEquals(row.question(), contents.question());
            assertEquals(row.options(), contents.options(), row.sentence());
            assertEquals(row.validOn(), contents.validOn());
            assertEquals(row.outcome(), Optional.of(contents.outcome()));
            assertEquals(row.day(), contents.validThrough());
            assertEquals(row.provision(), contents.provisionId());
            assertEquals(Verification.EQUAL, receipt.verify(row.facts()));
            Facts other = row.question() == Question.EXTENSION ? row.facts().toBuilder().highlyQualified(true).build()
                : row.facts().toBuilder().onDay(LocalDate.of(2000, 1, 1)).build();
            assertEquals(Verification.FACTS_DIFFER, receipt.verify(other), row.sentence());
            assertEquals(receipt, Receipt.of(receipt.bytes()));
            assertEquals(receipt, new Receipt(receipt.text().toLowerCase(java.util.Locale.ROOT).replace('0', 'o')));
        }
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
