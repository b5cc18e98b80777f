/*
 * Are columns the same as one answer after another? Random registers in every form of column, every result compared
 * with statusrules_ask row by row; wrong calls refused; bad rows cost no other row.
 */
#include "alone.h"
#include "chance.h"
#include "tap.h"

#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>

enum { ROWS = 3000, MAX_COLUMNS = 48, ROUNDS = 400 };

static uint64_t state = 20211129;

static uint32_t below(uint32_t n) {
    return chance_below(&state, n);
}

static int64_t cases;
static int64_t failures;

static void expect(bool holds, const char *what, int64_t row) {
    cases++;
    if (!holds) {
        failures++;
        if (failures < 20) {
            printf("# %s, row %lld\n", what, (long long)row);
        }
    }
}

/* ---- Random columns ---- */

/* A value of a field: usual, at an edge, none, missing, wrong. */
static int32_t some_value(int32_t field) {
    statusrules_fact_info info = {0};
    if (below(40) == 0) {
        return (int32_t)((uint32_t)below(1U << 31) * 2 + below(2));
    }
    if (field == STATUSRULES_ARGUMENT_READING) {
        return below(4) == 0 ? STATUSRULES_UNKNOWN : 1 + (int32_t)below(3);
    }
    if (field == STATUSRULES_ARGUMENT_EDITION) {
        return below(3) == 0 ? STATUSRULES_UNKNOWN : 1;
    }
    if (field > 100) {
        return STATUSRULES_DAY(2021, 11, 1) + (int32_t)below(400);
    }
    statusrules_fact(&info, field, NULL);
    if (info.none && below(20) == 0) {
        return STATUSRULES_NONE;
    }
    if (below(20) == 0) {
        return STATUSRULES_UNKNOWN;
    }
    if (info.kind == STATUSRULES_KIND_DAY) {
        return below(30) == 0 ? STATUSRULES_LAST_DAY - (int32_t)below(400)
                              : STATUSRULES_DAY(2021, 5, 1) + (int32_t)below(400);
    }
    if (info.kind == STATUSRULES_KIND_COUNTRY) {
        return statusrules_code_at(field, (int32_t)below((uint32_t)statusrules_count(field)));
    }
    return info.first + (int32_t)below((uint32_t)(info.last - info.first) + 1);
}

struct table {
    statusrules_column columns[MAX_COLUMNS];
    int32_t n;
    /* The values as they are meant. */
    int32_t meant[MAX_COLUMNS][ROWS];
    int64_t memory[MAX_COLUMNS][ROWS + 1];
    uint8_t valid[MAX_COLUMNS][ROWS + 16];
};

static void store(void *values, int32_t type, int64_t row, int64_t value) {
    switch (type) {
    case STATUSRULES_TYPE_INT8:
        ((int8_t *)values)[row] = (int8_t)value;
        break;
    case STATUSRULES_TYPE_INT16:
        ((int16_t *)values)[row] = (int16_t)value;
        break;
    case STATUSRULES_TYPE_INT32:
        ((int32_t *)values)[row] = (int32_t)value;
        break;
    default:
        ((int64_t *)values)[row] = value;
        break;
    }
}

static int64_t load(const void *values, int32_t type, int64_t row) {
    switch (type) {
    case STATUSRULES_TYPE_INT8:
        return ((const int8_t *)values)[row];
    case STATUSRULES_TYPE_INT16:
        return ((const int16_t *)values)[row];
    case STATUSRULES_TYPE_INT32:
        return ((const int32_t *)values)[row];
    default:
        return ((const int64_t *)values)[row];
    }
}

static void mark_valid(struct table *t, int32_t at, int64_t row, bool known) {
    statusrules_column *column = &t->columns[at];
    int64_t place = column->valid_offset + row;
    switch (column->valid_form) {
    case STATUSRULES_VALID_BITS:
        if (known) {
            t->valid[at][place >> 3] |= (uint8_t)(1 << (place & 7));
        }
        break;
    case STATUSRULES_VALID_BYTES_PRESENT:
        t->valid[at][place] = known ? 7 : 0;
        break;
    case STATUSRULES_VALID_BYTES_MISSING:
        t->valid[at][place] = known ? 0 : 9;
        break;
    default:
        break;
    }
}

