"""Which body a printed name means: by its full name, its abbreviation, or a shortened form only one body answers to."""

from __future__ import annotations

import re

import pandas as pd


def plain(name: str) -> str:
    """A name without case, punctuation, a leading article or the difference between `&` and `and`.

    >>> plain("The Strategic Senior Officers' Group (SSOG)")
    'strategic senior officers group ssog'
    """
    text = name.casefold().replace("&", " and ").replace("’", "'")
    text = re.sub(r"(?<=\w)'(?=\w|\s|$)", "", text)
    return re.sub(r"^the ", "", " ".join(re.findall(r"[^\W_]+", text)))


def body_of(printed: str, bodies: pd.DataFrame) -> str:
    """The body_id a printed name means, or "" where none or more than one would answer to it.

    `bodies` has the columns of bodies.csv.
    """
    wanted = plain(re.sub(r"\([^)]*\)", " ", printed))
    for said in (wanted, *map(plain, re.findall(r"\(([^)]*)\)", printed))):
        exact = [row.body_id for row in bodies.itertuples() if said and said in (plain(row.name), plain(row.short))]
        if len(exact) == 1:
            return exact[0]
    close = [row.body_id for row in bodies.itertuples() if _shortened(wanted, plain(row.name))]
    return close[0] if len(close) == 1 else ""


def _shortened(wanted: str, name: str) -> bool:
    """Whether one name stands whole inside the other; a single word is too little to go by."""
    shorter, longer = sorted((wanted, name), key=len)
    return " " in shorter and f" {shorter} " in f" {longer} "
