"""What a decree changes: the cases that it can touch, and how many of a register it does."""

from __future__ import annotations

import array
import dataclasses
import datetime
import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from . import _flat
from ._law import Law, question_of, value_of
from ._numbers import Parameters, facts_of, facts_read, sides_of, with_room
from ._values import NONE, UNKNOWN, Fact, Outcome, Question, Reading, Special

if TYPE_CHECKING:
    from ._values import Language


class Span(NamedTuple):
    """The values of a fact from the first to the last, both included; both are None for a fact that is not known."""

    first: Any
    last: Any


Box: TypeAlias = Mapping[str, tuple[Span, ...]]


def impact(
    varies: Iterable[Fact | str],
    *,
    before: Parameters,
    after: Parameters,
    facts: Mapping[str, Any] | None = None,
    question: Question | str = Question.EXTENSION,
    law: str | Law = "statement",
    known_on: datetime.date | str | None = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
    day: datetime.date | str | None = None,
) -> tuple[Box, ...]:
    """The cases whose answer changes between two days of knowledge, editions or laws; none of them is left out.

    A case is in a box if for each fact that the box names it has a value of one of the spans. Boxes do not overlap. No
    box: nothing changes. How many cases of a register they are :func:`statusrules.columns.impact` counts.

    >>> boxes = impact(["last_day"], facts={"term": "permanent_residence_permit", "location": "in_russia"},
    ...                before={"known_on": "2021-11-28"}, after={"known_on": "2021-11-29"}, reading="literal")
    >>> boxes[0]["last_day"]
    (Span(first=datetime.date(2021, 12, 31), last=datetime.date(9999, 12, 31)), Span(first=None, last=None))

    :param varies: the facts that differ from case to case
    :param before: the parameters of the one side, such as ``{"known_on": "2020-12-15"}``
    :param after: those of the other; ``law`` and the others below are those of both sides
    :param facts: name -> value of what is the same in every case
    :param question: what is asked
    :param day: the day asked about, as of :func:`valid_on`

    The parameters are those of :func:`extension`.

    :raises OutOfRangeError: too many facts vary to follow them all
    """
    asked = question_of(question)
    both = {"law": law, "known_on": known_on, "edition": edition, "reading": reading, "strict": strict}
    sides = sides_of(before, after, both, day)
    if isinstance(varies, str):
        raise TypeError(f"varies: expected a list of facts, got {varies!r}")
    bits = sum({1 << fact for fact in facts_read(varies, asked)})
    numbers = facts_of(facts or {}, asked)

    def spans(room: int) -> list[int]:
        found = array.array("i", bytes(4 * _flat.FLAT_SPAN_LENGTH * room))
        (n,) = _flat.flat_impact(found, *sides, int(asked), numbers, bits, 1)
        return found[: n * _flat.FLAT_SPAN_LENGTH].tolist()

    return _boxes(with_room(256, spans))


def _boxes(numbers: list[int]) -> tuple[Box, ...]:
    boxes: list[dict[str, tuple[Span, ...]]] = []
    values = iter(numbers)
    for box, fact, first, last in zip(values, values, values, values):
        if box == len(boxes):
            boxes.append({})
        if fact:
            span = Span(*(None if value == UNKNOWN else value_of(fact, value) for value in (first, last)))
            boxes[box][str(Fact(fact))] = (*boxes[box].get(str(Fact(fact)), ()), span)
    return tuple(boxes)


# ---- Counted over a register ----

Moved: TypeAlias = Literal["earlier", "later"]


class Days(NamedTuple):
    """The first and the last of some last valid days; :data:`NONE` is an end that is not fixed, after all others."""

    first: datetime.date | Special
    last: datetime.date | Special


class Change(NamedTuple):
    """Rows that changed in the same way: outcome, whether the day moved, and the provisions that decided."""

    before: Outcome
    after: Outcome
    moved: Moved | None
    """Whether the last valid day is earlier or later than before; None where one of the two has none."""
    provision_before: str | None
    """The id of the provision that decided; None where none did."""
    provision_after: str | None
    rows: int
    days_before: Days | None
    """The last valid days of these rows; None: they have none."""
    days_after: Days | None


class Transition(NamedTuple):
    """Rows that changed from one outcome to another, or whose day moved."""

    before: Outcome
    after: Outcome
    moved: Moved | None
    rows: int
    days_before: Days | None
    days_after: Days | None


