/*
 * Axes taken together: the classes of a row on several axes with few classes become one number, and for each number the
 * masks are ANDed once. So a row ANDs a few masks, however many axes the law asks. A value that is missing has a number as
 * well, with the rows of the law that might fit.
 */
#ifndef STATUSRULES_ENGINE_JOINTS_H
#define STATUSRULES_ENGINE_JOINTS_H

#include "engine/masks.h"

enum {
    /* The masks that are made in advance, of all joints and blocks together. */
    STATUSRULES_JOINED_MASKS = 1024,
    /* So much of one joint stays in the fastest cache. */
    STATUSRULES_JOINT_NUMBERS = 512,
    STATUSRULES_JOINT_AXES = 8,
    STATUSRULES_MAX_JOINTS = 10
};

/* The blocks of a law that is walked; one with more is answered row by row, because a caller's stack may be small. */
enum { STATUSRULES_WALK_BLOCKS = 8 };

typedef struct statusrules_joint {
    int32_t n_axes;
    uint8_t axes[STATUSRULES_JOINT_AXES];
    /* Of each its place in the plan's axes; not of the incoming day, and of whether it was extended. */
    uint8_t places[STATUSRULES_JOINT_AXES];
    /* The classes of each axis, from STATUSRULES_CLASS_NONE on; and the numbers that they make. */
    int32_t counts[STATUSRULES_JOINT_AXES];
    int32_t numbers;
    /* By block and number; NULL where a block asks none of the axes. */
    const uint64_t *masks[STATUSRULES_WALK_BLOCKS];
} statusrules_joint;

typedef struct statusrules_joints {
    /* The first are those of the axes that stages hand on: the incoming day, and whether it was extended. */
    statusrules_joint list[STATUSRULES_MAX_JOINTS];
    int32_t n;
    int32_t n_handed_on;
    /* The last, from `n_own` on, are those of facts that every row misses; and the number that all rows have there. */
    int32_t n_own;
    uint16_t missing_number[STATUSRULES_MAX_JOINTS];
    /* By place in the plan's axes: its joint, and how much the number of the joint changes with the class; the joint is
     * -1 if no row asks the axis. */
    int8_t joint_of[STATUSRULES_MAX_VARYING];
    int32_t stride_of[STATUSRULES_MAX_VARYING];
    uint64_t made[STATUSRULES_JOINED_MASKS];
    int32_t n_made;
} statusrules_joints;

/* Joins what varies in a plan, and what stages hand on, for the first `n_blocks` blocks. Returns 1, or 0 if too much
 * varies. */
int32_t statusrules_join_axes(statusrules_joints *joints, const statusrules_mask_plan *plan, int32_t n_blocks);

/* The numbers of rows in a joint, from their classes on each of its axes. */
void statusrules_number_rows(uint16_t *restrict numbers, const uint8_t *const *classes, int32_t n,
                             const statusrules_joint *joint);

#endif
