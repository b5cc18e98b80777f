/*
 * What a decree changes in a register of 10 million rows: by the boxes of statusrules_impact, which leave most rows
 * unanswered, against answering every row anew: before and after, and comparing, which is what is counted; and after alone,
 * as an office does that kept the answers from before. The rows are of `measures`; what was known rises by a day on which a
 * publication touches a part of the documents. Both ways must count the same.
 */
#include "chance.h"
#include "column.h"
#include "measure.h"
#include "touched.h"

#include <statusrules/statusrules.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ROWS = 10000000, CHUNK = 1 << 15, RUNS = 3, MAX_SPANS = 1 << 16 };

typedef struct columns {
    int8_t *terms;
    int32_t *last_days;
    int16_t *citizenships;
    int8_t *locations;
} columns;

static double seconds(void) {
    return nanoseconds(CLOCK_MONOTONIC) / 1e9;
}

static uint64_t state = 20220827;

static uint32_t below(uint32_t n) {
    return chance_below(&state, n);
}

static void fill(columns *c) {
    const int32_t states = statusrules_count(STATUSRULES_FACT_CITIZENSHIP);
    for (int64_t i = 0; i < ROWS; i++) {
        c->terms[i] = (int8_t)(1 + below((uint32_t)statusrules_count(STATUSRULES_FACT_TERM)));
        c->last_days[i] = STATUSRULES_DAY(2019, 1, 1) + (int32_t)below(1826);
        /* Stateless is written as 0 in the register. */
        const int32_t state_of =
            statusrules_code_at(STATUSRULES_FACT_CITIZENSHIP, (int32_t)below((uint32_t)states));
        c->citizenships[i] = (int16_t)(state_of == STATUSRULES_NONE ? 0 : state_of);
        c->locations[i] = (int8_t)(below(10) ? STATUSRULES_LOCATION_IN_RUSSIA : STATUSRULES_LOCATION_ABROAD);
    }
}

static void answer(const columns *c, int64_t from, int32_t n, const statusrules_law *law,
                   const statusrules_options *options, int8_t *outcomes, int32_t *days) {
    int64_t bad;
    statusrules_column in[4] = {
        column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, c->terms + from),
        column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, c->last_days + from),
        column_of(STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_TYPE_INT16, c->citizenships + from),
        column_of(STATUSRULES_FACT_LOCATION, STATUSRULES_TYPE_INT8, c->locations + from)};
    const statusrules_column out[2] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, outcomes),
                                       column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days)};
    in[2].has_no_end_value = 1;
    in[2].no_end_value = 0;
    if (statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, 4, out, 2, n, options, NULL) || bad) {
        fprintf(stderr, "the register cannot be answered\n");
        exit(1);
    }
}

typedef struct found {
    int64_t changed;
    int64_t answered;
    double time;
    /* Of that, answering each side. */
    double sides[2];
} found;

static int8_t outcomes[2][CHUNK];
static int32_t days[2][CHUNK];

static int64_t differences(int32_t n) {
    int64_t changed = 0;
    for (int32_t i = 0; i < n; i++) {
        changed += (outcomes[0][i] != outcomes[1][i]) | (days[0][i] != days[1][i]);
    }
    return changed;
}

static found by_answering(const columns *c, const statusrules_law *law, const statusrules_options sides[2]) {
    found f = {0, ROWS, seconds(), {0, 0}};
    for (int64_t from = 0; from < ROWS; from += CHUNK) {
        const int32_t n = ROWS - from < CHUNK ? (int32_t)(ROWS - from) : CHUNK;
        for (int32_t side = 0; side < 2; side++) {
            f.sides[side] -= seconds();
            answer(c, from, n, law, &sides[side], outcomes[side], days[side]);
            f.sides[side] += seconds();
        }
        f.changed += differences(n);
    }
    f.time = seconds() - f.time;
    return f;
}

static const touched_fact *find(const touched *t, int32_t fact) {
    for (int32_t i = 0; i < t->n_facts; i++) {
        if (t->facts[i].fact == fact) {
            return &t->facts[i];
        }
    }
    return NULL;
}

