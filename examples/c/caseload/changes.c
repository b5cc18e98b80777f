/*
 * --impact: what a decree, an edition or another law changes in a register. Rows outside the boxes of statusrules_impact are
 * answered once, so that what is wrong with a row is found as in any run; the others are answered twice. What is written is a
 * table of transitions, as CSV; its rows add up.
 */
#include "../touched.h"
#include "caseload.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SPANS = 1 << 16, MAX_CHANGES = 4096 };

/* One kind of change: outcomes, how the day moved, and the provisions; the days are those before and after. */
typedef struct change {
    int32_t outcomes[2];
    int32_t provisions[2];
    int32_t moved;
    int32_t first_days[2];
    int32_t last_days[2];
    long long rows;
} change;

typedef struct comparing {
    const options *o;
    const char *name;
    /* Before and after, without what no transition says. */
    statusrules_options sides[2];
    header header;
    value_memory memory;
    summary summary;
    statusrules_span *spans;
    touched touched;
    change changes[MAX_CHANGES];
    int n_changes;
    bool full;
    long long outside;
    long long unchanged;
    int status;
} comparing;

enum { MOVED_EARLIER = -1, NOT_MOVED = 0, MOVED_LATER = 1 };

static bool prepare(comparing *a) {
    const options *o = a->o;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    statusrules_error error = {0};
    int64_t varies = 0;
    int32_t n_spans = 0;
    facts.on_day = o->on_day;
    for (size_t i = 0; i < a->header.n_facts; i++) {
        varies |= (int64_t)1 << a->header.facts[i];
    }
    if (statusrules_impact(a->spans, MAX_SPANS, &n_spans, o->law, &o->parameters, o->law_after,
                           &o->parameters_after, o->question, &facts, varies, &error)) {
        char why[WHY_SIZE] = "";
        words_append_error(why, sizeof why, &error, o->language);
        fprintf(stderr, "caseload: --impact: %s\n", why);
        a->status = EXIT_USAGE;
        return false;
    }
    return touched_make(&a->touched, a->spans, n_spans);
}

static bool read_facts(comparing *a, const row *r, statusrules_facts *facts) {
    char why[WHY_SIZE] = "";
    bool fine = !r->malformed && !r->too_long && r->n_fields == a->header.n_columns;
    if (!fine) {
        summary_bad(&a->summary, r->line,
                    words(a->o->language, "the row does not have the form of the header",
                          "строка не такая, как заголовок"));
        return false;
    }
    facts->on_day = a->o->on_day;
    for (size_t i = 0; i < a->header.n_facts; i++) {
        size_t length;
        char reason[WHY_SIZE];
        const char *text = row_field(r, a->header.columns[i], &length);
        if (!value_read(facts, a->header.facts[i], text, length, a->o->language, &a->memory, reason)) {
            value_append_wrong(why, reason, text, length, a->o->language);
            fine = false;
        }
    }
    if (!fine) {
        summary_bad(&a->summary, r->line, why);
    }
    return fine;
}

static void add_day(change *c, int32_t side, int32_t day) {
    if (day != STATUSRULES_NOT_A_DAY) {
        c->first_days[side] =
            c->first_days[side] == STATUSRULES_NOT_A_DAY || day < c->first_days[side] ? day : c->first_days[side];
        c->last_days[side] = day > c->last_days[side] ? day : c->last_days[side];
    }
}

static void add_change(comparing *a, const statusrules_answer answers[2]) {
    const int32_t days[2] = {answers[0].day, answers[1].day};
    const bool dated = days[0] != STATUSRULES_NOT_A_DAY && days[1] != STATUSRULES_NOT_A_DAY;
    const int32_t moved = !dated || days[0] == days[1] ? NOT_MOVED
                          : days[1] < days[0]          ? MOVED_EARLIER
                                                       : MOVED_LATER;
    int i = 0;
    for (; i < a->n_changes; i++) {
        const change *c = &a->changes[i];
        if (c->moved == moved && c->outcomes[0] == answers[0].outcome && c->outcomes[1] == answers[1].outcome
            && c->provisions[0] == answers[0].provision && c->provisions[1] == answers[1].provision) {
            break;
        }
    }
    if (i == MAX_CHANGES) {
        a->full = true;
        return;
    }
    change *c = &a->changes[i];
    if (i == a->n_changes) {
        a->n_changes++;
        *c = (change){
            {answers[0].outcome, answers[1].outcome},       {answers[0].provision, answers[1].provision},   moved,
            {STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY}, {STATUSRULES_NOT_A_DAY, STATUSRULES_NOT_A_DAY}, 0};
    }
    c->rows++;
    add_day(c, 0, days[0]);
    add_day(c, 1, days[1]);
}

static void compare_row(comparing *a, const row *r, const statusrules_facts *facts) {
    const options *o = a->o;
    const bool reached = touched_case(&a->touched, facts);
    statusrules_answer answers[2];
    statusrules_error error = {0};
    if (statusrules_ask(&answers[0], o->law, o->question, facts, &a->sides[0], &error)
        || (reached && statusrules_ask(&answers[1], o->law_after, o->question, facts, &a->sides[1], &error))) {
        char why[WHY_SIZE] = "";
        words_append_error(why, sizeof why, &error, o->language);
        summary_bad(&a->summary, r->line, why);
        return;
    }
    if (!reached) {
        a->outside++;
    } else if (answers[0].outcome == answers[1].outcome && answers[0].day == answers[1].day) {
        a->unchanged++;
    } else {
        add_change(a, answers);
    }
    summary_compared(&a->summary);
}

