/*
 * Does the method do what lib/law/README.md says of every form of a row? Asked of laws that never were
 * (tests/data/good and tests/unit/laws), whose answers are worked out by hand.
 */
#include "law_called.h"

#include <criterion/criterion.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <statusrules/statusrules.h>

#define DAY STATUSRULES_DAY
#define BIT(fact) ((int64_t)1 << (fact))
#define POSSIBLE(outcome) (1 << STATUSRULES_OUTCOME_##outcome)

enum { YES = STATUSRULES_OUTCOME_YES, NO = STATUSRULES_OUTCOME_NO, SILENT = STATUSRULES_OUTCOME_SILENT };

/* --- Asking --------------------------------------------------------------------------------------------------- */

static const statusrules_law *law_of(const char *name) {
    const statusrules_law *law = law_called(name);
    cr_assert(law != NULL, "the law \"%s\" is not built in", name);
    return law;
}

static statusrules_facts nothing_known(void) {
    return (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
}

static statusrules_options defaults(void) {
    return (statusrules_options)STATUSRULES_OPTIONS_DEFAULT;
}

static statusrules_options strict(void) {
    statusrules_options options = defaults();
    options.strict = STATUSRULES_YES;
    return options;
}

static statusrules_options known_on(int32_t day) {
    statusrules_options options = defaults();
    options.known_on = day;
    return options;
}

static statusrules_answer ask_of(const char *law, int32_t question, const statusrules_facts *facts,
                                 const statusrules_options *options) {
    statusrules_answer answer;
    statusrules_error error = {0};
    memset(&answer, 0, sizeof answer);
    int32_t code = statusrules_ask(&answer, law_of(law), question, facts, options, &error);
    cr_assert(code == STATUSRULES_OK, "error %d, fact %d, value %d", code, error.fact, error.value);
    return answer;
}

static statusrules_answer ask(int32_t question, const statusrules_facts *facts,
                              const statusrules_options *options) {
    return ask_of("fictitious", question, facts, options);
}

static statusrules_answer extension(const statusrules_facts *facts, const statusrules_options *options) {
    return ask(STATUSRULES_QUESTION_EXTENSION, facts, options);
}

static int32_t valid_on(const char *law, const statusrules_facts *facts, int32_t day) {
    statusrules_answer answer;
    memset(&answer, 0, sizeof answer);
    cr_assert_eq(statusrules_valid_on(&answer, law_of(law), facts, day, NULL, NULL), STATUSRULES_OK);
    return answer.outcome;
}

static const char *id_of(const char *law, int32_t number) {
    statusrules_provision provision;
    return statusrules_law_provision(&provision, law_of(law), number, NULL) == STATUSRULES_OK ? provision.id : "";
}

static statusrules_provision provision_called(const char *law, const char *id) {
    statusrules_provision provision;
    for (int32_t number = 1; number <= statusrules_law_provision_count(law_of(law)); number++) {
        if (statusrules_law_provision(&provision, law_of(law), number, NULL) == STATUSRULES_OK
            && strcmp(provision.id, id) == 0) {
            return provision;
        }
    }
    cr_assert(0, "the law \"%s\" has no provision \"%s\"", law, id);
    return (statusrules_provision){0};
}

/* Outcome, day (and with it the bounds) and the provision that decided; nothing missing. */
static void is(const statusrules_answer *answer, int32_t outcome, int32_t day, const char *id) {
    cr_expect_eq(answer->outcome, outcome, "outcome %d, not %d", answer->outcome, outcome);
    cr_expect_eq(answer->day, day, "day %d, not %d", answer->day, day);
    cr_expect_eq(answer->earliest, day, "earliest %d, not %d", answer->earliest, day);
    cr_expect_eq(answer->latest, day, "latest %d, not %d", answer->latest, day);
    cr_expect_str_eq(id_of("fictitious", answer->provision), id);
    cr_expect_eq(answer->possible, 1 << outcome);
    cr_expect_eq(answer->missing, 0);
}

/* What is possible, the bounds of the days, and what is missing. */
static void is_undetermined(const statusrules_answer *answer, int32_t possible, int32_t earliest, int32_t latest,
                            int64_t missing) {
    cr_expect_eq(answer->outcome, STATUSRULES_OUTCOME_UNDETERMINED, "outcome %d", answer->outcome);
    cr_expect_eq(answer->day, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer->possible, possible, "possible %x, not %x", (unsigned)answer->possible,
                 (unsigned)possible);
    cr_expect_eq(answer->earliest, earliest, "earliest %d, not %d", answer->earliest, earliest);
    cr_expect_eq(answer->latest, latest, "latest %d, not %d", answer->latest, latest);
    cr_expect_eq(answer->missing, missing, "missing %llx", (unsigned long long)answer->missing);
}

static statusrules_facts document(int32_t term, int32_t last_day) {
    statusrules_facts facts = nothing_known();
    facts.term = term;
    facts.last_day = last_day;
    return facts;
}

/* A visa of a citizen of Kazakhstan, who is in Russia. */
static statusrules_facts visa(int32_t last_day) {
    statusrules_facts facts = document(STATUSRULES_TERM_VISA, last_day);
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    facts.citizenship = STATUSRULES_COUNTRY('K', 'Z');
    return facts;
}

/* --- Effects and the first row that fits ------------------------------------------------------------------------ */

Test(fictitious, a_case_that_no_row_reaches_is_silent_without_a_provision) {
    statusrules_facts facts = visa(DAY(2000, 12, 31));
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
    facts.work_act = STATUSRULES_WORK_ACT_HIRE;
    answer = ask(STATUSRULES_QUESTION_WORK, &facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
    facts = nothing_known();
    answer = ask(STATUSRULES_QUESTION_WORK, &facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
    cr_expect_eq(answer.assumed, 0);
}

Test(fictitious, two_stages_chain_the_day) {
    statusrules_facts facts = visa(DAY(2001, 1, 10));
    statusrules_answer answer = extension(&facts, NULL);
    /* 90 days give 10 April; 30 more, because that had been extended. */
    is(&answer, YES, DAY(2001, 5, 10), "D1");
    facts.last_day = DAY(2001, 3, 31);
    answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 7, 29), "D1");
}

Test(fictitious, what_was_not_extended_is_not_extended_again) {
    /* 10 April lies in the window of the second decree, but no stage had given it. */
    statusrules_facts facts = visa(DAY(2001, 4, 10));
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
}

Test(fictitious, the_first_row_that_fits_decides) {
    statusrules_facts facts = visa(DAY(2001, 2, 10));
    facts.citizenship = STATUSRULES_COUNTRY('T', 'R');
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, NO, STATUSRULES_NOT_A_DAY, "F1.cut_off");
    facts.last_day = DAY(2001, 1, 31);
    answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 5, 31), "D1");
}

