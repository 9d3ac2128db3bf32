"""`leadnet read`: papers to records, printed or taken into a study."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import Namespace
from pathlib import Path

from leadnet import documents
from leadnet.commands import DONE, REFUSED, SOME_NOT_READ
from leadnet.study.bodies import body_of
from leadnet.study.file_names import name_fault
from leadnet.study.folder import Folder, find_study, open_folder
from leadnet.study.harmless import one_line
from leadnet.study.schema import SOURCES
from leadnet.study.sensitive import refuse_sensitive
from leadnet.study.store import locked
from leadnet.study.tables import csv_text
from leadnet.study.together import write_together


def run(asked: Namespace) -> int:
    """Read papers; print what was found, or copy them into a study."""
    papers, failed = [], []
    paths = [path for name in asked.papers for path in _files(name)]
    for path, paper in zip(paths, documents.read_papers(paths), strict=True):
        odd = name_fault(path.name) if asked.into else ""
        if isinstance(paper, documents.Unread) or odd:
            failed.append(path)
            said = f"{path.name}: not taken in, for {odd}; rename the file and read it again" if odd else paper
            print(f"leadnet: {one_line(said)}", file=sys.stderr)
        else:
            papers.append((path, paper))
    if len(paths) > 1:
        warned = sum(bool(paper.problems) for _, paper in papers)
        print(f"{len(papers)} read, {len(failed)} not read, {warned} with warnings", file=sys.stderr)
    if not papers:
        return REFUSED
    if asked.into:
        _into(papers, asked.into)
    elif asked.json:
        print(json.dumps(documents.as_json([paper for _, paper in papers]), indent=1, ensure_ascii=False))
    else:
        for _, paper in papers:
            print(_taken_for(paper))
    return SOME_NOT_READ if failed else DONE


def _files(name: str) -> list[Path]:
    """The files a word of the command line means; Windows leaves `*` to the program."""
    folder, pattern = Path(name).parent, Path(name).name
    found = sorted(folder.glob(pattern)) if "*" in pattern and not Path(name).exists() else []
    return found or [Path(name)]


def _taken_for(paper: documents.Paper) -> str:
    """One line: what a paper was taken for, and what was found in it."""
    found = documents.as_json([paper])
    entries, items = (sum(len(meeting[part]) for meeting in found["meetings"]) for part in ("attendance", "items"))
    several = f"{len(found['meetings'])} meetings, " if len(found["meetings"]) > 1 else ""
    counted = f"{several}{entries} entries of attendance, {items} items"
    held = f"; {counted}" if found["meetings"] else "; no meeting of its own"
    held += f"; {len(paper.seats)} seats listed, which are no attendance" if paper.seats else ""
    whose = f"{paper.body or 'no body named'}, {paper.date or 'undated'}"
    return one_line(f"{paper.file}: {paper.kind} ({paper.kind_because}); {whose}{held}")


def _into(papers: list[tuple[Path, documents.Paper]], study: str) -> None:
    """Copy papers into the study and list each in sources.csv as a proposed row."""
    path = find_study(study)
    with locked(path):
        folder = open_folder(path)
        named = ((file.name, name) for file, paper in papers for name in (paper.body or "", file.stem))
        refuse_sensitive(folder.settings.sensitive, named)
        rows, copies = folder.sources.to_dict("records"), {}
        for file, paper in papers:
            if paper.doc_id in {row["doc_id"] for row in rows}:
                held = f"{file}: the study has {paper.doc_id} already; left as it is. Rename the file to take it in too"
                print(one_line(held))
                continue
            copies[f"papers/{file.name}"] = file.read_bytes()
            rows.append(_proposed(paper, file, copies[f"papers/{file.name}"], folder))
            print(_taken_for(paper))
        write_together(path, {**copies, "sources.csv": csv_text(SOURCES.frame(rows)).encode()})
    print(f"Look at the new rows of {path / 'sources.csv'}: set body_id and access, and take `proposed` away.")


def _proposed(paper: documents.Paper, file: Path, content: bytes, folder: Folder) -> dict[str, str]:
    """The row of sources.csv that a paper read asks a person to keep; nobody may read it outside until one says so."""
    return {
        "doc_id": paper.doc_id,
        "file": file.name,
        "kind": paper.kind,
        "date": paper.date or "",
        "body_id": body_of(paper.body, folder.bodies) if paper.body else "",
        "access": "internal",
        "sha256": hashlib.sha256(content).hexdigest(),
        "state": "proposed",
    }
