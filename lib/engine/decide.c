#include "engine/decide.h"

#include "engine/bits.h"

#define INLINE inline __attribute__((always_inline))

enum { TWO_STATES = 2, ALL_READINGS = 3 };

/* The rows of a block that an undecided fact leaves possible: the class after that of the rows that fit in any case. */
static inline uint64_t possible_rows(const statusrules_case *c, const uint64_t *masks, int32_t fact) {
    return masks[c->classes[fact] + (c->undecided >> fact & 1)];
}

static void fix_masks(statusrules_fixed *fixed, const statusrules_case *c, uint8_t state) {
    const statusrules_table_question *q = c->question;
    const int64_t presumed = c->unknown & q->asked_if_known;
    const int32_t state_undecided = (c->undecided & STATUSRULES_STATE_FACTS) != 0;
    for (int32_t b = 0; b < q->n_blocks; b++) {
        const statusrules_table_block *block = &q->blocks[b];
        const uint64_t *const *masks = block->masks;
        uint64_t fits = statusrules_rows_in_force(c, block);
        uint64_t some = fits;
        uint64_t might = fits;
        for (const uint8_t *fact = q->facts; *fact; fact++) {
            if (masks[*fact]) {
                fits &= masks[*fact][c->classes[*fact]];
            }
        }
        for (const uint8_t *fact = q->facts; (presumed || c->undecided) && *fact; fact++) {
            if (masks[*fact]) {
                uint64_t mask = possible_rows(c, masks[*fact], *fact);
                some &= mask;
                might &= presumed >> *fact & 1 ? mask | block->if_known[*fact] : mask;
            }
        }
        if (masks[STATUSRULES_AXIS_STATE]) {
            uint64_t mask = masks[STATUSRULES_AXIS_STATE][state + state_undecided];
            fits &= masks[STATUSRULES_AXIS_STATE][state];
            some &= mask;
            might &= presumed & STATUSRULES_STATE_FACTS ? mask | block->if_known[STATUSRULES_AXIS_STATE] : mask;
        }
        fixed->fits[b] = fits;
        fixed->some[b] = c->undecided ? some : fits;
        fixed->might[b] = presumed || c->undecided ? might : fits;
    }
}

uint64_t statusrules_rows_within_reach(const statusrules_case *c, const statusrules_table_block *block,
                                       int64_t left_out) {
    const uint64_t *const *masks = block->masks;
    uint64_t rows = statusrules_rows_in_force(c, block);
    for (const uint8_t *fact = c->question->facts; *fact; fact++) {
        const int64_t bit = (int64_t)1 << *fact;
        if (!masks[*fact] || (left_out & bit)
            || (*fact == STATUSRULES_FACT_LAST_DAY && c->last_day == STATUSRULES_UNKNOWN)) {
            continue;
        }
        const int32_t class = c->open & bit ? statusrules_completions(c, *fact)->every + 1 : c->classes[*fact];
        rows &= c->unknown & bit ? masks[*fact][class] | block->if_known[*fact] : masks[*fact][class];
    }
    if (masks[STATUSRULES_AXIS_STATE] && !((c->open | c->unknown) & STATUSRULES_STATE_FACTS)) {
        uint8_t states[TWO_STATES];
        uint64_t of_states = 0;
        for (int32_t i = statusrules_states(c, states); i > 0; i--) {
            of_states |= masks[STATUSRULES_AXIS_STATE][states[i - 1]];
        }
        rows &= of_states;
    }
    return rows;
}

/* An undecided fact that keeps the first row which might fit from fitting in any case. */
static int32_t deciding_fact(const statusrules_case *c, const statusrules_table_block *block, uint64_t some,
                             uint8_t state) {
    const uint64_t first = some & (~some + 1);
    for (uint64_t left = (uint64_t)c->undecided; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        const int32_t of_state = (int32_t)(STATUSRULES_STATE_FACTS >> fact & 1) & c->question->uses_state;
        const uint64_t *masks = block->masks[of_state ? STATUSRULES_AXIS_STATE : fact];
        if (masks && !(masks[of_state ? state : c->classes[fact]] & first)) {
            return fact;
        }
    }
    return 0;
}

/* The day on its way through the stages. */
typedef struct course {
    int32_t outcome;
    int32_t day;
    int32_t latest;
    int32_t earliest;
    /* 1: the day moves with the last day. */
    int32_t moves;
    const statusrules_table_row *row;
} course;

