#!/usr/bin/env python3
"""Does the law compiler say what differs between two days of knowledge, or two editions, and all of it?

    python3 tests/law/difference.py [--source DIR] [--seed N]

Sentences that must stand there, on the real law, on laws that never were, on an act and an erratum made up for them. Then
cases drawn at random, decided row by row before and after: each lies in the cases told, exactly if it is decided
otherwise. Prints TAP.
"""

import argparse
import random
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "support"))

from tap import Tap, attempt, run  # noqa: E402

CASES = 300  # drawn for each list and each pair of views

# An act of 1 April 2001 that never was: it extends visas for longer, and those of later months too.
ACT = """
[act.amendment]
issuer.en = "President of Nowhere"
issuer.ru = "президент Нигдении"
number   = "7"
date     = 2001-04-01
title.en = "On longer terms"
title.ru = "О более долгих сроках"
address  = "https://example.org/amendment"
"""
ACT_ROW = """
[[row]]
number     = 95
id         = "G1"
before     = "F1"
question   = "extension"
list       = "first decree"
act        = "amendment"
place.en   = "point 1"
place.ru   = "пункт 1"
summary.en = "Visas are extended for 120 days."
summary.ru = "Визы продлеваются на 120 дней."
certainty  = "stated"
known_from = 2001-04-01
edition_from = 2
says.en    = "is extended for 120 days, {day}"
says.ru    = "продлевается на 120 дней, {day}"
gives      = { yes = { plus_days = 120 } }
[row.when]
term       = "visa"
last_day   = { from = 2001-03-01, to = 2001-06-30 }
"""

# An erratum in edition 3: C1 gave a wrong day; F4 stands elsewhere and is otherwise the same.
ERRATUM_ROWS = """
[[row]]
number     = 95
id         = "C1.right"
question   = "extension"
list       = "consulates"
act        = "notice"
place.en   = "the only sentence"
place.ru   = "единственное предложение"
summary.en = "Visas of persons abroad are valid through 16 May 2001."
summary.ru = "Визы лиц, находящихся за границей, действительны по 16 мая 2001 г."
certainty  = "stated"
known_from = 2001-02-01
edition_from = 3
says.en    = "is valid, {day}"
says.ru    = "действительна, {day}"
gives      = { yes = { through = 2001-05-16 } }
[row.when]
term       = "visa"
last_day   = { from = 2001-01-01, to = 2001-04-30 }
location   = "abroad"

[[row]]
number     = 96
id         = "F4.first"
before     = "F1"
question   = "extension"
list       = "first decree"
act        = "decree"
place.en   = "point 4"
place.ru   = "пункт 4"
summary.en = "The limit of absence does not run."
summary.ru = "Предельный срок отсутствия не течёт."
certainty  = "stated"
known_from = 2001-01-02
edition_from = 3
says.en    = "does not run"
says.ru    = "не течёт"
gives      = { yes = "open" }
[row.when]
term       = "absence_limit"
last_day   = { from = 2001-01-01 }
state_programme = "yes"
"""

TERM, LAST_DAY = "document or term", "last day of the document or term"
DECREE = "Extension of a document or term: stage 1, list “first decree”"

