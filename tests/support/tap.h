/**
 * @file tap.h
 * @brief Test output that Meson reads: `ok` and `not ok` lines, and the plan at the end.
 */
#ifndef STATUSRULES_TESTS_TAP_H
#define STATUSRULES_TESTS_TAP_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/** @brief What has been reported so far. */
struct tap {
    int32_t tests;
    int32_t failures;
};

/** @brief Reports one test as a sentence, with how many cases it went through: none is a failure. */
static inline void tap_report(struct tap *tap, const char *sentence, int64_t cases, int64_t failures) {
    bool passed = cases > 0 && failures == 0;
    tap->tests++;
    tap->failures += passed ? 0 : 1;
    (void)printf("# checked %lld cases, %lld failed\n", (long long)cases, (long long)failures);
    (void)printf("%s %d - %s\n", passed ? "ok" : "not ok", (int)tap->tests, sentence);
    (void)fflush(stdout);
}

/** @brief Prints the plan. @return the exit code */
static inline int tap_done(const struct tap *tap) {
    (void)printf("1..%d\n", (int)tap->tests);
    return tap->tests > 0 && tap->failures == 0 ? 0 : 1;
}

#endif
