#include "touched.h"

#include <stdlib.h>
#include <string.h>

static touched_fact *fact_of(touched *t, int32_t fact) {
    for (int32_t i = 0; i < t->n_facts; i++) {
        if (t->facts[i].fact == fact) {
            return &t->facts[i];
        }
    }
    t->facts[t->n_facts] = (touched_fact){fact, INT32_MAX, 0, NULL};
    return &t->facts[t->n_facts++];
}

static bool is_value(const statusrules_span *s) {
    return s->first != STATUSRULES_NONE && s->first != STATUSRULES_UNKNOWN;
}

/* The table covers the values between the ends of all spans; beyond them nothing changes. */
static void find_range(touched *t, const statusrules_span *spans, int32_t n_spans) {
    for (int32_t i = 0; i < n_spans; i++) {
        statusrules_fact_info info;
        t->n_boxes = spans[i].box + 1;
        if (spans[i].fact == 0) {
            continue;
        }
        touched_fact *f = fact_of(t, spans[i].fact);
        if (!is_value(&spans[i])) {
            continue;
        }
        (void)statusrules_fact(&info, f->fact, NULL);
        const int32_t ends[2] = {spans[i].first - 1, spans[i].last};
        for (int32_t e = 0; e < 2; e++) {
            if (ends[e] >= info.first && ends[e] < info.last) {
                const int32_t last = f->n ? f->first + f->n - 1 : ends[e] + 1;
                f->first = ends[e] < f->first ? ends[e] : f->first;
                f->n = (ends[e] + 1 > last ? ends[e] + 1 : last) - f->first + 1;
            }
        }
    }
}

static void set(const touched *t, const touched_fact *f, int32_t at, int32_t box) {
    f->boxes[(int64_t)at * t->n_words + box / 64] |= (uint64_t)1 << box % 64;
}

static void add_span(const touched *t, const touched_fact *f, const statusrules_span *s) {
    if (!is_value(s)) {
        set(t, f, s->first == STATUSRULES_NONE ? f->n : f->n + 1, s->box);
        return;
    }
    for (int32_t at = 0; at < f->n; at++) {
        const int32_t value = f->first + at;
        if (value >= s->first && value <= s->last) {
            set(t, f, at, s->box);
        }
    }
}

bool touched_make(touched *t, const statusrules_span *spans, int32_t n_spans) {
    memset(t, 0, sizeof *t);
    find_range(t, spans, n_spans);
    t->n_words = (t->n_boxes + 63) / 64;
    for (int32_t i = 0; i < t->n_facts; i++) {
        touched_fact *f = &t->facts[i];
        if (f->n == 0) {
            statusrules_fact_info info;
            (void)statusrules_fact(&info, f->fact, NULL);
            f->first = info.first;
            f->n = 1;
        }
        f->boxes = calloc((size_t)(f->n + 2) * (size_t)t->n_words, sizeof *f->boxes);
        if (!f->boxes) {
            touched_free(t);
            return false;
        }
    }
    for (int32_t i = 0; i < n_spans; i++) {
        if (spans[i].fact) {
            add_span(t, fact_of(t, spans[i].fact), &spans[i]);
        }
    }
    /* A fact that a box does not name may be anything in it. */
    for (int32_t i = 0; i < t->n_facts; i++) {
        touched_fact *f = &t->facts[i];
        for (int32_t box = 0; box < t->n_boxes; box++) {
            bool named = false;
            for (int32_t s = 0; s < n_spans && !named; s++) {
                named = spans[s].box == box && spans[s].fact == f->fact;
            }
            for (int32_t at = 0; at < f->n + 2 && !named; at++) {
                set(t, f, at, box);
            }
        }
    }
    return true;
}

void touched_free(touched *t) {
    for (int32_t i = 0; i < t->n_facts; i++) {
        free(t->facts[i].boxes);
        t->facts[i].boxes = NULL;
    }
}

bool touched_case(const touched *t, const statusrules_facts *facts) {
    for (int32_t word = 0; word < t->n_words; word++) {
        const int32_t left = t->n_boxes - 64 * word;
        uint64_t boxes = left < 64 ? ((uint64_t)1 << left) - 1 : ~(uint64_t)0;
        for (int32_t i = 0; i < t->n_facts && boxes; i++) {
            const touched_fact *f = &t->facts[i];
            boxes &= touched_boxes(t, f, statusrules_facts_get(facts, f->fact))[word];
        }
        if (boxes) {
            return true;
        }
    }
    return false;
}
