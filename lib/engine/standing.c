#include "engine/standing.h"

#include "engine/lanes.h"

static inline uint32_t is_day(int32_t value) {
    return statusrules_within(value, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY - STATUSRULES_FIRST_DAY);
}

STATUSRULES_EACH_MACHINE
static void begin(int32_t *restrict incoming, uint8_t *restrict extended, uint8_t *restrict doubt,
                  int32_t *restrict standing, const int32_t *restrict last_days, int32_t n,
                  uint8_t not_extended_class) {
    for (int32_t i = 0; i < n; i++) {
        extended[i] = not_extended_class;
        doubt[i] = 0;
        standing[i] = STATUSRULES_STANDS_SILENT;
        const uint32_t no_day = statusrules_pick(statusrules_equal(last_days[i], STATUSRULES_UNKNOWN),
                                                 (uint32_t)STATUSRULES_ANY_DAY, (uint32_t)STATUSRULES_NO_DAY);
        incoming[i] = (int32_t)statusrules_pick(is_day(last_days[i]), (uint32_t)last_days[i], no_day);
    }
}

STATUSRULES_EACH_MACHINE
static void next_incoming(int32_t *restrict incoming, uint8_t *restrict extended, const int32_t *restrict standing,
                          int32_t n, uint8_t extended_class) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t day = is_day(standing[i]);
        incoming[i] = (int32_t)statusrules_pick(day, (uint32_t)standing[i], (uint32_t)incoming[i]);
        extended[i] = (uint8_t)statusrules_pick(day, extended_class, extended[i]);
    }
}

STATUSRULES_EACH_MACHINE
static void take_steps(int32_t *restrict standing, const int32_t *restrict incoming, const uint8_t *restrict rows,
                       int32_t n, const statusrules_table_step *restrict steps) {
    for (int32_t i = 0; i < n; i++) {
        const statusrules_table_step *step = &steps[rows[i]];
        int32_t given = incoming[i] + step->added;
        given = given > step->least ? given : step->least;
        standing[i] = given > standing[i] ? given : standing[i];
    }
}

STATUSRULES_EACH_MACHINE
static void take_sides(int32_t *restrict first_side, int32_t *restrict last_side, const int32_t *restrict standing,
                       const int32_t *restrict incoming, const uint8_t *restrict rows, int32_t n,
                       const statusrules_table_step *restrict steps,
                       const statusrules_table_sides *restrict sides) {
    for (int32_t i = 0; i < n; i++) {
        const statusrules_table_step *step = &steps[rows[i]];
        const int32_t moved = incoming[i] + step->added;
        const int32_t given = moved > step->least ? moved : step->least;
        const uint32_t is_given_day = given >= STATUSRULES_FIRST_DAY ? ~0U : 0U;
        const uint32_t both_yes =
            given >= STATUSRULES_STANDS_YES && standing[i] >= STATUSRULES_STANDS_YES ? ~0U : 0U;
        const uint32_t better = given > standing[i] ? ~0U : 0U;
        const int32_t first =
            (int32_t)statusrules_pick(is_given_day, (uint32_t)given, (uint32_t)sides[rows[i]].first);
        const int32_t day =
            (int32_t)statusrules_pick(is_given_day, (uint32_t)given, (uint32_t)STATUSRULES_NOT_A_DAY);
        const int32_t last = day > sides[rows[i]].last ? day : sides[rows[i]].last;
        const int32_t later = last > last_side[i] ? last : last_side[i];
        const uint32_t kept = statusrules_pick(better, (uint32_t)last, (uint32_t)last_side[i]);
        first_side[i] = (int32_t)statusrules_pick(better, (uint32_t)first, (uint32_t)first_side[i]);
        last_side[i] = (int32_t)statusrules_pick(both_yes, (uint32_t)later, kept);
    }
}

STATUSRULES_EACH_MACHINE
static void make_sides(int32_t *restrict first_side, int32_t *restrict last_side, const int32_t *restrict standing,
                       int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t is_day = standing[i] >= STATUSRULES_FIRST_DAY ? ~0U : 0U;
        const uint32_t day = statusrules_pick(is_day, (uint32_t)standing[i], (uint32_t)STATUSRULES_NOT_A_DAY);
        first_side[i] = (int32_t)day;
        last_side[i] = (int32_t)day;
    }
}

