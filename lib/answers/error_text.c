/* An error in words: what was given, what was expected. */
#include "answers/text.h"
#include "engine/error.h"

#include <statusrules/answers.h>
#include <statusrules/columns.h>

/* The name of a fact, an argument or a result. */
static void add_name(statusrules_text *text, int32_t field) {
    int32_t names = field >= STATUSRULES_RESULT_OUTCOME     ? STATUSRULES_NAMES_RESULT
                    : field >= STATUSRULES_ARGUMENT_READING ? STATUSRULES_NAMES_ARGUMENT
                                                            : STATUSRULES_NAMES_FACT;
    statusrules_text_add(text, statusrules_name(names, field, STATUSRULES_LANGUAGE_NAME));
}

/* What the error is about; nothing for an error of a list of names. */
static void add_subject(statusrules_text *text, int32_t field) {
    if (field == 0 || field >= STATUSRULES_NAMES_FACT) {
        return;
    }
    add_name(text, field);
    statusrules_text_add(text, ": ");
}

/* The list of names that belongs to a fact or argument. */
static int32_t names_of(int32_t fact) {
    switch (fact) {
    case STATUSRULES_ARGUMENT_READING:
        return STATUSRULES_NAMES_READING;
    case STATUSRULES_ARGUMENT_QUESTION:
        return STATUSRULES_NAMES_QUESTION;
    default:
        return fact;
    }
}

static int32_t is_day(int32_t fact) {
    statusrules_fact_info info;
    if (fact == STATUSRULES_ARGUMENT_DAY || fact == STATUSRULES_ARGUMENT_KNOWN_ON) {
        return 1;
    }
    return statusrules_fact(&info, fact, 0) == STATUSRULES_OK && info.kind == STATUSRULES_KIND_DAY;
}

static void add_value(statusrules_text *text, int32_t fact, int32_t value) {
    if (is_day(fact)) {
        statusrules_text_day(text, value);
    } else {
        statusrules_text_number(text, value);
    }
}

/* Where none is a value too. */
static void add_none(statusrules_text *text, int32_t fact) {
    const char *none = statusrules_name(fact, STATUSRULES_NONE, STATUSRULES_LANGUAGE_NAME);
    if (*none) {
        statusrules_text_say(text, ", or ", " или ");
        statusrules_text_add(text, none);
    }
}

static void add_range(statusrules_text *text, const statusrules_error *failure) {
    if (failure->last < failure->first) {
        statusrules_text_say(text, "; there are none", "; их здесь нет");
        return;
    }
    statusrules_text_say(text, "; allowed: ", "; допустимо: от ");
    add_value(text, failure->fact, failure->first);
    statusrules_text_say(text, " to ", " до ");
    add_value(text, failure->fact, failure->last);
    add_none(text, failure->fact);
}

/* What names a value: the names of the list, unless they are those of all countries. */
static void add_allowed(statusrules_text *text, const statusrules_error *failure) {
    int32_t names = names_of(failure->fact);
    int32_t n = statusrules_count(names);
    statusrules_fact_info info;
    if (failure->fact == STATUSRULES_ARGUMENT_NAMES) {
        statusrules_text_say(text, "; allowed: a fact, or one of the lists of names",
                             "; допустимо: факт или один из списков названий");
        return;
    }
    if (n == 0) {
        add_range(text, failure);
        return;
    }
    statusrules_text_say(text, "; allowed: ", "; допустимо: ");
    if (statusrules_fact(&info, names, 0) == STATUSRULES_OK && info.kind == STATUSRULES_KIND_COUNTRY) {
        statusrules_text_say(text, "the two capital letters of ISO 3166-1 or the name of the country",
                             "две заглавные буквы по ISO 3166-1 или название страны");
        add_none(text, names);
        return;
    }
    const char *separator = "";
    for (int32_t i = 0; i < n; i++) {
        int32_t code = statusrules_code_at(names, i);
        if (failure->code == STATUSRULES_ERROR_VALUE && (code < failure->first || code > failure->last)) {
            continue;
        }
        statusrules_text_add(text, separator);
        statusrules_text_add(text, statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME));
        separator = ", ";
    }
}

