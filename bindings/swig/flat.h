/**
 * @file flat.h
 * @brief The library in numbers, arrays and texts: what crosses into another language. No logic.
 *
 * Not a public interface: the faces in bindings/python and bindings/java are.
 *
 * - **A law** is its index, 0 to flat_law_count() - 1.
 * - **Facts** are an array laid out like #statusrules_facts: `facts[STATUSRULES_FACT_…]` is that fact, `facts[0]` is not
 *   read. A shorter array leaves the later facts unknown.
 * - **Options** likewise, like #statusrules_options: known_on, edition, reading, strict, valid_on, brief at 1 to 6.
 * - **Results** are written into an array of the caller, in the order of the `FLAT_…` numbers; what a shorter array does
 *   not hold is left out.
 * - **A status** (flat_status) is #STATUSRULES_OK or an error code; `error` is then filled like
 *   #statusrules_error, in the order of the `FLAT_ERROR_…` numbers, and the result is left untouched.
 * - **Texts** are UTF-8. Static ones are returned; others are written into a buffer, and the length that the whole text
 *   needs is `result[0]`, also where the status is #STATUSRULES_ERROR_TRUNCATED.
 */
#ifndef STATUSRULES_FLAT_H
#define STATUSRULES_FLAT_H

#include <stdint.h>

/** @brief #STATUSRULES_OK or an error code. */
typedef int32_t flat_status;

/** @brief Places in an error. */
enum {
    FLAT_ERROR_CODE = 0,
    FLAT_ERROR_FACT = 1,
    FLAT_ERROR_VALUE = 2,
    FLAT_ERROR_FIRST = 3,
    FLAT_ERROR_LAST = 4,
    FLAT_ERROR_OFFSET = 5,
    FLAT_ERROR_NEAREST = 6,
    FLAT_ERROR_LENGTH = 7
};

/** @brief Places in an answer; from FLAT_ANSWER_READINGS on, the answers by reading, each as long as FLAT_READING_LENGTH. */
enum {
    FLAT_ANSWER_OUTCOME = 0,
    FLAT_ANSWER_DAY = 1,
    FLAT_ANSWER_PROVISION = 2,
    FLAT_ANSWER_NOTE = 3,
    FLAT_ANSWER_POSSIBLE = 4,
    FLAT_ANSWER_EARLIEST = 5,
    FLAT_ANSWER_LATEST = 6,
    FLAT_ANSWER_EDITION = 7,
    FLAT_ANSWER_MISSING = 8,
    FLAT_ANSWER_ASSUMED = 9,
    FLAT_ANSWER_READINGS = 10,
    FLAT_ANSWER_SAME_FROM = 28,
    FLAT_ANSWER_SAME_UNTIL = 29,
    FLAT_ANSWER_ASK_NEXT = 30,
    FLAT_READING_OUTCOME = 0,
    FLAT_READING_DAY = 1,
    FLAT_READING_PROVISION = 2,
    FLAT_READING_POSSIBLE = 3,
    FLAT_READING_EARLIEST = 4,
    FLAT_READING_LATEST = 5,
    FLAT_READING_LENGTH = 6,
    FLAT_ANSWER_LENGTH = 31
};

/** @brief A step: the members of #statusrules_step in their order. */
enum { FLAT_STEP_LENGTH = 12 };

/** @brief A span of an impact: the members of #statusrules_span in their order. */
enum { FLAT_SPAN_LENGTH = 4 };

/**
 * @brief Places in a column of an SQL expression; columns stand one after another in one array. Their texts stand in another,
 *        three for each column and each ended by a zero byte: the name, the table and the value for none; empty for no table,
 *        and for the usual value.
 */
enum { FLAT_SQL_COLUMN_FACT = 0, FLAT_SQL_COLUMN_FORM = 1, FLAT_SQL_COLUMN_LENGTH = 2 };

/** @brief Places in what a receipt says. The law is its index, -1 for one that the library does not hold. */
enum {
    FLAT_RECEIPT_LAW = 0,
    FLAT_RECEIPT_QUESTION = 1,
    FLAT_RECEIPT_KNOWN_ON = 2,
    FLAT_RECEIPT_EDITION = 3,
    FLAT_RECEIPT_READING = 4,
    FLAT_RECEIPT_STRICT = 5,
    FLAT_RECEIPT_VALID_ON = 6,
    FLAT_RECEIPT_OUTCOME = 7,
    FLAT_RECEIPT_DAY = 8,
    FLAT_RECEIPT_PROVISION = 9,
    FLAT_RECEIPT_LENGTH = 10
};

