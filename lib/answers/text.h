/*
 * Text into the caller's buffer: counts everything, writes what fits.
 */
#ifndef STATUSRULES_ANSWERS_TEXT_H
#define STATUSRULES_ANSWERS_TEXT_H

#include <statusrules/answers.h>

typedef struct statusrules_text {
    char *buffer;
    int32_t capacity;
    int32_t length;
    /* STATUSRULES_LANGUAGE_EN or STATUSRULES_LANGUAGE_RU */
    int32_t language;
    /* The last byte of the text, whether it fitted or not. */
    char last;
} statusrules_text;

void statusrules_text_add(statusrules_text *text, const char *words);

/* Ends a sentence: a full stop, unless the text ends with one («18 июля 2022 г.»). */
void statusrules_text_stop(statusrules_text *text);

/* One of two, by the language of the text. */
void statusrules_text_say(statusrules_text *text, const char *en, const char *ru);

void statusrules_text_number(statusrules_text *text, int32_t number);

/* "18 July 2022", «18 июля 2022 г.»; the day must be one. */
void statusrules_text_day(statusrules_text *text, int32_t day);

/* A value of a fact: its label, day or number, or "not given". */
void statusrules_text_value(statusrules_text *text, int32_t fact, int32_t value);

/* Leaves an empty text in the buffer, when what was written so far is no answer. */
void statusrules_text_clear(statusrules_text *text);

/* Ends the text; if it did not fit, cuts it at a character boundary and fails. */
int32_t statusrules_text_end(statusrules_text *text, int32_t *length, statusrules_error *error);

/* Checks the arguments that all functions that write text have. */
int32_t statusrules_text_begin(statusrules_text *text, char *buffer, int32_t capacity, const int32_t *length,
                               int32_t language, statusrules_error *error);

#endif
