/*
 * Outcome and day of a block of rows, from their classes: stage by stage and list by list, all rows of the block at
 * once. It decides as decide.c does, without reasons; the rows that it cannot decide alike it marks.
 */
#ifndef STATUSRULES_ENGINE_WALK_H
#define STATUSRULES_ENGINE_WALK_H

#include "engine/joints.h"
#include "engine/standing.h"

/* The row does not hold in every reading that was asked; its sources give different last days. */
enum { STATUSRULES_DOUBT_READING = 1, STATUSRULES_DOUBT_SOURCES = 2 };

typedef struct statusrules_walk_plan {
    statusrules_mask_plan masks;
    statusrules_joints joints;
    /* The blocks, without the notes. */
    int32_t n_blocks;
    statusrules_step steps[STATUSRULES_MAX_BLOCKS][STATUSRULES_NO_STEP + 1];
    /* Why the step of a row may not be the whole answer: DOUBT_…; and whether there is any in the block. */
    uint8_t doubts[STATUSRULES_MAX_BLOCKS][STATUSRULES_NO_STEP + 1];
    uint8_t any_doubt[STATUSRULES_MAX_BLOCKS];
    /* By block, the rows of the law that fit what does not vary. */
    uint64_t fits[STATUSRULES_MAX_BLOCKS];
    /* How the incoming day of a stage gets its class. */
    statusrules_classing incoming;
    /* The latest last day from which no way leads out of the calendar. */
    int32_t last_day;
} statusrules_walk_plan;

/* What the walk finds: of the rows without marks, outcome and day. */
typedef struct statusrules_found {
    int32_t outcomes[STATUSRULES_MASK_ROWS];
    int32_t days[STATUSRULES_MASK_ROWS];
} statusrules_found;

/* Adds to a plan what the walk needs. Returns 1, or 0 if this law, or what was asked, is not for the walk. */
int32_t statusrules_plan_walk(statusrules_walk_plan *plan, int64_t n_rows);

/* Walks classified rows, and marks further ones. */
void statusrules_walk_rows(statusrules_found *found, const statusrules_walk_plan *plan,
                           statusrules_mask_rows *rows);

#endif
