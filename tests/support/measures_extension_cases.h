/**
 * @file measures_extension_cases.h
 * @brief The numbered cases of the tables about terms and documents under the law `measures`, with their answers.
 */
#ifndef STATUSRULES_TESTS_MEASURES_EXTENSION_CASES_H
#define STATUSRULES_TESTS_MEASURES_EXTENSION_CASES_H

#include "oracle.h"

/** @brief A case. A member that is 0 is not given: no case has 1 January 1970. */
struct extension_case {
    const char *sentence;
    int32_t known_on;
    int32_t reading;
    int32_t term;
    int32_t last_day;
    int32_t location;
    int32_t citizenship;
    int32_t residence_state;
    int32_t issued_on;
    int32_t settled_on;
    int32_t identified;
    int32_t valid_on;
    /* What the tables answer. */
    int32_t outcome;
    int32_t day;
    int32_t earliest;
    int32_t latest;
};

extern const struct extension_case extension_cases[];
extern const int32_t n_extension_cases;

statusrules_facts facts_of_case(const struct extension_case *c);
statusrules_options options_of_case(const struct extension_case *c);

#endif
