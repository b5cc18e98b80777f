/*
 * A question in which only the last day and one fact with names vary (a register of documents) is a small set of
 * windows: in these last days, for these values, this outcome and this day. They are made from the same tables by
 * walking the last day, and run over a block with mask arithmetic, without a branch.
 */
#ifndef STATUSRULES_ENGINE_WINDOWS_H
#define STATUSRULES_ENGINE_WINDOWS_H

#include "engine/missing.h"

enum { STATUSRULES_MAX_WINDOWS = 12 };

typedef struct statusrules_window {
    /* The last days: first to first + width. */
    int32_t first;
    uint32_t width;
    /* The values of the other fact: bit 1 << value; all ones if only the last day varies. */
    uint32_t values;
    int32_t outcome;
    /* The day is `day`, and the last day is added if `moves` is -1 (else 0). */
    int32_t day;
    int32_t moves;
} statusrules_window;

typedef struct statusrules_windows {
    statusrules_window windows[STATUSRULES_MAX_WINDOWS];
    int32_t n;
    /* The values of the other fact that exist. */
    uint32_t values;
    /* The latest last day for which every value has a result. */
    int32_t last_day;
} statusrules_windows;

/*
 * Makes the windows for a case in which `fact` (0: none) and the last day vary and everything else is settled.
 * Returns 1, or 0 if there are too many, a value is not below 32, or no day has a result.
 */
int32_t statusrules_make_windows(statusrules_windows *windows, const statusrules_case *c, int32_t fact);

/*
 * Runs them over a block. Where no window holds the outcome is silent, without a day. Outcome 0 marks the rows that
 * the windows do not answer: a last day or value that is missing, none or wrong, or a result outside the calendar.
 * Returns whether there is any.
 */
int32_t statusrules_run_windows(int32_t *outcomes, int32_t *days, const int32_t *last_days, const int32_t *values,
                                int32_t n, const statusrules_windows *windows);

/* The same over the memory of a register itself, with values and outcomes of one byte. The days may be written over the
 * last days. */
int32_t statusrules_run_windows_narrow(int8_t *outcomes, int32_t *days, const int32_t *last_days,
                                       const int8_t *values, int32_t n, const statusrules_windows *windows);

#endif
