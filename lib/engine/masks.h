/*
 * Many facts that vary: the classes of a block of rows, fact after fact (the tables of one fact stay in the fastest
 * cache). From them come the masks of a row (here, each row then decided alone, with everything there is to say) or
 * those of all rows (walk.h, outcome and day).
 */
#ifndef STATUSRULES_ENGINE_MASKS_H
#define STATUSRULES_ENGINE_MASKS_H

#include "engine/decide.h"
#include "engine/row_classes.h"

/* The axes that may vary for a plan: facts, and the day of knowledge and the edition. */
enum { STATUSRULES_MAX_VARYING = 24 };

typedef struct statusrules_mask_plan {
    /* What does not vary; the classes of what does are not read. */
    statusrules_facts facts;
    statusrules_case settled;
    /* By block: the rows of the law that fit it, in every reading. */
    uint64_t fits[STATUSRULES_MAX_BLOCKS];
    /* The axes that vary and that some row of the law asks. */
    statusrules_classing varying[STATUSRULES_MAX_VARYING];
    uint8_t axes[STATUSRULES_MAX_VARYING];
    int32_t n_varying;
    /* The facts that vary: bit 1 << fact; and those of the question that must not be before another, if one of the two
     * varies. */
    int64_t varies;
    uint8_t ordered[STATUSRULES_INCOMING_DAY];
    int32_t n_ordered;
} statusrules_mask_plan;

/* A block of rows on its way. */
typedef struct statusrules_mask_rows {
    /* By axis: the values of what varies. */
    const int32_t *values[STATUSRULES_AXIS_COUNT];
    int32_t n;
    /* By place in the plan's axes. */
    uint8_t classes[STATUSRULES_MAX_VARYING][STATUSRULES_MASK_ROWS];
    uint8_t marks[STATUSRULES_MASK_ROWS];
} statusrules_mask_rows;

/* The answer of one row. Outcome 0: it must be asked alone. */
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
 * Makes the plan for facts of which those in `varies` differ by row, as do the day of knowledge and the edition if it
 * is said. Returns 1, or 0 if every row must be asked alone.
 */
int32_t statusrules_plan_masks(statusrules_mask_plan *plan, const statusrules_law *law, int32_t question,
                               const statusrules_facts *facts, int64_t varies, int32_t known_on_varies,
                               int32_t edition_varies, const statusrules_options *options);

/* Classifies and marks the rows whose values and number are set. */
void statusrules_mark_rows(statusrules_mask_rows *rows, const statusrules_mask_plan *plan);

/* Answers the rows that are not marked. */
void statusrules_run_masks(statusrules_row_answer *answers, const statusrules_mask_plan *plan,
                           const statusrules_mask_rows *rows);

#endif
