/*
 * Rows of a register that miss facts, and whose answer depends on them. They are kept while the register is walked, block
 * by block, so that many are completed together.
 */
#ifndef STATUSRULES_ENGINE_MISSING_ROWS_H
#define STATUSRULES_ENGINE_MISSING_ROWS_H

#include "engine/branch.h"

/* So many are completed together; and there is room for a whole block beside some that wait. */
enum {
    STATUSRULES_COMPLETED_ROWS = STATUSRULES_MASK_ROWS / 2,
    STATUSRULES_WAITING_ROWS = STATUSRULES_MASK_ROWS / 4,
    STATUSRULES_OPEN_ROWS = STATUSRULES_MASK_ROWS + STATUSRULES_WAITING_ROWS
};

typedef struct statusrules_open_row {
    /* Where its answer is put in statusrules_found. */
    uint16_t place;
    /* The row of the law that is in doubt, as of walkers. */
    uint16_t doubt;
    /* All that it misses: bits by place among the axes of the plan. */
    uint32_t missing;
    /* As of a completion. */
    int32_t last_day;
    int32_t first_day;
    /* By word: the rows of the law that might fit, with all that it misses. */
    uint64_t sets[STATUSRULES_WALK_WORDS];
} statusrules_open_row;

/*
 * A telling pair of completions: one in which all that a row misses is completed so that the row of the law in doubt fits,
 * and one in which it does not, so that their answers probably differ. That is the same for most rows that miss the same and
 * are in doubt about the same, so it is kept; what a row does not miss is in its own sets, and not in these.
 */
typedef struct statusrules_telling {
    uint32_t missing;
    int16_t doubt;
    /* The place of the fact that decides about the row in doubt, or -1. */
    int8_t deciding;
    int8_t n;
    /* The days, if they are completed; and by word the rows of the law that fit what is completed. */
    int32_t last_day[2];
    int32_t first_day[2];
    uint64_t sets[2][STATUSRULES_WALK_WORDS];
} statusrules_telling;

/* Those that are kept, each in a place of its own by what is missing and in doubt. */
enum { STATUSRULES_TELLINGS = 64 };

typedef struct statusrules_open_rows {
    statusrules_open_row rows[STATUSRULES_OPEN_ROWS];
    int32_t n;
    statusrules_telling tellings[STATUSRULES_TELLINGS];
} statusrules_open_rows;

/* Begins a register: no row is kept. */
void statusrules_begin_open(statusrules_open_rows *open);

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
