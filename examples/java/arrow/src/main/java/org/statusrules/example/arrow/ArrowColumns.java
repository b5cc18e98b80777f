package org.statusrules.example.arrow;

import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DateMilliVector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.SmallIntVector;
import org.apache.arrow.vector.TinyIntVector;
import org.statusrules.Column;
import org.statusrules.Packed;

/**
 * Vectors of Arrow as columns: their memory is read and written where it lies. A vector must stay as it is, neither closed
 * nor grown, until {@link org.statusrules.Columns#run} has returned.
 */
final class ArrowColumns {
    private static final long MILLISECONDS_PER_DAY = 86_400_000;

    private ArrowColumns() {
    }

    /** A column of a fact; null is a fact that is not known. */
    static Column in(BaseFixedWidthVector vector) {
        return at(vector).presentBits(vector.getValidityBufferAddress(), 0);
    }

    /** A column of dictionary places, each with the number of its value. */
    static Column in(BaseFixedWidthVector places, int... numbers) {
        return in(places).codes(numbers);
    }

    /** A column that results are written to; the vector has its length already, and {@link #setNulls} ends the work. */
    static Column out(BaseFixedWidthVector vector) {
        return at(vector);
    }

    private static Column at(BaseFixedWidthVector vector) {
        Column column = Column.at(vector.getDataBufferAddress(), vector.getValueCount(), type(vector));
        return vector instanceof DateMilliVector ? column.ticksPerDay(MILLISECONDS_PER_DAY) : column;
    }

    private static Column.Type type(BaseFixedWidthVector vector) {
        if (vector instanceof TinyIntVector) {
            return Column.Type.INT8;
        }
        if (vector instanceof SmallIntVector) {
            return Column.Type.INT16;
        }
        if (vector instanceof IntVector || vector instanceof DateDayVector) {
            return Column.Type.INT32;
        }
        if (vector instanceof BigIntVector || vector instanceof DateMilliVector) {
            return Column.Type.INT64;
        }
        throw new IllegalArgumentException("a vector of " + vector.getMinorType() + " is no column of whole numbers");
    }

    /** Results have no nulls of Arrow: a row without a day becomes one here. */
    static void setNulls(DateDayVector days) {
        for (int i = 0; i < days.getValueCount(); i++) {
            BitVectorHelper.setValidityBit(days.getValidityBuffer(), i,
                days.getDataBuffer().getInt((long) i * Integer.BYTES) == Packed.NOT_A_DAY ? 0 : 1);
        }
    }
}
