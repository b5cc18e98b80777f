package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.statusrules.Answer;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;

/** Reads the vectors that all languages read: tests/vectors/README.md. */
final class Vectors {
    /** The files, and the least number of rows that each holds. */
    static final Map<String, Integer> FILES = Map.of("receipts.tsv", 100, "measures-education-entry.tsv", 2850,
        "measures-eligibility.tsv", 2100, "measures-extension.tsv", 4750, "measures-valid-on.tsv", 980,
        "statement-eligibility.tsv", 850, "statement-extension.tsv", 2650, "statement-valid-on.tsv", 640);
    private static final Set<String> OWN = Set.of("case", "law", "question", "known_on", "edition", "reading",
        "strict", "valid_on", "outcome", "day", "provision", "error", "receipt");

    /** A row: what is asked and what is expected. */
    record Row(String sentence, Question question, Facts facts, Options options, Optional<LocalDate> validOn,
            Optional<Outcome> outcome, Optional<LastDay> day, Optional<String> provision, Optional<ErrorCode> error, Optional<Receipt> receipt) {
        Answer ask() {
            return validOn.isPresent() ? StatusRules.validOn(facts, validOn.get(), options)
                : StatusRules.ask(question, facts, options);
        }

        /** What is wrong with the library's answer, or nothing. */
        Optional<String> difference() {
            String expected = error.map(code -> "error " + code)
                .orElseGet(() -> outcome.get() + " " + day + " " + provision);
            String got;
            try {
                Answer answer = ask();
                got = answer.outcome() + " " + answer.validThrough() + " " + answer.provisionId();
            } catch (StatusRulesException e) {
                got = "error " + e.code();
            }
            return got.equals(expected) ? Optional.empty()
                : Optional.of(sentence + ": " + got + " instead of " + expected);
        }
    }

    private Vectors() {
    }

    static List<Row> read(String file) {
        return read(file, Source.lines("tests/vectors/" + file));
    }

    static List<Row> read(String file, List<String> lines) {
        String[] columns = lines.get(0).split("\t", -1);
        for (String column : columns) {
            assertTrue(OWN.contains(column) || Fact.named(column) != Fact.UNRECOGNIZED, file + " has a column " + column);
        }
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            assertEquals(columns.length, cells.length, () -> file + ": " + line);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(columns[i], cells[i]);
            }
            rows.add(row(row));
        }
        assertTrue(rows.size() >= FILES.get(file), () -> file + " has lost rows: " + rows.size());
        return rows;
    }

    private static Row row(Map<String, String> row) {
        Map<String, String> facts = new HashMap<>(row);
        facts.keySet().removeAll(OWN);
        facts.values().removeIf(String::isEmpty);
        Options[] options = {Options.DEFAULT.law(new Law(row.get("law")))};
        given(row, "known_on", text -> options[0] = options[0].knownOn(LocalDate.parse(text)));
        given(row, "edition", text -> options[0] = options[0].edition(Integer.parseInt(text)));
        given(row, "reading", text -> options[0] = options[0].reading(Reading.named(text)));
        given(row, "strict", text -> options[0] = options[0].strict(Map.of("yes", true, "no", false).get(text)));
        return new Row(row.get("case"), Question.named(row.get("question")), Facts.of(facts), options[0],
            cell(row, "valid_on").map(LocalDate::parse), cell(row, "outcome").map(Outcome::named),
            cell(row, "day").map(Vectors::day), cell(row, "provision"), cell(row, "error").map(ErrorCode::named),
            cell(row, "receipt").map(Receipt::new));
    }

    private static LastDay day(String text) {
        return text.equals("none") ? LastDay.none() : LastDay.of(LocalDate.parse(text));
    }

    private static Optional<String> cell(Map<String, String> row, String column) {
        return Optional.ofNullable(row.get(column)).filter(text -> !text.isEmpty());
    }

    private static void given(Map<String, String> row, String column, Consumer<String> use) {
        cell(row, column).ifPresent(use);
    }

    static List<String> filesInTheTree() throws IOException {
        try (Stream<java.nio.file.Path> files = Files.list(Source.path("tests/vectors"))) {
            return files.map(path -> path.getFileName().toString()).filter(name -> name.endsWith(".tsv")).sorted().toList();
        }
    }
}
