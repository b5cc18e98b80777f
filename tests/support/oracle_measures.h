/**
 * @file oracle_measures.h
 * @brief A second encoding of the law `measures`, B.2 to B.7 of the decision tables, to compare the library with.
 *
 * Written from the tables alone, as ifs: oracle_care.c (B.2, B.3), oracle_decisions.c (B.4 to B.6), oracle_entry.c
 * (B.7). It shares nothing with the library but the types and numbers of the public headers.
 */
#ifndef STATUSRULES_TESTS_ORACLE_MEASURES_H
#define STATUSRULES_TESTS_ORACLE_MEASURES_H

#include <statusrules/ask.h>

/** @brief What the tables answer. The members mean what they mean in #statusrules_answer. */
typedef struct oracle_measures_answer {
    int32_t outcome;
    int32_t day;
    int32_t possible;
    int32_t earliest;
    int32_t latest;
    int64_t missing;
    int64_t assumed;
    /** The row of the tables that decided the first completion, such as "B.7 row 9". */
    const char *row;
} oracle_measures_answer;

/**
 * @brief What the tables answer to a question other than extension. The facts must be values of their kind.
 *
 * Where facts are missing it tries every combination of values that the tables tell apart: a million at most, which
 * any four facts of education_entry stay under. The tables give days of knowledge for the moratorium
 * alone, and for decisions up to 30 September 2021: elsewhere `known_on` must be unknown. The rows hold in every
 * reading, and the edition is not read.
 */
void oracle_measures_ask(oracle_measures_answer *answer, int32_t question, const statusrules_facts *facts,
                         const statusrules_options *options);

#endif
