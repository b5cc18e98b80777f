/*
 * The parts of the exhaustive program about the law `measures`: products of values, cases by chance,
 * and the last days after which a result falls.
 */
#ifndef STATUSRULES_TESTS_EXHAUSTIVE_MEASURES_EXTENSION_H
#define STATUSRULES_TESTS_EXHAUSTIVE_MEASURES_EXTENSION_H

#include "compare_measures_extension.h"
#include "tap.h"

/* --- Products of values -------------------------------------------------------------------------------------- */

/* What a dimension can set besides facts. */
enum { DIMENSION_KNOWN_ON = 1001, DIMENSION_READING, DIMENSION_STRICT, DIMENSION_VALID_ON };

enum { MAX_DIMENSIONS = 16, MAX_VALUES = 45000 };

/* A fact or a parameter, and the values it takes one after another. */
struct dimension {
    int32_t what;
    int32_t n;
    const int32_t *values;
};

/* A dimension whose values stand in an array. */
#define DIMENSION(what, values) ((struct dimension){what, (int32_t)(sizeof(values) / sizeof(values)[0]), values})

/* Every combination of values; what no dimension names is unknown. */
struct product {
    int32_t n;
    struct dimension dimensions[MAX_DIMENSIONS];
};

void add_dimension(struct product *product, struct dimension dimension);

/* A list of values that grows. */
struct values {
    int32_t n;
    int32_t value[MAX_VALUES];
};

void add_value(struct values *values, int32_t value);
void add_days(struct values *values, int32_t first, int32_t last, int32_t step);

/* The days within `reach` of one on which an answer can change with the last day. */
void add_days_near_edges(struct values *values, int32_t reach);

struct dimension dimension_of(int32_t what, const struct values *values);

/* How thoroughly the other facts are tried: values that the tables tell apart, or unknown among them. */
enum { KNOWN_FACTS, UNKNOWN_FACTS };

/* Every combination of the facts that B.1 asks for the term, the state left out. */
void add_facts_of_term(struct product *product, int32_t term, int32_t thoroughness);

/* The first days of what was known, in order: in between nothing was published. The first is before everything. */
enum { N_PUBLICATIONS = 15 };
extern const int32_t publications[N_PUBLICATIONS];

/* Cases in turn belong to one part of the work after the other; here only those of one part are compared. */
struct part {
    int64_t number;
    int64_t of;
    int64_t next;
};
extern struct part part;

/* Whether the next case belongs to the part. */
static inline bool is_in_part(void) {
    return part.next++ % part.of == part.number;
}

void compare_product(struct comparison *comparison, const statusrules_law *law, const struct product *product);

/* Cases by chance, the same in every run, up to three facts missing. */
void compare_random(struct comparison *comparison, const statusrules_law *law, int64_t rounds);

/* --- Days after which a result falls ---------------------------------------------------------------------------- */

/*
 * Prints each last day after which the result falls, with its reason. One that is not the last day of a window is a
 * difference.
 */
void report_falls(struct comparison *comparison);

#endif
