"""Tests of caseload, the main example, as its users run it. Usage: python3 caseload.py PROGRAM. Output: TAP."""

import collections
import csv
import io
import os
import pathlib
import pty
import random
import re
import shutil
import select
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

PROGRAM = os.path.abspath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "examples/data/register.csv"
GENERATOR = ROOT / "examples/data/make_register.py"
VECTORS = ROOT / "tests/vectors"
RESULTS = ["outcome", "day", "provision", "assumed", "missing", "error"]
ROW_BYTES = 1 << 18
SANITIZED = b"__asan_init" in pathlib.Path(PROGRAM).read_bytes()
OUTCOMES = ["yes", "no", "undetermined", "discretion", "silent", "conflict"]

csv.field_size_limit(1 << 24)
tests = []


def test(function, sentence=None):
    tests.append((sentence or function.__name__.replace("_", " "), function))
    return function


class Run:
    """One run of the program: exit status, output and messages."""

    def __init__(self, *arguments, given=b"", **others):
        if isinstance(given, str):
            given = given.encode()
        done = subprocess.run([PROGRAM, *map(str, arguments)], input=given, capture_output=True, timeout=120, **others)
        self.status, self.bytes, self.messages = done.returncode, done.stdout, done.stderr.decode()
        self.text = done.stdout.decode()

    def rows(self):
        return list(csv.DictReader(io.StringIO(self.text, newline="")))

    def count(self, what):
        """A count of the summary."""
        return int(re.search(rf"^ *([\d,]+)  {what}$", self.messages, re.M).group(1).replace(",", ""))


def same(found, expected):
    assert found == expected, f"found {found!r}, expected {expected!r}"


def within(part, text):
    assert part in text, f"no {part!r} in {text!r}"


