"""The digest of a law: SHA-256 over its checked data in one fixed form."""

import hashlib
import json


def plain_condition(one):
    return {"fact": one.fact.name, "form": one.form, "mark": one.mark, "first": one.first, "last": one.last,
            "values": list(one.values)}


def plain_effect(effect):
    return {"kind": effect.kind, "day": effect.day, "latest": effect.latest, "days": effect.days,
            "suspended": effect.suspended,
            "sides": [{"outcome": side.outcome, "day": side.day, "source": side.source} for side in effect.sides]}


def plain_row(row):
    return {"number": row.number, "id": row.id, "question": row.question.name, "list": row.list, "act": row.act.key,
            "place": row.place, "quoted": row.quoted, "passage": row.passage, "certainty": row.certainty,
            "remark": row.remark, "readings": list(row.readings), "known_from": row.known_from,
            "known_until": row.known_until, "edition_from": row.edition_from, "edition_until": row.edition_until,
            "says": row.says, "effect": plain_effect(row.effect),
            "conditions": [plain_condition(one) for one in row.conditions]}


def plain_act(act):
    return {"key": act.key, "issuer": act.issuer, "number": act.number, "date": act.date, "title": act.title,
            "address": act.address}


def plain_law(law):
    """The law as lists, texts and numbers. The order of the rows in a list is part of the law."""
    return {"name": law.name, "label": law.label, "edition": law.edition, "acts": [plain_act(act) for act in law.acts()],
            "groups": law.groups,
            "lists": [{"question": one.question.name, "name": one.name, "stage": one.stage,
                       "rows": [row.number for row in one.rows]} for one in law.lists],
            "rows": [plain_row(row) for row in sorted(law.rows, key=lambda row: row.number)]}


def digest(law):
    text = json.dumps(plain_law(law), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
