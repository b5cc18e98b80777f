"""What temporary measures of 2020 to 2022 did to the legal status of foreign citizens in Russia, from cited law.

>>> import statusrules
>>> answer = statusrules.extension("permanent_residence_permit", "2021-12-31", location="in_russia")
>>> print(answer.valid_through, answer.provision.source)  # doctest: +ELLIPSIS
2022-07-18 Statement by Ms. Valentina Kazakova ..., paragraph 17, sentence 1

- :func:`extension`, :func:`valid_on`, :func:`eligibility`, :func:`education_entry` ask about one case and return an
  :class:`Answer`;
- :mod:`statusrules.columns` asks about a whole register at once;
- :func:`inverse` asks the other way round, :func:`verify` holds a receipt against the facts;
- :func:`impact` says which cases a decree changes, :func:`statusrules.columns.impact` counts them in a register;
- :func:`sql`, :func:`sql_where` and :func:`impact_sql` write the law as SQL for a database;
- :func:`provisions` and :func:`law` show the encoded law;
- ``python -m statusrules --help`` answers at the prompt.

Days are calendar days at the place, :class:`datetime.date` or text ``YYYY-MM-DD``; all ends are inclusive. ``None`` is a
fact that is not known, :data:`NONE` one that is known to be none. A value that is wrong is a :class:`StatusRulesError`,
which is a :class:`ValueError` and says what was expected. All these measures have ended: the library answers what was
valid, and lawful, on a day.
"""

from . import _convert, _flat, errors
from ._answer import Answer, ReadingAnswer
from ._ask import education_entry, eligibility, extension, valid_on
from ._impact import ByProvision, Change, Days, Impact, Span, Transition, impact
from ._law import Act, Condition, Law, Provision, Side, law, laws, provisions
from ._numbers import Parameters
from ._receipt import Interval, Receipt, inverse, read_receipt, verify
from ._sql import SqlColumn, impact_sql, sql, sql_where
from ._values import (
    ENUMS,
    NONE,
    Certainty,
    DecisionKind,
    Effect,
    ErrorCode,
    ExceptionGround,
    Fact,
    Form,
    Kind,
    LegalStatus,
    Level,
    Location,
    Mark,
    Outcome,
    Question,
    Reading,
    Regime,
    Region,
    Role,
    Route,
    Special,
    Term,
    Verified,
    WorkAct,
)
from ._versions import show_versions
from .errors import StatusRulesError

_flat.set_face(
    Answer,
    NONE,
    (None, *Outcome),
    (None, *(ENUMS.get(fact) for fact in Fact)),
    Reading,
    _convert.LAWS,
    _convert.number_of,
    errors.raise_error,
)

__version__ = _flat.flat_version()

__all__ = [
    "NONE",
    "Act",
    "Answer",
    "ByProvision",
    "Certainty",
    "Change",
    "Condition",
    "Days",
    "DecisionKind",
    "Effect",
    "ErrorCode",
    "ExceptionGround",
    "Fact",
    "Form",
    "Impact",
    "Interval",
    "Kind",
    "Law",
    "LegalStatus",
    "Level",
    "Location",
    "Mark",
    "Outcome",
    "Parameters",
    "Provision",
    "Question",
    "Reading",
    "ReadingAnswer",
    "Receipt",
    "Regime",
    "Region",
    "Role",
    "Route",
    "Side",
    "Span",
    "Special",
    "SqlColumn",
    "StatusRulesError",
    "Term",
    "Transition",
    "Verified",
    "WorkAct",
    "education_entry",
    "eligibility",
    "errors",
    "extension",
    "impact",
    "impact_sql",
    "inverse",
    "law",
    "laws",
    "provisions",
    "read_receipt",
    "show_versions",
    "sql",
    "sql_where",
    "valid_on",
    "verify",
]
