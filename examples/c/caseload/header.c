/* The first row of a register: which facts its columns hold. */
#include "caseload.h"

#include <string.h>

static const char *const answer_columns[] = {"outcome", "day",   "provision", "assumed",
                                             "missing", "error", "receipt"};
static const char *const verify_columns[] = {"verified", "why"};
enum {
    N_WITH_RECEIPT = sizeof answer_columns / sizeof *answer_columns,
    N_VERIFY = sizeof verify_columns / sizeof *verify_columns
};

/* The columns that are added to the register. */
static size_t added_columns(const options *o, const char *const **columns) {
    *columns = o->verify ? verify_columns : answer_columns;
    return o->verify ? N_VERIFY : o->receipt ? N_WITH_RECEIPT : N_WITH_RECEIPT - 1;
}

typedef struct reading {
    const options *o;
    const char *name;
    /* The fact of each column, 0 for one that is carried through. */
    int32_t fact[ROW_FIELDS];
} reading;

static bool refuse(const reading *a, const char *text) {
    fprintf(stderr, "%s:1: %s\n", a->name, text);
    return false;
}

/* ---- The form ---- */

/* What a spreadsheet may write instead of CSV in UTF-8 with commas. Returns NULL, or what was found. */
static const char *find_other_form(const row *first, int32_t language) {
    size_t n = first->n_fields < ROW_FIELDS ? first->n_fields : ROW_FIELDS;
    size_t length = n == 0 ? 0 : first->ends[n - 1];
    const char *text = first->bytes;
    if (length >= 2 && (memcmp(text, "\xFF\xFE", 2) == 0 || memcmp(text, "\xFE\xFF", 2) == 0)) {
        return words(language, "the register is in UTF-16", "реестр в кодировке UTF-16");
    }
    if (memchr(text, '\0', length)) {
        return words(language, "the header holds zero bytes, as UTF-16 and files that are no text do",
                     "в заголовке есть нулевые байты, как в UTF-16 и в файлах не текстовых");
    }
    if (first->n_fields == 1 && memchr(text, ';', length)) {
        return words(language, "the header is one column with semicolons in it",
                     "заголовок — один столбец, и в нём точки с запятой");
    }
    if (first->n_fields == 1 && memchr(text, '\t', length)) {
        return words(language, "the header is one column with tabs in it",
                     "заголовок — один столбец, и в нём знаки табуляции");
    }
    return NULL;
}

/* A register that cannot be read as it should be is refused before anything is said about its columns. */
static bool check_form(reading *a, const row *first) {
    const char *found = find_other_form(first, a->o->language);
    if (found) {
        char why[WHY_SIZE] = "";
        words_append(why, sizeof why, "%s; %s", found,
                     words(a->o->language, "expected: UTF-8, with commas between the columns",
                           "ожидается: UTF-8, между столбцами запятые"));
        return refuse(a, why);
    }
    if (first->too_long) {
        return refuse(a, words(a->o->language, "the header is longer than 256 KiB", "заголовок длиннее 256 КиБ"));
    }
    if (first->malformed) {
        return refuse(a, words(a->o->language, "a quotation mark in the header is out of place or never closed",
                               "кавычка в заголовке стоит не на месте или не закрыта"));
    }
    if (first->n_fields > ROW_FIELDS) {
        return refuse(
            a, words(a->o->language, "the header has more than 1,024 columns", "в заголовке более 1024 столбцов"));
    }
    return true;
}

/* ---- The columns ---- */

static bool same_text(const row *r, size_t i, const char *text, size_t length) {
    size_t n;
    const char *field = row_field(r, i, &n);
    return n == length && memcmp(field, text, n) == 0;
}

static bool refuse_twice(const reading *a, const row *names, size_t i, size_t k) {
    int32_t language = a->o->language;
    char why[WHY_SIZE] = "";
    char shown[SHOWN_SIZE];
    size_t length;
    const char *text = row_field(names, k, &length);
    words_shown(shown, text, length, language);
    words_append(why, sizeof why,
                 words(language, "columns %zu and %zu are the same: %s", "столбцы %zu и %zu совпадают: %s"), i + 1,
                 k + 1, shown);
    if (!same_text(names, i, text, length)) {
        words_append(why, sizeof why,
                     words(language, " is the fact %s too; --map %s= carries it through",
                           " — тоже факт %s; --map %s= переносит его как есть"),
                     statusrules_name(STATUSRULES_NAMES_FACT, a->fact[k], STATUSRULES_LANGUAGE_NAME), shown);
    }
    return refuse(a, why);
}

static bool check_result_columns(reading *a, const row *first) {
    const char *const *added;
    const size_t n_added = added_columns(a->o, &added);
    for (size_t i = 0; i < first->n_fields; i++) {
        for (size_t k = 0; k < n_added; k++) {
            if (same_text(first, i, added[k], strlen(added[k]))) {
                char why[WHY_SIZE] = "";
                words_append(why, sizeof why,
                             words(a->o->language, "the column \"%s\" is there already: it is one of the answer's",
                                   "столбец «%s» уже есть, а он нужен для ответа"),
                             added[k]);
                return refuse(a, why);
            }
        }
    }
    return true;
}

