"""Lines of an attendance list made plain before they are read, and those that are no part of it left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.apologies import NOBODY
from leadnet.documents.lists.entries import Heading
from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.lists.layouts.rows import RULE
from leadnet.documents.lists.list_words import list_kind, plain_signs
from leadnet.documents.lists.marks import is_key
from leadnet.documents.lists.remarks import is_remark
from leadnet.documents.model import Line
from leadnet.documents.outlines.title_lines import USUAL
from leadnet.documents.words.names import glued, is_name, is_sure_name, person

_AND_THESE = re.compile(r"\b(?:(?:and|with|together with) )?the following\b[^,;.]{0,60}$", re.IGNORECASE)
_COLUMN_WORD = (
    r"(?:(?:agenda )?items?|minutes?|decisions?|actions?(?: by| required| owner| notes| points)?|no|lead(?: officer)?|"
    r"(?:discussion|key)(?: points)?|ref|description|owner|subject|title|purpose|outcomes?|"
    r"topic|by(?: whom| when)?|notes|deadline|timescale)"
)
_TABLE_HEAD = re.compile(
    rf"^\W*{_COLUMN_WORD}(?:\W+{_COLUMN_WORD})*\W*(?:$|(?<=\w)\d{{1,2}}[.)]\s)|"
    r"^\W*page \d+(?: of \d+)?\W*$|^\W*part\s+(?:[ivx]+|\d|[a-d]|one|two|three|four)\b.{0,60}$",
    re.IGNORECASE,
)  # of the minutes below
_ABOUT = re.compile(r"^\W*(?:duration|venue|location|date|time)\s*:\s+\S.*$", re.IGNORECASE)
_DAY = re.compile(
    r"\W*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)?,?\s*(?:the )?"
    r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8},?\s+\d{4}\W*"
)
_COUNTED = re.compile(r"(?<!\S)(?P<n>\d{1,2})[.)]\s+(?=[A-Z])")
_MOST = 5000  # letters of a line that may count its entries
_OPENS_RECEIVED = re.compile(  # below "Apologies for absence:"
    r"^\W*(?:were|was|have been|had been)\s+(?:received|noted|given|submitted|sent|tendered)\s+"
    r"(?:from|by|on behalf of)[,:]?\s+(?=[A-Z])"
)
_CHAIR_THEN = re.compile(  # "Cllr Lee (Kent) – Chair Cllr Dale (Elm)": the line break behind the chair is lost
    r"\s[–-]\s+((?:[Vv]ice[- ])?[Cc]hair(?:man|woman|person)?)\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)"
)
_STOPPED = re.compile(  # "Ann Lee. Cllr Joe Dale": a full stop for a comma
    r"(?<=[a-z]{2})(?<!Cllr)(?<!Prof)(?<!Rev)(?<!Insp)(?<!Supt)\.\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)"
)
_IN_THE_CHAIR = re.compile(r"\W*(?P<name>[A-Z][^;:()]{3,80}?),?\s+(?i:in the chair)\.\s*$")
_NOTES = re.compile(
    r"\s*(?P<label>(?i:(?:minutes?|notes?)(?:[ -]?taker)?(?: (?:taken|recorded|prepared))?(?: by)?|"
    r"(?:minutes? )?secretary|scribe))"
    r"(?:\s*[:–-]\s*|(?<=by)\s+)(?P<name>[A-Z]\S*\s.*\S)\s*$"
)
_ASIDE = re.compile(r"\s*\([^()]{3,80}\)\s*")  # "(Voting members)" behind a heading
_GLOSSARY = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})?[.)]?\s+)?(?:(?:welcome|introductions?)"
    r"(?:,? (?:and )?(?:welcome|introductions?|apologies))*\W*$|"
    r"acronyms|abbreviations|glossary|next meeting|date of next|points (?:of|for) discussion|"
    r"welcome (?:and|&) (?:apologies|"
    r"introductions)|"
    r"the (?:chair\w*|meeting)\b.{0,60}\b(?:welcomed|opened|thanked|began|commenced|started|convened)\b(?!.*:\s*$))",
    re.IGNORECASE,
)  # what is no list any more

_TITLED = re.compile(r"^\s*\d{2,4}[.)]?\s+(?P<title>[A-Z][^,;]{4,60})$")  # "2324 Apologies for absence."
_LABELLED = re.compile(
    r"^\W*(?:[A-Z][\w’'-]+\s+){0,3}(?i:representatives|members|officers|councillors):\s*/\s+(?=[A-Z])"
)
_BEHIND = re.compile(
    r"^[\s•*-]*(?:The )?(?P<held>[A-Z][^():;]{3,90}?)\s*\((?P<name>[^()]{4,60})\)(?P<more>(?:\s*\([^()]*\))?)[\s.,;]*$"
)
_OWN_LETTERS = re.compile(r"(?<=[\w’'.]) ?\([A-Z][A-Za-z&]{0,7}[A-Z]\)(?=\))")  # "(Kent County Council (KCC))"
_PUBLIC = re.compile(  # "Two members of the public (A Lee and J Dale)"
    r"^\W*(?:\w+ )?members? of (?:the )?(?:public|press)\s*\((?P<names>[A-Z][^()]{3,200})\)\W*$", re.IGNORECASE
)
_NEXT = re.compile(r"\s*(?:,|\band\b|&)\s*")
_LOOSE = re.compile(r"(?<=\w)[ ]+([,;])(?=\s)|(?<=\()[ ]+|(?<=\w)[ ]+(?=\))")  # "Lee , ( Kent )"
_NUMBER = re.compile(r"^(\s*)(?:[•▪●]\s*)?\d{1,2}[.)]\s+(?=[A-Z])")
_SQUARE = re.compile(r"\[([^()\[\]]{2,80})\]")
_TITLE_COMMA = re.compile(
    r"^(\W*(?:(?:County|District|Borough|City|Town|Parish) )?(?:Councillor|Cllr)),\s+(?=(?P<who>\S+ \S+))"
)
_TITLE_BEHIND = re.compile(  # "Ann Lee (Cllr)", "Joe Dale (Chair, Cllr)"
    r"(?P<name>(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+) \((?P<chair>Chair(?=, ))?(?:, )?(?P<title>Cllr)\)"
)
_CLOSED = re.compile(r"\)(?=[(\[]|[A-Z]{2})")  # "Ann Lee (AL)(Kent)", "Joe Dale (JD)GOSE"
_GAP = re.compile(r"\t+|\s{3,}")
_BOLD = re.compile(r"\*\*(?=\w)([^*]{2,80})\*\*")
_FEW = 2  # lines so turned that make it the way of a list
_LEAST = 3  # glued lines that make it the way of a list
_LOOKED_AT = 200  # letters of a line


def own_lines(lines: Sequence[Line], marks: dict[str, str]) -> list[Line]:
    """The lines that can name somebody: no "none", ruling, key of marks, or heading of the table below."""
    kept = [line for line in _to_glossary(lines) if not (NOBODY.match(line.text) or RULE.match(line.text))]
    kept = [line for line in kept if not (_ASIDE.fullmatch(line.text) and list_kind(line.text.strip(" ()")))]
    kept = [line for line in kept if not (_ABOUT.match(line.text) or _DAY.fullmatch(line.text))]
    kept = [line for line in kept if not (_TABLE_HEAD.match(line.text) or is_key(line.text, marks))]
    return [_without_others(line) for line in kept]


def below_list(line: Line) -> tuple[Heading, str] | None:
    """What a line below a list says of one person, "Minutes: Kay Lamb", "Ann Lee in the Chair.", and who it is.

    >>> [below_list(Line(9, None, row))[1] for row in ("Minutes taken by: Kay Lamb", "Ann Lee in the Chair.")]
    ['Kay Lamb', 'Ann Lee']
    """
    if (chair := _IN_THE_CHAIR.match(line.text[:_LOOKED_AT])) and is_name(chair["name"].split(",")[0]):
        return Heading("in the Chair", "member", "present", chair=True), chair["name"]
    match = _NOTES.match(line.text[:_LOOKED_AT])
    named = match and is_name(match["name"].split("(")[0].split(",")[0])
    return (Heading(match["label"], "support", "in_attendance"), match["name"]) if match and named else None


def numbered_apart(line: Line) -> list[Line]:
    """A line for each entry where a line counts several: "1. Ann Lee (Kent CVS) 2. Joe Dale 3. Tom Roe"."""
    counted = [match for match in _COUNTED.finditer(line.text[:_MOST])]
    places = [match for n, match in enumerate(counted) if int(match["n"]) == n + 1]
    if len(places) < 2 or len(places) < len(counted) or line.text[: places[0].start()].strip(" :|"):
        return [line]
    stops = [*(match.start() for match in places[1:]), len(line.text)]
    return [
        replace(line, text=line.text[match.end() : stop].strip()) for match, stop in zip(places, stops, strict=True)
    ]


def beside_apart(lines: Sequence[Line]) -> list[Line]:
    """A line for each entry where two or three stand in a row: "Ann Lee, Kent CVS      Joe Dale, Kent Police".

    >>> rows = ("Ann Lee, Kent CVS      Joe Dale, Kent Police", "Tom Roe, GOSE      Sue Fox, GOSE", "Di Moss, GOSE")
    >>> [line.text.split(",")[0] for line in beside_apart([Line(n, None, text) for n, text in enumerate(rows, 1)])]
    ['Ann Lee', 'Joe Dale', 'Tom Roe', 'Sue Fox', 'Di Moss']
    """
    rows = [_GAP.split(line.text.strip()[:_MOST]) for line in lines]
    several = [row for row in rows if len(row) > 1]
    whole = [row for row in several if all(map(_is_entry, row))]
    alone = [row for row in rows if len(row) == 1 and row[0] and begins_with_name(row[0])]
    few = len(whole) < _FEW and len(whole) + len(alone) < sum(map(any, rows))
    if not whole or few or 4 * len(whole) < 3 * len(several) or len(alone) > len(whole):
        return list(lines)
    return [replace(line, text=cell) for line, row in zip(lines, rows, strict=True) for cell in row]


def _is_entry(cell: str) -> bool:
    """A name that nothing else could be with what the person is behind it, or alone with a title and whole."""
    name, *more = re.split(r",\s|\s[(\[]|\s[–-]\s", cell, maxsplit=1)
    whole = bool(person(name)[0]) and len(person(name)[1].split()) > 1
    return is_sure_name(name.strip(" *")) and (bool(more) or whole)


def are_glued(lines: Sequence[Line]) -> bool:
    """Whether three lines or more print what a person is straight behind the name: "Ann LeeClerk"."""
    return sum(is_sure_name(name) for line in lines if (name := glued(line.text)[0])) >= _LEAST


def unglued(line: Line) -> Line:
    """A line of such a list with a dash behind the name.

    >>> unglued(Line(1, None, "Ann McKay-RoeClerk")).text
    'Ann McKay-Roe – Clerk'
    """
    name, rest = glued(line.text)
    return replace(line, text=f"{name} – {rest}") if name else line


def _without_others(line: Line) -> Line:
    """ "Cllr Ann Lee and the following representatives:" without the words for those below."""
    match = _AND_THESE.search(line.text)
    return replace(line, text=line.text[: match.start()].rstrip(" ,")) if match else line


def tidied(text: str) -> str:
    """An entry as it should have been printed.

    >>> tidied("(Ann Lee, Kent Police)"), tidied("Ann Lee-(AL) Kent CVS"), tidied("Cllr .J Dale")
    ('Ann Lee, Kent Police (in attendance)', 'Ann Lee (AL) Kent CVS', 'Cllr. J Dale')
    """
    text = re.sub(r"(?<=[a-z])[`´](?=\s|$)", "", text)
    text = _CHAIR_THEN.sub(r" (\1) ", _OPENS_RECEIVED.sub("", text))
    text = _STOPPED.sub(", ", text) if text.count(", ") > _FEW * len(_STOPPED.findall(text)) else text
    text = re.sub(r"(?<=[a-z])[–—]\s+(?=[A-Z])", " – ", text)
    text = re.sub(r"(?<=[a-z]) \(\d\)(?=\s*[-–:])", "", text)  # the seats of a body: "Ashbury Council (2) - Ann Lee"
    text = _titles_first(text)
    text = _SQUARE.sub(r"(\1)", text)
    text = _OWN_LETTERS.sub("", text)
    text = _CLOSED.sub(") ", _LOOSE.sub(r"\1", _BOLD.sub(r"\1", plain_signs(text))))
    whole = re.fullmatch(r"\s*\(([^()]+(?:\([^()]*\)[^()]*)*)\)\.?\s*", text[:600])
    text = f"{whole[1]} (in attendance)" if whole and begins_with_name(whole[1]) and not is_remark(whole[1]) else text
    text = re.sub(r"(?<=[a-z])\(\s*(?=[A-Z])", " (", re.sub(r"^\s*/\s+(?=\S)", "", text))
    text = re.sub(r"(?:^|(?<=[,;]\s))\((?=[A-Z][^()]{4,40}\s\([^()]*\)(?!\)))", "", text)  # "(Ann Lee (Kent CVS), Joe"
    text = re.sub(r"(?<=[\w)]),? (?:and )?\d+ (?:other )?members of the (?:public|press)\b", "", text)
    text = re.sub(
        r"(?<=[\w)])\s*(?:\+|\bplus\b|\band\b)\s*(?:\d+|one|two|three)\s+(?:other|more)s?\b[^,;()]*$", "", text
    )
    text = re.sub(r"\),?(?=[A-Z][a-z]+ [A-Z])", "), ", re.sub(r"(?<=[a-z]),\((?=[A-Z])", " (", text))
    text = re.sub(
        r"(?<=[\w)]),\s+\((?=[A-Z][^()]{3,60}\)\.?\s*$)", " (all " if "," in text.split(", (")[0] else " (", text
    )
    text = _PUBLIC.sub(lambda match: _NEXT.sub(" (in attendance), ", f"{match['names']} (in attendance)"), text)
    text = _LABELLED.sub("", text)
    text = re.sub(r"^(Councillor|Cllr) (?=[A-Z][\w'’-]+ (?:and|&) [A-Z][\w'’-]+$)", r"\1s ", text)
    return re.sub(r"(?<=\w)\s?[-–](?=\([A-Z])", " ", re.sub(r"(?<=\w)\s+\.\s?(?=[A-Z])", ". ", text))


def _titles_first(text: str) -> str:
    """ "County Councillor, Ann Lee" and "Ann Lee (Cllr)" with the title straight before the name."""
    text = _TITLE_COMMA.sub(lambda match: f"{match[1]} " if is_sure_name(match["who"]) else match[0], text)
    return _TITLE_BEHIND.sub(_title_before, text)


def _title_before(match: re.Match[str]) -> str:
    """ "Ann Lee (Cllr)" as "Cllr Ann Lee"; what runs on before the name stays before it."""
    words = match["name"].split()
    opened = next((n for n in range(len(words) - 1) if is_sure_name(" ".join(words[n:]))), 0)
    chair = " (Chair)" if match["chair"] else ""
    return " ".join([*words[:opened], match["title"], *words[opened:]]) + chair


def unnumbered(lines: Sequence[Line]) -> list[Line]:
    """The lines of a list that counts its entries, without the numbers."""
    counted = sum(bool(_NUMBER.match(line.text)) for line in lines)
    if counted < _FEW or 2 * counted < sum(bool(line.text.strip()) for line in lines):
        return list(lines)
    return [replace(line, text=_NUMBER.sub(r"\1", line.text)) for line in lines]


def names_first(lines: Sequence[Line]) -> list[Line]:
    """A list of posts or bodies with the name behind each in brackets, turned round: "Chief Constable (Joe Dale)".

    >>> said = ["The Leader of the Council (Cllr Ann Lee) (Chair)", "Kent Police (Joe Dale)"]
    >>> [line.text for line in names_first([Line(1, None, text) for text in said])]
    ['Cllr Ann Lee, Leader of the Council (Chair)', 'Joe Dale, Kent Police']
    """
    found = [_BEHIND.match(line.text[:_LOOKED_AT]) for line in lines]
    named = [match if match and _names_behind(match) else None for match in found]
    filled = sum(bool(line.text.strip()) for line in lines)
    if 2 * sum(map(bool, named)) < max(filled, 2 * _FEW):
        return list(lines)
    return [
        replace(line, text=f"{match['name']}, {match['held']}{match['more']}") if match else line
        for line, match in zip(lines, named, strict=True)
    ]


def _names_behind(match: re.Match[str]) -> bool:
    return is_name(match["name"]) and not begins_with_name(match["held"]) and "|" not in match["held"]


def _to_glossary(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines up to a list of abbreviations, the date of the next meeting, or a title every meeting has."""
    return lines[: next((place for place, line in enumerate(lines) if _is_other(line.text)), len(lines))]


def _is_other(text: str) -> bool:
    titled = _TITLED.match(text[:_LOOKED_AT])
    return bool(_GLOSSARY.match(text) or (titled and USUAL.search(titled["title"])))
