/*
 * Are columns the same as one answer after another, on every law that is built in? Random registers: each row comes
 * near a provision of the law (its conditions say which values are worth trying), with facts missing, none or wrong;
 * columns in every form, results in place of some; parameters that vary. Registers are short and long, because long ones are
 * answered from tables that do not pay for short ones.
 *
 * Each call has a stack that is measured: a thread may have little (128 KiB with musl), and the library takes no other
 * memory.
 *
 * The seed is printed; `laws ROWS SEED` repeats a run, `laws ROWS SEED N` one without the first N laws.
 */
#include "alone.h"
#include "chance.h"
#include "stack.h"
#include "tap.h"

#include <statusrules/statusrules.h>
#include <stdlib.h>
#include <string.h>

enum {
    MAX_ROWS = 9000,
    N_FACTS = STATUSRULES_FACT_VISA_LAST_DAY + 1,
    N_QUESTIONS = STATUSRULES_QUESTION_EDUCATION_ENTRY,
    /* Every fact, and reading, known_on, edition, day. */
    MAX_COLUMNS = N_FACTS + 4,
    N_RESULTS = 14,
    PRINTED_FAILURES = 10,
    FEW_ROWS = 10000
};

static const int32_t parameters[] = {STATUSRULES_ARGUMENT_READING, STATUSRULES_ARGUMENT_KNOWN_ON,
                                     STATUSRULES_ARGUMENT_EDITION, STATUSRULES_ARGUMENT_DAY};
enum { N_PARAMETERS = sizeof parameters / sizeof parameters[0] };

/* Those that a register mostly wants stand first. */
static const int32_t results[N_RESULTS] = {
    STATUSRULES_RESULT_OUTCOME,   STATUSRULES_RESULT_DAY,       STATUSRULES_RESULT_ERROR,
    STATUSRULES_RESULT_NOTE,      STATUSRULES_RESULT_POSSIBLE,  STATUSRULES_RESULT_EARLIEST,
    STATUSRULES_RESULT_LATEST,    STATUSRULES_RESULT_MISSING,   STATUSRULES_RESULT_ASSUMED,
    STATUSRULES_RESULT_READINGS,  STATUSRULES_RESULT_PROVISION, STATUSRULES_RESULT_ASK_NEXT,
    STATUSRULES_RESULT_SAME_FROM, STATUSRULES_RESULT_SAME_UNTIL};
/* Without those that make every row be asked alone. */
enum { FEW_RESULTS = 3, MOST_RESULTS = N_RESULTS - 3 };

/* ---- Chance ---- */

static uint64_t state;

static uint32_t below(uint32_t n) {
    return chance_below(&state, n);
}

static bool one_in(uint32_t n) {
    return below(n) == 0;
}

/* ---- Values near the law ---- */

static const statusrules_law *law;
static int32_t question;
/* The provisions of the question. */
static int32_t numbers[1000];
static int32_t n_numbers;

static int32_t read_question(void) {
    n_numbers = 0;
    for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
        statusrules_provision provision;
        if (statusrules_law_provision(&provision, law, number, NULL) == STATUSRULES_OK
            && provision.question == question) {
            numbers[n_numbers++] = number;
        }
    }
    return n_numbers;
}

/* A law of few provisions: rows that miss much are not slow under it, and it may say one thing. */
static bool is_small(void) {
    return statusrules_law_provision_count(law) < 30;
}

static statusrules_provision some_provision(void) {
    statusrules_provision provision;
    if (statusrules_law_provision(&provision, law, numbers[below((uint32_t)n_numbers)], NULL)) {
        abort();
    }
    return provision;
}

