"""The values of facts, questions and answers, with their names and labels.

Numbers are those of the C library: members are added at the end, never changed or reused.
"""

from __future__ import annotations

import enum
from typing import Final, Literal, TypeAlias

from . import _flat

Language: TypeAlias = Literal["en", "ru"]

_LANGUAGES: Final = {"en": 1, "ru": 2}


def language_number(language: str) -> int:
    try:
        return _LANGUAGES[language]
    except (KeyError, TypeError):
        raise ValueError(f"language: {language!r}; allowed: 'en', 'ru'") from None


class Special(enum.Enum):
    """The type of :data:`NONE`."""

    NONE = "none"

    def __repr__(self) -> str:
        return "statusrules.NONE"

    def __str__(self) -> str:
        return "none"


NONE: Final = Special.NONE
"""Known to be none: a document without term, a stateless person, no visa, no test; as a result, an end that is not
fixed. A fact that is *not known* is ``None``."""


class Named(enum.IntEnum):
    """A value with a name, the same in every language and file, and labels for people."""

    def __str__(self) -> str:
        """The shared name, such as ``permanent_residence_permit``."""
        return self.name.lower()

    def __format__(self, spec: str) -> str:
        return format(str(self), spec)

    def label(self, language: Language = "en") -> str:
        """What people call it, in English (``"en"``) or Russian (``"ru"``)."""
        return _flat.flat_name(LISTS[type(self)], int(self), language_number(language))


class Question(Named):
    """What can be asked."""

    EXTENSION = 1
    VACCINATION = 2
    FREE_VACCINATION = 3
    REGULARISATION = 4
    WORK = 5
    MORATORIUM = 6
    EDUCATION_ENTRY = 7


class Outcome(Named):
    """Outcomes; none ever stands for another.

    ``SILENT`` (the encoded law says nothing) is not ``NO``; ``UNDETERMINED``: a missing fact can change the answer;
    ``DISCRETION``: an official decides; ``CONFLICT``: sources or readings disagree.
    """

    YES = 1
    NO = 2
    UNDETERMINED = 3
    DISCRETION = 4
    SILENT = 5
    CONFLICT = 6


class Reading(Named):
    """Consistent ways to read an ambiguous text. Without a choice all are asked, and an answer stands if they agree."""

    LITERAL = 1
    SUSPENSION = 2
    FIXED_DAY = 3


class Certainty(Named):
    """How certain a provision is: a source says it, or it follows from what a source says."""

    STATED = 1
    INFERRED = 2


class Term(Named):
    """Documents and terms."""

    TEMPORARY_STAY = 1
    VISA = 2
    MIGRATION_CARD = 3
    STAY_REGISTRATION = 4
    RESIDENCE_REGISTRATION = 5
    TEMPORARY_RESIDENCE_PERMIT = 6
    PERMANENT_RESIDENCE_PERMIT = 7
    REFUGEE_CERTIFICATE = 8
    REFUGEE_PETITION_CERTIFICATE = 9
    TEMPORARY_ASYLUM_CERTIFICATE = 10
    STATE_PROGRAMME_CERTIFICATE = 11
    WORK_PERMIT = 12
    PATENT = 13
    HIRING_PERMIT = 14
    DEPARTURE_PERIOD = 15
    ABSENCE_LIMIT = 16


class Location(Named):
    """Where the person is."""

    IN_RUSSIA = 1
    ABROAD = 2


class LegalStatus(Named):
    """Legal statuses. Temporarily staying is not temporarily residing."""

    TEMPORARY_STAY = 1
    TEMPORARY_RESIDENCE = 2
    PERMANENT_RESIDENCE = 3
    REFUGEE = 4
    REFUGEE_PETITIONER = 5
    TEMPORARY_ASYLUM = 6
    ASYLUM_PETITIONER = 7


class Region(Named):
    """Regions."""

    MOSCOW = 1
    OTHER = 2


class WorkAct(Named):
    """Acts of employment."""

    HIRE = 1
    APPLY_PATENT = 2
    APPLY_WORK_PERMIT = 3
    EAEU_CONTRACT = 4


class Regime(Named):
    """Entry regimes."""

    VISA = 1
    VISA_FREE = 2
    EAEU = 3


class DecisionKind(Named):
    """Decisions."""

    EXPULSION_FORCED = 1
    EXPULSION_INDEPENDENT = 2
    DEPORTATION = 3
    READMISSION = 4
    UNDESIRABILITY = 5
    ENTRY_BAN = 6
    STAY_REDUCTION = 7
    STATUS_LOSS = 8
    ANNULMENT = 9


class ExceptionGround(Named):
    """Exceptions from the moratorium; ``NONE``: no exception holds."""

    NONE = 1
    RELEASED_FROM_PRISON = 2
    STATE_BORDER_VIOLATION = 3
    SECURITY_THREAT = 4
    PUBLIC_ORDER = 5
    UNSANCTIONED_RALLY = 6


class Role(Named):
    """Who enters."""

    STUDENT = 1
    PARENT_FIRST = 2
    PARENT_SECOND = 3


class Level(Named):
    """Levels of education. Postgraduates and residents are higher."""

    HIGHER = 1
    VOCATIONAL = 2
    PREPARATORY = 3
    GENERAL = 4
    OTHER = 5


class Route(Named):
    """Ways of crossing the border."""

    AIR = 1
    LAND = 2
    RAIL = 3
    SEA = 4
    RIVER = 5


