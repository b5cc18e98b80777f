/* Reads every file of vectors (README.md) and asks the library each row. */
#define _POSIX_C_SOURCE 200809L

#include "law_called.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <statusrules/ask.h>
#include <statusrules/names.h>
#include <statusrules/receipt.h>

/* The files, and the least number of rows that each holds. */
static const struct {
    const char *name;
    int32_t least;
} files[] = {
    {"measures-education-entry.tsv", 2850},
    {"measures-eligibility.tsv", 2100},
    {"measures-extension.tsv", 4750},
    {"measures-valid-on.tsv", 980},
    {"receipts.tsv", 300},
    {"statement-eligibility.tsv", 850},
    {"statement-extension.tsv", 2650},
    {"statement-valid-on.tsv", 640},
};

enum { N_FILES = sizeof files / sizeof files[0], MAX_COLUMNS = 64, MAX_LINE = 4096 };

/* Columns that are not facts; a fact's column has the fact's number. */
enum {
    COLUMN_CASE = 1001,
    COLUMN_LAW,
    COLUMN_QUESTION,
    COLUMN_KNOWN_ON,
    COLUMN_EDITION,
    COLUMN_READING,
    COLUMN_STRICT,
    COLUMN_VALID_ON,
    COLUMN_OUTCOME,
    COLUMN_DAY,
    COLUMN_PROVISION,
    COLUMN_ERROR,
    COLUMN_RECEIPT
};

static const struct {
    const char *name;
    int32_t column;
} own_columns[] = {
    {"case", COLUMN_CASE},           {"law", COLUMN_LAW},
    {"question", COLUMN_QUESTION},   {"known_on", COLUMN_KNOWN_ON},
    {"edition", COLUMN_EDITION},     {"reading", COLUMN_READING},
    {"strict", COLUMN_STRICT},       {"valid_on", COLUMN_VALID_ON},
    {"outcome", COLUMN_OUTCOME},     {"day", COLUMN_DAY},
    {"provision", COLUMN_PROVISION}, {"error", COLUMN_ERROR},
    {"receipt", COLUMN_RECEIPT},
};

/* The last, the receipt, does not stand in every file. */
enum { N_OWN_COLUMNS = sizeof own_columns / sizeof own_columns[0], N_NEEDED = N_OWN_COLUMNS - 1 };

/* A row, read: what is asked and what is expected. */
struct row {
    const char *sentence;
    const statusrules_law *law;
    int32_t question;
    statusrules_options options;
    statusrules_facts facts;
    int32_t valid_on;
    int32_t outcome;
    int32_t day;
    const char *provision;
    int32_t error;
    const char *receipt;
};

/* Where failures are counted and, unless quiet, printed. */
struct report {
    const char *file;
    int32_t line;
    int32_t rows;
    int32_t failures;
    bool quiet;
};

static void fail(struct report *report, const char *sentence, const char *what, const char *got) {
    report->failures++;
    if (!report->quiet) {
        (void)fprintf(stderr, "%s:%d: %s\n    %s%s\n", report->file, (int)report->line, sentence, what, got);
    }
}

static int32_t split(char *line, char *cells[MAX_COLUMNS]) {
    int32_t n = 0;
    line[strcspn(line, "\n")] = '\0';
    for (char *cell = line; cell != NULL && n < MAX_COLUMNS; n++) {
        char *tab = strchr(cell, '\t');
        cells[n] = cell;
        if (tab != NULL) {
            *tab++ = '\0';
        }
        cell = tab;
    }
    return n;
}

static bool code_of(int32_t *code, int32_t names, const char *text) {
    return statusrules_code(code, names, text, (int32_t)strlen(text), NULL) == STATUSRULES_OK;
}

static bool day_of(int32_t *day, const char *text) {
    return statusrules_parse_day(day, text, (int32_t)strlen(text), NULL) == STATUSRULES_OK;
}

static bool number_of(int32_t *number, const char *text) {
    char *end = NULL;
    long value = strtol(text, &end, 10);
    *number = (int32_t)value;
    return end != text && *end == '\0' && value >= INT32_MIN && value <= INT32_MAX;
}

static bool law_of(const statusrules_law **law, const char *text) {
    *law = law_called(text);
    return *law != NULL;
}

