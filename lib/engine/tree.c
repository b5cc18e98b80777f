#include "engine/tree.h"

#include "engine/bits.h"
#include "engine/error.h"

static int64_t bit_of(int32_t fact) {
    return (int64_t)1 << fact;
}

/* ---- One side ---- */

static int32_t asks_last_day(const statusrules_tree *tree, int32_t side) {
    return tree->laws[side]->questions[tree->question].uses_last_day
           || tree->options[side]->valid_on != STATUSRULES_UNKNOWN;
}

/* What one side answers. */
typedef struct answered {
    statusrules_reading_answer first;
    /* 1: the day of the first moves with the last day. */
    int32_t moves;
    int32_t any;
    int32_t differ;
    int32_t until;
    /* The fact that must be settled before there is an answer, or 0. */
    int32_t fact;
} answered;

static const statusrules_table_completions *values_of(const statusrules_case *c, int32_t fact) {
    return &c->question->strict_completions[fact];
}

/*
 * The case of one side, with the facts that are still to be settled, and those that are missing, undecided. A state that
 * is still to be settled leaves open which state decides. Returns 0 if the facts contradict each other.
 */
static int32_t make_case(statusrules_case *c, const statusrules_tree *tree, int32_t side) {
    statusrules_facts facts = tree->facts;
    const int64_t open_columns = tree->columns & ~tree->settled;
    facts.last_day = STATUSRULES_UNKNOWN;
    for (uint64_t left = (uint64_t)open_columns; left; left &= left - 1) {
        statusrules_set_fact_value(&facts, statusrules_lowest_bit(left), STATUSRULES_UNKNOWN);
    }
    if (statusrules_case_of(c, tree->laws[side], tree->question, &facts, tree->options[side], 0)) {
        return 0;
    }
    for (uint64_t left = (uint64_t)c->open; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        c->classes[fact] = (uint8_t)statusrules_completions(c, fact)->every;
    }
    c->undecided = c->open;
    for (uint64_t left = (uint64_t)open_columns; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        const int32_t of_state = (STATUSRULES_STATE_FACTS >> fact & 1) && c->question->uses_state;
        c->unknown &= ~bit_of(fact);
        c->undecided &= ~bit_of(fact);
        if (of_state || fact == STATUSRULES_FACT_LAST_DAY || !values_of(c, fact)->classes) {
            continue;
        }
        c->classes[fact] = (uint8_t)values_of(c, fact)->every;
        c->undecided |= bit_of(fact);
    }
    if (c->question->uses_state && (open_columns & STATUSRULES_STATE_FACTS)) {
        c->classes[STATUSRULES_FACT_CITIZENSHIP] = (uint8_t)values_of(c, STATUSRULES_FACT_CITIZENSHIP)->every;
        c->classes[STATUSRULES_FACT_RESIDENCE_STATE] = STATUSRULES_CLASS_UNKNOWN;
        c->undecided = (c->undecided & ~STATUSRULES_STATE_FACTS) | bit_of(STATUSRULES_FACT_CITIZENSHIP);
    }
    return 1;
}

/* Where one day moves with the last day and one does not, they meet on one last day only. */
static void bound_meeting(int32_t *until, int32_t last_day, int32_t moving, int32_t fixed) {
    if (moving <= fixed) {
        const int32_t end = last_day + (moving < fixed ? fixed - moving - 1 : 0);
        *until = end < *until ? end : *until;
    }
}

static int32_t is_dated(const statusrules_reading_answer *answer) {
    return answer->day != STATUSRULES_NOT_A_DAY && answer->day != STATUSRULES_NONE;
}

/* Adds the answer of one completion of what is missing. */
static void gather(answered *a, const statusrules_case *c, const statusrules_reading_answer *answer,
                   int32_t moves) {
    if (!answer->outcome) {
        return;
    }
    const int32_t moving = moves && is_dated(answer);
    if (!a->any) {
        a->first = *answer;
        a->moves = moving;
        a->any = 1;
        return;
    }
    if (moving != a->moves && is_dated(answer) && is_dated(&a->first)) {
        bound_meeting(&a->until, c->last_day, moving ? answer->day : a->first.day,
                      moving ? a->first.day : answer->day);
    }
    if (statusrules_same(c, &a->first, answer)) {
        statusrules_keep_common(&a->first, answer);
    } else {
        a->differ = 1;
    }
}

