/* The bad rows once more, in a file by themselves: what is wrong, value by value. */
#include "caseload.h"

#include <string.h>

void rejects_begin(FILE *rejects) {
    fputs("line,column,value,reason\n", rejects);
}

static void write_field(FILE *rejects, const row *r, size_t column) {
    size_t length;
    const char *text = row_field(r, column, &length);
    register_write(rejects, text, length);
}

void rejects_write(FILE *rejects, const header *h, const row *r, size_t column, const char *reason) {
    fprintf(rejects, "%lld,", r->line);
    if (column < h->n_columns) {
        write_field(rejects, &h->names, column);
        fputc(',', rejects);
        write_field(rejects, r, column);
    } else {
        fputc(',', rejects);
    }
    fputc(',', rejects);
    register_write(rejects, reason, strlen(reason));
    fputc('\n', rejects);
}
