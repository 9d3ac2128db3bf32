"""How often the things happen that make names hard."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True)
class Rates:
    """How often the things happen that make names hard, each a share of 0 to 1; ValueError for any other number.

    Of people: married (one change of surname), moves (to another organisation), namesakes (given name and surname of a
    colleague in one organisation), joint_posts (of officers), double_hats (of members of the county council).
    Of printed names of people: typos, initials, nicknames; of entries: no_organisation, no_role, other_words (the post
    is told in other words than the last time).
    Of organisations as one paper prints them: short, abbreviated, ampersand, dropped (the word Council), lost_place;
    org_typos of printed names.
    """

    married: float = 0.01
    moves: float = 0.05
    namesakes: float = 0.02
    joint_posts: float = 0.02
    double_hats: float = 0.15
    typos: float = 0.03
    initials: float = 0.10
    nicknames: float = 0.03
    no_organisation: float = 0.08
    no_role: float = 0.20
    other_words: float = 0.0
    short: float = 0.15
    abbreviated: float = 0.10
    ampersand: float = 0.15
    dropped: float = 0.05
    lost_place: float = 0.003
    org_typos: float = 0.03

    def __post_init__(self) -> None:
        for rate in fields(self):
            if not 0 <= getattr(self, rate.name) <= 1:
                raise ValueError(f"{rate.name} = {getattr(self, rate.name)} is no share; give a number from 0 to 1")