static bool fits(int32_t type, int32_t value) {
    return type >= STATUSRULES_TYPE_INT32 || (type == STATUSRULES_TYPE_INT16 && value == (int16_t)value)
           || (type == STATUSRULES_TYPE_INT8 && value == (int8_t)value);
}

/* A column in a random form, with what its rows mean. */
static void add_column(struct table *t, int32_t field, int64_t rows) {
    static const int32_t codes[] = {3, 7, STATUSRULES_UNKNOWN, 1, 2};
    int32_t at = t->n++;
    statusrules_column *column = &t->columns[at];
    *column = (statusrules_column)STATUSRULES_COLUMN_EMPTY;
    memset(t->valid[at], 0, sizeof t->valid[at]);
    column->field = field;
    column->type = 1 + (int32_t)below(4);
    column->values = t->memory[at];
    column->valid_form = (int32_t)below(4);
    column->valid = t->valid[at];
    column->valid_offset = below(13);
    if (below(8) == 0) {
        column->is_one_value = 1;
        column->one_value = some_value(field);
        column->valid_form = STATUSRULES_VALID_ALL;
    } else if (field == STATUSRULES_FACT_TERM && below(6) == 0) {
        column->codes = codes;
        column->n_codes = 5;
    } else if (column->type == STATUSRULES_TYPE_INT64 && below(3) == 0 && field != STATUSRULES_FACT_TERM) {
        column->ticks_per_day = below(2) ? 86400 : 1;
        column->has_null_value = 1;
        column->null_value = INT64_MIN;
        column->has_no_end_value = 1;
        column->no_end_value = INT64_MAX;
    }
    for (int64_t row = 0; row < rows; row++) {
        int32_t value = some_value(field);
        int64_t stored = value;
        bool known = true;
        if (column->is_one_value) {
            t->meant[at][row] = (int32_t)column->one_value;
            continue;
        }
        if (column->codes) {
            stored = below(30) == 0 ? 5 : below(5);
            value = stored < 5 ? codes[stored] : STATUSRULES_NONE - 1;
        } else if (column->ticks_per_day) {
            if (value == STATUSRULES_UNKNOWN) {
                stored = INT64_MIN;
            } else if (value == STATUSRULES_NONE) {
                stored = INT64_MAX;
            } else {
                stored = (int64_t)value * column->ticks_per_day
                         + (column->ticks_per_day > 1 ? below((uint32_t)column->ticks_per_day) : 0);
                /* What is no day means nothing special after the division. */
                value =
                    value < STATUSRULES_FIRST_DAY || value > STATUSRULES_LAST_DAY ? STATUSRULES_NONE - 1 : value;
            }
        } else if (!fits(column->type, value)) {
            if (column->valid_form) {
                known = false;
                stored = 0;
            } else {
                stored = 2;
                value = 2;
            }
        }
        if (column->valid_form && below(20) == 0) {
            known = false;
        }
        store(t->memory[at], column->type, row, stored);
        mark_valid(t, at, row, known);
        t->meant[at][row] = known ? value : STATUSRULES_UNKNOWN;
    }
}

/* ---- Comparing ---- */

static struct table in;
static int64_t result_memory[16][ROWS];
/* One byte further: receipts may begin anywhere. */
static uint8_t receipt_memory[ROWS * STATUSRULES_RECEIPT_BYTES + 1];

static const int32_t results[] = {
    STATUSRULES_RESULT_OUTCOME,   STATUSRULES_RESULT_DAY,       STATUSRULES_RESULT_PROVISION,
    STATUSRULES_RESULT_NOTE,      STATUSRULES_RESULT_POSSIBLE,  STATUSRULES_RESULT_EARLIEST,
    STATUSRULES_RESULT_LATEST,    STATUSRULES_RESULT_MISSING,   STATUSRULES_RESULT_ASSUMED,
    STATUSRULES_RESULT_READINGS,  STATUSRULES_RESULT_ERROR,     STATUSRULES_RESULT_ASK_NEXT,
    STATUSRULES_RESULT_SAME_FROM, STATUSRULES_RESULT_SAME_UNTIL};
