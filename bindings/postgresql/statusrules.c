/* The PostgreSQL extension. What stands in statusrules--*.sql says which arguments come. */
#include "values.h"

#include <funcapi.h>
#include <mb/pg_wchar.h>
#include <utils/builtins.h>

#include "documents.h"

PG_MODULE_MAGIC;

/* ---- Documents: extension, valid_on ---- */

/* What the rows of a register share, as it was given. */
typedef struct given {
    sql_value facts;
    sql_value known_on;
    sql_value edition;
    sql_value day;
} given;

/* A register that is being answered. */
typedef struct site {
    given shared;
    /* How many bytes there are for the facts. */
    int32_t capacity;
    sql_documents documents;
} site;

/* Where the arguments stand; -1 for one that is not there. */
typedef struct places {
    int facts;
    int known_on;
    int edition;
    int day;
} places;

enum { N_SITES = 32, N_ENUM_TERMS = 64 };

/* A document that a value of an enum stands for. */
typedef struct enum_term {
    Oid value;
    int32_t code;
} enum_term;

/* A call site. Several registers stand side by side, such as one for each citizenship. */
typedef struct sites {
    site *at[N_SITES];
    places places;
    enum_term terms[N_ENUM_TERMS];
    /* Whether texts of the database are the library's as they stand. */
    bool utf8;
    /* The one of the last row, and the one to give up next. */
    int32_t last;
    int32_t next;
} sites;

static bool same_value(const sql_value *a, const sql_value *b) {
    return a->kind == b->kind && a->number == b->number && a->length == b->length
           && (a->length == 0 || memcmp(a->text, b->text, (size_t)a->length) == 0);
}

static places places_of(int n, int own) {
    bool long_form = n >= own + 2;
    int n_short = long_form ? n - 2 : n;
    return (places){n_short > own ? own : -1, long_form ? n - 2 : -1, long_form ? n - 1 : -1, own == 3 ? 2 : -1};
}

/* Keeps what was given, the facts in memory that stays as long as the call site and grows with the largest only. */
static void keep(site *s, const given *now, MemoryContext memory) {
    char *bytes = unconstify(char *, s->shared.facts.text);
    if (now->facts.length > s->capacity) {
        if (bytes) {
            pfree(bytes);
        }
        s->shared.facts = NO_VALUE;
        bytes = MemoryContextAlloc(memory, (Size)now->facts.length);
        s->capacity = now->facts.length;
    }
    if (now->facts.length) {
        memcpy(bytes, now->facts.text, (Size)now->facts.length);
    }
    s->shared = *now;
    s->shared.facts.text = bytes;
}

static bool begin_case(sql_case *c, FunctionCallInfo call, const places *at, const given *now,
                       sql_failure *failure) {
    sql_case_begin(c, STATUSRULES_QUESTION_EXTENSION);
    if ((at->day >= 0 && !sql_case_set_field(c, STATUSRULES_ARGUMENT_DAY, &now->day, failure))
        || (at->known_on >= 0 && !sql_case_pin(c, &now->known_on, &now->edition, failure))
        || (at->facts >= 0 && !set_facts(c, call, at->facts, failure))) {
        return false;
    }
    return sql_case_has_no_document(c, failure);
}

static bool same_given(const given *a, const given *b) {
    return same_value(&a->facts, &b->facts) && same_value(&a->known_on, &b->known_on)
           && same_value(&a->edition, &b->edition) && same_value(&a->day, &b->day);
}

/* The register that shares what is given; NULL for none. */
static site *met_before(sites *all, const given *now) {
    for (int32_t i = 0; i < N_SITES; i++) {
        int32_t place = (all->last + i) % N_SITES;
        if (!all->at[place]) {
            continue;
        }
        if (same_given(&all->at[place]->shared, now)) {
            all->last = place;
            return all->at[place];
        }
    }
    return NULL;
}

static site *new_site(sites *all, MemoryContext memory) {
    all->last = all->next;
    all->next = (all->next + 1) % N_SITES;
    if (!all->at[all->last]) {
        all->at[all->last] = MemoryContextAllocZero(memory, sizeof(site));
    }
    return all->at[all->last];
}

