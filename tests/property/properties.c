/*
 * What must hold for every case, tried on random ones: no oracle, the library is compared with itself.
 *
 * The seed is printed; `properties SEED` repeats a run.
 */
#include "chance.h"
#include "tap.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <statusrules/ask.h>
#include <statusrules/names.h>

enum {
    ROUNDS = 200000,
    GRID_ROUNDS = 1500,
    MAX_VALUES = 64,
    MAX_ASKED = 4,
    MAX_GRID = 1 << 17,
    N_QUESTIONS = 7,
    PRINTED_FAILURES = 5
};

/* What the tables A.1 and A.2 ask for each question; what a mark presumes about a missing fact stands last. */
static const struct {
    int32_t question;
    int32_t n_facts;
    int32_t facts[MAX_ASKED];
    /* How many of them, from the first, no mark presumes. */
    int32_t n_unmarked;
} asked[N_QUESTIONS] = {
    {STATUSRULES_QUESTION_EXTENSION,
     4,
     {STATUSRULES_FACT_TERM, STATUSRULES_FACT_LAST_DAY, STATUSRULES_FACT_LOCATION, STATUSRULES_FACT_ISSUED_ON},
     2},
    {STATUSRULES_QUESTION_VACCINATION, 2, {STATUSRULES_FACT_LOCATION, STATUSRULES_FACT_ON_DAY}, 1},
    {STATUSRULES_QUESTION_FREE_VACCINATION, 2, {STATUSRULES_FACT_LEGAL_STATUS, STATUSRULES_FACT_ON_DAY}, 1},
    {STATUSRULES_QUESTION_REGULARISATION, 2, {STATUSRULES_FACT_COULD_NOT_RETURN, STATUSRULES_FACT_ON_DAY}, 1},
    {STATUSRULES_QUESTION_WORK, 2, {STATUSRULES_FACT_COULD_NOT_RETURN, STATUSRULES_FACT_ON_DAY}, 1},
    {STATUSRULES_QUESTION_MORATORIUM, 0, {0}, 0},
    {STATUSRULES_QUESTION_EDUCATION_ENTRY, 2, {STATUSRULES_FACT_LEVEL, STATUSRULES_FACT_ON_DAY}, 1},
};

/* The first days of the windows of the tables; the days before them are the last ones. */
static const int32_t edges[] = {STATUSRULES_FIRST_DAY + 1,     STATUSRULES_DAY(2020, 3, 15),
                                STATUSRULES_DAY(2021, 6, 16),  STATUSRULES_DAY(2021, 11, 29),
                                STATUSRULES_DAY(2021, 12, 31), STATUSRULES_DAY(2022, 1, 1),
                                STATUSRULES_DAY(9999, 6, 16),  STATUSRULES_LAST_DAY};

enum { N_EDGES = sizeof edges / sizeof edges[0] };

/* --- Chance ------------------------------------------------------------------------------------------------- */

static uint64_t state;

/* first..last, both included. */
static int32_t between(int32_t first, int32_t last) {
    uint64_t width = (uint64_t)((int64_t)last - first + 1);
    return (int32_t)((int64_t)first + (int64_t)(chance_next(&state) % width));
}

static bool one_in(int32_t n) {
    return between(1, n) == 1;
}

/* Mostly days near the measures, now and then any. */
static int32_t some_day(void) {
    if (one_in(4)) {
        return between(STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    }
    if (one_in(3)) {
        return edges[between(0, N_EDGES - 1)] - between(0, 1);
    }
    return between(STATUSRULES_DAY(2020, 1, 1), STATUSRULES_DAY(2023, 12, 31));
}

static int32_t some_value(int32_t fact) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (info.none && one_in(8)) {
        return STATUSRULES_NONE;
    }
    switch (info.kind) {
    case STATUSRULES_KIND_DAY:
        return some_day();
    case STATUSRULES_KIND_NUMBER:
    case STATUSRULES_KIND_YES_NO:
        return between(info.first, info.last);
    default:
        return statusrules_code_at(fact, between(0, statusrules_count(fact) - 1));
    }
}

/* --- Cases -------------------------------------------------------------------------------------------------- */

