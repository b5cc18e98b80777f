/*
 * Do the numbers of the headers and the names of names.toml agree, does every name lead back to its number, and is
 * a near miss answered with the one name that is near?
 */
#include <criterion/criterion.h>
#include <statusrules/ask.h>
#include <statusrules/columns.h>
#include <statusrules/names.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UNTOUCHED = 77, COUNTRIES = 249 + 4 };

typedef struct constant {
    int32_t names;
    int32_t code;
    /* The end of the constant's name, which is the name in capitals. */
    const char *capitals;
} constant;

#define FACT_VALUE(fact, value) {STATUSRULES_FACT_##fact, STATUSRULES_##fact##_##value, #value}
#define LISTED(list, value) {STATUSRULES_NAMES_##list, STATUSRULES_##list##_##value, #value}

static const constant constants[] = {
    FACT_VALUE(TERM, TEMPORARY_STAY),
    FACT_VALUE(TERM, VISA),
    FACT_VALUE(TERM, MIGRATION_CARD),
    FACT_VALUE(TERM, STAY_REGISTRATION),
    FACT_VALUE(TERM, RESIDENCE_REGISTRATION),
    FACT_VALUE(TERM, TEMPORARY_RESIDENCE_PERMIT),
    FACT_VALUE(TERM, PERMANENT_RESIDENCE_PERMIT),
    FACT_VALUE(TERM, REFUGEE_CERTIFICATE),
    FACT_VALUE(TERM, REFUGEE_PETITION_CERTIFICATE),
    FACT_VALUE(TERM, TEMPORARY_ASYLUM_CERTIFICATE),
    FACT_VALUE(TERM, STATE_PROGRAMME_CERTIFICATE),
    FACT_VALUE(TERM, WORK_PERMIT),
    FACT_VALUE(TERM, PATENT),
    FACT_VALUE(TERM, HIRING_PERMIT),
    FACT_VALUE(TERM, DEPARTURE_PERIOD),
    FACT_VALUE(TERM, ABSENCE_LIMIT),
    FACT_VALUE(LOCATION, IN_RUSSIA),
    FACT_VALUE(LOCATION, ABROAD),
    FACT_VALUE(LEGAL_STATUS, TEMPORARY_STAY),
    FACT_VALUE(LEGAL_STATUS, TEMPORARY_RESIDENCE),
    FACT_VALUE(LEGAL_STATUS, PERMANENT_RESIDENCE),
    FACT_VALUE(LEGAL_STATUS, REFUGEE),
    FACT_VALUE(LEGAL_STATUS, REFUGEE_PETITIONER),
    FACT_VALUE(LEGAL_STATUS, TEMPORARY_ASYLUM),
    FACT_VALUE(LEGAL_STATUS, ASYLUM_PETITIONER),
    FACT_VALUE(REGION, MOSCOW),
    FACT_VALUE(REGION, OTHER),
    FACT_VALUE(WORK_ACT, HIRE),
    FACT_VALUE(WORK_ACT, APPLY_PATENT),
    FACT_VALUE(WORK_ACT, APPLY_WORK_PERMIT),
    FACT_VALUE(WORK_ACT, EAEU_CONTRACT),
    FACT_VALUE(REGIME, VISA),
    FACT_VALUE(REGIME, VISA_FREE),
    FACT_VALUE(REGIME, EAEU),
    FACT_VALUE(DECISION_KIND, EXPULSION_FORCED),
    FACT_VALUE(DECISION_KIND, EXPULSION_INDEPENDENT),
    FACT_VALUE(DECISION_KIND, DEPORTATION),
    FACT_VALUE(DECISION_KIND, READMISSION),
    FACT_VALUE(DECISION_KIND, UNDESIRABILITY),
    FACT_VALUE(DECISION_KIND, ENTRY_BAN),
    FACT_VALUE(DECISION_KIND, STAY_REDUCTION),
    FACT_VALUE(DECISION_KIND, STATUS_LOSS),
    FACT_VALUE(DECISION_KIND, ANNULMENT),
    FACT_VALUE(EXCEPTION, NONE),
    FACT_VALUE(EXCEPTION, RELEASED_FROM_PRISON),
    FACT_VALUE(EXCEPTION, STATE_BORDER_VIOLATION),
    FACT_VALUE(EXCEPTION, SECURITY_THREAT),
    FACT_VALUE(EXCEPTION, PUBLIC_ORDER),
    FACT_VALUE(EXCEPTION, UNSANCTIONED_RALLY),
    FACT_VALUE(ROLE, STUDENT),
    FACT_VALUE(ROLE, PARENT_FIRST),
    FACT_VALUE(ROLE, PARENT_SECOND),
    FACT_VALUE(LEVEL, HIGHER),
    FACT_VALUE(LEVEL, VOCATIONAL),
    FACT_VALUE(LEVEL, PREPARATORY),
    FACT_VALUE(LEVEL, GENERAL),
    FACT_VALUE(LEVEL, OTHER),
    FACT_VALUE(ROUTE, AIR),
    FACT_VALUE(ROUTE, LAND),
    FACT_VALUE(ROUTE, RAIL),
    FACT_VALUE(ROUTE, SEA),
    FACT_VALUE(ROUTE, RIVER),
    {STATUSRULES_FACT_DIRECT, STATUSRULES_NO, "NO"},
    {STATUSRULES_FACT_DIRECT, STATUSRULES_YES, "YES"},
    LISTED(QUESTION, EXTENSION),
    LISTED(QUESTION, VACCINATION),
    LISTED(QUESTION, FREE_VACCINATION),
    LISTED(QUESTION, REGULARISATION),
    LISTED(QUESTION, WORK),
    LISTED(QUESTION, MORATORIUM),
    LISTED(QUESTION, EDUCATION_ENTRY),
    LISTED(OUTCOME, YES),
    LISTED(OUTCOME, NO),
    LISTED(OUTCOME, UNDETERMINED),
    LISTED(OUTCOME, DISCRETION),
    LISTED(OUTCOME, SILENT),
    LISTED(OUTCOME, CONFLICT),
    LISTED(READING, LITERAL),
    LISTED(READING, SUSPENSION),
    LISTED(READING, FIXED_DAY),
    LISTED(CERTAINTY, STATED),
    LISTED(CERTAINTY, INFERRED),
    {STATUSRULES_NAMES_ERROR, STATUSRULES_OK, "OK"},
    LISTED(ERROR, NULL),
    LISTED(ERROR, SIZE),
    LISTED(ERROR, VALUE),
    LISTED(ERROR, RANGE),
    LISTED(ERROR, NOT_A_DAY),
    LISTED(ERROR, ORDER),
    LISTED(ERROR, RESULT),
    LISTED(ERROR, TRUNCATED),
    LISTED(ERROR, SYNTAX),
    LISTED(ERROR, NO_SUCH_DAY),
    LISTED(ERROR, NAME),
    LISTED(ERROR, EDITION),
    LISTED(ERROR, OVERLAP),
    LISTED(ERROR, ALIGNMENT),
    LISTED(ERROR, DISAGREES),
    LISTED(ERROR, RECEIPT),
    LISTED(ERROR, CHECK_SYMBOL),
    LISTED(ARGUMENT, READING),
    LISTED(ARGUMENT, KNOWN_ON),
    LISTED(ARGUMENT, EDITION),
    LISTED(ARGUMENT, STRICT),
    LISTED(ARGUMENT, DAY),
    LISTED(ARGUMENT, QUESTION),
    LISTED(ARGUMENT, LAW),
    LISTED(ARGUMENT, FACTS),
    LISTED(ARGUMENT, OPTIONS),
    LISTED(ARGUMENT, RESULT),
    LISTED(ARGUMENT, TEXT),
    LISTED(ARGUMENT, NAMES),
    LISTED(ARGUMENT, LANGUAGE),
    LISTED(ARGUMENT, NUMBER),
    LISTED(ARGUMENT, RECEIPT),
    LISTED(ARGUMENT, BRIEF),
    LISTED(ARGUMENT, FACT),
    LISTED(ARGUMENT, COLUMNS),
    LISTED(ARGUMENT, DIALECT),
    LISTED(ARGUMENT, SAYS),
    LISTED(RESULT, OUTCOME),
    LISTED(RESULT, DAY),
    LISTED(RESULT, PROVISION),
    LISTED(RESULT, NOTE),
    LISTED(RESULT, POSSIBLE),
    LISTED(RESULT, EARLIEST),
    LISTED(RESULT, LATEST),
    LISTED(RESULT, MISSING),
    LISTED(RESULT, ASSUMED),
    LISTED(RESULT, READINGS),
    LISTED(RESULT, ERROR),
    LISTED(RESULT, SAME_FROM),
    LISTED(RESULT, SAME_UNTIL),
    LISTED(RESULT, RECEIPT),
    LISTED(RESULT, ASK_NEXT),
    LISTED(VERIFIED, EQUAL),
    LISTED(VERIFIED, FACTS_DIFFER),
    LISTED(VERIFIED, EDITION_UNKNOWN),
    LISTED(VERIFIED, LAW_UNKNOWN),
    LISTED(VERIFIED, LAW_DIFFERS),
    LISTED(VERIFIED, ANSWER_DIFFERS),
};

