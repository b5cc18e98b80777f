"""Every error code has its exception; each is a ValueError and says what was given and what is allowed."""

import array
import pickle

import numpy
import pytest
import statusrules
from statusrules import ErrorCode, _flat, errors, extension
from statusrules.errors import EXCEPTIONS


def columns(values, out, field=1, type_=3):
    """A call of columns by hand, with one column in and one out."""
    column = [0] * _flat.FLAT_COLUMN_LENGTH
    result = [0] * _flat.FLAT_COLUMN_LENGTH
    column[0], column[1], column[3] = field, type_, values
    result[0], result[1], result[3] = 152, 3, out
    return _flat.flat_columns(0, 1, array.array("q", column), array.array("q", result), 4, b"", 1)


BUFFER = numpy.zeros(64, numpy.int32)
ADDRESS = BUFFER.__array_interface__["data"][0]

# One way to each code, through the face where the face lets it come about, else through the flat layer.
WAYS = {
    ErrorCode.NULL: lambda: _flat.flat_ask(99, 1, b"", b"", 28),
    ErrorCode.SIZE: None,
    ErrorCode.VALUE: lambda: _flat.flat_fact(99, 4),
    ErrorCode.RANGE: lambda: statusrules.eligibility("vaccination", age=200),
    ErrorCode.NOT_A_DAY: lambda: _flat.flat_add_days(-(2**31) + 1, 1, 1),
    ErrorCode.ORDER: lambda: extension("visa", "2021-01-01", issued_on="2021-02-01"),
    ErrorCode.RESULT: lambda: _flat.flat_add_days(2932896, 1, 1),
    ErrorCode.TRUNCATED: lambda: _flat.flat_explain(10, 0, 1, b"", b"", 1, 1),
    ErrorCode.SYNTAX: lambda: extension("visa", "31.12.2021"),
    ErrorCode.NO_SUCH_DAY: lambda: extension("visa", "2021-02-29"),
    ErrorCode.NAME: lambda: extension("visaa", "2021-12-31"),
    ErrorCode.EDITION: lambda: extension("visa", "2021-12-31", edition=7),
    ErrorCode.OVERLAP: lambda: columns(ADDRESS, ADDRESS + 4),
    ErrorCode.ALIGNMENT: lambda: columns(ADDRESS + 1, ADDRESS + 128),
    ErrorCode.DISAGREES: lambda: statusrules.education_entry(
        "higher", on_day="2021-05-01", notified_on="2021-04-01", notice_days=3, law="measures"
    ),
    ErrorCode.RECEIPT: lambda: statusrules.read_receipt(b"x" * 40),
    ErrorCode.CHECK_SYMBOL: lambda: statusrules.read_receipt(extension("visa", None).receipt_text[:-1] + "7"),
}


def test_every_code_has_one_exception():
    assert set(EXCEPTIONS) == set(WAYS) == set(ErrorCode)
    assert len(set(EXCEPTIONS.values())) == len(EXCEPTIONS)
    public = {name for name in errors.__all__ if name != "StatusRulesError"}
    assert {cls.__name__ for cls in EXCEPTIONS.values()} == public
    for cls in EXCEPTIONS.values():
        assert issubclass(cls, ValueError) and issubclass(cls, statusrules.StatusRulesError)


@pytest.mark.parametrize("code", [code for code in ErrorCode if WAYS[code] is not None])
def test_each_code_is_raised_as_its_exception(code):
    with pytest.raises(ValueError) as caught:
        WAYS[code]()
    error = caught.value
    assert isinstance(error, EXCEPTIONS[code]) and error.code is code and str(error)
    assert error.text("ru") != error.text("en")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error) and str(again) == str(error)


def test_a_struct_of_the_wrong_size_cannot_come_from_here():
    # The face has no structs; the exception is there for a library of another version.
    with pytest.raises(errors.SizeError, match="size"):
        errors.raise_error(int(ErrorCode.SIZE), 108, 0, 172, 172, 0, 0)


def test_an_error_says_what_was_given_and_what_is_near():
    with pytest.raises(errors.UnknownNameError) as caught:
        extension("visaa", "2021-12-31")
    assert (caught.value.argument, caught.value.given, caught.value.nearest) == ("term", "visaa", "visa")
    assert "did you mean visa?" in str(caught.value)
    with pytest.raises(errors.UnknownNameError, match="reading.*did you mean literal"):
        extension("visa", "2021-12-31", reading="literall")
    with pytest.raises(errors.UnknownNameError, match="citizenship.*did you mean DE"):
        extension("visa", "2021-12-31", citizenship="Germanny")
    with pytest.raises(errors.UnknownNameError, match="law.*did you mean measures"):
        extension("visa", "2021-12-31", law="mesures")
    with pytest.raises(errors.NoSuchDayError, match="last_day: there is no such day: month 13; allowed: 1 to 12"):
        extension("visa", "2021-13-31")
    with pytest.raises(errors.OutOfRangeError, match="age: 200 .*allowed: 0 to 150") as range_error:
        statusrules.eligibility("vaccination", age=200)
    assert (range_error.value.value, range_error.value.first, range_error.value.last) == (200, 0, 150)
    with pytest.raises(errors.OutOfRangeError, match="age"):
        statusrules.eligibility("vaccination", age=2**40)
    with pytest.raises(errors.UnknownNameError, match="question.*did you mean work"):
        statusrules.eligibility("wrk")


def test_buffers_are_checked():
    with pytest.raises(ValueError, match="4 bytes"):
        _flat.flat_ask(0, 1, b"123", b"", 28)
    with pytest.raises(BufferError):
        _flat.flat_steps(b"12345678", 0, 1, b"", b"", 1)
    with pytest.raises(TypeError):
        _flat.flat_ask(0, 1, [1, 2], b"", 28)
    with pytest.raises(ValueError, match="do not fit"):
        _flat.flat_ask(0, 1, b"", b"", 10**6)


def test_the_flat_call_checks_its_numbers():
    assert _flat.flat_extension(0, 7, 18992, 1, -(2**31), -(2**31), 1) & 0xFFFFFFFF == (18992 + 199)
    assert _flat.flat_extension(0, 99, 18992, 1, 5, 19000, 1) == -int(ErrorCode.VALUE)
    with pytest.raises(TypeError, match="7 numbers, got 6"):
        _flat.flat_extension(0, 7, 18992, 1, 5, 19000)
    with pytest.raises(OverflowError):
        _flat.flat_extension(0, 7, 2**40, 1, 5, 19000, 1)
    with pytest.raises(TypeError):
        _flat.flat_extension(0, 7, "18992", 1, 5, 19000, 1)
