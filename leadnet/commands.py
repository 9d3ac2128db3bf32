"""What each command does: calls the rooms below and says in plain words what came of it."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import Namespace
from pathlib import Path

import pandas as pd

from leadnet import documents, network
from leadnet import review as questions
from leadnet.briefing import FORMATS, read_author
from leadnet.briefing import brief as write_brief
from leadnet.build import Built
from leadnet.build import study as build_study
from leadnet.new_study import start
from leadnet.study.bodies import body_of
from leadnet.study.folder import Folder, find_study, folder_faults, open_folder
from leadnet.study.judgements import with_answers
from leadnet.study.schema import SOURCES
from leadnet.study.spreadsheet import sheet_bytes
from leadnet.study.store import locked, replace_file, settle_if_free
from leadnet.study.tables import StudyError, csv_text, joined
from leadnet.study.words import figure

DONE, REFUSED, SOME_NOT_READ = 0, 1, 3  # what a command answers to the shell; 2 is wrong usage


def new(asked: Namespace) -> int:
    """Start a study and say what to do next."""
    folder = start(Path(asked.study), asked.area, asked.as_at)
    print((folder / "NEXT.md").read_text(encoding="utf-8"))
    return DONE


def read(asked: Namespace) -> int:
    """Read papers; print what was found, or copy them into a study."""
    papers, failed = [], []
    paths = [path for name in asked.papers for path in _files(name)]
    for path, paper in zip(paths, documents.read_papers(paths), strict=True):
        if isinstance(paper, documents.Unread):
            failed.append(str(paper))
            print(f"leadnet: {paper}", file=sys.stderr)
        else:
            papers.append((path, paper))
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
    return f"{paper.file}: {paper.kind} ({paper.kind_because}); {whose}{held}"


def _into(papers: list[tuple[Path, documents.Paper]], study: str) -> None:
    """Copy papers into the study and list each in sources.csv as a proposed row."""
    path = find_study(study)
    with locked(path):
        folder = open_folder(path)
        rows = folder.sources.to_dict("records")
        for file, paper in papers:
            if paper.doc_id in {row["doc_id"] for row in rows}:
                print(f"{file}: the study has {paper.doc_id} already; left as it is. Rename the file to take it in too")
                continue
            content = file.read_bytes()
            (path / "papers").mkdir(exist_ok=True)
            replace_file(path / "papers" / file.name, content)
            rows.append(_proposed(paper, file, content, folder))
            print(_taken_for(paper))
        replace_file(path / "sources.csv", csv_text(SOURCES.frame(rows)).encode())
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


def brief(asked: Namespace) -> int:
    """Build the briefing and say where it lies."""
    formats = [word.strip() for word in asked.to.split(",") if word.strip()]
    unknown = [word for word in formats if word not in FORMATS]
    if unknown or not formats:
        raise StudyError(f"--to {asked.to}: {joined(unknown) or 'nothing'} is none of {', '.join(FORMATS)}")
    reports, built = write_brief(asked.study, formats, progress=lambda said: print(said, file=sys.stderr))
    print(
        f"{', '.join(str(reports / f'briefing.{ending}') for ending in formats)}; the lines behind each number: "
        f"{reports / 'evidence.html'}"
    )
    print(_summary(built))
    return SOME_NOT_READ if len(built.unread) else DONE


def _summary(built: Built) -> str:
    counts = {
        name: figure(built.find(name)["value"].iloc[0])
        for name in ("papers_held", "papers_not_read", "corrections_by_hand", "questions_open")
    }
    read = int(counts["papers_held"]) - int(counts["papers_not_read"])
    return (
        f"{read} papers read, {counts['papers_not_read']} not read (problems.csv); {counts['corrections_by_hand']} "
        f"{_plural('correction', counts['corrections_by_hand'])} by hand; {counts['questions_open']} "
        f"{_plural('question', counts['questions_open'])} open"
    )


def _plural(word: str, count: str) -> str:
    return word if count == "1" else f"{word}s"


def _settled(study: str) -> Path:
    """The study's folder, with what a run that was cut off left behind finished or undone."""
    path = find_study(study)
    settle_if_free(path)
    return path


