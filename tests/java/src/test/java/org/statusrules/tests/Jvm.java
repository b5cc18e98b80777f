package org.statusrules.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own: its output and exit code. */
record Jvm(int exit, String output) {
    /** What Java 24 and newer want to hear from a program that loads native code. */
    static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

    static Jvm run(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.add(NATIVE_ACCESS);
        return runWith(all, arguments);
    }

    /** With these options and no other. */
    static Jvm runWith(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xcheck:jni");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the program does not end");
        }
        return new Jvm(process.exitValue(), output);
    }

    static Jvm run(String option, String argument) throws IOException, InterruptedException {
        return run(List.of(option), argument);
    }
}
