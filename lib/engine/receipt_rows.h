/*
 * Receipts of a block of rows: all rows of the block take each step of the digest together.
 */
#ifndef STATUSRULES_ENGINE_RECEIPT_ROWS_H
#define STATUSRULES_ENGINE_RECEIPT_ROWS_H

#include "engine/job.h"
#include "engine/receipt.h"

/* The most rows of a block. */
enum { STATUSRULES_RECEIPT_ROWS = STATUSRULES_MASK_ROWS };

/* What is the same in all receipts of a job. */
typedef struct statusrules_receipt_plan {
    /* The column, or NULL if no receipts are asked for. */
    const statusrules_column *column;
    /* By place among the facts of the question that have a column: the fact, and the column's place. */
    uint8_t facts[STATUSRULES_MAX_INPUTS];
    uint8_t inputs[STATUSRULES_MAX_INPUTS];
    int32_t n_facts;
    /* 1: a parameter has a column, so that `asked` differs by row. */
    int32_t parameters_vary;
    uint64_t asked[STATUSRULES_RECEIPT_ASKED];
} statusrules_receipt_plan;

void statusrules_plan_receipts(statusrules_receipt_plan *plan, const statusrules_job *j);

/* Writes the receipts of rows that were answered; zeros for those with an error. `inputs` are the values of the block by
 * input column. */
void statusrules_write_receipts(const statusrules_receipt_plan *plan, const statusrules_job *j,
                                const int32_t *const *inputs, const statusrules_row_answer *answers, int64_t start,
                                int32_t n);

#endif
