"""The questions over whole registers: columns in, columns out, at the speed of C.

A column is a NumPy array (``datetime64`` of any unit, whole numbers, texts, objects), anything with the Arrow PyCapsule
interface, a pandas Series (dates of every dtype, categoricals, nullable numbers, texts) or a Polars Series; a single
value stands for all rows, and ``None`` is a fact that is not known. Days given as whole numbers are days since
1970-01-01. Texts are looked up once a category, not once a row. Nothing is copied where the layout allows it, and the
interpreter is free (without the GIL) while C works.

Results come as the caller's kind: a DataFrame of pandas or Polars, a table of pyarrow, else :class:`Results` of NumPy
arrays. ``results`` names them:

============ ==================================================================================================
result
============ ==================================================================================================
outcome      number of the :class:`~statusrules.Outcome`; in frames its name
day          last valid day, inclusive; missing if there is none; :data:`NO_END` for an end that is not fixed
provision    number of the provision that decided, 0 for none; in frames its id
note         likewise, of the first note
possible     the outcomes left open, as bits ``1 << Outcome``
earliest     earliest and latest day
latest
missing      facts as bits ``1 << Fact``
assumed
readings     outcomes by reading: literal, and 16 times suspension, and 256 times fixed_day
same_from    how long the answer stays the same, around the day asked about
same_until
ask_next     number of the :class:`~statusrules.Fact` to ask next, 0 for none; in frames its name
receipt      40 bytes that :func:`~statusrules.verify` takes; zeros for a row with an error
error        number of the :class:`~statusrules.ErrorCode` of a row that is wrong, 0 for none; in frames its name
============ ==================================================================================================

A row whose facts are wrong, a text that names nothing among them, gets its error, outcome 0 and no day, and costs no
other row. Days as whole numbers have :data:`NO_DAY` for none and 2147483647 for an end that is not fixed.

What a decree changes in a register :func:`impact` counts.

``out`` maps results to NumPy arrays that are written again and again; the array of an input of the same width may be
one. A column of timestamps with a time zone is refused unless ``zone`` says where the days are meant.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from ._impact import Impact
from ._law import Law, question_of
from ._numbers import Parameters
from ._values import QUESTION_FACTS, Question, Reading

try:
    from ._columns import NO_DAY, NO_END, Results, ask as _ask
    from ._counting import impact as _impact
except ImportError as error:
    raise ImportError(f"columns need NumPy: pip install 'statusrules[columns]' ({error})") from error

__all__ = ["NO_DAY", "NO_END", "Results", "education_entry", "eligibility", "extension", "impact", "valid_on"]

Column: TypeAlias = Any
"""A column, a single value, or None."""

RESULTS: Final = ("outcome", "day", "error")


def extension(
    term: Column,
    last_day: Column,
    *,
    location: Column = None,
    issued_on: Column = None,
    citizenship: Column = None,
    residence_state: Column = None,
    settled_on: Column = None,
    identified: Column = None,
    legal_status: Column = None,
    highly_qualified: Column = None,
    state_programme: Column = None,
    law: str | Law = "statement",
    known_on: Column = None,
    edition: Column = None,
    reading: Column = None,
    strict: bool = False,
    results: str | Sequence[str] = RESULTS,
    out: Mapping[str, Any] | None = None,
    zone: str | None = None,
) -> Any:
    """Through which day each document or term is valid: :func:`statusrules.extension` for every row.

    >>> import numpy as np
    >>> days = np.array(["2021-12-30", "2021-12-31", "NaT"], dtype="datetime64[D]")
    >>> extension("permanent_residence_permit", days, location="in_russia", reading="literal").day
    array([       'NaT', '2022-07-18',        'NaT'], dtype='datetime64[D]')

    ``results``, ``out`` and ``zone`` are described in :mod:`statusrules.columns`, the others there.
    """
    facts = {
        "term": term,
        "last_day": last_day,
        "location": location,
        "issued_on": issued_on,
        "citizenship": citizenship,
        "residence_state": residence_state,
        "settled_on": settled_on,
        "identified": identified,
        "legal_status": legal_status,
        "highly_qualified": highly_qualified,
        "state_programme": state_programme,
    }
    return _ask(
        Question.EXTENSION,
        facts,
        law=law,
        known_on=known_on,
        edition=edition,
        reading=reading,
        strict=strict,
        results=results,
        out=out,
        zone=zone,
    )


def valid_on(
    term: Column,
    last_day: Column,
    day: Column,
    *,
    location: Column = None,
    issued_on: Column = None,
    citizenship: Column = None,
    residence_state: Column = None,
    settled_on: Column = None,
    identified: Column = None,
    legal_status: Column = None,
    highly_qualified: Column = None,
    state_programme: Column = None,
    law: str | Law = "statement",
    known_on: Column = None,
    edition: Column = None,
    reading: Column = None,
    strict: bool = False,
    results: str | Sequence[str] = RESULTS,
    out: Mapping[str, Any] | None = None,
    zone: str | None = None,
) -> Any:
    """Whether each document or term is valid on a day: :func:`statusrules.valid_on` for every row.

    ``results``, ``out`` and ``zone`` are described in :mod:`statusrules.columns`, the others there.
    """
    facts = {
        "term": term,
        "last_day": last_day,
        "location": location,
        "issued_on": issued_on,
        "citizenship": citizenship,
        "residence_state": residence_state,
        "settled_on": settled_on,
        "identified": identified,
        "legal_status": legal_status,
        "highly_qualified": highly_qualified,
        "state_programme": state_programme,
    }
    if day is None:
        raise TypeError("day: a day or a column of days was expected, got None")
    return _ask(
        Question.EXTENSION,
        facts,
        law=law,
        known_on=known_on,
        edition=edition,
        reading=reading,
        strict=strict,
        day=day,
        results=results,
        out=out,
        zone=zone,
    )


def eligibility(
    question: Question | str,
    *,
    on_day: Column = None,
    location: Column = None,
    legal_status: Column = None,
    citizenship: Column = None,
    residence_state: Column = None,
    identified: Column = None,
    highly_qualified: Column = None,
    age: Column = None,
    region: Column = None,
    holds_permit: Column = None,
    insured: Column = None,
    hqs_family: Column = None,
    eaeu_worker: Column = None,
    eaeu_family: Column = None,
    could_not_return: Column = None,
    arrived_on: Column = None,
    lawful_through: Column = None,
    left_russia: Column = None,
    work_act: Column = None,
    regime: Column = None,
    employer_hiring_permit: Column = None,
    purpose_work: Column = None,
    sanitary_kept: Column = None,
    decision_kind: Column = None,
    exception: Column = None,
    role: Column = None,
    level: Column = None,
    route: Column = None,
    border: Column = None,
    direct: Column = None,
    listed: Column = None,
    visa_days_left: Column = None,
    notice_days: Column = None,
    pcr_hours: Column = None,
    other_ground: Column = None,
    notified_on: Column = None,
    visa_last_day: Column = None,
    law: str | Law = "statement",
    known_on: Column = None,
    edition: Column = None,
    reading: Column = None,
    strict: bool = False,
    results: str | Sequence[str] = RESULTS,
    out: Mapping[str, Any] | None = None,
    zone: str | None = None,
) -> Any:
    """Whether each person may do what the question asks: :func:`statusrules.eligibility` for every row.

    ``results``, ``out`` and ``zone`` are described in :mod:`statusrules.columns`, the others there.
    """
    facts = {
        "on_day": on_day,
        "location": location,
        "legal_status": legal_status,
        "citizenship": citizenship,
        "residence_state": residence_state,
        "identified": identified,
        "highly_qualified": highly_qualified,
        "age": age,
        "region": region,
        "holds_permit": holds_permit,
        "insured": insured,
        "hqs_family": hqs_family,
        "eaeu_worker": eaeu_worker,
        "eaeu_family": eaeu_family,
        "could_not_return": could_not_return,
        "arrived_on": arrived_on,
        "lawful_through": lawful_through,
        "left_russia": left_russia,
        "work_act": work_act,
        "regime": regime,
        "employer_hiring_permit": employer_hiring_permit,
        "purpose_work": purpose_work,
        "sanitary_kept": sanitary_kept,
        "decision_kind": decision_kind,
        "exception": exception,
        "role": role,
        "level": level,
        "route": route,
        "border": border,
        "direct": direct,
        "listed": listed,
        "visa_days_left": visa_days_left,
        "notice_days": notice_days,
        "pcr_hours": pcr_hours,
        "other_ground": other_ground,
        "notified_on": notified_on,
        "visa_last_day": visa_last_day,
    }
    asked = question_of(question)
    if asked is Question.EXTENSION:
        raise TypeError("question: extension() and valid_on() ask about the extension of a document or term")
    reads = [str(fact) for fact in QUESTION_FACTS[asked]]
    others = [name for name, value in facts.items() if value is not None and name not in reads]
    if others:
        raise TypeError(f"{asked} does not read {', '.join(others)}; it reads {', '.join(reads)}")
    return _ask(
        asked,
        {name: value for name, value in facts.items() if name in reads},
        law=law,
        known_on=known_on,
        edition=edition,
        reading=reading,
        strict=strict,
        results=results,
        out=out,
        zone=zone,
    )


def education_entry(
    level: Column,
    *,
    on_day: Column = None,
    citizenship: Column = None,
    residence_state: Column = None,
    regime: Column = None,
    role: Column = None,
    route: Column = None,
    border: Column = None,
    direct: Column = None,
    listed: Column = None,
    visa_days_left: Column = None,
    notice_days: Column = None,
    pcr_hours: Column = None,
    other_ground: Column = None,
    notified_on: Column = None,
    visa_last_day: Column = None,
    law: str | Law = "statement",
    known_on: Column = None,
    edition: Column = None,
    reading: Column = None,
    strict: bool = False,
    results: str | Sequence[str] = RESULTS,
    out: Mapping[str, Any] | None = None,
    zone: str | None = None,
) -> Any:
    """Whether each person may enter for education: :func:`statusrules.education_entry` for every row.

    ``results``, ``out`` and ``zone`` are described in :mod:`statusrules.columns`, the others there.
    """
    facts = {
        "level": level,
        "on_day": on_day,
        "citizenship": citizenship,
        "residence_state": residence_state,
        "regime": regime,
        "role": role,
        "route": route,
        "border": border,
        "direct": direct,
        "listed": listed,
        "visa_days_left": visa_days_left,
        "notice_days": notice_days,
        "pcr_hours": pcr_hours,
        "other_ground": other_ground,
        "notified_on": notified_on,
        "visa_last_day": visa_last_day,
    }
    return _ask(
        Question.EDUCATION_ENTRY,
        facts,
        law=law,
        known_on=known_on,
        edition=edition,
        reading=reading,
        strict=strict,
        results=results,
        out=out,
        zone=zone,
    )


def impact(
    facts: Mapping[str, Column] | Any,
    *,
    before: Parameters,
    after: Parameters,
    question: Question | str = Question.EXTENSION,
    law: str | Law = "statement",
    known_on: Column = None,
    edition: Column = None,
    reading: Reading | str | None = None,
    strict: bool = False,
    day: datetime.date | str | None = None,
    zone: str | None = None,
) -> Impact:
    """What changes in a register between two days of knowledge, editions or laws: counts by transition, first and last
    days, by provision.

    >>> import numpy as np
    >>> days = np.array(["2021-12-30", "2021-12-31", "2021-12-31"], dtype="datetime64[D]")
    >>> found = impact({"term": "permanent_residence_permit", "last_day": days, "location": "in_russia"},
    ...                before={"known_on": "2021-11-28"}, after={"known_on": "2021-11-29"}, reading="literal")
    >>> found
    <Impact extension: 2 of 3 rows changed, 1 did not; bad rows: 0>
    >>> found.changes[0].days_after.last
    datetime.date(2022, 7, 18)

    A row changes if its outcome or its last valid day does. A row that is wrong on one side or the other is a bad row.
    Impacts of parts of a register add up.

    :param facts: fact -> column or single value; or a DataFrame of pandas or Polars, or a table of pyarrow, of which the
        columns named like facts of the question are taken
    :param before: the parameters of the one side, such as ``{"known_on": "2020-12-15"}``
    :param after: those of the other; ``law`` and the others below are those of both sides

    ``zone`` is described in :mod:`statusrules.columns`, the others there.
    """
    return _impact(
        facts,
        before=before,
        after=after,
        question=question,
        law=law,
        known_on=known_on,
        edition=edition,
        reading=reading,
        strict=strict,
        day=day,
        zone=zone,
    )
