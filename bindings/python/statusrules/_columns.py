"""Columns of every kind as the library takes them, and its results as the caller's kind. The rows stay where they are."""

from __future__ import annotations

import array
import dataclasses
import datetime
import enum
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import numpy as np

from . import _arrow, _flat
from ._convert import number_of, law_number
from ._values import (
    ARGUMENT_DAY,
    ARGUMENT_EDITION,
    ARGUMENT_KNOWN_ON,
    ARGUMENT_READING,
    ARGUMENT_STRICT,
    KINDS,
    NAMES_RESULT,
    NOT_A_DAY,
    UNKNOWN,
    Fact,
    Kind,
    Outcome,
    Special,
    is_day,
    name_of_field,
)
from .errors import StatusRulesError

NO_END: Final = datetime.date(9999, 12, 31)
NO_DAY: Final = NOT_A_DAY

_TYPES: Final = {1: 1, 2: 2, 4: 3, 8: 4, 40: 5}
_TICKS: Final = {"D": 0, "h": 24, "m": 1440, "s": 86400, "ms": 86400 * 10**3, "us": 86400 * 10**6, "ns": 86400 * 10**9}
_NAT: Final = -(2**63)
_VALID_ALL, _VALID_BITS, _VALID_BYTES_PRESENT, _VALID_BYTES_MISSING = range(4)
# What a text that names nothing becomes: a value that its row is refused for.
_NO_VALUE: Final = -2

RESULTS: Final = {
    _flat.flat_name(NAMES_RESULT, number, 0): number
    for number in (_flat.flat_code_at(NAMES_RESULT, i) for i in range(_flat.flat_count(NAMES_RESULT)))
}
_DAYS: Final = ("day", "earliest", "latest", "same_from", "same_until")
_PROVISIONS: Final = ("provision", "note")
_WIDTHS: Final = {"receipt": np.dtype("V40"), "outcome": np.int8, "error": np.int8, "possible": np.int8, "missing": np.int64, "assumed": np.int64}


@dataclasses.dataclass(slots=True)
class Column:
    """A column as the library takes it."""

    field: int
    values: Any = None
    one_value: int | None = None
    valid_form: int = _VALID_ALL
    valid: int = 0
    valid_offset: int = 0
    ticks: int = 0
    null_value: int | None = None
    no_end_value: int | None = None
    codes: Any = None
    owner: Any = None
    """What keeps the memory where the addresses point."""

    def places(self) -> tuple[int, ...]:
        values = self.values
        return (
            self.field,
            _TYPES[values.dtype.itemsize if values is not None else 4],
            self.valid_form,
            _address(values) if values is not None else 0,
            self.one_value or 0,
            self.valid,
            self.valid_offset,
            self.ticks,
            self.null_value or 0,
            self.no_end_value or 0,
            self.null_value is not None,
            self.no_end_value is not None,
            self.one_value is not None,
            _address(self.codes) if self.codes is not None else 0,
            len(self.codes) if self.codes is not None else 0,
        )


def _address(values: Any) -> int:
    address: int = values.__array_interface__["data"][0]
    return address


