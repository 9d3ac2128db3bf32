"""People under the name of their organisation: a line for the organisation, then a line for each of its people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.entries import Cells
from leadnet.documents.lists.layouts.entry_lines import HANGS, begins_with_name, indent, people_of
from leadnet.documents.lists.layouts.entry_lines import read as read_lines
from leadnet.documents.lists.layouts.name_over_details import heads_apart
from leadnet.documents.lists.name_details import name_and_details
from leadnet.documents.lists.remarks import is_vacant, remarks
from leadnet.documents.model import Line
from leadnet.documents.words.names import are_initials, is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post, is_sector, is_topic, short_of
from leadnet.documents.words.vocabulary import POST_WORDS

_INLINE = re.compile(r"^(?P<head>[^:]{3,80}?)\s*(?::|\s[-–—]+(?=\s))\s*(?P<rest>\S.*)$")

_PLAIN = re.compile(r"[A-Z][^\d,;:.()|\t]{2,60}")
_LEAST = 2  # headings in capitals, or with a colon, that make it the way of a list
_WORDS = 9  # a heading has fewer
_ROUND = re.compile(  # words that stand round the organisation of a heading
    r"^(?:Representing|From|For)(?: the)?:?\s+|\s+(?:members |officers |staff |representatives )?"
    r"(?i:present|in attendance|"
    r"attendees|representatives|representation|delegates|members|officers|staff)$"
)


def heads(text: str) -> str:
    """The organisation a line is the heading of; blank where it is none.

    >>> heads("**Kent Police:**"), heads("Ann Lee")
    ('Kent Police', '')
    """
    bare = text.strip().strip("*#_ ").rstrip(": ")
    bare = _ROUND.sub("", bare)
    alone = is_organisation(bare) and not is_post(bare) and not begins_with_name(bare) and "," not in bare
    return short_of(bare)[0] if alone else ""


def _inlines(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Organisation and people of each line; where most lines are such, a head of no known kind is one too."""
    known = [_inline(line) for line in lines]
    shaped = [_inline(line, surely=False) for line in lines]
    alike = sum(bool(head) for head, _ in shaped)
    seats = sum(not is_vacant(line.text) for line in lines)
    return shaped if any(head for head, _ in known) and alike > 1 and 4 * alike >= 3 * seats else known


def _inline(line: Line, surely: bool = True) -> tuple[str, str]:
    """ "Kent Police: Ann Lee, Joe Dale" as organisation and people; blanks where the line is no such thing."""
    match = _INLINE.match(line.text.strip(" -*•"))
    organisation = heads(match["head"]) or (match["head"] if is_sector(match["head"]) else "") if match else ""
    if match and not (organisation or surely or is_sure_name(match["head"]) or is_post(match["head"])):
        return (_ROUND.sub("", match["head"]), match["rest"]) if _surely(match["rest"]) else ("", "")
    return (organisation, match["rest"]) if organisation and begins_with_name(match["rest"].split(",")[0]) else ("", "")


def _surely(text: str) -> bool:
    """Whether a text begins with a name that nothing else could be, or one with the person's initials behind it."""
    first = re.split(r",|\s(?:and|&)\s|\s\(", text)[0]
    letters = re.match(r"\s\(([A-Z][A-Za-z]{1,3})\)", text[len(first) :])
    return is_sure_name(first) or bool(is_name(first) and letters and are_initials(letters[1], first))


