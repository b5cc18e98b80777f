/* The measures of 2020 to 2022 besides extension, case by case: who may do what, when, and what the sources leave open. */
#include "measures.h"

/* --- Vaccination -------------------------------------------------------------------------------------------- */

#define ADULT OF(AGE, 30)
#define STAYING IS(LEGAL_STATUS, TEMPORARY_STAY)
#define RESIDING IS(LEGAL_STATUS, PERMANENT_RESIDENCE)

Test(measures, in_the_spring_of_2021_only_citizens_are_vaccinated) {
    is_silent(ask(VACCINATION, ON(2021, 3, 29), ADULT));
    is_no(ask(VACCINATION, ON(2021, 3, 30), ADULT));
    is_no(ask(VACCINATION, ON(2021, 4, 8), ADULT));
    is_silent(ask(VACCINATION, ON(2021, 4, 9), ADULT));
}

Test(measures, foreign_adults_are_vaccinated_from_July_2021) {
    is_silent(ask(VACCINATION, ON(2021, 6, 30), ADULT, RESIDING));
    is_yes(ask(VACCINATION, ON(2021, 7, 1), OF(AGE, 18), RESIDING));
}

Test(measures, nobody_under_18_is_vaccinated) {
    is_no(ask(VACCINATION, ON(2021, 7, 1), OF(AGE, 17), RESIDING));
    is_no(ask(VACCINATION, ON(2023, 7, 1), OF(AGE, 0)));
}

Test(measures, a_centre_in_Moscow_refuses_visitors_without_a_permit) {
    is_no(ask(VACCINATION, ON(2021, 7, 21), ADULT, STAYING, IS(REGION, MOSCOW), HAS_NO(HOLDS_PERMIT)));
    is_yes(ask(VACCINATION, ON(2021, 7, 21), ADULT, STAYING, IS(REGION, MOSCOW), HAS(HOLDS_PERMIT)));
    is_yes(ask(VACCINATION, ON(2021, 7, 21), ADULT, STAYING, IS(REGION, OTHER), HAS_NO(HOLDS_PERMIT)));
}

Test(measures, the_centres_rule_ends_when_vaccines_are_said_to_be_for_everyone) {
    is_no(ask(VACCINATION, ON(2021, 11, 28), ADULT, STAYING, IS(REGION, MOSCOW), HAS_NO(HOLDS_PERMIT)));
    is_yes(ask(VACCINATION, ON(2021, 11, 29), ADULT, STAYING, IS(REGION, MOSCOW), HAS_NO(HOLDS_PERMIT)));
}

Test(measures, a_region_that_is_not_known_is_presumed_not_to_be_Moscow) {
    statusrules_answer answer = ask(VACCINATION, ON(2021, 7, 21), ADULT, STAYING, HAS_NO(HOLDS_PERMIT));
    is_yes(answer);
    cr_expect_eq(answer.assumed, FACT(REGION));
    is_undetermined(strictly(VACCINATION, ON(2021, 7, 21), ADULT, STAYING, HAS_NO(HOLDS_PERMIT)),
                    OUTCOME_BIT(YES) | OUTCOME_BIT(NO), FACT(REGION));
}

Test(measures, an_age_that_is_not_known_leaves_vaccination_open) {
    is_undetermined(ask(VACCINATION, ON(2021, 8, 1), RESIDING), OUTCOME_BIT(YES) | OUTCOME_BIT(NO), FACT(AGE));
}

/* --- Free of charge ----------------------------------------------------------------------------------------- */

Test(measures, whoever_holds_a_policy_is_vaccinated_free_of_charge) {
    is_yes(ask(FREE_VACCINATION, ON(2021, 8, 24), STAYING, HAS(INSURED)));
    is_no(ask(FREE_VACCINATION, ON(2021, 8, 24), STAYING, HAS_NO(INSURED)));
    is_silent(ask(FREE_VACCINATION, ON(2021, 6, 30), STAYING, HAS(INSURED)));
}

Test(measures, in_July_2021_Moscow_charges_the_insured_and_residents_too) {
    is_a_conflict(ask(FREE_VACCINATION, ON(2021, 7, 31), STAYING, HAS(INSURED), IS(REGION, MOSCOW)));
    is_a_conflict(ask(FREE_VACCINATION, ON(2021, 7, 31), RESIDING, IS(REGION, MOSCOW)));
    is_yes(ask(FREE_VACCINATION, ON(2021, 8, 1), RESIDING, IS(REGION, MOSCOW)));
}

