/*
 * B.7 Education entry. The rows are asked in the order of the table, but that 7 gives what it gives before 8, that its
 * silences come after 9, 12, 14 and 15 and before 8, 10, 11 and 13, and that 15 comes before 13.
 *
 * Readings, where the table is silent:
 *  - A row asks what it names and no more: 7, 8, 10, 11 and 13 ask neither role nor level; 14 asks no visa, notice, test,
 *    level or age; 8 asks no route, so that it also refuses who comes by land from 18 to 29 March 2020.
 *  - Row 14 is about the parent of a student who is on the list: listed = yes. Without it rows 15 and 13 follow.
 *  - Visa, notice and test in row 12: a `no` of any stands over a `conflict`, a `conflict` over `yes`. A sample that is too
 *    old is a `no`. Any regime but visa needs no visa.
 *  - A sample of 49 to 72 hours on 6 and 7 December 2021 makes row 7 a `conflict` at its place, and so the silences of row 7:
 *    by one source the row is silent, by the other the `no` below them follows.
 *  - In rows 7 and 9 a test that is missing or too old only means that the row does not fit.
 *  - In row 16 it is a `no`.
 */
#include "oracle_rows.h"

enum {
    NONE = STATUSRULES_NONE,
    NEVER = ORACLE_DAY(9999, 12, 31),

    YES = STATUSRULES_OUTCOME_YES,
    NO = STATUSRULES_OUTCOME_NO,
    SILENT = STATUSRULES_OUTCOME_SILENT,
    CONFLICT = STATUSRULES_OUTCOME_CONFLICT,

    CLOSED = ORACLE_DAY(2020, 3, 18),
    LAND_CLOSED = ORACLE_DAY(2020, 3, 30),
    LIST_FROM = ORACLE_DAY(2020, 8, 1),
    STUDY_GROUND = ORACLE_DAY(2021, 3, 16),
    GREEN_FROM = ORACLE_DAY(2021, 3, 21),
    GREEN_WIDENED = ORACLE_DAY(2021, 3, 31),
    THROUGH_OTHERS_FROM = ORACLE_DAY(2021, 4, 14),
    LIST_NOT_GATHERED = ORACLE_DAY(2021, 7, 1),
    ANY_STATE_FROM = ORACLE_DAY(2021, 8, 27),
    HALF_DISPUTED_FROM = ORACLE_DAY(2021, 12, 6),
    TWO_DAYS_FROM = ORACLE_DAY(2021, 12, 8),
    LAND_OPENED = ORACLE_DAY(2022, 3, 30),
    OPENED = ORACLE_DAY(2022, 7, 15),
    NO_TEST_FROM = ORACLE_DAY(2022, 10, 21)
};

