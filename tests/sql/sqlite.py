#!/usr/bin/env python3
"""Does the SQLite extension answer as the library does, with nothing but the program sqlite3?

    sqlite.py EXTENSION [--full]

EXTENSION is the module without its ending. --full makes 100 million calls for the memory they take. Prints TAP.
"""

import argparse
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import cases
from cases import Failed, literal
from tap import Tap, attempt

# JSON of an answer, text of a day, and facts that are others: every question but one asks one of these.
OTHER = {"last_day": "2100-01-01", "on_day": "1999-12-31"}
DIALECT = ("", "day", f"json_patch(facts, '{json.dumps(OTHER)}')")
STATEMENT = "'permanent_residence_permit', '2021-12-31'"


class Database:
    """A database in a file, asked through sqlite3 with the extension loaded."""

    def __init__(self, extension, path):
        self.extension, self.path = extension, path

    def ask(self, sql):
        """What a run of sqlite3 printed; a run that fails is a failure."""
        done = self.attempt(sql)
        if done.returncode or done.stderr:
            raise Failed(f"{sql[:300]}\n{done.stderr[:2000]}")
        return done.stdout

    def attempt(self, sql):
        # What was given may be no UTF-8.
        return attempt("sqlite3", "-bail", "-batch", self.path, input=f".load {self.extension}\n{sql}\n", errors="backslashreplace")

    def refuses(self, sql, words):
        done = self.attempt(sql)
        if done.returncode and words in done.stderr:
            return []
        return [f"{sql}: expected {words!r}, got {(done.stderr or done.stdout)!r}"]

    def gives(self, sql, expected):
        found = self.ask(sql).rstrip("\n")
        return [] if found == expected else [f"{sql}: expected {expected!r}, got {found!r}"]


# ---- The vectors ----


def fill(db, rows):
    columns = {name: "" for name in cases.COLUMNS}
    db.ask("BEGIN;\n" + "\n".join(cases.table(rows, columns)) + "\nCOMMIT;")
    found = db.ask("SELECT count(*) FROM vectors;").strip()
    return [] if found == str(len(rows)) else [f"{found} rows are in the table, and not {len(rows)}"]


def same_as_vectors(db, name):
    read, wrong, first = cases.said(db.ask(cases.question_about(name, *DIALECT)))
    if int(read) == 0:
        return ["no row was read"]
    return [f"{wrong} of {read} rows differ, the first {first}"] if wrong != "0" else []


def sees_a_wrong_vector(db):
    """The check itself: a day changed in the table must be seen by the answer and by the extension."""
    change = "BEGIN; UPDATE vectors SET day = '2022-07-19' WHERE file = 'statement-extension.tsv' AND line = 2;"
    wrong = []
    for name in ("statusrules_answer, short", "statusrules_extension, long"):
        found = cases.said(db.ask(f"{change} {cases.question_about(name, *DIALECT)} ROLLBACK;"))
        if found[1:] != ["1", "statement-extension.tsv:2"]:
            wrong.append(f"{name}: {found}")
    return wrong


def stretches(db, facts, n_terms):
    """Every document and every last day of some years: the quick way against one answer after another."""
    text = literal(json.dumps(facts))
    sql = f"""
        WITH RECURSIVE days(day) AS (SELECT '2018-12-01' UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2023-02-01'),
        terms(term) AS (SELECT value FROM json_each({literal(json.dumps(n_terms))})),
        asked AS (SELECT term, day, statusrules_extension(term, day, {text}) AS quick,
                         statusrules_valid_on(term, day, '2022-08-01', {text}) AS valid,
                         json_patch({text}, json_object('term', term, 'last_day', day)) AS facts FROM days, terms)
        SELECT count(*), count(quick), sum(quick IS DISTINCT FROM
                   (SELECT iif(a ->> 'outcome' = 'yes', a ->> 'day', NULL) FROM (SELECT statusrules_answer('extension', facts) AS a))
                   OR valid <> statusrules_answer('extension', json_set(facts, '$.valid_on', '2022-08-01')) ->> 'outcome')
        FROM asked
        WHERE statusrules_error('extension', facts) IS NULL;"""
    read, days, wrong = cases.said(db.ask(sql))
    return [] if wrong == "0" and int(read) > 10000 and int(days) > 0 else [f"{wrong} of {read} rows differ; {days} days"]