/* The column that must be settled where an undecided fact decides: one of the two that say which state does, if any. */
static int32_t column_of(const statusrules_tree *tree, const statusrules_case *c, int32_t fact) {
    const int64_t open_columns = tree->columns & ~tree->settled;
    if (c->question->uses_state && (STATUSRULES_STATE_FACTS >> fact & 1)) {
        return open_columns & STATUSRULES_STATE_FACTS
                   ? statusrules_lowest_bit((uint64_t)(open_columns & STATUSRULES_STATE_FACTS))
                   : 0;
    }
    return open_columns >> fact & 1 ? fact : 0;
}

/* Whether nothing more needs to be decided: a column must be settled first, or two answers differ and others cannot mend
 * that. */
static int32_t is_settled(const answered *a) {
    return a->fact || a->differ;
}

/* Decides every completion of what is missing at one last day; stops at a column that is to be settled. */
static void explore(answered *a, const statusrules_tree *tree, statusrules_case *c, int32_t last_day) {
    statusrules_verdict all;
    statusrules_reading_answer readings[3];
    statusrules_reach reach;
    if (c->asks_last_day) {
        statusrules_decide_at(&all, readings, &reach, c, last_day);
    } else {
        statusrules_decide(&all, readings, &reach, c);
    }
    const int32_t fact = reach.undecided;
    if (!fact) {
        a->until = reach.until < a->until ? reach.until : a->until;
        gather(a, c, &all.answer, reach.moves);
        return;
    }
    a->fact = column_of(tree, c, fact);
    if (a->fact) {
        return;
    }
    const statusrules_table_completions *completions = statusrules_completions(c, fact);
    const int32_t dated = last_day != STATUSRULES_UNKNOWN && last_day != STATUSRULES_NONE
                          && fact == statusrules_table_facts[STATUSRULES_FACT_LAST_DAY].not_before;
    for (int32_t i = 0; i < completions->n && !is_settled(a); i++) {
        if (dated && completions->earliest[i] > last_day) {
            a->until = completions->earliest[i] - 1 < a->until ? completions->earliest[i] - 1 : a->until;
            continue;
        }
        c->classes[fact] = completions->classes[i];
        c->undecided &= ~bit_of(fact);
        explore(a, tree, c, last_day);
        c->classes[fact] = (uint8_t)completions->every;
        c->undecided |= bit_of(fact);
    }
}

static void start(answered *a) {
    a->first = (statusrules_reading_answer){0, STATUSRULES_NOT_A_DAY, 0, 0, 0, 0};
    a->moves = 0;
    a->any = 0;
    a->differ = 0;
    a->until = STATUSRULES_LAST_DAY;
    a->fact = 0;
}

/* Every last day, from that of the issue on, and none. */
static void explore_days(answered *a, const statusrules_tree *tree, statusrules_case *c) {
    const int32_t first = c->issued_on != STATUSRULES_UNKNOWN ? c->issued_on : STATUSRULES_FIRST_DAY;
    for (int32_t day = first; day <= STATUSRULES_LAST_DAY && !is_settled(a); day = a->until + 1) {
        a->until = STATUSRULES_LAST_DAY;
        explore(a, tree, c, day);
        if (a->until > day && !is_settled(a)) {
            answered end = *a;
            explore(&end, tree, c, a->until);
            a->first = end.first;
            a->any = end.any;
            a->differ = end.differ;
            a->fact = end.fact;
        }
    }
    if (!is_settled(a)) {
        explore(a, tree, c, STATUSRULES_NONE);
    }
}

/* Whether a last day is answered otherwise than none. */
static int32_t differs_from(const answered *none, const answered *a, const statusrules_case *c) {
    return a->differ || (a->any && !statusrules_same(c, &none->first, &a->first));
}

/*
 * The same from a day of issue that varies. Each later one leaves fewer last days, and always none: what is left open is so
 * through the latest last day that is answered otherwise than none.
 */
