"""The tests know the installed package alone: the source tree must not be on the path."""

from pathlib import Path

import pytest
import statusrules

ROOT = Path(__file__).resolve().parents[2]


def pytest_sessionstart(session):
    if Path(statusrules.__file__).is_relative_to(ROOT / "bindings"):
        pytest.exit("the tests must run against the installed package", 1)


@pytest.fixture(scope="session")
def vectors_dir():
    return ROOT / "tests/vectors"
