/*
 * Rows of a register that miss facts: outcome and day only. As in missing.c a fact is completed only where the answer
 * depends on it, with everything that it can stand for; but completions of many rows walk together, and a row is done
 * with as soon as two of its completions differ, because it is undetermined then.
 */
#include "engine/bits.h"
#include "engine/branch.h"

/* Rows that are completed together, and facts that are being completed. */
enum { ROWS_AT_ONCE = 128, MAX_BRANCHES = 256 };

/* A row, and what its completions have given so far. */
typedef struct open_row {
    /* In the block. */
    int32_t place;
    /* The first completion. */
    int32_t n_tried;
    int32_t standing;
    int32_t first_side;
    int32_t last_side;
    /* Whether last days were tried. */
    int32_t days_tried;
    /* It is settled, or left to be asked alone. */
    int32_t settled;
    int32_t left;
} open_row;

/* What all rows share. */
typedef struct completing {
    const statusrules_walk_plan *plan;
    const statusrules_mask_rows *rows;
    const statusrules_walkers *w;
    statusrules_open_fact facts[STATUSRULES_MAX_VARYING];
    open_row open[ROWS_AT_ONCE];
    int32_t n;
    statusrules_branch branches[MAX_BRANCHES];
    int32_t n_branches;
    /* The completions that walk together. */
    statusrules_completion made[STATUSRULES_MASK_ROWS];
    int32_t last_days[STATUSRULES_MASK_ROWS];
    statusrules_walkers tried;
} completing;

/* ---- Branches ---- */

/* Begins to complete a fact on which a completion depends; the caller sets its numbers. Where there is no room the row
 * is left, and NULL comes back. */
static statusrules_branch *add_branch(completing *all, const statusrules_completion *from, int32_t doubt) {
    open_row *row = &all->open[from->owner];
    statusrules_branch *of = &all->branches[all->n_branches];
    const int32_t place = doubt == STATUSRULES_NO_DOUBT
                              ? -1
                              : statusrules_deciding_place(all->facts, all->plan, from->missing, doubt);
    if (place < 0 || all->n_branches == MAX_BRANCHES) {
        row->left = 1;
        row->settled = 1;
        return 0;
    }
    statusrules_begin_branch(of, from, place, doubt);
    row->days_tried |= all->facts[place].is_last_day;
    all->n_branches++;
    return of;
}

/* Puts the next completion of a branch among those that walk; returns 0 after the last. */
static int32_t put_next(completing *all, statusrules_branch *of, int32_t i) {
    const statusrules_joints *joints = &all->plan->joints;
    const int32_t joint = joints->joint_of[of->place];
    statusrules_walkers *tried = &all->tried;
    statusrules_completion made = of->from;
    const int32_t class = statusrules_next_class(&made, of, all->facts, all->plan);
    if (class == STATUSRULES_CLASS_UNKNOWN) {
        return 0;
    }
    made.missing &= ~((uint32_t)1 << of->place);
    all->made[i] = made;
    all->last_days[i] = all->plan->masks.settled.asks_last_day ? made.last_day : STATUSRULES_NONE;
    for (int32_t j = joints->n_handed_on; j < joints->n; j++) {
        tried->numbers[j][i] = of->numbers[j];
    }
    if (joint >= 0) {
        const int32_t more =
            (class - all->plan->masks.varying[of->place].unknown_class) * joints->stride_of[of->place];
        tried->numbers[joint][i] = (uint16_t)(of->numbers[joint] + more);
    }
    tried->missing[i] = made.missing;
    tried->first_doubt[i] = STATUSRULES_NO_DOUBT;
    tried->open[tried->n_open] = i;
    tried->n_open += made.missing != 0;
    return 1;
}

/* ---- Rounds ---- */

/* Takes in what a completion gave on which nothing depends any more. */
static void compare(open_row *row, const statusrules_walkers *tried, int32_t i) {
    if (row->n_tried++ == 0) {
        row->standing = tried->standing[i];
        row->first_side = tried->first_side[i];
        row->last_side = tried->last_side[i];
    } else if (tried->standing[i] != row->standing || tried->first_side[i] != row->first_side
               || tried->last_side[i] != row->last_side) {
        row->standing = STATUSRULES_STANDS_UNDETERMINED;
        row->settled = 1;
    }
}

/* Puts completions of the branches, the newest first. Drops the branches that are through, and those of rows that are
 * settled. */
static int32_t put_some(completing *all) {
    int32_t n = 0;
    int32_t kept = all->n_branches;
    for (int32_t b = all->n_branches - 1; b >= 0; b--) {
        statusrules_branch *of = &all->branches[b];
        int32_t more = !all->open[of->from.owner].settled;
        int32_t at_once = of->at_once;
        of->at_once = at_once < STATUSRULES_MASK_ROWS ? 4 * at_once : at_once;
        for (; more && at_once > 0 && n < STATUSRULES_MASK_ROWS; at_once--) {
            more = put_next(all, of, n);
            n += more;
        }
        if (more) {
            all->branches[--kept] = *of;
        }
    }
    for (int32_t b = kept; b < all->n_branches; b++) {
        all->branches[b - kept] = all->branches[b];
    }
    all->n_branches -= kept;
    return n;
}

/* A completion that depends on one more fact. */
static void go_on(completing *all, int32_t i) {
    const statusrules_joints *joints = &all->plan->joints;
    statusrules_branch *of = add_branch(all, &all->made[i], all->tried.first_doubt[i]);
    for (int32_t j = joints->n_handed_on; of && j < joints->n; j++) {
        of->numbers[j] = all->tried.numbers[j][i];
    }
}

