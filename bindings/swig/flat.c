#include "flat.h"

#include <statusrules/statusrules.h>
#include <string.h>

/* Arrays take the place of structs: each value has one place, and is copied there. */
#define LENGTH(array) ((int32_t)(sizeof(array) / sizeof *(array)))

static void copy(int64_t *to, int32_t n_to, const int64_t *from, int32_t n_from) {
    for (int32_t i = 0; i < n_to && i < n_from; i++) {
        to[i] = from[i];
    }
}

static void give_one(int64_t *result, int32_t n_result, int64_t value) {
    copy(result, n_result, &value, 1);
}

static int32_t give_error(int64_t *error, int32_t n_error, int32_t status, const statusrules_error *e) {
    if (status != STATUSRULES_OK) {
        int64_t places[FLAT_ERROR_LENGTH] = {e->code, e->fact, e->value, e->first, e->last, e->offset, e->nearest};
        copy(error, n_error, places, FLAT_ERROR_LENGTH);
    }
    return status;
}

/* A struct begins with its size, which is place 0 of an array; the rest are numbers of 32 bits, as in the array. */
static void take(void *structure, size_t size, const int32_t *places, int32_t n_places) {
    size_t given = n_places < 1 ? 0 : ((size_t)n_places - 1) * sizeof *places;
    size_t room = size - sizeof *places;

    if (given > 0) {
        memcpy((char *)structure + sizeof *places, places + 1, given < room ? given : room);
    }
}

static statusrules_facts take_facts(const int32_t *facts, int32_t n_facts) {
    statusrules_facts taken = STATUSRULES_FACTS_UNKNOWN;

    take(&taken, sizeof taken, facts, n_facts);
    return taken;
}

static statusrules_options take_options(const int32_t *options, int32_t n_options) {
    statusrules_options taken = STATUSRULES_OPTIONS_DEFAULT;

    take(&taken, sizeof taken, options, n_options);
    return taken;
}

/* ---- Asking ---- */

flat_status flat_ask(int32_t law, int32_t question, const int32_t *facts, int32_t n_facts, const int32_t *options,
                     int32_t n_options, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o = take_options(options, n_options);
    statusrules_answer a;
    statusrules_error e;
    int32_t status = statusrules_ask(&a, statusrules_law_at(law), question, &f, &o, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[FLAT_ANSWER_LENGTH] = {a.outcome,  a.day,    a.provision, a.note,    a.possible,
                                              a.earliest, a.latest, a.edition,   a.missing, a.assumed};
        for (int32_t i = 0; i < LENGTH(a.readings); i++) {
            const statusrules_reading_answer *reading = &a.readings[i];
            int64_t *at = places + FLAT_ANSWER_READINGS + i * FLAT_READING_LENGTH;
            at[FLAT_READING_OUTCOME] = reading->outcome;
            at[FLAT_READING_DAY] = reading->day;
            at[FLAT_READING_PROVISION] = reading->provision;
            at[FLAT_READING_POSSIBLE] = reading->possible;
            at[FLAT_READING_EARLIEST] = reading->earliest;
            at[FLAT_READING_LATEST] = reading->latest;
        }
        places[FLAT_ANSWER_SAME_FROM] = a.same_from;
        places[FLAT_ANSWER_SAME_UNTIL] = a.same_until;
        places[FLAT_ANSWER_ASK_NEXT] = a.ask_next;
        copy(result, n_result, places, FLAT_ANSWER_LENGTH);
    }
    return give_error(error, n_error, status, &e);
}

int64_t flat_extension(int32_t law, int32_t term, int32_t last_day, int32_t location, int32_t citizenship,
                       int32_t known_on, int32_t reading) {
    statusrules_facts f = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options o = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_answer a;

    f.term = term;
    f.last_day = last_day;
    f.location = location;
    f.citizenship = citizenship;
    o.known_on = known_on;
    o.reading = reading;
    o.brief = STATUSRULES_YES;
    int32_t status = statusrules_extension(&a, statusrules_law_at(law), &f, &o, NULL);
    if (status != STATUSRULES_OK) {
        return -(int64_t)status;
    }
    return (int64_t)a.provision << 40 | (int64_t)a.outcome << 32 | (int64_t)(uint32_t)a.day;
}

