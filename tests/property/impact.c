/*
 * Are the cases that a decree changes those in the boxes of statusrules_impact, and no others? On every law that is built
 * in: two random days of knowledge, editions, readings or laws; some facts vary, the others are given or missing. Each case
 * is answered twice, and stands in a box exactly if the answers differ in outcome or day; only one that both refuse may
 * stand in one besides. Where the law is `measures`, every document is gone through on every day of 2019 to 2023 for every
 * state as well.
 *
 * `impact CASES SEED` repeats a run.
 */
#include "chance.h"
#include "tap.h"

#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SPANS = 1 << 18, N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY + 1, MOST_VALUES = 4000, MOST_VARYING = 4 };
enum { CASES_OF_A_PAIR = 300, N_PAIRS = 60, PRINTED = 5 };

static statusrules_span spans[MAX_SPANS];
static int32_t n_spans;
static uint64_t state;

static uint32_t below(uint32_t n) {
    return chance_below(&state, n);
}

/* ---- Boxes ---- */

/* Whether a case stands in a box: some span of every fact that has any. */
static bool stands_in(const statusrules_facts *facts, int32_t *in_boxes) {
    *in_boxes = 0;
    for (int32_t at = 0; at < n_spans;) {
        const int32_t box = spans[at].box;
        bool inside = true;
        while (at < n_spans && spans[at].box == box) {
            const int32_t fact = spans[at].fact;
            bool hit = fact == 0;
            for (; at < n_spans && spans[at].box == box && spans[at].fact == fact; at++) {
                const int32_t value = fact ? statusrules_facts_get(facts, fact) : 0;
                hit |= value >= spans[at].first && value <= spans[at].last;
            }
            inside &= hit;
        }
        *in_boxes += inside;
    }
    return *in_boxes > 0;
}

/* ---- Values near the law ---- */

static int32_t values[N_FACTS][MOST_VALUES];
static int32_t n_values[N_FACTS];

static void add_value(int32_t fact, int64_t value) {
    statusrules_fact_info info;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    (void)statusrules_fact(&info, fact, NULL);
    if ((value >= info.first && value <= info.last) || value == STATUSRULES_NONE || value == STATUSRULES_UNKNOWN) {
        if (statusrules_facts_set(&facts, fact, (int32_t)value, NULL) == STATUSRULES_OK
            && n_values[fact] < MOST_VALUES) {
            values[fact][n_values[fact]++] = (int32_t)value;
        }
    }
}

static void add_edges(int32_t fact, const statusrules_condition *c) {
    for (int32_t d = -1; d <= 1 && c->form == STATUSRULES_CONDITION_WINDOW; d++) {
        add_value(fact, (int64_t)c->first + d);
        add_value(fact, (int64_t)c->last + d);
    }
    for (int32_t i = 0; i < c->n_values && c->form != STATUSRULES_CONDITION_WINDOW; i++) {
        add_value(fact, c->values[i]);
    }
}

static void find_values(const statusrules_law *law, int32_t question) {
    for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
        statusrules_provision p;
        (void)statusrules_law_provision(&p, law, number, NULL);
        if (p.question != question) {
            continue;
        }
        for (int32_t i = 0; i < p.n_conditions; i++) {
            statusrules_condition c;
            (void)statusrules_law_condition(&c, law, number, i, NULL);
            if (c.fact == STATUSRULES_INCOMING_DAY || c.fact == STATUSRULES_FACT_LAST_DAY) {
                /* What a missing last day leaves open ends with some day of issue. */
                add_edges(STATUSRULES_FACT_LAST_DAY, &c);
                add_edges(STATUSRULES_FACT_ISSUED_ON, &c);
            } else if (c.fact == STATUSRULES_STATE) {
                add_edges(STATUSRULES_FACT_CITIZENSHIP, &c);
                add_edges(STATUSRULES_FACT_RESIDENCE_STATE, &c);
            } else if (c.fact < N_FACTS) {
                add_edges(c.fact, &c);
            }
        }
        if (p.effect == STATUSRULES_EFFECT_THROUGH || p.effect == STATUSRULES_EFFECT_PLUS) {
            for (int32_t d = -1; d <= 1; d++) {
                add_value(STATUSRULES_FACT_LAST_DAY,
                          (p.effect == STATUSRULES_EFFECT_THROUGH ? p.day : STATUSRULES_LAST_DAY) + d - p.days);
            }
        }
    }
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        statusrules_fact_info info;
        (void)statusrules_fact(&info, fact, NULL);
        for (int32_t i = 0; i < statusrules_count(fact) && info.kind != STATUSRULES_KIND_COUNTRY; i++) {
            add_value(fact, statusrules_code_at(fact, i));
        }
        add_value(fact, info.first);
        add_value(fact, info.last);
        add_value(fact, STATUSRULES_NONE);
        add_value(fact, STATUSRULES_UNKNOWN);
    }
}

