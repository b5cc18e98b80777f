#!/usr/bin/env python3
"""Does the library live without a C library or an operating system: as WebAssembly?

    python3 tests/wasm/wasm.py --build DIR [--source DIR]

Compiles the sources of meson.build and the tables of a built tree with clang for wasm32, freestanding, with the face of
face.c, and runs the module under node (run.mjs): days, answers, vectors, explanations.
Prints TAP.
"""

import argparse
import re
import shutil
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from tap import Failed, Tap, attempt, run  # noqa: E402

FLAGS = ("--target=wasm32 -std=c11 -O2 -ffreestanding -nostdlib -mbulk-memory -fvisibility=hidden -Wall -Wextra -Wconversion "
         "-Wshadow -Werror").split()
LINKING = "-fuse-ld=lld -Wl,--no-entry -Wl,--fatal-warnings".split()
RESULT = re.compile(r"(ok|not ok) (\d+) - (.*)")
# The module has 92,000 bytes, most of them the names and passages of the tables.
LARGEST = 500_000


def sources(source):
    """The C files that meson.build compiles into the library."""
    text = (source / "meson.build").read_text(encoding="utf-8")
    names = re.findall(r"'(lib/[^']+\.c)'", text)
    if not names:
        raise Failed("meson.build lists no C files of lib")
    return [source / name for name in names]


def compiles(source, build, module):
    run("clang-19", *FLAGS, *LINKING, f"-I{source / 'include'}", f"-I{source / 'lib'}", f"-I{build / 'include'}",
        *sources(source), build / "tables.c", HERE / "face.c", "-o", module)
    size = module.stat().st_size
    return [] if 0 < size < LARGEST else [f"the module has {size} bytes, expected less than {LARGEST}"]


def node(tap, module, vectors):
    """Runs run.mjs and reports its checks as ours."""
    command = shutil.which("node") or shutil.which("nodejs") or "node"
    done = attempt(command, HERE / "run.mjs", module, vectors)
    results, details, plan = [], {}, None
    for line in done.stdout.splitlines():
        if match := RESULT.fullmatch(line):
            results.append((match[1] == "ok", match[3]))
        elif line.startswith("1.."):
            plan = int(line[3:])
        elif results and not results[-1][0]:
            details.setdefault(len(results), []).append(line.removeprefix("# "))
        else:
            print(line)
    for number, (passed, sentence) in enumerate(results, 1):
        tap.ok(passed, sentence, "\n".join(details.get(number, [])))
    tap.ok(results and plan == len(results) and (done.returncode == 0) == all(passed for passed, _ in results),
           "node ran every check to the end",
           f"{len(results)} checks, plan {plan}, exit code {done.returncode}\n{done.stderr}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--build", type=Path, required=True, help="a built tree")
    parser.add_argument("--source", type=Path, default=HERE.parent.parent, help="the repository")
    options, tap = parser.parse_args(), Tap()
    source, build = options.source.resolve(), options.build.resolve()
    with tempfile.TemporaryDirectory() as scratch:
        module = Path(scratch) / "statusrules.wasm"
        tap.check("the library compiles for wasm32, freestanding, without a warning", compiles, source, build, module)
        try:
            node(tap, module, source / "tests/vectors/statement-extension.tsv")
        except Failed as error:
            tap.ok(False, "the module runs under node", error)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
