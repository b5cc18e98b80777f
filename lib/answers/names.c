#include <statusrules/names.h>

#include "engine/error.h"
#include "engine/values.h"

/* How far a name may be from the text to be offered, and the longest text, in characters, that is compared. */
enum { MAX_EDITS = 2, MAX_CHARACTERS = 128 };

static const statusrules_table_names *find_list(int32_t names) {
    for (int32_t i = 0; i < statusrules_table_n_names; i++) {
        if (statusrules_table_all_names[i].names == names) {
            return &statusrules_table_all_names[i];
        }
    }
    return 0;
}

static int32_t count_of(const statusrules_table_names *list) {
    return list->n + (list->none != 0);
}

static const statusrules_table_name *entry_at(const statusrules_table_names *list, int32_t index) {
    return index < list->n ? &list->entries[index] : list->none;
}

/* Lists are sorted by code. */
static const statusrules_table_name *find_code(const statusrules_table_names *list, int32_t code) {
    if (code == STATUSRULES_NONE) {
        return list->none;
    }
    int32_t low = 0;
    int32_t high = list->n;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (list->entries[middle].code < code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < list->n && list->entries[low].code == code ? &list->entries[low] : 0;
}

const char *statusrules_name(int32_t names, int32_t code, int32_t language) {
    const statusrules_table_names *list = find_list(names);
    const statusrules_table_name *entry = list ? find_code(list, code) : 0;
    if (!entry || language < STATUSRULES_LANGUAGE_NAME || language > STATUSRULES_LANGUAGE_RU) {
        return "";
    }
    return entry->labels[language];
}

int32_t statusrules_count(int32_t names) {
    const statusrules_table_names *list = find_list(names);
    return list ? count_of(list) : 0;
}

int32_t statusrules_code_at(int32_t names, int32_t index) {
    const statusrules_table_names *list = find_list(names);
    return list && index >= 0 && index < count_of(list) ? entry_at(list, index)->code : STATUSRULES_UNKNOWN;
}

/*
 * A byte of a UTF-8 text with A-Z, А-Я and Ё in lower case, which are as long. The Russian capitals are D0 90 to
 * D0 AF and D0 81; of the small letters, р to я and ё begin with D1.
 */
static uint8_t folded(uint8_t before, uint8_t byte, uint8_t after) {
    if (byte >= 'A' && byte <= 'Z') {
        return (uint8_t)(byte - 'A' + 'a');
    }
    if (byte == 0xD0) {
        return after == 0x81 || (after >= 0xA0 && after <= 0xAF) ? 0xD1 : byte;
    }
    if (before != 0xD0) {
        return byte;
    }
    if (byte == 0x81) {
        return 0x91;
    }
    return byte >= 0x90 && byte <= 0xAF ? byte ^ 0x20 : byte;
}

/* The same at a place of a text; a label, which ends with a zero byte, is longer than any place in it. */
static uint8_t folded_at(const char *text, int32_t i, int32_t length) {
    return folded(i > 0 ? (uint8_t)text[i - 1] : 0, (uint8_t)text[i], i + 1 < length ? (uint8_t)text[i + 1] : 0);
}

static int32_t equal(const char *label, const char *text, int32_t length) {
    for (int32_t i = 0; i < length; i++) {
        if (label[i] == '\0' || folded_at(label, i, INT32_MAX) != folded_at(text, i, length)) {
            return 0;
        }
    }
    return label[length] == '\0';
}

static uint8_t mark_of(const char *text, int32_t length) {
    uint32_t mark = 0;
    for (int32_t i = 0; i < length; i++) {
        mark = 31 * mark + folded_at(text, i, length);
    }
    return (uint8_t)mark;
}

static int32_t names_it(const statusrules_table_name *entry, uint8_t mark, const char *text, int32_t length) {
    for (int32_t i = 0; i < 3; i++) {
        if (entry->marks[i] == mark && equal(entry->labels[i], text, length)) {
            return 1;
        }
    }
    return 0;
}

/* The entry that a text names. A register is full of names: only labels with the mark of the text are read. */
static const statusrules_table_name *find_text(const statusrules_table_names *list, const char *text,
                                               int32_t length) {
    uint8_t mark = mark_of(text, length);
    for (int32_t i = 0; i < list->n; i++) {
        if (names_it(&list->entries[i], mark, text, length)) {
            return &list->entries[i];
        }
    }
    return list->none && names_it(list->none, mark, text, length) ? list->none : 0;
}

typedef struct characters {
    int32_t n;
    uint32_t at[MAX_CHARACTERS];
} characters;

/*
 * An edit is one for a reader, so that a wrong Russian letter counts once, not once a byte. The text may be any
 * bytes: a byte 10xxxxxx joins the three before it at most. A length of INT32_MAX stands for a text that ends with
 * a zero byte. Returns 0 if there are too many characters.
 */
static int32_t split(characters *to, const char *text, int32_t length) {
    int32_t bytes = 0;
    to->n = 0;
    for (int32_t i = 0; length == INT32_MAX ? text[i] != '\0' : i < length; i++) {
        uint32_t byte = folded_at(text, i, length);
        if (bytes > 0 && bytes < 4 && (byte & 0xC0) == 0x80) {
            to->at[to->n - 1] = to->at[to->n - 1] << 8 | byte;
            bytes++;
            continue;
        }
        if (to->n == MAX_CHARACTERS) {
            return 0;
        }
        to->at[to->n++] = byte;
        bytes = 1;
    }
    return 1;
}

static int32_t smaller(int32_t a, int32_t b) {
    return a < b ? a : b;
}

/* The Levenshtein distance; where it is greater than MAX_EDITS, any number that is. */
static int32_t edits(const characters *a, const characters *b) {
    int32_t row[MAX_CHARACTERS + 1];
    if (a->n - b->n > MAX_EDITS || b->n - a->n > MAX_EDITS) {
        return MAX_EDITS + 1;
    }
    for (int32_t j = 0; j <= b->n; j++) {
        row[j] = j;
    }
    for (int32_t i = 1; i <= a->n; i++) {
        int32_t diagonal = row[0];
        int32_t least = i;
        row[0] = i;
        for (int32_t j = 1; j <= b->n; j++) {
            int32_t replaced = diagonal + (a->at[i - 1] != b->at[j - 1]);
            diagonal = row[j];
            row[j] = smaller(replaced, 1 + smaller(row[j], row[j - 1]));
            least = smaller(least, row[j]);
        }
        if (least > MAX_EDITS) {
            return MAX_EDITS + 1;
        }
    }
    return row[b->n];
}

/* The code of the closest name or label; STATUSRULES_UNKNOWN if none is close, or several codes are equally close. */
static int32_t find_nearest(const statusrules_table_names *list, const char *text, int32_t length) {
    characters given;
    characters label;
    if (!split(&given, text, length)) {
        return STATUSRULES_UNKNOWN;
    }
    /* A text that must be wholly replaced resembles nothing. */
    int32_t best = smaller(MAX_EDITS + 1, given.n);
    int32_t nearest = STATUSRULES_UNKNOWN;
    for (int32_t i = 0; i < count_of(list); i++) {
        const statusrules_table_name *entry = entry_at(list, i);
        for (int32_t j = 0; j < 3; j++) {
            if (!split(&label, entry->labels[j], INT32_MAX)) {
                continue;
            }
            int32_t distance = edits(&given, &label);
            if (distance < best) {
                best = distance;
                nearest = entry->code;
            } else if (distance == best && nearest != entry->code) {
                nearest = STATUSRULES_UNKNOWN;
            }
        }
    }
    return nearest;
}

int32_t statusrules_code(int32_t *code, int32_t names, const char *text, int32_t length,
                         statusrules_error *error) {
    if (!code) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (!text) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    }
    const statusrules_table_names *list = find_list(names);
    if (!list) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_NAMES, names, 0, 0);
    }
    length = length < 0 ? 0 : length;
    const statusrules_table_name *entry = find_text(list, text, length);
    if (entry) {
        *code = entry->code;
        return STATUSRULES_OK;
    }
    statusrules_fail(error, STATUSRULES_ERROR_NAME, names, 0, 0, 0);
    if (error) {
        error->nearest = find_nearest(list, text, length);
    }
    return STATUSRULES_ERROR_NAME;
}

