#include "engine/classes.h"

#include "calendar/check.h"
#include "engine/bits.h"
#include "engine/error.h"

const statusrules_facts *statusrules_lengthen(statusrules_facts *room, const statusrules_facts *facts) {
    if (facts->size == (int32_t)sizeof *facts) {
        return facts;
    }
    *room = (statusrules_facts)STATUSRULES_FACTS_UNKNOWN;
    for (int32_t fact = 1; fact < facts->size / (int32_t)sizeof(int32_t); fact++) {
        statusrules_set_fact_value(room, fact, statusrules_fact_value(facts, fact));
    }
    return room;
}

/* The number of days between two days; unknown where one of them is, or is none of its values. A day that has passed
 * leaves none. */
int32_t statusrules_count_days(const statusrules_facts *facts, int32_t fact) {
    const statusrules_table_fact *table = &statusrules_table_facts[fact];
    const int32_t from = statusrules_fact_value(facts, table->days_from);
    const int32_t to = statusrules_fact_value(facts, table->days_to);
    if (!statusrules_is_value(table->days_from, from) || !statusrules_is_value(table->days_to, to)) {
        return STATUSRULES_UNKNOWN;
    }
    if (to == STATUSRULES_NONE) {
        return to;
    }
    const int32_t days = to - from;
    return days < table->info.first ? table->info.first : days > table->info.last ? table->info.last : days;
}

static int64_t counted_facts(int32_t question) {
    return statusrules_table_question_facts[question] & statusrules_table_counted;
}

const statusrules_facts *statusrules_whole_facts(statusrules_facts *room, const statusrules_facts *facts,
                                                 int32_t question, statusrules_error *error) {
    const statusrules_facts *whole = statusrules_lengthen(room, facts);
    for (uint64_t left = (uint64_t)counted_facts(question); left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        const int32_t given = statusrules_fact_value(whole, fact);
        const int32_t days = statusrules_count_days(whole, fact);
        if (days == STATUSRULES_UNKNOWN) {
            continue;
        }
        if (given == STATUSRULES_UNKNOWN) {
            if (whole != room) {
                *room = *whole;
                whole = room;
            }
            statusrules_set_fact_value(room, fact, days);
        } else if (given != days && statusrules_is_value(fact, given)) {
            (void)statusrules_fail(error, STATUSRULES_ERROR_DISAGREES, fact, given, days, days);
            return 0;
        }
    }
    return whole;
}

static int32_t is_given(const statusrules_facts *facts, int64_t varies, int32_t fact) {
    return varies >> fact & 1 || statusrules_fact_value(facts, fact) != STATUSRULES_UNKNOWN;
}

int32_t statusrules_count_varies(int32_t question, const statusrules_facts *facts, int64_t varies) {
    for (uint64_t left = (uint64_t)counted_facts(question); left; left &= left - 1) {
        const statusrules_table_fact *table = &statusrules_table_facts[statusrules_lowest_bit(left)];
        const int64_t ends = (int64_t)1 << table->days_from | (int64_t)1 << table->days_to;
        if ((varies & ends) && is_given(facts, varies, table->days_from)
            && is_given(facts, varies, table->days_to)) {
            return statusrules_lowest_bit((uint64_t)(varies & ends));
        }
    }
    return 0;
}

/* A fact that must not be earlier than another, if both are known. */
static int32_t check_order(const statusrules_facts *facts, int32_t fact, int32_t value, statusrules_error *error) {
    int32_t other = statusrules_table_facts[fact].not_before;
    int32_t earliest = statusrules_fact_value(facts, other);
    if (earliest == STATUSRULES_UNKNOWN || value == STATUSRULES_NONE || value >= earliest) {
        return STATUSRULES_OK;
    }
    if (!statusrules_is_value(other, earliest)) {
        return statusrules_refuse_value(other, earliest, error);
    }
    return statusrules_fail(error, STATUSRULES_ERROR_ORDER, fact, value, earliest, STATUSRULES_LAST_DAY);
}

static inline int32_t check_value(const statusrules_facts *facts, int32_t fact, int32_t value,
                                  statusrules_error *error) {
    if (!statusrules_is_value(fact, value)) {
        return statusrules_refuse_value(fact, value, error);
    }
    return statusrules_table_facts[fact].not_before ? check_order(facts, fact, value, error) : STATUSRULES_OK;
}