static bool take_row(const row *r, void *context) {
    comparing *a = context;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    if (a->header.n_columns == 0) {
        return header_read(&a->header, a->o, a->name, r) && prepare(a);
    }
    if (read_facts(a, r, &facts)) {
        compare_row(a, r, &facts);
    }
    return !a->full;
}

/* ---- What is written ---- */

static void write_day(FILE *out, int32_t day) {
    char text[16];
    fputc(',', out);
    if (day == STATUSRULES_NONE) {
        fputs("none", out);
    } else if (statusrules_format_day(text, sizeof text, day, NULL) == STATUSRULES_OK) {
        fputs(text, out);
    }
}

static void write_provision(FILE *out, const statusrules_law *law, int32_t number) {
    statusrules_provision provision;
    fputc(',', out);
    if (number && statusrules_law_provision(&provision, law, number, NULL) == STATUSRULES_OK) {
        register_write(out, provision.id, strlen(provision.id));
    }
}

static const char *outcome_name(int32_t outcome) {
    return statusrules_name(STATUSRULES_NAMES_OUTCOME, outcome, STATUSRULES_LANGUAGE_NAME);
}

static int by_outcomes(const void *a, const void *b) {
    const change *x = a;
    const change *y = b;
    const int32_t keys[][2] = {{x->outcomes[0], y->outcomes[0]},
                               {x->outcomes[1], y->outcomes[1]},
                               {x->moved, y->moved},
                               {x->provisions[0], y->provisions[0]},
                               {x->provisions[1], y->provisions[1]}};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (keys[i][0] != keys[i][1]) {
            return keys[i][0] < keys[i][1] ? -1 : 1;
        }
    }
    return 0;
}

static void write_changes(comparing *a, FILE *out) {
    static const char *const moves[] = {"earlier", "", "later"};
    qsort(a->changes, (size_t)a->n_changes, sizeof *a->changes, by_outcomes);
    fputs(
        "rows,before,after,day,provision_before,provision_after,first_day_before,last_day_before,first_day_after,"
        "last_day_after\n",
        out);
    for (int i = 0; i < a->n_changes; i++) {
        const change *c = &a->changes[i];
        fprintf(out, "%lld,%s,%s,%s", c->rows, outcome_name(c->outcomes[0]), outcome_name(c->outcomes[1]),
                moves[c->moved + 1]);
        write_provision(out, a->o->law, c->provisions[0]);
        write_provision(out, a->o->law_after, c->provisions[1]);
        for (int32_t side = 0; side < 2; side++) {
            write_day(out, c->first_days[side]);
            write_day(out, c->last_days[side]);
        }
        fputc('\n', out);
    }
}

static void print_count(const comparing *a, long long count, const char *en, const char *ru) {
    char buffer[COUNT_SIZE];
    fprintf(stderr, "%12s  %s\n", words_count(buffer, count, a->o->language), words(a->o->language, en, ru));
}

static void print_sum(const comparing *a) {
    long long changed = 0;
    for (int i = 0; i < a->n_changes; i++) {
        changed += a->changes[i].rows;
    }
    print_count(a, a->summary.rows, "rows read, of these:", "прочитано строк, из них:");
    print_count(a, changed, "answered otherwise", "с другим ответом");
    print_count(a, a->unchanged, "answered twice, and the same", "с тем же ответом, проверенным дважды");
    print_count(a, a->outside, "that the change cannot touch, answered once",
                "которых изменение не касается: ответ вычислен один раз");
    print_count(a, a->summary.bad, "bad rows", "строк с ошибками");
}

int changes_answer(const options *o, FILE *in, const char *name, FILE *out) {
    comparing *a = calloc(1, sizeof *a);
    register_end end = REGISTER_NO_MEMORY;
    int status = EXIT_FILES;
    if (a) {
        a->o = o;
        a->name = name;
        a->status = EXIT_FILES;
        a->sides[0] = o->parameters;
        a->sides[1] = o->parameters_after;
        a->sides[0].brief = a->sides[1].brief = STATUSRULES_YES;
        a->spans = malloc(MAX_SPANS * sizeof *a->spans);
    }
    if (a && a->spans) {
        summary_begin(&a->summary, o, in, name);
        end = register_read(in, take_row, a);
        if (a->header.n_columns > 0) {
            summary_end(&a->summary);
        }
        if (end == REGISTER_READ && a->header.n_columns > 0) {
            write_changes(a, out);
            print_sum(a);
            status = a->summary.bad > 0 ? EXIT_SOME_BAD : EXIT_ANSWERED;
        } else if (end == REGISTER_STOPPED) {
            status = a->status;
            if (a->full) {
                fprintf(stderr, "caseload: --impact: %s\n",
                        words(o->language, "more than 4096 kinds of change", "видов изменений больше 4096"));
            }
        }
        touched_free(&a->touched);
    }
    if (status == EXIT_FILES && end != REGISTER_STOPPED) {
        fprintf(stderr, "%s: %s\n", name, words(o->language, "cannot be read to its end", "не читается до конца"));
    }
    if (a) {
        free(a->spans);
    }
    free(a);
    return status;
}