#define N_CONSTANTS (sizeof constants / sizeof *constants)

typedef struct fact {
    int32_t code;
    size_t place;
    const char *name;
    const char *capitals;
    statusrules_fact_info info;
} fact;

#define DAY {STATUSRULES_KIND_DAY, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, 0, {0}}
#define DAY_OR_NONE {STATUSRULES_KIND_DAY, STATUSRULES_FIRST_DAY, STATUSRULES_LAST_DAY, 1, {0}}
#define NUMBER(last) {STATUSRULES_KIND_NUMBER, 0, last, 0, {0}}
#define NUMBER_OR_NONE(last) {STATUSRULES_KIND_NUMBER, 0, last, 1, {0}}
#define NAME(last) {STATUSRULES_KIND_NAME, 1, last, 0, {0}}
#define YES_NO {STATUSRULES_KIND_YES_NO, 0, 1, 0, {0}}
/* From Andorra to Zimbabwe. */
#define COUNTRY {STATUSRULES_KIND_COUNTRY, 4, 673, 0, {0}}
#define COUNTRY_OR_NONE {STATUSRULES_KIND_COUNTRY, 4, 673, 1, {0}}
#define FACT(CAPITALS, member, ...)                                                                               \
    {STATUSRULES_FACT_##CAPITALS, offsetof(statusrules_facts, member), #member, #CAPITALS, __VA_ARGS__}

static const fact facts[] = {
    FACT(TERM, term, NAME(16)),
    FACT(LAST_DAY, last_day, DAY_OR_NONE),
    FACT(LOCATION, location, NAME(2)),
    FACT(ISSUED_ON, issued_on, DAY),
    FACT(CITIZENSHIP, citizenship, COUNTRY_OR_NONE),
    FACT(RESIDENCE_STATE, residence_state, COUNTRY_OR_NONE),
    FACT(SETTLED_ON, settled_on, DAY_OR_NONE),
    FACT(IDENTIFIED, identified, YES_NO),
    FACT(LEGAL_STATUS, legal_status, NAME(7)),
    FACT(HIGHLY_QUALIFIED, highly_qualified, YES_NO),
    FACT(STATE_PROGRAMME, state_programme, YES_NO),
    FACT(ON_DAY, on_day, DAY),
    FACT(AGE, age, NUMBER(150)),
    FACT(REGION, region, NAME(2)),
    FACT(HOLDS_PERMIT, holds_permit, YES_NO),
    FACT(INSURED, insured, YES_NO),
    FACT(HQS_FAMILY, hqs_family, YES_NO),
    FACT(EAEU_WORKER, eaeu_worker, YES_NO),
    FACT(EAEU_FAMILY, eaeu_family, YES_NO),
    FACT(COULD_NOT_RETURN, could_not_return, YES_NO),
    FACT(ARRIVED_ON, arrived_on, DAY),
    FACT(LAWFUL_THROUGH, lawful_through, DAY_OR_NONE),
    FACT(LEFT_RUSSIA, left_russia, YES_NO),
    FACT(WORK_ACT, work_act, NAME(4)),
    FACT(REGIME, regime, NAME(3)),
    FACT(EMPLOYER_HIRING_PERMIT, employer_hiring_permit, YES_NO),
    FACT(PURPOSE_WORK, purpose_work, YES_NO),
    FACT(SANITARY_KEPT, sanitary_kept, YES_NO),
    FACT(DECISION_KIND, decision_kind, NAME(9)),
    FACT(EXCEPTION, exception, NAME(6)),
    FACT(ROLE, role, NAME(3)),
    FACT(LEVEL, level, NAME(5)),
    FACT(ROUTE, route, NAME(5)),
    FACT(BORDER, border, COUNTRY),
    FACT(DIRECT, direct, YES_NO),
    FACT(LISTED, listed, YES_NO),
    FACT(VISA_DAYS_LEFT, visa_days_left, NUMBER_OR_NONE(36600)),
    FACT(NOTICE_DAYS, notice_days, NUMBER(36600)),
    FACT(PCR_HOURS, pcr_hours, NUMBER_OR_NONE(87600)),
    FACT(OTHER_GROUND, other_ground, YES_NO),
    FACT(NOTIFIED_ON, notified_on, DAY),
    FACT(VISA_LAST_DAY, visa_last_day, DAY_OR_NONE),
};

#define N_FACTS ((int32_t)(sizeof facts / sizeof *facts))

/* By question: the facts of the table "Facts and values", each between spaces. */
static const char *const question_facts[] = {
    "",
    " term last_day location issued_on citizenship residence_state settled_on identified legal_status"
    " highly_qualified state_programme ",
    " on_day location age legal_status region holds_permit ",
    " on_day legal_status insured region highly_qualified hqs_family eaeu_worker eaeu_family ",
    " on_day could_not_return arrived_on lawful_through left_russia citizenship residence_state ",
    " on_day could_not_return work_act regime holds_permit employer_hiring_permit purpose_work sanitary_kept"
    " citizenship identified ",
    " on_day decision_kind exception ",
    " on_day role level citizenship residence_state route border direct listed regime visa_days_left notice_days"
    " pcr_hours other_ground notified_on visa_last_day ",
};

static statusrules_error untouched(void) {
    return (statusrules_error){UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED,
                               UNTOUCHED, UNTOUCHED, UNTOUCHED, UNTOUCHED};
}

static int same(statusrules_error a, statusrules_error b) {
    return memcmp(&a, &b, sizeof a) == 0;
}

/* Latin and Russian letters, by code point; nothing else has a case here. */
static int changed_case(int c, int upper) {
    if (upper) {
        return (c >= 'a' && c <= 'z') || (c >= 0x430 && c <= 0x44F) ? c - 32 : c == 0x451 ? 0x401 : c;
    }
    return (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42F) ? c + 32 : c == 0x401 ? 0x451 : c;
}

/* The character that a text begins with, and how many bytes it has. */
static int character_at(const char *text, int *width) {
    const unsigned char *p = (const unsigned char *)text;
    int more = *p < 0x80 ? 0 : *p < 0xE0 ? 1 : *p < 0xF0 ? 2 : 3;
    int c = more ? *p & (0x3F >> more) : *p;
    for (int i = 1; i <= more; i++) {
        c = c * 64 + (p[i] & 0x3F);
    }
    *width = 1 + more;
    return c;
}

static void copy_in_case(char *to, const char *text, int upper) {
    int width;
    for (; *text; text += width) {
        int c = character_at(text, &width);
        int changed = changed_case(c, upper);
        if (changed == c) {
            memcpy(to, text, (size_t)width);
            to += width;
        } else if (changed < 0x80) {
            *to++ = (char)changed;
        } else {
            *to++ = (char)(0xC0 | changed >> 6);
            *to++ = (char)(0x80 | (changed & 0x3F));
        }
    }
    *to = '\0';
}

static int32_t code_of(int32_t names, const char *text) {
    int32_t code = STATUSRULES_UNKNOWN;
    statusrules_code(&code, names, text, (int32_t)strlen(text), NULL);
    return code;
}

/* The near miss of a text that names nothing. */
static int32_t nearest_to_bytes(int32_t names, const char *text, int32_t length) {
    int32_t code = UNTOUCHED;
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_code(&code, names, text, length, &error), STATUSRULES_ERROR_NAME, "%s", text);
    cr_assert_eq(code, UNTOUCHED);
    cr_assert(error.code == STATUSRULES_ERROR_NAME && error.fact == names && error.value == 0 && error.first == 0
              && error.last == 0 && error.offset == 0 && error.reserved == 0);
    return error.nearest;
}

