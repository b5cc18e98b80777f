package org.statusrules;

import static java.util.Objects.requireNonNull;

/**
 * A text in both languages; a quotation is in the language of its source, and the same twice.
 *
 * @param en the text in English
 * @param ru the text in Russian
 */
public record Text(String en, String ru) {
    /**
     * Makes a text.
     *
     * @param en the text in English
     * @param ru the text in Russian
     */
    public Text {
        requireNonNull(en, "en");
        requireNonNull(ru, "ru");
    }

    /**
     * The text in a language.
     *
     * @param language the language
     * @return the Russian text for {@link Language#RU}, else the English
     */
    public String in(Language language) {
        return requireNonNull(language, "language") == Language.RU ? ru : en;
    }
}
