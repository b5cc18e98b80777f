/**
 * @file law_called.h
 * @brief A law by its name.
 */
#ifndef STATUSRULES_TESTS_LAW_CALLED_H
#define STATUSRULES_TESTS_LAW_CALLED_H

#include <stddef.h>
#include <string.h>

#include <statusrules/law.h>

/** @brief The law of this name; NULL if the library does not hold it. */
static inline const statusrules_law *law_called(const char *name) {
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        if (strcmp(statusrules_law_name(statusrules_law_at(i)), name) == 0) {
            return statusrules_law_at(i);
        }
    }
    return NULL;
}

#endif
