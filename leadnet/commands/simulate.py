"""`leadnet simulate`: a made-up county with known ties, as papers in every format, the truth beside."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from leadnet.commands import DONE
from leadnet.commands.saying import to_stderr
from leadnet.simulate import files, simulated
from leadnet.simulate.national import write_national
from leadnet.study.tables import StudyError
from leadnet.study.whole import write_whole


def run(asked: Namespace) -> int:
    """Write the study and say what to do next; a folder that holds anything is left alone."""
    folder = Path(asked.folder)
    if asked.national:
        write_national(folder, asked.share, asked.seed, to_stderr)
        print(
            f"{folder}: a made-up country, seed {asked.seed}; next: leadnet project {folder} --out {folder}-projected"
        )
        return DONE
    try:
        made = files(simulated(asked.seed, asked.meetings, asked.years))
    except ValueError as error:
        raise StudyError(str(error)) from None
    write_whole(folder, made)
    papers = sum(name.startswith("papers/") for name in made)
    print(
        f"{folder}: a made-up county, seed {asked.seed}: {papers} papers; what is true of it is in {folder / 'truth'}"
    )
    print(f"next: leadnet brief {folder}")
    return DONE
