/*
 * Inside the oracle of the measures: one case decided by every reading and by the states that decide; between
 * oracle_measures_extension.c (one reading, one state) and oracle_measures_missing.c (missing facts).
 */
#ifndef STATUSRULES_TESTS_ORACLE_MEASURES_DECIDE_H
#define STATUSRULES_TESTS_ORACLE_MEASURES_DECIDE_H

#include "oracle_measures_extension.h"

struct query {
    /* The day of valid_on, else STATUSRULES_NOT_A_DAY. */
    int32_t day;
    int32_t known_on;
    int32_t first_reading;
    int32_t last_reading;
    bool strict;
};

/* Convention 11: who decides, and which side of the state is presumed to be none; 0 states: not known. */
struct states {
    int32_t n;
    int32_t state[2];
    int32_t presumed;
};

/* Nothing is missing in it but what is presumed. */
struct completion {
    statusrules_facts facts;
    struct states states;
    /* The day of issue as it was asked: it may be completed in `facts` and yet be presumed. */
    int32_t issued_on;
};

/* Its answer. */
struct decided {
    bool stands;
    oracle_extension_reading all;
    oracle_extension_reading readings[3];
    int64_t assumed;
    int64_t may_be_assumed;
};

static inline int64_t bit(int32_t fact) {
    return (int64_t)1 << fact;
}

struct states extension_states_of(int32_t citizenship, int32_t residence_state);

void extension_decide(struct decided *d, const struct query *q, const struct completion *c);

/* Whether two answers are equal: outcome and days; of "valid on a day" only the outcome. */
bool extension_same(const struct query *q, const oracle_extension_reading *a, const oracle_extension_reading *b);
bool extension_same_days(const oracle_extension_reading *a, const oracle_extension_reading *b);
void extension_forget_days(oracle_extension_reading *a);

/* The earlier and the later of two days, where STATUSRULES_NOT_A_DAY is none. */
int32_t extension_earlier(int32_t a, int32_t b);
int32_t extension_later(int32_t a, int32_t b);

#endif
