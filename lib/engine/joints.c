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

/* What joints are made of. */
typedef struct joining {
    const statusrules_mask_plan *plan;
    const statusrules_words *words;
    /* The masks that may still be made. */
    int32_t room;
} joining;

static int32_t is_asked(const statusrules_words *words, int32_t axis) {
    int32_t asked = 0;
    for (int32_t word = 0; word < words->n; word++) {
        asked |= statusrules_word_asks(words, word, axis);
    }
    return asked;
}

static int32_t asks_any(const statusrules_words *words, int32_t word, const statusrules_joint *joint) {
    int32_t asked = 0;
    for (int32_t a = 0; a < joint->n_axes; a++) {
        asked |= statusrules_word_asks(words, word, joint->axes[a]);
    }
    return asked;
}

/* The masks of the law, if they are those of a joint in a word: of one axis, on which no value may be missing. */
static const uint64_t *masks_of_the_law(const statusrules_joint *joint, const joining *with, int32_t word) {
    return joint->n_axes == 1 && !statusrules_is_open(&with->plan->settled, joint->axes[0])
               ? statusrules_word_masks(with->words, word, joint->axes[0])
               : 0;
}

/* The masks that a joint must have of its own. */
static int32_t own_masks(const statusrules_joint *joint, const joining *with) {
    int32_t n = 0;
    for (int32_t word = 0; word < with->words->n; word++) {
        const int32_t own = asks_any(with->words, word, joint) && !masks_of_the_law(joint, with, word);
        n += own ? joint->numbers : 0;
    }
    return n;
}

static void add_axis(statusrules_joint *joint, const joining *with, int32_t axis, int32_t place) {
    joint->axes[joint->n_axes] = (uint8_t)axis;
    joint->places[joint->n_axes] = (uint8_t)place;
    joint->counts[joint->n_axes] = count_of(&with->plan->settled, axis);
    joint->numbers *= joint->counts[joint->n_axes++];
}

/* The masks that an axis needs even if it stands alone; room is kept for them. */
static int32_t single_masks(const joining *with, int32_t axis) {
    statusrules_joint alone;
    alone.n_axes = 0;
    alone.numbers = 1;
    add_axis(&alone, with, axis, 0);
    return own_masks(&alone, with);
}

/* Puts an axis into a joint. Returns 0, and leaves the joint as it is, if there is no room. */
static int32_t put_axis(statusrules_joint *joint, joining *with, int32_t axis, int32_t place) {
    statusrules_joint more = *joint;
    if (joint->n_axes == STATUSRULES_JOINT_AXES) {
        return 0;
    }
    add_axis(&more, with, axis, place);
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

/* The masks of a word for every number of a joint: each axis multiplies what the axes before it left. */
static const uint64_t *make_masks(statusrules_joints *joints, const statusrules_joint *joint, const joining *with,
                                  int32_t word) {
    uint64_t *made = joints->made + joints->n_made;
    int32_t n = 1;
    made[0] = ~(uint64_t)0;
    for (int32_t a = 0; a < joint->n_axes; a++) {
        const int32_t count = joint->counts[a];
        uint64_t masks[CLASSES];
        for (int32_t i = 0; i < count; i++) {
            masks[i] = statusrules_word_mask(with->words, &with->plan->settled, word, joint->axes[a],
                                             STATUSRULES_CLASS_NONE + i);
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
    for (int32_t word = 0; word < with->words->n; word++) {
        const uint64_t *masks = masks_of_the_law(joint, with, word);
        joint->masks[word] = !asks_any(with->words, word, joint) ? 0
                             : masks                             ? masks + STATUSRULES_CLASS_NONE
                                                                 : make_masks(joints, joint, with, word);
    }
}

/* The axes of a plan, by place, that rows of the blocks ask. */
static uint64_t asked_places(const joining *with) {
    uint64_t asked = 0;
    for (int32_t v = 0; v < with->plan->n_varying; v++) {
        asked |= (uint64_t)is_asked(with->words, with->plan->axes[v]) << v;
    }
    return asked;
}

/* Keeps the room that every axis needs. */
static int32_t keep_room(joining *with, uint64_t places) {
    with->room -= single_masks(with, STATUSRULES_AXIS_INCOMING_DAY);
    with->room -= single_masks(with, STATUSRULES_AXIS_EXTENDED);
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

int32_t statusrules_join_axes(statusrules_joints *joints, const statusrules_mask_plan *plan,
                              const statusrules_words *words) {
    joining with = {plan, words, STATUSRULES_JOINED_MASKS};
    const uint64_t asked = asked_places(&with) & ~(uint64_t)plan->always_missing;
    joints->n = 0;
    joints->n_made = 0;
    if (!keep_room(&with, asked)) {
        return 0;
    }
    for (int32_t axis = STATUSRULES_AXIS_INCOMING_DAY; axis <= STATUSRULES_AXIS_EXTENDED; axis++) {
        if (is_asked(words, axis) && !add_axis_to(joints, &with, 0, axis, 0)) {
            return 0;
        }
    }
    joints->n_handed_on = joints->n;
    if (!join_places(joints, &with, asked)) {
        return 0;
    }
    for (int32_t j = 0; j < joints->n; j++) {
        find_masks(joints, &joints->list[j], &with);
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
