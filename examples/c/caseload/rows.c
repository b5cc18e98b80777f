/* Answers a register, row by row. */
#include "caseload.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const result_columns[] = {"outcome", "day", "provision", "assumed", "missing", "error"};
enum { N_RESULT_COLUMNS = sizeof result_columns / sizeof *result_columns };

typedef struct answering {
    const options *o;
    const char *name;
    FILE *out;
    const char *line_end;
    /* What to exit with, and errno of the write that failed. */
    int status;
    int write_error;
    summary summary;
    size_t n_columns;
    /* The fact of each column, 0 for one that is carried through. */
    int32_t fact[ROW_FIELDS];
} answering;

static bool refuse(answering *a, const char *text) {
    fprintf(stderr, "%s:1: %s\n", a->name, text);
    a->status = EXIT_FILES;
    return false;
}

static bool written(answering *a) {
    if (ferror(a->out)) {
        a->write_error = errno;
        a->status = EXIT_FILES;
        return false;
    }
    return true;
}

/* ---- The header ---- */

static bool same_text(const row *r, size_t i, const char *text, size_t length) {
    size_t n;
    const char *field = row_field(r, i, &n);
    return n == length && memcmp(field, text, n) == 0;
}

static bool refuse_twice(answering *a, const row *header, size_t first, size_t second) {
    char why[WHY_SIZE] = "";
    char shown[SHOWN_SIZE];
    size_t length;
    const char *text = row_field(header, second, &length);
    words_append(why, sizeof why,
                 words(a->o->language, "columns %zu and %zu are the same: %s", "столбцы %zu и %zu совпадают: %s"),
                 first + 1, second + 1, words_shown(shown, text, length, a->o->language));
    return refuse(a, why);
}

static bool check_result_columns(answering *a, const row *header) {
    for (size_t i = 0; i < header->n_fields; i++) {
        for (size_t k = 0; k < N_RESULT_COLUMNS; k++) {
            if (same_text(header, i, result_columns[k], strlen(result_columns[k]))) {
                char why[WHY_SIZE] = "";
                words_append(why, sizeof why,
                             words(a->o->language, "the column \"%s\" is there already: it is one of the answer's",
                                   "столбец «%s» уже есть, а он нужен для ответа"),
                             result_columns[k]);
                return refuse(a, why);
            }
        }
    }
    return true;
}

/* A name that is almost a fact's is said: its column would be carried through, and its values not read. */
static void warn_of_near_miss(const answering *a, const char *text, size_t length,
                              const statusrules_error *error) {
    enum { SHORTEST = 5 };
    if (error->code == STATUSRULES_ERROR_NAME && error->nearest != STATUSRULES_UNKNOWN && length >= SHORTEST) {
        char shown[SHOWN_SIZE];
        fprintf(stderr,
                words(a->o->language, "%s:1: the column %s is no fact and is carried through; did you mean %s?\n",
                      "%s:1: столбец %s — не факт и переносится как есть; может быть, %s?\n"),
                a->name, words_shown(shown, text, length, a->o->language),
                statusrules_name(STATUSRULES_NAMES_FACT, error->nearest, STATUSRULES_LANGUAGE_NAME));
    }
}

static bool refuse_without_facts(answering *a) {
    int32_t language = a->o->language;
    char why[WHY_SIZE] = "";
    const char *before = "";
    words_append(why, sizeof why,
                 words(language, "no column is a fact that the question \"%s\" reads; it reads: ",
                       "ни один столбец не относится к вопросу «%s»; подходят столбцы: "),
                 statusrules_name(STATUSRULES_NAMES_QUESTION, a->o->question, STATUSRULES_LANGUAGE_NAME));
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        if (statusrules_question_asks(a->o->question, fact)) {
            words_append(why, sizeof why, "%s%s", before,
                         statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
            before = ", ";
        }
    }
    return refuse(a, why);
}

static bool read_header(answering *a, const row *header) {
    bool asked = false;
    for (size_t i = 0; i < header->n_fields; i++) {
        size_t length;
        const char *text = row_field(header, i, &length);
        statusrules_error error = {0};
        if (statusrules_code(&a->fact[i], STATUSRULES_NAMES_FACT, text, (int32_t)length, &error)) {
            a->fact[i] = 0;
            warn_of_near_miss(a, text, length, &error);
        }
        for (size_t k = 0; k < i; k++) {
            if (same_text(header, k, text, length) || (a->fact[i] && a->fact[k] == a->fact[i])) {
                return refuse_twice(a, header, k, i);
            }
        }
        asked |= statusrules_question_asks(a->o->question, a->fact[i]) == 1;
    }
    return check_result_columns(a, header) && (asked || refuse_without_facts(a));
}

