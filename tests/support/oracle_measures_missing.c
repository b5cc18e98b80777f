/* Missing facts: every combination of representative values is decided. */
#include "oracle_measures_decide.h"

#include "completions.h"

#include <assert.h>
#include <stddef.h>

enum {
    FIRST_DAY = ORACLE_DAY(1, 1, 1),
    LAST_DAY = ORACLE_DAY(9999, 12, 31),
    NOT_A_DAY = STATUSRULES_NOT_A_DAY,
    UNKNOWN = STATUSRULES_UNKNOWN,
    NONE = STATUSRULES_NONE,

    /* No fact has the number 0; the state that decides is one more place to fill. */
    STATE = 0,
    MAX_AXES = 12,
    MAX_VALUES = 1100,
    MAX_COMPLETIONS = 1 << 20
};

#define COUNTRY STATUSRULES_COUNTRY

const int32_t oracle_measures_states[ORACLE_MEASURES_STATES] = {
    COUNTRY('B', 'Y'), COUNTRY('K', 'G'), COUNTRY('G', 'B'), COUNTRY('F', 'I'),
    COUNTRY('G', 'R'), COUNTRY('A', 'Z'), COUNTRY('A', 'M'), COUNTRY('C', 'N'),
    COUNTRY('U', 'A'), COUNTRY('U', 'S'), STATUSRULES_NONE};

static int32_t value_of(const statusrules_facts *f, int32_t fact) {
    return ((const int32_t *)(const void *)f)[fact];
}

static bool is_known_day(int32_t day) {
    return day != UNKNOWN && day != NONE;
}

static bool ends_before_it_is_issued(const statusrules_facts *f) {
    return is_known_day(f->last_day) && is_known_day(f->issued_on) && f->last_day < f->issued_on;
}

/* --- What a missing fact can stand for ------------------------------------------------------------------------ */

struct axis {
    int32_t fact;
    int32_t n;
    int32_t values[MAX_VALUES];
};

static void add_value(struct axis *axis, int32_t value) {
    assert(axis->n < MAX_VALUES);
    axis->values[axis->n++] = value;
}

static void add_range(struct axis *axis, int32_t first, int32_t last) {
    for (int32_t value = first; value <= last; value++) {
        add_value(axis, value);
    }
}

/* A day and the days beside it. */
static void add_days_around(struct axis *axis, int32_t day) {
    if (!is_known_day(day) || day == NOT_A_DAY) {
        return;
    }
    for (int32_t near = day - 1; near <= day + 1; near++) {
        if (near >= FIRST_DAY && near <= LAST_DAY) {
            add_value(axis, near);
        }
    }
}

/* Every day on which a window can begin or end, or a day that moves meet one that does not; the ends. */
static void add_last_days(struct axis *axis, const statusrules_facts *facts, const struct query *q) {
    add_days_around(axis, FIRST_DAY);
    add_range(axis, ORACLE_DAY(2020, 3, 13), ORACLE_DAY(2022, 10, 15));
    add_days_around(axis, LAST_DAY - 199);
    add_days_around(axis, LAST_DAY);
    add_days_around(axis, facts->issued_on);
    add_days_around(axis, q->day);
    add_days_around(axis, q->day == NOT_A_DAY ? NOT_A_DAY : q->day - 199);
    add_value(axis, NONE);
}

static void add_days_of_issue(struct axis *axis, const statusrules_facts *facts, const struct query *q) {
    add_value(axis, FIRST_DAY);
    add_days_around(axis, ORACLE_DAY(2020, 3, 15));
    add_days_around(axis, ORACLE_DAY(2021, 12, 31));
    add_days_around(axis, facts->last_day);
    add_days_around(axis, q->day);
    add_value(axis, LAST_DAY);
}

static void add_states(struct axis *axis) {
    for (int32_t i = 0; i < ORACLE_MEASURES_STATES; i++) {
        add_value(axis, oracle_measures_states[i]);
    }
}

static void fill(struct axis *axis, const statusrules_facts *facts, const struct query *q) {
    switch (axis->fact) {
    case STATUSRULES_FACT_TERM:
        add_range(axis, STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_ABSENCE_LIMIT);
        break;
    case STATUSRULES_FACT_LAST_DAY:
        add_last_days(axis, facts, q);
        break;
    case STATUSRULES_FACT_LOCATION:
        add_range(axis, STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD);
        break;
    case STATUSRULES_FACT_ISSUED_ON:
        add_days_of_issue(axis, facts, q);
        break;
    case STATUSRULES_FACT_SETTLED_ON:
        add_days_around(axis, ORACLE_DAY(2021, 9, 30));
        add_value(axis, NONE);
        break;
    case STATUSRULES_FACT_LEGAL_STATUS:
        add_range(axis, STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY, STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER);
        break;
    case STATUSRULES_FACT_IDENTIFIED:
    case STATUSRULES_FACT_HIGHLY_QUALIFIED:
    case STATUSRULES_FACT_STATE_PROGRAMME:
        add_range(axis, STATUSRULES_NO, STATUSRULES_YES);
        break;
    default:
        add_states(axis);
        break;
    }
}

