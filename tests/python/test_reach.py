"""Every public function of C is reached from Python, or stands here with the reason why not."""

import re
from pathlib import Path

from statusrules import _flat

ROOT = Path(__file__).resolve().parents[2]
HEADERS = ROOT / "include/statusrules"
FLAT = ROOT / "bindings/swig/flat.c"

NOT_CALLED = {
    "statusrules_facts_set": "facts come as an array, and the question checks them",
    "statusrules_facts_get": "an answer holds its facts",
    "statusrules_valid_on": "a face of statusrules_ask with an option, which flat_ask takes",
    "statusrules_eligibility": "a face of statusrules_ask",
    "statusrules_education_entry": "a face of statusrules_ask",
}


def public_functions():
    text = "".join(path.read_text() for path in sorted([*HEADERS.glob("*.h"), HEADERS / "version.h.in"]))
    return set(re.findall(r"STATUSRULES_API [\w *]*?(statusrules_\w+)\(", text))


def test_every_public_function_is_reached_or_listed():
    functions = public_functions()
    assert len(functions) >= 35
    called = set(re.findall(r"\b(statusrules_\w+)\(", FLAT.read_text()))
    assert functions - called == set(NOT_CALLED)
    assert not set(NOT_CALLED) & called


def test_every_flat_function_is_in_the_module_and_in_its_stub():
    declared = set(re.findall(r"\b(flat_\w+)\(", (ROOT / "bindings/swig/flat.h").read_text()))
    stub = (ROOT / "bindings/python/statusrules/_flat.pyi").read_text()
    in_stub = set(re.findall(r"^def (flat_\w+)\(", stub, re.M))
    in_module = {name for name in dir(_flat) if name.startswith("flat_")}
    assert len(declared - {"flat_law_count"}) > 25
    assert in_module == in_stub == declared
