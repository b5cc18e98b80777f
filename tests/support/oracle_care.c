/* B.2 Vaccination and B.3 Vaccination free of charge. */
#include "oracle_rows.h"

enum {
    REFUSED_FROM = ORACLE_DAY(2021, 3, 30),
    REFUSED_TO = ORACLE_DAY(2021, 4, 8),
    PAID_FROM = ORACLE_DAY(2021, 7, 1),
    CITY_RULE_TO = ORACLE_DAY(2021, 7, 31),
    CENTRE_RULE_TO = ORACLE_DAY(2021, 11, 28)
};

static const int32_t yes_no[] = {STATUSRULES_NO, STATUSRULES_YES};
static const int32_t regions[] = {STATUSRULES_REGION_MOSCOW, STATUSRULES_REGION_OTHER};
static const int32_t statuses[] = {
    STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY,      STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE,
    STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE, STATUSRULES_LEGAL_STATUS_REFUGEE,
    STATUSRULES_LEGAL_STATUS_REFUGEE_PETITIONER,  STATUSRULES_LEGAL_STATUS_TEMPORARY_ASYLUM,
    STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER};

/* --- B.2 ---------------------------------------------------------------------------------------------------- */

/*
 * Reading: `location` stands among the facts of the question but not among those of B.2: it is not asked. The centre's
 * rule, "temporary_stay without a permit", is about adults alone, since the row of the minors stands above it.
 */
static struct row_verdict vaccination(const statusrules_facts *f, int32_t known_on) {
    struct row_verdict v = nothing_decided();
    (void)known_on;
    if (f->on_day >= REFUSED_FROM && f->on_day <= REFUSED_TO) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.2 from 2021-03-30");
    }
    if (f->on_day < PAID_FROM) {
        return v;
    }
    if (f->age < 18) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.2 minors");
    }
    if (fits(&v,
             f->on_day <= CENTRE_RULE_TO && f->legal_status == STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY
                 && f->holds_permit == STATUSRULES_NO,
             if_known(STATUSRULES_FACT_REGION, f->region, f->region == STATUSRULES_REGION_MOSCOW))) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.2 Moscow");
    }
    return decided(v, STATUSRULES_OUTCOME_YES, "B.2 adults");
}

static const int32_t vaccination_days[] = {ORACLE_DAY(1, 1, 1), REFUSED_FROM, REFUSED_TO + 1, PAID_FROM,
                                           CENTRE_RULE_TO + 1};
static const int32_t ages[] = {17, 18};

static const struct row_axis vaccination_axes[] = {
    ROW_AXIS(ON_DAY, false, vaccination_days), ROW_AXIS(AGE, false, ages),
    ROW_AXIS(LEGAL_STATUS, false, statuses),   ROW_AXIS(REGION, true, regions),
    ROW_AXIS(HOLDS_PERMIT, false, yes_no),
};

const struct row_question oracle_vaccination = ROW_QUESTION(vaccination, vaccination_axes, false);

/* --- B.3 ---------------------------------------------------------------------------------------------------- */

/*
 * Reading: where a row names two grounds ("or"), it is two rows, in the order in which it names them; a fact that only
 * the second asks is not presumed where the first decides. Rows 1, 3, 5 and 6 stand above 7 to 11, so that a missing
 * policy is reported as assumed there; it is above row 4 too, by Convention 4.
 */
static struct row_verdict free_vaccination(const statusrules_facts *f, int32_t known_on) {
    struct row_verdict v = nothing_decided();
    const int32_t status = f->legal_status;
    const bool resident = status == STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE
                          || status == STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE;
    const bool city_rule = f->on_day <= CITY_RULE_TO;
    const struct marks in_moscow =
        if_known(STATUSRULES_FACT_REGION, f->region, f->region == STATUSRULES_REGION_MOSCOW);
    const struct marks insured = if_known(STATUSRULES_FACT_INSURED, f->insured, f->insured == STATUSRULES_YES);
    const struct marks uninsured = if_known(STATUSRULES_FACT_INSURED, f->insured, f->insured == STATUSRULES_NO);
    (void)known_on;
    if (f->on_day < PAID_FROM) {
        return v;
    }
    if (fits(&v, city_rule, both(insured, in_moscow))) {
        return decided(v, STATUSRULES_OUTCOME_CONFLICT, "B.3 row 1");
    }
    if (fits(&v, city_rule && resident, in_moscow)) {
        return decided(v, STATUSRULES_OUTCOME_CONFLICT, "B.3 row 2");
    }
    if (fits(&v, true, insured)) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.3 row 3");
    }
    if (status == STATUSRULES_LEGAL_STATUS_REFUGEE) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.3 row 4");
    }
    if (fits(&v, resident, uninsured)) {
        return decided(v, STATUSRULES_OUTCOME_CONFLICT, "B.3 row 5");
    }
    if (fits(&v, true, uninsured)) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.3 row 6");
    }
    if (fits(&v, resident,
             if_known(STATUSRULES_FACT_HIGHLY_QUALIFIED, f->highly_qualified,
                      f->highly_qualified == STATUSRULES_YES))) {
        return decided(v, STATUSRULES_OUTCOME_CONFLICT, "B.3 row 7");
    }
    if (fits(&v, resident,
             if_known(STATUSRULES_FACT_HQS_FAMILY, f->hqs_family, f->hqs_family == STATUSRULES_YES))) {
        return decided(v, STATUSRULES_OUTCOME_CONFLICT, "B.3 row 7, family");
    }
    if (resident) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.3 row 8");
    }
    if (status == STATUSRULES_LEGAL_STATUS_TEMPORARY_ASYLUM
        || status == STATUSRULES_LEGAL_STATUS_REFUGEE_PETITIONER) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.3 row 9");
    }
    if (fits(&v, true,
             if_known(STATUSRULES_FACT_EAEU_WORKER, f->eaeu_worker, f->eaeu_worker == STATUSRULES_YES))) {
        return decided(v, STATUSRULES_OUTCOME_YES, "B.3 row 9, worker");
    }
    if (status == STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.3 row 10");
    }
    if (fits(&v, true,
             if_known(STATUSRULES_FACT_EAEU_FAMILY, f->eaeu_family, f->eaeu_family == STATUSRULES_YES))) {
        return decided(v, STATUSRULES_OUTCOME_NO, "B.3 row 10, family");
    }
    return decided(v, STATUSRULES_OUTCOME_NO, "B.3 row 11");
}

static const int32_t free_vaccination_days[] = {ORACLE_DAY(1, 1, 1), PAID_FROM, CITY_RULE_TO + 1};

static const struct row_axis free_vaccination_axes[] = {
    ROW_AXIS(ON_DAY, false, free_vaccination_days),
    ROW_AXIS(LEGAL_STATUS, false, statuses),
    ROW_AXIS(INSURED, true, yes_no),
    ROW_AXIS(REGION, true, regions),
    ROW_AXIS(HIGHLY_QUALIFIED, true, yes_no),
    ROW_AXIS(HQS_FAMILY, true, yes_no),
    ROW_AXIS(EAEU_WORKER, true, yes_no),
    ROW_AXIS(EAEU_FAMILY, true, yes_no),
};

const struct row_question oracle_free_vaccination = ROW_QUESTION(free_vaccination, free_vaccination_axes, false);
