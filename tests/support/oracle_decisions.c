/* B.4 Regularisation, B.5 Work and B.6 Moratorium on decisions. */
#include "oracle_rows.h"

enum {
    UNKNOWN = STATUSRULES_UNKNOWN,
    NONE = STATUSRULES_NONE,

    BORDERS_CLOSED = ORACLE_DAY(2020, 3, 15),
    FREE_FORM_FROM = ORACLE_DAY(2020, 3, 19),
    DECREE_392 = ORACLE_DAY(2020, 6, 16),
    DECREE_580 = ORACLE_DAY(2020, 9, 16),
    DECREE_791 = ORACLE_DAY(2020, 12, 16),
    DECREE_364 = ORACLE_DAY(2021, 6, 16),
    AFTER_SETTLING = ORACLE_DAY(2021, 10, 1),
    YEAR_2022 = ORACLE_DAY(2022, 1, 1),
    DECREE_585 = ORACLE_DAY(2022, 8, 27)
};

static const int32_t yes_no[] = {STATUSRULES_NO, STATUSRULES_YES};

/* --- B.4 ---------------------------------------------------------------------------------------------------- */

/* X1 to X5: the states with which transport was resumed. */
static bool transport_resumed(int32_t state) {
    switch (state) {
    /* X1 */
    case STATE('G', 'B'):
    case STATE('T', 'R'):
    case STATE('T', 'Z'):
    case STATE('C', 'H'):
    case STATE('E', 'G'):
    case STATE('A', 'E'):
    case STATE('M', 'V'):
    case STATE('B', 'Y'):
    case STATE('K', 'Z'):
    case STATE('K', 'G'):
    case STATE('K', 'R'):
    case STATE('R', 'S'):
    case STATE('C', 'U'):
    case STATE('J', 'P'):
    case STATE('E', 'T'):
    case STATE('S', 'C'):
    case STATE('X', 'O'):
    case STATE('X', 'A'):
    /* X2 */
    case STATE('F', 'I'):
    case STATE('V', 'N'):
    case STATE('I', 'N'):
    case STATE('Q', 'A'):
    /* X3 */
    case STATE('G', 'R'):
    case STATE('S', 'G'):
    /* X4 */
    case STATE('A', 'Z'):
    case STATE('A', 'M'):
    /* X5 */
    case STATE('V', 'E'):
    case STATE('D', 'E'):
    case STATE('S', 'Y'):
    case STATE('T', 'J'):
    case STATE('U', 'Z'):
    case STATE('L', 'K'):
        return true;
    default:
        return false;
    }
}

/* A condition on the state. The side that is missing is presumed not to matter: it is reported where the condition is
 * met, and where it is what keeps the row out. */
static struct marks state_is(bool met, int64_t missing_side) {
    return met ? (struct marks){false, 0, missing_side} : (struct marks){missing_side == 0, missing_side, 0};
}

/*
 * Readings: "in Russia" of the first window asks no fact (the question has no `location`; `left_russia` is about those
 * who did not leave after transport was resumed). "Has not left" is left_russia = no, without a mark. The rows are
 * asked in the order of the table; those that say nothing stand in it, and presume what they ask.
 */
static struct row_verdict regularisation_of(const statusrules_facts *f, int32_t state, int64_t missing_side) {
    struct row_verdict v = nothing_decided();
    if (f->on_day < FREE_FORM_FROM) {
        return v;
    }
    if (f->on_day < DECREE_364) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.4 from 2020-03-19");
    }
    if (f->on_day >= AFTER_SETTLING) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.4 from 2021-10-01");
    }
    const bool without_ground = f->lawful_through == NONE || f->lawful_through < DECREE_364;
    const bool arrived_before = f->arrived_on < BORDERS_CLOSED;
    const bool resumed = transport_resumed(state);
    if (without_ground && arrived_before) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.4 arrived before 2020-03-15");
    }
    if (fits(&v, without_ground && f->left_russia == STATUSRULES_NO, state_is(resumed, missing_side))) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.4 transport resumed");
    }
    if (!without_ground) {
        return decided(v, STATUSRULES_OUTCOME_SILENT, "B.4 nothing to settle");
    }
    if (fits(&v, !arrived_before, state_is(!resumed, missing_side))) {
        return decided(v, STATUSRULES_OUTCOME_SILENT, "B.4 arrived from 2020-03-15");
    }
    return v;
}

