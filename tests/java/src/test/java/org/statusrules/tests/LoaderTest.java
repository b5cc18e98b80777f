package org.statusrules.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.statusrules.StatusRules;

@DisplayName("The native library is found, or it is said why not")
class LoaderTest {
    private static final String ANSWER = "2022-07-18 ";
    private static final String FILE = "libstatusrules_java-0.1.0.so";
    private static final String RESOURCE = "/org/statusrules/natives/linux-x86_64/" + FILE;

    @TempDir
    private Path folder;

    private static void assertAnswers(Jvm jvm, String from) {
        assertEquals(ANSWER + from, jvm.output().strip());
        assertEquals(0, jvm.exit());
    }

    private static void assertSays(Jvm jvm, String... words) {
        assertNotEquals(0, jvm.exit());
        for (String word : words) {
            assertTrue(jvm.output().contains(word), () -> "no “" + word + "” in " + jvm.output());
        }
    }

    private Path library(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = StatusRules.class.getResourceAsStream(RESOURCE)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void mount(String option) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", option, "tmpfs", folder.toString())
            .inheritIO().start();
        assertEquals(0, mount.waitFor(), "this test mounts a folder, and must be allowed to");
    }

    private void unmount() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("umount", folder.toString()).start().waitFor());
    }

    @Test
    @DisplayName("from the jar, and nothing is left in the temporary folder")
    void fromTheJar() throws Exception {
        assertAnswers(Jvm.run("-Djava.io.tmpdir=" + folder, "answer"), RESOURCE);
        assertEquals(List.of(), left());
        // Nobody can write there; Java 21 warns of a folder that does not exist.
        assertAnswers(Jvm.run(List.of("-Djava.io.tmpdir=/proc", "-Dorg.statusrules.tmpdir=" + folder), "answer"),
            RESOURCE);
        assertEquals(List.of(), left());
    }

    @Test
    @DisplayName("from the file that the property names")
    void fromTheProperty() throws Exception {
        Path library = library("any name.so");
        assertAnswers(Jvm.run("-Dorg.statusrules.library=" + library, "answer"), library.toString());
    }

    @Test
    @DisplayName("from the library path, where its name has the version")
    void fromTheLibraryPath() throws Exception {
        Path library = library(FILE);
        assertAnswers(Jvm.run("-Djava.library.path=/nowhere:" + folder, "answer"), library.toString());
        Files.move(library, folder.resolve("libstatusrules_java-0.0.9.so"));
        assertAnswers(Jvm.run("-Djava.library.path=" + folder, "answer"), RESOURCE);
    }

    @Test
    @DisplayName("in a Turkish locale, with the system's name in capitals")
    void turkish() throws Exception {
        assertAnswers(Jvm.run(List.of("-Duser.language=tr", "-Duser.country=TR", "-Dos.name=LINUX"), "answer"), RESOURCE);
    }

    @Test
    @DisplayName("an unknown machine is told what the jar holds")
    void unknownMachine() throws Exception {
        assertSays(Jvm.run("-Dos.arch=pdp11", "answer"), "linux-pdp11", "only for linux-x86_64", "-Dorg.statusrules.library=");
    }

    @Test
    @DisplayName("a folder without programs is told, with the property that names another")
    void noexec() throws Exception {
        mount("noexec");
        try {
            assertSays(Jvm.run("-Djava.io.tmpdir=" + folder, "answer"), "noexec", "org.statusrules.tmpdir");
            assertEquals(List.of(), left());
        } finally {
            unmount();
        }
    }

    @Test
    @DisplayName("a temporary folder that is not there is told")
    void noFolder() throws Exception {
        assertSays(Jvm.run("-Djava.io.tmpdir=/nowhere", "answer"), "/nowhere", "-Dorg.statusrules.tmpdir=");
    }

    @Test
    @DisplayName("a library for another machine is told which")
    void wrongMachine() throws Exception {
        Path library = library(FILE);
        byte[] bytes = Files.readAllBytes(library);
        bytes[18] = (byte) 183;
        bytes[19] = 0;
        Files.write(library, bytes);
        assertSays(Jvm.run("-Dorg.statusrules.library=" + library, "answer"), "built for aarch64", "x86_64");
    }

    @Test
    @DisplayName("a file that is no library, or none at all, is told")
    void noLibrary() throws Exception {
        Path file = Files.writeString(folder.resolve("text.so"), "text");
        assertSays(Jvm.run("-Dorg.statusrules.library=" + file, "answer"), file.toString(), "cannot be loaded");
        assertSays(Jvm.run("-Dorg.statusrules.library=/nowhere.so", "answer"), "there is no such file",
            "org.statusrules.library");
    }

    @Test
    @DisplayName("a second class loader gets its own copy from the jar")
    void secondClassLoader() throws Exception {
        Jvm jvm = Jvm.run(List.of(), "two-loaders");
        assertEquals(0, jvm.exit(), jvm::output);
        assertTrue(jvm.output().startsWith("Versions[library=0.1.0"), jvm::output);
    }

    @Test
    @DisplayName("a second class loader with the same file is told where to put the jar")
    void secondClassLoaderWithTheSameFile() throws Exception {
        assertSays(Jvm.run("-Dorg.statusrules.library=" + library(FILE), "two-loaders"),
            "another class loader of this program has loaded the same file");
    }

    @Test
    @DisplayName("while it is loaded, only its owner can read the file or enter its folder")
    void ownerOnly() throws Exception {
        Jvm jvm = Jvm.run("-Djava.io.tmpdir=" + folder, "rights");
        assertEquals(0, jvm.exit(), jvm::output);
        assertEquals("[rwx------ /, rwx------ /" + FILE + "]", jvm.output().strip());
    }

    @Test
    @DisplayName("Java 24 and newer warn of native code, unless the program allows it")
    void nativeAccess() throws Exception {
        assertAnswers(Jvm.runWith(List.of(Jvm.NATIVE_ACCESS), "answer"), RESOURCE);
        Jvm jvm = Jvm.runWith(List.of(), "answer");
        assertEquals(0, jvm.exit(), jvm::output);
        assertEquals(Runtime.version().feature() >= 24,
            jvm.output().contains("WARNING: java.lang.System::load has been called by org.statusrules.NativeLibrary"),
            jvm::output);
    }

    @Test
    @DisplayName("files that cannot be removed while the library is loaded go at the end of the program, with their folder")
    void removedAtExit() throws Exception {
        Path made = Files.createDirectory(folder.resolve("made"));
        Path copy = library("made/" + FILE);
        Jvm jvm = Jvm.run(List.of(), "remove-at-exit", copy.toString());
        assertEquals("there: true", jvm.output().strip());
        assertEquals(false, Files.exists(copy));
        assertEquals(false, Files.exists(made), "the folder is still there");
    }

    @Test
    @DisplayName("a library that was not written whole is never loaded, and nothing is left of it")
    void fullDisk() throws Exception {
        mount("size=64k");
        try {
            assertSays(Jvm.run("-Djava.io.tmpdir=" + folder, "answer"), "cannot be copied to " + folder,
                "-Dorg.statusrules.tmpdir=");
            assertEquals(List.of(), left());
        } finally {
            unmount();
        }
    }

    @Test
    @DisplayName("ten million calls leave the memory flat")
    void memory() throws Exception {
        Jvm jvm = Jvm.run(List.of("-Xms64m", "-Xmx64m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"), "memory", "10000000");
        assertEquals(0, jvm.exit(), jvm::output);
        assertTrue(jvm.output().strip().endsWith(" answered"), jvm::output);
        int grown = Integer.parseInt(jvm.output().strip().split(" ")[0]);
        // What a call forgets takes 16 bytes at least, 150 MiB in all; what is compiled late takes some of its own.
        assertTrue(grown < 48, () -> "the process grew by " + grown + " MiB");
    }
}
