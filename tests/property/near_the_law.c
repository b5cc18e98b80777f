#include "near_the_law.h"
#include "chance.h"
#include "tap.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

/* --- Chance ------------------------------------------------------------------------------------------------- */

static uint64_t state;

void start_chance(uint64_t seed) {
    /* Zero is no state of the generator. */
    state = seed == 0 ? 1 : seed;
}

/* first..last, both included. */
int32_t between(int32_t first, int32_t last) {
    uint64_t width = (uint64_t)((int64_t)last - first + 1);
    return (int32_t)((int64_t)first + (int64_t)(chance_next(&state) % width));
}

bool one_in(int32_t n) {
    return between(1, n) == 1;
}

/* --- Values worth trying ------------------------------------------------------------------------------------ */

static int compare(const void *a, const void *b) {
    int32_t x = *(const int32_t *)a;
    int32_t y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

void put(struct values *values, int64_t value, int64_t first, int64_t last) {
    if (value >= first && value <= last && values->n < MAX_VALUES) {
        values->list[values->n++] = (int32_t)value;
    }
}

void put_around(struct values *values, int64_t value, int64_t first, int64_t last) {
    for (int64_t i = -1; i <= 1; i++) {
        put(values, value + i, first, last);
    }
}

void sort_once(struct values *values) {
    int32_t n = 0;
    qsort(values->list, (size_t)values->n, sizeof values->list[0], compare);
    for (int32_t i = 0; i < values->n; i++) {
        if (n == 0 || values->list[n - 1] != values->list[i]) {
            values->list[n++] = values->list[i];
        }
    }
    values->n = n;
}

struct asked asked;

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

void ask_about(const statusrules_law *law, int32_t question) {
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

enum { LONGEST = 4200, AROUND = 12, AT_THE_ENDS = 40, FAR = 60 };

/* Every day at which something begins or ends. */
static void put_all_edges(struct values *edges) {
    for (int32_t i = 0; i < asked.n_edges; i++) {
        for (int32_t s = 0; s < asked.n_sums; s++) {
            put(edges, (int64_t)asked.edges[i] + asked.sums[s], STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
            put(edges, (int64_t)asked.edges[i] - asked.sums[s], STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
        }
    }
    for (int32_t f = 0; f < asked.n_facts; f++) {
        statusrules_fact_info info;
        const struct values *values = &asked.values[asked.facts[f]];
        if (statusrules_fact(&info, asked.facts[f], NULL) == STATUSRULES_OK && info.kind == STATUSRULES_KIND_DAY) {
            for (int32_t i = 0; i < values->n; i++) {
                put(edges, values->list[i], STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
            }
        }
    }
    sort_once(edges);
}

void days_near_the_law(struct values *days) {
    static struct values edges;
    int32_t first = STATUSRULES_LAST_DAY;
    int32_t last = STATUSRULES_FIRST_DAY;
    edges.n = 0;
    days->n = 0;
    put_all_edges(&edges);
    for (int32_t i = 0; i < edges.n; i++) {
        const int32_t edge = edges.list[i];
        if (edge > STATUSRULES_FIRST_DAY + LONGEST && edge < STATUSRULES_LAST_DAY - LONGEST) {
            first = edge < first ? edge : first;
            last = edge > last ? edge : last;
        }
    }
    for (int32_t day = first - AT_THE_ENDS; last - first < LONGEST && day <= last + AT_THE_ENDS; day++) {
        put(days, day, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    }
    for (int32_t i = 0; last - first >= LONGEST && i < edges.n; i++) {
        for (int32_t day = -AROUND; day <= AROUND; day++) {
            put(days, (int64_t)edges.list[i] + day, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
        }
        sort_once(days);
    }
    for (int32_t i = 0; i < AT_THE_ENDS; i++) {
        put(days, STATUSRULES_FIRST_DAY + i, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
        put(days, STATUSRULES_LAST_DAY - i, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY);
    }
    for (int32_t i = 0; i < FAR; i++) {
        put(days, between(STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY), STATUSRULES_FIRST_DAY,
            STATUSRULES_LAST_DAY);
    }
    sort_once(days);
}

/* --- Cases -------------------------------------------------------------------------------------------------- */

int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

int32_t ask_question(statusrules_answer *answer, const struct question *q, const statusrules_facts *facts) {
    if (q->day != STATUSRULES_UNKNOWN) {
        return statusrules_valid_on(answer, asked.law, facts, q->day, &q->options, NULL);
    }
    return statusrules_ask(answer, asked.law, asked.question, facts, &q->options, NULL);
}

int32_t one_of(const struct values *values) {
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

struct question some_question(bool strict, bool valid_on) {
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

static int32_t is_counted_day(int32_t day) {
    return day != STATUSRULES_UNKNOWN && day != STATUSRULES_NONE;
}

static int32_t in_calendar(int64_t day) {
    return (int32_t)(day < STATUSRULES_FIRST_DAY  ? STATUSRULES_FIRST_DAY
                     : day > STATUSRULES_LAST_DAY ? STATUSRULES_LAST_DAY
                                                  : day);
}

void add_days_that_count(struct question *q) {
    statusrules_facts *f = &q->facts;
    if (asked.question != STATUSRULES_QUESTION_EDUCATION_ENTRY || !is_counted_day(f->on_day)) {
        return;
    }
    if (one_in(2) && is_counted_day(f->notice_days)) {
        f->notified_on = in_calendar((int64_t)f->on_day - f->notice_days);
        f->notice_days = one_in(4) ? f->on_day - f->notified_on : STATUSRULES_UNKNOWN;
    } else if (one_in(4)) {
        f->notified_on = in_calendar((int64_t)f->on_day + between(-20, 20));
        f->notice_days = STATUSRULES_UNKNOWN;
    }
    if (one_in(2) && is_counted_day(f->visa_days_left)) {
        f->visa_last_day = in_calendar((int64_t)f->on_day + f->visa_days_left);
        f->visa_days_left = one_in(4) ? f->visa_last_day - f->on_day : STATUSRULES_UNKNOWN;
    } else if (one_in(6)) {
        f->visa_last_day = STATUSRULES_NONE;
        f->visa_days_left = STATUSRULES_UNKNOWN;
    }
}

/* --- Conditions and printing ------------------------------------------------------------------------------------------ */

bool meets(const statusrules_condition *condition, int32_t value) {
    bool in = false;
    if (condition->form == STATUSRULES_CONDITION_WINDOW) {
        return value != STATUSRULES_NONE && value >= condition->first && value <= condition->last;
    }
    for (int32_t i = 0; i < condition->n_values; i++) {
        in = in || condition->values[i] == value;
    }
    return condition->form == STATUSRULES_CONDITION_IN ? in : !in;
}

void print_case(const char *what, const struct question *q) {
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

/* --- A program ---------------------------------------------------------------------------------------------- */

int look_at_every_question(int argc, char **argv, void (*look)(struct tap *tap)) {
    uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 20211129;
    struct tap tap = {0, 0};
    (void)printf("# seed %" PRIu64 "\n", seed);
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        for (int32_t question = STATUSRULES_QUESTION_EXTENSION; question <= STATUSRULES_QUESTION_EDUCATION_ENTRY;
             question++) {
            start_chance(seed * 2654435761U + (uint64_t)question);
            ask_about(statusrules_law_at(l), question);
            if (asked.n_facts > 0) {
                look(&tap);
            }
        }
    }
    return tap_done(&tap);
}

void report_question(struct tap *tap, const char *what, int64_t cases, int64_t failures) {
    char sentence[160];
    (void)snprintf(sentence, sizeof sentence, "%s, %s: %s", statusrules_law_name(asked.law),
                   statusrules_name(STATUSRULES_NAMES_QUESTION, asked.question, STATUSRULES_LANGUAGE_NAME), what);
    tap_report(tap, sentence, cases, failures);
}
