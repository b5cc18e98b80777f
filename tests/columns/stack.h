/*
 * How much stack a call takes. It runs in a thread of its own, on a stack that is painted before; what is no longer paint
 * has been used.
 */
#ifndef STATUSRULES_TESTS_COLUMNS_STACK_H
#define STATUSRULES_TESTS_COLUMNS_STACK_H

#include <pthread.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { STACK_ROOM = 1 << 20, STACK_PAINT = 0xA5 };

static alignas(4096) unsigned char stack_memory[STACK_ROOM];

/* Runs a call; gives the bytes that it and its thread have used. */
static inline int64_t stack_of(void *(*call)(void *), void *argument) {
    pthread_t thread;
    pthread_attr_t attributes;
    int64_t unused = 0;
    memset(stack_memory, STACK_PAINT, sizeof stack_memory);
    if (pthread_attr_init(&attributes) || pthread_attr_setstack(&attributes, stack_memory, sizeof stack_memory)
        || pthread_create(&thread, &attributes, call, argument) || pthread_join(thread, NULL)) {
        abort();
    }
    (void)pthread_attr_destroy(&attributes);
    while (unused < STACK_ROOM && stack_memory[unused] == STACK_PAINT) {
        unused++;
    }
    return STACK_ROOM - unused;
}

/* Of a call that does nothing: what a thread needs. */
static inline void *no_call(void *argument) {
    return argument;
}

#endif
