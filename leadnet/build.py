"""The stairs: opens a study, runs the rooms in order, and holds every result. The only pipeline there is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path

import numpy as np
import pandas as pd

import leadnet
from leadnet import documents, measures, names, network
from leadnet.network.meetings_shared import missed_each_other
from leadnet.study import corrected, evidence, findings, links_by_post, masker, open_folder, presence, spread, withheld
from leadnet.study.folder import Folder
from leadnet.study.judgements import answer, with_answers
from leadnet.study.rules import Rules
from leadnet.study.schema import INPUTS, PROBLEMS, RECORDS
from leadnet.study.tables import StudyError, TableError, csv_text
from leadnet.study.words import long_date

Progress = Callable[[str], None]
CLOSED = "[a line of an exempt paper]"  # stands for it outside internal use
# The columns that repeat a paper's own words, or quote them.
_PRINTED = frozenset(
    ("text", "printed", "person", "title", "role", "heading", "organisations", "on_behalf_of", "arrived", "venue")
    + ("owners", "due_printed", "as_printed", "asked", "for", "for_", "against", "left", "right", "because", "what")
    + ("name", "was", "is", "value", "later_text")
)


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

    def told(self, *measures: str) -> pd.DataFrame:
        """The findings of these measures, with the names of subject and other for sentences; none is no fault."""
        rows = self.findings[self.findings["measure"].isin(measures)]
        return _with_names(rows, self.names)

    def find(self, measure: str, subject: str = "", other: str = "") -> pd.DataFrame:
        """The findings of one measure as `told` gives them, of one subject or other; KeyError if there is none."""
        rows = self.told(measure)
        for column, wanted in (("subject", subject), ("other", other)):
            rows = rows[rows[column] == wanted] if wanted else rows
        if rows.empty:
            raise KeyError(f"no finding {'/'.join(filter(None, (measure, subject, other)))}")
        return rows

    @cached_property
    def names(self) -> dict[str, str]:
        """What an id is called in a sentence: organisations, bodies, workstreams, meetings, items."""
        return _names(self)

    @cached_property
    def meeting_dates(self) -> dict[str, str]:
        """Each meeting's day (ISO); "" where the paper gives none."""
        return dict(zip(self.meetings["meeting_id"], self.meetings["date"], strict=True))

    @cached_property
    def hosts(self) -> dict[str, str]:
        """The organisation that hosts each meeting."""
        return _hosts(self.folder, self.meetings)

    @cached_property
    def without_support(self) -> Built:
        """The study without the officers in support of each meeting's host."""
        return self.what_if(host_support=False)

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

    @cached_property
    def exempt(self) -> frozenset[str]:
        """The papers of which no line may be printed in the study's privacy mode."""
        exempt = self.sources.loc[self.sources["access"] == "exempt", "doc_id"]
        return frozenset(exempt if self.settings.mode != "internal" else ())

    def masked(self, text: str, doc_id: str = "") -> str:
        """A text as it may leave: masked, and a text of an exempt paper not at all."""
        return CLOSED if text and doc_id in self.exempt else self.hide(text)

    def show(self, table: pd.DataFrame, *columns: str) -> pd.DataFrame:
        """A table as it may be shown in the study's privacy mode: the columns asked for, every text masked.

        Where a row's paper (doc_id; of the ledger, the clause's own) is exempt, the columns that repeat its words are
        closed.
        """
        shown = table[list(columns)] if columns else table
        papers = _own_papers(table)
        texts = {
            column: [
                self.masked(text, paper if column in _PRINTED else "")
                for text, paper in zip(shown[column], papers, strict=True)
            ]
            for column in shown.columns
            if shown[column].dtype == "str"
        }
        return shown.assign(**texts).astype(dict.fromkeys(texts, "str")).reset_index(drop=True)

    def meetings_behind(self, a: str, b: str) -> pd.DataFrame:
        """The meetings at which two organisations (org_id) met: meeting_id, items they shared, cites."""
        return network.meetings_behind(self.there, a, b)

    @cached_property
    def people_grid(self) -> pd.DataFrame:
        """Every person by every meeting of the Grid; `names` has what each is called."""
        held = self.meetings[self.meetings["meeting_id"].isin(self.coverage["meeting_id"])]
        return measures.grid_of_people(self.there, held, self.attendance, self.memberships)

    @cached_property
    def robustness(self) -> pd.DataFrame:
        """What each headline turns on, as findings with names for sentences; made when first asked for."""
        law = tier_law(self.rules)
        again = measures.retests(_marked(self), self.attending, self.tier_tests, self.coverage, law)
        return _with_names(findings(measures.of_headlines(again), self.rules), self.names)

    @cached_property
    def needed(self) -> pd.DataFrame:
        """Where every tie cannot be told, that and how many meetings would tell; else no row. Made when asked for."""
        rows: list[dict] = []
        if len(self.ties) and network.no_information(self.ties):
            could = network.opportunity(self.there, self.meetings, self.memberships)
            curve = network.power(self.there, could, trials=40)
            rows = measures.of_needed(self.ties, self.attending, curve, network.meetings_needed(curve))
        return _with_names(findings(rows, self.rules), self.names)

    def what_if(self, **rules: object) -> Built:
        """The same study under other rules."""
        changed = replace(self.rules, **rules)
        return Built(self.folder, changed, self.records, _measured(self.folder, self.records, changed))

    def with_tables(self, **tables: pd.DataFrame) -> Built:
        """The same study with other input tables, as judgements: named and counted again; no paper is read.

        StudyError, as `study` gives it, where an answer or a row of these tables cannot be.
        """
        changed = replace(self.folder, tables={**self.folder.tables, **tables})
        records = {**self.records, **_linked(changed, self.records)}
        return Built(changed, self.rules, records, _measured(changed, records, self.rules))

    def if_answered(self, question: Mapping[str, str], verdict: str) -> Built:
        """The same study with one more answer: `question` is a row of `questions`, `right` one of its candidates."""
        return self.with_tables(judgements=with_answers(self.judgements, [answer(question, verdict)]))

    def links_if(self, **tables: pd.DataFrame) -> pd.DataFrame:
        """The links the same study would have with other input tables: naming alone, which is quick."""
        return _linked(replace(self.folder, tables={**self.folder.tables, **tables}), self.records)["links"]


