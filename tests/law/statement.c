/* The statement of 29 November 2021, case by case: what it says about whom, and in which words. */
#include <criterion/criterion.h>
#include <string.h>

#include <statusrules/ask.h>
#include <statusrules/names.h>

#define DAY STATUSRULES_DAY
#define FACT(name) ((int64_t)1 << STATUSRULES_FACT_##name)
#define OUTCOME_BIT(name) (1 << STATUSRULES_OUTCOME_##name)

/* The statement, word for word. */
static const char vaccination_passage[] =
    "Last December, our country launched a large-scale voluntary coronavirus vaccination campaign. Vaccines are "
    "available to all foreign citizens in Russia. Foreigners residing temporarily or permanently in Russia, as "
    "well as persons with the refugee status can get this medical service free of charge.";
static const char status_passage[] =
    "The Russian Federation has undertaken extensive work to make it possible for the foreign citizens that did "
    "not return to their countries before the border closure to settle their legal status in Russia and work "
    "legally. Administrative penalties for violating Russian migration laws have been significantly softened. For "
    "many foreign citizens this is basically an unprecedented opportunity to legalize their status in Russia.";
static const char terms_passage[] =
    "Residence permits and residency registrations of foreign citizens staying in Russia expiring on 31 December "
    "2021 are considered valid through 18 July 2022. The terms of temporary and permanent residence of "
    "foreigners, residency registrations, as well as refugee certificates and temporary asylum certificates "
    "expiring after 31 December 2021 are renewed starting from 1 January 2022 and considered extended for 199 "
    "days from the expiration date.";
static const char education_passage[] =
    "Furthermore, procedures for working with foreign citizens arriving in the Russian Federation for higher or "
    "vocational education have been approved. Foreign citizens can enter Russia for educational purposes from "
    "any foreign State, regardless of whether the air travel has been resumed.";

/* --- Asking ------------------------------------------------------------------------------------------------- */

static statusrules_facts document(int32_t term, int32_t last_day, int32_t location) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.last_day = last_day;
    facts.location = location;
    return facts;
}

static statusrules_answer ask(int32_t question, const statusrules_facts *facts,
                              const statusrules_options *options) {
    statusrules_answer answer = {0};
    int32_t error = statusrules_ask(&answer, statusrules_law_statement(), question, facts, options, NULL);
    cr_assert_eq(error, STATUSRULES_OK, "the question was refused with error %d", (int)error);
    return answer;
}

static statusrules_answer extension(const statusrules_facts *facts) {
    return ask(STATUSRULES_QUESTION_EXTENSION, facts, NULL);
}

static statusrules_answer read_as(int32_t reading, const statusrules_facts *facts) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = reading;
    return ask(STATUSRULES_QUESTION_EXTENSION, facts, &options);
}

static statusrules_answer strictly(int32_t question, const statusrules_facts *facts) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.strict = STATUSRULES_YES;
    return ask(question, facts, &options);
}

/* --- Expecting ---------------------------------------------------------------------------------------------- */

static void cites(int32_t number, const char *id, const char *statement, const char *words) {
    statusrules_provision provision;
    cr_assert_neq(number, 0, "no provision, expected %s", id);
    cr_assert_eq(statusrules_law_provision(&provision, statusrules_law_statement(), number, NULL), STATUSRULES_OK);
    cr_expect_str_eq(provision.id, id);
    cr_expect_eq(provision.quoted, 1, "%s is not quoted", id);
    cr_expect_not_null(strstr(statement, provision.passage_en), "the statement does not say: %s",
                       provision.passage_en);
    cr_expect_not_null(strstr(provision.passage_en, words), "'%s' is not in the passage: %s", words,
                       provision.passage_en);
}

/* A reading that goes beyond the words of the statement: the law marks its passage as a summary. */
static void rests_on_a_summary(int32_t number, const char *id, const char *words) {
    statusrules_provision provision;
    cr_assert_neq(number, 0, "no provision, expected %s", id);
    cr_assert_eq(statusrules_law_provision(&provision, statusrules_law_statement(), number, NULL), STATUSRULES_OK);
    cr_expect_str_eq(provision.id, id);
    cr_expect_eq(provision.quoted, 0, "%s is marked as a quotation", id);
    cr_expect_eq(provision.certainty, STATUSRULES_CERTAINTY_INFERRED, "certainty of %s", id);
    cr_expect_not_null(strstr(provision.passage_en, words), "'%s' is not in the passage: %s", words,
                       provision.passage_en);
}

