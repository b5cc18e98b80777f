/* Answers one case at the prompt. */
#include "caseload.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static int no_answer(const options *o, const char *why) {
    fprintf(stderr, "caseload: %s: %s\n", words(o->language, "no answer", "ответить нельзя"), why);
    return EXIT_SOME_BAD;
}

/* ---- The facts ---- */

/* Reads one FACT=VALUE of a question; what is wrong with a value is appended to `why`. Returns -1, or what to exit with. */
static int read_fact(const options *o, int32_t question, const char *operand, statusrules_facts *facts,
                     int64_t *given, char *why) {
    int32_t language = o->language;
    int32_t fact = 0;
    const char *equals = strchr(operand, '=');
    statusrules_error error = {0};
    char text[WHY_SIZE] = "";
    char shown[SHOWN_SIZE];
    if (!equals) {
        fprintf(stderr, "caseload: %s %s\n", words_shown(shown, operand, strlen(operand), language),
                words(language, "is not FACT=VALUE, such as term=visa", "— не ФАКТ=ЗНАЧЕНИЕ, например term=visa"));
        return EXIT_USAGE;
    }
    size_t name_length = (size_t)(equals - operand);
    if (o->verify && name_length == strlen("receipt") && memcmp(operand, "receipt", name_length) == 0) {
        return -1; /* read before the facts, because it says which belong to its question */
    }
    if (statusrules_code(&fact, STATUSRULES_NAMES_FACT, operand, (int32_t)name_length, &error)) {
        value_append_nearest(text, sizeof text, &error, STATUSRULES_NAMES_FACT, language);
        fprintf(stderr, "caseload: %s %s%s\n", words_shown(shown, operand, name_length, language),
                words(language, "is no fact", "— не факт"), text);
        return EXIT_USAGE;
    }
    if (*given >> fact & 1) {
        fprintf(stderr, words(language, "caseload: %s is given twice\n", "caseload: %s указан дважды\n"),
                statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
        return EXIT_USAGE;
    }
    *given |= (int64_t)1 << fact;
    if (!statusrules_question_asks(question, fact)) {
        fprintf(stderr,
                words(language, "caseload: the question \"%s\" does not ask %s: it is not used\n",
                      "caseload: вопрос «%s» не спрашивает %s: факт не использован\n"),
                statusrules_name(STATUSRULES_NAMES_QUESTION, question, STATUSRULES_LANGUAGE_NAME),
                statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME));
    }
    char reason[WHY_SIZE];
    if (!value_read(facts, fact, equals + 1, strlen(equals + 1), language, NULL, reason)) {
        value_append_wrong(why, reason, equals + 1, strlen(equals + 1), language);
    }
    return -1;
}

/* ---- The answer, a line for each field ---- */

static void print_heading(FILE *out, const char *heading) {
    enum { WIDTH = 14 };
    int characters = 0;
    for (const char *at = heading; *at; at++) {
        characters += ((unsigned char)*at & 0xC0) != 0x80;
    }
    fprintf(out, "%s%*s", heading, WIDTH - characters, "");
}

static void print_day(FILE *out, int32_t day, int32_t language) {
    char text[16];
    if (day == STATUSRULES_NONE) {
        fputs(words(language, "the end is not fixed", "окончание не установлено"), out);
    } else if (statusrules_format_day(text, sizeof text, day, NULL) == STATUSRULES_OK) {
        fputs(text, out);
    }
}

/* The name, the same in every file, and what it means where the name does not say it. */
static void print_name(FILE *out, int32_t names, int32_t code, int32_t language) {
    const char *name = statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME);
    const char *label = statusrules_name(names, code, language);
    fprintf(out, strcmp(name, label) == 0 ? "%s" : "%s (%s)", name, label);
}

static void print_outcomes(FILE *out, int32_t outcomes, int32_t language) {
    const char *before = "";
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_OUTCOME); i++) {
        int32_t outcome = statusrules_code_at(STATUSRULES_NAMES_OUTCOME, i);
        if (outcomes >> outcome & 1) {
            fputs(before, out);
            print_name(out, STATUSRULES_NAMES_OUTCOME, outcome, language);
            before = ", ";
        }
    }
    fputc('\n', out);
}

static void print_days(FILE *out, const statusrules_answer *answer, int32_t language) {
    if (answer->day != STATUSRULES_NOT_A_DAY) {
        print_heading(out, words(language, "day", "день"));
        print_day(out, answer->day, language);
        fputc('\n', out);
    }
    bool more = answer->day == STATUSRULES_NOT_A_DAY || answer->earliest != answer->latest;
    if (answer->earliest != STATUSRULES_NOT_A_DAY && more) {
        print_heading(out, words(language, "days", "дни"));
        print_day(out, answer->earliest, language);
        fputs(" … ", out);
        print_day(out, answer->latest, language);
        fputc('\n', out);
    }
}