# What is compared; the law and options; what must be said, in this order.
SENTENCES = [
    ("the statement is published", "real", ["statement", "--known-on", "2021-11-28", "2021-11-29"], [
        "**Before:** what was published by 28 November 2021, edition 1. **After:** what was published by 29 November 2021, "
        "edition 1.",
        "## Rows that came", "- `S6` (paragraph 16, sentence 2, the source of 29 November 2021, [geneva.mid.ru](https://geneva.mid.ru/",
        "In every case. Then: a note, which decides nothing. Known from 29 November 2021 on; editions from 1 on.",
        "## Cases decided otherwise", "### Extension of a document or term: stage 1, list “extension”",
        "**Before:** nothing. **After:** yes, up to and including 18 July 2022 (`S1`, `S1.temporary_residence`, "
        "`S1.registration`, `S1.fixed_day`).",
        f"residence permit (permanent); {LAST_DAY}: 31 December 2021.",
        f"certificate of temporary asylum; {LAST_DAY}: from 16 June 2021 through 31 December 2021; reading: one fixed day.",
        "**Before:** nothing. **After:** yes, the last day so far plus 199 days (`S1.suspension`, `S2`, `S2.registration`).",
        f"{LAST_DAY}: from 1 January 2022 on; day of issue: up to and including 31 December 2021 or not known.",
        "### Vaccination: stage 1, list “vaccination”",
        "**Before:** nothing. **After:** yes (`S3`).",
        "- For where the person is: in Russia; day asked about: from 29 November 2021 on or not known.",
        "**Before:** nothing. **After:** a note, which decides nothing (`S6`).", "- For every case."]),
    ("nothing is published", "real", ["statement", "--known-on", "2021-11-29", "2021-11-30"], [
        "The same rows are in force: nothing differs."]),
    ("a later publication supersedes a row", "good", ["fictitious", "--known-on", "2001-05-31", "2001-06-01"], [
        "## Rows that came", "- `F2.amended`", "Known from 1 June 2001 on",
        "## Rows that ended", "- `F2.first`", "Known from 2 January 2001 through 31 May 2001", DECREE,
        "**Before:** yes, up to and including 30 June 2001; the clock stands still through that day (`F2.first`). **After:** "
        "yes, up to and including 31 December 2001; the clock stands still through that day (`F2.amended`).",
        f"- For {TERM}: patent; {LAST_DAY}: from 1 January 2001 through 30 June 2001."]),
    ("an edition supersedes a row, below one that stands above both", "good", ["fictitious", "--edition", "1", "2"], [
        "**Before:** yes, the last day so far plus 80 days (`F1.wrong`). **After:** yes, the last day so far plus 90 days "
        "(`F1`). In all these cases: document or term: visa.",
        "- For last day of the document or term: from 1 January 2001 through 31 March 2001; citizenship: stateless, not known "
        "or any state but [the states of group CUT](#fictitious-group-CUT).",
        "- For last day of the document or term: from 1 January 2001 through 31 January 2001.",
        "## Groups of states", "2: Türkiye (TR), United Kingdom (GB)."]),
    ("the same in Russian", "good", ["fictitious", "--edition", "1", "2", "--lang", "ru"], [
        "**Было:** да, прежний последний день плюс 80 дней (`F1.wrong`). **Стало:** да, прежний последний день плюс 90 дней "
        "(`F1`). Во всех этих случаях: документ или срок: виза.",
        "- Если последний день срока: с 1 января 2001 г. по 31 января 2001 г. включительно."]),
    ("readings, in a law of the unit tests", "good", ["crossings", "--known-on", "2001-01-02", "2001-01-03"], [
        "**Before:** nothing. **After:** yes, the last day so far plus 60 days (`X.suspension`, `L.plus`).",
        "For document or term: residence permit (permanent); reading: suspension of the term.",
        "**Before:** nothing. **After:** yes, up to and including 14 August 2001 (`X.fixed`)."]),
    ("a row that says nothing answers like none", "good", ["undated", "--known-on", "2001-01-02", "2001-01-03"], [
        "## Cases decided alike, by another row", "**Before:** nothing. **After:** nothing (silent: `U.silent`).",
        "- For document or term: visa; where the person is: abroad; day of issue: up to and including 31 May 2001."]),
    ("an act that never was amends a window", "act", ["fictitious", "--known-on", "2001-03-31", "2001-04-01"], [
        "- `G1` (point 1, No. 7 of 1 April 2001, [example.org](https://example.org/amendment)).", DECREE,
        "**Before:** yes, the last day so far plus 90 days (`F1`). **After:** yes, the last day so far plus 120 days (`G1`).",
        f"{LAST_DAY}: from 1 March 2001 through 31 March 2001",
        "**Before:** nothing. **After:** yes, the last day so far plus 120 days (`G1`).",
        f"- For {TERM}: visa; {LAST_DAY}: from 1 April 2001 through 30 June 2001."]),
    ("an erratum that never was", "erratum", ["fictitious", "--edition", "2", "3"], [
        "## Rows that came", "- `C1.right`", "editions from 3 on.", "## Rows that ended", "- `C1`", "editions 1 to 2.",
        "## Rows that took another's place",
        "- `F4.first` took the place of `F4`, with the same conditions and the same effect: place 6 before, place 2 after.",
        "## Cases decided otherwise", "Extension of a document or term: stage 1, list “consulates”",
        "**Before:** yes, up to and including 15 May 2001 (`C1`). **After:** yes, up to and including 16 May 2001 (`C1.right`).",
        f"- For {TERM}: visa; {LAST_DAY}: from 1 January 2001 through 30 April 2001; where the person is: abroad.",
        "## Cases decided alike, by another row", DECREE,
        "**Before:** yes; the end is not fixed yet (`F4`). **After:** yes; the end is not fixed yet (`F4.first`)."]),
]

