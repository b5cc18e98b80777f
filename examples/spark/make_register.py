#!/usr/bin/env python3
"""Writes a register of documents of invented people in Parquet, a folder for each office.

    python3 make_register.py --rows 1000000 register.parquet

The same rows, offices and seed give the same rows. Documents, states and last days are as uneven as in real registers:
few kinds and few states make most of it.
"""

import argparse
import pathlib
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from tqdm import tqdm

TERMS = {
    "stay_registration": 30,
    "migration_card": 20,
    "patent": 15,
    "temporary_stay": 10,
    "permanent_residence_permit": 8,
    "visa": 6,
    "temporary_residence_permit": 5,
    "residence_registration": 3,
    "work_permit": 2,
    "temporary_asylum_certificate": 1,
}
STATES = {"UZ": 38, "TJ": 22, "KG": 12, "UA": 8, "AM": 5, "AZ": 4, "KZ": 4, "BY": 2, "CN": 2, "VN": 1, "TR": 1, "IN": 1}
FIRST, LAST = np.datetime64("2019-06-01"), np.datetime64("2023-12-31")
ROWS_A_FILE = 2_000_000

SCHEMA = pa.schema([
    ("id", pa.int64()),
    ("term", pa.dictionary(pa.int8(), pa.string())),
    ("last_day", pa.date32()),
    ("location", pa.dictionary(pa.int8(), pa.string())),
    ("issued_on", pa.date32()),
    ("citizenship", pa.dictionary(pa.int8(), pa.string())),
])


def chosen(random, weights, n):
    """A column of texts, each as often as its weight says."""
    shares = np.array(list(weights.values()), float)
    codes = random.choice(len(weights), n, p=shares / shares.sum()).astype(np.int8)
    return pa.DictionaryArray.from_arrays(codes, list(weights))


def days(numbers, missing=None):
    return pa.array(numbers.astype("M8[D]"), pa.date32(), mask=missing)


def rows(random, first_id, n):
    """Some rows. A document in twenty has no known day of issue, a person in fifty no known place."""
    last = FIRST + random.integers(0, (LAST - FIRST).astype(int) + 1, n)
    issued = last - random.integers(30, 1800, n)
    places = random.choice(3, n, p=[0.9, 0.08, 0.02]).astype(np.int8)
    location = pa.DictionaryArray.from_arrays(pa.array(places, mask=places == 2), ["in_russia", "abroad"])
    return pa.table(
        [
            pa.array(np.arange(first_id, first_id + n)),
            chosen(random, TERMS, n),
            days(last),
            location,
            days(issued, random.random(n) < 0.05),
            chosen(random, STATES, n),
        ],
        schema=SCHEMA,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="the register; must not be there yet")
    parser.add_argument("--rows", type=int, default=1_000_000, help="how many rows (default: 1000000)")
    parser.add_argument("--offices", type=int, default=8, help="in how many folders (default: 8)")
    parser.add_argument("--seed", type=int, default=20211129, help="seed of the random choices (default: 20211129)")
    arguments = parser.parse_args()
    if arguments.rows < 1 or arguments.offices < 1:
        parser.error("--rows and --offices: a number above 0 was expected")
    if arguments.folder.exists():
        parser.error(f"{arguments.folder} is there already")

    with tqdm(total=arguments.rows, unit=" rows", unit_scale=True, disable=not sys.stderr.isatty()) as progress:
        for office in range(arguments.offices):
            first = arguments.rows * office // arguments.offices
            last = arguments.rows * (office + 1) // arguments.offices
            folder = arguments.folder / f"office={office + 1:02d}"
            folder.mkdir(parents=True)
            for number, start in enumerate(range(first, last, ROWS_A_FILE)):
                n = min(ROWS_A_FILE, last - start)
                random = np.random.default_rng([arguments.seed, start])
                pq.write_table(rows(random, start, n), folder / f"{number:04d}.parquet")
                progress.update(n)
    print(f"{arguments.rows:,} rows of {arguments.offices} offices: {arguments.folder}")


if __name__ == "__main__":
    main()
