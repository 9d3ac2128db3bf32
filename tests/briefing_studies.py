"""The studies that come with leadnet, each built and written once for all tests of the briefing."""

from __future__ import annotations

from functools import cache

import leadnet
from leadnet.build import Built

STUDIES = ("leicestershire", "wolds")


@cache
def built(name: str) -> Built:
    """A study as it is committed."""
    return leadnet.study(name)


@cache
def files(name: str) -> dict[str, bytes]:
    """Its finished briefing, every number in it checked."""
    return leadnet.briefing_files(built(name))
