/*
 * Is the law in the library whole: every provision with its source, every condition and side within bounds, and
 * nothing beyond them? Of every law that is built in.
 */
#include <criterion/criterion.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include <statusrules/statusrules.h>

#define DAY STATUSRULES_DAY

enum { GUARD = 0x5A, ALL_READINGS = 14 };

static const int32_t far_away[] = {STATUSRULES_UNKNOWN, STATUSRULES_NOT_A_DAY, -1, 100000, STATUSRULES_NONE};

enum { N_FAR_AWAY = sizeof far_away / sizeof far_away[0] };

static statusrules_provision provision_of(const statusrules_law *law, int32_t number) {
    statusrules_provision provision;
    cr_assert_eq(statusrules_law_provision(&provision, law, number, NULL), STATUSRULES_OK, "provision %d", number);
    return provision;
}

static bool is_day(int32_t day) {
    return day >= STATUSRULES_FIRST_DAY && day <= STATUSRULES_LAST_DAY;
}

static bool is_text(const char *text) {
    return text != NULL && *text != 0;
}

/* Calls `check` for every provision of every law. */
static void every_provision(void (*check)(const statusrules_law *law, const statusrules_provision *provision)) {
    int32_t n = 0;
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
            statusrules_provision provision = provision_of(law, number);
            check(law, &provision);
            n++;
        }
    }
    cr_assert(n >= 13, "only %d provisions", n);
}

/* --- The laws --------------------------------------------------------------------------------------------------- */

Test(law, the_first_law_is_the_statement_and_every_law_has_its_own_name) {
    cr_assert(statusrules_law_count() >= 1);
    cr_assert_eq(statusrules_law_at(0), statusrules_law_statement());
    cr_assert_str_eq(statusrules_law_name(statusrules_law_statement()), "statement");
    for (int32_t a = 0; a < statusrules_law_count(); a++) {
        cr_assert(is_text(statusrules_law_name(statusrules_law_at(a))));
        for (int32_t b = 0; b < a; b++) {
            cr_assert_str_neq(statusrules_law_name(statusrules_law_at(a)),
                              statusrules_law_name(statusrules_law_at(b)));
        }
    }
}

Test(law, headers_and_library_are_of_one_version) {
    cr_assert_str_eq(statusrules_version(), STATUSRULES_VERSION);
}

Test(law, outside_the_count_there_is_no_law) {
    cr_assert_null(statusrules_law_at(-1));
    cr_assert_null(statusrules_law_at(statusrules_law_count()));
    for (int32_t i = 0; i < N_FAR_AWAY; i++) {
        cr_assert_null(statusrules_law_at(far_away[i]));
    }
}

Test(law, no_law_has_no_name_edition_digest_acts_or_provisions) {
    cr_assert_str_eq(statusrules_law_name(NULL), "");
    cr_assert_str_eq(statusrules_law_digest(NULL, 1), "");
    cr_assert_eq(statusrules_law_edition(NULL), 0);
    cr_assert_eq(statusrules_law_act_count(NULL), 0);
    cr_assert_eq(statusrules_law_provision_count(NULL), 0);
}

static void is_digest(const char *digest) {
    cr_assert_eq(strlen(digest), 64);
    for (int32_t i = 0; i < 64; i++) {
        cr_assert(isxdigit((unsigned char)digest[i]) && !isupper((unsigned char)digest[i]), "digit %d of %s", i,
                  digest);
    }
}

Test(law, every_edition_has_a_digest_of_64_hexadecimal_digits_and_no_two_laws_share_one) {
    for (int32_t a = 0; a < statusrules_law_count(); a++) {
        const statusrules_law *law = statusrules_law_at(a);
        cr_assert(statusrules_law_edition(law) >= 1);
        for (int32_t edition = 1; edition <= statusrules_law_edition(law); edition++) {
            is_digest(statusrules_law_digest(law, edition));
        }
        for (int32_t b = 0; b < a; b++) {
            cr_assert_str_neq(statusrules_law_digest(law, 1), statusrules_law_digest(statusrules_law_at(b), 1));
        }
    }
}

