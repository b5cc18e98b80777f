/* The command line. */
#include "caseload.h"

#include <getopt.h>
#include <string.h>

static const char help_begin[] =
    "Usage: caseload [OPTION]... [REGISTER.csv | -]\n"
    "       caseload --one [OPTION]... FACT=VALUE...\n"
    "       caseload --verify [OPTION]... [ANSWERS.csv | -]\n"
    "       caseload --verify --one receipt=RECEIPT FACT=VALUE...\n"
    "\n"
    "Answers a question about the legal status of foreign citizens in Russia under the\n"
    "COVID-era measures, for every row of a register or for one case, and names the\n"
    "provision that decided. All these measures have ended: answers are about past days.\n"
    "\n"
    "The first line of a register names its columns. A column named like a fact holds that\n"
    "fact; any other is carried through untouched. Values are names, or English or Russian\n"
    "labels; days are YYYY-MM-DD; \"none\" is a document without term, a stateless person;\n"
    "nothing means unknown. The register is written with six more columns: outcome, day,\n"
    "provision, assumed, missing, error. A bad row says why in \"error\" and costs no other.\n"
    "It is CSV in UTF-8 with commas; a row may be 256 KiB long.\n"
    "\n"
    "What is asked:\n"
    "  --question NAME    the question; default: extension (through which day is it valid)\n"
    "  --valid-on DAY     instead: is it valid on that day, for one case or every row\n"
    "  --on-day DAY       the fact on_day of every row, for the questions that read it\n"
    "  --law NAME         whose provisions decide; default: statement\n"
    "  --reading NAME     one reading of an ambiguous text: literal, suspension, fixed_day;\n"
    "                     default: all three, which must agree\n"
    "  --known-on DAY     only what had been published by the end of that day\n"
    "  --edition N        replay edition N of the law; default: the newest\n"
    "  --strict           presume nothing about a missing fact\n"
    "\n"
    "The register:\n"
    "  --map COLUMN=FACT  the column holds that fact, whatever it is called; once for each\n"
    "  --map COLUMN=      the column is carried through, even if it is called like a fact\n"
    "  --one              no register: one case, given as FACT=VALUE\n"
    "\n"
    "Receipts:\n"
    "  --receipt          writes one more column: the receipt of each answer, 65 characters that\n"
    "                     say which law, edition, question and facts it came from\n"
    "  --verify           asks nothing new: holds the column \"receipt\" of a register against the\n"
    "                     facts beside it, under the law, edition and parameters of each receipt,\n"
    "                     and writes the columns verified and why\n"
    "\n"
    "Instead of answers:\n"
    "  --impact WHAT      what changes in the register if one thing is another: known_on=DAY,\n"
    "                     edition=N or law=NAME; counts by transition, as CSV\n"
    "  --sql DIALECT      the question as SQL for a table with these columns, whose first line is\n"
    "                     all that is read: sqlite or postgresql\n"
    "\n"
    "What is written:\n"
    "  -o, --output FILE  the answers go to FILE instead of standard output\n"
    "  --rejects FILE     what is wrong with the bad rows goes to FILE as well, as CSV with the\n"
    "                     columns line, column, value, reason; a row as a whole has no column\n"
    "  --explain          with --one: the answer in words, with passage and source\n"
    "  --lang en|ru       language of explanations and messages; default: en\n"
    "  --no-bars          no bars of last valid days by month after the counts\n"
    "  --no-progress      no progress; in a pipe there is none anyway\n"
    "  -h, --help         this text\n"
    "  -V, --version      the version, and the laws with their editions\n"
    "\n"
    "Questions and the facts that each reads:\n";

static const char help_end[] =
    "\n"
    "Examples:\n"
    "  caseload register.csv > answers.csv\n"
    "  caseload --question work --lang ru --output answers.csv register.csv\n"
    "  caseload --map \"Permit type\"=term --map \"Valid to\"=last_day --rejects bad.csv export.csv\n"
    "  zcat register.csv.gz | caseload --reading literal - | gzip > answers.csv.gz\n"
    "  caseload --one term=permanent_residence_permit last_day=2021-12-31\n"
    "  caseload --one --explain --lang ru term=\"вид на жительство\" last_day=2021-12-31\n"
    "  caseload --one --valid-on 2022-05-01 term=visa last_day=2021-07-01\n"
    "  caseload --valid-on 2022-05-01 register.csv > valid.csv\n"
    "  caseload --receipt register.csv > answers.csv\n"
    "  caseload --verify answers.csv > verified.csv\n"
    "  caseload --law measures --known-on 2021-06-14 --impact known_on=2021-06-15 register.csv\n"
    "  caseload --sql postgresql register.csv\n"
    "\n"
    "Exit status: 0 all answered, or all receipts equal; 1 some rows were bad or not equal, or the\n"
    "one case could not be answered; 2 the command line is wrong; 3 something could not be read\n"
    "or written.\n";

