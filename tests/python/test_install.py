"""What is installed: the package alone, from the wheel and from the source distribution, and nothing it needs."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Versions of the library's own parts are all that an installed package may bring.
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def run(*command, cwd):
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_holds_the_package_alone():
    names = zipfile.ZipFile(os.environ["STATUSRULES_WHEEL"]).namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"statusrules"}
    package = {name.removeprefix("statusrules/") for name in names if name.startswith("statusrules/")}
    written = {path.name for path in (ROOT / "bindings/python/statusrules").iterdir()} - {"meson.build", "__pycache__"}
    (module,) = package - written
    assert module.startswith("_flat.cpython-") and written <= package


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A fresh environment with the package from its source distribution, and nothing else."""
    folder = tmp_path_factory.mktemp("sdist")
    run(sys.executable, "-m", "build", "--sdist", "--outdir", folder, ROOT, cwd=folder)
    (sdist,) = folder.glob("*.tar.gz")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv/bin/python"
    run(python, "-m", "pip", "install", "-q", sdist, cwd=folder)
    return python


def test_the_source_distribution_installs_and_answers(bare, tmp_path):
    listed = run(bare, "-m", "pip", "list", "--format", "freeze", cwd=tmp_path)
    assert {line.split("==")[0] for line in listed.split()} == {"pip", "setuptools", "statusrules"} or {
        line.split("==")[0] for line in listed.split()
    } == {"pip", "statusrules"}
    said = run(bare, ROOT / "examples/python/first_answer.py", cwd=tmp_path)
    assert "2022-07-18" in said and "Kazakova" in said
    assert "2022-07-18" in run(
        bare, "-m", "statusrules", "ask", "term=permanent_residence_permit", "last_day=2021-12-31", cwd=tmp_path
    )


def test_without_numpy_one_is_told_what_is_missing(bare, tmp_path):
    said = run(bare, "-c", "import statusrules\ntry:\n    import statusrules.columns\n"
               "except ImportError as error: print(error)", cwd=tmp_path)  # fmt: skip
    assert "pip install 'statusrules[columns]'" in said