/* A fact by which a question was to be inverted: the day facts of the question are named. */
static void add_day_facts(statusrules_text *text, const statusrules_error *failure) {
    const int32_t question = failure->first;
    const int32_t extension = question == STATUSRULES_QUESTION_EXTENSION;
    const char *name = statusrules_name(STATUSRULES_NAMES_FACT, failure->value, STATUSRULES_LANGUAGE_NAME);
    const char *separator = "";
    if (*name) {
        statusrules_text_add(text, name);
    } else {
        statusrules_text_number(text, failure->value);
    }
    statusrules_text_say(text, " is not a day of the question ", " — это не день из вопроса ");
    statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_QUESTION, question, STATUSRULES_LANGUAGE_NAME));
    statusrules_text_say(text, "; allowed: ", "; допустимо: ");
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        const int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        if (statusrules_question_asks(question, fact) && is_day(fact)) {
            statusrules_text_add(text, separator);
            statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
            separator = ", ";
        }
    }
    if (extension) {
        statusrules_text_add(text, separator);
        add_name(text, STATUSRULES_ARGUMENT_DAY);
    }
}

static void add_date_part(statusrules_text *text, const statusrules_error *failure) {
    statusrules_text_say(text, "there is no such day: ", "такого дня нет: ");
    if (failure->offset == 0) {
        statusrules_text_say(text, "year ", "год ");
    } else if (failure->offset == 5) {
        statusrules_text_say(text, "month ", "месяц ");
    } else {
        statusrules_text_say(text, "day ", "день ");
    }
    statusrules_text_number(text, failure->value);
    statusrules_text_say(text, "; allowed: ", "; допустимо: от ");
    statusrules_text_number(text, failure->first);
    statusrules_text_say(text, " to ", " до ");
    statusrules_text_number(text, failure->last);
}

