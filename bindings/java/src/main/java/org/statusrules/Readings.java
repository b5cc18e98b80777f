package org.statusrules;

import static org.statusrules.FlatConstants.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;

/** The answers by reading, kept as numbers until somebody looks at one: most never are. Immutable. */
final class Readings extends AbstractList<ReadingAnswer> implements RandomAccess {
    private static final int MOST = (Exchange.SAME_FROM - Exchange.READINGS) / FLAT_READING_LENGTH;

    private final LawData law;
    private final byte[] numbers;

    private Readings(LawData law, byte[] numbers) {
        this.law = law;
        this.numbers = numbers;
    }

    /** The readings that were asked, of the answer that stands in the memory of a thread. */
    static Readings of(LawData law, ByteBuffer memory) {
        return new Readings(law, Exchange.bytes(memory, Exchange.READINGS, MOST * FLAT_READING_LENGTH));
    }

    @Override
    public ReadingAnswer get(int index) {
        Objects.checkIndex(index, size());
        int reading = -1;
        for (int asked = 0; asked <= index; asked += isAsked(reading) ? 1 : 0) {
            reading++;
        }
        return new ReadingAnswer(Reading.of(1 + reading), Outcome.of(number(reading, FLAT_READING_OUTCOME)),
            Days.lastDay(number(reading, FLAT_READING_DAY)), law.ids.get(number(reading, FLAT_READING_PROVISION)),
            Answers.outcomes(number(reading, FLAT_READING_POSSIBLE)), Days.lastDay(number(reading, FLAT_READING_EARLIEST)),
            Days.lastDay(number(reading, FLAT_READING_LATEST)));
    }

    private int number(int reading, int place) {
        return ByteBuffer.wrap(numbers).order(ByteOrder.nativeOrder())
            .getInt((reading * FLAT_READING_LENGTH + place) * Integer.BYTES);
    }

    private boolean isAsked(int reading) {
        return number(reading, FLAT_READING_OUTCOME) != 0;
    }

    @Override
    public int size() {
        int size = 0;
        for (int reading = 0; reading < MOST; reading++) {
            size += isAsked(reading) ? 1 : 0;
        }
        return size;
    }
}
