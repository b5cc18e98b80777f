/*
 * Is an answer with missing facts exactly the set of the answers over everything that they can stand for?
 *
 * No oracle: a case loses up to three facts, and the library is asked once for every way to fill them in. Which
 * values are worth trying comes from the conditions of the law itself (statusrules_law_condition), not from its
 * tables: every edge of a window and the days beside it, the ends of the range, none, and for the last day also the
 * days from which a counted day meets an edge. So it works on every law that is built in.
 *
 * The seed is printed; `missing SEED` repeats a run.
 */
#include "near_the_law.h"
#include "tap.h"

#include <inttypes.h>
#include <stdlib.h>

enum { ROUNDS = 1200, NEXT_ROUNDS = 100, ANY_DAYS = 40, MAX_CELLS = 300000, PRINTED_FAILURES = 4 };

/* --- Completions -------------------------------------------------------------------------------------------- */

struct axis {
    int32_t fact;
    struct values values;
};

struct cell {
    bool stands;
    statusrules_reading_answer answer;
};

static struct axis axes[MAX_REMOVED + 1];
static int32_t n_axes;
static struct cell cells[MAX_CELLS];

/* The days that only this question makes worth trying. */
static void add_days_of_the_case(struct values *values, int32_t fact, const struct question *q) {
    const int64_t first = STATUSRULES_FIRST_DAY;
    const int64_t last = STATUSRULES_LAST_DAY;
    if (fact == STATUSRULES_FACT_LAST_DAY) {
        for (int32_t s = 0; s < asked.n_sums; s++) {
            for (int32_t e = 0; e < asked.n_edges; e++) {
                put_around(values, (int64_t)asked.edges[e] - asked.sums[s], first, last);
            }
            if (q->day != STATUSRULES_UNKNOWN) {
                put_around(values, (int64_t)q->day - asked.sums[s], first, last);
            }
        }
        const struct values *issued = &asked.values[STATUSRULES_FACT_ISSUED_ON];
        for (int32_t i = 0; i < issued->n; i++) {
            put_around(values, issued->list[i], first, last);
        }
        put_around(values, q->facts.issued_on, first, last);
    }
    if (fact == STATUSRULES_FACT_ISSUED_ON) {
        put_around(values, q->facts.last_day, first, last);
        if (q->day != STATUSRULES_UNKNOWN) {
            put_around(values, q->day, first, last);
        }
    }
}

/* Whether a value is what every mark presumes of a fact: "unless known" met, "if known" not met. */
static bool is_presumed(int32_t fact, int32_t value) {
    for (int32_t number = 1; number <= statusrules_law_provision_count(asked.law); number++) {
        statusrules_provision provision;
        if (statusrules_law_provision(&provision, asked.law, number, NULL) != STATUSRULES_OK
            || provision.question != asked.question) {
            continue;
        }
        for (int32_t i = 0; i < provision.n_conditions; i++) {
            statusrules_condition condition;
            if (statusrules_law_condition(&condition, asked.law, number, i, NULL) != STATUSRULES_OK
                || condition.fact != fact || condition.mark == STATUSRULES_MARK_NONE) {
                continue;
            }
            if (meets(&condition, value) != (condition.mark == STATUSRULES_MARK_UNLESS_KNOWN)) {
                return false;
            }
        }
    }
    return true;
}

/* The other of the two facts that say which state decides; 0 for every other fact. */
static int32_t other_state_fact(int32_t fact) {
    if (!asked.by_state) {
        return 0;
    }
    return fact == STATUSRULES_FACT_CITIZENSHIP       ? STATUSRULES_FACT_RESIDENCE_STATE
           : fact == STATUSRULES_FACT_RESIDENCE_STATE ? STATUSRULES_FACT_CITIZENSHIP
                                                      : 0;
}

/* Whether a removed fact is presumed to lead nowhere else, because the other one names a state. */
static bool is_presumed_state(int32_t fact, const struct question *q) {
    const int32_t other = other_state_fact(fact);
    const int32_t value = other ? ((const int32_t *)(const void *)&q->facts)[other] : STATUSRULES_UNKNOWN;
    return value != STATUSRULES_UNKNOWN && value != STATUSRULES_NONE;
}

/* Whether a removed residence state is missing together with the citizenship: then it is taken for none. */
static bool is_second_state(int32_t fact, const struct question *q) {
    return other_state_fact(fact) == STATUSRULES_FACT_CITIZENSHIP && q->facts.citizenship == STATUSRULES_UNKNOWN;
}

