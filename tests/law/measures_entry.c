/* Entry for education from March 2020 to October 2022, case by case. */
#include "measures.h"

#define ENTER(...) ask(EDUCATION_ENTRY, __VA_ARGS__)
#define STUDENT IS(ROLE, STUDENT), IS(LEVEL, HIGHER), HAS_NO(OTHER_GROUND)
#define BY_AIR IS(ROUTE, AIR)
#define TESTED OF(PCR_HOURS, 48)
#define UNTESTED OF(PCR_HOURS, STATUSRULES_NONE)
#define NO_OTHER_RESIDENCE OF(RESIDENCE_STATE, STATUSRULES_NONE)
/* From Iran, which is on no list. */
#define LISTED_STUDENT STUDENT, CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, BY_AIR, HAS(LISTED)
#define VISA_FOR(days) IS(REGIME, VISA), OF(VISA_DAYS_LEFT, days)
#define NOTICE(days) OF(NOTICE_DAYS, days)
#define VISA_FREE IS(REGIME, VISA_FREE)

/* --- Closing and opening ------------------------------------------------------------------------------------ */

Test(measures, before_18_March_2020_entry_is_not_restricted) {
    is_yes(ENTER(ON(2020, 3, 17), STUDENT));
    is_no(ENTER(ON(2020, 3, 18), STUDENT, BY_AIR));
}

Test(measures, another_ground_lets_in_by_air) {
    is_yes(ENTER(ON(2020, 6, 1), IS(ROLE, STUDENT), BY_AIR, HAS(OTHER_GROUND)));
    statusrules_answer answer = ENTER(ON(2020, 6, 1), IS(ROLE, STUDENT), BY_AIR);
    is_no(answer);
    cr_expect_eq(answer.assumed, FACT(OTHER_GROUND));
}

Test(measures, until_15_March_2021_no_student_comes_by_land) {
    is_no(ENTER(ON(2021, 3, 15), STUDENT, IS(ROUTE, RAIL)));
    is_silent(ENTER(ON(2021, 3, 16), STUDENT, IS(ROUTE, RAIL)));
}

Test(measures, the_land_borders_with_Kazakhstan_and_Mongolia_open_on_30_March_2022) {
    is_silent(ENTER(ON(2022, 3, 29), STUDENT, CITIZEN('K', 'Z'), IS(ROUTE, LAND), IN(BORDER, 'K', 'Z')));
    is_yes(ENTER(ON(2022, 3, 30), STUDENT, CITIZEN('K', 'Z'), IS(ROUTE, LAND), IN(BORDER, 'K', 'Z')));
    is_no(ENTER(ON(2022, 3, 30), STUDENT, CITIZEN('U', 'Z'), IS(ROUTE, LAND), IN(BORDER, 'K', 'Z')));
    is_yes(ENTER(ON(2022, 3, 30), STUDENT, CITIZEN('U', 'Z'), IS(ROUTE, LAND), IN(BORDER, 'M', 'N')));
}

Test(measures, from_15_July_2022_only_a_test_is_asked_and_from_21_October_not_even_that) {
    is_yes(ENTER(ON(2022, 7, 15), STUDENT, TESTED));
    is_no(ENTER(ON(2022, 10, 20), STUDENT, UNTESTED));
    is_no(ENTER(ON(2022, 10, 20), STUDENT, OF(PCR_HOURS, 49)));
    is_yes(ENTER(ON(2022, 10, 21), STUDENT, UNTESTED));
}

/* --- Listed states ------------------------------------------------------------------------------------------ */

Test(measures, a_citizen_of_a_listed_state_flies_in_from_there) {
    is_no(ENTER(ON(2021, 1, 26), STUDENT, CITIZEN('I', 'N'), BY_AIR, HAS(DIRECT), TESTED));
    is_yes(ENTER(ON(2021, 1, 27), STUDENT, CITIZEN('I', 'N'), BY_AIR, HAS(DIRECT), TESTED));
    is_no(ENTER(ON(2021, 1, 27), STUDENT, CITIZEN('I', 'N'), BY_AIR, HAS_NO(DIRECT), TESTED));
}