static int32_t nearest_to(int32_t names, const char *text) {
    return nearest_to_bytes(names, text, (int32_t)strlen(text));
}

/* ---- An oracle for near misses: the whole table of distances, over decoded UTF-8 ---- */

enum { LONGEST = 200 };

static int decode(int *to, const char *text) {
    int n = 0;
    int width;
    for (; *text; text += width) {
        to[n++] = changed_case(character_at(text, &width), 0);
    }
    return n;
}

/* At most two edits matter, and texts of more different lengths are farther apart. */
static int distance(const char *one, const char *other) {
    static int table[LONGEST][LONGEST];
    int a[LONGEST];
    int b[LONGEST];
    int n = decode(a, one);
    int m = decode(b, other);
    if (n - m > 2 || m - n > 2) {
        return LONGEST;
    }
    for (int i = 0; i <= n; i++) {
        for (int j = 0; j <= m; j++) {
            int best = i == 0 ? j : j == 0 ? i : table[i - 1][j - 1] + (a[i - 1] != b[j - 1]);
            if (i > 0 && table[i - 1][j] + 1 < best) {
                best = table[i - 1][j] + 1;
            }
            if (j > 0 && table[i][j - 1] + 1 < best) {
                best = table[i][j - 1] + 1;
            }
            table[i][j] = best;
        }
    }
    return table[n][m];
}

