/*
 * Columns at memory speed: a register of documents (term as int8, last day as int32 in; day as int32, outcome as int8
 * out), beside a plain copy of the same bytes, a loop of single answers, and the rows in turn. Checks first that all
 * ways give the same answers. A second table has the same register with its days in other forms: days as int64 with a
 * null value (datetime64[D]), timestamps in nanoseconds, days with the validity bits of Arrow; results have the form of
 * the input. Prints medians of a run; quote the ratios.
 *
 *   columns [ROWS]      10,000,000 rows by default
 */
#include "chance.h"
#include "column.h"
#include "measure.h"
#include <statusrules/statusrules.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <time.h>

enum { ROUNDS = 9 };

static int64_t n_rows = 10000000;
static int8_t *terms;
static int32_t *last_days;
static int8_t *outcomes;
static int32_t *days;
static int8_t *expected_outcomes;
static int32_t *expected_days;
/* The same days in 64 bits, as the forms have them; and the results. */
static int64_t *wide_days;
static int64_t *wide_results;
static uint8_t *validity;
static const statusrules_law *law;

/* How a register writes its days. */
struct form {
    const char *name;
    int32_t type;
    int64_t ticks_per_day;
    int has_null_value;
    int has_validity;
};

static const struct form forms[] = {{"int32, validity in bits", STATUSRULES_TYPE_INT32, 0, 0, 1},
                                    {"int64", STATUSRULES_TYPE_INT64, 0, 0, 0},
                                    {"int64, null value", STATUSRULES_TYPE_INT64, 0, 1, 0},
                                    {"seconds, null value", STATUSRULES_TYPE_INT64, 86400, 1, 0},
                                    {"nanoseconds, null value", STATUSRULES_TYPE_INT64, 86400000000000, 1, 0}};
enum { FORMS = sizeof forms / sizeof forms[0] };
static const struct form *form;

static uint32_t random_below(uint32_t n) {
    static uint64_t state = 20211129;
    return chance_below(&state, n);
}

/* ---- The ways ---- */

static void part_by_columns(int64_t first, int64_t n) {
    const statusrules_column in[2] = {
        column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, terms + first),
        column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, last_days + first)};
    const statusrules_column out[2] = {
        column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, outcomes + first),
        column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days + first)};
    int64_t bad = 0;
    if (statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, 2, out, 2, n, NULL, NULL) || bad) {
        abort();
    }
}

static void by_columns(void) {
    part_by_columns(0, n_rows);
}

static statusrules_column in_form(int32_t field, void *narrow, int64_t *wide) {
    statusrules_column column =
        column_of(field, form->type, form->type == STATUSRULES_TYPE_INT64 ? (void *)wide : narrow);
    column.ticks_per_day = form->ticks_per_day;
    column.has_null_value = form->has_null_value;
    column.null_value = INT64_MIN;
    return column;
}

static void by_form(void) {
    statusrules_column in[2] = {column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, terms),
                                in_form(STATUSRULES_FACT_LAST_DAY, last_days, wide_days)};
    const statusrules_column out[2] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, outcomes),
                                       in_form(STATUSRULES_RESULT_DAY, days, wide_results)};
    int64_t bad = 0;
    if (form->has_validity) {
        in[1].valid_form = STATUSRULES_VALID_BITS;
        in[1].valid = validity;
    }
    if (statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, 2, out, 2, n_rows, NULL, NULL) || bad) {
        abort();
    }
}

static int second_half(void *unused) {
    (void)unused;
    part_by_columns(n_rows / 2, n_rows - n_rows / 2);
    return 0;
}

static void by_two_threads(void) {
    thrd_t helper;
    if (thrd_create(&helper, second_half, NULL) != thrd_success) {
        abort();
    }
    part_by_columns(0, n_rows / 2);
    thrd_join(helper, NULL);
}

static void by_single_answers(void) {
    for (int64_t i = 0; i < n_rows; i++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer;
        facts.term = terms[i];
        facts.last_day = last_days[i];
        if (statusrules_extension(&answer, law, &facts, NULL, NULL)) {
            abort();
        }
        outcomes[i] = (int8_t)answer.outcome;
        days[i] = answer.day;
    }
}

/* The law written as ifs by hand, as somebody would who knows only this law: all readings must agree. */
static void by_ifs(void) {
    for (int64_t i = 0; i < n_rows; i++) {
        int32_t day = last_days[i];
        int8_t outcome = STATUSRULES_OUTCOME_SILENT;
        int32_t through = STATUSRULES_NOT_A_DAY;
        int permit = terms[i] == STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT
                     || terms[i] == STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT
                     || terms[i] == STATUSRULES_TERM_RESIDENCE_REGISTRATION;
        int certificate = terms[i] == STATUSRULES_TERM_REFUGEE_CERTIFICATE
                          || terms[i] == STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE;
        if (permit || certificate) {
            if (day >= STATUSRULES_DAY(2022, 1, 1)) {
                outcome = STATUSRULES_OUTCOME_YES;
                through = day + 199;
            } else if (permit && day == STATUSRULES_DAY(2021, 12, 31)) {
                outcome = STATUSRULES_OUTCOME_YES;
                through = STATUSRULES_DAY(2022, 7, 18);
            } else if (day >= STATUSRULES_DAY(2021, 6, 16)) {
                outcome = STATUSRULES_OUTCOME_CONFLICT;
            }
        }
        outcomes[i] = outcome;
        days[i] = through;
    }
}