/* Any value of a fact. */
static int32_t any_value(int32_t fact) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (info.none && one_in(12)) {
        return STATUSRULES_NONE;
    }
    if (info.kind == STATUSRULES_KIND_COUNTRY) {
        return statusrules_code_at(fact, (int32_t)below((uint32_t)statusrules_count(fact)));
    }
    if (info.kind == STATUSRULES_KIND_DAY) {
        return one_in(60) ? STATUSRULES_LAST_DAY - (int32_t)below(900)
                          : STATUSRULES_DAY(2019, 12, 1) + (int32_t)below(1300);
    }
    return info.first + (int32_t)below((uint32_t)(info.last - info.first) + 1);
}

/* A value that meets a condition, or stands at the edge of its window; or any. */
static int32_t value_near(const statusrules_condition *condition, int32_t fact) {
    statusrules_fact_info info = {0};
    (void)statusrules_fact(&info, fact, NULL);
    if (condition->n_values > 0 && condition->form == STATUSRULES_CONDITION_IN) {
        return condition->values[below((uint32_t)condition->n_values)];
    }
    if (condition->form == STATUSRULES_CONDITION_WINDOW && !one_in(4)) {
        const int32_t edge = one_in(2) ? condition->first : condition->last;
        const int32_t inwards = edge == condition->first ? 1 : -1;
        const int32_t value =
            edge + inwards * (int32_t)(one_in(2) ? below(2) : below(60)) - (one_in(4) ? inwards : 0);
        return value < info.first ? info.first : value > info.last ? info.last : value;
    }
    return any_value(fact);
}

/* Facts that come near a provision. */
static void approach(int32_t values[N_FACTS]) {
    const statusrules_provision provision = some_provision();
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        values[fact] = any_value(fact);
    }
    for (int32_t i = 0; i < provision.n_conditions; i++) {
        statusrules_condition condition;
        if (statusrules_law_condition(&condition, law, provision.number, i, NULL)) {
            abort();
        }
        const int32_t fact =
            condition.fact == STATUSRULES_INCOMING_DAY ? STATUSRULES_FACT_LAST_DAY : condition.fact;
        if (fact < N_FACTS) {
            values[fact] = value_near(&condition, fact);
        }
    }
}

static int32_t some_parameter(int32_t parameter) {
    const statusrules_provision provision = some_provision();
    switch (parameter) {
    case STATUSRULES_ARGUMENT_READING:
        return one_in(4) ? STATUSRULES_UNKNOWN : 1 + (int32_t)below(3);
    case STATUSRULES_ARGUMENT_EDITION:
        return one_in(4) ? STATUSRULES_UNKNOWN : 1 + (int32_t)below((uint32_t)statusrules_law_edition(law));
    case STATUSRULES_ARGUMENT_KNOWN_ON:
        return one_in(10) ? STATUSRULES_UNKNOWN
               : one_in(2) && provision.known_until < STATUSRULES_LAST_DAY
                   ? provision.known_until + (int32_t)below(2)
                   : provision.known_from - (int32_t)below(2);
    default:
        return one_in(10) ? STATUSRULES_UNKNOWN : STATUSRULES_DAY(2020, 3, 1) + (int32_t)below(1200);
    }
}

/* ---- A register ---- */

enum { MAX_CATEGORIES = 100, FIRST_BIT = 3, VALID_BYTES = MAX_ROWS + 8, TICKS = 86400 };

static struct {
    statusrules_column columns[MAX_COLUMNS];
    int32_t n;
    /* The values as they are meant, and in the memory of the columns. */
    int32_t meant[MAX_COLUMNS][MAX_ROWS];
    int64_t memory[MAX_COLUMNS][MAX_ROWS];
    int32_t categories[MAX_COLUMNS][MAX_CATEGORIES];
    uint8_t valid[MAX_COLUMNS][VALID_BYTES];
} in;

static int64_t out_memory[N_RESULTS][MAX_ROWS];
static uint8_t receipt_memory[MAX_ROWS * STATUSRULES_RECEIPT_BYTES];

