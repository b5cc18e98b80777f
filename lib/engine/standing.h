/*
 * What stands for a block of rows so far (tables.h), and how it moves: by the steps of the rows of the law that were found,
 * by what comes into the next stage, by what other readings give.
 */
#ifndef STATUSRULES_ENGINE_STANDING_H
#define STATUSRULES_ENGINE_STANDING_H

#include "engine/tables.h"

/* The outcomes of those below all days, four bits each. */
enum {
    STATUSRULES_STANDING_OUTCOMES = STATUSRULES_OUTCOME_SILENT | STATUSRULES_OUTCOME_NO << 4
                                    | STATUSRULES_OUTCOME_DISCRETION << 8 | STATUSRULES_OUTCOME_CONFLICT << 12
                                    | STATUSRULES_OUTCOME_YES << 16 | STATUSRULES_OUTCOME_UNDETERMINED << 20
};

/* Before the first stage nothing stands, nothing is in doubt, no row was extended, and the last day comes in: ANY_DAY if
 * it is missing, NO_DAY for none and for what is no day. */
void statusrules_begin_walk(int32_t *restrict incoming, uint8_t *restrict extended, uint8_t *restrict doubt,
                            int32_t *restrict standing, const int32_t *restrict last_days, int32_t n,
                            uint8_t not_extended_class);

/* The day that stands comes into the next stage, and its row has the class of extended rows there. */
void statusrules_next_incoming(int32_t *restrict incoming, uint8_t *restrict extended,
                               const int32_t *restrict standing, int32_t n, uint8_t extended_class);

/* The row of the law that was found for each takes its step, and the better stands. */
void statusrules_take_steps(int32_t *restrict standing, const int32_t *restrict incoming,
                            const uint8_t *restrict rows, int32_t n,
                            const statusrules_table_step steps[STATUSRULES_NO_STEP + 1]);

/* Adds what is in doubt about that row, of some doubts. */
void statusrules_take_doubts(uint8_t *restrict doubt, const uint8_t *restrict rows, int32_t n,
                             const uint8_t doubts[STATUSRULES_NO_STEP + 1], uint8_t some);

/* What comes with what stands: the first and the last day, as of an answer (`earliest` and `latest`). Made from what stands
 * before the first step about which sources differ, and taken before each step from then on; or made at the end. */
void statusrules_take_sides(int32_t *restrict first_side, int32_t *restrict last_side,
                            const int32_t *restrict standing, const int32_t *restrict incoming,
                            const uint8_t *restrict rows, int32_t n,
                            const statusrules_table_step steps[STATUSRULES_NO_STEP + 1],
                            const statusrules_table_sides sides[STATUSRULES_NO_STEP + 1]);
void statusrules_make_sides(int32_t *restrict first_side, int32_t *restrict last_side,
                            const int32_t *restrict standing, int32_t n);

/* What stands in all readings so far, with its first and last days. */
typedef struct statusrules_together {
    int32_t *standing;
    int32_t *first_side;
    int32_t *last_side;
} statusrules_together;

/* Adds one more reading: the same stands, else it is a conflict, with the days of all sides. */
void statusrules_join_reading(const statusrules_together *together, const int32_t *restrict standing,
                              const int32_t *restrict first_side, const int32_t *restrict last_side, int32_t n);

/* Outcomes and days of what stands. */
void statusrules_conclude_rows(int32_t *restrict outcomes, int32_t *restrict days,
                               const int32_t *restrict standing, int32_t n);

#endif