Test(law, an_edition_that_is_not_held_has_no_digest) {
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        cr_assert_str_eq(statusrules_law_digest(law, 0), "");
        cr_assert_str_eq(statusrules_law_digest(law, statusrules_law_edition(law) + 1), "");
        for (int32_t i = 0; i < N_FAR_AWAY; i++) {
            cr_assert_str_eq(statusrules_law_digest(law, far_away[i]), "");
        }
    }
}

/* --- Acts ------------------------------------------------------------------------------------------------------- */

Test(law, every_act_has_issuer_title_day_and_address) {
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        cr_assert(statusrules_law_act_count(law) >= 1);
        for (int32_t number = 1; number <= statusrules_law_act_count(law); number++) {
            statusrules_act act;
            cr_assert_eq(statusrules_law_act(&act, law, number, NULL), STATUSRULES_OK);
            cr_assert(is_text(act.key) && is_text(act.issuer_en) && is_text(act.issuer_ru) && is_text(act.title_en)
                          && is_text(act.title_ru) && act.number != NULL && is_day(act.date),
                      "law %d, act %d", l, number);
            cr_assert(act.reserved[0] == NULL && act.reserved[1] == NULL);
            cr_assert(strncmp(act.address, "https://", 8) == 0 || strncmp(act.address, "http://", 7) == 0,
                      "law %d, act %d: %s", l, number, act.address);
        }
    }
}

Test(law, the_statement_has_one_act_of_29_november_2021) {
    statusrules_act act;
    cr_assert_eq(statusrules_law_act_count(statusrules_law_statement()), 1);
    cr_assert_eq(statusrules_law_act(&act, statusrules_law_statement(), 1, NULL), STATUSRULES_OK);
    cr_assert_str_eq(act.key, "statement");
    cr_assert_str_eq(act.number, "");
    cr_assert_eq(act.date, DAY(2021, 11, 29));
}

/* --- Provisions ------------------------------------------------------------------------------------------------- */

static void has_its_source(const statusrules_law *law, const statusrules_provision *p) {
    statusrules_act act;
    cr_assert(is_text(p->id) && is_text(p->place_en) && is_text(p->place_ru) && is_text(p->passage_en)
                  && is_text(p->passage_ru),
              "provision %s", p->id);
    cr_assert(p->certainty == STATUSRULES_CERTAINTY_STATED || p->certainty == STATUSRULES_CERTAINTY_INFERRED);
    cr_assert_eq(statusrules_law_act(&act, law, p->act, NULL), STATUSRULES_OK, "provision %s: act %d", p->id,
                 p->act);
    cr_assert(is_text(act.address));
    cr_assert(p->quoted == 0 || p->quoted == 1);
    if (p->quoted) {
        cr_assert_str_eq(p->passage_en, p->passage_ru, "a quote is in the language of the source");
    }
}

Test(law, every_provision_has_act_place_passage_address_and_certainty) {
    every_provision(has_its_source);
}

static void has_its_words(const statusrules_law *law, const statusrules_provision *p) {
    (void)law;
    cr_assert(p->says_en != NULL && p->says_ru != NULL && p->remark_en != NULL && p->remark_ru != NULL);
    /* What only limits a row below may have nothing to say. */
    if (p->effect != STATUSRULES_EFFECT_SILENT) {
        cr_assert(is_text(p->says_en) && is_text(p->says_ru), "provision %s", p->id);
    }
    cr_assert_eq(is_text(p->remark_en), is_text(p->remark_ru), "provision %s", p->id);
    if (p->certainty == STATUSRULES_CERTAINTY_INFERRED) {
        cr_assert(is_text(p->remark_en), "provision %s is inferred and does not say why", p->id);
    }
}

Test(law, every_provision_says_what_it_does_in_both_languages_and_why_it_is_inferred) {
    every_provision(has_its_words);
}