/* The least and the greatest number of a type. */
static int64_t least_of(int32_t type) {
    return type == STATUSRULES_TYPE_INT8    ? INT8_MIN
           : type == STATUSRULES_TYPE_INT16 ? INT16_MIN
           : type == STATUSRULES_TYPE_INT32 ? INT32_MIN
                                            : INT64_MIN;
}

static int64_t greatest_of(int32_t type) {
    return -(least_of(type) + 1);
}

static void write_number(const statusrules_column *column, int64_t row, int64_t number) {
    switch (column->type) {
    case STATUSRULES_TYPE_INT8:
        ((int8_t *)column->values)[row] = (int8_t)number;
        break;
    case STATUSRULES_TYPE_INT16:
        ((int16_t *)column->values)[row] = (int16_t)number;
        break;
    case STATUSRULES_TYPE_INT32:
        ((int32_t *)column->values)[row] = (int32_t)number;
        break;
    default:
        ((int64_t *)column->values)[row] = number;
        break;
    }
}

static int32_t kind_of(int32_t field) {
    statusrules_fact_info info = {0};
    return field < N_FACTS && statusrules_fact(&info, field, NULL) == STATUSRULES_OK ? info.kind
           : field == STATUSRULES_ARGUMENT_READING || field == STATUSRULES_ARGUMENT_EDITION
               ? STATUSRULES_KIND_NUMBER
               : STATUSRULES_KIND_DAY;
}

/* A column in any of its forms. */
static int32_t add_column(int32_t field) {
    statusrules_column *column = &in.columns[in.n];
    *column = (statusrules_column)STATUSRULES_COLUMN_EMPTY;
    column->field = field;
    column->type = STATUSRULES_TYPE_INT32;
    column->values = in.memory[in.n];
    if (one_in(2)) {
        return in.n++;
    }
    const bool is_day = kind_of(field) == STATUSRULES_KIND_DAY;
    const bool by_category = one_in(3);
    column->type = is_day && !by_category ? STATUSRULES_TYPE_INT32 + (int32_t)below(2)
                                          : STATUSRULES_TYPE_INT8 + (int32_t)below(4);
    if (by_category) {
        column->codes = in.categories[in.n];
    } else if (is_day && column->type == STATUSRULES_TYPE_INT64 && one_in(2)) {
        column->ticks_per_day = TICKS;
    }
    if (one_in(3)) {
        column->has_null_value = 1;
        column->null_value = least_of(column->type);
    }
    if (one_in(3)) {
        column->has_no_end_value = 1;
        column->no_end_value = greatest_of(column->type);
    }
    if (one_in(3)) {
        column->valid_form = STATUSRULES_VALID_BITS + (int32_t)below(3);
        column->valid_offset = below(FIRST_BIT + 1);
        column->valid = in.valid[in.n];
        memset(in.valid[in.n], column->valid_form == STATUSRULES_VALID_BYTES_MISSING ? 0 : UINT8_MAX, VALID_BYTES);
    }
    return in.n++;
}

/* A column of bytes without more ado: names, or categories of days. */
static int32_t add_bytes(int32_t field) {
    statusrules_column *column = &in.columns[in.n];
    *column = (statusrules_column)STATUSRULES_COLUMN_EMPTY;
    column->field = field;
    column->type = STATUSRULES_TYPE_INT8;
    column->values = in.memory[in.n];
    column->codes = kind_of(field) == STATUSRULES_KIND_DAY ? in.categories[in.n] : NULL;
    return in.n++;
}

/* The category of a value; of another value, if there is no place for more. */
static int32_t category_of(int32_t column, int32_t value) {
    statusrules_column *c = &in.columns[column];
    int32_t *categories = in.categories[column];
    for (int32_t i = 0; i < c->n_codes; i++) {
        if (categories[i] == value) {
            return i;
        }
    }
    if (c->n_codes == MAX_CATEGORIES) {
        return (int32_t)below(MAX_CATEGORIES);
    }
    categories[c->n_codes] = value;
    return (int32_t)c->n_codes++;
}

