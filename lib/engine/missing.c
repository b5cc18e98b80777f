#include "engine/missing.h"

#include "engine/values.h"

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

/* What to do with the verdict of a completion. Returns 1 if no other needs to be visited. */
typedef int32_t visit(void *context, const statusrules_case *c, const statusrules_verdict *all,
                      const statusrules_reading_answer readings[3]);

/* What was seen on the way through the completions at one last day. */
typedef struct seen {
    /* How far the last day can move, and whether a day moves with it, over all of them. */
    int32_t until;
    int32_t moves;
    /* The facts on which some answer depended: bit 1 << fact. */
    int64_t asked;
    /* Which days can be asked about instead, for "valid on". */
    int32_t same_from;
    int32_t same_until;
    /* A last valid day that moves with the last day, and one that does not. */
    int32_t moving_day;
    int32_t resting_day;
    /* 1: no other completion needs to be visited. */
    int32_t done;
    /* Gets the completion at hand; or NULL. */
    statusrules_witness *witness;
} seen;

static const seen nothing_seen = {.until = STATUSRULES_LAST_DAY,
                                  .same_from = STATUSRULES_FIRST_DAY,
                                  .same_until = STATUSRULES_LAST_DAY,
                                  .moving_day = STATUSRULES_NOT_A_DAY,
                                  .resting_day = STATUSRULES_NOT_A_DAY};

/* Adds the reach of a completion that was decided. */
static void see(seen *s, const statusrules_reach *reach, const statusrules_reading_answer *answer) {
    s->until = reach->until < s->until ? reach->until : s->until;
    s->moves |= reach->moves;
    s->same_from = reach->same_from > s->same_from ? reach->same_from : s->same_from;
    s->same_until = reach->same_until < s->same_until ? reach->same_until : s->same_until;
    if (answer->day != STATUSRULES_NOT_A_DAY && answer->day != STATUSRULES_NONE) {
        *(reach->moves ? &s->moving_day : &s->resting_day) = answer->day;
    }
}

static void decide_day(statusrules_verdict *all, statusrules_reading_answer readings[3], statusrules_reach *reach,
                       statusrules_case *c, int32_t last_day) {
    if (c->asks_last_day && last_day != STATUSRULES_UNKNOWN) {
        statusrules_decide_at(all, readings, reach, c, last_day);
    } else {
        statusrules_decide(all, readings, reach, c);
    }
}

/* Gives an undecided fact one of its completions. */
static void settle(statusrules_case *c, int32_t fact, int32_t completion) {
    c->classes[fact] = statusrules_completions(c, fact)->classes[completion];
    c->undecided &= ~((int64_t)1 << fact);
}

static void unsettle(statusrules_case *c, int32_t fact) {
    c->classes[fact] = (uint8_t)statusrules_completions(c, fact)->every;
    c->undecided |= (int64_t)1 << fact;
}

/* The earliest last day that agrees with a completion: that of a day which the last day must not be before. */
static int32_t first_with(const statusrules_case *c, int32_t fact, int32_t completion) {
    return fact == statusrules_table_facts[STATUSRULES_FACT_LAST_DAY].not_before
               ? statusrules_completions(c, fact)->earliest[completion]
               : STATUSRULES_FIRST_DAY;
}

/* Whether a completion contradicts a last day; shortens `until` to where it no longer does. */
static int32_t contradicts(const statusrules_case *c, int32_t fact, int32_t completion, int32_t last_day,
                           int32_t *until) {
    const int32_t first = first_with(c, fact, completion);
    if (last_day == STATUSRULES_UNKNOWN || last_day == STATUSRULES_NONE || first <= last_day) {
        return 0;
    }
    *until = first - 1 < *until ? first - 1 : *until;
    return 1;
}

/*
 * Visits the completions at one last day. A fact is completed only where the answer depends on it: everything that it
 * can stand for besides is one completion.
 */