REFUSED = [
    ("a law that there is not", ["statment", "--known-on", "2021-11-28", "2021-11-29"], 'did you mean "statement"?'),
    ("a day that is none", ["statement", "--known-on", "2021-11-28", "2021-11-31"], "2021-11-31"),
    ("an edition that there is not", ["statement", "--edition", "1", "2"], "no edition 2"),
    ("twice the same", ["statement", "--known-on", "2021-11-28", "2021-11-28"], "both sides are the same"),
    ("three days", ["statement", "--known-on", "2021-11-27", "2021-11-28", "2021-11-29"], "expected one or two"),
]


def edited(source, target, edits):
    """A copy of the law that never was, with (file, old text, new text) or (file, None, text to add)."""
    shutil.copytree(source, target)
    for name, old, new in edits:
        text = (target / name).read_text(encoding="utf-8")
        if old is not None and old not in text:
            raise ValueError(f"{name} does not hold {old!r}")
        (target / name).write_text(text.replace(old, new, 1) if old is not None else text + new, encoding="utf-8")
    return target


def folders(source, scratch):
    """The options that name the laws, by the name of the set."""
    good, unit = source / "tests/data/good", source / "tests/unit/laws"
    act = edited(good, scratch / "act", [("acts.toml", None, ACT), ("extension.toml", None, ACT_ROW)])
    ends = 'edition_until = 2\nplace.en   = "the only sentence"', 'edition_until = 2\nplace.en   = "point 4"'
    erratum = edited(good, scratch / "erratum", [
        ("acts.toml", "edition = 2", "edition = 3"), ("extension.toml", 'place.en   = "the only sentence"', ends[0]),
        ("extension.toml", 'place.en   = "point 4"', ends[1]), ("extension.toml", None, ERRATUM_ROWS)])
    real = ["--law", source / "lib/law"]
    return {"real": real, "good": [*real, "--laws", good, "--laws", unit], "act": [*real, "--laws", act],
            "erratum": [*real, "--laws", erratum]}


def said(text, sentences):
    """The sentences that do not stand in the text, in their order."""
    at, missing = 0, []
    for sentence in sentences:
        found = text.find(sentence, at)
        if found < 0:
            missing.append(f"not said: {sentence}")
        else:
            at = found + len(sentence)
    return missing + ([text] if missing else [])


class Compared:
    """The command, as it is called."""

    def __init__(self, compiler, laws):
        self.command, self.laws = compiler / "compare_law.py", laws

    def sentences(self, which, options, sentences):
        return said(run(sys.executable, self.command, *options, *self.laws[which]), sentences)

    def is_seen(self, source, folder):
        """With a row known a day later the sentences of the first comparison are missing."""
        shutil.copytree(source / "lib/law", folder)
        law = (folder / "statement.toml").read_text(encoding="utf-8")
        at = law.index('id         = "S3"')
        law = law[:at] + law[at:].replace("known_from = 2021-11-29", "known_from = 2021-11-30", 1)
        (folder / "statement.toml").write_text(law, encoding="utf-8")
        text = run(sys.executable, self.command, *SENTENCES[0][2], "--law", folder)
        missing = said(text, SENTENCES[0][3])
        return [] if any("(`S3`)" in one for one in missing) else ["the check does not miss the row S3"]

    def twice(self):
        texts = {run(sys.executable, self.command, *SENTENCES[3][2], *self.laws["good"]) for _ in range(2)}
        return [] if len(texts) == 1 else ["the texts differ"]

    def refused(self, options, message):
        done = attempt(sys.executable, self.command, *options, *self.laws["real"])
        return [] if done.returncode == 2 and message in done.stderr and not done.stdout else [done.stdout, done.stderr]