static void add_failure(statusrules_text *text, const statusrules_error *failure) {
    add_subject(text, failure->fact);
    switch (failure->code) {
    case STATUSRULES_OK:
        statusrules_text_say(text, "no error", "ошибки нет");
        break;
    case STATUSRULES_ERROR_NULL:
        statusrules_text_say(text, "NULL was given where a pointer is needed", "передан NULL вместо указателя");
        break;
    case STATUSRULES_ERROR_SIZE:
        statusrules_text_say(text, "the struct has size ", "размер структуры — ");
        statusrules_text_number(text, failure->value);
        statusrules_text_say(text, "; set it to its initial value first; this library knows sizes up to ",
                             "; сначала присвойте ей начальное значение; библиотека знает размеры до ");
        statusrules_text_number(text, failure->last);
        break;
    case STATUSRULES_ERROR_VALUE:
        if (failure->fact == STATUSRULES_ARGUMENT_FACT) {
            add_day_facts(text, failure);
            break;
        }
        statusrules_text_number(text, failure->value);
        statusrules_text_say(text, " is none of its values", " не входит в число значений");
        add_allowed(text, failure);
        break;
    case STATUSRULES_ERROR_RANGE:
        statusrules_text_number(text, failure->value);
        statusrules_text_say(text, " is out of range", " вне допустимого");
        add_range(text, failure);
        break;
    case STATUSRULES_ERROR_NOT_A_DAY:
        statusrules_text_say(text, "the date given does not exist", "такой даты не существует");
        add_range(text, failure);
        break;
    case STATUSRULES_ERROR_ORDER:
        statusrules_text_day(text, failure->value);
        statusrules_text_say(text, " is earlier than the day of issue, ", " раньше дня выдачи, ");
        statusrules_text_day(text, failure->first);
        break;
    case STATUSRULES_ERROR_DISAGREES:
        add_value(text, failure->fact, failure->value);
        statusrules_text_say(text, " is given, but the two days that it lies between give ",
                             " указано, а по двум дням, между которыми лежит это число, выходит ");
        add_value(text, failure->fact, failure->first);
        break;
    case STATUSRULES_ERROR_RESULT:
        add_value(text, failure->fact, failure->value);
        statusrules_text_say(text, " would give a day outside the calendar", " даёт день за пределами календаря");
        add_range(text, failure);
        break;
    case STATUSRULES_ERROR_TRUNCATED:
        statusrules_text_say(text, "there is room for ", "места хватает на ");
        statusrules_text_number(text, failure->value);
        statusrules_text_say(text, ", and ", ", а нужно ");
        statusrules_text_number(text, failure->first);
        statusrules_text_say(text, " are needed", "");
        break;
    case STATUSRULES_ERROR_SYNTAX:
        statusrules_text_say(text, "a date is written YYYY-MM-DD; what stands at offset ",
                             "дата пишется ГГГГ-ММ-ДД; не подходит то, что стоит на месте ");
        statusrules_text_number(text, failure->offset);
        statusrules_text_say(text, " does not fit", "");
        break;
    case STATUSRULES_ERROR_NO_SUCH_DAY:
        add_date_part(text, failure);
        break;
    case STATUSRULES_ERROR_NAME:
        statusrules_text_say(text, "no such name", "такого названия нет");
        if (failure->nearest != STATUSRULES_UNKNOWN) {
            statusrules_text_say(text, "; did you mean ", "; возможно, имелось в виду ");
            statusrules_text_add(
                text, statusrules_name(names_of(failure->fact), failure->nearest, STATUSRULES_LANGUAGE_NAME));
            statusrules_text_add(text, "?");
        } else {
            add_allowed(text, failure);
        }
        break;
    case STATUSRULES_ERROR_OVERLAP:
        statusrules_text_say(text,
                             "its memory overlaps that of another column: ", "занимает память другого столбца: ");
        add_name(text, failure->value);
        statusrules_text_say(text, "; only a result of the same width may take the very place of an input",
                             "; занять место исходного столбца может только результат той же ширины");
        break;
    case STATUSRULES_ERROR_ALIGNMENT:
        statusrules_text_say(text, "its values are not aligned to their width; bytes too far: ",
                             "значения не выровнены по своей ширине; лишних байтов: ");
        statusrules_text_number(text, failure->value);
        break;
    case STATUSRULES_ERROR_RECEIPT:
        statusrules_text_say(text, "this is no receipt: what stands at offset ",
                             "это не квитанция: не подходит то, что стоит на месте ");
        statusrules_text_number(text, failure->offset);
        statusrules_text_say(text, " does not fit", "");
        break;
    case STATUSRULES_ERROR_CHECK_SYMBOL:
        statusrules_text_say(text, "the receipt was mistyped: its symbols do not agree with the check symbol",
                             "квитанция набрана с ошибкой: знаки не сходятся с контрольным");
        break;
    case STATUSRULES_ERROR_EDITION:
        statusrules_text_number(text, failure->value);
        statusrules_text_say(text, " is an edition that this library does not hold",
                             " — этой редакции в библиотеке нет");
        add_range(text, failure);
        break;
    default:
        statusrules_text_say(text, "unknown error ", "неизвестная ошибка ");
        statusrules_text_number(text, failure->code);
        break;
    }
}

int32_t statusrules_error_text(char *buffer, int32_t capacity, int32_t *length, const statusrules_error *failure,
                               int32_t language, statusrules_error *error) {
    statusrules_text text;
    int32_t code = statusrules_text_begin(&text, buffer, capacity, length, language, error);
    if (code) {
        return code;
    }
    if (!failure) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    add_failure(&text, failure);
    return statusrules_text_end(&text, length, error);
}
