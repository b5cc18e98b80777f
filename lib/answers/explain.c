/* An answer in words. The words of the law itself stand in lib/law; here is only what joins them. */
#include "answers/text.h"
#include "engine/bits.h"
#include "engine/classes.h"
#include "engine/error.h"
#include "engine/tables.h"

#include <statusrules/answers.h>

/* More steps than any case has: the law compiler refuses a law that could need more. */
enum { MAX_STEPS = 512 };

static void add_through(statusrules_text *text, int32_t day) {
    if (day == STATUSRULES_NONE) {
        statusrules_text_say(text, "with an end that is not fixed yet", "до дня, который ещё не определён");
        return;
    }
    statusrules_text_say(text, "up to and including ", "по ");
    statusrules_text_day(text, day);
    statusrules_text_say(text, "", " включительно");
}

/* What the provision does, in its own words; nothing where none decided. */
static const char *says_of(const statusrules_text *text, const statusrules_law *law, int32_t number) {
    return text->language == STATUSRULES_LANGUAGE_RU ? law->provisions[number - 1].says_ru
                                                     : law->provisions[number - 1].says_en;
}

/* The provision's own words, with {day} filled in. */
static void add_saying(statusrules_text *text, const char *saying, int32_t day) {
    static const char mark[] = "{day}";
    for (; *saying; saying++) {
        int32_t i = 0;
        while (mark[i] && saying[i] == mark[i]) {
            i++;
        }
        if (!mark[i]) {
            add_through(text, day);
            saying += i - 1;
        } else {
            char letter[2] = {*saying, 0};
            statusrules_text_add(text, letter);
        }
    }
}

static void add_facts(statusrules_text *text, int64_t facts) {
    const char *separator = "";
    for (uint64_t left = (uint64_t)facts; left; left &= left - 1) {
        statusrules_text_add(text, separator);
        statusrules_text_add(
            text, statusrules_name(STATUSRULES_NAMES_FACT, statusrules_lowest_bit(left), text->language));
        separator = ", ";
    }
}

static void add_names(statusrules_text *text, int32_t names, int32_t bits) {
    const char *separator = "";
    for (uint64_t left = (uint64_t)bits; left; left &= left - 1) {
        statusrules_text_add(text, separator);
        statusrules_text_add(text, statusrules_name(names, statusrules_lowest_bit(left), text->language));
        separator = "; ";
    }
}

static void add_law(statusrules_text *text, const statusrules_law *law) {
    statusrules_text_add(text, text->language == STATUSRULES_LANGUAGE_RU ? law->label_ru : law->label_en);
}

/* The outcome of "valid on a day". */
static void add_validity(statusrules_text *text, int32_t day, const statusrules_answer *answer,
                         const statusrules_facts *facts) {
    statusrules_text_say(text, "valid on ", "действует на ");
    statusrules_text_day(text, day);
    statusrules_text_add(text, ": ");
    switch (answer->outcome) {
    case STATUSRULES_OUTCOME_YES:
        if (!answer->provision) {
            statusrules_text_say(text, "yes, within its own term", "да, в пределах собственного срока");
        } else if (answer->day != STATUSRULES_NOT_A_DAY) {
            statusrules_text_say(text, "yes, extended ", "да, продлено ");
            add_through(text, answer->day);
        } else {
            statusrules_text_say(text, "yes, extended", "да, продлено");
        }
        break;
    case STATUSRULES_OUTCOME_NO:
        statusrules_text_say(text, "no, the extension had ended", "нет, продление закончилось");
        break;
    default:
        if (facts->issued_on != STATUSRULES_UNKNOWN && day < facts->issued_on) {
            statusrules_text_say(text, "silent; it had not been issued by then",
                                 "ответа нет; к этому дню ещё не выдан");
        } else {
            statusrules_text_say(text, "silent; after its own term this law says nothing. That is not a no",
                                 "ответа нет; после собственного срока источник ничего не говорит. Это не отказ");
        }
        break;
    }
}

