"""One case at a time: what goes in, what comes out, what is refused."""

import copy
import datetime
import inspect
import pickle

import numpy
import pandas
import pytest
import statusrules
from statusrules import (
    NONE,
    Fact,
    Location,
    Outcome,
    Question,
    Reading,
    Term,
    _ask,
    _flat,
    eligibility,
    extension,
    valid_on,
)
from statusrules._values import QUESTION_FACTS

LAST = datetime.date(2021, 12, 31)
JULY = datetime.date(2022, 7, 18)
PERMIT = Term.PERMANENT_RESIDENCE_PERMIT


def test_a_residence_permit_that_ends_on_31_december_2021_is_valid_through_18_july_2022():
    answer = extension(PERMIT, LAST, location=Location.IN_RUSSIA)
    assert (answer.outcome, answer.valid_through) == (Outcome.YES, JULY)
    assert answer.provision.id == "S1"
    assert "Kazakova" in answer.provision.source and "paragraph 17" in answer.provision.source
    assert "31 December 2021" in answer.provision.passage and answer.provision.quoted


@pytest.mark.parametrize("term", [PERMIT, "permanent_residence_permit", "вид на жительство", "Вид на Жительство"])
@pytest.mark.parametrize(
    "day", [LAST, "2021-12-31", datetime.datetime(2021, 12, 31), pandas.Timestamp(LAST), numpy.datetime64("2021-12-31")]
)
def test_values_may_be_given_as_one_likes(term, day):
    assert extension(term, day, location="in_russia") == extension(PERMIT, LAST, location=Location.IN_RUSSIA)


@pytest.mark.parametrize("missing", [None, pandas.NaT, pandas.NA, float("nan"), numpy.datetime64("NaT")])
def test_a_missing_value_is_unknown(missing):
    assert extension(PERMIT, missing) == extension(PERMIT, None)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ((Location.ABROAD, LAST), "term: expected a Term"),
        ((7, LAST), "term: expected a Term"),
        ((PERMIT, 18992), "last_day: expected a datetime.date"),
        ((PERMIT, datetime.datetime(2021, 12, 31, 12)), "time of day or a zone"),
        ((PERMIT, datetime.datetime(2021, 12, 31, tzinfo=datetime.timezone.utc)), "time of day or a zone"),
        ((PERMIT, numpy.datetime64("2021-12-31T12")), "time of day or a zone"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(arguments, error):
    with pytest.raises(TypeError, match=error):
        extension(*arguments)


def test_none_is_a_value_only_where_it_can_be():
    assert extension(PERMIT, NONE) == extension(PERMIT, "none")
    with pytest.raises(TypeError, match="'none' is no value"):
        extension(PERMIT, LAST, issued_on=NONE)
    assert eligibility("moratorium", exception="none").facts["exception"] is statusrules.ExceptionGround.NONE


def test_yes_and_no_are_bools():
    assert extension(PERMIT, LAST, identified=True) == extension(PERMIT, LAST, identified="yes")
    with pytest.raises(TypeError, match="True or False"):
        extension(PERMIT, LAST, identified=1)
    with pytest.raises(TypeError, match="strict: expected True or False"):
        extension(PERMIT, LAST, strict="yes")


def test_an_answer_says_what_was_assumed_and_how_readings_differ():
    answer = extension(PERMIT, "2021-09-30")
    assert answer.outcome is Outcome.CONFLICT and answer.provision is None and answer.valid_through is None
    assert answer.assumed == ("location",)
    assert {str(r): (a.outcome, a.valid_through) for r, a in answer.readings.items()} == {
        "literal": (Outcome.SILENT, None),
        "suspension": (Outcome.YES, datetime.date(2022, 4, 17)),
        "fixed_day": (Outcome.YES, JULY),
    }
    assert (answer.earliest, answer.latest) == (datetime.date(2022, 4, 17), JULY)
    text = repr(answer)
    assert text == f"<Answer {answer}>"
    for part in ("conflict", "literal: silent", "2022-04-17", "fixed_day: yes", "assumed: location"):
        assert part in text
    undetermined = extension(PERMIT, None, location="in_russia")
    assert undetermined.outcome is Outcome.UNDETERMINED and "last_day" in undetermined.missing
    assert "missing: last_day" in repr(undetermined) and len(undetermined.possible) > 1


def test_an_answer_has_no_truth_value():
    with pytest.raises(TypeError, match="silent"):
        bool(extension(PERMIT, LAST))


def test_an_answer_is_immutable_hashable_and_can_be_pickled():
    answer = extension(PERMIT, LAST, location="in_russia", citizenship="DE", known_on="2022-01-01")
    other = extension(PERMIT, LAST, location="abroad")
    for change in (lambda: setattr(answer, "outcome", Outcome.NO), lambda: delattr(answer, "outcome")):
        with pytest.raises(AttributeError):
            change()
    assert {answer: 1}[extension("permanent_residence_permit", LAST, location="in_russia", citizenship="Germany",
                                 known_on="2022-01-01")] == 1  # fmt: skip
    assert answer != other and answer != 1
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(answer, protocol)) == answer
    assert copy.copy(answer) is answer and copy.deepcopy(answer) is answer
    with pytest.raises(TypeError):
        statusrules.Answer()


def test_an_answer_remembers_what_was_asked():
    answer = extension(
        PERMIT, LAST, location="in_russia", citizenship="Германия", reading="literal", known_on="2022-01-01", strict=True
    )
    assert answer.facts == {"term": PERMIT, "last_day": LAST, "location": Location.IN_RUSSIA, "citizenship": "DE"}
    assert (answer.law, answer.question, answer.reading) == ("statement", Question.EXTENSION, Reading.LITERAL)
    assert (answer.known_on, answer.strict, answer.day, answer.edition) == (datetime.date(2022, 1, 1), True, None, 1)
    assert valid_on(PERMIT, LAST, JULY).day == JULY


