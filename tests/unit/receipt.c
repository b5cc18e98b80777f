/*
 * Is a receipt what include/statusrules/receipt.h says, byte for byte; does verifying notice what it should, and nothing
 * else; and does the text catch what a person mistypes? The layout and the digest are written here once more, from the
 * header and the paper.
 */
#include "chance.h"
#include "law_called.h"

#include <criterion/criterion.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <statusrules/statusrules.h>

#define DAY STATUSRULES_DAY

enum { BYTES = STATUSRULES_RECEIPT_BYTES, CHARACTERS = STATUSRULES_RECEIPT_CHARACTERS, GUARD = 0x5A };

/* --- SipHash-2-4, byte by byte, as the paper has it -------------------------------------------------------------- */

static uint64_t rotated(uint64_t x, int b) {
    return (x << b) | (x >> (64 - b));
}

static void sip_round(uint64_t v[4]) {
    v[0] += v[1];
    v[1] = rotated(v[1], 13);
    v[1] ^= v[0];
    v[0] = rotated(v[0], 32);
    v[2] += v[3];
    v[3] = rotated(v[3], 16);
    v[3] ^= v[2];
    v[0] += v[3];
    v[3] = rotated(v[3], 21);
    v[3] ^= v[0];
    v[2] += v[1];
    v[1] = rotated(v[1], 17);
    v[1] ^= v[2];
    v[2] = rotated(v[2], 32);
}

static uint64_t little_endian(const uint8_t *bytes, size_t n) {
    uint64_t word = 0;
    for (size_t i = 0; i < n; i++) {
        word |= (uint64_t)bytes[i] << (8 * i);
    }
    return word;
}

static uint64_t siphash(const uint8_t key[16], const uint8_t *bytes, size_t n) {
    const uint64_t k0 = little_endian(key, 8);
    const uint64_t k1 = little_endian(key + 8, 8);
    uint64_t v[4] = {k0 ^ 0x736f6d6570736575U, k1 ^ 0x646f72616e646f6dU, k0 ^ 0x6c7967656e657261U,
                     k1 ^ 0x7465646279746573U};
    for (size_t at = 0; at <= n; at += 8) {
        const uint64_t word =
            n - at >= 8 ? little_endian(bytes + at, 8) : little_endian(bytes + at, n - at) | (uint64_t)n << 56;
        v[3] ^= word;
        sip_round(v);
        sip_round(v);
        v[0] ^= word;
    }
    v[2] ^= 0xff;
    for (int i = 0; i < 4; i++) {
        sip_round(v);
    }
    return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static uint64_t library_hash(const uint8_t *bytes, size_t n) {
    return siphash((const uint8_t *)"statusrules-0001", bytes, n);
}

Test(siphash, the_hash_written_here_gives_the_test_vector_of_the_paper) {
    uint8_t key[16];
    uint8_t message[15];
    for (uint8_t i = 0; i < 16; i++) {
        key[i] = i;
    }
    memcpy(message, key, sizeof message);
    cr_assert_eq(siphash(key, message, sizeof message), 0xa129ca6149be45e5U);
}

/* --- Cases ------------------------------------------------------------------------------------------------------- */

static uint64_t state = 20211129;

static uint32_t below(uint32_t n) {
    return chance_below(&state, n);
}

typedef struct asked {
    const statusrules_law *law;
    int32_t question;
    statusrules_facts facts;
    statusrules_options options;
} asked;

static int32_t some_value(int32_t fact) {
    statusrules_fact_info info;
    statusrules_fact(&info, fact, NULL);
    if (info.none && below(10) == 0) {
        return STATUSRULES_NONE;
    }
    if (info.kind == STATUSRULES_KIND_DAY) {
        return DAY(2020, 3, 1) + (int32_t)below(900);
    }
    if (info.kind == STATUSRULES_KIND_COUNTRY) {
        return statusrules_code_at(fact, (int32_t)below((uint32_t)statusrules_count(fact)));
    }
    return info.first + (int32_t)below((uint32_t)(info.last - info.first) + 1);
}

/* A case that can be asked: facts of every question, some of them missing; parameters of every kind. */
static asked some_case(void) {
    for (;;) {
        asked a = {.law = statusrules_law_at((int32_t)below((uint32_t)statusrules_law_count())),
                   .question = 1 + (int32_t)below((uint32_t)statusrules_count(STATUSRULES_NAMES_QUESTION)),
                   .facts = STATUSRULES_FACTS_UNKNOWN,
                   .options = STATUSRULES_OPTIONS_DEFAULT};
        for (int32_t fact = 1; fact <= STATUSRULES_FACT_VISA_LAST_DAY; fact++) {
            if (below(3) > 0) {
                statusrules_facts_set(&a.facts, fact, some_value(fact), NULL);
            }
        }
        a.options.known_on = below(2) ? STATUSRULES_UNKNOWN : DAY(2021, 6, 1) + (int32_t)below(500);
        a.options.edition =
            below(2) ? STATUSRULES_UNKNOWN : 1 + (int32_t)below((uint32_t)statusrules_law_edition(a.law));
        a.options.reading = below(2) ? STATUSRULES_UNKNOWN : 1 + (int32_t)below(3);
        a.options.strict = (int32_t)below(2);
        /* Not how long it stays the same, which takes long and is in no receipt. */
        a.options.brief = STATUSRULES_YES;
        if (a.question == STATUSRULES_QUESTION_EXTENSION && below(3) == 0) {
            a.options.valid_on = DAY(2021, 6, 1) + (int32_t)below(500);
        }
        statusrules_answer answer;
        if (statusrules_ask(&answer, a.law, a.question, &a.facts, &a.options, NULL) == STATUSRULES_OK) {
            return a;
        }
    }
}

static void make(uint8_t receipt[BYTES], const asked *a) {
    statusrules_error error = {0};
    const int32_t code = statusrules_receipt(receipt, BYTES, a->law, a->question, &a->facts, &a->options, &error);
    cr_assert_eq(code, STATUSRULES_OK, "error %d, fact %d, value %d", code, error.fact, error.value);
}

static int32_t verified(const uint8_t receipt[BYTES], const statusrules_facts *facts) {
    int32_t result = 0;
    cr_assert_eq(statusrules_verify(&result, receipt, BYTES, facts, NULL), STATUSRULES_OK);
    return result;
}

static statusrules_receipt_parts parts_of(const uint8_t receipt[BYTES]) {
    statusrules_receipt_parts parts;
    memset(&parts, GUARD, sizeof parts);
    cr_assert_eq(statusrules_receipt_read(&parts, receipt, BYTES, NULL), STATUSRULES_OK);
    return parts;
}

/* A permit that ended on the last day of 2021, under the statement. */
static asked permit(void) {
    asked a = {.law = statusrules_law_statement(),
               .question = STATUSRULES_QUESTION_EXTENSION,
               .facts = STATUSRULES_FACTS_UNKNOWN,
               .options = STATUSRULES_OPTIONS_DEFAULT};
    a.facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    a.facts.last_day = DAY(2021, 12, 31);
    return a;
}

/* --- The layout -------------------------------------------------------------------------------------------------- */

static void put(uint8_t *bytes, uint64_t value, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        bytes[i] = (uint8_t)(value >> (8 * i));
    }
}

