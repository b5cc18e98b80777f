/**
 * @file digest.h
 * @brief The digest of all answers about one term, as tests/vectors/README.md defines it for every language.
 */
#ifndef STATUSRULES_TESTS_DIGEST_H
#define STATUSRULES_TESTS_DIGEST_H

#include <statusrules/ask.h>

/** @brief Answers one question. */
typedef void digest_answer(int32_t *outcome, int32_t *day, const void *context, const statusrules_facts *facts,
                           const statusrules_options *options);

/** @brief CRC-32 over the answers about the term in an edition. */
uint32_t digest_of_answers(int32_t term, int32_t edition, digest_answer *answer, const void *context);

#endif
