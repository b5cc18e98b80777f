#include "compare_measures.h"
#include "case_text.h"

#include "oracle_measures.h"

#include <stdio.h>

#include <statusrules/names.h>

enum { PRINTED_DIFFERENCES = 10 };

/* The rows hold in every reading. */
static bool is_equal_reading(const statusrules_reading_answer *got, const oracle_measures_answer *expected,
                             bool asked) {
    if (!asked) {
        return got->outcome == 0;
    }
    return got->outcome == expected->outcome && got->day == expected->day && got->possible == expected->possible
           && got->earliest == expected->earliest && got->latest == expected->latest;
}

static bool is_equal(const statusrules_answer *got, const oracle_measures_answer *expected, int32_t reading) {
    bool equal = got->outcome == expected->outcome && got->day == expected->day
                 && got->possible == expected->possible && got->earliest == expected->earliest
                 && got->latest == expected->latest && got->missing == expected->missing
                 && got->assumed == expected->assumed;
    for (int32_t r = STATUSRULES_READING_LITERAL; r <= STATUSRULES_READING_FIXED_DAY; r++) {
        equal =
            equal
            && is_equal_reading(&got->readings[r - 1], expected, reading == STATUSRULES_UNKNOWN || reading == r);
    }
    return equal;
}

static void print_answer(const char *who, int32_t outcome, int32_t day, int32_t possible, int64_t missing,
                         int64_t assumed, const char *row) {
    char text[16];
    (void)printf("#   %s: %s, day %s, by '%s'; possible", who,
                 statusrules_name(STATUSRULES_NAMES_OUTCOME, outcome, STATUSRULES_LANGUAGE_NAME),
                 case_day_text(text, day), row);
    for (int32_t o = STATUSRULES_OUTCOME_YES; o <= STATUSRULES_OUTCOME_CONFLICT; o++) {
        if ((possible >> o & 1) != 0) {
            (void)printf(" %s", statusrules_name(STATUSRULES_NAMES_OUTCOME, o, STATUSRULES_LANGUAGE_NAME));
        }
    }
    for (int32_t pass = 0; pass < 2; pass++) {
        (void)printf("; %s", pass == 0 ? "missing" : "assumed");
        for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
            int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
            if (((pass == 0 ? missing : assumed) >> fact & 1) != 0) {
                (void)printf(" %s", statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
            }
        }
    }
    (void)printf("\n");
}

static const char *provision_id(const statusrules_law *law, int32_t number) {
    static _Thread_local statusrules_provision provision;
    if (number == 0 || statusrules_law_provision(&provision, law, number, NULL) != STATUSRULES_OK) {
        return "";
    }
    return provision.id;
}

void compare_measures(struct comparison *comparison, const statusrules_law *law, int32_t question,
                      const statusrules_facts *facts, const statusrules_options *options) {
    statusrules_answer got = {0};
    oracle_measures_answer expected;
    const int32_t error = statusrules_ask(&got, law, question, facts, options, NULL);
    oracle_measures_ask(&expected, question, facts, options);
    comparison->cases++;
    if (error == STATUSRULES_OK
        && is_equal(&got, &expected, options != NULL ? options->reading : STATUSRULES_UNKNOWN)) {
        return;
    }
    comparison->differences++;
    if (comparison->differences > PRINTED_DIFFERENCES) {
        return;
    }
    case_print(question, facts, options);
    if (error != STATUSRULES_OK) {
        (void)printf("#   library: error %d\n", (int)error);
        return;
    }
    print_answer("library", got.outcome, got.day, got.possible, got.missing, got.assumed,
                 provision_id(law, got.provision));
    print_answer("tables ", expected.outcome, expected.day, expected.possible, expected.missing, expected.assumed,
                 expected.row);
}
