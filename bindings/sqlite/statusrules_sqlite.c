/*
 * The SQLite extension. Each function comes twice: as written, and with known_on and edition at its end; only the latter is
 * deterministic, so that no index or generated column goes stale when the library is upgraded.
 */
#include "days.h"
#include "documents.h"
#include "inverse.h"
#include "provisions.h"
#include "values.h"

#include <sqlite3ext.h>
#include <string.h>

SQLITE_EXTENSION_INIT1

/* ---- Values out ---- */

static void fail(sqlite3_context *context, const sql_failure *failure) {
    sqlite3_result_error(context, failure->text, -1);
}

static void give_name(sqlite3_context *context, int32_t names, int32_t code) {
    sqlite3_result_text(context, sql_name(names, code), -1, SQLITE_STATIC);
}

/* As a copy: SQLite makes one of a text that stays as well, and slower. */
static void give_day(sqlite3_context *context, statusrules_days *days, int32_t day) {
    if (day == STATUSRULES_NONE) {
        sqlite3_result_text(context, "infinity", -1, SQLITE_STATIC);
        return;
    }
    const char *written = statusrules_write_day(days, day);
    if (written) {
        sqlite3_result_text(context, written, STATUSRULES_DAY_LENGTH, SQLITE_TRANSIENT);
    }
}

/* ---- Documents: extension, valid_on ---- */

/* What the rows of a register share, as it was given. */
typedef struct shared {
    sql_value facts;
    sql_value known_on;
    sql_value edition;
    sql_value day;
} shared;

/* A register that is being answered. Several stand side by side, for a statement that asks in several ways. */
typedef struct site {
    shared given;
    sql_documents documents;
} site;

enum { N_SITES = 4 };

/* What a registered function keeps. */
typedef struct memory {
    site *sites[N_SITES];
    int next;
    statusrules_days *days;
} memory;

static void free_value(sql_value *value) {
    sqlite3_free((void *)(uintptr_t)value->text);
    *value = (sql_value){SQL_NULL, NULL, 0, 0};
}

static void free_shared(shared *given) {
    free_value(&given->facts);
    free_value(&given->known_on);
    free_value(&given->edition);
    free_value(&given->day);
}

static void free_memory(void *of) {
    memory *m = of;
    for (int i = 0; i < N_SITES; i++) {
        if (m->sites[i]) {
            free_shared(&m->sites[i]->given);
            sqlite3_free(m->sites[i]);
        }
    }
    sqlite3_free(m->days);
    sqlite3_free(m);
}

static bool same_value(const sql_value *a, const sql_value *b) {
    return a->kind == b->kind && a->number == b->number && a->length == b->length
           && (a->length == 0 || memcmp(a->text, b->text, (size_t)a->length) == 0);
}

static bool same_shared(const shared *a, const shared *b) {
    return same_value(&a->facts, &b->facts) && same_value(&a->known_on, &b->known_on)
           && same_value(&a->edition, &b->edition) && same_value(&a->day, &b->day);
}

static bool keep_value(sql_value *kept, const sql_value *value) {
    *kept = *value;
    if (value->kind != SQL_TEXT) {
        return true;
    }
    char *text = sqlite3_malloc(value->length + 1);
    kept->text = text;
    if (!text) {
        kept->kind = SQL_OTHER;
        return false;
    }
    memcpy(text, value->text, (size_t)value->length);
    return true;
}

static bool keep_shared(shared *kept, const shared *given) {
    bool a = keep_value(&kept->facts, &given->facts);
    bool b = keep_value(&kept->known_on, &given->known_on);
    bool c = keep_value(&kept->edition, &given->edition);
    bool d = keep_value(&kept->day, &given->day);
    return a && b && c && d;
}

