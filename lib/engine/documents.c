/*
 * A register of documents: the last day and at most one other fact vary, and windows answer.
 */
#include "engine/job.h"
#include "engine/windows.h"

/* What varies: the columns of the last day and of the other fact, and everything else as one case. */
typedef struct register_plan {
    const statusrules_column *last_day;
    const statusrules_column *other;
    statusrules_facts facts;
    statusrules_windows windows;
} register_plan;

/* Whether the job is one for windows; then the plan. */
static int32_t plan_windows(register_plan *plan, const statusrules_job *j) {
    statusrules_case c;
    plan->last_day = 0;
    plan->other = 0;
    plan->facts = (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
    if (!statusrules_asks_little(j)) {
        return 0;
    }
    for (int32_t i = 0; i < j->n_in; i++) {
        const statusrules_column *column = &j->in[i];
        if (!statusrules_is_fact(column->field)
            || (!column->is_one_value && column->field != STATUSRULES_FACT_LAST_DAY && plan->other)) {
            return 0;
        }
        if (!column->is_one_value) {
            *(column->field == STATUSRULES_FACT_LAST_DAY ? &plan->last_day : &plan->other) = column;
        }
    }
    /* Every column is a fact: the options stay those of the job. */
    statusrules_options options = j->options;
    const int64_t varies = statusrules_settle(&plan->facts, &options, j);
    if (!plan->last_day || statusrules_count_varies(j->question, &plan->facts, varies)
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
static void answer_left(statusrules_job *j, const register_plan *plan, register_block *block, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        if (block->outcomes[i] == 0) {
            statusrules_facts facts = plan->facts;
            statusrules_row_answer row;
            facts.last_day = block->last_days[i];
            if (plan->other) {
                statusrules_set_input(&facts, &j->options, plan->other->field, block->values[i]);
            }
            statusrules_answer_row(&row, j, &facts, &j->options);
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

static void write_block(const statusrules_job *j, const register_block *block, int64_t start, int32_t n) {
    for (int32_t c = 0; c < j->n_out; c++) {
        const int32_t *results = j->out[c].field == STATUSRULES_RESULT_OUTCOME ? block->outcomes
                                 : j->out[c].field == STATUSRULES_RESULT_DAY   ? block->days
                                                                               : block->codes;
        statusrules_write_numbers(&j->out[c], results, start, n);
    }
}

/* Leaves rows whose day is too far away to be written, and says whether there are any. */
static int32_t leave_too_far(int32_t *restrict outcomes, const int32_t *restrict days, int32_t n,
                             int64_t last_day) {
    uint32_t any = 0;
    for (int32_t i = 0; last_day < STATUSRULES_LAST_DAY && i < n; i++) {
        const uint32_t too_far = statusrules_is_too_far(days[i], (int32_t)last_day);
        outcomes[i] = (int32_t)((uint32_t)outcomes[i] & ~too_far);
        any |= too_far;
    }
    return any != 0;
}

static int32_t any_too_far(const int32_t *days, int32_t n, int64_t last_day) {
    uint32_t any = 0;
    for (int32_t i = 0; last_day < STATUSRULES_LAST_DAY && i < n; i++) {
        any |= statusrules_is_too_far(days[i], (int32_t)last_day);
    }
    return any != 0;
}

/* Through a block of plain numbers, for every form of column. */
static void answer_block(statusrules_job *j, const register_plan *plan, register_block *block, int64_t start,
                         int32_t n) {
    read_block(block, plan, start, n);
    const int32_t left_by_windows =
        statusrules_run_windows(block->outcomes, block->days, block->last_days, block->values, n, &plan->windows);
    const int32_t too_far = leave_too_far(block->outcomes, block->days, n, j->last_day);
    for (int32_t i = 0; i < n; i++) {
        block->codes[i] = STATUSRULES_OK;
    }
    if (left_by_windows || too_far) {
        answer_left(j, plan, block, n);
    }
    write_block(j, block, start, n);
}

static const statusrules_column *result(const statusrules_job *j, int32_t field) {
    for (int32_t c = 0; c < j->n_out; c++) {
        if (j->out[c].field == field) {
            return &j->out[c];
        }
    }
    return 0;
}

/* Term and outcome as registers mostly hold them: bytes, over which the windows run where they stand. */
typedef struct narrow_columns {
    const statusrules_column *outcome;
    const statusrules_column *day;
    /* 1: the days as well. */
    int32_t days_stand;
} narrow_columns;

static int32_t find_narrow(narrow_columns *narrow, const statusrules_job *j, const register_plan *plan) {
    narrow->outcome = result(j, STATUSRULES_RESULT_OUTCOME);
    narrow->day = result(j, STATUSRULES_RESULT_DAY);
    if (!narrow->outcome || !narrow->day || j->n_out > 2 || !plan->other) {
        return 0;
    }
    narrow->days_stand = statusrules_is_plain(plan->last_day, STATUSRULES_TYPE_INT32)
                         && statusrules_is_plain(narrow->day, STATUSRULES_TYPE_INT32);
    /* A block may be answered once more: its outcomes must not lie over what it reads. */
    return statusrules_is_plain(narrow->outcome, STATUSRULES_TYPE_INT8)
           && statusrules_is_plain(plan->other, STATUSRULES_TYPE_INT8)
           && narrow->outcome->values != plan->other->values && narrow->outcome->values != plan->last_day->values;
}

/*
 * Over the register's own memory. What was in the last days is kept, because the days may be written over it and some
 * rows may be left. Returns whether any are.
 */
static int32_t answer_standing_block(const register_plan *plan, register_block *block, int64_t start, int32_t n,
                                     const narrow_columns *narrow) {
    int32_t *last_days = (int32_t *)plan->last_day->values + start;
    const int32_t in_place = plan->last_day->values == narrow->day->values;
    for (int32_t i = 0; in_place && i < n; i++) {
        block->last_days[i] = last_days[i];
    }
    const int32_t left = statusrules_run_windows_narrow(
        (int8_t *)narrow->outcome->values + start, (int32_t *)narrow->day->values + start, last_days,
        (const int8_t *)plan->other->values + start, n, &plan->windows);
    for (int32_t i = 0; left && in_place && i < n; i++) {
        last_days[i] = block->last_days[i];
    }
    return left;
}

/* The same with days of any form, which are read and written. */
static int32_t answer_formed_block(const statusrules_job *j, const register_plan *plan, register_block *block,
                                   int64_t start, int32_t n, const narrow_columns *narrow) {
    statusrules_read_rows(block->last_days, plan->last_day, start, n);
    if (statusrules_run_windows_narrow((int8_t *)narrow->outcome->values + start, block->days, block->last_days,
                                       (const int8_t *)plan->other->values + start, n, &plan->windows)
        || any_too_far(block->days, n, j->last_day)) {
        return 1;
    }
    statusrules_write_numbers(narrow->day, block->days, start, n);
    return 0;
}

static void answer_by_windows(statusrules_job *j, const register_plan *plan) {
    register_block block;
    narrow_columns narrow;
    const int32_t is_narrow = find_narrow(&narrow, j, plan);
    for (int64_t start = 0; start < j->n_rows; start += STATUSRULES_BLOCK_ROWS) {
        const int64_t rest = j->n_rows - start;
        const int32_t n = rest < STATUSRULES_BLOCK_ROWS ? (int32_t)rest : STATUSRULES_BLOCK_ROWS;
        /* A block of which rows are left is answered once more. */
        if (!is_narrow
            || (narrow.days_stand ? answer_standing_block(plan, &block, start, n, &narrow)
                                  : answer_formed_block(j, plan, &block, start, n, &narrow))) {
            answer_block(j, plan, &block, start, n);
        }
    }
}

int32_t statusrules_answer_documents(statusrules_job *j) {
    register_plan plan;
    if (!plan_windows(&plan, j)) {
        return 0;
    }
    answer_by_windows(j, &plan);
    return 1;
}
