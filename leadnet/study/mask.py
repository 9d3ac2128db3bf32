"""Who may be named: one function masks every text that leaves a study outside internal use.

A person is named in committee and public mode only if people.csv says `named = yes`; elsewhere the post stands in
square brackets. E-mail addresses and telephone numbers never pass.

What still passes: a given name by itself; initials, as "DJM" or "D.J.M.", where the attendance list of their meeting
ties them to nobody; a nickname that neither shortens nor lengthens the given name (the surname behind it goes); one
half of a double surname; a surname by itself in small letters, before a word with a capital ("Cave Trust"), or which is
also a word of a place's or body's name ("Rutland", "County Hall"), where neither an honorific, a given name nor a verb
of speaking tells of a person; a telephone number without its area code; an address spelt out in words ("x at y").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import pandas as pd

from leadnet.study.mask_initials import UNTOLD, Told, with_initials
from leadnet.study.mask_names import AN_OFFICER, Names, Withheld, lookup, plain_name
from leadnet.study.mask_reading import Reading

__all__ = ["Mask", "Withheld", "masker", "withheld"]

_AT = r"(?:\s{0,2}(?:[@＠]|[\[({<]\s?at\s?[\])}>])\s{0,2})"
_DOT = r"(?:\.|\s?[\[({<]\s?dot\s?[\])}>]\s?)"
_EMAIL = re.compile(
    rf"(?<!\w)\w[\w.+'’-]{{0,63}}(?:{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}})+|[@＠][^\W\d][\w-]{{0,62}})", re.I
)
_GAP = r"[ \t\xa0.·‐-―−-]{0,3}"
# At least three figures stand before the first gap, which tells a number from a date like 02.07.2007; a number of
# seven figures after the nought, which times may look like, is one only after a freephone code.
_TELEPHONE = re.compile(
    rf"(?<![\w-])(?<!\d\.)(?:"
    rf"\(?(?:\+\d{{1,3}}|0044)\)?{_GAP}(?:\(?0\)?{_GAP})?(?:\d\)?{_GAP}){{8,9}}\d"
    rf"|\(?0(?=\d\d)(?:\d\)?{_GAP}){{8,9}}\d"
    r"|0(?:800|808|845|500)[ \xa0.]?\d\d ?\d\d"
    r")(?!\d)(?:[\s,(]{0,3}(?:ext(?:ension|n)?|x)[.:]?\s?\d{2,6}\b\)?)?",
    re.I,
)
_CUT = "[…]"
_REACH = 80  # letters either side of a line's end in which a name broken over it is looked for
_JUNIOR = ("other", "unknown", "")


def withheld(
    people: pd.DataFrame,
    posts: pd.DataFrame,
    printed: Mapping[str, Iterable[str]],
    roles: Mapping[str, Iterable[str]] | None = None,
) -> list[Withheld]:
    """The people who may not be named, with what stands in their place: all of people.csv without `named = yes`, and
    all whom the papers name and people.csv does not.

    `printed` maps person_id to the ways the papers print the name, `roles` to the posts printed beside it. One whose
    post only one junior person holds is "an officer", and the post goes too. Where posts.csv has no row, the printed
    role goes only if people.csv calls the person junior (`other`) and nobody else has it: of one whose rank is not
    known the role stays, or lists of attendance would lose every post nobody has filed yet.
    """
    rows = people.drop_duplicates("person_id").set_index("person_id")
    found = []
    for person_id in sorted({*printed, *rows.index}):
        known = person_id in rows.index
        if known and rows.at[person_id, "named"] == "yes":
            continue
        names = {*printed.get(person_id, ()), *([rows.at[person_id, "name"]] if known else [])}
        seniority = rows.at[person_id, "seniority"] if known else ""
        stands, telling = _stand_in(person_id, seniority, posts)
        telling = telling or _printed_alone(person_id, seniority, posts, roles or {})
        found.append(Withheld(tuple(sorted(names)), stands, telling, person_id))
    return found


def _stand_in(person_id: str, seniority: str, posts: pd.DataFrame) -> tuple[str, tuple[str, ...]]:
    """What stands for a person, and the posts that must not be printed either because they would name them."""
    held = [post for post in posts.loc[posts["person_id"] == person_id, "post"] if post]
    alone = [post for post in held if posts.loc[posts["post"] == post, "person_id"].nunique() < 2]
    if not held:
        return AN_OFFICER, ()
    return (AN_OFFICER, tuple(alone)) if seniority in _JUNIOR and alone else (f"[{held[0]}]", ())


def _printed_alone(
    person_id: str, seniority: str, posts: pd.DataFrame, roles: Mapping[str, Iterable[str]]
) -> tuple[str, ...]:
    """The printed roles of a junior without a post in posts.csv that nobody else has; one word alone names nobody."""
    if seniority != "other" or (posts["person_id"] == person_id).any():
        return ()
    others = {plain_name(role) for other, held in roles.items() if other != person_id for role in held}
    others |= {plain_name(post) for post in posts["post"]}
    alone = {role for role in roles.get(person_id, ()) if len(plain_name(role)) > 1 and plain_name(role) not in others}
    return tuple(sorted(alone))


@dataclass(frozen=True)
class Mask:
    """A function from a text (and the paper it is from, where that is known) to the text as it may leave.

    `over_lines` teaches it the names broken over two lines, `by_paper` whose a line's names and a paper's initials are.
    """

    names: Names | None
    cut: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    initials: Mapping[str, Told] = field(default_factory=dict)
    linked: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __call__(self, text: str, doc_id: str = "") -> str:
        told = self._told(self.papers.get(text) or (doc_id,))
        names = self.names.keeping(self.linked[text]) if self.names and text in self.linked else self.names
        text = self.cut.get(text, text)
        text = _TELEPHONE.sub("[telephone]", _EMAIL.sub("[e-mail]", text))
        text = _replaced(text, Reading(names, text).names()) if names else text
        return with_initials(text, told) if told else text

    def _told(self, papers: Iterable[str]) -> Told:
        """What stands for initials in these papers; what stands for them in one and not in another is not told."""
        several = [self.initials[paper] for paper in papers if paper in self.initials]
        if len(several) < 2:
            return several[0] if several else {}
        ways = {key: {told.get(key, "") for told in several} for told in several for key in told}
        return {key: way.pop() if len(way) == 1 else UNTOLD for key, way in ways.items()}

    def by_paper(
        self,
        papers: Mapping[str, tuple[str, ...]],
        initials: Mapping[str, Told],
        linked: Mapping[str, tuple[str, ...]],
    ) -> Mask:
        """The same mask, which knows the texts of `papers`, what stands for the `initials` of a paper's meeting, and
        the prints of a text that are `linked` with somebody who may be named: these stay there, whoever shares them.

        >>> hide = masker("committee", [Withheld(("Howard Webb",), "[an officer]")])
        >>> hide = hide.by_paper({}, {"m1": {"HW": "[an officer]"}}, {"Mr Webb, Northshire": ("Mr Webb",)})
        >>> hide("Mr Webb, Northshire"), hide("Mr Webb said"), hide("HW", "m1")
        ('Mr Webb, Northshire', '[an officer] said', '[an officer]')
        """
        return replace(self, papers=papers, initials=initials, linked=linked) if self.names else self

    def over_lines(self, pairs: Iterable[tuple[str, str]]) -> Mask:
        """The same mask, which of each two lines that follow each other also takes a name broken over them.

        What stands for the name is put where the second line begins and a sign where the first ends; a line is known
        by its text.

        >>> hide = masker("public", [Withheld(("Jan Sensier",), "[a director]")])
        >>> hide = hide.over_lines([("with GOEM. Jan", "Sensier responded")])
        >>> hide("with GOEM. Jan"), hide("Sensier responded")
        ('with GOEM. […]', '[a director] responded')
        """
        heads: dict[str, tuple[int, str]] = {}
        tails: dict[str, int] = {}
        for first, second in pairs if self.names else ():
            if broken := _broken(self.names, first, second):
                tails[first], *head = broken
                heads[second] = tuple(head)
        cut = {}
        for line in {**heads, **tails}:
            end, stands = heads.get(line, (0, ""))
            tail = tails.get(line, len(line))
            cut[line] = stands + line[end:tail] + (_CUT if line in tails else "")
        return replace(self, cut=cut)


def masker(mode: str, people: Iterable[Withheld], kept: Iterable[str] = (), places: Iterable[str] = ()) -> Mask:
    """The function that masks a text for one mode; in `internal` names pass and addresses do not.

    `kept` are phrases (names of organisations, of people who may be named) inside which nothing is replaced, unless a
    longer withheld name begins there. `places` are kept too, and a surname that is one of their words (Rutland) stands
    for a person only beside an honorific, a given name, an initial or a verb of speaking.

    >>> hide = masker("committee", [Withheld(("Donna Mackay",), "[an officer]")])
    >>> hide("Send it to Donna Mackay (d.mackay@example.org); Ms Mackay will reply.")
    'Send it to [an officer] ([e-mail]); [an officer] will reply.'
    """
    people = list(people)
    return Mask(None if mode == "internal" or not people else lookup(people, kept, places))


def _replaced(text: str, found: Iterable[tuple[int, int, str]]) -> str:
    parts, done = [], 0
    for start, end, stands in found:
        parts += [text[done:start], stands]
        done = end
    return "".join([*parts, text[done:]])


def _broken(names: Names, first: str, second: str) -> tuple[int, int, str] | None:
    """Of a name broken over two lines: where it starts in the first, ends in the second, and what stands for it."""
    begin = _first_space(first, len(first) - _REACH)
    tail, head = first[begin:].rstrip(), second.lstrip()[:_REACH]
    skipped = len(second) - len(second.lstrip())
    hyphen = tail[-1:] in ("-", "‐", "\u00ad")
    # A hyphen at the end may belong to the name or to the break.
    for left, gap in [(tail, "\n"), *([(tail, ""), (tail[:-1], "")] if hyphen else [])]:
        for start, end, stands in Reading(names, left + gap + head).names():
            if start < len(left) and end > len(left) + len(gap):
                return begin + start, skipped + end - len(left) - len(gap), stands
    return None


def _first_space(text: str, at: int) -> int:
    """Where a part of a text may begin without breaking a word."""
    return 0 if at <= 0 else max(text.find(" ", at), at)
