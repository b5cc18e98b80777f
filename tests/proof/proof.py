#!/usr/bin/env python3
"""Is it right for every input, by proof? Frama-C's WP on the sources themselves, run-time errors included.

    proof.py --source DIR --include DIR     DIR of --include holds the generated statusrules/version.h
    ... --only NAME                         one part alone

The contracts stand in the sources, between /*@ and */. Every goal must be proved, and contracts that are off by one must
not be. README.md says what is proved and what is not. Prints TAP.
"""

import argparse
import os
import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Tap, attempt, run  # noqa: E402

# The parts: name, file, its functions (none named: all of the file, each of which then has a contract).
CALENDAR = "lib/calendar/calendar.c"
PARTS = [("the calendar", CALENDAR, ()),
         ("the class of a value", "lib/engine/classes.c", ("statusrules_class",)),
         ("the classes of a block of rows", "lib/engine/row_classes.c", ("look_up",)),
         ("the effect of a row", "lib/engine/decide.c", ("effect_of", "bound"))]
# What is planted in the contracts of a part: what it is, file, text, replacement, and the function that then must not be proved.
PLANTED = {
    "the calendar": [
        ("the days of the calendar begin a day later", CALENDAR, "- 719162;", "- 719161;", "statusrules_day"),
        ("a February without a leap day", CALENDAR, "m == 2 ? 28 + leap_day(y)", "m == 2 ? 28", "month_length"),
        ("a sum that is a day more", CALENDAR, "*sum == day + n;", "*sum == day + n + 1;", "statusrules_add_days"),
        ("a date of the day before", CALENDAR, "ensures day_of(\\result.year, \\result.month, \\result.day) == day;",
         "ensures day_of(\\result.year, \\result.month, \\result.day) == day - 1;", "date_of")],
    "the class of a value": [
        ("a table that begins a value early", "lib/engine/tables.h", "last_index : value - first;", "last_index : value - first + 1;",
         "statusrules_class")],
    "the classes of a block of rows": [
        ("a class taken one value late", "lib/engine/row_classes.c", "place_of(values[i], axis", "place_of(values[i] + 1, axis",
         "look_up")],
    "the effect of a row": [
        ("a day that is counted one too far", "lib/engine/decide.c", "result.day == incoming + row->days\n",
         "result.day == incoming + row->days + 1\n", "effect_of")],
}
# For one goal, on the clock: some provers count what else the machine does. All but a few goals take a second.
SECONDS = 240
# Assumed, not proved: words of ACSL that would let a goal through.
ASSUMED = re.compile(r"^\s*(?:/\*@)?\s*(axiomatic|axiom|admit|lemma)\b", re.MULTILINE)


class Prover:
    """Frama-C with what it needs to know of a tree and of the provers that are installed."""

    def __init__(self, source, include, folder):
        # The portable form is proved, not that of one compiler.
        self.include = f"-I{source}/include -I{source}/lib -I{include} -U__GNUC__"
        self.environment = dict(os.environ, WHY3CONFIG=str(folder / "why3.conf"))
        run("why3", "config", "detect", env=self.environment)

    def prove(self, file, functions, seconds, first=""):
        """How many goals are proved, of how many; and what Frama-C said of what is not."""
        done = attempt("frama-c", "-machdep", "x86_64", "-wp", "-wp-rte", "-wp-prover", "z3,cvc4", "-wp-timeout", seconds,
                       "-wp-par", 2, *(["-wp-fct", ",".join(functions)] if functions else []), f"-cpp-extra-args={first} {self.include}", file,
                       env=self.environment)
        said = done.stdout + done.stderr
        proved = re.search(r"Proved goals: +(\d+) / (\d+)", done.stdout)
        wrong = [line for line in said.splitlines() if re.search(r"Warning|User Error|Timeout|Unknown|Failed|Stepout", line)]
        return (int(proved[1]), int(proved[2]), wrong) if proved else (0, -1, wrong or [said])


def without_contract(text):
    """The functions of a file that begin without one."""
    return [line for before, line in zip(text.splitlines(), text.splitlines()[1:])
            if re.match(r"(static )?(inline )?\w+ \w+\(.*\{?$", line) and not line.rstrip().endswith(";") and before.strip() != "*/"]


def check(tap, prover, source, name, file, functions):
    """One part: every goal, and what is planted in it."""
    text = (source / file).read_text(encoding="utf-8")
    tap.ok(not ASSUMED.search(text), f"{name}: nothing is assumed")
    if not functions:
        bare = without_contract(text)
        tap.ok(not bare, f"{name}: every function has a contract", "\n".join(bare))
    begun = time.monotonic()
    proved, goals, wrong = prover.prove(source / file, functions, seconds=SECONDS)
    print(f"# {name}: {proved} of {goals} goals proved in {time.monotonic() - begun:.0f} s")
    tap.ok(proved == goals and not wrong, f"{name}: every goal is proved", "\n".join(wrong))
    for defect, planted, old, new, function in PLANTED[name]:
        text = (source / planted).read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            # A planted header is found before the sound one.
            spoilt = Path(folder) / Path(planted).relative_to("lib")
            spoilt.parent.mkdir(parents=True)
            spoilt.write_text(text.replace(old, new, 1), encoding="utf-8")
            proved, goals, _ = prover.prove(spoilt if planted == file else source / file, [function], 20, f"-I{folder}")
        tap.ok(old in text and 0 < proved < goals, f"{name}: {defect} is not proved",
               f"{proved} of {goals} goals proved" if old in text else f"{planted} no longer holds what was to be replaced")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--include", required=True, type=Path)
    parser.add_argument("--only", choices=[name for name, *_ in PARTS])
    args = parser.parse_args()
    source = args.source.resolve()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        prover = Prover(source, args.include.resolve(), Path(folder))
        for part in PARTS:
            if args.only in (None, part[0]):
                check(tap, prover, source, *part)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
