/*
 * Does every question refuse what it must, say what was given and what is allowed, and leave the rest alone?
 *
 * Loops look for the first case that fails and assert once: an assertion costs more than the functions tested.
 */
#include <criterion/criterion.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <statusrules/statusrules.h>

#define DAY STATUSRULES_DAY
#define BIT(fact) ((int64_t)1 << (fact))

enum { N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY, ANSWER_GUARD = 0x5A, ANY = -77 };

/* --- The facts, as the header tells them ------------------------------------------------------------------------ */

enum kind { DAYS, NUMBERS, NAMES, COUNTRIES, YES_NO };

struct range {
    int32_t fact;
    enum kind kind;
    int32_t first;
    int32_t last;
    bool none;
};

/* By number - 1. Which countries there are is tried apart. */
static const struct range ranges[N_FACTS] = {
    {STATUSRULES_FACT_TERM, NAMES, 1, 16, false},
    {STATUSRULES_FACT_LAST_DAY, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, true},
    {STATUSRULES_FACT_LOCATION, NAMES, 1, 2, false},
    {STATUSRULES_FACT_ISSUED_ON, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, false},
    {STATUSRULES_FACT_CITIZENSHIP, COUNTRIES, ANY, ANY, true},
    {STATUSRULES_FACT_RESIDENCE_STATE, COUNTRIES, ANY, ANY, true},
    {STATUSRULES_FACT_SETTLED_ON, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, true},
    {STATUSRULES_FACT_IDENTIFIED, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_LEGAL_STATUS, NAMES, 1, 7, false},
    {STATUSRULES_FACT_HIGHLY_QUALIFIED, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_STATE_PROGRAMME, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_ON_DAY, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, false},
    {STATUSRULES_FACT_AGE, NUMBERS, 0, 150, false},
    {STATUSRULES_FACT_REGION, NAMES, 1, 2, false},
    {STATUSRULES_FACT_HOLDS_PERMIT, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_INSURED, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_HQS_FAMILY, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_EAEU_WORKER, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_EAEU_FAMILY, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_COULD_NOT_RETURN, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_ARRIVED_ON, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, false},
    {STATUSRULES_FACT_LAWFUL_THROUGH, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, true},
    {STATUSRULES_FACT_LEFT_RUSSIA, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_WORK_ACT, NAMES, 1, 4, false},
    {STATUSRULES_FACT_REGIME, NAMES, 1, 3, false},
    {STATUSRULES_FACT_EMPLOYER_HIRING_PERMIT, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_PURPOSE_WORK, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_SANITARY_KEPT, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_DECISION_KIND, NAMES, 1, 9, false},
    {STATUSRULES_FACT_EXCEPTION, NAMES, 1, 6, false},
    {STATUSRULES_FACT_ROLE, NAMES, 1, 3, false},
    {STATUSRULES_FACT_LEVEL, NAMES, 1, 5, false},
    {STATUSRULES_FACT_ROUTE, NAMES, 1, 5, false},
    {STATUSRULES_FACT_BORDER, COUNTRIES, ANY, ANY, false},
    {STATUSRULES_FACT_DIRECT, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_LISTED, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_VISA_DAYS_LEFT, NUMBERS, 0, 36600, true},
    {STATUSRULES_FACT_NOTICE_DAYS, NUMBERS, 0, 36600, false},
    {STATUSRULES_FACT_PCR_HOURS, NUMBERS, 0, 87600, true},
    {STATUSRULES_FACT_OTHER_GROUND, YES_NO, 0, 1, false},
    {STATUSRULES_FACT_NOTIFIED_ON, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, false},
    {STATUSRULES_FACT_VISA_LAST_DAY, DAYS, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, true},
};

static const int32_t countries[] = {STATUSRULES_COUNTRY('A', 'D'), STATUSRULES_COUNTRY('R', 'U'),
                                    STATUSRULES_COUNTRY('Z', 'W'), STATUSRULES_COUNTRY('X', 'A'),
                                    STATUSRULES_COUNTRY('X', 'O'), STATUSRULES_COUNTRY('X', 'D'),
                                    STATUSRULES_COUNTRY('X', 'L')};
/* Codes of no state: never assigned, reserved, or no letters at all. */
static const int32_t no_countries[] = {STATUSRULES_COUNTRY('A', 'A'),
                                       STATUSRULES_COUNTRY('A', 'B'),
                                       STATUSRULES_COUNTRY('S', 'U'),
                                       STATUSRULES_COUNTRY('X', 'B'),
                                       STATUSRULES_COUNTRY('Z', 'Z'),
                                       0,
                                       -1,
                                       677,
                                       1000000,
                                       STATUSRULES_NOT_A_DAY};

static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

static const statusrules_law *law(void) {
    return statusrules_law_statement();
}

static statusrules_facts nothing_known(void) {
    return (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
}

static statusrules_options defaults(void) {
    return (statusrules_options)STATUSRULES_OPTIONS_DEFAULT;
}

static statusrules_facts permit(int32_t last_day) {
    statusrules_facts facts = nothing_known();
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = last_day;
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    return facts;
}

/* --- Every way to ask ----------------------------------------------------------------------------------------- */

typedef int32_t asker(statusrules_answer *answer, const statusrules_law *law, const statusrules_facts *facts,
                      const statusrules_options *options, statusrules_error *error);

static int32_t asks_valid_on(statusrules_answer *answer, const statusrules_law *of, const statusrules_facts *facts,
                             const statusrules_options *options, statusrules_error *error) {
    return statusrules_valid_on(answer, of, facts, DAY(2022, 2, 1), options, error);
}

static int32_t asks_eligibility(statusrules_answer *answer, const statusrules_law *of,
                                const statusrules_facts *facts, const statusrules_options *options,
                                statusrules_error *error) {
    return statusrules_eligibility(answer, of, STATUSRULES_QUESTION_WORK, facts, options, error);
}

static int32_t asks_the_question(statusrules_answer *answer, const statusrules_law *of,
                                 const statusrules_facts *facts, const statusrules_options *options,
                                 statusrules_error *error) {
    return statusrules_ask(answer, of, STATUSRULES_QUESTION_MORATORIUM, facts, options, error);
}

static asker *const askers[] = {asks_the_question, statusrules_extension, asks_valid_on, asks_eligibility,
                                statusrules_education_entry};

enum { N_ASKERS = sizeof askers / sizeof askers[0] };

/* --- What an error must be ------------------------------------------------------------------------------------ */

struct expected {
    int32_t code;
    int32_t fact;
    int32_t value;
    int32_t first;
    int32_t last;
};

/* Whether a failed call says exactly this, and left the answer alone. */
static bool failed(int32_t code, const statusrules_error *error, const statusrules_answer *answer,
                   struct expected expected) {
    statusrules_answer guard;
    memset(&guard, ANSWER_GUARD, sizeof guard);
    return code == expected.code && error->code == expected.code && error->fact == expected.fact
           && error->value == expected.value && (expected.first == ANY || error->first == expected.first)
           && (expected.last == ANY || error->last == expected.last) && error->offset == 0
           && error->nearest == STATUSRULES_UNKNOWN && error->reserved == 0
           && (answer == NULL || memcmp(answer, &guard, sizeof guard) == 0);
}

/* Asks one way, and compares the error; the same must come without an error struct. */
static bool refuses(asker *ask, const statusrules_law *of, const statusrules_facts *facts,
                    const statusrules_options *options, struct expected expected) {
    statusrules_answer answer;
    statusrules_error error = {ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY};
    memset(&answer, ANSWER_GUARD, sizeof answer);
    int32_t code = ask(&answer, of, facts, options, &error);
    return failed(code, &error, &answer, expected) && ask(&answer, of, facts, options, NULL) == expected.code;
}

static bool refuses_fact(int32_t question, const statusrules_facts *facts, struct expected expected) {
    statusrules_answer answer;
    statusrules_error error = {ANY, ANY, ANY, ANY, ANY, ANY, ANY, ANY};
    memset(&answer, ANSWER_GUARD, sizeof answer);
    int32_t code = statusrules_ask(&answer, law(), question, facts, NULL, &error);
    return failed(code, &error, &answer, expected);
}

static bool takes_fact(int32_t question, const statusrules_facts *facts) {
    statusrules_answer answer;
    statusrules_error error;
    statusrules_error guard;
    memset(&error, ANSWER_GUARD, sizeof error);
    memset(&guard, ANSWER_GUARD, sizeof guard);
    return statusrules_ask(&answer, law(), question, facts, NULL, &error) == STATUSRULES_OK
           && memcmp(&error, &guard, sizeof error) == 0;
}

/* --- NULL and sizes ------------------------------------------------------------------------------------------- */

Test(ask, a_null_answer_law_or_facts_is_refused_by_name) {
    for (int32_t i = 0; i < N_ASKERS; i++) {
        statusrules_facts facts = nothing_known();
        statusrules_error error = {0};
        int32_t code = askers[i](NULL, law(), &facts, NULL, &error);
        cr_assert(failed(code, &error, NULL,
                         (struct expected){STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0}),
                  "asker %d: a NULL answer", i);
        cr_assert(refuses(askers[i], NULL, &facts, NULL,
                          (struct expected){STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_LAW, 0, 0, 0}),
                  "asker %d: a NULL law", i);
        cr_assert(refuses(askers[i], law(), NULL, NULL,
                          (struct expected){STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_FACTS, 0, 0, 0}),
                  "asker %d: NULL facts", i);
    }
}

Test(ask, zeroed_facts_and_facts_of_a_wrong_size_are_refused) {
    const int32_t whole = (int32_t)sizeof(statusrules_facts);
    const int32_t wrong[] = {0,
                             1,
                             2,
                             3,
                             4,
                             5,
                             6,
                             7,
                             9,
                             10,
                             11,
                             whole - 1,
                             whole + 1,
                             whole + 4,
                             4096,
                             -4,
                             -whole,
                             STATUSRULES_UNKNOWN,
                             STATUSRULES_NONE};
    for (int32_t i = 0; i < N_ASKERS; i++) {
        for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
            statusrules_facts facts = {0};
            facts.size = wrong[w];
            cr_assert(refuses(askers[i], law(), &facts, NULL,
                              (struct expected){STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS, wrong[w],
                                                2 * (int32_t)sizeof(int32_t), whole}),
                      "asker %d: a size of %d", i, wrong[w]);
        }
    }
}

Test(ask, zeroed_options_and_options_of_a_wrong_size_are_refused) {
    const int32_t whole = (int32_t)sizeof(statusrules_options);
    const int32_t shortest = whole - 8;
    const int32_t wrong[] = {0, 4, shortest - 4, whole - 1, whole + 1, whole + 4, -whole, STATUSRULES_UNKNOWN};
    for (int32_t i = 0; i < N_ASKERS; i++) {
        for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
            statusrules_facts facts = nothing_known();
            statusrules_options options = {0};
            options.size = wrong[w];
            cr_assert(refuses(askers[i], law(), &facts, &options,
                              (struct expected){STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_OPTIONS, wrong[w],
                                                shortest, whole}),
                      "asker %d: a size of %d", i, wrong[w]);
        }
    }
}

/* Options of an older caller, which had no day asked about. */
Test(ask, the_options_that_an_older_caller_does_not_have_are_the_usual_ones) {
    statusrules_facts facts = nothing_known();
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = DAY(2021, 9, 30);
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.size = (int32_t)offsetof(statusrules_options, valid_on);
    options.reading = STATUSRULES_READING_FIXED_DAY;
    options.valid_on = 17;
    options.brief = 17;
    statusrules_answer answer;
    cr_assert_eq(statusrules_extension(&answer, law(), &facts, &options, NULL), STATUSRULES_OK);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_eq(answer.day, DAY(2022, 7, 18));
}

Test(ask, a_day_to_be_valid_on_belongs_to_the_question_of_extension) {
    statusrules_facts facts = nothing_known();
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_answer answer;
    statusrules_error error;
    options.valid_on = DAY(2022, 1, 1);
    cr_assert_eq(statusrules_ask(&answer, law(), STATUSRULES_QUESTION_WORK, &facts, &options, &error),
                 STATUSRULES_ERROR_VALUE);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_QUESTION);
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = DAY(2021, 12, 31);
    cr_assert_eq(statusrules_ask(&answer, law(), STATUSRULES_QUESTION_EXTENSION, &facts, &options, NULL),
                 STATUSRULES_OK);
    statusrules_answer same;
    cr_assert_eq(statusrules_valid_on(&same, law(), &facts, DAY(2022, 1, 1), NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(memcmp(&answer, &same, sizeof answer), 0);
}

/* A struct of an older caller ends where its memory ends: what lies beyond is not read. */
Test(ask, the_members_that_an_older_caller_does_not_have_are_unknown) {
    const int32_t whole = (int32_t)sizeof(statusrules_facts);
    statusrules_facts full = permit(DAY(2021, 12, 31));
    full.issued_on = DAY(2020, 1, 1);
    full.citizenship = STATUSRULES_COUNTRY('K', 'Z');
    full.legal_status = STATUSRULES_LEGAL_STATUS_REFUGEE;
    full.on_day = DAY(2021, 12, 1);
    full.could_not_return = STATUSRULES_YES;
    full.level = STATUSRULES_LEVEL_HIGHER;
    for (int32_t size = 8; size <= whole; size += 4) {
        statusrules_facts *older = malloc((size_t)size);
        statusrules_facts newer = nothing_known();
        cr_assert(older != NULL);
        memcpy(older, &full, (size_t)size);
        older->size = size;
        memcpy((char *)&newer + 4, (const char *)&full + 4, (size_t)size - 4);
        for (int32_t i = 0; i < N_ASKERS; i++) {
            statusrules_answer of_older;
            statusrules_answer of_newer;
            memset(&of_older, 0, sizeof of_older);
            memset(&of_newer, 0, sizeof of_newer);
            int32_t code = askers[i](&of_older, law(), older, NULL, NULL);
            cr_assert(code == STATUSRULES_OK && askers[i](&of_newer, law(), &newer, NULL, NULL) == STATUSRULES_OK
                          && memcmp(&of_older, &of_newer, sizeof of_older) == 0,
                      "asker %d: a struct of %d bytes", i, size);
        }
        free(older);
    }
}

/* --- Facts ---------------------------------------------------------------------------------------------------- */

static struct expected out_of(const struct range *range, int32_t value) {
    int32_t code = STATUSRULES_ERROR_VALUE;
    if (range->kind == DAYS) {
        code = value == STATUSRULES_NOT_A_DAY ? STATUSRULES_ERROR_NOT_A_DAY : STATUSRULES_ERROR_RANGE;
    } else if (range->kind == NUMBERS) {
        code = STATUSRULES_ERROR_RANGE;
    }
    return (struct expected){code, range->fact, value, range->first, range->last};
}

/* Tries one value in every question that reads the fact; 0, or the first question that did not refuse it so. */
static int32_t not_refused_by(const struct range *range, int32_t value) {
    for (int32_t q = STATUSRULES_QUESTION_EXTENSION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
        statusrules_facts facts = nothing_known();
        *member(&facts, range->fact) = value;
        if (statusrules_question_asks(q, range->fact) && !refuses_fact(q, &facts, out_of(range, value))) {
            return q;
        }
    }
    return 0;
}

static int32_t not_taken_by(int32_t fact, int32_t value) {
    for (int32_t q = STATUSRULES_QUESTION_EXTENSION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
        statusrules_facts facts = nothing_known();
        *member(&facts, fact) = value;
        if (!takes_fact(q, &facts)) {
            return q;
        }
    }
    return 0;
}

Test(ask, every_fact_belongs_to_some_question_and_the_table_here_names_each_once) {
    for (int32_t i = 0; i < N_FACTS; i++) {
        int32_t n = 0;
        for (int32_t q = STATUSRULES_QUESTION_EXTENSION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
            n += statusrules_question_asks(q, ranges[i].fact);
        }
        cr_assert(ranges[i].fact == i + 1 && n > 0, "fact %d", i + 1);
    }
}

Test(ask, a_value_outside_the_range_of_its_fact_is_refused_with_the_range) {
    for (int32_t i = 0; i < N_FACTS; i++) {
        const struct range *range = &ranges[i];
        if (range->kind == COUNTRIES) {
            continue;
        }
        const int32_t wrong[] = {range->first - 1, range->last + 1, -STATUSRULES_NONE, STATUSRULES_NONE - 1,
                                 STATUSRULES_NOT_A_DAY + 1};
        for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
            int32_t q = not_refused_by(range, wrong[w]);
            cr_assert(q == 0, "question %d, fact %d: %d", q, range->fact, wrong[w]);
        }
        cr_assert(not_taken_by(range->fact, range->first) == 0, "fact %d: its first value", range->fact);
        cr_assert(not_taken_by(range->fact, range->last) == 0, "fact %d: its last value", range->fact);
    }
}