static int32_t rank(int32_t outcome) {
    switch (outcome) {
    case STATUSRULES_OUTCOME_YES:
        return 5;
    case STATUSRULES_OUTCOME_CONFLICT:
        return 4;
    case STATUSRULES_OUTCOME_DISCRETION:
        return 3;
    case STATUSRULES_OUTCOME_NO:
        return 2;
    case STATUSRULES_OUTCOME_SILENT:
        return 1;
    default:
        return 0;
    }
}

/*@
  requires \valid(reach);
  assigns reach->until;
  ensures reach->until == \min(until, \old(reach->until));
*/
static void bound(statusrules_reach *reach, int32_t until) {
    reach->until = until < reach->until ? until : reach->until;
}

/* The days that can be asked about instead. */
static void stay_within(statusrules_reach *reach, int32_t from, int32_t until) {
    reach->same_from = from > reach->same_from ? from : reach->same_from;
    reach->same_until = until < reach->same_until ? until : reach->same_until;
}

/*@
  predicate a_day(integer day) = STATUSRULES_FIRST_DAY <= day <= STATUSRULES_LAST_DAY;
  predicate an_end(integer day) = a_day(day) || day == STATUSRULES_NONE;

  // A row as the compiler of the law writes it, and what may come into it: days are added to days alone.
  predicate a_row(statusrules_table_row *row) =
    (row->effect == STATUSRULES_EFFECT_THROUGH ==> a_day(row->day)
      && (an_end(row->latest) || row->latest == STATUSRULES_NOT_A_DAY))
    && (row->effect == STATUSRULES_EFFECT_PLUS ==> 0 <= row->days <= STATUSRULES_LAST_DAY);
*/

/* What a row gives for a day that comes in; never a day before it. Bounds the reach where that would change. */
/*@
  requires \valid_read(row) && \valid(reach) && \separated(row, reach) && a_row(row);
  requires row->effect == STATUSRULES_EFFECT_PLUS ==> a_day(incoming);
  requires moves == 0 || (moves == 1 && an_end(incoming) && an_end(last_day)
    && (incoming == STATUSRULES_NONE <==> last_day == STATUSRULES_NONE));
  requires row->effect == STATUSRULES_EFFECT_PLUS ==> a_day(last_day);
  requires reach->until <= STATUSRULES_LAST_DAY;
  assigns reach->until, reach->last_result;
  ensures reach->until <= \old(reach->until) && reach->last_result <= \old(reach->last_result);
  // Never a day before the one that comes in.
  ensures row->effect == STATUSRULES_EFFECT_THROUGH
    ==> \result.outcome == STATUSRULES_OUTCOME_YES && \result.day == \max(row->day, incoming);
  ensures row->effect == STATUSRULES_EFFECT_PLUS ==> \result.day == incoming + row->days
    && \result.outcome == (\result.day <= STATUSRULES_LAST_DAY ? STATUSRULES_OUTCOME_YES : 0);
  ensures row->effect == STATUSRULES_EFFECT_OPEN
    ==> \result.outcome == STATUSRULES_OUTCOME_YES && \result.day == STATUSRULES_NONE;
  ensures row->effect == STATUSRULES_EFFECT_NO
    ==> \result.outcome == STATUSRULES_OUTCOME_NO && \result.day == STATUSRULES_NOT_A_DAY;
  // As far as the reach goes, a last day that is later gives the same day, or one as much later.
  ensures row->effect == STATUSRULES_EFFECT_THROUGH && moves == 1 && a_day(incoming) ==>
    \forall integer more; 0 <= more <= reach->until - last_day
    ==> \max(row->day, incoming + more) == \result.day + (\result.moves == 1 ? more : 0);
  ensures row->effect == STATUSRULES_EFFECT_PLUS && moves == 1 && \result.outcome != 0 ==>
    \forall integer more; 0 <= more <= reach->until - last_day
    ==> incoming + more + row->days <= STATUSRULES_LAST_DAY && \result.moves == 1;
*/
static course effect_of(const statusrules_table_row *row, int32_t incoming, int32_t moves, int32_t last_day,
                        statusrules_reach *reach) {
    course out = {
        STATUSRULES_OUTCOME_YES, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, 0, row};
    switch (row->effect) {
    case STATUSRULES_EFFECT_THROUGH:
        if (row->day >= incoming) {
            out.day = row->day;
            if (moves) {
                bound(reach, last_day + (row->day - incoming));
            }
        } else {
            out.day = incoming;
            out.moves = moves;
        }
        out.earliest = out.day;
        out.latest = row->latest > out.day ? row->latest : out.day;
        if (out.moves && out.latest > out.day && out.latest != STATUSRULES_NONE) {
            bound(reach, last_day + (out.latest - out.day) - 1);
        }
        break;
    case STATUSRULES_EFFECT_PLUS:
        out.day = incoming + row->days;
        out.moves = moves;
        out.earliest = out.day;
        out.latest = out.day;
        if (out.day > STATUSRULES_LAST_DAY) {
            int32_t last_result = last_day - (out.day - STATUSRULES_LAST_DAY);
            out.outcome = 0;
            reach->last_result = last_result < reach->last_result ? last_result : reach->last_result;
        } else if (moves) {
            bound(reach, last_day + (STATUSRULES_LAST_DAY - out.day));
        }
        break;
    case STATUSRULES_EFFECT_OPEN:
        out.day = STATUSRULES_NONE;
        out.earliest = STATUSRULES_NONE;
        out.latest = STATUSRULES_NONE;
        break;
    case STATUSRULES_EFFECT_NO:
        out.outcome = STATUSRULES_OUTCOME_NO;
        break;
    case STATUSRULES_EFFECT_DISCRETION:
        out.outcome = STATUSRULES_OUTCOME_DISCRETION;
        break;
    case STATUSRULES_EFFECT_SILENT:
        out.outcome = STATUSRULES_OUTCOME_SILENT;
        break;
    case STATUSRULES_EFFECT_CONFLICT:
        out.outcome = STATUSRULES_OUTCOME_CONFLICT;
        out.earliest = row->earliest_side;
        out.latest = row->latest_side;
        break;
    default:
        break;
    }
    return out;
}

