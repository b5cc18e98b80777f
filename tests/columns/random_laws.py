#!/usr/bin/env python3
"""Writes small laws by chance: what nobody would think of writing, for comparing columns with single answers.

Every law has one to three lists in one or two stages, of rows that ask whatever the question of extension knows, in every
form of condition and with every effect. What the law compiler refuses (a row that can never be reached, a day before the
window that it follows from) is left out. A seed gives the same laws again.
"""

import argparse
import random
import re
import sys
from datetime import date, timedelta
from pathlib import Path

sys.dont_write_bytecode = True
ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "lib" / "law_compiler"))
from check_law import check_law  # noqa: E402
from names import read_names  # noqa: E402
from read_acts import read_acts  # noqa: E402
from read_row import read_rows  # noqa: E402
from source import Refusals  # noqa: E402

TERMS = ["visa", "patent", "work_permit"]
STATES = ["AM", "BY", "UA"]
FIRST_DAY = date(2020, 1, 1)
DAYS = 720
BEYOND_THE_CALENDAR = 4_000_000  # added to any day

WITH_DAY = ["through", "suspended", "latest", "plus"]
WITHOUT_DAY = ["open", "yes", "no", "discretion", "silent", "conflict"]
EFFECTS = WITHOUT_DAY + WITH_DAY

ACTS = """# Written by random_laws.py.
[act.never]
issuer.en = "Chance"
issuer.ru = "случай"
number    = "1"
date      = 2019-12-01
title.en  = "On terms"
title.ru  = "О сроках"
address   = "https://example.org/never"
"""

LAW = """
[law.{name}]
label.en = "{name}, written by chance"
label.ru = "{name}, написанный случаем"
edition = {edition}
files   = ["{name}.toml"]
"""

LIST = """
[[law.{name}.list]]
question = "extension"
name     = "{list}"
stage    = {stage}
"""

ROW = """
[[row]]
number     = {number}
id         = "R{number}"
question   = "extension"
list       = "{list}"
act        = "never"
place      = {{ en = "row {number}", ru = "строка {number}" }}
summary    = {{ en = "A row.", ru = "Строка." }}
certainty  = "stated"
{known}says       = {{ en = "{says}", ru = "{says}" }}
gives      = {gives}
[row.when]
{when}"""

SIDES = ['{ no = true, source = { en = "a", ru = "а" } }', '{ silent = true, source = { en = "b", ru = "б" } }',
         '{ yes = { through = 2023-05-01 }, source = { en = "c", ru = "в" } }']