static void has_an_effect(const statusrules_law *law, const statusrules_provision *p) {
    static const int32_t outcomes[] = {0,
                                       STATUSRULES_OUTCOME_YES,
                                       STATUSRULES_OUTCOME_YES,
                                       STATUSRULES_OUTCOME_YES,
                                       STATUSRULES_OUTCOME_YES,
                                       STATUSRULES_OUTCOME_NO,
                                       STATUSRULES_OUTCOME_DISCRETION,
                                       STATUSRULES_OUTCOME_SILENT,
                                       STATUSRULES_OUTCOME_CONFLICT,
                                       0};
    cr_assert(p->effect >= STATUSRULES_EFFECT_YES && p->effect <= STATUSRULES_EFFECT_NOTE);
    cr_assert_eq(p->outcome, outcomes[p->effect], "provision %s", p->id);
    cr_assert_eq(is_day(p->day), p->effect == STATUSRULES_EFFECT_THROUGH, "provision %s", p->id);
    cr_assert(p->effect != STATUSRULES_EFFECT_THROUGH || p->latest >= p->day, "provision %s", p->id);
    cr_assert_eq(p->days > 0, p->effect == STATUSRULES_EFFECT_PLUS, "provision %s", p->id);
    cr_assert_eq(p->n_sides >= 2, p->effect == STATUSRULES_EFFECT_CONFLICT, "provision %s", p->id);
    cr_assert(p->suspended == 0 || p->effect == STATUSRULES_EFFECT_THROUGH, "provision %s", p->id);
    cr_assert(p->day == STATUSRULES_NOT_A_DAY || is_day(p->day));
    cr_assert(p->readings != 0 && (p->readings & ~ALL_READINGS) == 0, "provision %s", p->id);
    cr_assert(p->question >= STATUSRULES_QUESTION_EXTENSION
              && p->question <= STATUSRULES_QUESTION_EDUCATION_ENTRY);
    cr_assert(
        is_day(p->known_from)
            && (p->known_until == STATUSRULES_NONE || (is_day(p->known_until) && p->known_until >= p->known_from)),
        "provision %s", p->id);
    cr_assert(p->edition_from >= 1 && p->edition_from <= statusrules_law_edition(law)
                  && (p->edition_until == STATUSRULES_NONE || p->edition_until >= p->edition_from),
              "provision %s", p->id);
}

Test(law, every_provision_has_one_effect_with_what_belongs_to_it) {
    every_provision(has_an_effect);
}

static void has_its_number_and_id(const statusrules_law *law, const statusrules_provision *p) {
    cr_assert_eq(provision_of(law, p->number).id, p->id);
    for (int32_t other = 1; other < p->number; other++) {
        cr_assert_str_neq(provision_of(law, other).id, p->id);
    }
}

Test(law, every_provision_has_its_own_number_and_id) {
    every_provision(has_its_number_and_id);
}

static void has_its_place_in_a_list(const statusrules_law *law, const statusrules_provision *p) {
    cr_assert(is_text(p->list_name) && p->list >= 1 && p->list_place >= 1, "provision %s", p->id);
    cr_assert(p->effect == STATUSRULES_EFFECT_NOTE ? p->stage == 0 : p->stage >= 1, "provision %s", p->id);
    cr_assert(p->reserved == 0 && p->more[0] == NULL && p->more[1] == NULL && p->more[2] == NULL);
    bool first = p->list_place == 1;
    for (int32_t number = 1; number <= statusrules_law_provision_count(law); number++) {
        statusrules_provision other = provision_of(law, number);
        if (number == p->number || other.question != p->question) {
            continue;
        }
        cr_assert_eq(other.list == p->list, strcmp(other.list_name, p->list_name) == 0, "provision %s", p->id);
        if (other.list == p->list) {
            cr_assert(other.stage == p->stage && other.list_place != p->list_place, "provision %s", p->id);
            first |= other.list_place == p->list_place - 1;
        }
    }
    cr_assert(first, "provision %s: no row stands at place %d", p->id, p->list_place - 1);
}

Test(law, every_provision_has_its_own_place_in_its_list_without_a_gap) {
    every_provision(has_its_place_in_a_list);
}

/* --- Conditions and sides --------------------------------------------------------------------------------------- */

/* First and last value that a condition on a fact can name. */
static statusrules_fact_info range_of(int32_t fact) {
    statusrules_fact_info info = {
        .kind = STATUSRULES_KIND_DAY, .first = STATUSRULES_FIRST_DAY, .last = STATUSRULES_LAST_DAY};
    if (fact == STATUSRULES_EXTENDED) {
        return (statusrules_fact_info){
            .kind = STATUSRULES_KIND_YES_NO, .first = STATUSRULES_NO, .last = STATUSRULES_YES};
    }
    if (fact == STATUSRULES_STATE) {
        fact = STATUSRULES_FACT_CITIZENSHIP;
    }
    if (fact != STATUSRULES_INCOMING_DAY) {
        cr_assert_eq(statusrules_fact(&info, fact, NULL), STATUSRULES_OK, "fact %d", fact);
    }
    return info;
}

