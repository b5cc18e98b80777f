/**
 * @file case_text.h
 * @brief Prints what was asked, for the report of a difference.
 */
#ifndef STATUSRULES_TESTS_CASE_TEXT_H
#define STATUSRULES_TESTS_CASE_TEXT_H

#include <statusrules/ask.h>

/** @brief A day as YYYY-MM-DD, "unknown", "none" or "-"; points into `text` or to a constant. */
const char *case_day_text(char text[16], int32_t day);

/** @brief A value of a fact, by its name, as a number or a day, "unknown" or "none". */
const char *case_value_text(char text[16], int32_t fact, int32_t value);

/** @brief Prints a line with the question, the known facts, and the options unless NULL. */
void case_print(int32_t question, const statusrules_facts *facts, const statusrules_options *options);

#endif