Test(measures, a_resident_is_presumed_to_be_insured) {
    statusrules_answer answer = ask(FREE_VACCINATION, ON(2021, 9, 1), RESIDING);
    is_yes(answer);
    cr_expect_eq(answer.assumed, FACT(INSURED) | FACT(HIGHLY_QUALIFIED) | FACT(HQS_FAMILY));
    is_a_conflict(ask(FREE_VACCINATION, ON(2021, 9, 1), RESIDING, HAS_NO(INSURED)));
}

Test(measures, two_editions_disagree_on_highly_qualified_specialists_who_reside) {
    is_a_conflict(ask(FREE_VACCINATION, ON(2021, 9, 1), RESIDING, HAS(HIGHLY_QUALIFIED)));
    is_a_conflict(ask(FREE_VACCINATION, ON(2021, 9, 1), RESIDING, HAS(HQS_FAMILY)));
    is_no(ask(FREE_VACCINATION, ON(2021, 9, 1), STAYING, HAS(HIGHLY_QUALIFIED)));
}

Test(measures, refugees_and_those_with_temporary_asylum_are_vaccinated_free_of_charge) {
    statusrules_answer refugee = ask(FREE_VACCINATION, ON(2021, 9, 1), IS(LEGAL_STATUS, REFUGEE));
    statusrules_answer asylum = ask(FREE_VACCINATION, ON(2021, 9, 1), IS(LEGAL_STATUS, TEMPORARY_ASYLUM));
    is_yes(refugee);
    is_yes(asylum);
    is_certain(refugee, STATUSRULES_CERTAINTY_STATED);
    is_certain(asylum, STATUSRULES_CERTAINTY_INFERRED);
    is_yes(ask(FREE_VACCINATION, ON(2021, 9, 1), IS(LEGAL_STATUS, REFUGEE_PETITIONER)));
    is_no(ask(FREE_VACCINATION, ON(2021, 9, 1), IS(LEGAL_STATUS, ASYLUM_PETITIONER)));
}

Test(measures, a_worker_from_the_Eurasian_Economic_Union_is_insured_and_the_family_is_not) {
    is_yes(ask(FREE_VACCINATION, ON(2021, 9, 1), STAYING, HAS(EAEU_WORKER)));
    is_no(ask(FREE_VACCINATION, ON(2021, 9, 1), STAYING, HAS(EAEU_FAMILY)));
}

/* --- Regularisation ----------------------------------------------------------------------------------------- */

#define EARLY OF(ARRIVED_ON, ORACLE_DAY(2020, 3, 14))
#define LATE OF(ARRIVED_ON, ORACLE_DAY(2020, 3, 15))
#define WITHOUT_GROUND OF(LAWFUL_THROUGH, ORACLE_DAY(2021, 6, 15))
#define NO_OTHER_RESIDENCE OF(RESIDENCE_STATE, STATUSRULES_NONE)

Test(measures, a_free_form_application_settles_the_status_from_19_March_2020) {
    is_silent(ask(REGULARISATION, ON(2020, 3, 18)));
    is_yes(ask(REGULARISATION, ON(2020, 3, 19)));
    is_yes(ask(REGULARISATION, ON(2021, 6, 15)));
}

Test(measures, who_came_before_the_border_closed_may_apply_until_30_September_2021) {
    is_yes(ask(REGULARISATION, ON(2021, 6, 16), EARLY, WITHOUT_GROUND));
    is_yes(ask(REGULARISATION, ON(2021, 9, 30), EARLY, WITHOUT_GROUND));
    is_no(ask(REGULARISATION, ON(2021, 10, 1), EARLY, WITHOUT_GROUND));
}

Test(measures, who_came_later_may_apply_if_transport_with_the_state_was_resumed) {
    is_yes(ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, CITIZEN('T', 'R'), NO_OTHER_RESIDENCE,
               HAS_NO(LEFT_RUSSIA)));
    is_silent(ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, CITIZEN('T', 'R'), NO_OTHER_RESIDENCE,
                  HAS(LEFT_RUSSIA)));
    is_silent(ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, CITIZEN('M', 'D'), NO_OTHER_RESIDENCE,
                  HAS_NO(LEFT_RUSSIA)));
}

