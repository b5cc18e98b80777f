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

/* Decides a case at one last day, with the class that it has; the reach ends with the class. */
void statusrules_decide_at(statusrules_verdict *all, statusrules_reading_answer readings[3],
                           statusrules_reach *reach, statusrules_case *c, int32_t last_day);

#endif
