/* A program outside the library: it knows the installed headers and pkg-config, nothing else. */
#include <statusrules/statusrules.h>
#include <stdio.h>

int main(void) {
    statusrules_answer answer;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    if (statusrules_extension(&answer, statusrules_law_statement(), &facts, NULL, NULL) != STATUSRULES_OK
        || answer.outcome != STATUSRULES_OUTCOME_YES || answer.day != STATUSRULES_DAY(2022, 7, 18)) {
        fputs("a residence permit that ends on 2021-12-31 should be valid through 2022-07-18\n", stderr);
        return 1;
    }
    printf("statusrules %s: valid through 2022-07-18\n", statusrules_version());
    return 0;
}