def sample_rows():
    with open(SAMPLE, encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def as_csv(rows):
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


# ---- The sample register ----


@test
def the_sample_register_is_what_its_generator_writes():
    done = subprocess.run([sys.executable, GENERATOR], capture_output=True, check=True)
    same(done.stdout, SAMPLE.read_bytes())


@test
def every_row_is_answered_or_reported_and_nothing_is_dropped():
    register = sample_rows()
    run = Run(SAMPLE)
    same(run.status, 1)
    answers = list(csv.reader(io.StringIO(run.text, newline="")))
    same(answers[0], register[0] + RESULTS)
    same(len(answers), len(register))
    width = len(register[0])
    for before, after in list(zip(register, answers))[1:]:
        same(len(after), width + len(RESULTS))
        same(after[:width], (before + [""] * width)[:width])
        assert bool(after[width]) != bool(after[-1]), f"neither answered nor reported, or both: {after}"


@test
def the_totals_add_up_to_the_rows_read():
    run = Run(SAMPLE)
    rows = run.rows()
    same(run.count("rows read"), len(sample_rows()) - 1)
    same(sum(run.count(outcome) for outcome in OUTCOMES) + run.count("bad rows"), run.count("rows read"))
    for outcome in OUTCOMES:
        same(run.count(outcome), sum(row["outcome"] == outcome for row in rows))
    same(run.count("bad rows"), sum(row["error"] != "" for row in rows))
    same(run.count("answered with something assumed"), sum(row["assumed"] != "" for row in rows))


@test
def the_bad_rows_cost_no_other_row():
    bad = {int(row["id"]) for row in Run(SAMPLE).rows() if row["error"]}
    register = sample_rows()
    good = [row for number, row in enumerate(register) if number not in bad]
    run = Run(given=as_csv(good))
    same(run.status, 0)
    same(run.rows(), [row for row in Run(SAMPLE).rows() if not row["error"]])


@test
def every_question_can_be_asked_of_the_sample():
    for question in ["vaccination", "free_vaccination", "regularisation", "work", "moratorium", "education_entry"]:
        run = Run("--question", question, SAMPLE)
        same(run.status, 1)
        same(sum(run.count(outcome) for outcome in OUTCOMES) + run.count("bad rows"), run.count("rows read"))


@test
def every_vector_is_answered_as_it_says():
    groups = {}
    for path in sorted(VECTORS.glob("*.tsv")):
        with open(path, encoding="utf-8", newline="") as file:
            lines = [line.rstrip("\n").split("\t") for line in file]
        for values in lines[1:]:
            vector = dict(zip(lines[0], values))
            asked = tuple(vector[name] for name in ("law", "question", "known_on", "edition", "reading", "strict",
                                                    "valid_on"))
            groups.setdefault((path.name, *asked), []).append(vector)
    n = 0
    for (_, law, question, known_on, edition, reading, strict, valid_on), vectors in groups.items():
        if edition == "9999":  # refused on the command line
            continue
        names = [name for name in vectors[0] if name not in ("law", "question", "known_on", "edition", "reading",
                                                             "strict", "valid_on", "receipt", *RESULTS)]
        options = ["--law", law, "--question", question]
        for option, value in (("--known-on", known_on), ("--edition", edition), ("--reading", reading),
                              ("--valid-on", valid_on)):
            options += [option, value] if value else []
        options += ["--strict"] if strict == "yes" else []
        rows = Run(*options, given=as_csv([names] + [[vector[name] for name in names] for vector in vectors])).rows()
        same(len(rows), len(vectors))
        for row, vector in zip(rows, vectors):
            for name in ("outcome", "day", "provision"):
                assert row[name] == vector[name], (f"{vector['case']}: {name} is {row[name]!r}, "
                                                   f"expected {vector[name]!r}")
            same(bool(row["error"]), bool(vector["error"]))
            n += 1
    assert n > 3000, f"only {n} vectors"


# ---- Receipts ----


def receipt_vectors():
    with open(VECTORS / "receipts.tsv", encoding="utf-8", newline="") as file:
        lines = [line.rstrip("\n").split("\t") for line in file]
    return [dict(zip(lines[0], values)) for values in lines[1:]]


def answered_with_receipts(*options):
    run = Run("--receipt", *options, SAMPLE)
    same(run.status, 1)
    return run


@test
def receipts_are_those_of_the_vectors():
    vectors = receipt_vectors()
    assert len(vectors) >= 300
    asked = ("law", "question", "known_on", "edition", "reading", "strict", "valid_on")
    groups = {}
    for vector in vectors:
        groups.setdefault(tuple(vector[name] for name in asked), []).append(vector)
    for (law, question, known_on, edition, reading, strict, valid_on), group in groups.items():
        names = [name for name in group[0] if name not in (*asked, "receipt", *RESULTS)]
        options = ["--law", law, "--question", question, "--edition", edition]
        for option, value in (("--known-on", known_on), ("--reading", reading), ("--valid-on", valid_on)):
            options += [option, value] if value else []
        options += ["--strict"] if strict == "yes" else []
        rows = Run("--receipt", *options, given=as_csv([names] + [[row[name] for name in names] for row in group])).rows()
        same([row["receipt"] for row in rows], [row["receipt"] for row in group])


@test
def a_register_of_receipts_of_any_law_question_and_parameters_is_verified():
    vectors = receipt_vectors()
    names = [name for name in vectors[0] if name not in ("law", "question", "known_on", "edition", "reading", "strict",
                                                         "valid_on")]
    run = Run("--verify", given=as_csv([names] + [[vector[name] for name in names] for vector in vectors]))
    same({(row["verified"], row["why"]) for row in run.rows()}, {("equal", "")})
    same((run.status, run.count("equal"), run.count("bad rows")), (0, len(vectors), 0))


@test
def receipts_are_the_last_column_and_bad_rows_have_none():
    run = answered_with_receipts()
    same(run.text.split("\n")[0].split(",")[-8:], ["level", *RESULTS, "receipt"])
    for row in run.rows():
        same(len(row["receipt"]), 0 if row["error"] else 65)
    same([{**row, "receipt": ""} for row in run.rows()], [{**row, "receipt": ""} for row in Run(SAMPLE).rows()])


@test
def what_was_answered_with_receipts_is_verified_as_it_stands():
    answered = answered_with_receipts("--reading", "suspension", "--strict")
    run = Run("--verify", given=answered.bytes)
    bad = sum(row["error"] != "" for row in answered.rows())
    same(run.status, 1)
    same((run.count("equal"), run.count("bad rows")), (len(sample_rows()) - 1 - bad, bad))
    for row in run.rows():
        same((row["verified"], row["why"]), ("", "there is no receipt") if row["error"] else ("equal", ""))


@test
def a_fact_that_was_changed_and_a_receipt_of_another_case_are_found():
    first = Run("--receipt", given="id,term,last_day\n1,visa,2021-07-01\n2,visa,2021-07-02\n").text
    same(Run("--verify", given=first).status, 0)
    run = Run("--verify", given=first.replace("2021-07-02", "2021-07-03"))
    same((run.status, [row["verified"] for row in run.rows()]), (1, ["equal", "facts_differ"]))
    one, two = (line.rsplit(",", 1)[1] for line in first.split("\n")[1:3])
    run = Run("--verify", given=first.replace(one, "?").replace(two, one).replace("?", two))
    same([row["verified"] for row in run.rows()], ["facts_differ", "facts_differ"])


@test
def a_receipt_that_was_mistyped_is_a_bad_row():
    first = Run("--receipt", given="term,last_day\nvisa,2021-07-01\n").text
    receipt = first.rstrip("\n").rsplit(",", 1)[1]
    wrong = receipt[:20] + ("7" if receipt[20] != "7" else "8") + receipt[21:]
    run = Run("--verify", given=first.replace(receipt, wrong))
    same(run.status, 1)
    within("check symbol", run.rows()[0]["why"])
    typed = "-".join(receipt[at:at + 5] for at in range(0, 65, 5)).lower().replace("0", "o")
    same(Run("--verify", given=first.replace(receipt, typed)).rows()[0]["verified"], "equal")
    run = Run("--verify", "--lang", "ru", given=first.replace(receipt, "!"))
    within("квитанция", run.rows()[0]["why"])


@test
def only_a_register_with_receipts_can_be_verified():
    run = Run("--verify", SAMPLE)
    same((run.status, run.text), (3, ""))
    within("caseload --receipt", run.messages)
    same(Run("--receipt", given="term,receipt\nvisa,\n").status, 3)


@test
def verifying_takes_law_question_and_parameters_from_the_receipt():
    for option in (["--law", "measures"], ["--question", "work"], ["--edition", "1"], ["--strict"], ["--receipt"], ["--explain"],
                   ["--known-on", "2021-11-29"], ["--reading", "literal"], ["--valid-on", "2022-01-01"]):
        same(Run("--verify", *option, given="term,receipt\nvisa,\n").status, 2)


@test
def one_case_has_its_receipt_and_is_verified_by_it():
    facts = ["term=permanent_residence_permit", "last_day=2021-12-31"]
    run = Run("--one", "--receipt", "--law", "measures", "--known-on", "2021-11-29", *facts)
    receipt = re.search(r"^receipt +(\S{65})$", run.text, re.M).group(1)
    explained = Run("--one", "--receipt", "--explain", "--law", "measures", "--known-on", "2021-11-29", *facts)
    within(receipt, explained.text)
    same(re.search(r"^receipt +(.*)$", explained.text, re.M).group(1), receipt)
    verified = Run("--one", "--verify", f"receipt={receipt}", *facts)
    same(verified.status, 0)
    for line in ("verified      equal", "law           measures, edition 1", "known on      2021-11-29", "outcome       ", "question      extension"):
        within(line, verified.text)
    other = Run("--one", "--verify", f"receipt={receipt}", facts[0], "last_day=2021-12-30")
    same(other.status, 1)
    within("facts_differ", other.text)
    same(Run("--one", "--verify", *facts).status, 1)


# ---- Bad rows ----


@test
def a_bad_value_names_line_column_value_and_what_is_allowed():
    run = Run(given="id,term,last_day\n1,visa,2021-02-30\n2,permanent_residense_permit,2021-12-31\n3,visa,none\n")
    same(run.status, 1)
    within("stdin:2: last_day: ", run.messages)
    within('"2021-02-30"', run.messages)
    within("1 to 28", run.messages)
    within("stdin:3: term: ", run.messages)
    within('"permanent_residense_permit"', run.messages)
    within("permanent_residence_permit?", run.messages)
    rows = run.rows()
    within('"2021-02-30"', rows[0]["error"])
    within("permanent_residence_permit?", rows[1]["error"])
    same((rows[2]["outcome"], rows[2]["error"]), ("silent", ""))


@test
def all_bad_values_of_a_row_are_named():
    error = Run(given="term,last_day,location\nvissa,2021-13-01,moon\n").rows()[0]["error"]
    for part in ("term: ", '"vissa"', "last_day: ", '"2021-13-01"', "location: ", '"moon"'):
        within(part, error)


@test
def a_number_is_a_whole_number_in_its_range():
    rows = Run("--question", "vaccination", given="age,location\n17,in_russia\n151,in_russia\n-1,in_russia\n"
               "1e1,in_russia\n99999999999999999999,in_russia\n").rows()
    same(rows[0]["error"], "")
    for row in rows[1:]:
        within("0 to 150", row["error"])


@test
def none_is_written_as_its_name_or_as_what_it_means():
    for none in ("none", "None", "without end", "бессрочно"):
        row = Run(given=f"term,last_day\npermanent_residence_permit,{none}\n").rows()[0]
        same((row["outcome"], row["error"]), ("silent", ""))
    for question, column, wrong in (("extension", "last_day", "never"), ("extension", "issued_on", "none"),
                                    ("education_entry", "visa_days_left", "stateless"), ("work", "work_act", "none")):
        row = Run("--question", question, given=f"{column}\n{wrong}\n").rows()[0]
        within(f"{column}: ", row["error"])
    for column, right in (("citizenship", "stateless"), ("citizenship", "без гражданства"), ("visa_days_left", "нет визы"),
                          ("pcr_hours", "no test"), ("residence_state", "нет")):
        same(Run("--question", "education_entry", given=f"{column}\n{right}\n").rows()[0]["error"], "")


@test
def a_country_that_is_none_is_told_how_countries_are_written():
    within("two capital letters of ISO 3166-1 or the name of the country, or none",
           Run(given="citizenship\nZZ\n").rows()[0]["error"])
    within("две заглавные буквы по ISO 3166-1 или название страны",
           Run("--lang", "ru", "--question", "education_entry", given="border\nZZ\n").rows()[0]["error"])


@test
def a_last_day_before_the_day_of_issue_is_an_error_not_an_answer():
    row = Run(given="term,last_day,issued_on\nvisa,2021-12-31,2022-01-01\n").rows()[0]
    same((row["outcome"], row["day"]), ("", ""))
    within("2022", row["error"])


@test
def a_result_after_the_calendar_is_an_error_not_an_answer():
    rows = Run(given="term,last_day\npermanent_residence_permit,9999-06-15\npermanent_residence_permit,9999-06-16\n"
               ).rows()
    same((rows[0]["day"], rows[0]["error"]), ("9999-12-31", ""))
    same(rows[1]["outcome"], "")
    assert rows[1]["error"]


@test
def too_few_and_too_many_values_are_bad_rows():
    run = Run(given='id,term,last_day\n1,visa\n2,visa,2021-12-31,left,"o,ver"\n3,visa,2021-12-31\n')
    same(run.status, 1)
    rows = run.rows()
    same((rows[0]["id"], rows[0]["term"], rows[0]["last_day"]), ("1", "visa", ""))
    within("2 values", rows[0]["error"])
    within("5 values", rows[1]["error"])
    within('"left", "o,ver"', rows[1]["error"])
    same((rows[2]["outcome"], rows[2]["error"]), ("silent", ""))


@test
def a_misplaced_quotation_mark_costs_only_its_row():
    run = Run(given='id,name,term\n1,say "hi",visa\n2,"a"b,visa\n3,c,visa\n')
    rows = run.rows()
    same([row["id"] for row in rows], ["1", "2", "3"])
    same([bool(row["error"]) for row in rows], [True, True, False])
    within("stdin:2: ", run.messages)
    within("stdin:3: ", run.messages)


@test
def a_quotation_mark_that_is_never_closed_costs_only_its_row():
    for after in ("", "\n"):
        rows = Run(given='id,name,term\n1,"open,visa\n2,b,visa\n3,"x, y",visa\n4,c,visa' + after).rows()
        same([row["id"] for row in rows], ["1", "2", "3", "4"])
        same([bool(row["error"]) for row in rows], [True, False, False, False])
        same(rows[2]["name"], "x, y")


@test
def a_quotation_mark_left_open_in_a_large_register_costs_only_its_row():
    text = "id,name,term\n" + '1,"open,visa\n' + "".join(f"{n},b,visa\n" for n in range(2, 60001))
    rows = Run(given=text).rows()
    same(len(rows), 60000)
    same([row["id"] for row in rows if row["error"]], ["1"])


@test
def the_first_ten_bad_rows_are_shown_and_the_others_counted():
    run = Run(given="term\n" + "nonsense\n" * 1234)
    same(len(re.findall(r"^stdin:\d+: ", run.messages, re.M)), 10)
    within("1,224 more", run.messages)
    same(run.count("bad rows"), 1234)


# ---- The form of the file ----


@test
def letters_are_read_in_either_case():
    rows = Run(given="ДОКУМЕНТ ИЛИ СРОК,Last_Day,location\nВИД НА ЖИТЕЛЬСТВО,2021-12-31,В РОССИИ\n"
               "Вид на жительство,2021-12-31,IN RUSSIA\nвИд На ЖиТеЛьСтВо,2021-12-31,в россии\n").rows()
    same({(row["outcome"], row["day"], row["error"]) for row in rows}, {("yes", "2022-07-18", "")})
    same(len(rows), 3)
    within("permanent_residence_permit?", Run("--one", "term=ВИД НА ЖЫТЕЛЬСТВО").messages)


@test
def labels_in_english_and_russian_are_read():
    text = "term,last_day,location\n"
    rows = Run(given=text + "вид на жительство,2021-12-31,в России\nresidence permit (permanent),2021-12-31,in Russia\n"
               "permanent_residence_permit,2021-12-31,in_russia\n").rows()
    same({(row["outcome"], row["day"], row["provision"]) for row in rows}, {("yes", "2022-07-18", "S1")})
    rows = Run("--question", "regularisation", given="could_not_return,citizenship\nда,Узбекистан\nyes,UZ\n").rows()
    same({row["outcome"] for row in rows}, {"yes"})


@test
def a_byte_order_mark_is_accepted_and_kept():
    run = Run(given=b"\xef\xbb\xbfterm,last_day\npermanent_residence_permit,2021-12-31\n")
    same(run.bytes[:8], b"\xef\xbb\xbfterm,")
    within("yes,2022-07-18,S1,location", run.text)


@test
def line_ends_of_windows_are_accepted_and_kept():
    run = Run(given="term,last_day\r\nvisa,2021-12-31\r\nvissa,2021-12-31\r\n")
    same(run.bytes.count(b"\r\n"), 3)
    same(run.bytes.count(b"\n"), 3)
    within("stdin:3: ", run.messages)


@test
def a_line_end_of_windows_across_two_reads_is_one_line_end():
    for length in range(65520, 65540):
        run = Run(given="term,name\r\nvisa," + "x" * length + "\r\nvissa,y\r\n")
        within("stdin:3: ", run.messages)
        same(run.count("rows read"), 2)


@test
def a_value_with_a_line_end_is_one_row_and_lines_are_counted_on():
    run = Run(given='id,term\n"one\ntwo\r\n""three""",visa\n2,vissa\n')
    same(run.count("rows read"), 2)
    same(run.rows()[0]["id"], 'one\ntwo\r\n"three"')
    within("stdin:5: ", run.messages)


@test
def the_last_line_needs_no_line_end():
    for last in ("visa,2021-12-31", 'visa,"2021-12-31"', "visa,"):
        rows = Run(given="term,last_day\n" + last).rows()
        same([row["error"] for row in rows], [""])


@test
def empty_lines_are_no_rows_and_are_counted_as_lines():
    run = Run(given="\nterm\n\nvisa\n\n\nvissa\n\n")
    same(run.count("rows read"), 2)
    within("stdin:7: ", run.messages)


@test
def a_header_alone_is_an_empty_register():
    for text in ("term,last_day", "term,last_day\n"):
        run = Run(given=text)
        same((run.status, run.text), (0, "term,last_day," + ",".join(RESULTS) + "\n"))
        same(run.count("rows read"), 0)


@test
def an_empty_file_is_refused():
    for text in (b"", b"\n\n", b"\xef\xbb\xbf"):
        run = Run(given=text)
        same((run.status, run.text), (3, ""))
        within("empty", run.messages)


@test
def columns_that_are_no_facts_are_carried_through_untouched():
    rows = [["id", "Имя, отчество", "term", 'note "x"', "level"],
            [" 007 ", "Жуска, Ардо («Бе»)", "visa", 'a "b", c\nd', "Nonsense"],
            ["", "  ", "visa", "=1+1", "higher"]]
    answers = list(csv.reader(io.StringIO(Run(given=as_csv(rows)).text, newline="")))
    same([row[:5] for row in answers], rows)
    same([row[-1] for row in answers], ["error", "", ""])


@test
def a_header_that_is_almost_a_fact_is_said():
    run = Run(given="term,last_dya,name,id\nvisa,2021-12-31,x,1\n")
    same(run.status, 0)
    within("did you mean last_day?", run.messages)
    same(run.messages.count("did you mean"), 1)


@test
def a_register_without_a_fact_of_the_question_is_refused_with_what_it_could_have():
    run = Run(given="id,level\n1,higher\n")
    same((run.status, run.text), (3, ""))
    within("no column is a fact", run.messages)
    within("term, last_day, location, issued_on, citizenship", run.messages)
    assert "level" not in run.messages, run.messages
    run = Run("--question", "moratorium", "--lang", "ru", given="id,trem\n1,visa\n")
    same((run.status, run.text), (3, ""))
    within("moratorium", run.messages)
    within("on_day, decision_kind, exception\n", run.messages)
    same(Run("--question", "education_entry", given="id,level\n1,higher\n").status, 0)


@test
def a_register_with_other_separators_is_refused():
    for header, found in (("id;term;last_day", "semicolons"), ("id\tterm\tlast_day", "tabs"), ("sep=;\nterm", "semicolons"),
                          ("\ufeffterm;last_day", "semicolons"), ('"term";"last_day"', "semicolons")):
        for rest in ("", "\n", "\r\n1;visa;2021-12-31\r\n"):
            run = Run(given=header + rest)
            same((run.status, run.text), (3, ""))
            within(found, run.messages)
            within("commas", run.messages)
    within("запятые", Run("--lang", "ru", given="id;term\n").messages)
    same(Run(given="term,a;b\nvisa,x;y\n").status, 0)


@test
def a_register_that_is_not_utf_8_is_refused():
    text = "id,term,last_day\r\n1,visa,2021-12-31\r\n"
    for encoding in ("utf-16", "utf-16-le", "utf-16-be", "utf-32"):
        run = Run(given=text.encode(encoding))
        same((run.status, run.text), (3, ""))
        within("UTF-16", run.messages)
        within("expected: UTF-8", run.messages)
    for given in ("\ufeffдокумент или срок".encode("utf-16-be"), "\ufeffдень;срок\n".encode("utf-16-le"), b"\xff\xfe", b"\xfe\xff\n",
                  b"PK\x03\x04\x14\x00\x06\n", b"\0" * 400_000):
        run = Run(given=given)
        same((run.status, run.text), (3, ""))
        within("UTF-16", run.messages)


@test
def the_same_column_twice_is_refused():
    for header in ("id,term,id", "term,last_day,term", "term,документ или срок", "a,,,b"):
        run = Run(given=header + "\n")
        same((run.status, run.text), (3, ""))
        within("are the same", run.messages)
    run = Run(given="term,outcome\n")
    same((run.status, run.text), (3, ""))
    within('"outcome"', run.messages)


def long_rows(given):
    """A register whose bad rows are too long: what is outside of them, and the ids of the bad ones."""
    run = Run(given=given)
    same(run.status, 1)
    rows = run.rows()
    same(run.count("rows read"), len(rows))
    for row in rows:
        assert not row["error"] or "256 KiB" in row["error"], row["error"]
        same(row["outcome"] == "", row["error"] != "")
    return run, [row["id"] for row in rows], [row["id"] for row in rows if row["error"]]


@test
def a_line_that_is_too_long_costs_one_row():
    for end in ("\n", "\r\n"):
        for length in (ROW_BYTES, ROW_BYTES + (1 << 16), 2_000_000):
            for value in ("x" * length, '"' + "x, " * (length // 3 + 1) + '"', '"' + '""' * length + '"', "," * length):
                run, ids, bad = long_rows(end.join(["id,term,name", "1,visa,a", "2,visa," + value, "3,visa,b", "4,visa,c"]))
                same((ids, bad), (["1", "2", "3", "4"], ["2"]))
                within("stdin:3: ", run.messages)
                same(run.bytes.count(end.encode()), 5)
                same(run.rows()[1]["term"], "visa")


@test
def a_row_may_be_as_long_as_the_limit_wherever_it_stands():
    for before in (0, 1, 65000):
        for over in (0, 1):
            begin = "2,visa,"
            rows = ["id,term,name", "1,visa," + "y" * before, begin + "x" * (ROW_BYTES - len(begin) - 1 + over), "3,visa,b"]
            run = Run(given="\n".join(rows) + "\n")
            same((run.status, [bool(row["error"]) for row in run.rows()]), (over, [False, over == 1, False]))
            run = Run(given="\n".join(rows[:3]))  # without a line end, one byte shorter
            same(run.status, 0)


@test
def long_rows_one_after_another_and_at_the_end_cost_themselves():
    long = ",visa," + "x" * 400_000
    _, ids, bad = long_rows("\n".join(["id,term,name", "1" + long, "2" + long, "3,visa,b", "4" + long]))
    same((ids, bad), (["1", "2", "3", "4"], ["1", "2", "4"]))


@test
def a_long_value_of_many_lines_costs_one_row():
    for line, n in (("a note of a few words\n", 20_000), ("one, two\r\n", 200_000), ("\n", 300_000), ("x" * 300_000 + "\n", 3)):
        run, ids, bad = long_rows('id,term,name\n1,visa,a\n2,visa,"' + line * n + '"\n3,visa,b\n4,visa,c\n')
        same((ids, bad), (["1", "2", "3", "4"], ["2"]))
        within("stdin:3: ", run.messages)
        run = Run(given='id,term,name\n2,visa,"' + line * n + '"\n3,vissa,b\n')
        within(f"stdin:{3 + n}: ", run.messages)


@test
def a_long_line_with_a_quotation_mark_left_open_costs_one_row():
    after = "".join(f"{n},visa,b\n" for n in range(2, 100_000))
    few = "".join(after.splitlines(keepends=True)[:30])
    for rest in (after, after.replace("2,visa,b", '2,visa,"x, y"', 1), few):
        for value in ('"' + "x" * 300_000, "x" * 300_000 + '"', '"x"' + "x" * 300_000):
            _, ids, bad = long_rows("id,term,name\n1,visa," + value + "\n" + rest)
            same((ids, bad), ([str(n + 1) for n in range(rest.count("\n") + 1)], ["1"]))


@test
def a_header_that_is_too_long_is_refused():
    for header in ("term," + "x" * 300_000, 'term,"' + "x\n" * 300_000 + '"', "term," + "x" * 300_000 + "\nvisa,1"):
        run = Run(given=header)
        same((run.status, run.text), (3, ""))
        within("stdin:1: ", run.messages)


@test
def a_row_with_very_many_values_is_a_bad_row():
    run = Run(given="term,name\nvisa" + "," * 5000 + "\nvisa,x\n")
    within("5001 values", run.messages)
    same([bool(row["error"]) for row in run.rows()], [True, False])
    same(Run(given="a," * 5000 + "term\nx\n").status, 3)


@test
def memory_does_not_grow_with_the_register():
    def most_used(process):
        status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status).group(1))

    lines = (b"permanent_residence_permit,2021-12-31," + b"x" * 60 + b"\n") * 20000
    # A row that is too long, of one line and of many, is among what is read early: its buffers are there from then on.
    long = b"visa,2021-12-31," + b"x" * 3_000_000 + b"\nvisa,2021-12-31,\"" + b"some, words\n" * 300_000 + b"\"\n"
    with subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:
        process.stdin.write(b"term,last_day,name\n" + long + lines)
        early = most_used(process)
        for _ in range(15):
            process.stdin.write(lines + long)
        late = most_used(process)
        process.stdin.close()
        same(process.wait(), 1)
    assert late - early < 1024, f"{late - early} KiB more"


# ---- Progress ----


def on_a_terminal(arguments, wait=0.0, stdin=subprocess.DEVNULL, pieces=()):
    """A run with messages on a terminal: what was written there and how long it took. Its answers are read late, or
    its register comes in pieces, with a wait before each."""
    main, side = pty.openpty()
    said = b""

    def read_terminal(seconds):
        nonlocal said
        until = time.monotonic() + seconds
        while select.select([main], [], [], max(0, until - time.monotonic()))[0]:
            said += os.read(main, 65536)

    began = time.monotonic()
    process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.PIPE if pieces else stdin,
                               stdout=subprocess.DEVNULL if pieces else subprocess.PIPE, stderr=side)
    for piece in pieces:
        process.stdin.write(piece)
        process.stdin.flush()
        read_terminal(wait)
    if pieces:
        process.stdin.close()
    else:
        read_terminal(wait)
        while process.stdout.read(65536):
            read_terminal(0)
        process.stdout.close()
    same(process.wait(timeout=120), 0)
    took = time.monotonic() - began
    read_terminal(0.1)
    os.close(main)
    os.close(side)
    return said.decode(), took


