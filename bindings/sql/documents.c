#include "documents.h"

#include <string.h>

/* A call for a span costs what some tens of single rows cost; where every row is asked alone inside it ("valid on"), what
   its days cost. It is made when that many rows have paid for it, and again after as many. */
enum { ROWS_A_SPAN = 128 };

/* What is rarely done stands apart, so that the rest of a row needs no stack. */
#ifdef __GNUC__
#define RARELY __attribute__((noinline, cold))
#else
#define RARELY
#endif

void sql_documents_begin(sql_documents *documents, const sql_case *base) {
    documents->base = *base;
    documents->base.options.brief = STATUSRULES_YES;
    documents->asked = 0;
    documents->filled = 0;
    documents->begun++;
}

/* A text of up to 32 bytes as four words, which overlap: texts of one length are equal if these are. Most names have eight bytes
   or more; they take one way, whatever their length, since a processor cannot guess it. */
static void words_of(uint64_t words[4], const char *text, size_t length) {
    if (length < 8) {
        uint64_t word = 0;
        for (size_t i = 0; i < length; i++) {
            word = word << 8 | (unsigned char)text[i];
        }
        words[0] = words[1] = words[2] = words[3] = word;
        return;
    }
    memcpy(&words[0], text, 8);
    memcpy(&words[1], text + (length < 16 ? length - 8 : 8), 8);
    memcpy(&words[2], text + (length < 16 ? 0 : length - 16), 8);
    memcpy(&words[3], text + length - 8, 8);
}

static bool read_term(const char *text, int32_t length, int32_t *term, sql_failure *failure) {
    sql_case c;
    sql_case_begin(&c, STATUSRULES_QUESTION_EXTENSION);
    bool done = sql_case_set_field(&c, STATUSRULES_FACT_TERM, &(sql_value){SQL_TEXT, text, length, 0}, failure);
    *term = c.facts.term;
    return done;
}

/* With these factors no two names of the library have one place. */
static uint32_t place_of(const uint64_t words[4], int32_t length) {
    return (uint32_t)(((words[0] ^ words[3] * 49 ^ (uint64_t)length) * 0x9E3779B97F4A7C15U) >> 58);
}

/* Reads a name, and keeps it in the first free place from its own on; in its own, where none is. */
RARELY static bool new_term(sql_documents *documents, const char *text, int32_t length, int32_t *term,
                            sql_failure *failure) {
    uint64_t words[4];
    if (!read_term(text, length, term, failure)) {
        return false;
    }
    if (length > (int32_t)sizeof words) {
        return true;
    }
    words_of(words, text, (size_t)length);
    uint32_t place = place_of(words, length);
    sql_term *kept = &documents->terms[place];
    for (uint32_t i = 0; i < SQL_TERM_PLACES && kept->code; i++) {
        kept = &documents->terms[(place + i) % SQL_TERMS];
    }
    if (kept->code) {
        kept = &documents->terms[place];
    }
    memcpy(kept->words, words, sizeof kept->words);
    kept->length = length;
    kept->code = *term;
    return true;
}

bool sql_documents_term(sql_documents *documents, const char *text, int32_t length, int32_t *term,
                        sql_failure *failure) {
    uint64_t words[4];
    if (length > (int32_t)sizeof words) {
        return new_term(documents, text, length, term, failure);
    }
    words_of(words, text, (size_t)length);
    uint32_t place = place_of(words, length);
    for (uint32_t i = 0; i < SQL_TERM_PLACES; i++) {
        const sql_term *known = &documents->terms[(place + i) % SQL_TERMS];
        uint64_t differs = (known->words[0] ^ words[0]) | (known->words[1] ^ words[1])
                           | (known->words[2] ^ words[2]) | (known->words[3] ^ words[3])
                           | (uint32_t)(known->length ^ length);
        if (known->code && !differs) {
            *term = known->code;
            return true;
        }
    }
    return new_term(documents, text, length, term, failure);
}

RARELY static bool ask_alone(const sql_documents *documents, int32_t term, int32_t last_day, int32_t *outcome,
                             int32_t *day, sql_failure *failure) {
    sql_case c = documents->base;
    statusrules_answer answer;
    c.facts.term = term;
    c.facts.last_day = last_day;
    if (!sql_case_ask(&c, &answer, failure)) {
        return false;
    }
    *outcome = answer.outcome;
    *day = answer.day;
    return true;
}

/* ---- Spans ---- */

static int32_t first_of(int32_t number) {
    return STATUSRULES_FIRST_DAY + number * SQL_SPAN_DAYS;
}

/* Whether a last day goes on with a stretch that began at `first` and holds `length` days. */
static bool continues(sql_stretch *stretch, int32_t first, int32_t length, int32_t last_day, int32_t outcome,
                      int32_t error, int32_t day) {
    if (stretch->outcome != outcome || stretch->error != error) {
        return false;
    }
    if (length == 1 && stretch->day >= STATUSRULES_FIRST_DAY && stretch->day <= STATUSRULES_LAST_DAY
        && day == stretch->day + 1) {
        /* The second day shows whether a stretch moves with the last day. */
        stretch->counted = -1;
        stretch->day -= first;
        return true;
    }
    return day == stretch->day + (stretch->counted & last_day);
}

