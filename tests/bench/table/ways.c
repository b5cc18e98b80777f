/*
 * The ways in C of the table: the register in memory, decided again and again.
 *
 *   bench_table copy|columns|calls|ifs FOLDER THREADS SECONDS
 *
 * Reads FOLDER/terms.i8 and FOLDER/last_days.i32, repeats for some seconds, writes FOLDER/days.i32, prints the nanoseconds
 * of each round.
 */
#include "column.h"
#include "measure.h"
#include <statusrules/statusrules.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <threads.h>

enum { MOST_ROUNDS = 9 };

static int8_t *terms;
static int32_t *last_days;
static int8_t *outcomes;
static int32_t *days;

typedef struct part {
    int64_t first;
    int64_t n;
    void (*decide)(int64_t first, int64_t n);
} part;

static void *contents(const char *folder, const char *name, int64_t size, int64_t *n) {
    char path[4096];
    struct stat about;
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file || fstat(fileno(file), &about)) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(3);
    }
    *n = about.st_size / size;
    void *memory = allocate(*n, (size_t)size);
    if (fread(memory, (size_t)size, (size_t)*n, file) != (size_t)*n) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(3);
    }
    fclose(file);
    return memory;
}

static void by_copy(int64_t first, int64_t n) {
    memcpy(outcomes + first, terms + first, (size_t)n);
    memcpy(days + first, last_days + first, (size_t)n * sizeof *days);
}

static void by_columns(int64_t first, int64_t n) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_column in[3] = {column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, terms + first),
                                column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, last_days + first),
                                column_of(STATUSRULES_FACT_LOCATION, STATUSRULES_TYPE_INT32, NULL)};
    const statusrules_column out[2] = {
        column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, outcomes + first),
        column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days + first)};
    int64_t bad = 0;
    options.reading = STATUSRULES_READING_FIXED_DAY;
    in[2].is_one_value = 1;
    in[2].one_value = STATUSRULES_LOCATION_IN_RUSSIA;
    if (statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, in, 3, out, 2, n,
                            &options, NULL)
        || bad) {
        abort();
    }
}

static void by_calls(int64_t first, int64_t n) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = STATUSRULES_READING_FIXED_DAY;
    for (int64_t i = first; i < first + n; i++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        facts.term = terms[i];
        facts.last_day = last_days[i];
        facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
        if (statusrules_extension(&answer, statusrules_law_statement(), &facts, &options, NULL)) {
            abort();
        }
        outcomes[i] = (int8_t)answer.outcome;
        days[i] = answer.day;
    }
}

/* As somebody would write it who knows no other rule: the statement read by `fixed_day`. */
static void by_ifs(int64_t first, int64_t n) {
    const int32_t from = 18794;  /* 2021-06-16 */
    const int32_t last = 18992;  /* 2021-12-31 */
    const int32_t fixed = 19191; /* 2022-07-18 */
    const int32_t plus = 199;
    int8_t extended[INT8_MAX + 1] = {0};
    extended[STATUSRULES_TERM_RESIDENCE_REGISTRATION] = 1;
    extended[STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT] = 1;
    extended[STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT] = 1;
    extended[STATUSRULES_TERM_REFUGEE_CERTIFICATE] = 1;
    extended[STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE] = 1;
    for (int64_t i = first; i < first + n; i++) {
        if (!extended[terms[i]] || last_days[i] < from) {
            days[i] = STATUSRULES_NOT_A_DAY;
        } else if (last_days[i] <= last) {
            days[i] = fixed;
        } else {
            days[i] = last_days[i] + plus;
        }
    }
}

static int decide_part(void *given) {
    const part *mine = given;
    mine->decide(mine->first, mine->n);
    return 0;
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        void (*decide)(int64_t first, int64_t n);
    } ways[] = {{"copy", by_copy}, {"columns", by_columns}, {"calls", by_calls}, {"ifs", by_ifs}};
    void (*decide)(int64_t, int64_t) = NULL;
    int64_t n = 0;
    int64_t n_days = 0;
    for (size_t i = 0; argc == 5 && i < sizeof ways / sizeof *ways; i++) {
        decide = strcmp(argv[1], ways[i].name) == 0 ? ways[i].decide : decide;
    }
    const int n_threads = decide ? atoi(argv[3]) : 0;
    if (n_threads < 1 || n_threads > 2) {
        fprintf(stderr, "usage: bench_table copy|columns|calls|ifs FOLDER 1|2 SECONDS\n");
        return 2;
    }
    terms = contents(argv[2], "terms.i8", 1, &n);
    last_days = contents(argv[2], "last_days.i32", 4, &n_days);
    if (n != n_days) {
        fprintf(stderr, "%lld documents and %lld last days\n", (long long)n, (long long)n_days);
        return 3;
    }
    outcomes = allocate(n, sizeof *outcomes);
    days = allocate(n, sizeof *days);

    const double until = nanoseconds(CLOCK_MONOTONIC) + 1e9 * atoi(argv[4]);
    for (int round = 0; round == 0 || (round < MOST_ROUNDS && nanoseconds(CLOCK_MONOTONIC) < until); round++) {
        const double start = nanoseconds(CLOCK_MONOTONIC);
        part mine = {0, n / n_threads, decide};
        part other = {mine.n, n - mine.n, decide};
        thrd_t helper;
        if (n_threads == 2 && thrd_create(&helper, decide_part, &other) != thrd_success) {
            return 3;
        }
        decide_part(&mine);
        if (n_threads == 2) {
            thrd_join(helper, NULL);
        }
        printf("%.0f\n", nanoseconds(CLOCK_MONOTONIC) - start);
    }

    char path[4096];
    snprintf(path, sizeof path, "%s/days.i32", argv[2]);
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(days, sizeof *days, (size_t)n, file) != (size_t)n || fclose(file)) {
        fprintf(stderr, "%s cannot be written\n", path);
        return 3;
    }
    return 0;
}
