#include "engine/rows.h"

/* No fact has it: it is beyond the last day and all names, and neither none nor unknown. */
enum { NO_VALUE = STATUSRULES_NONE - 1 };

int32_t statusrules_type_width(int32_t type) {
    return type == STATUSRULES_TYPE_RECEIPT                                  ? STATUSRULES_RECEIPT_BYTES
           : type >= STATUSRULES_TYPE_INT8 && type <= STATUSRULES_TYPE_INT64 ? 1 << (type - 1)
                                                                             : 0;
}

static int64_t value_at(const statusrules_column *column, int64_t row) {
    if (column->is_one_value) {
        return column->one_value;
    }
    switch (column->type) {
    case STATUSRULES_TYPE_INT8:
        return ((const int8_t *)column->values)[row];
    case STATUSRULES_TYPE_INT16:
        return ((const int16_t *)column->values)[row];
    case STATUSRULES_TYPE_INT32:
        return ((const int32_t *)column->values)[row];
    default:
        return ((const int64_t *)column->values)[row];
    }
}

static int32_t is_missing(const statusrules_column *column, int64_t row, int64_t value) {
    int64_t at = column->valid_offset + row;
    if (column->has_null_value && value == column->null_value) {
        return 1;
    }
    if (column->is_one_value) {
        return 0;
    }
    switch (column->valid_form) {
    case STATUSRULES_VALID_BITS:
        return !(column->valid[at >> 3] >> (at & 7) & 1);
    case STATUSRULES_VALID_BYTES_PRESENT:
        return !column->valid[at];
    case STATUSRULES_VALID_BYTES_MISSING:
        return column->valid[at] != 0;
    default:
        return 0;
    }
}

/* The day of a timestamp: ticks before the epoch belong to the day that they are in. */
static int64_t floor_divide(int64_t ticks, int64_t ticks_per_day) {
    int64_t day = ticks / ticks_per_day;
    return ticks % ticks_per_day < 0 ? day - 1 : day;
}

static int32_t read_row(const statusrules_column *column, int64_t row) {
    int64_t value = value_at(column, row);
    if (is_missing(column, row, value)) {
        return STATUSRULES_UNKNOWN;
    }
    if (column->has_no_end_value && value == column->no_end_value) {
        return STATUSRULES_NONE;
    }
    if (column->codes) {
        return value >= 0 && value < column->n_codes ? column->codes[value] : NO_VALUE;
    }
    if (column->ticks_per_day) {
        value = floor_divide(value, column->ticks_per_day);
        /* A day far away must not be read as one of the special values. */
        return value < STATUSRULES_FIRST_DAY || value > STATUSRULES_LAST_DAY ? NO_VALUE : (int32_t)value;
    }
    return value < INT32_MIN || value > INT32_MAX ? NO_VALUE : (int32_t)value;
}

void statusrules_read_rows(int32_t *out, const statusrules_column *column, int64_t start, int32_t n) {
    /* The forms that registers have most are read straight. */
    if (statusrules_is_plain(column, STATUSRULES_TYPE_INT32)) {
        const int32_t *values = (const int32_t *)column->values + start;
        for (int32_t i = 0; i < n; i++) {
            out[i] = values[i];
        }
    } else if (statusrules_is_plain(column, STATUSRULES_TYPE_INT8)) {
        const int8_t *values = (const int8_t *)column->values + start;
        for (int32_t i = 0; i < n; i++) {
            out[i] = values[i];
        }
    } else {
        for (int32_t i = 0; i < n; i++) {
            out[i] = read_row(column, start + i);
        }
    }
}

const int32_t *statusrules_rows_at(int32_t *room, const statusrules_column *column, int64_t start, int32_t n) {
    if (statusrules_is_plain(column, STATUSRULES_TYPE_INT32)) {
        return (const int32_t *)column->values + start;
    }
    statusrules_read_rows(room, column, start, n);
    return room;
}

static int32_t is_day(const statusrules_column *column) {
    return column->field == STATUSRULES_RESULT_DAY || column->field == STATUSRULES_RESULT_EARLIEST
           || column->field == STATUSRULES_RESULT_LATEST || column->field == STATUSRULES_RESULT_SAME_FROM
           || column->field == STATUSRULES_RESULT_SAME_UNTIL;
}

static int64_t form_of(const statusrules_column *column, int64_t day) {
    if (day == STATUSRULES_NOT_A_DAY) {
        return column->has_null_value ? column->null_value : day;
    }
    if (day == STATUSRULES_NONE) {
        return column->has_no_end_value ? column->no_end_value : day;
    }
    return column->ticks_per_day ? day * column->ticks_per_day : day;
}

#define WRITE_AS(TYPE)                                                                                            \
    for (int32_t i = 0; i < n; i++) {                                                                             \
        ((TYPE *)column->values)[start + i] = (TYPE)values[i];                                                    \
    }                                                                                                             \
    break

void statusrules_write_rows(const statusrules_column *column, int64_t *values, int64_t start, int32_t n) {
    if (is_day(column) && (column->has_null_value || column->has_no_end_value || column->ticks_per_day)) {
        for (int32_t i = 0; i < n; i++) {
            values[i] = form_of(column, values[i]);
        }
    }
    switch (column->type) {
    case STATUSRULES_TYPE_INT8:
        WRITE_AS(int8_t);
    case STATUSRULES_TYPE_INT16:
        WRITE_AS(int16_t);
    case STATUSRULES_TYPE_INT32:
        WRITE_AS(int32_t);
    default:
        WRITE_AS(int64_t);
    }
}

void statusrules_write_numbers(const statusrules_column *column, const int32_t *values, int64_t start, int32_t n) {
    if (statusrules_is_plain(column, STATUSRULES_TYPE_INT32)) {
        for (int32_t i = 0; i < n; i++) {
            ((int32_t *)column->values)[start + i] = values[i];
        }
    } else if (statusrules_is_plain(column, STATUSRULES_TYPE_INT8)) {
        for (int32_t i = 0; i < n; i++) {
            ((int8_t *)column->values)[start + i] = (int8_t)values[i];
        }
    } else {
        int64_t wide[STATUSRULES_BLOCK_ROWS];
        for (int32_t i = 0; i < n; i++) {
            wide[i] = values[i];
        }
        statusrules_write_rows(column, wide, start, n);
    }
}
