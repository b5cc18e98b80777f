#include "case_text.h"

#include <stdio.h>

#include <statusrules/names.h>

const char *case_day_text(char text[16], int32_t day) {
    if (day == STATUSRULES_UNKNOWN) {
        return "unknown";
    }
    if (day == STATUSRULES_NONE) {
        return "none";
    }
    return statusrules_format_day(text, 16, day, NULL) == STATUSRULES_OK ? text : "-";
}

const char *case_value_text(char text[16], int32_t fact, int32_t value) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (info.kind == STATUSRULES_KIND_DAY) {
        return case_day_text(text, value);
    }
    if (info.kind == STATUSRULES_KIND_NUMBER && value != STATUSRULES_NONE) {
        (void)snprintf(text, 16, "%d", (int)value);
        return text;
    }
    return value == STATUSRULES_UNKNOWN ? "unknown" : statusrules_name(fact, value, STATUSRULES_LANGUAGE_NAME);
}

void case_print(int32_t question, const statusrules_facts *facts, const statusrules_options *options) {
    char text[16];
    (void)printf("# %s:", statusrules_name(STATUSRULES_NAMES_QUESTION, question, STATUSRULES_LANGUAGE_NAME));
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        int32_t value = ((const int32_t *)(const void *)facts)[fact];
        if (value != STATUSRULES_UNKNOWN) {
            (void)printf(" %s=%s", statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME),
                         case_value_text(text, fact, value));
        }
    }
    if (options != NULL) {
        (void)printf(" (known_on %s, reading %s, strict %d)", case_day_text(text, options->known_on),
                     statusrules_name(STATUSRULES_NAMES_READING, options->reading, STATUSRULES_LANGUAGE_NAME),
                     (int)options->strict);
    }
    (void)printf("\n");
}
