package org.statusrules;

import static java.util.Objects.requireNonNull;

/**
 * A state. A stateless person has none: {@link Facts.Builder#none}.
 *
 * @param key the two capital letters of its ISO 3166-1 alpha-2 code, or one of {@code XA XO XD XL}, which have none
 *     there
 */
public record Country(String key) implements Named {
    /** Abkhazia, which has no code of its own in ISO 3166-1. */
    public static final Country ABKHAZIA = new Country("XA");
    /** South Ossetia. */
    public static final Country SOUTH_OSSETIA = new Country("XO");
    /** Donetsk People's Republic. */
    public static final Country DONETSK = new Country("XD");
    /** Lugansk People's Republic. */
    public static final Country LUGANSK = new Country("XL");

    /**
     * Makes a state of its code.
     *
     * @param key the two capital letters
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is no such state
     */
    public Country {
        requireNonNull(key, "key");
        key = Names.name(Names.CITIZENSHIP, codeOf(key), Language.NAME);
    }

    private static int codeOf(String text) {
        int code = Names.code(Names.CITIZENSHIP, text);
        if (code == Native.NONE) {
            throw StatusRulesException.of(ErrorCode.NAME, Names.CITIZENSHIP, 0, 0, 0);
        }
        return code;
    }

    /**
     * The state of a code, name or label.
     *
     * @param text a code such as {@code UZ}, or an English or Russian label, in either case
     * @return the state
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is no such state; the message says which is
     *     closest
     */
    public static Country named(String text) {
        return new Country(requireNonNull(text, "text"));
    }

    static Country of(int code) {
        return new Country(Names.name(Names.CITIZENSHIP, code, Language.NAME));
    }

    @Override
    public int code() {
        return codeOf(key);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.CITIZENSHIP, code(), language);
    }

    @Override
    public String toString() {
        return key;
    }
}
