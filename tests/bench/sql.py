#!/usr/bin/env python3
"""What a row costs in PostgreSQL and SQLite: the function, the CASE that somebody would write instead, the scan alone; and who loses
status next month, by windows and by every row. Equal answers first.

    sql.py --source DIR --build DIR [--rows N] [--persons N] [--rounds N]

The time is that of the process on its processor, the least of the rounds: other work on the machine counts little.
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "sql"))

from server import Server  # noqa: E402
from tap import Failed, attempt, run  # noqa: E402

TERMS = ("temporary_stay visa migration_card stay_registration residence_registration temporary_residence_permit"
         " permanent_residence_permit refugee_certificate patent work_permit").split()

# The statement, all readings, as somebody would write it who knows no other law.
CASE = """CASE WHEN term IN ('permanent_residence_permit', 'temporary_residence_permit', 'residence_registration')
               AND {day} >= {first} THEN {day} + 199
               WHEN term IN ('refugee_certificate', 'temporary_asylum_certificate') AND {day} > {first} THEN {day} + 199 END"""


def dates(first, days):
    return f"""SELECT (ARRAY{TERMS})[1 + floor(random() * {len(TERMS)})] AS term, date '{first}' + floor(random() * {days})::integer AS last_day"""


# ---- PostgreSQL ----


def on_processor(server, sql, rounds, database="postgres"):
    """The least time of a statement on the processor, in nanoseconds."""
    code = f"""
        SET max_parallel_workers_per_gather = 0;
        CREATE FUNCTION pg_temp.spent() RETURNS bigint LANGUAGE sql VOLATILE AS
            $$SELECT split_part(pg_read_file('/proc/self/schedstat'), ' ', 1)::bigint$$;
        CREATE FUNCTION pg_temp.least() RETURNS bigint LANGUAGE plpgsql AS $f$
        DECLARE
            before bigint;
            least bigint;
        BEGIN
            FOR i IN 1 .. {rounds} LOOP
                before := pg_temp.spent();
                PERFORM * FROM ({sql}) AS asked;
                least := least(least, pg_temp.spent() - before);
            END LOOP;
            RETURN least;
        END$f$;
        SELECT pg_temp.least();"""
    return int(server.ask(code, database).split()[-1])


def postgresql(server, options):
    server.ask(f"""
        CREATE EXTENSION IF NOT EXISTS statusrules;
        SELECT setseed(0.5);
        CREATE UNLOGGED TABLE document AS SELECT *, term::statusrules_term AS kind
        FROM ({dates('2021-01-01', 730)} FROM generate_series(1, {options.rows})) AS made;
        VACUUM ANALYZE document;""")
    case = CASE.format(day="last_day", first="date '2021-12-31'")
    function = "statusrules_extension(term, last_day)"
    differ = server.ask(f"SELECT count(*) FROM document WHERE {function} IS DISTINCT FROM {case};").strip()
    if differ != "0":
        raise Failed(f"{differ} answers differ")
    ways = {"scan": "last_day", "statusrules_extension": function,
            "statusrules_extension, long": "statusrules_extension(term, last_day, 'infinity', 1)",
            "statusrules_extension of the enum": "statusrules_extension(kind, last_day)",
            "statusrules_extension, law measures":
                "statusrules_extension(term, last_day, '{\"law\": \"measures\", \"citizenship\": \"UZ\", \"location\": \"in_russia\"}')",
            "statusrules_valid_on": "statusrules_valid_on(term, last_day, '2022-03-01')", "CASE": case}
    scan = "SELECT count(term), count(last_day), count(kind), count({}) FROM document"
    spent = {name: on_processor(server, scan.format(what), options.rounds) / options.rows for name, what in ways.items()}
    print_ways("PostgreSQL", spent)


def print_ways(engine, spent):
    scan, function = spent["scan"], spent["statusrules_extension"]
    print(f"\n| {engine} | ns a row | over the scan | x of the function |\n|---|---|---|---|")
    for name, ns in spent.items():
        print(f"| {name} | {ns:.1f} | {ns - scan:.1f} | {(ns - scan) / (function - scan):.2f} |")


def losing(server, options):
    server.ask("CREATE DATABASE office;")
    examples = Path(options.source) / "examples/sql"
    for name in ("register.sql", "views.sql"):
        done = server.attempt(f"\\i {examples / name}\n", "office", "-v", f"persons={options.persons}")
        if done.returncode:
            raise Failed(done.stderr[:2000])
    month = "('2022-10-31', '2022-11-30')"
    both = server.ask(f"SELECT count(*), (SELECT count(*) FROM (SELECT * FROM losing{month} EXCEPT SELECT * FROM losing_by_every_row{month})"
                      f" AS e) FROM losing_by_every_row{month};", "office").strip().split("|")
    windows = server.ask(f"SELECT count(*) FROM losing{month};", "office").strip()
    if both != [windows, "0"]:
        raise Failed(f"{both} by every row, {windows} by windows")
    quick = on_processor(server, f"SELECT count(*) FROM losing{month}", 3 * options.rounds, "office")
    asked = on_processor(server, "SELECT * FROM good_last_days('2022-10-31') UNION ALL SELECT * FROM good_last_days('2022-11-30')",
                         3 * options.rounds, "office")
    slow = on_processor(server, f"SELECT count(*) FROM losing_by_every_row{month}", max(2, options.rounds // 2), "office")
    documents = server.ask("SELECT count(*) FROM document;", "office").strip()
    print(f"\n| who loses status next month: {options.persons} persons, {documents} documents, {windows} lose it | ms | x |\n|---|---|---|")
    print(f"| by windows | {quick / 1e6:.1f} | 1 |\n| of which asking the law for the windows | {asked / 1e6:.1f} | |")
    print(f"| by every row | {slow / 1e6:.1f} | {slow / quick:.0f} |")


# ---- SQLite ----


def sqlite(module, scratch, options):
    path = scratch / "documents.db"
    terms = ", ".join(f"({n}, '{term}')" for n, term in enumerate(TERMS))

    def ask(sql):
        done = attempt("sqlite3", "-bail", "-batch", path, input=f".load {module}\n{sql}\n")
        if done.returncode:
            raise Failed(done.stderr[:2000])
        return done.stdout

    ask(f"""CREATE TABLE document (term TEXT, last_day TEXT, day INTEGER);
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {options.rows}), t(k, term) AS (VALUES {terms}),
            r AS MATERIALIZED (SELECT i, abs(random() % {len(TERMS)}) AS k, 18628 + abs(random() % 730) AS day FROM n)
            INSERT INTO document SELECT (SELECT term FROM t WHERE t.k = r.k), date('1970-01-01', day || ' days'), day FROM r;""")
    case = CASE.format(day="day", first="18992")
    function = "statusrules_extension(term, last_day)"
    differ = ask(f"SELECT count(*) FROM document WHERE julianday({function}) - 2440587.5 IS NOT {case};").strip()
    if differ != "0":
        raise Failed(f"{differ} answers differ")
    ways = {"scan": "last_day", "statusrules_extension": function,
            "statusrules_extension, long": "statusrules_extension(term, last_day, 'infinity', 1)",
            "statusrules_valid_on": "statusrules_valid_on(term, last_day, '2022-03-01')", "CASE on day numbers": case}
    # Round after round, so that what else runs on the machine meets all ways alike.
    sql = "".join(f"SELECT count(term), count(last_day), count(day), count({what}) FROM document;\n" for what in ways.values())
    times = [float(seconds) for seconds in re.findall(r"user ([\d.]+)", ask(".timer on\n" + sql * options.rounds))]
    spent = {name: min(times[n::len(ways)]) * 1e9 / options.rows for n, name in enumerate(ways)}
    print_ways("SQLite", spent)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--build", type=Path, required=True, help="a built tree with the SQLite extension")
    parser.add_argument("--rows", type=int, default=2000000)
    parser.add_argument("--persons", type=int, default=1000000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    options.source = options.source.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch).resolve()
        scratch.chmod(0o755)
        sqlite(options.build.resolve() / "bindings/sqlite/libstatusrules_sqlite", scratch, options)
        run("meson", "setup", scratch / "library", options.source, f"--prefix={scratch / 'installed'}", "--libdir=lib",
            "-Dtests=false", "-Dexamples=false")
        run("ninja", "-C", scratch / "library", "install")
        (scratch / "postgresql").mkdir()
        with Server(scratch / "postgresql", scratch / "installed") as server:
            postgresql(server, options)
            losing(server, options)


if __name__ == "__main__":
    main()
