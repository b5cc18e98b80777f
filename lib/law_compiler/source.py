"""TOML files that know on which line each key stands, and the list of what was refused.

tomllib gives values without lines; a refusal without a line is of no use in a file of a thousand rows.
"""

import datetime
import difflib
import re
import tomllib
import unicodedata
from dataclasses import dataclass, field

HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
PART = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
KEY = re.compile(rf"^\s*({PART}(?:\s*\.\s*{PART})*)\s*=")
OPENS_LIST = re.compile(r"\s*\[\s*(?:#.*)?$")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_.]*")
NAME_WITH_SPACES = re.compile(r"[A-Za-z][A-Za-z0-9_.]*( [A-Za-z0-9_.]+)*")
MAX_NUMBER = 1_000_000_000  # a number and a day together stay within 32 bits
MAX_DEPTH, TOML_NUMBER = 32, 2**63
NO_NUMBER = "a number is outside -2^63 to 2^63 - 1, those of TOML"
TOO_DEEP = f"tables and lists stand in one another too deep, expected at most {MAX_DEPTH}"
LINES_KEPT_IN = {"quote", "summary"}
EPOCH = datetime.date(1970, 1, 1).toordinal()


def day_number(date):
    """Days since 1970-01-01."""
    return date.toordinal() - EPOCH


def day_text(day):
    return datetime.date.fromordinal(day + EPOCH).isoformat()


@dataclass
class Refusals:
    found: list = field(default_factory=list)

    def add(self, place, message):
        self.found.append((place.file.name, place.line, message))

    def lines(self):
        return [f"{name}:{line}: {one_line_of(message)}" for name, line, message in sorted(set(self.found))]


def is_control(char):
    """Characters that end a line, ring a bell, or turn the direction of what follows."""
    return unicodedata.category(char) in ("Cc", "Zl", "Zp") or unicodedata.bidirectional(char) in (
        "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")


def one_line_of(message):
    return "".join(f"\\u{ord(char):04x}" if is_control(char) else char for char in message)


@dataclass(eq=False)
class File:
    """One file: what it holds, and the line of each table and key."""

    name: str
    data: dict
    lines: dict


@dataclass(frozen=True, eq=False)
class Place:
    """A key in a file."""

    file: File
    path: tuple = ()

    def at(self, *keys):
        return Place(self.file, self.path + keys)

    @property
    def line(self):
        """The line of the key, or of the first table of that name, or else of what is around it."""
        lines, path = self.file.lines, self.path
        while path and path not in lines and path + (0,) not in lines:
            path = path[:-1]
        return lines.get(path) or lines.get(path + (0,)) or 1


def parts_of(dotted):
    return [part.strip("\"'") for part in re.findall(PART, dotted)]


def line_index(text):
    """The line of every table header, of every key that begins a line, and of every table of a list that does."""
    lines, counts, table, in_text, in_list, at = {}, {}, (), False, None, 0
    for number, line in enumerate(text.split("\n"), 1):
        if in_text or line.count('"""') % 2:
            in_text ^= line.count('"""') % 2 == 1
            if in_text and (key := KEY.match(line)):
                lines.setdefault(table + tuple(parts_of(key[1])), number)
            continue
        first = line.lstrip()[:1]
        if in_list is not None and first == "]":
            in_list = None
        elif in_list is not None and first == "{":
            lines[in_list + (at,)] = number
            at += 1
        elif header := HEADER.match(line):
            table = ()
            parts = parts_of(header[2])
            for depth, part in enumerate(parts):
                table += (part,)
                if depth == len(parts) - 1 and header[1] == "[[":
                    counts[table] = counts.get(table, -1) + 1
                if table in counts:
                    table += (counts[table],)
                lines.setdefault(table, number)
        elif key := KEY.match(line):
            path = table + tuple(parts_of(key[1]))
            for length in range(len(table) + 1, len(path) + 1):
                lines.setdefault(path[:length], number)
            if OPENS_LIST.match(line, key.end()):
                in_list, at = path, 0
    return lines


def read_file(path, refusals):
    """The file, or None when it is missing or no TOML."""
    file = File(str(path), {}, {})
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8"
        refusals.add(Place(file), f"the file cannot be read: {reason}")
        return None
    if text.startswith("\ufeff"):
        refusals.add(Place(file), "the file begins with a byte order mark (BOM), expected UTF-8 without one")
        return None
    file.lines = line_index(text)
    try:
        file.data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        where = re.search(r"line (\d+)", str(error))
        line = int(where[1]) if where else len(text.split("\n"))
        refusals.found.append((file.name, line, f"this is not TOML: {error}"))
        return None
    except ValueError:
        refusals.found.append((file.name, longest_number(text), NO_NUMBER))
        return None
    except RecursionError:
        refusals.found.append((file.name, deepest_line(text), TOO_DEEP))
        return None
    return file if check_values(file, refusals) else None


def longest_number(text):
    """The line with the longest run of digits."""
    lengths = [max(map(len, re.findall(r"[\d_]+", line)), default=0) for line in text.split("\n")]
    return lengths.index(max(lengths)) + 1


def deepest_line(text):
    """The line at which most brackets are open; good enough, since nothing else is told of it."""
    depth = deepest = 0
    found = 1
    for number, line in enumerate(text.split("\n"), 1):
        for char in line:
            depth += (char in "[{") - (char in "]}")
            if depth > deepest:
                deepest, found = depth, number
    return found


