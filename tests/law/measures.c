/* The decrees, case by case: what they did to terms and documents of whom. */
#include "law_called.h"

#include <criterion/criterion.h>
#include <string.h>

#include <statusrules/ask.h>
#include <statusrules/names.h>

#define DAY STATUSRULES_DAY
#define STATE STATUSRULES_COUNTRY
#define FACT(name) ((int64_t)1 << STATUSRULES_FACT_##name)

enum {
    UNKNOWN = STATUSRULES_UNKNOWN,
    NONE = STATUSRULES_NONE,
    YES = STATUSRULES_OUTCOME_YES,
    NO = STATUSRULES_OUTCOME_NO,
    SILENT = STATUSRULES_OUTCOME_SILENT,
    CONFLICT = STATUSRULES_OUTCOME_CONFLICT,
    UNDETERMINED = STATUSRULES_OUTCOME_UNDETERMINED,
    LITERAL = STATUSRULES_READING_LITERAL,
    SUSPENSION = STATUSRULES_READING_SUSPENSION,
    FIXED_DAY = STATUSRULES_READING_FIXED_DAY,
    STAY = STATUSRULES_TERM_TEMPORARY_STAY,
    VISA = STATUSRULES_TERM_VISA,
    RESIDENCE_PERMIT = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
    IN_RUSSIA = STATUSRULES_LOCATION_IN_RUSSIA,
    ABROAD = STATUSRULES_LOCATION_ABROAD
};

/* --- Asking ------------------------------------------------------------------------------------------------- */

static const statusrules_law *measures(void) {
    const statusrules_law *law = law_called("measures");
    cr_assert(law != NULL, "the library does not hold the law measures");
    return law;
}

static statusrules_facts document(int32_t term, int32_t last_day, int32_t citizenship) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.last_day = last_day;
    facts.citizenship = citizenship;
    return facts;
}

static statusrules_facts in_russia(int32_t term, int32_t last_day, int32_t citizenship) {
    statusrules_facts facts = document(term, last_day, citizenship);
    facts.location = IN_RUSSIA;
    return facts;
}

static statusrules_options known_on(int32_t day, int32_t reading) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.known_on = day;
    options.reading = reading;
    return options;
}

static statusrules_answer ask(const statusrules_facts *facts, const statusrules_options *options) {
    statusrules_answer answer = {0};
    int32_t error = statusrules_extension(&answer, measures(), facts, options, NULL);
    cr_assert_eq(error, STATUSRULES_OK, "the question was refused with error %d", (int)error);
    return answer;
}

static statusrules_answer ask_on(const statusrules_facts *facts, int32_t day) {
    statusrules_answer answer = {0};
    int32_t error = statusrules_valid_on(&answer, measures(), facts, day, NULL, NULL);
    cr_assert_eq(error, STATUSRULES_OK, "the question was refused with error %d", (int)error);
    return answer;
}

/* --- Expecting ---------------------------------------------------------------------------------------------- */

static void expect(const statusrules_answer *answer, int32_t outcome, int32_t day) {
    cr_expect_eq(answer->outcome, outcome, "outcome %d, expected %d", (int)answer->outcome, (int)outcome);
    cr_expect_eq(answer->day, day, "day %d, expected %d", (int)answer->day, (int)day);
}

static void valid_through(statusrules_facts facts, statusrules_options options, int32_t day) {
    statusrules_answer answer = ask(&facts, &options);
    expect(&answer, YES, day);
    cr_expect_neq(answer.provision, 0, "no provision is cited");
}

static void is(int32_t outcome, statusrules_facts facts, statusrules_options options) {
    statusrules_answer answer = ask(&facts, &options);
    expect(&answer, outcome, STATUSRULES_NOT_A_DAY);
}

static void lies_between(statusrules_facts facts, statusrules_options options, int32_t outcome, int32_t earliest,
                         int32_t latest) {
    statusrules_answer answer = ask(&facts, &options);
    expect(&answer, outcome, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer.earliest, earliest, "earliest %d", (int)answer.earliest);
    cr_expect_eq(answer.latest, latest, "latest %d", (int)answer.latest);
}