_Static_assert(sizeof(statusrules_interval) == 2 * sizeof(int32_t), "an interval is two numbers of 32 bits");

flat_status flat_inverse(int32_t *intervals, int32_t n_intervals, int32_t law, int32_t question,
                         const int32_t *facts, int32_t n_facts, int32_t fact, int32_t day, const int32_t *options,
                         int32_t n_options, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o = take_options(options, n_options);
    statusrules_error e;
    int32_t length;
    int32_t status = statusrules_inverse((statusrules_interval *)(void *)intervals, n_intervals / 2, &length,
                                         statusrules_law_at(law), question, &f, fact, day, &o, &e);

    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, length);
    }
    return give_error(error, n_error, status, &e);
}

/* ---- What a decree changes, and the law as SQL ---- */

_Static_assert(sizeof(statusrules_span) == FLAT_SPAN_LENGTH * sizeof(int32_t), "a span is numbers of 32 bits");

flat_status flat_impact(int32_t *spans, int32_t n_spans, int32_t before, const int32_t *options_before,
                        int32_t n_options_before, int32_t after, const int32_t *options_after,
                        int32_t n_options_after, int32_t question, const int32_t *facts, int32_t n_facts,
                        int64_t varies, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o_before = take_options(options_before, n_options_before);
    statusrules_options o_after = take_options(options_after, n_options_after);
    statusrules_error e;
    int32_t length;
    int32_t status = statusrules_impact((statusrules_span *)(void *)spans, n_spans / FLAT_SPAN_LENGTH, &length,
                                        statusrules_law_at(before), &o_before, statusrules_law_at(after), &o_after,
                                        question, &f, varies, &e);

    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, length);
    }
    return give_error(error, n_error, status, &e);
}

/* The text that begins at *at, and moves there to what follows it; NULL if it does not end before `end`. */
static const char *next_text(const char **at, const char *end) {
    const char *text = *at;
    const char *zero = memchr(text, '\0', (size_t)(end - text));

    *at = zero == NULL ? end : zero + 1;
    return zero == NULL ? NULL : text;
}

static const char *or_null(const char *text) {
    return text == NULL || *text == '\0' ? NULL : text;
}

/* How many columns there are; those that do not fit are not taken, and there are then more than fit. */
static int32_t take_sql_columns(statusrules_sql_column *taken, const int32_t *columns, int32_t n_columns,
                                const char *text, int32_t length) {
    static const statusrules_sql_column empty = STATUSRULES_SQL_COLUMN_EMPTY;
    const char *end = text + length;

    for (int32_t i = 0; i < n_columns / FLAT_SQL_COLUMN_LENGTH && i < FLAT_COLUMNS_MOST; i++) {
        taken[i] = empty;
        taken[i].fact = columns[i * FLAT_SQL_COLUMN_LENGTH + FLAT_SQL_COLUMN_FACT];
        taken[i].form = columns[i * FLAT_SQL_COLUMN_LENGTH + FLAT_SQL_COLUMN_FORM];
        taken[i].name = next_text(&text, end);
        taken[i].table = or_null(next_text(&text, end));
        taken[i].none = or_null(next_text(&text, end));
    }
    return n_columns / FLAT_SQL_COLUMN_LENGTH;
}

