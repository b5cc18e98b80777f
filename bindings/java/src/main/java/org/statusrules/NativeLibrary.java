package org.statusrules;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Finds the native library and loads it: from the place that a property names, the library path, or the jar. */
final class NativeLibrary {
    static final String LIBRARY_PROPERTY = "org.statusrules.library";
    static final String TEMPORARY_PROPERTY = "org.statusrules.tmpdir";
    private static final String NATIVES = "/org/statusrules/natives/";
    /** Only its owner enters it, so that nobody swaps the file between writing and loading. */
    private static final String OWNER_ONLY = "rwx------";
    private static final Map<Integer, String> ELF_MACHINES =
        Map.of(3, "x86", 40, "arm", 62, "x86_64", 183, "aarch64", 243, "riscv64", 22, "s390x", 21, "ppc64");
    private static final int ELF_MACHINE_AT = 18;
    private static final int ELF_ORDER_AT = 5;

    private static String loadedFrom;

    private NativeLibrary() {
    }

    /** Called once, where the class of the native methods is initialised. */
    static void load() {
        String version = version();
        String file = System.mapLibraryName("statusrules_java-" + version);
        String given = System.getProperty(LIBRARY_PROPERTY);
        if (given != null) {
            load(Path.of(given).toAbsolutePath(), "The system property " + LIBRARY_PROPERTY + " names it.");
        } else if (!loadFromPath(file)) {
            loadFromJar(file, version);
        }
        if (!Flat.version().equals(version)) {
            throw new UnsatisfiedLinkError("statusrules: the native library " + loadedFrom + " has version "
                + Flat.version() + ", and the jar has version " + version + ". Use the library of the same release.");
        }
    }

    static String loadedFrom() {
        return loadedFrom;
    }

    /** The version of the jar. */
    static String version() {
        return properties().getProperty("version");
    }

