/*
 * For loops over a block of rows of which the compiler makes vectors: the machines they are made for, and full-width
 * masks, all ones where something holds. Compilers make vectors of these forms, and of few others.
 */
#ifndef STATUSRULES_ENGINE_LANES_H
#define STATUSRULES_ENGINE_LANES_H

#include <stdint.h>

/* On a static function: it is compiled for each machine, and the right one is taken when the library is loaded. */
#if defined(__x86_64__) && defined(__ELF__) && defined(__GNUC__) && !defined(STATUSRULES_ONE_MACHINE)
#define STATUSRULES_EACH_MACHINE __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define STATUSRULES_EACH_MACHINE
#endif

static inline uint32_t statusrules_within(int32_t value, int32_t first, uint32_t width) {
    return (uint32_t)value - (uint32_t)first <= width ? ~0U : 0U;
}

static inline uint32_t statusrules_equal(int32_t a, int32_t b) {
    return a == b ? ~0U : 0U;
}

/* Takes the new bits where the mask has ones. */
static inline uint32_t statusrules_pick(uint32_t mask, uint32_t taken, uint32_t kept) {
    return kept ^ ((kept ^ taken) & mask);
}

#endif