/* Convention 11: both sides where both are known and some state; else the one that is. */
static struct row_verdict regularisation(const statusrules_facts *f, int32_t known_on) {
    const int32_t citizenship = f->citizenship;
    const int32_t residence = f->residence_state;
    (void)known_on;
    if (citizenship == UNKNOWN) {
        return regularisation_of(f, residence, (int64_t)1 << STATUSRULES_FACT_CITIZENSHIP);
    }
    if (residence == UNKNOWN) {
        return regularisation_of(f, citizenship, (int64_t)1 << STATUSRULES_FACT_RESIDENCE_STATE);
    }
    if (citizenship == NONE || residence == NONE) {
        return regularisation_of(f, citizenship == NONE ? residence : citizenship, 0);
    }
    struct row_verdict by_citizenship = regularisation_of(f, citizenship, 0);
    struct row_verdict by_residence = regularisation_of(f, residence, 0);
    if (by_citizenship.outcome != by_residence.outcome) {
        return decided(by_citizenship, STATUSRULES_OUTCOME_CONFLICT, "B.4 two states");
    }
    return by_citizenship;
}

static const int32_t regularisation_days[] = {ORACLE_DAY(1, 1, 1), FREE_FORM_FROM, DECREE_364, AFTER_SETTLING};
static const int32_t arrivals[] = {BORDERS_CLOSED - 1, BORDERS_CLOSED};
static const int32_t lawful_days[] = {DECREE_364 - 1, DECREE_364, NONE};
static const int32_t regularisation_states[] = {STATE('G', 'B'), STATE('I', 'R'), NONE};

static const struct row_axis regularisation_axes[] = {
    ROW_AXIS(ON_DAY, false, regularisation_days),        ROW_AXIS(ARRIVED_ON, false, arrivals),
    ROW_AXIS(LAWFUL_THROUGH, false, lawful_days),        ROW_AXIS(LEFT_RUSSIA, false, yes_no),
    ROW_AXIS(CITIZENSHIP, false, regularisation_states), ROW_AXIS(RESIDENCE_STATE, false, regularisation_states),
};

const struct row_question oracle_regularisation = ROW_QUESTION(regularisation, regularisation_axes, true);

/* --- B.5 ---------------------------------------------------------------------------------------------------- */

static struct row_verdict permit_through(struct row_verdict before, int32_t day, const char *row) {
    struct row_verdict v = decided(before, STATUSRULES_OUTCOME_YES, row);
    v.day = day;
    return v;
}

/* Readings: the sanitary measures are asked of visa-free workers alone, as the table has it; where they are known not to
 * be kept, nothing is said. */
static struct row_verdict hiring(const statusrules_facts *f) {
    struct row_verdict v = nothing_decided();
    const bool visa = f->regime == STATUSRULES_REGIME_VISA;
    const bool visa_free = f->regime == STATUSRULES_REGIME_VISA_FREE;
    if (f->on_day < BORDERS_CLOSED || f->holds_permit == STATUSRULES_YES || (!visa && !visa_free)) {
        return v;
    }
    if (f->on_day >= DECREE_392) {
        bool freed = f->citizenship == STATE('U', 'A') || f->citizenship == STATE('X', 'D')
                     || f->citizenship == STATE('X', 'L');
        if (f->on_day >= DECREE_585 && freed && f->identified == STATUSRULES_YES) {
            return decided(v, STATUSRULES_OUTCOME_YES, "B.5 decree 585");
        }
        return decided(v, STATUSRULES_OUTCOME_NO, "B.5 hire from 2020-06-16");
    }
    if (visa) {
        return decided(
            v, f->employer_hiring_permit == STATUSRULES_YES ? STATUSRULES_OUTCOME_YES : STATUSRULES_OUTCOME_NO,
            "B.5 hire, visa");
    }
    if (fits(
            &v, true,
            unless_known(STATUSRULES_FACT_SANITARY_KEPT, f->sanitary_kept, f->sanitary_kept == STATUSRULES_YES))) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.5 hire, visa-free");
    }
    return v;
}

static struct row_verdict applying_for_a_patent(const statusrules_facts *f) {
    struct row_verdict v = nothing_decided();
    if (f->regime != STATUSRULES_REGIME_VISA_FREE || f->on_day < DECREE_392) {
        return v;
    }
    if (f->on_day < YEAR_2022) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.5 patent to 2021-12-31");
    }
    return f->purpose_work == STATUSRULES_NO ? decided(v, STATUSRULES_OUTCOME_NO, "B.5 patent from 2022-01-01")
                                             : v;
}

