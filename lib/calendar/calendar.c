#include <statusrules/calendar.h>

#include "calendar/check.h"
#include "engine/error.h"

enum { FIRST_YEAR = 1, LAST_YEAR = 9999, TEXT_LENGTH = 10 };

/*@
  predicate a_day(integer day) = STATUSRULES_FIRST_DAY <= day <= STATUSRULES_LAST_DAY;

  // 1 in a leap year, else 0.
  logic integer leap_day(integer y) = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 1 : 0;

  logic integer length_of(integer y, integer m) =
    m == 2 ? 28 + leap_day(y) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;

  // The days before a month of a year that has no leap day.
  logic integer before_month(integer m) =
    m == 1 ? 0 : m == 2 ? 31 : m == 3 ? 59 : m == 4 ? 90 : m == 5 ? 120 : m == 6 ? 151 :
    m == 7 ? 181 : m == 8 ? 212 : m == 9 ? 243 : m == 10 ? 273 : m == 11 ? 304 : 334;

  // The calendar as it is counted by hand: whole years, whole months, days. Day 0 is 1970-01-01.
  logic integer day_of(integer y, integer m, integer d) =
    365 * (y - 1) + (y - 1) / 4 - (y - 1) / 100 + (y - 1) / 400 + before_month(m) + (m > 2 ? leap_day(y) : 0) + d - 1
    - 719162;

  predicate a_date(integer y, integer m, integer d) =
    1 <= y <= 9999 && 1 <= m <= 12 && 1 <= d <= length_of(y, m);
*/

/*
 * The calendar repeats every 400 years. Counted from 0000-03-01, an era is 146097 days; its four centuries have
 * 36524 days but the last, which has one more, and the fours of years 1461 but the last of a century.
 */
enum { DAYS_TO_1970 = 719468, ERA = 146097, CENTURY = 36524, FOUR_YEARS = 1461 };

