"""Receipts, how long an answer stays the same, what to ask next, and the question the other way round."""

import datetime

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import statusrules
from statusrules import Outcome, Verified, columns, eligibility, extension, inverse, read_receipt, valid_on, verify

PERMIT = "permanent_residence_permit"
DAY = datetime.timedelta(1)


def test_a_receipt_is_verified_and_anything_else_is_noticed():
    answer = extension(PERMIT, "2021-12-31", location="in_russia", reading="literal", known_on="2022-01-01")
    assert len(answer.receipt) == 40 and verify(answer.receipt, answer.facts) is Verified.EQUAL
    assert verify(answer.receipt_text.lower(), answer.facts) is Verified.EQUAL
    assert verify(answer.receipt, {**answer.facts, "last_day": "2021-12-30"}) is Verified.FACTS_DIFFER
    said = read_receipt(answer.receipt)
    assert said == ("statement", answer.question, datetime.date(2022, 1, 1), 1, answer.reading, False, None, Outcome.YES,
                    datetime.date(2022, 7, 18), "S1")  # fmt: skip
    assert read_receipt(valid_on(PERMIT, "2021-12-31", "2022-07-18").receipt).day == datetime.date(2022, 7, 18)
    with pytest.raises(TypeError, match="does not read age"):
        verify(answer.receipt, {"age": 7})
    with pytest.raises(TypeError, match="bytes or text"):
        verify(7, answer.facts)


def test_receipts_come_as_a_column_too():
    days = np.array(["2021-12-31", "2021-09-30"], "M8[D]")
    single = [extension(PERMIT, day, location="in_russia").receipt for day in days]
    for column, take in ((days, lambda r: r.receipt.tolist()), (pd.Series(days.astype("M8[s]")), lambda r: list(r["receipt"])),
                         (pl.Series(days), lambda r: r["receipt"].to_list()), (pa.array(days), lambda r: r["receipt"].to_pylist())):  # fmt: skip
        assert take(columns.extension(PERMIT, column, location="in_russia", results="receipt")) == single


def test_how_long_an_answer_stays_the_same():
    answer = valid_on(PERMIT, "2021-12-31", "2022-07-01", location="in_russia")
    assert answer.same_until == datetime.date(2022, 7, 18) and answer.same_from < datetime.date(2022, 7, 1)
    for day, same in ((answer.same_until, True), (answer.same_until + DAY, False), (answer.same_from - DAY, False)):
        other = valid_on(PERMIT, "2021-12-31", day, location="in_russia")
        assert (other._result == answer._result) is same
    assert extension(PERMIT, "2021-12-31").same_from is None
    assert "2022" in answer.explain()


def test_which_fact_to_ask_next():
    answer = eligibility("vaccination", strict=True)
    assert answer.ask_next in answer.missing
    assert extension(PERMIT, "2021-12-31", location="in_russia").ask_next is None


def test_the_question_the_other_way_round():
    facts = {"term": PERMIT, "location": "in_russia"}
    for reading in statusrules.Reading:
        found = inverse("last_day", facts, through="2022-03-01", reading=reading)
        good = {day for first, last in found for day in (first, last)}
        assert found
        for day in good:
            if day.year in (1, 9999):
                continue
            for near in (day - DAY, day, day + DAY):
                end = extension(PERMIT, near, location="in_russia", reading=reading).valid_through
                assert any(first <= near <= last for first, last in found) == (
                    end is not None and end >= datetime.date(2022, 3, 1)
                )
    assert inverse("day", {**facts, "last_day": "2021-12-31"})[0].last == datetime.date(2022, 7, 18)
    spans = inverse("on_day", {"legal_status": "refugee"}, question="free_vaccination")
    assert spans and eligibility("free_vaccination", legal_status="refugee", on_day=spans[0].first).outcome is Outcome.YES
    assert inverse("last_day", {"term": "visa"}, through="9999-12-31") == ()
    with pytest.raises(ValueError):
        inverse("location", facts)
