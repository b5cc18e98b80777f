package org.statusrules;

import java.util.Locale;

/** Languages of labels and explanations. */
public enum Language implements Coded {
    /** The name itself, which is the same in every language. */
    NAME(0),
    /** English. */
    EN(1),
    /** Russian. */
    RU(2);

    private final int code;

    Language(int code) {
        this.code = code;
    }

    @Override
    public int code() {
        return code;
    }

    Locale locale() {
        return this == RU ? Locale.forLanguageTag("ru") : Locale.ENGLISH;
    }
}
