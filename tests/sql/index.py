#!/usr/bin/env python3
"""Conditions for WHERE: do they find the rows that the library finds, does an index serve them, and is everything quoted?

    python3 tests/sql/index.py --build DIR

A register of 60,000 documents in SQLite and in PostgreSQL, with an index on the last day. Prints TAP.
"""

import argparse
import ctypes
import random
import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from library import NAMES_QUESTION, Library, Refused, UNKNOWN, day_number, day_text  # noqa: E402
from postgresql import Server  # noqa: E402
from tap import Tap  # noqa: E402

POSTGRESQL, SQLITE = 1, 2
OUTCOME, DAY, WHERE = 1, 2, 3
EXTENSION, YES = 1, 1
RANGE = 4
ROWS = 60000
FACTS = ["term", "last_day", "citizenship", "location"]
# Names that would break out of an expression if they were spliced into it.
HOSTILE = ['last "day"', 'x"); DROP TABLE "register"; --', "день'", "\\", "NULL", "a.b", "term -- "]


def make_rows(library, seed=364):
    chance = random.Random(seed)
    terms, states = list(library.names(library.facts["term"])), ["UZ", "AM", "BY", "UA", "FI", "none", "TJ", "GB"]
    first = day_number("1990-01-01")
    rows = []
    for _ in range(ROWS):
        last_day = chance.choice([None, "none"] + [day_text(first + chance.randrange(12800))] * 60)
        rows.append((chance.choice(terms), last_day, chance.choice([None, *states]),
                     chance.choice([None, "in_russia", "in_russia", "abroad"])))
    return rows


class Register:
    """The rows in one database."""

    def __init__(self, run, dialect, rows):
        self.run, self.dialect = run, dialect
        day = "date" if dialect == POSTGRESQL else "text"
        self.run(f'CREATE TABLE "register" ("n" integer, "term" text, "last_day" {day}, "citizenship" text, "location" text)')
        for start in range(0, len(rows), 5000):
            self.run('INSERT INTO "register" VALUES ' + ", ".join(
                "(" + ", ".join([str(start + at), *map(self.cell, row)]) + ")"
                for at, row in enumerate(rows[start:start + 5000])))
        self.run('CREATE INDEX "by_last_day" ON "register" ("last_day")')
        self.run('ANALYZE "register"')

    def cell(self, text):
        if text is None:
            return "NULL"
        return f"'{text}'"

    def rows_where(self, condition):
        return [int(row[0]) for row in self.run(f'SELECT "n" FROM "register" WHERE {condition} ORDER BY "n"')]

    def plan(self, condition):
        explain = "EXPLAIN" if self.dialect == POSTGRESQL else "EXPLAIN QUERY PLAN"
        return "\n".join(str(row[-1]) for row in self.run(f'{explain} SELECT "n" FROM "register" WHERE {condition}'))


def facts_of(library, row):
    return {fact: library.value(fact, text) for fact, text in zip(FACTS, row) if text is not None}


