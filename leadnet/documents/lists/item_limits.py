"""The items of a meeting that an entry's remark keeps somebody to: "(for items 4-6)", "(for the first two items)"."""

from __future__ import annotations

import re

_N = r"\d{1,4}[a-z]?(?:[./]\d{1,3})?"
_ITEMS = re.compile(
    rf"^(?:present |attended |attending |here |came |in attendance )?(?:for |only for )?(?:agenda )?(?:items?|"
    rf"minutes?|mins?|paras?)\.?(?: nos?\.?| numbers?)?\s+(?P<n>{_N}(?:(?:\s*(?:,|&|-|–|and|to)\s*)+{_N})*)(?: only)?"
    r"(?:\s*[-–:,]\s*[A-Z].*)?$",
    re.I,
)
_FIRST_ITEMS = re.compile(r"\b(?:for )?the first (?P<n>\w+) (?:agenda )?items\b", re.I)
_COUNT = dict(one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10)


def item_limits(part: str) -> tuple[str, ...]:
    """The numbers of the items a remark names; empty where it names none.

    >>> item_limits("items 4-6 only"), item_limits("for the first two items"), item_limits("Kent Police")
    (('4', '5', '6'), ('1', '2'), ())
    """
    if match := _ITEMS.match(part):
        return tuple(re.findall(_N, _spelt_out(match["n"])))
    if match := _FIRST_ITEMS.search(part):
        count = _COUNT.get(match["n"].lower(), int(match["n"]) if match["n"].isdigit() else 0)
        return tuple(str(n) for n in range(1, count + 1))
    return ()


def counts_items(part: str) -> bool:
    """Whether a remark is nothing but items by their numbers: "items 4 and 5"."""
    return bool(_ITEMS.match(part))


def came_for_items(part: str) -> bool:
    """Whether such a remark says that somebody came for them, and not only that they were there then."""
    return counts_items(part) and bool(re.search(r"\bfor\b", part, re.I)) and not part.lower().startswith("present")


def _spelt_out(numbers: str) -> str:
    """A run of items written "4-6" as "4 5 6"."""

    def every(match: re.Match[str]) -> str:
        first, last = int(match[1]), int(match[2])
        return " ".join(map(str, range(first, last + 1))) if first < last < first + 50 else match[0]

    return re.sub(r"(\d+)\s*(?:-|–|to)\s*(\d+)", every, numbers)
