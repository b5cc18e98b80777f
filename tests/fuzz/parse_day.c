/*
 * Can any bytes be read as a day that they are not, or make statusrules_parse_day say something untrue of them?
 * What is accepted must be written back as the same bytes, and a second reader, written from the form alone, must
 * agree on everything, the error included.
 */
#include <statusrules/calendar.h>
#include <statusrules/facts.h>
#include <stdlib.h>
#include <string.h>

typedef struct reading {
    int32_t code;
    int32_t offset;
} reading;

static void expect(int holds) {
    if (!holds) {
        __builtin_trap();
    }
}

/* Reads through a pattern, and looks for the month's length in a text. */
static reading read_strictly(const char *text, size_t size) {
    static const char pattern[] = "dddd-dd-dd";
    for (size_t i = 0; i < sizeof pattern - 1; i++) {
        const char *allowed = pattern[i] == 'd' ? "0123456789" : "-";
        if (i == size || memchr(allowed, text[i], strlen(allowed)) == NULL) {
            return (reading){STATUSRULES_ERROR_SYNTAX, (int32_t)i};
        }
    }
    if (size != sizeof pattern - 1) {
        return (reading){STATUSRULES_ERROR_SYNTAX, (int32_t)sizeof pattern - 1};
    }
    char copy[11];
    memcpy(copy, text, 10);
    copy[4] = copy[7] = copy[10] = '\0';
    int year = atoi(copy);
    int month = atoi(copy + 5);
    int day = atoi(copy + 8);
    if (year == 0) {
        return (reading){STATUSRULES_ERROR_NO_SUCH_DAY, 0};
    }
    if (month == 0 || month > 12) {
        return (reading){STATUSRULES_ERROR_NO_SUCH_DAY, 5};
    }
    int leap = year % 100 == 0 ? year % 400 == 0 : year % 4 == 0;
    int length = 28 + ("303232332323"[month - 1] - '0') + (month == 2 && leap);
    if (day == 0 || day > length) {
        return (reading){STATUSRULES_ERROR_NO_SUCH_DAY, 8};
    }
    return (reading){STATUSRULES_OK, 0};
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > INT32_MAX) {
        return 0;
    }
    /* A copy of its own, so that a read past the end is seen; malloc(0) may give NULL, which is another error. */
    char *text = malloc(size + (size == 0));
    if (!text) {
        return 0;
    }
    memcpy(text, data, size);

    int32_t day = STATUSRULES_NOT_A_DAY;
    statusrules_error error = {-1, -1, -1, -1, -1, -1, -1, -1};
    int32_t code = statusrules_parse_day(&day, text, (int32_t)size, &error);
    reading expected = read_strictly(text, size);

    expect(code == expected.code);
    if (code == STATUSRULES_OK) {
        char written[11];
        expect(error.code == -1 && error.offset == -1);
        expect(statusrules_format_day(written, (int32_t)sizeof written, day, NULL) == STATUSRULES_OK);
        expect(memcmp(written, text, 10) == 0 && written[10] == '\0');
    } else {
        expect(day == STATUSRULES_NOT_A_DAY);
        expect(error.code == code && error.fact == STATUSRULES_ARGUMENT_TEXT && error.offset == expected.offset);
        expect(error.nearest == STATUSRULES_UNKNOWN && error.reserved == 0);
        expect(code == STATUSRULES_ERROR_SYNTAX || error.value < error.first || error.value > error.last);
    }
    free(text);
    return 0;
}