static void explore(statusrules_case *c, int32_t last_day, seen *s, visit *found, void *context) {
    statusrules_verdict all;
    statusrules_reading_answer readings[3];
    statusrules_reach reach;
    decide_day(&all, readings, &reach, c, last_day);
    const int32_t fact = reach.undecided;
    if (!fact) {
        see(s, &reach, &all.answer);
        s->done = all.answer.outcome && found(context, c, &all, readings);
        return;
    }
    s->asked |= (int64_t)1 << fact;
    for (int32_t i = 0; i < statusrules_completions(c, fact)->n && !s->done; i++) {
        if (!contradicts(c, fact, i, last_day, &s->until)) {
            settle(c, fact, i);
            explore(c, last_day, s, found, context);
            unsettle(c, fact);
            if (s->done && s->witness) {
                s->witness->facts |= (int64_t)1 << fact;
                s->witness->completions[fact] = (uint8_t)i;
            }
        }
    }
}

static int32_t first_last_day(const statusrules_case *c) {
    return c->issued_on != STATUSRULES_UNKNOWN ? c->issued_on : STATUSRULES_FIRST_DAY;
}

static int32_t walks_last_day(const statusrules_case *c) {
    return c->asks_last_day && c->last_day == STATUSRULES_UNKNOWN;
}

/* Visits all completions: at the last day known, or at both ends of every stretch of last days from a day on and at
 * none. Returns the facts on which some answer depended. */
static int64_t explore_from(const statusrules_case *c, int32_t first, visit *found, void *context) {
    statusrules_case tried = *c;
    seen s = nothing_seen;
    if (!walks_last_day(c)) {
        explore(&tried, c->last_day, &s, found, context);
        return s.asked;
    }
    for (int32_t day = first; day <= STATUSRULES_LAST_DAY && !s.done; day = s.until + 1) {
        s.until = STATUSRULES_LAST_DAY;
        s.moves = 0;
        explore(&tried, day, &s, found, context);
        if (s.moves && s.until > day && !s.done) {
            seen end = s;
            explore(&tried, s.until, &end, found, context);
            s.done = end.done;
        }
    }
    if (!s.done) {
        explore(&tried, STATUSRULES_NONE, &s, found, context);
    }
    return s.asked;
}

static int64_t explore_all(const statusrules_case *c, visit *found, void *context) {
    return explore_from(c, first_last_day(c), found, context);
}

static int32_t gather_all(void *context, const statusrules_case *c, const statusrules_verdict *all,
                          const statusrules_reading_answer readings[3]) {
    gathering *g = context;
    gather(&g->all, c, &all->answer);
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        gather(&g->readings[reading - 1], c, all->of_all_readings ? &all->answer : &readings[reading - 1]);
    }
    g->note = g->note ? g->note : all->note;
    g->assumed |= all->assumed;
    g->missing |= all->missing;
    return 0;
}

/* Whether the answer changes with the last day alone, for some completion of the other facts. From a day on, after
 * what was gathered before it. */
static int32_t varies_from(statusrules_case *c, int32_t day, gathered g) {
    for (;;) {
        statusrules_verdict all;
        statusrules_reading_answer readings[3];
        statusrules_reach reach;
        const int32_t last_day = day <= STATUSRULES_LAST_DAY ? day : STATUSRULES_NONE;
        statusrules_decide_at(&all, readings, &reach, c, last_day);
        const int32_t fact = reach.undecided;
        for (int32_t i = 0; fact && i < statusrules_completions(c, fact)->n; i++) {
            const int32_t first = first_with(c, fact, i);
            settle(c, fact, i);
            if (varies_from(c, first > day ? first : day, g)) {
                return 1;
            }
            unsettle(c, fact);
        }
        if (fact) {
            return 0;
        }
        if (all.answer.outcome) {
            gather(&g, c, &all.answer);
            if (reach.moves && reach.until > day && last_day != STATUSRULES_NONE) {
                statusrules_reach end;
                statusrules_decide_at(&all, readings, &end, c, reach.until);
                gather(&g, c, &all.answer);
            }
        }
        if (g.differ || last_day == STATUSRULES_NONE) {
            return g.differ;
        }
        day = reach.until + 1;
    }
}

/* Whether the answer at one last day changes with a fact alone, for some completion of the others; shortens `until` to
 * where that is settled. */
