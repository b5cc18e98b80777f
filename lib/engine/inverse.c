#include "engine/error.h"
#include "engine/line.h"
#include "engine/missing.h"

#include <statusrules/inverse.h>

/* What is asked for, and the intervals found so far. */
typedef struct inversion {
    statusrules_line line;
    /* The day through which a yes must last; STATUSRULES_UNKNOWN for any. */
    int32_t through;
    /* Where facts are missing, what settled the days before. */
    statusrules_witness witness;
    statusrules_interval *intervals;
    int32_t capacity;
    int32_t n;
    /* The last interval, which may still grow. */
    statusrules_interval latest;
} inversion;

static void add_days(inversion *v, int32_t first, int32_t last) {
    if (v->n > 0 && v->latest.last == first - 1) {
        v->latest.last = last;
    } else {
        v->n++;
        v->latest = (statusrules_interval){first, last};
    }
    if (v->n <= v->capacity) {
        v->intervals[v->n - 1] = v->latest;
    }
}

/* Whether an answer is the yes that is asked for. */
static int32_t is_good(const inversion *v, const statusrules_reading_answer *answer) {
    return answer->outcome == STATUSRULES_OUTCOME_YES
           && (v->through == STATUSRULES_UNKNOWN || answer->day >= v->through);
}

/* A yes that is too short, but lasts longer with every later last day. */
static int32_t grows(const inversion *v, const statusrules_reading_answer *answer,
                     const statusrules_reach *reach) {
    return v->line.fact == STATUSRULES_FACT_LAST_DAY && reach->moves && v->through != STATUSRULES_UNKNOWN
           && answer->outcome == STATUSRULES_OUTCOME_YES;
}

static int32_t is_good_on(inversion *v, int32_t day) {
    statusrules_reading_answer answer;
    statusrules_reach reach;
    (void)statusrules_go_to(&v->line, day);
    statusrules_decide_stretch(&answer, &reach, &v->witness, &v->line.c);
    return is_good(v, &answer);
}

/* The first good day of a stretch that ends good: a later day of issue leaves fewer last days, so that what is good stays
 * good. */
static int32_t first_good(inversion *v, int32_t bad, int32_t good) {
    while (good - bad > 1) {
        const int32_t middle = bad + (good - bad) / 2;
        if (is_good_on(v, middle)) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    return good;
}

/* Whether every last day from one on is answered alike: the document's own term reaches the day that is asked about. */
static int32_t is_own_term(const statusrules_line *line, int32_t day) {
    return line->fact == STATUSRULES_FACT_LAST_DAY && line->c.valid_on != STATUSRULES_UNKNOWN
           && day > line->c.valid_on;
}

/* Adds the good days from a day on, as far as one decision reaches. Returns the last day that it settles. */
static int32_t add_stretch(inversion *v, int32_t day) {
    statusrules_reading_answer answer;
    statusrules_reach reach;
    statusrules_line *line = &v->line;
    const statusrules_stretch stretch = statusrules_go_to(line, day);
    const int32_t own_term = is_own_term(line, day);
    int32_t until = own_term ? line->last : stretch.until;
    statusrules_decide_stretch(&answer, &reach, &v->witness, &line->c);
    if (line->fact == STATUSRULES_FACT_LAST_DAY && !own_term && reach.until < until) {
        until = reach.until;
    } else if (line->fact == STATUSRULES_ARGUMENT_DAY && reach.same_until < until) {
        until = reach.same_until;
    }
    if (is_good(v, &answer)) {
        add_days(v, day, until);
    } else if (grows(v, &answer, &reach) && v->through - answer.day <= until - day) {
        add_days(v, day + (v->through - answer.day), until);
    } else if (line->fact == STATUSRULES_FACT_ISSUED_ON && line->c.last_day == STATUSRULES_UNKNOWN
               && is_good_on(v, until)) {
        add_days(v, first_good(v, day, until), until);
    }
    return until;
}

/* Of a fact that only rows ask: stretches that leave the same rows are one. */
static int32_t end_of_same_rows(statusrules_line *line, int32_t until) {
    (void)statusrules_go_to(line, until);
    statusrules_keep_rows(line);
    while (until < line->last) {
        const statusrules_stretch next = statusrules_go_to(line, until + 1);
        if (!statusrules_leaves_kept_rows(line)) {
            break;
        }
        until = next.until;
    }
    return until;
}

static int32_t only_rows_ask(const statusrules_line *line) {
    return line->fact != STATUSRULES_FACT_LAST_DAY && line->fact != STATUSRULES_FACT_ISSUED_ON
           && line->fact != STATUSRULES_ARGUMENT_DAY;
}

static void invert(inversion *v) {
    statusrules_line *line = &v->line;
    for (int32_t day = line->first; day <= line->last;) {
        day = line->fact == STATUSRULES_FACT_LAST_DAY ? statusrules_end_of_silence(line, day) + 1 : day;
        if (day > line->last) {
            break;
        }
        int32_t until = add_stretch(v, day);
        if (only_rows_ask(line) && until < line->last) {
            const int32_t settled = until;
            until = end_of_same_rows(line, until);
            if (until > settled && v->n > 0 && v->latest.last == settled) {
                add_days(v, settled + 1, until);
            }
        }
        day = until + 1;
    }
}

/* ---- The entry ---- */

static int32_t is_day_of(int32_t question, int32_t fact) {
    if (fact == STATUSRULES_ARGUMENT_DAY) {
        return question == STATUSRULES_QUESTION_EXTENSION;
    }
    return fact >= 1 && fact <= statusrules_table_n_facts
           && statusrules_table_facts[fact].info.kind == STATUSRULES_KIND_DAY
           && (statusrules_table_question_facts[question] >> fact & 1) != 0;
}

static int32_t check_through(int32_t day, int32_t fact, const statusrules_options *options,
                             statusrules_error *error) {
    if (day == STATUSRULES_UNKNOWN) {
        return STATUSRULES_OK;
    }
    if (fact == STATUSRULES_ARGUMENT_DAY || options->valid_on != STATUSRULES_UNKNOWN) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_DAY, day, STATUSRULES_UNKNOWN,
                                STATUSRULES_UNKNOWN);
    }
    return statusrules_check_day(day, STATUSRULES_ARGUMENT_DAY, error);
}

