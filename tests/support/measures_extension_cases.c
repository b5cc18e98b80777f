#include "measures_extension_cases.h"

#define DAY ORACLE_DAY
#define STATE STATUSRULES_COUNTRY
#define TERM(name) STATUSRULES_TERM_##name

enum {
    YES = STATUSRULES_OUTCOME_YES,
    NO = STATUSRULES_OUTCOME_NO,
    SILENT = STATUSRULES_OUTCOME_SILENT,
    CONFLICT = STATUSRULES_OUTCOME_CONFLICT,
    UNDETERMINED = STATUSRULES_OUTCOME_UNDETERMINED,
    IN_RUSSIA = STATUSRULES_LOCATION_IN_RUSSIA,
    ABROAD = STATUSRULES_LOCATION_ABROAD,
    OPEN = STATUSRULES_NONE,
    NEVER = STATUSRULES_NONE,
    LITERAL = STATUSRULES_READING_LITERAL,
    SUSPENSION = STATUSRULES_READING_SUSPENSION,
    FIXED = STATUSRULES_READING_FIXED_DAY
};

/* Known on, reading, term, last day, location, citizenship, residence state; the rest by name. */
const struct extension_case extension_cases[] = {
    {"case 1: a residence permit to the end of 2021", 0, 0, TERM(PERMANENT_RESIDENCE_PERMIT), DAY(2021, 12, 31),
     IN_RUSSIA, .outcome = YES, .day = DAY(2022, 7, 18)},
    {"case 1: a temporary residence permit", 0, 0, TERM(TEMPORARY_RESIDENCE_PERMIT), DAY(2021, 12, 31), IN_RUSSIA,
     .outcome = YES, .day = DAY(2022, 7, 18)},
    {"case 1: a registration of residence", 0, 0, TERM(RESIDENCE_REGISTRATION), DAY(2021, 12, 31), IN_RUSSIA,
     .outcome = YES, .day = DAY(2022, 7, 18)},
    {"case 9: 276 days for a State-programme certificate", DAY(2020, 10, 8), SUSPENSION,
     TERM(STATE_PROGRAMME_CERTIFICATE), DAY(2020, 5, 31), .outcome = YES, .day = DAY(2021, 3, 3)},
    {"case 12: 93 days from the first day, literal", DAY(2020, 5, 1), LITERAL, TERM(STAY_REGISTRATION),
     DAY(2020, 3, 15), .outcome = YES, .day = DAY(2020, 6, 16)},
    {"case 12: 93 days from the first day, suspension", DAY(2020, 5, 1), SUSPENSION, TERM(STAY_REGISTRATION),
     DAY(2020, 3, 15), .outcome = YES, .day = DAY(2020, 6, 16)},
    {"case 12: the press reads the end of the window", DAY(2020, 5, 1), FIXED, TERM(STAY_REGISTRATION),
     DAY(2020, 3, 15), .outcome = YES, .day = DAY(2020, 6, 15)},
    {"case 12: the readings differ", DAY(2020, 5, 1), 0, TERM(STAY_REGISTRATION), DAY(2020, 3, 15),
     .outcome = CONFLICT, .earliest = DAY(2020, 6, 15), .latest = DAY(2020, 6, 16)},
    {"case 13: 93 days from the last day", DAY(2020, 5, 1), LITERAL, TERM(STAY_REGISTRATION), DAY(2020, 6, 15),
     .outcome = YES, .day = DAY(2020, 9, 16)},
    {"case 13: a visa likewise", DAY(2020, 5, 1), SUSPENSION, TERM(VISA), DAY(2020, 6, 15), .outcome = YES,
     .day = DAY(2020, 9, 16)},
    {"case 15: the day before the window", DAY(2020, 5, 1), 0, TERM(VISA), DAY(2020, 3, 14), .outcome = SILENT},
    {"case 16: the day after the window", DAY(2020, 5, 1), 0, TERM(VISA), DAY(2020, 6, 16), .outcome = SILENT},
    {"case 16: the same inside the window of 392", DAY(2020, 6, 15), LITERAL, TERM(VISA), DAY(2020, 6, 16),
     .outcome = YES, .day = DAY(2020, 12, 18)},
    {"case 19: 458 days reach the window of 364", DAY(2021, 1, 10), LITERAL, TERM(TEMPORARY_STAY),
     DAY(2020, 3, 15), 0, STATE('U', 'Z'), .outcome = YES, .day = DAY(2021, 6, 16)},
    {"case 19: as a suspension", DAY(2021, 1, 10), SUSPENSION, TERM(TEMPORARY_STAY), DAY(2020, 3, 15), 0,
     STATE('U', 'Z'), .outcome = YES, .day = DAY(2021, 6, 16)},
    {"case 22: British visas end with 14 March 2021", DAY(2021, 1, 10), 0, TERM(VISA), DAY(2021, 2, 1), 0,
     STATE('G', 'B'), .outcome = YES, .day = DAY(2021, 3, 14)},
    {"case 22: a British visa that ends a day later", DAY(2021, 1, 10), 0, TERM(VISA), DAY(2021, 3, 15), 0,
     STATE('G', 'B'), .outcome = NO},
    {"case 24: Americans are not cut off", DAY(2021, 1, 10), LITERAL, TERM(VISA), DAY(2021, 6, 15), 0,
     STATE('U', 'S'), .outcome = YES, .day = DAY(2022, 9, 16)},
    {"case 24: as a suspension", DAY(2021, 1, 10), SUSPENSION, TERM(VISA), DAY(2021, 6, 15), 0, STATE('U', 'S'),
     .outcome = YES, .day = DAY(2022, 9, 16)},
    {"case 24: as a fixed day", DAY(2021, 1, 10), FIXED, TERM(VISA), DAY(2021, 6, 15), 0, STATE('U', 'S'),
     .outcome = YES, .day = DAY(2021, 6, 15)},
    {"case 28: Belarus", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('B', 'Y'), .outcome = YES,
     .day = DAY(2022, 8, 17)},
    {"case 28: Kazakhstan", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('K', 'Z'),
     .outcome = YES, .day = DAY(2022, 8, 17)},
    {"case 28: China", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('C', 'N'), .outcome = YES,
     .day = DAY(2022, 8, 17)},
    {"case 28: Mongolia", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('M', 'N'), .outcome = YES,
     .day = DAY(2022, 8, 17)},
    {"case 28: Abkhazia", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('X', 'A'), .outcome = YES,
     .day = DAY(2022, 8, 17)},
    {"case 28: South Ossetia", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('X', 'O'),
     .outcome = YES, .day = DAY(2022, 8, 17)},
    {"case 30: every other state", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('U', 'Z'),
     .outcome = YES, .day = DAY(2022, 10, 12), .earliest = DAY(2022, 10, 12), .latest = DAY(2022, 10, 13)},
    {"case 30: on 12 October 2022", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('U', 'Z'),
     .valid_on = DAY(2022, 10, 12), .outcome = YES, .day = DAY(2022, 10, 12)},
    {"case 30: on 13 October 2022", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('U', 'Z'),
     .valid_on = DAY(2022, 10, 13), .outcome = CONFLICT},
    {"case 30: on 14 October 2022", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('U', 'Z'),
     .valid_on = DAY(2022, 10, 14), .outcome = NO, .day = DAY(2022, 10, 12)},
    {"case 31: Ukraine, on the eve of decree 585", DAY(2022, 8, 26), 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1),
     IN_RUSSIA, STATE('U', 'A'), .outcome = YES, .day = OPEN},
    {"case 31: Ukraine, since then", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('U', 'A'),
     .outcome = UNDETERMINED, .earliest = OPEN, .latest = OPEN},
    {"case 31: Donetsk, identified", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('X', 'D'),
     .identified = STATUSRULES_YES, .outcome = YES, .day = OPEN},
    {"case 31: Lugansk, a visa", 0, 0, TERM(VISA), DAY(2021, 7, 1), IN_RUSSIA, STATE('X', 'L'), .outcome = YES,
     .day = OPEN},
    {"case 31: Ukraine, between two publications", DAY(2022, 6, 15), 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1),
     IN_RUSSIA, STATE('U', 'A'), .outcome = YES, .day = DAY(2022, 8, 17)},
    {"case 40: a Kazakh's residence permit abroad", 0, 0, TERM(PERMANENT_RESIDENCE_PERMIT), DAY(2021, 7, 1),
     ABROAD, STATE('K', 'Z'), .issued_on = DAY(2018, 5, 1), .outcome = YES, .day = DAY(2022, 8, 17)},
    {"case 49: two states", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA, STATE('B', 'Y'),
     STATE('A', 'M'), .outcome = CONFLICT, .earliest = DAY(2022, 8, 17), .latest = DAY(2022, 9, 3)},
    {"case R05: a Turkish citizen's stay", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 3, 14), IN_RUSSIA,
     STATE('T', 'R'), .settled_on = NEVER, .outcome = YES, .day = DAY(2021, 3, 14)},
    {"case R07: an Armenian citizen on 3 September 2022", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA,
     STATE('A', 'M'), .valid_on = DAY(2022, 9, 3), .outcome = YES, .day = DAY(2022, 9, 3)},
    {"case R07: an Armenian citizen on 4 September 2022", 0, 0, TERM(TEMPORARY_STAY), DAY(2021, 7, 1), IN_RUSSIA,
     STATE('A', 'M'), .valid_on = DAY(2022, 9, 4), .outcome = NO, .day = DAY(2022, 9, 3)},
};

const int32_t n_extension_cases = (int32_t)(sizeof extension_cases / sizeof extension_cases[0]);

static int32_t given(int32_t value) {
    return value == 0 ? STATUSRULES_UNKNOWN : value;
}

statusrules_facts facts_of_case(const struct extension_case *c) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = c->term;
    facts.last_day = c->last_day;
    facts.location = given(c->location);
    facts.citizenship = given(c->citizenship);
    facts.residence_state = given(c->residence_state);
    facts.issued_on = given(c->issued_on);
    facts.settled_on = given(c->settled_on);
    facts.identified = given(c->identified);
    return facts;
}

statusrules_options options_of_case(const struct extension_case *c) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.known_on = given(c->known_on);
    options.reading = given(c->reading);
    options.valid_on = given(c->valid_on);
    return options;
}
