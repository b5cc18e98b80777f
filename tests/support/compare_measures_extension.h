/**
 * @file compare_measures_extension.h
 * @brief Asks the law `measures` of the library and its oracle the same, and compares what they answer.
 */
#ifndef STATUSRULES_TESTS_COMPARE_MEASURES_EXTENSION_H
#define STATUSRULES_TESTS_COMPARE_MEASURES_EXTENSION_H

#include "compare.h"
#include "oracle_measures_extension.h"

/**
 * @brief Compares through which day: error, outcome, day, bounds, possible, missing, readings, and that what the
 *        answer assumes is what the tables let it assume. Provisions are not compared.
 */
void compare_measures_extension(struct comparison *comparison, const statusrules_law *law,
                                const statusrules_facts *facts, const statusrules_options *options);

/** @brief Compares whether a document is valid on a day; bounds are not compared. */
void compare_measures_valid_on(struct comparison *comparison, const statusrules_law *law,
                               const statusrules_facts *facts, int32_t day, const statusrules_options *options);

#endif