static int32_t is_fact(int32_t fact) {
    return fact >= 1 && fact <= statusrules_table_n_facts;
}

static int32_t no_fact(int32_t fact, statusrules_error *error) {
    return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_NUMBER, fact, 1,
                            statusrules_table_n_facts);
}

int32_t statusrules_fact(statusrules_fact_info *info, int32_t fact, statusrules_error *error) {
    if (!info) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (!is_fact(fact)) {
        return no_fact(fact, error);
    }
    *info = statusrules_table_facts[fact].info;
    return STATUSRULES_OK;
}

/* Whether the struct, which may be an older one, has a member for the fact. */
static int32_t has_member(const statusrules_facts *facts, int32_t fact) {
    return facts->size / (int32_t)sizeof(int32_t) > fact;
}

int32_t statusrules_facts_set(statusrules_facts *facts, int32_t fact, int32_t value, statusrules_error *error) {
    if (!facts) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_FACTS, 0, 0, 0);
    }
    int32_t code = statusrules_check_size(facts, error);
    if (code) {
        return code;
    }
    if (!is_fact(fact)) {
        return no_fact(fact, error);
    }
    if (!has_member(facts, fact)) {
        return statusrules_fail(error, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS, facts->size,
                                (fact + 1) * (int32_t)sizeof(int32_t), (int32_t)sizeof *facts);
    }
    if (value != STATUSRULES_UNKNOWN && !statusrules_is_value(fact, value)) {
        return statusrules_refuse_value(fact, value, error);
    }
    statusrules_set_fact_value(facts, fact, value);
    return STATUSRULES_OK;
}

int32_t statusrules_facts_get(const statusrules_facts *facts, int32_t fact) {
    return facts && is_fact(fact) && has_member(facts, fact) ? statusrules_fact_value(facts, fact)
                                                             : STATUSRULES_UNKNOWN;
}

int32_t statusrules_question_asks(int32_t question, int32_t fact) {
    if (question < 1 || question > statusrules_table_n_questions || !is_fact(fact)) {
        return 0;
    }
    return (int32_t)(statusrules_table_question_facts[question] >> fact & 1);
}
