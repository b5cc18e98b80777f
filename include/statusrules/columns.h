/**
 * @file columns.h
 * @brief A whole register at once: columns of facts in, columns of answers out.
 *
 * Every row gets the answer that #statusrules_ask gives for it. The caller owns all memory.
 */
#ifndef STATUSRULES_COLUMNS_H
#define STATUSRULES_COLUMNS_H

#include <statusrules/ask.h>
#include <statusrules/receipt.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Types of values. Frozen numbers. */
enum {
    STATUSRULES_TYPE_INT8 = 1,
    STATUSRULES_TYPE_INT16 = 2,
    STATUSRULES_TYPE_INT32 = 3,
    STATUSRULES_TYPE_INT64 = 4,
    /** 40 bytes a row, of any alignment: #STATUSRULES_RESULT_RECEIPT, and nothing else. */
    STATUSRULES_TYPE_RECEIPT = 5
};

/** @brief How a column says which of its values are known. Frozen numbers. */
enum {
    /** All are. */
    STATUSRULES_VALID_ALL = 0,
    /** Bits, the lowest first, 1 for known: the validity buffer of Arrow. */
    STATUSRULES_VALID_BITS = 1,
    /** Bytes, other than 0 for known. */
    STATUSRULES_VALID_BYTES_PRESENT = 2,
    /** Bytes, other than 0 for missing. */
    STATUSRULES_VALID_BYTES_MISSING = 3
};

/** @brief Fields of result columns; the fields of other columns are facts (`STATUSRULES_FACT_…`) and
 *         #STATUSRULES_ARGUMENT_READING, #STATUSRULES_ARGUMENT_KNOWN_ON, #STATUSRULES_ARGUMENT_EDITION and, for
 *         "valid on", #STATUSRULES_ARGUMENT_DAY. Frozen numbers.
 */
enum {
    STATUSRULES_RESULT_OUTCOME = 151,
    STATUSRULES_RESULT_DAY = 152,
    STATUSRULES_RESULT_PROVISION = 153,
    STATUSRULES_RESULT_NOTE = 154,
    STATUSRULES_RESULT_POSSIBLE = 155,
    STATUSRULES_RESULT_EARLIEST = 156,
    STATUSRULES_RESULT_LATEST = 157,
    /** Bits of facts; needs int64. */
    STATUSRULES_RESULT_MISSING = 158,
    STATUSRULES_RESULT_ASSUMED = 159,
    /** The outcomes by reading: literal, and 16 times suspension, and 256 times fixed_day; 0 for one not asked. */
    STATUSRULES_RESULT_READINGS = 160,
    /** The error of the row, 0 for none; a row with an error has outcome 0 and no day. */
    STATUSRULES_RESULT_ERROR = 161,
    /** How long the answer stays the same, as in #statusrules_answer. Each of these three makes the answer of a row take
     *  longer, whatever `brief` says in the options. */
    STATUSRULES_RESULT_SAME_FROM = 162,
    STATUSRULES_RESULT_SAME_UNTIL = 163,
    /** The receipt of the answer, as #statusrules_receipt writes it; zeros for a row with an error. Needs
     *  #STATUSRULES_TYPE_RECEIPT. */
    STATUSRULES_RESULT_RECEIPT = 164,
    /** The fact to ask next, 0 for none. */
    STATUSRULES_RESULT_ASK_NEXT = 165
};

/** @brief A column. Set it to #STATUSRULES_COLUMN_EMPTY first. */
typedef struct statusrules_column {
    /** The size of this struct: STATUSRULES_COLUMN_EMPTY sets it. */
    int32_t size;
    /** What stands in it: a fact, a parameter or a `STATUSRULES_RESULT_…`. */
    int32_t field;
    /** `STATUSRULES_TYPE_…`; values are aligned to their width. */
    int32_t type;
    /** `STATUSRULES_VALID_…` */
    int32_t valid_form;
    /** The values, one a row. */
    void *values;
    int64_t one_value;
    /** Which values are known, for the forms that have it; not read for results. */
    const uint8_t *valid;
    /** The place of the first row in `valid`, in bits for bits and in bytes for bytes. */
    int64_t valid_offset;
    /** 0: days are numbers of days. Else timestamps: this many ticks make a day; a day begins at a multiple. */
    int64_t ticks_per_day;
    /** A value that means missing (such as NaT), if `has_null_value`; results write it for no day. */
    int64_t null_value;
    /** A value that means none (without end, stateless), if `has_no_end_value`; results write it for an open end. */
    int64_t no_end_value;
    int32_t has_null_value;
    int32_t has_no_end_value;
    /** 1: `one_value` stands for all rows, and `values` is not read (inputs only). */
    int32_t is_one_value;
    /** Zero. */
    int32_t reserved_flag;
    /** Category codes: value `v` of the column stands for `codes[v]`; NULL for none. A `v` outside is an error. */
    const int32_t *codes;
    int64_t n_codes;
    /** Zero. */
    int64_t reserved[2];
} statusrules_column;

/** @brief The initial value of every #statusrules_column. */
#define STATUSRULES_COLUMN_EMPTY                                                                                  \
    {(int32_t)sizeof(statusrules_column), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, {0, 0}}

/**
 * @brief Answers a question for every row.
 *
 * Facts without a column are unknown. A row whose facts are wrong gets its error and costs no other row. Without a
 * null value, a missing fact is #STATUSRULES_UNKNOWN and a day that a result does not have is #STATUSRULES_NOT_A_DAY
 * (in narrower types that do not hold these, an error); likewise #STATUSRULES_NONE. A day that a result written as
 * timestamps does not hold (nanoseconds end in 2262) is an error of its row, #STATUSRULES_ERROR_RESULT.
 *
 * @param[out] bad_rows how many rows have an error
 * @param law whose provisions decide
 * @param question `STATUSRULES_QUESTION_…`
 * @param in columns of facts and parameters, each field at most once
 * @param n_in how many
 * @param out columns of results, each field at most once; the values of one may be the very array of an input of
 *            the same width, any other overlap is refused
 * @param n_out how many
 * @param n_rows how many rows
 * @param options parameters for all rows, or NULL; a column of the same parameter goes before
 * @param[out] error what is wrong with the call: `fact` is the field, or NULL
 * @return #STATUSRULES_OK, also if rows are bad;
 *         #STATUSRULES_ERROR_NULL (a pointer), #STATUSRULES_ERROR_SIZE (a struct never initialised),
 *         #STATUSRULES_ERROR_VALUE (question, field, type, form, a result too narrow),
 *         #STATUSRULES_ERROR_RANGE (a negative count, offset or number of ticks), #STATUSRULES_ERROR_OVERLAP, #STATUSRULES_ERROR_ALIGNMENT,
 *         and what #statusrules_ask says of options. Nothing is written then.
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_columns(int64_t *bad_rows, const statusrules_law *law, int32_t question,
                                            const statusrules_column *in, int32_t n_in,
                                            const statusrules_column *out, int32_t n_out, int64_t n_rows,
                                            const statusrules_options *options, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
