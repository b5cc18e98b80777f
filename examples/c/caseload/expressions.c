/* --sql: the question as SQL, for a table whose columns are those of the register. Only its first line is read. */
#include "caseload.h"

#include <stdlib.h>
#include <string.h>

typedef struct writing {
    const options *o;
    const char *name;
    FILE *out;
    header header;
    int status;
} writing;

enum { SAYS = 2 };

/* Writes one expression as a column of a query. */
static bool write_expression(writing *w, const statusrules_sql_column *columns, int32_t n_columns, int32_t says,
                             const char *as) {
    const options *o = w->o;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error = {0};
    int32_t length = 0;
    facts.on_day = o->on_day;
    int32_t code = statusrules_sql(NULL, 0, &length, o->law, o->question, &facts, columns, n_columns, o->dialect,
                                   says, STATUSRULES_UNKNOWN, &o->parameters, &error);
    char *text = code == STATUSRULES_ERROR_TRUNCATED ? malloc((size_t)length + 1) : NULL;
    if (text) {
        code = statusrules_sql(text, length + 1, &length, o->law, o->question, &facts, columns, n_columns,
                               o->dialect, says, STATUSRULES_UNKNOWN, &o->parameters, &error);
    }
    if (code || !text) {
        char why[WHY_SIZE] = "";
        words_append_error(why, sizeof why, &error, o->language);
        fprintf(stderr, "caseload: --sql: %s\n", why);
        free(text);
        return false;
    }
    fprintf(w->out, "%s AS \"%s\"\n", text, as);
    free(text);
    return true;
}

/* The names of the columns end with a zero byte here; one that holds a zero byte is cut at it, and names no column. */
static bool take_header(const row *first, void *context) {
    writing *w = context;
    statusrules_sql_column columns[64];
    char *names = NULL;
    size_t used = 0;
    if (!header_read(&w->header, w->o, w->name, first)) {
        return false;
    }
    names = calloc(1, ROW_BYTES + CHUNK_BYTES + ROW_FIELDS);
    if (!names) {
        return false;
    }
    for (size_t i = 0; i < w->header.n_facts; i++) {
        static const statusrules_sql_column empty = STATUSRULES_SQL_COLUMN_EMPTY;
        size_t length;
        const char *text = row_field(first, w->header.columns[i], &length);
        columns[i] = empty;
        columns[i].fact = w->header.facts[i];
        columns[i].name = memcpy(names + used, text, length);
        used += length + 1;
    }
    const int32_t n = (int32_t)w->header.n_facts;
    const bool fine = write_expression(w, columns, n, STATUSRULES_SQL_OUTCOME, "outcome")
                      && fputs(",\n", w->out) >= 0 && write_expression(w, columns, n, STATUSRULES_SQL_DAY, "day");
    w->status = fine ? EXIT_ANSWERED : EXIT_USAGE;
    free(names);
    return false;
}

int expressions_write(const options *o, FILE *in, const char *name, FILE *out) {
    writing *w = calloc(1, sizeof *w);
    int status = EXIT_FILES;
    if (w) {
        *w = (writing){.o = o, .name = name, .out = out, .status = EXIT_FILES};
        (void)register_read(in, take_header, w);
        status = w->status;
        if (status == EXIT_FILES && w->header.n_columns == 0) {
            fprintf(stderr, "%s: %s\n", name,
                    words(o->language, "the first line must name the columns",
                          "в первой строке должны стоять названия столбцов"));
        }
    }
    free(w);
    return status;
}