/* The digest of the first bytes and of the facts. */
static void seal(uint8_t receipt[BYTES], int32_t question, const statusrules_facts *facts) {
    uint8_t message[32 + 8 * 64];
    size_t n = 32;
    memcpy(message, receipt, 32);
    for (int32_t fact = 1; fact <= STATUSRULES_FACT_VISA_LAST_DAY; fact++) {
        const int32_t value = statusrules_facts_get(facts, fact);
        if (statusrules_question_asks(question, fact) && value != STATUSRULES_UNKNOWN) {
            put(message + n, (uint32_t)fact, 4);
            put(message + n + 4, (uint32_t)value, 4);
            n += 8;
        }
    }
    put(receipt + 32, library_hash(message, n), 8);
}

static void write_out(uint8_t receipt[BYTES], const asked *a) {
    statusrules_answer answer;
    const char *name = statusrules_law_name(a->law);
    cr_assert_eq(statusrules_ask(&answer, a->law, a->question, &a->facts, &a->options, NULL), STATUSRULES_OK);
    const char *digest = statusrules_law_digest(a->law, answer.edition);
    receipt[0] = 1;
    receipt[1] = (uint8_t)a->question;
    put(receipt + 2, (uint32_t)answer.edition, 2);
    put(receipt + 4, library_hash((const uint8_t *)name, strlen(name)), 4);
    for (int32_t i = 0; i < 8; i++) {
        unsigned byte = 0;
        cr_assert_eq(sscanf(digest + 2 * i, "%2x", &byte), 1);
        receipt[8 + i] = (uint8_t)byte;
    }
    put(receipt + 16, (uint32_t)a->options.known_on, 4);
    put(receipt + 20, (uint32_t)a->options.valid_on, 4);
    receipt[24] = (uint8_t)answer.outcome;
    receipt[25] =
        (uint8_t)((a->options.reading == STATUSRULES_UNKNOWN ? 0 : a->options.reading) + 16 * a->options.strict);
    put(receipt + 26, (uint32_t)answer.provision, 2);
    put(receipt + 28, (uint32_t)answer.day, 4);
    seal(receipt, a->question, &a->facts);
}

