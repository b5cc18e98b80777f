/**
 * @file error.h
 * @brief What can go wrong, and what an error says.
 */
#ifndef STATUSRULES_ERROR_H
#define STATUSRULES_ERROR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define STATUSRULES_API __attribute__((visibility("default")))
#else
#define STATUSRULES_API
#endif

/**
 * @brief Error codes. Numbers are never changed or reused.
 */
enum {
    STATUSRULES_OK = 0,
    /** A pointer that must not be NULL was NULL. */
    STATUSRULES_ERROR_NULL = 1,
    /** A struct whose `size` was never set (a zeroed struct), or is no size this library knows. */
    STATUSRULES_ERROR_SIZE = 2,
    /** A value that is none of the values of its fact or parameter. */
    STATUSRULES_ERROR_VALUE = 3,
    /** A day or number outside the range of its fact. */
    STATUSRULES_ERROR_RANGE = 4,
    /** #STATUSRULES_NOT_A_DAY was given where a day is expected. */
    STATUSRULES_ERROR_NOT_A_DAY = 5,
    /** A last day that is earlier than the day of issue. */
    STATUSRULES_ERROR_ORDER = 6,
    /** The day that the law gives would be after 9999-12-31. */
    STATUSRULES_ERROR_RESULT = 7,
    /** The buffer is too short; the length needed was written. */
    STATUSRULES_ERROR_TRUNCATED = 8,
    /** The text is not of the form YYYY-MM-DD; `offset` is the first byte that does not fit. */
    STATUSRULES_ERROR_SYNTAX = 9,
    /** The text has the form of a date, but there is no such day; `offset` is the part that is wrong. */
    STATUSRULES_ERROR_NO_SUCH_DAY = 10,
    /** A text that names no value; `nearest` is the code of the closest name, if one is close. */
    STATUSRULES_ERROR_NAME = 11,
    /** An edition that this library does not hold. */
    STATUSRULES_ERROR_EDITION = 12,
    /** Columns share memory in a way that is not allowed: `value` is the other field. */
    STATUSRULES_ERROR_OVERLAP = 13,
    /** The values of a column are not aligned to their width. */
    STATUSRULES_ERROR_ALIGNMENT = 14,
    /** A number of days that is not the one between the two days given; `first` and `last` are that number. */
    STATUSRULES_ERROR_DISAGREES = 15,
    /** Bytes or text that are no receipt; `offset` is the first byte that does not fit. */
    STATUSRULES_ERROR_RECEIPT = 16,
    /** The text of a receipt in which some symbol is wrong: they do not agree with the check symbol, at `offset`. */
    STATUSRULES_ERROR_CHECK_SYMBOL = 17
};

/** @brief Numbers of the arguments that are not facts, for `statusrules_error.fact`. */
enum {
    STATUSRULES_ARGUMENT_READING = 101,
    STATUSRULES_ARGUMENT_KNOWN_ON = 102,
    STATUSRULES_ARGUMENT_EDITION = 103,
    STATUSRULES_ARGUMENT_STRICT = 104,
    STATUSRULES_ARGUMENT_DAY = 105,
    STATUSRULES_ARGUMENT_QUESTION = 106,
    STATUSRULES_ARGUMENT_LAW = 107,
    STATUSRULES_ARGUMENT_FACTS = 108,
    STATUSRULES_ARGUMENT_OPTIONS = 109,
    STATUSRULES_ARGUMENT_RESULT = 110,
    STATUSRULES_ARGUMENT_TEXT = 111,
    STATUSRULES_ARGUMENT_NAMES = 112,
    STATUSRULES_ARGUMENT_LANGUAGE = 113,
    STATUSRULES_ARGUMENT_NUMBER = 114,
    STATUSRULES_ARGUMENT_RECEIPT = 115,
    STATUSRULES_ARGUMENT_BRIEF = 116,
    STATUSRULES_ARGUMENT_FACT = 117,
    STATUSRULES_ARGUMENT_COLUMNS = 118,
    STATUSRULES_ARGUMENT_DIALECT = 119,
    STATUSRULES_ARGUMENT_SAYS = 120
};

/**
 * @brief What went wrong. Only the members that the code speaks of carry meaning; the others are 0.
 */
typedef struct statusrules_error {
    /** One of the error codes. */
    int32_t code;
    /** The fact (`STATUSRULES_FACT_…`) or argument (`STATUSRULES_ARGUMENT_…`) that was wrong. */
    int32_t fact;
    /** The value given. */
    int32_t value;
    /** The first value allowed; for a fact that is none of the day facts of a question (#STATUSRULES_ARGUMENT_FACT) this
     *  and `last` are the question. */
    int32_t first;
    /** The last value allowed. */
    int32_t last;
    /** Offset in bytes into the text, for errors in text. */
    int32_t offset;
    /** The code of the nearest name, for #STATUSRULES_ERROR_NAME; else #STATUSRULES_UNKNOWN. */
    int32_t nearest;
    /** Zero. */
    int32_t reserved;
} statusrules_error;

#ifdef __cplusplus
}
#endif

#endif
