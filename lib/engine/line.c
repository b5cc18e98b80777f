#include "engine/line.h"

#include "engine/bits.h"

static int32_t is_asked(const statusrules_case *c, int32_t fact) {
    for (const uint8_t *asked = c->question->facts; *asked; asked++) {
        if (*asked == fact) {
            return 1;
        }
    }
    return 0;
}

static void narrow(int32_t *from, int32_t *until, int64_t first, int64_t last) {
    *from = first > *from ? (int32_t)(first <= STATUSRULES_LAST_DAY ? first : STATUSRULES_LAST_DAY + 1) : *from;
    *until = last < *until ? (int32_t)(last >= STATUSRULES_FIRST_DAY ? last : STATUSRULES_FIRST_DAY - 1) : *until;
}

/* Narrows to the days of the line on which a counted number of days lies in first..last. The least and the greatest
 * number stand for those beyond as well. */
static void narrow_to_count(int32_t *from, int32_t *until, const statusrules_line *line, int32_t counted,
                            int32_t first, int32_t last) {
    const statusrules_table_fact *table = &statusrules_table_facts[counted];
    const int32_t to_line = table->days_to == line->fact;
    const int64_t other = statusrules_fact_value(&line->facts, to_line ? table->days_from : table->days_to);
    const int64_t least = to_line ? other + first : other - last;
    const int64_t greatest = to_line ? other + last : other - first;
    const int32_t below = to_line ? first <= table->info.first : last >= table->info.last;
    const int32_t above = to_line ? last >= table->info.last : first <= table->info.first;
    narrow(from, until, below ? STATUSRULES_FIRST_DAY : least, above ? STATUSRULES_LAST_DAY : greatest);
}

/* A number of days that one end of the line's day makes: moving, or given and so leaving few days. */
static void add_count(statusrules_line *line, int32_t counted) {
    const statusrules_table_fact *table = &statusrules_table_facts[counted];
    const int32_t given = statusrules_fact_value(&line->facts, counted);
    statusrules_set_fact_value(&line->facts, line->fact, STATUSRULES_FIRST_DAY);
    const int32_t days = statusrules_count_days(&line->facts, counted);
    if ((table->days_from != line->fact && table->days_to != line->fact) || days == STATUSRULES_UNKNOWN) {
        return;
    }
    if (given == STATUSRULES_UNKNOWN) {
        line->moves |= (int64_t)1 << counted;
    } else if (days == STATUSRULES_NONE || given == STATUSRULES_NONE) {
        line->last = days == given ? line->last : line->first - 1;
    } else {
        narrow_to_count(&line->first, &line->last, line, counted, given, given);
    }
}

static int64_t counted_of(const statusrules_line *line) {
    return statusrules_table_question_facts[line->question] & statusrules_table_counted;
}

/* The days that no other fact must be before, or after. */
static void keep_order(statusrules_line *line) {
    const int32_t before = statusrules_table_facts[line->fact].not_before;
    if (before && statusrules_fact_value(&line->facts, before) != STATUSRULES_UNKNOWN) {
        narrow(&line->first, &line->last, statusrules_fact_value(&line->facts, before), STATUSRULES_LAST_DAY);
    }
    for (uint64_t left = (uint64_t)statusrules_table_question_facts[line->question]; left; left &= left - 1) {
        const int32_t after = statusrules_lowest_bit(left);
        const int32_t value = statusrules_fact_value(&line->facts, after);
        if (statusrules_table_facts[after].not_before == line->fact && value != STATUSRULES_UNKNOWN
            && value != STATUSRULES_NONE) {
            narrow(&line->first, &line->last, STATUSRULES_FIRST_DAY, value);
        }
    }
}

void statusrules_begin_line(statusrules_line *line, const statusrules_case *c, const statusrules_facts *facts,
                            int32_t question, int32_t fact) {
    line->c = *c;
    line->facts = *facts;
    line->question = question;
    line->fact = fact;
    line->first = STATUSRULES_FIRST_DAY;
    line->last = STATUSRULES_LAST_DAY;
    line->is_asked = 0;
    line->moves = 0;
    if (fact == STATUSRULES_ARGUMENT_DAY) {
        return;
    }
    line->is_asked = is_asked(c, fact);
    line->moves = (int64_t)1 << fact;
    keep_order(line);
    for (uint64_t left = (uint64_t)counted_of(line); left; left &= left - 1) {
        add_count(line, statusrules_lowest_bit(left));
    }
    for (int32_t b = 0; b < c->question->n_blocks; b++) {
        line->within_reach[b] = statusrules_rows_within_reach(c, &c->question->blocks[b], line->moves);
    }
}

static uint8_t set_value(statusrules_case *c, int32_t fact, int32_t value) {
    c->classes[fact] = statusrules_class(&c->law->axes[fact], value);
    c->unknown &= ~((int64_t)1 << fact);
    c->open &= ~((int64_t)1 << fact);
    return c->classes[fact];
}