Test(fictitious, a_group_is_its_states) {
    statusrules_facts facts = visa(DAY(2001, 2, 10));
    facts.citizenship = STATUSRULES_COUNTRY('G', 'B');
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, NO, STATUSRULES_NOT_A_DAY, "F1.cut_off");
    facts.citizenship = STATUSRULES_COUNTRY('U', 'A');
    answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 6, 10), "D1");
    facts.citizenship = STATUSRULES_NONE;
    answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 6, 10), "D1");
}

Test(fictitious, of_two_lists_the_later_day_stands) {
    statusrules_facts facts = visa(DAY(2001, 1, 10));
    facts.location = STATUSRULES_LOCATION_ABROAD;
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 6, 14), "D1"); /* 15 May from the consulates, and 30 days */
    facts.last_day = DAY(2001, 3, 20);
    answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 7, 18), "D1"); /* 18 June from the decree, and 30 days */
}

Test(fictitious, a_day_of_one_list_beats_the_no_of_another) {
    statusrules_facts facts = visa(DAY(2001, 2, 10));
    facts.citizenship = STATUSRULES_COUNTRY('T', 'R');
    facts.location = STATUSRULES_LOCATION_ABROAD;
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 6, 14), "D1");
}

Test(fictitious, yes_of_one_list_beats_no_of_another_and_no_beats_nothing) {
    statusrules_facts facts = nothing_known();
    facts.region = STATUSRULES_REGION_MOSCOW;
    facts.legal_status = STATUSRULES_LEGAL_STATUS_REFUGEE;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
    is(&answer, YES, STATUSRULES_NOT_A_DAY, "V.status");
    facts.legal_status = STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY;
    answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
    is(&answer, NO, STATUSRULES_NOT_A_DAY, "V.region");
    facts.region = STATUSRULES_REGION_OTHER;
    answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
    facts.region = STATUSRULES_UNKNOWN;
    answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
    is_undetermined(&answer, POSSIBLE(NO) | POSSIBLE(SILENT), STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY,
                    BIT(STATUSRULES_FACT_REGION));
    facts.legal_status = STATUSRULES_LEGAL_STATUS_REFUGEE;
    answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
    is(&answer, YES, STATUSRULES_NOT_A_DAY, "V.status");
}

Test(fictitious, a_row_that_is_silent_limits_the_row_below_it) {
    statusrules_facts facts = nothing_known();
    facts.decision_kind = STATUSRULES_DECISION_KIND_DEPORTATION;
    facts.on_day = DAY(2001, 5, 1);
    facts.exception = STATUSRULES_EXCEPTION_NONE;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, NULL);
    is(&answer, YES, STATUSRULES_NOT_A_DAY, "M1");
    cr_expect_eq(answer.assumed, 0);
    facts.exception = STATUSRULES_EXCEPTION_RELEASED_FROM_PRISON;
    answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "M.exception");
}

Test(fictitious, an_end_that_is_not_fixed_is_none) {
    statusrules_facts facts = document(STATUSRULES_TERM_ABSENCE_LIMIT, DAY(2001, 5, 1));
    facts.state_programme = STATUSRULES_YES;
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, YES, STATUSRULES_NONE, "F4");
    cr_expect_eq(answer.note, 0, "no note: an open end is no day");
    cr_expect_eq(valid_on("fictitious", &facts, STATUSRULES_LAST_DAY), YES);
    facts.state_programme = STATUSRULES_UNKNOWN;
    answer = extension(&facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(SILENT), STATUSRULES_NONE, STATUSRULES_NONE,
                    BIT(STATUSRULES_FACT_STATE_PROGRAMME));
}

Test(fictitious, a_suspended_term_says_so_and_is_valid_through_the_day) {
    statusrules_facts facts = document(STATUSRULES_TERM_PATENT, DAY(2001, 3, 1));
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 12, 31), "F2.amended");
    cr_expect_eq(provision_called("fictitious", "F2.amended").suspended, 1);
    cr_expect_eq(provision_called("fictitious", "F2.first").suspended, 1);
    cr_expect_eq(provision_called("fictitious", "F1").suspended, 0);
}

Test(fictitious, where_sources_differ_on_the_last_day_the_days_between_are_a_conflict) {
    statusrules_facts facts = document(STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 6, 1));
    facts.citizenship = STATUSRULES_COUNTRY('U', 'Z');
    statusrules_answer answer = extension(&facts, NULL);
    cr_expect_eq(answer.outcome, YES);
    cr_expect_eq(answer.day, DAY(2001, 9, 30));
    cr_expect_eq(answer.earliest, DAY(2001, 9, 30));
    cr_expect_eq(answer.latest, DAY(2001, 10, 1));
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 6, 1)), YES);
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 9, 30)), YES);
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 10, 1)), STATUSRULES_OUTCOME_CONFLICT);
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 10, 2)), NO);
}

Test(fictitious, discretion_is_its_own_outcome) {
    statusrules_facts facts = document(STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 6, 1));
    facts.citizenship = STATUSRULES_COUNTRY('K', 'Z');
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, STATUSRULES_OUTCOME_DISCRETION, STATUSRULES_NOT_A_DAY, "D3");
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 6, 2)), STATUSRULES_OUTCOME_DISCRETION);
    facts.last_day = DAY(2001, 3, 31);
    answer = extension(&facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
}

/* --- Sets, none, conflict ----------------------------------------------------------------------------------------- */

Test(fictitious, not_in_is_known_and_none_of_the_values) {
    const struct {
        int32_t citizenship;
        int32_t outcome;
    } cases[] = {{STATUSRULES_COUNTRY('U', 'Z'), YES},
                 {STATUSRULES_NONE, YES},
                 {STATUSRULES_COUNTRY('K', 'Z'), STATUSRULES_OUTCOME_DISCRETION},
                 {STATUSRULES_COUNTRY('T', 'R'), STATUSRULES_OUTCOME_DISCRETION},
                 {STATUSRULES_COUNTRY('G', 'B'), STATUSRULES_OUTCOME_DISCRETION}};
    statusrules_facts facts = document(STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 6, 1));
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        facts.citizenship = cases[c].citizenship;
        cr_expect_eq(extension(&facts, NULL).outcome, cases[c].outcome, "citizenship %d", cases[c].citizenship);
    }
    facts.citizenship = STATUSRULES_UNKNOWN;
    statusrules_answer answer = extension(&facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(DISCRETION), DAY(2001, 9, 30), DAY(2001, 10, 1),
                    BIT(STATUSRULES_FACT_CITIZENSHIP));
}

Test(fictitious, none_is_met_by_none_alone_and_no_window_contains_it) {
    statusrules_facts facts = nothing_known();
    facts.lawful_through = STATUSRULES_NONE;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_REGULARISATION, &facts, NULL);
    is(&answer, NO, STATUSRULES_NOT_A_DAY, "R.never");
    const int32_t days[] = {STATUSRULES_FIRST_DAY, DAY(2001, 1, 1), STATUSRULES_LAST_DAY};
    for (size_t d = 0; d < sizeof days / sizeof days[0]; d++) {
        facts.lawful_through = days[d];
        answer = ask(STATUSRULES_QUESTION_REGULARISATION, &facts, NULL);
        is(&answer, YES, STATUSRULES_NOT_A_DAY, "R.until");
    }
    facts.lawful_through = STATUSRULES_UNKNOWN;
    answer = ask(STATUSRULES_QUESTION_REGULARISATION, &facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(NO), STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY,
                    BIT(STATUSRULES_FACT_LAWFUL_THROUGH));
    facts = visa(STATUSRULES_NONE);
    answer = extension(&facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
}

Test(fictitious, windows_on_numbers_include_both_ends) {
    const struct {
        int32_t days;
        int32_t outcome;
    } cases[] = {{STATUSRULES_NONE, NO},
                 {0, SILENT},
                 {34, SILENT},
                 {35, STATUSRULES_OUTCOME_CONFLICT},
                 {44, STATUSRULES_OUTCOME_CONFLICT},
                 {45, YES},
                 {36600, YES}};
    statusrules_facts facts = nothing_known();
    facts.level = STATUSRULES_LEVEL_HIGHER;
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        facts.visa_days_left = cases[c].days;
        cr_expect_eq(ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL).outcome, cases[c].outcome, "%d days",
                     cases[c].days);
    }
    facts.level = STATUSRULES_LEVEL_VOCATIONAL;
    facts.visa_days_left = 40;
    cr_expect_eq(ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL).outcome, SILENT);
    facts.visa_days_left = STATUSRULES_UNKNOWN;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(NO) | POSSIBLE(SILENT), STATUSRULES_NOT_A_DAY,
                    STATUSRULES_NOT_A_DAY, BIT(STATUSRULES_FACT_VISA_DAYS_LEFT));
}

Test(fictitious, a_conflict_between_sources_reports_its_sides) {
    statusrules_facts facts = document(STATUSRULES_TERM_MIGRATION_CARD, DAY(2001, 2, 1));
    statusrules_answer answer = extension(&facts, NULL);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_CONFLICT);
    cr_expect_eq(answer.possible, POSSIBLE(CONFLICT));
    cr_expect_eq(answer.day, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer.earliest, DAY(2001, 5, 15));
    cr_expect_eq(answer.latest, DAY(2001, 6, 15));
    cr_expect_str_eq(id_of("fictitious", answer.provision), "C2");
    cr_expect_eq(answer.missing, 0);
    cr_expect_eq(provision_called("fictitious", "C2").n_sides, 3);
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 5, 16)), STATUSRULES_OUTCOME_CONFLICT);
    cr_expect_eq(valid_on("fictitious", &facts, DAY(2001, 2, 1)), YES);
}

Test(fictitious, a_conflict_may_have_days_in_a_question_without_terms_or_none) {
    statusrules_facts facts = nothing_known();
    facts.decision_kind = STATUSRULES_DECISION_KIND_ENTRY_BAN;
    facts.on_day = DAY(2001, 5, 9);
    statusrules_answer answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, NULL);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_CONFLICT);
    cr_expect_eq(answer.earliest, DAY(2001, 6, 30));
    cr_expect_eq(answer.latest, DAY(2001, 9, 30));
    facts.on_day = DAY(2001, 5, 10);
    cr_expect_eq(ask(STATUSRULES_QUESTION_MORATORIUM, &facts, NULL).outcome, SILENT);
    facts = nothing_known();
    facts.level = STATUSRULES_LEVEL_HIGHER;
    facts.visa_days_left = 40;
    answer = ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
    is(&answer, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_NOT_A_DAY, "E.between");
}

/* --- Marks ---------------------------------------------------------------------------------------------------------- */

Test(fictitious, an_unknown_fact_asked_if_known_is_taken_as_not_met_and_named) {
    statusrules_facts facts = visa(DAY(2001, 2, 10));
    facts.citizenship = STATUSRULES_UNKNOWN;
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 6, 10), "D1");
    cr_expect_eq(answer.assumed, BIT(STATUSRULES_FACT_CITIZENSHIP));
    facts.last_day = DAY(2001, 1, 31);
    cr_expect_eq(extension(&facts, NULL).assumed, 0, "the row that asks it does not reach this day");
}

Test(fictitious, an_unknown_fact_asked_unless_known_is_taken_as_met_and_named) {
    statusrules_facts facts = document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2001, 6, 30));
    statusrules_answer answer = extension(&facts, NULL);
    cr_expect_eq(answer.outcome, YES);
    cr_expect_eq(answer.assumed, BIT(STATUSRULES_FACT_ISSUED_ON));
    facts.issued_on = DAY(2000, 12, 31);
    answer = extension(&facts, NULL);
    cr_expect_eq(answer.outcome, YES);
    cr_expect_eq(answer.assumed, 0);
    facts.issued_on = DAY(2001, 1, 1);
    answer = extension(&facts, NULL);
    is(&answer, SILENT, STATUSRULES_NOT_A_DAY, "");
}

Test(fictitious, both_marks_in_one_answer_are_both_named) {
    statusrules_facts facts = nothing_known();
    facts.decision_kind = STATUSRULES_DECISION_KIND_DEPORTATION;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, NULL);
    is(&answer, YES, STATUSRULES_NOT_A_DAY, "M1");
    cr_expect_eq(answer.assumed, BIT(STATUSRULES_FACT_ON_DAY) | BIT(STATUSRULES_FACT_EXCEPTION));
}