static void is_valid_to(const statusrules_answer *answer, int32_t day) {
    cr_expect_eq(answer->outcome, STATUSRULES_OUTCOME_YES, "outcome %d", (int)answer->outcome);
    cr_expect_eq(answer->day, day, "day %d, expected %d", (int)answer->day, (int)day);
    cr_expect_eq(answer->missing, 0);
}

static void is_valid_through(const statusrules_answer *answer, int32_t day, const char *id, const char *words) {
    is_valid_to(answer, day);
    cites(answer->provision, id, terms_passage, words);
}

static void is_read_to_last_through(const statusrules_answer *answer, int32_t day, const char *id,
                                    const char *words) {
    is_valid_to(answer, day);
    rests_on_a_summary(answer->provision, id, words);
}

static void is_silent(const statusrules_answer *answer) {
    cr_expect_eq(answer->outcome, STATUSRULES_OUTCOME_SILENT, "outcome %d", (int)answer->outcome);
    cr_expect_eq(answer->day, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer->provision, 0);
    cr_expect_eq(answer->missing, 0);
    cr_expect_eq(answer->assumed, 0);
}

static void certainty_is(const statusrules_answer *answer, int32_t certainty) {
    statusrules_provision provision;
    cr_assert_eq(statusrules_law_provision(&provision, statusrules_law_statement(), answer->provision, NULL),
                 STATUSRULES_OK);
    cr_expect_eq(provision.certainty, certainty, "certainty of %s", provision.id);
}

static void is_a_conflict_of_readings(const statusrules_answer *answer, int32_t suspension, int32_t fixed_day) {
    cr_expect_eq(answer->outcome, STATUSRULES_OUTCOME_CONFLICT, "outcome %d", (int)answer->outcome);
    cr_expect_eq(answer->day, STATUSRULES_NOT_A_DAY);
    cr_expect_eq(answer->provision, 0);
    cr_expect_eq(answer->readings[STATUSRULES_READING_LITERAL - 1].outcome, STATUSRULES_OUTCOME_SILENT);
    cr_expect_eq(answer->readings[STATUSRULES_READING_SUSPENSION - 1].outcome, STATUSRULES_OUTCOME_YES);
    cr_expect_eq(answer->readings[STATUSRULES_READING_SUSPENSION - 1].day, suspension);
    cr_expect_eq(answer->readings[STATUSRULES_READING_FIXED_DAY - 1].outcome, STATUSRULES_OUTCOME_YES);
    cr_expect_eq(answer->readings[STATUSRULES_READING_FIXED_DAY - 1].day, fixed_day);
    cr_expect_eq(answer->earliest, suspension < fixed_day ? suspension : fixed_day);
    cr_expect_eq(answer->latest, suspension < fixed_day ? fixed_day : suspension);
}

#define ON_31_DECEMBER "expiring on 31 December 2021 are considered valid through 18 July 2022"
#define AFTER_31_DECEMBER "expiring after 31 December 2021"
#define FOR_199_DAYS "extended for 199 days from the expiration date"

/* --- The last day of 2021 ----------------------------------------------------------------------------------- */

Test(statement, a_residence_permit_that_ends_on_31_December_2021_is_valid_through_18_July_2022) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2022, 7, 18), "S1", ON_31_DECEMBER);
    cites(answer.provision, "S1", terms_passage, "Residence permits");
    certainty_is(&answer, STATUSRULES_CERTAINTY_STATED);
    cr_expect_eq(answer.assumed, 0);
}

Test(statement,
     a_temporary_residence_permit_that_ends_on_31_December_2021_is_valid_through_18_July_2022_by_inference) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2022, 7, 18), "S1.temporary_residence", ON_31_DECEMBER);
    certainty_is(&answer, STATUSRULES_CERTAINTY_INFERRED);
}

