/* The law as a table: statusrules_provisions, statusrules_provisions('measures'), statusrules_provisions('measures', 'ru'). */
#include "provisions.h"

#include "case.h"
#include "table.h"

#include <stddef.h>

SQLITE_EXTENSION_INIT3

/* The arguments stand behind the columns, hidden. */
enum { OF_LAW = SQL_N_PROVISION, LANGUAGE, N_COLUMNS };

typedef struct cursor {
    sqlite3_vtab_cursor base;
    int32_t law;
    int32_t last_law;
    int32_t number;
    int32_t language;
} cursor;

static int connect_table(sqlite3 *db, void *context, int n, const char *const *arguments, sqlite3_vtab **table,
                         char **message) {
    sqlite3_str *text = sqlite3_str_new(db);
    (void)context;
    (void)n;
    (void)arguments;
    (void)message;
    sqlite3_str_appendall(text, "CREATE TABLE x(");
    for (int32_t i = 0; i < SQL_N_PROVISION; i++) {
        sql_field field;
        sql_provision_field(&field, i, statusrules_law_statement(), 1, STATUSRULES_LANGUAGE_EN);
        sqlite3_str_appendf(text, "%w, ", field.name);
    }
    sqlite3_str_appendall(text, "of_law HIDDEN, language HIDDEN)");
    char *declaration = sqlite3_str_finish(text);
    int result = declaration ? statusrules_table_make(db, declaration, table) : SQLITE_NOMEM;
    sqlite3_free(declaration);
    return result;
}

/* Bit 0 of what is given is the law, bit 1 the language. */
static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
    (void)table;
    info->estimatedCost = 1000.0;
    info->estimatedRows = 400;
    return statusrules_table_arguments(info, OF_LAW, N_COLUMNS - OF_LAW);
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **opened) {
    (void)table;
    return statusrules_table_open((int)sizeof(cursor), opened);
}

static int close_cursor(sqlite3_vtab_cursor *opened) {
    sqlite3_free(opened);
    return SQLITE_OK;
}

static sql_value text_of(sqlite3_value *value) {
    if (sqlite3_value_type(value) == SQLITE_NULL) {
        return (sql_value){SQL_NULL, NULL, 0, 0};
    }
    const char *text = (const char *)sqlite3_value_text(value);
    return (sql_value){SQL_TEXT, text, sqlite3_value_bytes(value), 0};
}

/* Steps over the end of a law. */
static void settle(cursor *c) {
    while (c->law <= c->last_law && c->number > statusrules_law_provision_count(statusrules_law_at(c->law))) {
        c->law++;
        c->number = 1;
    }
}

static int filter(sqlite3_vtab_cursor *opened, int which, const char *unused, int n, sqlite3_value **arguments) {
    cursor *c = (cursor *)opened;
    sql_failure failure;
    (void)unused;
    (void)n;
    c->law = 0;
    c->last_law = statusrules_law_count() - 1;
    c->number = 1;
    c->language = STATUSRULES_LANGUAGE_EN;
    if (which & 1) {
        sql_value value = text_of(*arguments++);
        sql_case named;
        sql_case_begin(&named, 0);
        if (value.kind != SQL_NULL) {
            if (!sql_case_set_field(&named, STATUSRULES_ARGUMENT_LAW, &value, &failure)) {
                return statusrules_table_refuse(opened->pVtab, failure.text);
            }
            while (statusrules_law_at(c->law) != named.law) {
                c->law++;
            }
            c->last_law = c->law;
        }
    }
    if (which & 2) {
        sql_value value = text_of(*arguments);
        if (value.kind != SQL_NULL && !sql_language(&c->language, &value, &failure)) {
            return statusrules_table_refuse(opened->pVtab, failure.text);
        }
    }
    settle(c);
    return SQLITE_OK;
}

static int next(sqlite3_vtab_cursor *opened) {
    cursor *c = (cursor *)opened;
    c->number++;
    settle(c);
    return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *opened) {
    const cursor *c = (const cursor *)opened;
    return c->law > c->last_law;
}

static void give_list(sqlite3_context *context, const sql_field *field) {
    char json[SQL_JSON_SIZE];
    sql_list_json(json, field->names, field->list);
    sqlite3_result_text(context, json, -1, SQLITE_TRANSIENT);
    sqlite3_result_subtype(context, 'J');
}

static int give_column(sqlite3_vtab_cursor *opened, sqlite3_context *context, int column) {
    const cursor *c = (const cursor *)opened;
    char day[16];
    sql_field field;
    if (column >= SQL_N_PROVISION) {
        return SQLITE_OK;
    }
    sql_provision_field(&field, column, statusrules_law_at(c->law), c->number, c->language);
    switch (field.kind) {
    case SQL_FIELD_TEXT:
        sqlite3_result_text(context, field.text, -1, SQLITE_STATIC);
        break;
    case SQL_FIELD_NUMBER:
        sqlite3_result_int(context, field.number);
        break;
    case SQL_FIELD_DAY:
        sqlite3_result_text(context, sql_day_text(day, field.number), -1, SQLITE_TRANSIENT);
        break;
    case SQL_FIELD_LIST:
        give_list(context, &field);
        break;
    default:
        break;
    }
    return SQLITE_OK;
}

static int give_row_number(sqlite3_vtab_cursor *opened, sqlite3_int64 *row) {
    const cursor *c = (const cursor *)opened;
    *row = (sqlite3_int64)c->law << 32 | c->number;
    return SQLITE_OK;
}

int statusrules_add_provisions(sqlite3 *db) {
    /* Without xCreate: the table is there in every database, and cannot be made. */
    static const sqlite3_module module = {.xConnect = connect_table,
                                          .xBestIndex = best_index,
                                          .xDisconnect = statusrules_table_free,
                                          .xOpen = open_cursor,
                                          .xClose = close_cursor,
                                          .xFilter = filter,
                                          .xNext = next,
                                          .xEof = at_end,
                                          .xColumn = give_column,
                                          .xRowid = give_row_number};
    return sqlite3_create_module(db, "statusrules_provisions", &module, NULL);
}
