#include "case.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LANGUAGE = STATUSRULES_LANGUAGE_NAME };

const char *sql_name(int32_t names, int32_t code) {
    return statusrules_name(names, code, LANGUAGE);
}

/* ---- Failures ---- */

static const char *subject_name(int32_t field) {
    return field == STATUSRULES_ARGUMENT_DAY       ? "valid_on"
           : field >= STATUSRULES_ARGUMENT_READING ? sql_name(STATUSRULES_NAMES_ARGUMENT, field)
                                                   : sql_name(STATUSRULES_NAMES_FACT, field);
}

bool sql_fail(sql_failure *failure, const statusrules_error *error) {
    int32_t length;
    failure->code = error->code;
    failure->field = error->fact;
    failure->subject = subject_name(error->fact);
    statusrules_error_text(failure->text, (int32_t)sizeof failure->text, &length, error, STATUSRULES_LANGUAGE_EN,
                           NULL);
    return false;
}

bool sql_fail_form(sql_failure *failure, int32_t code, const char *subject, const char *text) {
    failure->code = code;
    failure->field = 0;
    failure->subject = subject;
    (void)snprintf(failure->text, sizeof failure->text, "%s%s%s", subject, *subject ? ": " : "", text);
    return false;
}

bool sql_fail_object(sql_failure *failure) {
    return sql_fail_form(failure, SQL_FAILURE_FORM, "facts",
                         "a JSON object is expected, such as {\"term\": \"visa\", \"last_day\": \"2021-12-31\"}");
}

bool sql_fail_no_day(sql_failure *failure) {
    return sql_fail_form(failure, SQL_FAILURE_NULL, "valid_on", "must be given: the day asked about");
}

/* Says what was given as well, where that is a text: the library does not know it. */
static void add_given(sql_failure *failure, const char *text, int32_t length) {
    enum { LONGEST = 80 };
    size_t used = strlen(failure->text);
    size_t n = length < LONGEST ? (size_t)length : LONGEST;
    while (n < (size_t)length && n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80) {
        n--; /* not in the middle of a character */
    }
    (void)snprintf(failure->text + used, sizeof failure->text - used, " (given: \"%.*s\"%s)", (int)n, text,
                   n < (size_t)length ? "..." : "");
}

static bool fail_given(sql_failure *failure, statusrules_error *error, int32_t field, const sql_value *value) {
    error->fact = field; /* text is read without knowing whose it is */
    (void)sql_fail(failure, error);
    add_given(failure, value->text, value->length);
    return false;
}

/* ---- Values ---- */

static bool is(const char *text, int32_t length, const char *name) {
    return strlen(name) == (size_t)length && memcmp(text, name, (size_t)length) == 0;
}

/* A day, as a date or as text. */
static bool day_of(int32_t *day, int32_t field, const sql_value *value, sql_failure *failure) {
    statusrules_error error = {0};
    if (value->kind == SQL_DAY) {
        *day = (int32_t)value->number;
        return true;
    }
    if (value->kind != SQL_TEXT) {
        return sql_fail_form(failure, SQL_FAILURE_FORM, subject_name(field),
                             "a date is expected, written YYYY-MM-DD");
    }
    if (is(value->text, value->length, "infinity")) {
        *day = STATUSRULES_NONE;
        return true;
    }
    return !statusrules_parse_day(day, value->text, value->length, &error)
           || fail_given(failure, &error, field, value);
}

static bool yes_no_of(int32_t *code, int32_t field, const sql_value *value, sql_failure *failure) {
    if (value->kind == SQL_BOOLEAN) {
        *code = value->number ? STATUSRULES_YES : STATUSRULES_NO;
        return true;
    }
    /* Any yes/no fact has these names and labels. */
    return (value->kind == SQL_TEXT
            && statusrules_code(code, STATUSRULES_FACT_IDENTIFIED, value->text, value->length, NULL)
                   == STATUSRULES_OK)
           || sql_fail_form(failure, STATUSRULES_ERROR_NAME, subject_name(field), "yes or no is expected");
}

static bool name_of(int32_t *code, int32_t names, int32_t field, const sql_value *value, sql_failure *failure) {
    statusrules_error error = {0};
    if (value->kind != SQL_TEXT) {
        return sql_fail_form(failure, SQL_FAILURE_FORM, subject_name(field), "a name is expected, as text");
    }
    return !statusrules_code(code, names, value->text, value->length, &error)
           || fail_given(failure, &error, field, value);
}

