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

/*
 * The answer of all readings together over the completions of a case, which may have none but itself: a yes if all of them
 * give it, else what the first of them gives that does not, or undetermined. The reach: how far a last day that is known can
 * move with the same, and whether the day given moves with it; and the days that can be asked about instead, for "valid on".
 * `begin_with`, zeroed at first, says by fact which completion to try first; it comes back as the one that settled it, which
 * settles the next stretch of days, too, more often than not.
 */
void statusrules_decide_stretch(statusrules_reading_answer *answer, statusrules_reach *reach,
                                uint8_t begin_with[STATUSRULES_INCOMING_DAY], const statusrules_case *c);

/* Of "valid on" with a last day that is known and other facts that are missing: the days around the day asked about on
 * which every completion has the same verdict. */
void statusrules_same_days(int32_t *from, int32_t *until, const statusrules_case *c);

/* Of the missing facts that can change the answer the one to ask next; 0 if there is none. */
int32_t statusrules_ask_next(const statusrules_case *c, int64_t missing);

/* Decides a case at one last day, with the class that it has; the reach ends with the class. */
void statusrules_decide_at(statusrules_verdict *all, statusrules_reading_answer readings[3],
                           statusrules_reach *reach, statusrules_case *c, int32_t last_day);

#endif
