/* Cases that no product above puts together: every fact from the values that B.1 tells apart, up to three missing. */
#include "chance.h"
#include "measures_extension.h"

#include <statusrules/names.h>

enum { UNKNOWN = STATUSRULES_UNKNOWN, NONE = STATUSRULES_NONE, MAX_MISSING = 3 };

#define DAY ORACLE_DAY

/* first..last, both included. */
static int32_t between(uint64_t *state, int32_t first, int32_t last) {
    return first + (int32_t)(chance_next(state) % (uint64_t)(last - first + 1));
}

static bool one_in(uint64_t *state, int32_t n) {
    return between(state, 1, n) == 1;
}

static int32_t one_of(uint64_t *state, const struct values *values) {
    return values->value[between(state, 0, values->n - 1)];
}

static int32_t some_day(uint64_t *state, const struct values *edges) {
    if (one_in(state, 3)) {
        return one_of(state, edges);
    }
    return one_in(state, 8) ? between(state, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY)
                            : between(state, DAY(2020, 1, 1), DAY(2022, 12, 31));
}

static int32_t some_state(uint64_t *state) {
    if (one_in(state, 4)) {
        return statusrules_code_at(STATUSRULES_FACT_CITIZENSHIP,
                                   between(state, 0, statusrules_count(STATUSRULES_FACT_CITIZENSHIP) - 1));
    }
    return oracle_measures_states[between(state, 0, ORACLE_MEASURES_STATES - 1)];
}

static statusrules_facts some_facts(uint64_t *state, const struct values *edges) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = between(state, STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_ABSENCE_LIMIT);
    facts.last_day = some_day(state, edges);
    facts.location = between(state, STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD);
    facts.issued_on = one_in(state, 3) ? between(state, DAY(2020, 3, 14), DAY(2020, 3, 17))
                                       : between(state, DAY(2018, 1, 1), DAY(2022, 1, 3));
    facts.citizenship = some_state(state);
    facts.residence_state = one_in(state, 2) ? NONE : some_state(state);
    facts.settled_on = one_in(state, 2) ? NONE : between(state, DAY(2021, 9, 28), DAY(2021, 10, 2));
    facts.identified = between(state, STATUSRULES_NO, STATUSRULES_YES);
    facts.legal_status =
        between(state, STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY, STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER);
    facts.highly_qualified = between(state, STATUSRULES_NO, STATUSRULES_YES);
    facts.state_programme = between(state, STATUSRULES_NO, STATUSRULES_YES);
    return facts;
}

/* Up to three of the facts of the question. An unknown last day has a thousand completions: it is rare. */
static void lose_some(uint64_t *state, statusrules_facts *facts) {
    for (int32_t i = between(state, 0, MAX_MISSING); i > 0; i--) {
        int32_t fact = between(state, STATUSRULES_FACT_TERM, STATUSRULES_FACT_STATE_PROGRAMME);
        if (fact != STATUSRULES_FACT_LAST_DAY || one_in(state, 100)) {
            ((int32_t *)(void *)facts)[fact] = UNKNOWN;
        }
    }
}

static statusrules_options some_options(uint64_t *state) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    if (one_in(state, 2)) {
        options.known_on = publications[between(state, 0, N_PUBLICATIONS - 1)] - between(state, 0, 1);
    }
    if (one_in(state, 3)) {
        options.reading = between(state, STATUSRULES_READING_LITERAL, STATUSRULES_READING_FIXED_DAY);
    }
    options.strict = one_in(state, 8) ? STATUSRULES_YES : STATUSRULES_NO;
    return options;
}

void compare_random(struct comparison *comparison, const statusrules_law *law, int64_t rounds) {
    static struct values edges;
    uint64_t state = 0x9e3779b97f4a7c15u;
    add_days_near_edges(&edges, 1);
    for (int64_t i = 0; i < rounds; i++) {
        statusrules_facts facts = some_facts(&state, &edges);
        lose_some(&state, &facts);
        statusrules_options options = some_options(&state);
        int32_t day = one_in(&state, 4) ? some_day(&state, &edges) : UNKNOWN;
        if (!is_in_part()) {
            continue;
        }
        if (day != UNKNOWN) {
            compare_measures_valid_on(comparison, law, &facts, day, &options);
        } else {
            compare_measures_extension(comparison, law, &facts, &options);
        }
    }
}
