/* What became of the rows: on standard error. */
#define _POSIX_C_SOURCE 200809L
#include "caseload.h"

#include <time.h>
#include <unistd.h>

enum { BAD_SHOWN = 10, ROWS_BETWEEN_LOOKS = 4096 };

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void clear_progress(const summary *s) {
    if (s->terminal) {
        fputs("\r\033[K", stderr);
    }
}

static void show_progress(summary *s) {
    if (!s->terminal || s->rows % ROWS_BETWEEN_LOOKS != 0) {
        return;
    }
    double now = seconds();
    if (now - s->shown > 0.2) {
        char rows[COUNT_SIZE];
        char rate[COUNT_SIZE];
        s->shown = now;
        clear_progress(s);
        fprintf(stderr, words(s->o->language, "%s rows, %s rows/s", "строк: %s, в секунду: %s"),
                words_count(rows, s->rows, s->o->language),
                words_count(rate, (long long)((double)s->rows / (now - s->started)), s->o->language));
    }
}

void summary_begin(summary *s, const options *o, const char *name) {
    *s = (summary){.o = o, .name = name, .terminal = isatty(STDERR_FILENO) == 1};
    s->started = s->shown = s->terminal ? seconds() : 0;
}

void summary_answered(summary *s, const statusrules_answer *answer) {
    s->rows++;
    s->by_outcome[answer->outcome & 15]++;
    s->assumed += answer->assumed != 0;
    show_progress(s);
}

void summary_bad(summary *s, long long line, const char *why) {
    s->rows++;
    s->bad++;
    if (s->bad <= BAD_SHOWN) {
        clear_progress(s);
        fprintf(stderr, "%s:%lld: %s\n", s->name, line, why);
    }
    show_progress(s);
}

static void print_count(const summary *s, const char *what, long long count) {
    char buffer[COUNT_SIZE];
    fprintf(stderr, "%12s  %s\n", words_count(buffer, count, s->o->language), what);
}

void summary_end(summary *s) {
    int32_t language = s->o->language;
    char buffer[COUNT_SIZE];
    clear_progress(s);
    if (s->bad > BAD_SHOWN) {
        fprintf(stderr,
                words(language, "… and %s more bad rows: see the column \"error\"\n",
                      "… и ещё строк с ошибками: %s, см. столбец «error»\n"),
                words_count(buffer, s->bad - BAD_SHOWN, language));
    }
    fprintf(stderr,
            words(language, "caseload: question %s, law %s, edition %d\n",
                  "caseload: вопрос %s, право %s, редакция %d\n"),
            statusrules_name(STATUSRULES_NAMES_QUESTION, s->o->question, STATUSRULES_LANGUAGE_NAME),
            statusrules_law_name(s->o->law),
            (int)(s->o->parameters.edition == STATUSRULES_UNKNOWN ? statusrules_law_edition(s->o->law)
                                                                  : s->o->parameters.edition));
    print_count(s, words(language, "rows read", "прочитано строк"), s->rows);
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_OUTCOME); i++) {
        int32_t outcome = statusrules_code_at(STATUSRULES_NAMES_OUTCOME, i);
        print_count(s, statusrules_name(STATUSRULES_NAMES_OUTCOME, outcome, STATUSRULES_LANGUAGE_NAME),
                    s->by_outcome[outcome & 15]);
    }
    print_count(s, words(language, "bad rows", "строк с ошибками"), s->bad);
    print_count(s, words(language, "answered with something assumed", "ответов с допущениями"), s->assumed);
}