Test(measures, a_test_is_72_hours_old_at_most) {
    is_yes(ENTER(ON(2021, 1, 27), STUDENT, CITIZEN('I', 'N'), BY_AIR, HAS(DIRECT), OF(PCR_HOURS, 72)));
    is_no(ENTER(ON(2021, 1, 27), STUDENT, CITIZEN('I', 'N'), BY_AIR, HAS(DIRECT), OF(PCR_HOURS, 73)));
}

Test(measures, a_residence_permit_of_a_listed_state_counts_like_its_citizenship) {
    is_yes(ENTER(ON(2021, 1, 30), STUDENT, CITIZEN('I', 'R'), RESIDENT('I', 'N'), BY_AIR, HAS(DIRECT), TESTED));
    is_yes(ENTER(ON(2021, 1, 30), STUDENT, STATELESS, RESIDENT('I', 'N'), BY_AIR, HAS(DIRECT), TESTED));
    is_no(ENTER(ON(2021, 1, 30), STUDENT, STATELESS, NO_OTHER_RESIDENCE, BY_AIR, HAS(DIRECT), TESTED));
    statusrules_answer answer = ENTER(ON(2021, 1, 30), STUDENT, CITIZEN('I', 'R'), BY_AIR, HAS(DIRECT), TESTED);
    is_no(answer);
    cr_expect_eq(answer.assumed, FACT(RESIDENCE_STATE));
}

Test(measures, from_14_April_2021_a_flight_through_another_state_may_or_may_not_do) {
    is_no(ENTER(ON(2021, 4, 13), STUDENT, CITIZEN('G', 'B'), NO_OTHER_RESIDENCE, BY_AIR, HAS_NO(DIRECT), TESTED));
    is_silent(
        ENTER(ON(2021, 4, 14), STUDENT, CITIZEN('G', 'B'), NO_OTHER_RESIDENCE, BY_AIR, HAS_NO(DIRECT), TESTED));
}

Test(measures, from_July_2021_the_list_is_not_known_to_its_end) {
    is_no(ENTER(ON(2021, 6, 30), STUDENT, CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, BY_AIR, TESTED));
    is_silent(ENTER(ON(2021, 7, 1), STUDENT, CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, BY_AIR, TESTED));
    is_no(ENTER(ON(2021, 7, 1), STUDENT, CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, BY_AIR, UNTESTED));
}

/* --- The green list ----------------------------------------------------------------------------------------- */

Test(measures, students_of_the_green_list_enter_with_notice_and_test) {
    is_silent(ENTER(ON(2021, 3, 20), STUDENT, CITIZEN('X', 'A'), BY_AIR, NOTICE(10), TESTED));
    is_yes(ENTER(ON(2021, 3, 21), STUDENT, CITIZEN('X', 'A'), BY_AIR, NOTICE(10), TESTED));
    is_no(ENTER(ON(2021, 3, 21), STUDENT, CITIZEN('X', 'A'), BY_AIR, NOTICE(9), TESTED));
    is_no(ENTER(ON(2021, 3, 21), STUDENT, CITIZEN('X', 'A'), BY_AIR, NOTICE(10), UNTESTED));
}

Test(measures, six_states_join_the_green_list_on_31_March_2021) {
    is_no(ENTER(ON(2021, 3, 30), STUDENT, CITIZEN('U', 'Z'), BY_AIR, HAS_NO(DIRECT), NOTICE(10), TESTED));
    is_yes(ENTER(ON(2021, 3, 31), STUDENT, CITIZEN('U', 'Z'), BY_AIR, HAS_NO(DIRECT), NOTICE(10), TESTED));
}

Test(measures, a_state_on_a_later_list_without_a_day_is_not_refused) {
    is_silent(ENTER(ON(2021, 5, 15), STUDENT, CITIZEN('S', 'A'), BY_AIR, NOTICE(10), TESTED));
    is_no(ENTER(ON(2021, 5, 15), STUDENT, CITIZEN('I', 'R'), BY_AIR, NOTICE(10), TESTED));
}

/* --- Any state ---------------------------------------------------------------------------------------------- */

Test(measures, from_27_August_2021_a_listed_student_comes_from_any_state) {
    is_yes(ENTER(ON(2021, 8, 27), LISTED_STUDENT, VISA_FOR(45), NOTICE(14), TESTED));
    is_silent(ENTER(ON(2021, 8, 26), LISTED_STUDENT, VISA_FOR(45), NOTICE(14), TESTED));
    is_no(ENTER(ON(2021, 8, 27), STUDENT, CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, BY_AIR, HAS_NO(LISTED),
                VISA_FOR(45), NOTICE(14), UNTESTED));
}

