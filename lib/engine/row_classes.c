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
static inline __attribute__((always_inline)) void
look_up(uint8_t *restrict classes, const int32_t *restrict values, int32_t n, const statusrules_table_axis *axis) {
    int32_t places[STATUSRULES_MASK_ROWS];
    const uint8_t *class_of = axis->class_of;
    const int32_t first = axis->first;
    const int32_t last = first + axis->last_index;
    for (int32_t i = 0; i < n; i++) {
        const int32_t value = values[i] > first ? values[i] : first;
        places[i] = (value < last ? value : last) - first;
    }
#pragma GCC unroll 8
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

/* How many values of a block are none, and how many are missing or wrong. */
typedef struct special_values {
    uint32_t none;
    uint32_t other;
} special_values;

static inline special_values count_special(const int32_t *restrict values, const uint8_t *restrict classes,
                                           int32_t n, const statusrules_classing *classing) {
    const int32_t first = classing->first;
    const uint32_t width = (uint32_t)classing->last - (uint32_t)first;
    const int32_t none_value = classing->none;
    uint32_t none = 0;
    uint32_t outside = 0;
    uint32_t in_gaps = 0;
    for (int32_t i = 0; i < n; i++) {
        none += values[i] == none_value;
        outside += (uint32_t)values[i] - (uint32_t)first > width;
    }
    for (int32_t i = 0; classing->gaps && i < n; i++) {
        in_gaps += classes[i] == 0;
    }
    /* Where none is no value, STATUSRULES_UNKNOWN stands for it. */
    return none_value == STATUSRULES_UNKNOWN ? (special_values){0, outside + in_gaps}
                                             : (special_values){none, outside - none + in_gaps};
}

static inline void classify_none(uint8_t *restrict classes, const int32_t *restrict values, int32_t n,
                                 int32_t none_value) {
    for (int32_t i = 0; i < n; i++) {
        classes[i] = (uint8_t)statusrules_pick(statusrules_equal(values[i], none_value), STATUSRULES_CLASS_NONE,
                                               classes[i]);
    }
}

/* Missing values and none have classes of their own. A number in a gap has the class 0 from the table, for which there
 * are no masks: its row is wrong, and goes on as if it had none. */
static inline void classify_special(uint8_t *restrict classes, uint8_t *restrict marks,
                                    const int32_t *restrict values, int32_t n,
                                    const statusrules_classing *classing) {
    const int32_t first = classing->first;
    const uint32_t width = (uint32_t)classing->last - (uint32_t)first;
    const int32_t none_value = classing->none;
    const uint32_t unknown_class = classing->unknown_class;
    const uint32_t if_unknown = classing->if_unknown;
    for (int32_t i = 0; i < n; i++) {
        const uint32_t unknown = statusrules_equal(values[i], STATUSRULES_UNKNOWN);
        const uint32_t none = statusrules_equal(values[i], none_value);
        const uint32_t in_gap = statusrules_equal(classes[i], 0);
        const uint32_t wrong = ~(statusrules_within(values[i], first, width) & ~in_gap) & ~none & ~unknown;
        const uint32_t class = statusrules_pick(none | in_gap, STATUSRULES_CLASS_NONE, classes[i]);
        classes[i] = (uint8_t)statusrules_pick(unknown, unknown_class, class);
        marks[i] = (uint8_t)(marks[i] | (wrong & STATUSRULES_ROW_WRONG) | (unknown & if_unknown));
    }
}

STATUSRULES_EACH_MACHINE
static void classify(uint8_t *restrict classes, uint8_t *restrict marks, const int32_t *restrict values, int32_t n,
                     const statusrules_classing *classing) {
    if (classing->n_turns >= 0) {
        add_turns(classes, values, n, classing);
    } else {
        look_up(classes, values, n, classing->axis);
    }
    const special_values special = count_special(values, classes, n, classing);
    if (special.other) {
        classify_special(classes, marks, values, n, classing);
    } else if (special.none) {
        classify_none(classes, values, n, classing->none);
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
        const uint32_t wrong = late & ~statusrules_equal(days[i], STATUSRULES_NONE);
        marks[i] = (uint8_t)(marks[i] | (wrong & STATUSRULES_ROW_WRONG));
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

void statusrules_unmark(uint8_t *marks, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        marks[i] = 0;
    }
}

/* The library exports no function that is made for each machine. */
void statusrules_classify_rows(uint8_t *restrict classes, uint8_t *restrict marks, const int32_t *restrict values,
                               int32_t n, const statusrules_classing *classing) {
    classify(classes, marks, values, n, classing);
}

void statusrules_mark_order(uint8_t *restrict marks, const int32_t *restrict days,
                            const int32_t *restrict not_before, int32_t n) {
    mark_order(marks, days, not_before, n);
}

void statusrules_mark_late(uint8_t *restrict marks, const int32_t *restrict days, int32_t n, int32_t last) {
    mark_late(marks, days, n, last);
}
