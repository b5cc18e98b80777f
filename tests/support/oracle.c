#include "oracle.h"

#include "completions.h"

#include <assert.h>
#include <stddef.h>

enum {
    FIRST_DAY = ORACLE_DAY(1, 1, 1),
    LAST_DAY = ORACLE_DAY(9999, 12, 31),
    NOT_A_DAY = STATUSRULES_NOT_A_DAY,
    UNKNOWN = STATUSRULES_UNKNOWN,
    NONE = STATUSRULES_NONE,

    SPOKEN = ORACLE_DAY(2021, 11, 29),
    BORDERS_CLOSED = ORACLE_DAY(2020, 3, 15),
    YEAR_2022 = ORACLE_DAY(2022, 1, 1),
    END_OF_2021 = ORACLE_DAY(2021, 12, 31),
    FIXED_DAY = ORACLE_DAY(2022, 7, 18),

    MAX_VALUES = 64,
    MAX_AXES = 4,
    MAX_COMPLETIONS = 1 << 17
};

const char *oracle_provision_id(int32_t provision) {
    static const char *const ids[ORACLE_PROVISIONS] = {"",
                                                       "S1",
                                                       "S1.temporary_residence",
                                                       "S1.registration",
                                                       "S1.suspension",
                                                       "S1.fixed_day",
                                                       "S2",
                                                       "S2.registration",
                                                       "S3",
                                                       "S4",
                                                       "S5.regularisation",
                                                       "S5.work",
                                                       "S6",
                                                       "S7"};
    return ids[provision];
}

/* What one reading answers when no fact that can change the answer is missing. */
struct verdict {
    int32_t error;
    int32_t outcome;
    int32_t day;
    int32_t provision;
    int64_t assumed;
};

static int64_t bit(int32_t fact) {
    return (int64_t)1 << fact;
}

static struct verdict silent(void) {
    return (struct verdict){STATUSRULES_OK, STATUSRULES_OUTCOME_SILENT, NOT_A_DAY, ORACLE_NOTHING, 0};
}

static struct verdict through(int32_t day, int32_t provision, int64_t assumed) {
    return (struct verdict){STATUSRULES_OK, STATUSRULES_OUTCOME_YES, day, provision, assumed};
}

static struct verdict error(int32_t code) {
    return (struct verdict){code, 0, NOT_A_DAY, ORACLE_NOTHING, 0};
}

static bool not_yet_spoken(int32_t known_on) {
    return known_on != UNKNOWN && known_on < SPOKEN;
}

/* --- Table A.1 ---------------------------------------------------------------------------------------------- */

static bool is_p(int32_t term) {
    return term == STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT
           || term == STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT
           || term == STATUSRULES_TERM_RESIDENCE_REGISTRATION;
}

static bool is_c(int32_t term) {
    return term == STATUSRULES_TERM_REFUGEE_CERTIFICATE || term == STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE;
}

static int32_t s1_for(int32_t term) {
    if (term == STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT) {
        return ORACLE_S1;
    }
    if (term == STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT) {
        return ORACLE_S1_TEMPORARY_RESIDENCE;
    }
    return ORACLE_S1_REGISTRATION;
}

