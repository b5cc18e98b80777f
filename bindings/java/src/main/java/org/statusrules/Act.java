package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * A published source.
 *
 * @param key a short name
 * @param issuer who issued it
 * @param number its number; empty if it has none
 * @param date its day
 * @param title its title
 * @param address the address where it was read
 */
public record Act(String key, Text issuer, String number, LocalDate date, Text title, String address) {
    /**
     * Makes an act.
     *
     * @param key a short name
     * @param issuer who issued it
     * @param number its number; empty if it has none
     * @param date its day
     * @param title its title
     * @param address the address where it was read
     */
    public Act {
        requireNonNull(key, "key");
        requireNonNull(issuer, "issuer");
        requireNonNull(number, "number");
        requireNonNull(date, "date");
        requireNonNull(title, "title");
        requireNonNull(address, "address");
    }
}
