"""What a decree changes: the boxes, the counts, and that they are what two runs differ in."""

import collections
import datetime
import json
import pickle
import sqlite3
import xml.etree.ElementTree as xml
from pathlib import Path

import jsonschema
import matplotlib
import numpy as np
import pandas as pd
import polars as pl
import pyarrow
import pytest
import statusrules
from statusrules import Outcome, SqlColumn, columns, plots

matplotlib.use("Agg")

KNOWN = min(row.known_from for row in statusrules.provisions("measures") if row.act.number == "791")
BEFORE, AFTER = {"known_on": KNOWN - datetime.timedelta(1)}, {"known_on": KNOWN}
TERMS = ["visa", "temporary_stay", "permanent_residence_permit", "work_permit", "patent"]
STATES = ["TJ", "UA", "DE", "KZ", None]


def register(n=4000, seed=791):
    random = np.random.default_rng(seed)
    return pd.DataFrame({
        "name": [f"person {i}" for i in range(n)],
        "term": pd.Categorical(random.choice(TERMS, n)),
        "last_day": np.datetime64("2020-03-01", "s") + random.integers(0, 500, n).astype("timedelta64[D]"),
        "citizenship": pd.Categorical(random.choice(np.array(STATES, dtype=object), n)),
        "location": "in_russia",
        "issued_on": np.datetime64("2020-08-01", "s"),
    })  # fmt: skip


def counted(frame, **parameters):
    return columns.impact(frame, before=BEFORE, after=AFTER, law="measures", **parameters)


def expected(frame, **parameters):
    """The same from two runs, row by row."""
    frame = frame.drop(columns="name")
    found, wrong = collections.Counter(), 0
    for case in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        case = {name: value.date() if isinstance(value, pd.Timestamp) else value for name, value in case.items()}
        try:
            one, other = (statusrules.extension(**case, law="measures", **parameters, **side) for side in (BEFORE, AFTER))
        except statusrules.StatusRulesError:
            wrong += 1
            continue
        if (one.outcome, one.valid_through) != (other.outcome, other.valid_through):
            found[one.outcome, other.outcome, *((a.provision.id if a.provision else None) for a in (one, other))] += 1
    return found, wrong


@pytest.mark.parametrize("reading", [None, "literal", "suspension"])
def test_an_impact_is_what_two_runs_differ_in(reading):
    frame = register()
    impact = counted(frame, reading=reading)
    found = collections.Counter()
    for change in impact.changes:
        found[change.before, change.after, change.provision_before, change.provision_after] += change.rows
    same, wrong = expected(frame, reading=reading)
    assert found == same and len(same) > 1 and impact.bad_rows == wrong > 100
    assert impact.facts == ("term", "last_day", "citizenship", "location", "issued_on")


def test_first_and_last_days_are_those_of_the_rows():
    frame = register().drop(columns="issued_on")
    impact = counted(frame, reading="literal")
    one, other = (columns.extension(**{name: frame[name] for name in impact.facts}, law="measures", reading="literal", **side)
                  for side in (BEFORE, AFTER))  # fmt: skip
    changed = (one["outcome"] != other["outcome"]) | (one["day"] != other["day"]) & ~(one["day"].isna() & other["day"].isna())
    assert impact.changed == changed.sum() > 500
    seen = 0
    for transition in impact.transitions:
        rows = changed & (one["outcome"] == str(transition.before)) & (other["outcome"] == str(transition.after))
        gained = (other["day"] - one["day"]).dt.days
        rows &= (gained > 0) if transition.moved == "later" else (gained < 0) if transition.moved == "earlier" else ~(gained != 0) | gained.isna()
        assert transition.rows == rows.sum()
        for days, side in ((transition.days_before, one), (transition.days_after, other)):
            mine = side["day"][rows].dropna()
            assert (days is None) == mine.empty
            if days is not None:
                assert days == (mine.min().date(), mine.max().date())
                seen += 1
    assert seen > 1


