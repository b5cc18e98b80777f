/**
 * @file facts.h
 * @brief The facts of a case, their values and numbers.
 *
 * Every number here is frozen: values are added at the end of their list and never changed or reused.
 * A test compares this file with lib/law/names.toml, where the labels stand.
 */
#ifndef STATUSRULES_FACTS_H
#define STATUSRULES_FACTS_H

#include <statusrules/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief A fact that is not known. */
#define STATUSRULES_UNKNOWN (-2147483647 - 1)
/** @brief None: a document without term, a stateless person, no visa, no test. */
#define STATUSRULES_NONE 2147483647

/** @brief The values of a yes/no fact. */
enum { STATUSRULES_NO = 0, STATUSRULES_YES = 1 };

/**
 * @brief A state by the two capital letters of its ISO 3166-1 alpha-2 code, as a constant.
 *
 * Four places have no such code and use user-assigned ones: `XA` Abkhazia, `XO` South Ossetia, `XD` Donetsk
 * People's Republic, `XL` Lugansk People's Republic.
 */
#define STATUSRULES_COUNTRY(a, b) ((int32_t)((a) - 'A') * 26 + (int32_t)((b) - 'A') + 1)

/** @brief The facts. The number of a fact is its place in #statusrules_facts and its bit in `missing` and `assumed`. */
enum {
    STATUSRULES_FACT_TERM = 1,
    STATUSRULES_FACT_LAST_DAY = 2,
    STATUSRULES_FACT_LOCATION = 3,
    STATUSRULES_FACT_ISSUED_ON = 4,
    STATUSRULES_FACT_CITIZENSHIP = 5,
    STATUSRULES_FACT_RESIDENCE_STATE = 6,
    STATUSRULES_FACT_SETTLED_ON = 7,
    STATUSRULES_FACT_IDENTIFIED = 8,
    STATUSRULES_FACT_LEGAL_STATUS = 9,
    STATUSRULES_FACT_HIGHLY_QUALIFIED = 10,
    STATUSRULES_FACT_STATE_PROGRAMME = 11,
    STATUSRULES_FACT_ON_DAY = 12,
    STATUSRULES_FACT_AGE = 13,
    STATUSRULES_FACT_REGION = 14,
    STATUSRULES_FACT_HOLDS_PERMIT = 15,
    STATUSRULES_FACT_INSURED = 16,
    STATUSRULES_FACT_HQS_FAMILY = 17,
    STATUSRULES_FACT_EAEU_WORKER = 18,
    STATUSRULES_FACT_EAEU_FAMILY = 19,
    STATUSRULES_FACT_COULD_NOT_RETURN = 20,
    STATUSRULES_FACT_ARRIVED_ON = 21,
    STATUSRULES_FACT_LAWFUL_THROUGH = 22,
    STATUSRULES_FACT_LEFT_RUSSIA = 23,
    STATUSRULES_FACT_WORK_ACT = 24,
    STATUSRULES_FACT_REGIME = 25,
    STATUSRULES_FACT_EMPLOYER_HIRING_PERMIT = 26,
    STATUSRULES_FACT_PURPOSE_WORK = 27,
    STATUSRULES_FACT_SANITARY_KEPT = 28,
    STATUSRULES_FACT_DECISION_KIND = 29,
    STATUSRULES_FACT_EXCEPTION = 30,
    STATUSRULES_FACT_ROLE = 31,
    STATUSRULES_FACT_LEVEL = 32,
    STATUSRULES_FACT_ROUTE = 33,
    STATUSRULES_FACT_BORDER = 34,
    STATUSRULES_FACT_DIRECT = 35,
    STATUSRULES_FACT_LISTED = 36,
    STATUSRULES_FACT_VISA_DAYS_LEFT = 37,
    STATUSRULES_FACT_NOTICE_DAYS = 38,
    STATUSRULES_FACT_PCR_HOURS = 39,
    STATUSRULES_FACT_OTHER_GROUND = 40,
    STATUSRULES_FACT_NOTIFIED_ON = 41,
    STATUSRULES_FACT_VISA_LAST_DAY = 42
};

/** @brief Documents and terms. */
enum {
    STATUSRULES_TERM_TEMPORARY_STAY = 1,
    STATUSRULES_TERM_VISA = 2,
    STATUSRULES_TERM_MIGRATION_CARD = 3,
    STATUSRULES_TERM_STAY_REGISTRATION = 4,
    STATUSRULES_TERM_RESIDENCE_REGISTRATION = 5,
    STATUSRULES_TERM_TEMPORARY_RESIDENCE_PERMIT = 6,
    STATUSRULES_TERM_PERMANENT_RESIDENCE_PERMIT = 7,
    STATUSRULES_TERM_REFUGEE_CERTIFICATE = 8,
    STATUSRULES_TERM_REFUGEE_PETITION_CERTIFICATE = 9,
    STATUSRULES_TERM_TEMPORARY_ASYLUM_CERTIFICATE = 10,
    STATUSRULES_TERM_STATE_PROGRAMME_CERTIFICATE = 11,
    STATUSRULES_TERM_WORK_PERMIT = 12,
    STATUSRULES_TERM_PATENT = 13,
    STATUSRULES_TERM_HIRING_PERMIT = 14,
    STATUSRULES_TERM_DEPARTURE_PERIOD = 15,
    STATUSRULES_TERM_ABSENCE_LIMIT = 16
};

