/* Values of SQLite become those of a case. */
#ifndef SQLITE_VALUES_H
#define SQLITE_VALUES_H

#include "case.h"

#include <sqlite3ext.h>

sql_value statusrules_sqlite_value(sqlite3_value *value);

/* The facts and parameters of a JSON object. NULL: nothing is known. */
bool statusrules_sqlite_facts(sql_case *c, const sql_value *facts, sql_failure *failure);

#endif