static struct verdict extension(const statusrules_facts *f, int32_t reading, int32_t known_on) {
    int32_t e = f->last_day;
    if (not_yet_spoken(known_on) || e == NONE || (!is_p(f->term) && !is_c(f->term))) {
        return silent();
    }
    if (e <= ORACLE_DAY(2020, 3, 14)) {
        return silent();
    }
    if (e >= ORACLE_DAY(2020, 3, 15) && e <= ORACLE_DAY(2021, 6, 15)) {
        return silent();
    }
    if (e <= END_OF_2021) {
        /* (a) only for persons staying in Russia, unless known. */
        int64_t assumed = f->location == UNKNOWN ? bit(STATUSRULES_FACT_LOCATION) : 0;
        bool on_the_last_day = e == END_OF_2021;
        if (f->location == STATUSRULES_LOCATION_ABROAD) {
            return silent();
        }
        if (on_the_last_day && is_p(f->term)) {
            return through(FIXED_DAY, s1_for(f->term), assumed);
        }
        if (reading == STATUSRULES_READING_LITERAL) {
            return silent();
        }
        if (reading == STATUSRULES_READING_SUSPENSION) {
            return through(e + 199, ORACLE_S1_SUSPENSION, assumed);
        }
        return through(FIXED_DAY, ORACLE_S1_FIXED_DAY, assumed);
    }
    /* (b) issued to 2021-12-31, unless known. */
    if (f->issued_on != UNKNOWN && f->issued_on >= YEAR_2022) {
        return silent();
    }
    if (e >= ORACLE_DAY(9999, 6, 16)) {
        return error(STATUSRULES_ERROR_RESULT);
    }
    return through(e + 199,
                   f->term == STATUSRULES_TERM_RESIDENCE_REGISTRATION ? ORACLE_S2_REGISTRATION : ORACLE_S2,
                   f->issued_on == UNKNOWN ? bit(STATUSRULES_FACT_ISSUED_ON) : 0);
}

/* --- Table A.2 ---------------------------------------------------------------------------------------------- */

/* A yes without a day, on days from `from`, unless the day is known to be earlier. */
static struct verdict yes_from(const statusrules_facts *f, int32_t from, bool fits, int32_t provision) {
    if (!fits || (f->on_day != UNKNOWN && f->on_day < from)) {
        return silent();
    }
    return through(NOT_A_DAY, provision, f->on_day == UNKNOWN ? bit(STATUSRULES_FACT_ON_DAY) : 0);
}

static struct verdict eligibility(const statusrules_facts *f, int32_t question, int32_t known_on) {
    if (not_yet_spoken(known_on)) {
        return silent();
    }
    if (question == STATUSRULES_QUESTION_VACCINATION) {
        return yes_from(f, SPOKEN, f->location == STATUSRULES_LOCATION_IN_RUSSIA, ORACLE_S3);
    }
    if (question == STATUSRULES_QUESTION_FREE_VACCINATION) {
        return yes_from(f, SPOKEN,
                        f->legal_status == STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE
                            || f->legal_status == STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE
                            || f->legal_status == STATUSRULES_LEGAL_STATUS_REFUGEE,
                        ORACLE_S4);
    }
    if (question == STATUSRULES_QUESTION_REGULARISATION) {
        return yes_from(f, BORDERS_CLOSED, f->could_not_return == STATUSRULES_YES, ORACLE_S5_REGULARISATION);
    }
    if (question == STATUSRULES_QUESTION_WORK) {
        return yes_from(f, BORDERS_CLOSED, f->could_not_return == STATUSRULES_YES, ORACLE_S5_WORK);
    }
    if (question == STATUSRULES_QUESTION_EDUCATION_ENTRY) {
        return yes_from(f, SPOKEN,
                        f->level == STATUSRULES_LEVEL_HIGHER || f->level == STATUSRULES_LEVEL_VOCATIONAL,
                        ORACLE_S7);
    }
    return silent();
}

/* --- Valid on a day (ask.h) --------------------------------------------------------------------------------- */

static struct verdict valid_on(const statusrules_facts *f, int32_t day, int32_t reading, int32_t known_on) {
    if (f->last_day == NONE) {
        return silent();
    }
    struct verdict v = extension(f, reading, known_on);
    if (f->issued_on != UNKNOWN && day < f->issued_on) {
        return silent();
    }
    if (day <= f->last_day) {
        /* Its own term decides. The day reported rests on what the extension presumed; and that the document had been
         * issued by then is presumed, except on the last day itself. */
        bool presumed = f->issued_on == UNKNOWN && day < f->last_day;
        return through(v.day, ORACLE_NOTHING, v.assumed | (presumed ? bit(STATUSRULES_FACT_ISSUED_ON) : 0));
    }
    if (v.error == STATUSRULES_OK && v.outcome == STATUSRULES_OUTCOME_YES && day > v.day) {
        v.outcome = STATUSRULES_OUTCOME_NO;
    }
    return v;
}

