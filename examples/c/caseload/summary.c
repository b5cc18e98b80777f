/* How far the register is, and what became of its rows: on standard error. */
#define _POSIX_C_SOURCE 200809L
#include "caseload.h"

#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { BAD_SHOWN = 10, ROWS_BETWEEN_LOOKS = 64 };

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- Progress ---- */

static void clear_progress(summary *s) {
    if (s->drawn) {
        fputs("\r\033[K", stderr);
        s->drawn = false;
    }
}

/* The time left, by the bytes read so far. */
static void print_time_left(const summary *s, double elapsed) {
    long long at = ftello(s->in);
    if (at <= s->begin || at > s->end) {
        return;
    }
    long long left = (long long)(elapsed * (double)(s->end - at) / (double)(at - s->begin) + 0.5);
    fputs(words(s->o->language, ", ", ", осталось "), stderr);
    if (left >= 3600) {
        fprintf(stderr, "%lld:%02lld:%02lld", left / 3600, left / 60 % 60, left % 60);
    } else {
        fprintf(stderr, "%lld:%02lld", left / 60, left % 60);
    }
    fputs(words(s->o->language, " left", ""), stderr);
}

static void show_progress(summary *s) {
    if (!s->progress || s->rows % ROWS_BETWEEN_LOOKS != 0) {
        return;
    }
    double now = seconds();
    if (now - s->shown > 0.2) {
        char rows[COUNT_SIZE];
        char rate[COUNT_SIZE];
        double elapsed = now - s->started;
        s->shown = now;
        clear_progress(s);
        fprintf(stderr, words(s->o->language, "%s rows, %s rows/s", "строк: %s, в секунду: %s"),
                words_count(rows, s->rows, s->o->language),
                words_count(rate, (long long)((double)s->rows / elapsed), s->o->language));
        print_time_left(s, elapsed);
        s->drawn = true;
    }
}

/* Answers that go to the terminal leave no place for it. */
static bool wants_progress(const options *o) {
    return !o->no_progress && isatty(STDERR_FILENO) == 1 && (o->output || isatty(STDOUT_FILENO) != 1);
}

void summary_begin(summary *s, const options *o, FILE *in, const char *name) {
    struct stat status;
    s->o = o;
    s->in = in;
    s->name = name;
    s->progress = wants_progress(o);
    if (s->progress) {
        s->started = s->shown = seconds();
        if (fstat(fileno(in), &status) == 0 && S_ISREG(status.st_mode)) {
            s->begin = ftello(in);
            s->end = status.st_size;
        }
    }
}

/* ---- The rows ---- */

void summary_answered(summary *s, const statusrules_answer *answer) {
    s->rows++;
    s->by_outcome[answer->outcome & 15]++;
    s->assumed += answer->assumed != 0;
    bars_add(&s->bars, answer->day);
    show_progress(s);
}

void summary_verified(summary *s, int32_t result) {
    s->rows++;
    s->by_verified[result & 15]++;
    show_progress(s);
}

void summary_compared(summary *s) {
    s->rows++;
    show_progress(s);
}

bool summary_all_equal(const summary *s) {
    return s->by_verified[STATUSRULES_VERIFIED_EQUAL] == s->rows;
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

/* Every row read is in one of the counts. */
static void print_sum(const summary *s, int32_t names, const long long *counts) {
    int32_t language = s->o->language;
    char buffer[COUNT_SIZE];
    fprintf(stderr, words(language, "caseload: read %s =", "caseload: прочитано %s ="),
            words_count(buffer, s->rows, language));
    for (int32_t i = 0; i < statusrules_count(names); i++) {
        int32_t code = statusrules_code_at(names, i);
        fprintf(stderr, " %s %s +", statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME),
                words_count(buffer, counts[code & 15], language));
    }
    fprintf(stderr, words(language, " bad %s\n", " с ошибками %s\n"), words_count(buffer, s->bad, language));
}

static void print_counts(const summary *s, int32_t names, const long long *counts) {
    int32_t language = s->o->language;
    print_count(s, words(language, "rows read", "прочитано строк"), s->rows);
    for (int32_t i = 0; i < statusrules_count(names); i++) {
        int32_t code = statusrules_code_at(names, i);
        print_count(s, statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME), counts[code & 15]);
    }
    print_count(s, words(language, "bad rows", "строк с ошибками"), s->bad);
    print_sum(s, names, counts);
}

static void print_asked(const summary *s) {
    int32_t language = s->o->language;
    fprintf(stderr,
            words(language, "caseload: question %s, law %s, edition %d\n",
                  "caseload: вопрос %s, право %s, редакция %d\n"),
            statusrules_name(STATUSRULES_NAMES_QUESTION, s->o->question, STATUSRULES_LANGUAGE_NAME),
            statusrules_law_name(s->o->law),
            (int)(s->o->parameters.edition == STATUSRULES_UNKNOWN ? statusrules_law_edition(s->o->law)
                                                                  : s->o->parameters.edition));
}

void summary_end(summary *s) {
    int32_t language = s->o->language;
    char buffer[COUNT_SIZE];
    clear_progress(s);
    if (s->bad > BAD_SHOWN && s->o->impact) {
        fprintf(stderr, words(language, "… and %s more bad rows\n", "… и ещё строк с ошибками: %s\n"),
                words_count(buffer, s->bad - BAD_SHOWN, language));
    } else if (s->bad > BAD_SHOWN) {
        fprintf(stderr,
                words(language, "… and %s more bad rows: see the column \"%s\"\n",
                      "… и ещё строк с ошибками: %s, см. столбец «%s»\n"),
                words_count(buffer, s->bad - BAD_SHOWN, language), s->o->verify ? "why" : "error");
    }
    if (s->o->impact) {
        return;
    }
    if (s->o->verify) {
        print_counts(s, STATUSRULES_NAMES_VERIFIED, s->by_verified);
        return;
    }
    print_asked(s);
    print_counts(s, STATUSRULES_NAMES_OUTCOME, s->by_outcome);
    print_count(s, words(language, "answered with something assumed", "ответов с допущениями"), s->assumed);
    if (s->o->question == STATUSRULES_QUESTION_EXTENSION && !s->o->no_bars) {
        bars_print(&s->bars, stderr, language);
    }
}
