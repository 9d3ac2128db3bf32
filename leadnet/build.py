"""The stairs: opens a study, runs the rooms in order, and holds every result. The only pipeline there is."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import pandas as pd

import leadnet
from leadnet import documents, measures, names, network
from leadnet.study import corrected, evidence, masker, open_folder, presence, withheld
from leadnet.study.folder import Folder
from leadnet.study.rules import Rules
from leadnet.study.schema import PROBLEMS, RECORDS
from leadnet.study.tables import StudyError, csv_text
from leadnet.study.words import long_date

Progress = Callable[[str], None]


@dataclass(frozen=True)
class Built:
    """A study with every result, under one set of rules. Tables are attributes by name: `built.grid`, `built.ties` …

    records: the tables of reading and naming; results: grid, ties, ledger, coverage, findings, questions and `there`
    (presence).
    """

    folder: Folder
    rules: Rules
    records: Mapping[str, pd.DataFrame] = field(repr=False)
    results: Mapping[str, pd.DataFrame] = field(repr=False)

    def __getattr__(self, name: str) -> pd.DataFrame:
        for held in (self.__dict__.get("results", {}), self.__dict__.get("records", {})):
            if name in held:
                return held[name]
        return getattr(self.__dict__["folder"], name)

    def find(self, measure: str, subject: str = "", other: str = "") -> pd.DataFrame:
        """The findings of one measure, with the names of subject and other for sentences; KeyError if there is none."""
        rows = self.findings[self.findings["measure"] == measure]
        for column, wanted in (("subject", subject), ("other", other)):
            rows = rows[rows[column] == wanted] if wanted else rows
        if rows.empty:
            raise KeyError(f"no finding {'/'.join(filter(None, (measure, subject, other)))}")
        named = {
            f"{column}_name": rows[column].map(lambda key: self.names.get(key, key)) for column in ("subject", "other")
        }
        return rows.assign(**named)

    @cached_property
    def names(self) -> dict[str, str]:
        """What an id is called in a sentence: organisations, bodies, workstreams, meetings, items."""
        return _names(self)

    @cached_property
    def shorts(self) -> dict[str, str]:
        """What an organisation is called in a chart: its short name where it has one."""
        own = {row.org_id: row.short or row.name for row in self.organisations.itertuples()}
        return {**dict(zip(self.councils["org_id"], self.councils["short"], strict=True)), **own}

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of every line of a paper and every row of the study a finding may cite, not masked."""
        return _texts(self)

    @cached_property
    def hide(self) -> Callable[[str], str]:
        """The mask of the study's privacy mode: every text that leaves goes through it."""
        return _hide(self)

    @cached_property
    def build(self) -> str:
        """First 12 letters of the hash of the study's inputs and this version."""
        return fingerprint(self.folder.path)

    def evidence(self, findings: pd.DataFrame) -> pd.DataFrame:
        """The lines behind findings, masked: finding_id, cite, text."""
        return evidence(findings, self.texts).assign(text=lambda rows: rows["text"].map(self.hide))

    def show(self, table: pd.DataFrame, *columns: str) -> pd.DataFrame:
        """A table as it may be shown in the study's privacy mode: the columns asked for, every text masked."""
        shown = table[list(columns)] if columns else table
        texts = {column: shown[column].map(self.hide) for column in shown.columns if shown[column].dtype == "str"}
        return shown.assign(**texts).reset_index(drop=True)

    def what_if(self, **rules: object) -> Built:
        """The same study under other rules."""
        changed = replace(self.rules, **rules)
        return Built(
            self.folder, changed, self.records, _measured(self.folder, self.records, self.results["questions"], changed)
        )


def study(
    folder: str | Path, rules: Rules | None = None, *, progress: Progress = lambda said: None, **switches: object
) -> Built:
    """Open a study by folder or name, read its papers, and run every room.

    `rules` (or single switches, as `host_support=False`) go before those of study.toml. StudyError, in one line, for
    any fault of the study; a paper that cannot be read is a row of `problems` and the rest is built.
    """
    opened = open_folder(folder)
    progress(f"{opened.settings.name}: study opened")
    records, questions = read_records(opened, progress)
    rules = replace(rules or opened.settings.rules, **switches)
    progress("counting")
    results = _measured(opened, records, questions, rules)
    progress(f"{len(results['findings'])} findings")
    return Built(opened, rules, records, results)