/* --- Missing facts: every combination of representative values ---------------------------------------------- */

struct query {
    int32_t question;
    /* The day of oracle_valid_on, else NOT_A_DAY. */
    int32_t day;
    int32_t known_on;
    int32_t reading;
    bool strict;
};

struct axis {
    int32_t fact;
    int32_t n;
    int32_t values[MAX_VALUES];
};

static int32_t *place(statusrules_facts *f, int32_t fact) {
    switch (fact) {
    case STATUSRULES_FACT_TERM:
        return &f->term;
    case STATUSRULES_FACT_LAST_DAY:
        return &f->last_day;
    case STATUSRULES_FACT_LOCATION:
        return &f->location;
    case STATUSRULES_FACT_ISSUED_ON:
        return &f->issued_on;
    case STATUSRULES_FACT_LEGAL_STATUS:
        return &f->legal_status;
    case STATUSRULES_FACT_COULD_NOT_RETURN:
        return &f->could_not_return;
    case STATUSRULES_FACT_LEVEL:
        return &f->level;
    default:
        assert(fact == STATUSRULES_FACT_ON_DAY);
        return &f->on_day;
    }
}

static void add_value(struct axis *axis, int32_t value) {
    assert(axis->n < MAX_VALUES);
    axis->values[axis->n++] = value;
}

static void add_range(struct axis *axis, int32_t first, int32_t last) {
    for (int32_t value = first; value <= last; value++) {
        add_value(axis, value);
    }
}

static void add_day_and_its_neighbours(struct axis *axis, int32_t day) {
    if (day == UNKNOWN || day == NONE || day == NOT_A_DAY) {
        return;
    }
    for (int32_t near = day - 1; near <= day + 1; near++) {
        if (near >= FIRST_DAY && near <= LAST_DAY) {
            add_value(axis, near);
        }
    }
}

/* Every day that the tables name, and the days beside it. */
static void add_days(struct axis *axis) {
    static const int32_t named[] = {FIRST_DAY,
                                    ORACLE_DAY(2020, 3, 14),
                                    BORDERS_CLOSED,
                                    ORACLE_DAY(2021, 6, 15),
                                    ORACLE_DAY(2021, 6, 16),
                                    SPOKEN,
                                    ORACLE_DAY(2021, 12, 30),
                                    END_OF_2021,
                                    YEAR_2022,
                                    ORACLE_DAY(9999, 6, 15),
                                    ORACLE_DAY(9999, 6, 16),
                                    LAST_DAY};
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++) {
        add_day_and_its_neighbours(axis, named[i]);
    }
}

static void add_axis(struct axis axes[MAX_AXES], int32_t *n, const statusrules_facts *facts, const struct query *q,
                     int32_t fact) {
    statusrules_facts copy = *facts;
    if (*place(&copy, fact) != UNKNOWN) {
        return;
    }
    struct axis *axis = &axes[(*n)++];
    axis->fact = fact;
    axis->n = 0;
    switch (fact) {
    case STATUSRULES_FACT_TERM:
        add_range(axis, STATUSRULES_TERM_TEMPORARY_STAY, STATUSRULES_TERM_ABSENCE_LIMIT);
        break;
    case STATUSRULES_FACT_LAST_DAY:
        add_days(axis);
        add_day_and_its_neighbours(axis, facts->issued_on);
        add_day_and_its_neighbours(axis, q->day);
        if (q->day != NOT_A_DAY) {
            add_day_and_its_neighbours(axis, q->day - 199);
        }
        add_value(axis, NONE);
        break;
    case STATUSRULES_FACT_LOCATION:
        add_range(axis, STATUSRULES_LOCATION_IN_RUSSIA, STATUSRULES_LOCATION_ABROAD);
        break;
    case STATUSRULES_FACT_ISSUED_ON:
        add_days(axis);
        add_day_and_its_neighbours(axis, facts->last_day);
        add_day_and_its_neighbours(axis, q->day);
        break;
    case STATUSRULES_FACT_LEGAL_STATUS:
        add_range(axis, STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY, STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER);
        break;
    case STATUSRULES_FACT_COULD_NOT_RETURN:
        add_range(axis, STATUSRULES_NO, STATUSRULES_YES);
        break;
    case STATUSRULES_FACT_LEVEL:
        add_range(axis, STATUSRULES_LEVEL_HIGHER, STATUSRULES_LEVEL_OTHER);
        break;
    default:
        add_days(axis);
        break;
    }
}

