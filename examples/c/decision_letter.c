/*
 * A decision letter with its receipt; and a year later, somebody at the counter who has the letter: is this what was
 * answered then, and on these facts?
 */
#include <statusrules/statusrules.h>
#include <stdio.h>
#include <string.h>

/* What a letter keeps of the answer; the office keeps the facts in the file. */
typedef struct letter {
    char valid_through[11];
    char receipt[STATUSRULES_RECEIPT_CHARACTERS + 1];
} letter;

/* Prints an error as a sentence. */
static int say(FILE *out, const statusrules_error *error) {
    char text[500];
    int32_t length;
    statusrules_error_text(text, sizeof text, &length, error, STATUSRULES_LANGUAGE_EN, NULL);
    fprintf(out, "%s\n", text);
    return 1;
}

/* Decides under the law as it was known on the day of the decision. */
static int32_t write_letter(letter *l, const statusrules_facts *facts, int32_t today, statusrules_error *error) {
    const statusrules_law *law = statusrules_law_statement();
    uint8_t receipt[STATUSRULES_RECEIPT_BYTES];
    statusrules_options options = STATUSRULES_OPTIONS_DEFAULT;
    statusrules_answer answer;
    options.known_on = today;
    int32_t code = statusrules_extension(&answer, law, facts, &options, error);
    code = code ? code : statusrules_format_day(l->valid_through, sizeof l->valid_through, answer.day, error);
    code = code ? code
                : statusrules_receipt(receipt, sizeof receipt, law, STATUSRULES_QUESTION_EXTENSION, facts,
                                      &options, error);
    return code ? code : statusrules_format_receipt(l->receipt, sizeof l->receipt, receipt, sizeof receipt, error);
}

/* Holds the receipt of a letter against the facts of the file. */
static int32_t check_letter(int32_t *result, const letter *l, const statusrules_facts *facts,
                            statusrules_error *error) {
    uint8_t receipt[STATUSRULES_RECEIPT_BYTES];
    int32_t code =
        statusrules_parse_receipt(receipt, sizeof receipt, l->receipt, (int32_t)strlen(l->receipt), error);
    return code ? code : statusrules_verify(result, receipt, sizeof receipt, facts, error);
}

int main(void) {
    letter l;
    int32_t result;
    statusrules_error error;
    statusrules_facts facts = STATUSRULES_FACTS_UNKNOWN;
    facts.term = STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT;
    facts.last_day = STATUSRULES_DAY(2021, 12, 31);
    facts.location = STATUSRULES_LOCATION_IN_RUSSIA;

    if (write_letter(&l, &facts, STATUSRULES_DAY(2021, 12, 1), &error)) {
        return say(stderr, &error);
    }
    printf("Your residence permit is valid up to and including %s.\nReceipt: %s\n\n", l.valid_through, l.receipt);

    if (check_letter(&result, &l, &facts, &error)) {
        return say(stderr, &error);
    }
    printf("A year later: %s.\n", statusrules_name(STATUSRULES_NAMES_VERIFIED, result, STATUSRULES_LANGUAGE_EN));

    facts.last_day = STATUSRULES_DAY(2021, 12, 30);
    if (check_letter(&result, &l, &facts, &error)) {
        return say(stderr, &error);
    }
    printf("With another last day in the file: %s.\n",
           statusrules_name(STATUSRULES_NAMES_VERIFIED, result, STATUSRULES_LANGUAGE_EN));

    l.receipt[20] = l.receipt[20] == '7' ? '8' : '7';
    if (check_letter(&result, &l, &facts, &error) == STATUSRULES_ERROR_CHECK_SYMBOL) {
        printf("With a slip of the pen: ");
        say(stdout, &error);
    }
    return 0;
}
