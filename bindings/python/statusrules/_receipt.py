"""Receipts, and the question the other way round."""

from __future__ import annotations

import array
import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

from . import _flat
from ._answer import RECEIPT_BYTES
from ._convert import LAWS, law_number
from ._law import Law, question_of
from ._numbers import date_or_none, facts_of, number_or_unknown, options_of, with_room
from ._values import (
    ARGUMENT_DAY,
    UNKNOWN,
    Fact,
    Outcome,
    Question,
    Reading,
    Special,
    Verified,
)


class Receipt(NamedTuple):
    """What a receipt says: law, question, parameters and answer, but no fact."""

    law: str | None
    """None: this library does not hold it."""
    question: Question
    known_on: datetime.date | None
    edition: int
    reading: Reading | None
    strict: bool
    day: datetime.date | None
    """The day asked about, of :func:`valid_on`."""
    outcome: Outcome
    valid_through: datetime.date | Special | None
    provision: str | None


def _bytes_of(receipt: bytes | str) -> bytes:
    if isinstance(receipt, str):
        return _flat.flat_parse_receipt(RECEIPT_BYTES, receipt, 1)
    if isinstance(receipt, (bytes, bytearray, memoryview)):
        return bytes(receipt)
    raise TypeError(f"receipt: expected bytes or text, got {receipt!r}")


def read_receipt(receipt: bytes | str) -> Receipt:
    """What a receipt says, from its 40 bytes or its text.

    :raises ReceiptError: it is no receipt
    :raises CheckSymbolError: some symbol of the text is wrong
    """
    n = _flat.flat_receipt_read(_bytes_of(receipt), _flat.FLAT_RECEIPT_LENGTH)
    law, question, known_on, edition, reading, strict, day, outcome, valid_through, row = n
    return Receipt(
        LAWS[law] if law >= 0 else None,
        Question(question),
        date_or_none(known_on),
        edition,
        None if reading == UNKNOWN else Reading(reading),
        bool(strict),
        date_or_none(day),
        Outcome(outcome),
        _flat.date(valid_through),
        _flat.flat_provision_text(law, row, 0) or None if law >= 0 and row else None,
    )


def verify(receipt: bytes | str, facts: Mapping[str, Any]) -> Verified:
    """Whether an answer came from these facts, under the law that the receipt names: asks again, under the receipt's own
    edition and parameters.

    >>> answer = extension("permanent_residence_permit", "2021-12-31")
    >>> verify(answer.receipt, answer.facts)
    <Verified.EQUAL: 1>

    :param receipt: its 40 bytes, or its text
    :param facts: name -> value of what is known, as ``answer.facts``
    :raises ReceiptError: it is no receipt
    :raises CheckSymbolError: some symbol of the text is wrong
    """
    taken = _bytes_of(receipt)
    question = Question(_flat.flat_receipt_read(taken, _flat.FLAT_RECEIPT_LENGTH)[1])
    return Verified(_flat.flat_verify(taken, facts_of(facts, question), 1)[0])


class Interval(NamedTuple):
    """Days from the first to the last, both included. Open ends are those of the calendar."""

    first: datetime.date
    last: datetime.date


def inverse(
    fact: Fact | str,
    facts: Mapping[str, Any],
    *,
    question: Question | str = Question.EXTENSION,
    through: datetime.date | str | None = None,
    law: str | Law = "statement",
    known_on: datetime.date | str | None = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
    day: datetime.date | str | None = None,
) -> tuple[Interval, ...]:
    """The question the other way round: for which days of one fact the answer is yes.

    Which last days are still good on 1 March 2022, as far as the law extends them:

    >>> inverse("last_day", {"term": "permanent_residence_permit", "location": "in_russia"}, through="2022-03-01",
    ...         reading="literal")[0]
    Interval(first=datetime.date(2021, 12, 31), last=datetime.date(9999, 6, 15))

    :param fact: a fact of the question that is a day; ``"day"``: the day on which the document is to be valid
    :param facts: name -> value of everything else that is known
    :param question: what is asked
    :param through: only a yes through this day or a later one; None: every yes
    :param day: the day asked about, as of :func:`valid_on`

    The parameters are those of :func:`extension`. An answer that missing facts leave open is no yes.
    """
    asked = question_of(question)
    if str(fact) == "day":
        field = ARGUMENT_DAY
    else:
        field = int(fact) if isinstance(fact, Fact) else int(_flat.flat_code(201, fact, 1)[0])

    options = options_of(known_on, edition, reading, strict, day)
    reaching = number_or_unknown(ARGUMENT_DAY, through)
    numbers = facts_of(facts, asked)

    def ends(room: int) -> list[int]:
        found = array.array("i", bytes(8 * room))
        (n,) = _flat.flat_inverse(found, law_number(law), int(asked), numbers, field, reaching, options, 1)
        return found[: 2 * n].tolist()

    days = [date_or_none(number) for number in with_room(64, ends)]
    return tuple(Interval(first, last) for first, last in zip(days[::2], days[1::2]) if first and last)
