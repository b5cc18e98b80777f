/* The digests of the answers of each law about each term. */
#include "documents.h"

#include <stdio.h>

#include <statusrules/names.h>

#include "digest.h"

static void of_statement(int32_t *outcome, int32_t *day, const void *context, const statusrules_facts *facts,
                         const statusrules_options *options) {
    oracle_answer answer;
    (void)context;
    oracle_ask(&answer, STATUSRULES_QUESTION_EXTENSION, facts, options);
    *outcome = answer.outcome;
    *day = answer.day;
}

static void of_measures(int32_t *outcome, int32_t *day, const void *context, const statusrules_facts *facts,
                        const statusrules_options *options) {
    oracle_extension_answer answer;
    (void)context;
    oracle_measures_extension(&answer, facts, options);
    *outcome = answer.all.outcome;
    *day = answer.all.day;
}

static void write_law(const char *law, digest_answer *answer) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        (void)printf("%s\t1\t%s\t%08x\n", law,
                     statusrules_name(STATUSRULES_FACT_TERM, term, STATUSRULES_LANGUAGE_NAME),
                     (unsigned)digest_of_answers(term, 1, answer, NULL));
    }
}

void write_digests(void) {
    (void)printf("law\tedition\tterm\tdigest\n");
    write_law("statement", of_statement);
    write_law("measures", of_measures);
}