PROGRESS = r"[\d,]+ rows, [\d,]+ rows/s"
ERASED = "\r\x1b[K"


@test
def progress_stands_on_a_terminal_and_is_erased():
    piece = b"visa\n" * 20000
    said, took = on_a_terminal([], 0.15, pieces=[b"term\n" + piece] + [piece] * 8)
    drawn = re.findall(PROGRESS, said)
    assert 2 <= len(drawn) <= 5 * took + 1, f"drawn {len(drawn)} times in {took} s"
    same(said.count(ERASED), len(drawn))
    assert " left" not in said, "the length of a pipe is not known"
    after = said[said.rindex(ERASED) + len(ERASED):]
    assert after.startswith("caseload: question"), after
    assert not re.search(PROGRESS, after), after
    rows = [int(text.split(" ")[0].replace(",", "")) for text in drawn]
    same(rows, sorted(set(rows)))


@test
def the_time_left_is_said_of_a_file():
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "register.csv"
        register.write_text("term\n" + "visa\n" * 100000)
        said, _ = on_a_terminal([register], 0.5)
        assert re.search(PROGRESS + r", \d+:\d\d left" + re.escape(ERASED), said), said
        said, _ = on_a_terminal(["--lang", "ru", register], 0.5)
        assert re.search(r"строк: [\d ]+, в секунду: [\d ]+, осталось \d+:\d\d" + re.escape(ERASED), said), said
        with open(register, "rb") as file:
            said, _ = on_a_terminal(["-"], 0.5, stdin=file)
        within(" left", said)
        said, _ = on_a_terminal(["--no-progress", register], 0.5)
        assert "rows/s" not in said and "\x1b" not in said, said


