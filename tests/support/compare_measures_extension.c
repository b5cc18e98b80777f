#include "compare_measures_extension.h"

#include "case_text.h"

#include <stdio.h>

#include <statusrules/names.h>

enum { PRINTED_DIFFERENCES = 10 };

static bool equal_reading(const statusrules_reading_answer *got, const oracle_extension_reading *expected,
                          bool bounds) {
    return got->outcome == expected->outcome
           && (expected->outcome == 0
               || (got->day == expected->day && got->possible == expected->possible
                   && (!bounds || (got->earliest == expected->earliest && got->latest == expected->latest))));
}

static statusrules_reading_answer whole(const statusrules_answer *answer) {
    return (statusrules_reading_answer){answer->outcome,  answer->day,      answer->provision,
                                        answer->possible, answer->earliest, answer->latest};
}

static bool equal(const statusrules_answer *got, const oracle_extension_answer *expected, bool bounds) {
    statusrules_reading_answer all = whole(got);
    bool same = equal_reading(&all, &expected->all, bounds) && got->missing == expected->missing
                && (expected->assumed & ~got->assumed) == 0 && (got->assumed & ~expected->may_be_assumed) == 0;
    for (int32_t r = 0; r < 3; r++) {
        same = same && equal_reading(&got->readings[r], &expected->readings[r], bounds);
    }
    return same;
}

/* --- Printing a difference ---------------------------------------------------------------------------------- */

static void print_reading(const char *who, int32_t outcome, int32_t day, int32_t earliest, int32_t latest,
                          int32_t possible) {
    char a[16];
    char b[16];
    char c[16];
    (void)printf("#   %s %s day %s earliest %s latest %s possible %d\n", who,
                 statusrules_name(STATUSRULES_NAMES_OUTCOME, outcome, STATUSRULES_LANGUAGE_NAME),
                 case_day_text(a, day), case_day_text(b, earliest), case_day_text(c, latest), (int)possible);
}

static void print_both(const statusrules_reading_answer *got, const oracle_extension_reading *expected) {
    print_reading("library:", got->outcome, got->day, got->earliest, got->latest, got->possible);
    print_reading("oracle: ", expected->outcome, expected->day, expected->earliest, expected->latest,
                  expected->possible);
}

static void print_difference(const statusrules_answer *got, const oracle_extension_answer *expected,
                             int32_t error) {
    (void)printf("#   library: error %d missing %llx assumed %llx\n", (int)error, (unsigned long long)got->missing,
                 (unsigned long long)got->assumed);
    (void)printf("#   oracle:  error %d missing %llx assumed %llx to %llx\n", (int)expected->error,
                 (unsigned long long)expected->missing, (unsigned long long)expected->assumed,
                 (unsigned long long)expected->may_be_assumed);
    if (error != STATUSRULES_OK || expected->error != STATUSRULES_OK) {
        return;
    }
    statusrules_reading_answer all = whole(got);
    print_both(&all, &expected->all);
    for (int32_t r = 0; r < 3; r++) {
        if (!equal_reading(&got->readings[r], &expected->readings[r], true)) {
            (void)printf("#   reading %d\n", (int)r + 1);
            print_both(&got->readings[r], &expected->readings[r]);
        }
    }
}

static void settle(struct comparison *comparison, bool bounds, const statusrules_facts *facts,
                   const statusrules_options *options, int32_t error, const statusrules_answer *got,
                   const oracle_extension_answer *expected) {
    comparison->cases++;
    if (error == expected->error && (error != STATUSRULES_OK || equal(got, expected, bounds))) {
        return;
    }
    comparison->differences++;
    if (comparison->differences <= PRINTED_DIFFERENCES) {
        case_print(STATUSRULES_QUESTION_EXTENSION, facts, options);
        print_difference(got, expected, error);
    }
}

void compare_measures_extension(struct comparison *comparison, const statusrules_law *law,
                                const statusrules_facts *facts, const statusrules_options *options) {
    statusrules_answer got = {0};
    oracle_extension_answer expected;
    int32_t error = statusrules_extension(&got, law, facts, options, NULL);
    oracle_measures_extension(&expected, facts, options);
    settle(comparison, true, facts, options, error, &got, &expected);
}

void compare_measures_valid_on(struct comparison *comparison, const statusrules_law *law,
                               const statusrules_facts *facts, int32_t day, const statusrules_options *options) {
    statusrules_answer got = {0};
    oracle_extension_answer expected;
    int64_t before = comparison->differences;
    int32_t error = statusrules_valid_on(&got, law, facts, day, options, NULL);
    oracle_measures_valid_on(&expected, facts, day, options);
    settle(comparison, false, facts, options, error, &got, &expected);
    if (comparison->differences > before && comparison->differences <= PRINTED_DIFFERENCES) {
        char text[16];
        (void)printf("#   valid on %s\n", case_day_text(text, day));
    }
}
