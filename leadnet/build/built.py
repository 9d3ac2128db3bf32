"""A study with every result: the tables, what a number rests on, and what would be under other rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from leadnet import measures, network
from leadnet.build.chances import marked, tier_law
from leadnet.build.hiding import CLOSED, PRINTED, hider, own_papers
from leadnet.build.reading import fingerprint, linked
from leadnet.build.results import hosts_of, measured
from leadnet.build.texts import names_of, texts_of, with_names
from leadnet.study import evidence, findings
from leadnet.study.folder import Folder
from leadnet.study.judgements import answer, with_answers
from leadnet.study.mask import Mask
from leadnet.study.mask_counts import without_small_counts, without_small_heads
from leadnet.study.rules import Rules


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
        return with_names(rows, self.names)

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
        return names_of(self)

    @cached_property
    def meeting_dates(self) -> dict[str, str]:
        """Each meeting's day (ISO); "" where the paper gives none."""
        return dict(zip(self.meetings["meeting_id"], self.meetings["date"], strict=True))

    @cached_property
    def hosts(self) -> dict[str, str]:
        """The organisation that hosts each meeting."""
        return hosts_of(self.folder, self.meetings)

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
        return texts_of(self)

    @cached_property
    def hide(self) -> Mask:
        """The mask of the study's privacy mode: every text that leaves goes through it, with its paper where known."""
        return hider(self)

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
        return CLOSED if text and doc_id in self.exempt else self.hide(text, doc_id)

    def show(self, table: pd.DataFrame, *columns: str) -> pd.DataFrame:
        """A table as it may be shown in the study's privacy mode: the columns asked for, every text masked, small
        counts of people withheld where it is public.

        Where a row's paper (doc_id; of the ledger, the clause's own) is exempt, the columns that repeat its words are
        closed.
        """
        shown = without_small_heads(table[list(columns)] if columns else table, self.settings.mode)
        papers = own_papers(table)
        texts = {
            column: [
                self.masked(text, paper if column in PRINTED else "")
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
        again = measures.retests(marked(self), self.attending, self.tier_tests, self.coverage, law)
        made = findings(measures.of_headlines(again), self.rules)
        return with_names(without_small_counts(made, self.settings.mode), self.names)

    @cached_property
    def headlines(self) -> pd.DataFrame:
        """Each headline as a sentence, and what it turns on beside it (see `measures.headlines`); ids name rows of
        `findings` and of `robustness`."""
        return measures.headlines(with_names(self.findings, self.names), self.robustness)

    @cached_property
    def ties_caution(self) -> str:
        """What must be said beside verdicts on ties of this record, without a digit; "" when nothing need be."""
        return network.ties_caution(self.there, self.meetings, self.memberships)

    @cached_property
    def needed(self) -> pd.DataFrame:
        """Where every tie cannot be told, that and how many meetings would tell; else no row. Made when asked for."""
        rows: list[dict] = []
        if len(self.ties) and network.no_information(self.ties):
            could = network.opportunity(self.there, self.meetings, self.memberships)
            curve = network.power(self.there, could, trials=40)
            rows = measures.of_needed(self.ties, self.attending, curve, network.meetings_needed(curve))
        return with_names(findings(rows, self.rules), self.names)

    def what_if(self, **rules: object) -> Built:
        """The same study under other rules."""
        changed = replace(self.rules, **rules)
        return Built(self.folder, changed, self.records, measured(self.folder, self.records, changed))

    def with_tables(self, **tables: pd.DataFrame) -> Built:
        """The same study with other input tables, as judgements: named and counted again; no paper is read.

        StudyError, as `study` gives it, where an answer or a row of these tables cannot be.
        """
        changed = replace(self.folder, tables={**self.folder.tables, **tables})
        records = {**self.records, **linked(changed, self.records)}
        return Built(changed, self.rules, records, measured(changed, records, self.rules))

    def if_answered(self, question: Mapping[str, str], verdict: str) -> Built:
        """The same study with one more answer: `question` is a row of `questions`, `right` one of its candidates."""
        return self.with_tables(judgements=with_answers(self.judgements, [answer(question, verdict)]))

    def links_if(self, **tables: pd.DataFrame) -> pd.DataFrame:
        """The links the same study would have with other input tables: naming alone, which is quick."""
        return linked(replace(self.folder, tables={**self.folder.tables, **tables}), self.records)["links"]
