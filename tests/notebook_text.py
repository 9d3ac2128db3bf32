"""What a notebook says of a study, as text: its cells run here, without a kernel, one study opened once."""

import ast
import io
import json
import os
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock

import pandas as pd
from briefing_studies import built

import leadnet
from leadnet import build

_open = build.study


def opened(folder: str, **rules: object) -> leadnet.Built:
    """The study, read once for all notebooks and the tests of the briefing; another rule opens it anew."""
    return _open(folder, **rules) if rules else built(folder)


def text_of(path: Path, study: str) -> str:
    """The prose left out: each code cell with what it prints and shows; charts by their alternative text."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    names: dict[str, object] = {}
    built(study)  # before opening a study leads here
    with (
        mock.patch.dict(os.environ, LEADNET_STUDY=study),
        mock.patch.object(build, "study", opened),
        pd.option_context("display.max_colwidth", 50),  # a notebook may set it; the next starts anew
    ):
        return "\n".join(_said(source, names) for source in sources)


def _said(source: str, names: dict[str, object]) -> str:
    body = ast.parse(source).body
    last = ast.Expression(body.pop().value) if isinstance(body[-1], ast.Expr) else None
    printed = io.StringIO()
    with redirect_stdout(printed):
        exec(compile(ast.Module(body, []), "cell", "exec"), names)
        shown = eval(compile(last, "cell", "eval"), names) if last else None
    said = printed.getvalue() + (f"{shown!r}\n" if shown is not None else "")
    quoted = "\n".join(f"> {line}" for line in source.splitlines())
    return "\n".join(line.rstrip() for line in f"{quoted}\n{said}".splitlines()) + "\n"