# ---- Cases at random, decided row by row ----


class Drawn:
    """Cases of a list: for each fact that its rows ask a value, none, or, where a row has a mark for it, not known."""

    NOT_KNOWN = "not known"

    def __init__(self, one, axes, rng):
        from model import NONE, READING
        self.rows, self.axes, self.rng, self.none, self.reading = one.rows, axes, rng, NONE, READING

    def conditions(self, rows):
        return [condition for row in rows for condition in row.conditions]

    def values(self, code, conditions):
        axis = self.axes.axes[code]
        if not axis.ordered:
            return sorted(axis.values)
        edges = {axis.first, axis.last}
        for one in conditions:
            if one.is_window:
                edges |= {one.first - 1, one.first, one.last, one.last + 1}
        return sorted(edge for edge in edges if axis.first <= edge <= axis.last)

    def pool(self, rows):
        """What can be drawn, by fact; states mostly from those that some row names."""
        pool = {self.reading: self.values(self.reading, [])}
        for code in {one.fact.code for one in self.conditions(rows)}:
            own = [one for one in self.conditions(rows) if one.fact.code == code]
            pool[code] = self.values(code, own)
            if own[0].fact.kind == "country":
                named = sorted({value for one in own for value in one.values if value != self.none})
                pool[code] = named + self.rng.sample(pool[code], 5)
            if own[0].fact.has_none:
                pool[code].append(self.none)
            if any(one.mark != "NONE" for one in own):
                pool[code].append(self.NOT_KNOWN)
        return pool

    def cases(self, rows, count):
        pool = self.pool(rows)
        for _ in range(count):
            case = {code: self.rng.choice(values) for code, values in sorted(pool.items())}
            row = self.rng.choice(rows)  # most cases meet most of what some row asks
            for one in row.conditions:
                if self.rng.random() < 0.85:
                    fitting = [value for value in pool[one.fact.code] if value != self.NOT_KNOWN and self.meets(one, value)]
                    case[one.fact.code] = self.rng.choice(fitting)
            yield case

    def meets(self, one, value):
        if one.is_window:
            return value != self.none and one.first <= value <= one.last
        return (value in one.values) == (one.form == "IN")

    def decided(self, rows, case):
        """The first row that fits; `depends` where it depends on a fact that is not known."""
        for row in rows:
            if case[self.reading] not in row.readings:
                continue
            unknown = [one for one in row.conditions if case[one.fact.code] == self.NOT_KNOWN]
            known = [one for one in row.conditions if case[one.fact.code] != self.NOT_KNOWN]
            if any(one.mark == "IF_KNOWN" for one in unknown) or not all(self.meets(one, case[one.fact.code]) for one in known):
                continue
            return "depends" if any(one.mark == "NONE" for one in unknown) else row
        return None

    def lies_in(self, case, box):
        return all(classes >> self.class_of(code, case[code]) & 1 for code, classes in box.items())

    def class_of(self, code, value):
        from classes import FIRST_CLASS, NONE_CLASS, UNKNOWN_CLASS
        axis = self.axes.axes[code]
        if value == self.NOT_KNOWN:
            return UNKNOWN_CLASS
        if value == self.none:
            return NONE_CLASS
        if axis.ordered:
            return next(number for number in range(FIRST_CLASS, axis.n_classes) if value <= axis.class_end[number])
        return axis.class_of[value - axis.class_of_first]


def in_force(rows, view):
    return [row for row in rows if row.known_from <= view.known_on and view.known_on <= (row.known_until or view.known_on)
            and row.edition_from <= view.edition <= (row.edition_until or view.edition)]


