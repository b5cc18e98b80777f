"""Properties over cases at random."""

import datetime
import pickle

import numpy as np
import pytest
import statusrules
from hypothesis import given, settings, strategies as st
from statusrules import NONE, Fact, Kind, Outcome, Question, Reading, _flat, columns
from statusrules._values import ENUMS, INFOS, KINDS, QUESTION_FACTS


def values_of(fact):
    """A strategy of the values of a fact, unknown and none among them."""
    kind, (_, first, last, none) = KINDS[fact], INFOS[fact]
    if kind is Kind.DAY:
        known = st.dates(datetime.date(2019, 6, 1), datetime.date(2023, 6, 1))
    elif kind is Kind.NUMBER:
        known = st.integers(first, min(last, 200))
    elif kind is Kind.YES_NO:
        known = st.booleans()
    elif kind is Kind.COUNTRY:
        known = st.sampled_from(["DE", "UZ", "UA", "BY", "KG", "XD", "Germany", "Украина"])
    else:
        known = st.sampled_from(list(ENUMS[fact]))
    return st.one_of(st.none(), known, st.just(NONE)) if none else st.one_of(st.none(), known)


@st.composite
def cases(draw):
    question = draw(st.sampled_from(list(Question)))
    facts = {str(fact): draw(values_of(fact)) for fact in QUESTION_FACTS[question]}
    parameters = {
        "law": draw(st.sampled_from(statusrules.laws())),
        "reading": draw(st.one_of(st.none(), st.sampled_from(list(Reading)))),
        "strict": draw(st.booleans()),
        "known_on": draw(st.one_of(st.none(), st.dates(datetime.date(2020, 1, 1), datetime.date(2023, 1, 1)))),
    }
    return question, facts, parameters


def ask(question, facts, parameters):
    if question is Question.EXTENSION:
        return statusrules.extension(**facts, **parameters)
    return statusrules.eligibility(question, **facts, **parameters)


@settings(max_examples=300, deadline=None)
@given(cases())
def test_an_answer_is_whole_and_columns_agree(case):
    question, facts, parameters = case
    module = columns.extension if question is Question.EXTENSION else columns.eligibility
    rows = {name: np.array([value, value], object) for name, value in facts.items()}
    try:
        answer = ask(*case)
    except statusrules.StatusRulesError as error:
        result = module(*([question] if question is not Question.EXTENSION else []), **rows, **parameters)
        assert result.error.tolist() == [error.code] * 2 and result.outcome.tolist() == [0, 0]
        return
    assert pickle.loads(pickle.dumps(answer)) == answer and hash(answer) == hash(ask(*case))
    assert answer.outcome in answer.possible or answer.outcome in (Outcome.UNDETERMINED, Outcome.CONFLICT)
    assert (answer.outcome is Outcome.UNDETERMINED) == (len(answer.possible) > 1 or bool(answer.missing))
    assert not set(answer.missing) & set(name for name, value in facts.items() if value is not None)
    assert str(answer.outcome) in repr(answer) and answer.explain() and answer.explain("ru")
    if answer.provision is not None:
        assert answer.provision.question is question
    if parameters["strict"]:
        assert not answer.assumed
    given = {name: value for name, value in facts.items() if value is not None}
    assert set(answer.facts) == set(given)
    result = module(*([question] if question is not Question.EXTENSION else []), **rows, **parameters,
                    results=["outcome", "day", "provision", "missing", "assumed", "possible"])  # fmt: skip
    assert result.outcome.tolist() == [answer.outcome] * 2
    day = {None: None, NONE: columns.NO_END}.get(answer.valid_through, answer.valid_through)
    written = result.day.tolist()[0]
    assert written == day or (result.day.dtype.kind == "i" and day is None)
    assert result.provision[0] == (answer.provision.number if answer.provision else 0)
    assert sum(1 << Fact[name.upper()] for name in answer.missing) == result.missing[0]
    assert sum(1 << Fact[name.upper()] for name in answer.assumed) == result.assumed[0]


@settings(max_examples=200, deadline=None)
@given(st.dates())
def test_days_come_back(day):
    number = _flat.fact_number(Fact.LAST_DAY, day)
    assert number == (day - datetime.date(1970, 1, 1)).days
    assert _flat.date(number) == day
    assert _flat.flat_parse_day(day.isoformat(), 1) == (number,)
    assert _flat.flat_format_day(11, number, 1) == day.isoformat()
    assert _flat.flat_date_of_day(number, 3) == (day.year, day.month, day.day)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_text_breaks_the_converter(text):
    for call in (
        lambda: statusrules.extension(text, None),
        lambda: statusrules.extension("visa", text),
        lambda: statusrules.extension("visa", None, law=text),
        lambda: statusrules.extension("visa", None, citizenship=text),
    ):
        try:
            call()
        except (ValueError, TypeError):
            pass


def test_texts_that_are_no_text_are_refused():
    with pytest.raises((UnicodeEncodeError, ValueError)):
        statusrules.extension("\ud800", None)
