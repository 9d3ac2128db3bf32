"""Marks that say who was there, as a key by the list explains them: "+ Cllr Ann Lee", "Ann Lee | Kent Police | A"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from leadnet.documents.model import Line

_STATUS = (
    (r"not present|not attend\w*|did not attend|absen(?:t|ce)\b(?! with apolog)", "absent"),
    (r"apolog\w*|apols", "apologies"),
    (r"present|attend\w*|in attendance|deput\w*|represent\w*|substitut\w*", "present"),
)
_MARK = r"[+†#✓✔√✗✘üXxPpAaNYyRSD-]|Ap|AP|Ab|AB|Abs|Apols?|DNA|D/R"
_MEANS = r"\s*(?:=|:|[–-]|\bdenotes\b|\bindicates\b|\bmeans\b)?\s*"
_PAIR = re.compile(
    rf"(?:^|[\s(,;|\"'‘“])(?P<mark>{_MARK})[\"'’”]?{_MEANS}"
    r"(?P<said>(?i:(?:not |did not )?(?:present|attend\w*|absent|absence|in attendance|apolog\w*|apols|"
    r"deput\w+|represent\w+|substitut\w+)))\b",
)
_ALONE = re.compile(rf"\W*?(?:{_MARK}){_MEANS}[\w ]{{3,60}}\W*")
_CHAIR = re.compile(r"\(Ch?\)")
_PARTY = re.compile(r"\(([A-Z]|Ch|LD|Lab|Con|Ind|Lib ?Dem)\)")
_LONGEST = 2000  # letters of a row
_CELL = re.compile(r"\s*\|\s*")
_SIGN = re.compile(r"(?:^|\|)[\s|]*(?P<mark>[+†#✓✔√✗✘ü-])[\s|]*(?=[A-Z])")


def marks_explained(texts: Iterable[str]) -> dict[str, str]:
    """The status each mark stands for, where two marks or more are explained, on one line or on a line each.

    >>> marks_explained(["+ Present", "- Apologies for absence presented"])["-"]
    'apologies'
    """
    found: dict[str, str] = {}
    for text in texts:
        pairs = [(match["mark"], match["said"]) for match in _PAIR.finditer(text[:400])]
        if len(pairs) > 1 or explains_mark(text):
            found |= {form: _status(said) for mark, said in pairs for form in _forms(mark)}
    return found if len(found) > 1 else {}


def _forms(mark: str) -> set[str]:
    return {form for part in (mark, *mark.split("/")) for form in (part, part.lower(), part.upper())}


def explains_mark(text: str) -> bool:
    """Whether a line does nothing but say what a mark means: "- Apologies for absence"."""
    return bool(_PAIR.search(text[:100]) and _ALONE.fullmatch(text[:100].strip()))


def _status(said: str) -> str:
    return next(status for words, status in _STATUS if re.match(words, said, re.IGNORECASE))


def chair_marked(texts: Sequence[str]) -> bool:
    """Whether one "(C)" marks the chair: nobody else has it, and no letters of other parties stand in brackets.

    >>> chair_marked(["Ann Lee (C)", "Joe Dale"]), chair_marked(["Cllr Ann Lee (C)", "Cllr Joe Dale (L)"])
    (True, False)
    """
    letters = [found for text in texts for found in _PARTY.findall(text)]
    return letters in (["C"], ["Ch"])


def with_chair(text: str) -> str:
    """ "(C)" spelt out, where `chair_marked` has shown that it is the chair."""
    return _CHAIR.sub("(Chair)", text)


def is_key(text: str, marks: Mapping[str, str]) -> bool:
    """Whether a line is nothing but the key of these marks."""
    return bool(marks and (match := _PAIR.search(text[:100])) and match["mark"] in marks and len(text.split()) < 9)


def with_status(line: Line, marks: Mapping[str, str], among: Sequence[Line]) -> Iterator[Line]:
    """A line with "(present)" behind whoever has that mark, a line for each name where signs stand before names."""
    if len(line.text) > _LONGEST:
        yield line
        return
    before = any((match := _SIGN.match(each.text)) and match["mark"] in marks for each in among)
    signs = [match for match in _SIGN.finditer(line.text) if match["mark"] in marks] if before else []
    ends = [*(match.start() for match in signs[1:]), len(line.text)]
    for match, end in zip(signs, ends[: len(signs)], strict=True):
        name = line.text[match.end() : end].strip(" |")
        yield replace(line, text=f"{name} ({marks[match['mark']]})")
    if not signs:
        said = [f"({marks[cell]})" if cell in marks else cell for cell in _CELL.split(line.text.strip())]
        text = re.sub(r" \| (?=\((?:present|absent|apologies)\))", " ", " | ".join(said))
        yield replace(line, text=text) if "|" in line.text else line
