"""What every export starts from: organisations, pairs and attendance of a study as they may leave it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

import pandas as pd

from leadnet import network
from leadnet.build import Built, kept_apart
from leadnet.measures.tiers import tiers_of
from leadnet.network.bare_said import NOT_INFLUENCE
from leadnet.study.schema import KNOWN_BY, ORGANISATIONS

MADE_UP = "Made-up data: the people, papers and meetings behind this file are invented."
_OWN = ("kind", "sector", "area", "since", "until", "gss_code")
_HELD = dict(zip(KNOWN_BY, ("with minutes", "shown held by another paper", "announced only"), strict=True))


@dataclass(frozen=True)
class Shown:
    """A study in its privacy mode. No table here holds the name or the id of a person who may not be named."""

    built: Built

    @cached_property
    def hide(self):
        """The mask of the study's mode, each text masked once."""
        return cache(self.built.hide)

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of people that may leave: in internal mode all, else of those people.csv says may be named."""
        people = self.built.people
        if self.built.settings.mode == "internal":
            return frozenset([*people["person_id"], *self.built.there["person_id"]])
        return frozenset(people.loc[people["named"] == "yes", "person_id"])

    @cached_property
    def about(self) -> tuple[str, ...]:
        """What is said in every file: what it is of, whether it is made up, and what it cannot say."""
        built, of = self.built, self.built.settings
        known = built.coverage["known_by"].value_counts()
        held = ", ".join(f"{known.get(by, 0)} {said}" for by, said in _HELD.items())
        telling = len(built.ties) == 0 or not network.no_information(built.ties)
        said = (
            f"{self.hide(of.name)}.",
            f"The record as at {of.as_at}; leadnet's build {built.build}.",
            f"People are named as in {of.mode} mode.",
            MADE_UP if of.made_up else "",
            f"Meetings known: {held}.",
            f"Papers held and not read: {len(built.unread)}." if len(built.unread) else "",
            NOT_INFLUENCE,
            "" if telling else "The papers are too few to tell any pair of organisations from chance.",
            built.ties_caution,
            "Lines of exempt papers are closed; a row that rests on one says so." if built.exempt else "",
        )
        return tuple(filter(None, said))

    @cached_property
    def organisations(self) -> pd.DataFrame:
        """One row an organisation of the Grid, in the order of org_id: org_id, name, short, kind, sector, tier (of a
        council as the dated register has it last), group (as the tests by tier take it), area, since, until, gss_code,
        first_date and last_date (in the room), meetings (how many), exempt (yes where one of them is known by an exempt
        paper).
        """
        built = self.built
        own = {row["org_id"]: row for row in built.organisations.to_dict("records")}
        councils = {row["org_id"]: row for row in built.councils.to_dict("records")}
        groups, seen = tiers_of(built.councils, built.organisations), self._seen
        rows = []
        for org in sorted({*built.grid["org_id"], *built.ties["organisation_a"], *built.ties["organisation_b"]}):
            row, council = own.get(org, {}), councils.get(org, {})
            told = {name: self.hide(row.get(name, "") or council.get(name, "")) for name in _OWN}
            names = {"name": self.hide(built.names.get(org, org)), "short": self.hide(built.shorts.get(org, org))}
            tier = council.get("tier", "") or row.get("tier", "")
            rows.append(
                {"org_id": org, **names, "tier": tier, "group": groups.get(org, ""), **told, **seen.get(org, {})}
            )
        columns = [*ORGANISATIONS.columns][:-1]
        frame = pd.DataFrame(rows, columns=[*columns, "group", "first_date", "last_date", "meetings", "exempt"])
        texts = frame.drop(columns="meetings").fillna("").astype("str")
        return texts.assign(meetings=frame["meetings"].fillna(0).astype(int))

    @cached_property
    def _seen(self) -> dict[str, dict[str, object]]:
        by_org = network.in_room(self.built.there).groupby("org_id")
        return {org: self._span({*rows["meeting_id"]}, " ".join(rows["cites"])) for org, rows in by_org}

    def _span(self, meetings: Collection[str], cites: str) -> dict[str, object]:
        """First and last day of meetings, how many they are, and whether an exempt paper is among their lines."""
        days = sorted(filter(None, map(self.built.meeting_dates.get, meetings)))
        first, last = (days[0], days[-1]) if days else ("", "")
        return {"first_date": first, "last_date": last, "meetings": len(meetings), "exempt": self.exempt(cites)}

    def exempt(self, cites: str) -> str:
        """yes where one of these cites is a line of an exempt paper; "" where none is."""
        return "yes" if any(cite.rpartition(":")[0] in self.built.exempt for cite in cites.split()) else ""

    @cached_property
    def pairs(self) -> pd.DataFrame:
        """One row a pair of organisations, as in Ties, with p (of the test both ways: min(1, 2 min(p_upper, p_lower))),
        by_chance, first_date and last_date (together) and exempt.
        """
        ties = self.built.ties
        p = (2 * ties[["p_upper", "p_lower"]].min(axis=1)).clip(upper=1)
        spans = pd.DataFrame(list(self._together()), columns=["first_date", "last_date", "exempt"], dtype="str")
        found = ties.rename(columns={"expected": "by_chance"}).reset_index(drop=True)
        return found.assign(p=p.reset_index(drop=True), cites=found["cites"].map(self.hide), **spans)

    def _together(self) -> Iterator[dict[str, object]]:
        """What `_span` says of the meetings each pair of Ties had together."""
        rows = network.in_room(self.built.there).groupby("org_id")["meeting_id"].agg(set)
        apart = set(kept_apart(self.built.there).itertuples(index=False, name=None))
        for tie in self.built.ties.itertuples():
            a, b = tie.organisation_a, tie.organisation_b
            yield self._span({one for one in rows[a] & rows[b] if (one, a, b) not in apart}, tie.cites)

    @property
    def pairs_met(self) -> pd.DataFrame:
        """The pairs that met at one meeting or more."""
        return self.pairs[self.pairs["together"] > 0]

    @cached_property
    def entries(self) -> pd.DataFrame:
        """One row an entry of an attendance list and organisation it stands for: meeting_id, date, body_id, org_id,
        organisation (its name, else as printed), person_id ("" for who may not be named, and on a line of an exempt
        paper), person, role, part, status, mode, chair, on_behalf_of, items, doc_id, line.
        """
        built, entries = self.built, self.built.attendance
        place = entries["doc_id"] + ":" + entries["line"] + ":" + entries["n"].astype("str")
        shown = built.show(entries).assign(entry=place.to_numpy()).set_index("entry")
        meetings = built.meetings.set_index("meeting_id")
        rows = []
        for there in built.there.itertuples():
            said = shown.loc[there.entry].to_dict()
            name = self.hide(built.names.get(there.org_id, there.org_id)) or said["organisations"]
            closed = said["doc_id"] in built.exempt
            person = there.person_id if there.person_id in self.named and not closed else ""
            of = meetings.loc[there.meeting_id]
            when = {"date": of["date"], "body_id": of["body_id"]}
            rows.append({**said, **when, "org_id": there.org_id, "organisation": name, "person_id": person})
        return pd.DataFrame(rows, columns=_ENTRY).sort_values(["date", "meeting_id"], kind="stable", ignore_index=True)

    @property
    def bodies(self) -> Mapping[str, str]:
        """What each body is called."""
        return {row.body_id: self.hide(row.name) for row in self.built.bodies.itertuples(index=False)}


_ENTRY = ["meeting_id", "date", "body_id", "org_id", "organisation", "person_id", "person", "role", "part", "status",
          "mode", "chair", "on_behalf_of", "items", "doc_id", "line"]  # fmt: skip