static bool number_of(int32_t *number, int32_t field, const sql_value *value, sql_failure *failure) {
    if (value->kind != SQL_INTEGER || value->number < INT32_MIN || value->number > INT32_MAX) {
        return sql_fail_form(failure, SQL_FAILURE_FORM, subject_name(field), "a whole number is expected");
    }
    *number = (int32_t)value->number;
    return true;
}

/* ---- Facts ---- */

static bool set_fact(sql_case *c, int32_t fact, const sql_value *value, sql_failure *failure) {
    statusrules_error error = {0};
    statusrules_fact_info info;
    int32_t code;
    (void)statusrules_fact(&info, fact, NULL);
    /* A day or number can have one name, that of none. */
    bool read = value->kind == SQL_TEXT
                && (info.kind == STATUSRULES_KIND_DAY || info.kind == STATUSRULES_KIND_NUMBER)
                && statusrules_code(&code, fact, value->text, value->length, NULL) == STATUSRULES_OK;
    if (!read) {
        read = info.kind == STATUSRULES_KIND_DAY      ? day_of(&code, fact, value, failure)
               : info.kind == STATUSRULES_KIND_NUMBER ? number_of(&code, fact, value, failure)
               : info.kind == STATUSRULES_KIND_YES_NO ? yes_no_of(&code, fact, value, failure)
                                                      : name_of(&code, fact, fact, value, failure);
    }
    if (!read) {
        return false;
    }
    return !statusrules_facts_set(&c->facts, fact, code, &error) || sql_fail(failure, &error);
}

/* ---- Parameters ---- */

const statusrules_law *sql_law(const char *text, int32_t length) {
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        const statusrules_law *law = statusrules_law_at(i);
        if (is(text, length, statusrules_law_name(law))) {
            return law;
        }
    }
    return NULL;
}

static bool set_law(sql_case *c, const sql_value *value, sql_failure *failure) {
    const statusrules_law *law = value->kind == SQL_TEXT ? sql_law(value->text, value->length) : NULL;
    if (law) {
        c->law = law;
        return true;
    }
    char allowed[256] = "no such law; allowed:";
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        size_t used = strlen(allowed);
        (void)snprintf(allowed + used, sizeof allowed - used, "%s %s", i ? "," : "",
                       statusrules_law_name(statusrules_law_at(i)));
    }
    return sql_fail_form(failure, STATUSRULES_ERROR_NAME, "law", allowed);
}

static bool set_known_on(sql_case *c, const sql_value *value, sql_failure *failure) {
    int32_t day;
    if (!day_of(&day, STATUSRULES_ARGUMENT_KNOWN_ON, value, failure)) {
        return false;
    }
    c->options.known_on = day == STATUSRULES_NONE ? STATUSRULES_UNKNOWN : day;
    return true;
}

static bool set_parameter(sql_case *c, int32_t field, const sql_value *value, sql_failure *failure) {
    switch (field) {
    case STATUSRULES_ARGUMENT_LAW:
        return set_law(c, value, failure);
    case STATUSRULES_ARGUMENT_KNOWN_ON:
        return set_known_on(c, value, failure);
    case STATUSRULES_ARGUMENT_EDITION:
        return number_of(&c->options.edition, field, value, failure);
    case STATUSRULES_ARGUMENT_READING:
        return name_of(&c->options.reading, STATUSRULES_NAMES_READING, field, value, failure);
    case STATUSRULES_ARGUMENT_STRICT:
        return yes_no_of(&c->options.strict, field, value, failure);
    default:
        return day_of(&c->options.valid_on, field, value, failure);
    }
}

/* ---- Names ---- */

static const struct {
    const char *name;
    int32_t field;
} parameters[] = {
    {"law", STATUSRULES_ARGUMENT_LAW},         {"known_on", STATUSRULES_ARGUMENT_KNOWN_ON},
    {"edition", STATUSRULES_ARGUMENT_EDITION}, {"reading", STATUSRULES_ARGUMENT_READING},
    {"strict", STATUSRULES_ARGUMENT_STRICT},   {"valid_on", STATUSRULES_ARGUMENT_DAY},
};

enum { N_PARAMETERS = sizeof parameters / sizeof parameters[0] };

