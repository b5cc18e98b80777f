#include <statusrules/sql.h>

#include "answers/sql_tree.h"
#include "engine/error.h"

/* ---- An expression ---- */

/* How many values a part of a fork has. */
static int32_t count_values(const statusrules_fork *fork, const statusrules_part *part) {
    int32_t n = 0;
    for (int32_t i = 0; i < fork->n; i++) {
        const statusrules_piece *piece = &fork->pieces[i];
        if (piece->first != STATUSRULES_UNKNOWN && statusrules_same_part(&piece->part, part)) {
            n += piece->last - piece->first + 1;
        }
    }
    return n;
}

static int32_t is_first_of_part(const statusrules_fork *fork, int32_t at) {
    for (int32_t i = 0; i < at; i++) {
        if (statusrules_same_part(&fork->pieces[i].part, &fork->pieces[at].part)) {
            return 0;
        }
    }
    return 1;
}

static int32_t is_one_part(const statusrules_fork *fork) {
    for (int32_t i = 1; i < fork->n; i++) {
        if (!statusrules_same_part(&fork->pieces[0].part, &fork->pieces[i].part)) {
            return 0;
        }
    }
    return 1;
}

static void add_case(statusrules_sql_words *words, statusrules_tree *tree);

static void add_case_in(statusrules_sql_words *words, statusrules_tree *tree, int32_t fact,
                        const statusrules_piece *piece) {
    statusrules_enter(tree, fact, piece);
    add_case(words, tree);
    statusrules_leave(tree, fact);
}

static void add_day(statusrules_sql_words *words, const statusrules_leaf *leaf) {
    const statusrules_sql_column *last_day = statusrules_sql_column_of(words, STATUSRULES_FACT_LAST_DAY);
    /* Without a column for the last day the answer's day is written as it would be in one. */
    statusrules_sql_column usual = STATUSRULES_SQL_COLUMN_EMPTY;
    usual.fact = STATUSRULES_FACT_LAST_DAY;
    if (!leaf->moves) {
        statusrules_sql_value(words, last_day ? last_day : &usual, leaf->value);
        return;
    }
    const int32_t is_text = words->dialect == STATUSRULES_DIALECT_SQLITE && last_day->form == STATUSRULES_SQL_TEXT;
    if (leaf->value == 0) {
        statusrules_sql_name(words, last_day);
        return;
    }
    statusrules_text_add(&words->text, is_text ? "date(" : "");
    statusrules_sql_name(words, last_day);
    statusrules_text_add(&words->text, is_text ? ", '+" : " + ");
    statusrules_text_number(&words->text, leaf->value);
    statusrules_text_add(&words->text, is_text ? " days')" : "");
}

static void add_leaf(statusrules_sql_words *words, const statusrules_tree *tree, const statusrules_leaf *leaf) {
    if (tree->says == STATUSRULES_SAYS_OUTCOME && leaf->value) {
        statusrules_text_add(&words->text, "'");
        statusrules_text_add(&words->text,
                             statusrules_name(STATUSRULES_NAMES_OUTCOME, leaf->value, STATUSRULES_LANGUAGE_NAME));
        statusrules_text_add(&words->text, "'");
    } else if (tree->says == STATUSRULES_SAYS_DAY && (leaf->moves || leaf->value != STATUSRULES_NOT_A_DAY)) {
        add_day(words, leaf);
    } else {
        statusrules_text_add(&words->text, "NULL");
    }
}

/* The last piece of values in the middle, which stands under ELSE where they have an order. */
static int32_t last_of_order(const statusrules_fork *fork) {
    int32_t at = fork->n - 1;
    while (fork->pieces[at].first == STATUSRULES_UNKNOWN || fork->pieces[at].first == STATUSRULES_NONE) {
        at--;
    }
    return at;
}

