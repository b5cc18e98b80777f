/**
 * @file inverse.h
 * @brief The question the other way round: on which days the answer is yes.
 */
#ifndef STATUSRULES_INVERSE_H
#define STATUSRULES_INVERSE_H

#include <statusrules/ask.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Days from the first to the last, both included. */
typedef struct statusrules_interval {
    int32_t first;
    int32_t last;
} statusrules_interval;

/**
 * @brief The values of one day fact for which the answer is yes, with every other fact and parameter as given.
 *
 * Which last days are still good on 1 March 2022 (`fact` is #STATUSRULES_FACT_LAST_DAY and `day` that day), on which days
 * may the person apply (#STATUSRULES_FACT_ON_DAY), until which arrival (#STATUSRULES_FACT_ARRIVED_ON), or on which days is
 * the document valid (#STATUSRULES_ARGUMENT_DAY). The intervals hold exactly the days for which #statusrules_ask answers
 * #STATUSRULES_OUTCOME_YES, or, with a day, a yes that lasts through that day; in ascending order, with a gap between each
 * two. An answer that missing facts leave open is no yes. Days that the other facts rule out, such as a last day before the
 * day of issue, are not among them, nor is #STATUSRULES_NONE. Numbers of days that are counted from the fact, or to it, are
 * counted anew for each day. Open ends are those of the calendar.
 *
 * @param[out] intervals the caller's array; may be NULL when capacity is 0
 * @param capacity how many fit
 * @param[out] n_intervals how many there are; 0 where the answer is never yes
 * @param law whose provisions decide
 * @param question `STATUSRULES_QUESTION_…`
 * @param facts what is known; the value of `fact` is not read
 * @param fact a fact of the question that is a day; for extension also #STATUSRULES_ARGUMENT_DAY: the day on which the
 *             document is to be valid, of which the options' `valid_on` is then not read
 * @param day #STATUSRULES_UNKNOWN: every yes. A day: a yes through this day or a later one, or with an end that is not fixed.
 *            Not for days on which a document is valid: those are a yes or none
 * @param options parameters, or NULL
 * @param[out] error or NULL
 * @return as #statusrules_ask, and
 *         #STATUSRULES_ERROR_NULL (n_intervals, or intervals that should hold some),
 *         #STATUSRULES_ERROR_VALUE (`fact` is none of the question's day facts, which #statusrules_error_text names; a day
 *         together with `valid_on`),
 *         #STATUSRULES_ERROR_RANGE and #STATUSRULES_ERROR_NOT_A_DAY (the day),
 *         #STATUSRULES_ERROR_TRUNCATED if they do not fit: the first `capacity` are written
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_inverse(statusrules_interval *intervals, int32_t capacity,
                                            int32_t *n_intervals, const statusrules_law *law, int32_t question,
                                            const statusrules_facts *facts, int32_t fact, int32_t day,
                                            const statusrules_options *options, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
