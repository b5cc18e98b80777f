"""The encoded law, read-only."""

from __future__ import annotations

import dataclasses
import datetime
import functools
from collections.abc import Iterator
from typing import Any

from . import _flat
from ._convert import LAWS, law_number
from ._values import (
    ENUMS,
    KINDS,
    NAMES_FACT,
    NONE,
    NUMBER_OF_NONE,
    Certainty,
    Effect,
    Fact,
    Form,
    Kind,
    Language,
    Mark,
    Named,
    Outcome,
    Question,
    Reading,
    Special,
    language_number,
)

# What a condition can ask besides facts.
_OTHERS = {61: "incoming_day", 62: "extended", 63: "state"}
_KIND_OF_OTHERS = {61: Kind.DAY, 62: Kind.YES_NO, 63: Kind.COUNTRY}


@dataclasses.dataclass(frozen=True, slots=True)
class Act:
    """A published source."""

    key: str
    """Short name used in the law files."""
    issuer: str
    issuer_ru: str
    number: str
    """Number, or "" if it has none."""
    date: datetime.date
    """The day of the act."""
    title: str
    title_ru: str
    address: str
    """Where it was read."""


@dataclasses.dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a provision."""

    fact: str
    """The name of the fact; or ``incoming_day`` (what the stage before gave), ``extended`` (whether it gave that day),
    ``state`` (citizenship and residence state count equally)."""
    form: Form
    mark: Mark
    first: datetime.date | int | None
    """First value of a window; None for a set."""
    last: datetime.date | int | None
    values: tuple[Any, ...]
    """The values of a set."""


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict between sources."""

    outcome: Outcome
    through: datetime.date | Special | None
    source: str
    source_ru: str


@dataclasses.dataclass(frozen=True, slots=True, repr=False)
class Provision:
    """A provision: one row of the law."""

    number: int
    """1 and up; never changed or reused."""
    id: str
    """Its id, such as ``S2``: an address for a letter or a link."""
    law: str
    question: Question
    act: Act
    pinpoint: str
    """Where in the act."""
    pinpoint_ru: str
    passage: str
    """What it rests on: a quote, or a summary where ``quoted`` is False."""
    passage_ru: str
    quoted: bool
    """Whether the passage stands word for word in the source."""
    says: str
    """What it does, in the source's own verb; ``{day}`` stands for the day that it gives."""
    says_ru: str
    remark: str
    """Why it is inferred, or another remark; or ""."""
    remark_ru: str
    effect: Effect
    outcome: Outcome | None
    """None for a note."""
    through: datetime.date | Special | None
    """The day of ``Effect.THROUGH``, inclusive."""
    through_latest: datetime.date | Special | None
    """The last of the days that sources give for ``through``."""
    days: int
    """The days of ``Effect.PLUS``, else 0."""
    suspended: bool
    """Whether the clock stands still through the day."""
    readings: frozenset[Reading]
    certainty: Certainty
    known_from: datetime.date
    """When it was published."""
    known_until: datetime.date | Special
    """Through which day it was known; NONE: still."""
    edition_from: int
    edition_until: int | Special
    conditions: tuple[Condition, ...]
    sides: tuple[Side, ...]
    stage: int
    """Its stage, 1 and up, 0 for a note."""
    list_name: str
    place_in_list: int
    """In a list the first row that fits decides."""

    def __repr__(self) -> str:
        return f"<Provision {self.law} {self.id}: {self.source}>"

    @property
    def source(self) -> str:
        """The citation in English: title, number, day, place."""
        return self.citation("en")

    def citation(self, language: Language = "en") -> str:
        """The citation: title, number, day, place, in English or Russian."""
        russian = language_number(language) == 2
        parts = [self.act.title_ru if russian else self.act.title]
        if self.act.number:
            parts.append(f"№ {self.act.number}" if russian else f"No. {self.act.number}")
        parts.append(self.act.date.isoformat())
        parts.append(self.pinpoint_ru if russian else self.pinpoint)
        return ", ".join(part for part in parts if part)


