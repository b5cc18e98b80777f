/*
 * The one place where an error is written.
 */
#ifndef STATUSRULES_ENGINE_ERROR_H
#define STATUSRULES_ENGINE_ERROR_H

#include <statusrules/facts.h>

/* Fills `error`, which may be NULL, and returns `code`. Errors in text then set `offset` or `nearest`. */
/*@
  requires error == \null || \valid(error);
  assigns *error;
  ensures \result == code;
  ensures error != \null ==> error->code == code && error->fact == fact && error->value == value;
*/
static inline int32_t statusrules_fail(statusrules_error *error, int32_t code, int32_t fact, int32_t value,
                                       int32_t first, int32_t last) {
    if (error) {
        error->code = code;
        error->fact = fact;
        error->value = value;
        error->first = first;
        error->last = last;
        error->offset = 0;
        error->nearest = STATUSRULES_UNKNOWN;
        error->reserved = 0;
    }
    return code;
}

#endif