static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

/* The facts that question number `q` asks; one in `missing` is missing, none if 0. */
static statusrules_facts some_case(int32_t q, int32_t missing) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    for (int32_t i = 0; i < asked[q].n_facts; i++) {
        if (missing == 0 || !one_in(missing)) {
            *member(&facts, asked[q].facts[i]) = some_value(asked[q].facts[i]);
        }
    }
    return facts;
}

static statusrules_options some_options(void) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    if (one_in(8)) {
        options.known_on = some_day();
    }
    if (!one_in(3)) {
        options.reading = between(STATUSRULES_READING_LITERAL, STATUSRULES_READING_FIXED_DAY);
    }
    return options;
}

static int32_t ask(statusrules_answer *answer, int32_t question, const statusrules_facts *facts,
                   const statusrules_options *options) {
    memset(answer, 0, sizeof *answer);
    return statusrules_ask(answer, statusrules_law_statement(), question, facts, options, NULL);
}

static bool same_answer(const statusrules_answer *a, const statusrules_answer *b) {
    /* How long it stays the same comes after all that is the answer. */
    return memcmp(a, b, offsetof(statusrules_answer, same_from)) == 0;
}

/* --- Counting ----------------------------------------------------------------------------------------------- */

struct count {
    int64_t cases;
    int64_t failures;
};

static void expect(struct count *count, bool holds, const char *what, int32_t question,
                   const statusrules_facts *facts, const statusrules_options *options) {
    count->cases++;
    if (holds) {
        return;
    }
    count->failures++;
    if (count->failures > PRINTED_FAILURES) {
        return;
    }
    (void)printf("# %s: %s", what,
                 statusrules_name(STATUSRULES_NAMES_QUESTION, question, STATUSRULES_LANGUAGE_NAME));
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        int32_t value = ((const int32_t *)(const void *)facts)[fact];
        if (value != STATUSRULES_UNKNOWN) {
            (void)printf(" %s=%" PRId32, statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME),
                         value);
        }
    }
    if (options != NULL) {
        (void)printf(" known_on=%" PRId32 " reading=%" PRId32 " strict=%" PRId32, options->known_on,
                     options->reading, options->strict);
    }
    (void)printf("\n");
}

/* --- Extension ---------------------------------------------------------------------------------------------- */

/* Through which day a document with a last day is valid under one reading; NOT_A_DAY if that is no day. */
static int32_t end_of(const statusrules_facts *facts, const statusrules_options *options) {
    statusrules_answer answer;
    if (ask(&answer, STATUSRULES_QUESTION_EXTENSION, facts, options) != STATUSRULES_OK) {
        return STATUSRULES_NOT_A_DAY;
    }
    return answer.outcome == STATUSRULES_OUTCOME_YES ? answer.day : facts->last_day;
}

static statusrules_options some_reading(void) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = between(STATUSRULES_READING_LITERAL, STATUSRULES_READING_FIXED_DAY);
    return options;
}

static statusrules_facts some_document(void) {
    statusrules_facts facts = some_case(0, 0);
    facts.last_day = some_day();
    if (one_in(2)) {
        facts.term =
            between(STATUSRULES_TERM_RESIDENCE_REGISTRATION, STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE);
    }
    if (one_in(2)) {
        facts.issued_on = STATUSRULES_UNKNOWN;
    }
    return facts;
}

static void a_later_last_day_never_ends_earlier(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        statusrules_facts facts = some_document();
        statusrules_options options = some_reading();
        statusrules_facts later = facts;
        later.last_day = one_in(2) ? between(facts.last_day, STATUSRULES_LAST_DAY) : some_day();
        if (later.last_day < facts.last_day) {
            continue;
        }
        int32_t end = end_of(&facts, &options);
        int32_t later_end = end_of(&later, &options);
        if (end == STATUSRULES_NOT_A_DAY || later_end == STATUSRULES_NOT_A_DAY) {
            continue;
        }
        expect(count, end <= later_end, "a later last day ends earlier", STATUSRULES_QUESTION_EXTENSION, &facts,
               &options);
    }
}

