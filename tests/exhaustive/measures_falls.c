/*
 * Where a document that ends one day later is valid less long. The tables know one reason: the first ends on the last
 * day of a window, the other is no longer reached.
 */
#include "measures_extension.h"

#include <stddef.h>

#include <statusrules/names.h>

#include "case_text.h"

enum { FIRST_TRIED = ORACLE_DAY(2019, 12, 1), LAST_TRIED = ORACLE_DAY(2023, 1, 31), MAX_FALLS = 200 };

/* The same fall of several documents, in several readings. */
struct fall {
    int32_t last_day;
    /* Last valid day of a document that ends on the last day, and of one that ends the day after. */
    int32_t before;
    int32_t after;
    const char *reason;
    /* As known on the first publication after which it falls so. */
    int32_t known_on;
    /* Bits 1 << code. */
    int32_t terms;
    int32_t readings;
};

struct falls {
    int32_t n;
    struct fall fall[MAX_FALLS];
};

/* Its last valid day: that of an extension, else the one printed in it. */
static int32_t end_of(const oracle_measures_case *c) {
    oracle_measures_verdict v = oracle_measures_verdict_of(c);
    return v.outcome == STATUSRULES_OUTCOME_YES ? v.day : c->facts.last_day;
}

static bool is_work_paper(int32_t term) {
    return term == STATUSRULES_TERM_WORK_PERMIT || term == STATUSRULES_TERM_PATENT
           || term == STATUSRULES_TERM_HIRING_PERMIT;
}

/* Which window ended on the day, as far as known; NULL: none. */
static const char *window_that_ended(int32_t last_day, int32_t term, int32_t known_on) {
    if (is_work_paper(term)) {
        return last_day == ORACLE_DAY(2020, 6, 15) ? "the window of work permits and patents ended" : NULL;
    }
    if (known_on >= ORACLE_DAY(2020, 12, 17)) {
        return last_day == ORACLE_DAY(2021, 6, 15) ? "the window of decree 274 as amended by 791 ended" : NULL;
    }
    if (known_on >= ORACLE_DAY(2020, 9, 23)) {
        return last_day == ORACLE_DAY(2020, 12, 15) ? "the window of decree 274 as amended by 580 ended" : NULL;
    }
    if (known_on >= ORACLE_DAY(2020, 6, 15)) {
        return last_day == ORACLE_DAY(2020, 9, 15) ? "the window of decree 274 as amended by 392 ended" : NULL;
    }
    return last_day == ORACLE_DAY(2020, 6, 15) ? "the window of decree 274 ended" : NULL;
}

static void add_fall(struct falls *falls, const struct fall *next) {
    for (int32_t i = 0; i < falls->n; i++) {
        struct fall *met = &falls->fall[i];
        if (met->last_day == next->last_day && met->before == next->before && met->after == next->after
            && met->reason == next->reason) {
            met->known_on = next->known_on < met->known_on ? next->known_on : met->known_on;
            met->terms |= next->terms;
            met->readings |= next->readings;
            return;
        }
    }
    if (falls->n < MAX_FALLS) {
        falls->fall[falls->n++] = *next;
    }
}

static void print_names(int32_t names, int32_t bits) {
    const char *before = "";
    for (int32_t i = 0; i < statusrules_count(names); i++) {
        int32_t code = statusrules_code_at(names, i);
        if ((bits & 1 << code) != 0) {
            (void)printf("%s%s", before, statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME));
            before = ", ";
        }
    }
}

static void print_fall(const struct fall *fall) {
    char text[16];
    (void)printf("# A document that ends on %s is valid through ", case_day_text(text, fall->last_day));
    (void)printf("%s, ", fall->before == STATUSRULES_NONE ? "an open end" : case_day_text(text, fall->before));
    (void)printf("one that ends the next day through %s, ", case_day_text(text, fall->after));
    (void)printf("as known on %s: %s (", case_day_text(text, fall->known_on),
                 fall->reason == NULL ? "NO WINDOW OF THE TABLES ENDS THERE" : fall->reason);
    print_names(STATUSRULES_NAMES_READING, fall->readings);
    (void)printf("; ");
    print_names(STATUSRULES_FACT_TERM, fall->terms);
    (void)printf(")\n");
}

static void walk_last_days(struct comparison *comparison, struct falls *falls, oracle_measures_case *c) {
    c->facts.last_day = FIRST_TRIED;
    int32_t before = end_of(c);
    for (int32_t last_day = FIRST_TRIED; last_day < LAST_TRIED; last_day++) {
        c->facts.last_day = last_day + 1;
        int32_t after = end_of(c);
        comparison->cases++;
        if (after < before) {
            const char *reason = window_that_ended(last_day, c->facts.term, c->known_on);
            struct fall fall = {last_day, before, after, reason, c->known_on, 1 << c->facts.term, 1 << c->reading};
            comparison->differences += reason == NULL ? 1 : 0;
            add_fall(falls, &fall);
        }
        before = after;
    }
}

/* A case with every fact that B.1 asks, in two places, with and without the grounds that a person can have. */
static void walk_persons(struct comparison *comparison, struct falls *falls, oracle_measures_case *c) {
    for (int32_t grounds = 0; grounds < 8; grounds++) {
        c->facts.location = grounds & 1 ? STATUSRULES_LOCATION_ABROAD : STATUSRULES_LOCATION_IN_RUSSIA;
        c->facts.issued_on = grounds & 2 ? ORACLE_DAY(2018, 5, 1) : ORACLE_DAY(2020, 3, 16);
        c->facts.legal_status =
            grounds & 2 ? STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE : STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY;
        c->facts.highly_qualified = STATUSRULES_YES;
        c->facts.state_programme = STATUSRULES_NO;
        c->facts.identified = grounds & 4 ? STATUSRULES_YES : STATUSRULES_NO;
        c->facts.settled_on = grounds & 4 ? ORACLE_DAY(2021, 9, 30) : STATUSRULES_NONE;
        walk_last_days(comparison, falls, c);
    }
}

void report_falls(struct comparison *comparison) {
    static struct falls falls;
    for (int32_t term = STATUSRULES_TERM_TEMPORARY_STAY; term <= STATUSRULES_TERM_ABSENCE_LIMIT; term++) {
        for (int32_t reading = STATUSRULES_READING_LITERAL; reading <= STATUSRULES_READING_FIXED_DAY; reading++) {
            for (int32_t p = 0; p < N_PUBLICATIONS; p++) {
                for (int32_t s = 0; s < ORACLE_MEASURES_STATES; s++) {
                    oracle_measures_case c = {STATUSRULES_FACTS_UNKNOWN, oracle_measures_states[s],
                                              publications[p], reading, false};
                    c.facts.term = term;
                    walk_persons(comparison, &falls, &c);
                }
            }
        }
    }
    for (int32_t i = 0; i < falls.n; i++) {
        print_fall(&falls.fall[i]);
    }
}
