#include "engine/walk.h"

#include "engine/bits.h"
#include "engine/lanes.h"
#include "engine/missing_rows.h"

enum { INCOMING, EXTENDED };

/* ---- Sets of rows of the law ---- */

/* What a word of the law asks: the masks of joints, and the numbers that rows have there. */
typedef struct asked_joints {
    const uint64_t *masks[STATUSRULES_MAX_JOINTS];
    const uint16_t *numbers[STATUSRULES_MAX_JOINTS];
    int32_t n;
} asked_joints;

/* Adds some joints, if the word asks them. */
static void find_asked(asked_joints *asked, uint16_t numbers[][STATUSRULES_MASK_ROWS],
                       const statusrules_joint *joints, int32_t n, int32_t word) {
    asked->n = 0;
    for (int32_t j = 0; j < n; j++) {
        if (joints[j].masks[word]) {
            asked->masks[asked->n] = joints[j].masks[word];
            asked->numbers[asked->n++] = numbers[j];
        }
    }
}

/* The number of joints is a constant where this is inlined. */
static inline __attribute__((always_inline)) void
and_masks(uint64_t *restrict sets, uint64_t fits, const asked_joints *asked, int32_t n, int32_t n_joints) {
#pragma GCC unroll 4
    for (int32_t i = 0; i < n; i++) {
        uint64_t set = fits;
        for (int32_t j = 0; j < n_joints; j++) {
            set &= asked->masks[j][asked->numbers[j][i]];
        }
        sets[i] = set;
    }
}

/* The rows of a word that fit each row of the register, of all that fit what does not vary. */
STATUSRULES_EACH_MACHINE
static void find_sets(uint64_t *restrict sets, uint64_t fits, const asked_joints *restrict asked, int32_t n) {
    const asked_joints local = *asked;
    switch (local.n) {
    case 1:
        and_masks(sets, fits, &local, n, 1);
        break;
    case 2:
        and_masks(sets, fits, &local, n, 2);
        break;
    case 3:
        and_masks(sets, fits, &local, n, 3);
        break;
    case 4:
        and_masks(sets, fits, &local, n, 4);
        break;
    default:
        and_masks(sets, fits, &local, n, local.n);
    }
}

/* ---- The rows of the law that decide ---- */

/* A block of the law: its rows that fit what does not vary, as they stand in their word, of which it begins at `shift`. */
typedef struct walked_block {
    const uint64_t *sets;
    asked_joints handed_on;
    uint64_t fits;
    int32_t shift;
    /* 1: its list has more blocks. */
    int32_t goes_on;
} walked_block;

/*
 * The first row of a block that fits each walker. In a list of several blocks the first in which a row fits decides. The
 * number of joints, and whether the list goes on, are constants where this is inlined.
 */
static inline __attribute__((always_inline)) void find_rows(uint8_t *restrict rows, uint8_t *restrict decided,
                                                            const walked_block *block, int32_t n, int32_t n_joints,
                                                            int32_t goes_on) {
    const uint64_t last = (uint64_t)1 << (STATUSRULES_NO_STEP - 1);
#pragma GCC unroll 4
    for (int32_t i = 0; i < n; i++) {
        uint64_t set = block->sets[i] & block->fits;
        for (int32_t j = 0; j < n_joints; j++) {
            set &= block->handed_on.masks[j][block->handed_on.numbers[j][i]];
        }
        set >>= block->shift;
        /* 0 - 1 leaves every row, 1 - 1 none. */
        if (goes_on) {
            set &= (uint64_t)decided[i] - 1;
            decided[i] = (uint8_t)(decided[i] | (set != 0));
        }
        /* The place after the last where no row fits, without a branch. */
        rows[i] = (uint8_t)(statusrules_lowest_bit(set | last) + !set);
    }
}

STATUSRULES_EACH_MACHINE
static void find_first_rows(uint8_t *restrict rows, uint8_t *restrict decided, const walked_block *restrict block,
                            int32_t n) {
    const walked_block local = *block;
    if (local.goes_on) {
        find_rows(rows, decided, &local, n, local.handed_on.n, 1);
    } else if (local.handed_on.n == 0) {
        find_rows(rows, decided, &local, n, 0, 0);
    } else if (local.handed_on.n == 1) {
        find_rows(rows, decided, &local, n, 1, 0);
    } else {
        find_rows(rows, decided, &local, n, local.handed_on.n, 0);
    }
}

/* What the stages before hand on. Nothing that comes in is wrong, and a missing day has no bit: marks and bits stay
 * untouched. */
