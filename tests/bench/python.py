"""The Python package against what one would write instead: the same rule, equal answers first, then speed.

python tests/bench/python.py [--rows N]     with statusrules, numpy, pandas, polars and duckdb installed
"""

import argparse
import datetime
import time

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import statusrules
from statusrules import _flat, columns

def best(call, times=5):
    found = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        call()
        found = min(found, time.perf_counter() - start)
    return found


def scalar(n=50_000):
    term, day = statusrules.Term.PERMANENT_RESIDENCE_PERMIT, datetime.date(2021, 12, 31)
    place, literal = statusrules.Location.IN_RUSSIA, statusrules.Reading.LITERAL

    def face():
        for _ in range(n):
            statusrules.extension(term, day, location=place, reading=literal)

    def flat():
        for _ in range(n):
            _flat.flat_extension(0, 7, 18992, 1, 5, 19000, 1)

    def nothing():
        for _ in range(n):
            pass

    empty = best(nothing)
    print(f"scalar: face with dates and a full Answer {(best(face, 9) - empty) / n * 1e9:.0f} ns, "
          f"flat call {(best(flat, 9) - empty) / n * 1e9:.0f} ns")  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=10_000_000)
    n = parser.parse_args().rows
    scalar()

    random = np.random.default_rng(7)
    names = ["temporary_stay", "visa", "temporary_residence_permit", "permanent_residence_permit", "residence_registration"]
    codes = random.integers(0, len(names), n).astype(np.int8)
    days = random.integers(18262, 19358, n).astype(np.int32)
    dates = days.astype("M8[D]")
    terms = np.array([int(statusrules.Term[name.upper()]) for name in names], np.int8)[codes]
    fixed = {"location": "in_russia", "reading": "fixed_day"}
    out = {"day": np.empty(n, np.int32), "outcome": np.empty(n, np.int8)}
    columns.extension(terms, days, **fixed, out=out)
    ours = best(lambda: columns.extension(terms, days, **fixed, out=out))

    # The C call alone, on columns that are ready.
    import array
    import struct

    from statusrules._columns import Column, output
    from statusrules._values import UNKNOWN

    ins = [Column(1, terms), Column(2, days), Column(3, one_value=1)]
    places = array.array("q", [p for c in ins for p in c.places()])
    results = array.array("q", [p for name, v in out.items() for p in output(name, v).places()])
    options = struct.pack("=7i", 28, UNKNOWN, UNKNOWN, 3, 0, UNKNOWN, 1)
    c_call = best(lambda: _flat.flat_columns(0, 1, places, results, n, options, 1))
    out64 = {"day": np.empty(n, "M8[D]"), "outcome": np.empty(n, np.int8)}
    ours64 = best(lambda: columns.extension(terms, dates, **fixed, out=out64))

    # The same rule by hand: windows of last days in which the answer is one day, or as many days later, read off the
    # library's answers so that all answer the same.
    sample = columns.extension(terms[:200_000], dates[:200_000], **fixed)
    windows = {}
    for term in np.unique(terms):
        mine = (terms[:200_000] == term) & (sample.outcome == 1)
        gains = sorted({(int(d), int(g)) for d, g in zip(days[:200_000][mine], sample.day[mine].astype(np.int64))})
        windows[int(term)] = gains
    conditions, choices = [], []
    for term, gains in windows.items():
        runs = []
        for day, got in gains:
            same = runs and day == runs[-1][1] + 1 and (got == runs[-1][2] if runs[-1][3] is None or got == runs[-1][2] else False)
            moved = runs and day == runs[-1][1] + 1 and got - day == runs[-1][2] - runs[-1][0] and not same
            if same and runs[-1][3] in (None, "fixed"):
                runs[-1][1], runs[-1][3] = day, "fixed"
            elif moved and runs[-1][3] in (None, "plus"):
                runs[-1][1], runs[-1][3] = day, "plus"
            else:
                runs.append([day, day, got, None])
        conditions += [(term, *run) for run in runs]
    print(f"rule: {len(conditions)} windows over {len(windows)} documents")

    def by_select():
        return np.select(
            [(terms == t) & (days >= a) & (days <= b) for t, a, b, _, _ in conditions],
            [days + (g - a) if kind == "plus" else np.int32(g) for _, a, _, g, kind in conditions], columns.NO_DAY)  # fmt: skip

    frame = pd.DataFrame({"term": pd.Categorical.from_codes(codes, names), "day": dates.astype("M8[s]")})
    labels = {int(statusrules.Term[name.upper()]): name for name in names}

    def by_masks():
        result = pd.Series(pd.NaT, index=frame.index, dtype="M8[s]")
        for t, a, b, g, kind in conditions:
            mask = ((frame["term"] == labels[t]) & (frame["day"] >= pd.Timestamp(a, unit="D"))
                    & (frame["day"] <= pd.Timestamp(b, unit="D")))  # fmt: skip
            result.loc[mask] = frame.loc[mask, "day"] + pd.Timedelta(g - a, "D") if kind == "plus" else pd.Timestamp(g, unit="D")
        return result

    polars = pl.DataFrame({"term": terms, "day": days})

    def by_when():
        chain = None
        for t, a, b, g, kind in conditions:
            test = (pl.col("term") == t) & pl.col("day").is_between(a, b)
            value = pl.col("day") + (g - a) if kind == "plus" else pl.lit(g, pl.Int32)
            chain = (pl if chain is None else chain).when(test).then(value)
        return polars.select(chain.otherwise(columns.NO_DAY).alias("day"))

    connection = duckdb.connect()
    connection.register("register", polars.to_arrow())
    connection.execute("CREATE TABLE t AS SELECT * FROM register")
    case = " ".join(f"WHEN term = {t} AND day BETWEEN {a} AND {b} THEN {f'day + {g - a}' if kind == 'plus' else g}"
                    for t, a, b, g, kind in conditions)  # fmt: skip

    def by_case():
        return connection.sql(f"SELECT CASE {case} ELSE {columns.NO_DAY} END AS day FROM t").to_arrow_table()

    few = min(n, 300_000)
    listed = list(zip(terms[:few].tolist(), dates[:few].tolist()))
    by_term = {}
    epoch = datetime.date(1970, 1, 1)
    for t, a, b, g, kind in conditions:
        day = lambda number: epoch + datetime.timedelta(number)  # noqa: E731
        by_term.setdefault(t, []).append((day(a), day(b), day(g), g - a if kind == "plus" else None))

    def by_loop():
        result = []
        for term, last in listed:
            found = None
            for first, end, given, plus in by_term.get(term, ()):
                if first <= last <= end:
                    found = last + datetime.timedelta(plus) if plus is not None else given
                    break
            result.append(found)
        return result

    # Equal answers first.
    assert np.array_equal(by_select(), out["day"])
    assert np.array_equal(by_masks().to_numpy().astype("M8[D]"), out64["day"], equal_nan=True)
    assert np.array_equal(by_when()["day"].to_numpy(), out["day"])
    assert np.array_equal(by_case()["day"].to_numpy(), out["day"])
    assert by_loop() == out64["day"][:few].tolist()
    ns = 1e9 / n
    print(f"columns, int8 and int32, out=: {ours * ns:.2f} ns a row; the C call {c_call * ns:.2f}: {ours / c_call:.2f} times")
    print(f"columns, datetime64[D], out=: {ours64 * ns:.2f} ns a row")
    for name, call, base in (("np.select", by_select, ours), ("pandas masks", by_masks, ours64),
                             ("Polars when/then", by_when, ours), ("DuckDB CASE", by_case, ours)):  # fmt: skip
        took = best(call, 2)
        print(f"{name}: {took * ns:.1f} ns a row, {took / base:.0f} times")
    took = best(by_loop, 2) / few * 1e9
    print(f"datetime loop: {took:.0f} ns a row, {took / (ours64 * ns):.0f} times")


if __name__ == "__main__":
    main()
