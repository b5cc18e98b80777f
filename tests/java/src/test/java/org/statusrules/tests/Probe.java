package org.statusrules.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.statusrules.Column;
import org.statusrules.Columns;
import org.statusrules.ErrorCode;
import org.statusrules.Fact;
import org.statusrules.Facts;
import org.statusrules.Language;
import org.statusrules.Options;
import org.statusrules.Packed;
import org.statusrules.Question;
import org.statusrules.Result;
import org.statusrules.StatusRules;
import org.statusrules.StatusRulesException;
import org.statusrules.Term;

/** Programs that the tests start in a JVM of their own. */
final class Probe {
    private static final LocalDate DAY = LocalDate.of(2021, 12, 31);
    private static final long MEGABYTE = 1 << 20;

    private Probe() {
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "answer" -> System.out.println(StatusRules.extension(Term.PERMANENT_RESIDENCE_PERMIT, DAY)
                .validThrough().orElseThrow() + " " + StatusRules.versions().loadedFrom());
            case "two-loaders" -> twoLoaders();
            case "rights" -> rights();
            case "remove-at-exit" -> removeAtExit(Path.of(arguments[1]));
            case "memory" -> memory(Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** The same jar through a class loader that shares nothing with ours. */
    private static void twoLoaders() throws Exception {
        StatusRules.versions();
        URL jar = StatusRules.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader other = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = other.loadClass(StatusRules.class.getName());
            if (type == StatusRules.class) {
                throw new IllegalStateException("this is no second class loader");
            }
            System.out.println(type.getMethod("versions").invoke(null));
        }
    }

    /** Does what the loader does on a system that does not remove the file of a library while it is loaded. */
    private static void removeAtExit(Path copy) throws Exception {
        Method remove = Class.forName("org.statusrules.NativeLibrary").getDeclaredMethod("removeAtExit", Path.class);
        remove.setAccessible(true);
        remove.invoke(null, copy);
        System.out.println("there: " + Files.exists(copy));
    }

    /** Prints what another thread sees of the files of the library while it is loaded, with their rights. */
    private static void rights() throws Exception {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        Set<String> seen = new ConcurrentSkipListSet<>();
        AtomicBoolean loaded = new AtomicBoolean();
        Thread watcher = new Thread(() -> {
            while (!loaded.get()) {
                look(folder, seen);
            }
        });
        look(folder, seen);
        // The program ends where the library cannot be loaded.
        watcher.setDaemon(true);
        watcher.start();
        StatusRules.versions();
        loaded.set(true);
        watcher.join();
        System.out.println(seen);
    }

    private static void look(Path folder, Set<String> seen) {
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.filter(path -> !path.equals(folder)).forEach(path -> {
                try {
                    Path inside = folder.relativize(path);
                    seen.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)) + " /"
                        + inside.toString().replaceFirst("^[^/]*/?", ""));
                } catch (IOException e) {
                    // It is gone already.
                }
            });
        } catch (IOException | UncheckedIOException e) {
            // Likewise.
        }
    }

    /** Prints by how many MiB the memory of the process grew over the calls, after as many to warm up as a tenth of them. */
    private static void memory(int calls) throws Exception {
        long sum = call(calls / 10);
        long before = resident();
        sum += call(calls);
        System.out.println((resident() - before) / MEGABYTE + " " + (sum == 0 ? "nothing" : "answered"));
    }

    /** Answers, texts, errors, steps: everything that makes something on either side. */
    private static long call(int calls) {
        Facts facts = Facts.builder().term(Term.REFUGEE_CERTIFICATE).lastDay(DAY).build();
        long sum = 0;
        for (int i = 0; i < calls; i++) {
            sum += Packed.day(Packed.extension(1 + i % 16, 18000 + i % 1000));
            sum += StatusRules.extension(Term.of(1 + i % 16), LocalDate.ofEpochDay(18000 + i % 1000)).outcome().code();
            if (i % 1000 == 0) {
                sum += StatusRules.explain(Question.EXTENSION, facts, Options.DEFAULT, Language.RU).length();
                sum += StatusRules.steps(Question.EXTENSION, facts, Options.DEFAULT).size();
                sum += Columns.of(Question.EXTENSION).in(Fact.TERM,
                    Column.of(new byte[] {1, 7})).out(Result.OUTCOME,
                    Column.of(new byte[2])).run();
                try {
                    StatusRules.extension(Term.REFUGEE_CERTIFICATE, LocalDate.of(9999, 12, 31));
                } catch (StatusRulesException e) {
                    sum += e.code() == ErrorCode.RESULT ? 1 : 0;
                }
            }
        }
        return sum;
    }

    private static long resident() throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        throw new IllegalStateException("/proc/self/status does not say the resident memory");
    }
}
