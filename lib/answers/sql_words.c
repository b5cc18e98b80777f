#include "answers/sql_words.h"

#include "engine/error.h"

/* ---- Columns ---- */

const statusrules_sql_column *statusrules_sql_column_of(const statusrules_sql_words *words, int32_t fact) {
    for (int32_t i = 0; i < words->n_columns; i++) {
        if (words->columns[i].fact == fact) {
            return &words->columns[i];
        }
    }
    return 0;
}

static int32_t holds(const char *text, char wanted) {
    while (text && *text && *text != wanted) {
        text++;
    }
    return text && *text;
}

static int32_t refuse(const statusrules_sql_column *column, int32_t value, statusrules_error *error) {
    return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_COLUMNS, value, column->fact,
                            column->fact);
}

static int32_t check_column(const statusrules_sql_column *column, statusrules_error *error) {
    if (column->size != (int32_t)sizeof *column) {
        return statusrules_fail(error, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_COLUMNS, column->size,
                                (int32_t)sizeof *column, (int32_t)sizeof *column);
    }
    if (!column->name) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_COLUMNS, 0, 0, 0);
    }
    if (column->fact < 1 || column->fact > statusrules_table_n_facts) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_COLUMNS, column->fact, 1,
                                statusrules_table_n_facts);
    }
    /* PostgreSQL reads a backslash in a text as one or as an escape, by a setting. */
    if ((column->form != STATUSRULES_SQL_TEXT && column->form != STATUSRULES_SQL_NUMBER) || !*column->name
        || (column->table && !*column->table) || holds(column->none, '\\')) {
        return refuse(column, column->form, error);
    }
    return STATUSRULES_OK;
}

int32_t statusrules_sql_check(int64_t *facts, const statusrules_sql_words *words, int32_t question,
                              statusrules_error *error) {
    if (words->dialect != STATUSRULES_DIALECT_POSTGRESQL && words->dialect != STATUSRULES_DIALECT_SQLITE) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_DIALECT, words->dialect,
                                STATUSRULES_DIALECT_POSTGRESQL, STATUSRULES_DIALECT_SQLITE);
    }
    if (!words->columns && words->n_columns > 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_COLUMNS, 0, 0, 0);
    }
    if (words->n_columns < 0 || words->n_columns > statusrules_table_n_facts) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_COLUMNS, words->n_columns, 0,
                                statusrules_table_n_facts);
    }
    int32_t form_of_days = -1;
    *facts = 0;
    for (int32_t i = 0; i < words->n_columns; i++) {
        const statusrules_sql_column *column = &words->columns[i];
        const int32_t code = check_column(column, error);
        if (code) {
            return code;
        }
        const int32_t is_day = statusrules_table_facts[column->fact].info.kind == STATUSRULES_KIND_DAY;
        if (*facts >> column->fact & 1 || !statusrules_question_asks(question, column->fact)
            || (is_day && form_of_days >= 0 && form_of_days != column->form)) {
            return refuse(column, column->fact, error);
        }
        form_of_days = is_day ? column->form : form_of_days;
        *facts |= (int64_t)1 << column->fact;
    }
    return STATUSRULES_OK;
}

int32_t statusrules_sql_ordered(int32_t fact) {
    const int32_t kind = statusrules_table_facts[fact].info.kind;
    return kind == STATUSRULES_KIND_DAY || kind == STATUSRULES_KIND_NUMBER;
}

int32_t statusrules_sql_none_is_last(const statusrules_sql_column *column) {
    return !column->none;
}

/* ---- Names and values ---- */

/* Between quotes of a kind, which are doubled inside. */
static void add_quoted(statusrules_text *text, const char *words, const char *quote) {
    char one[2] = {0, 0};
    statusrules_text_add(text, quote);
    for (; *words; words++) {
        one[0] = *words;
        statusrules_text_add(text, one);
        if (*words == *quote) {
            statusrules_text_add(text, quote);
        }
    }
    statusrules_text_add(text, quote);
}

void statusrules_sql_name(statusrules_sql_words *words, const statusrules_sql_column *column) {
    if (column->table) {
        add_quoted(&words->text, column->table, "\"");
        statusrules_text_add(&words->text, ".");
    }
    add_quoted(&words->text, column->name, "\"");
}

static int32_t kind_of(const statusrules_sql_column *column) {
    return statusrules_table_facts[column->fact].info.kind;
}

