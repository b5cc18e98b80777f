/*
 * Is what cannot be written as SQL refused, by name and with nothing written? That what is written means the same as the
 * library is tested by the databases themselves (tests/sql).
 */
#include <criterion/criterion.h>
#include <string.h>

#include <statusrules/statusrules.h>

enum { ROOM = 1 << 16, GUARD = 0x5A, NONE_OF_IT = STATUSRULES_UNKNOWN };

/* A request that is answered, to be spoilt in one place. */
struct request {
    int32_t question;
    statusrules_sql_column columns[2];
    int32_t n_columns;
    int32_t dialect;
    int32_t says;
    int32_t day;
    statusrules_options options;
    statusrules_facts facts;
};

static char text[ROOM];
static int32_t length;

static statusrules_sql_column column_of(int32_t fact, const char *name) {
    statusrules_sql_column column = STATUSRULES_SQL_COLUMN_EMPTY;
    column.fact = fact;
    column.name = name;
    return column;
}

static struct request sound(void) {
    return (struct request){
        .question = STATUSRULES_QUESTION_EXTENSION,
        .columns = {column_of(STATUSRULES_FACT_TERM, "term"), column_of(STATUSRULES_FACT_LAST_DAY, "last_day")},
        .n_columns = 2,
        .dialect = STATUSRULES_DIALECT_SQLITE,
        .says = STATUSRULES_SQL_WHERE,
        .day = STATUSRULES_UNKNOWN,
        .options = STATUSRULES_OPTIONS_DEFAULT,
        .facts = STATUSRULES_FACTS_UNKNOWN};
}

static int32_t write_sql(const struct request *r, const statusrules_sql_column *columns,
                         statusrules_error *error) {
    memset(text, GUARD, sizeof text);
    length = -1;
    return statusrules_sql(text, ROOM, &length, statusrules_law_statement(), r->question, &r->facts, columns,
                           r->n_columns, r->dialect, r->says, r->day, &r->options, error);
}

static const char *written(const struct request *r) {
    cr_assert_eq(write_sql(r, r->columns, NULL), STATUSRULES_OK);
    cr_assert_eq((int32_t)strlen(text), length);
    return text;
}

static void refuses(const struct request *r, int32_t code, int32_t argument, int32_t value) {
    statusrules_error error = {0};
    cr_expect_eq(write_sql(r, r->columns, &error), code, "code %d instead of %d", error.code, code);
    cr_expect(error.code == code && error.fact == argument && error.value == value, "%d: argument %d, value %d",
              error.code, error.fact, error.value);
    cr_expect(length == -1 && text[0] == GUARD);
}

Test(sql, what_is_sound_is_written) {
    struct request r = sound();
    cr_expect(strstr(written(&r), "\"last_day\"") != NULL);
    r.says = STATUSRULES_SQL_OUTCOME;
    cr_expect(strncmp(written(&r), "CASE ", 5) == 0);
}

Test(sql, a_column_must_be_one) {
    struct request r = sound();
    r.columns[1].size = 0;
    refuses(&r, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_COLUMNS, 0);
    r = sound();
    r.columns[0].name = NULL;
    refuses(&r, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_COLUMNS, 0);
    r = sound();
    r.columns[0].name = "";
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_COLUMNS, STATUSRULES_SQL_TEXT);
    r = sound();
    r.columns[0].table = "";
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_COLUMNS, STATUSRULES_SQL_TEXT);
    r.columns[0].table = "register";
    cr_expect(strstr(written(&r), "\"register\".\"term\"") != NULL);
    r.columns[0].none = "back\\slash";
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_COLUMNS, STATUSRULES_SQL_TEXT);
}

Test(sql, columns_must_be_there_and_no_more_than_facts) {
    struct request r = sound();
    statusrules_error error = {0};
    cr_expect_eq(write_sql(&r, NULL, &error), STATUSRULES_ERROR_NULL);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_COLUMNS);
    r.n_columns = 0;
    cr_expect_eq(write_sql(&r, NULL, NULL), STATUSRULES_OK, "without columns none need be there");
    r.n_columns = -1;
    refuses(&r, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_COLUMNS, -1);
    r.n_columns = STATUSRULES_FACT_VISA_LAST_DAY + 1;
    refuses(&r, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_COLUMNS, STATUSRULES_FACT_VISA_LAST_DAY + 1);
}

Test(sql, a_day_belongs_to_a_condition_on_the_extension) {
    struct request r = sound();
    r.day = STATUSRULES_DAY(2022, 7, 18);
    cr_expect(strncmp(written(&r), "\"last_day\" BETWEEN ", 19) == 0);
    r.day = NONE_OF_IT + 1;
    refuses(&r, STATUSRULES_ERROR_NOT_A_DAY, STATUSRULES_ARGUMENT_DAY, NONE_OF_IT + 1);
    r = sound();
    r.day = STATUSRULES_DAY(2022, 7, 18);
    r.says = STATUSRULES_SQL_DAY;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_DAY, r.day);
    r.says = STATUSRULES_SQL_WHERE;
    r.options.valid_on = r.day;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_DAY, r.day);
    r = sound();
    r.day = STATUSRULES_DAY(2022, 7, 18);
    r.question = STATUSRULES_QUESTION_REGULARISATION;
    r.n_columns = 0;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_DAY, r.day);
}

