/* How last valid days lie over the months. */
#include "caseload.h"

#include <stdlib.h>
#include <string.h>

/* A bar reaches column 60: before it stand the count and the month. */
enum { LINES = 24, BAR_WIDTH = 37 };

void bars_add(bars *b, int32_t day) {
    statusrules_date date;
    if (day == STATUSRULES_NONE) {
        b->without_end++;
    } else if (statusrules_date_of_day(&date, day, NULL) == STATUSRULES_OK) {
        b->by_month[(date.year - 1) * 12 + date.month - 1]++;
    }
}

/* Blocks, unless the locale is C, which has ASCII alone. */
static const char *bar_character(void) {
    static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *locale = getenv(names[i]);
        if (locale && locale[0]) {
            return strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0 ? "#" : "█";
        }
    }
    return "█";
}

static long long sum(const long long *counts, int from, int to) {
    long long total = 0;
    for (int i = from; i < to; i++) {
        total += counts[i];
    }
    return total;
}

static int months_with_answers(const bars *b, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
        n += b->by_month[i] > 0;
    }
    return n;
}

/* The next month with answers; MONTHS if there is none. */
static int next_month(const bars *b, int from) {
    while (from < MONTHS && b->by_month[from] == 0) {
        from++;
    }
    return from;
}

/* Of all runs of `n` months with answers the one with the most answers: [from, to). */
static void find_fullest(const bars *b, int n, int *from, int *to) {
    int first = next_month(b, 0);
    int end = first;
    for (int i = 0; i < n; i++) {
        end = next_month(b, end) + 1;
    }
    long long total = sum(b->by_month, first, end);
    long long most = total;
    *from = first;
    *to = end;
    for (int last = next_month(b, end); last < MONTHS; last = next_month(b, last + 1)) {
        total += b->by_month[last] - b->by_month[first];
        first = next_month(b, first + 1);
        if (total > most) {
            most = total;
            *from = first;
            *to = last + 1;
        }
    }
}

static void print_count(FILE *out, long long count, const char *what, int32_t language) {
    char buffer[COUNT_SIZE];
    if (count > 0) {
        fprintf(out, "%12s  %s\n", words_count(buffer, count, language), what);
    }
}

static void print_month(FILE *out, int month, long long count, long long most, int32_t language) {
    char buffer[COUNT_SIZE];
    const char *character = bar_character();
    long long length = (count * BAR_WIDTH + most / 2) / most;
    fprintf(out, "%12s  %04d-%02d  ", words_count(buffer, count, language), month / 12 + 1, month % 12 + 1);
    for (long long i = 0; i < (length > 0 ? length : 1); i++) {
        fputs(character, out);
    }
    fputc('\n', out);
}

void bars_print(const bars *b, FILE *out, int32_t language) {
    int n = months_with_answers(b, 0, MONTHS);
    int lines = LINES - (b->without_end > 0);
    int from = 0;
    int to = MONTHS;
    long long most = 1;
    if (n == 0 && b->without_end == 0) {
        return;
    }
    if (n > lines) {
        find_fullest(b, lines - 2, &from, &to); /* two lines for those before and after */
    }
    for (int i = from; i < to; i++) {
        most = b->by_month[i] > most ? b->by_month[i] : most;
    }
    fprintf(out, "%s\n",
            words(language, "caseload: last valid days by month",
                  "caseload: последние действительные дни по месяцам"));
    print_count(out, sum(b->by_month, 0, from), words(language, "earlier", "раньше"), language);
    for (int i = next_month(b, from); i < to; i = next_month(b, i + 1)) {
        print_month(out, i, b->by_month[i], most, language);
    }
    print_count(out, sum(b->by_month, to, MONTHS), words(language, "later", "позже"), language);
    print_count(out, b->without_end, words(language, "without end", "бессрочно"), language);
}
