"""An answer in a notebook: the answer, its source, its timeline."""

from __future__ import annotations

import datetime
from html import escape
from typing import TYPE_CHECKING

from ._values import Special

if TYPE_CHECKING:
    from ._answer import Answer


def answer_to_html(answer: Answer) -> str:
    said = escape(answer.outcome.label())
    day = answer.valid_through
    if isinstance(day, Special):
        said += ", end not fixed"
    elif day is not None:
        said += f", valid up to and including {day.day} {day:%B %Y}"
    rows = [("answer", f"<b>{said}</b>"), ("question", f"{escape(answer.question.label())}, law {escape(answer.law)}")]
    row = answer.provision
    if row is not None:
        passage = f"<q>{escape(row.passage)}</q>" if row.quoted else escape(row.passage)
        rows.append(("provision", f"{escape(row.id)} ({escape(str(row.certainty))}): {passage}"))
        rows.append(("source", f'<a href="{escape(row.act.address)}">{escape(row.source)}</a>'))
    if len({one[:2] for one in answer.readings.values()}) > 1:
        for reading, one in answer.readings.items():
            end = f" {one.valid_through}" if one.valid_through is not None else ""
            rows.append((f"reading “{reading}”", escape(f"{one.outcome.label()}{end}")))
    for name, facts in (("assumed", answer.assumed), ("missing", answer.missing)):
        if facts:
            rows.append((name, escape(", ".join(facts))))
    body = "".join(
        f'<tr><th style="text-align:left;vertical-align:top">{name}</th><td style="text-align:left">{text}</td></tr>'
        for name, text in rows
    )
    return f"<table>{body}</table>{_timeline(answer)}"


def _timeline(answer: Answer) -> str:
    facts = answer.facts
    if "term" not in facts or not isinstance(facts.get("last_day"), datetime.date):
        return ""
    from .plots import timeline_svg

    return timeline_svg(answer)
