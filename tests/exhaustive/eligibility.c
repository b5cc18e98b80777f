/* The questions other than extension: every value, every edge of the day, missing or not, strict or not. */
#include "compare.h"
#include "tap.h"

#include <stddef.h>

#include <statusrules/names.h>

enum { FIRST_DAY = ORACLE_DAY(1, 1, 1), LAST_DAY = ORACLE_DAY(9999, 12, 31) };

/* The fact that table A.2 asks for each question, 0 for none. */
static const struct {
    int32_t question;
    int32_t fact;
    const char *sentence;
} questions[] = {
    {STATUSRULES_QUESTION_VACCINATION, STATUSRULES_FACT_LOCATION, "vaccination: every place and day"},
    {STATUSRULES_QUESTION_FREE_VACCINATION, STATUSRULES_FACT_LEGAL_STATUS,
     "free vaccination: every status and day"},
    {STATUSRULES_QUESTION_REGULARISATION, STATUSRULES_FACT_COULD_NOT_RETURN,
     "regularisation: returned or not, every day"},
    {STATUSRULES_QUESTION_WORK, STATUSRULES_FACT_COULD_NOT_RETURN, "work: returned or not, every day"},
    {STATUSRULES_QUESTION_MORATORIUM, STATUSRULES_FACT_DECISION_KIND, "moratorium: every decision and day"},
    {STATUSRULES_QUESTION_EDUCATION_ENTRY, STATUSRULES_FACT_LEVEL, "entry for education: every level and day"},
};

static const int32_t edges[] = {STATUSRULES_UNKNOWN,
                                FIRST_DAY,
                                FIRST_DAY + 1,
                                ORACLE_DAY(1970, 1, 1),
                                ORACLE_DAY(2020, 3, 14),
                                ORACLE_DAY(2020, 3, 15),
                                ORACLE_DAY(2020, 3, 16),
                                ORACLE_DAY(2021, 6, 15),
                                ORACLE_DAY(2021, 6, 16),
                                ORACLE_DAY(2021, 11, 28),
                                ORACLE_DAY(2021, 11, 29),
                                ORACLE_DAY(2021, 11, 30),
                                ORACLE_DAY(2021, 12, 31),
                                ORACLE_DAY(2022, 1, 1),
                                LAST_DAY - 1,
                                LAST_DAY};

enum { N_QUESTIONS = sizeof questions / sizeof questions[0], N_EDGES = sizeof edges / sizeof edges[0] };

/* The values of the fact that the library counts, then unknown. */
static int32_t value_at(int32_t q, int32_t i) {
    return statusrules_code_at(questions[q].fact, i);
}

static statusrules_facts case_of(int32_t q, int32_t value, int32_t on_day) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    int32_t *member = (int32_t *)(void *)&facts + questions[q].fact;
    *member = value;
    facts.on_day = on_day;
    return facts;
}

/* Each edge, with every value, reading and day of knowledge, strict or not. */
static void compare_edges(struct comparison *comparison, int32_t q) {
    for (int32_t i = 0; i <= statusrules_count(questions[q].fact); i++) {
        for (int32_t d = 0; d < N_EDGES; d++) {
            statusrules_facts facts = case_of(q, value_at(q, i), edges[d]);
            for (int32_t k = 0; k < N_EDGES; k++) {
                for (int32_t reading = 0; reading <= STATUSRULES_READING_FIXED_DAY; reading++) {
                    for (int32_t strict = STATUSRULES_NO; strict <= STATUSRULES_YES; strict++) {
                        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
                        options.known_on = edges[k];
                        options.reading = reading == 0 ? STATUSRULES_UNKNOWN : reading;
                        options.strict = strict;
                        compare_ask(comparison, questions[q].question, &facts, &options);
                    }
                }
            }
        }
    }
}

/* Every day from 2019 to 2023, and every 97th of the calendar. */
static void compare_days(struct comparison *comparison, int32_t q) {
    for (int32_t i = 0; i <= statusrules_count(questions[q].fact); i++) {
        for (int32_t day = FIRST_DAY; day <= LAST_DAY; day += 97) {
            statusrules_facts facts = case_of(q, value_at(q, i), day);
            compare_ask(comparison, questions[q].question, &facts, NULL);
        }
        for (int32_t day = ORACLE_DAY(2019, 1, 1); day <= ORACLE_DAY(2023, 12, 31); day++) {
            statusrules_facts facts = case_of(q, value_at(q, i), day);
            compare_ask(comparison, questions[q].question, &facts, NULL);
        }
    }
}

/* The moratorium's other fact. */
static void compare_exceptions(struct comparison *comparison) {
    for (int32_t decision = 0; decision <= STATUSRULES_DECISION_KIND_ANNULMENT; decision++) {
        for (int32_t exception = 0; exception <= STATUSRULES_EXCEPTION_UNSANCTIONED_RALLY; exception++) {
            for (int32_t d = 0; d < N_EDGES; d++) {
                statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
                facts.on_day = edges[d];
                facts.decision_kind = decision == 0 ? STATUSRULES_UNKNOWN : decision;
                facts.exception = exception == 0 ? STATUSRULES_UNKNOWN : exception;
                compare_ask(comparison, STATUSRULES_QUESTION_MORATORIUM, &facts, NULL);
            }
        }
    }
}

/* How many cases of table A.2 the oracle answers with yes, on the day of the statement: the table names eight. */
static void check_oracle_counts(struct comparison *comparison) {
    int32_t yes = 0;
    for (int32_t q = 0; q < N_QUESTIONS; q++) {
        for (int32_t i = 0; i < statusrules_count(questions[q].fact); i++) {
            statusrules_facts facts = case_of(q, value_at(q, i), ORACLE_DAY(2021, 11, 29));
            oracle_answer answer;
            oracle_ask(&answer, questions[q].question, &facts, NULL);
            yes += answer.outcome == STATUSRULES_OUTCOME_YES ? 1 : 0;
            comparison->cases++;
        }
    }
    /* in_russia; two residences and refugee; could_not_return twice; higher and vocational */
    comparison->differences += yes == 8 ? 0 : 1;
}

int main(void) {
    struct tap tap = {0, 0};
    struct comparison c = {0, 0};
    check_oracle_counts(&c);
    tap_report(&tap, "the oracle says yes to the eight values that table A.2 names", c.cases, c.differences);
    c = (struct comparison){0, 0};
    (void)compare_provisions(&c);
    tap_report(&tap, "the law holds the provisions of the tables and no others", c.cases, c.differences);
    for (int32_t q = 0; q < N_QUESTIONS; q++) {
        c = (struct comparison){0, 0};
        compare_edges(&c, q);
        compare_days(&c, q);
        if (questions[q].question == STATUSRULES_QUESTION_MORATORIUM) {
            compare_exceptions(&c);
        }
        tap_report(&tap, questions[q].sentence, c.cases, c.differences);
    }
    return tap_done(&tap);
}
