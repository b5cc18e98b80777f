package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is at work here.
 *
 * @param library the version of the native library
 * @param platform the platform that this program runs on, such as {@code linux-x86_64}
 * @param platforms the platforms that the jar holds the library for
 * @param loadedFrom where the library was loaded from
 * @param editions the newest edition of each law, by name, in the order of {@link Law#all()}
 * @param digests the digest of that edition, by the name of the law
 */
public record Versions(String library, String platform, List<String> platforms, String loadedFrom,
        Map<String, Integer> editions, Map<String, String> digests) {
    /**
     * Makes versions.
     *
     * @param library the version of the native library
     * @param platform the platform that this program runs on
     * @param platforms the platforms that the jar holds the library for
     * @param loadedFrom where the library was loaded from
     * @param editions the newest edition of each law
     * @param digests the digest of that edition
     */
    public Versions {
        requireNonNull(library, "library");
        requireNonNull(platform, "platform");
        platforms = List.copyOf(requireNonNull(platforms, "platforms"));
        requireNonNull(loadedFrom, "loadedFrom");
        editions = ordered(requireNonNull(editions, "editions"));
        digests = ordered(requireNonNull(digests, "digests"));
    }

    /** A copy that keeps the order, as that of Map does not. */
    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    static Versions read() {
        Map<String, Integer> editions = new LinkedHashMap<>();
        Map<String, String> digests = new LinkedHashMap<>();
        for (LawData law : LawData.laws()) {
            editions.put(law.name, law.edition);
            digests.put(law.name, Flat.law_digest(law.index, law.edition));
        }
        return new Versions(Flat.version(), NativeLibrary.platform(), NativeLibrary.platforms(),
            NativeLibrary.loadedFrom(), editions, digests);
    }
}