def children(value):
    return value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()


def check_values(file, refusals):
    """What no value of any file may be: too deep, a number that is none of TOML, a text with control characters."""
    before, waiting = len(refusals.found), [((), file.data)]
    while waiting:
        path, value = waiting.pop()
        place = Place(file, path)
        if len(path) > MAX_DEPTH:
            refusals.add(place, TOO_DEEP)
            continue
        if is_a(value, int) and not -TOML_NUMBER <= value < TOML_NUMBER:
            refusals.add(place, NO_NUMBER)
        for text in [value] if is_a(value, str) else value if isinstance(value, dict) else ():
            allowed = "\n" if is_a(value, str) and LINES_KEPT_IN.intersection(path) else ""
            control = next((char for char in text if is_control(char) and char not in allowed), None)
            if control is not None:
                refusals.add(place, f"a control character, U+{ord(control):04X}, stands in a text or key, expected none"
                                    f"{'; a quote or summary may have line ends' if control == chr(10) else ''}")
        waiting += [(path + (key,), child) for key, child in children(value)]
    return len(refusals.found) == before


def near(name, names):
    """A hint for a name that is probably a slip."""
    close = difflib.get_close_matches(name, list(names), 1)
    return f'; did you mean "{close[0]}"?' if close else ""


KINDS = {str: "a text", int: "a number", datetime.date: "a date", bool: "true or false", dict: "a table",
         list: "a list"}


def is_a(value, kind):
    """Exact types: true is no number, and a date with a time is no date."""
    return type(value) is kind


class Table:
    """A table that is read key by key; whatever was not asked for is refused at the end."""

    def __init__(self, data, place, refusals, what):
        self.data, self.place, self.refusals, self.what = data, place, refusals, what
        self.asked = set()
        self.sound = True

    def refuse(self, message, *keys):
        self.sound = False
        self.refusals.add(self.place.at(*keys), f"{self.what}: {message}")

    def has(self, key):
        return key in self.data

    def value(self, key, kind, default=..., expected=None):
        """The value of a key; the default (or None) when it is missing or of another type."""
        self.asked.add(key)
        if key not in self.data:
            if default is ...:
                self.refuse(f"`{key}` is missing, expected {expected or KINDS[kind]}")
                return None
            return default
        value = self.data[key]
        if not is_a(value, kind):
            self.refuse(f"`{key}` is {value!r}, expected {expected or KINDS[kind]}", key)
            return None
        return value

    def text(self, key, default=...):
        value = self.value(key, str, default)
        if value is not None and value is not default and not value.strip() and default is ...:
            self.refuse(f"`{key}` is empty, expected a text", key)
            return None
        return value

    def name(self, key, form=NAME, default=...):
        """A text that is also a name in generated code, in anchors or on a command line."""
        value = self.text(key, default)
        if value is not None and value is not default and not form.fullmatch(value):
            self.refuse_name(f"`{key}`", value, form, key)
            return None
        return value

    def refuse_name(self, what, name, form, *keys):
        spaces = ", single spaces between them" if form is NAME_WITH_SPACES else ""
        self.refuse(f'{what} "{name}" is no name, expected a letter of A to Z or a to z, then such letters, digits, '
                    f"`_` and `.`{spaces}", *keys)

    def number(self, key, default=..., first=-MAX_NUMBER, last=MAX_NUMBER):
        value = self.value(key, int, default)
        if value is not None and value is not default and not first <= value <= last:
            self.refuse(f"`{key}` is {value}, expected {first:,} to {last:,}", key)
            return None
        return value

    def day(self, key, default=...):
        value = self.value(key, datetime.date, default, "a date such as 2021-12-31")
        return day_number(value) if isinstance(value, datetime.date) else value

    def texts(self, key, default=...):
        """A list of texts."""
        value = self.value(key, list, default, "a list of texts")
        if isinstance(value, list) and not all(is_a(item, str) for item in value):
            self.refuse(f"`{key}` is {value!r}, expected a list of texts", key)
            return None
        return value

    def table(self, key, what=None, default=..., expected=None):
        value = self.value(key, dict, default, expected)
        if value is None or value is default:
            return None
        return Table(value, self.place.at(key), self.refusals, what or f"{self.what}, `{key}`")

    def tables(self, key, what, default=...):
        value = self.value(key, list, default, "a list of tables")
        if value is None or value is default:
            return []
        if not all(is_a(item, dict) for item in value):
            self.refuse(f"`{key}` holds something else than tables", key)
            return []
        return [Table(item, self.place.at(key, index), self.refusals, what) for index, item in enumerate(value)]

    def both_languages(self, key, required=True):
        """The English and the Russian text of a key, or two empty ones."""
        table = self.table(key, default=... if required else None, expected=f"`{key}.en` and `{key}.ru`")
        if table is None:
            return "", ""
        texts = table.text("en"), table.text("ru")
        table.done()
        self.sound &= table.sound
        return texts

    def done(self):
        """Refuses the keys that nobody asked for."""
        for key in self.data:
            if key not in self.asked:
                self.refuse(f"unknown key `{key}`{near(key, self.asked)}", key)
        return self.sound