def too_long(library):
    """All facts of a question in columns, of which the most has to be told apart: code, what the buffer holds, length."""
    question = library.names(NAMES_QUESTION)["education_entry"]
    facts = [fact for fact, code in library.facts.items()
             if library.c.statusrules_question_asks(question, code) and fact not in ("notified_on", "visa_last_day")]
    buffer, length = ctypes.create_string_buffer(b"x" * 4096), ctypes.c_int32(-1)
    code = library.c.statusrules_sql(buffer, len(buffer), ctypes.byref(length), library.laws["measures"], question,
                                     library.make_facts({}), *library.sql_columns(facts), SQLITE, OUTCOME, UNKNOWN,
                                     ctypes.byref(library.options()), None)
    return code, buffer.value, length.value


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--source", type=Path, help="not read; every suite of the tree is given it")
    library = Library(parser.parse_args().build)
    tap = Tap()
    rows = make_rows(library)
    facts = [facts_of(library, row) for row in rows]
    base = sqlite3.connect(":memory:")
    with Server() as server:
        registers = {"SQLite": Register(lambda text: base.execute(text).fetchall(), SQLITE, rows)}
        # In PostgreSQL a document without term ends at infinity.
        dated = [(term, "infinity" if day == "none" else day, state, place) for term, day, state, place in rows]
        registers["PostgreSQL"] = Register(lambda text: server.query(text + ";"), POSTGRESQL, dated)
        for name, register in registers.items():
            columns = library.sql_columns(FACTS, table="register")
            for law, reading, day in (("statement", 1, "2023-06-01"), ("measures", 2, "2022-10-01"), ("measures", 3, None)):
                options = library.options(reading=reading)
                where = library.sql(law, EXTENSION, columns, register.dialect, WHERE, options,
                                    day=day_number(day) if day else UNKNOWN)
                wanted = []
                for n, given in enumerate(facts):
                    outcome, through = library.ask(law, EXTENSION, given, options)
                    if outcome == YES and (not day or through >= day_number(day)):
                        wanted.append(n)
                found = register.rows_where(where)
                tap.ok(found == wanted and wanted, f"{name} finds the documents that {law} extends"
                       f"{' through ' + day if day else ''}: {len(wanted)}", f"{len(found)} found")
                if day:
                    plan = register.plan(where)
                    served = ("SCAN" not in plan and "SEARCH" in plan) if register.dialect == SQLITE else (
                        "by_last_day" in plan and "Seq Scan" not in plan)
                    tap.ok(served, f"{name} uses the index on the last day for that", plan)
            options = library.options(reading=1, valid_on=day_number("2023-03-01"))
            where = library.sql("statement", EXTENSION, columns, register.dialect, WHERE, options)
            wanted = [n for n, given in enumerate(facts) if library.ask("statement", EXTENSION, given, options)[0] == YES]
            tap.ok(register.rows_where(where) == wanted and wanted,
                   f"{name} finds the documents that are valid on a day: {len(wanted)}")
            plan = register.plan(where)
            tap.ok("SCAN" not in plan and "Seq Scan" not in plan and "by_last_day" in plan,
                   f"{name} uses the index on the last day for that", plan)

            before, after = library.options(known_on=day_number("2021-06-14")), library.options(
                known_on=day_number("2021-06-15"))
            where = library.impact_sql("measures", before, "measures", after, EXTENSION, columns, register.dialect)
            wanted = [n for n, given in enumerate(facts) if library.ask("measures", EXTENSION, given, before)
                      != library.ask("measures", EXTENSION, given, after)]
            tap.ok(register.rows_where(where) == wanted and wanted,
                   f"{name} finds the documents that decree 364 answers otherwise: {len(wanted)}")

            for hostile in HOSTILE:
                quoted = '"' + hostile.replace('"', '""') + '"'
                register.run(f'CREATE TABLE {quoted} ({quoted} text, "last_day" {"date" if name == "PostgreSQL" else "text"})')
                register.run(f"INSERT INTO {quoted} VALUES ('permanent_residence_permit', '2021-12-31')")
                pairs = library.sql_columns([("term", hostile), "last_day"], table=hostile)
                answer = register.run("SELECT " + library.sql("statement", EXTENSION, pairs, register.dialect, DAY,
                                                              library.options()) + f" FROM {quoted}")
                tap.ok([list(row) for row in answer] == [["2022-07-18"]], f"{name} reads a column called {hostile}", answer)
            tap.ok(len(register.rows_where("1 = 1")) == ROWS, f"{name}: the register is as it was")

            # A chosen value that means none, inside the calendar.
            for day, wanted in (("9999-12-31", "silent"), ("2021-12-31", "yes")):
                pairs = library.sql_columns(["term", "last_day"], table="chosen", none="9999-12-31")
                kind = "date" if name == "PostgreSQL" else "text"
                register.run(f'CREATE TABLE "chosen" ("term" text, "last_day" {kind})')
                register.run(f"INSERT INTO \"chosen\" VALUES ('permanent_residence_permit', '{day}')")
                answer = register.run("SELECT " + library.sql("statement", EXTENSION, pairs, register.dialect, OUTCOME,
                                                              library.options(reading=1)) + ' FROM "chosen"')
                register.run('DROP TABLE "chosen"')
                tap.ok([list(row) for row in answer] == [[wanted]], f"{name}: 9999-12-31 chosen for none, {day}: {wanted}", answer)

            # Values that are none of a fact have no answer.
            wrong = [("visum", "2021-12-31"), ("", "2021-12-31")]
            if name == "SQLite":
                wrong += [("visa", text) for text in ("2021-02-30", "2021-12-31 00:00", "20211231", "now", "0000-01-01", "")]
            for term, day in wrong:
                row = f"(SELECT '{term}' AS \"term\", {'DATE ' if name == 'PostgreSQL' else ''}'{day}' AS \"last_day\") AS \"one\""
                text = library.sql("statement", EXTENSION, library.sql_columns(["term", "last_day"], table="one"),
                                   register.dialect, OUTCOME, library.options())
                answer = register.run(f"SELECT {text} FROM {row}")
                tap.ok([list(one) for one in answer] == [[None]], f"{name}: “{term}”, “{day}” has no answer", answer)
    for what, columns, dialect, says, day in (
            ("another dialect", library.sql_columns(FACTS), 3, DAY, UNKNOWN),
            ("another saying", library.sql_columns(FACTS), SQLITE, 4, UNKNOWN),
            ("a fact twice", library.sql_columns(["term", "term"]), SQLITE, DAY, UNKNOWN),
            ("a fact of another question", library.sql_columns(["age"]), SQLITE, DAY, UNKNOWN),
            ("an empty name", library.sql_columns([("term", "")]), SQLITE, DAY, UNKNOWN),
            ("a backslash in none", library.sql_columns(FACTS, none="\\"), SQLITE, DAY, UNKNOWN),
            ("a day without WHERE", library.sql_columns(FACTS), SQLITE, DAY, 0)):
        try:
            library.sql("statement", EXTENSION, columns, dialect, says, library.options(), day=day)
            said = None
        except Refused as refused:
            said = refused
        tap.ok(said is not None and said.code == 3, f"{what} is refused: {said}")
    left = too_long(library)
    tap.ok(left == (RANGE, b"", -1), "of an expression that would be too long nothing is left in the buffer", left)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
