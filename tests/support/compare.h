/**
 * @file compare.h
 * @brief Asks the library and the oracle the same, and compares everything they answer.
 */
#ifndef STATUSRULES_TESTS_COMPARE_H
#define STATUSRULES_TESTS_COMPARE_H

#include "oracle.h"

/** @brief How many cases were compared, and how many differ. */
struct comparison {
    int64_t cases;
    int64_t differences;
};

/** @brief Whether the law holds the provisions of the tables under their ids, and no others. Call it first. */
bool compare_provisions(struct comparison *comparison);

/** @brief Compares the answers to a question: error, outcome, day, provision, note, bounds, missing, assumed, readings. */
void compare_ask(struct comparison *comparison, int32_t question, const statusrules_facts *facts,
                 const statusrules_options *options);

/** @brief Compares whether a document is valid on a day: error, outcome, day, provision, possible, missing, assumed, readings. */
void compare_valid_on(struct comparison *comparison, const statusrules_facts *facts, int32_t day,
                      const statusrules_options *options);

#endif