static bool field_of(int32_t *field, const char *name, int32_t length, sql_failure *failure) {
    statusrules_error error = {0};
    for (size_t i = 0; i < N_PARAMETERS; i++) {
        if (is(name, length, parameters[i].name)) {
            *field = parameters[i].field;
            return true;
        }
    }
    if (!statusrules_code(field, STATUSRULES_NAMES_FACT, name, length, &error)) {
        return true;
    }
    int32_t said;
    char text[900];
    (void)statusrules_error_text(text, (int32_t)sizeof text, &said, &error, STATUSRULES_LANGUAGE_EN, NULL);
    (void)sql_fail_form(failure, error.code, "facts", text);
    add_given(failure, name, length);
    return false;
}

void sql_case_begin(sql_case *c, int32_t question) {
    *c = (sql_case){statusrules_law_statement(), question, STATUSRULES_FACTS_UNKNOWN, STATUSRULES_OPTIONS_DEFAULT,
                    0};
}

bool sql_case_set_field(sql_case *c, int32_t field, const sql_value *value, sql_failure *failure) {
    bool is_fact = field < STATUSRULES_ARGUMENT_READING;
    int64_t bit = (int64_t)1 << (is_fact ? field : 48 + field - STATUSRULES_ARGUMENT_READING);
    if (c->given & bit) {
        return sql_fail_form(failure, SQL_FAILURE_TWICE, subject_name(field), "is given twice");
    }
    c->given |= bit;
    if (value->kind == SQL_NULL) {
        return true;
    }
    return is_fact ? set_fact(c, field, value, failure) : set_parameter(c, field, value, failure);
}

bool sql_case_set(sql_case *c, const char *name, int32_t length, const sql_value *value, sql_failure *failure) {
    int32_t field;
    return field_of(&field, name, length, failure) && sql_case_set_field(c, field, value, failure);
}

bool sql_case_pin(sql_case *c, const sql_value *known_on, const sql_value *edition, sql_failure *failure) {
    if (known_on->kind == SQL_NULL) {
        return sql_fail_form(failure, SQL_FAILURE_NULL, "known_on",
                             "must be given here; infinity stands for everything that is encoded");
    }
    if (edition->kind == SQL_NULL) {
        return sql_fail_form(failure, SQL_FAILURE_NULL, "edition",
                             "must be given here: the number of the edition whose answers are to stay");
    }
    return sql_case_set_field(c, STATUSRULES_ARGUMENT_KNOWN_ON, known_on, failure)
           && sql_case_set_field(c, STATUSRULES_ARGUMENT_EDITION, edition, failure);
}

bool sql_case_has_no_document(const sql_case *c, sql_failure *failure) {
    if (c->given & ((int64_t)1 << STATUSRULES_FACT_TERM | (int64_t)1 << STATUSRULES_FACT_LAST_DAY)) {
        return sql_fail_form(failure, SQL_FAILURE_TWICE, "facts", "term and last_day have arguments of their own");
    }
    return true;
}

bool sql_question(int32_t *question, const sql_value *value, sql_failure *failure) {
    return name_of(question, STATUSRULES_NAMES_QUESTION, STATUSRULES_ARGUMENT_QUESTION, value, failure);
}

bool sql_language(int32_t *language, const sql_value *value, sql_failure *failure) {
    if (value->kind == SQL_TEXT && is(value->text, value->length, "en")) {
        *language = STATUSRULES_LANGUAGE_EN;
    } else if (value->kind == SQL_TEXT && is(value->text, value->length, "ru")) {
        *language = STATUSRULES_LANGUAGE_RU;
    } else {
        return sql_fail_form(failure, STATUSRULES_ERROR_NAME, "language", "no such language; allowed: en, ru");
    }
    return true;
}

/* ---- Asking ---- */

bool sql_case_ask(const sql_case *c, statusrules_answer *answer, sql_failure *failure) {
    statusrules_error error = {0};
    return !statusrules_ask(answer, c->law, c->question, &c->facts, &c->options, &error)
           || sql_fail(failure, &error);
}

bool sql_case_eligibility(const sql_case *c, statusrules_answer *answer, sql_failure *failure) {
    statusrules_error error = {0};
    statusrules_options options = c->options;
    options.brief = STATUSRULES_YES;
    return !statusrules_eligibility(answer, c->law, c->question, &c->facts, &options, &error)
           || sql_fail(failure, &error);
}