/* What a spreadsheet may write instead of CSV in UTF-8 with commas. Returns NULL, or what was found. */
static const char *find_other_form(const row *header, int32_t language) {
    size_t n = header->n_fields < ROW_FIELDS ? header->n_fields : ROW_FIELDS;
    size_t length = n == 0 ? 0 : header->ends[n - 1];
    const char *text = header->bytes;
    if (length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)) {
        return words(language, "the register is in UTF-16", "реестр в кодировке UTF-16");
    }
    if (memchr(text, '\0', length)) {
        return words(language, "the header holds zero bytes, as UTF-16 and files that are no text do",
                     "в заголовке есть нулевые байты, как в UTF-16 и в файлах не текстовых");
    }
    if (header->n_fields == 1 && memchr(text, ';', length)) {
        return words(language, "the header is one column with semicolons in it",
                     "заголовок — один столбец, и в нём точки с запятой");
    }
    if (header->n_fields == 1 && memchr(text, '\t', length)) {
        return words(language, "the header is one column with tabs in it",
                     "заголовок — один столбец, и в нём знаки табуляции");
    }
    return NULL;
}

/* A register that cannot be read as it should be is refused before anything is said about its columns. */
static bool check_form(answering *a, const row *header) {
    const char *found = find_other_form(header, a->o->language);
    if (found) {
        char why[WHY_SIZE] = "";
        words_append(why, sizeof why, "%s; %s", found,
                     words(a->o->language, "expected: UTF-8, with commas between the columns",
                           "ожидается: UTF-8, между столбцами запятые"));
        return refuse(a, why);
    }
    if (header->too_long) {
        return refuse(a, words(a->o->language, "the header is longer than 256 KiB", "заголовок длиннее 256 КиБ"));
    }
    if (header->malformed) {
        return refuse(a, words(a->o->language, "a quotation mark in the header is out of place or never closed",
                               "кавычка в заголовке стоит не на месте или не закрыта"));
    }
    if (header->n_fields > ROW_FIELDS) {
        return refuse(
            a, words(a->o->language, "the header has more than 1,024 columns", "в заголовке более 1024 столбцов"));
    }
    return true;
}

static bool take_header(answering *a, const row *header) {
    if (!check_form(a, header) || !read_header(a, header)) {
        return false;
    }
    a->n_columns = header->n_fields;
    a->line_end = header->carriage_return ? "\r\n" : "\n";
    fputs(header->byte_order_mark ? "\xEF\xBB\xBF" : "", a->out);
    for (size_t i = 0; i < header->n_fields; i++) {
        size_t length;
        const char *text = row_field(header, i, &length);
        register_write(a->out, text, length);
        fputc(',', a->out);
    }
    for (size_t i = 0; i < N_RESULT_COLUMNS; i++) {
        fprintf(a->out, "%s%s", result_columns[i], i + 1 < N_RESULT_COLUMNS ? "," : a->line_end);
    }
    return written(a);
}

/* ---- The rows ---- */

static void append_count_mismatch(const answering *a, const row *r, char *why) {
    words_append(
        why, WHY_SIZE,
        words(a->o->language, "%zu values where the header has %zu", "значений: %zu, а столбцов в заголовке: %zu"),
        r->n_fields, a->n_columns);
    for (size_t i = a->n_columns; i < r->n_fields && i < ROW_FIELDS; i++) {
        size_t length;
        char shown[SHOWN_SIZE];
        const char *text = row_field(r, i, &length);
        words_append(why, WHY_SIZE, "%s%s",
                     i > a->n_columns ? ", " : words(a->o->language, "; too many: ", "; лишние: "),
                     words_shown(shown, text, length, a->o->language));
    }
}

static bool read_facts(const answering *a, const row *r, statusrules_facts *facts, char *why) {
    if (r->too_long) {
        words_append(why, WHY_SIZE, "%s",
                     words(a->o->language, "the row is longer than 256 KiB: it was not read to its end",
                           "строка длиннее 256 КиБ: она прочитана не до конца"));
        return false;
    }
    if (r->malformed) {
        words_append(why, WHY_SIZE, "%s",
                     words(a->o->language, "a quotation mark is out of place or never closed",
                           "кавычка стоит не на месте или не закрыта"));
        return false;
    }
    if (r->n_fields != a->n_columns) {
        append_count_mismatch(a, r, why);
        return false;
    }
    bool fine = true;
    for (size_t i = 0; i < r->n_fields; i++) {
        if (a->fact[i] && statusrules_question_asks(a->o->question, a->fact[i])) {
            size_t length;
            const char *text = row_field(r, i, &length);
            fine &= value_read(facts, a->fact[i], text, length, a->o->language, why, WHY_SIZE);
        }
    }
    return fine;
}