/* The first line: the outcome, for the question asked. */
static void add_headline(statusrules_text *text, const statusrules_law *law, int32_t question,
                         const statusrules_answer *answer) {
    switch (answer->outcome) {
    case STATUSRULES_OUTCOME_YES:
        if (answer->day == STATUSRULES_NONE) {
            statusrules_text_say(text, "yes, valid; the end is not fixed yet",
                                 "да, действует; конец срока ещё не определён");
        } else if (answer->day != STATUSRULES_NOT_A_DAY && question == STATUSRULES_QUESTION_EXTENSION) {
            statusrules_text_say(text, "yes, valid ", "да, действует ");
            add_through(text, answer->day);
        } else {
            statusrules_text_say(text, "yes, ", "да, ");
            add_saying(text, says_of(text, law, answer->provision), answer->day);
        }
        break;
    case STATUSRULES_OUTCOME_NO:
        statusrules_text_say(text, "no, ", "нет, ");
        statusrules_text_add(text, says_of(text, law, answer->provision));
        break;
    case STATUSRULES_OUTCOME_DISCRETION:
        statusrules_text_say(text, "at the discretion of an official", "решает должностное лицо");
        break;
    default:
        statusrules_text_say(text, "silent; ", "ответа нет; ");
        if (answer->provision) {
            statusrules_text_add(text, says_of(text, law, answer->provision));
        } else {
            statusrules_text_say(text, "this law (", "источник (");
            add_law(text, law);
            statusrules_text_say(text, ") says nothing about the case", ") об этом случае ничего не говорит");
        }
        statusrules_text_say(text, ". That is not a no", ". Это не отказ");
        break;
    }
}

static void add_first_line(statusrules_text *text, const statusrules_law *law, int32_t question,
                           const statusrules_facts *facts, const statusrules_options *options,
                           const statusrules_answer *answer) {
    statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_QUESTION, question, text->language));
    statusrules_text_add(text, ": ");
    if (answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
        statusrules_text_say(text, "undetermined; a missing fact can change the answer",
                             "не определено; ответ зависит от недостающих сведений");
    } else if (answer->outcome == STATUSRULES_OUTCOME_CONFLICT) {
        statusrules_text_say(text, "conflict; sources or readings disagree, every side follows",
                             "противоречие; источники или прочтения расходятся, ниже приведены все");
    } else if (options->valid_on != STATUSRULES_UNKNOWN) {
        add_validity(text, options->valid_on, answer, facts);
    } else {
        add_headline(text, law, question, answer);
    }
    statusrules_text_stop(text);
}

/* The parameters that the question was asked under, where they are not the usual ones. */
static void add_parameters(statusrules_text *text, const statusrules_law *law, const statusrules_options *options,
                           const statusrules_answer *answer) {
    const int32_t asked_day = options->valid_on != STATUSRULES_UNKNOWN
                              && (answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED
                                  || answer->outcome == STATUSRULES_OUTCOME_CONFLICT);
    const char *separator = "";
    if (!asked_day && options->reading == STATUSRULES_UNKNOWN && options->known_on == STATUSRULES_UNKNOWN
        && (options->edition == STATUSRULES_UNKNOWN || options->edition == law->edition) && !options->strict) {
        return;
    }
    statusrules_text_say(text, "Asked under: ", "Условия вопроса: ");
    if (asked_day) {
        statusrules_text_say(text, "valid on ", "действует ли на ");
        statusrules_text_day(text, options->valid_on);
        separator = "; ";
    }
    if (options->reading != STATUSRULES_UNKNOWN) {
        statusrules_text_add(text, separator);
        statusrules_text_say(text, "reading “", "прочтение «");
        statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_READING, options->reading, text->language));
        statusrules_text_say(text, "”", "»");
        separator = "; ";
    }
    if (options->known_on != STATUSRULES_UNKNOWN) {
        statusrules_text_add(text, separator);
        statusrules_text_say(text, "as published by ", "по опубликованному на ");
        statusrules_text_day(text, options->known_on);
        separator = "; ";
    }
    if (options->edition != STATUSRULES_UNKNOWN && options->edition != law->edition) {
        statusrules_text_add(text, separator);
        statusrules_text_say(text, "edition ", "редакция ");
        statusrules_text_number(text, options->edition);
        separator = "; ";
    }
    if (options->strict) {
        statusrules_text_add(text, separator);
        statusrules_text_say(text, "nothing is presumed", "без предположений");
    }
    statusrules_text_stop(text);
}

