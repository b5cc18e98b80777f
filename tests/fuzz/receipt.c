/*
 * Can any bytes be taken for a receipt that they are not, or any buffer that is too short be written beyond its end? A text
 * that is accepted is the text of its bytes; a receipt that verifies as equal is the one that is made of the same facts.
 * The first byte says how much room there is; the others are text, and bytes of a receipt.
 */
#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES = STATUSRULES_RECEIPT_BYTES, CHARACTERS = STATUSRULES_RECEIPT_CHARACTERS };

static void expect(int holds) {
    if (!holds) {
        __builtin_trap();
    }
}

/* Memory of its own size, so that a step past its end is seen. */
static void *room_of(size_t size) {
    void *room = malloc(size + (size == 0));
    if (!room) {
        abort();
    }
    memset(room, 0x5A, size + (size == 0));
    return room;
}

static void check_format(const uint8_t *bytes, int32_t room) {
    char *text = room_of((size_t)room);
    const int32_t code = statusrules_format_receipt(text, room, bytes, BYTES, NULL);
    expect(code == (room > CHARACTERS ? STATUSRULES_OK : STATUSRULES_ERROR_TRUNCATED));
    expect(code == STATUSRULES_OK ? strlen(text) == CHARACTERS : room == 0 || text[0] == 0x5A);
    free(text);
}

static void check_text(const char *text, int32_t size, int32_t room) {
    char canonical[CHARACTERS + 1];
    uint8_t again[BYTES];
    statusrules_error error;
    uint8_t *bytes = room_of((size_t)room);
    const int32_t code = statusrules_parse_receipt(bytes, room, text, size, &error);
    if (code == STATUSRULES_OK) {
        expect(room >= BYTES && size >= CHARACTERS);
        expect(statusrules_format_receipt(canonical, (int32_t)sizeof canonical, bytes, BYTES, NULL)
               == STATUSRULES_OK);
        expect(statusrules_parse_receipt(again, BYTES, canonical, CHARACTERS, NULL) == STATUSRULES_OK);
        expect(memcmp(again, bytes, BYTES) == 0);
        check_format(bytes, room);
    } else {
        expect(room < BYTES ? code == STATUSRULES_ERROR_TRUNCATED
                            : code == STATUSRULES_ERROR_RECEIPT || code == STATUSRULES_ERROR_CHECK_SYMBOL);
        expect(error.code == code && error.offset >= 0 && error.offset <= size);
        expect(room == 0 || bytes[0] == 0x5A);
    }
    free(bytes);
}

static void check_receipt(const uint8_t *receipt, int32_t size) {
    statusrules_receipt_parts parts;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error;
    int32_t result = 0;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    const int32_t code = statusrules_receipt_read(&parts, receipt, size, &error);
    const int32_t verified = statusrules_verify(&result, receipt, size, &facts, NULL);
    if (code) {
        expect(code == (size == BYTES ? STATUSRULES_ERROR_RECEIPT : STATUSRULES_ERROR_RANGE) && verified == code);
        expect(size != BYTES || (error.offset >= 0 && error.offset < BYTES));
        return;
    }
    expect(size == BYTES);
    expect(verified || (result >= STATUSRULES_VERIFIED_EQUAL && result <= STATUSRULES_VERIFIED_ANSWER_DIFFERS));
    if (result == STATUSRULES_VERIFIED_EQUAL) {
        uint8_t same[BYTES];
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        options.known_on = parts.known_on;
        options.edition = parts.edition;
        options.reading = parts.reading;
        options.strict = parts.strict;
        options.valid_on = parts.valid_on;
        expect(statusrules_receipt(same, BYTES, parts.law, parts.question, &facts, &options, NULL)
                   == STATUSRULES_OK
               && memcmp(same, receipt, BYTES) == 0);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0 || size > INT16_MAX) {
        return 0;
    }
    const int32_t room = data[0] % 80;
    uint8_t *bytes = room_of(size - 1);
    memcpy(bytes, data + 1, size - 1);
    check_text((const char *)bytes, (int32_t)size - 1, room);
    check_receipt(bytes, (int32_t)size - 1);
    free(bytes);
    return 0;
}
