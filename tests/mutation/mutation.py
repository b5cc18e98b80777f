#!/usr/bin/env python3
"""Would a test see it if an operator, a constant or a condition of lib were another? Each is changed, one at a time.

    mutation.py --source DIR                    every mutant of lib
    mutation.py --source DIR --file FILE...     those of these files
    mutation.py --source DIR --sample N         N of them, by chance; of the files in examined.toml, unless --file names others
    mutation.py --source DIR --seconds N ...    begins no mutant after N seconds of trying; says how many it did not come to
    mutation.py --source DIR --write ...        writes the survivors that no list holds into open.toml

A mutant that no test sees must stand in equivalent.toml, with the reason why none can, or in open.toml, which awaits its
tests; one that a test sees may stand in neither. README.md says more. Prints TAP.
"""

import argparse
import collections
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
from mutants import Mutant, Source  # noqa: E402
from tap import Failed, Tap, attempt, run  # noqa: E402
from tree import copy_tree  # noqa: E402

FOLDERS = ("lib/calendar", "lib/engine", "lib/answers")
SELECTOR = """#ifndef STATUSRULES_MUTANT_SELECTOR
#define STATUSRULES_MUTANT_SELECTOR
#include <stdint.h>
extern int32_t statusrules_mutant;
extern uint8_t *statusrules_reached;
static inline _Bool MUTANT(int32_t number) {
    if (__builtin_expect(statusrules_mutant < 0, 0)) {
        statusrules_reached[number] = 1;
        return 0;
    }
    return statusrules_mutant == number;
}
#endif
"""
NOT_RUN = object()
ENTRY = ("file", "function", "text", "change")


def read(name):
    """The mutants of a list, and what is wrong with its entries."""
    found, wrong = set(), []
    for entry in tomllib.loads((HERE / name).read_text(encoding="utf-8")).get("mutant", []):
        if name == "equivalent.toml" and not entry.get("why", "").strip():
            wrong.append(f"no reason: {entry}")
        found.add(Mutant(*(entry[key] for key in ENTRY), entry.get("nth", 1)))
    return found, wrong


def write_open(mutants):
    entries = ["# Mutants that no test sees yet, or that may be equivalent. Written by mutation.py --write; to become shorter.\n"]
    for mutant in sorted(mutants, key=lambda one: (one.file, one.function, one.text, one.change, one.nth)):
        entries.append("[[mutant]]\n" + "".join(f"{key} = {json.dumps(getattr(mutant, key), ensure_ascii=False)}\n" for key in ENTRY)
                       + (f"nth = {mutant.nth}\n" if mutant.nth > 1 else ""))
    (HERE / "open.toml").write_text("\n".join(entries), encoding="utf-8")


