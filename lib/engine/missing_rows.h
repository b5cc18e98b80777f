/*
 * Rows of a register that miss facts, and whose answer depends on them. They are kept while the register is walked, block
 * by block, so that many are completed together.
 */
#ifndef STATUSRULES_ENGINE_MISSING_ROWS_H
#define STATUSRULES_ENGINE_MISSING_ROWS_H

#include "engine/branch.h"

/* Room for a whole block beside some that wait; that many are completed together. */
enum {
    STATUSRULES_COMPLETED_ROWS = STATUSRULES_MASK_ROWS / 2,
    STATUSRULES_OPEN_ROWS = STATUSRULES_MASK_ROWS + STATUSRULES_COMPLETED_ROWS
};

typedef struct statusrules_open_row {
    /* Among the rows whose answers are found. */
    uint16_t place;
    /* The row of the law that is in doubt, as of walkers; and the place of the fact that decides about it, or -1. */
    uint16_t doubt;
    int8_t deciding;
    /* All that it misses: bits by place among the axes of the plan. */
    uint32_t missing;
    /* As of a completion. */
    int32_t last_day;
    int32_t first_day;
    /* By joint, with all that it misses. */
    uint16_t numbers[STATUSRULES_MAX_JOINTS];
} statusrules_open_row;

typedef struct statusrules_open_rows {
    statusrules_open_row rows[STATUSRULES_OPEN_ROWS];
    int32_t n;
} statusrules_open_rows;

/* Adds the walkers that are in doubt for what they miss; `place` is that of the first. */
void statusrules_keep_open(statusrules_open_rows *open, int32_t place, const statusrules_walkers *w,
                           const statusrules_walk_plan *plan, const statusrules_mask_rows *rows);

/* Walks classified rows: what is found of them is put from `place` on; those that are in doubt are kept. */
void statusrules_walk_rows(statusrules_found *found, int32_t place, statusrules_open_rows *open,
                           const statusrules_walk_plan *plan, statusrules_mask_rows *rows);

/* Completes those that are kept, and puts what they give in its place. */
void statusrules_complete_rows(statusrules_found *found, statusrules_open_rows *open,
                               const statusrules_walk_plan *plan);

#endif