static int32_t expected_nearest(int32_t names, const char *text) {
    int ignored[LONGEST];
    int length = decode(ignored, text);
    int best = LONGEST;
    int32_t nearest = STATUSRULES_UNKNOWN;
    for (int32_t i = 0; i < statusrules_count(names); i++) {
        int32_t code = statusrules_code_at(names, i);
        int closest = LONGEST;
        for (int32_t language = 0; language < 3; language++) {
            int d = distance(text, statusrules_name(names, code, language));
            closest = d < closest ? d : closest;
        }
        if (closest < best) {
            best = closest;
            nearest = code;
        } else if (closest == best) {
            nearest = STATUSRULES_UNKNOWN;
        }
    }
    return best <= 2 && best < length ? nearest : STATUSRULES_UNKNOWN;
}

static long compared;

/* Whether the library agrees with the oracle about a text, which may happen to be a name. */
static int agrees(int32_t names, const char *text) {
    int32_t code;
    statusrules_error error;
    compared++;
    if (statusrules_code(&code, names, text, (int32_t)strlen(text), &error) == STATUSRULES_OK) {
        return 1;
    }
    if (error.nearest == expected_nearest(names, text)) {
        return 1;
    }
    fprintf(stderr, "list %d: \"%s\" gives %d\n", (int)names, text, (int)error.nearest);
    return 0;
}

/* Texts that deleting, doubling, replacing and inserting at each character make of a label. */
static int near_misses_agree(int32_t names, const char *label) {
    static const struct {
        int keep;
        const char *insert;
        int skip;
    } slips[] = {{0, "", 1}, {1, "", 0}, {0, "#", 1}, {0, "##", 1}, {0, "##", 0}, {0, "###", 0}};
    size_t length = strlen(label);
    for (size_t place = 0; place < length; place++) {
        int width = (label[place] & 0x80) ? (label[place] & 0x20) ? 3 : 2 : 1;
        if ((label[place] & 0xC0) == 0x80) {
            continue;
        }
        for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
            char text[3 * LONGEST];
            snprintf(text, sizeof text, "%.*s%s%s", (int)place + slips[i].keep * width, label, slips[i].insert,
                     label + place + slips[i].skip * width);
            if (!agrees(names, text)) {
                return 0;
            }
        }
    }
    return 1;
}

/* ---- Numbers and names ---- */

Test(names, every_constant_has_the_name_that_it_bears) {
    for (size_t i = 0; i < N_CONSTANTS; i++) {
        char expected[64];
        copy_in_case(expected, constants[i].capitals, 0);
        cr_assert_str_eq(statusrules_name(constants[i].names, constants[i].code, STATUSRULES_LANGUAGE_NAME),
                         expected);
        cr_assert_eq(code_of(constants[i].names, expected), constants[i].code, "%s", expected);
    }
}

Test(names, a_list_holds_what_the_header_holds_and_nothing_else) {
    for (size_t i = 0; i < N_CONSTANTS; i++) {
        int32_t n = 0;
        for (size_t j = 0; j < N_CONSTANTS; j++) {
            n += constants[j].names == constants[i].names;
        }
        cr_assert_eq(statusrules_count(constants[i].names), n, "list %d", (int)constants[i].names);
    }
    cr_assert_eq(statusrules_count(STATUSRULES_NAMES_FACT), N_FACTS);
}

