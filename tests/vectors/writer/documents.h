/*
 * The documents of which vectors are written, and the parts of the writer.
 */
#ifndef STATUSRULES_TESTS_VECTORS_DOCUMENTS_H
#define STATUSRULES_TESTS_VECTORS_DOCUMENTS_H

#include "row.h"

#include <stddef.h>

#define DAY ORACLE_DAY
#define STATE STATUSRULES_COUNTRY
#define COUNT(array) (int32_t)(sizeof(array) / sizeof(array)[0])

enum {
    UNKNOWN = STATUSRULES_UNKNOWN,
    NONE = STATUSRULES_NONE,
    IN_RUSSIA = STATUSRULES_LOCATION_IN_RUSSIA,
    ABROAD = STATUSRULES_LOCATION_ABROAD,
    FIRST_TERM = STATUSRULES_TERM_TEMPORARY_STAY,
    LAST_TERM = STATUSRULES_TERM_ABSENCE_LIMIT
};

enum { N_STAYS = 4, N_OF_PARAGRAPH_2 = 5 };
extern const int32_t stays[N_STAYS];
extern const int32_t of_paragraph_2[N_OF_PARAGRAPH_2];

statusrules_options known_on(int32_t day);

/* A document of a citizen, with every other fact that its rows ask. */
statusrules_facts document(int32_t term, int32_t last_day, int32_t citizenship);

void write_decree_274(void);
void write_decree_364(void);
void write_missing_facts(void);
void write_days(void);
void write_digests(void);

#endif
