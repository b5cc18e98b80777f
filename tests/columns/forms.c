/*
 * Columns at the edges of their forms: validity that begins at every bit and far away, categories without codes, ticks
 * from the shortest to the longest day and before the epoch, null values that are days. Every column stands alone in
 * memory of its exact size, so that a sanitizer sees a byte read too far.
 */
#include "chance.h"
#include "tap.h"

#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ROWS = 1100 };

static int64_t cases;
static int64_t failures;

static void expect(bool holds, const char *what, int64_t at) {
    cases++;
    if (!holds) {
        failures++;
        if (failures < 20) {
            printf("# %s: %lld\n", what, (long long)at);
        }
    }
}

/* ---- One column of last days, and what each row must get ---- */

/* The term is a permit that the statement names. */
static statusrules_column permit(void) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;
    column.field = STATUSRULES_FACT_TERM;
    column.type = STATUSRULES_TYPE_INT8;
    column.is_one_value = 1;
    column.one_value = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    return column;
}

static statusrules_column last_days(int32_t type, void *values) {
    statusrules_column column = STATUSRULES_COLUMN_EMPTY;
    column.field = STATUSRULES_FACT_LAST_DAY;
    column.type = type;
    column.values = values;
    return column;
}

/* No value of the fact: what a row that is wrong is asked as. */
static const int32_t wrong = STATUSRULES_NONE - 1;

/* A copy on the heap, of the exact size. */
static void *copied(const void *memory, size_t bytes) {
    void *copy = malloc(bytes ? bytes : 1);
    if (!copy) {
        exit(3);
    }
    memcpy(copy, memory, bytes);
    return copy;
}

/*
 * Answers the column by windows (outcome and day; outcome, day and error) and row by row (the bits of missing facts as well), and
 * compares each row with the answer to the value that is meant.
 */
static void compare(const statusrules_column *column, int32_t n_in, const statusrules_column *other,
                    const int32_t *meant, int64_t rows, const char *what) {
    for (int32_t n_out = 2; n_out <= 4; n_out++) {
        const size_t size = (size_t)rows;
        int8_t *outcomes = copied(meant, size);
        int32_t *days = copied(meant, size * sizeof *days);
        int8_t *errors = copied(meant, size);
        int64_t *missing = malloc(size * sizeof *missing + 1);
        statusrules_column in[2] = {*column, *other};
        statusrules_column out[4] = {STATUSRULES_COLUMN_EMPTY, STATUSRULES_COLUMN_EMPTY, STATUSRULES_COLUMN_EMPTY,
                                     STATUSRULES_COLUMN_EMPTY};
        void *const values[4] = {outcomes, days, errors, missing};
        static const int32_t fields[4] = {STATUSRULES_RESULT_OUTCOME, STATUSRULES_RESULT_DAY,
                                          STATUSRULES_RESULT_ERROR, STATUSRULES_RESULT_MISSING};
        static const int32_t types[4] = {STATUSRULES_TYPE_INT8, STATUSRULES_TYPE_INT32, STATUSRULES_TYPE_INT8,
                                         STATUSRULES_TYPE_INT64};
        int64_t bad = -1;
        int64_t expected_bad = 0;
        if (!missing) {
            exit(3);
        }
        for (int32_t i = 0; i < n_out; i++) {
            out[i].field = fields[i];
            out[i].type = types[i];
            out[i].values = values[i];
        }
        const int32_t code = statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                                 in, n_in, out, n_out, rows, NULL, NULL);
        expect(code == STATUSRULES_OK, what, code);
        for (int64_t row = 0; row < rows && code == STATUSRULES_OK; row++) {
            statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
            statusrules_answer answer;
            const bool is_term = column->field == STATUSRULES_FACT_TERM;
            facts.term = is_term ? meant[row] : STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
            facts.last_day = is_term ? (int32_t)other->one_value : meant[row];
            const int32_t error = statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, NULL);
            const bool good = error == STATUSRULES_OK;
            expected_bad += !good;
            expect(outcomes[row] == (good ? answer.outcome : 0)
                       && days[row] == (good ? answer.day : STATUSRULES_NOT_A_DAY)
                       && (n_out < 3 || errors[row] == error)
                       && (n_out < 4 || missing[row] == (good ? answer.missing : 0)),
                   what, row);
        }
        expect(bad == expected_bad, "the number of bad rows", bad);
        free(outcomes);
        free(days);
        free(errors);
        free(missing);
    }
}

