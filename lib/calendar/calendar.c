#include <statusrules/calendar.h>

#include "calendar/check.h"
#include "engine/error.h"

enum { FIRST_YEAR = 1, LAST_YEAR = 9999, TEXT_LENGTH = 10 };

/*
 * The calendar repeats every 400 years. Counted from 0000-03-01, an era is 146097 days; its four centuries have
 * 36524 days but the last, which has one more, and the fours of years 1461 but the last of a century.
 */
enum { DAYS_TO_1970 = 719468, ERA = 146097, CENTURY = 36524, FOUR_YEARS = 1461 };

static int32_t is_leap(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int32_t month_length(int32_t year, int32_t month) {
    static const uint8_t lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/* The date of a day that is in range. */
static statusrules_date date_of(int32_t day) {
    int32_t in_all = day + DAYS_TO_1970;
    int32_t era = in_all / ERA;
    int32_t in_era = in_all % ERA;
    /* Without its leap days every year of the era has 365 days. */
    int32_t year = (in_era - in_era / (FOUR_YEARS - 1) + in_era / CENTURY - in_era / (ERA - 1)) / 365;
    int32_t in_year = in_era - (365 * year + year / 4 - year / 100);
    /* From March on, five months have 153 days, again and again. */
    int32_t month = (5 * in_year + 2) / 153;
    statusrules_date date;
    date.day = in_year - (153 * month + 2) / 5 + 1;
    date.month = month < 10 ? month + 3 : month - 9;
    date.year = 400 * era + year + (date.month <= 2);
    return date;
}

int32_t statusrules_day(int32_t year, int32_t month, int32_t day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
        || day > month_length(year, month)) {
        return STATUSRULES_NOT_A_DAY;
    }
    return STATUSRULES_DAY(year, month, day);
}

int32_t statusrules_date_of_day(statusrules_date *date, int32_t day, statusrules_error *error) {
    if (!date) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = statusrules_check_day(day, STATUSRULES_ARGUMENT_DAY, error);
    if (code) {
        return code;
    }
    *date = date_of(day);
    return STATUSRULES_OK;
}

int32_t statusrules_add_days(int32_t *sum, int32_t day, int32_t n, statusrules_error *error) {
    if (!sum) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = statusrules_check_day(day, STATUSRULES_ARGUMENT_DAY, error);
    if (code) {
        return code;
    }
    /* The sum itself may not fit an int32_t; how far the calendar goes from the day does. */
    int32_t first = STATUSRULES_FIRST_DAY - day;
    int32_t last = STATUSRULES_LAST_DAY - day;
    if (n < first || n > last) {
        return statusrules_fail(error, STATUSRULES_ERROR_RESULT, STATUSRULES_ARGUMENT_NUMBER, n, first, last);
    }
    *sum = day + n;
    return STATUSRULES_OK;
}

static int32_t fits(char byte, int32_t place) {
    return place == 4 || place == 7 ? byte == '-' : byte >= '0' && byte <= '9';
}

static int32_t number(const char *digits, int32_t n) {
    int32_t value = 0;
    for (int32_t i = 0; i < n; i++) {
        value = 10 * value + (digits[i] - '0');
    }
    return value;
}

static int32_t syntax_error(statusrules_error *error, int32_t offset) {
    statusrules_fail(error, STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    if (error) {
        error->offset = offset;
    }
    return STATUSRULES_ERROR_SYNTAX;
}

/* A part of a date whose form is right; `offset` is where it stands in the text. */
static int32_t check_part(int32_t value, int32_t last, int32_t offset, statusrules_error *error) {
    if (value >= 1 && value <= last) {
        return STATUSRULES_OK;
    }
    statusrules_fail(error, STATUSRULES_ERROR_NO_SUCH_DAY, STATUSRULES_ARGUMENT_TEXT, value, 1, last);
    if (error) {
        error->offset = offset;
    }
    return STATUSRULES_ERROR_NO_SUCH_DAY;
}

int32_t statusrules_parse_day(int32_t *day, const char *text, int32_t length, statusrules_error *error) {
    if (!day) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (!text) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    }
    for (int32_t i = 0; i < TEXT_LENGTH; i++) {
        if (i >= length || !fits(text[i], i)) {
            return syntax_error(error, i);
        }
    }
    if (length > TEXT_LENGTH) {
        return syntax_error(error, TEXT_LENGTH);
    }
    int32_t year = number(text, 4);
    int32_t month = number(text + 5, 2);
    int32_t day_of_month = number(text + 8, 2);
    int32_t code = check_part(year, LAST_YEAR, 0, error);
    if (!code) {
        code = check_part(month, 12, 5, error);
    }
    if (!code) {
        code = check_part(day_of_month, month_length(year, month), 8, error);
    }
    if (!code) {
        *day = STATUSRULES_DAY(year, month, day_of_month);
    }
    return code;
}

static void write_number(char *buffer, int32_t n, int32_t value) {
    for (int32_t i = n - 1; i >= 0; i--) {
        buffer[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

int32_t statusrules_format_day(char *buffer, int32_t capacity, int32_t day, statusrules_error *error) {
    if (!buffer) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    int32_t code = statusrules_check_day(day, STATUSRULES_ARGUMENT_DAY, error);
    if (code) {
        return code;
    }
    if (capacity < TEXT_LENGTH + 1) {
        return statusrules_fail(error, STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacity,
                                TEXT_LENGTH + 1, INT32_MAX);
    }
    statusrules_date date = date_of(day);
    write_number(buffer, 4, date.year);
    buffer[4] = '-';
    write_number(buffer + 5, 2, date.month);
    buffer[7] = '-';
    write_number(buffer + 8, 2, date.day);
    buffer[TEXT_LENGTH] = '\0';
    return STATUSRULES_OK;
}