Test(names, the_number_of_a_fact_is_its_place_in_the_struct) {
    cr_assert_eq(sizeof(statusrules_facts), sizeof(int32_t) * (size_t)(N_FACTS + 1));
    for (int32_t i = 0; i < N_FACTS; i++) {
        char name[64];
        cr_assert_eq(facts[i].code, i + 1);
        cr_assert_eq(facts[i].place, sizeof(int32_t) * (size_t)facts[i].code, "%s", facts[i].name);
        cr_assert_str_eq(statusrules_name(STATUSRULES_NAMES_FACT, facts[i].code, STATUSRULES_LANGUAGE_NAME),
                         facts[i].name);
        copy_in_case(name, facts[i].capitals, 0);
        cr_assert_str_eq(name, facts[i].name);
    }
}

Test(names, a_fact_says_its_kind_and_range) {
    for (int32_t i = 0; i < N_FACTS; i++) {
        statusrules_fact_info info = {0, 0, 0, 0, {0}};
        statusrules_error error = untouched();
        cr_assert_eq(statusrules_fact(&info, facts[i].code, &error), STATUSRULES_OK);
        cr_assert(memcmp(&info, &facts[i].info, sizeof info) == 0, "%s: kind %d, %d..%d, none %d", facts[i].name,
                  (int)info.kind, (int)info.first, (int)info.last, (int)info.none);
        cr_assert(same(error, untouched()));
    }
}

Test(names, what_is_no_fact_is_refused) {
    const int32_t no_facts[] = {INT32_MIN, -1, 0, N_FACTS + 1, 101, 201, INT32_MAX};
    for (size_t i = 0; i < sizeof no_facts / sizeof *no_facts; i++) {
        statusrules_fact_info info = {UNTOUCHED, 0, 0, 0, {0}};
        statusrules_error error = untouched();
        statusrules_error expected = {STATUSRULES_ERROR_VALUE,
                                      STATUSRULES_ARGUMENT_NUMBER,
                                      no_facts[i],
                                      1,
                                      N_FACTS,
                                      0,
                                      STATUSRULES_UNKNOWN,
                                      0};
        cr_assert_eq(statusrules_fact(&info, no_facts[i], &error), STATUSRULES_ERROR_VALUE);
        cr_assert(same(error, expected));
        cr_assert_eq(statusrules_fact(&info, no_facts[i], NULL), STATUSRULES_ERROR_VALUE);
        cr_assert_eq(info.kind, UNTOUCHED);
        cr_assert_eq(statusrules_question_asks(STATUSRULES_QUESTION_EXTENSION, no_facts[i]), 0);
    }
    cr_assert_eq(statusrules_fact(NULL, STATUSRULES_FACT_TERM, NULL), STATUSRULES_ERROR_NULL);
}

Test(names, a_question_reads_the_facts_of_its_row) {
    for (int32_t question = 1; question <= statusrules_count(STATUSRULES_NAMES_QUESTION); question++) {
        for (int32_t i = 0; i < N_FACTS; i++) {
            char name[64];
            snprintf(name, sizeof name, " %s ", facts[i].name);
            cr_assert_eq(statusrules_question_asks(question, facts[i].code),
                         strstr(question_facts[question], name) != NULL, "question %d, %s", (int)question, name);
        }
    }
    cr_assert_eq(statusrules_question_asks(0, STATUSRULES_FACT_ON_DAY), 0);
    cr_assert_eq(statusrules_question_asks(-1, STATUSRULES_FACT_ON_DAY), 0);
    cr_assert_eq(statusrules_question_asks(8, STATUSRULES_FACT_ON_DAY), 0);
    cr_assert_eq(statusrules_question_asks(INT32_MAX, STATUSRULES_FACT_ON_DAY), 0);
}

Test(names, countries_are_the_two_letters_of_their_code) {
    static const int32_t lists[] = {STATUSRULES_FACT_CITIZENSHIP, STATUSRULES_FACT_RESIDENCE_STATE,
                                    STATUSRULES_FACT_BORDER};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        int32_t found = 0;
        for (char a = 'A'; a <= 'Z'; a++) {
            for (char b = 'A'; b <= 'Z'; b++) {
                const char letters[] = {a, b, '\0'};
                int32_t country = STATUSRULES_COUNTRY(a, b);
                const char *name = statusrules_name(lists[i], country, STATUSRULES_LANGUAGE_NAME);
                cr_assert(*name == '\0' || strcmp(name, letters) == 0, "%s is named %s", letters, name);
                found += *name != '\0';
            }
        }
        cr_assert_eq(found, COUNTRIES);
        int32_t none = *statusrules_name(lists[i], STATUSRULES_NONE, STATUSRULES_LANGUAGE_NAME) != '\0';
        cr_assert_eq(statusrules_count(lists[i]), COUNTRIES + none);
    }
}

