/*
 * The parts of caseload, one file each:
 *
 *   options.c   the command line          register.c  a register in CSV, row by row
 *   words.c     text in two languages     header.c    the columns of a register -> facts
 *   values.c    a value as text -> a fact rows.c      answers a register
 *   one.c       answers one case          rejects.c   the bad rows once more, in a file
 *   summary.c   counts, progress          bars.c      last valid days by month
 *   receipts.c  receipts as text
 *   changes.c   what a decree changes     expressions.c the question as SQL
 */
#ifndef CASELOAD_H
#define CASELOAD_H

#include <statusrules/statusrules.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* What caseload returns to the shell. */
enum { EXIT_ANSWERED = 0, EXIT_SOME_BAD = 1, EXIT_USAGE = 2, EXIT_FILES = 3 };

/* ---- options.c ---- */

/* What --map says of a column: the fact that stands in it, or 0 to carry it through. */
typedef struct mapping {
    const char *column;
    size_t length;
    int32_t fact;
} mapping;

enum { MAPPINGS = 256 };

typedef struct options {
    const statusrules_law *law;
    int32_t question;
    statusrules_options parameters;
    int32_t language;
    bool one;
    bool explain;
    /* The receipt of each answer is written as well. */
    bool receipt;
    /* Nothing is answered: receipts are held against the facts beside them. */
    bool verify;
    bool no_progress;
    bool no_bars;
    /* The fact on_day of all rows, or STATUSRULES_UNKNOWN. */
    int32_t on_day;
    /* The other side of --impact; `impact` is what was given. The dialect of --sql, or 0. */
    const char *impact;
    const statusrules_law *law_after;
    statusrules_options parameters_after;
    int32_t dialect;
    int n_mappings;
    mapping mappings[MAPPINGS];
    /* Name of the file to write, or NULL for standard output. */
    const char *output;
    /* Name of the file for bad rows, or NULL. */
    const char *rejects;
    char **operands;
    int n_operands;
} options;

/* Reads the command line. Returns -1 to go on, or what to exit with: after --help, --version, a mistake. */
int options_read(options *o, int argc, char **argv);

/* ---- words.c ---- */

enum { COUNT_SIZE = 40, SHOWN_SIZE = 160, WHY_SIZE = 2048 };

/* One of two texts, by language. */
const char *words(int32_t language, const char *en, const char *ru) __attribute__((format_arg(2), format_arg(3)));

/* 1234567 as "1,234,567", or with spaces in Russian. */
const char *words_count(char buffer[COUNT_SIZE], long long count, int32_t language);

/* A value as it can be shown in a message: in quotation marks, without control characters, not too long. */
const char *words_shown(char buffer[SHOWN_SIZE], const char *text, size_t length, int32_t language);

