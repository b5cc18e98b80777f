#include "engine/masks.h"

#include "engine/bits.h"
#include "engine/values.h"

/* ---- Missing values ---- */

static int32_t is_any_day(int32_t axis) {
    return axis == STATUSRULES_FACT_LAST_DAY || axis == STATUSRULES_AXIS_INCOMING_DAY;
}

int32_t statusrules_is_open(const statusrules_case *c, int32_t axis) {
    if (is_any_day(axis)) {
        return c->asks_last_day;
    }
    if (axis == STATUSRULES_AXIS_STATE) {
        return c->question->uses_state;
    }
    return axis < STATUSRULES_INCOMING_DAY
           && (c->strict ? c->question->strict_open : c->question->open) >> axis & 1;
}

const statusrules_table_completions *statusrules_stands_for(const statusrules_case *c, int32_t axis) {
    return statusrules_completions(c, axis == STATUSRULES_AXIS_STATE ? STATUSRULES_FACT_CITIZENSHIP : axis);
}

int32_t statusrules_class_after_all(const statusrules_case *c, int32_t axis) {
    int32_t n = c->law->axes[axis].n_classes;
    if (axis < STATUSRULES_INCOMING_DAY || axis == STATUSRULES_AXIS_STATE) {
        const statusrules_table_completions *completions = statusrules_stands_for(c, axis);
        for (int32_t i = 0; i < completions->n; i++) {
            n = completions->classes[i] >= n ? completions->classes[i] + 1 : n;
        }
    }
    return n;
}

/* The number of classes that a missing value can have, and one of them. A missing day is any, or none. */
static int32_t n_classes_of(const statusrules_case *c, int32_t axis) {
    return is_any_day(axis) ? c->law->axes[axis].n_classes - STATUSRULES_CLASS_NONE
                            : statusrules_stands_for(c, axis)->n;
}

static int32_t class_at(const statusrules_case *c, int32_t axis, int32_t i) {
    return is_any_day(axis) ? STATUSRULES_CLASS_NONE + i : statusrules_stands_for(c, axis)->classes[i];
}

uint64_t statusrules_might_fit(const statusrules_case *c, const statusrules_table_block *block, int32_t axis) {
    const uint64_t *masks = block->masks[axis];
    uint64_t fits = masks ? 0 : ~(uint64_t)0;
    for (int32_t i = 0; masks && i < n_classes_of(c, axis); i++) {
        fits |= masks[class_at(c, axis, i)];
    }
    return fits;
}

uint64_t statusrules_must_fit(const statusrules_case *c, const statusrules_table_block *block, int32_t axis) {
    const uint64_t *masks = block->masks[axis];
    uint64_t fits = ~(uint64_t)0;
    for (int32_t i = 0; masks && i < n_classes_of(c, axis); i++) {
        fits &= masks[class_at(c, axis, i)];
    }
    return fits;
}

/* ---- The plan ---- */

/* The axes besides facts: the state, the day of knowledge, the edition. */
enum { MORE_AXES = 3 };

/* The facts that say which state decides, where some row asks that. */
static int64_t state_facts(const statusrules_case *c) {
    return c->question->uses_state ? STATUSRULES_STATE_FACTS : 0;
}

static statusrules_classing *add_axis(statusrules_mask_plan *plan, int32_t axis) {
    statusrules_classing *classing = &plan->varying[plan->n_varying];
    plan->axes[plan->n_varying++] = (uint8_t)axis;
    classing->axis = &plan->settled.law->axes[axis];
    classing->unknown = STATUSRULES_UNKNOWN;
    classing->none = STATUSRULES_UNKNOWN;
    classing->gaps = 0;
    classing->missing = 0;
    return classing;
}