static void add_no_state(int32_t fact) {
    axes[n_axes++] = (struct axis){fact, {1, {STATUSRULES_NONE}}};
}

/* An axis for a removed fact; only values as presumed, if asked for. */
static void add_axis(int32_t fact, const struct question *q, bool only_presumed) {
    struct axis *axis = &axes[n_axes++];
    axis->fact = fact;
    axis->values = asked.values[fact];
    add_days_of_the_case(&axis->values, fact, q);
    sort_once(&axis->values);
    if (!only_presumed) {
        return;
    }
    int32_t n = 0;
    for (int32_t i = 0; i < axis->values.n; i++) {
        int32_t value = axis->values.list[i];
        bool issued_later = fact == STATUSRULES_FACT_ISSUED_ON && q->day != STATUSRULES_UNKNOWN && value > q->day;
        if (is_presumed(fact, value) && !issued_later) {
            axis->values.list[n++] = value;
        }
    }
    axis->values.n = n;
}

/* How many ways there are to fill the axes; 0 if too many. */
static int32_t count_cells(void) {
    int64_t n = 1;
    for (int32_t i = 0; i < n_axes && n <= MAX_CELLS; i++) {
        n *= axes[i].values.n;
    }
    return n <= MAX_CELLS ? (int32_t)n : 0;
}

/* What completions add up to: of all readings together, or of one. */
struct sum {
    bool any;
    bool differ;
    statusrules_reading_answer first;
    int32_t possible;
    int32_t earliest;
    int32_t latest;
};

/* Of "valid on a day" only the outcome is compared: the day is a remark there. */
static bool same(const struct question *q, const statusrules_reading_answer *a,
                 const statusrules_reading_answer *b) {
    return a->outcome == b->outcome
           && (q->day != STATUSRULES_UNKNOWN
               || (a->day == b->day && a->earliest == b->earliest && a->latest == b->latest));
}

static void add(struct sum *sum, const struct question *q, const statusrules_reading_answer *answer) {
    if (!sum->any) {
        *sum = (struct sum){true, false, *answer, 0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY};
    }
    sum->differ = sum->differ || !same(q, &sum->first, answer);
    sum->possible |= answer->possible;
    if (answer->outcome == STATUSRULES_OUTCOME_YES && answer->day != STATUSRULES_NOT_A_DAY) {
        if (sum->earliest == STATUSRULES_NOT_A_DAY || answer->earliest < sum->earliest) {
            sum->earliest = answer->earliest;
        }
        sum->latest = answer->latest > sum->latest ? answer->latest : sum->latest;
    }
}

static bool adds_up(const struct question *q, const statusrules_reading_answer *answer, const struct sum *sum) {
    if (!sum->any) {
        return false;
    }
    if (!sum->differ) {
        return same(q, answer, &sum->first) && answer->possible == sum->possible;
    }
    return answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED && answer->possible == sum->possible
           && (q->day != STATUSRULES_UNKNOWN
               || (answer->day == STATUSRULES_NOT_A_DAY && answer->earliest == sum->earliest
                   && answer->latest == sum->latest));
}

static statusrules_reading_answer of_all(const statusrules_answer *answer) {
    return (statusrules_reading_answer){answer->outcome,  answer->day,      answer->provision,
                                        answer->possible, answer->earliest, answer->latest};
}

/* The facts whose change alone changes the answer for some filling of the others. */
static int64_t facts_that_matter(const struct question *q, int32_t n_cells) {
    int64_t matter = 0;
    int32_t stride = 1;
    for (int32_t a = 0; a < n_axes; a++) {
        const int32_t n = axes[a].values.n;
        for (int32_t start = 0; start < n_cells && (matter & BIT(axes[a].fact)) == 0; start++) {
            const struct cell *met = NULL;
            if (start / stride % n != 0) {
                continue;
            }
            for (int32_t i = 0; i < n; i++) {
                const struct cell *cell = &cells[start + i * stride];
                if (!cell->stands) {
                    continue;
                }
                if (met != NULL && !same(q, &met->answer, &cell->answer)) {
                    matter |= BIT(axes[a].fact);
                }
                met = cell;
            }
        }
        stride *= n;
    }
    return matter;
}

/* Everything that the completions say. */
struct completed {
    struct sum all;
    struct sum readings[3];
    int64_t missing;
    int64_t assumed;
};

static void fill_in(statusrules_facts *facts, int32_t cell) {
    for (int32_t a = 0; a < n_axes; a++) {
        *member(facts, axes[a].fact) = axes[a].values.list[cell % axes[a].values.n];
        cell /= axes[a].values.n;
    }
}