Test(receipt, every_byte_is_what_the_header_says) {
    for (int32_t i = 0; i < 5000; i++) {
        const asked a = some_case();
        uint8_t receipt[BYTES];
        uint8_t expected[BYTES];
        make(receipt, &a);
        write_out(expected, &a);
        for (int32_t at = 0; at < BYTES; at++) {
            cr_assert_eq(receipt[at], expected[at], "case %d, law %s, question %d, byte %d: %d, not %d", i,
                         statusrules_law_name(a.law), a.question, at, receipt[at], expected[at]);
        }
    }
}

Test(receipt, what_was_asked_and_answered_can_be_read_and_replayed) {
    for (int32_t i = 0; i < 5000; i++) {
        const asked a = some_case();
        uint8_t receipt[BYTES];
        statusrules_answer first;
        statusrules_answer again;
        make(receipt, &a);
        const statusrules_receipt_parts parts = parts_of(receipt);
        cr_assert_eq(parts.law, a.law);
        cr_assert_eq(parts.question, a.question);
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        options.known_on = parts.known_on;
        options.edition = parts.edition;
        options.reading = parts.reading;
        options.strict = parts.strict;
        options.valid_on = parts.valid_on;
        options.brief = STATUSRULES_YES;
        cr_assert_eq(statusrules_ask(&first, a.law, a.question, &a.facts, &a.options, NULL), STATUSRULES_OK);
        cr_assert_eq(statusrules_ask(&again, parts.law, parts.question, &a.facts, &options, NULL), STATUSRULES_OK);
        cr_assert_eq(memcmp(&first, &again, sizeof first), 0, "case %d is replayed otherwise", i);
        cr_assert(parts.outcome == first.outcome && parts.day == first.day && parts.provision == first.provision);
        cr_assert_eq(parts.edition, first.edition);
        for (int32_t r = 0; r < 9; r++) {
            cr_assert_eq(parts.reserved[r], 0);
        }
    }
}

/* --- Verifying --------------------------------------------------------------------------------------------------- */

Test(verify, the_same_facts_are_equal_whatever_else_is_known) {
    for (int32_t i = 0; i < 5000; i++) {
        asked a = some_case();
        uint8_t receipt[BYTES];
        uint8_t with_more[BYTES];
        make(receipt, &a);
        cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_EQUAL);
        for (int32_t fact = 1; fact <= STATUSRULES_FACT_VISA_LAST_DAY; fact++) {
            if (!statusrules_question_asks(a.question, fact)) {
                statusrules_facts_set(&a.facts, fact, some_value(fact), NULL);
            }
        }
        make(with_more, &a);
        cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_EQUAL);
        cr_assert_eq(memcmp(receipt, with_more, BYTES), 0, "facts of other questions are in the receipt");
    }
}

Test(verify, any_fact_of_the_question_that_is_another_or_missing_or_new_differs) {
    int32_t compared = 0;
    for (int32_t i = 0; i < 2000; i++) {
        const asked a = some_case();
        uint8_t receipt[BYTES];
        make(receipt, &a);
        for (int32_t fact = 1; fact <= STATUSRULES_FACT_VISA_LAST_DAY; fact++) {
            const int32_t value = statusrules_facts_get(&a.facts, fact);
            for (int32_t missing = 0; statusrules_question_asks(a.question, fact) && missing < 2; missing++) {
                statusrules_facts changed = a.facts;
                const int32_t other = missing ? STATUSRULES_UNKNOWN : some_value(fact);
                statusrules_answer answer;
                statusrules_facts_set(&changed, fact, other, NULL);
                /* A change may give facts that contradict each other. */
                if (other != value
                    && statusrules_ask(&answer, a.law, a.question, &changed, &a.options, NULL) == STATUSRULES_OK) {
                    cr_assert_eq(verified(receipt, &changed), STATUSRULES_VERIFIED_FACTS_DIFFER, "fact %d", fact);
                    compared++;
                }
            }
        }
    }
    cr_assert(compared > 10000, "only %d", compared);
}