@test
def a_pipe_gets_no_progress():
    run = Run(given=b"term\n" + b"visa\n" * 500000)
    same((run.status, run.count("rows read")), (0, 500000))
    assert "\r" not in run.messages and "rows/s" not in run.messages, run.messages


# ---- The summary ----


@test
def one_line_adds_up_to_the_rows_read():
    for language, words in (("en", r"caseload: read ([\d,]+) =(.*) \+ bad ([\d,]+)"),
                            ("ru", r"caseload: прочитано ([\d ]+) =(.*) \+ с ошибками ([\d ]+)")):
        for arguments in ([], ["--question", "work"], ["--valid-on", "2022-01-01"]):
            run = Run("--lang", language, *arguments, SAMPLE)
            read, counts, bad = re.search("^" + words + "$", run.messages, re.M).groups()
            parts = [part.split(None, 1) for part in counts.split("+")]
            same([name for name, _ in parts], OUTCOMES)
            counts = [int(re.sub("[, ]", "", count)) for _, count in parts]
            found = [row["outcome"] for row in run.rows()]
            same(counts, [found.count(outcome) for outcome in OUTCOMES])
            same(int(re.sub("[, ]", "", read)), len(found))
            same(sum(counts) + int(bad), len(found))


def bars(run):
    """The lines below the heading of the bars: (count, month or words, bar)."""
    _, _, lines = run.messages.partition("caseload: last valid days by month\n")
    found = []
    for line in lines.splitlines():
        assert len(line) <= 60, line
        found.append(re.fullmatch(r" *([\d,]+)  (\d{4}-\d\d|earlier|later|without end)(?:  ([#█]+))?", line).groups(""))
    return [(int(count.replace(",", "")), what, bar) for count, what, bar in found]


def answered_months(run):
    days = [row["day"] for row in run.rows() if row["day"]]
    months = [day[:7] for day in days if day != "none"]
    return {month: months.count(month) for month in sorted(set(months))}, days.count("none")


@test
def last_valid_days_are_bars_by_month():
    run = Run("--reading", "literal", given="term,last_day,location\n"
              + "permanent_residence_permit,2021-12-31,in_russia\n" * 300 + "visa,2021-12-31,in_russia\n")
    same(bars(run), [(300, "2022-07", bars(run)[0][2])])
    same(len(bars(run)[0][2]), 37)
    for environment, character in (({"LC_ALL": "C"}, "#"), ({"LC_ALL": "C.UTF-8"}, "█"), ({"LC_ALL": "POSIX"}, "#"),
                                   ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "C"}, "#"),
                                   ({"LC_ALL": "ru_RU.UTF-8", "LANG": "C"}, "█")):
        run = Run(SAMPLE, env=os.environ | environment)
        same({letter for _, _, bar in bars(run) for letter in bar}, {character})


