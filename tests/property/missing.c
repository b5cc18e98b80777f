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
#include "tap.h"

#include <inttypes.h>
#include <stdlib.h>

#include <statusrules/statusrules.h>

enum {
    ROUNDS = 1200,
    ANY_DAYS = 40,
    MAX_VALUES = 6000,
    MAX_EDGES = 512,
    MAX_REMOVED = 3,
    MAX_CELLS = 300000,
    N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY + 1,
    PRINTED_FAILURES = 4
};

#define BIT(n) ((int64_t)1 << (n))

/* --- Chance ------------------------------------------------------------------------------------------------- */

static uint64_t state;

static uint64_t next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

/* first..last, both included. */
static int32_t between(int32_t first, int32_t last) {
    uint64_t width = (uint64_t)((int64_t)last - first + 1);
    return (int32_t)((int64_t)first + (int64_t)(next() % width));
}

static bool one_in(int32_t n) {
    return between(1, n) == 1;
}

/* --- Values worth trying ------------------------------------------------------------------------------------ */

struct values {
    int32_t n;
    int32_t list[MAX_VALUES];
};

static int compare(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

static void put(struct values *values, int64_t value, int64_t first, int64_t last) {
    if (value >= first && value <= last && values->n < MAX_VALUES) {
        values->list[values->n++] = (int32_t)value;
    }
}

static void put_around(struct values *values, int64_t value, int64_t first, int64_t last) {
    for (int64_t i = -1; i <= 1; i++) {
        put(values, value + i, first, last);
    }
}

static void sort_once(struct values *values) {
    int32_t n = 0;
    qsort(values->list, (size_t)values->n, sizeof values->list[0], compare);
    for (int32_t i = 0; i < values->n; i++) {
        if (n == 0 || values->list[n - 1] != values->list[i]) {
            values->list[n++] = values->list[i];
        }
    }
    values->n = n;
}

/* What one question of one law asks. */
struct asked {
    const statusrules_law *law;
    int32_t question;
    /* The facts that some row asks. */
    int32_t facts[N_FACTS];
    int32_t n_facts;
    /* By fact: bits 1 << STATUSRULES_MARK_…. */
    int32_t marks[N_FACTS];
    /* Some row asks which state decides: citizenship and residence state stand for it. */
    bool by_state;
    struct values values[N_FACTS];
    /* The days at which the way through the stages can turn, and what is counted up to there. */
    int32_t edges[MAX_EDGES];
    int32_t n_edges;
    int32_t sums[MAX_EDGES];
    int32_t n_sums;
    /* The days on which something was published. */
    struct values published;
};

static struct asked asked;

static void put_edge(int32_t day) {
    for (int32_t i = 0; i < asked.n_edges; i++) {
        if (asked.edges[i] == day) {
            return;
        }
    }
    if (day >= STATUSRULES_FIRST_DAY && day <= STATUSRULES_LAST_DAY && asked.n_edges < MAX_EDGES) {
        asked.edges[asked.n_edges++] = day;
    }
}

static void put_sum(int32_t sum) {
    for (int32_t i = 0; i < asked.n_sums; i++) {
        if (asked.sums[i] == sum) {
            return;
        }
    }
    if (asked.n_sums < MAX_EDGES) {
        asked.sums[asked.n_sums++] = sum;
    }
}

static void read_condition(const statusrules_condition *condition) {
    const int32_t fact = condition->fact;
    statusrules_fact_info info = {0};
    if (fact == STATUSRULES_STATE) {
        statusrules_condition of_one = *condition;
        asked.by_state = true;
        of_one.fact = STATUSRULES_FACT_CITIZENSHIP;
        read_condition(&of_one);
        of_one.fact = STATUSRULES_FACT_RESIDENCE_STATE;
        read_condition(&of_one);
        return;
    }
    if (fact == STATUSRULES_INCOMING_DAY) {
        put_edge(condition->first);
        put_edge(condition->last);
    }
    if (statusrules_fact(&info, fact, NULL) != STATUSRULES_OK) {
        return;
    }
    asked.marks[fact] |= 1 << condition->mark;
    if (condition->form == STATUSRULES_CONDITION_WINDOW) {
        put_around(&asked.values[fact], condition->first, info.first, info.last);
        put_around(&asked.values[fact], condition->last, info.first, info.last);
    }
    for (int32_t i = 0; i < condition->n_values; i++) {
        if (condition->values[i] != STATUSRULES_NONE) {
            put(&asked.values[fact], condition->values[i], info.first, info.last);
        }
    }
    if (fact == STATUSRULES_FACT_LAST_DAY) {
        put_edge(condition->first);
        put_edge(condition->last);
    }
}

static void read_provision(const statusrules_provision *provision) {
    statusrules_condition condition;
    statusrules_side side;
    put_around(&asked.published, provision->known_from, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    put_around(&asked.published, provision->known_until, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    for (int32_t i = 0; i < provision->n_conditions; i++) {
        if (statusrules_law_condition(&condition, asked.law, provision->number, i, NULL) == STATUSRULES_OK) {
            read_condition(&condition);
        }
    }
    for (int32_t i = 0; i < provision->n_sides; i++) {
        if (statusrules_law_side(&side, asked.law, provision->number, i, NULL) == STATUSRULES_OK) {
            put_edge(side.day);
        }
    }
    put_edge(provision->day);
    put_edge(provision->latest);
    if (provision->days > 0) {
        int32_t n = asked.n_sums;
        for (int32_t i = 0; i < n; i++) {
            put_sum(asked.sums[i] + provision->days);
        }
    }
}

/* Named values: every one, but of countries those that some row names and two others. */
static void add_names(int32_t fact, const statusrules_fact_info *info) {
    int32_t n = statusrules_count(fact);
    if (info->kind == STATUSRULES_KIND_COUNTRY) {
        n = n < 2 ? n : 2;
    }
    for (int32_t i = 0; i < n; i++) {
        put(&asked.values[fact], statusrules_code_at(fact, i), info->first, info->last);
    }
}

static void ask_about(const statusrules_law *law, int32_t question) {
    int32_t n_rows = 0;
    asked = (struct asked){.law = law, .question = question};
    put_sum(0);
    for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
        statusrules_provision provision;
        if (statusrules_law_provision(&provision, law, number, NULL) == STATUSRULES_OK
            && provision.question == question) {
            read_provision(&provision);
            n_rows++;
        }
    }
    if (n_rows == 0) {
        return;
    }
    /* Two facts that count even where no row asks for them: what ends is valid until then, and was issued before. */
    if (question == STATUSRULES_QUESTION_EXTENSION) {
        asked.marks[STATUSRULES_FACT_LAST_DAY] |= 1 << STATUSRULES_MARK_NONE;
        if (asked.marks[STATUSRULES_FACT_ISSUED_ON] == 0) {
            asked.marks[STATUSRULES_FACT_ISSUED_ON] = 1 << STATUSRULES_MARK_NONE;
        }
    }
    put_edge(STATUSRULES_LAST_DAY);
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        statusrules_fact_info info;
        if (asked.marks[fact] == 0 || statusrules_fact(&info, fact, NULL) != STATUSRULES_OK) {
            continue;
        }
        asked.facts[asked.n_facts++] = fact;
        if (info.kind == STATUSRULES_KIND_DAY || info.kind == STATUSRULES_KIND_NUMBER) {
            put(&asked.values[fact], info.first, info.first, info.last);
            put(&asked.values[fact], info.last, info.first, info.last);
        } else {
            add_names(fact, &info);
        }
        if (info.none) {
            put(&asked.values[fact], STATUSRULES_NONE, STATUSRULES_NONE, STATUSRULES_NONE);
        }
        sort_once(&asked.values[fact]);
    }
    sort_once(&asked.published);
}

/* --- Cases -------------------------------------------------------------------------------------------------- */

static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

struct question {
    statusrules_facts facts;
    statusrules_options options;
    /* The day of statusrules_valid_on, else STATUSRULES_UNKNOWN. */
    int32_t day;
    /* The facts taken away. */
    int32_t removed[MAX_REMOVED];
    int32_t n_removed;
};

static int32_t ask(statusrules_answer *answer, const struct question *q, const statusrules_facts *facts) {
    if (q->day != STATUSRULES_UNKNOWN) {
        return statusrules_valid_on(answer, asked.law, facts, q->day, &q->options, NULL);
    }
    return statusrules_ask(answer, asked.law, asked.question, facts, &q->options, NULL);
}

static int32_t one_of(const struct values *values) {
    return values->list[between(0, values->n - 1)];
}

/* A value that meets a condition, if one is found soon. */
static int32_t meeting(const statusrules_condition *condition) {
    const struct values *values = &asked.values[condition->fact];
    if (condition->form == STATUSRULES_CONDITION_IN) {
        return condition->values[between(0, condition->n_values - 1)];
    }
    for (int32_t i = 0; i < 50 && condition->form == STATUSRULES_CONDITION_WINDOW; i++) {
        int32_t value = one_of(values);
        if (value >= condition->first && value <= condition->last) {
            return value;
        }
    }
    return one_of(values);
}

/* Facts near some row of the question, so that something decides. */
static void approach_a_row(statusrules_facts *facts) {
    statusrules_provision provision;
    statusrules_condition condition;
    do {
        int32_t number = between(1, statusrules_law_provision_count(asked.law));
        if (statusrules_law_provision(&provision, asked.law, number, NULL) != STATUSRULES_OK) {
            return;
        }
    } while (provision.question != asked.question);
    for (int32_t i = 0; i < provision.n_conditions; i++) {
        if (statusrules_law_condition(&condition, asked.law, provision.number, i, NULL) == STATUSRULES_OK
            && condition.fact < N_FACTS) {
            *member(facts, condition.fact) = meeting(&condition);
        }
    }
}

static struct question some_question(bool strict, bool valid_on) {
    struct question q = {STATUSRULES_FACTS_UNKNOWN, STATUSRULES_OPTIONS_DEFAULT, STATUSRULES_UNKNOWN, {0}, 0};
    q.options.strict = strict ? STATUSRULES_YES : STATUSRULES_NO;
    for (int32_t i = 0; i < asked.n_facts; i++) {
        *member(&q.facts, asked.facts[i]) = one_of(&asked.values[asked.facts[i]]);
    }
    if (!one_in(5)) {
        approach_a_row(&q.facts);
    }
    if (q.facts.last_day != STATUSRULES_UNKNOWN && q.facts.last_day != STATUSRULES_NONE
        && q.facts.issued_on != STATUSRULES_UNKNOWN && q.facts.last_day < q.facts.issued_on) {
        q.facts.issued_on = q.facts.last_day;
    }
    if (one_in(6) && asked.published.n > 0) {
        q.options.known_on = one_of(&asked.published);
    }
    if (one_in(6)) {
        q.options.edition = between(1, statusrules_law_edition(asked.law));
    }
    if (one_in(2)) {
        q.options.reading = between(STATUSRULES_READING_LITERAL, STATUSRULES_READING_FIXED_DAY);
    }
    if (valid_on) {
        int32_t sum = asked.sums[between(0, asked.n_sums - 1)];
        q.day = asked.edges[between(0, asked.n_edges - 1)] + between(-1, 1);
        if (q.facts.last_day != STATUSRULES_UNKNOWN && q.facts.last_day != STATUSRULES_NONE && one_in(2)) {
            q.day = q.facts.last_day + (one_in(2) ? sum : 0) + between(-1, 1);
        }
        q.day = q.day > STATUSRULES_LAST_DAY ? STATUSRULES_LAST_DAY : q.day;
        q.day = q.day < STATUSRULES_FIRST_DAY ? STATUSRULES_FIRST_DAY : q.day;
    }
    for (int32_t left = between(1, MAX_REMOVED); left > 0; left--) {
        int32_t fact = asked.facts[between(0, asked.n_facts - 1)];
        if (*member(&q.facts, fact) != STATUSRULES_UNKNOWN) {
            *member(&q.facts, fact) = STATUSRULES_UNKNOWN;
            q.removed[q.n_removed++] = fact;
        }
    }
    return q;
}

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

static bool meets(const statusrules_condition *condition, int32_t value) {
    bool in = false;
    if (condition->form == STATUSRULES_CONDITION_WINDOW) {
        return value != STATUSRULES_NONE && value >= condition->first && value <= condition->last;
    }
    for (int32_t i = 0; i < condition->n_values; i++) {
        in = in || condition->values[i] == value;
    }
    return condition->form == STATUSRULES_CONDITION_IN ? in : !in;
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
    for (int32_t c = 0; c < n_cells; c++) {
        statusrules_facts facts = q->facts;
        statusrules_answer answer;
        fill_in(&facts, c);
        cells[c].stands = ask(&answer, q, &facts) == STATUSRULES_OK;
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

static void print_case(const char *what, const struct question *q) {
    (void)printf("# %s: %s %s", what, statusrules_law_name(asked.law),
                 statusrules_name(STATUSRULES_NAMES_QUESTION, asked.question, STATUSRULES_LANGUAGE_NAME));
    for (int32_t i = 0; i < asked.n_facts; i++) {
        int32_t fact = asked.facts[i];
        int32_t value = ((const int32_t *)(const void *)&q->facts)[fact];
        const char *name = statusrules_name(fact, value, STATUSRULES_LANGUAGE_NAME);
        (void)printf(" %s=", statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
        if (value == STATUSRULES_UNKNOWN) {
            (void)printf("?");
        } else if (*name != 0) {
            (void)printf("%s", name);
        } else {
            (void)printf("%" PRId32, value);
        }
    }
    (void)printf(" known_on=%" PRId32 " edition=%" PRId32 " reading=%" PRId32 " strict=%" PRId32,
                 q->options.known_on, q->options.edition, q->options.reading, q->options.strict);
    if (q->day != STATUSRULES_UNKNOWN) {
        (void)printf(" valid_on=%" PRId32, q->day);
    }
    (void)printf("\n");
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
    int32_t code = ask(&answer, q, &q->facts);
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
        statusrules_answer wide;
        statusrules_answer one;
        bool holds = true;
        int32_t tried = 0;
        n_axes = 0;
        for (int32_t r = 0; r < q.n_removed; r++) {
            if (is_second_state(q.removed[r], &q) || is_presumed_state(q.removed[r], &q)) {
                add_no_state(q.removed[r]);
            } else {
                add_axis(q.removed[r], &q, true);
            }
        }
        int32_t n_cells = count_cells();
        int32_t code = ask(&wide, &q, &q.facts);
        for (int32_t c = 0; c < n_cells && holds; c++) {
            statusrules_facts facts = q.facts;
            fill_in(&facts, c);
            if (ask(&one, &q, &facts) == STATUSRULES_OK) {
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
        statusrules_answer wide;
        statusrules_answer one;
        q.facts.last_day = STATUSRULES_UNKNOWN;
        int32_t code = ask(&wide, &q, &q.facts);
        bool holds = true;
        for (int32_t d = 0; d < ANY_DAYS && holds; d++) {
            statusrules_facts facts = q.facts;
            facts.last_day = one_in(4) ? between(STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY)
                                       : asked.edges[between(0, asked.n_edges - 1)] - between(0, 400);
            if (facts.last_day >= STATUSRULES_FIRST_DAY && ask(&one, &q, &facts) == STATUSRULES_OK) {
                holds = code == STATUSRULES_OK && covers(&q, &wide, &one);
            }
        }
        expect(count, holds, "a last day is not covered", &q);
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
        {every_last_day_is_covered, "every last day is covered when it is missing"},
    };
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 20211129;
    struct tap tap = {0, 0};
    (void)printf("# seed %" PRIu64 "\n", seed);
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
            struct count count = {0, 0};
            char sentence[160];
            /* Each property starts anew, so that one can be repeated alone. Zero is no state of the generator. */
            state = seed * 2654435761U + i + 1;
            state = state == 0 ? 1 : state;
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
