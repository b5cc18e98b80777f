/*
 * Three things that an office does with answers: it sees who loses status next, asks a person only what matters, and finds
 * the permits that are still good without going through the register.
 */
#include <statusrules/statusrules.h>
#include <stdio.h>

/* A citizen of Uzbekistan who is in Russia, and has no permit of another state. */
static statusrules_facts holder(int32_t term) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = term;
    facts.issued_on = STATUSRULES_DAY(2018, 9, 3);
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;
    facts.citizenship = STATUSRULES_COUNTRY('U', 'Z');
    facts.residence_state = STATUSRULES_NONE;
    return facts;
}

static const char *text(char buffer[11], int32_t day) {
    return statusrules_format_day(buffer, 11, day, NULL) == STATUSRULES_OK ? buffer : "-";
}

/* Whose document is valid today, and until when: who loses status next. */
static int next_change(const statusrules_law *law, int32_t today) {
    static const struct {
        const char *name;
        int32_t term;
        int32_t last_day;
    } persons[] = {
        {"A.", STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT, STATUSRULES_DAY(2021, 12, 31)},
        {"B.", STATUSRULES_TERM_REFUGEE_CERTIFICATE, STATUSRULES_DAY(2021, 3, 20)},
        {"C.", STATUSRULES_TERM_WORK_PERMIT, STATUSRULES_DAY(2022, 4, 2)},
    };
    char until[11];
    puts("Valid today, and until when nothing changes:");
    for (size_t i = 0; i < sizeof persons / sizeof persons[0]; i++) {
        statusrules_facts facts = holder(persons[i].term);
        statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
        statusrules_answer answer;
        facts.last_day = persons[i].last_day;
        options.reading = STATUSRULES_READING_LITERAL;
        if (statusrules_valid_on(&answer, law, &facts, today, &options, NULL)) {
            return 1;
        }
        printf("  %s %s through %s\n", persons[i].name,
               statusrules_name(STATUSRULES_NAMES_OUTCOME, answer.outcome, STATUSRULES_LANGUAGE_EN),
               text(until, answer.same_until));
    }
    return 0;
}

/* What to ask a person of whom only the document and its last day are known. */
static int ask_next(const statusrules_law *law) {
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_answer answer;
    facts.term = STATUSRULES_TERM_VISA;
    facts.last_day = STATUSRULES_DAY(2021, 3, 1);
    if (statusrules_extension(&answer, law, &facts, NULL, NULL)) {
        return 1;
    }
    printf("A visa that ended on 1 March 2021: %s; ask next: %s\n",
           statusrules_name(STATUSRULES_NAMES_OUTCOME, answer.outcome, STATUSRULES_LANGUAGE_EN),
           statusrules_name(STATUSRULES_NAMES_FACT, answer.ask_next, STATUSRULES_LANGUAGE_EN));
    return 0;
}

/* Which printed last days are still good on a day: a query over the register needs no more than these intervals. */
static int good_last_days(const statusrules_law *law, int32_t today) {
    const statusrules_facts facts = holder(STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT);
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_interval intervals[16];
    int32_t n = 0;
    char first[11];
    char last[11];
    options.reading = STATUSRULES_READING_LITERAL;
    options.valid_on = today;
    if (statusrules_inverse(intervals, 16, &n, law, STATUSRULES_QUESTION_EXTENSION, &facts,
                            STATUSRULES_FACT_LAST_DAY, STATUSRULES_UNKNOWN, &options, NULL)) {
        return 1;
    }
    puts("Residence permits that are still good today end:");
    for (int32_t i = 0; i < n; i++) {
        printf("  from %s through %s\n", text(first, intervals[i].first), text(last, intervals[i].last));
    }
    return 0;
}

int main(void) {
    const statusrules_law *measures = statusrules_law_at(1);
    const int32_t today = STATUSRULES_DAY(2022, 3, 1);
    return next_change(measures, today) || ask_next(measures) || good_last_days(measures, today);
}