enum { N_RESULTS = (int)(sizeof results / sizeof results[0]) };

/* Runs the table and compares each result of each row with an answer of its own. */
static void compare(int32_t question, const statusrules_options *options, const statusrules_column *out,
                    int32_t n_out, int64_t rows) {
    int64_t bad = -1;
    int64_t expected_bad = 0;
    statusrules_error error = {0};
    int32_t code = statusrules_columns(&bad, statusrules_law_statement(), question, in.columns, in.n, out, n_out,
                                       rows, options, &error);
    expect(code == STATUSRULES_OK, "the call is refused", code);
    for (int64_t row = 0; row < rows && code == STATUSRULES_OK; row++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_options mine = *options;
        statusrules_answer answer;
        for (int32_t c = 0; c < in.n; c++) {
            give(&facts, &mine, in.columns[c].field, in.meant[c][row]);
        }
        int32_t row_code = statusrules_ask(&answer, statusrules_law_statement(), question, &facts, &mine, NULL);
        expected_bad += row_code != STATUSRULES_OK;
        for (int32_t c = 0; c < n_out; c++) {
            if (out[c].field == STATUSRULES_RESULT_RECEIPT) {
                expect(receipt_is(&out[c], row, statusrules_law_statement(), question, &facts, &mine),
                       "a receipt differs from that of the answer alone", row);
                continue;
            }
            int64_t value = expected_of(out[c].field, &answer, row_code);
            if (out[c].has_null_value && value == STATUSRULES_NOT_A_DAY) {
                value = out[c].null_value;
            } else if (out[c].ticks_per_day) {
                value *= out[c].ticks_per_day;
            }
            expect(load(out[c].values, out[c].type, row) == value, "a result differs from the answer alone", row);
        }
    }
    expect(bad == expected_bad, "the number of bad rows", bad);
}

static statusrules_column result_column(int32_t field, int32_t at) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;
    column.field = field;
    column.type = STATUSRULES_TYPE_INT64;
    column.values = result_memory[at];
    return column;
}

static statusrules_column receipt_column(void) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;
    column.field = STATUSRULES_RESULT_RECEIPT;
    column.type = STATUSRULES_TYPE_RECEIPT;
    column.values = receipt_memory + below(2);
    return column;
}

static int64_t some_rows(void) {
    static const int64_t edges[] = {0, 1, 7, 127, 128, 129, 1023, 1024, 1025, 2048, ROWS};
    return edges[below(sizeof edges / sizeof edges[0])];
}

/* All results, any columns. */
static void any_register(void) {
    for (int32_t round = 0; round < ROUNDS; round++) {
        int32_t question = 1 + (int32_t)below(7);
        int64_t rows = some_rows() / 4;
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        statusrules_column out[N_RESULTS + 1];
        options.strict = below(4) == 0;
        in.n = 0;
        for (int32_t fact = 1; fact <= STATUSRULES_FACT_VISA_LAST_DAY; fact++) {
            if (statusrules_question_asks(question, fact) ? below(3) > 0 : below(12) == 0) {
                add_column(&in, fact, rows);
            }
        }
        for (int32_t parameter = STATUSRULES_ARGUMENT_READING; parameter <= STATUSRULES_ARGUMENT_EDITION;
             parameter++) {
            if (below(4) == 0) {
                add_column(&in, parameter, rows);
            }
        }
        if (question == STATUSRULES_QUESTION_EXTENSION && below(3) == 0) {
            add_column(&in, STATUSRULES_ARGUMENT_DAY, rows);
        }
        for (int32_t c = 0; c < N_RESULTS; c++) {
            out[c] = result_column(results[c], c);
        }
        /* The last three make every row be asked alone. */
        const int32_t n = below(3) == 0 ? N_RESULTS : N_RESULTS - 3;
        out[n] = receipt_column();
        compare(question, &options, out, n + 1, rows);
    }
}