def study(
    folder: str | Path, rules: Rules | None = None, *, progress: Progress = lambda said: None, **switches: object
) -> Built:
    """Open a study by folder or name, read its papers, and run every room.

    `rules` (or single switches, as `host_support=False`) go before those of study.toml. StudyError, in one line, for
    any fault of the study; a paper that cannot be read is a row of `problems` and the rest is built.
    """
    opened = _as_at(open_folder(folder), progress)
    progress(f"{opened.settings.name}: study opened")
    records = read_records(opened, progress)
    rules = replace(rules or opened.settings.rules, **switches)
    progress("counting")
    results = _measured(opened, records, rules)
    progress(f"{len(results['findings'])} findings")
    return Built(opened, rules, records, results)


def _as_at(folder: Folder, progress: Progress) -> Folder:
    """The study with the papers up to its as_at, and without the rows no person has kept yet (but papers are read)."""
    sources, as_at = folder.sources, folder.settings.as_at
    late = sources["date"] > as_at
    for row in sources[late].itertuples():
        progress(f"{row.file}: dated {row.date}, after as_at = {as_at} of study.toml; left out")
    tables = {
        name: frame[frame["state"] != "proposed"].reset_index(drop=True) if "state" in frame.columns else frame
        for name, frame in folder.tables.items()
        if name != "sources"
    }
    return replace(folder, tables={**tables, "sources": sources[~late].reset_index(drop=True)})


