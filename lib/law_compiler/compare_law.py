#!/usr/bin/env python3
"""Prints what differs in a law between two days of knowledge, or between two editions.

    python3 lib/law_compiler/compare_law.py statement --law lib/law --known-on 2021-11-28 2021-11-29
    python3 lib/law_compiler/compare_law.py statement --law lib/law --edition 1 2

The rows that came and ended, and for each list of a question the cases that another row decides: the windows of last days
and the sets of values. Markdown, on the standard output.
"""

import argparse
import datetime
import sys

sys.dont_write_bytecode = True  # the source tree stays as it is
sys.setrecursionlimit(10_000)  # as in compile_law.py

from difference import View, difference  # noqa: E402
from model import LAST_DAY  # noqa: E402
from printed_difference import printed_difference  # noqa: E402
from printed_markdown import markdown  # noqa: E402
from read_laws import add_folders, read_laws  # noqa: E402
from source import Refusals, day_number, near  # noqa: E402


def day(text):
    return day_number(datetime.date.fromisoformat(text))


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("name", metavar="LAW", help="the name of the law, such as statement")
    add_folders(parser)
    parser.add_argument("--known-on", type=day, nargs="+", default=[LAST_DAY], metavar="DAY",
                        help="what was published by these days, before and after; one day for both; everything if absent")
    parser.add_argument("--edition", type=int, nargs="+", metavar="N",
                        help="the editions before and after; one for both; the newest if absent")
    parser.add_argument("--lang", choices=("en", "ru"), default="en", help="the language")
    options = parser.parse_args()
    for values in (options.known_on, options.edition or []):
        if len(values) > 2:
            parser.error("expected one or two days, and one or two editions")
    return parser, options


def views(law, options):
    """The view before and the view after."""
    editions = options.edition or [law.edition]
    return View(options.known_on[0], editions[0]), View(options.known_on[-1], editions[-1])


def main():
    parser, options = arguments()
    refusals = Refusals()
    _, checked = read_laws(options, refusals)
    if refusals.found:
        print("\n".join(refusals.lines()), file=sys.stderr)
        return 1
    laws = {law.name: (law, axes) for law, axes in checked}
    if options.name not in laws:
        parser.error(f'"{options.name}" is no law{near(options.name, laws)}')
    law, axes = laws[options.name]
    before, after = views(law, options)
    for view in (before, after):
        if not 1 <= view.edition <= law.edition:
            parser.error(f"the law has no edition {view.edition}, expected 1 to {law.edition}")
    if before == after:
        parser.error("both sides are the same, expected two days or two editions")
    found = difference(law, axes, before, after)
    print(markdown(printed_difference(law, axes, before, after, found, options.lang)), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