class ByProvision(NamedTuple):
    """Rows that changed, by the provisions that decided before and after."""

    provision_before: str | None
    provision_after: str | None
    rows: int
    days_before: Days | None
    days_after: Days | None


@dataclasses.dataclass(frozen=True, slots=True)
class Impact:
    """What changes in a register: ``rows`` are those that changed, did not change, and are wrong.

    Impacts of parts of a register add up: ``impact_of_one + impact_of_other``, or :func:`sum`. Immutable, hashable, can
    be pickled.
    """

    question: Question
    before: tuple[tuple[str, Any], ...]
    """The parameters of the one side, by name; the edition is the one that answered."""
    after: tuple[tuple[str, Any], ...]
    facts: tuple[str, ...]
    """The facts that were given."""
    rows: int
    bad_rows: int
    """Rows with an error on one side or the other, counted in no other number but ``rows``."""
    unchanged: int
    changes: tuple[Change, ...]
    """The finest parts: their rows add up to ``changed``."""

    @property
    def changed(self) -> int:
        """How many rows have another outcome or another last valid day."""
        return sum(change.rows for change in self.changes)

    @property
    def transitions(self) -> tuple[Transition, ...]:
        """The changes by outcome and movement of the day, over all provisions."""
        return tuple(
            Transition._make((*key, *counted)) for key, counted in _gathered(self.changes, lambda change: change[:3]).items()
        )

    @property
    def provisions(self) -> tuple[ByProvision, ...]:
        """The changes by the provisions that decided, over all transitions."""
        return tuple(
            ByProvision._make((*key, *counted)) for key, counted in _gathered(self.changes, lambda change: change[3:5]).items()
        )

    def __add__(self, other: object) -> Impact:
        if other == 0:  # where sum() begins
            return self
        if not isinstance(other, Impact):
            return NotImplemented
        for name in ("question", "before", "after", "facts"):
            if getattr(self, name) != getattr(other, name):
                raise ValueError(f"impacts of other {name} do not add up: {getattr(self, name)} and {getattr(other, name)}")
        return dataclasses.replace(
            self,
            rows=self.rows + other.rows,
            bad_rows=self.bad_rows + other.bad_rows,
            unchanged=self.unchanged + other.unchanged,
            changes=in_order((*self.changes, *other.changes)),
        )

    __radd__ = __add__

    def to_dict(self) -> dict[str, Any]:
        """The impact as plain values, ready for JSON; ``impact.schema.json`` in the package describes them."""
        from ._json import impact_to_dict

        return impact_to_dict(self)

    def to_json(self, **options: Any) -> str:
        """The impact as JSON; ``options`` are those of :func:`json.dumps`."""
        return json.dumps(self.to_dict(), **{"ensure_ascii": False, **options})

    def table(self, language: Language = "en") -> str:
        """The transitions as a table of text, in English or Russian."""
        from ._impact_table import as_text

        return as_text(self, language)

    def _repr_html_(self) -> str:
        from ._impact_table import as_html

        return as_html(self)

    def __repr__(self) -> str:
        return (
            f"<Impact {self.question}: {self.changed:,} of {self.rows:,} rows changed, {self.unchanged:,} did not; "
            f"bad rows: {self.bad_rows:,}>"
        )


def _gathered(
    changes: Iterable[Change], key_of: Callable[[Change], tuple[Any, ...]]
) -> dict[tuple[Any, ...], tuple[int, Days | None, Days | None]]:
    found: dict[tuple[Any, ...], tuple[int, Days | None, Days | None]] = {}
    for change in changes:
        rows, before, after = found.get(key_of(change), (0, None, None))
        days = _both(before, change.days_before), _both(after, change.days_after)
        found[key_of(change)] = rows + change.rows, *days
    return found


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes of the same kind as one, sorted by outcome, movement and provisions."""
    found = _gathered(changes, lambda change: change[:5])
    ordered = sorted(found, key=lambda key: (*key[:2], *(name or "" for name in key[2:])))
    return tuple(Change._make((*key, *found[key])) for key in ordered)


def _both(one: Days | None, other: Days | None) -> Days | None:
    if one is None or other is None:
        return one or other
    return Days(min(one.first, other.first, key=_place), max(one.last, other.last, key=_place))


_AFTER_ALL: Final = (1, datetime.date.max)


def _place(day: datetime.date | Special) -> tuple[int, datetime.date]:
    return _AFTER_ALL if day is NONE or isinstance(day, Special) else (0, day)
