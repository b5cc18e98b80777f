package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A column of a register: an array, a direct buffer, or memory at an address, as other libraries hold their
 * vectors. Immutable, but for the values in it, which {@link Columns} reads and writes in place.
 *
 * <p>Values are numbers: a day is days since 1970-01-01, another value its {@linkplain Coded#code() number}. Without
 * a null value, a missing fact is {@link Packed#UNKNOWN} and a result without a day {@link Packed#NOT_A_DAY}; without
 * an end value, none is {@link Packed#NONE}. Narrower types do not hold these: there a null value or a validity is
 * needed.
 */
public final class Column {
    /** How wide values are; all are signed. */
    public enum Type implements Coded {
        /** One byte. */
        INT8(1, Byte.BYTES),
        /** Two bytes. */
        INT16(2, Short.BYTES),
        /** Four bytes. */
        INT32(3, Integer.BYTES),
        /** Eight bytes. */
        INT64(4, Long.BYTES),
        /** The bytes of a {@link Receipt}. */
        RECEIPT(5, Receipt.BYTES);

        private final int code;
        final int width;

        Type(int code, int width) {
            this.code = code;
            this.width = width;
        }

        @Override
        public int code() {
            return code;
        }
    }

    private static final int BITS = 1;
    private static final int BYTES_PRESENT = 2;
    private static final int BYTES_MISSING = 3;

    final Type type;
    /** The array, or null where the column has an address or one value. */
    final Object array;
    /** What keeps the memory at the address from being freed, or null. */
    private final Object owner;
    private final long address;
    /** How many values there are; -1 where only the caller knows. */
    final long length;
    /** The description for the library, but field, type, values and the place of the first row. */
    private final long[] places;
    final byte[] valid;
    private final long validAddress;
    /** How many bits there are at that address; -1 where only the caller knows. */
    private final long validBits;
    final int[] codes;

    private Column(Type type, Object array, Object owner, long address, long length, long[] places, byte[] valid,
            long validAddress, long validBits, int[] codes) {
        this.type = type;
        this.array = array;
        this.owner = owner;
        this.address = address;
        this.length = length;
        this.places = places;
        this.valid = valid;
        this.validAddress = validAddress;
        this.validBits = validBits;
        this.codes = codes;
    }

    private static Column of(Type type, Object array, int length) {
        return new Column(type, array, null, 0, length, new long[FlatConstants.FLAT_COLUMN_LENGTH], null, 0, -1,
            null);
    }

    /**
     * A column of bytes.
     *
     * @param values the values; not copied
     * @return the column
     */
    public static Column of(byte[] values) {
        return of(Type.INT8, requireNonNull(values, "values"), values.length);
    }

    /**
     * A column of numbers of 16 bits.
     *
     * @param values the values; not copied
     * @return the column
     */
    public static Column of(short[] values) {
        return of(Type.INT16, requireNonNull(values, "values"), values.length);
    }

    /**
     * A column of numbers of 32 bits.
     *
     * @param values the values; not copied
     * @return the column
     */
    public static Column of(int[] values) {
        return of(Type.INT32, requireNonNull(values, "values"), values.length);
    }

    /**
     * A column of numbers of 64 bits.
     *
     * @param values the values; not copied
     * @return the column
     */
    public static Column of(long[] values) {
        return of(Type.INT64, requireNonNull(values, "values"), values.length);
    }

    /**
     * A column that the results {@link Result#RECEIPT} are written to: {@link Receipt#BYTES} bytes a row.
     *
     * @param bytes the bytes of all rows; not copied
     * @return the column
     */
    public static Column receipts(byte[] bytes) {
        return of(Type.RECEIPT, requireNonNull(bytes, "bytes"), bytes.length / Receipt.BYTES);
    }

    /**
     * A column in a direct buffer, from its position to its limit.
     *
     * @param buffer the buffer, direct, in the byte order of the machine
     * @param type how wide its values are
     * @return the column
     * @throws IllegalArgumentException if the buffer is not direct or has another byte order
     */
    public static Column of(ByteBuffer buffer, Type type) {
        long address = addressOf(buffer, "buffer");
        requireNonNull(type, "type");
        if (buffer.order() != ByteOrder.nativeOrder() && type != Type.INT8 && type != Type.RECEIPT) {
            throw new IllegalArgumentException("the buffer has the byte order " + buffer.order() + ", the machine "
                + ByteOrder.nativeOrder() + "; set it with ByteBuffer.order(ByteOrder.nativeOrder())");
        }
        return new Column(type, null, buffer, address,
            buffer.remaining() / type.width, new long[FlatConstants.FLAT_COLUMN_LENGTH], null, 0, -1, null);
    }

    /**
     * A column at an address, such as that of a vector of Arrow. The caller answers for its length and for its
     * staying there while {@link Columns} runs: a wrong address ends the program.
     *
     * @param address where the values begin, aligned to their width
     * @param length how many values there are
     * @param type how wide they are
     * @return the column
     * @throws IllegalArgumentException if the length is negative, or the address 0
     */
    public static Column at(long address, long length, Type type) {
        if (length < 0) {
            throw new IllegalArgumentException("a column has 0 values or more, not " + length);
        }
        if (address == 0 && length > 0) {
            throw new IllegalArgumentException("no value stands at the address 0");
        }
        return new Column(requireNonNull(type, "type"), null, null, address, length,
            new long[FlatConstants.FLAT_COLUMN_LENGTH], null, 0, -1, null);
    }

    /**
     * One value for all rows; for facts and parameters only.
     *
     * @param value the number of the value
     * @return the column
     */
    public static Column constant(int value) {
        long[] places = new long[FlatConstants.FLAT_COLUMN_LENGTH];
        places[FlatConstants.FLAT_COLUMN_IS_ONE_VALUE] = 1;
        places[FlatConstants.FLAT_COLUMN_ONE_VALUE] = value;
        return new Column(Type.INT32, null, null, 0, -1, places, null, 0, -1, null);
    }

    private Column with(int place, long value, int flag) {
        long[] changed = places.clone();
        changed[place] = value;
        if (flag >= 0) {
            changed[flag] = 1;
        }
        return new Column(type, array, owner, address, length, changed, valid, validAddress, validBits, codes);
    }

    private Column valid(int form, byte[] bytes, Object newOwner, long at, long bits, long offset) {
        Column changed = with(FlatConstants.FLAT_COLUMN_VALID_FORM, form, -1)
            .with(FlatConstants.FLAT_COLUMN_VALID_OFFSET, offset, -1);
        return new Column(type, array, newOwner, address, length, changed.places, bytes, at, bits, codes);
    }

    /**
     * The same with a value that means missing; results write it for no day.
     *
     * @param value the value
     * @return the column
     */
    public Column nullValue(long value) {
        return with(FlatConstants.FLAT_COLUMN_NULL_VALUE, value, FlatConstants.FLAT_COLUMN_HAS_NULL_VALUE);
    }

    /**
     * The same with a value that means none: without end, stateless; results write it for an open end.
     *
     * @param value the value
     * @return the column
     */
    public Column noEndValue(long value) {
        return with(FlatConstants.FLAT_COLUMN_NO_END_VALUE, value, FlatConstants.FLAT_COLUMN_HAS_NO_END_VALUE);
    }

    /**
     * The same with timestamps instead of days. The library knows no time zones: a day begins at a multiple of the
     * ticks.
     *
     * @param ticks how many ticks make a day, such as 86,400,000 for milliseconds
     * @return the column
     */
    public Column ticksPerDay(long ticks) {
        return with(FlatConstants.FLAT_COLUMN_TICKS_PER_DAY, ticks, -1);
    }

    /**
     * The same with one byte a row that says whether the value is known; for facts and parameters only.
     *
     * @param known other than 0 for known; not copied
     * @return the column
     */
    public Column present(byte[] known) {
        return valid(BYTES_PRESENT, requireNonNull(known, "known"), owner, 0, -1, 0);
    }

    /**
     * The same with one byte a row that says whether the value is missing; for facts and parameters only.
     *
     * @param missing other than 0 for missing; not copied
     * @return the column
     */
    public Column missing(byte[] missing) {
        return valid(BYTES_MISSING, requireNonNull(missing, "missing"), owner, 0, -1, 0);
    }

    /**
     * The same with one bit a row, the lowest first, 1 for known: the validity of Arrow; for facts and parameters
     * only.
     *
     * @param address where the bits begin
     * @param offset the place of the first row in them, in bits
     * @return the column
     * @throws IllegalArgumentException if the offset is negative
     */
    public Column presentBits(long address, long offset) {
        return valid(BITS, null, owner, address, -1, fromStart(offset));
    }

    /**
     * The same with one bit a row in a direct buffer; see {@link #presentBits(long, long)}.
     *
     * @param bits the buffer, direct; the bits begin at its position
     * @param offset the place of the first row in them, in bits
     * @return the column
     * @throws IllegalArgumentException if the buffer is not direct, or the offset negative; a buffer with fewer bits than
     *     the column has rows is refused by {@link Columns}
     */
    public Column presentBits(ByteBuffer bits, long offset) {
        long at = addressOf(bits, "bits");
        return valid(BITS, null, new Object[] {owner, bits}, at, (long) bits.remaining() * Byte.SIZE, fromStart(offset));
    }

    private static long fromStart(long offset) {
        if (offset < 0) {
            throw new IllegalArgumentException("the bits begin at a place of 0 or more, not at " + offset);
        }
        return offset;
    }

    private static long addressOf(ByteBuffer buffer, String name) {
        if (!requireNonNull(buffer, name).isDirect()) {
            throw new IllegalArgumentException("the buffer is not direct; a column of an array is made of the array");
        }
        return Exchange.address(buffer) + buffer.position();
    }

    /**
     * The same with the values as places in a list of values: categories, a dictionary.
     *
     * @param numbers the number of the value for each place; copied
     * @return the column
     */
    public Column codes(int... numbers) {
        return new Column(type, array, owner, address, length, places, valid, validAddress, validBits,
            requireNonNull(numbers, "numbers").clone());
    }

    boolean hasArray() {
        return array != null || valid != null || codes != null;
    }

    boolean hasAddress() {
        return address != 0;
    }

    /** Whether it is not known that the buffer of bits ends before these rows do. */
    boolean saysOf(long rows) {
        return validBits < 0 || rows <= validBits - places[FlatConstants.FLAT_COLUMN_VALID_OFFSET];
    }

    /** Whether its memory is that of a buffer into which nobody may write. */
    boolean isReadOnly() {
        return owner instanceof ByteBuffer buffer && buffer.isReadOnly();
    }

    boolean isOneValue() {
        return places[FlatConstants.FLAT_COLUMN_IS_ONE_VALUE] == 1;
    }

    /** Whether the memory of two columns that are no arrays meets, without being the same. */
    boolean overlaps(Column other, long rows) {
        boolean same = address == other.address && type == other.type;
        return !same && address < other.address + rows * other.type.width
            && other.address < address + rows * type.width;
    }

    /** Describes the column from a row on; in an array an address is the offset in it. */
    void describe(long[] into, int at, int field, long firstRow) {
        System.arraycopy(places, 0, into, at, places.length);
        into[at + FlatConstants.FLAT_COLUMN_FIELD] = field;
        into[at + FlatConstants.FLAT_COLUMN_TYPE] = type.code();
        into[at + FlatConstants.FLAT_COLUMN_VALUES] = address + firstRow * type.width;
        into[at + FlatConstants.FLAT_COLUMN_VALID] = validAddress;
        into[at + FlatConstants.FLAT_COLUMN_VALID_OFFSET] += firstRow;
        into[at + FlatConstants.FLAT_COLUMN_N_CODES] = codes == null ? 0 : codes.length;
    }
}