static struct completed complete(const struct question *q, int32_t n_cells) {
    struct completed done = {0};
    struct question brief = *q;
    brief.options.brief = STATUSRULES_YES;
    for (int32_t c = 0; c < n_cells; c++) {
        statusrules_facts facts = q->facts;
        statusrules_answer answer;
        fill_in(&facts, c);
        cells[c].stands = ask_question(&answer, &brief, &facts) == STATUSRULES_OK;
        if (!cells[c].stands) {
            continue;
        }
        cells[c].answer = of_all(&answer);
        add(&done.all, q, &cells[c].answer);
        done.assumed |= answer.assumed;
        for (int32_t r = 0; r < 3; r++) {
            if (answer.readings[r].outcome != 0) {
                add(&done.readings[r], q, &answer.readings[r]);
            }
        }
    }
    done.missing = facts_that_matter(q, n_cells);
    /* Where no state is known, either of the two would say which. */
    if (q->options.strict != STATUSRULES_YES && is_second_state(STATUSRULES_FACT_RESIDENCE_STATE, q)
        && q->facts.residence_state == STATUSRULES_UNKNOWN && done.missing & BIT(STATUSRULES_FACT_CITIZENSHIP)) {
        done.missing |= BIT(STATUSRULES_FACT_RESIDENCE_STATE);
    }
    return done;
}

/* --- Counting and printing ---------------------------------------------------------------------------------- */

struct count {
    int64_t cases;
    int64_t failures;
};

static void print_answer(const char *who, int32_t code, const statusrules_reading_answer *a, int64_t missing,
                         int64_t assumed) {
    (void)printf("#   %s: error %" PRId32 " outcome %" PRId32 " day %" PRId32 " possible %" PRIx32
                 " earliest %" PRId32 " latest %" PRId32 " missing %" PRIx64 " assumed %" PRIx64 "\n",
                 who, code, a->outcome, a->day, (uint32_t)a->possible, a->earliest, a->latest, (uint64_t)missing,
                 (uint64_t)assumed);
}

static bool expect(struct count *count, bool holds, const char *what, const struct question *q) {
    count->cases++;
    if (holds) {
        return true;
    }
    count->failures++;
    if (count->failures <= PRINTED_FAILURES) {
        print_case(what, q);
    }
    return false;
}

/* --- Properties --------------------------------------------------------------------------------------------- */

/* Whether the answer is what the completions add up to: outcomes, bounds, readings, missing and assumed facts. */
static bool is_exact(const statusrules_answer *answer, const struct question *q, const struct completed *done) {
    statusrules_reading_answer all = of_all(answer);
    bool exact = adds_up(q, &all, &done->all) && answer->assumed == done->assumed;
    bool readings_differ = false;
    for (int32_t r = 0; r < 3; r++) {
        exact = exact && (answer->readings[r].outcome != 0) == done->readings[r].any;
        if (done->readings[r].any) {
            exact = exact && adds_up(q, &answer->readings[r], &done->readings[r]);
            readings_differ = readings_differ || done->readings[r].differ;
        }
    }
    return exact && (answer->missing == done->missing || (!done->all.differ && readings_differ));
}

static void expect_exact(struct count *count, const struct question *q, const char *what) {
    int32_t n_cells = count_cells();
    if (n_cells == 0) {
        return;
    }
    statusrules_answer answer = {0};
    struct question brief = *q;
    brief.options.brief = STATUSRULES_YES;
    int32_t code = ask_question(&answer, &brief, &q->facts);
    struct completed done = complete(q, n_cells);
    bool holds = done.all.any ? code == STATUSRULES_OK && is_exact(&answer, q, &done) : code != STATUSRULES_OK;
    if (!expect(count, holds, what, q) && count->failures <= PRINTED_FAILURES) {
        statusrules_reading_answer all = of_all(&answer);
        statusrules_reading_answer sum = {done.all.differ ? STATUSRULES_OUTCOME_UNDETERMINED
                                                          : done.all.first.outcome,
                                          done.all.differ ? STATUSRULES_NOT_A_DAY : done.all.first.day,
                                          0,
                                          done.all.possible,
                                          done.all.earliest,
                                          done.all.latest};
        print_answer("library    ", code, &all, answer.missing, answer.assumed);
        print_answer("completions", done.all.any ? STATUSRULES_OK : STATUSRULES_ERROR_RESULT, &sum, done.missing,
                     done.assumed);
    }
}

