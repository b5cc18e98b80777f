"""DuckDB, through the functions over Arrow columns of the example: every vector, and the example as somebody runs it."""

import csv
import importlib.util
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest
from statusrules import Fact, Kind
from statusrules._values import KINDS, QUESTION_FACTS, Question
from test_vectors import FILES, OWN, PARAMETERS

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples/sql/duckdb_register.py"
TYPES = {Kind.DAY: "DATE", Kind.NUMBER: "INTEGER"}


@pytest.fixture(scope="module")
def example():
    spec = importlib.util.spec_from_file_location("duckdb_register", EXAMPLE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def parameters_of(row):
    given = {name: row[name] for name in (*PARAMETERS, "valid_on") if row.get(name)}
    if row.get("edition"):
        given["edition"] = int(row["edition"])
    return given | ({"strict": row["strict"] == "yes"} if row.get("strict") else {})


def cell(kind, text):
    """A value as a register in DuckDB has it."""
    if not text:
        return None
    if kind is Kind.DAY and text == "none":
        return "infinity"
    return "2147483647" if kind is Kind.NUMBER and text == "none" else text


def groups(rows):
    """The rows that are asked with the same parameters about the same facts, by a number."""
    found = defaultdict(list)
    for row in rows:
        reads = [str(fact) for fact in QUESTION_FACTS[Question[row["question"].upper()]]]
        facts = [fact for fact in reads if row.get(fact)]
        facts += [fact for fact in {"extension": ("term", "last_day"), "education_entry": ("level",)}.get(row["question"], ())
                  if fact not in facts]
        # A function has at least one column, if need be of nothing that is known.
        found[row["question"], tuple(parameters_of(row).items()), tuple(facts or reads[:1])].append(row)
    return found.items()


def answers(example, question, parameters, facts, rows):
    connection = duckdb.connect()
    kinds = {fact: KINDS[Fact[fact.upper()]] for fact in facts}
    types = {fact: TYPES.get(kind, "VARCHAR") for fact, kind in kinds.items()}
    names = ", ".join(facts)
    given = pa.table({fact: pa.array([cell(kinds[fact], row.get(fact)) for row in rows], pa.string()) for fact in facts})
    connection.register("given", given)
    connection.execute(f"CREATE TABLE cases AS SELECT {', '.join(f'CAST({fact} AS {kind}) AS {fact}' for fact, kind in types.items())} FROM given")
    for result in ("outcome", "day"):
        example.add_function(connection, f"its_{result}", types, question, result, **dict(parameters))
    return connection.execute(f"SELECT its_outcome({names}), CAST(its_day({names}) AS VARCHAR) FROM cases").fetchall()


@pytest.mark.parametrize("name", FILES)
def test_every_vector(vectors_dir, example, name):
    with open(vectors_dir / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong, asked = [], 0
    for (question, parameters, facts), some in groups(rows):
        asked += len(some)
        if all(row["error"] == "edition" for row in some):
            with pytest.raises(duckdb.InvalidInputException, match="EditionError"):
                answers(example, question, parameters, facts, some)
            continue
        found = answers(example, question, parameters, facts, some)
        for row, answer in zip(some, found, strict=True):
            expected = (row["outcome"] or None, {"": None, "none": "9999-12-31"}.get(row["day"], row["day"]))
            if answer != expected:
                wrong.append(f"{row['case']}: {answer} instead of {expected}")
    assert asked == len(rows) >= FILES[name] and not wrong, wrong[:20]


def test_example():
    done = subprocess.run([sys.executable, EXAMPLE, ROOT / "examples/data/register.csv"], capture_output=True, text=True, check=True)
    line = [cell.strip() for cell in next(line for line in done.stdout.splitlines() if "permanent_residence_permit" in line).split("│")]
    assert [line[1], line[4]] == ["permanent_residence_permit", "9999-12-31"] and int(line[2]) > int(line[3]) > 100
