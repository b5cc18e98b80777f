#include "engine/bits.h"
#include "engine/error.h"
#include "engine/masks.h"
#include "engine/rows.h"
#include "engine/windows.h"

/* ---- The call ---- */

/* What a call of statusrules_columns works on. */
typedef struct job {
    const statusrules_law *law;
    int32_t question;
    const statusrules_column *in;
    int32_t n_in;
    const statusrules_column *out;
    int32_t n_out;
    int64_t n_rows;
    statusrules_options options;
    int64_t bad_rows;
    /* The last day that every result written as timestamps can hold. */
    int64_t last_day;
} job;

static int32_t is_fact(int32_t field) {
    return field >= 1 && field <= statusrules_table_n_facts;
}

static int32_t is_input(int32_t field) {
    return is_fact(field) || field == STATUSRULES_ARGUMENT_READING || field == STATUSRULES_ARGUMENT_KNOWN_ON
           || field == STATUSRULES_ARGUMENT_EDITION || field == STATUSRULES_ARGUMENT_DAY;
}

/* The narrowest type that holds a result; 0 if there is no such result. */
static int32_t narrowest(const statusrules_column *column) {
    switch (column->field) {
    case STATUSRULES_RESULT_OUTCOME:
    case STATUSRULES_RESULT_POSSIBLE:
    case STATUSRULES_RESULT_ERROR:
        return STATUSRULES_TYPE_INT8;
    case STATUSRULES_RESULT_PROVISION:
    case STATUSRULES_RESULT_NOTE:
    case STATUSRULES_RESULT_READINGS:
        return STATUSRULES_TYPE_INT16;
    case STATUSRULES_RESULT_DAY:
    case STATUSRULES_RESULT_EARLIEST:
    case STATUSRULES_RESULT_LATEST:
        return column->ticks_per_day ? STATUSRULES_TYPE_INT64 : STATUSRULES_TYPE_INT32;
    case STATUSRULES_RESULT_MISSING:
    case STATUSRULES_RESULT_ASSUMED:
        return STATUSRULES_TYPE_INT64;
    default:
        return 0;
    }
}

/* Whether the values that a result writes for no day and for an open end are values of its type. */
static int32_t holds(const statusrules_column *column, int64_t value) {
    return column->type == STATUSRULES_TYPE_INT64 || (value >= INT32_MIN && value <= INT32_MAX);
}

static int32_t check_column(const statusrules_column *column, int64_t n_rows, int32_t is_result,
                            statusrules_error *error) {
    const int32_t width = statusrules_type_width(column->type);
    if (column->size != (int32_t)sizeof *column) {
        return statusrules_fail(error, STATUSRULES_ERROR_SIZE, column->field, column->size,
                                (int32_t)sizeof *column, (int32_t)sizeof *column);
    }
    if (is_result ? !narrowest(column) : !is_input(column->field)) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, column->field, column->field, 0, 0);
    }
    if (!width || (is_result && column->type < narrowest(column))) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, column->field, column->type,
                                is_result ? narrowest(column) : STATUSRULES_TYPE_INT8, STATUSRULES_TYPE_INT64);
    }
    if (is_result && narrowest(column) >= STATUSRULES_TYPE_INT32
        && ((column->has_null_value && !holds(column, column->null_value))
            || (column->has_no_end_value && !holds(column, column->no_end_value)))) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, column->field, column->type,
                                STATUSRULES_TYPE_INT64, STATUSRULES_TYPE_INT64);
    }
    if (column->ticks_per_day < 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, column->field, -1, 0, STATUSRULES_NONE);
    }
    if (column->is_one_value && !is_result) {
        return STATUSRULES_OK;
    }
    if (column->valid_form < STATUSRULES_VALID_ALL || column->valid_form > STATUSRULES_VALID_BYTES_MISSING) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, column->field, column->valid_form,
                                STATUSRULES_VALID_ALL, STATUSRULES_VALID_BYTES_MISSING);
    }
    if (!is_result && column->valid_form
        && (column->valid_offset < 0 || column->valid_offset > INT64_MAX - 8 - n_rows)) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, column->field, -1, 0, STATUSRULES_NONE);
    }
    if (n_rows > 0 && (!column->values || (!is_result && column->valid_form && !column->valid))) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, column->field, 0, 0, 0);
    }
    if ((uintptr_t)column->values % (uintptr_t)width != 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_ALIGNMENT, column->field,
                                (int32_t)((uintptr_t)column->values % (uintptr_t)width), 0, 0);
    }
    return STATUSRULES_OK;
}