static void explore_days_from_issue(answered *a, statusrules_tree *tree, statusrules_case *c) {
    int32_t latest = STATUSRULES_FIRST_DAY - 1;
    answered here;
    explore(a, tree, c, STATUSRULES_NONE);
    /* Mostly a last day that no row reaches settles it: the document's own term is valid, or the law is silent. */
    start(&here);
    explore(&here, tree, c, STATUSRULES_LAST_DAY);
    if (!here.fact && differs_from(a, &here, c)) {
        a->differ = 1;
    }
    for (int32_t day = c->issued_on; day <= STATUSRULES_LAST_DAY && !is_settled(a);) {
        start(&here);
        explore(&here, tree, c, day);
        const int32_t until = here.until;
        if (differs_from(a, &here, c)) {
            latest = until;
        }
        if (here.moves && !here.differ && until > day) {
            /* What moves with the last day is that of none on one day at most. */
            answered end;
            start(&end);
            explore(&end, tree, c, until);
            here.fact = here.fact ? here.fact : end.fact;
            if (differs_from(a, &end, c)) {
                latest = until;
            } else if (latest == until) {
                latest = until - 1;
            }
        }
        a->fact = here.fact;
        day = until + 1;
    }
    if (!is_settled(a) && latest >= c->issued_on) {
        a->differ = 1;
        tree->issue_until = latest < tree->issue_until ? latest : tree->issue_until;
    }
}

/* The day of issue is a column that has a day on this branch. */
static int32_t issue_varies(const statusrules_tree *tree) {
    return (tree->settled >> STATUSRULES_FACT_ISSUED_ON & 1) && tree->facts.issued_on != STATUSRULES_UNKNOWN;
}

/* Whether the answer of a side is that of all last days. */
static int32_t misses_last_day(const statusrules_tree *tree, int32_t side) {
    return asks_last_day(tree, side) && tree->facts.last_day == STATUSRULES_UNKNOWN;
}

static void answer_side(answered *a, statusrules_tree *tree, int32_t side) {
    statusrules_case c;
    start(a);
    if (!make_case(&c, tree, side)) {
        return;
    }
    if (!misses_last_day(tree, side)) {
        explore(a, tree, &c, tree->facts.last_day);
    } else {
        if (issue_varies(tree)) {
            explore_days_from_issue(a, tree, &c);
        } else {
            explore_days(a, tree, &c);
        }
        a->moves = 0;
        a->until = STATUSRULES_LAST_DAY;
    }
    if (a->differ) {
        a->first.outcome = STATUSRULES_OUTCOME_UNDETERMINED;
        a->first.day = STATUSRULES_NOT_A_DAY;
        a->moves = 0;
    }
    a->moves &= tree->walks && is_dated(&a->first);
}

/* ---- What is said ---- */

static void bound(int32_t *until, int32_t end) {
    *until = end < *until ? end : *until;
}

static int32_t says_yes(const statusrules_tree *tree, const answered *a, int32_t *until) {
    if (a->first.outcome != STATUSRULES_OUTCOME_YES || tree->from == STATUSRULES_UNKNOWN) {
        return a->first.outcome == STATUSRULES_OUTCOME_YES;
    }
    if (a->first.day >= tree->from) {
        return 1;
    }
    if (a->moves) {
        bound(until, tree->facts.last_day + (tree->from - a->first.day) - 1);
    }
    return 0;
}

/* Whether an answer is open for want of the last day, so that it depends on a day of issue that varies and comes next. */
static int32_t depends_on_issue(const statusrules_tree *tree, const answered sides[2]) {
    const int64_t open_columns = tree->columns & ~tree->settled;
    for (int32_t side = 0; side < tree->n_sides; side++) {
        if (misses_last_day(tree, side) && sides[side].first.outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
            return (int32_t)(open_columns >> STATUSRULES_FACT_ISSUED_ON & 1);
        }
    }
    return 0;
}

static int32_t says_changed(const statusrules_tree *tree, const answered sides[2], int32_t *until) {
    const answered *a = &sides[0];
    const answered *b = &sides[1];
    if (a->first.outcome != b->first.outcome) {
        return 1;
    }
    if (a->moves != b->moves && is_dated(&a->first) && is_dated(&b->first)) {
        bound_meeting(until, tree->facts.last_day, a->moves ? a->first.day : b->first.day,
                      a->moves ? b->first.day : a->first.day);
    }
    return a->first.day != b->first.day;
}

