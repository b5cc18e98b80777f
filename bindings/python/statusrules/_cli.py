"""What stands behind ``python -m statusrules``: one answer, or a whole register."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from . import _flat
from ._ask import eligibility, extension, valid_on
from ._law import question_of
from ._numbers import Parameters
from ._values import KINDS, NAMES_FACT, QUESTION_FACTS, Fact, Kind, Question
from ._versions import show_versions
from .errors import StatusRulesError

_EXAMPLES = """\
examples:
  python -m statusrules ask term=permanent_residence_permit last_day=2021-12-31
  python -m statusrules ask --explain --lang ru term="вид на жительство" last_day=2021-12-31
  python -m statusrules ask --question free_vaccination legal_status=refugee on_day=2021-11-29 --json
  python -m statusrules register documents.csv -o answers.csv --rejects rejects.csv
  python -m statusrules register documents.parquet -o answers.parquet --map "expires=last_day"
  python -m statusrules register documents.csv --law measures --known-on 2021-11-28 --impact known_on=2021-11-29

exit status: 0 answered; 1 some rows of a register are wrong; 2 a wrong command line, value or file
"""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = _parser()
    given = parser.parse_args(arguments)
    try:
        status: int = given.run(given)
        return status
    except (StatusRulesError, TypeError, Refused) as error:
        print(f"statusrules: {error.text(given.lang) if isinstance(error, StatusRulesError) else error}", file=sys.stderr)
        return 2
    except OSError as error:
        # Arrow says the whole story in one sentence; the number says it shorter.
        said = error.strerror if error.errno is None else os.strerror(error.errno)
        print(f"statusrules: {error.filename or getattr(given, 'file', '')}: {said or error}", file=sys.stderr)
        return 2


class Refused(Exception):
    """What is wrong with the command line or the file."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        "python -m statusrules",
        description="What temporary measures of 2020 to 2022 did to the legal status of foreign citizens in Russia.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--question", default="extension", help="what is asked; default: extension")
    options.add_argument("--law", default="statement", help="whose provisions decide: %(default)s (default), measures")
    options.add_argument("--known-on", metavar="DAY", help="only what had been published by the end of this day")
    options.add_argument("--edition", type=int, metavar="N", help="replay edition N of the law; default: the newest")
    options.add_argument("--reading", help="literal, suspension or fixed_day; default: all, which must agree")
    options.add_argument("--strict", action="store_true", help="presume nothing about missing facts")
    options.add_argument("--valid-on", metavar="DAY", help="whether the document is valid on this day")
    options.add_argument("--lang", choices=("en", "ru"), default="en", help="language of texts; default: en")

    one = commands.add_parser("ask", parents=[options], help="one answer", epilog=_facts_help(),
                              formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    form = one.add_mutually_exclusive_group()
    form.add_argument("--explain", action="store_true", help="the answer with its reasons and source")
    form.add_argument("--json", action="store_true", help="the answer as JSON (answer.schema.json)")
    one.add_argument("facts", nargs="+", metavar="FACT=VALUE", help="what is known, such as last_day=2021-12-31")
    one.set_defaults(run=_one)

    register = commands.add_parser("register", parents=[options], help="a register: CSV or Parquet", epilog=_facts_help(),
                                   formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    register.add_argument("file", help="CSV with a header, or Parquet; columns are named like the facts")
    register.add_argument("-o", "--output", metavar="FILE", help="the register with its answers, CSV or Parquet by its name")
    register.add_argument("--rejects", metavar="FILE", help="CSV with row, error and reason of each wrong row")
    register.add_argument("--map", action="append", default=[], metavar="COLUMN=FACT", help="a column of another name")
    register.add_argument("--results", default="outcome,day,provision,error", metavar="NAMES",
                          help="results to add; default: %(default)s")  # fmt: skip
    register.add_argument("--zone", help="where the days of timestamps with a zone are meant, such as Europe/Moscow")
    register.add_argument("--impact", metavar="WHAT", help="write no answers, but count what changes if one thing is another: "
                          "known_on=DAY, edition=N, law=NAME or reading=NAME")  # fmt: skip
    register.add_argument("--json", action="store_true", help="the impact as JSON (impact.schema.json)")
    register.add_argument("--quiet", action="store_true", help="no progress bar and no summary")
    register.set_defaults(run=_register)

    versions = commands.add_parser("versions", help="versions of the library, its laws and what it works with")
    versions.set_defaults(run=_versions, lang="en")
    return parser


def _facts_help() -> str:
    lines = [f"  {question}: {', '.join(map(str, facts))}" for question, facts in QUESTION_FACTS.items()]
    return "facts by question:\n" + "\n".join(lines) + "\ndays are YYYY-MM-DD, all ends inclusive; none is known to be none"


def _versions(given: argparse.Namespace) -> int:
    show_versions()
    return 0


# ---- One case ----


def value_of_text(fact: Fact, text: str) -> Any:
    """What a text of a file or command line gives for a fact."""
    if text == "":
        return None
    if KINDS[fact] is Kind.NUMBER and text != "none":
        try:
            return int(text)
        except ValueError:
            raise TypeError(f"{fact}: expected a whole number, got {text!r}") from None
    return text


def _fact(name: str, question: Question) -> Fact:
    allowed = QUESTION_FACTS[question]
    try:
        (number,) = _flat.flat_code(NAMES_FACT, name, 1)
    except StatusRulesError as error:
        near = f"did you mean {error.nearest}?" if error.nearest else f"{question} reads {', '.join(map(str, allowed))}"
        raise Refused(f"{name}: there is no such fact; {near}") from None
    if Fact(number) not in allowed:
        raise Refused(f"{question} does not read {name}; it reads {', '.join(map(str, allowed))}")
    return Fact(number)


def _parameters(given: argparse.Namespace) -> dict[str, Any]:
    names = ("law", "known_on", "edition", "reading", "strict")
    return {name: getattr(given, name) for name in names}


def answer_of(question: Question, facts: dict[str, Any], parameters: dict[str, Any], day: str | None) -> Any:
    if question is Question.EXTENSION:
        facts = {"term": None, "last_day": None, **facts}
        return extension(**facts, **parameters) if day is None else valid_on(**facts, day=day, **parameters)
    return eligibility(question, **facts, **parameters)


def _question(given: argparse.Namespace) -> Question:
    question = question_of(given.question)
    if given.valid_on is not None and question is not Question.EXTENSION:
        raise Refused("--valid-on asks about the extension of a document or term")
    return question


def _one(given: argparse.Namespace) -> int:
    question = _question(given)
    facts = {}
    for pair in given.facts:
        name, equals, text = pair.partition("=")
        if not equals:
            raise Refused(f"{pair}: expected FACT=VALUE, such as last_day=2021-12-31")
        fact = _fact(name, question)
        if str(fact) in facts:
            raise Refused(f"{name} is given twice")
        facts[str(fact)] = value_of_text(fact, text)
    answer = answer_of(question, facts, _parameters(given), given.valid_on)
    if given.json:
        print(answer.to_json(indent=2))
    elif given.explain:
        print(answer.explain(given.lang))
    else:
        print(answer)
    return 0


# ---- A register ----


def _register(given: argparse.Namespace) -> int:
    try:
        from . import _register as register
    except ImportError as error:
        raise Refused(f"a register needs {error.name}: pip install 'statusrules[registers]'") from None

    question = _question(given)
    names = {}
    for pair in given.map:
        column, equals, name = pair.rpartition("=")
        if not equals:
            raise Refused(f"--map {pair}: expected COLUMN=FACT")
        names[column] = name
    other = _other_side(given)
    if other is None:
        return register.run(given, question, names, _parameters(given), lambda name: _fact(name, question))
    return register.run_impact(given, question, names, _parameters(given), other, lambda name: _fact(name, question))


def _other_side(given: argparse.Namespace) -> Parameters | None:
    """What --impact changes, and to what."""
    if given.impact is None:
        if given.json:
            raise Refused("--json goes with --impact; answers are written by --output")
        return None
    if given.output or given.rejects:
        raise Refused("--impact writes no answers: it goes without --output and --rejects")
    name, _, value = given.impact.partition("=")
    match name if value else "":
        case "known_on":
            return {"known_on": value}
        case "law":
            return {"law": value}
        case "reading":
            return {"reading": value}
        case "edition" if value.isdecimal():
            return {"edition": int(value)}
        case "edition":
            raise Refused(f"--impact {given.impact}: expected the number of an edition")
    raise Refused(f"--impact {given.impact}: expected known_on=DAY, edition=N, law=NAME or reading=NAME")
