/*
 * Chance: xorshift64, the same numbers from the same state, which must not be zero.
 */
#ifndef STATUSRULES_TESTS_CHANCE_H
#define STATUSRULES_TESTS_CHANCE_H

#include <stdint.h>

static inline uint64_t chance_next(uint64_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

/* 0 to n - 1, from the upper half of the next number. */
static inline uint32_t chance_below(uint64_t *state, uint32_t n) {
    return (uint32_t)(chance_next(state) >> 32) % n;
}

#endif
