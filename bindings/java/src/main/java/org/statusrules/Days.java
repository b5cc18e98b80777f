package org.statusrules;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Optional;

/** Days of the calendar and of the library. */
final class Days {
    static final int FIRST = -719162;
    static final int LAST = 2932896;

    private Days() {
    }

    /** The number of a day; one that no int holds is out of range all the same. */
    static int number(LocalDate day) {
        long number = day.getLong(ChronoField.EPOCH_DAY);
        return (int) Math.max(-Integer.MAX_VALUE + 1, Math.min(Integer.MAX_VALUE - 1, number));
    }

    static int number(LastDay day) {
        return day.day().isPresent() ? number(day.day().get()) : Native.NONE;
    }

    static LocalDate date(int number) {
        return LocalDate.ofEpochDay(number);
    }

    static Optional<LastDay> lastDay(int number) {
        if (number == Native.NOT_A_DAY) {
            return Optional.empty();
        }
        return Optional.of(number == Native.NONE ? LastDay.none() : LastDay.of(date(number)));
    }

    static String text(int number) {
        return number == Native.NONE ? "none" : date(number).toString();
    }
}