/* The first day of a state on the list of row 7. */
static int32_t on_the_list_from(int32_t state) {
    switch (state) {
    case STATE('G', 'B'):
    case STATE('T', 'Z'):
    case STATE('T', 'R'):
        return LIST_FROM;
    case STATE('C', 'H'):
        return ORACLE_DAY(2020, 8, 15);
    case STATE('E', 'G'):
    case STATE('A', 'E'):
    case STATE('M', 'V'):
        return ORACLE_DAY(2020, 9, 3);
    case STATE('B', 'Y'):
    case STATE('K', 'Z'):
    case STATE('K', 'G'):
        return ORACLE_DAY(2020, 9, 21);
    case STATE('K', 'R'):
        return ORACLE_DAY(2020, 9, 27);
    case STATE('R', 'S'):
    case STATE('C', 'U'):
        return ORACLE_DAY(2020, 10, 15);
    case STATE('J', 'P'):
        return ORACLE_DAY(2020, 11, 1);
    case STATE('E', 'T'):
    case STATE('S', 'C'):
        return ORACLE_DAY(2020, 11, 13);
    case STATE('V', 'N'):
    case STATE('I', 'N'):
    case STATE('F', 'I'):
    case STATE('Q', 'A'):
        return ORACLE_DAY(2021, 1, 27);
    case STATE('G', 'R'):
    case STATE('S', 'G'):
        return ORACLE_DAY(2021, 2, 8);
    case STATE('A', 'Z'):
    case STATE('A', 'M'):
        return ORACLE_DAY(2021, 2, 15);
    case STATE('V', 'E'):
    case STATE('D', 'E'):
    case STATE('S', 'Y'):
    case STATE('T', 'J'):
    case STATE('U', 'Z'):
    case STATE('L', 'K'):
        return ORACLE_DAY(2021, 3, 31);
    case STATE('A', 'T'):
    case STATE('B', 'E'):
    case STATE('B', 'G'):
    case STATE('H', 'U'):
    case STATE('J', 'O'):
    case STATE('I', 'E'):
    case STATE('I', 'T'):
    case STATE('C', 'Y'):
    case STATE('C', 'N'):
    case STATE('L', 'B'):
    case STATE('L', 'I'):
    case STATE('L', 'U'):
    case STATE('M', 'U'):
    case STATE('M', 'A'):
    case STATE('M', 'K'):
    case STATE('U', 'S'):
    case STATE('H', 'R'):
        return ORACLE_DAY(2021, 6, 28);
    case STATE('M', 'N'):
        return ORACLE_DAY(2021, 12, 1);
    default:
        return NEVER;
    }
}

static bool on_the_list(int32_t state, int32_t day) {
    return on_the_list_from(state) != NEVER && day >= on_the_list_from(state);
}

/* The green list of row 9. */
static bool is_green(int32_t citizenship, int32_t day) {
    switch (citizenship) {
    case STATE('X', 'A'):
    case STATE('A', 'Z'):
    case STATE('A', 'M'):
    case STATE('B', 'Y'):
    case STATE('V', 'N'):
    case STATE('G', 'R'):
    case STATE('E', 'G'):
    case STATE('I', 'N'):
    case STATE('K', 'Z'):
    case STATE('Q', 'A'):
    case STATE('K', 'G'):
    case STATE('C', 'U'):
    case STATE('M', 'V'):
    case STATE('A', 'E'):
    case STATE('S', 'C'):
    case STATE('R', 'S'):
    case STATE('S', 'G'):
    case STATE('T', 'Z'):
    case STATE('T', 'R'):
    case STATE('F', 'I'):
    case STATE('C', 'H'):
    case STATE('E', 'T'):
    case STATE('K', 'R'):
    case STATE('X', 'O'):
    case STATE('J', 'P'):
        return day >= GREEN_FROM;
    case STATE('D', 'E'):
    case STATE('S', 'Y'):
    case STATE('U', 'Z'):
    case STATE('L', 'K'):
    case STATE('T', 'J'):
    case STATE('V', 'E'):
        return day >= GREEN_WIDENED;
    default:
        return false;
    }
}

/* On green lists whose day is not known (row 11). */
static bool is_green_some_day(int32_t citizenship) {
    switch (citizenship) {
    case STATE('S', 'A'):
    case STATE('M', 'X'):
    case STATE('P', 'T'):
    case STATE('I', 'S'):
    case STATE('M', 'T'):
    case STATE('A', 'T'):
    case STATE('H', 'R'):
    case STATE('H', 'U'):
    case STATE('L', 'B'):
    case STATE('L', 'U'):
    case STATE('M', 'A'):
    case STATE('M', 'U'):
        return true;
    default:
        return false;
    }
}

enum test { MET, DISPUTED, TOO_OLD, NO_TEST };

static enum test test_of(const statusrules_facts *f) {
    if (f->pcr_hours == NONE) {
        return NO_TEST;
    }
    if (f->pcr_hours <= 48) {
        return MET;
    }
    if (f->pcr_hours > 72 || f->on_day >= TWO_DAYS_FROM) {
        return TOO_OLD;
    }
    return f->on_day >= HALF_DISPUTED_FROM ? DISPUTED : MET;
}

