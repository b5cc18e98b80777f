/* Receipts: made, read, verified. */
#include "engine/receipt.h"

#include "engine/classes.h"
#include "engine/error.h"

enum { OUTCOME_AT = 24, PARAMETERS_AT = 25, PROVISION_AT = 26, DAY_AT = 28, DIGEST_AT = 32 };
enum { QUESTION_AT = 1, EDITION_AT = 2, MARK_AT = 4, LAW_AT = 8, KNOWN_ON_AT = 16, VALID_ON_AT = 20 };

int32_t statusrules_receipt(uint8_t *receipt, int32_t capacity, const statusrules_law *law, int32_t question,
                            const statusrules_facts *facts, const statusrules_options *options,
                            statusrules_error *error) {
    statusrules_answer answer;
    statusrules_options whole;
    uint64_t words[STATUSRULES_RECEIPT_WORDS];
    if (!receipt) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (capacity < STATUSRULES_RECEIPT_BYTES) {
        return statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacity,
                                STATUSRULES_RECEIPT_BYTES, STATUSRULES_NONE);
    }
    int32_t code = statusrules_whole_options(&whole, options, error);
    /* How long the answer stays the same is not in the receipt. */
    whole.brief = whole.brief == STATUSRULES_NO ? STATUSRULES_YES : whole.brief;
    code = code ? code : statusrules_ask(&answer, law, question, facts, &whole, error);
    if (code) {
        return code;
    }
    statusrules_asked_words(words, law, question, &whole, answer.edition);
    words[STATUSRULES_RECEIPT_ASKED] =
        statusrules_answer_word(answer.outcome, answer.day, answer.provision, &whole);
    for (int32_t w = 0; w < STATUSRULES_RECEIPT_WORDS; w++) {
        statusrules_write_word(receipt + 8 * w, words[w]);
    }
    statusrules_write_word(receipt + DIGEST_AT, statusrules_receipt_digest(words, question, facts));
    return STATUSRULES_OK;
}

/* ---- Reading ---- */

static int32_t number16(const uint8_t *bytes) {
    return bytes[0] | bytes[1] << 8;
}

static int32_t number32(const uint8_t *bytes) {
    return (int32_t)((uint32_t)number16(bytes) | (uint32_t)number16(bytes + 2) << 16);
}

static const statusrules_law *law_marked(uint32_t mark) {
    for (int32_t i = 0; i < statusrules_table_n_laws; i++) {
        if (statusrules_law_mark(statusrules_table_laws[i]) == mark) {
            return statusrules_table_laws[i];
        }
    }
    return 0;
}

static int32_t is_day_or(int32_t day, int32_t other) {
    return day == other || (day >= STATUSRULES_FIRST_DAY && day <= STATUSRULES_LAST_DAY);
}

/* The first byte that no receipt has there; -1 if there is none. The layout's version comes first: what follows is of it. */
static int32_t find_wrong(const statusrules_receipt_parts *parts, const uint8_t *receipt) {
    if (receipt[0] != STATUSRULES_RECEIPT_VERSION) {
        return 0;
    }
    if (parts->question < 1 || parts->question > statusrules_table_n_questions) {
        return QUESTION_AT;
    }
    if (parts->edition == 0) {
        return EDITION_AT;
    }
    if (!is_day_or(parts->known_on, STATUSRULES_UNKNOWN)) {
        return KNOWN_ON_AT;
    }
    if (!is_day_or(parts->valid_on, STATUSRULES_UNKNOWN)
        || (parts->valid_on != STATUSRULES_UNKNOWN && parts->question != STATUSRULES_QUESTION_EXTENSION)) {
        return VALID_ON_AT;
    }
    if (parts->outcome < STATUSRULES_OUTCOME_YES || parts->outcome > STATUSRULES_OUTCOME_CONFLICT) {
        return OUTCOME_AT;
    }
    if (receipt[PARAMETERS_AT] & ~(STATUSRULES_RECEIPT_STRICT | STATUSRULES_READING_FIXED_DAY)) {
        return PARAMETERS_AT;
    }
    if (parts->day != STATUSRULES_NONE && !is_day_or(parts->day, STATUSRULES_NOT_A_DAY)) {
        return DAY_AT;
    }
    return -1;
}

