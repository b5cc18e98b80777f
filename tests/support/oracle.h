/**
 * @file oracle.h
 * @brief A second encoding of the law `statement`, to compare the library with.
 *
 * Written from the decision tables (Conventions, A.1, A.2) alone, as ifs. It shares nothing with the library but
 * the types and numbers of the public headers: no table, no breakpoint, no calendar. It is slow where facts are
 * missing: it then tries every combination of representative values.
 */
#ifndef STATUSRULES_TESTS_ORACLE_H
#define STATUSRULES_TESTS_ORACLE_H

#include <statusrules/ask.h>
#include <stdbool.h>

/* Months count from January and the leap day is looked up, unlike in calendar.h. */
#define ORACLE_LEAP(y) ((y) % 4 == 0 && ((y) % 100 != 0 || (y) % 400 == 0))
#define ORACLE_BEFORE_YEAR(y) (365 * ((y) - 1) + ((y) - 1) / 4 - ((y) - 1) / 100 + ((y) - 1) / 400)
#define ORACLE_BEFORE_MONTH(m)                                                                                    \
    ((m) == 1    ? 0                                                                                              \
     : (m) == 2  ? 31                                                                                             \
     : (m) == 3  ? 59                                                                                             \
     : (m) == 4  ? 90                                                                                             \
     : (m) == 5  ? 120                                                                                            \
     : (m) == 6  ? 151                                                                                            \
     : (m) == 7  ? 181                                                                                            \
     : (m) == 8  ? 212                                                                                            \
     : (m) == 9  ? 243                                                                                            \
     : (m) == 10 ? 273                                                                                            \
     : (m) == 11 ? 304                                                                                            \
                 : 334)
/** @brief The day of a date, as a constant. */
#define ORACLE_DAY(y, m, d)                                                                                       \
    ((int32_t)(ORACLE_BEFORE_YEAR(y) + ORACLE_BEFORE_MONTH(m) + ((m) > 2 && ORACLE_LEAP(y)) + (d) - 719163))

/** @brief The provisions, in the order in which they stand. */
enum {
    ORACLE_NOTHING,
    ORACLE_S1,
    ORACLE_S1_TEMPORARY_RESIDENCE,
    ORACLE_S1_REGISTRATION,
    ORACLE_S1_SUSPENSION,
    ORACLE_S1_FIXED_DAY,
    ORACLE_S2,
    ORACLE_S2_REGISTRATION,
    ORACLE_S3,
    ORACLE_S4,
    ORACLE_S5_REGULARISATION,
    ORACLE_S5_WORK,
    ORACLE_S6,
    ORACLE_S7,
    ORACLE_PROVISIONS
};

/** @brief The id of a provision, such as "S2"; "" for #ORACLE_NOTHING. */
const char *oracle_provision_id(int32_t provision);

/** @brief The answer under one reading. */
typedef struct oracle_reading_answer {
    int32_t outcome;
    int32_t day;
    int32_t provision;
    int32_t possible;
    int32_t earliest;
    int32_t latest;
} oracle_reading_answer;

/** @brief What the tables answer. The members mean what they mean in #statusrules_answer. */
typedef struct oracle_answer {
    /** #STATUSRULES_OK, #STATUSRULES_ERROR_ORDER or #STATUSRULES_ERROR_RESULT; on an error the rest is unset. */
    int32_t error;
    int32_t outcome;
    int32_t day;
    int32_t provision;
    int32_t note;
    int32_t possible;
    int32_t earliest;
    int32_t latest;
    int64_t missing;
    int64_t assumed;
    oracle_reading_answer readings[3];
} oracle_answer;

/**
 * @brief What the tables answer to a question. The facts must be values of their kind; the edition is not read.
 */
void oracle_ask(oracle_answer *answer, int32_t question, const statusrules_facts *facts,
                const statusrules_options *options);

/**
 * @brief Whether the document is valid on a day, as ask.h describes it. Bounds are those of `day`.
 */
void oracle_valid_on(oracle_answer *answer, const statusrules_facts *facts, int32_t day,
                     const statusrules_options *options);

#endif
