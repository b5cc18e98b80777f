/*
 * What both databases share: a case as SQL gives it (facts and parameters by name, days as text or number), its answer
 * as named fields, and failures in the library's words. SQLite and PostgreSQL differ only in how a value comes in and
 * goes out.
 */
#ifndef SQL_CASE_H
#define SQL_CASE_H

#include <stdbool.h>
#include <stdint.h>

#include <statusrules/statusrules.h>

/* A failure: its code, the number of the fact or argument that was wrong (or 0) and its name (or ""), and a sentence. */
typedef struct sql_failure {
    int32_t code;
    int32_t field;
    const char *subject;
    char text[1024];
} sql_failure;

/* Failures that are not the library's: an argument that is no object, a value of a wrong type, a name given twice,
   a parameter that may not be NULL. */
enum { SQL_FAILURE_FORM = 1001, SQL_FAILURE_TWICE = 1002, SQL_FAILURE_NULL = 1003 };

typedef struct sql_case {
    const statusrules_law *law;
    int32_t question;
    statusrules_facts facts;
    statusrules_options options;
    /* Bits of the facts and, above them, of the parameters that were given. */
    int64_t given;
} sql_case;

/* A value as a database gives it. */
typedef struct sql_value {
    enum { SQL_NULL, SQL_TEXT, SQL_INTEGER, SQL_BOOLEAN, SQL_DAY, SQL_OTHER } kind;
    const char *text;
    int32_t length;
    /* The number; 0 or 1; the day, STATUSRULES_NONE for infinity. */
    int64_t number;
} sql_value;

/* A case about which nothing is known, under the statement. */
void sql_case_begin(sql_case *c, int32_t question);

/* Sets what a name stands for: a fact, or law, known_on, edition, reading, strict, valid_on. */
bool sql_case_set(sql_case *c, const char *name, int32_t length, const sql_value *value, sql_failure *failure);

/* The same by number: `STATUSRULES_FACT_…`, `STATUSRULES_ARGUMENT_…` (the day is that of valid_on). */
bool sql_case_set_field(sql_case *c, int32_t field, const sql_value *value, sql_failure *failure);

/* What a long form pins: both must be given; known_on infinity is everything that is encoded. */
bool sql_case_pin(sql_case *c, const sql_value *known_on, const sql_value *edition, sql_failure *failure);

/* The facts of a register hold no document: term and last_day have arguments of their own. */
bool sql_case_has_no_document(const sql_case *c, sql_failure *failure);

bool sql_question(int32_t *question, const sql_value *value, sql_failure *failure);
bool sql_language(int32_t *language, const sql_value *value, sql_failure *failure);
const statusrules_law *sql_law(const char *text, int32_t length);

/* Any question but extension, as statusrules_eligibility. */
bool sql_case_eligibility(const sql_case *c, statusrules_answer *answer, sql_failure *failure);
bool sql_case_ask(const sql_case *c, statusrules_answer *answer, sql_failure *failure);
bool sql_case_explain(const sql_case *c, int32_t language, char *buffer, int32_t capacity, int32_t *length,
                      sql_failure *failure);

/* The receipt of the answer, as text. */
bool sql_case_receipt(const sql_case *c, char text[STATUSRULES_RECEIPT_CHARACTERS + 1], sql_failure *failure);

/* What a receipt is found to be against the facts of a case (its parameters are those of the receipt):
   `STATUSRULES_VERIFIED_…`. */
bool sql_case_verify(const sql_case *c, const sql_value *receipt, int32_t *result, sql_failure *failure);

/* The days of a fact, or of valid_on, for which the answer is yes (through `day`, unless it is STATUSRULES_UNKNOWN): as
   statusrules_inverse, but true as well where the intervals do not fit: `n` is then more than the capacity. */
bool sql_case_inverse(const sql_case *c, const sql_value *fact, const sql_value *day,
                      statusrules_interval *intervals, int32_t capacity, int32_t *n, sql_failure *failure);