def test_an_end_that_is_not_fixed_comes_after_all_others():
    days = np.array(["2022-03-01", "2021-12-20"], "M8[D]")
    impact = columns.impact(
        {"term": "temporary_stay", "last_day": days, "location": "in_russia", "citizenship": "UA", "identified": True},
        before={"known_on": "2021-06-01"}, after={"known_on": "2022-08-27"}, law="measures",
    )  # fmt: skip
    assert impact.changed > 0 and impact.changes[-1].days_after.last is statusrules.NONE
    assert json.loads(impact.to_json())["changes"][-1]["days_after"]["last"] == "none"


def test_parts_add_up():
    frame = register()
    whole = counted(frame)
    for parts in (whole.changes, whole.transitions, whole.provisions):
        assert sum(part.rows for part in parts) == whole.changed > 0
    assert whole.changed + whole.unchanged + whole.bad_rows == whole.rows == len(frame)
    assert sum(counted(frame[i : i + 700]) for i in range(0, len(frame), 700)) == whole
    assert len({whole, counted(frame)}) == 1 and pickle.loads(pickle.dumps(whole)) == whole
    with pytest.raises(ValueError, match="before do not add up"):
        whole + columns.impact(frame, before=AFTER, after=AFTER, law="measures")
    with pytest.raises(TypeError):
        whole + 1
    assert columns.impact(frame, before=AFTER, after=AFTER, law="measures").changes == ()


def test_frames_of_every_kind_give_the_same():
    frame = register()
    whole = counted(frame)
    plain = frame.astype({"term": str})
    for other in (pl.from_pandas(plain), pyarrow.Table.from_pandas(plain), dict(frame.drop(columns="name"))):
        assert counted(other) == whole
    with pytest.raises(TypeError, match="no column is named like a fact; there are x; extension reads term"):
        counted(pd.DataFrame({"x": [1]}))
    with pytest.raises(TypeError, match="extension does not read name"):
        counted(dict(frame))
    with pytest.raises(TypeError, match="before: there is no parameter knwon_on; there are law, known_on"):
        columns.impact(frame, before={"knwon_on": KNOWN}, after={})


def test_laws_and_columns_of_parameters():
    frame = register()
    impact = columns.impact(frame, before={"law": "statement"}, after={"law": "measures"}, reading="literal")
    sides = dict(impact.before), dict(impact.after)
    assert [side["law"] for side in sides] == ["statement", "measures"]
    ids = {row.id for row in statusrules.provisions("measures")}
    assert {change.provision_after for change in impact.changes} - {None} <= ids
    varies = columns.impact(frame, before={"known_on": frame["last_day"]}, after=AFTER, law="measures")
    assert dict(varies.before)["known_on"] == "varies" and dict(varies.after)["known_on"] == KNOWN


def in_span(span, value):
    if value is None or isinstance(value, statusrules.Special):
        return span.first is value
    return span.first is not None and not isinstance(span.first, statusrules.Special) and span.first <= value <= span.last


def test_the_boxes_hold_the_cases_that_change_and_no_other():
    boxes = statusrules.impact(
        ["term", "last_day", "citizenship"], facts={"location": "in_russia"}, before=BEFORE, after=AFTER, law="measures",
        reading="literal",
    )  # fmt: skip
    assert boxes
    frame = register(1500).drop(columns=["name", "issued_on"])
    seen = collections.Counter()
    for case in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        case["last_day"] = case["last_day"].date()
        case["term"] = statusrules.Term[case["term"].upper()]
        one, other = (statusrules.extension(**case, law="measures", reading="literal", **side) for side in (BEFORE, AFTER))
        changes = (one.outcome, one.valid_through) != (other.outcome, other.valid_through)
        inside = sum(all(any(in_span(s, case[fact]) for s in spans) for fact, spans in box.items()) for box in boxes)
        assert inside == changes
        seen[changes] += 1
    assert min(seen.values()) > 100
    assert statusrules.impact(["term"], before=BEFORE, after=BEFORE, law="measures") == ()
    many = statusrules.impact(["term", "last_day", "citizenship", "residence_state", "issued_on"], before={"law": "statement"},
                              after={"law": "measures"})  # fmt: skip
    assert sum(len(spans) for box in many for spans in box.values()) > 256
    with pytest.raises(TypeError, match="does not read age"):
        statusrules.impact(["age"], before=BEFORE, after=AFTER)
    with pytest.raises(TypeError, match="a list of facts"):
        statusrules.impact("term", before=BEFORE, after=AFTER)


