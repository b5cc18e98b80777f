"""What both jobs share: what is asked, how rows are decided by columns or by SQL, and what is told at the end."""

import dataclasses
import pathlib

import pyarrow as pa
import statusrules
from pyspark.sql import SparkSession, functions
from statusrules import columns

FACTS = ["term", "last_day", "location", "issued_on", "citizenship"]
OUTCOMES = [str(outcome) for outcome in statusrules.Outcome]
# Spark has no `infinity`: in the answers, an end that is not fixed is the last day of the calendar.
NO_END = "9999-12-31"


@dataclasses.dataclass(frozen=True)
class Asked:
    """The parameters of a question. The edition is that of the library when the job starts, so that a task that runs again asks
    the same; without `known_on` all counts that this edition holds, without `reading` all three must agree.
    """

    law: str
    edition: int
    known_on: str | None
    reading: str | None


def add_options(parser, known_on=True):
    parser.add_argument("--law", default="measures", choices=statusrules.laws(),
                        help="whose provisions decide (default: measures)")
    if known_on:
        parser.add_argument("--known-on", metavar="DAY", help="only what had been published by the end of that day")
    parser.add_argument("--reading", choices=[str(reading) for reading in statusrules.Reading],
                        help="one reading of an ambiguous text; default: all three, which must agree")


def asked_of(parser, arguments, known_on):
    """The question of the command line; a wrong day is told before anything starts."""
    asked = Asked(arguments.law, statusrules.law(arguments.law).edition, known_on, arguments.reading)
    try:
        statusrules.extension("visa", "2021-12-31", **dataclasses.asdict(asked))
    except (ValueError, TypeError, statusrules.StatusRulesError) as error:
        parser.error(str(error))
    return asked


def session(name):
    """A session on two cores, unless spark-submit says otherwise."""
    builder = SparkSession.builder.appName(name)
    found = (
        builder.config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")  # office 07 is a name
        .config("spark.sql.ansi.enabled", "true")
        .config("spark.sql.ansi.doubleQuotedIdentifiers", "true")  # names in the compiled text are quoted so
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", "65536")
        .getOrCreate()
    )
    found.sparkContext.addPyFile(str(pathlib.Path(__file__).resolve()))
    return found


def decided(batch, asked, results):
    """The results for the rows of a batch, as a table."""
    known = {name: batch.column(name) for name in FACTS}
    for name, column in known.items():
        if pa.types.is_string(column.type):
            known[name] = column.dictionary_encode()
    term, last_day = known.pop("term"), known.pop("last_day")
    return columns.extension(term, last_day, **known, **dataclasses.asdict(asked), results=results)


class Decide:
    """A function for mapInArrow: office and id with outcome, day, provision, error and receipt."""

    SCHEMA = "office string, id long, outcome string, day date, provision string, error string, receipt binary"

    def __init__(self, asked):
        self.asked = asked

    def __call__(self, batches):
        for batch in batches:
            found = decided(batch, self.asked, ["outcome", "day", "provision", "error", "receipt"])
            yield from with_keys(batch, found.columns, found.column_names)


TYPES = {"office": pa.string(), "id": pa.int64(), "day": pa.date32(), "receipt": pa.binary()}


def with_keys(batch, found, names):
    """Record batches of the keys of a batch and what was found for its rows, in the types that Spark reads."""
    names = ["office", "id", *names]
    arrays = [batch.column("office"), batch.column("id"), *found]
    table = pa.table(arrays, names)
    types = [TYPES.get(name.removesuffix("_before"), pa.string()) for name in names]
    return table.cast(pa.schema(list(zip(names, types)))).to_batches()


def sql_columns():
    """The columns of the register for the compiled text, in the dialect that Spark reads."""
    return {fact: statusrules.SqlColumn(fact, none=NO_END if fact == "last_day" else None) for fact in FACTS}


def told(counts):
    """What happened, on one line."""
    return ", ".join(f"{n:,} {outcome}" for outcome, n in counts)


def report(found):
    """Prints how many rows have which outcome; the exit status is 1 if some were wrong."""
    counts = dict(found.groupBy("outcome").agg(functions.count("*")).collect())
    wrong = counts.pop(None, 0)
    rows = sum(counts.values()) + wrong
    outcomes = told((outcome, counts[outcome]) for outcome in OUTCOMES if outcome in counts)
    print(f"{rows:,} rows: {outcomes}; bad rows: {wrong:,}")
    return 1 if wrong else 0
