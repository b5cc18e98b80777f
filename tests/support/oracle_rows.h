/**
 * @file oracle_rows.h
 * @brief What the oracles of the law `measures` share: a row that fits, the marks of its conditions, axes of values.
 */
#ifndef STATUSRULES_TESTS_ORACLE_ROWS_H
#define STATUSRULES_TESTS_ORACLE_ROWS_H

#include "oracle.h"

#include <stddef.h>

#define STATE(a, b) STATUSRULES_COUNTRY(a, b)

/** @brief The answer where no fact that can change it is missing. */
struct row_verdict {
    int32_t outcome;
    int32_t day;
    /** The missing facts that a mark presumed on the way. */
    int64_t assumed;
    /** The row of the tables, for the report of a difference; "" where none decided. */
    const char *row;
};

/** @brief What the marked conditions of a row make of the facts (Convention 4). */
struct marks {
    /** A fact is known to break one of them. */
    bool broken;
    /** Missing facts that count as not met: "if known". */
    int64_t not_met;
    /** Missing facts that count as met: "unless known". */
    int64_t met;
};

static inline struct row_verdict nothing_decided(void) {
    return (struct row_verdict){STATUSRULES_OUTCOME_SILENT, STATUSRULES_NOT_A_DAY, 0, ""};
}

static inline struct row_verdict decided(struct row_verdict before, int32_t outcome, const char *row) {
    return (struct row_verdict){outcome, STATUSRULES_NOT_A_DAY, before.assumed, row};
}

/** @brief A condition "if known". `holds` is read only where the value is known. */
static inline struct marks if_known(int32_t fact, int32_t value, bool holds) {
    bool known = value != STATUSRULES_UNKNOWN;
    return (struct marks){known && !holds, known ? 0 : (int64_t)1 << fact, 0};
}

/** @brief A condition "unless known". `holds` is read only where the value is known. */
static inline struct marks unless_known(int32_t fact, int32_t value, bool holds) {
    bool known = value != STATUSRULES_UNKNOWN;
    return (struct marks){known && !holds, 0, known ? 0 : (int64_t)1 << fact};
}

static inline struct marks both(struct marks a, struct marks b) {
    return (struct marks){a.broken || b.broken, a.not_met | b.not_met, a.met | b.met};
}

/**
 * @brief Whether a row fits, by its plain conditions and its marked ones. Adds what is presumed to the verdict: of a
 * row that fits, and of one that only its conditions "if known" keep out.
 */
static inline bool fits(struct row_verdict *verdict, bool plain, struct marks marks) {
    if (!plain || marks.broken) {
        return false;
    }
    verdict->assumed |= marks.not_met != 0 ? marks.not_met : marks.met;
    return marks.not_met == 0;
}

/** @brief A fact of a question, and one value of each kind that the tables tell apart. */
struct row_axis {
    int32_t fact;
    /** Every row that asks the fact marks the condition, so that a missing value is never tried unless strict. */
    bool marked;
    int32_t n;
    const int32_t *values;
};

/** @brief The rows of a question. */
struct row_question {
    struct row_verdict (*decide)(const statusrules_facts *facts, int32_t known_on);
    int32_t n_axes;
    const struct row_axis *axes;
    /** The rows ask the state that decides: citizenship, or residence_state equally (Convention 11). */
    bool asks_state;
};

#define ROW_AXIS(fact, marked, values)                                                                            \
    {STATUSRULES_FACT_##fact, marked, (int32_t)(sizeof(values) / sizeof(values)[0]), values}
#define ROW_QUESTION(decide, axes, asks_state)                                                                    \
    {decide, (int32_t)(sizeof(axes) / sizeof(axes)[0]), axes, asks_state}

extern const struct row_question oracle_vaccination;
extern const struct row_question oracle_free_vaccination;
extern const struct row_question oracle_regularisation;
extern const struct row_question oracle_work;
extern const struct row_question oracle_moratorium;
extern const struct row_question oracle_education_entry;

#endif