class Results(Mapping[str, Any]):
    """Results as NumPy arrays, by name: ``results["outcome"]`` or ``results.outcome``.

    ``bad_rows`` is how many rows have an error; such a row has outcome 0 and no day.
    """

    def __init__(self, columns: dict[str, Any], bad_rows: int) -> None:
        self._columns = columns
        self.bad_rows = bad_rows

    def __getitem__(self, name: str) -> Any:
        return self._columns[name]

    def __getattr__(self, name: str) -> Any:
        try:
            return self.__dict__["_columns"][name]
        except KeyError:
            raise AttributeError(f"no result {name!r}; asked for: {', '.join(self.__dict__.get('_columns', ()))}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    def __repr__(self) -> str:
        n = len(next(iter(self._columns.values()))) if self._columns else 0
        return f"<Results of {n:,} rows: {', '.join(self._columns)}; bad rows: {self.bad_rows:,}>"


# ---- Inputs ----


class Reader:
    """Turns what was given into columns of one length, and remembers of which kind it was."""

    def __init__(self, zone: str | None) -> None:
        self.zone = zone
        self.kind = ""
        self.index: Any = None
        self.n_rows: int | None = None
        self.first_rows = ""
        self.day_dtype: Any = None

    def read(self, field: int, given: Any) -> Column:
        name = name_of_field(field)
        if is_one(given):
            return Column(field, one_value=number_of(field, given))
        pandas, polars, pyarrow = (sys.modules.get(lib) for lib in ("pandas", "polars", "pyarrow"))
        if pandas is not None and isinstance(given, (pandas.Series, pandas.Index, pandas.api.extensions.ExtensionArray)):
            self._is("pandas")
            if isinstance(given, pandas.Series):
                self._same_index(name, given.index)
            column = self._pandas(field, given, pandas)
        elif polars is not None and isinstance(given, polars.Series):
            self._is("polars")
            column = self._polars(field, given, polars)
        elif pyarrow is not None and isinstance(given, (pyarrow.Array, pyarrow.ChunkedArray)):
            self._is("pyarrow")
            column = self._pyarrow(field, given, pyarrow)
        elif _arrow.has_capsules(given) and not isinstance(given, np.ndarray):
            self._is("numpy")
            column = self._chunks(field, _arrow.chunks(given))
        else:
            self._is("numpy")
            column = self._numpy(field, given)
        self._same_length(name, len(column.values))
        return column

    def _is(self, kind: str) -> None:
        order = ("", "numpy", "pyarrow", "polars", "pandas")
        self.kind = max(self.kind, kind, key=order.index)

    def _same_index(self, name: str, index: Any) -> None:
        if self.index is None:
            self.index = index
        elif self.index is not index and not self.index.equals(index):
            raise ValueError(f"{name}: its index is not that of the other columns; align them first")

    def _same_length(self, name: str, n: int) -> None:
        if self.n_rows is None:
            self.n_rows, self.first_rows = n, name
        elif self.n_rows != n:
            raise ValueError(f"{name}: {n:,} rows, but {self.first_rows} has {self.n_rows:,}")

    # -- NumPy --

    def _numpy(self, field: int, given: Any) -> Column:
        if isinstance(given, np.ma.MaskedArray):
            column = self._numpy(field, given.data)
            return _with_missing(column, np.ma.getmaskarray(given))
        values = np.asarray(given)
        if values.ndim != 1:
            raise ValueError(f"{name_of_field(field)}: expected one dimension, got {values.ndim}")
        if values.dtype.kind in "OUST":
            return self._objects(field, values)
        return self._numbers(field, values)

    def _numbers(self, field: int, values: Any, owner: Any = None) -> Column:
        kind = values.dtype.kind
        name = name_of_field(field)
        if kind == "M":
            if not is_day(field):
                raise TypeError(f"{name}: dates were given")
            unit = np.datetime_data(values.dtype)
            if unit[0] not in _TICKS or unit[1] != 1:
                values, unit = values.astype("datetime64[D]"), ("D", 1)
            if self.day_dtype is None or field == Fact.LAST_DAY:
                self.day_dtype = values.dtype.newbyteorder("=")
            return Column(field, _native(values).view(np.int64), ticks=_TICKS[unit[0]], null_value=_NAT, owner=owner)
        if kind == "b":
            if not _is_yes_no(field):
                raise TypeError(f"{name}: True and False were given")
            return Column(field, _native(values).view(np.int8), owner=owner)
        if kind == "u":
            wider = {1: np.int16, 2: np.int32, 4: np.int64, 8: np.int64}[values.dtype.itemsize]
            if values.dtype.itemsize == 8 and len(values) and values.max() > np.uint64(2**63 - 1):
                raise ValueError(f"{name}: numbers up to 2**63 - 1 were expected")
            return Column(field, values.astype(wider))
        if kind == "i":
            if is_day(field) and self.day_dtype is None:
                self.day_dtype = np.dtype(np.int32)
            return Column(field, _native(values), owner=owner)
        if kind == "f":
            return self._floats(field, values)
        raise TypeError(f"{name}: a column of {values.dtype} was given")

    def _floats(self, field: int, values: Any) -> Column:
        # Numbers beside missing ones, as pandas holds them.
        if is_day(field):
            raise TypeError(f"{name_of_field(field)}: expected days, got {values.dtype}")
        missing = np.isnan(values)
        with np.errstate(invalid="ignore"):
            whole = np.where(missing | ~np.isfinite(values), _NO_VALUE, values).astype(np.int64)
        whole[~missing & (whole != values)] = _NO_VALUE
        whole[missing] = _NAT
        return Column(field, whole, null_value=_NAT)

    def _objects(self, field: int, values: Any) -> Column:
        pandas = sys.modules.get("pandas")
        if values.dtype.kind == "O" and pandas is not None:
            codes, categories = pandas.factorize(values, use_na_sentinel=True)
        elif values.dtype.kind == "O":
            codes, categories = _factorise(values)
        else:
            categories, codes = np.unique(values, return_inverse=True)
            categories = [str(text) if text else None for text in categories.tolist()]
        return self._categories(field, codes.astype(np.int32), list(categories), missing=-1)

    def _categories(self, field: int, codes: Any, categories: list[Any], missing: int | None, owner: Any = None) -> Column:
        table = np.array([_category(field, category) for category in categories], dtype=np.int32)
        if len(table) == 0:
            table = np.array([UNKNOWN], dtype=np.int32)
        return Column(field, codes, null_value=missing, codes=table, owner=owner)

    # -- pandas --

    def _pandas(self, field: int, given: Any, pandas: Any) -> Column:
        dtype = given.dtype
        if isinstance(dtype, pandas.DatetimeTZDtype):
            self._needs_zone(field)
            series = pandas.Series(given)
            return self._numpy(field, series.dt.tz_convert(self.zone).dt.tz_localize(None).to_numpy())
        if isinstance(dtype, pandas.CategoricalDtype):
            categorical = given.array if hasattr(given, "array") else given
            return self._categories(field, np.asarray(categorical.codes), list(dtype.categories), missing=-1)
        if isinstance(dtype, pandas.PeriodDtype):
            days = given.array if hasattr(given, "array") else given
            if str(dtype) != "period[D]":
                raise TypeError(f"{name_of_field(field)}: periods of days were expected, got {dtype}")
            return Column(field, np.asarray(days.asi8), null_value=_NAT)
        if isinstance(dtype, getattr(pandas, "ArrowDtype", ())):
            import pyarrow as arrow

            return self._pyarrow(field, arrow.array(given.array if hasattr(given, "array") else given), arrow)
        if isinstance(dtype, pandas.StringDtype) or dtype == object:
            codes, categories = pandas.factorize(given, use_na_sentinel=True)
            return self._categories(field, codes.astype(np.int32), list(categories), missing=-1)
        if isinstance(dtype, np.dtype):
            return self._numpy(field, given.to_numpy())
        # The nullable numbers: values beside a mask.
        series = pandas.Series(given)
        missing = series.isna().to_numpy()
        if dtype.kind == "f":
            return self._floats(field, series.to_numpy(dtype=np.float64, na_value=np.nan))
        values = series.to_numpy(dtype=np.bool_ if dtype.kind == "b" else np.int64, na_value=0)
        return _with_missing(self._numbers(field, values), missing)

    # -- Arrow, with a library and without --

    def _polars(self, field: int, given: Any, polars: Any) -> Column:
        dtype = given.dtype
        if isinstance(dtype, polars.Datetime) and dtype.time_zone is not None:
            self._needs_zone(field)
            given = given.dt.convert_time_zone(self.zone).dt.replace_time_zone(None)
        elif dtype == polars.String:
            given = given.cast(polars.Categorical)
        elif dtype == polars.Object:
            return self._numpy(field, np.array(given.to_list(), dtype=object))
        return self._chunks(field, _arrow.chunks(given.rechunk()))

    def _pyarrow(self, field: int, given: Any, pyarrow: Any) -> Column:
        types = pyarrow.types
        if types.is_timestamp(given.type) and given.type.tz is not None:
            from pyarrow import compute

            self._needs_zone(field)
            given = compute.local_timestamp(given.cast(pyarrow.timestamp(given.type.unit, self.zone)))
        elif types.is_string(given.type) or types.is_large_string(given.type) or types.is_string_view(given.type):
            if types.is_string_view(given.type):
                given = given.cast(pyarrow.string())
            given = given.dictionary_encode()
        if isinstance(given, pyarrow.ChunkedArray):
            given = given.combine_chunks() if given.num_chunks != 1 else given.chunk(0)
            if isinstance(given, pyarrow.ChunkedArray):
                given = given.chunk(0) if given.num_chunks else pyarrow.array([], given.type)
        return self._chunks(field, _arrow.chunks(given))

    def _chunks(self, field: int, chunks: list[_arrow.Chunk]) -> Column:
        columns = [self._chunk(field, chunk) for chunk in chunks]
        return columns[0] if len(columns) == 1 else _join(columns)

    def _chunk(self, field: int, chunk: _arrow.Chunk) -> Column:
        if chunk.dictionary is not None:
            categories = _arrow.texts(chunk.dictionary)
            indices = _arrow_numbers(chunk, chunk.format)
            if indices.dtype.kind == "u":
                indices = indices.astype({1: np.int16, 2: np.int32, 4: np.int64, 8: np.int64}[indices.dtype.itemsize])
            return _with_validity(self._categories(field, indices, list(categories), None, chunk.owner), chunk)
        if chunk.format in ("u", "U", "vu"):
            texts = np.array([*_arrow.texts(chunk), None], dtype=object)[:-1]
            return self._objects(field, texts)
        if chunk.format == "n":
            return Column(field, np.full(chunk.length, UNKNOWN, dtype=np.int32))
        if chunk.format == "b":
            return _with_validity(self._numbers(field, _arrow_bits(chunk), chunk.owner), chunk)
        if chunk.format.startswith("t"):
            return _with_validity(self._arrow_days(field, chunk), chunk)
        return _with_validity(self._numbers(field, _arrow_numbers(chunk, chunk.format), chunk.owner), chunk)

    def _arrow_days(self, field: int, chunk: _arrow.Chunk) -> Column:
        name = name_of_field(field)
        if not is_day(field):
            raise TypeError(f"{name}: dates were given")
        if self.day_dtype is None or field == Fact.LAST_DAY:
            self.day_dtype = np.dtype("datetime64[D]")
        if chunk.format == "tdD":
            return Column(field, _arrow_numbers(chunk, "i"), owner=chunk.owner)
        if chunk.format == "tdm":
            return Column(field, _arrow_numbers(chunk, "l"), ticks=_TICKS["ms"], owner=chunk.owner)
        unit, _, zone = chunk.format[2:].partition(":")
        if not chunk.format.startswith("ts") or unit not in "smun":
            raise TypeError(f"{name}: expected days or timestamps, got Arrow format {chunk.format!r}")
        if zone:
            self._needs_zone(field)
            raise TypeError(f"{name}: convert the timestamps to the zone and drop it first, or give a pyarrow array")
        ticks = _TICKS[{"s": "s", "m": "ms", "u": "us", "n": "ns"}[unit]]
        return Column(field, _arrow_numbers(chunk, "l"), ticks=ticks, owner=chunk.owner)

    def _needs_zone(self, field: int) -> None:
        if self.zone is None:
            raise TypeError(
                f"{name_of_field(field)}: its timestamps have a time zone, and midnight in Moscow is the day before in UTC: "
                "say in which zone the days are meant, such as zone='Europe/Moscow'"
            )


def is_one(given: Any) -> bool:
    return isinstance(given, (str, bool, int, datetime.date, enum.Enum, Special, np.generic)) or type(given).__name__ in (
        "NAType",
        "NaTType",
    )


def _is_yes_no(field: int) -> bool:
    return field in KINDS and KINDS[Fact(field)] is Kind.YES_NO


def _native(values: Any) -> Any:
    values = np.ascontiguousarray(values)
    return values if values.dtype.isnative else values.astype(values.dtype.newbyteorder("="))


def _category(field: int, category: Any) -> int:
    try:
        return UNKNOWN if category is None else number_of(field, category)
    except (StatusRulesError, TypeError):
        return NOT_A_DAY if is_day(field) else _NO_VALUE


def _factorise(values: Any) -> tuple[Any, list[Any]]:
    seen: dict[Any, int] = {}
    codes = np.fromiter((seen.setdefault(value, len(seen)) for value in values), dtype=np.int32, count=len(values))
    return codes, list(seen)


def _with_missing(column: Column, missing: Any) -> Column:
    mask = np.ascontiguousarray(missing, dtype=np.bool_)
    if column.null_value is not None and column.codes is None:
        values = column.values.copy()
        values[mask] = column.null_value
        return dataclasses.replace(column, values=values)
    return dataclasses.replace(
        column, valid_form=_VALID_BYTES_MISSING, valid=_address(mask), owner=(column.owner, mask)
    )


def _with_validity(column: Column, chunk: _arrow.Chunk) -> Column:
    if not chunk.buffers[0] or chunk.null_count == 0:
        return column
    return dataclasses.replace(
        column, valid_form=_VALID_BITS, valid=chunk.buffers[0], valid_offset=chunk.offset, owner=(column.owner, chunk.owner)
    )


_ARROW_NUMBERS: Final = {
    "c": np.int8, "C": np.uint8, "s": np.int16, "S": np.uint16, "i": np.int32, "I": np.uint32, "l": np.int64,
    "L": np.uint64, "f": np.float32, "g": np.float64,
}  # fmt: skip


def _arrow_numbers(chunk: _arrow.Chunk, format: str) -> Any:
    if format not in _ARROW_NUMBERS:
        raise TypeError(f"a column of Arrow format {chunk.format!r} was given")
    dtype = np.dtype(_ARROW_NUMBERS[format])
    return _memory(chunk.buffers[1], chunk.offset + chunk.length, dtype)[chunk.offset :]


def _arrow_bits(chunk: _arrow.Chunk) -> Any:
    n = chunk.offset + chunk.length
    bits = np.unpackbits(_memory(chunk.buffers[1], (n + 7) // 8, np.dtype(np.uint8)), bitorder="little")
    return bits[chunk.offset : n].view(np.bool_)


def _memory(address: int, n: int, dtype: Any) -> Any:
    if n == 0 or not address:
        return np.empty(n, dtype)
    import ctypes

    return np.frombuffer((ctypes.c_char * (n * dtype.itemsize)).from_address(address), dtype)


def _join(columns: list[Column]) -> Column:
    """The columns of several chunks as one."""
    present = []
    for column in columns:
        n = len(column.values)
        if column.valid_form == _VALID_BITS:
            last = column.valid_offset + n
            bits = np.unpackbits(_memory(column.valid, (last + 7) // 8, np.dtype(np.uint8)), bitorder="little")
            present.append(bits[column.valid_offset : last])
        elif column.null_value is not None:
            present.append((column.values != column.null_value).astype(np.uint8))
        else:
            present.append(np.ones(n, dtype=np.uint8))
    values = [column.values for column in columns]
    first = columns[0]
    if any(column.codes is not None for column in columns):
        # Each chunk has categories of its own.
        values = [np.where(p != 0, c.codes[np.where(p != 0, c.values, 0)], UNKNOWN) for c, p in zip(columns, present)]
        first = dataclasses.replace(first, codes=None, null_value=None)
    mask = np.concatenate(present) == 0
    joined = dataclasses.replace(first, values=np.concatenate(values), valid_form=_VALID_ALL, valid=0, owner=None)
    return _with_missing(joined, mask) if mask.any() else joined


# ---- The call ----


@dataclasses.dataclass(slots=True)
class Asked:
    """Columns that were read, and the parameters that are the same in all rows."""

    question: int
    reader: Reader
    columns: list[Column]
    options: array.array[int]

    def answer(self, law: int, outputs: Mapping[str, Column]) -> int:
        """Writes the outputs; returns how many rows have an error."""
        (bad_rows,) = _flat.flat_columns(
            law,
            self.question,
            array.array("q", [place for column in self.columns for place in column.places()]),
            array.array("q", [place for column in outputs.values() for place in column.places()]),
            self.reader.n_rows or 0,
            self.options,
            1,
        )
        return bad_rows


def read(
    question: int,
    facts: Mapping[str, Any],
    *,
    known_on: Any,
    edition: Any,
    reading: Any,
    strict: Any,
    day: Any,
    zone: str | None,
) -> Asked:
    """Reads the columns of a question."""
    reader = Reader(zone)
    given = {int(Fact[name.upper()]): value for name, value in facts.items()}
    # A parameter of all rows is an option: where it is no column, C chooses its plan for it.
    options = [28, UNKNOWN, UNKNOWN, UNKNOWN, number_of(ARGUMENT_STRICT, strict), UNKNOWN, 1]
    parameters = {ARGUMENT_KNOWN_ON: known_on, ARGUMENT_EDITION: edition, ARGUMENT_READING: reading, ARGUMENT_DAY: day}
    for place, (field, value) in zip((1, 2, 3, 5), parameters.items()):
        if value is not None and is_one(value):
            options[place] = number_of(field, value)
        else:
            given[field] = value
    columns = [reader.read(field, value) for field, value in given.items() if value is not None]
    if reader.n_rows is None:
        raise ValueError("no column was given; extension() and its like answer about one case")
    return Asked(question, reader, columns, array.array("i", options))


def ask(
    question: int,
    facts: dict[str, Any],
    *,
    law: Any,
    known_on: Any,
    edition: Any,
    reading: Any,
    strict: bool,
    day: Any = None,
    results: Any,
    out: Any,
    zone: str | None,
) -> Any:
    """Asks a question of every row."""
    asked = read(question, facts, known_on=known_on, edition=edition, reading=reading, strict=strict, day=day, zone=zone)
    reader = asked.reader
    outputs = _given_outputs(out, reader.n_rows or 0) if out is not None else _new_outputs(results, reader)
    bad_rows = asked.answer(law_number(law), outputs)
    arrays = {name: column.owner for name, column in outputs.items()}
    if out is None and reader.kind in _MAKERS:
        return _MAKERS[reader.kind](arrays, bad_rows, reader, law_number(law))
    return Results(arrays, bad_rows)


def _new_outputs(results: Any, reader: Reader) -> dict[str, Column]:
    names = (results,) if isinstance(results, str) else tuple(results)
    outputs = {}
    for name in names:
        if name not in RESULTS:
            raise ValueError(f"results: no such result: {name!r}; allowed: {', '.join(RESULTS)}")
        dtype: Any = _WIDTHS.get(name, np.int32)
        if name in _DAYS and reader.kind == "numpy":
            dtype = reader.day_dtype if reader.day_dtype is not None else np.dtype("datetime64[D]")
        elif name in _DAYS and reader.kind == "pandas":
            dtype = reader.day_dtype if reader.day_dtype is not None and reader.day_dtype.kind == "M" else None
            if dtype is None or np.datetime_data(dtype)[0] not in ("s", "ms", "us", "ns"):
                dtype = np.dtype("datetime64[s]")
        outputs[name] = output(name, np.empty(reader.n_rows or 0, dtype))
        if name in _DAYS and reader.kind in ("polars", "pyarrow"):
            outputs[name].no_end_value = (NO_END - datetime.date(1970, 1, 1)).days
    return outputs


def _given_outputs(out: Mapping[str, Any], n_rows: int) -> dict[str, Column]:
    outputs = {}
    for name, values in out.items():
        if name not in RESULTS:
            raise ValueError(f"out: no such result: {name!r}; allowed: {', '.join(RESULTS)}")
        if not isinstance(values, np.ndarray) or values.ndim != 1 or len(values) != n_rows:
            raise ValueError(f"out: {name}: expected a NumPy array of {n_rows:,} rows")
        if not (values.flags.c_contiguous and values.flags.writeable and values.dtype.isnative):
            raise ValueError(f"out: {name}: expected a contiguous, writable array in the machine's byte order")
        if values.dtype.kind not in ("iM" if name in _DAYS else "V" if name == "receipt" else "i"):
            raise TypeError(f"out: {name}: results are not written as {values.dtype}")
        outputs[name] = output(name, values)
    return outputs


def output(name: str, values: Any) -> Column:
    if values.dtype.kind != "M":
        return Column(RESULTS[name], values, owner=values)
    unit, count = np.datetime_data(values.dtype)
    if unit not in _TICKS or count != 1:
        raise TypeError(f"{name}: results are not written as {values.dtype}")
    ticks = _TICKS[unit]
    # Nanoseconds end in 2262: an end that is not fixed is their last whole day.
    last = (NO_END - datetime.date(1970, 1, 1)).days * (ticks or 1)
    if last > 2**63 - 1:
        last = (2**63 - 1) // ticks * ticks
    return Column(
        RESULTS[name], values.view(np.int64), ticks=ticks, null_value=_NAT, no_end_value=last, owner=values
    )


# ---- Results of the caller's kind ----


def _names_of(name: str, law: int) -> list[str]:
    """What the numbers 1, 2, … of a result stand for."""
    if name == "outcome":
        return [str(outcome) for outcome in Outcome]
    if name == "error":
        from ._values import ErrorCode

        return [str(code) for code in ErrorCode]
    if name == "ask_next":
        return [str(fact) for fact in Fact]
    return [_flat.flat_provision_text(law, n, 0) for n in range(1, _flat.flat_provision_count(law) + 1)]


def _has_names(name: str) -> bool:
    return name in ("outcome", "error", "ask_next", *_PROVISIONS)


def _to_pandas(arrays: dict[str, Any], bad_rows: int, reader: Reader, law: int) -> Any:
    import pandas

    made = {}
    for name, values in arrays.items():
        if _has_names(name):
            made[name] = pandas.Categorical.from_codes(values - 1, categories=_names_of(name, law))
        else:
            made[name] = values if name != "receipt" else pandas.Series(values.tolist(), index=reader.index, dtype=object)
    frame = pandas.DataFrame(made, index=reader.index, copy=False)
    frame.attrs["bad_rows"] = bad_rows
    return frame


def _to_polars(arrays: dict[str, Any], bad_rows: int, reader: Reader, law: int) -> Any:
    import polars

    frame = polars.DataFrame({name: values if name != "receipt" else values.tolist() for name, values in arrays.items()})
    made = []
    for name in arrays:
        column = polars.col(name)
        if _has_names(name):
            names = _names_of(name, law)
            made.append(
                column.replace_strict(range(1, len(names) + 1), names, default=None, return_dtype=polars.Enum(names))
            )
        elif name in _DAYS:
            made.append(polars.when(column != NOT_A_DAY).then(column).cast(polars.Date).alias(name))
        else:
            made.append(column)
    return frame.select(made)


def _to_pyarrow(arrays: dict[str, Any], bad_rows: int, reader: Reader, law: int) -> Any:
    import pyarrow

    made = {}
    for name, values in arrays.items():
        if _has_names(name):
            indices = pyarrow.array(values.astype(np.int32) - 1, mask=values == 0)
            made[name] = pyarrow.DictionaryArray.from_arrays(indices, pyarrow.array(_names_of(name, law)))
        elif name in _DAYS:
            made[name] = pyarrow.array(values, mask=values == NOT_A_DAY).view(pyarrow.date32())
        elif name == "receipt":
            made[name] = pyarrow.array(values.tolist(), pyarrow.binary(40))
        else:
            made[name] = pyarrow.array(values)
    return pyarrow.table(made).replace_schema_metadata({"bad_rows": str(bad_rows)})


_MAKERS: Final[dict[str, Callable[..., Any]]] = {"pandas": _to_pandas, "polars": _to_polars, "pyarrow": _to_pyarrow}