static void set_any(statusrules_facts *facts, int32_t fact) {
    int32_t value = below(5) ? values[fact][below((uint32_t)n_values[fact])] : STATUSRULES_UNKNOWN;
    statusrules_fact_info info;
    (void)statusrules_fact(&info, fact, NULL);
    if (value != STATUSRULES_UNKNOWN && info.kind == STATUSRULES_KIND_COUNTRY && below(3) == 0) {
        value = statusrules_code_at(fact, (int32_t)below((uint32_t)statusrules_count(fact)));
    }
    if (value != STATUSRULES_UNKNOWN && info.kind == STATUSRULES_KIND_DAY && below(4) == 0) {
        value = STATUSRULES_DAY(2019, 1, 1) + (int32_t)below(2000);
    }
    (void)statusrules_facts_set(facts, fact, value, NULL);
}

/* ---- One pair of sides ---- */

typedef struct pair {
    const statusrules_law *laws[2];
    statusrules_options options[2];
    int32_t question;
    int64_t varies;
    statusrules_facts facts;
} pair;

typedef struct count {
    int64_t cases;
    int64_t changed;
    int64_t missed;
    int64_t too_many;
} count;

static void any_side(pair *p, int32_t side) {
    statusrules_options *o = &p->options[side];
    const int32_t edition = statusrules_law_edition(p->laws[side]);
    statusrules_provision some;
    const int32_t number = 1 + (int32_t)below((uint32_t)statusrules_law_provision_count(p->laws[side]));
    (void)statusrules_law_provision(&some, p->laws[side], number, NULL);
    if (below(2)) {
        o->known_on =
            below(2) ? some.known_from - (int32_t)below(2) : STATUSRULES_DAY(2020, 3, 1) + (int32_t)below(1000);
    }
    if (edition > 1 && below(2)) {
        o->edition = 1 + (int32_t)below((uint32_t)edition);
    }
}

static void any_pair(pair *p, const statusrules_law *law, int32_t question) {
    static const statusrules_options usual = STATUSRULES_OPTIONS_DEFAULT;
    static const statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
    const bool two_laws = below(4) == 0;
    p->question = question;
    p->facts = nothing;
    p->varies = 0;
    p->laws[0] = law;
    p->laws[1] = two_laws ? statusrules_law_at((int32_t)below((uint32_t)statusrules_law_count())) : law;
    p->options[0] = usual;
    if (below(2)) {
        p->options[0].reading = 1 + (int32_t)below(3);
    }
    p->options[0].strict = below(5) == 0;
    if (question == STATUSRULES_QUESTION_EXTENSION && below(4) == 0) {
        const int32_t edge =
            values[STATUSRULES_FACT_LAST_DAY][below((uint32_t)n_values[STATUSRULES_FACT_LAST_DAY])];
        p->options[0].valid_on = below(2) && edge >= STATUSRULES_FIRST_DAY && edge <= STATUSRULES_LAST_DAY
                                     ? edge
                                     : STATUSRULES_DAY(2021, 1, 1) + (int32_t)below(700);
    }
    p->options[1] = p->options[0];
    if (p->options[0].valid_on != STATUSRULES_UNKNOWN && below(3) == 0) {
        /* Two days are asked about, mostly near each other, or on one side none. */
        const int32_t later = p->options[0].valid_on + (int32_t)below(below(2) ? 4 : 400);
        const int32_t other = later < STATUSRULES_LAST_DAY ? later : STATUSRULES_LAST_DAY;
        p->options[below(2)].valid_on = below(4) ? other : STATUSRULES_UNKNOWN;
    }
    any_side(p, 0);
    any_side(p, 1);
    const int32_t most = 1 + (int32_t)below(MOST_VARYING);
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        if (statusrules_question_asks(question, fact) && fact != STATUSRULES_FACT_NOTIFIED_ON
            && fact != STATUSRULES_FACT_VISA_LAST_DAY) {
            if (below(3) == 0 && __builtin_popcountll((uint64_t)p->varies) < most) {
                p->varies |= (int64_t)1 << fact;
            } else if (below(2)) {
                set_any(&p->facts, fact);
            }
        }
    }
}