/* Looks at the part where the tree stands. Returns the fact that must be settled first, or 0 and what is said. */
static int32_t look(statusrules_leaf *leaf, statusrules_tree *tree, int32_t *until) {
    answered sides[2];
    tree->looks++;
    for (int32_t side = 0; side < tree->n_sides; side++) {
        answer_side(&sides[side], tree, side);
        if (sides[side].fact) {
            return sides[side].fact;
        }
        bound(until, sides[side].until);
    }
    if (depends_on_issue(tree, sides)) {
        return STATUSRULES_FACT_ISSUED_ON;
    }
    leaf->moves = 0;
    switch (tree->says) {
    case STATUSRULES_SAYS_OUTCOME:
        leaf->value = sides[0].first.outcome;
        break;
    case STATUSRULES_SAYS_DAY:
        leaf->moves = sides[0].moves;
        leaf->value = sides[0].first.day - (leaf->moves ? tree->facts.last_day : 0);
        break;
    case STATUSRULES_SAYS_YES:
        leaf->value = says_yes(tree, &sides[0], until);
        break;
    default:
        leaf->value = says_changed(tree, sides, until);
        break;
    }
    return 0;
}

/* ---- Parts ---- */

static statusrules_part mix(statusrules_part part, int32_t value) {
    part.a = (part.a ^ (uint32_t)value) * 0x9E3779B97F4A7C15U;
    part.a ^= part.a >> 29;
    part.b = (part.b + (uint32_t)value + 1) * 0xC2B2AE3D27D4EB4FU;
    part.b ^= part.b >> 31;
    return part;
}

static statusrules_part part_of_leaf(const statusrules_leaf *leaf) {
    const statusrules_part start = {1, 2};
    return mix(mix(start, leaf->value), leaf->moves);
}

statusrules_part statusrules_part_saying(int32_t value) {
    const statusrules_leaf leaf = {value, 0};
    return part_of_leaf(&leaf);
}

static void grow(statusrules_fork *fork, statusrules_tree *tree, int32_t *until);

static int32_t is_one_part(const statusrules_fork *fork) {
    for (int32_t i = 1; i < fork->n; i++) {
        if (!statusrules_same_part(&fork->pieces[0].part, &fork->pieces[i].part)) {
            return 0;
        }
    }
    return 1;
}

/* The digest of the part where the tree stands, and how far the last day can move with it. */
STATUSRULES_OUT_OF_LINE static statusrules_part digest(statusrules_tree *tree, int32_t *until) {
    statusrules_fork fork;
    statusrules_part part = {3, 5};
    grow(&fork, tree, until);
    if (!fork.fact) {
        return part_of_leaf(&fork.leaf);
    }
    if (is_one_part(&fork)) {
        return fork.pieces[0].part;
    }
    part = mix(part, fork.fact);
    for (int32_t i = 0; i < fork.n; i++) {
        const statusrules_piece *piece = &fork.pieces[i];
        part = mix(mix(part, piece->first), piece->last);
        part = mix(mix(part, (int32_t)(uint32_t)piece->part.a), (int32_t)(uint32_t)(piece->part.a >> 32));
        part = mix(mix(part, (int32_t)(uint32_t)piece->part.b), (int32_t)(uint32_t)(piece->part.b >> 32));
    }
    return part;
}

void statusrules_enter(statusrules_tree *tree, int32_t fact, const statusrules_piece *piece) {
    statusrules_set_fact_value(&tree->facts, fact, piece->first);
    tree->settled |= bit_of(fact);
}

void statusrules_leave(statusrules_tree *tree, int32_t fact) {
    statusrules_set_fact_value(&tree->facts, fact, STATUSRULES_UNKNOWN);
    tree->settled &= ~bit_of(fact);
}

static statusrules_part digest_in(statusrules_tree *tree, int32_t fact, int32_t value, int32_t *until) {
    const statusrules_piece piece = {value, value, {0, 0}};
    statusrules_enter(tree, fact, &piece);
    const statusrules_part part = digest(tree, until);
    statusrules_leave(tree, fact);
    return part;
}

/* Adds values that lead to a part; to the piece before if that leads there too, and both are values. */
static void add_piece(statusrules_fork *fork, statusrules_tree *tree, int32_t first, int32_t last,
                      const statusrules_part *part) {
    statusrules_piece *before = fork->n ? &fork->pieces[fork->n - 1] : 0;
    if (before && first != STATUSRULES_NONE && first != STATUSRULES_UNKNOWN
        && statusrules_same_part(&before->part, part)) {
        before->last = last;
        return;
    }
    if (fork->n == STATUSRULES_MAX_PIECES) {
        tree->failed = 1;
        return;
    }
    fork->pieces[fork->n++] = (statusrules_piece){first, last, *part};
}

