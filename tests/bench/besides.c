/*
 * What an answer says besides, and the question the other way round: a brief answer beside one in full (how long it stays the
 * same, what to ask next), and the intervals of a day fact that give a yes. Random cases under the law `measures`. The
 * intervals are checked first against single answers. Medians of a run; quote the ratios.
 */
#include "chance.h"
#include "measure.h"
#include <statusrules/statusrules.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CASES = 1 << 10, ROUNDS = 21, MOST = 64, N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY + 1 };

typedef struct situation {
    const char *label;
    int32_t question;
    /* The fact that is inverted. */
    int32_t fact;
    /* 1: asked whether it is valid on a day; 2: through which day, and inverted through a day. */
    int32_t by_day;
    /* How many facts each case misses. */
    int32_t missing;
} situation;

static const situation situations[] = {
    {"extension, valid on a day; last days", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_FACT_LAST_DAY, 1, 0},
    {"extension, through a day; last days", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_FACT_LAST_DAY, 2, 0},
    {"extension; days of validity", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_ARGUMENT_DAY, 1, 0},
    {"extension, valid on a day; last days, two facts missing", STATUSRULES_QUESTION_EXTENSION,
     STATUSRULES_FACT_LAST_DAY, 1, 2},
    {"regularisation; days of application", STATUSRULES_QUESTION_REGULARISATION, STATUSRULES_FACT_ON_DAY, 0, 0},
    {"regularisation; days of arrival", STATUSRULES_QUESTION_REGULARISATION, STATUSRULES_FACT_ARRIVED_ON, 0, 0},
    {"work; days of hiring", STATUSRULES_QUESTION_WORK, STATUSRULES_FACT_ON_DAY, 0, 0},
    {"entry for education; days of crossing", STATUSRULES_QUESTION_EDUCATION_ENTRY, STATUSRULES_FACT_ON_DAY, 0, 0},
    {"entry for education; days of crossing, two facts missing", STATUSRULES_QUESTION_EDUCATION_ENTRY,
     STATUSRULES_FACT_ON_DAY, 0, 2},
};

static const statusrules_law *law;
static statusrules_facts cases[CASES];
static int32_t days[CASES];
static const situation *now;
static statusrules_interval intervals[MOST];
static int64_t sink;

static uint32_t below(uint32_t n) {
    static uint64_t state = 20211129;
    return chance_below(&state, n);
}

static int32_t some_day(void) {
    return STATUSRULES_DAY(2020, 1, 1) + (int32_t)below(1200);
}

static int32_t some_value(int32_t fact) {
    static const int32_t states[] = {STATUSRULES_COUNTRY('U', 'Z'), STATUSRULES_COUNTRY('U', 'A'),
                                     STATUSRULES_COUNTRY('K', 'G'), STATUSRULES_COUNTRY('D', 'E')};
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (fact == STATUSRULES_FACT_RESIDENCE_STATE) {
        return STATUSRULES_NONE;
    }
    return info.kind == STATUSRULES_KIND_DAY       ? some_day()
           : info.kind == STATUSRULES_KIND_COUNTRY ? states[below(4)]
           : info.kind == STATUSRULES_KIND_NUMBER
               ? info.first + (int32_t)below(100)
               : info.first + (int32_t)below((uint32_t)(info.last - info.first + 1));
}

static void set(statusrules_facts *facts, int32_t fact, int32_t value) {
    memcpy((char *)facts + 4 * fact, &value, sizeof value);
}

static void make_cases(void) {
    for (int i = 0; i < CASES; i++) {
        statusrules_facts f = STATUSRULES_FACTS_UNKNOWN;
        for (int32_t fact = 1; fact < N_FACTS; fact++) {
            if (statusrules_question_asks(now->question, fact)) {
                set(&f, fact, some_value(fact));
            }
        }
        f.visa_last_day = STATUSRULES_UNKNOWN;
        f.notified_on = f.on_day == STATUSRULES_UNKNOWN ? f.on_day : f.on_day - (int32_t)below(30);
        f.notice_days = STATUSRULES_UNKNOWN;
        f.issued_on = now->question == STATUSRULES_QUESTION_EXTENSION ? STATUSRULES_DAY(2017, 3, 1) : f.issued_on;
        for (int32_t left = now->missing; left > 0;) {
            const int32_t fact = 1 + (int32_t)below(N_FACTS - 1);
            if (fact != now->fact && fact != STATUSRULES_FACT_LAST_DAY && fact != STATUSRULES_FACT_ON_DAY
                && statusrules_question_asks(now->question, fact)) {
                set(&f, fact, STATUSRULES_UNKNOWN);
                left--;
            }
        }
        cases[i] = f;
        days[i] = some_day();
    }
}