static void compare_days(const statusrules_column *column, const int32_t *meant, int64_t rows, const char *what) {
    const statusrules_column term = permit();
    compare(column, 2, &term, meant, rows, what);
}

/* ---- Validity ---- */

static int32_t day_of_row(int64_t row) {
    return STATUSRULES_DAY(2021, 6, 1) + (int32_t)(row * 37 % 400);
}

static bool known_in_row(int64_t row) {
    return row * row % 7 < 4;
}

/* Bits or bytes as the form says, with `offset` of the other kind before them. */
static void with_validity(int32_t form, int64_t offset, int64_t rows) {
    const size_t bytes = (size_t)(form == STATUSRULES_VALID_BITS ? (offset + rows + 7) / 8 : offset + rows);
    const bool bits = form == STATUSRULES_VALID_BITS;
    uint8_t *valid = calloc(bytes ? bytes : 1, 1);
    int32_t *values = malloc((size_t)rows * sizeof *values + 1);
    int32_t meant[MAX_ROWS];
    if (!valid || !values) {
        exit(3);
    }
    for (int64_t place = 0; place < offset + rows; place++) {
        const bool set = place < offset
                             ? !known_in_row(offset - place)
                             : known_in_row(place - offset) == (form != STATUSRULES_VALID_BYTES_MISSING);
        if (set) {
            valid[bits ? place / 8 : place] |= bits ? (uint8_t)(1 << place % 8) : 0x80;
        }
    }
    for (int64_t row = 0; row < rows; row++) {
        /* What stands where nothing is known means nothing. */
        values[row] = known_in_row(row) ? day_of_row(row) : INT32_MAX - 1;
        meant[row] = known_in_row(row) ? values[row] : STATUSRULES_UNKNOWN;
    }
    statusrules_column column = last_days(STATUSRULES_TYPE_INT32, values);
    column.valid_form = form;
    column.valid = valid;
    column.valid_offset = offset;
    compare_days(&column, meant, rows, "validity at an offset");
    free(valid);
    free(values);
}

static void validity(void) {
    static const int64_t rows[] = {1, 7, 8, 9, 63, 64, 65, 129, 1025};
    static const int64_t far_offsets[] = {1023, 4096, 1000003, 8000000 + 5};
    for (int32_t form = STATUSRULES_VALID_BITS; form <= STATUSRULES_VALID_BYTES_MISSING; form++) {
        for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
            for (int64_t offset = 0; offset < 64; offset++) {
                with_validity(form, offset, rows[r]);
            }
        }
        for (size_t o = 0; o < sizeof far_offsets / sizeof far_offsets[0]; o++) {
            with_validity(form, far_offsets[o], 129);
        }
    }
}

/* ---- Timestamps ---- */

static int32_t day_of_ticks(int64_t ticks, int64_t ticks_per_day) {
    /* Rounded towards the epoch, which is a day too late for what is before it and inside of a day. */
    int64_t day = ticks / ticks_per_day;
    if (day * ticks_per_day > ticks) {
        day--;
    }
    return day < STATUSRULES_FIRST_DAY || day > STATUSRULES_LAST_DAY ? wrong : (int32_t)day;
}

static void timestamps(void) {
    static const int64_t per_day[] = {
        1, 2, 24, 86399, 86400, 86400000, 86400000000, 86400000000000, INT64_MAX, INT64_MAX / 2};
    static const int64_t days[] = {-2000000000,
                                   STATUSRULES_FIRST_DAY - 1,
                                   STATUSRULES_FIRST_DAY,
                                   -2,
                                   -1,
                                   0,
                                   1,
                                   STATUSRULES_DAY(2021, 12, 30),
                                   STATUSRULES_DAY(2021, 12, 31),
                                   STATUSRULES_DAY(2022, 1, 1),
                                   STATUSRULES_LAST_DAY,
                                   STATUSRULES_LAST_DAY + 1};
    for (size_t t = 0; t < sizeof per_day / sizeof per_day[0]; t++) {
        int64_t ticks[MAX_ROWS];
        int32_t meant[MAX_ROWS];
        int64_t rows = 0;
        for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
            for (int64_t off = -1; off <= 1; off++) {
                int64_t start;
                if (!__builtin_mul_overflow(days[d], per_day[t], &start)
                    && !__builtin_add_overflow(start, off, &ticks[rows])) {
                    rows++;
                }
            }
        }
        ticks[rows++] = INT64_MIN;
        ticks[rows++] = INT64_MIN + 1;
        ticks[rows++] = INT64_MAX;
        ticks[rows++] = INT64_MAX - 1;
        /* The special values of days are not special as timestamps. */
        ticks[rows++] = STATUSRULES_UNKNOWN;
        ticks[rows++] = STATUSRULES_NONE;
        for (int64_t row = 0; row < rows; row++) {
            meant[row] = day_of_ticks(ticks[row], per_day[t]);
        }
        int64_t *values = copied(ticks, (size_t)rows * sizeof *ticks);
        statusrules_column column = last_days(STATUSRULES_TYPE_INT64, values);
        column.ticks_per_day = per_day[t];
        compare_days(&column, meant, rows, "timestamps");
        free(values);
    }
}

