"""What can go wrong: one exception for each error code of the C library, and each is a :class:`ValueError`."""

from __future__ import annotations

import datetime
import sys
from typing import Any, Final

from . import _flat
from ._values import ErrorCode, Language, UNKNOWN, is_day, language_number, name_of_field

__all__ = [
    "StatusRulesError",
    "AlignmentError",
    "CheckSymbolError",
    "DateSyntaxError",
    "DisagreementError",
    "EditionError",
    "NoSuchDayError",
    "NotADayError",
    "NullError",
    "OrderError",
    "OutOfRangeError",
    "OverlapError",
    "ReceiptError",
    "ResultError",
    "SizeError",
    "TruncatedError",
    "UnknownNameError",
    "UnknownValueError",
]


class StatusRulesError(ValueError):
    """What went wrong: what was given, what was expected, what to do. The base of the exceptions here."""

    code: ErrorCode
    """The error code."""
    argument: str | None
    """The name of the fact, parameter or column that was wrong."""
    given: Any
    """What was given, where it is known."""

    def __init__(self, numbers: tuple[int, ...], argument: str | None = None, given: Any = None) -> None:
        self._numbers = numbers
        self.code = ErrorCode(numbers[0])
        self.argument = argument or name_of_field(numbers[1]) or None
        self.given = given
        super().__init__(self.text())

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self._numbers, self.argument, self.given)

    @property
    def value(self) -> int | datetime.date | None:
        """The value given, as the library saw it."""
        return self._of_fact(self._numbers[2])

    @property
    def first(self) -> int | datetime.date | None:
        """The first value allowed."""
        return self._of_fact(self._numbers[3])

    @property
    def last(self) -> int | datetime.date | None:
        """The last value allowed."""
        return self._of_fact(self._numbers[4])

    @property
    def offset(self) -> int:
        """Offset in bytes into the text, for errors in text."""
        return self._numbers[5]

    @property
    def nearest(self) -> str | None:
        """The closest name, for a name that does not exist."""
        if self.code is not ErrorCode.NAME or self._numbers[6] == UNKNOWN:
            return None
        names = 204 if self._numbers[1] == 101 else self._numbers[1]
        return _flat.flat_name(names, self._numbers[6], 0) or None

    def text(self, language: Language = "en") -> str:
        """The error as a sentence, in English or Russian."""
        text = _flat.flat_error_text(2048, _flat_failure(self._numbers), language_number(language), 1)
        named = name_of_field(self._numbers[1])
        if self.argument and named != self.argument:
            text = f"{self.argument}: {text.removeprefix(f'{named}: ')}"
        if self.given is not None:
            text += f" (given: {self.given!r})" if language == "en" else f" (дано: {self.given!r})"
        return text

    def _of_fact(self, value: int) -> int | datetime.date | None:
        if is_day(self._numbers[1]):
            day = _flat.date(value)
            return day if isinstance(day, datetime.date) else None
        return value


def _flat_failure(numbers: tuple[int, ...]) -> bytes:
    return b"".join(number.to_bytes(8, sys.byteorder, signed=True) for number in numbers)


class NullError(StatusRulesError):
    """Nothing was given where something is needed."""


class SizeError(StatusRulesError):
    """The face and the library are of different versions."""


class UnknownValueError(StatusRulesError):
    """A value that is none of the values of its fact or parameter."""


class OutOfRangeError(StatusRulesError):
    """A day or number outside the range of its fact; days are 0001-01-01 to 9999-12-31."""


class NotADayError(StatusRulesError):
    """A day that does not exist."""


class OrderError(StatusRulesError):
    """A last day that is earlier than the day of issue."""


class ResultError(StatusRulesError):
    """The day that the law gives would be after 9999-12-31."""


class TruncatedError(StatusRulesError):
    """The buffer is too short."""


class DateSyntaxError(StatusRulesError):
    """The text is not of the form YYYY-MM-DD; ``offset`` is the first byte that does not fit."""


class NoSuchDayError(StatusRulesError):
    """The text has the form of a date, but there is no such day."""


class UnknownNameError(StatusRulesError):
    """A text that names no value; ``nearest`` is the closest name, if one is close."""


class EditionError(StatusRulesError):
    """An edition that this library does not hold."""


class OverlapError(StatusRulesError):
    """Columns share memory in a way that is not allowed."""


class AlignmentError(StatusRulesError):
    """The values of a column are not aligned to their width."""


class DisagreementError(StatusRulesError):
    """A number of days that is not the one between the two days given."""


class ReceiptError(StatusRulesError):
    """Bytes or text that are no receipt; ``offset`` is the first that does not fit."""


class CheckSymbolError(StatusRulesError):
    """The text of a receipt in which some symbol is wrong."""


EXCEPTIONS: Final[dict[ErrorCode, type[StatusRulesError]]] = {
    ErrorCode.NULL: NullError,
    ErrorCode.SIZE: SizeError,
    ErrorCode.VALUE: UnknownValueError,
    ErrorCode.RANGE: OutOfRangeError,
    ErrorCode.NOT_A_DAY: NotADayError,
    ErrorCode.ORDER: OrderError,
    ErrorCode.RESULT: ResultError,
    ErrorCode.TRUNCATED: TruncatedError,
    ErrorCode.SYNTAX: DateSyntaxError,
    ErrorCode.NO_SUCH_DAY: NoSuchDayError,
    ErrorCode.NAME: UnknownNameError,
    ErrorCode.EDITION: EditionError,
    ErrorCode.OVERLAP: OverlapError,
    ErrorCode.ALIGNMENT: AlignmentError,
    ErrorCode.DISAGREES: DisagreementError,
    ErrorCode.RECEIPT: ReceiptError,
    ErrorCode.CHECK_SYMBOL: CheckSymbolError,
}


def raise_error(*numbers: int) -> None:
    """Raises the exception of an error's numbers: what C calls."""
    raise EXCEPTIONS[ErrorCode(numbers[0])](numbers)