/* --- Which missing facts must be tried ------------------------------------------------------------------------ */

static bool is_one_of(int32_t term, int32_t a, int32_t b, int32_t c, int32_t d) {
    return term == UNKNOWN || term == a || term == b || term == c || term == d;
}

/* Whether a row for the term asks the fact without a mark, or, if strictly asked, with one. */
static bool asks(const struct query *q, int32_t term, int32_t fact) {
    switch (fact) {
    case STATUSRULES_FACT_LOCATION:
        return is_one_of(term, STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_VISA,
                         STATUSRULES_TERM_MIGRATION_CARD, STATUSRULES_TERM_STAY_REGISTRATION)
               || is_one_of(term, STATUSRULES_TERM_RESIDENCE_REGISTRATION,
                            STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT,
                            STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, 0);
    case STATUSRULES_FACT_ISSUED_ON:
        return q->strict
               || is_one_of(term, STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE,
                            STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT,
                            STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, 0);
    case STATUSRULES_FACT_SETTLED_ON:
        return is_one_of(term, STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_VISA,
                         STATUSRULES_TERM_MIGRATION_CARD, STATUSRULES_TERM_STAY_REGISTRATION);
    case STATUSRULES_FACT_IDENTIFIED:
        return is_one_of(term, STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_STAY_REGISTRATION, 0, 0);
    case STATUSRULES_FACT_LEGAL_STATUS:
    case STATUSRULES_FACT_HIGHLY_QUALIFIED:
    case STATUSRULES_FACT_STATE_PROGRAMME:
        return is_one_of(term, STATUSRULES_TERM_ABSENCE_LIMIT, 0, 0, 0);
    default:
        return true;
    }
}

static void add_axis(struct axis axes[MAX_AXES], int32_t *n, int32_t fact, const statusrules_facts *facts,
                     const struct query *q) {
    assert(*n < MAX_AXES);
    axes[*n].fact = fact;
    axes[*n].n = 0;
    fill(&axes[*n], facts, q);
    (*n)++;
}

static int32_t add_axes(struct axis axes[MAX_AXES], const statusrules_facts *facts, const struct query *q) {
    static const int32_t in_order[] = {
        STATUSRULES_FACT_TERM,         STATUSRULES_FACT_LAST_DAY,         STATUSRULES_FACT_LOCATION,
        STATUSRULES_FACT_ISSUED_ON,    STATUSRULES_FACT_SETTLED_ON,       STATUSRULES_FACT_IDENTIFIED,
        STATUSRULES_FACT_LEGAL_STATUS, STATUSRULES_FACT_HIGHLY_QUALIFIED, STATUSRULES_FACT_STATE_PROGRAMME};
    int32_t n = 0;
    for (size_t i = 0; i < sizeof in_order / sizeof in_order[0]; i++) {
        if (value_of(facts, in_order[i]) == UNKNOWN && asks(q, facts->term, in_order[i])) {
            add_axis(axes, &n, in_order[i], facts, q);
        }
    }
    if (q->strict) {
        if (facts->citizenship == UNKNOWN) {
            add_axis(axes, &n, STATUSRULES_FACT_CITIZENSHIP, facts, q);
        }
        if (facts->residence_state == UNKNOWN) {
            add_axis(axes, &n, STATUSRULES_FACT_RESIDENCE_STATE, facts, q);
        }
    } else if (extension_states_of(facts->citizenship, facts->residence_state).n == 0) {
        add_axis(axes, &n, STATE, facts, q);
    }
    return n;
}

/* The facts that are missing where an axis changes the answer. */
static int64_t facts_of(const struct axis *axis, const statusrules_facts *facts) {
    if (axis->fact != STATE) {
        return bit(axis->fact);
    }
    return (facts->citizenship == UNKNOWN ? bit(STATUSRULES_FACT_CITIZENSHIP) : 0)
           | (facts->residence_state == UNKNOWN ? bit(STATUSRULES_FACT_RESIDENCE_STATE) : 0);
}

static void complete(struct completion *c, const struct axis *axes, int32_t n_axes, int32_t cell,
                     const statusrules_facts *facts) {
    int32_t state = UNKNOWN;
    c->facts = *facts;
    c->issued_on = facts->issued_on;
    for (int32_t a = 0; a < n_axes; a++) {
        int32_t value = axes[a].values[cell % axes[a].n];
        cell /= axes[a].n;
        if (axes[a].fact == STATE) {
            state = value;
        } else {
            ((int32_t *)(void *)&c->facts)[axes[a].fact] = value;
        }
    }
    c->states = state == UNKNOWN ? extension_states_of(c->facts.citizenship, c->facts.residence_state)
                                 : (struct states){1, {state, NONE}, 0};
}

/* --- Completions: equal answers stand, unequal ones leave the answer undetermined ------------------------------- */

