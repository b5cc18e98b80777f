"""An answer."""

from __future__ import annotations

import datetime
import json
import struct
import sys
import types
from collections.abc import Mapping
from typing import Any, Final, NamedTuple, NoReturn, final

from . import _flat
from ._convert import LAWS, law_number
from ._law import Provision, provision, value_of
from ._numbers import with_room
from ._values import (
    UNKNOWN,
    Fact,
    Language,
    Outcome,
    Question,
    Reading,
    Special,
    language_number,
)

_CASE_OPTIONS: Final = 2
_CASE_FACTS: Final = _CASE_OPTIONS + 7
_BRIEF: Final = 6
RECEIPT_BYTES: Final = 40
_N_FACTS: Final = len(Fact) + 1
_CASE: Final = struct.Struct(f"={_CASE_FACTS + _N_FACTS}i")
_RESULT: Final = struct.Struct(f"={_flat.FLAT_ANSWER_LENGTH}q")


class ReadingAnswer(NamedTuple):
    """The answer under one reading; the members mean what they mean in :class:`Answer`."""

    outcome: Outcome
    valid_through: datetime.date | Special | None
    provision: Provision | None
    possible: tuple[Outcome, ...]
    earliest: datetime.date | Special | None
    latest: datetime.date | Special | None


@final
class Answer:
    """An answer, with what it rests on. Immutable, hashable, can be pickled.

    It has no truth value, since ``silent`` is not ``no``: compare ``answer.outcome``. All days are inclusive.
    """

    __slots__ = ("outcome", "valid_through", "_case", "_result")

    outcome: Final[Outcome]  # type: ignore[misc]
    """What was answered."""
    valid_through: Final[datetime.date | Special | None]  # type: ignore[misc]
    """The last valid day, inclusive, of a ``yes`` that has one; :data:`NONE`: a ``yes`` whose end is not fixed."""
    _case: Final[bytes]  # type: ignore[misc]
    _result: Final[bytes]  # type: ignore[misc]

    def __new__(cls) -> Answer:
        raise TypeError("answers come from extension(), valid_on(), eligibility() and education_entry()")

    # ---- What was asked ----

    def _case_number(self, place: int) -> int:
        return int.from_bytes(self._case[4 * place : 4 * place + 4], sys.byteorder, signed=True)

    def _number(self, place: int) -> int:
        return int.from_bytes(self._result[8 * place : 8 * place + 8], sys.byteorder, signed=True)

    @property
    def law(self) -> str:
        """The name of the law that was asked."""
        return LAWS[self._case_number(0)]

    @property
    def question(self) -> Question:
        """What was asked."""
        return Question(self._case_number(1))

    @property
    def known_on(self) -> datetime.date | None:
        """Only what had been published by the end of this day counted; None: everything encoded."""
        return self._option_day(1)

    @property
    def edition(self) -> int:
        """The edition of the law that answered."""
        return self._number(7)

    @property
    def reading(self) -> Reading | None:
        """The reading that was asked; None: all, which must agree."""
        number = self._case_number(_CASE_OPTIONS + 3)
        return None if number == UNKNOWN else Reading(number)

    @property
    def strict(self) -> bool:
        """Whether nothing was presumed about missing facts."""
        return self._case_number(_CASE_OPTIONS + 4) == 1

    @property
    def day(self) -> datetime.date | None:
        """The day asked about, of :func:`valid_on`."""
        return self._option_day(5)

    @property
    def facts(self) -> Mapping[str, Any]:
        """The facts that were known, by name."""
        known = {}
        for fact in Fact:
            number = self._case_number(_CASE_FACTS + fact)
            if number != UNKNOWN:
                known[str(fact)] = value_of(fact, number)
        return types.MappingProxyType(known)

    # ---- What was answered ----

    @property
    def provision(self) -> Provision | None:
        """The provision that decided; None where none did (silent), or where readings disagree."""
        return self._provision(self._number(2))

    @property
    def note(self) -> Provision | None:
        """The first note attached to the answer."""
        return self._provision(self._number(3))

    @property
    def possible(self) -> tuple[Outcome, ...]:
        """The outcomes that the facts left open: one unless undetermined."""
        return _outcomes(self._number(4))

    @property
    def earliest(self) -> datetime.date | Special | None:
        """The earliest day: for ``undetermined``, over what the missing facts can be; for ``conflict``, over the
        sides that give ``yes``; else ``valid_through``."""
        return _flat.date(self._number(5))

    @property
    def latest(self) -> datetime.date | Special | None:
        """The latest day, as ``earliest``; after ``valid_through`` where sources differ on the last day."""
        return _flat.date(self._number(6))

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the missing facts that can change the answer."""
        return _facts(self._number(8))

    @property
    def assumed(self) -> tuple[str, ...]:
        """The names of the missing facts that were presumed; ``strict=True`` presumes nothing."""
        return _facts(self._number(9))

    @property
    def readings(self) -> Mapping[Reading, ReadingAnswer]:
        """The answers by reading, for the readings that were asked."""
        numbers = _RESULT.unpack(self._result)
        answers = {}
        for reading in Reading:
            start = _flat.FLAT_ANSWER_READINGS + (reading - 1) * _flat.FLAT_READING_LENGTH
            outcome, day, row, possible, earliest, latest = numbers[start : start + _flat.FLAT_READING_LENGTH]
            if outcome:
                answers[reading] = ReadingAnswer(
                    Outcome(outcome),
                    _flat.date(day),
                    self._provision(row),
                    _outcomes(possible),
                    _flat.date(earliest),
                    _flat.date(latest),
                )
        return types.MappingProxyType(answers)

    @property
    def same_from(self) -> datetime.date | None:
        """The first of the days around ``on_day`` on which the same question gets this very answer; of
        :func:`valid_on`, days of the day asked about. None where no day was asked about."""
        return self._besides()[0]

    @property
    def same_until(self) -> datetime.date | None:
        """The last of those days."""
        return self._besides()[1]

    @property
    def ask_next(self) -> str | None:
        """Of the missing facts the one to ask next; None if nothing is missing."""
        return self._besides()[2]

    @property
    def receipt(self) -> bytes:
        """40 bytes that say which law, question and facts the answer came from: :func:`verify` holds them against the
        facts, years later and with newer editions. A receipt identifies, it does not sign."""
        facts, options = self._facts_and_options()
        return _flat.flat_receipt(RECEIPT_BYTES, self._case_number(0), self._case_number(1), facts, options, 1)

    @property
    def receipt_text(self) -> str:
        """The receipt as 64 symbols and a check symbol, for paper and for typing."""
        return _flat.flat_format_receipt(RECEIPT_BYTES * 2, self.receipt, 1)

    def explain(self, language: Language = "en") -> str:
        """The answer and its reasons as text, in English or Russian: outcome, provision, passage, source, what was
        asked of which fact, what was presumed, what is missing, where readings differ."""
        number = language_number(language)
        facts, options = self._facts_and_options()
        return with_room(
            1 << 14,
            lambda capacity: _flat.flat_explain(
                capacity, self._case_number(0), self._case_number(1), facts, options, number, 1
            ),
        )

    # ---- As other things ----

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain values, ready for JSON; ``answer.schema.json`` in the package describes them."""
        from ._json import answer_to_dict

        return answer_to_dict(self)

    def to_json(self, **options: Any) -> str:
        """The answer as JSON; ``options`` are those of :func:`json.dumps`."""
        return json.dumps(self.to_dict(), **{"ensure_ascii": False, **options})

    def _repr_html_(self) -> str:
        from ._html import answer_to_html

        return answer_to_html(self)

    # ---- As a value of Python ----

    def __bool__(self) -> NoReturn:
        raise TypeError(
            "an answer is not true or false: silent, undetermined, discretion and conflict are not no; "
            "compare answer.outcome, such as answer.outcome is Outcome.YES"
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Answer):
            return NotImplemented
        return self._case == other._case and self._result == other._result

    def __hash__(self) -> int:
        return hash((self._case, self._result))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an answer does not change: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"an answer does not change: {name}")

    def __copy__(self) -> Answer:
        return self

    def __deepcopy__(self, memo: object) -> Answer:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        _, *case = _CASE.unpack(self._case)
        return _restore, (self.law, tuple(case), _RESULT.unpack(self._result))

    def __repr__(self) -> str:
        return f"<Answer {self}>"

    def __str__(self) -> str:
        """The answer in one line, with what was assumed and where readings differ."""
        parts = [f"{self.question}: {self._says()}"]
        disagree = {answer[:2] for answer in self.readings.values()}
        if len(disagree) > 1:
            parts += [f"{reading}: {_says(answer)}" for reading, answer in self.readings.items()]
        for name, facts in (("assumed", self.assumed), ("missing", self.missing)):
            if facts:
                parts.append(f"{name}: {', '.join(facts)}")
        return "; ".join(parts)

    def _says(self) -> str:
        row = self.provision
        cited = f"{self.law} {row.id}" if row else self.law
        return f"{_says((self.outcome, self.valid_through))} ({cited})"

    def _facts_and_options(self) -> tuple[bytes, bytes]:
        """What was asked, as an answer that says all there is to say takes it."""
        options = self._case[4 * _CASE_OPTIONS : 4 * (_CASE_OPTIONS + _BRIEF)] + bytes(4)
        return self._case[4 * _CASE_FACTS :], options

    def _besides(self) -> tuple[datetime.date | None, datetime.date | None, str | None]:
        # It takes longer than the answer, and so is asked when somebody looks.
        facts, options = self._facts_and_options()
        numbers = _flat.flat_ask(
            self._case_number(0), self._case_number(1), facts, options, _flat.FLAT_ANSWER_LENGTH
        )
        first, last = (_flat.date(numbers[place]) for place in (_flat.FLAT_ANSWER_SAME_FROM, _flat.FLAT_ANSWER_SAME_UNTIL))
        fact = numbers[_flat.FLAT_ANSWER_ASK_NEXT]
        return (
            first if isinstance(first, datetime.date) else None,
            last if isinstance(last, datetime.date) else None,
            str(Fact(fact)) if fact else None,
        )

    def _option_day(self, place: int) -> datetime.date | None:
        number = self._case_number(_CASE_OPTIONS + place)
        day = None if number == UNKNOWN else _flat.date(number)
        return day if isinstance(day, datetime.date) else None

    def _provision(self, number: int) -> Provision | None:
        return provision(self._case_number(0), number) if number else None


def _says(answer: Any) -> str:
    outcome, day = answer[:2]
    if day is None:
        return str(outcome)
    return f"{outcome}, end not fixed" if isinstance(day, Special) else f"{outcome}, valid through {day}"


def _outcomes(bits: int) -> tuple[Outcome, ...]:
    return tuple(outcome for outcome in Outcome if bits >> outcome & 1)


def _facts(bits: int) -> tuple[str, ...]:
    return tuple(str(fact) for fact in Fact if bits >> fact & 1)


def _restore(law: str, case: tuple[int, ...], result: tuple[int, ...]) -> Answer:
    """An answer as it was pickled, by this or an earlier version: what a later one added is unknown, or not said."""
    numbers = (law_number(law), *case, *[UNKNOWN] * (_CASE_FACTS + _N_FACTS - 1 - len(case)))
    said = (*result, *[0] * (_flat.FLAT_ANSWER_LENGTH - len(result)))
    return _flat.answer(_CASE.pack(*numbers), _RESULT.pack(*said))
