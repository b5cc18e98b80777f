#!/usr/bin/env python3
"""Do the tests reach every line, branch and condition of lib that can be reached?

    coverage.py --source DIR --build DIR            checks; prints TAP
    coverage.py --source DIR --build DIR --write    writes what no test reaches and unreached.toml does not name into open.toml

DIR of --build was built with clang's coverage, and its suites have run: their profiles lie in it. What no test reaches must
stand in unreached.toml beside this file, with the reason why none can, or in open.toml, which awaits its tests; and nothing
that a test reaches may. README.md says how entries are written. A branch of a macro is
reached if it is in one of the macro's uses, one of an inline function if it is in one of the files that include it.
"""

import argparse
import collections
import json
import re
import sys
import tempfile
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Failed, Tap, run  # noqa: E402

HERE = Path(__file__).resolve().parent
FOLDERS = ("lib/answers", "lib/calendar", "lib/engine")
SIDES = ("true", "false", "alone", "line")
Place = collections.namedtuple("Place", "file function text never")


class Sources:
    """The text of the sources, and the function that a line belongs to."""

    def __init__(self, root):
        self.root = root
        self.lines = {}
        self.starts = collections.defaultdict(dict)

    def text(self, file, first, first_column, last, last_column):
        """What stands between two places, blanks as one."""
        if file not in self.lines:
            self.lines[file] = (self.root / file).read_text(encoding="utf-8").split("\n")
        lines = [line.encode() for line in self.lines[file][first - 1:last]]
        lines[-1] = lines[-1][:last_column - 1]
        lines[0] = lines[0][first_column - 1:]
        return re.sub(r"(?:\s|\\\n)+", " ", b"\n".join(lines).decode()).strip()

    def function(self, file, line):
        """The function, or the macro, in which a line stands."""
        found = [name for (first, last), name in self.starts[file].items() if first <= line <= last]
        if found:
            return found[0]
        for number in range(line, 0, -1):
            macro = re.match(r"#define (\w+)", self.lines[file][number - 1])
            if macro:
                return macro[1]
        raise Failed(f"{file}:{line} stands in no function")


class Coverage:
    """What the profiles of a built tree say of lib: by place whether each side was taken."""

    def __init__(self, source, build):
        self.sources = Sources(source)
        profiles = sorted(build.glob("*.profraw"))
        if not profiles:
            raise Failed(f"{build} holds no profile; did its suites run?")
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "profiles").write_text("".join(f"{profile}\n" for profile in profiles), encoding="utf-8")
            merged = f"{folder}/all.profdata"
            run("llvm-profdata-19", "merge", f"--input-files={folder}/profiles", "-o", merged)
            command = ["llvm-cov-19", "export", build / "libstatusrules.so", "-instr-profile", merged,
                       *[source / folder for folder in FOLDERS]]
            exported = json.loads(run(*command, "-format=text"))["data"][0]
            self.lines = self.read_lines(run(*command, "-format=lcov"))
        self.branches = collections.defaultdict(lambda: [0, 0])
        self.conditions = collections.defaultdict(bool)
        self.read_functions(exported["functions"])
        for file in exported["files"]:
            self.read_decisions(self.relative(file["filename"]), file["mcdc_records"])

    def relative(self, path):
        return str(Path(path).relative_to(self.sources.root))

    def read_lines(self, lcov):
        """By file and line, how often it ran."""
        lines, file = {}, None
        for record in lcov.splitlines():
            if record.startswith("SF:"):
                file = self.relative(record[3:])
            elif record.startswith("DA:"):
                line, count = record[3:].split(",")[:2]
                lines[file, int(line)] = int(count)
        return lines

    def read_functions(self, functions):
        for function in functions:
            files = [Path(name) for name in function["filenames"]]
            if not files[0].is_relative_to(self.sources.root / "lib"):
                continue
            first, _, last, *_ = function["regions"][0]
            name = re.sub(r".*[:;]", "", function["name"])
            self.sources.starts[self.relative(files[0])][first, last] = name
            for first, first_column, last, last_column, taken, not_taken, file, *_ in function["branches"]:
                if files[file].is_relative_to(self.sources.root / "lib"):
                    sides = self.branches[self.relative(files[file]), first, first_column, last, last_column]
                    sides[0] += taken
                    sides[1] += not_taken

    def read_decisions(self, file, records):
        """By condition of a decision, whether it was seen to decide alone: the branches that lie in the decision, in turn."""
        for first, first_column, last, last_column, *_, alone in records:
            within = sorted(place for place in self.branches if place[0] == file
                            and (first, first_column) <= place[1:3] and place[3:5] <= (last, last_column))
            # Not what only an operand of a condition asks.
            within = [place for place in within
                      if not any(other != place and other[1:3] <= place[1:3] and place[3:5] <= other[3:5] for other in within)]
            if len(within) != len(alone):
                raise Failed(f"{file}:{first}: a decision of {len(alone)} conditions has {len(within)} branches")
            for place, seen in zip(within, alone):
                self.conditions[place] |= seen

    def unreached(self):
        """Each side that was not taken, by its place."""
        for place, sides in sorted(self.branches.items()):
            for count, never in zip(sides, SIDES):
                if not count:
                    yield self.place(place, never)
        for place, seen in sorted(self.conditions.items()):
            if not seen and all(self.branches[place]):
                yield self.place(place, "alone")
        for (file, line), count in sorted(self.lines.items()):
            if not count:
                self.sources.text(file, line, 1, line, 1)
                whole = len(self.sources.lines[file][line - 1].encode()) + 1
                place = self.place((file, line, 1, line, whole), "line")
                if place.text.strip("{} ;\\"):
                    yield place

    def place(self, place, never):
        text = self.sources.text(*place)
        return Place(place[0], self.sources.function(place[0], place[1]), text, never)


