#!/usr/bin/env python3
"""What a decree changes in a register, as a Spark job: only the rows that it can touch are answered again.

    spark-submit --master 'local[2]' recompute.py --before 2020-12-16 --after 2020-12-17 REGISTER CHANGES

The condition of the rows that can change is compiled from the law, and goes down into the reading of Parquet. These rows
are answered as the law was known before and after; those that changed are written, with their new receipts. The counts
are merged from what was written, so a task that ran twice counts once.
"""

import argparse
import dataclasses
import sys

import answers
import pyarrow.compute as pc
import statusrules
from pyspark.sql import functions


class Recompute:
    """A function for mapInArrow: the rows of each batch that changed, with both answers, and those that are wrong."""

    SCHEMA = ("office string, id long, outcome_before string, day_before date, provision_before string, outcome string, "
              "day date, provision string, error string, receipt binary")

    def __init__(self, before, after):
        self.before, self.after = before, after

    def __call__(self, batches):
        for batch in batches:
            before = answers.decided(batch, self.before, ["outcome", "day", "provision"])
            after = answers.decided(batch, self.after, ["outcome", "day", "provision", "error", "receipt"])
            names = [name + "_before" for name in before.column_names] + after.column_names
            for found in answers.with_keys(batch, [*before.columns, *after.columns], names):
                same = pc.and_(*(self.equal(found[name + "_before"], found[name]) for name in ("outcome", "day")))
                yield found.filter(pc.or_(pc.invert(same), pc.is_valid(found["error"])))

    @staticmethod
    def equal(one, other):
        both_missing = pc.and_(pc.is_null(one), pc.is_null(other))
        return pc.or_(both_missing, pc.fill_null(pc.equal(one, other), False))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("register", help="a folder of Parquet, with a folder in it for each office")
    parser.add_argument("changes", help="where the changed answers go; must not be there yet")
    parser.add_argument("--before", metavar="DAY", required=True, help="the law as known on that day")
    parser.add_argument("--after", metavar="DAY", required=True, help="against the law as known on that day")
    answers.add_options(parser, known_on=False)
    arguments = parser.parse_args()
    sides = [answers.asked_of(parser, arguments, day) for day in (arguments.before, arguments.after)]
    before, after = (dataclasses.asdict(side) for side in sides)
    condition = statusrules.impact_sql(answers.sql_columns(), before=before, after=after)

    session = answers.session("recompute what changed")
    register = session.read.parquet(arguments.register)
    touched = register.where(functions.expr(condition))
    touched.mapInArrow(Recompute(*sides), Recompute.SCHEMA).write.partitionBy("office").parquet(arguments.changes)

    changes = session.read.schema(Recompute.SCHEMA).parquet(arguments.changes)
    wrong = changes.where("error IS NOT NULL").count()
    by_transition = (
        changes.where("error IS NULL")
        .groupBy(changes.outcome_before.alias("before"), changes.outcome.alias("after"),
                 functions.when(changes.day > changes.day_before, "later")
                 .when(changes.day < changes.day_before, "earlier").alias("day moved"))
        .agg(functions.count("*").alias("rows"), functions.min("day_before").alias("first day before"),
             functions.max("day_before").alias("last day before"), functions.min("day").alias("first day after"),
             functions.max("day").alias("last day after"))
        .orderBy("before", "after", "day moved")
    )
    rows = register.count()
    by_transition.show(truncate=False)
    changed = changes.count() - wrong
    print(f"{rows:,} rows: {touched.count():,} answered again, {changed:,} changed, {rows - changed - wrong:,} did not; "
          f"bad rows among those answered again: {wrong:,}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
