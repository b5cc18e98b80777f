/*
 * Columns in which six facts vary (document, last day, citizenship, place, day of issue, day of settling; int32 each;
 * outcome as int8 and day as int32 out), over laws of 60 and 120 rows that never were (laws/write_laws.py), beside a
 * loop of single answers; then the first five of these facts, with days of knowledge that vary, over larger laws, one of
 * them real. Checks first that both give the same answers. Prints medians of a run in time of the processor; quote the
 * ratios.
 *
 *   six_facts [ROWS]    1,000,000 rows by default
 */
#include "chance.h"
#include "column.h"
#include "measure.h"
#include <statusrules/statusrules.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Rows are cut to so many where a way is slow: the time of a row stays the same. */
enum { ROUNDS = 5, FEW_ROWS = 20000, FACTS = 6 };

static const int32_t fields[FACTS] = {STATUSRULES_FACT_TERM,        STATUSRULES_FACT_LAST_DAY,
                                      STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_LOCATION,
                                      STATUSRULES_FACT_ISSUED_ON,   STATUSRULES_FACT_SETTLED_ON};

static int32_t *facts[FACTS];
static int32_t *known_on;
static int8_t *outcomes;
static int32_t *days;
static int8_t *expected_outcomes;
static int32_t *expected_days;

/* What is asked, and how. */
static const statusrules_law *law;
static int64_t n_rows;
static int32_t reading;
static int known_on_varies;
static int n_facts;

static uint32_t random_below(uint32_t n) {
    static uint64_t state = 20211129;
    return chance_below(&state, n);
}

static const statusrules_law *law_of(const char *name) {
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        if (strcmp(statusrules_law_name(statusrules_law_at(i)), name) == 0) {
            return statusrules_law_at(i);
        }
    }
    fprintf(stderr, "the law \"%s\" is not built in\n", name);
    exit(3);
}

/* ---- A register ---- */

static void make_rows(int64_t rows, uint32_t unknown_in_a_hundred) {
    static const int32_t states[] = {
        STATUSRULES_COUNTRY('K', 'Z'), STATUSRULES_COUNTRY('B', 'Y'), STATUSRULES_COUNTRY('U', 'Z'),
        STATUSRULES_COUNTRY('T', 'J'), STATUSRULES_COUNTRY('U', 'A'), STATUSRULES_COUNTRY('C', 'N'),
        STATUSRULES_COUNTRY('D', 'E'), STATUSRULES_COUNTRY('T', 'R'), STATUSRULES_NONE};
    for (int64_t i = 0; i < rows; i++) {
        int32_t last_day = STATUSRULES_DAY(2020, 1, 1) + (int32_t)random_below(1000);
        facts[0][i] = 1 + (int32_t)random_below(16);
        facts[1][i] = last_day;
        facts[2][i] = states[random_below(sizeof states / sizeof states[0])];
        facts[3][i] = random_below(4) ? STATUSRULES_LOCATION_IN_RUSSIA : STATUSRULES_LOCATION_ABROAD;
        facts[4][i] = last_day - (int32_t)random_below(1000);
        facts[5][i] =
            random_below(2) ? STATUSRULES_NONE : STATUSRULES_DAY(2021, 6, 16) + (int32_t)random_below(300);
        known_on[i] = STATUSRULES_DAY(2020, 4, 1) + (int32_t)random_below(1000);
        for (int fact = 0; fact < FACTS; fact++) {
            if (random_below(100) < unknown_in_a_hundred) {
                facts[fact][i] = STATUSRULES_UNKNOWN;
            }
        }
    }
}

/* ---- The ways ---- */

static void by_columns(void) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_column in[FACTS + 1];
    statusrules_column out[2] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, outcomes),
                                 column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days)};
    int64_t bad = 0;
    for (int fact = 0; fact < n_facts; fact++) {
        in[fact] = column_of(fields[fact], STATUSRULES_TYPE_INT32, facts[fact]);
    }
    in[n_facts] = column_of(STATUSRULES_ARGUMENT_KNOWN_ON, STATUSRULES_TYPE_INT32, known_on);
    options.reading = reading;
    if (statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, n_facts + known_on_varies, out, 2,
                            n_rows, &options, NULL)
        || bad) {
        abort();
    }
}

