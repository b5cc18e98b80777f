/* The read-only view of the law. */
#include "engine/error.h"
#include "engine/tables.h"

#include <statusrules/version.h>

const char *statusrules_version(void) {
    return STATUSRULES_VERSION;
}

const statusrules_law *statusrules_law_statement(void) {
    return statusrules_table_laws[0];
}

int32_t statusrules_law_count(void) {
    return statusrules_table_n_laws;
}

const statusrules_law *statusrules_law_at(int32_t index) {
    return index < 0 || index >= statusrules_table_n_laws ? 0 : statusrules_table_laws[index];
}

const char *statusrules_law_name(const statusrules_law *law) {
    return law ? law->name : "";
}

int32_t statusrules_law_edition(const statusrules_law *law) {
    return law ? law->edition : 0;
}

const char *statusrules_law_digest(const statusrules_law *law, int32_t edition) {
    return law && edition >= 1 && edition <= law->edition ? law->digests[edition - 1] : "";
}

int32_t statusrules_law_act_count(const statusrules_law *law) {
    return law ? law->n_acts : 0;
}

int32_t statusrules_law_provision_count(const statusrules_law *law) {
    return law ? law->n_provisions : 0;
}

static int32_t check(const void *result, const statusrules_law *law, statusrules_error *error) {
    if (!result) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0);
    }
    if (!law) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_LAW, 0, 0, 0);
    }
    return STATUSRULES_OK;
}

static int32_t check_number(int32_t number, int32_t first, int32_t last, statusrules_error *error) {
    if (number < first || number > last) {
        return statusrules_fail(error, STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, number, first, last);
    }
    return STATUSRULES_OK;
}

int32_t statusrules_law_act(statusrules_act *act, const statusrules_law *law, int32_t number,
                            statusrules_error *error) {
    int32_t code = check(act, law, error);
    code = code ? code : check_number(number, 1, law->n_acts, error);
    if (!code) {
        *act = law->acts[number - 1];
    }
    return code;
}

int32_t statusrules_law_provision(statusrules_provision *provision, const statusrules_law *law, int32_t number,
                                  statusrules_error *error) {
    int32_t code = check(provision, law, error);
    code = code ? code : check_number(number, 1, law->n_provisions, error);
    if (!code) {
        *provision = law->provisions[number - 1];
    }
    return code;
}

int32_t statusrules_law_condition(statusrules_condition *condition, const statusrules_law *law, int32_t number,
                                  int32_t index, statusrules_error *error) {
    int32_t code = check(condition, law, error);
    code = code ? code : check_number(number, 1, law->n_provisions, error);
    code = code ? code : check_number(index, 0, law->provisions[number - 1].n_conditions - 1, error);
    if (!code) {
        *condition = law->conditions[number - 1][index];
    }
    return code;
}

int32_t statusrules_law_side(statusrules_side *side, const statusrules_law *law, int32_t number, int32_t index,
                             statusrules_error *error) {
    int32_t code = check(side, law, error);
    code = code ? code : check_number(number, 1, law->n_provisions, error);
    code = code ? code : check_number(index, 0, law->provisions[number - 1].n_sides - 1, error);
    if (!code) {
        *side = law->sides[number - 1][index];
    }
    return code;
}
