/**
 * @file ask.h
 * @brief Questions and answers.
 */
#ifndef STATUSRULES_ASK_H
#define STATUSRULES_ASK_H

#include <statusrules/calendar.h>
#include <statusrules/facts.h>
#include <statusrules/law.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief What can be asked. Frozen numbers. */
enum {
    /** Through which day is the document or term valid. */
    STATUSRULES_QUESTION_EXTENSION = 1,
    /** Whether the person can be vaccinated in Russia on the day. */
    STATUSRULES_QUESTION_VACCINATION = 2,
    /** Whether the vaccination is free of charge. */
    STATUSRULES_QUESTION_FREE_VACCINATION = 3,
    /** Whether the person may apply to settle the legal status. */
    STATUSRULES_QUESTION_REGULARISATION = 4,
    /** Whether the act of employment is lawful. */
    STATUSRULES_QUESTION_WORK = 5,
    /** Whether the decision is not to be taken. */
    STATUSRULES_QUESTION_MORATORIUM = 6,
    /** Whether the person may enter for education. */
    STATUSRULES_QUESTION_EDUCATION_ENTRY = 7
};

/** @brief Outcomes; none ever stands for another. Frozen numbers. */
enum {
    STATUSRULES_OUTCOME_YES = 1,
    /** The law says no. */
    STATUSRULES_OUTCOME_NO = 2,
    /** A missing fact can change the answer. */
    STATUSRULES_OUTCOME_UNDETERMINED = 3,
    /** An official decides. */
    STATUSRULES_OUTCOME_DISCRETION = 4,
    /** The encoded law says nothing. It is not a no. */
    STATUSRULES_OUTCOME_SILENT = 5,
    /** Sources or readings disagree; every side is reported. */
    STATUSRULES_OUTCOME_CONFLICT = 6
};

/** @brief Parameters of a question. Set it to #STATUSRULES_OPTIONS_DEFAULT first, or pass NULL for the same. */
typedef struct statusrules_options {
    /** The size of this struct: STATUSRULES_OPTIONS_DEFAULT sets it. */
    int32_t size;
    /** Only what had been published by the end of this day; #STATUSRULES_UNKNOWN: everything encoded. */
    int32_t known_on;
    /** The edition of the law to replay; #STATUSRULES_UNKNOWN: the newest. */
    int32_t edition;
    /** A `STATUSRULES_READING_…`; #STATUSRULES_UNKNOWN: all readings, which must agree. */
    int32_t reading;
    /** #STATUSRULES_YES: nothing is presumed about a missing fact. */
    int32_t strict;
    /** A day: #STATUSRULES_QUESTION_EXTENSION asks whether the document is valid on it, as #statusrules_valid_on
     *  describes. #STATUSRULES_UNKNOWN: it asks through which day. */
    int32_t valid_on;
    /** #STATUSRULES_YES: the answer alone. `same_from`, `same_until` and `ask_next`, which take longer than the answer,
     *  are left out. */
    int32_t brief;
} statusrules_options;

/** @brief Everything known, newest edition, all readings, with presumptions, and all there is to say. */
#define STATUSRULES_OPTIONS_DEFAULT                                                                               \
    {(int32_t)sizeof(statusrules_options),                                                                        \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_NO,                                                                                              \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_NO}

/** @brief The answer under one reading; the members mean what they mean in #statusrules_answer. */
typedef struct statusrules_reading_answer {
    /** The outcome, or 0 if this reading was not asked. */
    int32_t outcome;
    int32_t day;
    int32_t provision;
    int32_t possible;
    int32_t earliest;
    int32_t latest;
} statusrules_reading_answer;