bool sql_case_explain(const sql_case *c, int32_t language, char *buffer, int32_t capacity, int32_t *length,
                      sql_failure *failure) {
    statusrules_error error = {0};
    int32_t code = statusrules_explain(buffer, capacity, length, c->law, c->question, &c->facts, &c->options,
                                       language, &error);
    return !code || code == STATUSRULES_ERROR_TRUNCATED || sql_fail(failure, &error);
}

bool sql_case_receipt(const sql_case *c, char text[STATUSRULES_RECEIPT_CHARACTERS + 1], sql_failure *failure) {
    statusrules_error error = {0};
    uint8_t receipt[STATUSRULES_RECEIPT_BYTES];
    return (!statusrules_receipt(receipt, (int32_t)sizeof receipt, c->law, c->question, &c->facts, &c->options,
                                 &error)
            && !statusrules_format_receipt(text, STATUSRULES_RECEIPT_CHARACTERS + 1, receipt,
                                           (int32_t)sizeof receipt, &error))
           || sql_fail(failure, &error);
}

bool sql_case_verify(const sql_case *c, const sql_value *receipt, int32_t *result, sql_failure *failure) {
    statusrules_error error = {0};
    uint8_t bytes[STATUSRULES_RECEIPT_BYTES];
    if (receipt->kind != SQL_TEXT) {
        return sql_fail_form(failure, SQL_FAILURE_FORM, "receipt", "its 65 characters are expected, as text");
    }
    return (!statusrules_parse_receipt(bytes, (int32_t)sizeof bytes, receipt->text, receipt->length, &error)
            && !statusrules_verify(result, bytes, (int32_t)sizeof bytes, &c->facts, &error))
           || sql_fail(failure, &error);
}

bool sql_case_inverse(const sql_case *c, const sql_value *fact, const sql_value *day,
                      statusrules_interval *intervals, int32_t capacity, int32_t *n, sql_failure *failure) {
    statusrules_error error = {0};
    int32_t through = STATUSRULES_UNKNOWN;
    int32_t field;
    if (fact->kind != SQL_TEXT) {
        return sql_fail_form(failure, SQL_FAILURE_FORM, "fact", "a name is expected, as text");
    }
    if (!field_of(&field, fact->text, fact->length, failure)
        || (day->kind != SQL_NULL && !day_of(&through, STATUSRULES_ARGUMENT_DAY, day, failure))) {
        return false;
    }
    int32_t code = statusrules_inverse(intervals, capacity, n, c->law, c->question, &c->facts, field, through,
                                       &c->options, &error);
    return !code || code == STATUSRULES_ERROR_TRUNCATED || sql_fail(failure, &error);
}

/* ---- An answer as fields ---- */

const char *sql_day_text(char text[16], int32_t day) {
    if (day == STATUSRULES_NONE) {
        return "infinity";
    }
    return statusrules_format_day(text, 16, day, NULL) ? NULL : text;
}

const char *sql_provision_id(const statusrules_law *law, int32_t number) {
    statusrules_provision provision;
    return statusrules_law_provision(&provision, law, number, NULL) ? NULL : provision.id;
}

static void put_text(sql_field *field, const char *text) {
    field->kind = text && *text ? SQL_FIELD_TEXT : SQL_FIELD_NOTHING;
    field->text = text;
}

static void put_number(sql_field *field, int32_t number) {
    field->kind = SQL_FIELD_NUMBER;
    field->number = number;
}

static void put_day(sql_field *field, int32_t day) {
    field->kind = day == STATUSRULES_NOT_A_DAY ? SQL_FIELD_NOTHING : SQL_FIELD_DAY;
    field->number = day;
}

static void put_list(sql_field *field, int32_t names, int64_t list) {
    field->kind = SQL_FIELD_LIST;
    field->names = names;
    field->list = list;
}

static const char *const answer_names[] = {
    "law",      "edition", "question", "outcome", "day",      "provision", "note",       "possible",
    "earliest", "latest",  "missing",  "assumed", "readings", "same_from", "same_until", "ask_next"};

