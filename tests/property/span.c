/*
 * Does an answer stay the same for exactly as long as it says? Cases near the rows of every law that is built in are asked
 * again day by day, over all the time that the law speaks of, at both ends of the calendar and on days far from all: from
 * same_from through same_until the answer is the same, and on the day before and the day after it is another.
 *
 * The seed is printed; `span SEED` repeats a run.
 */
#include "near_the_law.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { ROUNDS = 250, STEP_MISSING = 5, SLOW_ROUNDS = 30, SLOW_STEP = 41, PRINTED_FAILURES = 4 };

struct count {
    int64_t cases;
    int64_t failures;
    int64_t days;
    /* Spans that end before the calendar does. */
    int64_t ended;
};

static struct values days;

/* Everything that must not change. */
static bool same(const statusrules_answer *a, const statusrules_answer *b) {
    return a->outcome == b->outcome && a->day == b->day && a->provision == b->provision && a->note == b->note
           && a->possible == b->possible && a->earliest == b->earliest && a->latest == b->latest
           && a->missing == b->missing && a->assumed == b->assumed
           && memcmp(a->readings, b->readings, sizeof a->readings) == 0;
}

static int32_t day_of(const struct question *q) {
    return asked.question == STATUSRULES_QUESTION_EXTENSION ? q->day : q->facts.on_day;
}

/* Whether the same question gets the same answer on another day. */
static bool is_same_on(const struct question *q, const statusrules_answer *answer, int32_t day) {
    struct question other = *q;
    statusrules_answer then;
    other.options.brief = STATUSRULES_YES;
    *(asked.question == STATUSRULES_QUESTION_EXTENSION ? &other.day : &other.facts.on_day) = day;
    return ask_question(&then, &other, &other.facts) == STATUSRULES_OK && same(answer, &then);
}

/* Without a last day every answer takes long, and only some days are tried. */
static bool is_slow(const struct question *q) {
    return asked.question == STATUSRULES_QUESTION_EXTENSION && q->facts.last_day == STATUSRULES_UNKNOWN;
}

/* Through all days to try, outwards: the first that differs must lie beyond the span, and all within are the same. */
static bool spans(const struct question *q, const statusrules_answer *answer, struct count *count) {
    const int32_t day = day_of(q);
    const int32_t from = answer->same_from;
    const int32_t until = answer->same_until;
    if (from < STATUSRULES_FIRST_DAY || until > STATUSRULES_LAST_DAY || day < from || day > until) {
        return false;
    }
    const int32_t step = is_slow(q) ? SLOW_STEP : 1 + STEP_MISSING * q->n_removed;
    for (int32_t i = between(0, step - 1); i < days.n; i += step) {
        if (days.list[i] >= from && days.list[i] <= until) {
            count->days++;
            if (!is_same_on(q, answer, days.list[i])) {
                (void)printf("# day %" PRId32 " differs\n", days.list[i]);
                return false;
            }
        }
    }
    count->ended += from > STATUSRULES_FIRST_DAY || until < STATUSRULES_LAST_DAY;
    return (from == STATUSRULES_FIRST_DAY || !is_same_on(q, answer, from - 1))
           && (until == STATUSRULES_LAST_DAY || !is_same_on(q, answer, until + 1));
}

static void expect_span(struct count *count, const struct question *q) {
    statusrules_answer answer;
    if (ask_question(&answer, q, &q->facts) != STATUSRULES_OK) {
        return;
    }
    count->cases++;
    if (day_of(q) != STATUSRULES_UNKNOWN
            ? !spans(q, &answer, count)
            : answer.same_from != STATUSRULES_NOT_A_DAY || answer.same_until != STATUSRULES_NOT_A_DAY) {
        count->failures++;
        if (count->failures <= PRINTED_FAILURES) {
            print_case("the span is not right", q);
            (void)printf("# from %" PRId32 " until %" PRId32 " notified %" PRId32 " visa %" PRId32 "\n",
                         answer.same_from, answer.same_until, q->facts.notified_on, q->facts.visa_last_day);
        }
    }
}

static void try_cases(struct count *count, bool strict) {
    int32_t slow = SLOW_ROUNDS;
    for (int32_t i = 0; i < ROUNDS; i++) {
        struct question q = some_question(strict, asked.question == STATUSRULES_QUESTION_EXTENSION && !one_in(20));
        add_days_that_count(&q);
        if (day_of(&q) != STATUSRULES_UNKNOWN && one_in(8)) {
            int32_t *day = asked.question == STATUSRULES_QUESTION_EXTENSION ? &q.day : &q.facts.on_day;
            *day = one_of(&days);
        }
        if (!is_slow(&q) || day_of(&q) == STATUSRULES_UNKNOWN || slow-- > 0) {
            expect_span(count, &q);
        }
    }
}

static void look(struct tap *tap) {
    struct count count = {0, 0, 0, 0};
    days_near_the_law(&days);
    try_cases(&count, false);
    try_cases(&count, true);
    (void)printf("# %" PRId64 " days asked, %" PRId64 " spans end\n", count.days, count.ended);
    report_question(tap, "an answer stays the same as long as it says", count.cases, count.failures);
}

int main(int argc, char **argv) {
    return look_at_every_question(argc, argv, look);
}