/* What is not a value in the middle: none, if it can be, and unknown. */
static void add_none_and_unknown(statusrules_fork *fork, statusrules_tree *tree, int32_t *until) {
    statusrules_part part;
    if (statusrules_table_facts[fork->fact].info.none) {
        part = digest_in(tree, fork->fact, STATUSRULES_NONE, until);
        add_piece(fork, tree, STATUSRULES_NONE, STATUSRULES_NONE, &part);
    }
    part = digest_in(tree, fork->fact, STATUSRULES_UNKNOWN, until);
    add_piece(fork, tree, STATUSRULES_UNKNOWN, STATUSRULES_UNKNOWN, &part);
}

/* The last days, stretch by stretch. */
static void walk_last_day(statusrules_fork *fork, statusrules_tree *tree) {
    int32_t until = STATUSRULES_LAST_DAY;
    for (int32_t day = STATUSRULES_FIRST_DAY; day <= STATUSRULES_LAST_DAY; day = until + 1) {
        until = STATUSRULES_LAST_DAY;
        const statusrules_part part = digest_in(tree, STATUSRULES_FACT_LAST_DAY, day, &until);
        add_piece(fork, tree, day, until, &part);
    }
    add_none_and_unknown(fork, tree, &until);
}

/* How the classes of an axis behave where the tree stands: classes that no row still possible tells apart have the number
 * of the first of them. */
typedef struct behaviour {
    const statusrules_table_axis *axis;
    uint8_t like[256];
} behaviour;

/* The rows that fit in some reading that was asked. */
static uint64_t rows_of_readings(const statusrules_case *c, const uint64_t *masks) {
    uint64_t rows = 0;
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        rows |= masks[statusrules_reading_class(c->law, reading)];
    }
    return rows;
}

/* The rows that fit a last day, and in the first stage that day as the one which comes in: a part is digested for a stretch
 * in which neither changes its class. */
static uint64_t rows_of_last_day(const statusrules_case *c, const statusrules_table_block *block,
                                 int32_t last_day) {
    const uint64_t *const *masks = block->masks;
    const int32_t first_stage = block->stage == c->question->blocks[0].stage;
    uint64_t rows = ~(uint64_t)0;
    if (!c->asks_last_day || last_day == STATUSRULES_UNKNOWN) {
        return rows;
    }
    if (masks[STATUSRULES_FACT_LAST_DAY]) {
        rows &= masks[STATUSRULES_FACT_LAST_DAY]
                     [statusrules_class(&c->law->axes[STATUSRULES_FACT_LAST_DAY], last_day)];
    }
    if (first_stage && masks[STATUSRULES_AXIS_INCOMING_DAY]) {
        rows &= masks[STATUSRULES_AXIS_INCOMING_DAY]
                     [statusrules_class(&c->law->axes[STATUSRULES_AXIS_INCOMING_DAY], last_day)];
    }
    return rows;
}

/* The rows of a block that are still possible, whatever the fact is. */
static uint64_t possible_rows(const statusrules_case *c, const statusrules_table_block *block, int32_t fact,
                              int32_t last_day) {
    const uint64_t *const *masks = block->masks;
    uint64_t rows = statusrules_rows_in_force(c, block) & rows_of_last_day(c, block, last_day);
    if (masks[STATUSRULES_AXIS_READING]) {
        rows &= rows_of_readings(c, masks[STATUSRULES_AXIS_READING]);
    }
    for (const uint8_t *asked = c->question->facts; *asked; asked++) {
        if (masks[*asked] && *asked != fact && *asked != STATUSRULES_FACT_LAST_DAY) {
            rows &= masks[*asked][c->classes[*asked] + (c->undecided >> *asked & 1)];
        }
    }
    return rows;
}

static int32_t behave_alike(const statusrules_case *c, const uint64_t possible[], int32_t axis, int32_t one,
                            int32_t other) {
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        const uint64_t *masks = c->question->blocks[b].masks[axis];
        if (masks && ((masks[one] ^ masks[other]) & possible[b])) {
            return 0;
        }
    }
    return 1;
}