def read_records(folder: Folder, progress: Progress) -> dict[str, pd.DataFrame]:
    """The records of the study's papers, corrected by hand, names linked; `asked` is what is asked about names."""
    doc_ids, files = list(folder.sources["doc_id"]), [_paper(folder, file) for file in folder.sources["file"]]
    papers, unread = [], []
    for doc_id, paper in zip(
        doc_ids, documents.read_papers(files, doc_ids, keep=folder.path / ".read", progress=progress), strict=True
    ):
        if isinstance(paper, documents.Unread):
            unread.append({"doc_id": doc_id, "what": str(paper), "do": "see the line; the rest was read"})
        else:
            papers.append(paper)
    if not papers:
        raise StudyError(_nothing_read(folder, unread))
    records = corrected(documents.records(papers, folder.sources, folder.bodies), folder.corrections)
    problems = pd.concat([records["problems"], PROBLEMS.frame(unread)], ignore_index=True)
    records |= {"problems": problems, "unread": PROBLEMS.frame(unread)}
    return records | _linked(folder, records)


def _linked(folder: Folder, records: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Mentions, links and what is asked of names, by the answers of judgements.csv; TableError for what cannot be."""
    named = names.name_all(records, folder.organisations, folder.people, folder.judgements, folder.sources)
    refuse_lost_lines(folder, records["lines"], list(records["unread"]["doc_id"]))
    return {"mentions": named.mentions, "links": named.links, "asked": named.questions}


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


def _measured(folder: Folder, records: Mapping[str, pd.DataFrame], rules: Rules) -> dict[str, pd.DataFrame]:
    """Every table that leaves the rooms, under these rules."""
    if rules.follow_successions:
        folder, records = _followed(folder, records)
    out = set(rules.without_meetings)
    meetings, attendance = (
        records[name][~records[name]["meeting_id"].isin(out)].reset_index(drop=True)
        for name in ("meetings", "attendance")
    )
    councils = _councils(folder, meetings)
    if rules.follow_successions:
        last = names.last_successors(folder.organisations)
        councils = councils.assign(org_id=councils["org_id"].replace(last)).drop_duplicates(["meeting_id", "org_id"])
    councils = councils[~councils["org_id"].isin(rules.without_organisations)].reset_index(drop=True)
    mentions, hosts = records["mentions"], _hosts(folder, meetings)
    dates = dict(zip(meetings["meeting_id"], meetings["date"], strict=True))
    links = links_by_post(attendance, mentions, records["links"], folder.posts, dates)
    there = presence(attendance, mentions, links, rules, hosts)
    tables = {**folder.tables, **records, "meetings": meetings, "attendance": attendance}
    tables |= {"there": there, "councils": councils, "hosts": hosts}
    tables["named"] = mentions.merge(records["links"].rename(columns={"kind": "linked"}), on="mention_id")
    proposed = names.proposed_people(attendance, records["links"], mentions, folder.people)
    tables["ranks"] = pd.concat([folder.people, proposed], ignore_index=True)
    found = folder.settings.windows.over(meetings.loc[meetings["known_by"] == "minutes", "date"])
    tables["windows"] = tuple({(window.since, window.until): window for window in found}.values())
    tables["ties"] = network.ties(there, meetings, folder.memberships, rules)
    attending = attending_table(there, meetings, folder.memberships)
    tables["attending"] = measures.with_tiers(attending, councils, folder.organisations)
    law, apart = tier_law(rules), kept_apart(there)
    tables["tier_tests"] = measures.tier_tests(tables["attending"], apart, tables["windows"], law)
    tables["brokers"] = brokers_table(tables["ties"], measures.last_tiers(tables["attending"]))
    tables["coverage"] = measures.coverage(meetings)
    tables["grid"] = measures.grid(there, meetings, councils, attendance, folder.memberships)
    tables["as_at"] = folder.settings.as_at
    tables["years"] = names.years(folder.claims["by"])
    about = {name: records[name] for name in ("decisions", "items", "lines", "mentions")}
    tables["ledger"] = measures.ledger(
        **about, judgements=folder.judgements, workstreams=folder.workstreams, sources=folder.sources
    )
    asked = names.open_questions(measures.questions(records["decisions"], tables["ledger"]), folder.judgements)
    tables["questions"] = pd.concat([records["asked"], asked], ignore_index=True)
    tables["findings"] = measures.measure_all(tables, rules)
    return {name: tables[name] for name in _RESULTS}


def _followed(folder: Folder, records: Mapping[str, pd.DataFrame]) -> tuple[Folder, dict[str, pd.DataFrame]]:
    """The study with what it says of an organisation said of the one that followed it."""
    held = {name: folder.tables[name] for name in ("posts", "memberships", "workstreams")}
    tables = {**folder.tables, **names.followed(held, folder.organisations)}
    return replace(folder, tables=tables), {**records, **names.followed({"links": records["links"]}, folder.organisations)}


_RESULTS = ("there", "ties", "attending", "tier_tests", "coverage", "grid", "ledger", "findings", "councils",
            "questions")  # fmt: skip


def attending_table(there: pd.DataFrame, meetings: pd.DataFrame, memberships: pd.DataFrame) -> pd.DataFrame:
    """Who could have been at which documented meeting: org_id, meeting_id, date, seen (bool), cites (of those seen)."""
    rows = network.in_room(there)
    table, listed = network.incidence(rows), network.opportunity(there, meetings, memberships)
    seen, could, events = network.within(table, listed)
    at, entries = seen.toarray() > 0, could.tocoo()
    found = pd.DataFrame({"org_id": table.organisations[entries.row], "meeting_id": events[entries.col]}, dtype="str")
    found = found.assign(seen=at[entries.row, entries.col]).merge(network.two_mode(there), how="left")
    dates = dict(zip(meetings["meeting_id"], meetings["date"], strict=True))
    return found.assign(date=found["meeting_id"].map(dates), cites=found["cites"].fillna(""))


def kept_apart(there: pd.DataFrame) -> pd.DataFrame:
    """Who in the room was kept from meeting whom: meeting_id, organisation_a, organisation_b."""
    by_meeting = missed_each_other(network.in_room(there))
    missed = [(meeting, *pair) for meeting, pairs in by_meeting.items() for pair in sorted(pairs)]
    return pd.DataFrame(missed, columns=["meeting_id", "organisation_a", "organisation_b"], dtype="str")


def brokers_table(ties: pd.DataFrame, tiers: Mapping[str, str]) -> pd.DataFrame:
    """Who stands between others on the pairs that met, each pair once: org_id, tier, role, paths, expected, z."""
    orgs = np.array(sorted({*ties["organisation_a"], *ties["organisation_b"]} & {*tiers}), dtype=object)
    if not len(orgs):
        return pd.DataFrame(columns=["org_id", "tier", "role", "paths", "expected", "z"])
    of = np.array([tiers[org] for org in orgs], dtype="U")
    nodes, _ = network.brokerage(network.layer(ties, "together", orgs), of)
    nodes = nodes.assign(org_id=orgs[nodes["node"]], tier=of[nodes["node"]], expected=nodes["expected"] / 2)
    return nodes[["org_id", "tier", "role", "paths", "expected", "z"]]


def _marked(built: Built) -> pd.DataFrame:
    """Presence with host_support (an officer in support of the host) and doubtful (the organisation was inferred, or
    rests on a person's answer about its name)."""
    links, there = built.links[built.links["kind"] == "organisation"], built.there
    answered = built.mentions.drop(columns="kind").merge(links[links["how"] == "judgement"], on="mention_id")
    judged = {f"{row.doc_id}:{row.line} {row.id}" for row in answered.itertuples()}
    host = (there["part"] == "support") & (there["org_id"] == there["meeting_id"].map(built.hosts))
    doubtful = (there["inferred"] & ~there["by_post"]) | (there["cites"] + " " + there["org_id"]).isin(judged)
    return there.assign(host_support=host, doubtful=doubtful)


def _with_names(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Findings with what subject and other are called."""
    return rows.assign(**{f"{at}_name": rows[at].map(lambda key: names.get(key, key)) for at in ("subject", "other")})


def tier_law(rules: Rules) -> measures.Law:
    """The network's test of pairs of tiers, as the measures ask for it."""
    return measures.Law(
        lambda of, trials: network.tier_ties(
            of.present, of.tiers, of.could, Counter(of.pairs_apart()), level=rules.level, trials=trials
        ),
        lambda of: network.fit(of.present, of.could).chances(),
        network.benjamini_hochberg,
        kept_apart,
        rules.level,
    )


def _hosts(folder: Folder, meetings: pd.DataFrame) -> dict[str, str]:
    """Who hosts each meeting: its body's host, else the study's."""
    hosts = dict(zip(folder.bodies["body_id"], folder.bodies["host"], strict=True))
    return {row.meeting_id: hosts.get(row.body_id) or folder.settings.host for row in meetings.itertuples()}


def _councils(folder: Folder, meetings: pd.DataFrame) -> pd.DataFrame:
    """The area's councils at each documented meeting, from the dated register.

    Columns meeting_id, date, org_id, name, short, tier, since, until, gss_code, role (area, district, neighbour),
    cites.
    """
    minuted = meetings[(meetings["known_by"] == "minutes") & (meetings["date"] != "")]
    frames = [_councils_on(folder, row.date).assign(meeting_id=row.meeting_id) for row in minuted.itertuples()]
    if frames:
        return pd.concat(frames, ignore_index=True)
    return _councils_on(folder, folder.settings.as_at).head(0).assign(meeting_id="")


@cache
def _register_on(area: str, on: str) -> pd.DataFrame:
    return names.councils(area, date.fromisoformat(on))


def _councils_on(folder: Folder, on: str) -> pd.DataFrame:
    try:
        found = _register_on(folder.settings.area, on)
    except ValueError as error:
        raise StudyError(f"study.toml, area: {error}") from None
    return found.assign(date=on, cites="authorities#" + found["org_id"] + "@" + on)


def write_records(built: Built) -> dict[str, bytes]:
    """The records as CSV files, by name, as they are put into records/."""
    return {f"{name}.csv": csv_text(built.records[name]).encode() for name in sorted(RECORDS)}


def fingerprint(path: Path) -> str:
    """First 12 letters of the SHA-256 of every input of the study and of leadnet's version."""
    found = hashlib.sha256(leadnet.__version__.encode())
    inputs = [path / name for name in ("study.toml", "briefing.toml", *INPUTS)]
    for file in sorted([*inputs, *(path / "papers").rglob("*")]):
        if file.is_file():
            found.update(f"{file.relative_to(path).as_posix()}\0".encode() + file.read_bytes())
    return found.hexdigest()[:12]


def _names(built: Built) -> dict[str, str]:
    bodies = {row.body_id: f"the {row.short or row.name}" for row in built.bodies.itertuples()}
    meetings = {
        row.meeting_id: f"{bodies.get(row.body_id, row.body_id)} meeting of {_on(row.date)}"
        for row in built.meetings.itertuples()
    }
    papers = {row.doc_id: f"the {row.kind} of {_on(row.date)}" for row in built.sources.itertuples() if row.date}
    unlisted = {body_id: body_id for body_id in built.meetings["body_id"]}  # not yet in bodies.csv
    return {
        **measures.tier_names(built.attending["tier"]),
        **papers,
        **unlisted,
        **dict(zip(built.councils["org_id"], built.councils["name"], strict=True)),
        **dict(zip(built.organisations["org_id"], built.organisations["name"], strict=True)),
        **dict(zip(built.workstreams["workstream_id"], built.workstreams["name"], strict=True)),
        **dict(zip(built.stages["stage_id"], built.stages["name"], strict=True)),
        **{row.item_id: f"minute {row.number}" for row in built.items.itertuples()},
        **_people_met(built),
        **bodies,
        **meetings,
    }


def _people_met(built: Built) -> dict[str, str]:
    """What the people of attendance lists are called, each by the first entry that has them; masked."""
    first = built.there.drop_duplicates("person_id")
    return {row.entry: built.masked(row.person, row.entry.rsplit(":", 2)[0]) for row in first.itertuples()}


def _on(iso: str) -> str:
    return long_date(iso) if iso else "an unknown day"


def _texts(built: Built) -> dict[str, str]:
    found = {
        f"{row.doc_id}:{row.line}": CLOSED if row.doc_id in built.exempt else row.text
        for row in built.lines.itertuples()
    }
    for name, frame in (
        ("sources", built.sources),
        ("corrections", built.corrections),
        ("judgements", built.judgements),
        ("memberships", built.memberships),
    ):
        found[f"{name}.csv"] = f"all {len(frame)} rows of {name}.csv" if len(frame) else f"{name}.csv, which has no row"
    councils = built.councils.drop_duplicates("cites")
    register = {row.cites: f"{row.name}, {row.tier}, since {row.since}" for row in councils.itertuples(index=False)}
    return found | register | _rows(built)


def _rows(built: Built) -> dict[str, str]:
    """The rows of the study's own tables by cite, as text."""
    found = {"study.toml": f"as_at = {built.settings.as_at}; rules: {built.rules}"}
    keys = {
        "organisations": ["org_id"],
        "sources": ["doc_id"],
        "stages": ["project_id", "stage_id"],
        "memberships": ["body_id", "org_id"],
    }
    for name, key in keys.items():
        for row in getattr(built, name).to_dict("records"):
            cite = f"{name}.csv#{'/'.join(row[part] for part in key)}"
            closed = _PRINTED if name != "sources" and row.get("doc_id") in built.exempt else ()
            told = {column: str(cell) for column, cell in row.items() if str(cell) and column != "person_id"}  # a name
            text = ", ".join(CLOSED if column in closed else cell for column, cell in told.items())
            found[cite] = f"{found[cite]} ; {text}" if cite in found else text
    for row in built.meetings.itertuples():
        found[f"meetings#{row.meeting_id}"] = (
            f"{row.meeting_id}, {row.date}, known by {row.known_by}, {row.doc_id}:{row.line}"
        )
    return found


def _own_papers(table: pd.DataFrame) -> pd.Series:
    """The paper whose words each row repeats; the ledger's doc_id is of a later one, which shows what came of them."""
    if "action_id" in table:
        return table["action_id"].str.rsplit(":", n=2).str[0]
    return table["doc_id"] if "doc_id" in table else pd.Series("", index=table.index)


def _hide(built: Built) -> Callable[[str], str]:
    people = built.links[built.links["kind"] == "person"].merge(built.mentions.drop(columns="kind"), on="mention_id")
    printed = people.groupby("id")["printed"].agg(set).to_dict()
    beside = people.merge(
        built.attendance, left_on=["doc_id", "line", "printed"], right_on=["doc_id", "line", "person"]
    )
    roles = beside[beside["role"] != ""].groupby("id")["role"].agg(set).to_dict()
    hidden = withheld(built.people, built.posts, printed, roles)
    named = built.people[built.people["named"] == "yes"]
    kept = {*named["name"], *(name for id in named["person_id"] for name in printed.get(id, ()))}
    # Of two people of one name the one who may not be named decides.
    kept -= {name for one in hidden for name in one.names}
    return masker(built.settings.mode, hidden, sorted(kept), _places(built)).over_lines(_following(built, people))


def _places(built: Built) -> list[str]:
    """What organisations, bodies and the councils of the area are called: a surname in it may be a place."""
    register = names.authorities()
    own = register[(register["org_id"] == built.settings.area) | (register["county"] == built.settings.area)]
    tables = (built.organisations, built.bodies, built.councils, own)
    return sorted({name for table in tables for column in ("name", "short") for name in table[column] if name})


def _following(built: Built, mentions: pd.DataFrame) -> list[tuple[str, str]]:
    """The texts of each two lines that follow each other in a paper, and of those over which a mention says a name
    goes."""
    filled = built.lines[built.lines["text"].str.strip() != ""]
    pairs = [
        pair for _, lines in filled.groupby("doc_id") for pair in zip(lines["text"], lines["text"][1:], strict=False)
    ]
    texts = {f"{row.doc_id}:{row.line}": row.text for row in filled.itertuples()}
    for row in mentions[mentions["line"].str.contains("-")].itertuples():
        lines = [texts.get(line, "") for line in spread(f"{row.doc_id}:{row.line}")]
        pairs += [(lines[0], lines[-1])] if len(lines) > 1 else []
    return pairs