/* The case without the fact that is asked for, and its facts. */
static int32_t case_without(statusrules_case *c, statusrules_facts *left, const statusrules_law *law,
                            int32_t question, const statusrules_facts *facts, int32_t fact, int32_t day,
                            const statusrules_options *options, statusrules_error *error) {
    statusrules_options whole;
    int32_t code = statusrules_whole_options(&whole, options, error);
    code = code ? code : statusrules_check_size(facts, error);
    code = code ? code : check_through(day, fact, &whole, error);
    if (code) {
        return code;
    }
    const statusrules_facts *long_facts = statusrules_lengthen(left, facts);
    if (long_facts != left) {
        *left = *long_facts;
    }
    if (fact == STATUSRULES_ARGUMENT_DAY) {
        whole.valid_on = STATUSRULES_UNKNOWN;
    } else {
        statusrules_set_fact_value(left, fact, STATUSRULES_UNKNOWN);
    }
    return statusrules_case_of(c, law, question, left, &whole, error);
}

int32_t statusrules_inverse(statusrules_interval *intervals, int32_t capacity, int32_t *n_intervals,
                            const statusrules_law *law, int32_t question, const statusrules_facts *facts,
                            int32_t fact, int32_t day, const statusrules_options *options,
                            statusrules_error *error) {
    statusrules_case c;
    statusrules_facts left;
    inversion v = {.through = day, .intervals = intervals, .capacity = capacity};
    if (!n_intervals || (!intervals && capacity > 0)) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (!law || !facts || question < 1 || question > statusrules_table_n_questions) {
        return statusrules_case_of(&c, law, question, facts, options, error);
    }
    if (!is_day_of(question, fact)) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_FACT, fact, question,
                                question);
    }
    int32_t code = case_without(&c, &left, law, question, facts, fact, day, options, error);
    if (code) {
        return code;
    }
    statusrules_begin_line(&v.line, &c, &left, question, fact);
    invert(&v);
    *n_intervals = v.n;
    return v.n > capacity ? statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT,
                                             capacity, v.n, STATUSRULES_NONE)
                          : STATUSRULES_OK;
}
