#include "engine/masks.h"

#include "engine/bits.h"
#include "engine/values.h"

/* ---- The plan ---- */

static statusrules_classing *add_axis(statusrules_mask_plan *plan, int32_t axis) {
    statusrules_classing *classing = &plan->varying[plan->n_varying];
    plan->axes[plan->n_varying++] = (uint8_t)axis;
    classing->axis = &plan->settled.law->axes[axis];
    classing->none = STATUSRULES_UNKNOWN;
    classing->gaps = 0;
    classing->if_unknown = 0;
    return classing;
}

static void add_fact(statusrules_mask_plan *plan, int32_t fact) {
    const statusrules_case *c = &plan->settled;
    const statusrules_table_question *q = c->question;
    const statusrules_table_fact *table = &statusrules_table_facts[fact];
    const int64_t open = (c->strict ? q->strict_open : q->open) | (int64_t)1 << STATUSRULES_FACT_LAST_DAY;
    statusrules_classing *classing = add_axis(plan, fact);
    classing->first = table->info.first;
    classing->last = table->info.last;
    classing->none = table->info.none ? STATUSRULES_NONE : STATUSRULES_UNKNOWN;
    classing->gaps = table->is_value != 0;
    classing->unknown_class = (c->strict ? q->strict_unknown_classes : q->unknown_classes)[fact];
    classing->if_unknown = (uint8_t)((open >> fact & 1 ? STATUSRULES_ROW_OPEN : 0)
                                     | (q->asked_if_known >> fact & 1 ? STATUSRULES_ROW_PRESUMED : 0));
    statusrules_find_turns(classing);
}

/* A parameter that is missing has its default. */
static void add_parameter(statusrules_mask_plan *plan, int32_t axis, int32_t first, int32_t last) {
    statusrules_classing *classing = add_axis(plan, axis);
    classing->first = first;
    classing->last = last;
    classing->unknown_class = statusrules_class(classing->axis, last);
    statusrules_find_turns(classing);
}

/* Adds what varies. The last day is an axis wherever the answer depends on it, also if rows ask the incoming day alone.
 * Returns 0 if too much varies. */
static int32_t add_axes(statusrules_mask_plan *plan, int32_t known_on_varies, int32_t edition_varies) {
    const statusrules_case *c = &plan->settled;
    const int64_t belong = statusrules_table_question_facts[c->question - c->law->questions];
    int64_t asked = c->asks_last_day ? (int64_t)1 << STATUSRULES_FACT_LAST_DAY : 0;
    for (const uint8_t *fact = c->question->facts; *fact; fact++) {
        asked |= (int64_t)1 << *fact;
    }
    for (int32_t fact = 1; fact <= statusrules_table_n_facts; fact++) {
        const int32_t other = statusrules_table_facts[fact].not_before;
        if (other && belong >> fact & 1 && plan->varies & ((int64_t)1 << fact | (int64_t)1 << other)) {
            plan->ordered[plan->n_ordered++] = (uint8_t)fact;
        }
        if (asked & plan->varies & (int64_t)1 << fact) {
            if (plan->n_varying == STATUSRULES_MAX_VARYING - 2) {
                return 0;
            }
            add_fact(plan, fact);
        }
    }
    if (known_on_varies) {
        add_parameter(plan, STATUSRULES_AXIS_KNOWN_ON, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    }
    if (edition_varies) {
        add_parameter(plan, STATUSRULES_AXIS_EDITION, 1, c->law->edition);
    }
    return 1;
}

/* The rows of a block in force by the parameters that do not vary. */
static uint64_t in_force(const statusrules_case *c, const statusrules_table_block *block, int32_t known_on_varies,
                         int32_t edition_varies) {
    const statusrules_table_axis *axes = c->law->axes;
    const uint8_t known_on_class = c->newest
                                       ? statusrules_class(&axes[STATUSRULES_AXIS_KNOWN_ON], STATUSRULES_LAST_DAY)
                                       : c->classes[STATUSRULES_AXIS_KNOWN_ON];
    const uint8_t edition_class = statusrules_class(&axes[STATUSRULES_AXIS_EDITION], c->edition);
    const uint64_t known =
        known_on_varies ? ~(uint64_t)0 : block->masks[STATUSRULES_AXIS_KNOWN_ON][known_on_class];
    return edition_varies ? known : known & block->masks[STATUSRULES_AXIS_EDITION][edition_class];
}

int32_t statusrules_plan_masks(statusrules_mask_plan *plan, const statusrules_law *law, int32_t question,
                               const statusrules_facts *facts, int64_t varies, int32_t known_on_varies,
                               int32_t edition_varies, const statusrules_options *options) {
    statusrules_case *c = &plan->settled;
    plan->varies = varies;
    plan->facts = *facts;
    plan->n_varying = 0;
    plan->n_ordered = 0;
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
    if (!add_axes(plan, known_on_varies, edition_varies)) {
        return 0;
    }
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        const statusrules_table_block *block = &c->question->blocks[b];
        plan->fits[b] = in_force(c, block, known_on_varies, edition_varies);
        for (const uint8_t *fact = c->question->facts; *fact; fact++) {
            if (block->masks[*fact] && !(varies >> *fact & 1)) {
                plan->fits[b] &= block->masks[*fact][c->classes[*fact]];
            }
        }
    }
    return 1;
}