/* The facts are no JSON object. Always false. */
bool sql_fail_object(sql_failure *failure);
/* The day that valid_on asks about is NULL. Always false. */
bool sql_fail_no_day(sql_failure *failure);
/* A failure of the library, in its words. Always false. */
bool sql_fail(sql_failure *failure, const statusrules_error *error);
/* Another one: "name: text". Always false. */
bool sql_fail_form(sql_failure *failure, int32_t code, const char *subject, const char *text);

/* ---- An answer as fields, in the order of the record and of the JSON form ---- */

enum {
    SQL_ANSWER_LAW,
    SQL_ANSWER_EDITION,
    SQL_ANSWER_QUESTION,
    SQL_ANSWER_OUTCOME,
    SQL_ANSWER_DAY,
    SQL_ANSWER_PROVISION,
    SQL_ANSWER_NOTE,
    SQL_ANSWER_POSSIBLE,
    SQL_ANSWER_EARLIEST,
    SQL_ANSWER_LATEST,
    SQL_ANSWER_MISSING,
    SQL_ANSWER_ASSUMED,
    SQL_ANSWER_READINGS,
    SQL_ANSWER_SAME_FROM,
    SQL_ANSWER_SAME_UNTIL,
    SQL_ANSWER_ASK_NEXT,
    SQL_N_ANSWER
};

/* What kind of value a field has. A list is of names; readings are JSON: an object of the readings that were asked, each
   an object of outcome and day. */
typedef struct sql_field {
    enum {
        SQL_FIELD_NOTHING,
        SQL_FIELD_TEXT,
        SQL_FIELD_NUMBER,
        SQL_FIELD_DAY,
        SQL_FIELD_LIST,
        SQL_FIELD_READINGS
    } kind;
    const char *name;
    const char *text;
    int32_t number;
    /* Bits of codes of `names`. */
    int64_t list;
    int32_t names;
} sql_field;

void sql_answer_field(sql_field *field, int32_t index, const sql_case *c, const statusrules_answer *answer);

enum { SQL_JSON_SIZE = 8192 };

/* A list of names, the field readings, and a whole answer, as JSON. */
void sql_list_json(char buffer[SQL_JSON_SIZE], int32_t names, int64_t list);
void sql_readings_json(char buffer[SQL_JSON_SIZE], const statusrules_answer *answer);
void sql_answer_json(char buffer[SQL_JSON_SIZE], const sql_case *c, const statusrules_answer *answer);

/* The name of a code of a list; of a day, `YYYY-MM-DD` or `infinity`; NULL for no day. */
const char *sql_name(int32_t names, int32_t code);
const char *sql_day_text(char text[16], int32_t day);

/* The id of a provision, NULL for 0. */
const char *sql_provision_id(const statusrules_law *law, int32_t number);

/* ---- Provisions as rows ---- */

enum {
    SQL_PROVISION_LAW,
    SQL_PROVISION_NUMBER,
    SQL_PROVISION_ID,
    SQL_PROVISION_QUESTION,
    SQL_PROVISION_OUTCOME,
    SQL_PROVISION_DAY,
    SQL_PROVISION_DAYS,
    SQL_PROVISION_SUSPENDED,
    SQL_PROVISION_READINGS,
    SQL_PROVISION_CERTAINTY,
    SQL_PROVISION_KNOWN_FROM,
    SQL_PROVISION_KNOWN_UNTIL,
    SQL_PROVISION_EDITION_FROM,
    SQL_PROVISION_EDITION_UNTIL,
    SQL_PROVISION_STAGE,
    SQL_PROVISION_LIST,
    SQL_PROVISION_PLACE_IN_LIST,
    SQL_PROVISION_PASSAGE,
    SQL_PROVISION_QUOTED,
    SQL_PROVISION_REMARK,
    SQL_PROVISION_PLACE,
    SQL_PROVISION_ISSUER,
    SQL_PROVISION_ACT_NUMBER,
    SQL_PROVISION_ACT_DATE,
    SQL_PROVISION_TITLE,
    SQL_PROVISION_ADDRESS,
    SQL_N_PROVISION
};

/* A field of provision `number`, which the law has, in a language. */
void sql_provision_field(sql_field *field, int32_t index, const statusrules_law *law, int32_t number,
                         int32_t language);

#endif