/* In order, each piece by its end. What is not in the middle stands first, unless it falls under ELSE anyway. */
static void add_ordered(statusrules_sql_words *words, statusrules_tree *tree, const statusrules_fork *fork) {
    const statusrules_sql_column *column = statusrules_sql_column_of(words, fork->fact);
    const int32_t last = last_of_order(fork);
    for (int32_t i = last + 1; i < fork->n; i++) {
        const statusrules_piece *piece = &fork->pieces[i];
        const int32_t unknown = piece->first == STATUSRULES_UNKNOWN;
        if (statusrules_same_part(&piece->part, &fork->pieces[last].part)
            && (unknown || statusrules_sql_none_is_last(column))) {
            continue;
        }
        statusrules_text_add(&words->text, " WHEN ");
        statusrules_sql_name(words, column);
        statusrules_text_add(&words->text, unknown ? " IS NULL" : " = ");
        if (!unknown) {
            statusrules_sql_value(words, column, piece->first);
        }
        statusrules_text_add(&words->text, " THEN ");
        add_case_in(words, tree, fork->fact, piece);
    }
    for (int32_t i = 0; i <= last; i++) {
        if (i < last) {
            statusrules_text_add(&words->text, " WHEN ");
            statusrules_sql_name(words, column);
            statusrules_text_add(&words->text, " <= ");
            statusrules_sql_value(words, column, fork->pieces[i].last);
        }
        statusrules_text_add(&words->text, i < last ? " THEN " : " ELSE ");
        add_case_in(words, tree, fork->fact, &fork->pieces[i]);
    }
}

/* The part with the most values stands under ELSE: wrong values were sorted out before. */
static void add_named(statusrules_sql_words *words, statusrules_tree *tree, const statusrules_fork *fork) {
    int32_t most = 0;
    for (int32_t i = 1; i < fork->n; i++) {
        if (count_values(fork, &fork->pieces[i].part) > count_values(fork, &fork->pieces[most].part)) {
            most = i;
        }
    }
    for (int32_t i = 0; i < fork->n; i++) {
        if (is_first_of_part(fork, i) && !statusrules_same_part(&fork->pieces[i].part, &fork->pieces[most].part)) {
            statusrules_text_add(&words->text, " WHEN ");
            statusrules_sql_condition(words, fork, &fork->pieces[i].part);
            statusrules_text_add(&words->text, " THEN ");
            add_case_in(words, tree, fork->fact, &fork->pieces[i]);
        }
    }
    statusrules_text_add(&words->text, " ELSE ");
    add_case_in(words, tree, fork->fact, &fork->pieces[most]);
}

static void add_case(statusrules_sql_words *words, statusrules_tree *tree) {
    statusrules_fork fork;
    statusrules_fork_at(&fork, tree);
    if (!fork.fact || tree->failed) {
        add_leaf(words, tree, &fork.leaf);
        return;
    }
    if (is_one_part(&fork)) {
        add_case_in(words, tree, fork.fact, &fork.pieces[0]);
        return;
    }
    statusrules_text_add(&words->text, "CASE");
    if (statusrules_sql_ordered(fork.fact)) {
        add_ordered(words, tree, &fork);
    } else {
        add_named(words, tree, &fork);
    }
    statusrules_text_add(&words->text, " END");
}

static void add_expression(statusrules_sql_words *words, statusrules_tree *tree) {
    if (!words->n_columns) {
        add_case(words, tree);
        return;
    }
    statusrules_text_add(&words->text, "CASE WHEN ");
    statusrules_sql_wrong(words, tree);
    statusrules_text_add(&words->text, " THEN NULL");
    if (statusrules_sql_issued_later(words, tree, " WHEN ")) {
        statusrules_text_add(&words->text,
                             tree->says == STATUSRULES_SAYS_OUTCOME ? " THEN 'silent'" : " THEN NULL");
    }
    statusrules_text_add(&words->text, " ELSE ");
    add_case(words, tree);
    statusrules_text_add(&words->text, " END");
}

/* ---- A condition ---- */

/* The forks on the way down to the last day. */
typedef struct way {
    const statusrules_fork *fork;
    const statusrules_part *part;
    const struct way *before;
} way;

