#!/usr/bin/env python3
"""Do SQLite and PostgreSQL, given the text of statusrules_sql, answer every vector as the library does?

    python3 tests/sql/vectors.py --build DIR --source DIR

Each row of tests/vectors stands in a table of its own making in both databases, NULL for what is not given. For each law,
question and set of options the expressions are made for the columns that the rows have; the outcome and the day that come
out are compared with the row. Prints TAP.
"""

import argparse
import csv
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from library import KIND_DAY, KIND_NUMBER, NAMES_QUESTION, NAMES_READING, UNKNOWN, Library, Refused, day_number, day_text  # noqa: E402
from postgresql import Server  # noqa: E402
from tap import Tap  # noqa: E402

POSTGRESQL, SQLITE = 1, 2
OUTCOME, DAY = 1, 2
TEXT, NUMBER = 0, 1
# A file and the least rows that it has: one that lost rows must not pass.
FILES = {"measures-education-entry.tsv": 2900, "measures-eligibility.tsv": 2180, "measures-extension.tsv": 4700,
         "measures-valid-on.tsv": 980, "receipts.tsv": 300, "statement-eligibility.tsv": 850, "statement-extension.tsv": 2600,
         "statement-valid-on.tsv": 640}
# Facts that are no columns, but the same in every row of a group. All facts of entry in columns would be too long an
# expression, so that each database has some of them; and from a column no number of days is counted.
SAME = {(POSTGRESQL, "education_entry"): ("route", "direct", "listed", "regime", "other_ground"),
        (SQLITE, "education_entry"): ("citizenship", "residence_state", "notice_days", "pcr_hours")}
COUNTED = ("notified_on", "visa_last_day")
NOT_FACTS = {"case", "law", "question", "known_on", "edition", "reading", "strict", "valid_on", "outcome", "day",
             "provision", "error", "receipt"}


def quoted(text):
    return "NULL" if text is None else "'" + text.replace("'", "''") + "'"


class Group:
    """The rows of a file that are asked with the same options, and what is made of them in a dialect and form."""

    def __init__(self, library, key, rows, facts):
        self.library, self.rows = library, rows
        self.law, question, known_on, edition, reading, strict, valid_on, _, same, _ = key
        self.question = library.names(NAMES_QUESTION)[question]
        given = [fact for fact in facts if any(row[fact] for row in rows)]
        # What all rows have in common is no column where a day is asked about, either: the other way to give a fact.
        self.same = {fact: library.value(fact, rows[0][fact]) for fact in given
                     if fact in same or (valid_on and len({row[fact] for row in rows}) == 1)}
        self.facts = [fact for fact in given if fact not in self.same]
        self.options = library.options(
            day_number(known_on) if known_on else UNKNOWN, int(edition) if edition else UNKNOWN,
            library.names(NAMES_READING)[reading] if reading else UNKNOWN, int(strict == "yes"),
            day_number(valid_on) if valid_on else UNKNOWN)

    def expression(self, dialect, form, says):
        columns = self.library.sql_columns(self.facts, form, "cases")
        return self.library.sql(self.law, self.question, columns, dialect, says, self.options, self.same)

    def cell(self, fact, text, dialect, form):
        if text == "":
            return None
        if form == NUMBER:
            return str(self.library.value(fact, text))
        if text == "none" and self.library.ranges[fact][2]:
            kind = self.library.kinds[fact]
            if kind == KIND_NUMBER:
                return str(self.library.value(fact, text))
            return "infinity" if kind == KIND_DAY and dialect == POSTGRESQL else "none"
        return text

    def column_type(self, fact, dialect, form):
        if form == NUMBER or self.library.kinds[fact] == KIND_NUMBER:
            return "integer"
        return "date" if self.library.kinds[fact] == KIND_DAY and dialect == POSTGRESQL else "text"

    def statements(self, dialect, form):
        """A table with the rows, and the question to it."""
        columns = ", ".join(['"n" integer', *(f'"{fact}" {self.column_type(fact, dialect, form)}' for fact in self.facts)])
        values = ",\n".join(
            "(" + ", ".join([str(n), *(quoted(self.cell(fact, row[fact], dialect, form)) for fact in self.facts)]) + ")"
            for n, row in enumerate(self.rows))
        return (f'CREATE TEMPORARY TABLE "cases" ({columns})', f'INSERT INTO "cases" VALUES {values}',
                f'SELECT "n", {self.expression(dialect, form, OUTCOME)}, {self.expression(dialect, form, DAY)} '
                'FROM "cases" ORDER BY "n"', 'DROP TABLE "cases"')

    def wrong(self, answers, form):
        """What does not agree, as sentences."""
        if len(answers) != len(self.rows):
            return [f"{len(answers)} answers to {len(self.rows)} rows"]
        said = []
        for row, (_, outcome, day) in zip(self.rows, answers):
            wanted = (row["outcome"] or None, row["day"] or None)
            if day is not None:
                day = {"infinity": "none", "2147483647": "none"}.get(str(day)) or (
                    day_text(int(day)) if form == NUMBER else day)
            if (outcome, day) != wanted:
                said.append(f"{row['case']}: {outcome} {day}, expected {wanted[0]} {wanted[1]}")
        return said

    def refused(self, form):
        """Whether the library refuses to write the text, for facts or options that are wrong in every row."""
        try:
            self.expression(SQLITE, form, OUTCOME)
        except Refused:
            return all(row["error"] for row in self.rows)
        return False