static void say_missing(const statusrules_column *column, int64_t row) {
    uint8_t *valid = (uint8_t *)column->valid;
    const int64_t at = column->valid_offset + row;
    if (column->valid_form == STATUSRULES_VALID_BITS) {
        valid[at / 8] = (uint8_t)(valid[at / 8] & ~(1U << at % 8));
    } else {
        valid[at] = column->valid_form == STATUSRULES_VALID_BYTES_MISSING;
    }
}

/* Writes a value in the form of its column; one that the form does not hold becomes another. */
static void put(int32_t column, int64_t row, int32_t value) {
    const statusrules_column *c = &in.columns[column];
    int64_t number = value;
    if (value == STATUSRULES_UNKNOWN && c->valid_form && (!c->has_null_value || one_in(2))) {
        say_missing(c, row);
        number = 1;
    } else if (value == STATUSRULES_UNKNOWN && c->has_null_value) {
        number = c->null_value;
    } else if (value == STATUSRULES_NONE && c->has_no_end_value) {
        number = c->no_end_value;
    } else if (c->codes) {
        number = category_of(column, value);
        value = in.categories[column][number];
    } else if (c->ticks_per_day) {
        value = value < STATUSRULES_FIRST_DAY || value > STATUSRULES_LAST_DAY ? STATUSRULES_FIRST_DAY : value;
        number = (int64_t)value * c->ticks_per_day + below(TICKS);
    } else if (value < least_of(c->type) || value > greatest_of(c->type)
               || (c->has_null_value && value == c->null_value)
               || (c->has_no_end_value && value == c->no_end_value)) {
        value = 1;
        number = 1;
    }
    in.meant[column][row] = value;
    write_number(c, row, number);
}

static int64_t number_at(const statusrules_column *column, int64_t row) {
    return column->type == STATUSRULES_TYPE_INT8    ? ((const int8_t *)column->values)[row]
           : column->type == STATUSRULES_TYPE_INT16 ? ((const int16_t *)column->values)[row]
           : column->type == STATUSRULES_TYPE_INT32 ? ((const int32_t *)column->values)[row]
                                                    : ((const int64_t *)column->values)[row];
}

/* The first row says what all rows have; whether it is valid is not read then. */
static void make_one_value(int32_t column) {
    statusrules_column *c = &in.columns[column];
    c->valid_form = STATUSRULES_VALID_ALL;
    put(column, 0, in.meant[column][0]);
    c->is_one_value = 1;
    c->one_value = number_at(c, 0);
    for (int64_t row = 0; row < MAX_ROWS; row++) {
        in.meant[column][row] = in.meant[column][0];
    }
}

/* Under a small law every third register is one of documents: their kind and their last days. Of the others every second has a
 * column for each fact of the question; the rest lack some, or have one too many. */
