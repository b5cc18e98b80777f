"""The notebook runs from the installed package, from top to bottom, and says what is so."""

import re
from pathlib import Path

import nbclient
import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "examples/python/last-days.ipynb"


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert not any(cell.get("outputs") for cell in notebook.cells), "the notebook is kept without outputs"
    folder = tmp_path_factory.mktemp("notebook")
    nbclient.NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def outputs(notebook):
    return [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]


def test_every_cell_runs(executed):
    code = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert len(code) >= 9 and all(cell.execution_count for cell in code)
    assert not [output for output in outputs(executed) if output.output_type == "error" or output.get("name") == "stderr"]


def test_most_people_lose_status_on_18_july_2022_under_one_reading(executed):
    texts = "\n".join(output.get("data", {}).get("text/plain", "") for output in outputs(executed))
    (line,) = [line for line in texts.splitlines() if line.startswith("fixed_day")]
    assert "2022-07-18" in line and int(line.split()[-1]) > 200_000


def test_answers_and_plots_are_shown(executed):
    kinds = [set(output.get("data", {})) for output in outputs(executed)]
    assert sum("image/png" in kind for kind in kinds) == 2
    pages = [output["data"]["text/html"] for output in outputs(executed) if "text/html" in output.get("data", {})]
    assert sum("<svg" in page for page in pages) == 2


def test_the_impact_of_decree_791_is_counted_by_the_package(executed):
    (cell,) = [cell for cell in executed.cells if cell.cell_type == "code" and "columns.impact(" in cell.source]
    (output,) = cell.outputs
    changed, rows = re.search(r"Impact extension: ([\d,]+) of ([\d,]+) rows changed", output["data"]["text/plain"]).groups()
    assert rows == "1,000,000" and 400_000 < int(changed.replace(",", "")) < 600_000
    texts = "".join(output.get("text", "") for output in outputs(executed))
    assert '"last_day" BETWEEN DATE' in texts and "term: " in texts
