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
    int32_t found = -1;
    int32_t fewest = INT32_MAX;
    for (uint32_t left = missing; left; left &= left - 1) {
        const int32_t place = statusrules_lowest_bit(left);
        const uint64_t must = plan->must[place][doubt / STATUSRULES_NO_STEP];
        const int32_t n = facts[place].is_last_day ? INT32_MAX - 1 : facts[place].completions->n;
        if (!(must >> doubt % STATUSRULES_NO_STEP & 1) && n < fewest) {
            found = place;
            fewest = n;
        }
    }
    return found;
}

/* ---- What is tried ---- */

enum { TRY_TAKEN, TRY_NOT_TAKEN, TRY_ALL };

void statusrules_begin_branch(statusrules_branch *of, const statusrules_completion *from, int32_t place,
                              int32_t doubt) {
    of->from = *from;
    of->place = place;
    of->doubt = doubt;
    of->next_try = TRY_TAKEN;
    of->at_once = 2;
    of->next = 0;
    of->taken = -1;
    of->not_taken = -1;
}

/* The masks of the block with the row of the law in doubt, on an axis. */
static const uint64_t *masks_in_doubt(const statusrules_walk_plan *plan, const statusrules_branch *of,
                                      int32_t axis) {
    return plan->masks.settled.question->blocks[of->doubt / STATUSRULES_NO_STEP].masks[axis];
}

/* The first completion that the row in doubt takes, or does not take; the first if there is none. */
static int32_t likely_completion(const statusrules_walk_plan *plan, const statusrules_branch *of,
                                 const statusrules_open_fact *fact, uint64_t wanted) {
    const statusrules_table_completions *completions = fact->completions;
    const uint64_t *masks = masks_in_doubt(plan, of, fact->axis);
    const int32_t bit = of->doubt % STATUSRULES_NO_STEP;
    for (int32_t at = 0; masks && at < completions->n; at++) {
        if ((masks[completions->classes[at]] >> bit & 1) == wanted) {
            return at;
        }
    }
    return 0;
}

/* A last day that the row in doubt takes, as printed or as incoming day, not before the first; none if there is none. */
static int32_t likely_day(const statusrules_walk_plan *plan, const statusrules_branch *of) {
    static const int32_t axes[2] = {STATUSRULES_FACT_LAST_DAY, STATUSRULES_AXIS_INCOMING_DAY};
    const int32_t bit = of->doubt % STATUSRULES_NO_STEP;
    const int32_t first_day = of->from.first_day;
    for (int32_t i = 0; i < 2; i++) {
        const statusrules_table_axis *axis = &plan->masks.settled.law->axes[axes[i]];
        const uint64_t *masks = masks_in_doubt(plan, of, axes[i]);
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

/* The day after the stretch of days around a day that no row tells apart, as last day or as the day that comes in. */
static int32_t after_stretch(const statusrules_case *c, int32_t day) {
    const statusrules_table_axis *last_day = &c->law->axes[STATUSRULES_FACT_LAST_DAY];
    const statusrules_table_axis *incoming = &c->law->axes[STATUSRULES_AXIS_INCOMING_DAY];
    const int32_t end = last_day->class_end[statusrules_class(last_day, day)];
    const int32_t other = incoming->class_end[statusrules_class(incoming, day)];
    return (end < other ? end : other) + 1;
}

/* The last day to try next; STATUSRULES_UNKNOWN after the last. */
static int32_t next_day(const statusrules_walk_plan *plan, statusrules_branch *of) {
    switch (of->next_try) {
    case TRY_TAKEN:
        of->next_try = TRY_NOT_TAKEN;
        of->next = of->from.first_day;
        return likely_day(plan, of);
    case TRY_NOT_TAKEN:
        of->next_try = TRY_ALL;
        return STATUSRULES_NONE;
    default:
        break;
    }
    const int32_t day = of->next;
    if (day > STATUSRULES_LAST_DAY) {
        return STATUSRULES_UNKNOWN;
    }
    of->next = after_stretch(&plan->masks.settled, day);
    return day;
}

/* The completion to try next; -1 after the last. */
static int32_t next_completion(const statusrules_walk_plan *plan, statusrules_branch *of,
                               const statusrules_open_fact *fact) {
    switch (of->next_try) {
    case TRY_TAKEN:
        of->next_try = TRY_NOT_TAKEN;
        of->taken = likely_completion(plan, of, fact, 1);
        return of->taken;
    case TRY_NOT_TAKEN:
        of->next_try = TRY_ALL;
        of->not_taken = likely_completion(plan, of, fact, 0);
        if (of->not_taken != of->taken) {
            return of->not_taken;
        }
        break;
    default:
        break;
    }
    while (of->next == of->taken || of->next == of->not_taken) {
        of->next++;
    }
    return of->next < fact->completions->n ? of->next++ : -1;
}

int32_t statusrules_next_class(statusrules_completion *made, statusrules_branch *of,
                               const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                               const statusrules_walk_plan *plan) {
    const statusrules_case *c = &plan->masks.settled;
    const statusrules_open_fact *fact = &facts[of->place];
    if (fact->is_last_day) {
        made->last_day = next_day(plan, of);
        return made->last_day == STATUSRULES_UNKNOWN
                   ? STATUSRULES_CLASS_UNKNOWN
                   : statusrules_class(&c->law->axes[STATUSRULES_FACT_LAST_DAY], made->last_day);
    }
    for (int32_t at = next_completion(plan, of, fact); at >= 0; at = next_completion(plan, of, fact)) {
        made->first_day = fact->is_first_day ? fact->completions->earliest[at] : made->first_day;
        if (made->last_day == STATUSRULES_UNKNOWN || made->first_day <= made->last_day) {
            return fact->completions->classes[at];
        }
    }
    return STATUSRULES_CLASS_UNKNOWN;
}