Test(statement, a_registration_of_residence_that_ends_on_31_December_2021_is_valid_through_18_July_2022) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_RESIDENCE_REGISTRATION, DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2022, 7, 18), "S1.registration", ON_31_DECEMBER);
    certainty_is(&answer, STATUSRULES_CERTAINTY_INFERRED);
}

Test(statement, a_refugee_certificate_that_ends_on_31_December_2021_is_read_in_two_ways) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_REFUGEE_CERTIFICATE, DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_answer literal = read_as(STATUSRULES_READING_LITERAL, &facts);
    statusrules_answer suspension = read_as(STATUSRULES_READING_SUSPENSION, &facts);
    statusrules_answer fixed_day = read_as(STATUSRULES_READING_FIXED_DAY, &facts);
    statusrules_answer all = extension(&facts);
    is_silent(&literal);
    is_read_to_last_through(&suspension, DAY(2022, 7, 18), "S1.suspension", "199 days");
    is_read_to_last_through(&fixed_day, DAY(2022, 7, 18), "S1.fixed_day", "18 July 2022");
    is_a_conflict_of_readings(&all, DAY(2022, 7, 18), DAY(2022, 7, 18));
}

Test(statement, a_residence_permit_of_a_person_abroad_is_not_reached_on_31_December_2021) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_LOCATION_ABROAD);
    statusrules_answer answer = extension(&facts);
    is_silent(&answer);
}

Test(statement, a_person_whose_place_is_not_known_is_presumed_in_Russia_and_the_answer_says_so) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_UNKNOWN);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2022, 7, 18), "S1", "foreign citizens staying in Russia");
    cr_expect_eq(answer.assumed, FACT(LOCATION));
}

Test(statement, a_strict_question_presumes_no_place) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_UNKNOWN);
    statusrules_answer answer = strictly(STATUSRULES_QUESTION_EXTENSION, &facts);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED);
    cr_expect_eq(answer.possible, OUTCOME_BIT(YES) | OUTCOME_BIT(SILENT));
    cr_expect_eq(answer.earliest, DAY(2022, 7, 18));
    cr_expect_eq(answer.latest, DAY(2022, 7, 18));
    cr_expect_eq(answer.missing, FACT(LOCATION));
    cr_expect_eq(answer.assumed, 0);
    cites(answer.provision, "S1", terms_passage, "foreign citizens staying in Russia");
}

/* --- Before it ---------------------------------------------------------------------------------------------- */

Test(statement, a_residence_permit_that_ends_on_30_September_2021_is_read_in_three_ways) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 9, 30), STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_answer literal = read_as(STATUSRULES_READING_LITERAL, &facts);
    statusrules_answer suspension = read_as(STATUSRULES_READING_SUSPENSION, &facts);
    statusrules_answer fixed_day = read_as(STATUSRULES_READING_FIXED_DAY, &facts);
    statusrules_answer all = extension(&facts);
    is_silent(&literal);
    is_read_to_last_through(&suspension, DAY(2022, 4, 17), "S1.suspension", "199 days");
    is_read_to_last_through(&fixed_day, DAY(2022, 7, 18), "S1.fixed_day", "18 July 2022");
    is_a_conflict_of_readings(&all, DAY(2022, 4, 17), DAY(2022, 7, 18));
}

Test(statement, nothing_that_ended_by_15_June_2021_is_reached) {
    static const int32_t terms[] = {
        STATUSRULES_TERM_RESIDENCE_REGISTRATION, STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT,
        STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, STATUSRULES_TERM_REFUGEE_CERTIFICATE,
        STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE};
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        statusrules_facts facts = document(terms[i], DAY(2021, 6, 15), STATUSRULES_LOCATION_IN_RUSSIA);
        statusrules_answer ended = extension(&facts);
        is_silent(&ended);
        facts.last_day = DAY(2021, 6, 16);
        statusrules_answer running = read_as(STATUSRULES_READING_SUSPENSION, &facts);
        is_read_to_last_through(&running, DAY(2022, 1, 1), "S1.suspension", "199 days");
    }
}

