"""Text that lost its line breaks: `Ann Lee Kent Police Joe Dale (Chair) Ashbury District Council`, cut at each name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts import run_on
from leadnet.documents.lists.layouts.run_order import (
    beyond,
    bodies_before,
    bodies_first,
    bracket,
    columns_dumped,
    in_pairs,
    names_first,
)
from leadnet.documents.lists.layouts.shared_titles import with_title
from leadnet.documents.model import Line
from leadnet.documents.outlines.flow import Flow
from leadnet.documents.words.names import WORD, is_name
from leadnet.documents.words.posts import is_organisation
from leadnet.documents.words.vocabulary import (
    BEFORE_POST,
    DOUBTFUL_TITLES,
    GIVEN,
    NOT_IN_NAMES,
    ORGANISATION_ENDS,
    ORGANISATION_STARTS,
    PLACE_END,
    POST_ENDS,
    POST_NOMINALS,
    SURNAMES_TOO,
    TITLES,
    word_set,
)

_TOKEN = re.compile(r"\S+?(?=[–-](?:\s|$))|\S+")  # "Parker- EMC" is a name and a dash
_TITLED = re.compile(rf"(?:{TITLES}(?:\s+{TITLES})?)\s+(?=[A-Z])")
_TITLE_ALONE = re.compile(TITLES)
_TIERED = re.compile(r"(?:County|District|Borough|City|Town)\s+(?:Cllr|Councillor)\b")
_SURNAME = re.compile(rf"{WORD}|[A-Z][A-Z'’-]{{2,}}")
_INITIAL = re.compile(r"[A-Z]\.?|(?:[A-Z]\.){1,2}[A-Z]\.?")
_PARTICLE = re.compile(r"(?:[Aa]p|[Vv]an|[Vv]on|[Dd]e|der|den|[Dd]u|[Dd]i|[Ll]e|[Ll]a|al|el|bin|St)$")
_LINK = re.compile(
    r"(?:for|of|to|accompanying|shadowing|supporting|representing|replacing|(?-i:vice|obo|rep)|sub|and|&|by|the|-|–|with)",
    re.I,
)
_BUILDING = word_set("hospital school college academy infirmary house centre trust foundation church park street road")
_CHAIR_LABEL = re.compile(r"\s*\bChair(?:man|person|woman)?\s*:?\s*$")
_TOLD = re.compile(  # behind a name: the list is over, and text has begun
    r"\s+(?:is|was|were|will|has|had|said|welcomed|opened|introduced|gave|reported|thanked|explained|attended)\b"
)
_MORE = re.compile(rf"\s(?P<last>{WORD})(?=\s[-–—]\s)")
_FEW = 4  # names that do not show how a list is printed
_MOST = 400  # people in a list


def _names(text: str) -> list[tuple[int, int, bool]]:
    """Where each person's name begins and ends, and whether that is certain."""
    tokens = [(match.start(), match[0]) for match in _TOKEN.finditer(text)]
    found: list[tuple[int, int, bool]] = []
    place = inside = 0
    while place < len(tokens) and len(found) < _MOST:
        many, sure = _name_at(text, tokens, place, bool(found))
        if many and not inside and tokens[place][1][0] != "(" and not _linked(tokens, place):
            end = tokens[place + many - 1]
            found.append((tokens[place][0], end[0] + len(end[1]), sure))
        passed = "".join(token for _, token in tokens[place : place + max(many, 1)])
        inside = max(inside + passed.count("(") - passed.count(")"), 0)
        place += max(many, 1)
    return in_pairs(text, [_whole(text, name) for name in found])


def _whole(text: str, name: tuple[int, int, bool]) -> tuple[int, int, bool]:
    """ "Ann Lee Marsh – Kent CVS": a second surname stands between the name and its dash."""
    more = _MORE.match(text, name[1]) if text[name[1] - 1].isalpha() else None
    return (name[0], more.end("last"), name[2]) if more and not is_organisation(more["last"]) else name


def people_in(text: str) -> int:
    """How many people a text names, with nothing to divide them."""
    return len(_names(text))


def _linked(tokens: Sequence[tuple[int, str]], place: int) -> bool:
    """Whether the word before ties a name to the entry it stands in: "substitute for Ann Lee"."""
    before = tokens[place - 1][1] if place else ""
    return bool(_LINK.fullmatch(before)) or before.endswith(("-", "–", "/"))