static void fill(int64_t rows, uint32_t unknown_in_a_hundred, uint32_t wrong_in_a_thousand) {
    int32_t column_of_fact[N_FACTS];
    const bool documents = is_small() && one_in(3);
    const bool bytes = one_in(2);
    const bool whole = one_in(2);
    in.n = 0;
    for (int32_t fact = 1; fact < N_FACTS; fact++) {
        const bool belongs = statusrules_question_asks(question, fact);
        const bool of_documents = fact == STATUSRULES_FACT_TERM || fact == STATUSRULES_FACT_LAST_DAY;
        const bool asked = !belongs    ? !whole && !documents && one_in(40)
                           : documents ? of_documents
                                       : whole || !one_in(20);
        column_of_fact[fact] = !asked ? -1 : documents && bytes ? add_bytes(fact) : add_column(fact);
    }
    for (int64_t row = 0; row < rows; row++) {
        int32_t values[N_FACTS];
        approach(values);
        for (int32_t fact = 1; fact < N_FACTS; fact++) {
            const int32_t last_day = values[STATUSRULES_FACT_LAST_DAY];
            if (fact == STATUSRULES_FACT_ISSUED_ON && last_day >= STATUSRULES_FIRST_DAY && values[fact] > last_day
                && !one_in(50)) {
                values[fact] = last_day;
            }
            if (below(100) < unknown_in_a_hundred) {
                values[fact] = STATUSRULES_UNKNOWN;
            }
            if (below(1000) < wrong_in_a_thousand) {
                values[fact] = (int32_t)(below(1U << 31) * 2 + below(2));
            }
            if (column_of_fact[fact] >= 0) {
                put(column_of_fact[fact], row, values[fact]);
            }
        }
    }
    for (int32_t c = 0; c < in.n; c++) {
        if (one_in(documents ? 24 : 12)) {
            make_one_value(c);
        }
    }
    for (int32_t p = 0; p < N_PARAMETERS && !documents; p++) {
        if (one_in(p == 1 ? 3 : 8)
            && (parameters[p] != STATUSRULES_ARGUMENT_DAY || question == STATUSRULES_QUESTION_EXTENSION)) {
            const int32_t column = add_column(parameters[p]);
            for (int64_t row = 0; row < rows; row++) {
                put(column, row, some_parameter(parameters[p]));
            }
            if (one_in(4)) {
                make_one_value(column);
            }
        }
    }
}

/* ---- Comparing ---- */

struct tally {
    int64_t cases;
    int64_t failures;
    /* How often each outcome came. */
    int64_t outcomes[STATUSRULES_OUTCOME_CONFLICT + 1];
};

/* The facts and parameters of a row. */
static void row_alone(statusrules_facts *facts, statusrules_options *options, int64_t row) {
    for (int32_t c = 0; c < in.n; c++) {
        give(facts, options, in.columns[c].field, in.meant[c][row]);
    }
}

static int32_t answer_alone(statusrules_answer *answer, int64_t row, const statusrules_options *options,
                            int32_t n_results) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options mine = *options;
    mine.brief = n_results > MOST_RESULTS ? STATUSRULES_NO : STATUSRULES_YES;
    row_alone(&facts, &mine, row);
    return statusrules_ask(answer, law, question, &facts, &mine, NULL);
}

static void print_row(const char *what, int64_t row, int64_t got, int64_t wanted,
                      const statusrules_options *options) {
    printf("# %s, question %d, row %lld: %s is %lld, alone %lld;", statusrules_law_name(law), (int)question,
           (long long)row, what, (long long)got, (long long)wanted);
    printf(" reading %d, known_on %d, edition %d, strict %d, valid_on %d;", (int)options->reading,
           (int)options->known_on, (int)options->edition, (int)options->strict, (int)options->valid_on);
    for (int32_t c = 0; c < in.n; c++) {
        printf(" %d%s%d", (int)in.columns[c].field, in.columns[c].is_one_value ? "==" : "=",
               (int)in.meant[c][row]);
    }
    printf("\n");
}

/* A call, and the most stack that any has taken. */
struct call {
    const statusrules_options *options;
    const statusrules_column *out;
    int32_t n_out;
    int64_t rows;
    int64_t bad;
    int32_t code;
};

static int64_t most_stack;

static void *run_call(void *argument) {
    struct call *call = argument;
    call->code = statusrules_columns(&call->bad, law, question, in.columns, in.n, call->out, call->n_out,
                                     call->rows, call->options, NULL);
    return NULL;
}

static void run_measured(struct call *call) {
    const int64_t stack = stack_of(run_call, call);
    most_stack = stack > most_stack ? stack : most_stack;
}

/* Results take the place of inputs of the same width, here and there; no two of one. */
static void put_in_place(statusrules_column *out, int32_t n_out) {
    bool taken[MAX_COLUMNS] = {false};
    for (int32_t o = 0; o < n_out; o++) {
        const int32_t first = (int32_t)below((uint32_t)in.n);
        for (int32_t i = 0; i < in.n && out[o].values == out_memory[o]; i++) {
            const int32_t c = (first + i) % in.n;
            if (!taken[c] && !in.columns[c].is_one_value && in.columns[c].type == out[o].type) {
                out[o].values = in.columns[c].values;
                taken[c] = true;
            }
        }
    }
}