/* --- After it ----------------------------------------------------------------------------------------------- */

Test(statement, the_five_terms_that_end_on_1_January_2022_last_199_days_longer_in_every_reading) {
    static const int32_t terms[] = {
        STATUSRULES_TERM_RESIDENCE_REGISTRATION, STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT,
        STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, STATUSRULES_TERM_REFUGEE_CERTIFICATE,
        STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE};
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        statusrules_facts facts = document(terms[i], DAY(2022, 1, 1), STATUSRULES_UNKNOWN);
        facts.issued_on = DAY(2019, 1, 1);
        statusrules_answer answer = extension(&facts);
        const char *id = terms[i] == STATUSRULES_TERM_RESIDENCE_REGISTRATION ? "S2.registration" : "S2";
        is_valid_through(&answer, DAY(2022, 7, 19), id, FOR_199_DAYS);
        cites(answer.provision, id, terms_passage, AFTER_31_DECEMBER);
        cr_expect_eq(answer.assumed, 0);
        for (int32_t reading = 0; reading < 3; reading++) {
            cr_expect_eq(answer.readings[reading].day, DAY(2022, 7, 19));
        }
    }
}

Test(statement, a_refugee_certificate_that_ends_on_31_July_2022_is_valid_through_15_February_2023) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_REFUGEE_CERTIFICATE, DAY(2022, 7, 31), STATUSRULES_UNKNOWN);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2023, 2, 15), "S2", "refugee certificates");
    certainty_is(&answer, STATUSRULES_CERTAINTY_STATED);
    cr_expect_eq(answer.assumed, FACT(ISSUED_ON));
}

Test(statement, a_temporary_residence_that_ends_after_2021_is_extended_abroad_as_in_Russia) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT, DAY(2022, 3, 1), STATUSRULES_LOCATION_ABROAD);
    facts.issued_on = DAY(2019, 3, 2);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2022, 9, 16), "S2", "terms of temporary and permanent residence");
}

Test(statement, a_permit_issued_in_2022_is_not_extended) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2027, 3, 1), STATUSRULES_UNKNOWN);
    facts.issued_on = DAY(2024, 3, 1);
    statusrules_answer late = extension(&facts);
    is_silent(&late);
    facts.issued_on = DAY(2022, 1, 1);
    statusrules_answer first = extension(&facts);
    is_silent(&first);
    facts.issued_on = DAY(2021, 12, 31);
    statusrules_answer last = extension(&facts);
    is_valid_through(&last, DAY(2027, 9, 16), "S2", "renewed starting from 1 January 2022");
}

Test(statement, a_day_of_issue_that_is_not_known_is_presumed_and_the_answer_says_so) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2022, 6, 1), STATUSRULES_UNKNOWN);
    statusrules_answer answer = extension(&facts);
    is_valid_through(&answer, DAY(2022, 12, 17), "S2", FOR_199_DAYS);
    cr_expect_eq(answer.assumed, FACT(ISSUED_ON));
    statusrules_answer strict = strictly(STATUSRULES_QUESTION_EXTENSION, &facts);
    cr_expect_eq(strict.outcome, STATUSRULES_OUTCOME_UNDETERMINED);
    cr_expect_eq(strict.missing, FACT(ISSUED_ON));
    cr_expect_eq(strict.assumed, 0);
    cites(strict.provision, "S2", terms_passage, "renewed starting from 1 January 2022");
}

/* --- What it never reaches ---------------------------------------------------------------------------------- */

