/**
 * @file compare_measures.h
 * @brief Asks the library's law `measures` and its oracle the same, and compares everything they answer.
 */
#ifndef STATUSRULES_TESTS_COMPARE_MEASURES_H
#define STATUSRULES_TESTS_COMPARE_MEASURES_H

#include "compare.h"

/**
 * @brief Compares the answers to a question other than extension: outcome, day, bounds, possible, missing, assumed, and
 * that every reading asked answers the same.
 */
void compare_measures(struct comparison *comparison, const statusrules_law *law, int32_t question,
                      const statusrules_facts *facts, const statusrules_options *options);

#endif
