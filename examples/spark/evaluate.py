#!/usr/bin/env python3
"""Through which day each document of a register is valid, as a Spark job: reads Parquet, writes Parquet.

    spark-submit --master 'local[2]' evaluate.py REGISTER ANSWERS
    spark-submit --master 'local[2]' evaluate.py --by sql --known-on 2021-06-15 REGISTER ANSWERS

A task that fails is run again and writes the same bytes. By columns, the usual way, the answers come with provision,
error and receipt. By SQL, Spark decides with a compiled expression and needs no library on its executors; provisions
and receipts there are none, and a bad row has no outcome.
"""

import argparse
import dataclasses
import sys

import answers
import statusrules
from pyspark.sql import functions


def evaluate(register, asked, by):
    """The answers to a register, one row a document."""
    if by == "columns":
        return register.mapInArrow(answers.Decide(asked), answers.Decide.SCHEMA)
    texts = {says: statusrules.sql(answers.sql_columns(), says, **dataclasses.asdict(asked)) for says in ("outcome", "day")}
    return register.select("office", "id", *(functions.expr(text).alias(says) for says, text in texts.items()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("register", help="a folder of Parquet, with a folder in it for each office")
    parser.add_argument("answers", help="where the answers go; must not be there yet")
    parser.add_argument("--by", choices=["columns", "sql"], default="columns", help="how it decides (default: columns)")
    answers.add_options(parser)
    arguments = parser.parse_args()
    asked = answers.asked_of(parser, arguments, arguments.known_on)

    session = answers.session("evaluate a register")
    found = evaluate(session.read.parquet(arguments.register), asked, arguments.by)
    found.write.partitionBy("office").parquet(arguments.answers)
    return answers.report(session.read.parquet(arguments.answers))


if __name__ == "__main__":
    sys.exit(main())
