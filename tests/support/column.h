/*
 * A column as most tests and benches have it: a field, a type and the values.
 */
#ifndef STATUSRULES_TESTS_COLUMN_H
#define STATUSRULES_TESTS_COLUMN_H

#include <statusrules/columns.h>

static inline statusrules_column column_of(int32_t field, int32_t type, void *values) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;
    column.field = field;
    column.type = type;
    column.values = values;
    return column;
}

#endif
