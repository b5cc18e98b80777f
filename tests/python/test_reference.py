"""The reference is built without a warning, and its examples are true."""

import doctest
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
import statusrules
import statusrules.pandas
import statusrules.polars
from statusrules import columns, plots

ROOT = Path(__file__).resolve().parents[2]


def test_the_reference_is_built_without_warnings(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "-d", tmp_path / "cache",
         ROOT / "bindings/python/doc", tmp_path / "html"], cwd=tmp_path, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "html/index.html").read_text()
    assert "statusrules.errors.StatusRulesError" in page
    for name in statusrules.__all__:
        if name not in ("errors", "StatusRulesError"):
            assert f"statusrules.{name}" in page, name


@pytest.mark.parametrize("module", [statusrules, statusrules._ask, statusrules._law, statusrules._receipt, statusrules._impact, statusrules._sql, columns,
                                    statusrules.pandas, statusrules.polars])
def test_examples_in_help_are_true(module):
    names = {name: getattr(statusrules, name) for name in statusrules.__all__}
    failed, _ = doctest.testmod(module, extraglobs={**names, **vars(module)}, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert failed == 0


def test_the_readme_gives_18_july_2022_with_its_source(tmp_path):
    text = (ROOT / "README.md").read_text()
    _, _, section = text.partition("## Python\n")
    program, printed = re.search(r"```python\n(.*?)```\n\nprints\n\n```\n(.*?)```", section, re.S).groups()
    assert len(program.split("\n\n")[-1].splitlines()) + 1 < 5
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == (printed, "") and printed.startswith("2022-07-18\n")


def test_there_are_examples():
    finder = doctest.DocTestFinder()
    found = [test for module in (statusrules, statusrules._ask, statusrules._law, columns) for test in finder.find(module)]
    assert sum(len(test.examples) for test in found) >= 7


def test_everything_public_is_documented():
    for module in (statusrules, columns, plots, statusrules.errors):
        for name in module.__all__:
            value = getattr(module, name)
            if inspect.isclass(value) or inspect.isfunction(value):
                assert value.__doc__, name
