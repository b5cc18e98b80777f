/*
 * Any register: what varies makes the masks of a block of rows, and those decide; the rows that they do not decide are
 * asked alone.
 */
#include "engine/bits.h"
#include "engine/job.h"
#include "engine/missing_rows.h"
#include "engine/receipt_rows.h"

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

/* Values that are not read where they stand; with many such columns fewer rows are read at once. */
enum { ROOM = 4 * STATUSRULES_MASK_ROWS, SHORTEST = STATUSRULES_MASK_ROWS / 16 };

typedef struct case_block {
    int32_t room[ROOM];
    statusrules_mask_rows rows;
    /* By input column. */
    const int32_t *inputs[STATUSRULES_MAX_INPUTS];
} case_block;

/* How many rows are read at once: as many as the room holds, halved as often as that takes, so that they fill whole
 * vectors. */
static int32_t rows_at_once(const statusrules_job *j) {
    int32_t rows = STATUSRULES_MASK_ROWS;
    int32_t columns = 0;
    for (int32_t c = 0; c < j->n_in; c++) {
        columns += !statusrules_is_plain(&j->in[c], STATUSRULES_TYPE_INT32);
    }
    while (rows > SHORTEST && rows * columns > ROOM) {
        rows /= 2;
    }
    return rows;
}

static void read_block(case_block *block, const statusrules_job *j, int64_t start, int32_t n) {
    int32_t *room = block->room;
    block->rows.n = n;
    for (int32_t c = 0; c < j->n_in; c++) {
        const int32_t *values = statusrules_rows_at(room, &j->in[c], start, n);
        block->rows.values[axis_of(j->in[c].field)] = values;
        block->inputs[c] = values;
        room += values == room ? n : 0;
    }
}

static void answer_alone(statusrules_row_answer *row, statusrules_job *j, int64_t at) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = j->options;
    for (int32_t c = 0; c < j->n_in; c++) {
        int32_t value;
        statusrules_read_rows(&value, &j->in[c], at, 1);
        statusrules_set_input(&facts, &options, j->in[c].field, value);
    }
    statusrules_answer_row(row, j, &facts, &options);
}

/* ---- Every result ---- */

static void write_result(const statusrules_column *column, const statusrules_row_answer *answers, int64_t start,
                         int32_t n) {
    int32_t results[STATUSRULES_MASK_ROWS];
    int64_t facts[STATUSRULES_MASK_ROWS];
    const int32_t is_missing = column->field == STATUSRULES_RESULT_MISSING;
    if (is_missing || column->field == STATUSRULES_RESULT_ASSUMED) {
        for (int32_t i = 0; i < n; i++) {
            facts[i] = is_missing ? answers[i].missing : answers[i].assumed;
        }
        statusrules_write_facts(column, facts, start, n);
    } else {
        statusrules_take_results(results, column->field, answers, n);
        statusrules_write_numbers(column, results, start, n);
    }
}

static STATUSRULES_OUT_OF_LINE void answer_in_full(statusrules_job *j, const statusrules_mask_plan *plan,
                                                   const statusrules_receipt_plan *receipts, case_block *block,
                                                   int64_t start, int32_t n) {
    statusrules_row_answer answers[STATUSRULES_MASK_ROWS];
    if (plan || receipts->column) {
        read_block(block, j, start, n);
    }
    if (plan) {
        statusrules_mark_rows(&block->rows, plan);
        statusrules_run_masks(answers, plan, &block->rows);
    }
    for (int32_t i = 0; i < n; i++) {
        if (!plan || answers[i].answer.outcome == 0) {
            answer_alone(&answers[i], j, start + i);
        } else {
            statusrules_check_row(&answers[i], j);
        }
    }
    /* Receipts first: another result may be written over an input. */
    if (receipts->column) {
        statusrules_write_receipts(receipts, j, block->inputs, answers, start, n);
    }
    for (int32_t c = 0; c < j->n_out; c++) {
        if (&j->out[c] != receipts->column) {
            write_result(&j->out[c], answers, start, n);
        }
    }
}

/* ---- Outcome, day and error ---- */

/* Rows of which some are left to be asked alone, before anything is written: a result may take the place of an input. */
static void answer_left(statusrules_found *found, int32_t *codes, statusrules_job *j, int64_t start, int32_t n) {
    const int32_t any = statusrules_any_marked(found->marks, n, UINT8_MAX);
    for (int32_t i = 0; i < n; i++) {
        codes[i] = STATUSRULES_OK;
    }
    for (int32_t i = 0; any && i < n; i++) {
        if (found->marks[i]) {
            statusrules_row_answer row;
            answer_alone(&row, j, start + i);
            found->outcomes[i] = row.answer.outcome;
            found->days[i] = row.answer.day;
            codes[i] = row.code;
        }
    }
}

static STATUSRULES_OUT_OF_LINE void answer_in_short(statusrules_job *j, const statusrules_walk_plan *plan,
                                                    case_block *block, statusrules_open_rows *open, int64_t start,
                                                    int32_t n) {
    statusrules_found found;
    int32_t codes[STATUSRULES_FOUND_ROWS];
    const int32_t at_once = rows_at_once(j);
    int32_t place = 0;
    do {
        const int32_t rest = n - place;
        read_block(block, j, start + place, rest < at_once ? rest : at_once);
        statusrules_mark_rows(&block->rows, &plan->masks);
        statusrules_walk_rows(&found, place, open, plan, &block->rows);
        place += block->rows.n;
        /* There must stay room for the rows of one more block; and no row waits beyond the answers that are written. */
        if (open->n > STATUSRULES_WAITING_ROWS || place == n) {
            statusrules_complete_rows(&found, open, plan);
        }
    } while (place < n);
    for (int32_t i = 0; j->last_day < STATUSRULES_LAST_DAY && i < n; i++) {
        found.marks[i] |= statusrules_is_too_far(found.days[i], (int32_t)j->last_day) & STATUSRULES_ROW_LEFT;
    }
    answer_left(&found, codes, j, start, n);
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
    statusrules_receipt_plan receipts;
    /* From masks nobody sees how long an answer stays the same. */
    const int32_t alone = statusrules_asks_span(j) && statusrules_asks_of_a_day(j);
    const int32_t planned = plan_masks(&plan.masks, j);
    const int32_t walks = planned && statusrules_asks_little(j) && statusrules_plan_walk(&plan);
    const int32_t whole = walks ? STATUSRULES_FOUND_ROWS : rows_at_once(j);
    statusrules_open_rows open;
    statusrules_plan_receipts(&receipts, j);
    statusrules_begin_open(&open);
    for (int64_t start = 0; start < j->n_rows; start += whole) {
        const int64_t rest = j->n_rows - start;
        const int32_t n = rest < whole ? (int32_t)rest : whole;
        if (walks) {
            answer_in_short(j, &plan, &block, &open, start, n);
        } else {
            answer_in_full(j, planned && plan.masks.in_full && !alone ? &plan.masks : 0, &receipts, &block, start,
                           n);
        }
    }
}
