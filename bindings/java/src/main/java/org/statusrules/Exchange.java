package org.statusrules;

import static org.statusrules.FlatConstants.FLAT_ANSWER_LENGTH;
import static org.statusrules.FlatConstants.FLAT_ERROR_LENGTH;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that both sides see, one piece for each thread: facts and options go in, an answer or an error comes out. A
 * question crosses the border once, without an array.
 *
 * <p>A buffer alone hangs on the thread, and no class of ours: an application server can drop the application.
 */
final class Exchange {
    /** The memory begins with its own address. */
    private static final int FACTS_AT = Long.BYTES;
    private static final int MOST_FACTS = 64;
    private static final int MOST_OPTIONS = 8;
    private static final int OPTIONS_AT = FACTS_AT + MOST_FACTS * Integer.BYTES;
    private static final int RESULT_AT = OPTIONS_AT + MOST_OPTIONS * Integer.BYTES;
    private static final int ERROR_AT = RESULT_AT + FLAT_ANSWER_LENGTH * Long.BYTES;
    private static final int END = ERROR_AT + FLAT_ERROR_LENGTH * Long.BYTES;
    private static final ThreadLocal<ByteBuffer> OF_THREAD = ThreadLocal.withInitial(Exchange::allocate);

    static {
        // The native methods of this class are in the library that Flat loads.
        Flat.law_count();
    }

    private Exchange() {
    }

    private static ByteBuffer allocate() {
        ByteBuffer memory = ByteBuffer.allocateDirect(END).order(ByteOrder.nativeOrder());
        return memory.putLong(0, address(memory));
    }

    /** The memory of this thread; what it holds lasts until the thread asks again. */
    static ByteBuffer memory() {
        return OF_THREAD.get();
    }

    static void putFact(ByteBuffer memory, int fact, int value) {
        memory.putInt(FACTS_AT + fact * Integer.BYTES, value);
    }

    private static void put(ByteBuffer memory, int at, int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            memory.putInt(at + i * Integer.BYTES, numbers[i]);
        }
    }

    static void ask(ByteBuffer memory, int law, int question, int[] facts, int[] options) {
        put(memory, FACTS_AT, facts);
        ask(memory, law, question, facts.length, options);
    }

    /** Asks with the first facts as they stand in the memory; later ones are unknown. */
    static void ask(ByteBuffer memory, int law, int question, int facts, int[] options) {
        put(memory, OPTIONS_AT, options);
        if (ask(memory.getLong(0), law, question, facts, options.length) != 0) {
            long[] error = new long[FLAT_ERROR_LENGTH];
            for (int i = 0; i < error.length; i++) {
                error[i] = memory.getLong(ERROR_AT + i * Long.BYTES);
            }
            throw new StatusRulesException(error);
        }
    }

    static long result(ByteBuffer memory, int place) {
        return memory.getLong(RESULT_AT + place * Long.BYTES);
    }

    private static native int ask(long address, int law, int question, int facts, int options);

    static native long address(ByteBuffer buffer);
}
