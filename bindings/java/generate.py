#!/usr/bin/env python3
"""Writes the classes and the C of the flat layer for Java. Usage: generate.py SWIG INTERFACE OPTION... C CLASSES"""

import subprocess
import sys
from pathlib import Path


def main(swig, interface, *rest):
    *options, wrapper, classes = rest
    package = Path(classes, "org/statusrules")
    package.mkdir(parents=True, exist_ok=True)
    subprocess.run([swig, "-java", "-Wall", "-Werror", "-package", "org.statusrules", *options, "-outdir", package,
                    "-o", wrapper, interface], check=True)
    # SWIG makes the constants public, and has no switch for it; nobody outside of the package is to see them.
    constants = package / "FlatConstants.java"
    text = constants.read_text(encoding="utf-8")
    if "public interface" not in text:
        sys.exit(f"{constants} is not what this version of SWIG was known to write")
    constants.write_text(text.replace("public interface", "interface"), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
