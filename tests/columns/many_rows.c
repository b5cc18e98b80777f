/*
 * More rows than an int32 can count, in little memory: a column is one small file of the memory, mapped again and
 * again over a long range of addresses. Rows that share memory hold and write the same. The rows where the count
 * leaves int32, and the last ones, have memory of their own.
 *
 * Without arguments it goes the fast way, in seconds; `--full` goes row by row as well.
 */
#include "column.h"
#include "tap.h"

#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Rows repeat after so many; a column maps as many bytes at once, or four times as many. */
enum { PERIOD = 1 << 20, OWN_PLACES = 2, BAD_STEP = 65521 };

/* Not a multiple of anything that the library or this test uses. */
static const int64_t n_rows = ((int64_t)1 << 31) + 98765433;

/* The first rows of the pieces that have memory of their own: where 2^31 is crossed, and the end. */
static int64_t own_row(int32_t place) {
    const int64_t row = place ? n_rows - 1 : (int64_t)1 << 31;
    return (row / PERIOD - 1) * PERIOD;
}

/* Memory for a column of values of a width; NULL if the machine does not give it. */
static void *repeating(int64_t width) {
    const int64_t piece = PERIOD * width;
    const int64_t pieces = n_rows / PERIOD + 1;
    const int file = memfd_create("rows", 0);
    if (file < 0 || ftruncate(file, piece) != 0) {
        return NULL;
    }
    char *start =
        mmap(NULL, (size_t)(pieces * piece), PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) {
        return NULL;
    }
    for (int64_t i = 0; i < pieces; i++) {
        if (mmap(start + i * piece, (size_t)piece, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, file, 0)
            == MAP_FAILED) {
            return NULL;
        }
    }
    for (int32_t place = 0; place < OWN_PLACES; place++) {
        if (mmap(start + own_row(place) * width, (size_t)(2 * piece), PROT_READ | PROT_WRITE,
                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
            == MAP_FAILED) {
            return NULL;
        }
    }
    close(file);
    return start;
}

/* ---- The rows ---- */

static int8_t *terms;
static int32_t *last_days;
static int8_t *outcomes;
static int32_t *days;

static void fill(int64_t first, int64_t n) {
    for (int64_t row = first; row < first + n; row++) {
        const int32_t at = (int32_t)(row % PERIOD);
        terms[row] = (int8_t)(at % BAD_STEP == 100 ? 99 : 1 + at % 16);
        last_days[row] = STATUSRULES_DAY(2021, 1, 1) + at % 731;
    }
}

static int64_t bad_before(int64_t rows) {
    const int64_t in_period = (PERIOD - 101) / BAD_STEP + 1;
    const int64_t rest = rows % PERIOD;
    return rows / PERIOD * in_period + (rest > 100 ? (rest - 101) / BAD_STEP + 1 : 0);
}

/* Compares rows with what they have alone; `given_day`: the last day, if it is one for all. */
static void check_rows(int64_t *cases, int64_t *failures, int64_t first, int64_t end, int32_t given_day) {
    for (int64_t row = first; row < end; row++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        facts.term = terms[row];
        facts.last_day = given_day == STATUSRULES_UNKNOWN ? last_days[row] : given_day;
        const int32_t code = statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, NULL);
        *cases += 1;
        *failures += outcomes[row] != (code ? 0 : answer.outcome);
        if (given_day == STATUSRULES_UNKNOWN) {
            *failures += days[row] != (code ? STATUSRULES_NOT_A_DAY : answer.day);
        }
    }
}

static void answer(struct tap *tap, bool last_day_varies) {
    const int32_t given_day = last_day_varies ? STATUSRULES_UNKNOWN : STATUSRULES_DAY(2022, 1, 1);
    statusrules_column in[2] = {column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, terms),
                                column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, last_days)};
    statusrules_column out[2] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, outcomes),
                                 column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days)};
    int64_t bad = -1;
    int64_t cases = 0;
    int64_t failures = 0;
    in[1].is_one_value = !last_day_varies;
    in[1].one_value = given_day;
    const int32_t code = statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, in,
                                             2, out, last_day_varies ? 2 : 1, n_rows, NULL, NULL);
    printf("# last days %s\n", last_day_varies ? "vary" : "are one value");
    tap_report(tap, "more rows than an int32 can count are answered, and their bad rows counted", n_rows,
               code != STATUSRULES_OK || bad != bad_before(n_rows));
    check_rows(&cases, &failures, 0, PERIOD, given_day);
    check_rows(&cases, &failures, own_row(0), own_row(0) + 2 * PERIOD, given_day);
    check_rows(&cases, &failures, own_row(1), n_rows, given_day);
    tap_report(tap, "the first rows, those around 2^31 and the last have the answer that they have alone", cases,
               failures);
    failures = 0;
    for (int64_t row = n_rows; row < own_row(1) + 2 * PERIOD; row++) {
        failures += outcomes[row] != 0 || days[row] != 0;
    }
    tap_report(tap, "nothing is written after the last row", own_row(1) + 2 * PERIOD - n_rows, failures);
}

int main(int argc, char **argv) {
    struct tap tap = {0, 0};
    terms = repeating(sizeof *terms);
    last_days = repeating(sizeof *last_days);
    outcomes = repeating(sizeof *outcomes);
    days = repeating(sizeof *days);
    if (!terms || !last_days || !outcomes || !days) {
        printf("1..0 # SKIP the machine does not map one file so often\n");
        return 0;
    }
    fill(0, PERIOD);
    fill(own_row(0), 2 * PERIOD);
    fill(own_row(1), 2 * PERIOD);
    answer(&tap, true);
    if (argc > 1 && strcmp(argv[1], "--full") == 0) {
        answer(&tap, false);
    }
    return tap_done(&tap);
}