static void misses(statusrules_facts facts, int64_t missing) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_answer answer = ask(&facts, &options);
    expect(&answer, UNDETERMINED, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer.missing, missing, "missing %llx", (unsigned long long)answer.missing);
}

static statusrules_options today(int32_t reading) {
    return known_on(UNKNOWN, reading);
}

/* --- Decree 274 of 18 April 2020 ------------------------------------------------------------------------------- */

Test(decree_274, nothing_was_extended_before_it_was_published) {
    is(SILENT, document(VISA, DAY(2020, 3, 20), UNKNOWN), known_on(DAY(2020, 4, 17), UNKNOWN));
}

Test(decree_274, a_registration_that_ended_on_its_first_day_lasts_93_days_longer) {
    statusrules_facts facts = document(STATUSRULES_TERM_STAY_REGISTRATION, DAY(2020, 3, 15), UNKNOWN);
    valid_through(facts, known_on(DAY(2020, 5, 1), LITERAL), DAY(2020, 6, 16));
    valid_through(facts, known_on(DAY(2020, 5, 1), SUSPENSION), DAY(2020, 6, 16));
}

Test(decree_274, the_press_read_that_everything_lasts_to_15_June_2020) {
    valid_through(document(VISA, DAY(2020, 4, 1), UNKNOWN), known_on(DAY(2020, 5, 1), FIXED_DAY),
                  DAY(2020, 6, 15));
}

Test(decree_274, without_a_reading_the_93_days_and_the_press_are_a_conflict) {
    lies_between(document(VISA, DAY(2020, 4, 1), UNKNOWN), known_on(DAY(2020, 5, 1), UNKNOWN), CONFLICT,
                 DAY(2020, 6, 15), DAY(2020, 7, 3));
}

Test(decree_274, a_visa_that_ended_the_day_before_its_window_is_not_reached) {
    is(SILENT, document(VISA, DAY(2020, 3, 14), UNKNOWN), known_on(DAY(2020, 5, 1), UNKNOWN));
}

Test(decree_274, a_visa_that_ends_the_day_after_its_window_is_not_reached) {
    valid_through(document(VISA, DAY(2020, 6, 15), UNKNOWN), known_on(DAY(2020, 5, 1), LITERAL), DAY(2020, 9, 16));
    is(SILENT, document(VISA, DAY(2020, 6, 16), UNKNOWN), known_on(DAY(2020, 5, 1), UNKNOWN));
}

Test(decree_274, a_patent_stood_still_to_15_June_2020_and_no_amendment_changed_that) {
    statusrules_facts patent = document(STATUSRULES_TERM_PATENT, DAY(2020, 5, 1), UNKNOWN);
    valid_through(patent, known_on(DAY(2020, 5, 1), LITERAL), DAY(2020, 6, 15));
    valid_through(patent, today(LITERAL), DAY(2020, 6, 15));
    valid_through(patent, today(SUSPENSION), DAY(2020, 8, 2));
    is(SILENT, document(STATUSRULES_TERM_PATENT, DAY(2020, 6, 16), UNKNOWN), today(UNKNOWN));
}

Test(decree_274, a_period_for_departure_stands_still_in_every_reading) {
    valid_through(document(STATUSRULES_TERM_DEPARTURE_PERIOD, DAY(2020, 4, 1), UNKNOWN),
                  known_on(DAY(2020, 5, 1), UNKNOWN), DAY(2020, 6, 15));
}

Test(decree_274, the_six_months_abroad_stand_still_for_residents_but_not_for_a_highly_qualified_visitor) {
    statusrules_facts resident = document(STATUSRULES_TERM_ABSENCE_LIMIT, DAY(2020, 4, 1), UNKNOWN);
    resident.legal_status = STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE;
    valid_through(resident, known_on(DAY(2020, 5, 1), UNKNOWN), DAY(2020, 6, 15));
    statusrules_facts visitor = resident;
    visitor.legal_status = STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY;
    visitor.highly_qualified = STATUSRULES_YES;
    visitor.state_programme = STATUSRULES_NO;
    is(SILENT, visitor, known_on(DAY(2020, 5, 1), UNKNOWN));
}

