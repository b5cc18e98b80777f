#!/usr/bin/env python3
"""Compiles the law with never-was.toml added to `measures`: a later act, known from 1 March 2024, and edition 2.

    amend.py LAW FOLDER OUT.d COMMAND ...

Its rows 9001, 9002 … get the numbers after the last of the law. Copies LAW to FOLDER, amends the copy and runs the command, which finds it as `--law FOLDER` and writes OUT.d. There the
originals take the place of the copies, so that the tables are made anew when the law changes.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ADDED = Path(__file__).resolve().parent / "never-was.toml"
ACT = """
[act.decree_that_never_was]
issuer.en = "President of Nowhere"
issuer.ru = "президент Нигдении"
number   = "1"
date     = 2024-03-01
title.en = "Decree that never was"
title.ru = "Указ, которого не было"
address  = "https://example.org/never"
"""
# The law rises to edition 2, whose rows take the places of two that end with edition 1.
EDITS = [("acts.toml", '2020–2022 гг."\nedition = 1', '2020–2022 гг."\nedition = 2'),
         ("acts.toml", '"entry-after-july-2022.toml"]', f'"entry-after-july-2022.toml", "{ADDED.name}"]'),
         ("decree-585.toml", 'id         = "D585.identified"\n', 'id         = "D585.identified"\nedition_until = 1\n'),
         ("vaccination.toml", 'id         = "B2.2"\n', 'id         = "B2.2"\nedition_until = 1\n')]


def amend(law, folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(law, folder)
    numbers = [int(number) for file in law.glob("*.toml")
               for number in re.findall(r"\bnumber *= (\d+)", file.read_text(encoding="utf-8"))]
    added = re.sub(r"^(number *= )90(\d\d)$", lambda found: f"{found[1]}{max(numbers) + int(found[2])}",
                   ADDED.read_text(encoding="utf-8"), flags=re.M)
    (folder / ADDED.name).write_text(added, encoding="utf-8")
    with (folder / "acts.toml").open("a", encoding="utf-8") as acts:
        acts.write(ACT)
    for name, old, new in EDITS:
        text = (folder / name).read_text(encoding="utf-8")
        if text.count(old) != 1:
            sys.exit(f"amend.py: {name} does not hold {old!r} once")
        (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def main():
    law, folder, depfile, *command = sys.argv[1:]
    amend(Path(law), Path(folder))
    subprocess.run(command, check=True)
    made_from = Path(depfile).read_text(encoding="utf-8").replace(str(Path(folder) / ADDED.name), str(ADDED))
    Path(depfile).write_text(made_from.replace(folder, law), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
