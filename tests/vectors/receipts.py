#!/usr/bin/env python3
"""Are the receipts of receipts.tsv what include/statusrules/receipt.h says? Prints TAP.

    receipts.py [--source DIR] [--write]

Works out the receipt of each row a second time: from the facts, the answer that the row expects, the numbers of names.toml,
the frozen digests of the editions, and SipHash and base 32 as they are published. The library has no part in it.

--write takes rows of the other files anew, each under edition 1. A receipt that was given stands for ever: once a version is
released, rows are only added.
"""

import argparse
import datetime
import struct
import sys
from pathlib import Path
from types import SimpleNamespace

sys.dont_write_bytecode = True  # the source tree stays as it is
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from tap import Tap  # noqa: E402

KEY = b"statusrules-0001"
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U"
EPOCH = datetime.date(1970, 1, 1).toordinal()
UNKNOWN, NOT_A_DAY, NONE = -2**31, -2**31 + 1, 2**31 - 1
OUTCOMES = ["", "yes", "no", "undetermined", "discretion", "silent", "conflict"]
READINGS = ["", "literal", "suspension", "fixed_day"]
NAME = "receipts.tsv"
BEFORE = ["case", "law", "question", "known_on", "edition", "reading", "strict"]
AFTER = ["valid_on", "outcome", "day", "provision", "error", "receipt"]
# Of the rows of a kind, this many are taken.
OF_A_KIND = 2


# ---- SipHash-2-4, base 32 ----


def rotated(word, bits):
    return (word << bits | word >> (64 - bits)) & (2**64 - 1)


def siphash(message):
    k0, k1 = struct.unpack("<QQ", KEY)
    v = [k0 ^ 0x736f6d6570736575, k1 ^ 0x646f72616e646f6d, k0 ^ 0x6c7967656e657261, k1 ^ 0x7465646279746573]

    def rounds(n):
        for _ in range(n):
            for a, b, by, turned in ((0, 1, 13, True), (2, 3, 16, False), (0, 3, 21, False), (2, 1, 17, True)):
                v[a] = (v[a] + v[b]) % 2**64
                v[b] = rotated(v[b], by) ^ v[a]
                v[a] = rotated(v[a], 32) if turned else v[a]

    whole = len(message) // 8 * 8
    last = message[whole:] + bytes(7 - len(message) % 8) + bytes([len(message) % 256])
    for (word,) in struct.iter_unpack("<Q", message[:whole] + last):
        v[3] ^= word
        rounds(2)
        v[0] ^= word
    v[2] ^= 0xff
    rounds(4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def base32(data):
    number = int.from_bytes(data, "big")
    digits = [SYMBOLS[number >> 5 * place & 31] for place in reversed(range(len(data) * 8 // 5))]
    return "".join(digits) + SYMBOLS[number % 37]


# ---- A row ----


class Numbers:
    """The numbers that stand for names: facts and their values, provisions; and the digests of editions."""

    def __init__(self, source):
        sys.path.insert(0, str(source / "lib/law_compiler"))
        sys.setrecursionlimit(10_000)
        from read_laws import read_laws
        from source import Refusals
        refusals = Refusals()
        self.names, laws = read_laws(SimpleNamespace(law=source / "lib/law", laws=[]), refusals)
        if refusals.found:
            raise ValueError("\n".join(refusals.lines()))
        self.provisions = {(law.name, row.id): row.number for law, _ in laws for row in law.rows}
        lines = (source / "tests/surface/editions.txt").read_text(encoding="utf-8").split("\n")
        self.digests = dict(line.split(" = ") for line in lines if line)

    def day(self, text, nothing):
        return nothing if not text else NONE if text == "none" else datetime.date.fromisoformat(text).toordinal() - EPOCH

    def value(self, fact, text):
        if text == "none" and fact.has_none:
            return NONE
        if fact.kind == "day":
            return self.day(text, None)
        if fact.kind == "number":
            return int(text)
        return fact.values[text]

    def facts(self, row):
        asked = [self.names.facts[name] for name in self.names.questions[row["question"]].facts]
        return [(fact.code, self.value(fact, row[fact.name]))
                for fact in sorted(asked, key=lambda fact: fact.code) if row.get(fact.name)]

    def receipt(self, row):
        """The 40 bytes of a row that expects an answer."""
        law, question = row["law"], self.names.questions[row["question"]].code
        parameters = READINGS.index(row["reading"]) + (16 if row["strict"] == "yes" else 0)
        begin = struct.pack("<BBHI", 1, question, int(row["edition"]), siphash(law.encode()) % 2**32)
        begin += bytes.fromhex(self.digests[f"{law} {row['edition']}"])[:8]
        begin += struct.pack("<iiBBHi", self.day(row["known_on"], UNKNOWN), self.day(row["valid_on"], UNKNOWN),
                             OUTCOMES.index(row["outcome"]), parameters,
                             self.provisions[law, row["provision"]] if row["provision"] else 0,
                             self.day(row["day"], NOT_A_DAY))
        facts = b"".join(struct.pack("<ii", *fact) for fact in self.facts(row))
        return begin + struct.pack("<Q", siphash(begin + facts))


# ---- The file ----


def read(path):
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]
    return [dict(zip(lines[0], line)) for line in lines[1:]]


def chosen():
    """Of each kind of row a few: law, question, outcome, kind of day, and which parameters are given."""
    kinds, rows = {}, []
    for path in sorted(HERE.glob("*.tsv")):
        for row in read(path) if path.name != NAME else []:
            given = tuple(bool(row[name]) for name in ("known_on", "strict", "valid_on"))
            kind = (row["law"], row["question"], row["outcome"], row["day"] == "none", bool(row["day"]), row["reading"], given)
            kinds[kind] = kinds.get(kind, 0) + 1
            if row["outcome"] and row["edition"] in ("", "1") and kinds[kind] <= OF_A_KIND:
                rows.append(row | {"edition": "1"})
    return rows


def write(numbers):
    rows = chosen()
    facts = [name for name in numbers.names.facts if any(row.get(name) for row in rows)]
    columns = [*BEFORE, *facts, *AFTER]
    lines = [columns] + [[(row | {"receipt": base32(numbers.receipt(row))}).get(name, "") for name in columns] for row in rows]
    (HERE / NAME).write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=HERE.parent.parent)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    numbers = Numbers(arguments.source.resolve())
    if arguments.write:
        write(numbers)
    tap = Tap()
    rows = read(HERE / NAME)
    wrong = [f"{row['case']}: {row['receipt']}, expected {base32(numbers.receipt(row))}"
             for row in rows if row["receipt"] != base32(numbers.receipt(row))]
    tap.ok(rows and not wrong, f"the {len(rows)} receipts are those of their facts and answers", "\n".join(wrong[:5]))
    tap.ok(len({row["receipt"] for row in rows}) == len(rows), "no two cases share a receipt")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