def read(name):
    """The entries of a list: how often each place stands there, and what is wrong with them."""
    places, wrong = collections.Counter(), []
    for entry in tomllib.loads((HERE / name).read_text(encoding="utf-8")).get("unreached", []):
        sides = entry["never"] if isinstance(entry["never"], list) else [entry["never"]]
        reason = entry.get("why", "")
        if not set(sides) <= set(SIDES) or (name == "unreached.toml" and (not reason.strip() or "\n" in reason)):
            wrong.append(f"no side, or no reason in one line: {entry}")
        for side in sides:
            places[Place(entry["file"], entry["function"], entry["text"], side)] += entry.get("times", 1)
    return places, wrong


def write_open(places):
    """The list of what awaits its tests."""
    entries = ["# What can be reached, or may be, and no test reaches yet. Written by coverage.py --write; to become shorter.\n"]
    for place, times in sorted(places.items()):
        text = f"'{place.text}'" if "'" not in place.text else json.dumps(place.text, ensure_ascii=False)
        entries.append(f'[[unreached]]\nfile = "{place.file}"\nfunction = "{place.function}"\ntext = {text}\n'
                       f'never = "{place.never}"\n' + (f"times = {times}\n" if times > 1 else ""))
    (HERE / "open.toml").write_text("\n".join(entries), encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--build", required=True, type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    coverage = Coverage(arguments.source.resolve(), arguments.build.resolve())
    found = collections.Counter(coverage.unreached())
    reasoned, wrong = read("unreached.toml")
    if arguments.write:
        write_open(found - reasoned)
        return 0
    awaiting, wrong_too = read("open.toml")
    entries = reasoned + awaiting
    more, gone = found - entries, entries - found
    tap = Tap()
    tap.ok(not wrong, "every entry of unreached.toml has a side and a reason", "\n".join(wrong))
    tap.ok(not wrong_too, "every entry of open.toml has a side", "\n".join(wrong_too))
    for what, sides, total in [("lines", ("line",), len(coverage.lines)),
                               ("branches", ("true", "false"), 2 * len(coverage.branches)),
                               ("conditions that decide alone", ("alone",), len(coverage.conditions))]:
        def of(places, sides=sides):
            return [place for place in places.elements() if place.never in sides]
        reached = total - len(of(found))
        print(f"# {what}: {reached} of {total} reached ({100 * reached / total:.2f} %), {len(of(reasoned))} cannot be, "
              f"{len(of(awaiting))} await their tests")
        tap.ok(not of(more), f"tests reach all {what} of lib but those in the lists", "\n".join(map(str, of(more))))
        tap.ok(not of(gone), f"no test reaches {what} of the lists", "\n".join(map(str, of(gone))))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