def test_json_is_what_the_schema_says():
    schema = json.loads((Path(statusrules.__file__).parent / "impact.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    frame = register()
    for impact in (
        counted(frame),
        counted(frame, reading="literal"),
        columns.impact(frame, before={"known_on": frame["last_day"], "strict": True}, after=AFTER, law="measures"),
        columns.impact(frame, before={"law": "statement"}, after={"law": "measures"}, day="2021-05-05"),
        columns.impact({"on_day": frame["last_day"]}, question="moratorium", before={"law": "statement"}, after={"law": "measures"}),
    ):
        plain = json.loads(impact.to_json())
        validator.validate(plain)
        assert plain["changed"] == impact.changed == sum(part["rows"] for part in plain["transitions"])
        for change in ({"rows": -1}, {"more": 1}, {"before": {}}, {"changes": [{"rows": 1}]}):
            assert not validator.is_valid({**plain, **change})


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_impact_is_shown(language):
    impact = counted(register(), reading="literal")
    text = impact.table(language)
    svg = xml.fromstring(plots.impact_svg(impact, language))
    said = [one.text for one in svg.iter("{http://www.w3.org/2000/svg}text")]
    bars = [float(one.get("width")) for one in svg.iter("{http://www.w3.org/2000/svg}rect")][1:]
    most = sorted(impact.transitions, key=lambda one: -one.rows)
    assert len(bars) == len(most) and bars == sorted(bars, reverse=True)
    assert bars[-1] / bars[0] == pytest.approx(most[-1].rows / most[0].rows, abs=0.01)
    assert all(float(one.get("x")) + 6.6 * len(one.text) <= 700 for one in svg.iter("{http://www.w3.org/2000/svg}text") if one.get("font-weight") is None)
    axes = plots.impact(impact, language=language)
    assert [bar.get_width() for bar in axes.patches] == [one.rows for one in most]
    for one in most:
        label = one.before.label(language) if one.before is one.after else f"{one.before.label(language)} → {one.after.label(language)}"
        for place in (text, said[1::2], [note.get_text() for note in axes.texts]):
            assert any(label in line for line in (place.splitlines() if isinstance(place, str) else place))
        assert f"{one.rows:,}" in text
    matplotlib.pyplot.close(axes.figure)
    page = impact._repr_html_()
    assert f"{impact.changed:,} answered otherwise" in page and "known_on " + str(KNOWN) in page
    assert repr(impact).startswith("<Impact extension: ")
    nothing = columns.impact(register(), before=BEFORE, after=BEFORE, law="measures")
    assert "table" not in nothing._repr_html_() and nothing.table(language).count("\n") == 3
    matplotlib.pyplot.close(plots.impact(nothing).figure)
    assert plots.impact_svg(nothing)


# ---- SQL ----


def database(frame):
    connection = sqlite3.connect(":memory:")
    connection.execute('CREATE TABLE "the register" (id INTEGER, document TEXT, "valid ""to""" TEXT, citizenship TEXT)')
    rows = [(i, term, str(day.date()), None if pd.isna(state) else state)
            for i, (term, day, state) in enumerate(zip(frame["term"], frame["last_day"], frame["citizenship"]))]  # fmt: skip
    connection.executemany('INSERT INTO "the register" VALUES (?, ?, ?, ?)', rows)
    return connection


SQL_COLUMNS = {"term": "document", "last_day": SqlColumn('valid "to"', table="the register"), "citizenship": "citizenship"}


def test_the_expression_answers_as_the_library():
    frame = register()
    connection = database(frame)
    given = {"facts": {"location": "in_russia"}, "dialect": "sqlite", "law": "measures", "reading": "literal", "known_on": "2021-03-01"}
    texts = [statusrules.sql(SQL_COLUMNS, says, **given) for says in ("outcome", "day")]
    found = connection.execute(f'SELECT {texts[0]}, {texts[1]} FROM "the register" ORDER BY id').fetchall()
    answers = columns.extension(frame["term"], frame["last_day"], citizenship=frame["citizenship"], location="in_russia",
                                law="measures", reading="literal", known_on="2021-03-01")  # fmt: skip
    days = answers["day"].dt.strftime("%Y-%m-%d")
    assert found == [(a, None if pd.isna(b) else b) for a, b in zip(answers["outcome"], days)]
    assert len(set(found)) > 50
    where = statusrules.sql_where(SQL_COLUMNS, through="2021-06-15", **given)
    good = {i for (i,) in connection.execute(f'SELECT id FROM "the register" WHERE {where}')}
    assert good == set(np.flatnonzero((answers["outcome"] == "yes") & (answers["day"] >= "2021-06-15"))) and len(good) > 50


def test_the_condition_of_an_impact_finds_the_rows_that_change():
    frame = register().drop(columns="issued_on")
    given = {"law": "measures", "reading": "literal"}
    where = statusrules.impact_sql(SQL_COLUMNS, before=BEFORE, after=AFTER, facts={"location": "in_russia"}, dialect="sqlite", **given)
    (n,) = database(frame).execute(f'SELECT count(*) FROM "the register" WHERE {where}').fetchone()
    assert n == columns.impact(frame, before=BEFORE, after=AFTER, **given).changed > 0


def test_how_columns_are_given():
    assert '"last_day"' in statusrules.sql(["last_day"], facts={"term": "visa"})
    assert "DATE '" in statusrules.sql(["last_day"], facts={"term": "visa"})
    number = statusrules.sql({"last_day": SqlColumn("d", form="number", none="99999999")}, facts={"term": "visa"}, law="measures")
    assert '"d"' in number and "DATE" not in number and "99999999" in number
    assert "'none'" in statusrules.sql(["last_day"], facts={"term": "visa"}, dialect="sqlite")
    long = statusrules.sql(["term", "last_day", "citizenship", "location"], law="measures")
    assert len(long) > 1 << 14 and long.endswith("END")
    for wrong, error, why in (
        (lambda: statusrules.sql(["last_day"], dialect="oracle"), ValueError, "dialect: 'oracle'; allowed: 'postgresql', 'sqlite'"),
        (lambda: statusrules.sql(["last_day"], "where"), ValueError, "says: 'where'; allowed"),
        (lambda: statusrules.sql({"last_day": SqlColumn("d", form="json")}), ValueError, "last_day: form: 'json'"),
        (lambda: statusrules.sql({"last_day": "a\0b"}), ValueError, "zero byte"),
        (lambda: statusrules.sql({"last_day": ""}), ValueError, "last_day: expected the name of a column, got ''"),
        (lambda: statusrules.sql({"last_day": 7}), TypeError, "the name of a column or a SqlColumn, got 7"),
        (lambda: statusrules.sql("last_day"), TypeError, "a list of facts"),
        (lambda: statusrules.sql(["age"]), TypeError, "extension does not read age"),
        (lambda: statusrules.sql_where(["last_day"], through="2021-02-30"), statusrules.errors.NoSuchDayError, "30"),
    ):
        with pytest.raises(error, match=why):
            wrong()


def test_outcomes_of_an_impact_are_those_of_the_enum():
    assert all(isinstance(change.before, Outcome) for change in counted(register()).changes)


def test_a_row_that_is_wrong_on_one_side_is_a_bad_row():
    # The answer would be after the calendar under the statement alone.
    days = np.array(["9999-12-31", "2021-12-31"], "M8[D]")
    facts = {"term": "permanent_residence_permit", "last_day": days, "location": "in_russia"}
    for before, after in (("2021-11-28", "2021-11-29"), ("2021-11-29", "2021-11-28")):
        impact = columns.impact(facts, before={"known_on": before}, after={"known_on": after}, reading="literal")
        assert (impact.rows, impact.bad_rows, impact.changed, impact.unchanged) == (2, 1, 1, 0)


def test_rows_without_a_day_do_not_count_among_the_first_and_last():
    from statusrules import _counting

    days = np.array([columns.NO_DAY, 7, 9, columns.NO_DAY, columns.NO_DAY], np.int32)
    firsts, lasts = _counting._ends(days, np.array([0, 3]))
    assert (firsts[0], lasts[0]) == (7, 9) and _counting._days(firsts[1], lasts[1]) is None
