"""`leadnet rap`: a study and its repository held against the levels of RAP."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.commands import DONE
from leadnet.rap import answers, look_at, told
from leadnet.study.folder import find_study


def run(asked: Namespace) -> int:
    """Print each criterion with its verdict and evidence. Nothing is run, written or sent."""
    study = find_study(asked.study) if asked.study else None
    seen = look_at(study, Path.cwd())
    print(f"looked at: {seen.root}" + (f", study {study.name}" if study else ""))
    for line in told(answers(seen)):
        print(line)
    return DONE
