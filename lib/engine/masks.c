#include "engine/masks.h"

#include "engine/bits.h"
#include "engine/values.h"

int32_t statusrules_plan_masks(statusrules_mask_plan *plan, const statusrules_law *law, int32_t question,
                               const statusrules_facts *facts, int64_t varies,
                               const statusrules_options *options) {
    statusrules_case *c = &plan->settled;
    plan->varies = varies;
    if (statusrules_case_of(c, law, question, facts, options, 0) != STATUSRULES_OK) {
        return 0;
    }
    if ((c->open & ~varies) || c->question->uses_state || statusrules_count_varies(question, facts, varies)) {
        return 0;
    }
    c->unknown &= ~varies;
    if ((c->unknown & c->question->asked_if_known)
        || (c->asks_last_day && c->last_day == STATUSRULES_UNKNOWN
            && !(varies >> STATUSRULES_FACT_LAST_DAY & 1))) {
        return 0;
    }
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        const statusrules_table_block *block = &c->question->blocks[b];
        plan->fits[b] = statusrules_rows_in_force(c, block);
        for (const uint8_t *fact = c->question->facts; *fact; fact++) {
            if (block->masks[*fact] && !(varies >> *fact & 1)) {
                plan->fits[b] &= block->masks[*fact][c->classes[*fact]];
            }
        }
    }
    return 1;
}

/* The masks of a block of rows, on their way through the facts. */
typedef struct block_masks {
    uint64_t fits[STATUSRULES_MAX_BLOCKS][STATUSRULES_MASK_ROWS];
    int64_t unknown[STATUSRULES_MASK_ROWS];
    uint8_t classes[STATUSRULES_MASK_ROWS];
    uint8_t alone[STATUSRULES_MASK_ROWS];
} block_masks;

/* The class of each row on one fact. A wrong value, or a missing one that can stand for several, sends the row away. */
static void classify_rows(block_masks *m, const statusrules_mask_plan *plan, int32_t fact, const int32_t *values,
                          int32_t n) {
    const statusrules_table_question *q = plan->settled.question;
    const statusrules_table_axis *axis = &plan->settled.law->axes[fact];
    const int32_t strict = plan->settled.strict;
    const uint8_t unknown_class = (strict ? q->strict_unknown_classes : q->unknown_classes)[fact];
    const int32_t open = (int32_t)((strict ? q->strict_open : q->open) >> fact & 1)
                         | (fact == STATUSRULES_FACT_LAST_DAY) | (int32_t)(q->asked_if_known >> fact & 1);
    for (int32_t i = 0; i < n; i++) {
        int32_t value = values[i];
        if (value == STATUSRULES_UNKNOWN) {
            m->classes[i] = unknown_class;
            m->unknown[i] |= (int64_t)1 << fact;
            m->alone[i] |= (uint8_t)open;
        } else {
            m->classes[i] = statusrules_class(axis, value);
            m->alone[i] |= (uint8_t)!statusrules_is_value(fact, value);
        }
    }
}

static void make_masks(block_masks *m, const statusrules_mask_plan *plan,
                       const int32_t *const values[STATUSRULES_INCOMING_DAY], int32_t n) {
    const statusrules_table_question *q = plan->settled.question;
    for (int32_t i = 0; i < n; i++) {
        m->unknown[i] = 0;
        m->alone[i] = 0;
    }
    for (int32_t b = 0; b < q->n_blocks; b++) {
        for (int32_t i = 0; i < n; i++) {
            m->fits[b][i] = plan->fits[b];
        }
    }
    for (const uint8_t *fact = q->facts; *fact; fact++) {
        if (!(plan->varies >> *fact & 1)) {
            continue;
        }
        classify_rows(m, plan, *fact, values[*fact], n);
        for (int32_t b = 0; b < q->n_blocks; b++) {
            const uint64_t *masks = q->blocks[b].masks[*fact];
            for (int32_t i = 0; masks && i < n; i++) {
                m->fits[b][i] &= masks[m->classes[i]];
            }
        }
    }
    for (const uint8_t *run = q->other_facts; *run; run += 2) {
        for (int32_t fact = run[0]; fact <= run[1]; fact++) {
            for (int32_t i = 0; plan->varies >> fact & 1 && i < n; i++) {
                m->alone[i] |= (uint8_t)(values[fact][i] != STATUSRULES_UNKNOWN
                                         && !statusrules_is_value(fact, values[fact][i]));
            }
        }
    }
}

/* Whether the last day of a row is before its day of issue, or missing where the answer depends on it. */
static int32_t out_of_order(const statusrules_case *c) {
    return (c->asks_last_day && c->last_day == STATUSRULES_UNKNOWN)
           || (c->last_day != STATUSRULES_NONE && c->issued_on != STATUSRULES_UNKNOWN
               && c->last_day != STATUSRULES_UNKNOWN && c->last_day < c->issued_on);
}

static void put_row(statusrules_row_answer *row, const statusrules_case *c, const statusrules_verdict *all,
                    const statusrules_reading_answer readings[3]) {
    statusrules_put(&row->answer, &all->answer);
    row->note = all->note;
    row->assumed = all->assumed;
    row->missing = all->missing;
    row->code = STATUSRULES_OK;
    row->readings = 0;
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        int32_t outcome = all->of_all_readings ? all->answer.outcome : readings[reading - 1].outcome;
        row->readings |= outcome << 4 * (reading - 1);
    }
}

STATUSRULES_FLATTEN void statusrules_run_masks(statusrules_row_answer *answers, const statusrules_mask_plan *plan,
                                               const int32_t *const values[STATUSRULES_INCOMING_DAY], int32_t n) {
    block_masks m;
    statusrules_case c = plan->settled;
    const int32_t n_blocks = c.question->n_blocks;
    const int32_t *last_days =
        plan->varies >> STATUSRULES_FACT_LAST_DAY & 1 ? values[STATUSRULES_FACT_LAST_DAY] : 0;
    const int32_t *issue_days =
        plan->varies >> STATUSRULES_FACT_ISSUED_ON & 1 ? values[STATUSRULES_FACT_ISSUED_ON] : 0;
    make_masks(&m, plan, values, n);
    for (int32_t i = 0; i < n; i++) {
        statusrules_fixed fixed;
        statusrules_verdict all = {{0, 0, 0, 0, 0, 0}, 0, 0, 0, 0};
        statusrules_reading_answer readings[3];
        statusrules_reach reach;
        c.last_day = last_days ? last_days[i] : plan->settled.last_day;
        c.issued_on = issue_days ? issue_days[i] : plan->settled.issued_on;
        c.unknown = plan->settled.unknown | m.unknown[i];
        answers[i].answer.outcome = 0;
        if (m.alone[i] || out_of_order(&c)) {
            continue;
        }
        for (int32_t b = 0; b < n_blocks; b++) {
            fixed.fits[b] = m.fits[b][i];
            fixed.might[b] = m.fits[b][i];
        }
        statusrules_decide_fixed(&all, readings, &reach, &c, &fixed);
        if (all.answer.outcome && !all.missing) {
            put_row(&answers[i], &c, &all, readings);
        }
    }
}
