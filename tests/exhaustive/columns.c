/*
 * Every last day of the calendar, none, unknown and the days just outside, with every document, reading and place:
 * columns against one answer after another, on every way that columns can take.
 *
 * Two threads stay under a minute without arguments; `--full` goes the slower ways, three facts and all results, in every
 * reading and not only in all together.
 */
#include "column.h"
#include "tap.h"

#include <statusrules/statusrules.h>
#include <string.h>
#include <threads.h>

enum {
    DAYS_OUTSIDE = 3,
    FIRST_DAY = STATUSRULES_FIRST_DAY - DAYS_OUTSIDE,
    LAST_DAY = STATUSRULES_LAST_DAY + DAYS_OUTSIDE,
    /* 0 and the last are no documents. */
    TERMS = 18,
    PLACES = 3,
    BLOCK_DAYS = 256,
    ROWS = BLOCK_DAYS * TERMS,
    ALL_ROWS = ROWS * PLACES
};

static const int32_t readings[] = {STATUSRULES_UNKNOWN, STATUSRULES_READING_LITERAL,
                                   STATUSRULES_READING_SUSPENSION, STATUSRULES_READING_FIXED_DAY};
static const int32_t places[PLACES] = {STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD,
                                       STATUSRULES_UNKNOWN};
static const int32_t special_days[] = {STATUSRULES_UNKNOWN, STATUSRULES_NONE, STATUSRULES_NOT_A_DAY,
                                       STATUSRULES_NONE - 1};
static const int32_t results[] = {
    STATUSRULES_RESULT_OUTCOME,  STATUSRULES_RESULT_DAY,      STATUSRULES_RESULT_ERROR,
    STATUSRULES_RESULT_NOTE,     STATUSRULES_RESULT_POSSIBLE, STATUSRULES_RESULT_EARLIEST,
    STATUSRULES_RESULT_LATEST,   STATUSRULES_RESULT_MISSING,  STATUSRULES_RESULT_ASSUMED,
    STATUSRULES_RESULT_READINGS, STATUSRULES_RESULT_PROVISION};

enum {
    N_READINGS = sizeof readings / sizeof readings[0],
    N_SPECIAL_DAYS = sizeof special_days / sizeof special_days[0],
    N_RESULTS = sizeof results / sizeof results[0]
};

/* ---- A block of rows: days, in each the documents; and the same in every place. One for each thread. ---- */

static _Thread_local int8_t terms8[ROWS];
static _Thread_local int32_t terms32[ROWS];
static _Thread_local int32_t last_days[ROWS];
static _Thread_local int32_t all_terms[ALL_ROWS];
static _Thread_local int32_t all_last_days[ALL_ROWS];
static _Thread_local int32_t all_places[ALL_ROWS];

/* What each row gets alone, by place: outcome and day, the error, and every result. */
static _Thread_local int32_t outcomes[PLACES][ROWS];
static _Thread_local int32_t days[PLACES][ROWS];
static _Thread_local int32_t errors[PLACES][ROWS];
static _Thread_local int64_t answers[N_RESULTS][ALL_ROWS];
static _Thread_local int64_t bad_alone[PLACES];

/* Where columns write. */
static _Thread_local int8_t out8[ALL_ROWS];
static _Thread_local int32_t out32[ALL_ROWS];
static _Thread_local int32_t days32[ALL_ROWS];
static _Thread_local int64_t out64[N_RESULTS][ALL_ROWS];

static void keep(int64_t row, const statusrules_answer *a, int32_t code) {
    const bool good = code == STATUSRULES_OK;
    const int64_t values[N_RESULTS] = {
        good ? a->outcome : 0,
        good ? a->day : STATUSRULES_NOT_A_DAY,
        code,
        good ? a->note : 0,
        good ? a->possible : 0,
        good ? a->earliest : STATUSRULES_NOT_A_DAY,
        good ? a->latest : STATUSRULES_NOT_A_DAY,
        good ? a->missing : 0,
        good ? a->assumed : 0,
        good ? a->readings[0].outcome + 16 * a->readings[1].outcome + 256 * a->readings[2].outcome : 0,
        good ? a->provision : 0};
    for (int32_t r = 0; r < N_RESULTS; r++) {
        answers[r][row] = values[r];
    }
}

