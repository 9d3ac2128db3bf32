"""What may not leave: the mask of a study, and the papers of which no line is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from leadnet import names
from leadnet.build.hiding_lines import linked_prints, meeting_initials, papers_of
from leadnet.study import masker, spread, withheld
from leadnet.study.mask import Mask

if TYPE_CHECKING:
    from leadnet.build.built import Built

CLOSED = "[a line of an exempt paper]"  # stands for it outside internal use


# The columns that repeat a paper's own words, or quote them.
PRINTED = frozenset(
    ("text", "printed", "person", "title", "role", "heading", "organisations", "on_behalf_of", "arrived", "venue")
    + ("owners", "due_printed", "as_printed", "asked", "for", "for_", "against", "left", "right", "because", "what")
    + ("name", "was", "is", "value", "later_text")
)


def own_papers(table: pd.DataFrame) -> pd.Series:
    """The paper whose words each row repeats; the ledger's doc_id is of a later one, which shows what came of them."""
    if "action_id" in table:
        return table["action_id"].str.rsplit(":", n=2).str[0]
    return table["doc_id"] if "doc_id" in table else pd.Series("", index=table.index)


def hider(built: Built) -> Mask:
    """The mask of the study's privacy mode, over its people, posts, places, and lines that follow each other."""
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
    hide = masker(built.settings.mode, hidden, sorted(kept), _places(built)).over_lines(_following(built, people))
    initials = meeting_initials(built, people, {one.person_id: one.stands for one in hidden})
    return hide.by_paper(papers_of(built, initials), initials, linked_prints(built, people))


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
