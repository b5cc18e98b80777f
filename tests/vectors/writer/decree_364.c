/* Stage 2: decree 364, the statement, decree 585. */
#include "documents.h"

static const int32_t groups[] = {STATE('B', 'Y'), STATE('K', 'Z'), STATE('C', 'N'), STATE('M', 'N'),
                                 STATE('X', 'A'), STATE('X', 'O'), STATE('U', 'A'), STATE('X', 'D'),
                                 STATE('X', 'L'), STATE('A', 'M'), STATE('K', 'G'), STATE('U', 'Z'),
                                 STATE('U', 'S')};

static void write_last_covered_days(void) {
    static const int32_t days[] = {DAY(2021, 6, 14), DAY(2021, 6, 15), DAY(2022, 5, 19), DAY(2022, 5, 20),
                                   DAY(2022, 6, 6),  DAY(2022, 6, 7),  DAY(2022, 6, 15), DAY(2022, 6, 16),
                                   DAY(2022, 7, 13), DAY(2022, 7, 14), DAY(2022, 8, 26), DAY(2022, 8, 27)};
    for (int32_t s = 0; s < COUNT(groups); s++) {
        for (int32_t k = 0; k < COUNT(days); k++) {
            statusrules_options options = known_on(days[k]);
            statusrules_facts facts = document(STATUSRULES_TERM_VISA, DAY(2021, 7, 1), groups[s]);
            write_readings(&facts, &options);
            facts = document(STATUSRULES_TERM_TEMPORARY_STAY, DAY(2021, 7, 1), groups[s]);
            write_readings(&facts, &options);
        }
    }
}

static void write_stays(void) {
    static const int32_t last_days[] = {DAY(2021, 3, 14), DAY(2021, 6, 15),  DAY(2021, 6, 16),
                                        DAY(2022, 8, 17), DAY(2022, 8, 18),  DAY(2022, 9, 3),
                                        DAY(2022, 9, 4),  DAY(2022, 10, 12), DAY(2022, 10, 13)};
    static const int32_t states[] = {STATE('B', 'Y'), STATE('C', 'N'), STATE('A', 'M'), STATE('U', 'Z')};
    static const int32_t settled[] = {DAY(2021, 9, 30), DAY(2021, 10, 1)};
    statusrules_options options = known_on(UNKNOWN);
    for (int32_t t = 0; t < N_STAYS; t++) {
        for (int32_t s = 0; s < COUNT(states); s++) {
            for (int32_t e = 0; e < COUNT(last_days); e++) {
                statusrules_facts facts = document(stays[t], last_days[e], states[s]);
                write_readings(&facts, &options);
                facts.location = ABROAD;
                write_readings(&facts, &options);
            }
        }
        for (int32_t i = 0; i < COUNT(settled); i++) {
            statusrules_facts facts = document(stays[t], DAY(2021, 3, 20), STATE('G', 'B'));
            facts.settled_on = settled[i];
            write_readings(&facts, &options);
            facts.last_day = DAY(2019, 12, 31);
            write_readings(&facts, &options);
        }
    }
}

static void write_abroad_or_in_the_programme(void) {
    static const int32_t last_days[] = {DAY(2020, 3, 14), DAY(2020, 3, 15),  DAY(2021, 6, 16),
                                        DAY(2022, 3, 26), DAY(2022, 3, 27),  DAY(2022, 8, 17),
                                        DAY(2022, 8, 18), DAY(2022, 10, 12), DAY(2022, 10, 13)};
    static const int32_t issued[] = {DAY(2020, 3, 14), DAY(2020, 3, 15), DAY(2020, 3, 16)};
    static const int32_t states[] = {STATE('C', 'N'), STATE('U', 'A'), STATE('U', 'S')};
    static const int32_t terms[] = {STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT,
                                    STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
                                    STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE};
    statusrules_options options = known_on(UNKNOWN);
    for (int32_t t = 0; t < COUNT(terms); t++) {
        for (int32_t s = 0; s < COUNT(states); s++) {
            for (int32_t e = 0; e < COUNT(last_days); e++) {
                for (int32_t i = 0; i < COUNT(issued) && issued[i] <= last_days[e]; i++) {
                    statusrules_facts facts = document(terms[t], last_days[e], states[s]);
                    facts.issued_on = issued[i];
                    facts.location = terms[t] == STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE ? UNKNOWN : ABROAD;
                    write_readings(&facts, &options);
                }
            }
        }
    }
}