/* The rest of a condition, below the last day. */
static void add_rest(statusrules_sql_words *words, statusrules_tree *tree) {
    const statusrules_part no = statusrules_part_saying(0);
    const statusrules_part yes = statusrules_part_saying(1);
    statusrules_fork fork;
    int32_t n = 0;
    statusrules_fork_at(&fork, tree);
    if (!fork.fact || tree->failed) {
        statusrules_text_add(&words->text, fork.leaf.value ? "1 = 1" : "1 = 0");
        return;
    }
    statusrules_text_add(&words->text, "(");
    for (int32_t i = 0; i < fork.n; i++) {
        const statusrules_part *part = &fork.pieces[i].part;
        if (!is_first_of_part(&fork, i) || statusrules_same_part(part, &no)) {
            continue;
        }
        statusrules_text_add(&words->text, n++ ? " OR " : "");
        statusrules_sql_condition(words, &fork, part);
        if (!statusrules_same_part(part, &yes)) {
            statusrules_text_add(&words->text, " AND ");
            statusrules_enter(tree, fork.fact, &fork.pieces[i]);
            add_rest(words, tree);
            statusrules_leave(tree, fork.fact);
        }
    }
    statusrules_text_add(&words->text, n ? ")" : "1 = 0)");
}

static void add_way(statusrules_sql_words *words, const way *at) {
    for (; at; at = at->before) {
        statusrules_text_add(&words->text, " AND ");
        statusrules_sql_condition(words, at->fork, at->part);
    }
}

/* One stretch of last days, and what else must hold in it. */
static void add_stretch(statusrules_sql_words *words, statusrules_tree *tree, const statusrules_fork *fork,
                        int32_t at, const way *before, int32_t *n) {
    const statusrules_part yes = statusrules_part_saying(1);
    statusrules_fork alone;
    alone.fact = fork->fact;
    alone.n = 1;
    alone.pieces[0] = fork->pieces[at];
    statusrules_text_add(&words->text, (*n)++ ? " OR (" : "(");
    statusrules_sql_condition(words, &alone, &alone.pieces[0].part);
    add_way(words, before);
    if (!statusrules_same_part(&alone.pieces[0].part, &yes)) {
        statusrules_text_add(&words->text, " AND ");
        statusrules_enter(tree, fork->fact, &alone.pieces[0]);
        add_rest(words, tree);
        statusrules_leave(tree, fork->fact);
    }
    statusrules_text_add(&words->text, ")");
}

/* Down to the last day: each stretch of it becomes one alternative, so that an index on it serves. */
static void add_alternatives(statusrules_sql_words *words, statusrules_tree *tree, const way *before, int32_t *n) {
    const statusrules_part no = statusrules_part_saying(0);
    statusrules_fork fork;
    statusrules_fork_at(&fork, tree);
    for (int32_t i = 0; i < fork.n && !tree->failed; i++) {
        const way here = {&fork, &fork.pieces[i].part, before};
        if (statusrules_same_part(here.part, &no)) {
            continue;
        }
        if (fork.fact == STATUSRULES_FACT_LAST_DAY) {
            add_stretch(words, tree, &fork, i, before, n);
        } else if (is_first_of_part(&fork, i)) {
            statusrules_enter(tree, fork.fact, &fork.pieces[i]);
            add_alternatives(words, tree, &here, n);
            statusrules_leave(tree, fork.fact);
        }
    }
}

/* The last days from the first to the last that some alternative has; `open` if one has others than days. */
typedef struct hull {
    int32_t first;
    int32_t last;
    int32_t open;
} hull;

static void find_hull(hull *found, statusrules_tree *tree) {
    const statusrules_part no = statusrules_part_saying(0);
    statusrules_fork fork;
    statusrules_fork_at(&fork, tree);
    for (int32_t i = 0; i < fork.n && !tree->failed; i++) {
        const statusrules_piece *piece = &fork.pieces[i];
        if (statusrules_same_part(&piece->part, &no)) {
            continue;
        }
        if (fork.fact != STATUSRULES_FACT_LAST_DAY) {
            statusrules_enter(tree, fork.fact, piece);
            find_hull(found, tree);
            statusrules_leave(tree, fork.fact);
        } else if (piece->first == STATUSRULES_UNKNOWN || piece->first == STATUSRULES_NONE) {
            found->open = 1;
        } else {
            found->first = piece->first < found->first ? piece->first : found->first;
            found->last = piece->last > found->last ? piece->last : found->last;
        }
    }
}

