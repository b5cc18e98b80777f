package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.statusrules.Answer;
import org.statusrules.Argument;
import org.statusrules.Coded;
import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.LastDay;
import org.statusrules.Law;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Outcome;
import org.statusrules.Packed;
import org.statusrules.Provision;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Receipt;
import org.statusrules.Result;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;

@DisplayName("Columns answer as single answers do")
class ColumnsTest {
    /** More than a block, and no multiple of it. */
    private static final int ROWS = (1 << 18) * 2 + 12345;
    private static final int FIRST = (int) LocalDate.of(2019, 1, 1).toEpochDay();
    private static final int DAYS = 1826;

    private final byte[] terms = new byte[ROWS];
    private final int[] lastDays = new int[ROWS];
    private final byte[] outcomes = new byte[ROWS];
    private final int[] days = new int[ROWS];

    ColumnsTest() {
        Random random = new Random(8);
        for (int i = 0; i < ROWS; i++) {
            terms[i] = (byte) (1 + random.nextInt(16));
            lastDays[i] = random.nextInt(50) == 0 ? Packed.NONE : FIRST + random.nextInt(DAYS);
        }
    }

    private Columns register() {
        return Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(terms));
    }

    /** Compares every fifth answer of the arrays with that of a single question. */
    private void assertAnswers(Options options) {
        for (int i = 0; i < ROWS; i += 5) {
            Facts facts = facts(i);
            Answer answer = StatusRules.extension(facts, options);
            assertEquals(answer.outcome(), Outcome.of(outcomes[i]), facts::toString);
            assertEquals(number(answer.validThrough()), days[i], facts::toString);
        }
    }

    private Facts facts(int row) {
        return Facts.builder().term(Term.of(terms[row])).lastDay(lastDay(lastDays[row])).build();
    }

    private static LastDay lastDay(int number) {
        return number == Packed.NONE ? LastDay.none() : LastDay.of(LocalDate.ofEpochDay(number));
    }

    private static int number(Optional<LastDay> day) {
        if (day.isEmpty()) {
            return Packed.NOT_A_DAY;
        }
        return day.get().day().map(date -> (int) date.toEpochDay()).orElse(Packed.NONE);
    }

    @Test
    @DisplayName("over arrays, through several blocks")
    void arrays() {
        long bad = register().in(Fact.LAST_DAY, Column.of(lastDays)).out(Result.OUTCOME, Column.of(outcomes))
            .out(Result.DAY, Column.of(days)).run();
        assertEquals(0, bad);
        assertAnswers(Options.DEFAULT);
    }

    @Test
    @DisplayName("over direct buffers, the same")
    void directBuffers() {
        arrays();
        ByteBuffer in = ByteBuffer.allocateDirect(ROWS * Integer.BYTES).order(ByteOrder.nativeOrder());
        in.asIntBuffer().put(lastDays);
        ByteBuffer kinds = ByteBuffer.allocateDirect(ROWS).put(terms).flip();
        ByteBuffer out = ByteBuffer.allocateDirect(ROWS * Integer.BYTES).order(ByteOrder.nativeOrder());
        ByteBuffer outcome = ByteBuffer.allocateDirect(ROWS);
        Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(kinds, Column.Type.INT8))
            .in(Fact.LAST_DAY, Column.of(in, Column.Type.INT32)).out(Result.DAY, Column.of(out, Column.Type.INT32))
            .out(Result.OUTCOME, Column.of(outcome, Column.Type.INT8)).run();
        int[] got = new int[ROWS];
        out.asIntBuffer().get(got);
        assertArrayEquals(days, got);
        byte[] gotOutcomes = new byte[ROWS];
        outcome.get(gotOutcomes);
        assertArrayEquals(outcomes, gotOutcomes);
    }

    @Test
    @DisplayName("arrays and buffers in one call, the same")
    void mixed() {
        arrays();
        ByteBuffer out = ByteBuffer.allocateDirect(ROWS * Integer.BYTES).order(ByteOrder.nativeOrder());
        register().in(Fact.LAST_DAY, Column.of(lastDays)).out(Result.DAY, Column.of(out, Column.Type.INT32)).run();
        int[] got = new int[ROWS];
        out.asIntBuffer().get(got);
        assertArrayEquals(days, got);
    }

    @Test
    @DisplayName("in place: the days go where the last days were")
    void inPlace() {
        arrays();
        int[] both = lastDays.clone();
        register().in(Fact.LAST_DAY, Column.of(both)).out(Result.DAY, Column.of(both)).run();
        assertArrayEquals(days, both);
    }

    @Test
    @DisplayName("with a law, a reading and a day of knowledge for all rows, and a constant")
    void options() {
        Options options = Options.DEFAULT.law(Law.MEASURES).reading(Reading.SUSPENSION)
            .knownOn(LocalDate.of(2022, 1, 1));
        register().options(options).in(Fact.LAST_DAY, Column.of(lastDays)).out(Result.OUTCOME, Column.of(outcomes))
            .out(Result.DAY, Column.of(days)).run();
        assertAnswers(options);
        byte[] located = new byte[ROWS];
        register().in(Fact.LOCATION, Column.constant(Location.ABROAD.code())).in(Fact.LAST_DAY, Column.of(lastDays))
            .out(Result.OUTCOME, Column.of(located)).run();
        for (int i = 0; i < ROWS; i += 1009) {
            Facts abroad = facts(i).toBuilder().location(Location.ABROAD).build();
            assertEquals(StatusRules.extension(abroad).outcome(), Outcome.of(located[i]), abroad::toString);
        }
    }

    @Test
    @DisplayName("with a reading that varies by row")
    void readings() {
        byte[] readings = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            readings[i] = (byte) (1 + i % 3);
        }
        register().in(Argument.READING, Column.of(readings)).in(Fact.LAST_DAY, Column.of(lastDays))
            .out(Result.DAY, Column.of(days)).run();
        for (int i = 0; i < ROWS; i += 97) {
            Options options = Options.DEFAULT.reading(Reading.of(readings[i]));
            assertEquals(number(StatusRules.extension(facts(i), options).validThrough()), days[i]);
        }
    }

    @Test
    @DisplayName("with null values, ends, categories, timestamps and bytes for what is known")
    void forms() {
        int[] documents = {0, 1, 2, 3, 1};
        int[] categories = {Term.PERMANENT_RESIDENCE_PERMIT.code(), Term.VISA.code()};
        long day = 86_400_000L;
        long end = LocalDate.of(2021, 12, 31).toEpochDay() * day;
        long[] stamps = {end, end + day - 1, -1, Long.MAX_VALUE, end};
        long[] days64 = new long[5];
        byte[] known = {1, 1, 1, 0, 1};
        byte[] errors = new byte[5];
        byte[] outcome = new byte[5];
        long bad = Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(documents).codes(categories).present(known))
            .in(Fact.LAST_DAY, Column.of(stamps).ticksPerDay(day).nullValue(-1).noEndValue(Long.MAX_VALUE))
            .out(Result.ERROR, Column.of(errors)).out(Result.OUTCOME, Column.of(outcome))
            .out(Result.DAY, Column.of(days64).ticksPerDay(day).nullValue(Long.MIN_VALUE)).run();
        assertEquals(1, bad);
        assertArrayEquals(new byte[] {0, 0, (byte) ErrorCode.VALUE.code(), 0, 0}, errors);
        assertEquals(LocalDate.of(2022, 7, 18).toEpochDay() * day, days64[0]);
        assertEquals(Outcome.YES, Outcome.of(outcome[0]));
        assertEquals(Outcome.SILENT, Outcome.of(outcome[1]));
        assertEquals(Long.MIN_VALUE, days64[1]);
        byte[] missing = {0, 0, 0, 1, 0};
        byte[] again = new byte[5];
        Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(documents).codes(categories).missing(missing))
            .in(Fact.LAST_DAY, Column.of(stamps).ticksPerDay(day).nullValue(-1).noEndValue(Long.MAX_VALUE))
            .out(Result.OUTCOME, Column.of(again)).run();
        assertArrayEquals(outcome, again);
    }

    @Test
    @DisplayName("receipts, one a row")
    void receipts() {
        byte[] receipts = new byte[ROWS * Receipt.BYTES];
        register().in(Fact.LAST_DAY, Column.of(lastDays)).out(Result.RECEIPT, Column.receipts(receipts)).run();
        for (int i = 0; i < ROWS; i += 4999) {
            byte[] one = Arrays.copyOfRange(receipts, i * Receipt.BYTES, (i + 1) * Receipt.BYTES);
            assertEquals(StatusRules.receipt(Question.EXTENSION, facts(i), Options.DEFAULT), Receipt.of(one));
        }
    }

    @Test
    @DisplayName("bits of what is known, as Arrow has them, from any bit on")
    void bits() {
        ByteBuffer bits = ByteBuffer.allocateDirect(2).put(new byte[] {(byte) 0b11011000, 0b1}).flip();
        short[] kinds = {7, 7, 7, 7, 7, 7};
        int[] ends = new int[6];
        Arrays.fill(ends, (int) LocalDate.of(2021, 12, 31).toEpochDay());
        byte[] outcome = new byte[6];
        Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(kinds).presentBits(bits, 3))
            .in(Fact.LAST_DAY, Column.of(ends)).out(Result.OUTCOME, Column.of(outcome)).run();
        byte yes = (byte) Outcome.YES.code();
        byte open = (byte) Outcome.UNDETERMINED.code();
        assertArrayEquals(new byte[] {yes, yes, open, yes, yes, yes}, outcome);
    }

    @Test
    @DisplayName("what is known is read from its own place in every block: bits, bytes, and places in a list")
    void knownInBlocks() {
        int offset = 5;
        byte[] known = new byte[ROWS];
        byte[] missing = new byte[ROWS];
        ByteBuffer bits = ByteBuffer.allocateDirect((offset + ROWS + 7) / 8);
        int[] places = new int[ROWS];
        int[] list = new int[16];
        Random random = new Random(9);
        for (int i = 0; i < ROWS; i++) {
            boolean is = random.nextInt(3) > 0;
            known[i] = (byte) (is ? 7 : 0);
            missing[i] = (byte) (is ? 0 : 1);
            int bit = offset + i;
            bits.put(bit / 8, (byte) (bits.get(bit / 8) | (is ? 1 << bit % 8 : 0)));
            places[i] = 16 - terms[i];
            list[places[i]] = terms[i];
        }
        for (Column term : new Column[] {Column.of(terms).present(known), Column.of(terms).missing(missing),
            Column.of(terms).presentBits(bits, offset), Column.of(places).codes(list).present(known)}) {
            Columns.of(Question.EXTENSION).in(Fact.TERM, term).in(Fact.LAST_DAY, Column.of(lastDays))
                .out(Result.OUTCOME, Column.of(outcomes)).out(Result.DAY, Column.of(days)).run();
            for (int i = 0; i < ROWS; i += 7) {
                Facts facts = known[i] == 0 ? facts(i).toBuilder().unknown(Fact.TERM).build() : facts(i);
                Answer answer = StatusRules.extension(facts);
                assertEquals(answer.outcome(), Outcome.of(outcomes[i]), facts::toString);
                assertEquals(number(answer.validThrough()), days[i], facts::toString);
            }
        }
    }

    @Test
    @DisplayName("every result says what a single answer says")
    void results() {
        int rows = 5000;
        byte[] outcome = new byte[rows];
        short[] provision = new short[rows];
        int[] note = new int[rows];
        long[] possible = new long[rows];
        int[] earliest = new int[rows];
        long[] latest = new long[rows];
        long[] missing = new long[rows];
        long[] assumed = new long[rows];
        short[] readings = new short[rows];
        byte[] askNext = new byte[rows];
        Options options = Options.DEFAULT.law(Law.MEASURES);
        Columns.of(Question.EXTENSION).options(options)
            .in(Fact.TERM, Column.of(Arrays.copyOf(terms, rows)))
            .in(Fact.LAST_DAY, Column.of(Arrays.copyOf(lastDays, rows)))
            .out(Result.OUTCOME, Column.of(outcome)).out(Result.PROVISION, Column.of(provision))
            .out(Result.NOTE, Column.of(note)).out(Result.POSSIBLE, Column.of(possible))
            .out(Result.EARLIEST, Column.of(earliest)).out(Result.LATEST, Column.of(latest))
            .out(Result.MISSING, Column.of(missing)).out(Result.ASSUMED, Column.of(assumed))
            .out(Result.READINGS, Column.of(readings)).out(Result.ASK_NEXT, Column.of(askNext)).run();
        for (int i = 0; i < rows; i++) {
            Facts facts = facts(i);
            Answer answer = StatusRules.extension(facts, options);
            assertEquals(answer.outcome(), Outcome.of(outcome[i]), facts::toString);
            assertEquals(answer.provision().map(Provision::number).orElse(0), (int) provision[i], facts::toString);
            assertEquals(answer.note().map(Provision::number).orElse(0), note[i], facts::toString);
            assertEquals(bits(answer.possible()), possible[i], facts::toString);
            assertEquals(number(answer.earliest()), earliest[i], facts::toString);
            assertEquals(number(answer.latest()), (int) latest[i], facts::toString);
            assertEquals(bits(answer.missing()), missing[i], facts::toString);
            assertEquals(bits(answer.assumed()), assumed[i], facts::toString);
            assertEquals(answer.readings().stream().mapToInt(one -> one.outcome().code() << 4 * (one.reading().code() - 1)).sum(),
                readings[i], facts::toString);
            assertEquals(answer.askNext().map(Fact::code).orElse(0), (int) askNext[i], facts::toString);
        }
    }

    private static long bits(Set<? extends Coded> values) {
        return values.stream().mapToLong(value -> 1L << value.code()).sum();
    }

    @Test
    @DisplayName("bits that say less rows than there are, are refused before a byte behind them is read")
    void shortBits() {
        ByteBuffer bits = ByteBuffer.allocateDirect(2).put(new byte[] {-1, -1}).flip();
        assertEquals(0, Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(new byte[13]).codes(7).presentBits(bits, 3))
            .out(Result.OUTCOME, Column.of(new byte[13])).run());
        for (long offset : new long[] {4, 16, Long.MAX_VALUE}) {
            String message = assertThrows(IllegalArgumentException.class, () -> Columns.of(Question.EXTENSION)
                .in(Fact.TERM, Column.of(new byte[13]).presentBits(bits, offset))
                .out(Result.OUTCOME, Column.of(new byte[13])).run()).getMessage();
            assertTrue(message.contains("term") && message.contains("13"), message);
        }
        assertThrows(IllegalArgumentException.class, () -> Column.of(new byte[1]).presentBits(bits, -1));
    }

    @Test
    @DisplayName("a result is not written where nobody may write, and no column has less than no rows")
    void readOnly() {
        Column column = Column.of(ByteBuffer.allocateDirect(8).asReadOnlyBuffer(), Column.Type.INT8);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Columns.of(Question.EXTENSION)
            .out(Result.OUTCOME, column)).getMessage().contains("read-only"));
        assertEquals(8, Columns.of(Question.EXTENSION).in(Fact.TERM, column).out(Result.OUTCOME, Column.of(new byte[8])).run());
        assertThrows(IllegalArgumentException.class, () -> Column.at(8, -1, Column.Type.INT8));
        assertThrows(IllegalArgumentException.class, () -> Column.at(0, 1, Column.Type.INT8));
    }

    @Test
    @DisplayName("a register that does not fit is refused, and nothing is written")
    void refused() {
        assertThrows(IllegalArgumentException.class, () -> Columns.of(Question.EXTENSION).run());
        assertThrows(IllegalArgumentException.class,
            () -> register().in(Fact.LAST_DAY, Column.of(new int[3])).out(Result.DAY, Column.of(days)).run());
        assertThrows(IllegalArgumentException.class, () -> register().in(Fact.TERM, Column.of(terms)));
        assertThrows(IllegalArgumentException.class, () -> register().out(Result.DAY, Column.constant(1)));
        assertThrows(IllegalArgumentException.class, () -> Column.of(ByteBuffer.allocate(8), Column.Type.INT32));
        assertThrows(IllegalArgumentException.class,
            () -> Column.of(ByteBuffer.allocateDirect(8).order(ByteOrder.BIG_ENDIAN), Column.Type.INT32));
        byte[] narrow = new byte[ROWS];
        StatusRulesException error = assertThrows(StatusRulesException.class, () -> register()
            .in(Fact.LAST_DAY, Column.of(lastDays)).out(Result.MISSING, Column.of(narrow)).run());
        assertEquals(ErrorCode.VALUE, error.code());
        assertArrayEquals(new byte[ROWS], narrow);
        assertEquals(0, Columns.of(Question.EXTENSION).in(Fact.TERM, Column.of(new byte[0]))
            .out(Result.OUTCOME, Column.of(new byte[0])).run());
    }

    @Test
    @DisplayName("overlaps are refused, also one that reaches from one block into the next")
    void overlaps() {
        ByteBuffer memory = ByteBuffer.allocateDirect((ROWS + ROWS / 2 * 2) * Integer.BYTES).order(ByteOrder.nativeOrder());
        ByteBuffer in = memory.slice(0, ROWS * Integer.BYTES).order(ByteOrder.nativeOrder());
        ByteBuffer out = memory.slice(ROWS / 2 * Integer.BYTES, ROWS * Integer.BYTES).order(ByteOrder.nativeOrder());
        StatusRulesException error = assertThrows(StatusRulesException.class,
            () -> register().in(Fact.LAST_DAY, Column.of(in, Column.Type.INT32))
                .out(Result.DAY, Column.of(out, Column.Type.INT32)).run());
        assertEquals(ErrorCode.OVERLAP, error.code());
        assertEquals("day: its memory overlaps that of another column: last_day; only a result of the same width may take"
            + " the very place of an input", error.getMessage());
    }
}