def _name_at(text: str, tokens: Sequence[tuple[int, str]], place: int, later: bool) -> tuple[int, bool]:
    """How many tokens from here are a person's name (0 where none begins), and whether that is certain."""
    before = tokens[place - 1][1] if place else ""
    start, word = tokens[place]
    titled = _TITLED.match(text, start)
    if before[:1].isupper() and place > 1 and tokens[place - 2][1] in ("-", "–") and _TIERED.match(text, start):
        return 0, False  # "Ann Lee – Ashbury City Cllr Joe Dale"
    if titled and DOUBTFUL_TITLES.fullmatch(word) and before[:1].isupper() and not _ends(before):
        return 0, False  # "Heybridge PC Ann Lee"
    skip = len(titled[0].split()) if titled else 0
    many = _length([token for _, token in tokens[place + skip : place + skip + 5]], bool(titled))
    if not many:
        return 0, False
    after = tokens[place + skip + many][1] if place + skip + many < len(tokens) else ""
    if titled:
        within = many == 1 and after[:1] not in ("-", "–") and _within(tokens, place, skip)
        return (0, False) if within else (skip + many, True)
    if word in GIVEN:
        last = tokens[place + many - 1][1].lower()
        place_name = last in NOT_IN_NAMES and after.strip(",.").lower() in ORGANISATION_ENDS
        building = after.strip(",.").lower() in _BUILDING and not _ends(before) and later
        return (0, False) if building or place_name else (many, True)
    initial = bool(_INITIAL.fullmatch(word))
    if initial:
        return many, _ends(before)
    if after.strip(".,").lower() in ORGANISATION_ENDS:
        return 0, False  # "Haven Gateway Partnership"
    second = tokens[place + 1][1]
    weak = _ends(before) and not before.endswith((",", ";")) and after[:1].isupper()
    return (many, False) if weak and not word.isupper() and second not in GIVEN else (0, False)


def _within(tokens: Sequence[tuple[int, str]], place: int, skip: int) -> bool:
    """ "White, Parish Councillor Ashbury Parish Council": a post and its organisation, within somebody's entry."""
    before = tokens[place - 1][1] if place else ""
    body = [token.strip("(),;") for _, token in tokens[place + skip : place + skip + 3]]
    ends = next((n for n, word in enumerate(body) if word.lower() in ORGANISATION_ENDS), 0)
    open_still = before in ("Team", "Group") or not _ends(before)
    within = before[:1].isupper() and before.lower() in NOT_IN_NAMES and open_still  # "Team Leader Ashbury"
    return within or (bool(before) and ends > 0 and (before.endswith(",") or not _ends(before)))


def _length(words: Sequence[str], titled: bool) -> int:
    """Given name or initials, particles, surname: how many words a name takes; 0 where these words are none."""
    bare = [word.strip(",;.") if len(word) > 2 else word for word in words]
    place = 0
    while place < len(bare) - 1 and (_INITIAL.fullmatch(bare[place]) or _PARTICLE.match(bare[place])):
        place += 1
    if place == 0 and len(bare) > 1 and bare[0] in GIVEN | _capital(GIVEN, bare[0]):
        place = 1
        while place < min(len(bare) - 1, 3) and (_INITIAL.fullmatch(bare[place]) or _PARTICLE.match(bare[place])):
            place += 1
    elif place == 0 and len(bare) > 1 and bare[0].isupper() and len(bare[0]) == 3 and not bare[1].isupper():
        return 0  # "VCA Ashbury"
    elif place == 0 and len(bare) > 1 and _surname(bare[0]) and _surname(bare[1]) and not (titled and _org_next(bare)):
        return 2
    elif place == 0 and titled and len(bare) > 2 and _INITIAL.fullmatch(bare[1]) and _surname(bare[2]):
        return 3
    known = place > 0 or (titled and bare[:1] and bare[0].lower() in SURNAMES_TOO)
    if place >= len(bare) or not _surname(bare[place], bool(known)) or words[0].endswith((",", ")")) and place:
        return 0
    return place + 1 if place or titled else 0


def _capital(names: frozenset[str], word: str) -> frozenset[str]:
    return frozenset((word,)) if word.isupper() and len(word) > 2 and word.capitalize() in names else frozenset()


def _surname(word: str, after_given: bool = False) -> bool:
    if _TITLE_ALONE.fullmatch(word):
        return False
    letters = word.isupper() and not re.search(r"[AEIOUYÀ-Ý]", word)  # "TVP"
    plain = bool(_SURNAME.fullmatch(word)) and (after_given or not PLACE_END.search(word)) and not letters
    return plain and (
        word.lower() not in NOT_IN_NAMES
        or (after_given and word.lower() not in (BEFORE_POST | POST_ENDS) - SURNAMES_TOO)
    )


def _org_next(words: Sequence[str]) -> bool:
    """ "Cllr Smith Ashbury District Council": the word behind a surname already belongs to the organisation."""
    return len(words) > 2 and (words[2].lower() in NOT_IN_NAMES or is_organisation(" ".join(words[1:3])))


def _ends(before: str) -> bool:
    """Whether the word before closes an entry."""
    bare = before.strip(".,;()").lower()
    known = bare in ORGANISATION_ENDS or bare in POST_ENDS or before == "Meeting"
    return not before or before.endswith((")", ";", ",", ".")) or known


