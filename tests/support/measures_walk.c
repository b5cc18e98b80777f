#include "measures_walk.h"

#include <assert.h>
#include <stdio.h>

#include <statusrules/names.h>

enum { CONTEXTS = 4096, MAX_TRIED = 32 };

static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

static statusrules_fact_info info_of(int32_t fact) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    return info;
}

static bool is_counted(int32_t kind) {
    return kind == STATUSRULES_KIND_DAY || kind == STATUSRULES_KIND_NUMBER;
}

/* Once, and only what the fact can be. */
static void add(struct walk_axis *axis, int32_t value) {
    statusrules_fact_info info = info_of(axis->fact);
    if (value != STATUSRULES_UNKNOWN && value != STATUSRULES_NONE && (value < info.first || value > info.last)) {
        return;
    }
    for (int32_t i = 0; i < axis->n; i++) {
        if (axis->values[i] == value) {
            return;
        }
    }
    assert(axis->n < WALK_VALUES);
    axis->values[axis->n++] = value;
}

static void fill(struct walk_axis *axis, const struct row_axis *tried) {
    statusrules_fact_info info = info_of(tried->fact);
    axis->fact = tried->fact;
    axis->n = 0;
    if (info.kind == STATUSRULES_KIND_NAME) {
        for (int32_t i = 0; i < statusrules_count(tried->fact); i++) {
            add(axis, statusrules_code_at(tried->fact, i));
        }
    }
    for (int32_t i = 0; i < tried->n; i++) {
        if (is_counted(info.kind) && tried->values[i] != STATUSRULES_NONE) {
            add(axis, tried->values[i] - 1);
            add(axis, tried->values[i] + 1);
        }
        add(axis, tried->values[i]);
    }
    if (is_counted(info.kind)) {
        add(axis, info.first);
        add(axis, info.last);
    }
    add(axis, STATUSRULES_UNKNOWN);
}

void walk_of(struct walk *walk, const statusrules_law *law, int32_t question, const struct row_question *rows) {
    assert(rows->n_axes <= WALK_AXES);
    walk->law = law;
    walk->question = question;
    walk->n_axes = rows->n_axes;
    for (int32_t i = 0; i < rows->n_axes; i++) {
        fill(&walk->axes[i], &rows->axes[i]);
    }
}

void walk_add(struct walk *walk, int32_t fact, int32_t value) {
    for (int32_t i = 0; i < walk->n_axes; i++) {
        if (walk->axes[i].fact == fact) {
            walk->axes[i].n--;
            add(&walk->axes[i], value);
            add(&walk->axes[i], STATUSRULES_UNKNOWN);
        }
    }
}

void walk_product(struct comparison *comparison, const struct walk *walk, const int32_t *axes, int32_t n_axes,
                  const statusrules_facts *facts, const statusrules_options *options) {
    int32_t place[WALK_AXES] = {0};
    statusrules_facts tried = *facts;
    int32_t moved = 0;
    for (int32_t i = 0; i < n_axes; i++) {
        *member(&tried, walk->axes[axes[i]].fact) = walk->axes[axes[i]].values[0];
    }
    do {
        compare_measures(comparison, walk->law, walk->question, &tried, options);
        for (moved = 0; moved < n_axes; moved++) {
            const struct walk_axis *axis = &walk->axes[axes[moved]];
            place[moved] = place[moved] + 1 < axis->n ? place[moved] + 1 : 0;
            *member(&tried, axis->fact) = axis->values[place[moved]];
            if (place[moved] != 0) {
                break;
            }
        }
    } while (moved < n_axes);
}

int32_t walk_random(uint64_t *state, int32_t limit) {
    uint64_t x = *state;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    *state = x;
    return (int32_t)((x * UINT64_C(2685821657736338717) >> 33) % (uint64_t)limit);
}

statusrules_facts walk_draw(const struct walk *walk, uint64_t *state, int32_t unknown) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    for (int32_t i = 0; i < walk->n_axes; i++) {
        const struct walk_axis *axis = &walk->axes[i];
        *member(&facts, axis->fact) = axis->values[walk_random(state, axis->n - 1)];
    }
    for (int32_t i = 0; i < unknown; i++) {
        *member(&facts, walk->axes[walk_random(state, walk->n_axes)].fact) = STATUSRULES_UNKNOWN;
    }
    return facts;
}

/* --- The oracle's choice of values -------------------------------------------------------------------------- */

/* An answer as a number, of days too. */
static int64_t answer_to(const struct row_question *rows, statusrules_facts *facts, int32_t fact, int32_t value) {
    *member(facts, fact) = value;
    struct row_verdict v = rows->decide(facts, STATUSRULES_UNKNOWN);
    return (int64_t)v.outcome << 32 | (uint32_t)v.day;
}

/* The other facts at random, and what each value tried leads to. */
struct contexts {
    statusrules_facts facts[CONTEXTS];
    int64_t answers[CONTEXTS][MAX_TRIED];
};

static void draw_contexts(struct contexts *contexts, const struct row_question *rows,
                          const struct row_axis *tried) {
    uint64_t state = 20211129;
    assert(tried->n <= MAX_TRIED);
    for (int32_t c = 0; c < CONTEXTS; c++) {
        contexts->facts[c] = (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
        for (int32_t i = 0; i < rows->n_axes; i++) {
            const struct row_axis *axis = &rows->axes[i];
            *member(&contexts->facts[c], axis->fact) = axis->values[walk_random(&state, axis->n)];
        }
        for (int32_t i = 0; i < tried->n; i++) {
            contexts->answers[c][i] = answer_to(rows, &contexts->facts[c], tried->fact, tried->values[i]);
        }
    }
}

static bool is_like_one_tried(struct contexts *contexts, const struct row_question *rows,
                              const struct row_axis *tried, int32_t value) {
    for (int32_t i = 0; i < tried->n; i++) {
        int32_t c = 0;
        while (c < CONTEXTS
               && contexts->answers[c][i] == answer_to(rows, &contexts->facts[c], tried->fact, value)) {
            c++;
        }
        if (c == CONTEXTS) {
            return true;
        }
    }
    return false;
}

void walk_check_values(struct comparison *comparison, const struct row_question *rows, int32_t fact) {
    static struct contexts contexts;
    const struct row_axis *tried = NULL;
    statusrules_fact_info info = info_of(fact);
    int32_t first = info.kind == STATUSRULES_KIND_DAY ? ORACLE_DAY(2019, 1, 1) : info.first;
    int32_t last = info.kind == STATUSRULES_KIND_DAY ? ORACLE_DAY(2023, 12, 31) : info.last;
    for (int32_t i = 0; i < rows->n_axes; i++) {
        tried = rows->axes[i].fact == fact ? &rows->axes[i] : tried;
    }
    assert(tried != NULL);
    draw_contexts(&contexts, rows, tried);
    for (int32_t value = first; value <= last; value++) {
        comparison->cases++;
        if (!is_like_one_tried(&contexts, rows, tried, value)) {
            comparison->differences++;
            (void)printf("# no value that the oracle tries is like %d of %s\n", (int)value,
                         statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
        }
    }
}