Test(names, countries_are_known_by_their_english_and_russian_names) {
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "Uzbekistan"), STATUSRULES_COUNTRY('U', 'Z'));
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "Узбекистан"), STATUSRULES_COUNTRY('U', 'Z'));
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "uz"), STATUSRULES_COUNTRY('U', 'Z'));
    cr_assert_eq(code_of(STATUSRULES_FACT_BORDER, "Казахстан"), STATUSRULES_COUNTRY('K', 'Z'));
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "Абхазия"), STATUSRULES_COUNTRY('X', 'A'));
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "South Ossetia"), STATUSRULES_COUNTRY('X', 'O'));
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "Donetsk People's Republic"),
                 STATUSRULES_COUNTRY('X', 'D'));
    cr_assert_eq(code_of(STATUSRULES_FACT_CITIZENSHIP, "Луганская Народная Республика"),
                 STATUSRULES_COUNTRY('X', 'L'));
}

Test(names, every_name_and_label_leads_back_to_its_value_in_either_case) {
    for (int32_t names = -1; names <= 300; names++) {
        int32_t before = INT32_MIN;
        for (int32_t i = 0; i < statusrules_count(names); i++) {
            int32_t code = statusrules_code_at(names, i);
            cr_assert_gt(code, before, "list %d is not in order", (int)names);
            before = code;
            for (int32_t language = 0; language < 3; language++) {
                char text[2 * LONGEST];
                const char *label = statusrules_name(names, code, language);
                int ignored[2 * LONGEST];
                cr_assert(*label != '\0' && decode(ignored, label) <= 128, "list %d, %d", (int)names, (int)code);
                cr_assert_eq(code_of(names, label), code, "%s", label);
                copy_in_case(text, label, 1);
                cr_assert_eq(code_of(names, text), code, "%s", text);
                copy_in_case(text, label, 0);
                cr_assert_eq(code_of(names, text), code, "%s", text);
            }
        }
    }
}

Test(names, a_letter_matches_in_either_case_and_is_no_other_letter) {
    static const char lower[] = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    static const char upper[] = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
    /* Each letter wherever it stands in a Russian label. */
    int seen = 0;
    for (size_t i = 0; lower[i]; i += 2) {
        int found = 0;
        for (int32_t names = 1; names <= 300; names++) {
            for (int32_t k = 0; k < statusrules_count(names); k++) {
                int32_t code = statusrules_code_at(names, k);
                const char *label = statusrules_name(names, code, STATUSRULES_LANGUAGE_RU);
                for (size_t at = 0; label[at]; at++) {
                    if (memcmp(label + at, lower + i, 2) != 0 && memcmp(label + at, upper + i, 2) != 0) {
                        continue;
                    }
                    char text[2 * LONGEST];
                    strcpy(text, label);
                    memcpy(text + at, upper + i, 2);
                    cr_assert_eq(code_of(names, text), code, "%s", text);
                    memcpy(text + at, lower + i, 2);
                    cr_assert_eq(code_of(names, text), code, "%s", text);
                    memcpy(text + at, lower + (i + 2) % (sizeof lower - 1), 2);
                    cr_assert_neq(code_of(names, text), code, "%s", text);
                    found = 1;
                }
            }
        }
        seen += found;
    }
    cr_assert_geq(seen, 32, "%d letters", seen);
}

Test(names, letters_of_other_alphabets_and_halves_of_letters_do_not_match) {
    const int32_t term = STATUSRULES_FACT_TERM;
    cr_assert_eq(code_of(term, "ВИЗА"), STATUSRULES_TERM_VISA);
    cr_assert_eq(code_of(term, "вИзА"), STATUSRULES_TERM_VISA);
    /* Latin a; the Cyrillic letters next to А-Я, whose bytes are those of small letters but for a bit. */
    cr_assert_eq(code_of(term, "ВИЗA"), STATUSRULES_UNKNOWN);
    cr_assert_eq(code_of(term, "ÐÐÐÑ"), STATUSRULES_UNKNOWN);
    cr_assert_eq(code_of(term, "ÐÐÐÐ"), STATUSRULES_UNKNOWN);
    cr_assert_eq(code_of(term, "ÐÐÐÐ"), STATUSRULES_UNKNOWN);
    cr_assert_eq(code_of(term, "ÐÐÐ"), STATUSRULES_UNKNOWN);
    cr_assert_eq(code_of(term, "ÐÐÐ"), STATUSRULES_UNKNOWN);
    cr_assert_eq(code_of(term, "\xD0\x92\xD0\x98\xD0\x97\xD0\x80"), STATUSRULES_UNKNOWN);
}

Test(names, case_is_no_edit_of_a_near_miss) {
    cr_assert_eq(nearest_to(STATUSRULES_FACT_TERM, "ВИД НА ЖЫТЕЛЬСТВО"),
                 STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "ТАДЖИКСТАН"), STATUSRULES_COUNTRY('T', 'J'));
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "KAZAHSTAN"), STATUSRULES_COUNTRY('K', 'Z'));
}

/* What none means of each fact that can be none. */
static const struct {
    int32_t fact;
    const char *en;
    const char *ru;
} nones[] = {
    {STATUSRULES_FACT_LAST_DAY, "without end", "бессрочно"},
    {STATUSRULES_FACT_CITIZENSHIP, "stateless", "без гражданства"},
    {STATUSRULES_FACT_RESIDENCE_STATE, "none", "нет"},
    {STATUSRULES_FACT_SETTLED_ON, "never", "никогда"},
    {STATUSRULES_FACT_LAWFUL_THROUGH, "never", "никогда"},
    {STATUSRULES_FACT_VISA_DAYS_LEFT, "no visa", "нет визы"},
    {STATUSRULES_FACT_PCR_HOURS, "no test", "нет теста"},
    {STATUSRULES_FACT_VISA_LAST_DAY, "no visa", "нет визы"},
};

