"""The questions. Each function has a keyword for each fact that its question reads."""

from __future__ import annotations

import datetime
import operator
from collections.abc import Callable
from typing import Any, Final, TypeAlias

from . import _flat
from ._answer import Answer
from ._law import Law, question_of
from ._values import (
    QUESTION_FACTS,
    DecisionKind,
    ExceptionGround,
    Fact,
    LegalStatus,
    Level,
    Location,
    Question,
    Reading,
    Regime,
    Region,
    Role,
    Route,
    Special,
    Term,
    WorkAct,
)

Day: TypeAlias = datetime.date | str | None
DayOrNone: TypeAlias = datetime.date | Special | str | None
Country: TypeAlias = str | None
CountryOrNone: TypeAlias = str | Special | None
YesNo: TypeAlias = bool | str | None
Number: TypeAlias = int | None
NumberOrNone: TypeAlias = int | Special | str | None

_ask: Final = _flat.ask
_EXTENSION: Final = int(Question.EXTENSION)
_EDUCATION_ENTRY: Final = int(Question.EDUCATION_ENTRY)


def extension(
    term: Term | str | None,
    last_day: DayOrNone,
    *,
    location: Location | str | None = None,
    issued_on: Day = None,
    citizenship: CountryOrNone = None,
    residence_state: CountryOrNone = None,
    settled_on: DayOrNone = None,
    identified: YesNo = None,
    legal_status: LegalStatus | str | None = None,
    highly_qualified: YesNo = None,
    state_programme: YesNo = None,
    law: str | Law = "statement",
    known_on: Day = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
) -> Answer:
    """Through which day is a document or term valid.

    >>> extension("permanent_residence_permit", "2021-12-31", location="in_russia")
    <Answer extension: yes, valid through 2022-07-18 (statement S1)>

    Values are members of the enums, or their names or labels in English or Russian. A day is a calendar day at the
    place: a :class:`datetime.date` or text ``YYYY-MM-DD``, from 0001-01-01 to 9999-12-31; a time of day or a zone is
    refused. All ends are inclusive. ``None`` is a fact that is not known: it is never guessed, and what the law
    presumes of it is named in ``answer.assumed``. :data:`NONE` (or ``"none"``) is a fact that is known to be none.

    :param term: the document or term asked about
    :param last_day: the last day printed in it; NONE for a document without term
    :param location: where the person is
    :param issued_on: the day when the document was issued
    :param citizenship: two capital letters of ISO 3166-1 or the country's name; NONE for a stateless person
    :param residence_state: the state whose residence permit the person holds; NONE for none
    :param settled_on: the day when the person settled the position under decree 364; NONE if never
    :param identified: whether fingerprints, photograph and medical examination under decree 585 are done
    :param legal_status: the person's legal status
    :param highly_qualified: highly qualified specialist
    :param state_programme: participant of the State programme of resettlement, or a family member
    :param law: whose provisions decide: ``statement`` or ``measures``
    :param known_on: only what had been published by the end of this day; None: everything encoded
    :param edition: the edition of the law to replay; None: the newest
    :param reading: one way to read the texts; None: all of them, which must agree
    :param strict: presume nothing about missing facts
    :raises StatusRulesError: a value is wrong; its subclasses, each a :class:`ValueError`, say how:
        UnknownNameError (a name, with the nearest), DateSyntaxError and NoSuchDayError (a text that is no date),
        OutOfRangeError, OrderError (the last day is before the day of issue), ResultError (the day would be after
        9999-12-31), EditionError
    :raises TypeError: a value of the wrong type
    """
    return _ask(
        _EXTENSION,
        law,
        known_on,
        edition,
        reading,
        strict,
        None,
        term,
        last_day,
        location,
        issued_on,
        citizenship,
        residence_state,
        settled_on,
        identified,
        legal_status,
        highly_qualified,
        state_programme,
    )


