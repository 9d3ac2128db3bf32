"""Names one after another in a line: `Councillors A Smith (Chair), B Jones and C Brown`; `Jane Hill, Kent Police; …`"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts.shared_brackets import Cut, brackets_shared, entry_name
from leadnet.documents.lists.layouts.shared_titles import (
    OWN_TITLE,
    SURNAME,
    TOGETHER,
    is_surname,
    place_at,
    title_at,
    unplaced,
)
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import remarks
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import Flow
from leadnet.documents.words.names import WORD, is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post
from leadnet.documents.words.vocabulary import EMPLOYER_ENDS, GIVEN, SURNAMES_TOO, TITLES

_OUTSIDE = r"(?![^()]{0,200}\))"  # not inside brackets
_SEMICOLON = re.compile(rf"\s*;\s*(?:and\s+)?{_OUTSIDE}")
_COMMA = re.compile(
    rf"(?:\s*[,;•·]\s*(?:(?:and|AND),?\s+(?:from\s+|officers?\s+)?|&\s+)?|"
    r"\b(?:as well as|and|AND),?\s+(?:from\s+|officers?\s+)?|&\s+|"
    rf"(?<=[\w)])\s*/\s*(?=[A-Z])|(?<=\))\.?\s+(?=[A-Z])){_OUTSIDE}"
)
_LABELLED = re.compile(
    r"^(?:and\s+)?(?:Observers|Officers|Members|Guests|Co-optees|Directors|"
    r"Others)\s*:\s*(?=[A-Z])"
)
_FROM = re.compile(r"\s+from\s+(?:the\s+)?[A-Z].*$")  # "Councillors Lee and Dale from Kent Council"
_HANGS = re.compile(r"(?:[,;(&/–-]|\b(?:and|of|the|for|with|Mrs?|Ms|Dr|Cllr|Councillors?))\s*$", re.I)
_NAME_OPEN = re.compile(  # a line that stops within a name: "Cllr. Karen", "Mr J", "Councillor"
    rf"(?:^|[,;&]|\band)\s*(?:{TITLES}\.?(?:\s+[A-Z]\.?)*|(?:{TITLES}\s+)?(?P<first>[A-Z][a-z]+|[A-Z]\.?))\s*$"
)
_LONE = re.compile(rf"[,;]\s*{WORD}\s*$")
_SURNAME_NEXT = re.compile(rf"{WORD}\s*(?:[,(]|\band\b)")
_TWO_INITIALLED = re.compile(r"(?<!\S)[A-Z]\.\s?[A-Z][a-z]+(?!\S)")
_RUN = 2000  # letters that show whether commas divide names
_TITLED = re.compile(rf"(?<!\S){TITLES}\s+(?=[A-Z])")
_NAME_BRACKET = re.compile(rf"{WORD} {WORD}\s*\([A-Z][^()]*\)")
_COUNTS = re.compile(r"(?:\d+|[A-Z][a-z]+|A number of) (?:other )?members? of (?:the )?(?:public|press)\b")
_LAST = 200  # letters behind a comma that are looked at


def people(flow: Flow, start: int = 0) -> Iterator[Cells]:
    """Each person of a run of names from `start`, with the line on which the name is printed.

    >>> [entry.cells for entry in people(Flow.of([Line(7, None, "Ann Lee (Kent Police), Joe Dale and Mr Hill.")]))]
    [('Ann Lee (Kent Police)',), ('Joe Dale',), ('Mr Hill',)]
    """
    breaks = frozenset(
        at
        for at in flow.starts
        if at > start and not (_hangs(flow.text[max(at - 60, 0) : at]) or _cut_name(flow.text, at))
    )
    cuts = _entries(flow.text, start, breaks)
    whole = ((_cells(flow, cut), cut) for cut in cuts)
    apart = [(part, cut) for entry, cut in whole for part in _two(entry)]
    shared = brackets_shared([entry for entry, _ in apart], [cut for _, cut in apart])
    yield from (entry for entry in shared if entry.cells[0])


def _cells(flow: Flow, cut: Cut) -> Cells:
    """An entry; those of a place's council stand under "Ashbury Councillors"."""
    under = f"{cut.place} Councillors" if cut.place else ""
    return Cells(flow.source_lines(cut.begin, cut.end), (_said(flow.text, cut),), under)


def _two(entry: Cells) -> list[Cells]:
    """ "Ann Lee Joe Dale": two of a run whose comma is lost; else the entry as it is."""
    words = entry.cells[0].split()
    halves = [" ".join(words[:2]).rstrip(","), " ".join(words[2:])]
    both = len(entry.cells) == 1 and len(words) == 4 and {words[0], words[2]} <= GIVEN
    apart = both and not {words[1], words[3]} & GIVEN and all(map(is_sure_name, halves))
    return [replace(entry, cells=(half,)) for half in halves] if apart else [entry]


