#include "engine/joints.h"

#include "engine/bits.h"
#include "engine/lanes.h"

/* ---- The plan ---- */

/* The classes of an axis in a question, from STATUSRULES_CLASS_NONE on: with those that a missing value stands for. */
static int32_t count_of(const statusrules_case *c, int32_t axis) {
    int32_t n = c->law->axes[axis].n_classes;
    if (axis < STATUSRULES_INCOMING_DAY) {
        const statusrules_table_completions *completions = statusrules_completions(c, axis);
        for (int32_t i = 0; i < completions->n; i++) {
            n = completions->classes[i] >= n ? completions->classes[i] + 1 : n;
        }
    }
    return n - STATUSRULES_CLASS_NONE;
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
    /* The masks that may still be ANDed. */
    int32_t room;
} joining;

/* Whether a joint may take one more axis: with those it has it would need masks of its own. */
static int32_t has_room(joining *with, const statusrules_joint *joint, int32_t count) {
    const int32_t numbers = joint->numbers * count;
    const int32_t before = joint->n_axes > 1 ? joint->numbers : 0;
    const int32_t more = (numbers - before) * with->n_blocks;
    if (joint->n_axes == STATUSRULES_JOINT_AXES || numbers > STATUSRULES_JOINT_NUMBERS || more > with->room) {
        return 0;
    }
    with->room -= more;
    return 1;
}

/* Puts an axis into the last joint if there are any from `first` on and it has room, else into a new one. Returns 0 if
 * there is none left. */
static int32_t add_axis_to(statusrules_joints *joints, joining *with, int32_t first, int32_t axis, int32_t place) {
    const int32_t count = count_of(&with->plan->settled, axis);
    statusrules_joint *joint = joints->n > first ? &joints->list[joints->n - 1] : 0;
    if (!joint || !has_room(with, joint, count)) {
        if (joints->n == STATUSRULES_MAX_JOINTS) {
            return 0;
        }
        joint = &joints->list[joints->n++];
        joint->n_axes = 0;
        joint->numbers = 1;
    }
    joint->axes[joint->n_axes] = (uint8_t)axis;
    joint->places[joint->n_axes] = (uint8_t)place;
    joint->counts[joint->n_axes++] = count;
    joint->numbers *= count;
    return 1;
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

/* The masks of a block for every number of a joint: each axis multiplies what the axes before it left. */
static const uint64_t *join_masks(statusrules_joints *joints, const statusrules_joint *joint,
                                  const statusrules_table_block *block) {
    uint64_t *joined = joints->joined + joints->n_joined;
    int32_t n = 1;
    joined[0] = ~(uint64_t)0;
    for (int32_t a = 0; a < joint->n_axes; a++) {
        const uint64_t *masks = block->masks[joint->axes[a]];
        const int32_t count = joint->counts[a];
        /* From the last on, so that nothing is overwritten before it is read. */
        for (int32_t number = n * count - 1; number >= 0; number--) {
            const uint64_t mask = masks ? masks[STATUSRULES_CLASS_NONE + number % count] : ~(uint64_t)0;
            joined[number] = joined[number / count] & mask;
        }
        n *= count;
    }
    joints->n_joined += n;
    return joined;
}

static void find_masks(statusrules_joints *joints, statusrules_joint *joint, const statusrules_table_question *q,
                       int32_t n_blocks) {
    for (int32_t b = 0; b < n_blocks; b++) {
        const statusrules_table_block *block = &q->blocks[b];
        int32_t asked = 0;
        for (int32_t a = 0; a < joint->n_axes; a++) {
            asked |= block->masks[joint->axes[a]] != 0;
        }
        joint->masks[b] = !asked               ? 0
                          : joint->n_axes == 1 ? block->masks[joint->axes[0]] + STATUSRULES_CLASS_NONE
                                               : join_masks(joints, joint, block);
    }
}

int32_t statusrules_join_axes(statusrules_joints *joints, const statusrules_mask_plan *plan, int32_t n_blocks,
                              int32_t many) {
    const statusrules_table_question *q = plan->settled.question;
    joining with = {plan, n_blocks, many ? STATUSRULES_JOINED_MASKS : 0};
    uint64_t to_do = 0;
    joints->n = 0;
    joints->n_joined = 0;
    for (int32_t axis = STATUSRULES_AXIS_INCOMING_DAY; axis <= STATUSRULES_AXIS_EXTENDED; axis++) {
        if (is_asked(q, n_blocks, axis)) {
            (void)add_axis_to(joints, &with, 0, axis, 0);
        }
    }
    joints->n_handed_on = joints->n;
    for (int32_t v = 0; v < plan->n_varying; v++) {
        to_do |= (uint64_t)is_asked(q, n_blocks, plan->axes[v]) << v;
    }
    while (to_do) {
        const int32_t v = fewest_classes(plan, to_do);
        if (!add_axis_to(joints, &with, joints->n_handed_on, plan->axes[v], v)) {
            return 0;
        }
        to_do &= ~((uint64_t)1 << v);
    }
    for (int32_t j = 0; j < joints->n; j++) {
        find_masks(joints, &joints->list[j], q, n_blocks);
    }
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
