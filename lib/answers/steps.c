/* The steps of an answer: the way through the stages once more, written down. */
#include "engine/bits.h"
#include "engine/decide.h"
#include "engine/error.h"

#include <statusrules/answers.h>

typedef struct writer {
    statusrules_step *steps;
    int32_t capacity;
    int32_t n;
} writer;

static void add(writer *w, statusrules_step step) {
    if (w->n < w->capacity) {
        w->steps[w->n] = step;
    }
    w->n++;
}

/* The fact that names one of the states that decide: the first that has its class. */
static int32_t fact_of_state(const statusrules_case *c, uint8_t state) {
    return c->classes[STATUSRULES_FACT_CITIZENSHIP] == state ? STATUSRULES_FACT_CITIZENSHIP
                                                             : STATUSRULES_FACT_RESIDENCE_STATE;
}

static int32_t value_asked(int32_t fact, const statusrules_facts *facts, const statusrules_fit *fit,
                           int32_t state_fact) {
    if (fact == STATUSRULES_INCOMING_DAY) {
        return fit->day_before;
    }
    if (fact == STATUSRULES_EXTENDED) {
        return fit->extended_before;
    }
    return statusrules_fact_value(facts, fact == STATUSRULES_STATE ? state_fact : fact);
}

static void add_fit(writer *w, const statusrules_law *law, const statusrules_facts *facts,
                    const statusrules_fit *fit, int32_t state_fact) {
    const int32_t number = fit->row->provision;
    const statusrules_provision *provision = &law->provisions[number - 1];
    if (fit->row->effect == STATUSRULES_EFFECT_NOTE) {
        add(w, (statusrules_step){.kind = STATUSRULES_STEP_NOTE, .provision = number});
        return;
    }
    for (int32_t i = 0; i < provision->n_conditions; i++) {
        const statusrules_condition *condition = &law->conditions[number - 1][i];
        add(w, (statusrules_step){.kind = STATUSRULES_STEP_ASKED,
                                  .provision = number,
                                  .fact = condition->fact,
                                  .value = value_asked(condition->fact, facts, fit, state_fact),
                                  .condition = i,
                                  .mark = condition->mark});
    }
    add(w, (statusrules_step){.kind = STATUSRULES_STEP_DECIDED,
                              .provision = number,
                              .outcome = provision->outcome,
                              .day_before = fit->day_before,
                              .day_after = fit->day_after});
    for (int32_t i = 0; i < provision->n_sides; i++) {
        const statusrules_side *side = &law->sides[number - 1][i];
        add(w, (statusrules_step){.kind = STATUSRULES_STEP_SIDE,
                                  .provision = number,
                                  .condition = i,
                                  .outcome = side->outcome,
                                  .day_after = side->day});
    }
}

/* Whether the document's own term answers "valid on". */
static int32_t own_term(const statusrules_case *c) {
    return c->valid_on != STATUSRULES_UNKNOWN && c->last_day != STATUSRULES_UNKNOWN
           && c->last_day != STATUSRULES_NONE && c->valid_on <= c->last_day;
}

/* The rows that a reading went through under one state; nothing, if none decided. */
static void add_way_of_state(writer *w, const statusrules_case *c, const statusrules_facts *facts, int32_t reading,
                             uint8_t state) {
    statusrules_trail trail;
    int32_t decided = 0;
    statusrules_follow(&trail, c, reading, state);
    for (int32_t i = 0; i < trail.n; i++) {
        decided |= trail.fits[i].row->effect != STATUSRULES_EFFECT_NOTE;
    }
    if (!decided) {
        add(w, (statusrules_step){.kind = STATUSRULES_STEP_NOTHING, .outcome = STATUSRULES_OUTCOME_SILENT});
    }
    for (int32_t i = 0; i < trail.n; i++) {
        add_fit(w, c->law, facts, &trail.fits[i], fact_of_state(c, state));
    }
}

/* The rows that a reading went through, for each of the states that decide. */
static void add_way(writer *w, const statusrules_case *c, const statusrules_facts *facts, int32_t reading) {
    uint8_t states[2];
    const int32_t n_states = statusrules_states(c, states);
    if (own_term(c)) {
        add(w, (statusrules_step){
                   .kind = STATUSRULES_STEP_OWN_TERM, .fact = STATUSRULES_FACT_LAST_DAY, .value = c->last_day});
        return;
    }
    for (int32_t i = 0; i < n_states; i++) {
        if (n_states > 1) {
            const int32_t fact = fact_of_state(c, states[i]);
            add(w, (statusrules_step){.kind = STATUSRULES_STEP_STATE,
                                      .fact = fact,
                                      .value = statusrules_fact_value(facts, fact)});
        }
        add_way_of_state(w, c, facts, reading, states[i]);
    }
}

