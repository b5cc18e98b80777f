"""The ways in Python of the table, each in a process of its own: our columns, and what one would write instead.

    python ways.py WAY FOLDER THREADS SECONDS

FOLDER holds the register (`table.py` makes it): terms.i8 and last_days.i32 for those that work on arrays,
register.parquet for those that read tables. Repeats for some seconds, and writes the answers to days.i32,
or their totals to totals.json where rows have no order; prints the nanoseconds of each round.
"""

import concurrent.futures
import datetime
import json
import os
import sys
import time
from pathlib import Path

import numpy as np
import statusrules
from statusrules import columns

TERMS = list(statusrules.Term)[:10]
MOST_ROUNDS = 9

# The rule, as somebody would write it who knows no other: the statement read by `fixed_day`, of documents whose holders
# are in Russia. Five documents; two windows of last days.
EXTENDED = ["residence_registration", "temporary_residence_permit", "permanent_residence_permit", "refugee_certificate",
            "temporary_asylum_certificate"]
FIRST, LAST, FIXED, PLUS = "2021-06-16", "2021-12-31", "2022-07-18", 199
NO_DAY = -2147483647  # what the library writes for none
CASE = f"""CASE WHEN term IN ({", ".join(f"'{name}'" for name in EXTENDED)})
    THEN CASE WHEN last_day BETWEEN DATE '{FIRST}' AND DATE '{LAST}' THEN DATE '{FIXED}'
              WHEN last_day > DATE '{LAST}' THEN last_day + {PLUS} END END"""

# The same asked of the library.
ASKED = {"location": "in_russia", "reading": "fixed_day"}
FIXED_FACTS = json.dumps(ASKED)

WAYS = {}


def way(name):
    def add(function):
        WAYS[name] = function
        return function

    return add


def number(day):
    return int(np.datetime64(day).astype(int))