enum { MARGIN = 88, INDENT = 21 };

static void print_facts_of(int32_t question) {
    int column = printf("  %-18s ", statusrules_name(STATUSRULES_NAMES_QUESTION, question, 0));
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_FACT); i++) {
        int32_t fact = statusrules_code_at(STATUSRULES_NAMES_FACT, i);
        const char *name = statusrules_name(STATUSRULES_NAMES_FACT, fact, STATUSRULES_LANGUAGE_NAME);
        if (statusrules_question_asks(question, fact)) {
            if (column + (int)strlen(name) >= MARGIN) {
                column = printf("\n%*s", INDENT, "") - 1;
            }
            column += printf("%s%s", column > INDENT ? " " : "", name);
        }
    }
    putchar('\n');
}

static int print_help(void) {
    fputs(help_begin, stdout);
    for (int32_t i = 0; i < statusrules_count(STATUSRULES_NAMES_QUESTION); i++) {
        print_facts_of(statusrules_code_at(STATUSRULES_NAMES_QUESTION, i));
    }
    fputs(help_end, stdout);
    return EXIT_ANSWERED;
}

static int print_version(void) {
    printf("caseload (statusrules) %s\n", statusrules_version());
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        const statusrules_law *law = statusrules_law_at(i);
        printf("law %s, edition %d, %s\n", statusrules_law_name(law), (int)statusrules_law_edition(law),
               statusrules_law_digest(law, statusrules_law_edition(law)));
    }
    return EXIT_ANSWERED;
}

/* ---- Values of options ---- */

static bool wrong(const options *o, const char *option, const char *text, const char *expected) {
    char shown[SHOWN_SIZE];
    fprintf(stderr, "caseload: --%s %s: %s\n", option, words_shown(shown, text, strlen(text), o->language),
            expected);
    return false;
}

static bool read_name(const options *o, int32_t *code, int32_t names, const char *option, const char *text) {
    statusrules_error error = {0};
    if (statusrules_code(code, names, text, (int32_t)strlen(text), &error) == STATUSRULES_OK) {
        return true;
    }
    char expected[WHY_SIZE] = "";
    words_append(expected, sizeof expected, "%s", words(o->language, "expected one of ", "ожидается одно из: "));
    value_append_names(expected, sizeof expected, names);
    value_append_nearest(expected, sizeof expected, &error, names, o->language);
    return wrong(o, option, text, expected);
}

static bool read_day(const options *o, int32_t *day, const char *option, const char *text) {
    return statusrules_parse_day(day, text, (int32_t)strlen(text), NULL) == STATUSRULES_OK
           || wrong(o, option, text,
                    words(o->language, "expected a day that exists, as YYYY-MM-DD",
                          "ожидается существующий день в виде ГГГГ-ММ-ДД"));
}

static bool read_law(options *o, const char *text) {
    char expected[WHY_SIZE] = "";
    words_append(expected, sizeof expected, "%s", words(o->language, "expected one of ", "ожидается одно из: "));
    for (int32_t i = 0; i < statusrules_law_count(); i++) {
        const statusrules_law *law = statusrules_law_at(i);
        if (strcmp(statusrules_law_name(law), text) == 0) {
            o->law = law;
            return true;
        }
        words_append(expected, sizeof expected, "%s%s", i > 0 ? ", " : "", statusrules_law_name(law));
    }
    return wrong(o, "law", text, expected);
}

static bool read_language(options *o, const char *text) {
    if (strcmp(text, "en") != 0 && strcmp(text, "ru") != 0) {
        return wrong(o, "lang", text, "expected en or ru");
    }
    o->language = text[0] == 'r' ? STATUSRULES_LANGUAGE_RU : STATUSRULES_LANGUAGE_EN;
    return true;
}

