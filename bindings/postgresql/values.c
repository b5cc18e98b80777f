#include "values.h"

#include <access/htup_details.h>
#include <catalog/pg_enum.h>
#include <catalog/pg_type.h>
#include <mb/pg_wchar.h>
#include <utils/array.h>
#include <utils/builtins.h>
#include <utils/jsonb.h>
#include <utils/numeric.h>
#include <utils/syscache.h>

/* PostgreSQL counts days from 2000-01-01. */
enum { EPOCH = (POSTGRES_EPOCH_JDATE - UNIX_EPOCH_JDATE) };

int32_t day_in(DateADT day) {
    if (DATE_NOT_FINITE(day)) {
        return DATE_IS_NOEND(day) ? STATUSRULES_NONE : STATUSRULES_NOT_A_DAY;
    }
    return day + EPOCH;
}

DateADT day_out(int32_t day) {
    return day == STATUSRULES_NONE ? DATEVAL_NOEND : day - EPOCH;
}

/* ---- Encodings: the library reads and writes UTF-8, whatever the database does ---- */

static sql_value utf8_of(const char *text, int length) {
    const char *same = pg_server_to_any(text, length, PG_UTF8);
    return (sql_value){SQL_TEXT, same, same == text ? length : (int32_t)strlen(same), 0};
}

Datum text_out(const char *text) {
    int length = (int)strlen(text);
    return CStringGetTextDatum(pg_any_to_server(text, length, PG_UTF8));
}

/* ---- Arguments ---- */

sql_value value_bytes(FunctionCallInfo call, int argument) {
    if (call->args[argument].isnull) {
        return NO_VALUE;
    }
    const struct varlena *given = PG_DETOAST_DATUM_PACKED(call->args[argument].value);
    return (sql_value){SQL_TEXT, VARDATA_ANY(given), (int32_t)VARSIZE_ANY_EXHDR(given), 0};
}

sql_value value_text(FunctionCallInfo call, int argument) {
    sql_value value = value_bytes(call, argument);
    return value.kind == SQL_NULL ? value : utf8_of(value.text, value.length);
}

sql_value value_label(Oid value) {
    HeapTuple found = SearchSysCache1(ENUMOID, ObjectIdGetDatum(value));
    if (!HeapTupleIsValid(found)) {
        elog(ERROR, "%u is no value of an enum", value);
    }
    const char *label = pstrdup(NameStr(((Form_pg_enum)GETSTRUCT(found))->enumlabel));
    ReleaseSysCache(found);
    return utf8_of(label, (int)strlen(label));
}

sql_value value_day(FunctionCallInfo call, int argument) {
    if (call->args[argument].isnull) {
        return NO_VALUE;
    }
    return (sql_value){SQL_DAY, NULL, 0, day_in(DatumGetDateADT(call->args[argument].value))};
}

sql_value value_integer(FunctionCallInfo call, int argument) {
    if (call->args[argument].isnull) {
        return NO_VALUE;
    }
    return (sql_value){SQL_INTEGER, NULL, 0, DatumGetInt32(call->args[argument].value)};
}

/* ---- Facts ---- */

/* A whole number, or something else. */
static sql_value number_of(Numeric number) {
    const char *digits = DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(number)));
    char *end;
    long long value = strtoll(digits, &end, 10);
    if (*end || strlen(digits) > 18) {
        return (sql_value){SQL_OTHER, NULL, 0, 0};
    }
    return (sql_value){SQL_INTEGER, NULL, 0, value};
}

static sql_value value_of_json(const JsonbValue *value) {
    switch (value->type) {
    case jbvNull:
        return NO_VALUE;
    case jbvString:
        return utf8_of(value->val.string.val, value->val.string.len);
    case jbvNumeric:
        return number_of(value->val.numeric);
    case jbvBool:
        return (sql_value){SQL_BOOLEAN, NULL, 0, value->val.boolean};
    default:
        return (sql_value){SQL_OTHER, NULL, 0, 0};
    }
}

