#include "engine/rows.h"

#include "engine/lanes.h"

/* No fact has it: it is beyond the last day and all names, and neither none nor unknown. */
enum { NO_VALUE = STATUSRULES_NONE - 1 };

int32_t statusrules_type_width(int32_t type) {
    return type == STATUSRULES_TYPE_RECEIPT                                  ? STATUSRULES_RECEIPT_BYTES
           : type >= STATUSRULES_TYPE_INT8 && type <= STATUSRULES_TYPE_INT64 ? 1 << (type - 1)
                                                                             : 0;
}

/* ---- Reading: what stands in a column, what that means, and what is known of it ---- */

#define EACH_ROW_AS(TYPE, place)                                                                                  \
    for (int32_t i = 0; i < n; i++) {                                                                             \
        (place)[i] = ((const TYPE *)column->values)[start + i];                                                   \
    }                                                                                                             \
    break

/* The values of a column, in its own memory or in the room. */
static const int64_t *wide_values(int64_t room[STATUSRULES_BLOCK_ROWS], const statusrules_column *column,
                                  int64_t start, int32_t n) {
    switch (column->type) {
    case STATUSRULES_TYPE_INT8:
        EACH_ROW_AS(int8_t, room);
    case STATUSRULES_TYPE_INT16:
        EACH_ROW_AS(int16_t, room);
    case STATUSRULES_TYPE_INT32:
        EACH_ROW_AS(int32_t, room);
    default:
        return (const int64_t *)column->values + start;
    }
    return room;
}

STATUSRULES_EACH_MACHINE
static void read_numbers(int32_t *restrict out, const int64_t *restrict values, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        out[i] = values[i] == (int32_t)values[i] ? (int32_t)values[i] : NO_VALUE;
    }
}

static void read_codes(int32_t *restrict out, const int64_t *restrict values, int32_t n, const int32_t *codes,
                       int64_t n_codes) {
    for (int32_t i = 0; i < n; i++) {
        out[i] = values[i] >= 0 && values[i] < n_codes ? codes[values[i]] : NO_VALUE;
    }
}

/* The days of timestamps: ticks before the epoch belong to the day that they are in. A day far away must not be read as one
 * of the special values. */
static inline __attribute__((always_inline)) void read_days(int32_t *restrict out, const int64_t *restrict values,
                                                            int32_t n, int64_t ticks_per_day) {
    for (int32_t i = 0; i < n; i++) {
        const int64_t before = -(int64_t)(values[i] < 0);
        const int64_t day = ((values[i] ^ before) / ticks_per_day) ^ before;
        out[i] = day < STATUSRULES_FIRST_DAY || day > STATUSRULES_LAST_DAY ? NO_VALUE : (int32_t)day;
    }
}

/* Seconds, and so on down to their billionths, are constants: by these nobody has to divide. */
static void read_timestamps(int32_t *restrict out, const int64_t *restrict values, int32_t n,
                            int64_t ticks_per_day) {
    switch (ticks_per_day) {
    case 86400:
        read_days(out, values, n, 86400);
        break;
    case 86400000:
        read_days(out, values, n, 86400000);
        break;
    case 86400000000:
        read_days(out, values, n, 86400000000);
        break;
    case 86400000000000:
        read_days(out, values, n, 86400000000000);
        break;
    default:
        read_days(out, values, n, ticks_per_day);
        break;
    }
}

STATUSRULES_EACH_MACHINE
static void read_special(int32_t *restrict out, const int64_t *restrict values, int32_t n, int64_t special,
                         int32_t meant) {
    for (int32_t i = 0; i < n; i++) {
        out[i] = values[i] == special ? meant : out[i];
    }
}

static void read_meant(int32_t *restrict out, const int64_t *restrict values, const statusrules_column *column,
                       int32_t n) {
    if (column->codes) {
        read_codes(out, values, n, column->codes, column->n_codes);
    } else if (column->ticks_per_day) {
        read_timestamps(out, values, n, column->ticks_per_day);
    } else {
        read_numbers(out, values, n);
    }
    if (column->has_no_end_value) {
        read_special(out, values, n, column->no_end_value, STATUSRULES_NONE);
    }
    if (column->has_null_value) {
        read_special(out, values, n, column->null_value, STATUSRULES_UNKNOWN);
    }
}

static inline int32_t if_known(uint32_t known, int32_t value) {
    return (int32_t)statusrules_pick(0U - known, (uint32_t)value, (uint32_t)STATUSRULES_UNKNOWN);
}

STATUSRULES_EACH_MACHINE
static void drop_by_bytes(int32_t *restrict out, const uint8_t *restrict valid, int32_t n, uint32_t if_zero) {
    for (int32_t i = 0; i < n; i++) {
        out[i] = if_known((valid[i] != 0) ^ if_zero, out[i]);
    }
}

