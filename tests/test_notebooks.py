"""The notebooks read as stories: prose without numbers, thin cells, nothing defined, outputs there and masked."""

import json
import re
from pathlib import Path

import pytest
from notebook_text import text_of

from leadnet.briefing.tokens import numbers

WOLDS = Path(__file__).with_name("notebooks-wolds")
NOTEBOOKS = sorted((Path(__file__).resolve().parents[1] / "notebooks").glob("*.ipynb"))


def cells(path, kind):
    return [
        "".join(cell["source"])
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
        if cell["cell_type"] == kind
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_prose_carries_no_number_so_it_is_true_of_any_study(path):
    assert [token for cell in cells(path, "markdown") for token in numbers(cell)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_cells_are_thin_and_define_nothing(path):
    for cell in cells(path, "code"):
        assert len([line for line in cell.splitlines() if line.strip()]) <= 3
        assert not re.search(r"^\s*(def|class|lambda) ", cell, re.MULTILINE)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_outputs_are_committed_and_name_nobody_who_is_withheld(path):
    text = path.read_text(encoding="utf-8")
    assert '"output_type"' in text
    for name in ("Geoff Cave", "Donna Mackay", "Andy Robinson", "John Wright", "Bolger", "Bolter", "Goodwin", "Tobin"):
        assert name not in text


def test_the_notebooks_of_the_whole_path_are_there():
    assert [path.stem[:2] for path in NOTEBOOKS] == ["00", "01", "02", "03", "04", "05", "06"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_what_it_says_of_the_made_up_county_is_what_is_kept(path):
    """`make notebooks` writes it again; of Leicestershire nbval compares what stands in the notebook itself."""
    assert text_of(path, "wolds").splitlines() == (WOLDS / f"{path.stem}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_it_runs_on_any_study_named_in_the_environment(path):
    assert sum('os.environ.get("LEADNET_STUDY"' in cell for cell in cells(path, "code")) == 1
