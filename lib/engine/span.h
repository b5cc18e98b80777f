/*
 * How long an answer stays the same.
 */
#ifndef STATUSRULES_ENGINE_SPAN_H
#define STATUSRULES_ENGINE_SPAN_H

#include "engine/decide.h"

/* Fills the answer to a case. Returns 0 if there is none, because the day would be after the last of the calendar. */
int32_t statusrules_answer_case(statusrules_answer *answer, statusrules_reach *reach, const statusrules_case *c);

/* Fills same_from and same_until of an answer, given with the reach of a case in which nothing was open. */
void statusrules_find_span(statusrules_answer *answer, const statusrules_reach *reach, const statusrules_case *c,
                           const statusrules_facts *facts, int32_t question);

#endif