/* The missing facts that have to be tried: those that no mark presumes; in strict mode all that are asked. */
static int32_t add_axes(struct axis axes[MAX_AXES], const statusrules_facts *facts, const struct query *q) {
    int32_t n = 0;
    switch (q->question) {
    case STATUSRULES_QUESTION_EXTENSION:
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_TERM);
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_LAST_DAY);
        if (q->strict) {
            add_axis(axes, &n, facts, q, STATUSRULES_FACT_LOCATION);
            add_axis(axes, &n, facts, q, STATUSRULES_FACT_ISSUED_ON);
        }
        return n;
    case STATUSRULES_QUESTION_VACCINATION:
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_LOCATION);
        break;
    case STATUSRULES_QUESTION_FREE_VACCINATION:
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_LEGAL_STATUS);
        break;
    case STATUSRULES_QUESTION_REGULARISATION:
    case STATUSRULES_QUESTION_WORK:
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_COULD_NOT_RETURN);
        break;
    case STATUSRULES_QUESTION_EDUCATION_ENTRY:
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_LEVEL);
        break;
    default:
        return 0;
    }
    if (q->strict) {
        add_axis(axes, &n, facts, q, STATUSRULES_FACT_ON_DAY);
    }
    return n;
}

/* An answer of one completion, or of all completions met so far. */
struct merged {
    bool any;
    int32_t outcome;
    int32_t day;
    int32_t provision;
    int32_t possible;
    /* Days of the answers yes, and of the sides yes of the answers conflict. */
    int32_t yes_earliest, yes_latest;
    int32_t side_earliest, side_latest;
};

static void widen(int32_t *earliest, int32_t *latest, int32_t day) {
    if (day == NOT_A_DAY) {
        return;
    }
    if (*earliest == NOT_A_DAY || day < *earliest) {
        *earliest = day;
    }
    if (*latest == NOT_A_DAY || day > *latest) {
        *latest = day;
    }
}

static struct merged nothing_yet(void) {
    return (struct merged){false, 0, NOT_A_DAY, ORACLE_NOTHING, 0, NOT_A_DAY, NOT_A_DAY, NOT_A_DAY, NOT_A_DAY};
}

static struct merged of_verdict(const struct verdict *v) {
    struct merged m = nothing_yet();
    m.any = true;
    m.outcome = v->outcome;
    m.day = v->day;
    m.provision = v->provision;
    m.possible = 1 << v->outcome;
    if (v->outcome == STATUSRULES_OUTCOME_YES) {
        m.yes_earliest = m.yes_latest = v->day;
    }
    return m;
}

/* Whether two answers are equal. Valid on a day or not is one answer whatever the last day. */
static bool equal(const struct query *q, int32_t outcome_a, int32_t day_a, int32_t outcome_b, int32_t day_b) {
    return outcome_a == outcome_b && (q->day != NOT_A_DAY || day_a == day_b);
}