flat_status flat_impact_sql(char *buffer, int32_t capacity, int32_t before, const int32_t *options_before,
                            int32_t n_options_before, int32_t after, const int32_t *options_after,
                            int32_t n_options_after, int32_t question, const int32_t *facts, int32_t n_facts,
                            const int32_t *columns, int32_t n_columns, const char *text, int32_t length,
                            int32_t dialect, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o_before = take_options(options_before, n_options_before);
    statusrules_options o_after = take_options(options_after, n_options_after);
    statusrules_sql_column taken[FLAT_COLUMNS_MOST];
    int32_t n_taken = take_sql_columns(taken, columns, n_columns, text, length);
    statusrules_error e;
    int32_t needed;
    int32_t status =
        statusrules_impact_sql(buffer, capacity, &needed, statusrules_law_at(before), &o_before,
                               statusrules_law_at(after), &o_after, question, &f, taken, n_taken, dialect, &e);

    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, needed);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_sql(char *buffer, int32_t capacity, int32_t law, int32_t question, const int32_t *facts,
                     int32_t n_facts, const int32_t *columns, int32_t n_columns, const char *text, int32_t length,
                     int32_t dialect, int32_t says, int32_t day, const int32_t *options, int32_t n_options,
                     int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o = take_options(options, n_options);
    statusrules_sql_column taken[FLAT_COLUMNS_MOST];
    int32_t n_taken = take_sql_columns(taken, columns, n_columns, text, length);
    statusrules_error e;
    int32_t needed;
    int32_t status = statusrules_sql(buffer, capacity, &needed, statusrules_law_at(law), question, &f, taken,
                                     n_taken, dialect, says, day, &o, &e);

    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, needed);
    }
    return give_error(error, n_error, status, &e);
}

/* ---- Why ---- */

_Static_assert(sizeof(statusrules_step) == FLAT_STEP_LENGTH * sizeof(int32_t), "a step is numbers of 32 bits");

flat_status flat_steps(int32_t *steps, int32_t n_steps, int32_t law, int32_t question, const int32_t *facts,
                       int32_t n_facts, const int32_t *options, int32_t n_options, int64_t *result,
                       int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o = take_options(options, n_options);
    statusrules_error e;
    int32_t length;
    int32_t status = statusrules_steps((statusrules_step *)(void *)steps, n_steps / FLAT_STEP_LENGTH, &length,
                                       statusrules_law_at(law), question, &f, &o, &e);

    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, length);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_explain(char *buffer, int32_t capacity, int32_t law, int32_t question, const int32_t *facts,
                         int32_t n_facts, const int32_t *options, int32_t n_options, int32_t language,
                         int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o = take_options(options, n_options);
    statusrules_error e;
    int32_t length;
    int32_t status =
        statusrules_explain(buffer, capacity, &length, statusrules_law_at(law), question, &f, &o, language, &e);

    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, length);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_error_text(char *buffer, int32_t capacity, const int64_t *failure, int32_t n_failure,
                            int32_t language, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    int64_t places[FLAT_ERROR_LENGTH] = {0};
    statusrules_error e;
    int32_t length;

    copy(places, FLAT_ERROR_LENGTH, failure, n_failure);
    statusrules_error failed = {.code = (int32_t)places[FLAT_ERROR_CODE],
                                .fact = (int32_t)places[FLAT_ERROR_FACT],
                                .value = (int32_t)places[FLAT_ERROR_VALUE],
                                .first = (int32_t)places[FLAT_ERROR_FIRST],
                                .last = (int32_t)places[FLAT_ERROR_LAST],
                                .offset = (int32_t)places[FLAT_ERROR_OFFSET],
                                .nearest = (int32_t)places[FLAT_ERROR_NEAREST]};
    int32_t status = statusrules_error_text(buffer, capacity, &length, &failed, language, &e);
    if (status == STATUSRULES_OK || status == STATUSRULES_ERROR_TRUNCATED) {
        give_one(result, n_result, length);
    }
    return give_error(error, n_error, status, &e);
}

/* ---- Receipts: their bytes cross as those of a text ---- */

flat_status flat_receipt(char *buffer, int32_t capacity, int32_t law, int32_t question, const int32_t *facts,
                         int32_t n_facts, const int32_t *options, int32_t n_options, int64_t *result,
                         int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_options o = take_options(options, n_options);
    statusrules_error e;
    int32_t status =
        statusrules_receipt((uint8_t *)buffer, capacity, statusrules_law_at(law), question, &f, &o, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, STATUSRULES_RECEIPT_BYTES);
    }
    return give_error(error, n_error, status, &e);
}

