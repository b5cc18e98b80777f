#!/usr/bin/env python3
"""Does the law compiler refuse every law that is not sound, at the right line, and take the sound ones?

bad/ holds a folder a refusal: the least law, sound but for one thing. The first line of one of its files says what the
refusal must contain (`# expect: ...`); `# <-` ends each line that must be refused, and no other line may be. A folder
with a names.toml of its own is a law folder; the others are added to the real law.
And does the digest of an edition follow what the edition decides, and nothing else?
Prints TAP; the names of the folders are the sentences.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
COMPILER = ROOT / "lib/law_compiler/compile_law.py"
REFUSAL = re.compile(r"^(.+?):(\d+): (.+)$")


def compile_law(law, laws, folder=None):
    """Runs the compiler; gives its exit code, its errors, and what it wrote."""
    command = [sys.executable, str(COMPILER), "--law", str(law)]
    for one in laws:
        command += ["--laws", str(one)]
    outputs = []
    if folder is not None:
        outputs = [folder / "tables.c", folder / "law.md", folder / "overlaps.txt"]
        for option, output in zip(("--tables", "--printed", "--overlaps"), outputs):
            command += [option, str(output)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    return run.returncode, run.stderr, [output.read_bytes() for output in outputs if output.exists()]


def expected(folder):
    """What a bad case says of itself: the fragment, and the lines that must be refused."""
    fragments, lines = [], set()
    for path in sorted(folder.glob("*.toml")):
        text = path.read_text(encoding="utf-8").splitlines()
        fragments += [text[0].removeprefix("# expect: ")] if text and text[0].startswith("# expect: ") else []
        lines |= {(str(path), number) for number, line in enumerate(text, 1) if line.endswith("# <-")}
    return fragments, lines


def bad_case(folder, law):
    """What is wrong with the refusal of a bad case, or None."""
    fragments, lines = expected(folder)
    if len(fragments) != 1 or not lines:
        return "the case needs one `# expect: ` and at least one `# <-`"
    own_names = (folder / "names.toml").exists()
    with tempfile.TemporaryDirectory() as scratch:
        code, errors, written = compile_law(folder if own_names else law, [] if own_names else [folder], Path(scratch))
    refusals = [match.groups() for line in errors.splitlines() if (match := REFUSAL.match(line))]
    if code != 1:
        return f"exit code {code}, expected 1: {errors}"
    if written:
        return "something was written in spite of the refusal"
    if len(refusals) != len(errors.splitlines()):
        return f"a line is not of the form file:line: message: {errors}"
    if {(name, int(line)) for name, line, _ in refusals} != lines:
        return f"the lines refused are not the lines marked: {errors}"
    if not any(fragments[0] in message for _, _, message in refusals):
        return f"expected {fragments[0]!r} in: {errors}"
    return None


def good_case(law, laws):
    with tempfile.TemporaryDirectory() as scratch:
        code, errors, first = compile_law(law, laws, Path(scratch))
    if code != 0 or len(first) != 3:
        return f"exit code {code}: {errors}"
    with tempfile.TemporaryDirectory() as scratch:
        _, _, second = compile_law(law, laws, Path(scratch))
    return None if first == second else "two runs wrote different bytes"


def compiles(law, laws, compiler):
    """Whether a C compiler takes the tables without a word."""
    with tempfile.TemporaryDirectory() as scratch:
        compile_law(law, laws, Path(scratch))
        flags = "-std=c11 -ffreestanding -fvisibility=hidden -Wall -Wextra -Wconversion -Wshadow -Werror -c".split()
        run = subprocess.run([compiler, *flags, f"-I{ROOT / 'include'}", f"-I{ROOT / 'lib'}", "-o",
                              f"{scratch}/tables.o", f"{scratch}/tables.c"], capture_output=True, text=True, check=False)
    return run.stderr if run.returncode else None


def digests_of(law, folder):
    """By edition, the digests of the law that never was."""
    with tempfile.TemporaryDirectory() as scratch:
        output = Path(scratch) / "digests.txt"
        run = subprocess.run([sys.executable, str(COMPILER), "--law", str(law), "--laws", str(folder), "--digests",
                              str(output)], capture_output=True, text=True, check=False)
        if run.returncode:
            return run.stderr
        text = output.read_text(encoding="utf-8")
    return dict(re.findall(r"^fictitious (\d+) = ([0-9a-f]{64})$", text, re.MULTILINE))


def digest_case(law, good, edits, changed):
    """Edits the law that never was: (file, old text, new text); only the digests of these editions may change."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "good"
        shutil.copytree(good, folder)
        for name, old, new in edits:
            text = (folder / name).read_text(encoding="utf-8")
            if old not in text:
                return f"{name} does not hold {old!r}"
            (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        before, after = digests_of(law, good), digests_of(law, folder)
    if not isinstance(before, dict) or not isinstance(after, dict) or not before:
        return f"no digests: {before} {after}"
    found = {edition for edition in before | after if before.get(edition) != after.get(edition)}
    return None if found == changed else f"the digests of the editions {sorted(found)} changed"


# (sentence, edits, the editions whose digest changes)
DIGESTS = [
    ("words, labels, titles and addresses are not in the digest",
     [("extension.toml", '"is extended for 90 days, {day}"', '"is prolonged for 90 days, {day}"'),
      ("extension.toml", '"point 4"', '"item 4"'), ("extension.toml", '"One of two readings."', '"A reading."'),
      ("extension.toml", "Visas of persons abroad are", "Visas of those abroad are"),
      ("extension.toml", '"first consulate"', '"consulate 1"'),
      ("extension.toml", "example.org/cut-off", "example.org/cut"),
      ("acts.toml", '"On terms"', '"On time"'), ("acts.toml", "example.org/notice", "example.org/note"),
      ("acts.toml", '"a law that never was"', '"a law that was not"')], set()),
    ("a row superseded in a new edition leaves the digests of the old ones",
     [("acts.toml", "edition = 2", "edition = 3"),
      ("extension.toml", 'says.en    = "is valid, {day}"', 'edition_until = 2\nsays.en = "is valid, {day}"')], {"3"}),
    ("a window is in the digest of the editions that hold the row",
     [("extension.toml", 'plus_days = 80 } }\n[row.when]\nterm       = "visa"\nlast_day   = { from = 2001-01-01',
       'plus_days = 80 } }\n[row.when]\nterm = "visa"\nlast_day = { from = 2001-01-02')], {"1"}),
    ("a state of a group is in the digest", [("extension.toml", '["TR", "GB"]', '["TR"]')], {"1", "2"}),
    ("a mark is in the digest",
     [("extension.toml", '2000-12-31, mark = "unless known"', '2000-12-31, mark = "if known"')], {"1", "2"}),
    ("the order of the rows is in the digest",
     [("extension.toml", 'before     = "F1"\n', 'before     = "F1.wrong"\n')], {"2"}),
    ("a day of knowledge is in the digest",
     [("extension.toml", "known_until = 2001-05-31", "known_until = 2001-05-30")], {"1", "2"}),
    ("certainty is in the digest",
     [("extension.toml", 'certainty  = "inferred"', 'certainty  = "stated"')], {"1", "2"}),
    ("a stage is in the digest",
     [("acts.toml", 'name     = "consulates"\nstage    = 1', 'name     = "consulates"\nstage    = 2')], {"1", "2"}),
]


def tests(options):
    """(sentence, what is wrong or None) of each test."""
    law, good = options.law, HERE / "good"
    yield "the real law is taken, and written twice alike", lambda: good_case(law, [])
    yield "the law that never was is taken, and written twice alike", lambda: good_case(law, [good])
    for compiler in options.cc:
        yield f"{compiler} takes the tables of both without a warning", lambda cc=compiler: compiles(law, [good], cc)
    for sentence, edits, changed in DIGESTS:
        yield sentence, lambda edits=edits, changed=changed: digest_case(law, good, edits, changed)
    for folder in sorted(path for path in (HERE / "bad").iterdir() if path.is_dir()):
        yield f"refused: {folder.name.replace('_', ' ')}", lambda folder=folder: bad_case(folder, law)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--law", type=Path, default=ROOT / "lib/law", help="the folder of the real law")
    parser.add_argument("--cc", action="append", default=[], help="a C compiler that must take the tables")
    todo, failed = list(tests(parser.parse_args())), 0
    print(f"1..{len(todo)}")
    for number, (sentence, test) in enumerate(todo, 1):
        wrong = test()
        print(f"{'not ok' if wrong else 'ok'} {number} - {sentence}")
        if wrong:
            failed += 1
            print("".join(f"# {line}\n" for line in wrong.splitlines()), end="")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
