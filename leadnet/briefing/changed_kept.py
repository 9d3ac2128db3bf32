"""The builds of briefings that went before, kept in the folder of the build that stands.

Each build's folder holds `kept.zip`: its tables as they were, and briefing.docx. Publishing a build takes those of the
builds before it along as `earlier-DATE-BUILD.zip` (DATE is the paper's own, from briefing.toml): of several builds with
one date, which are drafts of one paper, the last. So nothing outside reports/ is needed to say what changed.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from leadnet.briefing.docx_file import settled
from leadnet.briefing.settings import Author
from leadnet.build import Built
from leadnet.study import schema
from leadnet.study.store import CURRENT
from leadnet.study.tables import StudyError, Table, csv_text

KEPT = "kept.zip"
_MOST = 12  # papers that are kept: a quarterly briefing's last three years
_ABOUT = "build.json"
TABLES: Mapping[str, Table] = {
    table.name: table
    for table in (schema.FINDINGS, schema.LEDGER, schema.TIES, schema.COVERAGE, schema.CORRECTIONS, schema.JUDGEMENTS)
}


@dataclass(frozen=True)
class Kept:
    """One build that went before: the paper's date and build, and the zip it was kept as."""

    date: str
    build: str
    data: bytes

    @property
    def name(self) -> str:
        """The file it is kept under."""
        return f"earlier-{self.date}-{self.build}.zip"

    def table(self, name: str) -> pd.DataFrame:
        """One of its tables, typed as the schema has it; a column it did not have yet is blank."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as parts:
            text = parts.read(f"{name}.csv").decode()
        rows = pd.read_csv(io.StringIO(text), dtype=str, keep_default_na=False).to_dict("records")
        return TABLES[name].frame(rows)

    def paper(self) -> bytes:
        """The Word file it gave; b"" when it gave none."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as parts:
            return parts.read("briefing.docx") if "briefing.docx" in parts.namelist() else b""


def kept_now(built: Built, author: Author, files: Mapping[str, bytes]) -> Kept:
    """This build as it is kept for the next: its tables, masked as they may leave, and its Word file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as parts:
        parts.writestr(_ABOUT, json.dumps({"build": built.build, "date": author.date}))
        for name in sorted(TABLES):
            table = getattr(built, name)
            parts.writestr(f"{name}.csv", csv_text(table if name == "findings" else built.show(table)))
        if "briefing.docx" in files:
            parts.writestr("briefing.docx", files["briefing.docx"])
    return Kept(author.date, built.build, settled(buffer.getvalue(), author.date))


def kept_before(reports: Path, build: str) -> list[Kept]:
    """The builds that went before `build`, oldest paper first, from the build that stands in this reports folder.

    StudyError when one of them is damaged.
    """
    stands = reports / _standing(reports)
    found = {each.date: each for each in map(_read, sorted(stands.glob("earlier-*.zip")))}
    if stands.name != build and (stands / KEPT).is_file():
        last = _read(stands / KEPT)
        found[last.date] = last
    return [found[date] for date in sorted(found) if found[date].build != build][-_MOST:]


def paper_of(reports: Path, build: str) -> bytes:
    """The Word file a build gave, from the build that stands or those kept with it; b"" when it is not held."""
    stands = reports / _standing(reports)
    if stands.name == build and (stands / "briefing.docx").is_file():
        return (stands / "briefing.docx").read_bytes()
    held = map(_read, sorted(stands.glob(f"earlier-*-{build}.zip")))
    return next((kept.paper() for kept in held), b"")


def _standing(reports: Path) -> str:
    """The build that stands; a name no folder has when there is none."""
    try:
        return str(json.loads((reports / CURRENT).read_bytes())["build"])
    except (OSError, ValueError, KeyError, TypeError):
        return "no-build"


def _read(path: Path) -> Kept:
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            about = json.loads(parts.read(_ABOUT))
        return Kept(str(about["date"]), str(about["build"]), data)
    except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        raise StudyError(f"{path}: this earlier build cannot be read; remove the file, and it is left out") from None
