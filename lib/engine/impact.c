#include <statusrules/impact.h>

#include "engine/error.h"
#include "engine/impact.h"

int32_t statusrules_compare_sides(statusrules_tree *tree, statusrules_options options[2],
                                  const statusrules_law *before, const statusrules_options *options_before,
                                  const statusrules_law *after, const statusrules_options *options_after,
                                  int32_t question, statusrules_error *error) {
    const int32_t code = statusrules_whole_options(&options[0], options_before, error);
    tree->laws[0] = before;
    tree->laws[1] = after;
    tree->options[0] = &options[0];
    tree->options[1] = &options[1];
    tree->n_sides = 2;
    tree->question = question;
    tree->says = STATUSRULES_SAYS_CHANGED;
    tree->from = STATUSRULES_UNKNOWN;
    return code ? code : statusrules_whole_options(&options[1], options_after, error);
}

/* ---- Boxes ---- */

typedef struct boxes {
    statusrules_span *spans;
    int32_t capacity;
    int32_t n_spans;
    int32_t n_boxes;
} boxes;

/* The forks on the way to a part, and which part of each it is. */
typedef struct way {
    const statusrules_fork *fork;
    const statusrules_part *part;
    const struct way *before;
} way;

static void add_span(boxes *out, int32_t fact, int32_t first, int32_t last) {
    if (out->n_spans < out->capacity) {
        out->spans[out->n_spans] = (statusrules_span){out->n_boxes, fact, first, last};
    }
    out->n_spans++;
}

/* The spans of a box, from the first fork on. */
static void add_spans(boxes *out, const way *at) {
    if (!at) {
        return;
    }
    add_spans(out, at->before);
    for (int32_t i = 0; i < at->fork->n; i++) {
        const statusrules_piece *piece = &at->fork->pieces[i];
        if (statusrules_same_part(&piece->part, at->part)) {
            add_span(out, at->fork->fact, piece->first, piece->last);
        }
    }
}

/* What was issued after the day asked about stands in no box: it is silent on both sides. */
static void add_issue(boxes *out, const statusrules_tree *tree, const way *at) {
    int32_t asked = tree->last_issue == STATUSRULES_LAST_DAY || !(tree->columns >> STATUSRULES_FACT_ISSUED_ON & 1);
    for (; at; at = at->before) {
        asked |= at->fork->fact == STATUSRULES_FACT_ISSUED_ON;
    }
    if (!asked) {
        add_span(out, STATUSRULES_FACT_ISSUED_ON, STATUSRULES_FIRST_DAY, tree->last_issue);
        add_span(out, STATUSRULES_FACT_ISSUED_ON, STATUSRULES_UNKNOWN, STATUSRULES_UNKNOWN);
    }
}

static void add_box(boxes *out, const statusrules_tree *tree, const way *at) {
    const int32_t n = out->n_spans;
    add_spans(out, at);
    add_issue(out, tree, at);
    if (out->n_spans == n) {
        add_span(out, 0, 0, 0);
    }
    out->n_boxes++;
}

static int32_t is_first_of_part(const statusrules_fork *fork, int32_t at) {
    for (int32_t i = 0; i < at; i++) {
        if (statusrules_same_part(&fork->pieces[i].part, &fork->pieces[at].part)) {
            return 0;
        }
    }
    return 1;
}

/* Down every part in which something changes. */
static void find_boxes(boxes *out, statusrules_tree *tree, const way *before) {
    const statusrules_part same = statusrules_part_saying(0);
    const statusrules_part changed = statusrules_part_saying(1);
    statusrules_fork fork;
    statusrules_fork_at(&fork, tree);
    if (!fork.fact && fork.leaf.value) {
        add_box(out, tree, before);
    }
    for (int32_t i = 0; fork.fact && i < fork.n && !tree->failed; i++) {
        const way here = {&fork, &fork.pieces[i].part, before};
        if (!is_first_of_part(&fork, i) || statusrules_same_part(here.part, &same)) {
            continue;
        }
        if (statusrules_same_part(here.part, &changed)) {
            add_box(out, tree, &here);
            continue;
        }
        statusrules_enter(tree, fork.fact, &fork.pieces[i]);
        find_boxes(out, tree, &here);
        statusrules_leave(tree, fork.fact);
    }
}

int32_t statusrules_impact(statusrules_span *spans, int32_t capacity, int32_t *n_spans,
                           const statusrules_law *before, const statusrules_options *options_before,
                           const statusrules_law *after, const statusrules_options *options_after,
                           int32_t question, const statusrules_facts *facts, int64_t varies,
                           statusrules_error *error) {
    statusrules_tree tree;
    statusrules_options options[2];
    boxes out = {spans, capacity < 0 ? 0 : capacity, 0, 0};
    if (!n_spans || (!spans && capacity > 0)) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code =
        statusrules_compare_sides(&tree, options, before, options_before, after, options_after, question, error);
    tree.columns = varies;
    code = code ? code : statusrules_plant(&tree, facts, error);
    if (code) {
        return code;
    }
    find_boxes(&out, &tree, 0);
    code = statusrules_check_tree(&tree, error);
    if (code) {
        return code;
    }
    *n_spans = out.n_spans;
    return out.n_spans <= out.capacity
               ? STATUSRULES_OK
               : statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, out.capacity,
                                  out.n_spans, STATUSRULES_NONE);
}
