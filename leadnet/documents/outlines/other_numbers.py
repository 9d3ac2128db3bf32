"""Items counted otherwise than by a plain figure: "A. Welcome", "II. Budget", "(3) Flood plan", "Minute 4: Roads"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from leadnet.documents.model import Line
from leadnet.documents.outlines.numbered_lines import Numbered, title_look
from leadnet.documents.outlines.numbering import item_places
from leadnet.documents.outlines.title_lines import USUAL, title_and_rest

_HEADING = re.compile(
    r"^[\s#|*]*(?P<word>(?:Minute|Note|Point|Topic) )?(?P<opens>[(\[])?(?P<label>\d{1,2}|[A-Z]|[a-z]|[IVX]+|[ivx]+)"
    r"(?P<mark>[.)\]:]|\s[-–—])\**\s+(?P<title>[A-Z].*)$"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_FEW = 2  # items that make a chain if the first is what every meeting has an item for; of more, the first or second
_LIKELY = 0.4  # how like a title its words look


def counted(lines: Sequence[Line], plain: Sequence[Numbered]) -> Sequence[Numbered]:
    """The headings of items so counted, where they begin before any of the `plain` ones that are items; else those.

    They begin with the first of the count and with what every meeting has an item for: limbs of decisions, "(a) the
    plan be kept", are none, nor is a list inside an item.

    >>> rows = ("A. Welcome", "All met.", "B. Flood plan", "It was read.", "C. Rail", "Closed.")
    >>> [each.title for each in counted([Line(at, None, row) for at, row in enumerate(rows)], [])]
    ['Welcome', 'Flood plan', 'Rail']
    """
    forms: dict[tuple[str, ...], list[Numbered]] = defaultdict(list)
    for place, line in enumerate(lines):
        for form, heading in _headings(place, line.text):
            forms[form].append(heading)
    chains = {form: list(item_places(found).values()) for form, found in forms.items()}
    best = max(chains, key=lambda form: len(chains[form]), default=("",))
    chain, others = chains.get(best, []), item_places(plain)
    fits = len(chain) >= _FEW and chain[0].figures == [1] and _are_items(chain, small=best[-1] in ("a", "i"))
    longer = len(chain) > len(others) and not _any_usual(others.values())
    before = fits and (chain[0].place < min(others, default=len(lines)) or longer)
    return forms[best] if before else plain


def _are_items(chain: Sequence[Numbered], small: bool) -> bool:
    """Whether a chain begins with what every meeting has an item for; in small letters, as limbs are, with two such."""
    if small:
        found = (USUAL.search(each.title) for each in chain)
        return len(chain) > _FEW and len({usual[0].lower() for usual in found if usual}) > 1
    return _any_usual(chain[: 2 if len(chain) > _FEW else 1])


def _any_usual(found: Iterable[Numbered]) -> bool:
    return any(USUAL.search(each.title) for each in found)


def _headings(place: int, text: str) -> Iterator[tuple[tuple[str, ...], Numbered]]:
    """The heading a line can be, in each way its label counts: "I" as the first of I, II, III and the ninth of A, B."""
    match = _HEADING.match(text.replace("**", ""))
    if not match or match["label"].isdigit() and not (match["word"] or match["opens"]):
        return
    title, rest = title_and_rest(match["title"])
    likely = title_look(title, bool(rest)) if title else 0.0
    for kind, count in _counts(match["label"]) if likely >= _LIKELY else ():
        form = (match["word"] or "", match["opens"] or "", match["mark"].strip(), kind)
        yield form, Numbered(place, place + 1, match["label"], title.rstrip(" .:"), rest, likely, count)


def _counts(label: str) -> Iterator[tuple[str, int]]:
    """In which ways a label counts, and how far.

    >>> list(_counts("I")), list(_counts("b")), list(_counts("12"))
    ([('A', 9), ('I', 1)], [('a', 2)], [('1', 12)])
    """
    if label.isdigit():
        yield "1", int(label)
    elif len(label) == 1:
        yield ("A" if label.isupper() else "a"), ord(label.upper()) - ord("A") + 1
    if label.upper() in _ROMAN:
        yield ("I" if label.isupper() else "i"), _ROMAN.index(label.upper()) + 1
