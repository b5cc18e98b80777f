/* One case by every reading and every state that decides: equal answers stand, unequal ones are a conflict. */
#include "oracle_measures_decide.h"

enum { NOT_A_DAY = STATUSRULES_NOT_A_DAY, UNKNOWN = STATUSRULES_UNKNOWN, NONE = STATUSRULES_NONE };

/* --- Equal answers stand, unequal ones are a conflict -------------------------------------------------------- */

int32_t extension_earlier(int32_t a, int32_t b) {
    if (a == NOT_A_DAY || b == NOT_A_DAY) {
        return a == NOT_A_DAY ? b : a;
    }
    return a < b ? a : b;
}

int32_t extension_later(int32_t a, int32_t b) {
    return a > b ? a : b;
}

bool extension_same_days(const oracle_extension_reading *a, const oracle_extension_reading *b) {
    return a->day == b->day && a->earliest == b->earliest && a->latest == b->latest;
}

/* Valid on a day or not is one answer whatever the last day. */
bool extension_same(const struct query *q, const oracle_extension_reading *a, const oracle_extension_reading *b) {
    return a->outcome == b->outcome && (q->day != NOT_A_DAY || extension_same_days(a, b));
}

void extension_forget_days(oracle_extension_reading *a) {
    a->day = a->earliest = a->latest = NOT_A_DAY;
}

static bool has_days(const oracle_extension_reading *a) {
    return a->outcome == STATUSRULES_OUTCOME_YES || a->outcome == STATUSRULES_OUTCOME_CONFLICT;
}

/* One more state, or one more reading; outcome 0: none yet. */
static void join(const struct query *q, oracle_extension_reading *mine, const oracle_extension_reading *next) {
    if (mine->outcome == 0) {
        *mine = *next;
        return;
    }
    if (extension_same(q, mine, next)) {
        if (!extension_same_days(mine, next)) {
            extension_forget_days(mine);
        }
        return;
    }
    oracle_extension_reading a = *mine;
    oracle_extension_reading b = *next;
    if (!has_days(&a)) {
        extension_forget_days(&a);
    }
    if (!has_days(&b)) {
        extension_forget_days(&b);
    }
    *mine = (oracle_extension_reading){STATUSRULES_OUTCOME_CONFLICT, NOT_A_DAY,
                                       extension_earlier(a.earliest, b.earliest),
                                       extension_later(a.latest, b.latest), 1 << STATUSRULES_OUTCOME_CONFLICT};
}

/* --- The state that decides ---------------------------------------------------------------------------------- */

static bool is_country(int32_t state) {
    return state != UNKNOWN && state != NONE;
}

struct states extension_states_of(int32_t citizenship, int32_t residence_state) {
    if (is_country(citizenship) && is_country(residence_state)) {
        return (struct states){2, {citizenship, residence_state}, 0};
    }
    if (is_country(citizenship)) {
        return (struct states){
            1, {citizenship, NONE}, residence_state == UNKNOWN ? STATUSRULES_FACT_RESIDENCE_STATE : 0};
    }
    if (is_country(residence_state)) {
        return (struct states){
            1, {residence_state, NONE}, citizenship == UNKNOWN ? STATUSRULES_FACT_CITIZENSHIP : 0};
    }
    if (citizenship == NONE && residence_state == NONE) {
        return (struct states){1, {NONE, NONE}, 0};
    }
    return (struct states){0, {NONE, NONE}, 0};
}

/* --- One completion: every reading, every state -------------------------------------------------------------- */

static oracle_extension_reading as_reading(const oracle_measures_verdict *v) {
    oracle_extension_reading a = {v->outcome, v->day, v->day, v->latest, 1 << v->outcome};
    return a;
}

/* The day of issue is not known, and nothing forbids to presume it. */
static bool presumes_issue(const struct query *q, const struct completion *c) {
    return c->issued_on == UNKNOWN && !q->strict;
}

/* From "through which day" to "valid on the day", as ask.h describes it. */
static oracle_extension_reading on_day(const struct query *q, const struct completion *c,
                                       oracle_measures_verdict *v) {
    oracle_measures_verdict was = *v;
    *v = (oracle_measures_verdict){
        STATUSRULES_OK, STATUSRULES_OUTCOME_SILENT, NOT_A_DAY, NOT_A_DAY, false, false,
    };
    if (c->facts.last_day == NONE || (!presumes_issue(q, c) && q->day < c->facts.issued_on)) {
        return as_reading(v);
    }
    *v = was;
    if (q->day <= c->facts.last_day) {
        bool has_day = v->error == STATUSRULES_OK && v->outcome == STATUSRULES_OUTCOME_YES;
        v->error = STATUSRULES_OK;
        v->outcome = STATUSRULES_OUTCOME_YES;
        v->day = has_day ? v->day : NOT_A_DAY;
        v->latest = has_day ? v->latest : NOT_A_DAY;
        v->issue_assumed = v->issue_assumed || (presumes_issue(q, c) && q->day < c->facts.last_day);
    } else if (v->outcome == STATUSRULES_OUTCOME_YES && q->day > v->latest) {
        v->outcome = STATUSRULES_OUTCOME_NO;
    } else if (v->outcome == STATUSRULES_OUTCOME_YES && q->day > v->day) {
        v->outcome = STATUSRULES_OUTCOME_CONFLICT;
        v->day = NOT_A_DAY;
    }
    return as_reading(v);
}

/* One reading and one state; says what is presumed and whether it stands. */
static oracle_extension_reading judge(struct decided *d, const struct query *q, const struct completion *c,
                                      int32_t reading, int32_t state) {
    oracle_measures_case one = {c->facts, state, q->known_on, reading, presumes_issue(q, c)};
    oracle_measures_verdict v = oracle_measures_verdict_of(&one);
    oracle_extension_reading answer = q->day == NOT_A_DAY ? as_reading(&v) : on_day(q, c, &v);
    d->stands = d->stands && v.error == STATUSRULES_OK;
    if (v.issue_assumed) {
        d->assumed |= bit(STATUSRULES_FACT_ISSUED_ON);
    }
    if (v.state_asked && c->states.presumed) {
        d->may_be_assumed |= bit(c->states.presumed);
    }
    return answer;
}

/* Whether the presumed side of the state, if it were a state, would decide otherwise. */
static bool another_state_decides_otherwise(const struct query *q, const struct completion *c, int32_t reading,
                                            const oracle_extension_reading *answer) {
    for (int32_t i = 0; i < ORACLE_MEASURES_STATES; i++) {
        struct decided ignored = {0};
        oracle_extension_reading other = judge(&ignored, q, c, reading, oracle_measures_states[i]);
        if (!extension_same(q, answer, &other)) {
            return true;
        }
    }
    return false;
}

void extension_decide(struct decided *d, const struct query *q, const struct completion *c) {
    *d = (struct decided){0};
    d->stands = true;
    for (int32_t reading = q->first_reading; reading <= q->last_reading; reading++) {
        oracle_extension_reading *answer = &d->readings[reading - 1];
        for (int32_t s = 0; s < c->states.n; s++) {
            oracle_extension_reading one = judge(d, q, c, reading, c->states.state[s]);
            join(q, answer, &one);
        }
        if (c->states.presumed && (d->may_be_assumed & bit(c->states.presumed)) != 0
            && another_state_decides_otherwise(q, c, reading, answer)) {
            d->assumed |= bit(c->states.presumed);
        }
        join(q, &d->all, answer);
    }
    d->may_be_assumed |= d->assumed;
}