/* A window of days, or of numbers. */
static void add_window(statusrules_text *text, const statusrules_condition *condition) {
    statusrules_fact_info info = {.first = STATUSRULES_FIRST_DAY, .last = STATUSRULES_LAST_DAY};
    (void)statusrules_fact(&info, condition->fact, 0);
    const int32_t number = info.kind == STATUSRULES_KIND_NUMBER;
    const int32_t begins = condition->first != info.first;
    const int32_t ends = condition->last != info.last;
    if (condition->first == condition->last) {
        statusrules_text_value(text, condition->fact, condition->first);
        return;
    }
    if (!begins && !ends) {
        statusrules_text_say(text, number ? "any number" : "any day", number ? "любое число" : "любой день");
        return;
    }
    if (begins) {
        statusrules_text_say(text, number && !ends ? "at least " : "from ",
                             !number ? "с "
                             : ends  ? "от "
                                     : "не менее ");
        statusrules_text_value(text, condition->fact, condition->first);
        statusrules_text_add(text, ends ? " " : "");
    }
    if (ends) {
        statusrules_text_say(text,
                             !number  ? "through "
                             : begins ? "to "
                                      : "at most ",
                             !number  ? "по "
                             : begins ? "до "
                                      : "не более ");
        statusrules_text_value(text, condition->fact, condition->last);
    }
}

/* So many states are not read one by one: their names stand with the provision. */
enum { MAX_STATES_TOLD = 8 };

static int32_t asks_state(int32_t fact) {
    statusrules_fact_info info = {.first = 0};
    (void)statusrules_fact(&info, fact, 0);
    return fact == STATUSRULES_STATE || info.kind == STATUSRULES_KIND_COUNTRY;
}

static void add_set(statusrules_text *text, const statusrules_condition *condition, int32_t excluded) {
    const int32_t n = condition->n_values;
    if (n > MAX_STATES_TOLD && asks_state(condition->fact)) {
        statusrules_text_say(text, excluded ? "none of the " : "one of the ",
                             excluded ? "ни одно из государств, названных в положении: их "
                                      : "одно из государств, названных в положении: их ");
        statusrules_text_number(text, n);
        statusrules_text_say(text, " states that the provision names", "");
        return;
    }
    if (n > 1) {
        statusrules_text_say(text, excluded ? "none of: " : "one of: ", excluded ? "ни одно из: " : "одно из: ");
    } else if (excluded) {
        statusrules_text_say(text, "not ", "не ");
    }
    for (int32_t i = 0; i < n; i++) {
        statusrules_text_add(text, i ? ", " : "");
        statusrules_text_value(text, condition->fact, condition->values[i]);
    }
}

/* What a condition asked for: a window, or some of the values. */
static void add_condition(statusrules_text *text, const statusrules_condition *condition) {
    if (condition->form == STATUSRULES_CONDITION_WINDOW) {
        add_window(text, condition);
    } else {
        add_set(text, condition, condition->form == STATUSRULES_CONDITION_NOT_IN);
    }
}

/* That a condition "if known" does not hold. */
static void add_opposite(statusrules_text *text, const statusrules_condition *condition) {
    statusrules_fact_info info = {.first = 0};
    (void)statusrules_fact(&info, condition->fact, 0);
    if (info.kind == STATUSRULES_KIND_YES_NO && condition->form == STATUSRULES_CONDITION_IN) {
        statusrules_text_value(text, condition->fact,
                               condition->values[0] == STATUSRULES_YES ? STATUSRULES_NO : STATUSRULES_YES);
    } else if (condition->form == STATUSRULES_CONDITION_WINDOW) {
        statusrules_text_say(text, "not ", "не ");
        add_window(text, condition);
    } else {
        add_set(text, condition, condition->form == STATUSRULES_CONDITION_IN);
    }
}

static void add_fact_name(statusrules_text *text, int32_t fact) {
    if (fact == STATUSRULES_INCOMING_DAY) {
        statusrules_text_say(text, "last day so far", "последний день до этого");
    } else if (fact == STATUSRULES_EXTENDED) {
        statusrules_text_say(text, "extended before", "уже продлено");
    } else if (fact == STATUSRULES_STATE) {
        statusrules_text_say(text, "state of citizenship or permanent residence",
                             "государство гражданства или постоянного проживания");
    } else {
        statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_FACT, fact, text->language));
    }
}

static void add_asked(statusrules_text *text, const statusrules_law *law, const statusrules_step *step) {
    statusrules_text_add(text, "  - ");
    add_fact_name(text, step->fact);
    statusrules_text_add(text, ": ");
    statusrules_text_value(text, step->fact, step->value);
    statusrules_text_say(text, " (required: ", " (условие: ");
    add_condition(text, &law->conditions[step->provision - 1][step->condition]);
    statusrules_text_add(text, ")\n");
}

