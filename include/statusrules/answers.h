/**
 * @file answers.h
 * @brief Why: the steps of an answer, and the same as text in English and Russian.
 *
 * An explanation of a real case is personal data.
 */
#ifndef STATUSRULES_ANSWERS_H
#define STATUSRULES_ANSWERS_H

#include <statusrules/ask.h>
#include <statusrules/names.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief Kinds of steps. Frozen numbers. */
enum {
    /** What follows holds under the readings in `readings`, with this outcome and day. */
    STATUSRULES_STEP_READING = 1,
    /** Provision `provision` asked `fact`, which has `value`; the condition is `condition` and it was met. */
    STATUSRULES_STEP_ASKED = 2,
    /** Provision `provision` decided: `day_before` came in, `day_after` came out. */
    STATUSRULES_STEP_DECIDED = 3,
    /** No provision of the law reaches the case. */
    STATUSRULES_STEP_NOTHING = 4,
    /** `fact` is missing and was presumed, for provision `provision`: `mark` says how. Provision 0: for the document's
     *  own term. */
    STATUSRULES_STEP_ASSUMED = 5,
    /** `fact` is missing and can change the answer. */
    STATUSRULES_STEP_MISSING = 6,
    /** The passage of provision `provision` belongs to the answer, without an outcome. */
    STATUSRULES_STEP_NOTE = 7,
    /** Side `condition` of the conflict that provision `provision` reports. */
    STATUSRULES_STEP_SIDE = 8,
    /** The day asked about is not after the document's own last day, which is `value`. */
    STATUSRULES_STEP_OWN_TERM = 9,
    /** What follows holds for the state that `fact` (citizenship or residence state) names, which is `value`. */
    STATUSRULES_STEP_STATE = 10
};

/** @brief One step. Members that the kind does not speak of are 0. */
typedef struct statusrules_step {
    /** `STATUSRULES_STEP_…` */
    int32_t kind;
    /** Bits `1 << STATUSRULES_READING_…`. */
    int32_t readings;
    int32_t provision;
    int32_t fact;
    int32_t value;
    /** Index for #statusrules_law_condition or #statusrules_law_side. */
    int32_t condition;
    /** `STATUSRULES_MARK_…` */
    int32_t mark;
    int32_t outcome;
    int32_t day_before;
    int32_t day_after;
    /** Zero. */
    int32_t reserved[2];
} statusrules_step;

/**
 * @brief The steps of an answer, in order.
 * @param[out] steps the caller's array; may be NULL when capacity is 0
 * @param capacity how many fit
 * @param[out] n_steps how many there are
 * @param law, question, facts, options as for #statusrules_ask
 * @param[out] error or NULL
 * @return as #statusrules_ask; #STATUSRULES_ERROR_TRUNCATED if they do not fit: the first `capacity` are written
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_steps(statusrules_step *steps, int32_t capacity, int32_t *n_steps,
                                          const statusrules_law *law, int32_t question,
                                          const statusrules_facts *facts, const statusrules_options *options,
                                          statusrules_error *error);

/**
 * @brief The answer and its reasons as text: outcome, provision, passage, source, what was asked of which fact,
 *        the day before and after, what was presumed, what is missing, where readings differ.
 * @param[out] buffer UTF-8, ended by a zero byte; may be NULL when capacity is 0
 * @param capacity its size in bytes
 * @param[out] length the length of the whole text in bytes, without the zero byte
 * @param law, question, facts, options as for #statusrules_ask
 * @param language #STATUSRULES_LANGUAGE_EN or #STATUSRULES_LANGUAGE_RU
 * @param[out] error or NULL
 * @return as #statusrules_ask; #STATUSRULES_ERROR_VALUE (language); #STATUSRULES_ERROR_TRUNCATED if capacity is
 *         not more than `length`: what fits is written, cut at a character boundary
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_explain(char *buffer, int32_t capacity, int32_t *length,
                                            const statusrules_law *law, int32_t question,
                                            const statusrules_facts *facts, const statusrules_options *options,
                                            int32_t language, statusrules_error *error);

/**
 * @brief An error as a sentence: what was given, what was expected.
 * @param[out] buffer UTF-8, ended by a zero byte; may be NULL when capacity is 0
 * @param capacity its size in bytes
 * @param[out] length the length of the whole text in bytes, without the zero byte
 * @param failure the error to put into words
 * @param language #STATUSRULES_LANGUAGE_EN or #STATUSRULES_LANGUAGE_RU
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_VALUE, #STATUSRULES_ERROR_TRUNCATED
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_error_text(char *buffer, int32_t capacity, int32_t *length,
                                               const statusrules_error *failure, int32_t language,
                                               statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
