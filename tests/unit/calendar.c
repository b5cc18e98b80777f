/*
 * Is a day always the right date, and is a wrong text always refused at the right byte?
 *
 * The oracle is a slow walk from 0001-01-01 through the lengths of the months. Loops look for the first day that
 * fails and assert once: an assertion costs more than the functions tested.
 */
#include <criterion/criterion.h>
#include <limits.h>
#include <statusrules/calendar.h>
#include <statusrules/facts.h>
#include <stdio.h>
#include <string.h>

enum { ALL_HOLD = INT32_MAX, UNTOUCHED = 77 };

static int32_t length_of_month(int32_t year, int32_t month) {
    switch (month) {
    case 4:
    case 6:
    case 9:
    case 11:
        return 30;
    case 2:
        if (year % 400 == 0) {
            return 29;
        }
        if (year % 100 == 0) {
            return 28;
        }
        return year % 4 == 0 ? 29 : 28;
    default:
        return 31;
    }
}

/* The first day of the walk for which `holds` is false, or ALL_HOLD. 719162 days lie before 1970. */
static int32_t walk(int (*holds)(int32_t day, statusrules_date date)) {
    int32_t day = -719162;
    for (int32_t y = 1; y <= 9999; y++) {
        for (int32_t m = 1; m <= 12; m++) {
            for (int32_t d = 1; d <= length_of_month(y, m); d++) {
                if (!holds(day, (statusrules_date){y, m, d})) {
                    return day;
                }
                day++;
            }
        }
    }
    return day == 2932897 ? ALL_HOLD : day;
}

static int has_its_date(int32_t day, statusrules_date date) {
    statusrules_date got;
    return statusrules_date_of_day(&got, day, NULL) == STATUSRULES_OK && got.year == date.year
           && got.month == date.month && got.day == date.day
           && statusrules_day(date.year, date.month, date.day) == day;
}

static int has_its_text(int32_t day, statusrules_date date) {
    char expected[40];
    char text[11];
    int32_t read;
    snprintf(expected, sizeof expected, "%04d-%02d-%02d", (int)date.year, (int)date.month, (int)date.day);
    return statusrules_format_day(text, (int32_t)sizeof text, day, NULL) == STATUSRULES_OK
           && strcmp(text, expected) == 0 && statusrules_parse_day(&read, expected, 10, NULL) == STATUSRULES_OK
           && read == day;
}

static int is_the_constant(int32_t day, statusrules_date date) {
    return STATUSRULES_DAY(date.year, date.month, date.day) == day;
}

static int is_reached_by_adding(int32_t day, statusrules_date date) {
    int32_t there;
    int32_t back;
    (void)date;
    return statusrules_add_days(&there, 0, day, NULL) == STATUSRULES_OK && there == day
           && statusrules_add_days(&back, day, -day, NULL) == STATUSRULES_OK && back == 0;
}

/* All members, set to what no function writes. */
static statusrules_error untouched(void) {
    return (statusrules_error){UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED,
                               UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED};
}

static int same(statusrules_error a, statusrules_error b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

static statusrules_error error_of(int32_t code, int32_t fact, int32_t value, int32_t first, int32_t last,
                                  int32_t offset) {
    return (statusrules_error){code, fact, value, first, last, offset, STATUSRULES_UNKNOWN, 0};
}

static const statusrules_error no_result = {
    STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0, 0, STATUSRULES_UNKNOWN, 0};

static int32_t parse(int32_t *day, const char *text, statusrules_error *error) {
    return statusrules_parse_day(day, text, (int32_t)strlen(text), error);
}

/* Asserts that a text is refused with exactly this error, with and without a place for it. */
static void refuses(const char *text, int32_t length, statusrules_error expected) {
    int32_t day = UNTOUCHED;
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_parse_day(&day, text, length, &error), expected.code, "\"%s\"", text);
    cr_assert(same(error, expected), "\"%s\": fact %d value %d %d..%d offset %d", text, (int)error.fact,
              (int)error.value, (int)error.first, (int)error.last, (int)error.offset);
    cr_assert_eq(statusrules_parse_day(&day, text, length, NULL), expected.code, "\"%s\"", text);
    cr_assert_eq(day, UNTOUCHED, "\"%s\" changed the result", text);
}

static void refuses_form(const char *text, int32_t offset) {
    refuses(text, (int32_t)strlen(text),
            error_of(STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, offset));
}

static void refuses_date(const char *text, int32_t offset, int32_t value, int32_t last) {
    refuses(text, 10, error_of(STATUSRULES_ERROR_NO_SUCH_DAY, STATUSRULES_ARGUMENT_TEXT, value, 1, last, offset));
}