static void check_condition(const statusrules_provision *p, const statusrules_condition *c) {
    const statusrules_fact_info info = range_of(c->fact);
    cr_assert(c->fact >= STATUSRULES_INCOMING_DAY || statusrules_question_asks(p->question, c->fact),
              "provision %s", p->id);
    cr_assert(c->reserved[0] == 0 && c->reserved[1] == 0 && c->reserved[2] == 0 && c->reserved[3] == 0);
    cr_assert(c->mark >= STATUSRULES_MARK_NONE && c->mark <= STATUSRULES_MARK_IF_KNOWN);
    cr_assert(c->form >= STATUSRULES_CONDITION_WINDOW && c->form <= STATUSRULES_CONDITION_NOT_IN);
    if (c->form == STATUSRULES_CONDITION_WINDOW) {
        cr_assert(info.kind == STATUSRULES_KIND_DAY || info.kind == STATUSRULES_KIND_NUMBER, "provision %s",
                  p->id);
        cr_assert(c->first >= info.first && c->first <= c->last && c->last <= info.last, "provision %s", p->id);
        cr_assert_eq(c->n_values, 0);
        return;
    }
    cr_assert(c->n_values >= 1 && c->values != NULL, "provision %s", p->id);
    for (int32_t i = 0; i < c->n_values; i++) {
        cr_assert((c->values[i] == STATUSRULES_NONE && info.none)
                      || (c->values[i] >= info.first && c->values[i] <= info.last),
                  "provision %s: value %d", p->id, c->values[i]);
        cr_assert(i == 0 || c->values[i - 1] < c->values[i], "provision %s: values are sorted, each once", p->id);
    }
}

static void has_its_conditions(const statusrules_law *law, const statusrules_provision *p) {
    statusrules_condition condition;
    for (int32_t i = 0; i < p->n_conditions; i++) {
        cr_assert_eq(statusrules_law_condition(&condition, law, p->number, i, NULL), STATUSRULES_OK);
        check_condition(p, &condition);
    }
}

Test(law, every_condition_asks_a_fact_of_its_question_within_its_range) {
    every_provision(has_its_conditions);
}

static void has_its_sides(const statusrules_law *law, const statusrules_provision *p) {
    statusrules_side side;
    for (int32_t i = 0; i < p->n_sides; i++) {
        cr_assert_eq(statusrules_law_side(&side, law, p->number, i, NULL), STATUSRULES_OK);
        cr_assert(is_text(side.source_en) && is_text(side.source_ru), "provision %s, side %d", p->id, i);
        cr_assert(side.outcome == STATUSRULES_OUTCOME_YES || side.outcome == STATUSRULES_OUTCOME_NO
                  || side.outcome == STATUSRULES_OUTCOME_DISCRETION || side.outcome == STATUSRULES_OUTCOME_SILENT);
        cr_assert(side.day == STATUSRULES_NOT_A_DAY || side.outcome == STATUSRULES_OUTCOME_YES);
        cr_assert(side.reserved[0] == 0 && side.reserved[1] == 0);
    }
}

Test(law, every_side_has_an_outcome_and_says_who_says_so) {
    every_provision(has_its_sides);
}

/* --- What is refused -------------------------------------------------------------------------------------------- */

struct expected {
    int32_t code;
    int32_t fact;
    int32_t value;
    int32_t first;
    int32_t last;
};

static void is_error(int32_t code, const statusrules_error *error, struct expected expected) {
    cr_assert(code == expected.code && error->code == expected.code && error->fact == expected.fact
                  && error->value == expected.value && error->first == expected.first
                  && error->last == expected.last && error->offset == 0 && error->reserved == 0,
              "error %d: code %d, fact %d, value %d, first %d, last %d", code, error->code, error->fact,
              error->value, error->first, error->last);
}

static bool is_untouched(const void *result, size_t size) {
    const unsigned char *bytes = result;
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != GUARD) {
            return false;
        }
    }
    return true;
}

