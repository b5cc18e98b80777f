"""The shared vectors: every row of every file, through the scalar face."""

import csv
import datetime
import re
from pathlib import Path

import pytest
import statusrules
from statusrules import Fact, Kind, Outcome, _flat
from statusrules._values import KINDS

ROOT = Path(__file__).resolve().parents[2]
# The files and the least number of rows of each are those that the C suite reads.
FILES = {
    name: int(least)
    for name, least in re.findall(r'\{"([a-z-]+\.tsv)", (\d+)\}', (ROOT / "tests/vectors/vectors.c").read_text())
}
PARAMETERS = ("law", "known_on", "reading")
OWN = {"case", "question", "edition", "strict", "valid_on", "outcome", "day", "provision", "error", "receipt", *PARAMETERS}


def fact_of(name, text):
    kind = KINDS[Fact[name.upper()]]
    if text == "none":
        return text
    if kind is Kind.DAY:
        return datetime.date.fromisoformat(text)
    if kind is Kind.NUMBER:
        return int(text)
    return text


def ask(row):
    arguments = {name: row[name] for name in PARAMETERS if row.get(name)}
    arguments |= {name: fact_of(name, row[name]) for name in row if name not in OWN and row[name]}
    if row.get("edition"):
        arguments["edition"] = int(row["edition"])
    if row.get("strict"):
        arguments["strict"] = {"yes": True, "no": False}[row["strict"]]
    question = row["question"]
    if question == "extension":
        term, last_day = arguments.pop("term", None), arguments.pop("last_day", None)
        if row["valid_on"]:
            return statusrules.valid_on(term, last_day, row["valid_on"], **arguments)
        return statusrules.extension(term, last_day, **arguments)
    reads = {str(fact) for fact in Fact if _flat.flat_question_asks(statusrules.Question[question.upper()], fact)}
    arguments = {name: value for name, value in arguments.items() if name in reads or not is_fact(name)}
    if question == "education_entry":
        return statusrules.education_entry(arguments.pop("level", None), **arguments)
    return statusrules.eligibility(question, **arguments)


def is_fact(name):
    return name.upper() in Fact.__members__


def differs(row):
    """What is wrong with the answer to a row; None where it is right."""
    try:
        answer = ask(row)
    except statusrules.StatusRulesError as error:
        return None if str(error.code) == row["error"] else f"{error}"
    if row["error"]:
        return f"{answer!r} instead of the error {row['error']}"
    day = row["day"]
    expected_day = None if not day else statusrules.NONE if day == "none" else datetime.date.fromisoformat(day)
    if row.get("receipt") and answer.receipt_text != row["receipt"]:
        return f"receipt {answer.receipt_text}"
    given = (answer.outcome, answer.valid_through, answer.provision.id if answer.provision else "")
    expected = (Outcome[row["outcome"].upper()], expected_day, row["provision"])
    return None if given == expected else f"{given} instead of {expected}"


def test_all_files_are_read(vectors_dir):
    assert FILES and {path.name for path in vectors_dir.glob("*.tsv")} == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_row(vectors_dir, name):
    with open(vectors_dir / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= FILES[name]
    wrong = [f"{row['case']}: {what}" for row in rows if (what := differs(row)) is not None]
    assert not wrong, "\n".join(wrong[:20])


def test_a_wrong_vector_is_seen(vectors_dir):
    with open(vectors_dir / "statement-extension.tsv", encoding="utf-8", newline="") as file:
        row = next(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert differs(row) is None
    assert differs({**row, "day": "2022-07-19"}) is not None
    assert differs({**row, "outcome": "silent"}) is not None
