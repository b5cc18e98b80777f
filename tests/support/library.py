"""The built library from Python, for the suites that compare texts which it writes: flat calls by ctypes."""

import ctypes
import datetime
from pathlib import Path

UNKNOWN, NONE, NOT_A_DAY = -2147483648, 2147483647, -2147483647
TRUNCATED = 8
NAMES_FACT, NAMES_QUESTION, NAMES_OUTCOME, NAMES_READING = 201, 202, 203, 204
KIND_DAY, KIND_NUMBER = 1, 2
EPOCH = datetime.date(1970, 1, 1).toordinal()


class Error(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int32) for name in
                ("code", "fact", "value", "first", "last", "offset", "nearest", "reserved")]


class Options(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int32) for name in ("size", "known_on", "edition", "reading", "strict", "valid_on")]


class SqlColumn(ctypes.Structure):
    _fields_ = [("size", ctypes.c_int32), ("fact", ctypes.c_int32), ("form", ctypes.c_int32),
                ("reserved", ctypes.c_int32), ("name", ctypes.c_char_p), ("table", ctypes.c_char_p),
                ("none", ctypes.c_char_p), ("more", ctypes.c_void_p)]


class Refused(Exception):
    """The library refused a call; the sentence that it gives."""

    def __init__(self, code, text):
        super().__init__(text)
        self.code = code


def day_number(text):
    return datetime.date.fromisoformat(text).toordinal() - EPOCH


def day_text(number):
    return datetime.date.fromordinal(number + EPOCH).isoformat()


class Library:
    """One built library."""

    def __init__(self, build):
        self.c = ctypes.CDLL(str(Path(build) / "libstatusrules.so"))
        self.c.statusrules_name.restype = ctypes.c_char_p
        self.c.statusrules_law_at.restype = ctypes.c_void_p
        self.c.statusrules_law_name.restype = ctypes.c_char_p
        self.c.statusrules_law_name.argtypes = [ctypes.c_void_p]
        self.laws = {}
        for at in range(self.c.statusrules_law_count()):
            law = self.c.statusrules_law_at(at)
            self.laws[self.c.statusrules_law_name(law).decode()] = ctypes.c_void_p(law)
        self.facts = self.names(NAMES_FACT)
        self.outcomes = {code: name for name, code in self.names(NAMES_OUTCOME).items()}
        self.kinds, self.ranges = {}, {}
        for name, code in self.facts.items():
            info = (ctypes.c_int32 * 8)()
            self.c.statusrules_fact(info, code, None)
            self.kinds[name], self.ranges[name] = info[0], (info[1], info[2], info[3])

    def names(self, number):
        """Codes by name."""
        codes = [self.c.statusrules_code_at(number, at) for at in range(self.c.statusrules_count(number))]
        return {self.c.statusrules_name(number, code, 0).decode(): code for code in codes}

    def check(self, code, error):
        if code:
            text, length = ctypes.create_string_buffer(4096), ctypes.c_int32()
            self.c.statusrules_error_text(text, 4096, ctypes.byref(length), ctypes.byref(error), 1, None)
            raise Refused(code, text.value.decode())

    def value(self, fact, text):
        """The value of a fact as it stands in a file of vectors."""
        if text == "":
            return UNKNOWN
        if text == "none" and self.ranges[fact][2]:
            return NONE
        if self.kinds[fact] == KIND_DAY:
            return day_number(text)
        if self.kinds[fact] == KIND_NUMBER:
            return int(text)
        code, error = ctypes.c_int32(), Error()
        raw = text.encode()
        self.check(self.c.statusrules_code(ctypes.byref(code), self.facts[fact], raw, len(raw), ctypes.byref(error)), error)
        return code.value

    def make_facts(self, given):
        """The struct of facts: its size, then one number a fact."""
        numbers = (ctypes.c_int32 * (len(self.facts) + 1))(*[UNKNOWN] * (len(self.facts) + 1))
        numbers[0] = ctypes.sizeof(numbers)
        for name, value in given.items():
            numbers[self.facts[name]] = value
        return numbers

    @staticmethod
    def options(known_on=UNKNOWN, edition=UNKNOWN, reading=UNKNOWN, strict=0, valid_on=UNKNOWN):
        return Options(ctypes.sizeof(Options), known_on, edition, reading, strict, valid_on)

    def ask(self, law, question, given, options):
        """Outcome and day of one case."""
        answer, error = (ctypes.c_int32 * 64)(), Error()
        self.check(self.c.statusrules_ask(answer, self.laws[law], question, self.make_facts(given), ctypes.byref(options),
                                          ctypes.byref(error)), error)
        return answer[0], answer[1]

    def sql_columns(self, names, form=0, table=None, none=None):
        """Columns named like their facts, or by pairs of fact and name."""
        pairs = [(name, name) if isinstance(name, str) else name for name in names]
        columns = (SqlColumn * max(1, len(pairs)))()
        for column, (fact, name) in zip(columns, pairs):
            column.size, column.fact, column.form = ctypes.sizeof(SqlColumn), self.facts[fact], form
            column.name, column.table = name.encode(), table and table.encode()
            column.none = none and none.encode() if self.ranges[fact][2] else None
        return columns, len(pairs)

    def text(self, function, *arguments):
        """What a function writes; again, with the room that it needs, if that was more."""
        length, error = ctypes.c_int32(), Error()
        buffer = ctypes.create_string_buffer(1 << 20)
        code = function(buffer, len(buffer), ctypes.byref(length), *arguments, ctypes.byref(error))
        if code != TRUNCATED:
            self.check(code, error)
            return buffer.value.decode()
        buffer = ctypes.create_string_buffer(length.value + 1)
        self.check(function(buffer, len(buffer), ctypes.byref(length), *arguments, ctypes.byref(error)), error)
        return buffer.value.decode()

    def sql(self, law, question, columns, dialect, says, options, given=None, day=UNKNOWN):
        return self.text(self.c.statusrules_sql, self.laws[law], question, self.make_facts(given or {}), *columns, dialect,
                         says, day, ctypes.byref(options))

    def impact_sql(self, before, options_before, after, options_after, question, columns, dialect, given=None):
        return self.text(self.c.statusrules_impact_sql, self.laws[before], ctypes.byref(options_before), self.laws[after],
                         ctypes.byref(options_after), question, self.make_facts(given or {}), *columns, dialect)
