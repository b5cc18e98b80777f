package org.statusrules;

import java.nio.charset.StandardCharsets;

/** Calls of the library, with its errors as exceptions. */
final class Native {
    static final int UNKNOWN = Integer.MIN_VALUE;
    static final int NOT_A_DAY = -Integer.MAX_VALUE;
    static final int NONE = Integer.MAX_VALUE;
    private static final int TEXT_LENGTH = 4096;

    /** A call that writes a result or an error, and returns 0 or the code of the error. */
    interface Call {
        int into(long[] result, long[] error);
    }

    /** A call that writes a list of numbers, and how many things are in it into the result. */
    interface ListCall {
        int into(int[] list, long[] result, long[] error);
    }

    /** A call that writes a text, and its length into the result. */
    interface TextCall {
        int into(byte[] buffer, long[] result, long[] error);
    }

    private Native() {
    }

    /** Calls with room for a result. A function of its arguments: its error can be asked for by a second call. */
    static long[] call(int length, Call call) {
        long[] result = new long[length];
        if (call.into(result, null) != 0) {
            throw failure(call);
        }
        return result;
    }

    static long one(Call call) {
        return call(1, call)[0];
    }

    static StatusRulesException failure(Call call) {
        long[] error = new long[FlatConstants.FLAT_ERROR_LENGTH];
        call.into(new long[1], error);
        return new StatusRulesException(error);
    }


    /** The numbers of a list whose length only the library knows, each thing in it as long as `width`. */
    static int[] list(int width, ListCall call) {
        long[] length = new long[1];
        long[] error = new long[FlatConstants.FLAT_ERROR_LENGTH];
        int[] list = {};
        int status = call.into(list, length, error);
        if (status == ErrorCode.TRUNCATED.code()) {
            list = new int[Math.toIntExact(length[0]) * width];
            status = call.into(list, length, error);
        }
        if (status != 0) {
            throw new StatusRulesException(error);
        }
        return list;
    }

    static String text(TextCall call) {
        long[] length = new long[1];
        long[] error = new long[FlatConstants.FLAT_ERROR_LENGTH];
        byte[] buffer = new byte[TEXT_LENGTH];
        int status = call.into(buffer, length, error);
        if (status == ErrorCode.TRUNCATED.code()) {
            buffer = new byte[Math.toIntExact(length[0] + 1)];
            status = call.into(buffer, length, error);
        }
        if (status != 0) {
            throw new StatusRulesException(error);
        }
        return new String(buffer, 0, (int) length[0], StandardCharsets.UTF_8);
    }
}
