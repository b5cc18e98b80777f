/**
 * @file completions.h
 * @brief What the oracles share about missing facts: every combination of their values is a completion, numbered like
 *        the readings of an odometer, the first fact turning fastest.
 */
#ifndef STATUSRULES_TESTS_COMPLETIONS_H
#define STATUSRULES_TESTS_COMPLETIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** @brief What the completions are answered. */
struct completions {
    /** As each oracle keeps them. */
    const void *answers;
    int32_t n;
    /** Whether a completion is an answer at all; NULL: each is. */
    bool (*stands)(const void *answers, int32_t completion);
    bool (*same)(const void *answers, int32_t a, int32_t b);
};

/**
 * @brief Whether a fact is missing: for some values of the others, two values of it lead to unequal answers.
 * @param completions all of them
 * @param stride the product of the numbers of values of the facts that turn faster
 * @param n_values how many values the fact has
 */
static inline bool completions_depend(const struct completions *completions, int32_t stride, int32_t n_values) {
    for (int32_t start = 0; start < completions->n; start++) {
        if (start / stride % n_values != 0) {
            continue;
        }
        int32_t met = -1;
        for (int32_t i = 0; i < n_values; i++) {
            int32_t one = start + i * stride;
            if (completions->stands != NULL && !completions->stands(completions->answers, one)) {
                continue;
            }
            if (met >= 0 && !completions->same(completions->answers, met, one)) {
                return true;
            }
            met = one;
        }
    }
    return false;
}

#endif
