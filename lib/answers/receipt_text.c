/* A receipt as text: D. Crockford, "Base 32" (crockford.com/base32.html), with its check symbol. */
#include "engine/error.h"

#include <statusrules/receipt.h>

static const char symbols[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";

enum { BASE = 32, CHECK_BASE = 37, SYMBOL_BITS = 5, CHECK_AT = STATUSRULES_RECEIPT_CHARACTERS - 1 };

static int32_t check_receipt(const uint8_t *receipt, int32_t length, statusrules_error *error) {
    if (!receipt) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RECEIPT, 0, 0, 0);
    }
    if (length != STATUSRULES_RECEIPT_BYTES) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_RECEIPT, length,
                                STATUSRULES_RECEIPT_BYTES, STATUSRULES_RECEIPT_BYTES);
    }
    return STATUSRULES_OK;
}

static int32_t check_room(const void *room, int32_t capacity, int32_t needed, statusrules_error *error) {
    if (!room) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (capacity < needed) {
        return statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacity, needed,
                                STATUSRULES_NONE);
    }
    return STATUSRULES_OK;
}

int32_t statusrules_format_receipt(char *buffer, int32_t capacity, const uint8_t *receipt, int32_t length,
                                   statusrules_error *error) {
    int32_t code = check_room(buffer, capacity, STATUSRULES_RECEIPT_CHARACTERS + 1, error);
    code = code ? code : check_receipt(receipt, length, error);
    if (code) {
        return code;
    }
    int32_t remainder = 0;
    for (int32_t i = 0; i < CHECK_AT; i++) {
        const int32_t bit = i * SYMBOL_BITS;
        const int32_t at = bit / 8;
        const int32_t pair = receipt[at] << 8 | (at + 1 < STATUSRULES_RECEIPT_BYTES ? receipt[at + 1] : 0);
        const int32_t value = pair >> (16 - SYMBOL_BITS - bit % 8) & (BASE - 1);
        remainder = (remainder * BASE + value) % CHECK_BASE;
        buffer[i] = symbols[value];
    }
    buffer[CHECK_AT] = symbols[remainder];
    buffer[CHECK_AT + 1] = 0;
    return STATUSRULES_OK;
}

/* ---- Reading ---- */

/* What a character stands for as a person may write it; -1 for none. */
static int32_t value_of(char character) {
    const char upper = character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character;
    const char meant = upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
    for (int32_t value = 0; value < CHECK_BASE; value++) {
        if (symbols[value] == meant) {
            return value;
        }
    }
    return -1;
}

static int32_t refuse(int32_t code, int32_t offset, statusrules_error *error) {
    statusrules_fail(error, code, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    if (error) {
        error->offset = offset;
    }
    return code;
}

int32_t statusrules_parse_receipt(uint8_t *receipt, int32_t capacity, const char *text, int32_t length,
                                  statusrules_error *error) {
    uint8_t bytes[STATUSRULES_RECEIPT_BYTES] = {0};
    int32_t remainder = 0;
    int32_t n = 0;
    int32_t check_at = 0;
    int32_t code = check_room(receipt, capacity, STATUSRULES_RECEIPT_BYTES, error);
    if (code) {
        return code;
    }
    if (!text) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    }
    if (length < 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_TEXT, length, 0,
                                STATUSRULES_NONE);
    }
    for (int32_t i = 0; i < length; i++) {
        if (text[i] == '-') {
            continue;
        }
        const int32_t value = value_of(text[i]);
        if (value < 0 || n > CHECK_AT || (n < CHECK_AT && value >= BASE)) {
            return refuse(STATUSRULES_ERROR_RECEIPT, i, error);
        }
        if (n == CHECK_AT) {
            remainder -= value;
            check_at = i;
        } else {
            const int32_t bit = n * SYMBOL_BITS;
            const int32_t pair = value << (16 - SYMBOL_BITS - bit % 8);
            bytes[bit / 8] |= (uint8_t)(pair >> 8);
            if (bit / 8 + 1 < STATUSRULES_RECEIPT_BYTES) {
                bytes[bit / 8 + 1] |= (uint8_t)pair;
            }
            remainder = (remainder * BASE + value) % CHECK_BASE;
        }
        n++;
    }
    if (n <= CHECK_AT) {
        return refuse(STATUSRULES_ERROR_RECEIPT, length, error);
    }
    if (remainder) {
        return refuse(STATUSRULES_ERROR_CHECK_SYMBOL, check_at, error);
    }
    for (int32_t i = 0; i < STATUSRULES_RECEIPT_BYTES; i++) {
        receipt[i] = bytes[i];
    }
    return STATUSRULES_OK;
}