static void check_case(count *n, const pair *p, const statusrules_facts *facts) {
    statusrules_answer answers[2];
    int32_t in_boxes;
    for (int32_t side = 0; side < 2; side++) {
        statusrules_options brief = p->options[side];
        brief.brief = STATUSRULES_YES;
        if (statusrules_ask(&answers[side], p->laws[side], p->question, facts, &brief, NULL)) {
            /* A case that is wrong on both sides changes nothing; one without result has no answer on a side. */
            answers[side].outcome = 0;
            answers[side].day = STATUSRULES_NOT_A_DAY;
        }
    }
    const bool changed = answers[0].outcome != answers[1].outcome || answers[0].day != answers[1].day;
    const bool inside = stands_in(facts, &in_boxes);
    n->cases++;
    n->changed += changed;
    const bool wrong = answers[0].outcome == 0 && answers[1].outcome == 0;
    const bool missed = changed && !inside;
    const bool too_many = (inside && !changed && !wrong) || in_boxes > 1;
    if ((missed && n->missed < PRINTED) || (too_many && n->too_many < PRINTED)) {
        (void)printf("# %s: question %d, outcomes %d %d, days %d %d, in %d boxes; known_on %d %d, reading %d, "
                     "valid_on %d, strict %d, varies %llx:",
                     missed ? "missed" : "too many", (int)p->question, (int)answers[0].outcome,
                     (int)answers[1].outcome, (int)answers[0].day, (int)answers[1].day, (int)in_boxes,
                     (int)p->options[0].known_on, (int)p->options[1].known_on, (int)p->options[0].reading,
                     (int)p->options[0].valid_on, (int)p->options[0].strict, (unsigned long long)p->varies);
        for (int32_t fact = 1; fact < N_FACTS; fact++) {
            const int32_t value = statusrules_facts_get(facts, fact);
            if (value != STATUSRULES_UNKNOWN) {
                (void)printf(" %s=%d", statusrules_name(STATUSRULES_NAMES_FACT, fact, 0), (int)value);
            }
        }
        (void)printf("\n");
    }
    n->missed += missed;
    n->too_many += too_many;
}

static bool find_spans(const pair *p) {
    statusrules_error error;
    const int32_t code = statusrules_impact(spans, MAX_SPANS, &n_spans, p->laws[0], &p->options[0], p->laws[1],
                                            &p->options[1], p->question, &p->facts, p->varies, &error);
    return code == STATUSRULES_OK;
}

