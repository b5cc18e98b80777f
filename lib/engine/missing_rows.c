/*
 * Rows of a register that miss facts: outcome and day only. A row is undetermined if two of its completions differ. Most
 * rows show that with the first two; of the others, as in missing.c, a fact is completed only where the answer depends on
 * it, with everything that it can stand for. Completions of many rows walk together.
 */
#include "engine/missing_rows.h"

#include "engine/bits.h"

enum { MAX_BRANCHES = 64 };

/* What the completions of a row have given so far. */
typedef struct result {
    int32_t n_tried;
    int32_t standing;
    int32_t first_side;
    int32_t last_side;
    /* Whether last days were tried. */
    int32_t days_tried;
    /* It is settled, or left to be asked alone. */
    int32_t settled;
    int32_t left;
} result;

/* What the rows share that are completed together. */
typedef struct completing {
    const statusrules_walk_plan *plan;
    statusrules_open_fact facts[STATUSRULES_MAX_VARYING];
    const statusrules_open_row *open;
    int32_t n;
    result results[STATUSRULES_COMPLETED_ROWS];
    statusrules_branch branches[MAX_BRANCHES];
    int32_t n_branches;
    /* The rows of which a fact is being completed, or was. */
    int32_t begun;
    /* The completions that walk together. */
    statusrules_completion made[STATUSRULES_MASK_ROWS];
    int32_t last_days[STATUSRULES_MASK_ROWS];
    statusrules_walkers tried;
} completing;

/* ---- Completions ---- */

/* Puts a completion among those that walk; its numbers are set by the caller. */
static void put_completion(completing *all, const statusrules_completion *made) {
    statusrules_walkers *tried = &all->tried;
    const int32_t i = tried->n++;
    all->made[i] = *made;
    all->last_days[i] = all->plan->masks.settled.asks_last_day ? made->last_day : STATUSRULES_NONE;
    tried->missing[i] = made->missing;
    tried->first_doubt[i] = STATUSRULES_NO_DOUBT;
    tried->open[tried->n_open] = i;
    tried->n_open += made->missing != 0;
}

/* The fact at a place gets a class in the completion that was put last. */
static void number_class(completing *all, int32_t place, int32_t class) {
    const statusrules_joints *joints = &all->plan->joints;
    const int32_t more = class - all->plan->masks.varying[place].unknown_class;
    if (joints->joint_of[place] >= 0) {
        uint16_t *number = &all->tried.numbers[joints->joint_of[place]][all->tried.n - 1];
        *number = (uint16_t)(*number + more * joints->stride_of[place]);
    }
}

/* Begins anew to put completions. */
static void begin_putting(completing *all) {
    all->tried.n = 0;
    all->tried.n_open = 0;
}