def inverse(db, facts, terms):
    """The last days of a document that is valid on a day, as intervals, against the answer to each last day."""
    text = literal(json.dumps(facts))
    sql = f"""
        WITH RECURSIVE days(day) AS (SELECT '2019-06-02' UNION ALL SELECT date(day, '+1 day') FROM days WHERE day < '2023-02-01'),
        terms(term) AS (SELECT value FROM json_each({literal(json.dumps(terms))})),
        good AS MATERIALIZED (SELECT term, first, last FROM terms JOIN statusrules_inverse('extension',
            json_patch({text}, json_object('term', term, 'valid_on', '2022-03-01')), 'last_day')),
        asked AS (SELECT statusrules_valid_on(term, day, '2022-03-01', {text}) = 'yes' AS valid,
                         EXISTS (SELECT 1 FROM good WHERE good.term = terms.term AND day BETWEEN first AND last) AS within
                  FROM days, terms)
        SELECT count(*), sum(within), sum(valid <> within) FROM asked;"""
    read, days, wrong = cases.said(db.ask(sql))
    return [] if wrong == "0" and int(read) > 10000 and 0 < int(days) < int(read) else [f"{wrong} of {read} differ; {days} within"]


# ---- Forms, types, failures ----

GIVES = [
    ("SELECT * FROM statusrules_inverse('extension', '{\"term\": \"permanent_residence_permit\", \"last_day\": \"2021-12-31\"}',"
     " 'valid_on');", "0001-01-01|2022-07-18"),
    ("SELECT * FROM statusrules_inverse('extension', '{\"term\": \"permanent_residence_permit\"}', 'last_day', '2022-07-18',"
     " 'infinity', 1) WHERE first < '2022-01-01';", "2021-12-31|9999-06-15"),
    ("SELECT statusrules_answer('vaccination', '{\"on_day\": \"2022-01-01\"}') ->> 'ask_next';", "location"),
    (f"SELECT statusrules_extension({STATEMENT});", "2022-07-18"),
    (f"SELECT statusrules_extension({STATEMENT}, 'infinity', 1);", "2022-07-18"),
    ("SELECT statusrules_extension('вид на жительство', '2021-12-31');", "2022-07-18"),
    ("SELECT statusrules_extension(NULL, '2021-12-31') IS NULL, statusrules_extension('visa', NULL) IS NULL;", "1|1"),
    ("SELECT statusrules_valid_on('visa', 'infinity', '2021-12-31');", "silent"),
    ("SELECT statusrules_eligibility('vaccination', NULL);", "undetermined"),
    ("SELECT statusrules_answer('extension', '{\"term\": \"permanent_residence_permit\"}') ->> 'missing';", '["last_day"]'),
    ("SELECT json_object('a', statusrules_answer('extension', NULL)) ->> '$.a.outcome';", "undetermined"),
    ("SELECT statusrules_edition('statement'), statusrules_version() LIKE '0.%';", "1|1"),
    ("SELECT day, title LIKE '%Kazakova%', json_array_length(readings) FROM statusrules_provisions('statement')"
     " WHERE id = 'S1';", "2022-07-18|1|3"),
    ("SELECT count(*) = (SELECT count(*) FROM statusrules_provisions('measures')) + (SELECT count(*) FROM"
     " statusrules_provisions('statement')) FROM statusrules_provisions;", "1"),
    ("SELECT count(*) FROM statusrules_provisions p JOIN (SELECT 'statement' AS l) ON p.of_law = l WHERE p.law <> l;", "0"),
]

