/*
 * The law `measures`, B.2 to B.6: the library against the oracle, with every kind of value of every fact, each also
 * missing.
 *
 * Without arguments it stays under a minute; `--full` also goes through the whole product of work, strictly, and draws
 * more cases at random.
 */
#include "law_called.h"
#include "measures_cases.h"
#include "measures_walk.h"
#include "oracle_measures.h"
#include "tap.h"

#include <stdio.h>
#include <string.h>

#include <statusrules/names.h>

enum { DRAWN = 200000, DRAWN_IN_FULL = 20000000 };

static const struct {
    int32_t question;
    const struct row_question *rows;
    const char *name;
} questions[] = {
    {STATUSRULES_QUESTION_VACCINATION, &oracle_vaccination, "vaccination"},
    {STATUSRULES_QUESTION_FREE_VACCINATION, &oracle_free_vaccination, "free vaccination"},
    {STATUSRULES_QUESTION_REGULARISATION, &oracle_regularisation, "regularisation"},
    {STATUSRULES_QUESTION_WORK, &oracle_work, "work"},
    {STATUSRULES_QUESTION_MORATORIUM, &oracle_moratorium, "moratorium"},
};

enum { N_QUESTIONS = sizeof questions / sizeof questions[0] };

static statusrules_options strictly(int32_t strict) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.strict = strict;
    return options;
}

/* --- The oracle alone --------------------------------------------------------------------------------------- */

static void check_cases(struct tap *tap) {
    for (int32_t i = 0; i < measures_n_cases; i++) {
        const struct measures_case *one = &measures_cases[i];
        const statusrules_facts facts = measures_facts(one->facts);
        oracle_measures_answer answer;
        char sentence[256];
        oracle_measures_ask(&answer, one->question, &facts, NULL);
        (void)snprintf(sentence, sizeof sentence, "oracle, %s", one->sentence);
        tap_report(tap, sentence, 1, answer.outcome != one->outcome || answer.day != one->day);
    }
}

static void check_values(struct tap *tap) {
    struct comparison c = {0, 0};
    for (int32_t q = 0; q < N_QUESTIONS; q++) {
        for (int32_t i = 0; i < questions[q].rows->n_axes; i++) {
            walk_check_values(&c, questions[q].rows, questions[q].rows->axes[i].fact);
        }
    }
    tap_report(tap, "every value is like one that the oracle tries", c.cases, c.differences);
}

/* --- The library -------------------------------------------------------------------------------------------- */

static void compare_cases(struct comparison *c, const statusrules_law *law) {
    for (int32_t i = 0; i < measures_n_cases; i++) {
        const statusrules_facts facts = measures_facts(measures_cases[i].facts);
        compare_measures(c, law, measures_cases[i].question, &facts, NULL);
    }
}

/* Places that are to be told apart, or not, besides those that the oracle tries. */
static void add_states(struct walk *walk) {
    static const int32_t states[] = {STATUSRULES_COUNTRY('U', 'A'), STATUSRULES_COUNTRY('X', 'D'),
                                     STATUSRULES_COUNTRY('X', 'L'), STATUSRULES_COUNTRY('X', 'A'),
                                     STATUSRULES_COUNTRY('F', 'I'), STATUSRULES_COUNTRY('G', 'R'),
                                     STATUSRULES_COUNTRY('A', 'M'), STATUSRULES_COUNTRY('U', 'Z')};
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++) {
        walk_add(walk, STATUSRULES_FACT_CITIZENSHIP, states[i]);
        if (walk->question == STATUSRULES_QUESTION_REGULARISATION) {
            walk_add(walk, STATUSRULES_FACT_RESIDENCE_STATE, states[i]);
        }
    }
}

static void everything(struct comparison *c, const struct walk *walk, int32_t strict) {
    static const int32_t all[WALK_AXES] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    const statusrules_facts unknown = STATUSRULES_FACTS_UNKNOWN;
    const statusrules_options options = strictly(strict);
    walk_product(c, walk, all, walk->n_axes, &unknown, &options);
}

/* Every state as either side, on a day of each window, other facts missing one by one. */
static void every_state(struct comparison *c, const struct walk *walk) {
    uint64_t state = 1;
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_FACT_CITIZENSHIP); i++) {
        for (int32_t n = 0; n < 256; n++) {
            statusrules_facts facts = walk_draw(walk, &state, n % 3);
            const statusrules_options options = strictly(n >> 2 & 1);
            int32_t country = statusrules_code_at(STATUSRULES_FACT_CITIZENSHIP, i);
            if (n % 2 == 0) {
                facts.citizenship = country;
            } else {
                facts.residence_state = country;
            }
            compare_measures(c, walk->law, walk->question, &facts, &options);
        }
    }
}

