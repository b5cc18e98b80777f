#include "engine/missing.h"

/* What the completions have had in common so far. */
typedef struct gathered {
    /* The first; `outcome` 0 while there is none. */
    statusrules_reading_answer first;
    int32_t differ;
    /* The first provision that decided any, by number. */
    int32_t provision;
    int32_t possible;
    /* Over the completions that give yes. */
    int32_t earliest;
    int32_t latest;
} gathered;

/* The same for all readings together and for each, with what was presumed on the way. */
typedef struct gathering {
    gathered all;
    gathered readings[3];
    int32_t note;
    int64_t assumed;
    int64_t missing;
} gathering;

static const gathered nothing_gathered = {{0, 0, 0, 0, 0, 0},   0, 0, 0, STATUSRULES_NOT_A_DAY,
                                          STATUSRULES_NOT_A_DAY};

static void gather(gathered *g, const statusrules_case *c, const statusrules_reading_answer *answer) {
    if (g->first.outcome == 0) {
        g->first = *answer;
    }
    if (!statusrules_same(c, &g->first, answer)) {
        g->differ = 1;
    } else {
        statusrules_keep_common(&g->first, answer);
    }
    if (answer->provision && (!g->provision || answer->provision < g->provision)) {
        g->provision = answer->provision;
    }
    g->possible |= answer->possible;
    if (answer->outcome == STATUSRULES_OUTCOME_YES) {
        g->earliest = statusrules_earlier(g->earliest, answer->earliest);
        g->latest = statusrules_later(g->latest, answer->latest);
    }
}

static void conclude(statusrules_reading_answer *answer, const gathered *g) {
    *answer = g->first;
    if (g->differ) {
        answer->outcome = STATUSRULES_OUTCOME_UNDETERMINED;
        answer->day = STATUSRULES_NOT_A_DAY;
        answer->provision = g->provision;
        answer->earliest = g->earliest;
        answer->latest = g->latest;
        answer->possible = g->possible;
    }
}

/* Decides at one last day, with the class that it has; the reach ends with the class. */
void statusrules_decide_at(statusrules_verdict *all, statusrules_reading_answer readings[3],
                           statusrules_reach *reach, statusrules_case *c, int32_t last_day) {
    const statusrules_table_axis *axis = &c->law->axes[STATUSRULES_FACT_LAST_DAY];
    const uint8_t class = statusrules_class(axis, last_day);
    c->last_day = last_day;
    c->classes[STATUSRULES_FACT_LAST_DAY] = class;
    statusrules_decide(all, readings, reach, c);
    if (last_day != STATUSRULES_NONE && axis->class_end[class] < reach->until) {
        reach->until = axis->class_end[class];
    }
}

/* The earliest last day that agrees with the classes chosen: not before the day of issue. */
static int32_t first_last_day(const statusrules_case *c) {
    int32_t first = c->issued_on != STATUSRULES_UNKNOWN ? c->issued_on : STATUSRULES_FIRST_DAY;
    for (int32_t i = 0; i < c->n_open; i++) {
        int32_t fact = c->open[i];
        if (fact == statusrules_table_facts[STATUSRULES_FACT_LAST_DAY].not_before) {
            const statusrules_table_completions *completions = statusrules_completions(c, fact);
            for (int32_t j = 0; j < completions->n; j++) {
                if (completions->classes[j] == c->classes[fact]) {
                    return completions->earliest[j];
                }
            }
        }
    }
    return first;
}

/* What to do with the verdict of one completion. */
typedef void visit(void *context, const statusrules_case *c, const statusrules_verdict *all,
                   const statusrules_reading_answer readings[3]);

/* All last days that agree with the classes chosen: the one known, or every stretch of days and none. */
static void visit_last_days(statusrules_case *c, int32_t known_last_day, visit *found, void *context) {
    statusrules_verdict all;
    statusrules_reading_answer readings[3];
    statusrules_reach reach;
    int32_t first = first_last_day(c);
    if (!c->asks_last_day || known_last_day != STATUSRULES_UNKNOWN) {
        if (known_last_day != STATUSRULES_UNKNOWN && first > known_last_day) {
            return;
        }
        statusrules_decide(&all, readings, &reach, c);
        if (all.answer.outcome) {
            found(context, c, &all, readings);
        }
        return;
    }
    for (int32_t day = first; day <= STATUSRULES_LAST_DAY; day = reach.until + 1) {
        statusrules_decide_at(&all, readings, &reach, c, day);
        if (all.answer.outcome) {
            found(context, c, &all, readings);
            if (reach.moves && reach.until > day) {
                statusrules_reach end;
                statusrules_decide_at(&all, readings, &end, c, reach.until);
                found(context, c, &all, readings);
            }
        }
    }
    statusrules_decide_at(&all, readings, &reach, c, STATUSRULES_NONE);
    found(context, c, &all, readings);
}

/* Moves to the next combination of the open facts but `held`; 0 after the last. `place` counts in each fact. */
static int32_t next_combination(statusrules_case *c, int32_t place[STATUSRULES_INCOMING_DAY], int32_t held) {
    for (int32_t i = 0; i < c->n_open; i++) {
        const statusrules_table_completions *completions = statusrules_completions(c, c->open[i]);
        if (i == held) {
            continue;
        }
        place[i] = place[i] + 1 < completions->n ? place[i] + 1 : 0;
        c->classes[c->open[i]] = completions->classes[place[i]];
        if (place[i]) {
            return 1;
        }
    }
    return 0;
}