static void find_behaviour(behaviour *found, const statusrules_tree *tree, int32_t side, int32_t fact) {
    statusrules_case c;
    uint64_t possible[STATUSRULES_MAX_BLOCKS];
    const statusrules_table_question *q = &tree->laws[side]->questions[tree->question];
    const int32_t axis = q->uses_state && (STATUSRULES_STATE_FACTS >> fact & 1) ? STATUSRULES_AXIS_STATE : fact;
    found->axis = &tree->laws[side]->axes[axis];
    const int32_t decided = make_case(&c, tree, side);
    for (int32_t b = 0; decided && b < q->n_blocks; b++) {
        possible[b] = possible_rows(&c, &q->blocks[b], fact, tree->facts.last_day);
    }
    for (int32_t class = 0; class < found->axis->n_classes; class ++) {
        int32_t like = STATUSRULES_CLASS_NONE;
        while (decided && like < class && !behave_alike(&c, possible, axis, like, class)) {
            like++;
        }
        found->like[class] = (uint8_t)(decided ? like : 0);
    }
}

/* The last value of those from one on that have its class, at most the last of the fact. */
static int32_t end_of_class(const statusrules_table_axis *axis, int32_t value, int32_t last) {
    const int32_t end = axis->class_end ? axis->class_end[statusrules_class(axis, value)] : value;
    return end < last ? end : last;
}

/* The values of any other fact. Those that behave alike on both sides lead to the same part. */
static void split_values(statusrules_fork *fork, statusrules_tree *tree, int32_t *until) {
    const statusrules_table_fact *table = &statusrules_table_facts[fork->fact];
    behaviour sides[2];
    statusrules_part parts[STATUSRULES_MAX_PIECES];
    int32_t keys[STATUSRULES_MAX_PIECES];
    int32_t n = 0;
    for (int32_t side = 0; side < tree->n_sides; side++) {
        find_behaviour(&sides[side], tree, side, fork->fact);
    }
    for (int32_t value = table->info.first; value <= table->info.last;) {
        int32_t last = table->info.last;
        int32_t key = 0;
        for (int32_t side = 0; side < tree->n_sides; side++) {
            const statusrules_table_axis *axis = sides[side].axis;
            last = end_of_class(axis, value, last);
            key = key << 8 | sides[side].like[statusrules_class(axis, value)];
        }
        if (statusrules_is_value(fork->fact, value)) {
            int32_t at = 0;
            while (at < n && keys[at] != key) {
                at++;
            }
            if (at == STATUSRULES_MAX_PIECES) {
                tree->failed = 1;
                return;
            }
            if (at == n) {
                keys[n] = key;
                parts[n++] = digest_in(tree, fork->fact, value, until);
            }
            add_piece(fork, tree, value, last, &parts[at]);
        }
        value = last + 1;
    }
    add_none_and_unknown(fork, tree, until);
}

/* The days of issue, stretch by stretch: rows ask them, last days that are missing lie after them, and the document is valid
 * from its issue. */
static void walk_issue(statusrules_fork *fork, statusrules_tree *tree, int32_t *until) {
    for (int32_t day = STATUSRULES_FIRST_DAY; day <= tree->last_issue;) {
        int32_t end = tree->last_issue;
        for (int32_t side = 0; side < tree->n_sides; side++) {
            const int32_t valid_on = tree->options[side]->valid_on;
            end = end_of_class(&tree->laws[side]->axes[STATUSRULES_FACT_ISSUED_ON], day, end);
            end = day <= valid_on && valid_on < end ? valid_on : end;
        }
        tree->issue_until = STATUSRULES_LAST_DAY;
        const statusrules_part part = digest_in(tree, STATUSRULES_FACT_ISSUED_ON, day, until);
        end = tree->issue_until < end ? tree->issue_until : end;
        add_piece(fork, tree, day, end, &part);
        day = end + 1;
    }
    add_none_and_unknown(fork, tree, until);
}

/* The fact that is asked where the tree stands: those that are asked first, the last day, and those on which an answer
 * depends. 0: none, and the leaf says. */
static int32_t fact_asked(statusrules_leaf *leaf, statusrules_tree *tree, int32_t *until) {
    const int64_t eager = tree->eager & ~tree->settled;
    if (eager) {
        return statusrules_lowest_bit((uint64_t)eager);
    }
    if (tree->walks && !(tree->settled >> STATUSRULES_FACT_LAST_DAY & 1)) {
        return STATUSRULES_FACT_LAST_DAY;
    }
    return look(leaf, tree, until);
}

