/*
 * The question extension of the law `measures`: the library against the oracle, for every document, what was known,
 * state and reading.
 *
 * Without arguments it stays under a minute; `--full` runs the whole product, and `--full K N` the part K of N of it, from 0
 * to N - 1: the cases of all parts are those of the whole. `--count` says how many these are.
 */
#include "measures_extension.h"
#include "law_called.h"
#include "measures_extension_cases.h"

#include <stdlib.h>
#include <string.h>

#include <statusrules/names.h>

#define DAY ORACLE_DAY
#define STATE STATUSRULES_COUNTRY

enum {
    FIRST_TERM = STATUSRULES_TERM_TEMPORARY_STAY,
    LAST_TERM = STATUSRULES_TERM_ABSENCE_LIMIT,
    UNKNOWN = STATUSRULES_UNKNOWN
};

static const int32_t readings[] = {UNKNOWN, STATUSRULES_READING_LITERAL, STATUSRULES_READING_SUSPENSION,
                                   STATUSRULES_READING_FIXED_DAY};
static const int32_t strictness[] = {STATUSRULES_NO, STATUSRULES_YES};
static const int32_t nothing[] = {STATUSRULES_NONE};
static const int32_t unknown[] = {UNKNOWN};
static const int32_t none_or_unknown[] = {STATUSRULES_NONE, UNKNOWN};

/* Every state that stands in a group of B.1, one in none of them, none, and not known. */
static const int32_t named_states[] = {
    STATE('G', 'B'), STATE('T', 'R'), STATE('T', 'Z'),  STATE('C', 'H'), STATE('E', 'G'), STATE('A', 'E'),
    STATE('M', 'V'), STATE('B', 'Y'), STATE('K', 'Z'),  STATE('K', 'G'), STATE('K', 'R'), STATE('R', 'S'),
    STATE('C', 'U'), STATE('J', 'P'), STATE('E', 'T'),  STATE('S', 'C'), STATE('X', 'O'), STATE('X', 'A'),
    STATE('F', 'I'), STATE('V', 'N'), STATE('I', 'N'),  STATE('Q', 'A'), STATE('G', 'R'), STATE('S', 'G'),
    STATE('A', 'Z'), STATE('A', 'M'), STATE('V', 'E'),  STATE('D', 'E'), STATE('S', 'Y'), STATE('T', 'J'),
    STATE('U', 'Z'), STATE('L', 'K'), STATE('C', 'N'),  STATE('M', 'N'), STATE('U', 'A'), STATE('X', 'D'),
    STATE('X', 'L'), STATE('U', 'S'), STATUSRULES_NONE, UNKNOWN};

/* --- The oracle itself --------------------------------------------------------------------------------------- */

static bool oracle_answers(const struct extension_case *c) {
    statusrules_facts facts = facts_of_case(c);
    statusrules_options options = options_of_case(c);
    oracle_extension_answer answer;
    if (c->valid_on == 0) {
        oracle_measures_extension(&answer, &facts, &options);
    } else {
        oracle_measures_valid_on(&answer, &facts, c->valid_on, &options);
    }
    int32_t day = c->day == 0 ? STATUSRULES_NOT_A_DAY : c->day;
    return answer.error == STATUSRULES_OK && answer.all.outcome == c->outcome && answer.all.day == day
           && (c->earliest == 0 || answer.all.earliest == c->earliest)
           && (c->latest == 0 || answer.all.latest == c->latest);
}

static void check_oracle_cases(struct comparison *comparison) {
    for (int32_t i = 0; i < n_extension_cases; i++) {
        comparison->cases++;
        if (!oracle_answers(&extension_cases[i])) {
            comparison->differences++;
            (void)printf("# the oracle does not give %s\n", extension_cases[i].sentence);
        }
    }
}

/* --- What a full run and a short one try -------------------------------------------------------------------- */

struct extent {
    bool full;
    struct values last_days;
    struct values edges;
    struct values nearest;
    struct values known_on;
};

static struct extent extent;

static void fill_extent(bool full) {
    extent.full = full;
    add_days(&extent.last_days, full ? DAY(2019, 1, 1) : DAY(2020, 3, 1),
             full ? DAY(2023, 12, 31) : DAY(2022, 10, 31), 1);
    add_days(&extent.last_days, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, full ? 97 : 97 * 97);
    add_days(&extent.last_days, DAY(9999, 6, 1), STATUSRULES_LAST_DAY, full ? 1 : 7);
    add_days_near_edges(&extent.edges, full ? 10 : 1);
    add_days_near_edges(&extent.nearest, 0);
    for (int32_t p = 1; p < N_PUBLICATIONS; p++) {
        add_days(&extent.known_on, publications[p] - 1, publications[p] + 1, 1);
    }
    add_value(&extent.known_on, UNKNOWN);
}

static struct dimension states(void) {
    return (struct dimension){STATUSRULES_FACT_CITIZENSHIP, ORACLE_MEASURES_STATES, oracle_measures_states};
}

