#include "engine/row_classes.h"

#include "engine/lanes.h"

/* A table of names longer than this is not searched for turns. */
enum { FEW_NAMES = 2 * STATUSRULES_MAX_TURNS };

static void add_turn(statusrules_classing *classing, int32_t after, uint8_t more) {
    if (classing->n_turns == STATUSRULES_MAX_TURNS) {
        classing->n_turns = -1;
    } else if (classing->n_turns >= 0) {
        classing->after[classing->n_turns] = after;
        classing->more[classing->n_turns++] = more;
    }
}

void statusrules_find_turns(statusrules_classing *classing) {
    const statusrules_table_axis *axis = classing->axis;
    classing->n_turns = 0;
    if (axis->class_end) {
        for (int32_t class = STATUSRULES_CLASS_FIRST; class < axis->n_classes - 1; class ++) {
            add_turn(classing, axis->class_end[class], 1);
        }
    } else if (axis->last_index > FEW_NAMES) {
        classing->n_turns = -1;
    } else {
        for (int32_t place = 0; place < axis->last_index; place++) {
            if (axis->class_of[place + 1] != axis->class_of[place]) {
                add_turn(classing, axis->first + place,
                         (uint8_t)(axis->class_of[place + 1] - axis->class_of[place]));
            }
        }
    }
}

/* A value outside the table takes the class of the nearest. */
/*@
  requires an_axis(axis);
  requires 0 <= n <= STATUSRULES_MASK_ROWS;
  requires \valid(classes + (0 .. n - 1)) && \valid_read(values + (0 .. n - 1));
  requires \separated(classes + (0 .. n - 1), values + (0 .. n - 1), axis, axis->class_of + (0 .. axis->last_index));
  assigns classes[0 .. n - 1];
  ensures \forall integer i; 0 <= i < n
    ==> classes[i] == axis->class_of[place_of(values[i], axis->first, axis->last_index)];
*/
static inline __attribute__((always_inline)) void
look_up(uint8_t *restrict classes, const int32_t *restrict values, int32_t n, const statusrules_table_axis *axis) {
    int32_t places[STATUSRULES_MASK_ROWS];
    const uint8_t *class_of = axis->class_of;
    const int32_t first = axis->first;
    const int32_t last = first + axis->last_index;
    /*@
      loop invariant 0 <= i <= n;
      loop invariant \forall integer j; 0 <= j < i ==> places[j] == place_of(values[j], first, axis->last_index);
      loop assigns i, places[0 .. n - 1];
      loop variant n - i;
    */
    for (int32_t i = 0; i < n; i++) {
        const int32_t value = values[i] > first ? values[i] : first;
        places[i] = (value < last ? value : last) - first;
    }
#pragma GCC unroll 8
    /*@
      loop invariant 0 <= i <= n;
      loop invariant \forall integer j; 0 <= j < i ==> classes[j] == class_of[places[j]];
      loop assigns i, classes[0 .. n - 1];
      loop variant n - i;
    */
    for (int32_t i = 0; i < n; i++) {
        classes[i] = class_of[places[i]];
    }
}

static inline void add_turns(uint8_t *restrict classes, const int32_t *restrict values, int32_t n,
                             const statusrules_classing *classing) {
    const uint8_t class = classing->axis->class_of[0];
    for (int32_t i = 0; i < n; i++) {
        classes[i] = class;
    }
    for (int32_t t = 0; t < classing->n_turns; t++) {
        const int32_t after = classing->after[t];
        const uint8_t more = classing->more[t];
        for (int32_t i = 0; i < n; i++) {
            classes[i] = (uint8_t)(classes[i] + (values[i] > after ? more : 0));
        }
    }
}

/* How many values of a block are none, missing and wrong. */
typedef struct special_values {
    uint32_t none;
    uint32_t unknown;
    uint32_t wrong;
} special_values;

