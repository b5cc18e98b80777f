#!/usr/bin/env python3
"""Does the PostgreSQL extension answer as the library does, in a real server that starts here and ends here?

    postgresql.py --source DIR --build DIR [--full]

The library is built and installed into a folder, the extension built against it with PGXS. --full asks 100 million rows for the
memory they take. Prints TAP.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

import cases
from cases import Failed, literal
from server import Server
from tap import Tap, attempt, run
from tree import copy_tree

sys.path.insert(0, str(cases.HERE.parent / "law/amended"))

from amend import amend  # noqa: E402

DIALECT = ("to_jsonb", "day::text", "facts || '{\"last_day\": \"2100-01-01\", \"on_day\": \"1999-12-31\"}'")


def fill(server, rows):
    server.ask("CREATE EXTENSION statusrules;")
    server.ask("BEGIN;" + "\n".join(cases.table(rows, cases.COLUMNS)) + "COMMIT; ANALYZE vectors;")
    found = server.ask("SELECT count(*) FROM vectors;").strip()
    return [] if found == str(len(rows)) else [f"{found} rows are in the table, and not {len(rows)}"]


def same_as_vectors(server, name):
    read, wrong, first = cases.said(server.ask(cases.question_about(name, *DIALECT)))
    if int(read) == 0:
        return ["no row was read"]
    return [f"{wrong} of {read} rows differ, the first {first}"] if wrong != "0" else []


def sees_a_wrong_vector(server):
    change = "BEGIN; UPDATE vectors SET day = '2022-07-19' WHERE file = 'statement-extension.tsv' AND line = 2;"
    wrong = []
    for name in ("statusrules_answer, short", "statusrules_extension, long"):
        found = cases.said(server.ask(f"{change} {cases.question_about(name, *DIALECT)} ROLLBACK;"))
        if found[1:] != ["1", "statement-extension.tsv:2"]:
            wrong.append(f"{name}: {found}")
    return wrong


def stretches(server, facts, terms):
    text = literal(json.dumps(facts))
    sql = f"""
        WITH asked AS (
            SELECT statusrules_extension(term, day, {text}) AS quick, statusrules_valid_on(term, day, '2022-08-01', {text}) AS valid,
                   jsonb {text} || jsonb_build_object('term', term, 'last_day', day) AS facts
            FROM unnest({literal('{' + ','.join(terms) + '}')}::text[]) AS term,
                 (SELECT d::date AS day FROM generate_series(date '2018-12-01', '2023-02-01', '1 day') AS d) AS days
            WHERE statusrules_error('extension', jsonb {text} || jsonb_build_object('term', term, 'last_day', day)) IS NULL)
        SELECT count(*), count(quick), count(*) FILTER (WHERE
                   quick IS DISTINCT FROM CASE WHEN (a).outcome = 'yes' THEN (a).day END
                   OR valid <> (statusrules_answer('extension', facts || '{{"valid_on": "2022-08-01"}}')).outcome)
        FROM (SELECT *, statusrules_answer('extension', facts) AS a FROM asked) AS answered;"""
    read, days, wrong = cases.said(server.ask(sql))
    return [] if wrong == "0" and int(read) > 10000 and int(days) > 0 else [f"{wrong} of {read} rows differ; {days} days"]


def regress(server, name):
    """A file of SQL, with what it must print, through pg_regress."""
    run("chown", "-R", "postgres", server.folder / "tests", server.build)
    done = server.make("installcheck", f"REGRESS={name}")
    differences = server.build / "postgresql/regression.diffs"
    if done.returncode or "All 1 tests passed" not in done.stdout:
        return [done.stdout[-1500:], done.stderr[-500:], differences.read_text()[:4000] if differences.is_file() else ""]
    return []


def readme(server):
    """The two statements of README, as they stand there."""
    server.ask("CREATE DATABASE newcomer;")
    return cases.explained(server.ask(cases.readme("CREATE EXTENSION statusrules;"), "newcomer"))


def office(server):
    """The example with a small register: what its functions find is what every row says, through the index."""
    server.ask("CREATE DATABASE office;")
    for name in ("register", "views", "decisions"):
        done = server.attempt(f"\\i {cases.ROOT}/examples/sql/{name}.sql\n", "office", "-v", "persons=20000")
        if done.returncode:
            return [f"{name}.sql: {done.stderr}"]
    wrong = []
    for until, after in (("2022-10-31", "2022-11-30"), ("2020-05-31", "2020-06-30"), ("2022-07-18", "2022-07-19"), ("2018-05-31", "2018-06-30")):
        both = server.ask(f"""
            WITH quick AS (SELECT person FROM losing('{until}', '{after}')),
            slow AS (SELECT person FROM losing_by_every_row('{until}', '{after}'))
            SELECT (SELECT count(*) FROM quick), (SELECT count(*) FROM slow),
                   (SELECT count(*) FROM quick JOIN slow USING (person));""", "office").strip()
        numbers = both.split("|")
        if len(set(numbers)) != 1 or numbers[0] == "0":
            wrong.append(f"from {until} to {after}: {both}")
    plan = server.ask("EXPLAIN (COSTS OFF) SELECT * FROM losing('2022-10-31', '2022-11-30');", "office")
    wrong += [] if plan.count("Index Only Scan using document_") == 2 and "Seq Scan on document" not in plan else [plan]
    shown = (cases.ROOT / "examples/sql/README.md").read_text(encoding="utf-8")
    # How the two lists of windows are joined may differ from version to version; how the register is read may not.
    reads, said = ([line.split("->")[1].strip() for line in text.splitlines() if "->" in line and " on document" in line] for text in (plan, shown))
    wrong += [] if reads and reads == said else [f"README of the example does not show this plan:\n{plan}"]
    covered = server.ask("""
        SELECT count(*) FROM persons_on('2022-07-18') p FULL JOIN
        (SELECT DISTINCT person FROM documents_on('2022-07-18') WHERE outcome = 'yes') d USING (person)
        WHERE (p.outcome = 'yes') IS DISTINCT FROM (d.person IS NOT NULL);""", "office").strip()
    wrong += [] if covered == "0" else [f"{covered} persons differ from their documents"]
    changed = server.ask("""
        SELECT count(*), count(*) FILTER (WHERE was IS NULL OR is_now > was) FROM decisions_changed('2022-12-31', 1)
        UNION ALL SELECT count(*), NULL FROM decisions_changed('2021-01-15', 1);""", "office").split()
    if int(changed[0].split("|")[0]) == 0 or changed[1] != "0|":
        wrong.append(f"decisions that change: {changed}")
    receipts = server.ask("SELECT count(*) FROM decision WHERE statusrules_verify(receipt, asked) <> 'equal';", "office").strip()
    return wrong + ([] if receipts == "0" else [f"{receipts} receipts do not hold"])


def next_edition(server, source, scratch):
    """The library is upgraded to edition 2 under the office: what stands goes on, and the query finds the answer that edition 2 gives
    otherwise, and no other of that day."""
    case = {"law": "measures", "location": "in_russia", "citizenship": "UA", "reading": "literal", "identified": "yes"}
    stay = {"term": "temporary_stay", "last_day": "2022-09-30"}
    rows = [(case, stay), (case | {"identified": "no"}, stay), (case, stay | {"term": "patent"})]
    server.ask("DELETE FROM decision;" + "".join(
        f"INSERT INTO decision VALUES (1, {literal(document['term'])}, '2022-09-30', {literal(json.dumps(facts))}, '2022-12-31', 1, DEFAULT,"
        f" {literal(json.dumps(facts | document))}, DEFAULT);" for facts, document in rows), "office")
    question = "SELECT term, was, is_now FROM decisions_changed('2022-12-31', {});"
    held = server.attempt(question.format(2), "office")
    wrong = [] if "edition: 2 is an edition that this library does not hold" in held.stderr else [f"before: {held.stdout}{held.stderr}"]

    copy_tree(source, scratch / "amended")
    amend(source / "lib/law", scratch / "amended/lib/law")
    run("meson", "setup", scratch / "amended-library", scratch / "amended", f"--prefix={server.prefix}", "--libdir=lib",
        "--buildtype=debug", "-Dtests=false", "-Dexamples=false")
    run("ninja", "-C", scratch / "amended-library", "install")

    for edition, expected in ((2, "temporary_stay|infinity|2023-12-31\n"), (1, "")):
        found = server.ask(question.format(edition), "office")
        wrong += [] if found == expected else [f"edition {edition}: {found!r}"]
    stand = """SELECT count(*), bool_and(valid_through IS NOT DISTINCT FROM statusrules_extension(term, last_day, facts, known_on, edition)),
        bool_and(statusrules_verify(receipt, asked) = 'equal'), max(statusrules_extension(term, last_day, facts))
        FROM decision WHERE facts ->> 'identified' = 'yes' AND term = 'temporary_stay';"""
    found = server.ask(stand, "office").strip()
    # The amended law adds an act to edition 1 as well, which a receipt notices.
    return wrong + ([] if found == "1|t|f|2023-12-31" else [f"what stood: {found}"])


def uninstalls(server):
    """DROP EXTENSION leaves nothing, and what depends on it holds it back."""
    wrong = []
    server.ask("CREATE DATABASE elsewhere;")
    before = server.ask(OBJECTS, "elsewhere")
    server.ask("CREATE EXTENSION statusrules; CREATE VIEW v AS SELECT statusrules_extension('visa', '2021-12-31');", "elsewhere")
    held = server.attempt("DROP EXTENSION statusrules;", "elsewhere")
    if held.returncode == 0 or "view v depends on function" not in held.stderr:
        wrong.append(f"the view did not hold it back: {held.stderr}")
    server.ask("DROP VIEW v; DROP EXTENSION statusrules;", "elsewhere")
    return wrong + ([] if server.ask(OBJECTS, "elsewhere") == before else ["something is left behind"])


def plain_user(server):
    """Who may make schemas in a database may install, into any schema, whatever stands there; nothing is taken from there."""
    server.ask("CREATE ROLE officer; CREATE DATABASE theirs OWNER officer;")
    officer = "SET SESSION AUTHORIZATION officer;"
    found = server.ask(officer + """
        CREATE SCHEMA law;
        CREATE DOMAIN law.date AS integer; CREATE DOMAIN law.text AS integer; CREATE DOMAIN law.jsonb AS integer;
        SET search_path = law, pg_catalog;
        CREATE EXTENSION statusrules SCHEMA law;
        SET search_path = '';
        SELECT law.statusrules_extension('permanent_residence_permit', '2021-12-31'),
               (law.statusrules_answer('extension', '{"term": "visa", "last_day": "2021-12-31"}')).outcome,
               (SELECT count(*) > 400 FROM law.statusrules_provisions());
        RESET SESSION AUTHORIZATION;
        ALTER EXTENSION statusrules SET SCHEMA public;
        SELECT public.statusrules_extension('permanent_residence_permit', '2021-12-31');
        SELECT count(*) FROM pg_proc WHERE proname LIKE 'statusrules%' AND proargtypes::oid[] && ARRAY['law.date', 'law.text', 'law.jsonb']::regtype[]::oid[];
        """ + officer + """DROP EXTENSION statusrules;""", "theirs").split()
    wrong = [] if found == ["2022-07-18|silent|t", "2022-07-18", "0"] else [f"an officer gets {found}"]
    held = server.attempt(officer + """
        CREATE FUNCTION law.statusrules_version() RETURNS pg_catalog.text LANGUAGE sql AS $$SELECT 'mine'$$;
        CREATE EXTENSION statusrules SCHEMA law;""", "theirs")
    return wrong + ([] if "already exists with same argument types" in held.stderr else [f"a function that stood there: {held.stderr}"])


def encodings(server):
    """Texts are the database's: labels of an office in Windows-1251, what a database without encoding holds, and what LATIN1 cannot hold."""
    question = """SELECT statusrules_extension('вид на жительство', '2021-12-31', '{"location": "в России"}'),
        statusrules_explain('extension', '{"term": "вид на жительство", "last_day": "2021-12-31"}', 'ru') LIKE '%по 18 июля 2022 г. включительно%',
        statusrules_explain('extension', '{"term": "permanent_residence_permit", "last_day": "2021-09-30"}') LIKE '%Reading “literal”%',
        statusrules_error('extension', '{"term": "вид на жительства"}') LIKE '%(given: "вид на жительства")',
        (SELECT count(*) FROM statusrules_provisions('measures', 'ru')) = (SELECT count(*) FROM statusrules_provisions('measures'));"""
    wrong = []

    def ask(encoding, sql):
        done = server.attempt("SET client_encoding = 'UTF8';" + sql, f"in_{encoding}")
        return done.stdout.strip() or done.stderr.strip()

    for encoding in ("utf8", "win1251", "sql_ascii", "latin1"):
        server.ask(f"CREATE DATABASE in_{encoding} ENCODING '{encoding}' LOCALE 'C' TEMPLATE template0;")
        ask(encoding, "CREATE EXTENSION statusrules;")
        if encoding != "latin1":
            found = ask(encoding, question)
            wrong += [] if found == "2022-07-18|t|t|t|t" else [f"{encoding}: {found}"]
        refused = ask(encoding, "SELECT statusrules_extension('вид на жительства', '2021-12-31');")
        says = "22P05" if encoding == "latin1" else '22023: term: no such name; did you mean permanent_residence_permit? (given: "вид на жительства")'
        wrong += [] if says in refused else [f"{encoding}: {refused}"]
    for sql, says in (("SELECT statusrules_extension('permanent_residence_permit', '2021-12-31');", "2022-07-18"),
                      ("SELECT statusrules_extension('visé', '2021-12-31');", '(given: "visé")'),
                      ("SELECT statusrules_answer('extension', '{\"term\": \"visé\"}');", '(given: "visé")'),
                      ("SELECT statusrules_explain('extension', NULL, 'ru');", "22P05")):
        found = ask("latin1", sql)
        wrong += [] if says in found else [f"latin1: {sql}: {found}"]
    found = ask("sql_ascii", "SELECT statusrules_extension(E'visa\\xff', '2021-12-31');")
    return wrong + ([] if "22021" in found else [f"bytes that are no text: {found}"])


