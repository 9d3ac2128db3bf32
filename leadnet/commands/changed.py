"""`leadnet changed`: what is other since the last briefing."""

from __future__ import annotations

from argparse import Namespace

from leadnet.briefing import read_author
from leadnet.briefing.changed import chosen
from leadnet.briefing.changed_page import page, told
from leadnet.briefing.changed_rows import changes
from leadnet.build import study as build_study
from leadnet.commands import DONE
from leadnet.commands.saying import settled
from leadnet.study.words import long_date


def run(asked: Namespace) -> int:
    """Print what changed since an earlier build: the one named, or the last briefing's."""
    path = settled(asked.study)
    built, author = build_study(path), read_author(path)
    since = chosen(built, author, asked.since)
    if since is None:
        print("no earlier build is kept; the `leadnet brief` after the next change has one to compare with")
        return DONE
    print(f"Since the briefing of {long_date(since.date)} (build {since.build}):")
    for line in told(page(built, author, changes(built, since), most=None)):
        print(line)
    return DONE
