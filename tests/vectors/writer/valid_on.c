/* Whether a document is valid on a day: the days around its last day and around those that the tables give. */
#include "documents.h"

static void write_days_around(const statusrules_facts *facts, int32_t published, int32_t day) {
    for (int32_t on = day - 1; on <= day + 1; on++) {
        statusrules_options options = known_on(published);
        options.valid_on = on;
        write_readings(facts, &options);
    }
}

/* By every reading. */
static void write_document(const statusrules_facts *facts, int32_t published) {
    statusrules_options options = known_on(published);
    oracle_extension_answer answer;
    oracle_measures_extension(&answer, facts, &options);
    write_days_around(facts, published, facts->last_day);
    for (int32_t r = 0; r < 3; r++) {
        int32_t day = answer.readings[r].day;
        if (day != STATUSRULES_NOT_A_DAY && day != NONE) {
            write_days_around(facts, published, day);
        }
        if (answer.readings[r].latest > day && answer.readings[r].latest != NONE) {
            write_days_around(facts, published, answer.readings[r].latest);
        }
    }
    if (facts->issued_on != UNKNOWN) {
        write_days_around(facts, published, facts->issued_on);
    }
}

static void write_every_term(void) {
    static const int32_t published[] = {DAY(2020, 5, 1), UNKNOWN};
    static const int32_t last_days[] = {DAY(2020, 6, 15), DAY(2021, 7, 1)};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        for (int32_t p = 0; p < COUNT(published); p++) {
            statusrules_facts facts = document(term, last_days[p], STATE('U', 'S'));
            write_document(&facts, published[p]);
        }
    }
}

static void write_every_group(void) {
    static const int32_t groups[] = {STATE('B', 'Y'), STATE('C', 'N'), STATE('U', 'A'), STATE('A', 'M'),
                                     STATE('K', 'G'), STATE('U', 'Z'), STATE('F', 'I'), STATE('G', 'R')};
    static const int32_t last_days[] = {DAY(2021, 3, 14), DAY(2021, 3, 15), DAY(2021, 6, 15), DAY(2021, 7, 1)};
    for (int32_t s = 0; s < COUNT(groups); s++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            statusrules_facts facts = document(STATUSRULES_TERM_VISA, last_days[e], groups[s]);
            write_document(&facts, UNKNOWN);
        }
    }
}

static void write_paragraph_2(void) {
    static const int32_t last_days[] = {DAY(2020, 9, 29), DAY(2021, 12, 30), DAY(2021, 12, 31), DAY(2022, 1, 1)};
    for (int32_t t = 0; t < N_OF_PARAGRAPH_2; t++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            statusrules_facts facts = document(of_paragraph_2[t], last_days[e], STATE('U', 'S'));
            write_document(&facts, UNKNOWN);
        }
    }
}

static void write_two_states(void) {
    statusrules_facts facts = document(STATUSRULES_TERM_VISA, DAY(2021, 7, 1), STATE('B', 'Y'));
    facts.residence_state = STATE('A', 'M');
    write_days_around(&facts, UNKNOWN, DAY(2022, 8, 17));
    write_days_around(&facts, UNKNOWN, DAY(2022, 9, 3));
}

static void write_identified(void) {
    for (int32_t identified = STATUSRULES_NO; identified <= STATUSRULES_YES; identified++) {
        statusrules_facts facts = document(STATUSRULES_TERM_TEMPORARY_STAY, DAY(2021, 7, 1), STATE('U', 'A'));
        facts.identified = identified;
        write_days_around(&facts, UNKNOWN, DAY(2021, 7, 1));
        write_days_around(&facts, UNKNOWN, DAY(2030, 1, 1));
    }
}

void write_days(void) {
    write_every_term();
    write_every_group();
    write_paragraph_2();
    write_two_states();
    write_identified();
}