static int32_t differs_at(statusrules_case *c, int32_t held, int32_t last_day, int32_t *until) {
    gathered g = nothing_gathered;
    for (int32_t i = 0; i < statusrules_completions(c, held)->n; i++) {
        statusrules_verdict all;
        statusrules_reading_answer readings[3];
        statusrules_reach reach;
        if (contradicts(c, held, i, last_day, until)) {
            continue;
        }
        settle(c, held, i);
        decide_day(&all, readings, &reach, c, last_day);
        unsettle(c, held);
        const int32_t fact = reach.undecided;
        for (int32_t j = 0; fact && j < statusrules_completions(c, fact)->n; j++) {
            if (!contradicts(c, fact, j, last_day, until)) {
                settle(c, fact, j);
                int32_t differs = differs_at(c, held, last_day, until);
                unsettle(c, fact);
                if (differs) {
                    return 1;
                }
            }
        }
        if (fact) {
            return 0;
        }
        *until = reach.until < *until ? reach.until : *until;
        if (all.answer.outcome) {
            gather(&g, c, &all.answer);
        }
    }
    return g.differ;
}

/* Whether the answer changes with a fact alone, for some completion of everything else. */
static int32_t matters(const statusrules_case *c, int32_t held) {
    statusrules_case tried = *c;
    int32_t until = STATUSRULES_LAST_DAY;
    if (!walks_last_day(c)) {
        return differs_at(&tried, held, c->last_day, &until);
    }
    for (int32_t day = first_last_day(c); day <= STATUSRULES_LAST_DAY; day = until + 1) {
        int32_t settled = STATUSRULES_LAST_DAY;
        until = STATUSRULES_LAST_DAY;
        if (differs_at(&tried, held, day, &until) || (until > day && differs_at(&tried, held, until, &settled))) {
            return 1;
        }
    }
    return differs_at(&tried, held, STATUSRULES_NONE, &until);
}

/* The facts that can change the answer alone. One on which no answer depended cannot. */
static int64_t facts_that_matter(const statusrules_case *c, int64_t asked) {
    int64_t missing = 0;
    for (uint64_t left = (uint64_t)asked; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        missing |= matters(c, fact) ? (int64_t)1 << fact : 0;
    }
    if (walks_last_day(c)) {
        statusrules_case tried = *c;
        if (varies_from(&tried, first_last_day(c), nothing_gathered)) {
            missing |= (int64_t)1 << STATUSRULES_FACT_LAST_DAY;
        }
    }
    return missing >> STATUSRULES_FACT_CITIZENSHIP & 1 ? missing | c->or_residence_state : missing;
}

/* The case with all its open facts undecided. */
static statusrules_case opened(const statusrules_case *c) {
    statusrules_case open = *c;
    for (uint64_t left = (uint64_t)c->open; left; left &= left - 1) {
        unsettle(&open, statusrules_lowest_bit(left));
    }
    return open;
}

void statusrules_complete(statusrules_verdict *all, statusrules_reading_answer readings[3],
                          const statusrules_case *c) {
    gathering g = {nothing_gathered, {nothing_gathered, nothing_gathered, nothing_gathered}, 0, 0, 0};
    statusrules_case open = opened(c);
    int32_t differ = 0;
    const int64_t asked = explore_all(&open, gather_all, &g);

    conclude(&all->answer, &g.all);
    differ = g.all.differ;
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        conclude(&readings[reading - 1], &g.readings[reading - 1]);
        differ |= g.readings[reading - 1].differ;
    }
    all->note = g.note;
    all->of_all_readings = 0;
    all->assumed = g.assumed;
    all->missing = g.missing | (differ ? facts_that_matter(&open, asked) : 0);
}

/* ---- One answer to all completions, and how far it reaches ---- */

static int32_t gather_one(void *context, const statusrules_case *c, const statusrules_verdict *all,
                          const statusrules_reading_answer readings[3]) {
    (void)readings;
    gather(context, c, &all->answer);
    return 0;
}

/* Until some completion is no yes, or another one. */
static int32_t gather_yes(void *context, const statusrules_case *c, const statusrules_verdict *all,
                          const statusrules_reading_answer readings[3]) {
    gathered *g = context;
    (void)readings;
    gather(g, c, &all->answer);
    return g->differ || all->answer.outcome != STATUSRULES_OUTCOME_YES;
}

