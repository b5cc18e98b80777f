/*
 * A register of documents: the same question about row after row, of which only document and last day differ. The first
 * rows are asked one by one; then the answers to all last days of some years are asked in one call of the library and kept
 * as stretches, so that a row costs a look-up. Every answer is the library's.
 */
#ifndef SQL_DOCUMENTS_H
#define SQL_DOCUMENTS_H

#include "case.h"

enum { SQL_STRETCHES = 24, SQL_SPANS = 256, SQL_TERMS = 64, SQL_TERM_PLACES = 4, SQL_SPAN_DAYS = 2048 };

/* Last days that have one answer: a day, or a number of days after the last day. */
typedef struct sql_stretch {
    int32_t outcome;
    int32_t error;
    /* All bits where `day` is counted from the last day, else none. */
    int32_t counted;
    int32_t day;
} sql_stretch;

/* The last days of a span of years of one document. */
typedef struct sql_span {
    int64_t begun;
    int32_t term;
    int32_t number;
    /* How many stretches; -1 where there are too many. */
    int32_t n;
    /* Where each begins; the places after the last hold a day that never comes. */
    int32_t firsts[SQL_STRETCHES];
    sql_stretch stretches[SQL_STRETCHES];
} sql_span;

/* A name of a document as it was met, as the words that its text is made of. */
typedef struct sql_term {
    uint64_t words[4];
    int32_t length;
    int32_t code;
} sql_term;

/* All zero before the first sql_documents_begin. */
typedef struct sql_documents {
    /* What all rows share. */
    sql_case base;
    /* How many registers were begun here: spans of an earlier one do not count. */
    int64_t begun;
    int64_t asked;
    int64_t filled;
    sql_term terms[SQL_TERMS];
    sql_span spans[SQL_SPANS];
    int32_t last_days[SQL_SPAN_DAYS];
    int32_t days[SQL_SPAN_DAYS];
    int8_t outcomes[SQL_SPAN_DAYS];
    int8_t errors[SQL_SPAN_DAYS];
} sql_documents;

/* Begins a register whose rows share a case. */
void sql_documents_begin(sql_documents *documents, const sql_case *base);

/* The document that a name or label stands for. */
bool sql_documents_term(sql_documents *documents, const char *text, int32_t length, int32_t *term,
                        sql_failure *failure);

/* Outcome and day of a document. A term or last day that is not known is STATUSRULES_UNKNOWN. */
bool sql_documents_ask(sql_documents *documents, int32_t term, int32_t last_day, int32_t *outcome, int32_t *day,
                       sql_failure *failure);

#endif