static void add_fact(statusrules_mask_plan *plan, int32_t axis, int32_t fact) {
    const statusrules_case *c = &plan->settled;
    const statusrules_table_question *q = c->question;
    const statusrules_table_fact *table = &statusrules_table_facts[fact];
    const int32_t is_open = statusrules_is_open(c, axis);
    statusrules_classing *classing = add_axis(plan, axis);
    classing->first = table->info.first;
    classing->last = table->info.last;
    classing->none = table->info.none ? STATUSRULES_NONE : STATUSRULES_UNKNOWN;
    classing->gaps = table->is_value != 0;
    classing->unknown_class = is_open     ? (uint8_t)statusrules_class_after_all(c, axis)
                              : c->strict ? q->strict_unknown_classes[fact]
                                          : q->unknown_classes[fact];
    classing->missing = (uint32_t)1 << (plan->n_varying - 1);
    plan->open |= is_open ? classing->missing : 0;
    plan->presumed |= q->asked_if_known >> fact & 1 ? classing->missing : 0;
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

/* Adds the facts that vary, also those that no row asks, because they are checked all the same; and those that are
 * missing in every row and can stand for several classes. Returns 0 if there are too many. */
static int32_t add_facts(statusrules_mask_plan *plan) {
    const statusrules_case *c = &plan->settled;
    const int64_t missing =
        (c->open | (c->asks_last_day ? (int64_t)1 << STATUSRULES_FACT_LAST_DAY : 0)) & ~plan->varies;
    for (int32_t fact = 1; fact <= statusrules_table_n_facts; fact++) {
        const int32_t other = statusrules_table_facts[fact].not_before;
        const int64_t belongs = plan->belong & (int64_t)1 << fact;
        const int32_t is_missing =
            missing >> fact & 1 && statusrules_fact_value(&plan->facts, fact) == STATUSRULES_UNKNOWN;
        if (other && belongs && plan->varies & ((int64_t)1 << fact | (int64_t)1 << other)) {
            plan->ordered[plan->n_ordered++] = (uint8_t)fact;
        }
        if ((belongs & plan->varies || is_missing) && !(state_facts(c) >> fact & 1)) {
            if (plan->n_varying == STATUSRULES_MAX_VARYING - MORE_AXES) {
                return 0;
            }
            plan->always_missing |= (uint32_t)is_missing << plan->n_varying;
            add_fact(plan, fact, fact);
        }
    }
    return 1;
}

/* Adds the state that decides, if that varies or is missing. Returns 0 if two decide in every row, and if nothing is
 * presumed about one that is missing: it can be a second one. */
static int32_t add_state(statusrules_mask_plan *plan) {
    const statusrules_case *c = &plan->settled;
    uint8_t states[2];
    const int32_t differs = (state_facts(c) & plan->varies) != 0;
    const int32_t is_missing = !differs && (state_facts(c) & c->open) != 0;
    if (differs || is_missing) {
        plan->always_missing |= (uint32_t)is_missing << plan->n_varying;
        add_fact(plan, STATUSRULES_AXIS_STATE, STATUSRULES_FACT_CITIZENSHIP);
        plan->presumed |= STATUSRULES_PRESUMED_STATE;
        return !is_missing || !c->strict;
    }
    return statusrules_states(c, states) == 1;
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

/* The rows of a block that fit the facts that do not vary and are known, or stand for one class. */
static uint64_t fit_settled(const statusrules_mask_plan *plan, int32_t b) {
    const statusrules_case *c = &plan->settled;
    const statusrules_table_block *block = &c->question->blocks[b];
    uint8_t states[2];
    int32_t state_settled = c->question->uses_state;
    int64_t settled = ~plan->varies;
    uint64_t fits = ~(uint64_t)0;
    for (int32_t v = 0; v < plan->n_varying; v++) {
        const int32_t axis = plan->axes[v];
        settled &= ~(axis < STATUSRULES_INCOMING_DAY ? (int64_t)1 << axis : 0);
        state_settled &= axis != STATUSRULES_AXIS_STATE;
    }
    for (const uint8_t *fact = c->question->facts; *fact; fact++) {
        if (block->masks[*fact] && settled >> *fact & 1) {
            fits &= block->masks[*fact][c->classes[*fact]];
        }
    }
    if (state_settled && block->masks[STATUSRULES_AXIS_STATE]) {
        (void)statusrules_states(c, states);
        fits &= block->masks[STATUSRULES_AXIS_STATE][states[0]];
    }
    return fits;
}

static int32_t is_state_missing(const statusrules_mask_plan *plan) {
    const int64_t settled = state_facts(&plan->settled) & ~plan->varies;
    return (settled >> STATUSRULES_FACT_CITIZENSHIP & 1 && plan->facts.citizenship == STATUSRULES_UNKNOWN)
           || (settled >> STATUSRULES_FACT_RESIDENCE_STATE & 1
               && plan->facts.residence_state == STATUSRULES_UNKNOWN);
}

int32_t statusrules_plan_masks(statusrules_mask_plan *plan, const statusrules_law *law, int32_t question,
                               const statusrules_facts *facts, int64_t varies, int32_t known_on_varies,
                               int32_t edition_varies, const statusrules_options *options) {
    statusrules_case *c = &plan->settled;
    plan->varies = varies;
    plan->facts = *facts;
    plan->n_varying = 0;
    plan->n_ordered = 0;
    plan->always_missing = 0;
    plan->open = 0;
    plan->presumed = 0;
    if (statusrules_case_of(c, law, question, facts, options, 0) != STATUSRULES_OK) {
        return 0;
    }
    c->unknown &= ~varies;
    plan->belong = statusrules_table_question_facts[question];
    if (statusrules_count_varies(question, facts, varies) || !add_facts(plan) || !add_state(plan)) {
        return 0;
    }
    if (known_on_varies) {
        add_parameter(plan, STATUSRULES_AXIS_KNOWN_ON, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    }
    if (edition_varies) {
        add_parameter(plan, STATUSRULES_AXIS_EDITION, 1, law->edition);
    }
    /* A missing state is always told of. */
    plan->in_full =
        !plan->always_missing && !(c->unknown & c->question->asked_if_known) && !is_state_missing(plan);
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        plan->fits[b] =
            in_force(c, &c->question->blocks[b], known_on_varies, edition_varies) & fit_settled(plan, b);
    }
    return 1;
}

/* ---- Classes and marks ---- */

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

/* The classes of one of the two facts that say which state decides, STATUSRULES_CLASS_UNKNOWN for a missing one. */
static void classify_state(uint8_t *classes, statusrules_mask_rows *rows, const statusrules_mask_plan *plan,
                           const statusrules_classing *state, int32_t fact) {
    statusrules_classing classing = *state;
    uint32_t unused[STATUSRULES_MASK_ROWS];
    classing.unknown_class = STATUSRULES_CLASS_UNKNOWN;
    classing.missing = 0;
    if (plan->varies >> fact & 1) {
        statusrules_classify_rows(classes, rows->marks, unused, rows->values[fact], rows->n, &classing);
    } else {
        const int32_t value = statusrules_fact_value(&plan->facts, fact);
        statusrules_fill(classes, rows->n,
                         value == STATUSRULES_UNKNOWN ? STATUSRULES_CLASS_UNKNOWN
                                                      : statusrules_class(classing.axis, value));
    }
}

static void mark_states(statusrules_mask_rows *rows, const statusrules_mask_plan *plan, int32_t v) {
    const statusrules_classing *state = &plan->varying[v];
    uint8_t residence[STATUSRULES_MASK_ROWS];
    classify_state(rows->classes[v], rows, plan, state, STATUSRULES_FACT_CITIZENSHIP);
    classify_state(residence, rows, plan, state, STATUSRULES_FACT_RESIDENCE_STATE);
    statusrules_join_states(rows->classes[v], rows->marks, rows->missing, residence, rows->n, state,
                            STATUSRULES_PRESUMED_STATE, plan->settled.strict);
}

void statusrules_mark_rows(statusrules_mask_rows *rows, const statusrules_mask_plan *plan) {
    statusrules_begin_rows(rows->marks, rows->missing, rows->n);
    for (int32_t v = 0; v < plan->n_varying; v++) {
        if (plan->always_missing >> v & 1) {
            statusrules_fill(rows->classes[v], rows->n, plan->varying[v].unknown_class);
        } else if (plan->axes[v] == STATUSRULES_AXIS_STATE) {
            mark_states(rows, plan, v);
        } else {
            statusrules_classify_rows(rows->classes[v], rows->marks, rows->missing, rows->values[plan->axes[v]],
                                      rows->n, &plan->varying[v]);
        }
    }
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
        fixed->some[b] = fixed->fits[b];
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
    row->same_from = STATUSRULES_NOT_A_DAY;
    row->same_until = STATUSRULES_NOT_A_DAY;
    row->ask_next = 0;
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
        if (rows->marks[i] || rows->missing[i] & (plan->open | plan->presumed)) {
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
