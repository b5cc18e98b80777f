#include "engine/walk.h"

#include "engine/bits.h"
#include "engine/lanes.h"
#include "engine/standing.h"

/* ---- The plan ---- */

/* Takes any day that comes in to less than any standing. */
enum { TO_NOTHING = -(1 << 30) };

/* From so many rows on, masks that are ANDed in advance pay. */
enum { WORTH_JOINING = 4096 };

static const statusrules_step no_step = {TO_NOTHING, STATUSRULES_STANDS_SILENT};

static statusrules_step step_of(const statusrules_table_row *row) {
    statusrules_step step = no_step;
    switch (row->effect) {
    case STATUSRULES_EFFECT_THROUGH:
        step.added = 0;
        step.least = row->day;
        break;
    case STATUSRULES_EFFECT_PLUS:
        step.added = row->days;
        step.least = STATUSRULES_NO_DAY;
        break;
    case STATUSRULES_EFFECT_OPEN:
        step.least = STATUSRULES_NONE;
        break;
    case STATUSRULES_EFFECT_YES:
        step.least = STATUSRULES_STANDS_YES;
        break;
    case STATUSRULES_EFFECT_CONFLICT:
        step.least = STATUSRULES_STANDS_CONFLICT;
        break;
    case STATUSRULES_EFFECT_DISCRETION:
        step.least = STATUSRULES_STANDS_DISCRETION;
        break;
    case STATUSRULES_EFFECT_NO:
        step.least = STATUSRULES_STANDS_NO;
        break;
    default:
        break;
    }
    return step;
}

/* Whether a row of a block, with the days that it gives, can meet a document without term: the walk has no day for it. */
static int32_t takes_none(const statusrules_table_block *block, uint64_t gives_days) {
    static const int32_t axes[2] = {STATUSRULES_FACT_LAST_DAY, STATUSRULES_AXIS_INCOMING_DAY};
    for (int32_t i = 0; i < 2; i++) {
        const uint64_t *masks = block->masks[axes[i]];
        gives_days &= masks ? masks[STATUSRULES_CLASS_NONE] : ~(uint64_t)0;
    }
    return gives_days != 0;
}

/* The steps of a block; the days that its rows add and the latest day that they give. Returns 0 if it is not for the
 * walk. */
static int32_t plan_steps(statusrules_walk_plan *plan, int32_t b, int32_t *added, int32_t *latest) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_table_block *block = &c->question->blocks[b];
    const uint64_t by_reading = c->first_reading == c->last_reading ? 0 : block->by_reading;
    uint64_t gives_days = 0;
    plan->any_doubt[b] = 0;
    for (int32_t r = 0; r < block->n_rows; r++) {
        const statusrules_table_row *row = &block->rows[r];
        plan->steps[b][r] = step_of(row);
        plan->doubts[b][r] = (uint8_t)((by_reading >> r & 1 ? STATUSRULES_DOUBT_READING : 0)
                                       | (row->latest > row->day ? STATUSRULES_DOUBT_SOURCES : 0));
        plan->any_doubt[b] |= plan->doubts[b][r];
        if (row->effect == STATUSRULES_EFFECT_PLUS) {
            gives_days |= (uint64_t)1 << r;
            *added = row->days > *added ? row->days : *added;
        } else if (row->effect == STATUSRULES_EFFECT_THROUGH) {
            gives_days |= (uint64_t)1 << r;
            *latest = row->day > *latest ? row->day : *latest;
        }
    }
    for (int32_t r = block->n_rows; r <= STATUSRULES_NO_STEP; r++) {
        plan->steps[b][r] = no_step;
        plan->doubts[b][r] = 0;
    }
    return !c->asks_last_day || !takes_none(block, gives_days);
}