static void an_extension_never_ends_before_the_last_day(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        statusrules_facts facts = some_document();
        statusrules_options options = some_options();
        statusrules_answer answer;
        if (ask(&answer, STATUSRULES_QUESTION_EXTENSION, &facts, &options) != STATUSRULES_OK
            || answer.outcome != STATUSRULES_OUTCOME_YES) {
            continue;
        }
        expect(count, answer.day >= facts.last_day, "the answer is before the last day",
               STATUSRULES_QUESTION_EXTENSION, &facts, &options);
    }
}

static int32_t valid_on(const statusrules_facts *facts, int32_t day, const statusrules_options *options) {
    statusrules_answer answer = {0};
    if (statusrules_valid_on(&answer, statusrules_law_statement(), facts, day, options, NULL) != STATUSRULES_OK) {
        return 0;
    }
    return answer.outcome;
}

static void a_document_is_valid_through_the_day_of_the_answer_and_no_longer(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        statusrules_facts facts = some_document();
        statusrules_options options = some_reading();
        statusrules_answer answer;
        if (ask(&answer, STATUSRULES_QUESTION_EXTENSION, &facts, &options) != STATUSRULES_OK) {
            continue;
        }
        bool extended = answer.outcome == STATUSRULES_OUTCOME_YES;
        int32_t last = extended ? answer.day : facts.last_day;
        int32_t after = extended ? STATUSRULES_OUTCOME_NO : STATUSRULES_OUTCOME_SILENT;
        bool holds = valid_on(&facts, last, &options) == STATUSRULES_OUTCOME_YES
                     && valid_on(&facts, between(facts.last_day, last), &options) == STATUSRULES_OUTCOME_YES;
        if (last < STATUSRULES_LAST_DAY) {
            holds = holds && valid_on(&facts, last + 1, &options) == after
                    && valid_on(&facts, between(last + 1, STATUSRULES_LAST_DAY), &options) == after;
        }
        expect(count, holds, "valid on a day disagrees with the extension", STATUSRULES_QUESTION_EXTENSION, &facts,
               &options);
    }
}

/* --- Readings ----------------------------------------------------------------------------------------------- */

static void no_reading_chosen_is_all_readings(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        int32_t q = between(0, N_QUESTIONS - 1);
        statusrules_facts facts = some_case(q, 0);
        statusrules_options options = some_options();
        options.reading = STATUSRULES_UNKNOWN;
        statusrules_answer all;
        if (ask(&all, asked[q].question, &facts, &options) != STATUSRULES_OK) {
            continue;
        }
        bool equal = true;
        bool holds = true;
        for (int32_t r = STATUSRULES_READING_LITERAL; r <= STATUSRULES_READING_FIXED_DAY; r++) {
            statusrules_answer one;
            const statusrules_reading_answer *part = &all.readings[r - 1];
            options.reading = r;
            holds = holds && ask(&one, asked[q].question, &facts, &options) == STATUSRULES_OK
                    && memcmp(part, &one.readings[r - 1], sizeof *part) == 0 && part->outcome == one.outcome
                    && part->day == one.day && part->provision == one.provision;
            equal = equal && part->outcome == all.readings[0].outcome && part->day == all.readings[0].day;
        }
        if (equal) {
            holds = holds && all.outcome == all.readings[0].outcome && all.day == all.readings[0].day;
        } else {
            holds = holds && all.outcome == STATUSRULES_OUTCOME_CONFLICT && all.day == STATUSRULES_NOT_A_DAY;
        }
        options.reading = STATUSRULES_UNKNOWN;
        expect(count, holds, "the readings do not add up", asked[q].question, &facts, &options);
    }
}

/* --- Missing facts ------------------------------------------------------------------------------------------ */

struct axis {
    int32_t fact;
    int32_t n;
    int32_t values[MAX_VALUES];
};

static void add_day(struct axis *axis, int32_t day) {
    if (day >= STATUSRULES_FIRST_DAY && day <= STATUSRULES_LAST_DAY) {
        axis->values[axis->n++] = day;
    }
}