/* The product of one term with its facts; the caller adds the rest. */
static struct product of_term(const int32_t *term, int32_t thoroughness) {
    struct product product = {0};
    add_dimension(&product, (struct dimension){STATUSRULES_FACT_TERM, 1, term});
    add_facts_of_term(&product, *term, thoroughness);
    return product;
}

/* --- Nothing missing --------------------------------------------------------------------------------------------- */

static void every_last_day(struct comparison *c, const statusrules_law *law) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.last_days));
        add_dimension(&product, states());
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_RESIDENCE_STATE, nothing));
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, publications));
        compare_product(c, law, &product);
    }
}

static void every_state(struct comparison *c, const statusrules_law *law) {
    static struct values every;
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_FACT_CITIZENSHIP); i++) {
        add_value(&every, statusrules_code_at(STATUSRULES_FACT_CITIZENSHIP, i));
    }
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        struct dimension wide = dimension_of(STATUSRULES_FACT_CITIZENSHIP, &every);
        struct dimension narrow = DIMENSION(STATUSRULES_FACT_CITIZENSHIP, named_states);
        add_dimension(&product,
                      dimension_of(STATUSRULES_FACT_LAST_DAY, extent.full ? &extent.edges : &extent.nearest));
        add_dimension(&product, extent.full ? wide : narrow);
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_RESIDENCE_STATE, nothing));
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, publications));
        compare_product(c, law, &product);
    }
}

static void every_publication(struct comparison *c, const statusrules_law *law) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.nearest));
        add_dimension(&product, states());
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_RESIDENCE_STATE, nothing));
        add_dimension(&product, dimension_of(DIMENSION_KNOWN_ON, &extent.known_on));
        compare_product(c, law, &product);
    }
}

static void each_reading_alone(struct comparison *c, const statusrules_law *law) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.edges));
        add_dimension(&product, states());
        add_dimension(&product, DIMENSION(DIMENSION_READING, readings));
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, publications));
        compare_product(c, law, &product);
    }
}

static void two_states(struct comparison *c, const statusrules_law *law) {
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        struct dimension other = states();
        other.what = STATUSRULES_FACT_RESIDENCE_STATE;
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.nearest));
        add_dimension(&product, states());
        add_dimension(&product, other);
        add_dimension(&product, DIMENSION(DIMENSION_READING, readings));
        compare_product(c, law, &product);
    }
}

/* --- Something missing ------------------------------------------------------------------------------------------- */

static void missing_facts(struct comparison *c, const statusrules_law *law) {
    static const int32_t known_on[] = {DAY(2020, 5, 1), DAY(2021, 1, 26), DAY(2021, 7, 1), DAY(2022, 6, 10),
                                       UNKNOWN};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, UNKNOWN_FACTS);
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.nearest));
        add_dimension(&product, states());
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_RESIDENCE_STATE, none_or_unknown));
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, known_on));
        compare_product(c, law, &product);
    }
}

/* Every mixture of a citizenship and a residence state that are known, none or not known. */
static void missing_states(struct comparison *c, const statusrules_law *law) {
    static const int32_t sides[] = {STATE('B', 'Y'), STATE('A', 'M'),  STATE('U', 'A'),
                                    STATE('U', 'Z'), STATUSRULES_NONE, UNKNOWN};
    static const int32_t known_on[] = {DAY(2021, 1, 26), DAY(2022, 6, 10), UNKNOWN};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.nearest));
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_CITIZENSHIP, sides));
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_RESIDENCE_STATE, sides));
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, known_on));
        add_dimension(&product, DIMENSION(DIMENSION_STRICT, strictness));
        compare_product(c, law, &product);
    }
}

static void strictly(struct comparison *c, const statusrules_law *law) {
    static const int32_t some_states[] = {STATE('K', 'G'), STATE('U', 'A'), STATE('U', 'S')};
    static const int32_t strict[] = {STATUSRULES_YES};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, UNKNOWN_FACTS);
        add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.nearest));
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_CITIZENSHIP, some_states));
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_RESIDENCE_STATE, nothing));
        add_dimension(&product, DIMENSION(DIMENSION_STRICT, strict));
        compare_product(c, law, &product);
    }
}

static void last_day_not_known_or_none(struct comparison *c, const statusrules_law *law) {
    static const int32_t known_on[] = {DAY(2020, 4, 17), DAY(2020, 5, 1), DAY(2021, 1, 26), UNKNOWN};
    static const int32_t some_states[] = {STATE('K', 'G'), STATE('U', 'A'), STATE('U', 'S'), UNKNOWN};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, KNOWN_FACTS);
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_LAST_DAY, none_or_unknown));
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_CITIZENSHIP, some_states));
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, known_on));
        add_dimension(&product, DIMENSION(DIMENSION_READING, readings));
        compare_product(c, law, &product);
    }
}