Test(measures, sources_disagree_on_35_and_45_days_left_on_the_visa) {
    is_no(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(34), NOTICE(14), TESTED));
    is_a_conflict(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(35), NOTICE(14), TESTED));
    is_a_conflict(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(44), NOTICE(14), TESTED));
    is_yes(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(45), NOTICE(14), TESTED));
    is_no(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(STATUSRULES_NONE), NOTICE(14), TESTED));
    is_yes(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FREE, NOTICE(14), TESTED));
}

Test(measures, sources_disagree_on_ten_days_and_ten_working_days_of_notice) {
    is_no(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FREE, NOTICE(9), TESTED));
    is_a_conflict(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FREE, NOTICE(10), TESTED));
    is_a_conflict(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FREE, NOTICE(13), TESTED));
    is_yes(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FREE, NOTICE(14), TESTED));
}

Test(measures, sources_disagree_on_the_day_from_which_a_test_is_48_hours_old_at_most) {
    static const struct {
        int32_t day;
        int32_t at_49;
        int32_t at_72;
        int32_t at_73;
    } days[] = {
        {5, STATUSRULES_OUTCOME_YES, STATUSRULES_OUTCOME_YES, STATUSRULES_OUTCOME_NO},
        {6, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_OUTCOME_NO},
        {7, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_OUTCOME_NO},
        {8, STATUSRULES_OUTCOME_NO, STATUSRULES_OUTCOME_NO, STATUSRULES_OUTCOME_NO},
    };
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        is_yes(ENTER(ON(2021, 12, days[i].day), LISTED_STUDENT, VISA_FREE, NOTICE(14), OF(PCR_HOURS, 48)));
        is(ENTER(ON(2021, 12, days[i].day), LISTED_STUDENT, VISA_FREE, NOTICE(14), OF(PCR_HOURS, 49)),
           days[i].at_49);
        is(ENTER(ON(2021, 12, days[i].day), LISTED_STUDENT, VISA_FREE, NOTICE(14), OF(PCR_HOURS, 72)),
           days[i].at_72);
        is(ENTER(ON(2021, 12, days[i].day), LISTED_STUDENT, VISA_FREE, NOTICE(14), OF(PCR_HOURS, 73)),
           days[i].at_73);
    }
}

Test(measures, sources_disagree_on_a_listed_student_without_a_test) {
    is_a_conflict(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FREE, NOTICE(14), UNTESTED));
}

Test(measures, what_is_refused_for_one_reason_is_refused_whatever_is_disputed_besides) {
    is_no(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(40), NOTICE(9), UNTESTED));
    is_no(ENTER(ON(2021, 10, 1), LISTED_STUDENT, VISA_FOR(34), NOTICE(12), TESTED));
}

Test(measures, one_parent_of_a_listed_student_enters) {
    is_yes(ENTER(ON(2021, 9, 15), IS(ROLE, PARENT_FIRST), IS(LEVEL, HIGHER), HAS_NO(OTHER_GROUND), BY_AIR,
                 CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, HAS(LISTED)));
    is_no(ENTER(ON(2021, 9, 15), IS(ROLE, PARENT_SECOND), IS(LEVEL, HIGHER), HAS_NO(OTHER_GROUND), BY_AIR,
                CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, HAS(LISTED)));
}

Test(measures, schools_are_not_spoken_of) {
    is_silent(ENTER(ON(2021, 10, 1), IS(ROLE, STUDENT), IS(LEVEL, GENERAL), HAS_NO(OTHER_GROUND), BY_AIR,
                    CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, HAS_NO(LISTED), UNTESTED));
}

Test(measures, a_list_that_is_not_known_leaves_the_entry_open) {
    is_undetermined(ENTER(ON(2021, 10, 1), STUDENT, CITIZEN('I', 'R'), NO_OTHER_RESIDENCE, BY_AIR, VISA_FREE,
                          NOTICE(14), TESTED),
                    OUTCOME_BIT(YES) | OUTCOME_BIT(SILENT), FACT(LISTED));
}
