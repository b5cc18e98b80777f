#include "values.h"

#include <jansson.h>
#include <string.h>

static sql_value value_of_json(const json_t *value) {
    switch (json_typeof(value)) {
    case JSON_NULL:
        return (sql_value){SQL_NULL, NULL, 0, 0};
    case JSON_STRING:
        return (sql_value){SQL_TEXT, json_string_value(value), (int32_t)json_string_length(value), 0};
    case JSON_INTEGER:
        return (sql_value){SQL_INTEGER, NULL, 0, json_integer_value(value)};
    case JSON_TRUE:
    case JSON_FALSE:
        return (sql_value){SQL_BOOLEAN, NULL, 0, json_is_true(value)};
    default:
        return (sql_value){SQL_OTHER, NULL, 0, 0};
    }
}

static bool set_object(sql_case *c, json_t *object, sql_failure *failure) {
    const char *name;
    json_t *member;
    json_object_foreach(object, name, member) {
        sql_value value = value_of_json(member);
        if (!sql_case_set(c, name, (int32_t)strlen(name), &value, failure)) {
            return false;
        }
    }
    return true;
}

bool statusrules_sqlite_facts(sql_case *c, const sql_value *facts, sql_failure *failure) {
    if (facts->kind == SQL_NULL) {
        return true;
    }
    json_error_t wrong;
    json_t *object = facts->kind == SQL_TEXT ? json_loadb(facts->text, (size_t)facts->length,
                                                          JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &wrong)
                                             : NULL;
    if (!object && facts->kind == SQL_TEXT) {
        return sql_fail_form(failure, SQL_FAILURE_FORM, "facts", wrong.text);
    }
    bool done = json_is_object(object) ? set_object(c, object, failure) : sql_fail_object(failure);
    json_decref(object);
    return done;
}
