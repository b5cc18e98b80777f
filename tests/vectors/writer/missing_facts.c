/* Two states, no state, facts that are missing, nothing presumed. */
#include "documents.h"

/* Each question as it is, and strictly. */
static void write_both(const statusrules_facts *facts) {
    statusrules_options options = known_on(UNKNOWN);
    write_row(NULL, facts, &options);
    options.strict = STATUSRULES_YES;
    write_row(NULL, facts, &options);
}

static void write_states(void) {
    static const int32_t sides[] = {
        STATE('B', 'Y'), STATE('A', 'M'), STATE('U', 'A'), STATE('U', 'S'), STATE('G', 'B'), NONE, UNKNOWN};
    static const int32_t terms[] = {STATUSRULES_TERM_VISA, STATUSRULES_TERM_TEMPORARY_STAY,
                                    STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT};
    static const int32_t last_days[] = {DAY(2020, 3, 14), DAY(2021, 3, 15), DAY(2021, 7, 1)};
    for (int32_t t = 0; t < COUNT(terms); t++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            for (int32_t c = 0; c < COUNT(sides); c++) {
                for (int32_t r = 0; r < COUNT(sides); r++) {
                    statusrules_options options = known_on(UNKNOWN);
                    statusrules_facts facts = document(terms[t], last_days[e], sides[c]);
                    facts.residence_state = sides[r];
                    write_readings(&facts, &options);
                }
            }
        }
    }
}

/* A document of each kind with one of its facts missing. */
static void write_one_missing(void) {
    static const int32_t facts_asked[] = {
        STATUSRULES_FACT_LAST_DAY,     STATUSRULES_FACT_LOCATION,         STATUSRULES_FACT_ISSUED_ON,
        STATUSRULES_FACT_CITIZENSHIP,  STATUSRULES_FACT_SETTLED_ON,       STATUSRULES_FACT_IDENTIFIED,
        STATUSRULES_FACT_LEGAL_STATUS, STATUSRULES_FACT_HIGHLY_QUALIFIED, STATUSRULES_FACT_STATE_PROGRAMME};
    static const int32_t last_days[] = {DAY(2020, 6, 15), DAY(2021, 3, 20), DAY(2022, 1, 1)};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            for (int32_t i = 0; i < COUNT(facts_asked); i++) {
                statusrules_facts facts = document(term, last_days[e], STATE('G', 'B'));
                facts.residence_state = NONE;
                ((int32_t *)(void *)&facts)[facts_asked[i]] = UNKNOWN;
                write_both(&facts);
            }
        }
    }
}

/* Everything is known but what it is. */
static void write_term_not_known(void) {
    static const int32_t last_days[] = {DAY(2020, 3, 14), DAY(2020, 6, 15), DAY(2021, 3, 20), DAY(2021, 12, 31)};
    for (int32_t e = 0; e < COUNT(last_days); e++) {
        statusrules_facts facts = document(UNKNOWN, last_days[e], STATE('U', 'S'));
        facts.location = IN_RUSSIA;
        facts.issued_on = DAY(2018, 5, 1);
        facts.residence_state = facts.settled_on = NONE;
        facts.identified = facts.highly_qualified = facts.state_programme = STATUSRULES_NO;
        facts.legal_status = STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE;
        write_both(&facts);
    }
}

static void write_without_term(void) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        statusrules_facts facts = document(term, NONE, STATE('U', 'S'));
        write_both(&facts);
    }
}

/* The order of the day of issue and the last day. */
static void write_refused(void) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        statusrules_facts facts = document(term, DAY(2021, 6, 15), STATE('U', 'S'));
        facts.issued_on = DAY(2021, 6, 16);
        write_both(&facts);
    }
}

void write_missing_facts(void) {
    write_states();
    write_one_missing();
    write_term_not_known();
    write_without_term();
    write_refused();
}
