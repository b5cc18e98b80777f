/*
 * A call of statusrules_columns that has been checked, and the ways to answer it.
 */
#ifndef STATUSRULES_ENGINE_JOB_H
#define STATUSRULES_ENGINE_JOB_H

#include "engine/lanes.h"
#include "engine/masks.h"
#include "engine/rows.h"

enum { STATUSRULES_MAX_INPUTS = 64, STATUSRULES_MAX_RESULTS = 16 };

typedef struct statusrules_job {
    const statusrules_law *law;
    int32_t question;
    const statusrules_column *in;
    int32_t n_in;
    const statusrules_column *out;
    int32_t n_out;
    int64_t n_rows;
    statusrules_options options;
    int64_t bad_rows;
    /* The last day that every result written as timestamps can hold. */
    int64_t last_day;
} statusrules_job;

static inline int32_t statusrules_is_fact(int32_t field) {
    return field >= 1 && field <= statusrules_table_n_facts;
}

/* Puts a value into facts or options, wherever its field belongs. */
void statusrules_set_input(statusrules_facts *facts, statusrules_options *options, int32_t field, int32_t value);

/* Puts what is the same in all rows into facts and options; gives the facts that vary: bit 1 << fact. */
int64_t statusrules_settle(statusrules_facts *facts, statusrules_options *options, const statusrules_job *j);

/* What a result column says of each row; not the bits of facts. */
void statusrules_take_results(int32_t *restrict results, int32_t field,
                              const statusrules_row_answer *restrict rows, int32_t n);

/* Answers one row alone; an error is counted. */
void statusrules_answer_row(statusrules_row_answer *row, statusrules_job *j, const statusrules_facts *facts,
                            const statusrules_options *options);

/* All ones for a day that some result cannot write, because it is after the last that all of them can. */
static inline uint32_t statusrules_is_too_far(int32_t day, int32_t last_day) {
    return ~(statusrules_within(day, -last_day, 2U * (uint32_t)last_day)
             | statusrules_equal(day, STATUSRULES_NOT_A_DAY) | statusrules_equal(day, STATUSRULES_NONE));
}

/* An answer that cannot be written is an error of its row. */
void statusrules_check_row(statusrules_row_answer *row, statusrules_job *j);

/* Whether only outcome, day and error are asked for. */
int32_t statusrules_asks_little(const statusrules_job *j);

/* Whether the question is about a day, so that an answer can stay the same for a time. */
int32_t statusrules_asks_of_a_day(const statusrules_job *j);

/* Whether it is asked for how long an answer stays the same; and whether that or the fact to ask next is. */
int32_t statusrules_asks_span(const statusrules_job *j);
int32_t statusrules_asks_more(const statusrules_job *j);

/* Answers a job that asks little, and in which only the last day and at most one fact with names vary. Returns 0, and has
 * written nothing, if it is none or the law makes too many windows of it. */
int32_t statusrules_answer_documents(statusrules_job *j);

/* Answers any job; those that statusrules_answer_documents answers as well, but more slowly. */
void statusrules_answer_cases(statusrules_job *j);

#endif
