package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.statusrules.Argument;
import org.statusrules.Certainty;
import org.statusrules.Coded;
import org.statusrules.Column;
import org.statusrules.Condition;
import org.statusrules.DecisionKind;
import org.statusrules.Dialect;
import org.statusrules.Effect;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.FactKind;
import org.statusrules.Facts;
import org.statusrules.Language;
import org.statusrules.LegalStatus;
import org.statusrules.Level;
import org.statusrules.Location;
import org.statusrules.MoratoriumException;
import org.statusrules.Named;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.Regime;
import org.statusrules.Region;
import org.statusrules.Result;
import org.statusrules.Role;
import org.statusrules.Route;
import org.statusrules.SqlColumn;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.StepKind;
import org.statusrules.Term;
import org.statusrules.Verification;
import org.statusrules.WorkAct;

@DisplayName("Java has everything that the headers have")
class HeadersTest {
    /** The constants of C by their prefix. */
    private static final Map<String, Class<? extends Coded>> ENUMS = new LinkedHashMap<>();

    static {
        ENUMS.put("ERROR", ErrorCode.class);
        ENUMS.put("ARGUMENT", Argument.class);
        ENUMS.put("FACT", Fact.class);
        ENUMS.put("TERM", Term.class);
        ENUMS.put("LOCATION", Location.class);
        ENUMS.put("LEGAL_STATUS", LegalStatus.class);
        ENUMS.put("REGION", Region.class);
        ENUMS.put("WORK_ACT", WorkAct.class);
        ENUMS.put("REGIME", Regime.class);
        ENUMS.put("DECISION_KIND", DecisionKind.class);
        ENUMS.put("EXCEPTION", MoratoriumException.class);
        ENUMS.put("ROLE", Role.class);
        ENUMS.put("LEVEL", Level.class);
        ENUMS.put("ROUTE", Route.class);
        ENUMS.put("READING", Reading.class);
        ENUMS.put("CERTAINTY", Certainty.class);
        ENUMS.put("EFFECT", Effect.class);
        ENUMS.put("CONDITION", Condition.Form.class);
        ENUMS.put("MARK", Condition.Mark.class);
        ENUMS.put("QUESTION", Question.class);
        ENUMS.put("OUTCOME", Outcome.class);
        ENUMS.put("LANGUAGE", Language.class);
        ENUMS.put("KIND", FactKind.class);
        ENUMS.put("STEP", StepKind.class);
        ENUMS.put("TYPE", Column.Type.class);
        ENUMS.put("RESULT", Result.class);
        ENUMS.put("VERIFIED", Verification.class);
        ENUMS.put("DIALECT", Dialect.class);
    }

    /** Constants that are no value of an enum of Java, and what stands for them. */
    private static final Map<String, String> OTHER = Map.ofEntries(
        Map.entry("OK", "ErrorCode.OK"),
        Map.entry("FIRST_DAY", "StatusRulesException.first"), Map.entry("LAST_DAY", "StatusRulesException.last"),
        Map.entry("NOT_A_DAY", "Packed.NOT_A_DAY"), Map.entry("UNKNOWN", "Packed.UNKNOWN"),
        Map.entry("NONE", "Packed.NONE"), Map.entry("NO", "Facts.Builder.identified"), Map.entry("YES", "Facts.Builder.identified"),
        Map.entry("INCOMING_DAY", "Condition.subject"), Map.entry("EXTENDED", "Condition.subject"),
        Map.entry("STATE", "Condition.subject"), Map.entry("RECEIPT_BYTES", "Receipt.BYTES"),
        Map.entry("RECEIPT_CHARACTERS", "Receipt.text"),
        Map.entry("SQL_OUTCOME", "Sql.outcome"), Map.entry("SQL_DAY", "Sql.day"), Map.entry("SQL_WHERE", "Sql.where"),
        Map.entry("SQL_TEXT", "SqlColumn.Form.TEXT"), Map.entry("SQL_NUMBER", "SqlColumn.Form.NUMBER"),
        Map.entry("VALID_ALL", "Column.of"), Map.entry("VALID_BITS", "Column.presentBits"),
        Map.entry("VALID_BYTES_PRESENT", "Column.present"), Map.entry("VALID_BYTES_MISSING", "Column.missing"));