/* A stretch of memory. */
typedef struct stretch {
    uintptr_t first;
    uintptr_t end;
} stretch;

static stretch values_of(const statusrules_column *column, int64_t n_rows) {
    uintptr_t first = (uintptr_t)column->values;
    return (stretch){first, first + (uintptr_t)n_rows * (uintptr_t)statusrules_type_width(column->type)};
}

static stretch valid_of(const statusrules_column *column, int64_t n_rows) {
    uintptr_t first = (uintptr_t)column->valid;
    uintptr_t end = (uintptr_t)(column->valid_offset + n_rows);
    return (stretch){first, first + (column->valid_form == STATUSRULES_VALID_BITS ? end / 8 + 1 : end)};
}

static int32_t overlap(stretch a, stretch b) {
    return a.first < b.end && b.first < a.end;
}

/* A result may take the place of an input row by row, and share no other memory. */
static int32_t check_overlaps(const job *j, statusrules_error *error) {
    for (int32_t o = 0; o < j->n_out; o++) {
        stretch mine = values_of(&j->out[o], j->n_rows);
        for (int32_t other = 0; other < o; other++) {
            if (overlap(mine, values_of(&j->out[other], j->n_rows))) {
                return statusrules_fail(error, STATUSRULES_ERROR_OVERLAP, j->out[o].field, j->out[other].field, 0,
                                        0);
            }
        }
        for (int32_t i = 0; i < j->n_in; i++) {
            const statusrules_column *in = &j->in[i];
            if (in->is_one_value) {
                continue;
            }
            stretch theirs = values_of(in, j->n_rows);
            int32_t in_place = mine.first == theirs.first && mine.end == theirs.end;
            stretch codes = {(uintptr_t)in->codes,
                             (uintptr_t)in->codes + (uintptr_t)in->n_codes * sizeof *in->codes};
            if ((overlap(mine, theirs) && !in_place) || (in->codes && overlap(mine, codes))
                || (in->valid_form && overlap(mine, valid_of(in, j->n_rows)))) {
                return statusrules_fail(error, STATUSRULES_ERROR_OVERLAP, j->out[o].field, in->field, 0, 0);
            }
        }
    }
    return STATUSRULES_OK;
}

static int32_t check_columns(const statusrules_column *columns, int32_t n, int64_t n_rows, int32_t is_result,
                             statusrules_error *error) {
    for (int32_t i = 0; i < n; i++) {
        int32_t code = check_column(&columns[i], n_rows, is_result, error);
        if (code) {
            return code;
        }
        for (int32_t other = 0; other < i; other++) {
            if (columns[other].field == columns[i].field) {
                return statusrules_fail(error, STATUSRULES_ERROR_VALUE, columns[i].field, columns[i].field, 0, 0);
            }
        }
    }
    return STATUSRULES_OK;
}

/* ---- One row after another ---- */

enum { MAX_INPUTS = 64, MAX_RESULTS = 16 };

static void set_input(statusrules_facts *facts, statusrules_options *options, int32_t field, int32_t value) {
    switch (field) {
    case STATUSRULES_ARGUMENT_READING:
        options->reading = value;
        break;
    case STATUSRULES_ARGUMENT_KNOWN_ON:
        options->known_on = value;
        break;
    case STATUSRULES_ARGUMENT_EDITION:
        options->edition = value;
        break;
    case STATUSRULES_ARGUMENT_DAY:
        options->valid_on = value;
        break;
    default:
        *(int32_t *)(void *)((char *)facts + (size_t)field * sizeof(int32_t)) = value;
        break;
    }
}