/* As a number that is greatest for no day. */
static inline uint32_t from_first_day(int32_t day) {
    return (uint32_t)day - (uint32_t)STATUSRULES_FIRST_DAY;
}

STATUSRULES_EACH_MACHINE
static void join(int32_t *restrict all, int32_t *restrict first, int32_t *restrict last,
                 const int32_t *restrict standing, const int32_t *restrict first_side,
                 const int32_t *restrict last_side, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t same = statusrules_equal(all[i], standing[i]) & statusrules_equal(first[i], first_side[i])
                              & statusrules_equal(last[i], last_side[i]);
        all[i] = (int32_t)statusrules_pick(same, (uint32_t)all[i], (uint32_t)STATUSRULES_STANDS_CONFLICT);
        first[i] = from_first_day(first_side[i]) < from_first_day(first[i]) ? first_side[i] : first[i];
        last[i] = last_side[i] > last[i] ? last_side[i] : last[i];
    }
}

STATUSRULES_EACH_MACHINE
static void conclude(int32_t *restrict outcomes, int32_t *restrict days, const int32_t *restrict standing,
                     int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t day = standing[i] >= STATUSRULES_FIRST_DAY ? ~0U : 0U;
        const uint32_t place = (uint32_t)(standing[i] & 7);
        days[i] = (int32_t)statusrules_pick(day, (uint32_t)standing[i], (uint32_t)STATUSRULES_NOT_A_DAY);
        outcomes[i] = (int32_t)statusrules_pick(day, STATUSRULES_OUTCOME_YES,
                                                (uint32_t)STATUSRULES_STANDING_OUTCOMES >> 4 * place & 15);
    }
}

/* The library exports no function that is made for each machine. */
void statusrules_begin_walk(int32_t *restrict incoming, uint8_t *restrict extended, uint8_t *restrict doubt,
                            int32_t *restrict standing, const int32_t *restrict last_days, int32_t n,
                            uint8_t not_extended_class) {
    begin(incoming, extended, doubt, standing, last_days, n, not_extended_class);
}

void statusrules_next_incoming(int32_t *restrict incoming, uint8_t *restrict extended,
                               const int32_t *restrict standing, int32_t n, uint8_t extended_class) {
    next_incoming(incoming, extended, standing, n, extended_class);
}

void statusrules_take_steps(int32_t *restrict standing, const int32_t *restrict incoming,
                            const uint8_t *restrict rows, int32_t n,
                            const statusrules_table_step steps[STATUSRULES_NO_STEP + 1]) {
    take_steps(standing, incoming, rows, n, steps);
}

void statusrules_take_doubts(uint8_t *restrict doubt, const uint8_t *restrict rows, int32_t n,
                             const uint8_t doubts[STATUSRULES_NO_STEP + 1], uint8_t some) {
#pragma GCC unroll 8
    for (int32_t i = 0; i < n; i++) {
        doubt[i] = (uint8_t)(doubt[i] | (doubts[rows[i]] & some));
    }
}

void statusrules_take_sides(int32_t *restrict first_side, int32_t *restrict last_side,
                            const int32_t *restrict standing, const int32_t *restrict incoming,
                            const uint8_t *restrict rows, int32_t n,
                            const statusrules_table_step steps[STATUSRULES_NO_STEP + 1],
                            const statusrules_table_sides sides[STATUSRULES_NO_STEP + 1]) {
    take_sides(first_side, last_side, standing, incoming, rows, n, steps, sides);
}

void statusrules_make_sides(int32_t *restrict first_side, int32_t *restrict last_side,
                            const int32_t *restrict standing, int32_t n) {
    make_sides(first_side, last_side, standing, n);
}

void statusrules_join_reading(const statusrules_together *together, const int32_t *restrict standing,
                              const int32_t *restrict first_side, const int32_t *restrict last_side, int32_t n) {
    join(together->standing, together->first_side, together->last_side, standing, first_side, last_side, n);
}

void statusrules_conclude_rows(int32_t *restrict outcomes, int32_t *restrict days,
                               const int32_t *restrict standing, int32_t n) {
    conclude(outcomes, days, standing, n);
}
