/*
 * Which of all texts dddd-dd-dd are days? All 10^8 of them, against a table that a walk through the calendar has
 * filled: a text that the walk met must be read as that day, every other must be refused at its first wrong part.
 */
#include "tap.h"

#include <statusrules/calendar.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MET_NOTHING = INT32_MIN, PARTS = 10000 };

/* By month and day of the month, as two times two digits: the day, if the walk met it this year. */
static int32_t met[PARTS];

static void walk_year(int32_t *day, int32_t year) {
    int leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int lengths[] = {31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; i < PARTS; i++) {
        met[i] = MET_NOTHING;
    }
    for (int m = 1; year > 0 && m <= 12; m++) {
        for (int d = 1; d <= lengths[m - 1]; d++) {
            met[100 * m + d] = (*day)++;
        }
    }
}

static int32_t wrong_part(int32_t year, int32_t month) {
    if (year == 0) {
        return 0;
    }
    return month < 1 || month > 12 ? 5 : 8;
}

static void fail(const char *text, const char *why) {
    printf("not ok 1 - every text of digits in the form of a date is read as the day it is, or refused\n1..1\n");
    fprintf(stderr, "dates: %.10s %s\n", text, why);
    exit(1);
}

static void check(const char *text, int32_t year, int32_t part) {
    int32_t day = MET_NOTHING;
    statusrules_error error = {0, 0, 0, 0, 0, -1, 0, 0};
    int32_t code = statusrules_parse_day(&day, text, 10, &error);
    if (day != met[part]) {
        fail(text, "is not read as the day it is");
    }
    if (met[part] != MET_NOTHING) {
        char written[11];
        if (code != STATUSRULES_OK || error.offset != -1) {
            fail(text, "is a day, but an error came with it");
        }
        if (statusrules_format_day(written, 11, day, NULL) != STATUSRULES_OK || memcmp(written, text, 10) != 0) {
            fail(text, "is not written as it was read");
        }
    } else if (code != STATUSRULES_ERROR_NO_SUCH_DAY || error.offset != wrong_part(year, part / 100)) {
        fail(text, "is no day, and that was not said, or of the wrong part");
    }
}

int main(void) {
    int32_t day = STATUSRULES_FIRST_DAY;
    long texts = 0;
    for (int32_t year = 0; year <= 9999; year++) {
        char text[11];
        walk_year(&day, year);
        snprintf(text, sizeof text, "%04d-00-00", (int)year);
        for (int32_t part = 0; part < PARTS; part++) {
            text[5] = (char)('0' + part / 1000);
            text[6] = (char)('0' + part / 100 % 10);
            text[8] = (char)('0' + part / 10 % 10);
            text[9] = (char)('0' + part % 10);
            check(text, year, part);
            texts++;
        }
    }
    if (day - 1 != STATUSRULES_LAST_DAY) {
        fail("9999-12-31", "is not the last day");
    }
    struct tap tap = {0, 0};
    printf("# %ld of them days\n", (long)day - STATUSRULES_FIRST_DAY);
    tap_report(&tap, "every text of digits in the form of a date is read as the day it is, or refused", texts, 0);
    return tap_done(&tap);
}
