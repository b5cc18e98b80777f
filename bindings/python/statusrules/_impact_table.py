"""An impact for people: as text and as HTML."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any, Final

from ._values import Special, language_number

if TYPE_CHECKING:
    from ._impact import Days, Impact, Transition
    from ._values import Language

WORDS: Final = {
    "rows": ("rows", "всего строк"),
    "changed": ("answered otherwise", "с другим ответом"),
    "unchanged": ("answered the same", "с тем же ответом"),
    "bad_rows": ("rows with an error", "строк с ошибкой"),
    "earlier": ("earlier day", "день раньше"),
    "later": ("later day", "день позже"),
    "before": ("before", "до"),
    "after": ("after", "после"),
    "open": ("end not fixed", "срок не установлен"),
}


def says(transition: Transition, language: Language) -> str:
    """A transition in words: ``silent → yes``, or ``yes, later day``."""
    russian = language_number(language) - 1
    before, after = transition.before.label(language), transition.after.label(language)
    said = before if transition.before is transition.after else f"{before} → {after}"
    return f"{said}, {WORDS[transition.moved][russian]}" if transition.moved else said


def days_say(days: Days | None, language: Language) -> str:
    if days is None:
        return ""
    first, last = (
        WORDS["open"][language_number(language) - 1] if isinstance(day, Special) else str(day) for day in days
    )
    return first if first == last else f"{first} – {last}"


def side_says(side: tuple[tuple[str, Any], ...]) -> str:
    """The parameters of a side that are set."""
    named = dict(side)
    law = f"{named.pop('law')}, edition {named.pop('edition')}"
    others = [f"{name} {value}" for name, value in named.items() if value is not None and value is not False]
    return ", ".join([law, *others])


def _lines(impact: Impact, language: Language) -> list[tuple[str, int]]:
    russian = language_number(language) - 1
    return [(WORDS[name][russian], getattr(impact, name)) for name in ("changed", "unchanged", "bad_rows", "rows")]


def as_text(impact: Impact, language: Language) -> str:
    russian = language_number(language) - 1
    head = ("", WORDS["rows"][russian], WORDS["before"][russian], WORDS["after"][russian])
    table = [
        (says(one, language), f"{one.rows:,}", days_say(one.days_before, language), days_say(one.days_after, language))
        for one in impact.transitions
    ]
    sums = [(label, f"{n:,}", "", "") for label, n in _lines(impact, language)]
    widths = [max(len(row[i]) for row in (head, *table, *sums)) for i in range(4)]

    def line(row: tuple[str, str, str, str]) -> str:
        return "  ".join(
            text.rjust(width) if i == 1 else text.ljust(width) for i, (text, width) in enumerate(zip(row, widths))
        ).rstrip()

    parts = [line(head), *map(line, table), "-" * len(line(head)), *map(line, sums)] if table else list(map(line, sums))
    return "\n".join(parts)


def as_html(impact: Impact) -> str:
    cell = '<td style="text-align:left">{}</td>'
    rows = [
        f'<tr>{cell.format(escape(says(one, "en")))}<td style="text-align:right">{one.rows:,}</td>'
        f'{cell.format(days_say(one.days_before, "en"))}{cell.format(days_say(one.days_after, "en"))}</tr>'
        for one in impact.transitions
    ]
    head = "".join(f'<th style="text-align:left">{name}</th>' for name in ("transition", "rows", "days before", "days after"))
    sums = ", ".join(f"{n:,} {label}" for label, n in _lines(impact, "en"))
    sides = f"before: {escape(side_says(impact.before))}<br>after: {escape(side_says(impact.after))}"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>" if rows else ""
    return f"<p><b>{escape(impact.question.label())}</b><br>{sides}<br>{sums}</p>{table}"
