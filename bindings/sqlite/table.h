/* What every table-valued function does: its arguments stand behind its columns, hidden. */
#ifndef SQLITE_TABLE_H
#define SQLITE_TABLE_H

#include <sqlite3ext.h>

/* Makes the table of a declaration. */
int statusrules_table_make(sqlite3 *db, const char *declaration, sqlite3_vtab **table);
int statusrules_table_free(sqlite3_vtab *table);

/* Which of the arguments are given, as bits of `idxNum`: those of `n` columns from `first` on. They come in their order. */
int statusrules_table_arguments(sqlite3_index_info *info, int first, int n);

/* A cursor of so many bytes, zeros, that begins with its base. */
int statusrules_table_open(int size, sqlite3_vtab_cursor **opened);

/* Fails with a text. */
int statusrules_table_refuse(sqlite3_vtab *table, const char *text);

#endif