struct gathered {
    oracle_extension_reading first;
    bool differ;
    int32_t possible;
    /* Over the completions that give yes. */
    int32_t earliest;
    int32_t latest;
};

static const struct gathered nothing_gathered = {
    {0, NOT_A_DAY, NOT_A_DAY, NOT_A_DAY, 0}, false, 0, NOT_A_DAY, NOT_A_DAY};

static void gather(struct gathered *g, const struct query *q, const oracle_extension_reading *answer) {
    if (g->possible == 0) {
        g->first = *answer;
    }
    g->differ = g->differ || !extension_same(q, &g->first, answer);
    if (!extension_same_days(&g->first, answer)) {
        extension_forget_days(&g->first);
    }
    g->possible |= answer->possible;
    if (answer->outcome == STATUSRULES_OUTCOME_YES) {
        g->earliest = extension_earlier(g->earliest, answer->earliest);
        g->latest = extension_later(g->latest, answer->latest);
    }
}

static oracle_extension_reading conclude(const struct gathered *g) {
    if (!g->differ) {
        return g->first;
    }
    return (oracle_extension_reading){STATUSRULES_OUTCOME_UNDETERMINED, NOT_A_DAY, g->earliest, g->latest,
                                      g->possible};
}

/* Cells with the query under which they are compared. */
struct answered {
    const struct query *q;
    const oracle_extension_reading *cells;
};

static bool stands(const void *answers, int32_t completion) {
    return ((const struct answered *)answers)->cells[completion].outcome != 0;
}

static bool same(const void *answers, int32_t a, int32_t b) {
    const struct answered *answered = answers;
    return extension_same(answered->q, &answered->cells[a], &answered->cells[b]);
}

static void try_every_completion(oracle_extension_answer *answer, const struct query *q,
                                 const statusrules_facts *facts, const struct axis *axes, int32_t n_axes) {
    /* The answer of each completion; outcome 0: it does not stand. */
    static oracle_extension_reading cells[MAX_COMPLETIONS];
    struct gathered all = nothing_gathered;
    struct gathered by_reading[3] = {nothing_gathered, nothing_gathered, nothing_gathered};
    int32_t n_cells = 1;
    for (int32_t a = 0; a < n_axes; a++) {
        assert(n_cells <= MAX_COMPLETIONS / axes[a].n);
        n_cells *= axes[a].n;
    }
    for (int32_t cell = 0; cell < n_cells; cell++) {
        struct completion c;
        struct decided d = {0};
        complete(&c, axes, n_axes, cell, facts);
        if (!ends_before_it_is_issued(&c.facts)) {
            extension_decide(&d, q, &c);
        }
        cells[cell].outcome = 0;
        if (!d.stands) {
            continue;
        }
        cells[cell] = d.all;
        gather(&all, q, &d.all);
        for (int32_t r = q->first_reading - 1; r < q->last_reading; r++) {
            gather(&by_reading[r], q, &d.readings[r]);
        }
        answer->assumed |= d.assumed;
        answer->may_be_assumed |= d.may_be_assumed;
    }
    if (all.possible == 0) {
        answer->error = STATUSRULES_ERROR_RESULT;
        return;
    }
    const struct answered answered = {q, cells};
    const struct completions completions = {&answered, n_cells, stands, same};
    for (int32_t a = 0, stride = 1; a < n_axes; a++) {
        if (completions_depend(&completions, stride, axes[a].n)) {
            answer->missing |= facts_of(&axes[a], facts);
        }
        stride *= axes[a].n;
    }
    answer->all = conclude(&all);
    for (int32_t r = q->first_reading - 1; r < q->last_reading; r++) {
        answer->readings[r] = conclude(&by_reading[r]);
    }
}

static void ask(oracle_extension_answer *answer, const statusrules_facts *facts, int32_t day,
                const statusrules_options *options) {
    static struct axis axes[MAX_AXES];
    struct query q = {day, LAST_DAY, STATUSRULES_READING_LITERAL, STATUSRULES_READING_FIXED_DAY, false};
    if (options != NULL) {
        q.known_on = options->known_on == UNKNOWN ? LAST_DAY : options->known_on;
        q.strict = options->strict == STATUSRULES_YES;
        if (options->reading != UNKNOWN) {
            q.first_reading = q.last_reading = options->reading;
        }
    }
    *answer = (oracle_extension_answer){0};
    if (ends_before_it_is_issued(facts)) {
        answer->error = STATUSRULES_ERROR_ORDER;
        return;
    }
    int32_t n_axes = add_axes(axes, facts, &q);
    try_every_completion(answer, &q, facts, axes, n_axes);
}

void oracle_measures_extension(oracle_extension_answer *answer, const statusrules_facts *facts,
                               const statusrules_options *options) {
    ask(answer, facts, NOT_A_DAY, options);
}

void oracle_measures_valid_on(oracle_extension_answer *answer, const statusrules_facts *facts, int32_t day,
                              const statusrules_options *options) {
    ask(answer, facts, day, options);
}