/* Reading: "at the latest through 2021-06-15" is a yes through that day. */
static struct row_verdict applying_for_a_work_permit(const statusrules_facts *f) {
    struct row_verdict v = nothing_decided();
    if (f->regime != STATUSRULES_REGIME_VISA || f->on_day < DECREE_392 || f->on_day >= YEAR_2022) {
        return v;
    }
    if (f->employer_hiring_permit == STATUSRULES_NO) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.5 work permit, no hiring permit");
    }
    if (f->on_day < DECREE_580) {
        return permit_through(v, ORACLE_DAY(2020, 9, 15), "B.5 work permit, decree 392");
    }
    if (f->on_day < DECREE_791) {
        return permit_through(v, ORACLE_DAY(2020, 12, 15), "B.5 work permit, decree 580");
    }
    if (f->on_day < DECREE_364) {
        return permit_through(v, ORACLE_DAY(2021, 6, 15), "B.5 work permit, decree 791");
    }
    return decided(v, STATUSRULES_OUTCOME_YES, "B.5 work permit, decree 364");
}

static struct row_verdict work(const statusrules_facts *f, int32_t known_on) {
    (void)known_on;
    switch (f->work_act) {
    case STATUSRULES_WORK_ACT_HIRE:
        return hiring(f);
    case STATUSRULES_WORK_ACT_APPLY_PATENT:
        return applying_for_a_patent(f);
    case STATUSRULES_WORK_ACT_APPLY_WORK_PERMIT:
        return applying_for_a_work_permit(f);
    default:
        if (f->regime == STATUSRULES_REGIME_EAEU && f->on_day >= DECREE_364 && f->on_day < YEAR_2022) {
            return decided(nothing_decided(), STATUSRULES_OUTCOME_YES, "B.5 contract, EAEU");
        }
        return nothing_decided();
    }
}

static const int32_t work_days[] = {ORACLE_DAY(1, 1, 1), BORDERS_CLOSED, DECREE_392, DECREE_580,
                                    DECREE_791,          DECREE_364,     YEAR_2022,  DECREE_585};
static const int32_t work_acts[] = {STATUSRULES_WORK_ACT_HIRE, STATUSRULES_WORK_ACT_APPLY_PATENT,
                                    STATUSRULES_WORK_ACT_APPLY_WORK_PERMIT, STATUSRULES_WORK_ACT_EAEU_CONTRACT};
static const int32_t regimes[] = {STATUSRULES_REGIME_VISA, STATUSRULES_REGIME_VISA_FREE, STATUSRULES_REGIME_EAEU};
static const int32_t work_states[] = {STATE('U', 'A'), STATE('I', 'R'), NONE};

static const struct row_axis work_axes[] = {
    ROW_AXIS(ON_DAY, false, work_days),
    ROW_AXIS(WORK_ACT, false, work_acts),
    ROW_AXIS(REGIME, false, regimes),
    ROW_AXIS(HOLDS_PERMIT, false, yes_no),
    ROW_AXIS(EMPLOYER_HIRING_PERMIT, false, yes_no),
    ROW_AXIS(PURPOSE_WORK, false, yes_no),
    ROW_AXIS(SANITARY_KEPT, true, yes_no),
    ROW_AXIS(CITIZENSHIP, false, work_states),
    ROW_AXIS(IDENTIFIED, false, yes_no),
};

const struct row_question oracle_work = ROW_QUESTION(work, work_axes, false);

/* --- B.6 ---------------------------------------------------------------------------------------------------- */

enum {
    YES = STATUSRULES_OUTCOME_YES,
    NO = STATUSRULES_OUTCOME_NO,
    SILENT = STATUSRULES_OUTCOME_SILENT,
    CONFLICT = STATUSRULES_OUTCOME_CONFLICT,
    EXCEPTIONS_READ_FROM = ORACLE_DAY(2020, 12, 17)
};

/* The cell of the table for each decision, from 2020-03-15, 06-16, 09-16, 2021-06-16 and 10-01. */
static const int32_t moratorium_cells[][5] = {
    [STATUSRULES_DECISION_KIND_EXPULSION_FORCED] = {YES, YES, YES, YES, NO},
    [STATUSRULES_DECISION_KIND_EXPULSION_INDEPENDENT] = {YES, YES, SILENT, SILENT, SILENT},
    [STATUSRULES_DECISION_KIND_DEPORTATION] = {YES, YES, YES, YES, NO},
    [STATUSRULES_DECISION_KIND_READMISSION] = {YES, YES, YES, YES, NO},
    [STATUSRULES_DECISION_KIND_UNDESIRABILITY] = {YES, YES, CONFLICT, YES, NO},
    [STATUSRULES_DECISION_KIND_ENTRY_BAN] = {SILENT, SILENT, SILENT, YES, NO},
    [STATUSRULES_DECISION_KIND_STAY_REDUCTION] = {SILENT, SILENT, YES, YES, NO},
    [STATUSRULES_DECISION_KIND_STATUS_LOSS] = {YES, YES, YES, SILENT, SILENT},
    [STATUSRULES_DECISION_KIND_ANNULMENT] = {YES, YES, YES, SILENT, SILENT},
};