Test(verify, a_fact_given_as_it_would_be_presumed_is_another_case) {
    asked a = permit();
    uint8_t receipt[BYTES];
    make(receipt, &a);
    cr_assert_eq(parts_of(receipt).outcome, STATUSRULES_OUTCOME_YES);
    a.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_FACTS_DIFFER);
}

Test(verify, a_number_of_days_and_the_two_days_it_lies_between_are_two_ways_to_know) {
    asked a = {.law = law_called("measures"),
               .question = STATUSRULES_QUESTION_EDUCATION_ENTRY,
               .facts = STATUSRULES_FACTS_UNKNOWN,
               .options = STATUSRULES_OPTIONS_DEFAULT};
    uint8_t receipt[BYTES];
    cr_assert_not_null(a.law);
    a.facts.on_day = DAY(2021, 9, 1);
    a.facts.notified_on = DAY(2021, 8, 20);
    make(receipt, &a);
    a.facts.notice_days = 12;
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_FACTS_DIFFER);
}

Test(verify, every_bit_that_flips_is_noticed) {
    int32_t by_reading = 0;
    for (int32_t i = 0; i < 500; i++) {
        const asked a = some_case();
        uint8_t receipt[BYTES];
        make(receipt, &a);
        for (int32_t bit = 0; bit < 8 * BYTES; bit++) {
            int32_t result = 0;
            receipt[bit / 8] ^= (uint8_t)(1 << (bit % 8));
            const int32_t code = statusrules_verify(&result, receipt, BYTES, &a.facts, NULL);
            cr_assert(code != STATUSRULES_OK || result != STATUSRULES_VERIFIED_EQUAL, "case %d, bit %d", i, bit);
            by_reading += code != STATUSRULES_OK;
            receipt[bit / 8] ^= (uint8_t)(1 << (bit % 8));
        }
        cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_EQUAL);
    }
    cr_assert(by_reading > 500 * 20, "the reader refuses only %d", by_reading);
}

/* --- Editions ---------------------------------------------------------------------------------------------------- */

/* In edition 1 of the fictitious law visas are extended for 80 days by mistake; edition 2 says 90. */
static asked visa(int32_t edition) {
    asked a = {.law = law_called("fictitious"),
               .question = STATUSRULES_QUESTION_EXTENSION,
               .facts = STATUSRULES_FACTS_UNKNOWN,
               .options = STATUSRULES_OPTIONS_DEFAULT};
    cr_assert_not_null(a.law);
    cr_assert_eq(statusrules_law_edition(a.law), 2);
    a.facts.term = STATUSRULES_TERM_VISA;
    a.facts.last_day = DAY(2001, 2, 1);
    a.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    a.facts.citizenship = STATUSRULES_COUNTRY('K', 'Z');
    a.options.edition = edition;
    a.options.known_on = DAY(2001, 1, 31);
    return a;
}

Test(editions, the_receipt_of_a_mistake_still_verifies_and_replays_the_mistake) {
    const asked before = visa(1);
    const asked after = visa(STATUSRULES_UNKNOWN);
    uint8_t receipt[BYTES];
    uint8_t newer[BYTES];
    make(receipt, &before);
    make(newer, &after);
    cr_assert_eq(verified(receipt, &before.facts), STATUSRULES_VERIFIED_EQUAL);
    cr_assert_eq(verified(newer, &before.facts), STATUSRULES_VERIFIED_EQUAL);
    cr_assert_eq(parts_of(receipt).edition, 1);
    cr_assert_eq(parts_of(newer).edition, 2);
    cr_assert_eq(parts_of(receipt).day, DAY(2001, 2, 1) + 80);
    cr_assert_eq(parts_of(newer).day, DAY(2001, 2, 1) + 90);
}

Test(editions, an_edition_not_held_yet_a_law_not_held_and_other_rows_are_told_apart) {
    const asked a = visa(1);
    uint8_t receipt[BYTES];
    make(receipt, &a);
    receipt[2] = 3;
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_EDITION_UNKNOWN);
    receipt[2] = 2;
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_LAW_DIFFERS);
    receipt[2] = 1;
    receipt[15] ^= 1;
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_LAW_DIFFERS);
    receipt[4] ^= 1;
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_LAW_UNKNOWN);
    cr_assert_null(parts_of(receipt).law);
}