static void write_absences(void) {
    static const int32_t last_days[] = {DAY(2020, 3, 15), DAY(2021, 6, 15), DAY(2021, 6, 16), DAY(2022, 10, 13)};
    statusrules_options options = known_on(UNKNOWN);
    for (int32_t status = STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY;
         status <= STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER; status++) {
        for (int32_t grounds = 0; grounds < 3; grounds++) {
            for (int32_t e = 0; e < COUNT(last_days); e++) {
                statusrules_facts facts = document(STATUSRULES_TERM_ABSENCE_LIMIT, last_days[e], STATE('U', 'S'));
                facts.legal_status = status;
                facts.highly_qualified = grounds == 1 ? STATUSRULES_YES : STATUSRULES_NO;
                facts.state_programme = grounds == 2 ? STATUSRULES_YES : STATUSRULES_NO;
                write_readings(&facts, &options);
            }
        }
    }
}

/* --- Paragraph 2 with the statement --------------------------------------------------------------------------------- */

static void write_paragraph_2(void) {
    /* Also those that 458 days take to the end of 2021. */
    static const int32_t last_days[] = {DAY(2020, 9, 28),  DAY(2020, 9, 29), DAY(2020, 9, 30),
                                        DAY(2021, 6, 15),  DAY(2021, 6, 16), DAY(2021, 12, 30),
                                        DAY(2021, 12, 31), DAY(2022, 1, 1),  DAY(2022, 7, 31)};
    static const int32_t days[] = {DAY(2021, 6, 14), DAY(2021, 6, 15), DAY(2021, 11, 28), DAY(2021, 11, 29),
                                   UNKNOWN};
    for (int32_t t = 0; t < N_OF_PARAGRAPH_2; t++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            for (int32_t k = 0; k < COUNT(days); k++) {
                statusrules_options options = known_on(days[k]);
                statusrules_facts facts = document(of_paragraph_2[t], last_days[e], STATE('U', 'S'));
                write_readings(&facts, &options);
            }
        }
    }
}

static void write_paragraph_2_abroad(void) {
    static const int32_t last_days[] = {DAY(2021, 6, 16), DAY(2021, 12, 30), DAY(2021, 12, 31), DAY(2022, 1, 1)};
    statusrules_options options = known_on(UNKNOWN);
    for (int32_t t = 0; t < N_OF_PARAGRAPH_2; t++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            statusrules_facts facts = document(of_paragraph_2[t], last_days[e], STATE('U', 'S'));
            facts.issued_on = DAY(2021, 6, 1);
            facts.location = ABROAD;
            write_readings(&facts, &options);
        }
    }
}

static void write_days_of_issue(void) {
    static const int32_t issued[] = {DAY(2021, 12, 31), DAY(2022, 1, 1), UNKNOWN};
    static const int32_t last_days[] = {DAY(2022, 1, 1), DAY(9999, 6, 15), DAY(9999, 6, 16), DAY(2021, 12, 30)};
    for (int32_t t = 0; t < N_OF_PARAGRAPH_2; t++) {
        for (int32_t i = 0; i < COUNT(issued); i++) {
            for (int32_t e = 0; e < COUNT(last_days); e++) {
                statusrules_options options = known_on(UNKNOWN);
                statusrules_facts facts = document(of_paragraph_2[t], last_days[e], STATE('U', 'S'));
                facts.issued_on = issued[i];
                write_readings(&facts, &options);
            }
        }
    }
}

/* --- Decree 585 ----------------------------------------------------------------------------------------------------- */

static void write_decree_585(void) {
    static const int32_t states[] = {STATE('U', 'A'), STATE('X', 'D'), STATE('X', 'L')};
    static const int32_t days[] = {DAY(2022, 8, 26), DAY(2022, 8, 27)};
    static const int32_t last_days[] = {DAY(2019, 6, 1), DAY(2020, 6, 1), DAY(2021, 7, 1)};
    static const int32_t identified[] = {STATUSRULES_YES, STATUSRULES_NO, UNKNOWN};
    for (int32_t t = 0; t < N_STAYS; t++) {
        for (int32_t s = 0; s < COUNT(states); s++) {
            for (int32_t k = 0; k < COUNT(days); k++) {
                for (int32_t e = 0; e < COUNT(last_days); e++) {
                    for (int32_t i = 0; i < COUNT(identified); i++) {
                        statusrules_options options = known_on(days[k]);
                        statusrules_facts facts = document(stays[t], last_days[e], states[s]);
                        facts.identified = identified[i];
                        write_readings(&facts, &options);
                    }
                }
            }
        }
    }
}

void write_decree_364(void) {
    write_last_covered_days();
    write_stays();
    write_abroad_or_in_the_programme();
    write_absences();
    write_paragraph_2();
    write_paragraph_2_abroad();
    write_days_of_issue();
    write_decree_585();
}