static void by_single_answers(void) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = reading;
    options.brief = STATUSRULES_YES;
    for (int64_t i = 0; i < n_rows; i++) {
        statusrules_facts f = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        f.term = facts[0][i];
        f.last_day = facts[1][i];
        f.citizenship = facts[2][i];
        f.location = facts[3][i];
        f.issued_on = facts[4][i];
        f.settled_on = n_facts == FACTS ? facts[5][i] : STATUSRULES_UNKNOWN;
        options.known_on = known_on_varies ? known_on[i] : STATUSRULES_UNKNOWN;
        if (statusrules_extension(&answer, law, &f, &options, NULL)) {
            abort();
        }
        outcomes[i] = (int8_t)answer.outcome;
        days[i] = answer.day;
    }
}

/* ---- Timing ---- */

/* Nanoseconds of this process, so that others on the machine do not count. */
static double timed_ns(void (*way)(void)) {
    const double start = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    way();
    return (nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - start) / (double)n_rows;
}

/* Medians of both ways, which take turns. */
static void measure(double *columns, double *single) {
    double by_column[ROUNDS];
    double one_by_one[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        by_column[round] = timed_ns(by_columns);
        one_by_one[round] = timed_ns(by_single_answers);
    }
    *columns = median_of(by_column, ROUNDS);
    *single = median_of(one_by_one, ROUNDS);
}

/* Both ways must say the same. */
static void check(void) {
    by_single_answers();
    memcpy(expected_outcomes, outcomes, (size_t)n_rows);
    memcpy(expected_days, days, (size_t)n_rows * sizeof *days);
    memset(outcomes, 0, (size_t)n_rows);
    by_columns();
    if (memcmp(outcomes, expected_outcomes, (size_t)n_rows) != 0
        || memcmp(days, expected_days, (size_t)n_rows * sizeof *days) != 0) {
        fprintf(stderr, "columns and single answers differ\n");
        exit(1);
    }
}

/* How many rows in a hundred have an outcome: nobody shall measure a law that is silent. */
static double share_of(int8_t outcome) {
    int64_t found = 0;
    for (int64_t i = 0; i < n_rows; i++) {
        found += outcomes[i] == outcome;
    }
    return 100.0 * (double)found / (double)n_rows;
}

/* ---- The table ---- */

struct shape {
    const char *law;
    int32_t reading;
    uint32_t unknown_in_a_hundred;
    int known_on_varies;
    int n_facts;
};

/* For each law and reading: all known, days of knowledge that vary, unknown facts. */
static const struct shape shapes[] = {
    {"sixty", STATUSRULES_READING_LITERAL, 0, 0, FACTS},
    {"sixty", STATUSRULES_READING_LITERAL, 0, 1, FACTS},
    {"sixty", STATUSRULES_READING_LITERAL, 5, 0, FACTS},
    {"sixty", STATUSRULES_UNKNOWN, 0, 0, FACTS},
    {"sixty", STATUSRULES_UNKNOWN, 0, 1, FACTS},
    {"sixty", STATUSRULES_UNKNOWN, 5, 0, FACTS},
    {"hundred_twenty", STATUSRULES_READING_LITERAL, 0, 0, FACTS},
    {"hundred_twenty", STATUSRULES_READING_LITERAL, 0, 1, FACTS},
    {"hundred_twenty", STATUSRULES_READING_LITERAL, 5, 0, FACTS},
    {"hundred_twenty", STATUSRULES_UNKNOWN, 0, 0, FACTS},
    {"hundred_twenty", STATUSRULES_UNKNOWN, 0, 1, FACTS},
    {"hundred_twenty", STATUSRULES_UNKNOWN, 5, 0, FACTS},
};
enum { SHAPES = sizeof shapes / sizeof shapes[0], OF_A_LAW = SHAPES / 2, OF_A_READING = OF_A_LAW / 2 };