/** @brief Places in a provision. */
enum {
    FLAT_PROVISION_NUMBER = 0,
    FLAT_PROVISION_QUESTION = 1,
    FLAT_PROVISION_EFFECT = 2,
    FLAT_PROVISION_OUTCOME = 3,
    FLAT_PROVISION_DAY = 4,
    FLAT_PROVISION_LATEST = 5,
    FLAT_PROVISION_DAYS = 6,
    FLAT_PROVISION_SUSPENDED = 7,
    FLAT_PROVISION_READINGS = 8,
    FLAT_PROVISION_CERTAINTY = 9,
    FLAT_PROVISION_KNOWN_FROM = 10,
    FLAT_PROVISION_KNOWN_UNTIL = 11,
    FLAT_PROVISION_EDITION_FROM = 12,
    FLAT_PROVISION_EDITION_UNTIL = 13,
    FLAT_PROVISION_N_CONDITIONS = 14,
    FLAT_PROVISION_N_SIDES = 15,
    FLAT_PROVISION_QUOTED = 16,
    FLAT_PROVISION_ACT = 17,
    FLAT_PROVISION_STAGE = 18,
    FLAT_PROVISION_LIST = 19,
    FLAT_PROVISION_LIST_PLACE = 20,
    FLAT_PROVISION_LENGTH = 21
};

/** @brief Texts of a provision, an act and a side. */
enum {
    FLAT_PROVISION_ID = 0,
    FLAT_PROVISION_PLACE_EN = 1,
    FLAT_PROVISION_PLACE_RU = 2,
    FLAT_PROVISION_PASSAGE_EN = 3,
    FLAT_PROVISION_PASSAGE_RU = 4,
    FLAT_PROVISION_SAYS_EN = 5,
    FLAT_PROVISION_SAYS_RU = 6,
    FLAT_PROVISION_REMARK_EN = 7,
    FLAT_PROVISION_REMARK_RU = 8,
    FLAT_PROVISION_LIST_NAME = 9,
    FLAT_ACT_KEY = 0,
    FLAT_ACT_ISSUER_EN = 1,
    FLAT_ACT_ISSUER_RU = 2,
    FLAT_ACT_NUMBER = 3,
    FLAT_ACT_TITLE_EN = 4,
    FLAT_ACT_TITLE_RU = 5,
    FLAT_ACT_ADDRESS = 6,
    FLAT_SIDE_SOURCE_EN = 0,
    FLAT_SIDE_SOURCE_RU = 1
};

/** @brief Places in a condition. */
enum {
    FLAT_CONDITION_FACT = 0,
    FLAT_CONDITION_FORM = 1,
    FLAT_CONDITION_MARK = 2,
    FLAT_CONDITION_FIRST = 3,
    FLAT_CONDITION_LAST = 4,
    FLAT_CONDITION_N_VALUES = 5,
    FLAT_CONDITION_LENGTH = 6
};

/** @brief Places in what a fact may be, and in a side of a conflict. */
enum {
    FLAT_FACT_KIND = 0,
    FLAT_FACT_FIRST = 1,
    FLAT_FACT_LAST = 2,
    FLAT_FACT_NONE = 3,
    FLAT_FACT_LENGTH = 4,
    FLAT_SIDE_OUTCOME = 0,
    FLAT_SIDE_DAY = 1,
    FLAT_SIDE_LENGTH = 2
};

/** @brief Places in a column; columns stand one after another in one array. Addresses are numbers. */
enum {
    FLAT_COLUMN_FIELD = 0,
    FLAT_COLUMN_TYPE = 1,
    FLAT_COLUMN_VALID_FORM = 2,
    FLAT_COLUMN_VALUES = 3,
    FLAT_COLUMN_ONE_VALUE = 4,
    FLAT_COLUMN_VALID = 5,
    FLAT_COLUMN_VALID_OFFSET = 6,
    FLAT_COLUMN_TICKS_PER_DAY = 7,
    FLAT_COLUMN_NULL_VALUE = 8,
    FLAT_COLUMN_NO_END_VALUE = 9,
    FLAT_COLUMN_HAS_NULL_VALUE = 10,
    FLAT_COLUMN_HAS_NO_END_VALUE = 11,
    FLAT_COLUMN_IS_ONE_VALUE = 12,
    FLAT_COLUMN_CODES = 13,
    FLAT_COLUMN_N_CODES = 14,
    FLAT_COLUMN_LENGTH = 15,
    /** The most columns that a call takes, in and out each. */
    FLAT_COLUMNS_MOST = 64
};

