#include "answers/text.h"

#include "engine/error.h"
#include "engine/tables.h"

static void add_bytes(statusrules_text *text, const char *bytes, int32_t n) {
    int32_t room = text->capacity - text->length;
    int32_t written = n < room ? n : room;
    for (int32_t i = 0; i < written; i++) {
        text->buffer[text->length + i] = bytes[i];
    }
    text->length += n;
    text->last = n ? bytes[n - 1] : text->last;
}

void statusrules_text_add(statusrules_text *text, const char *words) {
    int32_t n = 0;
    while (words[n]) {
        n++;
    }
    add_bytes(text, words, n);
}

void statusrules_text_stop(statusrules_text *text) {
    statusrules_text_add(text, text->last == '.' ? "\n" : ".\n");
}

void statusrules_text_say(statusrules_text *text, const char *en, const char *ru) {
    statusrules_text_add(text, text->language == STATUSRULES_LANGUAGE_RU ? ru : en);
}

void statusrules_text_number(statusrules_text *text, int32_t number) {
    char digits[12];
    int32_t at = (int32_t)sizeof digits;
    /* The magnitude as unsigned, so that the smallest number has one. */
    uint32_t left = number < 0 ? 0U - (uint32_t)number : (uint32_t)number;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (number < 0) {
        digits[--at] = '-';
    }
    add_bytes(text, digits + at, (int32_t)sizeof digits - at);
}

void statusrules_text_day(statusrules_text *text, int32_t day) {
    static const char *const months_en[12] = {"January",   "February", "March",    "April",
                                              "May",       "June",     "July",     "August",
                                              "September", "October",  "November", "December"};
    static const char *const months_ru[12] = {"января", "февраля", "марта",    "апреля",  "мая",    "июня",
                                              "июля",   "августа", "сентября", "октября", "ноября", "декабря"};
    statusrules_date date;
    if (statusrules_date_of_day(&date, day, 0)) {
        statusrules_text_number(text, day);
        return;
    }
    statusrules_text_number(text, date.day);
    statusrules_text_add(text, " ");
    statusrules_text_say(text, months_en[date.month - 1], months_ru[date.month - 1]);
    statusrules_text_add(text, " ");
    statusrules_text_number(text, date.year);
    statusrules_text_say(text, "", " г.");
}

void statusrules_text_value(statusrules_text *text, int32_t fact, int32_t value) {
    statusrules_fact_info info = {.first = 0};
    const char *label = statusrules_name(fact, value, text->language);
    (void)statusrules_fact(&info, fact, 0);
    if (value == STATUSRULES_UNKNOWN) {
        statusrules_text_say(text, "not given", "нет сведений");
    } else if (fact == STATUSRULES_INCOMING_DAY) {
        statusrules_text_value(text, STATUSRULES_FACT_LAST_DAY, value);
    } else if (fact == STATUSRULES_EXTENDED) {
        statusrules_text_value(text, STATUSRULES_FACT_IDENTIFIED, value);
    } else if (fact == STATUSRULES_STATE) {
        statusrules_text_value(text, STATUSRULES_FACT_CITIZENSHIP, value);
    } else if (*label) {
        statusrules_text_add(text, label);
    } else if (info.kind == STATUSRULES_KIND_DAY) {
        statusrules_text_day(text, value);
    } else {
        statusrules_text_number(text, value);
    }
}

int32_t statusrules_text_begin(statusrules_text *text, char *buffer, int32_t capacity, const int32_t *length,
                               int32_t language, statusrules_error *error) {
    if (!length || (!buffer && capacity > 0)) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (language != STATUSRULES_LANGUAGE_EN && language != STATUSRULES_LANGUAGE_RU) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_LANGUAGE, language,
                                STATUSRULES_LANGUAGE_EN, STATUSRULES_LANGUAGE_RU);
    }
    text->buffer = buffer;
    text->capacity = capacity < 0 ? 0 : capacity;
    text->length = 0;
    text->language = language;
    text->last = 0;
    return STATUSRULES_OK;
}

void statusrules_text_clear(statusrules_text *text) {
    text->length = 0;
    if (text->capacity > 0) {
        text->buffer[0] = 0;
    }
}

int32_t statusrules_text_end(statusrules_text *text, int32_t *length, statusrules_error *error) {
    *length = text->length;
    if (text->length < text->capacity) {
        text->buffer[text->length] = 0;
        return STATUSRULES_OK;
    }
    if (text->capacity > 0) {
        int32_t end = text->capacity - 1;
        /* A byte 10xxxxxx continues a character: step back to where that character begins. */
        while (end > 0 && ((unsigned char)text->buffer[end] & 0xC0) == 0x80) {
            end--;
        }
        text->buffer[end] = 0;
    }
    return statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, text->capacity,
                            text->length + 1, STATUSRULES_NONE);
}
