#!/usr/bin/env python3
"""Compiles the law's text into C tables, and prints it for people.

Reads acts.toml, names.toml and the law files of a folder, checks them, and writes what lib/engine reads. A law that is
not sound is refused: every refusal is printed as `file:line: what is wrong, what was expected`, and nothing is written.
"""

import argparse
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.setrecursionlimit(10_000)  # rows are cut by those above them, one in the other

from check_law import check_acts, check_law  # noqa: E402
from cover import overlaps  # noqa: E402
from digest import digests  # noqa: E402
from names import read_names  # noqa: E402
from printed import printed  # noqa: E402
from read_acts import read_acts  # noqa: E402
from read_row import read_rows  # noqa: E402
from source import Refusals  # noqa: E402
from tables import c_file  # noqa: E402


FIRST_LAW = "statement"  # statusrules_law_statement()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--law", type=Path, required=True, metavar="DIR",
                        help="folder with acts.toml, names.toml and the law files")
    parser.add_argument("--laws", type=Path, action="append", default=[], metavar="DIR",
                        help="folder with more laws: its own acts.toml and law files; may be given again")
    parser.add_argument("--tables", type=Path, metavar="OUT.c", help="write the C tables here")
    parser.add_argument("--printed", type=Path, metavar="OUT.md", help="write the law for people here")
    parser.add_argument("--overlaps", type=Path, metavar="OUT.txt",
                        help="write the rows of one list that a case can meet together here")
    parser.add_argument("--digests", type=Path, metavar="OUT.txt",
                        help="write the digest of each edition of each law here")
    parser.add_argument("--depfile", type=Path, metavar="OUT.d",
                        help="write the files that the tables depend on here, in the form of make")
    return parser.parse_args()


def read_laws(folders, names, refusals):
    """The laws of all folders in order, the rows read; and the acts of each folder."""
    laws, all_acts = [], []
    for folder in folders:
        acts, found = read_acts(folder, names, refusals, None if laws or all_acts else FIRST_LAW)
        all_acts.append(acts)
        for law in found:
            if any(law.name == other.name for other in laws):
                refusals.add(law.where, f'law "{law.name}": another folder has a law of this name, expected a new one')
                continue
            read_rows(law, folder, acts, names, refusals)
            laws.append(law)
    return laws, all_acts


def depfile(options):
    """What the tables are made from: the text of the laws and this compiler."""
    read = [path for folder in (options.law, *options.laws) for path in folder.iterdir() if path.suffix in (".toml", ".txt")]
    read += Path(__file__).parent.glob("*.py")
    escaped = [str(path).replace(" ", "\\ ") for path in (options.tables, *sorted(read))]
    return f"{escaped[0]}: {' '.join(escaped[1:])}\n"


def write(path, text):
    if path is not None:
        path.write_text(text, encoding="utf-8", newline="\n")


def main():
    options, refusals = arguments(), Refusals()
    names = read_names(options.law, refusals)
    laws, all_acts = read_laws([options.law, *options.laws], names, refusals) if names else ([], [])
    checked = [(law, check_law(law, refusals)) for law in laws]
    if not refusals.found:  # a row that was refused may be the one that uses the act
        for acts in all_acts:
            check_acts(acts, laws, refusals)
    if refusals.found:
        print("\n".join(refusals.lines()), file=sys.stderr)
        return 1
    write(options.tables, c_file(names, [(law, axes, digests(law)) for law, axes in checked]))
    write(options.printed, printed(laws))
    write(options.digests, "".join(f"{law.name} {edition} = {one}\n" for law in laws
                                   for edition, one in enumerate(digests(law), 1)))
    write(options.overlaps, "".join(f"{line}\n" for law, axes in checked for line in sorted(overlaps(law, axes))))
    if options.depfile is not None and options.tables is not None:
        write(options.depfile, depfile(options))
    return 0


if __name__ == "__main__":
    sys.exit(main())
