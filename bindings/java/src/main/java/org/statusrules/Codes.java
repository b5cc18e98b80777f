package org.statusrules;

import java.util.Arrays;
import java.util.EnumSet;

/** The values of an enum by number. */
final class Codes<E extends Enum<E> & Coded> {
    /** Stands in for the number of a constant that has none. */
    static final int UNRECOGNIZED = Integer.MIN_VALUE;

    private final E unrecognized;
    private final int first;
    private final E[] byCode;

    /** The values stand in the order of their numbers, UNRECOGNIZED at the end. */
    Codes(E[] values, E unrecognized) {
        this.unrecognized = unrecognized;
        first = values[0].code();
        byCode = Arrays.copyOf(values, values[values.length - 2].code() - first + 1);
        Arrays.fill(byCode, unrecognized);
        for (E value : values) {
            if (value != unrecognized) {
                byCode[value.code() - first] = value;
            }
        }
    }

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
