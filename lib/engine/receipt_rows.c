#include "engine/receipt_rows.h"

#include "engine/lanes.h"
#include "engine/siphash.h"

enum { ROWS = STATUSRULES_RECEIPT_ROWS };

/* The state of the digest of each row, and how many facts it has taken. */
typedef struct digest_rows {
    uint64_t v0[ROWS];
    uint64_t v1[ROWS];
    uint64_t v2[ROWS];
    uint64_t v3[ROWS];
    uint64_t n_facts[ROWS];
} digest_rows;

/* ---- The plan ---- */

static int32_t input_of(const statusrules_job *j, int32_t field) {
    for (int32_t c = 0; c < j->n_in; c++) {
        if (j->in[c].field == field) {
            return c;
        }
    }
    return -1;
}

static int32_t edition_of(const statusrules_job *j, const statusrules_options *options) {
    return options->edition == STATUSRULES_UNKNOWN ? j->law->edition : options->edition;
}

void statusrules_plan_receipts(statusrules_receipt_plan *plan, const statusrules_job *j) {
    *plan = (statusrules_receipt_plan){0};
    for (int32_t c = 0; c < j->n_out; c++) {
        if (j->out[c].field == STATUSRULES_RESULT_RECEIPT) {
            plan->column = &j->out[c];
        }
    }
    if (!plan->column) {
        return;
    }
    for (int32_t fact = 1; fact <= statusrules_table_n_facts; fact++) {
        const int32_t input = input_of(j, fact);
        if (input >= 0 && statusrules_table_question_facts[j->question] >> fact & 1) {
            plan->facts[plan->n_facts] = (uint8_t)fact;
            plan->inputs[plan->n_facts++] = (uint8_t)input;
        }
    }
    for (int32_t c = 0; c < j->n_in; c++) {
        plan->parameters_vary |= !statusrules_is_fact(j->in[c].field);
    }
    statusrules_asked_words(plan->asked, j->law, j->question, &j->options, edition_of(j, &j->options));
}

/* ---- The digest, step by step ---- */

STATUSRULES_EACH_MACHINE
static void add_words(digest_rows *restrict d, const uint64_t *restrict words, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        statusrules_siphash s = {d->v0[i], d->v1[i], d->v2[i], d->v3[i]};
        statusrules_siphash_add(&s, words[i]);
        d->v0[i] = s.v0;
        d->v1[i] = s.v1;
        d->v2[i] = s.v2;
        d->v3[i] = s.v3;
    }
}

static inline uint64_t pick(uint64_t mask, uint64_t taken, uint64_t kept) {
    return kept ^ ((kept ^ taken) & mask);
}

/* Rows that miss the fact stay as they are. */
STATUSRULES_EACH_MACHINE
static void add_fact(digest_rows *restrict d, const int32_t *restrict values, int32_t fact, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        const uint64_t known = values[i] == STATUSRULES_UNKNOWN ? 0 : ~(uint64_t)0;
        statusrules_siphash s = {d->v0[i], d->v1[i], d->v2[i], d->v3[i]};
        statusrules_siphash_add(&s, statusrules_two(fact, values[i]));
        d->v0[i] = pick(known, s.v0, d->v0[i]);
        d->v1[i] = pick(known, s.v1, d->v1[i]);
        d->v2[i] = pick(known, s.v2, d->v2[i]);
        d->v3[i] = pick(known, s.v3, d->v3[i]);
        d->n_facts[i] += known & 1;
    }
}

STATUSRULES_EACH_MACHINE
static void end(uint64_t *restrict digests, const digest_rows *restrict d, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        statusrules_siphash s = {d->v0[i], d->v1[i], d->v2[i], d->v3[i]};
        digests[i] = statusrules_siphash_end(&s, statusrules_length_word(d->n_facts[i]));
    }
}

/* ---- A block ---- */

/* The words of a receipt, by row. */
typedef struct receipt_block {
    uint64_t words[STATUSRULES_RECEIPT_WORDS][ROWS];
    uint64_t digests[ROWS];
} receipt_block;

static void fill_words(receipt_block *block, const statusrules_receipt_plan *plan, const statusrules_job *j,
                       const int32_t *const *inputs, const statusrules_row_answer *answers, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        statusrules_options options = j->options;
        uint64_t asked[STATUSRULES_RECEIPT_ASKED] = {plan->asked[0], plan->asked[1], plan->asked[2]};
        if (plan->parameters_vary && !answers[i].code) {
            statusrules_facts facts;
            for (int32_t c = 0; c < j->n_in; c++) {
                if (!statusrules_is_fact(j->in[c].field)) {
                    statusrules_set_input(&facts, &options, j->in[c].field, inputs[c][i]);
                }
            }
            statusrules_asked_words(asked, j->law, j->question, &options, edition_of(j, &options));
        }
        for (int32_t w = 0; w < STATUSRULES_RECEIPT_ASKED; w++) {
            block->words[w][i] = asked[w];
        }
        block->words[STATUSRULES_RECEIPT_ASKED][i] = statusrules_answer_word(
            answers[i].answer.outcome, answers[i].answer.day, answers[i].answer.provision, &options);
    }
}

static void begin(digest_rows *d, const receipt_block *block, int32_t all_asked_alike, int32_t n) {
    statusrules_siphash s = statusrules_siphash_begin();
    for (int32_t w = 0; all_asked_alike && w < STATUSRULES_RECEIPT_ASKED; w++) {
        statusrules_siphash_add(&s, block->words[w][0]);
    }
    for (int32_t i = 0; i < n; i++) {
        d->v0[i] = s.v0;
        d->v1[i] = s.v1;
        d->v2[i] = s.v2;
        d->v3[i] = s.v3;
        d->n_facts[i] = 0;
    }
}

void statusrules_write_receipts(const statusrules_receipt_plan *plan, const statusrules_job *j,
                                const int32_t *const *inputs, const statusrules_row_answer *answers, int64_t start,
                                int32_t n) {
    receipt_block block;
    digest_rows d;
    uint8_t *receipts = (uint8_t *)plan->column->values + start * STATUSRULES_RECEIPT_BYTES;
    fill_words(&block, plan, j, inputs, answers, n);
    begin(&d, &block, !plan->parameters_vary, n);
    for (int32_t w = plan->parameters_vary ? 0 : STATUSRULES_RECEIPT_ASKED; w < STATUSRULES_RECEIPT_WORDS; w++) {
        add_words(&d, block.words[w], n);
    }
    for (int32_t f = 0; f < plan->n_facts; f++) {
        add_fact(&d, inputs[plan->inputs[f]], plan->facts[f], n);
    }
    end(block.digests, &d, n);
    for (int32_t i = 0; i < n; i++) {
        uint8_t *bytes = receipts + i * STATUSRULES_RECEIPT_BYTES;
        const uint64_t answered = answers[i].code ? 0 : ~(uint64_t)0;
        for (int32_t w = 0; w < STATUSRULES_RECEIPT_WORDS; w++) {
            statusrules_write_word(bytes + 8 * w, block.words[w][i] & answered);
        }
        statusrules_write_word(bytes + 8 * STATUSRULES_RECEIPT_WORDS, block.digests[i] & answered);
    }
}