Test(statement, it_says_nothing_about_the_other_documents) {
    static const int32_t terms[] = {STATUSRULES_TERM_TEMPORARY_STAY,
                                    STATUSRULES_TERM_VISA,
                                    STATUSRULES_TERM_MIGRATION_CARD,
                                    STATUSRULES_TERM_STAY_REGISTRATION,
                                    STATUSRULES_TERM_REFUGEE_PETITION_CERTIFICATE,
                                    STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE,
                                    STATUSRULES_TERM_WORK_PERMIT,
                                    STATUSRULES_TERM_PATENT,
                                    STATUSRULES_TERM_HIRING_PERMIT,
                                    STATUSRULES_TERM_DEPARTURE_PERIOD,
                                    STATUSRULES_TERM_ABSENCE_LIMIT};
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        statusrules_facts facts = document(terms[i], DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
        statusrules_answer on = extension(&facts);
        is_silent(&on);
        facts.last_day = DAY(2022, 1, 1);
        statusrules_answer after = extension(&facts);
        is_silent(&after);
        facts.last_day = STATUSRULES_UNKNOWN;
        statusrules_answer whenever = extension(&facts);
        is_silent(&whenever);
    }
}

Test(statement, a_document_without_term_has_nothing_to_extend) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, STATUSRULES_NONE, STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_answer answer = extension(&facts);
    is_silent(&answer);
}

Test(statement, a_last_day_that_is_not_known_leaves_the_answer_open) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, STATUSRULES_UNKNOWN, STATUSRULES_LOCATION_IN_RUSSIA);
    facts.issued_on = DAY(2018, 5, 1);
    statusrules_answer answer = read_as(STATUSRULES_READING_SUSPENSION, &facts);
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED);
    cr_expect_eq(answer.possible, OUTCOME_BIT(YES) | OUTCOME_BIT(SILENT));
    cr_expect_eq(answer.earliest, DAY(2022, 1, 1));
    cr_expect_eq(answer.latest, DAY(9999, 12, 31));
    cr_expect_eq(answer.missing, FACT(LAST_DAY));
    cites(answer.provision, "S1", terms_passage, ON_31_DECEMBER);
}

Test(statement, a_last_day_whose_extension_would_leave_the_calendar_is_an_error) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(9999, 12, 31), STATUSRULES_UNKNOWN);
    statusrules_answer answer = {0};
    statusrules_error error = {0};
    cr_expect_eq(statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, &error),
                 STATUSRULES_ERROR_RESULT);
    cr_expect_eq(error.code, STATUSRULES_ERROR_RESULT);
    cr_expect_eq(error.value, DAY(9999, 12, 31));
    cr_expect_eq(error.last, DAY(9999, 6, 15));
    cr_expect_eq(answer.outcome, 0, "the answer was touched");
    facts.last_day = DAY(9999, 6, 15);
    statusrules_answer last = extension(&facts);
    is_valid_through(&last, DAY(9999, 12, 31), "S2", FOR_199_DAYS);
}

Test(statement, a_document_that_ends_before_it_was_issued_is_an_error) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
    facts.issued_on = DAY(2022, 1, 1);
    statusrules_answer answer = {0};
    statusrules_error error = {0};
    cr_expect_eq(statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, &error),
                 STATUSRULES_ERROR_ORDER);
    cr_expect_eq(error.code, STATUSRULES_ERROR_ORDER);
    cr_expect_eq(error.value, DAY(2021, 12, 31));
    cr_expect_eq(error.first, DAY(2022, 1, 1));
    cr_expect_eq(answer.outcome, 0, "the answer was touched");
}

Test(statement, nobody_knew_it_on_the_day_before_it_was_spoken) {
    statusrules_facts facts =
        document(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31), STATUSRULES_LOCATION_IN_RUSSIA);
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.known_on = DAY(2021, 11, 28);
    statusrules_answer before = ask(STATUSRULES_QUESTION_EXTENSION, &facts, &options);
    is_silent(&before);
    options.known_on = DAY(2021, 11, 29);
    statusrules_answer on = ask(STATUSRULES_QUESTION_EXTENSION, &facts, &options);
    is_valid_through(&on, DAY(2022, 7, 18), "S1", ON_31_DECEMBER);
}

/* --- The other questions ------------------------------------------------------------------------------------ */

static void is_yes(const statusrules_answer *answer, const char *id, const char *statement, const char *words) {
    cr_expect_eq(answer->outcome, STATUSRULES_OUTCOME_YES, "outcome %d", (int)answer->outcome);
    cr_expect_eq(answer->day, STATUSRULES_NOT_A_DAY);
    cites(answer->provision, id, statement, words);
}