/* A name that is almost a fact's is said: its column would be carried through, and its values not read. */
static void warn_of_near_miss(const reading *a, const char *text, size_t length, const statusrules_error *error) {
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

static bool refuse_without_facts(reading *a) {
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

/* ---- What the command line says of the columns ---- */

/* A column of --map that is not there: an answer without it would be another than the one asked for. */
static bool check_mappings(const reading *a, const row *first) {
    int32_t language = a->o->language;
    for (int m = 0; m < a->o->n_mappings; m++) {
        const mapping *given = &a->o->mappings[m];
        char why[WHY_SIZE] = "";
        char shown[SHOWN_SIZE];
        size_t i = 0;
        while (i < first->n_fields && !same_text(first, i, given->column, given->length)) {
            i++;
        }
        if (i < first->n_fields) {
            continue;
        }
        words_append(
            why, sizeof why,
            words(language, "--map: there is no column %s; there are: ", "--map: столбца %s нет; есть столбцы: "),
            words_shown(shown, given->column, given->length, language));
        for (i = 0; i < first->n_fields; i++) {
            size_t length;
            const char *text = row_field(first, i, &length);
            words_append(why, sizeof why, "%s%s", i > 0 ? ", " : "", words_shown(shown, text, length, language));
        }
        return refuse(a, why);
    }
    return true;
}

static const mapping *find_mapping(const reading *a, const char *text, size_t length) {
    for (int m = 0; m < a->o->n_mappings; m++) {
        const mapping *given = &a->o->mappings[m];
        if (given->length == length && memcmp(given->column, text, length) == 0) {
            return given;
        }
    }
    return NULL;
}

/* One day for all rows, and a day for each: which one is meant is not for the program to choose. */
static bool check_on_day(const reading *a, const row *first) {
    for (size_t i = 0; a->o->on_day != STATUSRULES_UNKNOWN && i < first->n_fields; i++) {
        if (a->fact[i] == STATUSRULES_FACT_ON_DAY) {
            char why[WHY_SIZE] = "";
            char shown[SHOWN_SIZE];
            size_t length;
            const char *text = row_field(first, i, &length);
            words_shown(shown, text, length, a->o->language);
            words_append(why, sizeof why,
                         words(a->o->language,
                               "the column %s holds the fact on_day, and --on-day gives it too; leave the option "
                               "out, or carry the column through with --map %s=",
                               "в столбце %s — факт on_day, и он же задан в --on-day; уберите параметр или "
                               "перенесите столбец как есть: --map %s="),
                         shown, shown);
            return refuse(a, why);
        }
    }
    return true;
}

/* The fact of a column: the one that --map says, or the one that it is called like; else 0. */
static int32_t fact_of(const reading *a, const char *text, size_t length) {
    const mapping *given = find_mapping(a, text, length);
    int32_t fact = 0;
    statusrules_error error = {0};
    if (given) {
        return given->fact;
    }
    if (statusrules_code(&fact, STATUSRULES_NAMES_FACT, text, (int32_t)length, &error)) {
        warn_of_near_miss(a, text, length, &error);
        return 0;
    }
    return fact;
}

/* Which facts are read says the question; when receipts are verified, each says which. */
static bool is_read(const options *o, int32_t fact) {
    return fact && (o->verify || statusrules_question_asks(o->question, fact));
}

static bool read_columns(reading *a, const row *first) {
    bool asked = false;
    for (size_t i = 0; i < first->n_fields; i++) {
        size_t length;
        const char *text = row_field(first, i, &length);
        a->fact[i] = fact_of(a, text, length);
        for (size_t k = 0; k < i; k++) {
            if (same_text(first, k, text, length) || (a->fact[i] && a->fact[k] == a->fact[i])) {
                return refuse_twice(a, first, k, i);
            }
        }
        asked |= is_read(a->o, a->fact[i]);
    }
    return check_result_columns(a, first) && check_on_day(a, first) && (asked || refuse_without_facts(a));
}

static bool find_receipts(const reading *a, header *h, const row *first) {
    static const char name[] = "receipt";
    h->receipt = 0;
    while (h->receipt < first->n_fields && !same_text(first, h->receipt, name, strlen(name))) {
        h->receipt++;
    }
    return h->receipt < first->n_fields
           || refuse(a, words(a->o->language, "there is no column \"receipt\": caseload --receipt writes it",
                              "столбца «receipt» нет: его пишет caseload --receipt"));
}

bool header_read(header *h, const options *o, const char *register_name, const row *first) {
    reading a = {.o = o, .name = register_name};
    if (!check_form(&a, first) || !check_mappings(&a, first) || !read_columns(&a, first)
        || (o->verify && !find_receipts(&a, h, first))) {
        return false;
    }
    h->n_columns = first->n_fields;
    h->names = *first;
    for (size_t i = 0; i < h->n_columns; i++) {
        if (is_read(o, a.fact[i])) {
            h->columns[h->n_facts] = i;
            h->facts[h->n_facts] = a.fact[i];
            h->n_facts++;
        }
    }
    return true;
}

void header_write(const header *h, const options *o, FILE *out, const char *line_end) {
    const char *const *added;
    const size_t n_added = added_columns(o, &added);
    fputs(h->names.byte_order_mark ? "\xEF\xBB\xBF" : "", out);
    for (size_t i = 0; i < h->n_columns; i++) {
        size_t length;
        const char *text = row_field(&h->names, i, &length);
        register_write(out, text, length);
        fputc(',', out);
    }
    for (size_t i = 0; i < n_added; i++) {
        fprintf(out, "%s%s", added[i], i + 1 < n_added ? "," : line_end);
    }
}

size_t header_column(const header *h, int32_t fact) {
    for (size_t i = 0; i < h->n_facts; i++) {
        if (h->facts[i] == fact) {
            return h->columns[i];
        }
    }
    return h->n_columns;
}
