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
    /* The axes that vary and that some row of the law asks; and with them the facts that are missing in every row and
     * can stand for several classes: bits by place among these axes. */
    statusrules_classing varying[STATUSRULES_MAX_VARYING];
    uint8_t axes[STATUSRULES_MAX_VARYING];
    int32_t n_varying;
    uint32_t always_missing;
    /* Of those that vary: which can stand for several classes when they are missing, and which are presumed then in a way
     * that an answer in full tells. */
    uint32_t open;
    uint32_t presumed;
    /* 1: rows can be answered in full from their masks. */
    int32_t in_full;
    /* The facts that vary, and those that belong to the question: bit 1 << fact; and those of the question that must not be
     * before another, if one of the two varies. */
    int64_t varies;
    int64_t belong;
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
    /* The facts that a row misses and others have: bits by place. */
    uint32_t missing[STATUSRULES_MASK_ROWS];
} statusrules_mask_rows;

/* The bit of a state that is presumed to be the only one, beside those of missing facts. */
#define STATUSRULES_PRESUMED_STATE ((uint32_t)1 << 31)

/* Whether a missing value of an axis can stand for several classes. The incoming day is missing with the last day. */
int32_t statusrules_is_open(const statusrules_case *c, int32_t axis);

/* The class after the last of an axis. On an axis that is open it stands for a missing value, which can be any. */
int32_t statusrules_class_after_all(const statusrules_case *c, int32_t axis);

/* What a missing value of an axis can stand for; not for days, which stand for every day. */
const statusrules_table_completions *statusrules_stands_for(const statusrules_case *c, int32_t axis);

/* The rows of a block that fit with some class that a missing value of an open axis can stand for; and those that fit with
 * each. */
uint64_t statusrules_might_fit(const statusrules_case *c, const statusrules_table_block *block, int32_t axis);
uint64_t statusrules_must_fit(const statusrules_case *c, const statusrules_table_block *block, int32_t axis);

/* The answer of one row. Outcome 0: it must be asked alone. */
typedef struct statusrules_row_answer {
    statusrules_reading_answer answer;
    int32_t note;
    /* As STATUSRULES_RESULT_READINGS. */
    int32_t readings;
    int64_t assumed;
    int64_t missing;
    int32_t code;
    /* As in statusrules_answer; of rows of masks no day is asked about and no fact is missing. */
    int32_t same_from;
    int32_t same_until;
    int32_t ask_next;
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

/* Answers rows in full, for a plan that has that. */
void statusrules_run_masks(statusrules_row_answer *answers, const statusrules_mask_plan *plan,
                           const statusrules_mask_rows *rows);

#endif