/* The levels of rows 9 and 12. */
static bool is_of_study(int32_t level) {
    return level == STATUSRULES_LEVEL_HIGHER || level == STATUSRULES_LEVEL_VOCATIONAL
           || level == STATUSRULES_LEVEL_PREPARATORY;
}

/* Row 12, for a student on the list. */
static int32_t visa_notice_and_test(const statusrules_facts *f, enum test test) {
    const bool needs_visa = f->regime == STATUSRULES_REGIME_VISA;
    const bool no_visa = needs_visa && (f->visa_days_left == NONE || f->visa_days_left <= 34);
    const bool visa_disputed = needs_visa && f->visa_days_left < 45;
    if (no_visa || f->notice_days < 10 || test == TOO_OLD) {
        return NO;
    }
    return visa_disputed || f->notice_days < 14 || test != MET ? CONFLICT : YES;
}

/* Rows 12, 14 and 15. */
static struct row_verdict from_any_state(struct row_verdict v, const statusrules_facts *f, enum test test) {
    const bool of_study = is_of_study(f->level);
    const bool listed = f->listed == STATUSRULES_YES;
    if (listed && f->role == STATUSRULES_ROLE_STUDENT && of_study) {
        return decided(v, visa_notice_and_test(f, test), "B.7 row 12");
    }
    if (listed && f->role == STATUSRULES_ROLE_PARENT_FIRST) {
        return decided(v, YES, "B.7 row 14, first parent");
    }
    if (listed && f->role == STATUSRULES_ROLE_PARENT_SECOND) {
        return decided(v, NO, "B.7 row 14, second parent");
    }
    return of_study ? v : decided(v, SILENT, "B.7 row 15");
}

/* The rows that say no by air, and the silences of row 7 before them. */
static struct row_verdict refusals(struct row_verdict v, const statusrules_facts *f, enum test test) {
    const int32_t day = f->on_day;
    const bool fresh = test == MET || test == DISPUTED;
    const bool through_others = fresh && day >= THROUGH_OTHERS_FROM && f->direct == STATUSRULES_NO;
    const bool residence_listed = on_the_list(f->residence_state, day);
    /* Where sources differ on the age of the test, by one row 7 is silent and by the other row 13 says no. */
    const int32_t silence = test == DISPUTED ? CONFLICT : SILENT;
    if (through_others && on_the_list(f->citizenship, day)) {
        return decided(v, silence, "B.7 row 7, not direct");
    }
    if (fits(&v, through_others,
             if_known(STATUSRULES_FACT_RESIDENCE_STATE, f->residence_state, residence_listed))) {
        return decided(v, silence, "B.7 row 7, residence, not direct");
    }
    if (fits(&v, fresh && day >= LIST_NOT_GATHERED && !on_the_list(f->citizenship, day),
             unless_known(STATUSRULES_FACT_RESIDENCE_STATE, f->residence_state, !residence_listed))) {
        return decided(v, silence, "B.7 row 7, not on the list");
    }
    if (day < STUDY_GROUND) {
        return decided(v, NO, "B.7 row 8");
    }
    if (day >= ANY_STATE_FROM) {
        return f->listed == STATUSRULES_NO ? decided(v, NO, "B.7 row 13") : v;
    }
    if (day < GREEN_FROM) {
        return decided(v, SILENT, "B.7 row 11, no list yet");
    }
    if (is_green(f->citizenship, day)) {
        return f->notice_days < 10 || test != MET ? decided(v, NO, "B.7 row 10") : v;
    }
    return is_green_some_day(f->citizenship) ? decided(v, SILENT, "B.7 row 11, a later list")
                                             : decided(v, NO, "B.7 row 11");
}

