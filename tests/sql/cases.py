"""What SQLite and PostgreSQL must answer: the vectors as rows of a table, and the questions about them that both run."""

import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "support"))

from tap import Failed  # noqa: E402

VECTORS = HERE.parent / "vectors"
# The files, and the least number of rows that each holds.
LEAST = {"measures-education-entry.tsv": 2850, "measures-eligibility.tsv": 2100, "measures-extension.tsv": 4750, "measures-valid-on.tsv": 980,
         "receipts.tsv": 300, "statement-eligibility.tsv": 850, "statement-extension.tsv": 2650, "statement-valid-on.tsv": 640}
PARAMETERS = ["case", "law", "question", "known_on", "edition", "reading", "strict", "valid_on", "outcome", "day",
              "provision", "error"]
NUMBERS = {"age", "visa_days_left", "notice_days", "pcr_hours"}
# What the library says of an error, by its name in the vectors.
SAYS = {"order": "is earlier than the day of issue", "result": "would give a day outside the calendar",
        "disagrees": "is given, but the two days that it lies between give",
        "edition": "is an edition that this library does not hold"}

# The columns of the table `vectors`, and the type that each has where types matter.
COLUMNS = {"file": "text", "line": "integer", "question": "text", "term": "text", "last_day": "date", "valid_on": "date",
           "facts": "jsonb", "further": "jsonb", "pinned": "jsonb", "further_pinned": "jsonb", "known_on": "date",
           "edition": "integer", "outcome": "text", "day": "date", "provision": "text", "error": "text", "says": "text",
           "receipt": "text"}


def facts_of():
    """The names of the facts, as the header numbers them."""
    text = (ROOT / "include/statusrules/facts.h").read_text(encoding="utf-8")
    names = [name.lower() for name in re.findall(r"STATUSRULES_FACT_(\w+) = ", text)]
    if len(names) < 42:
        raise Failed("the facts were not found in facts.h")
    return names


