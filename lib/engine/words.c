#include "engine/words.h"

enum { BITS = 64 };

int32_t statusrules_find_words(statusrules_words *words, const statusrules_table_question *question) {
    int32_t used[STATUSRULES_WALK_WORDS] = {0};
    words->question = question;
    words->n = 0;
    words->n_blocks = 0;
    for (int32_t b = 0; b < question->n_blocks && question->blocks[b].stage != STATUSRULES_STAGE_NOTES; b++) {
        const int32_t n_rows = question->blocks[b].n_rows;
        int32_t word = 0;
        while (word < words->n && used[word] + n_rows > BITS) {
            word++;
        }
        if (word == STATUSRULES_WALK_WORDS) {
            return 0;
        }
        words->n = word == words->n ? word + 1 : words->n;
        words->word[b] = (uint8_t)word;
        words->shift[b] = (uint8_t)used[word];
        used[word] += n_rows;
        words->n_blocks = b + 1;
    }
    return 1;
}

int32_t statusrules_word_asks(const statusrules_words *words, int32_t word, int32_t axis) {
    for (int32_t b = 0; b < words->n_blocks; b++) {
        if (words->word[b] == word && words->question->blocks[b].masks[axis]) {
            return 1;
        }
    }
    return 0;
}

uint64_t statusrules_word_mask(const statusrules_words *words, const statusrules_case *c, int32_t word,
                               int32_t axis, int32_t class) {
    const int32_t is_any = class == statusrules_class_after_all(c, axis);
    uint64_t fits = 0;
    for (int32_t b = 0; b < words->n_blocks; b++) {
        const statusrules_table_block *block = &words->question->blocks[b];
        const uint64_t *masks = block->masks[axis];
        if (words->word[b] == word) {
            fits |= statusrules_in_word(words, b,
                                        !masks   ? ~(uint64_t)0
                                        : is_any ? statusrules_might_fit(c, block, axis)
                                                 : masks[class]);
        }
    }
    return fits;
}

void statusrules_keep_class(uint64_t sets[STATUSRULES_WALK_WORDS], const statusrules_words *words, int32_t axis,
                            int32_t class) {
    for (int32_t b = 0; b < words->n_blocks; b++) {
        const uint64_t *masks = words->question->blocks[b].masks[axis];
        if (masks) {
            sets[words->word[b]] &= ~statusrules_in_word(words, b, ~masks[class]);
        }
    }
}

const uint64_t *statusrules_word_masks(const statusrules_words *words, int32_t word, int32_t axis) {
    const uint64_t *masks = 0;
    int32_t n = 0;
    for (int32_t b = 0; b < words->n_blocks; b++) {
        if (words->word[b] == word) {
            masks = words->question->blocks[b].masks[axis];
            n++;
        }
    }
    return n == 1 ? masks : 0;
}
