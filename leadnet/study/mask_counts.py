"""Small counts of people, withheld from what is public: no number under five by which somebody could be picked out.

Counts of organisations, meetings, decisions and the like are never withheld, nor a nought: nobody stands behind it.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

FEWER, BESIDE = "fewer than 5", "[withheld]"  # what stands for a small number, and for one that would give it away
_LEAST = 5
_SHARES = ("heads_of", "present_heads_of", "heads_at_body", "people_turnover")  # people, whatever their unit says
_LIST = ("heads_of", "present_heads_of", "heads_at_body")  # the parts of one whole, a row an organisation


def without_small_counts(findings: pd.DataFrame, mode: str) -> pd.DataFrame:
    """Findings as they may leave in this mode: outside `public` as they are; else counts of people from 1 to 4 blank
    (NaN in value, n, low and high, and in `of` where that is one), their note beginning with FEWER.

    Of a share whose rest is 1 to 4 n goes too. Where the rows of one list (the heads of a meeting by organisation) and
    their whole would give a blank one away (it is the only one, or all must be 1, or 4), the next smallest goes with
    it, wherever that organisation's same number stands; its note begins with BESIDE. Not
    hidden: numbers that are all the least, or the most, they can be, where their list holds none besides.
    """
    if mode != "public" or findings.empty:
        return findings
    n, of = (findings[name].to_numpy(float, na_value=np.nan) for name in ("n", "of"))
    people = ((findings["unit"] == "people") | findings["measure"].isin(_SHARES)).to_numpy()
    small = people & (_few(n) | _few(of))
    beside = _beside(findings, n, small) | (people & _few(of - n))
    same = pd.MultiIndex.from_arrays([findings["subject"], n])
    beside = ~small & people & same.isin(same[beside])
    gone = {name: findings[name].astype(float).mask(small | beside) for name in ("value", "n", "low", "high")}
    gone["of"] = findings["of"].astype(float).mask(people & _few(of))
    said = np.select([small, beside], [FEWER, BESIDE], "")
    notes = ["; ".join(filter(None, pair)) for pair in zip(said, findings["note"], strict=True)]
    return findings.assign(**gone, note=pd.Series(notes, index=findings.index, dtype="str"))


def _few(numbers: np.ndarray) -> np.ndarray:
    return (numbers > 0) & (numbers < _LEAST)


def _beside(findings: pd.DataFrame, n: np.ndarray, small: np.ndarray) -> np.ndarray:
    """The rows that must go with the small ones of their list, the smallest first."""
    found = np.zeros(len(n), dtype=bool)
    lists = findings.assign(at=np.arange(len(n)))[findings["measure"].isin(_LIST).to_numpy()]
    for _, rows in lists.groupby(["measure", "other", "since", "until"], sort=False):
        at = rows["at"].to_numpy()
        blank, left = at[small[at]], at[~small[at] & (n[at] > 0)]
        told = len(blank) == 1 or n[blank].sum() in (len(blank), (_LEAST - 1) * len(blank))
        if len(blank) and told and len(left):
            found[left[np.argmin(n[left])]] = True
    return found


def instead(number: object, note: str) -> str:
    """What is printed for a number of a finding that is withheld; "" for any other.

    >>> instead(float("nan"), "fewer than 5; the host"), instead(8.0, "")
    ('fewer than 5', '')
    """
    return note.split("; ")[0] if pd.isna(number) and note.startswith((FEWER, BESIDE)) else ""


def without_small_heads(table: pd.DataFrame, mode: str) -> pd.DataFrame:
    """A table of cells (the Grid) as it may leave: where the mode is public, heads blank but noughts at each meeting at
    which any is from 1 to 4.
    """
    if mode != "public" or "heads" not in table:
        return table
    heads = table["heads"].to_numpy(float, na_value=np.nan)
    small = pd.Series(_few(heads), index=table.index)
    near = small.groupby(table["meeting_id"]).transform("any") if "meeting_id" in table else small.any()
    return table.assign(heads=table["heads"].mask((near & (heads > 0)) | small))