def read_file(name, facts):
    """The rows of a file of vectors, as the table's columns. Refuses what the reader in C refuses."""
    lines = (VECTORS / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    if len(set(header)) != len(header) or set(PARAMETERS) - set(header) or set(header) - set(PARAMETERS) - set(facts) - {"receipt"}:
        raise Failed(f"{name}: the header names a column twice, lacks one or has one that is not known")
    rows = []
    for number, line in enumerate(lines[1:], 2):
        values = line.split("\t")
        if len(values) != len(header):
            raise Failed(f"{name}:{number}: {len(values)} columns, and not {len(header)}")
        given = dict(zip(header, values))
        if bool(given["outcome"]) == bool(given["error"]):
            raise Failed(f"{name}:{number}: a row expects an outcome or an error, and not both")
        rows.append(row_of(name, number, given, facts))
    if len(rows) < LEAST[name]:
        raise Failed(f"{name}: {len(rows)} rows, and not {LEAST[name]}")
    return rows


def row_of(name, number, given, facts):
    value = {fact: int(given[fact]) if fact in NUMBERS and given[fact] != "none" else given[fact]
             for fact in facts if given.get(fact)}
    further = {key: one for key, one in value.items() if key not in ("term", "last_day")}
    shared = {key: given[key] for key in ("law", "reading", "strict") if given[key]}
    moment = {"known_on": given["known_on"]} if given["known_on"] else {}
    if given["edition"]:
        moment["edition"] = int(given["edition"])
    valid_on = {"valid_on": given["valid_on"]} if given["valid_on"] else {}
    end = {"none": "infinity"}
    return {"file": name, "line": number, "question": given["question"], "term": given.get("term"),
            "last_day": end.get(given.get("last_day"), given.get("last_day")), "valid_on": given["valid_on"],
            "facts": json.dumps(value | shared | valid_on | moment), "further": json.dumps(further | shared | moment),
            "pinned": json.dumps(value | shared | valid_on), "further_pinned": json.dumps(further | shared),
            "known_on": given["known_on"] or "infinity", "edition": int(given["edition"] or 1), "outcome": given["outcome"],
            "day": end.get(given["day"], given["day"]), "provision": given["provision"], "error": given["error"],
            "says": f"%{SAYS[given['error']]}%" if given["error"] else None,
            "receipt": given.get("receipt")}


def vectors():
    """All rows of all files; a file of vectors that is not named above fails."""
    there = {path.name for path in VECTORS.glob("*.tsv")}
    if there != set(LEAST):
        raise Failed(f"the files of vectors are {sorted(there)}, and not {sorted(LEAST)}")
    facts = facts_of()
    return [row for name in sorted(LEAST) for row in read_file(name, facts)]


def literal(value):
    if value is None or value == "":
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


def table(rows, columns):
    """SQL that makes the table `vectors` and fills it."""
    declared = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    yield f"CREATE TABLE vectors ({declared});"
    for start in range(0, len(rows), 500):
        values = ",\n".join("(" + ", ".join(literal(row[name]) for name in columns) + ")" for row in rows[start:start + 500])
        yield f"INSERT INTO vectors VALUES\n{values};"


# Conditions on a row of `vectors` that hold where the database answers otherwise. {json} makes JSON of an answer,
# {text} text of the day, {other} facts that are others.
DIFFERS = {
    "statusrules_answer, short": """error IS NULL AND ({json}(statusrules_answer(question, facts)) ->> 'outcome' <> outcome
        OR {json}(statusrules_answer(question, facts)) ->> 'day' IS DISTINCT FROM {text}
        OR {json}(statusrules_answer(question, facts)) ->> 'provision' IS DISTINCT FROM provision)""",
    "statusrules_answer, long": """error IS NULL
        AND ({json}(statusrules_answer(question, pinned, known_on, edition)) ->> 'outcome' <> outcome
        OR {json}(statusrules_answer(question, pinned, known_on, edition)) ->> 'day' IS DISTINCT FROM {text}
        OR {json}(statusrules_answer(question, pinned, known_on, edition)) ->> 'provision' IS DISTINCT FROM provision)""",
    "statusrules_extension, short": """error IS NULL AND question = 'extension' AND valid_on IS NULL
        AND statusrules_extension(term, last_day, further) IS DISTINCT FROM CASE WHEN outcome = 'yes' THEN day END""",
    "statusrules_extension, long": """error IS NULL AND question = 'extension' AND valid_on IS NULL
        AND statusrules_extension(term, last_day, further_pinned, known_on, edition)
            IS DISTINCT FROM CASE WHEN outcome = 'yes' THEN day END""",
    "statusrules_valid_on, short": """error IS NULL AND valid_on IS NOT NULL
        AND statusrules_valid_on(term, last_day, valid_on, further) <> outcome""",
    "statusrules_valid_on, long": """error IS NULL AND valid_on IS NOT NULL
        AND statusrules_valid_on(term, last_day, valid_on, further_pinned, known_on, edition) <> outcome""",
    "statusrules_eligibility, short": """error IS NULL AND question <> 'extension'
        AND statusrules_eligibility(question, facts) <> outcome""",
    "statusrules_eligibility, long": """error IS NULL AND question <> 'extension'
        AND statusrules_eligibility(question, pinned, known_on, edition) <> outcome""",
    "statusrules_education_entry, both": """error IS NULL AND question = 'education_entry'
        AND (statusrules_education_entry(facts) <> outcome
             OR statusrules_education_entry(pinned, known_on, edition) <> outcome)""",
    "statusrules_error, both": """CASE WHEN error IS NULL
        THEN statusrules_error(question, facts) IS NOT NULL
             OR statusrules_error(question, pinned, known_on, edition) IS NOT NULL
        ELSE statusrules_error(question, facts) NOT LIKE says
             OR statusrules_error(question, pinned, known_on, edition) NOT LIKE says END""",
    "statusrules_receipt, both": """receipt IS NOT NULL AND (statusrules_receipt(question, facts) <> receipt
        OR statusrules_receipt(question, pinned, known_on, edition) <> receipt)""",
    "statusrules_verify, short": """receipt IS NOT NULL AND (statusrules_verify(receipt, facts) <> 'equal'
        OR statusrules_verify(lower(receipt), {other}) <> 'facts_differ')""",
}

# Rows of `vectors` that a check reads: none may be empty.
READS = {"statusrules_extension": "question = 'extension' AND valid_on IS NULL", "statusrules_valid_on": "valid_on IS NOT NULL",
         "statusrules_eligibility": "question <> 'extension'", "statusrules_education_entry": "question = 'education_entry'",
         "statusrules_receipt": "receipt IS NOT NULL", "statusrules_verify": "receipt IS NOT NULL"}


def question_about(differs, json_of, text_of_day, other):
    """SQL that gives one row: how many rows were read, how many differ, the first that does."""
    name = differs.split(",")[0]
    condition = DIFFERS[differs].format(json=json_of, text=text_of_day, other=other)
    return (f"SELECT (SELECT count(*) FROM vectors WHERE {READS.get(name, 'true')}), count(*), min(file || ':' || line)"
            f" FROM vectors WHERE {condition};")


# Cases whose rows share all facts but document and last day: what stretches remember, against one answer after another.
REGISTERS = [{}, {"law": "measures"}, {"law": "measures", "reading": "suspension", "location": "in_russia"},
             {"law": "measures", "citizenship": "UZ", "identified": "yes", "location": "in_russia"},
             {"reading": "fixed_day", "strict": "yes", "location": "in_russia"}, {"law": "measures", "location": "abroad", "issued_on": "2019-06-01"}]


def readme(first):
    """The two statements of README that begin with `first`."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.findall(rf"```sql\n({re.escape(first)}\n.*?)```", text, re.S)
    if len(found) != 1 or len(found[0].strip().splitlines()) != 2:
        raise Failed(f"README has no two statements after {first}")
    return found[0]


def explained(text):
    """What is wrong with an explanation of README's case."""
    wanted = ["valid up to and including 18 July 2022", "Provision S1", "https://geneva.mid.ru"]
    return [f"{part!r} is not in {text!r}" for part in wanted if part not in text]


def said(text):
    """The values of the one row that came out, split at bars."""
    lines = [line for line in text.splitlines() if line]
    if len(lines) != 1:
        raise Failed(f"one row was expected, and these came: {text[:500]!r}")
    return lines[0].split("|")