/* With all facts, and without the day of settling, which rows of these laws ask. */
static const struct shape large_shapes[] = {
    {"hundred_fifty", STATUSRULES_READING_LITERAL, 0, 1, FACTS},
    {"hundred_fifty", STATUSRULES_UNKNOWN, 0, 1, FACTS},
    {"hundred_fifty", STATUSRULES_READING_LITERAL, 0, 1, FACTS - 1},
    {"hundred_fifty", STATUSRULES_UNKNOWN, 0, 1, FACTS - 1},
    {"measures", STATUSRULES_READING_LITERAL, 0, 1, FACTS - 1},
    {"measures", STATUSRULES_UNKNOWN, 0, 1, FACTS - 1},
};
enum { LARGE_SHAPES = sizeof large_shapes / sizeof large_shapes[0] };

/* What is asked of columns: how much each of these may cost. */
static void print_ratios(const double ns[SHAPES]) {
    printf(
        "\n| readings | known_on varies, x | 5 %% unknown, x | law of twice the rows, x |\n|---|---|---|---|\n");
    for (int first = 0; first < OF_A_LAW; first += OF_A_READING) {
        printf("| %s | %.2f | %.2f | %.2f |\n", first ? "all" : "literal", ns[first + 1] / ns[first],
               ns[first + 2] / ns[first], ns[first + OF_A_LAW] / ns[first]);
    }
}

/* Measures columns, and prints a row of the table. */
static double measure_shape(const struct shape *shape, int64_t rows) {
    const int64_t few = rows < FEW_ROWS ? rows : FEW_ROWS;
    double columns;
    double single;
    law = law_of(shape->law);
    reading = shape->reading;
    known_on_varies = shape->known_on_varies;
    n_facts = shape->n_facts;
    make_rows(rows, shape->unknown_in_a_hundred);
    /* Where facts are missing an answer alone tries what they can stand for. */
    n_rows = shape->unknown_in_a_hundred || n_facts < FACTS ? few : rows;
    check();
    measure(&columns, &single);
    printf("| %s | %d | %s | %u %% | %s | %lld | %.0f %% | %.0f %% | %.1f ns | %.1f ns | %.1f |\n", shape->law,
           n_facts, reading == STATUSRULES_UNKNOWN ? "all" : "literal", (unsigned)shape->unknown_in_a_hundred,
           known_on_varies ? "varies" : "all", (long long)n_rows, share_of(STATUSRULES_OUTCOME_SILENT),
           share_of(STATUSRULES_OUTCOME_UNDETERMINED), columns, single, single / columns);
    fflush(stdout);
    return columns;
}

static void print_head(void) {
    printf("| law | facts | readings | unknown | known_on | rows | silent | undetermined | columns | single "
           "answers | x "
           "|\n|---|---|---|---|---|---|---|---|---|---|---|\n");
}

int main(int argc, char **argv) {
    const int64_t rows = argc > 1 ? strtoll(argv[1], NULL, 10) : 1000000;
    double ns[SHAPES];
    if (rows < 1) {
        fprintf(stderr, "usage: six_facts [ROWS]\n");
        return 2;
    }
    for (int fact = 0; fact < FACTS; fact++) {
        facts[fact] = allocate(rows, sizeof(int32_t));
    }
    known_on = allocate(rows, sizeof *known_on);
    outcomes = allocate(rows, sizeof *outcomes);
    days = allocate(rows, sizeof *days);
    expected_outcomes = allocate(rows, sizeof *expected_outcomes);
    expected_days = allocate(rows, sizeof *expected_days);
    print_head();
    for (int s = 0; s < SHAPES; s++) {
        ns[s] = measure_shape(&shapes[s], rows);
    }
    print_ratios(ns);
    printf("\n");
    print_head();
    for (int s = 0; s < LARGE_SHAPES; s++) {
        (void)measure_shape(&large_shapes[s], rows);
    }
    return 0;
}
