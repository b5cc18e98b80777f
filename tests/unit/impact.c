/*
 * Is a call for the impact that is wrong refused, with nothing written, and does a place for too few hold the first boxes?
 * Which cases change is asked of every law by tests/property/impact.c; here of one that can be worked out by hand.
 */
#include <criterion/criterion.h>
#include <statusrules/statusrules.h>

enum { ROOM = 64, UNTOUCHED = 7 };

#define VARIES ((int64_t)1 << STATUSRULES_FACT_LAST_DAY)

/* A permit for permanent residence in the statement, read literally and with the clock standing still. */
struct request {
    const statusrules_law *before;
    statusrules_options literal;
    statusrules_options suspension;
    statusrules_facts facts;
    int64_t varies;
};

static statusrules_span spans[ROOM];
static int32_t n_spans;

static struct request sound(void) {
    struct request r = {.before = statusrules_law_statement(),
                        .literal = STATUSRULES_OPTIONS_DEFAULT,
                        .suspension = STATUSRULES_OPTIONS_DEFAULT,
                        .facts = STATUSRULES_FACTS_UNKNOWN,
                        .varies = VARIES};
    r.literal.reading = STATUSRULES_READING_LITERAL;
    r.suspension.reading = STATUSRULES_READING_SUSPENSION;
    r.facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    r.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    return r;
}

static int32_t find(const struct request *r, statusrules_span *place, int32_t capacity, statusrules_error *error) {
    n_spans = UNTOUCHED;
    for (int32_t i = 0; i < ROOM; i++) {
        spans[i] = (statusrules_span){UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED};
    }
    return statusrules_impact(place, capacity, &n_spans, r->before, &r->literal, statusrules_law_statement(),
                              &r->suspension, STATUSRULES_QUESTION_EXTENSION, &r->facts, r->varies, error);
}

static void refuses(const struct request *r, int32_t code, int32_t argument) {
    statusrules_error error = {0};
    cr_expect_eq(find(r, spans, ROOM, &error), code);
    cr_expect(error.code == code && error.fact == argument, "%d: argument %d", error.code, error.fact);
    cr_expect(n_spans == UNTOUCHED && spans[0].fact == UNTOUCHED);
}

Test(impact, the_boxes_are_the_last_days_on_which_two_readings_differ) {
    const struct request r = sound();
    cr_assert_eq(find(&r, spans, ROOM, NULL), STATUSRULES_OK);
    for (int32_t day = STATUSRULES_DAY(2019, 1, 1); day <= STATUSRULES_DAY(2024, 1, 1); day++) {
        statusrules_facts facts = r.facts;
        statusrules_answer one;
        statusrules_answer other;
        int32_t n = 0;
        facts.last_day = day;
        cr_assert_eq(statusrules_extension(&one, r.before, &facts, &r.literal, NULL), STATUSRULES_OK);
        cr_assert_eq(statusrules_extension(&other, r.before, &facts, &r.suspension, NULL), STATUSRULES_OK);
        for (int32_t i = 0; i < n_spans; i++) {
            n += spans[i].fact == STATUSRULES_FACT_LAST_DAY && spans[i].first <= day && day <= spans[i].last;
        }
        cr_assert_eq(n, one.outcome != other.outcome || one.day != other.day, "day %d stands in %d boxes", day, n);
    }
    cr_expect_neq(spans[0].first, UNTOUCHED, "some day must differ, or nothing was compared");
}

Test(impact, what_does_not_change_has_no_box) {
    struct request r = sound();
    r.suspension = r.literal;
    cr_expect_eq(find(&r, spans, ROOM, NULL), STATUSRULES_OK);
    cr_expect_eq(n_spans, 0);
    cr_expect_eq(find(&r, NULL, 0, NULL), STATUSRULES_OK);
    cr_expect_eq(n_spans, 0);
}

/* Nothing varies, and the case itself changes: one box without a fact. 199 days after 14 August 2021 is 1 March 2022. */
Test(impact, one_case_that_changes_is_one_box) {
    struct request r = sound();
    r.varies = 0;
    r.facts.last_day = STATUSRULES_DAY(2021, 8, 14);
    cr_expect_eq(find(&r, spans, ROOM, NULL), STATUSRULES_OK);
    cr_expect(n_spans == 1 && spans[0].box == 0 && spans[0].fact == 0);
}

Test(impact, a_place_for_too_few_holds_the_first_and_says_how_many) {
    struct request r = sound();
    statusrules_span all[ROOM];
    statusrules_error error;
    r.varies |= (int64_t)1 << STATUSRULES_FACT_LOCATION;
    cr_assert_eq(find(&r, all, ROOM, NULL), STATUSRULES_OK);
    const int32_t n = n_spans;
    cr_assert(n > 1 && n < ROOM, "%d", n);
    for (int32_t capacity = -1; capacity < n; capacity++) {
        cr_expect_eq(find(&r, capacity > 0 ? spans : NULL, capacity, &error), STATUSRULES_ERROR_TRUNCATED);
        cr_expect(n_spans == n && error.first == n, "%d of %d", n_spans, n);
        cr_expect(capacity < 1 || spans[capacity - 1].first == all[capacity - 1].first);
        cr_expect_eq(spans[capacity > 0 ? capacity : 0].fact, UNTOUCHED);
    }
    cr_expect_eq(find(&r, spans, 0, &error), STATUSRULES_ERROR_TRUNCATED, "a place that may not be used");
    cr_expect_eq(spans[0].fact, UNTOUCHED);
}