/* Outcome, day and error of documents: the last day and at most one other fact vary. */
/* Each result asked for alone, so that none is right only because another was asked for beside it. */
static void one_result(void) {
    for (int32_t r = 0; r < N_RESULTS; r++) {
        for (int32_t question = 1; question <= STATUSRULES_QUESTION_EDUCATION_ENTRY; question++) {
            const statusrules_column out = result_column(results[r], 0);
            statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
            options.valid_on =
                question == STATUSRULES_QUESTION_EXTENSION ? STATUSRULES_DAY(2022, 3, 1) : STATUSRULES_UNKNOWN;
            in.n = 0;
            for (int32_t fact = 1; fact <= STATUSRULES_FACT_ON_DAY; fact++) {
                if (statusrules_question_asks(question, fact)) {
                    add_column(&in, fact, 40);
                }
            }
            compare(question, &options, &out, 1, 40);
        }
    }
}

static void register_of_documents(void) {
    static const int32_t others[] = {0,
                                     STATUSRULES_FACT_TERM,
                                     STATUSRULES_FACT_LOCATION,
                                     STATUSRULES_FACT_TERM,
                                     STATUSRULES_FACT_CITIZENSHIP,
                                     STATUSRULES_FACT_ISSUED_ON};
    for (int32_t round = 0; round < ROUNDS; round++) {
        int64_t rows = some_rows();
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        statusrules_column out[3];
        int32_t other = others[below(sizeof others / sizeof others[0])];
        options.strict = below(4) == 0;
        options.reading = below(2) ? STATUSRULES_UNKNOWN : 1 + (int32_t)below(3);
        options.known_on = below(4) ? STATUSRULES_UNKNOWN : STATUSRULES_DAY(2021, 11, 20) + (int32_t)below(20);
        options.valid_on = below(4) ? STATUSRULES_UNKNOWN : STATUSRULES_DAY(2021, 11, 20) + (int32_t)below(300);
        in.n = 0;
        add_column(&in, STATUSRULES_FACT_LAST_DAY, rows);
        if (other) {
            add_column(&in, other, rows);
        }
        if (other != STATUSRULES_FACT_TERM && below(5)) {
            add_column(&in, STATUSRULES_FACT_TERM, 0);
            in.columns[in.n - 1] = (statusrules_column)STATUSRULES_COLUMN_EMPTY;
            in.columns[in.n - 1].field = STATUSRULES_FACT_TERM;
            in.columns[in.n - 1].type = STATUSRULES_TYPE_INT32;
            in.columns[in.n - 1].is_one_value = 1;
            in.columns[in.n - 1].one_value = some_value(STATUSRULES_FACT_TERM);
            for (int64_t row = 0; row < rows; row++) {
                in.meant[in.n - 1][row] = (int32_t)in.columns[in.n - 1].one_value;
            }
        }
        out[0] = result_column(STATUSRULES_RESULT_OUTCOME, 0);
        out[0].type = 1 + (int32_t)below(4);
        out[1] = result_column(STATUSRULES_RESULT_DAY, 1);
        out[1].type = STATUSRULES_TYPE_INT32 + (int32_t)below(2);
        out[1].has_null_value = (int32_t)below(2);
        out[1].null_value = -99;
        if (out[1].type == STATUSRULES_TYPE_INT64 && out[1].has_null_value && below(2)) {
            out[1].ticks_per_day = 86400;
        }
        out[2] = result_column(STATUSRULES_RESULT_ERROR, 2);
        /* In place of the last day, if the widths are equal. */
        if (!in.columns[0].is_one_value && in.columns[0].type == out[1].type && below(2)) {
            out[1].values = in.columns[0].values;
        }
        compare(STATUSRULES_QUESTION_EXTENSION, &options, out, 3, rows);
    }
}

static statusrules_column days_column(int32_t *values) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;
    column.field = STATUSRULES_FACT_LAST_DAY;
    column.type = STATUSRULES_TYPE_INT32;
    column.values = values;
    return column;
}

/* ---- Every law as it was known on every day of a publication ---- */

enum { N_DAYS = 150, EVERY_TERM = 0 };

static int32_t last_day_of(int32_t row) {
    static const int32_t others[] = {STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, STATUSRULES_NONE,
                                     STATUSRULES_UNKNOWN};
    return row < 4 ? others[row] : STATUSRULES_DAY(2019, 12, 1) + 11 * (row - 4);
}