def dumped_and_restored(server):
    """pg_dump and a restore keep generated columns, indexes and views; an extension of an older version comes back as the newest."""
    wrong = []
    tables = """CREATE TABLE paper (term text, last_day date,
            ends date GENERATED ALWAYS AS (statusrules_extension(term, last_day, '{"law": "measures"}', 'infinity', 1)) STORED);
        INSERT INTO paper SELECT (ARRAY['visa', 'patent', 'permanent_residence_permit'])[1 + i % 3], date '2019-01-01' + i FROM generate_series(0, 1500) AS i;
        CREATE INDEX paper_end ON paper (statusrules_extension(term, last_day, 'infinity', 1));
        CREATE VIEW today AS SELECT *, statusrules_valid_on(term, last_day, '2022-07-18') FROM paper;"""
    newest = tables + """ALTER TABLE paper ADD kind statusrules_term;
        UPDATE paper SET kind = term::statusrules_term;
        CREATE INDEX paper_kind ON paper (statusrules_valid_on(kind, last_day, '2022-07-18', 'infinity', 1));"""
    holds = "SELECT count(*), count(ends), count(DISTINCT ends), md5(string_agg(today::text, '' ORDER BY today::text)) FROM today;"
    for number, (version, sql) in enumerate((("1.0", tables), ("1.2", newest))):
        for name in ("kept", "back"):
            server.ask(f"CREATE DATABASE {name}_{number};")
        server.ask(f"CREATE EXTENSION statusrules VERSION '{version}';{sql}", f"kept_{number}")
        server.ask(run(server.bin / "pg_dump", "-h", server.data, "-U", "postgres", f"kept_{number}"), f"back_{number}")
        before, after = (server.ask(holds, f"{name}_{number}") for name in ("kept", "back"))
        wrong += [] if before == after and before.startswith("1501|") else [f"{version}: {before} before, {after} after"]
        plan = server.ask("ANALYZE; SET enable_seqscan = off;"
                          "EXPLAIN SELECT * FROM paper WHERE statusrules_extension(term, last_day, 'infinity', 1) = '2022-07-18';", f"back_{number}")
        wrong += [] if "paper_end" in plan else [f"{version}: {plan}"]
        now = server.ask("SELECT extversion FROM pg_extension WHERE extname = 'statusrules';", f"back_{number}").strip()
        wrong += [] if now == "1.2" else [f"{version} came back as {now}"]
    return wrong