/* Appends to a text, as far as there is room. */
void words_append(char *text, size_t capacity, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Appends an error of the library as a sentence. */
void words_append_error(char *text, size_t capacity, const statusrules_error *error, int32_t language);

/* Writes the names of the facts in a set of bits, with something between them. */
void words_write_facts(FILE *out, int64_t facts, int32_t language, const char *between);

/* ---- register.c ---- */

enum { ROW_BYTES = 1 << 18, ROW_FIELDS = 1024, CHUNK_BYTES = 1 << 16 };

typedef struct row {
    /* The line that the row begins on, from 1. */
    long long line;
    /* How many values it has; the first ROW_FIELDS are kept. */
    size_t n_fields;
    size_t ends[ROW_FIELDS];
    /* A quotation mark stands where RFC 4180 has none, or is never closed: one line was read as well as it goes. */
    bool malformed;
    /* It is longer than ROW_BYTES: the values are those that end before, and the others are lost. */
    bool too_long;
    /* The register begins with a byte order mark; the line ends with a carriage return. */
    bool byte_order_mark;
    bool carriage_return;
    /* The row as it was read, without its line end; it may be copied if the row is neither malformed nor too long. */
    const char *text;
    size_t text_length;
    char bytes[ROW_BYTES + CHUNK_BYTES];
} row;

/* The text of a value; it does not end with a zero byte. */
const char *row_field(const row *r, size_t index, size_t *length);

typedef enum register_end {
    REGISTER_READ,
    /* The caller asked to stop. */
    REGISTER_STOPPED,
    /* errno says why. */
    REGISTER_UNREADABLE,
    REGISTER_NO_MEMORY
} register_end;

/*
 * Reads a register as a stream, in constant memory, and hands over each row; the first one is the header. Lines
 * without any character are no rows. `take` returns false to stop.
 */
register_end register_read(FILE *in, bool (*take)(const row *r, void *context), void *context);

/* Writes a value, in quotation marks where it needs them. */
void register_write(FILE *out, const char *text, size_t length);

/* ---- values.c ---- */

enum { MEMORY_SLOTS = 1 << 10, MEMORY_TEXT = 96 };

/* The names that were read last: registers repeat them, and a name is looked for in all names of its fact. */
typedef struct value_memory {
    struct {
        int32_t fact;
        int32_t value;
        size_t length;
        char text[MEMORY_TEXT];
    } slots[MEMORY_SLOTS];
} value_memory;

/*
 * Sets a fact from a name, label, day or number; nothing is "unknown". On failure writes the reason. The memory is
 * zeroed before the first value; NULL for none.
 */
bool value_read(statusrules_facts *facts, int32_t fact, const char *text, size_t length, int32_t language,
                value_memory *memory, char reason[WHY_SIZE]);

/* Appends a reason to the others, with the value that it is about. */
void value_append_wrong(char why[WHY_SIZE], const char *reason, const char *text, size_t length, int32_t language);

/* Appends the names of a list, with commas between them. */
void value_append_names(char *text, size_t capacity, int32_t names);

/* Appends the name that is close to a text which names nothing, if there is one. */
void value_append_nearest(char *text, size_t capacity, const statusrules_error *error, int32_t names,
                          int32_t language);

/* ---- header.c ---- */

/* What stands in the columns of a register. */
typedef struct header {
    size_t n_columns;
    /* The columns that hold facts of the question, and the fact of each. */
    size_t n_facts;
    size_t columns[ROW_FIELDS];
    int32_t facts[ROW_FIELDS];
    /* The column of the receipts that are to be verified. */
    size_t receipt;
    row names;
} header;

/* Reads the first row. Returns false, and says why, if the register cannot be answered. */
bool header_read(header *h, const options *o, const char *register_name, const row *first);

/* Writes the names of the columns, and those of the answer. */
void header_write(const header *h, const options *o, FILE *out, const char *line_end);

/* The column that holds a fact; n_columns if there is none. */
size_t header_column(const header *h, int32_t fact);

/* ---- receipts.c ---- */

/* The receipt of an answer as text. */
void receipt_write(FILE *out, const options *o, const statusrules_facts *facts);

/* Reads the text of a receipt, and what it says; on failure appends the reason. */
bool receipt_read(uint8_t receipt[STATUSRULES_RECEIPT_BYTES], statusrules_receipt_parts *parts, const char *text,
                  size_t length, int32_t language, char why[WHY_SIZE]);

/* ---- rejects.c ---- */

/* Writes the names of the columns: line, column, value, reason. */
void rejects_begin(FILE *rejects);

/* Writes one thing that is wrong. It is about the row as a whole if `column` is no column. */
void rejects_write(FILE *rejects, const header *h, const row *r, size_t column, const char *reason);

/* ---- bars.c ---- */

enum { MONTHS = 9999 * 12 };

/* How many answers have their last valid day in each month, from January of the year 1. */
typedef struct bars {
    long long by_month[MONTHS];
    long long without_end;
} bars;

void bars_add(bars *b, int32_t day);
void bars_print(const bars *b, FILE *out, int32_t language);

/* ---- summary.c ---- */

typedef struct summary {
    const options *o;
    const char *name;
    /* Progress is shown, and stands on the terminal now. */
    bool progress;
    bool drawn;
    double started;
    double shown;
    /* Where the register began and ends, in bytes; they are the same if that is not known. */
    FILE *in;
    long long begin;
    long long end;
    long long rows;
    long long bad;
    long long assumed;
    long long by_outcome[16];
    long long by_verified[16];
    bars bars;
} summary;

/* The summary is zeroed before. */
void summary_begin(summary *s, const options *o, FILE *in, const char *name);
void summary_answered(summary *s, const statusrules_answer *answer);
void summary_verified(summary *s, int32_t result);
void summary_compared(summary *s);
void summary_bad(summary *s, long long line, const char *why);
/* Prints the counts; of --impact only how many bad rows were not shown, as it has counts of its own. */
void summary_end(summary *s);

/* Whether every receipt was verified and equal. */
bool summary_all_equal(const summary *s);

/* ---- rows.c, one.c ---- */

/* Answers the rows of a register; `rejects` may be NULL. Returns what to exit with. */
int rows_answer(const options *o, FILE *in, const char *name, FILE *out, FILE *rejects);

/* Compares the answers before and after; writes the transitions. Returns what to exit with. */
int changes_answer(const options *o, FILE *in, const char *name, FILE *out);

/* Writes the question as SQL for the columns of a register. Returns what to exit with. */
int expressions_write(const options *o, FILE *in, const char *name, FILE *out);

/* Answers one case, given as FACT=VALUE operands. Returns what to exit with. */
int one_answer(const options *o, FILE *out);

#endif
