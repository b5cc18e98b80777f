/**
 * @file receipt.h
 * @brief Receipts: 40 bytes that say which law, which question and which facts an answer came from.
 *
 * An office keeps the receipt beside its decision. Whoever has receipt and facts can see, years later and with a library
 * that holds newer editions, that this was the answer, and replay it: a receipt of edition 1 is verified under edition 1.
 *
 * A receipt identifies, it does not sign: anybody can make one. It holds no fact, but few facts can be guessed and
 * tried, so a receipt of a real case is personal data, as the case is.
 *
 * The layout, in bytes; numbers of several bytes stand with the lowest byte first, negative ones as two's complement:
 *
 * | bytes | what |
 * |---|---|
 * | 0 | 1, the version of this layout |
 * | 1 | question |
 * | 2-3 | edition |
 * | 4-7 | mark of the law: the lower half of the SipHash-2-4 of its name |
 * | 8-15 | the first eight bytes of #statusrules_law_digest of the edition |
 * | 16-19 | `known_on`, or #STATUSRULES_UNKNOWN |
 * | 20-23 | `valid_on`, or #STATUSRULES_UNKNOWN |
 * | 24 | outcome |
 * | 25 | reading, 0 for all; and 16 more where nothing is presumed (strict) |
 * | 26-27 | provision |
 * | 28-31 | day, as in #statusrules_answer |
 * | 32-39 | SipHash-2-4 of bytes 0 to 31 and of the facts |
 *
 * The facts are those that belong to the question (#statusrules_question_asks) and are known, by their number, each as
 * eight bytes: number, then value. A fact that is not known is left out; one that is given as what would be presumed is
 * not. SipHash-2-4 is that of J.-P. Aumasson and D. J. Bernstein, SipHash: a fast short-input PRF, 2012, with 64 bits
 * of result; its key is the 16 characters `statusrules-0001`, and no secret: it tells facts apart, and what was garbled.
 */
#ifndef STATUSRULES_RECEIPT_H
#define STATUSRULES_RECEIPT_H

#include <statusrules/ask.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Bytes of a receipt. */
#define STATUSRULES_RECEIPT_BYTES 40
/** @brief Characters of a receipt as text, without the zero byte. */
#define STATUSRULES_RECEIPT_CHARACTERS 65

/** @brief What verifying a receipt can find. Frozen numbers. */
enum {
    /** Law, facts and answer are those of the receipt. */
    STATUSRULES_VERIFIED_EQUAL = 1,
    /** The facts are others; or the receipt itself was changed after it was made. */
    STATUSRULES_VERIFIED_FACTS_DIFFER = 2,
    /** The receipt is of an edition that this library does not hold yet. */
    STATUSRULES_VERIFIED_EDITION_UNKNOWN = 3,
    /** The receipt is of a law that this library does not hold. */
    STATUSRULES_VERIFIED_LAW_UNKNOWN = 4,
    /** This library holds law and edition, but with other rows: one of the two is no released edition. */
    STATUSRULES_VERIFIED_LAW_DIFFERS = 5,
    /** Law and facts are those of the receipt, and this library answers otherwise. Please report it: an answer given under
     *  an edition never changes. */
    STATUSRULES_VERIFIED_ANSWER_DIFFERS = 6
};

/** @brief What a receipt says. With these, and the facts, #statusrules_ask replays the answer. */
typedef struct statusrules_receipt_parts {
    /** The law; NULL if this library does not hold it. */
    const statusrules_law *law;
    /** `STATUSRULES_QUESTION_…` */
    int32_t question;
    /** The parameters, as in #statusrules_options; the edition is the one that answered. */
    int32_t known_on;
    int32_t edition;
    int32_t reading;
    int32_t strict;
    int32_t valid_on;
    /** The answer, as in #statusrules_answer. */
    int32_t outcome;
    int32_t day;
    int32_t provision;
    /** Zero. */
    int32_t reserved[9];
} statusrules_receipt_parts;

/**
 * @brief Asks a question and writes the receipt of the answer.
 * @param[out] receipt at least #STATUSRULES_RECEIPT_BYTES bytes, of any alignment
 * @param capacity their number
 * @param law, question, facts, options as for #statusrules_ask
 * @param[out] error or NULL
 * @return as #statusrules_ask; #STATUSRULES_ERROR_TRUNCATED if capacity is too small: nothing is written
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_receipt(uint8_t *receipt, int32_t capacity, const statusrules_law *law,
                                            int32_t question, const statusrules_facts *facts,
                                            const statusrules_options *options, statusrules_error *error);

/**
 * @brief What a receipt says, without the facts: law, question, parameters and answer.
 * @param[out] parts what it says
 * @param receipt the receipt
 * @param length its length in bytes: #STATUSRULES_RECEIPT_BYTES
 * @param[out] error or NULL; `offset` is the first byte that no receipt has there
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE (length),
 *         #STATUSRULES_ERROR_RECEIPT
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_receipt_read(statusrules_receipt_parts *parts, const uint8_t *receipt,
                                                 int32_t length, statusrules_error *error);

/**
 * @brief Whether an answer came from these facts, under the law that the receipt names: asks again, under the receipt's
 *        own edition and parameters.
 *
 * The law is looked for first, then the facts are compared, then the answer.
 * @param[out] result `STATUSRULES_VERIFIED_…`
 * @param receipt the receipt
 * @param length its length in bytes: #STATUSRULES_RECEIPT_BYTES
 * @param facts what is known; facts that do not belong to the question are not read
 * @param[out] error or NULL
 * @return as #statusrules_receipt_read; what #statusrules_ask says of facts
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_verify(int32_t *result, const uint8_t *receipt, int32_t length,
                                           const statusrules_facts *facts, statusrules_error *error);

/**
 * @brief Writes a receipt as 64 symbols of Crockford's base 32, a check symbol, and a zero byte.
 *
 * The symbols are `0123456789ABCDEFGHJKMNPQRSTVWXYZ`, the first for the highest bits of the first byte. The check symbol
 * is the whole number modulo 37 (D. Crockford, Base 32: five more symbols, `*~$=U`, stand for 32 to 36): no single wrong
 * symbol and no two neighbours exchanged go unseen.
 * @param[out] buffer at least #STATUSRULES_RECEIPT_CHARACTERS + 1 bytes
 * @param capacity its size in bytes
 * @param receipt the receipt
 * @param length its length in bytes: #STATUSRULES_RECEIPT_BYTES
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE (length),
 *         #STATUSRULES_ERROR_TRUNCATED (nothing is written)
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_format_receipt(char *buffer, int32_t capacity, const uint8_t *receipt,
                                                   int32_t length, statusrules_error *error);

/**
 * @brief Reads a receipt from text, as a person types it: letters in either case, `O` for 0, `I` and `L` for 1, hyphens
 *        anywhere.
 * @param[out] receipt at least #STATUSRULES_RECEIPT_BYTES bytes
 * @param capacity their number
 * @param text the text; need not end with a zero byte
 * @param length its length in bytes
 * @param[out] error or NULL; `offset` is the first character that does not fit, or the check symbol
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE (a negative length),
 *         #STATUSRULES_ERROR_TRUNCATED, #STATUSRULES_ERROR_RECEIPT (no symbol, too few, too many),
 *         #STATUSRULES_ERROR_CHECK_SYMBOL (a symbol is wrong, though each could be one). Nothing is written then
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_parse_receipt(uint8_t *receipt, int32_t capacity, const char *text,
                                                  int32_t length, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
