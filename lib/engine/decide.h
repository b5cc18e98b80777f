/*
 * The method: masks, the first row that fits, its effect, stage after stage, reading by reading.
 * Here every axis has a class; what unknown facts may stand for is settled in missing.c.
 */
#ifndef STATUSRULES_ENGINE_DECIDE_H
#define STATUSRULES_ENGINE_DECIDE_H

#include "engine/classes.h"

/* What is decided, by one reading or by all that were asked. */
typedef struct statusrules_verdict {
    /* Its outcome is 0 where there is no answer, because the day would be after the last day of the calendar. */
    statusrules_reading_answer answer;
    int32_t note;
    /* 1: every reading asked gives this answer, by the same rows. */
    int32_t of_all_readings;
    int64_t assumed;
    int64_t missing;
} statusrules_verdict;

/* How far the last day can move with nothing changing but what moves with it. */
typedef struct statusrules_reach {
    /* The latest last day decided by the same rows. */
    int32_t until;
    /* 1: the day given moves with the last day. */
    int32_t moves;
    /* For a day after the last of the calendar: the latest last day that still gives a result. */
    int32_t last_result;
    /* The undecided fact on which the answer depends; 0: on none, and the verdict stands. */
    int32_t undecided;
    /* The days that can be asked about instead of that day, with the same verdict of each reading. */
    int32_t same_from;
    int32_t same_until;
} statusrules_reach;

/* By block: the rows that fit all axes that neither the reading nor the stages change; the same with those that some
 * completion of the undecided facts makes fit; and with those that only an "if known" about an unknown fact keeps
 * out. */
typedef struct statusrules_fixed {
    uint64_t fits[STATUSRULES_MAX_BLOCKS];
    uint64_t some[STATUSRULES_MAX_BLOCKS];
    uint64_t might[STATUSRULES_MAX_BLOCKS];
} statusrules_fixed;

/* The states that decide: two where citizenship and residence state are two that rows tell apart. */
static inline int32_t statusrules_states(const statusrules_case *c, uint8_t states[2]) {
    const uint8_t citizenship = c->classes[STATUSRULES_FACT_CITIZENSHIP];
    const uint8_t residence = c->classes[STATUSRULES_FACT_RESIDENCE_STATE];
    if (!c->question->uses_state) {
        states[0] = STATUSRULES_CLASS_UNKNOWN;
        return 1;
    }
    if (citizenship > STATUSRULES_CLASS_NONE && residence > STATUSRULES_CLASS_NONE && citizenship != residence) {
        states[0] = citizenship;
        states[1] = residence;
        return 2;
    }
    /* A state stands above none, and none above what is presumed to lead nowhere else. */
    states[0] = citizenship > residence ? citizenship : residence;
    return 1;
}

/* The rows of a block that were known, in the edition asked. Every row asks both; bits beyond the rows are clear. */
static inline uint64_t statusrules_rows_in_force(const statusrules_case *c, const statusrules_table_block *block) {
    return c->newest ? block->newest
                     : block->masks[STATUSRULES_AXIS_KNOWN_ON][c->classes[STATUSRULES_AXIS_KNOWN_ON]]
                           & block->masks[STATUSRULES_AXIS_EDITION][c->classes[STATUSRULES_AXIS_EDITION]];
}

/* A step on the way, for explanations: the row of a list that fitted. */
typedef struct statusrules_fit {
    const statusrules_table_block *block;
    const statusrules_table_row *row;
    int32_t day_before;
    int32_t day_after;
    int32_t extended_before;
} statusrules_fit;

typedef struct statusrules_trail {
    statusrules_fit fits[STATUSRULES_MAX_BLOCKS];
    int32_t n;
} statusrules_trail;

/*
 * Decides under each reading asked and each state that decides, and all together: equal answers stand, unequal ones are
 * a conflict. Where facts are undecided, only what they cannot change is decided: see `reach->undecided`.
 * `readings` has three places, by reading - 1; those of readings not asked are left alone, and all of them are if
 * the verdict is of all readings.
 */
void statusrules_decide(statusrules_verdict *all, statusrules_reading_answer readings[3], statusrules_reach *reach,
                        const statusrules_case *c);

/* The same with the masks already made. */
void statusrules_decide_fixed(statusrules_verdict *all, statusrules_reading_answer readings[3],
                              statusrules_reach *reach, const statusrules_case *c, const statusrules_fixed *fixed);

/* One reading and one state (of statusrules_states) alone, with the rows that fitted on the way. */
void statusrules_follow(statusrules_trail *trail, const statusrules_case *c, int32_t reading, uint8_t state);

/* Whether two answers to the case are the same: outcome and days; of "valid on" only the outcome. */
int32_t statusrules_same(const statusrules_case *c, const statusrules_reading_answer *a,
                         const statusrules_reading_answer *b);

/* Earlier and later of two days, where STATUSRULES_NOT_A_DAY is none. */
static inline int32_t statusrules_earlier(int32_t a, int32_t b) {
    return a == STATUSRULES_NOT_A_DAY || (b != STATUSRULES_NOT_A_DAY && b < a) ? b : a;
}

static inline int32_t statusrules_later(int32_t a, int32_t b) {
    return b > a ? b : a;
}

/* Member by member: a wide copy of what was just written narrowly would wait for the memory. */
static inline void statusrules_put(statusrules_reading_answer *place, const statusrules_reading_answer *answer) {
    place->outcome = answer->outcome;
    place->day = answer->day;
    place->provision = answer->provision;
    place->possible = answer->possible;
    place->earliest = answer->earliest;
    place->latest = answer->latest;
}

/* The rows of a block that some completion of the open facts, some presumption or some state can make fit. The facts in
 * `left_out` are not asked. */
uint64_t statusrules_rows_within_reach(const statusrules_case *c, const statusrules_table_block *block,
                                       int64_t left_out);

/* What two same answers have in common: the day, if it is one. */
void statusrules_keep_common(statusrules_reading_answer *answer, const statusrules_reading_answer *other);

#endif
