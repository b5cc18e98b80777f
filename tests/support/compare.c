#include "compare.h"

#include "case_text.h"

#include <stdio.h>
#include <string.h>

#include <statusrules/names.h>

enum { MAX_NUMBERS = 64, PRINTED_DIFFERENCES = 10 };

/* The oracle's provision for each number of the library. */
static int32_t oracle_of[MAX_NUMBERS];

bool compare_provisions(struct comparison *comparison) {
    const statusrules_law *law = statusrules_law_statement();
    int32_t n = statusrules_law_provision_count(law);
    bool met[ORACLE_PROVISIONS] = {false};
    int64_t before = comparison->differences;
    for (int32_t number = 1; number <= n && number < MAX_NUMBERS; number++) {
        statusrules_provision provision = {0};
        oracle_of[number] = -1;
        if (statusrules_law_provision(&provision, law, number, NULL) != STATUSRULES_OK) {
            comparison->differences++;
            continue;
        }
        for (int32_t p = ORACLE_S1; p < ORACLE_PROVISIONS; p++) {
            if (strcmp(oracle_provision_id(p), provision.id) == 0) {
                oracle_of[number] = p;
                met[p] = true;
            }
        }
        comparison->cases++;
        if (oracle_of[number] < 0) {
            comparison->differences++;
            (void)printf("# the tables have no provision %s\n", provision.id);
        }
    }
    for (int32_t p = ORACLE_S1; p < ORACLE_PROVISIONS; p++) {
        comparison->cases++;
        if (!met[p]) {
            comparison->differences++;
            (void)printf("# the law has no provision %s\n", oracle_provision_id(p));
        }
    }
    return comparison->differences == before;
}

static int32_t oracle_number(int32_t number) {
    return number >= 0 && number < MAX_NUMBERS ? oracle_of[number] : -1;
}

static bool equal_readings(const statusrules_reading_answer *got, const oracle_reading_answer *expected,
                           bool bounds) {
    return got->outcome == expected->outcome
           && (expected->outcome == 0
               || (got->day == expected->day && oracle_number(got->provision) == expected->provision
                   && got->possible == expected->possible
                   && (!bounds || (got->earliest == expected->earliest && got->latest == expected->latest))));
}

static bool equal(const statusrules_answer *got, const oracle_answer *expected, bool bounds) {
    return got->outcome == expected->outcome && got->day == expected->day
           && oracle_number(got->provision) == expected->provision && oracle_number(got->note) == expected->note
           && got->possible == expected->possible
           && (!bounds || (got->earliest == expected->earliest && got->latest == expected->latest))
           && got->missing == expected->missing && got->assumed == expected->assumed
           && equal_readings(&got->readings[0], &expected->readings[0], bounds)
           && equal_readings(&got->readings[1], &expected->readings[1], bounds)
           && equal_readings(&got->readings[2], &expected->readings[2], bounds);
}

/* --- Printing a difference ---------------------------------------------------------------------------------- */

static void print_answer(const char *who, int32_t error, int32_t outcome, int32_t day, int32_t provision,
                         int32_t note, int32_t possible, int32_t earliest, int32_t latest, int64_t missing,
                         int64_t assumed) {
    char a[16];
    char b[16];
    char c[16];
    (void)printf("#   %s error %d %s day %s provision '%s' note '%s' possible %d earliest %s latest %s "
                 "missing %llx assumed %llx\n",
                 who, (int)error, statusrules_name(STATUSRULES_NAMES_OUTCOME, outcome, STATUSRULES_LANGUAGE_NAME),
                 case_day_text(a, day), provision < 0 ? "?" : oracle_provision_id(provision),
                 note < 0 ? "?" : oracle_provision_id(note), (int)possible, case_day_text(b, earliest),
                 case_day_text(c, latest), (unsigned long long)missing, (unsigned long long)assumed);
}

static void print_readings(const statusrules_answer *got, const oracle_answer *expected) {
    for (int32_t r = 0; r < 3; r++) {
        const statusrules_reading_answer *g = &got->readings[r];
        const oracle_reading_answer *e = &expected->readings[r];
        if (!equal_readings(g, e, true)) {
            print_answer("  reading, library", 0, g->outcome, g->day, oracle_number(g->provision), 0, g->possible,
                         g->earliest, g->latest, 0, 0);
            print_answer("  reading, oracle ", 0, e->outcome, e->day, e->provision, 0, e->possible, e->earliest,
                         e->latest, 0, 0);
        }
    }
}

static void settle(struct comparison *comparison, bool same, int32_t question, const statusrules_facts *facts,
                   const statusrules_options *options, int32_t error, const statusrules_answer *got,
                   const oracle_answer *expected) {
    comparison->cases++;
    if (same) {
        return;
    }
    comparison->differences++;
    if (comparison->differences > PRINTED_DIFFERENCES) {
        return;
    }
    case_print(question, facts, options);
    print_answer("library", error, got->outcome, got->day, oracle_number(got->provision), oracle_number(got->note),
                 got->possible, got->earliest, got->latest, got->missing, got->assumed);
    print_answer("oracle ", expected->error, expected->outcome, expected->day, expected->provision, expected->note,
                 expected->possible, expected->earliest, expected->latest, expected->missing, expected->assumed);
    print_readings(got, expected);
}

void compare_ask(struct comparison *comparison, int32_t question, const statusrules_facts *facts,
                 const statusrules_options *options) {
    statusrules_answer got = {0};
    oracle_answer expected;
    int32_t error = statusrules_ask(&got, statusrules_law_statement(), question, facts, options, NULL);
    oracle_ask(&expected, question, facts, options);
    bool same = error == expected.error && (error != STATUSRULES_OK || equal(&got, &expected, true));
    settle(comparison, same, question, facts, options, error, &got, &expected);
}

void compare_valid_on(struct comparison *comparison, const statusrules_facts *facts, int32_t day,
                      const statusrules_options *options) {
    statusrules_answer got = {0};
    oracle_answer expected;
    int32_t error = statusrules_valid_on(&got, statusrules_law_statement(), facts, day, options, NULL);
    oracle_valid_on(&expected, facts, day, options);
    bool same = error == expected.error && (error != STATUSRULES_OK || equal(&got, &expected, false));
    settle(comparison, same, STATUSRULES_QUESTION_EXTENSION, facts, options, error, &got, &expected);
    if (!same && comparison->differences <= PRINTED_DIFFERENCES) {
        char text[16];
        (void)printf("#   valid on %s\n", case_day_text(text, day));
    }
}
