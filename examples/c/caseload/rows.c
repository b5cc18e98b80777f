/* Answers a register, row by row: to answer takes a fifteenth of the time of a row. */
#include "caseload.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct answering {
    const options *o;
    const char *name;
    FILE *out;
    /* For the bad rows, or NULL. */
    FILE *rejects;
    const char *line_end;
    /* errno of the write that failed. */
    int write_error;
    header header;
    value_memory memory;
    summary summary;
} answering;

static bool written(answering *a) {
    if (ferror(a->out) || (a->rejects && ferror(a->rejects))) {
        a->write_error = errno;
        return false;
    }
    return true;
}

static bool take_header(answering *a, const row *first) {
    if (!header_read(&a->header, a->o, a->name, first)) {
        return false;
    }
    a->line_end = first->carriage_return ? "\r\n" : "\n";
    header_write(&a->header, a->o, a->out, a->line_end);
    if (a->rejects) {
        rejects_begin(a->rejects);
    }
    return written(a);
}

/* ---- What is wrong with a row ---- */

static void reject(const answering *a, const row *r, size_t column, const char *reason) {
    if (a->rejects) {
        rejects_write(a->rejects, &a->header, r, column, reason);
    }
}

/* The row as a whole. */
static bool wrong_row(const answering *a, const row *r, char why[WHY_SIZE], const char *reason) {
    words_append(why, WHY_SIZE, "%s", reason);
    reject(a, r, a->header.n_columns, reason);
    return false;
}

static void append_count_mismatch(const answering *a, const row *r, char *why) {
    size_t n_columns = a->header.n_columns;
    words_append(
        why, WHY_SIZE,
        words(a->o->language, "%zu values where the header has %zu", "значений: %zu, а столбцов в заголовке: %zu"),
        r->n_fields, n_columns);
    for (size_t i = n_columns; i < r->n_fields && i < ROW_FIELDS; i++) {
        size_t length;
        char shown[SHOWN_SIZE];
        const char *text = row_field(r, i, &length);
        words_append(why, WHY_SIZE, "%s%s",
                     i > n_columns ? ", " : words(a->o->language, "; too many: ", "; лишние: "),
                     words_shown(shown, text, length, a->o->language));
    }
}

static bool check_row(const answering *a, const row *r, char why[WHY_SIZE]) {
    if (r->too_long) {
        return wrong_row(a, r, why,
                         words(a->o->language, "the row is longer than 256 KiB: it was not read to its end",
                               "строка длиннее 256 КиБ: она прочитана не до конца"));
    }
    if (r->malformed) {
        return wrong_row(a, r, why,
                         words(a->o->language, "a quotation mark is out of place or never closed",
                               "кавычка стоит не на месте или не закрыта"));
    }
    if (r->n_fields != a->header.n_columns) {
        char reason[WHY_SIZE] = "";
        append_count_mismatch(a, r, reason);
        return wrong_row(a, r, why, reason);
    }
    return true;
}

/* The facts of a question. */
static bool read_facts(answering *a, const row *r, int32_t question, statusrules_facts *facts,
                       char why[WHY_SIZE]) {
    const header *h = &a->header;
    bool fine = true;
    facts->on_day = a->o->on_day;
    for (size_t i = 0; i < h->n_facts; i++) {
        size_t length;
        char reason[WHY_SIZE];
        const char *text = row_field(r, h->columns[i], &length);
        if (statusrules_question_asks(question, h->facts[i])
            && !value_read(facts, h->facts[i], text, length, a->o->language, &a->memory, reason)) {
            value_append_wrong(why, reason, text, length, a->o->language);
            reject(a, r, h->columns[i], reason);
            fine = false;
        }
    }
    return fine;
}

static bool wrong_facts(const answering *a, const row *r, char why[WHY_SIZE], const statusrules_error *error) {
    words_append_error(why, WHY_SIZE, error, a->o->language);
    reject(a, r, header_column(&a->header, error->fact), why);
    return false;
}

static bool answer_row(answering *a, const row *r, statusrules_answer *answer, statusrules_facts *facts,
                       char why[WHY_SIZE]) {
    statusrules_error error = {0};
    return check_row(a, r, why) && read_facts(a, r, a->o->question, facts, why)
           && (!statusrules_ask(answer, a->o->law, a->o->question, facts, &a->o->parameters, &error)
               || wrong_facts(a, r, why, &error));
}

