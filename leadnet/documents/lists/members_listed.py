"""Pages that list every member under "Apologies" and say of those away that they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.lists.entries import Heading

_AWAY = re.compile(r"[-–—,(]\s*(?:sent |gave |with )?(?:apologies|apology|apols|absent)\b", re.IGNORECASE)
_LEAST = 2  # entries that say so themselves


def were_there(entries: Sequence[tuple[Heading, str]]) -> list[bool]:
    """For each entry, by heading and text, whether it stands under apologies among others that say so themselves.

    >>> heading = Heading("Apologies", "unknown", "apologies")
    >>> were_there([(heading, "Ann Lee – apologies"), (heading, "Joe Dale"), (heading, "Tom Roe (apologies)")])
    [False, True, False]
    """
    under = [heading if heading.status == "apologies" else None for heading, _ in entries]
    away = [bool(_AWAY.search(text)) for _, text in entries]
    said = [heading for heading, so in zip(under, away, strict=True) if so]
    return [bool(heading) and not so and said.count(heading) >= _LEAST for heading, so in zip(under, away, strict=True)]
