/*
 * Axes taken together: the classes of a row on several axes with few classes become one number, and for each number the
 * masks are ANDed once. So a row ANDs a few masks, however many axes the law asks. A value that is missing has a number as
 * well, with the rows of the law that might fit.
 */
#ifndef STATUSRULES_ENGINE_JOINTS_H
#define STATUSRULES_ENGINE_JOINTS_H

#include "engine/words.h"

enum {
    /* The masks that are made in advance, of all joints and words together. */
    STATUSRULES_JOINED_MASKS = 1024,
    /* So much of one joint stays in the fastest cache. */
    STATUSRULES_JOINT_NUMBERS = 512,
    STATUSRULES_JOINT_AXES = 8,
    STATUSRULES_MAX_JOINTS = 10,
    /* Of the axes that stages hand on. */
    STATUSRULES_HANDED_ON_JOINTS = 2
};

typedef struct statusrules_joint {
    int32_t n_axes;
    uint8_t axes[STATUSRULES_JOINT_AXES];
    /* Of each its place in the plan's axes; not of the incoming day, and of whether it was extended. */
    uint8_t places[STATUSRULES_JOINT_AXES];
    /* The classes of each axis, from STATUSRULES_CLASS_NONE on; and the numbers that they make. */
    int32_t counts[STATUSRULES_JOINT_AXES];
    int32_t numbers;
    /* By word and number; NULL where a word asks none of the axes. */
    const uint64_t *masks[STATUSRULES_WALK_WORDS];
} statusrules_joint;

typedef struct statusrules_joints {
    /* The first are those of the axes that stages hand on: the incoming day, and whether it was extended. */
    statusrules_joint list[STATUSRULES_MAX_JOINTS];
    int32_t n;
    int32_t n_handed_on;
    uint64_t made[STATUSRULES_JOINED_MASKS];
    int32_t n_made;
} statusrules_joints;

/* Joins what varies in a plan, and what stages hand on. Returns 1, or 0 if too much varies. */
int32_t statusrules_join_axes(statusrules_joints *joints, const statusrules_mask_plan *plan,
                              const statusrules_words *words);

/* The numbers of rows in a joint, from their classes on each of its axes. */
void statusrules_number_rows(uint16_t *restrict numbers, const uint8_t *const *classes, int32_t n,
                             const statusrules_joint *joint);

#endif