/* The one range in which all alternatives lie, for a planner to which many of them are too many. */
static void add_hull(statusrules_sql_words *words, statusrules_tree *tree) {
    const statusrules_sql_column *column = statusrules_sql_column_of(words, STATUSRULES_FACT_LAST_DAY);
    hull found = {STATUSRULES_LAST_DAY, STATUSRULES_FIRST_DAY, 0};
    find_hull(&found, tree);
    if (!found.open && found.first <= found.last) {
        statusrules_sql_name(words, column);
        statusrules_text_add(&words->text, " BETWEEN ");
        statusrules_sql_value(words, column, found.first);
        statusrules_text_add(&words->text, " AND ");
        statusrules_sql_value(words, column, found.last);
        statusrules_text_add(&words->text, " AND ");
    }
}

static void add_where(statusrules_sql_words *words, statusrules_tree *tree) {
    int32_t n = 0;
    if (tree->walks) {
        add_hull(words, tree);
    }
    statusrules_text_add(&words->text, "(");
    if (tree->walks) {
        add_alternatives(words, tree, 0, &n);
    } else {
        add_rest(words, tree);
        n = 1;
    }
    statusrules_text_add(&words->text, n ? ")" : "1 = 0)");
    if (words->n_columns) {
        statusrules_text_add(&words->text, " AND CASE WHEN ");
        statusrules_sql_wrong(words, tree);
        (void)statusrules_sql_issued_later(words, tree, " OR ");
        statusrules_text_add(&words->text, " THEN 0 ELSE 1 END = 1");
    }
}

int32_t statusrules_sql_of_tree(int32_t *length, statusrules_sql_words *words, statusrules_tree *tree,
                                const statusrules_facts *facts, statusrules_error *error) {
    int32_t code = statusrules_plant(tree, facts, error);
    if (code) {
        return code;
    }
    if (tree->says == STATUSRULES_SAYS_OUTCOME || tree->says == STATUSRULES_SAYS_DAY) {
        add_expression(words, tree);
    } else {
        add_where(words, tree);
    }
    code = statusrules_check_tree(tree, error);
    if (code) {
        statusrules_text_clear(&words->text);
        return code;
    }
    return statusrules_text_end(&words->text, length, error);
}

int32_t statusrules_sql(char *buffer, int32_t capacity, int32_t *length, const statusrules_law *law,
                        int32_t question, const statusrules_facts *facts, const statusrules_sql_column *columns,
                        int32_t n_columns, int32_t dialect, int32_t says, int32_t day,
                        const statusrules_options *options, statusrules_error *error) {
    statusrules_sql_words words;
    statusrules_tree tree;
    statusrules_options whole;
    int32_t code = statusrules_text_begin(&words.text, buffer, capacity, length, STATUSRULES_LANGUAGE_EN, error);
    code = code ? code : statusrules_whole_options(&whole, options, error);
    if (code) {
        return code;
    }
    words.columns = columns;
    words.n_columns = n_columns;
    words.dialect = dialect;
    code = statusrules_sql_check(&tree.columns, &words, question, error);
    if (code) {
        return code;
    }
    if (says < STATUSRULES_SQL_OUTCOME || says > STATUSRULES_SQL_WHERE) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_SAYS, says,
                                STATUSRULES_SQL_OUTCOME, STATUSRULES_SQL_WHERE);
    }
    if (day != STATUSRULES_UNKNOWN) {
        code = statusrules_check_day(day, STATUSRULES_ARGUMENT_DAY, error);
        if (code) {
            return code;
        }
        if (says != STATUSRULES_SQL_WHERE || question != STATUSRULES_QUESTION_EXTENSION
            || whole.valid_on != STATUSRULES_UNKNOWN) {
            return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_DAY, day,
                                    STATUSRULES_UNKNOWN, STATUSRULES_UNKNOWN);
        }
    }
    tree.laws[0] = law;
    tree.options[0] = &whole;
    tree.n_sides = 1;
    tree.question = question;
    tree.says = says;
    tree.from = day;
    return statusrules_sql_of_tree(length, &words, &tree, facts, error);
}
