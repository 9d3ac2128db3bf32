"""What joins of names come to without a room of names: by the same print, and by one threshold of likeness."""

from __future__ import annotations

import numpy as np
import pandas as pd
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from leadnet.study import plain

THRESHOLD = 0.93  # of Jaro-Winkler likeness, as record linkage is often set


def people_by_print(mentions: pd.DataFrame) -> pd.Series:
    """One person a printed name, case and punctuation aside."""
    return mentions.set_index("mention_id")["printed"].map(plain)


def people_by_likeness(mentions: pd.DataFrame, threshold: float = THRESHOLD) -> pd.Series:
    """Names whose surnames begin alike and whose Jaro-Winkler likeness reaches the threshold are one person, and so are
    the names that a chain of such pairs joins.

    >>> rows = pd.DataFrame({"mention_id": ["1", "2", "3"], "printed": ["Mick Connell", "Mick Connelly", "Jo Day"]})
    >>> people_by_likeness(rows).tolist()
    ['mick connell', 'mick connell', 'jo day']
    """
    by_print = people_by_print(mentions)
    label: dict[str, str] = {}
    names = pd.Series(sorted(set(by_print)))
    for _, block in names.groupby(names.str.split().str[-1].str[0]):
        words = block.tolist()
        pairs = np.nonzero(cdist(words, words, scorer=JaroWinkler.similarity, score_cutoff=threshold, dtype=np.float32))
        links = coo_array((np.ones(len(pairs[0])), pairs), shape=(len(words), len(words)))
        group = connected_components(links, directed=False)[1]
        first = pd.Series(words).groupby(group).first()
        label |= dict(zip(words, first.loc[group], strict=True))
    return by_print.map(label)


def organisations_by_print(mentions: pd.DataFrame, organisations: pd.DataFrame) -> pd.Series:
    """The organisation whose name or short name is the print; the print itself where none or several are."""
    known = pd.concat([organisations["name"], organisations["short"]]).map(plain)
    ids = pd.concat([organisations["org_id"]] * 2)
    single = ~known.duplicated(keep=False) & (known != "")
    meant = dict(zip(known[single], ids[single], strict=True))
    return mentions.set_index("mention_id")["printed"].map(plain).replace(meant)


def organisations_by_likeness(
    mentions: pd.DataFrame, organisations: pd.DataFrame, threshold: float = THRESHOLD
) -> pd.Series:
    """The organisation with the most alike name or short name, from the threshold up; the print where none is."""
    rows = organisations[["org_id", "name", "short"]].melt("org_id", value_name="called").query("called != ''")
    prints = mentions["printed"].drop_duplicates().tolist()
    alike = cdist([plain(name) for name in prints], rows["called"].map(plain).tolist(), scorer=JaroWinkler.similarity)
    best = rows["org_id"].to_numpy()[alike.argmax(axis=1)]
    chosen = np.where(alike.max(axis=1) >= threshold, best, prints)
    return mentions.set_index("mention_id")["printed"].map(dict(zip(prints, chosen, strict=True)))