    /** The functions of C, and where Java has them. */
    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
        Map.entry("day", "LocalDate.of"), Map.entry("date_of_day", "LocalDate.ofEpochDay"),
        Map.entry("add_days", "LocalDate.plusDays"), Map.entry("parse_day", "Facts.of"),
        Map.entry("format_day", "LocalDate.toString"), Map.entry("facts_set", "Facts.of"),
        Map.entry("facts_get", "Facts.get"), Map.entry("law_statement", "Law.STATEMENT"),
        Map.entry("law_count", "Law.all"), Map.entry("law_at", "Law.all"), Map.entry("law_name", "Law.name"),
        Map.entry("law_edition", "Law.edition"), Map.entry("law_digest", "Law.digest"),
        Map.entry("law_act_count", "Law.acts"), Map.entry("law_act", "Law.acts"),
        Map.entry("law_provision_count", "Law.provisions"), Map.entry("law_provision", "Law.provision"),
        Map.entry("law_condition", "Provision.conditions"), Map.entry("law_side", "Provision.sides"),
        Map.entry("ask", "StatusRules.ask"), Map.entry("extension", "StatusRules.extension"),
        Map.entry("valid_on", "StatusRules.validOn"), Map.entry("eligibility", "StatusRules.eligibility"),
        Map.entry("education_entry", "StatusRules.educationEntry"), Map.entry("name", "Named.label"),
        Map.entry("code", "Term.named"), Map.entry("count", "Term.values"), Map.entry("code_at", "Term.values"),
        Map.entry("fact", "Fact.kind"), Map.entry("question_asks", "Fact.isAskedBy"),
        Map.entry("steps", "StatusRules.steps"), Map.entry("explain", "StatusRules.explain"),
        Map.entry("error_text", "StatusRulesException.message"), Map.entry("columns", "Columns.run"),
        Map.entry("inverse", "StatusRules.yesFor"), Map.entry("receipt", "StatusRules.receipt"),
        Map.entry("receipt_read", "Receipt.contents"), Map.entry("verify", "Receipt.verify"),
        Map.entry("format_receipt", "Receipt.text"), Map.entry("parse_receipt", "Receipt.bytes"),
        Map.entry("version", "StatusRules.versions"),
        Map.entry("impact", "StatusRules.impact"), Map.entry("impact_sql", "Sql.impact"),
        Map.entry("sql", "Sql.outcome"));

    /** The texts of the headers. */
    private static List<String> headers() {
        return Source.names("include/statusrules").stream()
            .filter(name -> name.endsWith(".h") || name.endsWith(".h.in"))
            .map(name -> Source.text("include/statusrules/" + name)).toList();
    }

    private static Map<String, Integer> constants() {
        Map<String, Integer> constants = new LinkedHashMap<>();
        Pattern constant = Pattern.compile("\\bSTATUSRULES_(\\w+)(?: =)? \\(?(-?\\d+)\\b");
        for (String text : headers()) {
            constant.matcher(text).results().filter(found -> !found.group(1).startsWith("NAMES_"))
                .forEach(found -> constants.put(found.group(1), Integer.parseInt(found.group(2))));
        }
        return constants;
    }

    static Stream<String> prefixes() {
        return ENUMS.keySet().stream();
    }

    private static Map<String, Integer> values(Class<? extends Coded> type) {
        Map<String, Integer> values = new TreeMap<>();
        for (Coded value : type.getEnumConstants()) {
            if (!value.toString().equals("UNRECOGNIZED")) {
                values.put(value.toString(), value.code());
            }
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("prefixes")
    @DisplayName("an enum has the values of the header, and no other")
    void enums(String prefix) {
        Map<String, Integer> expected = new TreeMap<>();
        constants().forEach((name, number) -> {
            if (name.startsWith(prefix + "_")) {
                expected.put(name.substring(prefix.length() + 1), number);
            }
        });
        if (prefix.equals("ERROR")) {
            expected.put("OK", 0);
        }
        assertEquals(expected, values(ENUMS.get(prefix)));
    }

    @Test
    @DisplayName("no constant of the headers is left out")
    void everyConstant() {
        Map<String, Integer> rest = constants();
        assertTrue(rest.size() > 220, "only " + rest.size());
        assertTrue(rest.keySet().containsAll(OTHER.keySet()), () -> "no longer in the headers: " + OTHER.keySet());
        rest.keySet().removeAll(OTHER.keySet());
        rest.keySet().removeIf(name -> ENUMS.keySet().stream().anyMatch(prefix -> name.startsWith(prefix + "_")));
        assertEquals(Map.of(), rest);
    }

    @Test
    @DisplayName("every public function is reached by a method, or stands for something of Java's own")
    void everyFunction() throws Exception {
        Pattern function = Pattern.compile("STATUSRULES_API[^;]*?\\bstatusrules_(\\w+)\\(");
        TreeSet<String> functions = headers().stream()
            .flatMap(text -> function.matcher(text).results().map(found -> found.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(functions, new TreeSet<>(FUNCTIONS.keySet()));
        for (String place : FUNCTIONS.values()) {
            assertIsThere(place);
        }
        for (String place : OTHER.values()) {
            assertIsThere(place);
        }
    }

    private static void assertIsThere(String place) throws ClassNotFoundException {
        String type = place.substring(0, place.lastIndexOf('.'));
        String member = place.substring(place.lastIndexOf('.') + 1);
        Class<?> found = type.equals("LocalDate") ? LocalDate.class
            : Class.forName("org.statusrules." + type.replace('.', '$'));
        assertTrue(Arrays.stream(found.getMethods()).anyMatch(m -> m.getName().equals(member))
            || Arrays.stream(found.getFields()).anyMatch(f -> f.getName().equals(member)), place);
    }

    @Test
    @DisplayName("numbers that stand for something, and lengths, are those of the headers")
    void numbers() {
        Map<String, Integer> constants = constants();
        assertEquals(constants.get("NOT_A_DAY"), Packed.NOT_A_DAY);
        assertEquals(constants.get("NONE"), Packed.NONE);
        // A header writes the least number as a difference, of which the pattern above sees the first part.
        assertEquals(constants.get("UNKNOWN") - 1, Packed.UNKNOWN);
        assertEquals(constants.get("RECEIPT_BYTES"), Receipt.BYTES);
        Facts permit = Facts.builder().term(Term.VISA).lastDay(LocalDate.of(2021, 12, 31)).build();
        assertEquals(constants.get("RECEIPT_CHARACTERS"),
            StatusRules.receipt(Question.EXTENSION, permit, Options.DEFAULT).text().length());
        assertEquals(constants.get("SQL_TEXT"), SqlColumn.Form.TEXT.code());
        assertEquals(constants.get("SQL_NUMBER"), SqlColumn.Form.NUMBER.code());
        StatusRulesException early = assertThrows(StatusRulesException.class,
            () -> Facts.builder().lastDay(LocalDate.MIN));
        assertEquals(constants.get("FIRST_DAY"), early.first());
        assertEquals(constants.get("LAST_DAY"), early.last());
    }

    @Test
    @DisplayName("the builder has a method for every fact")
    void builder() {
        TreeSet<String> expected = new TreeSet<>();
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED) {
                expected.add(camel(fact.key()));
            }
        }
        TreeSet<String> methods = Arrays.stream(Facts.Builder.class.getDeclaredMethods())
            .filter(method -> java.lang.reflect.Modifier.isPublic(method.getModifiers())).map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(methods.containsAll(expected), () -> "missing: " + expected);
        methods.removeAll(expected);
        assertEquals(new TreeSet<>(Arrays.asList("build", "none", "unknown")), methods);
    }

    private static String camel(String key) {
        return Pattern.compile("_(.)").matcher(key).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    @DisplayName("every named value has a name and both labels, and is found by each of them")
    void labels() throws Exception {
        int found = 0;
        for (Class<? extends Coded> type : ENUMS.values()) {
            if (!Named.class.isAssignableFrom(type)) {
                continue;
            }
            Method named = type.getMethod("named", String.class);
            for (Object constant : type.getEnumConstants()) {
                Named value = (Named) constant;
                if (value.toString().equals("UNRECOGNIZED")) {
                    continue;
                }
                assertEquals(value.toString().toLowerCase(java.util.Locale.ROOT), value.key());
                for (String text : new String[] {value.key(), value.label(Language.EN), value.label(Language.RU)}) {
                    assertEquals(value, named.invoke(null, text));
                }
                found++;
            }
        }
        assertTrue(found > 150, "only " + found);
    }
}