/* Makes stretches of what the library answered to `n` last days from `first` on. */
static void write_stretches(sql_span *span, const sql_documents *d, int32_t first, int32_t n) {
    int32_t length = 0;
    for (int32_t i = 0; i < SQL_STRETCHES; i++) {
        span->firsts[i] = INT32_MAX;
    }
    for (int32_t i = 0; i < n; i++) {
        int32_t last = span->n - 1;
        if (length
            && continues(&span->stretches[last], span->firsts[last], length, first + i, d->outcomes[i],
                         d->errors[i], d->days[i])) {
            length++;
            continue;
        }
        if (span->n == SQL_STRETCHES) {
            span->n = -1;
            return;
        }
        span->firsts[span->n] = first + i;
        span->stretches[span->n++] = (sql_stretch){d->outcomes[i], d->errors[i], 0, d->days[i]};
        length = 1;
    }
}

static statusrules_column column(int32_t field, int32_t type, void *values) {
    statusrules_column c = STATUSRULES_COLUMN_EMPTY;
    c.field = field;
    c.type = type;
    c.values = values;
    return c;
}

static statusrules_column same(int32_t field, int32_t value) {
    statusrules_column c = STATUSRULES_COLUMN_EMPTY;
    c.field = field;
    c.type = STATUSRULES_TYPE_INT32;
    c.is_one_value = 1;
    c.one_value = value;
    return c;
}

static void fill(sql_documents *d, sql_span *span, int32_t term, int32_t number) {
    enum { N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY };
    statusrules_column in[N_FACTS];
    int32_t first = first_of(number);
    int32_t n = STATUSRULES_LAST_DAY - first < SQL_SPAN_DAYS ? STATUSRULES_LAST_DAY - first + 1 : SQL_SPAN_DAYS;
    int32_t n_in = 0;
    for (int32_t i = 0; i < n; i++) {
        d->last_days[i] = first + i;
    }
    in[n_in++] = column(STATUSRULES_FACT_LAST_DAY, STATUSRULES_TYPE_INT32, d->last_days);
    in[n_in++] = same(STATUSRULES_FACT_TERM, term);
    for (int32_t fact = STATUSRULES_FACT_LOCATION; fact <= N_FACTS; fact++) {
        int32_t value = statusrules_facts_get(&d->base.facts, fact);
        if (value != STATUSRULES_UNKNOWN) {
            in[n_in++] = same(fact, value);
        }
    }
    const statusrules_column out[] = {column(STATUSRULES_RESULT_OUTCOME, STATUSRULES_TYPE_INT8, d->outcomes),
                                      column(STATUSRULES_RESULT_DAY, STATUSRULES_TYPE_INT32, d->days),
                                      column(STATUSRULES_RESULT_ERROR, STATUSRULES_TYPE_INT8, d->errors)};
    int64_t bad_rows;
    *span = (sql_span){.begun = d->begun, .term = term, .number = number};
    if (statusrules_columns(&bad_rows, d->base.law, STATUSRULES_QUESTION_EXTENSION, in, n_in, out, 3, n,
                            &d->base.options, NULL)) {
        span->n = -1; /* each row says what is wrong */
        return;
    }
    write_stretches(span, d, first, n);
}

static sql_span *place_of_span(sql_documents *d, int32_t term, int32_t number) {
    return &d->spans[(uint32_t)(term * 16 + number) % SQL_SPANS];
}

static bool is_span(const sql_documents *d, const sql_span *span, int32_t term, int32_t number) {
    return span->begun == d->begun && span->term == term && span->number == number;
}

/* Outcome and day of a document of a span. */
static bool ask_span(const sql_documents *documents, const sql_span *span, int32_t term, int32_t last_day,
                     int32_t *outcome, int32_t *day, sql_failure *failure) {
    if (span->n < 0) {
        return ask_alone(documents, term, last_day, outcome, day, failure);
    }
    /* Counted, not searched: which stretch it is cannot be guessed. */
    int32_t place = -1;
    for (int32_t i = 0; i < span->n; i += 4) {
        for (int32_t j = 0; j < 4; j++) {
            place += span->firsts[i + j] <= last_day;
        }
    }
    const sql_stretch *stretch = &span->stretches[place];
    if (stretch->error) {
        return ask_alone(documents, term, last_day, outcome, day, failure);
    }
    *outcome = stretch->outcome;
    *day = stretch->day + (stretch->counted & last_day);
    return true;
}

/* A document whose span is not there: it is made, if it is worth its price. */
RARELY static bool ask_new(sql_documents *d, int32_t term, int32_t last_day, int32_t *outcome, int32_t *day,
                           sql_failure *failure) {
    int64_t price = d->base.options.valid_on == STATUSRULES_UNKNOWN ? ROWS_A_SPAN : SQL_SPAN_DAYS;
    if (d->asked <= price * (d->filled + 1)) {
        return ask_alone(d, term, last_day, outcome, day, failure);
    }
    int32_t number = (last_day - STATUSRULES_FIRST_DAY) / SQL_SPAN_DAYS;
    sql_span *span = place_of_span(d, term, number);
    d->filled++;
    fill(d, span, term, number);
    return ask_span(d, span, term, last_day, outcome, day, failure);
}

bool sql_documents_ask(sql_documents *documents, int32_t term, int32_t last_day, int32_t *outcome, int32_t *day,
                       sql_failure *failure) {
    if (term <= 0 || last_day < STATUSRULES_FIRST_DAY || last_day > STATUSRULES_LAST_DAY) {
        return ask_alone(documents, term, last_day, outcome, day, failure);
    }
    int32_t number = (last_day - STATUSRULES_FIRST_DAY) / SQL_SPAN_DAYS;
    const sql_span *span = place_of_span(documents, term, number);
    documents->asked++;
    return is_span(documents, span, term, number)
               ? ask_span(documents, span, term, last_day, outcome, day, failure)
               : ask_new(documents, term, last_day, outcome, day, failure);
}