static void compare_documents(const statusrules_law *law, const statusrules_options *options, int32_t term) {
    static int8_t terms[N_DAYS];
    static int32_t last_days[N_DAYS];
    static int8_t outcomes[N_DAYS];
    static int32_t given[N_DAYS];
    statusrules_column both[2] = {days_column(last_days), STATUSRULES_COLUMN_EMPTY};
    statusrules_column out[2] = {result_column(STATUSRULES_RESULT_OUTCOME, 0), days_column(given)};
    int64_t bad = -1;
    both[1].field = STATUSRULES_FACT_TERM;
    both[1].type = STATUSRULES_TYPE_INT8;
    both[1].values = terms;
    both[1].is_one_value = term != EVERY_TERM;
    both[1].one_value = term;
    out[0].type = STATUSRULES_TYPE_INT8;
    out[0].values = outcomes;
    out[1].field = STATUSRULES_RESULT_DAY;
    for (int32_t row = 0; row < N_DAYS; row++) {
        last_days[row] = last_day_of(row);
        terms[row] =
            (int8_t)statusrules_code_at(STATUSRULES_FACT_TERM, row % statusrules_count(STATUSRULES_FACT_TERM));
    }
    const int32_t code =
        statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, both, 2, out, 2, N_DAYS, options, NULL);
    expect(code == STATUSRULES_OK, "the register is refused", code);
    for (int32_t row = 0; row < N_DAYS && code == STATUSRULES_OK; row++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        facts.last_day = last_days[row];
        facts.term = term == EVERY_TERM ? terms[row] : term;
        const bool good = !statusrules_extension(&answer, law, &facts, options, NULL);
        expect(outcomes[row] == (good ? answer.outcome : 0)
                   && given[row] == (good ? answer.day : STATUSRULES_NOT_A_DAY),
               "a row of a register differs from the answer alone", row);
    }
}

/* Each leaves the rows of the law that were known by then, and so another number of windows. */
static void every_day_of_knowledge(void) {
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        int32_t known_on = STATUSRULES_UNKNOWN;
        for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
            statusrules_provision provision;
            (void)statusrules_law_provision(&provision, law, number, NULL);
            if (provision.question != STATUSRULES_QUESTION_EXTENSION || provision.known_from == known_on) {
                continue;
            }
            known_on = provision.known_from;
            for (int32_t reading = STATUSRULES_READING_LITERAL; reading <= STATUSRULES_READING_FIXED_DAY;
                 reading++) {
                statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
                options.known_on = known_on;
                options.reading = reading;
                compare_documents(law, &options, EVERY_TERM);
                for (int32_t t = 0; t < statusrules_count(STATUSRULES_FACT_TERM); t++) {
                    compare_documents(law, &options, statusrules_code_at(STATUSRULES_FACT_TERM, t));
                }
            }
        }
    }
}

/* ---- What is refused ---- */

static int32_t call(const statusrules_column *one, const statusrules_column *out, int64_t rows,
                    statusrules_error *error) {
    int64_t bad = 0;
    return statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, one, 1, out, 1,
                               rows, NULL, error);
}

