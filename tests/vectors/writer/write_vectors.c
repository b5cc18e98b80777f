/*
 * Prints the vectors of the question extension of the law `measures`, and the digests of all answers, as the oracles
 * answer:
 *
 *     write_vectors extension > measures-extension.tsv
 *     write_vectors valid-on > measures-valid-on.tsv
 *     write_vectors digests > digests.txt
 *
 * and answers what measures_rows.py asks of the other questions:
 *
 *     write_vectors answers < cases
 *     write_vectors cases
 *
 * The rows are those of the tables: each window's first and last day and the days beside them, each publication,
 * each group of states, each reading.
 */
#include <stdio.h>
#include <string.h>

#include "answers.h"
#include "documents.h"
#include "measures_extension_cases.h"

static void write_numbered_cases(bool valid_on) {
    for (int32_t i = 0; i < n_extension_cases; i++) {
        const struct extension_case *c = &extension_cases[i];
        char number[32];
        statusrules_facts facts = facts_of_case(c);
        statusrules_options options = options_of_case(c);
        (void)snprintf(number, sizeof number, "%.*s", (int)strcspn(c->sentence, ":"), c->sentence);
        if ((c->valid_on != 0) == valid_on) {
            write_row(number, &facts, &options);
        }
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    if (strcmp(what, "extension") == 0) {
        write_header();
        write_numbered_cases(false);
        write_decree_274();
        write_decree_364();
        write_missing_facts();
    } else if (strcmp(what, "valid-on") == 0) {
        write_header();
        write_numbered_cases(true);
        write_days();
    } else if (strcmp(what, "digests") == 0) {
        write_digests();
    } else if (strcmp(what, "answers") == 0) {
        write_answers();
    } else if (strcmp(what, "cases") == 0) {
        write_lettered_cases();
    } else {
        (void)fputs("usage: write_vectors extension|valid-on|digests|answers|cases\n", stderr);
        return 2;
    }
    return 0;
}
