"""Reads what the Arrow PyCapsule interface hands over, without an Arrow library: addresses, formats, categories."""

from __future__ import annotations

import ctypes
from typing import Any, Final, NamedTuple

_Pointers = ctypes.POINTER(ctypes.c_void_p)


class _Schema(ctypes.Structure):
    pass


class _Array(ctypes.Structure):
    pass


class _Stream(ctypes.Structure):
    pass


# The layouts of the Arrow C data interface and C stream interface.
_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_char_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.POINTER(_Schema)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(_Schema))),
    ("private_data", ctypes.c_void_p),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", _Pointers),
    ("children", ctypes.c_void_p),
    ("dictionary", ctypes.POINTER(_Array)),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(_Array))),
    ("private_data", ctypes.c_void_p),
]
_Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Stream), ctypes.POINTER(_Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(_Stream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(_Stream))),
    ("private_data", ctypes.c_void_p),
]

_pointer_of: Final = ctypes.pythonapi.PyCapsule_GetPointer
_pointer_of.restype = ctypes.c_void_p
_pointer_of.argtypes = [ctypes.py_object, ctypes.c_char_p]


class _Taken:
    """Structs that were moved out of a stream: released when nobody looks at them any more."""

    def __init__(self, struct: Any) -> None:
        self.struct = struct

    def __del__(self) -> None:
        if self.struct.release:
            self.struct.release(ctypes.byref(self.struct))


class Chunk(NamedTuple):
    """One array: where its parts stand, and what keeps them there."""

    format: str
    length: int
    null_count: int
    offset: int
    buffers: tuple[int, ...]
    dictionary: Chunk | None
    owner: Any


def has_capsules(given: Any) -> bool:
    return hasattr(given, "__arrow_c_array__") or hasattr(given, "__arrow_c_stream__")


def chunks(given: Any) -> list[Chunk]:
    """The arrays of a column."""
    if hasattr(given, "__arrow_c_array__"):
        schema_capsule, array_capsule = given.__arrow_c_array__()
        schema = _Schema.from_address(_pointer_of(schema_capsule, b"arrow_schema"))
        array = _Array.from_address(_pointer_of(array_capsule, b"arrow_array"))
        return [_chunk(schema, array, (schema_capsule, array_capsule))]
    capsule = given.__arrow_c_stream__()
    stream = _Stream.from_address(_pointer_of(capsule, b"arrow_array_stream"))
    schema = _Schema()
    _check(stream, stream.get_schema(ctypes.byref(stream), ctypes.byref(schema)))
    kept_schema = _Taken(schema)
    found = []
    while True:
        array = _Array()
        _check(stream, stream.get_next(ctypes.byref(stream), ctypes.byref(array)))
        if not array.release:
            break
        found.append(_chunk(schema, array, (kept_schema, _Taken(array))))
    if not found:
        found.append(Chunk(schema.format.decode(), 0, 0, 0, (0, 0), None, kept_schema))
    return found


def _check(stream: Any, status: int) -> None:
    if status:
        message = stream.get_last_error(ctypes.byref(stream))
        raise OSError(status, message.decode() if message else "the Arrow stream failed")


def _chunk(schema: Any, array: Any, owner: Any) -> Chunk:
    dictionary = None
    if array.dictionary and schema.dictionary:
        dictionary = _chunk(schema.dictionary.contents, array.dictionary.contents, owner)
    buffers = tuple(array.buffers[i] or 0 for i in range(array.n_buffers))
    return Chunk(
        schema.format.decode(), array.length, array.null_count, array.offset, buffers, dictionary, owner
    )


def texts(chunk: Chunk) -> list[str | None]:
    """The texts of an array of text."""
    if chunk.length == 0:
        return []
    valid = chunk.buffers[0]
    known = [True] * chunk.length
    if valid and chunk.null_count != 0:
        n = (chunk.offset + chunk.length + 7) // 8
        bits = ctypes.string_at(valid, n)
        known = [bits[i >> 3] >> (i & 7) & 1 == 1 for i in range(chunk.offset, chunk.offset + chunk.length)]
    rows = range(chunk.offset, chunk.offset + chunk.length)
    if chunk.format in ("u", "U"):
        number: Any = ctypes.c_int32 if chunk.format == "u" else ctypes.c_int64
        ends = (number * (chunk.offset + chunk.length + 1)).from_address(chunk.buffers[1])
        given = [ctypes.string_at(chunk.buffers[2] + ends[i], ends[i + 1] - ends[i]) for i in rows]
    elif chunk.format == "vu":
        given = [_text_view(chunk, i) if is_known else b"" for i, is_known in zip(rows, known)]
    else:
        raise TypeError(f"categories of Arrow format {chunk.format!r}; expected text")
    return [text.decode() if is_known else None for text, is_known in zip(given, known)]


def _text_view(chunk: Chunk, row: int) -> bytes:
    # Sixteen bytes: length; then up to twelve bytes of text, or prefix, buffer and offset.
    at = chunk.buffers[1] + 16 * row
    length = ctypes.c_int32.from_address(at).value
    if length <= 12:
        return ctypes.string_at(at + 4, length)
    buffer, offset = ctypes.c_int32.from_address(at + 8).value, ctypes.c_int32.from_address(at + 12).value
    return ctypes.string_at(chunk.buffers[2 + buffer] + offset, length)
