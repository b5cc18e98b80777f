/*
 * The shape of the compiled law: what lib/law_compiler writes and lib/engine reads. No date, act or kind stands
 * here or in the engine; they are all in the tables.
 *
 * An axis is anything that a condition can ask: a fact, a parameter (reading, known_on, edition), or what a stage
 * hands to the next (the incoming day, and whether it was extended), or the state that decides. At build time an axis is cut at the law's
 * breakpoints; a value then is a class (one byte), and a class is a mask of rows: bit r says that row r of the
 * block does not mind this class. AND over the axes, and the lowest bit is the first row that fits.
 *
 *   class 0            unknown, before it is completed; carries no mask
 *   class 1            none (STATUSRULES_NONE)
 *   class 2 .. n-1     values, in order on an axis of days or numbers
 *   class n ..         per question: what unknown can stand for once the marks are applied ("completions"), and
 *                      twice two for a fact that is not completed yet: the rows that fit every completion, those
 *                      that fit some
 */
#ifndef STATUSRULES_ENGINE_TABLES_H
#define STATUSRULES_ENGINE_TABLES_H

#include <statusrules/ask.h>
#include <statusrules/columns.h>
#include <statusrules/law.h>
#include <statusrules/names.h>

/* Axes 1 to 60 are facts. */
enum {
    STATUSRULES_AXIS_INCOMING_DAY = STATUSRULES_INCOMING_DAY,
    STATUSRULES_AXIS_EXTENDED = STATUSRULES_EXTENDED,
    STATUSRULES_AXIS_STATE = STATUSRULES_STATE,
    STATUSRULES_AXIS_READING = 64,
    STATUSRULES_AXIS_KNOWN_ON = 65,
    STATUSRULES_AXIS_EDITION = 66,
    STATUSRULES_AXIS_COUNT = 67
};

enum { STATUSRULES_CLASS_UNKNOWN = 0, STATUSRULES_CLASS_NONE = 1, STATUSRULES_CLASS_FIRST = 2 };

/* The stage of the lists of notes: they see the answer's day as the incoming day. */
enum { STATUSRULES_STAGE_NOTES = 255, STATUSRULES_MAX_BLOCKS = 16 };

/* The classes of an axis, for all questions of a law. */
typedef struct statusrules_table_axis {
    /* The value of the first entry of class_of; values below it take the first entry. */
    int32_t first;
    /* The index of the last entry; values above take it. */
    int32_t last_index;
    const uint8_t *class_of;
    /* The last value of each class, on an axis of days or numbers (the last class ends with the fact's last
     * value); NULL elsewhere. */
    const int32_t *class_end;
    /* How many classes, unknown and none included. */
    int32_t n_classes;
} statusrules_table_axis;

/*@
  // An axis as the compiler of the law writes it.
  predicate an_axis(statusrules_table_axis *axis) =
    \valid_read(axis) && 0 <= axis->last_index && \valid_read(axis->class_of + (0 .. axis->last_index))
    && axis->first + axis->last_index <= INT32_MAX;

  // Where the class of a value stands: a value before the first entry or after the last belongs to the nearest.
  logic integer place_of(integer value, integer first, integer last_index) =
    value < first ? 0 : value > first + last_index ? last_index : value - first;
*/

/* What an unknown value of an axis can stand for in a question: one class for each different behaviour. */
typedef struct statusrules_table_completions {
    const uint8_t *classes;
    /* The earliest value among those that behave alike, on an axis of days or numbers; NULL elsewhere. */
    const int32_t *earliest;
    int32_t n;
    /* The class of the rows that fit every completion; the next class is that of the rows that fit some. */
    int32_t every;
} statusrules_table_completions;

/* A row in its place in a list. */
typedef struct statusrules_table_row {
    int32_t provision;
    int32_t effect;
    int32_t day;
    int32_t latest;
    int32_t days;
    /* What a conflict between sources leaves possible: earliest and latest day of the sides that say yes. */
    int32_t earliest_side;
    int32_t latest_side;
    /* The facts it asks "unless known", "if known": bit 1 << fact. In both, if it asks which state decides, the two
     * facts that say so: one of them can be presumed. */
    int64_t unless_known;
    int64_t if_known;
} statusrules_table_row;

/*
 * What stands for a case so far, as one number, so that of two the better is the greater: the day of a yes, where
 * STATUSRULES_NONE is an open end; below all days the outcomes without a day, in the order of decide.c. Silence and
 * nothing are one. The first is a multiple of 8, so that the three lowest bits count the outcomes (standing.c).
 */
enum {
    STATUSRULES_STANDS_SILENT = -(1 << 29),
    STATUSRULES_STANDS_NO,
    STATUSRULES_STANDS_DISCRETION,
    STATUSRULES_STANDS_CONFLICT,
    STATUSRULES_STANDS_YES,
    /* Stands for completions that differ; no row of the law gives it. */
    STATUSRULES_STANDS_UNDETERMINED,
    /* Come into a stage in place of a day, for a document without term and for a missing day: below all days, and above
     * the others. */
    STATUSRULES_ANY_DAY = STATUSRULES_FIRST_DAY - 2,
    STATUSRULES_NO_DAY
};

/* What a row makes of the day that comes in: that day and `added`, and not less than `least`. A row that gives no day adds
 * STATUSRULES_TO_NOTHING, which takes any day below all that can stand. */
