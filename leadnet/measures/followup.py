"""Suggested links: which lines of later papers may bear on an action. Scored and put as questions, never counted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from rapidfuzz import fuzz
from scipy import sparse

from leadnet.study import split

SHOWN, MOST = 0.05, 3  # the least score worth showing, and how many lines a paper
ON_MATTER, WORDS_SHARED = 0.36, 3  # what a line needs to put its paper on the matter by itself
_WORDS, _OWNER, _TITLE, _DATE = 0.7, 0.1, 0.1, 0.1  # weights of the score, which runs from 0 to 1
_WORD = re.compile(r"[a-z][a-z’'-]{2,}")
_DAY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|"
    r"winter)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    re.findall(
        r"\w+",
        """
        that the and for with from this these those they them their its his her our your was were are been being have
        has had will would should could may might must shall can not but also any all each other such than then there
        here when where which who whom whose what how into onto over under about after before between during through
        out off again further once only own same some more most very just now made make making meeting meetings group
        board report agreed resolved noted note action asked item members
        """,
    )
)


@dataclass(frozen=True)
class Link:
    """A line of a later paper that may bear on an action, its score (0 to 1), and what speaks for it."""

    doc_id: str
    line: int
    score: float
    shared: int
    because: str

    @property
    def cite(self) -> str:
        """`doc:line`."""
        return f"{self.doc_id}:{self.line}"

    @property
    def on_matter(self) -> bool:
        """Whether its paper must be looked at for this action, whatever else the paper names."""
        return self.score >= ON_MATTER and self.shared >= WORDS_SHARED


@dataclass(frozen=True)
class Index:
    """The lines of every paper by their telling words, each word weighed by how few lines have it."""

    places: tuple[tuple[str, int], ...]  # the paper and line of each row of the table
    table: sparse.csr_array  # lines by words; a row's squares sum to 1
    words: Mapping[str, int]  # word -> its column
    weights: np.ndarray  # of each column
    texts: tuple[str, ...]
    titles: tuple[str, ...]  # of the item each line stands under


def telling(text: str) -> frozenset[str]:
    """The words that tell one matter from another, each by its first six letters.

    >>> sorted(telling("that progress be reported on progressing the Plan"))
    ['plan', 'progre', 'report']
    """
    return frozenset(word.strip("'’-")[:6] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def index(lines: pd.DataFrame, items: pd.DataFrame) -> Index:
    """The index of records/lines; the lines of attendance lists and headings are left out."""
    told = lines[~lines["part"].isin(["attendance", "heading"])]
    rows = [(row.doc_id, int(row.line), row.text, found) for row in told.itertuples() if (found := telling(row.text))]
    words = {word: at for at, word in enumerate(sorted({word for *_, found in rows for word in found}))}
    at = [(y, words[word]) for y, (*_, found) in enumerate(rows) for word in sorted(found)]
    having = np.bincount([x for _, x in at], minlength=len(words)) if at else np.zeros(0)
    weights = np.log1p(len(rows) / having)
    table = sparse.csr_array(
        ([weights[x] for _, x in at], tuple(zip(*at, strict=True)) or ((), ())), (len(rows), len(words))
    )
    lengths = np.sqrt(table.power(2).sum(axis=1))
    places = tuple((doc, line) for doc, line, *_ in rows)
    scaled = sparse.csr_array(table / lengths[:, None]) if rows else table
    return Index(places, scaled, words, weights, tuple(text for _, _, text, _ in rows), _titles(places, items))


def _titles(places: Iterable[tuple[str, int]], items: pd.DataFrame) -> tuple[str, ...]:
    """The title of the item each line stands under."""
    starts = {(row.doc_id, int(row.line.split("-")[0])): row.title for row in items.itertuples()}
    found, doc, title = {}, "", ""
    for at in sorted({*places, *starts}):
        title = starts.get(at, title if at[0] == doc else "")
        doc, found[at] = at[0], title
    return tuple(found[at] for at in places)


def links(clause: object, title: str, papers: Iterable[str], held: Index) -> dict[str, list[Link]]:
    """The best lines of each of these papers for an action: at most three a paper, best first.

    score = 0.7 · cosine of the telling words' weights + 0.1 where the line prints an owner + 0.1 where it stands under
    an item of the same title (token set ratio of 90 or more) + 0.1 where the action has a date and the line prints one.
    Lines whose words alone give less than 0.05 are left out. `clause` is a row of decisions; the papers are for the
    caller to choose, later ones only.
    """
    wanted, words = set(papers), [held.words[word] for word in sorted(telling(clause.text)) if word in held.words]
    if not words or not wanted:
        return {}
    asked = np.zeros(len(held.words))
    asked[words] = held.weights[words] / np.linalg.norm(held.weights[words])
    alike = _WORDS * (held.table @ asked)
    found: dict[str, list[Link]] = defaultdict(list)
    for at in np.flatnonzero(alike >= SHOWN):
        if held.places[at][0] in wanted:
            found[held.places[at][0]].append(_link(at, float(alike[at]), clause, title, held))
    return {doc: sorted(rows, key=lambda link: (-link.score, link.line))[:MOST] for doc, rows in found.items()}


def _link(at: int, alike: float, clause: object, title: str, held: Index) -> Link:
    """The link to one line: what its words give, and what else speaks for it."""
    text = held.texts[at]
    signs = {
        "its owner is printed there": _OWNER
        * any(re.search(rf"\b{re.escape(name)}\b", text) for name in split(clause.owners)),
        "under an item of the same title": _TITLE
        * (bool(title) and fuzz.token_set_ratio(title, held.titles[at]) >= 90),
        "it prints a date, as the action does": _DATE * (bool(clause.due_printed) and bool(_DAY.search(text))),
    }
    shared = len(telling(clause.text) & telling(text))
    reasons = [f"telling words shared: {shared}", *(sign for sign, weight in signs.items() if weight)]
    return Link(*held.places[at], round(alike + sum(signs.values()), 3), shared, "; ".join(reasons))
