/*
 * A line of cases: one day moves, every other fact stays. It is a fact that is a day, or the day of "valid on". Numbers of
 * days that are counted from it or to it move with it.
 */
#ifndef STATUSRULES_ENGINE_LINE_H
#define STATUSRULES_ENGINE_LINE_H

#include "engine/decide.h"

typedef struct statusrules_line {
    /* The case of the day that was set last. */
    statusrules_case c;
    statusrules_facts facts;
    int32_t question;
    /* A fact, or STATUSRULES_ARGUMENT_DAY. */
    int32_t fact;
    /* 1: some row asks it. */
    int32_t is_asked;
    /* The facts that move: bit 1 << fact. */
    int64_t moves;
    /* The days that the other facts leave: outside, the case would be refused. None if first is after last. */
    int32_t first;
    int32_t last;
    /* By block: the rows that some day of the line can make fit; and those of them that a day left, once kept. */
    uint64_t within_reach[STATUSRULES_MAX_BLOCKS];
    uint64_t kept[STATUSRULES_MAX_BLOCKS];
} statusrules_line;

/* The days around a day on which every row fits that fits on it, as far as its facts decide that. */
typedef struct statusrules_stretch {
    int32_t from;
    int32_t until;
} statusrules_stretch;

/* Begins a line at a case that is ready, made of these facts (of this library's length, nothing counted). The value of the
 * fact that moves is not read. */
void statusrules_begin_line(statusrules_line *line, const statusrules_case *c, const statusrules_facts *facts,
                            int32_t question, int32_t fact);

/* Goes to a day within first..last. */
statusrules_stretch statusrules_go_to(statusrules_line *line, int32_t day);

/* Keeps what the line's day leaves of the rows; and whether it leaves the same rows as when they were kept: then the answer
 * is the same. Only for a fact that rows ask and nothing else does: not the last day, the day of issue or the day of
 * "valid on". */
void statusrules_keep_rows(statusrules_line *line);
int32_t statusrules_leaves_kept_rows(const statusrules_line *line);

/* Of a line of last days: the last of the days from one on for which no row is left, so that the law is silent whatever is
 * missing, and of "valid on" only those before the day asked about; the day before, if there is none. */
int32_t statusrules_end_of_silence(const statusrules_line *line, int32_t day);

#endif
