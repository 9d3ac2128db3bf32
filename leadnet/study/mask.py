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
    """A person who may not be named: every way the name is printed, the posts that would name them, what stands."""

    names: tuple[str, ...]
    stands: str
    posts: tuple[str, ...] = ()


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
        seniority = rows.at[person_id, "seniority"] if known else ""
        stands, telling = _stand_in(person_id, seniority, posts)
        found.append(Withheld(tuple(sorted(set(names))), stands, telling))
    return found


def _stand_in(person_id: str, seniority: str, posts: pd.DataFrame) -> tuple[str, tuple[str, ...]]:
    """What stands for a person, and the posts that must not be printed either because they would name them."""
    held = [post for post in posts.loc[posts["person_id"] == person_id, "post"] if post]
    alone = [post for post in held if posts.loc[posts["post"] == post, "person_id"].nunique() < 2]
    if not held:
        return "[an officer]", ()
    return ("[an officer]", tuple(alone)) if seniority in _JUNIOR and alone else (f"[{held[0]}]", ())


def masker(mode: str, people: Iterable[Withheld], kept: Iterable[str] = ()) -> Callable[[str], str]:
    """The function that masks a text for one mode; in `internal` names pass and addresses do not.

    `kept` are phrases (names of organisations, of people who may be named) inside which nothing is replaced.

    >>> hide = masker("committee", [Withheld(("Donna Mackay",), "[an officer]")])
    >>> hide("Send it to Donna Mackay (d.mackay@example.org); Ms Mackay will reply.")
    'Send it to [an officer] ([e-mail]); [an officer] will reply.'
    """
    replaced = {} if mode == "internal" else {form: one.stands for one in people for form in _forms(one)}
    pattern = _pattern(replaced, kept)

    def hide(text: str) -> str:
        text = _TELEPHONE.sub("[telephone]", _EMAIL.sub("[e-mail]", text))
        if not replaced:
            return text
        return pattern.sub(lambda found: replaced.get(" ".join((found["name"] or "").split()), found[0]), text)

    return hide


def _forms(one: Withheld) -> set[str]:
    """Each name whole, with an initial for the given name, and the surname alone; as printed and in capitals; posts."""
    forms = {" ".join(post.split()) for post in one.posts}
    for name in one.names:
        words = name.split()
        forms |= {" ".join(words), words[-1]} if words else set()
        if len(words) > 1:
            forms |= {f"{words[0][0]} {words[-1]}", f"{words[0][0]}. {words[-1]}"}
    return forms | {form.upper() for form in forms}


def _pattern(replaced: Mapping[str, str], kept: Iterable[str]) -> re.Pattern[str]:
    """Kept phrases first, then names, the longest first: what is kept is stepped over, a name is replaced."""
    keep = "|".join(_spaced(phrase) for phrase in sorted(kept, key=lambda phrase: (-len(phrase), phrase)) if phrase)
    name = "|".join(_spaced(name) for name in sorted(replaced, key=lambda name: (-len(name), name)))
    names = rf"{_HONORIFIC}(?P<name>(?<!\w)(?:{name})(?!\w))" if name else r"(?P<name>(?!))"
    return re.compile(rf"(?<!\w)(?:{keep})(?!\w)|{names}" if keep else names)


def _spaced(phrase: str) -> str:
    return r"\s+".join(re.escape(word) for word in phrase.split())
