"""Who may be named: one function masks every text that leaves a study outside internal use.

A person is named in committee and public mode only if people.csv says `named = yes`; elsewhere the post stands in
square brackets. E-mail addresses and telephone numbers never pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TELEPHONE = re.compile(r"(?<![\w/-])(?:\+44\s?|0)(?:\d[\s-]?){8,10}\d\b")
_HONORIFIC = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof|Professor|Sir|Lord|Lady|Rev)\.?\s+)?"
_JUNIOR = ("other", "unknown", "")


@dataclass(frozen=True)
class Withheld:
    """A person who may not be named: every way the name is printed, and what stands for it."""

    names: tuple[str, ...]
    stands: str


def withheld(people: pd.DataFrame, posts: pd.DataFrame, printed: Mapping[str, Iterable[str]]) -> list[Withheld]:
    """The people who may not be named, with what stands in their place.

    `printed` maps person_id to the ways the papers print the name. A person without a row in people.csv is withheld
    too; so is one whose post only one junior person holds: then even the post would name, and "an officer" stands.
    """
    rows = people.set_index("person_id")
    found = []
    for person_id in sorted(printed):
        known = person_id in rows.index
        if known and rows.at[person_id, "named"] == "yes":
            continue
        names = [*printed[person_id], *([rows.at[person_id, "name"]] if known else [])]
        found.append(Withheld(tuple(sorted(set(names))), _stand_in(person_id, rows, posts)))
    return found


def _stand_in(person_id: str, people: pd.DataFrame, posts: pd.DataFrame) -> str:
    seniority = people.at[person_id, "seniority"] if person_id in people.index else ""
    post = next((post for post in posts.loc[posts["person_id"] == person_id, "post"] if post), "")
    alone = posts.loc[posts["post"] == post, "person_id"].nunique() < 2
    return "[an officer]" if not post or (seniority in _JUNIOR and alone) else f"[{post}]"


def masker(mode: str, people: Iterable[Withheld], kept: Iterable[str] = ()) -> Callable[[str], str]:
    """The function that masks a text for one mode; in `internal` names pass and addresses do not.

    `kept` are phrases (names of organisations, of people who may be named) inside which nothing is replaced.

    >>> hide = masker("committee", [Withheld(("Donna Mackay",), "[an officer]")])
    >>> hide("Send it to Donna Mackay (d.mackay@example.org); Ms Mackay will reply.")
    'Send it to [an officer] ([e-mail]); [an officer] will reply.'
    """
    replaced = {} if mode == "internal" else {name: one.stands for one in people for name in _forms(one.names)}
    pattern = _pattern(replaced, kept)

    def hide(text: str) -> str:
        text = _TELEPHONE.sub("[telephone]", _EMAIL.sub("[e-mail]", text))
        if not replaced:
            return text
        return pattern.sub(lambda found: replaced.get(" ".join((found["name"] or "").split()), found[0]), text)

    return hide


def _forms(names: Iterable[str]) -> set[str]:
    """Each name whole, with an initial for the given name, and the surname alone; as printed and in capitals."""
    forms = set()
    for name in names:
        words = name.split()
        forms |= {" ".join(words), words[-1]} if words else set()
        if len(words) > 1:
            forms |= {f"{words[0][0]} {words[-1]}", f"{words[0][0]}. {words[-1]}"}
    return forms | {form.upper() for form in forms}


def _pattern(replaced: Mapping[str, str], kept: Iterable[str]) -> re.Pattern[str]:
    """Kept phrases first, then names, the longest first: what is kept is stepped over, a name is replaced."""
    keep = "|".join(_spaced(phrase) for phrase in sorted(kept, key=lambda phrase: (-len(phrase), phrase)) if phrase)
    name = "|".join(_spaced(name) for name in sorted(replaced, key=lambda name: (-len(name), name)))
    names = rf"{_HONORIFIC}(?P<name>\b(?:{name})\b)" if name else r"(?P<name>(?!))"
    return re.compile(rf"\b(?:{keep})\b|{names}" if keep else names)


def _spaced(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())