def read_groups(library, folder, dialect):
    """The groups of every file for a database, by file."""
    found = {}
    for name, least in FILES.items():
        with open(folder / name, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        if len(rows) < least:
            raise ValueError(f"{name}: {len(rows)} rows, expected at least {least}")
        facts = [fact for fact in rows[0] if fact not in NOT_FACTS]
        by_key = defaultdict(list)
        for row in rows:
            same = SAME.get((dialect, row["question"]), ())
            if any(row.get(fact) for fact in COUNTED):
                same += ("on_day", *COUNTED)
            key = (row["law"], row["question"], row["known_on"], row["edition"], row["reading"], row["strict"],
                   row["valid_on"], bool(row.get("residence_state")), same, tuple(row[fact] for fact in same if fact in row))
            by_key[key].append(row)
        found[name] = [Group(library, key, rows, facts) for key, rows in by_key.items()]
    return found


def ask_sqlite(groups, form):
    said, asked = [], 0
    base = sqlite3.connect(":memory:")
    for group in groups:
        asked += len(group.rows)
        if group.refused(form):
            continue
        make, fill, question, drop = group.statements(SQLITE, form)
        base.execute(make)
        base.execute(fill)
        said += group.wrong(base.execute(question).fetchall(), form)
        base.execute(drop)
    return said, asked


def ask_postgresql(server, groups, form):
    said, asked = [], sum(len(group.rows) for group in groups)
    groups = [group for group in groups if not group.refused(form)]
    statements = [one for group in groups for one in group.statements(POSTGRESQL, form)]
    answers = server.query(";\n".join(statements) + ";\n")
    for group in groups:
        part, answers = answers[:len(group.rows)], answers[len(group.rows):]
        said += group.wrong(part, form)
    return said, asked


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--source", required=True, type=Path)
    arguments = parser.parse_args()
    library = Library(arguments.build)
    tap = Tap()
    files = {dialect: read_groups(library, arguments.source / "tests/vectors", dialect) for dialect in (SQLITE, POSTGRESQL)}
    with Server() as server:
        for name in FILES:
            for form, what in ((TEXT, "names and dates"), (NUMBER, "numbers")):
                for engine, dialect, ask in (("SQLite", SQLITE, ask_sqlite),
                                             ("PostgreSQL", POSTGRESQL, lambda *a: ask_postgresql(server, *a))):
                    if form == NUMBER and name != "statement-extension.tsv":
                        continue
                    said, asked = ask(files[dialect][name], form)
                    tap.ok(not said and asked >= FILES[name], f"{engine} answers {name} from {what}, {asked} rows",
                           "\n".join(said[:20]))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