bool set_facts(sql_case *c, FunctionCallInfo call, int argument, sql_failure *failure) {
    if (call->args[argument].isnull) {
        return true;
    }
    Jsonb *facts = DatumGetJsonbP(call->args[argument].value);
    if (!JB_ROOT_IS_OBJECT(facts)) {
        return sql_fail_object(failure);
    }
    JsonbIterator *iterator = JsonbIteratorInit(&facts->root);
    JsonbValue name;
    JsonbValue member;
    JsonbIteratorToken token = JsonbIteratorNext(&iterator, &name, true);
    while ((token = JsonbIteratorNext(&iterator, &name, true)) == WJB_KEY) {
        (void)JsonbIteratorNext(&iterator, &member, true);
        sql_value named = value_of_json(&name);
        sql_value value = value_of_json(&member);
        if (!sql_case_set(c, named.text, named.length, &value, failure)) {
            return false;
        }
    }
    return true;
}

/* ---- Fields ---- */

static Datum list_out(const sql_field *field) {
    Datum names[64];
    int n = 0;
    for (int32_t code = 0; field->list >> code; code++) {
        if (field->list >> code & 1) {
            names[n++] = CStringGetTextDatum(sql_name(field->names, code));
        }
    }
    return PointerGetDatum(construct_array(names, n, TEXTOID, -1, false, TYPALIGN_INT));
}

static Datum readings_out(const statusrules_answer *answer) {
    char json[SQL_JSON_SIZE];
    sql_readings_json(json, answer);
    return DirectFunctionCall1(jsonb_in, CStringGetDatum(json));
}

Datum field_out(const sql_field *field, const statusrules_answer *answer) {
    switch (field->kind) {
    case SQL_FIELD_TEXT:
        return text_out(field->text);
    case SQL_FIELD_NUMBER:
        return Int32GetDatum(field->number);
    case SQL_FIELD_DAY:
        return DateADTGetDatum(day_out(field->number));
    case SQL_FIELD_LIST:
        return list_out(field);
    case SQL_FIELD_READINGS:
        return readings_out(answer);
    default:
        return (Datum)0;
    }
}

/* ---- Failures ---- */

static int sqlstate_of(const sql_failure *failure) {
    statusrules_fact_info info;
    switch (failure->code) {
    case STATUSRULES_ERROR_RANGE:
        return statusrules_fact(&info, failure->field, NULL) == STATUSRULES_OK
                       && info.kind == STATUSRULES_KIND_NUMBER
                   ? ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE
                   : ERRCODE_DATETIME_FIELD_OVERFLOW;
    case STATUSRULES_ERROR_NOT_A_DAY:
    case STATUSRULES_ERROR_NO_SUCH_DAY:
    case STATUSRULES_ERROR_RESULT:
        return ERRCODE_DATETIME_FIELD_OVERFLOW;
    case STATUSRULES_ERROR_SYNTAX:
        return ERRCODE_INVALID_DATETIME_FORMAT;
    case SQL_FAILURE_NULL:
        return ERRCODE_NULL_VALUE_NOT_ALLOWED;
    case STATUSRULES_ERROR_NULL:
    case STATUSRULES_ERROR_SIZE:
    case STATUSRULES_ERROR_TRUNCATED:
        return ERRCODE_INTERNAL_ERROR;
    default:
        return ERRCODE_INVALID_PARAMETER_VALUE;
    }
}

void throw(const sql_failure *failure) {
    const char *text = pg_any_to_server(failure->text, (int)strlen(failure->text), PG_UTF8);
    ereport(ERROR, (errcode(sqlstate_of(failure)), errmsg_internal("%s", text),
                    *failure->subject ? err_generic_string(PG_DIAG_COLUMN_NAME, failure->subject) : 0));
    pg_unreachable();
}