/* Counted by hand. */
static void moments(void) {
    static const struct {
        int64_t seconds;
        int32_t day;
    } known[] = {{-1, -1},     /* 1969-12-31T23:59:59 */
                 {-86400, -1}, /* 1969-12-31T00:00:00 */
                 {-86401, -2}, /* 1969-12-30T23:59:59 */
                 {0, 0},
                 {86399, 0},
                 {86400, 1},
                 {1640995199, STATUSRULES_DAY(2021, 12, 31)},
                 {1640995200, STATUSRULES_DAY(2022, 1, 1)}};
    enum { N = sizeof known / sizeof known[0] };
    int64_t values[N];
    int32_t meant[N];
    for (int32_t row = 0; row < N; row++) {
        values[row] = known[row].seconds;
        meant[row] = known[row].day;
    }
    statusrules_column column = last_days(STATUSRULES_TYPE_INT64, values);
    column.ticks_per_day = 86400;
    compare_days(&column, meant, N, "moments counted by hand");
}

/* Days in every width without ticks: what is no int32 is wrong, and does not become another day. */
static void wide_days(void) {
    static const int64_t given[] = {INT64_MIN,
                                    INT64_MIN + 1,
                                    INT64_MAX,
                                    (int64_t)1 << 32,
                                    ((int64_t)1 << 32) + STATUSRULES_DAY(2022, 1, 1),
                                    -((int64_t)1 << 32) + STATUSRULES_DAY(2022, 1, 1),
                                    (int64_t)INT32_MAX + 1,
                                    (int64_t)INT32_MIN - 1,
                                    STATUSRULES_DAY(2022, 1, 1)};
    enum { N = sizeof given / sizeof given[0] };
    int64_t *values = copied(given, sizeof given);
    int32_t meant[N];
    for (int32_t row = 0; row < N; row++) {
        meant[row] = row == N - 1 ? STATUSRULES_DAY(2022, 1, 1) : wrong;
    }
    statusrules_column column = last_days(STATUSRULES_TYPE_INT64, values);
    compare_days(&column, meant, N, "days too large for an int32");
    /* One value for all rows is as wide. */
    for (int32_t row = 0; row < N; row++) {
        int32_t same[3] = {meant[row], meant[row], meant[row]};
        column.is_one_value = 1;
        column.one_value = given[row];
        column.values = NULL;
        compare_days(&column, same, 3, "one value too large for an int32");
    }
    free(values);
}

/* ---- Null and no-end values ---- */

static void special_values(void) {
    int32_t given[] = {
        STATUSRULES_DAY(2022, 1, 1),  STATUSRULES_DAY(2022, 1, 2), 0, STATUSRULES_UNKNOWN, STATUSRULES_NONE,
        STATUSRULES_DAY(2021, 12, 31)};
    enum { N = sizeof given / sizeof given[0] };
    /* A null value that is a day takes the day from the column; the same for none; both the same: missing goes first. */
    for (int32_t null_at = -1; null_at < N; null_at++) {
        for (int32_t none_at = -1; none_at < N; none_at++) {
            int32_t meant[N];
            statusrules_column column = last_days(STATUSRULES_TYPE_INT32, given);
            column.has_null_value = null_at >= 0;
            column.null_value = null_at >= 0 ? given[null_at] : 0;
            column.has_no_end_value = none_at >= 0;
            column.no_end_value = none_at >= 0 ? given[none_at] : 0;
            for (int32_t row = 0; row < N; row++) {
                meant[row] = row == null_at ? STATUSRULES_UNKNOWN : row == none_at ? STATUSRULES_NONE : given[row];
            }
            compare_days(&column, meant, N, "null and no-end values that are days");
        }
    }
    /* A null value that the type cannot hold is in no row. */
    statusrules_column column = last_days(STATUSRULES_TYPE_INT32, given);
    column.has_null_value = 1;
    column.null_value = ((int64_t)1 << 32) + given[0];
    compare_days(&column, given, N, "a null value beyond the type");
}

