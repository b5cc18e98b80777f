/* Decision table B.1 for one state and one reading, nothing missing. */
#include "oracle_measures_extension.h"

#include <assert.h>

enum {
    NOT_A_DAY = STATUSRULES_NOT_A_DAY,
    OPEN = STATUSRULES_NONE,
    LAST_DAY = ORACLE_DAY(9999, 12, 31),

    BORDERS_CLOSED = ORACLE_DAY(2020, 3, 15),
    WORK_PAPERS_UNTIL = ORACLE_DAY(2020, 6, 15),
    EVE_OF_364 = ORACLE_DAY(2021, 6, 15),
    SPOKEN = ORACLE_DAY(2021, 11, 29),
    END_OF_2021 = ORACLE_DAY(2021, 12, 31),
    FIXED_DAY = ORACLE_DAY(2022, 7, 18),
    DECREE_585 = ORACLE_DAY(2022, 8, 27)
};

/* A fact that a row asks. */
static int32_t known(int32_t value) {
    assert(value != STATUSRULES_UNKNOWN);
    return value;
}

static bool is_state(int32_t state, char a, char b) {
    return known(state) == STATUSRULES_COUNTRY(a, b);
}

/* --- Kinds of terms ----------------------------------------------------------------------------------------- */

static bool is_stay(int32_t term) {
    return term == STATUSRULES_TERM_TEMPORARY_STAY || term == STATUSRULES_TERM_VISA
           || term == STATUSRULES_TERM_MIGRATION_CARD || term == STATUSRULES_TERM_STAY_REGISTRATION;
}

static bool is_permit(int32_t term) {
    return term == STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT
           || term == STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
}

static bool is_certificate(int32_t term) {
    return term == STATUSRULES_TERM_REFUGEE_CERTIFICATE || term == STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE;
}

static bool is_work_paper(int32_t term) {
    return term == STATUSRULES_TERM_WORK_PERMIT || term == STATUSRULES_TERM_PATENT
           || term == STATUSRULES_TERM_HIRING_PERMIT;
}

/* The eleven of the first rows of stage 1. */
static bool is_document(int32_t term) {
    return is_stay(term) || is_permit(term) || is_certificate(term)
           || term == STATUSRULES_TERM_RESIDENCE_REGISTRATION
           || term == STATUSRULES_TERM_REFUGEE_PETITION_CERTIFICATE
           || term == STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE;
}

/* --- Persons and places ------------------------------------------------------------------------------------- */

static bool resides(const statusrules_facts *f) {
    return known(f->legal_status) == STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE
           || f->legal_status == STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE;
}

static bool in_russia(const statusrules_facts *f) {
    return known(f->location) == STATUSRULES_LOCATION_IN_RUSSIA;
}

static bool is_known(const oracle_measures_case *c, int32_t from) {
    return c->known_on >= from;
}

/* --- Stage 1: decree 274 ------------------------------------------------------------------------------------ */

int32_t oracle_measures_window(int32_t known_on) {
    if (known_on <= ORACLE_DAY(2020, 4, 17)) {
        return NOT_A_DAY;
    }
    if (known_on <= ORACLE_DAY(2020, 6, 14)) {
        return ORACLE_DAY(2020, 6, 15);
    }
    if (known_on <= ORACLE_DAY(2020, 9, 22)) {
        return ORACLE_DAY(2020, 9, 15);
    }
    if (known_on <= ORACLE_DAY(2020, 12, 16)) {
        return ORACLE_DAY(2020, 12, 15);
    }
    return ORACLE_DAY(2021, 6, 15);
}

int32_t oracle_measures_window_days(int32_t known_on) {
    if (known_on <= ORACLE_DAY(2020, 6, 14)) {
        return 93;
    }
    if (known_on <= ORACLE_DAY(2020, 9, 22)) {
        return 185;
    }
    if (known_on <= ORACLE_DAY(2020, 12, 16)) {
        return 276;
    }
    return 458;
}

