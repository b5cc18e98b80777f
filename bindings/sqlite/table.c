#include "table.h"

#include <string.h>

SQLITE_EXTENSION_INIT3

/* The most arguments of a table. */
enum { MAX_ARGUMENTS = 8 };

static void *zeros(int size) {
    void *memory = sqlite3_malloc(size);
    return memory ? memset(memory, 0, (size_t)size) : NULL;
}

int statusrules_table_make(sqlite3 *db, const char *declaration, sqlite3_vtab **table) {
    int result = sqlite3_declare_vtab(db, declaration);
    if (result != SQLITE_OK) {
        return result;
    }
    (void)sqlite3_vtab_config(db, SQLITE_VTAB_INNOCUOUS);
    *table = zeros((int)sizeof **table);
    return *table ? SQLITE_OK : SQLITE_NOMEM;
}

int statusrules_table_free(sqlite3_vtab *table) {
    sqlite3_free(table);
    return SQLITE_OK;
}

int statusrules_table_arguments(sqlite3_index_info *info, int first, int n) {
    int place[MAX_ARGUMENTS];
    memset(place, -1, sizeof place);
    for (int i = 0; i < info->nConstraint; i++) {
        int column = info->aConstraint[i].iColumn;
        if (column < first || info->aConstraint[i].op != SQLITE_INDEX_CONSTRAINT_EQ) {
            continue;
        }
        if (!info->aConstraint[i].usable) {
            return SQLITE_CONSTRAINT;
        }
        place[column - first] = i;
    }
    int given = 0;
    for (int i = 0; i < n; i++) {
        if (place[i] >= 0) {
            info->aConstraintUsage[place[i]].argvIndex = ++given;
            info->aConstraintUsage[place[i]].omit = 1;
            info->idxNum |= 1 << i;
        }
    }
    return SQLITE_OK;
}

int statusrules_table_open(int size, sqlite3_vtab_cursor **opened) {
    *opened = zeros(size);
    return *opened ? SQLITE_OK : SQLITE_NOMEM;
}

int statusrules_table_refuse(sqlite3_vtab *table, const char *text) {
    sqlite3_free(table->zErrMsg);
    table->zErrMsg = sqlite3_mprintf("%s", text);
    return SQLITE_ERROR;
}
