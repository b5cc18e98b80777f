/*
 * The classes of a block of rows on one axis, as classes.h has them for one case.
 */
#ifndef STATUSRULES_ENGINE_ROW_CLASSES_H
#define STATUSRULES_ENGINE_ROW_CLASSES_H

#include "engine/tables.h"

/* Rows that are decided together: all that belongs to them stays in the fastest cache. */
enum { STATUSRULES_MASK_ROWS = 512, STATUSRULES_MAX_TURNS = 8 };

/* Why a row is not decided together with the others: a value is wrong; a fact that can stand for several classes is
 * missing; a fact is missing that a row of the law asks "if known"; readings may differ. */
enum {
    STATUSRULES_ROW_WRONG = 1,
    STATUSRULES_ROW_OPEN = 2,
    STATUSRULES_ROW_PRESUMED = 4,
    STATUSRULES_ROW_READINGS = 8
};

/* How the values of an axis get their classes. */
typedef struct statusrules_classing {
    const statusrules_table_axis *axis;
    /* The values; and the one that is none, STATUSRULES_UNKNOWN if there is none. */
    int32_t first;
    int32_t last;
    int32_t none;
    /* 1: some numbers between first and last are no values. */
    int32_t gaps;
    uint8_t unknown_class;
    /* What marks a row whose value is missing. */
    uint8_t if_unknown;
    /* Where the class changes, if that is not often: `more` is added to the class after each of these values. Else
     * `n_turns` is -1. */
    int32_t n_turns;
    int32_t after[STATUSRULES_MAX_TURNS];
    uint8_t more[STATUSRULES_MAX_TURNS];
} statusrules_classing;

/* Fills in where the class changes; the other members are set by the caller. */
void statusrules_find_turns(statusrules_classing *classing);

/* Gives up to STATUSRULES_MASK_ROWS rows their classes, and marks rows. */
void statusrules_classify_rows(uint8_t *restrict classes, uint8_t *restrict marks, const int32_t *restrict values,
                               int32_t n, const statusrules_classing *classing);

/* Whether any row has one of some marks. */
int32_t statusrules_any_marked(const uint8_t *marks, int32_t n, uint8_t some);

/* Takes all marks away. */
void statusrules_unmark(uint8_t *marks, int32_t n);

/* Marks the rows whose day is before one that it must not be before. A missing day and none are in order. */
void statusrules_mark_order(uint8_t *restrict marks, const int32_t *restrict days,
                            const int32_t *restrict not_before, int32_t n);

/* Marks the rows whose day is after `last`, none left out, as wrong. */
void statusrules_mark_late(uint8_t *restrict marks, const int32_t *restrict days, int32_t n, int32_t last);

#endif
