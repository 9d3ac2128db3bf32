"""JupyterLab with one notebook in it, on a port of this machine, and its cells run as a reader runs them."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path

import nbformat

from leadnet.commands.lab import SILENT

SECONDS = 240  # until a page, a kernel or a cell is given up, on a machine with other work
_IDLE = ".jp-NotebookPanel .jp-Notebook-ExecutionIndicator[data-status='idle']"


@contextlib.contextmanager
def served(folder: Path, cells: Sequence[str]) -> Iterator[str]:
    """The address of a notebook of these cells; the server is ended by its process id."""
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    book.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(book, folder / "book.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = ["--no-browser", f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1", "--IdentityProvider.token=key",
             "--ServerApp.allow_root=True", f"--ServerApp.root_dir={folder}", *SILENT]  # fmt: skip
    own = {"HOME": str(folder / "home"), "JUPYTER_RUNTIME_DIR": str(folder / "runtime")}
    with (folder / "lab.log").open("wb") as log:
        server = subprocess.Popen([sys.executable, "-m", "jupyterlab", *words], stdout=log, stderr=log,
                                  env=os.environ | own)  # fmt: skip
    try:
        _answers(f"http://127.0.0.1:{port}/api?token=key")
        yield f"http://127.0.0.1:{port}/lab/tree/book.ipynb?token=key"
    finally:
        server.send_signal(signal.SIGTERM)
        try:
            server.wait(20)
        except subprocess.TimeoutExpired:
            server.kill()


def ready(page) -> None:
    """Wait until the kernel of the notebook that a page shows can be asked: keys pressed before may be lost."""
    page.set_default_timeout(SECONDS * 1000)
    page.wait_for_selector(_IDLE)


def run(page, number: int) -> None:
    """Run the cell of a number, from 0, by its keys, and wait until it has ended.

    While JupyterLab still lays its page out, the keys may be lost: they are pressed again until the cell has begun.
    """
    from playwright.sync_api import TimeoutError as TooLong

    cell = page.locator(".jp-Cell").nth(number)
    unrun, ended = (cell.locator(".jp-InputPrompt").filter(has_text=re.compile(of)) for of in (r"\[ \]", r"\[\d+\]"))
    until = time.monotonic() + SECONDS
    while unrun.count() and time.monotonic() < until:
        cell.locator(".cm-content").click()
        page.keyboard.press("Shift+Enter")
        with contextlib.suppress(TooLong):
            unrun.wait_for(state="detached", timeout=5000)
    ended.wait_for(state="attached")


def _answers(address: str) -> None:
    for _ in range(SECONDS * 2):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=5).read()
            return
        time.sleep(0.5)
    raise TimeoutError(address)