Test(fictitious, strict_turns_both_marks_off) {
    statusrules_options options = strict();
    statusrules_facts facts = nothing_known();
    facts.decision_kind = STATUSRULES_DECISION_KIND_DEPORTATION;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, &options);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(SILENT), STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY,
                    BIT(STATUSRULES_FACT_ON_DAY) | BIT(STATUSRULES_FACT_EXCEPTION));
    cr_expect_eq(answer.assumed, 0);
    facts.exception = STATUSRULES_EXCEPTION_NONE;
    answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, &options);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(SILENT), STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY,
                    BIT(STATUSRULES_FACT_ON_DAY));
    facts.on_day = DAY(2001, 1, 2);
    facts.exception = STATUSRULES_UNKNOWN;
    answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, &options);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(SILENT), STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY,
                    BIT(STATUSRULES_FACT_EXCEPTION));
    facts.on_day = DAY(2001, 1, 1);
    answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, &options);
    cr_expect_eq(answer.outcome, SILENT, "whatever the exception, it is silent");
    cr_expect_eq(answer.missing, 0);
    facts = visa(DAY(2001, 2, 10));
    facts.citizenship = STATUSRULES_UNKNOWN;
    answer = extension(&facts, &options);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(NO), DAY(2001, 6, 10), DAY(2001, 6, 10),
                    BIT(STATUSRULES_FACT_CITIZENSHIP));
    facts = document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2001, 6, 30));
    answer = extension(&facts, &options);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(SILENT), DAY(2001, 12, 28), DAY(2001, 12, 28),
                    BIT(STATUSRULES_FACT_ISSUED_ON));
}

Test(fictitious, a_missing_fact_without_a_mark_leaves_the_set_of_answers) {
    statusrules_facts facts = visa(DAY(2001, 2, 10));
    facts.location = STATUSRULES_UNKNOWN;
    statusrules_answer answer = extension(&facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES), DAY(2001, 6, 10), DAY(2001, 6, 14), BIT(STATUSRULES_FACT_LOCATION));
    facts.last_day = DAY(2001, 3, 20);
    answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 7, 18), "D1");
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    facts.last_day = STATUSRULES_UNKNOWN;
    answer = extension(&facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(SILENT), DAY(2001, 5, 1), DAY(2001, 7, 29),
                    BIT(STATUSRULES_FACT_LAST_DAY));
}

/* --- Known on, editions ------------------------------------------------------------------------------------------- */

Test(fictitious, only_what_had_been_published_by_the_day_counts) {
    statusrules_facts facts = document(STATUSRULES_TERM_PATENT, DAY(2001, 3, 1));
    const struct {
        int32_t known_on;
        int32_t outcome;
        int32_t day;
        const char *id;
    } cases[] = {{DAY(2001, 1, 1), SILENT, STATUSRULES_NOT_A_DAY, ""},
                 {DAY(2001, 1, 2), YES, DAY(2001, 6, 30), "F2.first"},
                 {DAY(2001, 5, 31), YES, DAY(2001, 6, 30), "F2.first"},
                 {DAY(2001, 6, 1), YES, DAY(2001, 12, 31), "F2.amended"},
                 {STATUSRULES_LAST_DAY, YES, DAY(2001, 12, 31), "F2.amended"},
                 {STATUSRULES_UNKNOWN, YES, DAY(2001, 12, 31), "F2.amended"}};
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        statusrules_options options = known_on(cases[c].known_on);
        statusrules_answer answer = extension(&facts, &options);
        is(&answer, cases[c].outcome, cases[c].day, cases[c].id);
    }
    facts = visa(DAY(2001, 1, 10));
    statusrules_options options = known_on(DAY(2001, 3, 24));
    statusrules_answer answer = extension(&facts, &options);
    is(&answer, YES, DAY(2001, 4, 10), "F1");
    options = known_on(DAY(2001, 3, 25));
    answer = extension(&facts, &options);
    is(&answer, YES, DAY(2001, 5, 10), "D1");
}

Test(fictitious, an_edition_replays_the_answer_that_it_gave) {
    statusrules_facts facts = visa(DAY(2001, 1, 10));
    statusrules_options options = defaults();
    options.edition = 1;
    statusrules_answer answer = extension(&facts, &options);
    is(&answer, YES, DAY(2001, 3, 31), "F1.wrong"); /* one day before the window of the second decree */
    cr_expect_eq(answer.edition, 1);
    options.edition = 2;
    answer = extension(&facts, &options);
    is(&answer, YES, DAY(2001, 5, 10), "D1");
    cr_expect_eq(answer.edition, 2);
    cr_expect_eq(extension(&facts, NULL).edition, 2);
    cr_expect_eq(statusrules_law_edition(law_of("fictitious")), 2);
}

/* --- Readings, notes, long lists ------------------------------------------------------------------------------------ */

Test(fictitious, readings_that_differ_are_a_conflict_and_each_answers_alone) {
    statusrules_facts facts = document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2001, 3, 1));
    facts.issued_on = DAY(2000, 6, 1);
    statusrules_answer answer = extension(&facts, NULL);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_CONFLICT);
    cr_expect_eq(answer.provision, 0);
    cr_expect_eq(answer.possible, POSSIBLE(CONFLICT));
    cr_expect_eq(answer.day, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer.earliest, DAY(2001, 8, 29));
    cr_expect_eq(answer.latest, DAY(2001, 12, 28));
    const int32_t days[] = {DAY(2001, 12, 28), DAY(2001, 8, 29), DAY(2001, 12, 28)};
    const char *const ids[] = {"F3.fixed_day", "F3.suspension", "F3.fixed_day"};
    for (int32_t r = 0; r < 3; r++) {
        statusrules_options options = defaults();
        cr_expect_eq(answer.readings[r].outcome, YES);
        cr_expect_eq(answer.readings[r].day, days[r]);
        cr_expect_str_eq(id_of("fictitious", answer.readings[r].provision), ids[r]);
        options.reading = r + 1;
        statusrules_answer alone = extension(&facts, &options);
        is(&alone, YES, days[r], ids[r]);
        for (int32_t other = 0; other < 3; other++) {
            cr_expect_eq(alone.readings[other].outcome, other == r ? YES : 0);
        }
    }
}

Test(fictitious, readings_that_agree_stand) {
    statusrules_facts facts = document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2001, 6, 30));
    facts.issued_on = DAY(2000, 6, 1);
    statusrules_answer answer = extension(&facts, NULL);
    cr_expect_eq(answer.outcome, YES);
    cr_expect_eq(answer.day, DAY(2001, 12, 28));
    for (int32_t r = 0; r < 3; r++) {
        cr_expect_eq(answer.readings[r].day, DAY(2001, 12, 28));
    }
}

