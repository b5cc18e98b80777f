/* The question the other way round, as a table: the first and last days of a fact for which the answer is yes. */
#include "inverse.h"

#include "table.h"
#include "values.h"

#include <stddef.h>

SQLITE_EXTENSION_INIT3

/* The arguments stand behind the columns, hidden. */
enum { FIRST, LAST, QUESTION, FACTS, FACT, DAY, KNOWN_ON, EDITION, N_COLUMNS };

enum { N_ARGUMENTS = N_COLUMNS - QUESTION, NEEDED = 7 };

typedef struct cursor {
    sqlite3_vtab_cursor base;
    statusrules_interval *intervals;
    int32_t n;
    int32_t place;
} cursor;

static int connect_table(sqlite3 *db, void *context, int n, const char *const *arguments, sqlite3_vtab **table,
                         char **message) {
    (void)context;
    (void)n;
    (void)arguments;
    (void)message;
    return statusrules_table_make(db,
                                  "CREATE TABLE x(first, last, question HIDDEN, facts HIDDEN, fact HIDDEN,"
                                  " day HIDDEN, known_on HIDDEN, edition HIDDEN)",
                                  table);
}

static int best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
    (void)table;
    info->estimatedCost = 10.0;
    info->estimatedRows = 4;
    return statusrules_table_arguments(info, QUESTION, N_ARGUMENTS);
}

static int open_cursor(sqlite3_vtab *table, sqlite3_vtab_cursor **opened) {
    (void)table;
    return statusrules_table_open((int)sizeof(cursor), opened);
}

static int close_cursor(sqlite3_vtab_cursor *opened) {
    sqlite3_free(((cursor *)opened)->intervals);
    sqlite3_free(opened);
    return SQLITE_OK;
}

static bool read_case(sql_case *c, const sql_value *given, int which, sql_failure *failure) {
    int32_t question;
    if (!sql_question(&question, &given[0], failure)) {
        return false;
    }
    sql_case_begin(c, question);
    bool pinned = which >> (KNOWN_ON - QUESTION);
    return (!pinned || sql_case_pin(c, &given[KNOWN_ON - QUESTION], &given[EDITION - QUESTION], failure))
           && statusrules_sqlite_facts(c, &given[FACTS - QUESTION], failure);
}

/* The intervals of a cursor. */
static int find(cursor *c, const sql_case *asked, const sql_value *given, sql_failure *failure) {
    const sql_value *fact = &given[FACT - QUESTION];
    const sql_value *day = &given[DAY - QUESTION];
    sqlite3_free(c->intervals);
    c->intervals = NULL;
    if (!sql_case_inverse(asked, fact, day, NULL, 0, &c->n, failure)) {
        return SQLITE_ERROR;
    }
    c->intervals = sqlite3_malloc((c->n + 1) * (int)sizeof *c->intervals);
    if (!c->intervals) {
        return SQLITE_NOMEM;
    }
    return sql_case_inverse(asked, fact, day, c->intervals, c->n, &c->n, failure) ? SQLITE_OK : SQLITE_ERROR;
}

static int filter(sqlite3_vtab_cursor *opened, int which, const char *unused, int n, sqlite3_value **arguments) {
    cursor *c = (cursor *)opened;
    sql_value given[N_ARGUMENTS];
    sql_case asked;
    sql_failure failure;
    int result = SQLITE_ERROR;
    (void)unused;
    (void)n;
    c->n = 0;
    c->place = 0;
    for (int i = 0; i < N_ARGUMENTS; i++) {
        given[i] = which >> i & 1 ? statusrules_sqlite_value(*arguments++) : (sql_value){SQL_NULL, NULL, 0, 0};
    }
    if ((which & NEEDED) != NEEDED) {
        (void)sql_fail_form(&failure, SQL_FAILURE_NULL, "statusrules_inverse", "needs question, facts and fact");
    } else if (read_case(&asked, given, which, &failure)) {
        result = find(c, &asked, given, &failure);
    }
    return result == SQLITE_ERROR ? statusrules_table_refuse(opened->pVtab, failure.text) : result;
}

static int next(sqlite3_vtab_cursor *opened) {
    ((cursor *)opened)->place++;
    return SQLITE_OK;
}

static int at_end(sqlite3_vtab_cursor *opened) {
    const cursor *c = (const cursor *)opened;
    return c->place >= c->n;
}

static int give_column(sqlite3_vtab_cursor *opened, sqlite3_context *context, int column) {
    const cursor *c = (const cursor *)opened;
    char day[16];
    if (column == FIRST || column == LAST) {
        const statusrules_interval *interval = &c->intervals[c->place];
        sqlite3_result_text(context, sql_day_text(day, column == FIRST ? interval->first : interval->last), -1,
                            SQLITE_TRANSIENT);
    }
    return SQLITE_OK;
}

static int give_row_number(sqlite3_vtab_cursor *opened, sqlite3_int64 *row) {
    *row = ((const cursor *)opened)->place;
    return SQLITE_OK;
}

int statusrules_add_inverse(sqlite3 *db) {
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
    return sqlite3_create_module(db, "statusrules_inverse", &module, NULL);
}
