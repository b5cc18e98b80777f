/**
 * @file measures.h
 * @brief Asking the law `measures` in words, and what an answer must be.
 */
#ifndef STATUSRULES_TESTS_LAW_MEASURES_H
#define STATUSRULES_TESTS_LAW_MEASURES_H

#include "law_called.h"
#include "measures_cases.h"

#include <criterion/criterion.h>

#define FACT(name) ((int64_t)1 << STATUSRULES_FACT_##name)
#define OUTCOME_BIT(name) (1 << STATUSRULES_OUTCOME_##name)
#define FACTS(...) ((const struct measures_fact[MEASURES_CASE_FACTS]){__VA_ARGS__})

/* --- Asking ------------------------------------------------------------------------------------------------- */

static inline const statusrules_law *law(void) {
    const statusrules_law *measures = law_called("measures");
    cr_assert_not_null(measures, "the library does not hold the law of the measures");
    return measures;
}

static inline statusrules_options options_of(int32_t known_on, int32_t strict) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.known_on = known_on;
    options.strict = strict;
    return options;
}

static inline statusrules_answer ask_under(statusrules_options options, int32_t question,
                                           const struct measures_fact *list) {
    const statusrules_facts facts = measures_facts(list);
    statusrules_answer answer = {0};
    int32_t error = statusrules_ask(&answer, law(), question, &facts, &options, NULL);
    cr_assert_eq(error, STATUSRULES_OK, "the question was refused with error %d", (int)error);
    return answer;
}

#define ask(question, ...)                                                                                        \
    ask_under(options_of(STATUSRULES_UNKNOWN, STATUSRULES_NO), STATUSRULES_QUESTION_##question, FACTS(__VA_ARGS__))

#define strictly(question, ...)                                                                                   \
    ask_under(options_of(STATUSRULES_UNKNOWN, STATUSRULES_YES), STATUSRULES_QUESTION_##question,                  \
              FACTS(__VA_ARGS__))

#define as_known_on(day, question, ...)                                                                           \
    ask_under(options_of(day, STATUSRULES_NO), STATUSRULES_QUESTION_##question, FACTS(__VA_ARGS__))

/* --- Expecting ---------------------------------------------------------------------------------------------- */

static inline statusrules_provision provision_of(const statusrules_answer *answer) {
    statusrules_provision provision = {0};
    cr_assert_eq(statusrules_law_provision(&provision, law(), answer->provision, NULL), STATUSRULES_OK,
                 "no provision decided");
    return provision;
}

static inline void is(statusrules_answer answer, int32_t outcome) {
    cr_expect_eq(answer.outcome, outcome, "outcome %d, expected %d", (int)answer.outcome, (int)outcome);
    cr_expect_eq(answer.missing, 0, "a fact is missing");
    if (outcome == STATUSRULES_OUTCOME_YES || outcome == STATUSRULES_OUTCOME_NO) {
        cr_expect_neq(provision_of(&answer).passage_en[0], '\0', "no passage");
    }
}

static inline void is_yes(statusrules_answer answer) {
    is(answer, STATUSRULES_OUTCOME_YES);
}

static inline void is_no(statusrules_answer answer) {
    is(answer, STATUSRULES_OUTCOME_NO);
}

static inline void is_silent(statusrules_answer answer) {
    is(answer, STATUSRULES_OUTCOME_SILENT);
}

/* Sources disagree: each side is named with who says so. */
static inline void is_a_conflict(statusrules_answer answer) {
    is(answer, STATUSRULES_OUTCOME_CONFLICT);
    statusrules_provision provision = provision_of(&answer);
    cr_expect_geq(provision.n_sides, 2);
    for (int32_t i = 0; i < provision.n_sides; i++) {
        statusrules_side side = {0};
        cr_assert_eq(statusrules_law_side(&side, law(), answer.provision, i, NULL), STATUSRULES_OK);
        cr_expect_neq(side.source_en[0], '\0', "a side of %s without a source", provision.id);
    }
}

static inline void is_undetermined(statusrules_answer answer, int32_t possible, int64_t missing) {
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED, "outcome %d", (int)answer.outcome);
    cr_expect_eq(answer.possible, possible, "possible %d, expected %d", (int)answer.possible, (int)possible);
    cr_expect_eq(answer.missing, missing, "missing %llx", (unsigned long long)answer.missing);
}

static inline void is_certain(statusrules_answer answer, int32_t certainty) {
    cr_expect_eq(provision_of(&answer).certainty, certainty);
}

#endif
