/*
 * SipHash-2-4 over words of eight bytes, lowest byte first: J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast
 * short-input PRF". The key is public.
 */
#ifndef STATUSRULES_ENGINE_SIPHASH_H
#define STATUSRULES_ENGINE_SIPHASH_H

#include <stdint.h>

typedef struct statusrules_siphash {
    uint64_t v0;
    uint64_t v1;
    uint64_t v2;
    uint64_t v3;
} statusrules_siphash;

static inline uint64_t statusrules_rotate(uint64_t word, int32_t bits) {
    return word << bits | word >> (64 - bits);
}

static inline void statusrules_siphash_round(statusrules_siphash *s) {
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = statusrules_rotate(s->v1, 13) ^ s->v0;
    s->v3 = statusrules_rotate(s->v3, 16) ^ s->v2;
    s->v0 = statusrules_rotate(s->v0, 32) + s->v3;
    s->v2 += s->v1;
    s->v1 = statusrules_rotate(s->v1, 17) ^ s->v2;
    s->v3 = statusrules_rotate(s->v3, 21) ^ s->v0;
    s->v2 = statusrules_rotate(s->v2, 32);
}

/* The key "statusrules-0001". */
static inline statusrules_siphash statusrules_siphash_begin(void) {
    const uint64_t k0 = 0x7572737574617473U;
    const uint64_t k1 = 0x313030302d73656cU;
    return (statusrules_siphash){k0 ^ 0x736f6d6570736575U, k1 ^ 0x646f72616e646f6dU, k0 ^ 0x6c7967656e657261U,
                                 k1 ^ 0x7465646279746573U};
}

static inline void statusrules_siphash_add(statusrules_siphash *s, uint64_t word) {
    s->v3 ^= word;
    statusrules_siphash_round(s);
    statusrules_siphash_round(s);
    s->v0 ^= word;
}

/* `last` holds the bytes after the last whole word, and the length modulo 256 in its highest byte. */
static inline uint64_t statusrules_siphash_end(statusrules_siphash *s, uint64_t last) {
    statusrules_siphash_add(s, last);
    s->v2 ^= 0xff;
    statusrules_siphash_round(s);
    statusrules_siphash_round(s);
    statusrules_siphash_round(s);
    statusrules_siphash_round(s);
    return s->v0 ^ s->v1 ^ s->v2 ^ s->v3;
}

#endif