static bool begin_case(sql_case *c, const shared *given, bool long_form, bool on_a_day, sql_failure *failure) {
    sql_case_begin(c, STATUSRULES_QUESTION_EXTENSION);
    if (on_a_day && !sql_case_set_field(c, STATUSRULES_ARGUMENT_DAY, &given->day, failure)) {
        return false;
    }
    return (!long_form || sql_case_pin(c, &given->known_on, &given->edition, failure))
           && statusrules_sqlite_facts(c, &given->facts, failure) && sql_case_has_no_document(c, failure);
}

static void *zeros(size_t size) {
    void *bytes = sqlite3_malloc((int)size);
    return bytes ? memset(bytes, 0, size) : NULL;
}

/* A place for a register that was not met yet. */
static site *new_site(memory *m) {
    site **place = &m->sites[m->next++ % N_SITES];
    if (!*place) {
        *place = zeros(sizeof **place);
    }
    if (!m->days) {
        m->days = zeros(sizeof *m->days);
    }
    return m->days ? *place : NULL;
}

/* The register of what the row shares with others: one that is being answered, or a new one. NULL: the error is given. */
static site *site_of(sqlite3_context *context, const shared *given, bool long_form, bool on_a_day) {
    memory *m = sqlite3_user_data(context);
    for (int i = 0; i < N_SITES; i++) {
        if (m->sites[i] && m->sites[i]->documents.begun && same_shared(&m->sites[i]->given, given)) {
            return m->sites[i];
        }
    }
    sql_case c;
    sql_failure failure;
    if (!begin_case(&c, given, long_form, on_a_day, &failure)) {
        fail(context, &failure);
        return NULL;
    }
    site *s = new_site(m);
    if (s) {
        free_shared(&s->given);
    }
    if (!s || !keep_shared(&s->given, given)) {
        sqlite3_result_error_nomem(context);
        return NULL;
    }
    sql_documents_begin(&s->documents, &c);
    return s;
}

/* Term and last day as SQLite gives them. */
static bool read_document(const memory *m, sql_documents *documents, sqlite3_value **arguments, int32_t *term,
                          int32_t *last_day, sql_failure *failure) {
    sql_value name = statusrules_sqlite_value(arguments[0]);
    sql_value day = statusrules_sqlite_value(arguments[1]);
    *term = STATUSRULES_UNKNOWN;
    *last_day = STATUSRULES_UNKNOWN;
    sql_case c;
    sql_case_begin(&c, STATUSRULES_QUESTION_EXTENSION);
    if (name.kind == SQL_TEXT) {
        if (!sql_documents_term(documents, name.text, name.length, term, failure)) {
            return false;
        }
    } else if (!sql_case_set_field(&c, STATUSRULES_FACT_TERM, &name, failure)) {
        return false;
    }
    if (day.kind == SQL_TEXT && statusrules_read_day(m->days, last_day, day.text, day.length)) {
        return true;
    }
    if (!sql_case_set_field(&c, STATUSRULES_FACT_LAST_DAY, &day, failure)) {
        return false;
    }
    *last_day = c.facts.last_day;
    return true;
}

/* The same of a row that holds a name and a date, as most do. False: it holds something else, or what is wrong. */
static bool read_texts(const memory *m, sql_documents *documents, sqlite3_value **arguments, int32_t *term,
                       int32_t *last_day, sql_failure *failure) {
    if (sqlite3_value_type(arguments[0]) != SQLITE_TEXT || sqlite3_value_type(arguments[1]) != SQLITE_TEXT) {
        return false;
    }
    const char *name = (const char *)sqlite3_value_text(arguments[0]);
    const char *day = (const char *)sqlite3_value_text(arguments[1]);
    return sql_documents_term(documents, name, sqlite3_value_bytes(arguments[0]), term, failure)
           && statusrules_read_day(m->days, last_day, day, sqlite3_value_bytes(arguments[1]));
}

