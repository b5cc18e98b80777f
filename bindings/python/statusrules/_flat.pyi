"""The module of C: the flat layer (bindings/swig/flat.h) and the converter of this face (convert.c).

A result comes as a tuple of as many numbers as are asked for with ``n_result``; a status other than OK is raised.
"""

import datetime
from collections.abc import Callable
from typing import Any

from _typeshed import ReadableBuffer, WriteableBuffer

from ._answer import Answer
from ._values import Special

# ---- The converter ----

def ask(
    question: int,
    law: object,
    known_on: object,
    edition: object,
    reading: object,
    strict: object,
    day: object,
    /,
    *facts: object,
) -> Answer: ...
def answer(case: bytes, result: bytes, /) -> Answer: ...
def fact_number(fact: int, value: object, /) -> int: ...
def date(day: int, /) -> datetime.date | Special | None: ...
def address(object: ReadableBuffer, /) -> tuple[int, int, bool]: ...
def set_face(
    answer: type[Answer],
    none: Special,
    outcomes: tuple[object, ...],
    enums: tuple[object, ...],
    reading: type,
    laws: tuple[str, ...],
    slow: Callable[[int, Any], int],
    raise_: Callable[..., None],
    /,
) -> None: ...

# ---- The flat layer ----

FLAT_ANSWER_LENGTH: int
FLAT_ANSWER_READINGS: int
FLAT_ANSWER_SAME_FROM: int
FLAT_ANSWER_SAME_UNTIL: int
FLAT_ANSWER_ASK_NEXT: int
FLAT_RECEIPT_LENGTH: int
FLAT_READING_LENGTH: int
FLAT_STEP_LENGTH: int
FLAT_SPAN_LENGTH: int
FLAT_PROVISION_LENGTH: int
FLAT_CONDITION_LENGTH: int
FLAT_SIDE_LENGTH: int
FLAT_COLUMN_LENGTH: int

def flat_ask(
    law: int, question: int, facts: ReadableBuffer, options: ReadableBuffer, n_result: int, /
) -> tuple[int, ...]: ...
def flat_extension(
    law: int, term: int, last_day: int, location: int, citizenship: int, known_on: int, reading: int, /
) -> int: ...
def flat_steps(
    steps: WriteableBuffer,
    law: int,
    question: int,
    facts: ReadableBuffer,
    options: ReadableBuffer,
    n_result: int,
    /,
) -> tuple[int, ...]: ...
def flat_inverse(
    intervals: WriteableBuffer,
    law: int,
    question: int,
    facts: ReadableBuffer,
    fact: int,
    day: int,
    options: ReadableBuffer,
    n_result: int,
    /,
) -> tuple[int, ...]: ...
def flat_impact(
    spans: WriteableBuffer,
    before: int,
    options_before: ReadableBuffer,
    after: int,
    options_after: ReadableBuffer,
    question: int,
    facts: ReadableBuffer,
    varies: int,
    n_result: int,
    /,
) -> tuple[int, ...]: ...
def flat_impact_sql(
    capacity: int,
    before: int,
    options_before: ReadableBuffer,
    after: int,
    options_after: ReadableBuffer,
    question: int,
    facts: ReadableBuffer,
    columns: ReadableBuffer,
    text: str,
    dialect: int,
    n_result: int,
    /,
) -> str: ...
def flat_sql(
    capacity: int,
    law: int,
    question: int,
    facts: ReadableBuffer,
    columns: ReadableBuffer,
    text: str,
    dialect: int,
    says: int,
    day: int,
    options: ReadableBuffer,
    n_result: int,
    /,
) -> str: ...
def flat_receipt(
    n_bytes: int, law: int, question: int, facts: ReadableBuffer, options: ReadableBuffer, n_result: int, /
) -> bytes: ...
def flat_receipt_read(text: bytes, n_result: int, /) -> tuple[int, ...]: ...
def flat_verify(text: bytes, facts: ReadableBuffer, n_result: int, /) -> tuple[int, ...]: ...
def flat_format_receipt(capacity: int, text: bytes, n_result: int, /) -> str: ...
def flat_parse_receipt(n_bytes: int, text: str, n_result: int, /) -> bytes: ...
def flat_explain(
    capacity: int,
    law: int,
    question: int,
    facts: ReadableBuffer,
    options: ReadableBuffer,
    language: int,
    n_result: int,
    /,
) -> str: ...
def flat_error_text(capacity: int, failure: ReadableBuffer, language: int, n_result: int, /) -> str: ...
def flat_columns(
    law: int,
    question: int,
    in_: ReadableBuffer,
    out: ReadableBuffer,
    n_rows: int,
    options: ReadableBuffer,
    n_result: int,
    /,
) -> tuple[int, ...]: ...
def flat_question_asks(question: int, fact: int, /) -> int: ...
def flat_fact(fact: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_name(names: int, code: int, language: int, /) -> str: ...
def flat_code(names: int, text: str, n_result: int, /) -> tuple[int, ...]: ...
def flat_count(names: int, /) -> int: ...
def flat_code_at(names: int, index: int, /) -> int: ...
def flat_day(year: int, month: int, day: int, /) -> int: ...
def flat_date_of_day(day: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_add_days(day: int, n: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_parse_day(text: str, n_result: int, /) -> tuple[int, ...]: ...
def flat_format_day(capacity: int, day: int, n_result: int, /) -> str: ...
def flat_version() -> str: ...
def flat_law_count() -> int: ...
def flat_law_statement() -> int: ...
def flat_law_name(law: int, /) -> str: ...
def flat_law_edition(law: int, /) -> int: ...
def flat_law_digest(law: int, edition: int, /) -> str: ...
def flat_act_count(law: int, /) -> int: ...
def flat_act(law: int, number: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_act_text(law: int, number: int, text: int, /) -> str: ...
def flat_provision_count(law: int, /) -> int: ...
def flat_provision(law: int, number: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_provision_text(law: int, number: int, text: int, /) -> str: ...
def flat_condition(law: int, number: int, index: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_side(law: int, number: int, index: int, n_result: int, /) -> tuple[int, ...]: ...
def flat_side_text(law: int, number: int, index: int, text: int, /) -> str: ...