def _hangs(above: str) -> bool:
    """Whether a line stops within an entry: at a comma or a joining word, or between a given name and the surname."""
    within = _NAME_OPEN.search(above)
    return bool(_HANGS.search(above) or (within and within["first"] in {None, *GIVEN}))


def _cut_name(text: str, at: int) -> bool:
    """Whether a line breaks between the two words of a rare name: "..., Lonica" over "Vanclay (ECC)"."""
    return bool(_LONE.search(text[max(at - 60, 0) : at]) and _SURNAME_NEXT.match(text[at : at + 60]))


def people_of(line: Line, text: str) -> Iterator[Cells]:
    """The people of one cell of a line."""
    return people(Flow.of([replace(line, text=text)]))


def names_in(text: str) -> list[str]:
    """The names that open an entry of a run; one where the text is no run."""
    said = [_said(text, cut) for cut in _entries(text, 0)]
    return [entry for entry in said if is_name(entry_name(entry))]


def plural_title(text: str) -> str:
    """The title each person has whose names follow "Councillors" or "Cllrs"; blank for other words.

    >>> plural_title("Cllrs "), plural_title("Present")
    ('Cllr', '')
    """
    return title_at(text, "", _COMMA)


def _said(text: str, cut: Cut) -> str:
    """An entry with the title it shares ("Councillors A Smith and B Jones") put before it."""
    said = unplaced(_LABELLED.sub("", text[cut.begin : cut.end].strip(" .;,|").lstrip("-–•* ")))
    match = TOGETHER.match(said)
    said = said[match.end() :] if match else said
    own = OWN_TITLE.match(said) and not match
    alone = re.split(r"\s*[,(–]|\s-\s|\sfrom\s", said)[0]  # "Councillors Lee, Kent Council and Roe (Combe)": surnames
    shared = cut.title and not own and any(is_name(f"{cut.title} {name}") for name in (entry_name(said), alone))
    return f"{cut.title} {said}" if shared else said


def _entries(text: str, start: int, breaks: frozenset[int] = frozenset()) -> Iterator[Cut]:
    """Where each entry stands: cut at semicolons if there are any, and at commas and line breaks before a name."""
    edges = [match.span() for match in _SEMICOLON.finditer(text, start)]
    title, bare = "", not edges and _only_names(text[start:])
    for begin, end in zip(
        [start, *(edge[1] for edge in edges)], [*(edge[0] for edge in edges), len(text)], strict=True
    ):
        for cut in _at_commas(text, (begin, end), breaks, title, bare):
            title = cut.title
            yield cut