static void by_copy(void) {
    memcpy(outcomes, terms, (size_t)n_rows);
    memcpy(days, last_days, (size_t)n_rows * sizeof *days);
}

/* ---- Timing ---- */

static double median_ns(void (*way)(void), int rounds) {
    double ns[ROUNDS];
    for (int round = 0; round < rounds; round++) {
        const double start = nanoseconds(CLOCK_MONOTONIC);
        way();
        ns[round] = (nanoseconds(CLOCK_MONOTONIC) - start) / (double)n_rows;
    }
    return median_of(ns, rounds);
}

static int same_as_expected(const char *way) {
    if (memcmp(outcomes, expected_outcomes, (size_t)n_rows) != 0
        || memcmp(days, expected_days, (size_t)n_rows * sizeof *days) != 0) {
        fprintf(stderr, "%s gives other answers\n", way);
        return 0;
    }
    return 1;
}

/* What a form has for a day. */
static int64_t formed(int32_t day) {
    return day == STATUSRULES_NOT_A_DAY && form->has_null_value   ? INT64_MIN
           : day == STATUSRULES_NOT_A_DAY || !form->ticks_per_day ? day
                                                                  : day * form->ticks_per_day;
}

/* Makes the register in a form, and compares what it gives. */
static void prepare_form(void) {
    for (int64_t i = 0; i < n_rows; i++) {
        /* At any time of the day. */
        wide_days[i] = formed(last_days[i]) + (int64_t)random_below(86400) * (form->ticks_per_day / 86400);
    }
    by_form();
    for (int64_t i = 0; i < n_rows; i++) {
        const int64_t day = form->type == STATUSRULES_TYPE_INT64 ? wide_results[i] : days[i];
        if (outcomes[i] != expected_outcomes[i] || day != formed(expected_days[i])) {
            fprintf(stderr, "days as %s: row %lld has another answer\n", form->name, (long long)i);
            exit(1);
        }
    }
}

/* The least time of the processor of all rounds, in which others on the machine count least. */
static double least_ns(void (*way)(void)) {
    double least = 0;
    for (int round = 0; round < ROUNDS; round++) {
        const double start = nanoseconds(CLOCK_PROCESS_CPUTIME_ID);
        way();
        const double ns = (nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - start) / (double)n_rows;
        least = round == 0 || ns < least ? ns : least;
    }
    return least;
}

static void measure_forms(void) {
    const double plain = least_ns(by_columns);
    printf("\n| days | ns a row | x |\n|---|---|---|\n| int32 | %.2f ns | 1 |\n", plain);
    for (int f = 0; f < FORMS; f++) {
        form = &forms[f];
        prepare_form();
        const double ns = least_ns(by_form);
        printf("| %s | %.2f ns | %.1f |\n", form->name, ns, ns / plain);
    }
}

int main(int argc, char **argv) {
    n_rows = argc > 1 ? strtoll(argv[1], NULL, 10) : n_rows;
    law = statusrules_law_statement();
    terms = allocate(n_rows, 1);
    outcomes = allocate(n_rows, 1);
    expected_outcomes = allocate(n_rows, 1);
    last_days = allocate(n_rows, sizeof *last_days);
    days = allocate(n_rows, sizeof *days);
    expected_days = allocate(n_rows, sizeof *days);
    wide_days = allocate(n_rows, sizeof *wide_days);
    wide_results = allocate(n_rows, sizeof *wide_results);
    validity = allocate(n_rows / 8 + 1, 1);
    memset(validity, 0xff, (size_t)(n_rows / 8 + 1));
    for (int64_t i = 0; i < n_rows; i++) {
        terms[i] = (int8_t)(1 + random_below(16));
        last_days[i] = STATUSRULES_DAY(2021, 1, 1) + (int32_t)random_below(730);
    }
    by_single_answers();
    memcpy(expected_outcomes, outcomes, (size_t)n_rows);
    memcpy(expected_days, days, (size_t)n_rows * sizeof *days);
    by_columns();
    int same = same_as_expected("columns");
    by_two_threads();
    same &= same_as_expected("columns in two threads");
    by_ifs();
    same &= same_as_expected("the law as ifs");
    if (!same) {
        return 1;
    }
    double copy = median_ns(by_copy, ROUNDS);
    double columns = median_ns(by_columns, ROUNDS);
    double threads = median_ns(by_two_threads, ROUNDS);
    double ifs = median_ns(by_ifs, 3);
    double single = median_ns(by_single_answers, 3);
    printf("| rows | copy | columns | share of copy speed | two threads | x one | law as ifs | x | single answers "
           "| x |\n");
    printf("|---|---|---|---|---|---|---|---|---|---|\n");
    printf("| %lld | %.2f ns | %.2f ns | %.2f | %.2f ns | %.2f | %.1f ns | %.0f | %.1f ns | %.0f |\n",
           (long long)n_rows, copy, columns, copy / columns, threads, columns / threads, ifs, ifs / columns,
           single, single / columns);
    measure_forms();
    return 0;
}