Test(law, a_number_or_index_out_of_range_is_refused_with_the_range) {
    for (int32_t l = 0; l < statusrules_law_count(); l++) {
        const statusrules_law *law = statusrules_law_at(l);
        const int32_t acts = statusrules_law_act_count(law);
        const int32_t provisions = statusrules_law_provision_count(law);
        const int32_t near_numbers[] = {0, acts + 1, provisions + 1};
        for (int32_t i = 0; i < N_FAR_AWAY + 3; i++) {
            const int32_t number = i < N_FAR_AWAY ? far_away[i] : near_numbers[i - N_FAR_AWAY];
            statusrules_error error = {0};
            statusrules_act act;
            statusrules_provision provision;
            statusrules_condition condition;
            statusrules_side side;
            memset(&act, GUARD, sizeof act);
            memset(&provision, GUARD, sizeof provision);
            memset(&condition, GUARD, sizeof condition);
            memset(&side, GUARD, sizeof side);
            struct expected of_acts = {STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, number, 1, acts};
            struct expected of_rows = {STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, number, 1,
                                       provisions};
            if (number < 1 || number > acts) {
                is_error(statusrules_law_act(&act, law, number, &error), &error, of_acts);
            }
            if (number < 1 || number > provisions) {
                is_error(statusrules_law_provision(&provision, law, number, &error), &error, of_rows);
                is_error(statusrules_law_condition(&condition, law, number, 0, &error), &error, of_rows);
                is_error(statusrules_law_side(&side, law, number, 0, &error), &error, of_rows);
                cr_assert(is_untouched(&provision, sizeof provision) && is_untouched(&condition, sizeof condition)
                          && is_untouched(&side, sizeof side));
                cr_assert_eq(statusrules_law_provision(&provision, law, number, NULL), STATUSRULES_ERROR_RANGE);
            }
            cr_assert((number >= 1 && number <= acts) || is_untouched(&act, sizeof act));
        }
    }
}

static void refuses_other_indexes(const statusrules_law *law, const statusrules_provision *p) {
    for (int32_t i = -1; i < N_FAR_AWAY; i++) {
        statusrules_error error = {0};
        statusrules_condition condition;
        statusrules_side side;
        const int32_t past_conditions = i < 0 ? p->n_conditions : far_away[i];
        const int32_t past_sides = i < 0 ? p->n_sides : far_away[i];
        memset(&condition, GUARD, sizeof condition);
        memset(&side, GUARD, sizeof side);
        is_error(statusrules_law_condition(&condition, law, p->number, past_conditions, &error), &error,
                 (struct expected){STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, past_conditions, 0,
                                   p->n_conditions - 1});
        is_error(statusrules_law_side(&side, law, p->number, past_sides, &error), &error,
                 (struct expected){STATUSRULES_ERROR_RANGE, STATUSRULES_ARGUMENT_NUMBER, past_sides, 0,
                                   p->n_sides - 1});
        cr_assert(is_untouched(&condition, sizeof condition) && is_untouched(&side, sizeof side));
    }
}

Test(law, beyond_its_conditions_and_sides_a_provision_has_none) {
    every_provision(refuses_other_indexes);
}

Test(law, a_null_result_or_law_is_refused_by_name) {
    const statusrules_law *law = statusrules_law_statement();
    const struct expected no_result = {STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_RESULT, 0, 0, 0};
    const struct expected no_law = {STATUSRULES_ERROR_NULL, STATUSRULES_ARGUMENT_LAW, 0, 0, 0};
    statusrules_error error = {0};
    statusrules_act act;
    statusrules_provision provision;
    statusrules_condition condition;
    statusrules_side side;
    is_error(statusrules_law_act(NULL, law, 1, &error), &error, no_result);
    is_error(statusrules_law_provision(NULL, law, 1, &error), &error, no_result);
    is_error(statusrules_law_condition(NULL, law, 1, 0, &error), &error, no_result);
    is_error(statusrules_law_side(NULL, law, 1, 0, &error), &error, no_result);
    is_error(statusrules_law_act(&act, NULL, 1, &error), &error, no_law);
    is_error(statusrules_law_provision(&provision, NULL, 1, &error), &error, no_law);
    is_error(statusrules_law_condition(&condition, NULL, 1, 0, &error), &error, no_law);
    is_error(statusrules_law_side(&side, NULL, 1, 0, &error), &error, no_law);
}