static void print_provision(const options *o, FILE *out, const char *heading, int32_t number) {
    statusrules_provision provision;
    statusrules_act act;
    if (number == 0 || statusrules_law_provision(&provision, o->law, number, NULL)
        || statusrules_law_act(&act, o->law, provision.act, NULL)) {
        return;
    }
    char day[16] = "";
    statusrules_format_day(day, sizeof day, act.date, NULL);
    print_heading(out, heading);
    fprintf(out, "%s (%s)\n", provision.id,
            statusrules_name(STATUSRULES_NAMES_CERTAINTY, provision.certainty, o->language));
    print_heading(out, words(o->language, "source", "источник"));
    fprintf(out, "%s, %s, %s\n", words(o->language, act.title_en, act.title_ru), day,
            words(o->language, provision.place_en, provision.place_ru));
    print_heading(out, "");
    fprintf(out, "%s\n", act.address);
}

static void print_facts(FILE *out, const char *heading, int64_t facts) {
    if (facts) {
        print_heading(out, heading);
        words_write_facts(out, facts, STATUSRULES_LANGUAGE_NAME, ", ");
        fputc('\n', out);
    }
}

/* The readings differ: each with its own answer. */
static void print_readings(FILE *out, const statusrules_answer *answer, int32_t language) {
    const char *heading = words(language, "readings", "прочтения");
    for (int32_t i = 0; i < 3; i++) {
        const statusrules_reading_answer *reading = &answer->readings[i];
        if (reading->outcome) {
            print_heading(out, heading);
            fprintf(out, "%s: ", statusrules_name(STATUSRULES_NAMES_READING, i + 1, STATUSRULES_LANGUAGE_NAME));
            print_name(out, STATUSRULES_NAMES_OUTCOME, reading->outcome, language);
            fputs(reading->day == STATUSRULES_NOT_A_DAY ? "" : ", ", out);
            print_day(out, reading->day, language);
            fputc('\n', out);
            heading = "";
        }
    }
}

static bool readings_differ(const statusrules_answer *answer) {
    const statusrules_reading_answer *first = NULL;
    for (int32_t i = 0; i < 3; i++) {
        const statusrules_reading_answer *reading = &answer->readings[i];
        if (reading->outcome && !first) {
            first = reading;
        } else if (reading->outcome && (reading->outcome != first->outcome || reading->day != first->day)) {
            return true;
        }
    }
    return false;
}

static void print_answer(const options *o, FILE *out, const statusrules_answer *answer) {
    int32_t language = o->language;
    print_heading(out, words(language, "outcome", "ответ"));
    print_outcomes(out, 1 << answer->outcome, language);
    if (answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
        print_heading(out, words(language, "possible", "возможно"));
        print_outcomes(out, answer->possible, language);
    }
    print_days(out, answer, language);
    print_provision(o, out, words(language, "provision", "положение"), answer->provision);
    print_provision(o, out, words(language, "note", "примечание"), answer->note);
    print_facts(out, words(language, "assumed", "предположено"), answer->assumed);
    print_facts(out, words(language, "missing", "неизвестно"), answer->missing);
    if (readings_differ(answer)) {
        print_readings(out, answer, language);
    }
}

/* ---- The explanation ---- */

static int32_t explain(char *text, int32_t capacity, int32_t *length, const options *o,
                       const statusrules_facts *facts) {
    return statusrules_explain(text, capacity, length, o->law, o->question, facts, &o->parameters, o->language,
                               NULL);
}

/* An explanation is asked for its length first, and then written. */
static int print_explanation(const options *o, FILE *out, const statusrules_facts *facts) {
    int32_t length = 0;
    char *text =
        explain(NULL, 0, &length, o, facts) == STATUSRULES_ERROR_TRUNCATED ? malloc((size_t)length + 1) : NULL;
    if (!text || explain(text, length + 1, &length, o, facts) != STATUSRULES_OK) {
        free(text);
        return no_answer(o, words(o->language, "out of memory", "не хватает памяти"));
    }
    fputs(text, out);
    if (length > 0 && text[length - 1] != '\n') {
        fputc('\n', out);
    }
    free(text);
    return EXIT_ANSWERED;
}

/* ---- The receipt ---- */

static void print_receipt(const options *o, FILE *out, const statusrules_facts *facts) {
    print_heading(out, words(o->language, "receipt", "квитанция"));
    receipt_write(out, o, facts);
    fputc('\n', out);
}

