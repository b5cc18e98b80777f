"""What a plot shows: rows of bars, before anybody draws them."""

from __future__ import annotations

import collections
import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from typing import Any, Final

from ._answer import Answer
from ._impact import Impact
from ._impact_table import WORDS, days_say, says
from ._law import provisions
from ._values import Form, Language, Question, Special, Term, language_number

# Colours of Okabe and Ito, told apart by people who do not see every colour.
COLOURS: Final = {
    "document": "#5b5b5b",
    "window": "#56b4e9",
    "extension": "#0072b2",
    "asked": "#d55e00",
}
READING_COLOURS: Final = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9")

_WORDS: Final = {
    "document": ("document", "документ"),
    "window": ("window", "период"),
    "asked": ("day asked", "день вопроса"),
    "open": ("end not fixed", "срок не установлен"),
    "through": ("through", "по"),
    "all readings": ("all readings", "все прочтения"),
}


@dataclasses.dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of days, both ends inclusive."""

    kind: str
    first: datetime.date
    last: datetime.date
    text: str
    is_open: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Row:
    label: str
    bars: tuple[Bar, ...]
    text: str = ""
    """What is said where there is no bar."""


@dataclasses.dataclass(frozen=True, slots=True)
class Timeline:
    title: str
    rows: tuple[Row, ...]
    first: datetime.date
    last: datetime.date
    asked: datetime.date | None
    asked_text: str


def of_case(answer: Answer, language: Language = "en") -> Timeline:
    """Document, windows of the acts, the extension by reading and the day asked.

    :raises ValueError: the answer is about no document, or one without last day
    """
    russian = language_number(language) == 2
    facts = answer.facts
    term, last_day = facts.get("term"), facts.get("last_day")
    if not isinstance(term, Term) or not isinstance(last_day, datetime.date):
        raise ValueError("a timeline needs the answer about a document with a last day")

    def say(word: str) -> str:
        return _WORDS[word][russian]

    issued = facts.get("issued_on")
    first = issued if isinstance(issued, datetime.date) else last_day - datetime.timedelta(180)
    rows = [Row(say("document"), (Bar("document", first, last_day, f"{say('through')} {last_day}"),))]
    extensions = _extensions(answer, last_day, say, language)
    days = [last_day, *(bar.last for row in extensions for bar in row.bars)]
    start = min(first, last_day) - datetime.timedelta(30)
    end = max(days) + datetime.timedelta(60)
    if answer.day is not None:
        start, end = min(start, answer.day - datetime.timedelta(30)), max(end, answer.day + datetime.timedelta(30))
    rows += _windows(answer, term, start, end, say, russian)
    rows += extensions
    title = f"{term.label(language)}: {answer.outcome.label(language)}"
    if isinstance(answer.valid_through, datetime.date):
        title += f", {say('through')} {answer.valid_through}"
    return Timeline(title, tuple(rows), start, end, answer.day, say("asked"))


def _windows(
    answer: Answer, term: Term, start: datetime.date, end: datetime.date, say: Any, russian: bool
) -> Iterable[Row]:
    """For each act the windows in which it looks at last days of the document."""
    found: dict[str, list[Bar]] = collections.defaultdict(list)
    for row in provisions(answer.law, question=Question.EXTENSION):
        conditions = {condition.fact: condition for condition in row.conditions}
        terms, window = conditions.get("term"), conditions.get("last_day") or conditions.get("incoming_day")
        if terms is None or terms.form is not Form.IN or term not in terms.values or window is None:
            continue
        if answer.known_on is not None and row.known_from > answer.known_on:
            continue
        if not isinstance(window.first, datetime.date) or not isinstance(window.last, datetime.date):
            continue
        first, last = max(window.first, start), min(window.last, end)
        if first > last or (first, last) == (start, end):  # out of sight, or no edge of it in sight
            continue
        act = row.act
        if act.number:
            named = f"{'№' if russian else 'No.'} {act.number}"
        else:
            named = f"акт от {act.date}" if russian else act.key.replace("_", " ")
        bar = Bar("window", first, last, "")
        if bar not in found[named]:
            found[named].append(bar)
    for named, bars in sorted(found.items(), key=lambda item: min(bar.first for bar in item[1])):
        yield Row(f"{say('window')}, {named}", tuple(sorted(bars, key=lambda bar: (bar.first, bar.last))))


def _extensions(answer: Answer, last_day: datetime.date, say: Any, language: Language) -> list[Row]:
    rows = []
    answers = list(answer.readings.items())
    agree = len({(one.outcome, one.valid_through) for _, one in answers}) == 1
    for reading, one in answers[:1] if agree else answers:
        label = say("all readings") if agree and len(answers) > 1 else reading.label(language)
        day = one.valid_through
        after = last_day + datetime.timedelta(1)
        if isinstance(day, Special):
            bar = Bar("extension", after, after + datetime.timedelta(365), say("open"), is_open=True)
            rows.append(Row(label, (bar,)))
        elif day is not None and day > last_day:
            rows.append(Row(label, (Bar("extension", after, day, f"{say('through')} {day}"),)))
        else:
            rows.append(Row(label, (), one.outcome.label(language)))
    return rows


@dataclasses.dataclass(frozen=True, slots=True)
class Months:
    """How many documents have their last valid day in each month, by label."""

    months: tuple[datetime.date, ...]
    counts: Mapping[str, tuple[int, ...]]
    peaks: Mapping[str, tuple[datetime.date, int] | None]
    """The day on which most documents end."""


def of_register(days: Mapping[str, Any]) -> Months:
    """Counts last valid days by month.

    :param days: label -> days (an array of NumPy's datetime64, a Series of pandas or Polars, or dates)
    """
    import numpy as np

    arrays = {}
    for label, given in days.items():
        values = np.asarray(given.to_numpy() if hasattr(given, "to_numpy") else given).astype("datetime64[D]")
        arrays[label] = values[~np.isnat(values)]
    everything = [values for values in arrays.values() if len(values)]
    if not everything:
        raise ValueError("there is no last valid day to show")
    start = min(values.min() for values in everything).astype("datetime64[M]")
    end = max(values.max() for values in everything).astype("datetime64[M]")
    n = int((end - start).astype(int)) + 1
    if n > 600:
        raise ValueError(f"the days span {n} months; leave out ends that are not fixed, and days of other centuries")
    counts: dict[str, tuple[int, ...]] = {}
    peaks: dict[str, tuple[datetime.date, int] | None] = {}
    for label, values in arrays.items():
        month = (values.astype("datetime64[M]") - start).astype(np.int64)
        counts[label] = tuple(np.bincount(month, minlength=n).tolist())
        if len(values):
            unique, frequency = np.unique(values, return_counts=True)
            peak = int(frequency.argmax())
            peaks[label] = (unique[peak].item(), int(frequency[peak]))
        else:
            peaks[label] = None
    months = tuple((start + i).astype("datetime64[D]").item() for i in range(n))
    return Months(months, counts, peaks)


@dataclasses.dataclass(frozen=True, slots=True)
class Counts:
    """How many rows, by label; each with a text beside."""

    title: str
    rows: tuple[tuple[str, int, str], ...]
    below: str


def of_impact(impact: Impact, language: Language = "en") -> Counts:
    """The transitions of an impact, those of most rows first."""
    russian = language_number(language) - 1
    rows = []
    for one in sorted(impact.transitions, key=lambda one: -one.rows):
        ends = [
            f"{WORDS[name][russian]}: {days_say(days, language)}"
            for name, days in (("before", one.days_before), ("after", one.days_after))
            if days is not None
        ]
        rows.append((says(one, language), one.rows, "; ".join(ends)))
    below = "; ".join(f"{WORDS[name][russian]}: {getattr(impact, name):,}" for name in ("rows", "unchanged", "bad_rows"))
    title = f"{impact.question.label(language)}: {WORDS['changed'][russian]} {impact.changed:,}"
    return Counts(title, tuple(rows), below)
