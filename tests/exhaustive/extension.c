/*
 * Every last day of the calendar, every document, reading and place: the library against the oracle.
 *
 * Without arguments it stays under a minute; `--full` runs the whole product.
 */
#include "compare.h"
#include "tap.h"

#include <stddef.h>
#include <string.h>

#include <statusrules/names.h>

enum {
    FIRST_DAY = ORACLE_DAY(1, 1, 1),
    LAST_DAY = ORACLE_DAY(9999, 12, 31),
    FIRST_TERM = STATUSRULES_TERM_TEMPORARY_STAY,
    MAX_DAYS = 16384
};

/* Days at which the answer changes somewhere in table A.1. */
static const int32_t edges[] = {FIRST_DAY,
                                ORACLE_DAY(2020, 3, 15),
                                ORACLE_DAY(2021, 6, 16),
                                ORACLE_DAY(2021, 11, 29),
                                ORACLE_DAY(2021, 12, 31),
                                ORACLE_DAY(2022, 1, 1),
                                ORACLE_DAY(2022, 7, 18),
                                ORACLE_DAY(9999, 6, 16),
                                LAST_DAY};

static const int32_t issue_days[] = {STATUSRULES_UNKNOWN,      FIRST_DAY,
                                     ORACLE_DAY(2018, 5, 1),   ORACLE_DAY(2020, 3, 14),
                                     ORACLE_DAY(2021, 6, 15),  ORACLE_DAY(2021, 6, 16),
                                     ORACLE_DAY(2021, 8, 15),  ORACLE_DAY(2021, 12, 30),
                                     ORACLE_DAY(2021, 12, 31), ORACLE_DAY(2022, 1, 1),
                                     ORACLE_DAY(2024, 3, 1),   ORACLE_DAY(9999, 6, 15),
                                     ORACLE_DAY(9999, 6, 16),  LAST_DAY};

static const int32_t locations[] = {STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD,
                                    STATUSRULES_UNKNOWN};
static const int32_t readings[] = {STATUSRULES_UNKNOWN, STATUSRULES_READING_LITERAL,
                                   STATUSRULES_READING_SUSPENSION, STATUSRULES_READING_FIXED_DAY};

enum {
    N_EDGES = sizeof edges / sizeof edges[0],
    N_ISSUE_DAYS = sizeof issue_days / sizeof issue_days[0],
    N_LOCATIONS = sizeof locations / sizeof locations[0],
    N_READINGS = sizeof readings / sizeof readings[0]
};

struct days {
    int32_t n;
    int32_t day[MAX_DAYS];
};

static void add_days(struct days *days, int32_t first, int32_t last, int32_t step) {
    for (int32_t day = first; day <= last && days->n < MAX_DAYS; day += step) {
        if (day >= FIRST_DAY && day <= LAST_DAY) {
            days->day[days->n++] = day;
        }
    }
}

/* The days within `reach` of an edge. */
static void add_edges(struct days *days, int32_t reach) {
    for (int32_t i = 0; i < N_EDGES; i++) {
        add_days(days, edges[i] - reach, edges[i] + reach, 1);
    }
}

static bool is_named_by_the_statement(int32_t term) {
    return term == STATUSRULES_TERM_RESIDENCE_REGISTRATION || term == STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT
           || term == STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT || term == STATUSRULES_TERM_REFUGEE_CERTIFICATE
           || term == STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE;
}

static statusrules_facts document(int32_t term, int32_t last_day, int32_t location, int32_t issued_on) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.last_day = last_day;
    facts.location = location;
    facts.issued_on = issued_on;
    return facts;
}

static statusrules_options options_of(int32_t reading, int32_t strict) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = reading;
    options.strict = strict;
    return options;
}

static void compare(struct comparison *comparison, const statusrules_facts *facts,
                    const statusrules_options *options) {
    compare_ask(comparison, STATUSRULES_QUESTION_EXTENSION, facts, options);
}

/* --- The oracle itself -------------------------------------------------------------------------------------- */

