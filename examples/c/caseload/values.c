/* A value as text becomes a fact. */
#include "caseload.h"

#include <string.h>

void value_append_names(char *text, size_t capacity, int32_t names) {
    for (int32_t i = 0; i < statusrules_count(names); i++) {
        words_append(text, capacity, "%s%s", i > 0 ? ", " : "",
                     statusrules_name(names, statusrules_code_at(names, i), STATUSRULES_LANGUAGE_NAME));
    }
}

void value_append_nearest(char *text, size_t capacity, const statusrules_error *error, int32_t names,
                          int32_t language) {
    if (error->code == STATUSRULES_ERROR_NAME && error->nearest != STATUSRULES_UNKNOWN) {
        words_append(text, capacity, "%s%s", words(language, "; nearest: ", "; ближайшее: "),
                     statusrules_name(names, error->nearest, STATUSRULES_LANGUAGE_NAME));
    }
}

/* Digits only, and within the range of the fact. */
static bool read_number(int32_t *value, const char *text, size_t length, const statusrules_fact_info *info) {
    int64_t number = 0;
    for (size_t i = 0; i < length; i++) {
        if (text[i] < '0' || text[i] > '9' || number > info->last) {
            return false;
        }
        number = number * 10 + (text[i] - '0');
    }
    *value = (int32_t)number;
    return number >= info->first && number <= info->last;
}

static int32_t read_value(int32_t *value, int32_t fact, const statusrules_fact_info *info, const char *text,
                          size_t length, statusrules_error *error) {
    int32_t code;
    if (info->kind == STATUSRULES_KIND_DAY) {
        code = statusrules_parse_day(value, text, (int32_t)length, error);
    } else if (info->kind == STATUSRULES_KIND_NUMBER) {
        code = read_number(value, text, length, info) ? STATUSRULES_OK : STATUSRULES_ERROR_RANGE;
    } else {
        return statusrules_code(value, fact, text, (int32_t)length, error);
    }
    /* A day or number can have one name, that of none. */
    return code != STATUSRULES_OK && statusrules_code(value, fact, text, (int32_t)length, NULL) == STATUSRULES_OK
               ? STATUSRULES_OK
               : code;
}

static void write_reason(char reason[WHY_SIZE], int32_t fact, const statusrules_fact_info *info,
                         statusrules_error *error, int32_t language) {
    reason[0] = '\0';
    if (info->kind == STATUSRULES_KIND_NUMBER) {
        words_append(reason, WHY_SIZE,
                     words(language, "%s: expected a whole number from %d to %d%s",
                           "%s: ожидается целое число от %d до %d%s"),
                     statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME), (int)info->first,
                     (int)info->last, info->none ? words(language, ", or none", " или none") : "");
        return;
    }
    error->fact = fact; /* a day is read without knowing whose it is */
    words_append_error(reason, WHY_SIZE, error, language);
}

/* The slot of a text, for this fact. */
static size_t slot_of(int32_t fact, const char *text, size_t length) {
    uint32_t hash = (uint32_t)fact;
    for (size_t i = 0; i < length; i++) {
        hash = (hash ^ (unsigned char)text[i]) * 16777619U;
    }
    return (hash ^ hash >> 16) % MEMORY_SLOTS;
}

bool value_read(statusrules_facts *facts, int32_t fact, const char *text, size_t length, int32_t language,
                value_memory *memory, char reason[WHY_SIZE]) {
    if (length == 0) {
        return true;
    }
    /* A day or number is read as fast as it is found. */
    bool remember = memory && length <= MEMORY_TEXT && (text[0] < '0' || text[0] > '9');
    size_t slot = remember ? slot_of(fact, text, length) : 0;
    if (remember && memory->slots[slot].fact == fact && memory->slots[slot].length == length
        && memcmp(memory->slots[slot].text, text, length) == 0) {
        return statusrules_facts_set(facts, fact, memory->slots[slot].value, NULL) == STATUSRULES_OK;
    }
    int32_t value = STATUSRULES_UNKNOWN;
    statusrules_fact_info info;
    statusrules_error error = {0};
    if (statusrules_fact(&info, fact, &error) != STATUSRULES_OK
        || read_value(&value, fact, &info, text, length, &error) != STATUSRULES_OK
        || statusrules_facts_set(facts, fact, value, &error) != STATUSRULES_OK) {
        write_reason(reason, fact, &info, &error, language);
        return false;
    }
    if (remember) {
        memory->slots[slot].fact = fact;
        memory->slots[slot].value = value;
        memory->slots[slot].length = length;
        memcpy(memory->slots[slot].text, text, length);
    }
    return true;
}

void value_append_wrong(char why[WHY_SIZE], const char *reason, const char *text, size_t length,
                        int32_t language) {
    char shown[SHOWN_SIZE];
    words_append(why, WHY_SIZE, "%s%s (%s %s)", why[0] ? "; " : "", reason, words(language, "given:", "указано:"),
                 words_shown(shown, text, length, language));
}