static bool fact_of(int32_t *value, int32_t fact, const char *text) {
    statusrules_fact_info info;
    if (statusrules_fact(&info, fact, NULL) != STATUSRULES_OK) {
        return false;
    }
    if (info.none && strcmp(text, "none") == 0) {
        *value = STATUSRULES_NONE;
        return true;
    }
    switch (info.kind) {
    case STATUSRULES_KIND_DAY:
        return day_of(value, text);
    case STATUSRULES_KIND_NUMBER:
        return number_of(value, text);
    default:
        return code_of(value, fact, text);
    }
}

/* The member of a fact: its number is its place. */
static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

static bool column_of(int32_t *column, const char *name) {
    for (int32_t i = 0; i < N_OWN_COLUMNS; i++) {
        if (strcmp(own_columns[i].name, name) == 0) {
            *column = own_columns[i].column;
            return true;
        }
    }
    return code_of(column, STATUSRULES_NAMES_FACT, name);
}

static bool read_cell(struct row *row, int32_t column, const char *text) {
    if (column == COLUMN_CASE) {
        row->sentence = text;
        return *text != '\0';
    }
    if (column == COLUMN_LAW) {
        return law_of(&row->law, text);
    }
    if (column == COLUMN_QUESTION) {
        return code_of(&row->question, STATUSRULES_NAMES_QUESTION, text);
    }
    if (*text == '\0') {
        return true;
    }
    switch (column) {
    case COLUMN_KNOWN_ON:
        return day_of(&row->options.known_on, text);
    case COLUMN_EDITION:
        return number_of(&row->options.edition, text);
    case COLUMN_READING:
        return code_of(&row->options.reading, STATUSRULES_NAMES_READING, text);
    case COLUMN_STRICT:
        row->options.strict = strcmp(text, "yes") == 0 ? STATUSRULES_YES : STATUSRULES_NO;
        return strcmp(text, "yes") == 0 || strcmp(text, "no") == 0;
    case COLUMN_VALID_ON:
        return day_of(&row->valid_on, text);
    case COLUMN_OUTCOME:
        return code_of(&row->outcome, STATUSRULES_NAMES_OUTCOME, text);
    case COLUMN_DAY:
        row->day = STATUSRULES_NONE;
        return strcmp(text, "none") == 0 || day_of(&row->day, text);
    case COLUMN_PROVISION:
        row->provision = text;
        return true;
    case COLUMN_ERROR:
        return code_of(&row->error, STATUSRULES_NAMES_ERROR, text);
    case COLUMN_RECEIPT:
        row->receipt = text;
        return true;
    default:
        return fact_of(member(&row->facts, column), column, text);
    }
}

static const char *provision_id(const statusrules_law *law, int32_t number) {
    statusrules_provision provision;
    if (number == 0) {
        return "";
    }
    return statusrules_law_provision(&provision, law, number, NULL) == STATUSRULES_OK ? provision.id : "?";
}

static void write_day(char text[16], int32_t day) {
    if (day == STATUSRULES_NONE) {
        (void)snprintf(text, 16, "none");
    } else if (statusrules_format_day(text, 16, day, NULL) != STATUSRULES_OK) {
        text[0] = '\0';
    }
}

/* The receipt of the row is written as it stands there, and verifies when it is read back. */
static void check_receipt(struct report *report, const struct row *row) {
    uint8_t bytes[STATUSRULES_RECEIPT_BYTES];
    char text[STATUSRULES_RECEIPT_CHARACTERS + 1] = "";
    int32_t result = 0;
    statusrules_options options = row->options;
    options.valid_on = row->valid_on == STATUSRULES_NOT_A_DAY ? STATUSRULES_UNKNOWN : row->valid_on;
    if (statusrules_receipt(bytes, sizeof bytes, row->law, row->question, &row->facts, &options, NULL)
        || statusrules_format_receipt(text, sizeof text, bytes, sizeof bytes, NULL)
        || strcmp(text, row->receipt) != 0) {
        fail(report, row->sentence, "the receipt is ", text);
    } else if (statusrules_parse_receipt(bytes, sizeof bytes, row->receipt, (int32_t)strlen(row->receipt), NULL)
               || statusrules_verify(&result, bytes, sizeof bytes, &row->facts, NULL)
               || result != STATUSRULES_VERIFIED_EQUAL) {
        fail(report, row->sentence, "the receipt is not verified", "");
    }
}

