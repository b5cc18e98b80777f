/*
 * A register in CSV, as RFC 4180 has it, read as a stream with libcsv.
 *
 * libcsv is given one line after another. A row that cannot be read, because a quotation mark stands where none
 * may stand or is never closed, ends with its first line: the lines after it are read afresh, so that one bad row
 * costs no other.
 */
#include "caseload.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { LENIENT = 0, STRICT = CSV_STRICT | CSV_STRICT_FINI };

typedef struct reader {
    struct csv_parser parser;
    FILE *in;
    bool (*take)(const row *r, void *context);
    void *context;
    /* The number of values in the header; 0 before it was read. */
    size_t columns;
    /* Places in the window: the row, the end of its first line, what libcsv has not seen yet, the end. */
    size_t begin;
    size_t first_end;
    size_t next;
    size_t end;
    bool end_of_file;
    /* The line that the row begins on, and how many of its lines libcsv has seen. */
    long long line;
    long long lines;
    /* libcsv has reported the end of the row. */
    bool ended;
    row row;
    char window[ROW_BYTES + CHUNK_BYTES];
} reader;

const char *row_field(const row *r, size_t index, size_t *length) {
    size_t begin = index == 0 ? 0 : r->ends[index - 1];
    *length = r->ends[index] - begin;
    return r->bytes + begin;
}

/* For libcsv: spaces belong to the value. */
static int no_space(unsigned char c) {
    (void)c;
    return 0;
}

static void take_field(void *text, size_t length, void *context) {
    row *into = &((reader *)context)->row;
    if (into->n_fields < ROW_FIELDS) {
        size_t used = into->n_fields == 0 ? 0 : into->ends[into->n_fields - 1];
        if (length > 0) {
            memcpy(into->bytes + used, text, length);
        }
        into->ends[into->n_fields] = used + length;
    }
    into->n_fields++;
}

static void take_end(int terminator, void *context) {
    (void)terminator;
    ((reader *)context)->ended = true;
}

static bool line_end(char c) {
    return c == '\n' || c == '\r';
}

/* The length of the next line with what ends it; 0 if the window does not hold all of it. */
static size_t next_line(const reader *r) {
    const char *text = r->window + r->next;
    size_t left = r->end - r->next;
    const char *feed = memchr(text, '\n', left);
    size_t length = feed ? (size_t)(feed - text) + 1 : left;
    const char *carriage = memchr(text, '\r', length);
    if (carriage && carriage + 1 < text + length) {
        return (size_t)(carriage - text) + (carriage[1] == '\n' ? 2 : 1);
    }
    return feed || r->end_of_file ? length : 0;
}

/* Reads a further piece of the file into the window. */
static register_end more(reader *r) {
    memmove(r->window, r->window + r->begin, r->end - r->begin);
    r->first_end -= r->begin;
    r->next -= r->begin;
    r->end -= r->begin;
    r->begin = 0;
    size_t n = fread(r->window + r->end, 1, CHUNK_BYTES, r->in);
    r->end += n;
    r->end_of_file = n == 0;
    return ferror(r->in) ? REGISTER_UNREADABLE : REGISTER_READ;
}

static void skip_byte_order_mark(reader *r) {
    static const char mark[] = "\xEF\xBB\xBF";
    if (r->end >= 3 && memcmp(r->window, mark, 3) == 0) {
        r->row.byte_order_mark = true;
        r->begin = r->first_end = r->next = 3;
    }
}

static void begin_row(reader *r) {
    r->begin = r->first_end = r->next;
    r->line += r->lines;
    r->lines = 0;
    r->ended = false;
    r->row.n_fields = 0;
    r->row.malformed = false;
}

static register_end hand_over(reader *r) {
    r->row.line = r->line;
    r->row.carriage_return = memchr(r->window + r->begin, '\r', r->next - r->begin) != NULL;
    if (r->columns == 0) {
        r->columns = r->row.n_fields;
    }
    bool go_on = r->take(&r->row, r->context);
    begin_row(r);
    return go_on ? REGISTER_READ : REGISTER_STOPPED;
}

/* Gives up a row that cannot be read: its first line is read as well as it goes. */
static register_end give_up(reader *r) {
    size_t length = r->first_end - r->begin;
    while (length > 0 && line_end(r->window[r->begin + length - 1])) {
        length--;
    }
    csv_set_opts(&r->parser, LENIENT);
    csv_fini(&r->parser, NULL, NULL, NULL);
    r->row.n_fields = 0;
    csv_parse(&r->parser, r->window + r->begin, length, take_field, take_end, r);
    csv_fini(&r->parser, take_field, take_end, r);
    csv_set_opts(&r->parser, STRICT);
    r->row.malformed = true;
    r->next = r->first_end;
    r->lines = 1;
    return hand_over(r);
}

/* Takes the row if it has ended. Several lines that make no row of the register were no row. */
static register_end take_if_ended(reader *r) {
    if (!r->ended) {
        return REGISTER_READ;
    }
    if (r->lines > 1 && r->columns > 0 && r->row.n_fields != r->columns) {
        return give_up(r);
    }
    return hand_over(r);
}

static register_end feed(reader *r, size_t length) {
    const char *text = r->window + r->next;
    if (r->lines == 0 && line_end(text[0])) {
        r->next += length;
        r->lines = 1;
        begin_row(r);
        return REGISTER_READ;
    }
    size_t seen = csv_parse(&r->parser, text, length, take_field, take_end, r);
    r->next += length;
    r->lines++;
    if (r->lines == 1) {
        r->first_end = r->next;
    }
    if (seen < length) {
        return csv_error(&r->parser) == CSV_EPARSE ? give_up(r) : REGISTER_NO_MEMORY;
    }
    return take_if_ended(r);
}

static register_end step(reader *r) {
    size_t length = next_line(r);
    if (length > 0) {
        return feed(r, length);
    }
    if (!r->end_of_file && r->end - r->begin <= ROW_BYTES) {
        return more(r);
    }
    if (r->lines == 0) {
        return REGISTER_TOO_LONG;
    }
    if (!r->end_of_file || csv_fini(&r->parser, take_field, take_end, r) != 0) {
        return give_up(r);
    }
    return take_if_ended(r);
}

register_end register_read(FILE *in, bool (*take)(const row *r, void *context), void *context, long long *line) {
    reader *r = calloc(1, sizeof *r);
    *line = 1;
    if (!r) {
        return REGISTER_NO_MEMORY;
    }
    r->in = in;
    r->take = take;
    r->context = context;
    r->line = 1;
    csv_init(&r->parser, STRICT);
    csv_set_space_func(&r->parser, no_space);
    csv_set_blk_size(&r->parser, 4096);
    register_end end = more(r);
    skip_byte_order_mark(r);
    while (end == REGISTER_READ && !(r->end_of_file && r->next == r->end && r->lines == 0)) {
        end = step(r);
    }
    *line = r->line;
    csv_free(&r->parser);
    free(r);
    return end;
}

void register_write(FILE *out, const char *text, size_t length) {
    bool plain = true;
    for (size_t i = 0; i < length && plain; i++) {
        plain = text[i] != ',' && text[i] != '"' && !line_end(text[i]);
    }
    if (plain) {
        fwrite(text, 1, length, out);
    } else {
        csv_fwrite(out, text, length);
    }
}
