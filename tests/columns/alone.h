/*
 * One row of a register, asked alone: what its inputs put into facts and options, and what each result says of it.
 */
#ifndef STATUSRULES_TESTS_COLUMNS_ALONE_H
#define STATUSRULES_TESTS_COLUMNS_ALONE_H

#include <statusrules/statusrules.h>
#include <stdbool.h>
#include <string.h>

static inline int64_t expected_of(int32_t field, const statusrules_answer *a, int32_t code) {
    const bool bad = code != STATUSRULES_OK;
    switch (field) {
    case STATUSRULES_RESULT_OUTCOME:
        return bad ? 0 : a->outcome;
    case STATUSRULES_RESULT_DAY:
        return bad ? STATUSRULES_NOT_A_DAY : a->day;
    case STATUSRULES_RESULT_PROVISION:
        return bad ? 0 : a->provision;
    case STATUSRULES_RESULT_NOTE:
        return bad ? 0 : a->note;
    case STATUSRULES_RESULT_POSSIBLE:
        return bad ? 0 : a->possible;
    case STATUSRULES_RESULT_EARLIEST:
        return bad ? STATUSRULES_NOT_A_DAY : a->earliest;
    case STATUSRULES_RESULT_LATEST:
        return bad ? STATUSRULES_NOT_A_DAY : a->latest;
    case STATUSRULES_RESULT_MISSING:
        return bad ? 0 : a->missing;
    case STATUSRULES_RESULT_ASSUMED:
        return bad ? 0 : a->assumed;
    case STATUSRULES_RESULT_READINGS:
        return bad ? 0 : a->readings[0].outcome + 16 * a->readings[1].outcome + 256 * a->readings[2].outcome;
    case STATUSRULES_RESULT_SAME_FROM:
        return bad ? STATUSRULES_NOT_A_DAY : a->same_from;
    case STATUSRULES_RESULT_SAME_UNTIL:
        return bad ? STATUSRULES_NOT_A_DAY : a->same_until;
    case STATUSRULES_RESULT_ASK_NEXT:
        return bad ? 0 : a->ask_next;
    default:
        return code;
    }
}

/* Whether a receipt is that of the row alone; zeros where it cannot be asked. */
static inline bool receipt_is(const statusrules_column *column, int64_t row, const statusrules_law *law,
                              int32_t question, const statusrules_facts *facts,
                              const statusrules_options *options) {
    uint8_t expected[STATUSRULES_RECEIPT_BYTES] = {0};
    statusrules_receipt(expected, sizeof expected, law, question, facts, options, NULL);
    return memcmp((const uint8_t *)column->values + row * STATUSRULES_RECEIPT_BYTES, expected, sizeof expected)
           == 0;
}

static inline void give(statusrules_facts *facts, statusrules_options *options, int32_t field, int32_t value) {
    switch (field) {
    case STATUSRULES_ARGUMENT_READING:
        options->reading = value;
        break;
    case STATUSRULES_ARGUMENT_KNOWN_ON:
        options->known_on = value;
        break;
    case STATUSRULES_ARGUMENT_EDITION:
        options->edition = value;
        break;
    case STATUSRULES_ARGUMENT_DAY:
        options->valid_on = value;
        break;
    default:
        memcpy((char *)facts + 4 * field, &value, sizeof value);
        break;
    }
}

#endif