static void grow(statusrules_fork *fork, statusrules_tree *tree, int32_t *until) {
    fork->n = 0;
    fork->leaf = (statusrules_leaf){0, 0};
    fork->fact = 0;
    if (tree->failed || tree->looks > STATUSRULES_MAX_LOOKS) {
        tree->failed = 1;
        return;
    }
    fork->fact = fact_asked(&fork->leaf, tree, until);
    if (fork->fact == STATUSRULES_FACT_LAST_DAY) {
        walk_last_day(fork, tree);
    } else if (fork->fact == STATUSRULES_FACT_ISSUED_ON) {
        walk_issue(fork, tree, until);
    } else if (fork->fact) {
        split_values(fork, tree, until);
    }
}

void statusrules_fork_at(statusrules_fork *fork, statusrules_tree *tree) {
    int32_t until = STATUSRULES_LAST_DAY;
    grow(fork, tree, &until);
}

/* ---- The start ---- */

/* Whether a fact must be settled before any row is looked at, because what a row makes of an unknown value is not among
 * what it makes of the known ones. */
static int32_t is_eager(const statusrules_tree *tree, int32_t side, int32_t fact) {
    const statusrules_table_question *q = &tree->laws[side]->questions[tree->question];
    const int32_t strict = tree->options[side]->strict == STATUSRULES_YES;
    const statusrules_table_completions *known = &q->strict_completions[fact];
    const statusrules_table_completions *unknown = strict ? known : &q->completions[fact];
    for (int32_t b = 0; known->classes && b < q->n_blocks; b++) {
        const uint64_t *masks = q->blocks[b].masks[fact];
        if (masks
            && ((masks[known->every] & ~masks[unknown->every])
                || (masks[unknown->every + 1] & ~masks[known->every + 1]))) {
            return 1;
        }
    }
    return 0;
}

int32_t statusrules_plant(statusrules_tree *tree, const statusrules_facts *facts, statusrules_error *error) {
    statusrules_facts room;
    statusrules_case c;
    for (int32_t side = 0; side < tree->n_sides; side++) {
        const int32_t code =
            statusrules_case_of(&c, tree->laws[side], tree->question, facts, tree->options[side], error);
        if (code) {
            return code;
        }
    }
    tree->facts = *statusrules_whole_facts(&room, facts, tree->question, error);
    const int64_t strangers = tree->columns & ~statusrules_table_question_facts[tree->question];
    if (strangers) {
        const int32_t fact = statusrules_lowest_bit((uint64_t)strangers);
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, fact, fact, 0, 0);
    }
    const int32_t counted_from = statusrules_count_varies(tree->question, &tree->facts, tree->columns);
    if (counted_from) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, counted_from, counted_from, 0, 0);
    }
    /* What was issued after the day asked about is silent under every law, and stands in no part of the tree. */
    const int32_t day = tree->options[0]->valid_on;
    const int32_t one_day = day == tree->options[tree->n_sides - 1]->valid_on;
    tree->last_issue = one_day && day != STATUSRULES_UNKNOWN ? day : STATUSRULES_LAST_DAY;
    tree->settled = 0;
    tree->eager = 0;
    tree->walks = 0;
    tree->looks = 0;
    tree->failed = 0;
    tree->issue_until = STATUSRULES_LAST_DAY;
    for (int32_t side = 0; side < tree->n_sides; side++) {
        tree->walks |= asks_last_day(tree, side) && tree->columns >> STATUSRULES_FACT_LAST_DAY & 1;
        if (tree->options[side]->valid_on != STATUSRULES_UNKNOWN && (!one_day || tree->options[side]->strict)) {
            tree->eager |= bit_of(STATUSRULES_FACT_ISSUED_ON);
        }
        for (uint64_t left = (uint64_t)tree->columns; left; left &= left - 1) {
            const int32_t fact = statusrules_lowest_bit(left);
            tree->eager |= is_eager(tree, side, fact) ? bit_of(fact) : 0;
        }
    }
    /* The document stands above its last days: a register is searched by both. */
    if (tree->walks) {
        tree->eager |= bit_of(STATUSRULES_FACT_TERM);
    }
    tree->eager &= tree->columns & ~bit_of(STATUSRULES_FACT_LAST_DAY);
    for (uint64_t left = (uint64_t)tree->columns; left; left &= left - 1) {
        statusrules_set_fact_value(&tree->facts, statusrules_lowest_bit(left), STATUSRULES_UNKNOWN);
    }
    return STATUSRULES_OK;
}

int32_t statusrules_check_tree(const statusrules_tree *tree, statusrules_error *error) {
    return tree->failed ? statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_COLUMNS,
                                           tree->looks, 1, STATUSRULES_MAX_LOOKS)
                        : STATUSRULES_OK;
}