/* The day of one moves up to the last day that the sources of the other give. */
static void bound_latest(const course *one, const course *other, int32_t last_day, statusrules_reach *reach) {
    if (one->moves && one->latest == one->day && other->latest > other->day && other->latest > one->latest
        && other->latest != STATUSRULES_NONE) {
        bound(reach, last_day + (other->latest - one->latest) - 1);
    }
}

/* Which of two stands: an open end, then the later day, yes without a day, conflict, discretion, no; an explicit
 * silence beats only nothing; of equals the first. Where sources differ on the last day of either, that stays. */
static void keep_better(course *best, const course *next, int32_t last_day, statusrules_reach *reach) {
    int32_t difference = rank(next->outcome) - rank(best->outcome);
    if (difference == 0 && next->outcome == STATUSRULES_OUTCOME_YES) {
        /* Two days of which only one moves change places when the last day has moved far enough. */
        if (next->moves && !best->moves && next->day <= best->day && best->day != STATUSRULES_NONE) {
            bound(reach, last_day + (best->day - next->day));
        } else if (best->moves && !next->moves && next->day > best->day && next->day != STATUSRULES_NONE) {
            bound(reach, last_day + (next->day - best->day) - 1);
        }
        bound_latest(best, next, last_day, reach);
        bound_latest(next, best, last_day, reach);
        int32_t latest = next->latest > best->latest ? next->latest : best->latest;
        if (next->day > best->day) {
            *best = *next;
        }
        best->latest = latest;
        return;
    }
    if (difference > 0) {
        *best = *next;
    }
}

/* The class of the day that comes in, and how far the last day can move before it changes. */
static uint8_t incoming_class(const statusrules_case *c, int32_t incoming, int32_t moves,
                              statusrules_reach *reach) {
    const statusrules_table_axis *axis = &c->law->axes[STATUSRULES_AXIS_INCOMING_DAY];
    if (incoming == STATUSRULES_NOT_A_DAY || incoming == STATUSRULES_UNKNOWN) {
        return STATUSRULES_CLASS_UNKNOWN;
    }
    uint8_t class = statusrules_class(axis, incoming);
    if (moves && class >= STATUSRULES_CLASS_FIRST) {
        bound(reach, c->last_day + (axis->class_end[class] - incoming));
    }
    return class;
}