static void add_none(statusrules_sql_words *words, const statusrules_sql_column *column) {
    if (column->form == STATUSRULES_SQL_NUMBER || (!column->none && kind_of(column) == STATUSRULES_KIND_NUMBER)) {
        if (column->none) {
            add_quoted(&words->text, column->none, "'");
        } else {
            statusrules_text_number(&words->text, STATUSRULES_NONE);
        }
        return;
    }
    const int32_t is_date =
        kind_of(column) == STATUSRULES_KIND_DAY && words->dialect == STATUSRULES_DIALECT_POSTGRESQL;
    statusrules_text_add(&words->text, is_date ? "DATE " : "");
    add_quoted(&words->text, column->none ? column->none : is_date ? "infinity" : "none", "'");
}

void statusrules_sql_value(statusrules_sql_words *words, const statusrules_sql_column *column, int32_t value) {
    char day[11];
    if (value == STATUSRULES_NONE) {
        add_none(words, column);
    } else if (column->form == STATUSRULES_SQL_NUMBER || kind_of(column) == STATUSRULES_KIND_NUMBER) {
        statusrules_text_number(&words->text, value);
    } else if (kind_of(column) == STATUSRULES_KIND_DAY) {
        (void)statusrules_format_day(day, sizeof day, value, 0);
        statusrules_text_add(&words->text, words->dialect == STATUSRULES_DIALECT_POSTGRESQL ? "DATE " : "");
        add_quoted(&words->text, day, "'");
    } else {
        add_quoted(&words->text, statusrules_name(column->fact, value, STATUSRULES_LANGUAGE_NAME), "'");
    }
}

/* ---- Conditions ---- */

static void separate(statusrules_sql_words *words, int32_t *n, const char *separator) {
    statusrules_text_add(&words->text, (*n)++ ? separator : "");
}

/* Adds the values of a piece that are values of the fact. */
static void add_members(statusrules_sql_words *words, const statusrules_sql_column *column,
                        const statusrules_piece *piece, int32_t *n) {
    if (piece->first == STATUSRULES_UNKNOWN) {
        return;
    }
    for (int32_t value = piece->first;; value++) {
        if (statusrules_is_value(column->fact, value)) {
            separate(words, n, ", ");
            statusrules_sql_value(words, column, value);
        }
        if (value == piece->last) {
            return;
        }
    }
}

static void add_named(statusrules_sql_words *words, const statusrules_sql_column *column,
                      const statusrules_fork *fork, const statusrules_part *part, int32_t *n) {
    int32_t any = 0;
    int32_t members = 0;
    for (int32_t i = 0; i < fork->n; i++) {
        any |= fork->pieces[i].first != STATUSRULES_UNKNOWN && statusrules_same_part(&fork->pieces[i].part, part);
    }
    if (!any) {
        return;
    }
    separate(words, n, " OR ");
    statusrules_sql_name(words, column);
    statusrules_text_add(&words->text, " IN (");
    for (int32_t i = 0; i < fork->n; i++) {
        if (statusrules_same_part(&fork->pieces[i].part, part)) {
            add_members(words, column, &fork->pieces[i], &members);
        }
    }
    statusrules_text_add(&words->text, ")");
}

static void add_ranges(statusrules_sql_words *words, const statusrules_sql_column *column,
                       const statusrules_fork *fork, const statusrules_part *part, int32_t *n) {
    const statusrules_fact_info *info = &statusrules_table_facts[fork->fact].info;
    for (int32_t i = 0; i < fork->n; i++) {
        const statusrules_piece *piece = &fork->pieces[i];
        if (piece->first == STATUSRULES_UNKNOWN || !statusrules_same_part(&piece->part, part)) {
            continue;
        }
        separate(words, n, " OR ");
        statusrules_sql_name(words, column);
        if (piece->first == piece->last) {
            statusrules_text_add(&words->text, " = ");
            statusrules_sql_value(words, column, piece->first);
            continue;
        }
        statusrules_text_add(&words->text, " BETWEEN ");
        statusrules_sql_value(words, column, piece->first);
        statusrules_text_add(&words->text, " AND ");
        statusrules_sql_value(words, column, piece->last);
        /* A chosen value that means none may lie in the range. */
        if (info->none && column->none) {
            statusrules_text_add(&words->text, " AND ");
            statusrules_sql_name(words, column);
            statusrules_text_add(&words->text, " <> ");
            statusrules_sql_value(words, column, STATUSRULES_NONE);
        }
    }
}

void statusrules_sql_condition(statusrules_sql_words *words, const statusrules_fork *fork,
                               const statusrules_part *part) {
    const statusrules_sql_column *column = statusrules_sql_column_of(words, fork->fact);
    int32_t n = 0;
    int32_t n_pieces = 0;
    int32_t unknown = 0;
    for (int32_t i = 0; i < fork->n; i++) {
        const int32_t here = statusrules_same_part(&fork->pieces[i].part, part);
        unknown |= here && fork->pieces[i].first == STATUSRULES_UNKNOWN;
        n_pieces += here;
    }
    const int32_t several = n_pieces > 1;
    statusrules_text_add(&words->text, several ? "(" : "");
    if (unknown) {
        separate(words, &n, " OR ");
        statusrules_sql_name(words, column);
        statusrules_text_add(&words->text, " IS NULL");
    }
    if (statusrules_sql_ordered(fork->fact)) {
        add_ranges(words, column, fork, part, &n);
    } else {
        add_named(words, column, fork, part, &n);
    }
    statusrules_text_add(&words->text, several ? ")" : "");
}