/* Readings: equal answers stand, unequal ones are a conflict. */
static struct merged over_readings(const struct query *q, const struct verdict v[3], const bool asked[3]) {
    struct merged m = nothing_yet();
    bool conflict = false;
    for (int32_t r = 0; r < 3; r++) {
        if (!asked[r]) {
            continue;
        }
        if (v[r].outcome == STATUSRULES_OUTCOME_YES) {
            widen(&m.side_earliest, &m.side_latest, v[r].day);
        }
        if (!m.any) {
            m.any = true;
            m.outcome = v[r].outcome;
            m.day = v[r].day;
            m.provision = v[r].provision;
        } else {
            conflict = conflict || !equal(q, m.outcome, m.day, v[r].outcome, v[r].day);
            m.day = m.day == v[r].day ? m.day : NOT_A_DAY;
        }
    }
    if (conflict) {
        m.outcome = STATUSRULES_OUTCOME_CONFLICT;
        m.day = NOT_A_DAY;
        m.provision = ORACLE_NOTHING;
    } else {
        if (m.outcome == STATUSRULES_OUTCOME_YES) {
            m.yes_earliest = m.yes_latest = m.day;
        }
        m.side_earliest = m.side_latest = NOT_A_DAY;
    }
    m.possible = 1 << m.outcome;
    return m;
}

/* Completions: equal answers stand, unequal ones leave the answer undetermined. */
static void over_completions(const struct query *q, struct merged *all, const struct merged *one) {
    if (!all->any) {
        *all = *one;
        return;
    }
    if (!equal(q, all->outcome, all->day, one->outcome, one->day)) {
        all->outcome = STATUSRULES_OUTCOME_UNDETERMINED;
    }
    all->day = all->day == one->day ? all->day : NOT_A_DAY;
    all->possible |= one->possible;
    if (one->provision != ORACLE_NOTHING
        && (all->provision == ORACLE_NOTHING || one->provision < all->provision)) {
        all->provision = one->provision;
    }
    widen(&all->yes_earliest, &all->yes_latest, one->yes_earliest);
    widen(&all->yes_earliest, &all->yes_latest, one->yes_latest);
    widen(&all->side_earliest, &all->side_latest, one->side_earliest);
    widen(&all->side_earliest, &all->side_latest, one->side_latest);
}

static oracle_reading_answer report(const struct merged *m) {
    oracle_reading_answer a = {m->outcome, m->day, m->provision, m->possible, m->day, m->day};
    if (m->outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
        a.day = NOT_A_DAY;
        a.earliest = m->yes_earliest;
        a.latest = m->yes_latest;
    } else if (m->outcome == STATUSRULES_OUTCOME_CONFLICT) {
        a.earliest = m->side_earliest;
        a.latest = m->side_latest;
    }
    return a;
}

struct cell {
    bool stands;
    int32_t outcome;
    int32_t day;
};

/* Cells with the query under which they are compared. */
struct answered {
    const struct query *q;
    const struct cell *cells;
};

static bool stands(const void *answers, int32_t completion) {
    return ((const struct answered *)answers)->cells[completion].stands;
}

static bool same(const void *answers, int32_t a, int32_t b) {
    const struct answered *answered = answers;
    const struct cell *first = &answered->cells[a];
    const struct cell *second = &answered->cells[b];
    return equal(answered->q, first->outcome, first->day, second->outcome, second->day);
}

static struct verdict judge(const struct query *q, const statusrules_facts *f, int32_t reading) {
    if (q->day != NOT_A_DAY) {
        return valid_on(f, q->day, reading, q->known_on);
    }
    if (q->question == STATUSRULES_QUESTION_EXTENSION) {
        return extension(f, reading, q->known_on);
    }
    return eligibility(f, q->question, q->known_on);
}

static bool is_known_day(int32_t day) {
    return day != UNKNOWN && day != NONE;
}

static bool ends_before_it_is_issued(const statusrules_facts *f) {
    return is_known_day(f->last_day) && is_known_day(f->issued_on) && f->last_day < f->issued_on;
}

