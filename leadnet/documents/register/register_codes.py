"""The marks of an attendance register: P, A, Apols, ✓, x, S, N/A, or what its own key says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line, Problem
from leadnet.documents.words.names import is_name


@dataclass(frozen=True)
class Mark:
    """What a cell says. `status` is blank where it says that nothing was to be expected ("not a member")."""

    status: str
    mode: str = "unknown"
    substitute: bool = False
    by: str = ""
    printed: str = ""
    chair: bool = False
    sure: bool = True
    items: tuple[str, ...] = ()
    arrived: str = ""
    left: str = ""


_VIRTUAL = Mark("present", "virtual")
_SUBSTITUTE = Mark("present", substitute=True)
_PLAIN = {
    **dict.fromkeys(("p", "pr", "pres", "present", "attended", "att", "✓", "✔", "√", "☑", "☒", "y", "yes", "1", "●",
                     "■", "in person", "attending"), Mark("present")),
    **dict.fromkeys(("apols", "apol", "ap", "apologies", "apology", "apologies given", "apologies received", "apps",
                     "sent apologies", "apologies sent"), Mark("apologies")),
    **dict.fromkeys(("ab", "abs", "absent", "dna", "did not attend", "no", "0", "✗", "✘", "☐", "no apologies",
                     "not present", "non-attendance", "absent without apologies"), Mark("absent")),
    **dict.fromkeys(("ia", "i/a", "in attendance", "inatt"), Mark("in_attendance")),
    **dict.fromkeys(("s", "sub", "subs", "substitute", "d", "dep", "deputy", "rep", "substituted", "sub sent",
                     "deputy sent", "deputised", "represented"), _SUBSTITUTE),
    **dict.fromkeys(("v", "virtual", "t", "teams", "online", "zoom", "remote", "vc"), _VIRTUAL),
    **dict.fromkeys(("c", "chair", "chaired"), Mark("present", chair=True)),
    **dict.fromkeys(("n/a", "na", "-", "–", "—", "not a member", "not member", "not applicable", "nm", "left",
                     "resigned", "vacant", "not appointed", "not yet appointed", "/"), Mark("")),
    "": Mark("expected"),
}  # fmt: skip
_MEANINGS = (
    (re.compile(r"^substitut|^deput|^represented|^sub sent|^sub\b", re.I), _SUBSTITUTE),
    (re.compile(r"^not (?:a |yet )?(?:member|appointed|applicable|required|invited)|^not? longer|^vacan", re.I),
     Mark("")),
    (re.compile(r"\b(?:no|without|not given|not sent)(?: an| any)? apolog", re.I), Mark("absent")),
    (re.compile(r"\bapolog", re.I), Mark("apologies")),
    (re.compile(r"^in attendance", re.I), Mark("in_attendance")),
    (re.compile(r"\b(?:absent|absence|not present|did not attend|not attend|no apologies)", re.I), Mark("absent")),
    (re.compile(r"^(?:present|attended|attending|in attendance|in person).*(?:remote|virtual|teams|online)|"
                r"^(?:attended |joined |present )?(?:remotely|virtual\w*|online|via teams)", re.I), _VIRTUAL),
    (re.compile(r"^chair", re.I), Mark("present", chair=True)),
    (re.compile(r"^(?:present|attended|attending|in person)", re.I), Mark("present")),
)  # fmt: skip
_FOR = r"(?i:substitute|subs|sub|deputy|deputised by|dep|represented(?: by)?|rep|alternate|alt|s|d)"
_NAMED = re.compile(
    rf"^{_FOR}\b\.?\s*[:(–-]*\s*(?P<by>[A-Z][^()]+?)\)?$|^(?P<before>[A-Z][^()]+?)\s*\({_FOR}\)$|"
    rf"^(?:[A-Za-z]+\s*[-–:,;(]\s*)?(?:{_FOR}\b\.?\s*[:–-]?\s*)?(?P<came>[A-Z][^():;]+?)\s+"
    r"(?:attended|present|deputised|substituted|came|in (?:his|her|their) place)\b.{0,30}$|"
    rf"^(?:[Aa]\w*)\s*[-–:,;(]\s*{_FOR}\b\.?\s*[:–-]?\s*(?P<sent>[A-Z][^():;]+?)\)?$",
)
_BRACKET = re.compile(r"^(?P<mark>[^()]{1,20}?)\s*(?P<said>\([^()]+\))$")
_KEY = re.compile(
    r"(?:^|[\s,;|(])(?P<code>[A-Za-z]{1,5}(?:/[A-Za-z])?|[✓✔√✗✘x0-9●■/–-])\s*(?:=|:|[–-]|\bmeans\b)\s*(?P<meaning>[A-Za-z][^=;,|)]{2,40})"
)
_BLANK = re.compile(
    r"\b(?:blank|empty)(?: (?:cell|box|space)s?)?\s*(?:=|:|[–-]|\bmeans\b)\s*(?P<meaning>[A-Za-z][^=;,|)]{2,40})", re.I
)
_PRESENT_MARKS = frozenset({"p", "✓", "✔", "√", "y", "yes", "present", "1", "pr", "pres", "attended", "att"})
_LONGEST = 120  # letters of a mark with all it says
_NO_KEY = "add a key to the register (A = apologies) to make sure"


@dataclass
class Codes:
    """What each mark of one register means; `guessed` says which marks could mean two things."""

    meaning: dict[str, Mark] = field(default_factory=dict)
    guessed: dict[str, str] = field(default_factory=dict)

    def mark(self, cell: str) -> Mark | None:
        """What a cell says; None where nothing tells.

        >>> Codes().mark("Apols").status, Codes().mark("Sub: Jane Hill").by, Codes().mark("??")
        ('apologies', 'Jane Hill', None)
        """
        cell = cell[:_LONGEST]
        plain = cell.strip().rstrip(".*").casefold()
        found = self.meaning.get(plain) or _PLAIN.get(plain)
        if found:
            return replace(found, printed=cell)
        if (named := _NAMED.match(cell.strip())) and is_name(by := next(filter(None, named.groups())).strip()):
            return replace(_SUBSTITUTE, by=by, printed=cell)
        if found := self._remarked(cell):
            return found
        worded = next((mark for form, mark in _MEANINGS if form.search(plain)), None) if len(plain) > 5 else None
        return replace(worded, printed=cell) if worded else None

    def _remarked(self, cell: str) -> Mark | None:
        """ "P (left 11.30)", "Present (items 3-5)": a mark and a remark in brackets."""
        match = _BRACKET.match(cell.strip())
        found = self.mark(match["mark"]) if match else None
        said = remarks(match["said"]) if match else None
        if not (found and said) or said.text or said.status:
            return None
        mode = said.mode if said.mode != "unknown" else found.mode
        chair = found.chair or said.chair
        return replace(
            found, printed=cell, mode=mode, chair=chair, items=said.items, arrived=said.arrived, left=said.left
        )

    def problems(self, header: Line) -> list[Problem]:
        """A row for each mark whose meaning had to be taken from its neighbours."""
        return [Problem(str(header.number), what, _NO_KEY) for what in self.guessed.values()]


def codes_of(rows: Iterable[Sequence[str]], marks: Sequence[str]) -> Codes:
    """The meaning of a register's marks: by its key, then by common use; A and x by what else stands in the grid."""
    found = Codes(_key(rows))
    used = {mark.strip().rstrip(".*").casefold() for mark in marks}
    if "a" in used and "a" not in found.meaning:
        _guess(found, "a", *_letter_a(used))
    if "x" in used and "x" not in found.meaning:
        ticked = bool(used & _PRESENT_MARKS) or any(mark.status == "present" for mark in found.meaning.values())
        _guess(found, "x", "absent" if ticked else "present", ticked or used <= {"x", ""})
    if "n" in used and "n" not in found.meaning:
        found.meaning["n"] = Mark("absent")
    return found


