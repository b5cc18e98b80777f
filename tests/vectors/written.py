#!/usr/bin/env python3
"""Are the vectors of the law `measures`, and the digests, what the oracles answer? Provisions are not theirs. Prints TAP.

    written.py WRITE_VECTORS
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from tap import Tap  # noqa: E402

FILES = {"extension": "measures-extension.tsv", "valid-on": "measures-valid-on.tsv", "digests": "digests.txt"}


def rows(text):
    """The rows without their provision."""
    lines = [line.split("\t") for line in text.rstrip("\n").split("\n")]
    return [[value for name, value in zip(lines[0], line) if name != "provision"] for line in lines]


def main():
    tap = Tap()
    for kind, name in FILES.items():
        written = rows(subprocess.run([sys.argv[1], kind], check=True, capture_output=True).stdout.decode())
        held = rows((HERE / name).read_text(encoding="utf-8"))
        different = [line for line, expected in zip(held, written) if line != expected]
        tap.ok(len(held) == len(written) and not different,
               f"{name} holds the {len(written) - 1} rows that the oracle answers",
               f"{len(held) - 1} rows; the first that differs: {different[:1]}")
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
