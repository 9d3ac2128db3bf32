"""briefing.toml: to whom, when, and the author's own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from leadnet.study.tables import StudyError


@dataclass(frozen=True)
class Author:
    """What the author says of the paper; everything else in it is computed."""

    title: str
    to: str
    date: str
    contact: str
    purpose: str
    recommendations: tuple[str, ...]
    implications: str
    sides: int


_DEFAULTS = {
    "implications": "None arising.",
    "recommendations": ["note what the record shows, and what it cannot say."],
    "sides": 4,
}


def read_author(study: Path) -> Author:
    """briefing.toml of a study; StudyError names the key that is missing or wrong."""
    where = "briefing.toml"
    try:
        found = {**_DEFAULTS, **tomllib.loads((study / where).read_text(encoding="utf-8-sig"))}
    except FileNotFoundError:
        raise StudyError(
            f"{where}: the study has none; it says to whom and when the briefing goes (see the README)"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(f"{where}: not readable ({error})") from None
    known = [at.name for at in fields(Author)]
    if unknown := [key for key in found if key not in known]:
        raise StudyError(f"{where}: {unknown[0]} is no setting; the settings are {', '.join(known)}")
    for key in ("title", "to", "date", "contact", "purpose"):
        if not found.get(key):
            raise StudyError(f"{where}: {key} is missing; it must be filled")
    _refuse_wrong_kinds(found, where)
    try:
        on = date.fromisoformat(str(found["date"])).isoformat()
    except ValueError:
        raise StudyError(f'{where}: date = "{found["date"]}" is not a date like 2024-03-31') from None
    return Author(
        str(found["title"]),
        str(found["to"]),
        on,
        str(found["contact"]),
        str(found["purpose"]),
        tuple(found["recommendations"]),
        str(found["implications"]),
        int(found["sides"]),
    )


def _refuse_wrong_kinds(found: dict, where: str) -> None:
    limbs = found["recommendations"]
    if not isinstance(limbs, list) or not all(isinstance(limb, str) for limb in limbs):
        raise StudyError(f'{where}: recommendations is a list of texts, as ["note the report;", "ask for more."]')
    if isinstance(found["sides"], bool) or not isinstance(found["sides"], int) or found["sides"] < 1:
        raise StudyError(f"{where}: sides = {found['sides']!r} is not a number of sides, as 4")
