/*
 * Can any question and any place that is too short make statusrules_inverse write where it must not, or say something else
 * than with room? The bytes are the facts, the parameters, the fact asked for and the capacity; nine values in ten are near
 * what a fact can be. The intervals stand in memory of their own of exactly that size.
 */
#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 4096, NUMBERS_OF_FACTS = STATUSRULES_FACT_VISA_LAST_DAY + 1 };

static void expect(int holds) {
    if (!holds) {
        __builtin_trap();
    }
}

typedef struct bytes {
    const uint8_t *next;
    size_t left;
} bytes;

static uint32_t take(bytes *b) {
    if (b->left == 0) {
        return 0;
    }
    b->left--;
    return *b->next++;
}

/* Unknown, none, small, a day of some years, or anything. */
static int32_t value(bytes *b) {
    const uint32_t kind = take(b);
    const uint32_t low = take(b);
    if (kind < 90) {
        return STATUSRULES_UNKNOWN;
    }
    if (kind < 100) {
        return STATUSRULES_NONE;
    }
    if (kind < 160) {
        return (int32_t)(low % 20);
    }
    if (kind < 250) {
        return STATUSRULES_DAY(2020, 1, 1) + (int32_t)(low * 5 + kind % 5);
    }
    return (int32_t)(take(b) << 24 | take(b) << 16 | take(b) << 8 | low);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static statusrules_interval all[MOST];
    bytes b = {data, size};
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    const statusrules_law *law = statusrules_law_at((int32_t)take(&b) % statusrules_law_count());
    const int32_t question = (int32_t)(take(&b) % 9);
    const uint32_t asked = take(&b) % (NUMBERS_OF_FACTS + 2);
    const int32_t fact = asked == NUMBERS_OF_FACTS ? STATUSRULES_ARGUMENT_DAY : (int32_t)asked;
    const uint32_t room = take(&b) % 8;
    options.strict = (int32_t)(take(&b) % 4 == 0);
    options.reading = take(&b) % 2 ? STATUSRULES_UNKNOWN : (int32_t)(take(&b) % 5);
    options.known_on = take(&b) % 4 ? STATUSRULES_UNKNOWN : value(&b);
    options.valid_on = take(&b) % 3 ? STATUSRULES_UNKNOWN : value(&b);
    const int32_t day = value(&b);
    /* Few are left unknown, so that the answer is found soon. */
    int32_t unknown = 0;
    for (int32_t i = 1; i < NUMBERS_OF_FACTS; i++) {
        const int32_t given = value(&b);
        unknown += given == STATUSRULES_UNKNOWN && statusrules_question_asks(question, i);
        memcpy((char *)&facts + (size_t)i * sizeof given, &given, sizeof given);
    }
    if (unknown > 4) {
        return 0;
    }
    const int32_t capacity = (int32_t)room;
    statusrules_interval *few = malloc((size_t)capacity * sizeof *few + (capacity == 0));
    if (!few) {
        return 0;
    }
    statusrules_error error = {-1, -1, -1, -1, -1, -1, -1, -1};
    int32_t n_all = -1;
    int32_t n_few = -1;
    const int32_t code = statusrules_inverse(all, MOST, &n_all, law, question, &facts, fact, day, &options, NULL);
    const int32_t short_code =
        statusrules_inverse(few, capacity, &n_few, law, question, &facts, fact, day, &options, &error);
    if (code != STATUSRULES_OK) {
        expect(short_code == code && error.code == code && n_all == -1 && n_few == -1);
    } else {
        const int32_t fit = n_all < capacity ? n_all : capacity;
        expect(n_few == n_all && n_all <= MOST);
        expect(short_code == (n_all > capacity ? STATUSRULES_ERROR_TRUNCATED : STATUSRULES_OK));
        expect(memcmp(few, all, (size_t)fit * sizeof *few) == 0);
        for (int32_t i = 0; i < n_all; i++) {
            expect(all[i].first <= all[i].last && all[i].last <= STATUSRULES_LAST_DAY
                   && all[i].first >= (i == 0 ? STATUSRULES_FIRST_DAY : all[i - 1].last + 2));
        }
    }
    free(few);
    return 0;
}