/* Puts what is the same in all rows into facts and options; gives the facts that vary. */
static int64_t settle(statusrules_facts *facts, statusrules_options *options, const job *j) {
    int64_t varies = 0;
    for (int32_t c = 0; c < j->n_in; c++) {
        if (j->in[c].is_one_value) {
            int32_t value;
            statusrules_read_rows(&value, &j->in[c], 0, 1);
            set_input(facts, options, j->in[c].field, value);
        } else if (is_fact(j->in[c].field)) {
            varies |= (int64_t)1 << j->in[c].field;
        }
    }
    return varies;
}

static int64_t result_of(int32_t field, const statusrules_row_answer *row) {
    switch (field) {
    case STATUSRULES_RESULT_OUTCOME:
        return row->answer.outcome;
    case STATUSRULES_RESULT_DAY:
        return row->answer.day;
    case STATUSRULES_RESULT_PROVISION:
        return row->answer.provision;
    case STATUSRULES_RESULT_NOTE:
        return row->note;
    case STATUSRULES_RESULT_POSSIBLE:
        return row->answer.possible;
    case STATUSRULES_RESULT_EARLIEST:
        return row->answer.earliest;
    case STATUSRULES_RESULT_LATEST:
        return row->answer.latest;
    case STATUSRULES_RESULT_MISSING:
        return row->missing;
    case STATUSRULES_RESULT_ASSUMED:
        return row->assumed;
    case STATUSRULES_RESULT_READINGS:
        return row->readings;
    default:
        return row->code;
    }
}

/* The answer of a row with an error, but for its code. */
static const statusrules_row_answer no_answer = {
    {0, STATUSRULES_NOT_A_DAY, 0, 0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY}, 0, 0, 0, 0, 0};

/* Whether the days of an answer can be written: as fine timestamps the calendar does not fit into 64 bits. */
static int32_t can_be_written(const job *j, const statusrules_row_answer *row) {
    for (int32_t o = 0; o < j->n_out; o++) {
        const int64_t ticks = j->out[o].ticks_per_day;
        const int64_t day = result_of(j->out[o].field, row);
        if (ticks && day != STATUSRULES_NOT_A_DAY && day != STATUSRULES_NONE
            && (day > INT64_MAX / ticks || day < -(INT64_MAX / ticks))) {
            return 0;
        }
    }
    return 1;
}

/* An answer that cannot be written is an error of its row. */
static void check_row(statusrules_row_answer *row, job *j) {
    if (j->last_day < STATUSRULES_LAST_DAY && !can_be_written(j, row)) {
        *row = no_answer;
        row->code = STATUSRULES_ERROR_RESULT;
        j->bad_rows++;
    }
}

static void answer_row(statusrules_row_answer *row, job *j, const statusrules_facts *facts,
                       const statusrules_options *options) {
    statusrules_answer answer;
    int32_t code = statusrules_ask(&answer, j->law, j->question, facts, options, 0);
    *row = no_answer;
    row->code = code;
    if (code) {
        j->bad_rows++;
        return;
    }
    row->answer.outcome = answer.outcome;
    row->answer.day = answer.day;
    row->answer.provision = answer.provision;
    row->answer.possible = answer.possible;
    row->answer.earliest = answer.earliest;
    row->answer.latest = answer.latest;
    row->note = answer.note;
    row->readings = answer.readings[0].outcome | answer.readings[1].outcome << 4 | answer.readings[2].outcome << 8;
    row->assumed = answer.assumed;
    row->missing = answer.missing;
    check_row(row, j);
}

/* ---- Many facts that vary ---- */

typedef struct row_block {
    int32_t inputs[MAX_INPUTS][STATUSRULES_MASK_ROWS];
    statusrules_row_answer rows[STATUSRULES_MASK_ROWS];
    int64_t results[STATUSRULES_MASK_ROWS];
} row_block;

