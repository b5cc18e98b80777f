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
        incoming[i] =
            (int32_t)statusrules_pick(is_day(last_days[i]), (uint32_t)last_days[i], (uint32_t)STATUSRULES_NO_DAY);
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
                       int32_t n, const statusrules_step *restrict steps) {
    for (int32_t i = 0; i < n; i++) {
        const statusrules_step *step = &steps[rows[i]];
        int32_t given = incoming[i] + step->added;
        given = given > step->least ? given : step->least;
        standing[i] = given > standing[i] ? given : standing[i];
    }
}

STATUSRULES_EACH_MACHINE
static void join(int32_t *restrict standing, const int32_t *restrict next, int32_t n, uint32_t is_first) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t same = is_first | statusrules_equal(standing[i], next[i]);
        standing[i] = (int32_t)statusrules_pick(same, (uint32_t)next[i], (uint32_t)STATUSRULES_STANDS_CONFLICT);
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
void statusrules_begin_rows(int32_t *restrict incoming, uint8_t *restrict extended, uint8_t *restrict doubt,
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
                            const statusrules_step steps[STATUSRULES_NO_STEP + 1]) {
    take_steps(standing, incoming, rows, n, steps);
}

void statusrules_take_doubts(uint8_t *restrict doubt, const uint8_t *restrict rows, int32_t n,
                             const uint8_t doubts[STATUSRULES_NO_STEP + 1]) {
#pragma GCC unroll 8
    for (int32_t i = 0; i < n; i++) {
        doubt[i] = (uint8_t)(doubt[i] | doubts[rows[i]]);
    }
}

void statusrules_join_standing(int32_t *restrict standing, const int32_t *restrict next, int32_t n,
                               int32_t is_first) {
    join(standing, next, n, is_first ? ~0U : 0U);
}

void statusrules_conclude_rows(int32_t *restrict outcomes, int32_t *restrict days,
                               const int32_t *restrict standing, int32_t n) {
    conclude(outcomes, days, standing, n);
}
