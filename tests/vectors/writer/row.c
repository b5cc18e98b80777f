#include "row.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include <statusrules/names.h>

#include "case_text.h"

enum { UNKNOWN = STATUSRULES_UNKNOWN, NONE = STATUSRULES_NONE, MAX_ROWS = 8192 };

/* The columns of facts, in order. */
static const int32_t columns[] = {STATUSRULES_FACT_TERM,           STATUSRULES_FACT_LAST_DAY,
                                  STATUSRULES_FACT_LOCATION,       STATUSRULES_FACT_ISSUED_ON,
                                  STATUSRULES_FACT_CITIZENSHIP,    STATUSRULES_FACT_RESIDENCE_STATE,
                                  STATUSRULES_FACT_SETTLED_ON,     STATUSRULES_FACT_IDENTIFIED,
                                  STATUSRULES_FACT_LEGAL_STATUS,   STATUSRULES_FACT_HIGHLY_QUALIFIED,
                                  STATUSRULES_FACT_STATE_PROGRAMME};

enum { N_COLUMNS = sizeof columns / sizeof columns[0] };

static int32_t value_of(const statusrules_facts *facts, int32_t fact) {
    return ((const int32_t *)(const void *)facts)[fact];
}

/* "" for unknown. */
static const char *day_cell(char text[16], int32_t day) {
    return day == UNKNOWN || day == STATUSRULES_NOT_A_DAY ? "" : case_day_text(text, day);
}

static const char *cell(char text[16], int32_t fact, int32_t value) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (info.kind == STATUSRULES_KIND_DAY) {
        return day_cell(text, value);
    }
    return value == UNKNOWN ? "" : statusrules_name(fact, value, STATUSRULES_LANGUAGE_NAME);
}

static const char *name(int32_t names, int32_t code) {
    return code == UNKNOWN ? "" : statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME);
}

/* --- The sentence ------------------------------------------------------------------------------------------------ */

static const char *term_in_words(int32_t term) {
    static const char *const words[] = {"a document of unknown kind",
                                        "a temporary stay",
                                        "a visa",
                                        "a migration card",
                                        "a registration at the place of stay",
                                        "a registration at the place of residence",
                                        "a temporary residence permit",
                                        "a permanent residence permit",
                                        "a refugee certificate",
                                        "a certificate of consideration of a refugee petition",
                                        "a temporary asylum certificate",
                                        "a State-programme certificate",
                                        "a work permit",
                                        "a patent",
                                        "a hiring permit",
                                        "a period for departure",
                                        "a limit of absence"};
    return words[term == UNKNOWN ? 0 : term];
}

static void say_document(const statusrules_facts *f) {
    char text[16];
    (void)printf("%s ", term_in_words(f->term));
    if (f->last_day == UNKNOWN) {
        (void)printf("whose last day is not known");
    } else if (f->last_day == NONE) {
        (void)printf("without term");
    } else {
        (void)printf("that ends on %s", case_day_text(text, f->last_day));
    }
    if (f->issued_on != UNKNOWN) {
        (void)printf(", issued on %s", case_day_text(text, f->issued_on));
    }
    if (f->location != UNKNOWN) {
        (void)printf(f->location == STATUSRULES_LOCATION_ABROAD ? ", abroad" : ", in Russia");
    }
}

static void say_person(const statusrules_facts *f) {
    char text[16];
    if (f->citizenship != UNKNOWN) {
        (void)printf(f->citizenship == NONE ? ", stateless" : ", citizen of %s",
                     name(STATUSRULES_FACT_CITIZENSHIP, f->citizenship));
    }
    if (f->residence_state != UNKNOWN) {
        (void)printf(f->residence_state == NONE ? ", resident of no other state" : ", resident of %s",
                     name(STATUSRULES_FACT_RESIDENCE_STATE, f->residence_state));
    }
    if (f->settled_on != UNKNOWN) {
        (void)printf(f->settled_on == NONE ? ", never settled" : ", settled on %s",
                     case_day_text(text, f->settled_on));
    }
    if (f->identified != UNKNOWN) {
        (void)printf(f->identified == STATUSRULES_YES ? ", identified" : ", not identified");
    }
    if (f->legal_status != UNKNOWN) {
        (void)printf(", %s", name(STATUSRULES_FACT_LEGAL_STATUS, f->legal_status));
    }
    if (f->highly_qualified != UNKNOWN) {
        (void)printf(f->highly_qualified == STATUSRULES_YES ? ", highly qualified" : ", not highly qualified");
    }
    if (f->state_programme != UNKNOWN) {
        (void)printf(f->state_programme == STATUSRULES_YES ? ", in the State programme"
                                                           : ", not in the State programme");
    }
}