static void read_given(given *now, FunctionCallInfo call, const places *at) {
    now->facts = at->facts >= 0 ? value_bytes(call, at->facts) : NO_VALUE;
    now->known_on = at->known_on >= 0 ? value_day(call, at->known_on) : NO_VALUE;
    now->edition = at->edition >= 0 ? value_integer(call, at->edition) : NO_VALUE;
    now->day = at->day >= 0 ? value_day(call, at->day) : NO_VALUE;
}

static bool same_number(const sql_value *kept, const NullableDatum *now, bool is_day) {
    if (now->isnull) {
        return kept->kind == SQL_NULL;
    }
    int32_t number = is_day ? day_in(DatumGetDateADT(now->value)) : DatumGetInt32(now->value);
    return kept->kind != SQL_NULL && kept->number == number;
}

/* Whether the row shares what the row before it did: asked of every row, and so without making values of it first. */
static bool same_as_before(const site *s, FunctionCallInfo call, const places *at) {
    const NullableDatum *arguments = call->args;
    if ((at->known_on >= 0
         && !(same_number(&s->shared.known_on, &arguments[at->known_on], true)
              && same_number(&s->shared.edition, &arguments[at->edition], false)))
        || (at->day >= 0 && !same_number(&s->shared.day, &arguments[at->day], true))) {
        return false;
    }
    if (at->facts < 0 || arguments[at->facts].isnull) {
        return s->shared.facts.kind == SQL_NULL;
    }
    sql_value facts = value_bytes(call, at->facts);
    return same_value(&s->shared.facts, &facts);
}

static sites *new_sites(FunctionCallInfo call, int own) {
    sites *all = MemoryContextAllocZero(call->flinfo->fn_mcxt, sizeof *all);
    all->places = places_of(call->nargs, own);
    all->utf8 = GetDatabaseEncoding() == PG_UTF8;
    call->flinfo->fn_extra = all;
    return all;
}

/* The register of a row that does not share what the row before it did. */
static site *another_site(sites *all, FunctionCallInfo call) {
    MemoryContext memory = call->flinfo->fn_mcxt;
    given now;
    read_given(&now, call, &all->places);
    site *s = met_before(all, &now);
    if (s) {
        return s;
    }
    sql_case c;
    sql_failure failure;
    if (!begin_case(&c, call, &all->places, &now, &failure)) {
        throw(&failure);
    }
    s = new_site(all, memory);
    keep(s, &now, memory);
    sql_documents_begin(&s->documents, &c);
    return s;
}

static site *site_of(FunctionCallInfo call, int own) {
    sites *all = call->flinfo->fn_extra;
    if (!all) {
        all = new_sites(call, own);
    }
    site *s = all->at[all->last];
    return s && s->documents.begun && same_as_before(s, call, &all->places) ? s : another_site(all, call);
}

static int32_t text_term(FunctionCallInfo call, site *s) {
    const sites *all = call->flinfo->fn_extra;
    int32_t code = STATUSRULES_UNKNOWN;
    sql_failure failure;
    sql_value term = all->utf8 ? value_bytes(call, 0) : value_text(call, 0);
    if (term.kind != SQL_NULL && !sql_documents_term(&s->documents, term.text, term.length, &code, &failure)) {
        throw(&failure);
    }
    return code;
}

static int32_t enum_code(FunctionCallInfo call, site *s) {
    sites *all = call->flinfo->fn_extra;
    if (call->args[0].isnull) {
        return STATUSRULES_UNKNOWN;
    }
    Oid value = DatumGetObjectId(call->args[0].value);
    /* The values that a type was made with have even numbers, one after the other. */
    enum_term *known = &all->terms[value / 2 % N_ENUM_TERMS];
    if (known->value != value) {
        sql_failure failure;
        sql_value label = value_label(value);
        if (!sql_documents_term(&s->documents, label.text, label.length, &known->code, &failure)) {
            known->value = InvalidOid;
            throw(&failure);
        }
        known->value = value;
    }
    return known->code;
}

