package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Act;
import org.statusrules.Answer;
import org.statusrules.Box;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Condition;
import org.statusrules.Country;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Impact;
import org.statusrules.Interval;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Provision;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.Side;
import org.statusrules.Sql;
import org.statusrules.SqlColumn;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;
import org.statusrules.Text;
import org.statusrules.Versions;

@DisplayName("Null is refused")
class NullsTest {
    private static final String CLASSES = "bindings/java/src/main/java/org/statusrules";
    private static final LocalDate DAY = LocalDate.of(2021, 12, 31);
    /** Good values of every class that a method takes, or that has methods; of an enum the first constant is one. */
    private static final Map<Class<?>, Object> SAMPLES = new HashMap<>();

    private static <T> void sample(Class<T> type, T value) {
        SAMPLES.put(type, value);
    }

    static {
        Facts facts = Facts.builder().term(Term.VISA).lastDay(DAY).build();
        Text text = new Text("en", "ru");
        Impact.Range range = new Impact.Range(LastDay.of(DAY), LastDay.of(DAY));
        sample(LocalDate.class, DAY);
        sample(LastDay.class, LastDay.of(DAY));
        sample(Question.class, Question.VACCINATION);
        sample(Fact.class, Fact.AGE);
        sample(Facts.class, facts);
        sample(Facts.Builder.class, Facts.builder());
        sample(Options.class, Options.DEFAULT);
        sample(Law.class, Law.STATEMENT);
        sample(String.class, "S1");
        sample(Country.class, new Country("UZ"));
        sample(Text.class, text);
        sample(Provision.class, Law.STATEMENT.provision("S1"));
        sample(Act.class, Law.STATEMENT.acts().get(0));
        sample(Answer.class, StatusRules.extension(facts));
        sample(Receipt.class, StatusRules.receipt(Question.EXTENSION, facts, Options.DEFAULT));
        sample(Interval.class, new Interval(DAY, DAY));
        sample(Side.class, new Side(Outcome.YES, Optional.empty(), text));
        sample(Box.class, new Box(Map.of()));
        sample(Impact.Range.class, range);
        sample(Impact.class, new Impact(Question.EXTENSION, Options.DEFAULT, Options.DEFAULT, 0, 0, 0, List.of()));
        sample(Column.class, Column.of(new int[1]));
        sample(Columns.class, Columns.of(Question.EXTENSION));
        sample(Sql.class, Sql.of(Question.EXTENSION));
        sample(SqlColumn.class, SqlColumn.of("term"));
        sample(Versions.class, StatusRules.versions());
        sample(StatusRulesException.class, assertThrows(StatusRulesException.class, () -> Facts.builder().age(-1)));
        sample(ByteBuffer.class, ByteBuffer.allocateDirect(8));
        sample(byte[].class, new byte[1]);
        sample(short[].class, new short[1]);
        sample(int[].class, new int[1]);
        sample(long[].class, new long[1]);
        sample(int.class, 1);
        sample(long.class, 1L);
        sample(boolean.class, true);
        SAMPLES.put(Optional.class, Optional.empty());
        SAMPLES.put(List.class, List.of());
        SAMPLES.put(Set.class, Set.of());
        SAMPLES.put(Map.class, Map.of());
    }

    private static Object sampleOf(Class<?> type) {
        return type.isEnum() && !SAMPLES.containsKey(type) ? type.getEnumConstants()[0] : SAMPLES.get(type);
    }

    /** Every public class of the package, those inside of others as well. */
    private static List<Class<?>> classes() throws ClassNotFoundException {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : Source.names(CLASSES)) {
            if (!name.equals("package-info.java")) {
                Class<?> type = Class.forName("org.statusrules." + name.replace(".java", ""));
                classes.add(type);
                classes.addAll(Arrays.asList(type.getDeclaredClasses()));
            }
        }
        classes.removeIf(type -> !Modifier.isPublic(type.getModifiers())
            || type.getEnclosingClass() != null && !Modifier.isPublic(type.getEnclosingClass().getModifiers()));
        return classes;
    }

    /** What somebody outside may call; `equals` takes null, and `valueOf` is Java's own. */
    private static List<Executable> calls(Class<?> type) {
        return Stream.<Executable>concat(Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
            .filter(call -> Modifier.isPublic(call.getModifiers()) && !Modifier.isAbstract(call.getModifiers())
                && !call.isSynthetic() && !Set.of("equals", "valueOf").contains(call.getName())).toList();
    }

    private static void invoke(Executable call, Object[] arguments) throws Exception {
        if (call instanceof Constructor<?> constructor) {
            constructor.newInstance(arguments);
            return;
        }
        boolean needsObject = !Modifier.isStatic(call.getModifiers());
        Object target = needsObject ? sampleOf(call.getDeclaringClass()) : null;
        assertTrue(!needsObject || target != null, () -> "no sample for " + call);
        ((Method) call).invoke(target, arguments);
    }

    /** Calls with each of the arguments null, and the others good; says how many there were. */
    private static int refused(Executable call) {
        Class<?>[] types = call.getParameterTypes();
        int refused = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i].isPrimitive()) {
                continue;
            }
            Object[] arguments = new Object[types.length];
            for (int j = 0; j < types.length; j++) {
                int place = j;
                arguments[j] = j == i ? null : sampleOf(types[j]);
                assertTrue(j == i || arguments[j] != null, () -> "no sample of " + types[place] + " for " + call);
            }
            String name = call.getParameters()[i].getName();
            Throwable thrown = assertThrows(InvocationTargetException.class, () -> invoke(call, arguments),
                () -> call + " takes null for " + name).getCause();
            assertEquals(NullPointerException.class, thrown.getClass(), () -> call + ", " + name);
            assertEquals(name, thrown.getMessage(), call::toString);
            refused++;
        }
        return refused;
    }

    @Test
    @DisplayName("by every public method and constructor, by the name of the argument")
    void everyArgument() throws Exception {
        int refused = 0;
        for (Class<?> type : classes()) {
            for (Executable call : calls(type)) {
                refused += refused(call);
            }
        }
        assertTrue(refused > 220, "only " + refused + " were tried");
    }

    @Test
    @DisplayName("by its name, as one reads it")
    void byName() {
        assertEquals("lastDay", assertThrows(NullPointerException.class,
            () -> StatusRules.extension(Term.VISA, (LocalDate) null)).getMessage());
        assertEquals("term",
            assertThrows(NullPointerException.class, () -> StatusRules.extension(null, DAY)).getMessage());
        assertEquals("facts",
            assertThrows(NullPointerException.class, () -> StatusRules.extension((Facts) null)).getMessage());
        assertEquals("value",
            assertThrows(NullPointerException.class, () -> Options.DEFAULT.reading((Reading) null)).getMessage());
        assertEquals("form", assertThrows(NullPointerException.class, () -> new Condition("term", null,
            Condition.Mark.NONE, Optional.empty(), Optional.empty(), List.of())).getMessage());
    }
}
