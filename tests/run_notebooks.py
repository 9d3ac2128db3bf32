"""Run the notebooks again where they lie, and write what they say of the made-up county to tests/notebooks-wolds/.

The same code and data give the same bytes, on any day and any Python.
Usage: python tests/run_notebooks.py [NOTEBOOK...], all of notebooks/ when none is named.
"""

import json
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from notebook_text import text_of

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
WOLDS = Path(__file__).with_name("notebooks-wolds")
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def read(path: Path) -> nbformat.NotebookNode:
    """The notebook; a cell without an id is given one by its place, for nbformat would give it one by chance."""
    content = json.loads(path.read_text(encoding="utf-8"))
    for place, cell in enumerate(content["cells"], start=1):
        cell.setdefault("id", f"cell-{place}")
    return nbformat.reads(json.dumps(content | {"nbformat": 4, "nbformat_minor": 5}), as_version=4)


def tidy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what differs between runs or between Pythons: versions, times, widgets."""
    notebook.metadata.update(kernelspec=KERNEL, language_info={"name": "python"})
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop("application/vnd.jupyter.widget-view+json", None)  # its id is made by chance
    return notebook


def run(path: Path) -> bool:
    """Run one notebook in its own folder and write it back; whether that changed it.

    A cell that fails stops it (CellExecutionError) and leaves the file as it was.
    """
    before = path.read_bytes()
    # Without MPLBACKEND the kernel draws into the page, as in JupyterLab.
    environment = {name: value for name, value in os.environ.items() if name not in ("MPLBACKEND", "LEADNET_STUDY")}
    client = NotebookClient(
        read(path), timeout=600, kernel_name="python3", record_timing=False, store_widget_state=False,
        coalesce_streams=True, resources={"metadata": {"path": str(path.parent)}},
    )  # fmt: skip
    finished = client.execute(env=environment | {"OPENBLAS_NUM_THREADS": "1"})
    nbformat.write(tidy(finished), path)
    return path.read_bytes() != before


def said_of_wolds(path: Path) -> bool:
    """Write what one notebook says of data/wolds; whether that changed."""
    kept = WOLDS / f"{path.stem}.txt"
    before = kept.read_text(encoding="utf-8") if kept.exists() else ""
    WOLDS.mkdir(exist_ok=True)
    kept.write_text(text_of(path, "wolds"), encoding="utf-8")
    return kept.read_text(encoding="utf-8") != before


def main(names: list[str]) -> None:
    """Run the notebooks named, or all, on both studies; one line each."""
    for path in [Path(name).resolve() for name in names] or sorted(NOTEBOOKS.glob("*.ipynb")):
        for study, changed in (("leicestershire", run(path)), ("wolds", said_of_wolds(path))):
            print(f"{path.name}, {study}: {'changed' if changed else 'the same as before'}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