/* Every day from 2019 to 2023. */
static void every_day(struct comparison *c, const struct walk *walk) {
    uint64_t state = 2;
    for (int32_t day = ORACLE_DAY(2019, 1, 1); day <= ORACLE_DAY(2023, 12, 31); day++) {
        for (int32_t n = 0; n < 64; n++) {
            statusrules_facts facts = walk_draw(walk, &state, n % 3);
            facts.on_day = day;
            compare_measures(c, walk->law, walk->question, &facts, NULL);
        }
    }
}

/* Cases at random, in every reading, with the facts of the question that B.2 to B.6 do not ask. */
static void drawn(struct comparison *c, const struct walk *walk, int32_t n_cases) {
    uint64_t state = 3;
    for (int32_t n = 0; n < n_cases; n++) {
        statusrules_facts facts = walk_draw(walk, &state, walk_random(&state, 5));
        statusrules_options options = strictly(walk_random(&state, 2));
        options.reading = walk_random(&state, 4);
        options.reading = options.reading == 0 ? STATUSRULES_UNKNOWN : options.reading;
        if (walk_random(&state, 2) == 0) {
            facts.location = STATUSRULES_LOCATION_IN_RUSSIA + walk_random(&state, 2);
            facts.could_not_return = walk_random(&state, 2);
        }
        compare_measures(c, walk->law, walk->question, &facts, &options);
    }
}

/* The moratorium by what was known, for decisions whose acts have a day. */
static void days_of_knowledge(struct comparison *c, const struct walk *walk) {
    static const int32_t published[] = {ORACLE_DAY(2020, 4, 18), ORACLE_DAY(2020, 6, 15), ORACLE_DAY(2020, 9, 23),
                                        ORACLE_DAY(2020, 12, 17), ORACLE_DAY(2021, 6, 15)};
    static const int32_t decision_and_exception[] = {1, 2};
    for (int32_t day = ORACLE_DAY(2020, 3, 1); day <= ORACLE_DAY(2021, 9, 30); day++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        facts.on_day = day;
        for (size_t i = 0; i < sizeof published / sizeof published[0]; i++) {
            for (int32_t known_on = published[i] - 1; known_on <= published[i]; known_on++) {
                for (int32_t strict = STATUSRULES_NO; strict <= STATUSRULES_YES; strict++) {
                    statusrules_options options = strictly(strict);
                    options.known_on = known_on;
                    walk_product(c, walk, decision_and_exception, 2, &facts, &options);
                }
            }
        }
    }
}

static void compare_question(struct tap *tap, const statusrules_law *law, int32_t q, bool full) {
    static struct walk walk;
    struct comparison c = {0, 0};
    char sentence[128];
    const bool whole_strictly = full || questions[q].question != STATUSRULES_QUESTION_WORK;
    walk_of(&walk, law, questions[q].question, questions[q].rows);
    add_states(&walk);
    everything(&c, &walk, STATUSRULES_NO);
    (void)snprintf(sentence, sizeof sentence, "%s: every kind of value, each also missing", questions[q].name);
    tap_report(tap, sentence, c.cases, c.differences);
    if (whole_strictly) {
        c = (struct comparison){0, 0};
        everything(&c, &walk, STATUSRULES_YES);
        (void)snprintf(sentence, sizeof sentence, "%s: the same, strictly", questions[q].name);
        tap_report(tap, sentence, c.cases, c.differences);
    }
    c = (struct comparison){0, 0};
    every_state(&c, &walk);
    every_day(&c, &walk);
    drawn(&c, &walk, full ? DRAWN_IN_FULL : DRAWN);
    (void)snprintf(sentence, sizeof sentence, "%s: every state, every day, and cases at random",
                   questions[q].name);
    tap_report(tap, sentence, c.cases, c.differences);
    if (questions[q].question == STATUSRULES_QUESTION_MORATORIUM) {
        c = (struct comparison){0, 0};
        days_of_knowledge(&c, &walk);
        tap_report(tap, "moratorium: what was known on each day", c.cases, c.differences);
    }
}

int main(int argc, char **argv) {
    const bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
    const statusrules_law *law = law_called("measures");
    struct tap tap = {0, 0};
    struct comparison c = {0, 0};
    check_cases(&tap);
    check_values(&tap);
    tap_report(&tap, "the library holds the law of the measures", 1, law == NULL);
    if (law != NULL) {
        compare_cases(&c, law);
        tap_report(&tap, "the cases that must be reproduced, with all that is assumed and missing", c.cases,
                   c.differences);
        for (int32_t q = 0; q < N_QUESTIONS; q++) {
            compare_question(&tap, law, q, full);
        }
    }
    return tap_done(&tap);
}
