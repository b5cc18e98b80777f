package org.statusrules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is known about a case. Immutable; a fact that was not set is unknown, which is neither no nor zero. Questions
 * read the facts that belong to them and no others. The facts of a real case are personal data.
 *
 * <pre>{@code
 * Facts facts = Facts.builder()
 *     .term(Term.VISA)
 *     .lastDay(LocalDate.of(2021, 7, 1))
 *     .citizenship(Country.named("UZ"))
 *     .build();
 * }</pre>
 */
public final class Facts {
    private static final int LENGTH = Fact.values().length;

    private final int[] numbers;

    private Facts(int[] numbers) {
        this.numbers = numbers;
    }

    /**
     * A builder that knows nothing yet.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder(unknown());
    }

    private static int[] unknown() {
        int[] numbers = new int[LENGTH];
        Arrays.fill(numbers, Native.UNKNOWN);
        return numbers;
    }

    /**
     * Facts by name, as they come from a file, a form or JSON.
     *
     * @param values by the {@linkplain Fact#key name} of the fact: a text (a day as {@code YYYY-MM-DD}, a number, a
     *     name or label, the code of a state, {@code yes} or {@code no}, {@code none} where the fact may be none), or
     *     the object that the builder takes; {@code null} is unknown
     * @return the facts
     * @throws StatusRulesException if there is no such fact or value, with the closest one in the message; if a date is
     *     wrong, or a value out of range
     * @throws IllegalArgumentException if a value is of another class, or a text no number where one is expected
     */
    public static Facts of(Map<String, ?> values) {
        Builder builder = builder();
        requireNonNull(values, "values").forEach((name, value) -> {
            Fact fact = Fact.named(name);
            if (value != null) {
                builder.set(fact, FactKinds.number(fact, value));
            }
        });
        return builder.build();
    }

    /**
     * A builder that knows what these facts say.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(numbers.clone());
    }

    /**
     * Whether a fact is known.
     *
     * @param fact the fact
     * @return true if it is, also where it is known to be none
     */
    public boolean isKnown(Fact fact) {
        return numbers[requireNonNull(fact, "fact").code()] != Native.UNKNOWN;
    }

    /**
     * A fact, as the object that the builder takes.
     *
     * @param fact the fact
     * @return its value: an enum, {@link LocalDate}, {@link Country}, Integer or Boolean; {@link LastDay} for
     *     {@link Fact#LAST_DAY}, and {@link LastDay#none()} for every fact that is none; empty if it is unknown
     */
    public Optional<Object> get(Fact fact) {
        return isKnown(fact) ? Optional.of(FactKinds.object(fact, numbers[fact.code()])) : Optional.empty();
    }

    /**
     * The known facts as text, by name: what {@link #of} reads.
     *
     * @return the facts, in their order
     */
    public Map<String, String> toMap() {
        Map<String, String> map = new LinkedHashMap<>();
        for (Fact fact : Fact.values()) {
            if (fact != Fact.UNRECOGNIZED && isKnown(fact)) {
                map.put(fact.key(), FactKinds.text(fact.code(), numbers[fact.code()]));
            }
        }
        return map;
    }