static void note_presumptions(int64_t *assumed, const statusrules_table_block *block, uint64_t fits,
                              uint64_t might, int64_t unknown) {
    if (fits) {
        *assumed |= block->rows[statusrules_lowest_bit(fits)].unless_known & unknown;
        might &= (fits & (~fits + 1)) - 1;
    }
    for (might &= ~fits; might; might &= might - 1) {
        *assumed |= block->rows[statusrules_lowest_bit(might)].if_known & unknown;
    }
}

/*
 * One reading, from the first stage to the notes. Returns 1 if the day given moves with the last day. Stops where it
 * depends on an undecided fact. `partly` is a constant where this is inlined: whether any is undecided.
 */
static INLINE int32_t run(statusrules_verdict *verdict, statusrules_reach *reach, statusrules_trail *trail,
                          const statusrules_case *c, const statusrules_fixed *fixed, uint8_t state,
                          int32_t reading, int32_t partly) {
    const statusrules_table_question *q = c->question;
    const uint8_t reading_class = statusrules_reading_class(c->law, reading);
    course best = {0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, 0, 0};
    int32_t incoming = c->asks_last_day ? c->last_day : STATUSRULES_NOT_A_DAY;
    int32_t moves = c->asks_last_day;
    int32_t extended = STATUSRULES_NO;
    int32_t stage = -1;
    int32_t list_done = -1;
    int32_t failed = 0;

    verdict->note = 0;
    verdict->assumed = 0;
    for (int32_t b = 0; b < q->n_blocks; b++) {
        const statusrules_table_block *block = &q->blocks[b];
        if (block->stage != stage) {
            stage = block->stage;
            if (best.outcome == STATUSRULES_OUTCOME_YES && best.day != STATUSRULES_NONE
                && best.day != STATUSRULES_NOT_A_DAY) {
                incoming = best.day;
                moves = best.moves;
                extended = STATUSRULES_YES;
            } else if (stage == STATUSRULES_STAGE_NOTES) {
                incoming = STATUSRULES_NOT_A_DAY;
            }
        }
        if (block->list == list_done) {
            continue;
        }
        uint64_t mask = ~(uint64_t)0;
        if (block->masks[STATUSRULES_AXIS_READING]) {
            mask &= block->masks[STATUSRULES_AXIS_READING][reading_class];
        }
        if (block->masks[STATUSRULES_AXIS_INCOMING_DAY]) {
            mask &= block->masks[STATUSRULES_AXIS_INCOMING_DAY][incoming_class(c, incoming, moves, reach)];
        }
        if (block->masks[STATUSRULES_AXIS_EXTENDED]) {
            mask &= block->masks[STATUSRULES_AXIS_EXTENDED][statusrules_extended_class(c->law, extended)];
        }
        uint64_t fits = fixed->fits[b] & mask;
        if (partly) {
            const uint64_t some = fixed->some[b] & mask;
            if ((some & (~some + 1)) != (fits & (~fits + 1))) {
                reach->undecided = deciding_fact(c, block, some, state);
                return 0;
            }
        }
        if (c->unknown && !c->strict) {
            note_presumptions(&verdict->assumed, block, fits, fixed->might[b] & mask, c->unknown);
        }
        if (!fits) {
            continue;
        }
        const statusrules_table_row *row = &block->rows[statusrules_lowest_bit(fits)];
        course next = {0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, 0, row};
        list_done = block->list;
        if (stage == STATUSRULES_STAGE_NOTES) {
            verdict->note = verdict->note ? verdict->note : row->provision;
        } else {
            next = effect_of(row, incoming, moves, c->last_day, reach);
            failed |= next.outcome == 0;
            keep_better(&best, &next, c->last_day, reach);
        }
        if (trail) {
            trail->fits[trail->n++] = (statusrules_fit){block, row, incoming, next.day, extended};
        }
    }
    verdict->answer.outcome = failed ? 0 : best.outcome ? best.outcome : STATUSRULES_OUTCOME_SILENT;
    verdict->answer.day = best.day;
    verdict->answer.earliest = best.earliest;
    verdict->answer.latest = best.latest;
    verdict->answer.provision = best.row ? best.row->provision : 0;
    verdict->answer.possible = 1 << verdict->answer.outcome;
    verdict->missing = 0;
    reach->moves |= best.moves;
    return best.moves;
}