/* ---- Classes and marks ---- */

/* Facts of the question that no row asks are checked all the same. */
static void mark_others(statusrules_mask_rows *rows, const statusrules_mask_plan *plan) {
    for (const uint8_t *run = plan->settled.question->other_facts; *run; run += 2) {
        for (int32_t fact = run[0]; fact <= run[1]; fact++) {
            const int32_t *values = rows->values[fact];
            for (int32_t i = 0; plan->varies >> fact & 1 && i < rows->n; i++) {
                rows->marks[i] |=
                    (uint8_t)(values[i] != STATUSRULES_UNKNOWN && !statusrules_is_value(fact, values[i]));
            }
        }
    }
}

/* The values of a fact in each row, also where it does not vary. */
static const int32_t *values_of(int32_t room[STATUSRULES_MASK_ROWS], const statusrules_mask_rows *rows,
                                const statusrules_mask_plan *plan, int32_t fact) {
    if (plan->varies >> fact & 1) {
        return rows->values[fact];
    }
    for (int32_t i = 0; i < rows->n; i++) {
        room[i] = statusrules_fact_value(&plan->facts, fact);
    }
    return room;
}

/* A fact that must not be before another, such as the last day before the day of issue. */
static void mark_disorder(statusrules_mask_rows *rows, const statusrules_mask_plan *plan) {
    int32_t room[STATUSRULES_MASK_ROWS];
    int32_t other_room[STATUSRULES_MASK_ROWS];
    for (int32_t i = 0; i < plan->n_ordered; i++) {
        const int32_t fact = plan->ordered[i];
        statusrules_mark_order(rows->marks, values_of(room, rows, plan, fact),
                               values_of(other_room, rows, plan, statusrules_table_facts[fact].not_before),
                               rows->n);
    }
}

void statusrules_mark_rows(statusrules_mask_rows *rows, const statusrules_mask_plan *plan) {
    statusrules_unmark(rows->marks, rows->n);
    for (int32_t v = 0; v < plan->n_varying; v++) {
        const int32_t axis = plan->axes[v];
        statusrules_classify_rows(rows->classes[v], rows->marks, rows->values[axis], rows->n, &plan->varying[v]);
    }
    mark_others(rows, plan);
    mark_disorder(rows, plan);
}

/* ---- Row by row ---- */

/* The masks of one row, and the facts that it misses. */
static int64_t fix_row(statusrules_fixed *fixed, const statusrules_mask_plan *plan,
                       const statusrules_mask_rows *rows, int32_t row) {
    const statusrules_table_question *q = plan->settled.question;
    int64_t unknown = 0;
    for (int32_t b = 0; b < q->n_blocks; b++) {
        fixed->fits[b] = plan->fits[b];
    }
    for (int32_t v = 0; v < plan->n_varying; v++) {
        const int32_t axis = plan->axes[v];
        const uint8_t class = rows->classes[v][row];
        if (axis < STATUSRULES_INCOMING_DAY && rows->values[axis][row] == STATUSRULES_UNKNOWN) {
            unknown |= (int64_t)1 << axis;
        }
        for (int32_t b = 0; b < q->n_blocks; b++) {
            const uint64_t *masks = q->blocks[b].masks[axis];
            fixed->fits[b] &= masks ? masks[class] : ~(uint64_t)0;
        }
    }
    for (int32_t b = 0; b < q->n_blocks; b++) {
        fixed->might[b] = fixed->fits[b];
    }
    return unknown;
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
                                               const statusrules_mask_rows *rows) {
    statusrules_case c = plan->settled;
    const int32_t *last_days = rows->values[STATUSRULES_FACT_LAST_DAY];
    const int32_t *issue_days = rows->values[STATUSRULES_FACT_ISSUED_ON];
    for (int32_t i = 0; i < rows->n; i++) {
        statusrules_fixed fixed;
        statusrules_verdict all = {{0, 0, 0, 0, 0, 0}, 0, 0, 0, 0};
        statusrules_reading_answer readings[3];
        statusrules_reach reach;
        answers[i].answer.outcome = 0;
        if (rows->marks[i]) {
            continue;
        }
        c.unknown = plan->settled.unknown | fix_row(&fixed, plan, rows, i);
        if (plan->varies >> STATUSRULES_FACT_LAST_DAY & 1) {
            c.last_day = last_days[i];
        }
        if (plan->varies >> STATUSRULES_FACT_ISSUED_ON & 1) {
            c.issued_on = issue_days[i];
        }
        statusrules_decide_fixed(&all, readings, &reach, &c, &fixed);
        if (all.answer.outcome && !all.missing) {
            put_row(&answers[i], &c, &all, readings);
        }
    }
}
