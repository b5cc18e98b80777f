/* The question the other way round: cases that an official would know, and what is refused. */
#include <criterion/criterion.h>
#include <statusrules/statusrules.h>
#include <stddef.h>
#include <string.h>

#define DAY(y, m, d) STATUSRULES_DAY(y, m, d)

static statusrules_facts permit(void) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    return facts;
}

/* What is expected of a call: its code, and of an error the fact or argument. */
static void refuses(const statusrules_law *law, int32_t question, const statusrules_facts *facts, int32_t fact,
                    int32_t day, const statusrules_options *options, int32_t code, int32_t argument) {
    statusrules_interval intervals[4] = {{7, 7}};
    statusrules_error error = {0};
    int32_t n = 7;
    cr_assert_eq(statusrules_inverse(intervals, 4, &n, law, question, facts, fact, day, options, &error), code);
    cr_assert_eq(error.code, code);
    cr_assert_eq(error.fact, argument, "%d", error.fact);
    cr_assert_eq(n, 7, "on failure the result is left untouched");
    cr_assert_eq(intervals[0].first, 7);
}

static statusrules_facts permit_in_russia(void) {
    statusrules_facts facts = permit();
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    facts.citizenship = STATUSRULES_COUNTRY('U', 'Z');
    facts.residence_state = STATUSRULES_NONE;
    return facts;
}

static statusrules_options on_the_first_of_march(void) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = STATUSRULES_READING_LITERAL;
    options.valid_on = DAY(2022, 3, 1);
    return options;
}