# What no program of the office writes, and a file of somebody else may hold.
STRANGE = [
    ("SELECT statusrules_extension(x'76697361', '2021-12-31');", "term: a name is expected, as text"),
    ("SELECT statusrules_extension('visa', x'323032312d31322d3331');", "last_day: a date is expected, written YYYY-MM-DD"),
    ("SELECT statusrules_extension('visa', 2021.5);", "last_day: a date is expected, written YYYY-MM-DD"),
    ("SELECT statusrules_extension(3, '2021-12-31');", "term: a name is expected, as text"),
    ("SELECT statusrules_extension('visa' || char(0), '2021-12-31');", "term: no such name; did you mean visa?"),
    ("SELECT statusrules_extension('visa', '2021-12-31' || char(0) || 'x');", "what stands at offset 10 does not fit"),
    ("SELECT statusrules_extension('visa', column1) FROM (VALUES ('2021-12-31'), ('2021/12/31'));", "what stands at offset 4 does not fit"),
    ("SELECT statusrules_extension('visa', CAST(zeroblob(10) AS TEXT));", "last_day: a date is written YYYY-MM-DD"),
    ("SELECT statusrules_extension('visa', '-infinity');", "last_day: a date is written YYYY-MM-DD"),
    ("SELECT statusrules_extension('visa', 'epoch');", "last_day: a date is written YYYY-MM-DD"),
    ("SELECT statusrules_extension('visa', '0000-12-31');", "last_day: there is no such day: year 0"),
    ("SELECT statusrules_extension('permanent_residence_permit', '9999-12-31');", "would give a day outside the calendar"),
    ("SELECT statusrules_extension(printf('%.*c', 9000000, 'x'), '2021-12-31');", "term: no such name"),
    ("SELECT statusrules_extension('visa', printf('%.*c', 9000000, '2'));", "what stands at offset 4 does not fit"),
    ("SELECT statusrules_extension('visa', '2021-12-31', printf('%.*c', 9000000, '['));", "facts: maximum parsing depth reached"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"' || printf('%.*c', 9000000, 'x') || '\": 1}');", "facts: no such name"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"age\": 1, \"age\": 1}');", "facts: duplicate object key"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"age\": 1e3}');", "age: a whole number is expected"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"age\": 99999999999999999999}');", "facts: too big integer"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"location\": \"\\u0000abroad\"}');", "facts: "),
    ("SELECT statusrules_extension(CAST(x'ff766973' AS TEXT), '2021-12-31');", "term: no such name"),
    ("SELECT statusrules_extension('visa', '2021-12-31', CAST(x'7b22ff223a317d' AS TEXT));", "facts: unable to decode byte"),
    ("SELECT statusrules_extension('visa', '2021-12-31', x'7b7d');", "facts: a JSON object is expected"),
    ("SELECT statusrules_valid_on('visa', '2021-12-31', 18992);", "valid_on: a date is expected, written YYYY-MM-DD"),
    ("SELECT statusrules_extension('visa', '2021-12-31', 'infinity', 1.5);", "edition: a whole number is expected"),
    ("SELECT statusrules_extension('visa', '2021-12-31', 'infinity', 4294967297);", "edition: a whole number is expected"),
    ("SELECT statusrules_verify(printf('%.*c', 9000000, '0'), NULL);", "this is no receipt"),
]

REFUSES = [
    ("SELECT statusrules_verify('040G205', NULL);", "receipt"),
    ("SELECT statusrules_verify(NULL, NULL);", "receipt: its 65 characters are expected, as text"),
    ("SELECT * FROM statusrules_inverse('extension', '{}', 'age');", "fact: "),
    ("SELECT * FROM statusrules_inverse('extension', '{}', 'lost_day');", "facts: no such name; did you mean last_day?"),
    ("SELECT * FROM statusrules_inverse('extension');", "statusrules_inverse: needs question, facts and fact"),
    ("SELECT * FROM statusrules_inverse('extension', '{}', 'last_day', NULL, 'infinity');", "edition: must be given here"),
    ("SELECT statusrules_extension('visaa', '2021-12-31');", 'term: no such name; did you mean visa? (given: "visaa")'),
    ("SELECT statusrules_extension('visa', '2021-02-30');", "last_day: there is no such day: day 30; allowed: 1 to 28"),
    ("SELECT statusrules_extension('visa', 18000);", "last_day: a date is expected, written YYYY-MM-DD"),
    ("SELECT statusrules_extension('visa', '2021-1-1');", "last_day: a date is written YYYY-MM-DD; what stands at offset 6"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"lokation\": \"abroad\"}');",
     'facts: no such name; did you mean location? (given: "lokation")'),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"term\": \"visa\"}');", "term and last_day have arguments of their own"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '[]');", "facts: a JSON object is expected"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{');", "facts: "),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"location\": 1}');", "location: a name is expected, as text"),
    ("SELECT statusrules_extension('visa', '2021-12-31', '{\"issued_on\": \"2022-01-01\"}');",
     "last_day: 31 December 2021 is earlier than the day of issue, 1 January 2022"),
    ("SELECT statusrules_extension('visa', '2021-12-31', NULL, 1);", "known_on: must be given here"),
    ("SELECT statusrules_extension('visa', '2021-12-31', 'infinity', NULL);", "edition: must be given here"),
    ("SELECT statusrules_extension('visa', '2021-12-31', 'infinity', 99);", "edition: 99 is an edition that this library does not hold"),
    ("SELECT statusrules_answer('extension', '{\"known_on\": \"2022-01-01\"}', 'infinity', 1);", "known_on: is given twice"),
    ("SELECT statusrules_answer('extension', '{\"law\": \"gossip\"}');", "law: no such law; allowed: statement, measures"),
    ("SELECT statusrules_valid_on('visa', '2021-12-31', NULL);", "valid_on: must be given: the day asked about"),
    ("SELECT statusrules_eligibility('extension', NULL);", "question: "),
    ("SELECT statusrules_eligibility('vacination', NULL);", "question: no such name; did you mean vaccination?"),
    ("SELECT statusrules_explain('extension', NULL, 'fr');", "language: no such language; allowed: en, ru"),
    ("SELECT * FROM statusrules_provisions('gossip');", "law: no such law; allowed: statement, measures"),
    ("SELECT statusrules_extension('visa');", "wrong number of arguments"),
]