Test(decree_274, a_document_without_term_needs_no_extension) {
    is(SILENT, in_russia(RESIDENCE_PERMIT, NONE, STATE('U', 'Z')), today(UNKNOWN));
}

/* --- Its amendments: decrees 392, 580, 791 ----------------------------------------------------------------------- */

Test(decree_392, the_window_reaches_15_September_2020_and_adds_185_days) {
    valid_through(document(VISA, DAY(2020, 6, 16), UNKNOWN), known_on(DAY(2020, 6, 15), LITERAL),
                  DAY(2020, 12, 18));
    valid_through(document(VISA, DAY(2020, 9, 15), UNKNOWN), known_on(DAY(2020, 6, 15), FIXED_DAY),
                  DAY(2020, 9, 15));
    is(SILENT, document(VISA, DAY(2020, 9, 16), UNKNOWN), known_on(DAY(2020, 6, 15), UNKNOWN));
}

Test(decree_580, a_State_programme_certificate_of_31_May_2020_is_valid_to_3_March_2021) {
    valid_through(document(STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE, DAY(2020, 5, 31), UNKNOWN),
                  known_on(DAY(2020, 10, 8), SUSPENSION), DAY(2021, 3, 3));
}

Test(decree_580, the_window_reaches_15_December_2020) {
    valid_through(document(VISA, DAY(2020, 12, 15), UNKNOWN), known_on(DAY(2020, 12, 16), LITERAL),
                  DAY(2021, 9, 17));
    is(SILENT, document(VISA, DAY(2020, 12, 16), UNKNOWN), known_on(DAY(2020, 12, 16), UNKNOWN));
}

Test(decree_791, the_first_day_of_the_window_reaches_the_first_day_of_decree_364) {
    valid_through(document(STAY, DAY(2020, 3, 15), STATE('U', 'Z')), known_on(DAY(2021, 1, 10), SUSPENSION),
                  DAY(2021, 6, 16));
}

Test(decree_791, Americans_are_not_cut_off) {
    statusrules_facts visa = document(VISA, DAY(2021, 6, 15), STATE('U', 'S'));
    valid_through(visa, known_on(DAY(2021, 1, 10), LITERAL), DAY(2022, 9, 16));
    valid_through(visa, known_on(DAY(2021, 1, 10), FIXED_DAY), DAY(2021, 6, 15));
}

Test(decree_791, without_a_state_the_answer_is_undetermined) {
    misses(document(STATUSRULES_TERM_REFUGEE_PETITION_CERTIFICATE, DAY(2021, 3, 20), UNKNOWN),
           FACT(CITIZENSHIP) | FACT(RESIDENCE_STATE));
}

/* --- States that were cut off ------------------------------------------------------------------------------------- */

Test(cut_off, British_visas_are_covered_to_14_March_2021_in_every_reading) {
    valid_through(document(VISA, DAY(2021, 2, 1), STATE('G', 'B')), known_on(DAY(2021, 1, 10), UNKNOWN),
                  DAY(2021, 3, 14));
    is(NO, document(VISA, DAY(2021, 3, 15), STATE('G', 'B')), known_on(DAY(2021, 1, 10), UNKNOWN));
}

Test(cut_off, a_no_is_not_given_before_the_window_was_extended_to_that_day) {
    is(SILENT, document(VISA, DAY(2021, 3, 15), STATE('G', 'B')), known_on(DAY(2020, 12, 16), UNKNOWN));
}

Test(cut_off, Finns_were_cut_off_when_their_flights_were_announced) {
    statusrules_facts visa = document(VISA, DAY(2021, 4, 27), STATE('F', 'I'));
    valid_through(visa, known_on(DAY(2021, 1, 24), FIXED_DAY), DAY(2021, 6, 15));
    is(NO, visa, known_on(DAY(2021, 1, 25), UNKNOWN));
}