/* What stands in the cell, if the act of its column was known. */
static int32_t cell_of(int32_t decision, int32_t on_day, int32_t known_on) {
    int32_t column = 4;
    int32_t known_from = UNKNOWN;
    if (on_day < BORDERS_CLOSED) {
        return SILENT;
    }
    if (on_day < DECREE_392) {
        column = 0;
        known_from = ORACLE_DAY(2020, 4, 18);
    } else if (on_day < DECREE_580) {
        column = 1;
        known_from = ORACLE_DAY(2020, 6, 15);
    } else if (on_day < DECREE_364) {
        column = 2;
        known_from = on_day < DECREE_791 ? ORACLE_DAY(2020, 9, 23) : ORACLE_DAY(2020, 12, 17);
    } else if (on_day < AFTER_SETTLING) {
        column = 3;
        known_from = ORACLE_DAY(2021, 6, 15);
    }
    return known_on == UNKNOWN || known_on >= known_from ? moratorium_cells[decision][column] : SILENT;
}

/*
 * Readings: an exception that the window does not name leaves `yes` as it is: public_order before 16 June 2021, and
 * unsanctioned_rally is among "the same" after it. Exceptions touch `yes` alone: not `conflict`, `silent` or `no`.
 */
static struct row_verdict moratorium(const statusrules_facts *f, int32_t known_on) {
    struct row_verdict v = nothing_decided();
    int32_t cell = cell_of(f->decision_kind, f->on_day, known_on);
    if (cell != YES) {
        return cell == SILENT ? v : decided(v, cell, "B.6");
    }
    const bool excepted = f->exception != STATUSRULES_EXCEPTION_NONE
                          && !(f->exception == STATUSRULES_EXCEPTION_PUBLIC_ORDER && f->on_day < DECREE_364
                               && f->on_day >= EXCEPTIONS_READ_FROM);
    if (fits(&v, true, unless_known(STATUSRULES_FACT_EXCEPTION, f->exception, !excepted))) {
        return decided(v, YES, "B.6");
    }
    return f->on_day < EXCEPTIONS_READ_FROM ? decided(v, SILENT, "B.6 exception, not read")
                                            : decided(v, NO, "B.6 exception");
}

static const int32_t moratorium_days[] = {ORACLE_DAY(1, 1, 1),  BORDERS_CLOSED, DECREE_392,    DECREE_580,
                                          EXCEPTIONS_READ_FROM, DECREE_364,     AFTER_SETTLING};
static const int32_t decisions[] = {
    STATUSRULES_DECISION_KIND_EXPULSION_FORCED, STATUSRULES_DECISION_KIND_EXPULSION_INDEPENDENT,
    STATUSRULES_DECISION_KIND_DEPORTATION,      STATUSRULES_DECISION_KIND_READMISSION,
    STATUSRULES_DECISION_KIND_UNDESIRABILITY,   STATUSRULES_DECISION_KIND_ENTRY_BAN,
    STATUSRULES_DECISION_KIND_STAY_REDUCTION,   STATUSRULES_DECISION_KIND_STATUS_LOSS,
    STATUSRULES_DECISION_KIND_ANNULMENT};
static const int32_t exceptions[] = {STATUSRULES_EXCEPTION_NONE,
                                     STATUSRULES_EXCEPTION_RELEASED_FROM_PRISON,
                                     STATUSRULES_EXCEPTION_STATE_BORDER_VIOLATION,
                                     STATUSRULES_EXCEPTION_SECURITY_THREAT,
                                     STATUSRULES_EXCEPTION_PUBLIC_ORDER,
                                     STATUSRULES_EXCEPTION_UNSANCTIONED_RALLY};

static const struct row_axis moratorium_axes[] = {
    ROW_AXIS(ON_DAY, false, moratorium_days),
    ROW_AXIS(DECISION_KIND, false, decisions),
    ROW_AXIS(EXCEPTION, true, exceptions),
};

const struct row_question oracle_moratorium = ROW_QUESTION(moratorium, moratorium_axes, false);
