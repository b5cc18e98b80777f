/*
 * Writes rows of vectors (README.md) about the question extension of the law `measures`, as its oracle answers them.
 */
#ifndef STATUSRULES_TESTS_VECTORS_ROW_H
#define STATUSRULES_TESTS_VECTORS_ROW_H

#include "oracle_measures_extension.h"

/* The names of the columns. */
void write_header(void);

/*
 * One row; `options.valid_on` makes it a row of valid_on. `number` begins the sentence ("case 22"), or is NULL.
 * A question that already has a row gets no other.
 */
void write_row(const char *number, const statusrules_facts *facts, const statusrules_options *options);

/* One row where the readings agree; else one for each and one for all together. */
void write_readings(const statusrules_facts *facts, const statusrules_options *options);

#endif