/* Takes in what a completion gave on which nothing depends any more. */
static void compare(result *row, const statusrules_walkers *tried, int32_t i) {
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

/* ---- Two completions of everything ---- */

/* Puts a row with all that it misses completed so that the row in doubt fits; or does not, for the fact that decides
 * about it. Puts nothing if no class does that. */
static void put_telling(completing *all, int32_t r, int32_t fits) {
    const statusrules_joints *joints = &all->plan->joints;
    const statusrules_open_row *row = &all->open[r];
    statusrules_completion made = {.owner = r, .last_day = row->last_day, .first_day = row->first_day};
    uint8_t classes[STATUSRULES_MAX_VARYING];
    for (uint32_t left = row->missing; left; left &= left - 1) {
        const int32_t place = statusrules_lowest_bit(left);
        const int32_t class = statusrules_telling_class(&made, place, row->doubt, fits || place != row->deciding,
                                                        all->facts, all->plan);
        if (class == STATUSRULES_CLASS_UNKNOWN) {
            return;
        }
        classes[place] = (uint8_t)class;
    }
    put_completion(all, &made);
    for (int32_t j = joints->n_handed_on; j < joints->n; j++) {
        all->tried.numbers[j][all->tried.n - 1] = row->numbers[j];
    }
    for (uint32_t left = row->missing; left; left &= left - 1) {
        const int32_t place = statusrules_lowest_bit(left);
        number_class(all, place, classes[place]);
    }
}

static void tell(completing *all) {
    begin_putting(all);
    for (int32_t r = 0; r < all->n; r++) {
        for (int32_t fits = 1; !all->results[r].settled && fits >= 0; fits--) {
            put_telling(all, r, fits);
        }
    }
    statusrules_walk(&all->tried, all->plan);
    for (int32_t i = 0; i < all->tried.n; i++) {
        compare(&all->results[all->made[i].owner], &all->tried, i);
    }
}

/* ---- Branches ---- */

static void leave(result *row) {
    row->left = 1;
    row->settled = 1;
}

/* Begins to complete a fact on which a completion depends; the caller sets its numbers. If there is none the row is left,
 * and NULL comes back. There must be room. */
static statusrules_branch *add_branch(completing *all, const statusrules_completion *from, int32_t place) {
    result *row = &all->results[from->owner];
    statusrules_branch *of = &all->branches[all->n_branches];
    if (place < 0) {
        leave(row);
        return 0;
    }
    statusrules_begin_branch(of, from, place, all->facts);
    row->days_tried |= all->facts[place].is_last_day;
    all->n_branches++;
    return of;
}

/* Puts the next completion of a branch among those that walk; returns 0 after the last. */
static int32_t put_next(completing *all, statusrules_branch *of) {
    const statusrules_joints *joints = &all->plan->joints;
    statusrules_completion made = of->from;
    const int32_t class = statusrules_next_class(&made, of, all->facts, all->plan);
    if (class == STATUSRULES_CLASS_UNKNOWN) {
        return 0;
    }
    made.missing &= ~((uint32_t)1 << of->place);
    put_completion(all, &made);
    for (int32_t j = joints->n_handed_on; j < joints->n; j++) {
        all->tried.numbers[j][all->tried.n - 1] = of->numbers[j];
    }
    number_class(all, of->place, class);
    return 1;
}

/* ---- Rounds ---- */

/* Whether one more completion can walk, and can depend on one more fact. */
static int32_t has_room(const completing *all) {
    return all->tried.n < STATUSRULES_MASK_ROWS && all->tried.n_open < MAX_BRANCHES - all->n_branches;
}

/* Puts completions of the branches, the newest first. Drops the branches that are through, and those of rows that are
 * settled. */
static void put_some(completing *all) {
    int32_t kept = all->n_branches;
    begin_putting(all);
    for (int32_t b = all->n_branches - 1; b >= 0; b--) {
        statusrules_branch *of = &all->branches[b];
        int32_t more = !all->results[of->from.owner].settled;
        int32_t at_once = of->at_once;
        of->at_once = at_once < STATUSRULES_MASK_ROWS ? 4 * at_once : at_once;
        for (; more && at_once > 0 && has_room(all); at_once--) {
            more = put_next(all, of);
        }
        if (more) {
            all->branches[--kept] = *of;
        }
    }
    for (int32_t b = kept; b < all->n_branches; b++) {
        all->branches[b - kept] = all->branches[b];
    }
    all->n_branches -= kept;
}

/* Rows that the first two completions did not settle: the fact that decides is completed. As many rows begin as leave room
 * for the facts that come after. */
static void begin_branches(completing *all) {
    const statusrules_joints *joints = &all->plan->joints;
    for (; all->begun < all->n && all->n_branches < MAX_BRANCHES / 4; all->begun++) {
        const int32_t r = all->begun;
        const statusrules_open_row *row = &all->open[r];
        const statusrules_completion from = {r, row->missing, row->last_day, row->first_day};
        statusrules_branch *of = all->results[r].settled ? 0 : add_branch(all, &from, row->deciding);
        for (int32_t j = joints->n_handed_on; of && j < joints->n; j++) {
            of->numbers[j] = row->numbers[j];
        }
    }
}

/* A completion that depends on one more fact. */
static void go_on(completing *all, int32_t i) {
    const statusrules_joints *joints = &all->plan->joints;
    const statusrules_completion *from = &all->made[i];
    const int32_t place =
        statusrules_deciding_place(all->facts, all->plan, from->missing, all->tried.first_doubt[i]);
    statusrules_branch *of = add_branch(all, from, place);
    for (int32_t j = joints->n_handed_on; of && j < joints->n; j++) {
        of->numbers[j] = all->tried.numbers[j][i];
    }
}

static void complete(completing *all) {
    const statusrules_walkers *tried = &all->tried;
    all->n_branches = 0;
    all->begun = 0;
    for (begin_branches(all); all->n_branches; begin_branches(all)) {
        if (all->n_branches == MAX_BRANCHES) {
            leave(&all->results[all->branches[MAX_BRANCHES - 1].from.owner]);
        }
        put_some(all);
        statusrules_walk(&all->tried, all->plan);
        for (int32_t i = 0; i < tried->n; i++) {
            result *row = &all->results[all->made[i].owner];
            if (!row->settled && tried->doubt[i] & STATUSRULES_DOUBT_MISSING) {
                go_on(all, i);
            } else if (!row->settled) {
                compare(row, tried, i);
            }
        }
    }
}

/* ---- Rows that are kept ---- */

/* A day of a row, if it belongs to the question: its own or that of all; STATUSRULES_UNKNOWN if it is missing. */
static int32_t day_of(const statusrules_mask_plan *plan, const statusrules_mask_rows *rows, int32_t fact,
                      int32_t settled, int32_t i) {
    return plan->varies & plan->belong & (int64_t)1 << fact ? rows->values[fact][i] : settled;
}

/* A row of the law that might fit and may not, with what a row misses; STATUSRULES_NO_DOUBT if there is none. */
static uint16_t find_doubt(const statusrules_walk_plan *plan, const statusrules_open_row *row) {
    for (int32_t b = 0; b < plan->n_blocks; b++) {
        uint64_t fits = plan->might[b];
        uint64_t sure = ~(uint64_t)0;
        for (int32_t j = plan->joints.n_handed_on; j < plan->joints.n_own; j++) {
            const uint64_t *masks = plan->joints.list[j].masks[b];
            fits &= masks ? masks[row->numbers[j]] : ~(uint64_t)0;
        }
        for (uint32_t left = row->missing; left; left &= left - 1) {
            sure &= plan->must[statusrules_lowest_bit(left)][b];
        }
        if (fits & ~sure) {
            return (uint16_t)(b * STATUSRULES_NO_STEP + statusrules_lowest_bit(fits & ~sure));
        }
    }
    return STATUSRULES_NO_DOUBT;
}

static void keep(statusrules_open_row *row, const statusrules_walkers *w, int32_t i,
                 const statusrules_open_fact facts[STATUSRULES_MAX_VARYING], const statusrules_walk_plan *plan,
                 const statusrules_mask_rows *rows) {
    const statusrules_case *c = &plan->masks.settled;
    const int32_t issued_on = day_of(&plan->masks, rows, STATUSRULES_FACT_ISSUED_ON, c->issued_on, i);
    row->missing = plan->masks.always_missing | w->missing[i];
    row->first_day = issued_on == STATUSRULES_UNKNOWN ? STATUSRULES_FIRST_DAY : issued_on;
    row->last_day = day_of(&plan->masks, rows, STATUSRULES_FACT_LAST_DAY, c->last_day, i);
    for (int32_t j = plan->joints.n_handed_on; j < plan->joints.n; j++) {
        row->numbers[j] = j < plan->joints.n_own ? w->numbers[j][i] : plan->joints.missing_number[j];
    }
    row->doubt = w->missing[i] ? w->first_doubt[i] : STATUSRULES_NO_DOUBT;
    row->doubt = row->doubt == STATUSRULES_NO_DOUBT ? find_doubt(plan, row) : row->doubt;
    row->deciding = (int8_t)statusrules_deciding_place(facts, plan, row->missing, row->doubt);
    /* From so late a day on a way might lead out of the calendar. */
    if (c->asks_last_day && row->last_day == STATUSRULES_UNKNOWN && row->first_day > plan->last_day) {
        row->deciding = -1;
    }
}

void statusrules_keep_open(statusrules_open_rows *open, int32_t place, const statusrules_walkers *w,
                           const statusrules_walk_plan *plan, const statusrules_mask_rows *rows) {
    statusrules_open_fact facts[STATUSRULES_MAX_VARYING];
    if (!statusrules_any_marked(w->doubt, w->n, STATUSRULES_DOUBT_MISSING)) {
        return;
    }
    statusrules_find_facts(facts, plan);
    for (int32_t i = 0; i < w->n; i++) {
        if (w->doubt[i] & STATUSRULES_DOUBT_MISSING && !rows->marks[i]) {
            open->rows[open->n].place = (uint16_t)(place + i);
            keep(&open->rows[open->n++], w, i, facts, plan, rows);
        }
    }
}

/*
 * All completions agree where none differed. With last days that are missing they agree for all days of a stretch,
 * unless a day stood on the way that an open end has taken the place of.
 */
static void end(statusrules_found *found, const completing *all) {
    int32_t standing[STATUSRULES_COMPLETED_ROWS];
    int32_t outcomes[STATUSRULES_COMPLETED_ROWS];
    int32_t days[STATUSRULES_COMPLETED_ROWS];
    for (int32_t r = 0; r < all->n; r++) {
        standing[r] = all->results[r].standing;
    }
    statusrules_conclude_rows(outcomes, days, standing, all->n);
    for (int32_t r = 0; r < all->n; r++) {
        const result *row = &all->results[r];
        const int32_t place = all->open[r].place;
        const int32_t is_open_end = row->standing == STATUSRULES_NONE || row->last_side == STATUSRULES_NONE;
        const int32_t left = row->left || row->n_tried == 0 || (!row->settled && row->days_tried && is_open_end);
        found->outcomes[place] = outcomes[r];
        found->days[place] = days[r];
        found->marks[place] = (uint8_t)(left ? STATUSRULES_ROW_LEFT : 0);
    }
}

void statusrules_complete_rows(statusrules_found *found, statusrules_open_rows *open,
                               const statusrules_walk_plan *plan) {
    completing all;
    all.plan = plan;
    statusrules_find_facts(all.facts, plan);
    all.tried.are_completions = 1;
    all.tried.want_sides = 1;
    all.tried.last_days = all.last_days;
    for (int32_t first = 0; first < open->n; first += all.n) {
        const int32_t rest = open->n - first;
        all.open = open->rows + first;
        all.n = rest < STATUSRULES_COMPLETED_ROWS ? rest : STATUSRULES_COMPLETED_ROWS;
        for (int32_t r = 0; r < all.n; r++) {
            all.results[r] = (result){0};
            if (all.open[r].deciding < 0) {
                leave(&all.results[r]);
            }
        }
        tell(&all);
        complete(&all);
        end(found, &all);
    }
    open->n = 0;
}