static int32_t same_reading(const statusrules_reading_answer *a, const statusrules_reading_answer *b) {
    return a->outcome == b->outcome && a->day == b->day && a->latest == b->latest && a->provision == b->provision;
}

/* One way for each group of readings that agree, by the same provision. */
static void add_ways(writer *w, const statusrules_case *c, const statusrules_facts *facts,
                     const statusrules_answer *answer) {
    int32_t written = 0;
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        const statusrules_reading_answer *mine = &answer->readings[reading - 1];
        int32_t group = 0;
        for (int32_t other = reading; other <= c->last_reading; other++) {
            if (same_reading(mine, &answer->readings[other - 1])) {
                group |= 1 << other;
            }
        }
        if (written & 1 << reading) {
            continue;
        }
        written |= group;
        add(w, (statusrules_step){.kind = STATUSRULES_STEP_READING,
                                  .readings = group,
                                  .outcome = mine->outcome,
                                  .day_after = mine->day});
        add_way(w, c, facts, reading);
    }
}

/* The first row of the question that asks the fact with the mark; 0 if none does. */
static int32_t marked_row(const statusrules_case *c, int32_t fact, int32_t mark) {
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        const statusrules_table_block *block = &c->question->blocks[b];
        for (int32_t i = 0; i < block->n_rows; i++) {
            const statusrules_table_row *row = &block->rows[i];
            if ((mark == STATUSRULES_MARK_IF_KNOWN ? row->if_known : row->unless_known) >> fact & 1) {
                return row->provision;
            }
        }
    }
    return 0;
}

/* The first row on the way that presumes the fact "unless known"; 0 if none does. */
static int32_t presuming_row(const statusrules_case *c, int32_t fact) {
    uint8_t states[2];
    const int32_t n_states = statusrules_states(c, states);
    for (int32_t way = 0; way < n_states * (c->last_reading - c->first_reading + 1); way++) {
        statusrules_trail trail;
        statusrules_follow(&trail, c, c->first_reading + way / n_states, states[way % n_states]);
        for (int32_t i = 0; i < trail.n; i++) {
            if (trail.fits[i].row->unless_known >> fact & 1) {
                return trail.fits[i].row->provision;
            }
        }
    }
    return 0;
}

/*
 * What was presumed, and for which row: one on the way that asks "unless known", or one that "if known" kept out. An
 * answer that missing facts leave open has many ways; the first row that presumes on any of them is named.
 */
static void add_assumed(writer *w, const statusrules_case *c, int32_t fact, int32_t open) {
    int32_t mark = STATUSRULES_MARK_UNLESS_KNOWN;
    int32_t provision = open ? marked_row(c, fact, mark) : presuming_row(c, fact);
    if (own_term(c) && fact == STATUSRULES_FACT_ISSUED_ON) {
        provision = 0;
    } else if (!provision) {
        mark = STATUSRULES_MARK_IF_KNOWN;
        provision = marked_row(c, fact, mark);
    }
    add(w, (statusrules_step){.kind = STATUSRULES_STEP_ASSUMED,
                              .provision = provision,
                              .fact = fact,
                              .value = STATUSRULES_UNKNOWN,
                              .mark = mark});
}

static void add_facts(writer *w, const statusrules_case *c, const statusrules_answer *answer) {
    for (uint64_t left = (uint64_t)answer->assumed; left; left &= left - 1) {
        add_assumed(w, c, statusrules_lowest_bit(left), answer->missing != 0);
    }
    for (uint64_t left = (uint64_t)answer->missing; left; left &= left - 1) {
        add(w, (statusrules_step){.kind = STATUSRULES_STEP_MISSING,
                                  .fact = statusrules_lowest_bit(left),
                                  .value = STATUSRULES_UNKNOWN});
    }
}

int32_t statusrules_steps(statusrules_step *steps, int32_t capacity, int32_t *n_steps, const statusrules_law *law,
                          int32_t question, const statusrules_facts *facts, const statusrules_options *options,
                          statusrules_error *error) {
    statusrules_answer answer;
    statusrules_case c;
    statusrules_facts room;
    writer w = {steps, capacity, 0};
    if (!n_steps || (!steps && capacity > 0)) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    statusrules_options brief;
    int32_t code = statusrules_whole_options(&brief, options, error);
    brief.brief = STATUSRULES_YES;
    code = code ? code : statusrules_ask(&answer, law, question, facts, &brief, error);
    code = code ? code : statusrules_case_of(&c, law, question, facts, options, error);
    if (code) {
        return code;
    }
    facts = statusrules_whole_facts(&room, facts, question, error);
    if (!answer.missing) {
        add_ways(&w, &c, facts, &answer);
    }
    add_facts(&w, &c, &answer);
    *n_steps = w.n;
    if (w.n > capacity) {
        return statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacity, w.n,
                                STATUSRULES_NONE);
    }
    return STATUSRULES_OK;
}
