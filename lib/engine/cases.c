/*
 * Any register: what varies makes the masks of a block of rows, and those decide; the rows that they do not decide are
 * asked alone.
 */
#include "engine/job.h"
#include "engine/walk.h"

/* ---- What varies ---- */

static int32_t varies(const statusrules_job *j, int32_t field) {
    for (int32_t c = 0; c < j->n_in; c++) {
        if (j->in[c].field == field) {
            return !j->in[c].is_one_value;
        }
    }
    return 0;
}

/* The axis of an input; 0 for one of which there is no plan if it varies. */
static int32_t axis_of(int32_t field) {
    return statusrules_is_fact(field)               ? field
           : field == STATUSRULES_ARGUMENT_KNOWN_ON ? STATUSRULES_AXIS_KNOWN_ON
           : field == STATUSRULES_ARGUMENT_EDITION  ? STATUSRULES_AXIS_EDITION
                                                    : 0;
}

/* The plan of the masks. Returns 0 if every row must be asked alone. */
static int32_t plan_masks(statusrules_mask_plan *plan, const statusrules_job *j) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = j->options;
    const int64_t facts_that_vary = statusrules_settle(&facts, &options, j);
    return !varies(j, STATUSRULES_ARGUMENT_READING) && !varies(j, STATUSRULES_ARGUMENT_DAY)
           && statusrules_plan_masks(plan, j->law, j->question, &facts, facts_that_vary,
                                     varies(j, STATUSRULES_ARGUMENT_KNOWN_ON),
                                     varies(j, STATUSRULES_ARGUMENT_EDITION), &options);
}

/* ---- A block of rows ---- */

/* Values that are not read where they stand; with many columns the blocks are shorter. */
enum { ROOM = 8 * STATUSRULES_MASK_ROWS };

typedef struct case_block {
    int32_t room[ROOM];
    /* By input column. */
    const int32_t *inputs[STATUSRULES_MAX_INPUTS];
    statusrules_mask_rows rows;
} case_block;

static int32_t at_most(int32_t rows, const statusrules_job *j) {
    return rows * j->n_in <= ROOM ? rows : ROOM / j->n_in;
}

static void read_block(case_block *block, const statusrules_job *j, int64_t start, int32_t n) {
    block->rows.n = n;
    for (int32_t c = 0; c < j->n_in; c++) {
        block->inputs[c] = statusrules_rows_at(block->room + c * n, &j->in[c], start, n);
        block->rows.values[axis_of(j->in[c].field)] = block->inputs[c];
    }
}

static void answer_alone(statusrules_row_answer *row, statusrules_job *j, const case_block *block, int32_t i) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = j->options;
    for (int32_t c = 0; c < j->n_in; c++) {
        statusrules_set_input(&facts, &options, j->in[c].field, block->inputs[c][i]);
    }
    statusrules_answer_row(row, j, &facts, &options);
}

/* ---- Every result ---- */

/* An answer in full is long, so there are fewer in a block. */
enum { FULL_ROWS = STATUSRULES_MASK_ROWS / 4 };

static void answer_in_full(statusrules_job *j, const statusrules_mask_plan *plan, case_block *block,
                           int64_t start) {
    statusrules_row_answer answers[FULL_ROWS];
    int64_t results[FULL_ROWS];
    const int32_t n = block->rows.n;
    if (plan) {
        statusrules_mark_rows(&block->rows, plan);
        statusrules_run_masks(answers, plan, &block->rows);
    }
    for (int32_t i = 0; i < n; i++) {
        if (!plan || answers[i].answer.outcome == 0) {
            answer_alone(&answers[i], j, block, i);
        } else {
            statusrules_check_row(&answers[i], j);
        }
    }
    for (int32_t c = 0; c < j->n_out; c++) {
        for (int32_t i = 0; i < n; i++) {
            results[i] = statusrules_result_of(j->out[c].field, &answers[i]);
        }
        statusrules_write_rows(&j->out[c], results, start, n);
    }
}

/* ---- Outcome, day and error ---- */

static void answer_in_short(statusrules_job *j, const statusrules_walk_plan *plan, case_block *block,
                            int64_t start) {
    statusrules_found found;
    int32_t codes[STATUSRULES_MASK_ROWS];
    const int32_t n = block->rows.n;
    statusrules_mark_rows(&block->rows, &plan->masks);
    statusrules_walk_rows(&found, plan, &block->rows);
    for (int32_t i = 0; i < n; i++) {
        codes[i] = STATUSRULES_OK;
    }
    const uint8_t alone = STATUSRULES_ROW_WRONG | STATUSRULES_ROW_LEFT;
    const int32_t any_alone = statusrules_any_marked(block->rows.marks, n, alone);
    for (int32_t i = 0; any_alone && i < n; i++) {
        if (block->rows.marks[i] & alone) {
            statusrules_row_answer row;
            answer_alone(&row, j, block, i);
            found.outcomes[i] = row.answer.outcome;
            found.days[i] = row.answer.day;
            codes[i] = row.code;
        }
    }
    for (int32_t c = 0; c < j->n_out; c++) {
        statusrules_write_numbers(&j->out[c],
                                  j->out[c].field == STATUSRULES_RESULT_OUTCOME ? found.outcomes
                                  : j->out[c].field == STATUSRULES_RESULT_DAY   ? found.days
                                                                                : codes,
                                  start, n);
    }
}

void statusrules_answer_cases(statusrules_job *j) {
    case_block block;
    statusrules_walk_plan plan;
    const int32_t planned = plan_masks(&plan.masks, j);
    const int32_t walks = planned && statusrules_asks_little(j) && statusrules_plan_walk(&plan);
    const int32_t whole = at_most(walks ? STATUSRULES_MASK_ROWS : FULL_ROWS, j);
    for (int64_t start = 0; start < j->n_rows; start += whole) {
        const int64_t rest = j->n_rows - start;
        read_block(&block, j, start, rest < whole ? (int32_t)rest : whole);
        if (walks) {
            answer_in_short(j, &plan, &block, start);
        } else {
            answer_in_full(j, planned && plan.masks.in_full ? &plan.masks : 0, &block, start);
        }
    }
}