static inline special_values count_special(const int32_t *restrict values, const uint8_t *restrict classes,
                                           int32_t n, const statusrules_classing *classing) {
    const int32_t first = classing->first;
    const uint32_t width = (uint32_t)classing->last - (uint32_t)first;
    const int32_t none_value = classing->none;
    const int32_t unknown_value = classing->unknown;
    special_values found = {0, 0, 0};
    uint32_t none = 0;
    uint32_t unknown = 0;
    uint32_t outside = 0;
    uint32_t in_gaps = 0;
    for (int32_t i = 0; i < n; i++) {
        none += values[i] == none_value;
        unknown += values[i] == unknown_value;
        outside += (uint32_t)values[i] - (uint32_t)first > width;
    }
    for (int32_t i = 0; classing->gaps && i < n; i++) {
        in_gaps += classes[i] == 0;
    }
    /* Where none is no value, that which is missing stands for it. */
    found.none = none_value == unknown_value ? 0 : none;
    found.unknown = unknown;
    found.wrong = outside - found.none - unknown + in_gaps;
    return found;
}

static inline void classify_value(uint8_t *restrict classes, const int32_t *restrict values, int32_t n,
                                  int32_t value, uint32_t class) {
    for (int32_t i = 0; i < n; i++) {
        classes[i] = (uint8_t)statusrules_pick(statusrules_equal(values[i], value), class, classes[i]);
    }
}

static inline void add_bit(uint32_t *restrict bits, const int32_t *restrict values, int32_t n, int32_t value,
                           uint32_t bit) {
    for (int32_t i = 0; i < n; i++) {
        bits[i] |= statusrules_equal(values[i], value) & bit;
    }
}

/* A number in a gap has the class 0 from the table, for which there are no masks: its row is wrong, and goes on as if
 * it had none. */
static inline void mark_wrong(uint8_t *restrict classes, uint8_t *restrict marks, const int32_t *restrict values,
                              int32_t n, const statusrules_classing *classing) {
    const int32_t first = classing->first;
    const uint32_t width = (uint32_t)classing->last - (uint32_t)first;
    const int32_t none_value = classing->none;
    const int32_t unknown_value = classing->unknown;
    for (int32_t i = 0; i < n; i++) {
        const uint32_t in_gap = statusrules_equal(classes[i], 0);
        const uint32_t wrong = ~(statusrules_within(values[i], first, width) & ~in_gap)
                               & ~statusrules_equal(values[i], none_value)
                               & ~statusrules_equal(values[i], unknown_value);
        classes[i] = (uint8_t)statusrules_pick(in_gap, STATUSRULES_CLASS_NONE, classes[i]);
        marks[i] = (uint8_t)(marks[i] | (wrong & STATUSRULES_ROW_WRONG));
    }
}

STATUSRULES_EACH_MACHINE
static void classify(uint8_t *restrict classes, uint8_t *restrict marks, uint32_t *restrict missing,
                     const int32_t *restrict values, int32_t n, const statusrules_classing *classing) {
    if (classing->n_turns >= 0) {
        add_turns(classes, values, n, classing);
    } else {
        look_up(classes, values, n, classing->axis);
    }
    const special_values special = count_special(values, classes, n, classing);
    if (special.wrong) {
        mark_wrong(classes, marks, values, n, classing);
    }
    if (special.none) {
        classify_value(classes, values, n, classing->none, STATUSRULES_CLASS_NONE);
    }
    if (special.unknown) {
        classify_value(classes, values, n, classing->unknown, classing->unknown_class);
    }
    if (special.unknown && classing->missing) {
        add_bit(missing, values, n, classing->unknown, classing->missing);
    }
}