Test(fictitious, a_note_sees_the_day_of_the_answer_and_decides_nothing) {
    statusrules_facts facts = document(STATUSRULES_TERM_PATENT, DAY(2001, 3, 1));
    statusrules_answer answer = extension(&facts, NULL);
    is(&answer, YES, DAY(2001, 12, 31), "F2.amended");
    cr_expect_str_eq(id_of("fictitious", answer.note), "N1");
    statusrules_options options = known_on(DAY(2001, 5, 1));
    answer = extension(&facts, &options);
    is(&answer, YES, DAY(2001, 6, 30), "F2.first");
    cr_expect_eq(answer.note, 0, "30 June is before August");
    facts = document(STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 9, 1));
    facts.citizenship = STATUSRULES_COUNTRY('K', 'Z');
    cr_expect_eq(extension(&facts, NULL).note, 0, "an answer without a day has no incoming day");
}

Test(fictitious, a_list_of_more_than_64_rows_is_one_list) {
    statusrules_facts facts = nothing_known();
    for (int32_t age = 0; age <= 150; age++) {
        char id[16] = "";
        facts.age = age;
        statusrules_answer answer = ask(STATUSRULES_QUESTION_VACCINATION, &facts, NULL);
        int32_t outcome = age > 69 ? SILENT : age % 2 == 0 ? YES : NO;
        if (age <= 69) {
            (void)snprintf(id, sizeof id, "A%d", age);
        }
        cr_assert(answer.outcome == outcome && strcmp(id_of("fictitious", answer.provision), id) == 0, "age %d",
                  age);
    }
    facts.age = STATUSRULES_UNKNOWN;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_VACCINATION, &facts, NULL);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(NO) | POSSIBLE(SILENT), STATUSRULES_NOT_A_DAY,
                    STATUSRULES_NOT_A_DAY, BIT(STATUSRULES_FACT_AGE));
}

/* --- Which of two lists stands ---------------------------------------------------------------------------------------- */

/* From the strongest to the weakest. */
enum { N_RANKS = 5, NOTHING = 5 };

static const struct {
    int32_t outcome;
    int32_t level;
    int32_t route;
    const char *name;
} ranks[N_RANKS] = {
    {STATUSRULES_OUTCOME_YES, STATUSRULES_LEVEL_HIGHER, STATUSRULES_ROUTE_AIR, "yes"},
    {STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_LEVEL_VOCATIONAL, STATUSRULES_ROUTE_LAND, "conflict"},
    {STATUSRULES_OUTCOME_DISCRETION, STATUSRULES_LEVEL_PREPARATORY, STATUSRULES_ROUTE_RAIL, "discretion"},
    {STATUSRULES_OUTCOME_NO, STATUSRULES_LEVEL_GENERAL, STATUSRULES_ROUTE_SEA, "no"},
    {STATUSRULES_OUTCOME_SILENT, STATUSRULES_LEVEL_OTHER, STATUSRULES_ROUTE_RIVER, "silent"},
};

Test(ranks, every_outcome_beats_those_below_it_in_either_list) {
    for (int32_t left = 0; left <= N_RANKS; left++) {
        for (int32_t right = 0; right <= N_RANKS; right++) {
            statusrules_facts facts = nothing_known();
            char id[32] = "";
            facts.role = left == NOTHING ? STATUSRULES_ROLE_PARENT_FIRST : STATUSRULES_ROLE_STUDENT;
            facts.level = ranks[left % N_RANKS].level;
            facts.regime = right == NOTHING ? STATUSRULES_REGIME_EAEU : STATUSRULES_REGIME_VISA;
            facts.route = ranks[right % N_RANKS].route;
            statusrules_answer answer = ask_of("ranks", STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
            int32_t best = left <= right ? left : right;
            if (best != NOTHING) {
                (void)snprintf(id, sizeof id, "%s.%s", left <= right ? "left" : "right", ranks[best].name);
            }
            cr_assert(answer.outcome == (best == NOTHING ? SILENT : ranks[best].outcome)
                          && strcmp(id_of("ranks", answer.provision), id) == 0,
                      "left %d, right %d: outcome %d, provision %s", left, right, answer.outcome,
                      id_of("ranks", answer.provision));
        }
    }
}

enum { N_DATED = 7 };

/* The yes rows and a conflict, on both sides; `day` and `latest` for a last day of 1 March 2001. */
static const struct {
    int32_t term;
    int32_t legal_status;
    int32_t outcome;
    int32_t day;
    int32_t latest;
} dated[N_DATED] = {
    {STATUSRULES_TERM_VISA, STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY, YES, STATUSRULES_NONE, STATUSRULES_NONE},
    {STATUSRULES_TERM_PATENT, STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE, YES, DAY(2001, 8, 31),
     DAY(2001, 8, 31)},
    {STATUSRULES_TERM_WORK_PERMIT, STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE, YES, DAY(2001, 6, 30),
     DAY(2001, 6, 30)},
    {STATUSRULES_TERM_HIRING_PERMIT, STATUSRULES_LEGAL_STATUS_REFUGEE, YES, DAY(2001, 7, 31), DAY(2001, 9, 30)},
    {STATUSRULES_TERM_MIGRATION_CARD, STATUSRULES_LEGAL_STATUS_REFUGEE_PETITIONER, YES, DAY(2001, 6, 9),
     DAY(2001, 6, 9)},
    {STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_LEGAL_STATUS_TEMPORARY_ASYLUM, YES, STATUSRULES_NOT_A_DAY,
     STATUSRULES_NOT_A_DAY},
    {STATUSRULES_TERM_DEPARTURE_PERIOD, STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER, STATUSRULES_OUTCOME_CONFLICT,
     STATUSRULES_NOT_A_DAY, DAY(2001, 6, 30)},
};

/* An open end, then the later day, then yes without a day, then conflict; a disputed last day stays disputed. */
Test(ranks, of_two_days_the_later_stands_and_what_is_disputed_stays_so) {
    for (int32_t left = 0; left < N_DATED; left++) {
        for (int32_t right = 0; right < N_DATED; right++) {
            statusrules_facts facts = document(dated[left].term, DAY(2001, 3, 1));
            facts.legal_status = dated[right].legal_status;
            facts.state_programme = STATUSRULES_NO;
            statusrules_answer answer = ask_of("ranks", STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
            int32_t outcome =
                dated[left].outcome == YES || dated[right].outcome == YES ? YES : dated[left].outcome;
            int32_t day = dated[left].day > dated[right].day ? dated[left].day : dated[right].day;
            int32_t latest = dated[left].latest > dated[right].latest ? dated[left].latest : dated[right].latest;
            if (dated[left].outcome != dated[right].outcome) {
                latest = dated[left].outcome == YES ? dated[left].latest : dated[right].latest;
            }
            int32_t earliest = outcome == YES ? day : DAY(2001, 5, 31);
            cr_assert(answer.outcome == outcome && answer.day == day && answer.latest == latest
                          && answer.earliest == earliest,
                      "left %d, right %d: outcome %d, day %d, earliest %d, latest %d", left, right, answer.outcome,
                      answer.day, answer.earliest, answer.latest);
            facts.state_programme = STATUSRULES_YES;
            answer = ask_of("ranks", STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
            bool chained = outcome == YES && day != STATUSRULES_NONE && day != STATUSRULES_NOT_A_DAY;
            cr_assert(answer.outcome == outcome && answer.day == (chained ? day + 10 : day),
                      "left %d, right %d: after the second stage outcome %d, day %d", left, right, answer.outcome,
                      answer.day);
            cr_assert(!chained || strcmp(id_of("ranks", answer.provision), "after.given") == 0);
        }
    }
}

Test(ranks, a_stage_that_gives_no_leaves_a_day_and_beats_nothing) {
    statusrules_facts facts = document(STATUSRULES_TERM_ABSENCE_LIMIT, DAY(2001, 3, 1));
    facts.state_programme = STATUSRULES_YES;
    statusrules_answer answer = ask_of("ranks", STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED, "the legal status is missing");
    facts = document(STATUSRULES_TERM_ABSENCE_LIMIT, DAY(2001, 12, 31));
    facts.state_programme = STATUSRULES_YES;
    answer = ask_of("ranks", STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
    cr_expect_eq(answer.outcome, NO);
    cr_expect_str_eq(id_of("ranks", answer.provision), "after.not_given");
}

/* --- Crossings ------------------------------------------------------------------------------------------------------ */

static statusrules_answer crossing(const statusrules_facts *facts) {
    return ask_of("crossings", STATUSRULES_QUESTION_EXTENSION, facts, NULL);
}

Test(crossings, a_day_that_is_given_is_never_before_the_last_day_itself) {
    statusrules_facts facts = document(STATUSRULES_TERM_TEMPORARY_STAY, DAY(2001, 6, 29));
    const struct {
        int32_t last_day;
        int32_t day;
        int32_t latest;
    } cases[] = {{DAY(2001, 1, 1), DAY(2001, 6, 30), DAY(2001, 7, 31)},
                 {DAY(2001, 6, 30), DAY(2001, 6, 30), DAY(2001, 7, 31)},
                 {DAY(2001, 7, 1), DAY(2001, 7, 1), DAY(2001, 7, 31)},
                 {DAY(2001, 8, 1), DAY(2001, 8, 1), DAY(2001, 8, 1)},
                 {STATUSRULES_LAST_DAY, STATUSRULES_LAST_DAY, STATUSRULES_LAST_DAY}};
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        facts.last_day = cases[c].last_day;
        statusrules_answer answer = crossing(&facts);
        cr_assert(answer.outcome == YES && answer.day == cases[c].day && answer.latest == cases[c].latest,
                  "last day %d: day %d, latest %d", cases[c].last_day, answer.day, answer.latest);
    }
}

Test(crossings, readings_that_agree_on_one_day_agree_on_that_day_alone) {
    statusrules_facts facts = document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2001, 6, 15));
    cr_expect_eq(crossing(&facts).outcome, YES);
    cr_expect_eq(crossing(&facts).day, DAY(2001, 8, 14));
    facts.last_day = DAY(2001, 6, 14);
    cr_expect_eq(crossing(&facts).outcome, STATUSRULES_OUTCOME_CONFLICT);
    facts.last_day = DAY(2001, 6, 16);
    cr_expect_eq(crossing(&facts).outcome, STATUSRULES_OUTCOME_CONFLICT);
    facts.last_day = STATUSRULES_UNKNOWN;
    statusrules_answer answer = crossing(&facts);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(CONFLICT) | POSSIBLE(SILENT), DAY(2001, 8, 14),
                    DAY(2001, 8, 14), BIT(STATUSRULES_FACT_LAST_DAY));
}

