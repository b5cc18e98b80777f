package org.statusrules;

import java.util.EnumSet;

/** The values of an enum by number. */
final class Codes<E extends Enum<E> & Coded> {
    /** Stands in for the number of a constant that has none. */
    static final int UNRECOGNIZED = Integer.MIN_VALUE;

    private final E unrecognized;
    private final int first;
    private final E[] byCode;

    Codes(E[] values, E unrecognized) {
        this.unrecognized = unrecognized;
        first = values[0].code();
        byCode = values.clone();
        for (int i = 0; i + 1 < values.length; i++) {
            if (values[i].code() != first + i) {
                throw new AssertionError(values[i] + " is out of order");
            }
        }
    }

    /** Numbers follow each other and UNRECOGNIZED stands at the end, so that a number is a place. */
    E of(int code) {
        int place = code - first;
        return place >= 0 && place < byCode.length ? byCode[place] : unrecognized;
    }

    /** The values whose bit {@code 1 << code} is set. */
    EnumSet<E> ofBits(long bits) {
        EnumSet<E> set = EnumSet.noneOf(unrecognized.getDeclaringClass());
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            set.add(of(Long.numberOfTrailingZeros(rest)));
        }
        return set;
    }

    static int known(Enum<?> value, int code) {
        if (code == UNRECOGNIZED) {
            throw new IllegalStateException(value.getDeclaringClass().getSimpleName()
                + ".UNRECOGNIZED has no number: it stands for a value of a newer library. Update the jar.");
        }
        return code;
    }
}