/* Walks the calendar month by month, without a formula. */
static void check_oracle_calendar(struct comparison *comparison) {
    static const int32_t lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int32_t day = -719162;
    for (int32_t year = 1; year <= 9999; year++) {
        for (int32_t month = 1; month <= 12; month++) {
            bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
            int32_t length = lengths[month - 1] + (month == 2 && leap ? 1 : 0);
            for (int32_t d = 1; d <= length; d++, day++) {
                comparison->cases++;
                comparison->differences += ORACLE_DAY(year, month, d) == day ? 0 : 1;
            }
        }
    }
    comparison->cases++;
    comparison->differences += ORACLE_DAY(1970, 1, 1) == 0 && day == LAST_DAY + 1 ? 0 : 1;
}

/* The examples that the table prints below itself, for permits and certificates in Russia. */
static void check_oracle_examples(struct comparison *comparison) {
    enum { SILENT = STATUSRULES_NOT_A_DAY };
    static const struct {
        int32_t term;
        int32_t last_day;
        int32_t day[3];
    } examples[] = {
        {STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
         ORACLE_DAY(2021, 8, 1),
         {SILENT, ORACLE_DAY(2022, 2, 16), ORACLE_DAY(2022, 7, 18)}},
        {STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
         ORACLE_DAY(2021, 12, 30),
         {SILENT, ORACLE_DAY(2022, 7, 17), ORACLE_DAY(2022, 7, 18)}},
        {STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
         ORACLE_DAY(2021, 12, 31),
         {ORACLE_DAY(2022, 7, 18), ORACLE_DAY(2022, 7, 18), ORACLE_DAY(2022, 7, 18)}},
        {STATUSRULES_TERM_REFUGEE_CERTIFICATE,
         ORACLE_DAY(2021, 12, 31),
         {SILENT, ORACLE_DAY(2022, 7, 18), ORACLE_DAY(2022, 7, 18)}},
        {STATUSRULES_TERM_REFUGEE_CERTIFICATE,
         ORACLE_DAY(2022, 1, 1),
         {ORACLE_DAY(2022, 7, 19), ORACLE_DAY(2022, 7, 19), ORACLE_DAY(2022, 7, 19)}},
        {STATUSRULES_TERM_VISA, ORACLE_DAY(2022, 1, 1), {SILENT, SILENT, SILENT}},
    };
    for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++) {
        statusrules_facts facts =
            document(examples[i].term, examples[i].last_day, STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_UNKNOWN);
        oracle_answer answer;
        oracle_ask(&answer, STATUSRULES_QUESTION_EXTENSION, &facts, NULL);
        for (int32_t r = 0; r < 3; r++) {
            int32_t outcome = examples[i].day[r] == SILENT ? STATUSRULES_OUTCOME_SILENT : STATUSRULES_OUTCOME_YES;
            comparison->cases++;
            comparison->differences +=
                answer.readings[r].day == examples[i].day[r] && answer.readings[r].outcome == outcome ? 0 : 1;
        }
    }
}

/* --- The library against the oracle -------------------------------------------------------------------------- */

/* No reading chosen asks all three, and each is compared. */
static void every_day_of_the_named_documents(struct comparison *comparison) {
    for (int32_t term = FIRST_TERM; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
        for (int32_t l = 0; is_named_by_the_statement(term) && l < N_LOCATIONS; l++) {
            for (int32_t day = FIRST_DAY; day <= LAST_DAY; day++) {
                statusrules_facts facts = document(term, day, locations[l], STATUSRULES_UNKNOWN);
                compare(comparison, &facts, NULL);
            }
        }
    }
}

static void every_day_of_the_other_documents(struct comparison *comparison) {
    for (int32_t term = FIRST_TERM; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
        for (int32_t day = FIRST_DAY; !is_named_by_the_statement(term) && day <= LAST_DAY; day++) {
            statusrules_facts facts = document(term, day, STATUSRULES_UNKNOWN, STATUSRULES_UNKNOWN);
            compare(comparison, &facts, NULL);
        }
    }
}

static void every_day_in_full(struct comparison *comparison) {
    for (int32_t r = 0; r < N_READINGS; r++) {
        statusrules_options options = options_of(readings[r], STATUSRULES_NO);
        for (int32_t term = FIRST_TERM; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
            for (int32_t l = 0; l < N_LOCATIONS; l++) {
                for (int32_t day = FIRST_DAY; day <= LAST_DAY; day++) {
                    statusrules_facts facts = document(term, day, locations[l], STATUSRULES_UNKNOWN);
                    compare(comparison, &facts, &options);
                }
            }
        }
    }
}