Test(impact, wrong_arguments_are_refused) {
    struct request r = sound();
    statusrules_error error = {0};
    cr_expect_eq(find(&r, NULL, 1, &error), STATUSRULES_ERROR_NULL);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    cr_expect_eq(statusrules_impact(spans, ROOM, NULL, r.before, NULL, r.before, NULL,
                                    STATUSRULES_QUESTION_EXTENSION, &r.facts, VARIES, &error),
                 STATUSRULES_ERROR_NULL);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    r.before = NULL;
    refuses(&r, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_LAW);
    r = sound();
    r.literal.size = 0;
    refuses(&r, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_OPTIONS);
    r = sound();
    r.suspension.reading = 9;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_READING);
    r = sound();
    r.facts.term = 99;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_TERM);
    r = sound();
    r.varies = (int64_t)1 << STATUSRULES_FACT_AGE;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_AGE);
}

/* The days left on a visa are counted from the day asked about: who lets both vary is told which day that is, and not of
 * another fact that varies. */
Test(impact, a_day_that_days_are_counted_from_is_named) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error = {0};
    const int64_t varies =
        (int64_t)1 << STATUSRULES_FACT_CITIZENSHIP | (int64_t)1 << STATUSRULES_FACT_VISA_LAST_DAY;
    cr_assert_lt(STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_VISA_LAST_DAY);
    facts.on_day = STATUSRULES_DAY(2021, 5, 1);
    cr_expect_eq(statusrules_impact(spans, ROOM, &n_spans, statusrules_law_at(1), NULL, statusrules_law_at(1),
                                    NULL, STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, varies, &error),
                 STATUSRULES_ERROR_VALUE);
    cr_expect_eq(error.fact, STATUSRULES_FACT_VISA_LAST_DAY, "%d", error.fact);
}

/* An office asks on 18 July 2022 and again a day later: the permit was valid and is no longer, if it had been issued. */
Test(impact, two_days_asked_about_are_two_sides) {
    const int64_t issued_on = (int64_t)1 << STATUSRULES_FACT_ISSUED_ON;
    struct request r = sound();
    int32_t changed = 0;
    r.literal.reading = STATUSRULES_UNKNOWN;
    r.suspension = r.literal;
    r.literal.valid_on = STATUSRULES_DAY(2022, 7, 18);
    r.suspension.valid_on = STATUSRULES_DAY(2022, 7, 19);
    r.facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    r.varies = issued_on;
    cr_assert_eq(find(&r, spans, ROOM, NULL), STATUSRULES_OK);
    cr_expect(n_spans == 2 && spans[0].fact == STATUSRULES_FACT_ISSUED_ON
              && spans[1].first == STATUSRULES_UNKNOWN);
    cr_expect(spans[0].first == STATUSRULES_FIRST_DAY && spans[0].last >= r.facts.last_day);
    /* Of a term that has not ended it depends on the day of issue alone. */
    r.facts.last_day = STATUSRULES_DAY(2030, 1, 1);
    cr_assert_eq(find(&r, spans, ROOM, NULL), STATUSRULES_OK);
    cr_expect(n_spans == 1 && spans[0].first == r.suspension.valid_on && spans[0].last == r.suspension.valid_on,
              "%d: %d to %d", n_spans, spans[0].first, spans[0].last);
    /* Any last day, known or not. */
    r.varies = issued_on | VARIES;
    cr_assert_eq(find(&r, spans, ROOM, NULL), STATUSRULES_OK);
    for (int32_t issue = -3; issue <= 3; issue++) {
        for (int32_t day = STATUSRULES_DAY(2020, 1, 1); day <= STATUSRULES_DAY(2023, 1, 1); day++) {
            statusrules_facts facts = r.facts;
            statusrules_answer one;
            statusrules_answer other;
            int32_t boxes = 0;
            facts.issued_on = issue == 3 ? STATUSRULES_UNKNOWN : r.literal.valid_on + issue;
            facts.last_day = day == STATUSRULES_DAY(2023, 1, 1) ? STATUSRULES_UNKNOWN : day;
            if (statusrules_extension(&one, r.before, &facts, &r.literal, NULL)
                || statusrules_extension(&other, r.before, &facts, &r.suspension, NULL)) {
                continue;
            }
            for (int32_t i = 0; i < n_spans;) {
                int32_t hit_issue = 0;
                int32_t hit_day = 0;
                int32_t asks_issue = 0;
                int32_t asks_day = 0;
                for (const int32_t box = spans[i].box; i < n_spans && spans[i].box == box; i++) {
                    const int32_t of_issue = spans[i].fact == STATUSRULES_FACT_ISSUED_ON;
                    const int32_t value = of_issue ? facts.issued_on : facts.last_day;
                    const int32_t hit = value >= spans[i].first && value <= spans[i].last;
                    *(of_issue ? &asks_issue : &asks_day) = 1;
                    *(of_issue ? &hit_issue : &hit_day) |= hit;
                }
                boxes += (hit_issue || !asks_issue) && (hit_day || !asks_day);
            }
            const int32_t differs = one.outcome != other.outcome || one.day != other.day;
            changed += differs;
            cr_assert_eq(boxes, differs, "issue %d, last day %d: in %d boxes", facts.issued_on, facts.last_day,
                         boxes);
        }
    }
    cr_expect_gt(changed, 0);
}
