/* Stage 1: decree 274 and its amendments. */
#include "documents.h"

static void write_windows(void) {
    static const int32_t published[] = {DAY(2020, 4, 18), DAY(2020, 6, 15), DAY(2020, 9, 23), DAY(2020, 12, 17)};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        for (int32_t p = 0; p < COUNT(published); p++) {
            int32_t window = oracle_measures_window(published[p]);
            const int32_t last_days[] = {DAY(2020, 3, 14), DAY(2020, 3, 15), DAY(2020, 6, 15),
                                         DAY(2020, 6, 16), window,           window + 1};
            statusrules_options options = known_on(published[p]);
            for (int32_t e = 0; e < COUNT(last_days); e++) {
                statusrules_facts facts = document(term, last_days[e], STATE('U', 'S'));
                write_readings(&facts, &options);
            }
        }
    }
}

/* The same visas on the eve of each publication. */
static void write_eves(void) {
    static const int32_t eves[] = {DAY(2020, 4, 17), DAY(2020, 6, 14), DAY(2020, 9, 22), DAY(2020, 12, 16)};
    static const int32_t last_days[] = {DAY(2020, 3, 15), DAY(2020, 6, 16), DAY(2020, 9, 16), DAY(2020, 12, 16)};
    for (int32_t p = 0; p < COUNT(eves); p++) {
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            statusrules_options options = known_on(eves[p]);
            statusrules_facts facts = document(STATUSRULES_TERM_VISA, last_days[e], STATE('U', 'S'));
            write_readings(&facts, &options);
        }
    }
}

static const struct {
    int32_t state;
    int32_t published;
} cut_off[] = {
    {STATE('G', 'B'), DAY(2020, 12, 17)}, {STATE('T', 'R'), DAY(2020, 12, 17)},
    {STATE('T', 'Z'), DAY(2020, 12, 17)}, {STATE('C', 'H'), DAY(2020, 12, 17)},
    {STATE('E', 'G'), DAY(2020, 12, 17)}, {STATE('A', 'E'), DAY(2020, 12, 17)},
    {STATE('M', 'V'), DAY(2020, 12, 17)}, {STATE('B', 'Y'), DAY(2020, 12, 17)},
    {STATE('K', 'Z'), DAY(2020, 12, 17)}, {STATE('K', 'G'), DAY(2020, 12, 17)},
    {STATE('K', 'R'), DAY(2020, 12, 17)}, {STATE('R', 'S'), DAY(2020, 12, 17)},
    {STATE('C', 'U'), DAY(2020, 12, 17)}, {STATE('J', 'P'), DAY(2020, 12, 17)},
    {STATE('E', 'T'), DAY(2020, 12, 17)}, {STATE('S', 'C'), DAY(2020, 12, 17)},
    {STATE('X', 'O'), DAY(2020, 12, 17)}, {STATE('X', 'A'), DAY(2020, 12, 17)},
    {STATE('F', 'I'), DAY(2021, 1, 25)},  {STATE('V', 'N'), DAY(2021, 1, 25)},
    {STATE('I', 'N'), DAY(2021, 1, 25)},  {STATE('Q', 'A'), DAY(2021, 1, 25)},
    {STATE('G', 'R'), DAY(2021, 1, 28)},  {STATE('S', 'G'), DAY(2021, 1, 28)},
    {STATE('A', 'Z'), DAY(2021, 2, 3)},   {STATE('A', 'M'), DAY(2021, 2, 3)},
};

static void write_cut_off_states(void) {
    static const int32_t not_cut_off[] = {STATE('V', 'E'), STATE('D', 'E'), STATE('S', 'Y'),
                                          STATE('T', 'J'), STATE('U', 'Z'), STATE('L', 'K'),
                                          STATE('U', 'A'), STATE('C', 'N'), NONE};
    for (int32_t i = 0; i < COUNT(cut_off); i++) {
        int32_t w = oracle_measures_cut_off(cut_off[i].state, cut_off[i].published);
        const int32_t last_days[] = {DAY(2020, 3, 14), DAY(2020, 3, 15), w, w + 1,
                                     DAY(2021, 6, 15), DAY(2021, 6, 16)};
        for (int32_t e = 0; e < COUNT(last_days); e++) {
            statusrules_options options = known_on(cut_off[i].published);
            statusrules_facts facts = document(STATUSRULES_TERM_VISA, last_days[e], cut_off[i].state);
            write_readings(&facts, &options);
        }
        statusrules_options eve = known_on(cut_off[i].published - 1);
        statusrules_facts facts = document(STATUSRULES_TERM_VISA, w + 1, cut_off[i].state);
        write_readings(&facts, &eve);
    }
    for (int32_t i = 0; i < COUNT(not_cut_off); i++) {
        statusrules_options options = known_on(DAY(2021, 4, 1));
        statusrules_facts facts = document(STATUSRULES_TERM_VISA, DAY(2021, 6, 15), not_cut_off[i]);
        facts.residence_state = not_cut_off[i] == NONE ? NONE : UNKNOWN;
        write_readings(&facts, &options);
    }
}

static void write_every_term_cut_off(void) {
    static const int32_t one_of_each[] = {STATE('G', 'B'), STATE('F', 'I'), STATE('G', 'R'), STATE('A', 'Z')};
    for (int32_t term = FIRST_TERM; term <= LAST_TERM; term++) {
        for (int32_t s = 0; s < COUNT(one_of_each); s++) {
            int32_t w = oracle_measures_cut_off(one_of_each[s], DAY(2021, 6, 14));
            const int32_t last_days[] = {w, w + 1, DAY(2021, 6, 15)};
            for (int32_t e = 0; e < COUNT(last_days); e++) {
                statusrules_options options = known_on(DAY(2021, 6, 14));
                statusrules_facts facts = document(term, last_days[e], one_of_each[s]);
                write_readings(&facts, &options);
            }
        }
    }
}

void write_decree_274(void) {
    write_windows();
    write_eves();
    write_cut_off_states();
    write_every_term_cut_off();
}
