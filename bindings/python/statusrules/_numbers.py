"""Facts and parameters as the arrays of numbers that the flat layer takes."""

from __future__ import annotations

import array
import datetime
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypedDict, TypeVar

from . import _flat
from ._convert import law_number, number_of
from ._law import Law
from ._values import (
    ARGUMENT_DAY,
    ARGUMENT_EDITION,
    ARGUMENT_KNOWN_ON,
    ARGUMENT_READING,
    ARGUMENT_STRICT,
    QUESTION_FACTS,
    UNKNOWN,
    Fact,
    Question,
    Reading,
)
from .errors import TruncatedError

_Given = TypeVar("_Given")


class Parameters(TypedDict, total=False):
    """The parameters of one side of an :func:`~statusrules.impact`; those left out are as for both sides."""

    law: str | Law
    known_on: datetime.date | str | None
    edition: int | None
    reading: Reading | str | None
    strict: bool


PARAMETERS: Final = tuple(Parameters.__annotations__)


def facts_read(names: Iterable[Any], question: Question) -> list[Fact]:
    """The facts of the question that the names stand for.

    :raises TypeError: a name is none of them
    """
    reads = {str(fact): fact for fact in QUESTION_FACTS[question]}
    listed = [str(name) for name in names]
    for name in listed:
        if name not in reads:
            raise TypeError(f"{question} does not read {name}; it reads {', '.join(reads)}")
    return [reads[name] for name in listed]


def facts_of(facts: Mapping[str, Any], question: Question) -> array.array[int]:
    numbers = array.array("i", [0, *[UNKNOWN] * len(Fact)])
    for fact, value in zip(facts_read(facts, question), facts.values()):
        numbers[fact] = _flat.fact_number(fact, value)
    return numbers


def number_or_unknown(argument: int, value: Any) -> int:
    return UNKNOWN if value is None else number_of(argument, value)


def options_of(known_on: Any, edition: Any, reading: Any, strict: Any, day: Any) -> array.array[int]:
    return array.array(
        "i",
        [
            0,
            number_or_unknown(ARGUMENT_KNOWN_ON, known_on),
            number_or_unknown(ARGUMENT_EDITION, edition),
            number_or_unknown(ARGUMENT_READING, reading),
            number_of(ARGUMENT_STRICT, strict),
            number_or_unknown(ARGUMENT_DAY, day),
            1,
        ],
    )


def side_of(name: str, side: Mapping[str, Any], both: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters of one side, which go before those of both.

    :raises TypeError: there is no such parameter
    """
    for parameter in side:
        if parameter not in PARAMETERS:
            raise TypeError(f"{name}: there is no parameter {parameter}; there are {', '.join(PARAMETERS)}")
    return {**both, **side}


def sides_of(
    before: Mapping[str, Any], after: Mapping[str, Any], both: Mapping[str, Any], day: Any
) -> tuple[int, array.array[int], int, array.array[int]]:
    """Law and options of the one side and of the other."""

    def side(name: str, given: Mapping[str, Any]) -> tuple[int, array.array[int]]:
        parameters = side_of(name, given, both)
        return law_number(parameters.pop("law")), options_of(**parameters, day=day)

    return *side("before", before), *side("after", after)


def with_room(room: int, call: Callable[[int], _Given]) -> _Given:
    """What a call gives that is told how much room it has; it gets four times as much while that is too little."""
    while True:
        try:
            return call(room)
        except TruncatedError:
            room *= 4


def date_or_none(number: int) -> datetime.date | None:
    """The date of a day's number; None for one that is not known."""
    found = None if number == UNKNOWN else _flat.date(number)
    return found if isinstance(found, datetime.date) else None
