#!/usr/bin/env python3
"""Is every gathered fact used or left out for a reason, and does every row come from one?

    python3 tests/law/sources.py [--source DIR]

lib/law/README.md tells of each row of the tables of facts on terms and documents what became of it, and
entry-eligibility-use.md of those on the other questions. The tables themselves stand outside: here these accounts are held
against the law, and their sums against themselves; and README against what is printed as left out. Prints TAP.
"""

import argparse
import fnmatch
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from tap import Failed, Tap  # noqa: E402

HEADING = "## Where the rows of `measures` on terms and documents come from"
SUMS = re.compile(r"(\d+) rows, (\d+) used, (\d+) used elsewhere, (\d+) left out")
ELSEWHERE = re.compile(r"B\.[2-7](, B\.[2-7])*")
IDS = re.compile(r"`[\w.*?]+`(, `[\w.*?]+`)*")


class Account:
    """The law's rows on terms and documents, and what README says of them."""

    def __init__(self, source):
        self.folder = source / "lib/law"
        text = (self.folder / "README.md").read_text(encoding="utf-8")
        self.text = text.partition(HEADING)[2].partition("\n## ")[0]
        cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in self.text.splitlines()
                 if re.match(r"\| [A-D]\d?", line)]
        self.rows = [row for row in cells if "." in row[0]]
        self.sentences = [row for row in cells if "." not in row[0]]

    def ids(self, is_meant=lambda row: row["question"] == "extension"):
        acts, found = tomllib.loads((self.folder / "acts.toml").read_text(encoding="utf-8")), []
        for name in acts["law"]["measures"]["files"]:
            for row in tomllib.loads((self.folder / name).read_text(encoding="utf-8")).get("row", []):
                if is_meant(row):
                    found += [f"{row['id']}.{one['id']}" for one in row["variant"]] if "variant" in row else [row["id"]]
        if not found:
            raise Failed("the law has no such row")
        return found

    def patterns(self):
        return [id_ for row in self.rows + self.sentences for id_ in re.findall(r"`([^`]+)`", row[2])]

    def kinds(self):
        """By row: used, elsewhere, left out, or nothing of these."""
        return {row[0]: "used" if IDS.fullmatch(row[2]) else "elsewhere" if ELSEWHERE.fullmatch(row[2])
                else "left out" if row[2] == "—" else None for row in self.rows}

    def each_is_accounted_for(self):
        return ([f"{key}: neither used, nor used elsewhere, nor left out" for key, kind in self.kinds().items() if not kind]
                + [f"{row[0]}: left out without a reason" for row in self.rows if row[2] == "—" and not row[3]]
                + [f"{row[0]}: no ids" for row in self.sentences if not IDS.fullmatch(row[2])])

    def sums(self):
        stated = SUMS.search(" ".join(self.text.split()))
        kinds = list(self.kinds().values())
        counted = [len(self.rows), *(kinds.count(kind) for kind in ("used", "elsewhere", "left out"))]
        if not stated or not self.rows:
            return ["README states no sums"]
        return [] if [*map(int, stated.groups())] == counted else [f"README states {stated[0]}, counted {counted}"]

    def without_gap(self):
        """The rows of a section are numbered from 1 on."""
        sections = {}
        for row in self.rows:
            section, _, number = row[0].partition(".")
            sections.setdefault(section, []).append(number)
        return [f"section {section}: {numbers}" for section, numbers in sections.items()
                if numbers != [str(number) for number in range(1, len(numbers) + 1)]]

    def named_exists(self):
        ids = self.ids()
        return [f"`{pattern}`: the law has no such row" for pattern in self.patterns() if not fnmatch.filter(ids, pattern)]

    def each_is_named(self):
        patterns = self.patterns()
        return [f"{id_}: README names no fact that it comes from" for id_ in self.ids()
                if not any(fnmatch.fnmatchcase(id_, pattern) for pattern in patterns)]


# ---- What is left out, and the tables on entry, vaccination, work and decisions ----


