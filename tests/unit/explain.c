/*
 * Does an answer say why: its steps, and the same in English and Russian? Does a text that does not fit stay whole
 * in what it writes? The cases are from the statement and from laws that never were (tests/data/good).
 */
#include "law_called.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include <statusrules/statusrules.h>

#define DAY STATUSRULES_DAY
#define ALL_READINGS                                                                                              \
    (1 << STATUSRULES_READING_LITERAL | 1 << STATUSRULES_READING_SUSPENSION | 1 << STATUSRULES_READING_FIXED_DAY)

enum { EN = STATUSRULES_LANGUAGE_EN, RU = STATUSRULES_LANGUAGE_RU, ROOM = 16384, MAX_STEPS = 64, GUARD = 0x5A };

/* --- Cases ---------------------------------------------------------------------------------------------------- */

struct question {
    const char *law;
    int32_t question;
    statusrules_facts facts;
    statusrules_options options;
};

static const statusrules_law *law_of(const char *name) {
    const statusrules_law *law = law_called(name);
    cr_assert(law != NULL, "the law \"%s\" is not built in", name);
    return law;
}

static struct question of(const char *law, int32_t question) {
    return (struct question){law, question, STATUSRULES_FACTS_UNKNOWN, STATUSRULES_OPTIONS_DEFAULT};
}

static struct question document(const char *law, int32_t term, int32_t last_day) {
    struct question q = of(law, STATUSRULES_QUESTION_EXTENSION);
    q.facts.term = term;
    q.facts.last_day = last_day;
    return q;
}

static struct question decided(void) {
    struct question q = document("statement", STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31));
    q.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    return q;
}

static struct question assumed(void) {
    return document("statement", STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31));
}

static struct question silent(void) {
    return document("statement", STATUSRULES_TERM_PATENT, DAY(2021, 12, 31));
}

static struct question readings_differ(void) {
    struct question q = document("statement", STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 9, 30));
    q.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    return q;
}

static struct question missing(void) {
    struct question q = of("statement", STATUSRULES_QUESTION_EXTENSION);
    q.facts.term = STATUSRULES_TERM_REFUGEE_CERTIFICATE;
    return q;
}

static struct question regularisation(void) {
    struct question q = of("statement", STATUSRULES_QUESTION_REGULARISATION);
    q.facts.could_not_return = STATUSRULES_YES;
    q.facts.on_day = DAY(2021, 12, 1);
    return q;
}

static struct question noted(void) {
    return of("statement", STATUSRULES_QUESTION_MORATORIUM);
}

static struct question two_stages(void) {
    struct question q = document("fictitious", STATUSRULES_TERM_VISA, DAY(2001, 1, 10));
    q.facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    q.facts.citizenship = STATUSRULES_COUNTRY('K', 'Z');
    return q;
}

static struct question sides_differ(void) {
    return document("fictitious", STATUSRULES_TERM_MIGRATION_CARD, DAY(2001, 2, 1));
}

static struct question disputed(void) {
    struct question q = document("fictitious", STATUSRULES_TERM_WORK_PERMIT, DAY(2001, 6, 1));
    q.facts.citizenship = STATUSRULES_NONE;
    return q;
}

static struct question discretion(void) {
    struct question q = disputed();
    q.facts.citizenship = STATUSRULES_COUNTRY('T', 'R');
    return q;
}

static struct question open_end(void) {
    struct question q = document("fictitious", STATUSRULES_TERM_ABSENCE_LIMIT, DAY(2001, 5, 1));
    q.facts.state_programme = STATUSRULES_YES;
    return q;
}

static struct question both_marks(void) {
    struct question q = of("fictitious", STATUSRULES_QUESTION_MORATORIUM);
    q.facts.decision_kind = STATUSRULES_DECISION_KIND_DEPORTATION;
    return q;
}

static struct question silenced(void) {
    struct question q = both_marks();
    q.facts.exception = STATUSRULES_EXCEPTION_PUBLIC_ORDER;
    return q;
}

static struct question refused(void) {
    struct question q = of("fictitious", STATUSRULES_QUESTION_EDUCATION_ENTRY);
    q.facts.level = STATUSRULES_LEVEL_HIGHER;
    q.facts.visa_days_left = STATUSRULES_NONE;
    return q;
}

static struct question noted_day(void) {
    return document("fictitious", STATUSRULES_TERM_PATENT, DAY(2001, 3, 1));
}

static struct question (*const cases[])(void) = {
    decided,      assumed,  silent,     readings_differ, missing,    regularisation, noted,   two_stages,
    sides_differ, disputed, discretion, open_end,        both_marks, silenced,       refused, noted_day};

enum { N_CASES = sizeof cases / sizeof cases[0] };

/* --- Steps ---------------------------------------------------------------------------------------------------- */

struct steps {
    statusrules_step list[MAX_STEPS];
    int32_t n;
    int32_t at;
};

static int32_t ask_steps(statusrules_step *list, int32_t capacity, int32_t *n, const struct question *q,
                         statusrules_error *error) {
    return statusrules_steps(list, capacity, n, law_of(q->law), q->question, &q->facts, &q->options, error);
}

static struct steps steps_of(struct question q) {
    struct steps steps = {.n = 0};
    memset(steps.list, GUARD, sizeof steps.list);
    cr_assert_eq(ask_steps(steps.list, MAX_STEPS, &steps.n, &q, NULL), STATUSRULES_OK);
    cr_assert(steps.n > 0 && steps.n <= MAX_STEPS);
    return steps;
}

static int32_t number_of(const char *law, const char *id) {
    statusrules_provision provision;
    for (int32_t number = 1; number <= statusrules_law_provision_count(law_of(law)); number++) {
        if (statusrules_law_provision(&provision, law_of(law), number, NULL) == STATUSRULES_OK
            && strcmp(provision.id, id) == 0) {
            return number;
        }
    }
    cr_assert(0, "the law \"%s\" has no provision \"%s\"", law, id);
    return 0;
}

/* The next step must be this one, member by member. */
static void next_is(struct steps *steps, statusrules_step expected) {
    cr_assert(steps->at < steps->n, "only %d steps", steps->n);
    const statusrules_step *got = &steps->list[steps->at];
    cr_assert(
        memcmp(got, &expected, sizeof expected) == 0,
        "step %d: kind %d, readings %d, provision %d, fact %d, value %d, condition %d, mark %d, outcome %d, day "
        "before %d, day after %d",
        steps->at, got->kind, got->readings, got->provision, got->fact, got->value, got->condition, got->mark,
        got->outcome, got->day_before, got->day_after);
    steps->at++;
}

static void reading_is(struct steps *steps, int32_t readings, int32_t outcome, int32_t day) {
    next_is(steps,
            (statusrules_step){
                .kind = STATUSRULES_STEP_READING, .readings = readings, .outcome = outcome, .day_after = day});
}

