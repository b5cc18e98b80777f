"""Wheels for others: what this one is good for, and those that are built for other platforms."""

import os
import platform
import re
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
POLICY = f"manylinux_2_17_{platform.machine()}"


def run(*command, cwd):
    environment = {**ENVIRONMENT, "PATH": f"{Path(sys.executable).parent}:{ENVIRONMENT['PATH']}"}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_earns_a_tag_and_is_repaired_without_a_library_beside(tmp_path):
    wheel = os.environ["STATUSRULES_WHEEL"]
    assert f'"{POLICY}"' in run(sys.executable, "-m", "auditwheel", "show", wheel, cwd=tmp_path)
    run(sys.executable, "-m", "auditwheel", "repair", "--plat", POLICY, "-w", tmp_path, wheel, cwd=tmp_path)
    (repaired,) = tmp_path.glob("*.whl")
    assert POLICY in repaired.name
    held = [sorted(name for name in zipfile.ZipFile(file).namelist() if "dist-info" not in name and not name.endswith("/")) for file in (repaired, wheel)]
    assert held[0] == held[1]
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv/bin/python"
    run(python, "-m", "pip", "install", "-q", "--no-index", repaired, cwd=tmp_path)
    assert "2022-07-18" in run(python, ROOT / "examples/python/first_answer.py", cwd=tmp_path)


# Machine by the header of ELF; how the module calls its platform.
OTHERS = {
    "manylinux_2_17_aarch64": (183, "aarch64-linux-gnu"),
    "musllinux_1_2_x86_64": (62, "x86_64-linux-musl"),
    "musllinux_1_2_aarch64": (183, "aarch64-linux-musl"),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_wheel_for_another_platform_is_built_and_not_run(name, tmp_path):
    said = run(sys.executable, ROOT / "bindings/python/cross_wheels.py", "--build", os.environ["STATUSRULES_BUILD"],
               "--wheel", os.environ["STATUSRULES_WHEEL"], "--output", tmp_path, name, cwd=tmp_path)  # fmt: skip
    assert said == f"{name}: built, not run\n"
    (wheel,) = tmp_path.glob("*.whl")
    assert re.fullmatch(rf"statusrules-[\d.]+-(cp\d+)-\1-{name}\.whl", wheel.name)
    machine, called = OTHERS[name]
    made = zipfile.ZipFile(wheel)
    (module,) = (file for file in made.namelist() if file.endswith(".so"))
    assert module.endswith(f"-{called}.so")
    assert int.from_bytes(made.read(module)[18:20], "little") == machine
    ours = zipfile.ZipFile(os.environ["STATUSRULES_WHEEL"]).namelist()
    assert {file for file in made.namelist() if file != module} == {file for file in ours if not file.endswith(".so")}