def views(law):
    """Pairs of views: each day on which something is published or superseded, each edition, and far apart."""
    from difference import View
    from model import LAST_DAY
    days = sorted({row.known_from for row in law.rows} | {row.known_until + 1 for row in law.rows if row.known_until})
    for edition in range(1, law.edition + 1):
        yield from ((View(day - 1, edition), View(day, edition)) for day in days)
        yield View(days[0], edition), View(LAST_DAY, edition)
    yield from ((View(LAST_DAY, edition), View(LAST_DAY, edition + 1)) for edition in range(1, law.edition))


def expected(before, after):
    """The answers of a case that must be told, or None."""
    from difference import DEPENDS, gives
    if before is after or before == after == DEPENDS:
        return None
    answers = tuple(DEPENDS if row == DEPENDS else gives(row) for row in (before, after))
    return None if DEPENDS in answers and None in answers else answers


def case_wrong(drawn, case, changes, before, after):
    """What is wrong with what is told of one case."""
    answers = expected(before, after)
    told = [change for change in changes if any(drawn.lies_in(case, box) for box in change.boxes)]
    if [(change.before, change.after) for change in told] != ([answers] if answers else []):
        return f"{case}: {told}, expected {answers}"
    for change in told:
        for row, rows in ((before, change.rows_before), (after, change.rows_after)):
            if row not in (None, "depends") and row not in rows:
                return f"{case}: decided by {row.id}, which is not named"
    return None


def cases_told(law, axes, rng):
    """Draws cases of every list, for every pair of views."""
    from difference import difference
    wrong, count, otherwise = [], 0, 0
    for before, after in views(law):
        told = {id(one): changes for one, changes in difference(law, axes, before, after).lists}
        for one in law.lists:
            rows_before, rows_after = in_force(one.rows, before), in_force(one.rows, after)
            changes = told.get(id(one), [])
            if rows_before == rows_after:  # every case is decided as it was
                wrong += [f"{one.name}, {before}, {after}: {changes}, expected none"] if changes else []
                continue
            either = [row for row in one.rows if row in rows_before or row in rows_after]
            drawn = Drawn(one, axes, rng)
            for case in drawn.cases(either, CASES):
                sides = drawn.decided(rows_before, case), drawn.decided(rows_after, case)
                found = case_wrong(drawn, case, changes, *sides)
                wrong += [f"{one.name}, {before}, {after}: {found}"] if found else []
                count, otherwise = count + 1, otherwise + (expected(*sides) is not None)
    return wrong[:3] + ([] if otherwise else [f"of {count} cases none is decided otherwise"])


def read(compiler, laws):
    """The laws with their axes, as the compiler reads them."""
    sys.path.insert(0, str(compiler))
    from read_laws import add_folders, read_laws
    from source import Refusals
    parser = argparse.ArgumentParser()
    add_folders(parser)
    return read_laws(parser.parse_args(list(map(str, laws))), Refusals())[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, help="a built tree; not needed, this suite compares the text of the law")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    parser.add_argument("--seed", type=int, default=20211129, help="of the cases drawn")
    options, tap = parser.parse_args(), Tap()
    source = options.source.resolve()
    compiler = source / "lib/law_compiler"
    with tempfile.TemporaryDirectory() as scratch:
        laws = folders(source, Path(scratch))
        compared = Compared(compiler, laws)
        for sentence, which, arguments, sentences in SENTENCES:
            tap.check(sentence, compared.sentences, which, arguments, sentences)
        tap.check("a row that is published later is missed", compared.is_seen, source, Path(scratch) / "later")
        tap.check("two runs say the same", compared.twice)
        for sentence, arguments, message in REFUSED:
            tap.check(f"refused: {sentence}", compared.refused, arguments, message)
        for which in ("good", "act", "erratum"):
            for law, axes in read(compiler, laws[which]):
                if which != "good" and law.name != "fictitious":
                    continue  # the act and the erratum are of this law: the others are as they were
                tap.check(f"{which}, {law.name}: a case at random (seed {options.seed}) is told exactly if it is decided otherwise",
                          cases_told, law, axes, random.Random(options.seed))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