static void strict_is_exact(struct count *count, bool valid_on) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        struct question q = some_question(true, valid_on);
        n_axes = 0;
        for (int32_t r = 0; r < q.n_removed; r++) {
            add_axis(q.removed[r], &q, false);
        }
        expect_exact(count, &q, "the completions do not add up to the answer");
    }
}

static void every_strict_answer_is_exact(struct count *count) {
    strict_is_exact(count, false);
}

static void every_strict_validity_is_exact(struct count *count) {
    if (asked.question == STATUSRULES_QUESTION_EXTENSION) {
        strict_is_exact(count, true);
    }
}

/* Facts that are only asked with a mark stay missing and are presumed; those without any are completed. */
static void every_presuming_answer_is_exact(struct count *count) {
    const int32_t plain = 1 << STATUSRULES_MARK_NONE;
    for (int32_t i = 0; i < ROUNDS; i++) {
        struct question q = some_question(false, false);
        bool mixed = false;
        n_axes = 0;
        for (int32_t r = 0; r < q.n_removed; r++) {
            int32_t marks = asked.marks[q.removed[r]];
            mixed = mixed || ((marks & plain) != 0 && marks != plain);
            if (is_second_state(q.removed[r], &q)) {
                add_no_state(q.removed[r]);
            } else if (marks == plain && !is_presumed_state(q.removed[r], &q)) {
                add_axis(q.removed[r], &q, false);
            }
        }
        if (!mixed) {
            expect_exact(count, &q, "the completions do not add up to the answer with presumptions");
        }
    }
}

static bool covers(const struct question *q, const statusrules_answer *wide, const statusrules_answer *one) {
    if (wide->outcome != STATUSRULES_OUTCOME_UNDETERMINED) {
        return wide->outcome == one->outcome && (q->day != STATUSRULES_UNKNOWN || wide->day == one->day);
    }
    return (wide->possible & one->possible) == one->possible
           && (q->day != STATUSRULES_UNKNOWN || one->outcome != STATUSRULES_OUTCOME_YES
               || one->day == STATUSRULES_NOT_A_DAY
               || (wide->earliest != STATUSRULES_NOT_A_DAY && wide->earliest <= one->earliest
                   && one->latest <= wide->latest));
}

static void presumptions_cover(struct count *count, bool valid_on) {
    for (int32_t i = 0; i < ROUNDS; i++) {
        struct question q = some_question(false, valid_on);
        struct question brief = q;
        statusrules_answer wide;
        statusrules_answer one;
        bool holds = true;
        int32_t tried = 0;
        brief.options.brief = STATUSRULES_YES;
        n_axes = 0;
        for (int32_t r = 0; r < q.n_removed; r++) {
            if (is_second_state(q.removed[r], &q) || is_presumed_state(q.removed[r], &q)) {
                add_no_state(q.removed[r]);
            } else {
                add_axis(q.removed[r], &q, true);
            }
        }
        int32_t n_cells = count_cells();
        int32_t code = ask_question(&wide, &brief, &q.facts);
        for (int32_t c = 0; c < n_cells && holds; c++) {
            statusrules_facts facts = q.facts;
            fill_in(&facts, c);
            if (ask_question(&one, &brief, &facts) == STATUSRULES_OK) {
                tried++;
                holds = code == STATUSRULES_OK && covers(&q, &wide, &one);
            }
        }
        if (tried > 0) {
            expect(count, holds, "a completion as presumed is not covered", &q);
        }
    }
}

static void every_presumed_completion_is_covered(struct count *count) {
    presumptions_cover(count, false);
}

static void every_presumed_completion_of_a_validity_is_covered(struct count *count) {
    if (asked.question == STATUSRULES_QUESTION_EXTENSION) {
        presumptions_cover(count, true);
    }
}

/* Not only representative values: any day at all, near the edges or far from them. */
static void every_last_day_is_covered(struct count *count) {
    if (asked.question != STATUSRULES_QUESTION_EXTENSION) {
        return;
    }
    for (int32_t i = 0; i < ROUNDS; i++) {
        struct question q = some_question(true, one_in(2));
        struct question brief = q;
        statusrules_answer wide;
        statusrules_answer one;
        brief.options.brief = STATUSRULES_YES;
        q.facts.last_day = STATUSRULES_UNKNOWN;
        int32_t code = ask_question(&wide, &brief, &q.facts);
        bool holds = true;
        for (int32_t d = 0; d < ANY_DAYS && holds; d++) {
            statusrules_facts facts = q.facts;
            facts.last_day = one_in(4) ? between(STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY)
                                       : asked.edges[between(0, asked.n_edges - 1)] - between(0, 400);
            if (facts.last_day >= STATUSRULES_FIRST_DAY && ask_question(&one, &brief, &facts) == STATUSRULES_OK) {
                holds = code == STATUSRULES_OK && covers(&q, &wide, &one);
            }
        }
        expect(count, holds, "a last day is not covered", &q);
    }
}

