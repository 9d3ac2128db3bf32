"""From the papers of a study to its records: read, corrected by hand, names linked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pandas as pd

import leadnet
from leadnet import documents, measures, names
from leadnet.study import corrected, spread
from leadnet.study.folder import Folder
from leadnet.study.forgotten import FILE as FORGOTTEN_FILE
from leadnet.study.forgotten import forgotten_in
from leadnet.study.schema import INPUTS, PROBLEMS
from leadnet.study.sensitive import refuse_sensitive
from leadnet.study.tables import StudyError, TableError

Progress = Callable[[str], None]


def read_records(folder: Folder, progress: Progress) -> dict[str, pd.DataFrame]:
    """The records of the study's papers, corrected by hand, names linked; `asked` is what is asked about names."""
    doc_ids, files = list(folder.sources["doc_id"]), [paper_path(folder, file) for file in folder.sources["file"]]
    papers, unread = [], []
    without = forgotten_in(folder.path).of
    read = documents.read_papers(files, doc_ids, keep=folder.path / ".read", change=without, progress=progress)
    for doc_id, paper in zip(doc_ids, read, strict=True):
        if isinstance(paper, documents.Unread):
            unread.append({"doc_id": doc_id, "what": str(paper), "do": "see the line; the rest was read"})
        else:
            papers.append(paper)
    if not papers:
        raise StudyError(_nothing_read(folder, unread))
    refuse_sensitive(folder.settings.sensitive, ((f"papers/{paper.file}", paper.body or "") for paper in papers))
    records = corrected(documents.records(papers, folder.sources, folder.bodies), folder.corrections)
    problems = pd.concat([records["problems"], PROBLEMS.frame(unread)], ignore_index=True)
    records |= {"problems": problems, "unread": PROBLEMS.frame(unread)}
    return records | linked(folder, records)


def linked(folder: Folder, records: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Mentions, links and what is asked of names, by the answers of judgements.csv; TableError for what cannot be."""
    named = names.name_all(records, folder.organisations, folder.people, folder.judgements, folder.sources)
    refuse_lost_lines(folder, records["lines"], list(records["unread"]["doc_id"]))
    return {"mentions": named.mentions, "links": named.links, "asked": named.questions}


def paper_path(folder: Folder, file: str) -> Path:
    """The path of a paper below papers/; a path that leads out of the study is refused."""
    papers = folder.path / "papers"
    path = (papers / file).resolve()
    if not path.is_relative_to(papers.resolve()):
        raise StudyError(f"sources.csv: {file} lies outside papers/; copy the paper in with `leadnet read --into`")
    return path


def _nothing_read(folder: Folder, unread: list[dict]) -> str:
    if unread:
        return f"{unread[0]['what']} (no paper of this study could be read)"
    return f"{folder.path.name}: sources.csv lists no papers; `leadnet read PAPER --into {folder.path.name}` adds one"


def refuse_lost_lines(folder: Folder, lines: pd.DataFrame, unread: list[str]) -> None:
    """TableError for every row that names a line no paper has; rows on papers that were not read are left alone."""
    known = set(lines["doc_id"] + ":" + lines["line"].astype(str))
    faults = measures.faulty_showings(folder.judgements, known, unread)
    for name in ("workstreams", "stages", "claims"):
        for row in getattr(folder, name).itertuples():
            cite = f"{row.doc_id}:{row.line}"
            if row.doc_id not in unread and not known.issuperset(spread(cite)):
                faults.append(f"{name}.csv: {row.doc_id} has no line {row.line}; look there and correct the row")
    if faults:
        raise TableError(faults)


def fingerprint(path: Path) -> str:
    """First 12 letters of the SHA-256 of every input of the study and of leadnet's version."""
    found = hashlib.sha256(leadnet.__version__.encode())
    inputs = [path / name for name in ("study.toml", "briefing.toml", FORGOTTEN_FILE, *INPUTS)]
    author = path / "briefing.toml"
    named = author.read_text(encoding="utf-8", errors="replace") if author.is_file() else ""
    inputs += [file for file in path.glob("*.docx") if file.name in named]  # a template, no sheet sent back
    for file in sorted([*inputs, *(path / "papers").rglob("*")]):
        if file.is_file():
            found.update(f"{file.relative_to(path).as_posix()}\0".encode())
            with file.open("rb") as held:
                while piece := held.read(1 << 20):
                    found.update(piece)
    return found.hexdigest()[:12]