static struct row_verdict by_air(struct row_verdict v, const statusrules_facts *f) {
    const enum test test = test_of(f);
    const bool flown_from_there = f->on_day >= LIST_FROM && f->direct == STATUSRULES_YES;
    const bool asked = flown_from_there && (test == MET || test == DISPUTED);
    if (asked && on_the_list(f->citizenship, f->on_day)) {
        return decided(v, test == MET ? YES : CONFLICT, "B.7 row 7");
    }
    if (fits(&v, asked,
             if_known(STATUSRULES_FACT_RESIDENCE_STATE, f->residence_state,
                      on_the_list(f->residence_state, f->on_day)))) {
        return decided(v, test == MET ? YES : CONFLICT, "B.7 row 7, residence");
    }
    if (f->on_day < ANY_STATE_FROM && is_green(f->citizenship, f->on_day) && is_of_study(f->level)
        && f->notice_days >= 10 && test == MET) {
        return decided(v, YES, "B.7 row 9");
    }
    if (f->on_day >= ANY_STATE_FROM) {
        v = from_any_state(v, f, test);
        if (v.row[0] != '\0') {
            return v;
        }
    }
    return refusals(v, f, test);
}

static struct row_verdict education_entry(const statusrules_facts *f, int32_t known_on) {
    struct row_verdict v = nothing_decided();
    const int32_t day = f->on_day;
    const bool air = f->route == STATUSRULES_ROUTE_AIR;
    (void)known_on;
    if (day < CLOSED) {
        return decided(v, YES, "B.7 row 1");
    }
    if (day >= NO_TEST_FROM) {
        return decided(v, YES, "B.7 row 17");
    }
    if (day >= OPENED) {
        return decided(v, test_of(f) == MET ? YES : NO, "B.7 row 16");
    }
    if (fits(&v, air,
             if_known(STATUSRULES_FACT_OTHER_GROUND, f->other_ground, f->other_ground == STATUSRULES_YES))) {
        return decided(v, YES, "B.7 row 2");
    }
    if (day >= LAND_OPENED && f->route == STATUSRULES_ROUTE_LAND && f->border == STATE('M', 'N')) {
        return decided(v, YES, "B.7 row 3, Mongolia");
    }
    if (day >= LAND_OPENED && f->route == STATUSRULES_ROUTE_LAND && f->border == STATE('K', 'Z')) {
        return f->citizenship == STATE('K', 'Z') ? decided(v, YES, "B.7 row 3, Kazakhstan")
                                                 : decided(v, NO, "B.7 row 4");
    }
    if (fits(&v, !air && day >= LAND_CLOSED && day < STUDY_GROUND,
             unless_known(STATUSRULES_FACT_OTHER_GROUND, f->other_ground, f->other_ground == STATUSRULES_NO))) {
        return decided(v, NO, "B.7 row 5");
    }
    if (!air && day >= LAND_CLOSED) {
        return decided(v, SILENT, "B.7 row 6");
    }
    return by_air(v, f);
}

static const int32_t days[] = {ORACLE_DAY(1, 1, 1),
                               CLOSED,
                               LAND_CLOSED,
                               LIST_FROM,
                               ORACLE_DAY(2020, 8, 15),
                               ORACLE_DAY(2020, 9, 3),
                               ORACLE_DAY(2020, 9, 21),
                               ORACLE_DAY(2020, 9, 27),
                               ORACLE_DAY(2020, 10, 15),
                               ORACLE_DAY(2020, 11, 1),
                               ORACLE_DAY(2020, 11, 13),
                               ORACLE_DAY(2021, 1, 27),
                               ORACLE_DAY(2021, 2, 8),
                               ORACLE_DAY(2021, 2, 15),
                               STUDY_GROUND,
                               GREEN_FROM,
                               GREEN_WIDENED,
                               THROUGH_OTHERS_FROM,
                               ORACLE_DAY(2021, 6, 28),
                               LIST_NOT_GATHERED,
                               ANY_STATE_FROM,
                               ORACLE_DAY(2021, 12, 1),
                               HALF_DISPUTED_FROM,
                               TWO_DAYS_FROM,
                               LAND_OPENED,
                               OPENED,
                               NO_TEST_FROM};

