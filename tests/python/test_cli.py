"""python -m statusrules, as a person at the prompt has it."""

import collections
import csv
import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import jsonschema
import pyarrow.parquet
import pytest
import statusrules

ROOT = Path(__file__).resolve().parents[2]
REGISTER = ROOT / "examples/data/register.csv"
PERMIT = ("term=permanent_residence_permit", "last_day=2021-12-31")


@pytest.fixture
def run(tmp_path):
    def run(*arguments):
        done = subprocess.run(
            [sys.executable, "-m", "statusrules", *map(str, arguments)], cwd=tmp_path, capture_output=True, text=True
        )
        return done.returncode, done.stdout, done.stderr

    return run


def test_one_answer(run):
    status, out, err = run("ask", *PERMIT)
    assert (status, err) == (0, "") and "valid through 2022-07-18" in out and "assumed: location" in out
    status, out, _ = run("ask", "--explain", "--lang", "ru", "term=вид на жительство", "last_day=2021-12-31")
    assert status == 0 and "по 18 июля 2022 г. включительно" in out
    status, out, _ = run("ask", "--valid-on", "2022-07-19", "location=in_russia", *PERMIT)
    assert status == 0 and "extension: no" in out
    status, out, _ = run("ask", "--question", "vaccination", "age=17", "location=in_russia", "on_day=2021-11-29")
    assert status == 0 and "vaccination" in out


def test_one_answer_as_json_is_what_the_schema_says(run):
    status, out, _ = run("ask", "--json", *PERMIT)
    schema = json.loads((Path(statusrules.__file__).parent / "answer.schema.json").read_text())
    answer = json.loads(out)
    jsonschema.Draft202012Validator(schema).validate(answer)
    assert status == 0 and answer["valid_through"] == "2022-07-18" and answer["provision"]["id"] == "S1"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask", "term=visaa"], "did you mean visa?"),
        (["ask", "--lang", "ru", "term=visaa"], "возможно, имелось в виду visa?"),
        (["ask", "trem=visa"], "did you mean term?"),
        (["ask", "age=7"], "extension does not read age"),
        (["ask", "term"], "expected FACT=VALUE"),
        (["ask", "term=visa", "term=visa"], "given twice"),
        (["ask", "--law", "mesures", *PERMIT], "did you mean measures"),
        (["ask", "--question", "vaccination", "age=seven"], "whole number"),
        (["ask", "--question", "work", "--valid-on", "2021-01-01", "regime=visa"], "--valid-on"),
        (["register", "nosuch.csv"], "nosuch.csv: No such file"),
        (["register", REGISTER, "-o", "nowhere/answers.csv"], "nowhere/answers.csv: No such file"),
        (["register", REGISTER, "-o", "nowhere/answers.parquet"], "nowhere/answers.parquet: No such file"),
        (["register", REGISTER, "--results", "dai"], "no such result: 'dai'"),
        (["register", REGISTER, "--map", "dai=last_day"], "there is no such column"),
        (["register", REGISTER, "--impact", "2021-11-29"], "expected known_on=DAY"),
        (["register", REGISTER, "--impact", "known_on=never"], "'never'"),
        (["register", REGISTER, "--impact", "edition=first"], "number of an edition"),
        (["register", REGISTER, "--impact", "law=mesures"], "did you mean measures"),
        (["register", REGISTER, "--impact", "edition=1", "-o", "answers.csv"], "writes no answers"),
        (["register", REGISTER, "--json"], "goes with --impact"),
        ([], "COMMAND"),
    ],
)
def test_what_is_wrong_is_said_and_exits_with_2(run, arguments, said):
    status, out, err = run(*arguments)
    assert (status, out) == (2, "") and said in err and "Traceback" not in err


def test_help_names_every_command_and_fact(run):
    status, out, _ = run("--help")
    assert status == 0 and all(word in out for word in ("ask", "register", "versions", "exit status"))
    for command in ("ask", "register"):
        status, out, _ = run(command, "--help")
        assert status == 0 and all(str(fact) in out for fact in statusrules.Fact)
    status, out, _ = run("versions")
    assert status == 0 and "law measures" in out