Test(measures, who_is_lawfully_present_has_nothing_to_settle) {
    is_silent(ask(REGULARISATION, ON(2021, 7, 1), EARLY, OF(LAWFUL_THROUGH, ORACLE_DAY(2021, 6, 16))));
    is_yes(ask(REGULARISATION, ON(2021, 7, 1), EARLY, OF(LAWFUL_THROUGH, STATUSRULES_NONE)));
}

Test(measures, the_state_of_residence_counts_as_much_as_citizenship) {
    statusrules_answer answer = ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, CITIZEN('M', 'D'),
                                    RESIDENT('T', 'R'), HAS_NO(LEFT_RUSSIA));
    cr_expect_eq(answer.outcome, STATUSRULES_OUTCOME_CONFLICT);
    is_yes(ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, STATELESS, RESIDENT('T', 'R'),
               HAS_NO(LEFT_RUSSIA)));
    is_silent(ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, STATELESS, NO_OTHER_RESIDENCE,
                  HAS_NO(LEFT_RUSSIA)));
}

Test(measures, a_state_of_residence_that_is_not_known_is_presumed_to_change_nothing) {
    statusrules_answer answer =
        ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, CITIZEN('T', 'R'), HAS_NO(LEFT_RUSSIA));
    is_yes(answer);
    cr_expect_eq(answer.assumed, FACT(RESIDENCE_STATE));
    is_undetermined(
        strictly(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, CITIZEN('T', 'R'), HAS_NO(LEFT_RUSSIA)),
        OUTCOME_BIT(YES) | OUTCOME_BIT(CONFLICT), FACT(RESIDENCE_STATE));
}

Test(measures, of_a_person_whose_states_are_not_known_both_are_missing) {
    is_undetermined(ask(REGULARISATION, ON(2021, 7, 1), LATE, WITHOUT_GROUND, HAS_NO(LEFT_RUSSIA)),
                    OUTCOME_BIT(YES) | OUTCOME_BIT(SILENT), FACT(CITIZENSHIP) | FACT(RESIDENCE_STATE));
}

/* --- Work --------------------------------------------------------------------------------------------------- */

#define HIRED IS(WORK_ACT, HIRE), HAS_NO(HOLDS_PERMIT)

Test(measures, without_a_patent_visa_free_workers_are_hired_until_15_June_2020) {
    statusrules_answer answer = ask(WORK, ON(2020, 6, 15), HIRED, IS(REGIME, VISA_FREE));
    is_yes(answer);
    cr_expect_eq(answer.assumed, FACT(SANITARY_KEPT));
    is_silent(ask(WORK, ON(2020, 3, 14), HIRED, IS(REGIME, VISA_FREE)));
    is_no(ask(WORK, ON(2020, 6, 16), HIRED, IS(REGIME, VISA_FREE)));
}

Test(measures, sanitary_measures_that_are_not_kept_end_the_relief) {
    is_silent(ask(WORK, ON(2020, 6, 15), HIRED, IS(REGIME, VISA_FREE), HAS_NO(SANITARY_KEPT)));
}

Test(measures, for_visa_workers_the_employer_still_needs_the_hiring_permit) {
    is_yes(ask(WORK, ON(2020, 5, 1), HIRED, IS(REGIME, VISA), HAS(EMPLOYER_HIRING_PERMIT)));
    is_no(ask(WORK, ON(2020, 5, 1), HIRED, IS(REGIME, VISA), HAS_NO(EMPLOYER_HIRING_PERMIT)));
    is_undetermined(ask(WORK, ON(2020, 5, 1), HIRED, IS(REGIME, VISA)), OUTCOME_BIT(YES) | OUTCOME_BIT(NO),
                    FACT(EMPLOYER_HIRING_PERMIT));
}

Test(measures, who_holds_a_permit_is_hired_under_the_ordinary_law) {
    is_silent(ask(WORK, ON(2020, 7, 1), IS(WORK_ACT, HIRE), HAS(HOLDS_PERMIT), IS(REGIME, VISA_FREE)));
}

Test(measures, a_patent_is_asked_for_whatever_the_purpose_until_the_end_of_2021) {
    is_silent(ask(WORK, ON(2020, 6, 15), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE)));
    is_yes(ask(WORK, ON(2020, 6, 16), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE), HAS_NO(PURPOSE_WORK)));
    is_yes(ask(WORK, ON(2021, 12, 31), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE), HAS_NO(PURPOSE_WORK)));
    is_no(ask(WORK, ON(2022, 1, 1), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE), HAS_NO(PURPOSE_WORK)));
    is_silent(ask(WORK, ON(2022, 1, 1), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE), HAS(PURPOSE_WORK)));
}