/* The most outcomes that a value of a missing fact leaves possible. */
static int32_t worst_after(const struct question *q, int32_t fact) {
    int32_t worst = 0;
    n_axes = 0;
    add_axis(fact, q, false);
    for (int32_t i = 0; i < axes[0].values.n; i++) {
        struct question brief = *q;
        statusrules_answer answer;
        int32_t n = 0;
        brief.options.brief = STATUSRULES_YES;
        *member(&brief.facts, fact) = axes[0].values.list[i];
        if (ask_question(&answer, &brief, &brief.facts) == STATUSRULES_OK) {
            for (int32_t outcome = STATUSRULES_OUTCOME_YES; outcome <= STATUSRULES_OUTCOME_CONFLICT; outcome++) {
                n += answer.possible >> outcome & 1;
            }
            worst = n > worst ? n : worst;
        }
    }
    return worst;
}

static bool is_asked_well(const struct question *q, const statusrules_answer *answer) {
    if (answer->missing == 0 || (answer->missing & (answer->missing - 1)) == 0) {
        return answer->missing == (answer->ask_next == 0 ? 0 : BIT(answer->ask_next));
    }
    if (answer->ask_next == 0 || (answer->missing & BIT(answer->ask_next)) == 0) {
        return false;
    }
    const int32_t mine = worst_after(q, answer->ask_next);
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        if ((answer->missing & BIT(fact)) != 0 && worst_after(q, fact) < mine) {
            return false;
        }
    }
    return true;
}

static void every_next_question_is_best(struct count *count) {
    int32_t left = NEXT_ROUNDS;
    for (int32_t i = 0; i < ROUNDS && left > 0; i++) {
        struct question q = some_question(true, asked.question == STATUSRULES_QUESTION_EXTENSION && one_in(2));
        statusrules_answer answer;
        if (q.n_removed < 2 || ask_question(&answer, &q, &q.facts) != STATUSRULES_OK) {
            continue;
        }
        left--;
        if (!expect(count, is_asked_well(&q, &answer), "another fact would leave fewer outcomes", &q)) {
            (void)printf("#   missing %" PRIx64 ", asks next for %" PRId32 "\n", (uint64_t)answer.missing,
                         answer.ask_next);
        }
    }
}

/* --- Running ------------------------------------------------------------------------------------------------ */

int main(int argc, char **argv) {
    static const struct {
        void (*run)(struct count *count);
        const char *sentence;
    } properties[] = {
        {every_strict_answer_is_exact, "a strict answer is exactly the set of answers over its completions"},
        {every_strict_validity_is_exact, "a strict validity on a day is exactly the set over its completions"},
        {every_presuming_answer_is_exact, "an answer that presumes is exact over what it does not presume"},
        {every_presumed_completion_is_covered, "every completion as presumed is covered"},
        {every_presumed_completion_of_a_validity_is_covered,
         "every completion as presumed of a validity on a day is covered"},
        {every_next_question_is_best, "the fact to ask next leaves the fewest outcomes, at worst"},
        {every_last_day_is_covered, "every last day is covered when it is missing"},
    };
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 20211129;
    struct tap tap = {0, 0};
    (void)printf("# seed %" PRIu64 "\n", seed);
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
            struct count count = {0, 0};
            char sentence[160];
            /* Each property starts anew, so that one can be repeated alone. */
            start_chance(seed * 2654435761U + i + 1);
            for (int32_t q = STATUSRULES_QUESTION_EXTENSION; q <= STATUSRULES_QUESTION_EDUCATION_ENTRY; q++) {
                ask_about(statusrules_law_at(l), q);
                if (asked.n_facts > 0) {
                    properties[i].run(&count);
                }
            }
            /* A law without terms has nothing to say about last days. */
            if (count.cases > 0) {
                (void)snprintf(sentence, sizeof sentence, "%s: %s", statusrules_law_name(statusrules_law_at(l)),
                               properties[i].sentence);
                tap_report(&tap, sentence, count.cases, count.failures);
            }
        }
    }
    return tap_done(&tap);
}