def check(asked: Namespace) -> int:
    """Every fault of the study, a line each; then whether it builds."""
    path = _settled(asked.study)
    faults = folder_faults(path)
    if not faults:
        try:
            read_author(path)
            built = build_study(path)
        except StudyError as error:
            faults = [str(error)]
    for fault in faults:
        print(fault)
    if faults:
        print(f"{len(faults)} {_plural('fault', str(len(faults)))}")
        return REFUSED
    for row in built.problems.itertuples():
        print(f"note: {row.doc_id}{f' line {row.line}' if row.line else ''}: {row.what}; {row.do}")
    print(f"no fault; {_summary(built)}")
    return SOME_NOT_READ if len(built.unread) else DONE


def review(asked: Namespace) -> int:
    """Write the queue of open questions, what is proposed for the register beside it; or take answers in."""
    path = _settled(asked.study)
    if asked.answers:
        return _take_answers(asked, path)
    built = build_study(path)
    if asked.names:
        built = questions.in_full(built)
    limit = 0 if asked.quick else None if asked.all else questions.LIMIT
    found = questions.weighed(built, limit, _to_stderr)
    file, table = questions.file_of(path), questions.queue_table(built, found)
    with locked(path):
        replace_file(file, sheet_bytes(questions.carried_over(table, file)))
    for line in (*questions.proposals(built), *questions.summary(built, found, table)):
        print(line)
    print(questions.how_to_answer(built, asked.study, str(file)))
    return DONE


def _to_stderr(said: str) -> None:
    print(said, file=sys.stderr)


def _take_answers(asked: Namespace, path: Path) -> int:
    """Take the filled rows of a file into judgements.csv, all or none; say what each changed."""
    with locked(path):
        built = build_study(path)
        taken = questions.answers_of(built, Path(asked.answers))
        if taken.faults:
            for fault in taken.faults:
                print(f"leadnet: {fault}", file=sys.stderr)
            print("leadnet: nothing was written; correct these rows and hand the file in again", file=sys.stderr)
            return REFUSED
        questions.put(path, with_answers(built.judgements, taken.answers))
    for line in questions.what_changed(built, taken, quick=asked.quick):
        print(line)
    return DONE


def evidence(asked: Namespace) -> int:
    """A number beside the lines it rests on; without a name, the list of findings."""
    built = build_study(_settled(asked.study))
    rows = built.findings[built.findings["finding_id"].str.startswith(asked.finding)]
    if rows.empty:
        raise StudyError(f'"{asked.finding}" begins no finding; `leadnet evidence {asked.study}` lists them')
    for row in rows.itertuples():
        print(f"{row.finding_id} = {_value(row)} {row.unit}")
        if asked.finding:
            for line in built.evidence(rows[rows["finding_id"] == row.finding_id]).itertuples():
                print(f"    {line.cite}  {line.text}")
    return DONE


def _value(row: object) -> str:
    if pd.isna(row.value):
        return f"{figure(row.low)} to {figure(row.high)}"
    return figure(row.value) if pd.isna(row.of) else f"{figure(row.n)} of {figure(row.of)}"


def ties(asked: Namespace) -> int:
    """The tie table of any two-mode table on standard output; what must be said beside it on standard error."""
    path = Path(asked.table)
    rows = network.read_two_columns(path, "organisation", "event")
    found = network.bare_ties(rows)
    said = [*network.notes(path.name, rows, found)]
    if asked.groups:
        groups = network.read_two_columns(Path(asked.groups), "organisation", "group")
        said += network.tier_lines(Path(asked.groups).name, groups, found)
    if asked.json:
        sys.stdout.writelines(network.as_json(found))
    else:
        print(csv_text(found.pairs), end="")
    print("\n".join(said), file=sys.stderr)
    return DONE


def words(asked: Namespace) -> int:
    """The twelve words, a line each with an example."""
    print((Path(__file__).parent / "words.md").read_text(encoding="utf-8"), end="")
    return DONE
