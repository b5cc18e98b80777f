#!/usr/bin/env python3
"""Are the vectors of the law `measures`, and the digests, what the oracles answer? Provisions are not theirs. Prints TAP.

    written.py WRITE_VECTORS [--write]

--write makes the files of `measures` what the oracles answer; a case keeps the provision that stood in its row.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path[:0] = [str(HERE.parent / "support"), str(HERE / "writer")]
import measures_rows  # noqa: E402
from tap import Tap  # noqa: E402

FILES = {"measures-extension.tsv": "extension", "measures-valid-on.tsv": "valid-on", "digests.txt": "digests"}
FROM_CASES = tuple(measures_rows.QUESTIONS)

# The provisions of a row of the tables that has no number there; "B.7 row 9" has those that begin with B7.9.
PROVISIONS = {
    "B.2 from 2021-03-30": ["B2.2"], "B.2 minors": ["B2.4"], "B.2 Moscow": ["B2.5"], "B.2 adults": ["B2.6"],
    "B.4 from 2020-03-19": ["B4.2"], "B.4 arrived before 2020-03-15": ["B4.3"], "B.4 transport resumed": ["B4.4"],
    "B.4 nothing to settle": ["B4.5"], "B.4 arrived from 2020-03-15": ["B4.6"], "B.4 from 2021-10-01": ["B4.7"],
    "B.4 two states": [""],
    "B.5 hire, visa": ["B5.2", "B5.3"], "B.5 hire, visa-free": ["B5.4"], "B.5 hire from 2020-06-16": ["B5.5"],
    "B.5 decree 585": ["B5.5.identified"], "B.5 patent to 2021-12-31": ["B5.6", "B5.7", "B5.8"],
    "B.5 patent from 2022-01-01": ["B5.9"], "B.5 work permit, decree 392": ["B5.10"],
    "B.5 work permit, decree 580": ["B5.11"], "B.5 work permit, decree 791": ["B5.12"],
    "B.5 work permit, decree 364": ["B5.13"], "B.5 work permit, no hiring permit": ["B5.14"],
    "B.5 contract, EAEU": ["B5.15"],
    "B.6 exception": ["B6.exception"], "B.6 exception, not read": ["B6.exception", ""],
    "B.7 row 11, no list yet": ["B7.9.no_list"], "": [""]}


def cells(text):
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]


def without_provision(rows):
    return [[value for name, value in zip(rows[0], row) if name not in ("provision", "row of the tables")] for row in rows]


def answered(program, name):
    """The rows of a file, as the oracles answer."""
    if name in FROM_CASES:
        return list(measures_rows.rows(program, name))
    return cells(subprocess.run([program, FILES[name]], check=True, capture_output=True).stdout.decode())


def provisions_of(row, decision):
    """How the provisions of a row of the tables begin."""
    numbered = re.match(r"B\.(\d) row (\d+)", row)
    if row == "B.6":
        return [f"B6.{decision}"]
    return PROVISIONS[row] if row in PROVISIONS else [f"B{numbered[1]}.{numbered[2]}"]


def of_another_row(held, written):
    """The cases in which everything that decides is known, and the provision is not of the row that the oracle names."""
    column = {name: i for i, name in enumerate(held[0])}
    wrong = []
    for row, (*_, decides) in zip(held[1:], written[1:]):
        provision = row[column["provision"]]
        decision = row[column["decision_kind"]] if "decision_kind" in column else ""
        if row[column["outcome"]] != "undetermined" and not any(
                provision == one or (one and provision.startswith(f"{one}.")) for one in provisions_of(decides, decision)):
            wrong.append(f"{row[0]}: {provision}, expected {decides}")
    return wrong


def write(program, name):
    """A case, known by its sentence, keeps its provision."""
    path, rows = HERE / name, answered(program, name)
    held = cells(path.read_text(encoding="utf-8"))
    provisions = {row[0]: row[held[0].index("provision")] for row in held}
    names = rows[0] = [one for one in rows[0] if one != "row of the tables"]
    for row in rows[1:]:
        row[names.index("provision")] = provisions.get(row[0], "")
    path.write_text("".join("\t".join(row[:len(names)]) + "\n" for row in rows), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="write_vectors, as built")
    parser.add_argument("--write", action="store_true", help="write the files instead of comparing them")
    options, tap = parser.parse_args(), Tap()
    for name in (*FILES, *FROM_CASES):
        if options.write and name.startswith("measures-"):
            write(options.program, name)
        written, held = answered(options.program, name), cells((HERE / name).read_text(encoding="utf-8"))
        wrong = of_another_row(held, written) if name in FROM_CASES else []
        written, without = without_provision(written), without_provision(held)
        different = [line for line, expected in zip(without, written) if line != expected]
        tap.ok(len(without) == len(written) and not different,
               f"{name} holds the {len(written) - 1} rows that the oracle answers",
               f"{len(without) - 1} rows; the first that differs: {different[:1]}")
        if name in FROM_CASES:
            tap.ok(not wrong, f"{name} names provisions of the rows that decide by the oracle", "\n".join(wrong[:3]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
