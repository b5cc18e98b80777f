#include "engine/error.h"
#include "engine/job.h"

/* ---- What a call may be ---- */

static int32_t is_input(int32_t field) {
    return statusrules_is_fact(field) || field == STATUSRULES_ARGUMENT_READING
           || field == STATUSRULES_ARGUMENT_KNOWN_ON || field == STATUSRULES_ARGUMENT_EDITION
           || field == STATUSRULES_ARGUMENT_DAY;
}

/* The narrowest type that holds a result; 0 if there is no such result. */
static int32_t narrowest(const statusrules_column *column) {
    switch (column->field) {
    case STATUSRULES_RESULT_OUTCOME:
    case STATUSRULES_RESULT_POSSIBLE:
    case STATUSRULES_RESULT_ERROR:
    case STATUSRULES_RESULT_ASK_NEXT:
        return STATUSRULES_TYPE_INT8;
    case STATUSRULES_RESULT_PROVISION:
    case STATUSRULES_RESULT_NOTE:
    case STATUSRULES_RESULT_READINGS:
        return STATUSRULES_TYPE_INT16;
    case STATUSRULES_RESULT_DAY:
    case STATUSRULES_RESULT_EARLIEST:
    case STATUSRULES_RESULT_LATEST:
    case STATUSRULES_RESULT_SAME_FROM:
    case STATUSRULES_RESULT_SAME_UNTIL:
        return column->ticks_per_day ? STATUSRULES_TYPE_INT64 : STATUSRULES_TYPE_INT32;
    case STATUSRULES_RESULT_MISSING:
    case STATUSRULES_RESULT_ASSUMED:
        return STATUSRULES_TYPE_INT64;
    case STATUSRULES_RESULT_RECEIPT:
        return STATUSRULES_TYPE_RECEIPT;
    default:
        return 0;
    }
}

/* The widest; only receipts have a type of their own. */
static int32_t widest(const statusrules_column *column) {
    return column->field == STATUSRULES_RESULT_RECEIPT ? STATUSRULES_TYPE_RECEIPT : STATUSRULES_TYPE_INT64;
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
    if (!width || column->type > widest(column) || (is_result && column->type < narrowest(column))) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, column->field, column->type,
                                is_result ? narrowest(column) : STATUSRULES_TYPE_INT8, widest(column));
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
    if (column->type != STATUSRULES_TYPE_RECEIPT && (uintptr_t)column->values % (uintptr_t)width != 0) {
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
static int32_t check_overlaps(const statusrules_job *j, statusrules_error *error) {
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

/* ---- The entry ---- */

static int32_t check_list(const statusrules_column *columns, int32_t n, int32_t most, int32_t argument,
                          statusrules_error *error) {
    if (n < 0 || n > most) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, n, 0, most);
    }
    return n > 0 && !columns ? statusrules_fail(error, STATUSRULES_ERROR_NULL, argument, 0, 0, 0) : STATUSRULES_OK;
}

static int32_t check_job(statusrules_job *j, const statusrules_options *options, statusrules_error *error) {
    statusrules_case c;
    statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
    int32_t code = check_list(j->in, j->n_in, STATUSRULES_MAX_INPUTS, STATUSRULES_ARGUMENT_FACTS, error);
    code = code ? code : check_list(j->out, j->n_out, STATUSRULES_MAX_RESULTS, STATUSRULES_ARGUMENT_RESULT, error);
    if (code) {
        return code;
    }
    if (j->n_rows < 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, -1, 0,
                                STATUSRULES_NONE);
    }
    /* A case of which nothing is known: only the law, the question and the options can be wrong. */
    code = statusrules_case_of(&c, j->law, j->question, &nothing, options, error);
    code = code ? code : statusrules_whole_options(&j->options, options, error);
    /* The columns say what is asked, whatever the caller's options do: more than the answer costs a row much more. */
    j->options.brief = statusrules_asks_more(j) ? STATUSRULES_NO : STATUSRULES_YES;
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
    statusrules_job j = {.law = law,
                         .question = question,
                         .in = in,
                         .n_in = n_in,
                         .out = out,
                         .n_out = n_out,
                         .n_rows = n_rows,
                         .options = STATUSRULES_OPTIONS_DEFAULT,
                         .last_day = STATUSRULES_LAST_DAY};
    if (!bad_rows) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = check_job(&j, options, error);
    if (code) {
        return code;
    }
    if (!statusrules_answer_documents(&j)) {
        statusrules_answer_cases(&j);
    }
    *bad_rows = j.bad_rows;
    return STATUSRULES_OK;
}
