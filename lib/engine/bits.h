/*
 * Sets of bits: their lowest (the first row that fits), and how many they are; and what the compiler is told to inline.
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

static inline int32_t statusrules_count_bits(uint64_t set) {
    int32_t n = 0;
    for (; set; set &= set - 1) {
        n++;
    }
    return n;
}

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