/* The first and last value of a class. */
static int32_t first_of_class(const statusrules_table_axis *axis, int32_t class, int32_t least) {
    return class > STATUSRULES_CLASS_FIRST ? axis->class_end[class - 1] + 1 : least;
}

static void count_anew(statusrules_line *line, statusrules_stretch *stretch, int32_t counted) {
    const statusrules_table_axis *axis = &line->c.law->axes[counted];
    const int32_t days = statusrules_count_days(&line->facts, counted);
    const uint8_t class = set_value(&line->c, counted, days);
    if (days != STATUSRULES_NONE) {
        narrow_to_count(&stretch->from, &stretch->until, line, counted,
                        first_of_class(axis, class, statusrules_table_facts[counted].info.first),
                        axis->class_end[class]);
    }
}

statusrules_stretch statusrules_go_to(statusrules_line *line, int32_t day) {
    statusrules_stretch stretch = {line->first, line->last};
    statusrules_case *c = &line->c;
    if (line->fact == STATUSRULES_ARGUMENT_DAY) {
        c->valid_on = day;
        c->asks_last_day = 1;
        return stretch;
    }
    statusrules_set_fact_value(&line->facts, line->fact, day);
    if (line->is_asked) {
        const statusrules_table_axis *axis = &c->law->axes[line->fact];
        const uint8_t class = set_value(c, line->fact, day);
        narrow(&stretch.from, &stretch.until, first_of_class(axis, class, STATUSRULES_FIRST_DAY),
               axis->class_end[class]);
    }
    for (uint64_t left = (uint64_t)(line->moves & counted_of(line)); left; left &= left - 1) {
        const int32_t counted = statusrules_lowest_bit(left);
        if (is_asked(c, counted)) {
            count_anew(line, &stretch, counted);
        }
    }
    if (line->fact == STATUSRULES_FACT_LAST_DAY) {
        c->last_day = day;
    } else if (line->fact == STATUSRULES_FACT_ISSUED_ON) {
        c->issued_on = day;
        if (c->valid_on != STATUSRULES_UNKNOWN && day <= c->valid_on) {
            narrow(&stretch.from, &stretch.until, STATUSRULES_FIRST_DAY, c->valid_on);
        } else if (c->valid_on != STATUSRULES_UNKNOWN) {
            narrow(&stretch.from, &stretch.until, (int64_t)c->valid_on + 1, STATUSRULES_LAST_DAY);
        }
    }
    return stretch;
}

static uint64_t rows_left(const statusrules_line *line, int32_t b) {
    const statusrules_table_block *block = &line->c.question->blocks[b];
    uint64_t rows = line->within_reach[b];
    for (uint64_t left = (uint64_t)line->moves; rows && left; left &= left - 1) {
        const int32_t fact = statusrules_lowest_bit(left);
        rows &= block->masks[fact] ? block->masks[fact][line->c.classes[fact]] : rows;
    }
    return rows;
}

void statusrules_keep_rows(statusrules_line *line) {
    for (int32_t b = 0; b < line->c.question->n_blocks; b++) {
        line->kept[b] = rows_left(line, b);
    }
}

int32_t statusrules_leaves_kept_rows(const statusrules_line *line) {
    for (int32_t b = 0; b < line->c.question->n_blocks; b++) {
        if (rows_left(line, b) != line->kept[b]) {
            return 0;
        }
    }
    return 1;
}

/* The rows of a block that a last day leaves, where it came as it is; ends the days that leave the same. */
static uint64_t rows_of_last_day(const statusrules_line *line, int32_t b, int32_t day, int32_t *until) {
    static const int32_t axes[] = {STATUSRULES_FACT_LAST_DAY, STATUSRULES_AXIS_INCOMING_DAY};
    const statusrules_table_block *block = &line->c.question->blocks[b];
    uint64_t rows = line->within_reach[b];
    if (block->masks[STATUSRULES_AXIS_EXTENDED]) {
        rows &= block->masks[STATUSRULES_AXIS_EXTENDED][statusrules_extended_class(line->c.law, STATUSRULES_NO)];
    }
    for (int32_t i = 0; rows && i < 2; i++) {
        const statusrules_table_axis *axis = &line->c.law->axes[axes[i]];
        if (block->masks[axes[i]]) {
            const uint8_t class = statusrules_class(axis, day);
            rows &= block->masks[axes[i]][class];
            *until = axis->class_end[class] < *until ? axis->class_end[class] : *until;
        }
    }
    return rows;
}

int32_t statusrules_end_of_silence(const statusrules_line *line, int32_t day) {
    const int32_t valid_on = line->c.valid_on;
    const int32_t limit = valid_on != STATUSRULES_UNKNOWN && valid_on <= line->last ? valid_on - 1 : line->last;
    while (day <= limit) {
        int32_t until = limit;
        uint64_t rows = 0;
        for (int32_t b = 0; b < line->c.question->n_blocks; b++) {
            if (line->c.question->blocks[b].stage != STATUSRULES_STAGE_NOTES) {
                rows |= rows_of_last_day(line, b, day, &until);
            }
        }
        if (rows) {
            break;
        }
        day = until + 1;
    }
    return day - 1;
}
