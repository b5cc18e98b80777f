#include "engine/classes.h"
#include "engine/error.h"
#include "engine/missing.h"

/* Member by member: clearing the whole struct first costs more than answering. */
static void fill(statusrules_answer *answer, const statusrules_case *c, const statusrules_verdict *all,
                 const statusrules_reading_answer readings[3])
{
    answer->outcome = all->answer.outcome;
    answer->day = all->answer.day;
    answer->provision = all->answer.provision;
    answer->note = all->note;
    answer->possible = all->answer.possible;
    answer->earliest = all->answer.earliest;
    answer->latest = all->answer.latest;
    answer->edition = c->edition;
    answer->missing = all->missing;
    answer->assumed = all->assumed;
    answer->readings[0] = readings[0];
    answer->readings[1] = readings[1];
    answer->readings[2] = readings[2];
    for (int32_t i = 0; i < (int32_t)(sizeof answer->reserved / sizeof *answer->reserved); i++) {
        answer->reserved[i] = 0;
    }
}

static int32_t ask(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                   const statusrules_facts *facts, int32_t valid_on, const statusrules_options *options,
                   statusrules_error *error)
{
    statusrules_case c;
    statusrules_verdict all;
    statusrules_reading_answer readings[3] = {{0, 0, 0, 0, 0, 0}};
    statusrules_reach reach;
    if (!answer) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = statusrules_case_of(&c, law, question, facts, valid_on, options, error);
    if (code) {
        return code;
    }
    if (c.n_open || (c.asks_last_day && c.last_day == STATUSRULES_UNKNOWN)) {
        statusrules_complete(&all, readings, &c);
    } else {
        statusrules_decide(&all, readings, &reach, &c);
    }
    if (all.answer.outcome == 0) {
        statusrules_decide(&all, readings, &reach, &c);
        return statusrules_fail(error, STATUSRULES_ERROR_RESULT, STATUSRULES_FACT_LAST_DAY, c.last_day,
                                STATUSRULES_FIRST_DAY, reach.last_result);
    }
    fill(answer, &c, &all, readings);
    return STATUSRULES_OK;
}

int32_t statusrules_ask(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                        const statusrules_facts *facts, const statusrules_options *options,
                        statusrules_error *error)
{
    return ask(answer, law, question, facts, STATUSRULES_UNKNOWN, options, error);
}

int32_t statusrules_extension(statusrules_answer *answer, const statusrules_law *law, const statusrules_facts *facts,
                              const statusrules_options *options, statusrules_error *error)
{
    return ask(answer, law, STATUSRULES_QUESTION_EXTENSION, facts, STATUSRULES_UNKNOWN, options, error);
}

int32_t statusrules_valid_on(statusrules_answer *answer, const statusrules_law *law, const statusrules_facts *facts,
                             int32_t day, const statusrules_options *options, statusrules_error *error)
{
    if (day == STATUSRULES_UNKNOWN) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_DAY, day, STATUSRULES_FIRST_DAY,
                                STATUSRULES_LAST_DAY);
    }
    return ask(answer, law, STATUSRULES_QUESTION_EXTENSION, facts, day, options, error);
}

int32_t statusrules_eligibility(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                                const statusrules_facts *facts, const statusrules_options *options,
                                statusrules_error *error)
{
    if (question == STATUSRULES_QUESTION_EXTENSION) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION, question,
                                STATUSRULES_QUESTION_VACCINATION, statusrules_table_n_questions);
    }
    return ask(answer, law, question, facts, STATUSRULES_UNKNOWN, options, error);
}

int32_t statusrules_education_entry(statusrules_answer *answer, const statusrules_law *law,
                                    const statusrules_facts *facts, const statusrules_options *options,
                                    statusrules_error *error)
{
    return ask(answer, law, STATUSRULES_QUESTION_EDUCATION_ENTRY, facts, STATUSRULES_UNKNOWN, options, error);
}