static bool resumed_by_15_december_2020(int32_t s) {
    return is_state(s, 'G', 'B') || is_state(s, 'T', 'R') || is_state(s, 'T', 'Z') || is_state(s, 'C', 'H')
           || is_state(s, 'E', 'G') || is_state(s, 'A', 'E') || is_state(s, 'M', 'V') || is_state(s, 'B', 'Y')
           || is_state(s, 'K', 'Z') || is_state(s, 'K', 'G') || is_state(s, 'K', 'R') || is_state(s, 'R', 'S')
           || is_state(s, 'C', 'U') || is_state(s, 'J', 'P') || is_state(s, 'E', 'T') || is_state(s, 'S', 'C')
           || is_state(s, 'X', 'O') || is_state(s, 'X', 'A');
}

int32_t oracle_measures_cut_off(int32_t state, int32_t known_on) {
    if (resumed_by_15_december_2020(state) && known_on >= ORACLE_DAY(2020, 12, 17)) {
        return ORACLE_DAY(2021, 3, 14);
    }
    if ((is_state(state, 'F', 'I') || is_state(state, 'V', 'N') || is_state(state, 'I', 'N')
         || is_state(state, 'Q', 'A'))
        && known_on >= ORACLE_DAY(2021, 1, 25)) {
        return ORACLE_DAY(2021, 4, 26);
    }
    if ((is_state(state, 'G', 'R') || is_state(state, 'S', 'G')) && known_on >= ORACLE_DAY(2021, 1, 28)) {
        return ORACLE_DAY(2021, 5, 8);
    }
    if ((is_state(state, 'A', 'Z') || is_state(state, 'A', 'M')) && known_on >= ORACLE_DAY(2021, 2, 3)) {
        return ORACLE_DAY(2021, 5, 15);
    }
    return NOT_A_DAY;
}

static void give_no(oracle_measures_verdict *v) {
    v->outcome = STATUSRULES_OUTCOME_NO;
}

/* Of two days the later stands, and a day beats no. */
static void give_days(oracle_measures_verdict *v, int32_t day, int32_t latest) {
    if (v->outcome != STATUSRULES_OUTCOME_YES) {
        v->outcome = STATUSRULES_OUTCOME_YES;
        v->day = day;
        v->latest = latest;
        return;
    }
    v->day = day > v->day ? day : v->day;
    v->latest = latest > v->latest ? latest : v->latest;
}

static void give(oracle_measures_verdict *v, int32_t day) {
    give_days(v, day, day);
}

static void give_plus(oracle_measures_verdict *v, int32_t day, int32_t days) {
    if (day > LAST_DAY - days) {
        v->error = STATUSRULES_ERROR_RESULT;
        return;
    }
    give(v, day + days);
}

static void documents_of_274(oracle_measures_verdict *v, const oracle_measures_case *c, int32_t cut_off) {
    int32_t e = c->facts.last_day;
    int32_t window = oracle_measures_window(c->known_on);
    if (cut_off != NOT_A_DAY) {
        if (e <= cut_off) {
            give(v, cut_off);
        } else if (e <= EVE_OF_364) {
            give_no(v);
        }
        return;
    }
    if (e > window) {
        return;
    }
    if (c->reading == STATUSRULES_READING_FIXED_DAY) {
        give(v, window);
    } else {
        give_plus(v, e, oracle_measures_window_days(c->known_on));
    }
}

static void work_papers_of_274(oracle_measures_verdict *v, const oracle_measures_case *c) {
    int32_t e = c->facts.last_day;
    if (e > WORK_PAPERS_UNTIL) {
        return;
    }
    if (c->reading == STATUSRULES_READING_SUSPENSION) {
        give_plus(v, e, 93);
    } else {
        give(v, WORK_PAPERS_UNTIL);
    }
}