/** @brief An answer. Its size does not change: what is added takes the place of `reserved`. */
typedef struct statusrules_answer {
    /** `STATUSRULES_OUTCOME_…` */
    int32_t outcome;
    /** Last valid day, inclusive, of a `yes` that has one; else #STATUSRULES_NOT_A_DAY. #STATUSRULES_NONE: a
     *  `yes` whose end is not fixed. */
    int32_t day;
    /** The number of the provision that decided, for #statusrules_law_provision; 0 where none did (silent), or
     *  where readings disagree. Where completions of missing facts are decided by several, the lowest number. */
    int32_t provision;
    /** The number of the first note attached to the answer, or 0. */
    int32_t note;
    /** The outcomes that the facts left open: bit `1 << STATUSRULES_OUTCOME_…`. One bit unless undetermined. */
    int32_t possible;
    /** Earliest and latest day: for `undetermined`, over the completions that give `yes`; for `conflict`, over
     *  the sides that give `yes`; else `day`, with `latest` after it where sources differ on the last day.
     *  #STATUSRULES_NOT_A_DAY if none; `latest` is #STATUSRULES_NONE where an end is not fixed. */
    int32_t earliest;
    int32_t latest;
    /** The edition that answered. */
    int32_t edition;
    /** The missing facts that can change the answer: bit `1 << STATUSRULES_FACT_…`. */
    int64_t missing;
    /** The missing facts that were presumed: bit `1 << STATUSRULES_FACT_…`. */
    int64_t assumed;
    /** By reading: `readings[STATUSRULES_READING_… - 1]`. */
    statusrules_reading_answer readings[3];
    /** How long the answer stays the same: the first and the last of the days around `on_day` on which the same question,
     *  with every other fact and parameter the same, gets this answer: outcome, day, provision, note, possible, earliest,
     *  latest, missing, assumed and readings. For extension with `valid_on` they are days of `valid_on`. A number of days
     *  that is counted from `on_day` (notice, days left on the visa) is counted anew for each day; one that was given
     *  beside the two days it lies between ends the span where it would disagree. Both are #STATUSRULES_NOT_A_DAY where
     *  no day is asked about (`on_day` is unknown, or extension asks through which day). They end with the calendar. Of a
     *  document whose last day is unknown they take long to find, and are #STATUSRULES_NOT_A_DAY where more than two other
     *  facts that can change the answer are unknown as well.
     *  @since 0.1 */
    int32_t same_from;
    int32_t same_until;
    /** Of `missing`, the fact to ask next: `STATUSRULES_FACT_…`, or 0 if nothing is missing. It is the one after whose
     *  answer, at worst, the fewest outcomes are possible; of equal ones that of whose values, as the law tells them
     *  apart, the greatest share settles the outcome and the day; of equal ones that with the lowest number. Of two
     *  missing facts that say which state decides it is the citizenship. @since 0.1 */
    int32_t ask_next;
    /** Zero. */
    int32_t reserved[7];
} statusrules_answer;

/**
 * @brief Answers a question. The other functions here are faces of this one.
 *
 * @param[out] answer the answer
 * @param law whose provisions decide
 * @param question `STATUSRULES_QUESTION_…`
 * @param facts what is known; facts that do not belong to the question are not read
 * @param options parameters, or NULL
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, or
 *         #STATUSRULES_ERROR_NULL (answer, law, facts),
 *         #STATUSRULES_ERROR_SIZE (facts or options never initialised),
 *         #STATUSRULES_ERROR_VALUE (question, reading, strict, brief or a fact that is none of its values; `valid_on` with
 *         another question than extension),
 *         #STATUSRULES_ERROR_RANGE (a day or number out of range),
 *         #STATUSRULES_ERROR_NOT_A_DAY,
 *         #STATUSRULES_ERROR_ORDER (last day before the day of issue: `value` is the last day, `first` the issue day),
 *         #STATUSRULES_ERROR_RESULT (the day given would be after 9999-12-31: `value` is the last day given and
 *         `last` the latest last day that still gives a result),
 *         #STATUSRULES_ERROR_EDITION
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_ask(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                                        const statusrules_facts *facts, const statusrules_options *options,
                                        statusrules_error *error);

/**
 * @brief Through which day is the document or term valid: #STATUSRULES_QUESTION_EXTENSION.
 * @return as #statusrules_ask
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_extension(statusrules_answer *answer, const statusrules_law *law,
                                              const statusrules_facts *facts, const statusrules_options *options,
                                              statusrules_error *error);

/**
 * @brief Whether the document or term is valid on a day, by its own term or by an extension.
 *
 * `yes`: on or before its last day, or covered by an extension. `no`: after the last day that the law gives.
 * `conflict`: readings differ, or sources differ on the last covered day. `silent`: after its own last day, and the
 * law says nothing; before its day of issue; and for a document without term. `day` is the last valid day
 * of the extension, if there is one and all readings give it; readings agree here when their outcomes do. A day
 * before the last day presumes that the document had been issued.
 *
 * @param[out] answer the answer; `provision` is 0 where the document's own term decides
 * @param law whose provisions decide
 * @param facts as for #statusrules_extension
 * @param day the day asked about
 * @param options parameters, or NULL
 * @param[out] error or NULL
 * @return as #statusrules_ask; #STATUSRULES_ERROR_NOT_A_DAY and #STATUSRULES_ERROR_RANGE also for the day
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_valid_on(statusrules_answer *answer, const statusrules_law *law,
                                             const statusrules_facts *facts, int32_t day,
                                             const statusrules_options *options, statusrules_error *error);

/**
 * @brief Whether the person may, on `on_day`, do what the question asks: any question but extension.
 * @return as #statusrules_ask; #STATUSRULES_ERROR_VALUE for the question extension
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_eligibility(statusrules_answer *answer, const statusrules_law *law,
                                                int32_t question, const statusrules_facts *facts,
                                                const statusrules_options *options, statusrules_error *error);

/**
 * @brief Whether the person may enter for education: #STATUSRULES_QUESTION_EDUCATION_ENTRY.
 * @return as #statusrules_ask
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_education_entry(statusrules_answer *answer, const statusrules_law *law,
                                                    const statusrules_facts *facts,
                                                    const statusrules_options *options, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
