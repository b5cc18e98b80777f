#include "documents.h"

const int32_t stays[N_STAYS] = {STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_VISA,
                                STATUSRULES_TERM_MIGRATION_CARD, STATUSRULES_TERM_STAY_REGISTRATION};
const int32_t of_paragraph_2[N_OF_PARAGRAPH_2] = {
    STATUSRULES_TERM_RESIDENCE_REGISTRATION, STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT,
    STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, STATUSRULES_TERM_REFUGEE_CERTIFICATE,
    STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE};

statusrules_options known_on(int32_t day) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.known_on = day;
    return options;
}

static bool is_one_of(int32_t term, const int32_t *terms, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        if (terms[i] == term) {
            return true;
        }
    }
    return false;
}

statusrules_facts document(int32_t term, int32_t last_day, int32_t citizenship) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.last_day = last_day;
    facts.citizenship = citizenship;
    if (is_one_of(term, stays, COUNT(stays))) {
        facts.location = IN_RUSSIA;
        facts.settled_on = NONE;
        facts.identified = term == STATUSRULES_TERM_TEMPORARY_STAY || term == STATUSRULES_TERM_STAY_REGISTRATION
                               ? STATUSRULES_NO
                               : UNKNOWN;
    } else if (is_one_of(term, of_paragraph_2, COUNT(of_paragraph_2))) {
        facts.location = IN_RUSSIA;
        facts.issued_on = DAY(2018, 5, 1);
    } else if (term == STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE) {
        facts.issued_on = DAY(2020, 3, 16) > last_day ? DAY(2018, 5, 1) : DAY(2020, 3, 16);
    } else if (term == STATUSRULES_TERM_ABSENCE_LIMIT) {
        facts.legal_status = STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE;
        facts.highly_qualified = STATUSRULES_NO;
        facts.state_programme = STATUSRULES_NO;
    }
    return facts;
}