/* Whether the completion that settled another stretch settles this one, because it is no yes. */
static int32_t settles(const statusrules_witness *witness, statusrules_reading_answer *answer,
                       statusrules_reach *reach, const statusrules_case *c) {
    statusrules_case tried = *c;
    statusrules_verdict all;
    statusrules_reading_answer readings[3];
    int32_t until = STATUSRULES_LAST_DAY;
    for (uint64_t left = (uint64_t)witness->facts; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        const int32_t completion = witness->completions[fact];
        if (!(tried.undecided >> fact & 1) || contradicts(c, fact, completion, c->last_day, &until)) {
            return 0;
        }
        settle(&tried, fact, completion);
    }
    decide_day(&all, readings, reach, &tried, c->last_day);
    statusrules_put(answer, &all.answer);
    return !reach->undecided && all.answer.outcome && all.answer.outcome != STATUSRULES_OUTCOME_YES;
}

void statusrules_decide_stretch(statusrules_reading_answer *answer, statusrules_reach *reach,
                                statusrules_witness *witness, const statusrules_case *c) {
    if (!c->open && !walks_last_day(c)) {
        statusrules_case alone = *c;
        statusrules_verdict all;
        statusrules_reading_answer readings[3];
        decide_day(&all, readings, reach, &alone, c->last_day);
        statusrules_put(answer, &all.answer);
        return;
    }
    gathered g = nothing_gathered;
    seen s = nothing_seen;
    statusrules_case open = opened(c);
    if (walks_last_day(c)) {
        /* A document without term is one of the completions, and valid on no day: the reach has nothing to end. */
        (void)explore_all(&open, gather_yes, &g);
    } else {
        if (witness->facts && settles(witness, answer, reach, &open)) {
            return;
        }
        witness->facts = 0;
        s.witness = witness;
        explore(&open, c->last_day, &s, gather_yes, &g);
    }
    conclude(answer, &g);
    /* One last day on which two completions give the same day is decided alone. */
    const int32_t apart = s.moving_day == STATUSRULES_NOT_A_DAY || s.resting_day == STATUSRULES_NOT_A_DAY
                              ? -1
                              : s.resting_day - s.moving_day;
    if (apart >= 0) {
        const int32_t meeting = c->last_day + (apart ? apart - 1 : 0);
        s.until = meeting < s.until ? meeting : s.until;
    }
    reach->until = s.until;
    reach->moves = s.moves;
    reach->same_from = s.same_from;
    reach->same_until = s.same_until;
}

static int32_t see_only(void *context, const statusrules_case *c, const statusrules_verdict *all,
                        const statusrules_reading_answer readings[3]) {
    (void)context;
    (void)c;
    (void)all;
    (void)readings;
    return 0;
}

void statusrules_same_days(int32_t *from, int32_t *until, const statusrules_case *c) {
    statusrules_case open = opened(c);
    seen s = nothing_seen;
    explore(&open, c->last_day, &s, see_only, 0);
    *from = s.same_from;
    *until = s.same_until;
}

void statusrules_steady_days(int32_t *from, int32_t *until, const statusrules_case *c) {
    statusrules_case through = opened(c);
    statusrules_case on_day = through;
    seen days = nothing_seen;
    through.valid_on = STATUSRULES_UNKNOWN;
    for (int32_t day = first_last_day(c); day <= STATUSRULES_LAST_DAY && day <= days.same_until;) {
        seen s = nothing_seen;
        explore(&through, day, &s, see_only, 0);
        explore(&on_day, day, &days, see_only, 0);
        explore(&on_day, s.until, &days, see_only, 0);
        day = s.until + 1;
    }
    *from = days.same_from;
    *until = days.same_until;
}

/* ---- The fact to ask next ---- */

/* What the values of a fact leave open. */
typedef struct prospect {
    int32_t n_values;
    int32_t n_settled;
    /* The most outcomes that one of them leaves possible. */
    int32_t worst;
} prospect;

