/**
 * @file measures_walk.h
 * @brief Values to ask the questions of the law `measures` with: products of facts, and cases drawn at random.
 */
#ifndef STATUSRULES_TESTS_MEASURES_WALK_H
#define STATUSRULES_TESTS_MEASURES_WALK_H

#include "compare_measures.h"
#include "oracle_rows.h"

enum { WALK_VALUES = 128, WALK_AXES = 16 };

/** @brief The values of a fact: those that the tables tell apart, with the neighbours of days and numbers; unknown last. */
struct walk_axis {
    int32_t fact;
    int32_t n;
    int32_t values[WALK_VALUES];
};

/** @brief The facts of a question. */
struct walk {
    const statusrules_law *law;
    int32_t question;
    int32_t n_axes;
    struct walk_axis axes[WALK_AXES];
};

/** @brief The facts that the rows of a question ask, with their values. */
void walk_of(struct walk *walk, const statusrules_law *law, int32_t question, const struct row_question *rows);

/** @brief Adds a value to a fact that the walk has. */
void walk_add(struct walk *walk, int32_t fact, int32_t value);

/** @brief Compares every combination of the values of some axes; the other facts are as given. */
void walk_product(struct comparison *comparison, const struct walk *walk, const int32_t *axes, int32_t n_axes,
                  const statusrules_facts *facts, const statusrules_options *options);

/** @brief The next number of a sequence that its seed, other than 0, fixes; below `limit`. */
int32_t walk_random(uint64_t *state, int32_t limit);

/** @brief Facts drawn from the values of the walk, of which at most `unknown` are missing. */
statusrules_facts walk_draw(const struct walk *walk, uint64_t *state, int32_t unknown);

/**
 * @brief Checks the oracle's choice of values: each value that `fact` can have, of days those from 2019 to 2023, leads to
 * the same answers as one that the oracle tries, whatever the other facts. A difference is a value that does not.
 */
void walk_check_values(struct comparison *comparison, const struct row_question *rows, int32_t fact);

#endif