static void refusals(void) {
    static int32_t values[64];
    static int32_t others[64];
    statusrules_error error;
    statusrules_column one = days_column(values);
    statusrules_column out = STATUSRULES_COLUMN_EMPTY;
    int64_t bad = 17;
    out.field = STATUSRULES_RESULT_DAY;
    out.type = STATUSRULES_TYPE_INT32;
    out.values = others;
    expect(call(&one, &out, 32, &error) == STATUSRULES_OK, "a sound call", 0);
    out.values = values;
    expect(call(&one, &out, 32, &error) == STATUSRULES_OK, "in place", 0);
    out.values = values + 1;
    expect(call(&one, &out, 32, &error) == STATUSRULES_ERROR_OVERLAP && error.fact == STATUSRULES_RESULT_DAY
               && error.value == STATUSRULES_FACT_LAST_DAY,
           "an overlap that is not in place", 0);
    out.values = (char *)others + 2;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_ALIGNMENT && error.fact == STATUSRULES_RESULT_DAY,
           "values that are not aligned", 0);
    out.values = others;
    out.type = STATUSRULES_TYPE_INT16;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_VALUE && error.first == STATUSRULES_TYPE_INT32,
           "a result too narrow", 0);
    out.type = STATUSRULES_TYPE_INT32;
    expect(call(&one, &out, -1, &error) == STATUSRULES_ERROR_RANGE, "a negative count", 0);
    out.values = NULL;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_NULL, "no values", 0);
    expect(call(&one, &out, 0, &error) == STATUSRULES_OK, "no rows need no values", 0);
    out.values = others;
    out.field = STATUSRULES_FACT_TERM;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_VALUE, "a fact as a result", 0);
    statusrules_column receipts = receipt_column();
    expect(call(&one, &receipts, 8, &error) == STATUSRULES_OK, "receipts", 0);
    receipts.type = STATUSRULES_TYPE_INT64;
    expect(call(&one, &receipts, 8, &error) == STATUSRULES_ERROR_VALUE && error.first == STATUSRULES_TYPE_RECEIPT,
           "receipts as numbers", 0);
    receipts = receipt_column();
    receipts.values = (uint8_t *)values + 31;
    expect(call(&one, &receipts, 8, &error) == STATUSRULES_ERROR_OVERLAP, "receipts over the register", 0);
    out.field = STATUSRULES_RESULT_DAY;
    out.type = STATUSRULES_TYPE_RECEIPT;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_VALUE && error.last == STATUSRULES_TYPE_INT64,
           "a day as a receipt", 0);
    out.type = STATUSRULES_TYPE_INT32;
    one.type = STATUSRULES_TYPE_RECEIPT;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_VALUE, "a fact as a receipt", 0);
    one = days_column(values);
    one.field = STATUSRULES_RESULT_DAY;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_VALUE, "a result as an input", 0);
    one = days_column(values);
    one.size = 0;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_SIZE, "a column never initialised", 0);
    one = days_column(values);
    one.valid_form = STATUSRULES_VALID_BITS;
    expect(call(&one, &out, 8, &error) == STATUSRULES_ERROR_NULL, "no validity", 0);
    statusrules_column twice[2] = {days_column(values), days_column(others)};
    statusrules_column day = out;
    day.values = others + 32;
    expect(statusrules_columns(&bad, statusrules_law_statement(), 1, twice, 2, &day, 1, 8, NULL, &error)
                   == STATUSRULES_ERROR_VALUE
               && bad == 17,
           "a field twice", 0);
    expect(statusrules_columns(NULL, statusrules_law_statement(), 1, twice, 1, &day, 1, 8, NULL, &error)
               == STATUSRULES_ERROR_NULL,
           "no place for the number of bad rows", 0);
    expect(statusrules_columns(&bad, NULL, 1, twice, 1, &day, 1, 8, NULL, &error) == STATUSRULES_ERROR_NULL,
           "no law", 0);
    expect(statusrules_columns(&bad, statusrules_law_statement(), 9, twice, 1, &day, 1, 8, NULL, &error)
               == STATUSRULES_ERROR_VALUE,
           "no such question", 0);
}

/* A call that is sound but for one member of one column. */
struct sound {
    int32_t days[64];
    int32_t results[64];
    uint8_t valid[64];
    int32_t codes[64];
    statusrules_column in;
    statusrules_column out;
};

static struct sound sound;

static void make_sound(void) {
    memset(&sound, 0, sizeof sound);
    sound.in = days_column(sound.days);
    sound.out = result_column(STATUSRULES_RESULT_DAY, 0);
    sound.out.type = STATUSRULES_TYPE_INT32;
    sound.out.values = sound.results;
}

static void refuses(int32_t code, int32_t field, int32_t value, int32_t first, int32_t last, const char *what) {
    statusrules_error error = {0};
    const int32_t got = call(&sound.in, &sound.out, 8, &error);
    expect(got == code && error.fact == field && error.value == value && error.first == first
               && error.last == last,
           what, error.value);
    make_sound();
}