/* Every combination of the other facts, for each of some last days. */
static void some_days_with_everything_else(struct comparison *comparison, const struct days *days,
                                           int32_t strict) {
    for (int32_t r = 0; r < N_READINGS; r++) {
        statusrules_options options = options_of(readings[r], strict);
        for (int32_t d = 0; d < days->n; d++) {
            for (int32_t term = FIRST_TERM; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
                for (int32_t l = 0; l < N_LOCATIONS; l++) {
                    for (int32_t i = 0; i < N_ISSUE_DAYS; i++) {
                        statusrules_facts facts = document(term, days->day[d], locations[l], issue_days[i]);
                        compare(comparison, &facts, &options);
                    }
                }
            }
        }
    }
}

static void documents_that_are_not_named(struct comparison *comparison, const struct days *days, int32_t strict) {
    for (int32_t r = 0; r < N_READINGS; r++) {
        statusrules_options options = options_of(readings[r], strict);
        for (int32_t d = 0; d < days->n; d++) {
            for (int32_t l = 0; l < N_LOCATIONS; l++) {
                for (int32_t i = 0; i < N_ISSUE_DAYS; i++) {
                    statusrules_facts facts =
                        document(STATUSRULES_UNKNOWN, days->day[d], locations[l], issue_days[i]);
                    compare(comparison, &facts, &options);
                }
            }
        }
    }
}

static void last_days_that_are_not_known_or_none(struct comparison *comparison) {
    static const int32_t last_days[] = {STATUSRULES_UNKNOWN, STATUSRULES_NONE};
    struct days issued = {0, {0}};
    add_edges(&issued, 1);
    issued.day[issued.n++] = STATUSRULES_UNKNOWN;
    issued.day[issued.n++] = ORACLE_DAY(2021, 8, 15);
    for (int32_t r = 0; r < N_READINGS; r++) {
        for (int32_t strict = STATUSRULES_NO; strict <= STATUSRULES_YES; strict++) {
            statusrules_options options = options_of(readings[r], strict);
            for (int32_t i = 0; i < issued.n; i++) {
                for (int32_t l = 0; l < N_LOCATIONS; l++) {
                    for (int32_t term = FIRST_TERM - 1; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
                        int32_t named = term < FIRST_TERM ? STATUSRULES_UNKNOWN : term;
                        for (int32_t e = 0; e < 2; e++) {
                            statusrules_facts facts = document(named, last_days[e], locations[l], issued.day[i]);
                            compare(comparison, &facts, &options);
                        }
                    }
                }
            }
        }
    }
}

static void days_of_knowledge(struct comparison *comparison) {
    static const int32_t known_on[] = {FIRST_DAY,
                                       ORACLE_DAY(2020, 3, 15),
                                       ORACLE_DAY(2021, 6, 15),
                                       ORACLE_DAY(2021, 11, 28),
                                       ORACLE_DAY(2021, 11, 29),
                                       ORACLE_DAY(2021, 11, 30),
                                       LAST_DAY};
    struct days days = {0, {0}};
    add_edges(&days, 1);
    days.day[days.n++] = STATUSRULES_UNKNOWN;
    days.day[days.n++] = STATUSRULES_NONE;
    for (size_t k = 0; k < sizeof known_on / sizeof known_on[0]; k++) {
        for (int32_t r = 0; r < N_READINGS; r++) {
            statusrules_options options = options_of(readings[r], STATUSRULES_NO);
            options.known_on = known_on[k];
            for (int32_t d = 0; d < days.n; d++) {
                for (int32_t term = FIRST_TERM - 1; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
                    statusrules_facts facts = document(term < FIRST_TERM ? STATUSRULES_UNKNOWN : term, days.day[d],
                                                       STATUSRULES_UNKNOWN, STATUSRULES_UNKNOWN);
                    compare(comparison, &facts, &options);
                }
            }
        }
    }
}