static bool read_edition(const options *o, int32_t *edition, const char *text) {
    int32_t newest = statusrules_law_edition(o->law);
    int32_t n = 0;
    for (const char *at = text; *at && n <= newest; at++) {
        n = *at >= '0' && *at <= '9' ? n * 10 + (*at - '0') : newest + 1;
    }
    if (n < 1 || n > newest) {
        char expected[WHY_SIZE] = "";
        words_append(
            expected, sizeof expected,
            words(o->language, "expected an edition of the law: 1 to %d", "ожидается редакция права: от 1 до %d"),
            (int)newest);
        return wrong(o, "edition", text, expected);
    }
    *edition = n;
    return true;
}

/* The other side of --impact: everything as asked, but for one thing. */
static bool read_impact(options *o, const char *text) {
    static const char *const wanted[] = {"known_on=", "edition=", "law="};
    options other = *o;
    const char *value = text;
    int what = 0;
    while (what < 3 && strncmp(text, wanted[what], strlen(wanted[what])) != 0) {
        what++;
    }
    if (what == 3) {
        return wrong(o, "impact", text,
                     words(o->language, "expected known_on=DAY, edition=N or law=NAME",
                           "ожидается known_on=ДЕНЬ, edition=N или law=НАЗВАНИЕ"));
    }
    value += strlen(wanted[what]);
    const bool fine = what == 0   ? read_day(o, &other.parameters.known_on, "impact", value)
                      : what == 1 ? read_edition(o, &other.parameters.edition, value)
                                  : read_law(&other, value);
    o->impact = text;
    o->law_after = other.law;
    o->parameters_after = other.parameters;
    return fine;
}

static bool read_dialect(options *o, const char *text) {
    o->dialect = strcmp(text, "sqlite") == 0       ? STATUSRULES_DIALECT_SQLITE
                 : strcmp(text, "postgresql") == 0 ? STATUSRULES_DIALECT_POSTGRESQL
                                                   : 0;
    return o->dialect
           || wrong(o, "sql", text,
                    words(o->language, "expected sqlite or postgresql", "ожидается sqlite или postgresql"));
}

/* Adds a --map; what it says is read when the language is known. */
static bool add_mapping(options *o, const char *text) {
    if (o->n_mappings == MAPPINGS) {
        fprintf(stderr, "caseload: more than %d --map\n", MAPPINGS);
        return false;
    }
    o->mappings[o->n_mappings++].column = text;
    return true;
}

static bool map_twice(const options *o, const mapping *first, const mapping *second) {
    bool same_column =
        first->length == second->length && memcmp(first->column, second->column, first->length) == 0;
    return (same_column || (first->fact && first->fact == second->fact))
           && !wrong(o, "map", second->column,
                     same_column ? words(o->language, "the column is mapped twice", "столбец указан дважды")
                                 : words(o->language, "the fact is in another column already",
                                         "этот факт уже в другом столбце"));
}

/* COLUMN=FACT: a column may have "=" in its name. */
static bool read_mapping(options *o, mapping *m) {
    const char *equals = strrchr(m->column, '=');
    const char *option = "map";
    statusrules_error error = {0};
    if (!equals) {
        return wrong(o, option, m->column,
                     words(o->language, "expected COLUMN=FACT, or COLUMN= for a column that holds none",
                           "ожидается СТОЛБЕЦ=ФАКТ или СТОЛБЕЦ=, если в нём нет факта"));
    }
    m->length = (size_t)(equals - m->column);
    if (equals[1]
        && statusrules_code(&m->fact, STATUSRULES_NAMES_FACT, equals + 1, (int32_t)strlen(equals + 1), &error)) {
        char expected[WHY_SIZE] = "";
        char shown[SHOWN_SIZE];
        words_append(expected, sizeof expected, words(o->language, "%s is no fact", "%s — не факт"),
                     words_shown(shown, equals + 1, strlen(equals + 1), o->language));
        value_append_nearest(expected, sizeof expected, &error, STATUSRULES_NAMES_FACT, o->language);
        return wrong(o, option, m->column, expected);
    }
    if (m->fact && !o->verify && !statusrules_question_asks(o->question, m->fact)) {
        fprintf(stderr,
                words(o->language,
                      "caseload: the question \"%s\" does not ask %s: its column is carried through\n",
                      "caseload: вопрос «%s» не спрашивает %s: столбец переносится как есть\n"),
                statusrules_name(STATUSRULES_NAMES_QUESTION, o->question, STATUSRULES_LANGUAGE_NAME),
                statusrules_name(STATUSRULES_NAMES_FACT, m->fact, STATUSRULES_LANGUAGE_NAME));
    }
    return true;
}

