/*
 * A register in CSV, as RFC 4180 has it, read as a stream with libcsv.
 *
 * libcsv is given one line after another. A row that cannot be read, because a quotation mark stands where none
 * may stand or is never closed, ends with its first line: the lines after it are read afresh, so that one bad row
 * costs no other. A row that is too long is read through to its end, and not kept.
 */
#include "caseload.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

enum { LENIENT = 0, STRICT = CSV_STRICT | CSV_STRICT_FINI };

/* Where reading through a row that is too long stands. */
typedef enum place {
    /* No row is too long. */
    NOWHERE,
    VALUE_BEGINS,
    IN_VALUE,
    IN_QUOTES,
    /* The quotation mark closes the value, or is the first of two. */
    AFTER_QUOTE,
    /* A quotation mark is out of place: the row ends with its line. */
    MALFORMED
} place;

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
    /* Of a row that is too long: its values, and how many of its lines the window does not hold any more. */
    place place;
    size_t values;
    long long lines_gone;
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
    r->place = NOWHERE;
    r->row.n_fields = 0;
    r->row.malformed = false;
    r->row.too_long = false;
}

static register_end hand_over(reader *r) {
    size_t length = r->next - r->begin;
    while (length > 0 && line_end(r->window[r->begin + length - 1])) {
        length--;
    }
    r->row.text = r->window + r->begin;
    r->row.text_length = length;
    r->row.line = r->line;
    r->row.carriage_return = memchr(r->window + r->begin, '\r', r->next - r->begin) != NULL;
    if (r->columns == 0) {
        r->columns = r->row.n_fields;
    }
    bool go_on = r->take(&r->row, r->context);
    begin_row(r);
    return go_on ? REGISTER_READ : REGISTER_STOPPED;
}

/* Lets libcsv begin a row. The value that it was reading goes to `take`, or is forgotten. */
static void end_value(reader *r, void (*take)(void *text, size_t length, void *context)) {
    csv_set_opts(&r->parser, LENIENT);
    csv_fini(&r->parser, take, NULL, r);
    csv_set_opts(&r->parser, STRICT);
}