    /** As the library takes them. Nobody writes into it. */
    int[] numbers() {
        return numbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Facts facts && Arrays.equals(numbers, facts.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }

    /** The known facts by name, with their values: personal data. */
    @Override
    public String toString() {
        return "Facts" + toMap();
    }

    /** Gathers facts. A builder is for one thread; the facts that it builds are for all. */
    public static final class Builder {
        private final int[] numbers;

        private Builder(int[] numbers) {
            this.numbers = numbers;
        }

        private Builder set(Fact fact, int number) {
            numbers[fact.code()] = FactKinds.checked(fact, number);
            return this;
        }

        private Builder setNumber(Fact fact, int number) {
            numbers[fact.code()] = FactKinds.checkedNumber(fact, number);
            return this;
        }

        /**
         * Says that a fact is none: a document without term, a stateless person, no visa, no test, never.
         *
         * @param fact the fact
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#VALUE} if the fact is never none
         */
        public Builder none(Fact fact) {
            return set(requireNonNull(fact, "fact"), Native.NONE);
        }

        /**
         * Says that a fact is not known.
         *
         * @param fact the fact
         * @return this builder
         */
        public Builder unknown(Fact fact) {
            numbers[requireNonNull(fact, "fact").code()] = Native.UNKNOWN;
            return this;
        }

        /**
         * The document or term asked about.
         *
         * @param value the value
         * @return this builder
         */
        public Builder term(Term value) {
            return set(Fact.TERM, requireNonNull(value, "value").code());
        }

        /**
         * The last day printed in the document.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder lastDay(LocalDate day) {
            return set(Fact.LAST_DAY, Days.number(requireNonNull(day, "day")));
        }

        /**
         * The last day printed in the document, or {@link LastDay#none()} for a document without term.
         *
         * @param day the last day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder lastDay(LastDay day) {
            return set(Fact.LAST_DAY, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Where the person is.
         *
         * @param value the value
         * @return this builder
         */
        public Builder location(Location value) {
            return set(Fact.LOCATION, requireNonNull(value, "value").code());
        }

        /**
         * The day when the document was issued.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder issuedOn(LocalDate day) {
            return set(Fact.ISSUED_ON, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Citizenship: a state; for a stateless person, {@link #none}.
         *
         * @param state the state
         * @return this builder
         */
        public Builder citizenship(Country state) {
            return set(Fact.CITIZENSHIP, requireNonNull(state, "state").code());
        }

        /**
         * The state whose residence permit, or other document on permanent residence, the person holds; {@link
         * #none} for none.
         *
         * @param state the state
         * @return this builder
         */
        public Builder residenceState(Country state) {
            return set(Fact.RESIDENCE_STATE, requireNonNull(state, "state").code());
        }

        /**
         * The day when the person settled the position under decree 364; {@link #none} if never.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder settledOn(LocalDate day) {
            return set(Fact.SETTLED_ON, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Whether fingerprints, photograph and medical examination under decree 585 are done.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder identified(boolean yes) {
            return set(Fact.IDENTIFIED, yes ? 1 : 0);
        }

        /**
         * The person's legal status.
         *
         * @param value the value
         * @return this builder
         */
        public Builder legalStatus(LegalStatus value) {
            return set(Fact.LEGAL_STATUS, requireNonNull(value, "value").code());
        }

        /**
         * Highly qualified specialist.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder highlyQualified(boolean yes) {
            return set(Fact.HIGHLY_QUALIFIED, yes ? 1 : 0);
        }

        /**
         * Participant of the State programme of resettlement, or a family member.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder stateProgramme(boolean yes) {
            return set(Fact.STATE_PROGRAMME, yes ? 1 : 0);
        }

        /**
         * The day asked about: of the vaccination, application, hiring, decision or crossing.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder onDay(LocalDate day) {
            return set(Fact.ON_DAY, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Age in completed years, 0 to 150.
         *
         * @param number the number
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder age(int number) {
            return setNumber(Fact.AGE, number);
        }

        /**
         * The region.
         *
         * @param value the value
         * @return this builder
         */
        public Builder region(Region value) {
            return set(Fact.REGION, requireNonNull(value, "value").code());
        }

        /**
         * Holds a permit; which ones the question says.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder holdsPermit(boolean yes) {
            return set(Fact.HOLDS_PERMIT, yes ? 1 : 0);
        }

        /**
         * Holds a compulsory medical insurance policy.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder insured(boolean yes) {
            return set(Fact.INSURED, yes ? 1 : 0);
        }

        /**
         * Family member of a highly qualified specialist.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder hqsFamily(boolean yes) {
            return set(Fact.HQS_FAMILY, yes ? 1 : 0);
        }

        /**
         * Citizen of a state of the Eurasian Economic Union who works in Russia.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder eaeuWorker(boolean yes) {
            return set(Fact.EAEU_WORKER, yes ? 1 : 0);
        }

        /**
         * Family member of such a worker.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder eaeuFamily(boolean yes) {
            return set(Fact.EAEU_FAMILY, yes ? 1 : 0);
        }

        /**
         * Did not return home before the border closure.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder couldNotReturn(boolean yes) {
            return set(Fact.COULD_NOT_RETURN, yes ? 1 : 0);
        }

        /**
         * The day of arrival in Russia.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder arrivedOn(LocalDate day) {
            return set(Fact.ARRIVED_ON, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Until which day the person was lawfully present; {@link #none} if never.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder lawfulThrough(LocalDate day) {
            return set(Fact.LAWFUL_THROUGH, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Has left Russia since transport with the state resumed.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder leftRussia(boolean yes) {
            return set(Fact.LEFT_RUSSIA, yes ? 1 : 0);
        }

        /**
         * What is to be done.
         *
         * @param value the value
         * @return this builder
         */
        public Builder workAct(WorkAct value) {
            return set(Fact.WORK_ACT, requireNonNull(value, "value").code());
        }

        /**
         * The entry regime of the person.
         *
         * @param value the value
         * @return this builder
         */
        public Builder regime(Regime value) {
            return set(Fact.REGIME, requireNonNull(value, "value").code());
        }

        /**
         * The employer holds the permit to engage and use foreign workers.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder employerHiringPermit(boolean yes) {
            return set(Fact.EMPLOYER_HIRING_PERMIT, yes ? 1 : 0);
        }

        /**
         * The purpose of entry in the migration card is work.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder purposeWork(boolean yes) {
            return set(Fact.PURPOSE_WORK, yes ? 1 : 0);
        }

        /**
         * All sanitary restrictions are observed.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder sanitaryKept(boolean yes) {
            return set(Fact.SANITARY_KEPT, yes ? 1 : 0);
        }

        /**
         * The decision.
         *
         * @param value the value
         * @return this builder
         */
        public Builder decisionKind(DecisionKind value) {
            return set(Fact.DECISION_KIND, requireNonNull(value, "value").code());
        }

        /**
         * An exception that holds for the person.
         *
         * @param value the value
         * @return this builder
         */
        public Builder exception(MoratoriumException value) {
            return set(Fact.EXCEPTION, requireNonNull(value, "value").code());
        }

        /**
         * Student or accompanying parent.
         *
         * @param value the value
         * @return this builder
         */
        public Builder role(Role value) {
            return set(Fact.ROLE, requireNonNull(value, "value").code());
        }

        /**
         * Level of education. Postgraduates and residents are higher.
         *
         * @param value the value
         * @return this builder
         */
        public Builder level(Level value) {
            return set(Fact.LEVEL, requireNonNull(value, "value").code());
        }

        /**
         * How the border is crossed.
         *
         * @param value the value
         * @return this builder
         */
        public Builder route(Route value) {
            return set(Fact.ROUTE, requireNonNull(value, "value").code());
        }

        /**
         * The state on the other side of the land border.
         *
         * @param state the state
         * @return this builder
         */
        public Builder border(Country state) {
            return set(Fact.BORDER, requireNonNull(state, "state").code());
        }

        /**
         * A direct flight from the state of citizenship or residence.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder direct(boolean yes) {
            return set(Fact.DIRECT, yes ? 1 : 0);
        }

        /**
         * On the university's list of persons crossing the border.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder listed(boolean yes) {
            return set(Fact.LISTED, yes ? 1 : 0);
        }

        /**
         * Days left on the visa at the crossing, 0 to 36600; {@link #none} for no visa. Where it is unknown, it
         * is the days from {@code on_day} to {@code visa_last_day}, if both are known; where all are known,
         * they must agree.
         *
         * @param number the number
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder visaDaysLeft(int number) {
            return setNumber(Fact.VISA_DAYS_LEFT, number);
        }

        /**
         * Calendar days from the notice to the university to the arrival, 0 to 36600. Where it is unknown, it
         * is the days from {@code notified_on} to {@code on_day}, if both are known; where all are known, they
         * must agree.
         *
         * @param number the number
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder noticeDays(int number) {
            return setNumber(Fact.NOTICE_DAYS, number);
        }

        /**
         * Hours from the sample to arrival, 0 to 87600; {@link #none} for no test.
         *
         * @param number the number
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder pcrHours(int number) {
            return setNumber(Fact.PCR_HOURS, number);
        }

        /**
         * Has a ground of entry other than study.
         *
         * @param yes whether it is so
         * @return this builder
         */
        public Builder otherGround(boolean yes) {
            return set(Fact.OTHER_GROUND, yes ? 1 : 0);
        }

        /**
         * Day of the notice to the university. A notice after the arrival is one of 0 days.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder notifiedOn(LocalDate day) {
            return set(Fact.NOTIFIED_ON, Days.number(requireNonNull(day, "day")));
        }

        /**
         * Last day of the visa; {@link #none} for no visa. A visa that has ended has 0 days left.
         *
         * @param day the day
         * @return this builder
         * @throws StatusRulesException {@link ErrorCode#RANGE} if it is out of range
         */
        public Builder visaLastDay(LocalDate day) {
            return set(Fact.VISA_LAST_DAY, Days.number(requireNonNull(day, "day")));
        }

        /**
         * The facts gathered so far.
         *
         * @return the facts
         */
        public Facts build() {
            return new Facts(numbers.clone());
        }
    }
}
