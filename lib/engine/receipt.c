#include "engine/receipt.h"

#include "engine/bits.h"
#include "engine/siphash.h"
#include "engine/values.h"

uint32_t statusrules_law_mark(const statusrules_law *law) {
    statusrules_siphash s = statusrules_siphash_begin();
    uint64_t word = 0;
    uint64_t length = 0;
    for (const char *at = law->name; *at; at++) {
        word |= (uint64_t)(uint8_t)*at << 8 * (length % 8);
        if (++length % 8 == 0) {
            statusrules_siphash_add(&s, word);
            word = 0;
        }
    }
    return (uint32_t)statusrules_siphash_end(&s, word | length << 56);
}

static uint64_t digit(char hexadecimal) {
    return (uint64_t)(hexadecimal <= '9' ? hexadecimal - '0' : hexadecimal - 'a' + 10);
}

uint64_t statusrules_law_word(const statusrules_law *law, int32_t edition) {
    const char *digits = law->digests[edition - 1];
    uint64_t word = 0;
    for (int32_t i = 0; i < 8; i++) {
        word |= (digit(digits[2 * i]) << 4 | digit(digits[2 * i + 1])) << 8 * i;
    }
    return word;
}

void statusrules_asked_words(uint64_t words[STATUSRULES_RECEIPT_ASKED], const statusrules_law *law,
                             int32_t question, const statusrules_options *options, int32_t edition) {
    words[0] = statusrules_two(STATUSRULES_RECEIPT_VERSION | question << 8 | (int32_t)((uint32_t)edition << 16),
                               (int32_t)statusrules_law_mark(law));
    words[1] = statusrules_law_word(law, edition);
    words[2] = statusrules_two(options->known_on, options->valid_on);
}

uint64_t statusrules_receipt_digest(const uint64_t words[STATUSRULES_RECEIPT_WORDS], int32_t question,
                                    const statusrules_facts *facts) {
    statusrules_siphash s = statusrules_siphash_begin();
    uint64_t n_facts = 0;
    for (int32_t i = 0; i < STATUSRULES_RECEIPT_WORDS; i++) {
        statusrules_siphash_add(&s, words[i]);
    }
    for (uint64_t left = (uint64_t)statusrules_table_question_facts[question]; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        const int32_t value = statusrules_facts_get(facts, fact);
        if (value != STATUSRULES_UNKNOWN) {
            statusrules_siphash_add(&s, statusrules_two(fact, value));
            n_facts++;
        }
    }
    return statusrules_siphash_end(&s, statusrules_length_word(n_facts));
}
