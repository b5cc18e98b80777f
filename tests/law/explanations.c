/* Prints explanations for people, in English and Russian: the cases and their order are those of explanations.txt. */
#include "law_called.h"
#include "measures_cases.h"

#include <stdio.h>

#include <statusrules/answers.h>

enum { CAPACITY = 1 << 16 };

#define A(name) {STATUSRULES_FACT_TERM, STATUSRULES_TERM_##name}
#define ENDS(y, m, d) {STATUSRULES_FACT_LAST_DAY, STATUSRULES_DAY(y, m, d)}
#define IN_RUSSIA IS(LOCATION, IN_RUSSIA)
#define LISTED IS(ROLE, STUDENT), IS(LEVEL, HIGHER), IS(ROUTE, AIR), HAS(LISTED)

/* An option that is 0 is not set. */
static const struct {
    const char *sentence;
    const char *law;
    int32_t question;
    struct measures_fact facts[MEASURES_CASE_FACTS];
    int32_t known_on;
    int32_t reading;
    int32_t valid_on;
    int32_t strict;
} cases[] = {
    {.sentence = "the statement: a residence permit of 31 December 2021, where the person is not known",
     .law = "statement",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(PERMANENT_RESIDENCE_PERMIT), ENDS(2021, 12, 31)}},
    {.sentence = "the statement: readings disagree",
     .law = "statement",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(PERMANENT_RESIDENCE_PERMIT), ENDS(2021, 9, 30), IN_RUSSIA}},
    {.sentence = "the statement: it says nothing of visas",
     .law = "statement",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(VISA), ENDS(2021, 12, 31)}},
    {.sentence = "the statement: a note on penalties",
     .law = "statement",
     .question = STATUSRULES_QUESTION_MORATORIUM,
     .facts = {IS(DECISION_KIND, DEPORTATION)}},
    {.sentence = "two stages: what decree 274 gives is what decree 364 starts from",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(VISA), ENDS(2020, 5, 1), CITIZEN('C', 'N'), IN_RUSSIA}},
    {.sentence = "sources differ on the last day, and an order was not read",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(TEMPORARY_STAY), ENDS(2021, 7, 1), CITIZEN('U', 'Z'), IN_RUSSIA}},
    {.sentence = "valid on the day on which they differ",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(TEMPORARY_STAY), ENDS(2021, 7, 1), CITIZEN('U', 'Z'), IN_RUSSIA},
     .valid_on = STATUSRULES_DAY(2022, 10, 13)},
    {.sentence = "a state that was cut off",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(VISA), ENDS(2021, 3, 15), CITIZEN('G', 'B')},
     .known_on = STATUSRULES_DAY(2021, 1, 10)},
    {.sentence = "two states that lead to different days",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(TEMPORARY_STAY), ENDS(2021, 7, 1), CITIZEN('B', 'Y'), RESIDENT('A', 'M'), IN_RUSSIA}},
    {.sentence = "an end that is not fixed, and a fact that can still change it",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(TEMPORARY_STAY), ENDS(2021, 7, 1), CITIZEN('U', 'A'), IN_RUSSIA}},
    {.sentence = "the end is not fixed",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(TEMPORARY_STAY), ENDS(2021, 7, 1), CITIZEN('U', 'A'), IN_RUSSIA, HAS(IDENTIFIED)}},
    {.sentence = "three readings of paragraph 2",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(PERMANENT_RESIDENCE_PERMIT), ENDS(2021, 8, 1), CITIZEN('U', 'Z'), IN_RUSSIA}},
    {.sentence = "one reading, as published on a day",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EXTENSION,
     .facts = {A(STATE_PROGRAMME_CERTIFICATE), ENDS(2020, 5, 31)},
     .known_on = STATUSRULES_DAY(2020, 10, 8),
     .reading = STATUSRULES_READING_SUSPENSION},
    {.sentence = "vaccination under 18",
     .law = "measures",
     .question = STATUSRULES_QUESTION_VACCINATION,
     .facts = {ON(2021, 8, 24), OF(AGE, 17)}},
    {.sentence = "vaccination of a visitor, the region not known",
     .law = "measures",
     .question = STATUSRULES_QUESTION_VACCINATION,
     .facts = {ON(2021, 7, 21), OF(AGE, 30), IS(LEGAL_STATUS, TEMPORARY_STAY), HAS_NO(HOLDS_PERMIT)}},
    {.sentence = "free of charge: two editions of an article disagree",
     .law = "measures",
     .question = STATUSRULES_QUESTION_FREE_VACCINATION,
     .facts = {ON(2021, 9, 1), IS(LEGAL_STATUS, PERMANENT_RESIDENCE), HAS(HIGHLY_QUALIFIED)}},
    {.sentence = "free of charge: a worker with a patent",
     .law = "measures",
     .question = STATUSRULES_QUESTION_FREE_VACCINATION,
     .facts = {ON(2021, 9, 1), IS(LEGAL_STATUS, TEMPORARY_STAY)}},
    {.sentence = "regularisation: may apply",
     .law = "measures",
     .question = STATUSRULES_QUESTION_REGULARISATION,
     .facts = {ON(2021, 9, 30), OF(ARRIVED_ON, ORACLE_DAY(2020, 3, 10)),
               OF(LAWFUL_THROUGH, ORACLE_DAY(2021, 6, 15))}},
    {.sentence = "regularisation: two states",
     .law = "measures",
     .question = STATUSRULES_QUESTION_REGULARISATION,
     .facts = {ON(2021, 7, 1), OF(ARRIVED_ON, ORACLE_DAY(2020, 4, 1)), OF(LAWFUL_THROUGH, ORACLE_DAY(2021, 6, 1)),
               CITIZEN('T', 'R'), RESIDENT('I', 'R'), HAS_NO(LEFT_RUSSIA)}},
    {.sentence = "work: hired without a patent",
     .law = "measures",
     .question = STATUSRULES_QUESTION_WORK,
     .facts = {ON(2020, 6, 16), IS(WORK_ACT, HIRE), IS(REGIME, VISA_FREE), HAS_NO(HOLDS_PERMIT)}},
    {.sentence = "work: a permit through a day",
     .law = "measures",
     .question = STATUSRULES_QUESTION_WORK,
     .facts = {ON(2020, 6, 20), IS(WORK_ACT, APPLY_WORK_PERMIT), IS(REGIME, VISA), HAS(EMPLOYER_HIRING_PERMIT)}},
    {.sentence = "a decision that is not to be taken",
     .law = "measures",
     .question = STATUSRULES_QUESTION_MORATORIUM,
     .facts = {ON(2021, 8, 1), IS(DECISION_KIND, DEPORTATION)}},
    {.sentence = "an exception that was not read",
     .law = "measures",
     .question = STATUSRULES_QUESTION_MORATORIUM,
     .facts = {ON(2020, 5, 1), IS(DECISION_KIND, DEPORTATION), IS(EXCEPTION, RELEASED_FROM_PRISON)}},
    {.sentence = "a decision on which sources disagree, strictly asked",
     .law = "measures",
     .question = STATUSRULES_QUESTION_MORATORIUM,
     .facts = {ON(2021, 2, 1), IS(DECISION_KIND, UNDESIRABILITY)},
     .strict = STATUSRULES_YES},
    {.sentence = "entry: a visa on which sources disagree",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EDUCATION_ENTRY,
     .facts = {ON(2021, 10, 1), LISTED, CITIZEN('I', 'R'), IS(REGIME, VISA), OF(VISA_DAYS_LEFT, 40),
               OF(NOTICE_DAYS, 14), OF(PCR_HOURS, 48)}},
    {.sentence = "entry: notice counted from its day",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EDUCATION_ENTRY,
     .facts = {ON(2021, 10, 1),
               LISTED,
               CITIZEN('I', 'R'),
               IS(REGIME, VISA_FREE),
               {STATUSRULES_FACT_NOTIFIED_ON, ORACLE_DAY(2021, 9, 25)},
               OF(PCR_HOURS, 48)}},
    {.sentence = "entry: the list is not known",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EDUCATION_ENTRY,
     .facts = {ON(2021, 10, 1), IS(ROLE, STUDENT), IS(LEVEL, HIGHER), IS(ROUTE, AIR), CITIZEN('I', 'R'),
               IS(REGIME, VISA_FREE), OF(NOTICE_DAYS, 14), OF(PCR_HOURS, 48)}},
    {.sentence = "entry: by train",
     .law = "measures",
     .question = STATUSRULES_QUESTION_EDUCATION_ENTRY,
     .facts = {ON(2021, 10, 1), IS(ROLE, STUDENT), IS(LEVEL, HIGHER), IS(ROUTE, RAIL)}},
};

static int32_t given_or_unknown(int32_t option) {
    return option == 0 ? STATUSRULES_UNKNOWN : option;
}

int main(void) {
    static char text[CAPACITY];
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const statusrules_facts facts = measures_facts(cases[i].facts);
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        options.known_on = given_or_unknown(cases[i].known_on);
        options.reading = given_or_unknown(cases[i].reading);
        options.valid_on = given_or_unknown(cases[i].valid_on);
        options.strict = cases[i].strict;
        (void)printf("==== %s\n", cases[i].sentence);
        for (int32_t language = STATUSRULES_LANGUAGE_EN; language <= STATUSRULES_LANGUAGE_RU; language++) {
            int32_t length = 0;
            int32_t error = statusrules_explain(text, CAPACITY, &length, law_called(cases[i].law),
                                                cases[i].question, &facts, &options, language, NULL);
            if (error != STATUSRULES_OK) {
                (void)fprintf(stderr, "%s: error %d\n", cases[i].sentence, (int)error);
                return 1;
            }
            (void)printf("---- %s\n%s", language == STATUSRULES_LANGUAGE_EN ? "en" : "ru", text);
        }
    }
    return 0;
}
