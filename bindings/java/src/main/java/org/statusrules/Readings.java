package org.statusrules;

import static org.statusrules.FlatConstants.*;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/** The answers by reading, kept as numbers until somebody looks at one: most never are. Immutable. */
final class Readings extends AbstractList<ReadingAnswer> implements RandomAccess {
    private static final int MOST = (FLAT_ANSWER_SAME_FROM - FLAT_ANSWER_READINGS) / FLAT_READING_LENGTH;
    /** The number of the reading stands before those of its answer. */
    private static final int LENGTH = 1 + FLAT_READING_LENGTH;

    private final LawData law;
    private final int[] numbers;

    private Readings(LawData law, int[] numbers) {
        this.law = law;
        this.numbers = numbers;
    }

    /** The readings that were asked, of the answer that stands in the memory of a thread. */
    static Readings of(LawData law, ByteBuffer memory) {
        int[] numbers = new int[MOST * LENGTH];
        int length = 0;
        for (int i = 0; i < MOST; i++) {
            int from = FLAT_ANSWER_READINGS + i * FLAT_READING_LENGTH;
            if (Exchange.result(memory, from + FLAT_READING_OUTCOME) != 0) {
                numbers[length] = i + 1;
                for (int place = 0; place < FLAT_READING_LENGTH; place++) {
                    numbers[length + 1 + place] = (int) Exchange.result(memory, from + place);
                }
                length += LENGTH;
            }
        }
        return new Readings(law, length == numbers.length ? numbers : Arrays.copyOf(numbers, length));
    }

    @Override
    public ReadingAnswer get(int index) {
        int at = Objects.checkIndex(index, size()) * LENGTH;
        return new ReadingAnswer(Reading.of(numbers[at]), Outcome.of(number(at, FLAT_READING_OUTCOME)),
            Days.lastDay(number(at, FLAT_READING_DAY)), law.ids.get(number(at, FLAT_READING_PROVISION)),
            Answers.outcomes(number(at, FLAT_READING_POSSIBLE)), Days.lastDay(number(at, FLAT_READING_EARLIEST)),
            Days.lastDay(number(at, FLAT_READING_LATEST)));
    }

    private int number(int at, int place) {
        return numbers[at + 1 + place];
    }

    @Override
    public int size() {
        return numbers.length / LENGTH;
    }
}
