"""The digests of a law, one an edition: SHA-256 over what decides under it, in one fixed form.

Words do not decide: what a row says, its passage, place, remark and act, labels and sources are not in it. Nor are the
editions themselves, so that a row superseded by a later edition leaves the digests of the earlier ones as they were.
"""

import hashlib
import json


def plain_condition(one):
    """An open end stays open if the range of the fact should ever grow."""
    return {"fact": one.fact.name, "form": one.form, "mark": one.mark,
            "from": None if one.open_from else one.first, "to": None if one.open_to else one.last,
            "values": list(one.values)}


def plain_effect(effect):
    return {"kind": effect.kind, "day": effect.day, "latest": effect.latest, "days": effect.days,
            "suspended": effect.suspended,
            "sides": [{"outcome": side.outcome, "day": side.day} for side in effect.sides]}


def plain_row(row, law):
    every = tuple(sorted(law.names.codes("reading").values()))
    return {"number": row.number, "id": row.id, "certainty": row.certainty,
            "readings": None if row.readings == every else list(row.readings),
            "known_from": row.known_from, "known_until": row.known_until, "effect": plain_effect(row.effect),
            "conditions": [plain_condition(one) for one in row.conditions]}


def held(row, edition):
    return row.edition_from <= edition and (row.edition_until is None or edition <= row.edition_until)


def plain_edition(law, edition):
    """The lists that hold a row of the edition, by question, stage and declaration, with their rows in order."""
    lists = []
    for question in sorted(law.names.questions.values(), key=lambda question: question.code):
        for one in law.lists_of(question):
            rows = [plain_row(row, law) for row in one.rows if held(row, edition)]
            if rows:
                lists.append({"question": question.name, "list": one.name, "stage": one.stage, "rows": rows})
    return {"law": law.name, "lists": lists}


def digest(law, edition):
    text = json.dumps(plain_edition(law, edition), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def digests(law):
    """By edition - 1."""
    return [digest(law, edition) for edition in range(1, law.edition + 1)]
