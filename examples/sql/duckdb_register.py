#!/usr/bin/env python3
"""The functions in DuckDB: a register in a file, a Parquet file or a table is answered in chunks of Arrow columns, without a row of Python.

    python3 examples/sql/duckdb_register.py examples/data/register.csv

Needs `pip install '.[columns]' duckdb pyarrow` from the repository. Where nothing can be installed, `caseload --sql postgresql REGISTER.csv`
and `statusrules.sql` write the rules out as an expression that DuckDB reads.
"""

import functools
import inspect
import sys

import duckdb
from statusrules import columns


def add_function(connection, name, facts, question="extension", result="day", **parameters):
    """Adds a function of some facts, in their order, to a connection.

    `facts` gives each its type: ``{"term": "VARCHAR", "last_day": "DATE"}``; `result` is ``day`` or ``outcome``; `parameters` are facts and
    options that are the same for all rows, such as law, reading, known_on; and valid_on, which asks whether a document is valid on a day.
    NULL is what is not known; a row whose facts are wrong gets NULL. An end that is not fixed is 9999-12-31.
    """
    ask = {"extension": columns.extension, "education_entry": columns.education_entry}.get(question)
    if not ask:
        ask = functools.partial(columns.eligibility, question)
    if "valid_on" in parameters:
        ask = functools.partial(columns.valid_on, day=parameters.pop("valid_on"))

    def answer(*given):
        return ask(**dict(zip(facts, given)), **parameters, results=result)[result]

    # DuckDB counts the arguments of a function.
    answer.__signature__ = inspect.Signature([inspect.Parameter(fact, inspect.Parameter.POSITIONAL_ONLY) for fact in facts])
    connection.create_function(name, answer, list(facts.values()), "DATE" if result == "day" else "VARCHAR", type="arrow", null_handling="special")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    connection = duckdb.connect()
    facts = {"term": "VARCHAR", "last_day": "DATE", "location": "VARCHAR"}
    add_function(connection, "valid_through", facts)
    add_function(connection, "on_18_july_2022", facts, result="outcome", valid_on="2022-07-18")
    connection.read_csv(sys.argv[1], sep=",", quotechar='"', header=True, all_varchar=True, ignore_errors=True).create_view("register")
    print(connection.sql("""
        SELECT term, count(*) AS documents, count(valid_through(term, last_day, location)) AS extended,
               max(valid_through(term, last_day, location)) AS latest,
               count(*) FILTER (WHERE on_18_july_2022(term, last_day, location) = 'yes') AS valid_on_18_july_2022
        FROM (SELECT term, try_cast(last_day AS DATE) AS last_day, location FROM register) AS documents GROUP BY ALL ORDER BY documents DESC LIMIT 10"""))


if __name__ == "__main__":
    main()