Test(cut_off, Greeks_are_covered_to_8_May_and_Azerbaijanis_to_15_May_2021) {
    valid_through(document(VISA, DAY(2021, 1, 1), STATE('G', 'R')), known_on(DAY(2021, 5, 1), UNKNOWN),
                  DAY(2021, 5, 8));
    valid_through(document(VISA, DAY(2021, 1, 1), STATE('A', 'Z')), known_on(DAY(2021, 5, 1), UNKNOWN),
                  DAY(2021, 5, 15));
}

Test(cut_off, Germans_and_Uzbeks_are_not_since_their_90_days_end_after_the_decree) {
    valid_through(document(VISA, DAY(2021, 6, 15), STATE('D', 'E')), known_on(DAY(2021, 6, 1), FIXED_DAY),
                  DAY(2021, 6, 15));
    valid_through(document(VISA, DAY(2021, 6, 15), STATE('U', 'Z')), known_on(DAY(2021, 6, 1), LITERAL),
                  DAY(2022, 9, 16));
}

Test(cut_off, a_British_patent_is_asked_for_no_state) {
    valid_through(document(STATUSRULES_TERM_PATENT, DAY(2020, 6, 15), STATE('G', 'B')), today(LITERAL),
                  DAY(2020, 6, 15));
}

Test(cut_off, a_Turk_whose_stay_ended_with_14_March_2021_was_not_present_on_16_June) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 3, 14), STATE('T', 'R'));
    stay.settled_on = NONE;
    valid_through(stay, today(UNKNOWN), DAY(2021, 3, 14));
}

Test(cut_off, whoever_settled_by_30_September_2021_is_covered_again) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 3, 20), STATE('B', 'Y'));
    stay.settled_on = DAY(2021, 9, 30);
    valid_through(stay, today(UNKNOWN), DAY(2022, 8, 17));
    stay.settled_on = DAY(2021, 10, 1);
    is(NO, stay, today(UNKNOWN));
}

/* --- Decree 364 of 15 June 2021, paragraph 1 ------------------------------------------------------------------------ */

Test(paragraph_1, the_end_is_open_until_transport_with_the_state_is_resumed) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('B', 'Y'));
    valid_through(stay, known_on(DAY(2021, 6, 15), UNKNOWN), NONE);
    valid_through(stay, known_on(DAY(2022, 5, 19), UNKNOWN), NONE);
    valid_through(stay, known_on(DAY(2022, 5, 20), UNKNOWN), DAY(2022, 8, 17));
}

Test(paragraph_1, Armenians_and_Kyrgyz_are_covered_to_3_September_2022) {
    valid_through(in_russia(STAY, DAY(2021, 7, 1), STATE('K', 'G')), today(UNKNOWN), DAY(2022, 9, 3));
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('A', 'M'));
    statusrules_answer covered = ask_on(&stay, DAY(2022, 9, 3));
    statusrules_answer uncovered = ask_on(&stay, DAY(2022, 9, 4));
    expect(&covered, YES, DAY(2022, 9, 3));
    expect(&uncovered, NO, DAY(2022, 9, 3));
}

Test(paragraph_1, of_every_other_state_12_October_2022_is_covered_and_the_13th_is_disputed) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('U', 'Z'));
    statusrules_answer answer = ask(&stay, NULL);
    expect(&answer, YES, DAY(2022, 10, 12));
    cr_expect_eq(answer.latest, DAY(2022, 10, 13));
    cr_expect_eq(ask_on(&stay, DAY(2022, 10, 12)).outcome, YES);
    cr_expect_eq(ask_on(&stay, DAY(2022, 10, 13)).outcome, CONFLICT);
    cr_expect_eq(ask_on(&stay, DAY(2022, 10, 14)).outcome, NO);
}

Test(paragraph_1, stays_are_covered_only_in_Russia) {
    statusrules_facts stay = in_russia(VISA, DAY(2021, 7, 1), STATE('U', 'Z'));
    stay.location = ABROAD;
    is(SILENT, stay, today(UNKNOWN));
    stay.location = UNKNOWN;
    misses(stay, FACT(LOCATION));
}

