/*
 * A tree written as SQL.
 */
#ifndef STATUSRULES_ANSWERS_SQL_TREE_H
#define STATUSRULES_ANSWERS_SQL_TREE_H

#include "answers/sql_words.h"

/* Plants a tree whose columns are those of the words, and writes it: an expression if it says outcomes or days, else a
 * condition. */
int32_t statusrules_sql_of_tree(int32_t *length, statusrules_sql_words *words, statusrules_tree *tree,
                                const statusrules_facts *facts, statusrules_error *error);

#endif
