"""Whole registers: the same answers as one case at a time, in every kind of column."""

import datetime
import importlib
import subprocess
import sys
import threading
import time
import zlib

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import statusrules
from statusrules import Outcome, Term, columns, extension

FIXED = {"location": "in_russia", "reading": "literal"}
TERMS = [
    "permanent_residence_permit",
    "вид на жительство",
    "Residence permit (permanent)",
    None,
    "temporary_stay",
    "no such term",
    "visa",
]
DAYS = ["2021-12-31", "2021-12-31", "2021-12-30", "2021-12-31", "2020-06-15", "2021-12-31", None]
DATES = [day and datetime.date.fromisoformat(day) for day in DAYS]


def expected():
    """The rows one by one: outcome, day."""
    rows = []
    for term, day in zip(TERMS, DAYS):
        try:
            answer = extension(term, day, **FIXED)
        except statusrules.StatusRulesError:
            rows.append((None, None))
        else:
            rows.append((str(answer.outcome), answer.valid_through))
    assert rows[0] == ("yes", datetime.date(2022, 7, 18)) and rows[5] == (None, None)
    return rows


def rows_of(result):
    """Outcome and day of every row, from any kind of result."""
    if isinstance(result, pa.Table):
        return [(row["outcome"], row["day"]) for row in result.to_pylist()]
    if isinstance(result, pl.DataFrame):
        return list(result.select("outcome", "day").rows())
    if isinstance(result, pd.DataFrame):
        return [
            (None if pd.isna(outcome) else outcome, None if pd.isna(day) else day.date())
            for outcome, day in zip(result["outcome"], result["day"])
        ]
    day = result["day"]
    if day.dtype.kind == "M":
        days = day.astype("datetime64[D]").tolist()
    else:
        days = [None if n == columns.NO_DAY else datetime.date(1970, 1, 1) + datetime.timedelta(int(n)) for n in day]
    return [(str(Outcome(n)) if n else None, d) for n, d in zip(result["outcome"].tolist(), days)]


class Capsule:
    """A column of a library that nobody knows, with the Arrow PyCapsule interface alone."""

    def __init__(self, of, stream):
        self.of = of
        if stream:
            self.__class__ = CapsuleStream

    def __arrow_c_array__(self, requested_schema=None):
        return self.of.__arrow_c_array__(requested_schema)


class CapsuleStream(Capsule):
    __arrow_c_array__ = property()

    def __arrow_c_stream__(self, requested_schema=None):
        return self.of.__arrow_c_stream__(requested_schema)