static void wrong_members(void) {
    static const int32_t no_types[] = {-1, 0, STATUSRULES_TYPE_RECEIPT + 1, INT32_MAX};
    static const int32_t no_fields[] = {0, -1, INT32_MIN, STATUSRULES_FACT_VISA_LAST_DAY + 1, INT32_MAX};
    static const int32_t no_forms[] = {-1, STATUSRULES_VALID_BYTES_MISSING + 1, INT32_MIN};
    make_sound();
    for (size_t i = 0; i < sizeof no_types / sizeof no_types[0]; i++) {
        sound.in.type = no_types[i];
        refuses(STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_LAST_DAY, no_types[i], STATUSRULES_TYPE_INT8,
                STATUSRULES_TYPE_INT64, "no type of a fact");
        sound.out.type = no_types[i];
        refuses(STATUSRULES_ERROR_VALUE, STATUSRULES_RESULT_DAY, no_types[i], STATUSRULES_TYPE_INT32,
                STATUSRULES_TYPE_INT64, "no type of a result");
    }
    for (size_t i = 0; i < sizeof no_forms / sizeof no_forms[0]; i++) {
        sound.in.valid_form = no_forms[i];
        refuses(STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_LAST_DAY, no_forms[i], STATUSRULES_VALID_ALL,
                STATUSRULES_VALID_BYTES_MISSING, "no form of validity");
        sound.out.valid_form = no_forms[i];
        refuses(STATUSRULES_ERROR_VALUE, STATUSRULES_RESULT_DAY, no_forms[i], STATUSRULES_VALID_ALL,
                STATUSRULES_VALID_BYTES_MISSING, "no form of validity of a result");
    }
    for (size_t i = 0; i < sizeof no_fields / sizeof no_fields[0]; i++) {
        sound.in.field = no_fields[i];
        refuses(STATUSRULES_ERROR_VALUE, no_fields[i], no_fields[i], 0, 0, "no fact");
        sound.out.field = no_fields[i];
        refuses(STATUSRULES_ERROR_VALUE, no_fields[i], no_fields[i], 0, 0, "no result");
    }
    sound.in.ticks_per_day = -1;
    refuses(STATUSRULES_ERROR_RANGE, STATUSRULES_FACT_LAST_DAY, -1, 0, STATUSRULES_NONE,
            "days of less than no time");
    sound.out.type = STATUSRULES_TYPE_INT64;
    sound.out.ticks_per_day = INT64_MIN;
    refuses(STATUSRULES_ERROR_RANGE, STATUSRULES_RESULT_DAY, -1, 0, STATUSRULES_NONE,
            "results in less than no time");
}

/* Two results, or a result and what a fact is read from, share memory; beside each other they do not. */
static void shared_memory(void) {
    statusrules_column out[2];
    statusrules_error error = {0};
    int64_t bad = 17;
    make_sound();
    sound.in.codes = sound.results + 7;
    sound.in.n_codes = 4;
    refuses(STATUSRULES_ERROR_OVERLAP, STATUSRULES_RESULT_DAY, STATUSRULES_FACT_LAST_DAY, 0, 0,
            "a result over the codes of categories");
    sound.in.codes = sound.results + 8;
    sound.in.n_codes = 4;
    expect(call(&sound.in, &sound.out, 8, &error) == STATUSRULES_OK, "codes behind a result", 0);
    make_sound();
    for (int32_t form = STATUSRULES_VALID_BITS; form <= STATUSRULES_VALID_BYTES_MISSING; form++) {
        sound.in.valid_form = form;
        sound.in.valid = (uint8_t *)(sound.results + 8) - 1;
        refuses(STATUSRULES_ERROR_OVERLAP, STATUSRULES_RESULT_DAY, STATUSRULES_FACT_LAST_DAY, 0, 0,
                "a result over validity");
        sound.in.valid_form = form;
        sound.in.valid = (uint8_t *)(sound.results + 8);
        expect(call(&sound.in, &sound.out, 8, &error) == STATUSRULES_OK, "validity behind a result", form);
        make_sound();
    }
    sound.out.type = STATUSRULES_TYPE_INT64;
    sound.out.values = sound.days;
    refuses(STATUSRULES_ERROR_OVERLAP, STATUSRULES_RESULT_DAY, STATUSRULES_FACT_LAST_DAY, 0, 0,
            "a wider result in place");
    out[0] = sound.out;
    out[1] = sound.out;
    out[1].field = STATUSRULES_RESULT_EARLIEST;
    out[1].values = sound.results + 7;
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, &sound.in, 1,
                               out, 2, 8, NULL, &error)
                   == STATUSRULES_ERROR_OVERLAP
               && error.fact == STATUSRULES_RESULT_EARLIEST && error.value == STATUSRULES_RESULT_DAY && bad == 17,
           "two results that share memory", 0);
    out[1].values = sound.results + 8;
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, &sound.in, 1,
                               out, 2, 8, NULL, &error)
               == STATUSRULES_OK,
           "one result behind the other", 0);
}