static void try_pair(count *n, int64_t *refused, const pair *p, int32_t cases) {
    statusrules_answer answer;
    /* Facts of a pair that contradict each other are refused by both. */
    if (!find_spans(p)) {
        const bool bad = statusrules_ask(&answer, p->laws[0], p->question, &p->facts, &p->options[0], NULL) != 0;
        *refused += bad ? 0 : 1;
        return;
    }
    for (int32_t i = 0; i < cases; i++) {
        statusrules_facts facts = p->facts;
        for (int32_t fact = 1; fact < N_FACTS; fact++) {
            if (p->varies >> fact & 1) {
                set_any(&facts, fact);
            }
        }
        if (p->options[0].valid_on != STATUSRULES_UNKNOWN && p->varies >> STATUSRULES_FACT_ISSUED_ON & 1
            && below(3) == 0) {
            facts.issued_on = p->options[0].valid_on - 1 + (int32_t)below(3);
        }
        check_case(n, p, &facts);
    }
}

static void random_pairs(struct tap *tap, int32_t cases) {
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        count n = {0, 0, 0, 0};
        int64_t refused = 0;
        char sentence[200];
        for (int32_t question = 1; question <= STATUSRULES_QUESTION_EDUCATION_ENTRY; question++) {
            memset(n_values, 0, sizeof n_values);
            find_values(law, question);
            for (int32_t i = 0; i < N_PAIRS; i++) {
                pair p;
                any_pair(&p, law, question);
                try_pair(&n, &refused, &p, cases);
            }
        }
        (void)printf("# %lld of %lld cases change; %lld pairs could not be followed\n", (long long)n.changed,
                     (long long)n.cases, (long long)refused);
        (void)snprintf(sentence, sizeof sentence, "%s: no case that changes is missing from the boxes",
                       statusrules_law_name(law));
        tap_report(tap, sentence, n.cases, n.missed + refused);
        (void)snprintf(sentence, sizeof sentence, "%s: nothing else stands in a box, and nothing in two",
                       statusrules_law_name(law));
        tap_report(tap, sentence, n.cases, n.too_many);
    }
}

/* ---- Whole classes of a law ---- */

static void whole_register(struct tap *tap, const statusrules_law *law) {
    /* The days before and on which the decrees of the law were published, and the statement. */
    static const int32_t days[][2] = {{STATUSRULES_DAY(2020, 4, 17), STATUSRULES_DAY(2020, 4, 18)},
                                      {STATUSRULES_DAY(2020, 12, 15), STATUSRULES_DAY(2020, 12, 16)},
                                      {STATUSRULES_DAY(2021, 6, 14), STATUSRULES_DAY(2021, 6, 15)},
                                      {STATUSRULES_DAY(2022, 6, 1), STATUSRULES_DAY(2022, 8, 27)}};
    count n = {0, 0, 0, 0};
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        static const statusrules_options usual = STATUSRULES_OPTIONS_DEFAULT;
        static const statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
        pair p = {{law, law}, {usual, usual}, STATUSRULES_QUESTION_EXTENSION, 0, nothing};
        p.options[0].known_on = days[i][0];
        p.options[1].known_on = days[i][1];
        p.varies = (int64_t)1 << STATUSRULES_FACT_TERM | (int64_t)1 << STATUSRULES_FACT_LAST_DAY
                   | (int64_t)1 << STATUSRULES_FACT_CITIZENSHIP;
        n.missed += find_spans(&p) ? 0 : 1;
        for (int32_t t = 0; t < statusrules_count(STATUSRULES_FACT_TERM); t++) {
            for (int32_t day = STATUSRULES_DAY(2019, 1, 1); day <= STATUSRULES_DAY(2023, 12, 31); day++) {
                statusrules_facts facts = p.facts;
                facts.term = statusrules_code_at(STATUSRULES_FACT_TERM, t);
                facts.last_day = day;
                /* Every state comes with every document and month. */
                const int32_t place = (day + 31 * t) % statusrules_count(STATUSRULES_FACT_CITIZENSHIP);
                facts.citizenship = statusrules_code_at(STATUSRULES_FACT_CITIZENSHIP, place);
                check_case(&n, &p, &facts);
                facts.citizenship = STATUSRULES_COUNTRY('U', 'Z');
                check_case(&n, &p, &facts);
            }
        }
    }
    (void)printf("# %lld of %lld cases change\n", (long long)n.changed, (long long)n.cases);
    tap_report(tap, "every document on every day: what changes stands in one box, and nothing else does", n.cases,
               n.missed + n.too_many + (n.changed == 0));
}

