#!/usr/bin/env python3
"""Does a later act leave alone what was known before it, and an erratum what an older edition answered?

    amended.py FINGERPRINTS AMENDED_FINGERPRINTS

The two programs answer alike, one from the law `measures`, one from the same with amended/never-was.toml added: an act of
1 March 2024, and edition 2. What they print is compared. Prints TAP.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
from tap import Tap  # noqa: E402

EVE, ACT = "2024-02-29", "2024-03-01"
# The questions with a row of the act; with a row of the erratum, and the day from which the corrected row is known.
ACTS = {"extension", "vaccination", "moratorium"}
ERRATA = {"extension": "2022-08-27", "vaccination": "2021-03-30"}


def fingerprints(program):
    """By question, day of knowledge and edition; and how many answers there are in all."""
    lines = [line.split("\t") for line in subprocess.run([program], check=True, capture_output=True,
                                                         text=True).stdout.splitlines()]
    return {(question, known_on, int(edition)): sum_ for question, known_on, edition, _, sum_ in lines}, \
        sum(int(line[3]) for line in lines)


def later_than(known_on, day):
    return known_on == "unknown" or known_on >= day


def old_knowledge(before, after):
    """What was known before the act is answered as it was, under the edition that there was."""
    wrong = [f"{key}: answers changed" for key, sum_ in before.items()
             if key[1] != "unknown" and after[key] != sum_]
    wrong += [f"{question}: what was known on {EVE} is answered otherwise than what was known at all"
              for question in ACTS if after[question, EVE, 1] != before[question, "unknown", 1]]
    return wrong if any(key[1] != "unknown" for key in before) else ["no day was compared"]


def new_knowledge(before, after):
    """From its publication on the act changes answers, and of its own questions alone."""
    wrong = [f"{question}: the act changed nothing" for question in ACTS
             if after[question, ACT, 1] == before[question, "unknown", 1]
             or after[question, "unknown", 1] == before[question, "unknown", 1]]
    return wrong + [f"{key}: the act changed answers of another question" for key, sum_ in before.items()
                    if key[0] not in ACTS and after[key] != sum_]


def old_edition(before, after):
    """Under edition 1 the rows that the erratum ends decide as ever; compared as known before the act, or without it."""
    kept = [key for key in before if key[0] in ERRATA and key[1] != "unknown" and key[1] >= ERRATA[key[0]]]
    return [f"{key}: answers changed" for key in kept if after[key] != before[key]] if kept else ["nothing was compared"]


def new_edition(after):
    """Edition 2 answers otherwise from the day on which a corrected row is known, and of no other question."""
    wrong = []
    for (question, known_on, edition), sum_ in after.items():
        corrected = question in ERRATA and later_than(known_on, ERRATA[question])
        if edition == 2 and (sum_ != after[question, known_on, 1]) != corrected:
            wrong.append(f"{question}, known on {known_on}: edition 2 {'changed nothing' if corrected else 'changed answers'}")
    return wrong


def main():
    tap = Tap()
    (before, n), (after, n_after) = map(fingerprints, sys.argv[1:3])
    print(f"# {n} answers of the law, {n_after} of the amended one")
    tap.check("a later act changes no answer as known before it", old_knowledge, before, after)
    tap.check("a later act changes answers as known from its publication on, of its questions alone", new_knowledge, before, after)
    tap.check("an erratum changes no answer under the edition before it", old_edition, before, after)
    tap.check("an erratum changes answers under its edition, where the corrected rows are known", new_edition, after)
    return tap.done()


if __name__ == "__main__":
    sys.exit(main())
