package org.statusrules;

import java.util.AbstractSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Set;

/** An immutable set of the values of an enum, in their order. */
final class Bits<E extends Enum<E>> extends AbstractSet<E> {
    private final Set<E> set;

    private Bits(EnumSet<E> set) {
        this.set = Collections.unmodifiableSet(set);
    }

    static <E extends Enum<E>> Bits<E> of(EnumSet<E> set) {
        return new Bits<>(set.clone());
    }

    /** The set itself if it is immutable already. */
    static <E extends Enum<E>> Set<E> copyOf(Class<E> type, Collection<E> values) {
        if (values instanceof Bits<E> bits) {
            return bits;
        }
        EnumSet<E> copy = EnumSet.noneOf(type);
        copy.addAll(values);
        return new Bits<>(copy);
    }

    @Override
    public Iterator<E> iterator() {
        return set.iterator();
    }

    @Override
    public int size() {
        return set.size();
    }

    @Override
    public boolean contains(Object value) {
        return set.contains(value);
    }
}