/* Gives up a row that cannot be read: its first line is read as well as it goes. */
static register_end give_up(reader *r) {
    size_t length = r->first_end - r->begin;
    while (length > 0 && line_end(r->window[r->begin + length - 1])) {
        length--;
    }
    end_value(r, NULL);
    csv_set_opts(&r->parser, LENIENT);
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

/* ---- A row that is too long ---- */

/* The values of a line that is a row by itself. */
static size_t count_values(const char *text, size_t length) {
    size_t n = 1;
    bool quoted = false;
    for (size_t i = 0; i < length; i++) {
        quoted ^= text[i] == '"';
        n += text[i] == ',' && !quoted;
    }
    return n;
}

/*
 * Whether most of the lines in a part of the window could be rows of the register: then the quotation mark before
 * them was never closed. Else they are a value of many lines.
 */
static bool rows_follow(const reader *r, size_t begin, size_t end) {
    size_t rows = 0;
    size_t others = 0;
    while (begin < end) {
        size_t length = 0;
        while (begin + length < end && !line_end(r->window[begin + length])) {
            length++;
        }
        bool fits = count_values(r->window + begin, length) == r->columns;
        rows += length > 0 && fits;
        others += length > 0 && !fits;
        begin += length + 1;
    }
    return rows > others;
}

/* Keeps the values that end before the row is too long, and reads the row again, from its first character. */
static register_end begin_skipping(reader *r) {
    size_t length = r->begin + ROW_BYTES - r->next;
    if (csv_parse(&r->parser, r->window + r->next, length, take_field, take_end, r) < length
        && csv_error(&r->parser) != CSV_EPARSE) {
        return REGISTER_NO_MEMORY;
    }
    end_value(r, r->columns == 0 ? take_field : NULL); /* a header is refused, and shows why */
    r->row.too_long = true;
    r->place = VALUE_BEGINS;
    r->values = 1;
    r->next = r->begin;
    r->lines = r->lines_gone = 0;
    return REGISTER_READ;
}

/* Forgets what has been read of the row; but a line that has not ended is kept, if it is not too long itself. */
static void forget(reader *r) {
    size_t to = r->next;
    while (to > r->begin && !line_end(r->window[to - 1])) {
        to--;
    }
    r->begin = to > r->begin && r->end - to <= ROW_BYTES ? to : r->next;
    r->lines_gone = r->lines;
}

/* Ends the row with the lines that are gone: what the window holds is read afresh. */
static register_end end_with_lines_gone(reader *r) {
    r->next = r->begin;
    r->lines = r->lines_gone;
    return hand_over(r);
}

/* Where a character that ends no line leads. */
static place after(place before, char c) {
    if (before == IN_QUOTES) {
        return c == '"' ? AFTER_QUOTE : IN_QUOTES;
    }
    if (before == MALFORMED || (c == '"' && before == IN_VALUE)) {
        return MALFORMED;
    }
    if (c == ',') {
        return VALUE_BEGINS;
    }
    if (c == '"') {
        return IN_QUOTES;
    }
    return before == AFTER_QUOTE ? MALFORMED : IN_VALUE;
}

/* The next line end of the row: the end of the row, unless a value goes on. */
static register_end skip_line_end(reader *r) {
    r->next += r->window[r->next] == '\r' && r->next + 1 < r->end && r->window[r->next + 1] == '\n' ? 2 : 1;
    r->lines++;
    if (r->place != IN_QUOTES) {
        return r->lines > 1 && r->values != r->columns ? end_with_lines_gone(r) : hand_over(r);
    }
    if (r->lines == 1) {
        forget(r); /* the lines after it are kept: they may be rows */
    }
    return REGISTER_READ;
}

/* The window holds nothing more of the row: reads on, and keeps no more than a row of it. */
static register_end skip_further(reader *r) {
    if (r->end_of_file) {
        return r->lines > 0 ? end_with_lines_gone(r) : hand_over(r);
    }
    bool full = r->end - r->begin > ROW_BYTES;
    if (full && r->lines > 0 && rows_follow(r, r->begin, r->end)) {
        return end_with_lines_gone(r);
    }
    if (full || r->lines == 0) {
        forget(r);
    }
    return more(r);
}

/* Reads through what the window holds of the row. */
static register_end pass_over(reader *r) {
    while (r->next < r->end) {
        char c = r->window[r->next];
        if (c == '\r' && r->next + 1 == r->end && !r->end_of_file) {
            break;
        }
        if (line_end(c)) {
            return skip_line_end(r);
        }
        r->place = after(r->place, c);
        r->values += r->place == VALUE_BEGINS;
        r->next++;
        if (r->place == MALFORMED && r->lines > 0) {
            return end_with_lines_gone(r);
        }
    }
    return skip_further(r);
}

static register_end step(reader *r) {
    if (r->place != NOWHERE) {
        return pass_over(r);
    }
    size_t length = next_line(r);
    if (length == 0 && !r->end_of_file && r->end - r->begin <= ROW_BYTES) {
        return more(r);
    }
    bool too_long = length > 0 ? r->next + length - r->begin > ROW_BYTES : !r->end_of_file;
    if (too_long) {
        bool open = r->lines > 0 && (r->columns == 0 || rows_follow(r, r->first_end, r->next));
        return open ? give_up(r) : begin_skipping(r);
    }
    if (length > 0) {
        return feed(r, length);
    }
    return csv_fini(&r->parser, take_field, take_end, r) != 0 ? give_up(r) : take_if_ended(r);
}

/* ---- The register ---- */

register_end register_read(FILE *in, bool (*take)(const row *r, void *context), void *context) {
    reader *r = calloc(1, sizeof *r);
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
    while (end == REGISTER_READ
           && !(r->end_of_file && r->next == r->end && r->lines == 0 && r->place == NOWHERE)) {
        end = step(r);
    }
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
