/**
 * @file names.h
 * @brief Names of all values, with English and Russian labels: one place for every language and file format.
 */
#ifndef STATUSRULES_NAMES_H
#define STATUSRULES_NAMES_H

#include <statusrules/facts.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Lists of names besides those of the facts. The list of a fact's values has the fact's own number
 *        (`STATUSRULES_FACT_TERM`, `STATUSRULES_FACT_CITIZENSHIP`, …; a yes/no fact's list is no, yes). Where
 *        #STATUSRULES_NONE is a value of the fact, it stands at the end of the list as `none`, with labels such as
 *        "without end" or "stateless"; the list of a day or number has no other name.
 */
enum {
    STATUSRULES_NAMES_FACT = 201,
    STATUSRULES_NAMES_QUESTION = 202,
    STATUSRULES_NAMES_OUTCOME = 203,
    STATUSRULES_NAMES_READING = 204,
    STATUSRULES_NAMES_CERTAINTY = 205,
    STATUSRULES_NAMES_ERROR = 206,
    STATUSRULES_NAMES_ARGUMENT = 207,
    STATUSRULES_NAMES_RESULT = 208,
    STATUSRULES_NAMES_VERIFIED = 209
};

/** @brief Languages. Frozen numbers. */
enum {
    /** The name itself, the same in every language, file and query: ASCII in lower case, but for a country,
     *  which is the two capital letters of its code. */
    STATUSRULES_LANGUAGE_NAME = 0,
    STATUSRULES_LANGUAGE_EN = 1,
    STATUSRULES_LANGUAGE_RU = 2
};

/**
 * @brief The name or label of a value.
 * @param names a fact with named values, or `STATUSRULES_NAMES_…`
 * @param code the value
 * @param language `STATUSRULES_LANGUAGE_…`
 * @return static text, or "" if there is no such list, value or language
 * @since 0.1
 */
STATUSRULES_API const char *statusrules_name(int32_t names, int32_t code, int32_t language);

/**
 * @brief The value that a name or label (English or Russian) stands for.
 * @param[out] code the value
 * @param names a fact with named values, or `STATUSRULES_NAMES_…`
 * @param text name or label; letters match in either case, Latin and Russian; need not end with a zero byte
 * @param length its length in bytes
 * @param[out] error or NULL; `nearest` is the value of the closest name (at most two edits away), if any
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_VALUE (no such list),
 *         #STATUSRULES_ERROR_NAME
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_code(int32_t *code, int32_t names, const char *text, int32_t length,
                                         statusrules_error *error);

/** @brief How many values a list has; 0 if there is no such list. @since 0.1 */
STATUSRULES_API int32_t statusrules_count(int32_t names);

/** @brief The value at a place of a list, 0 to count - 1; #STATUSRULES_UNKNOWN outside. @since 0.1 */
STATUSRULES_API int32_t statusrules_code_at(int32_t names, int32_t index);

/** @brief What kind of value a fact takes. Frozen numbers. */
enum {
    STATUSRULES_KIND_DAY = 1,
    STATUSRULES_KIND_NUMBER = 2,
    STATUSRULES_KIND_NAME = 3,
    STATUSRULES_KIND_COUNTRY = 4,
    STATUSRULES_KIND_YES_NO = 5
};

/** @brief What a fact may be. */
typedef struct statusrules_fact_info {
    /** `STATUSRULES_KIND_…` */
    int32_t kind;
    /** First and last value. */
    int32_t first;
    int32_t last;
    /** 1: #STATUSRULES_NONE is a value. */
    int32_t none;
    /** Zero. */
    int32_t reserved[4];
} statusrules_fact_info;

/**
 * @brief What a fact may be.
 * @param[out] info kind and range
 * @param fact `STATUSRULES_FACT_…`
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_VALUE
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_fact(statusrules_fact_info *info, int32_t fact, statusrules_error *error);

/**
 * @brief Whether a question reads a fact.
 * @return 1 or 0; 0 if there is no such question or fact
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_question_asks(int32_t question, int32_t fact);

#ifdef __cplusplus
}
#endif

#endif