class Build:
    """A copy of the tree in which every mutant waits to be chosen, and the tests that ran on it without one."""

    def __init__(self, source, folder, choose):
        self.root, self.build, self.folder = folder / "copy", folder / "build", folder
        copy_tree(source, self.root)
        files = sorted(str(path.relative_to(source)) for name in FOLDERS for path in (source / name).glob("*.[ch]"))
        self.sources = [Source(file, (source / file).read_text(encoding="utf-8")) for file in files]
        for one in self.sources:
            one.write(1)
        chosen = set(choose([mutant for one in self.sources for mutant in one.mutants]))
        self.refusals = set()
        self.write(chosen)
        run("meson", "setup", self.build, self.root, "-Dexamples=false", "-Dbuildtype=plain",
            f"-Dc_args=-O1 -w -DSTATUSRULES_ONE_MACHINE -DSTATUSRULES_MUTANTS={len(self.mutants) + 1}")
        # A change that does not compile, such as the sum of two pointers, is none.
        for _ in range(8):
            done = attempt("ninja", "-k", "0", "-C", self.build, "libstatusrules.a")
            if not done.returncode:
                break
            refused = self.refused(done.stdout)
            if not refused:
                raise Failed(done.stdout[-4000:] + done.stderr[-4000:])
            self.refusals |= refused
            chosen -= refused
            self.write(chosen)
        self.tests = self.read_tests()
        # Meson names programs by their path, and by that within the build where they are given to another.
        words = {word.removeprefix(f"{self.build}/") for test in self.tests for word in test["cmd"]}
        run("ninja", "-C", self.build, *sorted(word for word in words if word.startswith("tests/")))
        self.reach()

    def write(self, chosen):
        self.mutants = []
        for one in self.sources:
            text = one.write(len(self.mutants) + 1, chosen)
            self.mutants += one.mutants
            if one.file == "lib/calendar/calendar.c":
                text += (HERE / "selector.c").read_text(encoding="utf-8")
            (self.root / one.file).write_text(f'#include "{self.root}/selector.h"\n#line 1 "{one.file}"\n{text}', encoding="utf-8")
        (self.root / "selector.h").write_text(SELECTOR, encoding="utf-8")

    def refused(self, said):
        """The mutants on the lines that the compiler names."""
        by_file = {one.file: one for one in self.sources}
        found = set()
        for file, line in re.findall(r"^(?:\S*?)(lib/\w+/\w+\.[ch]):(\d+):\d+: (?:error:|note: in expansion of macro)", said, re.MULTILINE):
            one = by_file[file]
            if int(line) in one.by_line:
                found.add(one.mutants[one.by_line[int(line)] - one.first])
        return found

    def read_tests(self):
        tests = json.loads(run("meson", "introspect", "--tests", self.build))
        return [test for test in tests if any(suite.split(":")[-1] == "quick" for suite in test["suite"])]

    def run(self, test, limit, **environment):
        """Whether a test is green; none that takes longer than the limit is."""
        # A chosen mutant may write without end.
        process = subprocess.Popen([*test["cmd"]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
                                   env={**os.environ, **test["env"], **environment}, cwd=test["workdir"] or self.build,
                                   start_new_session=True)
        try:
            return process.wait(limit) == 0
        except subprocess.TimeoutExpired:
            return False
        finally:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()

    def reach(self):
        """Runs each test once for its time, once to see which mutants it comes to."""
        for test in self.tests:
            begun = time.monotonic()
            if not self.run(test, 600):
                raise Failed(f"without a mutant {test['name']} is red")
            test["seconds"] = time.monotonic() - begun
            marks = self.folder / "reached"
            marks.write_bytes(bytes(len(self.mutants) + 1))
            if not self.run(test, 1200, STATUSRULES_REACHED=str(marks)):
                raise Failed(f"{test['name']} is red while it is watched")
            test["reached"] = marks.read_bytes()
        self.tests.sort(key=lambda test: test["seconds"])

    def killer(self, number):
        """The test that sees a mutant, None if none does, and the quickest first."""
        for test in self.tests:
            if test["reached"][number] and not self.run(test, 2 + 5 * test["seconds"], STATUSRULES_MUTANT=str(number)):
                return test["name"]
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--file", nargs="+", default=[])
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 31))
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    examined = tomllib.loads((HERE / "examined.toml").read_text(encoding="utf-8"))["files"]
    files = arguments.file or (examined if arguments.sample else [])
    chance = random.Random(arguments.seed)

    def choose(mutants):
        mutants = [mutant for mutant in mutants if not files or mutant.file in files]
        return mutants if arguments.sample is None else chance.sample(mutants, min(arguments.sample, len(mutants)))

    equivalent, wrong = read("equivalent.toml")
    awaiting, _ = read("open.toml")
    tap = Tap()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        built = Build(arguments.source.resolve(), Path(folder), choose)
        ready = time.monotonic()
        print(f"# seed {arguments.seed}; {len(built.mutants)} mutants, {len(built.refusals)} do not compile; built in {ready - begun:.0f} s", flush=True)
        # By chance, so that a run that ends early has seen something of every place.
        numbers = chance.sample(range(1, len(built.mutants) + 1), len(built.mutants))

        def killer(number):
            return built.killer(number) if time.monotonic() < ready + arguments.seconds else NOT_RUN
        with ThreadPoolExecutor(arguments.jobs) as pool:
            killers = {built.mutants[number - 1]: name for number, name in zip(numbers, pool.map(killer, numbers))}
    survivors = {mutant for mutant, name in killers.items() if name is None}
    not_run = {mutant for mutant, name in killers.items() if name is NOT_RUN}
    killed = set(killers) - survivors - not_run
    if arguments.write:
        write_open((awaiting - killed) | (survivors - equivalent))
    seen = collections.Counter(killers[mutant] for mutant in killed)
    print(f"# killed {len(killed)}, equivalent {len(survivors & equivalent)}, open {len(survivors - equivalent)}, not run {len(not_run)}; "
          f"{time.monotonic() - ready:.0f} s")
    print("# by " + ", ".join(f"{name} {count}" for name, count in seen.most_common()))
    tap.ok(built.mutants, "there are mutants")
    tap.ok(not wrong, "every entry of equivalent.toml has a reason", "\n".join(wrong))
    new = survivors - equivalent - awaiting
    tap.ok(not new, "every mutant is seen by a test, but those in the lists", "\n".join(sorted(map(str, new))))
    dead = killed & (equivalent | awaiting)
    tap.ok(not dead, "no mutant of the lists is seen by a test", "\n".join(sorted(map(str, dead))))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