static bool read_mappings(options *o) {
    for (int i = 0; i < o->n_mappings; i++) {
        if (!read_mapping(o, &o->mappings[i])) {
            return false;
        }
        for (int k = 0; k < i; k++) {
            if (map_twice(o, &o->mappings[k], &o->mappings[i])) {
                return false;
            }
        }
    }
    return true;
}

/* ---- The options ---- */

/* Options with a value are read in this order, whatever the order on the command line: messages need the language,
 * and an edition needs its law. */
enum { LANG, LAW, QUESTION, VALID_ON, ON_DAY, READING, KNOWN_ON, EDITION, IMPACT, SQL, OUTPUT, REJECTS, N_VALUES };
enum { MAP = N_VALUES, STRICT, ONE, EXPLAIN, RECEIPT, VERIFY, NO_BARS, NO_PROGRESS, HELP, VERSION };

static const struct option long_options[] = {{"lang", required_argument, NULL, LANG},
                                             {"law", required_argument, NULL, LAW},
                                             {"question", required_argument, NULL, QUESTION},
                                             {"valid-on", required_argument, NULL, VALID_ON},
                                             {"on-day", required_argument, NULL, ON_DAY},
                                             {"reading", required_argument, NULL, READING},
                                             {"known-on", required_argument, NULL, KNOWN_ON},
                                             {"edition", required_argument, NULL, EDITION},
                                             {"impact", required_argument, NULL, IMPACT},
                                             {"sql", required_argument, NULL, SQL},
                                             {"output", required_argument, NULL, OUTPUT},
                                             {"rejects", required_argument, NULL, REJECTS},
                                             {"map", required_argument, NULL, MAP},
                                             {"strict", no_argument, NULL, STRICT},
                                             {"one", no_argument, NULL, ONE},
                                             {"explain", no_argument, NULL, EXPLAIN},
                                             {"receipt", no_argument, NULL, RECEIPT},
                                             {"verify", no_argument, NULL, VERIFY},
                                             {"no-bars", no_argument, NULL, NO_BARS},
                                             {"no-progress", no_argument, NULL, NO_PROGRESS},
                                             {"help", no_argument, NULL, HELP},
                                             {"version", no_argument, NULL, VERSION},
                                             {NULL, 0, NULL, 0}};

static bool read_value(options *o, int option, const char *text) {
    switch (option) {
    case LANG:
        return read_language(o, text);
    case LAW:
        return read_law(o, text);
    case QUESTION:
        return read_name(o, &o->question, STATUSRULES_NAMES_QUESTION, "question", text);
    case VALID_ON:
        return read_day(o, &o->parameters.valid_on, "valid-on", text);
    case ON_DAY:
        return read_day(o, &o->on_day, "on-day", text);
    case READING:
        return read_name(o, &o->parameters.reading, STATUSRULES_NAMES_READING, "reading", text);
    case KNOWN_ON:
        return read_day(o, &o->parameters.known_on, "known-on", text);
    case EDITION:
        return read_edition(o, &o->parameters.edition, text);
    case IMPACT:
        return read_impact(o, text);
    case SQL:
        return read_dialect(o, text);
    case REJECTS:
        o->rejects = text;
        return strcmp(text, "-") != 0
               || wrong(o, "rejects", text,
                        words(o->language, "expected the name of a file: standard output is for the answers",
                              "ожидается имя файла: стандартный вывод — для ответов"));
    default:
        o->output = strcmp(text, "-") == 0 ? NULL : text;
        return true;
    }
}

