/*
 * A row that misses facts, completed: first two ways to complete everything, which differ in one fact and so probably in
 * their answers, because the row of the law that was in doubt fits the one and not the other; then fact by fact, with
 * everything that it can stand for. A last day is none, or the first of every stretch of days that no row of the law tells
 * apart, and in which no day of issue that is missing too begins to agree.
 */
#ifndef STATUSRULES_ENGINE_BRANCH_H
#define STATUSRULES_ENGINE_BRANCH_H

#include "engine/walk.h"

/* What is left of a row's question in a completion. */
typedef struct statusrules_completion {
    /* Whose it is, for the caller. */
    int32_t owner;
    /* What it still misses: bits by place among the axes of the plan. */
    uint32_t missing;
    /* The last day, STATUSRULES_UNKNOWN while it is missing; and the first that agrees with the day of issue. */
    int32_t last_day;
    int32_t first_day;
} statusrules_completion;

/* A fact that is being completed, after others. */
typedef struct statusrules_branch {
    statusrules_completion from;
    int32_t place;
    /* Of all completions the next: its index, or a last day, where none comes first. */
    int32_t next;
    /* How many it gets at once: more and more, because what takes long is rare. */
    int32_t at_once;
    /* By word: the rows of the law that might fit, with what is still missing. */
    uint64_t sets[STATUSRULES_WALK_WORDS];
} statusrules_branch;

/* A fact that may be missing, by its place among the axes of the plan. */
typedef struct statusrules_open_fact {
    int32_t axis;
    const statusrules_table_completions *completions;
    int32_t is_last_day;
    /* 1: the last day must not be before it. */
    int32_t is_first_day;
} statusrules_open_fact;

/* The facts of a plan, by place; of parameters the completions are NULL. */
void statusrules_find_facts(statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                            const statusrules_walk_plan *plan);

/* Of what a completion misses, the place of the fact that keeps the row in doubt from being sure: one with few
 * completions. -1 if none does, or none is in doubt. */
int32_t statusrules_deciding_place(const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                                   const statusrules_walk_plan *plan, uint32_t missing, int32_t doubt);

/* The class of a missing fact with which the row in doubt fits, or does not; STATUSRULES_CLASS_UNKNOWN if there is none that
 * agrees with the days of the completion, which are filled in. */
int32_t statusrules_telling_class(statusrules_completion *made, int32_t place, int32_t doubt, int32_t fits,
                                  const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                                  const statusrules_walk_plan *plan);

/* Begins to complete a fact; the sets are set by the caller. */
void statusrules_begin_branch(statusrules_branch *of, const statusrules_completion *from, int32_t place,
                              const statusrules_open_fact facts[STATUSRULES_MAX_VARYING]);

/* The class that the fact gets in the next completion, of which the days are filled in; STATUSRULES_CLASS_UNKNOWN after the
 * last. One that contradicts itself is none. */
int32_t statusrules_next_class(statusrules_completion *made, statusrules_branch *of,
                               const statusrules_open_fact facts[STATUSRULES_MAX_VARYING],
                               const statusrules_walk_plan *plan);

#endif
