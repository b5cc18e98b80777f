#!/usr/bin/env python3
"""Are explanations, in English and Russian, word for word those that were read and found good? Prints TAP.

    explanations.py LAW_EXPLANATIONS [--write]

explanations.txt holds them. Whoever changes words there has read them aloud; --write writes what the library says.
"""

import argparse
import difflib
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from tap import Tap  # noqa: E402

READ = HERE / "explanations.txt"


def cases(text):
    """The texts by their sentence."""
    return dict(case.split("\n", 1) for case in text.split("==== ")[1:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", help="law_explanations, as built")
    parser.add_argument("--write", action="store_true", help="write the file instead of comparing it")
    options, tap = parser.parse_args(), Tap()
    said = subprocess.run([options.program], check=True, capture_output=True).stdout.decode()
    if options.write:
        READ.write_text(said, encoding="utf-8")
    read, told = cases(READ.read_text(encoding="utf-8")), cases(said)
    tap.ok(list(read) == list(told), f"{len(read)} cases are explained, as they were read", f"{sorted(set(read) ^ set(told))}")
    for sentence in read:
        difference = difflib.unified_diff(read[sentence].splitlines(), told.get(sentence, "").splitlines(), "read", "said",
                                          lineterm="")
        tap.ok(read[sentence] == told.get(sentence), f"explained: {sentence}", "\n".join(difference))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
