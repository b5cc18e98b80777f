"""Answers and impacts as plain values for JSON; answer.schema.json and impact.schema.json describe them."""

from __future__ import annotations

import datetime
import enum
from typing import TYPE_CHECKING, Any

from ._law import Provision
from ._values import Special

if TYPE_CHECKING:
    from ._answer import Answer
    from ._impact import Days, Impact


def plain(value: Any) -> Any:
    """Dates as YYYY-MM-DD, enums and NONE by name, sets and tuples as lists."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, (enum.IntEnum, Special)):
        return str(value)
    if isinstance(value, (tuple, frozenset)):
        return [plain(one) for one in value]
    return value


def _provision(row: Provision | None) -> dict[str, Any] | None:
    if row is None:
        return None
    return {
        "id": row.id,
        "source": row.source,
        "address": row.act.address,
        "passage": row.passage,
        "quoted": row.quoted,
        "certainty": str(row.certainty),
    }


def answer_to_dict(answer: Answer) -> dict[str, Any]:
    return {
        "law": answer.law,
        "edition": answer.edition,
        "question": str(answer.question),
        "parameters": {
            "known_on": plain(answer.known_on),
            "reading": plain(answer.reading),
            "strict": answer.strict,
            "day": plain(answer.day),
        },
        "facts": {name: plain(value) for name, value in answer.facts.items()},
        "outcome": str(answer.outcome),
        "valid_through": plain(answer.valid_through),
        "provision": _provision(answer.provision),
        "note": _provision(answer.note),
        "possible": plain(answer.possible),
        "earliest": plain(answer.earliest),
        "latest": plain(answer.latest),
        "missing": plain(answer.missing),
        "assumed": plain(answer.assumed),
        "readings": {
            str(reading): {
                "outcome": str(one.outcome),
                "valid_through": plain(one.valid_through),
                "provision": one.provision.id if one.provision else None,
                "possible": plain(one.possible),
                "earliest": plain(one.earliest),
                "latest": plain(one.latest),
            }
            for reading, one in answer.readings.items()
        },
    }


def impact_to_dict(impact: Impact) -> dict[str, Any]:
    return {
        "question": str(impact.question),
        "before": {name: plain(value) for name, value in impact.before},
        "after": {name: plain(value) for name, value in impact.after},
        "facts": list(impact.facts),
        "rows": impact.rows,
        "bad_rows": impact.bad_rows,
        "unchanged": impact.unchanged,
        "changed": impact.changed,
        "changes": [_part(change._asdict()) for change in impact.changes],
        "transitions": [_part(transition._asdict()) for transition in impact.transitions],
        "provisions": [_part(provision._asdict()) for provision in impact.provisions],
    }


def _part(members: dict[str, Any]) -> dict[str, Any]:
    return {name: _days(value) if name.startswith("days_") else plain(value) for name, value in members.items()}


def _days(days: Days | None) -> dict[str, Any] | None:
    return None if days is None else {"first": plain(days.first), "last": plain(days.last)}