/* Every other fact is given, as a register would that lost one column. */
static void term_not_known(struct comparison *c, const statusrules_law *law) {
    static const int32_t locations[] = {STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD};
    static const int32_t issued[] = {DAY(2018, 5, 1), DAY(2020, 3, 16)};
    static const int32_t statuses[] = {STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY,
                                       STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE};
    static const int32_t no_or_yes[] = {STATUSRULES_NO, STATUSRULES_YES};
    static const int32_t no_or_unknown[] = {STATUSRULES_NO, UNKNOWN};
    struct product product = {0};
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_TERM, unknown));
    add_dimension(&product, dimension_of(STATUSRULES_FACT_LAST_DAY, &extent.nearest));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_LOCATION, locations));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_ISSUED_ON, issued));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_LEGAL_STATUS, statuses));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_SETTLED_ON, nothing));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_IDENTIFIED, no_or_yes));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_HIGHLY_QUALIFIED, no_or_yes));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_STATE_PROGRAMME, no_or_unknown));
    add_dimension(&product, DIMENSION(STATUSRULES_FACT_CITIZENSHIP, named_states));
    compare_product(c, law, &product);
}

/* --- Valid on a day ---------------------------------------------------------------------------------------------- */

static void days_asked_about(struct comparison *c, const statusrules_law *law) {
    static const int32_t last_days[] = {DAY(2020, 3, 14), DAY(2020, 6, 15), DAY(2020, 9, 29),  DAY(2021, 3, 14),
                                        DAY(2021, 3, 15), DAY(2021, 6, 15), DAY(2021, 6, 16),  DAY(2021, 12, 31),
                                        DAY(2022, 1, 1),  DAY(2022, 3, 27), DAY(2022, 10, 13), DAY(9999, 6, 16),
                                        STATUSRULES_NONE};
    static const int32_t known_on[] = {DAY(2020, 5, 1), DAY(2022, 6, 10), UNKNOWN};
    static struct values asked;
    add_days_near_edges(&asked, 0);
    add_days(&asked, DAY(2021, 12, 31), DAY(2022, 1, 2), 1);
    add_days(&asked, DAY(2022, 7, 17), DAY(2022, 7, 20), 1);
    add_days(&asked, DAY(2022, 9, 15), DAY(2022, 9, 17), 1);
    add_days(&asked, DAY(2022, 10, 11), DAY(2022, 10, 14), 1);
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        struct product product = of_term(&term, extent.full ? UNKNOWN_FACTS : KNOWN_FACTS);
        add_dimension(&product, DIMENSION(STATUSRULES_FACT_LAST_DAY, last_days));
        add_dimension(&product, states());
        add_dimension(&product, DIMENSION(DIMENSION_KNOWN_ON, known_on));
        add_dimension(&product, dimension_of(DIMENSION_VALID_ON, &asked));
        compare_product(c, law, &product);
    }
}

static void cases_by_chance(struct comparison *c, const statusrules_law *law) {
    compare_random(c, law, extent.full ? 20000000 : 500000);
}

/* --- Running ----------------------------------------------------------------------------------------------------- */

static const struct {
    void (*compare)(struct comparison *c, const statusrules_law *law);
    const char *sentence;
} suites[] = {
    {every_last_day, "every last day of every document, in every group of states, as each publication left it"},
    {every_state, "every state that the tables name, and others"},
    {every_publication, "the days on which something was published, and those beside them"},
    {each_reading_alone, "each reading alone"},
    {two_states, "citizens of one state who hold the residence permit of another"},
    {missing_facts, "facts that are missing, alone and together"},
    {missing_states, "a citizenship or residence state that is none or not known"},
    {strictly, "nothing presumed"},
    {last_day_not_known_or_none, "documents without term, and those whose last day is not known"},
    {term_not_known, "documents that are not named"},
    {days_asked_about, "whether a document is valid on a day"},
    {cases_by_chance, "cases by chance, up to three facts missing"},
};

static void report(struct tap *tap, const char *sentence, struct comparison *comparison) {
    tap_report(tap, sentence, comparison->cases, comparison->differences);
    *comparison = (struct comparison){0, 0};
}

int main(int argc, char **argv) {
    struct tap tap = {0, 0};
    struct comparison c = {0, 0};
    const statusrules_law *law = law_called("measures");

    check_oracle_cases(&c);
    report(&tap, "the oracle gives the numbered cases of the tables", &c);
    report_falls(&c);
    report(&tap, "where a document that ends a day later is valid less long, a window ended", &c);
    if (law == NULL) {
        report(&tap, "the library holds the law measures", &c);
        return tap_done(&tap);
    }
    const bool counts = argc > 1 && strcmp(argv[1], "--count") == 0;
    fill_extent(counts || (argc > 1 && strcmp(argv[1], "--full") == 0));
    if (counts) {
        part = (struct part){-1, 1, 0};
    } else if (argc > 3) {
        part = (struct part){strtoll(argv[2], NULL, 10), strtoll(argv[3], NULL, 10), 0};
    }
    for (size_t i = 0; i < sizeof suites / sizeof suites[0]; i++) {
        suites[i].compare(&c, law);
        if (counts) {
            (void)printf("# %lld cases: %s\n", (long long)part.next, suites[i].sentence);
            part.next = 0;
        } else {
            report(&tap, suites[i].sentence, &c);
        }
    }
    return tap_done(&tap);
}