static found by_boxes(const columns *c, const statusrules_law *law, const statusrules_options sides[2],
                      int32_t *n_boxes) {
    static statusrules_span spans[MAX_SPANS];
    static int8_t terms[CHUNK];
    static int32_t last_days[CHUNK];
    static int16_t citizenships[CHUNK];
    static int8_t locations[CHUNK];
    const columns gathered = {terms, last_days, citizenships, locations};
    static const int32_t varies[4] = {STATUSRULES_FACT_TERM, STATUSRULES_FACT_LAST_DAY,
                                      STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_LOCATION};
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    int64_t bits = 0;
    int32_t n_spans;
    int32_t n = 0;
    touched t;
    found f = {0, 0, seconds(), {0, 0}};
    for (int32_t i = 0; i < 4; i++) {
        bits |= (int64_t)1 << varies[i];
    }
    if (statusrules_impact(spans, MAX_SPANS, &n_spans, law, &sides[0], law, &sides[1],
                           STATUSRULES_QUESTION_EXTENSION, &facts, bits, NULL)
        || !touched_make(&t, spans, n_spans)) {
        fprintf(stderr, "the impact cannot be found\n");
        exit(1);
    }
    *n_boxes = t.n_boxes;
    const touched_fact *of_term = find(&t, STATUSRULES_FACT_TERM);
    const touched_fact *of_day = find(&t, STATUSRULES_FACT_LAST_DAY);
    /* Most rows leave at the document or its last day. */
    for (int64_t i = 0; i <= ROWS; i++) {
        if (i < ROWS) {
            uint64_t boxes = 0;
            const uint64_t *term = touched_boxes(&t, of_term, c->terms[i]);
            const uint64_t *day = touched_boxes(&t, of_day, c->last_days[i]);
            for (int32_t word = 0; word < t.n_words; word++) {
                boxes |= term[word] & day[word];
            }
            if (!boxes) {
                continue;
            }
            facts.term = c->terms[i];
            facts.last_day = c->last_days[i];
            facts.citizenship = c->citizenships[i] ? c->citizenships[i] : STATUSRULES_NONE;
            facts.location = c->locations[i];
            if (!touched_case(&t, &facts)) {
                continue;
            }
            terms[n] = c->terms[i];
            last_days[n] = c->last_days[i];
            citizenships[n] = c->citizenships[i];
            locations[n++] = c->locations[i];
        }
        if (n == CHUNK || (i == ROWS && n)) {
            for (int32_t side = 0; side < 2; side++) {
                answer(&gathered, 0, n, law, &sides[side], outcomes[side], days[side]);
            }
            f.changed += differences(n);
            f.answered += n;
            n = 0;
        }
    }
    touched_free(&t);
    f.time = seconds() - f.time;
    return f;
}

static const statusrules_law *law_called(const char *name) {
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        if (strcmp(statusrules_law_name(statusrules_law_at(i)), name) == 0) {
            return statusrules_law_at(i);
        }
    }
    exit(1);
}

int main(void) {
    /* A day of publication, and the day before. */
    static const int32_t published[] = {STATUSRULES_DAY(2021, 11, 29), STATUSRULES_DAY(2022, 6, 7),
                                        STATUSRULES_DAY(2022, 8, 27), STATUSRULES_DAY(2021, 6, 15)};
    columns c = {malloc(ROWS), malloc(ROWS * sizeof(int32_t)), malloc(ROWS * sizeof(int16_t)), malloc(ROWS)};
    if (!c.terms || !c.last_days || !c.citizenships || !c.locations) {
        return 1;
    }
    fill(&c);
    printf("| published | rows that change | answered | boxes | impact | all twice | all once | x twice | x once "
           "|\n");
    printf("|---|---|---|---|---|---|---|---|---|\n");
    for (size_t d = 0; d < sizeof published / sizeof *published; d++) {
        statusrules_options sides[2] = {STATUSRULES_OPTIONS_DEFAULT, STATUSRULES_OPTIONS_DEFAULT};
        char day[11];
        found all = {0, 0, 1e9, {0, 0}};
        found some = {0, 0, 1e9, {0, 0}};
        int32_t n_boxes = 0;
        sides[0].known_on = published[d] - 1;
        sides[1].known_on = published[d];
        for (int32_t run = 0; run < RUNS; run++) {
            const found a = by_answering(&c, law_called("measures"), sides);
            const found s = by_boxes(&c, law_called("measures"), sides, &n_boxes);
            if (a.changed != s.changed) {
                fprintf(stderr, "%lld rows change, and %lld by boxes\n", (long long)a.changed,
                        (long long)s.changed);
                return 1;
            }
            all = a.time < all.time ? a : all;
            some = s.time < some.time ? s : some;
        }
        statusrules_format_day(day, sizeof day, published[d], NULL);
        printf("| %s | %.1f %% | %.1f %% | %d | %.2f s | %.2f s | %.2f s | %.2f | %.2f |\n", day,
               100.0 * (double)some.changed / (double)ROWS, 100.0 * (double)some.answered / (double)ROWS,
               (int)n_boxes, some.time, all.time, all.sides[1], some.time / all.time, some.time / all.sides[1]);
    }
    return 0;
}