static int32_t parameters_vary(const job *j) {
    int32_t vary = 0;
    for (int32_t c = 0; c < j->n_in; c++) {
        vary |= !is_fact(j->in[c].field) && !j->in[c].is_one_value;
    }
    return vary;
}

static void answer_rows(job *j, const statusrules_mask_plan *plan, row_block *block, int64_t start, int32_t n) {
    const int32_t *values[STATUSRULES_INCOMING_DAY] = {0};
    for (int32_t c = 0; c < j->n_in; c++) {
        statusrules_read_rows(block->inputs[c], &j->in[c], start, n);
        if (is_fact(j->in[c].field)) {
            values[j->in[c].field] = block->inputs[c];
        }
    }
    if (plan) {
        statusrules_run_masks(block->rows, plan, values, n);
    }
    for (int32_t i = 0; i < n; i++) {
        if (!plan || block->rows[i].answer.outcome == 0) {
            statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
            statusrules_options options = j->options;
            for (int32_t c = 0; c < j->n_in; c++) {
                set_input(&facts, &options, j->in[c].field, block->inputs[c][i]);
            }
            answer_row(&block->rows[i], j, &facts, &options);
        } else {
            check_row(&block->rows[i], j);
        }
    }
    for (int32_t c = 0; c < j->n_out; c++) {
        for (int32_t i = 0; i < n; i++) {
            block->results[i] = result_of(j->out[c].field, &block->rows[i]);
        }
        statusrules_write_rows(&j->out[c], block->results, start, n);
    }
}

static void answer_by_masks(job *j) {
    row_block block;
    statusrules_mask_plan plan;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = j->options;
    int64_t varies = settle(&facts, &options, j);
    const int32_t planned =
        !parameters_vary(j) && statusrules_plan_masks(&plan, j->law, j->question, &facts, varies, &options);
    for (int64_t start = 0; start < j->n_rows; start += STATUSRULES_MASK_ROWS) {
        int64_t rest = j->n_rows - start;
        answer_rows(j, planned ? &plan : 0, &block, start,
                    rest < STATUSRULES_MASK_ROWS ? (int32_t)rest : STATUSRULES_MASK_ROWS);
    }
}

/* ---- Windows, where the last day and at most one other fact vary ---- */

/* What varies: the columns of the last day and of the other fact, and everything else as one case. */
typedef struct register_plan {
    const statusrules_column *last_day;
    const statusrules_column *other;
    statusrules_facts facts;
    statusrules_windows windows;
} register_plan;