Test(ask, not_a_day_is_refused_by_every_fact_and_by_its_own_code_for_a_day) {
    for (int32_t i = 0; i < N_FACTS; i++) {
        int32_t q = not_refused_by(&ranges[i], STATUSRULES_NOT_A_DAY);
        cr_assert(q == 0, "question %d, fact %d", q, ranges[i].fact);
    }
}

Test(ask, none_is_a_value_of_the_facts_that_say_so_and_of_no_other) {
    for (int32_t i = 0; i < N_FACTS; i++) {
        int32_t q = ranges[i].none ? not_taken_by(ranges[i].fact, STATUSRULES_NONE)
                                   : not_refused_by(&ranges[i], STATUSRULES_NONE);
        cr_assert(q == 0, "question %d, fact %d", q, ranges[i].fact);
    }
}

Test(ask, a_country_must_be_one) {
    for (int32_t i = 0; i < N_FACTS; i++) {
        if (ranges[i].kind != COUNTRIES) {
            continue;
        }
        for (size_t c = 0; c < sizeof countries / sizeof countries[0]; c++) {
            cr_assert(not_taken_by(ranges[i].fact, countries[c]) == 0, "fact %d: country %d", ranges[i].fact,
                      countries[c]);
        }
        for (size_t c = 0; c < sizeof no_countries / sizeof no_countries[0]; c++) {
            cr_assert(not_refused_by(&ranges[i], no_countries[c]) == 0, "fact %d: no country %d", ranges[i].fact,
                      no_countries[c]);
        }
    }
}

Test(ask, facts_that_do_not_belong_to_the_question_are_not_read_even_if_wrong) {
    for (int32_t q = STATUSRULES_QUESTION_EXTENSION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
        const int32_t noise[] = {STATUSRULES_NOT_A_DAY, -5, 12345678, STATUSRULES_NONE};
        for (size_t n = 0; n < sizeof noise / sizeof noise[0]; n++) {
            statusrules_facts quiet = nothing_known();
            statusrules_facts noisy = nothing_known();
            statusrules_answer a;
            statusrules_answer b;
            memset(&a, 0, sizeof a);
            memset(&b, 0, sizeof b);
            for (int32_t i = 0; i < N_FACTS; i++) {
                if (!statusrules_question_asks(q, ranges[i].fact)) {
                    *member(&noisy, ranges[i].fact) = noise[n];
                }
            }
            cr_assert(statusrules_ask(&a, law(), q, &quiet, NULL, NULL) == STATUSRULES_OK
                          && statusrules_ask(&b, law(), q, &noisy, NULL, NULL) == STATUSRULES_OK
                          && memcmp(&a, &b, sizeof a) == 0,
                      "question %d, noise %d", q, noise[n]);
        }
    }
}

/* --- Order and result ----------------------------------------------------------------------------------------- */

Test(ask, a_last_day_before_the_day_of_issue_is_refused_with_both_days) {
    asker *const documents[] = {statusrules_extension, asks_valid_on};
    for (int32_t i = 0; i < 2; i++) {
        statusrules_facts facts = permit(DAY(2021, 12, 31));
        facts.issued_on = DAY(2022, 1, 1);
        cr_assert(refuses(documents[i], law(), &facts, NULL,
                          (struct expected){STATUSRULES_ERROR_ORDER, STATUSRULES_FACT_LAST_DAY, DAY(2021, 12, 31),
                                            DAY(2022, 1, 1), ANY}));
        facts.term = STATUSRULES_UNKNOWN;
        cr_assert(refuses(documents[i], law(), &facts, NULL,
                          (struct expected){STATUSRULES_ERROR_ORDER, STATUSRULES_FACT_LAST_DAY, DAY(2021, 12, 31),
                                            DAY(2022, 1, 1), ANY}));
    }
}

Test(ask, a_document_may_end_on_its_day_of_issue_or_never) {
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    statusrules_answer answer;
    facts.issued_on = DAY(2021, 12, 31);
    cr_assert_eq(statusrules_extension(&answer, law(), &facts, NULL, NULL), STATUSRULES_OK);
    facts.last_day = STATUSRULES_NONE;
    cr_assert_eq(statusrules_extension(&answer, law(), &facts, NULL, NULL), STATUSRULES_OK);
}