static bool ask_document(sqlite3_context *context, const memory *m, sql_documents *documents,
                         sqlite3_value **arguments, int32_t *outcome, int32_t *day) {
    int32_t term;
    int32_t last_day;
    sql_failure failure;
    if ((!read_texts(m, documents, arguments, &term, &last_day, &failure)
         && !read_document(m, documents, arguments, &term, &last_day, &failure))
        || !sql_documents_ask(documents, term, last_day, outcome, day, &failure)) {
        fail(context, &failure);
        return false;
    }
    return true;
}

static shared shared_of(int n, sqlite3_value **arguments, int own, bool long_form) {
    const sql_value null = {SQL_NULL, NULL, 0, 0};
    int n_short = long_form ? n - 2 : n;
    return (shared){.facts = n_short > own ? statusrules_sqlite_value(arguments[own]) : null,
                    .known_on = long_form ? statusrules_sqlite_value(arguments[n - 2]) : null,
                    .edition = long_form ? statusrules_sqlite_value(arguments[n - 1]) : null,
                    .day = own == 3 ? statusrules_sqlite_value(arguments[2]) : null};
}

/* statusrules_extension(term, last_day [, facts] [, known_on, edition]) */
static void extension(sqlite3_context *context, int n, sqlite3_value **arguments) {
    int32_t outcome;
    int32_t day;
    const memory *m = sqlite3_user_data(context);
    /* Of (term, last_day) alone there is one register. */
    site *s = n == 2 ? m->sites[0] : NULL;
    if (!s) {
        bool long_form = n >= 4;
        shared given = shared_of(n, arguments, 2, long_form);
        s = site_of(context, &given, long_form, false);
    }
    if (s && ask_document(context, m, &s->documents, arguments, &outcome, &day)
        && outcome == STATUSRULES_OUTCOME_YES) {
        give_day(context, m->days, day);
    }
}

/* statusrules_valid_on(term, last_day, day [, facts] [, known_on, edition]) */
static void valid_on(sqlite3_context *context, int n, sqlite3_value **arguments) {
    bool long_form = n >= 5;
    const memory *m = sqlite3_user_data(context);
    shared given = shared_of(n, arguments, 3, long_form);
    int32_t outcome;
    int32_t day;
    sql_failure failure;
    if (given.day.kind == SQL_NULL) {
        (void)sql_fail_no_day(&failure);
        fail(context, &failure);
        return;
    }
    site *s = site_of(context, &given, long_form, true);
    if (s && ask_document(context, m, &s->documents, arguments, &outcome, &day)) {
        give_name(context, STATUSRULES_NAMES_OUTCOME, outcome);
    }
}

/* ---- One case: the other functions ---- */

/* The case of (question, facts [, …] [, known_on, edition]), or of (facts [, known_on, edition]) where the question is
   fixed. False: the error is given. */
static bool read_case(sql_case *c, int32_t question, int n, sqlite3_value **arguments, bool long_form,
                      sql_failure *failure) {
    sql_value first = statusrules_sqlite_value(arguments[0]);
    sql_value facts = first;
    bool done = true;
    if (question == 0) {
        facts = statusrules_sqlite_value(arguments[1]);
        done = sql_question(&question, &first, failure);
    }
    sql_case_begin(c, question);
    if (done && long_form) {
        sql_value known_on = statusrules_sqlite_value(arguments[n - 2]);
        sql_value edition = statusrules_sqlite_value(arguments[n - 1]);
        done = sql_case_pin(c, &known_on, &edition, failure);
    }
    return done && statusrules_sqlite_facts(c, &facts, failure);
}

static bool case_of(sqlite3_context *context, sql_case *c, int32_t question, int n, sqlite3_value **arguments,
                    bool long_form) {
    sql_failure failure;
    if (!read_case(c, question, n, arguments, long_form, &failure)) {
        fail(context, &failure);
        return false;
    }
    return true;
}

static bool answer_of(sqlite3_context *context, const sql_case *c, statusrules_answer *a) {
    sql_failure failure;
    if (!sql_case_ask(c, a, &failure)) {
        fail(context, &failure);
        return false;
    }
    return true;
}

