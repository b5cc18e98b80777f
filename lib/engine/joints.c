#include "engine/joints.h"

#include "engine/bits.h"
#include "engine/lanes.h"

/* ---- The plan ---- */

/* Room for the classes of one axis, which fit into a byte. */
enum { CLASSES = 256 };

/* The classes of an axis, from STATUSRULES_CLASS_NONE on; the last may stand for a missing value. */
static int32_t count_of(const statusrules_case *c, int32_t axis) {
    return statusrules_class_after_all(c, axis) + statusrules_is_open(c, axis) - STATUSRULES_CLASS_NONE;
}

static int32_t is_asked(const statusrules_table_question *q, int32_t n_blocks, int32_t axis) {
    for (int32_t b = 0; b < n_blocks; b++) {
        if (q->blocks[b].masks[axis]) {
            return 1;
        }
    }
    return 0;
}

/* What joints are made of. */
typedef struct joining {
    const statusrules_mask_plan *plan;
    int32_t n_blocks;
    /* The masks that may still be made. */
    int32_t room;
} joining;

/* The masks that a joint must have of its own: none for one axis of which the law has them all. */
static int32_t own_masks(const statusrules_joint *joint, const joining *with) {
    const int32_t of_the_law =
        joint->n_axes == 0 || (joint->n_axes == 1 && !statusrules_is_open(&with->plan->settled, joint->axes[0]));
    return of_the_law ? 0 : joint->numbers * with->n_blocks;
}

/* The masks that an axis needs even if it stands alone; room is kept for them. */
static int32_t single_masks(const joining *with, int32_t axis) {
    const statusrules_case *c = &with->plan->settled;
    return statusrules_is_open(c, axis) ? count_of(c, axis) * with->n_blocks : 0;
}

/* Puts an axis into a joint. Returns 0, and leaves the joint as it is, if there is no room. */
static int32_t put_axis(statusrules_joint *joint, joining *with, int32_t axis, int32_t place) {
    statusrules_joint more = *joint;
    if (joint->n_axes == STATUSRULES_JOINT_AXES) {
        return 0;
    }
    more.axes[more.n_axes] = (uint8_t)axis;
    more.places[more.n_axes] = (uint8_t)place;
    more.counts[more.n_axes++] = count_of(&with->plan->settled, axis);
    more.numbers *= more.counts[more.n_axes - 1];
    const int32_t needs = own_masks(&more, with) - own_masks(joint, with) - single_masks(with, axis);
    if (needs > with->room || (joint->n_axes && more.numbers > STATUSRULES_JOINT_NUMBERS)) {
        return 0;
    }
    with->room -= needs;
    *joint = more;
    return 1;
}

/* Puts an axis into the last joint if there are any from `first` on and it has room, else into a new one. Returns 0 if
 * there is no room at all. */
static int32_t add_axis_to(statusrules_joints *joints, joining *with, int32_t first, int32_t axis, int32_t place) {
    if (joints->n > first && put_axis(&joints->list[joints->n - 1], with, axis, place)) {
        return 1;
    }
    if (joints->n == STATUSRULES_MAX_JOINTS) {
        return 0;
    }
    joints->list[joints->n].n_axes = 0;
    joints->list[joints->n].numbers = 1;
    return put_axis(&joints->list[joints->n++], with, axis, place);
}

/* The place of the axis with the fewest classes of those to do. */
static int32_t fewest_classes(const statusrules_mask_plan *plan, uint64_t to_do) {
    int32_t found = -1;
    for (uint64_t left = to_do; left; left &= left - 1) {
        const int32_t v = statusrules_lowest_bit(left);
        if (found < 0 || count_of(&plan->settled, plan->axes[v]) < count_of(&plan->settled, plan->axes[found])) {
            found = v;
        }
    }
    return found;
}

/* The rows of a block that a class lets fit; those that any class might, for the class after all. */
static uint64_t mask_of(const statusrules_case *c, const statusrules_table_block *block, int32_t axis,
                        int32_t class) {
    const uint64_t *masks = block->masks[axis];
    if (!masks) {
        return ~(uint64_t)0;
    }
    return class == statusrules_class_after_all(c, axis) ? statusrules_might_fit(c, block, axis) : masks[class];
}

/* The masks of a block for every number of a joint: each axis multiplies what the axes before it left. */
static const uint64_t *make_masks(statusrules_joints *joints, const statusrules_joint *joint,
                                  const statusrules_case *c, const statusrules_table_block *block) {
    uint64_t *made = joints->made + joints->n_made;
    int32_t n = 1;
    made[0] = ~(uint64_t)0;
    for (int32_t a = 0; a < joint->n_axes; a++) {
        const int32_t count = joint->counts[a];
        uint64_t masks[CLASSES];
        for (int32_t i = 0; i < count; i++) {
            masks[i] = mask_of(c, block, joint->axes[a], STATUSRULES_CLASS_NONE + i);
        }
        /* From the last on, so that nothing is overwritten before it is read. */
        for (int32_t before = n - 1; before >= 0; before--) {
            const uint64_t mask = made[before];
            for (int32_t i = count - 1; i >= 0; i--) {
                made[before * count + i] = mask & masks[i];
            }
        }
        n *= count;
    }
    joints->n_made += n;
    return made;
}