/* The facts that a row asks, checked, and their classes. */
static inline int32_t classify(statusrules_case *c, const statusrules_facts *facts, statusrules_error *error) {
    const statusrules_table_question *q = c->question;
    const statusrules_table_axis *axes = c->law->axes;
    const uint8_t *unknown_classes = c->strict ? q->strict_unknown_classes : q->unknown_classes;
    int64_t unknown = 0;
    for (const uint8_t *fact = q->facts; *fact; fact++) {
        int32_t value = statusrules_fact_value(facts, *fact);
        if (value == STATUSRULES_UNKNOWN) {
            unknown |= (int64_t)1 << *fact;
            c->classes[*fact] = unknown_classes[*fact];
            continue;
        }
        int32_t code = check_value(facts, *fact, value, error);
        if (code) {
            return code;
        }
        c->classes[*fact] = statusrules_class(&axes[*fact], value);
    }
    c->unknown = unknown;
    c->open = unknown & (c->strict ? q->strict_open : q->open);
    c->undecided = 0;
    c->or_residence_state = 0;
    return STATUSRULES_OK;
}

/*
 * The two facts that say which state decides. Where one of them names a state and the other is missing, the other is
 * presumed to lead nowhere else; strict presumes nothing.
 */
static void classify_states(statusrules_case *c, const statusrules_facts *facts) {
    const statusrules_table_axis *axis = &c->law->axes[STATUSRULES_AXIS_STATE];
    const int32_t values[2] = {facts->citizenship, facts->residence_state};
    static const uint8_t numbers[2] = {STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_RESIDENCE_STATE};
    for (int32_t i = 0; i < 2; i++) {
        const int32_t other = values[1 - i];
        const int64_t bit = (int64_t)1 << numbers[i];
        c->classes[numbers[i]] = STATUSRULES_CLASS_UNKNOWN;
        if (values[i] != STATUSRULES_UNKNOWN) {
            c->classes[numbers[i]] = statusrules_class(axis, values[i]);
        } else if (c->strict || other == STATUSRULES_NONE
                   || (other == STATUSRULES_UNKNOWN && numbers[i] == STATUSRULES_FACT_CITIZENSHIP)) {
            c->classes[numbers[i]] = statusrules_completions(c, numbers[i])->classes[0];
            c->open |= bit;
        } else if (other == STATUSRULES_UNKNOWN) {
            c->or_residence_state = bit;
        } else {
            c->unknown |= bit;
        }
    }
}

/* The facts that belong to the question and that no row asks. Facts of other questions are not read. */
static inline int32_t check_others(const statusrules_case *c, const statusrules_facts *facts,
                                   statusrules_error *error) {
    for (const uint8_t *run = c->question->other_facts; *run; run += 2) {
        for (int32_t fact = run[0]; fact <= run[1]; fact++) {
            int32_t value = statusrules_fact_value(facts, fact);
            if (value != STATUSRULES_UNKNOWN) {
                int32_t code = check_value(facts, fact, value, error);
                if (code) {
                    return code;
                }
            }
        }
    }
    return STATUSRULES_OK;
}

int32_t statusrules_whole_options(statusrules_options *whole, const statusrules_options *options,
                                  statusrules_error *error) {
    /* The members that the first version of the struct had. */
    const int32_t shortest = (int32_t)offsetof(statusrules_options, valid_on);
    *whole = (statusrules_options)STATUSRULES_OPTIONS_DEFAULT;
    if (!options) {
        return STATUSRULES_OK;
    }
    if (options->size < shortest || options->size > (int32_t)sizeof *options
        || options->size % (int32_t)sizeof(int32_t) != 0) {
        return statusrules_fail(error, STATUSRULES_ERROR_SIZE, STATUSRULES_ARGUMENT_OPTIONS, options->size,
                                shortest, (int32_t)sizeof *options);
    }
    whole->known_on = options->known_on;
    whole->edition = options->edition;
    whole->reading = options->reading;
    whole->strict = options->strict;
    if (options->size > shortest) {
        whole->valid_on = options->valid_on;
    }
    if (options->size > (int32_t)offsetof(statusrules_options, brief)) {
        whole->brief = options->brief;
    }
    return STATUSRULES_OK;
}

