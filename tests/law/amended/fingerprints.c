/*
 * Prints a number for all answers of the law `measures` to a question, as known on a day, under an edition:
 *
 *     question<TAB>known_on<TAB>edition<TAB>answers<TAB>fingerprint
 *
 * The days are those on which a provision of the question was published, the days before them, and any ("unknown"). Extension is
 * asked of every term, group of states, location, reading and last day from March 2020 to 2022, the other questions of cases
 * drawn from every value that the tables tell apart.
 */
#include "case_text.h"
#include "law_called.h"
#include "measures_walk.h"
#include "oracle_measures_extension.h"

#include <assert.h>
#include <stdio.h>

#include <statusrules/names.h>

enum { MAX_DAYS = 256, DRAWN = 60000 };

struct fingerprint {
    uint64_t sum;
    int64_t answers;
};

static void add(struct fingerprint *fingerprint, int64_t number) {
    fingerprint->sum = (fingerprint->sum ^ (uint64_t)number) * 0x100000001b3u;
}

static void ask(struct fingerprint *fingerprint, const statusrules_law *law, int32_t question,
                const statusrules_facts *facts, const statusrules_options *options) {
    statusrules_answer answer = {0};
    int32_t error = statusrules_ask(&answer, law, question, facts, options, NULL);
    fingerprint->answers++;
    add(fingerprint, error);
    add(fingerprint, answer.outcome);
    add(fingerprint, answer.possible);
    add(fingerprint, answer.day);
    add(fingerprint, answer.earliest);
    add(fingerprint, answer.latest);
    add(fingerprint, answer.provision);
    add(fingerprint, answer.note);
    add(fingerprint, answer.missing);
    add(fingerprint, answer.assumed);
}

/* --- Extension ---------------------------------------------------------------------------------------------- */

/* One document on each of its last days; what else the rows ask is drawn, or missing. */
static void ask_last_days(struct fingerprint *fingerprint, const statusrules_law *law, statusrules_facts facts,
                          const statusrules_options *options, uint64_t *state) {
    static const int32_t issued[] = {STATUSRULES_DAY(2018, 5, 1), STATUSRULES_DAY(2018, 12, 31),
                                     STATUSRULES_UNKNOWN};
    static const int32_t settled[] = {STATUSRULES_DAY(2021, 9, 30), STATUSRULES_NONE, STATUSRULES_NONE};
    static const int32_t answers[] = {STATUSRULES_YES, STATUSRULES_NO, STATUSRULES_YES};
    for (int32_t day = STATUSRULES_DAY(2020, 3, 1); day <= STATUSRULES_DAY(2022, 12, 31); day++) {
        facts.last_day = day;
        facts.issued_on = issued[walk_random(state, 3)];
        facts.settled_on = settled[walk_random(state, 3)];
        facts.identified = answers[walk_random(state, 3)];
        facts.highly_qualified = answers[walk_random(state, 3)];
        facts.state_programme = answers[walk_random(state, 3)];
        facts.legal_status = 1 + walk_random(state, STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER);
        ask(fingerprint, law, STATUSRULES_QUESTION_EXTENSION, &facts, options);
    }
}

static void ask_extension(struct fingerprint *fingerprint, const statusrules_law *law,
                          statusrules_options options) {
    uint64_t state = 1;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.residence_state = STATUSRULES_NONE;
    for (facts.term = STATUSRULES_TERM_TEMPORARY_STAY; facts.term <= STATUSRULES_TERM_ABSENCE_LIMIT;
         facts.term++) {
        for (int32_t i = 0; i < ORACLE_MEASURES_STATES; i++) {
            facts.citizenship = oracle_measures_states[i];
            for (facts.location = STATUSRULES_LOCATION_IN_RUSSIA; facts.location <= STATUSRULES_LOCATION_ABROAD;
                 facts.location++) {
                for (options.reading = STATUSRULES_READING_LITERAL;
                     options.reading <= STATUSRULES_READING_FIXED_DAY; options.reading++) {
                    ask_last_days(fingerprint, law, facts, &options, &state);
                }
            }
        }
    }
}

/* --- The other questions ------------------------------------------------------------------------------------ */

static const struct {
    int32_t question;
    const struct row_question *rows;
} others[] = {
    {STATUSRULES_QUESTION_VACCINATION, &oracle_vaccination},
    {STATUSRULES_QUESTION_FREE_VACCINATION, &oracle_free_vaccination},
    {STATUSRULES_QUESTION_REGULARISATION, &oracle_regularisation},
    {STATUSRULES_QUESTION_WORK, &oracle_work},
    {STATUSRULES_QUESTION_MORATORIUM, &oracle_moratorium},
    {STATUSRULES_QUESTION_EDUCATION_ENTRY, &oracle_education_entry},
};

enum { N_OTHERS = sizeof others / sizeof others[0] };

static void ask_drawn(struct fingerprint *fingerprint, const struct walk *walk,
                      const statusrules_options *options) {
    uint64_t state = 1;
    for (int32_t n = 0; n < DRAWN; n++) {
        const statusrules_facts facts = walk_draw(walk, &state, n % 3);
        ask(fingerprint, walk->law, walk->question, &facts, options);
    }
}

/* --- Days of knowledge and editions ------------------------------------------------------------------------- */

static void add_day(int32_t days[MAX_DAYS], int32_t *n, int32_t day) {
    for (int32_t i = 0; i < *n; i++) {
        if (days[i] == day) {
            return;
        }
    }
    assert(*n < MAX_DAYS);
    days[(*n)++] = day;
}

static int32_t days_of(int32_t days[MAX_DAYS], const statusrules_law *law, int32_t question) {
    int32_t n = 0;
    days[n++] = STATUSRULES_UNKNOWN;
    for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
        statusrules_provision provision = {0};
        if (statusrules_law_provision(&provision, law, number, NULL) == STATUSRULES_OK
            && provision.question == question) {
            add_day(days, &n, provision.known_from - 1);
            add_day(days, &n, provision.known_from);
        }
    }
    return n;
}

static void print_fingerprints(const statusrules_law *law, int32_t question, const struct row_question *rows) {
    int32_t days[MAX_DAYS];
    static struct walk walk;
    if (rows != NULL) {
        walk_of(&walk, law, question, rows);
    }
    int32_t n = days_of(days, law, question);
    for (int32_t d = 0; d < n; d++) {
        for (int32_t edition = 1; edition <= statusrules_law_edition(law); edition++) {
            struct fingerprint fingerprint = {0xcbf29ce484222325u, 0};
            statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
            char text[16];
            options.known_on = days[d];
            options.edition = edition;
            if (rows == NULL) {
                ask_extension(&fingerprint, law, options);
            } else {
                ask_drawn(&fingerprint, &walk, &options);
            }
            (void)printf("%s\t%s\t%d\t%lld\t%016llx\n",
                         statusrules_name(STATUSRULES_NAMES_QUESTION, question, STATUSRULES_LANGUAGE_NAME),
                         case_day_text(text, days[d]), (int)edition, (long long)fingerprint.answers,
                         (unsigned long long)fingerprint.sum);
        }
    }
}

int main(void) {
    const statusrules_law *law = law_called("measures");
    if (law == NULL) {
        (void)fputs("the library does not hold the law measures\n", stderr);
        return 1;
    }
    print_fingerprints(law, STATUSRULES_QUESTION_EXTENSION, NULL);
    for (int32_t i = 0; i < N_OTHERS; i++) {
        print_fingerprints(law, others[i].question, others[i].rows);
    }
    return 0;
}
