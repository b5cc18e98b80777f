#include "engine/windows.h"

#include "engine/lanes.h"
#include "engine/values.h"

static int32_t same_window(const statusrules_window *a, const statusrules_window *b) {
    return a->first == b->first && a->width == b->width && a->outcome == b->outcome && a->day == b->day
           && a->moves == b->moves;
}

/* Adds a window for one value, or the value to a window that is the same. Silence needs none. */
static int32_t add_window(statusrules_windows *windows, const statusrules_window *window) {
    if (window->outcome == STATUSRULES_OUTCOME_SILENT && window->day == STATUSRULES_NOT_A_DAY) {
        return 1;
    }
    for (int32_t i = 0; i < windows->n; i++) {
        if (same_window(&windows->windows[i], window)) {
            windows->windows[i].values |= window->values;
            return 1;
        }
    }
    if (windows->n == STATUSRULES_MAX_WINDOWS) {
        return 0;
    }
    windows->windows[windows->n++] = *window;
    return 1;
}

/* The window of one decision, from a last day on; joined to the one before it if that says the same. */
static statusrules_window window_of(const statusrules_verdict *verdict, const statusrules_reach *reach,
                                    int32_t from, uint32_t values) {
    statusrules_window window = {
        from, (uint32_t)(reach->until - from), values, verdict->answer.outcome, verdict->answer.day, 0};
    if (reach->moves && verdict->answer.day != STATUSRULES_NOT_A_DAY && verdict->answer.day != STATUSRULES_NONE) {
        window.day = verdict->answer.day - from;
        window.moves = -1;
    }
    return window;
}

static int32_t continues(const statusrules_window *before, const statusrules_window *next) {
    return before->outcome == next->outcome && before->day == next->day && before->moves == next->moves;
}

/* Walks the last day for one value. */
static int32_t add_windows_of(statusrules_windows *windows, statusrules_case *c, uint32_t values) {
    statusrules_window open = {0, 0, 0, -1, 0, 0};
    for (int32_t day = STATUSRULES_FIRST_DAY; day <= STATUSRULES_LAST_DAY;) {
        statusrules_verdict verdict;
        statusrules_reading_answer readings[3];
        statusrules_reach reach;
        statusrules_decide_at(&verdict, readings, &reach, c, day);
        if (verdict.answer.outcome == 0) {
            /* From here on the result is outside the calendar; who has a later last day is left to be answered alone. */
            windows->last_day = day - 1 < windows->last_day ? day - 1 : windows->last_day;
            break;
        }
        statusrules_window next = window_of(&verdict, &reach, day, values);
        if (continues(&open, &next)) {
            open.width = (uint32_t)(reach.until - open.first);
        } else {
            if (open.outcome >= 0 && !add_window(windows, &open)) {
                return 0;
            }
            open = next;
        }
        day = reach.until + 1;
    }
    return open.outcome < 0 || add_window(windows, &open);
}

int32_t statusrules_make_windows(statusrules_windows *windows, const statusrules_case *c, int32_t fact) {
    statusrules_case tried = *c;
    windows->n = 0;
    windows->values = ~(uint32_t)0;
    windows->last_day = STATUSRULES_LAST_DAY;
    if (!fact) {
        return add_windows_of(windows, &tried, windows->values) && windows->last_day >= STATUSRULES_FIRST_DAY;
    }
    const statusrules_fact_info *info = &statusrules_table_facts[fact].info;
    if (info->kind != STATUSRULES_KIND_NAME || info->last > 31) {
        return 0;
    }
    windows->values = 0;
    for (int32_t value = info->first; value <= info->last; value++) {
        /* A name may lack some number. */
        if (!statusrules_is_value(fact, value)) {
            continue;
        }
        windows->values |= (uint32_t)1 << value;
        tried.classes[fact] = statusrules_class(&c->law->axes[fact], value);
        if (!add_windows_of(windows, &tried, (uint32_t)1 << value)) {
            return 0;
        }
    }
    return windows->last_day >= STATUSRULES_FIRST_DAY;
}

