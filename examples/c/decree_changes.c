/*
 * A decree is published: whose documents does it touch? The office had answered its register by what was known the day
 * before; it asks for the cases that are answered otherwise now, and for the condition that finds them in its database.
 *
 * Prints the boxes of the statement of 29 November 2021 in words, and the condition for PostgreSQL.
 */
#include <statusrules/statusrules.h>

#include <stdio.h>

enum { MAX_SPANS = 64, MAX_TEXT = 8192 };

static void print_value(int32_t fact, int32_t value) {
    char day[16];
    const char *name = statusrules_name(fact, value, STATUSRULES_LANGUAGE_NAME);
    if (value == STATUSRULES_UNKNOWN) {
        printf("not known");
    } else if (*name) {
        printf("%s", name);
    } else if (statusrules_format_day(day, sizeof day, value, NULL) == STATUSRULES_OK) {
        printf("%s", day);
    }
}

static void print_spans(const statusrules_span *spans, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        const statusrules_span *s = &spans[i];
        const int same_fact = i > 0 && s[-1].box == s->box && s[-1].fact == s->fact;
        if (i == 0 || s[-1].box != s->box) {
            printf("%s%d.", i ? "\n" : "", (int)s->box + 1);
        }
        printf("%s%s ", same_fact ? " or" : " ",
               same_fact ? "" : statusrules_name(STATUSRULES_NAMES_FACT, s->fact, STATUSRULES_LANGUAGE_NAME));
        print_value(s->fact, s->first);
        if (s->last != s->first) {
            printf(" to ");
            print_value(s->fact, s->last);
        }
    }
    printf("\n");
}

int main(void) {
    const statusrules_law *law = statusrules_law_statement();
    const int64_t varies = (int64_t)1 << STATUSRULES_FACT_TERM | (int64_t)1 << STATUSRULES_FACT_LAST_DAY;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options before = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_options after = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_sql_column columns[2] = {STATUSRULES_SQL_COLUMN_EMPTY, STATUSRULES_SQL_COLUMN_EMPTY};
    statusrules_span spans[MAX_SPANS];
    statusrules_error error;
    char text[MAX_TEXT];
    int32_t n = 0;

    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    before.reading = after.reading = STATUSRULES_READING_LITERAL;
    before.known_on = STATUSRULES_DAY(2021, 11, 28);
    after.known_on = STATUSRULES_DAY(2021, 11, 29);
    columns[0].fact = STATUSRULES_FACT_TERM;
    columns[0].name = "document";
    columns[1].fact = STATUSRULES_FACT_LAST_DAY;
    columns[1].name = "valid to";
    if (statusrules_impact(spans, MAX_SPANS, &n, law, &before, law, &after, STATUSRULES_QUESTION_EXTENSION, &facts,
                           varies, &error)
        || statusrules_impact_sql(text, sizeof text, &(int32_t){0}, law, &before, law, &after,
                                  STATUSRULES_QUESTION_EXTENSION, &facts, columns, 2,
                                  STATUSRULES_DIALECT_POSTGRESQL, &error)) {
        statusrules_error_text(text, sizeof text, &n, &error, STATUSRULES_LANGUAGE_EN, NULL);
        fprintf(stderr, "%s\n", text);
        return 1;
    }
    print_spans(spans, n);
    printf("\nSELECT * FROM register WHERE %s\n", text);
    return 0;
}