/* ---- Documents that were not there yet on the day asked about ---- */

static void issued_later(struct tap *tap, const statusrules_law *law) {
    enum { FIRST = STATUSRULES_DAY(2021, 1, 1), LAST = STATUSRULES_DAY(2022, 12, 31), STEP = 5 };
    static const statusrules_options usual = STATUSRULES_OPTIONS_DEFAULT;
    static const statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
    pair p = {{law, law}, {usual, usual}, STATUSRULES_QUESTION_EXTENSION, 0, nothing};
    count n = {0, 0, 0, 0};
    p.options[0].known_on = STATUSRULES_DAY(2021, 11, 28);
    p.options[0].valid_on = STATUSRULES_DAY(2021, 7, 15);
    p.options[1].valid_on = p.options[0].valid_on;
    p.facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    p.varies = (int64_t)1 << STATUSRULES_FACT_LAST_DAY | (int64_t)1 << STATUSRULES_FACT_ISSUED_ON;
    n.missed += find_spans(&p) ? 0 : 1;
    for (int32_t last_day = FIRST; last_day <= LAST; last_day += STEP) {
        for (int32_t issued_on = FIRST; issued_on <= last_day; issued_on += STEP) {
            statusrules_facts facts = p.facts;
            facts.last_day = last_day;
            facts.issued_on = issued_on;
            check_case(&n, &p, &facts);
        }
    }
    (void)printf("# %lld of %lld cases change\n", (long long)n.changed, (long long)n.cases);
    tap_report(tap, "what was issued after the day asked about stands in no box", n.cases,
               n.missed + n.too_many + (n.changed == 0));
}

/* ---- Short arrays ---- */

static void short_arrays(struct tap *tap, const statusrules_law *law) {
    static statusrules_span few[MAX_SPANS];
    static const statusrules_options usual = STATUSRULES_OPTIONS_DEFAULT;
    static const statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
    pair p = {{law, law}, {usual, usual}, STATUSRULES_QUESTION_EXTENSION, 0, nothing};
    int64_t wrong = 0;
    int64_t cases = 0;
    p.options[0].known_on = STATUSRULES_DAY(2021, 11, 28);
    p.options[1].known_on = STATUSRULES_DAY(2021, 11, 29);
    p.varies = (int64_t)1 << STATUSRULES_FACT_TERM | (int64_t)1 << STATUSRULES_FACT_LAST_DAY;
    wrong += find_spans(&p) && n_spans > 0 ? 0 : 1;
    for (int32_t room = 0; room <= n_spans; room++, cases++) {
        int32_t needed = -1;
        memset(few, 0x5A, sizeof few[0] * (size_t)(n_spans + 1));
        const int32_t code = statusrules_impact(room ? few : NULL, room, &needed, law, &p.options[0], law,
                                                &p.options[1], p.question, &p.facts, p.varies, NULL);
        wrong += code != (room < n_spans ? STATUSRULES_ERROR_TRUNCATED : STATUSRULES_OK) || needed != n_spans
                 || memcmp(few, spans, sizeof few[0] * (size_t)room) != 0 || few[room].box != 0x5A5A5A5A;
    }
    tap_report(tap, "an array that is too short holds the first spans, and how many there are", cases, wrong);
}

int main(int argc, char **argv) {
    struct tap tap = {0, 0};
    const int32_t cases = argc > 1 ? atoi(argv[1]) : CASES_OF_A_PAIR;
    state = argc > 2 ? strtoull(argv[2], NULL, 10) : 20210615;
    (void)printf("# seed %llu\n", (unsigned long long)state);
    random_pairs(&tap, cases);
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        if (strcmp(statusrules_law_name(law), "measures") == 0) {
            whole_register(&tap, law);
        } else if (law == statusrules_law_statement()) {
            issued_later(&tap, law);
            short_arrays(&tap, law);
        }
    }
    return tap_done(&tap);
}