static int32_t index_of_law(const statusrules_law *law) {
    for (int32_t index = 0; index < statusrules_law_count(); index++) {
        if (statusrules_law_at(index) == law) {
            return index;
        }
    }
    return -1;
}

flat_status flat_receipt_read(const char *text, int32_t length, int64_t *result, int32_t n_result, int64_t *error,
                              int32_t n_error) {
    statusrules_receipt_parts parts;
    statusrules_error e;
    int32_t status = statusrules_receipt_read(&parts, (const uint8_t *)text, length, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[FLAT_RECEIPT_LENGTH] = {
            index_of_law(parts.law), parts.question, parts.known_on, parts.edition,  parts.reading, parts.strict,
            parts.valid_on,          parts.outcome,  parts.day,      parts.provision};
        copy(result, n_result, places, FLAT_RECEIPT_LENGTH);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_verify(const char *text, int32_t length, const int32_t *facts, int32_t n_facts, int64_t *result,
                        int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_facts f = take_facts(facts, n_facts);
    statusrules_error e;
    int32_t found;
    int32_t status = statusrules_verify(&found, (const uint8_t *)text, length, &f, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, found);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_format_receipt(char *buffer, int32_t capacity, const char *text, int32_t length, int64_t *result,
                                int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_error e;
    int32_t status = statusrules_format_receipt(buffer, capacity, (const uint8_t *)text, length, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, STATUSRULES_RECEIPT_CHARACTERS);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_parse_receipt(char *buffer, int32_t capacity, const char *text, int32_t length, int64_t *result,
                               int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_error e;
    int32_t status = statusrules_parse_receipt((uint8_t *)buffer, capacity, text, length, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, STATUSRULES_RECEIPT_BYTES);
    }
    return give_error(error, n_error, status, &e);
}

/* ---- Columns ---- */

static statusrules_column take_column(const int64_t *places) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;

    column.field = (int32_t)places[FLAT_COLUMN_FIELD];
    column.type = (int32_t)places[FLAT_COLUMN_TYPE];
    column.valid_form = (int32_t)places[FLAT_COLUMN_VALID_FORM];
    column.values = (void *)(intptr_t)places[FLAT_COLUMN_VALUES];
    column.one_value = places[FLAT_COLUMN_ONE_VALUE];
    column.valid = (const uint8_t *)(intptr_t)places[FLAT_COLUMN_VALID];
    column.valid_offset = places[FLAT_COLUMN_VALID_OFFSET];
    column.ticks_per_day = places[FLAT_COLUMN_TICKS_PER_DAY];
    column.null_value = places[FLAT_COLUMN_NULL_VALUE];
    column.no_end_value = places[FLAT_COLUMN_NO_END_VALUE];
    column.has_null_value = (int32_t)places[FLAT_COLUMN_HAS_NULL_VALUE];
    column.has_no_end_value = (int32_t)places[FLAT_COLUMN_HAS_NO_END_VALUE];
    column.is_one_value = (int32_t)places[FLAT_COLUMN_IS_ONE_VALUE];
    column.codes = (const int32_t *)(intptr_t)places[FLAT_COLUMN_CODES];
    column.n_codes = places[FLAT_COLUMN_N_CODES];
    return column;
}

flat_status flat_columns(int32_t law, int32_t question, const int64_t *in, int32_t n_in, const int64_t *out,
                         int32_t n_out, int64_t n_rows, const int32_t *options, int32_t n_options, int64_t *result,
                         int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_options o = take_options(options, n_options);
    statusrules_column ins[FLAT_COLUMNS_MOST];
    statusrules_column outs[FLAT_COLUMNS_MOST];
    statusrules_error e = {.code = STATUSRULES_ERROR_RANGE, .last = FLAT_COLUMNS_MOST};
    int32_t n_ins = n_in / FLAT_COLUMN_LENGTH;
    int32_t n_outs = n_out / FLAT_COLUMN_LENGTH;
    int64_t bad_rows = 0;

    if (n_ins > FLAT_COLUMNS_MOST || n_outs > FLAT_COLUMNS_MOST) {
        e.value = n_ins > n_outs ? n_ins : n_outs;
        return give_error(error, n_error, STATUSRULES_ERROR_RANGE, &e);
    }
    for (int32_t i = 0; i < n_ins; i++) {
        ins[i] = take_column(in + i * FLAT_COLUMN_LENGTH);
    }
    for (int32_t i = 0; i < n_outs; i++) {
        outs[i] = take_column(out + i * FLAT_COLUMN_LENGTH);
    }
    int32_t status = statusrules_columns(&bad_rows, statusrules_law_at(law), question, ins, n_ins, outs, n_outs,
                                         n_rows, &o, &e);
    if (status == STATUSRULES_OK) {
        give_one(result, n_result, bad_rows);
    }
    return give_error(error, n_error, status, &e);
}

int32_t flat_question_asks(int32_t question, int32_t fact) {
    return statusrules_question_asks(question, fact);
}

flat_status flat_fact(int32_t fact, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_fact_info info;
    statusrules_error e;
    int32_t status = statusrules_fact(&info, fact, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[FLAT_FACT_LENGTH] = {info.kind, info.first, info.last, info.none};
        copy(result, n_result, places, FLAT_FACT_LENGTH);
    }
    return give_error(error, n_error, status, &e);
}

/* ---- Names ---- */

const char *flat_name(int32_t names, int32_t code, int32_t language) {
    return statusrules_name(names, code, language);
}

flat_status flat_code(int32_t names, const char *text, int32_t length, int64_t *result, int32_t n_result,
                      int64_t *error, int32_t n_error) {
    statusrules_error e;
    int32_t code;
    int32_t status = statusrules_code(&code, names, text, length, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, code);
    }
    return give_error(error, n_error, status, &e);
}

int32_t flat_count(int32_t names) {
    return statusrules_count(names);
}

int32_t flat_code_at(int32_t names, int32_t index) {
    return statusrules_code_at(names, index);
}

/* ---- Days ---- */

int32_t flat_day(int32_t year, int32_t month, int32_t day) {
    return statusrules_day(year, month, day);
}

flat_status flat_date_of_day(int32_t day, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error) {
    statusrules_date date;
    statusrules_error e;
    int32_t status = statusrules_date_of_day(&date, day, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[3] = {date.year, date.month, date.day};
        copy(result, n_result, places, LENGTH(places));
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_add_days(int32_t day, int32_t n, int64_t *result, int32_t n_result, int64_t *error,
                          int32_t n_error) {
    statusrules_error e;
    int32_t sum;
    int32_t status = statusrules_add_days(&sum, day, n, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, sum);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_parse_day(const char *text, int32_t length, int64_t *result, int32_t n_result, int64_t *error,
                           int32_t n_error) {
    statusrules_error e;
    int32_t day;
    int32_t status = statusrules_parse_day(&day, text, length, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, day);
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_format_day(char *buffer, int32_t capacity, int32_t day, int64_t *result, int32_t n_result,
                            int64_t *error, int32_t n_error) {
    statusrules_error e;
    int32_t status = statusrules_format_day(buffer, capacity, day, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, 10);
    }
    return give_error(error, n_error, status, &e);
}

/* ---- The law ---- */

const char *flat_version(void) {
    return statusrules_version();
}

int32_t flat_law_count(void) {
    return statusrules_law_count();
}

int32_t flat_law_statement(void) {
    int32_t index = 0;

    while (statusrules_law_at(index) != statusrules_law_statement()) {
        index++;
    }
    return index;
}

const char *flat_law_name(int32_t law) {
    return statusrules_law_name(statusrules_law_at(law));
}

int32_t flat_law_edition(int32_t law) {
    return statusrules_law_edition(statusrules_law_at(law));
}

const char *flat_law_digest(int32_t law, int32_t edition) {
    return statusrules_law_digest(statusrules_law_at(law), edition);
}

int32_t flat_act_count(int32_t law) {
    return statusrules_law_act_count(statusrules_law_at(law));
}

flat_status flat_act(int32_t law, int32_t number, int64_t *result, int32_t n_result, int64_t *error,
                     int32_t n_error) {
    statusrules_act act;
    statusrules_error e;
    int32_t status = statusrules_law_act(&act, statusrules_law_at(law), number, &e);

    if (status == STATUSRULES_OK) {
        give_one(result, n_result, act.date);
    }
    return give_error(error, n_error, status, &e);
}

static const char *text_at(const char *const *texts, int32_t n_texts, int32_t place) {
    return place < 0 || place >= n_texts ? "" : texts[place];
}

const char *flat_act_text(int32_t law, int32_t number, int32_t text) {
    statusrules_act act;

    if (statusrules_law_act(&act, statusrules_law_at(law), number, NULL) != STATUSRULES_OK) {
        return "";
    }
    const char *texts[] = {act.key,      act.issuer_en, act.issuer_ru, act.number,
                           act.title_en, act.title_ru,  act.address};
    return text_at(texts, LENGTH(texts), text);
}

int32_t flat_provision_count(int32_t law) {
    return statusrules_law_provision_count(statusrules_law_at(law));
}

flat_status flat_provision(int32_t law, int32_t number, int64_t *result, int32_t n_result, int64_t *error,
                           int32_t n_error) {
    statusrules_provision p;
    statusrules_error e;
    int32_t status = statusrules_law_provision(&p, statusrules_law_at(law), number, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[FLAT_PROVISION_LENGTH] = {
            p.number,       p.question, p.effect,    p.outcome,    p.day,         p.latest,       p.days,
            p.suspended,    p.readings, p.certainty, p.known_from, p.known_until, p.edition_from, p.edition_until,
            p.n_conditions, p.n_sides,  p.quoted,    p.act,        p.stage,       p.list,         p.list_place};
        copy(result, n_result, places, FLAT_PROVISION_LENGTH);
    }
    return give_error(error, n_error, status, &e);
}

const char *flat_provision_text(int32_t law, int32_t number, int32_t text) {
    statusrules_provision p;

    if (statusrules_law_provision(&p, statusrules_law_at(law), number, NULL) != STATUSRULES_OK) {
        return "";
    }
    const char *texts[] = {p.id,      p.place_en, p.place_ru,  p.passage_en, p.passage_ru,
                           p.says_en, p.says_ru,  p.remark_en, p.remark_ru,  p.list_name};
    return text_at(texts, LENGTH(texts), text);
}

flat_status flat_condition(int32_t law, int32_t number, int32_t index, int64_t *result, int32_t n_result,
                           int64_t *error, int32_t n_error) {
    statusrules_condition c;
    statusrules_error e;
    int32_t status = statusrules_law_condition(&c, statusrules_law_at(law), number, index, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[FLAT_CONDITION_LENGTH] = {c.fact, c.form, c.mark, c.first, c.last, c.n_values};
        copy(result, n_result, places, FLAT_CONDITION_LENGTH);
        for (int32_t i = 0; i < c.n_values && FLAT_CONDITION_LENGTH + i < n_result; i++) {
            result[FLAT_CONDITION_LENGTH + i] = c.values[i];
        }
    }
    return give_error(error, n_error, status, &e);
}

flat_status flat_side(int32_t law, int32_t number, int32_t index, int64_t *result, int32_t n_result,
                      int64_t *error, int32_t n_error) {
    statusrules_side side;
    statusrules_error e;
    int32_t status = statusrules_law_side(&side, statusrules_law_at(law), number, index, &e);

    if (status == STATUSRULES_OK) {
        int64_t places[FLAT_SIDE_LENGTH] = {side.outcome, side.day};
        copy(result, n_result, places, FLAT_SIDE_LENGTH);
    }
    return give_error(error, n_error, status, &e);
}

const char *flat_side_text(int32_t law, int32_t number, int32_t index, int32_t text) {
    statusrules_side side;

    if (statusrules_law_side(&side, statusrules_law_at(law), number, index, NULL) != STATUSRULES_OK) {
        return "";
    }
    const char *texts[] = {side.source_en, side.source_ru};
    return text_at(texts, LENGTH(texts), text);
}