/* Whether the job is one for windows; then the plan. */
static int32_t plan_windows(register_plan *plan, const job *j) {
    statusrules_case c;
    plan->last_day = 0;
    plan->other = 0;
    plan->facts = (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
    for (int32_t i = 0; i < j->n_out; i++) {
        if (j->out[i].field > STATUSRULES_RESULT_DAY && j->out[i].field != STATUSRULES_RESULT_ERROR) {
            return 0;
        }
    }
    for (int32_t i = 0; i < j->n_in; i++) {
        const statusrules_column *column = &j->in[i];
        if (!is_fact(column->field)
            || (!column->is_one_value && column->field != STATUSRULES_FACT_LAST_DAY && plan->other)) {
            return 0;
        }
        if (!column->is_one_value) {
            *(column->field == STATUSRULES_FACT_LAST_DAY ? &plan->last_day : &plan->other) = column;
        }
    }
    statusrules_options options = j->options;
    settle(&plan->facts, &options, j);
    if (!plan->last_day
        || statusrules_case_of(&c, j->law, j->question, &plan->facts, &j->options, 0) != STATUSRULES_OK
        || !c.asks_last_day || c.issued_on != STATUSRULES_UNKNOWN) {
        return 0;
    }
    int32_t asked = 0;
    for (const uint8_t *fact = c.question->facts; *fact; fact++) {
        asked |= plan->other && *fact == plan->other->field;
    }
    if ((c.open & ~(plan->other ? (int64_t)1 << plan->other->field : 0)) || (plan->other && !asked)) {
        return 0;
    }
    /* What stays unknown is presumed as usual; what varies is known. */
    c.open = 0;
    if (plan->other) {
        c.unknown &= ~((int64_t)1 << plan->other->field);
    }
    c.unknown &= ~((int64_t)1 << STATUSRULES_FACT_LAST_DAY);
    return statusrules_make_windows(&plan->windows, &c, plan->other ? plan->other->field : 0);
}

/* A block on its way: what was read, and what is to be written. */
typedef struct register_block {
    int32_t last_days[STATUSRULES_BLOCK_ROWS];
    int32_t values[STATUSRULES_BLOCK_ROWS];
    int32_t outcomes[STATUSRULES_BLOCK_ROWS];
    int32_t days[STATUSRULES_BLOCK_ROWS];
    int32_t codes[STATUSRULES_BLOCK_ROWS];
} register_block;

/* The rows that the windows left: missing, none, wrong. */
static void answer_left(job *j, const register_plan *plan, register_block *block, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        block->codes[i] = 0;
        if (block->outcomes[i] == 0) {
            statusrules_facts facts = plan->facts;
            statusrules_row_answer row;
            facts.last_day = block->last_days[i];
            if (plan->other) {
                set_input(&facts, &j->options, plan->other->field, block->values[i]);
            }
            answer_row(&row, j, &facts, &j->options);
            block->codes[i] = row.code;
            block->outcomes[i] = row.answer.outcome;
            block->days[i] = row.answer.day;
        }
    }
}

static void read_block(register_block *block, const register_plan *plan, int64_t start, int32_t n) {
    statusrules_read_rows(block->last_days, plan->last_day, start, n);
    if (plan->other) {
        statusrules_read_rows(block->values, plan->other, start, n);
    } else {
        for (int32_t i = 0; i < n; i++) {
            block->values[i] = 0;
        }
    }
}

static void write_block(const job *j, const register_block *block, int64_t start, int32_t n) {
    int64_t wide[STATUSRULES_BLOCK_ROWS];
    for (int32_t c = 0; c < j->n_out; c++) {
        const int32_t *results = j->out[c].field == STATUSRULES_RESULT_OUTCOME ? block->outcomes
                                 : j->out[c].field == STATUSRULES_RESULT_DAY   ? block->days
                                                                               : block->codes;
        for (int32_t i = 0; i < n; i++) {
            wide[i] = results[i];
        }
        statusrules_write_rows(&j->out[c], wide, start, n);
    }
}

/* Through a block of plain numbers, for every form of column. */
static void answer_block(job *j, const register_plan *plan, register_block *block, int64_t start, int32_t n) {
    read_block(block, plan, start, n);
    statusrules_run_windows(block->outcomes, block->days, block->last_days, block->values, n, &plan->windows);
    for (int32_t i = 0; j->last_day < STATUSRULES_LAST_DAY && i < n; i++) {
        if (block->days[i] > j->last_day || block->days[i] < -j->last_day) {
            block->outcomes[i] = 0;
        }
    }
    answer_left(j, plan, block, n);
    write_block(j, block, start, n);
}

/* The results outcome and day, as registers mostly hold them; NULL if they are not. */
static const statusrules_column *narrow_result(const job *j, int32_t field, int32_t type) {
    for (int32_t c = 0; c < j->n_out; c++) {
        if (j->out[c].field == field && statusrules_is_plain(&j->out[c], type)) {
            return &j->out[c];
        }
    }
    return 0;
}

/*
 * Over the register's own memory. What was in the last days is kept, because the days may be written over it and some
 * rows may be left; those are answered as a block once more.
 */