/** @brief Where the person is. */
enum { STATUSRULES_LOCATION_IN_RUSSIA = 1, STATUSRULES_LOCATION_ABROAD = 2 };

/** @brief Legal statuses. Temporarily staying is not temporarily residing. */
enum {
    STATUSRULES_LEGAL_STATUS_TEMPORARY_STAY = 1,
    STATUSRULES_LEGAL_STATUS_TEMPORARY_RESIDENCE = 2,
    STATUSRULES_LEGAL_STATUS_PERMANENT_RESIDENCE = 3,
    STATUSRULES_LEGAL_STATUS_REFUGEE = 4,
    STATUSRULES_LEGAL_STATUS_REFUGEE_PETITIONER = 5,
    STATUSRULES_LEGAL_STATUS_TEMPORARY_ASYLUM = 6,
    STATUSRULES_LEGAL_STATUS_ASYLUM_PETITIONER = 7
};

/** @brief Regions. */
enum { STATUSRULES_REGION_MOSCOW = 1, STATUSRULES_REGION_OTHER = 2 };

/** @brief Acts of employment. */
enum {
    STATUSRULES_WORK_ACT_HIRE = 1,
    STATUSRULES_WORK_ACT_APPLY_PATENT = 2,
    STATUSRULES_WORK_ACT_APPLY_WORK_PERMIT = 3,
    STATUSRULES_WORK_ACT_EAEU_CONTRACT = 4
};

/** @brief Entry regimes. */
enum { STATUSRULES_REGIME_VISA = 1, STATUSRULES_REGIME_VISA_FREE = 2, STATUSRULES_REGIME_EAEU = 3 };

/** @brief Decisions. */
enum {
    STATUSRULES_DECISION_KIND_EXPULSION_FORCED = 1,
    STATUSRULES_DECISION_KIND_EXPULSION_INDEPENDENT = 2,
    STATUSRULES_DECISION_KIND_DEPORTATION = 3,
    STATUSRULES_DECISION_KIND_READMISSION = 4,
    STATUSRULES_DECISION_KIND_UNDESIRABILITY = 5,
    STATUSRULES_DECISION_KIND_ENTRY_BAN = 6,
    STATUSRULES_DECISION_KIND_STAY_REDUCTION = 7,
    STATUSRULES_DECISION_KIND_STATUS_LOSS = 8,
    STATUSRULES_DECISION_KIND_ANNULMENT = 9
};

/** @brief Exceptions from the moratorium. */
enum {
    STATUSRULES_EXCEPTION_NONE = 1,
    STATUSRULES_EXCEPTION_RELEASED_FROM_PRISON = 2,
    STATUSRULES_EXCEPTION_STATE_BORDER_VIOLATION = 3,
    STATUSRULES_EXCEPTION_SECURITY_THREAT = 4,
    STATUSRULES_EXCEPTION_PUBLIC_ORDER = 5,
    STATUSRULES_EXCEPTION_UNSANCTIONED_RALLY = 6
};

/** @brief Who enters. */
enum { STATUSRULES_ROLE_STUDENT = 1, STATUSRULES_ROLE_PARENT_FIRST = 2, STATUSRULES_ROLE_PARENT_SECOND = 3 };

/** @brief Levels of education. */
enum {
    STATUSRULES_LEVEL_HIGHER = 1,
    STATUSRULES_LEVEL_VOCATIONAL = 2,
    STATUSRULES_LEVEL_PREPARATORY = 3,
    STATUSRULES_LEVEL_GENERAL = 4,
    STATUSRULES_LEVEL_OTHER = 5
};

/** @brief Ways of crossing the border. */
enum {
    STATUSRULES_ROUTE_AIR = 1,
    STATUSRULES_ROUTE_LAND = 2,
    STATUSRULES_ROUTE_RAIL = 3,
    STATUSRULES_ROUTE_SEA = 4,
    STATUSRULES_ROUTE_RIVER = 5
};

/**
 * @brief What is known about a case. Set it to #STATUSRULES_FACTS_UNKNOWN first: a zeroed struct is refused.
 *
 * A question reads the facts that belong to it and no others.
 */
typedef struct statusrules_facts {
    /** The size of this struct, as the caller's compiler sees it: STATUSRULES_FACTS_UNKNOWN sets it. */
    int32_t size;
    /** The document or term asked about: `STATUSRULES_TERM_…`. */
    int32_t term;
    /** The last day printed in the document, or #STATUSRULES_NONE for a document without term. */
    int32_t last_day;
    /** Where the person is: `STATUSRULES_LOCATION_…`. */
    int32_t location;
    /** The day when the document was issued. */
    int32_t issued_on;
    /** Citizenship: #STATUSRULES_COUNTRY, or #STATUSRULES_NONE for a stateless person. */
    int32_t citizenship;
    /** The state whose residence permit, or other document on permanent residence, the person holds; #STATUSRULES_NONE for none. */
    int32_t residence_state;
    /** The day when the person settled the position under decree 364; #STATUSRULES_NONE if never. */
    int32_t settled_on;
    /** Whether fingerprints, photograph and medical examination under decree 585 are done: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t identified;
    /** The person's legal status: `STATUSRULES_LEGAL_STATUS_…`. */
    int32_t legal_status;
    /** Highly qualified specialist: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t highly_qualified;
    /** Participant of the State programme of resettlement, or a family member: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t state_programme;
    /** The day asked about: of the vaccination, application, hiring, decision or crossing. */
    int32_t on_day;
    /** Age in completed years, 0 to 150. */
    int32_t age;
    /** The region: `STATUSRULES_REGION_…`. */
    int32_t region;
    /** Holds a permit; which ones the question says: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t holds_permit;
    /** Holds a compulsory medical insurance policy: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t insured;
    /** Family member of a highly qualified specialist: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t hqs_family;
    /** Citizen of a state of the Eurasian Economic Union who works in Russia: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t eaeu_worker;
    /** Family member of such a worker: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t eaeu_family;
    /** Did not return home before the border closure: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t could_not_return;
    /** The day of arrival in Russia. */
    int32_t arrived_on;
    /** Until which day the person was lawfully present; #STATUSRULES_NONE if never. */
    int32_t lawful_through;
    /** Has left Russia since transport with the state resumed: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t left_russia;
    /** What is to be done: `STATUSRULES_WORK_ACT_…`. */
    int32_t work_act;
    /** The entry regime of the person: `STATUSRULES_REGIME_…`. */
    int32_t regime;
    /** The employer holds the permit to engage and use foreign workers: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t employer_hiring_permit;
    /** The purpose of entry in the migration card is work: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t purpose_work;
    /** All sanitary restrictions are observed: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t sanitary_kept;
    /** The decision: `STATUSRULES_DECISION_KIND_…`. */
    int32_t decision_kind;
    /** An exception that holds for the person: `STATUSRULES_EXCEPTION_…`. */
    int32_t exception;
    /** Student or accompanying parent: `STATUSRULES_ROLE_…`. */
    int32_t role;
    /** Level of education: `STATUSRULES_LEVEL_…`. Postgraduates and residents are higher. */
    int32_t level;
    /** How the border is crossed: `STATUSRULES_ROUTE_…`. */
    int32_t route;
    /** The state on the other side of the land border. */
    int32_t border;
    /** A direct flight from the state of citizenship or residence: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t direct;
    /** On the university's list of persons crossing the border: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t listed;
    /** Days left on the visa at the crossing, 0 to 36600; #STATUSRULES_NONE for no visa. Where it is unknown, it is the
     *  days from `on_day` to `visa_last_day`, if both are known; where all are known, they must agree. */
    int32_t visa_days_left;
    /** Calendar days from the notice to the university to the arrival, 0 to 36600. Where it is unknown, it is the days
     *  from `notified_on` to `on_day`, if both are known; where all are known, they must agree. */
    int32_t notice_days;
    /** Hours from the sample to arrival, 0 to 87600; #STATUSRULES_NONE for no test. */
    int32_t pcr_hours;
    /** Has a ground of entry other than study: #STATUSRULES_YES or #STATUSRULES_NO. */
    int32_t other_ground;
    /** Day of the notice to the university. A notice after the arrival is one of 0 days. */
    int32_t notified_on;
    /** Last day of the visa; #STATUSRULES_NONE for no visa. A visa that has ended has 0 days left. */
    int32_t visa_last_day;
} statusrules_facts;

/** @brief All facts unknown: the initial value of every #statusrules_facts. */
#define STATUSRULES_FACTS_UNKNOWN                                                                                 \
    {(int32_t)sizeof(statusrules_facts),                                                                          \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN,                                                                                         \
     STATUSRULES_UNKNOWN}

/**
 * @brief Sets a fact by its number, as a reader of files or another language does.
 *
 * The value is checked alone, as the functions that ask check it; that no day is before another is checked there.
 * @param[in,out] facts set to #STATUSRULES_FACTS_UNKNOWN before
 * @param fact `STATUSRULES_FACT_…`
 * @param value a value of the fact, or #STATUSRULES_UNKNOWN
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_SIZE (also where the struct of an older
 *         caller does not have the fact), #STATUSRULES_ERROR_VALUE (no such fact, or no value of it),
 *         #STATUSRULES_ERROR_RANGE, #STATUSRULES_ERROR_NOT_A_DAY
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_facts_set(statusrules_facts *facts, int32_t fact, int32_t value,
                                              statusrules_error *error);

/**
 * @brief A fact by its number.
 * @return its value; #STATUSRULES_UNKNOWN if there is no such fact, the struct does not have it, or it is NULL
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_facts_get(const statusrules_facts *facts, int32_t fact);

#ifdef __cplusplus
}
#endif

#endif
