#!/usr/bin/env python3
"""Are columns the same as single answers on laws that nobody has seen before?

Writes laws by chance (random_laws.py), compiles them, links columns/laws.c with them and the library that is built, and
runs it; with a new seed each time. A seed that finds something is printed, and its laws are kept. Prints TAP.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Tap  # noqa: E402

BUILT_IN = "2"  # statement and measures, which columns/laws compares


def build(source, built, folder, seed, laws):
    """The program of one seed."""
    tables, program, written = folder / "tables.c", folder / "laws", folder / "laws.d"
    written.mkdir()
    compiler = source / "lib" / "law_compiler" / "compile_law.py"
    subprocess.run([sys.executable, source / "tests/columns/random_laws.py", written, "--seed", str(seed),
                    "--laws", str(laws)], check=True)
    subprocess.run([sys.executable, compiler, "--law", source / "lib/law", "--laws", written, "--tables", tables], check=True)
    # The tables stand before the library, so that its own are not taken.
    subprocess.run(["cc", "-std=c11", "-O2", "-D_POSIX_C_SOURCE=200809L", "-o", program, source / "tests/columns/laws.c", tables,
                    *(f"-I{path}" for path in (source / "include", built / "include", source / "lib",
                                               source / "tests/support")),
                    built / "libstatusrules.a", "-lpthread"], check=True)
    return program


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--source", type=Path, required=True)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=600, help="how long new seeds are tried (default %(default)s)")
    parser.add_argument("--laws", type=int, default=40, metavar="N", help="laws of a seed (default %(default)s)")
    parser.add_argument("--rows", type=int, default=1500, metavar="N", help="rows for each law (default %(default)s)")
    parser.add_argument("--seed", type=int, help="this one alone")
    options = parser.parse_args()
    source, built, tap = options.source.resolve(), options.build.resolve(), Tap()
    end = time.monotonic() + options.seconds
    while not tap.tests or (options.seed is None and time.monotonic() < end):
        seed = options.seed if options.seed is not None else random.randrange(2**31)
        folder = Path(tempfile.mkdtemp(prefix="new_laws."))
        ran = subprocess.run([build(source, built, folder, seed, options.laws), str(options.rows), str(seed), BUILT_IN],
                             capture_output=True, text=True)
        tap.ok(ran.returncode == 0, f"columns are the same as single answers, laws of seed {seed}",
               "\n".join(line for line in ran.stdout.splitlines() if not line.startswith("ok"))[:3000] + f"\nkept in {folder}")
        if ran.returncode == 0:
            subprocess.run(["rm", "-r", folder], check=True)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