static void answer_narrow_block(job *j, const register_plan *plan, register_block *block, int64_t start, int32_t n,
                                const statusrules_column *outcome, const statusrules_column *day) {
    int32_t *last_days = (int32_t *)plan->last_day->values + start;
    const int32_t in_place = plan->last_day->values == day->values;
    for (int32_t i = 0; in_place && i < n; i++) {
        block->last_days[i] = last_days[i];
    }
    if (statusrules_run_windows_narrow((int8_t *)outcome->values + start, (int32_t *)day->values + start,
                                       last_days, (const int8_t *)plan->other->values + start, n,
                                       &plan->windows)) {
        for (int32_t i = 0; in_place && i < n; i++) {
            last_days[i] = block->last_days[i];
        }
        answer_block(j, plan, block, start, n);
    }
}

static void answer_by_windows(job *j, const register_plan *plan) {
    register_block block;
    const statusrules_column *outcome = narrow_result(j, STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8);
    const statusrules_column *day = narrow_result(j, STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32);
    const int32_t narrow =
        outcome && day && j->n_out == 2 && plan->other && statusrules_is_plain(plan->other, STATUSRULES_TYPE_INT8)
        && statusrules_is_plain(plan->last_day, STATUSRULES_TYPE_INT32) && outcome->values != plan->other->values;
    for (int64_t start = 0; start < j->n_rows; start += STATUSRULES_BLOCK_ROWS) {
        int64_t rest = j->n_rows - start;
        int32_t n = rest < STATUSRULES_BLOCK_ROWS ? (int32_t)rest : STATUSRULES_BLOCK_ROWS;
        if (narrow) {
            answer_narrow_block(j, plan, &block, start, n, outcome, day);
        } else {
            answer_block(j, plan, &block, start, n);
        }
    }
}

/* ---- The entry ---- */

static int32_t check_list(const statusrules_column *columns, int32_t n, int32_t most, int32_t argument,
                          statusrules_error *error) {
    if (n < 0 || n > most) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, n, 0, most);
    }
    return n > 0 && !columns ? statusrules_fail(error, STATUSRULES_ERROR_NULL, argument, 0, 0, 0) : STATUSRULES_OK;
}

static int32_t check_job(job *j, const statusrules_options *options, statusrules_error *error) {
    statusrules_case c;
    statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
    int32_t code = check_list(j->in, j->n_in, MAX_INPUTS, STATUSRULES_ARGUMENT_FACTS, error);
    code = code ? code : check_list(j->out, j->n_out, MAX_RESULTS, STATUSRULES_ARGUMENT_RESULT, error);
    if (code) {
        return code;
    }
    if (j->n_rows < 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, -1, 0,
                                STATUSRULES_NONE);
    }
    code = statusrules_case_of(&c, j->law, j->question, &nothing, options, error);
    code = code ? code : statusrules_whole_options(&j->options, options, error);
    code = code ? code : check_columns(j->in, j->n_in, j->n_rows, 0, error);
    code = code ? code : check_columns(j->out, j->n_out, j->n_rows, 1, error);
    for (int32_t o = 0; !code && o < j->n_out; o++) {
        const int64_t ticks = j->out[o].ticks_per_day;
        if (ticks && INT64_MAX / ticks < j->last_day) {
            j->last_day = INT64_MAX / ticks;
        }
    }
    return code ? code : check_overlaps(j, error);
}

int32_t statusrules_columns(int64_t *bad_rows, const statusrules_law *law, int32_t question,
                            const statusrules_column *in, int32_t n_in, const statusrules_column *out,
                            int32_t n_out, int64_t n_rows, const statusrules_options *options,
                            statusrules_error *error) {
    job j = {.law = law,
             .question = question,
             .in = in,
             .n_in = n_in,
             .out = out,
             .n_out = n_out,
             .n_rows = n_rows,
             .options = STATUSRULES_OPTIONS_DEFAULT,
             .last_day = STATUSRULES_LAST_DAY};
    register_plan plan;
    if (!bad_rows) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = check_job(&j, options, error);
    if (code) {
        return code;
    }
    if (plan_windows(&plan, &j)) {
        answer_by_windows(&j, &plan);
    } else {
        answer_by_masks(&j);
    }
    *bad_rows = j.bad_rows;
    return STATUSRULES_OK;
}