Test(ask, a_result_after_9999_12_31_is_refused_with_the_latest_last_day_that_has_one) {
    const int32_t latest = DAY(9999, 6, 15);
    for (int32_t reading = STATUSRULES_UNKNOWN;; reading = reading == STATUSRULES_UNKNOWN ? 1 : reading + 1) {
        statusrules_options options = defaults();
        options.reading = reading;
        for (int32_t last_day = latest - 3; last_day <= STATUSRULES_LAST_DAY; last_day++) {
            statusrules_facts facts = permit(last_day);
            statusrules_answer answer;
            bool holds = last_day <= latest
                             ? statusrules_extension(&answer, law(), &facts, &options, NULL) == STATUSRULES_OK
                                   && answer.outcome == STATUSRULES_OUTCOME_YES && answer.day == last_day + 199
                             : refuses(statusrules_extension, law(), &facts, &options,
                                       (struct expected){STATUSRULES_ERROR_RESULT, STATUSRULES_FACT_LAST_DAY,
                                                         last_day, ANY, latest});
            cr_assert(holds, "reading %d, last day %d", reading, last_day);
        }
        if (reading == STATUSRULES_READING_FIXED_DAY) {
            break;
        }
    }
}

Test(ask, a_document_that_the_law_does_not_extend_may_end_on_9999_12_31) {
    statusrules_facts facts = permit(STATUSRULES_LAST_DAY);
    statusrules_answer answer;
    facts.issued_on = DAY(2022, 1, 1);
    cr_assert_eq(statusrules_extension(&answer, law(), &facts, NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_SILENT);
}

/* --- Parameters ----------------------------------------------------------------------------------------------- */

static void refuses_option(size_t offset, const int32_t *wrong, int32_t n, struct expected expected) {
    for (int32_t i = 0; i < N_ASKERS; i++) {
        for (int32_t w = 0; w < n; w++) {
            statusrules_facts facts = nothing_known();
            statusrules_options options = defaults();
            *(int32_t *)(void *)((char *)&options + offset) = wrong[w];
            expected.value = wrong[w];
            cr_assert(refuses(askers[i], law(), &facts, &options, expected), "asker %d, argument %d: %d", i,
                      expected.fact, wrong[w]);
        }
    }
}

Test(ask, a_reading_that_is_none_is_refused) {
    const int32_t wrong[] = {0, 4, -1, STATUSRULES_NOT_A_DAY, STATUSRULES_NONE};
    refuses_option(offsetof(statusrules_options, reading), wrong, 5,
                   (struct expected){STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_READING, 0, 1, 3});
}

Test(ask, strict_is_yes_or_no) {
    const int32_t wrong[] = {2, -1, STATUSRULES_UNKNOWN, STATUSRULES_NONE};
    refuses_option(offsetof(statusrules_options, strict), wrong, 4,
                   (struct expected){STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_STRICT, 0, 0, 1});
}

Test(ask, brief_is_yes_or_no) {
    const int32_t wrong[] = {2, -1, STATUSRULES_UNKNOWN, STATUSRULES_NONE};
    refuses_option(offsetof(statusrules_options, brief), wrong, 4,
                   (struct expected){STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_BRIEF, 0, 0, 1});
}

/* A permit that the statement extends through 18 July 2022, and its last days on both sides. */
Test(ask, a_validity_says_from_when_and_until_when_it_stays_the_same) {
    const struct {
        int32_t day;
        int32_t from;
        int32_t until;
    } cases[] = {
        {DAY(2021, 6, 1), STATUSRULES_FIRST_DAY, DAY(2021, 12, 30)},
        {DAY(2021, 12, 31), DAY(2021, 12, 31), DAY(2021, 12, 31)},
        {DAY(2022, 1, 1), DAY(2022, 1, 1), DAY(2022, 7, 18)},
        {DAY(2022, 7, 18), DAY(2022, 1, 1), DAY(2022, 7, 18)},
        {DAY(2022, 7, 19), DAY(2022, 7, 19), STATUSRULES_LAST_DAY},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        statusrules_facts facts = nothing_known();
        statusrules_answer answer;
        facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
        facts.last_day = DAY(2021, 12, 31);
        cr_assert_eq(statusrules_valid_on(&answer, law(), &facts, cases[i].day, NULL, NULL), STATUSRULES_OK);
        cr_assert_eq(answer.same_from, cases[i].from, "case %zu: from %d", i, answer.same_from);
        cr_assert_eq(answer.same_until, cases[i].until, "case %zu: until %d", i, answer.same_until);
    }
}

Test(ask, where_no_day_is_asked_about_there_is_no_span) {
    statusrules_facts facts = nothing_known();
    statusrules_answer answer;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = DAY(2021, 12, 31);
    cr_assert_eq(statusrules_extension(&answer, law(), &facts, NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(answer.same_from, STATUSRULES_NOT_A_DAY);
    cr_assert_eq(answer.same_until, STATUSRULES_NOT_A_DAY);
    facts.last_day = STATUSRULES_UNKNOWN;
    cr_assert_eq(statusrules_valid_on(&answer, law(), &facts, DAY(2022, 1, 1), NULL, NULL), STATUSRULES_OK);
    cr_assert(answer.same_from <= DAY(2022, 1, 1) && answer.same_until >= DAY(2022, 1, 1), "from %d until %d",
              answer.same_from, answer.same_until);
    facts = nothing_known();
    cr_assert_eq(statusrules_eligibility(&answer, law(), STATUSRULES_QUESTION_VACCINATION, &facts, NULL, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(answer.same_until, STATUSRULES_NOT_A_DAY);
}

Test(ask, a_brief_answer_leaves_out_what_takes_longer) {
    statusrules_facts facts = nothing_known();
    statusrules_options options = defaults();
    statusrules_answer full;
    statusrules_answer brief;
    options.brief = STATUSRULES_YES;
    cr_assert_eq(statusrules_valid_on(&full, law(), &facts, DAY(2022, 1, 1), NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(statusrules_valid_on(&brief, law(), &facts, DAY(2022, 1, 1), &options, NULL), STATUSRULES_OK);
    cr_assert_eq(full.missing, brief.missing);
    cr_assert_neq(full.ask_next, 0);
    cr_assert_eq(brief.ask_next, 0);
    cr_assert_eq(brief.same_from, STATUSRULES_NOT_A_DAY);
    cr_assert_eq(brief.same_until, STATUSRULES_NOT_A_DAY);
}

Test(ask, an_edition_that_this_library_does_not_hold_is_refused) {
    const int32_t newest = statusrules_law_edition(law());
    const int32_t wrong[] = {0, -1, newest + 1, STATUSRULES_NOT_A_DAY, STATUSRULES_NONE};
    refuses_option(offsetof(statusrules_options, edition), wrong, 5,
                   (struct expected){STATUSRULES_ERROR_EDITION, STATUSRULES_ARGUMENT_EDITION, 0, 1, newest});
}

Test(ask, known_on_must_be_a_day) {
    const int32_t no_day[] = {STATUSRULES_NOT_A_DAY};
    const int32_t wrong[] = {STATUSRULES_FIRST_DAY - 1, STATUSRULES_LAST_DAY + 1, STATUSRULES_NONE};
    refuses_option(offsetof(statusrules_options, known_on), no_day, 1,
                   (struct expected){STATUSRULES_ERROR_NOT_A_DAY, STATUSRULES_ARGUMENT_KNOWN_ON, 0,
                                     STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY});
    refuses_option(offsetof(statusrules_options, known_on), wrong, 3,
                   (struct expected){STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_KNOWN_ON, 0,
                                     STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY});
}

Test(ask, every_parameter_at_its_ends_is_taken) {
    const struct {
        size_t offset;
        int32_t value;
    } right[] = {{offsetof(statusrules_options, known_on), STATUSRULES_FIRST_DAY},
                 {offsetof(statusrules_options, known_on), STATUSRULES_LAST_DAY},
                 {offsetof(statusrules_options, edition), 1},
                 {offsetof(statusrules_options, edition), statusrules_law_edition(law())},
                 {offsetof(statusrules_options, reading), STATUSRULES_READING_LITERAL},
                 {offsetof(statusrules_options, reading), STATUSRULES_READING_FIXED_DAY},
                 {offsetof(statusrules_options, strict), STATUSRULES_YES}};
    for (int32_t i = 0; i < N_ASKERS; i++) {
        for (size_t r = 0; r < sizeof right / sizeof right[0]; r++) {
            statusrules_facts facts = nothing_known();
            statusrules_options options = defaults();
            statusrules_answer answer;
            *(int32_t *)(void *)((char *)&options + right[r].offset) = right[r].value;
            cr_assert_eq(askers[i](&answer, law(), &facts, &options, NULL), STATUSRULES_OK,
                         "asker %d, parameter %d", i, (int)r);
        }
    }
}

Test(ask, no_options_are_the_default_options) {
    for (int32_t i = 0; i < N_ASKERS; i++) {
        statusrules_facts facts = permit(DAY(2021, 9, 30));
        statusrules_options options = defaults();
        statusrules_answer a;
        statusrules_answer b;
        memset(&a, 0, sizeof a);
        memset(&b, 0, sizeof b);
        cr_assert_eq(askers[i](&a, law(), &facts, NULL, NULL), STATUSRULES_OK);
        cr_assert_eq(askers[i](&b, law(), &facts, &options, NULL), STATUSRULES_OK);
        cr_assert(memcmp(&a, &b, sizeof a) == 0, "asker %d", i);
    }
}

/* --- Questions ------------------------------------------------------------------------------------------------ */

Test(ask, a_question_that_is_none_is_refused) {
    const int32_t wrong[] = {0, -1, 8, STATUSRULES_UNKNOWN, STATUSRULES_NONE};
    for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
        statusrules_facts facts = nothing_known();
        cr_assert(refuses_fact(wrong[w], &facts,
                               (struct expected){STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION, wrong[w],
                                                 1, STATUSRULES_QUESTION_EDUCATION_ENTRY}),
                  "question %d", wrong[w]);
    }
}

Test(ask, eligibility_takes_every_question_but_extension) {
    const int32_t wrong[] = {STATUSRULES_QUESTION_EXTENSION, 0, -1, 8};
    statusrules_facts facts = nothing_known();
    for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
        statusrules_answer answer;
        statusrules_error error = {0};
        memset(&answer, ANSWER_GUARD, sizeof answer);
        int32_t code = statusrules_eligibility(&answer, law(), wrong[w], &facts, NULL, &error);
        cr_assert(
            failed(code, &error, &answer,
                   (struct expected){STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION, wrong[w],
                                     STATUSRULES_QUESTION_VACCINATION, STATUSRULES_QUESTION_EDUCATION_ENTRY}),
            "question %d: first is %d", wrong[w], error.first);
    }
    for (int32_t q = STATUSRULES_QUESTION_VACCINATION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
        statusrules_answer a;
        statusrules_answer b;
        memset(&a, 0, sizeof a);
        memset(&b, 0, sizeof b);
        cr_assert_eq(statusrules_eligibility(&a, law(), q, &facts, NULL, NULL), STATUSRULES_OK, "question %d", q);
        cr_assert_eq(statusrules_ask(&b, law(), q, &facts, NULL, NULL), STATUSRULES_OK);
        cr_assert(memcmp(&a, &b, sizeof a) == 0, "question %d", q);
    }
}

Test(ask, extension_and_education_entry_are_faces_of_ask) {
    statusrules_facts facts = permit(DAY(2022, 3, 1));
    statusrules_answer a;
    statusrules_answer b;
    facts.level = STATUSRULES_LEVEL_HIGHER;
    memset(&a, 0, sizeof a);
    memset(&b, 0, sizeof b);
    cr_assert_eq(statusrules_extension(&a, law(), &facts, NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(statusrules_ask(&b, law(), STATUSRULES_QUESTION_EXTENSION, &facts, NULL, NULL), STATUSRULES_OK);
    cr_assert(memcmp(&a, &b, sizeof a) == 0);
    cr_assert_eq(statusrules_education_entry(&a, law(), &facts, NULL, NULL), STATUSRULES_OK);
    cr_assert_eq(statusrules_ask(&b, law(), STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL, NULL),
                 STATUSRULES_OK);
    cr_assert(memcmp(&a, &b, sizeof a) == 0);
}

Test(ask, an_answer_is_written_whole_and_its_reserve_is_zero) {
    for (int32_t q = STATUSRULES_QUESTION_EXTENSION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
        for (int32_t reading = STATUSRULES_READING_LITERAL; reading <= STATUSRULES_READING_FIXED_DAY; reading++) {
            for (int32_t known = 0; known < 2; known++) {
                statusrules_facts facts = known ? permit(DAY(2021, 9, 30)) : nothing_known();
                statusrules_options options = defaults();
                statusrules_answer a;
                statusrules_answer b;
                bool zero = true;
                memset(&a, 0, sizeof a);
                memset(&b, 0xFF, sizeof b);
                options.reading = reading;
                cr_assert_eq(statusrules_ask(&a, law(), q, &facts, &options, NULL), STATUSRULES_OK);
                cr_assert_eq(statusrules_ask(&b, law(), q, &facts, &options, NULL), STATUSRULES_OK);
                for (size_t i = 0; i < sizeof a.reserved / sizeof a.reserved[0]; i++) {
                    zero = zero && b.reserved[i] == 0;
                }
                cr_assert(zero && memcmp(&a, &b, sizeof a) == 0, "question %d, reading %d", q, reading);
                cr_assert_eq(a.edition, statusrules_law_edition(law()));
                for (int32_t r = 1; r <= 3; r++) {
                    cr_assert_eq(a.readings[r - 1].outcome != 0, r == reading, "reading %d", r);
                }
            }
        }
    }
}

/* --- Valid on a day ------------------------------------------------------------------------------------------- */

static statusrules_answer valid_on(const statusrules_facts *facts, int32_t day,
                                   const statusrules_options *options) {
    statusrules_answer answer;
    statusrules_error error = {0};
    memset(&answer, 0, sizeof answer);
    int32_t code = statusrules_valid_on(&answer, law(), facts, day, options, &error);
    cr_assert(code == STATUSRULES_OK, "error %d, fact %d, value %d", code, error.fact, error.value);
    return answer;
}

static const char *provision_of(const statusrules_answer *answer) {
    statusrules_provision provision;
    return statusrules_law_provision(&provision, law(), answer->provision, NULL) == STATUSRULES_OK ? provision.id
                                                                                                   : "";
}

Test(valid_on, the_day_must_be_one) {
    const struct expected wrong[] = {{STATUSRULES_ERROR_NOT_A_DAY, STATUSRULES_ARGUMENT_DAY, STATUSRULES_NOT_A_DAY,
                                      STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY},
                                     {STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_DAY, STATUSRULES_FIRST_DAY - 1,
                                      STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY},
                                     {STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_DAY, STATUSRULES_LAST_DAY + 1,
                                      STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY},
                                     {STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_DAY, STATUSRULES_NONE,
                                      STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY},
                                     {STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_DAY, STATUSRULES_UNKNOWN,
                                      STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY}};
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
        statusrules_answer answer;
        statusrules_error error = {0};
        memset(&answer, ANSWER_GUARD, sizeof answer);
        int32_t code = statusrules_valid_on(&answer, law(), &facts, wrong[w].value, NULL, &error);
        cr_assert(failed(code, &error, &answer, wrong[w]), "day %d", wrong[w].value);
    }
}

Test(valid_on, up_to_its_last_day_a_document_is_valid_by_its_own_term) {
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    statusrules_answer answer = valid_on(&facts, DAY(2021, 12, 31), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_eq(answer.provision, 0);
    cr_assert_eq(answer.assumed, 0);
    answer = valid_on(&facts, DAY(2021, 12, 30), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_eq(answer.provision, 0);
    cr_assert_eq(answer.assumed, BIT(STATUSRULES_FACT_ISSUED_ON), "that it had been issued is presumed");
}

Test(valid_on, from_its_day_of_issue_and_not_before) {
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    facts.issued_on = DAY(2020, 5, 4);
    statusrules_answer answer = valid_on(&facts, DAY(2020, 5, 3), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_SILENT, "no source says no");
    cr_assert_eq(answer.provision, 0);
    answer = valid_on(&facts, DAY(2020, 5, 4), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_eq(answer.assumed, 0);
}

Test(valid_on, after_its_last_day_through_the_extension) {
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    statusrules_answer answer = valid_on(&facts, DAY(2022, 1, 1), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_str_eq(provision_of(&answer), "S1");
    answer = valid_on(&facts, DAY(2022, 7, 18), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    answer = valid_on(&facts, DAY(2022, 7, 19), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_NO);
    cr_assert_str_eq(provision_of(&answer), "S1");
}

Test(valid_on, the_day_is_the_last_valid_day_of_the_extension_if_there_is_one) {
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    const int32_t days[] = {DAY(2021, 12, 30), DAY(2021, 12, 31), DAY(2022, 1, 1), DAY(2022, 7, 18),
                            DAY(2022, 7, 19)};
    for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
        statusrules_answer answer = valid_on(&facts, days[d], NULL);
        cr_assert_eq(answer.day, DAY(2022, 7, 18), "on day %d: %d", days[d], answer.day);
    }
    facts.last_day = DAY(2021, 6, 15);
    cr_assert_eq(valid_on(&facts, DAY(2021, 6, 16), NULL).day, STATUSRULES_NOT_A_DAY);
    cr_assert_eq(valid_on(&facts, DAY(2021, 6, 15), NULL).day, STATUSRULES_NOT_A_DAY);
}

Test(valid_on, open_readings_that_differ_on_the_day_are_a_conflict) {
    statusrules_facts facts = permit(DAY(2021, 9, 30));
    statusrules_options options = defaults();
    statusrules_answer answer = valid_on(&facts, DAY(2022, 4, 17), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_CONFLICT);
    cr_assert_eq(answer.provision, 0);
    cr_assert_eq(answer.readings[STATUSRULES_READING_LITERAL - 1].outcome, STATUSRULES_OUTCOME_SILENT);
    cr_assert_eq(answer.readings[STATUSRULES_READING_SUSPENSION - 1].outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_eq(answer.readings[STATUSRULES_READING_FIXED_DAY - 1].outcome, STATUSRULES_OUTCOME_YES);
    options.reading = STATUSRULES_READING_SUSPENSION;
    cr_assert_eq(valid_on(&facts, DAY(2022, 4, 17), &options).outcome, STATUSRULES_OUTCOME_YES);
    cr_assert_eq(valid_on(&facts, DAY(2022, 4, 18), &options).outcome, STATUSRULES_OUTCOME_NO);
    options.reading = STATUSRULES_READING_FIXED_DAY;
    cr_assert_eq(valid_on(&facts, DAY(2022, 7, 18), &options).outcome, STATUSRULES_OUTCOME_YES);
    options.reading = STATUSRULES_READING_LITERAL;
    cr_assert_eq(valid_on(&facts, DAY(2021, 10, 1), &options).outcome, STATUSRULES_OUTCOME_SILENT);
}

Test(valid_on, readings_do_not_matter_while_the_own_term_runs) {
    statusrules_facts facts = permit(DAY(2021, 9, 30));
    statusrules_answer answer = valid_on(&facts, DAY(2021, 9, 30), NULL);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES);
    for (int32_t r = 0; r < 3; r++) {
        cr_assert_eq(answer.readings[r].outcome, STATUSRULES_OUTCOME_YES);
    }
}

Test(valid_on, after_the_last_day_of_a_document_that_is_not_extended_the_law_is_silent) {
    statusrules_facts facts = permit(DAY(2021, 6, 15));
    cr_assert_eq(valid_on(&facts, DAY(2021, 6, 16), NULL).outcome, STATUSRULES_OUTCOME_SILENT);
    facts.term = STATUSRULES_TERM_PATENT;
    facts.last_day = DAY(2021, 12, 31);
    cr_assert_eq(valid_on(&facts, DAY(2022, 1, 1), NULL).outcome, STATUSRULES_OUTCOME_SILENT);
}

Test(valid_on, of_a_document_without_term_the_law_is_silent) {
    statusrules_facts facts = permit(STATUSRULES_NONE);
    cr_assert_eq(valid_on(&facts, DAY(2022, 1, 1), NULL).outcome, STATUSRULES_OUTCOME_SILENT);
}

Test(valid_on, strict_presumes_no_issue) {
    statusrules_facts facts = permit(DAY(2021, 12, 31));
    statusrules_options options = defaults();
    options.strict = STATUSRULES_YES;
    statusrules_answer answer = valid_on(&facts, DAY(2021, 12, 30), &options);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED);
    cr_assert_eq(answer.missing, BIT(STATUSRULES_FACT_ISSUED_ON));
    cr_assert_eq(answer.assumed, 0);
    cr_assert_eq(answer.possible, 1 << STATUSRULES_OUTCOME_YES | 1 << STATUSRULES_OUTCOME_SILENT);
    answer = valid_on(&facts, DAY(2021, 12, 31), &options);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_YES, "whenever it was issued, on its last day it had been");
    cr_assert_eq(answer.missing, 0);
    facts.issued_on = DAY(2021, 12, 30);
    cr_assert_eq(valid_on(&facts, DAY(2021, 12, 30), &options).outcome, STATUSRULES_OUTCOME_YES);
}

Test(valid_on, a_term_that_runs_to_9999_12_31_is_valid_by_itself) {
    const int32_t days[] = {DAY(2022, 1, 1), STATUSRULES_LAST_DAY};
    for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
        statusrules_facts facts = permit(STATUSRULES_LAST_DAY);
        statusrules_answer answer;
        int32_t code = statusrules_valid_on(&answer, law(), &facts, days[d], NULL, NULL);
        cr_assert(code == STATUSRULES_OK && answer.outcome == STATUSRULES_OUTCOME_YES, "on day %d: error %d",
                  days[d], code);
    }
}