/* Lists that are not there, or have less than no columns or too many. */
static void wrong_lists(void) {
    static const struct {
        int32_t n_in;
        int32_t n_out;
        int32_t value;
        int32_t last;
    } lengths[] = {{-1, 1, -1, 64}, {65, 1, 65, 64}, {1, -1, -1, 16}, {1, 17, 17, 16}};
    statusrules_error error = {0};
    int64_t bad = 17;
    make_sound();
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, &sound.in,
                                   lengths[i].n_in, &sound.out, lengths[i].n_out, 8, NULL, &error)
                       == STATUSRULES_ERROR_RANGE
                   && error.fact == STATUSRULES_ARGUMENT_NUMBER && error.value == lengths[i].value
                   && error.last == lengths[i].last && bad == 17,
               "a list of an impossible length", (int64_t)i);
    }
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, NULL, 1,
                               &sound.out, 1, 8, NULL, &error)
                   == STATUSRULES_ERROR_NULL
               && error.fact == STATUSRULES_ARGUMENT_FACTS && bad == 17,
           "no facts, and one of them", 0);
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, &sound.in, 1,
                               NULL, 1, 8, NULL, &error)
                   == STATUSRULES_ERROR_NULL
               && error.fact == STATUSRULES_ARGUMENT_RESULT && bad == 17,
           "no results, and one of them", 0);
}

/* A result is written row by row, whatever stands where an input would have its one value. */
static void one_value_of_a_result(void) {
    make_sound();
    sound.days[0] = STATUSRULES_UNKNOWN;
    sound.days[1] = STATUSRULES_NOT_A_DAY;
    sound.out = result_column(STATUSRULES_RESULT_ERROR, 0);
    sound.out.type = STATUSRULES_TYPE_INT32;
    sound.out.values = sound.results;
    sound.out.is_one_value = 1;
    sound.out.one_value = 5;
    memset(sound.results, -1, sizeof sound.results);
    expect(call(&sound.in, &sound.out, 3, NULL) == STATUSRULES_OK, "a result with one value", 0);
    expect(sound.results[0] == STATUSRULES_OK && sound.results[1] == STATUSRULES_ERROR_NOT_A_DAY
               && sound.results[2] == STATUSRULES_OK && sound.results[3] == -1,
           "a result with one value is written row by row", sound.results[1]);
}

static void run(struct tap *tap, void (*check)(void), const char *sentence) {
    cases = 0;
    failures = 0;
    check();
    tap_report(tap, sentence, cases, failures);
}

int main(void) {
    struct tap tap = {0, 0};
    run(&tap, any_register, "any columns give each row the answer that it has alone, in every result");
    run(&tap, one_result, "a result that is asked for alone is the same");
    run(&tap, register_of_documents, "a register of documents gives each row the answer that it has alone");
    run(&tap, every_day_of_knowledge,
        "documents are answered as each alone, under every law as it was known on any day");
    run(&tap, refusals, "a call that is wrong is refused, and says what is wrong");
    run(&tap, wrong_members, "so is each member of a column that is wrong");
    run(&tap, shared_memory, "results share no memory with each other, codes or validity");
    run(&tap, wrong_lists, "lists of columns are there, and no longer than they can be");
    run(&tap, one_value_of_a_result, "a result has as many values as there are rows");
    return tap_done(&tap);
}
