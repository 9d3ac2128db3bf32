"""What each command does: calls the rooms below and says in plain words what came of it."""

from __future__ import annotations

import hashlib
import json
import sys
from argparse import Namespace
from pathlib import Path

from leadnet import documents
from leadnet.briefing import FORMATS
from leadnet.briefing import brief as write_brief
from leadnet.build import Built
from leadnet.build import study as build_study
from leadnet.new_study import start
from leadnet.study.bodies import body_of
from leadnet.study.folder import find_study, folder_faults, open_folder
from leadnet.study.schema import SOURCES
from leadnet.study.store import locked, replace_file
from leadnet.study.tables import StudyError, csv_text, joined
from leadnet.study.words import figure

DONE, REFUSED, SOME_NOT_READ = 0, 1, 3  # what a command answers to the shell; 2 is wrong usage


def new(asked: Namespace) -> int:
    """Start a study and say what to do next."""
    folder = start(Path(asked.study), asked.area)
    print((folder / "NEXT.md").read_text(encoding="utf-8"))
    return DONE


def read(asked: Namespace) -> int:
    """Read papers; print what was found, or copy them into a study."""
    papers, failed = [], []
    for name in asked.papers:
        try:
            papers.append(documents.read_paper(Path(name)))
        except StudyError as error:
            failed.append(str(error))
            print(f"leadnet: {error}", file=sys.stderr)
    if not papers:
        return REFUSED
    if asked.into:
        _into(papers, [Path(name) for name in asked.papers], asked.into)
    elif asked.json:
        print(json.dumps(documents.as_json(papers), indent=1, ensure_ascii=False))
    else:
        for paper in papers:
            print(_taken_for(paper))
    return SOME_NOT_READ if failed else DONE


def _taken_for(paper: documents.Paper) -> str:
    """One line: what a paper was taken for, and what was found in it."""
    found = documents.as_json([paper])
    meeting = next(iter(found["meetings"]), None)
    held = (
        f"; {len(meeting['attendance'])} entries of attendance, {len(meeting['items'])} items"
        if meeting
        else "; no meeting of its own"
    )
    whose = f"{paper.body or 'no body named'}, {paper.date or 'undated'}"
    return f"{paper.file}: {paper.kind} ({paper.kind_because}); {whose}{held}"


def _into(papers: list[documents.Paper], files: list[Path], study: str) -> None:
    """Copy papers into the study and list each in sources.csv as a proposed row."""
    path = find_study(study)
    with locked(path):
        folder = open_folder(path)
        rows = folder.sources.to_dict("records")
        held = {row["doc_id"] for row in rows}
        for paper in papers:
            if paper.doc_id in held:
                print(f"{paper.file}: the study has {paper.doc_id} already; left as it is")
                continue
            content = next(file for file in files if file.name == Path(paper.file).name).read_bytes()
            (path / "papers").mkdir(exist_ok=True)
            replace_file(path / "papers" / Path(paper.file).name, content)
            rows.append(
                {
                    "doc_id": paper.doc_id,
                    "file": Path(paper.file).name,
                    "kind": paper.kind,
                    "date": paper.date or "",
                    "body_id": body_of(paper.body or "", folder.bodies) if paper.body else "",
                    "access": "internal",
                    "sha256": hashlib.sha256(content).hexdigest(),
                    "state": "proposed",
                }
            )
            print(_taken_for(paper))
        replace_file(path / "sources.csv", csv_text(SOURCES.frame(rows)).encode())
    print(f"Look at the new rows of {path / 'sources.csv'}: set body_id and access, and take `proposed` away.")


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


def check(asked: Namespace) -> int:
    """Every fault of the study, a line each; then whether it builds."""
    path = find_study(asked.study)
    faults = folder_faults(path)
    if not faults:
        try:
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
    """The open questions with what speaks for and against, and how to answer."""
    built = build_study(asked.study)
    for row in built.questions.rename(columns={"for": "for_"}).itertuples():
        reasons = "; ".join(filter(None, (row.for_ and f"for: {row.for_}", row.against and f"against: {row.against}")))
        print(f"{row.doc_id}:{row.line}  {built.hide(row.asked)}" + (f"  ({reasons})" if reasons else ""))
        print(
            f"    answer in judgements.csv: "
            f"{row.question_id},{row.kind},{row.left},{row.right},{row.scope},same|different|unsure,…"
        )
    print(f"{len(built.questions)} {_plural('question', str(len(built.questions)))} open")
    return DONE


def evidence(asked: Namespace) -> int:
    """A number beside the lines it rests on; without a name, the list of findings."""
    built = build_study(asked.study)
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
    if row.value != row.value or row.value is None or str(row.value) == "<NA>":
        return f"{figure(row.low)} to {figure(row.high)}"
    if str(row.of) != "<NA>":
        return f"{figure(row.n)} of {figure(row.of)}"
    return figure(row.value)


def words(asked: Namespace) -> int:
    """The twelve words, a line each with an example."""
    print((Path(__file__).parent / "words.md").read_text(encoding="utf-8"), end="")
    return DONE