/* All ones where a value, below 32, is among the values. */
static inline uint32_t among(uint32_t value, uint32_t values) {
    return 0U - (values >> (value & 31) & 1);
}

/* One row through all windows. `n` is a constant where this is inlined, so that the windows stay in registers. */
static inline __attribute__((always_inline)) uint32_t run_row(int32_t *outcome, int32_t *day, int32_t last_day,
                                                              int32_t value, const statusrules_windows *w,
                                                              int32_t n) {
    uint32_t given = (uint32_t)STATUSRULES_NOT_A_DAY;
    uint32_t result = STATUSRULES_OUTCOME_SILENT;
    for (int32_t i = 0; i < n; i++) {
        const statusrules_window *window = &w->windows[i];
        uint32_t hit =
            statusrules_within(last_day, window->first, window->width) & among((uint32_t)value, window->values);
        given =
            statusrules_pick(hit, (uint32_t)window->day + ((uint32_t)last_day & (uint32_t)window->moves), given);
        result = statusrules_pick(hit, (uint32_t)window->outcome, result);
    }
    result &= statusrules_within(last_day, STATUSRULES_FIRST_DAY, (uint32_t)(w->last_day - STATUSRULES_FIRST_DAY))
              & statusrules_within(value, 0, 31) & among((uint32_t)value, w->values);
    *day = (int32_t)given;
    *outcome = (int32_t)result;
    return statusrules_within((int32_t)result, 0, 0);
}

/*
 * The loop over a block, for two widths of the other fact and the outcome: as they are read and written in general,
 * and as registers mostly hold them. The number of windows is a constant in each case.
 */
#define RUN_ROWS(n_windows)                                                                                       \
    for (int32_t i = 0; i < n; i++) {                                                                             \
        int32_t outcome;                                                                                          \
        left |= run_row(&outcome, &days[i], last_days[i], values[i], &local, n_windows);                          \
        outcomes[i] = (OUTCOME)outcome;                                                                           \
    }                                                                                                             \
    break

#define RUN_BLOCK                                                                                                 \
    const statusrules_windows local = *windows;                                                                   \
    uint32_t left = 0;                                                                                            \
    switch (local.n) {                                                                                            \
    case 1:                                                                                                       \
        RUN_ROWS(1);                                                                                              \
    case 2:                                                                                                       \
        RUN_ROWS(2);                                                                                              \
    case 3:                                                                                                       \
        RUN_ROWS(3);                                                                                              \
    case 4:                                                                                                       \
        RUN_ROWS(4);                                                                                              \
    case 5:                                                                                                       \
        RUN_ROWS(5);                                                                                              \
    case 6:                                                                                                       \
        RUN_ROWS(6);                                                                                              \
    case 7:                                                                                                       \
        RUN_ROWS(7);                                                                                              \
    case 8:                                                                                                       \
        RUN_ROWS(8);                                                                                              \
    default:                                                                                                      \
        RUN_ROWS(local.n);                                                                                        \
    }                                                                                                             \
    return left

#define OUTCOME int32_t
STATUSRULES_EACH_MACHINE
static uint32_t run_wide(int32_t *restrict outcomes, int32_t *days, const int32_t *last_days,
                         const int32_t *restrict values, int32_t n, const statusrules_windows *windows) {
    RUN_BLOCK;
}
#undef OUTCOME

#define OUTCOME int8_t
STATUSRULES_EACH_MACHINE
static uint32_t run_narrow(int8_t *restrict outcomes, int32_t *days, const int32_t *last_days,
                           const int8_t *restrict values, int32_t n, const statusrules_windows *windows) {
    RUN_BLOCK;
}
#undef OUTCOME

int32_t statusrules_run_windows(int32_t *outcomes, int32_t *days, const int32_t *last_days, const int32_t *values,
                                int32_t n, const statusrules_windows *windows) {
    return run_wide(outcomes, days, last_days, values, n, windows) != 0;
}

int32_t statusrules_run_windows_narrow(int8_t *outcomes, int32_t *days, const int32_t *last_days,
                                       const int8_t *values, int32_t n, const statusrules_windows *windows) {
    return run_narrow(outcomes, days, last_days, values, n, windows) != 0;
}
