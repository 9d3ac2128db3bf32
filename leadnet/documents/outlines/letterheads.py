"""Which board a bare "Board" is: the name in the letterhead over it, or spelt out beside its letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Body, Line
from leadnet.documents.outlines.body_names import BODY_END, LETTERS
from leadnet.documents.outlines.occasion import MARKS
from leadnet.documents.words.dates import days
from leadnet.documents.words.names import has_given_name
from leadnet.documents.words.vocabulary import BODY_WORD

# what a letterhead holds besides the body's name
OTHER_LINE = re.compile(
    r"\b(?:agenda|items?|paper|appendix|annex|draft|confidential|minutes|notes?|meeting|page|venue|date|time|"
    r"restricted|official|unclassified|present|apologies|actions?|decisions?|details|summary|key|contact|version)\b|[|:\d]",
    re.I,
)
_SORTS = (
    r"steering|strategic|strategy|executive|delivery|operational|leadership|core|management|joint|interim|advisory|"
    r"shadow|working|liaison|programme|project|business"
)
_PLAIN = (
    rf"{BODY_WORD}|{LETTERS}|main|full|sub|annual|general|special|extraordinary|ordinary|quarterly|residential|virtual|"
    r"inaugural|first|second|third|\w+th|\d+(?:st|nd|rd)|regular|monthly|and|the|of|directors|trustees|governing|body|"
    r"public|in|local|enterprise|meetings?"
)
# "the Board", "its annual meeting": a name only where nothing in the head says more
_GENERIC = re.compile(rf"^(?:(?:{_PLAIN}|{_SORTS})\b\W*)+$", re.I)
_AREA = re.compile(
    rf"(?:area \w{{1,2}}\s+(?:\w+\s+)?|(?:(?:north|south|east|west|mid|central)\w*\s+)+area\s+){BODY_WORD}", re.I
)
_SORT = re.compile(rf"\b(?:{_SORTS})\b", re.I)
_COUNCIL_OF = re.compile(r"(?:[A-Z] ){3}|(?:\w+ )?(?:borough|city|county|district) of\b", re.I)  # over others' minutes
_LETTERHEAD = re.compile(
    r"(?:[A-Z][\w’'-]*|and|of|the|for|on|&|\d{1,2})(?:\s+(?:[A-Z][\w’'-]*|and|of|the|for|on|&)){1,9}"
)
_ABBREVIATION = re.compile(r"\b[A-Z]{3,8}\b")
_COUNCIL = re.compile(r"\b(?:Councils?|Authority)$", re.I)
HANGS = re.compile(  # a name that goes on below
    r"\b(?:County|Area|Locality|Joint|Community|Neighbourhood|Town|Parish|Local|Strategic|North|South|East|West|Mid|"
    r"\w+s['’]|(?:Children|Women|People|Men)['’]s)$",
    re.I,
)
_LABEL = re.compile(r"(?:meeting|body|board|group|committee|date|time|venue|location|place|title|subject)\s*:?", re.I)
_SMALL = ("and", "of", "the", "for", "on", "in", "to", "&")
_NEAR = 4  # lines from a bare "Board" in which the name stands that says which


def bare_name(body: Body) -> bool:
    """Whether a name says only what sort of body it is.

    >>> bare_name(Body("Joint Committee")), bare_name(Body("Vale Joint Committee"))
    (True, False)
    """
    return bool(_GENERIC.match(body.name))


def of_area(name: str) -> bool:
    """Whether a name is only an area's number or side of a council's, "Area 4 Forum", "Western Area Committee"."""
    return bool(_AREA.fullmatch(name))


def is_council(name: str) -> bool:
    """Whether a name is that of a council or other authority, which lends its letterhead to others' minutes."""
    return bool(_COUNCIL.search(name))