/* Passage, source and remark. */
static void add_source(statusrules_text *text, const statusrules_law *law,
                       const statusrules_provision *provision) {
    const statusrules_act *act = &law->acts[provision->act - 1];
    const char *remark = text->language == STATUSRULES_LANGUAGE_RU ? provision->remark_ru : provision->remark_en;
    statusrules_text_say(text,
                         provision->quoted ? "  “" : "  Summary: ", provision->quoted ? "  «" : "  Изложение: ");
    statusrules_text_say(text, provision->passage_en, provision->passage_ru);
    statusrules_text_say(text, provision->quoted ? "”" : "", provision->quoted ? "»" : "");
    statusrules_text_say(text, "\n  Source: ", "\n  Источник: ");
    statusrules_text_say(text, act->title_en, act->title_ru);
    if (*act->number) {
        statusrules_text_say(text, ", No. ", ", № ");
        statusrules_text_add(text, act->number);
    }
    statusrules_text_add(text, ", ");
    statusrules_text_day(text, act->date);
    statusrules_text_add(text, ", ");
    statusrules_text_say(text, provision->place_en, provision->place_ru);
    statusrules_text_add(text, "\n  ");
    statusrules_text_add(text, act->address);
    statusrules_text_add(text, "\n");
    if (*remark) {
        statusrules_text_say(text, "  Remark: ", "  Замечание: ");
        statusrules_text_add(text, remark);
        statusrules_text_add(text, "\n");
    }
}

static void add_decided(statusrules_text *text, const statusrules_law *law, const statusrules_step *step) {
    const statusrules_provision *provision = &law->provisions[step->provision - 1];
    if (step->day_before != STATUSRULES_NOT_A_DAY && step->day_after != STATUSRULES_NOT_A_DAY
        && step->day_after != STATUSRULES_NONE) {
        statusrules_text_say(text, "  Last day so far: ", "  Последний день до этого: ");
        statusrules_text_day(text, step->day_before);
        statusrules_text_say(text, "; last day now: ", "; последний день теперь: ");
        statusrules_text_day(text, step->day_after);
        statusrules_text_stop(text);
    }
    statusrules_text_say(text, "  Provision ", "  Положение ");
    statusrules_text_add(text, provision->id);
    statusrules_text_add(text, " (");
    statusrules_text_add(text,
                         statusrules_name(STATUSRULES_NAMES_CERTAINTY, provision->certainty, text->language));
    statusrules_text_add(text, "): ");
    add_saying(text, says_of(text, law, provision->number), step->day_after);
    statusrules_text_stop(text);
    if (provision->suspended) {
        statusrules_text_say(
            text, "  The clock stands still through that day; what runs after it is not settled.\n",
            "  Течение срока приостановлено по этот день; что будет после него, не установлено.\n");
    }
    if (provision->latest != provision->day) {
        statusrules_text_say(text,
                             "  Sources differ on the last day: ", "  Источники расходятся о последнем дне: ");
        statusrules_text_day(text, provision->day);
        statusrules_text_say(text, " or ", " или ");
        statusrules_text_day(text, provision->latest);
        statusrules_text_stop(text);
    }
    add_source(text, law, provision);
}

/* Whose way follows; of one group of readings there is nothing to tell apart. */
static void add_reading(statusrules_text *text, const statusrules_step *step, int32_t n_groups) {
    if (n_groups == 1) {
        statusrules_text_say(text, "Why:\n", "Почему:\n");
        return;
    }
    const int32_t several = (step->readings & (step->readings - 1)) != 0;
    statusrules_text_say(text, several ? "Readings “" : "Reading “", several ? "Прочтения «" : "Прочтение «");
    add_names(text, STATUSRULES_NAMES_READING, step->readings);
    statusrules_text_say(text, "”: ", "»: ");
    statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_OUTCOME, step->outcome, text->language));
    if (step->day_after != STATUSRULES_NOT_A_DAY) {
        statusrules_text_add(text, ", ");
        add_through(text, step->day_after);
    }
    statusrules_text_stop(text);
}

static void add_side(statusrules_text *text, const statusrules_law *law, const statusrules_step *step) {
    const statusrules_side *side = &law->sides[step->provision - 1][step->condition];
    statusrules_text_add(text, "  - ");
    statusrules_text_say(text, side->source_en, side->source_ru);
    statusrules_text_add(text, ": ");
    statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_OUTCOME, side->outcome, text->language));
    if (side->day != STATUSRULES_NOT_A_DAY) {
        statusrules_text_add(text, ", ");
        add_through(text, side->day);
    }
    statusrules_text_stop(text);
}