static void asked_is(struct steps *steps, int32_t provision, int32_t condition, int32_t fact, int32_t value,
                     int32_t mark) {
    next_is(steps, (statusrules_step){.kind = STATUSRULES_STEP_ASKED,
                                      .provision = provision,
                                      .fact = fact,
                                      .value = value,
                                      .condition = condition,
                                      .mark = mark});
}

static void decided_is(struct steps *steps, int32_t provision, int32_t outcome, int32_t before, int32_t after) {
    next_is(steps, (statusrules_step){.kind = STATUSRULES_STEP_DECIDED,
                                      .provision = provision,
                                      .outcome = outcome,
                                      .day_before = before,
                                      .day_after = after});
}

static void nothing_is(struct steps *steps) {
    next_is(steps, (statusrules_step){.kind = STATUSRULES_STEP_NOTHING, .outcome = STATUSRULES_OUTCOME_SILENT});
}

static void assumed_is(struct steps *steps, int32_t provision, int32_t fact, int32_t mark) {
    next_is(steps, (statusrules_step){.kind = STATUSRULES_STEP_ASSUMED,
                                      .provision = provision,
                                      .fact = fact,
                                      .value = STATUSRULES_UNKNOWN,
                                      .mark = mark});
}

static void end_is_here(const struct steps *steps) {
    cr_assert_eq(steps->at, steps->n, "%d steps, not %d", steps->n, steps->at);
}

Test(steps, a_decided_answer_tells_what_was_asked_and_what_came_out) {
    struct steps steps = steps_of(decided());
    int32_t s1 = number_of("statement", "S1");
    reading_is(&steps, ALL_READINGS, STATUSRULES_OUTCOME_YES, DAY(2022, 7, 18));
    asked_is(&steps, s1, 0, STATUSRULES_FACT_TERM, STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
             STATUSRULES_MARK_NONE);
    asked_is(&steps, s1, 1, STATUSRULES_FACT_LAST_DAY, DAY(2021, 12, 31), STATUSRULES_MARK_NONE);
    asked_is(&steps, s1, 2, STATUSRULES_FACT_LOCATION, STATUSRULES_LOCATION_IN_RUSSIA,
             STATUSRULES_MARK_UNLESS_KNOWN);
    decided_is(&steps, s1, STATUSRULES_OUTCOME_YES, DAY(2021, 12, 31), DAY(2022, 7, 18));
    end_is_here(&steps);
}

Test(steps, what_was_assumed_stands_at_the_end_with_its_provision_and_mark) {
    struct steps steps = steps_of(assumed());
    int32_t s1 = number_of("statement", "S1");
    steps.at = 3;
    asked_is(&steps, s1, 2, STATUSRULES_FACT_LOCATION, STATUSRULES_UNKNOWN, STATUSRULES_MARK_UNLESS_KNOWN);
    decided_is(&steps, s1, STATUSRULES_OUTCOME_YES, DAY(2021, 12, 31), DAY(2022, 7, 18));
    assumed_is(&steps, s1, STATUSRULES_FACT_LOCATION, STATUSRULES_MARK_UNLESS_KNOWN);
    end_is_here(&steps);
}

Test(steps, each_mark_is_told_for_the_provision_that_asks_it) {
    struct steps steps = steps_of(both_marks());
    steps.at = steps.n - 2;
    assumed_is(&steps, number_of("fictitious", "M1"), STATUSRULES_FACT_ON_DAY, STATUSRULES_MARK_UNLESS_KNOWN);
    assumed_is(&steps, number_of("fictitious", "M.exception"), STATUSRULES_FACT_EXCEPTION,
               STATUSRULES_MARK_IF_KNOWN);
}

Test(steps, a_silent_answer_says_that_nothing_reaches_the_case) {
    struct steps steps = steps_of(silent());
    reading_is(&steps, ALL_READINGS, STATUSRULES_OUTCOME_SILENT, STATUSRULES_NOT_A_DAY);
    nothing_is(&steps);
    end_is_here(&steps);
}

Test(steps, a_row_that_is_silent_is_told_like_any_other) {
    struct steps steps = steps_of(silenced());
    int32_t row = number_of("fictitious", "M.exception");
    reading_is(&steps, ALL_READINGS, STATUSRULES_OUTCOME_SILENT, STATUSRULES_NOT_A_DAY);
    asked_is(&steps, row, 0, STATUSRULES_FACT_DECISION_KIND, STATUSRULES_DECISION_KIND_DEPORTATION,
             STATUSRULES_MARK_NONE);
    asked_is(&steps, row, 1, STATUSRULES_FACT_EXCEPTION, STATUSRULES_EXCEPTION_PUBLIC_ORDER,
             STATUSRULES_MARK_IF_KNOWN);
    cr_assert_eq(steps.list[steps.at].kind, STATUSRULES_STEP_DECIDED);
    cr_assert_eq(steps.list[steps.at].outcome, STATUSRULES_OUTCOME_SILENT);
}

Test(steps, readings_that_differ_are_told_one_after_the_other) {
    struct steps steps = steps_of(readings_differ());
    const int32_t rows[] = {number_of("statement", "S1.suspension"), number_of("statement", "S1.fixed_day")};
    const int32_t days[] = {DAY(2022, 4, 17), DAY(2022, 7, 18)};
    reading_is(&steps, 1 << STATUSRULES_READING_LITERAL, STATUSRULES_OUTCOME_SILENT, STATUSRULES_NOT_A_DAY);
    nothing_is(&steps);
    for (int32_t r = 0; r < 2; r++) {
        reading_is(&steps, 1 << (STATUSRULES_READING_SUSPENSION + r), STATUSRULES_OUTCOME_YES, days[r]);
        asked_is(&steps, rows[r], 0, STATUSRULES_FACT_TERM, STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT,
                 STATUSRULES_MARK_NONE);
        asked_is(&steps, rows[r], 1, STATUSRULES_FACT_LAST_DAY, DAY(2021, 9, 30), STATUSRULES_MARK_NONE);
        asked_is(&steps, rows[r], 2, STATUSRULES_FACT_LOCATION, STATUSRULES_LOCATION_IN_RUSSIA,
                 STATUSRULES_MARK_UNLESS_KNOWN);
        decided_is(&steps, rows[r], STATUSRULES_OUTCOME_YES, DAY(2021, 9, 30), days[r]);
    }
    end_is_here(&steps);
}

Test(steps, a_conflict_between_sources_tells_every_side) {
    struct steps steps = steps_of(sides_differ());
    const int32_t row = number_of("fictitious", "C2");
    reading_is(&steps, ALL_READINGS, STATUSRULES_OUTCOME_CONFLICT, STATUSRULES_NOT_A_DAY);
    asked_is(&steps, row, 0, STATUSRULES_FACT_TERM, STATUSRULES_TERM_MIGRATION_CARD, STATUSRULES_MARK_NONE);
    asked_is(&steps, row, 1, STATUSRULES_FACT_LAST_DAY, DAY(2001, 2, 1), STATUSRULES_MARK_NONE);
    decided_is(&steps, row, STATUSRULES_OUTCOME_CONFLICT, DAY(2001, 2, 1), STATUSRULES_NOT_A_DAY);
    const int32_t outcomes[] = {STATUSRULES_OUTCOME_YES, STATUSRULES_OUTCOME_YES, STATUSRULES_OUTCOME_NO};
    const int32_t days[] = {DAY(2001, 5, 15), DAY(2001, 6, 15), STATUSRULES_NOT_A_DAY};
    for (int32_t side = 0; side < 3; side++) {
        next_is(&steps, (statusrules_step){.kind = STATUSRULES_STEP_SIDE,
                                           .provision = row,
                                           .condition = side,
                                           .outcome = outcomes[side],
                                           .day_after = days[side]});
    }
    end_is_here(&steps);
}