static void compare(struct tally *tally, const statusrules_options *options, int64_t rows, int32_t n_results) {
    /* Where most is asked for, receipts are too. */
    const bool with_receipts = n_results >= MOST_RESULTS;
    statusrules_column out[N_RESULTS + 1];
    struct call call = {
        .options = options, .out = out, .n_out = n_results + with_receipts, .rows = rows, .bad = -1};
    int64_t bad_alone = 0;
    for (int32_t r = 0; r < n_results; r++) {
        out[r] = (statusrules_column)STATUSRULES_COLUMN_EMPTY;
        out[r].field = results[r];
        out[r].type = n_results > FEW_RESULTS || one_in(3)   ? STATUSRULES_TYPE_INT64
                      : results[r] == STATUSRULES_RESULT_DAY ? STATUSRULES_TYPE_INT32
                                                             : STATUSRULES_TYPE_INT8;
        out[r].values = out_memory[r];
    }
    if (in.n && one_in(2)) {
        put_in_place(out, n_results);
    }
    if (with_receipts) {
        out[n_results] = (statusrules_column)STATUSRULES_COLUMN_EMPTY;
        out[n_results].field = STATUSRULES_RESULT_RECEIPT;
        out[n_results].type = STATUSRULES_TYPE_RECEIPT;
        out[n_results].values = receipt_memory;
    }
    run_measured(&call);
    tally->failures += call.code != STATUSRULES_OK;
    for (int64_t row = 0; row < rows && call.code == STATUSRULES_OK; row++) {
        statusrules_answer answer;
        const int32_t row_code = answer_alone(&answer, row, options, n_results);
        bad_alone += row_code != STATUSRULES_OK;
        tally->outcomes[row_code ? 0 : answer.outcome]++;
        for (int32_t r = 0; r < n_results; r++) {
            const int64_t got = number_at(&out[r], row);
            const int64_t wanted = expected_of(results[r], &answer, row_code);
            tally->cases++;
            if (got != wanted && tally->failures++ < PRINTED_FAILURES) {
                print_row(r == 0 ? "outcome" : r == 1 ? "day" : "a result", row, got, wanted, options);
            }
        }
    }
    for (int64_t row = 0; with_receipts && row < rows && call.code == STATUSRULES_OK; row++) {
        statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
        statusrules_options mine = *options;
        row_alone(&facts, &mine, row);
        tally->cases++;
        if (!receipt_is(&out[n_results], row, law, question, &facts, &mine)
            && tally->failures++ < PRINTED_FAILURES) {
            print_row("the receipt", row, 0, 0, options);
        }
    }
    tally->failures += call.bad != bad_alone;
}

/* ---- Laws ---- */

static int64_t some_rows(int64_t wanted) {
    static const int64_t edges[] = {1, 60, 100, 300, 511, 512, 513, 1024, 4095, 4096, MAX_ROWS};
    const int64_t rows = edges[below(sizeof edges / sizeof edges[0])];
    return rows < wanted ? rows : wanted;
}

static void some_registers(struct tally *tally, int64_t rows_wanted, uint32_t unknown_in_a_hundred) {
    for (int64_t left = rows_wanted; left > 0;) {
        const int64_t rows = some_rows(left);
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        options.strict = one_in(4);
        options.reading = one_in(2) ? STATUSRULES_UNKNOWN : 1 + (int32_t)below(3);
        options.known_on = one_in(4) ? some_parameter(STATUSRULES_ARGUMENT_KNOWN_ON) : STATUSRULES_UNKNOWN;
        options.edition = one_in(4) ? some_parameter(STATUSRULES_ARGUMENT_EDITION) : STATUSRULES_UNKNOWN;
        if (question == STATUSRULES_QUESTION_EXTENSION && one_in(12)) {
            options.valid_on = some_parameter(STATUSRULES_ARGUMENT_DAY);
        }
        fill(rows, unknown_in_a_hundred, one_in(2) ? 0 : 5);
        compare(tally, &options, rows,
                one_in(12)  ? N_RESULTS
                : one_in(3) ? MOST_RESULTS
                            : FEW_RESULTS - one_in(2));
        left -= rows;
    }
}

