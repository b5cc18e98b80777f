/*
 * Eight threads ask, explain and answer columns at once, on the same facts: all must get what one alone gets. Under
 * the thread sanitizer a shared write would be reported; it knows POSIX threads, and not those of C11.
 */
#include "column.h"
#include "tap.h"

#include <pthread.h>
#include <statusrules/statusrules.h>
#include <string.h>

enum { THREADS = 8, ROWS = 5000, TEXT = 16384 };

static int8_t terms[ROWS];
static int32_t last_days[ROWS];

struct work {
    int8_t outcomes[ROWS];
    int32_t days[ROWS];
    char text[TEXT];
    statusrules_answer answer;
    int32_t error;
};

static struct work alone;
static struct work works[THREADS];

static void *work(void *of) {
    struct work *w = of;
    int64_t bad = 0;
    int32_t length = 0;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    const statusrules_column in[] = {column_of(STATUSRULES_FACT_TERM, STATUSRULES_TYPE_INT8, terms),
                                     column_of(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, last_days)};
    const statusrules_column out[] = {column_of(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, w->outcomes),
                                      column_of(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, w->days)};
    const statusrules_law *law = statusrules_law_statement();
    for (int round = 0; round < 5; round++) {
        w->error |=
            statusrules_columns(&bad, law, STATUSRULES_QUESTION_EXTENSION, in, 2, out, 2, ROWS, NULL, NULL);
        w->error |= statusrules_extension(&w->answer, law, &facts, NULL, NULL);
        facts.last_day = STATUSRULES_DAY(2021, 9, 30);
        facts.term = STATUSRULES_TERM_REFUGEE_CERTIFICATE;
        w->error |= statusrules_explain(w->text, TEXT, &length, law, STATUSRULES_QUESTION_EXTENSION, &facts, NULL,
                                        STATUSRULES_LANGUAGE_RU, NULL);
    }
    return NULL;
}

int main(void) {
    struct tap tap = {0, 0};
    pthread_t threads[THREADS];
    int64_t differ = 0;
    for (int i = 0; i < ROWS; i++) {
        terms[i] = (int8_t)(1 + i % 16);
        last_days[i] = i % 9 == 0 ? STATUSRULES_UNKNOWN : STATUSRULES_DAY(2021, 1, 1) + i % 730;
    }
    work(&alone);
    for (int t = 0; t < THREADS; t++) {
        differ += pthread_create(&threads[t], NULL, work, &works[t]) != 0;
    }
    for (int t = 0; t < THREADS; t++) {
        pthread_join(threads[t], NULL);
        differ += alone.error != 0 || memcmp(&works[t], &alone, sizeof alone) != 0;
    }
    tap_report(&tap, "eight threads at once get what one alone gets", THREADS, differ);
    return tap_done(&tap);
}
