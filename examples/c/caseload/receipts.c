/* Receipts as text: a letter cites them, and whoever has the letter types them. */
#include "caseload.h"

void receipt_write(FILE *out, const options *o, const statusrules_facts *facts) {
    uint8_t receipt[STATUSRULES_RECEIPT_BYTES];
    char text[STATUSRULES_RECEIPT_CHARACTERS + 1];
    if (statusrules_receipt(receipt, sizeof receipt, o->law, o->question, facts, &o->parameters, NULL)
            == STATUSRULES_OK
        && statusrules_format_receipt(text, sizeof text, receipt, sizeof receipt, NULL) == STATUSRULES_OK) {
        fputs(text, out);
    }
}

bool receipt_read(uint8_t receipt[STATUSRULES_RECEIPT_BYTES], statusrules_receipt_parts *parts, const char *text,
                  size_t length, int32_t language, char why[WHY_SIZE]) {
    statusrules_error error = {0};
    if (length == 0) {
        words_append(why, WHY_SIZE, "%s", words(language, "there is no receipt", "квитанции нет"));
        return false;
    }
    if (statusrules_parse_receipt(receipt, STATUSRULES_RECEIPT_BYTES, text, (int32_t)length, &error)
        || statusrules_receipt_read(parts, receipt, STATUSRULES_RECEIPT_BYTES, &error)) {
        words_append_error(why, WHY_SIZE, &error, language);
        return false;
    }
    return true;
}