class Law:
    """The provisions drawn from one body of sources."""

    __slots__ = ("_index",)
    _index: int

    def __init__(self, name: str = "statement") -> None:
        self._index = law_number(name)

    @property
    def name(self) -> str:
        """Its name, such as ``statement``."""
        return LAWS[self._index]

    @property
    def edition(self) -> int:
        """The newest edition that this library holds."""
        return _flat.flat_law_edition(self._index)

    @property
    def digest(self) -> str:
        """SHA-256 of what decides under the newest edition."""
        return self.digest_of(self.edition)

    def digest_of(self, edition: int) -> str:
        """SHA-256, 64 hexadecimal digits, of what decides under an edition; "" for one that is not held."""
        return _flat.flat_law_digest(self._index, edition)

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that it draws from."""
        return tuple(_act(self._index, number) for number in range(1, _flat.flat_act_count(self._index) + 1))

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """Its provisions in the order of their numbers."""
        return tuple(provision(self._index, number) for number in range(1, _flat.flat_provision_count(self._index) + 1))

    def provision(self, id: str) -> Provision:
        """The provision with an id; KeyError if there is none."""
        return provision(self._index, _ids(self._index)[id])

    def __repr__(self) -> str:
        return f"<Law {self.name}, edition {self.edition}, {_flat.flat_provision_count(self._index)} provisions>"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Law) and self._index == other._index

    def __hash__(self) -> int:
        return hash((Law, self._index))

    def __reduce__(self) -> tuple[type[Law], tuple[str]]:
        return Law, (self.name,)


def law(name: str = "statement") -> Law:
    """A law by its name: ``statement`` (the official statement of 29 November 2021) or ``measures`` (the acts behind
    it).

    :raises UnknownNameError: there is no such law
    """
    return Law(name)


def laws() -> tuple[str, ...]:
    """The names of the laws that this library holds."""
    return LAWS


def provisions(law: str | Law = "statement", *, question: Question | str | None = None) -> Iterator[Provision]:
    """The provisions of a law, of all questions or of one.

    >>> [p.id for p in provisions(question="regularisation")]
    ['S5.regularisation']

    :raises UnknownNameError: there is no such law or question
    """
    asked = None if question is None else question_of(question)
    index = law_number(law)
    for number in range(1, _flat.flat_provision_count(index) + 1):
        row = provision(index, number)
        if asked is None or row.question is asked:
            yield row


def question_of(given: Question | str) -> Question:
    if isinstance(given, Question):
        return given
    if isinstance(given, str):
        from ._convert import _read
        from ._values import ARGUMENT_QUESTION

        return Question(_read(lambda text, n: _flat.flat_code(202, text, n), ARGUMENT_QUESTION, given))
    raise TypeError(f"question: expected a Question or its name, got {given!r}")


@functools.cache
def _ids(law: int) -> dict[str, int]:
    return {_flat.flat_provision_text(law, n, 0): n for n in range(1, _flat.flat_provision_count(law) + 1)}


@functools.cache
def _act(law: int, number: int) -> Act:
    key, issuer, issuer_ru, act_number, title, title_ru, address = (_flat.flat_act_text(law, number, n) for n in range(7))
    (day,) = _flat.flat_act(law, number, 1)
    return Act(key, issuer, issuer_ru, act_number, _date(day), title, title_ru, address)


@functools.cache
def provision(law: int, number: int) -> Provision:
    """A provision by its number."""
    n = _flat.flat_provision(law, number, _flat.FLAT_PROVISION_LENGTH)
    texts = [_flat.flat_provision_text(law, number, text) for text in range(10)]
    return Provision(
        number=n[0],
        id=texts[0],
        law=LAWS[law],
        question=Question(n[1]),
        act=_act(law, n[17]),
        pinpoint=texts[1],
        pinpoint_ru=texts[2],
        passage=texts[3],
        passage_ru=texts[4],
        quoted=bool(n[16]),
        says=texts[5],
        says_ru=texts[6],
        remark=texts[7],
        remark_ru=texts[8],
        effect=Effect(n[2]),
        outcome=Outcome(n[3]) if n[3] else None,
        through=_flat.date(n[4]),
        through_latest=_flat.date(n[5]),
        days=n[6],
        suspended=bool(n[7]),
        readings=frozenset(reading for reading in Reading if n[8] >> reading & 1),
        certainty=Certainty(n[9]),
        known_from=_date(n[10]),
        known_until=NONE if n[11] == NUMBER_OF_NONE else _date(n[11]),
        edition_from=n[12],
        edition_until=NONE if n[13] == NUMBER_OF_NONE else n[13],
        conditions=tuple(_condition(law, number, index) for index in range(n[14])),
        sides=tuple(_side(law, number, index) for index in range(n[15])),
        stage=n[18],
        list_name=texts[9],
        place_in_list=n[20],
    )


def _date(day: int) -> datetime.date:
    date = _flat.date(day)
    assert isinstance(date, datetime.date)
    return date


def _condition(law: int, number: int, index: int) -> Condition:
    length = _flat.FLAT_CONDITION_LENGTH
    n = _flat.flat_condition(law, number, index, length)
    n = _flat.flat_condition(law, number, index, length + n[5])
    form = Form(n[1])
    fact = _OTHERS.get(n[0]) or _flat.flat_name(NAMES_FACT, n[0], 0)
    window = form is Form.WINDOW
    return Condition(
        fact=fact,
        form=form,
        mark=Mark(n[2]),
        first=value_of(n[0], n[3]) if window else None,
        last=value_of(n[0], n[4]) if window else None,
        values=() if window else tuple(value_of(n[0], value) for value in n[length:]),
    )


def _side(law: int, number: int, index: int) -> Side:
    outcome, day = _flat.flat_side(law, number, index, _flat.FLAT_SIDE_LENGTH)
    return Side(
        Outcome(outcome),
        _flat.date(day),
        _flat.flat_side_text(law, number, index, 0),
        _flat.flat_side_text(law, number, index, 1),
    )


def value_of(field: int, number: int) -> Any:
    """A fact's value as Python holds it: date, number, bool, member of an enum, code of a country, NONE."""
    if number == NUMBER_OF_NONE:
        return NONE
    kind = _KIND_OF_OTHERS[field] if field in _OTHERS else KINDS[Fact(field)]
    if kind is Kind.DAY:
        return _flat.date(number)
    if kind is Kind.YES_NO:
        return bool(number)
    if kind is Kind.COUNTRY:
        return _flat.flat_name(Fact.CITIZENSHIP, number, 0)
    if kind is Kind.NAME:
        enum: type[Named] = ENUMS[field]
        return enum(number)
    return number