static void add_note(statusrules_text *text, const statusrules_law *law, const statusrules_step *step) {
    const statusrules_provision *provision = &law->provisions[step->provision - 1];
    statusrules_text_say(text, "Note ", "Примечание ");
    statusrules_text_add(text, provision->id);
    statusrules_text_add(text, ": ");
    statusrules_text_add(text, says_of(text, law, provision->number));
    statusrules_text_stop(text);
    add_source(text, law, provision);
}

static void add_step(statusrules_text *text, const statusrules_law *law, int32_t n_groups,
                     const statusrules_step *step) {
    switch (step->kind) {
    case STATUSRULES_STEP_READING:
        add_reading(text, step, n_groups);
        break;
    case STATUSRULES_STEP_ASKED:
        add_asked(text, law, step);
        break;
    case STATUSRULES_STEP_DECIDED:
        add_decided(text, law, step);
        break;
    case STATUSRULES_STEP_NOTHING:
        statusrules_text_say(text, "  No provision of this law reaches the case.\n",
                             "  Ни одно положение не относится к этому случаю.\n");
        break;
    case STATUSRULES_STEP_SIDE:
        add_side(text, law, step);
        break;
    case STATUSRULES_STEP_NOTE:
        add_note(text, law, step);
        break;
    case STATUSRULES_STEP_OWN_TERM:
        statusrules_text_say(text, "  Its own last day: ", "  Собственный последний день: ");
        statusrules_text_day(text, step->value);
        statusrules_text_stop(text);
        break;
    case STATUSRULES_STEP_STATE:
        statusrules_text_say(text, "  By ", "  По признаку «");
        add_fact_name(text, step->fact);
        statusrules_text_say(text, ", ", "», ");
        statusrules_text_value(text, step->fact, step->value);
        statusrules_text_add(text, ":\n");
        break;
    default:
        break;
    }
}

static void add_last_day(statusrules_text *text, int32_t day) {
    if (day == STATUSRULES_NONE) {
        statusrules_text_say(text, "not fixed yet", "ещё не определён");
    } else {
        statusrules_text_day(text, day);
    }
}

/* What missing facts leave open. */
static void add_open(statusrules_text *text, const statusrules_law *law, const statusrules_answer *answer) {
    statusrules_text_say(text, "Missing: ", "Не хватает: ");
    add_facts(text, answer->missing);
    statusrules_text_stop(text);
    statusrules_text_say(text, "Possible outcomes: ", "Возможные ответы: ");
    add_names(text, STATUSRULES_NAMES_OUTCOME, answer->possible);
    statusrules_text_stop(text);
    statusrules_text_say(text, "Ask next: ", "Спросить сначала: ");
    statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_FACT, answer->ask_next, text->language));
    statusrules_text_stop(text);
    if (answer->provision) {
        const statusrules_provision *provision = &law->provisions[answer->provision - 1];
        statusrules_text_say(text, "A provision that can decide: ", "Положение, которое может решить: ");
        statusrules_text_add(text, provision->id);
        statusrules_text_stop(text);
        add_source(text, law, provision);
    }
}

static void add_days(statusrules_text *text, const statusrules_answer *answer) {
    if (answer->earliest == STATUSRULES_NOT_A_DAY) {
        return;
    }
    if (answer->earliest != answer->latest) {
        statusrules_text_say(text, "Earliest last day: ", "Самый ранний последний день: ");
        add_last_day(text, answer->earliest);
        statusrules_text_say(text, "; latest: ", "; самый поздний: ");
    } else if (answer->outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
        statusrules_text_say(text, "Last day, if yes: ", "Последний день, если да: ");
    } else {
        return;
    }
    add_last_day(text, answer->latest);
    statusrules_text_stop(text);
}

