"""`leadnet brief`: everything from the papers to the finished briefing."""

from __future__ import annotations

from argparse import Namespace

from leadnet.briefing import FORMATS
from leadnet.briefing import brief as write_brief
from leadnet.commands import DONE, SOME_NOT_READ
from leadnet.commands.saying import summary, to_stderr
from leadnet.study.tables import StudyError, joined


def run(asked: Namespace) -> int:
    """Build the briefing and say where it lies."""
    formats = [word.strip() for word in asked.to.split(",") if word.strip()]
    unknown = [word for word in formats if word not in FORMATS]
    if unknown or not formats:
        raise StudyError(f"--to {asked.to}: {joined(unknown) or 'nothing'} is none of {', '.join(FORMATS)}")
    reports, built = write_brief(asked.study, formats, progress=to_stderr)
    print(
        f"{', '.join(str(reports / f'briefing.{ending}') for ending in formats)}; the lines behind each number: "
        f"{reports / 'evidence.html'}"
    )
    print(summary(built))
    return SOME_NOT_READ if len(built.unread) else DONE
