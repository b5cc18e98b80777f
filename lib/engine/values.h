/*
 * The values of facts: where they stand in the struct, and whether they may be what they are.
 */
#ifndef STATUSRULES_ENGINE_VALUES_H
#define STATUSRULES_ENGINE_VALUES_H

#include "calendar/check.h"
#include "engine/tables.h"

#include <stddef.h>

/* The value of a fact, by its number. The struct must be long enough to have it. */
static inline int32_t statusrules_fact_value(const statusrules_facts *facts, int32_t fact) {
    return *(const int32_t *)(const void *)((const char *)facts + (size_t)fact * sizeof(int32_t));
}

/* Gives a fact a value, which is not checked. */
static inline void statusrules_set_fact_value(statusrules_facts *facts, int32_t fact, int32_t value) {
    *(int32_t *)(void *)((char *)facts + (size_t)fact * sizeof(int32_t)) = value;
}

/* Whether a known value is one of its fact's. */
static inline int32_t statusrules_is_value(int32_t fact, int32_t value) {
    const statusrules_table_fact *table = &statusrules_table_facts[fact];
    if (value < table->info.first || value > table->info.last) {
        return value == STATUSRULES_NONE && table->info.none;
    }
    return !table->is_value || table->is_value[value - table->info.first];
}

/* Says why it is not. */
static inline int32_t statusrules_refuse_value(int32_t fact, int32_t value, statusrules_error *error) {
    const statusrules_fact_info *info = &statusrules_table_facts[fact].info;
    if (info->kind == STATUSRULES_KIND_DAY) {
        return statusrules_check_day(value, fact, error);
    }
    int32_t code = info->kind == STATUSRULES_KIND_NUMBER ? STATUSRULES_ERROR_RANGE : STATUSRULES_ERROR_VALUE;
    return statusrules_fail(error, code, fact, value, info->first, info->last);
}

/* An older caller has a shorter struct; what it does not have is unknown. */
static inline int32_t statusrules_check_size(const statusrules_facts *facts, statusrules_error *error) {
    if (facts->size == (int32_t)sizeof *facts) {
        return STATUSRULES_OK;
    }
    if (facts->size < 2 * (int32_t)sizeof(int32_t) || facts->size > (int32_t)sizeof *facts
        || facts->size % (int32_t)sizeof(int32_t) != 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS, facts->size,
                                2 * (int32_t)sizeof(int32_t), (int32_t)sizeof *facts);
    }
    return STATUSRULES_OK;
}

#endif
