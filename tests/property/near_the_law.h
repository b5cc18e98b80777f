/*
 * Cases near the rows of a law, found without its tables: which values are worth trying comes from the conditions of the
 * law itself (statusrules_law_condition). Every edge of a window and the days beside it, the ends of the range, none, and
 * for the last day also the days from which a counted day meets an edge. So it works on every law that is built in.
 */
#ifndef STATUSRULES_TESTS_PROPERTY_NEAR_THE_LAW_H
#define STATUSRULES_TESTS_PROPERTY_NEAR_THE_LAW_H

#include <statusrules/statusrules.h>
#include <stdbool.h>

enum { MAX_VALUES = 6000, MAX_EDGES = 512, MAX_REMOVED = 3, N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY + 1 };

#define BIT(n) ((int64_t)1 << (n))

struct values {
    int32_t n;
    int32_t list[MAX_VALUES];
};

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

/* The question that is asked about now. */
extern struct asked asked;

struct question {
    statusrules_facts facts;
    statusrules_options options;
    /* The day of statusrules_valid_on, else STATUSRULES_UNKNOWN. */
    int32_t day;
    /* The facts taken away. */
    int32_t removed[MAX_REMOVED];
    int32_t n_removed;
};

/* ---- Chance: the same from the same seed ---- */

void start_chance(uint64_t seed);

/* first..last, both included. */
int32_t between(int32_t first, int32_t last);
bool one_in(int32_t n);
int32_t one_of(const struct values *values);

/* ---- Values ---- */

void put(struct values *values, int64_t value, int64_t first, int64_t last);
void put_around(struct values *values, int64_t value, int64_t first, int64_t last);
void sort_once(struct values *values);
int32_t *member(statusrules_facts *facts, int32_t fact);

/* Every day of the time that the law speaks of, with the days to which it counts, those at both ends of the calendar and
 * some far from all; of a law that speaks of too long a time the days around its edges. */
void days_near_the_law(struct values *days);

/* ---- Cases ---- */

/* Reads a question of a law; `asked.n_facts` is 0 if the law does not speak of it. */
void ask_about(const statusrules_law *law, int32_t question);
/* A case near some row, without up to three of its facts. */
struct question some_question(bool strict, bool valid_on);
/* The same with the two days that a number of days lies between, in place of the number or beside it. */
void add_days_that_count(struct question *q);
int32_t ask_question(statusrules_answer *answer, const struct question *q, const statusrules_facts *facts);
bool meets(const statusrules_condition *condition, int32_t value);

/* ---- A program ---- */

struct tap;

/* Looks at each question of which a law speaks, of every law that is built in: `asked` is about it, and chance begins anew from
 * the seed, the first argument of the program. Returns the exit code. */
int look_at_every_question(int argc, char **argv, void (*look)(struct tap *tap));
/* Reports how many cases of the question there were and how many failed. */
void report_question(struct tap *tap, const char *what, int64_t cases, int64_t failures);
void print_case(const char *what, const struct question *q);

#endif