/*@
  requires 0 <= year;
  assigns \nothing;
  ensures \result == leap_day(year);
*/
static int32_t is_leap(int32_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/*@
  requires 0 <= year && 1 <= month <= 12;
  assigns \nothing;
  ensures \result == length_of(year, month);
*/
static int32_t month_length(int32_t year, int32_t month) {
    static const uint8_t lengths[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : lengths[month - 1];
}

/* The date of a day that is in range. */
/*@
  requires a_day(day);
  assigns \nothing;
  ensures a_date(\result.year, \result.month, \result.day);
  ensures day_of(\result.year, \result.month, \result.day) == day;
*/
static statusrules_date date_of(int32_t day) {
    int32_t in_all = day + DAYS_TO_1970;
    int32_t era = in_all / ERA;
    int32_t in_era = in_all % ERA;
    int32_t century = in_era / CENTURY;
    /* The last day of an era, a leap day, still belongs to its last century. */
    century = century < 4 ? century : 3;
    int32_t in_century = in_era - CENTURY * century;
    int32_t four = in_century / FOUR_YEARS;
    int32_t in_four = in_century % FOUR_YEARS;
    int32_t one = in_four / 365;
    /* So does the leap day at the end of four years to the last of them. */
    one = one < 4 ? one : 3;
    int32_t in_year = in_four - 365 * one;
    /*@ assert 0 <= century <= 3 && 0 <= four <= 24 && 0 <= one <= 3 && 0 <= in_year <= 365; */
    /*@ assert in_year == 365 ==> one == 3 && (four < 24 || century == 3); */
    int32_t year = 400 * era + 100 * century + 4 * four + one;
    /*@ assert year / 4 == 100 * era + 25 * century + four; */
    /*@ assert year / 100 == 4 * era + century; */
    /*@ assert year / 400 == era; */
    /*@ assert year % 4 == one; */
    /*@ assert day + DAYS_TO_1970 == 365 * year + year / 4 - year / 100 + year / 400 + in_year; */
    /*@ assert in_year == 365 ==> leap_day(year + 1) == 1; */
    /* From March on, five months have 153 days, again and again. */
    int32_t month = (5 * in_year + 2) / 153;
    statusrules_date date;
    date.day = in_year - (153 * month + 2) / 5 + 1;
    date.month = month < 10 ? month + 3 : month - 9;
    date.year = year + (date.month <= 2);
    /*@ assert year == 0 ==> 306 <= in_year; */
    /*@ assert date.month > 2 ==> 1 <= year; */
    /*@ assert before_month(date.month) == (153 * month + 2) / 5 + (date.month > 2 ? 59 : -306); */
    /*@ assert 1 <= year ==> (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + leap_day(year)
      == year / 4 - year / 100 + year / 400; */
    /*@ assert date.month <= 2 ==> day_of(date.year, date.month, date.day) == day; */
    /*@ assert date.month > 2 ==> day_of(date.year, date.month, date.day) == day; */
    return date;
}

/*@
  assigns \nothing;
  behavior date:
    assumes a_date(year, month, day);
    ensures \result == day_of(year, month, day) && a_day(\result);
  behavior no_date:
    assumes !a_date(year, month, day);
    ensures \result == STATUSRULES_NOT_A_DAY;
  complete behaviors;
  disjoint behaviors;
*/
int32_t statusrules_day(int32_t year, int32_t month, int32_t day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1
        || day > month_length(year, month)) {
        return STATUSRULES_NOT_A_DAY;
    }
    return STATUSRULES_DAY(year, month, day);
}

/*@
  requires date == \null || \valid(date);
  requires error == \null || \valid(error);
  requires \separated(date, error);
  assigns *date, *error;
  behavior day:
    assumes date != \null && a_day(day);
    ensures \result == STATUSRULES_OK;
    ensures a_date(date->year, date->month, date->day) && day_of(date->year, date->month, date->day) == day;
    ensures error != \null ==> *error == \old(*error);
  behavior refused:
    assumes date == \null || !a_day(day);
    ensures \result != STATUSRULES_OK && (error != \null ==> error->code == \result);
    ensures date != \null ==> *date == \old(*date);
  complete behaviors;
  disjoint behaviors;
*/
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

/*@
  requires sum == \null || \valid(sum);
  requires error == \null || \valid(error);
  requires \separated(sum, error);
  assigns *sum, *error;
  behavior sum:
    assumes sum != \null && a_day(day) && a_day(day + n);
    ensures \result == STATUSRULES_OK && *sum == day + n;
    ensures error != \null ==> *error == \old(*error);
  behavior refused:
    assumes sum == \null || !a_day(day) || !a_day(day + n);
    ensures \result != STATUSRULES_OK && (error != \null ==> error->code == \result);
    ensures sum != \null ==> *sum == \old(*sum);
  complete behaviors;
  disjoint behaviors;
*/
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

/*@
  predicate a_digit(integer byte) = '0' <= byte <= '9';
  predicate fitting(integer byte, integer place) = place == 4 || place == 7 ? byte == '-' : a_digit(byte);
*/

/*@
  assigns \nothing;
  ensures \result <==> fitting(byte, place);
*/
static int32_t fits(char byte, int32_t place) {
    return place == 4 || place == 7 ? byte == '-' : byte >= '0' && byte <= '9';
}

/*@
  logic integer digit(char *digits, integer i) = digits[i] - '0';
  logic integer two_digits(char *digits) = 10 * digit(digits, 0) + digit(digits, 1);
  logic integer four_digits(char *digits) =
    1000 * digit(digits, 0) + 100 * digit(digits, 1) + 10 * digit(digits, 2) + digit(digits, 3);
*/

/*@
  requires (n == 2 || n == 4) && \valid_read(digits + (0 .. n - 1));
  requires \forall integer i; 0 <= i < n ==> a_digit(digits[i]);
  assigns \nothing;
  ensures \result == (n == 2 ? two_digits(digits) : four_digits(digits));
  ensures 0 <= \result <= (n == 2 ? 99 : 9999);
*/
static int32_t number(const char *digits, int32_t n) {
    int32_t value = 0;
    /*@
      loop invariant 0 <= i <= n;
      loop invariant i == 0 ==> value == 0;
      loop invariant i == 1 ==> value == digit(digits, 0);
      loop invariant i == 2 ==> value == two_digits(digits);
      loop invariant i == 3 ==> value == 10 * two_digits(digits) + digit(digits, 2);
      loop invariant i == 4 ==> value == four_digits(digits);
      loop assigns i, value;
      loop variant n - i;
    */
    for (int32_t i = 0; i < n; i++) {
        value = 10 * value + (digits[i] - '0');
    }
    return value;
}

/*@
  requires error == \null || \valid(error);
  assigns *error;
  ensures \result == STATUSRULES_ERROR_SYNTAX;
  ensures error != \null ==> error->code == \result && error->offset == offset;
*/
static int32_t syntax_error(statusrules_error *error, int32_t offset) {
    statusrules_fail(error, STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    if (error) {
        error->offset = offset;
    }
    return STATUSRULES_ERROR_SYNTAX;
}

/* A part of a date whose form is right; `offset` is where it stands in the text. */
/*@
  requires error == \null || \valid(error);
  assigns *error;
  ensures 1 <= value <= last ? \result == STATUSRULES_OK : \result == STATUSRULES_ERROR_NO_SUCH_DAY;
  ensures error != \null && \result == STATUSRULES_OK ==> *error == \old(*error);
  ensures error != \null && \result != STATUSRULES_OK ==> error->code == \result && error->offset == offset;
*/
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

/*@
  predicate written(char *text, integer length) =
    length == 10 && a_digit(text[0]) && a_digit(text[1]) && a_digit(text[2]) && a_digit(text[3]) && text[4] == '-'
    && a_digit(text[5]) && a_digit(text[6]) && text[7] == '-' && a_digit(text[8]) && a_digit(text[9]);
*/

/*@
  requires day == \null || \valid(day);
  requires text == \null || \valid_read(text + (0 .. length - 1));
  requires error == \null || \valid(error);
  requires \separated(day, error) && \separated(day, text + (0 .. length - 1))
    && \separated(error, text + (0 .. length - 1));
  assigns *day, *error;
  behavior date:
    assumes day != \null && text != \null && written(text, length)
      && a_date(four_digits(text), two_digits(text + 5), two_digits(text + 8));
    ensures \result == STATUSRULES_OK && a_day(*day);
    ensures *day == day_of(four_digits(text), two_digits(text + 5), two_digits(text + 8));
  behavior refused:
    assumes day == \null || text == \null || !written(text, length)
      || !a_date(four_digits(text), two_digits(text + 5), two_digits(text + 8));
    ensures \result != STATUSRULES_OK;
    ensures error != \null ==> error->code == \result;
    ensures day != \null ==> *day == \old(*day);
  complete behaviors;
  disjoint behaviors;
*/
int32_t statusrules_parse_day(int32_t *day, const char *text, int32_t length, statusrules_error *error) {
    if (!day) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (!text) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0);
    }
    /*@
      loop invariant 0 <= i <= TEXT_LENGTH && (i == 0 || i <= length);
      loop invariant \forall integer j; 0 <= j < i ==> fitting(text[j], j);
      loop assigns i;
      loop variant TEXT_LENGTH - i;
    */
    for (int32_t i = 0; i < TEXT_LENGTH; i++) {
        if (i >= length || !fits(text[i], i)) {
            /*@ assert !written(text, length); */
            return syntax_error(error, i);
        }
    }
    /*@ assert written(text, 10); */
    if (length > TEXT_LENGTH) {
        return syntax_error(error, TEXT_LENGTH);
    }
    /*@ assert written(text, length); */
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
    /*@ assert code == STATUSRULES_OK <==> a_date(year, month, day_of_month); */
    if (!code) {
        *day = statusrules_day(year, month, day_of_month);
    }
    return code;
}