/* ---- Rows that are wrong ---- */

static void add_but_none(statusrules_sql_words *words, const statusrules_sql_column *column) {
    if (statusrules_table_facts[column->fact].info.none) {
        statusrules_text_add(&words->text, " AND ");
        statusrules_sql_name(words, column);
        statusrules_text_add(&words->text, " <> ");
        add_none(words, column);
    }
}

static void add_no_value(statusrules_sql_words *words, const statusrules_sql_column *column) {
    const statusrules_fact_info *info = &statusrules_table_facts[column->fact].info;
    if (!statusrules_sql_ordered(column->fact)) {
        const statusrules_piece all = {info->first, info->last, {0, 0}};
        const statusrules_piece none = {STATUSRULES_NONE, STATUSRULES_NONE, {0, 0}};
        int32_t members = 0;
        statusrules_sql_name(words, column);
        statusrules_text_add(&words->text, " NOT IN (");
        add_members(words, column, &all, &members);
        if (info->none) {
            add_members(words, column, &none, &members);
        }
        statusrules_text_add(&words->text, ")");
        return;
    }
    statusrules_text_add(&words->text, "(");
    statusrules_sql_name(words, column);
    statusrules_text_add(&words->text, " NOT BETWEEN ");
    statusrules_sql_value(words, column, info->first);
    statusrules_text_add(&words->text, " AND ");
    statusrules_sql_value(words, column, info->last);
    add_but_none(words, column);
    /* SQLite has no dates: a text is one if its own date is the same text, counted once so that 30 February
     * becomes 1 or 2 March. */
    if (words->dialect == STATUSRULES_DIALECT_SQLITE && info->kind == STATUSRULES_KIND_DAY
        && column->form == STATUSRULES_SQL_TEXT) {
        statusrules_text_add(&words->text, " OR date(");
        statusrules_sql_name(words, column);
        statusrules_text_add(&words->text, ", '+0 days') IS NOT ");
        statusrules_sql_name(words, column);
        add_but_none(words, column);
    }
    statusrules_text_add(&words->text, ")");
}

/* A day that must not be before another, if one of them has a column. */
static void add_order(statusrules_sql_words *words, const statusrules_tree *tree, int32_t fact, int32_t *n) {
    const int32_t other = statusrules_table_facts[fact].not_before;
    const statusrules_sql_column *later = statusrules_sql_column_of(words, fact);
    const statusrules_sql_column *earlier = statusrules_sql_column_of(words, other);
    const int32_t last = statusrules_fact_value(&tree->facts, fact);
    const int32_t first = statusrules_fact_value(&tree->facts, other);
    if ((!later && (!earlier || last == STATUSRULES_UNKNOWN || last == STATUSRULES_NONE))
        || (!earlier && first == STATUSRULES_UNKNOWN)) {
        return;
    }
    separate(words, n, " OR ");
    if (later) {
        statusrules_sql_name(words, later);
    } else {
        statusrules_sql_value(words, earlier, last);
    }
    statusrules_text_add(&words->text, " < ");
    if (earlier) {
        statusrules_sql_name(words, earlier);
    } else {
        statusrules_sql_value(words, later, first);
    }
    if (later) {
        add_but_none(words, later);
    }
}

void statusrules_sql_wrong(statusrules_sql_words *words, const statusrules_tree *tree) {
    int32_t n = 0;
    for (int32_t i = 0; i < words->n_columns; i++) {
        separate(words, &n, " OR ");
        add_no_value(words, &words->columns[i]);
    }
    for (uint64_t left = (uint64_t)statusrules_table_question_facts[tree->question]; left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        if (statusrules_table_facts[fact].not_before) {
            add_order(words, tree, fact, &n);
        }
    }
}

int32_t statusrules_sql_issued_later(statusrules_sql_words *words, const statusrules_tree *tree,
                                     const char *before) {
    const statusrules_sql_column *column = statusrules_sql_column_of(words, STATUSRULES_FACT_ISSUED_ON);
    if (!column || tree->last_issue == STATUSRULES_LAST_DAY) {
        return 0;
    }
    statusrules_text_add(&words->text, before);
    statusrules_sql_name(words, column);
    statusrules_text_add(&words->text, " > ");
    statusrules_sql_value(words, column, tree->last_issue);
    return 1;
}