static void find_masks(statusrules_joints *joints, statusrules_joint *joint, const joining *with) {
    const statusrules_case *c = &with->plan->settled;
    const int32_t own = own_masks(joint, with) > 0;
    for (int32_t b = 0; b < with->n_blocks; b++) {
        const statusrules_table_block *block = &c->question->blocks[b];
        int32_t asked = 0;
        for (int32_t a = 0; a < joint->n_axes; a++) {
            asked |= block->masks[joint->axes[a]] != 0;
        }
        joint->masks[b] = !asked ? 0
                          : own  ? make_masks(joints, joint, c, block)
                                 : block->masks[joint->axes[0]] + STATUSRULES_CLASS_NONE;
    }
}

/* Where each axis of the plan stands. */
static void find_strides(statusrules_joints *joints, int32_t n_varying) {
    for (int32_t v = 0; v < n_varying; v++) {
        joints->joint_of[v] = -1;
        joints->stride_of[v] = 0;
    }
    for (int32_t j = joints->n_handed_on; j < joints->n; j++) {
        const statusrules_joint *joint = &joints->list[j];
        int32_t stride = 1;
        for (int32_t a = joint->n_axes - 1; a >= 0; a--) {
            joints->joint_of[joint->places[a]] = (int8_t)j;
            joints->stride_of[joint->places[a]] = stride;
            stride *= joint->counts[a];
        }
    }
}

/* The axes of a plan, by place, that rows of the blocks ask. */
static uint64_t asked_places(const joining *with) {
    uint64_t asked = 0;
    for (int32_t v = 0; v < with->plan->n_varying; v++) {
        asked |= (uint64_t)is_asked(with->plan->settled.question, with->n_blocks, with->plan->axes[v]) << v;
    }
    return asked;
}

/* Keeps the room that every axis needs. */
static int32_t keep_room(joining *with, uint64_t places) {
    with->room -= single_masks(with, STATUSRULES_AXIS_INCOMING_DAY);
    for (uint64_t left = places; left; left &= left - 1) {
        with->room -= single_masks(with, with->plan->axes[statusrules_lowest_bit(left)]);
    }
    return with->room >= 0;
}

/* Joins axes of a plan, those with few classes first. */
static int32_t join_places(statusrules_joints *joints, joining *with, uint64_t places) {
    const int32_t first = joints->n;
    while (places) {
        const int32_t v = fewest_classes(with->plan, places);
        if (!add_axis_to(joints, with, first, with->plan->axes[v], v)) {
            return 0;
        }
        places &= ~((uint64_t)1 << v);
    }
    return 1;
}

static void number_missing(statusrules_joints *joints, const statusrules_mask_plan *plan) {
    for (int32_t j = joints->n_own; j < joints->n; j++) {
        const statusrules_joint *joint = &joints->list[j];
        int32_t number = 0;
        for (int32_t a = 0; a < joint->n_axes; a++) {
            number =
                number * joint->counts[a] + plan->varying[joint->places[a]].unknown_class - STATUSRULES_CLASS_NONE;
        }
        joints->missing_number[j] = (uint16_t)number;
    }
}

int32_t statusrules_join_axes(statusrules_joints *joints, const statusrules_mask_plan *plan, int32_t n_blocks) {
    joining with = {plan, n_blocks, STATUSRULES_JOINED_MASKS};
    const uint64_t asked = asked_places(&with);
    joints->n = 0;
    joints->n_made = 0;
    if (!keep_room(&with, asked)) {
        return 0;
    }
    for (int32_t axis = STATUSRULES_AXIS_INCOMING_DAY; axis <= STATUSRULES_AXIS_EXTENDED; axis++) {
        if (is_asked(plan->settled.question, n_blocks, axis) && !add_axis_to(joints, &with, 0, axis, 0)) {
            return 0;
        }
    }
    joints->n_handed_on = joints->n;
    if (!join_places(joints, &with, asked & ~(uint64_t)plan->always_missing)) {
        return 0;
    }
    joints->n_own = joints->n;
    if (!join_places(joints, &with, asked & plan->always_missing)) {
        return 0;
    }
    for (int32_t j = 0; j < joints->n; j++) {
        find_masks(joints, &joints->list[j], &with);
    }
    find_strides(joints, plan->n_varying);
    number_missing(joints, plan);
    return 1;
}

/* ---- Numbers ---- */

STATUSRULES_EACH_MACHINE
static void number_first(uint16_t *restrict numbers, const uint8_t *restrict classes, int32_t n) {
    for (int32_t i = 0; i < n; i++) {
        numbers[i] = (uint16_t)(classes[i] - STATUSRULES_CLASS_NONE);
    }
}

STATUSRULES_EACH_MACHINE
static void number_next(uint16_t *restrict numbers, const uint8_t *restrict classes, int32_t n, int32_t count) {
    for (int32_t i = 0; i < n; i++) {
        numbers[i] = (uint16_t)(numbers[i] * count + classes[i] - STATUSRULES_CLASS_NONE);
    }
}

void statusrules_number_rows(uint16_t *restrict numbers, const uint8_t *const *classes, int32_t n,
                             const statusrules_joint *joint) {
    number_first(numbers, classes[0], n);
    for (int32_t a = 1; a < joint->n_axes; a++) {
        number_next(numbers, classes[a], n, joint->counts[a]);
    }
}
