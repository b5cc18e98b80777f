/*
 * Do explanations of cases near the rows of every law hold together? Both languages, with facts missing, strict, by one
 * reading or all, under an older edition or knowledge, and on a day: no sentence has a part left empty, a doubled stop or
 * an open place; the outcome, every provision on the way, and every fact that is missing or presumed is named.
 *
 * The seed is printed; `words SEED` repeats a run.
 */
#include "near_the_law.h"

#include <stdio.h>
#include <string.h>

enum { ROUNDS = 600, ROOM = 1 << 16, MAX_STEPS = 512, PRINTED_FAILURES = 4 };

static char text[ROOM];
static int64_t cases;
static int64_t failures;

/* What no sentence may hold: what two parts leave when one of them is empty or ends like the next begins. */
static const char *open_place(void) {
    static const char *const never[] = {"г..",  "..",        ": .",         ", .",      " .",        ",,",
                                        "()",   "“”",        "«»",          "{",        "}",         ": \n",
                                        ": \n", "(asked: )", "(условие: )", "-2147483", "214748364", " \n"};
    for (size_t i = 0; i < sizeof never / sizeof *never; i++) {
        if (strstr(text, never[i])) {
            return never[i];
        }
    }
    return NULL;
}

static const char *label(int32_t names, int32_t code, int32_t language) {
    return statusrules_name(names, code, language);
}

/* What of a step the text does not name; NULL if it names all. */
static const char *left_out(const statusrules_step *step, int32_t language) {
    static statusrules_provision provision;
    if (step->kind == STATUSRULES_STEP_DECIDED || step->kind == STATUSRULES_STEP_NOTE) {
        (void)statusrules_law_provision(&provision, asked.law, step->provision, NULL);
        return strstr(text, provision.id) ? NULL : provision.id;
    }
    if (step->kind == STATUSRULES_STEP_MISSING || step->kind == STATUSRULES_STEP_ASSUMED) {
        const char *name = label(STATUSRULES_NAMES_FACT, step->fact, language);
        return strstr(text, name) ? NULL : name;
    }
    return NULL;
}

static void fail(const char *what, const char *word, const struct question *q) {
    if (failures++ < PRINTED_FAILURES) {
        print_case(what, q);
        (void)printf("# \"%s\" in: %s\n", word, text);
    }
}

static void try_case(const struct question *q) {
    static statusrules_step steps[MAX_STEPS];
    int32_t n_steps = 0;
    int32_t length;
    statusrules_options options = q->options;
    options.valid_on = q->day;
    if (statusrules_steps(steps, MAX_STEPS, &n_steps, asked.law, asked.question, &q->facts, &options, NULL)) {
        return;
    }
    for (int32_t language = STATUSRULES_LANGUAGE_EN; language <= STATUSRULES_LANGUAGE_RU; language++) {
        cases++;
        if (statusrules_explain(text, ROOM, &length, asked.law, asked.question, &q->facts, &options, language,
                                NULL)) {
            fail("no explanation", "", q);
            continue;
        }
        const char *name = label(STATUSRULES_NAMES_QUESTION, asked.question, language);
        if (strncmp(text, name, strlen(name)) != 0) {
            fail("the question does not stand first", name, q);
        }
        if (open_place()) {
            fail("a place was left open", open_place(), q);
        }
        for (int32_t i = 0; i < n_steps; i++) {
            if (left_out(&steps[i], language)) {
                fail("a step was left out", left_out(&steps[i], language), q);
            }
        }
    }
}

static void look(struct tap *tap) {
    cases = 0;
    failures = 0;
    for (int32_t i = 0; i < ROUNDS; i++) {
        struct question q =
            some_question(one_in(2), asked.question == STATUSRULES_QUESTION_EXTENSION && one_in(3));
        add_days_that_count(&q);
        try_case(&q);
    }
    report_question(tap, "explanations hold together", cases, failures);
}

int main(int argc, char **argv) {
    return look_at_every_question(argc, argv, look);
}
