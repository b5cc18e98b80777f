"""How many rows of a register a change touches: both sides answered, and what differs counted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np

from . import _columns, _flat
from ._convert import law_number
from ._impact import Change, Days, Impact, in_order
from ._law import question_of
from ._numbers import date_or_none, facts_read, side_of
from ._values import NOT_A_DAY, QUESTION_FACTS, Outcome, Question, Reading

_RESULTS: Final = {"outcome": np.int8, "day": np.int32, "provision": np.int32, "error": np.int8}


def facts_in(frame: Any, question: Question, columns: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Fact -> column of a frame: those that ``columns`` (column -> fact) names, and those named like a fact.

    :raises TypeError: a column stands for no fact of the question, or none is named like one
    """
    named = dict(columns or {})
    names = [str(name) for name in frame.columns] if not hasattr(frame, "column_names") else list(frame.column_names)
    for column, fact in zip(named, facts_read(named.values(), question)):
        if column not in names:
            raise TypeError(f"columns: there is no column {column}; there are {', '.join(names)}")
        named[column] = str(fact)
    reads = [str(fact) for fact in QUESTION_FACTS[question]]
    named |= {name: name for name in names if name in reads and name not in named and name not in named.values()}
    if not named:
        raise TypeError(f"no column is named like a fact; there are {', '.join(names)}; {question} reads {', '.join(reads)}")
    return {fact: frame[column] for column, fact in named.items()}


def impact(facts: Any, *, before: Any, after: Any, question: Any, law: Any, known_on: Any, edition: Any, reading: Any,
           strict: Any, day: Any, zone: str | None) -> Impact:  # fmt: skip
    asked = question_of(question)
    if not isinstance(facts, Mapping):
        facts = facts_in(facts, asked)
    facts_read(facts, asked)
    both = {"law": law, "known_on": known_on, "edition": edition, "reading": reading, "strict": strict}
    sides, answers, laws = [], [], []
    for name, side in (("before", before), ("after", after)):
        parameters = side_of(name, side, both)
        number = law_number(parameters.pop("law"))
        read = _columns.read(int(asked), facts, **parameters, day=day, zone=zone)
        arrays = {result: np.empty(read.reader.n_rows or 0, dtype) for result, dtype in _RESULTS.items()}
        read.answer(number, {result: _columns.output(result, values) for result, values in arrays.items()})
        sides.append(_said(number, read.options, parameters, day))
        answers.append(arrays)
        laws.append(number)
    rows = len(answers[0]["outcome"])
    fine = (answers[0]["error"] | answers[1]["error"]) == 0
    differs = (answers[0]["outcome"] != answers[1]["outcome"]) | (answers[0]["day"] != answers[1]["day"])
    changed = np.flatnonzero(fine & differs)
    n_fine = int(np.count_nonzero(fine))
    return Impact(
        question=asked,
        before=sides[0],
        after=sides[1],
        facts=tuple(str(fact) for fact in facts),
        rows=rows,
        bad_rows=rows - n_fine,
        unchanged=n_fine - len(changed),
        changes=_changes([{name: values[changed] for name, values in arrays.items()} for arrays in answers], laws),
    )


def _said(law: int, options: Any, parameters: Mapping[str, Any], day: Any) -> tuple[tuple[str, Any], ...]:
    """The parameters of a side as an answer says them; a column of them is said to vary."""
    known_on, edition, reading, strict, valid_on = options[1:6]
    varies = {name for name, value in {**parameters, "day": day}.items() if value is not None and not _columns.is_one(value)}
    said = {
        "law": _flat.flat_law_name(law),
        "known_on": date_or_none(known_on),
        "edition": edition if edition > 0 else _flat.flat_law_edition(law),
        "reading": Reading(reading) if reading > 0 else None,
        "strict": bool(strict),
        "day": date_or_none(valid_on),
    }
    return tuple((name, "varies" if name in varies else value) for name, value in said.items())


def _changes(sides: list[dict[str, Any]], laws: list[int]) -> tuple[Change, ...]:
    """Rows that changed, counted by what is the same in them."""
    before, after = sides
    n = len(before["outcome"])
    if n == 0:
        return ()
    dated = (before["day"] != NOT_A_DAY) & (after["day"] != NOT_A_DAY)
    moved = np.where(dated, np.sign(after["day"].astype(np.int64) - before["day"]), 0).astype(np.int64)
    key = np.zeros(n, np.int64)
    for values, bits in ((before["outcome"], 3), (after["outcome"], 3), (moved + 1, 2), (before["provision"], 16),
                         (after["provision"], 16)):  # fmt: skip
        key = key << bits | values
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.diff(key[order], prepend=-1))
    counts = np.diff(starts, append=n)
    found = []
    for at, rows, first_before, last_before, first_after, last_after in zip(
        order[starts].tolist(), counts.tolist(), *_ends(before["day"][order], starts), *_ends(after["day"][order], starts)
    ):
        found.append(
            Change(
                Outcome(int(before["outcome"][at])),
                Outcome(int(after["outcome"][at])),
                ("earlier", None, "later")[int(moved[at]) + 1],
                _flat.flat_provision_text(laws[0], int(before["provision"][at]), 0) or None,
                _flat.flat_provision_text(laws[1], int(after["provision"][at]), 0) or None,
                rows,
                _days(first_before, last_before),
                _days(first_after, last_after),
            )
        )
    return in_order(found)


def _ends(days: Any, starts: Any) -> tuple[list[int], list[int]]:
    """The first and the last day of each part; a row without day is not looked at, if others have one."""
    firsts = np.minimum.reduceat(np.where(days == NOT_A_DAY, np.iinfo(np.int32).max, days), starts)
    lasts = np.maximum.reduceat(days, starts)
    return firsts.tolist(), lasts.tolist()


def _days(first: int, last: int) -> Days | None:
    # Without any day, the last one is the number that stands for none.
    if last == NOT_A_DAY:
        return None
    start, end = _flat.date(first), _flat.date(last)
    assert start is not None and end is not None
    return Days(start, end)