STATUSRULES_EACH_MACHINE
static void join_states(uint8_t *restrict citizenship, uint8_t *restrict marks, uint32_t *restrict missing,
                        const uint8_t *restrict residence, int32_t n, uint32_t any_class, uint32_t missing_bit,
                        uint32_t presumed_bit, uint32_t strict) {
    for (int32_t i = 0; i < n; i++) {
        const int32_t mine = citizenship[i];
        const int32_t other = residence[i];
        const uint32_t no_citizenship = statusrules_equal(mine, STATUSRULES_CLASS_UNKNOWN);
        const uint32_t no_residence = statusrules_equal(other, STATUSRULES_CLASS_UNKNOWN);
        const uint32_t two = ~statusrules_within(mine, STATUSRULES_CLASS_UNKNOWN, STATUSRULES_CLASS_NONE)
                             & ~statusrules_within(other, STATUSRULES_CLASS_UNKNOWN, STATUSRULES_CLASS_NONE)
                             & ~statusrules_equal(mine, other);
        const uint32_t open =
            (no_citizenship & statusrules_within(other, STATUSRULES_CLASS_UNKNOWN, STATUSRULES_CLASS_NONE))
            | (no_residence & statusrules_equal(mine, STATUSRULES_CLASS_NONE));
        const uint32_t one_missing = no_citizenship | no_residence;
        citizenship[i] = (uint8_t)statusrules_pick(open, any_class, (uint32_t)(mine > other ? mine : other));
        missing[i] |= (open & missing_bit) | (one_missing & presumed_bit);
        marks[i] = (uint8_t)(marks[i] | ((two | (one_missing & strict)) & STATUSRULES_ROW_LEFT));
    }
}

STATUSRULES_EACH_MACHINE
static void mark_order(uint8_t *restrict marks, const int32_t *restrict days, const int32_t *restrict not_before,
                       int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t before = days[i] < not_before[i] ? ~0U : 0U;
        const uint32_t wrong = before & ~statusrules_equal(days[i], STATUSRULES_UNKNOWN);
        marks[i] = (uint8_t)(marks[i] | (wrong & STATUSRULES_ROW_WRONG));
    }
}

STATUSRULES_EACH_MACHINE
static void mark_late(uint8_t *restrict marks, const int32_t *restrict days, int32_t n, int32_t last) {
    for (int32_t i = 0; i < n; i++) {
        const uint32_t late = days[i] > last ? ~0U : 0U;
        const uint32_t left = late & ~statusrules_equal(days[i], STATUSRULES_NONE);
        marks[i] = (uint8_t)(marks[i] | (left & STATUSRULES_ROW_LEFT));
    }
}

STATUSRULES_EACH_MACHINE
static uint32_t any_marked(const uint8_t *marks, int32_t n, uint8_t some) {
    uint8_t any = 0;
    for (int32_t i = 0; i < n; i++) {
        any = (uint8_t)(any | marks[i]);
    }
    return any & some;
}

int32_t statusrules_any_marked(const uint8_t *marks, int32_t n, uint8_t some) {
    return any_marked(marks, n, some) != 0;
}

void statusrules_fill(uint8_t *bytes, int32_t n, uint8_t byte) {
    for (int32_t i = 0; i < n; i++) {
        bytes[i] = byte;
    }
}

void statusrules_copy(uint8_t *restrict bytes, const uint8_t *restrict from, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        bytes[i] = from[i];
    }
}

/* The library exports no function that is made for each machine. */
void statusrules_classify_rows(uint8_t *restrict classes, uint8_t *restrict marks, uint32_t *restrict missing,
                               const int32_t *restrict values, int32_t n, const statusrules_classing *classing) {
    classify(classes, marks, missing, values, n, classing);
}

void statusrules_begin_rows(uint8_t *restrict marks, uint32_t *restrict missing, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        marks[i] = 0;
        missing[i] = 0;
    }
}

uint32_t statusrules_keep_bits(uint32_t *restrict kept, const uint32_t *restrict bits, int32_t n, uint32_t some) {
    uint32_t any = 0;
    for (int32_t i = 0; i < n; i++) {
        kept[i] = bits[i] & some;
        any |= kept[i];
    }
    return any;
}

void statusrules_join_states(uint8_t *restrict citizenship, uint8_t *restrict marks, uint32_t *restrict missing,
                             const uint8_t *restrict residence, int32_t n, const statusrules_classing *state,
                             uint32_t presumed_bit, int32_t strict) {
    join_states(citizenship, marks, missing, residence, n, state->unknown_class, state->missing, presumed_bit,
                strict ? ~0U : 0U);
}

void statusrules_mark_order(uint8_t *restrict marks, const int32_t *restrict days,
                            const int32_t *restrict not_before, int32_t n) {
    mark_order(marks, days, not_before, n);
}

void statusrules_mark_late(uint8_t *restrict marks, const int32_t *restrict days, int32_t n, int32_t last) {
    mark_late(marks, days, n, last);
}