Test(calendar, every_day_of_the_calendar_survives_a_round_trip) {
    cr_assert_eq(walk(has_its_date), ALL_HOLD);
}

Test(calendar, every_day_of_the_calendar_is_written_and_read) {
    cr_assert_eq(walk(has_its_text), ALL_HOLD);
}

Test(calendar, the_constant_of_every_day_equals_the_function) {
    cr_assert_eq(walk(is_the_constant), ALL_HOLD);
}

Test(calendar, every_day_is_reached_by_adding_and_left_by_subtracting) {
    cr_assert_eq(walk(is_reached_by_adding), ALL_HOLD);
}

Test(calendar, the_constant_is_constant) {
    _Static_assert(STATUSRULES_DAY(1970, 1, 1) == 0, "the first day of the count");
    _Static_assert(STATUSRULES_DAY(1, 1, 1) == STATUSRULES_FIRST_DAY, "the first day");
    _Static_assert(STATUSRULES_DAY(9999, 12, 31) == STATUSRULES_LAST_DAY, "the last day");
    _Static_assert(STATUSRULES_DAY(2021, 12, 31) + 199 == STATUSRULES_DAY(2022, 7, 18), "199 days");
}

Test(calendar, a_date_that_does_not_exist_is_no_day) {
    int32_t wrong = 0;
    for (int32_t y = -1; y <= 10001; y++) {
        for (int32_t m = -1; m <= 14; m++) {
            for (int32_t d = -1; d <= 33; d++) {
                int exists = y >= 1 && y <= 9999 && m >= 1 && m <= 12 && d >= 1 && d <= length_of_month(y, m);
                wrong += (statusrules_day(y, m, d) != STATUSRULES_NOT_A_DAY) != exists;
            }
        }
    }
    cr_assert_eq(wrong, 0);
}

Test(calendar, a_date_of_extreme_numbers_is_no_day) {
    static const int32_t extremes[] = {INT32_MIN, INT32_MIN + 1, -1, 0, INT32_MAX - 1, INT32_MAX};
    for (size_t i = 0; i < sizeof extremes / sizeof *extremes; i++) {
        cr_assert_eq(statusrules_day(extremes[i], 1, 1), STATUSRULES_NOT_A_DAY);
        cr_assert_eq(statusrules_day(2021, extremes[i], 1), STATUSRULES_NOT_A_DAY);
        cr_assert_eq(statusrules_day(2021, 1, extremes[i]), STATUSRULES_NOT_A_DAY);
        cr_assert_eq(statusrules_day(extremes[i], extremes[i], extremes[i]), STATUSRULES_NOT_A_DAY);
    }
}

Test(calendar, what_is_no_day_is_refused_by_every_function) {
    static const struct {
        int32_t day;
        int32_t code;
    } cases[] = {{STATUSRULES_NOT_A_DAY, STATUSRULES_ERROR_NOT_A_DAY},
                 {STATUSRULES_UNKNOWN, STATUSRULES_ERROR_RANGE},
                 {STATUSRULES_NONE, STATUSRULES_ERROR_RANGE},
                 {-719163, STATUSRULES_ERROR_RANGE},
                 {2932897, STATUSRULES_ERROR_RANGE},
                 {INT32_MIN + 2, STATUSRULES_ERROR_RANGE},
                 {INT32_MAX - 1, STATUSRULES_ERROR_RANGE}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int32_t day = cases[i].day;
        statusrules_error expected = error_of(cases[i].code, STATUSRULES_ARGUMENT_DAY, day, -719162, 2932896, 0);
        statusrules_date date = {UNTOUCHED, UNTOUCHED, UNTOUCHED};
        int32_t sum = UNTOUCHED;
        char text[12] = "untouched";

        statusrules_error error = untouched();
        cr_assert_eq(statusrules_date_of_day(&date, day, &error), cases[i].code);
        cr_assert(same(error, expected));
        cr_assert_eq(statusrules_date_of_day(&date, day, NULL), cases[i].code);
        cr_assert(date.year == UNTOUCHED && date.month == UNTOUCHED && date.day == UNTOUCHED);

        error = untouched();
        cr_assert_eq(statusrules_add_days(&sum, day, 0, &error), cases[i].code);
        cr_assert(same(error, expected));
        cr_assert_eq(statusrules_add_days(&sum, day, 0, NULL), cases[i].code);
        cr_assert_eq(sum, UNTOUCHED);

        error = untouched();
        cr_assert_eq(statusrules_format_day(text, (int32_t)sizeof text, day, &error), cases[i].code);
        cr_assert(same(error, expected));
        cr_assert_eq(statusrules_format_day(text, (int32_t)sizeof text, day, NULL), cases[i].code);
        cr_assert_str_eq(text, "untouched");
    }
}