Test(steps, two_stages_are_told_in_their_order_with_the_day_that_came_in) {
    struct steps steps = steps_of(two_stages());
    const int32_t f1 = number_of("fictitious", "F1");
    const int32_t d1 = number_of("fictitious", "D1");
    reading_is(&steps, ALL_READINGS, STATUSRULES_OUTCOME_YES, DAY(2001, 5, 10));
    asked_is(&steps, f1, 0, STATUSRULES_FACT_TERM, STATUSRULES_TERM_VISA, STATUSRULES_MARK_NONE);
    asked_is(&steps, f1, 1, STATUSRULES_FACT_LAST_DAY, DAY(2001, 1, 10), STATUSRULES_MARK_NONE);
    decided_is(&steps, f1, STATUSRULES_OUTCOME_YES, DAY(2001, 1, 10), DAY(2001, 4, 10));
    asked_is(&steps, d1, 0, STATUSRULES_FACT_TERM, STATUSRULES_TERM_VISA, STATUSRULES_MARK_NONE);
    asked_is(&steps, d1, 1, STATUSRULES_INCOMING_DAY, DAY(2001, 4, 10), STATUSRULES_MARK_NONE);
    asked_is(&steps, d1, 2, STATUSRULES_EXTENDED, STATUSRULES_YES, STATUSRULES_MARK_NONE);
    decided_is(&steps, d1, STATUSRULES_OUTCOME_YES, DAY(2001, 4, 10), DAY(2001, 5, 10));
    end_is_here(&steps);
}

Test(steps, missing_facts_are_told_instead_of_a_way) {
    struct steps steps = steps_of(missing());
    next_is(&steps, (statusrules_step){.kind = STATUSRULES_STEP_ASSUMED,
                                       .provision = steps.list[0].provision,
                                       .fact = STATUSRULES_FACT_LOCATION,
                                       .value = STATUSRULES_UNKNOWN,
                                       .mark = STATUSRULES_MARK_UNLESS_KNOWN});
    next_is(&steps, (statusrules_step){.kind = STATUSRULES_STEP_ASSUMED,
                                       .provision = steps.list[1].provision,
                                       .fact = STATUSRULES_FACT_ISSUED_ON,
                                       .value = STATUSRULES_UNKNOWN,
                                       .mark = STATUSRULES_MARK_UNLESS_KNOWN});
    next_is(&steps, (statusrules_step){.kind = STATUSRULES_STEP_MISSING,
                                       .fact = STATUSRULES_FACT_LAST_DAY,
                                       .value = STATUSRULES_UNKNOWN});
    end_is_here(&steps);
}

Test(steps, a_note_is_told_after_the_way) {
    struct steps steps = steps_of(noted());
    reading_is(&steps, ALL_READINGS, STATUSRULES_OUTCOME_SILENT, STATUSRULES_NOT_A_DAY);
    nothing_is(&steps);
    next_is(&steps, (statusrules_step){.kind = STATUSRULES_STEP_NOTE, .provision = number_of("statement", "S6")});
    end_is_here(&steps);
    steps = steps_of(noted_day());
    steps.at = steps.n - 1;
    next_is(&steps, (statusrules_step){.kind = STATUSRULES_STEP_NOTE, .provision = number_of("fictitious", "N1")});
}

Test(steps, what_does_not_fit_is_counted_and_the_first_ones_are_written) {
    for (int32_t c = 0; c < N_CASES; c++) {
        struct question q = cases[c]();
        struct steps whole = steps_of(q);
        for (int32_t capacity = -1; capacity <= whole.n + 1; capacity++) {
            statusrules_step list[MAX_STEPS];
            statusrules_step guard[MAX_STEPS];
            statusrules_error error = {0};
            int32_t n = -1;
            int32_t written = capacity < 0 ? 0 : capacity < whole.n ? capacity : whole.n;
            memset(list, GUARD, sizeof list);
            memset(guard, GUARD, sizeof guard);
            int32_t code = ask_steps(capacity <= 0 ? NULL : list, capacity, &n, &q, &error);
            cr_assert(code == (capacity < whole.n ? STATUSRULES_ERROR_TRUNCATED : STATUSRULES_OK)
                          && error.code == code && n == whole.n
                          && memcmp(list, whole.list, (size_t)written * sizeof list[0]) == 0
                          && memcmp(list + written, guard, (size_t)(MAX_STEPS - written) * sizeof list[0]) == 0,
                      "case %d, capacity %d: error %d, %d steps", c, capacity, code, n);
        }
    }
}