Test(editions, another_answer_to_the_same_facts_is_told) {
    const asked a = visa(1);
    uint8_t receipt[BYTES];
    make(receipt, &a);
    put(receipt + 28, (uint32_t)DAY(2001, 5, 2), 4);
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_FACTS_DIFFER);
    seal(receipt, a.question, &a.facts);
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_ANSWER_DIFFERS);
    make(receipt, &a);
    receipt[24] = STATUSRULES_OUTCOME_SILENT;
    seal(receipt, a.question, &a.facts);
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_ANSWER_DIFFERS);
    make(receipt, &a);
    receipt[26] ^= 1;
    seal(receipt, a.question, &a.facts);
    cr_assert_eq(verified(receipt, &a.facts), STATUSRULES_VERIFIED_ANSWER_DIFFERS);
}

/* --- What is refused --------------------------------------------------------------------------------------------- */

static bool error_is(const statusrules_error *error, int32_t code, int32_t fact, int32_t value, int32_t first,
                     int32_t last) {
    return error->code == code && error->fact == fact && error->value == value && error->first == first
           && error->last == last && error->nearest == STATUSRULES_UNKNOWN && error->reserved == 0;
}

Test(refusals, a_receipt_is_written_whole_or_not_at_all) {
    const asked a = permit();
    uint8_t room[BYTES + 1];
    statusrules_error error;
    for (int32_t capacity = -1; capacity < BYTES; capacity++) {
        memset(room, GUARD, sizeof room);
        cr_assert_eq(statusrules_receipt(room, capacity, a.law, a.question, &a.facts, NULL, &error),
                     STATUSRULES_ERROR_TRUNCATED);
        cr_assert(error_is(&error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacity, BYTES,
                           STATUSRULES_NONE));
        for (size_t i = 0; i < sizeof room; i++) {
            cr_assert_eq(room[i], GUARD);
        }
    }
    cr_assert_eq(statusrules_receipt(room, BYTES + 1, a.law, a.question, &a.facts, NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(room[BYTES], GUARD);
    cr_assert_eq(statusrules_receipt(NULL, BYTES, a.law, a.question, &a.facts, NULL, &error),
                 STATUSRULES_ERROR_NULL);
}

Test(refusals, what_cannot_be_asked_has_no_receipt_and_the_same_error) {
    asked a = permit();
    uint8_t room[BYTES];
    statusrules_answer answer;
    statusrules_error error;
    statusrules_error asked_error;
    memset(room, GUARD, sizeof room);
    a.facts.term = 99;
    cr_assert_eq(statusrules_receipt(room, BYTES, a.law, a.question, &a.facts, NULL, &error),
                 statusrules_ask(&answer, a.law, a.question, &a.facts, NULL, &asked_error));
    cr_assert_eq(error.code, STATUSRULES_ERROR_VALUE);
    cr_assert_eq(memcmp(&error, &asked_error, sizeof error), 0);
    cr_assert_eq(statusrules_receipt(room, BYTES, NULL, a.question, &a.facts, NULL, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_receipt(room, BYTES, a.law, 0, &a.facts, NULL, NULL), STATUSRULES_ERROR_VALUE);
    statusrules_options unset = {0};
    cr_assert_eq(statusrules_receipt(room, BYTES, a.law, a.question, &a.facts, &unset, NULL),
                 STATUSRULES_ERROR_SIZE);
    cr_assert_eq(room[0], GUARD);
}

Test(refusals, another_length_and_null_are_no_receipt) {
    const asked a = permit();
    uint8_t receipt[BYTES];
    statusrules_receipt_parts parts;
    statusrules_error error;
    char text[CHARACTERS + 1];
    int32_t result = 17;
    make(receipt, &a);
    for (int32_t length = -1; length <= BYTES + 1; length++) {
        if (length == BYTES) {
            continue;
        }
        cr_assert_eq(statusrules_receipt_read(&parts, receipt, length, &error), STATUSRULES_ERROR_RANGE);
        cr_assert(error_is(&error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_RECEIPT, length, BYTES, BYTES));
        cr_assert_eq(statusrules_verify(&result, receipt, length, &a.facts, &error), STATUSRULES_ERROR_RANGE);
        cr_assert_eq(statusrules_format_receipt(text, sizeof text, receipt, length, &error),
                     STATUSRULES_ERROR_RANGE);
    }
    cr_assert_eq(statusrules_receipt_read(NULL, receipt, BYTES, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_receipt_read(&parts, NULL, BYTES, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RECEIPT);
    cr_assert_eq(statusrules_verify(NULL, receipt, BYTES, &a.facts, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_verify(&result, NULL, BYTES, &a.facts, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_verify(&result, receipt, BYTES, NULL, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_FACTS);
    cr_assert_eq(result, 17);
}

Test(refusals, wrong_facts_are_an_error_and_not_a_difference) {
    asked a = permit();
    uint8_t receipt[BYTES];
    statusrules_error error;
    int32_t result = 17;
    make(receipt, &a);
    a.facts.location = 9;
    cr_assert_eq(statusrules_verify(&result, receipt, BYTES, &a.facts, &error), STATUSRULES_ERROR_VALUE);
    cr_assert_eq(error.fact, STATUSRULES_FACT_LOCATION);
    memset(&a.facts, 0, sizeof a.facts);
    cr_assert_eq(statusrules_verify(&result, receipt, BYTES, &a.facts, &error), STATUSRULES_ERROR_SIZE);
    cr_assert_eq(result, 17);
}

Test(refusals, each_part_that_no_receipt_has_is_refused_at_its_place) {
    static const struct {
        int32_t at;
        uint32_t value;
        int32_t n;
    } wrong[] = {{0, 0, 1},
                 {0, 2, 1},
                 {1, 0, 1},
                 {1, 8, 1},
                 {2, 0, 2},
                 {16, (uint32_t)STATUSRULES_NOT_A_DAY, 4},
                 {16, (uint32_t)(STATUSRULES_LAST_DAY + 1), 4},
                 {20, (uint32_t)(STATUSRULES_FIRST_DAY - 1), 4},
                 {24, 0, 1},
                 {24, 7, 1},
                 {25, 4, 1},
                 {25, 32, 1},
                 {28, (uint32_t)STATUSRULES_UNKNOWN, 4},
                 {28, (uint32_t)(STATUSRULES_LAST_DAY + 1), 4}};
    const asked a = permit();
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        uint8_t receipt[BYTES];
        statusrules_receipt_parts parts = {.question = 99};
        statusrules_error error;
        make(receipt, &a);
        put(receipt + wrong[i].at, wrong[i].value, wrong[i].n);
        cr_assert_eq(statusrules_receipt_read(&parts, receipt, BYTES, &error), STATUSRULES_ERROR_RECEIPT,
                     "byte %d", wrong[i].at);
        cr_assert_eq(error.offset, wrong[i].at);
        cr_assert(
            error_is(&error, STATUSRULES_ERROR_RECEIPT, STATUSRULES_ARGUMENT_RECEIPT, receipt[wrong[i].at], 0, 0));
        cr_assert_eq(parts.question, 99);
    }
}

Test(refusals, only_the_question_extension_has_a_day_on_which_it_is_to_be_valid) {
    uint8_t receipt[BYTES];
    statusrules_receipt_parts parts;
    asked a = permit();
    a.question = STATUSRULES_QUESTION_VACCINATION;
    make(receipt, &a);
    put(receipt + 20, (uint32_t)DAY(2022, 1, 1), 4);
    cr_assert_eq(statusrules_receipt_read(&parts, receipt, BYTES, NULL), STATUSRULES_ERROR_RECEIPT);
}

Test(receipt, a_brief_answer_has_the_same_receipt) {
    asked a = permit();
    uint8_t receipt[BYTES];
    uint8_t brief[BYTES];
    make(receipt, &a);
    a.options.brief = STATUSRULES_YES;
    make(brief, &a);
    cr_assert_eq(memcmp(receipt, brief, BYTES), 0);
    a.options.brief = 2;
    cr_assert_eq(statusrules_receipt(brief, BYTES, a.law, a.question, &a.facts, &a.options, NULL),
                 STATUSRULES_ERROR_VALUE);
}

Test(older_callers, shorter_structs_give_the_same_receipt) {
    asked a = permit();
    uint8_t receipt[BYTES];
    uint8_t shorter[BYTES];
    make(receipt, &a);
    /* On the heap, so that a read past the end is seen. */
    int32_t *members = malloc(4 * sizeof *members);
    cr_assert_not_null(members);
    memcpy(members, &a.facts, 4 * sizeof *members);
    members[0] = 4 * (int32_t)sizeof *members;
    const statusrules_facts *facts = (const statusrules_facts *)(const void *)members;
    a.options.size = (int32_t)offsetof(statusrules_options, valid_on);
    cr_assert_eq(statusrules_receipt(shorter, BYTES, a.law, a.question, facts, &a.options, NULL), STATUSRULES_OK);
    cr_assert_eq(memcmp(receipt, shorter, BYTES), 0);
    cr_assert_eq(verified(receipt, facts), STATUSRULES_VERIFIED_EQUAL);
    free(members);
}

/* --- Text -------------------------------------------------------------------------------------------------------- */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

static void format(char text[CHARACTERS + 1], const uint8_t receipt[BYTES]) {
    cr_assert_eq(statusrules_format_receipt(text, CHARACTERS + 1, receipt, BYTES, NULL), STATUSRULES_OK);
}

static int32_t parse(uint8_t receipt[BYTES], const char *text, statusrules_error *error) {
    return statusrules_parse_receipt(receipt, BYTES, text, (int32_t)strlen(text), error);
}

/* Bytes of any kind: the text does not ask whether they are a receipt. */
static void some_bytes(uint8_t bytes[BYTES]) {
    for (int32_t i = 0; i < BYTES; i++) {
        bytes[i] = (uint8_t)below(256);
    }
}

/* Long division of the whole number, five bits at a time from the end. */
static void write_by_division(char text[CHARACTERS + 1], const uint8_t bytes[BYTES]) {
    uint8_t number[BYTES];
    uint32_t remainder = 0;
    for (int32_t i = 0; i < BYTES; i++) {
        remainder = (remainder * 256 + bytes[i]) % 37;
    }
    memcpy(number, bytes, BYTES);
    for (int32_t at = CHARACTERS - 2; at >= 0; at--) {
        uint32_t carry = 0;
        for (int32_t i = 0; i < BYTES; i++) {
            carry = carry * 256 + number[i];
            number[i] = (uint8_t)(carry / 32);
            carry %= 32;
        }
        text[at] = alphabet[carry];
    }
    text[CHARACTERS - 1] = alphabet[remainder];
    text[CHARACTERS] = '\0';
}

Test(text, a_receipt_is_written_as_the_digits_of_one_number_and_read_back) {
    for (int32_t i = 0; i < 5000; i++) {
        uint8_t bytes[BYTES];
        uint8_t again[BYTES];
        char text[CHARACTERS + 1];
        char expected[CHARACTERS + 1];
        some_bytes(bytes);
        format(text, bytes);
        write_by_division(expected, bytes);
        cr_assert_str_eq(text, expected);
        cr_assert_eq(parse(again, text, NULL), STATUSRULES_OK);
        cr_assert_eq(memcmp(bytes, again, BYTES), 0);
    }
}

Test(text, every_wrong_symbol_and_every_exchange_of_neighbours_is_noticed) {
    for (int32_t i = 0; i < 20; i++) {
        uint8_t bytes[BYTES];
        uint8_t again[BYTES];
        char text[CHARACTERS + 1];
        some_bytes(bytes);
        format(text, bytes);
        for (int32_t at = 0; at < CHARACTERS; at++) {
            const char right = text[at];
            for (const char *wrong = alphabet; *wrong; wrong++) {
                text[at] = *wrong;
                cr_assert(*wrong == right || parse(again, text, NULL) != STATUSRULES_OK, "%c for %c at %d", *wrong,
                          right, at);
            }
            text[at] = right;
            if (at > 0 && text[at - 1] != right) {
                text[at] = text[at - 1];
                text[at - 1] = right;
                cr_assert_neq(parse(again, text, NULL), STATUSRULES_OK, "neighbours at %d", at);
                text[at - 1] = text[at];
                text[at] = right;
            }
        }
        cr_assert_eq(parse(again, text, NULL), STATUSRULES_OK);
    }
}

Test(text, small_letters_hyphens_and_letters_that_look_like_digits_are_read) {
    for (int32_t i = 0; i < 2000; i++) {
        uint8_t bytes[BYTES];
        uint8_t again[BYTES];
        char text[CHARACTERS + 1];
        char typed[2 * CHARACTERS + 3] = "";
        int32_t n = 0;
        some_bytes(bytes);
        format(text, bytes);
        for (int32_t at = 0; at < CHARACTERS; at++) {
            char c = text[at];
            if (below(3) == 0) {
                typed[n++] = '-';
            }
            c = c == '0' ? "0Oo"[below(3)] : c == '1' ? "1IiLl"[below(5)] : c;
            typed[n++] = (char)(below(2) && c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        typed[n] = '-';
        cr_assert_eq(parse(again, typed, NULL), STATUSRULES_OK, "%s", typed);
        cr_assert_eq(memcmp(bytes, again, BYTES), 0);
    }
}

Test(text, an_error_says_where) {
    uint8_t bytes[BYTES];
    uint8_t again[BYTES];
    char text[CHARACTERS + 1];
    statusrules_error error;
    const asked a = permit();
    make(bytes, &a);
    format(text, bytes);
    memset(again, GUARD, sizeof again);
    for (int32_t length = 0; length < CHARACTERS; length++) {
        cr_assert_eq(statusrules_parse_receipt(again, BYTES, text, length, &error), STATUSRULES_ERROR_RECEIPT);
        cr_assert_eq(error.offset, length);
        cr_assert(error_is(&error, STATUSRULES_ERROR_RECEIPT, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0));
    }
    for (int32_t at = 0; at < CHARACTERS; at++) {
        const char right = text[at];
        for (const char *wrong = "!u *_\xD0"; *wrong; wrong++) {
            /* Of these the check symbol may be some. */
            if (at < CHARACTERS - 1 || (*wrong != 'u' && *wrong != '*')) {
                text[at] = *wrong;
                cr_assert_eq(parse(again, text, &error), STATUSRULES_ERROR_RECEIPT, "%c at %d", *wrong, at);
                cr_assert_eq(error.offset, at);
            }
        }
        text[at] = right;
    }
    text[3] = text[3] == '7' ? '8' : '7';
    cr_assert_eq(parse(again, text, &error), STATUSRULES_ERROR_CHECK_SYMBOL);
    cr_assert_eq(error.offset, CHARACTERS - 1);
    char longer[CHARACTERS + 3];
    format(text, bytes);
    (void)snprintf(longer, sizeof longer, "%s-0", text);
    cr_assert_eq(parse(again, longer, &error), STATUSRULES_ERROR_RECEIPT);
    cr_assert_eq(error.offset, CHARACTERS + 1);
    for (int32_t i = 0; i < BYTES; i++) {
        cr_assert_eq(again[i], GUARD);
    }
}

Test(text, short_buffers_null_and_negative_lengths_are_refused) {
    uint8_t bytes[BYTES];
    char text[CHARACTERS + 2];
    statusrules_error error;
    some_bytes(bytes);
    for (int32_t capacity = -1; capacity <= CHARACTERS; capacity++) {
        memset(text, GUARD, sizeof text);
        cr_assert_eq(statusrules_format_receipt(text, capacity, bytes, BYTES, &error),
                     STATUSRULES_ERROR_TRUNCATED);
        cr_assert(error_is(&error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacity,
                           CHARACTERS + 1, STATUSRULES_NONE));
        for (size_t i = 0; i < sizeof text; i++) {
            cr_assert_eq(text[i], GUARD);
        }
    }
    format(text, bytes);
    cr_assert_eq(text[CHARACTERS + 1], GUARD);
    for (int32_t capacity = -1; capacity < BYTES; capacity++) {
        cr_assert_eq(statusrules_parse_receipt(bytes, capacity, text, CHARACTERS, NULL),
                     STATUSRULES_ERROR_TRUNCATED);
    }
    cr_assert_eq(statusrules_format_receipt(NULL, 100, bytes, BYTES, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_format_receipt(text, 100, NULL, BYTES, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_parse_receipt(NULL, BYTES, text, CHARACTERS, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_parse_receipt(bytes, BYTES, NULL, CHARACTERS, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_parse_receipt(bytes, BYTES, text, -1, &error), STATUSRULES_ERROR_RANGE);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_TEXT);
}

Test(text, both_errors_have_words_in_both_languages) {
    static const int32_t codes[] = {STATUSRULES_ERROR_RECEIPT, STATUSRULES_ERROR_CHECK_SYMBOL};
    static const char *const expected[] = {
        "receipt: this is no receipt: what stands at offset 24 does not fit",
        "text: the receipt was mistyped: its symbols do not agree with the check "
        "symbol"};
    for (int32_t i = 0; i < 2; i++) {
        char text[300];
        int32_t length;
        const statusrules_error error = {codes[i],
                                         i ? STATUSRULES_ARGUMENT_TEXT : STATUSRULES_ARGUMENT_RECEIPT,
                                         0,
                                         0,
                                         0,
                                         24,
                                         STATUSRULES_UNKNOWN,
                                         0};
        cr_assert_eq(statusrules_error_text(text, sizeof text, &length, &error, STATUSRULES_LANGUAGE_EN, NULL),
                     STATUSRULES_OK);
        cr_assert_str_eq(text, expected[i]);
        cr_assert_eq(statusrules_error_text(text, sizeof text, &length, &error, STATUSRULES_LANGUAGE_RU, NULL),
                     STATUSRULES_OK);
        cr_assert(strstr(text, "квитанция") != NULL);
    }
}