Test(calendar, a_missing_result_or_text_is_an_error_before_any_other) {
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_date_of_day(NULL, STATUSRULES_NOT_A_DAY, &error), STATUSRULES_ERROR_NULL);
    cr_assert(same(error, no_result));
    error = untouched();
    cr_assert_eq(statusrules_add_days(NULL, STATUSRULES_NOT_A_DAY, INT32_MAX, &error), STATUSRULES_ERROR_NULL);
    cr_assert(same(error, no_result));
    error = untouched();
    cr_assert_eq(statusrules_format_day(NULL, 0, STATUSRULES_NOT_A_DAY, &error), STATUSRULES_ERROR_NULL);
    cr_assert(same(error, no_result));
    error = untouched();
    cr_assert_eq(statusrules_parse_day(NULL, "x", 1, &error), STATUSRULES_ERROR_NULL);
    cr_assert(same(error, no_result));

    int32_t day = UNTOUCHED;
    error = untouched();
    cr_assert_eq(statusrules_parse_day(&day, NULL, 10, &error), STATUSRULES_ERROR_NULL);
    cr_assert(same(error, error_of(STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, 0)));
    cr_assert_eq(statusrules_parse_day(&day, NULL, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(day, UNTOUCHED);

    cr_assert_eq(statusrules_date_of_day(NULL, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_add_days(NULL, 0, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_format_day(NULL, 11, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_parse_day(NULL, NULL, 0, NULL), STATUSRULES_ERROR_NULL);
}

Test(calendar, success_leaves_the_error_alone) {
    statusrules_error error = untouched();
    statusrules_date date;
    int32_t day;
    char text[11];
    cr_assert_eq(statusrules_date_of_day(&date, 0, &error), STATUSRULES_OK);
    cr_assert_eq(statusrules_add_days(&day, 0, 1, &error), STATUSRULES_OK);
    cr_assert_eq(statusrules_format_day(text, 11, 0, &error), STATUSRULES_OK);
    cr_assert_eq(parse(&day, "2021-12-31", &error), STATUSRULES_OK);
    cr_assert(same(error, untouched()));
}

Test(calendar, a_sum_outside_the_calendar_is_an_error_that_says_how_far_it_goes) {
    static const int32_t days[] = {-719162, -719161, -1, 0, 1, 18992, 2932895, 2932896};
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        int32_t first = -719162 - days[i];
        int32_t last = 2932896 - days[i];
        int32_t too_far[] = {INT32_MIN, INT32_MIN + 1, first - 1, last + 1, INT32_MAX - 1, INT32_MAX};
        int32_t sum = UNTOUCHED;
        for (size_t j = 0; j < sizeof too_far / sizeof *too_far; j++) {
            statusrules_error error = untouched();
            cr_assert_eq(statusrules_add_days(&sum, days[i], too_far[j], &error), STATUSRULES_ERROR_RESULT);
            cr_assert(same(error, error_of(STATUSRULES_ERROR_RESULT, STATUSRULES_ARGUMENT_NUMBER, too_far[j],
                                           first, last, 0)));
            cr_assert_eq(statusrules_add_days(&sum, days[i], too_far[j], NULL), STATUSRULES_ERROR_RESULT);
        }
        cr_assert_eq(sum, UNTOUCHED);
        cr_assert_eq(statusrules_add_days(&sum, days[i], first, NULL), STATUSRULES_OK);
        cr_assert_eq(sum, -719162);
        cr_assert_eq(statusrules_add_days(&sum, days[i], last, NULL), STATUSRULES_OK);
        cr_assert_eq(sum, 2932896);
    }
}

Test(calendar, the_result_may_be_the_day_itself) {
    int32_t day = STATUSRULES_DAY(2021, 12, 31);
    cr_assert_eq(statusrules_add_days(&day, day, 199, NULL), STATUSRULES_OK);
    cr_assert_eq(day, STATUSRULES_DAY(2022, 7, 18));
}

Test(calendar, a_short_buffer_is_refused_and_left_alone) {
    static const int32_t capacities[] = {INT32_MIN, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    for (size_t i = 0; i < sizeof capacities / sizeof *capacities; i++) {
        char buffer[] = "untouched";
        statusrules_error error = untouched();
        cr_assert_eq(statusrules_format_day(buffer, capacities[i], 0, &error), STATUSRULES_ERROR_TRUNCATED);
        cr_assert(same(error, error_of(STATUSRULES_ERROR_TRUNCATED, STATUSRULES_ARGUMENT_RESULT, capacities[i], 11,
                                       INT32_MAX, 0)));
        cr_assert_eq(statusrules_format_day(buffer, capacities[i], 0, NULL), STATUSRULES_ERROR_TRUNCATED);
        cr_assert_str_eq(buffer, "untouched");
    }
}

Test(calendar, eleven_bytes_are_written_and_no_more) {
    char buffer[] = "0123456789abcdef";
    cr_assert_eq(statusrules_format_day(buffer, (int32_t)sizeof buffer, 18992, NULL), STATUSRULES_OK);
    cr_assert(memcmp(buffer, "2021-12-31\0bcdef", sizeof buffer) == 0);
}

Test(calendar, the_first_byte_that_does_not_fit_is_named) {
    int32_t wrong = 0;
    for (int32_t place = 0; place < 10; place++) {
        for (int32_t byte = 0; byte < 256; byte++) {
            char text[] = "2021-11-11";
            int separator = place == 4 || place == 7;
            int fits = separator ? byte == '-' : byte >= '0' && byte <= '9';
            text[place] = (char)byte;
            statusrules_error error = untouched();
            int32_t day = UNTOUCHED;
            int32_t code = statusrules_parse_day(&day, text, 10, &error);
            if (fits) {
                wrong += code == STATUSRULES_ERROR_SYNTAX;
            } else {
                wrong += code != STATUSRULES_ERROR_SYNTAX || day != UNTOUCHED
                         || !same(error, error_of(code, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, place));
            }
        }
    }
    cr_assert_eq(wrong, 0);
}

Test(calendar, a_text_that_is_too_short_is_wrong_where_it_ends) {
    for (int32_t length = 0; length < 10; length++) {
        refuses("2021-12-31", length,
                error_of(STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, length));
    }
    refuses("2021-12-31", -1, error_of(STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, 0));
    refuses("2021-12-31", INT32_MIN, error_of(STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, 0));
}

Test(calendar, a_text_that_is_too_long_is_wrong_after_ten_bytes) {
    refuses_form("2021-12-31 ", 10);
    refuses_form("2021-12-311", 10);
    refuses_form("2021-12-31T00:00:00", 10);
    refuses("2021-12-31", 11, error_of(STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, 10));
}

Test(calendar, other_ways_to_write_a_date_are_refused) {
    refuses_form(" 2021-12-31", 0);
    refuses_form("+2021-12-31", 0);
    refuses_form("-001-01-01", 0);
    refuses_form("20211231", 4);
    refuses_form("2021/12/31", 4);
    refuses_form("31.12.2021", 2);
    refuses_form("2021-1-01", 6);
    refuses_form("2021-12-1", 9);
    refuses_form("2021-W52-5", 5);
    refuses_form("2021\xE2\x80\x93"
                 "12\xE2\x80\x93"
                 "31",
                 4);
    refuses_form("none", 0);
}

Test(calendar, a_zero_byte_is_no_end) {
    refuses("2021-12-3", 10, error_of(STATUSRULES_ERROR_SYNTAX, STATUSRULES_ARGUMENT_TEXT, 0, 0, 0, 9));
}

Test(calendar, a_day_that_does_not_exist_is_named_by_its_wrong_part) {
    refuses_date("0000-01-01", 0, 0, 9999);
    refuses_date("2021-00-10", 5, 0, 12);
    refuses_date("2021-13-10", 5, 13, 12);
    refuses_date("2021-99-10", 5, 99, 12);
    refuses_date("2021-01-00", 8, 0, 31);
    refuses_date("2021-01-32", 8, 32, 31);
    refuses_date("2021-04-31", 8, 31, 30);
    refuses_date("2021-02-29", 8, 29, 28);
    refuses_date("2020-02-30", 8, 30, 29);
    refuses_date("1900-02-29", 8, 29, 28);
    refuses_date("2000-02-30", 8, 30, 29);
}

Test(calendar, the_form_is_judged_before_the_day_and_the_year_before_the_rest) {
    refuses_form("0000-13-3x", 9);
    refuses_form("2021-13-32 ", 10);
    refuses_date("0000-13-32", 0, 0, 9999);
    refuses_date("2021-13-32", 5, 13, 12);
}

Test(calendar, a_text_need_not_end_with_a_zero_byte) {
    const char text[10] = {'2', '0', '2', '1', '-', '1', '2', '-', '3', '1'};
    int32_t day;
    cr_assert_eq(statusrules_parse_day(&day, text, 10, NULL), STATUSRULES_OK);
    cr_assert_eq(day, STATUSRULES_DAY(2021, 12, 31));
}