/* One citizenship of each day on the list, green or not, green on a later list or not; KZ, whose land border opened; and
 * Abkhazia, which is green and not on the list. */
static const int32_t citizenships[] = {STATE('G', 'B'), STATE('T', 'R'), STATE('C', 'H'),
                                       STATE('E', 'G'), STATE('B', 'Y'), STATE('K', 'Z'),
                                       STATE('K', 'R'), STATE('R', 'S'), STATE('J', 'P'),
                                       STATE('E', 'T'), STATE('V', 'N'), STATE('G', 'R'),
                                       STATE('A', 'Z'), STATE('D', 'E'), STATE('A', 'T'),
                                       STATE('U', 'S'), STATE('M', 'N'), STATE('X', 'A'),
                                       STATE('S', 'A'), STATE('I', 'R'), NONE};
static const int32_t residences[] = {STATE('G', 'B'), STATE('C', 'H'), STATE('E', 'G'), STATE('B', 'Y'),
                                     STATE('K', 'R'), STATE('R', 'S'), STATE('J', 'P'), STATE('E', 'T'),
                                     STATE('V', 'N'), STATE('G', 'R'), STATE('A', 'Z'), STATE('D', 'E'),
                                     STATE('U', 'S'), STATE('M', 'N'), STATE('I', 'R'), NONE};
static const int32_t borders[] = {STATE('K', 'Z'), STATE('M', 'N'), STATE('F', 'I')};

static const int32_t roles[] = {STATUSRULES_ROLE_STUDENT, STATUSRULES_ROLE_PARENT_FIRST,
                                STATUSRULES_ROLE_PARENT_SECOND};
static const int32_t levels[] = {STATUSRULES_LEVEL_HIGHER, STATUSRULES_LEVEL_VOCATIONAL,
                                 STATUSRULES_LEVEL_PREPARATORY, STATUSRULES_LEVEL_GENERAL,
                                 STATUSRULES_LEVEL_OTHER};
static const int32_t routes[] = {STATUSRULES_ROUTE_AIR, STATUSRULES_ROUTE_LAND, STATUSRULES_ROUTE_RAIL,
                                 STATUSRULES_ROUTE_SEA, STATUSRULES_ROUTE_RIVER};
static const int32_t regimes[] = {STATUSRULES_REGIME_VISA, STATUSRULES_REGIME_VISA_FREE, STATUSRULES_REGIME_EAEU};
static const int32_t yes_no[] = {STATUSRULES_NO, STATUSRULES_YES};
static const int32_t visa_days[] = {0, 35, 45, NONE};
static const int32_t notices[] = {0, 10, 14};
static const int32_t samples[] = {0, 49, 73, NONE};

static const struct row_axis axes[] = {
    ROW_AXIS(ON_DAY, false, days),
    ROW_AXIS(ROLE, false, roles),
    ROW_AXIS(LEVEL, false, levels),
    ROW_AXIS(CITIZENSHIP, false, citizenships),
    ROW_AXIS(RESIDENCE_STATE, true, residences),
    ROW_AXIS(ROUTE, false, routes),
    ROW_AXIS(BORDER, false, borders),
    ROW_AXIS(DIRECT, false, yes_no),
    ROW_AXIS(LISTED, false, yes_no),
    ROW_AXIS(REGIME, false, regimes),
    ROW_AXIS(VISA_DAYS_LEFT, false, visa_days),
    ROW_AXIS(NOTICE_DAYS, false, notices),
    ROW_AXIS(PCR_HOURS, false, samples),
    ROW_AXIS(OTHER_GROUND, true, yes_no),
};

const struct row_question oracle_education_entry = ROW_QUESTION(education_entry, axes, false);
