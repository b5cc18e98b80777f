#include "answers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <statusrules/names.h>

#include "case_text.h"
#include "measures_cases.h"
#include "oracle_measures.h"

enum { MAX_LINE = 4096, FIELDS = 4 };

static void refuse(const char *what, const char *text) {
    (void)fprintf(stderr, "no %s: %s\n", what, text);
    exit(1);
}

static int32_t code_of(int32_t names, const char *text) {
    int32_t code = 0;
    if (statusrules_code(&code, names, text, (int32_t)strlen(text), NULL) != STATUSRULES_OK) {
        refuse("such name", text);
    }
    return code;
}

static int32_t day_of(const char *text) {
    int32_t day = STATUSRULES_UNKNOWN;
    if (text[0] != '\0' && statusrules_parse_day(&day, text, (int32_t)strlen(text), NULL) != STATUSRULES_OK) {
        refuse("such day", text);
    }
    return day;
}

static int32_t value_of(int32_t fact, const char *text) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (info.none && strcmp(text, "none") == 0) {
        return STATUSRULES_NONE;
    }
    if (info.kind == STATUSRULES_KIND_DAY) {
        return day_of(text);
    }
    return info.kind == STATUSRULES_KIND_NUMBER ? (int32_t)strtol(text, NULL, 10) : code_of(fact, text);
}

static const char *name_of(int32_t names, int32_t code) {
    return statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME);
}

/* "on_day=2021-10-01 age=17" */
static void read_facts(statusrules_facts *facts, char *text) {
    for (char *word = strtok(text, " "); word != NULL; word = strtok(NULL, " ")) {
        char *value = strchr(word, '=');
        if (value == NULL) {
            refuse("value", word);
        }
        *value++ = '\0';
        int32_t fact = code_of(STATUSRULES_NAMES_FACT, word);
        ((int32_t *)(void *)facts)[fact] = value_of(fact, value);
    }
}

static void write_answer(int32_t question, const statusrules_facts *facts, const statusrules_options *options) {
    oracle_measures_answer answer;
    char text[16];
    oracle_measures_ask(&answer, question, facts, options);
    (void)printf("%s\t%s\t", name_of(STATUSRULES_NAMES_OUTCOME, answer.outcome),
                 answer.day == STATUSRULES_NOT_A_DAY ? "" : case_day_text(text, answer.day));
    const char *between = "";
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        if ((answer.missing >> fact & 1) != 0) {
            (void)printf("%s%s", between, name_of(STATUSRULES_NAMES_FACT, fact));
            between = " ";
        }
    }
    (void)printf("\t%s\n", answer.row);
}

void write_answers(void) {
    char line[MAX_LINE];
    while (fgets(line, sizeof line, stdin) != NULL) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        char *field[FIELDS] = {line};
        line[strcspn(line, "\n")] = '\0';
        for (int i = 1; i < FIELDS; i++) {
            field[i] = strchr(field[i - 1], '\t');
            if (field[i] == NULL) {
                refuse("such case", line);
            }
            *field[i]++ = '\0';
        }
        options.known_on = day_of(field[1]);
        options.strict = strcmp(field[2], "yes") == 0 ? STATUSRULES_YES : STATUSRULES_NO;
        read_facts(&facts, field[3]);
        write_answer(code_of(STATUSRULES_NAMES_QUESTION, field[0]), &facts, &options);
    }
}

void write_lettered_cases(void) {
    for (int32_t i = 0; i < measures_n_cases; i++) {
        const struct measures_case *c = &measures_cases[i];
        char text[16];
        (void)printf("%s\t%s\t", c->sentence, name_of(STATUSRULES_NAMES_QUESTION, c->question));
        for (int32_t j = 0; j < MEASURES_CASE_FACTS && c->facts[j].fact != 0; j++) {
            int32_t fact = c->facts[j].fact;
            (void)printf("%s%s=%s", j == 0 ? "" : " ", name_of(STATUSRULES_NAMES_FACT, fact),
                         case_value_text(text, fact, c->facts[j].value));
        }
        (void)printf("\n");
    }
}
