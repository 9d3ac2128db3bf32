"""`leadnet new`: start a study."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.commands import DONE
from leadnet.new_study import start
from leadnet.new_study.ci import ci_files


def run(asked: Namespace) -> int:
    """Start a study and say what to do next."""
    folder = start(Path(asked.study), asked.area, asked.as_at, asked.ci)
    print((folder / "NEXT.md").read_text(encoding="utf-8"))
    if laid_in := ci_files(asked.ci):
        print(
            f"Laid in: {', '.join(laid_in)}. Make the repository private unless every paper in it is public; "
            "docs/ci.md of leadnet says what the host does"
        )
    return DONE