Test(statement, vaccines_are_available_to_everyone_in_Russia_from_the_day_it_was_said) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    facts.on_day = DAY(2021, 11, 29);
    statusrules_answer answer = ask(STATUSRULES_QUESTION_VACCINATION, &facts, NULL);
    is_yes(&answer, "S3", vaccination_passage, "available to all foreign citizens in Russia");
    facts.on_day = DAY(2021, 11, 28);
    statusrules_answer before = ask(STATUSRULES_QUESTION_VACCINATION, &facts, NULL);
    is_silent(&before);
    facts.on_day = DAY(2021, 11, 29);
    facts.location = STATUSRULES_LOCATION_ABROAD;
    statusrules_answer abroad = ask(STATUSRULES_QUESTION_VACCINATION, &facts, NULL);
    is_silent(&abroad);
}

Test(statement, residents_and_refugees_are_vaccinated_free_of_charge) {
    static const int32_t statuses[] = {STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE,
                                       STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE,
                                       STATUSRULES_LEGAL_STATUS_REFUGEE};
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        facts.legal_status = statuses[i];
        statusrules_answer answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
        is_yes(&answer, "S4", vaccination_passage, "free of charge");
        cr_expect_eq(answer.assumed, FACT(ON_DAY));
    }
}

Test(statement, temporary_asylum_is_not_refugee_status_and_staying_is_not_residing) {
    static const int32_t statuses[] = {
        STATUSRULES_LEGAL_STATUS_TEMPORARY_ASYLUM, STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY,
        STATUSRULES_LEGAL_STATUS_REFUGEE_PETITIONER, STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER};
    for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        facts.legal_status = statuses[i];
        facts.on_day = DAY(2021, 11, 29);
        statusrules_answer answer = ask(STATUSRULES_QUESTION_FREE_VACCINATION, &facts, NULL);
        is_silent(&answer);
    }
}

Test(statement, those_who_did_not_return_before_the_border_closure_may_settle_their_status_and_work) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.could_not_return = STATUSRULES_YES;
    facts.on_day = DAY(2020, 3, 15);
    statusrules_answer status = ask(STATUSRULES_QUESTION_REGULARISATION, &facts, NULL);
    statusrules_answer work = ask(STATUSRULES_QUESTION_WORK, &facts, NULL);
    is_yes(&status, "S5.regularisation", status_passage, "settle their legal status");
    is_yes(&work, "S5.work", status_passage, "work legally");
    facts.on_day = DAY(2020, 3, 14);
    statusrules_answer before = ask(STATUSRULES_QUESTION_REGULARISATION, &facts, NULL);
    is_silent(&before);
    facts.on_day = DAY(2020, 3, 15);
    facts.could_not_return = STATUSRULES_NO;
    statusrules_answer returned = ask(STATUSRULES_QUESTION_WORK, &facts, NULL);
    is_silent(&returned);
}

Test(statement, softened_penalties_name_no_decision_and_are_only_a_note) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.on_day = DAY(2021, 11, 29);
    facts.decision_kind = STATUSRULES_DECISION_KIND_DEPORTATION;
    statusrules_answer answer = ask(STATUSRULES_QUESTION_MORATORIUM, &facts, NULL);
    is_silent(&answer);
    cites(answer.note, "S6", status_passage, "Administrative penalties");
}

Test(statement, students_of_higher_and_vocational_education_may_enter_from_any_state) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.on_day = DAY(2021, 11, 29);
    facts.citizenship = STATUSRULES_COUNTRY('I', 'R');
    facts.level = STATUSRULES_LEVEL_HIGHER;
    statusrules_answer higher = ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
    facts.level = STATUSRULES_LEVEL_VOCATIONAL;
    statusrules_answer vocational = ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
    is_yes(&higher, "S7", education_passage, "from any foreign State");
    is_yes(&vocational, "S7", education_passage, "from any foreign State");
    facts.level = STATUSRULES_LEVEL_PREPARATORY;
    statusrules_answer preparatory = ask(STATUSRULES_QUESTION_EDUCATION_ENTRY, &facts, NULL);
    is_silent(&preparatory);
}

