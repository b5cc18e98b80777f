#include "digest.h"

#include <stddef.h>

/* One state for each group that the law measures tells apart, and none. */
static const int32_t citizenships[] = {STATUSRULES_COUNTRY('A', 'M'),
                                       STATUSRULES_COUNTRY('A', 'Z'),
                                       STATUSRULES_COUNTRY('B', 'Y'),
                                       STATUSRULES_COUNTRY('C', 'N'),
                                       STATUSRULES_COUNTRY('F', 'I'),
                                       STATUSRULES_COUNTRY('G', 'B'),
                                       STATUSRULES_COUNTRY('G', 'R'),
                                       STATUSRULES_COUNTRY('K', 'G'),
                                       STATUSRULES_COUNTRY('U', 'A'),
                                       STATUSRULES_COUNTRY('U', 'S'),
                                       STATUSRULES_NONE};

enum { N_CITIZENSHIPS = sizeof citizenships / sizeof citizenships[0] };

static void add_byte(uint32_t *crc, uint32_t byte) {
    *crc ^= byte;
    for (int32_t bit = 0; bit < 8; bit++) {
        *crc = *crc >> 1 ^ ((*crc & 1) != 0 ? 0xedb88320u : 0);
    }
}

/* The lowest byte first. */
static void add_number(uint32_t *crc, int32_t number) {
    for (int32_t shift = 0; shift < 32; shift += 8) {
        add_byte(crc, (uint32_t)number >> shift & 0xff);
    }
}

static void add_last_days(uint32_t *crc, statusrules_facts *facts, const statusrules_options *options,
                          digest_answer *answer, const void *context) {
    for (int32_t day = STATUSRULES_DAY(2019, 1, 1); day <= STATUSRULES_DAY(2023, 12, 31); day++) {
        int32_t outcome = 0;
        int32_t through = STATUSRULES_NOT_A_DAY;
        facts->last_day = day;
        answer(&outcome, &through, context, facts, options);
        add_number(crc, outcome);
        add_number(crc, through);
    }
}

uint32_t digest_of_answers(int32_t term, int32_t edition, digest_answer *answer, const void *context) {
    uint32_t crc = 0xffffffffu;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    facts.term = term;
    facts.issued_on = STATUSRULES_DAY(2018, 5, 1);
    facts.residence_state = STATUSRULES_NONE;
    facts.settled_on = STATUSRULES_NONE;
    facts.identified = STATUSRULES_YES;
    facts.legal_status = STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE;
    facts.highly_qualified = STATUSRULES_NO;
    facts.state_programme = STATUSRULES_NO;
    options.edition = edition;
    for (int32_t c = 0; c < N_CITIZENSHIPS; c++) {
        facts.citizenship = citizenships[c];
        for (facts.location = STATUSRULES_LOCATION_IN_RUSSIA; facts.location <= STATUSRULES_LOCATION_ABROAD;
             facts.location++) {
            for (options.reading = STATUSRULES_READING_LITERAL; options.reading <= STATUSRULES_READING_FIXED_DAY;
                 options.reading++) {
                add_last_days(&crc, &facts, &options, answer, context);
            }
        }
    }
    return ~crc;
}