def _letter_a(used: set[str]) -> tuple[str, bool]:
    """A is apologies or absent, in a few registers attended: sure only where another mark takes the other meaning."""
    if used & {"ab", "abs", "absent", "x", "dna", "n"}:
        return "apologies", True
    if used & {"ap", "apol", "apols", "apologies"}:
        return "absent", True
    return "apologies", False


def _guess(found: Codes, code: str, status: str, sure: bool) -> None:
    found.meaning[code] = Mark(status, sure=sure)
    if not sure:
        found.guessed[code] = f'no key says what "{code.upper()}" means: it is taken for {status}'


def _key(rows: Iterable[Sequence[str]]) -> dict[str, Mark]:
    """The key: `P = present` in a cell, or a code and its meaning in two cells side by side."""
    found: dict[str, Mark] = {}
    for cells in rows:
        pairs = [match.group("code", "meaning") for cell in cells for match in _KEY.finditer(cell)]
        pairs += [("", match["meaning"]) for cell in cells for match in _BLANK.finditer(cell)]
        filled = [cell for cell in cells if cell]
        if len(filled) in (2, 3) and len(filled[-2]) <= 5:
            pairs.append((filled[-2], filled[-1]))
        for code, meaning in pairs:
            mark = next((mark for form, mark in _MEANINGS if form.search(meaning.strip())), None)
            if mark:
                found.setdefault(code.strip().casefold(), mark)
    return found