/* The answer to (term, last_day, …). The term is text, or a value of an enum. */
static void ask_document(FunctionCallInfo call, int own, bool of_enum, int32_t *outcome, int32_t *day) {
    sql_failure failure;
    site *s = site_of(call, own);
    int32_t term = of_enum ? enum_code(call, s) : text_term(call, s);
    int32_t last_day = call->args[1].isnull ? STATUSRULES_UNKNOWN : day_in(DatumGetDateADT(call->args[1].value));
    if (!sql_documents_ask(&s->documents, term, last_day, outcome, day, &failure)) {
        throw(&failure);
    }
}

static Datum extension_of(FunctionCallInfo call, bool of_enum) {
    int32_t outcome;
    int32_t day;
    ask_document(call, 2, of_enum, &outcome, &day);
    /* Without a branch, which could not be guessed. */
    call->isnull = outcome != STATUSRULES_OUTCOME_YES;
    return DateADTGetDatum(day_out(day));
}

PG_FUNCTION_INFO_V1(statusrules_pg_extension);
PGDLLEXPORT Datum statusrules_pg_extension(PG_FUNCTION_ARGS) {
    return extension_of(fcinfo, false);
}

PG_FUNCTION_INFO_V1(statusrules_pg_extension_enum);
PGDLLEXPORT Datum statusrules_pg_extension_enum(PG_FUNCTION_ARGS) {
    return extension_of(fcinfo, true);
}

/* Names of the library are ASCII, which every encoding of a database holds. */
static Datum name_out(int32_t names, int32_t code) {
    return CStringGetTextDatum(sql_name(names, code));
}

static Datum valid_on_of(FunctionCallInfo call, bool of_enum) {
    sql_failure failure;
    int32_t outcome;
    int32_t day;
    if (call->args[2].isnull) {
        (void)sql_fail_no_day(&failure);
        throw(&failure);
    }
    ask_document(call, 3, of_enum, &outcome, &day);
    return name_out(STATUSRULES_NAMES_OUTCOME, outcome);
}

PG_FUNCTION_INFO_V1(statusrules_pg_valid_on);
PGDLLEXPORT Datum statusrules_pg_valid_on(PG_FUNCTION_ARGS) {
    return valid_on_of(fcinfo, false);
}

PG_FUNCTION_INFO_V1(statusrules_pg_valid_on_enum);
PGDLLEXPORT Datum statusrules_pg_valid_on_enum(PG_FUNCTION_ARGS) {
    return valid_on_of(fcinfo, true);
}

/* ---- One case: the other functions ---- */

/* The case of (question, facts [, …] [, known_on, edition]), or of (facts [, known_on, edition]) where the question is
   fixed. */
static bool read_case(sql_case *c, int32_t question, FunctionCallInfo call, bool long_form, sql_failure *failure) {
    int n = call->nargs;
    int facts = question == 0 ? 1 : 0;
    if (question == 0) {
        sql_value named = value_text(call, 0);
        if (!sql_question(&question, &named, failure)) {
            return false;
        }
    }
    sql_case_begin(c, question);
    if (long_form) {
        sql_value known_on = value_day(call, n - 2);
        sql_value edition = value_integer(call, n - 1);
        if (!sql_case_pin(c, &known_on, &edition, failure)) {
            return false;
        }
    }
    return set_facts(c, call, facts, failure);
}

static void case_of(sql_case *c, int32_t question, FunctionCallInfo call, bool long_form) {
    sql_failure failure;
    if (!read_case(c, question, call, long_form, &failure)) {
        throw(&failure);
    }
}

static void answer_of(const sql_case *c, statusrules_answer *answer) {
    sql_failure failure;
    if (!sql_case_ask(c, answer, &failure)) {
        throw(&failure);
    }
}