static void stage_1(oracle_measures_verdict *v, const oracle_measures_case *c) {
    int32_t e = c->facts.last_day;
    int32_t term = known(c->facts.term);
    int32_t window = oracle_measures_window(c->known_on);
    if (window == NOT_A_DAY || e < BORDERS_CLOSED) {
        return;
    }
    if (is_work_paper(term)) {
        work_papers_of_274(v, c);
        return;
    }
    if (term == STATUSRULES_TERM_ABSENCE_LIMIT && known(c->facts.state_programme) != STATUSRULES_YES
        && !resides(&c->facts)) {
        return;
    }
    bool cuts_off = c->known_on >= ORACLE_DAY(2020, 12, 17);
    int32_t cut_off = cuts_off ? oracle_measures_cut_off(c->state, c->known_on) : NOT_A_DAY;
    v->state_asked = cuts_off && e <= window;
    if (is_document(term)) {
        documents_of_274(v, c, cut_off);
        return;
    }
    assert(term == STATUSRULES_TERM_DEPARTURE_PERIOD || term == STATUSRULES_TERM_ABSENCE_LIMIT);
    int32_t w = cut_off != NOT_A_DAY ? cut_off : window;
    if (e <= w) {
        give(v, w);
    }
}

/* --- Stage 2: decree 364, paragraph 1 ------------------------------------------------------------------------ */

static bool is_ua_xd_xl(int32_t s) {
    return is_state(s, 'U', 'A') || is_state(s, 'X', 'D') || is_state(s, 'X', 'L');
}

/* The last covered day D and the latest that a source gives for it. */
static void last_covered(int32_t *d, int32_t *latest, const oracle_measures_case *c) {
    int32_t s = c->state;
    *d = OPEN;
    if (is_state(s, 'B', 'Y') || is_state(s, 'K', 'Z') || is_state(s, 'C', 'N') || is_state(s, 'M', 'N')
        || is_state(s, 'X', 'A') || is_state(s, 'X', 'O')) {
        if (is_known(c, ORACLE_DAY(2022, 5, 20))) {
            *d = ORACLE_DAY(2022, 8, 17);
        }
    } else if (is_ua_xd_xl(s)) {
        if (is_known(c, ORACLE_DAY(2022, 5, 20)) && !is_known(c, ORACLE_DAY(2022, 6, 16))) {
            *d = ORACLE_DAY(2022, 8, 17);
        }
    } else if (is_state(s, 'A', 'M') || is_state(s, 'K', 'G')) {
        if (is_known(c, ORACLE_DAY(2022, 6, 7))) {
            *d = ORACLE_DAY(2022, 9, 3);
        }
    } else if (is_known(c, ORACLE_DAY(2022, 7, 14))) {
        *d = ORACLE_DAY(2022, 10, 12);
        *latest = ORACLE_DAY(2022, 10, 13);
        return;
    }
    *latest = *d;
}

/* E1, the day from which stage 2 starts. */
struct start {
    int32_t day;
    bool given;
};

static bool running_on_16_june(const oracle_measures_case *c, struct start e1) {
    if (e1.day >= ORACLE_DAY(2021, 6, 16)) {
        return true;
    }
    return e1.day == EVE_OF_364 && e1.given
           && (c->reading == STATUSRULES_READING_FIXED_DAY || c->facts.term == STATUSRULES_TERM_ABSENCE_LIMIT);
}

static bool settled(const statusrules_facts *f) {
    return known(f->settled_on) != STATUSRULES_NONE && f->settled_on <= ORACLE_DAY(2021, 9, 30);
}

static bool valid_on_15_march_2020(const statusrules_facts *f) {
    return f->last_day >= BORDERS_CLOSED && known(f->issued_on) <= BORDERS_CLOSED;
}

/* The conditions of paragraph 1 but for the state. */
static bool paragraph_1_names(const oracle_measures_case *c, struct start e1) {
    const statusrules_facts *f = &c->facts;
    if (is_stay(f->term)) {
        return in_russia(f) && (running_on_16_june(c, e1) || settled(f));
    }
    if (f->term == STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE) {
        return valid_on_15_march_2020(f);
    }
    if (is_permit(f->term)) {
        return known(f->location) == STATUSRULES_LOCATION_ABROAD && valid_on_15_march_2020(f);
    }
    if (f->term == STATUSRULES_TERM_ABSENCE_LIMIT) {
        return running_on_16_june(c, e1)
               && (resides(f) || known(f->state_programme) == STATUSRULES_YES
                   || known(f->highly_qualified) == STATUSRULES_YES);
    }
    return false;
}