Test(paragraph_1, a_Kazakh_residence_permit_abroad_must_have_been_valid_on_15_March_2020) {
    statusrules_facts permit = document(RESIDENCE_PERMIT, DAY(2021, 7, 1), STATE('K', 'Z'));
    permit.location = ABROAD;
    permit.issued_on = DAY(2018, 5, 1);
    valid_through(permit, today(UNKNOWN), DAY(2022, 8, 17));
    permit.issued_on = DAY(2020, 3, 16);
    is(SILENT, permit, today(UNKNOWN));
}

Test(paragraph_1, the_absence_of_a_highly_qualified_specialist_stands_still_since_16_June_2021) {
    statusrules_facts absence = document(STATUSRULES_TERM_ABSENCE_LIMIT, DAY(2021, 6, 16), STATE('U', 'S'));
    absence.highly_qualified = STATUSRULES_YES;
    absence.legal_status = STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY;
    absence.state_programme = STATUSRULES_NO;
    valid_through(absence, today(UNKNOWN), DAY(2022, 10, 12));
    absence.last_day = DAY(2021, 6, 15);
    is(SILENT, absence, today(UNKNOWN));
}

Test(paragraph_1, what_decree_274_gave_is_what_decree_364_starts_from) {
    /* 458 days after 1 May 2020 is 2 August 2021; the fixed day is 15 June 2021, on the eve. */
    valid_through(in_russia(VISA, DAY(2020, 5, 1), STATE('C', 'N')), today(UNKNOWN), DAY(2022, 8, 17));
}

/* --- Paragraph 2 and the statement -------------------------------------------------------------------------------- */

Test(paragraph_2, a_permit_of_31_December_2021_is_valid_through_18_July_2022_in_every_reading) {
    valid_through(in_russia(RESIDENCE_PERMIT, DAY(2021, 12, 31), UNKNOWN), today(UNKNOWN), DAY(2022, 7, 18));
}

Test(paragraph_2, a_permit_of_August_2021_is_read_in_three_ways) {
    statusrules_facts permit = in_russia(RESIDENCE_PERMIT, DAY(2021, 8, 1), STATE('U', 'Z'));
    valid_through(permit, today(LITERAL), DAY(2021, 12, 31));
    valid_through(permit, today(SUSPENSION), DAY(2022, 2, 16));
    valid_through(permit, today(FIXED_DAY), DAY(2022, 7, 18));
    lies_between(permit, today(UNKNOWN), CONFLICT, DAY(2021, 12, 31), DAY(2022, 7, 18));
}

Test(paragraph_2, before_the_statement_the_fixed_day_was_31_December_2021) {
    valid_through(in_russia(RESIDENCE_PERMIT, DAY(2021, 8, 1), STATE('U', 'Z')),
                  known_on(DAY(2021, 11, 28), FIXED_DAY), DAY(2021, 12, 31));
}

Test(paragraph_2, after_2021_the_199_days_hold_in_every_reading_and_the_day_of_issue_is_presumed) {
    statusrules_facts certificate = document(STATUSRULES_TERM_REFUGEE_CERTIFICATE, DAY(2022, 7, 31), UNKNOWN);
    statusrules_answer answer = ask(&certificate, NULL);
    expect(&answer, YES, DAY(2023, 2, 15));
    cr_expect_eq(answer.assumed, FACT(ISSUED_ON));
    certificate.issued_on = DAY(2022, 1, 1);
    is(SILENT, certificate, today(UNKNOWN));
}

Test(paragraph_2, a_certificate_on_the_merits_is_not_named) {
    is(SILENT, in_russia(STATUSRULES_TERM_REFUGEE_PETITION_CERTIFICATE, DAY(2021, 8, 1), STATE('U', 'Z')),
       today(UNKNOWN));
}

