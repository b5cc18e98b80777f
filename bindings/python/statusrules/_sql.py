"""The law as SQL text, for registers that live in a database."""

from __future__ import annotations

import array
import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from . import _flat
from ._convert import law_number
from ._law import Law, question_of
from ._numbers import Parameters, facts_of, facts_read, number_or_unknown, options_of, sides_of, with_room
from ._values import ARGUMENT_DAY, Question, Reading

Dialect: TypeAlias = Literal["postgresql", "sqlite"]

_DIALECTS: Final = {"postgresql": 1, "sqlite": 2}
_SAYS: Final = {"outcome": 1, "day": 2}
_WHERE: Final = 3
_FORMS: Final = {"text": 0, "number": 1}
_ROOM: Final = 1 << 14


class SqlColumn(NamedTuple):
    """A column of a table; name and table are quoted in the text, whatever they hold."""

    name: str
    table: str | None = None
    form: Literal["text", "number"] = "text"
    """``text``: values by their names, days as ``date`` in PostgreSQL and as text YYYY-MM-DD in SQLite; ``number``:
    values by their codes, days as days since 1970-01-01."""
    none: str | None = None
    """A value that means none, such as ``9999-12-31``; None: ``none``, of a ``date`` ``infinity``, as a number
    2147483647."""


Columns: TypeAlias = Mapping[str, str | SqlColumn] | Iterable[str]
"""Fact -> column; or the facts alone, whose columns have their names."""


def sql(
    columns: Columns,
    says: Literal["outcome", "day"] = "outcome",
    *,
    facts: Mapping[str, Any] | None = None,
    question: Question | str = Question.EXTENSION,
    dialect: Dialect = "postgresql",
    law: str | Law = "statement",
    known_on: datetime.date | str | None = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
    day: datetime.date | str | None = None,
) -> str:
    """A question as an SQL expression over the columns of one row, which needs nothing of this library.

    >>> text = sql({"last_day": "valid to"}, "day", facts={"term": "permanent_residence_permit"}, reading="literal")
    >>> text.startswith("CASE"), '"valid to"' in text
    (True, True)

    :param columns: fact -> the name of its column, or a :class:`SqlColumn`; or names of facts, whose columns have
        those names. NULL is a fact that is not known
    :param says: ``outcome``: the name of the outcome, NULL for a row whose facts are wrong; ``day``: the last valid
        day, NULL where there is none, the value that means none for an end that is not fixed
    :param facts: name -> value of what is the same in every row
    :param question: what is asked
    :param dialect: ``postgresql`` (DuckDB reads it too) or ``sqlite``
    :param day: the day asked about, as of :func:`valid_on`

    The parameters are those of :func:`extension`. The expression answers as the functions here do, missing facts included.

    :raises OutOfRangeError: the expression would be too long; fewer columns or one reading make it shorter
    """
    return _sql(columns, _chosen("says", says, _SAYS), None, facts, question, dialect, law, known_on, edition, reading, strict, day)


def sql_where(
    columns: Columns,
    *,
    through: datetime.date | str | None = None,
    facts: Mapping[str, Any] | None = None,
    question: Question | str = Question.EXTENSION,
    dialect: Dialect = "postgresql",
    law: str | Law = "statement",
    known_on: datetime.date | str | None = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
    day: datetime.date | str | None = None,
) -> str:
    """A condition for WHERE: the rows whose answer is ``yes``.

    The last days stand in it as ranges, so that an index on them serves.

    :param through: only a yes through this day or a later one; None: every yes

    The other parameters and errors are those of :func:`sql`.
    """
    return _sql(columns, _WHERE, through, facts, question, dialect, law, known_on, edition, reading, strict, day)


def impact_sql(
    columns: Columns,
    *,
    before: Parameters,
    after: Parameters,
    facts: Mapping[str, Any] | None = None,
    question: Question | str = Question.EXTENSION,
    dialect: Dialect = "postgresql",
    law: str | Law = "statement",
    known_on: datetime.date | str | None = None,
    edition: int | None = None,
    reading: Reading | str | None = None,
    strict: bool = False,
    day: datetime.date | str | None = None,
) -> str:
    """A condition for WHERE: the rows whose answer changes between two sides, as :func:`impact` finds them.

    :param before: the parameters of the one side
    :param after: those of the other

    The other parameters and errors are those of :func:`sql`.
    """
    both = {"law": law, "known_on": known_on, "edition": edition, "reading": reading, "strict": strict}
    asked, numbers, places, texts = _table(columns, facts, question)
    sides = sides_of(before, after, both, day)
    number = _chosen("dialect", dialect, _DIALECTS)
    return with_room(
        _ROOM, lambda capacity: _flat.flat_impact_sql(capacity, *sides, int(asked), numbers, places, texts, number, 1)
    )


def _sql(columns: Columns, says: int, through: Any, facts: Any, question: Any, dialect: str, law: Any, known_on: Any,
         edition: Any, reading: Any, strict: Any, day: Any) -> str:  # fmt: skip
    asked, numbers, places, texts = _table(columns, facts, question)
    options = options_of(known_on, edition, reading, strict, day)
    reaching, number = number_or_unknown(ARGUMENT_DAY, through), _chosen("dialect", dialect, _DIALECTS)
    return with_room(
        _ROOM, lambda capacity: _flat.flat_sql(
            capacity, law_number(law), int(asked), numbers, places, texts, number, says, reaching, options, 1
        )
    )


def _chosen(name: str, given: str, allowed: Mapping[str, int]) -> int:
    try:
        return allowed[given]
    except (KeyError, TypeError):
        raise ValueError(f"{name}: {given!r}; allowed: {', '.join(map(repr, allowed))}") from None


def _table(columns: Columns, facts: Any, question: Any) -> tuple[Question, array.array[int], array.array[int], str]:
    """The question, the facts of every row, and the columns with their texts."""
    if isinstance(columns, str):
        raise TypeError(f"columns: expected facts with their columns, or a list of facts, got {columns!r}")
    asked = question_of(question)
    named = columns if isinstance(columns, Mapping) else {str(name): str(name) for name in columns}
    places, texts = array.array("i"), []
    for fact, given in zip(facts_read(named, asked), named.values()):
        column = SqlColumn(given) if isinstance(given, str) else given
        if not isinstance(column, SqlColumn):
            raise TypeError(f"columns: {fact}: expected the name of a column or a SqlColumn, got {given!r}")
        if not column.name:
            raise ValueError(f"columns: {fact}: expected the name of a column, got ''")
        places.extend([fact, _chosen(f"columns: {fact}: form", column.form, _FORMS)])
        for text in (column.name, column.table, column.none):
            if text is not None and "\0" in text:
                raise ValueError(f"columns: {fact}: {text!r} holds a zero byte")
            texts.append((text or "") + "\0")
    return asked, facts_of(facts or {}, asked), places, "".join(texts)
