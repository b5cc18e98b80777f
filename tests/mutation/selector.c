/*
 * Which mutant is taken: the one whose number STATUSRULES_MUTANT holds; none without it. With STATUSRULES_REACHED, the
 * name of a file of one byte a mutant, those that are come to are marked in it instead.
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

int32_t statusrules_mutant;
uint8_t *statusrules_reached;

__attribute__((constructor)) static void choose(void) {
    const char *mutant = getenv("STATUSRULES_MUTANT");
    const char *file = getenv("STATUSRULES_REACHED");
    if (mutant) {
        statusrules_mutant = atoi(mutant);
    } else if (file) {
        /* Shared, so that what a child of a test comes to counts as well. */
        const int handle = open(file, O_RDWR);
        statusrules_reached = mmap(NULL, STATUSRULES_MUTANTS, PROT_READ | PROT_WRITE, MAP_SHARED, handle, 0);
        statusrules_mutant = statusrules_reached == MAP_FAILED ? 0 : -1;
    }
}