Test(inverse, the_last_days_that_are_still_good_on_a_day) {
    const statusrules_facts facts = permit_in_russia();
    const statusrules_options options = on_the_first_of_march();
    statusrules_interval intervals[8];
    int32_t n = 0;
    cr_assert_eq(statusrules_inverse(intervals, 8, &n, statusrules_law_at(1), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, STATUSRULES_FACT_LAST_DAY, STATUSRULES_UNKNOWN, &options, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(n, 2);
    cr_assert_eq(intervals[0].first, DAY(2020, 9, 29));
    cr_assert_eq(intervals[0].last, DAY(2021, 6, 15));
    cr_assert_eq(intervals[1].first, DAY(2021, 12, 31));
    cr_assert_eq(intervals[1].last, STATUSRULES_LAST_DAY);
}

/* The clock stood still for 199 days: who ends on 14 August 2021 lasts through 1 March 2022. */
Test(inverse, the_last_days_that_are_extended_through_a_day) {
    const statusrules_facts facts = permit();
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_interval intervals[8];
    int32_t n = 0;
    options.reading = STATUSRULES_READING_SUSPENSION;
    cr_assert_eq(statusrules_inverse(intervals, 8, &n, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, STATUSRULES_FACT_LAST_DAY, DAY(2022, 3, 1), &options, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(n, 1);
    cr_assert_eq(intervals[0].first, DAY(2021, 8, 14));
    cr_assert_eq(intervals[0].last, DAY(9999, 6, 15), "199 days later the calendar ends");
}

Test(inverse, the_days_on_which_a_document_is_valid) {
    statusrules_facts facts = permit();
    statusrules_interval interval;
    int32_t n = 0;
    facts.last_day = DAY(2021, 12, 31);
    facts.issued_on = DAY(2016, 5, 4);
    cr_assert_eq(statusrules_inverse(&interval, 1, &n, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, STATUSRULES_ARGUMENT_DAY, STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(n, 1);
    cr_assert_eq(interval.first, DAY(2016, 5, 4));
    cr_assert_eq(interval.last, DAY(2022, 7, 18));
}

Test(inverse, a_place_for_too_few_holds_the_first_and_says_how_many) {
    const statusrules_facts facts = permit_in_russia();
    const statusrules_options options = on_the_first_of_march();
    statusrules_interval interval;
    statusrules_error error;
    int32_t n = 0;
    cr_assert_eq(statusrules_inverse(&interval, 1, &n, statusrules_law_at(1), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, STATUSRULES_FACT_LAST_DAY, STATUSRULES_UNKNOWN, &options, &error),
                 STATUSRULES_ERROR_TRUNCATED);
    cr_assert_eq(n, 2);
    cr_assert_eq(interval.last, DAY(2021, 6, 15));
    cr_assert_eq(error.value, 1);
    cr_assert_eq(error.first, 2);
    cr_assert_eq(statusrules_inverse(NULL, 0, &n, statusrules_law_at(1), STATUSRULES_QUESTION_EXTENSION, &facts,
                                     STATUSRULES_FACT_LAST_DAY, STATUSRULES_UNKNOWN, &options, NULL),
                 STATUSRULES_ERROR_TRUNCATED);
    cr_assert_eq(n, 2);
    interval.last = 7;
    cr_assert_eq(statusrules_inverse(&interval, 0, &n, statusrules_law_at(1), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, STATUSRULES_FACT_LAST_DAY, STATUSRULES_UNKNOWN, &options, NULL),
                 STATUSRULES_ERROR_TRUNCATED);
    cr_assert_eq(interval.last, 7, "a place that may not be used is left untouched");
}

Test(inverse, what_is_no_day_of_the_question_is_refused) {
    const statusrules_law *law = statusrules_law_statement();
    const statusrules_facts facts = permit();
    const int32_t wrong[] = {
        0,  -1,      STATUSRULES_FACT_TERM, STATUSRULES_FACT_ON_DAY,     STATUSRULES_FACT_VISA_LAST_DAY,
        43, 1000000, STATUSRULES_UNKNOWN,   STATUSRULES_ARGUMENT_READING};
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        refuses(law, STATUSRULES_QUESTION_EXTENSION, &facts, wrong[i], STATUSRULES_UNKNOWN, NULL,
                STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_FACT);
    }
    refuses(law, STATUSRULES_QUESTION_WORK, &facts, STATUSRULES_ARGUMENT_DAY, STATUSRULES_UNKNOWN, NULL,
            STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_FACT);
}

Test(inverse, wrong_arguments_are_refused) {
    const statusrules_law *law = statusrules_law_statement();
    statusrules_facts facts = permit();
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    const int32_t extension = STATUSRULES_QUESTION_EXTENSION;
    const int32_t last_day = STATUSRULES_FACT_LAST_DAY;
    const int32_t any = STATUSRULES_UNKNOWN;
    refuses(NULL, extension, &facts, last_day, any, NULL, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_LAW);
    refuses(law, extension, NULL, last_day, any, NULL, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_FACTS);
    refuses(law, 0, &facts, last_day, any, NULL, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION);
    refuses(law, 8, &facts, last_day, any, NULL, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION);
    refuses(law, extension, &facts, last_day, STATUSRULES_NOT_A_DAY, NULL, STATUSRULES_ERROR_NOT_A_DAY,
            STATUSRULES_ARGUMENT_DAY);
    refuses(law, extension, &facts, last_day, STATUSRULES_LAST_DAY + 1, NULL, STATUSRULES_ERROR_RANGE,
            STATUSRULES_ARGUMENT_DAY);
    refuses(law, extension, &facts, STATUSRULES_ARGUMENT_DAY, DAY(2022, 3, 1), NULL, STATUSRULES_ERROR_VALUE,
            STATUSRULES_ARGUMENT_DAY);
    options.valid_on = DAY(2022, 3, 1);
    refuses(law, extension, &facts, last_day, DAY(2022, 3, 1), &options, STATUSRULES_ERROR_VALUE,
            STATUSRULES_ARGUMENT_DAY);
    options.size = 0;
    refuses(law, extension, &facts, last_day, any, &options, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_OPTIONS);
    facts.term = 99;
    refuses(law, extension, &facts, last_day, any, NULL, STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_TERM);
    facts.size = 0;
    refuses(law, extension, &facts, last_day, any, NULL, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS);
    statusrules_error error;
    facts = permit();
    cr_assert_eq(statusrules_inverse(NULL, 1, NULL, law, extension, &facts, last_day, any, NULL, &error),
                 STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    int32_t n = 7;
    cr_assert_eq(statusrules_inverse(NULL, 1, &n, law, extension, &facts, last_day, any, NULL, &error),
                 STATUSRULES_ERROR_NULL);
    cr_assert_eq(n, 7);
}

/* The value of the fact that is asked for is not read, not even a wrong one. */
Test(inverse, the_value_of_the_fact_is_not_read) {
    statusrules_facts facts = permit();
    statusrules_interval with[8];
    statusrules_interval without[8];
    int32_t n_with = 0;
    int32_t n_without = 0;
    cr_assert_eq(statusrules_inverse(without, 8, &n_without, statusrules_law_statement(),
                                     STATUSRULES_QUESTION_EXTENSION, &facts, STATUSRULES_FACT_LAST_DAY,
                                     STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    facts.last_day = STATUSRULES_NOT_A_DAY;
    cr_assert_eq(statusrules_inverse(with, 8, &n_with, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, STATUSRULES_FACT_LAST_DAY, STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(n_with, n_without);
    cr_assert_eq(with[0].first, without[0].first);
}

/* An older caller's struct is shorter: what it does not have is not known. */
Test(inverse, facts_of_an_older_caller_are_answered) {
    statusrules_facts facts = permit_in_russia();
    statusrules_interval whole[8];
    statusrules_interval shorter[8];
    int32_t n_whole = 0;
    int32_t n_shorter = 0;
    cr_assert_eq(statusrules_inverse(whole, 8, &n_whole, statusrules_law_statement(),
                                     STATUSRULES_QUESTION_EXTENSION, &facts, STATUSRULES_FACT_LAST_DAY,
                                     STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    facts.size = (int32_t)offsetof(statusrules_facts, visa_last_day);
    facts.visa_last_day = STATUSRULES_NOT_A_DAY;
    cr_assert_eq(statusrules_inverse(shorter, 8, &n_shorter, statusrules_law_statement(),
                                     STATUSRULES_QUESTION_EXTENSION, &facts, STATUSRULES_FACT_LAST_DAY,
                                     STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    cr_assert(n_whole > 0 && n_shorter == n_whole);
    cr_expect_eq(memcmp(whole, shorter, (size_t)n_whole * sizeof whole[0]), 0);
}

/* A number of days that the calendar has no room for leaves no day. */
Test(inverse, days_counted_out_of_the_calendar_leave_none) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_interval interval;
    int32_t n = 7;
    facts.notice_days = 100;
    facts.notified_on = STATUSRULES_LAST_DAY - 99;
    cr_assert_eq(statusrules_inverse(&interval, 1, &n, statusrules_law_at(1), STATUSRULES_QUESTION_EDUCATION_ENTRY,
                                     &facts, STATUSRULES_FACT_ON_DAY, STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    cr_expect_eq(n, 0);
    facts = (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
    facts.visa_days_left = 100;
    facts.visa_last_day = STATUSRULES_FIRST_DAY + 99;
    n = 7;
    cr_assert_eq(statusrules_inverse(&interval, 1, &n, statusrules_law_at(1), STATUSRULES_QUESTION_EDUCATION_ENTRY,
                                     &facts, STATUSRULES_FACT_ON_DAY, STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    cr_expect_eq(n, 0);
}