static void begin_stage(statusrules_walkers *w, const statusrules_walk_plan *plan) {
    const statusrules_joints *joints = &plan->joints;
    uint8_t marks[STATUSRULES_MASK_ROWS];
    uint32_t missing[STATUSRULES_MASK_ROWS];
    statusrules_next_incoming(w->incoming, w->handed_on[EXTENDED], w->standing, w->n,
                              statusrules_extended_class(plan->masks.settled.law, STATUSRULES_YES));
    statusrules_classify_rows(w->handed_on[INCOMING], marks, missing, w->incoming, w->n, &plan->incoming);
    for (int32_t j = 0; j < joints->n_handed_on; j++) {
        const statusrules_joint *joint = &joints->list[j];
        const uint8_t *classes[2];
        for (int32_t a = 0; a < joint->n_axes; a++) {
            classes[a] = w->handed_on[joint->axes[a] - STATUSRULES_AXIS_INCOMING_DAY];
        }
        statusrules_number_rows(w->numbers[j], classes, w->n, joint);
    }
}

/* Where a row of the law is not sure to fit with whatever the walker misses, the walker is in doubt, and no longer open: it
 * walks on with the others, but is completed in any case. */
static void doubt_missing(statusrules_walkers *w, const statusrules_walk_plan *plan, int32_t b) {
    const int32_t word = plan->words.word[b];
    const int32_t shift = plan->words.shift[b];
    int32_t going = 0;
    for (int32_t k = 0; k < w->n_open; k++) {
        const int32_t i = w->open[k];
        const int32_t row = w->row[i];
        uint64_t sure = ~(uint64_t)0;
        for (uint32_t missing = w->missing[i]; missing; missing &= missing - 1) {
            sure &= plan->must[statusrules_lowest_bit(missing)][word];
        }
        /* Without a branch, because doubt comes and goes. */
        const int32_t doubted = (row != STATUSRULES_NO_STEP) & (int32_t)(~sure >> ((row + shift) & 63) & 1);
        /* What was STATUSRULES_NO_DOUBT becomes the row of the law. */
        w->first_doubt[i] =
            (uint16_t)(w->first_doubt[i] - doubted * (STATUSRULES_NO_DOUBT - (b * STATUSRULES_NO_STEP + row)));
        w->doubt[i] = (uint8_t)(w->doubt[i] | doubted * STATUSRULES_DOUBT_MISSING);
        w->open[going] = i;
        going += !doubted;
    }
    w->n_open = going;
}

/* Takes rows through all stages, with the rows of the law by block that fit what does not vary. */
static void walk(statusrules_walkers *w, const statusrules_walk_plan *plan,
                 const uint64_t fits[STATUSRULES_WALK_BLOCKS]) {
    const statusrules_table_block *blocks = plan->masks.settled.question->blocks;
    const int32_t n_blocks = plan->words.n_blocks;
    walked_block block;
    /* 1: some walker met a row about which sources differ; before, what stands says first and last day. */
    int32_t sides_differ = 0;
    statusrules_begin_walk(w->incoming, w->handed_on[EXTENDED], w->doubt, w->standing, w->last_days, w->n,
                           statusrules_extended_class(plan->masks.settled.law, STATUSRULES_NO));
    for (int32_t b = 0; b < n_blocks; b++) {
        const int32_t begins = b == 0 || blocks[b - 1].list != blocks[b].list;
        block.sets = w->sets[plan->words.word[b]];
        block.fits = fits[b];
        block.shift = plan->words.shift[b];
        block.goes_on = !begins || (b + 1 < n_blocks && blocks[b + 1].list == blocks[b].list);
        if (b == 0 || blocks[b - 1].stage != blocks[b].stage) {
            begin_stage(w, plan);
        }
        if (begins && block.goes_on) {
            statusrules_fill(w->decided, w->n, 0);
        }
        block.handed_on.n = 0;
        if (blocks[b].masks[STATUSRULES_AXIS_INCOMING_DAY] || blocks[b].masks[STATUSRULES_AXIS_EXTENDED]) {
            find_asked(&block.handed_on, w->numbers, plan->joints.list, plan->joints.n_handed_on,
                       plan->words.word[b]);
        }
        find_first_rows(w->row, w->decided, &block, w->n);
        if (plan->any_doubt[b] & w->asked) {
            statusrules_take_doubts(w->doubt, w->row, w->n, plan->doubts[b], w->asked);
        }
        if (!sides_differ && statusrules_any_marked(w->doubt, w->n, STATUSRULES_DOUBT_SIDES)) {
            statusrules_make_sides(w->first_side, w->last_side, w->standing, w->n);
            sides_differ = 1;
        }
        if (sides_differ) {
            statusrules_take_sides(w->first_side, w->last_side, w->standing, w->incoming, w->row, w->n,
                                   blocks[b].steps, blocks[b].sides);
        }
        statusrules_take_steps(w->standing, w->incoming, w->row, w->n, blocks[b].steps);
        doubt_missing(w, plan, b);
    }
    if (w->asked & STATUSRULES_DOUBT_SIDES && !sides_differ) {
        statusrules_make_sides(w->first_side, w->last_side, w->standing, w->n);
    }
}