def _unknown_heads(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that are no name and stand where the list has its headings: after a gap, with a name below."""
    found = {*_loud(lines), *_colons(lines), *_standing(lines)}
    for above, line, below in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        text = line.text.strip()
        gap = above is None or line.number > above.number + 1
        other = begins_with_name(text) or is_post(text) or is_name(text) or text.endswith((".", ","))
        over = below is not None and begins_with_name(below.text) and len(text.split()) < _WORDS
        if gap and over and text[:1].isupper() and not other:
            found.add(line.number)
    return frozenset(found)


def _colons(lines: Sequence[Line]) -> list[int]:
    """Lines with a colon or a heading's mark, where two or more of them stand over a name: "Broxbourne Borough:"."""
    bare = [line.text.strip(" *") for line in lines]
    if 2 * sum("\t" in text.strip() for text in bare) > len(bare):
        return []  # rows of a table, and headings within it
    marked = [text.endswith(":") or text.startswith("#") for text in bare]
    ends = [
        mark and not begins_with_name(text) and len(text.split()) < _WORDS
        for mark, text in zip(marked, bare, strict=True)
    ]
    over = [end and begins_with_name(below) for end, below in zip(ends, [*bare[1:], ""], strict=True)]
    return [line.number for line, end in zip(lines, ends, strict=True) if end] if sum(over) >= _LEAST else []


def _standing(lines: Sequence[Line]) -> list[int]:
    """Lines that are no names, each over names, where all of a list goes so: "Havant", "Ann Lee", "Hart", "Joe Dale".

    Among them one that could be a name ("Test Valley") is a heading where blank lines set it apart as the others are.
    """
    named = [begins_with_name(line.text) for line in lines]
    plain = [bool(_PLAIN.fullmatch(line.text.strip(" *:#"))) and not is_post(line.text) for line in lines]
    above = [*(below and not name for name, below in zip(named, named[1:], strict=False)), False]
    heading = [all(each) for each in zip(above, plain, strict=True)]
    others = [not name and not head for name, head in zip(named, heading, strict=True)]
    if sum(heading) < _LEAST or 4 * sum(others) > sum(heading) or "\t" in lines[0].text:
        return []
    first = heading.index(True)
    if first and not (first == 1 and remarks(lines[0].text).chair and lines[1].number > lines[0].number + 1):
        return []  # none but the chair stands apart above them all
    gaps = [True, *(line.number > above.number + 1 for above, line in zip(lines, lines[1:], strict=False)), True]
    apart = list(zip(gaps, gaps[1:], strict=False))
    place = {each for each, head in zip(apart, heading, strict=True) if head}
    for at in range(1, len(lines) - 1):
        text = lines[at].text.strip()
        alike = place == {apart[at]} and apart[at][0] and plain[at] and named[at + 1] and not heading[at - 1]
        bare = alike and not (is_sure_name(text) or person(text)[0] or name_and_details([text])[1:])
        heading[at] = heading[at] or bare
    found = [line for line, head in zip(lines, heading, strict=True) if head]
    return [line.number for line in found] if len(found) > _LEAST or any(heads(line.text) for line in found) else []


def _loud(lines: Sequence[Line]) -> list[int]:
    """Lines all in capitals over a name, where the headings are in capitals and the names are not."""
    texts = [line.text.strip(" *:") for line in lines]
    heading = sum(text.isupper() and bool(heads(text)) for text in texts)
    quiet = sum(begins_with_name(text) and not text.isupper() for text in texts)
    pairs = zip(lines, texts, texts[1:], strict=False)
    over = [line.number for line, text, below in pairs if text.isupper() and not (below.isupper() or is_post(text))]
    return over if heading >= _LEAST and quiet >= heading else []


def _heads(lines: Sequence[Line]) -> list[str]:
    """The organisation each line is the heading of; a line that goes on with the one above it is none."""
    found = []
    for above, line in zip([None, *lines], lines, strict=False):
        goes_on = above is not None and (
            HANGS.search(above.text.strip()) or (begins_with_name(above.text) and indent(line) > indent(above))
        )
        found.append("" if goes_on else heads(line.text))
    return found


def fits(lines: Sequence[Line]) -> float:
    """Well, where a heading has a person under it and every other line opens with a name."""
    colons = {*_colons(lines), *_standing(lines)}
    headed = [bool(head) or line.number in colons for head, line in zip(_heads(lines), lines, strict=True)]
    people = [begins_with_name(line.text) for line in lines]
    inline = sum(bool(head) for head, _ in _inlines(lines))
    under = any(head and not after for head, after in zip(headed, headed[1:], strict=False))
    if inline:
        return min((inline + sum(people) + sum(headed)) / len(lines), 0.96)
    first = headed.index(True) if True in headed else len(lines)
    opened = people[0] and not colons
    alone = not any(one and other for one, other in zip(people, people[1:], strict=False))
    if opened and alone and 2 * sum(people) <= len(lines):
        return 0.0  # a line under every name: the organisation stands under its person
    nobodys = _no_detail(lines, headed)
    late = first > max(1, sum(headed)) and not (nobodys or _all_after_gaps(lines, headed))
    opened = opened and not (nobodys or remarks(lines[0].text).chair or heads_apart(lines, headed))
    if not (under and any(people)) or late or opened:
        return 0.0  # a name first: the organisation stands under its person, not over
    return min((sum(headed) + sum(people) + 0.5 * len(_unknown_heads(lines))) / len(lines), 0.98)


def _no_detail(lines: Sequence[Line], headed: Sequence[bool]) -> bool:
    """Whether each heading stands under somebody with an organisation on the line, and over two names or more."""
    told = [any(map(is_organisation, name_and_details([line.text])[1:])) for line in lines]
    places = [place for place, head in enumerate(headed) if head]
    below = [headed[place + 1 : place + 3] == [False, False] for place in places]
    return bool(places) and all(told[place - 1] for place in places) and all(below)


def _all_after_gaps(lines: Sequence[Line], headed: Sequence[bool]) -> bool:
    """Whether a blank line stands over every heading, and over other lines too: then these are parts of the list."""
    gaps = [line.number > above.number + 1 for above, line in zip(lines, lines[1:], strict=False)]
    over = [gap for gap, head in zip(gaps, headed[1:], strict=True) if head]
    return bool(over) and all(over) and 2 * sum(gaps) < len(gaps)


def read(lines: Sequence[Line]) -> list[Cells]:
    """The entries under each heading, the heading kept with them."""
    found: list[Cells] = []
    organisation, below, nested = "", [], False  # nested: a department under its organisation's own heading
    unknown = _unknown_heads(lines)
    for line, alone, (named, rest) in zip(lines, _heads(lines), _inlines(lines), strict=True):
        head = named or alone or (_ROUND.sub("", line.text.strip(" :*#")) if line.number in unknown else "")
        if line.number in unknown and _sorts(head):
            found += _under(organisation, below)  # "Council Leaders": people of many organisations
            organisation, below = "", []
            continue
        if not head and organisation and not below and _is_department(line.text, organisation):
            nested = True  # "Chief Executive's Office" straight under its council
            continue
        if not head:
            below.append(line)
            continue
        found += _under(organisation, below)
        nested = is_topic(head) and (nested or bool(organisation and not below and not is_topic(organisation)))
        organisation, below = organisation if nested else head, []
        if rest:
            organisation = ""
            found += [
                replace(entry, under="" if is_sector(head) else head) for entry in people_of(Cells((line,), (rest,)))
            ]
    return found + _under(organisation, below)


def _sorts(head: str) -> bool:
    """ "Council Leaders", "Town and Parish Councils", "Community Sector": people of many organisations."""
    last = head.split()[-1].lower() if head.split() else ""
    many = last in ("councils", "sector", "sectors") and is_topic(head)
    many = many or last in ("ward", "wards", "division", "divisions")
    return many or last.removesuffix("s") in POST_WORDS or is_sector(head)


def _is_department(text: str, organisation: str) -> bool:
    bare = text.strip(" :*#")
    field = is_topic(bare) and not begins_with_name(bare)
    return not is_topic(organisation) and field and not bare.endswith(".") and len(bare.split()) < 7


def _under(organisation: str, lines: Sequence[Line]) -> list[Cells]:
    return [replace(entry, under=organisation) for entry in read_lines(lines)]
