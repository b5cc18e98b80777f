package org.statusrules;

import static org.statusrules.FlatConstants.*;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What each fact may be, and its values as text and as objects of Java. */
final class FactKinds {
    private static final FactKinds[] ALL = read();

    final FactKind kind;
    final int first;
    final int last;
    final boolean none;

    private FactKinds(long[] info) {
        kind = FactKind.of((int) info[FLAT_FACT_KIND]);
        first = (int) info[FLAT_FACT_FIRST];
        last = (int) info[FLAT_FACT_LAST];
        none = info[FLAT_FACT_NONE] == 1;
    }

    private static FactKinds[] read() {
        FactKinds[] all = new FactKinds[Fact.values().length];
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED) {
                all[fact.code()] = new FactKinds(Native.call(FLAT_FACT_LENGTH,
                    (result, error) -> Flat.fact(fact.code(), result, error)));
            }
        }
        return all;
    }

    static FactKinds of(Fact fact) {
        return ALL[fact.code()];
    }

    /** The value, if the fact may have it. */
    static int checked(Fact fact, int value) {
        FactKinds kinds = of(fact);
        if (value == Native.NONE ? !kinds.none : value < kinds.first || value > kinds.last) {
            boolean named = kinds.kind == FactKind.NAME || kinds.kind == FactKind.YES_NO || value == Native.NONE;
            throw StatusRulesException.of(named ? ErrorCode.VALUE : ErrorCode.RANGE, fact.code(), value, kinds.first,
                kinds.last);
        }
        return value;
    }

    /** The number, if the fact may have it; that which stands for none is a number like others here. */
    static int checkedNumber(Fact fact, long value) {
        FactKinds kinds = of(fact);
        if (value < kinds.first || value > kinds.last) {
            int given = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
            throw StatusRulesException.of(ErrorCode.RANGE, fact.code(), given, kinds.first, kinds.last);
        }
        return (int) value;
    }

    static String text(int fact, int value) {
        return switch (ALL[fact].kind) {
            case DAY -> Days.text(value);
            case NUMBER -> value == Native.NONE ? "none" : Integer.toString(value);
            default -> Flat.name(fact, value, Language.NAME.code());
        };
    }

    /** What a text says of a fact. */
    static int parsed(Fact fact, String text) {
        FactKinds kinds = of(fact);
        if (kinds.none && text.equals("none")) {
            return Native.NONE;
        }
        return switch (kinds.kind) {
            case DAY -> day(fact, text);
            case NUMBER -> number(fact, text);
            default -> Names.code(fact.code(), text);
        };
    }

    private static int day(Fact fact, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        try {
            return (int) Native.one((result, error) -> Flat.parse_day(utf8, result, error));
        } catch (StatusRulesException error) {
            throw error.about(fact);
        }
    }

    private static int number(Fact fact, String text) {
        try {
            return checkedNumber(fact, Long.parseLong(text));
        } catch (NumberFormatException notANumber) {
            FactKinds kinds = of(fact);
            throw new IllegalArgumentException("the fact " + fact.key() + " takes a whole number from " + kinds.first + " to "
                + kinds.last + (kinds.none ? " or none" : "") + ", not “" + text + "”", notANumber);
        }
    }

    /** A value as an object of Java; {@link LastDay#none()} stands for none, whatever the fact. */
    static Object object(Fact fact, int value) {
        if (value == Native.NONE) {
            return LastDay.none();
        }
        return switch (of(fact).kind) {
            case DAY -> fact == Fact.LAST_DAY ? LastDay.of(Days.date(value)) : Days.date(value);
            case NUMBER -> value;
            case COUNTRY -> Country.of(value);
            case YES_NO -> value == 1;
            default -> named(fact, value);
        };
    }

    private static Named named(Fact fact, int value) {
        return switch (fact) {
            case TERM -> Term.of(value);
            case LOCATION -> Location.of(value);
            case LEGAL_STATUS -> LegalStatus.of(value);
            case REGION -> Region.of(value);
            case WORK_ACT -> WorkAct.of(value);
            case REGIME -> Regime.of(value);
            case DECISION_KIND -> DecisionKind.of(value);
            case EXCEPTION -> MoratoriumException.of(value);
            case ROLE -> Role.of(value);
            case LEVEL -> Level.of(value);
            case ROUTE -> Route.of(value);
            default -> throw new AssertionError(fact);
        };
    }

    /** The number of a value that a caller gives as an object. */
    static int number(Fact fact, Object value) {
        if (value instanceof CharSequence text) {
            return parsed(fact, text.toString());
        }
        FactKind kind = of(fact).kind;
        if (kind == FactKind.DAY && value instanceof LocalDate day) {
            return Days.number(day);
        }
        if (value instanceof LastDay day && (kind == FactKind.DAY || day.day().isEmpty())) {
            return Days.number(day);
        }
        if (kind == FactKind.YES_NO && value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        if (kind == FactKind.NUMBER && (value instanceof Integer || value instanceof Long || value instanceof Short
            || value instanceof Byte)) {
            return checkedNumber(fact, ((Number) value).longValue());
        }
        if (kind == FactKind.COUNTRY && value instanceof Country state) {
            return state.code();
        }
        if (kind == FactKind.NAME && value instanceof Coded coded && value.getClass() == named(fact, 1).getClass()) {
            return coded.code();
        }
        throw new IllegalArgumentException("the fact " + fact.key() + " takes " + expected(fact) + ", not "
            + value.getClass().getName());
    }

    private static String expected(Fact fact) {
        return switch (of(fact).kind) {
            case DAY -> "a LocalDate or a text";
            case NUMBER -> "an Integer or a text";
            case YES_NO -> "a Boolean or a text";
            case COUNTRY -> "a Country or a text";
            default -> "a " + named(fact, 1).getClass().getSimpleName() + " or a text";
        };
    }
}