/* A value for each way in which the tables can take the fact, beside what is known of the case. */
static struct axis axis_of(int32_t fact, const statusrules_facts *facts) {
    struct axis axis = {fact, 0, {0}};
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (info.kind == STATUSRULES_KIND_DAY) {
        for (int32_t i = 0; i < N_EDGES; i++) {
            add_day(&axis, edges[i] - 1);
            add_day(&axis, edges[i]);
        }
        add_day(&axis, fact == STATUSRULES_FACT_LAST_DAY ? facts->issued_on : facts->last_day);
        if (info.none) {
            axis.values[axis.n++] = STATUSRULES_NONE;
        }
    } else {
        for (int32_t i = 0; i < statusrules_count(fact); i++) {
            axis.values[axis.n++] = statusrules_code_at(fact, i);
        }
    }
    return axis;
}

struct cell {
    bool stands;
    int32_t outcome;
    int32_t day;
};

/* What the completions of a case add up to. */
struct sum {
    bool any;
    bool equal;
    int32_t outcome;
    int32_t day;
    int32_t possible;
    int32_t earliest;
    int32_t latest;
    int64_t missing;
};

static void add_completion(struct sum *sum, struct cell *cell, const statusrules_answer *answer) {
    *cell = (struct cell){true, answer->outcome, answer->day};
    if (!sum->any) {
        *sum = (struct sum){
            true, true, answer->outcome, answer->day, 0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY, 0};
    }
    sum->equal = sum->equal && sum->outcome == answer->outcome && sum->day == answer->day;
    sum->possible |= 1 << answer->outcome;
    if (answer->outcome == STATUSRULES_OUTCOME_YES && answer->day != STATUSRULES_NOT_A_DAY) {
        if (sum->earliest == STATUSRULES_NOT_A_DAY || answer->day < sum->earliest) {
            sum->earliest = answer->day;
        }
        if (answer->day > sum->latest) {
            sum->latest = answer->day;
        }
    }
}

/* Whether some two completions that differ in one fact alone have unequal answers. */
static bool matters(const struct cell *cells, int32_t n_cells, int32_t stride, int32_t n_values) {
    for (int32_t c = 0; c < n_cells; c++) {
        int32_t place = c / stride % n_values;
        for (int32_t other = place + 1; other < n_values && cells[c].stands; other++) {
            const struct cell *with = &cells[c + (other - place) * stride];
            if (with->stands && (with->outcome != cells[c].outcome || with->day != cells[c].day)) {
                return true;
            }
        }
    }
    return false;
}

/* Fills in the missing ones of the first `n_facts` facts in every way, and asks each. */
static struct sum complete(int32_t q, int32_t n_facts, const statusrules_facts *facts,
                           const statusrules_options *options) {
    static struct cell cells[MAX_GRID];
    static struct axis axes[MAX_ASKED];
    struct sum sum = {0};
    int32_t n_axes = 0;
    int32_t n_cells = 1;
    for (int32_t i = 0; i < n_facts; i++) {
        statusrules_facts copy = *facts;
        if (*member(&copy, asked[q].facts[i]) == STATUSRULES_UNKNOWN) {
            axes[n_axes] = axis_of(asked[q].facts[i], facts);
            n_cells *= axes[n_axes++].n;
        }
    }
    for (int32_t c = 0; c < n_cells; c++) {
        statusrules_facts full = *facts;
        statusrules_answer answer;
        int32_t rest = c;
        for (int32_t a = 0; a < n_axes; a++) {
            *member(&full, axes[a].fact) = axes[a].values[rest % axes[a].n];
            rest /= axes[a].n;
        }
        cells[c].stands = false;
        if (ask(&answer, asked[q].question, &full, options) == STATUSRULES_OK) {
            add_completion(&sum, &cells[c], &answer);
        }
    }
    for (int32_t a = 0, stride = 1; a < n_axes; a++) {
        if (matters(cells, n_cells, stride, axes[a].n)) {
            sum.missing |= (int64_t)1 << axes[a].fact;
        }
        stride *= axes[a].n;
    }
    return sum;
}