def readme(db):
    """The two statements of README, as they stand there: the loader of the system finds the extension."""
    environment = os.environ | {"LD_LIBRARY_PATH": str(db.extension.parent)}
    done = attempt("sqlite3", "-bail", "-batch", input=cases.readme(".load libstatusrules_sqlite"), env=environment)
    return [done.stderr] if done.returncode else cases.explained(done.stdout)


def days_of_half_a_century(db):
    """Days that were met are found again: each as it is, whatever other day has its place."""
    return db.gives("""
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 18262),
        days AS MATERIALIZED (SELECT date('1990-01-01', (i * 4096 % 18263) || ' days') AS day FROM n)
        SELECT count(DISTINCT day), count(found), sum(found IS NOT iif(day >= '2021-12-31', date(day, '199 days'), NULL))
        FROM (SELECT day, statusrules_extension('permanent_residence_permit', day) AS found FROM days);""", "18263|6576|0")


def other_encodings(db):
    """A database of UTF-16 is answered as one of UTF-8."""
    wrong = []
    for encoding in ("UTF-16le", "UTF-16be"):
        found = attempt("sqlite3", "-bail", "-batch", ":memory:", input=f"""PRAGMA encoding = '{encoding}';
.load {db.extension}
CREATE TABLE paper (term, last_day, facts);
INSERT INTO paper VALUES ('вид на жительство', '2021-12-31', '{{"location": "в России"}}'), ('visa', '2021-12-31', NULL);
SELECT statusrules_extension(term, last_day, facts) FROM paper;
SELECT statusrules_explain('extension', '{{"term": "вид на жительство", "last_day": "2021-12-31"}}', 'ru') LIKE '%по 18 июля 2022 г.%';
""")
        wrong += [] if found.stdout == "2022-07-18\n\n1\n" and not found.stderr else [f"{encoding}: {found.stdout}{found.stderr}"]
    return wrong


