"""The planted truth of a made-up study, as the tables of its folder truth/."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from leadnet.simulate.business import actions_table
from leadnet.simulate.project import stages_table
from leadnet.simulate.study import Made

_COUNCILS = ("county", "district", "unitary")


def truth(made: Made) -> dict[str, pd.DataFrame]:
    """Tables by name.

    rooms: meeting_id, org_id, came, all meetings and all who could have come. attendance: a row an entry, with who it
    is and how it is printed. names: doc_id, kind, printed, id. ties: organisation_a, organisation_b, planted (more,
    less), strength. brokers: org_id, pairs (of partners without a board in common that have one with it). drifting:
    org_id, year, chance. meetings: with style and whether minutes are held. actions: with the lines, where the format
    has lines. stages: first plan, slip, day finished. seats: those the terms of reference
    list, the vacant one and the one whose holder never came.
    """
    attendance = _attendance(made)
    return {
        "rooms": made.there.assign(came=made.there["came"].map({True: "yes", False: ""})),
        "meetings": made.held[["meeting_id", "body_id", "date", "doc_id", "style", "minutes"]],
        "attendance": attendance,
        "names": _names(attendance),
        "ties": _ties(made),
        "brokers": _brokers(made),
        "drifting": _drifting(made),
        "actions": _actions(made),
        "stages": stages_table(made.reports),
        "seats": pd.DataFrame(made.terms.seats),
    }


def _attendance(made: Made) -> pd.DataFrame:
    rows = [
        {
            "meeting_id": meeting.meeting_id,
            "doc_id": meeting.doc_id,
            "minutes": meeting.minutes,
            "style": meeting.style,
            "person_id": one.person_id,
            "org_id": one.org_id,
            "status": one.status,
            "title": one.title,
            "printed": one.name,
            "organisation": one.organisation,
            "post": one.post,
            "chair": "yes" if one.chair else "",
            "on_behalf_of": one.instead,
            "on_behalf_of_id": one.instead_id,
        }
        for meeting in made.held.itertuples()
        for one in made.lists[meeting.meeting_id]
    ]
    return pd.DataFrame(rows)


def _names(attendance: pd.DataFrame) -> pd.DataFrame:
    """Each printed form of each paper held and whom it means."""
    held = attendance[attendance["minutes"] == "yes"]
    people = held[["doc_id", "printed", "person_id"]].set_axis(["doc_id", "printed", "id"], axis=1)
    orgs = held[["doc_id", "organisation", "org_id"]].set_axis(["doc_id", "printed", "id"], axis=1)
    both = pd.concat([people.assign(kind="person"), orgs.assign(kind="organisation")])
    both = both.drop_duplicates().sort_values(["doc_id", "kind", "printed", "id"], ignore_index=True)
    return both[["doc_id", "kind", "printed", "id"]]


def _ties(made: Made) -> pd.DataFrame:
    planted = made.scene.planted
    rows = [(*sorted(pair), "more", planted.strength) for pair in planted.more]
    rows += [(*sorted(pair), "less", planted.strength) for pair in planted.less]
    return pd.DataFrame(sorted(rows), columns=["organisation_a", "organisation_b", "planted", "strength"])


def _brokers(made: Made) -> pd.DataFrame:
    """Partners (councils sit everywhere) that share a board with two others that share none with each other."""
    partners = made.scene.organisations.loc[~made.scene.organisations["tier"].isin(_COUNCILS), "org_id"]
    boards = made.scene.members.groupby("org_id")["body_id"].agg(set)
    rows = []
    for org in sorted(partners):
        met = sorted(other for other in partners if other != org and boards[other] & boards[org])
        pairs = sum(not boards[a] & boards[b] for a, b in combinations(met, 2))
        rows += [(org, pairs)] if pairs else []
    return pd.DataFrame(rows, columns=["org_id", "pairs"]).sort_values(["pairs", "org_id"], ascending=[False, True])


def _drifting(made: Made) -> pd.DataFrame:
    planted = made.scene.planted
    rows = [(planted.drifting, year, chance) for year, chance in enumerate(planted.falls, start=1)]
    return pd.DataFrame(rows, columns=["org_id", "year", "chance"])


def _actions(made: Made) -> pd.DataFrame:
    """The actions asked by minutes held, where they stand, and where later minutes held tell of them."""
    found = actions_table(made.business)
    docs = dict(zip(made.held["meeting_id"], made.held["doc_id"], strict=True))
    following = made.held[made.held["minutes"] == "yes"].groupby("body_id")["doc_id"].shift(-1).fillna("")
    after = dict(zip(made.held.loc[following.index, "doc_id"], following, strict=True))
    doc, shown = found["meeting_id"].map(docs), found["shown_at"].map(docs).fillna("")
    told = [_line(made, at, f"{key} shown") for at, key in zip(shown, found["action"], strict=True)]
    found = found.assign(
        doc_id=doc,
        line=[_line(made, at, key) for at, key in zip(doc, found["action"], strict=True)],
        shown_doc=[at if at in made.papers else "" for at in shown],
        shown_line=told,
        next_doc=doc.map(after).fillna(""),
    )
    return found[found["doc_id"].isin(made.papers)].sort_values(["doc_id", "action", "shown_at"], ignore_index=True)


def _line(made: Made, doc_id: str, key: str) -> str:
    paper = made.papers.get(doc_id)
    return str(paper.lines.get(key, "")) if paper else ""
