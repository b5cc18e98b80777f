#ifndef SQLITE_PROVISIONS_H
#define SQLITE_PROVISIONS_H

#include <sqlite3ext.h>

/* Adds the table-valued function statusrules_provisions([law [, language]]). */
int statusrules_add_provisions(sqlite3 *db);

#endif
