/* Missing facts: every combination of one value of each kind that the tables tell apart. */
#include "oracle_measures.h"

#include "completions.h"
#include "oracle_rows.h"

#include <assert.h>

enum { MAX_AXES = 16, MAX_COMPLETIONS = 1 << 20, MAX_ANSWERS = 16 };

/* The facts to be tried. */
struct axes {
    int32_t n;
    const struct row_axis *axis[MAX_AXES];
};

/* The different answers met, and which of them each completion gave. */
struct answers {
    int32_t n;
    int32_t outcome[MAX_ANSWERS];
    int32_t day[MAX_ANSWERS];
    int32_t n_cells;
    uint8_t cells[MAX_COMPLETIONS];
};

static int64_t bit(int32_t fact) {
    return (int64_t)1 << fact;
}

static int32_t *member(statusrules_facts *facts, int32_t fact) {
    return (int32_t *)(void *)facts + fact;
}

static bool is_unknown_or_none(int32_t state) {
    return state == STATUSRULES_UNKNOWN || state == STATUSRULES_NONE;
}

static const struct row_question *rows_of(int32_t question) {
    switch (question) {
    case STATUSRULES_QUESTION_VACCINATION:
        return &oracle_vaccination;
    case STATUSRULES_QUESTION_FREE_VACCINATION:
        return &oracle_free_vaccination;
    case STATUSRULES_QUESTION_REGULARISATION:
        return &oracle_regularisation;
    case STATUSRULES_QUESTION_WORK:
        return &oracle_work;
    case STATUSRULES_QUESTION_MORATORIUM:
        return &oracle_moratorium;
    default:
        assert(question == STATUSRULES_QUESTION_EDUCATION_ENTRY);
        return &oracle_education_entry;
    }
}

/*
 * Whether a missing fact has to be tried. Strictly all of them; else those that no mark presumes. Where the state
 * decides, a side that is missing is presumed away by a known one (Convention 11): it is tried if the other side is
 * none, and of two missing sides one stands for the state.
 */
static bool is_tried(const struct row_question *rows, const struct row_axis *axis, const statusrules_facts *facts,
                     bool strict) {
    if (strict) {
        return true;
    }
    if (rows->asks_state && axis->fact == STATUSRULES_FACT_CITIZENSHIP) {
        return is_unknown_or_none(facts->residence_state);
    }
    if (rows->asks_state && axis->fact == STATUSRULES_FACT_RESIDENCE_STATE) {
        return facts->citizenship == STATUSRULES_NONE;
    }
    return !axis->marked;
}

static int32_t add_axes(struct axes *axes, const struct row_question *rows, statusrules_facts *facts,
                        bool strict) {
    int32_t n_completions = 1;
    axes->n = 0;
    for (int32_t i = 0; i < rows->n_axes; i++) {
        const struct row_axis *axis = &rows->axes[i];
        if (*member(facts, axis->fact) == STATUSRULES_UNKNOWN && is_tried(rows, axis, facts, strict)) {
            axes->axis[axes->n++] = axis;
            n_completions *= axis->n;
            assert(n_completions <= MAX_COMPLETIONS);
        }
    }
    return n_completions;
}

static void complete(statusrules_facts *facts, const struct axes *axes, int32_t completion) {
    for (int32_t a = 0; a < axes->n; a++) {
        *member(facts, axes->axis[a]->fact) = axes->axis[a]->values[completion % axes->axis[a]->n];
        completion /= axes->axis[a]->n;
    }
}

static void keep(struct answers *answers, const struct row_verdict *verdict) {
    int32_t i = 0;
    while (i < answers->n && (answers->outcome[i] != verdict->outcome || answers->day[i] != verdict->day)) {
        i++;
    }
    if (i == answers->n) {
        assert(answers->n < MAX_ANSWERS);
        answers->outcome[answers->n] = verdict->outcome;
        answers->day[answers->n++] = verdict->day;
    }
    answers->cells[answers->n_cells++] = (uint8_t)i;
}

static bool same(const void *answers, int32_t a, int32_t b) {
    const struct answers *all = answers;
    return all->cells[a] == all->cells[b];
}

static int64_t facts_that_matter(const struct answers *answers, const struct axes *axes) {
    const struct completions completions = {answers, answers->n_cells, NULL, same};
    int64_t missing = 0;
    for (int32_t a = 0, stride = 1; a < axes->n; a++) {
        if (completions_depend(&completions, stride, axes->axis[a]->n)) {
            missing |= bit(axes->axis[a]->fact);
        }
        stride *= axes->axis[a]->n;
    }
    return missing;
}

static void report(oracle_measures_answer *answer, const struct answers *answers) {
    answer->outcome = answers->n == 1 ? answers->outcome[0] : STATUSRULES_OUTCOME_UNDETERMINED;
    answer->day = answers->n == 1 ? answers->day[0] : STATUSRULES_NOT_A_DAY;
    answer->possible = 0;
    answer->earliest = STATUSRULES_NOT_A_DAY;
    answer->latest = STATUSRULES_NOT_A_DAY;
    for (int32_t i = 0; i < answers->n; i++) {
        int32_t day = answers->day[i];
        answer->possible |= 1 << answers->outcome[i];
        if (day == STATUSRULES_NOT_A_DAY) {
            continue;
        }
        if (answer->earliest == STATUSRULES_NOT_A_DAY || day < answer->earliest) {
            answer->earliest = day;
        }
        if (answer->latest == STATUSRULES_NOT_A_DAY || day > answer->latest) {
            answer->latest = day;
        }
    }
}

void oracle_measures_ask(oracle_measures_answer *answer, int32_t question, const statusrules_facts *facts,
                         const statusrules_options *options) {
    const struct row_question *rows = rows_of(question);
    const bool strict = options != NULL && options->strict == STATUSRULES_YES;
    const int32_t known_on = options != NULL ? options->known_on : STATUSRULES_UNKNOWN;
    statusrules_facts tried = *facts;
    const bool state_is_missing = rows->asks_state && !strict && facts->citizenship == STATUSRULES_UNKNOWN
                                  && facts->residence_state == STATUSRULES_UNKNOWN;
    static _Thread_local struct answers answers;
    struct axes axes;
    assert(known_on == STATUSRULES_UNKNOWN
           || (question == STATUSRULES_QUESTION_MORATORIUM && facts->on_day <= ORACLE_DAY(2021, 9, 30)
               && facts->on_day != STATUSRULES_UNKNOWN));

    answers.n = 0;
    answers.n_cells = 0;
    answer->assumed = 0;
    answer->row = "";
    int32_t n = add_axes(&axes, rows, &tried, strict);
    if (state_is_missing) {
        tried.residence_state = STATUSRULES_NONE;
    }
    for (int32_t c = 0; c < n; c++) {
        complete(&tried, &axes, c);
        struct row_verdict verdict = rows->decide(&tried, known_on);
        keep(&answers, &verdict);
        answer->assumed |= verdict.assumed;
        if (answer->row[0] == '\0') {
            answer->row = verdict.row;
        }
    }
    answer->missing = facts_that_matter(&answers, &axes);
    if (state_is_missing && (answer->missing & bit(STATUSRULES_FACT_CITIZENSHIP)) != 0) {
        answer->missing |= bit(STATUSRULES_FACT_RESIDENCE_STATE);
    }
    report(answer, &answers);
}