static void complete(completing *all) {
    statusrules_walkers *tried = &all->tried;
    while (all->n_branches) {
        tried->n_open = 0;
        tried->n = put_some(all);
        statusrules_walk(tried, all->plan);
        for (int32_t i = 0; i < tried->n; i++) {
            open_row *row = &all->open[all->made[i].owner];
            if (!row->settled && tried->doubt[i] & STATUSRULES_DOUBT_MISSING) {
                go_on(all, i);
            } else if (!row->settled) {
                compare(row, tried, i);
            }
        }
    }
}

/* ---- Rows ---- */

/* A day of a row, if it belongs to the question: its own or that of all; STATUSRULES_UNKNOWN if it is missing. */
static int32_t day_of(const completing *all, int32_t fact, int32_t settled, int32_t i) {
    const statusrules_mask_plan *masks = &all->plan->masks;
    return masks->varies & masks->belong & (int64_t)1 << fact ? all->rows->values[fact][i] : settled;
}

/* A row of the law that might fit and may not, with what a row misses; STATUSRULES_NO_DOUBT if there is none. */
static int32_t find_doubt(const completing *all, int32_t place, uint32_t missing) {
    const statusrules_walk_plan *plan = all->plan;
    for (int32_t b = 0; b < plan->n_blocks; b++) {
        uint64_t fits = plan->might[b];
        uint64_t sure = ~(uint64_t)0;
        for (int32_t j = plan->joints.n_handed_on; j < plan->joints.n_own; j++) {
            const uint64_t *masks = plan->joints.list[j].masks[b];
            fits &= masks ? masks[all->w->numbers[j][place]] : ~(uint64_t)0;
        }
        for (uint32_t left = missing; left; left &= left - 1) {
            sure &= plan->must[statusrules_lowest_bit(left)][b];
        }
        if (fits & ~sure) {
            return b * STATUSRULES_NO_STEP + statusrules_lowest_bit(fits & ~sure);
        }
    }
    return STATUSRULES_NO_DOUBT;
}

static void begin(completing *all, int32_t i) {
    const statusrules_case *c = &all->plan->masks.settled;
    const int32_t issued_on = day_of(all, STATUSRULES_FACT_ISSUED_ON, c->issued_on, i);
    statusrules_completion from = {.owner = all->n,
                                   .missing = all->plan->masks.always_missing | all->w->missing[i]};
    const statusrules_joints *joints = &all->plan->joints;
    open_row *row = &all->open[all->n++];
    int32_t doubt = all->w->missing[i] ? all->w->first_doubt[i] : STATUSRULES_NO_DOUBT;
    doubt = doubt == STATUSRULES_NO_DOUBT ? find_doubt(all, i, from.missing) : doubt;
    *row = (open_row){.place = i};
    from.first_day = issued_on == STATUSRULES_UNKNOWN ? STATUSRULES_FIRST_DAY : issued_on;
    from.last_day = day_of(all, STATUSRULES_FACT_LAST_DAY, c->last_day, i);
    statusrules_branch *of = add_branch(all, &from, doubt);
    for (int32_t j = joints->n_handed_on; of && j < joints->n; j++) {
        of->numbers[j] = j < joints->n_own ? all->w->numbers[j][i] : joints->missing_number[j];
    }
    /* From so late a day on a way might lead out of the calendar. */
    if (c->asks_last_day && from.last_day == STATUSRULES_UNKNOWN && from.first_day > all->plan->last_day) {
        row->left = 1;
        row->settled = 1;
    }
}

/*
 * All completions agree where none differed. With last days that are missing they agree for all days of a stretch,
 * unless a day stood on the way that an open end has taken the place of.
 */
static void end(statusrules_walkers *w, const completing *all) {
    for (int32_t r = 0; r < all->n; r++) {
        const open_row *row = &all->open[r];
        const int32_t is_open_end = row->standing == STATUSRULES_NONE || row->last_side == STATUSRULES_NONE;
        const int32_t left = row->left || row->n_tried == 0 || (!row->settled && row->days_tried && is_open_end);
        w->standing[row->place] = row->standing;
        w->doubt[row->place] |= left ? STATUSRULES_DOUBT_LEFT : 0;
    }
}

void statusrules_complete_rows(statusrules_walkers *w, const statusrules_walk_plan *plan,
                               const statusrules_mask_rows *rows) {
    completing all;
    int32_t places[STATUSRULES_MASK_ROWS];
    int32_t n = 0;
    if (!statusrules_any_marked(w->doubt, w->n, STATUSRULES_DOUBT_MISSING)) {
        return;
    }
    all.plan = plan;
    statusrules_find_facts(all.facts, plan);
    all.rows = rows;
    all.w = w;
    all.tried.are_completions = 1;
    all.tried.want_sides = 1;
    all.tried.last_days = all.last_days;
    for (int32_t i = 0; i < w->n; i++) {
        places[n] = i;
        n += ((w->doubt[i] & STATUSRULES_DOUBT_MISSING) != 0) & !rows->marks[i];
    }
    for (int32_t k = 0; k < n;) {
        all.n_branches = 0;
        for (all.n = 0; k < n && all.n < ROWS_AT_ONCE; k++) {
            begin(&all, places[k]);
        }
        complete(&all);
        end(w, &all);
    }
}
