package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The provisions drawn from one body of sources.
 *
 * @param name its name, such as {@code statement}
 */
public record Law(String name) {
    /** The official statement of 29 November 2021, an account of the law. */
    public static final Law STATEMENT = new Law("statement");
    /** The decrees, orders and notices of 2020 to 2022 behind the statement, each as it was known on any day. */
    public static final Law MEASURES = new Law("measures");

    /**
     * Makes a law of its name.
     *
     * @param name the name
     * @throws StatusRulesException {@link ErrorCode#VALUE} if the library holds no such law
     */
    public Law {
        requireNonNull(name, "name");
        name = LawData.called(name).name;
    }

    /**
     * The laws that the library holds.
     *
     * @return all of them
     */
    public static List<Law> all() {
        return LawData.laws().stream().map(data -> new Law(data.name)).toList();
    }

    /**
     * The newest edition that the library holds.
     *
     * @return its number; it rises with every release that touches a provision
     */
    public int edition() {
        return data().edition;
    }

    /**
     * A digest of what decides under an edition. Words and labels do not change it.
     *
     * @param edition 1 to {@link #edition()}
     * @return SHA-256 as 64 hexadecimal digits
     * @throws StatusRulesException {@link ErrorCode#EDITION} if the library does not hold the edition
     */
    public String digest(int edition) {
        if (edition < 1 || edition > edition()) {
            throw StatusRulesException.of(ErrorCode.EDITION, Argument.EDITION.code(), edition, 1, edition());
        }
        return Flat.law_digest(data().index, edition);
    }

    /**
     * The provisions: the rows of the law, by number.
     *
     * @return all of them, also those that were superseded
     */
    public List<Provision> provisions() {
        return data().provisions();
    }

    /**
     * The provision with an id.
     *
     * @param id the id, such as {@code S2}
     * @return the provision
     * @throws java.util.NoSuchElementException if the law has no such provision
     */
    public Provision provision(String id) {
        return data().provision(requireNonNull(id, "id"));
    }

    /**
     * The published sources that the law draws from.
     *
     * @return all of them
     */
    public List<Act> acts() {
        return data().acts();
    }

    LawData data() {
        return LawData.called(name);
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