/* Eight rows take the bits of one byte, or the end of one and the beginning of the next. */
STATUSRULES_EACH_MACHINE
static void drop_by_bits(int32_t *restrict out, const uint8_t *restrict valid, int32_t n, int32_t offset) {
    const int32_t whole = n & ~7;
    for (int32_t first = 0; first < whole; first += 8) {
        const uint8_t *at = valid + first / 8;
        const uint32_t bits = offset ? (at[0] | (uint32_t)at[1] << 8) >> offset : at[0];
        for (int32_t i = 0; i < 8; i++) {
            out[first + i] = if_known(bits >> i & 1, out[first + i]);
        }
    }
    for (int32_t i = whole; i < n; i++) {
        const int32_t at = offset + i;
        out[i] = if_known((uint32_t)valid[at >> 3] >> (at & 7) & 1, out[i]);
    }
}

static void drop_missing(int32_t *restrict out, const statusrules_column *column, int64_t start, int32_t n) {
    const int64_t at = column->valid_offset + start;
    if (column->valid_form == STATUSRULES_VALID_BITS) {
        drop_by_bits(out, column->valid + (at >> 3), n, (int32_t)(at & 7));
    } else if (column->valid_form) {
        drop_by_bytes(out, column->valid + at, n, column->valid_form == STATUSRULES_VALID_BYTES_MISSING);
    }
}

/* Whether every value means itself. */
static int32_t means_itself(const statusrules_column *column) {
    return !column->has_null_value && !column->has_no_end_value && !column->codes && !column->ticks_per_day;
}

void statusrules_read_rows(int32_t *out, const statusrules_column *column, int64_t start, int32_t n) {
    int64_t room[STATUSRULES_BLOCK_ROWS];
    if (column->is_one_value) {
        read_meant(out, &column->one_value, column, 1);
        for (int32_t i = 1; i < n; i++) {
            out[i] = out[0];
        }
        return;
    }
    switch (means_itself(column) ? column->type : STATUSRULES_TYPE_INT64) {
    case STATUSRULES_TYPE_INT8:
        EACH_ROW_AS(int8_t, out);
    case STATUSRULES_TYPE_INT16:
        EACH_ROW_AS(int16_t, out);
    case STATUSRULES_TYPE_INT32:
        EACH_ROW_AS(int32_t, out);
    default:
        read_meant(out, wide_values(room, column, start, n), column, n);
        break;
    }
    drop_missing(out, column, start, n);
}

const int32_t *statusrules_rows_at(int32_t *room, const statusrules_column *column, int64_t start, int32_t n) {
    if (statusrules_is_plain(column, STATUSRULES_TYPE_INT32)) {
        return (const int32_t *)column->values + start;
    }
    statusrules_read_rows(room, column, start, n);
    return room;
}

/* ---- Writing ---- */

/* How a column says a day. */
typedef struct day_form {
    uint64_t ticks_per_day;
    int64_t no_day;
    int64_t no_end;
} day_form;

static inline int64_t formed(int32_t day, const day_form *form, uint64_t ticks_per_day) {
    const int64_t ticks = (int64_t)((uint64_t)day * ticks_per_day);
    const int64_t ends = day == STATUSRULES_NONE ? form->no_end : ticks;
    return day == STATUSRULES_NOT_A_DAY ? form->no_day : ends;
}

#define WRITE_DAYS(TYPE, ticks_per_day)                                                                           \
    for (int32_t i = 0; i < n; i++) {                                                                             \
        out[i] = (TYPE)formed(days[i], &local, ticks_per_day);                                                    \
    }

STATUSRULES_EACH_MACHINE
static void write_days(int64_t *restrict out, const int32_t *restrict days, int32_t n, const day_form *form) {
    const day_form local = *form;
    if (local.ticks_per_day == 1) {
        WRITE_DAYS(int64_t, 1);
    } else {
        WRITE_DAYS(int64_t, local.ticks_per_day);
    }
}

STATUSRULES_EACH_MACHINE
static void write_narrow_days(int32_t *restrict out, const int32_t *restrict days, int32_t n,
                              const day_form *form) {
    const day_form local = *form;
    WRITE_DAYS(int32_t, 1);
}

static int32_t is_day(const statusrules_column *column) {
    return column->field == STATUSRULES_RESULT_DAY || column->field == STATUSRULES_RESULT_EARLIEST
           || column->field == STATUSRULES_RESULT_LATEST || column->field == STATUSRULES_RESULT_SAME_FROM
           || column->field == STATUSRULES_RESULT_SAME_UNTIL;
}

#define WRITE_AS(TYPE)                                                                                            \
    for (int32_t i = 0; i < n; i++) {                                                                             \
        ((TYPE *)column->values)[start + i] = (TYPE)values[i];                                                    \
    }                                                                                                             \
    break

void statusrules_write_numbers(const statusrules_column *column, const int32_t *values, int64_t start, int32_t n) {
    if (is_day(column) && !means_itself(column)) {
        const day_form form = {column->ticks_per_day ? (uint64_t)column->ticks_per_day : 1,
                               column->has_null_value ? column->null_value : STATUSRULES_NOT_A_DAY,
                               column->has_no_end_value ? column->no_end_value : STATUSRULES_NONE};
        if (column->type == STATUSRULES_TYPE_INT64) {
            write_days((int64_t *)column->values + start, values, n, &form);
        } else {
            write_narrow_days((int32_t *)column->values + start, values, n, &form);
        }
        return;
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

void statusrules_write_facts(const statusrules_column *column, const int64_t *facts, int64_t start, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        ((int64_t *)column->values)[start + i] = facts[i];
    }
}
