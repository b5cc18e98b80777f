"""A register from file to file, batch by batch: CSV or Parquet, with pyarrow."""

from __future__ import annotations

import argparse
import collections
import concurrent.futures
import csv
import dataclasses
import datetime
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow
import pyarrow.csv
import pyarrow.parquet

from . import columns
from ._cli import Refused, answer_of, value_of_text
from ._columns import RESULTS
from ._numbers import Parameters
from ._values import KINDS, Fact, Kind, Outcome, Question
from .errors import StatusRulesError

_BATCH = 1 << 18


def _is_parquet(name: str) -> bool:
    return Path(name).suffix.lower() in (".parquet", ".pq")


class _Source:
    """Batches of a file, and how far it has been read. A line of CSV with another number of cells than the header is
    left out and kept in ``broken``."""

    def __init__(self, name: str) -> None:
        self.broken: list[Any] = []
        if _is_parquet(name):
            try:
                self.file = pyarrow.parquet.ParquetFile(name)
            except pyarrow.ArrowInvalid as error:
                raise Refused(f"{name}: {error}") from None
            self.schema = self.file.schema_arrow
            self.total, self.unit = self.file.metadata.num_rows, "rows"
            self.raw = None
        else:
            self.raw = pyarrow.OSFile(name)
            self.total, self.unit = self.raw.size(), "B"
            with open(name, encoding="utf-8-sig", newline="") as file:
                header = next(csv.reader(file), [])
            if len(set(header)) != len(header):
                raise Refused(f"{name}: a column of the header stands there twice")
            convert = pyarrow.csv.ConvertOptions(
                column_types={column: pyarrow.string() for column in header}, strings_can_be_null=True, null_values=[""]
            )
            read = pyarrow.csv.ReadOptions(block_size=1 << 23, use_threads=False)
            parse = pyarrow.csv.ParseOptions(newlines_in_values=True, invalid_row_handler=self._keep)
            try:
                self.file = pyarrow.csv.open_csv(self.raw, read, parse, convert)
            except pyarrow.ArrowInvalid as error:
                raise Refused(f"{name}: {error}") from None
            self.schema = self.file.schema

    def _keep(self, row: Any) -> str:
        self.broken.append(row)
        return "skip"

    def broken_rows(self) -> list[int]:
        """The numbers of the rows left out; the row after the header is 1."""
        return [row.number - 1 for row in self.broken]

    def batches(self) -> Iterator[tuple[Any, int]]:
        if self.raw is None:
            for batch in self.file.iter_batches(_BATCH):
                yield batch, batch.num_rows
            return
        done = 0
        while True:
            try:
                batch = self.file.read_next_batch()
            except StopIteration:
                return
            except pyarrow.ArrowInvalid as error:
                raise Refused(f"the CSV cannot be read: {error}") from None
            at = self.raw.tell()
            yield batch, at - done
            done = at


def _writer(name: str, schema: Any) -> Any:
    try:
        if _is_parquet(name):
            return pyarrow.parquet.ParquetWriter(name, schema)
        options = pyarrow.csv.WriteOptions(quoting_style="needed")
        return pyarrow.csv.CSVWriter(name, schema, write_options=options)
    except OSError as error:
        # Arrow does not say which file it is.
        raise Refused(f"{name}: {error if error.errno is None else os.strerror(error.errno)}") from None


