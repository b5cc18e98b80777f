"""Do the Spark jobs answer as the library does, row by row, and again after a task was killed?"""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.compute as pc
import pyarrow.dataset as ds
import pytest
from statusrules import Verified, columns, verify

HERE = Path(__file__).resolve().parent
JOBS = HERE.parents[1] / "examples" / "spark"
ROWS, OFFICES = 60_000, 3


def submit(job, *words, dying=None):
    """Runs a job as a user would; with `dying`, a file that is not there yet, one worker is killed (and makes the file)."""
    bin = Path(sys.executable).parent
    command = [bin / "spark-submit", "--master", "local[2,4]", "--conf", "spark.ui.enabled=false", JOBS / job, *words]
    environment = os.environ | {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
    if dying:
        environment |= {"PYTHONPATH": str(HERE / "dying"), "DIED": str(dying)}
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, env=environment, timeout=600,
                          check=False)  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def rows_of(folder):
    table = ds.dataset(folder, partitioning=ds.partitioning(flavor="hive", schema=None), format="parquet").to_table()
    return table.sort_by("id")


def bytes_of(folder):
    """What each office's files hold: all bytes before the footer. Their names carry a number of the run, and Parquet's
    library for Java lists the encodings in the footer in an order that is another in each process."""
    found = {}
    for path in sorted(folder.rglob("part-*.parquet")):
        part, held = re.match(r"part-\d+", path.name)[0], path.read_bytes()
        footer = int.from_bytes(held[-8:-4], "little")
        assert held[-4:] == b"PAR1" and 0 < footer < len(held) // 2
        found[path.parent.name, part] = hashlib.sha256(held[: -8 - footer]).hexdigest()
    return found


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    folder = tmp_path_factory.mktemp("spark") / "register"
    subprocess.run([sys.executable, JOBS / "make_register.py", "--rows", str(ROWS), "--offices", str(OFFICES), folder],
                   check=True)  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def evaluated(register):
    folder = register.parent / "answers"
    status, out, errors = submit("evaluate.py", register, folder)
    assert status == 0, errors[-3000:]
    return folder, out


def direct(register, **parameters):
    table = rows_of(register)
    facts = {name: table[name] for name in ("location", "issued_on", "citizenship")}
    return columns.extension(table["term"], table["last_day"], **facts, law="measures", **parameters)


RESULTS = ["outcome", "day", "provision", "error", "receipt"]


def test_answers_are_those_of_the_library(register, evaluated):
    folder, out = evaluated
    answers, expected = rows_of(folder), direct(register, results=RESULTS)
    assert answers.num_rows == ROWS
    for name in RESULTS:
        assert answers[name].to_pylist() == expected[name].to_pylist(), name
    assert len(set(answers["outcome"].to_pylist())) >= 4
    counted = re.findall(r"([\d,]+) (yes|no|undetermined|silent|conflict)", out)
    assert sum(int(n.replace(",", "")) for n, _ in counted) == ROWS


def test_offices_keep_their_names(evaluated):
    assert {path.name for path in evaluated[0].glob("office=*")} == {f"office=0{i + 1}" for i in range(OFFICES)}


def test_receipts_verify(register, evaluated):
    answers, asked = rows_of(evaluated[0]).slice(0, 40).to_pylist(), rows_of(register).slice(0, 40).to_pylist()
    for answer, row in zip(answers, asked):
        facts = {name: row[name] for name in ("term", "last_day", "location", "issued_on", "citizenship") if row[name]}
        assert verify(answer["receipt"], facts) is Verified.EQUAL


def test_sql_answers_the_same(register, evaluated):
    folder = register.parent / "by_sql"
    status, out, errors = submit("evaluate.py", "--by", "sql", register, folder)
    assert status == 0, errors[-3000:]
    by_sql, by_columns = rows_of(folder), rows_of(evaluated[0])
    for name in ("outcome", "day"):
        assert by_sql[name].to_pylist() == by_columns[name].to_pylist(), name


def test_a_killed_task_writes_the_same_bytes(register, evaluated):
    folder, died = register.parent / "again", register.parent / "died"
    status, _, errors = submit("evaluate.py", register, folder, dying=died)
    assert status == 0, errors[-3000:]
    assert died.exists() and errors.count("Lost task") == 1
    assert bytes_of(folder) == bytes_of(evaluated[0])


def test_recomputes_what_a_decree_changes(register):
    folder = register.parent / "changes"
    before, after = "2020-12-16", "2020-12-17"  # decree 791
    status, out, errors = submit("recompute.py", "--before", before, "--after", after, "--reading", "literal", register, folder)
    assert status == 0, errors[-3000:]
    sides = [direct(register, known_on=day, reading="literal", results=["outcome", "day"]) for day in (before, after)]
    ids, changed = rows_of(register)["id"].to_pylist(), {}
    for i, one, other in zip(ids, *(zip(side["outcome"].to_pylist(), side["day"].to_pylist()) for side in sides)):
        if one != other:
            changed[i] = (*one, *other)
    found = rows_of(folder).to_pylist()
    assert len(changed) > 100
    assert {row["id"]: (row["outcome_before"], row["day_before"], row["outcome"], row["day"]) for row in found} == changed
    numbers = [int(n.replace(",", "")) for n in re.findall(r"([\d,]+) (?:rows|answered|changed|did)", out.splitlines()[-1])]
    rows, again, told, same = numbers
    assert (rows, told, rows - told) == (ROWS, len(changed), same)
    assert told <= again < ROWS / 2
    assert pc.sum(pc.is_valid(rows_of(folder)["error"])).as_py() in (0, None)


def test_where_nothing_changes_that_is_told(register):
    folder = register.parent / "none"
    status, out, errors = submit("recompute.py", "--before", "2020-12-14", "--after", "2020-12-16", register, folder)
    assert status == 0, errors[-3000:]
    assert out.splitlines()[-1].startswith(f"{ROWS:,} rows: 0 answered again, 0 changed, {ROWS:,} did not")


@pytest.mark.parametrize("words, said", [
    (["--known-on", "2021-13-01"], "2021-13-01"),
    (["--law", "measure"], "measures"),
    (["--reading", "literally"], "literal"),
])  # fmt: skip
def test_a_wrong_command_line_is_told(register, words, said):
    status, out, errors = submit("evaluate.py", *words, register, register.parent / "never")
    assert status == 2 and said in out + errors  # spark-submit prints what Python writes to standard error
    assert not (register.parent / "never").exists()
