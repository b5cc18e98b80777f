/* Values of SQLite become those of a case. */
#ifndef SQLITE_VALUES_H
#define SQLITE_VALUES_H

#include "case.h"

#include <sqlite3ext.h>
#include <stddef.h>

SQLITE_EXTENSION_INIT3

/* Of every row, and so in place. */
static inline sql_value statusrules_sqlite_value(sqlite3_value *value) {
    int type = sqlite3_value_type(value);
    if (type == SQLITE_TEXT) {
        const char *text = (const char *)sqlite3_value_text(value);
        return (sql_value){SQL_TEXT, text, sqlite3_value_bytes(value), 0};
    }
    if (type == SQLITE_INTEGER) {
        return (sql_value){SQL_INTEGER, NULL, 0, sqlite3_value_int64(value)};
    }
    return (sql_value){type == SQLITE_NULL ? SQL_NULL : SQL_OTHER, NULL, 0, 0};
}

/* The facts and parameters of a JSON object. NULL: nothing is known. */
bool statusrules_sqlite_facts(sql_case *c, const sql_value *facts, sql_failure *failure);

#endif
