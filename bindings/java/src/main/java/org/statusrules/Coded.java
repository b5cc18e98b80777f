package org.statusrules;

/** A value that has a number in the C library, the same in every language and for ever. */
public interface Coded {
    /**
     * The number of this value.
     *
     * @return the number
     * @throws IllegalStateException for {@code UNRECOGNIZED}, which has none
     */
    int code();
}
