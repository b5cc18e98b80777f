package org.statusrules;

import java.time.LocalDate;
import java.util.Optional;

/** Days of the calendar and of the library. */
final class Days {
    static final int FIRST = -719162;
    static final int LAST = 2932896;

    /** Most days that an answer gives lie in these years; each is one object then, made when it is first given. */
    private static final int FIRST_KEPT = (int) LocalDate.of(2019, 1, 1).toEpochDay();
    private static final int LAST_KEPT = (int) LocalDate.of(2026, 12, 31).toEpochDay();
    private static final Optional<LastDay> NONE = Optional.of(LastDay.none());
    /** Threads may make the same day at once; it is immutable, and either will do. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final Optional<LastDay>[] KEPT = new Optional[LAST_KEPT - FIRST_KEPT + 1];

    private Days() {
    }

    /** The number of a day; one that no int holds is out of range all the same. */
    static int number(LocalDate day) {
        long number = day.toEpochDay();
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
        if (number == Native.NONE) {
            return NONE;
        }
        if (number < FIRST_KEPT || number > LAST_KEPT) {
            return Optional.of(LastDay.of(LocalDate.ofEpochDay(number)));
        }
        Optional<LastDay> kept = KEPT[number - FIRST_KEPT];
        if (kept == null) {
            kept = Optional.of(LastDay.of(LocalDate.ofEpochDay(number)));
            KEPT[number - FIRST_KEPT] = kept;
        }
        return kept;
    }

    static String text(int number) {
        return number == Native.NONE ? "none" : date(number).toString();
    }
}