/* ---- Categories ---- */

static void categories(void) {
    static const int32_t codes[] = {STATUSRULES_TERM_VISA, STATUSRULES_TERM_REFUGEE_CERTIFICATE,
                                    STATUSRULES_UNKNOWN, STATUSRULES_NONE, -5};
    static const int64_t given[] = {INT8_MIN, -1, 0, 1, 2, 3, 4, 5, INT8_MAX};
    enum { N = sizeof given / sizeof given[0] };
    for (int64_t n_codes = 0; n_codes <= 5; n_codes++) {
        for (int32_t type = STATUSRULES_TYPE_INT8; type <= STATUSRULES_TYPE_INT64; type++) {
            int32_t *book = copied(codes, (size_t)n_codes * sizeof *codes);
            int64_t wide[N];
            int32_t meant[N];
            for (int32_t row = 0; row < N; row++) {
                const int64_t v = type == STATUSRULES_TYPE_INT64 && (row == 0 || row == N - 1)
                                      ? (row ? INT64_MAX : INT64_MIN)
                                      : given[row];
                char *place = (char *)wide + ((int64_t)row << (type - 1));
                memcpy(place, &v, (size_t)1 << (type - 1));
                meant[row] = v >= 0 && v < n_codes ? codes[v] : wrong;
            }
            statusrules_column last_day = last_days(STATUSRULES_TYPE_INT32, NULL);
            statusrules_column term = STATUSRULES_COLUMN_EMPTY;
            last_day.is_one_value = 1;
            last_day.one_value = STATUSRULES_DAY(2022, 1, 1);
            term.field = STATUSRULES_FACT_TERM;
            term.type = type;
            term.values = wide;
            term.codes = book;
            term.n_codes = n_codes;
            compare(&term, 2, &last_day, meant, N, "categories");
            /* A count that is negative leaves no code. */
            term.n_codes = -1;
            for (int32_t row = 0; row < N; row++) {
                meant[row] = wrong;
            }
            compare(&term, 2, &last_day, meant, N, "a negative number of codes");
            free(book);
        }
    }
}

/* ---- Results ---- */

/* Days as timestamps of every length; a row whose day no int64 holds so finely is bad, and gets no other day. */
static void days_out(void) {
    static const int64_t per_day[] = {0, 1, 86400, 86400000000000, INT64_MAX / STATUSRULES_LAST_DAY, INT64_MAX};
    int32_t given[] = {STATUSRULES_DAY(2021, 1, 1),
                       STATUSRULES_DAY(2021, 12, 31),
                       STATUSRULES_DAY(2022, 1, 1),
                       STATUSRULES_DAY(2262, 4, 11) - 199,
                       STATUSRULES_DAY(2262, 4, 12) - 199,
                       STATUSRULES_LAST_DAY - 199,
                       STATUSRULES_LAST_DAY};
    enum { N = sizeof given / sizeof given[0] };
    for (size_t t = 0; t < sizeof per_day / sizeof per_day[0]; t++) {
        int64_t days[N];
        int64_t bad = -1;
        int64_t expected_bad = 0;
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        statusrules_column in[2] = {permit(), last_days(STATUSRULES_TYPE_INT32, given)};
        statusrules_column out = STATUSRULES_COLUMN_EMPTY;
        options.reading = STATUSRULES_READING_LITERAL;
        out.field = STATUSRULES_RESULT_DAY;
        out.type = STATUSRULES_TYPE_INT64;
        out.values = days;
        out.ticks_per_day = per_day[t];
        out.has_null_value = 1;
        out.null_value = INT64_MIN;
        const int32_t code = statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                                 in, 2, &out, 1, N, &options, NULL);
        expect(code == STATUSRULES_OK, "days as timestamps are refused", (int64_t)t);
        for (int32_t row = 0; row < N && code == STATUSRULES_OK; row++) {
            statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
            statusrules_answer answer;
            int64_t expected = INT64_MIN;
            facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
            facts.last_day = given[row];
            if (statusrules_extension(&answer, statusrules_law_statement(), &facts, &options, NULL)
                != STATUSRULES_OK) {
                expected_bad++;
            } else if (answer.day != STATUSRULES_NOT_A_DAY
                       && __builtin_mul_overflow(answer.day, per_day[t] ? per_day[t] : 1, &expected)) {
                expected = INT64_MIN;
                expected_bad++;
            }
            expect(days[row] == expected, "a day as a timestamp", row);
        }
        expect(bad == expected_bad, "the number of bad rows, with days as timestamps", bad);
    }
}