static statusrules_options options_of(int i, int32_t brief) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.valid_on = now->by_day == 1 ? days[i] : STATUSRULES_UNKNOWN;
    options.brief = brief;
    return options;
}

static int32_t ask(statusrules_answer *answer, const statusrules_facts *facts, int i, int32_t brief) {
    const statusrules_options options = options_of(i, brief);
    return statusrules_ask(answer, law, now->question, facts, &options, NULL);
}

static void brief(int i) {
    statusrules_answer answer;
    sink += ask(&answer, &cases[i], i, STATUSRULES_YES) ? 0 : answer.outcome;
}

static void full(int i) {
    statusrules_answer answer;
    sink += ask(&answer, &cases[i], i, STATUSRULES_NO) ? 0 : answer.same_until;
}

static int32_t invert(int i) {
    const statusrules_options options = options_of(i, STATUSRULES_YES);
    int32_t n = 0;
    if (statusrules_inverse(intervals, MOST, &n, law, now->question, &cases[i], now->fact,
                            now->by_day == 2 ? days[i] : STATUSRULES_UNKNOWN, &options, NULL)) {
        abort();
    }
    return n;
}

static void inverse(int i) {
    sink += invert(i);
}

/* Some days of each case, asked alone. */
static int agrees(int i) {
    const int32_t n = invert(i);
    for (int32_t tried = 0; tried < 20; tried++) {
        statusrules_facts facts = cases[i];
        statusrules_options options = options_of(i, STATUSRULES_YES);
        statusrules_answer answer;
        const int32_t day = some_day();
        int32_t in = 0;
        if (now->fact == STATUSRULES_ARGUMENT_DAY) {
            options.valid_on = day;
        } else {
            set(&facts, now->fact, day);
        }
        const int32_t good = statusrules_ask(&answer, law, now->question, &facts, &options, NULL) == STATUSRULES_OK
                             && answer.outcome == STATUSRULES_OUTCOME_YES
                             && (now->by_day != 2 || answer.day >= days[i]);
        for (int32_t k = 0; k < n; k++) {
            in |= day >= intervals[k].first && day <= intervals[k].last;
        }
        if (in != good) {
            return 0;
        }
    }
    return 1;
}

static double median_ns(void (*work)(int i)) {
    double ns[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        const double start = nanoseconds(CLOCK_MONOTONIC);
        for (int i = 0; i < CASES; i++) {
            work(i);
        }
        ns[round] = (nanoseconds(CLOCK_MONOTONIC) - start) / (double)CASES;
    }
    return median_of(ns, ROUNDS);
}

int main(void) {
    law = statusrules_law_at(1);
    printf("| question; fact inverted | brief answer | answer in full | x | inverse | intervals, at most |\n");
    printf("|---|---|---|---|---|---|\n");
    for (size_t s = 0; s < sizeof situations / sizeof situations[0]; s++) {
        int32_t most = 0;
        now = &situations[s];
        make_cases();
        for (int i = 0; i < CASES; i++) {
            const int32_t n = invert(i);
            most = n > most ? n : most;
            if (!agrees(i)) {
                fprintf(stderr, "%s, case %d: the intervals are not those of single answers\n", now->label, i);
                return 1;
            }
        }
        const double short_ns = median_ns(brief);
        const double long_ns = median_ns(full);
        printf("| %s | %.0f ns | %.0f ns | %.1f | %.2f us | %d |\n", now->label, short_ns, long_ns,
               long_ns / short_ns, median_ns(inverse) / 1000, (int)most);
    }
    return sink == 0;
}
