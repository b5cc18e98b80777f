package org.statusrules;

/**
 * A value that has a number, the same in every language and release: what a file, a database or a {@link Column} holds in
 * its place.
 */
public interface Coded {
    /**
     * The number of this value.
     *
     * @return the number
     * @throws IllegalStateException for {@code UNRECOGNIZED}, which has none
     */
    int code();
}
