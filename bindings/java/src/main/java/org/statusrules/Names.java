package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/** The lists of names of the library. The list of a fact's values has the fact's number. */
final class Names {
    static final int TERM = 1;
    static final int LOCATION = 3;
    static final int CITIZENSHIP = 5;
    static final int LEGAL_STATUS = 9;
    static final int REGION = 14;
    static final int WORK_ACT = 24;
    static final int REGIME = 25;
    static final int DECISION_KIND = 29;
    static final int EXCEPTION = 30;
    static final int ROLE = 31;
    static final int LEVEL = 32;
    static final int ROUTE = 33;
    static final int FACT = 201;
    static final int QUESTION = 202;
    static final int OUTCOME = 203;
    static final int READING = 204;
    static final int CERTAINTY = 205;
    static final int ERROR = 206;
    static final int ARGUMENT = 207;
    static final int RESULT = 208;
    static final int VERIFIED = 209;

    private Names() {
    }

    static String name(int names, int code, Language language) {
        return Flat.name(names, code, requireNonNull(language, "language").code());
    }

    static int code(int names, String text) {
        byte[] utf8 = requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8);
        return (int) Native.one((result, error) -> Flat.code(names, utf8, result, error));
    }
}