def valid_on(
    term: Term | str | None,
    last_day: DayOrNone,
    day: datetime.date | str,
    *,
    location: Location | str | None = None,
    issued_on: Day = None,
    citizenship: CountryOrNone = None,
    residence_state: CountryOrNone = None,
    settled_on: DayOrNone = None,
    identified: YesNo = None,
    legal_status: LegalStatus | str | None = None,
    highly_qualified: YesNo = None,
    state_programme: YesNo = None,
    law: str | Law = "statement",
    known_on: Day = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
) -> Answer:
    """Whether a document or term is valid on a day, by its own term or by an extension.

    ``yes``: on or before its last day, or covered by an extension. ``no``: after the last day that the law gives.
    ``conflict``: readings differ, or sources differ on the last covered day. ``silent``: after its own last day, and
    the law says nothing; before its day of issue; and for a document without term. ``valid_through`` is the last
    valid day of the extension, if there is one and all readings give it. ``provision`` is None where the document's
    own term decides.

    >>> valid_on("permanent_residence_permit", "2021-12-31", "2022-07-19", location="in_russia").outcome
    <Outcome.NO: 2>

    :param term: the document or term asked about
    :param last_day: the last day printed in it; NONE for a document without term
    :param day: the day asked about

    The other parameters, values, days and errors are those of :func:`extension`.
    """
    if day is None:
        raise TypeError("day: expected a datetime.date or text YYYY-MM-DD, got None")
    return _ask(
        _EXTENSION,
        law,
        known_on,
        edition,
        reading,
        strict,
        day,
        term,
        last_day,
        location,
        issued_on,
        citizenship,
        residence_state,
        settled_on,
        identified,
        legal_status,
        highly_qualified,
        state_programme,
    )


def education_entry(
    level: Level | str | None,
    *,
    on_day: Day = None,
    citizenship: CountryOrNone = None,
    residence_state: CountryOrNone = None,
    regime: Regime | str | None = None,
    role: Role | str | None = None,
    route: Route | str | None = None,
    border: Country = None,
    direct: YesNo = None,
    listed: YesNo = None,
    visa_days_left: NumberOrNone = None,
    notice_days: Number = None,
    pcr_hours: NumberOrNone = None,
    other_ground: YesNo = None,
    notified_on: Day = None,
    visa_last_day: DayOrNone = None,
    law: str | Law = "statement",
    known_on: Day = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
) -> Answer:
    """Whether a person may enter Russia for education on a day.

    >>> education_entry("higher", on_day="2021-12-01").outcome
    <Outcome.YES: 1>

    :param level: level of education; postgraduates and residents are higher
    :param on_day: the day of the crossing
    :param citizenship: two capital letters of ISO 3166-1 or the country's name; NONE for a stateless person
    :param residence_state: the state whose residence permit the person holds; NONE for none
    :param regime: the entry regime of the person
    :param role: student or accompanying parent
    :param route: how the border is crossed
    :param border: the state on the other side of the land border
    :param direct: a direct flight from the state of citizenship or residence
    :param listed: on the university's list of persons crossing the border
    :param visa_days_left: days left on the visa at the crossing, 0 to 36600; NONE for no visa. Where it is unknown, it
        is counted from ``on_day`` to ``visa_last_day``; where all are known, they must agree (DisagreementError)
    :param notice_days: calendar days from the notice to the university to the arrival, 0 to 36600; likewise counted
        from ``notified_on`` to ``on_day``
    :param pcr_hours: hours from the sample to arrival, 0 to 87600; NONE for no test
    :param other_ground: has a ground of entry other than study
    :param notified_on: day of the notice to the university
    :param visa_last_day: last day of the visa; NONE for no visa

    The parameters of the question, values, days and errors are those of :func:`extension`.
    """
    return _ask(
        _EDUCATION_ENTRY,
        law,
        known_on,
        edition,
        reading,
        strict,
        None,
        citizenship,
        residence_state,
        on_day,
        regime,
        role,
        level,
        route,
        border,
        direct,
        listed,
        visa_days_left,
        notice_days,
        pcr_hours,
        other_ground,
        notified_on,
        visa_last_day,
    )