void sql_answer_field(sql_field *field, int32_t index, const sql_case *c, const statusrules_answer *answer) {
    *field = (sql_field){.name = answer_names[index]};
    switch (index) {
    case SQL_ANSWER_LAW:
        put_text(field, statusrules_law_name(c->law));
        break;
    case SQL_ANSWER_EDITION:
        put_number(field, answer->edition);
        break;
    case SQL_ANSWER_QUESTION:
        put_text(field, sql_name(STATUSRULES_NAMES_QUESTION, c->question));
        break;
    case SQL_ANSWER_OUTCOME:
        put_text(field, sql_name(STATUSRULES_NAMES_OUTCOME, answer->outcome));
        break;
    case SQL_ANSWER_DAY:
        put_day(field, answer->day);
        break;
    case SQL_ANSWER_PROVISION:
        put_text(field, sql_provision_id(c->law, answer->provision));
        break;
    case SQL_ANSWER_NOTE:
        put_text(field, sql_provision_id(c->law, answer->note));
        break;
    case SQL_ANSWER_POSSIBLE:
        put_list(field, STATUSRULES_NAMES_OUTCOME, answer->possible);
        break;
    case SQL_ANSWER_EARLIEST:
        put_day(field, answer->earliest);
        break;
    case SQL_ANSWER_LATEST:
        put_day(field, answer->latest);
        break;
    case SQL_ANSWER_MISSING:
        put_list(field, STATUSRULES_NAMES_FACT, answer->missing);
        break;
    case SQL_ANSWER_ASSUMED:
        put_list(field, STATUSRULES_NAMES_FACT, answer->assumed);
        break;
    case SQL_ANSWER_SAME_FROM:
        put_day(field, answer->same_from);
        break;
    case SQL_ANSWER_SAME_UNTIL:
        put_day(field, answer->same_until);
        break;
    case SQL_ANSWER_ASK_NEXT:
        put_text(field, sql_name(STATUSRULES_NAMES_FACT, answer->ask_next));
        break;
    default:
        field->kind = SQL_FIELD_READINGS;
        break;
    }
}

/* ---- JSON. All its texts are names and ids of the library, which need no escape. ---- */

#ifdef __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
static void
add(char *buffer, const char *format, ...) {
    size_t used = strlen(buffer);
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(buffer + used, SQL_JSON_SIZE - used, format, arguments);
    va_end(arguments);
}

static void add_day(char *buffer, int32_t day) {
    char text[16];
    const char *written = sql_day_text(text, day);
    if (written) {
        add(buffer, "\"%s\"", written);
    } else {
        add(buffer, "null");
    }
}

static void add_readings(char *buffer, const statusrules_answer *answer) {
    const char *separator = "{";
    for (int32_t i = 0; i < 3; i++) {
        const statusrules_reading_answer *reading = &answer->readings[i];
        if (reading->outcome == 0) {
            continue;
        }
        add(buffer, "%s\"%s\": {\"outcome\": \"%s\", \"day\": ", separator,
            sql_name(STATUSRULES_NAMES_READING, i + 1), sql_name(STATUSRULES_NAMES_OUTCOME, reading->outcome));
        add_day(buffer, reading->day);
        add(buffer, "}");
        separator = ", ";
    }
    add(buffer, *separator == '{' ? "{}" : "}");
}

static void add_list(char *buffer, int32_t names, int64_t list) {
    const char *separator = "";
    add(buffer, "[");
    for (int32_t code = 0; list >> code; code++) {
        if (list >> code & 1) {
            add(buffer, "%s\"%s\"", separator, sql_name(names, code));
            separator = ", ";
        }
    }
    add(buffer, "]");
}

void sql_list_json(char buffer[SQL_JSON_SIZE], int32_t names, int64_t list) {
    buffer[0] = '\0';
    add_list(buffer, names, list);
}

void sql_readings_json(char buffer[SQL_JSON_SIZE], const statusrules_answer *answer) {
    buffer[0] = '\0';
    add_readings(buffer, answer);
}

void sql_answer_json(char buffer[SQL_JSON_SIZE], const sql_case *c, const statusrules_answer *answer) {
    buffer[0] = '\0';
    for (int32_t i = 0; i < SQL_N_ANSWER; i++) {
        sql_field field;
        sql_answer_field(&field, i, c, answer);
        add(buffer, "%s\"%s\": ", i ? ", " : "{", field.name);
        switch (field.kind) {
        case SQL_FIELD_TEXT:
            add(buffer, "\"%s\"", field.text);
            break;
        case SQL_FIELD_NUMBER:
            add(buffer, "%d", (int)field.number);
            break;
        case SQL_FIELD_DAY:
            add_day(buffer, field.number);
            break;
        case SQL_FIELD_LIST:
            add_list(buffer, field.names, field.list);
            break;
        case SQL_FIELD_READINGS:
            add_readings(buffer, answer);
            break;
        default:
            add(buffer, "null");
            break;
        }
    }
    add(buffer, "}");
}

