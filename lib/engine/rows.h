/*
 * Columns, block by block: values in every form become plain int32, and answers become values in every form.
 */
#ifndef STATUSRULES_ENGINE_ROWS_H
#define STATUSRULES_ENGINE_ROWS_H

#include "engine/classes.h"

#include <statusrules/columns.h>

/* The most rows that are read at once; windows take so many. A few numbers of each stay in the fastest cache. */
enum { STATUSRULES_BLOCK_ROWS = 1024 };

/* Whether the values of a column are what they say, without nulls, ticks or codes. */
static inline int32_t statusrules_is_plain(const statusrules_column *column, int32_t type) {
    return column->type == type && !column->valid_form && !column->has_null_value && !column->has_no_end_value
           && !column->codes && !column->ticks_per_day && !column->is_one_value;
}

/* Reads a block of an input as int32: STATUSRULES_UNKNOWN for missing, STATUSRULES_NONE for none; what no int32
 * holds, and a category without a code, become a value that no fact has. */
void statusrules_read_rows(int32_t *out, const statusrules_column *column, int64_t start, int32_t n);

/* The same block: the column's own memory if it is plain int32, else read into `room`. */
const int32_t *statusrules_rows_at(int32_t *room, const statusrules_column *column, int64_t start, int32_t n);

/* Writes a block of a result. Of days, STATUSRULES_NOT_A_DAY and STATUSRULES_NONE become the column's null and no-end
 * values. */
void statusrules_write_numbers(const statusrules_column *column, const int32_t *values, int64_t start, int32_t n);

/* The same for bits of facts, which are int64. */
void statusrules_write_facts(const statusrules_column *column, const int64_t *facts, int64_t start, int32_t n);

/* The width of a type in bytes; 0 for none. */
int32_t statusrules_type_width(int32_t type);

#endif
