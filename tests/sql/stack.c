/*
 * How much stack do statusrules_sql, statusrules_impact and statusrules_impact_sql take? They take the most of all functions,
 * and sql.h says how much: 16 KiB, and 16 KiB for each column. Every law and question is asked with all facts that may be
 * columns; of what takes seconds under `measures`, one function is called.
 */
#include "../columns/stack.h"
#include "tap.h"

#include <statusrules/statusrules.h>

enum { ROOM = 1 << 22, MAX_SPANS = 1 << 16, MAX_COLUMNS = 64 };
enum { SQL = 1, IMPACT, IMPACT_SQL };

/* Code that is not optimised takes more. */
#ifdef __OPTIMIZE__
enum { STACK_OF_A_COLUMN = 16 * 1024 };
#else
enum { STACK_OF_A_COLUMN = 48 * 1024 };
#endif

static char buffer[ROOM];
static statusrules_span spans[MAX_SPANS];

typedef struct call {
    int32_t function;
    const statusrules_law *law;
    int32_t question;
    statusrules_sql_column columns[MAX_COLUMNS];
    int32_t n;
    int64_t varies;
    int32_t code;
} call;

static void *run_call(void *argument) {
    call *c = argument;
    const statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options before = STATUSRULES_OPTIONS_DEFAULT;
    int32_t length;
    before.known_on = 18792; /* 2021-06-14 */
    if (c->function == SQL) {
        c->code = statusrules_sql(buffer, ROOM, &length, c->law, c->question, &facts, c->columns, c->n,
                                  STATUSRULES_DIALECT_POSTGRESQL, STATUSRULES_SQL_WHERE, STATUSRULES_UNKNOWN, NULL,
                                  NULL);
    } else if (c->function == IMPACT) {
        c->code = statusrules_impact(spans, MAX_SPANS, &length, c->law, &before, c->law, NULL, c->question, &facts,
                                     c->varies, NULL);
    } else {
        c->code = statusrules_impact_sql(buffer, ROOM, &length, c->law, &before, c->law, NULL, c->question, &facts,
                                         c->columns, c->n, STATUSRULES_DIALECT_SQLITE, NULL);
    }
    return NULL;
}

/* A number of days is counted from these two, which are therefore no columns. */
static bool may_be_column(int32_t question, int32_t fact) {
    return statusrules_question_asks(question, fact) && fact != STATUSRULES_FACT_NOTIFIED_ON
           && fact != STATUSRULES_FACT_VISA_LAST_DAY;
}

static void add_columns(call *c) {
    static const statusrules_sql_column empty = STATUSRULES_SQL_COLUMN_EMPTY;
    c->n = 0;
    c->varies = 0;
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        const int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        if (may_be_column(c->question, fact)) {
            c->columns[c->n] = empty;
            c->columns[c->n].fact = fact;
            c->columns[c->n++].name = statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME);
            c->varies |= (int64_t)1 << fact;
        }
    }
}

/* Of what takes seconds, the one function that is called; or 0. */
static int32_t takes_long(const call *c) {
    const bool entry = c->question == STATUSRULES_QUESTION_EDUCATION_ENTRY;
    if (c->law == statusrules_law_statement() || !(entry || c->question == STATUSRULES_QUESTION_EXTENSION)) {
        return 0;
    }
    return entry ? IMPACT : SQL;
}

int main(void) {
    struct tap tap = {0, 0};
    call c;
    const int64_t idle = stack_of(no_call, NULL);
    int64_t most = 0;
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        c.law = statusrules_law_at(l);
        int64_t calls = 0;
        int64_t wrong = 0;
        for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_QUESTION); i++) {
            c.question = statusrules_code_at(STATUSRULES_NAMES_QUESTION, i);
            add_columns(&c);
            const int32_t only = takes_long(&c);
            for (c.function = only ? only : SQL; c.function <= (only ? only : IMPACT_SQL); c.function++) {
                const int64_t stack = stack_of(run_call, &c) - idle;
                const bool fine = c.code == STATUSRULES_OK || (only && c.code == STATUSRULES_ERROR_RANGE);
                const bool little = stack > 0 && stack <= STACK_OF_A_COLUMN * (int64_t)(c.n + 1);
                if (!fine || !little) {
                    wrong++;
                    printf("# function %d, question %d, %d columns: code %d, %lld bytes\n", (int)c.function,
                           (int)c.question, (int)c.n, (int)c.code, (long long)stack);
                }
                most = stack > most ? stack : most;
                calls++;
            }
        }
        tap_report(&tap, statusrules_law_name(c.law), calls, wrong);
    }
    printf("# at most %lld bytes of stack\n", (long long)most);
    return tap_done(&tap);
}