/* ---- Readings ---- */

/* Walks in each reading: equal answers stand, unequal ones are a conflict. */
static void walk_each_reading(statusrules_walkers *w, const statusrules_walk_plan *plan) {
    const statusrules_case *c = &plan->masks.settled;
    int32_t standing[STATUSRULES_MASK_ROWS];
    int32_t first_side[STATUSRULES_MASK_ROWS];
    int32_t last_side[STATUSRULES_MASK_ROWS];
    uint8_t doubt[STATUSRULES_MASK_ROWS];
    const statusrules_together together = {standing, first_side, last_side};
    statusrules_fill(doubt, w->n, 0);
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        const uint8_t class = statusrules_reading_class(c->law, reading);
        uint64_t fits[STATUSRULES_WALK_BLOCKS];
        /* A reading that this law does not tell from the first. */
        if (reading > c->first_reading && class == statusrules_reading_class(c->law, c->first_reading)) {
            continue;
        }
        for (int32_t b = 0; b < plan->words.n_blocks; b++) {
            const uint64_t *readings = c->question->blocks[b].masks[STATUSRULES_AXIS_READING];
            fits[b] =
                readings ? plan->fits[b] & statusrules_in_word(&plan->words, b, readings[class]) : plan->fits[b];
        }
        walk(w, plan, fits);
        for (int32_t i = 0; i < w->n; i++) {
            doubt[i] |= w->doubt[i] & STATUSRULES_DOUBT_MISSING;
        }
        for (int32_t i = 0; reading == c->first_reading && i < w->n; i++) {
            standing[i] = w->standing[i];
            first_side[i] = w->first_side[i];
            last_side[i] = w->last_side[i];
        }
        statusrules_join_reading(&together, w->standing, w->first_side, w->last_side, w->n);
    }
    for (int32_t i = 0; i < w->n; i++) {
        w->standing[i] = standing[i];
        w->first_side[i] = first_side[i];
        w->last_side[i] = last_side[i];
        w->doubt[i] = doubt[i];
    }
}

/* The walkers whose answer may differ by reading, as a crowd of their own; `places` says who they are. Who is in doubt for
 * what it misses is completed first. */
static void pick_by_reading(statusrules_walkers *picked, int32_t last_days[STATUSRULES_MASK_ROWS],
                            int32_t places[STATUSRULES_MASK_ROWS], const statusrules_walkers *w, int32_t n_words) {
    int32_t n = 0;
    for (int32_t i = 0; i < w->n; i++) {
        places[n] = i;
        n += w->doubt[i] == STATUSRULES_DOUBT_READING;
    }
    picked->n = n;
    picked->asked = STATUSRULES_DOUBT_MISSING | STATUSRULES_DOUBT_SIDES;
    picked->n_open = 0;
    picked->last_days = last_days;
    for (int32_t k = 0; k < n; k++) {
        last_days[k] = w->last_days[places[k]];
    }
    for (int32_t k = 0; w->n_open && k < n; k++) {
        picked->missing[k] = w->missing[places[k]];
        picked->open[picked->n_open] = k;
        picked->n_open += picked->missing[k] != 0;
    }
    for (int32_t k = 0; k < n; k++) {
        picked->first_doubt[k] = STATUSRULES_NO_DOUBT;
    }
    for (int32_t word = 0; word < n_words; word++) {
        for (int32_t k = 0; k < n; k++) {
            picked->sets[word][k] = w->sets[word][places[k]];
        }
    }
}

static void walk_by_reading(statusrules_walkers *w, const statusrules_walk_plan *plan) {
    statusrules_walkers picked;
    int32_t last_days[STATUSRULES_MASK_ROWS];
    int32_t places[STATUSRULES_MASK_ROWS];
    pick_by_reading(&picked, last_days, places, w, plan->words.n);
    walk_each_reading(&picked, plan);
    for (int32_t k = 0; k < picked.n; k++) {
        const int32_t i = places[k];
        w->standing[i] = picked.standing[k];
        w->doubt[i] |= picked.doubt[k];
        if (picked.doubt[k]) {
            w->first_doubt[i] = picked.first_doubt[k];
        }
    }
}

