/*
 * Which cases stand in the boxes of statusrules_impact: a table for each fact from value to the boxes that take it, one bit a
 * box; AND over the facts. Used by caseload --impact and by the bench; a back office would do the same.
 */
#ifndef TOUCHED_H
#define TOUCHED_H

#include <statusrules/statusrules.h>

#include <stdbool.h>

typedef struct touched_fact {
    int32_t fact;
    /* The value of the first entry; values below take it, values above the last take the last. */
    int32_t first;
    int32_t n;
    /* By value and word of boxes; then one entry each for none and unknown. */
    uint64_t *boxes;
} touched_fact;

typedef struct touched {
    int32_t n_facts;
    int32_t n_words;
    int32_t n_boxes;
    touched_fact facts[64];
} touched;

/* Makes the tables. Returns false if there is no memory. */
bool touched_make(touched *t, const statusrules_span *spans, int32_t n_spans);
void touched_free(touched *t);

/* The boxes, one word of them, that take a value of a fact. */
static inline const uint64_t *touched_boxes(const touched *t, const touched_fact *f, int32_t value) {
    int64_t at = (int64_t)value - f->first;
    at = at < 0 ? 0 : at >= f->n ? f->n - 1 : at;
    at = value == STATUSRULES_NONE ? f->n : value == STATUSRULES_UNKNOWN ? f->n + 1 : at;
    return f->boxes + at * t->n_words;
}

bool touched_case(const touched *t, const statusrules_facts *facts);

#endif
