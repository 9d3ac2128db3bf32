"""What later papers show of an action: a person's answers, a row each; what nobody has looked at yet; or none held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from leadnet.measures.followup import Index, Link, index, links
from leadnet.study import file_line, joined
from leadnet.study.schema import SHOWS

SAME = "same action"  # `right` of an answer that says a clause repeats an earlier one: `paper:line:n same action`


@dataclass(frozen=True)
class Later:
    """What may bear on an action: the answers given about it, and the later papers on its matter."""

    answers: Mapping[str, list[str]]  # action -> the `right` of each answer `same`
    denied: frozenset[tuple[str, str]]  # action and place of which a person said that it shows nothing
    matters: Mapping[tuple[str, int], set[str]]  # paper and line -> workstreams named there
    papers: Mapping[str, set[str]]  # workstream -> papers that name it
    starts: Mapping[str, list[int]]  # paper -> the lines its items start at
    titles: Mapping[str, str]  # item -> title
    dates: Mapping[str, str]
    lengths: Mapping[str, int]
    index: Index


def later(
    items: pd.DataFrame, judgements: pd.DataFrame, workstreams: pd.DataFrame, sources: pd.DataFrame, lines: pd.DataFrame
) -> Later:
    """All that follow_up needs, once for a study."""
    lengths = lines.groupby("doc_id")["line"].max().to_dict()
    told = judgements[(judgements["kind"] == "action") & (judgements["right"] != "asks")]
    told = told[told["right"].map(lambda right: showing(right)["doc_id"] in lengths).astype(bool)]
    shown, denied = (told[told["verdict"] == verdict] for verdict in ("same", "different"))
    matters: dict[tuple[str, int], set[str]] = {}
    for row in workstreams.itertuples():
        matters.setdefault((row.doc_id, first(row.line)), set()).add(row.workstream_id)
    return Later(
        answers=shown.groupby("left")["right"].agg(list).to_dict(),
        denied=frozenset((row.left, row.right.partition(" ")[0]) for row in denied.itertuples()),
        matters=matters,
        papers=workstreams.groupby("workstream_id")["doc_id"].agg(set).to_dict(),
        starts=items.assign(at=items["line"].map(first)).groupby("doc_id")["at"].agg(sorted).to_dict(),
        titles=dict(zip(items["item_id"], items["title"], strict=True)),
        dates=dict(zip(sources["doc_id"], sources["date"], strict=True)),
        lengths=lengths,
        index=index(lines, items),
    )


def first(line: str) -> int:
    """The first of the lines a cell names.

    >>> first("12-13"), first("7")
    (12, 7)
    """
    return int(line.split("-")[0])


def follow_up(clause: object, held: Later) -> list[dict]:
    """What later papers show of one action, a row each: shows, doc_id, line, suggested, because, cites.

    A later paper on the matter that nobody has looked at for this action is `not judged`, with the lines that may bear
    on it; that it is silent, too, is for a person to say.
    """
    shown = [showing(right, held.lengths) for right in held.answers.get(clause.decision_id, [])]
    seen = {row["doc_id"] for row in shown}
    may = _suggested(clause, held, seen)
    shown += [
        _open(doc_id, may.get(doc_id, []), held) for doc_id in _on_matter(clause, held, may) if doc_id not in seen
    ]
    if not shown:
        return [{"shows": "no later document held", "cites": "sources.csv"}]
    return sorted(shown, key=lambda row: (row["doc_id"], first(row.get("line") or "0"), row["shows"]))


def showing(right: str, lengths: Mapping[str, int] | None = None) -> dict:
    """`doc:13 shown begun` or `doc not mentioned later` as a row; a paper that is silent is cited whole.

    >>> showing("p2:13 shown begun")["line"], showing("p2 not mentioned later", {"p2": 40})["cites"]
    ('13', 'p2:1-40')
    """
    place, _, shows = right.partition(" ")
    doc_id, colon, line = place.rpartition(":")
    if colon:
        return {"shows": shows, "doc_id": doc_id, "line": line, "cites": place}
    return {"shows": shows, "doc_id": place, "line": "", "cites": f"{place}:1-{(lengths or {}).get(place, 1)}"}


def _open(doc_id: str, may: list[Link], held: Later) -> dict:
    """The row of a paper nobody has looked at for an action."""
    because = joined(f"line {link.line} scores {link.score}: {link.because}" for link in may)
    row = {"shows": "not judged", "doc_id": doc_id, "suggested": joined(link.cite for link in may), "because": because}
    return row | {"cites": f"{doc_id}:1-{held.lengths[doc_id]}"}


def _suggested(clause: object, held: Later, seen: Iterable[str]) -> dict[str, list[Link]]:
    """The lines of each later paper that may bear on an action, without those a person denied."""
    after = [doc for doc in held.lengths if _after(doc, clause, held) and doc not in seen]
    found = links(clause, held.titles.get(clause.item_id, ""), after, held.index)
    kept = {
        doc: [row for row in rows if (clause.decision_id, row.cite) not in held.denied] for doc, rows in found.items()
    }
    return {doc: rows for doc, rows in kept.items() if rows}


def _after(doc_id: str, clause: object, held: Later) -> bool:
    """Whether a paper is dated after the clause's own; where either has no date nobody knows."""
    mine = held.dates.get(clause.doc_id, "")
    return bool(mine) and held.dates.get(doc_id, "") > mine


def _on_matter(clause: object, held: Later, may: Mapping[str, list[Link]]) -> list[str]:
    """The later papers read that name a workstream of the clause's item, or of which a line reads much as it does."""
    starts, at = held.starts.get(clause.doc_id, []), first(clause.line)
    begin = max((start for start in starts if start <= at), default=0)
    end = min((start for start in starts if start > begin), default=10**9)
    here = [work for (doc, line), work in held.matters.items() if doc == clause.doc_id and begin <= line < end]
    named = {paper for work in here for matter in work for paper in held.papers[matter]}
    named = {doc for doc in named if doc in held.lengths and _after(doc, clause, held)}
    return sorted(named | {doc for doc, rows in may.items() if any(row.on_matter for row in rows)})


def faulty_showings(judgements: pd.DataFrame, cites: Iterable[str], unread: Iterable[str] = ()) -> list[str]:
    """Answers about actions that say nothing known or point at no line, a line of judgements.csv each.

    `cites` are the lines that were read; an answer about a paper that could not be read (`unread`) waits for it.
    """
    known, faults = set(cites), []
    papers = {cite.rpartition(":")[0] for cite in known}
    for at, row in enumerate(judgements.itertuples()):
        shown = showing(row.right)
        repeats = shown["shows"] == SAME and shown["doc_id"] in known
        if row.kind != "action" or row.right == "asks" or shown["doc_id"] in set(unread) or repeats:
            continue
        silent = shown["shows"] == "not mentioned later" and not shown["line"] and shown["doc_id"] in papers
        if not silent and (shown["shows"] not in SHOWS[:4] or shown["cites"] not in known):
            faults.append(
                f'judgements.csv line {file_line(judgements, at)}, column right: "{row.right}" is neither `asks`, nor '
                f"`paper:line {' / '.join(SHOWS[:4])}` at a line that was read, nor `paper not mentioned later`, nor "
                f"`paper:line:n {SAME}`"
            )
    return faults