PG_FUNCTION_INFO_V1(statusrules_pg_answer);
PGDLLEXPORT Datum statusrules_pg_answer(PG_FUNCTION_ARGS) {
    sql_case c;
    statusrules_answer answer;
    TupleDesc record;
    Datum values[SQL_N_ANSWER];
    bool nulls[SQL_N_ANSWER];
    case_of(&c, 0, fcinfo, PG_NARGS() == 4);
    answer_of(&c, &answer);
    /* Fields were only ever added at the end: the record of a version that was not updated yet is shorter. */
    if (get_call_result_type(fcinfo, NULL, &record) != TYPEFUNC_COMPOSITE || record->natts > SQL_N_ANSWER) {
        elog(ERROR, "the record statusrules_answer is of a later version of the extension than the library");
    }
    for (int32_t i = 0; i < record->natts; i++) {
        sql_field field;
        sql_answer_field(&field, i, &c, &answer);
        nulls[i] = field.kind == SQL_FIELD_NOTHING;
        values[i] = field_out(&field, &answer);
    }
    PG_RETURN_DATUM(HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(record), values, nulls)));
}

PG_FUNCTION_INFO_V1(statusrules_pg_eligibility);
PGDLLEXPORT Datum statusrules_pg_eligibility(PG_FUNCTION_ARGS) {
    sql_case c;
    sql_failure failure;
    statusrules_answer answer;
    case_of(&c, 0, fcinfo, PG_NARGS() == 4);
    if (!sql_case_eligibility(&c, &answer, &failure)) {
        throw(&failure);
    }
    return name_out(STATUSRULES_NAMES_OUTCOME, answer.outcome);
}

PG_FUNCTION_INFO_V1(statusrules_pg_education_entry);
PGDLLEXPORT Datum statusrules_pg_education_entry(PG_FUNCTION_ARGS) {
    sql_case c;
    statusrules_answer answer;
    case_of(&c, STATUSRULES_QUESTION_EDUCATION_ENTRY, fcinfo, PG_NARGS() == 3);
    answer_of(&c, &answer);
    return name_out(STATUSRULES_NAMES_OUTCOME, answer.outcome);
}

PG_FUNCTION_INFO_V1(statusrules_pg_explain);
PGDLLEXPORT Datum statusrules_pg_explain(PG_FUNCTION_ARGS) {
    sql_case c;
    sql_failure failure;
    int32_t language = STATUSRULES_LANGUAGE_EN;
    int32_t length;
    case_of(&c, 0, fcinfo, PG_NARGS() >= 4);
    if (PG_NARGS() != 4) {
        sql_value named = value_text(fcinfo, 2);
        if (!sql_language(&language, &named, &failure)) {
            throw(&failure);
        }
    }
    if (!sql_case_explain(&c, language, NULL, 0, &length, &failure)) {
        throw(&failure);
    }
    char *result = palloc((Size)length + 1);
    if (!sql_case_explain(&c, language, result, length + 1, &length, &failure)) {
        throw(&failure);
    }
    return text_out(result);
}

PG_FUNCTION_INFO_V1(statusrules_pg_error);
PGDLLEXPORT Datum statusrules_pg_error(PG_FUNCTION_ARGS) {
    sql_case c;
    sql_failure failure;
    statusrules_answer answer;
    if (read_case(&c, 0, fcinfo, PG_NARGS() == 4, &failure) && sql_case_ask(&c, &answer, &failure)) {
        PG_RETURN_NULL();
    }
    return text_out(failure.text);
}

PG_FUNCTION_INFO_V1(statusrules_pg_receipt);
PGDLLEXPORT Datum statusrules_pg_receipt(PG_FUNCTION_ARGS) {
    sql_case c;
    sql_failure failure;
    char receipt[STATUSRULES_RECEIPT_CHARACTERS + 1];
    case_of(&c, 0, fcinfo, PG_NARGS() == 4);
    if (!sql_case_receipt(&c, receipt, &failure)) {
        throw(&failure);
    }
    return CStringGetTextDatum(receipt);
}