def interrupted(db):
    """A statement that is interrupted ends at once."""
    sql = "SELECT count(statusrules_explain('extension', json_object('age', i % 100))) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL" \
          " SELECT i + 1 FROM n) SELECT i FROM n);"
    with subprocess.Popen(["sqlite3", "-bail", "-batch", ":memory:"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          text=True) as program:
        program.stdin.write(f".load {db.extension}\nSELECT 'loaded';\n{sql}\n")
        program.stdin.flush()
        program.stdout.readline()
        time.sleep(0.3)
        program.send_signal(signal.SIGINT)
        try:
            _, said = program.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            program.kill()
            return ["it went on for a minute"]
    return [] if program.returncode and "interrupted" in said else [f"{program.returncode}: {said}"]


def kept_in_the_file(db):
    """What a file keeps by the long form holds when the file is checked, dumped and read again, also where its schema is not trusted."""
    db.ask("CREATE TABLE paper (term, last_day, ends GENERATED ALWAYS AS (statusrules_extension(term, last_day, 'infinity', 1)) STORED);"
           "INSERT INTO paper SELECT term, last_day FROM vectors WHERE error IS NULL AND last_day < '9000' LIMIT 500;"
           "CREATE INDEX paper_end ON paper (statusrules_valid_on(term, last_day, '2022-07-18', 'infinity', 1));"
           "CREATE VIEW today AS SELECT *, statusrules_valid_on(term, last_day, '2022-07-18') AS valid FROM paper;"
           "CREATE VIEW law AS SELECT * FROM statusrules_provisions;")
    wrong = db.gives("PRAGMA trusted_schema = OFF; PRAGMA integrity_check; SELECT count(*) > 100 FROM today; SELECT count(*) > 400 FROM law;",
                     "ok\n1\n1")
    holds = "SELECT count(*), count(ends), group_concat(valid) FROM today;"
    back = Database(db.extension, db.path.with_name("back.db"))
    back.ask(db.ask(".dump paper\n.dump today\n"))
    return wrong + back.gives("PRAGMA integrity_check;", "ok") + back.gives(holds, db.ask(holds).rstrip("\n"))


def explains(db):
    words = {"en": "considered valid up to and including 18 July 2022", "ru": "по 18 июля 2022 г. включительно"}
    wrong = []
    for language, expected in words.items():
        facts = '{"term": "permanent_residence_permit", "last_day": "2021-12-31"}'
        for form in ("", ", 'infinity', 1"):
            text = db.ask(f"SELECT statusrules_explain('extension', '{facts}', '{language}'{form});")
            if expected not in text or "https://geneva.mid.ru" not in text:
                wrong.append(f"{language}: {text}")
    return wrong


# ---- Deterministic or not ----


def index_and_column(db):
    """The long form serves an index and a generated column, the short one is refused in both."""
    db.ask("CREATE TABLE documents (term, last_day);"
           "INSERT INTO documents SELECT term, last_day FROM vectors WHERE error IS NULL AND last_day < '9000';"
           "PRAGMA trusted_schema = OFF;"
           "CREATE INDEX documents_end ON documents (statusrules_extension(term, last_day, 'infinity', 1));"
           "ALTER TABLE documents ADD COLUMN ends GENERATED ALWAYS AS"
           " (statusrules_extension(term, last_day, 'infinity', 1)) VIRTUAL;")
    plan = db.ask("EXPLAIN QUERY PLAN SELECT * FROM documents"
                  " WHERE statusrules_extension(term, last_day, 'infinity', 1) = '2022-07-18';")
    wrong = [] if "USING INDEX documents_end" in plan else [f"the index is not used: {plan}"]
    wrong += db.gives("SELECT count(*) > 0, sum(ends IS NOT statusrules_extension(term, last_day)) FROM documents"
                      " WHERE ends = '2022-07-18';", "1|0")
    prohibited = "non-deterministic functions prohibited"
    for call in ("extension(term, last_day)", "extension(term, last_day, NULL)", "valid_on(term, last_day, '2022-01-01')",
                 "answer('extension', NULL)", "eligibility('work', NULL)", "education_entry(NULL)",
                 "explain('extension', NULL)", "error('extension', NULL)", "edition('statement')", "receipt('extension', NULL)", "verify('', NULL)"):
        wrong += db.refuses(f"CREATE INDEX short ON documents (statusrules_{call});", prohibited)
        wrong += db.refuses(f"CREATE TABLE short (term, last_day, x GENERATED ALWAYS AS (statusrules_{call}) STORED);",
                            prohibited)
    return wrong


def long_forms(db):
    """Every long form is deterministic."""
    wrong = []
    for number, call in enumerate(("extension(term, last_day, NULL, 'infinity', 1)",
                                   "valid_on(term, last_day, '2022-01-01', 'infinity', 1)",
                                   "valid_on(term, last_day, '2022-01-01', NULL, 'infinity', 1)",
                                   "answer('extension', NULL, 'infinity', 1)", "eligibility('work', NULL, 'infinity', 1)",
                                   "education_entry(NULL, 'infinity', 1)", "explain('extension', NULL, 'infinity', 1)",
                                   "explain('extension', NULL, 'ru', 'infinity', 1)", "error('extension', NULL, 'infinity', 1)",
                                   "receipt('extension', NULL, 'infinity', 1)")):
        done = db.attempt(f"CREATE INDEX long_{number} ON documents (statusrules_{call});")
        wrong += [f"{call}: {done.stderr}"] if done.returncode else []
    return wrong


def memory_is_flat(db, calls):
    """The most memory that sqlite3 ever took, after a thousand rounds and after as many more as make that many calls. A round is 300
    documents, three that share no facts with the last, and one of each other form."""
    a_round = 310
    # The shell's parent is sqlite3. What the system says of a child that ended would count what this program took before.
    peak = ".shell grep VmHWM /proc/$PPID/status\n"
    ask = """
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rounds})
        SELECT (SELECT count(statusrules_extension('visa', day)) + count(statusrules_valid_on('visa', day, '2022-01-01')) FROM days WHERE i),
               statusrules_extension('visa', '2021-01-01', json_object('age', i % 100)),
               statusrules_extension('visa', '2021-01-01', json_object('age', i % 100), 'infinity', 1),
               statusrules_valid_on('visa', '2021-01-01', '2022-01-01', json_object('age', i % 100)),
               statusrules_error('extension', json_object('age', 1000 + i % 100)),
               statusrules_answer('extension', json_object('age', i % 100)), statusrules_explain('vaccination', json_object('age', i % 100)),
               statusrules_eligibility('vaccination', json_object('age', i % 100)), statusrules_receipt('extension', json_object('age', i % 100)),
               (SELECT count(*) FROM statusrules_inverse('vaccination', json_object('age', i % 100), 'on_day')),
               (SELECT count(*) FROM statusrules_provisions('statement', iif(i % 2, 'en', 'ru'))) FROM n;
"""
    said = db.ask("""CREATE TEMP TABLE days (day);
        WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 149)
        INSERT INTO days SELECT date('2020-01-01', (i * 6) || ' days') FROM n;
.output /dev/null
""" + ask.format(rounds=1000) + ".output\n" + peak + ".output /dev/null\n" + ask.format(rounds=calls // a_round) + ".output\n" + peak)
    few, many = map(int, re.findall(r"VmHWM:\s*(\d+) kB", said))
    print(f"# sqlite3 took {few} KB at most after 1,000 rounds, {many} KB after {calls // a_round * a_round} more calls")
    return [] if 0 < many <= few + 128 else [f"{few} KB at first, {many} KB after {calls} calls"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("extension", type=Path)
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    tap = Tap()
    with tempfile.TemporaryDirectory() as scratch:
        db = Database(options.extension.resolve(), Path(scratch) / "test.db")
        rows = cases.vectors()
        tap.check(f"all {len(rows)} vectors are read", fill, db, rows)
        for name in cases.DIFFERS:
            tap.check(f"{name}: all vectors", same_as_vectors, db, name)
        tap.check("a vector with a wrong day is seen", sees_a_wrong_vector, db)
        terms = sorted({row["term"] for row in rows if row["term"]})
        for facts in cases.REGISTERS:
            tap.check(f"a register of which all is {json.dumps(facts)} is answered like case after case", stretches, db, facts,
                      terms)
            tap.check(f"the last days that are good, where all is {json.dumps(facts)}, are those", inverse, db, facts, terms)
        for sql, expected in GIVES:
            tap.check(f"{sql} gives {expected}", db.gives, sql, expected)
        for sql, words in REFUSES + STRANGE:
            tap.check(f"{sql} is refused: {words}", db.refuses, sql, words)
        tap.check("README's two statements give 18 July 2022 and its source", readme, db)
        tap.check("an explanation is given in English and Russian, with its source", explains, db)
        tap.check("an index and a generated column take the long form and refuse the short one", index_and_column, db)
        tap.check("every long form is deterministic", long_forms, db)
        tap.check("half a century of days are read and written as they are", days_of_half_a_century, db)
        tap.check("a database of UTF-16 is answered alike", other_encodings, db)
        tap.check("a statement that is interrupted ends", interrupted, db)
        tap.check("a file with a generated column, an index and views is checked, dumped and read again", kept_in_the_file, db)
        calls = 100000000 if options.full else 3000000
        tap.check(f"memory is flat over {calls} calls", memory_is_flat, db, calls)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
