package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Argument;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Country;
import org.statusrules.Dialect;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Language;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Options;
import org.statusrules.Provision;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.Result;
import org.statusrules.Sql;
import org.statusrules.SqlColumn;
import org.statusrules.StatusRules;
import org.statusrules.Term;

@DisplayName("Null is refused")
class NullsTest {
    private static final LocalDate DAY = LocalDate.of(2021, 12, 31);
    private static final Map<Class<?>, Object> SAMPLES = new HashMap<>();

    static {
        SAMPLES.put(LocalDate.class, DAY);
        SAMPLES.put(LastDay.class, LastDay.of(DAY));
        SAMPLES.put(Term.class, Term.VISA);
        SAMPLES.put(Question.class, Question.VACCINATION);
        SAMPLES.put(Fact.class, Fact.AGE);
        SAMPLES.put(Facts.class, Facts.builder().term(Term.VISA).lastDay(DAY).build());
        SAMPLES.put(Options.class, Options.DEFAULT);
        SAMPLES.put(Language.class, Language.EN);
        SAMPLES.put(Law.class, Law.STATEMENT);
        SAMPLES.put(Reading.class, Reading.LITERAL);
        SAMPLES.put(String.class, "S1");
        SAMPLES.put(Country.class, new Country("UZ"));
        SAMPLES.put(Map.class, Map.of());
        SAMPLES.put(Result.class, Result.DAY);
        SAMPLES.put(Argument.class, Argument.READING);
        SAMPLES.put(Column.class, Column.of(new int[1]));
        SAMPLES.put(Set.class, Set.of(Fact.TERM));
        SAMPLES.put(SqlColumn.class, SqlColumn.of("term"));
        SAMPLES.put(SqlColumn.Form.class, SqlColumn.Form.NUMBER);
        SAMPLES.put(Dialect.class, Dialect.SQLITE);
        SAMPLES.put(int.class, 1);
        SAMPLES.put(boolean.class, true);
    }

    /** Calls every public method with each of its arguments null, and the others good. */
    private static int refused(Object target, Class<?> type) throws Exception {
        int refused = 0;
        for (Method method : type.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic() || method.getName().equals("equals")) {
                continue;
            }
            Class<?>[] types = method.getParameterTypes();
            for (int i = 0; i < types.length; i++) {
                if (types[i].isPrimitive()) {
                    continue;
                }
                Object[] arguments = new Object[types.length];
                for (int j = 0; j < types.length; j++) {
                    // A class without a sample stands only where null is tried.
                    arguments[j] = j == i ? null : SAMPLES.get(types[j]);
                    assertTrue(j == i || arguments[j] != null, () -> "no sample for " + method);
                }
                InvocationTargetException thrown =
                    assertThrows(InvocationTargetException.class, () -> method.invoke(target, arguments), method::toString);
                assertEquals(NullPointerException.class, thrown.getCause().getClass(), method::toString);
                assertTrue(thrown.getCause().getMessage() != null, method::toString);
                refused++;
            }
        }
        return refused;
    }

    @Test
    @DisplayName("by every method that asks, builds or chooses")
    void everyMethod() throws Exception {
        int refused = refused(null, StatusRules.class) + refused(Facts.builder(), Facts.Builder.class)
            + refused(Facts.builder().build(), Facts.class) + refused(Options.DEFAULT, Options.class)
            + refused(Law.STATEMENT, Law.class) + refused(LastDay.none(), LastDay.class)
            + refused(StatusRules.extension(Term.VISA, DAY), org.statusrules.Answer.class)
            + refused(Law.STATEMENT.provision("S1"), Provision.class)
            + refused(StatusRules.receipt(Question.EXTENSION, Facts.builder().term(Term.VISA).lastDay(DAY).build(),
                Options.DEFAULT), Receipt.class)
            + refused(Columns.of(Question.EXTENSION), Columns.class) + refused(Sql.of(Question.EXTENSION), Sql.class)
            + refused(SqlColumn.of("term"), SqlColumn.class);
        assertTrue(refused > 60, "only " + refused + " were tried");
    }

    @Test
    @DisplayName("by the name of the argument")
    void byName() {
        assertEquals("lastDay", assertThrows(NullPointerException.class,
            () -> StatusRules.extension(Term.VISA, (LocalDate) null)).getMessage());
        assertEquals("term",
            assertThrows(NullPointerException.class, () -> StatusRules.extension(null, DAY)).getMessage());
        assertEquals("facts",
            assertThrows(NullPointerException.class, () -> StatusRules.extension((Facts) null)).getMessage());
    }
}