static void plan_incoming(statusrules_walk_plan *plan) {
    statusrules_classing *incoming = &plan->incoming;
    incoming->axis = &plan->masks.settled.law->axes[STATUSRULES_AXIS_INCOMING_DAY];
    incoming->first = STATUSRULES_FIRST_DAY;
    incoming->last = STATUSRULES_LAST_DAY;
    incoming->none = STATUSRULES_NO_DAY;
    incoming->gaps = 0;
    incoming->unknown_class = STATUSRULES_CLASS_UNKNOWN;
    incoming->if_unknown = 0;
    statusrules_find_turns(incoming);
}

int32_t statusrules_plan_walk(statusrules_walk_plan *plan, int64_t n_rows) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_table_question *q = c->question;
    int32_t added = 0;
    int32_t latest = STATUSRULES_FIRST_DAY;
    if (c->valid_on != STATUSRULES_UNKNOWN) {
        return 0;
    }
    plan->n_blocks = 0;
    for (int32_t b = 0; b < q->n_blocks && q->blocks[b].stage != STATUSRULES_STAGE_NOTES; b++) {
        const uint64_t *readings = q->blocks[b].masks[STATUSRULES_AXIS_READING];
        int32_t most = 0;
        if (!plan_steps(plan, b, &most, &latest)) {
            return 0;
        }
        added += most;
        plan->fits[b] = plan->masks.fits[b];
        if (c->first_reading == c->last_reading && readings) {
            plan->fits[b] &= readings[statusrules_reading_class(c->law, c->first_reading)];
        }
        plan->n_blocks = b + 1;
    }
    plan->last_day = STATUSRULES_LAST_DAY - added;
    plan_incoming(plan);
    return latest <= plan->last_day
           && (!c->asks_last_day || c->last_day == STATUSRULES_NONE || c->last_day <= plan->last_day)
           && statusrules_join_axes(&plan->joints, &plan->masks, plan->n_blocks, n_rows >= WORTH_JOINING);
}

/* ---- The walk ---- */

/* Rows on their way through the stages. */
typedef struct walkers {
    int32_t n;
    uint16_t numbers[STATUSRULES_MAX_JOINTS][STATUSRULES_MASK_ROWS];
    /* The last days, and the day that comes into the stage at hand. */
    const int32_t *last_days;
    int32_t incoming[STATUSRULES_MASK_ROWS];
    int32_t standing[STATUSRULES_MASK_ROWS];
    /* STATUSRULES_DOUBT_… of all steps taken. */
    uint8_t doubt[STATUSRULES_MASK_ROWS];
    /* The classes of the incoming day, and of whether it was extended. */
    uint8_t handed_on[2][STATUSRULES_MASK_ROWS];
    /* Of the block of the law at hand the first row that fits; 1 if an earlier block of its list has decided. */
    uint8_t row[STATUSRULES_MASK_ROWS];
    uint8_t decided[STATUSRULES_MASK_ROWS];
} walkers;

enum { INCOMING, EXTENDED };

/* What a block of the law asks of the walkers: by joint their numbers, and the masks of these. */
typedef struct asked_joints {
    const uint64_t *masks[STATUSRULES_MAX_JOINTS];
    const uint16_t *numbers[STATUSRULES_MAX_JOINTS];
    int32_t n;
} asked_joints;

static void find_asked(asked_joints *asked, const walkers *w, const statusrules_joints *joints, int32_t b) {
    asked->n = 0;
    for (int32_t j = 0; j < joints->n; j++) {
        if (joints->list[j].masks[b]) {
            asked->masks[asked->n] = joints->list[j].masks[b];
            asked->numbers[asked->n++] = w->numbers[j];
        }
    }
}

/*
 * The first row of the law that fits each walker, of all that fit what does not vary. In a list of several blocks the
 * first in which a row fits decides. The number of joints is a constant where this is inlined.
 */
static inline __attribute__((always_inline)) void find_rows(uint8_t *restrict rows, uint8_t *restrict decided,
                                                            const asked_joints *asked, uint64_t all, int32_t n,
                                                            int32_t n_joints, int32_t goes_on) {
    const uint64_t last = (uint64_t)1 << (STATUSRULES_NO_STEP - 1);
    for (int32_t i = 0; i < n; i++) {
        uint64_t set = all;
        for (int32_t j = 0; j < n_joints; j++) {
            set &= asked->masks[j][asked->numbers[j][i]];
        }
        if (goes_on) {
            set &= (uint64_t)decided[i] - 1;
            decided[i] = (uint8_t)(decided[i] | (set != 0));
        }
        /* The place after the last where no row fits, without a branch. */
        rows[i] = (uint8_t)(statusrules_lowest_bit(set | last) + !set);
    }
}

