/* Products of values, and the values that table B.1 tells apart. */
#include "measures_extension.h"

#include <assert.h>

enum { UNKNOWN = STATUSRULES_UNKNOWN, NONE = STATUSRULES_NONE };

#define DAY ORACLE_DAY

const int32_t publications[N_PUBLICATIONS] = {
    DAY(2020, 4, 17), DAY(2020, 4, 18), DAY(2020, 6, 15), DAY(2020, 9, 23), DAY(2020, 12, 17),
    DAY(2021, 1, 25), DAY(2021, 1, 28), DAY(2021, 2, 3),  DAY(2021, 6, 15), DAY(2021, 11, 29),
    DAY(2022, 5, 20), DAY(2022, 6, 7),  DAY(2022, 6, 16), DAY(2022, 7, 14), DAY(2022, 8, 27)};

/* --- Values ---------------------------------------------------------------------------------------------------- */

void add_value(struct values *values, int32_t value) {
    assert(values->n < MAX_VALUES);
    values->value[values->n++] = value;
}

void add_days(struct values *values, int32_t first, int32_t last, int32_t step) {
    for (int32_t day = first; day <= last; day += step) {
        if (day >= STATUSRULES_FIRST_DAY && day <= STATUSRULES_LAST_DAY) {
            add_value(values, day);
        }
    }
}

void add_days_near_edges(struct values *values, int32_t reach) {
    /* The last days of windows; last days of cut-off states; what 458 days or 199 days take to an edge. */
    static const int32_t edges[] = {STATUSRULES_FIRST_DAY, DAY(2020, 3, 14),  DAY(2020, 6, 15),  DAY(2020, 9, 15),
                                    DAY(2020, 9, 28),      DAY(2020, 12, 15), DAY(2021, 3, 14),  DAY(2021, 4, 26),
                                    DAY(2021, 5, 8),       DAY(2021, 5, 15),  DAY(2021, 6, 2),   DAY(2021, 6, 15),
                                    DAY(2021, 12, 30),     DAY(2022, 1, 30),  DAY(2022, 2, 16),  DAY(2022, 3, 27),
                                    DAY(2022, 8, 17),      DAY(2022, 9, 3),   DAY(2022, 10, 12), DAY(9999, 6, 15),
                                    STATUSRULES_LAST_DAY};
    for (size_t i = 0; i < sizeof edges / sizeof edges[0]; i++) {
        add_days(values, edges[i] - reach, edges[i] + 1 + reach, 1);
    }
}

/* --- Dimensions ------------------------------------------------------------------------------------------------ */

void add_dimension(struct product *product, struct dimension dimension) {
    assert(product->n < MAX_DIMENSIONS && dimension.n > 0);
    product->dimensions[product->n++] = dimension;
}

struct dimension dimension_of(int32_t what, const struct values *values) {
    return (struct dimension){what, values->n, values->value};
}

/* The last of each list is unknown, and left out where facts are to be known. */
#define ADD(product, fact, values, thoroughness)                                                                  \
    add_dimension(product, (struct dimension){fact,                                                               \
                                              (int32_t)(sizeof(values) / sizeof(values)[0])                       \
                                                  - ((thoroughness) == KNOWN_FACTS ? 1 : 0),                      \
                                              values})

static const int32_t locations[] = {STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD, UNKNOWN};
static const int32_t settled[] = {DAY(2021, 9, 30), DAY(2021, 10, 1), NONE, UNKNOWN};
static const int32_t yes_no[] = {STATUSRULES_NO, STATUSRULES_YES, UNKNOWN};
static const int32_t issued[] = {DAY(2018, 5, 1),   DAY(2020, 3, 15), DAY(2020, 3, 16),
                                 DAY(2021, 12, 31), DAY(2022, 1, 1),  UNKNOWN};
static const int32_t statuses[] = {
    STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY,      STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE,
    STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE, STATUSRULES_LEGAL_STATUS_REFUGEE,
    STATUSRULES_LEGAL_STATUS_REFUGEE_PETITIONER,  STATUSRULES_LEGAL_STATUS_TEMPORARY_ASYLUM,
    STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER,   UNKNOWN};

void add_facts_of_term(struct product *product, int32_t term, int32_t thoroughness) {
    switch (term) {
    case STATUSRULES_TERM_TEMPORARY_STAY:
    case STATUSRULES_TERM_STAY_REGISTRATION:
        ADD(product, STATUSRULES_FACT_IDENTIFIED, yes_no, thoroughness);
        ADD(product, STATUSRULES_FACT_LOCATION, locations, thoroughness);
        ADD(product, STATUSRULES_FACT_SETTLED_ON, settled, thoroughness);
        break;
    case STATUSRULES_TERM_VISA:
    case STATUSRULES_TERM_MIGRATION_CARD:
        ADD(product, STATUSRULES_FACT_LOCATION, locations, thoroughness);
        ADD(product, STATUSRULES_FACT_SETTLED_ON, settled, thoroughness);
        break;
    case STATUSRULES_TERM_RESIDENCE_REGISTRATION:
    case STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT:
    case STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT:
        ADD(product, STATUSRULES_FACT_LOCATION, locations, thoroughness);
        ADD(product, STATUSRULES_FACT_ISSUED_ON, issued, thoroughness);
        break;
    case STATUSRULES_TERM_ABSENCE_LIMIT:
        ADD(product, STATUSRULES_FACT_LEGAL_STATUS, statuses, thoroughness);
        ADD(product, STATUSRULES_FACT_HIGHLY_QUALIFIED, yes_no, thoroughness);
        ADD(product, STATUSRULES_FACT_STATE_PROGRAMME, yes_no, thoroughness);
        break;
    default:
        ADD(product, STATUSRULES_FACT_ISSUED_ON, issued, thoroughness);
        break;
    }
}

/* --- Comparing ------------------------------------------------------------------------------------------------- */

static void set(statusrules_facts *facts, statusrules_options *options, int32_t what, int32_t value) {
    switch (what) {
    case DIMENSION_KNOWN_ON:
        options->known_on = value;
        break;
    case DIMENSION_READING:
        options->reading = value;
        break;
    case DIMENSION_STRICT:
        options->strict = value;
        break;
    case DIMENSION_VALID_ON:
        options->valid_on = value;
        break;
    default:
        ((int32_t *)(void *)facts)[what] = value;
        break;
    }
}

struct part part = {0, 1, 0};

void compare_product(struct comparison *comparison, const statusrules_law *law, const struct product *product) {
    int32_t place[MAX_DIMENSIONS] = {0};
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    for (int32_t d = 0; d < product->n; d++) {
        set(&facts, &options, product->dimensions[d].what, product->dimensions[d].values[0]);
    }
    for (int32_t d = 0; d < product->n;) {
        int32_t day = options.valid_on;
        if (!is_in_part()) {
            /* Another part compares it. */
        } else if (day == UNKNOWN) {
            compare_measures_extension(comparison, law, &facts, &options);
        } else {
            options.valid_on = UNKNOWN;
            compare_measures_valid_on(comparison, law, &facts, day, &options);
            options.valid_on = day;
        }
        for (d = 0; d < product->n; d++) {
            const struct dimension *moved = &product->dimensions[d];
            place[d] = place[d] + 1 < moved->n ? place[d] + 1 : 0;
            set(&facts, &options, moved->what, moved->values[place[d]]);
            if (place[d] > 0) {
                break;
            }
        }
    }
}