Test(paragraph_2, abroad_a_permit_is_reached_only_from_2022_on) {
    statusrules_facts permit = document(RESIDENCE_PERMIT, DAY(2021, 12, 31), STATE('U', 'S'));
    permit.location = ABROAD;
    permit.issued_on = DAY(2021, 1, 1);
    is(SILENT, permit, today(UNKNOWN));
    permit.last_day = DAY(2022, 1, 1);
    valid_through(permit, today(UNKNOWN), DAY(2022, 7, 19));
}

/* --- Decree 585 of 27 August 2022 ----------------------------------------------------------------------------------- */

Test(decree_585, a_Ukrainian_who_is_identified_may_stay_without_end) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('U', 'A'));
    valid_through(stay, known_on(DAY(2022, 8, 26), UNKNOWN), NONE);
    stay.identified = STATUSRULES_YES;
    valid_through(stay, today(UNKNOWN), NONE);
    stay.identified = STATUSRULES_NO;
    is(SILENT, stay, today(UNKNOWN));
    stay.identified = UNKNOWN;
    misses(stay, FACT(IDENTIFIED));
}

Test(decree_585, where_it_is_silent_what_decree_274_gave_still_stands) {
    statusrules_facts stay = in_russia(STAY, DAY(2020, 5, 1), STATE('X', 'L'));
    stay.identified = STATUSRULES_NO;
    valid_through(stay, today(LITERAL), DAY(2021, 8, 2));
}

Test(decree_585, a_visa_keeps_to_paragraph_1) {
    valid_through(in_russia(VISA, DAY(2021, 7, 1), STATE('X', 'D')), today(UNKNOWN), NONE);
}

/* --- The order that was not read ------------------------------------------------------------------------------------ */

Test(order_of_September_2022, an_answer_that_reaches_past_it_says_that_it_was_not_read) {
    statusrules_facts reaches_past = in_russia(STAY, DAY(2021, 7, 1), STATE('U', 'Z'));
    statusrules_facts ends_before = in_russia(STAY, DAY(2021, 7, 1), STATE('B', 'Y'));
    cr_expect_neq(ask(&reaches_past, NULL).note, 0);
    cr_expect_eq(ask(&ends_before, NULL).note, 0);
}

/* --- Two states ----------------------------------------------------------------------------------------------------- */

Test(two_states, that_lead_to_different_days_are_a_conflict) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('B', 'Y'));
    stay.residence_state = STATE('A', 'M');
    lies_between(stay, today(UNKNOWN), CONFLICT, DAY(2022, 8, 17), DAY(2022, 9, 3));
}

Test(two_states, that_lead_to_the_same_day_agree) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('B', 'Y'));
    stay.residence_state = STATE('K', 'Z');
    valid_through(stay, today(UNKNOWN), DAY(2022, 8, 17));
}

Test(two_states, a_residence_state_that_is_not_given_is_presumed_none) {
    statusrules_facts stay = in_russia(STAY, DAY(2021, 7, 1), STATE('B', 'Y'));
    cr_expect_eq(ask(&stay, NULL).assumed, FACT(RESIDENCE_STATE));
    stay.residence_state = NONE;
    cr_expect_eq(ask(&stay, NULL).assumed, 0);
}

Test(two_states, a_stateless_person_is_under_the_state_of_residence) {
    statusrules_facts visa = in_russia(VISA, DAY(2021, 7, 1), NONE);
    visa.residence_state = STATE('K', 'Z');
    valid_through(visa, today(UNKNOWN), DAY(2022, 8, 17));
    visa.residence_state = UNKNOWN;
    misses(visa, FACT(RESIDENCE_STATE));
    visa.residence_state = NONE;
    valid_through(visa, today(UNKNOWN), DAY(2022, 10, 12));
}

Test(two_states, strictly_every_residence_state_is_possible) {
    statusrules_facts visa = in_russia(VISA, DAY(2021, 7, 1), STATE('B', 'Y'));
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.strict = STATUSRULES_YES;
    statusrules_answer answer = ask(&visa, &options);
    expect(&answer, UNDETERMINED, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer.missing, FACT(RESIDENCE_STATE));
    cr_expect_eq(answer.assumed, 0);
}