typedef struct statusrules_table_step {
    int32_t added;
    int32_t least;
} statusrules_table_step;

enum { STATUSRULES_TO_NOTHING = -(1 << 30) };

/* Where sources differ about what a row gives: the first and the last day of the sides of a conflict, or the last day as
 * others have it; else STATUSRULES_NOT_A_DAY. */
typedef struct statusrules_table_sides {
    int32_t first;
    int32_t last;
} statusrules_table_sides;

/* The place of no row, after the last that a block can have. */
enum { STATUSRULES_NO_STEP = 64 };

/* 1 to 64 rows of one list. A longer list is several blocks, of which the first that fits decides. */
typedef struct statusrules_table_block {
    int32_t stage;
    int32_t list;
    const statusrules_table_row *rows;
    int32_t n_rows;
    /* By row its step and its sides; those of no row from the last row on to STATUSRULES_NO_STEP. */
    const statusrules_table_step *steps;
    const statusrules_table_sides *sides;
    /* By axis: masks by class, NULL if no row of the block asks the axis. Masks of unasked bits are ones. */
    const uint64_t *masks[STATUSRULES_AXIS_COUNT];
    /* The rows of the newest edition when everything is known: known_on and edition taken together. */
    uint64_t newest;
    /* The rows that do not hold in every reading. */
    uint64_t by_reading;
    /* By axis: the rows that ask it "if known"; those that ask the state. */
    uint64_t if_known[STATUSRULES_AXIS_COUNT];
} statusrules_table_block;

typedef struct statusrules_table_question {
    /* Blocks by stage, list, place; the notes last. */
    const statusrules_table_block *blocks;
    int32_t n_blocks;
    /* The facts that some row asks, in ascending order; ends with 0. */
    const uint8_t *facts;
    /* Those that belong to the question but that no row asks: they are only checked. In runs of numbers, first and
     * last; ends with 0. */
    const uint8_t *other_facts;
    /* The facts that some row asks "if known", and those that say which state decides: bit 1 << fact. */
    int64_t asked_if_known;
    /* 1: some row asks last_day or the incoming day, or an effect counts from it. */
    int32_t uses_last_day;
    /* 1: some row asks which state decides. Then no row asks citizenship or residence state alone, and the classes of
     * both are those of the axis of the state. */
    int32_t uses_state;
    /* By fact: what unknown can stand for, with the marks applied, and without them (strict). */
    statusrules_table_completions completions[STATUSRULES_INCOMING_DAY];
    statusrules_table_completions strict_completions[STATUSRULES_INCOMING_DAY];
    /* By fact: the first of its completions; and the facts but last_day that have more than one: bit 1 << fact. The
     * facts that say which state decides are in neither. */
    const uint8_t *unknown_classes;
    const uint8_t *strict_unknown_classes;
    int64_t open;
    int64_t strict_open;
} statusrules_table_question;

struct statusrules_law {
    const char *name;
    const char *label_en;
    const char *label_ru;
    /* By edition - 1. */
    const char *const *digests;
    int32_t edition;
    const statusrules_act *acts;
    int32_t n_acts;
    /* By number - 1. */
    const statusrules_provision *provisions;
    const statusrules_condition *const *conditions;
    const statusrules_side *const *sides;
    int32_t n_provisions;
    const statusrules_table_axis *axes;
    /* By question number; [0] is empty. A question that the law does not speak of has no blocks. */
    const statusrules_table_question *questions;
};

/* All laws; written by the compiler. */
extern const statusrules_law *const statusrules_table_laws[];
extern const int32_t statusrules_table_n_laws;

/* What a fact may be, by number; from names.toml. */
typedef struct statusrules_table_fact {
    statusrules_fact_info info;
    /* The fact that this one must not be earlier than, or 0. */
    int32_t not_before;
    /* The two days between which a number of days lies, or 0. */
    int32_t days_from;
    int32_t days_to;
    /* By value - first: 1 if it is a value; NULL if all are (a range without gaps). */
    const uint8_t *is_value;
} statusrules_table_fact;

/* By number of the fact; [0] is empty. The last is [statusrules_table_n_facts]. */
extern const statusrules_table_fact statusrules_table_facts[];
extern const int32_t statusrules_table_n_facts;
/* The facts that two others count: bit 1 << fact. */
extern const int64_t statusrules_table_counted;
/* By number of the question: the facts that belong to it, bit 1 << fact; [0] is empty. The last is
 * [statusrules_table_n_questions]. */
extern const int64_t statusrules_table_question_facts[];
extern const int32_t statusrules_table_n_questions;

/* A value by its name, English and Russian label: STATUSRULES_LANGUAGE_… is the index. */
typedef struct statusrules_table_name {
    int32_t code;
    /* Checksums of the labels, Latin and Russian letters in lower case: m = 31 m + byte, modulo 256. */
    uint8_t marks[3];
    const char *labels[3];
} statusrules_table_name;

/* A list of names, by code. */
typedef struct statusrules_table_names {
    int32_t names;
    const statusrules_table_name *entries;
    int32_t n;
    /* The entry of STATUSRULES_NONE, which comes last; NULL if none is no value. */
    const statusrules_table_name *none;
} statusrules_table_names;

extern const statusrules_table_names statusrules_table_all_names[];
extern const int32_t statusrules_table_n_names;

#endif