class Chance(random.Random):
    """Chance for one law: one in ten is about the last days of the calendar."""

    first_day = FIRST_DAY

    def begin_law(self):
        self.first_day = date(9998, 6, 1) if self.is_in(0.1) else FIRST_DAY

    def is_in(self, share):
        return self.random() < share

    def after(self, days):
        return date.max if (date.max - self.first_day).days < days else self.first_day + timedelta(days=days)

    def day(self):
        """A day, most often one of few, so that the edges of windows meet."""
        return self.after(30 * self.randrange(DAYS // 30) if self.is_in(0.7) else self.randrange(DAYS))


def quoted(names):
    return "[" + ", ".join(f'"{name}"' for name in names) + "]"


def window(chance):
    first, last = sorted((chance.day(), chance.day()))
    ends = chance.choice(["both", "both", "from", "to"])
    return ", ".join(([f"from = {first}"] if ends != "to" else []) + ([f"to = {last}"] if ends != "from" else []))


def mark(chance):
    return chance.choice(["", "", ', mark = "if known"', ', mark = "unless known"'])


def conditions(chance, stage, kind):
    """The conditions of a row, each in a line."""
    # Where few rows ask the last day, a day of issue tells more often than a last day.
    share = 0.4 if kind == "issues" else 1
    if chance.is_in(0.7 * share):
        yield f"term = {quoted(chance.sample(TERMS, chance.choice([1, 1, 2])))}"
    if chance.is_in(0.85 * share):
        yield 'last_day = "none"' if chance.is_in(0.05) else f"last_day = {{ {window(chance)} }}"
    if stage == 2 and chance.is_in(0.5):
        yield f"incoming_day = {{ {window(chance)} }}"
    if stage == 2 and chance.is_in(0.3):
        yield f'extended = "{chance.choice(["yes", "no"])}"'
    if kind == "documents":
        return
    if chance.is_in(0.7 if kind == "issues" else 0.45):
        yield f"issued_on = {{ {window(chance)}{mark(chance)} }}"
    if kind == "issues":
        return
    if chance.is_in(0.15):
        yield f"settled_on = {{ {window(chance)}{mark(chance)} }}"
    if chance.is_in(0.25):
        yield f'location = {{ in = "{chance.choice(["in_russia", "abroad"])}"{mark(chance)} }}'
    if chance.is_in(0.15):
        yield f'identified = {{ in = "{chance.choice(["yes", "no"])}"{mark(chance)} }}'
    if chance.is_in(0.4):
        states = quoted(chance.sample(STATES, chance.choice([1, 2])) + (["none"] if chance.is_in(0.1) else []))
        form = chance.choice(["in", "not_in"])
        yield (f"state = {{ {form} = {states} }}" if kind == "by state" else
               f'{chance.choice(["citizenship", "citizenship", "residence_state"])} = {{ {form} = {states}{mark(chance)} }}')


def effect(chance, asked, effects):
    """What a row gives that asks something, of some effects, and what it says. Days follow from a last day in a window."""
    kind = chance.choice([one for one in effects if one not in WITH_DAY or "_day = {" in asked] or ["no"])
    # A row whose day comes before the window it follows from is refused.
    day = chance.day() if chance.is_in(0.3) else chance.after(DAYS + 30 * chance.randrange(6))
    day = min(day, date.max - timedelta(days=60))
    plus = BEYOND_THE_CALENDAR if chance.is_in(0.1) else chance.choice([1, 30, 90, 400])
    return {
        "through": f"{{ yes = {{ through = {day} }} }}",
        "suspended": f"{{ yes = {{ through = {day}, suspended = true }} }}",
        "latest": f"{{ yes = {{ through = {day}, latest = {day + timedelta(days=40)} }} }}",
        "plus": f"{{ yes = {{ plus_days = {plus} }} }}",
        "open": '{ yes = "open" }', "yes": '"yes"', "no": '"no"', "discretion": '"discretion"', "silent": '"silent"',
        "conflict": f"{{ conflict = [{', '.join(chance.sample(SIDES, 2))}] }}",
    }[kind], "is extended, {day}" if kind in WITH_DAY else "says so"


def known(chance, edition):
    first = date(2020, 1, 1) + timedelta(days=chance.choice([0, 0, 0, 200, 500]))
    lines = f"known_from = {first}\n"
    if chance.is_in(0.15):
        lines += f"known_until = {first + timedelta(days=chance.randrange(60, 500))}\n"
    lines += f"edition_from = {chance.randint(1, edition) if chance.is_in(0.3) else 1}\n"
    if chance.is_in(0.2):
        lines += f"readings   = {chance.choice([quoted(['suspension']), quoted(['literal', 'fixed_day'])])}\n"
    return lines


def rows(chance, lists, edition):
    kind = chance.choice(["documents", "documents", "issues", "persons", "by state"])
    # Answers that seldom differ are the ones of which a completion that is forgotten makes another.
    effects = (["silent", "silent", chance.choice(WITHOUT_DAY)] if kind == "issues" else
               chance.sample(EFFECTS, 2) if chance.is_in(0.5) else EFFECTS)
    most = chance.choice([3, 5, 9])
    number = 0
    for name, stage in lists:
        asked = [[*conditions(chance, stage, kind)] for _ in range(chance.randint(1, most))]
        # Exceptions stand above rules, which would cover them.
        for when in sorted(asked, key=len, reverse=True):
            gives, says = effect(chance, " ".join(when), effects)
            number += 1
            yield number, ROW.format(number=number, list=name, known=known(chance, edition), says=says, gives=gives,
                                     when="".join(f"{line}\n" for line in when))


def refused(folder, names):
    """The numbers of the rows that the compiler refuses."""
    refusals = Refusals()
    acts, laws = read_acts(folder, names, refusals, None)
    for law in laws:
        read_rows(law, folder, acts, names, refusals)
        check_law(law, refusals)
    found = {int(number) for _, _, message in refusals.found for number in re.findall(r'row "R(\d+)"', message)[:1]}
    if refusals.found and not found:
        raise SystemExit("\n".join(refusals.lines()))
    return found


def write_law(folder, name, chance, names):
    """One law that the compiler takes, beside those written before. Gives its part of acts.toml."""
    while True:
        chance.begin_law()
        edition = chance.choice([1, 1, 2])
        lists = [("first", 1), ("beside", 1), ("after", 2)][:chance.choice([1, 1, 2, 3])]
        written = dict(rows(chance, lists, edition))
        head = LAW.format(name=name, edition=edition) + "".join(LIST.format(name=name, list=one, stage=stage)
                                                               for one, stage in lists)
        while written:
            (folder / f"{name}.toml").write_text("".join(written.values()), encoding="utf-8", newline="\n")
            (folder / "acts.toml").write_text(ACTS + head, encoding="utf-8", newline="\n")
            wrong = refused(folder, names)
            if not wrong:
                return head
            written = {number: row for number, row in written.items() if number not in wrong}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="DIR", help="where acts.toml and the law files go")
    parser.add_argument("--laws", type=int, default=40, metavar="N", help="how many (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="default %(default)s")
    options = parser.parse_args()
    chance, refusals = Chance(options.seed), Refusals()
    names = read_names(ROOT / "lib" / "law", refusals)
    heads = [write_law(options.folder, f"chance{n}", chance, names) for n in range(options.laws)]
    (options.folder / "acts.toml").write_text(ACTS + "".join(heads), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