    static List<String> platforms() {
        return List.of(properties().getProperty("platforms").split(" "));
    }

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = NativeLibrary.class.getResourceAsStream("statusrules.properties")) {
            if (in == null) {
                throw new UnsatisfiedLinkError("statusrules: the jar is not whole: statusrules.properties is missing");
            }
            properties.load(in);
        } catch (IOException e) {
            throw failure("statusrules: the jar cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }

    // ---- Which library ----

    static String platform() {
        return system(System.getProperty("os.name")) + "-" + machine(System.getProperty("os.arch"))
            + (isMusl() ? "-musl" : "");
    }

    /** Names are compared without the locale: in Turkish the small letter of I is not i. */
    static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mac") || lower.startsWith("darwin")) {
            return "macos";
        }
        return lower.startsWith("windows") ? "windows" : lower.replaceAll("\\W", "");
    }

    static String machine(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "amd64", "x86-64", "x64" -> "x86_64";
            case "arm64" -> "aarch64";
            default -> lower.replaceAll("\\W", "");
        };
    }

    /** The C library of the running program is one that does not load files made for the other. */
    private static boolean isMusl() {
        try {
            return Files.readString(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).contains("/ld-musl-");
        } catch (IOException e) {
            return false;
        }
    }

    // ---- From where ----

    private static boolean loadFromPath(String file) {
        for (String folder : System.getProperty("java.library.path", "").split(File.pathSeparator)) {
            Path path = Path.of(folder, file).toAbsolutePath();
            if (!folder.isEmpty() && Files.isRegularFile(path)) {
                load(path, "It stands in java.library.path.");
                return true;
            }
        }
        return false;
    }

    private static void loadFromJar(String file, String version) {
        String resource = NATIVES + platform() + "/" + file;
        byte[] library;
        try (InputStream in = NativeLibrary.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("statusrules: this jar holds no native library for " + platform()
                    + " (os.name=" + System.getProperty("os.name") + ", os.arch=" + System.getProperty("os.arch")
                    + "), only for " + String.join(", ", platforms())
                    + ". Build it for this machine and name the file with -D" + LIBRARY_PROPERTY + "=FILE.");
            }
            library = in.readAllBytes();
        } catch (IOException e) {
            throw failure("statusrules: " + resource + " cannot be read from the jar: " + e.getMessage(), e);
        }
        Path parent = Path.of(System.getProperty(TEMPORARY_PROPERTY, System.getProperty("java.io.tmpdir")));
        try {
            Path folder = Files.createTempDirectory(parent, "statusrules-" + version + "-", ownerOnly(parent));
            Path copy = folder.resolve(file);
            try {
                write(copy, library);
                load(copy, "It was copied out of the jar; the system property " + TEMPORARY_PROPERTY
                    + " names another folder to copy it to.");
                loadedFrom = resource;
            } finally {
                remove(copy, folder);
            }
        } catch (IOException e) {
            throw failure("statusrules: the native library cannot be copied to " + parent + ": " + e
                + ". Name another folder with -D" + TEMPORARY_PROPERTY + "=FOLDER.", e);
        }
    }

    /** The system is asked, not the disk of the folder: in a chroot Java finds no disk. */
    private static FileAttribute<?>[] ownerOnly(Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))};
    }

    /** A full disk can cut a file short without a word; half a library would end the program. */
    private static void write(Path copy, byte[] library) throws IOException {
        Files.createFile(copy, ownerOnly(copy.getParent()));
        Files.write(copy, library);
        if (!Arrays.equals(Files.readAllBytes(copy), library)) {
            throw new IOException(copy + " does not hold the bytes that were written to it");
        }
    }

    /** The library stays loaded without its file; where the system does not allow that, both go with the program. */
    private static void remove(Path copy, Path folder) {
        try {
            Files.deleteIfExists(copy);
            Files.delete(folder);
        } catch (IOException e) {
            removeAtExit(copy);
        }
    }

    /** The last that Java is told of is the first that it removes. */
    private static void removeAtExit(Path copy) {
        copy.getParent().toFile().deleteOnExit();
        copy.toFile().deleteOnExit();
    }

    // ---- Loading ----

    private static void load(Path path, String why) {
        try {
            System.load(path.toString());
            loadedFrom = path.toString();
        } catch (UnsatisfiedLinkError e) {
            throw failure("statusrules: the native library " + path + " cannot be loaded: " + reason(path, e) + " " + why,
                e);
        }
    }

    private static String reason(Path path, UnsatisfiedLinkError e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("another classloader")) {
            return "another class loader of this program has loaded the same file. Put the jar where both see it, such as"
                + " the shared class path of the server.";
        }
        if (!Files.isRegularFile(path)) {
            return "there is no such file.";
        }
        String machine = machineOf(path);
        if (!machine.isEmpty() && !machine.equals(machine(System.getProperty("os.arch")))) {
            return "it was built for " + machine + ", and this program runs on "
                + machine(System.getProperty("os.arch")) + ".";
        }
        if (isMarkedExecutable(path) && !Files.isExecutable(path)) {
            return "its folder does not allow programs (a mount with noexec?).";
        }
        return message + ".";
    }

    private static boolean isMarkedExecutable(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OWNER_EXECUTE);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The machine that a file of Linux was built for; "" if it is none. */
    private static String machineOf(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] head = in.readNBytes(ELF_MACHINE_AT + Short.BYTES);
            if (head.length < ELF_MACHINE_AT + Short.BYTES || head[0] != 0x7f || head[1] != 'E' || head[2] != 'L') {
                return "";
            }
            ByteOrder order = head[ELF_ORDER_AT] == 2 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
            int machine = ByteBuffer.wrap(head).order(order).getShort(ELF_MACHINE_AT);
            return ELF_MACHINES.getOrDefault(machine, "machine " + machine);
        } catch (IOException e) {
            return "";
        }
    }

    private static UnsatisfiedLinkError failure(String message, Throwable cause) {
        UnsatisfiedLinkError error = new UnsatisfiedLinkError(message);
        error.initCause(cause);
        return error;
    }
}
