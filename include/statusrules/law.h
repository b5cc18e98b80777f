/**
 * @file law.h
 * @brief The encoded law, read-only: acts, provisions, their conditions, passages and sources.
 */
#ifndef STATUSRULES_LAW_H
#define STATUSRULES_LAW_H

#include <statusrules/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @brief The provisions drawn from one body of sources. */
typedef struct statusrules_law statusrules_law;

/** @brief Consistent ways to read an ambiguous text. Frozen numbers. */
enum {
    /** Only what the text says. */
    STATUSRULES_READING_LITERAL = 1,
    /** The clock stands still in the window; the days of the window are added to the last day. */
    STATUSRULES_READING_SUSPENSION = 2,
    /** Every last day in the window becomes one fixed day. */
    STATUSRULES_READING_FIXED_DAY = 3
};

/** @brief How certain a provision is. Frozen numbers. */
enum {
    /** A source says it. */
    STATUSRULES_CERTAINTY_STATED = 1,
    /** It follows from what a source says. */
    STATUSRULES_CERTAINTY_INFERRED = 2
};

/** @brief What a provision does when its conditions are met. Frozen numbers. */
enum {
    /** Yes, without a day. */
    STATUSRULES_EFFECT_YES = 1,
    /** Yes, through `day`. */
    STATUSRULES_EFFECT_THROUGH = 2,
    /** Yes, through the incoming day plus `days`. */
    STATUSRULES_EFFECT_PLUS = 3,
    /** Yes, with an end that is not fixed yet. */
    STATUSRULES_EFFECT_OPEN = 4,
    STATUSRULES_EFFECT_NO = 5,
    /** An official decides. */
    STATUSRULES_EFFECT_DISCRETION = 6,
    /** The law says nothing here: what limits a provision below. */
    STATUSRULES_EFFECT_SILENT = 7,
    /** Sources disagree: the sides say how. */
    STATUSRULES_EFFECT_CONFLICT = 8,
    /** A passage without outcome. */
    STATUSRULES_EFFECT_NOTE = 9
};

/** @brief Forms of a condition. Frozen numbers. */
enum {
    /** The fact lies in first..last, both included. */
    STATUSRULES_CONDITION_WINDOW = 1,
    /** The fact is one of the values. */
    STATUSRULES_CONDITION_IN = 2,
    /** The fact is known and none of the values. */
    STATUSRULES_CONDITION_NOT_IN = 3
};

/** @brief What a condition makes of a missing fact. Frozen numbers. */
enum {
    /** Nothing is presumed. */
    STATUSRULES_MARK_NONE = 0,
    /** Met unless the fact is known to break it. */
    STATUSRULES_MARK_UNLESS_KNOWN = 1,
    /** Met only if the fact is known to meet it. */
    STATUSRULES_MARK_IF_KNOWN = 2
};

/** @brief A published source. */
typedef struct statusrules_act {
    /** Short name used in the law files. */
    const char *key;
    const char *issuer_en;
    const char *issuer_ru;
    /** Number, or "" if it has none. */
    const char *number;
    /** The day of the act. */
    int32_t date;
    const char *title_en;
    const char *title_ru;
    /** Address where it was read. */
    const char *address;
    /** NULL. */
    const void *reserved[2];
} statusrules_act;

/** @brief A provision: one row of the law. */
typedef struct statusrules_provision {
    /** Its number, 1 and up; never changed or reused. */
    int32_t number;
    /** `STATUSRULES_QUESTION_…` that it answers. */
    int32_t question;
    /** `STATUSRULES_EFFECT_…` */
    int32_t effect;
    /** `STATUSRULES_OUTCOME_…`, 0 for a note. */
    int32_t outcome;
    /** The day of #STATUSRULES_EFFECT_THROUGH, else #STATUSRULES_NOT_A_DAY. */
    int32_t day;
    /** The last of the days that sources give for `day`; `day` where they agree. */
    int32_t latest;
    /** The days of #STATUSRULES_EFFECT_PLUS, else 0. */
    int32_t days;
    /** 1: the clock stands still through the day. */
    int32_t suspended;
    /** Bits `1 << STATUSRULES_READING_…`. */
    int32_t readings;
    /** `STATUSRULES_CERTAINTY_…` */
    int32_t certainty;
    /** Published from, through; #STATUSRULES_NONE: still. */
    int32_t known_from;
    int32_t known_until;
    /** Editions that hold it; #STATUSRULES_NONE: up to the newest. */
    int32_t edition_from;
    int32_t edition_until;
    int32_t n_conditions;
    /** Sides of #STATUSRULES_EFFECT_CONFLICT, else 0. */
    int32_t n_sides;
    /** 1: the passage stands word for word in the source. 0: it is a summary. */
    int32_t quoted;
    /** The number of its act, for #statusrules_law_act. */
    int32_t act;
    /** Its stage, 1 and up, 0 for a note; the number of its list in the question; its place in that list, 1 and up.
     *  In a list the first row that fits decides. */
    int32_t stage;
    int32_t list;
    int32_t list_place;
    /** Zero. */
    int32_t reserved;
    /** Its id, such as "S2". */
    const char *id;
    /** Where in the act. */
    const char *place_en;
    const char *place_ru;
    /** What the provision rests on. A quote is in the language of the source, and the same twice. */
    const char *passage_en;
    const char *passage_ru;
    /** What it does, in the source's own verb. */
    const char *says_en;
    const char *says_ru;
    /** Why it is inferred, or another remark; or "". */
    const char *remark_en;
    const char *remark_ru;
    /** The name of its list. */
    const char *list_name;
    /** NULL. */
    const void *more[3];
} statusrules_provision;

