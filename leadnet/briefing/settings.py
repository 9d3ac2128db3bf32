"""briefing.toml: to whom, when, which sections in which order, and the author's own words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from leadnet.study.tables import StudyError

WHERE = "briefing.toml"
_HEADING = 1_000  # letters: it stands in the list of contents too


@dataclass(frozen=True)
class Own:
    """Words of the author's own, in Markdown: a section under `heading`, or more words for a house section."""

    text: str
    heading: str = ""


@dataclass(frozen=True)
class Author:
    """What the author says of the paper; everything else in it is computed.

    `sections` are names of house sections and of the author's `own`, in order; () is the usual order. `template` is a
    Word file beside briefing.toml whose styles the paper takes on. `raw` is the file itself, to say at which line
    something stands. `implications` is one text, or one for each matter by its name (financial, legal, equality, risk
    or what the committee asks for).
    """

    title: str
    to: str
    date: str
    contact: str
    purpose: str
    recommendations: tuple[str, ...]
    implications: str | Mapping[str, str]
    sides: int
    meeting: str = ""
    report_of: str = ""
    sections: tuple[str, ...] = ()
    own: Mapping[str, Own] = field(default_factory=dict)
    template: Path | None = None
    raw: str = field(default="", repr=False)


_DEFAULTS = {
    "implications": "None arising.",
    "recommendations": ["note what the record shows, and what it cannot say."],
    "sides": 4,
}
_KNOWN = ("title", "to", "meeting", "report_of", "date", "contact", "purpose", "recommendations", "implications",
          "sides", "sections", "own", "template")  # fmt: skip


def read_author(study: Path) -> Author:
    """briefing.toml of a study; StudyError names the key that is missing or wrong."""
    raw, found = _read(study)
    if unknown := [key for key in found if key not in _KNOWN]:
        raise StudyError(f"{WHERE}: {unknown[0]} is no setting; the settings are {', '.join(_KNOWN)}")
    for key in ("title", "to", "date", "contact", "purpose"):
        if not found.get(key):
            raise StudyError(f"{WHERE}: {key} is missing; it must be filled")
    _refuse_wrong_kinds(found)
    try:
        on = date.fromisoformat(str(found["date"])).isoformat()
    except ValueError:
        raise StudyError(f'{WHERE}: date = "{found["date"]}" is not a date like 2024-03-31') from None
    texts = {key: str(found.get(key, "")) for key in ("title", "to", "report_of", "contact", "purpose", "meeting")}
    return Author(
        **texts,
        date=on,
        recommendations=tuple(found["recommendations"]),
        implications=found["implications"],
        sides=found["sides"],
        sections=tuple(found.get("sections", ())),
        own={name: Own(**words) for name, words in found.get("own", {}).items()},
        template=_template(study, found.get("template", "")),
        raw=raw,
    )


def _read(study: Path) -> tuple[str, dict]:
    try:
        raw = (study / WHERE).read_text(encoding="utf-8-sig")
        return raw, {**_DEFAULTS, **tomllib.loads(raw)}
    except FileNotFoundError:
        raise StudyError(
            f"{WHERE}: the study has none; it says to whom and when the briefing goes (see the README)"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise StudyError(f"{WHERE}: not readable ({error})") from None


def _refuse_wrong_kinds(found: Mapping) -> None:
    if not _texts(found["recommendations"]):
        raise StudyError(f'{WHERE}: recommendations is a list of texts, as ["note the report;", "ask for more."]')
    if isinstance(found["sides"], bool) or not isinstance(found["sides"], int) or found["sides"] < 1:
        raise StudyError(f"{WHERE}: sides = {found['sides']!r} is not a number of sides, as 4")
    if not _texts(found.get("sections", [])):
        raise StudyError(f'{WHERE}: sections is a list of names, as ["purpose", "took-part", "contact"]')
    said = found["implications"]
    by_matter = list(said.values()) if isinstance(said, dict) else [said]
    if not by_matter or not _texts(by_matter) or not all(map(str.strip, by_matter)):
        raise StudyError(f'{WHERE}: implications is a text, or [implications] with a text each, as legal = "None."')
    own = found.get("own", {})
    for name, words in own.items() if isinstance(own, dict) else [("", None)]:
        at = f"[own.{name}]" if name else "[own]"
        if not isinstance(words, dict) or not isinstance(words.get("text"), str) or {*words} - {"text", "heading"}:
            raise StudyError(f'{WHERE}: {at} holds text = """…""" and, for a section of your own, heading = "…"')
        if not isinstance(heading := words.get("heading", ""), str) or len(heading) > _HEADING:
            raise StudyError(f"{WHERE}: {at} heading is a text of at most {_HEADING:,} letters")


def _texts(held: object) -> bool:
    return isinstance(held, list) and all(isinstance(text, str) for text in held)


def _template(study: Path, name: object) -> Path | None:
    """The template's file, which lies beside briefing.toml."""
    if not name:
        return None
    path = study / str(name)
    if Path(str(name)).name != name or path.suffix.lower() != ".docx":
        raise StudyError(f'{WHERE}: template = "{name}" is not the name of a .docx file beside briefing.toml')
    if not path.is_file():
        raise StudyError(f'{WHERE}: template = "{name}": there is no such file beside briefing.toml; copy it there')
    return path