Test(law, an_error_is_untouched_on_success) {
    const statusrules_law *law = statusrules_law_statement();
    statusrules_error error;
    statusrules_act act;
    statusrules_provision provision;
    statusrules_condition condition;
    memset(&error, GUARD, sizeof error);
    cr_assert_eq(statusrules_law_act(&act, law, 1, &error), STATUSRULES_OK);
    cr_assert_eq(statusrules_law_provision(&provision, law, 1, &error), STATUSRULES_OK);
    cr_assert_eq(statusrules_law_condition(&condition, law, 1, 0, &error), STATUSRULES_OK);
    cr_assert(is_untouched(&error, sizeof error));
}

/* --- The statement ---------------------------------------------------------------------------------------------- */

static const struct {
    const char *id;
    int32_t question;
    int32_t effect;
    bool quoted;
    bool inferred;
    int32_t readings;
    const char *place;
} statement[] = {
    {"S1", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_THROUGH, true, false, ALL_READINGS,
     "paragraph 17, sentence 1"},
    {"S1.temporary_residence", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_THROUGH, true, true,
     ALL_READINGS, "paragraph 17, sentence 1"},
    {"S1.registration", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_THROUGH, true, true, ALL_READINGS,
     "paragraph 17, sentence 1"},
    {"S1.suspension", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_PLUS, false, true,
     1 << STATUSRULES_READING_SUSPENSION, "paragraph 17, sentences 1 and 2"},
    {"S1.fixed_day", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_THROUGH, false, true,
     1 << STATUSRULES_READING_FIXED_DAY, "paragraph 17, sentence 1"},
    {"S2", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_PLUS, true, false, ALL_READINGS,
     "paragraph 17, sentence 2"},
    {"S2.registration", STATUSRULES_QUESTION_EXTENSION, STATUSRULES_EFFECT_PLUS, true, true, ALL_READINGS,
     "paragraph 17, sentence 2"},
    {"S3", STATUSRULES_QUESTION_VACCINATION, STATUSRULES_EFFECT_YES, true, false, ALL_READINGS,
     "paragraph 14, sentence 2"},
    {"S4", STATUSRULES_QUESTION_FREE_VACCINATION, STATUSRULES_EFFECT_YES, true, false, ALL_READINGS,
     "paragraph 14, sentence 3"},
    {"S5.regularisation", STATUSRULES_QUESTION_REGULARISATION, STATUSRULES_EFFECT_YES, true, false, ALL_READINGS,
     "paragraph 16, sentence 1"},
    {"S5.work", STATUSRULES_QUESTION_WORK, STATUSRULES_EFFECT_YES, true, false, ALL_READINGS,
     "paragraph 16, sentence 1"},
    {"S6", STATUSRULES_QUESTION_MORATORIUM, STATUSRULES_EFFECT_NOTE, true, false, ALL_READINGS,
     "paragraph 16, sentence 2"},
    {"S7", STATUSRULES_QUESTION_EDUCATION_ENTRY, STATUSRULES_EFFECT_YES, true, false, ALL_READINGS,
     "paragraph 18, sentence 2"},
};

enum { N_STATEMENT = sizeof statement / sizeof statement[0] };

Test(statement, its_provisions_keep_their_numbers_ids_questions_and_effects) {
    const statusrules_law *law = statusrules_law_statement();
    cr_assert(statusrules_law_provision_count(law) >= N_STATEMENT, "provisions are added, never taken away");
    for (int32_t i = 0; i < N_STATEMENT; i++) {
        statusrules_provision p = provision_of(law, i + 1);
        cr_assert_str_eq(p.id, statement[i].id);
        cr_assert_eq(p.number, i + 1);
        cr_assert_eq(p.question, statement[i].question, "%s", p.id);
        cr_assert(p.list == 1 && p.stage == (p.effect != STATUSRULES_EFFECT_NOTE), "%s", p.id);
        cr_assert_eq(p.list_place, p.question == STATUSRULES_QUESTION_EXTENSION ? p.number : 1, "%s", p.id);
        cr_assert_eq(p.effect, statement[i].effect, "%s", p.id);
        cr_assert_eq(p.quoted, statement[i].quoted, "%s", p.id);
        cr_assert_eq(p.certainty == STATUSRULES_CERTAINTY_INFERRED, statement[i].inferred, "%s", p.id);
        cr_assert_eq(p.readings, statement[i].readings, "%s", p.id);
        cr_assert_str_eq(p.place_en, statement[i].place);
        cr_assert_eq(p.known_from, DAY(2021, 11, 29), "%s", p.id);
        cr_assert_eq(p.known_until, STATUSRULES_NONE, "%s", p.id);
        cr_assert_eq(p.edition_from, 1, "%s", p.id);
        cr_assert_eq(p.edition_until, STATUSRULES_NONE, "%s", p.id);
        cr_assert(p.effect != STATUSRULES_EFFECT_PLUS || p.days == 199, "%s", p.id);
        cr_assert(p.effect != STATUSRULES_EFFECT_THROUGH || (p.day == DAY(2022, 7, 18) && p.latest == p.day), "%s",
                  p.id);
    }
}

