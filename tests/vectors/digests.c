/* Recomputes each digest of digests.txt from the library's answers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <statusrules/names.h>

#include "digest.h"
#include "law_called.h"
#include "tap.h"

/* Every law of the file has every term. */
enum { N_LAWS = 2, MAX_LINE = 256, MAX_CELL = 64 };

static void of_library(int32_t *outcome, int32_t *day, const void *context, const statusrules_facts *facts,
                       const statusrules_options *options) {
    statusrules_answer answer = {0};
    if (statusrules_extension(&answer, context, facts, options, NULL) == STATUSRULES_OK) {
        *outcome = answer.outcome;
        *day = answer.day;
    }
}

static bool is_recomputed(const char *line) {
    char law[MAX_CELL];
    char term[MAX_CELL];
    int edition;
    unsigned digest;
    int32_t code;
    if (sscanf(line, "%63[^\t]\t%d\t%63[^\t]\t%x", law, &edition, term, &digest) != 4
        || statusrules_code(&code, STATUSRULES_FACT_TERM, term, (int32_t)strlen(term), NULL) != STATUSRULES_OK) {
        (void)printf("# this is no row: %s", line);
        return false;
    }
    if (law_called(law) == NULL) {
        (void)printf("# the library holds no law %s\n", law);
        return false;
    }
    uint32_t got = digest_of_answers(code, edition, of_library, law_called(law));
    if (got != digest) {
        (void)printf("# %s, edition %d, %s: %08x instead of %08x\n", law, edition, term, (unsigned)got, digest);
    }
    return got == digest;
}

int main(void) {
    char line[MAX_LINE];
    int64_t rows = 0;
    int64_t failures = 0;
    struct tap tap = {0, 0};
    FILE *file = fopen(VECTORS_DIR "/digests.txt", "r");
    if (file == NULL || fgets(line, sizeof line, file) == NULL
        || strcmp(line, "law\tedition\tterm\tdigest\n") != 0) {
        (void)printf("Bail out! %s/digests.txt has no header\n", VECTORS_DIR);
        return 1;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        rows++;
        failures += is_recomputed(line) ? 0 : 1;
    }
    (void)fclose(file);
    tap_report(&tap, "the library's answers have the digests of the tables", rows, failures);
    tap_report(&tap, "every term of every law has a digest", rows,
               rows == (int64_t)N_LAWS * statusrules_count(STATUSRULES_FACT_TERM) ? 0 : 1);
    return tap_done(&tap);
}
