#ifndef SQLITE_INVERSE_H
#define SQLITE_INVERSE_H

#include <sqlite3ext.h>

/* Adds the table-valued function statusrules_inverse(question, facts, fact [, day [, known_on, edition]]). */
int statusrules_add_inverse(sqlite3 *db);

#endif
