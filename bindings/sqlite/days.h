/*
 * Days as text, found again: to read or write a date takes longer than to look up one that was met, and the rows of a
 * register hold few. What a date means is said by the library, the first time.
 */
#ifndef SQLITE_DAYS_H
#define SQLITE_DAYS_H

#include <stdbool.h>
#include <stdint.h>

/* Eleven years, so that the days of most registers stand side by side. */
enum { STATUSRULES_N_DAYS = 4096, STATUSRULES_DAY_LENGTH = 10 };

typedef struct statusrules_day_text {
    /* YYYY-MM-DD; empty where no day was met. */
    char text[12];
    int32_t day;
} statusrules_day_text;

/* All zero at first. */
typedef struct statusrules_days {
    statusrules_day_text read[STATUSRULES_N_DAYS];
    statusrules_day_text written[STATUSRULES_N_DAYS];
} statusrules_days;

/* Reads a day. False: it is no date as the library reads them. */
bool statusrules_read_day(statusrules_days *days, int32_t *day, const char *text, int32_t length);

/* The text of a day, until the next is asked for; NULL for no day. */
const char *statusrules_write_day(statusrules_days *days, int32_t day);

#endif
