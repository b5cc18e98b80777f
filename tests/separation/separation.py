#!/usr/bin/env python3
"""Is the law apart from the method, and everything in its place?

    python3 tests/separation/separation.py [--source DIR]

lib/law is text, lib/engine and lib/calendar are method: no date, act, kind or country stands in code. The C sources
stand in meson.build one by one, use no C library, are formatted; the top of the repository holds what belongs there.
Prints TAP.
"""

import argparse
import fnmatch
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from headers import without_comments, without_strings  # noqa: E402
from tap import Failed, Tap, attempt  # noqa: E402

YEAR = re.compile(r"(?<![\w.])(?:19|20)\d\d(?!\d)")
INTEGER = re.compile(r"(?<![\w.])(0[xX][0-9a-fA-F]+|\d+)[uUlL]*(?![\w.])")
# As days since 1970: from 1997 to 2049.
DAYS = range(10000, 29220)
# Below this, a number of the law says nothing: rows, bits and bytes are counted with the same ones.
TELLING = 90
INCLUDES = {"lib/calendar": ("statusrules/calendar.h", "statusrules/error.h", "engine/error.h", "calendar/"),
            "lib/engine": ("statusrules/", "engine/", "calendar/check.h"),
            "lib/answers": ("statusrules/", "engine/", "answers/"),
            "include/statusrules": ("statusrules/",)}
STANDARD = ("stdint.h", "stddef.h")
TOP = """README.md LICENSE CHANGELOG.md CONTRIBUTING.md SECURITY.md meson.build meson_options.txt pyproject.toml .clang-format
         .editorconfig .gitignore .git .ci lib include bindings examples tests""".split()