OBJECTS = """SELECT 'f', oid::regprocedure::text FROM pg_proc UNION ALL SELECT 't', oid::regtype::text FROM pg_type
             UNION ALL SELECT 'r', oid::regclass::text FROM pg_class ORDER BY 1, 2;"""


def uninstalls_files(server):
    """make uninstall removes every file that make install brought."""
    there = {path for path in server.home.rglob("*statusrules*")}
    done = server.make("uninstall")
    left = {path for path in server.home.rglob("*statusrules*")}
    return [] if len(there) >= 3 and not left and done.returncode == 0 else [f"{len(there)} were there", *map(str, left)]


def same_in_sqlite(server, module, rows):
    """Every answer as JSON, field by field, is the same in both databases."""
    chosen = [row for row in rows if not row["error"]][::7]
    values = ", ".join(f"({n}, {literal(row['question'])}, {literal(row['facts'])})" for n, row in enumerate(chosen))
    asked = (f"WITH v(n, question, facts) AS (VALUES {values})"
             " SELECT @ FROM v ORDER BY n;")
    here = server.ask(asked.replace("@", "to_jsonb(statusrules_answer(question, facts::jsonb))"))
    done = attempt("sqlite3", "-bail", "-batch", ":memory:",
                   input=f".load {module}\n{asked.replace('@', 'statusrules_answer(question, facts)')}\n")
    if done.returncode:
        raise Failed(done.stderr[:2000])
    pairs = list(zip(here.splitlines(), done.stdout.splitlines(), strict=True))
    wrong = [f"{one}\n{other}" for one, other in pairs if json.loads(one) != json.loads(other)]
    return wrong[:3] if pairs else ["no row was compared"]