def test_valid_on_answers_by_the_day():
    days = {"2021-12-31": Outcome.YES, "2022-07-18": Outcome.YES, "2022-07-19": Outcome.NO}
    for day, outcome in days.items():
        assert valid_on(PERMIT, LAST, day, location="in_russia").outcome is outcome
    with pytest.raises(TypeError, match="day: "):
        valid_on(PERMIT, LAST, None)


def test_an_explanation_comes_in_two_languages():
    answer = extension(PERMIT, LAST)
    assert "valid up to and including 18 July 2022" in answer.explain()
    assert "по 18 июля 2022 г. включительно" in answer.explain("ru")
    with pytest.raises(ValueError, match="language"):
        answer.explain("de")


def test_a_fact_that_the_question_does_not_read_is_refused():
    with pytest.raises(TypeError, match="work does not read location; it reads"):
        eligibility("work", location="abroad")
    with pytest.raises(TypeError, match="valid_on"):
        eligibility("extension")


@pytest.mark.parametrize("question", Question)
def test_every_fact_of_every_question_reaches_the_library(question):
    """Each keyword alone is heard, and as the fact that it names."""
    example = {"DAY": "2021-05-05", "NUMBER": 10, "COUNTRY": "DE", "YES_NO": True}
    for fact in QUESTION_FACTS[question]:
        info = _flat.flat_fact(fact, 4)
        name = str(fact)
        kind = statusrules.Kind(info[0]).name
        given = example.get(kind) or _flat.flat_name(fact, info[2], 0)
        if question is Question.EXTENSION:
            arguments = {"term": None, "last_day": None, name: given}
            answers = [extension(**arguments), valid_on(**arguments, day="2021-06-01")]
        else:
            answers = [eligibility(question, **{name: given})]
            if question is Question.EDUCATION_ENTRY:
                answers.append(statusrules.education_entry(**{"level": None, name: given}))
        for answer in answers:
            assert list(answer.facts) == [name]


def test_signatures_have_a_keyword_for_each_fact():
    parameters = {"law", "known_on", "edition", "reading", "strict"}
    for function, question, others in [
        (extension, Question.EXTENSION, set()),
        (valid_on, Question.EXTENSION, {"day"}),
        (statusrules.education_entry, Question.EDUCATION_ENTRY, set()),
    ]:
        names = set(inspect.signature(function).parameters) - parameters - others
        assert names == {str(fact) for fact in QUESTION_FACTS[question]}
    names = set(inspect.signature(eligibility).parameters) - parameters - {"question"}
    assert names == {str(fact) for fact in _ask._ELIGIBILITY_FACTS}
    for function in (extension, valid_on, statusrules.education_entry, eligibility):
        # help() answers: each parameter is described, here or in extension.
        for name in inspect.signature(function).parameters:
            assert f":param {name}:" in function.__doc__ + extension.__doc__ + statusrules.education_entry.__doc__


def test_help_answers_on_units_ends_and_errors():
    for words in ("inclusive", "calendar day", "0001-01-01 to 9999-12-31", "UnknownNameError", "never guessed"):
        assert words in extension.__doc__


def test_the_law_can_be_read():
    law = statusrules.law("statement")
    rows = list(statusrules.provisions())
    assert rows == list(law.provisions) and len(rows) == 13
    row = law.provision("S1")
    assert (row.known_from, row.known_until) == (datetime.date(2021, 11, 29), NONE)
    assert row.certainty is statusrules.Certainty.STATED and row.through == JULY
    assert row.conditions[0].values == (PERMIT,)
    assert len(law.digest) == 64 and law.digest_of(99) == ""
    assert law.acts[0].address.startswith("https://")
    assert pickle.loads(pickle.dumps(law)) == law and pickle.loads(pickle.dumps(row)) == row
    assert {row.question for row in statusrules.provisions(question="work")} == {Question.WORK}
    measures = list(statusrules.provisions("measures"))
    assert len(measures) > 300 and all(row.id and row.source and row.passage and row.act.address for row in measures)
    assert any(row.sides for row in measures) and {row.law for row in measures} == {"measures"}
    assert statusrules.laws() == ("statement", "measures")
    with pytest.raises(statusrules.errors.UnknownNameError, match="did you mean measures"):
        statusrules.law("mesures")
    with pytest.raises(KeyError):
        law.provision("S99")


def test_enums_are_those_of_the_library():
    """Members, numbers and labels, for every list of names that has a class."""
    from statusrules._values import LISTS

    for cls, names in LISTS.items():
        listed = {
            _flat.flat_name(names, code, 0): code
            for code in (_flat.flat_code_at(names, i) for i in range(_flat.flat_count(names)))
            if (cls, code) != (statusrules.ErrorCode, 0)
        }
        assert {str(member): int(member) for member in cls} == listed
        for member in cls:
            assert member.label() and member.label("ru")
            assert f"{member}" == member.name.lower()
    assert Term.PERMANENT_RESIDENCE_PERMIT.label("ru") == "вид на жительство"
    assert {Fact(n) for n in range(1, 43)} <= set(Fact)


def test_show_versions_names_the_laws(capsys):
    statusrules.show_versions()
    text = capsys.readouterr().out
    assert "statement" in text and "edition 1" in text and statusrules.__version__ in text
