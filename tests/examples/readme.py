#!/usr/bin/env python3
"""Does README tell the truth? Its C example is compiled as printed and must print what README says, each command and
link in it must exist. Prints TAP.

    readme.py --source DIR --build DIR
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Tap  # noqa: E402


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--source", required=True, type=Path)
    parser.add_argument("--build", required=True, type=Path)
    arguments = parser.parse_args()
    tap = Tap()
    readme = (arguments.source / "README.md").read_text(encoding="utf-8")

    programs, outputs = blocks(readme, "c"), blocks(readme, "text")
    tap.ok(len(programs) == 1 and len(outputs) == 1, "README has one C program and what it prints")
    with tempfile.TemporaryDirectory() as folder:
        source, program = Path(folder) / "first.c", Path(folder) / "first"
        source.write_text(programs[0], encoding="utf-8")
        include = [f"-I{arguments.source / 'include'}", f"-I{arguments.build / 'include'}"]
        compiled = subprocess.run(["cc", "-std=c11", "-Wall", "-Wextra", "-Werror", *include, str(source),
                                   str(arguments.build / "libstatusrules.a"), "-o", str(program)],
                                  capture_output=True, text=True)
        tap.ok(compiled.returncode == 0, "the program compiles as printed", compiled.stderr)
        ran = subprocess.run([str(program)], capture_output=True, text=True) if compiled.returncode == 0 else None
        printed = ran.stdout.rstrip("\n") if ran else ""
        tap.ok(printed == outputs[0].rstrip("\n"), "it prints what README says", printed)

    commands = re.findall(r"^\| `(sh [^`]+)` \|", readme, re.M)
    tap.ok(commands == ["sh examples/run.sh", "sh tests/run.sh"], "README has exactly the two commands", str(commands))
    for command in commands:
        tap.ok((arguments.source / command.split()[1]).is_file(), f"{command} is there")
    for file in sorted(arguments.source.rglob("*.md")):
        if any(part.startswith(("build", ".")) for part in file.relative_to(arguments.source).parts):
            continue
        links = re.findall(r"\]\(([^)#:]+)\)", file.read_text(encoding="utf-8"))
        dead = [link for link in links if not (file.parent / link).exists()]
        tap.ok(not dead, f"every link of {file.relative_to(arguments.source)} leads somewhere", str(dead))
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