class _Target:
    """Where the register goes with its answers: nowhere, CSV or Parquet. One batch is written while the next is decided."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.writer: Any = None
        self.thread = concurrent.futures.ThreadPoolExecutor(1)
        self.writing: concurrent.futures.Future[None] | None = None

    def write(self, batch: Any) -> None:
        if self.name is None:
            return
        self._wait()
        self.writer = self.writer or _writer(self.name, batch.schema)
        self.writing = self.thread.submit(self.writer.write, batch)

    def _wait(self) -> None:
        writing, self.writing = self.writing, None
        if writing is not None:
            writing.result()

    def close(self) -> None:
        try:
            self._wait()
        finally:
            self.thread.shutdown()
            if self.writer is not None:
                self.writer.close()


def _bar(source: _Source, quiet: bool) -> Any:
    try:
        from tqdm import tqdm
    except ImportError:
        return None
    # Where nobody looks, nothing is drawn.
    return tqdm(total=source.total, unit=source.unit, unit_scale=True, disable=True if quiet else None, desc="answering")


def run(
    given: argparse.Namespace,
    question: Question,
    names: dict[str, str],
    parameters: dict[str, Any],
    fact_of: Callable[[str], Fact],
) -> int:
    source = _Source(given.file)
    results = given.results.split(",")
    for name in results:
        if name not in RESULTS:
            raise Refused(f"--results: no such result: {name!r}; allowed: {', '.join(RESULTS)}")
    facts = _columns_of(source.schema, names, fact_of)
    taken = [name for name in results if name in source.schema.names]
    if taken:
        raise Refused(f"{given.file} has a column {taken[0]} already; leave it out of --results")
    target = _Target(given.output)
    rejects = open(given.rejects, "w", encoding="utf-8", newline="") if given.rejects else None
    summary = _Summary()
    bar = _bar(source, given.quiet)
    try:
        reject = csv.writer(rejects, lineterminator="\n") if rejects else None
        if reject:
            reject.writerow(("row", "error", "reason"))
        for batch, step in source.batches():
            table = _answered(batch, question, facts, parameters, given, results, summary, source.broken_rows(), reject)
            target.write(table)
            if bar is not None:
                bar.update(step)
        summary.add_broken(len(source.broken))
        for row in source.broken:
            if reject is None:
                break
            reason = f"{row.actual_columns} cells, the header has {row.expected_columns}: {row.text}"
            reject.writerow((row.number - 1, "cells", reason))
        if summary.rows == 0:
            raise Refused(f"{given.file}: there are no rows")
    finally:
        if bar is not None:
            bar.close()
        target.close()
        if rejects:
            rejects.close()
    if not given.quiet:
        print(summary.text(given.lang))
    return 1 if summary.bad else 0


def run_impact(
    given: argparse.Namespace,
    question: Question,
    names: dict[str, str],
    parameters: dict[str, Any],
    other: Parameters,
    fact_of: Callable[[str], Fact],
) -> int:
    """Counts what is answered otherwise if one parameter is another, and writes no answers."""
    source = _Source(given.file)
    facts = _columns_of(source.schema, names, fact_of)
    call = {**parameters, "question": question, "day": given.valid_on, "zone": given.zone}
    bar = _bar(source, given.quiet)
    total: Any = 0
    try:
        for batch, step in source.batches():
            total += columns.impact(_arrays(batch, facts), before={}, after=other, **call)
            if bar is not None:
                bar.update(step)
    finally:
        if bar is not None:
            bar.close()
    if total == 0 or total.rows + len(source.broken) == 0:
        raise Refused(f"{given.file}: there are no rows")
    total = dataclasses.replace(
        total, rows=total.rows + len(source.broken), bad_rows=total.bad_rows + len(source.broken)
    )
    print(total.to_json(indent=2) if given.json else total.table(given.lang))
    return 1 if total.bad_rows else 0


def _columns_of(schema: Any, names: dict[str, str], fact_of: Callable[[str], Fact]) -> dict[str, str]:
    """Column -> fact: those that --map names, and those that are named like a fact of the question."""
    for column in names:
        if column not in schema.names:
            raise Refused(f"--map {column}: there is no such column; there are: {', '.join(schema.names)}")
    found: dict[str, str] = {}
    for column in schema.names:
        if column in names:
            found[column] = str(fact_of(names[column]))
        elif column.upper() in Fact.__members__:
            try:
                found[column] = str(fact_of(column))
            except Refused:
                continue
    if len(set(found.values())) != len(found):
        raise Refused("two columns give the same fact")
    if not found:
        raise Refused(f"no column is named like a fact; there are: {', '.join(schema.names)}; see --map")
    return found


def _answered(
    batch: Any,
    question: Question,
    facts: dict[str, str],
    parameters: dict[str, Any],
    given: argparse.Namespace,
    results: list[str],
    summary: _Summary,
    broken: list[int],
    reject: Any,
) -> Any:
    arrays = _arrays(batch, facts)
    wanted = list(dict.fromkeys([*results, "outcome", "day", "error"]))
    call: dict[str, Any] = {**parameters, "results": wanted, "zone": given.zone}
    if question is Question.EXTENSION:
        arrays = {"term": None, "last_day": None, **arrays}
        table = (columns.extension(**arrays, **call) if given.valid_on is None
                 else columns.valid_on(**arrays, day=given.valid_on, **call))  # fmt: skip
    else:
        table = columns.eligibility(question, **arrays, **call)
    if isinstance(table, columns.Results):  # every column was of numbers
        from ._columns import Reader, _to_pyarrow

        table = _to_pyarrow(_as_days(dict(table)), table.bad_rows, Reader(None), _law(parameters["law"]))
    if reject:
        _write_rejects(batch, table, question, facts, parameters, given.valid_on, summary.rows, broken, reject)
    summary.add(table)
    added = [table.column(name).cast(pyarrow.string()) if pyarrow.types.is_dictionary(table.column(name).type)
             else table.column(name) for name in results]  # fmt: skip
    whole = pyarrow.table([*batch.columns, *added], [*batch.schema.names, *results])
    return whole.combine_chunks().to_batches()[0] if whole.num_rows else batch


def _law(law: Any) -> int:
    from ._convert import law_number

    return law_number(law)


def _as_days(arrays: dict[str, Any]) -> dict[str, Any]:
    for name in ("day", "earliest", "latest", "same_from", "same_until"):
        if name in arrays and arrays[name].dtype.kind == "M":
            days = arrays[name].astype("datetime64[D]")
            arrays[name] = np.where(np.isnat(days), columns.NO_DAY, days.astype(np.int64)).astype(np.int32)
    return arrays


def _arrays(batch: Any, facts: dict[str, str]) -> dict[str, Any]:
    return {fact: _array(batch.column(column), Fact[fact.upper()]) for column, fact in facts.items()}


def _array(column: Any, fact: Fact) -> Any:
    if KINDS[fact] is not Kind.NUMBER or not pyarrow.types.is_string(column.type):
        return column
    encoded = column.dictionary_encode()
    numbers: list[Any] = []
    for text in encoded.dictionary.to_pylist():
        try:
            numbers.append(value_of_text(fact, text))
        except TypeError:
            numbers.append(text)
    table = np.array([*numbers, None], dtype=object)
    return table[np.asarray(encoded.indices.fill_null(len(numbers)))]


def _write_rejects(
    batch: Any,
    table: Any,
    question: Question,
    facts: dict[str, str],
    parameters: dict[str, Any],
    day: str | None,
    before: int,
    broken: list[int],
    reject: Any,
) -> None:
    errors = table.column("error").to_pylist()
    for i in (i for i, error in enumerate(errors) if error is not None):
        case = {fact: batch.column(column)[i].as_py() for column, fact in facts.items()}
        reason = ""
        try:
            answer_of(question, {f: value_of_text(Fact[f.upper()], v) if isinstance(v, str) else v
                                 for f, v in case.items()}, parameters, day)  # fmt: skip
        except (StatusRulesError, TypeError) as error:
            reason = str(error)
        row = before + i + 1
        for number in broken:
            row += number <= row
        reject.writerow((row, errors[i], reason))


class _Summary:
    """How many rows got which outcome, and the day on which most documents end."""

    def __init__(self) -> None:
        self.rows = 0
        self.bad = 0
        self.outcomes: collections.Counter[str] = collections.Counter()
        self.days: collections.Counter[datetime.date] = collections.Counter()

    def add(self, table: Any) -> None:
        self.rows += table.num_rows
        self.bad += table.num_rows - table.column("error").null_count
        for counter, name in ((self.outcomes, "outcome"), (self.days, "day")):
            for one in table.column(name).value_counts().to_pylist():
                if one["values"] is not None:
                    counter[one["values"]] += one["counts"]

    def add_broken(self, n: int) -> None:
        self.rows += n
        self.bad += n

    def text(self, language: Any) -> str:
        russian = language == "ru"
        lines = [(outcome.label(language), self.outcomes[str(outcome)]) for outcome in Outcome if self.outcomes[str(outcome)]]
        lines.append(("строки с ошибкой" if russian else "rows with an error", self.bad))
        lines.append(("всего" if russian else "rows", self.rows))
        width = max(len(label) for label, _ in lines)
        text = "\n".join(f"{label:<{width}}  {n:>12,}  {n / self.rows:>6.1%}" for label, n in lines)
        if self.days:
            day, n = self.days.most_common(1)[0]
            said = "чаще всего последний день" if russian else "the last valid day of most"
            text += f"\n{said}: {'—' if day == columns.NO_END else day} ({n:,})"
        return text


