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

FLAT_ERROR_CODE: int
FLAT_ERROR_FACT: int
FLAT_ERROR_VALUE: int
FLAT_ERROR_FIRST: int
FLAT_ERROR_LAST: int
FLAT_ERROR_OFFSET: int
FLAT_ERROR_NEAREST: int
FLAT_ERROR_LENGTH: int
FLAT_ANSWER_OUTCOME: int
FLAT_ANSWER_DAY: int
FLAT_ANSWER_PROVISION: int
FLAT_ANSWER_NOTE: int
FLAT_ANSWER_POSSIBLE: int
FLAT_ANSWER_EARLIEST: int
FLAT_ANSWER_LATEST: int
FLAT_ANSWER_EDITION: int
FLAT_ANSWER_MISSING: int
FLAT_ANSWER_ASSUMED: int
FLAT_ANSWER_READINGS: int
FLAT_ANSWER_SAME_FROM: int
FLAT_ANSWER_SAME_UNTIL: int
FLAT_ANSWER_ASK_NEXT: int
FLAT_READING_OUTCOME: int
FLAT_READING_DAY: int
FLAT_READING_PROVISION: int
FLAT_READING_POSSIBLE: int
FLAT_READING_EARLIEST: int
FLAT_READING_LATEST: int
FLAT_READING_LENGTH: int
FLAT_ANSWER_LENGTH: int
FLAT_STEP_LENGTH: int
FLAT_SPAN_LENGTH: int
FLAT_SQL_COLUMN_FACT: int
FLAT_SQL_COLUMN_FORM: int
FLAT_SQL_COLUMN_LENGTH: int
FLAT_RECEIPT_LAW: int
FLAT_RECEIPT_QUESTION: int
FLAT_RECEIPT_KNOWN_ON: int
FLAT_RECEIPT_EDITION: int
FLAT_RECEIPT_READING: int
FLAT_RECEIPT_STRICT: int
FLAT_RECEIPT_VALID_ON: int
FLAT_RECEIPT_OUTCOME: int
FLAT_RECEIPT_DAY: int
FLAT_RECEIPT_PROVISION: int
FLAT_RECEIPT_LENGTH: int
FLAT_PROVISION_NUMBER: int
FLAT_PROVISION_QUESTION: int
FLAT_PROVISION_EFFECT: int
FLAT_PROVISION_OUTCOME: int
FLAT_PROVISION_DAY: int
FLAT_PROVISION_LATEST: int
FLAT_PROVISION_DAYS: int
FLAT_PROVISION_SUSPENDED: int
FLAT_PROVISION_READINGS: int
FLAT_PROVISION_CERTAINTY: int
FLAT_PROVISION_KNOWN_FROM: int
FLAT_PROVISION_KNOWN_UNTIL: int
FLAT_PROVISION_EDITION_FROM: int
FLAT_PROVISION_EDITION_UNTIL: int
FLAT_PROVISION_N_CONDITIONS: int
FLAT_PROVISION_N_SIDES: int
FLAT_PROVISION_QUOTED: int
FLAT_PROVISION_ACT: int
FLAT_PROVISION_STAGE: int
FLAT_PROVISION_LIST: int
FLAT_PROVISION_LIST_PLACE: int
FLAT_PROVISION_LENGTH: int
FLAT_PROVISION_ID: int
FLAT_PROVISION_PLACE_EN: int
FLAT_PROVISION_PLACE_RU: int
FLAT_PROVISION_PASSAGE_EN: int
FLAT_PROVISION_PASSAGE_RU: int
FLAT_PROVISION_SAYS_EN: int
FLAT_PROVISION_SAYS_RU: int
FLAT_PROVISION_REMARK_EN: int
FLAT_PROVISION_REMARK_RU: int
FLAT_PROVISION_LIST_NAME: int
FLAT_ACT_KEY: int
FLAT_ACT_ISSUER_EN: int
FLAT_ACT_ISSUER_RU: int
FLAT_ACT_NUMBER: int
FLAT_ACT_TITLE_EN: int
FLAT_ACT_TITLE_RU: int
FLAT_ACT_ADDRESS: int
FLAT_SIDE_SOURCE_EN: int
FLAT_SIDE_SOURCE_RU: int
FLAT_CONDITION_FACT: int
FLAT_CONDITION_FORM: int
FLAT_CONDITION_MARK: int
FLAT_CONDITION_FIRST: int
FLAT_CONDITION_LAST: int
FLAT_CONDITION_N_VALUES: int
FLAT_CONDITION_LENGTH: int
FLAT_FACT_KIND: int
FLAT_FACT_FIRST: int
FLAT_FACT_LAST: int
FLAT_FACT_NONE: int
FLAT_FACT_LENGTH: int
FLAT_SIDE_OUTCOME: int
FLAT_SIDE_DAY: int
FLAT_SIDE_LENGTH: int
FLAT_COLUMN_FIELD: int
FLAT_COLUMN_TYPE: int
FLAT_COLUMN_VALID_FORM: int
FLAT_COLUMN_VALUES: int
FLAT_COLUMN_ONE_VALUE: int
FLAT_COLUMN_VALID: int
FLAT_COLUMN_VALID_OFFSET: int
FLAT_COLUMN_TICKS_PER_DAY: int
FLAT_COLUMN_NULL_VALUE: int
FLAT_COLUMN_NO_END_VALUE: int
FLAT_COLUMN_HAS_NULL_VALUE: int
FLAT_COLUMN_HAS_NO_END_VALUE: int
FLAT_COLUMN_IS_ONE_VALUE: int
FLAT_COLUMN_CODES: int
FLAT_COLUMN_N_CODES: int
FLAT_COLUMN_LENGTH: int
FLAT_COLUMNS_MOST: int

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