/* ---- Whole registers ---- */

enum { REGISTER_ROWS = 1500 };

/* Days of a register in one form, in memory of the exact size; and what each means. */
struct days {
    statusrules_column column;
    void *memory;
    uint8_t *valid;
    int32_t meant[REGISTER_ROWS];
};

static uint64_t chance = 20221203;

static int64_t ticks_of(int32_t day, const statusrules_column *column) {
    const int64_t ticks = column->ticks_per_day ? column->ticks_per_day : 1;
    return day * ticks
           + (int64_t)chance_below(&chance, (uint32_t)(ticks < 86400 ? ticks : 86400))
                 * (ticks < 86400 ? 1 : ticks / 86400);
}

static size_t validity_size(const statusrules_column *column) {
    const int64_t places = column->valid_offset + REGISTER_ROWS;
    return (size_t)(column->valid_form == STATUSRULES_VALID_BITS ? (places + 7) / 8 : places);
}

/* Days before and after the epoch, among them one in so many that is missing, none, or wrong. */
static void fill_days(struct days *d, uint32_t one_special_in) {
    const int32_t is_wide = d->column.type == STATUSRULES_TYPE_INT64;
    const int64_t offset = d->column.valid_offset;
    memset(d->valid, d->column.valid_form == STATUSRULES_VALID_BYTES_MISSING ? 0 : 0xff,
           validity_size(&d->column));
    for (int32_t row = 0; row < REGISTER_ROWS; row++) {
        const uint32_t special = chance_below(&chance, one_special_in) ? 9 : chance_below(&chance, 4);
        const int32_t day = chance_below(&chance, 8)
                                ? STATUSRULES_DAY(2020, 1, 1) + (int32_t)chance_below(&chance, 1200)
                                : -(int32_t)chance_below(&chance, 30000);
        int64_t value = ticks_of(day, &d->column);
        d->meant[row] = day;
        if (special == 0 && d->column.has_null_value) {
            value = d->column.null_value;
            d->meant[row] = STATUSRULES_UNKNOWN;
        } else if (special == 1 && d->column.has_no_end_value) {
            value = d->column.no_end_value;
            d->meant[row] = STATUSRULES_NONE;
        } else if (special == 2 && is_wide) {
            value = INT64_MAX - 1;
            d->meant[row] =
                d->column.ticks_per_day > 86400000000 ? (int32_t)(value / d->column.ticks_per_day) : wrong;
        } else if (special == 3 && d->column.valid_form) {
            const int64_t at = offset + row;
            if (d->column.valid_form == STATUSRULES_VALID_BITS) {
                d->valid[at / 8] = (uint8_t)(d->valid[at / 8] & ~(1U << at % 8));
            } else {
                d->valid[at] = d->column.valid_form == STATUSRULES_VALID_BYTES_MISSING;
            }
            d->meant[row] = STATUSRULES_UNKNOWN;
        }
        if (is_wide) {
            ((int64_t *)d->memory)[row] = value;
        } else {
            ((int32_t *)d->memory)[row] = (int32_t)value;
        }
    }
}

static int64_t day_written(const statusrules_column *column, int64_t row) {
    return column->type == STATUSRULES_TYPE_INT64 ? ((const int64_t *)column->values)[row]
                                                  : ((const int32_t *)column->values)[row];
}

/* What a column of results has for a day, if it can. */
static bool form_day(int64_t *formed, const statusrules_column *column, int32_t day) {
    *formed = day == STATUSRULES_NOT_A_DAY && column->has_null_value ? column->null_value
              : day == STATUSRULES_NONE && column->has_no_end_value  ? column->no_end_value
                                                                     : day;
    return day == STATUSRULES_NOT_A_DAY || day == STATUSRULES_NONE || !column->ticks_per_day
           || !__builtin_mul_overflow(day, column->ticks_per_day, formed);
}