static bool adds_up(const statusrules_answer *answer, const struct sum *sum) {
    if (sum->equal) {
        return answer->outcome == sum->outcome && answer->day == sum->day && answer->possible == sum->possible
               && answer->missing == sum->missing;
    }
    return answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED && answer->day == STATUSRULES_NOT_A_DAY
           && answer->possible == sum->possible && answer->earliest == sum->earliest
           && answer->latest == sum->latest && answer->missing == sum->missing;
}

static void an_answer_is_exactly_what_its_completions_add_up_to(struct count *count) {
    for (int32_t i = 0; i < GRID_ROUNDS; i++) {
        int32_t q = one_in(2) ? 0 : between(0, N_QUESTIONS - 1);
        statusrules_facts facts = some_case(q, 2);
        statusrules_options options = some_options();
        options.strict = one_in(2) ? STATUSRULES_YES : STATUSRULES_NO;
        int32_t n_facts = options.strict == STATUSRULES_YES ? asked[q].n_facts : asked[q].n_unmarked;
        statusrules_answer answer;
        int32_t error = ask(&answer, asked[q].question, &facts, &options);
        struct sum sum = complete(q, n_facts, &facts, &options);
        expect(count, sum.any ? error == STATUSRULES_OK && adds_up(&answer, &sum) : error != STATUSRULES_OK,
               "the completions do not add up to the answer", asked[q].question, &facts, &options);
    }
}

static void an_answer_covers_every_completion(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        int32_t q = one_in(2) ? 0 : between(0, N_QUESTIONS - 1);
        statusrules_facts facts = some_case(q, 2);
        statusrules_options options = some_options();
        options.strict = one_in(2) ? STATUSRULES_YES : STATUSRULES_NO;
        int32_t n_facts = options.strict == STATUSRULES_YES ? asked[q].n_facts : asked[q].n_unmarked;
        statusrules_facts full = facts;
        for (int32_t f = 0; f < n_facts; f++) {
            int32_t *value = member(&full, asked[q].facts[f]);
            *value = *value == STATUSRULES_UNKNOWN ? some_value(asked[q].facts[f]) : *value;
        }
        statusrules_answer wide;
        statusrules_answer one;
        if (ask(&one, asked[q].question, &full, &options) != STATUSRULES_OK) {
            continue;
        }
        bool holds = ask(&wide, asked[q].question, &facts, &options) == STATUSRULES_OK
                     && (wide.possible & (1 << one.outcome)) != 0
                     && (one.outcome != STATUSRULES_OUTCOME_YES || one.day == STATUSRULES_NOT_A_DAY
                         || (wide.earliest <= one.day && one.day <= wide.latest));
        expect(count, holds, "a completion is not covered", asked[q].question, &facts, &options);
    }
}

static void a_strict_question_presumes_nothing(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        int32_t q = between(0, N_QUESTIONS - 1);
        statusrules_facts facts = some_case(q, 2);
        statusrules_options options = some_options();
        options.strict = STATUSRULES_YES;
        statusrules_answer answer;
        if (ask(&answer, asked[q].question, &facts, &options) != STATUSRULES_OK) {
            continue;
        }
        expect(count, answer.assumed == 0, "a strict answer assumes", asked[q].question, &facts, &options);
    }
}

/* What the marks of the tables presume: in Russia, issued by 2021, asked of the day of the statement. */
static void fill_in_what_is_presumed(statusrules_facts *facts, int64_t assumed) {
    if (assumed & ((int64_t)1 << STATUSRULES_FACT_LOCATION)) {
        facts->location = STATUSRULES_LOCATION_IN_RUSSIA;
    }
    if (assumed & ((int64_t)1 << STATUSRULES_FACT_ISSUED_ON)) {
        facts->issued_on = STATUSRULES_FIRST_DAY;
    }
    if (assumed & ((int64_t)1 << STATUSRULES_FACT_ON_DAY)) {
        facts->on_day = STATUSRULES_DAY(2021, 11, 29);
    }
}

