"""Run the notebooks again where they lie. The same code and data give the same bytes, on any day and any Python.

Usage: python tests/run_notebooks.py [NOTEBOOK...], all of notebooks/ when none is named.
"""

import json
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

NOTEBOOKS = Path(__file__).resolve().parents[1] / "notebooks"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}


def read(path: Path) -> nbformat.NotebookNode:
    """The notebook; a cell without an id is given one by its place, for nbformat would give it one by chance."""
    content = json.loads(path.read_text(encoding="utf-8"))
    for place, cell in enumerate(content["cells"], start=1):
        cell.setdefault("id", f"cell-{place}")
    return nbformat.reads(json.dumps(content | {"nbformat": 4, "nbformat_minor": 5}), as_version=4)


def tidy(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what differs between runs or between Pythons: versions, times, widget state."""
    notebook.metadata.update(kernelspec=KERNEL, language_info={"name": "python"})
    notebook.metadata.pop("widgets", None)
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    return notebook


def run(path: Path) -> bool:
    """Run one notebook in its own folder and write it back; whether that changed it.

    A cell that fails stops it (CellExecutionError) and leaves the file as it was.
    """
    before = path.read_bytes()
    # Without MPLBACKEND the kernel draws into the page, as in JupyterLab.
    environment = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    client = NotebookClient(
        read(path), timeout=600, kernel_name="python3", record_timing=False, store_widget_state=False,
        coalesce_streams=True, resources={"metadata": {"path": str(path.parent)}},
    )  # fmt: skip
    finished = client.execute(env=environment | {"OPENBLAS_NUM_THREADS": "1"})
    nbformat.write(tidy(finished), path)
    return path.read_bytes() != before


def main(names: list[str]) -> None:
    """Run the notebooks named, or all; one line each."""
    for path in [Path(name).resolve() for name in names] or sorted(NOTEBOOKS.glob("*.ipynb")):
        print(f"{path.name}: {'changed' if run(path) else 'the same as before'}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
