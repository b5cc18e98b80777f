"""Pieces of C: texts, numbers, and arrays that are written once each."""

from model import NONE, NOT_A_DAY, UNKNOWN

NAMED = {NONE: "STATUSRULES_NONE", NOT_A_DAY: "STATUSRULES_NOT_A_DAY", UNKNOWN: "STATUSRULES_UNKNOWN"}
ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "?": "\\?"}
WIDTH = 110


def text(value):
    """A C text; bytes that are not ASCII stay UTF-8. A question mark is escaped: two begin a trigraph."""
    return '"' + "".join(ESCAPES.get(char, char) if char in ESCAPES or char.isprintable() else octal(char)
                         for char in value or "") + '"'


def octal(char):
    return "".join(f"\\{byte:03o}" for byte in char.encode())


def number(value):
    return NAMED.get(value, str(value))


def mask(value):
    return f"UINT64_C(0x{value:x})"


def bits(codes):
    """A set of facts as the bits of an int64_t."""
    return f"INT64_C(0x{sum(1 << code for code in codes):x})"


def wrapped(items, indent="    "):
    """Items in lines of a readable width."""
    lines, line = [], indent
    for item in items:
        if len(line) + len(item) + 2 > WIDTH and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += item + ", "
    lines.append(line.rstrip())
    return "\n".join(lines)


def array(type_, name, items, one_a_line=False):
    body = "\n".join(f"    {item}," for item in items) if one_a_line else wrapped(items)
    return f"static const {type_} {name}[] = {{\n{body}\n}};\n"


def struct(members):
    """An initialiser by name, so that no member can slip into the place of another."""
    return "{" + ", ".join(f".{name} = {value}" for name, value in members.items()) + "}"


class Pool:
    """Arrays of numbers; equal ones are written once."""

    def __init__(self):
        self.names, self.counts, self.parts = {}, {}, []

    def add(self, type_, prefix, values):
        """The name of an array of these values; NULL for an empty one."""
        items = tuple(mask(value) if type_ == "uint64_t" else number(value) for value in values)
        if not items:
            return "NULL"
        if (prefix, items) not in self.names:
            self.counts[prefix] = self.counts.get(prefix, 0) + 1
            self.names[prefix, items] = name = f"{prefix}_{self.counts[prefix]}"
            self.parts.append(array(type_, name, items))
        return self.names[prefix, items]
