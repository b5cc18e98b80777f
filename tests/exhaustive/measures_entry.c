/*
 * The law `measures`, B.7, entry for education: the library against the oracle.
 *
 * Around one case for each row of the table: each fact at every kind of value, missing too; every mixture of two cases;
 * every product of three facts. Then every state, every day, and cases drawn at random.
 *
 *   measures_entry                two million cases at random, under a minute
 *   measures_entry --cases N      N million, on two threads
 */
#include "law_called.h"
#include "measures_cases.h"
#include "measures_walk.h"
#include "tap.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>

#include <statusrules/names.h>

enum { QUESTION = STATUSRULES_QUESTION_EDUCATION_ENTRY, MILLION = 1000000, THREADS = 2 };

/* What differs from the common case: a student from Iran by air, not direct, not listed, visa-free, with notice and test. */
static const struct {
    const char *row;
    struct measures_fact facts[MEASURES_CASE_FACTS];
    int32_t outcome;
} bases[] = {
    {"B.7 row 1", {ON(2020, 3, 17)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 2", {ON(2020, 6, 1), HAS(OTHER_GROUND)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 3, Kazakhstan",
     {ON(2022, 4, 1), CITIZEN('K', 'Z'), IS(ROUTE, LAND), IN(BORDER, 'K', 'Z')},
     STATUSRULES_OUTCOME_YES},
    {"B.7 row 3, Mongolia", {ON(2022, 4, 1), IS(ROUTE, LAND), IN(BORDER, 'M', 'N')}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 4", {ON(2022, 4, 1), IS(ROUTE, LAND), IN(BORDER, 'K', 'Z')}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 5", {ON(2020, 9, 30), IS(ROUTE, RAIL)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 6", {ON(2021, 10, 1), IS(ROUTE, SEA)}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 7", {ON(2021, 1, 30), CITIZEN('I', 'N'), HAS(DIRECT)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 7, residence", {ON(2021, 4, 10), RESIDENT('D', 'E'), HAS(DIRECT)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 7, residence",
     {ON(2021, 9, 10), STATELESS, RESIDENT('A', 'T'), HAS(DIRECT)},
     STATUSRULES_OUTCOME_YES},
    {"B.7 row 7, not direct", {ON(2021, 4, 20), CITIZEN('G', 'B')}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 7, residence, not direct", {ON(2021, 5, 1), RESIDENT('G', 'B')}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 7, not on the list", {ON(2021, 7, 10)}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 8", {ON(2020, 12, 1)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 9", {ON(2021, 4, 1), CITIZEN('A', 'M')}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 11, no list yet", {ON(2021, 3, 18), CITIZEN('A', 'M')}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 10", {ON(2021, 4, 1), CITIZEN('X', 'A'), OF(NOTICE_DAYS, 9)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 11", {ON(2021, 5, 15)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 11, a later list", {ON(2021, 5, 15), CITIZEN('S', 'A')}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 12",
     {ON(2021, 9, 10), HAS(LISTED), IS(REGIME, VISA), OF(VISA_DAYS_LEFT, 45)},
     STATUSRULES_OUTCOME_YES},
    {"B.7 row 12",
     {ON(2021, 9, 10), HAS(LISTED), IS(REGIME, VISA), OF(VISA_DAYS_LEFT, 40)},
     STATUSRULES_OUTCOME_CONFLICT},
    {"B.7 row 12", {ON(2021, 9, 10), HAS(LISTED), OF(NOTICE_DAYS, 12)}, STATUSRULES_OUTCOME_CONFLICT},
    {"B.7 row 12", {ON(2021, 12, 6), HAS(LISTED), OF(PCR_HOURS, 60)}, STATUSRULES_OUTCOME_CONFLICT},
    {"B.7 row 12", {ON(2022, 2, 1), HAS(LISTED), OF(PCR_HOURS, STATUSRULES_NONE)}, STATUSRULES_OUTCOME_CONFLICT},
    {"B.7 row 12", {ON(2021, 9, 10), IS(LEVEL, VOCATIONAL), HAS(LISTED)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 13", {ON(2021, 9, 10), OF(PCR_HOURS, 80)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 14, first parent", {ON(2021, 9, 10), IS(ROLE, PARENT_FIRST), HAS(LISTED)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 14, second parent", {ON(2021, 9, 10), IS(ROLE, PARENT_SECOND), HAS(LISTED)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 15", {ON(2021, 9, 10), IS(LEVEL, GENERAL), HAS(LISTED)}, STATUSRULES_OUTCOME_SILENT},
    {"B.7 row 16", {ON(2022, 8, 1)}, STATUSRULES_OUTCOME_YES},
    {"B.7 row 16", {ON(2022, 8, 1), OF(PCR_HOURS, 49)}, STATUSRULES_OUTCOME_NO},
    {"B.7 row 17", {ON(2022, 10, 21), OF(PCR_HOURS, STATUSRULES_NONE)}, STATUSRULES_OUTCOME_YES},
};

enum { N_BASES = sizeof bases / sizeof bases[0] };

static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

static statusrules_facts base(int32_t b) {
    static const struct measures_fact common[MEASURES_CASE_FACTS] = {
        IS(ROLE, STUDENT),     IS(LEVEL, HIGHER),
        CITIZEN('I', 'R'),     OF(RESIDENCE_STATE, STATUSRULES_NONE),
        IS(ROUTE, AIR),        IN(BORDER, 'F', 'I'),
        HAS_NO(DIRECT),        HAS_NO(LISTED),
        IS(REGIME, VISA_FREE), OF(VISA_DAYS_LEFT, STATUSRULES_NONE),
        OF(NOTICE_DAYS, 14),   OF(PCR_HOURS, 48),
        HAS_NO(OTHER_GROUND),
    };
    statusrules_facts facts = measures_facts(common);
    for (int32_t i = 0; bases[b].facts[i].fact != 0; i++) {
        *member(&facts, bases[b].facts[i].fact) = bases[b].facts[i].value;
    }
    return facts;
}

/* --- The oracle alone --------------------------------------------------------------------------------------- */

static void check_bases(struct comparison *c) {
    for (int32_t b = 0; b < N_BASES; b++) {
        const statusrules_facts facts = base(b);
        struct row_verdict v = oracle_education_entry.decide(&facts, STATUSRULES_UNKNOWN);
        c->cases++;
        if (v.outcome != bases[b].outcome || strcmp(v.row, bases[b].row) != 0) {
            c->differences++;
            (void)printf("# the case of %s is decided by '%s'\n", bases[b].row, v.row);
        }
    }
}

static void check_values(struct comparison *c) {
    for (int32_t i = 0; i < oracle_education_entry.n_axes; i++) {
        walk_check_values(c, &oracle_education_entry, oracle_education_entry.axes[i].fact);
    }
}

/* --- Around the rows ---------------------------------------------------------------------------------------- */

static void one_fact_at_every_value(struct comparison *c, const struct walk *walk) {
    for (int32_t b = 0; b < N_BASES; b++) {
        const statusrules_facts facts = base(b);
        for (int32_t strict = STATUSRULES_NO; strict <= STATUSRULES_YES; strict++) {
            statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
            options.strict = strict;
            for (int32_t i = 0; i < walk->n_axes; i++) {
                walk_product(c, walk, &i, 1, &facts, &options);
            }
        }
    }
}

/* Every case that takes each of its facts from one of two rows: all pairs of rows that a case can meet are among them. */
static void every_two_rows(struct comparison *c, const struct walk *walk) {
    for (int32_t a = 0; a < N_BASES; a++) {
        for (int32_t b = 0; b < a; b++) {
            statusrules_facts one = base(a);
            statusrules_facts other = base(b);
            int32_t differ[WALK_AXES];
            int32_t n = 0;
            for (int32_t i = 0; i < walk->n_axes; i++) {
                if (*member(&one, walk->axes[i].fact) != *member(&other, walk->axes[i].fact)) {
                    differ[n++] = walk->axes[i].fact;
                }
            }
            for (int32_t mixture = 0; mixture < 1 << n; mixture++) {
                statusrules_facts facts = one;
                for (int32_t i = 0; i < n; i++) {
                    if ((mixture >> i & 1) != 0) {
                        *member(&facts, differ[i]) = *member(&other, differ[i]);
                    }
                }
                compare_measures(c, walk->law, QUESTION, &facts, NULL);
            }
        }
    }
}

/* The same cases, every three facts at the values that the tables tell apart and missing. */
static void every_three_facts(struct comparison *c, const struct walk *walk) {
    for (int32_t b = 0; b < N_BASES; b++) {
        const statusrules_facts facts = base(b);
        for (int32_t i = 0; i < walk->n_axes; i++) {
            for (int32_t j = 0; j < i; j++) {
                for (int32_t k = 0; k < j; k++) {
                    const int32_t three[] = {i, j, k};
                    walk_product(c, walk, three, 3, &facts, NULL);
                }
            }
        }
    }
}

static void every_state(struct comparison *c, const struct walk *walk) {
    static const int32_t sides[] = {STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_RESIDENCE_STATE,
                                    STATUSRULES_FACT_BORDER};
    const struct row_axis *days = &oracle_education_entry.axes[0];
    for (int32_t b = 0; b < N_BASES; b++) {
        for (int32_t i = 0; i < statusrules_count(STATUSRULES_FACT_BORDER); i++) {
            for (size_t s = 0; s < sizeof sides / sizeof sides[0]; s++) {
                for (int32_t d = 0; d < days->n; d++) {
                    for (int32_t before = 0; before <= 1; before++) {
                        statusrules_facts facts = base(b);
                        *member(&facts, sides[s]) = statusrules_code_at(STATUSRULES_FACT_BORDER, i);
                        facts.on_day = days->values[d] - (d > 0 ? before : 0);
                        compare_measures(c, walk->law, QUESTION, &facts, NULL);
                    }
                }
            }
        }
    }
}

static void every_day(struct comparison *c, const struct walk *walk) {
    for (int32_t b = 0; b < N_BASES; b++) {
        for (int32_t i = 0; i < walk->n_axes; i++) {
            for (int32_t day = ORACLE_DAY(2019, 1, 1); day <= ORACLE_DAY(2023, 12, 31); day++) {
                statusrules_facts facts = base(b);
                *member(&facts, walk->axes[i].fact) = STATUSRULES_UNKNOWN;
                facts.on_day = day;
                compare_measures(c, walk->law, QUESTION, &facts, NULL);
            }
        }
    }
}

/* --- At random ---------------------------------------------------------------------------------------------- */

struct drawing {
    const struct walk *walk;
    uint64_t seed;
    int64_t n;
    struct comparison comparison;
};

/* Half of the cases start from a row's, of which a few facts are drawn again. */
static int draw(void *context) {
    struct drawing *drawing = context;
    const struct walk *walk = drawing->walk;
    uint64_t state = drawing->seed;
    for (int64_t n = 0; n < drawing->n; n++) {
        const int32_t unknown = walk_random(&state, 4);
        statusrules_facts facts = walk_draw(walk, &state, unknown);
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        options.strict = walk_random(&state, 4) == 0 ? STATUSRULES_YES : STATUSRULES_NO;
        if (walk_random(&state, 8) == 0) {
            options.reading = STATUSRULES_READING_LITERAL + walk_random(&state, 3);
        }
        if (walk_random(&state, 2) == 0) {
            statusrules_facts mixed = base(walk_random(&state, N_BASES));
            for (int32_t i = 0; i < 4; i++) {
                int32_t fact = walk->axes[walk_random(&state, walk->n_axes)].fact;
                *member(&mixed, fact) = *member(&facts, fact);
            }
            facts = mixed;
        }
        compare_measures(&drawing->comparison, walk->law, QUESTION, &facts, &options);
    }
    return 0;
}

static void drawn(struct comparison *c, const struct walk *walk, int64_t n) {
    struct drawing drawings[THREADS];
    thrd_t threads[THREADS];
    for (int32_t t = 0; t < THREADS; t++) {
        drawings[t] = (struct drawing){walk, 20220715 + (uint64_t)t, n / THREADS, {0, 0}};
        if (thrd_create(&threads[t], draw, &drawings[t]) != thrd_success) {
            c->differences++;
            return;
        }
    }
    for (int32_t t = 0; t < THREADS; t++) {
        thrd_join(threads[t], NULL);
        c->cases += drawings[t].comparison.cases;
        c->differences += drawings[t].comparison.differences;
    }
}

static void report(struct tap *tap, const char *sentence, struct comparison *c) {
    tap_report(tap, sentence, c->cases, c->differences);
    *c = (struct comparison){0, 0};
}

int main(int argc, char **argv) {
    const int64_t millions = argc == 3 && strcmp(argv[1], "--cases") == 0 ? strtoll(argv[2], NULL, 10) : 2;
    static struct walk walk;
    struct tap tap = {0, 0};
    struct comparison c = {0, 0};
    check_bases(&c);
    report(&tap, "the oracle: a case for each row", &c);
    check_values(&c);
    report(&tap, "the oracle: every value is like one that it tries", &c);
    const statusrules_law *law = law_called("measures");
    tap_report(&tap, "the library holds the law of the measures", 1, law == NULL);
    if (law == NULL) {
        return tap_done(&tap);
    }
    walk_of(&walk, law, QUESTION, &oracle_education_entry);
    one_fact_at_every_value(&c, &walk);
    report(&tap, "each row, one fact at every kind of value, also missing, also strictly", &c);
    every_two_rows(&c, &walk);
    report(&tap, "every mixture of two rows", &c);
    every_state(&c, &walk);
    report(&tap, "every state as citizenship, residence and border, around every edge of the days", &c);
    every_day(&c, &walk);
    report(&tap, "every day, each fact missing", &c);
    every_three_facts(&c, &walk);
    report(&tap, "each row, every three facts at every kind of value, also missing", &c);
    drawn(&c, &walk, millions * MILLION);
    report(&tap, "cases at random", &c);
    return tap_done(&tap);
}
