/**
 * @file sql.h
 * @brief The law as an SQL expression, for registers that live in a database.
 *
 * The text is made once, from the tables that answer, for one law and one set of options; the database then needs nothing
 * else. It is a plain expression over the columns of one row, without functions of this library.
 */
#ifndef STATUSRULES_SQL_H
#define STATUSRULES_SQL_H

#include <statusrules/ask.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Dialects. DuckDB reads that of PostgreSQL: its version 2.0.1 answered every vector of the tests as the library does,
 *         which they do not repeat. Frozen numbers. */
enum { STATUSRULES_DIALECT_POSTGRESQL = 1, STATUSRULES_DIALECT_SQLITE = 2 };

/** @brief What the text says. Frozen numbers. */
enum {
    /** The name of the outcome; NULL for a row whose facts are wrong, or whose day would be after 9999-12-31. */
    STATUSRULES_SQL_OUTCOME = 1,
    /** The day of the answer in the form of the column of the last day; NULL where there is none. An end that is not
     *  fixed is the value that means none. */
    STATUSRULES_SQL_DAY = 2,
    /** A condition for WHERE: the rows whose outcome is `yes`, if a day is given those through that day at least. The
     *  last days stand in it as ranges, so that an index on them serves. */
    STATUSRULES_SQL_WHERE = 3
};

/** @brief How a column holds its fact. NULL is a fact that is not known. Frozen numbers. */
enum {
    /** Values by their names (`permanent_residence_permit`, `UZ`, `yes`); days as `date` in PostgreSQL, as text
     *  YYYY-MM-DD in SQLite; numbers as numbers. None is `none`, of a `date` it is `infinity`. */
    STATUSRULES_SQL_TEXT = 0,
    /** Values by their codes, days as days since 1970-01-01. None is #STATUSRULES_NONE. */
    STATUSRULES_SQL_NUMBER = 1
};

/** @brief A column. Set it to #STATUSRULES_SQL_COLUMN_EMPTY first. */
typedef struct statusrules_sql_column {
    /** The size of this struct: STATUSRULES_SQL_COLUMN_EMPTY sets it. */
    int32_t size;
    /** `STATUSRULES_FACT_…` */
    int32_t fact;
    /** #STATUSRULES_SQL_TEXT or #STATUSRULES_SQL_NUMBER. */
    int32_t form;
    /** Zero. */
    int32_t reserved;
    /** Its name, and that of its table or NULL; both are quoted in the text, whatever they hold. */
    const char *name;
    const char *table;
    /** A value that means none, such as `9999-12-31`, instead of the usual; or NULL. */
    const char *none;
    /** NULL. */
    const void *more;
} statusrules_sql_column;

/** @brief The initial value of every #statusrules_sql_column. */
#define STATUSRULES_SQL_COLUMN_EMPTY {(int32_t)sizeof(statusrules_sql_column), 0, 0, 0, 0, 0, 0, 0}

/**
 * @brief Writes a question as an SQL expression. With `valid_on` in the options it asks whether the document is valid on
 *        that day.
 *
 * Facts that have no column are as in `facts` in every row. The expression answers as #statusrules_ask does, missing
 * facts included.
 *
 * It takes more stack than other functions, and so do those of impact.h: 16 KiB, and 16 KiB for each column. A thread with a
 * small stack (128 KiB with musl) must not call it with many.
 *
 * @param[out] buffer UTF-8, ended by a zero byte; may be NULL when capacity is 0
 * @param capacity its size in bytes
 * @param[out] length the length of the whole text in bytes, without the zero byte
 * @param law whose provisions decide
 * @param question `STATUSRULES_QUESTION_…`
 * @param facts what is the same in every row; what it says of facts that have a column is not read
 * @param columns one a fact
 * @param n_columns how many
 * @param dialect `STATUSRULES_DIALECT_…`
 * @param says `STATUSRULES_SQL_…`
 * @param day for #STATUSRULES_SQL_WHERE of the question extension: the day through which the answer must reach, or
 *            #STATUSRULES_UNKNOWN
 * @param options parameters, or NULL
 * @param[out] error or NULL
 * @return as #statusrules_ask, and
 *         #STATUSRULES_ERROR_NULL (columns, or a name), #STATUSRULES_ERROR_SIZE (a column never initialised),
 *         #STATUSRULES_ERROR_VALUE (dialect, says, form, a fact twice or not of the question, an empty name, a value for none
 *         with a backslash, days in two forms, a `day` that is not asked for),
 *         #STATUSRULES_ERROR_RANGE (more columns than facts; an expression that would be too long: fewer columns or one
 *         reading make it shorter, and the buffer holds an empty text), #STATUSRULES_ERROR_TRUNCATED if capacity is not more than `length`: what fits is
 *         written, cut at a character boundary
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_sql(char *buffer, int32_t capacity, int32_t *length,
                                        const statusrules_law *law, int32_t question,
                                        const statusrules_facts *facts, const statusrules_sql_column *columns,
                                        int32_t n_columns, int32_t dialect, int32_t says, int32_t day,
                                        const statusrules_options *options, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