/*@
  predicate two_written(char *text, integer value) = a_digit(text[0]) && a_digit(text[1]) && two_digits(text) == value;
  predicate four_written(char *text, integer value) =
    a_digit(text[0]) && a_digit(text[1]) && a_digit(text[2]) && a_digit(text[3]) && four_digits(text) == value;
*/

/*@
  requires n == 2 && 0 <= value <= 99 || n == 4 && 0 <= value <= 9999;
  requires \valid(buffer + (0 .. n - 1));
  assigns buffer[0 .. n - 1];
  ensures n == 2 ? two_written(buffer, value) : four_written(buffer, value);
*/
static void write_number(char *buffer, int32_t n, int32_t value) {
    /*@
      loop invariant -1 <= i <= n - 1 && 0 <= value;
      loop invariant i == n - 1 ==> \at(value, Pre) == value;
      loop invariant i == n - 2 ==> \at(value, Pre) == 10 * value + digit(buffer, n - 1);
      loop invariant i == n - 3 ==> \at(value, Pre) == 100 * value + 10 * digit(buffer, n - 2) + digit(buffer, n - 1);
      loop invariant i == n - 4 ==> \at(value, Pre)
        == 1000 * value + 100 * digit(buffer, n - 3) + 10 * digit(buffer, n - 2) + digit(buffer, n - 1);
      loop invariant i == n - 5 ==> value == 0 && \at(value, Pre) == four_digits(buffer);
      loop invariant \forall integer j; i < j < n ==> a_digit(buffer[j]);
      loop assigns i, value, buffer[0 .. n - 1];
      loop variant i;
    */
    for (int32_t i = n - 1; i >= 0; i--) {
        buffer[i] = (char)('0' + value % 10);
        value /= 10;
    }
}

/*@
  requires \valid(buffer + (0 .. 10));
  requires 0 <= date.year <= 9999 && 0 <= date.month <= 99 && 0 <= date.day <= 99;
  assigns buffer[0 .. 10];
  ensures four_written(buffer, date.year) && two_written(buffer + 5, date.month) && two_written(buffer + 8, date.day);
  ensures written(buffer, 10);
  ensures buffer[10] == '\0';
*/
static void write_date(char *buffer, statusrules_date date) {
    write_number(buffer, 4, date.year);
    buffer[4] = '-';
    write_number(buffer + 5, 2, date.month);
    buffer[7] = '-';
    write_number(buffer + 8, 2, date.day);
    buffer[TEXT_LENGTH] = '\0';
}

/*@
  requires buffer == \null || \valid(buffer + (0 .. capacity - 1));
  requires error == \null || \valid(error);
  requires \separated(error, buffer + (0 .. capacity - 1));
  assigns buffer[0 .. 10], *error;
  behavior text:
    assumes buffer != \null && a_day(day) && capacity >= 11;
    ensures \result == STATUSRULES_OK;
    ensures written(buffer, 10);
    ensures buffer[10] == '\0';
    ensures day_of(four_digits(buffer), two_digits(buffer + 5), two_digits(buffer + 8)) == day;
  behavior refused:
    assumes buffer == \null || !a_day(day) || capacity < 11;
    ensures \result != STATUSRULES_OK && (error != \null ==> error->code == \result);
    assigns *error;
  complete behaviors;
  disjoint behaviors;
*/
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
    write_date(buffer, date_of(day));
    return STATUSRULES_OK;
}