static void check_row(struct report *report, const struct row *row) {
    char got[256];
    char day[16];
    if ((row->error == STATUSRULES_OK) == (row->outcome == 0)) {
        fail(report, row->sentence, "a row expects an outcome or an error, and not both", "");
        return;
    }
    if (row->valid_on != STATUSRULES_NOT_A_DAY && row->question != STATUSRULES_QUESTION_EXTENSION) {
        fail(report, row->sentence, "valid_on belongs to the question extension", "");
        return;
    }
    statusrules_answer answer = {0};
    int32_t error = row->valid_on != STATUSRULES_NOT_A_DAY
                        ? statusrules_valid_on(&answer, row->law, &row->facts, row->valid_on, &row->options, NULL)
                        : statusrules_ask(&answer, row->law, row->question, &row->facts, &row->options, NULL);
    if (error != row->error) {
        (void)snprintf(got, sizeof got, "expected error %d, got %d %s", (int)row->error, (int)error,
                       statusrules_name(STATUSRULES_NAMES_ERROR, error, STATUSRULES_LANGUAGE_NAME));
        fail(report, row->sentence, got, "");
        return;
    }
    if (error != STATUSRULES_OK) {
        return;
    }
    const char *provision = provision_id(row->law, answer.provision);
    if (answer.outcome != row->outcome || answer.day != row->day || strcmp(provision, row->provision) != 0) {
        write_day(day, answer.day);
        (void)snprintf(got, sizeof got, "%s, day '%s', provision '%s'",
                       statusrules_name(STATUSRULES_NAMES_OUTCOME, answer.outcome, STATUSRULES_LANGUAGE_NAME), day,
                       provision);
        fail(report, row->sentence, "the library answers ", got);
    }
    if (*row->receipt) {
        check_receipt(report, row);
    }
}

static int32_t read_header(struct report *report, FILE *file, int32_t columns[MAX_COLUMNS]) {
    char line[MAX_LINE];
    char *cells[MAX_COLUMNS];
    if (fgets(line, sizeof line, file) == NULL) {
        fail(report, "the header", "is missing", "");
        return 0;
    }
    report->line = 1;
    int32_t n = split(line, cells);
    bool met[N_OWN_COLUMNS] = {false};
    for (int32_t i = 0; i < n; i++) {
        if (!column_of(&columns[i], cells[i])) {
            fail(report, "the header", "does not know the column ", cells[i]);
            return 0;
        }
        for (int32_t j = 0; j < i; j++) {
            if (columns[j] == columns[i]) {
                fail(report, "the header", "names a column twice: ", cells[i]);
                return 0;
            }
        }
        if (columns[i] >= COLUMN_CASE) {
            met[columns[i] - COLUMN_CASE] = true;
        }
    }
    for (int32_t i = 0; i < N_NEEDED; i++) {
        if (!met[own_columns[i].column - COLUMN_CASE]) {
            fail(report, "the header", "lacks the column ", own_columns[i].name);
            return 0;
        }
    }
    return n;
}

static void check_file(struct report *report, FILE *file, int32_t least) {
    char line[MAX_LINE];
    char *cells[MAX_COLUMNS];
    int32_t columns[MAX_COLUMNS];
    int32_t n = read_header(report, file, columns);
    if (n == 0) {
        return;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        report->line++;
        report->rows++;
        if (strchr(line, '\n') == NULL || split(line, cells) != n) {
            fail(report, line, "the line is cut off, or has another number of columns than the header", "");
            continue;
        }
        struct row row = {"",
                          NULL,
                          0,
                          STATUSRULES_OPTIONS_DEFAULT,
                          STATUSRULES_FACTS_UNKNOWN,
                          STATUSRULES_NOT_A_DAY,
                          0,
                          STATUSRULES_NOT_A_DAY,
                          "",
                          STATUSRULES_OK,
                          ""};
        bool read = true;
        for (int32_t i = 0; i < n && read; i++) {
            read = read_cell(&row, columns[i], cells[i]);
            if (!read) {
                fail(report, row.sentence, "no such value: ", cells[i]);
            }
        }
        if (read) {
            check_row(report, &row);
        }
    }
    if (report->rows == 0 || report->rows < least) {
        fail(report, "the file", "has fewer rows than it should", "");
    }
}

/* --- The vectors -------------------------------------------------------------------------------------------- */

Test(vectors, every_row_is_answered_as_written) {
    int32_t failures = 0;
    for (int32_t i = 0; i < N_FILES; i++) {
        char path[1024];
        (void)snprintf(path, sizeof path, "%s/%s", VECTORS_DIR, files[i].name);
        FILE *file = fopen(path, "r");
        cr_assert_not_null(file, "cannot open %s", path);
        struct report report = {path, 0, 0, 0, false};
        check_file(&report, file, files[i].least);
        (void)fclose(file);
        failures += report.failures;
    }
    cr_assert_eq(failures, 0, "%d failures, printed above", (int)failures);
}

