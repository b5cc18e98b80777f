/* Text in two languages. */
#include "caseload.h"

#include <stdarg.h>
#include <string.h>

const char *words(int32_t language, const char *en, const char *ru) {
    return language == STATUSRULES_LANGUAGE_RU ? ru : en;
}

const char *words_count(char buffer[COUNT_SIZE], long long count, int32_t language) {
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%lld", count);
    char *to = buffer;
    for (int i = 0; i < n; i++) {
        if (i > 0 && (n - i) % 3 == 0) {
            *to++ = language == STATUSRULES_LANGUAGE_RU ? ' ' : ',';
        }
        *to++ = digits[i];
    }
    *to = '\0';
    return buffer;
}

const char *words_shown(char buffer[SHOWN_SIZE], const char *text, size_t length, int32_t language) {
    enum { LONGEST = 120 };
    char inner[LONGEST + 1];
    size_t n = length < LONGEST ? length : LONGEST;
    while (n < length && n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80) {
        n--; /* not in the middle of a character */
    }
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        inner[i] = c < 0x20 || c == 0x7F ? ' ' : (char)c;
    }
    inner[n] = '\0';
    snprintf(buffer, SHOWN_SIZE, "%s%s%s%s", words(language, "\"", "«"), inner, n < length ? "…" : "",
             words(language, "\"", "»"));
    return buffer;
}

void words_append(char *text, size_t capacity, const char *format, ...) {
    size_t used = strlen(text);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text + used, capacity - used, format, arguments);
    va_end(arguments);
}

void words_append_error(char *text, size_t capacity, const statusrules_error *error, int32_t language) {
    size_t used = strlen(text);
    int32_t length;
    statusrules_error_text(text + used, (int32_t)(capacity - used), &length, error, language, NULL);
}

void words_write_facts(FILE *out, int64_t facts, int32_t language, const char *between) {
    const char *before = "";
    for (int32_t fact = 0; facts >> fact; fact++) {
        if (facts >> fact & 1) {
            fprintf(out, "%s%s", before, statusrules_name(STATUSRULES_NAMES_FACT, fact, language));
            before = between;
        }
    }
}