class Tree:
    """The repository."""

    def __init__(self, source):
        self.source = source

    def files(self, folder, *endings):
        """The files below a folder with one of the endings; none is a failure."""
        found = sorted(path for path in (self.source / folder).rglob("*")
                       if path.is_file() and path.name.endswith(endings) and "__pycache__" not in path.parts)
        if not found:
            raise Failed(f"{folder} holds no file that ends in {', '.join(endings)}")
        return found

    def lines(self, folder, of=lambda text: text):
        """(where, line) of each line of the C files of a folder, after `of` was applied to each text."""
        for path in self.files(folder, ".c", ".h"):
            for number, line in enumerate(of(path.read_text(encoding="utf-8")).splitlines(), 1):
                yield f"{path.relative_to(self.source)}:{number}", line

    def without(self, folders, pattern, word, of=lambda text: text):
        """Where a pattern stands in the C files of folders."""
        return [f"{where}: {match[0]} {word}" for folder in folders for where, line in self.lines(folder, of)
                for match in re.finditer(pattern, line)]

    # ---- The method holds no law ----

    def engine_years(self):
        return self.without(["lib/engine"], YEAR, "is a year: it belongs into lib/law")

    def code_years(self):
        return self.without(["lib/calendar", "lib/answers"], YEAR, "is a year: it belongs into lib/law", without_comments)

    def value_names(self):
        """The constants of facts.h that are values of facts: documents, statuses, countries and the like."""
        text = without_comments((self.source / "include/statusrules/facts.h").read_text(encoding="utf-8"))
        names = re.findall(r"\b(STATUSRULES_\w+)\s*=", text)
        values = [name for name in names if not name.startswith("STATUSRULES_FACT_")
                  and name not in ("STATUSRULES_NO", "STATUSRULES_YES")]
        if "STATUSRULES_TERM_VISA" not in values:
            raise Failed("the values of the facts were not found in facts.h")
        return values

    def values(self):
        pattern = r"\b(?:" + "|".join(self.value_names()) + r")\b"
        return self.without(["lib/engine", "lib/calendar", "lib/answers"], pattern,
                            "is a value of a fact: only lib/law knows it", without_comments)

    def families(self):
        """The same by their first words, so that a value that is put together by a macro does not slip through."""
        first = {re.match(r"STATUSRULES_[A-Z]+_", name)[0] for name in self.value_names()}
        return self.without(["lib/engine", "lib/calendar", "lib/answers"], r"\b(?:" + "|".join(sorted(first)) + r")\w*",
                            "looks like a value of a fact", without_comments)

    def countries(self):
        return self.without(["lib/engine", "lib/calendar", "lib/answers"], r"\bSTATUSRULES_COUNTRY\b",
                            "is a state: only lib/law knows it")

    def engine_text(self):
        def of(text):
            return re.sub(r"#include[^\n]*|__attribute__\(\(target_clones\([^\n]*", "", without_comments(text))
        return self.without(["lib/engine", "lib/calendar"], r'"[^"]*"|\'[A-Z]\'', "is a text: names stand in lib/law", of)

    def dates(self):
        wrong = self.without(["lib/engine", "lib/answers"], r"\bSTATUSRULES_DAY\b", "makes a date", without_comments)
        return wrong + [f"{where}: {number} would be a day: dates stand in lib/law"
                        for folder in ("lib/engine", "lib/calendar", "lib/answers")
                        for where, number in self.integers(folder) if number in DAYS]

    def integers(self, folder):
        return [(where, int(one, 0) if one.lower().startswith("0x") else int(one))
                for where, line in self.lines(folder, without_strings) for one in INTEGER.findall(line)]

    def law_numbers(self):
        """Numbers of decrees and of days, from the text of the law."""
        numbers = {}
        for path in self.files("lib/law", ".toml"):
            if path.name != "names.toml":
                text = re.sub(r"\bnumber\s*=\s*\d+", "", path.read_text(encoding="utf-8"))  # those of rows tell nothing
                for one in re.findall(r"(?<![\w.-])\d{2,4}(?![\w-])", text):
                    numbers.setdefault(int(one), path.name)
        telling = {number: name for number, name in numbers.items() if number >= TELLING}
        if not telling:
            raise Failed("no number was found in lib/law")
        return telling

    def decrees(self):
        telling = self.law_numbers()
        return [f"{where}: {number} stands in the law too ({telling[number]}): decree, or number of days?"
                for folder in ("lib/engine", "lib/answers") for where, number in self.integers(folder) if number in telling]

    # ---- The law is text ----

    def law_is_text(self):
        return [f"{path.relative_to(self.source)} is no text of the law" for path in self.files("lib/law", "")
                if path.suffix not in (".toml", ".txt", ".md")]

    def toml(self, name):
        return tomllib.loads((self.source / "lib/law" / name).read_text(encoding="utf-8"))

    def rows(self, name):
        """The rows of a file; those in variants with what they share."""
        return [{**row, **variant} for row in self.toml(name).get("row", []) for variant in row.get("variant", [{}])]

    def law_listed(self):
        acts = self.toml("acts.toml")
        listed = {name for law in acts["law"].values() for name in [*law["files"], law["left_out"]]}
        listed |= {act["text"] for act in acts["act"].values() if "text" in act}
        listed |= {"acts.toml", "names.toml", "UNICODE-LICENSE.txt"}
        there = {path.name for path in self.files("lib/law", ".toml", ".txt")}
        return ([f"lib/law/{name} is not named in acts.toml: nothing of it is compiled" for name in sorted(there - listed)]
                + [f"lib/law/{name} is named in acts.toml and is not there" for name in sorted(listed - there)])

    def quotes(self):
        acts, wrong, seen = self.toml("acts.toml"), [], 0
        for law in acts["law"].values():
            for name in law["files"]:
                for row in self.rows(name):
                    if "quote" not in row:
                        continue
                    seen += 1
                    source = acts["act"][row["act"]].get("text")
                    text = (self.source / "lib/law" / source).read_text(encoding="utf-8") if source else ""
                    if not row["quote"].strip() or " ".join(row["quote"].split()) not in " ".join(text.split()):
                        wrong.append(f"{name}: {row['id']}: the quote does not stand in {source or 'a text: it has none'}")
        return wrong if seen else ["no row has a quote"]

    # ---- Sources ----

    def in_meson(self):
        text = (self.source / "meson.build").read_text(encoding="utf-8")
        listed = set(re.findall(r"'(lib/[\w./-]+\.c)'", text))
        there = {str(path.relative_to(self.source)) for path in self.files("lib", ".c")}
        return ([f"{name} is not listed in meson.build" for name in sorted(there - listed)]
                + [f"{name} is listed in meson.build and is not there" for name in sorted(listed - there)])

    def includes(self):
        wrong = []
        for folder, allowed in INCLUDES.items():
            for where, line in self.lines(folder, without_comments):
                match = re.match(r"\s*#\s*include\s*(.*)", line)
                name = match and match[1].strip('<>" \t')
                if match and name not in STANDARD and not name.startswith(allowed):
                    wrong.append(f"{where}: {folder} does not include {name}")
        known = set(INCLUDES) | {"lib/law", "lib/law_compiler"}
        return wrong + [f"{path.relative_to(self.source)}: no rule says what it may include"
                        for path in self.files("lib", ".c", ".h")
                        if str(path.parent.relative_to(self.source)) not in known]

    def formatted(self):
        files = [path for folder in ("lib", "include", "tests", "examples") for path in self.files(folder, ".c", ".h")]
        done = attempt("clang-format-19", "--dry-run", "--Werror", f"--style=file:{self.source / '.clang-format'}", *files)
        bad = sorted(set(re.findall(r"^(.+?):\d+:\d+: error", done.stderr, re.MULTILINE)))
        if done.returncode and not bad:
            return [done.stderr or f"exit code {done.returncode}"]
        return [f"{path} is not formatted: clang-format-19 -i" for path in bad]

    def top(self):
        path = self.source / ".gitignore"
        ignored = [line.strip("/") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        return [f"{one.name} does not belong to the top of the repository" for one in sorted(self.source.iterdir())
                if one.name not in TOP and not any(fnmatch.fnmatchcase(one.name, pattern) for pattern in ignored)]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, help="a built tree; not needed, nothing is read from it")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    tree, tap = Tree(parser.parse_args().source.resolve()), Tap()
    tap.check("the engine names no year, not even in a comment", tree.engine_years)
    tap.check("the code of the calendar and of the answers names no year", tree.code_years)
    tap.check("no code names a value of a fact: no document, status or decision", tree.values)
    tap.check("no code names anything that looks like a value of a fact", tree.families)
    tap.check("no code names a state", tree.countries)
    tap.check("the engine and the calendar hold no text", tree.engine_text)
    tap.check("no code holds a date, or a number that would be a day of our time", tree.dates)
    tap.check("the engine and the answers hold no number of a decree or of days of the law", tree.decrees)
    tap.check("lib/law holds text only: .toml, .txt, .md", tree.law_is_text)
    tap.check("every file of lib/law is named in acts.toml", tree.law_listed)
    tap.check("every quote stands word for word in the text of its act", tree.quotes)
    tap.check("every C source of lib is listed in meson.build", tree.in_meson)
    tap.check("sources include stdint.h, stddef.h and what their folder may know, nothing else", tree.includes)
    tap.check("every C file is formatted", tree.formatted)
    tap.check("the top of the repository holds what belongs there", tree.top)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