static void days_asked_about(struct comparison *comparison, int32_t strict) {
    static const int32_t last_days[] = {STATUSRULES_NONE,       ORACLE_DAY(2021, 6, 15),  ORACLE_DAY(2021, 6, 16),
                                        ORACLE_DAY(2021, 8, 1), ORACLE_DAY(2021, 12, 30), ORACLE_DAY(2021, 12, 31),
                                        ORACLE_DAY(2022, 1, 1), ORACLE_DAY(2022, 7, 31),  ORACLE_DAY(9999, 6, 15),
                                        STATUSRULES_UNKNOWN};
    static const int32_t issued[] = {STATUSRULES_UNKNOWN, ORACLE_DAY(2018, 5, 1), ORACLE_DAY(2021, 12, 31),
                                     ORACLE_DAY(2022, 1, 1)};
    for (size_t e = 0; e < sizeof last_days / sizeof last_days[0]; e++) {
        struct days asked = {0, {0}};
        add_edges(&asked, 1);
        if (last_days[e] != STATUSRULES_NONE && last_days[e] != STATUSRULES_UNKNOWN) {
            add_days(&asked, last_days[e] - 1, last_days[e] + 1, 1);
            add_days(&asked, last_days[e] + 198, last_days[e] + 200, 1);
        }
        for (int32_t r = 0; r < N_READINGS; r++) {
            statusrules_options options = options_of(readings[r], strict);
            for (int32_t term = FIRST_TERM; term <= statusrules_count(STATUSRULES_FACT_TERM); term++) {
                for (int32_t l = 0; l < N_LOCATIONS; l++) {
                    for (size_t i = 0; i < sizeof issued / sizeof issued[0]; i++) {
                        statusrules_facts facts = document(term, last_days[e], locations[l], issued[i]);
                        for (int32_t d = 0; d < asked.n; d++) {
                            compare_valid_on(comparison, &facts, asked.day[d], &options);
                        }
                    }
                }
            }
        }
    }
}

/* --- Running ------------------------------------------------------------------------------------------------ */

static struct comparison nothing_compared(void) {
    return (struct comparison){0, 0};
}

static void report(struct tap *tap, const char *sentence, struct comparison *comparison) {
    tap_report(tap, sentence, comparison->cases, comparison->differences);
    *comparison = nothing_compared();
}

int main(int argc, char **argv) {
    static struct days near_edges;
    static struct days far_days;
    bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
    struct tap tap = {0, 0};
    struct comparison c = nothing_compared();

    check_oracle_calendar(&c);
    report(&tap, "the oracle counts days as a walk through the calendar does", &c);
    check_oracle_examples(&c);
    report(&tap, "the oracle gives the examples printed below table A.1", &c);
    (void)compare_provisions(&c);
    report(&tap, "the law holds the provisions of the tables and no others", &c);

    if (full) {
        every_day_in_full(&c);
        report(&tap, "every last day, document, reading and place", &c);
    } else {
        every_day_of_the_named_documents(&c);
        report(&tap, "every last day of the documents that the statement names, in every place and reading", &c);
        every_day_of_the_other_documents(&c);
        report(&tap, "every last day of the other documents", &c);
    }

    add_days(&far_days, FIRST_DAY, LAST_DAY, full ? 251 : 4001);
    add_days(&far_days, ORACLE_DAY(2020, 3, 1), ORACLE_DAY(2022, 2, 1), full ? 1 : 7);
    add_edges(&far_days, 10);
    some_days_with_everything_else(&c, &far_days, STATUSRULES_NO);
    report(&tap, "many last days with every reading, place and day of issue", &c);
    documents_that_are_not_named(&c, &far_days, STATUSRULES_NO);
    report(&tap, "the same where the document is not named", &c);

    add_edges(&near_edges, full ? 10 : 2);
    some_days_with_everything_else(&c, &near_edges, STATUSRULES_YES);
    report(&tap, "the days around every edge, strictly", &c);
    documents_that_are_not_named(&c, &near_edges, STATUSRULES_YES);
    report(&tap, "the same, strictly, where the document is not named", &c);

    last_days_that_are_not_known_or_none(&c);
    report(&tap, "documents without term, and those whose last day is not known", &c);
    days_of_knowledge(&c);
    report(&tap, "what was known before the statement was spoken, and after", &c);
    days_asked_about(&c, STATUSRULES_NO);
    report(&tap, "whether a document is valid on a day", &c);
    days_asked_about(&c, STATUSRULES_YES);
    report(&tap, "whether a document is valid on a day, strictly", &c);
    return tap_done(&tap);
}