static void say_question(const statusrules_options *options) {
    char text[16];
    if (options->reading != UNKNOWN) {
        (void)printf(", %s", name(STATUSRULES_NAMES_READING, options->reading));
    }
    if (options->strict == STATUSRULES_YES) {
        (void)printf(", strict");
    }
    if (options->known_on != UNKNOWN) {
        (void)printf(", as known on %s", case_day_text(text, options->known_on));
    }
    if (options->valid_on != UNKNOWN) {
        (void)printf(", on %s", case_day_text(text, options->valid_on));
    }
}

static void say_answer(const oracle_extension_answer *answer, bool on_a_day) {
    char text[16];
    const oracle_extension_reading *all = &answer->all;
    if (answer->error != STATUSRULES_OK) {
        (void)printf(": refused");
        return;
    }
    switch (all->outcome) {
    case STATUSRULES_OUTCOME_YES:
        if (on_a_day) {
            (void)printf(": valid");
        } else if (all->day == NONE) {
            (void)printf(": valid, its end not fixed");
        } else {
            (void)printf(": valid through %s", case_day_text(text, all->day));
        }
        break;
    case STATUSRULES_OUTCOME_NO:
        (void)printf(on_a_day ? ": not valid" : ": not covered");
        break;
    case STATUSRULES_OUTCOME_SILENT:
        (void)printf(": nothing is said");
        break;
    default:
        (void)printf(": %s", name(STATUSRULES_NAMES_OUTCOME, all->outcome));
        break;
    }
}

/* --- The row ------------------------------------------------------------------------------------------------------ */

static bool is_written(const statusrules_facts *facts, const statusrules_options *options) {
    static struct {
        statusrules_facts facts;
        statusrules_options options;
    } written[MAX_ROWS];
    static int32_t n;
    for (int32_t i = 0; i < n; i++) {
        if (memcmp(&written[i].facts, facts, sizeof *facts) == 0
            && memcmp(&written[i].options, options, sizeof *options) == 0) {
            return true;
        }
    }
    assert(n < MAX_ROWS);
    written[n].facts = *facts;
    written[n].options = *options;
    n++;
    return false;
}

static void answer_of(oracle_extension_answer *answer, const statusrules_facts *facts,
                      const statusrules_options *options) {
    if (options->valid_on == UNKNOWN) {
        oracle_measures_extension(answer, facts, options);
    } else {
        oracle_measures_valid_on(answer, facts, options->valid_on, options);
    }
}

void write_header(void) {
    (void)printf("case\tlaw\tquestion\tknown_on\tedition\treading\tstrict");
    for (int32_t i = 0; i < N_COLUMNS; i++) {
        (void)printf("\t%s", name(STATUSRULES_NAMES_FACT, columns[i]));
    }
    (void)printf("\tvalid_on\toutcome\tday\tprovision\terror\n");
}

void write_row(const char *number, const statusrules_facts *facts, const statusrules_options *options) {
    char text[16];
    oracle_extension_answer answer;
    if (is_written(facts, options)) {
        return;
    }
    answer_of(&answer, facts, options);
    if (number != NULL) {
        (void)printf("%s: ", number);
    }
    say_document(facts);
    say_person(facts);
    say_question(options);
    say_answer(&answer, options->valid_on != UNKNOWN);
    (void)printf("\tmeasures\textension\t%s\t\t%s\t%s", day_cell(text, options->known_on),
                 name(STATUSRULES_NAMES_READING, options->reading),
                 options->strict == STATUSRULES_YES ? "yes" : "");
    for (int32_t i = 0; i < N_COLUMNS; i++) {
        (void)printf("\t%s", cell(text, columns[i], value_of(facts, columns[i])));
    }
    (void)printf("\t%s", day_cell(text, options->valid_on));
    if (answer.error != STATUSRULES_OK) {
        (void)printf("\t\t\t\t%s\n", name(STATUSRULES_NAMES_ERROR, answer.error));
    } else {
        (void)printf("\t%s\t%s\t\t\n", name(STATUSRULES_NAMES_OUTCOME, answer.all.outcome),
                     day_cell(text, answer.all.day));
    }
}

void write_readings(const statusrules_facts *facts, const statusrules_options *options) {
    statusrules_options one = *options;
    oracle_extension_answer answer;
    answer_of(&answer, facts, options);
    write_row(NULL, facts, options);
    if (answer.error != STATUSRULES_OK || answer.all.outcome != STATUSRULES_OUTCOME_CONFLICT) {
        return;
    }
    for (one.reading = STATUSRULES_READING_LITERAL; one.reading <= STATUSRULES_READING_FIXED_DAY; one.reading++) {
        write_row(NULL, facts, &one);
    }
}
