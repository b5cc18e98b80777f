/*
 * Missing facts: the answer is the set of answers over everything that the missing facts can stand for.
 */
#ifndef STATUSRULES_ENGINE_MISSING_H
#define STATUSRULES_ENGINE_MISSING_H

#include "engine/bits.h"
#include "engine/decide.h"

/*
 * Answers a case in which a fact that can change the answer is missing. Every completion is decided: each combination
 * of what the open facts can stand for, completed one after the other and only where the answer depends on them, and,
 * if the last day is missing, every stretch of last days. Completions that contradict themselves (a last day before
 * the day of issue) or have no answer (a result after the last day of the calendar) are none. Exact.
 */
STATUSRULES_OUT_OF_LINE void statusrules_complete(statusrules_verdict *all, statusrules_reading_answer readings[3],
                                                  const statusrules_case *c);

/* A completion that is no yes: the missing facts that it takes (bit 1 << fact), and by fact which of what it can stand for. */
typedef struct statusrules_witness {
    int64_t facts;
    uint8_t completions[STATUSRULES_INCOMING_DAY];
} statusrules_witness;

/*
 * The answer of all readings together over the completions of a case, which may have none but itself: a yes if all of them
 * give it, else what the first of them gives that does not, or undetermined. The reach: how far a last day that is known can
 * move with the same, and whether the day given moves with it; and the days that can be asked about instead, for "valid on".
 * The witness, empty at first, is tried first: it comes back as the completion that settled the stretch.
 */
void statusrules_decide_stretch(statusrules_reading_answer *answer, statusrules_reach *reach,
                                statusrules_witness *witness, const statusrules_case *c);

/* Of "valid on" with a last day that is known and other facts that are missing: the days around the day asked about on
 * which every completion has the same verdict. */
void statusrules_same_days(int32_t *from, int32_t *until, const statusrules_case *c);

/* Of "valid on" with a last day that is missing: days around the day asked about, from which the verdicts of all last days
 * differ only in days that move with them. Of an answer over all of them nothing then falls while the day asked about rises,
 * so that it is the same on all days between two on which it is the same. */
void statusrules_steady_days(int32_t *from, int32_t *until, const statusrules_case *c);

/* Of the missing facts that can change the answer the one to ask next; 0 if there is none. */
int32_t statusrules_ask_next(const statusrules_case *c, int64_t missing);

/* Decides a case at one last day, with the class that it has; the reach ends with the class. */
void statusrules_decide_at(statusrules_verdict *all, statusrules_reading_answer readings[3],
                           statusrules_reach *reach, statusrules_case *c, int32_t last_day);

#endif
