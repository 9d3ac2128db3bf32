"""The body of a paper whose head names none, from what its text says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from leadnet.documents.model import Body, Line
from leadnet.documents.outlines.letterheads import bare_name
from leadnet.documents.outlines.titles import BODY_END, NOT_BODY, named
from leadnet.documents.words.vocabulary import BODY_WORD

_RUN = r"[A-Z][\w&'’-]+(?: (?:[A-Z][\w&'’-]+|and|of|for|the|&)){0,8}(?: \d{1,2}(?= (?:meeting|held)\b))?"
_CHAIR_OF = re.compile(
    rf"[Cc]hair(?:man|person|woman)?(?:s\s+the|\s+of\s+the|(?P<comma>,))\s+(?:(?P<short>[A-Z]{{2,6}})\b|(?P<body>{_RUN}))"
)
_WORK_OF = re.compile(  # "the minutes of the meeting of the Vale Joint Planning Committee held on ..."
    rf"\b(?:[Mm]eetings?\s+of\s+the|(?:[Mm]inutes|[Nn]otes)\s+of\s+the|welcomed\s[^.]{{1,40}}\sto\s+the)\s+(?:new\s+)?"
    rf"(?P<body>{_RUN})"
)
_TERMS_OF = re.compile(
    rf"\b[Tt]he (?P<body>(?:[A-Z][\w&-]*\s+(?:and |of |for )?){{1,6}}{BODY_WORD})['’]s "
    r"(?i:terms of reference|constitution)"
)
_ACTED = re.compile(  # "The Vale Community Partnership confirmed ..."
    rf"(?:^|\.\s+)The (?P<body>(?:[A-Z][\w&'’-]+ (?:and |of |for )?){{1,6}}{BODY_WORD}) "
    r"(?:agreed|confirmed|resolved|noted|welcomed|received|considered|approved|elected|appointed|"
    r"w(?:as|ere) (?:advised|informed|told|asked))\b",
    re.M,
)
# a council's page of one item, which does not say whose it is: the bodies it speaks of may be others
_ONE_ITEM = re.compile(r"(?:.*\n){0,8}?\W*(?:agenda item|decision details|issue - decisions)\W*(?:\n|$)", re.I)


def spoken_of(lines: Sequence[Line]) -> Body:
    """The body of a paper that names none in its head: the one whose chair is spoken of, in full or by its letters."""
    text = "\n".join(line.text for line in lines)
    if _ONE_ITEM.match(text):
        return Body("")
    found: list[Body] = []
    for match in _CHAIR_OF.finditer(text):
        if match["short"]:
            spelt = re.search(rf"(?P<body>{_RUN})\s*\({match['short']}\)", text)
            words = spelt["body"].split() if spelt else []
            if name := " ".join(words[-len(match["short"]) :]):
                return Body(name, match["short"])
        elif ends := re.match(rf".*\b{BODY_WORD}", match["body"]):
            often = len(re.findall(re.escape(ends[0]), text)) > 1
            if (often or not match["comma"]) and len(ends[0].split()) > 1:
                found.append(named(ends[0]))
    worked = (named(match["body"]) for match in _WORK_OF.finditer(text) if BODY_END.search(match["body"]))
    acted = (named(match["body"]) for form in (_ACTED, _TERMS_OF) for match in form.finditer(text))
    named_so = (body for body in (*found, *worked, *acted) if not NOT_BODY.match(body.name))
    whole = (body for body in named_so if not bare_name(body))
    return next(whole, found[0] if found else Body(""))