NATIVE = np.array(DAYS, dtype="datetime64[D]")
ENUMS = [Term.PERMANENT_RESIDENCE_PERMIT] * 2
KNOWN = [term for term in dict.fromkeys(TERMS) if term]
ARROW_TERMS = pa.array(TERMS)
ARROW_DATES = pa.array(DATES)
KINDS = {
    **{f"numpy datetime64[{unit}]": (np.array(TERMS, object), NATIVE.astype(f"datetime64[{unit}]")) for unit in
       ("D", "h", "m", "s", "ms", "us", "ns")},
    "numpy, big-endian": (np.array(TERMS, object), NATIVE.astype(">M8[s]")),
    "numpy, every second row": (np.repeat(np.array(TERMS, object), 2)[::2], np.repeat(NATIVE, 2)[::2]),
    "numpy objects": (np.array(TERMS, object), np.array(DATES, object)),
    "numpy texts": (np.array([t or "" for t in TERMS]), np.array([d or "" for d in DAYS])),
    "lists": (TERMS, DATES),
    "numpy days": (np.array(TERMS, object), np.array([(d - datetime.date(1970, 1, 1)).days if d else -(2**31)
                                                     for d in DATES], np.int32)),
    **{f"pandas datetime64[{unit}]": (pd.Series(TERMS), pd.Series(NATIVE.astype(f"datetime64[{unit}]"))) for unit in
       ("s", "ms", "us", "ns")},
    "pandas objects": (pd.Series(TERMS, dtype=object), pd.Series(DATES, dtype=object)),
    "pandas categories": (pd.Series(TERMS, dtype="category"), pd.Series(DAYS, dtype="category")),
    "pandas strings": (pd.Series(TERMS, dtype="string"), pd.Series(DAYS, dtype="string")),
    "pandas periods": (pd.Series(TERMS), pd.Series(pd.PeriodIndex(DAYS, freq="D"))),
    "pandas Int64": (pd.Series([7, 7, 7, None, 1, 99, 2], dtype="Int64"),
                     pd.Series([(d - datetime.date(1970, 1, 1)).days if d else None for d in DATES], dtype="Int64")),
    "pandas floats": (pd.Series([7, 7, 7, None, 1, 99.5, 2]), pd.Series(NATIVE.astype("M8[s]"))),
    "pandas Arrow dates": (pd.Series(TERMS, dtype=pd.ArrowDtype(pa.string())),
                           pd.Series(DATES, dtype=pd.ArrowDtype(pa.date32()))),
    "pandas Arrow timestamps": (pd.Series(TERMS), pd.Series(DATES, dtype=pd.ArrowDtype(pa.timestamp("us")))),
    "pandas Index": (pd.Index(TERMS), pd.DatetimeIndex(DAYS)),
    "polars Date": (pl.Series(TERMS), pl.Series(DATES, dtype=pl.Date)),
    "polars strings": (pl.Series(TERMS), pl.Series(DAYS)),
    "polars Enum": (pl.Series(TERMS).cast(pl.Enum(KNOWN)), pl.Series(DATES, dtype=pl.Date)),
    "polars Categorical": (pl.Series(TERMS).cast(pl.Categorical), pl.Series(DATES, dtype=pl.Date)),
    **{f"polars Datetime {unit}": (pl.Series(TERMS), pl.Series(DATES, dtype=pl.Date).cast(pl.Datetime(unit))) for unit in
       ("ms", "us", "ns")},
    "polars, chunks": (pl.concat([pl.Series(TERMS[:3]), pl.Series(TERMS[3:])], rechunk=False),
                       pl.Series(DATES, dtype=pl.Date)),
    "pyarrow": (ARROW_TERMS, ARROW_DATES),
    "pyarrow date64": (ARROW_TERMS, ARROW_DATES.cast(pa.date64())),
    "pyarrow timestamps": (ARROW_TERMS, ARROW_DATES.cast(pa.timestamp("ns"))),
    "pyarrow dictionary": (ARROW_TERMS.dictionary_encode().cast(pa.dictionary(pa.uint8(), pa.string())), ARROW_DATES),
    "pyarrow large strings": (ARROW_TERMS.cast(pa.large_string()), pa.array(DAYS).cast(pa.string_view())),
    "pyarrow, a slice": (pa.array([None, *TERMS, "visa"])[1:-1], pa.array([None, *DATES, None])[1:-1]),
    "pyarrow chunks": (pa.chunked_array([TERMS[:2], TERMS[2:]]), pa.chunked_array([ARROW_DATES])),
    "a capsule": (Capsule(ARROW_TERMS, False), Capsule(ARROW_DATES, False)),
    "a capsule of a dictionary": (Capsule(ARROW_TERMS.dictionary_encode(), False), Capsule(ARROW_DATES, False)),
    "a capsule of views": (Capsule(ARROW_TERMS.cast(pa.string_view()), False), Capsule(ARROW_DATES, False)),
    "a capsule of chunks": (Capsule(pa.chunked_array([TERMS[:2], TERMS[2:]]), True),
                            Capsule(pa.chunked_array([DATES[:4], DATES[4:]]), True)),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_column_gives_the_answers_of_single_cases(kind):
    terms, days = KINDS[kind]
    result = columns.extension(terms, days, **FIXED)
    assert rows_of(result) == expected()
    wanted = (pd.DataFrame if kind.startswith("pandas") else pl.DataFrame if kind.startswith("polars")
              else pa.Table if kind.startswith("pyarrow") else columns.Results)  # fmt: skip
    assert isinstance(result, wanted)


def test_a_bad_row_gets_its_error_and_costs_no_other():
    result = columns.extension(np.array(TERMS, object), NATIVE, **FIXED)
    assert result.bad_rows == 1 and result.error.tolist() == [0, 0, 0, 0, 0, 3, 0]
    frame = columns.extension(pd.Series(TERMS), pd.Series(NATIVE.astype("M8[s]")), **FIXED)
    assert frame.attrs["bad_rows"] == 1 and frame["error"][5] == "value" and frame["error"].isna().sum() == 6


def test_pandas_keeps_its_index_and_refuses_another():
    terms = pd.Series(TERMS, index=list("abcdefg"))
    days = pd.Series(NATIVE.astype("M8[s]"), index=list("abcdefg"))
    assert list(columns.extension(terms, days).index) == list("abcdefg")
    with pytest.raises(ValueError, match="index"):
        columns.extension(terms, days.reset_index(drop=True))


def test_columns_of_different_lengths_are_refused():
    with pytest.raises(ValueError, match="last_day: 2 rows, but term has 7"):
        columns.extension(np.array(TERMS, object), NATIVE[:2])


def test_a_time_zone_must_be_named():
    moments = pd.Series(pd.to_datetime(["2021-12-30T21:00Z", "2021-12-30T20:59Z"]))
    days = [datetime.date(2022, 7, 18), None]
    for column in (moments, pl.Series(moments), pa.array(moments), pd.Series(moments, dtype=pd.ArrowDtype(pa.timestamp("us", "UTC")))):
        with pytest.raises(TypeError, match="zone="):
            columns.extension("permanent_residence_permit", column, **FIXED)
        result = columns.extension("permanent_residence_permit", column, **FIXED, zone="Europe/Moscow")
        assert [day for _, day in rows_of(result)] == days


def test_outputs_are_written_where_the_caller_says():
    out = {"day": np.empty(7, "M8[ns]"), "outcome": np.empty(7, np.int64), "missing": np.empty(7, np.int64)}
    result = columns.extension(np.array(TERMS, object), NATIVE, **FIXED, out=out)
    assert all(result[name] is values for name, values in out.items())
    assert rows_of(result) == expected()
    days = NATIVE.copy()
    columns.extension(np.array(TERMS, object), days, **FIXED, out={"day": days})
    assert days.tolist() == [day for _, day in expected()]
    for wrong, error in [({"day": np.empty(6, np.int64)}, ValueError), ({"day": np.empty(14, np.int64)[::2]}, ValueError),
                         ({"dai": np.empty(7)}, ValueError), ({"day": np.empty(7)}, TypeError),
                         ({"missing": np.empty(7, np.int32)}, statusrules.StatusRulesError)]:  # fmt: skip
        with pytest.raises(error):
            columns.extension(np.array(TERMS, object), NATIVE, out=wrong)
    with pytest.raises(ValueError, match="no such result"):
        columns.extension("visa", NATIVE, results=["dai"])


def test_input_that_may_not_be_written_is_left_alone():
    days = NATIVE.copy()
    days.flags.writeable = False
    with pytest.raises(ValueError, match="writable"):
        columns.extension("visa", days, out={"day": days})
    assert rows_of(columns.extension(np.array(TERMS, object), days, **FIXED)) == expected()


def test_an_end_that_is_not_fixed_is_told_from_none():
    case = {"location": "in_russia", "law": "measures", "citizenship": "UA", "identified": True, "known_on": "2022-09-01"}
    one = extension("temporary_stay", "2022-03-01", **case)
    assert one.valid_through is statusrules.NONE
    days = np.array(["2022-03-01"], "M8[D]")
    assert columns.extension("temporary_stay", days, **case).day.tolist() == [columns.NO_END]
    assert columns.extension("temporary_stay", pl.Series(days), **case)["day"].to_list() == [columns.NO_END]
    assert columns.extension("temporary_stay", days.astype(np.int64), **case).day.tolist() == [2**31 - 1]
    nano = columns.extension("temporary_stay", days.astype("M8[ns]"), **case).day
    assert nano.astype("M8[D]").tolist() == [datetime.date(2262, 4, 11)]


def test_eligibility_and_entry_over_columns():
    days = np.array(["2021-11-28", "2021-11-29"], "M8[D]")
    statuses = np.array(["refugee", "temporary_stay"], object)
    result = columns.eligibility("free_vaccination", legal_status=statuses, on_day=days)
    single = [statusrules.eligibility("free_vaccination", legal_status=s, on_day=d) for s, d in zip(statuses, days)]
    assert result.outcome.tolist() == [a.outcome for a in single]
    entry = columns.education_entry("higher", on_day=days, citizenship=np.array(["DE", "none"], object), law="measures")
    assert entry.outcome.tolist() == [
        statusrules.education_entry("higher", on_day=d, citizenship=c, law="measures").outcome
        for d, c in zip(days, ("DE", "none"))
    ]
    with pytest.raises(TypeError, match="does not read"):
        columns.eligibility("work", location=statuses)


def test_valid_on_and_parameters_may_vary_by_row():
    days = np.array(["2022-07-18", "2022-07-19"], "M8[D]")
    result = columns.valid_on("permanent_residence_permit", np.array(["2021-12-31"] * 2, "M8[D]"), days, location="in_russia")
    assert result.outcome.tolist() == [Outcome.YES, Outcome.NO]
    readings = np.array(["literal", "suspension", None], object)
    result = columns.extension("permanent_residence_permit", np.array(["2021-09-30"] * 3, "M8[D]"), reading=readings)
    assert result.outcome.tolist() == [Outcome.SILENT, Outcome.YES, Outcome.CONFLICT]
    known = np.array(["2021-11-28", "2021-11-29"], "M8[D]")
    result = columns.extension("permanent_residence_permit", np.array(["2021-12-31"] * 2, "M8[D]"), known_on=known)
    assert result.outcome.tolist() == [Outcome.SILENT, Outcome.YES]


def test_yes_no_columns():
    given = [True, False, None]
    singles = [extension("temporary_stay", "2022-03-01", citizenship="UA", law="measures", known_on="2022-09-01",
                         location="in_russia", identified=value).outcome for value in given]  # fmt: skip
    assert len(set(singles)) == 3
    days = ["2022-03-01"] * 3
    for column in (np.array(given, object), pd.Series(given, dtype="boolean"), pl.Series(given), pa.array(given),
                   np.ma.array([True, False, False], mask=[0, 0, 1]), Capsule(pa.array(given), False)):  # fmt: skip
        result = columns.extension("temporary_stay", np.array(days, "M8[D]"), citizenship="UA", law="measures",
                                   known_on="2022-09-01", location="in_russia", identified=column, out={
                                       "outcome": (out := np.empty(3, np.int8))})  # fmt: skip
        assert out.tolist() == singles and result.outcome is out


def test_every_answer_of_the_digests(vectors_dir):
    """All answers about a term, as every language counts them: tests/vectors/README.md."""
    citizenships = ["AM", "AZ", "BY", "CN", "FI", "GB", "GR", "KG", "UA", "US", "none"]
    days = np.arange("2019-01-01", "2024-01-01", dtype="M8[D]")
    n = len(days)
    last_day = np.tile(days.astype(np.int32), len(citizenships) * 6)
    reading = np.tile(np.repeat(np.array([1, 2, 3], np.int8), n), len(citizenships) * 2)
    location = np.tile(np.repeat(np.array([1, 2], np.int8), 3 * n), len(citizenships))
    codes = np.array([statusrules._flat.fact_number(5, state) for state in citizenships], np.int32)
    citizenship = np.repeat(codes, 6 * n)
    out = {"outcome": np.empty(len(last_day), np.int32), "day": np.empty(len(last_day), np.int32)}
    lines = (vectors_dir / "digests.txt").read_text().splitlines()[1:]
    assert len(lines) >= 32
    for line in lines:
        law, edition, term, digest = line.split("\t")
        columns.extension(
            term, last_day, location=location, citizenship=citizenship, reading=reading, issued_on="2018-05-01",
            residence_state="none", settled_on="none", identified=True, legal_status="temporary_residence",
            highly_qualified=False, state_programme=False, law=law, edition=int(edition), out=out,
        )  # fmt: skip
        both = np.stack([out["outcome"], out["day"]], axis=1).astype("<i4")
        assert f"{zlib.crc32(both.tobytes()):08x}" == digest, line


def test_threads_run_at_once_and_agree():
    days = np.tile(np.arange("2019-01-01", "2023-01-01", dtype="M8[D]"), 500)
    alone = columns.extension("permanent_residence_permit", days, location="in_russia").day
    results = [None] * 8

    def work(i):
        for _ in range(3):
            results[i] = columns.extension("permanent_residence_permit", days, location="in_russia").day
            assert extension("permanent_residence_permit", "2021-12-31").valid_through == datetime.date(2022, 7, 18)

    threads = [threading.Thread(target=work, args=(i,)) for i in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(result, alone, equal_nan=True) for result in results)


def test_the_interpreter_is_free_while_c_works():
    """Another thread counts while a long call runs."""
    days = np.tile(np.arange("2019-01-01", "2023-01-01", dtype="M8[D]"), 300)
    counted = []
    stop = threading.Event()

    def count():
        n = 0
        while not stop.is_set():
            n += 1
            time.sleep(0)  # lets go, so that the call can come back
        counted.append(n)

    out = {"day": np.empty(len(days), "M8[D]")}
    citizenship = np.array(["UZ", "DE"], object)[np.arange(len(days)) % 2]
    codes = {"citizenship": pd.Categorical(citizenship), "law": "measures", "location": "in_russia"}
    columns.extension("temporary_stay", days[:10], **{**codes, "citizenship": codes["citizenship"][:10]})
    thread = threading.Thread(target=count)
    old = sys.getswitchinterval()
    sys.setswitchinterval(1000)  # nobody is asked to give way: only a thread that lets go lets another run
    try:
        thread.start()
        columns.extension("temporary_stay", days, **codes, out=out)
        before = len(counted)
    finally:
        stop.set()
        sys.setswitchinterval(old)
        thread.join()
    assert before == 0 and counted[0] > 1


# ---- Accessors ----


def test_accessors_are_registered_only_when_imported(tmp_path):
    program = (
        "import pandas, polars, statusrules, statusrules.columns\n"
        "assert not hasattr(pandas.DataFrame, 'statusrules') and not hasattr(polars.DataFrame, 'statusrules')\n"
        "import statusrules.pandas\n"
        "assert hasattr(pandas.DataFrame, 'statusrules') and not hasattr(polars.DataFrame, 'statusrules')\n"
        "import statusrules.polars\n"
        "assert hasattr(polars.DataFrame, 'statusrules')\n"
    )
    subprocess.run([sys.executable, "-c", program], cwd=tmp_path, check=True)


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_accessors_say_what_the_functions_say(library):
    importlib.import_module(f"statusrules.{library}")
    days = [datetime.date(2021, 12, 31), datetime.date(2022, 2, 1), None]
    data = {"person": ["a", "b", "c"], "term": ["visa", "permanent_residence_permit", "patent"], "last_day": days,
            "on_day": days, "level": ["higher", "general", "other"], "location": ["in_russia"] * 3}  # fmt: skip
    frame = pd.DataFrame(data).astype({"last_day": "datetime64[s]", "on_day": "datetime64[s]"}) if library == "pandas" else pl.DataFrame(data)
    register, known = frame.statusrules, {"law": "measures", "known_on": "2022-05-01"}
    facts = {name: frame[name] for name in ("term", "last_day", "location")}
    same = [
        (register.extension(**known), columns.extension(**facts, **known)),
        (register.extension(location="abroad"), columns.extension(**{**facts, "location": "abroad"})),
        (register.extension(columns={"on_day": "issued_on"}), columns.extension(**facts, issued_on=frame["on_day"])),
        (register.valid_on("2022-03-01", **known), columns.valid_on(**facts, day="2022-03-01", **known)),
        (register.eligibility("vaccination", **known), columns.eligibility("vaccination", location=frame["location"], on_day=frame["on_day"], **known)),
        (register.education_entry(**known), columns.education_entry(level=frame["level"], on_day=frame["on_day"], **known)),
    ]
    for one, other in same:
        assert one.equals(other)
    assert not same[0][0].equals(same[1][0])
    sides = {"before": {"law": "statement"}, "after": {"law": "measures"}}
    assert register.impact(**sides, facts={"citizenship": "TJ"}) == columns.impact({**facts, "citizenship": "TJ"}, **sides)
    with pytest.raises(TypeError, match="no column expires; there are person"):
        register.extension(columns={"expires": "last_day"})
    with pytest.raises(TypeError, match="does not read age"):
        register.extension(columns={"person": "age"})
