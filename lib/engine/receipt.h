/*
 * The bytes of a receipt (include/statusrules/receipt.h has their layout), as words of eight bytes, lowest byte first.
 */
#ifndef STATUSRULES_ENGINE_RECEIPT_H
#define STATUSRULES_ENGINE_RECEIPT_H

#include "engine/tables.h"

#include <statusrules/receipt.h>

enum { STATUSRULES_RECEIPT_VERSION = 1, STATUSRULES_RECEIPT_STRICT = 16 };

/* The words before the digest: three that say what was asked of which law, one of the answer. */
enum { STATUSRULES_RECEIPT_ASKED = 3, STATUSRULES_RECEIPT_WORDS = 4 };

static inline uint64_t statusrules_two(int32_t low, int32_t high) {
    return (uint64_t)(uint32_t)low | (uint64_t)(uint32_t)high << 32;
}

/* The mark of a law, by its name. */
uint32_t statusrules_law_mark(const statusrules_law *law);

/* The law data of an edition that the library holds. */
uint64_t statusrules_law_word(const statusrules_law *law, int32_t edition);

/* What was asked; the edition is that which answers. */
void statusrules_asked_words(uint64_t words[STATUSRULES_RECEIPT_ASKED], const statusrules_law *law,
                             int32_t question, const statusrules_options *options, int32_t edition);

/* What was answered. */
static inline uint64_t statusrules_answer_word(int32_t outcome, int32_t day, int32_t provision,
                                               const statusrules_options *options) {
    const int32_t reading = options->reading == STATUSRULES_UNKNOWN ? 0 : options->reading;
    const int32_t strict = options->strict == STATUSRULES_YES ? STATUSRULES_RECEIPT_STRICT : 0;
    return statusrules_two(outcome | (reading | strict) << 8 | (int32_t)((uint32_t)provision << 16), day);
}

/* The digest of the words and of the facts of the question. */
uint64_t statusrules_receipt_digest(const uint64_t words[STATUSRULES_RECEIPT_WORDS], int32_t question,
                                    const statusrules_facts *facts);

/* The last word of what is digested: the length of everything, with `n_facts` facts. */
static inline uint64_t statusrules_length_word(uint64_t n_facts) {
    return (8 * (STATUSRULES_RECEIPT_WORDS + n_facts)) << 56;
}

static inline void statusrules_write_word(uint8_t *bytes, uint64_t word) {
    for (int32_t i = 0; i < 8; i++) {
        bytes[i] = (uint8_t)(word >> 8 * i);
    }
}

static inline uint64_t statusrules_read_word(const uint8_t *bytes) {
    uint64_t word = 0;
    for (int32_t i = 0; i < 8; i++) {
        word |= (uint64_t)bytes[i] << 8 * i;
    }
    return word;
}

#endif
