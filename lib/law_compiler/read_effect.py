"""Reads what a row gives."""

from model import NONE, NOT_A_DAY, Effect, Side
from source import Table, is_a, near

PLAIN = ("yes", "no", "discretion", "silent", "note")
FORMS = '"yes", "no", "discretion", "silent", "note", { yes = ... } or { conflict = [...] }'


def read_yes(table):
    """`yes` with a day: through a day, plus days, or open."""
    if table.data.get("yes") == "open":
        table.asked.add("yes")
        return Effect("OPEN", NONE)
    yes = table.table("yes", table.what)
    if yes is None:
        return None
    through, latest = yes.day("through", None), yes.day("latest", None)
    days, suspended = yes.number("plus_days", None), yes.value("suspended", bool, False)
    yes.done()
    table.sound &= yes.sound
    if not table.sound:
        return None
    if (through is None) == (days is None):
        table.refuse("`yes` needs one of `through` and `plus_days`", "yes")
    elif days is not None and (latest is not None or suspended):
        table.refuse("`latest` and `suspended` go with `through` only", "yes")
    elif days is not None and days <= 0:
        table.refuse(f"`plus_days` is {days}, expected 1 or more", "yes")
    elif latest is not None and latest <= through:
        table.refuse("`latest` is not after `through`", "yes")
    elif days is not None:
        return Effect("PLUS", days=days)
    else:
        return Effect("THROUGH", through, through if latest is None else latest, suspended=suspended)
    return None


def read_side(table):
    """One side of a conflict: an outcome and who says so."""
    source = table.both_languages("source")
    outcomes = [name for name in ("yes", "no", "discretion", "silent") if table.has(name)]
    table.asked.update(("yes", "no", "discretion", "silent"))
    day = NOT_A_DAY
    if len(outcomes) != 1:
        table.refuse("a side needs one of `yes`, `no`, `discretion`, `silent`")
    elif outcomes == ["yes"] and table.data["yes"] is not True:
        effect = read_yes(table)
        if effect is not None and effect.kind == "PLUS":
            table.refuse("a side cannot count days, expected `through`")
        elif effect is not None and (effect.suspended or effect.latest not in (NOT_A_DAY, effect.day)):
            table.refuse("a side gives one day, without `latest` and `suspended`")
        elif effect is not None:
            day = effect.day
    elif table.data[outcomes[0]] is not True:
        table.refuse(f"`{outcomes[0]}` is {table.data[outcomes[0]]!r}, expected true", outcomes[0])
    return Side(outcomes[0].upper(), day, source) if table.done() else None


def read_conflict(table):
    sides = [read_side(side) for side in table.tables("conflict", f"{table.what}, a side of the conflict")]
    if None in sides:
        table.sound = False
        return None
    if len({(side.outcome, side.day) for side in sides}) < 2:
        table.refuse("the sides of a conflict must differ, expected two or more", "conflict")
        return None
    return Effect("CONFLICT", sides=sides)


def read_effect(row):
    """The effect of a row, or None when it is refused."""
    row.asked.add("gives")
    if not row.has("gives"):
        row.refuse(f"`gives` is missing, expected {FORMS}")
        return None
    gives = row.data["gives"]
    if is_a(gives, str):
        if gives in PLAIN:
            return Effect(gives.upper())
        row.refuse(f'the effect "{gives}" is unknown{near(gives, PLAIN)}, expected {FORMS}', "gives")
        return None
    if not is_a(gives, dict) or len(gives) != 1 or not gives.keys() <= {"yes", "conflict"}:
        row.refuse(f"the effect {gives!r} is unknown, expected {FORMS}", "gives")
        return None
    table = Table(gives, row.place.at("gives"), row.refusals, f"{row.what}, `gives`")
    effect = read_yes(table) if "yes" in gives else read_conflict(table)
    row.sound &= table.sound
    return effect