/* How long the answer stays as it is, in days of the day asked about. */
static void add_span(statusrules_text *text, const statusrules_answer *answer) {
    const int32_t begins = answer->same_from > STATUSRULES_FIRST_DAY;
    const int32_t ends = answer->same_until < STATUSRULES_LAST_DAY;
    if (answer->same_from == STATUSRULES_NOT_A_DAY) {
        return;
    }
    if (begins) {
        statusrules_text_say(text, "The same since ", "Ответ тот же с ");
        statusrules_text_day(text, answer->same_from);
    }
    if (ends) {
        statusrules_text_say(text,
                             begins ? "; as long as no other fact changes, nothing changes before "
                                    : "As long as no other fact changes, nothing changes before ",
                             begins ? "; если прочие сведения не изменятся, ничего не изменится раньше "
                                    : "Если прочие сведения не изменятся, ничего не изменится раньше ");
        statusrules_text_day(text, answer->same_until + 1);
    } else {
        statusrules_text_say(text,
                             begins ? ", and on every later day, as long as no other fact changes"
                                    : "The same on every day, as long as no other fact changes",
                             begins ? " и в любой последующий день, если прочие сведения не изменятся"
                                    : "Ответ тот же в любой день, если прочие сведения не изменятся");
    }
    statusrules_text_stop(text);
}

static int32_t names_state(int32_t fact) {
    return fact == STATUSRULES_FACT_CITIZENSHIP || fact == STATUSRULES_FACT_RESIDENCE_STATE;
}

/* What was presumed of a missing fact: that it meets the condition of the row, or, "if known", that it does not. */
static void add_assumed(statusrules_text *text, const statusrules_law *law, const statusrules_step *step) {
    statusrules_text_add(text, statusrules_name(STATUSRULES_NAMES_FACT, step->fact, text->language));
    for (int32_t i = 0; step->provision && i < law->provisions[step->provision - 1].n_conditions; i++) {
        const statusrules_condition *condition = &law->conditions[step->provision - 1][i];
        if (condition->fact == step->fact) {
            statusrules_text_add(text, " (");
            if (step->mark == STATUSRULES_MARK_IF_KNOWN) {
                add_opposite(text, condition);
            } else {
                add_condition(text, condition);
            }
            statusrules_text_add(text, ")");
        } else if (condition->fact == STATUSRULES_STATE && names_state(step->fact)) {
            statusrules_text_say(text, " (no other state)", " (другого государства нет)");
        }
    }
    if (!step->provision) {
        statusrules_text_say(text, " (on or before the day asked about)", " (не позже дня, о котором спрошено)");
    }
}

static void add_all_assumed(statusrules_text *text, const statusrules_law *law, const statusrules_step *steps,
                            int32_t n_steps) {
    int32_t any = 0;
    for (int32_t i = 0; i < n_steps; i++) {
        if (steps[i].kind == STATUSRULES_STEP_ASSUMED) {
            if (any) {
                statusrules_text_add(text, "; ");
            } else {
                statusrules_text_say(text, "Assumed, because not given: ", "Предположено, так как не указано: ");
            }
            add_assumed(text, law, &steps[i]);
            any = 1;
        }
    }
    if (any) {
        statusrules_text_stop(text);
    }
}

int32_t statusrules_explain(char *buffer, int32_t capacity, int32_t *length, const statusrules_law *law,
                            int32_t question, const statusrules_facts *facts, const statusrules_options *options,
                            int32_t language, statusrules_error *error) {
    statusrules_text text;
    statusrules_answer answer;
    statusrules_options whole_options;
    statusrules_facts room;
    statusrules_step steps[MAX_STEPS];
    int32_t n_steps = 0;
    int32_t n_groups = 0;
    int32_t code = statusrules_text_begin(&text, buffer, capacity, length, language, error);
    code = code ? code : statusrules_whole_options(&whole_options, options, error);
    /* The fact to ask next is part of the text, whatever was asked for. */
    whole_options.brief = STATUSRULES_NO;
    code = code ? code : statusrules_ask(&answer, law, question, facts, &whole_options, error);
    code = code ? code : statusrules_steps(steps, MAX_STEPS, &n_steps, law, question, facts, options, error);
    if (code) {
        return code;
    }
    add_first_line(&text, law, question, statusrules_whole_facts(&room, facts, question, error), &whole_options,
                   &answer);
    add_parameters(&text, law, &whole_options, &answer);
    for (int32_t i = 0; i < n_steps; i++) {
        n_groups += steps[i].kind == STATUSRULES_STEP_READING;
    }
    for (int32_t i = 0; i < n_steps; i++) {
        add_step(&text, law, n_groups, &steps[i]);
    }
    if (answer.outcome == STATUSRULES_OUTCOME_UNDETERMINED) {
        add_open(&text, law, &answer);
    }
    add_days(&text, &answer);
    add_all_assumed(&text, law, steps, n_steps);
    add_span(&text, &answer);
    return statusrules_text_end(&text, length, error);
}