Test(names, none_is_called_by_what_it_means_of_the_fact) {
    for (size_t i = 0; i < sizeof nones / sizeof *nones; i++) {
        int32_t fact = nones[i].fact;
        int32_t last = statusrules_count(fact) - 1;
        cr_assert_str_eq(statusrules_name(fact, STATUSRULES_NONE, STATUSRULES_LANGUAGE_NAME), "none");
        cr_assert_str_eq(statusrules_name(fact, STATUSRULES_NONE, STATUSRULES_LANGUAGE_EN), nones[i].en);
        cr_assert_str_eq(statusrules_name(fact, STATUSRULES_NONE, STATUSRULES_LANGUAGE_RU), nones[i].ru);
        cr_assert_eq(code_of(fact, "none"), STATUSRULES_NONE);
        cr_assert_eq(code_of(fact, nones[i].en), STATUSRULES_NONE);
        cr_assert_eq(code_of(fact, nones[i].ru), STATUSRULES_NONE);
        cr_assert_eq(statusrules_code_at(fact, last), STATUSRULES_NONE);
        cr_assert_eq(statusrules_code_at(fact, last + 1), STATUSRULES_UNKNOWN);
    }
}

Test(names, none_has_a_name_where_it_is_a_value_and_nowhere_else) {
    size_t named = 0;
    for (int32_t names = -1; names <= 300; names++) {
        int32_t is_value = names >= 1 && names <= N_FACTS && facts[names - 1].info.none;
        int32_t has_name = *statusrules_name(names, STATUSRULES_NONE, STATUSRULES_LANGUAGE_EN) != '\0';
        cr_assert_eq(has_name, is_value, "list %d", (int)names);
        named += has_name != 0;
    }
    cr_assert_eq(named, sizeof nones / sizeof *nones);
}

Test(names, the_only_name_of_a_day_or_number_is_that_of_none) {
    cr_assert_eq(statusrules_count(STATUSRULES_FACT_LAST_DAY), 1);
    cr_assert_eq(statusrules_count(STATUSRULES_FACT_VISA_DAYS_LEFT), 1);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_LAST_DAY, "2021-12-31"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_LAST_DAY, "безсрочно"), STATUSRULES_NONE);
    cr_assert_str_eq(statusrules_name(STATUSRULES_FACT_LAST_DAY, 0, STATUSRULES_LANGUAGE_NAME), "");
}

Test(names, a_list_without_values_does_not_exist) {
    static const int32_t no_lists[] = {
        INT32_MIN, -1, 0, STATUSRULES_FACT_ISSUED_ON, STATUSRULES_FACT_AGE, 41, 200, 210, INT32_MAX};
    for (size_t i = 0; i < sizeof no_lists / sizeof *no_lists; i++) {
        int32_t code = UNTOUCHED;
        statusrules_error error = untouched();
        statusrules_error expected = {
            STATUSRULES_ERROR_VALUE, STATUSRULES_ARGUMENT_NAMES, no_lists[i], 0, 0, 0, STATUSRULES_UNKNOWN, 0};
        cr_assert_eq(statusrules_count(no_lists[i]), 0);
        cr_assert_eq(statusrules_code_at(no_lists[i], 0), STATUSRULES_UNKNOWN);
        cr_assert_str_eq(statusrules_name(no_lists[i], 1, STATUSRULES_LANGUAGE_NAME), "");
        cr_assert_eq(statusrules_code(&code, no_lists[i], "yes", 3, &error), STATUSRULES_ERROR_VALUE);
        cr_assert(same(error, expected));
        cr_assert_eq(statusrules_code(&code, no_lists[i], "yes", 3, NULL), STATUSRULES_ERROR_VALUE);
        cr_assert_eq(code, UNTOUCHED);
    }
}

Test(names, a_value_or_language_that_does_not_exist_has_no_name) {
    cr_assert_str_eq(statusrules_name(STATUSRULES_FACT_TERM, 0, STATUSRULES_LANGUAGE_EN), "");
    cr_assert_str_eq(statusrules_name(STATUSRULES_FACT_TERM, 17, STATUSRULES_LANGUAGE_EN), "");
    cr_assert_str_eq(statusrules_name(STATUSRULES_FACT_TERM, STATUSRULES_UNKNOWN, STATUSRULES_LANGUAGE_EN), "");
    cr_assert_str_eq(statusrules_name(STATUSRULES_FACT_TERM, STATUSRULES_TERM_VISA, -1), "");
    cr_assert_str_eq(statusrules_name(STATUSRULES_FACT_TERM, STATUSRULES_TERM_VISA, 3), "");
    cr_assert_eq(statusrules_code_at(STATUSRULES_FACT_TERM, -1), STATUSRULES_UNKNOWN);
    cr_assert_eq(statusrules_code_at(STATUSRULES_FACT_TERM, 16), STATUSRULES_UNKNOWN);
    cr_assert_eq(statusrules_code_at(STATUSRULES_FACT_TERM, INT32_MAX), STATUSRULES_UNKNOWN);
}

/* ---- Errors and near misses ---- */

