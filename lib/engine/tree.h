/*
 * A question over facts that vary, as a tree: a fact, the values that lead to one subtree, and so on to what is said. It is
 * never held: each part is decided again when it is asked for, and two parts are the same when their digests are. A fact
 * is asked only where what is said depends on it.
 *
 * The tree says what one law answers, or whether two answer differently (two laws, or one under two options).
 */
#ifndef STATUSRULES_ENGINE_TREE_H
#define STATUSRULES_ENGINE_TREE_H

#include "engine/missing.h"

/* What the end of a branch says. */
enum {
    /* The outcome; 0 where there is no answer. */
    STATUSRULES_SAYS_OUTCOME = 1,
    /* The day, or STATUSRULES_NOT_A_DAY; with `moves`, the days to add to the last day. */
    STATUSRULES_SAYS_DAY = 2,
    /* 1: yes, through the day `from` at least if that is one. */
    STATUSRULES_SAYS_YES = 3,
    /* 1: the two sides differ in outcome or day. */
    STATUSRULES_SAYS_CHANGED = 4
};

/* The most stretches of values of a fact that differ, and the most parts that a tree may have. */
enum { STATUSRULES_MAX_PIECES = 320, STATUSRULES_MAX_LOOKS = 4000000 };

typedef struct statusrules_tree {
    const statusrules_law *laws[2];
    const statusrules_options *options[2];
    int32_t n_sides;
    int32_t question;
    int32_t says;
    int32_t from;
    /* The facts that vary: bit 1 << fact; those of them that are asked first; those with a value on this branch. */
    int64_t columns;
    int64_t eager;
    int64_t settled;
    /* 1: the last day varies, and some side asks it. */
    int32_t walks;
    /* The latest day of issue in the tree: the day asked about, if both sides ask whether the document is valid on it. */
    int32_t last_issue;
    /* What does not vary, and the values on this branch. */
    statusrules_facts facts;
    /* How far the day of issue on this branch can move without changing what is left open where the last day is missing. */
    int32_t issue_until;
    /* How many parts have been looked at; 1: a fact has too many stretches of values. */
    int32_t looks;
    int32_t failed;
} statusrules_tree;

typedef struct statusrules_leaf {
    int32_t value;
    int32_t moves;
} statusrules_leaf;

/* Of a part of a tree: 128 bits, so that different parts have different ones. */
typedef struct statusrules_part {
    uint64_t a;
    uint64_t b;
} statusrules_part;

/* Values of a fact that lead to one part; both ends are STATUSRULES_NONE or STATUSRULES_UNKNOWN for these. */
typedef struct statusrules_piece {
    int32_t first;
    int32_t last;
    statusrules_part part;
} statusrules_piece;

/* One part: the fact that is asked and its values in order, then none, if it can be, then unknown; or, if no fact is asked
 * (0), what is said. */
typedef struct statusrules_fork {
    int32_t fact;
    statusrules_leaf leaf;
    int32_t n;
    statusrules_piece pieces[STATUSRULES_MAX_PIECES];
} statusrules_fork;

static inline int32_t statusrules_same_part(const statusrules_part *a, const statusrules_part *b) {
    return a->a == b->a && a->b == b->b;
}

/*
 * Starts a tree whose sides, question, says, from and columns are set. Checks everything, for each side as statusrules_ask
 * does; a column that does not belong to the question, and one of which a number of days would be counted, is refused.
 */
int32_t statusrules_plant(statusrules_tree *tree, const statusrules_facts *facts, statusrules_error *error);

/* The part of the tree at the facts that are settled. A fork with one part for all values is passed over. */
void statusrules_fork_at(statusrules_fork *fork, statusrules_tree *tree);

/* Goes into the part of a piece, and back. */
void statusrules_enter(statusrules_tree *tree, int32_t fact, const statusrules_piece *piece);
void statusrules_leave(statusrules_tree *tree, int32_t fact);

/* The part that says one value everywhere. */
statusrules_part statusrules_part_saying(int32_t value);

/* Fails if the tree could not be followed to its end. */
int32_t statusrules_check_tree(const statusrules_tree *tree, statusrules_error *error);

#endif