Test(statement, its_quotations_are_its_own_words) {
    const struct {
        const char *id;
        const char *words;
    } quotes[] = {
        {"S1",
         "Residence permits and residency registrations of foreign citizens staying in Russia expiring on 31 "
         "December 2021 are considered valid through 18 July 2022."},
        {"S2",
         "The terms of temporary and permanent residence of foreigners, residency registrations, as well as "
         "refugee certificates and temporary asylum certificates expiring after 31 December 2021 are renewed "
         "starting from 1 January 2022 and considered extended for 199 days from the expiration date."},
        {"S3", "Vaccines are available to all foreign citizens in Russia."},
        {"S4",
         "Foreigners residing temporarily or permanently in Russia, as well as persons with the refugee status "
         "can get this medical service free of charge."},
        {"S5.work",
         "The Russian Federation has undertaken extensive work to make it possible for the foreign citizens "
         "that did not return to their countries before the border closure to settle their legal status in "
         "Russia and work legally."},
        {"S6", "Administrative penalties for violating Russian migration laws have been significantly softened."},
        {"S7", "Foreign citizens can enter Russia for educational purposes from any foreign State, regardless of "
               "whether the air travel has been resumed."},
    };
    for (size_t q = 0; q < sizeof quotes / sizeof quotes[0]; q++) {
        bool met = false;
        for (int32_t i = 0; i < N_STATEMENT; i++) {
            statusrules_provision p = provision_of(statusrules_law_statement(), i + 1);
            if (strcmp(p.id, quotes[q].id) == 0) {
                cr_assert_str_eq(p.passage_en, quotes[q].words);
                met = true;
            }
        }
        cr_assert(met, "no provision %s", quotes[q].id);
    }
}

Test(statement, its_first_provision_asks_term_last_day_and_place) {
    statusrules_condition c;
    const statusrules_law *law = statusrules_law_statement();
    cr_assert_eq(provision_of(law, 1).n_conditions, 3);
    cr_assert_eq(statusrules_law_condition(&c, law, 1, 0, NULL), STATUSRULES_OK);
    cr_assert(c.fact == STATUSRULES_FACT_TERM && c.form == STATUSRULES_CONDITION_IN
              && c.mark == STATUSRULES_MARK_NONE && c.n_values == 1
              && c.values[0] == STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT);
    cr_assert_eq(statusrules_law_condition(&c, law, 1, 1, NULL), STATUSRULES_OK);
    cr_assert(c.fact == STATUSRULES_FACT_LAST_DAY && c.form == STATUSRULES_CONDITION_WINDOW
              && c.first == DAY(2021, 12, 31) && c.last == DAY(2021, 12, 31));
    cr_assert_eq(statusrules_law_condition(&c, law, 1, 2, NULL), STATUSRULES_OK);
    cr_assert(c.fact == STATUSRULES_FACT_LOCATION && c.mark == STATUSRULES_MARK_UNLESS_KNOWN && c.n_values == 1
              && c.values[0] == STATUSRULES_LOCATION_IN_RUSSIA);
    /* An open end is the last value of the fact. */
    cr_assert_eq(statusrules_law_condition(&c, law, 6, 1, NULL), STATUSRULES_OK);
    cr_assert(c.first == DAY(2022, 1, 1) && c.last == STATUSRULES_LAST_DAY);
}