Test(measures, between_two_decrees_the_patent_is_inferred) {
    is_certain(ask(WORK, ON(2020, 12, 15), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE)),
               STATUSRULES_CERTAINTY_STATED);
    is_certain(ask(WORK, ON(2020, 12, 16), IS(WORK_ACT, APPLY_PATENT), IS(REGIME, VISA_FREE)),
               STATUSRULES_CERTAINTY_INFERRED);
}

Test(measures, a_work_permit_lasts_as_long_as_the_decree_it_was_asked_under) {
    static const struct {
        int32_t first;
        int32_t last;
    } decrees[] = {{ORACLE_DAY(2020, 6, 16), ORACLE_DAY(2020, 9, 15)},
                   {ORACLE_DAY(2020, 9, 16), ORACLE_DAY(2020, 12, 15)},
                   {ORACLE_DAY(2020, 12, 16), ORACLE_DAY(2021, 6, 15)}};
    for (size_t i = 0; i < sizeof decrees / sizeof decrees[0]; i++) {
        for (int32_t edge = 0; edge <= 1; edge++) {
            statusrules_answer answer =
                ask(WORK, OF(ON_DAY, edge ? decrees[i].last : decrees[i].first), IS(WORK_ACT, APPLY_WORK_PERMIT),
                    IS(REGIME, VISA), HAS(EMPLOYER_HIRING_PERMIT));
            is_yes(answer);
            cr_expect_eq(answer.day, decrees[i].last);
        }
    }
    statusrules_answer later =
        ask(WORK, ON(2021, 6, 16), IS(WORK_ACT, APPLY_WORK_PERMIT), IS(REGIME, VISA), HAS(EMPLOYER_HIRING_PERMIT));
    is_yes(later);
    cr_expect_eq(later.day, STATUSRULES_NOT_A_DAY);
}

Test(measures, without_a_hiring_permit_there_is_no_work_permit) {
    is_no(ask(WORK, ON(2021, 12, 31), IS(WORK_ACT, APPLY_WORK_PERMIT), IS(REGIME, VISA),
              HAS_NO(EMPLOYER_HIRING_PERMIT)));
    is_silent(ask(WORK, ON(2022, 1, 1), IS(WORK_ACT, APPLY_WORK_PERMIT), IS(REGIME, VISA),
                  HAS_NO(EMPLOYER_HIRING_PERMIT)));
}

Test(measures, citizens_of_the_Union_conclude_contracts_whatever_their_purpose) {
    is_silent(ask(WORK, ON(2021, 6, 15), IS(WORK_ACT, EAEU_CONTRACT), IS(REGIME, EAEU), HAS_NO(PURPOSE_WORK)));
    is_yes(ask(WORK, ON(2021, 6, 16), IS(WORK_ACT, EAEU_CONTRACT), IS(REGIME, EAEU), HAS_NO(PURPOSE_WORK)));
    is_silent(ask(WORK, ON(2022, 1, 1), IS(WORK_ACT, EAEU_CONTRACT), IS(REGIME, EAEU), HAS_NO(PURPOSE_WORK)));
}

Test(measures, citizens_of_Ukraine_who_are_identified_work_without_a_patent_from_27_August_2022) {
    is_no(ask(WORK, ON(2022, 8, 26), HIRED, IS(REGIME, VISA_FREE), CITIZEN('U', 'A'), HAS(IDENTIFIED)));
    is_yes(ask(WORK, ON(2022, 8, 27), HIRED, IS(REGIME, VISA_FREE), CITIZEN('U', 'A'), HAS(IDENTIFIED)));
    is_yes(ask(WORK, ON(2022, 8, 27), HIRED, IS(REGIME, VISA_FREE), CITIZEN('X', 'D'), HAS(IDENTIFIED)));
    is_no(ask(WORK, ON(2022, 8, 27), HIRED, IS(REGIME, VISA_FREE), CITIZEN('U', 'A'), HAS_NO(IDENTIFIED)));
    is_undetermined(ask(WORK, ON(2022, 8, 27), HIRED, IS(REGIME, VISA_FREE), CITIZEN('X', 'L')),
                    OUTCOME_BIT(YES) | OUTCOME_BIT(NO), FACT(IDENTIFIED));
}

/* --- Decisions that are not taken --------------------------------------------------------------------------- */

