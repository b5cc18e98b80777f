/**
 * @file oracle_measures_extension.h
 * @brief A second encoding of the question extension of the law `measures`, to compare the library with.
 *
 * Written from the decision tables (Conventions, B.1) alone, as ifs. Like oracle.h it shares nothing with the
 * library but the types and numbers of the public headers. It knows no provisions: what it answers is outcome, days,
 * what is missing and what was presumed.
 */
#ifndef STATUSRULES_TESTS_ORACLE_MEASURES_EXTENSION_H
#define STATUSRULES_TESTS_ORACLE_MEASURES_EXTENSION_H

#include "oracle.h"

/* --- One reading, one state, nothing missing ------------------------------------------------------------------ */

/** @brief A case in which every fact is known that a row asks without a mark. */
typedef struct oracle_measures_case {
    statusrules_facts facts;
    /** The state that decides, or #STATUSRULES_NONE for a stateless person who holds no state's residence permit. */
    int32_t state;
    /** A day. */
    int32_t known_on;
    /** `STATUSRULES_READING_…` */
    int32_t reading;
    /** The day of issue is not known, and is presumed where a condition holds "unless known". */
    bool issue_presumed;
} oracle_measures_case;

/** @brief What the tables say about such a case. */
typedef struct oracle_measures_verdict {
    /** #STATUSRULES_OK or #STATUSRULES_ERROR_RESULT; on an error the rest is unset. */
    int32_t error;
    int32_t outcome;
    /** Last valid day of a yes; #STATUSRULES_NONE: open end; else #STATUSRULES_NOT_A_DAY. */
    int32_t day;
    /** After `day` where sources differ on the last day, else `day`. */
    int32_t latest;
    /** A condition that holds "unless known" was met by the presumed day of issue. */
    bool issue_assumed;
    /** A row whose other conditions are met asks for the state. */
    bool state_asked;
} oracle_measures_verdict;

/** @brief B.1 for one state and one reading; the last day is a day or none. */
oracle_measures_verdict oracle_measures_verdict_of(const oracle_measures_case *c);

/** @brief The last day that version 791 covers for a cut-off state; #STATUSRULES_NOT_A_DAY for another. */
int32_t oracle_measures_cut_off(int32_t state, int32_t known_on);

/** @brief The last day of the window of decree 274 as known; #STATUSRULES_NOT_A_DAY before it was. */
int32_t oracle_measures_window(int32_t known_on);

/** @brief The days of that window: what `suspension` and `literal` add. */
int32_t oracle_measures_window_days(int32_t known_on);

/* --- Any facts, any readings ---------------------------------------------------------------------------------- */

/** @brief The answer under one reading; outcome 0: not asked. */
typedef struct oracle_extension_reading {
    int32_t outcome;
    int32_t day;
    int32_t earliest;
    int32_t latest;
    int32_t possible;
} oracle_extension_reading;

/** @brief What the tables answer. The members mean what they mean in #statusrules_answer. */
typedef struct oracle_extension_answer {
    /** #STATUSRULES_OK, #STATUSRULES_ERROR_ORDER or #STATUSRULES_ERROR_RESULT; on an error the rest is unset. */
    int32_t error;
    oracle_extension_reading all;
    oracle_extension_reading readings[3];
    int64_t missing;
    /** What must be reported as assumed: a side of the state only where it could change the answer. */
    int64_t assumed;
    /** What may be: a side of the state wherever a row asks for it. Contains `assumed`. */
    int64_t may_be_assumed;
} oracle_extension_answer;

/** @brief How many states stand for all that B.1 tells apart. */
enum { ORACLE_MEASURES_STATES = 11 };

/** @brief One state for each group that B.1 tells apart, and none. */
extern const int32_t oracle_measures_states[ORACLE_MEASURES_STATES];

/**
 * @brief Through which day. The facts must be values of their kind; the edition is not read. Two or three facts may
 *        be missing: each is tried with every value that can matter.
 */
void oracle_measures_extension(oracle_extension_answer *answer, const statusrules_facts *facts,
                               const statusrules_options *options);

/** @brief Whether the document is valid on a day, as ask.h describes it. Bounds are not set. */
void oracle_measures_valid_on(oracle_extension_answer *answer, const statusrules_facts *facts, int32_t day,
                              const statusrules_options *options);

#endif