#define FIND_ROWS(n_joints)                                                                                       \
    if (goes_on) {                                                                                                \
        find_rows(rows, decided, &local, all, n, n_joints, 1);                                                    \
    } else {                                                                                                      \
        find_rows(rows, decided, &local, all, n, n_joints, 0);                                                    \
    }                                                                                                             \
    break

STATUSRULES_EACH_MACHINE
static void find_first_rows(uint8_t *restrict rows, uint8_t *restrict decided, const asked_joints *restrict asked,
                            uint64_t all, int32_t n, int32_t goes_on) {
    const asked_joints local = *asked;
    switch (local.n) {
    case 1:
        FIND_ROWS(1);
    case 2:
        FIND_ROWS(2);
    case 3:
        FIND_ROWS(3);
    case 4:
        FIND_ROWS(4);
    default:
        FIND_ROWS(local.n);
    }
}

static void begin_stage(walkers *w, const statusrules_walk_plan *plan) {
    const statusrules_joints *joints = &plan->joints;
    uint8_t marks[STATUSRULES_MASK_ROWS];
    statusrules_next_incoming(w->incoming, w->handed_on[EXTENDED], w->standing, w->n,
                              statusrules_extended_class(plan->masks.settled.law, STATUSRULES_YES));
    statusrules_classify_rows(w->handed_on[INCOMING], marks, w->incoming, w->n, &plan->incoming);
    for (int32_t j = 0; j < joints->n_handed_on; j++) {
        const statusrules_joint *joint = &joints->list[j];
        const uint8_t *classes[2];
        for (int32_t a = 0; a < joint->n_axes; a++) {
            classes[a] = w->handed_on[joint->axes[a] - STATUSRULES_AXIS_INCOMING_DAY];
        }
        statusrules_number_rows(w->numbers[j], classes, w->n, joint);
    }
}

/* Takes rows through all stages, with the rows of the law by block that fit what does not vary. */
static void walk(walkers *w, const statusrules_walk_plan *plan, const uint64_t fits[STATUSRULES_MAX_BLOCKS]) {
    const statusrules_table_block *blocks = plan->masks.settled.question->blocks;
    asked_joints asked;
    statusrules_begin_rows(w->incoming, w->handed_on[EXTENDED], w->doubt, w->standing, w->last_days, w->n,
                           statusrules_extended_class(plan->masks.settled.law, STATUSRULES_NO));
    for (int32_t b = 0; b < plan->n_blocks; b++) {
        const int32_t begins = b == 0 || blocks[b - 1].list != blocks[b].list;
        const int32_t goes_on = !begins || (b + 1 < plan->n_blocks && blocks[b + 1].list == blocks[b].list);
        if (b == 0 || blocks[b - 1].stage != blocks[b].stage) {
            begin_stage(w, plan);
        }
        if (begins && goes_on) {
            statusrules_unmark(w->decided, w->n);
        }
        find_asked(&asked, w, &plan->joints, b);
        find_first_rows(w->row, w->decided, &asked, fits[b], w->n, goes_on);
        statusrules_take_steps(w->standing, w->incoming, w->row, w->n, plan->steps[b]);
        if (plan->any_doubt[b]) {
            statusrules_take_doubts(w->doubt, w->row, w->n, plan->doubts[b]);
        }
    }
}

/* ---- Readings ---- */

/* The walkers whose answer may differ by reading, as a crowd of their own; `places` says who they are. Who is marked is
 * asked alone. */
