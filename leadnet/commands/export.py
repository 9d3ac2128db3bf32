"""`leadnet export`: a study for other programs."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.build import study as build_study
from leadnet.commands import DONE, SOME_NOT_READ
from leadnet.commands.saying import settled, summary, to_stderr
from leadnet.export import FORMATS, asked_for, export_files, write_exports


def run(asked: Namespace) -> int:
    """Write the files of the formats asked for, all or none, and say where they lie."""
    formats = asked_for(word.strip() for word in (asked.to or ",".join(FORMATS)).split(",") if word.strip())
    path = settled(asked.study)
    built = build_study(path, progress=to_stderr)
    files = export_files(built, formats)
    folder = write_exports(path, files, Path(asked.out) if asked.out else None)
    for name in files:
        print(folder / name)
    print(f"people are named as in {built.settings.mode} mode (study.toml)")
    print(summary(built))
    return SOME_NOT_READ if len(built.unread) else DONE
