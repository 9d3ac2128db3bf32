"""What changed since the last briefing: a short paper of its own, written and kept with each build."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pandas as pd

from leadnet.briefing.author import names_held
from leadnet.briefing.changed_kept import KEPT, Kept, kept_before, kept_now
from leadnet.briefing.changed_page import kept_cite, page, then
from leadnet.briefing.changed_rows import Changes, changes
from leadnet.briefing.content import Briefing
from leadnet.briefing.docx import write_docx
from leadnet.briefing.docx_template import header_texts
from leadnet.briefing.html import write_html
from leadnet.briefing.marks import EVIDENCE_FILE, refs
from leadnet.briefing.numbers import check_numbers
from leadnet.briefing.paper import evidence_of, findings_known
from leadnet.briefing.settings import WHERE, Author
from leadnet.build import Built
from leadnet.study.counting import spread
from leadnet.study.tables import StudyError


def chosen(built: Built, author: Author, since: str = "") -> Kept | None:
    """The earlier build to compare with: the one named, else the last of an earlier date, else the last; None if none.

    StudyError, with those that are kept, when the one named is not among them.
    """
    kept = kept_before(built.folder.path / "reports", built.build)
    if since:
        named = [each for each in kept if each.build.startswith(since)]
        if len(named) != 1:
            held = ", ".join(f"{each.build} ({each.date})" for each in kept) or "none"
            raise StudyError(f"--since {since}: this is no earlier build that is kept; kept are {held}")
        return named[0]
    return next((each for each in reversed(kept) if each.date < author.date), kept[-1] if kept else None)


def with_changes(built: Built, author: Author, files: Mapping[str, bytes]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """What a build publishes besides the briefing: itself as kept for the next, those kept before, the page of changes.

    `files` are the briefing's own. Gives all the files, and the names of those that are papers for people. StudyError
    when a number of the page is no finding.
    """
    before = kept_before(built.folder.path / "reports", built.build)
    kept = {KEPT: kept_now(built, author, files).data, **{each.name: each.data for each in before}}
    since = chosen(built, author)
    pages = pages_of(built, author, changes(built, since)) if since else {}
    return {**files, **kept, **pages}, tuple(pages)


def pages_of(built: Built, author: Author, changed: Changes) -> dict[str, bytes]:
    """The page as Word and HTML, its numbers checked as the briefing's are."""
    paper = page(built, author, changed)
    known = pd.concat([findings_known(built), changed.findings, then(changed)], ignore_index=True)
    lines = _lines(built, author, paper, known, changed)
    files = {
        "changes.docx": write_docx(paper, author.template),
        "changes.html": write_html(paper, evidence_of(built, paper, known, lines)),
    }
    names = names_held(built) | header_texts(author.template)
    if faults := check_numbers(files, paper, known, lines, names):
        raise StudyError(f"the page of changes is not published: {faults[0]}")
    return {**files, "changes.docx": _opening_at(files["changes.docx"], "changes.html")}


def _lines(built: Built, author: Author, paper: Briefing, known: pd.DataFrame, changed: Changes) -> dict[str, str]:
    """The masked text behind each cite. The earlier build is said to be kept: its papers may not be held any more."""
    since = changed.since
    own = {kept_cite(changed): f"the briefing of {since.date}, build {since.build}, kept as {since.name}"}
    for table in (changed.corrections, changed.judgements):
        own |= {row["cites"]: ", ".join(map(str, row.values())) for row in table.to_dict("records")}
    own[WHERE] = f"date = {author.date}"
    printed = {ref for kind, ref in refs(paper) if kind == "finding"}
    used = [ref for kind, ref in refs(paper) if kind != "finding"]
    used += list(known.loc[known["finding_id"].isin(printed), "cites"])
    cites = sorted({cite for ref in used for cite in ref.split()} - {*own})
    single = {line: built.hide(built.texts[line]) for cite in cites for line in spread(cite)}
    return {**single, **{cite: "\n".join(single[line] for line in spread(cite)) for cite in cites}, **own}


def _opening_at(data: bytes, page: str) -> bytes:
    """The Word file with its links leading to the web page beside it, which holds the lines."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename.endswith(".rels"):
                content = content.replace(f'"{EVIDENCE_FILE}#'.encode(), f'"{page}#'.encode())
            new.writestr(part, content)
    return buffer.getvalue()