/* The latest last day that still gives a result gives one under every reading asked. */
Test(crossings, a_result_after_the_last_day_names_a_last_day_that_has_a_result) {
    const struct {
        int32_t reading;
        int32_t latest;
    } cases[] = {{STATUSRULES_UNKNOWN, STATUSRULES_LAST_DAY - 300},
                 {STATUSRULES_READING_LITERAL, STATUSRULES_LAST_DAY - 300},
                 {STATUSRULES_READING_SUSPENSION, STATUSRULES_LAST_DAY - 100}};
    const int32_t last_days[] = {STATUSRULES_LAST_DAY, STATUSRULES_LAST_DAY - 50, STATUSRULES_LAST_DAY - 99};
    for (size_t c = 0; c < sizeof cases / sizeof cases[0]; c++) {
        for (size_t d = 0; d < sizeof last_days / sizeof last_days[0]; d++) {
            statusrules_facts facts = document(STATUSRULES_TERM_PATENT, last_days[d]);
            statusrules_options options = defaults();
            statusrules_answer answer;
            statusrules_error error = {0};
            options.reading = cases[c].reading;
            cr_assert_eq(statusrules_extension(&answer, law_of("crossings"), &facts, &options, &error),
                         STATUSRULES_ERROR_RESULT);
            cr_assert_eq(error.value, last_days[d]);
            cr_assert_eq(error.last, cases[c].latest, "reading %d, last day %d: latest %d, not %d",
                         cases[c].reading, last_days[d], error.last, cases[c].latest);
            facts.last_day = error.last;
            cr_assert_eq(statusrules_extension(&answer, law_of("crossings"), &facts, &options, NULL),
                         STATUSRULES_OK);
        }
    }
}

Test(crossings, a_row_may_ask_for_a_document_without_term_whose_validity_stays_silent) {
    statusrules_facts facts = document(STATUSRULES_TERM_HIRING_PERMIT, STATUSRULES_NONE);
    statusrules_answer answer = crossing(&facts);
    cr_expect_eq(answer.outcome, YES);
    cr_expect_eq(answer.day, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(valid_on("crossings", &facts, DAY(2001, 1, 1)), SILENT);
}

Test(crossings, a_day_of_issue_that_contradicts_the_last_day_is_no_completion) {
    statusrules_facts facts = document(STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 5, 1));
    statusrules_answer answer = crossing(&facts);
    cr_expect_eq(answer.outcome, YES, "it cannot have been issued in June");
    cr_expect_eq(answer.missing, 0);
    facts.last_day = DAY(2001, 7, 1);
    answer = crossing(&facts);
    is_undetermined(&answer, POSSIBLE(YES) | POSSIBLE(NO), DAY(2001, 7, 31), DAY(2001, 7, 31),
                    BIT(STATUSRULES_FACT_ISSUED_ON));
    facts = document(STATUSRULES_TERM_VISA, DAY(2001, 5, 1));
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    answer = ask_of("undated", STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_DISCRETION,
                 "nor where no row asks for the last day: outcome %d", answer.outcome);
}