static int32_t refuse(int32_t offset, int32_t value, statusrules_error *error) {
    int32_t code = statusrules_fail(error, STATUSRULES_ERROR_RECEIPT, STATUSRULES_ARGUMENT_RECEIPT, value, 0, 0);
    if (error) {
        error->offset = offset;
    }
    return code;
}

int32_t statusrules_receipt_read(statusrules_receipt_parts *parts, const uint8_t *receipt, int32_t length,
                                 statusrules_error *error) {
    if (!parts || !receipt) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL,
                                parts ? STATUSRULES_ARGUMENT_RECEIPT : STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (length != STATUSRULES_RECEIPT_BYTES) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_RECEIPT, length,
                                STATUSRULES_RECEIPT_BYTES, STATUSRULES_RECEIPT_BYTES);
    }
    const int32_t reading = receipt[PARAMETERS_AT] & STATUSRULES_READING_FIXED_DAY;
    const statusrules_receipt_parts found = {
        .law = law_marked((uint32_t)number32(receipt + MARK_AT)),
        .question = receipt[QUESTION_AT],
        .known_on = number32(receipt + KNOWN_ON_AT),
        .edition = number16(receipt + EDITION_AT),
        .reading = reading ? reading : STATUSRULES_UNKNOWN,
        .strict = receipt[PARAMETERS_AT] & STATUSRULES_RECEIPT_STRICT ? STATUSRULES_YES : STATUSRULES_NO,
        .valid_on = number32(receipt + VALID_ON_AT),
        .outcome = receipt[OUTCOME_AT],
        .day = number32(receipt + DAY_AT),
        .provision = number16(receipt + PROVISION_AT)};
    const int32_t wrong = find_wrong(&found, receipt);
    if (wrong >= 0) {
        return refuse(wrong, receipt[wrong], error);
    }
    *parts = found;
    return STATUSRULES_OK;
}

/* ---- Verifying ---- */

static statusrules_options options_of(const statusrules_receipt_parts *parts) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.known_on = parts->known_on;
    options.edition = parts->edition;
    options.reading = parts->reading;
    options.strict = parts->strict;
    options.valid_on = parts->valid_on;
    options.brief = STATUSRULES_YES;
    return options;
}

/* Whether this library holds the law of a receipt, in its edition and with its rows; 0 if it does. */
static int32_t find_law(const statusrules_receipt_parts *parts, const uint8_t *receipt) {
    return !parts->law                            ? STATUSRULES_VERIFIED_LAW_UNKNOWN
           : parts->edition > parts->law->edition ? STATUSRULES_VERIFIED_EDITION_UNKNOWN
           : statusrules_law_word(parts->law, parts->edition) != statusrules_read_word(receipt + LAW_AT)
               ? STATUSRULES_VERIFIED_LAW_DIFFERS
               : 0;
}

int32_t statusrules_verify(int32_t *result, const uint8_t *receipt, int32_t length, const statusrules_facts *facts,
                           statusrules_error *error) {
    statusrules_receipt_parts parts;
    statusrules_answer answer;
    uint64_t words[STATUSRULES_RECEIPT_WORDS];
    if (!result || !facts) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL,
                                result ? STATUSRULES_ARGUMENT_FACTS : STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = statusrules_receipt_read(&parts, receipt, length, error);
    if (code) {
        return code;
    }
    int32_t found = find_law(&parts, receipt);
    if (!found) {
        const statusrules_options options = options_of(&parts);
        code = statusrules_ask(&answer, parts.law, parts.question, facts, &options, error);
        if (code) {
            return code;
        }
        for (int32_t w = 0; w < STATUSRULES_RECEIPT_WORDS; w++) {
            words[w] = statusrules_read_word(receipt + 8 * w);
        }
        found =
            statusrules_receipt_digest(words, parts.question, facts) != statusrules_read_word(receipt + DIGEST_AT)
                ? STATUSRULES_VERIFIED_FACTS_DIFFER
            : answer.outcome != parts.outcome || answer.day != parts.day || answer.provision != parts.provision
                ? STATUSRULES_VERIFIED_ANSWER_DIFFERS
                : STATUSRULES_VERIFIED_EQUAL;
    }
    *result = found;
    return STATUSRULES_OK;
}