def _only_names(text: str) -> bool:
    """Whether commas stand between nothing but names, three or more: then the rare ones among them are names too."""
    parts = [part for part in _COMMA.split(text[:_RUN]) if part and part.strip(" .")]
    shared = bool(TOGETHER.match(text))  # "Councillors Lee, Roe and Dale": surnames
    bare = [part.strip(" .") for part in parts]
    named = sum(is_name(entry_name(part)) or bool(shared and SURNAME.fullmatch(part)) for part in bare)
    few = max(1, len(parts) // 10) if len(parts) > 4 else 0
    return len(parts) > 2 and named >= len(parts) - few


def _at_commas(text: str, within: tuple[int, int], breaks: frozenset[int], title: str, bare: bool) -> Iterator[Cut]:
    begin, end = within
    joint = ";"
    title, place = title_at(text[begin : begin + _RUN], title, _COMMA), place_at(text[begin:])
    cuts = [(cut.start(), cut.end(), cut[0].strip()) for cut in _COMMA.finditer(text, begin, end)]
    cuts += [(at, at, "") for at in breaks if begin < at < end]
    for stop, after, said in sorted(cuts):
        rest = text[after : min(after + _LAST, end, *(at for at in breaks if at > after))]
        if after > begin and (
            _opens(rest, title, bare or after in breaks or bool(title and "and" in said))
            or (after in breaks and _COUNTS.match(rest))
            or ("and" in said and _employer(rest, text[begin:stop]))
            or _for_itself(rest, text[begin:stop], said)
            or (said and text[begin:stop].endswith(")") and _NAME_BRACKET.match(rest) and _opens(rest, title, True))
        ):
            yield Cut(begin, stop, joint, title, place)
            closed = re.search("well|from|officer", said) or _closes(text[begin:stop], joint, said, rest)
            begin, joint = after, said
            title = title_at(text[begin : begin + _RUN], "" if closed else title, _COMMA)
            place = place_at(text[begin:]) or ("" if closed or not title else place)
    yield Cut(begin, end, joint, title, place)


def _closes(entry: str, joint: str, said: str, rest: str) -> bool:
    """Whether an entry ends those who share a title: "Councillors A Lee, B Roe and C Dale, Ann Fox (Kent CVS)"."""
    last = "and" in joint.lower() and not ("and" in said.lower() or TOGETHER.match(entry.lstrip(" -•*")))
    return last and not SURNAME.fullmatch(_COMMA.split(rest, maxsplit=1)[0].strip(" ."))


def _opens(rest: str, title: str = "", bare: bool = False) -> bool:
    """Whether what follows a comma is another person, and not the post or the organisation of the one before.

    Two capitalised words without a title or a known given name are a person only among `bare` names.
    """
    text = unplaced(_COMMA.split(rest, maxsplit=1)[0].strip(" ."))
    if TOGETHER.match(text):
        return True
    text = _FROM.sub("", text) if title else text
    name = entry_name(text)
    rare = bare and title and re.fullmatch(WORD, text) and not is_post(text)  # "Councillors Lee, Care and Roe"
    if title and (rare or is_surname(text)):
        return not is_organisation(text)
    dashed = re.match(rf"{re.escape(name)}\s*[–-]\s*\S", text)
    return (is_name(name) if bare or dashed else is_sure_name(name)) and not _other_than_person(name)


def _other_than_person(name: str) -> bool:
    """Whether words are an organisation or a post; "Alan Dean" and "Mrs T. Bishop" are neither."""
    bare = person(name)[1]
    surname = bare.split()[-1].lower() in SURNAMES_TOO and len(bare.split()) < 3 and is_sure_name(name)
    return is_organisation(bare) or (is_post(bare) and not surname)


def _employer(rest: str, before: str) -> bool:
    """Whether what follows an "and" is an organisation without a person: it is no detail of the one before, unless
    that one is no organisation yet ("Ann Lee, Kent and Essex Police")."""
    last = re.split(r"[,(]|\s[-–]\s", before)[-1].strip()
    if last and not (is_organisation(last) or is_name(entry_name(last)) or last.endswith(")")):
        return False
    details = name_and_details([last])[1:]
    if details and not any(map(is_organisation, details)):
        return False  # "Ann Lee from Ash West and Elm Council"
    text = _COMMA.split(rest, maxsplit=1)[0].strip(" .")
    return is_organisation(text) and text.split()[-1].lower() in EMPLOYER_ENDS and len(text.split()) > 1


def goes_beyond(text: str) -> bool:
    """Whether an entry ends in a bracket and an organisation that stands for itself comes behind it.

    >>> goes_beyond("Ann Lee (Kent CVS), Jobcentre Plus"), goes_beyond("Ann Lee (Chair), Jobcentre Plus")
    (True, False)
    """
    cuts = [cut for cut in _COMMA.finditer(text[:_RUN]) if not cut[0].isspace()]
    return any(_for_itself(text[cut.end() :][:_LAST], text[: cut.start()], cut[0]) for cut in cuts)


def _for_itself(rest: str, before: str, joint: str) -> bool:
    """ "Ann Lee (Kent CVS), Chamber of Trade", "Cllr Lee and the Fire Chief": what follows is nobody's detail."""
    text = _COMMA.split(rest, maxsplit=1)[0].strip(" .")
    if "and" in joint and is_name(entry_name(before.strip())) and re.match(r"the [A-Z]", text):
        return is_post(text) or is_organisation(text)
    if not (joint and before.rstrip().endswith(")") and is_organisation(text)):
        return False
    return any(map(is_organisation, name_and_details([remarks(before.strip()).text])[1:]))


def fits(lines: Sequence[Line]) -> float:
    """A third more names than lines, or lines that break within an entry, is a run of names."""
    flow = Flow.of(lines)
    parts = [part for part in _COMMA.split(flow.text) if part]
    title = title_at(flow.text[:_RUN], "", _COMMA)
    bare = ";" not in flow.text and _only_names(flow.text)
    names = sum(_opens(part, title, bare) for part in parts)
    plain = names >= 2 * (len(parts) - names) or ";" in flow.text or _wrapped(lines)
    apart = len(lines) > 1 and _wrapped(lines) and 1 < names <= flow.text.count(";") + 1
    return 0.95 if (names > 1.3 * len(lines) or apart) and plain and not _undivided(parts) else 0.0


def _undivided(parts: Sequence[str]) -> bool:
    """Whether one part holds a third name or more with nothing between them: then commas are not what divides."""
    return any(
        len(_TWO_INITIALLED.findall(part)) > 1 or len(_TITLED.findall(part)) > 2 or _given_in(part) > 2
        for part in parts
    )


def _given_in(part: str) -> int:
    """How many given names with a surname behind them stand in a text."""
    words = re.sub(r"\([^()]*\)", " ", part).split()
    pairs = zip(words, words[1:], strict=False)
    return sum(first in GIVEN and last[0].isupper() and last not in GIVEN for first, last in pairs)


def _wrapped(lines: Sequence[Line]) -> bool:
    return len(lines) > 1 and all(len(line.text.strip()) > 45 for line in lines[:-1])


def read(lines: Sequence[Line]) -> list[Cells]:
    """One entry a person."""
    return list(people(Flow.of(lines)))
