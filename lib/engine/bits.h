/*
 * What the compiler is told: the lowest bit of a set (the first row that fits), and what to inline.
 */
#ifndef STATUSRULES_ENGINE_BITS_H
#define STATUSRULES_ENGINE_BITS_H

#include <stdint.h>

/* The usual answer is one straight run of code; the rare ways are called. */
#if defined(__GNUC__)
#define STATUSRULES_FLATTEN __attribute__((flatten))
#define STATUSRULES_OUT_OF_LINE __attribute__((noinline))
#else
#define STATUSRULES_FLATTEN
#define STATUSRULES_OUT_OF_LINE
#endif

/* The set must not be empty. */
static inline int32_t statusrules_lowest_bit(uint64_t set) {
#if defined(__GNUC__)
    return __builtin_ctzll(set);
#else
    int32_t bit = 0;
    while (!(set >> bit & 1)) {
        bit++;
    }
    return bit;
#endif
}

#endif
