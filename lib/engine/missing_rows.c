/*
 * Rows of a register that miss facts: outcome and day only. A row is undetermined if two of its completions differ. Most
 * rows show that with the first two; of the others, as in missing.c, a fact is completed only where the answer depends on
 * it, with everything that it can stand for. Completions of many rows walk together.
 */
#include "engine/missing_rows.h"

#include "engine/bits.h"

enum { MAX_BRANCHES = 64, MORE_TELLINGS = 3 };

/* What the completions of a row have given so far. */
typedef struct result {
    int32_t standing;
    int32_t first_side;
    int32_t last_side;
    /* The place of the fact that decides about the row of the law in doubt. */
    int8_t deciding;
    /* Whether any completion was tried, and any last day. */
    int8_t tried;
    int8_t days_tried;
    /* It is settled, or left to be asked alone. */
    int8_t settled;
    int8_t left;
} result;

/* What the rows share that are completed together. */
typedef struct completing {
    const statusrules_walk_plan *plan;
    statusrules_open_fact facts[STATUSRULES_MAX_VARYING];
    /* The places of the last day, and of the day that it must not be before: bits, as of what is missing. */
    uint32_t last_day;
    uint32_t first_day;
    statusrules_open_row *open;
    statusrules_telling *tellings;
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

static void leave(result *row) {
    row->left = 1;
    row->settled = 1;
}

/* Puts a completion among those that walk: of the rows of the law that its row might meet, those that fit as well what is
 * completed. From a last day that is too late a way might lead out of the calendar: its row is asked alone. */
static void put_completion(completing *all, const statusrules_completion *made,
                           const uint64_t might[STATUSRULES_WALK_WORDS],
                           const uint64_t fit[STATUSRULES_WALK_WORDS]) {
    statusrules_walkers *tried = &all->tried;
    const int32_t i = tried->n;
    const int32_t asks = all->plan->masks.settled.asks_last_day;
    if (asks && made->last_day > all->plan->last_day && made->last_day != STATUSRULES_NONE) {
        leave(&all->results[made->owner]);
        return;
    }
    tried->n++;
    all->made[i] = *made;
    all->last_days[i] = asks ? made->last_day : STATUSRULES_NONE;
    for (int32_t word = 0; word < all->plan->words.n; word++) {
        tried->sets[word][i] = might[word] & fit[word];
    }
    tried->missing[i] = made->missing;
    tried->first_doubt[i] = STATUSRULES_NO_DOUBT;
    tried->open[tried->n_open] = i;
    tried->n_open += made->missing != 0;
}

/* Begins anew to put completions. */
static void begin_putting(completing *all) {
    all->tried.n = 0;
    all->tried.n_open = 0;
}

/* Takes in what a completion gave on which nothing depends any more. */
static void compare(result *row, const statusrules_walkers *tried, int32_t i) {
    if (!row->tried) {
        row->tried = 1;
        row->standing = tried->standing[i];
        row->first_side = tried->first_side[i];
        row->last_side = tried->last_side[i];
    } else if (tried->standing[i] != row->standing || tried->first_side[i] != row->first_side
               || tried->last_side[i] != row->last_side) {
        row->standing = STATUSRULES_STANDS_UNDETERMINED;
        row->settled = 1;
    }
}

/* A row of the law that might fit and may not, with what a row misses, after another in doubt; STATUSRULES_NO_DOUBT if there is
 * none. */
static uint16_t find_doubt(const statusrules_walk_plan *plan, const statusrules_open_row *row, int32_t after) {
    for (int32_t b = after < 0 ? 0 : after / STATUSRULES_NO_STEP; b < plan->words.n_blocks; b++) {
        const int32_t word = plan->words.word[b];
        uint64_t doubted = 0;
        for (uint32_t left = row->missing; left; left &= left - 1) {
            doubted |= ~plan->must[statusrules_lowest_bit(left)][word];
        }
        doubted = (doubted & row->sets[word] & plan->fits[b]) >> plan->words.shift[b];
        if (after >= 0 && b == after / STATUSRULES_NO_STEP) {
            doubted &= ~(uint64_t)1 << after % STATUSRULES_NO_STEP;
        }
        if (doubted) {
            return (uint16_t)(b * STATUSRULES_NO_STEP + statusrules_lowest_bit(doubted));
        }
    }
    return STATUSRULES_NO_DOUBT;
}

/* ---- Two completions of everything ---- */

/* Completes all that a row misses so that the row in doubt fits; or does not, for the fact that decides about it. Adds
 * nothing if no class does that. */
static void add_telling(statusrules_telling *told, const completing *all, const statusrules_open_row *row,
                        int32_t fits) {
    statusrules_completion made = {.last_day = row->last_day, .first_day = row->first_day};
    uint64_t *sets = told->sets[told->n];
    for (int32_t word = 0; word < all->plan->words.n; word++) {
        sets[word] = ~(uint64_t)0;
    }
    for (uint32_t left = row->missing; left; left &= left - 1) {
        const int32_t place = statusrules_lowest_bit(left);
        const int32_t class = statusrules_telling_class(&made, place, row->doubt, fits || place != told->deciding,
                                                        all->facts, all->plan);
        if (class == STATUSRULES_CLASS_UNKNOWN) {
            return;
        }
        statusrules_keep_class(sets, &all->plan->words, all->facts[place].axis, class);
    }
    told->last_day[told->n] = made.last_day;
    told->first_day[told->n++] = made.first_day;
}

static int32_t misses(const statusrules_open_row *row, uint32_t place) {
    return (row->missing & place) != 0;
}

/* Whether what is kept is for a row too: it misses the same, and a day of issue that is completed agrees with its last day.
 * A last day that is completed is for its own row. */
static int32_t tells_of(const statusrules_telling *told, const completing *all, const statusrules_open_row *row) {
    int32_t agrees = told->missing == row->missing && told->doubt == row->doubt && !misses(row, all->last_day);
    for (int32_t t = 0; agrees && misses(row, all->first_day) && t < 2; t++) {
        agrees = told->n == 2 && told->first_day[t] <= row->last_day;
    }
    return agrees;
}

static const statusrules_telling *find_telling(completing *all, const statusrules_open_row *row) {
    const uint32_t place = (row->missing * 0x9E3779B1U >> 16) + row->doubt;
    statusrules_telling *told = &all->tellings[place % STATUSRULES_TELLINGS];
    if (!tells_of(told, all, row)) {
        told->missing = row->missing;
        told->doubt = (int16_t)row->doubt;
        told->deciding = (int8_t)statusrules_deciding_place(all->facts, all->plan, row->missing, row->doubt);
        told->n = 0;
        for (int32_t fits = 1; told->deciding >= 0 && fits >= 0; fits--) {
            add_telling(told, all, row, fits);
        }
    }
    return told;
}

/* Puts both completions of the row of the law in doubt, or only the first. */
static void put_telling(completing *all, int32_t r, int32_t n) {
    const statusrules_open_row *row = &all->open[r];
    const statusrules_telling *told = find_telling(all, row);
    if (n > 1) {
        all->results[r].deciding = told->deciding;
    }
    if (told->deciding < 0) {
        leave(&all->results[r]);
        return;
    }
    for (int32_t t = 0; t < told->n && t < n; t++) {
        const statusrules_completion made = {
            .owner = r, .last_day = misses(row, all->last_day) ? told->last_day[t] : row->last_day};
        put_completion(all, &made, row->sets, told->sets[t]);
    }
}

/* What the completions that were put give. */
static void compare_all(completing *all) {
    statusrules_walk_completions(&all->tried, all->plan);
    for (int32_t i = 0; i < all->tried.n; i++) {
        compare(&all->results[all->made[i].owner], &all->tried, i);
    }
}

/* First both completions of the row in doubt that was met, then those in which other rows fit that are in doubt: what one of
 * them gives is often different, and saves going through all that a fact can stand for. */
static void tell(completing *all) {
    begin_putting(all);
    for (int32_t r = 0; r < all->n; r++) {
        put_telling(all, r, 2);
    }
    compare_all(all);
    for (int32_t round = 0; round < MORE_TELLINGS && all->tried.n; round++) {
        begin_putting(all);
        for (int32_t r = 0; r < all->n; r++) {
            statusrules_open_row *row = &all->open[r];
            const uint16_t doubt =
                all->results[r].settled ? STATUSRULES_NO_DOUBT : find_doubt(all->plan, row, row->doubt);
            /* Where none is left none is looked for in the next round. */
            row->doubt = doubt;
            if (doubt != STATUSRULES_NO_DOUBT) {
                put_telling(all, r, 1);
            }
        }
        compare_all(all);
    }
}

/* ---- Branches ---- */

/* Begins to complete a fact on which a completion depends; the caller sets its sets. If there is none the row is left,
 * and NULL comes back. There must be room. */
static statusrules_branch *add_branch(completing *all, const statusrules_completion *from, int32_t place) {
    result *row = &all->results[from->owner];
    statusrules_branch *of = &all->branches[all->n_branches];
    if (place < 0) {
        leave(row);
        return 0;
    }
    statusrules_begin_branch(of, from, place, all->facts);
    row->days_tried |= (int8_t)all->facts[place].is_last_day;
    all->n_branches++;
    return of;
}

/* Puts the next completion of a branch among those that walk; returns 0 after the last. */
static int32_t put_next(completing *all, statusrules_branch *of) {
    statusrules_completion made = of->from;
    uint64_t sets[STATUSRULES_WALK_WORDS];
    const int32_t class = statusrules_next_class(&made, of, all->facts, all->plan);
    if (class == STATUSRULES_CLASS_UNKNOWN) {
        return 0;
    }
    made.missing &= ~((uint32_t)1 << of->place);
    for (int32_t word = 0; word < all->plan->words.n; word++) {
        sets[word] = of->sets[word];
    }
    statusrules_keep_class(sets, &all->plan->words, all->facts[of->place].axis, class);
    put_completion(all, &made, sets, sets);
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
    for (; all->begun < all->n && all->n_branches < MAX_BRANCHES / 4; all->begun++) {
        const int32_t r = all->begun;
        const statusrules_open_row *row = &all->open[r];
        const statusrules_completion from = {r, row->missing, row->last_day, row->first_day};
        statusrules_branch *of = all->results[r].settled ? 0 : add_branch(all, &from, all->results[r].deciding);
        for (int32_t word = 0; of && word < all->plan->words.n; word++) {
            of->sets[word] = row->sets[word];
        }
    }
}

/* A completion that depends on one more fact. */
static void go_on(completing *all, int32_t i) {
    const statusrules_completion *from = &all->made[i];
    const int32_t place =
        statusrules_deciding_place(all->facts, all->plan, from->missing, all->tried.first_doubt[i]);
    statusrules_branch *of = add_branch(all, from, place);
    for (int32_t word = 0; of && word < all->plan->words.n; word++) {
        of->sets[word] = all->tried.sets[word][i];
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
        statusrules_walk_completions(&all->tried, all->plan);
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

static void keep(statusrules_open_row *row, const statusrules_walkers *w, int32_t i,
                 const statusrules_walk_plan *plan, const statusrules_mask_rows *rows) {
    const statusrules_case *c = &plan->masks.settled;
    const int32_t issued_on = day_of(&plan->masks, rows, STATUSRULES_FACT_ISSUED_ON, c->issued_on, i);
    row->missing = plan->masks.always_missing | w->missing[i];
    row->first_day = issued_on == STATUSRULES_UNKNOWN ? STATUSRULES_FIRST_DAY : issued_on;
    row->last_day = day_of(&plan->masks, rows, STATUSRULES_FACT_LAST_DAY, c->last_day, i);
    for (int32_t word = 0; word < plan->words.n; word++) {
        row->sets[word] = w->sets[word][i];
    }
    row->doubt = w->missing[i] ? w->first_doubt[i] : STATUSRULES_NO_DOUBT;
    row->doubt = row->doubt == STATUSRULES_NO_DOUBT ? find_doubt(plan, row, -1) : row->doubt;
}

void statusrules_begin_open(statusrules_open_rows *open) {
    open->n = 0;
    for (int32_t t = 0; t < STATUSRULES_TELLINGS; t++) {
        open->tellings[t].missing = 0;
    }
}

void statusrules_keep_open(statusrules_open_rows *open, int32_t place, const statusrules_walkers *w,
                           const statusrules_walk_plan *plan, const statusrules_mask_rows *rows) {
    if (!statusrules_any_marked(w->doubt, w->n, STATUSRULES_DOUBT_MISSING)) {
        return;
    }
    for (int32_t i = 0; i < w->n; i++) {
        if (w->doubt[i] & STATUSRULES_DOUBT_MISSING && !rows->marks[i]) {
            open->rows[open->n].place = (uint16_t)(place + i);
            keep(&open->rows[open->n++], w, i, plan, rows);
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
        const int32_t left = row->left || !row->tried || (!row->settled && row->days_tried && is_open_end);
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
    all.last_day = 0;
    all.first_day = 0;
    for (int32_t place = 0; place < plan->masks.n_varying; place++) {
        all.last_day |= (uint32_t)all.facts[place].is_last_day << place;
        all.first_day |= (uint32_t)all.facts[place].is_first_day << place;
    }
    all.tellings = open->tellings;
    all.tried.asked = STATUSRULES_DOUBT_SIDES;
    all.tried.last_days = all.last_days;
    for (int32_t first = 0; first < open->n; first += all.n) {
        const int32_t rest = open->n - first;
        all.open = open->rows + first;
        all.n = rest < STATUSRULES_COMPLETED_ROWS ? rest : STATUSRULES_COMPLETED_ROWS;
        for (int32_t r = 0; r < all.n; r++) {
            all.results[r] = (result){0};
        }
        tell(&all);
        complete(&all);
        end(found, &all);
    }
    open->n = 0;
}