static void pick_by_reading(walkers *picked, int32_t last_days[STATUSRULES_MASK_ROWS],
                            int32_t places[STATUSRULES_MASK_ROWS], const walkers *w, const uint8_t *marks,
                            const statusrules_joints *joints) {
    int32_t n = 0;
    for (int32_t i = 0; i < w->n; i++) {
        places[n] = i;
        n += w->doubt[i] & STATUSRULES_DOUBT_READING & !marks[i];
    }
    for (int32_t k = 0; k < n; k++) {
        last_days[k] = w->last_days[places[k]];
    }
    for (int32_t j = joints->n_handed_on; j < joints->n; j++) {
        for (int32_t k = 0; k < n; k++) {
            picked->numbers[j][k] = w->numbers[j][places[k]];
        }
    }
    picked->last_days = last_days;
    picked->n = n;
}

/* Walks those in each reading: equal answers stand, unequal ones are a conflict. */
static void walk_by_reading(walkers *w, uint8_t *marks, const statusrules_walk_plan *plan) {
    const statusrules_case *c = &plan->masks.settled;
    walkers picked;
    int32_t last_days[STATUSRULES_MASK_ROWS];
    int32_t places[STATUSRULES_MASK_ROWS];
    int32_t standing[STATUSRULES_MASK_ROWS];
    pick_by_reading(&picked, last_days, places, w, marks, &plan->joints);
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        const uint8_t class = statusrules_reading_class(c->law, reading);
        uint64_t fits[STATUSRULES_MAX_BLOCKS];
        /* A reading that this law does not tell from the one before. */
        if (reading > c->first_reading && class == statusrules_reading_class(c->law, c->first_reading)) {
            continue;
        }
        for (int32_t b = 0; b < plan->n_blocks; b++) {
            const uint64_t *readings = c->question->blocks[b].masks[STATUSRULES_AXIS_READING];
            fits[b] = readings ? plan->fits[b] & readings[class] : plan->fits[b];
        }
        walk(&picked, plan, fits);
        statusrules_join_standing(standing, picked.standing, picked.n, reading == c->first_reading);
    }
    for (int32_t k = 0; k < picked.n; k++) {
        w->standing[places[k]] = standing[k];
        marks[places[k]] |= picked.doubt[k] & STATUSRULES_DOUBT_SOURCES ? STATUSRULES_ROW_READINGS : 0;
    }
}

/* ---- A block of rows ---- */

/* The last days of rows, as they come into the first stage. */
static const int32_t *last_days_of(int32_t room[STATUSRULES_MASK_ROWS], const statusrules_walk_plan *plan,
                                   statusrules_mask_rows *rows) {
    const statusrules_case *c = &plan->masks.settled;
    const int32_t *last_days = rows->values[STATUSRULES_FACT_LAST_DAY];
    if (c->asks_last_day && plan->masks.varies >> STATUSRULES_FACT_LAST_DAY & 1) {
        statusrules_mark_late(rows->marks, last_days, rows->n, plan->last_day);
        return last_days;
    }
    for (int32_t i = 0; i < rows->n; i++) {
        room[i] = c->asks_last_day ? c->last_day : STATUSRULES_NO_DAY;
    }
    return room;
}

void statusrules_walk_rows(statusrules_found *found, const statusrules_walk_plan *plan,
                           statusrules_mask_rows *rows) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_joints *joints = &plan->joints;
    walkers w;
    int32_t room[STATUSRULES_MASK_ROWS];
    w.n = rows->n;
    w.last_days = last_days_of(room, plan, rows);
    for (int32_t j = joints->n_handed_on; j < joints->n; j++) {
        const statusrules_joint *joint = &joints->list[j];
        const uint8_t *classes[STATUSRULES_JOINT_AXES];
        for (int32_t a = 0; a < joint->n_axes; a++) {
            classes[a] = rows->classes[joint->places[a]];
        }
        statusrules_number_rows(w.numbers[j], classes, w.n, joint);
    }
    walk(&w, plan, plan->fits);
    if (c->first_reading != c->last_reading) {
        walk_by_reading(&w, rows->marks, plan);
    }
    statusrules_conclude_rows(found->outcomes, found->days, w.standing, w.n);
}
