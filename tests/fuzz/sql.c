/*
 * Texts and boxes in short buffers: whatever is asked, with names of columns made of the input's bytes, a buffer is never
 * written past its end, a shorter one holds the beginning of what a longer one holds, and the length needed is the same.
 */
#include <statusrules/statusrules.h>

#include <stdlib.h>
#include <string.h>

enum { ROOM = 1 << 17, NAME = 8, GUARD = 0x5A };

typedef struct input {
    const uint8_t *bytes;
    size_t left;
} input;

static int32_t next(input *in) {
    if (!in->left) {
        return 0;
    }
    in->left--;
    return *in->bytes++;
}

static void name(input *in, char text[NAME + 1]) {
    for (int32_t i = 0; i < NAME; i++) {
        text[i] = (char)next(in);
    }
    text[NAME] = 0;
}

static void require(int32_t holds) {
    if (!holds) {
        abort();
    }
}

/* The beginning of the whole text, cut at a character boundary, and nothing behind it. */
static void check_text(const char *whole, int32_t length, const char *cut, int32_t capacity, int32_t code) {
    require(code == (capacity > length ? STATUSRULES_OK : STATUSRULES_ERROR_TRUNCATED));
    if (capacity > 0) {
        const size_t n = strlen(cut);
        require(n < (size_t)capacity && memcmp(whole, cut, n) == 0);
    }
    for (int32_t i = capacity; i < capacity + 16; i++) {
        require(cut[i] == GUARD);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static char whole[ROOM];
    static char cut[ROOM + 16];
    static statusrules_span spans[4096];
    static statusrules_span few[4096];
    input in = {data, size};
    statusrules_sql_column columns[4];
    char names[4][NAME + 1];
    char none[NAME + 1];
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options sides[2] = {STATUSRULES_OPTIONS_DEFAULT, STATUSRULES_OPTIONS_DEFAULT};
    const statusrules_law *law = statusrules_law_statement();
    const int32_t question = next(&in) % 8;
    const int32_t n = next(&in) % 4;
    const int32_t dialect = next(&in) % 4;
    const int32_t says = next(&in) % 5;
    int64_t varies = 0;
    int32_t length = -1;
    int32_t again = -1;
    name(&in, none);
    for (int32_t i = 0; i < n; i++) {
        static const statusrules_sql_column empty = STATUSRULES_SQL_COLUMN_EMPTY;
        columns[i] = empty;
        columns[i].fact = next(&in) % 44;
        columns[i].form = next(&in) % 3;
        name(&in, names[i]);
        columns[i].name = names[i];
        columns[i].table = next(&in) & 1 ? names[i] : NULL;
        columns[i].none = next(&in) & 1 ? none : NULL;
        varies |= (int64_t)1 << columns[i].fact;
    }
    sides[0].known_on = STATUSRULES_DAY(2021, 11, 20) + next(&in) % 16;
    sides[0].reading = next(&in) % 4 ? 1 + next(&in) % 3 : STATUSRULES_UNKNOWN;
    sides[0].valid_on = next(&in) & 1 ? STATUSRULES_DAY(2021, 12, 1) + next(&in) : STATUSRULES_UNKNOWN;
    sides[1].valid_on = sides[0].valid_on;
    facts.location = next(&in) % 4 ? STATUSRULES_UNKNOWN : STATUSRULES_LOCATION_ABROAD;
    const int32_t capacity = next(&in) << 6 | next(&in) >> 2;

    for (int32_t impact = 0; impact < 2; impact++) {
        memset(cut, GUARD, sizeof cut);
        const int32_t code = impact ? statusrules_impact_sql(whole, ROOM, &length, law, &sides[0], law, &sides[1],
                                                             question, &facts, columns, n, dialect, NULL)
                                    : statusrules_sql(whole, ROOM, &length, law, question, &facts, columns, n,
                                                      dialect, says, STATUSRULES_UNKNOWN, &sides[0], NULL);
        if (code == STATUSRULES_OK) {
            const int32_t short_code =
                impact ? statusrules_impact_sql(cut, capacity, &again, law, &sides[0], law, &sides[1], question,
                                                &facts, columns, n, dialect, NULL)
                       : statusrules_sql(cut, capacity, &again, law, question, &facts, columns, n, dialect, says,
                                         STATUSRULES_UNKNOWN, &sides[0], NULL);
            require(again == length && (size_t)length == strlen(whole));
            check_text(whole, length, cut, capacity, short_code);
        }
    }
    int32_t n_spans = -1;
    if (statusrules_impact(spans, 4096, &n_spans, law, &sides[0], law, &sides[1], question, &facts, varies, NULL)
        == STATUSRULES_OK) {
        const int32_t room = capacity % (n_spans + 1);
        memset(few, GUARD, sizeof few);
        const int32_t code =
            statusrules_impact(few, room, &again, law, &sides[0], law, &sides[1], question, &facts, varies, NULL);
        require(again == n_spans && code == (room < n_spans ? STATUSRULES_ERROR_TRUNCATED : STATUSRULES_OK));
        require(memcmp(few, spans, sizeof *few * (size_t)room) == 0 && few[room].box == 0x5A5A5A5A);
    }
    return 0;
}
