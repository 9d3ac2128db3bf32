"""Bodies known by letters that recur over a list: "Chair Vale LAF", "Vice Chair Kent LAF"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.model import Attendee

_SORT_LETTERS = re.compile(r"[A-Z]{3,6}")
_POST_BODY = re.compile(
    r"(?P<post>(?:(?:[Vv]ice|[Dd]eputy|[Aa]cting)[- ])?(?:[Cc]hair(?:man|woman|person)?|[Ss]ecretary|[Oo]fficer|"
    r"[Mm]ember|[Cc]o-?ordinator))\s+(?:of )?(?P<body>[A-Z].*\s[A-Z]{3,6})"
)
_LEAST = 3  # entries that show a list's way


def bodies_by_letters(people: Sequence[Attendee]) -> list[Attendee]:
    """ "Chair Vale LAF", "Vice Chair Kent LAF": letters that end three or more entries are a sort of body.

    There the post ends before the place, and the rest is the organisation.
    """
    ends = [said.split()[-1] for who in people for said in (who.role, *who.organisations) if " " in said]
    sorts = {last for last in ends if _SORT_LETTERS.fullmatch(last) and ends.count(last) >= _LEAST}
    found = [(who, None if who.organisations else _POST_BODY.fullmatch(who.role)) for who in people]
    return [
        replace(who, role=match["post"], organisations=(match["body"],))
        if match and match["body"].split()[-1] in sorts
        else who
        for who, match in found
    ]