static void answer_query(oracle_answer *answer, const struct query *q, const statusrules_facts *facts) {
    static struct cell cells[MAX_COMPLETIONS];
    bool documents = q->question == STATUSRULES_QUESTION_EXTENSION;
    *answer = (oracle_answer){0};
    if (documents && ends_before_it_is_issued(facts)) {
        answer->error = STATUSRULES_ERROR_ORDER;
        return;
    }

    struct axis axes[MAX_AXES];
    int32_t n_axes = add_axes(axes, facts, q);
    int32_t n_cells = 1;
    for (int32_t a = 0; a < n_axes; a++) {
        n_cells *= axes[a].n;
    }
    assert(n_cells <= MAX_COMPLETIONS);

    bool asked[3];
    struct merged by_reading[3];
    for (int32_t r = 0; r < 3; r++) {
        asked[r] = q->reading == UNKNOWN || q->reading == r + 1;
        by_reading[r] = nothing_yet();
    }
    struct merged all = nothing_yet();
    for (int32_t c = 0; c < n_cells; c++) {
        statusrules_facts f = *facts;
        int32_t rest = c;
        for (int32_t a = 0; a < n_axes; a++) {
            *place(&f, axes[a].fact) = axes[a].values[rest % axes[a].n];
            rest /= axes[a].n;
        }
        struct verdict v[3];
        cells[c].stands = !(documents && ends_before_it_is_issued(&f));
        for (int32_t r = 0; r < 3; r++) {
            v[r] = asked[r] ? judge(q, &f, r + 1) : silent();
            cells[c].stands = cells[c].stands && v[r].error == STATUSRULES_OK;
        }
        if (!cells[c].stands) {
            continue;
        }
        for (int32_t r = 0; r < 3; r++) {
            if (asked[r]) {
                struct merged one = of_verdict(&v[r]);
                over_completions(q, &by_reading[r], &one);
                answer->assumed |= v[r].assumed;
            }
        }
        struct merged one = over_readings(q, v, asked);
        cells[c].outcome = one.outcome;
        cells[c].day = one.day;
        over_completions(q, &all, &one);
    }
    if (!all.any) {
        answer->error = STATUSRULES_ERROR_RESULT;
        return;
    }

    const struct answered answered = {q, cells};
    const struct completions completions = {&answered, n_cells, stands, same};
    for (int32_t a = 0, stride = 1; a < n_axes; a++) {
        if (completions_depend(&completions, stride, axes[a].n)) {
            answer->missing |= bit(axes[a].fact);
        }
        stride *= axes[a].n;
    }
    for (int32_t r = 0; r < 3; r++) {
        if (asked[r]) {
            answer->readings[r] = report(&by_reading[r]);
        }
    }
    oracle_reading_answer whole = report(&all);
    answer->outcome = whole.outcome;
    answer->day = whole.day;
    answer->provision = whole.provision;
    answer->possible = whole.possible;
    answer->earliest = whole.earliest;
    answer->latest = whole.latest;
    if (q->question == STATUSRULES_QUESTION_MORATORIUM && !not_yet_spoken(q->known_on)) {
        answer->note = ORACLE_S6;
    }
}

void oracle_ask(oracle_answer *answer, int32_t question, const statusrules_facts *facts,
                const statusrules_options *options) {
    struct query q = {question, NOT_A_DAY, UNKNOWN, UNKNOWN, false};
    if (options != NULL) {
        q.known_on = options->known_on;
        q.reading = options->reading;
        q.strict = options->strict == STATUSRULES_YES;
    }
    answer_query(answer, &q, facts);
}

void oracle_valid_on(oracle_answer *answer, const statusrules_facts *facts, int32_t day,
                     const statusrules_options *options) {
    struct query q = {STATUSRULES_QUESTION_EXTENSION, day, UNKNOWN, UNKNOWN, false};
    if (options != NULL) {
        q.known_on = options->known_on;
        q.reading = options->reading;
        q.strict = options->strict == STATUSRULES_YES;
    }
    answer_query(answer, &q, facts);
}
