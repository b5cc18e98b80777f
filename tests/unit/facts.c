/*
 * Can a fact be set and read by its number, and is every value refused that asking would refuse?
 */
#include <criterion/criterion.h>
#include <statusrules/ask.h>
#include <statusrules/calendar.h>
#include <statusrules/names.h>
#include <stddef.h>
#include <string.h>

enum { N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY, UNTOUCHED = 77 };

static const int32_t no_facts[] = {INT32_MIN, -1, 0, N_FACTS + 1, 101, 201, INT32_MAX};

static statusrules_facts unknown(void) {
    return (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
}

static statusrules_error untouched(void) {
    return (statusrules_error){UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED,
                               UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED};
}

static int same_facts(const statusrules_facts *a, const statusrules_facts *b) {
    return memcmp(a, b, sizeof *a) == 0;
}

static int same(statusrules_error a, statusrules_error b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

/* Asserts that a value is refused with this error, with and without a place for it, and that nothing is set. */
static void refuses(int32_t fact, int32_t value, statusrules_error expected) {
    statusrules_facts facts = unknown();
    statusrules_facts before = facts;
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_facts_set(&facts, fact, value, &error), expected.code, "%d, %d", (int)fact,
                 (int)value);
    cr_assert(same(error, expected), "%d, %d", (int)fact, (int)value);
    cr_assert_eq(statusrules_facts_set(&facts, fact, value, NULL), expected.code);
    cr_assert(same_facts(&facts, &before));
}

/* ---- Setting and reading ---- */

Test(facts, a_fact_is_set_in_its_place_and_no_other) {
    for (int32_t fact = 1; fact <= N_FACTS; fact++) {
        statusrules_facts facts = unknown();
        statusrules_facts expected = unknown();
        statusrules_fact_info info;
        statusrules_error error = untouched();
        cr_assert_eq(statusrules_fact(&info, fact, NULL), STATUSRULES_OK);
        memcpy((char *)&expected + (size_t)fact * sizeof info.last, &info.last, sizeof info.last);
        cr_assert_eq(statusrules_facts_get(&facts, fact), STATUSRULES_UNKNOWN);
        cr_assert_eq(statusrules_facts_set(&facts, fact, info.last, &error), STATUSRULES_OK);
        cr_assert(same_facts(&facts, &expected), "fact %d", (int)fact);
        cr_assert(same(error, untouched()));
        cr_assert_eq(statusrules_facts_get(&facts, fact), info.last);
    }
}

Test(facts, the_member_of_the_struct_is_the_fact_of_that_number) {
    statusrules_facts facts = unknown();
    cr_assert_eq(statusrules_facts_set(&facts, STATUSRULES_FACT_TERM, STATUSRULES_TERM_VISA, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(facts.term, STATUSRULES_TERM_VISA);
    facts.pcr_hours = 72;
    cr_assert_eq(statusrules_facts_get(&facts, STATUSRULES_FACT_PCR_HOURS), 72);
}

Test(facts, a_fact_can_be_made_unknown_again) {
    statusrules_facts facts = unknown();
    statusrules_facts before = facts;
    for (int32_t fact = 1; fact <= N_FACTS; fact++) {
        statusrules_fact_info info;
        cr_assert_eq(statusrules_fact(&info, fact, NULL), STATUSRULES_OK);
        cr_assert_eq(statusrules_facts_set(&facts, fact, info.first, NULL), STATUSRULES_OK);
        cr_assert_eq(statusrules_facts_set(&facts, fact, STATUSRULES_UNKNOWN, NULL), STATUSRULES_OK);
    }
    cr_assert(same_facts(&facts, &before));
}

Test(facts, a_last_day_before_the_day_of_issue_is_found_when_asking_and_not_before) {
    statusrules_answer answer;
    statusrules_facts facts = unknown();
    cr_assert_eq(statusrules_facts_set(&facts, STATUSRULES_FACT_ISSUED_ON, 100, NULL), STATUSRULES_OK);
    cr_assert_eq(statusrules_facts_set(&facts, STATUSRULES_FACT_LAST_DAY, 99, NULL), STATUSRULES_OK);
    cr_assert_eq(statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, NULL),
                 STATUSRULES_ERROR_ORDER);
}

/* ---- What is refused ---- */

Test(facts, a_value_outside_the_range_of_its_fact_is_refused) {
    for (int32_t fact = 1; fact <= N_FACTS; fact++) {
        statusrules_fact_info info;
        cr_assert_eq(statusrules_fact(&info, fact, NULL), STATUSRULES_OK);
        int32_t code = info.kind == STATUSRULES_KIND_DAY || info.kind == STATUSRULES_KIND_NUMBER
                           ? STATUSRULES_ERROR_RANGE
                           : STATUSRULES_ERROR_VALUE;
        const int32_t wrong[] = {info.first - 1, info.last + 1, INT32_MAX - 1, INT32_MIN + 2};
        for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
            refuses(fact, wrong[i],
                    (statusrules_error){code, fact, wrong[i], info.first, info.last, 0, STATUSRULES_UNKNOWN, 0});
        }
    }
}

Test(facts, a_country_that_does_not_exist_is_refused) {
    refuses(STATUSRULES_FACT_BORDER, STATUSRULES_COUNTRY('Z', 'A') - 1,
            (statusrules_error){STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_BORDER,
                                STATUSRULES_COUNTRY('Z', 'A') - 1, STATUSRULES_COUNTRY('A', 'D'),
                                STATUSRULES_COUNTRY('Z', 'W'), 0, STATUSRULES_UNKNOWN, 0});
}

Test(facts, what_is_not_a_day_is_no_day) {
    refuses(STATUSRULES_FACT_LAST_DAY, STATUSRULES_NOT_A_DAY,
            (statusrules_error){STATUSRULES_ERROR_NOT_A_DAY, STATUSRULES_FACT_LAST_DAY, STATUSRULES_NOT_A_DAY,
                                STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, 0, STATUSRULES_UNKNOWN, 0});
}

Test(facts, none_is_taken_where_it_is_a_value_and_nowhere_else) {
    int32_t taken = 0;
    for (int32_t fact = 1; fact <= N_FACTS; fact++) {
        statusrules_facts facts = unknown();
        statusrules_fact_info info;
        cr_assert_eq(statusrules_fact(&info, fact, NULL), STATUSRULES_OK);
        int32_t code = statusrules_facts_set(&facts, fact, STATUSRULES_NONE, NULL);
        cr_assert_eq(code == STATUSRULES_OK, info.none, "fact %d", (int)fact);
        cr_assert_eq(statusrules_facts_get(&facts, fact), info.none ? STATUSRULES_NONE : STATUSRULES_UNKNOWN);
        taken += info.none;
    }
    cr_assert_eq(taken, 8);
}

Test(facts, what_is_no_fact_is_refused) {
    for (size_t i = 0; i < sizeof no_facts / sizeof *no_facts; i++) {
        statusrules_facts facts = unknown();
        refuses(no_facts[i], 1,
                (statusrules_error){STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_NUMBER, no_facts[i], 1, N_FACTS,
                                    0, STATUSRULES_UNKNOWN, 0});
        cr_assert_eq(statusrules_facts_get(&facts, no_facts[i]), STATUSRULES_UNKNOWN);
    }
}

/* ---- The struct ---- */

Test(facts, a_missing_struct_is_refused_and_has_no_fact) {
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_facts_set(NULL, 0, 0, &error), STATUSRULES_ERROR_NULL);
    cr_assert(same(error, (statusrules_error){STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_FACTS, 0, 0, 0, 0,
                                              STATUSRULES_UNKNOWN, 0}));
    cr_assert_eq(statusrules_facts_set(NULL, 0, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_facts_get(NULL, STATUSRULES_FACT_TERM), STATUSRULES_UNKNOWN);
}

Test(facts, a_zeroed_struct_or_one_of_a_strange_size_is_refused) {
    const int32_t sizes[] = {INT32_MIN, -4, 0, 4, 9, (int32_t)sizeof(statusrules_facts) + 4, INT32_MAX};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        statusrules_facts facts = {0};
        statusrules_error error = untouched();
        facts.size = sizes[i];
        cr_assert_eq(statusrules_facts_set(&facts, STATUSRULES_FACT_TERM, STATUSRULES_TERM_VISA, &error),
                     STATUSRULES_ERROR_SIZE);
        cr_assert(same(error, (statusrules_error){STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS, sizes[i], 8,
                                                  (int32_t)sizeof facts, 0, STATUSRULES_UNKNOWN, 0}));
        cr_assert_eq(facts.term, 0);
    }
    statusrules_facts zeroed = {0};
    cr_assert_eq(statusrules_facts_get(&zeroed, STATUSRULES_FACT_TERM), STATUSRULES_UNKNOWN);
}

Test(facts, nothing_is_written_behind_the_shorter_struct_of_an_older_caller) {
    for (int32_t n = 1; n < N_FACTS; n++) {
        statusrules_facts facts = unknown();
        statusrules_error error = untouched();
        facts.size = (n + 1) * (int32_t)sizeof(int32_t);
        statusrules_facts before = facts;
        cr_assert_eq(statusrules_facts_set(&facts, n, STATUSRULES_UNKNOWN, &error), STATUSRULES_OK);
        cr_assert_eq(statusrules_facts_set(&facts, n + 1, STATUSRULES_UNKNOWN, &error), STATUSRULES_ERROR_SIZE);
        cr_assert(same(error, (statusrules_error){STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS, facts.size,
                                                  (n + 2) * (int32_t)sizeof(int32_t), (int32_t)sizeof facts, 0,
                                                  STATUSRULES_UNKNOWN, 0}));
        cr_assert(same_facts(&facts, &before));
        memset((char *)&facts + facts.size, 0, sizeof facts - (size_t)facts.size);
        cr_assert_eq(statusrules_facts_get(&facts, n + 1), STATUSRULES_UNKNOWN);
    }
}