void statusrules_walk_completions(statusrules_walkers *w, const statusrules_walk_plan *plan) {
    if (plan->any_by_reading) {
        walk_each_reading(w, plan);
    } else {
        walk(w, plan, plan->fits);
    }
}

/* ---- A block of rows ---- */

/* The last days of rows, as they come into the first stage. */
static const int32_t *last_days_of(int32_t room[STATUSRULES_MASK_ROWS], const statusrules_walk_plan *plan,
                                   statusrules_mask_rows *rows) {
    const statusrules_case *c = &plan->masks.settled;
    if (c->asks_last_day && plan->masks.varies >> STATUSRULES_FACT_LAST_DAY & 1) {
        const int32_t *last_days = rows->values[STATUSRULES_FACT_LAST_DAY];
        statusrules_mark_late(rows->marks, last_days, rows->n, plan->last_day);
        return last_days;
    }
    for (int32_t i = 0; i < rows->n; i++) {
        room[i] = c->asks_last_day ? c->last_day : STATUSRULES_NONE;
    }
    return room;
}

/* The sets of all words, from the classes of the rows. */
static void find_all_sets(statusrules_walkers *w, const statusrules_walk_plan *plan,
                          const statusrules_mask_rows *rows) {
    const statusrules_joint *joints = plan->joints.list + plan->joints.n_handed_on;
    const int32_t n = plan->joints.n - plan->joints.n_handed_on;
    uint16_t numbers[STATUSRULES_MAX_JOINTS][STATUSRULES_MASK_ROWS];
    asked_joints asked;
    for (int32_t j = 0; j < n; j++) {
        const uint8_t *classes[STATUSRULES_JOINT_AXES];
        for (int32_t a = 0; a < joints[j].n_axes; a++) {
            classes[a] = rows->classes[joints[j].places[a]];
        }
        statusrules_number_rows(numbers[j], classes, w->n, &joints[j]);
    }
    for (int32_t word = 0; word < plan->words.n; word++) {
        find_asked(&asked, numbers, joints, n, word);
        find_sets(w->sets[word], plan->all_fits[word], &asked, w->n);
    }
}

uint64_t statusrules_doubted(const statusrules_walkers *w, const statusrules_walk_plan *plan, int32_t i,
                             int32_t word) {
    uint64_t sure = ~(uint64_t)0;
    for (uint32_t missing = w->missing[i]; missing; missing &= missing - 1) {
        sure &= plan->must[statusrules_lowest_bit(missing)][word];
    }
    return w->sets[word][i] & ~sure;
}

/* Which rows miss a fact that can stand for several classes, where that may matter. */
static void find_open(statusrules_walkers *w, const statusrules_walk_plan *plan,
                      const statusrules_mask_rows *rows) {
    const uint32_t any = statusrules_keep_bits(w->missing, rows->missing, rows->n, plan->masks.open);
    int32_t n = 0;
    w->n_open = 0;
    for (int32_t i = 0; any && i < rows->n; i++) {
        w->open[n] = i;
        n += w->missing[i] != 0;
    }
    for (int32_t k = 0; k < n; k++) {
        const int32_t i = w->open[k];
        uint64_t doubted = 0;
        for (int32_t word = 0; word < plan->words.n; word++) {
            doubted |= statusrules_doubted(w, plan, i, word);
        }
        w->first_doubt[i] = STATUSRULES_NO_DOUBT;
        w->missing[i] = doubted ? w->missing[i] : 0;
        w->open[w->n_open] = i;
        w->n_open += doubted != 0;
    }
}

void statusrules_walk_rows(statusrules_found *found, int32_t place, statusrules_open_rows *open,
                           const statusrules_walk_plan *plan, statusrules_mask_rows *rows) {
    statusrules_walkers w;
    int32_t room[STATUSRULES_MASK_ROWS];
    w.n = rows->n;
    w.asked = STATUSRULES_DOUBT_READING | STATUSRULES_DOUBT_MISSING;
    w.last_days = last_days_of(room, plan, rows);
    find_all_sets(&w, plan, rows);
    find_open(&w, plan, rows);
    walk(&w, plan, plan->fits);
    if (plan->any_by_reading && statusrules_any_marked(w.doubt, w.n, STATUSRULES_DOUBT_READING)) {
        walk_by_reading(&w, plan);
    }
    statusrules_keep_open(open, place, &w, plan, rows);
    statusrules_conclude_rows(found->outcomes + place, found->days + place, w.standing, w.n);
    statusrules_copy(found->marks + place, rows->marks, w.n);
}