/* Outcome and day of a register with its terms in bytes, each row compared with what it has alone. */
static void compare_register(const statusrules_law *law, struct days *d, bool in_place) {
    static int8_t terms[REGISTER_ROWS];
    static int8_t outcomes[REGISTER_ROWS];
    static int64_t room[REGISTER_ROWS];
    statusrules_column in[2] = {permit(), d->column};
    statusrules_column out[2] = {STATUSRULES_COLUMN_EMPTY, d->column};
    int64_t bad = -1;
    int64_t expected_bad = 0;
    for (int32_t row = 0; row < REGISTER_ROWS; row++) {
        terms[row] = (int8_t)(1 + chance_below(&chance, 16));
    }
    in[0].is_one_value = 0;
    in[0].values = terms;
    out[0].field = STATUSRULES_RESULT_OUTCOME;
    out[0].type = STATUSRULES_TYPE_INT8;
    out[0].values = outcomes;
    out[1].field = STATUSRULES_RESULT_DAY;
    out[1].values = in_place ? d->column.values : room;
    out[1].valid_form = STATUSRULES_VALID_ALL;
    const int32_t code =
        statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, 2, out, 2, REGISTER_ROWS, NULL, NULL);
    expect(code == STATUSRULES_OK, "a register is refused", code);
    for (int32_t row = 0; row < REGISTER_ROWS && code == STATUSRULES_OK; row++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        int64_t day = 0;
        facts.term = terms[row];
        facts.last_day = d->meant[row];
        bool good = statusrules_extension(&answer, law, &facts, NULL, NULL) == STATUSRULES_OK;
        good = good && form_day(&day, &out[1], answer.day);
        if (!good) {
            expected_bad++;
            (void)form_day(&day, &out[1], STATUSRULES_NOT_A_DAY);
        }
        expect(outcomes[row] == (good ? answer.outcome : 0) && day_written(&out[1], row) == day,
               "a row of a register", row);
    }
    expect(bad == expected_bad, "the number of bad rows of a register", bad);
}

/* Last days as numbers of categories, in bytes over which the outcomes are written; some are missing. */
static void outcomes_over_last_days(void) {
    static const int32_t days_of[3] = {STATUSRULES_DAY(2021, 12, 31), STATUSRULES_DAY(2022, 2, 1),
                                       STATUSRULES_DAY(2020, 1, 1)};
    static int8_t terms[REGISTER_ROWS];
    static int8_t last_days_or_outcomes[REGISTER_ROWS];
    static int8_t given[REGISTER_ROWS];
    static int32_t days[REGISTER_ROWS];
    statusrules_column in[2] = {permit(), last_days(STATUSRULES_TYPE_INT8, last_days_or_outcomes)};
    statusrules_column out[2] = {STATUSRULES_COLUMN_EMPTY, STATUSRULES_COLUMN_EMPTY};
    int64_t bad = -1;
    for (int32_t row = 0; row < REGISTER_ROWS; row++) {
        terms[row] = (int8_t)(1 + chance_below(&chance, 16));
        given[row] = (int8_t)(chance_below(&chance, 50) ? chance_below(&chance, 3) : 3);
        last_days_or_outcomes[row] = given[row];
    }
    in[0].is_one_value = 0;
    in[0].values = terms;
    in[1].codes = days_of;
    in[1].n_codes = 3;
    in[1].has_null_value = 1;
    in[1].null_value = 3;
    out[0].field = STATUSRULES_RESULT_OUTCOME;
    out[0].type = STATUSRULES_TYPE_INT8;
    out[0].values = last_days_or_outcomes;
    out[1].field = STATUSRULES_RESULT_DAY;
    out[1].type = STATUSRULES_TYPE_INT32;
    out[1].values = days;
    const int32_t code = statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, in,
                                             2, out, 2, REGISTER_ROWS, NULL, NULL);
    expect(code == STATUSRULES_OK && bad == 0, "outcomes over last days are refused", code);
    for (int32_t row = 0; row < REGISTER_ROWS && code == STATUSRULES_OK; row++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        facts.term = terms[row];
        facts.last_day = given[row] == 3 ? STATUSRULES_UNKNOWN : days_of[given[row]];
        expect(statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, NULL) == STATUSRULES_OK
                   && last_days_or_outcomes[row] == answer.outcome && days[row] == answer.day,
               "a row whose outcome is written over its last day", row);
    }
}

