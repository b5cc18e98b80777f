/**
 * @file impact.h
 * @brief What a decree changes: the cases that are answered otherwise than before.
 */
#ifndef STATUSRULES_IMPACT_H
#define STATUSRULES_IMPACT_H

#include <statusrules/sql.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Some values of a fact in a box.
 *
 * A box is a set of cases: for every fact that has spans in it, the case has a value of one of them; a fact without spans
 * in it may be anything. Spans stand by box, and in a box by fact.
 */
typedef struct statusrules_span {
    /** The box, 0 and up. */
    int32_t box;
    /** `STATUSRULES_FACT_…`; 0, in a box that has nothing else: the box holds every case. */
    int32_t fact;
    /** The values from first to last; both are #STATUSRULES_NONE or #STATUSRULES_UNKNOWN for these. */
    int32_t first;
    int32_t last;
} statusrules_span;

/**
 * @brief The cases whose answer changes between two sides: two days of knowledge or editions of a law (in the options), or
 *        two laws.
 *
 * An answer changes if its outcome or its day does; its provision and what an undetermined answer leaves possible may change
 * beside. Exactly the cases that change stand in the boxes, each in one; beside them only cases that both sides refuse,
 * because a value is wrong or the last day lies before the day of issue. It takes stack as #statusrules_sql does, by the
 * facts that vary.
 *
 * @param[out] spans the caller's array; may be NULL when capacity is 0
 * @param capacity how many fit
 * @param[out] n_spans how many there are; 0: nothing changes
 * @param before whose provisions decided before, with `options_before` (or NULL)
 * @param after whose provisions decide after, with `options_after` (or NULL)
 * @param question `STATUSRULES_QUESTION_…`
 * @param facts what is the same in every case; what it says of facts that vary is not read
 * @param varies the facts that differ from case to case: bit `1 << STATUSRULES_FACT_…`
 * @param[out] error or NULL
 * @return as #statusrules_ask for each side, and #STATUSRULES_ERROR_VALUE (a fact that is not of the question varies, or one
 *         of which a number of days is counted), #STATUSRULES_ERROR_RANGE (too many facts vary to follow them all: what stands in
 *         `spans` then means nothing),
 *         #STATUSRULES_ERROR_TRUNCATED if the spans do not fit: the first `capacity` are written
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_impact(statusrules_span *spans, int32_t capacity, int32_t *n_spans,
                                           const statusrules_law *before,
                                           const statusrules_options *options_before, const statusrules_law *after,
                                           const statusrules_options *options_after, int32_t question,
                                           const statusrules_facts *facts, int64_t varies,
                                           statusrules_error *error);

/**
 * @brief The same as a condition for WHERE: the rows of a table whose answer changes.
 *
 * @param[out] buffer UTF-8, ended by a zero byte; may be NULL when capacity is 0
 * @param capacity its size in bytes
 * @param[out] length the length of the whole text in bytes, without the zero byte
 * @param before, options_before, after, options_after, question, facts as for #statusrules_impact
 * @param columns, n_columns, dialect as for #statusrules_sql
 * @param[out] error or NULL
 * @return as #statusrules_impact and #statusrules_sql
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_impact_sql(
    char *buffer, int32_t capacity, int32_t *length, const statusrules_law *before,
    const statusrules_options *options_before, const statusrules_law *after,
    const statusrules_options *options_after, int32_t question, const statusrules_facts *facts,
    const statusrules_sql_column *columns, int32_t n_columns, int32_t dialect, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