@test
def the_bars_are_the_days_answered():
    for arguments in ([], ["--reading", "fixed_day"], ["--reading", "suspension"], ["--valid-on", "2022-01-01"]):
        run = Run(*arguments, SAMPLE)
        months, without_end = answered_months(run)
        lines = bars(run)
        assert len(lines) <= 24, f"{len(lines)} lines"
        shown = {what: count for count, what, _ in lines}
        inner = {what: count for what, count in shown.items() if what in months}
        same(inner, {month: months[month] for month in inner})
        first, last = min(inner), max(inner)
        same(shown.get("earlier", 0), sum(count for month, count in months.items() if month < first))
        same(shown.get("later", 0), sum(count for month, count in months.items() if month > last))
        same(list(inner), [month for month in months if first <= month <= last])
        same(shown.get("without end", 0), without_end)
        most = max(inner.values())
        for count, what, bar in lines:
            same(len(bar), max(1, (count * 37 + most // 2) // most) if what in inner else 0)
        if len(months) > 24:  # the months with the most answers, of all that stand together
            counts, n = list(months.values()), len(inner)
            same(sum(inner.values()), max(sum(counts[i:i + n]) for i in range(len(counts) - n + 1)))
        else:
            same(len(inner), len(months))


@test
def bars_can_be_left_out_and_belong_to_days():
    for arguments in (["--no-bars", SAMPLE], ["--question", "work", SAMPLE]):
        run = Run(*arguments)
        assert "by month" not in run.messages and "█" not in run.messages, run.messages
    assert "by month" not in Run(given="term\nvisa\n").messages


# ---- Columns of other names ----


@test
def columns_are_mapped_to_facts():
    run = Run("--map", "Permit, type=term", "--map", "Valid=to=last_day", "--map", "Где=Location",
              given='id,"Permit, type",Valid=to,Где,term of work\n1,visa,2021-12-31,,x\n2,вид на жительство,2021-12-31,in_russia,y\n'
                    "3,vissa,2021-12-31,,z\n")
    rows = run.rows()
    same([(row["outcome"], row["day"]) for row in rows], [("silent", ""), ("yes", "2022-07-18"), ("", "")])
    within("term: ", rows[2]["error"])
    same([row["term of work"] for row in rows], ["x", "y", "z"])


@test
def a_column_called_like_a_fact_can_be_left_alone():
    text = "term,doc,last_day\nnonsense,permanent_residence_permit,2021-12-31\n"
    run = Run("--map", "term=", "--map=doc=term", given=text)
    same((run.status, run.rows()[0]["day"], run.rows()[0]["term"]), (0, "2022-07-18", "nonsense"))
    run = Run("--map", "doc=term", given=text)
    same((run.status, run.text), (3, ""))
    within('columns 1 and 2 are the same: "doc" is the fact term too; --map "doc"= carries it through', run.messages)
    run = Run("--map", "last_dya=", given="term,last_dya\nvisa,x\n")
    assert run.status == 0 and "did you mean" not in run.messages, run.messages
    same(Run("--map", "term=", given="term\nvisa\n").status, 3)


@test
def a_mapping_that_cannot_be_is_a_wrong_command_line():
    for arguments, part in ((["--map", "doc=trem"], '"trem" is no fact; nearest: term'), (["--map", "doc"], "COLUMN=FACT"),
                            (["--rejects", "-"], "the name of a file"),
                            (["--map", "a=term", "--map", "a=last_day"], "the column is mapped twice"),
                            (["--map", "a=term", "--map", "b=term"], "the fact is in another column already"),
                            (["--one", "--map", "a=term", "term=visa"], "not with --one"),
                            (["--one", "--rejects", "/nonexistent/x", "term=visa"], "not with --one"),
                            (["--map", "a="] * 300, "more than 256")):
        run = Run(*arguments, given="a,b\n")
        same((run.status, run.text), (2, ""))
        within(part, run.messages)
    run = Run("--map", "a=", "--map", "b=", given="term,a,b\nvisa,1,2\n")
    same(run.status, 0)
    within("ближайшее: term", Run("--lang", "ru", "--map", "doc=trem").messages)
    run = Run("--map", "a=level", given="term,a\nvisa,nonsense\n")
    same((run.status, run.rows()[0]["error"]), (0, ""))
    within('the question "extension" does not ask level', run.messages)


@test
def a_mapped_column_that_is_not_there_is_refused():
    run = Run("--map", "Valid to=last_day", given="term,valid to\nvisa,2021-12-31\n")
    same((run.status, run.text), (3, ""))
    within('stdin:1: --map: there is no column "Valid to"; there are: "term", "valid to"', run.messages)


# ---- Parameters for a register ----


@test
def every_parameter_reaches_every_row():
    permit = "permanent_residence_permit"
    text = f"term,last_day\n{permit},2021-12-31\n{permit},2021-09-30\n"

    def answers(*arguments):
        run = Run(*arguments, given=text)
        same(run.status, 0)
        return [(row["outcome"], row["day"], row["missing"]) for row in run.rows()]

    same(answers(), [("yes", "2022-07-18", ""), ("conflict", "", "")])
    same(answers("--reading", "suspension"), [("yes", "2022-07-18", ""), ("yes", "2022-04-17", "")])
    same(answers("--known-on", "2021-11-28"), [("silent", "", "")] * 2)
    same(answers("--law", "statement", "--edition", "1"), answers())
    same([missing for _, _, missing in answers("--strict")], ["location", "location"])
    same([outcome for outcome, _, _ in answers("--valid-on", "2022-07-18", "--reading", "fixed_day")], ["yes", "yes"])
    run = Run("--question", "regularisation", given="could_not_return,citizenship\nyes,UZ\n")
    same([row["outcome"] for row in run.rows()], ["yes"])


@test
def one_day_is_given_for_all_rows():
    for question in ("vaccination", "work", "moratorium", "education_entry", "regularisation"):
        names = {"work": "work_act", "moratorium": "decision_kind", "education_entry": "level",
                 "regularisation": "could_not_return", "vaccination": "age"}
        column = names[question]
        asks = re.search(rf"^  {question} +(.*(?:\n {{10,}}.*)*)", Run("--help").text, re.M).group(1).split()
        if "on_day" not in asks:
            run = Run("--question", question, "--on-day", "2021-07-01", given=f"{column}\n\"\"\n")
            same(run.status, 2)
            within("on_day", run.messages)
            continue
        for day in ("2020-03-14", "2020-03-15", "2021-07-01", "2022-02-01"):
            given = Run("--question", question, "--on-day", day, given=f"{column},id\n,1\n,2\n")
            same(given.status, 0)
            as_column = Run("--question", question, given=f"{column},id,on_day\n,1,{day}\n,2,{day}\n")
            drop = [{name: value for name, value in row.items() if name != "on_day"} for row in as_column.rows()]
            same(given.rows(), drop)


@test
def one_day_for_all_rows_and_a_column_of_days_are_refused():
    text = "decision_kind,on_day\ndeportation,2021-01-01\n"
    run = Run("--question", "moratorium", "--on-day", "2021-07-01", given=text)
    same((run.status, run.text), (3, ""))
    within('the column "on_day" holds the fact on_day, and --on-day gives it too', run.messages)
    same(Run("--question", "moratorium", "--on-day", "2021-07-01", "--map", "on_day=", given=text).status, 0)
    for arguments, part in ((["--on-day", "2021-07-01"], "--valid-on"), (["--on-day", "2021-02-30"], "YYYY-MM-DD"),
                            (["--one", "--question", "moratorium", "--on-day", "2021-07-01", "on_day=2021-07-01"],
                             "not with --one")):
        run = Run(*arguments)
        same((run.status, run.text), (2, ""))
        within(part, run.messages)


# ---- Rejects ----


def run_rejecting(text, *arguments):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "bad.csv"
        run = Run("--rejects", path, *arguments, given=text)
        with open(path, encoding="utf-8", newline="") as file:
            return run, list(csv.reader(file))


@test
def bad_rows_go_to_a_file_as_well():
    text = ('id,"Valid, to",term\n1,2021-12-31,visa\n2,2021-02-30,vissa\n"3\n",2021-12-31,visa\n'
            '4,31.12.2021,visa\n5,2021-12-31\n6,2021-12-31,vi"sa\n7,"20""21",visa\n')
    arguments = ("--map", "Valid, to=last_day")
    run, rejects = run_rejecting(text, *arguments)
    same((run.status, run.bytes), (1, Run(*arguments, given=text).bytes))
    same(rejects[0], ["line", "column", "value", "reason"])
    same([row[:3] for row in rejects[1:]],
         [["3", "Valid, to", "2021-02-30"], ["3", "term", "vissa"], ["6", "Valid, to", "31.12.2021"], ["7", "", ""],
          ["8", "", ""], ["9", "Valid, to", '20"21']])
    for row, part in zip(rejects[1:], ("1 to 28", "visa", "YYYY-MM-DD", "2 values", "quotation mark", "YYYY-MM-DD")):
        within(part, row[3])
        assert "given:" not in row[3], row
    errors = [row["error"] for row in run.rows() if row["error"]]
    same(len(errors), run.count("bad rows"))
    same([sum(row[0] == line for row in rejects) for line in ("3", "6", "7", "8", "9")], [2, 1, 1, 1, 1])


@test
def the_rejects_of_the_sample_are_its_bad_rows():
    run, rejects = run_rejecting(SAMPLE.read_bytes())
    same(run.bytes, Run(SAMPLE).bytes)
    same(sorted({int(row[0]) for row in rejects[1:]}), [int(row["id"]) + 1 for row in run.rows() if row["error"]])
    for row in rejects[1:]:
        same(len(row), 4)
        assert row[3], row
    _, rejects = run_rejecting("term,last_day,issued_on\nvisa,2021-12-31,2022-01-01\n")
    same(len(rejects), 2)
    assert rejects[1][1] in ("last_day", "issued_on") and rejects[1][2], rejects
    run, rejects = run_rejecting("term\nvisa\n")
    same((run.status, rejects), (0, [["line", "column", "value", "reason"]]))


@test
def rejects_overwrite_nothing_and_their_failures_are_said():
    with tempfile.TemporaryDirectory() as folder:
        register, answers = pathlib.Path(folder) / "register.csv", pathlib.Path(folder) / "answers.csv"
        register.write_text("term\nvissa\n")
        run = Run("--rejects", register, register)
        same((run.status, register.read_text()), (3, "term\nvissa\n"))
        within("overwrite the register", run.messages)
        run = Run("--output", answers, "--rejects", answers, register)
        same((run.status, answers.read_text()), (3, ""))
        within("overwrite the answers", run.messages)
        run = Run("--rejects", "/nonexistent/bad.csv", register)
        same(run.status, 3)
        within("/nonexistent/bad.csv", run.messages)
        run = Run("--rejects", "/dev/full", register)
        same(run.status, 3)
        within("No space left", run.messages)


# ---- One case ----


@test
def one_case_is_answered_line_by_line():
    run = Run("--one", "term=permanent_residence_permit", "last_day=2021-12-31")
    same((run.status, run.messages), (0, ""))
    for line in (r"outcome +yes", r"day +2022-07-18", r"provision +S1 \(.*\)", r"source +.*2021-11-29.*",
                 r" +https://.*", r"assumed +location"):
        assert re.search(f"^{line}$", run.text, re.M), f"no {line!r} in {run.text!r}"
    assert "readings" not in run.text and "missing" not in run.text, run.text


@test
def one_case_is_answered_in_russian():
    run = Run("--one", "--lang", "ru", "term=вид на жительство", "last_day=2021-12-31")
    same((run.status, run.messages), (0, ""))
    assert re.search(r"^день +2022-07-18$", run.text, re.M), run.text
    within("yes (да)", run.text)


@test
def one_case_is_explained_in_both_languages():
    for language, day in (("en", "18 July 2022"), ("ru", "18 июля 2022")):
        run = Run("--one", "--explain", "--lang", language, "term=permanent_residence_permit", "last_day=2021-12-31")
        same((run.status, run.messages), (0, ""))
        within(day, run.text)
        within("Residence permits and residency registrations of foreign citizens", run.text)
        assert run.text.endswith("\n")


@test
def readings_are_told_apart_where_they_differ():
    run = Run("--one", "term=permanent_residence_permit", "last_day=2021-09-30", "location=in_russia")
    same(run.status, 0)
    for line in (r"outcome +conflict \(.*\)", r"readings +literal: silent.*", r" +suspension: yes, 2022-04-17",
                 r" +fixed_day: yes, 2022-07-18"):
        assert re.search(f"^{line}$", run.text, re.M), f"no {line!r} in {run.text!r}"
    within("\nпрочтения ", Run("--one", "--lang", "ru", "term=permanent_residence_permit", "last_day=2021-09-30",
                              "location=in_russia").text)
    within("2022-04-17", Run("--one", "--reading", "suspension", "term=permanent_residence_permit",
                             "last_day=2021-09-30").text)


@test
def a_missing_fact_is_named():
    run = Run("--one", "term=permanent_residence_permit")
    same(run.status, 0)
    assert re.search(r"^outcome +undetermined", run.text, re.M) and re.search(r"^missing +last_day$", run.text, re.M)
    run = Run("--one", "--strict", "term=permanent_residence_permit", "last_day=2021-12-31")
    assert re.search(r"^missing +location$", run.text, re.M), run.text


@test
def a_day_can_be_asked_about():
    for day, outcome in (("2022-07-18", "yes"), ("2022-07-19", "no")):
        run = Run("--one", "--valid-on", day, "term=permanent_residence_permit", "last_day=2021-12-31",
                  "location=in_russia")
        assert re.search(f"^outcome +{outcome}$", run.text, re.M), run.text
        run = Run("--valid-on", day, given="term,last_day\npermanent_residence_permit,2021-12-31\nvisa,9999-12-31\n")
        same((run.status, [row["outcome"] for row in run.rows()]), (0, [outcome, "yes"]))
        same([row["day"] for row in run.rows()], ["2022-07-18", ""])


@test
def a_day_asked_about_is_what_is_explained():
    facts = ("term=permanent_residence_permit", "last_day=2021-12-31", "location=in_russia")
    for language, yes, no in (("en", "yes", "no"), ("ru", "да", "нет")):
        for day, outcome, other in (("2022-07-18", yes, no), ("2022-07-19", no, yes)):
            run = Run("--one", "--explain", "--lang", language, "--valid-on", day, *facts)
            same((run.status, run.messages), (0, ""))
            first = run.text.splitlines()[0]
            assert re.search(rf"\b{outcome}\b", first) and not re.search(rf"\b{other}\b", first), first
            within(str(int(day[-2:])), first)


@test
def the_days_of_an_undetermined_answer_are_said_also_when_they_are_one():
    facts = ("term=permanent_residence_permit", "last_day=2021-12-31")
    run = Run("--one", "--strict", *facts)
    assert re.search(r"^outcome +undetermined", run.text, re.M), run.text
    assert re.search(r"^days +2022-07-18 … 2022-07-18$", run.text, re.M), run.text
    assert "days" not in Run("--one", *facts).text


@test
def parameters_reach_the_question():
    facts = ("term=permanent_residence_permit", "last_day=2021-12-31")
    within("silent", Run("--one", "--known-on", "2021-11-28", *facts).text)
    within("yes", Run("--one", "--known-on", "2021-11-29", *facts).text)
    within("yes", Run("--one", "--edition", "1", *facts).text)


@test
def one_case_that_cannot_be_answered_says_why():
    for language, part in (("en", "no answer"), ("ru", "ответить нельзя")):
        run = Run("--one", "--lang", language, "term=vissa", "last_day=2021-02-30")
        same((run.status, run.text), (1, ""))
        for text in (part, "vissa", "2021-02-30", "term", "last_day"):
            within(text, run.messages)
        assert "ответа нет" not in run.messages, "the words of the outcome silent"
    same(Run("--one", "term=permanent_residence_permit", "last_day=9999-12-31").status, 1)


@test
def a_fact_that_the_question_does_not_ask_is_said():
    run = Run("--one", "term=visa", "last_day=2021-12-31", "level=higher")
    same(run.status, 0)
    within("level", run.messages)


# ---- The command line ----


@test
def options_stand_before_or_after_the_operands():
    answer = Run("--one", "--lang", "ru", "term=visa", "last_day=2021-12-31").text
    same(Run("term=visa", "--lang", "ru", "last_day=2021-12-31", "--one").text, answer)
    same(Run(SAMPLE, "--reading=literal").text, Run("--reading", "literal", SAMPLE).text)


@test
def a_wrong_command_line_says_so_and_exits_with_2():
    for arguments, part in (
            (["--bogus"], "--bogus"), (["--question", "extention"], "nearest: extension"),
            (["--law", "none"], "statement"), (["--reading", "free"], "suspension"),
            (["--known-on", "2021-02-30"], "YYYY-MM-DD"), (["--valid-on", "today"], "YYYY-MM-DD"),
            (["--edition", "0"], "1 to"), (["--edition", "99999999999"], "1 to"), (["--edition", "1x"], "1 to"),
            (["--lang", "de"], "en or ru"), (["--explain", "x.csv"], "--one"), (["--one"], "facts"),
            (["--one", "visa"], "FACT=VALUE"), (["--one", "trem=visa"], "nearest: term"),
            (["--one", "term=visa", "term=visa"], "twice"), (["a.csv", "b.csv"], "more than one"),
            (["--question", "work", "--valid-on", "2022-01-01", "x.csv"], "extension")):
        run = Run(*arguments)
        same((run.status, run.text), (2, ""))
        within(part, run.messages)
        if "--one" not in arguments:
            within("--help", run.messages)
    within("ближайшее: extension", Run("--question", "extention", "--lang", "ru").messages)


@test
def help_and_version_are_printed():
    run = Run("--help")
    same((run.status, run.messages), (0, ""))
    for part in ("Usage:", "Examples:", "Exit status:", "education_entry", "--known-on", "last_day", "every row", "UTF-8",
                 "\nWhat is asked:\n", "\nThe register:\n", "\nWhat is written:\n", "--map COLUMN=FACT", "--on-day DAY",
                 "--rejects FILE", "line, column, value, reason", "--no-bars", "--no-progress"):
        within(part, run.text)
    assert max(map(len, run.text.splitlines())) <= 100
    run = Run("--version")
    same(run.status, 0)
    assert re.search(r"^caseload .*\d+\.\d+\.\d+\nlaw statement, edition \d+, [0-9a-f]{64}$", run.text, re.M), run.text


# ---- Files ----


@test
def answers_are_written_to_a_file():
    with tempfile.TemporaryDirectory() as folder:
        answers = pathlib.Path(folder) / "answers.csv"
        run = Run("--output", answers, SAMPLE)
        same((run.status, run.text), (1, ""))
        same(answers.read_bytes(), Run("-", given=SAMPLE.read_bytes()).bytes)


@test
def a_register_is_not_overwritten_by_its_answers():
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "register.csv"
        register.write_text("term\nvisa\n")
        link = pathlib.Path(folder) / "link.csv"
        link.symlink_to(register)
        for output in (register, link):
            run = Run("--output", output, register)
            same((run.status, register.read_text()), (3, "term\nvisa\n"))
            within("overwrite", run.messages)


@test
def what_cannot_be_read_exits_with_3():
    for name in ("/nonexistent/register.csv", "/"):
        run = Run(name)
        same((run.status, run.text), (3, ""))
        within(name, run.messages)


@test
def what_cannot_be_written_exits_with_3():
    same(Run("--output", "/nonexistent/answers.csv", SAMPLE).status, 3)
    for arguments in ([SAMPLE], ["--one", "term=visa"], ["--help"], ["--version"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
        same(done.returncode, 3)
        within(b"No space left", done.stderr)


@test
def a_closed_pipe_is_noticed():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([PROGRAM, SAMPLE], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    same(done.returncode, 3)
    within(b"Broken pipe", done.stderr)


def run_closed(closed, *arguments, wrapper=()):
    """A run with standard descriptors closed, such as "<&- >&-"."""
    return subprocess.run(["sh", "-c", f'"$@" {closed}', "sh", *wrapper, PROGRAM, *map(str, arguments)], input=b"term\nvisa\n",
                          capture_output=True, timeout=120, check=False)


@test
def closed_standard_descriptors_never_become_other_files():
    with tempfile.TemporaryDirectory() as folder:
        answers, register = pathlib.Path(folder) / "answers.csv", pathlib.Path(folder) / "register.csv"
        register.write_text("term,last_day\nvissa,2021-12-31\nvisa,2021-12-31\n")
        run = Run(register)
        for closed in ("<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", ">&- 2>&-", "<&- >&- 2>&-"):
            done = run_closed(closed, "--output", answers, register)
            same((done.returncode, done.stdout), (1, b""))
            same(done.stderr.decode(), "" if "2>&-" in closed else run.messages)
            same(answers.read_bytes(), run.bytes)
            same(register.read_text().count("\n"), 3)
        same(run_closed("2>&-", register).stdout, run.bytes)


@test
def without_standard_output_or_input_it_says_so():
    with tempfile.TemporaryDirectory() as folder:
        register = pathlib.Path(folder) / "register.csv"
        register.write_text("term\nvisa\n")
        for arguments in ([register], ["-"], ["--one", "term=visa"], ["--help"], ["--version"]):
            done = run_closed(">&-", *arguments)
            same(done.returncode, 3)
            within(b"standard output is closed", done.stderr)
            same(register.read_text(), "term\nvisa\n")
        within("вывод закрыт", run_closed(">&-", "--lang", "ru", register).stderr.decode())
        for arguments in ([], ["-"]):
            done = run_closed("<&-", *arguments)
            same((done.returncode, done.stdout), (3, b""))
            within(b"standard input is closed", done.stderr)
        same(run_closed("<&-", register).returncode, 0)


# ---- Memory ----


def memory_is_sound():
    wrapper = [] if SANITIZED else [shutil.which("valgrind") or "valgrind", "-q", "--error-exitcode=99", "--leak-check=full"]
    long = "x" * 400_000
    registers = {
        "sample": SAMPLE.read_bytes(), "empty": b"", "header": b"term", "mark": b"\xef\xbb\xbfterm\r\nvisa\r\n",
        "utf16": "term,last_day\nvisa,1\n".encode("utf-16"), "semicolons": b"id;term\n", "no facts": b"id,level\n1,higher\n",
        "open": b'id,name,term\n1,"open,visa\n' + b"2,b,visa\n" * 40_000, "misplaced": b'term,id\nvisa,a"b\n"visa"x,1\nvisa,"a\n',
        "long line": f"term,id\nvisa,{long}\nvisa,2\nvisa,{long}".encode(), "too many": b"term\nvisa" + b"," * 5000 + b"\n",
        "long value": b'term,id\nvisa,"' + b"some words\n" * 40_000 + b'"\nvisa,2\n',
        "long lines": ('term,id\nvisa,"some\n' + f"{long}\n" * 3 + '"\nvisa,2\n').encode(),
        "long open": f'term,id\nvisa,"{long}\nvisa,2\nvisa,"{long}'.encode(), "long header": long.encode(),
    }
    facts = ["term=permanent_residence_permit", "last_day=2021-09-30"]
    runs = [([], given) for given in registers.values()]
    runs += [(["--question", "education_entry", "--lang", "ru"], registers["sample"]),
             (["--valid-on", "2022-01-01"], registers["sample"]), (["--rejects", "/dev/null"], registers["sample"]),
             (["--map", "id=term", "--map", "term=", "--no-bars"], registers["open"]), (["--map", "x=term"], registers["open"]),
             (["--question", "moratorium", "--on-day", "2021-07-01", "--map", "on_day="], registers["sample"])]
    runs += [(arguments, b"") for arguments in (
        ["--one", *facts], ["--one", "--explain", *facts], ["--one", "--explain", "--lang", "ru", *facts],
        ["--one", "--explain", "--valid-on", "2022-01-01", *facts], ["--one", "term=vissa"], ["--one", "trem=visa"],
        ["--help"], ["--version"], ["--bogus"], ["/nonexistent"])]
    for arguments, given in runs:
        done = subprocess.run([*wrapper, PROGRAM, *arguments], input=given, capture_output=True, timeout=600, check=False)
        same((arguments, done.returncode, done.stdout.decode(), done.stderr.decode().splitlines()[-1:]),
             (arguments, *(lambda run: (run.status, run.text, run.messages.splitlines()[-1:]))(Run(*arguments, given=given))))
        assert done.returncode in (0, 1, 2, 3), done.stderr.decode()
    same(run_closed("<&- >&-", SAMPLE, wrapper=wrapper).returncode, 3)


test(memory_is_sound, "memory is sound (built with a sanitizer: run without valgrind)" if SANITIZED
     else "memory is sound, valgrind says")


# ---- What a decree changes, and SQL ----

BEFORE, AFTER = "2021-06-14", "2021-06-15"


def changes(run):
    return list(csv.DictReader(io.StringIO(run.text, newline="")))


def documents_of_many_states():
    chance = random.Random(364)
    rows = ["term,last_day,citizenship,location"]
    for _ in range(3000):
        day = f"{chance.randint(2019, 2023)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        rows.append(",".join([chance.choice(["visa", "temporary_stay", "absence_limit", "temporary_residence_permit", "patent"]),
                              day, chance.choice(["UZ", "AM", "FI", "GB", "none", "", "ZW"]), chance.choice(["in_russia", "abroad"])]))
    return "\n".join(rows) + "\n"


@test
def the_impact_of_a_decree_is_what_two_runs_differ_in():
    for register in (SAMPLE.read_text(), documents_of_many_states()):
        the_impact_is_what_two_runs_differ_in(register)


def the_impact_is_what_two_runs_differ_in(register):
    two = [Run("--law", "measures", "--known-on", day, "--no-bars", given=register).rows() for day in (BEFORE, AFTER)]
    expected = collections.Counter()
    for before, after in zip(*two):
        if not before["error"] and not after["error"] and (before["outcome"], before["day"]) != (after["outcome"], after["day"]):
            expected[before["outcome"], after["outcome"], before["provision"], after["provision"]] += 1
    run = Run("--law", "measures", "--known-on", BEFORE, "--impact", f"known_on={AFTER}", given=register)
    found = collections.Counter()
    for row in changes(run):
        found[row["before"], row["after"], row["provision_before"], row["provision_after"]] += int(row["rows"])
    same(found, expected)
    assert len(expected) > 5
    changed = run.count("answered otherwise")
    same(changed, sum(expected.values()))
    same(run.count("rows read, of these:"), changed + run.count("answered twice, and the same")
         + run.count("that the change cannot touch, answered once") + run.count("bad rows"))
    assert run.count("that the change cannot touch, answered once") > 500


@test
def what_is_wrong_with_a_row_is_wrong_in_an_impact_too():
    # The first five are no documents that the decree touches; the answer to the last is after the calendar under it alone.
    register = ("term,last_day,issued_on,location,citizenship\n"
                "permanent_residence_permit,1950-01-01,1950-01-02,in_russia,UZ\n"
                "permanent_residence_permit,1950-01-02,1950-01-02,in_russia,UZ\n"
                "visum,1950-01-02,,in_russia,UZ\npermanent_residence_permit,1950-02-30,,in_russia,UZ\n"
                "permanent_residence_permit\npermanent_residence_permit,9999-12-31,,in_russia,UZ\n")
    both = ["--law", "measures", "--known-on"]
    full = [Run(*both, day, "--no-bars", given=register).rows() for day in (BEFORE, AFTER)]
    bad = [before["error"] or after["error"] for before, after in zip(*full)]
    run = Run(*both, BEFORE, "--impact", f"known_on={AFTER}", given=register)
    for number, why in enumerate(bad, start=2):
        said = re.search(rf"^\S+:{number}: (.*)$", run.messages, re.M)
        same(bool(said), bool(why))
        # That a row has not the form of the header is said in other words.
        assert not said or number == 6 or said.group(1) == why, run.messages
    same([bool(why) for why in bad], [True, False, True, True, True, True])
    same((run.status, run.count("bad rows"), run.count("that the change cannot touch, answered once")), (1, 5, 1))
    many = Run(*both, BEFORE, "--impact", f"known_on={AFTER}", given=register.splitlines()[0] + "\n" + 12 * (register.splitlines()[1] + "\n"))
    within("… and 2 more bad rows\n", many.messages)
    same(many.count("bad rows"), 12)


@test
def progress_of_an_impact_stands_on_a_terminal_and_is_erased():
    piece = b"visa\n" * 20000
    arguments = ["--law", "measures", "--known-on", BEFORE, "--impact", f"known_on={AFTER}"]
    said, _ = on_a_terminal(arguments, 0.25, pieces=[b"term\n" + piece] + [piece] * 4)
    drawn = re.findall(PROGRESS, said)
    assert len(drawn) >= 2, said
    same(said.count(ERASED), len(drawn))
    within("100,000  rows read, of these:", said[said.rindex(ERASED):])


@test
def the_impact_between_laws_and_between_equal_sides():
    same(changes(Run("--impact", "edition=1", SAMPLE)), [])
    run = Run("--impact", "law=measures", SAMPLE)
    assert run.count("answered otherwise") > 100
    first = changes(Run("--law", "measures", "--known-on", BEFORE, "--impact", f"known_on={AFTER}",
                        given="term,last_day,location,citizenship\n"
                              "visa,2021-07-01,in_russia,UZ\nvisa,2021-08-01,in_russia,UZ\n"))
    same([(row["rows"], row["before"], row["after"]) for row in first], [("2", "silent", "yes")])


@test
def a_wrong_impact_is_refused():
    for given, why in (("2021-06-15", "expected known_on=DAY"), ("known_on=never", "expected a day"),
                       ("edition=9", "expected an edition"), ("law=none", "expected one of")):
        run = Run("--impact", given, SAMPLE)
        same((run.status, run.text), (2, ""))
        within(why, run.messages)
    same(Run("--impact", "edition=1", "--sql", "sqlite", SAMPLE).status, 2)
    same(Run("--sql", "oracle", SAMPLE).status, 2)


@test
def the_sql_of_a_register_answers_as_caseload_does():
    rows = Run("--map", "Valid, to=last_day", "--no-bars", given=renamed(SAMPLE)).rows()
    text = Run("--map", "Valid, to=last_day", "--sql", "sqlite", given=renamed(SAMPLE)).text
    base = sqlite3.connect(":memory:")
    names = list(rows[0])[:-len(RESULTS)]
    base.execute(f"CREATE TABLE register ({', '.join(chr(34) + name + chr(34) for name in names)})")
    base.executemany(f"INSERT INTO register VALUES ({', '.join('?' * len(names))})",
                     [[row[name] or None for name in names] for row in rows])
    answers = base.execute(f"SELECT {text} FROM register").fetchall()
    # Labels are names to caseload, and a column of SQL holds the names themselves; a table has no row with too many values.
    named = 0
    for row, (outcome, day) in zip(rows, answers):
        if (outcome is not None or row["error"]) and "where the header has" not in row["error"]:
            named += 1
            same((outcome or "", day or ""), (row["outcome"], row["day"]))
    assert named > 500, named


def renamed(path):
    return path.read_text().replace("last_day", '"Valid, to"', 1)


# ---- The other examples ----


def built_and_installed(folder):
    """The library, installed into a folder whose name is more than one word; the environment that finds it."""
    prefix = folder / "a prefix of $HOME words"
    plain = {name: value for name, value in os.environ.items() if name not in ("CC", "CFLAGS", "LDFLAGS", "DESTDIR")}
    for command in (["meson", "setup", folder / "build", ROOT, f"--prefix={prefix}", "--libdir=lib", "-Dtests=false",
                     "-Dexamples=false"], ["meson", "install", "-C", folder / "build"]):
        done = subprocess.run(command, capture_output=True, text=True, env=plain, check=False)
        same((done.returncode, done.stdout if done.returncode else ""), (0, ""))
    return plain | {"PKG_CONFIG_PATH": str(prefix / "lib/pkgconfig"), "LD_LIBRARY_PATH": str(prefix / "lib")}


@test
def the_consumer_is_built_where_the_folder_of_the_library_has_spaces():
    with tempfile.TemporaryDirectory() as folder:
        environment = built_and_installed(pathlib.Path(folder))
        for option in ([], ["--static"]):
            for compiler in ({}, {"CC": "gcc -O1"}):
                done = subprocess.run(["sh", ROOT / "examples/consumer/build.sh", *option], capture_output=True, text=True,
                                      env=environment | compiler, check=False)
                same((done.returncode, done.stderr), (0, ""))
                within("valid through 2022-07-18", done.stdout)


@test
def the_first_answer_is_printed_whole():
    done = subprocess.run([pathlib.Path(PROGRAM).parent / "first_answer"], capture_output=True, text=True, check=False)
    same((done.returncode, done.stderr), (0, ""))
    explained = Run("--one", "--explain", "term=permanent_residence_permit", "last_day=2021-12-31").text
    same(done.stdout, "yes\n2022-07-18\n\n" + explained)


@test
def what_an_office_does_next_is_told():
    done = subprocess.run([pathlib.Path(PROGRAM).parent / "what_next"], capture_output=True, text=True, check=False)
    same((done.returncode, done.stderr), (0, ""))
    within("A. yes through 2022-07-18", done.stdout)
    within("ask next: where the person is", done.stdout)
    within("from 2020-09-29 through 2021-06-15\n  from 2021-12-31 through 9999-12-31", done.stdout)


@test
def the_receipt_of_a_letter_is_verified_a_year_later():
    done = subprocess.run([pathlib.Path(PROGRAM).parent / "decision_letter"], capture_output=True, text=True, check=False)
    same((done.returncode, done.stderr), (0, ""))
    facts = ["term=permanent_residence_permit", "last_day=2021-12-31", "location=in_russia"]
    receipt = re.search(r"^receipt +(\S+)$", Run("--one", "--receipt", "--known-on", "2021-12-01", *facts).text, re.M).group(1)
    same(done.stdout.split("\n")[:-1], [
        "Your residence permit is valid up to and including 2022-07-18.", f"Receipt: {receipt}", "",
        "A year later: law, facts and answer are those of the receipt.",
        "With another last day in the file: the facts are others, or the receipt was changed.",
        "With a slip of the pen: text: the receipt was mistyped: its symbols do not agree with the check symbol"])


def main():
    failed = 0
    print(f"1..{len(tests)}")
    for number, (name, function) in enumerate(tests, start=1):
        try:
            function()
            print(f"ok {number} - {name}")
        except Exception:
            failed += 1
            print(f"not ok {number} - {name}")
            print("".join("# " + line + "\n" for line in traceback.format_exc().splitlines()), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
