package org.statusrules;

/** A value that has a name and labels. */
public interface Named extends Coded {
    /**
     * The name of this value, the same in every language, file and query, such as {@code permanent_residence_permit}.
     *
     * @return the name
     * @throws IllegalStateException for {@code UNRECOGNIZED}
     */
    String key();

    /**
     * The label of this value, for people.
     *
     * @param language the language
     * @return the label, such as “residence permit (permanent)” or «вид на жительство»
     * @throws IllegalStateException for {@code UNRECOGNIZED}
     */
    String label(Language language);
}
