"""`leadnet words`: the twelve words."""

from __future__ import annotations

from argparse import Namespace
from importlib.resources import files

from leadnet.commands import DONE


def run(asked: Namespace) -> int:
    """The twelve words, a line each with an example."""
    print((files("leadnet") / "words.md").read_text(encoding="utf-8"), end="")
    return DONE
