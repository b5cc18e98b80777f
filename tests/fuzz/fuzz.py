#!/usr/bin/env python3
"""Builds each fuzz target with ASan and UBSan and runs it for some seconds. Prints TAP.

    fuzz.py --source DIR [--seconds N]

README.md beside this file says which target covers which functions.
"""

import argparse
import os
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Failed, Tap, attempt  # noqa: E402

# Target, the library's sources that it needs (None: all of them, and the law), seeds, dictionary or None.
TARGETS = [("parse_day", ["lib/calendar/calendar.c"], "parse_day_seeds", "date.dict"),
           ("inverse", None, "inverse_seeds", None),
           ("receipt", None, "receipt_seeds", "receipt.dict"),
           ("sql", None, "sql_seeds", "sql.dict")]
SANITIZED = ["-g", "-O1", "-fsanitize=fuzzer,address,undefined", "-fno-sanitize-recover=all"]


def whole_library(source, folder):
    """The sources of the library and the tables of its law, made in the folder; what meson configures, too."""
    outputs = {"--tables": 1, "--printed": 1, "--pages": 2, "--overlaps": 1, "--depfile": 1}
    command = [sys.executable, str(source / "lib/law_compiler/compile_law.py"), "--law", str(source / "lib/law")]
    for option, n in outputs.items():
        command += [option, *[str(folder / f"{option.strip('-')}{i}.c") for i in range(n)]]
    made = attempt(*command)
    if made.returncode:
        raise Failed(made.stderr)
    header = (source / "include/statusrules/version.h.in").read_text(encoding="utf-8")
    (folder / "statusrules").mkdir()
    (folder / "statusrules/version.h").write_text(header.replace("@version@", "0").replace("@abi@", "0"), encoding="utf-8")
    return sorted(source.glob("lib/*/*.c")) + [folder / "tables0.c"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--seconds", type=int, default=10)
    arguments = parser.parse_args()
    source, here = arguments.source.resolve(), Path(__file__).resolve().parent
    tap = Tap()
    for name, sources, seeds, dictionary in TARGETS:
        with tempfile.TemporaryDirectory() as folder:
            program, corpus = Path(folder) / name, Path(folder) / "corpus"
            corpus.mkdir()
            files = [source / one for one in sources] if sources else whole_library(source, Path(folder))
            built = attempt("clang-19", "-std=c11", *SANITIZED, "-DSTATUSRULES_ONE_MACHINE", f"-I{folder}",
                            f"-I{source / 'include'}", f"-I{source / 'lib'}", str(here / f"{name}.c"), *map(str, files),
                            "-o", str(program))
            tap.ok(built.returncode == 0, f"{name} builds", built.stderr)
            if built.returncode:
                continue
            ran = attempt(str(program), f"-max_total_time={arguments.seconds}", "-use_value_profile=1",
                          *([f"-dict={here / dictionary}"] if dictionary else []), "-print_final_stats=1", f"-artifact_prefix={folder}/",
                          str(corpus), str(here / seeds), env=dict(os.environ, LC_ALL="C"))
            inputs = re.search(r"number_of_executed_units:\s*(\d+)", ran.stderr)
            count = int(inputs.group(1)) if inputs else 0
            tap.ok(ran.returncode == 0 and count > 0, f"{name} finds nothing in {arguments.seconds} s",
                   ran.stderr[-4000:])
            print(f"# {count} inputs", flush=True)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