def read_records(folder: Folder, progress: Progress) -> tuple[dict[str, pd.DataFrame], pd.DataFrame]:
    """The records of the study's papers, corrected by hand and with names linked; and what a person is asked."""
    papers, unread = [], []
    for source in folder.sources.itertuples():
        try:
            papers.append(documents.read_paper(_paper(folder, source.file), source.doc_id))
            progress(f"read {source.file}")
        except StudyError as error:
            unread.append({"doc_id": source.doc_id, "what": str(error), "do": "see the line; the rest was read"})
            progress(str(error))
    if not papers:
        raise StudyError(_nothing_read(folder, unread))
    records = corrected(documents.records(papers, folder.sources, folder.bodies), folder.corrections)
    dates = dict(zip(folder.sources["doc_id"], folder.sources["date"], strict=True))
    named = names.name_all(records, folder.organisations, folder.people, folder.judgements, dates)
    problems = pd.concat([records["problems"], PROBLEMS.frame(unread)], ignore_index=True)
    records |= {
        "mentions": named.mentions,
        "links": named.links,
        "problems": problems,
        "unread": PROBLEMS.frame(unread),
    }
    refuse_faulty_showings(folder, records)
    asked = names.open_questions(measures.questions(records["decisions"]), folder.judgements)
    return records, pd.concat([named.questions, asked], ignore_index=True)


def _paper(folder: Folder, file: str) -> Path:
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


def refuse_faulty_showings(folder: Folder, records: Mapping[str, pd.DataFrame]) -> None:
    """StudyError for an answer about an action that names no line that was read."""
    lines = records["lines"]
    faults = measures.faulty_showings(folder.judgements, lines["doc_id"] + ":" + lines["line"].astype(str))
    if faults:
        raise StudyError(faults[0])


def _measured(
    folder: Folder, records: Mapping[str, pd.DataFrame], questions: pd.DataFrame, rules: Rules
) -> dict[str, pd.DataFrame]:
    """Every table that leaves the rooms, under these rules."""
    there = presence(records["attendance"], records["mentions"], records["links"], rules, folder.settings.host)
    tables = {
        **folder.tables,
        **records,
        "there": there,
        "questions": questions,
        "councils": _councils(folder, records),
    }
    tables["ties"] = network.ties(there, records["meetings"], folder.memberships, rules)
    tables["coverage"] = measures.coverage(records["meetings"])
    tables["grid"] = measures.grid(
        there, records["meetings"], tables["councils"], records["attendance"], folder.memberships
    )
    tables["ledger"] = measures.ledger(
        records["decisions"], records["items"], folder.judgements, folder.workstreams, folder.sources, records["lines"]
    )
    tables["findings"] = measures.measure_all(tables, rules)
    return {
        name: tables[name]
        for name in ("there", "ties", "coverage", "grid", "ledger", "findings", "councils", "questions")
    }