static void gather_all(void *context, const statusrules_case *c, const statusrules_verdict *all,
                       const statusrules_reading_answer readings[3]) {
    gathering *g = context;
    gather(&g->all, c, &all->answer);
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        gather(&g->readings[reading - 1], c, all->of_all_readings ? &all->answer : &readings[reading - 1]);
    }
    g->note = g->note ? g->note : all->note;
    g->assumed |= all->assumed;
    g->missing |= all->missing;
}

static void gather_together(void *context, const statusrules_case *c, const statusrules_verdict *all,
                            const statusrules_reading_answer readings[3]) {
    (void)readings;
    gather(context, c, &all->answer);
}

/* Whether the answer changes with the last day alone, for some combination of the other open facts. */
static int32_t last_day_matters(const statusrules_case *c) {
    statusrules_case tried = *c;
    int32_t place[STATUSRULES_INCOMING_DAY] = {0};
    do {
        gathered g = nothing_gathered;
        visit_last_days(&tried, STATUSRULES_UNKNOWN, gather_together, &g);
        if (g.differ) {
            return 1;
        }
    } while (next_combination(&tried, place, -1));
    return 0;
}

/* Whether the answer at one last day changes with the open fact `held`; shortens `until` to where it is settled. */
static int32_t differs_at(statusrules_case *c, int32_t held, int32_t last_day, int32_t *until) {
    const statusrules_table_completions *completions = statusrules_completions(c, c->open[held]);
    gathered g = nothing_gathered;
    for (int32_t i = 0; i < completions->n; i++) {
        statusrules_verdict all;
        statusrules_reading_answer readings[3];
        statusrules_reach reach;
        c->classes[c->open[held]] = completions->classes[i];
        int32_t first = first_last_day(c);
        if (last_day != STATUSRULES_NONE && last_day != STATUSRULES_UNKNOWN && first > last_day) {
            *until = first - 1 < *until ? first - 1 : *until;
            continue;
        }
        if (c->asks_last_day && last_day != STATUSRULES_UNKNOWN) {
            statusrules_decide_at(&all, readings, &reach, c, last_day);
        } else {
            statusrules_decide(&all, readings, &reach, c);
        }
        *until = reach.until < *until ? reach.until : *until;
        if (all.answer.outcome) {
            gather(&g, c, &all.answer);
        }
    }
    return g.differ;
}

/* Whether the answer changes with an open fact alone, for some completion of everything else. */
static int32_t open_fact_matters(const statusrules_case *c, int32_t held) {
    statusrules_case tried = *c;
    int32_t place[STATUSRULES_INCOMING_DAY] = {0};
    const int32_t walk = c->asks_last_day && c->last_day == STATUSRULES_UNKNOWN;
    do {
        int32_t until = STATUSRULES_LAST_DAY;
        if (!walk) {
            if (differs_at(&tried, held, c->last_day, &until)) {
                return 1;
            }
            continue;
        }
        for (int32_t day = STATUSRULES_FIRST_DAY; day <= STATUSRULES_LAST_DAY; day = until + 1) {
            int32_t settled = STATUSRULES_LAST_DAY;
            until = STATUSRULES_LAST_DAY;
            if (differs_at(&tried, held, day, &until)
                || (until > day && differs_at(&tried, held, until, &settled))) {
                return 1;
            }
        }
        if (differs_at(&tried, held, STATUSRULES_NONE, &until)) {
            return 1;
        }
    } while (next_combination(&tried, place, held));
    return 0;
}

static int64_t facts_that_matter(const statusrules_case *c) {
    int64_t missing = 0;
    for (int32_t i = 0; i < c->n_open; i++) {
        if (open_fact_matters(c, i)) {
            missing |= (int64_t)1 << c->open[i];
        }
    }
    if (c->asks_last_day && c->last_day == STATUSRULES_UNKNOWN && last_day_matters(c)) {
        missing |= (int64_t)1 << STATUSRULES_FACT_LAST_DAY;
    }
    return missing;
}

void statusrules_complete(statusrules_verdict *all, statusrules_reading_answer readings[3],
                          const statusrules_case *c) {
    gathering g = {nothing_gathered, {nothing_gathered, nothing_gathered, nothing_gathered}, 0, 0, 0};
    statusrules_case tried = *c;
    int32_t place[STATUSRULES_INCOMING_DAY] = {0};
    int32_t differ = 0;
    do {
        visit_last_days(&tried, c->last_day, gather_all, &g);
    } while (next_combination(&tried, place, -1));

    conclude(&all->answer, &g.all);
    differ = g.all.differ;
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        conclude(&readings[reading - 1], &g.readings[reading - 1]);
        differ |= g.readings[reading - 1].differ;
    }
    all->note = g.note;
    all->of_all_readings = 0;
    all->assumed = g.assumed;
    all->missing = g.missing | (differ ? facts_that_matter(c) : 0);
}