def memory_is_flat(server, rows):
    """The memory that a server process has of its own (what it shares grows with what was read), after half of that many rows and after the
    other half: of documents, of answers, and of facts that differ in every row."""
    a_round = 200000
    sql = f"""
        SET max_parallel_workers_per_gather = 0;
        CREATE FUNCTION pg_temp.own() RETURNS integer LANGUAGE sql VOLATILE AS
            $$SELECT substring(pg_read_file('/proc/self/status') FROM 'RssAnon:\\s+(\\d+)')::integer$$;
        CREATE FUNCTION pg_temp.ask() RETURNS void LANGUAGE plpgsql AS $$BEGIN
            PERFORM count(statusrules_extension('visa', date '2019-01-01' + i % 1500)) FROM generate_series(1, {a_round}) AS i;
            PERFORM count(statusrules_valid_on('visa', date '2019-01-01' + i % 1500, '2022-01-01', jsonb_build_object('age', i % 100)))
            FROM generate_series(1, 5000) AS i;
            PERFORM count(statusrules_answer('extension', jsonb_build_object('age', i % 100))) FROM generate_series(1, 2000) AS i;
            PERFORM count(statusrules_explain('extension', jsonb_build_object('age', i % 100))) FROM generate_series(1, 500) AS i;
        END$$;
        CREATE TEMP TABLE memory (kb integer);
        DO $$BEGIN
            FOR half IN 1 .. 2 LOOP
                FOR i IN 1 .. {rows // a_round // 2} LOOP
                    PERFORM pg_temp.ask();
                END LOOP;
                INSERT INTO memory SELECT pg_temp.own();
            END LOOP;
        END$$;
        SELECT string_agg(kb::text, '|') FROM memory;"""
    half, whole = map(int, cases.said(server.ask(sql)))
    print(f"# a server process has {half} KB of its own after {rows // 2} rows, {whole} KB after as many more")
    return [] if 0 < half and whole <= half + 512 else [f"{half} KB after {rows // 2} rows, {whole} KB after as many more"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--build", type=Path, required=True, help="a built tree with the SQLite extension")
    parser.add_argument("--full", action="store_true")
    options = parser.parse_args()
    tap = Tap()
    rows = cases.vectors()
    terms = sorted({row["term"] for row in rows if row["term"]})
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch).resolve()
        scratch.chmod(0o755)  # the server runs as another user
        run("meson", "setup", scratch / "library", options.source, f"--prefix={scratch / 'installed'}", "--libdir=lib",
            "-Dtests=false", "-Dexamples=false")
        run("ninja", "-C", scratch / "library", "install")
        (scratch / "postgresql").mkdir()
        with Server(scratch / "postgresql", scratch / "installed") as server:
            tap.check(f"all {len(rows)} vectors are read", fill, server, rows)
            for name in cases.DIFFERS:
                tap.check(f"{name}: all vectors", same_as_vectors, server, name)
            tap.check("a vector with a wrong day is seen", sees_a_wrong_vector, server)
            for facts in cases.REGISTERS:
                tap.check(f"a register of which all is {json.dumps(facts)} is answered like case after case", stretches, server,
                          facts, terms)
            tap.check("answers are field by field those of SQLite", same_in_sqlite, server,
                      options.build.resolve() / "bindings/sqlite/libstatusrules_sqlite", rows)
            for name in sorted(path.stem for path in (cases.HERE / "regress/sql").glob("*.sql")):
                tap.check(f"{name}.sql prints what {name}.out holds", regress, server, name)
            tap.check("a user who is no superuser installs it, and takes nothing from a schema that others filled", plain_user, server)
            tap.check("texts come and go in the encoding of the database", encodings, server)
            tap.check("a dump keeps generated columns, indexes and views", dumped_and_restored, server)
            tap.check("README's two statements give 18 July 2022 and its source", readme, server)
            tap.check("the office of the example finds by windows whom every row finds", office, server)
            tap.check("a library with edition 2: stored answers stand, and the query finds the one that changes", next_edition, server,
                      options.source.resolve(), scratch)
            tap.check("DROP EXTENSION leaves nothing behind", uninstalls, server)
            n = 100000000 if options.full else 3000000
            tap.check(f"memory is flat over {n} rows", memory_is_flat, server, n)
            tap.check("make uninstall removes every file", uninstalls_files, server)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