Test(names, a_missing_result_or_text_is_an_error_before_any_other) {
    int32_t code = UNTOUCHED;
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_code(NULL, 0, NULL, 0, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_RESULT);
    cr_assert_eq(statusrules_code(&code, 0, NULL, 0, &error), STATUSRULES_ERROR_NULL);
    cr_assert_eq(error.fact, STATUSRULES_ARGUMENT_TEXT);
    cr_assert_eq(statusrules_code(NULL, 0, NULL, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(statusrules_code(&code, 0, NULL, 0, NULL), STATUSRULES_ERROR_NULL);
    cr_assert_eq(code, UNTOUCHED);
}

Test(names, success_leaves_the_error_alone) {
    int32_t code = UNTOUCHED;
    statusrules_error error = untouched();
    cr_assert_eq(statusrules_code(&code, STATUSRULES_FACT_TERM, "visas", 4, &error), STATUSRULES_OK);
    cr_assert_eq(code, STATUSRULES_TERM_VISA);
    cr_assert(same(error, untouched()));
}

Test(names, a_slip_of_one_or_two_letters_is_answered_with_the_name_meant) {
    const int32_t term = STATUSRULES_FACT_TERM;
    cr_assert_eq(nearest_to(term, "viza"), STATUSRULES_TERM_VISA);
    cr_assert_eq(nearest_to(term, "Visas"), STATUSRULES_TERM_VISA);
    cr_assert_eq(nearest_to(term, "work-permits"), STATUSRULES_TERM_WORK_PERMIT);
    cr_assert_eq(nearest_to(term, "patetn"), STATUSRULES_TERM_PATENT);
    cr_assert_eq(nearest_to(term, "migration-card"), STATUSRULES_TERM_MIGRATION_CARD);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "Kazahstan"), STATUSRULES_COUNTRY('K', 'Z'));
}

Test(names, a_russian_letter_is_one_letter) {
    const int32_t term = STATUSRULES_FACT_TERM;
    cr_assert_eq(nearest_to(term, "Вид на жытельство"), STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT);
    cr_assert_eq(nearest_to(term, "Разрешение на временое проживание"),
                 STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT);
    cr_assert_eq(nearest_to(term, "постановка на учет по месту пребывания"), STATUSRULES_TERM_STAY_REGISTRATION);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "Таджикстан"), STATUSRULES_COUNTRY('T', 'J'));
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "Кат-д'Ивуар"), STATUSRULES_COUNTRY('C', 'I'));
}

Test(names, nothing_is_offered_where_nothing_or_more_than_one_is_near) {
    cr_assert_eq(nearest_to(STATUSRULES_FACT_TERM, "passport"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_TERM, "vxyz"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "ZZ"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_CITIZENSHIP, "Слов"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_NAMES_OUTCOME, ""), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_NAMES_OUTCOME, "x"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_NAMES_OUTCOME, "xx"), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_DIRECT, "n"), STATUSRULES_UNKNOWN);
}

Test(names, spaces_around_a_name_are_not_taken_away) {
    cr_assert_eq(nearest_to(STATUSRULES_FACT_TERM, " visa"), STATUSRULES_TERM_VISA);
    cr_assert_eq(nearest_to(STATUSRULES_FACT_TERM, "visa\n"), STATUSRULES_TERM_VISA);
    cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, "visa", 5), STATUSRULES_TERM_VISA);
}

Test(names, a_label_cut_short_is_no_label) {
    cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, "visa", 3), STATUSRULES_TERM_VISA);
    cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, "виза", 7), STATUSRULES_TERM_VISA);
    cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, "visa", 0), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, "visa", -1), STATUSRULES_UNKNOWN);
    cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, "visa", INT32_MIN), STATUSRULES_UNKNOWN);
}

Test(names, any_bytes_of_any_length_are_refused_quietly) {
    static const char fills[] = {'a', '\0', '\x80', '\xBF', '\xC3', '\xF0', '\xFF'};
    enum { LONG = 100000 };
    char *text = malloc(LONG);
    cr_assert_not_null(text);
    for (size_t i = 0; i < sizeof fills; i++) {
        memset(text, fills[i], LONG);
        for (int32_t length = 0; length < 700; length++) {
            nearest_to_bytes(STATUSRULES_FACT_TERM, text + LONG - length, length);
        }
        cr_assert_eq(nearest_to_bytes(STATUSRULES_FACT_TERM, text, LONG), STATUSRULES_UNKNOWN);
    }
    free(text);
}

Test(names, near_misses_are_those_of_a_slow_and_plain_search) {
    for (int32_t names = 1; names <= 300; names++) {
        /* The countries stand in three equal lists. */
        int32_t step = statusrules_count(names) >= COUNTRIES ? 40 : 1;
        if (names == STATUSRULES_FACT_RESIDENCE_STATE || names == STATUSRULES_FACT_BORDER) {
            continue;
        }
        for (int32_t i = 0; i < statusrules_count(names); i += step) {
            int32_t code = statusrules_code_at(names, i);
            char capitals[2 * LONGEST];
            cr_assert(near_misses_agree(names, statusrules_name(names, code, STATUSRULES_LANGUAGE_NAME)));
            cr_assert(near_misses_agree(names, statusrules_name(names, code, STATUSRULES_LANGUAGE_EN)));
            cr_assert(near_misses_agree(names, statusrules_name(names, code, STATUSRULES_LANGUAGE_RU)));
            copy_in_case(capitals, statusrules_name(names, code, STATUSRULES_LANGUAGE_RU), 1);
            cr_assert(near_misses_agree(names, capitals));
        }
    }
    cr_assert_gt(compared, 50000);
}