/* Turns "valid through" into "valid on the day asked". The last day of the extension stays in the answer. */
static statusrules_verdict on_day(statusrules_verdict verdict, statusrules_reach *reach,
                                  const statusrules_case *c) {
    static const statusrules_reading_answer nothing = {0, STATUSRULES_NOT_A_DAY, 0,
                                                       0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY};
    statusrules_reading_answer *answer = &verdict.answer;
    const int32_t day = c->valid_on;
    const int32_t dated = answer->outcome == STATUSRULES_OUTCOME_YES && answer->day != STATUSRULES_NONE
                          && answer->day != STATUSRULES_NOT_A_DAY;
    const int32_t not_issued = c->issued_on != STATUSRULES_UNKNOWN && day < c->issued_on;
    if (c->issued_on != STATUSRULES_UNKNOWN && c->last_day != STATUSRULES_NONE) {
        stay_within(reach, not_issued ? STATUSRULES_FIRST_DAY : c->issued_on,
                    not_issued ? c->issued_on - 1 : STATUSRULES_LAST_DAY);
    }
    if (c->last_day == STATUSRULES_NONE || not_issued) {
        verdict.assumed = 0;
        verdict.note = 0;
        *answer = nothing;
        answer->outcome = STATUSRULES_OUTCOME_SILENT;
        answer->possible = 1 << answer->outcome;
        return verdict;
    }
    if (answer->outcome == 0) {
        /* A day after the last of the calendar is no answer, but no reason to doubt the document's own term. */
        *answer = nothing;
        if (day > c->last_day) {
            bound(reach, day - 1);
            stay_within(reach, c->last_day + 1, STATUSRULES_LAST_DAY);
            return verdict;
        }
    }
    if (day > c->last_day) {
        bound(reach, day - 1);
        stay_within(reach, c->last_day + 1, dated && day <= answer->day ? answer->day : STATUSRULES_LAST_DAY);
        if (dated && day > answer->day) {
            const int32_t disputed = day <= answer->latest;
            stay_within(reach, (disputed ? answer->day : answer->latest) + 1,
                        disputed ? answer->latest : STATUSRULES_LAST_DAY);
            if (reach->moves) {
                bound(reach, c->last_day + (day - (disputed ? answer->day : answer->latest)) - 1);
            }
            answer->outcome = disputed ? STATUSRULES_OUTCOME_CONFLICT : STATUSRULES_OUTCOME_NO;
            answer->earliest = disputed ? answer->latest : answer->earliest;
        }
    } else {
        /* Its own term: the document is valid from its issue. */
        answer->outcome = STATUSRULES_OUTCOME_YES;
        answer->provision = 0;
        /* That it had been issued by then is presumed but of its last day. */
        const int32_t alone = c->issued_on == STATUSRULES_UNKNOWN;
        stay_within(reach, alone && day == c->last_day ? day : STATUSRULES_FIRST_DAY,
                    alone && day < c->last_day ? c->last_day - 1 : c->last_day);
        if (day == c->last_day) {
            bound(reach, day);
        } else if (c->issued_on == STATUSRULES_UNKNOWN && c->strict) {
            answer->outcome = STATUSRULES_OUTCOME_UNDETERMINED;
            verdict.missing = (int64_t)1 << STATUSRULES_FACT_ISSUED_ON;
        } else if (c->issued_on == STATUSRULES_UNKNOWN) {
            verdict.assumed |= (int64_t)1 << STATUSRULES_FACT_ISSUED_ON;
        }
    }
    answer->possible = 1 << answer->outcome;
    if (answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
        answer->possible = 1 << STATUSRULES_OUTCOME_YES | 1 << STATUSRULES_OUTCOME_SILENT;
        answer->earliest = answer->day;
        answer->latest = answer->day;
        answer->day = STATUSRULES_NOT_A_DAY;
    } else if (answer->outcome == STATUSRULES_OUTCOME_CONFLICT) {
        answer->day = STATUSRULES_NOT_A_DAY;
    }
    return verdict;
}

int32_t statusrules_same(const statusrules_case *c, const statusrules_reading_answer *a,
                         const statusrules_reading_answer *b) {
    return a->outcome == b->outcome
           && (c->valid_on != STATUSRULES_UNKNOWN
               || (a->day == b->day && a->earliest == b->earliest && a->latest == b->latest));
}