def left_out(source):
    """README says what the files of the laws say, in the same words and order."""
    folder = source / "lib/law"
    text = (folder / "README.md").read_text(encoding="utf-8").partition("\n## What is left out\n")[2].partition("\n## ")[0]
    told = [tuple(line.strip("| ").split(" | ")) for line in text.splitlines() if line.startswith("| ")]
    expected = []
    for name in ("measures", "statement"):
        file = tomllib.loads((folder / f"{name}-left-out.toml").read_text(encoding="utf-8"))
        expected += [("what", "why"), *((one["what"]["en"], one["why"]["en"]) for one in file["left_out"])]
    return [] if told == expected else [f"README: {sorted(set(told) - set(expected))}, expected {sorted(set(expected) - set(told))}"]


class Use:
    """What entry-eligibility-use.md says became of each gathered line, and the rows that it names."""

    NAMED = re.compile(r"\bB(\d)((?:\.\w+)*)(?: to B\1\.(\d+))?")
    STATED = re.compile(r"in (\d+) tables of (\d+) lines.*\*\*(\d+) used, (\d+) left out\*\*", re.DOTALL)

    def __init__(self, source):
        self.account = Account(source)
        text = (source / "lib/law/entry-eligibility-use.md").read_text(encoding="utf-8")
        self.head, *tables = re.split(r"\n## ", text)
        self.tables = {one.partition("\n")[0]: self.lines(one) for one in tables}

    @staticmethod
    def lines(text):
        """The cells of the lines of a table, without its first two."""
        return [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")][2:]

    def each_is_accounted_for(self):
        return [f"{table}, {line[0]}: used or left out, one of the two" for table, lines in self.tables.items()
                for line in lines if len(line) != 3 or bool(line[1]) == bool(line[2])]

    def sums(self):
        counted = {table: (len(lines), sum(bool(line[1]) for line in lines), sum(bool(line[2]) for line in lines))
                   for table, lines in self.tables.items()}
        together = tuple(map(sum, zip(*counted.values())))
        stated = {line[0].strip("*"): tuple(int(cell.strip("*")) for cell in line[1:]) for line in self.lines(self.head)}
        wrong = [] if stated == counted | {"together": together} else [f"stated {stated}, counted {counted}, {together}"]
        words = self.STATED.search(self.head)
        if not words or tuple(map(int, words.groups())) != (len(counted), *together):
            wrong.append(f"the first sentences state other numbers than {len(counted)} tables, {together}")
        return wrong

    def named(self):
        """The beginnings of the rows that are named; "B5.2 to B5.4" names three."""
        for lines in self.tables.values():
            for _, used, left_out_because in lines:
                for table, row, last in self.NAMED.findall(used + " " + left_out_because):
                    yield f"B{table}{row}"
                    if last:
                        yield from (f"B{table}.{number}" for number in range(int(row[1:]), int(last) + 1))

    def ids(self):
        return self.account.ids(lambda row: row["question"] != "extension")

    def named_exists(self):
        ids = self.ids()
        return [f"{name}: the law has no such row" for name in sorted(set(self.named()))
                if not any(begins(id_, name) for id_ in ids)]

    def each_is_named(self):
        names = set(self.named()) - {"B4", "B5", "B6"} | {"B4.2"}  # a whole table names no row of it; B4.2 is from the other
        return [f"{id_}: no gathered line names it" for id_ in self.ids() if not any(begins(id_, name) for name in names)]


def begins(id_, name):
    return id_ == name or id_.startswith(f"{name}.")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, help="a built tree; not needed, nothing is read from it")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    source, tap = parser.parse_args().source.resolve(), Tap()
    account, use = Account(source), Use(source)
    tap.check("every gathered fact is used, used elsewhere, or left out for a reason", account.each_is_accounted_for)
    tap.check("the sums are those of the table", account.sums)
    tap.check("the rows of each section are numbered without a gap", account.without_gap)
    tap.check("every row that README names stands in the law", account.named_exists)
    tap.check("every row on terms and documents comes from a gathered fact", account.each_is_named)
    tap.check("what is left out stands in README as it is printed", left_out, source)
    tap.check("every line on entry, vaccination, work and decisions is used, or left out for a reason", use.each_is_accounted_for)
    tap.check("the sums are those of these tables", use.sums)
    tap.check("every row that these tables name stands in the law", use.named_exists)
    tap.check("every row on these questions comes from a gathered line", use.each_is_named)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