Test(vectors, every_file_in_the_folder_is_named_above) {
    int32_t met = 0;
    DIR *folder = opendir(VECTORS_DIR);
    cr_assert_not_null(folder, "cannot open %s", VECTORS_DIR);
    for (struct dirent *entry = readdir(folder); entry != NULL; entry = readdir(folder)) {
        const char *end = strrchr(entry->d_name, '.');
        if (end == NULL || strcmp(end, ".tsv") != 0) {
            continue;
        }
        bool named = false;
        for (int32_t i = 0; i < N_FILES; i++) {
            named = named || strcmp(files[i].name, entry->d_name) == 0;
        }
        cr_expect(named, "%s is not in the list of files", entry->d_name);
        met++;
    }
    (void)closedir(folder);
    cr_assert_eq(met, N_FILES);
}

/* --- The reader: what it must not let pass ------------------------------------------------------------------- */

#define HEADER                                                                                                    \
    "case\tlaw\tquestion\tknown_on\tedition\treading\tstrict\tterm\tlast_day\tvalid_"                             \
    "on\toutcome\tday\tprovision\t"                                                                               \
    "error\n"
#define ROW(day)                                                                                                  \
    "a row\tstatement\textension\t\t\t\t\tpermanent_residence_permit\t2021-12-31\t\tyes\t" day "\tS1\t\n"

static int32_t failures_in(const char *text) {
    FILE *file = tmpfile();
    cr_assert_not_null(file);
    (void)fputs(text, file);
    rewind(file);
    struct report report = {"(text)", 0, 0, 0, true};
    check_file(&report, file, 1);
    (void)fclose(file);
    return report.failures;
}

Test(vector_reader, passes_a_right_row) {
    cr_assert_eq(failures_in(HEADER ROW("2022-07-18")), 0);
}

Test(vector_reader, reports_a_wrong_day) {
    cr_assert_eq(failures_in(HEADER ROW("2022-07-18") ROW("2022-07-17") ROW("2022-07-19") ROW("")), 3);
}

Test(vector_reader, reports_a_wrong_outcome_provision_and_error) {
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tvisa\t2021-12-31\t\tno\t\t\t\n"), 1);
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tvisa\t2021-12-31\t\tsilent\t\tS1\t\n"),
                 1);
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tvisa\t2021-12-31\t\t\t\t\torder\n"), 1);
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tvisa\t2021-12-31\t\tsilent\t\t\t\n"), 0);
}

#define RIGHT_RECEIPT "040G207MDH1TVYSDP2948RYSP800004000001001000G1XTA000E6R2SGMZ18QN05"
#define RECEIPT_HEADER "receipt\t" HEADER

Test(vector_reader, reports_a_wrong_receipt) {
    cr_assert_eq(failures_in(RECEIPT_HEADER RIGHT_RECEIPT "\t" ROW("2022-07-18")), 0);
    cr_assert_eq(failures_in(RECEIPT_HEADER "\t" ROW("2022-07-18")), 0);
    cr_assert_eq(failures_in(RECEIPT_HEADER "0" RIGHT_RECEIPT "\t" ROW("2022-07-18")), 1);
}

Test(vector_reader, refuses_a_file_without_rows) {
    cr_assert_eq(failures_in(""), 1);
    cr_assert_eq(failures_in(HEADER), 1);
}

Test(vector_reader, refuses_an_unknown_column) {
    cr_assert_eq(failures_in("colour\t" HEADER), 1);
}

Test(vector_reader, refuses_a_missing_or_repeated_column) {
    cr_assert_eq(failures_in("case\tlaw\tquestion\tterm\n"), 1);
    cr_assert_eq(failures_in("term\t" HEADER), 1);
}

Test(vector_reader, refuses_an_unknown_value) {
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tpassport\t2021-12-31\t\tsilent\t\t\t\n"),
                 1);
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tvisa\t2021-02-29\t\tsilent\t\t\t\n"), 1);
    cr_assert_eq(failures_in(HEADER "a row\tgossip\textension\t\t\t\t\tvisa\t2021-12-31\t\tsilent\t\t\t\n"), 1);
}

Test(vector_reader, refuses_a_row_that_is_cut_off) {
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\n"), 1);
}

Test(vector_reader, refuses_a_row_that_expects_nothing) {
    cr_assert_eq(failures_in(HEADER "a row\tstatement\textension\t\t\t\t\tvisa\t2021-12-31\t\t\t\t\t\n"), 1);
}
