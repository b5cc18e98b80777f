/*
 * A fuzz target without a fuzzer: every seed, each cut at every length, and inputs made of seeds by chance, the same in
 * every run. So the targets also run where libFuzzer does not: in every kind of build.
 *
 *     replay FOLDER ROUNDS
 */
#include "chance.h"
#include "tap.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SEEDS = 64, MAX_INPUT = 4096, MAX_CHANGES = 8 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct seed {
    uint8_t bytes[MAX_INPUT];
    size_t size;
} seeds[MAX_SEEDS];

static uint32_t read_seeds(const char *folder) {
    uint32_t n = 0;
    struct dirent **entries = NULL;
    /* By name: the order of a folder is that of its file system. */
    const int all = scandir(folder, &entries, NULL, alphasort);
    for (int i = 0; i < all; i++) {
        char path[MAX_INPUT];
        (void)snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        FILE *file = entries[i]->d_name[0] == '.' || n == MAX_SEEDS ? NULL : fopen(path, "rb");
        if (file) {
            seeds[n].size = fread(seeds[n].bytes, 1, MAX_INPUT, file);
            n++;
            (void)fclose(file);
        }
        free(entries[i]);
    }
    free(entries);
    return n;
}

/* From memory that is as long as the input, so that a read past its end is seen. */
static void run(const uint8_t *bytes, size_t size) {
    uint8_t *exact = malloc(size ? size : 1);
    if (!exact) {
        abort();
    }
    memcpy(exact, bytes, size);
    (void)LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

int main(int argc, char **argv) {
    uint64_t state = 20211129;
    struct tap tap = {0, 0};
    int64_t inputs = 0;
    const uint32_t n = argc > 1 ? read_seeds(argv[1]) : 0;
    for (uint32_t i = 0; i < n; i++) {
        for (size_t size = 0; size <= seeds[i].size; size++) {
            run(seeds[i].bytes, size);
            inputs++;
        }
    }
    for (int32_t rounds = argc > 2 ? atoi(argv[2]) : 0; n && rounds > 0; rounds--) {
        struct seed made = seeds[chance_below(&state, n)];
        if (chance_below(&state, 4) == 0) {
            made.size = chance_below(&state, 64);
        }
        for (uint32_t changes = 1 + chance_below(&state, MAX_CHANGES); made.size && changes; changes--) {
            made.bytes[chance_below(&state, (uint32_t)made.size)] = (uint8_t)chance_next(&state);
        }
        run(made.bytes, made.size);
        inputs++;
    }
    tap_report(&tap, "every input is taken", inputs, 0);
    return tap_done(&tap);
}
