package org.statusrules;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;

/** A law as the library holds it, read once. */
final class LawData {
    private static final List<LawData> ALL =
        IntStream.range(0, Flat.law_count()).mapToObj(LawData::new).toList();

    final int index;
    final String name;
    final int edition;
    /** The ids of the provisions by number, ready to stand in an answer; number 0 is no provision. */
    final List<Optional<String>> ids;
    private final Map<String, Integer> numbers = new HashMap<>();
    private volatile List<Provision> provisions;
    private volatile List<Act> acts;

    private LawData(int index) {
        this.index = index;
        name = Flat.law_name(index);
        edition = Flat.law_edition(index);
        ids = Collections.unmodifiableList(IntStream.rangeClosed(0, Flat.provision_count(index))
            .mapToObj(number -> number == 0 ? Optional.<String>empty()
                : Optional.of(Flat.provision_text(index, number, FlatConstants.FLAT_PROVISION_ID)))
            .toList());
        for (int number = 1; number < ids.size(); number++) {
            numbers.put(ids.get(number).get(), number);
        }
    }

    static List<LawData> laws() {
        return ALL;
    }

    static LawData called(String name) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).name.equals(name)) {
                return ALL.get(i);
            }
        }
        throw StatusRulesException.of(ErrorCode.VALUE, Argument.LAW.code(), 0, 0, 0);
    }

    Provision provision(String id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw new NoSuchElementException("law " + name + " has no provision " + id);
        }
        return provisions().get(number - 1);
    }

    /** Two threads may read it at once; both read the same. */
    List<Provision> provisions() {
        if (provisions == null) {
            provisions = IntStream.range(1, ids.size())
                .mapToObj(number -> ProvisionReader.provision(this, number)).toList();
        }
        return provisions;
    }

    List<Act> acts() {
        if (acts == null) {
            acts = IntStream.rangeClosed(1, Flat.act_count(index))
                .mapToObj(number -> ProvisionReader.act(this, number)).toList();
        }
        return acts;
    }
}
