"""Values that C does not know at a glance: texts, numbers, dates of other libraries. C calls :func:`number_of`."""

from __future__ import annotations

import datetime
import difflib
import operator
import sys
from typing import Any, Final

from . import _flat
from ._values import (
    ARGUMENT_EDITION,
    ARGUMENT_LAW,
    ARGUMENT_READING,
    ARGUMENT_STRICT,
    ENUMS,
    INFOS,
    KINDS,
    NONE,
    NUMBER_OF_NONE,
    UNKNOWN,
    Fact,
    Kind,
    Reading,
    is_day,
    name_of_field,
)
from .errors import EXCEPTIONS, OutOfRangeError, StatusRulesError, UnknownNameError
from ._values import ErrorCode

# Interned like the literals in programs, so that C knows a law by the object that names it.
LAWS: Final = tuple(sys.intern(_flat.flat_law_name(law)) for law in range(_flat.flat_law_count()))
_INT32: Final = range(-(2**31), 2**31)


def number_of(field: int, given: Any) -> int:
    """The number that the library takes for a fact or parameter."""
    if field == ARGUMENT_LAW:
        return law_number(given)
    if field == ARGUMENT_EDITION:
        return _whole_number(field, given)
    if field == ARGUMENT_STRICT:
        return _yes_no(field, given)
    if field == ARGUMENT_READING:
        return _named(field, 204, Reading, given)
    if _is_missing(given):
        return UNKNOWN
    if isinstance(given, str) and given == "none" or given is NONE:
        return _none(field)
    if is_day(field):
        return _day(field, given)
    kind = KINDS[Fact(field)]
    if kind is Kind.NUMBER:
        return _whole_number(field, given)
    if kind is Kind.YES_NO:
        return _yes_no(field, given)
    return _named(field, field, ENUMS.get(field), given)


def law_number(given: Any) -> int:
    """The index of a law by its name."""
    name = str(given) if isinstance(given, str) else getattr(given, "name", given)
    if not isinstance(name, str):
        raise TypeError(f"law: expected a name such as 'statement', got {given!r}")
    if name in LAWS:
        return LAWS.index(name)
    raise UnknownLaw(name)


class UnknownLaw(UnknownNameError):
    """A name that no law has."""

    def __init__(self, name: str) -> None:
        self._name = name
        super().__init__((ErrorCode.NAME, ARGUMENT_LAW, 0, 0, 0, 0, UNKNOWN), "law", name)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._name,)

    @property
    def nearest(self) -> str | None:
        return next(iter(difflib.get_close_matches(self._name, LAWS, 1)), None)

    def text(self, language: str = "en") -> str:
        near, names = self.nearest, ", ".join(LAWS)
        if language == "ru":
            return f"law: такого права нет: {self._name!r}; " + (
                f"возможно, имелось в виду {near}?" if near else f"допустимо: {names}"
            )
        return f"law: no such name: {self._name!r}; " + (f"did you mean {near}?" if near else f"allowed: {names}")


def _is_missing(given: Any) -> bool:
    # NaT and NaN differ from themselves; pandas.NA has no truth value.
    if type(given).__name__ == "NAType":
        return True
    try:
        return bool(given != given)
    except (TypeError, ValueError):
        return False


def _none(field: int) -> int:
    if not is_day(field) or field in INFOS:
        fact = Fact(field)
        if INFOS[fact][3]:
            return NUMBER_OF_NONE
        if KINDS[fact] is Kind.NAME:
            return _named(field, field, ENUMS.get(field), "none")
    raise TypeError(f"{name_of_field(field)}: 'none' is no value of it; None is a fact that is not known")


def _day(field: int, given: Any) -> int:
    if isinstance(given, str):
        return _read(_flat.flat_parse_day, field, given)
    if hasattr(given, "astype") and type(given).__name__ == "datetime64":  # of NumPy
        day = given.astype("datetime64[D]")
        if day != given:
            raise _not_a_day(field, given)
        given = day.item()
    if isinstance(given, datetime.datetime):  # of pandas too
        if given.tzinfo is not None or given.time() != datetime.time():
            raise _not_a_day(field, given)
        given = given.date()
    if not isinstance(given, datetime.date):
        raise TypeError(f"{name_of_field(field)}: expected a datetime.date or text YYYY-MM-DD, got {given!r}")
    return _flat.flat_day(given.year, given.month, given.day)


def _not_a_day(field: int, given: Any) -> TypeError:
    return TypeError(
        f"{name_of_field(field)}: {given!r} has a time of day or a zone; a day is the calendar day at the place: "
        "give a datetime.date"
    )


def _named(field: int, names: int, enum: Any, given: Any) -> int:
    if enum is not None and isinstance(given, enum):
        return int(given)
    if isinstance(given, str):
        return _read(lambda text, n: _flat.flat_code(names, text, n), field, given)
    expected = f"a {enum.__name__} or its name" if enum else "two capital letters of ISO 3166-1 or a country's name"
    raise TypeError(f"{name_of_field(field)}: expected {expected}, got {given!r}")


def _yes_no(field: int, given: Any) -> int:
    if isinstance(given, bool) or type(given).__name__ in ("bool", "bool_"):
        return int(bool(given))
    if isinstance(given, str) and field != ARGUMENT_STRICT:
        return _read(lambda text, n: _flat.flat_code(field, text, n), field, given)
    raise TypeError(f"{name_of_field(field)}: expected True or False, got {given!r}")


def _whole_number(field: int, given: Any) -> int:
    if isinstance(given, (bool, str)):
        raise TypeError(f"{name_of_field(field)}: expected a whole number, got {given!r}")
    try:
        number = operator.index(given)
    except TypeError:
        raise TypeError(f"{name_of_field(field)}: expected a whole number, got {given!r}") from None
    if number not in _INT32 or number in (UNKNOWN, NUMBER_OF_NONE):
        first, last = (INFOS[Fact(field)][1:3]) if field in INFOS else (1, NUMBER_OF_NONE - 1)
        held = min(max(number, -NUMBER_OF_NONE), NUMBER_OF_NONE - 1)
        raise OutOfRangeError((ErrorCode.RANGE, field, held, first, last, 0, 0), given=number)
    return number


def _read(read: Any, field: int, text: str) -> int:
    """Reads a text; an error names the fact and what was given."""
    try:
        return int(read(text, 1)[0])
    except StatusRulesError as error:
        numbers = error._numbers
        if error.code is ErrorCode.NAME:
            numbers = (numbers[0], field, *numbers[2:])
        raise EXCEPTIONS[error.code](numbers, name_of_field(field), text) from None
