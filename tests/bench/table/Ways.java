import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.Fact;
import org.statusrules.Location;
import org.statusrules.Options;
import org.statusrules.Question;
import org.statusrules.Reading;
import org.statusrules.Result;
import org.statusrules.Term;

/**
 * The ways in Java of the table: {@code Ways columns|loop FOLDER THREADS SECONDS}.
 *
 * <p>Reads FOLDER/terms.i8 and FOLDER/last_days.i32, repeats for some seconds, writes FOLDER/days.i32, prints the
 * nanoseconds of each round.
 */
public final class Ways {
    private static final int MOST_ROUNDS = 9;
    private static final int EXTENDED = EnumSet.of(Term.RESIDENCE_REGISTRATION, Term.TEMPORARY_RESIDENCE_PERMIT,
        Term.PERMANENT_RESIDENCE_PERMIT, Term.REFUGEE_CERTIFICATE, Term.TEMPORARY_ASYLUM_CERTIFICATE).stream()
        .mapToInt(term -> 1 << term.code()).sum();
    private static final int FIRST = (int) LocalDate.of(2021, 6, 16).toEpochDay();
    private static final int LAST = (int) LocalDate.of(2021, 12, 31).toEpochDay();
    private static final int FIXED = (int) LocalDate.of(2022, 7, 18).toEpochDay();
    private static final int PLUS = 199;
    private static final int NO_DAY = -Integer.MAX_VALUE;

    private final byte[] terms;
    private final int[] lastDays;
    private final int[] days;
    private final ByteBuffer termsIn;
    private final ByteBuffer lastDaysIn;
    private final ByteBuffer outcomesOut;
    private final ByteBuffer daysOut;

    private Ways(Path folder) throws IOException {
        termsIn = contents(folder.resolve("terms.i8"));
        lastDaysIn = contents(folder.resolve("last_days.i32"));
        terms = new byte[termsIn.capacity()];
        lastDays = new int[terms.length];
        days = new int[terms.length];
        termsIn.get(0, terms);
        lastDaysIn.asIntBuffer().get(0, lastDays);
        outcomesOut = ByteBuffer.allocateDirect(terms.length);
        daysOut = ByteBuffer.allocateDirect(terms.length * Integer.BYTES).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer contents(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            ByteBuffer buffer = ByteBuffer.allocateDirect((int) file.size()).order(ByteOrder.nativeOrder());
            while (buffer.hasRemaining() && file.read(buffer) >= 0) {
            }
            return buffer.flip();
        }
    }

    private static ByteBuffer part(ByteBuffer buffer, int first, int n) {
        return buffer.slice(first, n).order(ByteOrder.nativeOrder());
    }

    private void byColumns(int first, int n) {
        Columns.of(Question.EXTENSION).options(Options.DEFAULT.reading(Reading.FIXED_DAY))
            .in(Fact.TERM, Column.of(part(termsIn, first, n), Column.Type.INT8))
            .in(Fact.LAST_DAY, Column.of(part(lastDaysIn, 4 * first, 4 * n), Column.Type.INT32))
            .in(Fact.LOCATION, Column.constant(Location.IN_RUSSIA.code()))
            .out(Result.OUTCOME, Column.of(part(outcomesOut, first, n), Column.Type.INT8))
            .out(Result.DAY, Column.of(part(daysOut, 4 * first, 4 * n), Column.Type.INT32)).run();
    }

    private void byLoop(int first, int n) {
        for (int i = first; i < first + n; i++) {
            boolean extended = (EXTENDED >> terms[i] & 1) != 0 && lastDays[i] >= FIRST;
            days[i] = !extended ? NO_DAY : lastDays[i] <= LAST ? FIXED : lastDays[i] + PLUS;
        }
    }

    public static void main(String[] arguments) throws IOException {
        boolean columns = arguments[0].equals("columns");
        Path folder = Path.of(arguments[1]);
        int threads = Integer.parseInt(arguments[2]);
        Ways ways = new Ways(folder);
        long n = ways.terms.length;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.parseInt(arguments[3]));
        for (int round = 0; round == 0 || round < MOST_ROUNDS && System.nanoTime() < until; round++) {
            long start = System.nanoTime();
            IntStream.range(0, threads).parallel().forEach(thread -> {
                int first = (int) (n * thread / threads);
                int some = (int) (n * (thread + 1) / threads) - first;
                if (columns) {
                    ways.byColumns(first, some);
                } else {
                    ways.byLoop(first, some);
                }
            });
            System.out.println(System.nanoTime() - start);
        }
        if (!columns) {
            ways.daysOut.asIntBuffer().put(ways.days);
        }
        try (FileChannel file = FileChannel.open(folder.resolve("days.i32"), StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            while (ways.daysOut.hasRemaining()) {
                file.write(ways.daysOut);
            }
        }
    }
}