/* Where the extension would end after the calendar there is no completion; one day later the document's own term is. */
Test(crossings, a_missing_last_day_at_the_end_of_the_calendar_leaves_its_own_term_possible) {
    statusrules_facts facts = nothing_known();
    statusrules_options options = strict();
    statusrules_answer answer;
    facts.term = STATUSRULES_TERM_PATENT;
    facts.location = STATUSRULES_LOCATION_ABROAD;
    facts.issued_on = STATUSRULES_LAST_DAY - 1;
    options.reading = STATUSRULES_READING_SUSPENSION;
    cr_assert_eq(statusrules_valid_on(&answer, law_of("crossings"), &facts, STATUSRULES_LAST_DAY, &options, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED);
    cr_assert_eq(answer.possible, 1 << YES | 1 << SILENT);
    cr_assert_eq(answer.missing, (int64_t)1 << STATUSRULES_FACT_LAST_DAY);
}

/* Without a term, or from 15 June 2001 on, a hiring permit is valid: one of which only the day of issue is known is, from
 * that day of issue on. */
Test(marks, days_of_issue_are_good_from_the_first_that_leaves_only_good_last_days) {
    statusrules_facts facts = nothing_known();
    statusrules_interval interval;
    int32_t n = 0;
    facts.term = STATUSRULES_TERM_HIRING_PERMIT;
    cr_assert_eq(statusrules_inverse(&interval, 1, &n, law_of("marks"), STATUSRULES_QUESTION_EXTENSION, &facts,
                                     STATUSRULES_FACT_ISSUED_ON, STATUSRULES_UNKNOWN, NULL, NULL),
                 STATUSRULES_OK);
    cr_assert_eq(n, 1);
    cr_expect_eq(interval.first, DAY(2001, 6, 15));
    cr_expect_eq(interval.last, STATUSRULES_LAST_DAY);
}

/* --- Days between two days --------------------------------------------------------------------------------------- */

/* The fictitious law tells visas apart by their days left. */
static statusrules_answer with_visa(int32_t days_left, int32_t on_day, int32_t visa_last_day) {
    statusrules_facts facts = nothing_known();
    facts.visa_days_left = days_left;
    facts.on_day = on_day;
    facts.visa_last_day = visa_last_day;
    return ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
}

static int same_answer(const statusrules_answer *a, const statusrules_answer *b) {
    /* How long it stays the same comes after all that is the answer. */
    return memcmp(a, b, offsetof(statusrules_answer, same_from)) == 0;
}

Test(fictitious, a_number_of_days_comes_from_the_two_days_it_lies_between) {
    const int32_t crossing = DAY(2001, 5, 1);
    int32_t met = 0;
    for (int32_t days = 0; days <= 400; days++) {
        statusrules_answer given = with_visa(days, crossing, STATUSRULES_UNKNOWN);
        statusrules_answer counted = with_visa(STATUSRULES_UNKNOWN, crossing, crossing + days);
        statusrules_answer both = with_visa(days, crossing, crossing + days);
        cr_assert(same_answer(&given, &counted) && same_answer(&given, &both), "%d days", days);
        met |= 1 << given.outcome;
    }
    cr_expect_neq(met & (met - 1), 0, "the answers do not depend on the days");
}

Test(fictitious, a_visa_that_has_ended_has_no_days_left_and_no_visa_is_none) {
    const int32_t crossing = DAY(2001, 5, 1);
    statusrules_answer given = with_visa(0, crossing, STATUSRULES_UNKNOWN);
    statusrules_answer counted = with_visa(STATUSRULES_UNKNOWN, crossing, crossing - 1);
    cr_expect(same_answer(&given, &counted));
    given = with_visa(STATUSRULES_NONE, crossing, STATUSRULES_UNKNOWN);
    counted = with_visa(STATUSRULES_UNKNOWN, crossing, STATUSRULES_NONE);
    cr_expect(same_answer(&given, &counted));
}

Test(fictitious, a_number_that_is_not_between_its_days_is_an_error) {
    statusrules_facts facts = nothing_known();
    statusrules_answer answer;
    statusrules_error error;
    facts.on_day = DAY(2021, 10, 1);
    facts.notified_on = DAY(2021, 9, 20);
    facts.notice_days = 12;
    cr_assert_eq(
        statusrules_ask(&answer, law_of("fictitious"), STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL, &error),
        STATUSRULES_ERROR_DISAGREES);
    cr_expect_eq(error.fact, STATUSRULES_FACT_NOTICE_DAYS);
    cr_expect_eq(error.value, 12);
    cr_expect_eq(error.first, 11);
    cr_expect_eq(error.last, 11);
    facts.notice_days = 11;
    cr_assert_eq(
        statusrules_ask(&answer, law_of("fictitious"), STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL, &error),
        STATUSRULES_OK);
    /* Facts of another question are not read. */
    facts.notice_days = 12;
    cr_assert_eq(
        statusrules_ask(&answer, law_of("fictitious"), STATUSRULES_QUESTION_EXTENSION, &facts, NULL, &error),
        STATUSRULES_OK);
}

/* --- The state that decides ------------------------------------------------------------------------------------- */

enum { CITIZENSHIP = STATUSRULES_FACT_CITIZENSHIP, RESIDENCE = STATUSRULES_FACT_RESIDENCE_STATE };

static const int32_t NORTHERN = STATUSRULES_COUNTRY('B', 'Y');
static const int32_t KAZAKH = STATUSRULES_COUNTRY('K', 'Z');
static const int32_t ARMENIAN = STATUSRULES_COUNTRY('A', 'M');
static const int32_t FRENCH = STATUSRULES_COUNTRY('F', 'R');

/* A visa through 15 June 2001 in the law `states`. */
static statusrules_answer of_states(int32_t citizenship, int32_t residence_state,
                                    const statusrules_options *options) {
    statusrules_facts facts = document(STATUSRULES_TERM_VISA, DAY(2001, 6, 15));
    facts.citizenship = citizenship;
    facts.residence_state = residence_state;
    return ask_of("states", STATUSRULES_QUESTION_EXTENSION, &facts, options);
}

static void gives(const statusrules_answer *answer, int32_t outcome, int32_t day, int64_t assumed,
                  int64_t missing) {
    cr_expect_eq(answer->outcome, outcome, "outcome %d, not %d", answer->outcome, outcome);
    cr_expect_eq(answer->day, day, "day %d, not %d", answer->day, day);
    cr_expect_eq(answer->assumed, assumed, "assumed %llx, not %llx", (unsigned long long)answer->assumed,
                 (unsigned long long)assumed);
    cr_expect_eq(answer->missing, missing, "missing %llx, not %llx", (unsigned long long)answer->missing,
                 (unsigned long long)missing);
}

Test(fictitious, the_state_of_residence_counts_like_that_of_citizenship) {
    statusrules_answer answer = of_states(NORTHERN, STATUSRULES_NONE, NULL);
    gives(&answer, YES, DAY(2001, 8, 14), 0, 0);
    answer = of_states(STATUSRULES_NONE, NORTHERN, NULL);
    gives(&answer, YES, DAY(2001, 8, 14), 0, 0);
    answer = of_states(KAZAKH, KAZAKH, NULL);
    gives(&answer, YES, DAY(2001, 12, 31), 0, 0);
}

Test(fictitious, two_states_that_lead_to_different_days_are_a_conflict) {
    statusrules_answer answer = of_states(NORTHERN, KAZAKH, NULL);
    gives(&answer, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_NOT_A_DAY, 0, 0);
    cr_expect_eq(answer.earliest, DAY(2001, 8, 14));
    cr_expect_eq(answer.latest, DAY(2001, 12, 31));
    cr_expect_eq(answer.readings[0].outcome, STATUSRULES_OUTCOME_CONFLICT);
    answer = of_states(KAZAKH, FRENCH, NULL);
    gives(&answer, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_NOT_A_DAY, 0, 0);
    cr_expect_eq(answer.earliest, DAY(2001, 12, 31));
}

Test(fictitious, two_states_that_lead_to_the_same_answer_agree) {
    statusrules_answer answer = of_states(FRENCH, STATUSRULES_COUNTRY('D', 'E'), NULL);
    gives(&answer, NO, STATUSRULES_NOT_A_DAY, 0, 0);
}

Test(fictitious, two_states_can_differ_in_one_reading_alone) {
    statusrules_facts facts = document(STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 6, 15));
    statusrules_answer answer;
    facts.citizenship = ARMENIAN;
    facts.residence_state = FRENCH;
    answer = ask_of("states", STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
    cr_expect_eq(answer.readings[STATUSRULES_READING_LITERAL - 1].outcome, SILENT);
    cr_expect_eq(answer.readings[STATUSRULES_READING_SUSPENSION - 1].outcome, STATUSRULES_OUTCOME_CONFLICT);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_CONFLICT);
}

