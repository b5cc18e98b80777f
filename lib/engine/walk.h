/*
 * Outcome and day of a block of rows, from their classes: stage by stage and list by list, all rows of the block at
 * once. It decides as decide.c does, without reasons; the rows that it cannot decide alike it marks.
 */
#ifndef STATUSRULES_ENGINE_WALK_H
#define STATUSRULES_ENGINE_WALK_H

#include "engine/joints.h"
#include "engine/standing.h"

/* Why the steps of a walker may not be its whole answer: it met a row of the law that does not hold in every reading asked;
 * one that another completion of the missing facts would not meet; one about which sources differ. */
enum { STATUSRULES_DOUBT_READING = 1, STATUSRULES_DOUBT_MISSING = 2, STATUSRULES_DOUBT_SIDES = 4 };

typedef struct statusrules_walk_plan {
    statusrules_mask_plan masks;
    statusrules_words words;
    statusrules_joints joints;
    /* By block, as they stand in its word: the rows of the law that fit what does not vary, and might fit what every row
     * misses. The same by word. */
    uint64_t fits[STATUSRULES_WALK_BLOCKS];
    uint64_t all_fits[STATUSRULES_WALK_WORDS];
    /* By row of a block what is in doubt about it. */
    uint8_t doubts[STATUSRULES_WALK_BLOCKS][STATUSRULES_NO_STEP + 1];
    uint8_t any_doubt[STATUSRULES_WALK_BLOCKS];
    /* Whether readings differ anywhere. */
    int32_t any_by_reading;
    /* By place among the axes of the plan, and word: the rows that are not in doubt if the fact is missing. */
    uint64_t must[STATUSRULES_MAX_VARYING][STATUSRULES_WALK_WORDS];
    /* How the incoming day of a stage gets its class. */
    statusrules_classing incoming;
    /* The latest last day from which no way leads out of the calendar. */
    int32_t last_day;
} statusrules_walk_plan;

enum { STATUSRULES_NO_DOUBT = UINT16_MAX };

/* Rows on their way through the stages. */
typedef struct statusrules_walkers {
    int32_t n;
    /* STATUSRULES_DOUBT_…: which doubts matter. If it matters that sources differ, the first and last days are found. */
    uint8_t asked;
    /* By word: the rows of the law that each might fit, whatever a stage hands on. */
    uint64_t sets[STATUSRULES_WALK_WORDS][STATUSRULES_MASK_ROWS];
    /* The numbers in the joints of what a stage hands on. */
    uint16_t numbers[STATUSRULES_HANDED_ON_JOINTS][STATUSRULES_MASK_ROWS];
    /* The last days, and the day that comes into the stage at hand. */
    const int32_t *last_days;
    int32_t incoming[STATUSRULES_MASK_ROWS];
    int32_t standing[STATUSRULES_MASK_ROWS];
    int32_t first_side[STATUSRULES_MASK_ROWS];
    int32_t last_side[STATUSRULES_MASK_ROWS];
    /* STATUSRULES_DOUBT_… of all steps taken. */
    uint8_t doubt[STATUSRULES_MASK_ROWS];
    /* The walkers that miss something that may matter; each leaves the list when it gets into doubt for it. And what each
     * misses: bits by place among the axes of the plan. */
    int32_t open[STATUSRULES_MASK_ROWS];
    int32_t n_open;
    uint32_t missing[STATUSRULES_MASK_ROWS];
    /* Of such a walker the first row of the law that was in doubt for that: block * STATUSRULES_NO_STEP + row, or
     * STATUSRULES_NO_DOUBT. */
    uint16_t first_doubt[STATUSRULES_MASK_ROWS];
    /* The classes of the incoming day, and of whether it was extended. */
    uint8_t handed_on[2][STATUSRULES_MASK_ROWS];
    /* Of the block of the law at hand the first row that fits; 1 if an earlier block of its list has decided. */
    uint8_t row[STATUSRULES_MASK_ROWS];
    uint8_t decided[STATUSRULES_MASK_ROWS];
} statusrules_walkers;

/* Rows whose answers are written together. */
enum { STATUSRULES_FOUND_ROWS = 4 * STATUSRULES_MASK_ROWS };

/* What the walk finds: outcome and day of the rows that have no mark. */
typedef struct statusrules_found {
    int32_t outcomes[STATUSRULES_FOUND_ROWS];
    int32_t days[STATUSRULES_FOUND_ROWS];
    /* STATUSRULES_ROW_… */
    uint8_t marks[STATUSRULES_FOUND_ROWS];
} statusrules_found;

/* Adds to a plan what the walk needs. Returns 1, or 0 if this law, or what was asked, is not for the walk. */
int32_t statusrules_plan_walk(statusrules_walk_plan *plan);

/* The rows of a word that a walker may meet and that might not fit, whatever it misses. */
uint64_t statusrules_doubted(const statusrules_walkers *w, const statusrules_walk_plan *plan, int32_t i,
                             int32_t word);

/* Takes completions, of which the sets are known, through all stages in all readings asked. */
void statusrules_walk_completions(statusrules_walkers *w, const statusrules_walk_plan *plan);

#endif
