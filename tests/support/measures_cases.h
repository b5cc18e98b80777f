/**
 * @file measures_cases.h
 * @brief The cases that the law `measures` must reproduce, with the answers that their sources and Convention 11 give.
 *
 * Written by hand, so that the oracle is checked against something.
 */
#ifndef STATUSRULES_TESTS_MEASURES_CASES_H
#define STATUSRULES_TESTS_MEASURES_CASES_H

#include "oracle.h"

enum { MEASURES_CASE_FACTS = 14 };

/** @brief A fact and its value; fact 0 ends a list. */
struct measures_fact {
    int32_t fact;
    int32_t value;
};

/** @brief A case: what is known, and the answer. */
struct measures_case {
    const char *sentence;
    int32_t question;
    struct measures_fact facts[MEASURES_CASE_FACTS];
    int32_t outcome;
    /** The day of a `yes` that has one, else #STATUSRULES_NOT_A_DAY. */
    int32_t day;
};

/* Facts in words, for lists of them. */
#define ON(y, m, d) {STATUSRULES_FACT_ON_DAY, ORACLE_DAY(y, m, d)}
#define IS(fact, value) {STATUSRULES_FACT_##fact, STATUSRULES_##fact##_##value}
#define HAS(fact) {STATUSRULES_FACT_##fact, STATUSRULES_YES}
#define HAS_NO(fact) {STATUSRULES_FACT_##fact, STATUSRULES_NO}
#define OF(fact, value) {STATUSRULES_FACT_##fact, value}
#define IN(fact, a, b) {STATUSRULES_FACT_##fact, STATUSRULES_COUNTRY(a, b)}
#define CITIZEN(a, b) IN(CITIZENSHIP, a, b)
#define RESIDENT(a, b) IN(RESIDENCE_STATE, a, b)
#define STATELESS OF(CITIZENSHIP, STATUSRULES_NONE)

extern const struct measures_case measures_cases[];
extern const int32_t measures_n_cases;

/** @brief The facts of a list; all others unknown. */
statusrules_facts measures_facts(const struct measures_fact facts[MEASURES_CASE_FACTS]);

#endif