def goes_on(above: Line, line: Line) -> bool:
    """Whether a name began on the line straight above: in the same letters, and no name of its own."""
    first, second = (each.text.strip(MARKS) for each in (above, line))
    apart = line.number - above.number
    if apart > (1 if _COUNCIL_OF.match(first) else 4) or OTHER_LINE.search(first) or days(first, 2000):
        return False
    hangs = re.search(r"\b(?:and|of|for|the|&)$|,$", first, re.I) or re.match(r"(?:and|of|for|&)\b", second, re.I)
    hangs = hangs or HANGS.search(first) and first.isupper() == second.isupper()
    place = first.istitle() or re.fullmatch(
        r"(?:[A-Z][\w'’-]*|and|of|the|&)(?:\s+(?:[A-Z][\w'’-]*|and|of|the|&)){1,5}", first
    )
    named = begins_with_name(first) and (has_given_name(first) or not first.isupper())
    if re.fullmatch(r"[A-Z]{3,8}", first) and second.upper().startswith(first[:3]):  # "VALCOM" over "VALE COMMITTEE"
        return False
    alike = first.isupper() == second.isupper() and not (BODY_END.search(first) or named)
    return bool(hangs) or bool(alike and (place and apart == 1 or first.isupper()))


def spelt_out(name: str, lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The line that spells out a name of letters, "VSCB Full Board": first letters of its words make them.

    >>> spelt_out("VSCB Full Board", [Line(1, None, "Vale Safeguarding Children Board")])[0]
    'Vale Safeguarding Children Board'
    """
    letters = _ABBREVIATION.search(name)
    if not letters or not (name == letters[0] or bare_name(Body(name.replace(letters[0], "").strip()))):
        return None
    for line in lines:
        words = [word for word in re.findall(r"[\w’'-]+", line.text) if word.lower() not in _SMALL]
        if len(words) == len(letters[0]) and "".join(word[0] for word in words) == letters[0]:
            return " ".join(line.text.split()).strip(" *#|"), line
    return None


def which(body: Body, at: Line, found: Sequence[tuple[Body, Line]], lines: Sequence[Line]) -> tuple[Body, Line]:
    """A bare name made whole: by the nearest other name of the head, or by the letterhead straight above.

    "Advisory Board" under a name goes on with it; "Board Meeting" and "Minutes of the ..." are of the name itself.
    """
    place = {line.number: turn for turn, line in enumerate(lines)}
    near = [(other, on) for other, on in found if abs(place[on.number] - place[at.number]) <= _NEAR]
    whole = next(((other, on) for other, on in near if not bare_name(other)), None) or _letterhead(
        lines, place[at.number]
    )
    lent = whole and is_council(whole[0].name) and body.name.lower() not in whole[0].name.lower()
    if not whole or lent:  # a council lends its paper, and is not what met
        return body, at
    other, on = whole
    text = at.text.strip(" \t*#_|")
    whole_line = " " in body.name and text == body.name
    hangs = _SORT.search(body.name) or HANGS.search(other.name) or whole_line  # "Vale County" over "Committee Minutes"
    opens = text.startswith(body.name) and hangs
    below = opens and place[on.number] + 1 == place[at.number] and not is_council(other.name)
    return (Body(f"{other.name} {body.name}", body.short), at) if below else whole


def _letterhead(lines: Sequence[Line], place: int) -> tuple[Body, Line] | None:
    """The line straight above, if it is some capitalised words and nobody's name."""
    above = lines[place - 1] if place else None
    text = " ".join(above.text.split()).strip(" *#|_.") if above else ""
    fits = _LETTERHEAD.fullmatch(text) and not (OTHER_LINE.search(text[2:]) or days(text) or begins_with_name(text))
    return (Body(text), above) if above and fits else None


def spaced(line: Line) -> Line:
    """A line of a head in which labels and what they say stand apart by gaps, with tabs for the gaps."""
    cells = re.split(r"\s{3,}", line.text.strip())
    return replace(line, text="\t".join(cells)) if len(cells) > 1 and _LABEL.fullmatch(cells[0]) else line