void statusrules_keep_common(statusrules_reading_answer *answer, const statusrules_reading_answer *other) {
    if (answer->day != other->day || answer->earliest != other->earliest || answer->latest != other->latest) {
        answer->day = STATUSRULES_NOT_A_DAY;
        answer->earliest = STATUSRULES_NOT_A_DAY;
        answer->latest = STATUSRULES_NOT_A_DAY;
    }
}

/* The days of a side: those of a yes, or of a conflict between sources. */
static int32_t has_days(const statusrules_reading_answer *answer) {
    return answer->outcome == STATUSRULES_OUTCOME_YES || answer->outcome == STATUSRULES_OUTCOME_CONFLICT;
}

/* Adds the verdict of one more reading. */
static void join(statusrules_verdict *all, const statusrules_verdict *next, const statusrules_case *c) {
    statusrules_reading_answer *mine = &all->answer;
    const statusrules_reading_answer *theirs = &next->answer;
    all->assumed |= next->assumed;
    all->missing |= next->missing;
    all->note = all->note ? all->note : next->note;
    if (statusrules_same(c, mine, theirs)) {
        statusrules_keep_common(mine, theirs);
        return;
    }
    if (mine->outcome == 0 || theirs->outcome == 0) {
        mine->outcome = 0;
        return;
    }
    int32_t earliest = has_days(mine) ? mine->earliest : STATUSRULES_NOT_A_DAY;
    int32_t latest = has_days(mine) ? mine->latest : STATUSRULES_NOT_A_DAY;
    mine->earliest = statusrules_earlier(earliest, has_days(theirs) ? theirs->earliest : STATUSRULES_NOT_A_DAY);
    mine->latest = statusrules_later(latest, has_days(theirs) ? theirs->latest : STATUSRULES_NOT_A_DAY);
    mine->outcome = STATUSRULES_OUTCOME_CONFLICT;
    mine->possible = 1 << STATUSRULES_OUTCOME_CONFLICT;
    mine->provision = 0;
    mine->day = STATUSRULES_NOT_A_DAY;
}

/* Whether every reading asked leaves the same rows: then one of them answers for all. */
static int32_t readings_agree(const statusrules_case *c, const statusrules_fixed *fixed) {
    uint64_t differ = 0;
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        differ |= fixed->might[b] & c->question->blocks[b].by_reading;
    }
    return differ == 0 || c->first_reading == c->last_reading;
}

/* The days of the courses that are compared with each other: one a reading and state. */
typedef struct ends {
    int32_t days[TWO_STATES * ALL_READINGS];
    int32_t moves[TWO_STATES * ALL_READINGS];
    int32_t n;
} ends;

/* Where the day of one course moves with the last day and that of another does not, they are equal on one last day
 * only: it is decided alone. */
static void bound_meetings(statusrules_reach *reach, const statusrules_case *c, const ends *e) {
    for (int32_t i = 0; i < e->n; i++) {
        for (int32_t j = 0; j < e->n; j++) {
            if (e->moves[i] && !e->moves[j] && e->days[j] != STATUSRULES_NONE && e->days[i] <= e->days[j]) {
                bound(reach, c->last_day + (e->days[i] < e->days[j] ? e->days[j] - e->days[i] - 1 : 0));
            }
        }
    }
}

/*
 * Under one state. Every verdict is kept in registers until it is written, once for each place: a copy of what was just
 * written member by member would wait for the memory, and that wait is longer than the rest.
 */
static INLINE void decide(statusrules_verdict *all, statusrules_reading_answer readings[3],
                          statusrules_reach *reach, ends *e, statusrules_trail *trail, const statusrules_case *c,
                          const statusrules_fixed *fixed, uint8_t state, int32_t partly) {
    const int32_t agree = readings_agree(c, fixed);
    int32_t reading = c->first_reading;
    do {
        statusrules_verdict verdict;
        e->moves[e->n] = run(&verdict, reach, trail, c, fixed, state, reading, partly);
        if (partly && reach->undecided) {
            return;
        }
        e->days[e->n++] = verdict.answer.day;
        if (c->valid_on != STATUSRULES_UNKNOWN) {
            verdict = on_day(verdict, reach, c);
        }
        verdict.of_all_readings = agree;
        if (agree) {
            *all = verdict;
            return;
        }
        readings[reading - 1] = verdict.answer;
        if (reading == c->first_reading) {
            *all = verdict;
        } else {
            join(all, &verdict, c);
        }
    } while (++reading <= c->last_reading);
}

