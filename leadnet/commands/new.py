"""`leadnet new`: start a study."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.commands import DONE
from leadnet.new_study import start


def run(asked: Namespace) -> int:
    """Start a study and say what to do next."""
    folder = start(Path(asked.study), asked.area, asked.as_at, asked.ci)
    print((folder / "NEXT.md").read_text(encoding="utf-8"))
    return DONE
