#!/usr/bin/env python3
"""Adds up what the suites counted: reads the JUnit files that meson wrote and prints `N passed, M failed`.

A suite that ran nothing, a check that was skipped and a file that is missing all count as failed.
"""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path


def main(paths):
    passed = failed = 0
    for path in map(Path, paths):
        if not path.is_file():
            print(f"{path}: no result was written")
            failed += 1
            continue
        try:
            suites = xml.parse(path).getroot().findall("testsuite")
        except xml.ParseError as error:
            print(f"{path}: cannot be read: {error}")
            failed += 1
            continue
        if not suites:
            print(f"{path}: no suite ran")
            failed += 1
        for suite in suites:
            cases = suite.findall("testcase")
            bad = [case for case in cases if any(case.find(tag) is not None for tag in ("failure", "error", "skipped"))]
            if not cases:
                print(f"{path}: {suite.get('name')} ran nothing")
                failed += 1
            for case in bad:
                print(f"{path}: {suite.get('name')}: failed: {case.get('name')}")
            failed += len(bad)
            passed += len(cases) - len(bad)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
