"""Stubs and annotations: what a type checker is told is what is there."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def run(tmp_path):
    """Runs a module of Python where no source tree is."""
    return lambda *arguments: run_in(tmp_path, *arguments)


def run_in(folder, *arguments):
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def test_the_stubs_and_annotations_are_those_of_the_modules(run):
    # Nothing may be missing in a stub; what mypy cannot know stands in stubtest.allow, and an entry without use is an error.
    status, text = run("mypy.stubtest", "statusrules", "--allowlist", str(ROOT / "tests/python/stubtest.allow"),
                       "--mypy-config-file", str(ROOT / "tests/python/mypy.ini"))  # fmt: skip
    assert status == 0, text


def test_the_examples_and_the_package_pass_mypy_strict(run):
    examples = sorted(str(path) for path in (ROOT / "examples/python").glob("*.py"))
    assert examples
    status, text = run("mypy", "--strict", "--config-file", str(ROOT / "tests/python/mypy.ini"), "-p", "statusrules")
    assert status == 0, text
    status, text = run("mypy", "--strict", "--config-file", str(ROOT / "tests/python/mypy.ini"), *examples)
    assert status == 0, text


def test_a_wrong_keyword_is_seen_by_the_checker(run, tmp_path):
    program = tmp_path / "wrong.py"
    program.write_text('import statusrules\nstatusrules.extension("visa", None, locaton="abroad")\n')
    status, text = run("mypy", "--strict", str(program))
    assert status == 1 and "locaton" in text