/** @brief A condition of a provision. */
typedef struct statusrules_condition {
    /** `STATUSRULES_FACT_…`, or #STATUSRULES_INCOMING_DAY, #STATUSRULES_EXTENDED, #STATUSRULES_STATE. */
    int32_t fact;
    /** `STATUSRULES_CONDITION_…` */
    int32_t form;
    /** `STATUSRULES_MARK_…` */
    int32_t mark;
    /** The window; an open end is the first or last value of the fact. */
    int32_t first;
    int32_t last;
    /** The values of the set. */
    int32_t n_values;
    const int32_t *values;
    /** Zero. */
    int32_t reserved[4];
} statusrules_condition;

/** @brief What a condition can ask besides facts: the day that came in from the stage before. */
#define STATUSRULES_INCOMING_DAY 61
/** @brief What a condition can ask besides facts: whether a stage before gave that day (yes, no). */
#define STATUSRULES_EXTENDED 62
/**
 * @brief What a condition can ask besides facts: the state that decides. Citizenship and residence state count equally;
 *        where they are two states that lead to different answers, the answer is a conflict.
 */
#define STATUSRULES_STATE 63

/** @brief One side of a conflict between sources. */
typedef struct statusrules_side {
    /** `STATUSRULES_OUTCOME_…` */
    int32_t outcome;
    /** The day of a `yes` that has one, else #STATUSRULES_NOT_A_DAY; #STATUSRULES_NONE for an open end. */
    int32_t day;
    /** Zero. */
    int32_t reserved[2];
    /** Who says so. */
    const char *source_en;
    const char *source_ru;
} statusrules_side;

/** @brief The official statement of 29 November 2021, an account of the law. @since 0.1 */
STATUSRULES_API const statusrules_law *statusrules_law_statement(void);

/** @brief How many laws this library holds. @since 0.1 */
STATUSRULES_API int32_t statusrules_law_count(void);

/** @brief The law by index, 0 to count - 1; NULL outside. @since 0.1 */
STATUSRULES_API const statusrules_law *statusrules_law_at(int32_t index);

/** @brief The law's name, such as "statement"; "" for NULL. @since 0.1 */
STATUSRULES_API const char *statusrules_law_name(const statusrules_law *law);

/** @brief The newest edition this library holds of the law; 0 for NULL. @since 0.1 */
STATUSRULES_API int32_t statusrules_law_edition(const statusrules_law *law);

/**
 * @brief SHA-256, as 64 hexadecimal digits, of what decides under an edition: conditions, effects, order, readings,
 *        days of knowledge. Words, labels and remarks do not change it.
 * @return "" for NULL or an edition that the library does not hold
 * @since 0.1
 */
STATUSRULES_API const char *statusrules_law_digest(const statusrules_law *law, int32_t edition);

/** @brief How many acts the law draws from; their numbers are 1 to this; 0 for NULL. @since 0.1 */
STATUSRULES_API int32_t statusrules_law_act_count(const statusrules_law *law);

/**
 * @brief An act of the law.
 * @param[out] act the act
 * @param law the law
 * @param number 1 to #statusrules_law_act_count
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_law_act(statusrules_act *act, const statusrules_law *law, int32_t number,
                                            statusrules_error *error);

/** @brief How many provisions the law has; their numbers are 1 to this; 0 for NULL. @since 0.1 */
STATUSRULES_API int32_t statusrules_law_provision_count(const statusrules_law *law);

/**
 * @brief A provision of the law.
 * @param[out] provision the provision
 * @param law the law
 * @param number 1 to #statusrules_law_provision_count
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_law_provision(statusrules_provision *provision, const statusrules_law *law,
                                                  int32_t number, statusrules_error *error);

/**
 * @brief A condition of a provision.
 * @param[out] condition the condition
 * @param law the law
 * @param number the provision
 * @param index 0 to its `n_conditions` - 1
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_law_condition(statusrules_condition *condition, const statusrules_law *law,
                                                  int32_t number, int32_t index, statusrules_error *error);

/**
 * @brief A side of a provision that is a conflict between sources.
 * @param[out] side the side
 * @param law the law
 * @param number the provision
 * @param index 0 to its `n_sides` - 1
 * @param[out] error or NULL
 * @return #STATUSRULES_OK, #STATUSRULES_ERROR_NULL, #STATUSRULES_ERROR_RANGE
 * @since 0.1
 */
STATUSRULES_API int32_t statusrules_law_side(statusrules_side *side, const statusrules_law *law, int32_t number,
                                             int32_t index, statusrules_error *error);

#ifdef __cplusplus
}
#endif

#endif
