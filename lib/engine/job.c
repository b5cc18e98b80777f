#include "engine/job.h"

void statusrules_set_input(statusrules_facts *facts, statusrules_options *options, int32_t field, int32_t value) {
    switch (field) {
    case STATUSRULES_ARGUMENT_READING:
        options->reading = value;
        break;
    case STATUSRULES_ARGUMENT_KNOWN_ON:
        options->known_on = value;
        break;
    case STATUSRULES_ARGUMENT_EDITION:
        options->edition = value;
        break;
    case STATUSRULES_ARGUMENT_DAY:
        options->valid_on = value;
        break;
    default:
        statusrules_set_fact_value(facts, field, value);
        break;
    }
}

int64_t statusrules_settle(statusrules_facts *facts, statusrules_options *options, const statusrules_job *j) {
    int64_t varies = 0;
    for (int32_t c = 0; c < j->n_in; c++) {
        if (j->in[c].is_one_value) {
            int32_t value;
            statusrules_read_rows(&value, &j->in[c], 0, 1);
            statusrules_set_input(facts, options, j->in[c].field, value);
        } else if (statusrules_is_fact(j->in[c].field)) {
            varies |= (int64_t)1 << j->in[c].field;
        }
    }
    return varies;
}

#define EACH_ROW(member)                                                                                          \
    for (int32_t i = 0; i < n; i++) {                                                                             \
        results[i] = rows[i].member;                                                                              \
    }                                                                                                             \
    break

void statusrules_take_results(int32_t *restrict results, int32_t field,
                              const statusrules_row_answer *restrict rows, int32_t n) {
    switch (field) {
    case STATUSRULES_RESULT_OUTCOME:
        EACH_ROW(answer.outcome);
    case STATUSRULES_RESULT_DAY:
        EACH_ROW(answer.day);
    case STATUSRULES_RESULT_PROVISION:
        EACH_ROW(answer.provision);
    case STATUSRULES_RESULT_NOTE:
        EACH_ROW(note);
    case STATUSRULES_RESULT_POSSIBLE:
        EACH_ROW(answer.possible);
    case STATUSRULES_RESULT_EARLIEST:
        EACH_ROW(answer.earliest);
    case STATUSRULES_RESULT_LATEST:
        EACH_ROW(answer.latest);
    case STATUSRULES_RESULT_READINGS:
        EACH_ROW(readings);
    case STATUSRULES_RESULT_SAME_FROM:
        EACH_ROW(same_from);
    case STATUSRULES_RESULT_SAME_UNTIL:
        EACH_ROW(same_until);
    case STATUSRULES_RESULT_ASK_NEXT:
        EACH_ROW(ask_next);
    default:
        EACH_ROW(code);
    }
}

/* The answer of a row with an error, but for its code. */
static const statusrules_row_answer no_answer = {
    {0, STATUSRULES_NOT_A_DAY, 0, 0, STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY},
    0,
    0,
    0,
    0,
    0,
    STATUSRULES_NOT_A_DAY,
    STATUSRULES_NOT_A_DAY,
    0};

/* Whether the days of an answer can be written: as fine timestamps the calendar does not fit into 64 bits. */
static int32_t can_be_written(const statusrules_job *j, const statusrules_row_answer *row) {
    for (int32_t o = 0; o < j->n_out; o++) {
        const int64_t ticks = j->out[o].ticks_per_day;
        int32_t day = 0;
        statusrules_take_results(&day, j->out[o].field, row, ticks != 0);
        if (ticks && day != STATUSRULES_NOT_A_DAY && day != STATUSRULES_NONE
            && (day > INT64_MAX / ticks || day < -(INT64_MAX / ticks))) {
            return 0;
        }
    }
    return 1;
}

void statusrules_check_row(statusrules_row_answer *row, statusrules_job *j) {
    if (j->last_day < STATUSRULES_LAST_DAY && !can_be_written(j, row)) {
        *row = no_answer;
        row->code = STATUSRULES_ERROR_RESULT;
        j->bad_rows++;
    }
}

void statusrules_answer_row(statusrules_row_answer *row, statusrules_job *j, const statusrules_facts *facts,
                            const statusrules_options *options) {
    statusrules_answer answer;
    int32_t code = statusrules_ask(&answer, j->law, j->question, facts, options, 0);
    *row = no_answer;
    row->code = code;
    if (code) {
        j->bad_rows++;
        return;
    }
    row->answer.outcome = answer.outcome;
    row->answer.day = answer.day;
    row->answer.provision = answer.provision;
    row->answer.possible = answer.possible;
    row->answer.earliest = answer.earliest;
    row->answer.latest = answer.latest;
    row->note = answer.note;
    row->readings = answer.readings[0].outcome | answer.readings[1].outcome << 4 | answer.readings[2].outcome << 8;
    row->assumed = answer.assumed;
    row->missing = answer.missing;
    row->same_from = answer.same_from;
    row->same_until = answer.same_until;
    row->ask_next = answer.ask_next;
    statusrules_check_row(row, j);
}

int32_t statusrules_asks_little(const statusrules_job *j) {
    for (int32_t o = 0; o < j->n_out; o++) {
        const int32_t field = j->out[o].field;
        if (field != STATUSRULES_RESULT_OUTCOME && field != STATUSRULES_RESULT_DAY
            && field != STATUSRULES_RESULT_ERROR) {
            return 0;
        }
    }
    return 1;
}

static int32_t asks(const statusrules_job *j, int32_t field) {
    for (int32_t o = 0; o < j->n_out; o++) {
        if (j->out[o].field == field) {
            return 1;
        }
    }
    return 0;
}

int32_t statusrules_asks_span(const statusrules_job *j) {
    return asks(j, STATUSRULES_RESULT_SAME_FROM) || asks(j, STATUSRULES_RESULT_SAME_UNTIL);
}

int32_t statusrules_asks_of_a_day(const statusrules_job *j) {
    for (int32_t c = 0; c < j->n_in; c++) {
        if (j->in[c].field == STATUSRULES_ARGUMENT_DAY) {
            return 1;
        }
    }
    return j->options.valid_on != STATUSRULES_UNKNOWN
           || (statusrules_table_question_facts[j->question] >> STATUSRULES_FACT_ON_DAY & 1) != 0;
}

int32_t statusrules_asks_more(const statusrules_job *j) {
    return statusrules_asks_span(j) || asks(j, STATUSRULES_RESULT_ASK_NEXT);
}
