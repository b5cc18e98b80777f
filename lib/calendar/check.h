/*
 * The one check of a day.
 */
#ifndef STATUSRULES_CALENDAR_CHECK_H
#define STATUSRULES_CALENDAR_CHECK_H

#include "engine/error.h"

#include <statusrules/calendar.h>

/* `of` is the fact or argument that the day was given for. */
/*@
  requires error == \null || \valid(error);
  assigns *error;
  ensures STATUSRULES_FIRST_DAY <= day <= STATUSRULES_LAST_DAY <==> \result == STATUSRULES_OK;
  ensures error != \null && \result == STATUSRULES_OK ==> *error == \old(*error);
  ensures error != \null && \result != STATUSRULES_OK ==> error->code == \result && error->value == day;
*/
static inline int32_t statusrules_check_day(int32_t day, int32_t of, statusrules_error *error) {
    if (day >= STATUSRULES_FIRST_DAY && day <= STATUSRULES_LAST_DAY) {
        return STATUSRULES_OK;
    }
    int32_t code = day == STATUSRULES_NOT_A_DAY ? STATUSRULES_ERROR_NOT_A_DAY : STATUSRULES_ERROR_RANGE;
    return statusrules_fail(error, code, of, day, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
}

#endif