/* Holds the receipt of a row against its facts. */
static bool verify_row(answering *a, const row *r, int32_t *result, char why[WHY_SIZE]) {
    uint8_t receipt[STATUSRULES_RECEIPT_BYTES];
    statusrules_receipt_parts parts;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error = {0};
    size_t length;
    if (!check_row(a, r, why)) {
        return false;
    }
    const char *text = row_field(r, a->header.receipt, &length);
    if (!receipt_read(receipt, &parts, text, length, a->o->language, why)) {
        reject(a, r, a->header.receipt, why);
        return false;
    }
    return read_facts(a, r, parts.question, &facts, why)
           && (!statusrules_verify(result, receipt, sizeof receipt, &facts, &error)
               || wrong_facts(a, r, why, &error));
}

/* ---- The rows ---- */

/* The values of the register, untouched; a row that could not be read is written value by value, in all columns. */
static void carry_through(const answering *a, const row *r) {
    if (!r->malformed && !r->too_long && r->n_fields == a->header.n_columns) {
        fwrite(r->text, 1, r->text_length, a->out);
        fputc(',', a->out);
        return;
    }
    for (size_t i = 0; i < a->header.n_columns; i++) {
        if (i < r->n_fields) {
            size_t length;
            const char *text = row_field(r, i, &length);
            register_write(a->out, text, length);
        }
        fputc(',', a->out);
    }
}

static void write_day(FILE *out, int32_t day) {
    char text[16];
    if (day == STATUSRULES_NONE) {
        fputs("none", out);
    } else if (statusrules_format_day(text, sizeof text, day, NULL) == STATUSRULES_OK) {
        fputs(text, out);
    }
}

static void write_answer(const answering *a, const statusrules_answer *answer, const statusrules_facts *facts) {
    statusrules_provision provision;
    FILE *out = a->out;
    fputs(statusrules_name(STATUSRULES_NAMES_OUTCOME, answer->outcome, STATUSRULES_LANGUAGE_NAME), out);
    fputc(',', out);
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
    if (a->o->receipt) {
        fputc(',', out);
        receipt_write(out, a->o, facts);
    }
}

static void write_verified(const answering *a, int32_t result) {
    fprintf(a->out, "%s,", statusrules_name(STATUSRULES_NAMES_VERIFIED, result, STATUSRULES_LANGUAGE_NAME));
}

/* In the last column that a row has for it. */
static void write_why(const answering *a, const char *why) {
    fputs(a->o->verify ? "," : ",,,,,", a->out);
    register_write(a->out, why, strlen(why));
    fputs(a->o->receipt ? "," : "", a->out);
}

static bool take_row(const row *r, void *context) {
    answering *a = context;
    if (a->header.n_columns == 0) {
        return take_header(a, r);
    }
    char why[WHY_SIZE];
    why[0] = '\0';
    statusrules_answer answer;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    int32_t result = 0;
    bool fine = a->o->verify ? verify_row(a, r, &result, why) : answer_row(a, r, &answer, &facts, why);
    carry_through(a, r);
    if (!fine) {
        write_why(a, why);
        summary_bad(&a->summary, r->line, why);
    } else if (a->o->verify) {
        write_verified(a, result);
        summary_verified(&a->summary, result);
    } else {
        write_answer(a, &answer, &facts);
        summary_answered(&a->summary, &answer);
    }
    fputs(a->line_end, a->out);
    return written(a);
}

/* ---- The register ---- */

static int report_end(const answering *a, register_end end, int read_error) {
    int32_t language = a->o->language;
    switch (end) {
    case REGISTER_READ:
        if (a->header.n_columns > 0) {
            return a->summary.bad > 0 || (a->o->verify && !summary_all_equal(&a->summary)) ? EXIT_SOME_BAD
                                                                                           : EXIT_ANSWERED;
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

int rows_answer(const options *o, FILE *in, const char *name, FILE *out, FILE *rejects) {
    answering *a = calloc(1, sizeof *a);
    register_end end = REGISTER_NO_MEMORY;
    if (!a) {
        fprintf(stderr, "caseload: %s\n", words(o->language, "out of memory", "не хватает памяти"));
        return EXIT_FILES;
    }
    a->o = o;
    a->name = name;
    a->out = out;
    a->rejects = rejects;
    summary_begin(&a->summary, o, in, name);
    end = register_read(in, take_row, a);
    int read_error = errno;
    if (end == REGISTER_READ && (fflush(out) != 0 || (rejects && fflush(rejects) != 0))) {
        a->write_error = errno;
        end = REGISTER_STOPPED;
    }
    if (a->header.n_columns > 0) {
        summary_end(&a->summary);
    }
    int status = report_end(a, end, read_error);
    free(a);
    return status;
}