static void paragraph_1(oracle_measures_verdict *v, const oracle_measures_case *c, struct start e1) {
    bool stay =
        c->facts.term == STATUSRULES_TERM_TEMPORARY_STAY || c->facts.term == STATUSRULES_TERM_STAY_REGISTRATION;
    int32_t d;
    int32_t latest;
    if (stay && is_known(c, DECREE_585)) {
        v->state_asked = true;
        if (is_ua_xd_xl(c->state)) {
            /* Decree 585 takes the place of paragraph 1. */
            if (known(c->facts.identified) == STATUSRULES_YES) {
                give(v, OPEN);
            }
            return;
        }
    }
    if (!paragraph_1_names(c, e1)) {
        return;
    }
    v->state_asked = true;
    last_covered(&d, &latest, c);
    if (e1.day <= d) {
        give_days(v, d, latest);
    }
}

/* --- Stage 2: decree 364, paragraph 2, with the statement ----------------------------------------------------- */

static void from_2022_on(oracle_measures_verdict *v, const oracle_measures_case *c, int32_t e1) {
    if (!is_known(c, SPOKEN) && c->reading != STATUSRULES_READING_SUSPENSION) {
        return;
    }
    if (!c->issue_presumed && known(c->facts.issued_on) > END_OF_2021) {
        return;
    }
    v->issue_assumed = c->issue_presumed;
    give_plus(v, e1, 199);
}

static void at_the_end_of_2021(oracle_measures_verdict *v, const oracle_measures_case *c) {
    if (c->reading == STATUSRULES_READING_SUSPENSION) {
        give(v, FIXED_DAY);
    } else if (!is_known(c, SPOKEN)) {
        return;
    } else if (c->reading == STATUSRULES_READING_FIXED_DAY) {
        give(v, FIXED_DAY);
    } else if (!is_certificate(c->facts.term) && in_russia(&c->facts)) {
        give(v, FIXED_DAY);
    }
}

static void in_2021(oracle_measures_verdict *v, const oracle_measures_case *c, int32_t e1) {
    if (c->reading == STATUSRULES_READING_SUSPENSION) {
        give_plus(v, e1, 199);
    } else if (c->reading == STATUSRULES_READING_FIXED_DAY && is_known(c, SPOKEN)) {
        give(v, FIXED_DAY);
    } else {
        give(v, END_OF_2021);
    }
}

static void paragraph_2(oracle_measures_verdict *v, const oracle_measures_case *c, struct start e1) {
    int32_t term = c->facts.term;
    if (!is_permit(term) && !is_certificate(term) && term != STATUSRULES_TERM_RESIDENCE_REGISTRATION) {
        return;
    }
    if (!running_on_16_june(c, e1)) {
        return;
    }
    if (e1.day > END_OF_2021) {
        from_2022_on(v, c, e1.day);
    } else if (is_permit(term) && known(c->facts.location) == STATUSRULES_LOCATION_ABROAD) {
        return;
    } else if (e1.day == END_OF_2021) {
        at_the_end_of_2021(v, c);
    } else {
        in_2021(v, c, e1.day);
    }
}

/* --- Both stages -------------------------------------------------------------------------------------------- */

oracle_measures_verdict oracle_measures_verdict_of(const oracle_measures_case *c) {
    oracle_measures_verdict v = {
        STATUSRULES_OK, STATUSRULES_OUTCOME_SILENT, NOT_A_DAY, NOT_A_DAY, false, false,
    };
    if (known(c->facts.last_day) == STATUSRULES_NONE) {
        return v;
    }
    stage_1(&v, c);
    if (is_known(c, EVE_OF_364)) {
        struct start e1 = {c->facts.last_day, false};
        if (v.outcome == STATUSRULES_OUTCOME_YES) {
            e1 = (struct start){v.day, true};
        }
        paragraph_1(&v, c, e1);
        paragraph_2(&v, c, e1);
    }
    return v;
}
