/*
 * Does it matter where the library runs? A Turkish locale (in which I is no capital i) and an odd time zone must
 * change nothing.
 */
#include <criterion/criterion.h>
#include <locale.h>
#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { TEXT_SIZE = 16384 };

static void go_to_turkey(void) {
    cr_assert_not_null(setlocale(LC_ALL, "tr_TR.UTF-8"), "the locale tr_TR.UTF-8 is not on this machine");
    cr_assert_eq(setenv("TZ", "Asia/Kathmandu", 1), 0);
    tzset();
}

static void explain_everything(char *text) {
    static const int32_t last_days[] = {STATUSRULES_DAY(2021, 9, 30), STATUSRULES_DAY(2021, 12, 31),
                                        STATUSRULES_DAY(2022, 1, 1), STATUSRULES_NONE, STATUSRULES_UNKNOWN};
    *text = 0;
    for (int32_t language = STATUSRULES_LANGUAGE_EN; language <= STATUSRULES_LANGUAGE_RU; language++) {
        for (size_t i = 0; i < sizeof last_days / sizeof *last_days; i++) {
            static char one[TEXT_SIZE];
            int32_t length = 0;
            statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
            facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
            facts.last_day = last_days[i];
            cr_assert_eq(statusrules_explain(one, TEXT_SIZE, &length, statusrules_law_statement(),
                                             STATUSRULES_QUESTION_EXTENSION, &facts, NULL, language, NULL),
                         STATUSRULES_OK);
            strcat(text, one);
        }
    }
}

Test(everywhere, explanations_are_the_same_in_turkey) {
    static char here[10 * TEXT_SIZE];
    static char there[10 * TEXT_SIZE];
    explain_everything(here);
    go_to_turkey();
    explain_everything(there);
    cr_assert_str_eq(here, there);
    cr_assert_gt(strlen(here), 5000);
}

Test(everywhere, capital_letters_of_names_are_read_in_turkey) {
    static const char *const names[] = {"VISA", "MIGRATION_CARD", "HIRING_PERMIT", "PERMANENT_RESIDENCE_PERMIT"};
    static const int32_t terms[] = {STATUSRULES_TERM_VISA, STATUSRULES_TERM_MIGRATION_CARD,
                                    STATUSRULES_TERM_HIRING_PERMIT, STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT};
    go_to_turkey();
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        int32_t term = 0;
        cr_assert_eq(statusrules_code(&term, STATUSRULES_FACT_TERM, names[i], (int32_t)strlen(names[i]), NULL),
                     STATUSRULES_OK, "%s", names[i]);
        cr_assert_eq(term, terms[i], "%s", names[i]);
    }
}

Test(everywhere, days_are_the_same_in_kathmandu) {
    char text[11];
    int32_t day = 0;
    go_to_turkey();
    cr_assert_eq(statusrules_parse_day(&day, "2021-12-31", 10, NULL), STATUSRULES_OK);
    cr_assert_eq(day, STATUSRULES_DAY(2021, 12, 31));
    cr_assert_eq(statusrules_format_day(text, sizeof text, day, NULL), STATUSRULES_OK);
    cr_assert_str_eq(text, "2021-12-31");
}