static void answer_alone(const statusrules_options *options, int32_t rows, bool everything) {
    for (int32_t p = 0; p < PLACES; p++) {
        bad_alone[p] = 0;
        for (int32_t row = 0; row < rows; row++) {
            statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
            statusrules_answer answer;
            facts.term = terms32[row];
            facts.last_day = last_days[row];
            facts.location = places[p];
            int32_t code = statusrules_ask(&answer, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION,
                                           &facts, options, NULL);
            outcomes[p][row] = code ? 0 : answer.outcome;
            days[p][row] = code ? STATUSRULES_NOT_A_DAY : answer.day;
            errors[p][row] = code;
            bad_alone[p] += code != STATUSRULES_OK;
            if (everything) {
                keep((int64_t)row * PLACES + p, &answer, code);
            }
        }
    }
}

static void fill_row(int32_t row, int32_t last_day, int32_t term) {
    terms8[row] = (int8_t)term;
    terms32[row] = term;
    last_days[row] = last_day;
    for (int32_t p = 0; p < PLACES; p++) {
        all_terms[row * PLACES + p] = term;
        all_last_days[row * PLACES + p] = last_day;
        all_places[row * PLACES + p] = places[p];
    }
}

/* ---- The ways of columns ---- */

struct tally {
    int64_t cases;
    int64_t failures;
};

static void count(struct tally *tally, bool same, const char *what, int32_t row) {
    tally->cases++;
    if (!same) {
        tally->failures++;
        if (tally->failures < 5) {
            printf("# %s: term %d, last day %d\n", what, (int)terms32[row % ROWS], (int)last_days[row % ROWS]);
        }
    }
}

static statusrules_column place_of(int32_t p) {
    statusrules_column column = column_of(STATUSRULES_FACT_LOCATION, STATUSRULES_TYPE_INT32, NULL);
    column.is_one_value = 1;
    column.one_value = places[p];
    return column;
}

static void run(struct tally *tally, const statusrules_column *in, int32_t n_in, const statusrules_column *out,
                int32_t n_out, int32_t rows, const statusrules_options *options, int64_t expected_bad) {
    int64_t bad = -1;
    int32_t code = statusrules_columns(&bad, statusrules_law_statement(), STATUSRULES_QUESTION_EXTENSION, in, n_in,
                                       out, n_out, rows, options, NULL);
    count(tally, code == STATUSRULES_OK && bad == expected_bad, "the call, or the number of bad rows", 0);
}

/* Term as int8 and last day as int32 in, outcome as int8 and day as int32 out; the day beside the last day or over it. */
static void narrow(struct tally *tally, const statusrules_options *options, int32_t rows, int32_t p,
                   bool in_place) {
    statusrules_column in[] = {
        column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, terms8),
        column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, in_place ? days32 : last_days), place_of(p)};
    statusrules_column out[] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, out8),
                                column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days32)};
    if (in_place) {
        memcpy(days32, last_days, sizeof days32 / PLACES);
    }
    run(tally, in, 3, out, 2, rows, options, bad_alone[p]);
    for (int32_t row = 0; row < rows; row++) {
        count(tally, out8[row] == outcomes[p][row] && days32[row] == days[p][row],
              in_place ? "narrow in place" : "narrow", row);
    }
}

/* int32 throughout, and the error; outcome and day beside the facts or over them. */
static void wide(struct tally *tally, const statusrules_options *options, int32_t rows, int32_t p, bool in_place) {
    static _Thread_local int32_t row_errors[ROWS];
    statusrules_column in[] = {
        column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, in_place ? days32 : last_days), place_of(p),
        column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT32, in_place ? out32 : terms32)};
    statusrules_column out[] = {column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days32),
                                column_of(STATUSRULES_RESULT_ERROR, STATUSRULES_TYPE_INT32, row_errors),
                                column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT32, out32)};
    if (in_place) {
        memcpy(days32, last_days, sizeof last_days);
        memcpy(out32, terms32, sizeof terms32);
    }
    run(tally, in, 3, out, 3, rows, options, bad_alone[p]);
    for (int32_t row = 0; row < rows; row++) {
        count(tally,
              out32[row] == outcomes[p][row] && days32[row] == days[p][row] && row_errors[row] == errors[p][row],
              in_place ? "int32 in place" : "int32", row);
    }
}

/* Three facts vary. */
static void many_facts(struct tally *tally, const statusrules_options *options, int32_t rows) {
    statusrules_column in[] = {column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT32, all_terms),
                               column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, all_last_days),
                               column_of(STATUSRULES_FACT_LOCATION, STATUSRULES_TYPE_INT32, all_places)};
    statusrules_column out[] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, out8),
                                column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, days32)};
    run(tally, in, 3, out, 2, rows * PLACES, options, bad_alone[0] + bad_alone[1] + bad_alone[2]);
    for (int32_t row = 0; row < rows; row++) {
        for (int32_t p = 0; p < PLACES; p++) {
            count(tally, out8[row * PLACES + p] == outcomes[p][row] && days32[row * PLACES + p] == days[p][row],
                  "three facts", row);
        }
    }
}