static bool fit_together(const options *o) {
    const char *mistake = NULL;
    if (o->parameters.valid_on != STATUSRULES_UNKNOWN && o->question != STATUSRULES_QUESTION_EXTENSION) {
        mistake = words(o->language, "--valid-on goes with the question extension only",
                        "--valid-on относится только к вопросу extension");
    } else if (o->one && (o->on_day != STATUSRULES_UNKNOWN || o->n_mappings > 0 || o->rejects)) {
        mistake = words(o->language, "--on-day, --map and --rejects go with a register, not with --one",
                        "--on-day, --map и --rejects относятся к реестру, а не к --one");
    } else if (!o->verify && o->on_day != STATUSRULES_UNKNOWN
               && !statusrules_question_asks(o->question, STATUSRULES_FACT_ON_DAY)) {
        mistake =
            o->question == STATUSRULES_QUESTION_EXTENSION
                ? words(o->language, "the question extension does not ask on_day; --valid-on asks about a day",
                        "вопрос extension не спрашивает on_day; о дне спрашивает --valid-on")
                : words(o->language, "--on-day: the question does not ask on_day",
                        "--on-day: вопрос не спрашивает on_day");
    } else if (o->verify && (o->receipt || o->explain)) {
        mistake = words(o->language, "--verify goes without --receipt and --explain",
                        "--verify не сочетается с --receipt и --explain");
    } else if ((o->impact || o->dialect) && (o->one || o->rejects || (o->impact && o->dialect))) {
        mistake = words(o->language, "--impact and --sql go with a register, alone and without --rejects",
                        "--impact и --sql относятся к реестру, порознь и без --rejects");
    } else if (o->explain && !o->one) {
        mistake = words(o->language, "--explain goes with --one", "--explain относится к --one");
    } else if (o->one && o->n_operands == 0) {
        mistake = words(o->language, "--one needs facts, such as term=visa last_day=2021-07-01",
                        "--one требует фактов, например term=visa last_day=2021-07-01");
    } else if (!o->one && o->n_operands > 1) {
        mistake = words(o->language, "more than one register (facts go with --one)",
                        "больше одного реестра (факты указывают с --one)");
    }
    if (mistake) {
        fprintf(stderr, "caseload: %s\n", mistake);
    }
    return mistake == NULL;
}

/* Everything that is asked of a receipt stands in it. */
static bool asks_by_receipt(const options *o, char *const *values) {
    static const int asked[] = {LAW, QUESTION, VALID_ON, READING, KNOWN_ON, EDITION};
    bool given = o->parameters.strict == STATUSRULES_YES;
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        given |= values[asked[i]] != NULL;
    }
    if (o->verify && given) {
        fprintf(stderr, "caseload: %s\n",
                words(o->language, "--verify: law, question and parameters stand in each receipt; leave them out",
                      "--verify: право, вопрос и параметры стоят в самой квитанции; уберите их"));
    }
    return !o->verify || !given;
}

static bool read_values(options *o, char *const *values) {
    for (int option = 0; option < N_VALUES; option++) {
        if (values[option] && !read_value(o, option, values[option])) {
            return false;
        }
    }
    return asks_by_receipt(o, values) && fit_together(o) && read_mappings(o);
}

/* Sorts the command line. Returns -1, or what to exit with. */
static int sort_options(options *o, char **values, int argc, char **argv) {
    int option;
    while ((option = getopt_long(argc, argv, "o:hV", long_options, NULL)) != -1) {
        switch (option) {
        case STRICT:
            o->parameters.strict = STATUSRULES_YES;
            break;
        case ONE:
            o->one = true;
            break;
        case EXPLAIN:
            o->explain = true;
            break;
        case RECEIPT:
            o->receipt = true;
            break;
        case VERIFY:
            o->verify = true;
            break;
        case NO_BARS:
            o->no_bars = true;
            break;
        case NO_PROGRESS:
            o->no_progress = true;
            break;
        case MAP:
            if (!add_mapping(o, optarg)) {
                return EXIT_USAGE;
            }
            break;
        case HELP:
        case 'h':
            return print_help();
        case VERSION:
        case 'V':
            return print_version();
        case '?':
            return EXIT_USAGE; /* getopt_long has said why */
        default:
            values[option == 'o' ? OUTPUT : option] = optarg;
        }
    }
    o->operands = argv + optind;
    o->n_operands = argc - optind;
    return -1;
}

int options_read(options *o, int argc, char **argv) {
    static const statusrules_options unset = STATUSRULES_OPTIONS_DEFAULT;
    char *values[N_VALUES] = {NULL};
    *o = (options){.law = statusrules_law_statement(),
                   .question = STATUSRULES_QUESTION_EXTENSION,
                   .parameters = unset,
                   .on_day = STATUSRULES_UNKNOWN,
                   .language = STATUSRULES_LANGUAGE_EN};
    int status = sort_options(o, values, argc, argv);
    if (status < 0 && !read_values(o, values)) {
        status = EXIT_USAGE;
    }
    if (status == EXIT_USAGE) {
        fprintf(stderr, "%s\n", words(o->language, "caseload --help says more", "подробнее: caseload --help"));
    }
    return status;
}
