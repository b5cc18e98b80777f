"""Test output that Meson reads, for the suites that are Python programs, and how they run a tool."""

import re
import subprocess


class Failed(Exception):
    """What is wrong, for the lines below a `not ok`."""


class Tap:
    """Reports checks as `ok` and `not ok` lines."""

    def __init__(self):
        self.tests = 0
        self.failures = 0

    def ok(self, condition, sentence, detail=""):
        """Reports one check; the detail is printed if it failed."""
        self.tests += 1
        self.failures += 0 if condition else 1
        print(f"{'ok' if condition else 'not ok'} {self.tests} - {sentence}")
        if not condition:
            # Colours of a terminal would make a report of JUnit that nobody can read.
            plain = re.sub(r"\x1b\[[0-9;]*m", "", str(detail))
            print("".join(f"# {line}\n" for line in plain.splitlines()), end="", flush=True)

    def check(self, sentence, function, *arguments):
        """Reports a function that gives a list of what is wrong (or raises): an empty list is a success."""
        try:
            wrong = function(*arguments)
        except (Failed, OSError, KeyError, ValueError, IndexError) as error:
            wrong = [f"{type(error).__name__}: {error}"]
        self.ok(wrong == [], sentence, "\n".join(map(str, wrong)) if wrong else "the check gave no list")

    def done(self):
        """Prints the plan and gives the exit code; a suite that checked nothing fails."""
        print(f"1..{self.tests}", flush=True)
        return 0 if self.tests and not self.failures else 1


def attempt(*command, **options):
    """Runs a tool and gives what came out, whatever the exit code; a tool that is not there fails."""
    command = [str(word) for word in command]
    try:
        return subprocess.run(command, capture_output=True, text=True, check=False, **options)
    except FileNotFoundError as error:
        raise Failed(f"{command[0]}: cannot be started ({error.strerror}); is it installed?") from error


def run(*command, **options):
    """Runs a tool that must succeed, and gives its standard output."""
    done = attempt(*command, **options)
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command))}\nexit code {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout
