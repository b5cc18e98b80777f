/* A value as text becomes a fact. */
#include "caseload.h"

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
    bool named = info->kind != STATUSRULES_KIND_DAY && info->kind != STATUSRULES_KIND_NUMBER;
    /* A day or number can have one name, that of none. */
    int32_t code = statusrules_code(value, fact, text, (int32_t)length, named ? error : NULL);
    if (named || code == STATUSRULES_OK) {
        return code;
    }
    if (info->kind == STATUSRULES_KIND_DAY) {
        return statusrules_parse_day(value, text, (int32_t)length, error);
    }
    return read_number(value, text, length, info) ? STATUSRULES_OK : STATUSRULES_ERROR_RANGE;
}

static void append_reason(char *why, size_t capacity, int32_t fact, const statusrules_fact_info *info,
                          statusrules_error *error, int32_t language) {
    words_append(why, capacity, "%s", why[0] ? "; " : "");
    if (info->kind == STATUSRULES_KIND_NUMBER) {
        words_append(why, capacity,
                     words(language, "%s: expected a whole number from %d to %d%s",
                           "%s: ожидается целое число от %d до %d%s"),
                     statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME), (int)info->first,
                     (int)info->last, info->none ? words(language, ", or none", " или none") : "");
        return;
    }
    error->fact = fact; /* a day is read without knowing whose it is */
    words_append_error(why, capacity, error, language);
}

bool value_read(statusrules_facts *facts, int32_t fact, const char *text, size_t length, int32_t language,
                char *why, size_t capacity) {
    if (length == 0) {
        return true;
    }
    int32_t value = STATUSRULES_UNKNOWN;
    statusrules_fact_info info;
    statusrules_error error = {0};
    if (statusrules_fact(&info, fact, &error) == STATUSRULES_OK
        && read_value(&value, fact, &info, text, length, &error) == STATUSRULES_OK
        && statusrules_facts_set(facts, fact, value, &error) == STATUSRULES_OK) {
        return true;
    }
    append_reason(why, capacity, fact, &info, &error, language);
    char shown[SHOWN_SIZE];
    words_append(why, capacity, " (%s %s)", words(language, "given:", "указано:"),
                 words_shown(shown, text, length, language));
    return false;
}