/* ---- Asking ---- */

/** @brief statusrules_ask: the answer, FLAT_ANSWER_…. */
flat_status flat_ask(int32_t law, int32_t question, const int32_t *facts, int32_t n_facts, const int32_t *options,
                     int32_t n_options, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/**
 * @brief statusrules_extension with the facts and options that vary most, in one number.
 * @return the day in the low 32 bits (signed), the outcome in bits 32 to 39, the provision in bits 40 to 55; or the
 *         error code, negative
 */
int64_t flat_extension(int32_t law, int32_t term, int32_t last_day, int32_t location, int32_t citizenship,
                       int32_t known_on, int32_t reading);

/** @brief statusrules_inverse: result[0] is how many there are; each the first and the last day in `intervals`. */
flat_status flat_inverse(int32_t *intervals, int32_t n_intervals, int32_t law, int32_t question,
                         const int32_t *facts, int32_t n_facts, int32_t fact, int32_t day, const int32_t *options,
                         int32_t n_options, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_impact: result[0] is how many there are; each FLAT_SPAN_LENGTH numbers of `spans`. */
flat_status flat_impact(int32_t *spans, int32_t n_spans, int32_t before, const int32_t *options_before,
                        int32_t n_options_before, int32_t after, const int32_t *options_after,
                        int32_t n_options_after, int32_t question, const int32_t *facts, int32_t n_facts,
                        int64_t varies, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_impact_sql. `columns` are FLAT_SQL_COLUMN_…, and `text` is their texts. */
flat_status flat_impact_sql(char *buffer, int32_t capacity, int32_t before, const int32_t *options_before,
                            int32_t n_options_before, int32_t after, const int32_t *options_after,
                            int32_t n_options_after, int32_t question, const int32_t *facts, int32_t n_facts,
                            const int32_t *columns, int32_t n_columns, const char *text, int32_t length,
                            int32_t dialect, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_sql. `columns` are FLAT_SQL_COLUMN_…, and `text` is their texts. */
flat_status flat_sql(char *buffer, int32_t capacity, int32_t law, int32_t question, const int32_t *facts,
                     int32_t n_facts, const int32_t *columns, int32_t n_columns, const char *text, int32_t length,
                     int32_t dialect, int32_t says, int32_t day, const int32_t *options, int32_t n_options,
                     int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_steps: result[0] is how many there are; each FLAT_STEP_LENGTH numbers of `steps`. */
flat_status flat_steps(int32_t *steps, int32_t n_steps, int32_t law, int32_t question, const int32_t *facts,
                       int32_t n_facts, const int32_t *options, int32_t n_options, int64_t *result,
                       int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_explain */
flat_status flat_explain(char *buffer, int32_t capacity, int32_t law, int32_t question, const int32_t *facts,
                         int32_t n_facts, const int32_t *options, int32_t n_options, int32_t language,
                         int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_error_text, of the error given as `failure`. */
flat_status flat_error_text(char *buffer, int32_t capacity, const int64_t *failure, int32_t n_failure,
                            int32_t language, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_receipt: STATUSRULES_RECEIPT_BYTES bytes; result[0] is their number. */
flat_status flat_receipt(char *buffer, int32_t capacity, int32_t law, int32_t question, const int32_t *facts,
                         int32_t n_facts, const int32_t *options, int32_t n_options, int64_t *result,
                         int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_receipt_read: FLAT_RECEIPT_…. `text` is the bytes. */
flat_status flat_receipt_read(const char *text, int32_t length, int64_t *result, int32_t n_result, int64_t *error,
                              int32_t n_error);

/** @brief statusrules_verify: result[0] is what was found. `text` is the bytes. */
flat_status flat_verify(const char *text, int32_t length, const int32_t *facts, int32_t n_facts, int64_t *result,
                        int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_format_receipt: result[0] is the length. `text` is the bytes. */
flat_status flat_format_receipt(char *buffer, int32_t capacity, const char *text, int32_t length, int64_t *result,
                                int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_parse_receipt: STATUSRULES_RECEIPT_BYTES bytes; result[0] is their number. */
flat_status flat_parse_receipt(char *buffer, int32_t capacity, const char *text, int32_t length, int64_t *result,
                               int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_columns: result[0] is the number of bad rows. */
flat_status flat_columns(int32_t law, int32_t question, const int64_t *in, int32_t n_in, const int64_t *out,
                         int32_t n_out, int64_t n_rows, const int32_t *options, int32_t n_options, int64_t *result,
                         int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_question_asks */
int32_t flat_question_asks(int32_t question, int32_t fact);

/** @brief statusrules_fact: FLAT_FACT_…. */
flat_status flat_fact(int32_t fact, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/* ---- Names ---- */

/** @brief statusrules_name */
const char *flat_name(int32_t names, int32_t code, int32_t language);

/** @brief statusrules_code: result[0] is the value. */
flat_status flat_code(int32_t names, const char *text, int32_t length, int64_t *result, int32_t n_result,
                      int64_t *error, int32_t n_error);

/** @brief statusrules_count */
int32_t flat_count(int32_t names);

/** @brief statusrules_code_at */
int32_t flat_code_at(int32_t names, int32_t index);

/* ---- Days ---- */

/** @brief statusrules_day */
int32_t flat_day(int32_t year, int32_t month, int32_t day);

/** @brief statusrules_date_of_day: result[0] to result[2] are year, month, day. */
flat_status flat_date_of_day(int32_t day, int64_t *result, int32_t n_result, int64_t *error, int32_t n_error);

/** @brief statusrules_add_days: result[0] is the sum. */
flat_status flat_add_days(int32_t day, int32_t n, int64_t *result, int32_t n_result, int64_t *error,
                          int32_t n_error);

/** @brief statusrules_parse_day: result[0] is the day. */
flat_status flat_parse_day(const char *text, int32_t length, int64_t *result, int32_t n_result, int64_t *error,
                           int32_t n_error);

/** @brief statusrules_format_day: result[0] is the length. */
flat_status flat_format_day(char *buffer, int32_t capacity, int32_t day, int64_t *result, int32_t n_result,
                            int64_t *error, int32_t n_error);

/* ---- The law ---- */

/** @brief statusrules_version */
const char *flat_version(void);

/** @brief statusrules_law_count */
int32_t flat_law_count(void);

/** @brief The index of statusrules_law_statement. */
int32_t flat_law_statement(void);

/** @brief statusrules_law_name; "" outside. */
const char *flat_law_name(int32_t law);

/** @brief statusrules_law_edition; 0 outside. */
int32_t flat_law_edition(int32_t law);

/** @brief statusrules_law_digest; "" outside. */
const char *flat_law_digest(int32_t law, int32_t edition);

/** @brief statusrules_law_act_count; 0 outside. */
int32_t flat_act_count(int32_t law);

/** @brief statusrules_law_act: result[0] is its day. */
flat_status flat_act(int32_t law, int32_t number, int64_t *result, int32_t n_result, int64_t *error,
                     int32_t n_error);

/** @brief A text of an act, FLAT_ACT_…; "" outside. */
const char *flat_act_text(int32_t law, int32_t number, int32_t text);

/** @brief statusrules_law_provision_count; 0 outside. */
int32_t flat_provision_count(int32_t law);

/** @brief statusrules_law_provision: FLAT_PROVISION_…. */
flat_status flat_provision(int32_t law, int32_t number, int64_t *result, int32_t n_result, int64_t *error,
                           int32_t n_error);

/** @brief A text of a provision, FLAT_PROVISION_…; "" outside. */
const char *flat_provision_text(int32_t law, int32_t number, int32_t text);

/** @brief statusrules_law_condition: FLAT_CONDITION_…, and after them its values. */
flat_status flat_condition(int32_t law, int32_t number, int32_t index, int64_t *result, int32_t n_result,
                           int64_t *error, int32_t n_error);

/** @brief statusrules_law_side: FLAT_SIDE_…. */
flat_status flat_side(int32_t law, int32_t number, int32_t index, int64_t *result, int32_t n_result,
                      int64_t *error, int32_t n_error);

/** @brief A text of a side, FLAT_SIDE_…; "" outside. */
const char *flat_side_text(int32_t law, int32_t number, int32_t index, int32_t text);

#endif
