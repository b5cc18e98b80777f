#!/usr/bin/env python3
"""Does DuckDB, given the text that statusrules_sql writes for PostgreSQL, answer every vector as the library does?

    sh tests/sql/duckdb.sh --build DIR --source DIR      (DuckDB is a Python package: the script makes an environment that has it)

As vectors.py: each row of tests/vectors stands in a table, NULL for what is not given, and outcome and day are compared with it. Prints TAP.
"""

import argparse
import sys
from pathlib import Path

import duckdb
from vectors import FILES, NUMBER, POSTGRESQL, TEXT, Library, Tap, read_groups

# The expressions nest deeper than those of people.
SETTINGS = "SET threads = 1; SET max_expression_depth TO 100000"
# A text longer than this is run as it stands: to rewrite it first takes seconds, for rows that take none.
LONG = 100000


def ask_duckdb(base, groups, form):
    """What is wrong, as sentences; how many rows were asked, and how many of these the library refuses to write a text for, since
    what is the same in all of a group is wrong."""
    said, asked, refused = [], 0, 0
    for group in groups:
        asked += len(group.rows)
        if group.refused(form):
            refused += len(group.rows)
            continue
        make, fill, question, drop = group.statements(POSTGRESQL, form)
        base.execute(make)
        base.execute(fill)
        base.execute(f"PRAGMA {'disable' if len(question) > LONG else 'enable'}_optimizer")
        # As text: Python has no date for infinity.
        answers = base.execute(f"SELECT n, outcome, CAST(day AS VARCHAR) FROM ({question}) AS asked (n, outcome, day)").fetchall()
        said += group.wrong(answers, form)
        base.execute(drop)
    return said, asked, refused


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--source", required=True, type=Path)
    arguments = parser.parse_args()
    tap = Tap()
    files = read_groups(Library(arguments.build), arguments.source / "tests/vectors", POSTGRESQL)
    base = duckdb.connect()
    base.execute(SETTINGS)
    for name, least in FILES.items():
        for form, what in ((TEXT, "names and dates"), (NUMBER, "numbers")):
            if form == NUMBER and name != "statement-extension.tsv":
                continue
            said, asked, refused = ask_duckdb(base, files[name], form)
            tap.ok(not said and asked >= least,
                   f"DuckDB {duckdb.__version__} answers {name} from {what}, {asked - refused} rows; {refused} are refused before",
                   "\n".join(said[:20]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
