/*
 * A register split over cores: each thread answers its own rows. The library keeps no state, so nothing is shared but
 * what is only read.
 *
 *   split_register [ROWS [THREADS]]      2,000,000 rows and 2 threads by default
 */
#include <statusrules/statusrules.h>
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

enum { MAX_THREADS = 64 };

struct part {
    int8_t *terms;
    int32_t *last_days;
    int8_t *outcomes;
    int32_t *days;
    int64_t rows;
    int64_t bad_rows;
    int32_t error;
};

static statusrules_column column(int32_t field, int32_t type, void *values) {
    statusrules_column c = STATUSRULES_COLUMN_EMPTY;
    c.field = field;
    c.type = type;
    c.values = values;
    return c;
}

static int answer(void *of) {
    struct part *part = of;
    const statusrules_column in[] = {column(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, part->terms),
                                     column(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, part->last_days)};
    const statusrules_column out[] = {column(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, part->outcomes),
                                      column(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, part->days)};
    part->error = statusrules_columns(&part->bad_rows, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                      in, 2, out, 2, part->rows, NULL, NULL);
    return 0;
}

int main(int argc, char **argv) {
    const int64_t rows = argc > 1 ? strtoll(argv[1], NULL, 10) : 2000000;
    const int64_t n = argc > 2 ? strtoll(argv[2], NULL, 10) : 2;
    if (rows < 1 || n < 1 || n > MAX_THREADS || n > rows) {
        fprintf(stderr, "usage: split_register [ROWS [THREADS]], 1 to %d threads, not more than rows\n",
                MAX_THREADS);
        return 2;
    }
    int8_t *terms = malloc((size_t)rows);
    int8_t *outcomes = malloc((size_t)rows);
    int32_t *last_days = malloc((size_t)rows * sizeof *last_days);
    int32_t *days = malloc((size_t)rows * sizeof *days);
    if (!terms || !outcomes || !last_days || !days) {
        fprintf(stderr, "no memory for %lld rows\n", (long long)rows);
        return 3;
    }
    /* Made up: every kind of document, last days through two years. */
    for (int64_t i = 0; i < rows; i++) {
        terms[i] = (int8_t)(1 + i % 16);
        last_days[i] = STATUSRULES_DAY(2021, 1, 1) + (int32_t)(i * 7 % 730);
    }

    static struct part parts[MAX_THREADS];
    static thrd_t threads[MAX_THREADS];
    for (int64_t t = 0; t < n; t++) {
        int64_t first = rows * t / n;
        parts[t] = (struct part){
            terms + first, last_days + first, outcomes + first, days + first, rows * (t + 1) / n - first, 0, 0};
        if (thrd_create(&threads[t], answer, &parts[t]) != thrd_success) {
            fprintf(stderr, "thread %lld could not be started\n", (long long)t);
            return 3;
        }
    }
    int failed = 0;
    for (int64_t t = 0; t < n; t++) {
        thrd_join(threads[t], NULL);
        failed |= parts[t].error != STATUSRULES_OK || parts[t].bad_rows != 0;
    }

    int64_t counts[7] = {0};
    for (int64_t i = 0; i < rows; i++) {
        counts[outcomes[i]]++;
    }
    for (int32_t outcome = STATUSRULES_OUTCOME_YES; outcome <= STATUSRULES_OUTCOME_CONFLICT; outcome++) {
        if (counts[outcome]) {
            printf("%-12s %lld\n", statusrules_name(STATUSRULES_NAMES_OUTCOME, outcome, STATUSRULES_LANGUAGE_NAME),
                   (long long)counts[outcome]);
        }
    }
    free(terms);
    free(outcomes);
    free(last_days);
    free(days);
    return failed;
}
