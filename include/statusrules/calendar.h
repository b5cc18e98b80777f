/**
 * @file calendar.h
 * @brief Days: the proleptic Gregorian calendar from 0001-01-01 to 9999-12-31. No law.
 */
#ifndef STATUSRULES_CALENDAR_H
#define STATUSRULES_CALENDAR_H

#include <statusrules/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief 0001-01-01, the first day. */
#define STATUSRULES_FIRST_DAY (-719162)
/** @brief 9999-12-31, the last day. */
#define STATUSRULES_LAST_DAY 2932896
/** @brief No day: what #statusrules_day gives for a date that does not exist. Every function refuses it. */
#define STATUSRULES_NOT_A_DAY (-2147483647)

/* Months count from March, so that the leap day is the last of a year; years are non-negative after the shift. */
#define STATUSRULES_DETAIL_YEAR(y, m) ((y) - ((m) <= 2))
#define STATUSRULES_DETAIL_MONTH(m) ((m) <= 2 ? (m) + 9 : (m) - 3)
/**
 * @brief The day of a date as a constant expression. The date must exist: this macro does not check it.
 * @param y year, 1 to 9999
 * @param m month, 1 to 12
 * @param d day of the month
 */
#define STATUSRULES_DAY(y, m, d)                                                                                  \
    ((int32_t)(365 * STATUSRULES_DETAIL_YEAR(y, m) + STATUSRULES_DETAIL_YEAR(y, m) / 4                            \
               - STATUSRULES_DETAIL_YEAR(y, m) / 100 + STATUSRULES_DETAIL_YEAR(y, m) / 400                        \
               + (153 * STATUSRULES_DETAIL_MONTH(m) + 2) / 5 + (d) - 1 - 719468))

/**
 * @brief The day of a date.
 * @param year 1 to 9999
 * @param month 1 to 12
 * @param day 1 to the length of the month
 * @return days since 1970-01-01, or #STATUSRULES_NOT_A_DAY if there is no such date in range
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_day(int32_t year, int32_t month, int32_t day);

/** @brief A date in parts. */
typedef struct statusrules_date {
    int32_t year;
    int32_t month;
    int32_t day;
} statusrules_date;

/**
 * @brief The date of a day.
 * @param[out] date the date
 * @param day 0001-01-01 to 9999-12-31
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_NOT_A_DAY, #STATUSRULES_ERROR_RANGE
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_date_of_day(statusrules_date *date, int32_t day, statusrules_error *error);

/**
 * @brief Adds days, checked: nothing is clamped.
 * @param[out] sum the n-th day after `day`
 * @param day 0001-01-01 to 9999-12-31
 * @param n how many days; negative goes back
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_NOT_A_DAY, #STATUSRULES_ERROR_RANGE
 *         (the day), #STATUSRULES_ERROR_RESULT (the sum)
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_add_days(int32_t *sum, int32_t day, int32_t n, statusrules_error *error);

/**
 * @brief Reads a strict `YYYY-MM-DD`: ten ASCII characters, nothing before or after.
 * @param[out] day the day
 * @param text the text; need not end with a zero byte
 * @param length its length in bytes
 * @param[out] error or NULL; `offset` is the position of the first byte that does not fit, for a day that does
 *             not exist the start of the year (0), month (5) or day (8) that is out of range, and `value`,
 *             `first`, `last` are that part and its range
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_SYNTAX, #STATUSRULES_ERROR_NO_SUCH_DAY
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_parse_day(int32_t *day, const char *text, int32_t length,
                                              statusrules_error *error);

/**
 * @brief Writes a day as `YYYY-MM-DD` and a zero byte.
 * @param[out] buffer at least 11 bytes
 * @param capacity its size in bytes
 * @param day 0001-01-01 to 9999-12-31
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_NOT_A_DAY, #STATUSRULES_ERROR_RANGE,
 *         #STATUSRULES_ERROR_TRUNCATED (nothing is written)
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_format_day(char *buffer, int32_t capacity, int32_t day,
                                               statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
