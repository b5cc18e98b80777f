/*
 * Many facts that vary: the masks of a block of rows, fact after fact (the tables of one fact stay in the fastest
 * cache), then each row decided from its masks.
 */
#ifndef STATUSRULES_ENGINE_MASKS_H
#define STATUSRULES_ENGINE_MASKS_H

#include "engine/decide.h"

/* Rows whose masks are made together. */
enum { STATUSRULES_MASK_ROWS = 128 };

typedef struct statusrules_mask_plan {
    /* What does not vary; the classes of what does are not read. */
    statusrules_case settled;
    uint64_t fits[STATUSRULES_MAX_BLOCKS];
    /* The facts that vary: bit 1 << fact. */
    int64_t varies;
} statusrules_mask_plan;

/* The answer of one row. Outcome 0: it must be asked alone, because a fact that can change it is missing, or a value
 * is wrong. */
typedef struct statusrules_row_answer {
    statusrules_reading_answer answer;
    int32_t note;
    /* As STATUSRULES_RESULT_READINGS. */
    int32_t readings;
    int64_t assumed;
    int64_t missing;
    int32_t code;
} statusrules_row_answer;

/*
 * Makes the plan for facts of which those in `varies` differ by row. Returns 1, or 0 if every row must be asked alone.
 */
int32_t statusrules_plan_masks(statusrules_mask_plan *plan, const statusrules_law *law, int32_t question,
                               const statusrules_facts *facts, int64_t varies, const statusrules_options *options);

/* Answers up to STATUSRULES_MASK_ROWS rows; `values` holds for each fact that varies its values, by fact. */
void statusrules_run_masks(statusrules_row_answer *answers, const statusrules_mask_plan *plan,
                           const int32_t *const values[STATUSRULES_INCOMING_DAY], int32_t n);

#endif
