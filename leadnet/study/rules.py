"""The counting switches, each with its default, read from study.toml and printed with every result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

from leadnet.study.tables import StudyError

_STANDS = ("both", "split", "first")
_CHOICES = {
    "joint_posts": _STANDS,
    "double_hats": _STANDS,
    "item_limited": ("by item", "whole"),
    "interval": ("wilson", "jeffreys"),
}


@dataclass(frozen=True)
class Rules:
    """What counts as being there. The defaults are those of a fair first reading."""

    host_support: bool = True  # the host's own officers in support count
    substitutes: bool = True  # an organisation is in the room through a substitute
    guests: bool = True  # those "also present" count
    virtual: bool = True  # a screen is the same as a chair
    joint_posts: str = "both"  # a joint post stands for both its organisations, for a share of each, or for the first
    double_hats: str = "both"  # the same of two posts of posts.csv, where the list prints no organisation
    item_limited: str = "by item"  # someone there for one item met only those who shared it; or was there for the whole
    without_meetings: tuple[str, ...] = ()
    without_organisations: tuple[str, ...] = ()
    follow_successions: bool = False  # an organisation counts under the name of the one that followed it
    level: float = 0.05  # of the tests against chance
    interval: str = "wilson"  # beside every rate of attendance; or jeffreys

    def __post_init__(self) -> None:
        """StudyError for a value that is not allowed, whoever set it."""
        for at in fields(self):
            value = getattr(self, at.name)
            if at.name in _CHOICES and value not in _CHOICES[at.name]:
                raise StudyError(f'rule {at.name} = "{value}" is not one of {", ".join(_CHOICES[at.name])}')
            if isinstance(at.default, bool) and not isinstance(value, bool):
                raise StudyError(f"rule {at.name} is true or false, not {value!r}")
            if isinstance(at.default, tuple) and not isinstance(value, tuple):
                raise StudyError(f'rule {at.name} is a list, as ["ssog-2007-07-02"], not {value!r}')
        if not isinstance(self.level, float) or not 0 < self.level < 1:
            raise StudyError(f"rule level is a number between 0 and 1, as 0.05, not {self.level!r}")

    def __str__(self) -> str:
        """The switches that differ from the defaults, or `defaults`."""
        changed = [
            f"{at.name}={_shown(getattr(self, at.name))}" for at in fields(self) if getattr(self, at.name) != at.default
        ]
        return "; ".join(changed) or "defaults"

    def listed(self) -> list[dict[str, str]]:
        """Every switch with what it is set to and its default, to print beside results.

        >>> Rules(guests=False).listed()[2]
        {'rule': 'guests', 'is': 'false', 'default': 'true'}
        """
        return [
            {"rule": at.name, "is": _shown(getattr(self, at.name)), "default": _shown(at.default)}
            for at in fields(self)
        ]


def _shown(value: object) -> str:
    return (
        ",".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)
    )


def rules_from(table: Mapping[str, object], where: str = "study.toml [rules]") -> Rules:
    """Rules from the [rules] table of study.toml; an unknown switch or value is a StudyError that says what is allowed.

    >>> rules_from({"guests": False}).guests
    False
    """
    defaults = {at.name: at.default for at in fields(Rules)}
    for name in table:
        if name not in defaults:
            raise StudyError(f'{where}: "{name}" is no rule; the rules are {", ".join(defaults)}')
    return Rules(**{name: tuple(value) if isinstance(value, list) else value for name, value in table.items()})
