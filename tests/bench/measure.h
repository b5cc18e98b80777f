/*
 * What the benches measure with: memory, time, medians.
 */
#ifndef STATUSRULES_TESTS_BENCH_MEASURE_H
#define STATUSRULES_TESTS_BENCH_MEASURE_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Touched once, so that no way pays for the first use of its pages. */
static inline void *allocate(int64_t n, size_t size) {
    void *memory = malloc((size_t)n * size);
    if (!memory) {
        fprintf(stderr, "no memory for %lld values\n", (long long)n);
        exit(3);
    }
    memset(memory, 1, (size_t)n * size);
    return memory;
}

/* CLOCK_MONOTONIC, or CLOCK_PROCESS_CPUTIME_ID, in which others on the machine do not count. */
static inline double nanoseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

static inline int by_value(const void *a, const void *b) {
    const double x = *(const double *)a;
    const double y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Sorts the values. */
static inline double median_of(double *values, int n) {
    qsort(values, (size_t)n, sizeof *values, by_value);
    return values[n / 2];
}

#endif