static void write_day(FILE *out, int32_t day) {
    char text[16];
    if (day == STATUSRULES_NONE) {
        fputs("none", out);
    } else if (statusrules_format_day(text, sizeof text, day, NULL) == STATUSRULES_OK) {
        fputs(text, out);
    }
}

static void write_answer(const answering *a, const statusrules_answer *answer) {
    statusrules_provision provision;
    FILE *out = a->out;
    fprintf(out, "%s,", statusrules_name(STATUSRULES_NAMES_OUTCOME, answer->outcome, STATUSRULES_LANGUAGE_NAME));
    write_day(out, answer->day);
    fputc(',', out);
    if (answer->provision
        && statusrules_law_provision(&provision, a->o->law, answer->provision, NULL) == STATUSRULES_OK) {
        register_write(out, provision.id, strlen(provision.id));
    }
    fputc(',', out);
    words_write_facts(out, answer->assumed, STATUSRULES_LANGUAGE_NAME, " ");
    fputc(',', out);
    words_write_facts(out, answer->missing, STATUSRULES_LANGUAGE_NAME, " ");
    fputc(',', out);
}

static bool take_row(const row *r, void *context) {
    answering *a = context;
    if (a->n_columns == 0) {
        return take_header(a, r);
    }
    char why[WHY_SIZE] = "";
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_answer answer;
    statusrules_error error = {0};
    bool answered = read_facts(a, r, &facts, why);
    if (answered && statusrules_ask(&answer, a->o->law, a->o->question, &facts, &a->o->parameters, &error)) {
        words_append_error(why, sizeof why, &error, a->o->language);
        answered = false;
    }
    for (size_t i = 0; i < a->n_columns; i++) {
        if (i < r->n_fields) {
            size_t length;
            const char *text = row_field(r, i, &length);
            register_write(a->out, text, length);
        }
        fputc(',', a->out);
    }
    if (answered) {
        write_answer(a, &answer);
        summary_answered(&a->summary, &answer);
    } else {
        fputs(",,,,,", a->out);
        register_write(a->out, why, strlen(why));
        summary_bad(&a->summary, r->line, why);
    }
    fputs(a->line_end, a->out);
    return written(a);
}

/* ---- The register ---- */

static int report_end(const answering *a, register_end end, int read_error) {
    int32_t language = a->o->language;
    switch (end) {
    case REGISTER_READ:
        if (a->n_columns > 0) {
            return a->summary.bad > 0 ? EXIT_SOME_BAD : EXIT_ANSWERED;
        }
        fprintf(stderr, "%s: %s\n", a->name,
                words(language, "the register is empty: its first line names the columns",
                      "реестр пуст: в первой строке должны стоять названия столбцов"));
        break;
    case REGISTER_UNREADABLE:
        fprintf(stderr, "%s: %s: %s\n", a->name, words(language, "cannot be read", "не читается"),
                strerror(read_error));
        break;
    case REGISTER_NO_MEMORY:
        fprintf(stderr, "caseload: %s\n", words(language, "out of memory", "не хватает памяти"));
        break;
    case REGISTER_STOPPED:
        if (a->write_error) {
            fprintf(stderr, "caseload: %s: %s\n",
                    words(language, "the answers cannot be written", "ответы не записываются"),
                    strerror(a->write_error));
        }
        break;
    }
    return EXIT_FILES;
}

int rows_answer(const options *o, FILE *in, const char *name, FILE *out) {
    answering *a = calloc(1, sizeof *a);
    register_end end = REGISTER_NO_MEMORY;
    if (!a) {
        fprintf(stderr, "caseload: %s\n", words(o->language, "out of memory", "не хватает памяти"));
        return EXIT_FILES;
    }
    a->o = o;
    a->name = name;
    a->out = out;
    summary_begin(&a->summary, o, name);
    end = register_read(in, take_row, a);
    int read_error = errno;
    if (end == REGISTER_READ && fflush(out) != 0) {
        a->write_error = errno;
        end = REGISTER_STOPPED;
    }
    if (a->n_columns > 0) {
        summary_end(&a->summary);
    }
    int status = report_end(a, end, read_error);
    free(a);
    return status;
}
