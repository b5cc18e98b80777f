#include "days.h"

#include <statusrules/statusrules.h>
#include <string.h>

enum { LENGTH = STATUSRULES_DAY_LENGTH };

static uint32_t digits(const char *text) {
    return (uint32_t)(text[0] & 15) * 10 + (uint32_t)(text[1] & 15);
}

/* Neighbouring days have places of their own. What is no date has one too, and is not found there. */
static uint32_t place_of(const char *text) {
    return ((digits(text + 2) * 12 + digits(text + 5)) * 31 + digits(text + 8)) % STATUSRULES_N_DAYS;
}

/* Stands apart, so that a day that was met needs no stack. */
#ifdef __GNUC__
__attribute__((noinline, cold))
#endif
static bool
new_day(statusrules_days *days, int32_t *day, const char *text, int32_t length) {
    if (statusrules_parse_day(day, text, length, NULL) != STATUSRULES_OK) {
        return false;
    }
    statusrules_day_text *known = &days->read[place_of(text)];
    memcpy(known->text, text, LENGTH);
    known->day = *day;
    return true;
}

bool statusrules_read_day(statusrules_days *days, int32_t *day, const char *text, int32_t length) {
    if (length == LENGTH) {
        const statusrules_day_text *known = &days->read[place_of(text)];
        /* Ten zero bytes are no date, though an empty place holds them too. */
        if (known->text[0] && memcmp(known->text, text, LENGTH) == 0) {
            *day = known->day;
            return true;
        }
    }
    return new_day(days, day, text, length);
}

const char *statusrules_write_day(statusrules_days *days, int32_t day) {
    statusrules_day_text *known = &days->written[(uint32_t)day % STATUSRULES_N_DAYS];
    if (known->text[0] && known->day == day) {
        return known->text;
    }
    known->day = day;
    known->text[0] = '\0';
    return statusrules_format_day(known->text, (int32_t)sizeof known->text, day, NULL) == STATUSRULES_OK
               ? known->text
               : NULL;
}