/* Nobody shall compare a register in which everything is silent: two outcomes at least are not rare, where rows are not few. */
static bool is_varied(const struct tally *tally) {
    int32_t found = 0;
    int64_t rows = 0;
    for (int32_t outcome = 0; outcome <= STATUSRULES_OUTCOME_CONFLICT; outcome++) {
        rows += tally->outcomes[outcome];
    }
    for (int32_t outcome = STATUSRULES_OUTCOME_YES; outcome <= STATUSRULES_OUTCOME_CONFLICT; outcome++) {
        found += tally->outcomes[outcome] * 100 > rows;
    }
    return found >= 2 || rows < FEW_ROWS || is_small();
}

static void check_law(struct tap *tap, int64_t rows, uint32_t unknown_in_a_hundred) {
    struct tally tally = {0};
    char sentence[200];
    for (question = 1; question <= N_QUESTIONS; question++) {
        if (read_question()) {
            some_registers(&tally, rows, unknown_in_a_hundred);
        }
    }
    if (tally.cases == 0) {
        return;
    }
    (void)snprintf(sentence, sizeof sentence,
                   "each row has the answer that it has alone: law \"%s\", %u of 100 facts missing",
                   statusrules_law_name(law), (unsigned)unknown_in_a_hundred);
    printf("# wrong %lld, yes %lld, no %lld, undetermined %lld, discretion %lld, silent %lld, conflict %lld\n",
           (long long)tally.outcomes[0], (long long)tally.outcomes[1], (long long)tally.outcomes[2],
           (long long)tally.outcomes[3], (long long)tally.outcomes[4], (long long)tally.outcomes[5],
           (long long)tally.outcomes[6]);
    tap_report(tap, sentence, tally.cases, tally.failures + !is_varied(&tally));
}

/* What a call may take of a stack; code that is not optimised, or is made to be watched, takes more. */
#if defined(__OPTIMIZE__) && !defined(STATUSRULES_ONE_MACHINE)
enum { MOST_STACK = 64 * 1024 };
#else
enum { MOST_STACK = 512 * 1024 };
#endif

static void check_stack(struct tap *tap) {
    const int64_t most = most_stack - stack_of(no_call, NULL);
    printf("# at most %lld bytes of stack\n", (long long)most);
    tap_report(tap, "a call takes little stack", 1, most <= 0 || most > MOST_STACK);
}

int main(int argc, char **argv) {
    static const uint32_t unknown_in_a_hundred[] = {0, 5, 25, 50};
    enum { SHARES = sizeof unknown_in_a_hundred / sizeof unknown_in_a_hundred[0] };
    struct tap tap = {0, 0};
    const int64_t rows = argc > 1 ? strtoll(argv[1], NULL, 10) : 20000;
    state = argc > 2 ? strtoull(argv[2], NULL, 10) : 20211129;
    printf("# seed %llu\n", (unsigned long long)state);
    for (int32_t l = argc > 3 ? atoi(argv[3]) : 0; l < statusrules_law_count(); l++) {
        law = statusrules_law_at(l);
        for (int32_t u = 0; u < SHARES; u++) {
            /* Rows that miss much are slow alone. */
            const int64_t slow = u == 2 ? 10 : 40;
            check_law(&tap, u < 2 ? rows : rows / (is_small() ? 4 : slow), unknown_in_a_hundred[u]);
        }
    }
    check_stack(&tap);
    return tap_done(&tap);
}