static inline void start(statusrules_reach *reach, ends *e) {
    reach->until = STATUSRULES_LAST_DAY;
    reach->moves = 0;
    reach->last_result = STATUSRULES_LAST_DAY;
    reach->undecided = 0;
    reach->same_from = STATUSRULES_FIRST_DAY;
    reach->same_until = STATUSRULES_LAST_DAY;
    e->n = 0;
}

/* Joins what a second state leads to, reading by reading, and then the readings. */
static void join_states(statusrules_verdict *all, statusrules_reading_answer readings[3],
                        const statusrules_verdict *other, const statusrules_reading_answer others[3],
                        const statusrules_case *c) {
    statusrules_verdict together = *all;
    const int32_t agree = all->of_all_readings && other->of_all_readings;
    for (int32_t reading = c->first_reading; reading <= c->last_reading; reading++) {
        statusrules_verdict one = *all;
        statusrules_verdict two = *other;
        one.answer = all->of_all_readings ? all->answer : readings[reading - 1];
        two.answer = other->of_all_readings ? other->answer : others[reading - 1];
        join(&one, &two, c);
        one.of_all_readings = agree;
        readings[reading - 1] = one.answer;
        if (reading == c->first_reading) {
            together = one;
        } else {
            join(&together, &one, c);
        }
        if (agree) {
            break;
        }
    }
    *all = together;
}

/* Under both states that decide. */
static void decide_states(statusrules_verdict *all, statusrules_reading_answer readings[3],
                          statusrules_reach *reach, const statusrules_case *c, const uint8_t states[2]) {
    statusrules_verdict verdicts[TWO_STATES];
    statusrules_reading_answer others[ALL_READINGS];
    statusrules_fixed fixed;
    ends e;
    start(reach, &e);
    for (int32_t i = 0; i < TWO_STATES; i++) {
        fix_masks(&fixed, c, states[i]);
        decide(&verdicts[i], i ? others : readings, reach, &e, 0, c, &fixed, states[i], 1);
        if (reach->undecided) {
            return;
        }
    }
    *all = verdicts[0];
    join_states(all, readings, &verdicts[1], others, c);
    if (reach->moves) {
        bound_meetings(reach, c, &e);
    }
}

void statusrules_decide(statusrules_verdict *all, statusrules_reading_answer readings[3], statusrules_reach *reach,
                        const statusrules_case *c) {
    uint8_t states[TWO_STATES];
    statusrules_fixed fixed;
    ends e;
    /* A state that is missing and not presumed can be none beside the other, or a second one: it is completed first. */
    if (c->strict && c->question->uses_state && (c->undecided & STATUSRULES_STATE_FACTS)) {
        reach->undecided = statusrules_lowest_bit((uint64_t)(c->undecided & STATUSRULES_STATE_FACTS));
        return;
    }
    if (statusrules_states(c, states) == TWO_STATES) {
        decide_states(all, readings, reach, c, states);
        return;
    }
    start(reach, &e);
    fix_masks(&fixed, c, states[0]);
    if (c->undecided) {
        decide(all, readings, reach, &e, 0, c, &fixed, states[0], 1);
    } else {
        decide(all, readings, reach, &e, 0, c, &fixed, states[0], 0);
    }
    if (reach->moves && !reach->undecided) {
        bound_meetings(reach, c, &e);
    }
}

void statusrules_decide_fixed(statusrules_verdict *all, statusrules_reading_answer readings[3],
                              statusrules_reach *reach, const statusrules_case *c,
                              const statusrules_fixed *fixed) {
    ends e;
    start(reach, &e);
    decide(all, readings, reach, &e, 0, c, fixed, STATUSRULES_CLASS_UNKNOWN, 0);
}

void statusrules_follow(statusrules_trail *trail, const statusrules_case *c, int32_t reading, uint8_t state) {
    statusrules_case alone = *c;
    statusrules_verdict verdict;
    statusrules_reading_answer readings[3];
    statusrules_reach reach;
    statusrules_fixed fixed;
    ends e;
    alone.first_reading = reading;
    alone.last_reading = reading;
    trail->n = 0;
    start(&reach, &e);
    fix_masks(&fixed, &alone, state);
    decide(&verdict, readings, &reach, &e, trail, &alone, &fixed, state, 0);
}