/* Every form of day, with few and with many rows that are not plain, under every law, in place and beside. */
static void registers(void) {
    static const struct {
        int32_t type;
        int64_t ticks_per_day;
    } kinds[] = {{STATUSRULES_TYPE_INT32, 0},           {STATUSRULES_TYPE_INT64, 0},
                 {STATUSRULES_TYPE_INT64, 1},           {STATUSRULES_TYPE_INT64, 1440},
                 {STATUSRULES_TYPE_INT64, 86400},       {STATUSRULES_TYPE_INT64, 86400000},
                 {STATUSRULES_TYPE_INT64, 86400000000}, {STATUSRULES_TYPE_INT64, 86400000000000}};
    static const int64_t offsets[] = {0, 1, 5, 8, 63};
    for (int32_t number = 0; number < statusrules_law_count(); number++) {
        for (size_t kind = 0; kind < sizeof kinds / sizeof kinds[0]; kind++) {
            /* A large law takes long over a missing last day. */
            for (int32_t shape = 0; shape < 64; shape += number ? 8 : 1) {
                struct days d;
                const int32_t is_wide = kinds[kind].type == STATUSRULES_TYPE_INT64;
                d.memory = malloc((size_t)REGISTER_ROWS << (is_wide ? 3 : 2));
                d.column = last_days(kinds[kind].type, d.memory);
                d.column.ticks_per_day = kinds[kind].ticks_per_day;
                d.column.valid_form = shape & 3;
                d.column.has_null_value = shape >> 2 & 1;
                d.column.null_value = is_wide ? INT64_MIN : INT32_MIN;
                d.column.has_no_end_value = shape >> 3 & 1;
                d.column.no_end_value = is_wide ? INT64_MAX : INT32_MAX - 5;
                d.column.valid_offset = offsets[chance_below(&chance, sizeof offsets / sizeof offsets[0])];
                d.valid = malloc(validity_size(&d.column));
                if (!d.memory || !d.valid) {
                    exit(3);
                }
                d.column.valid = d.valid;
                fill_days(&d, shape >> 4 & 1 ? 20 : 2000);
                compare_register(statusrules_law_at(number), &d, shape >> 5 & 1);
                free(d.memory);
                free(d.valid);
            }
        }
    }
}

/* A null or no-end value that the result's type does not hold would be written as another day. */
static void null_values_out(void) {
    static const int64_t beyond[] = {INT64_MIN, INT64_MAX, (int64_t)INT32_MAX + 1, (int64_t)INT32_MIN - 1};
    static const int32_t fields[] = {STATUSRULES_RESULT_DAY, STATUSRULES_RESULT_EARLIEST,
                                     STATUSRULES_RESULT_LATEST};
    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) {
        for (size_t v = 0; v < sizeof beyond / sizeof beyond[0]; v++) {
            for (int32_t is_end = 0; is_end < 2; is_end++) {
                int32_t given[1] = {STATUSRULES_DAY(2021, 1, 1)};
                int32_t days[1] = {7};
                int64_t bad = 17;
                statusrules_error error = {0};
                statusrules_column in[2] = {permit(), last_days(STATUSRULES_TYPE_INT32, given)};
                statusrules_column out = STATUSRULES_COLUMN_EMPTY;
                out.field = fields[f];
                out.type = STATUSRULES_TYPE_INT32;
                out.values = days;
                out.has_null_value = !is_end;
                out.null_value = beyond[v];
                out.has_no_end_value = is_end;
                out.no_end_value = beyond[v];
                expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, in,
                                           2, &out, 1, 1, NULL, &error)
                               == STATUSRULES_ERROR_VALUE
                           && error.fact == fields[f] && bad == 17 && days[0] == 7,
                       "a null or no-end value that its result does not hold is taken", (int64_t)v);
            }
        }
    }
}

/* One value stands for all rows, whatever else the column says of its rows. */
static void one_value_with_validity(void) {
    static const uint8_t unknown_after_the_first[] = {1, 0, 0, 0};
    for (int32_t form = STATUSRULES_VALID_BITS; form <= STATUSRULES_VALID_BYTES_MISSING; form++) {
        for (int32_t read = 0; read < 2; read++) {
            int32_t meant[4];
            statusrules_column column = last_days(STATUSRULES_TYPE_INT32, NULL);
            column.is_one_value = 1;
            column.one_value = STATUSRULES_DAY(2022, 1, 1);
            column.valid_form = form;
            column.valid = read ? unknown_after_the_first : NULL;
            for (int32_t row = 0; row < 4; row++) {
                meant[row] = STATUSRULES_DAY(2022, 1, 1);
            }
            compare_days(&column, meant, 4, "one value with validity");
        }
    }
}

