/*
 * The words of an SQL expression: columns, values, conditions on a fact, and what makes a row wrong.
 */
#ifndef STATUSRULES_ANSWERS_SQL_WORDS_H
#define STATUSRULES_ANSWERS_SQL_WORDS_H

#include <statusrules/sql.h>

#include "answers/text.h"
#include "engine/tree.h"

typedef struct statusrules_sql_words {
    statusrules_text text;
    const statusrules_sql_column *columns;
    int32_t n_columns;
    int32_t dialect;
} statusrules_sql_words;

/* Checks columns and dialect; gives the facts that have a column. */
int32_t statusrules_sql_check(int64_t *facts, const statusrules_sql_words *words, int32_t question,
                              statusrules_error *error);

/* The column of a fact; NULL if it has none. */
const statusrules_sql_column *statusrules_sql_column_of(const statusrules_sql_words *words, int32_t fact);

void statusrules_sql_name(statusrules_sql_words *words, const statusrules_sql_column *column);
void statusrules_sql_value(statusrules_sql_words *words, const statusrules_sql_column *column, int32_t value);

/* Whether the values of a fact have an order, and whether their usual none is greater than all of them in a column. */
int32_t statusrules_sql_ordered(int32_t fact);
int32_t statusrules_sql_none_is_last(const statusrules_sql_column *column);

/* The condition that a fact has the values of those pieces of a fork that have a part. */
void statusrules_sql_condition(statusrules_sql_words *words, const statusrules_fork *fork,
                               const statusrules_part *part);

/* The condition that a row is wrong: some column holds no value of its fact, or the document ends before its issue. */
void statusrules_sql_wrong(statusrules_sql_words *words, const statusrules_tree *tree);

/* After some words, the condition that a document was issued after the last day of issue in the tree. Returns 0 and adds
 * nothing if the day of issue has no column, or can be any. */
int32_t statusrules_sql_issued_later(statusrules_sql_words *words, const statusrules_tree *tree,
                                     const char *before);

#endif
