/*
 * The lists of a question side by side: a block of rows of the law stands in one word of 64 bits, beside others if there is
 * room. So masks are ANDed for several lists at once.
 */
#ifndef STATUSRULES_ENGINE_WORDS_H
#define STATUSRULES_ENGINE_WORDS_H

#include "engine/masks.h"

/* The words of a question that is walked. One that needs more is decided row by row from masks, because a caller's stack may
 * be small. */
enum { STATUSRULES_WALK_WORDS = 4, STATUSRULES_WALK_BLOCKS = STATUSRULES_MAX_BLOCKS };

typedef struct statusrules_words {
    const statusrules_table_question *question;
    int32_t n;
    /* The blocks, without the notes; by block its word, and the place of its first row there. */
    int32_t n_blocks;
    uint8_t word[STATUSRULES_WALK_BLOCKS];
    uint8_t shift[STATUSRULES_WALK_BLOCKS];
} statusrules_words;

/* Puts the blocks of a question into words. Returns 0 if they are too many. */
int32_t statusrules_find_words(statusrules_words *words, const statusrules_table_question *question);

/* A set of rows of a block, as it stands in its word; what masks say beyond the block's last row would stand in its
 * neighbour's place. No block is empty: the compiler cuts a list into blocks of 1 to 64 rows. */
static inline uint64_t statusrules_in_word(const statusrules_words *words, int32_t b, uint64_t rows) {
    return (rows & ~(uint64_t)0 >> (64 - words->question->blocks[b].n_rows)) << words->shift[b];
}

/* 1 if some row of a word asks an axis. */
int32_t statusrules_word_asks(const statusrules_words *words, int32_t word, int32_t axis);

/* The rows of a word that fit a class. The class after all others stands for a value that is missing: the rows that fit any. */
uint64_t statusrules_word_mask(const statusrules_words *words, const statusrules_case *c, int32_t word,
                               int32_t axis, int32_t class);

/* Leaves in sets, by word, the rows that fit a class. */
void statusrules_keep_class(uint64_t sets[STATUSRULES_WALK_WORDS], const statusrules_words *words, int32_t axis,
                            int32_t class);

/* The same for every class, as the compiler has written it: of a word that holds one block alone, else NULL. */
const uint64_t *statusrules_word_masks(const statusrules_words *words, int32_t word, int32_t axis);

#endif