/* Three facts vary, and all results are asked for. */
static void all_results(struct tally *tally, const statusrules_options *options, int32_t rows) {
    statusrules_column in[] = {column_of(STATUSRULES_FACT_LOCATION, STATUSRULES_TYPE_INT32, all_places),
                               column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT32, all_terms),
                               column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, all_last_days)};
    statusrules_column out[N_RESULTS];
    for (int32_t r = 0; r < N_RESULTS; r++) {
        out[r] = column_of(results[r], STATUSRULES_TYPE_INT64, out64[r]);
    }
    run(tally, in, 3, out, N_RESULTS, rows * PLACES, options, bad_alone[0] + bad_alone[1] + bad_alone[2]);
    for (int32_t r = 0; r < N_RESULTS; r++) {
        for (int32_t row = 0; row < rows * PLACES; row++) {
            count(tally, out64[r][row] == answers[r][row], "all results", row / PLACES);
        }
    }
}

/* ---- Everything ---- */

struct tallies {
    struct tally narrow;
    struct tally narrow_in_place;
    struct tally wide;
    struct tally wide_in_place;
    struct tally many_facts;
    struct tally all_results;
};

static void check_block(struct tallies *t, int32_t rows, bool full) {
    for (int32_t r = 0; r < N_READINGS; r++) {
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        const bool everything = full || readings[r] == STATUSRULES_UNKNOWN;
        options.reading = readings[r];
        answer_alone(&options, rows, everything);
        for (int32_t p = 0; p < PLACES; p++) {
            narrow(&t->narrow, &options, rows, p, false);
            narrow(&t->narrow_in_place, &options, rows, p, true);
            wide(&t->wide, &options, rows, p, false);
            wide(&t->wide_in_place, &options, rows, p, true);
        }
        if (everything) {
            many_facts(&t->many_facts, &options, rows);
            all_results(&t->all_results, &options, rows);
        }
    }
}

static void some_days(struct tallies *t, int32_t from, int32_t to, bool full) {
    for (int32_t first = from; first <= to; first += BLOCK_DAYS) {
        int32_t rows = 0;
        for (int32_t day = first; day < first + BLOCK_DAYS && day <= to; day++) {
            for (int32_t term = 0; term < TERMS; term++) {
                fill_row(rows++, day, term);
            }
        }
        check_block(t, rows, full);
    }
}

static void days_that_are_none(struct tallies *t, bool full) {
    int32_t rows = 0;
    for (int32_t i = 0; i < N_SPECIAL_DAYS; i++) {
        for (int32_t term = 0; term < TERMS; term++) {
            fill_row(rows++, special_days[i], term);
        }
    }
    check_block(t, rows, full);
}

/* Half of the calendar. */
struct half {
    struct tallies tallies;
    int32_t first;
    int32_t last;
    bool full;
};

static int check_half(void *context) {
    struct half *half = context;
    some_days(&half->tallies, half->first, half->last, half->full);
    return 0;
}

static void report(struct tap *tap, const struct tally *tally, const struct tally *other, const char *sentence) {
    tap_report(tap, sentence, tally->cases + other->cases, tally->failures + other->failures);
}

int main(int argc, char **argv) {
    const bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
    static struct half late = {.first = (FIRST_DAY + LAST_DAY) / 2 + 1, .last = LAST_DAY};
    static struct half early = {.first = FIRST_DAY, .last = (FIRST_DAY + LAST_DAY) / 2};
    struct tap tap = {0, 0};
    thrd_t helper;
    early.full = full;
    late.full = full;
    if (thrd_create(&helper, check_half, &early) != thrd_success) {
        return 1;
    }
    days_that_are_none(&late.tallies, full);
    (void)check_half(&late);
    thrd_join(helper, NULL);
    const struct tallies *t = &early.tallies;
    const struct tallies *u = &late.tallies;
    report(&tap, &t->narrow, &u->narrow, "every last day, document, reading and place: narrow columns");
    report(&tap, &t->narrow_in_place, &u->narrow_in_place, "narrow columns, the day in place of the last day");
    report(&tap, &t->wide, &u->wide, "columns of int32, with the error");
    report(&tap, &t->wide_in_place, &u->wide_in_place,
           "columns of int32, outcome and day in place of document and last day");
    report(&tap, &t->many_facts, &u->many_facts, "three facts vary, all readings asked");
    report(&tap, &t->all_results, &u->all_results, "all results are asked for, in all readings");
    return tap_done(&tap);
}
