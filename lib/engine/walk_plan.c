#include "engine/walk.h"

/* Whether a row of a block, with the days that it gives, can meet a document without term: the walk has no day for it. */
static int32_t takes_none(const statusrules_table_block *block, uint64_t gives_days) {
    static const int32_t axes[2] = {STATUSRULES_FACT_LAST_DAY, STATUSRULES_AXIS_INCOMING_DAY};
    for (int32_t i = 0; i < 2; i++) {
        const uint64_t *masks = block->masks[axes[i]];
        gives_days &= masks ? masks[STATUSRULES_CLASS_NONE] : ~(uint64_t)0;
    }
    return gives_days != 0;
}

/*
 * What is in doubt about the rows of a block; only those fit that might fit what every row misses. A row of the law that gives
 * a day has nothing to count from where the last day is missing. Nothing comes of that: such a row does not take none
 * (plan_steps refuses others), so it does not fit whatever a missing last day is, and who meets it is in doubt.
 */
static void plan_doubts(statusrules_walk_plan *plan, int32_t b) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_table_block *block = &c->question->blocks[b];
    const uint64_t by_reading = c->first_reading == c->last_reading ? 0 : block->by_reading;
    uint64_t sure = ~(uint64_t)0;
    plan->any_by_reading |= by_reading != 0;
    for (int32_t v = 0; v < plan->masks.n_varying; v++) {
        const int32_t axis = plan->masks.axes[v];
        uint64_t must = ~(uint64_t)0;
        if (statusrules_is_open(c, axis)) {
            must = statusrules_must_fit(c, block, axis);
        }
        if (axis == STATUSRULES_FACT_LAST_DAY) {
            must &= statusrules_must_fit(c, block, STATUSRULES_AXIS_INCOMING_DAY);
        }
        plan->must[v][plan->words.word[b]] |= statusrules_in_word(&plan->words, b, must);
        if (plan->masks.always_missing >> v & 1) {
            sure &= must;
            plan->fits[b] &= statusrules_in_word(&plan->words, b, statusrules_might_fit(c, block, axis));
        }
    }
    plan->any_doubt[b] = 0;
    for (int32_t r = 0; r <= STATUSRULES_NO_STEP; r++) {
        const int32_t is_row = r < block->n_rows;
        const int32_t reading = is_row && by_reading >> r & 1;
        const int32_t missing = is_row && !(sure >> r & 1);
        const int32_t sides = is_row && block->sides[r].last != STATUSRULES_NOT_A_DAY;
        plan->doubts[b][r] =
            (uint8_t)((reading ? STATUSRULES_DOUBT_READING : 0) | (missing ? STATUSRULES_DOUBT_MISSING : 0)
                      | (sides ? STATUSRULES_DOUBT_SIDES : 0));
        plan->any_doubt[b] |= plan->doubts[b][r];
    }
}

/* What the rows of a block do: the days that they add and the latest day that they give. Returns 0 if it is not for the
 * walk. */
static int32_t plan_steps(statusrules_walk_plan *plan, int32_t b, int32_t *added, int32_t *latest) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_table_block *block = &c->question->blocks[b];
    uint64_t gives_days = 0;
    for (int32_t r = 0; r < block->n_rows; r++) {
        const statusrules_table_row *row = &block->rows[r];
        if (row->effect == STATUSRULES_EFFECT_PLUS) {
            gives_days |= (uint64_t)1 << r;
            *added = row->days > *added ? row->days : *added;
        } else if (row->effect == STATUSRULES_EFFECT_THROUGH) {
            gives_days |= (uint64_t)1 << r;
            *latest = row->day > *latest ? row->day : *latest;
        }
    }
    plan_doubts(plan, b);
    return !c->asks_last_day || !takes_none(block, gives_days);
}

static void plan_incoming(statusrules_walk_plan *plan) {
    statusrules_classing *incoming = &plan->incoming;
    incoming->axis = &plan->masks.settled.law->axes[STATUSRULES_AXIS_INCOMING_DAY];
    incoming->first = STATUSRULES_FIRST_DAY;
    incoming->last = STATUSRULES_LAST_DAY;
    incoming->none = STATUSRULES_NO_DAY;
    incoming->unknown = STATUSRULES_ANY_DAY;
    incoming->gaps = 0;
    incoming->unknown_class =
        (uint8_t)statusrules_class_after_all(&plan->masks.settled, STATUSRULES_AXIS_INCOMING_DAY);
    incoming->missing = 0;
    statusrules_find_turns(incoming);
}

int32_t statusrules_plan_walk(statusrules_walk_plan *plan) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_table_question *q = c->question;
    int32_t added = 0;
    int32_t latest = STATUSRULES_FIRST_DAY;
    if (c->valid_on != STATUSRULES_UNKNOWN) {
        return 0;
    }
    if (!statusrules_find_words(&plan->words, q)) {
        return 0;
    }
    plan->any_by_reading = 0;
    for (int32_t word = 0; word < plan->words.n; word++) {
        plan->all_fits[word] = 0;
        for (int32_t v = 0; v < plan->masks.n_varying; v++) {
            plan->must[v][word] = 0;
        }
    }
    for (int32_t b = 0; b < plan->words.n_blocks; b++) {
        const uint64_t *readings = q->blocks[b].masks[STATUSRULES_AXIS_READING];
        uint64_t fits = plan->masks.fits[b];
        int32_t most = 0;
        if (c->first_reading == c->last_reading && readings) {
            fits &= readings[statusrules_reading_class(c->law, c->first_reading)];
        }
        plan->fits[b] = statusrules_in_word(&plan->words, b, fits);
        if (!plan_steps(plan, b, &most, &latest)) {
            return 0;
        }
        plan->all_fits[plan->words.word[b]] |= plan->fits[b];
        added += most;
    }
    plan->last_day = STATUSRULES_LAST_DAY - added;
    plan_incoming(plan);
    return latest <= plan->last_day
           && (!c->asks_last_day || c->last_day == STATUSRULES_NONE || c->last_day <= plan->last_day)
           && statusrules_join_axes(&plan->joints, &plan->masks, &plan->words);
}
