#include "engine/classes.h"
#include "engine/error.h"
#include "engine/missing.h"
#include "engine/span.h"

/*
 * Member by member, from a copy that the compiler can keep in registers: clearing the whole struct first, or a wide
 * copy of what was just written narrowly, costs more than answering.
 */
static void fill(statusrules_answer *answer, const statusrules_case *c, const statusrules_verdict *all,
                 const statusrules_reading_answer readings[3]) {
    static const statusrules_reading_answer not_asked = {0, 0, 0, 0, 0, 0};
    statusrules_reading_answer together;
    statusrules_put(&together, &all->answer);
    answer->outcome = together.outcome;
    answer->day = together.day;
    answer->provision = together.provision;
    answer->note = all->note;
    answer->possible = together.possible;
    answer->earliest = together.earliest;
    answer->latest = together.latest;
    answer->edition = c->edition;
    answer->missing = all->missing;
    answer->assumed = all->assumed;
    for (int32_t reading = STATUSRULES_READING_LITERAL; reading <= STATUSRULES_READING_FIXED_DAY; reading++) {
        statusrules_reading_answer *place = &answer->readings[reading - 1];
        if (reading < c->first_reading || reading > c->last_reading) {
            statusrules_put(place, &not_asked);
        } else if (all->of_all_readings) {
            statusrules_put(place, &together);
        } else {
            statusrules_put(place, &readings[reading - 1]);
        }
    }
    answer->same_from = STATUSRULES_NOT_A_DAY;
    answer->same_until = STATUSRULES_NOT_A_DAY;
    answer->ask_next = 0;
    for (int32_t i = 0; i < (int32_t)(sizeof answer->reserved / sizeof *answer->reserved); i++) {
        answer->reserved[i] = 0;
    }
}

static inline int32_t answer_case(statusrules_answer *answer, statusrules_reach *reach,
                                  const statusrules_case *c) {
    statusrules_verdict all;
    statusrules_reading_answer readings[3];
    if (c->open || (c->asks_last_day && c->last_day == STATUSRULES_UNKNOWN)) {
        statusrules_complete(&all, readings, c);
    } else {
        statusrules_decide(&all, readings, reach, c);
    }
    if (all.answer.outcome == 0) {
        return 0;
    }
    fill(answer, c, &all, readings);
    return 1;
}

int32_t statusrules_answer_case(statusrules_answer *answer, statusrules_reach *reach, const statusrules_case *c) {
    return answer_case(answer, reach, c);
}

/* The day given would be after the last of the calendar. */
static STATUSRULES_OUT_OF_LINE int32_t refuse_result(const statusrules_case *c, statusrules_error *error) {
    statusrules_verdict all;
    statusrules_reading_answer readings[3];
    statusrules_reach reach;
    statusrules_decide(&all, readings, &reach, c);
    return statusrules_fail(error, STATUSRULES_ERROR_RESULT, STATUSRULES_FACT_LAST_DAY, c->last_day,
                            STATUSRULES_FIRST_DAY, reach.last_result);
}

/* What an answer says besides: how long it stays the same, and what to ask next. */
static STATUSRULES_OUT_OF_LINE void say_more(statusrules_answer *answer, const statusrules_reach *reach,
                                             const statusrules_case *c, const statusrules_facts *facts,
                                             int32_t question) {
    statusrules_find_span(answer, reach, c, facts, question);
    if (answer->missing) {
        answer->ask_next = statusrules_ask_next(c, answer->missing);
    }
}

STATUSRULES_FLATTEN static int32_t ask(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                                       const statusrules_facts *facts, const statusrules_options *options,
                                       statusrules_error *error) {
    statusrules_case c;
    statusrules_reach reach;
    if (!answer) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = statusrules_case_of(&c, law, question, facts, options, error);
    if (code) {
        return code;
    }
    if (!answer_case(answer, &reach, &c)) {
        return refuse_result(&c, error);
    }
    if (!c.brief
        && (answer->missing || c.valid_on != STATUSRULES_UNKNOWN || question != STATUSRULES_QUESTION_EXTENSION)) {
        say_more(answer, &reach, &c, facts, question);
    }
    return STATUSRULES_OK;
}

int32_t statusrules_ask(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                        const statusrules_facts *facts, const statusrules_options *options,
                        statusrules_error *error) {
    return ask(answer, law, question, facts, options, error);
}

int32_t statusrules_extension(statusrules_answer *answer, const statusrules_law *law,
                              const statusrules_facts *facts, const statusrules_options *options,
                              statusrules_error *error) {
    return ask(answer, law, STATUSRULES_QUESTION_EXTENSION, facts, options, error);
}

int32_t statusrules_valid_on(statusrules_answer *answer, const statusrules_law *law,
                             const statusrules_facts *facts, int32_t day, const statusrules_options *options,
                             statusrules_error *error) {
    if (day == STATUSRULES_UNKNOWN) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_DAY, day,
                                STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    }
    statusrules_options on_day;
    int32_t code = statusrules_whole_options(&on_day, options, error);
    if (code) {
        return code;
    }
    on_day.valid_on = day;
    return ask(answer, law, STATUSRULES_QUESTION_EXTENSION, facts, &on_day, error);
}

int32_t statusrules_eligibility(statusrules_answer *answer, const statusrules_law *law, int32_t question,
                                const statusrules_facts *facts, const statusrules_options *options,
                                statusrules_error *error) {
    if (question <= STATUSRULES_QUESTION_EXTENSION || question > statusrules_table_n_questions) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION, question,
                                STATUSRULES_QUESTION_VACCINATION, statusrules_table_n_questions);
    }
    return ask(answer, law, question, facts, options, error);
}

int32_t statusrules_education_entry(statusrules_answer *answer, const statusrules_law *law,
                                    const statusrules_facts *facts, const statusrules_options *options,
                                    statusrules_error *error) {
    return ask(answer, law, STATUSRULES_QUESTION_EDUCATION_ENTRY, facts, options, error);
}
