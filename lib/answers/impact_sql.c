#include <statusrules/impact.h>

#include "answers/sql_tree.h"
#include "engine/impact.h"

int32_t statusrules_impact_sql(char *buffer, int32_t capacity, int32_t *length, const statusrules_law *before,
                               const statusrules_options *options_before, const statusrules_law *after,
                               const statusrules_options *options_after, int32_t question,
                               const statusrules_facts *facts, const statusrules_sql_column *columns,
                               int32_t n_columns, int32_t dialect, statusrules_error *error) {
    statusrules_sql_words words;
    statusrules_tree tree;
    statusrules_options options[2];
    int32_t code = statusrules_text_begin(&words.text, buffer, capacity, length, STATUSRULES_LANGUAGE_EN, error);
    code = code ? code
                : statusrules_compare_sides(&tree, options, before, options_before, after, options_after, question,
                                            error);
    if (code) {
        return code;
    }
    words.columns = columns;
    words.n_columns = n_columns;
    words.dialect = dialect;
    code = statusrules_sql_check(&tree.columns, &words, question, error);
    return code ? code : statusrules_sql_of_tree(length, &words, &tree, facts, error);
}
