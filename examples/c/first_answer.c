/* Through which day is a residence permit valid that ends on 31 December 2021? */
#include <statusrules/statusrules.h>
#include <stdio.h>

int main(void) {
    char text[16384];
    int32_t length;
    statusrules_error error;
    statusrules_answer answer;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = STATUSRULES_DAY(2021, 12, 31);

    int32_t failed = statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, &error);
    if (!failed) {
        printf("%s\n", statusrules_name(STATUSRULES_NAMES_OUTCOME, answer.outcome, STATUSRULES_LANGUAGE_NAME));
        if (statusrules_format_day(text, sizeof text, answer.day, NULL) == STATUSRULES_OK) {
            printf("%s\n\n", text);
        }
        failed =
            statusrules_explain(text, sizeof text, &length, statusrules_law_statement(),
                                STATUSRULES_QUESTION_EXTENSION, &facts, NULL, STATUSRULES_LANGUAGE_EN, &error);
    }
    if (failed) {
        statusrules_error_text(text, sizeof text, &length, &error, STATUSRULES_LANGUAGE_EN, NULL);
        fprintf(stderr, "%s\n", text);
        return 1;
    }
    fputs(text, stdout);
    return 0;
}