/* A parameter that was given. */
static void print_parameter_day(FILE *out, const char *heading, int32_t day, int32_t language) {
    if (day != STATUSRULES_UNKNOWN) {
        print_heading(out, heading);
        print_day(out, day, language);
        fputc('\n', out);
    }
}

/* What was asked, and what was answered, as the receipt has it. */
static void print_parts(const options *o, FILE *out, const statusrules_receipt_parts *parts, int32_t result) {
    int32_t language = o->language;
    options as_asked = *o;
    /* Of rows that are not those of the receipt a number means nothing. */
    as_asked.law = result == STATUSRULES_VERIFIED_EDITION_UNKNOWN || result == STATUSRULES_VERIFIED_LAW_DIFFERS
                       ? NULL
                       : parts->law;
    print_heading(out, words(language, "question", "вопрос"));
    print_name(out, STATUSRULES_NAMES_QUESTION, parts->question, language);
    fputc('\n', out);
    if (parts->law) {
        print_heading(out, words(language, "law", "право"));
        fprintf(out, words(language, "%s, edition %d\n", "%s, редакция %d\n"), statusrules_law_name(parts->law),
                (int)parts->edition);
    }
    print_parameter_day(out, words(language, "known on", "известно на"), parts->known_on, language);
    print_parameter_day(out, words(language, "valid on", "на день"), parts->valid_on, language);
    if (parts->reading != STATUSRULES_UNKNOWN) {
        print_heading(out, words(language, "reading", "прочтение"));
        print_name(out, STATUSRULES_NAMES_READING, parts->reading, language);
        fputc('\n', out);
    }
    print_heading(out, words(language, "outcome", "ответ"));
    print_outcomes(out, 1 << parts->outcome, language);
    if (parts->day != STATUSRULES_NOT_A_DAY) {
        print_heading(out, words(language, "day", "день"));
        print_day(out, parts->day, language);
        fputc('\n', out);
    }
    print_provision(&as_asked, out, words(language, "provision", "положение"), parts->provision);
}

/* The text of the receipt among the operands; NULL if there is none. */
static const char *find_receipt(const options *o) {
    static const char begin[] = "receipt=";
    for (int i = 0; i < o->n_operands; i++) {
        if (strncmp(o->operands[i], begin, strlen(begin)) == 0) {
            return o->operands[i] + strlen(begin);
        }
    }
    return NULL;
}

/* ---- One case ---- */

/* Reads the facts of a question. Returns -1, or what to exit with. */
static int read_facts(const options *o, int32_t question, statusrules_facts *facts, char why[WHY_SIZE]) {
    int64_t given = 0;
    for (int i = 0; i < o->n_operands; i++) {
        int status = read_fact(o, question, o->operands[i], facts, &given, why);
        if (status >= 0) {
            return status;
        }
    }
    return -1;
}

static int verify(const options *o, FILE *out) {
    uint8_t receipt[STATUSRULES_RECEIPT_BYTES];
    statusrules_receipt_parts parts;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error = {0};
    char why[WHY_SIZE] = "";
    int32_t result = 0;
    const char *text = find_receipt(o);
    if (!receipt_read(receipt, &parts, text ? text : "", text ? strlen(text) : 0, o->language, why)) {
        return no_answer(o, why);
    }
    int status = read_facts(o, parts.question, &facts, why);
    if (status >= 0) {
        return status;
    }
    if (!why[0] && statusrules_verify(&result, receipt, sizeof receipt, &facts, &error)) {
        words_append_error(why, sizeof why, &error, o->language);
    }
    if (why[0]) {
        return no_answer(o, why);
    }
    print_heading(out, words(o->language, "verified", "проверка"));
    print_name(out, STATUSRULES_NAMES_VERIFIED, result, o->language);
    fputc('\n', out);
    print_parts(o, out, &parts, result);
    return result == STATUSRULES_VERIFIED_EQUAL ? EXIT_ANSWERED : EXIT_SOME_BAD;
}

static int answer(const options *o, FILE *out) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_answer answer;
    statusrules_error error = {0};
    char why[WHY_SIZE] = "";
    int status = read_facts(o, o->question, &facts, why);
    if (status >= 0) {
        return status;
    }
    if (!why[0] && statusrules_ask(&answer, o->law, o->question, &facts, &o->parameters, &error)) {
        words_append_error(why, sizeof why, &error, o->language);
    }
    if (why[0]) {
        return no_answer(o, why);
    }
    status = EXIT_ANSWERED;
    if (o->explain) {
        status = print_explanation(o, out, &facts);
    } else {
        print_answer(o, out, &answer);
    }
    if (o->receipt && status == EXIT_ANSWERED) {
        print_receipt(o, out, &facts);
    }
    return status;
}

int one_answer(const options *o, FILE *out) {
    return o->verify ? verify(o, out) : answer(o, out);
}
