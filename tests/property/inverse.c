/*
 * Do the intervals of statusrules_inverse hold exactly the days that give a yes? Cases near the rows of every law that is
 * built in, with facts missing, strict, by one reading or all; for each day fact of the question and for the day of "valid
 * on" every day is asked about over all the time that the law speaks of, at both ends of the calendar and far from all; with
 * and without a day through which the yes must last.
 *
 * The seed is printed; `inverse SEED` repeats a run.
 */
#include "near_the_law.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum {
    ROUNDS = 120,
    SLOW_ROUNDS = 4,
    SLOW_STEP = 41,
    STEP_MISSING = 5,
    MAX_INTERVALS = 400,
    PRINTED_FAILURES = 4
};

struct count {
    int64_t cases;
    int64_t failures;
    int64_t days;
    int64_t good;
    int64_t intervals;
};

static struct values days;
static statusrules_interval intervals[MAX_INTERVALS];
static int32_t n_intervals;

/* A question the other way round. */
struct inverse {
    struct question q;
    int32_t fact;
    int32_t through;
};

static int32_t invert(statusrules_interval *place, int32_t capacity, int32_t *n, const struct inverse *v) {
    statusrules_options options = v->q.options;
    options.valid_on = v->q.day;
    return statusrules_inverse(place, capacity, n, asked.law, asked.question, &v->q.facts, v->fact, v->through,
                               &options, NULL);
}

/* Whether a day gives the yes, asked the usual way. */
static bool is_good(const struct inverse *v, int32_t day) {
    struct question q = v->q;
    statusrules_answer answer;
    q.options.brief = STATUSRULES_YES;
    if (v->fact == STATUSRULES_ARGUMENT_DAY) {
        q.day = day;
    } else {
        *member(&q.facts, v->fact) = day;
    }
    return ask_question(&answer, &q, &q.facts) == STATUSRULES_OK && answer.outcome == STATUSRULES_OUTCOME_YES
           && (v->through == STATUSRULES_UNKNOWN
               || (answer.day != STATUSRULES_NOT_A_DAY && answer.day >= v->through));
}

/* Ascending, within the calendar, with a gap between each two. */
static bool is_in_order(void) {
    for (int32_t i = 0; i < n_intervals; i++) {
        if (intervals[i].first > intervals[i].last || intervals[i].last > STATUSRULES_LAST_DAY
            || intervals[i].first < (i == 0 ? STATUSRULES_FIRST_DAY : intervals[i - 1].last + 2)) {
            return false;
        }
    }
    return true;
}

static bool is_in_intervals(int32_t day) {
    for (int32_t i = 0; i < n_intervals; i++) {
        if (day >= intervals[i].first && day <= intervals[i].last) {
            return true;
        }
    }
    return false;
}

/* Without a last day every answer takes long, and only some days are tried; of a case that misses other facts, one in a few. */
static bool is_slow(const struct inverse *v) {
    return asked.question == STATUSRULES_QUESTION_EXTENSION && v->fact != STATUSRULES_FACT_LAST_DAY
           && v->q.facts.last_day == STATUSRULES_UNKNOWN;
}

static bool agrees_on(const struct inverse *v, int32_t day, struct count *count) {
    if (day < STATUSRULES_FIRST_DAY || day > STATUSRULES_LAST_DAY) {
        return true;
    }
    const bool good = is_good(v, day);
    count->days++;
    count->good += good;
    if (good != is_in_intervals(day)) {
        (void)printf("# day %" PRId32 " is %s\n", day, good ? "good and missing" : "not good");
        return false;
    }
    return true;
}

/* The days to try, and those at the edges of the intervals. */
static bool is_exact(const struct inverse *v, struct count *count) {
    const int32_t step = is_slow(v) ? SLOW_STEP : 1 + STEP_MISSING * v->q.n_removed;
    for (int32_t i = between(0, step - 1); i < days.n; i += step) {
        if (!agrees_on(v, days.list[i], count)) {
            return false;
        }
    }
    for (int32_t i = 0; i < n_intervals; i++) {
        if (!agrees_on(v, intervals[i].first - 1, count) || !agrees_on(v, intervals[i].first, count)
            || !agrees_on(v, intervals[i].last, count) || !agrees_on(v, intervals[i].last + 1, count)) {
            return false;
        }
    }
    return is_in_order();
}

/* A place for fewer: it gets the first of them, and is told how many there are. */
static bool is_cut_off(const struct inverse *v) {
    statusrules_interval fewer[MAX_INTERVALS];
    int32_t n = 0;
    const int32_t capacity = between(0, n_intervals - 1);
    memset(fewer, 0x55, sizeof fewer);
    return invert(fewer, capacity, &n, v) == STATUSRULES_ERROR_TRUNCATED && n == n_intervals
           && memcmp(fewer, intervals, (size_t)capacity * sizeof *fewer) == 0
           && fewer[capacity].first == 0x55555555;
}

static void expect_exact(struct count *count, const struct inverse *v) {
    if (invert(intervals, MAX_INTERVALS, &n_intervals, v) != STATUSRULES_OK) {
        return;
    }
    count->cases++;
    count->intervals += n_intervals;
    if (!is_exact(v, count) || (n_intervals > 0 && !is_cut_off(v))) {
        count->failures++;
        if (count->failures <= PRINTED_FAILURES) {
            print_case("the intervals are not right", &v->q);
            (void)printf("# by fact %" PRId32 " through %" PRId32 ":", v->fact, v->through);
            for (int32_t i = 0; i < n_intervals; i++) {
                (void)printf(" %" PRId32 "..%" PRId32, intervals[i].first, intervals[i].last);
            }
            (void)printf("; notified %" PRId32 " visa %" PRId32 "\n", v->q.facts.notified_on,
                         v->q.facts.visa_last_day);
        }
    }
}

static bool is_day_fact(int32_t fact) {
    statusrules_fact_info info;
    return statusrules_question_asks(asked.question, fact) && statusrules_fact(&info, fact, NULL) == STATUSRULES_OK
           && info.kind == STATUSRULES_KIND_DAY;
}

/* Every day fact in turn, asked by a row or not. */
static void try_cases(struct count *count, bool strict) {
    int32_t slow = SLOW_ROUNDS;
    const bool extension = asked.question == STATUSRULES_QUESTION_EXTENSION;
    for (int32_t i = 0; i < ROUNDS; i++) {
        for (int32_t fact = 1; fact < N_FACTS + extension; fact++) {
            struct inverse v = {some_question(strict, extension && one_in(3)), fact, STATUSRULES_UNKNOWN};
            add_days_that_count(&v.q);
            if (fact == N_FACTS) {
                v.fact = STATUSRULES_ARGUMENT_DAY;
            } else if (!is_day_fact(fact)) {
                continue;
            }
            if (v.fact != STATUSRULES_ARGUMENT_DAY && v.q.day == STATUSRULES_UNKNOWN && one_in(2)) {
                v.through = one_of(&days);
            }
            if (!is_slow(&v) || slow-- > 0) {
                expect_exact(count, &v);
            }
        }
    }
}

static void look(struct tap *tap) {
    struct count count = {0, 0, 0, 0, 0};
    days_near_the_law(&days);
    try_cases(&count, false);
    try_cases(&count, true);
    (void)printf("# %" PRId64 " days asked, %" PRId64 " of them yes; %" PRId64 " intervals\n", count.days,
                 count.good, count.intervals);
    report_question(tap, "the intervals hold exactly the days that give a yes", count.cases, count.failures);
}

int main(int argc, char **argv) {
    return look_at_every_question(argc, argv, look);
}