static void what_is_presumed_is_named_and_nothing_else_is(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        int32_t q = one_in(2) ? 0 : between(0, N_QUESTIONS - 1);
        statusrules_facts facts = some_case(q, 3);
        statusrules_options options = some_options();
        statusrules_answer presumed;
        statusrules_answer known;
        if (ask(&presumed, asked[q].question, &facts, &options) != STATUSRULES_OK) {
            continue;
        }
        statusrules_facts filled = facts;
        fill_in_what_is_presumed(&filled, presumed.assumed);
        options.strict = STATUSRULES_YES;
        int32_t error = ask(&known, asked[q].question, &filled, &options);
        presumed.assumed = 0;
        expect(count, error == STATUSRULES_OK && same_answer(&presumed, &known),
               "the answer changes when what was presumed is known", asked[q].question, &facts, &options);
    }
}

/* --- Facts that are not asked ------------------------------------------------------------------------------- */

static bool is_asked(int32_t q, int32_t fact) {
    for (int32_t i = 0; i < asked[q].n_facts; i++) {
        if (asked[q].facts[i] == fact) {
            return true;
        }
    }
    return false;
}

static void facts_that_are_not_asked_never_matter(struct count *count) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        int32_t q = between(0, N_QUESTIONS - 1);
        statusrules_facts facts = some_case(q, 4);
        statusrules_facts noisy = facts;
        statusrules_options options = some_options();
        options.strict = one_in(4) ? STATUSRULES_YES : STATUSRULES_NO;
        for (int32_t n = 0; n < statusrules_count(STATUSRULES_NAMES_FACT); n++) {
            int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, n);
            if (is_asked(q, fact) || one_in(2)) {
                continue;
            }
            /* What does not belong to the question is not read, not even to refuse it. */
            bool read = statusrules_question_asks(asked[q].question, fact) == 1;
            *member(&noisy, fact) = read || one_in(2) ? some_value(fact) : between(INT32_MIN, INT32_MAX);
        }
        /* A number of days must agree with the two days it lies between, asked or not. */
        if (statusrules_question_asks(asked[q].question, STATUSRULES_FACT_NOTICE_DAYS)) {
            noisy.notified_on = STATUSRULES_UNKNOWN;
            noisy.visa_last_day = STATUSRULES_UNKNOWN;
        }
        statusrules_answer quiet_answer;
        statusrules_answer noisy_answer;
        int32_t quiet_error = ask(&quiet_answer, asked[q].question, &facts, &options);
        int32_t noisy_error = ask(&noisy_answer, asked[q].question, &noisy, &options);
        expect(count, quiet_error == noisy_error && same_answer(&quiet_answer, &noisy_answer),
               "a fact that is not asked matters", asked[q].question, &noisy, &options);
    }
}

/* --- Running ------------------------------------------------------------------------------------------------ */

int main(int argc, char **argv) {
    static const struct {
        void (*run)(struct count *count);
        const char *sentence;
    } properties[] = {
        {a_later_last_day_never_ends_earlier, "in each reading a later last day never ends earlier"},
        {an_extension_never_ends_before_the_last_day, "an extension never ends before the last day"},
        {a_document_is_valid_through_the_day_of_the_answer_and_no_longer,
         "a document is valid through the day of the answer and no longer"},
        {no_reading_chosen_is_all_readings,
         "no reading chosen is all readings: equal ones stand, others conflict"},
        {an_answer_is_exactly_what_its_completions_add_up_to,
         "an answer with missing facts is exactly what its completions add up to"},
        {an_answer_covers_every_completion, "an answer with missing facts covers every completion"},
        {a_strict_question_presumes_nothing, "a strict question presumes nothing"},
        {what_is_presumed_is_named_and_nothing_else_is, "what is presumed is named, and nothing else is presumed"},
        {facts_that_are_not_asked_never_matter, "facts that are not asked never matter"},
    };
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 20211129;
    struct tap tap = {0, 0};
    (void)printf("# seed %" PRIu64 "\n", seed);
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
        struct count count = {0, 0};
        /* Each property starts anew, so that one can be repeated alone. Zero is no state of the generator. */
        state = seed * 2654435761U + i + 1;
        state = state == 0 ? 1 : state;
        properties[i].run(&count);
        tap_report(&tap, properties[i].sentence, count.cases, count.failures);
    }
    return tap_done(&tap);
}