/* statusrules_eligibility(question, facts [, known_on, edition]) */
static void eligibility(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    sql_failure failure;
    statusrules_answer a;
    if (!case_of(context, &c, 0, n, arguments, n == 4)) {
        return;
    }
    if (!sql_case_eligibility(&c, &a, &failure)) {
        fail(context, &failure);
        return;
    }
    give_name(context, STATUSRULES_NAMES_OUTCOME, a.outcome);
}

/* statusrules_education_entry(facts [, known_on, edition]) */
static void education_entry(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    statusrules_answer a;
    if (case_of(context, &c, STATUSRULES_QUESTION_EDUCATION_ENTRY, n, arguments, n == 3)
        && answer_of(context, &c, &a)) {
        give_name(context, STATUSRULES_NAMES_OUTCOME, a.outcome);
    }
}

/* statusrules_answer(question, facts [, known_on, edition]) */
static void answer(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    statusrules_answer a;
    char json[SQL_JSON_SIZE];
    if (case_of(context, &c, 0, n, arguments, n == 4) && answer_of(context, &c, &a)) {
        sql_answer_json(json, &c, &a);
        sqlite3_result_text(context, json, -1, SQLITE_TRANSIENT);
        sqlite3_result_subtype(context, 'J');
    }
}

/* statusrules_explain(question, facts [, language] [, known_on, edition]) */
static void explain(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    sql_failure failure;
    int32_t language = STATUSRULES_LANGUAGE_EN;
    int32_t length;
    if (!case_of(context, &c, 0, n, arguments, n >= 4)) {
        return;
    }
    if (n == 3 || n == 5) {
        sql_value value = statusrules_sqlite_value(arguments[2]);
        if (!sql_language(&language, &value, &failure)) {
            fail(context, &failure);
            return;
        }
    }
    if (!sql_case_explain(&c, language, NULL, 0, &length, &failure)) {
        fail(context, &failure);
        return;
    }
    char *text = sqlite3_malloc(length + 1);
    if (!text) {
        sqlite3_result_error_nomem(context);
    } else if (sql_case_explain(&c, language, text, length + 1, &length, &failure)) {
        sqlite3_result_text(context, text, length, sqlite3_free);
    } else {
        sqlite3_free(text);
        fail(context, &failure);
    }
}

/* statusrules_error(question, facts [, known_on, edition]): what is wrong with a case, or NULL. */
static void error(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    sql_failure failure;
    statusrules_answer a;
    if (!read_case(&c, 0, n, arguments, n == 4, &failure) || !sql_case_ask(&c, &a, &failure)) {
        sqlite3_result_text(context, failure.text, -1, SQLITE_TRANSIENT);
    }
}

/* statusrules_receipt(question, facts [, known_on, edition]): the receipt of the answer. */
static void receipt(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    sql_failure failure;
    char text[STATUSRULES_RECEIPT_CHARACTERS + 1];
    if (!case_of(context, &c, 0, n, arguments, n == 4)) {
        return;
    }
    if (!sql_case_receipt(&c, text, &failure)) {
        fail(context, &failure);
        return;
    }
    sqlite3_result_text(context, text, STATUSRULES_RECEIPT_CHARACTERS, SQLITE_TRANSIENT);
}

/* statusrules_verify(receipt, facts): what the receipt is against the facts. */
static void verify(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    sql_failure failure;
    int32_t result;
    sql_value given = statusrules_sqlite_value(arguments[0]);
    sql_value facts = statusrules_sqlite_value(arguments[1]);
    (void)n;
    sql_case_begin(&c, 0);
    if (!statusrules_sqlite_facts(&c, &facts, &failure) || !sql_case_verify(&c, &given, &result, &failure)) {
        fail(context, &failure);
        return;
    }
    give_name(context, STATUSRULES_NAMES_VERIFIED, result);
}