/* Adds a value of the fact; one that leads to no answer, because it contradicts what is known, is none. */
static void add_value(prospect *p, const gathered *g) {
    const int32_t possible = statusrules_count_bits((uint64_t)g->possible);
    if (g->first.outcome) {
        p->n_values++;
        p->n_settled += !g->differ && possible == 1;
        p->worst = possible > p->worst ? possible : p->worst;
    }
}

/* Each stretch of last days that no row tells apart is a value, and so is none. */
static void try_last_days(prospect *p, const statusrules_case *c) {
    statusrules_case tried = *c;
    seen s = nothing_seen;
    for (int32_t day = first_last_day(c); day <= STATUSRULES_LAST_DAY; day = s.until + 1) {
        gathered g = nothing_gathered;
        s.until = STATUSRULES_LAST_DAY;
        explore(&tried, day, &s, gather_one, &g);
        add_value(p, &g);
    }
    gathered g = nothing_gathered;
    explore(&tried, STATUSRULES_NONE, &s, gather_one, &g);
    add_value(p, &g);
}

/* A day of issue from which the document is asked about on a day: on it, and on the day after. */
static void try_issue(prospect *p, const statusrules_case *c) {
    const int32_t fact = STATUSRULES_FACT_ISSUED_ON;
    const statusrules_table_axis *axis = &c->law->axes[fact];
    const int32_t asked = (int32_t)(c->undecided >> fact & 1);
    for (int32_t day = STATUSRULES_FIRST_DAY; day <= STATUSRULES_LAST_DAY;) {
        const uint8_t class = asked ? statusrules_class(axis, day) : c->classes[fact];
        const int32_t end = asked ? axis->class_end[class] : STATUSRULES_LAST_DAY;
        statusrules_case tried = *c;
        gathered g = nothing_gathered;
        tried.classes[fact] = class;
        tried.undecided &= ~((int64_t)1 << fact);
        tried.issued_on = day;
        if (c->last_day == STATUSRULES_UNKNOWN || c->last_day == STATUSRULES_NONE || day <= c->last_day) {
            (void)explore_all(&tried, gather_one, &g);
            add_value(p, &g);
        }
        day = day <= c->valid_on && c->valid_on < end ? c->valid_on + 1 : end + 1;
    }
}

static prospect prospect_of(const statusrules_case *c, int32_t fact) {
    prospect p = {0, 0, 0};
    int32_t until = STATUSRULES_LAST_DAY;
    if (fact == STATUSRULES_FACT_LAST_DAY) {
        try_last_days(&p, c);
        return p;
    }
    if (fact == STATUSRULES_FACT_ISSUED_ON && c->valid_on != STATUSRULES_UNKNOWN) {
        try_issue(&p, c);
        return p;
    }
    for (int32_t i = 0; i < statusrules_completions(c, fact)->n; i++) {
        gathered g = nothing_gathered;
        statusrules_case tried = *c;
        if (contradicts(c, fact, i, c->last_day, &until)) {
            continue;
        }
        settle(&tried, fact, i);
        const int32_t first = first_with(c, fact, i);
        (void)explore_from(&tried, first > first_last_day(c) ? first : first_last_day(c), gather_one, &g);
        add_value(&p, &g);
    }
    return p;
}

static int32_t is_better(const prospect *a, const prospect *b) {
    if (a->worst != b->worst) {
        return a->worst < b->worst;
    }
    return (int64_t)a->n_settled * b->n_values > (int64_t)b->n_settled * a->n_values;
}

int32_t statusrules_ask_next(const statusrules_case *c, int64_t missing) {
    const statusrules_case open = opened(c);
    prospect best = {0, 0, 0};
    int32_t next = 0;
    /* The residence state would only stand in for a citizenship that is missing. */
    uint64_t left = (uint64_t)(missing & ~c->or_residence_state);
    if (!(left & (left - 1))) {
        return left ? statusrules_lowest_bit(left) : 0;
    }
    for (; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        const prospect mine = prospect_of(&open, fact);
        if (!next || is_better(&mine, &best)) {
            best = mine;
            next = fact;
        }
    }
    return next;
}