class Fact(Named):
    """The facts of a case; a function has a keyword, and a register a column, of each name."""

    TERM = 1
    LAST_DAY = 2
    LOCATION = 3
    ISSUED_ON = 4
    CITIZENSHIP = 5
    RESIDENCE_STATE = 6
    SETTLED_ON = 7
    IDENTIFIED = 8
    LEGAL_STATUS = 9
    HIGHLY_QUALIFIED = 10
    STATE_PROGRAMME = 11
    ON_DAY = 12
    AGE = 13
    REGION = 14
    HOLDS_PERMIT = 15
    INSURED = 16
    HQS_FAMILY = 17
    EAEU_WORKER = 18
    EAEU_FAMILY = 19
    COULD_NOT_RETURN = 20
    ARRIVED_ON = 21
    LAWFUL_THROUGH = 22
    LEFT_RUSSIA = 23
    WORK_ACT = 24
    REGIME = 25
    EMPLOYER_HIRING_PERMIT = 26
    PURPOSE_WORK = 27
    SANITARY_KEPT = 28
    DECISION_KIND = 29
    EXCEPTION = 30
    ROLE = 31
    LEVEL = 32
    ROUTE = 33
    BORDER = 34
    DIRECT = 35
    LISTED = 36
    VISA_DAYS_LEFT = 37
    NOTICE_DAYS = 38
    PCR_HOURS = 39
    OTHER_GROUND = 40
    NOTIFIED_ON = 41
    VISA_LAST_DAY = 42


class Kind(enum.IntEnum):
    """What kind of value a fact takes."""

    DAY = 1
    NUMBER = 2
    NAME = 3
    COUNTRY = 4
    YES_NO = 5


class Effect(enum.IntEnum):
    """What a provision does when its conditions are met."""

    YES = 1
    THROUGH = 2
    """Yes, through a day."""
    PLUS = 3
    """Yes, through the incoming day plus a number of days."""
    OPEN = 4
    """Yes, with an end that is not fixed yet."""
    NO = 5
    DISCRETION = 6
    SILENT = 7
    """The law says nothing here: what limits a provision below."""
    CONFLICT = 8
    NOTE = 9


class Form(enum.IntEnum):
    """Forms of a condition."""

    WINDOW = 1
    """The fact lies in first..last, both included."""
    IN = 2
    NOT_IN = 3


class Mark(enum.IntEnum):
    """What a condition makes of a missing fact."""

    NOTHING = 0
    UNLESS_KNOWN = 1
    """Met unless the fact is known to break it."""
    IF_KNOWN = 2
    """Met only if the fact is known to meet it."""


class ErrorCode(Named):
    """What can go wrong; each has its exception in :mod:`statusrules.errors`."""

    NULL = 1
    SIZE = 2
    VALUE = 3
    RANGE = 4
    NOT_A_DAY = 5
    ORDER = 6
    RESULT = 7
    TRUNCATED = 8
    SYNTAX = 9
    NO_SUCH_DAY = 10
    NAME = 11
    EDITION = 12
    OVERLAP = 13
    ALIGNMENT = 14
    DISAGREES = 15
    RECEIPT = 16
    CHECK_SYMBOL = 17


class Verified(Named):
    """What verifying a receipt can find.

    ``FACTS_DIFFER``: the facts are others, or the receipt was changed. ``ANSWER_DIFFERS``: please report it, an answer
    given under an edition never changes.
    """

    EQUAL = 1
    FACTS_DIFFER = 2
    EDITION_UNKNOWN = 3
    LAW_UNKNOWN = 4
    LAW_DIFFERS = 5
    ANSWER_DIFFERS = 6


# The list of names of each class; that of a fact's values has the fact's own number.
NAMES_FACT: Final = 201
NAMES_ARGUMENT: Final = 207
NAMES_RESULT: Final = 208
LISTS: Final[dict[type[Named], int]] = {
    Fact: NAMES_FACT,
    Question: 202,
    Outcome: 203,
    Reading: 204,
    Certainty: 205,
    ErrorCode: 206,
    Verified: 209,
    Term: Fact.TERM,
    Location: Fact.LOCATION,
    LegalStatus: Fact.LEGAL_STATUS,
    Region: Fact.REGION,
    WorkAct: Fact.WORK_ACT,
    Regime: Fact.REGIME,
    DecisionKind: Fact.DECISION_KIND,
    ExceptionGround: Fact.EXCEPTION,
    Role: Fact.ROLE,
    Level: Fact.LEVEL,
    Route: Fact.ROUTE,
}

# The class of the values of each fact that has one.
ENUMS: Final[dict[int, type[Named]]] = {
    int(number): cls for cls, number in LISTS.items() if number < NAMES_FACT
}

UNKNOWN: Final = -(2**31)
NUMBER_OF_NONE: Final = 2**31 - 1
NOT_A_DAY: Final = -(2**31) + 1
ARGUMENT_READING: Final = 101
ARGUMENT_KNOWN_ON: Final = 102
ARGUMENT_EDITION: Final = 103
ARGUMENT_STRICT: Final = 104
ARGUMENT_DAY: Final = 105
ARGUMENT_QUESTION: Final = 106
ARGUMENT_LAW: Final = 107

# Kind, first and last value and whether none is a value, by fact.
INFOS: Final = {fact: _flat.flat_fact(fact, 4) for fact in Fact}
KINDS: Final = {fact: Kind(INFOS[fact][0]) for fact in Fact}

QUESTION_FACTS: Final = {
    question: tuple(fact for fact in Fact if _flat.flat_question_asks(question, fact)) for question in Question
}


def name_of_field(field: int) -> str:
    """The name of a fact, a parameter or a result by its number; "" for none."""
    for names in (NAMES_FACT, NAMES_ARGUMENT, NAMES_RESULT):
        name = _flat.flat_name(names, field, 0)
        if name:
            return name
    return ""


def is_day(field: int) -> bool:
    return field in (ARGUMENT_KNOWN_ON, ARGUMENT_DAY) or KINDS.get(field) is Kind.DAY  # type: ignore[call-overload]