Test(statement, what_is_not_known_about_the_person_leaves_the_answer_open) {
    static const struct {
        int32_t question;
        int64_t missing;
        const char *id;
        const char *statement;
        const char *words;
    } cases[] = {
        {STATUSRULES_QUESTION_VACCINATION, FACT(LOCATION), "S3", vaccination_passage, "available to all"},
        {STATUSRULES_QUESTION_FREE_VACCINATION, FACT(LEGAL_STATUS), "S4", vaccination_passage, "free of charge"},
        {STATUSRULES_QUESTION_REGULARISATION, FACT(COULD_NOT_RETURN), "S5.regularisation", status_passage,
         "settle their legal status"},
        {STATUSRULES_QUESTION_WORK, FACT(COULD_NOT_RETURN), "S5.work", status_passage, "work legally"},
        {STATUSRULES_QUESTION_EDUCATION_ENTRY, FACT(LEVEL), "S7", education_passage, "educational purposes"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_answer answer = ask(cases[i].question, &facts, NULL);
        cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_UNDETERMINED, "%s", cases[i].id);
        cr_expect_eq(answer.possible, OUTCOME_BIT(YES) | OUTCOME_BIT(SILENT), "%s", cases[i].id);
        cr_expect_eq(answer.missing, cases[i].missing, "%s", cases[i].id);
        cr_expect_eq(answer.assumed, FACT(ON_DAY), "%s", cases[i].id);
        statusrules_answer strict = strictly(cases[i].question, &facts);
        cr_expect_eq(strict.missing, cases[i].missing | FACT(ON_DAY), "%s", cases[i].id);
        cr_expect_eq(strict.assumed, 0, "%s", cases[i].id);
        cites(answer.provision, cases[i].id, cases[i].statement, cases[i].words);
    }
}

/* --- Names -------------------------------------------------------------------------------------------------- */

static int32_t code_error(int32_t names, const char *text) {
    int32_t code = STATUSRULES_UNKNOWN;
    int32_t error = statusrules_code(&code, names, text, (int32_t)strlen(text), NULL);
    cr_expect_eq(code == STATUSRULES_UNKNOWN, error != STATUSRULES_OK, "%s", text);
    return error;
}

Test(statement, there_was_no_residence_permit_for_education_in_2021_and_no_name_for_it) {
    cr_expect_eq(code_error(STATUSRULES_FACT_TERM, "temporary_residence_permit"), STATUSRULES_OK);
    cr_expect_eq(code_error(STATUSRULES_FACT_TERM, "rvpo"), STATUSRULES_ERROR_NAME);
    cr_expect_eq(code_error(STATUSRULES_FACT_TERM, "РВПО"), STATUSRULES_ERROR_NAME);
    cr_expect_eq(code_error(STATUSRULES_FACT_TERM, "temporary_residence_permit_education"),
                 STATUSRULES_ERROR_NAME);
    cr_expect_eq(code_error(STATUSRULES_FACT_LEGAL_STATUS, "rvpo"), STATUSRULES_ERROR_NAME);
}

Test(statement, a_bare_274_names_no_act_and_no_law) {
    static const int32_t lists[] = {STATUSRULES_FACT_TERM,        STATUSRULES_NAMES_FACT,
                                    STATUSRULES_NAMES_QUESTION,   STATUSRULES_NAMES_READING,
                                    STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_LEGAL_STATUS};
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        cr_expect_eq(code_error(lists[i], "274"), STATUSRULES_ERROR_NAME);
    }
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        const statusrules_law *law = statusrules_law_at(i);
        cr_expect_str_neq(statusrules_law_name(law), "274");
        for (int32_t number = 1; number <= statusrules_law_act_count(law); number++) {
            statusrules_act act;
            cr_assert_eq(statusrules_law_act(&act, law, number, NULL), STATUSRULES_OK);
            cr_expect_str_neq(act.key, "274");
            cr_expect_neq(act.issuer_en[0], '\0', "act %s has no issuer", act.key);
            cr_expect_neq(act.date, STATUSRULES_NOT_A_DAY, "act %s has no day", act.key);
        }
    }
}
