"""What is shown: plots, notebooks, JSON."""

import datetime
import json
import re
import xml.etree.ElementTree as xml
from pathlib import Path

import jsonschema
import matplotlib
import numpy as np
import pytest
import statusrules
from statusrules import Reading, columns, extension, plots, valid_on

matplotlib.use("Agg")

PERMIT = "permanent_residence_permit"
CASES = {
    "readings differ": extension(PERMIT, "2021-09-30", location="in_russia"),
    "readings agree": extension(PERMIT, "2021-12-31", location="in_russia", issued_on="2018-01-01"),
    "silent": extension(PERMIT, "2021-01-31", location="in_russia"),
    "by the day": valid_on(PERMIT, "2021-09-30", "2022-03-01", location="in_russia", law="measures"),
    "end not fixed": extension("temporary_stay", "2022-03-01", location="in_russia", law="measures", citizenship="UA",
                               identified=True, known_on="2022-09-01"),
}  # fmt: skip


def texts(svg):
    root = xml.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg" and float(root.get("width")) == 700
    return [text.text for text in root.iter("{http://www.w3.org/2000/svg}text")], root


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_case_is_drawn_as_svg_and_with_matplotlib(name, language):
    answer = CASES[name]
    said, root = texts(plots.timeline_svg(answer, language))
    for rect in root.iter("{http://www.w3.org/2000/svg}rect"):
        assert 0 <= float(rect.get("x", 0)) and float(rect.get("x", 0)) + float(rect.get("width")) <= 700.1
    for one in answer.readings.values():
        if isinstance(one.valid_through, datetime.date) and one.valid_through > answer.facts["last_day"]:
            assert any(str(one.valid_through) in text for text in said)
    if answer.day:
        assert any(str(answer.day) in text for text in said)
    axes = plots.timeline(answer, language=language)
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert all(label in said for label in labels)
    matplotlib.pyplot.close(axes.figure)


def test_a_bar_ends_on_its_day():
    """The width of a bar is its days: read back from the drawing."""
    axes = plots.timeline(CASES["readings differ"])
    ends = {round(bar.get_x() + bar.get_width()) for bar in axes.patches}
    day_after = matplotlib.dates.date2num(datetime.date(2022, 7, 19))
    assert day_after in ends
    matplotlib.pyplot.close(axes.figure)


def test_what_has_no_last_day_is_not_drawn():
    for answer in (extension(PERMIT, None), extension(PERMIT, "none"), statusrules.eligibility("vaccination")):
        with pytest.raises(ValueError, match="last day"):
            plots.timeline_svg(answer)
        assert "<svg" not in answer._repr_html_() and "<table>" in answer._repr_html_()


def test_a_register_is_drawn_by_reading():
    days = np.arange("2021-01-01", "2023-01-01", dtype="M8[D]")
    ends = {str(r): columns.extension(PERMIT, days, location="in_russia", reading=r).day for r in Reading}
    said, root = texts(plots.last_valid_days_svg(ends))
    assert any(text.startswith("fixed_day: most on 2022-07-18, ") for text in said)
    counted = sum(
        int(match[1].replace(",", ""))
        for title in root.iter("{http://www.w3.org/2000/svg}title")
        if (match := re.match(r"\d{4}-\d\d: ([\d,]+)$", title.text))
    )
    assert counted == sum(int((~np.isnat(values)).sum()) for values in ends.values())
    axes = plots.last_valid_days(ends)
    assert sum(patch.get_height() for ax in axes for patch in ax.patches) == counted
    matplotlib.pyplot.close(axes[0].figure)
    with pytest.raises(ValueError, match="no last valid day"):
        plots.last_valid_days_svg({"none": days[:0]})


def test_a_notebook_shows_answer_source_and_timeline():
    text = CASES["readings agree"]._repr_html_()
    for part in ("valid up to and including 18 July 2022", "Kazakova", "<svg", "https://geneva.mid.ru"):
        assert part in text
    assert "reading “literal”" in CASES["readings differ"]._repr_html_()


def test_json_is_what_the_schema_says():
    schema = json.loads((Path(statusrules.__file__).parent / "answer.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    for answer in [*CASES.values(), extension("visa", "none"), statusrules.eligibility("work", on_day="2021-05-05"),
                   statusrules.education_entry("higher", citizenship="none", law="measures")]:  # fmt: skip
        plain = json.loads(answer.to_json())
        validator.validate(plain)
        assert plain["outcome"] == str(answer.outcome)
        for change in ({"outcome": "perhaps"}, {"valid_through": "18 July 2022"}, {"more": 1}):
            assert not validator.is_valid({**plain, **change})
