"""What a frame is asked as ``frame.statusrules``, for pandas and Polars alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import columns as registers
from ._counting import facts_in
from ._impact import Impact
from ._law import question_of
from ._numbers import Parameters
from ._values import Question


class Register:
    """A frame as a register: its columns that are named like facts of the question are the facts.

    ``columns`` (column -> fact) names others. Keywords are those of the functions of :mod:`statusrules.columns`: a value for
    all rows, or a column that goes before that of the frame, and the parameters.
    """

    def __init__(self, frame: Any) -> None:
        self._frame = frame

    def extension(self, *, columns: Mapping[str, str] | None = None, **given: Any) -> Any:
        """:func:`statusrules.columns.extension` of the frame."""
        return registers.extension(**{"term": None, "last_day": None, **self._facts(Question.EXTENSION, columns), **given})

    def valid_on(self, day: Any, *, columns: Mapping[str, str] | None = None, **given: Any) -> Any:
        """:func:`statusrules.columns.valid_on` of the frame."""
        facts = {"term": None, "last_day": None, **self._facts(Question.EXTENSION, columns), **given}
        return registers.valid_on(day=day, **facts)

    def eligibility(self, question: Question | str, *, columns: Mapping[str, str] | None = None, **given: Any) -> Any:
        """:func:`statusrules.columns.eligibility` of the frame."""
        return registers.eligibility(question, **{**self._facts(question_of(question), columns), **given})

    def education_entry(self, *, columns: Mapping[str, str] | None = None, **given: Any) -> Any:
        """:func:`statusrules.columns.education_entry` of the frame."""
        return registers.education_entry(**{"level": None, **self._facts(Question.EDUCATION_ENTRY, columns), **given})

    def impact(
        self,
        *,
        before: Parameters,
        after: Parameters,
        question: Question | str = Question.EXTENSION,
        facts: Mapping[str, Any] | None = None,
        columns: Mapping[str, str] | None = None,
        **parameters: Any,
    ) -> Impact:
        """:func:`statusrules.columns.impact` of the frame; ``facts`` are those that it has no column of."""
        read = {**self._facts(question_of(question), columns), **(facts or {})}
        return registers.impact(read, before=before, after=after, question=question, **parameters)

    def _facts(self, question: Question, columns: Mapping[str, str] | None) -> dict[str, Any]:
        return facts_in(self._frame, question, columns)