/* Validity that would lie before its memory, or beyond all memory. */
static void places_of_validity(void) {
    static const int64_t offsets[] = {-1, INT64_MIN, INT64_MAX, INT64_MAX - 3};
    for (size_t o = 0; o < sizeof offsets / sizeof offsets[0]; o++) {
        for (int32_t form = STATUSRULES_VALID_BITS; form <= STATUSRULES_VALID_BYTES_MISSING; form++) {
            static const uint8_t valid[8] = {255, 255, 255, 255, 255, 255, 255, 255};
            int32_t given[4] = {0};
            int8_t outcomes[4];
            int64_t bad = 17;
            statusrules_error error = {0};
            statusrules_column in = last_days(STATUSRULES_TYPE_INT32, given);
            statusrules_column out = STATUSRULES_COLUMN_EMPTY;
            in.valid_form = form;
            in.valid = valid;
            in.valid_offset = offsets[o];
            out.field = STATUSRULES_RESULT_OUTCOME;
            out.type = STATUSRULES_TYPE_INT8;
            out.values = outcomes;
            expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, &in, 1,
                                       &out, 1, 4, NULL, &error)
                           == STATUSRULES_ERROR_RANGE
                       && error.fact == STATUSRULES_FACT_LAST_DAY && bad == 17,
                   "an impossible place of validity is taken", (int64_t)o);
        }
    }
}

/* No facts, no results, no rows: each is possible. */
static void nothing_at_all(void) {
    int32_t given[3] = {STATUSRULES_DAY(2022, 1, 1), wrong, STATUSRULES_UNKNOWN};
    int8_t outcomes[3] = {0};
    statusrules_column in[2] = {permit(), last_days(STATUSRULES_TYPE_INT32, given)};
    statusrules_column out = STATUSRULES_COLUMN_EMPTY;
    int64_t bad = -1;
    out.field = STATUSRULES_RESULT_OUTCOME;
    out.type = STATUSRULES_TYPE_INT8;
    out.values = outcomes;
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, in, 2, NULL, 0,
                               3, NULL, NULL)
                   == STATUSRULES_OK
               && bad == 1,
           "no results: bad rows are counted all the same", bad);
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, NULL, 0, &out, 1,
                               3, NULL, NULL)
                   == STATUSRULES_OK
               && bad == 0 && outcomes[0] == STATUSRULES_OUTCOME_UNDETERMINED && outcomes[2] == outcomes[0],
           "no facts: everything is unknown", outcomes[0]);
    expect(statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, NULL, 0, NULL, 0,
                               0, NULL, NULL)
                   == STATUSRULES_OK
               && bad == 0,
           "nothing at all", bad);
}

static void run(struct tap *tap, void (*check)(void), const char *sentence) {
    cases = 0;
    failures = 0;
    check();
    tap_report(tap, sentence, cases, failures);
}

int main(void) {
    struct tap tap = {0, 0};
    run(&tap, validity, "validity may begin at every bit and far away");
    run(&tap, timestamps, "a timestamp is the day that it is in, however long a day is, or no day");
    run(&tap, moments, "the second before the epoch is the day before it");
    run(&tap, wide_days, "a day too large for an int32 is wrong and no other day");
    run(&tap, special_values, "the values that mean missing and none may be days");
    run(&tap, categories, "a category without a code is wrong, and there may be none with one");
    run(&tap, nothing_at_all, "there may be no facts, no results and no rows");
    run(&tap, null_values_out, "a null value that a result does not hold is refused");
    run(&tap, places_of_validity, "validity before its memory or beyond all memory is refused");
    run(&tap, days_out, "days are written as timestamps; one that no int64 holds is an error of its row");
    run(&tap, outcomes_over_last_days, "outcomes are written over last days in bytes");
    run(&tap, registers, "days of every form are read and written in registers of bytes, in place and beside");
    run(&tap, one_value_with_validity, "one value stands for all rows, and no validity is read");
    return tap_done(&tap);
}
