#include "engine/span.h"

#include "engine/bits.h"
#include "engine/line.h"
#include "engine/missing.h"

/* Beside a last day that is missing no more facts than these may be, for a span to be looked for. */
enum { MAX_OPEN = 2 };

/* The way outwards from the day asked about. */
typedef struct outwards {
    statusrules_line line;
    const statusrules_answer *answer;
} outwards;

static int32_t same_day_answers(const statusrules_reading_answer *a, const statusrules_reading_answer *b) {
    return a->outcome == b->outcome && a->day == b->day && a->provision == b->provision
           && a->possible == b->possible && a->earliest == b->earliest && a->latest == b->latest;
}

static int32_t same_answers(const statusrules_answer *a, const statusrules_answer *b) {
    return a->outcome == b->outcome && a->day == b->day && a->provision == b->provision && a->note == b->note
           && a->possible == b->possible && a->earliest == b->earliest && a->latest == b->latest
           && a->missing == b->missing && a->assumed == b->assumed
           && same_day_answers(&a->readings[0], &b->readings[0])
           && same_day_answers(&a->readings[1], &b->readings[1])
           && same_day_answers(&a->readings[2], &b->readings[2]);
}

static int32_t is_of_fact(const outwards *o) {
    return o->line.fact != STATUSRULES_ARGUMENT_DAY;
}

/* Where the last day is missing, the days around a day are only steady: the answer may change among them, but not change back. */
static int32_t is_steady(const outwards *o) {
    return !is_of_fact(o) && o->line.c.last_day == STATUSRULES_UNKNOWN;
}

/* Where the days around the line's day are known from the reach of its answer. */
static statusrules_stretch stretch_of_reach(const statusrules_case *c, const statusrules_reach *reach) {
    statusrules_stretch stretch = {reach->same_from, reach->same_until};
    if (c->last_day == STATUSRULES_UNKNOWN) {
        statusrules_steady_days(&stretch.from, &stretch.until, c);
    } else if (c->open) {
        statusrules_same_days(&stretch.from, &stretch.until, c);
    }
    return stretch;
}

/* Whether a day gets the same answer; `stretch`, or NULL, gets the days around it. */
static int32_t is_same_on(outwards *o, int32_t day, statusrules_stretch *stretch) {
    statusrules_answer other;
    statusrules_reach reach;
    const statusrules_stretch around = statusrules_go_to(&o->line, day);
    if (stretch) {
        *stretch = around;
    }
    if (is_of_fact(o) && statusrules_leaves_kept_rows(&o->line)) {
        return 1;
    }
    if (!statusrules_answer_case(&other, &reach, &o->line.c) || !same_answers(o->answer, &other)) {
        return 0;
    }
    if (stretch && !is_of_fact(o)) {
        *stretch = stretch_of_reach(&o->line.c, &reach);
    }
    return 1;
}

/* Of steady days from one that gets the same answer to their end: the last that does. */
static int32_t last_same(outwards *o, int32_t day, int32_t end, int32_t step) {
    int32_t other = end;
    if (end == day || is_same_on(o, end, 0)) {
        return end;
    }
    /* Where the answer moves with the day at all, it is mostly another on the next. */
    if (!is_same_on(o, day + step, 0)) {
        return day;
    }
    for (day += step; other - day != step;) {
        const int32_t middle = day + (other - day) / 2;
        if (is_same_on(o, middle, 0)) {
            day = middle;
        } else {
            other = middle;
        }
    }
    return day;
}

/* The farthest day with the same answer, forwards (1) or backwards (-1). */
static int32_t farthest(outwards *o, int32_t day, statusrules_stretch stretch, int32_t step) {
    const int32_t limit = step > 0 ? o->line.last : o->line.first;
    for (;;) {
        const int32_t end = step > 0 ? stretch.until : stretch.from;
        const int32_t last = is_steady(o) ? last_same(o, day, end, step) : end;
        statusrules_stretch next;
        if (last != end || end == limit || !is_same_on(o, end + step, &next)) {
            return last;
        }
        day = end + step;
        stretch = next;
    }
}

void statusrules_find_span(statusrules_answer *answer, const statusrules_reach *reach, const statusrules_case *c,
                           const statusrules_facts *facts, int32_t question) {
    outwards o;
    statusrules_facts room;
    const int32_t by_fact = c->valid_on == STATUSRULES_UNKNOWN;
    const statusrules_facts *whole = statusrules_lengthen(&room, facts);
    const int32_t day = by_fact ? whole->on_day : c->valid_on;
    if (by_fact
        && (!(statusrules_table_question_facts[question] >> STATUSRULES_FACT_ON_DAY & 1)
            || day == STATUSRULES_UNKNOWN)) {
        return;
    }
    /* Every day would take as long as all completions of all last days. */
    if (!by_fact && c->last_day == STATUSRULES_UNKNOWN && statusrules_count_bits((uint64_t)c->open) > MAX_OPEN) {
        return;
    }
    o.answer = answer;
    statusrules_begin_line(&o.line, c, whole, question,
                           by_fact ? STATUSRULES_FACT_ON_DAY : STATUSRULES_ARGUMENT_DAY);
    statusrules_stretch stretch = statusrules_go_to(&o.line, day);
    if (by_fact) {
        statusrules_keep_rows(&o.line);
    } else {
        stretch = stretch_of_reach(c, reach);
    }
    answer->same_from = farthest(&o, day, stretch, -1);
    answer->same_until = farthest(&o, day, stretch, 1);
}
