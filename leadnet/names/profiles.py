"""Mentions of people gathered into profiles: one print, beside one organisation and one post, wherever it stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import pandas as pd

from leadnet.names.person_names import Name, folded, parsed
from leadnet.study import split

_THERE, _AWAY = ("present", "in_attendance"), ("apologies", "absent")
_ELECTED = re.compile(r"(cllr|councillor|alderman)\b", re.IGNORECASE)
LONG_SILENCE = timedelta(days=3 * 365)  # after so long without a mention the same print is asked about
Entry = tuple[str, str]  # the print, folded, and whether the list has it there or away


@dataclass
class Profile:
    """What is known of the mentions of one profile, or of a cluster of profiles joined as one person.

    `lists` has for each meeting the entries of its attendance list; `roles` and `prints` count the mentions.
    """

    name: Name
    prints: Counter = field(default_factory=Counter)
    orgs: set[str] = field(default_factory=set)
    roles: Counter = field(default_factory=Counter)
    lists: dict[str, set[Entry]] = field(default_factory=dict)
    docs: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    sat: dict[str, set[str]] = field(default_factory=dict)  # board -> the days its lists have it on
    dates: set[str] = field(default_factory=set)
    mentions: list[str] = field(default_factory=list)
    names: set[Name] = field(default_factory=set)
    elected: bool = False  # printed as a councillor at least once
    person_id: str = ""  # of people.csv

    @property
    def printed(self) -> str:
        """The most complete name it is printed under; of equals the commonest, then the first in the alphabet."""
        return min(self.prints, key=lambda printed: (*_completeness(printed), -self.prints[printed], printed))

    @property
    def seat(self) -> str:
        """Elected or officer, as far as title and post tell; "" where they do not."""
        return "elected" if self.elected else "officer" if self.roles else ""

    @property
    def first(self) -> str:
        """The first day it is met; "" where no paper is dated."""
        return min(self.dates, default="")

    @property
    def last(self) -> str:
        """The last day it is met."""
        return max(self.dates, default="")

    def take(self, other: Profile) -> None:
        """Take another profile into this one."""
        self.prints += other.prints
        self.roles += other.roles
        for meeting, entries in other.lists.items():
            self.lists[meeting] = self.lists.get(meeting, set()) | entries
        for board, days in other.sat.items():
            self.sat[board] = self.sat.get(board, set()) | days
        for part in ("orgs", "docs", "bodies", "dates", "names"):
            getattr(self, part).update(getattr(other, part))
        self.mentions += other.mentions
        self.person_id = self.person_id or other.person_id
        self.elected |= other.elected
        self.name = parsed(self.printed)


def _completeness(printed: str) -> tuple[bool, int]:
    name = parsed(printed)
    return (not name.full, -len(name.given))


def profiles(mentions: pd.DataFrame, known: Mapping[str, str]) -> list[Profile]:
    """The profiles of these mentions, in an order that does not depend on the order of the rows.

    `mentions` as link_people takes them; `known` gives the person of people.csv for a folded print, who is that person
    wherever it stands. A mention without an organisation has a profile for each paper (of one no register has, for
    each print of it), one without a post for each board; a silence of three years begins another.
    """
    stood_in = {
        (row.doc_id, folded(row.on_behalf_of)): row.meeting_id for row in mentions.itertuples() if row.on_behalf_of
    }
    held: dict[tuple, list] = defaultdict(list)
    for row in sorted(mentions.itertuples(index=False), key=lambda row: (row.date, row.mention_id)):
        held[_key(row, known)].append(row)
    return [_profile(rows, known, stood_in) for key in sorted(held) for rows in _without_silence(held[key], key)]


def _key(row: object, known: Mapping[str, str]) -> tuple[str, ...]:
    print_, role = folded(row.printed), folded(row.role)
    if print_ in known:
        return (print_,)
    beside = folded(row.organisations_printed) or row.doc_id  # an organisation no register has tells people apart too
    place = ("", beside) if not row.org_id else ("", "") if role else (row.body_id, "")
    return (print_, parsed(row.printed, row.title).sex, row.org_id, role, *place)


def _without_silence(rows: list, key: tuple[str, ...]) -> list[list]:
    """The rows, in order of date, parted where a long silence lies between two; those of people.csv never are."""
    parts = [[rows[0]]]
    for before, row in zip(rows, rows[1:], strict=False):
        dated = before.date and row.date and len(key) > 1
        if dated and date.fromisoformat(row.date) - date.fromisoformat(before.date) > LONG_SILENCE:
            parts.append([])
        parts[-1].append(row)
    return parts


def _profile(rows: list, known: Mapping[str, str], stood_in: Mapping[tuple[str, str], str]) -> Profile:
    print_ = folded(rows[0].printed)
    profile = Profile(parsed(rows[0].printed, rows[0].title), person_id=known.get(print_, ""))
    for row in rows:
        _add(profile, row, split(row.org_id), stood_in.get((row.doc_id, print_), ""))
    return profile


def _add(profile: Profile, row: object, orgs: Iterable[str], stood_in_at: str) -> None:
    profile.prints[row.printed] += 1
    profile.names.add(parsed(row.printed, row.title))
    profile.orgs.update(orgs)
    profile.roles.update([role for role in [folded(row.role)] if role])
    profile.elected |= bool(_ELECTED.match(row.title))
    for meeting, where in ((row.meeting_id, _where(row.status)), (stood_in_at, "away")):
        if meeting and where:
            profile.lists.setdefault(meeting, set()).add((folded(row.printed), where))
    if row.body_id and row.date and row.status:
        profile.sat.setdefault(row.body_id, set()).add(row.date)
    profile.docs.add(row.doc_id)
    profile.bodies.update(body for body in [row.body_id] if body)
    profile.dates.update(day for day in [row.date] if day)
    profile.mentions.append(row.mention_id)


def _where(status: str) -> str:
    return "there" if status in _THERE else "away" if status in _AWAY else "listed" if status else ""


def against(a: Profile, b: Profile) -> str:
    """The proof that two profiles are two people, in words; "" where there is none.

    Two differently printed entries of one list, or one present and one with apologies at one meeting (a person replaced
    by another counts as away).
    """
    if a.person_id and b.person_id and a.person_id != b.person_id:
        return "two rows of people.csv"
    fewer, more = sorted((a.lists, b.lists), key=len)
    for meeting in sorted(fewer):
        for print_, where in fewer[meeting]:
            for other, there in more.get(meeting, ()):
                if print_ != other:
                    return f"two entries of one list, printed differently ({meeting})"
                if {where, there} == {"there", "away"}:
                    return f"present and away at one meeting ({meeting})"
    return ""


def surnames_of_given(found: Iterable[Profile]) -> tuple[Counter, Counter]:
    """How many surnames each given name goes with, and how many given names each surname: a real name has several."""
    given, surnames = defaultdict(set), defaultdict(set)
    for profile in found:
        if profile.name.full:
            given[profile.name.given[0]].add(profile.name.surname)
            surnames[profile.name.surname].add(profile.name.given[0])
    return tuple(Counter({name: len(others) for name, others in table.items()}) for table in (given, surnames))
