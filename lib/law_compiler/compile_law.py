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

from cover import overlaps  # noqa: E402
from digest import digests  # noqa: E402
from document import Link  # noqa: E402
from printed import printed  # noqa: E402
from printed_html import html  # noqa: E402
from printed_markdown import markdown  # noqa: E402
from read_laws import add_folders, read_laws  # noqa: E402
from source import Refusals  # noqa: E402
from tables import c_file  # noqa: E402

READ = ("*.py", "*.css")  # what of this folder the outputs are made from


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    add_folders(parser)
    parser.add_argument("--tables", type=Path, metavar="OUT.c", help="write the C tables here")
    parser.add_argument("--printed", type=Path, metavar="OUT.md", help="write the law for people here, in English")
    parser.add_argument("--pages", type=Path, nargs=2, metavar=("OUT.en.html", "OUT.ru.html"),
                        help="write the same as a page in English and one in Russian here, both in one folder")
    parser.add_argument("--overlaps", type=Path, metavar="OUT.txt",
                        help="write the rows of one list that a case can meet together here")
    parser.add_argument("--digests", type=Path, metavar="OUT.txt",
                        help="write the digest of each edition of each law here")
    parser.add_argument("--depfile", type=Path, metavar="OUT.d",
                        help="write the files that the tables depend on here, in the form of make")
    return parser.parse_args()


def depfile(options):
    """What the tables are made from: the text of the laws and this compiler."""
    read = [path for folder in (options.law, *options.laws) for path in folder.iterdir() if path.suffix in (".toml", ".txt")]
    read += [path for pattern in READ for path in Path(__file__).parent.glob(pattern)]
    escaped = [str(path).replace(" ", "\\ ") for path in (options.tables, *sorted(read))]
    return f"{escaped[0]}: {' '.join(escaped[1:])}\n"


def write(path, text):
    if path is not None:
        path.write_text(text, encoding="utf-8", newline="\n")


def write_printed(options, laws):
    """The law for people; each form names the others."""
    english, russian = [], []
    if options.pages is not None:
        english, russian = [Link("In English", options.pages[0].name)], [Link("По-русски", options.pages[1].name)]
        write(options.pages[0], html(printed(laws, "en", russian)))
        write(options.pages[1], html(printed(laws, "ru", english)))
    write(options.printed, markdown(printed(laws, "en", english + russian)))


def main():
    options, refusals = arguments(), Refusals()
    names, checked = read_laws(options, refusals)
    if refusals.found:
        print("\n".join(refusals.lines()), file=sys.stderr)
        return 1
    laws = [law for law, _ in checked]
    write(options.tables, c_file(names, [(law, axes, digests(law)) for law, axes in checked]))
    write_printed(options, laws)
    write(options.digests, "".join(f"{law.name} {edition} = {one}\n" for law in laws
                                   for edition, one in enumerate(digests(law), 1)))
    write(options.overlaps, "".join(f"{line}\n" for law, axes in checked for line in sorted(overlaps(law, axes))))
    if options.depfile is not None and options.tables is not None:
        write(options.depfile, depfile(options))
    return 0


if __name__ == "__main__":
    sys.exit(main())