/* known_on unknown is the last day: everything is known; edition unknown is the newest. */
static inline int32_t check_options(statusrules_options *checked, const statusrules_law *law, int32_t question,
                                    const statusrules_options *options, statusrules_error *error) {
    if (!options) {
        checked->known_on = STATUSRULES_LAST_DAY;
        checked->edition = law->edition;
        checked->reading = STATUSRULES_UNKNOWN;
        checked->strict = STATUSRULES_NO;
        checked->valid_on = STATUSRULES_UNKNOWN;
        checked->brief = STATUSRULES_NO;
        return STATUSRULES_OK;
    }
    int32_t code = statusrules_whole_options(checked, options, error);
    if (code) {
        return code;
    }
    if (checked->known_on == STATUSRULES_UNKNOWN) {
        checked->known_on = STATUSRULES_LAST_DAY;
    } else {
        code = statusrules_check_day(checked->known_on, STATUSRULES_ARGUMENT_KNOWN_ON, error);
        if (code) {
            return code;
        }
    }
    if (checked->edition == STATUSRULES_UNKNOWN) {
        checked->edition = law->edition;
    } else if (checked->edition < 1 || checked->edition > law->edition) {
        return statusrules_fail(error, STATUSRULES_ERROR_EDITION, STATUSRULES_ARGUMENT_EDITION, checked->edition,
                                1, law->edition);
    }
    if (checked->reading != STATUSRULES_UNKNOWN
        && (checked->reading < STATUSRULES_READING_LITERAL || checked->reading > STATUSRULES_READING_FIXED_DAY)) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_READING, checked->reading,
                                STATUSRULES_READING_LITERAL, STATUSRULES_READING_FIXED_DAY);
    }
    if (checked->strict != STATUSRULES_NO && checked->strict != STATUSRULES_YES) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_STRICT, checked->strict,
                                STATUSRULES_NO, STATUSRULES_YES);
    }
    if (checked->brief != STATUSRULES_NO && checked->brief != STATUSRULES_YES) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_BRIEF, checked->brief,
                                STATUSRULES_NO, STATUSRULES_YES);
    }
    if (checked->valid_on == STATUSRULES_UNKNOWN) {
        return STATUSRULES_OK;
    }
    if (question != STATUSRULES_QUESTION_EXTENSION) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION, question,
                                STATUSRULES_QUESTION_EXTENSION, STATUSRULES_QUESTION_EXTENSION);
    }
    return statusrules_check_day(checked->valid_on, STATUSRULES_ARGUMENT_DAY, error);
}

int32_t statusrules_case_of(statusrules_case *c, const statusrules_law *law, int32_t question,
                            const statusrules_facts *facts, const statusrules_options *options,
                            statusrules_error *error) {
    statusrules_options checked;
    statusrules_facts room;
    int32_t code;
    if (!law) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_LAW, 0, 0, 0);
    }
    if (!facts) {
        return statusrules_fail(error, STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_FACTS, 0, 0, 0);
    }
    if (question < 1 || question > statusrules_table_n_questions) {
        return statusrules_fail(error, STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_QUESTION, question, 1,
                                statusrules_table_n_questions);
    }
    code = statusrules_check_size(facts, error);
    if (code) {
        return code;
    }
    facts = statusrules_whole_facts(&room, facts, question, error);
    if (!facts) {
        return STATUSRULES_ERROR_DISAGREES;
    }
    code = check_options(&checked, law, question, options, error);
    if (code) {
        return code;
    }
    c->law = law;
    c->question = &law->questions[question];
    c->strict = checked.strict;
    c->brief = checked.brief;
    code = check_others(c, facts, error);
    code = code ? code : classify(c, facts, error);
    if (code) {
        return code;
    }
    if (c->question->uses_state) {
        classify_states(c, facts);
    }
    c->newest = checked.known_on == STATUSRULES_LAST_DAY && checked.edition == law->edition;
    if (!c->newest) {
        c->classes[STATUSRULES_AXIS_KNOWN_ON] =
            statusrules_class(&law->axes[STATUSRULES_AXIS_KNOWN_ON], checked.known_on);
        c->classes[STATUSRULES_AXIS_EDITION] =
            statusrules_class(&law->axes[STATUSRULES_AXIS_EDITION], checked.edition);
    }
    c->first_reading = checked.reading == STATUSRULES_UNKNOWN ? STATUSRULES_READING_LITERAL : checked.reading;
    c->last_reading = checked.reading == STATUSRULES_UNKNOWN ? STATUSRULES_READING_FIXED_DAY : checked.reading;
    c->edition = checked.edition;
    c->valid_on = checked.valid_on;
    c->asks_last_day = c->question->uses_last_day || checked.valid_on != STATUSRULES_UNKNOWN;
    const int64_t belong = statusrules_table_question_facts[question];
    c->last_day = belong >> STATUSRULES_FACT_LAST_DAY & 1
                      ? statusrules_fact_value(facts, STATUSRULES_FACT_LAST_DAY)
                      : STATUSRULES_UNKNOWN;
    c->issued_on = belong >> STATUSRULES_FACT_ISSUED_ON & 1
                       ? statusrules_fact_value(facts, STATUSRULES_FACT_ISSUED_ON)
                       : STATUSRULES_UNKNOWN;
    return STATUSRULES_OK;
}
