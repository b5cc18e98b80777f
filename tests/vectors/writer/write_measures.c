/*
 * Prints the vectors of the question extension of the law `measures`, answered by its oracle:
 *
 *     write_measures extension > measures-extension.tsv
 *     write_measures valid-on > measures-valid-on.tsv
 *
 * The rows are those of the tables: each window's first and last day and the days beside them, each publication,
 * each group of states, each reading.
 */
#include <stdio.h>
#include <string.h>

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
    bool valid_on = argc > 1 && strcmp(argv[1], "valid-on") == 0;
    if (!valid_on && (argc < 2 || strcmp(argv[1], "extension") != 0)) {
        (void)fputs("usage: write_measures extension|valid-on\n", stderr);
        return 2;
    }
    write_header();
    write_numbered_cases(valid_on);
    if (valid_on) {
        write_days();
        return 0;
    }
    write_decree_274();
    write_decree_364();
    write_missing_facts();
    return 0;
}