/* ---- Provisions ---- */

static const char *const provision_names[] = {
    "law",          "number",        "id",       "question",  "outcome",       "day",
    "days",         "suspended",     "readings", "certainty", "known_from",    "known_until",
    "edition_from", "edition_until", "stage",    "list",      "place_in_list", "passage",
    "quoted",       "remark",        "place",    "issuer",    "act_number",    "act_date",
    "title",        "address"};

static void provision_text(sql_field *field, int32_t index, const statusrules_provision *p,
                           const statusrules_act *a, bool russian) {
    switch (index) {
    case SQL_PROVISION_PASSAGE:
        put_text(field, russian ? p->passage_ru : p->passage_en);
        break;
    case SQL_PROVISION_REMARK:
        put_text(field, russian ? p->remark_ru : p->remark_en);
        break;
    case SQL_PROVISION_PLACE:
        put_text(field, russian ? p->place_ru : p->place_en);
        break;
    case SQL_PROVISION_ISSUER:
        put_text(field, russian ? a->issuer_ru : a->issuer_en);
        break;
    case SQL_PROVISION_TITLE:
        put_text(field, russian ? a->title_ru : a->title_en);
        break;
    case SQL_PROVISION_ACT_NUMBER:
        put_text(field, a->number);
        break;
    case SQL_PROVISION_ACT_DATE:
        put_day(field, a->date);
        break;
    default:
        put_text(field, a->address);
        break;
    }
}

void sql_provision_field(sql_field *field, int32_t index, const statusrules_law *law, int32_t number,
                         int32_t language) {
    statusrules_provision p;
    statusrules_act a;
    *field = (sql_field){.name = provision_names[index]};
    if (statusrules_law_provision(&p, law, number, NULL) || statusrules_law_act(&a, law, p.act, NULL)) {
        return;
    }
    switch (index) {
    case SQL_PROVISION_LAW:
        put_text(field, statusrules_law_name(law));
        break;
    case SQL_PROVISION_NUMBER:
        put_number(field, p.number);
        break;
    case SQL_PROVISION_ID:
        put_text(field, p.id);
        break;
    case SQL_PROVISION_QUESTION:
        put_text(field, sql_name(STATUSRULES_NAMES_QUESTION, p.question));
        break;
    case SQL_PROVISION_OUTCOME:
        put_text(field, sql_name(STATUSRULES_NAMES_OUTCOME, p.outcome));
        break;
    case SQL_PROVISION_DAY:
        put_day(field, p.day);
        break;
    case SQL_PROVISION_DAYS:
        if (p.days) {
            put_number(field, p.days);
        }
        break;
    case SQL_PROVISION_SUSPENDED:
        put_text(field, p.suspended ? "yes" : "no");
        break;
    case SQL_PROVISION_READINGS:
        put_list(field, STATUSRULES_NAMES_READING, p.readings);
        break;
    case SQL_PROVISION_CERTAINTY:
        put_text(field, sql_name(STATUSRULES_NAMES_CERTAINTY, p.certainty));
        break;
    case SQL_PROVISION_KNOWN_FROM:
        put_day(field, p.known_from);
        break;
    case SQL_PROVISION_KNOWN_UNTIL:
        put_day(field, p.known_until);
        break;
    case SQL_PROVISION_EDITION_FROM:
        put_number(field, p.edition_from);
        break;
    case SQL_PROVISION_EDITION_UNTIL:
        if (p.edition_until != STATUSRULES_NONE) {
            put_number(field, p.edition_until);
        }
        break;
    case SQL_PROVISION_STAGE:
        put_number(field, p.stage);
        break;
    case SQL_PROVISION_LIST:
        put_text(field, p.list_name);
        break;
    case SQL_PROVISION_PLACE_IN_LIST:
        put_number(field, p.list_place);
        break;
    case SQL_PROVISION_QUOTED:
        put_text(field, p.quoted ? "yes" : "no");
        break;
    default:
        provision_text(field, index, &p, &a, language == STATUSRULES_LANGUAGE_RU);
        break;
    }
}