def _councils(folder: Folder, records: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """The area's councils at each documented meeting, from the dated register: meeting_id, org_id, name, tier, "
    "role, cites."""
    meetings = records["meetings"]
    minuted = meetings[(meetings["known_by"] == "minutes") & (meetings["date"] != "")]
    frames = [
        _councils_on(folder, meeting.date).assign(
            meeting_id=meeting.meeting_id,
            cites=lambda rows, on=meeting.date: "authorities#" + rows["org_id"] + "@" + on,
        )
        for meeting in minuted.itertuples()
    ]
    return (
        pd.concat(frames, ignore_index=True)
        if frames
        else pd.DataFrame(
            columns=["org_id", "name", "short", "tier", "since", "until", "gss_code", "role", "meeting_id", "cites"]
        )
    )


def _councils_on(folder: Folder, on: str) -> pd.DataFrame:
    try:
        return names.councils(folder.settings.area, date.fromisoformat(on))
    except ValueError as error:
        raise StudyError(f"study.toml, area: {error}") from None


def write_records(built: Built) -> dict[str, bytes]:
    """The records as CSV files, by name, as they are put into records/."""
    return {f"{name}.csv": csv_text(built.records[name]).encode() for name in sorted(RECORDS)}


def fingerprint(path: Path) -> str:
    """First 12 letters of the SHA-256 of every input of the study and of leadnet's version."""
    found = hashlib.sha256(leadnet.__version__.encode())
    written = ("records", "reports")
    for file in sorted(path.rglob("*")):
        part = file.relative_to(path)
        if (
            file.is_file()
            and part.parts[0] not in written
            and not part.name.startswith(".")
            and part.name != "datapackage.json"
        ):
            found.update(f"{part.as_posix()}\0".encode() + file.read_bytes())
    return found.hexdigest()[:12]


def _names(built: Built) -> dict[str, str]:
    bodies = {row.body_id: f"the {row.short or row.name}" for row in built.bodies.itertuples()}
    meetings = {
        row.meeting_id: f"{bodies.get(row.body_id, row.body_id)} meeting of {_on(row.date)}"
        for row in built.meetings.itertuples()
    }
    return {
        **dict(zip(built.councils["org_id"], built.councils["name"], strict=True)),
        **dict(zip(built.organisations["org_id"], built.organisations["name"], strict=True)),
        **dict(zip(built.workstreams["workstream_id"], built.workstreams["name"], strict=True)),
        **dict(zip(built.stages["stage_id"], built.stages["name"], strict=True)),
        **{row.doc_id: f"the {row.kind} of {_on(row.date)}" for row in built.sources.itertuples() if row.date},
        **{row.item_id: f"minute {row.number}" for row in built.items.itertuples()},
        **bodies,
        **meetings,
    }


def _on(iso: str) -> str:
    return long_date(iso) if iso else "an unknown day"


def _texts(built: Built) -> dict[str, str]:
    exempt = set(built.sources.loc[built.sources["access"] == "exempt", "doc_id"])
    closed = "[a line of an exempt paper]" if built.settings.mode != "internal" else None
    found = {
        f"{row.doc_id}:{row.line}": closed if closed and row.doc_id in exempt else row.text
        for row in built.lines.itertuples()
    }
    for name, frame in (
        ("sources", built.sources),
        ("corrections", built.corrections),
        ("judgements", built.judgements),
    ):
        found[f"{name}.csv"] = f"all {len(frame)} rows of {name}.csv" if len(frame) else f"{name}.csv, which has no row"
    councils = built.councils.drop_duplicates("cites")
    register = {row.cites: f"{row.name}, {row.tier}, since {row.since}" for row in councils.itertuples(index=False)}
    return found | register | _rows(built)


def _rows(built: Built) -> dict[str, str]:
    """The rows of the study's own tables by cite, as text."""
    found = {"study.toml": f"as_at = {built.settings.as_at}"}
    keys = {"organisations": ["org_id"], "sources": ["doc_id"], "stages": ["project_id", "stage_id"]}
    for name, key in keys.items():
        for row in getattr(built, name).to_dict("records"):
            cite = f"{name}.csv#{'/'.join(row[part] for part in key)}"
            text = ", ".join(str(cell) for cell in row.values() if str(cell))
            found[cite] = f"{found[cite]} ; {text}" if cite in found else text
    for row in built.meetings.itertuples():
        found[f"meetings#{row.meeting_id}"] = (
            f"{row.meeting_id}, {row.date}, known by {row.known_by}, {row.doc_id}:{row.line}"
        )
    return found


def _hide(built: Built) -> Callable[[str], str]:
    people = built.links[built.links["kind"] == "person"].merge(built.mentions.drop(columns="kind"), on="mention_id")
    printed = people.groupby("id")["printed"].agg(set).to_dict()
    named = set(built.people.loc[built.people["named"] == "yes", "person_id"])
    kept = {row.name for row in built.organisations.itertuples()} | {
        name for id, all_ in printed.items() if id in named for name in all_
    }
    return masker(built.settings.mode, withheld(built.people, built.posts, printed), kept)