/* statusrules_edition(law): the newest edition that this library holds. */
static void edition(sqlite3_context *context, int n, sqlite3_value **arguments) {
    sql_case c;
    sql_failure failure;
    sql_value law = statusrules_sqlite_value(arguments[0]);
    (void)n;
    sql_case_begin(&c, 0);
    if (!sql_case_set_field(&c, STATUSRULES_ARGUMENT_LAW, &law, &failure)) {
        fail(context, &failure);
        return;
    }
    sqlite3_result_int(context, statusrules_law_edition(c.law));
}

/* statusrules_version() */
static void version(sqlite3_context *context, int n, sqlite3_value **arguments) {
    (void)n;
    (void)arguments;
    sqlite3_result_text(context, statusrules_version(), -1, SQLITE_STATIC);
}

/* ---- Entry ---- */

/* SQLite 3.45 and newer want to know whose results have a subtype; older ones do not look. */
#ifndef SQLITE_RESULT_SUBTYPE
#define SQLITE_RESULT_SUBTYPE 0x001000000
#endif

typedef void (*function)(sqlite3_context *, int, sqlite3_value **);

static const struct {
    const char *name;
    int n;
    bool long_form;
    bool remembers;
    function call;
} functions[] = {
    {"statusrules_extension", 2, false, true, extension},
    {"statusrules_extension", 3, false, true, extension},
    {"statusrules_extension", 4, true, true, extension},
    {"statusrules_extension", 5, true, true, extension},
    {"statusrules_valid_on", 3, false, true, valid_on},
    {"statusrules_valid_on", 4, false, true, valid_on},
    {"statusrules_valid_on", 5, true, true, valid_on},
    {"statusrules_valid_on", 6, true, true, valid_on},
    {"statusrules_eligibility", 2, false, false, eligibility},
    {"statusrules_eligibility", 4, true, false, eligibility},
    {"statusrules_education_entry", 1, false, false, education_entry},
    {"statusrules_education_entry", 3, true, false, education_entry},
    {"statusrules_answer", 2, false, false, answer},
    {"statusrules_answer", 4, true, false, answer},
    {"statusrules_explain", 2, false, false, explain},
    {"statusrules_explain", 3, false, false, explain},
    {"statusrules_explain", 4, true, false, explain},
    {"statusrules_explain", 5, true, false, explain},
    {"statusrules_error", 2, false, false, error},
    {"statusrules_error", 4, true, false, error},
    {"statusrules_receipt", 2, false, false, receipt},
    {"statusrules_receipt", 4, true, false, receipt},
    {"statusrules_verify", 2, false, false, verify},
    {"statusrules_edition", 1, false, false, edition},
    {"statusrules_version", 0, false, false, version},
};

static int add_function(sqlite3 *db, const char *name, int n, bool long_form, bool remembers, function call) {
    memory *m = NULL;
    if (remembers) {
        m = sqlite3_malloc(sizeof *m);
        if (!m) {
            return SQLITE_NOMEM;
        }
        memset(m, 0, sizeof *m);
    }
    int flags = SQLITE_UTF8 | SQLITE_INNOCUOUS | (long_form ? SQLITE_DETERMINISTIC : 0)
                | (call == answer ? SQLITE_RESULT_SUBTYPE : 0);
    return sqlite3_create_function_v2(db, name, n, flags, m, call, NULL, NULL, m ? free_memory : NULL);
}

#ifdef __GNUC__
__attribute__((visibility("default")))
#endif
int sqlite3_statusrulessqlite_init(sqlite3 *db, char **message, const sqlite3_api_routines *api);

int sqlite3_statusrulessqlite_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api)
    (void)message;
    int result = SQLITE_OK;
    for (size_t i = 0; i < sizeof functions / sizeof functions[0] && result == SQLITE_OK; i++) {
        result = add_function(db, functions[i].name, functions[i].n, functions[i].long_form,
                              functions[i].remembers, functions[i].call);
    }
    if (result == SQLITE_OK) {
        result = statusrules_add_provisions(db);
    }
    return result == SQLITE_OK ? statusrules_add_inverse(db) : result;
}
