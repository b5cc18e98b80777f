package org.statusrules;

import static java.util.Objects.requireNonNull;

/** The facts of a case. A question reads those that belong to it; see {@link #isAskedBy}. */
public enum Fact implements Named {
    /** The document or term asked about. */
    TERM(1),
    /** The last day printed in the document, or none for a document without term. */
    LAST_DAY(2),
    /** Where the person is. */
    LOCATION(3),
    /** The day when the document was issued. */
    ISSUED_ON(4),
    /** Citizenship: a state, or none for a stateless person. */
    CITIZENSHIP(5),
    /**
     * The state whose residence permit, or other document on permanent residence, the person holds; none if
     * there is no such state.
     */
    RESIDENCE_STATE(6),
    /** The day when the person settled the position under decree 364; none if never. */
    SETTLED_ON(7),
    /** Whether fingerprints, photograph and medical examination under decree 585 are done. */
    IDENTIFIED(8),
    /** The person's legal status. */
    LEGAL_STATUS(9),
    /** Highly qualified specialist. */
    HIGHLY_QUALIFIED(10),
    /** Participant of the State programme of resettlement, or a family member. */
    STATE_PROGRAMME(11),
    /** The day asked about: of the vaccination, application, hiring, decision or crossing. */
    ON_DAY(12),
    /** Age in completed years, 0 to 150. */
    AGE(13),
    /** The region. */
    REGION(14),
    /** Holds a permit; which ones the question says. */
    HOLDS_PERMIT(15),
    /** Holds a compulsory medical insurance policy. */
    INSURED(16),
    /** Family member of a highly qualified specialist. */
    HQS_FAMILY(17),
    /** Citizen of a state of the Eurasian Economic Union who works in Russia. */
    EAEU_WORKER(18),
    /** Family member of such a worker. */
    EAEU_FAMILY(19),
    /** Did not return home before the border closure. */
    COULD_NOT_RETURN(20),
    /** The day of arrival in Russia. */
    ARRIVED_ON(21),
    /** Until which day the person was lawfully present; none if never. */
    LAWFUL_THROUGH(22),
    /** Has left Russia since transport with the state resumed. */
    LEFT_RUSSIA(23),
    /** What is to be done. */
    WORK_ACT(24),
    /** The entry regime of the person. */
    REGIME(25),
    /** The employer holds the permit to engage and use foreign workers. */
    EMPLOYER_HIRING_PERMIT(26),
    /** The purpose of entry in the migration card is work. */
    PURPOSE_WORK(27),
    /** All sanitary restrictions are observed. */
    SANITARY_KEPT(28),
    /** The decision. */
    DECISION_KIND(29),
    /** An exception that holds for the person. */
    EXCEPTION(30),
    /** Student or accompanying parent. */
    ROLE(31),
    /** Level of education. Postgraduates and residents are higher. */
    LEVEL(32),
    /** How the border is crossed. */
    ROUTE(33),
    /** The state on the other side of the land border. */
    BORDER(34),
    /** A direct flight from the state of citizenship or residence. */
    DIRECT(35),
    /** On the university's list of persons crossing the border. */
    LISTED(36),
    /**
     * Days left on the visa at the crossing, 0 to 36600; none for no visa. Where it is unknown, it is the days
     * from {@link #ON_DAY} to {@link #VISA_LAST_DAY}, if both are known; where all are known, they must agree.
     */
    VISA_DAYS_LEFT(37),
    /**
     * Calendar days from the notice to the university to the arrival, 0 to 36600. Where it is unknown, it is
     * the days from {@link #NOTIFIED_ON} to {@link #ON_DAY}, if both are known; where all are known, they must
     * agree.
     */
    NOTICE_DAYS(38),
    /** Hours from the sample to arrival, 0 to 87600; none for no test. */
    PCR_HOURS(39),
    /** Has a ground of entry other than study. */
    OTHER_GROUND(40),
    /** Day of the notice to the university. A notice after the arrival is one of 0 days. */
    NOTIFIED_ON(41),
    /** Last day of the visa; none for no visa. A visa that has ended has 0 days left. */
    VISA_LAST_DAY(42),
    /** What a newer library answers and this version of the class does not know. */
    UNRECOGNIZED(Codes.UNRECOGNIZED);

    private static final Codes<Fact> CODES = new Codes<>(values(), UNRECOGNIZED);
    private final int code;

    Fact(int code) {
        this.code = code;
    }

    /**
     * The value with this number.
     *
     * @param code the number
     * @return the value, or {@link #UNRECOGNIZED}
     */
    public static Fact of(int code) {
        return CODES.of(code);
    }

    /**
     * The value that a name or label stands for.
     *
     * @param text a name such as {@code term}, or an English or Russian label, in either case
     * @return the value
     * @throws StatusRulesException {@link ErrorCode#NAME} if there is none; the message says which is closest
     */
    public static Fact named(String text) {
        return of(Names.code(Names.FACT, text));
    }

    /**
     * Whether a question reads this fact.
     *
     * @param question the question
     * @return true if it does
     */
    public boolean isAskedBy(Question question) {
        return Flat.question_asks(requireNonNull(question, "question").code(), code()) == 1;
    }

    /**
     * What kind of value this fact takes.
     *
     * @return the kind
     */
    public FactKind kind() {
        return FactKinds.of(this).kind;
    }

    /**
     * Whether this fact may be known to be none, see {@link Facts.Builder#none}.
     *
     * @return true if it may
     */
    public boolean mayBeNone() {
        return FactKinds.of(this).none;
    }

    @Override
    public int code() {
        return Codes.known(this, code);
    }

    @Override
    public String key() {
        return Names.name(Names.FACT, code(), Language.NAME);
    }

    @Override
    public String label(Language language) {
        return Names.name(Names.FACT, code(), language);
    }
}
