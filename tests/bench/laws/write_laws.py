#!/usr/bin/env python3
"""Writes laws that never were, as large as the acts of the pandemic: for measuring speed, not for reading.

`sixty` has two lists of 30 rows for the question of extension, one for each stage; `hundred_twenty` twice as many of
the same kind, and `hundred_fifty` lists that are longer than a block of the engine. Rows ask the document, the last or incoming day, citizenship, place, the day of issue and the day of
settling, are known from days of their own, some until a day, and a few hold in some readings only. The same laws are
written by every run.
"""

import argparse
import random
from datetime import date, timedelta
from pathlib import Path

# Rows of a list, of which a block of the engine holds 64; and a seed that leaves no row that those above it cover.
LAWS = {"sixty": (30, 4), "hundred_twenty": (60, 4), "hundred_fifty": (75, 2)}
TERMS = """temporary_stay visa migration_card stay_registration residence_registration temporary_residence_permit
           permanent_residence_permit refugee_certificate refugee_petition_certificate temporary_asylum_certificate
           state_programme_certificate work_permit patent hiring_permit departure_period absence_limit""".split()
GROUPS = {"NEAR": ["AM", "BY", "KG", "KZ"], "FAR": ["CN", "KR", "VN", "MN", "IN"],
          "ALL": ["AZ", "MD", "TJ", "UA", "UZ"]}
ISSUED_BY = [date(2019, 12, 31), date(2020, 3, 14), date(2021, 6, 15)]
SETTLED_BY = [date(2021, 9, 30), date(2021, 12, 31)]
FIRST_ACT = date(2020, 4, 18)
NAMES = {1: "first", 2: "second"}

ACTS = """# Written by write_laws.py.
[act.never]
issuer.en = "Head of Nowhere"
issuer.ru = "глава Нигдении"
number    = "1"
date      = {first_act}
title.en  = "On terms"
title.ru  = "О сроках"
address   = "https://example.org/never"
"""

LAW = """
[law.{name}]
label.en = "a law of {rows} rows that never was"
label.ru = "закон, которого не было, строк: {rows}"
edition = 1
files   = ["{name}.toml"]

[[law.{name}.list]]
question = "extension"
name     = "first"
stage    = 1

[[law.{name}.list]]
question = "extension"
name     = "second"
stage    = 2
"""

ROW = """
[[row]]
number     = {number}
id         = "R{number}"
question   = "extension"
list       = "{list}"
act        = "never"
place      = {{ en = "row {number}", ru = "строка {number}" }}
summary    = {{ en = "Row {number}.", ru = "Строка {number}." }}
certainty  = "stated"
{known}edition_from = 1
says       = {says}
gives      = {gives}
[row.when]
{when}"""


def quoted(names):
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def some(chance, share):
    return chance.random() < share


def window(chance, stage):
    """A few months in which last days, or days that came in, are asked."""
    first = date(2020 + (stage - 1), 1 + chance.randrange(12), chance.choice([1, 15, 16]))
    return first, first + timedelta(days=chance.choice([92, 120, 199, 276, 365]) - 1)


def effect(chance, last):
    """What a row gives, and what it says."""
    kind = chance.choices(["through", "suspended", "plus", "open", "no", "discretion", "silent"],
                          [8, 3, 8, 1, 3, 1, 2])[0]
    day = last + timedelta(days=chance.randrange(0, 200))
    yes = '{ en = "is extended, {day}", ru = "продлевается, {day}" }'
    return {
        "through": (f"{{ yes = {{ through = {day} }} }}", yes),
        "suspended": (f"{{ yes = {{ through = {day}, suspended = true }} }}", yes),
        "plus": (f"{{ yes = {{ plus_days = {chance.choice([90, 93, 185, 199, 276])} }} }}", yes),
        "open": ('{ yes = "open" }', '{ en = "does not run", ru = "не течёт" }'),
        "no": ('"no"', '{ en = "is not extended", ru = "не продлевается" }'),
        "discretion": ('"discretion"', '{ en = "may be extended", ru = "может быть продлён" }'),
        "silent": ('"silent"', '{ en = "is left alone", ru = "не затрагивается" }'),
    }[kind]


def conditions(chance, stage, first, last):
    lines = [f"term = {quoted(chance.sample(TERMS, chance.choice([2, 3, 4, 5, 6])))}"]
    day = "incoming_day" if stage == 2 else "last_day"
    lines.append(f"{day} = {{ from = {first}, to = {last} }}")
    if some(chance, 0.35):
        group = quoted([f"@{chance.choice(list(GROUPS))}"])
        form = chance.choice(["in", "in", "not_in"])
        mark = chance.choice(["", ', mark = "if known"', ', mark = "unless known"'])
        lines.append(f"citizenship = {{ {form} = {group}{mark} }}")
    if some(chance, 0.35):
        mark = chance.choice(["", ', mark = "unless known"', ', mark = "unless known"'])
        lines.append(f'location = {{ in = ["{chance.choice(["in_russia", "in_russia", "abroad"])}"]{mark} }}')
    if some(chance, 0.3):
        lines.append(f'issued_on = {{ to = {chance.choice(ISSUED_BY)}, mark = "unless known" }}')
    if some(chance, 0.25):
        mark = chance.choice(["", ', mark = "if known"'])
        lines.append(f"settled_on = {{ to = {chance.choice(SETTLED_BY)}{mark} }}")
    if stage == 2 and some(chance, 0.3):
        lines.append('extended = "yes"')
    return lines


def known(chance):
    """Rows were published over two years; one in six was superseded."""
    first = FIRST_ACT + timedelta(days=chance.randrange(600))
    lines = f"known_from = {first}\n"
    if some(chance, 1 / 6):
        lines += f"known_until = {first + timedelta(days=chance.randrange(60, 500))}\n"
    if some(chance, 0.1):
        lines += f"readings   = {chance.choice([quoted(['suspension']), quoted(['literal', 'fixed_day'])])}\n"
    return lines


def rows(of, seed):
    """Exceptions stand above rules: the rows with the most conditions come first."""
    chance = random.Random(seed)
    number = 0
    for stage, name in NAMES.items():
        windows = [window(chance, stage) for _ in range(of)]
        asked = [(conditions(chance, stage, *one), one[1]) for one in windows]
        for when, last in sorted(asked, key=lambda one: -len(one[0])):
            gives, says = effect(chance, last)
            number += 1
            yield ROW.format(number=number, list=name, known=known(chance), says=says, gives=gives,
                             when="".join(f"{line}\n" for line in when))


def law_text(of, seed):
    groups = "".join(f'\n[group.{name}]\ncountries = {quoted(countries)}\nsource    = "https://example.org/never"\n'
                     for name, countries in GROUPS.items())
    return "# Written by write_laws.py.\n" + groups + "".join(rows(of, seed))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="where acts.toml and the law files go")
    folder = parser.parse_args().folder
    acts = ACTS.format(first_act=FIRST_ACT)
    for name, (of, seed) in LAWS.items():
        acts += LAW.format(name=name, rows=2 * of)
        (folder / f"{name}.toml").write_text(law_text(of, seed), encoding="utf-8", newline="\n")
    (folder / "acts.toml").write_text(acts, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
