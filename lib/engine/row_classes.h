/*
 * The classes of a block of rows on one axis, as classes.h has them for one case.
 */
#ifndef STATUSRULES_ENGINE_ROW_CLASSES_H
#define STATUSRULES_ENGINE_ROW_CLASSES_H

#include "engine/tables.h"

/* Rows that are decided together: all that belongs to them stays in the fastest cache. */
enum { STATUSRULES_MASK_ROWS = 128, STATUSRULES_MAX_TURNS = 8 };

/* Why a row must be asked alone: a value is wrong; or nothing is, but what answers many rows at once leaves it. */
enum { STATUSRULES_ROW_WRONG = 1, STATUSRULES_ROW_LEFT = 2 };

/* How the values of an axis get their classes. */
typedef struct statusrules_classing {
    const statusrules_table_axis *axis;
    /* The first and last value; what stands for a missing one; and what stands for none (the same as for a missing one where
     * the axis has no none). */
    int32_t first;
    int32_t last;
    int32_t unknown;
    int32_t none;
    /* 1: some numbers between first and last are no values. */
    int32_t gaps;
    uint8_t unknown_class;
    /* The bit of a missing value; 0 for a parameter, which has a default. */
    uint32_t missing;
    /* Where the class changes, if that is not often: `more` is added to the class after each of these values. Else
     * `n_turns` is -1. */
    int32_t n_turns;
    int32_t after[STATUSRULES_MAX_TURNS];
    uint8_t more[STATUSRULES_MAX_TURNS];
} statusrules_classing;

/* Fills in where the class changes; the other members are set by the caller. */
void statusrules_find_turns(statusrules_classing *classing);

/* Gives up to STATUSRULES_MASK_ROWS rows their classes, marks those whose value is wrong, and adds the bit to those whose
 * value is missing. */
void statusrules_classify_rows(uint8_t *restrict classes, uint8_t *restrict marks, uint32_t *restrict missing,
                               const int32_t *restrict values, int32_t n, const statusrules_classing *classing);

/*
 * The class of the state that decides, in place of that of the citizenship: a state stands above none, and none above one
 * that is missing beside another and presumed to lead nowhere else. Adds the bits of a state that is missing or presumed,
 * and marks the rows in which two decide; in strict, those in which one is missing.
 */
void statusrules_join_states(uint8_t *restrict citizenship, uint8_t *restrict marks, uint32_t *restrict missing,
                             const uint8_t *restrict residence, int32_t n, const statusrules_classing *state,
                             uint32_t presumed_bit, int32_t strict);

/* Gives all rows the same class, or the same marks. */
void statusrules_fill(uint8_t *bytes, int32_t n, uint8_t byte);

void statusrules_copy(uint8_t *restrict bytes, const uint8_t *restrict from, int32_t n);

/* Rows before they are classified: no mark, nothing missing. */
void statusrules_begin_rows(uint8_t *restrict marks, uint32_t *restrict missing, int32_t n);

/* Keeps some bits of each row; gives those that any row has. */
uint32_t statusrules_keep_bits(uint32_t *restrict kept, const uint32_t *restrict bits, int32_t n, uint32_t some);

/* Whether any row has one of some marks. */
int32_t statusrules_any_marked(const uint8_t *marks, int32_t n, uint8_t some);

/* Marks the rows whose day is before one that it must not be before. A missing day and none are in order. */
void statusrules_mark_order(uint8_t *restrict marks, const int32_t *restrict days,
                            const int32_t *restrict not_before, int32_t n);

/* Marks the rows whose day is after `last` as left; none is not after it. */
void statusrules_mark_late(uint8_t *restrict marks, const int32_t *restrict days, int32_t n, int32_t last);

#endif
