/*
 * Scalar speed: an answer with two and with six facts, beside the same law evaluated row after row, and the text of
 * an explanation. Checks first that both ways give the same answers. Prints medians of a run; quote the ratios.
 */
#include "chance.h"
#include "measure.h"
#include <statusrules/statusrules.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CASES = 1 << 14, ROUNDS = 41 };

static statusrules_facts cases[CASES];
static const statusrules_law *law;
static int64_t sink;

static uint32_t random_below(uint32_t n) {
    static uint64_t state = 20211129;
    return chance_below(&state, n);
}

static void make_cases(int six) {
    for (int i = 0; i < CASES; i++) {
        statusrules_facts f = STATUSRULES_FACTS_UNKNOWN;
        f.term = 1 + (int32_t)random_below(16);
        f.last_day = STATUSRULES_DAY(2021, 1, 1) + (int32_t)random_below(730);
        if (six) {
            f.location = 1 + (int32_t)random_below(2);
            f.issued_on = f.last_day - (int32_t)random_below(1000);
            f.citizenship = STATUSRULES_COUNTRY('U', 'Z');
            f.residence_state = STATUSRULES_NONE;
        }
        cases[i] = f;
    }
}

/* ---- The same law, row after row, from the read-only view ---- */

static int32_t fact_of(const statusrules_facts *f, int32_t fact) {
    int32_t value;
    memcpy(&value, (const char *)f + 4 * fact, 4);
    return value;
}

static int meets(const statusrules_condition *c, int32_t value) {
    if (value == STATUSRULES_UNKNOWN) {
        return c->mark == STATUSRULES_MARK_UNLESS_KNOWN;
    }
    if (c->form == STATUSRULES_CONDITION_WINDOW) {
        return value != STATUSRULES_NONE && value >= c->first && value <= c->last;
    }
    for (int32_t i = 0; i < c->n_values; i++) {
        if (c->values[i] == value) {
            return c->form == STATUSRULES_CONDITION_IN;
        }
    }
    return c->form == STATUSRULES_CONDITION_NOT_IN;
}

typedef struct row {
    statusrules_provision provision;
    statusrules_condition conditions[8];
} row;

static row rows[64];
static int n_rows;

static void read_rows(void) {
    for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
        row *r = &rows[n_rows];
        statusrules_law_provision(&r->provision, law, number, NULL);
        if (r->provision.question != STATUSRULES_QUESTION_EXTENSION) {
            continue;
        }
        for (int32_t i = 0; i < r->provision.n_conditions; i++) {
            statusrules_law_condition(&r->conditions[i], law, number, i, NULL);
        }
        n_rows++;
    }
}

/* Outcome and day as one number, so that both ways are compared whole. */
static int64_t packed(int32_t outcome, int32_t day) {
    return (int64_t)outcome << 32 | (uint32_t)day;
}

static int64_t rows_in_turn(const statusrules_facts *f) {
    int64_t answers[3];
    for (int32_t reading = 1; reading <= 3; reading++) {
        answers[reading - 1] = packed(STATUSRULES_OUTCOME_SILENT, STATUSRULES_NOT_A_DAY);
        for (int i = 0; i < n_rows; i++) {
            const statusrules_provision *p = &rows[i].provision;
            int fits = p->readings >> reading & 1;
            for (int32_t c = 0; fits && c < p->n_conditions; c++) {
                fits = meets(&rows[i].conditions[c], fact_of(f, rows[i].conditions[c].fact));
            }
            if (fits) {
                answers[reading - 1] =
                    packed(p->outcome, p->effect == STATUSRULES_EFFECT_PLUS ? f->last_day + p->days : p->day);
                break;
            }
        }
    }
    return answers[0] == answers[1] && answers[1] == answers[2]
               ? answers[0]
               : packed(STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_NOT_A_DAY);
}

static int64_t asked(const statusrules_facts *f) {
    statusrules_answer a;
    if (statusrules_extension(&a, law, f, NULL, NULL)) {
        abort();
    }
    return packed(a.outcome, a.day);
}

static int64_t asked_one_reading(const statusrules_facts *f) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_answer a;
    options.reading = STATUSRULES_READING_LITERAL;
    if (statusrules_extension(&a, law, f, &options, NULL)) {
        abort();
    }
    return packed(a.outcome, a.day);
}

static char text[16384];

static int64_t explained(const statusrules_facts *f) {
    int32_t length = 0;
    if (statusrules_explain(text, (int32_t)sizeof text, &length, law, STATUSRULES_QUESTION_EXTENSION, f, NULL,
                            STATUSRULES_LANGUAGE_RU, NULL)) {
        abort();
    }
    return length;
}

/* ---- Timing ---- */

static double median_ns(int64_t (*answer)(const statusrules_facts *)) {
    double ns[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        const double start = nanoseconds(CLOCK_MONOTONIC);
        for (int i = 0; i < CASES; i++) {
            sink += answer(&cases[i]);
        }
        ns[round] = (nanoseconds(CLOCK_MONOTONIC) - start) / (double)CASES;
    }
    return median_of(ns, ROUNDS);
}

int main(void) {
    law = statusrules_law_statement();
    read_rows();
    printf("| facts given | all readings | one reading | rows in turn | x | explanation (ru) |\n");
    printf("|---|---|---|---|---|---|\n");
    for (int six = 0; six <= 1; six++) {
        make_cases(six);
        for (int i = 0; i < CASES; i++) {
            if (asked(&cases[i]) != rows_in_turn(&cases[i])) {
                fprintf(stderr, "case %d: the two ways differ\n", i);
                return 1;
            }
        }
        double all = median_ns(asked);
        double one = median_ns(asked_one_reading);
        double turn = median_ns(rows_in_turn);
        double words = median_ns(explained);
        printf("| %s | %.1f ns | %.1f ns | %.1f ns | %.1f | %.2f us |\n", six ? "six" : "two", all, one, turn,
               turn / all, words / 1000);
    }
    return sink == 0;
}
