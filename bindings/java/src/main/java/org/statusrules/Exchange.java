package org.statusrules;

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
    // Places in an answer; native/ask.c is not compiled where one of them is another.
    static final int OUTCOME = 0;
    static final int DAY = 1;
    static final int PROVISION = 2;
    static final int NOTE = 3;
    static final int POSSIBLE = 4;
    static final int EARLIEST = 5;
    static final int LATEST = 6;
    static final int EDITION = 7;
    static final int MISSING = 8;
    static final int ASSUMED = 10;
    static final int READINGS = 12;
    static final int SAME_FROM = 30;
    static final int SAME_UNTIL = 31;
    static final int ASK_NEXT = 32;

    /** The memory begins with its own address. */
    private static final int FACTS_AT = Long.BYTES;
    private static final int OPTIONS_AT = FACTS_AT + 64 * Integer.BYTES;
    private static final int ANSWER_AT = OPTIONS_AT + 8 * Integer.BYTES;
    private static final int ERROR_AT = ANSWER_AT + 40 * Integer.BYTES;
    /** Facts of which only the first two are ever known, for the question that takes no others. */
    private static final int TWO_FACTS_AT = ERROR_AT + 8 * Integer.BYTES;
    private static final int END = TWO_FACTS_AT + 64 * Integer.BYTES;
    private static final ThreadLocal<ByteBuffer> OF_THREAD = ThreadLocal.withInitial(Exchange::allocate);

    static {
        // The native methods of this class are in the library that Flat loads.
        Flat.law_count();
    }

    private Exchange() {
    }

    private static ByteBuffer allocate() {
        ByteBuffer memory = ByteBuffer.allocateDirect(END).order(ByteOrder.nativeOrder());
        memory.putLong(0, address(memory));
        put(memory, TWO_FACTS_AT, Facts.builder().build().numbers());
        return memory;
    }

    /** The memory of this thread; what it holds lasts until the thread asks again. */
    static ByteBuffer memory() {
        return OF_THREAD.get();
    }

    /** Numbers of a struct, which says first how many bytes it has. */
    private static void put(ByteBuffer memory, int at, int[] numbers) {
        memory.asIntBuffer().put(at / Integer.BYTES, numbers);
        memory.putInt(at, numbers.length * Integer.BYTES);
    }

    /** Asks about a document or term and its last day, under the default options. */
    static void ask(ByteBuffer memory, int law, int term, int lastDay) {
        memory.putInt(TWO_FACTS_AT + Integer.BYTES, term);
        memory.putInt(TWO_FACTS_AT + 2 * Integer.BYTES, lastDay);
        check(memory, ask(memory.getLong(0), law, Question.EXTENSION.code(), TWO_FACTS_AT, false));
    }

    /** Asks with facts and options; options without numbers are the default ones. */
    static void ask(ByteBuffer memory, int law, int question, int[] facts, int[] options) {
        put(memory, FACTS_AT, facts);
        if (options.length > 0) {
            put(memory, OPTIONS_AT, options);
        }
        check(memory, ask(memory.getLong(0), law, question, FACTS_AT, options.length > 0));
    }

    private static void check(ByteBuffer memory, int status) {
        if (status != 0) {
            long[] error = new long[FLAT_ERROR_LENGTH];
            for (int i = 0; i < error.length; i++) {
                error[i] = memory.getInt(ERROR_AT + i * Integer.BYTES);
            }
            throw new StatusRulesException(error);
        }
    }

    static int number(ByteBuffer memory, int place) {
        return memory.getInt(ANSWER_AT + place * Integer.BYTES);
    }

    /** Bits of facts, which take two places. */
    static long bits(ByteBuffer memory, int place) {
        return memory.getLong(ANSWER_AT + place * Integer.BYTES);
    }

    /** A copy of some numbers, as they stand there. */
    static byte[] bytes(ByteBuffer memory, int place, int length) {
        byte[] bytes = new byte[length * Integer.BYTES];
        memory.get(ANSWER_AT + place * Integer.BYTES, bytes);
        return bytes;
    }

    private static native int ask(long address, int law, int question, int factsAt, boolean hasOptions);

    static native long address(ByteBuffer buffer);
}