class Register:
    def __init__(self, folder, threads):
        self.folder, self.threads = Path(folder), threads
        self.parquet = str(self.folder / "register.parquet")

    def arrays(self):
        return np.fromfile(self.folder / "terms.i8", np.int8), np.fromfile(self.folder / "last_days.i32", np.int32)

    def table(self):
        import pyarrow.parquet

        return pyarrow.parquet.read_table(self.parquet)

    def halves(self, n):
        """Slices of the rows, one for each thread."""
        return [slice(n * i // self.threads, n * (i + 1) // self.threads) for i in range(self.threads)]


def put_totals(folder, rows):
    """Writes number and sum of the days (since 1970) by document; a document without a day has no line."""
    found = {term: [int(count), int(total)] for term, count, total in rows if int(count)}
    (Path(folder) / "totals.json").write_text(json.dumps(found))


def days_of(dates):
    dates = np.asarray(dates).astype("datetime64[D]")
    return np.where(np.isnat(dates), NO_DAY, dates.astype(np.int64)).astype(np.int32)


# ---- Ours ----


def in_threads(register, n, decide):
    """Decides the rows, in one call for each thread."""
    if register.threads == 1:
        return lambda: decide(slice(0, n))
    pool = concurrent.futures.ThreadPoolExecutor(register.threads)
    return lambda: list(pool.map(decide, register.halves(n)))


@way("numbers")
def over_numbers(register):
    terms, days = register.arrays()
    out = {"day": np.empty(len(days), np.int32), "outcome": np.empty(len(days), np.int8)}

    def decide(rows):
        columns.extension(terms[rows], days[rows], **ASKED, out={name: array[rows] for name, array in out.items()})

    return in_threads(register, len(days), decide), lambda: out["day"]


@way("arrow")
def over_arrow(register):
    table = register.table()
    terms, days = (table.column(name).combine_chunks() for name in ("term", "last_day"))
    terms = terms.dictionary_encode()
    found = {}

    def decide(rows):
        n = rows.stop - rows.start
        found[rows.start] = columns.extension(terms.slice(rows.start, n), days.slice(rows.start, n), **ASKED)

    def result():
        return np.concatenate([days_of(found[start]["day"].to_numpy(zero_copy_only=False)) for start in sorted(found)])

    return in_threads(register, len(days), decide), result


# ---- What one would write instead ----


@way("numpy")
def numpy_select(register):
    terms, days = register.arrays()
    codes = [int(statusrules.Term[name.upper()]) for name in EXTENDED]
    first, last, fixed = map(number, (FIRST, LAST, FIXED))
    found = []

    def decide():
        extended = np.isin(terms, codes)
        found[:] = [np.select([extended & (days >= first) & (days <= last), extended & (days > last)],
                              [np.int32(fixed), days + PLUS], NO_DAY)]  # fmt: skip

    return decide, lambda: found[0]


@way("pandas")
def pandas_masks(register):
    import pandas as pd

    frame = register.table().to_pandas(date_as_object=False, categories=["term"])
    first, last, fixed = map(pd.Timestamp, (FIRST, LAST, FIXED))
    found = []

    def decide():
        day = pd.Series(pd.NaT, index=frame.index, dtype=frame["last_day"].dtype)
        extended = frame["term"].isin(EXTENDED)
        window = extended & frame["last_day"].between(first, last)
        later = extended & (frame["last_day"] > last)
        day[window] = fixed
        day[later] = frame["last_day"][later] + pd.Timedelta(PLUS, "D")
        found[:] = [day]

    return decide, lambda: days_of(found[0].to_numpy())


@way("polars")
def polars_when(register):
    os.environ["POLARS_MAX_THREADS"] = str(register.threads)
    import polars as pl

    frame = pl.read_parquet(register.parquet).with_columns(pl.col("term").cast(pl.Categorical))
    first, last, fixed = map(datetime.date.fromisoformat, (FIRST, LAST, FIXED))
    extended, day = pl.col("term").is_in(EXTENDED), pl.col("last_day")
    answer = (pl.when(extended & day.is_between(first, last)).then(pl.lit(fixed))
              .when(extended & (day > last)).then(day + pl.duration(days=PLUS)))  # fmt: skip
    found = []

    def decide():
        found[:] = [frame.select(answer.alias("day"))["day"]]

    return decide, lambda: days_of(found[0].to_numpy())


@way("duckdb")
def duckdb_case(register):
    import duckdb

    connection = duckdb.connect(config={"threads": register.threads})
    names = ", ".join(f"'{term}'" for term in TERMS)
    connection.execute(f"CREATE TYPE document AS ENUM ({names})")
    connection.execute(f"CREATE TABLE register AS SELECT term::document AS term, last_day FROM '{register.parquet}'")
    decided = f"SELECT term, {CASE} AS day FROM register"

    def decide():
        connection.sql(f"SELECT day FROM ({decided})").to_arrow_table()

    def totals():  # several threads give the rows in no order
        return connection.execute(f"""SELECT term, count(day), coalesce(sum(day - DATE '1970-01-01'), 0)
            FROM ({decided}) GROUP BY term""").fetchall()

    return decide, totals


@way("python_loop")
def loop(register):
    table = register.table()
    terms, days = table.column("term").to_pylist(), table.column("last_day").to_pylist()
    first, last, fixed = map(datetime.date.fromisoformat, (FIRST, LAST, FIXED))
    extended, plus = frozenset(EXTENDED), datetime.timedelta(PLUS)
    found = []

    def decide():
        found[:] = [[None if term not in extended or day < first else fixed if day <= last else day + plus
                     for term, day in zip(terms, days)]]  # fmt: skip

    return decide, lambda: days_of(np.array(found[0], "datetime64[D]"))


# ---- Spark, from Parquet into nothing ----


def spark(decided):
    """A way whose answers Spark makes: `decided` gives the register with a column day."""

    def made(register):
        from pyspark.sql import SparkSession, functions

        os.environ["PYSPARK_PYTHON"] = sys.executable
        session = (
            SparkSession.builder.master(f"local[{register.threads}]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.memory", "4g")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "65536")
            .getOrCreate()
        )
        session.sparkContext.setLogLevel("ERROR")
        found = decided(session.read.parquet(register.parquet))
        day = functions.unix_date("day")

        def totals():
            return found.groupBy("term").agg(functions.count("day"), functions.sum(day)).collect()

        return lambda: found.write.format("noop").mode("overwrite").save(), totals

    return made


SCHEMA = "term string, day date"


def read_only(table):
    """The scan alone: the limit of what follows."""
    return table.selectExpr("term", "last_day AS day")


def by_arrow(table):
    def decide(batches):
        import pyarrow as pa

        for batch in batches:
            found = columns.extension(batch.column("term").dictionary_encode(), batch.column("last_day"), **ASKED,
                                      results=["outcome", "day"])  # fmt: skip
            yield pa.RecordBatch.from_arrays([batch.column("term"), found["day"].combine_chunks()],
                                                  ["term", "day"])  # fmt: skip

    return table.mapInArrow(decide, SCHEMA)


def compiled_text(last_day):
    return statusrules.sql({"term": "term", "last_day": last_day}, "day", facts={"location": "in_russia"}, reading="fixed_day")


def by_text(table):
    # Spark's dates have no infinity.
    text = compiled_text(statusrules.SqlColumn("last_day", none="9999-12-31"))
    return table.selectExpr("term", f"{text} AS day")


def by_case(table):
    return table.selectExpr("term", f"{CASE} AS day")


def by_pandas(table):
    import pandas as pd
    from pyspark.sql import functions

    first, last, fixed = map(datetime.date.fromisoformat, (FIRST, LAST, FIXED))

    @functions.pandas_udf("date")
    def decide(term: pd.Series, last_day: pd.Series) -> pd.Series:
        days = pd.to_datetime(last_day)
        extended = term.isin(EXTENDED)
        found = pd.Series(pd.NaT, index=days.index, dtype=days.dtype)
        found[extended & days.between(pd.Timestamp(first), pd.Timestamp(last))] = pd.Timestamp(fixed)
        later = extended & (days > pd.Timestamp(last))
        found[later] = days[later] + pd.Timedelta(PLUS, "D")
        return found.dt.date

    return table.select("term", decide("term", "last_day").alias("day"))


for name, decided in {"spark_scan": read_only, "spark_arrow": by_arrow, "spark_text": by_text, "spark_case": by_case,
                      "spark_pandas": by_pandas}.items():  # fmt: skip
    WAYS[name] = spark(decided)


# ---- Running one ----


def main():
    if len(sys.argv) != 5 or sys.argv[1] not in WAYS:
        sys.exit(f"usage: ways.py WAY FOLDER THREADS SECONDS; ways: {', '.join(WAYS)}")
    name, folder, threads, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    decide, result = WAYS[name](Register(folder, threads))
    until = time.monotonic() + seconds
    for number_of_round in range(MOST_ROUNDS):
        if number_of_round and time.monotonic() > until:
            break
        start = time.perf_counter_ns()
        decide()
        print(time.perf_counter_ns() - start, flush=True)
    found = result()
    if isinstance(found, list):
        put_totals(folder, found)
    else:
        np.asarray(found, np.int32).tofile(Path(folder) / "days.i32")


if __name__ == "__main__":
    main()