Test(measures, nobody_is_deported_from_15_March_2020_to_30_September_2021) {
    is_silent(ask(MORATORIUM, ON(2020, 3, 14), IS(DECISION_KIND, DEPORTATION)));
    is_yes(ask(MORATORIUM, ON(2020, 3, 15), IS(DECISION_KIND, DEPORTATION)));
    is_yes(ask(MORATORIUM, ON(2021, 9, 30), IS(DECISION_KIND, DEPORTATION)));
    is_no(ask(MORATORIUM, ON(2021, 10, 1), IS(DECISION_KIND, DEPORTATION)));
}

Test(measures, from_September_2020_only_forced_expulsion_is_named) {
    is_yes(ask(MORATORIUM, ON(2020, 9, 15), IS(DECISION_KIND, EXPULSION_INDEPENDENT)));
    is_silent(ask(MORATORIUM, ON(2020, 9, 16), IS(DECISION_KIND, EXPULSION_INDEPENDENT)));
    is_yes(ask(MORATORIUM, ON(2020, 9, 16), IS(DECISION_KIND, EXPULSION_FORCED)));
}

Test(measures, sources_disagree_on_undesirability_in_the_winter) {
    is_yes(ask(MORATORIUM, ON(2020, 9, 15), IS(DECISION_KIND, UNDESIRABILITY)));
    is_a_conflict(ask(MORATORIUM, ON(2020, 9, 16), IS(DECISION_KIND, UNDESIRABILITY)));
    is_a_conflict(ask(MORATORIUM, ON(2021, 6, 15), IS(DECISION_KIND, UNDESIRABILITY)));
    is_yes(ask(MORATORIUM, ON(2021, 6, 16), IS(DECISION_KIND, UNDESIRABILITY)));
}

Test(measures, permits_are_not_annulled_until_15_June_2021) {
    is_yes(ask(MORATORIUM, ON(2021, 6, 15), IS(DECISION_KIND, ANNULMENT)));
    is_silent(ask(MORATORIUM, ON(2021, 6, 16), IS(DECISION_KIND, ANNULMENT)));
}

Test(measures, no_exception_is_presumed) {
    statusrules_answer answer = ask(MORATORIUM, ON(2021, 8, 1), IS(DECISION_KIND, DEPORTATION));
    is_yes(answer);
    cr_expect_eq(answer.assumed, FACT(EXCEPTION));
    is_undetermined(strictly(MORATORIUM, ON(2021, 8, 1), IS(DECISION_KIND, DEPORTATION)),
                    OUTCOME_BIT(YES) | OUTCOME_BIT(NO), FACT(EXCEPTION));
}

Test(measures, those_released_from_prison_are_not_protected_once_the_exceptions_are_known) {
    is_silent(
        ask(MORATORIUM, ON(2020, 12, 16), IS(DECISION_KIND, DEPORTATION), IS(EXCEPTION, RELEASED_FROM_PRISON)));
    is_no(ask(MORATORIUM, ON(2020, 12, 17), IS(DECISION_KIND, DEPORTATION), IS(EXCEPTION, RELEASED_FROM_PRISON)));
}

Test(measures, public_order_is_an_exception_from_16_June_2021) {
    is_yes(ask(MORATORIUM, ON(2021, 6, 15), IS(DECISION_KIND, DEPORTATION), IS(EXCEPTION, PUBLIC_ORDER)));
    is_no(ask(MORATORIUM, ON(2021, 6, 16), IS(DECISION_KIND, DEPORTATION), IS(EXCEPTION, PUBLIC_ORDER)));
}

Test(measures, before_a_decree_was_published_nobody_could_know_it) {
    is_silent(as_known_on(ORACLE_DAY(2020, 4, 17), MORATORIUM, ON(2020, 4, 1), IS(DECISION_KIND, DEPORTATION)));
    is_yes(as_known_on(ORACLE_DAY(2020, 4, 18), MORATORIUM, ON(2020, 4, 1), IS(DECISION_KIND, DEPORTATION)));
    is_silent(as_known_on(ORACLE_DAY(2020, 9, 22), MORATORIUM, ON(2020, 9, 16), IS(DECISION_KIND, DEPORTATION)));
    is_yes(as_known_on(ORACLE_DAY(2020, 9, 23), MORATORIUM, ON(2020, 9, 16), IS(DECISION_KIND, DEPORTATION)));
}