Test(steps, what_ask_refuses_is_refused_and_nothing_is_written) {
    struct question q = decided();
    statusrules_error error = {0};
    statusrules_step step;
    int32_t n = -1;
    cr_assert_eq(ask_steps(&step, 1, NULL, &q, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    cr_assert_eq(ask_steps(NULL, 1, &n, &q, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    q.facts.term = 17;
    cr_assert_eq(ask_steps(&step, 1, &n, &q, &error), STATUSRULES_ERROR_VALUE);
    cr_assert_eq(error.fact, STATUSRULES_FACT_TERM);
    q.options.size = 0;
    cr_assert_eq(ask_steps(&step, 1, &n, &q, &error), STATUSRULES_ERROR_SIZE);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_OPTIONS);
    cr_assert_eq(n, -1);
    q = decided();
    cr_assert_eq(statusrules_steps(&step, 1, &n, NULL, q.question, &q.facts, NULL, &error),
                 STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_LAW);
    cr_assert_eq(statusrules_steps(&step, 1, &n, law_of("statement"), 0, &q.facts, NULL, &error),
                 STATUSRULES_ERROR_VALUE);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_QUESTION);
    cr_assert_eq(n, -1);
}

/* --- The text ------------------------------------------------------------------------------------------------- */

static char text[ROOM];

static int32_t explain(char *buffer, int32_t capacity, int32_t *length, const struct question *q, int32_t language,
                       statusrules_error *error) {
    return statusrules_explain(buffer, capacity, length, law_of(q->law), q->question, &q->facts, &q->options,
                               language, error);
}

static const char *explained(struct question q, int32_t language) {
    int32_t length = -1;
    cr_assert_eq(explain(text, ROOM, &length, &q, language, NULL), STATUSRULES_OK);
    cr_assert_eq((int32_t)strlen(text), length);
    return text;
}

static void says(struct question q, int32_t language, const char *words) {
    cr_assert(strstr(explained(q, language), words) != NULL, "no \"%s\" in:\n%s", words, text);
}

Test(explain, both_languages_name_provision_passage_act_and_address) {
    for (int32_t language = EN; language <= RU; language++) {
        const char *const title =
            language == EN
                ? "Statement by Ms. Valentina Kazakova at the High-Level Segment of the 112th Session of the "
                  "Council of "
                  "the International Organization for Migration"
                : "Выступление В. Казаковой на сегменте высокого уровня 112-й сессии Совета Международной "
                  "организации по миграции";
        says(decided(), language, "S1");
        says(decided(), language,
             "Residence permits and residency registrations of foreign citizens staying in Russia expiring on 31 "
             "December 2021 are considered valid through 18 July 2022.");
        says(decided(), language, title);
        says(decided(), language, language == EN ? "paragraph 17, sentence 1" : "абзац 17, предложение 1");
        says(decided(), language, "https://geneva.mid.ru/");
    }
}

Test(explain, days_stand_in_words) {
    says(decided(), EN, "up to and including 18 July 2022");
    says(decided(), RU, "по 18 июля 2022 г. включительно");
    says(decided(), EN, "is considered valid up to and including 18 July 2022");
    says(decided(), RU, "считается действительным по 18 июля 2022 г. включительно");
    says(decided(), EN, "31 December 2021");
    says(decided(), RU, "31 декабря 2021 г.");
}

Test(explain, regularisation_is_an_application) {
    says(regularisation(), EN, "may apply");
    says(regularisation(), RU, "может обратиться");
}

Test(explain, silence_is_no_refusal) {
    says(silent(), EN, "silent");
    says(silent(), EN, "not a no");
    says(silent(), EN, "the statement of 29 November 2021");
    says(silent(), RU, "Это не отказ");
}

Test(explain, every_reading_and_every_side_is_told) {
    says(readings_differ(), EN, "17 April 2022");
    says(readings_differ(), EN, "18 July 2022");
    says(readings_differ(), RU, "17 апреля 2022 г.");
    says(readings_differ(), EN, "S1.suspension");
    says(readings_differ(), EN, "S1.fixed_day");
    says(sides_differ(), EN, "first consulate");
    says(sides_differ(), EN, "15 May 2001");
    says(sides_differ(), EN, "15 June 2001");
    says(sides_differ(), EN, "third consulate: no");
    says(sides_differ(), RU, "третье консульство: нет");
    says(disputed(), EN, "1 October 2001");
    says(disputed(), RU, "1 октября 2001 г.");
}

Test(explain, an_inferred_provision_says_why) {
    says(readings_differ(), EN, "inferred");
    says(readings_differ(), EN, "93 and 276 days");
    says(readings_differ(), RU, "93 и 276 дней");
    says(readings_differ(), EN, "Summary: ");
    says(readings_differ(), RU, "Изложение: ");
}

Test(explain, what_is_assumed_and_what_is_missing_is_named) {
    const int32_t facts[] = {STATUSRULES_FACT_LOCATION, STATUSRULES_FACT_ISSUED_ON, STATUSRULES_FACT_LAST_DAY};
    for (int32_t language = EN; language <= RU; language++) {
        says(assumed(), language, statusrules_name(STATUSRULES_NAMES_FACT, STATUSRULES_FACT_LOCATION, language));
        for (int32_t f = 0; f < 3; f++) {
            says(missing(), language, statusrules_name(STATUSRULES_NAMES_FACT, facts[f], language));
        }
        says(missing(), language,
             statusrules_name(STATUSRULES_NAMES_OUTCOME, STATUSRULES_OUTCOME_CONFLICT, language));
        says(both_marks(), language,
             statusrules_name(STATUSRULES_NAMES_FACT, STATUSRULES_FACT_EXCEPTION, language));
        says(both_marks(), language, statusrules_name(STATUSRULES_NAMES_FACT, STATUSRULES_FACT_ON_DAY, language));
    }
    says(assumed(), EN, "Assumed");
    says(missing(), EN, "Missing");
    says(missing(), EN, "Ask next: ");
    says(missing(), RU, "Спросить сначала: ");
    says(assumed(), RU, "Предположено");
    says(missing(), RU, "Не хватает");
}

Test(explain, the_days_of_both_stages_are_told) {
    says(two_stages(), EN, "10 January 2001");
    says(two_stages(), EN, "10 April 2001");
    says(two_stages(), EN, "10 May 2001");
    says(two_stages(), EN, "No. 1");
    says(two_stages(), RU, "№ 1");
}

Test(explain, notes_open_ends_discretion_and_refusals_have_words) {
    says(noted(), EN, "significantly softened");
    says(noted_day(), RU, "должен зарегистрироваться заново");
    says(open_end(), EN, "not fixed yet");
    says(open_end(), RU, "ещё не определён");
    says(discretion(), EN, "discretion");
    says(discretion(), RU, "должностное лицо");
    says(refused(), EN, "may not enter");
    says(refused(), RU, "не может въехать");
}

/* What no sentence may hold: what two parts leave when one of them is empty or ends like the next begins. */
Test(explain, no_text_has_a_doubled_stop_an_empty_part_or_a_place_left_open) {
    const char *const never[] = {"г..",  "..",        ": .",         ", .",      " .",        ",,",
                                 "()",   "“”",        "«»",          "{",        "}",         ": \n",
                                 ": \n", "(asked: )", "(условие: )", "-2147483", "214748364", " \n"};
    for (int32_t c = 0; c < N_CASES; c++) {
        for (int32_t language = EN; language <= RU; language++) {
            const char *got = explained(cases[c](), language);
            for (size_t n = 0; n < sizeof never / sizeof never[0]; n++) {
                cr_expect(strstr(got, never[n]) == NULL, "case %d: \"%s\" in:\n%s", c, never[n], got);
            }
        }
    }
}

/* --- Short buffers -------------------------------------------------------------------------------------------- */

static bool is_utf8(const char *bytes, size_t n) {
    size_t at = 0;
    while (at < n) {
        unsigned char first = (unsigned char)bytes[at];
        size_t more = first < 0x80 ? 0 : (first & 0xE0) == 0xC0 ? 1 : (first & 0xF0) == 0xE0 ? 2 : 3;
        if (first >= 0x80 && (first < 0xC2 || first > 0xF4)) {
            return false;
        }
        if (at + more >= n) {
            return false;
        }
        for (size_t i = 1; i <= more; i++) {
            if (((unsigned char)bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        at += more + 1;
    }
    return true;
}

typedef int32_t writer(void *context, char *buffer, int32_t capacity, int32_t *length, statusrules_error *error);

/* The first capacity at which a text is not cut as it must be, or -1. */
static int32_t badly_cut(writer *write, void *context) {
    static char whole[ROOM];
    static char buffer[ROOM];
    int32_t length = -1;
    cr_assert_eq(write(context, whole, ROOM, &length, NULL), STATUSRULES_OK);
    cr_assert(length > 0 && whole[length] == 0 && is_utf8(whole, (size_t)length));
    for (int32_t capacity = 0; capacity <= length + 1; capacity++) {
        statusrules_error error = {0};
        int32_t needed = -1;
        memset(buffer, GUARD, sizeof buffer);
        int32_t code = write(context, capacity == 0 ? NULL : buffer, capacity, &needed, &error);
        bool holds = needed == length && code == (capacity > length ? STATUSRULES_OK : STATUSRULES_ERROR_TRUNCATED)
                     && error.code == code;
        if (code == STATUSRULES_ERROR_TRUNCATED) {
            holds = holds && error.value == capacity && error.first == length + 1;
        }
        size_t used = 0;
        if (capacity > 0) {
            const char *end = memchr(buffer, 0, (size_t)capacity);
            holds = holds && end != NULL;
            used = end != NULL ? (size_t)(end - buffer) : 0;
            /* A prefix of whole characters, and as long as there is room: none is longer than four bytes. */
            holds = holds && memcmp(buffer, whole, used) == 0 && is_utf8(buffer, used)
                    && (code == STATUSRULES_OK || used + 4 >= (size_t)capacity);
        }
        for (size_t i = (size_t)capacity; i < (size_t)capacity + 64 && i < ROOM; i++) {
            holds = holds && buffer[i] == GUARD;
        }
        if (!holds) {
            return capacity;
        }
    }
    return -1;
}

struct explained {
    struct question question;
    int32_t language;
};

static int32_t write_explanation(void *context, char *buffer, int32_t capacity, int32_t *length,
                                 statusrules_error *error) {
    const struct explained *e = context;
    return explain(buffer, capacity, length, &e->question, e->language, error);
}

Test(explain, a_text_is_cut_at_a_character_at_every_length) {
    for (int32_t c = 0; c < N_CASES; c++) {
        for (int32_t language = EN; language <= RU; language++) {
            struct explained e = {cases[c](), language};
            int32_t capacity = badly_cut(write_explanation, &e);
            cr_assert(capacity < 0, "case %d, language %d, capacity %d", c, language, capacity);
        }
    }
}

Test(explain, a_negative_capacity_is_none) {
    struct question q = decided();
    int32_t length = -1;
    char byte = GUARD;
    cr_assert_eq(explain(&byte, -1, &length, &q, EN, NULL), STATUSRULES_ERROR_TRUNCATED);
    cr_assert_eq(byte, GUARD);
    cr_assert_eq(length, (int32_t)strlen(explained(q, EN)));
}

Test(explain, a_bad_language_and_what_ask_refuses_is_refused_and_nothing_is_written) {
    struct question q = decided();
    statusrules_error error = {0};
    char buffer[8];
    int32_t length = -1;
    const int32_t wrong[] = {STATUSRULES_LANGUAGE_NAME, 3, -1, STATUSRULES_UNKNOWN};
    memset(buffer, GUARD, sizeof buffer);
    for (size_t w = 0; w < sizeof wrong / sizeof wrong[0]; w++) {
        cr_assert_eq(explain(buffer, 8, &length, &q, wrong[w], &error), STATUSRULES_ERROR_VALUE);
        cr_assert(error.fact == STATUSRULES_ARGUMENT_LANGUAGE && error.value == wrong[w] && error.first == EN
                  && error.last == RU);
    }
    cr_assert_eq(explain(NULL, 8, &length, &q, EN, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(explain(buffer, 8, NULL, &q, EN, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    q.facts.issued_on = DAY(2022, 1, 1);
    cr_assert_eq(explain(buffer, 8, &length, &q, EN, &error), STATUSRULES_ERROR_ORDER);
    q.facts.size = 0;
    cr_assert_eq(explain(buffer, 8, &length, &q, EN, &error), STATUSRULES_ERROR_SIZE);
    cr_assert_eq(statusrules_explain(buffer, 8, &length, NULL, 1, &q.facts, NULL, EN, &error),
                 STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_LAW);
    cr_assert_eq(length, -1);
    cr_assert_eq(buffer[0], GUARD);
}

/* --- Errors in words -------------------------------------------------------------------------------------------- */

struct failure {
    const char *what;
    statusrules_error error;
    /* What the text must hold, in each language. */
    const char *words[2][4];
};

/* A failure as the library reports it, for a fact of a question of the statement. */
static statusrules_error of_fact(int32_t question, int32_t fact, int32_t value) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_answer answer;
    statusrules_error error = {0};
    *((int32_t *)(void *)&facts + fact) = value;
    (void)statusrules_ask(&answer, law_of("statement"), question, &facts, NULL, &error);
    return error;
}

static statusrules_error of_options(int32_t reading, int32_t strict, int32_t edition, int32_t size) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_options options = {size,   STATUSRULES_UNKNOWN, edition,       reading,
                                   strict, STATUSRULES_UNKNOWN, STATUSRULES_NO};
    statusrules_answer answer;
    statusrules_error error = {0};
    (void)statusrules_extension(&answer, law_of("statement"), &facts, &options, &error);
    return error;
}

static statusrules_error of_document(int32_t issued_on, int32_t last_day) {
    struct question q = decided();
    statusrules_answer answer;
    statusrules_error error = {0};
    q.facts.issued_on = issued_on;
    q.facts.last_day = last_day;
    (void)statusrules_extension(&answer, law_of("statement"), &q.facts, NULL, &error);
    return error;
}

static statusrules_error of_sum(int32_t day, int32_t n) {
    statusrules_error error = {0};
    int32_t sum;
    (void)statusrules_add_days(&sum, day, n, &error);
    return error;
}

static statusrules_error of_text(const char *date) {
    statusrules_error error = {0};
    int32_t day;
    (void)statusrules_parse_day(&day, date, (int32_t)strlen(date), &error);
    return error;
}

static statusrules_error of_name(int32_t names, const char *name) {
    statusrules_error error = {0};
    int32_t code;
    (void)statusrules_code(&code, names, name, (int32_t)strlen(name), &error);
    return error;
}

static statusrules_error of_null(void) {
    statusrules_error error = {0};
    statusrules_answer answer;
    (void)statusrules_extension(&answer, law_of("statement"), NULL, NULL, &error);
    return error;
}

static statusrules_error of_question(int32_t question) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error = {0};
    statusrules_answer answer;
    (void)statusrules_ask(&answer, law_of("statement"), question, &facts, NULL, &error);
    return error;
}

static statusrules_error of_short_buffer(void) {
    struct question q = silent();
    statusrules_error error = {0};
    char buffer[7];
    int32_t length;
    (void)explain(buffer, 7, &length, &q, EN, &error);
    return error;
}

static statusrules_error of_provision(int32_t number) {
    statusrules_error error = {0};
    statusrules_provision provision;
    (void)statusrules_law_provision(&provision, law_of("statement"), number, &error);
    return error;
}

static statusrules_error of_side(int32_t number) {
    statusrules_error error = {0};
    statusrules_side side;
    (void)statusrules_law_side(&side, law_of("statement"), number, 0, &error);
    return error;
}

static statusrules_error of_known_on(int32_t day) {
    struct question q = decided();
    statusrules_answer answer;
    statusrules_error error = {0};
    q.options.known_on = day;
    (void)statusrules_extension(&answer, law_of("statement"), &q.facts, &q.options, &error);
    return error;
}

static statusrules_error of_day(int32_t day) {
    statusrules_error error = {0};
    statusrules_date date;
    (void)statusrules_date_of_day(&date, day, &error);
    return error;
}

/* A question whose answer is no eligibility. */
static statusrules_error of_eligibility(void) {
    struct question q = silent();
    statusrules_answer answer;
    statusrules_error error = {0};
    (void)statusrules_eligibility(&answer, law_of("statement"), q.question, &q.facts, NULL, &error);
    return error;
}

/* A question that has no day to be valid on. */
static statusrules_error of_valid_on(int32_t question) {
    struct question q = regularisation();
    statusrules_answer answer;
    statusrules_error error = {0};
    q.options.valid_on = DAY(2021, 12, 1);
    (void)statusrules_ask(&answer, law_of("statement"), question, &q.facts, &q.options, &error);
    return error;
}

enum { MAX_FAILURES = 40 };

static struct failure failures[MAX_FAILURES];
static int32_t n_failures;

static void fails(const char *what, statusrules_error error, int32_t code, const char *const en[4],
                  const char *const ru[4]) {
    cr_assert_eq(error.code, code, "%s: error %d", what, error.code);
    failures[n_failures].what = what;
    failures[n_failures].error = error;
    for (int32_t i = 0; i < 4; i++) {
        failures[n_failures].words[0][i] = en[i];
        failures[n_failures].words[1][i] = ru[i];
    }
    n_failures++;
}

#define WORDS(...) ((const char *const[4]){__VA_ARGS__})

static statusrules_error of_inverse(int32_t question, int32_t fact) {
    const statusrules_facts nothing = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error;
    int32_t n;
    (void)statusrules_inverse(NULL, 0, &n, statusrules_law_statement(), question, &nothing, fact,
                              STATUSRULES_UNKNOWN, NULL, &error);
    return error;
}

static void make_failures(void) {
    static char needed[16];
    n_failures = 0;
    fails("NULL facts", of_null(), STATUSRULES_ERROR_NULL, WORDS("facts", "NULL"), WORDS("facts", "NULL"));
    fails("a zeroed struct", of_options(1, 0, 1, 0), STATUSRULES_ERROR_SIZE, WORDS("options", "0", "28"),
          WORDS("options", "0", "28"));
    fails("a term that is none", of_fact(1, STATUSRULES_FACT_TERM, 17), STATUSRULES_ERROR_VALUE,
          WORDS("term", "17", "temporary_stay", "absence_limit"),
          WORDS("term", "17", "temporary_stay", "absence_limit"));
    fails("a country that is none", of_fact(1, STATUSRULES_FACT_CITIZENSHIP, 1), STATUSRULES_ERROR_VALUE,
          WORDS("citizenship", "1 ", "allowed", "ISO 3166-1"),
          WORDS("citizenship", "1 ", "допустимо", "ISO 3166-1"));
    fails("yes or no", of_fact(1, STATUSRULES_FACT_IDENTIFIED, 2), STATUSRULES_ERROR_VALUE,
          WORDS("identified", "2", "no", "yes"), WORDS("identified", "2", "no", "yes"));
    fails("a question that is none", of_question(8), STATUSRULES_ERROR_VALUE,
          WORDS("question", "8", "extension", "education_entry"),
          WORDS("question", "8", "extension", "education_entry"));
    fails("a reading that is none", of_options(4, 0, 1, 20), STATUSRULES_ERROR_VALUE,
          WORDS("reading", "4", "literal", "fixed_day"), WORDS("reading", "4", "literal", "fixed_day"));
    fails("strict", of_options(1, 2, 1, 20), STATUSRULES_ERROR_VALUE, WORDS("strict", "2", "0", "1"),
          WORDS("strict", "2", "0", "1"));
    fails("a last day out of range", of_fact(1, STATUSRULES_FACT_LAST_DAY, STATUSRULES_LAST_DAY + 1),
          STATUSRULES_ERROR_RANGE, WORDS("last_day", "2932897", "1 January 1", "31 December 9999"),
          WORDS("last_day", "2932897", "1 января 1 г.", "31 декабря 9999 г."));
    fails("an age out of range", of_fact(2, STATUSRULES_FACT_AGE, 151), STATUSRULES_ERROR_RANGE,
          WORDS("age", "151", "0", "150"), WORDS("age", "151", "0", "150"));
    fails("a provision out of range", of_provision(99), STATUSRULES_ERROR_RANGE, WORDS("99", "1", "13"),
          WORDS("99", "1", "13"));
    fails("a fact that is no day, to invert by", of_inverse(STATUSRULES_QUESTION_EXTENSION, STATUSRULES_FACT_TERM),
          STATUSRULES_ERROR_VALUE,
          WORDS("fact: term", "extension", "allowed: last_day, issued_on, settled_on, day"),
          WORDS("fact: term", "extension", "допустимо: last_day, issued_on, settled_on, day"));
    fails("a number that is no fact, to invert by", of_inverse(STATUSRULES_QUESTION_WORK, 4711),
          STATUSRULES_ERROR_VALUE, WORDS("4711", "work", "on_day"), WORDS("4711", "work", "on_day"));
    fails("a day that is none", of_fact(2, STATUSRULES_FACT_ON_DAY, STATUSRULES_NOT_A_DAY),
          STATUSRULES_ERROR_NOT_A_DAY, WORDS("on_day", "does not exist", "1 January 1", "31 December 9999"),
          WORDS("on_day", "не существует", "1 января 1 г.", "31 декабря 9999 г."));
    fails("a last day before the issue", of_document(DAY(2022, 1, 1), DAY(2021, 12, 31)), STATUSRULES_ERROR_ORDER,
          WORDS("last_day", "31 December 2021", "1 January 2022"),
          WORDS("last_day", "31 декабря 2021 г.", "1 января 2022 г."));
    fails("a result out of range", of_document(DAY(2020, 1, 1), STATUSRULES_LAST_DAY), STATUSRULES_ERROR_RESULT,
          WORDS("last_day", "31 December 9999", "15 June 9999"),
          WORDS("last_day", "31 декабря 9999 г.", "15 июня 9999 г."));
    fails("too many days", of_sum(DAY(9999, 12, 30), 5), STATUSRULES_ERROR_RESULT, WORDS("5", "1"),
          WORDS("5", "1"));
    const statusrules_error cut = of_short_buffer();
    (void)snprintf(needed, sizeof needed, "%d", cut.first);
    fails("a short buffer", cut, STATUSRULES_ERROR_TRUNCATED, WORDS("7", needed), WORDS("7", needed));
    fails("no date", of_text("2021-1-01"), STATUSRULES_ERROR_SYNTAX, WORDS("YYYY-MM-DD", "6"),
          WORDS("ГГГГ-ММ-ДД", "6"));
    fails("no such day", of_text("2021-02-30"), STATUSRULES_ERROR_NO_SUCH_DAY, WORDS("day 30", "1", "28"),
          WORDS("день 30", "1", "28"));
    fails("no such month", of_text("2021-13-01"), STATUSRULES_ERROR_NO_SUCH_DAY, WORDS("month 13", "1", "12"),
          WORDS("месяц 13", "1", "12"));
    fails("no such year", of_text("0000-01-01"), STATUSRULES_ERROR_NO_SUCH_DAY, WORDS("year 0", "1", "9999"),
          WORDS("год 0", "1", "9999"));
    fails("a near name", of_name(STATUSRULES_FACT_TERM, "viza"), STATUSRULES_ERROR_NAME, WORDS("term", "visa"),
          WORDS("term", "visa"));
    fails("no name", of_name(STATUSRULES_NAMES_OUTCOME, "perhaps so"), STATUSRULES_ERROR_NAME,
          WORDS("yes", "undetermined", "conflict"), WORDS("yes", "undetermined", "conflict"));
    fails("columns that overlap",
          (statusrules_error){STATUSRULES_ERROR_OVERLAP, STATUSRULES_RESULT_DAY, STATUSRULES_FACT_LAST_DAY, 0, 0,
                              0, STATUSRULES_UNKNOWN, 0},
          STATUSRULES_ERROR_OVERLAP, WORDS("day", "last_day", "overlaps"), WORDS("day", "last_day", "занимает"));
    fails("values that are not aligned",
          (statusrules_error){STATUSRULES_ERROR_ALIGNMENT, STATUSRULES_RESULT_EARLIEST, 3, 0, 0, 0,
                              STATUSRULES_UNKNOWN, 0},
          STATUSRULES_ERROR_ALIGNMENT, WORDS("earliest", "aligned", "3"), WORDS("earliest", "не выровнены", "3"));
    fails("a number of days that is not between its days",
          (statusrules_error){STATUSRULES_ERROR_DISAGREES, STATUSRULES_FACT_NOTICE_DAYS, 12, 14, 14, 0,
                              STATUSRULES_UNKNOWN, 0},
          STATUSRULES_ERROR_DISAGREES, WORDS("notice", "12", "14"), WORDS("notice_days", "12", "14"));
    fails("a side of a provision that has none", of_side(1), STATUSRULES_ERROR_RANGE, WORDS("there are none"),
          WORDS("их здесь нет"));
    fails("knowledge after the last day", of_known_on(STATUSRULES_LAST_DAY + 1), STATUSRULES_ERROR_RANGE,
          WORDS("known_on", "1 January 1", "31 December 9999"),
          WORDS("known_on", "1 января 1 г.", "31 декабря 9999 г."));
    fails("a day after the last", of_day(STATUSRULES_LAST_DAY + 1), STATUSRULES_ERROR_RANGE,
          WORDS("2932897", "1 January 1", "31 December 9999"),
          WORDS("2932897", "1 января 1 г.", "31 декабря 9999 г."));
    fails("a question that is no eligibility", of_eligibility(), STATUSRULES_ERROR_VALUE,
          WORDS("question", "allowed: vaccination", "education_entry"),
          WORDS("question", "допустимо: vaccination", "education_entry"));
    fails("a question without a day to be valid on", of_valid_on(STATUSRULES_QUESTION_REGULARISATION),
          STATUSRULES_ERROR_VALUE, WORDS("question", "allowed: extension"),
          WORDS("question", "допустимо: extension"));
    fails("a list of names that is none", of_name(STATUSRULES_RESULT_OUTCOME, "yes"), STATUSRULES_ERROR_VALUE,
          WORDS("allowed: a fact", "lists of names"), WORDS("допустимо: факт", "списков названий"));
    fails("an edition not held", of_options(1, 0, 9, 20), STATUSRULES_ERROR_EDITION, WORDS("edition", "9", "1"),
          WORDS("edition", "9", "1"));
}

struct worded {
    const statusrules_error *failure;
    int32_t language;
};

static int32_t write_error(void *context, char *buffer, int32_t capacity, int32_t *length,
                           statusrules_error *error) {
    const struct worded *w = context;
    return statusrules_error_text(buffer, capacity, length, w->failure, w->language, error);
}

Test(error_text, every_code_names_what_was_given_and_what_is_allowed) {
    int32_t met = 0;
    make_failures();
    for (int32_t f = 0; f < n_failures; f++) {
        met |= 1 << failures[f].error.code;
        for (int32_t language = EN; language <= RU; language++) {
            int32_t length = -1;
            cr_assert_eq(statusrules_error_text(text, ROOM, &length, &failures[f].error, language, NULL),
                         STATUSRULES_OK);
            cr_assert_eq((int32_t)strlen(text), length);
            for (int32_t w = 0; w < 4; w++) {
                const char *words = failures[f].words[language - EN][w];
                cr_expect(words == NULL || strstr(text, words) != NULL, "%s: no \"%s\" in: %s", failures[f].what,
                          words, text);
            }
            cr_expect(strstr(text, "-2147483") == NULL, "%s: %s", failures[f].what, text);
        }
    }
    for (int32_t code = STATUSRULES_ERROR_NULL; code <= STATUSRULES_ERROR_DISAGREES; code++) {
        cr_assert((met & 1 << code) != 0, "code %d was not tried", code);
    }
}

Test(error_text, a_text_is_cut_at_a_character_at_every_length) {
    make_failures();
    for (int32_t f = 0; f < n_failures; f++) {
        for (int32_t language = EN; language <= RU; language++) {
            struct worded worded = {&failures[f].error, language};
            int32_t capacity = badly_cut(write_error, &worded);
            cr_assert(capacity < 0, "%s, language %d, capacity %d", failures[f].what, language, capacity);
        }
    }
}

Test(error_text, no_error_and_an_unknown_code_have_words_too) {
    statusrules_error none = {0};
    statusrules_error unknown = {0};
    int32_t length;
    cr_assert_eq(statusrules_error_text(text, ROOM, &length, &none, EN, NULL), STATUSRULES_OK);
    cr_expect_str_eq(text, "no error");
    cr_assert_eq(statusrules_error_text(text, ROOM, &length, &none, RU, NULL), STATUSRULES_OK);
    cr_expect_str_eq(text, "ошибки нет");
    unknown.code = 99;
    cr_assert_eq(statusrules_error_text(text, ROOM, &length, &unknown, EN, NULL), STATUSRULES_OK);
    cr_expect(strstr(text, "99") != NULL, "%s", text);
    cr_expect(text[0] != ':', "%s", text);
}

Test(error_text, going_back_before_the_first_day_is_not_told_as_going_beyond_the_last) {
    const statusrules_error back = of_sum(DAY(1, 1, 3), -5);
    int32_t length;
    cr_assert_eq(back.code, STATUSRULES_ERROR_RESULT);
    cr_assert_eq(statusrules_error_text(text, ROOM, &length, &back, EN, NULL), STATUSRULES_OK);
    cr_expect(strstr(text, "-5") != NULL && strstr(text, "-2") != NULL,
              "-2 is the most that can be taken away: %s", text);
    cr_expect(strstr(text, "after 31 December 9999") == NULL, "%s", text);
}

Test(error_text, its_own_arguments_are_checked) {
    statusrules_error failure = of_text("2021-02-30");
    statusrules_error error = {0};
    char buffer[8];
    int32_t length = -1;
    cr_assert_eq(statusrules_error_text(buffer, 8, &length, NULL, EN, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_error_text(NULL, 8, &length, &failure, EN, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    cr_assert_eq(statusrules_error_text(buffer, 8, NULL, &failure, EN, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_error_text(buffer, 8, &length, &failure, 0, &error), STATUSRULES_ERROR_VALUE);
    cr_assert(error.fact == STATUSRULES_ARGUMENT_LANGUAGE && error.value == 0);
    cr_assert_eq(length, -1);
}

/* --- What the text must not leave out ----------------------------------------------------------------------- */

static statusrules_facts permit_of(int32_t term, int32_t last_day) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.last_day = last_day;
    return facts;
}

static const char *told(const statusrules_facts *facts, const statusrules_options *options, int32_t language) {
    static char words[16384];
    int32_t length = 0;
    cr_assert_eq(statusrules_explain(words, sizeof words, &length, statusrules_law_statement(),
                                     STATUSRULES_QUESTION_EXTENSION, facts, options, language, NULL),
                 STATUSRULES_OK);
    return words;
}

#define TELLS(words, part) cr_assert_not_null(strstr(words, part), "no \"%s\" in:\n%s", part, words)

Test(explain, every_reading_that_decides_is_cited_also_where_the_days_are_equal) {
    statusrules_facts facts = permit_of(STATUSRULES_TERM_REFUGEE_CERTIFICATE, DAY(2021, 12, 31));
    const char *words = told(&facts, NULL, STATUSRULES_LANGUAGE_EN);
    TELLS(words, "S1.suspension");
    TELLS(words, "S1.fixed_day");
}

Test(explain, the_parameters_of_the_question_are_told_where_they_are_not_the_usual_ones) {
    statusrules_facts facts = permit_of(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 9, 30));
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    cr_assert_null(strstr(told(&facts, &options, STATUSRULES_LANGUAGE_EN), "Asked under"));
    options.reading = STATUSRULES_READING_SUSPENSION;
    options.known_on = DAY(2022, 1, 2);
    options.strict = STATUSRULES_YES;
    const char *words = told(&facts, &options, STATUSRULES_LANGUAGE_EN);
    TELLS(words,
          "Asked under: reading “suspension of the term”; as published by 2 January 2022; nothing is presumed.");
    words = told(&facts, &options, STATUSRULES_LANGUAGE_RU);
    TELLS(words, "Условия вопроса: прочтение «приостановление срока»; по опубликованному на 2 января 2022 г.; без "
                 "предположений.");
}

Test(explain, an_open_answer_tells_the_day_and_a_provision_that_can_decide) {
    statusrules_facts facts = permit_of(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31));
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.strict = STATUSRULES_YES;
    const char *words = told(&facts, &options, STATUSRULES_LANGUAGE_EN);
    TELLS(words, "Last day, if yes: 18 July 2022.");
    TELLS(words, "A provision that can decide: S1.");
    TELLS(words, "are considered valid through 18 July 2022");
}

Test(explain, valid_on_a_day_is_explained_as_such) {
    statusrules_facts facts = permit_of(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31));
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    options.valid_on = DAY(2022, 7, 19);
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_EN), "valid on 19 July 2022: no, the extension had ended.");
    options.valid_on = DAY(2022, 7, 18);
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_RU),
          "действует на 18 июля 2022 г.: да, продлено по 18 июля 2022 г. включительно.");
    options.valid_on = DAY(2021, 12, 30);
    const char *words = told(&facts, &options, STATUSRULES_LANGUAGE_EN);
    TELLS(words, "valid on 30 December 2021: yes, within its own term.");
    TELLS(words, "Its own last day: 31 December 2021.");
    TELLS(words, "day of issue (on or before the day asked about).");
    facts.issued_on = DAY(2021, 12, 31);
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_EN), "silent; it had not been issued by then.");
}

