#include "engine/branch.h"

#include "engine/bits.h"

void statusrules_find_facts(statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                            const statusrules_walk_plan *plan) {
    const statusrules_case *c = &plan->masks.settled;
    for (int32_t place = 0; place < plan->masks.n_varying; place++) {
        const int32_t axis = plan->masks.axes[place];
        facts[place].axis = axis;
        facts[place].completions = axis > STATUSRULES_AXIS_STATE ? 0 : statusrules_stands_for(c, axis);
        facts[place].is_last_day = axis == STATUSRULES_FACT_LAST_DAY;
        facts[place].is_first_day = axis == statusrules_table_facts[STATUSRULES_FACT_LAST_DAY].not_before;
    }
}

int32_t statusrules_deciding_place(const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                                   const statusrules_walk_plan *plan, uint32_t missing, int32_t doubt) {
    const int32_t b = doubt / STATUSRULES_NO_STEP;
    int32_t found = -1;
    int32_t fewest = INT32_MAX;
    for (uint32_t left = doubt == STATUSRULES_NO_DOUBT ? 0 : missing; left; left &= left - 1) {
        const int32_t place = statusrules_lowest_bit(left);
        const uint64_t must = plan->must[place][plan->words.word[b]] >> plan->words.shift[b];
        const int32_t n = facts[place].is_last_day ? INT32_MAX - 1 : facts[place].completions->n;
        if (!(must >> doubt % STATUSRULES_NO_STEP & 1) && n < fewest) {
            found = place;
            fewest = n;
        }
    }
    return found;
}

/* ---- Two completions that tell ---- */

/* The masks of the block with the row of the law in doubt, on an axis. */
static const uint64_t *masks_in_doubt(const statusrules_walk_plan *plan, int32_t doubt, int32_t axis) {
    return plan->masks.settled.question->blocks[doubt / STATUSRULES_NO_STEP].masks[axis];
}

/* A last day with which the row in doubt fits, as printed or as incoming day, not before the first; none if there is
 * none. */
static int32_t telling_day(const statusrules_walk_plan *plan, int32_t doubt, int32_t first_day) {
    static const int32_t axes[2] = {STATUSRULES_FACT_LAST_DAY, STATUSRULES_AXIS_INCOMING_DAY};
    const int32_t bit = doubt % STATUSRULES_NO_STEP;
    for (int32_t i = 0; i < 2; i++) {
        const statusrules_table_axis *axis = &plan->masks.settled.law->axes[axes[i]];
        const uint64_t *masks = masks_in_doubt(plan, doubt, axes[i]);
        int32_t at = STATUSRULES_CLASS_FIRST;
        /* A row that takes none does not ask the axis. */
        if (!masks || masks[STATUSRULES_CLASS_NONE] >> bit & 1) {
            continue;
        }
        while (at < axis->n_classes && (!(masks[at] >> bit & 1) || axis->class_end[at] < first_day)) {
            at++;
        }
        if (at < axis->n_classes) {
            const int32_t begins =
                at == STATUSRULES_CLASS_FIRST ? STATUSRULES_FIRST_DAY : axis->class_end[at - 1] + 1;
            return begins > first_day ? begins : first_day;
        }
    }
    return STATUSRULES_NONE;
}

/* The class of a last day, which is filled in. */
static int32_t put_last_day(statusrules_completion *made, int32_t last_day, const statusrules_walk_plan *plan) {
    made->last_day = last_day;
    return statusrules_class(&plan->masks.settled.law->axes[STATUSRULES_FACT_LAST_DAY], last_day);
}

/* Whether a completion of a fact agrees with the days; the first day is filled in. */
static int32_t agrees(statusrules_completion *made, const statusrules_open_fact *fact, int32_t at) {
    made->first_day = fact->is_first_day ? fact->completions->earliest[at] : made->first_day;
    return made->last_day == STATUSRULES_UNKNOWN || made->first_day <= made->last_day;
}

int32_t statusrules_telling_class(statusrules_completion *made, int32_t place, int32_t doubt, int32_t fits,
                                  const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                                  const statusrules_walk_plan *plan) {
    const statusrules_open_fact *fact = &facts[place];
    const uint64_t *masks = masks_in_doubt(plan, doubt, fact->axis);
    const uint64_t wanted = (uint64_t)fits;
    if (fact->is_last_day) {
        return put_last_day(made, fits ? telling_day(plan, doubt, made->first_day) : STATUSRULES_NONE, plan);
    }
    for (int32_t at = 0; at < fact->completions->n; at++) {
        const int32_t class = fact->completions->classes[at];
        if ((!masks || (masks[class] >> doubt % STATUSRULES_NO_STEP & 1) == wanted) && agrees(made, fact, at)) {
            return class;
        }
    }
    return STATUSRULES_CLASS_UNKNOWN;
}

/* ---- All completions ---- */

void statusrules_begin_branch(statusrules_branch *of, const statusrules_completion *from, int32_t place,
                              const statusrules_open_fact facts[STATUSRULES_MAX_VARYING]) {
    of->from = *from;
    of->place = place;
    of->next = facts[place].is_last_day ? STATUSRULES_NONE : 0;
    of->at_once = 4;
}

/* What a day of issue can stand for, if a completion misses it too; NULL if not. */
static const statusrules_table_completions *
missing_issue(const statusrules_completion *from, const statusrules_open_fact facts[STATUSRULES_MAX_VARYING]) {
    for (uint32_t left = from->missing; left; left &= left - 1) {
        const int32_t place = statusrules_lowest_bit(left);
        if (facts[place].is_first_day) {
            return facts[place].completions;
        }
    }
    return NULL;
}

/* The day after the stretch of days around a day that no row tells apart, as last day or as the day that comes in, and with
 * which the same missing days of issue agree. */
static int32_t after_stretch(const statusrules_case *c, int32_t day, const statusrules_table_completions *issue) {
    const statusrules_table_axis *last_day = &c->law->axes[STATUSRULES_FACT_LAST_DAY];
    const statusrules_table_axis *incoming = &c->law->axes[STATUSRULES_AXIS_INCOMING_DAY];
    const int32_t end = last_day->class_end[statusrules_class(last_day, day)];
    const int32_t other = incoming->class_end[statusrules_class(incoming, day)];
    int32_t after = (end < other ? end : other) + 1;
    for (int32_t at = 0; issue && at < issue->n; at++) {
        if (issue->earliest[at] > day && issue->earliest[at] < after) {
            after = issue->earliest[at];
        }
    }
    return after;
}

int32_t statusrules_next_class(statusrules_completion *made, statusrules_branch *of,
                               const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                               const statusrules_walk_plan *plan) {
    const statusrules_open_fact *fact = &facts[of->place];
    if (fact->is_last_day) {
        const int32_t day = of->next;
        if (day > STATUSRULES_LAST_DAY && day != STATUSRULES_NONE) {
            return STATUSRULES_CLASS_UNKNOWN;
        }
        of->next = day == STATUSRULES_NONE
                       ? of->from.first_day
                       : after_stretch(&plan->masks.settled, day, missing_issue(&of->from, facts));
        return put_last_day(made, day, plan);
    }
    while (of->next < fact->completions->n) {
        const int32_t at = of->next++;
        if (agrees(made, fact, at)) {
            return fact->completions->classes[at];
        }
    }
    return STATUSRULES_CLASS_UNKNOWN;
}
