"""Whom an entry without a printed organisation stands for: the posts the person held that day, by posts.csv."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from leadnet.study.bodies import plain
from leadnet.study.counting import in_force
from leadnet.study.schema import LINKS

BY_POST = "the post in posts.csv that day"  # `because` of such a link


def links_by_post(
    attendance: pd.DataFrame,
    mentions: pd.DataFrame,
    links: pd.DataFrame,
    posts: pd.DataFrame,
    dates: Mapping[str, str],
) -> pd.DataFrame:
    """The links, with one of kind organisation for each post of a person whose entry prints no organisation.

    Two posts at one date are a double hat and give two links, in the order of posts.csv; where the role printed is the
    title of one of them, only that one counts. An entry that has an organisation by an answer or from its substitute
    keeps it. `dates` gives each meeting's day.
    """
    held = posts[posts["org_id"] != ""].groupby("person_id")
    held = {person_id: list(rows.itertuples()) for person_id, rows in held}
    people = mentions[mentions["kind"] == "person"].merge(links[["mention_id", "kind", "id"]], on="mention_id")
    placed = set(people.loc[people["kind_y"] == "organisation", "mention_id"])
    ids = {
        (row.doc_id, row.line, row.printed): (row.mention_id, row.id)
        for row in people[people["kind_y"] == "person"].itertuples()
    }
    found = {}
    for entry in attendance[attendance["organisations"] == ""].itertuples():
        mention_id, person_id = ids.get((entry.doc_id, entry.line, entry.person), ("", ""))
        if mention_id and mention_id not in placed:
            mine = _on(held.get(person_id, []), dates.get(entry.meeting_id, ""), entry.role)
            found |= {(mention_id, post.org_id): None for post in mine}
    rows = [
        {"mention_id": mention_id, "kind": "organisation", "id": org_id, "how": "rule", "because": BY_POST}
        for mention_id, org_id in found
    ]
    return pd.concat([links, LINKS.frame(rows)], ignore_index=True) if rows else links


def _on(posts: list, day: str, role: str) -> list:
    """The posts held on a day; of several, the one whose title is the role printed."""
    mine = [post for post in posts if in_force(post.since, post.until, day)]
    return [post for post in mine if role and plain(post.post) == plain(role)] or mine
