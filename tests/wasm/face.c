/*
 * The library in a browser or in node: flat functions of int32, and a piece of linear memory for texts. A face for the
 * test; it holds no rule. Numbers and lists are those of the headers.
 */
#include <statusrules/statusrules.h>

#define EXPORT(name) __attribute__((export_name(name)))

/* What extension() gives besides a day: FACE_OUTCOME + outcome, or FACE_ERROR + error. All are before any day. */
enum { FACE_OUTCOME = -2000000000, FACE_ERROR = -2100000000, MEMORY = 65536, ALIGNMENT = 8 };

static _Alignas(ALIGNMENT) char memory[MEMORY];
static int32_t taken;

/* The address of so many bytes, or 0 if there are no more. */
EXPORT("take")
char *face_take(int32_t bytes) {
    if (bytes < 0 || bytes > MEMORY - taken) {
        return 0;
    }
    char *at = memory + taken;
    taken += (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return at;
}

/* Gives back everything taken. */
EXPORT("clear")
void face_clear(void) {
    taken = 0;
}

EXPORT("day")
int32_t face_day(int32_t year, int32_t month, int32_t day) {
    return statusrules_day(year, month, day);
}

EXPORT("parse_day")
int32_t face_parse_day(const char *text, int32_t length) {
    int32_t day;
    int32_t error = statusrules_parse_day(&day, text, length, 0);
    return error ? FACE_ERROR + error : day;
}

EXPORT("code")
int32_t face_code(int32_t names, const char *text, int32_t length) {
    int32_t code;
    int32_t error = statusrules_code(&code, names, text, length, 0);
    return error ? FACE_ERROR + error : code;
}

static statusrules_facts facts_of(int32_t term, int32_t last_day, int32_t location, int32_t issued_on) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.last_day = last_day;
    facts.location = location;
    facts.issued_on = issued_on;
    return facts;
}

static statusrules_options options_of(int32_t reading) {
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.reading = reading;
    return options;
}

/* The last valid day of a yes; FACE_OUTCOME + outcome for any other answer, and for a yes without a day. */
EXPORT("extension")
int32_t face_extension(int32_t term, int32_t last_day, int32_t location, int32_t issued_on, int32_t reading) {
    const statusrules_facts facts = facts_of(term, last_day, location, issued_on);
    const statusrules_options options = options_of(reading);
    statusrules_answer answer;
    int32_t error = statusrules_extension(&answer, statusrules_law_statement(), &facts, &options, 0);
    if (error) {
        return FACE_ERROR + error;
    }
    return answer.outcome == STATUSRULES_OUTCOME_YES && answer.day != STATUSRULES_NOT_A_DAY
               ? answer.day
               : FACE_OUTCOME + answer.outcome;
}

/* The id of the provision that decided, ended by a zero byte; "" for none. */
EXPORT("provision")
const char *face_provision(int32_t term, int32_t last_day, int32_t location, int32_t issued_on, int32_t reading) {
    const statusrules_facts facts = facts_of(term, last_day, location, issued_on);
    const statusrules_options options = options_of(reading);
    statusrules_answer answer;
    statusrules_provision provision;
    if (statusrules_extension(&answer, statusrules_law_statement(), &facts, &options, 0)
        || statusrules_law_provision(&provision, statusrules_law_statement(), answer.provision, 0)) {
        return "";
    }
    return provision.id;
}

/* Writes the explanation; gives its length in bytes, also when it does not fit, or FACE_ERROR + error. */
EXPORT("explain")
int32_t face_explain(char *buffer, int32_t capacity, int32_t language, int32_t term, int32_t last_day,
                     int32_t location, int32_t issued_on, int32_t reading) {
    const statusrules_facts facts = facts_of(term, last_day, location, issued_on);
    const statusrules_options options = options_of(reading);
    int32_t length;
    int32_t error = statusrules_explain(buffer, capacity, &length, statusrules_law_statement(),
                                        STATUSRULES_QUESTION_EXTENSION, &facts, &options, language, 0);
    return error && error != STATUSRULES_ERROR_TRUNCATED ? FACE_ERROR + error : length;
}