Test(fictitious, one_state_known_is_enough_and_the_other_is_presumed) {
    statusrules_answer answer = of_states(NORTHERN, STATUSRULES_UNKNOWN, NULL);
    gives(&answer, YES, DAY(2001, 8, 14), BIT(RESIDENCE), 0);
    answer = of_states(STATUSRULES_UNKNOWN, NORTHERN, NULL);
    gives(&answer, YES, DAY(2001, 8, 14), BIT(CITIZENSHIP), 0);
    statusrules_options presuming_nothing = strict();
    answer = of_states(NORTHERN, STATUSRULES_UNKNOWN, &presuming_nothing);
    gives(&answer, STATUSRULES_OUTCOME_UNDETERMINED, STATUSRULES_NOT_A_DAY, 0,
          BIT(STATUSRULES_FACT_LOCATION) | BIT(RESIDENCE));
    cr_expect_eq(answer.possible, POSSIBLE(YES) | POSSIBLE(CONFLICT));
}

Test(fictitious, without_any_state_both_facts_are_missing) {
    statusrules_answer answer = of_states(STATUSRULES_UNKNOWN, STATUSRULES_UNKNOWN, NULL);
    gives(&answer, STATUSRULES_OUTCOME_UNDETERMINED, STATUSRULES_NOT_A_DAY, BIT(STATUSRULES_FACT_LOCATION),
          BIT(CITIZENSHIP) | BIT(RESIDENCE));
    answer = of_states(STATUSRULES_NONE, STATUSRULES_UNKNOWN, NULL);
    gives(&answer, STATUSRULES_OUTCOME_UNDETERMINED, STATUSRULES_NOT_A_DAY, BIT(STATUSRULES_FACT_LOCATION),
          BIT(RESIDENCE));
    answer = of_states(STATUSRULES_UNKNOWN, STATUSRULES_NONE, NULL);
    gives(&answer, STATUSRULES_OUTCOME_UNDETERMINED, STATUSRULES_NOT_A_DAY, BIT(STATUSRULES_FACT_LOCATION),
          BIT(CITIZENSHIP));
}

Test(fictitious, a_stateless_person_without_a_state_of_residence_is_of_no_state) {
    statusrules_answer answer = of_states(STATUSRULES_NONE, STATUSRULES_NONE, NULL);
    gives(&answer, SILENT, STATUSRULES_NOT_A_DAY, 0, 0);
}

Test(fictitious, the_way_of_each_state_is_explained) {
    statusrules_facts facts = document(STATUSRULES_TERM_VISA, DAY(2001, 6, 15));
    statusrules_step steps[64];
    int32_t n_steps;
    int32_t by_state = 0;
    facts.citizenship = NORTHERN;
    facts.residence_state = KAZAKH;
    cr_assert_eq(statusrules_steps(steps, 64, &n_steps, law_of("states"), STATUSRULES_QUESTION_EXTENSION, &facts,
                                   NULL, NULL),
                 STATUSRULES_OK);
    for (int32_t i = 0; i < n_steps; i++) {
        if (steps[i].kind == STATUSRULES_STEP_STATE) {
            cr_expect_eq(steps[i].fact, by_state ? RESIDENCE : CITIZENSHIP);
            cr_expect_eq(steps[i].value, by_state ? KAZAKH : NORTHERN);
            by_state++;
        } else if (steps[i].kind == STATUSRULES_STEP_ASKED && steps[i].fact == STATUSRULES_STATE) {
            cr_expect_eq(steps[i].value, by_state == 2 ? KAZAKH : NORTHERN);
        }
    }
    cr_expect_eq(by_state, 2);
    char text[8192];
    int32_t length;
    cr_assert_eq(statusrules_explain(text, sizeof text, &length, law_of("states"), STATUSRULES_QUESTION_EXTENSION,
                                     &facts, NULL, STATUSRULES_LANGUAGE_EN, NULL),
                 STATUSRULES_OK);
    cr_expect(strstr(text, "By citizenship, Belarus:") != NULL, "%s", text);
    cr_expect(strstr(text, "By state of permanent residence, Kazakhstan:") != NULL, "%s", text);
    cr_expect(strstr(text, "last day now: 31 December 2001") != NULL, "%s", text);
}
