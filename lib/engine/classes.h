/*
 * From values to classes: reads the facts of a case, checks them, and gives every axis its class.
 */
#ifndef STATUSRULES_ENGINE_CLASSES_H
#define STATUSRULES_ENGINE_CLASSES_H

#include "engine/tables.h"
#include "engine/values.h"

/* The facts that say which state decides. */
#define STATUSRULES_STATE_FACTS                                                                                   \
    ((int64_t)1 << STATUSRULES_FACT_CITIZENSHIP | (int64_t)1 << STATUSRULES_FACT_RESIDENCE_STATE)

/* One case, ready to be decided. */
typedef struct statusrules_case {
    const statusrules_law *law;
    const statusrules_table_question *question;
    /* A day, STATUSRULES_NONE or STATUSRULES_UNKNOWN; both unknown where they do not belong to the question. */
    int32_t last_day;
    int32_t issued_on;
    /* The readings asked: first to last. */
    int32_t first_reading;
    int32_t last_reading;
    int32_t strict;
    int32_t edition;
    /* 1: everything is known and the edition is the newest, so that these two need no classes. */
    int32_t newest;
    /* 1: the answer depends on the last day. */
    int32_t asks_last_day;
    /* The day on which the document is to be valid, else STATUSRULES_UNKNOWN. */
    int32_t valid_on;
    /* The facts that a row asks and that are unknown: bit 1 << fact. */
    int64_t unknown;
    /* By axis; of an unknown fact the first class that it can stand for. Where the question asks which state decides,
     * citizenship and residence state have classes of that axis, or STATUSRULES_CLASS_UNKNOWN where one is presumed to
     * lead nowhere else. */
    uint8_t classes[STATUSRULES_AXIS_COUNT];
    /* The unknown facts that can stand for more than one class, last_day left out: bit 1 << fact. */
    int64_t open;
    /* Those that are not completed yet: their class is that of the rows that fit every completion. */
    int64_t undecided;
    /* What is missing besides citizenship, where that is: the residence state, if it is unknown too. */
    int64_t or_residence_state;
    /* 1: the answer alone. */
    int32_t brief;
} statusrules_case;

/*
 * The facts of a question as this library's struct: those of an older caller, which has fewer members, are copied into
 * `room`; so are they where a number of days is unknown that two days give. NULL, with the error, where a number is given
 * that is not the one between the two days.
 */
const statusrules_facts *statusrules_whole_facts(statusrules_facts *room, const statusrules_facts *facts,
                                                 int32_t question, statusrules_error *error);

/* The same without counting. */
const statusrules_facts *statusrules_lengthen(statusrules_facts *room, const statusrules_facts *facts);

/* The number of days between two days; unknown where one of them is. */
int32_t statusrules_count_days(const statusrules_facts *facts, int32_t fact);

/* A day that varies and of which a number of days of the question is counted; 0: none. */
int32_t statusrules_count_varies(int32_t question, const statusrules_facts *facts, int64_t varies);

/* The class of a known value. A value before the first entry or after the last belongs to the nearest. */
/*@
  requires an_axis(axis);
  requires value != STATUSRULES_NONE ==> INT32_MIN <= value - axis->first <= INT32_MAX;
  assigns \nothing;
  ensures value == STATUSRULES_NONE ==> \result == STATUSRULES_CLASS_NONE;
  ensures value != STATUSRULES_NONE
    ==> \result == axis->class_of[place_of(value, axis->first, axis->last_index)];
*/
static inline uint8_t statusrules_class(const statusrules_table_axis *axis, int32_t value) {
    if (value == STATUSRULES_NONE) {
        return STATUSRULES_CLASS_NONE;
    }
    int32_t index = value - axis->first;
    index = index < 0 ? 0 : index;
    index = index > axis->last_index ? axis->last_index : index;
    return axis->class_of[index];
}

/* The classes of the two axes whose values are consecutive from their first. */
static inline uint8_t statusrules_reading_class(const statusrules_law *law, int32_t reading) {
    return law->axes[STATUSRULES_AXIS_READING].class_of[reading - STATUSRULES_READING_LITERAL];
}

static inline uint8_t statusrules_extended_class(const statusrules_law *law, int32_t extended) {
    return law->axes[STATUSRULES_AXIS_EXTENDED].class_of[extended];
}

/* What an unknown fact can stand for in this case. */
static inline const statusrules_table_completions *statusrules_completions(const statusrules_case *c,
                                                                           int32_t fact) {
    return c->strict ? &c->question->strict_completions[fact] : &c->question->completions[fact];
}

/* The options as this library's struct: what an older caller's does not have, and NULL, is the default. */
int32_t statusrules_whole_options(statusrules_options *whole, const statusrules_options *options,
                                  statusrules_error *error);

/*
 * Checks law, question, facts and options and fills the case. Returns STATUSRULES_OK or the error, as
 * statusrules_ask does.
 */
int32_t statusrules_case_of(statusrules_case *c, const statusrules_law *law, int32_t question,
                            const statusrules_facts *facts, const statusrules_options *options,
                            statusrules_error *error);

#endif