Test(sql, what_ask_refuses_is_refused) {
    struct request r = sound();
    statusrules_error error = {0};
    r.options.size = 0;
    refuses(&r, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_OPTIONS, 0);
    r = sound();
    r.facts.size = 0;
    refuses(&r, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_FACTS, 0);
    r = sound();
    cr_expect_eq(statusrules_impact_sql(text, ROOM, &length, NULL, NULL, statusrules_law_statement(), NULL,
                                        r.question, &r.facts, r.columns, 2, r.dialect, &error),
                 STATUSRULES_ERROR_NULL);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_LAW);
    r.columns[1] = r.columns[0];
    cr_expect_eq(statusrules_impact_sql(text, ROOM, &length, statusrules_law_statement(), NULL,
                                        statusrules_law_statement(), NULL, r.question, &r.facts, r.columns, 2,
                                        r.dialect, &error),
                 STATUSRULES_ERROR_VALUE);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_COLUMNS);
}

/* ---- What stands in the text ---- */

static struct request one_column(int32_t fact, const char *name) {
    struct request r = sound();
    r.columns[0] = column_of(fact, name);
    r.n_columns = 1;
    return r;
}

static void holds(const struct request *r, const char *part) {
    cr_expect(strstr(written(r), part) != NULL, "no %s in:\n%s", part, text);
}

static void holds_not(const struct request *r, const char *part) {
    cr_expect(strstr(written(r), part) == NULL, "%s in:\n%s", part, text);
}

/* As in vector and statement: a permit that ends on 31 December 2021 is valid through 18 July 2022. */
Test(sql, a_day_is_written_as_a_column_of_last_days_would_be_where_there_is_none) {
    struct request r = one_column(STATUSRULES_FACT_TERM, "term");
    r.says = STATUSRULES_SQL_DAY;
    r.facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    r.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    holds(&r, " THEN '2022-07-18'");
    r.dialect = STATUSRULES_DIALECT_POSTGRESQL;
    holds(&r, " THEN DATE '2022-07-18'");
}

Test(sql, a_document_that_ends_before_its_issue_is_wrong_whichever_of_the_two_has_a_column) {
    struct request r = one_column(STATUSRULES_FACT_LAST_DAY, "until");
    r.facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    holds_not(&r, "< '");
    r.facts.issued_on = STATUSRULES_DAY(2016, 5, 4);
    holds(&r, " OR \"until\" < '2016-05-04'");
    r = one_column(STATUSRULES_FACT_ISSUED_ON, "issued");
    r.facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    r.says = STATUSRULES_SQL_OUTCOME;
    holds_not(&r, " < \"issued\"");
    r.facts.last_day = STATUSRULES_NONE;
    holds_not(&r, " < \"issued\"");
    r.facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    holds(&r, " OR '2021-12-31' < \"issued\"");
    r = one_column(STATUSRULES_FACT_TERM, "term");
    r.facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    r.facts.issued_on = STATUSRULES_DAY(2016, 5, 4);
    holds_not(&r, "2016-05-04");
}

Test(sql, what_was_issued_after_the_day_asked_about_is_silent) {
    struct request r = one_column(STATUSRULES_FACT_ISSUED_ON, "issued");
    r.facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    r.facts.last_day = STATUSRULES_DAY(2022, 12, 31);
    r.options.valid_on = STATUSRULES_DAY(2022, 3, 1);
    r.says = STATUSRULES_SQL_OUTCOME;
    holds(&r, " WHEN \"issued\" > '2022-03-01' THEN 'silent'");
    r.says = STATUSRULES_SQL_DAY;
    holds(&r, " WHEN \"issued\" > '2022-03-01' THEN NULL");
    r.says = STATUSRULES_SQL_WHERE;
    holds(&r, " OR \"issued\" > '2022-03-01' THEN 0 ELSE 1 END = 1");
}

/* No test at all is a number of hours as well: its own, or one that the caller chose. */
Test(sql, none_of_a_number_is_a_number_or_what_the_caller_says) {
    struct request r = one_column(STATUSRULES_FACT_PCR_HOURS, "hours");
    r.question = STATUSRULES_QUESTION_EDUCATION_ENTRY;
    r.says = STATUSRULES_SQL_OUTCOME;
    holds(&r, "(\"hours\" NOT BETWEEN 0 AND 87600 AND \"hours\" <> 2147483647)");
    r.columns[0].none = "-1";
    holds(&r, "\"hours\" <> '-1'");
    r.columns[0].form = STATUSRULES_SQL_NUMBER;
    holds(&r, "\"hours\" <> '-1'");
    r.columns[0].none = NULL;
    holds(&r, "\"hours\" <> 2147483647");
}

Test(sql, there_must_be_a_place_for_the_length_and_sides_must_be_sound) {
    struct request r = sound();
    statusrules_error error = {0};
    cr_expect_eq(statusrules_sql(text, ROOM, NULL, statusrules_law_statement(), r.question, &r.facts, r.columns, 2,
                                 r.dialect, r.says, r.day, NULL, &error),
                 STATUSRULES_ERROR_NULL);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    error.fact = 0;
    cr_expect_eq(statusrules_impact_sql(text, ROOM, NULL, statusrules_law_statement(), NULL,
                                        statusrules_law_statement(), NULL, r.question, &r.facts, r.columns, 2,
                                        r.dialect, &error),
                 STATUSRULES_ERROR_NULL);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    r.options.size = 0;
    cr_expect_eq(statusrules_impact_sql(text, ROOM, &length, statusrules_law_statement(), &r.options,
                                        statusrules_law_statement(), NULL, r.question, &r.facts, r.columns, 2,
                                        r.dialect, &error),
                 STATUSRULES_ERROR_SIZE);
    cr_expect_eq(error.fact, STATUSRULES_ARGUMENT_OPTIONS);
    r = sound();
    r.facts.location = 77;
    refuses(&r, STATUSRULES_ERROR_VALUE, STATUSRULES_FACT_LOCATION, 77);
}