Test(explain, how_long_an_answer_stays_the_same_is_told) {
    statusrules_facts facts = permit_of(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31));
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    facts.issued_on = DAY(2017, 3, 1);
    options.valid_on = DAY(2022, 3, 1);
    TELLS(
        told(&facts, &options, STATUSRULES_LANGUAGE_EN),
        "The same since 1 January 2022; as long as no other fact changes, nothing changes before 19 July 2022.\n");
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_RU),
          "Ответ тот же с 1 января 2022 г.; если прочие сведения не изменятся, ничего не изменится раньше 19 июля "
          "2022 г.\n");
    options.valid_on = DAY(2022, 7, 19);
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_EN),
          "The same since 19 July 2022, and on every later day, as long as no other fact changes.\n");
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_RU),
          "Ответ тот же с 19 июля 2022 г. и в любой последующий день, если прочие сведения не изменятся.\n");
    options.valid_on = DAY(2017, 2, 28);
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_EN),
          "As long as no other fact changes, nothing changes before 1 March 2017.\n");
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_RU),
          "Если прочие сведения не изменятся, ничего не изменится раньше 1 марта 2017 г.\n");
    facts.last_day = STATUSRULES_NONE;
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_EN),
          "The same on every day, as long as no other fact changes.\n");
    TELLS(told(&facts, &options, STATUSRULES_LANGUAGE_RU),
          "Ответ тот же в любой день, если прочие сведения не изменятся.\n");
    options.valid_on = STATUSRULES_UNKNOWN;
    cr_assert(strstr(told(&facts, &options, STATUSRULES_LANGUAGE_EN), "the same") == NULL);
}

Test(explain, what_is_assumed_is_told_with_its_content) {
    statusrules_facts facts = permit_of(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, DAY(2021, 12, 31));
    TELLS(told(&facts, NULL, STATUSRULES_LANGUAGE_EN),
          "Assumed, because not given: where the person is (in Russia).");
}

static struct question presumed_only(void) {
    return of("marks", STATUSRULES_QUESTION_VACCINATION);
}

Test(explain, what_is_presumed_is_told_of_a_day_a_number_and_a_permit) {
    const char *words = explained(presumed_only(), EN);
    TELLS(words, "vaccination: yes, is vaccinated");
    TELLS(words, "age in completed years (any number)");
    TELLS(words, "(not from 1 March 2001 through 30 April 2001)");
    TELLS(words, "permit held (yes)");
    words = explained(presumed_only(), RU);
    TELLS(words, "(любое число)");
    TELLS(words, "(не с 1 марта 2001 г. по 30 апреля 2001 г.)");
    TELLS(words, "(да)");
}
