/*
 * What all results of a register, and receipts with them, cost beside outcome and day alone. Registers of documents
 * (term as int8, last day as int32) and of six facts (int32 each), all readings, under the laws built in and large ones
 * that never were (laws/write_laws.py). Checks first that receipts are those of single answers. Medians of a run, in time
 * of the processor; quote the ratios.
 *
 *   receipts [ROWS]    200,000 rows by default
 */
#include "chance.h"
#include "column.h"
#include "measure.h"
#include <statusrules/statusrules.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROUNDS = 5, FACTS = 6, N_RESULTS = 11, RECEIPT = STATUSRULES_RECEIPT_BYTES };

static const int32_t fields[FACTS] = {STATUSRULES_FACT_TERM,        STATUSRULES_FACT_LAST_DAY,
                                      STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_LOCATION,
                                      STATUSRULES_FACT_ISSUED_ON,   STATUSRULES_FACT_SETTLED_ON};
/* Each in the narrowest type that holds it; outcome and day stand first. */
static const struct {
    int32_t field;
    int32_t type;
} results[N_RESULTS] = {
    {STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8},    {STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32},
    {STATUSRULES_RESULT_PROVISION, STATUSRULES_TYPE_INT16}, {STATUSRULES_RESULT_NOTE, STATUSRULES_TYPE_INT16},
    {STATUSRULES_RESULT_POSSIBLE, STATUSRULES_TYPE_INT8},   {STATUSRULES_RESULT_EARLIEST, STATUSRULES_TYPE_INT32},
    {STATUSRULES_RESULT_LATEST, STATUSRULES_TYPE_INT32},    {STATUSRULES_RESULT_MISSING, STATUSRULES_TYPE_INT64},
    {STATUSRULES_RESULT_ASSUMED, STATUSRULES_TYPE_INT64},   {STATUSRULES_RESULT_READINGS, STATUSRULES_TYPE_INT16},
    {STATUSRULES_RESULT_ERROR, STATUSRULES_TYPE_INT8}};

static int64_t n_rows;
static int8_t *terms;
static int32_t *facts[FACTS];
static int64_t *memory[N_RESULTS];
static uint8_t *receipts;

static const statusrules_law *law;
static int n_facts;

static uint32_t random_below(uint32_t n) {
    static uint64_t state = 20211129;
    return chance_below(&state, n);
}

static void make_rows(void) {
    static const int32_t states[] = {STATUSRULES_COUNTRY('K', 'Z'), STATUSRULES_COUNTRY('B', 'Y'),
                                     STATUSRULES_COUNTRY('U', 'Z'), STATUSRULES_COUNTRY('U', 'A'),
                                     STATUSRULES_COUNTRY('C', 'N'), STATUSRULES_COUNTRY('D', 'E')};
    for (int64_t i = 0; i < n_rows; i++) {
        const int32_t last_day = STATUSRULES_DAY(2020, 1, 1) + (int32_t)random_below(1000);
        facts[0][i] = 1 + (int32_t)random_below(16);
        facts[1][i] = last_day;
        facts[2][i] = states[random_below(sizeof states / sizeof states[0])];
        facts[3][i] = random_below(4) ? STATUSRULES_LOCATION_IN_RUSSIA : STATUSRULES_LOCATION_ABROAD;
        facts[4][i] = last_day - (int32_t)random_below(1000);
        facts[5][i] =
            random_below(2) ? STATUSRULES_NONE : STATUSRULES_DAY(2021, 6, 16) + (int32_t)random_below(300);
        terms[i] = (int8_t)facts[0][i];
    }
}

static void ask(int n_results, int with_receipts) {
    statusrules_column in[FACTS];
    statusrules_column out[N_RESULTS + 1];
    int64_t bad = 0;
    for (int fact = 0; fact < n_facts; fact++) {
        in[fact] = column_of(fields[fact], STATUSRULES_TYPE_INT32, facts[fact]);
    }
    if (n_facts == 2) {
        in[0] = column_of(fields[0], STATUSRULES_TYPE_INT8, terms);
    }
    for (int r = 0; r < n_results; r++) {
        out[r] = column_of(results[r].field, results[r].type, memory[r]);
    }
    out[n_results] = column_of(STATUSRULES_RESULT_RECEIPT, STATUSRULES_TYPE_RECEIPT, receipts);
    if (statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, n_facts, out, n_results + with_receipts,
                            n_rows, NULL, NULL)
        || bad) {
        abort();
    }
}

static void outcome_and_day(void) {
    ask(2, 0);
}

static void outcome_day_and_receipt(void) {
    ask(2, 1);
}

static void all_results(void) {
    ask(N_RESULTS, 0);
}

static void all_results_and_receipt(void) {
    ask(N_RESULTS, 1);
}

static void check(void) {
    memset(receipts, 0, (size_t)n_rows * RECEIPT);
    all_results_and_receipt();
    for (int64_t i = 0; i < n_rows; i += 17) {
        statusrules_facts f = STATUSRULES_FACTS_UNKNOWN;
        uint8_t receipt[RECEIPT];
        for (int fact = 0; fact < n_facts; fact++) {
            statusrules_facts_set(&f, fields[fact], facts[fact][i], NULL);
        }
        if (statusrules_receipt(receipt, RECEIPT, law, STATUSRULES_QUESTION_EXTENSION, &f, NULL, NULL)
            || memcmp(receipt, receipts + i * RECEIPT, RECEIPT) != 0) {
            fprintf(stderr, "the receipt of row %lld differs from that of a single answer\n", (long long)i);
            exit(1);
        }
    }
}

static double timed_ns(void (*way)(void)) {
    const double start = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
    way();
    return (nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - start) / (double)n_rows;
}

static void measure(const char *name, int given) {
    static void (*const ways[])(void) = {outcome_and_day, outcome_day_and_receipt, all_results,
                                         all_results_and_receipt};
    double ns[4][ROUNDS];
    double medians[4];
    law = NULL;
    n_facts = given;
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        law = strcmp(statusrules_law_name(statusrules_law_at(i)), name) == 0 ? statusrules_law_at(i) : law;
    }
    if (!law) {
        fprintf(stderr, "the law \"%s\" is not built in\n", name);
        exit(3);
    }
    check();
    for (int round = 0; round < ROUNDS; round++) {
        for (int way = 0; way < 4; way++) {
            ns[way][round] = timed_ns(ways[way]);
        }
    }
    printf("| %s | %d |", name, given);
    for (int way = 0; way < 4; way++) {
        medians[way] = median_of(ns[way], ROUNDS);
        printf(" %.1f ns |", medians[way]);
    }
    printf(" %.1f | %.1f |\n", medians[3] / medians[0], medians[3] / medians[2]);
}

int main(int argc, char **argv) {
    n_rows = argc > 1 ? strtoll(argv[1], NULL, 10) : 200000;
    terms = allocate(n_rows, sizeof *terms);
    for (int fact = 0; fact < FACTS; fact++) {
        facts[fact] = allocate(n_rows, sizeof **facts);
    }
    for (int r = 0; r < N_RESULTS; r++) {
        memory[r] = allocate(n_rows, sizeof **memory);
    }
    receipts = allocate(n_rows, RECEIPT);
    make_rows();
    printf(
        "| law | facts | outcome, day | and receipt | all results | all and receipt | all and receipt / outcome, "
        "day | all and receipt / all |\n|---|---|---|---|---|---|---|---|\n");
    measure("statement", 2);
    measure("statement", 6);
    measure("sixty", 6);
    measure("measures", 6);
    return 0;
}
