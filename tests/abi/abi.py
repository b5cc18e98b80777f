#!/usr/bin/env python3
"""Does a program that was compiled with yesterday's headers still work with today's library?

    python3 tests/abi/abi.py [--source DIR] [--write]

Builds the library with debug information (without it structs are not seen) in a copy of the tree, and compares functions,
parameters and structs with baseline.xml by abidiff. Then defects are planted in the copy: each must be seen.

--write makes the baseline anew and says what changed. Before a release that is how the interface grows; after one, functions
may come and reserved members may get names, and anything else is a new binary interface: the SONAME rises.
Prints TAP. For x86-64.
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from tap import Failed, Tap, attempt, run  # noqa: E402

BASELINE = HERE / "baseline.xml"
TREE = ("include", "lib", "bindings", "meson.build", "meson_options.txt", "LICENSE")
# What tells one place or one build from another stays out, and types that no public header shows.
PLAIN = ("--no-corpus-path", "--no-comp-dir-path", "--no-show-locs", "--no-elf-needed", "--drop-private-types",
         "--exported-interfaces-only", "--type-id-style", "hash")
# The bits of abidiff's exit code that are no answer: it failed, or was not called rightly.
NO_ANSWER, CHANGED = 1 | 2, 4

# What is planted; file, text that stands there, text that takes its place; what must be named.
DEFECTS = [
    ("a member between two others", [("include/statusrules/ask.h", "    int64_t missing;\n", "    int64_t more;\n    int64_t missing;\n")],
     "int64_t more"),
    ("a member of another type and the same size", [("include/statusrules/columns.h", "    int32_t has_null_value;\n",
                                                     "    uint32_t has_null_value;\n")], "has_null_value"),
    ("a wider parameter", [(file, "statusrules_add_days(int32_t *sum, int32_t day, int32_t n,",
                            "statusrules_add_days(int32_t *sum, int32_t day, int64_t n,")
                           for file in ("include/statusrules/calendar.h", "lib/calendar/calendar.c")], "statusrules_add_days"),
    ("a function that is gone", [("lib/statusrules.map", "        statusrules_steps;\n", "")], "statusrules_steps"),
]


class Copy:
    """A copy of the library's part of the tree, built with debug information."""

    def __init__(self, source, folder):
        self.root, self.build = folder / "copy", folder / "copy/build"
        for name in TREE:
            copy = shutil.copytree if (source / name).is_dir() else shutil.copy2
            self.root.mkdir(exist_ok=True)
            copy(source / name, self.root / name)
        run("meson", "setup", self.build, self.root, "--buildtype=debug", "-Dtests=false", "-Dexamples=false",
            "-Ddefault_library=shared")
        self.make()

    def make(self):
        run("ninja", "-C", self.build)

    def library(self):
        return self.build / "libstatusrules.so"

    def write(self, file):
        run("abidw", *PLAIN, "--headers-dir", self.root / "include", "--out-file", file, self.library())

    def difference(self):
        """What abidiff says of the baseline and the library; nothing if they are the same."""
        # Of two files: a library's types without a place in a header would be taken for private, and not compared.
        now = self.build / "now.xml"
        self.write(now)
        done = attempt("abidiff", BASELINE, now)
        if done.returncode & NO_ANSWER or (done.returncode and not done.returncode & CHANGED):
            raise Failed(f"abidiff: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout.splitlines() if done.returncode else []

    def plant(self, changes):
        """Replaces texts; gives the files as they were."""
        before = {self.root / file: (self.root / file).read_text(encoding="utf-8") for file, _, _ in changes}
        for file, old, new in changes:
            text = (self.root / file).read_text(encoding="utf-8")
            if text.count(old) != 1:
                raise Failed(f"{file} holds {old!r} {text.count(old)} times: nothing can be planted")
            (self.root / file).write_text(text.replace(old, new), encoding="utf-8")
        return before

    def sees(self, changes, named):
        before = self.plant(changes)
        try:
            self.make()
            found = self.difference()
        finally:
            for file, text in before.items():
                file.write_text(text, encoding="utf-8")
        return [] if any(named in line for line in found) else [f"{named!r} is not named in:", *found]


def holds_everything():
    """A baseline of a library without debug information, or of nothing, would be the same as anything."""
    text = BASELINE.read_text(encoding="utf-8")
    return [f"{what} is not in the baseline" for what in ("name='statusrules_ask'", "name='statusrules_facts' size-in-bits",
                                                          "name='statusrules_answer' size-in-bits", "soname='libstatusrules.so.")
            if what not in text]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", type=Path, default=HERE.parent.parent)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    tap = Tap()
    with tempfile.TemporaryDirectory() as folder:
        try:
            copy = Copy(arguments.source.resolve(), Path(folder))
            if arguments.write:
                print("".join(f"# {line}\n" for line in (copy.difference() if BASELINE.is_file() else ["a first baseline"])), end="")
                copy.write(BASELINE)
        except Failed as error:
            tap.ok(False, "the library is built and looked at", error)
            return tap.done()
        tap.check("the baseline holds functions and structs", holds_everything)
        tap.check("functions, parameters and structs are those of the baseline", copy.difference)
        for what, changes, named in DEFECTS:
            tap.check(f"planted and seen: {what}", copy.sees, changes, named)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