def test_a_register_comes_back_with_its_answers(run, tmp_path):
    status, out, err = run("register", REGISTER, "-o", "answers.csv", "--rejects", "rejects.csv")
    assert status == 1 and "rows with an error" in out and "2,000" in out and err == ""
    with open(REGISTER, encoding="utf-8", newline="") as file:
        given = list(csv.reader(file))
    answered = list(csv.DictReader(open(tmp_path / "answers.csv", encoding="utf-8", newline="")))
    rejects = {int(row["row"]): row for row in csv.DictReader(open(tmp_path / "rejects.csv", encoding="utf-8"))}
    whole = [row for row in given[1:] if len(row) == len(given[0])]
    assert [list(row.values())[:11] for row in answered] == whole
    # Every row of the file is answered, or rejected with its number and reason.
    wrong = [row["id"] for row in answered if row["error"]]
    broken = [row[0] for row in given[1:] if len(row) != len(given[0])]
    assert sorted(wrong + broken) == sorted(given[number][0] for number in rejects) and len(broken) == 2
    assert all(row["reason"] for row in rejects.values())
    for row in answered[:300]:
        if row["error"]:
            continue
        facts = {name: row[name] or None for name in ("location", "issued_on", "citizenship", "legal_status")}
        answer = statusrules.extension(row["term"] or None, row["last_day"] or None, **facts)
        day = "" if answer.valid_through is None else str(answer.valid_through)
        assert (row["outcome"], row["day"]) == (str(answer.outcome), day)


def test_parquet_in_and_out(run, tmp_path):
    status, _, _ = run("register", REGISTER, "-o", "answers.parquet", "--quiet", "--results", "day,missing")
    assert status == 1
    table = pyarrow.parquet.read_table(tmp_path / "answers.parquet")
    assert str(table.schema.field("day").type) == "date32[day]" and table.num_rows == 1998
    renamed = table.rename_columns(["expires" if name == "last_day" else name for name in table.column_names])
    pyarrow.parquet.write_table(renamed.drop_columns(["day"]), tmp_path / "other.parquet")
    status, out, _ = run("register", "other.parquet", "-o", "again.parquet", "--map", "expires=last_day", "--lang", "ru",
                         "--results", "day")  # fmt: skip
    assert status == 1 and "всего" in out
    again = pyarrow.parquet.read_table(tmp_path / "again.parquet")
    assert again.column("day").equals(table.column("day"))


def test_an_impact_is_what_two_runs_differ_in(run, tmp_path):
    asked = ("register", REGISTER, "--law", "measures", "--quiet")
    answers = []
    for day in ("2021-06-14", "2021-06-15"):
        assert run(*asked, "--known-on", day, "-o", "answers.csv")[0] == 1
        answers.append(list(csv.DictReader(open(tmp_path / "answers.csv", encoding="utf-8", newline=""))))
    expected = collections.Counter(
        (before["outcome"], after["outcome"], before["provision"], after["provision"])
        for before, after in zip(*answers)
        if not before["error"] and not after["error"] and (before["outcome"], before["day"]) != (after["outcome"], after["day"])
    )
    impact = (*asked, "--known-on", "2021-06-14", "--impact", "known_on=2021-06-15")
    status, out, err = run(*impact, "--json")
    found = json.loads(out)
    schema = json.loads((Path(statusrules.__file__).parent / "impact.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(found)
    counted = collections.Counter()
    for change in found["changes"]:
        provisions = (change["provision_before"] or "", change["provision_after"] or "")
        counted[change["before"], change["after"], *provisions] += change["rows"]
    assert (status, err) == (1, "") and counted == expected and len(expected) > 3
    # The rows without the header's number of cells are counted too.
    wrong = sum(bool(before["error"] or after["error"]) for before, after in zip(*answers))
    assert (found["rows"], found["bad_rows"]) == (2000, wrong + 2)
    assert found["unchanged"] == 2000 - wrong - 2 - expected.total()
    status, out, _ = run(*impact, "--lang", "ru")
    assert status == 1 and "с другим ответом" in out and "2,000" in out


def test_a_bar_shows_how_far_it_is(tmp_path):
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("4H", 24, 80, 0, 0))
    done = subprocess.Popen([sys.executable, "-m", "statusrules", "register", str(REGISTER)], stdout=subprocess.DEVNULL,
                            stderr=child)  # fmt: skip
    os.close(child)
    shown = b""
    try:
        while part := os.read(parent, 4096):
            shown += part
    except OSError:
        pass
    assert done.wait() == 1 and b"answering" in shown and b"100%" in shown


def test_rejects_are_numbered_as_in_the_file(run, tmp_path):
    (tmp_path / "few.csv").write_text("term,last_day\nvisa,2021-12-31\nvisa\nvisaa,2021-12-31\nvisa,2021-13-31\n")
    status, _, _ = run("register", "few.csv", "--rejects", "rejects.csv", "--quiet")
    rows = {row["row"]: row["error"] for row in csv.DictReader(open(tmp_path / "rejects.csv", encoding="utf-8"))}
    assert status == 1 and rows == {"2": "cells", "3": "value", "4": "not_a_day"}