def entries(flow: Flow) -> Iterator[Cells]:
    """Each person with what follows up to the next one; unsure where a name or organisation is not known as one."""
    names, stop = _before_text(flow.text, _names(flow.text))
    if not names:
        return
    if names_first(flow.text, names):
        yield from columns_dumped(flow, names)
        return
    plural = run_on.plural_title(flow.text)
    if not plural and (after := bodies_first(flow.text[:stop], names)):
        yield from bodies_before(flow, after)
        return
    if names[0][0] and not plural:
        yield Cells(flow.source_lines(0, names[0][0]), (flow.text[: names[0][0]].strip(),), sure=False)
    names = _with_rare(flow.text, names)
    chair = _named_as_chair(flow.text, names)
    for (begin, end, sure), (until, *_) in zip(names, [*names[1:], (stop, 0, False)], strict=True):
        name, rest = flow.text[begin:end].strip(" ,;"), flow.text[end:until]
        if (begin, end) == chair:
            continue
        rest = _CHAIR_LABEL.sub("", rest) if chair and until == chair[0] else rest
        rest = f" (Chair){rest}" if chair and name == flow.text[slice(*chair)].strip(" ,;") else rest
        letters = re.match(rf"\s*(?:,?\s*{POST_NOMINALS}\b\.?)+", rest)
        name, rest = (name + letters[0], rest[letters.end() :]) if letters else (name, rest)
        name = with_title(name, plural)
        cells = (f"{name} {bracket(rest)}".strip(), beyond(rest))
        known = sure and _known(cells[1])
        yield Cells(flow.source_lines(begin, until), tuple(cell for cell in cells if cell), sure=known)


def _before_text(text: str, names: list[tuple[int, int, bool]]) -> tuple[list[tuple[int, int, bool]], int]:
    """The names before the first of whom a sentence tells something, and where the list ends there."""
    told = next((place for place, (_, end, _) in enumerate(names) if _TOLD.match(text, end)), len(names))
    return names[:told], names[told][0] if told < len(names) else len(text)


def _with_rare(text: str, names: Sequence[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """The names with those of which no word is known, where nearly all stand alone: "Ann Lee Bren Ock Joe Dale"."""
    ends = [*(begin for begin, *_ in names[1:]), len(text)]
    behind = [beyond(text[end:stop]) for (_, end, _), stop in zip(names, ends, strict=True)]
    alone = len(names) > _FEW and 3 * sum(not rest for rest in behind) > 2 * len(names)
    found = list(names)
    for (_, end, _), rest in zip(names, behind, strict=True) if alone else ():
        if len(rest.split()) == 2 and is_name(rest) and not is_organisation(rest):
            start = text.index(rest, end)
            found.append((start, start + len(rest), False))
    return sorted(found)


def _named_as_chair(text: str, names: Sequence[tuple[int, int, bool]]) -> tuple[int, int] | None:
    """Where "Chair Ann Lee" stands behind a list that has Ann Lee already: a label, and no entry of its own."""
    listed = [text[begin:end].strip(" ,;") for begin, end, _ in names]
    labelled = (
        (begin, end)
        for place, (begin, end, _) in enumerate(names)
        if listed[place] in listed[:place] and _CHAIR_LABEL.search(text[:begin])
    )
    return next(labelled, None)


def _known(detail: str) -> bool:
    plain = re.sub(r"\([^()]*\)", "", detail).strip()
    return not plain or is_organisation(plain) or bool(ORGANISATION_STARTS.match(plain))


def fits(lines: Sequence[Line]) -> float:
    """Well, where there are half as many names again as lines, and no commas or semicolons between them."""
    text = Flow.of(lines).text
    if len(lines) > 6 and len(text) < 60 * len(lines):
        return 0.0
    names = _names(text)
    several = len(names) >= 1.5 * len(lines) and len(names) > 1
    run = several and not _divided(text, names) and not all(is_name(line.text) for line in lines)
    return (0.955 if undivided(text) else 0.94) if run else 0.0


def read(lines: Sequence[Line]) -> list[Cells]:
    """The entries of the text the lines make."""
    return list(entries(Flow.of(lines)))


def undivided(text: str) -> bool:
    """Whether a text names several people of whom commas divide few."""
    many = people_in(text)
    return many >= _FEW and many >= 1.5 * len(run_on.names_in(text))


def is_run(text: str) -> bool:
    """Whether a text holds two people or more with nothing to divide them, the first at its beginning."""
    names = _names(text)
    return len(names) > 1 and names[0][0] == 0 and not is_name(text) and not _divided(text, names)


def _divided(text: str, names: Sequence[tuple[int, int, bool]]) -> bool:
    if text.count(";") >= len(names) - 1 > 1:
        return True
    between = [text[end - 1 : begin].rstrip() for (_, end, _), (begin, *_) in zip(names, names[1:], strict=False)]
    return 2 * sum(part.endswith((",", ";", " and", "&", "-", "–", "(", "/")) for part in between) >= len(between)
