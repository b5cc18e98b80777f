#!/usr/bin/env python3
"""Is every gathered fact on terms and documents used or left out for a reason, and does every row come from one?

    python3 tests/law/sources.py [--source DIR]

lib/law/README.md tells of each row of the tables of facts what became of it. The tables themselves stand outside: here
that account is held against the law, and its sums against itself. Prints TAP.
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

    def ids(self):
        acts, found = tomllib.loads((self.folder / "acts.toml").read_text(encoding="utf-8")), []
        for name in acts["law"]["measures"]["files"]:
            for row in tomllib.loads((self.folder / name).read_text(encoding="utf-8")).get("row", []):
                if row["question"] == "extension":
                    found += [f"{row['id']}.{one['id']}" for one in row["variant"]] if "variant" in row else [row["id"]]
        if not found:
            raise Failed("the law has no row on terms and documents")
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


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, help="a built tree; not needed, nothing is read from it")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    account, tap = Account(parser.parse_args().source.resolve()), Tap()
    tap.check("every gathered fact is used, used elsewhere, or left out for a reason", account.each_is_accounted_for)
    tap.check("the sums are those of the table", account.sums)
    tap.check("the rows of each section are numbered without a gap", account.without_gap)
    tap.check("every row that README names stands in the law", account.named_exists)
    tap.check("every row on terms and documents comes from a gathered fact", account.each_is_named)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