PG_FUNCTION_INFO_V1(statusrules_pg_verify);
PGDLLEXPORT Datum statusrules_pg_verify(PG_FUNCTION_ARGS) {
    sql_case c;
    sql_failure failure;
    int32_t result;
    sql_value receipt = value_text(fcinfo, 0);
    sql_case_begin(&c, 0);
    if (!set_facts(&c, fcinfo, 1, &failure) || !sql_case_verify(&c, &receipt, &result, &failure)) {
        throw(&failure);
    }
    return name_out(STATUSRULES_NAMES_VERIFIED, result);
}

/* statusrules_inverse(question, facts, fact, day [, known_on, edition]) */
PG_FUNCTION_INFO_V1(statusrules_pg_inverse);
PGDLLEXPORT Datum statusrules_pg_inverse(PG_FUNCTION_ARGS) {
    sql_case c;
    sql_failure failure;
    sql_value fact = value_text(fcinfo, 2);
    sql_value day = value_day(fcinfo, 3);
    int32_t n;
    case_of(&c, 0, fcinfo, PG_NARGS() == 6);
    if (!sql_case_inverse(&c, &fact, &day, NULL, 0, &n, &failure)) {
        throw(&failure);
    }
    statusrules_interval *intervals = palloc((Size)(n + 1) * sizeof *intervals);
    if (!sql_case_inverse(&c, &fact, &day, intervals, n, &n, &failure)) {
        throw(&failure);
    }
    InitMaterializedSRF(fcinfo, 0);
    const ReturnSetInfo *result = (const ReturnSetInfo *)fcinfo->resultinfo;
    for (int32_t i = 0; i < n; i++) {
        Datum values[] = {DateADTGetDatum(day_out(intervals[i].first)),
                          DateADTGetDatum(day_out(intervals[i].last))};
        bool nulls[] = {false, false};
        tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
    }
    return (Datum)0;
}

/* ---- The law ---- */

static const statusrules_law *law_of(FunctionCallInfo call) {
    sql_case c;
    sql_failure failure;
    sql_value named = value_text(call, 0);
    sql_case_begin(&c, 0);
    if (!sql_case_set_field(&c, STATUSRULES_ARGUMENT_LAW, &named, &failure)) {
        throw(&failure);
    }
    return c.law;
}

static void put_provision(ReturnSetInfo *result, const statusrules_law *law, int32_t number, int32_t language) {
    Datum values[SQL_N_PROVISION];
    bool nulls[SQL_N_PROVISION];
    for (int32_t i = 0; i < SQL_N_PROVISION; i++) {
        sql_field field;
        sql_provision_field(&field, i, law, number, language);
        nulls[i] = field.kind == SQL_FIELD_NOTHING;
        values[i] = field_out(&field, NULL);
    }
    tuplestore_putvalues(result->setResult, result->setDesc, values, nulls);
}

PG_FUNCTION_INFO_V1(statusrules_pg_provisions);
PGDLLEXPORT Datum statusrules_pg_provisions(PG_FUNCTION_ARGS) {
    const statusrules_law *only = PG_ARGISNULL(0) ? NULL : law_of(fcinfo);
    sql_failure failure;
    sql_value named = value_text(fcinfo, 1);
    int32_t language;
    if (!sql_language(&language, &named, &failure)) {
        throw(&failure);
    }
    InitMaterializedSRF(fcinfo, 0);
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        const statusrules_law *law = statusrules_law_at(i);
        int32_t n = only && only != law ? 0 : statusrules_law_provision_count(law);
        for (int32_t number = 1; number <= n; number++) {
            put_provision((ReturnSetInfo *)fcinfo->resultinfo, law, number, language);
        }
    }
    return (Datum)0;
}

PG_FUNCTION_INFO_V1(statusrules_pg_edition);
PGDLLEXPORT Datum statusrules_pg_edition(PG_FUNCTION_ARGS) {
    PG_RETURN_INT32(statusrules_law_edition(law_of(fcinfo)));
}

PG_FUNCTION_INFO_V1(statusrules_pg_version);
PGDLLEXPORT Datum statusrules_pg_version(PG_FUNCTION_ARGS) {
    PG_RETURN_TEXT_P(cstring_to_text(statusrules_version()));
}
