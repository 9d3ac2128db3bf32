"""Bodies whose papers speak of single people in danger: nothing is read from them unless the study says so."""

from __future__ import annotations

import re
from collections.abc import Iterable

from leadnet.study.tables import StudyError

_SENSITIVE = {
    "safeguarding": r"safeguarding",
    "MARAC (domestic abuse case conference)": r"marac|multi.?agency risk assessment conf\w*",
    "domestic abuse cases": r"domestic (?:abuse|violence|homicide)\b.{0,30}\b"
    r"(?:case|conference|review|panel|board|group)s?",
    "child protection": r"child(?:ren)?(?:'s)? (?:protection|death)",
    "serious case review": r"serious case|case review panel",
    "MAPPA (dangerous offenders)": r"mappa|multi.?agency public protection",
    "Prevent or Channel": r"channel (?:panel|board|group|meeting|case)|"
    r"prevent (?:board|case|delivery|duty|group|panel|partnership|steering|strateg\w+|team)",
}
_PATTERNS = {what: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for what, pattern in _SENSITIVE.items()}


def sensitive(name: str) -> str:
    """What makes a body's name that of a sensitive one; "" where nothing does.

    >>> sensitive("Wolds Channel Panel"), sensitive("Flood Prevention Board"), sensitive("Bristol Channel Forum")
    ('Prevent or Channel', '', '')
    """
    plain = name.replace("’", "'").replace("_", " ").replace("-", " ")
    return next((what for what, pattern in _PATTERNS.items() if pattern.search(plain)), "")


def refuse_sensitive(allowed: bool, named: Iterable[tuple[str, str]]) -> None:
    """StudyError for the first sensitive body among these (where it is named, its name), unless the study allows it."""
    for where, name in () if allowed else named:
        if what := sensitive(name):
            raise StudyError(
                f'{where}: "{name}" is refused, for {what}: such papers speak of people in danger, and names of who '
                "attends can tell about them. If you may hold and publish them, write sensitive = true in study.toml "
                "(PRIVACY.md says what to settle first); else take the paper or the body out"
            )