def eligibility(
    question: Question | str,
    *,
    on_day: Day = None,
    location: Location | str | None = None,
    legal_status: LegalStatus | str | None = None,
    citizenship: CountryOrNone = None,
    residence_state: CountryOrNone = None,
    identified: YesNo = None,
    highly_qualified: YesNo = None,
    age: Number = None,
    region: Region | str | None = None,
    holds_permit: YesNo = None,
    insured: YesNo = None,
    hqs_family: YesNo = None,
    eaeu_worker: YesNo = None,
    eaeu_family: YesNo = None,
    could_not_return: YesNo = None,
    arrived_on: Day = None,
    lawful_through: DayOrNone = None,
    left_russia: YesNo = None,
    work_act: WorkAct | str | None = None,
    regime: Regime | str | None = None,
    employer_hiring_permit: YesNo = None,
    purpose_work: YesNo = None,
    sanitary_kept: YesNo = None,
    decision_kind: DecisionKind | str | None = None,
    exception: ExceptionGround | str | None = None,
    role: Role | str | None = None,
    level: Level | str | None = None,
    route: Route | str | None = None,
    border: Country = None,
    direct: YesNo = None,
    listed: YesNo = None,
    visa_days_left: NumberOrNone = None,
    notice_days: Number = None,
    pcr_hours: NumberOrNone = None,
    other_ground: YesNo = None,
    notified_on: Day = None,
    visa_last_day: DayOrNone = None,
    law: str | Law = "statement",
    known_on: Day = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
) -> Answer:
    """Whether a person may, on ``on_day``, do what the question asks: any question but extension.

    >>> eligibility("free_vaccination", legal_status="refugee", on_day="2021-11-29").outcome
    <Outcome.YES: 1>

    ============================ ===========================================================================
    question                     facts
    ============================ ===========================================================================
    vaccination                  location, legal_status, on_day, age, region, holds_permit
    free_vaccination             legal_status, highly_qualified, on_day, region, insured, hqs_family,
                                 eaeu_worker, eaeu_family
    regularisation               citizenship, residence_state, on_day, could_not_return, arrived_on,
                                 lawful_through, left_russia
    work                         citizenship, identified, on_day, holds_permit, could_not_return, work_act,
                                 regime, employer_hiring_permit, purpose_work, sanitary_kept
    moratorium                   on_day, decision_kind, exception
    education_entry              as :func:`education_entry`
    ============================ ===========================================================================

    ``regularisation`` answers whether the person may *apply*. A fact that the question does not read is a TypeError,
    so that a misplaced keyword does not pass for a fact that was weighed.

    :param question: what is asked
    :param on_day: the day asked about: of the vaccination, application, hiring, decision or crossing
    :param location: where the person is
    :param legal_status: the person's legal status
    :param citizenship: two capital letters of ISO 3166-1 or the country's name; NONE for a stateless person
    :param residence_state: the state whose residence permit the person holds; NONE for none
    :param identified: whether fingerprints, photograph and medical examination under decree 585 are done
    :param highly_qualified: highly qualified specialist
    :param age: age in completed years, 0 to 150
    :param region: the region
    :param holds_permit: holds a permit; which ones the question says
    :param insured: holds a compulsory medical insurance policy
    :param hqs_family: family member of a highly qualified specialist
    :param eaeu_worker: citizen of a state of the Eurasian Economic Union who works in Russia
    :param eaeu_family: family member of such a worker
    :param could_not_return: did not return home before the border closure
    :param arrived_on: the day of arrival in Russia
    :param lawful_through: until which day the person was lawfully present; NONE if never
    :param left_russia: has left Russia since transport with the state resumed
    :param work_act: what is to be done
    :param regime: the entry regime of the person
    :param employer_hiring_permit: the employer holds the permit to engage and use foreign workers
    :param purpose_work: the purpose of entry in the migration card is work
    :param sanitary_kept: all sanitary restrictions are observed
    :param decision_kind: the decision
    :param exception: an exception that holds for the person

    The parameters of the question, values, days and errors are those of :func:`extension`.
    """
    # In the order of the numbers of the facts, as _ELIGIBILITY_FACTS.
    given = (
        location,
        citizenship,
        residence_state,
        identified,
        legal_status,
        highly_qualified,
        on_day,
        age,
        region,
        holds_permit,
        insured,
        hqs_family,
        eaeu_worker,
        eaeu_family,
        could_not_return,
        arrived_on,
        lawful_through,
        left_russia,
        work_act,
        regime,
        employer_hiring_permit,
        purpose_work,
        sanitary_kept,
        decision_kind,
        exception,
        role,
        level,
        route,
        border,
        direct,
        listed,
        visa_days_left,
        notice_days,
        pcr_hours,
        other_ground,
        notified_on,
        visa_last_day,
    )
    asked = question_of(question)
    if asked is Question.EXTENSION:
        raise TypeError("question: extension() and valid_on() ask about the extension of a document or term")
    facts = _PICK[asked](given)
    if len(facts) - facts.count(None) != len(given) - given.count(None):
        raise TypeError(_not_asked(asked, given))
    return _ask(int(asked), law, known_on, edition, reading, strict, None, *facts)


_ELIGIBILITY_FACTS: Final = tuple(
    fact
    for fact in Fact
    if any(fact in facts for question, facts in QUESTION_FACTS.items() if question is not Question.EXTENSION)
)
_PICK: Final[dict[Question, Callable[[Any], tuple[Any, ...]]]] = {
    question: operator.itemgetter(*(_ELIGIBILITY_FACTS.index(fact) for fact in facts))
    for question, facts in QUESTION_FACTS.items()
    if question is not Question.EXTENSION
}


def _not_asked(question: Question, given: tuple[Any, ...]) -> str:
    reads = QUESTION_FACTS[question]
    others = [str(f) for f, value in zip(_ELIGIBILITY_FACTS, given) if value is not None and f not in reads]
    return f"{question} does not read {', '.join(others)}; it reads {', '.join(map(str, reads))}"
