"""The remarks of an attendance entry: who chaired, stood in for whom, came for which item, when, and how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from leadnet.documents.lists.for_whom import FOR_NAME, INSTEAD, TAIL, behind_body, first_of, for_somebody
from leadnet.documents.lists.item_limits import came_for_items, counts_items, item_limits
from leadnet.documents.words.names import is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post, is_topic, seat

_NESTED = re.compile(r"(?P<before>\([^()\[\]]*?)\s*[(\[](?P<inside>[^()\[\]]*)[)\]](?=[^()\[\]]*\))")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?")
_CHAIR = re.compile(
    r"^(?:in the |meeting |acting |interim |elected |cadeirydd ?/ ?|the |as |vice[- ]chair(?:man)?,? )*"
    r"chair(?:man|woman|person|ing|ed)?(?: (?:for|of) (?:the|this) meeting)?$",
    re.I,
)
_ARRIVED = re.compile(
    r"^(?:(?:arrived|joined|from|in from|came|entered)\b.*\d|(?:arrived|joined)(?: the meeting)? later?|late|"
    r"joined part)",
    re.I,
)
_LEFT = re.compile(
    r"^(?:(?:left|until|to|up to|departed|till|out|retired)\b.*\d|left early|(?:for )?part(?:ial(?:ly)?)?"
    r"(?: of)?(?: (?:the )?meeting)?(?: only)?$)",
    re.I,
)
_VIRTUAL = re.compile(
    r"^(?:attended |joined |attending |present |joining )?(?:(?:via |by |on |over )?(?:ms |microsoft )?(?:teams|"
    r"zoom|skype|video|webex|tele ?phone|phone|conference call|tele-?conference|dial(?:led|ling)?|"
    r"virtual(?:ly)?|online|remote(?:ly)?|v)\b.{0,20})$",
    re.I,
)
_ROOM = re.compile(r"^(?:in person|in the room)$", re.I)
_OFFICE = re.compile(
    r"^(?:the )?(?:minutes?|notes|minutes? secretary|minute[- ]?taker|note[- ]?taker|note[- ]?taking|minuting|"
    r"minuted|taking (?:the )?(?:minutes|notes)|(?:for )?(?:minutes|notes)|scribe|recorder|secretary|secretariat|clerk|"
    r"(?:vice|deputy)[- ]chair(?:man|woman|person)?)$",
    re.I,
)
_NAMED = r"(?:(?:[A-Z]\.|[A-Z][\w’'-]*|(?:Cllr|Mrs?|Ms|Dr)\.)\s+)"  # a word of a name
_STOOD = r"(?:substitut|deputi[sz]|attend)(?:ing|ed)(?!,? (?:on behalf|for|as|in (?:the )?place of|instead of)\b)"
_BY_ANOTHER = re.compile(
    r",?\s+(?:(?:who\s+)?(?:was|is|had been|will be)\s+)?(?:being )?"
    r"(?i:represented|substituted(?: for)?|replaced|rep|deputised for) (?i:by)\s.*$|"
    rf"(?:\s+[–-]\s*|(?<!\b[A-Z])[,;.]\s+){_NAMED}{{1,5}}{_STOOD}\b.*$|"
    rf"^{_NAMED}{{1,3}}{_STOOD} (?:in|on) (?:his|her|their) \w+\W*$"
)
_BEHIND_BRACKET = re.compile(rf"(?<=\))\s+{_NAMED}{{1,5}}{_STOOD}\b.*$")
_BESIDE = re.compile(r",?\s+(?:officer |staff )?(?:accompanying|accompanied by|shadowing)\s+(?=[A-Z]).*$")
_IN_HIS_PLACE = re.compile(
    r"\b(?:represented by|attend(?:ed|ing)|substitut(?:ed|ing)|deputi[sz](?:ed|ing)|is sub|as sub(?:stitute)?|"
    r"in (?:his|her|their) place)"
    r"\b.*$|^(?:sub(?:stitute)?|deputy|rep)\s*[:–-]",
    re.I,
)
_PERSON = r"((?:[A-Z][\w.’'-]*\s+){0,5}[A-Z][\w’'-]+)"
_CAME_INSTEAD = re.compile(
    rf"(?:^|\s)(?i:represented|substituted|replaced|rep|sub|covered|deputi[sz]ed)(?:\s+for)? by:?\s+{_PERSON}|"
    rf"^(?i:sub(?:stitute)?|deputy|deputised by)\s*:\s*{_PERSON}|"
    rf"^(?:who )?(?:had )?(?:appointed|nominated|sent)\s+{_PERSON}\s+(?:as|to (?:substitute|deputise|attend))\b|"
    rf"^(?:with\s+|(?i:deputy|substitute)\s+)?{_PERSON}(?:,[^,]{{3,60}}?)?,?\s+(?:was |is |has |had )?"
    r"(?:attend(?:ed|ing)|substitut(?:ed|ing)|deputi[sz](?:ed|ing)|"
    r"represent(?:ed|ing)|present (?:as|in|on)|(?:nominated|appointed|named|asked) (?:to|as)\b|as sub\w*|is sub|"
    r"(?:stood|standing) in|in (?:his|her|their) place)\b"
)
_MAY_SEND = re.compile(r"\s*deputy\s*:", re.IGNORECASE)
_VACANT = re.compile(r"\b(?:vacan(?:t|cy)|tbc|tba|to be (?:confirmed|appointed|advised))\b", re.IGNORECASE)
_REASON = re.compile(  # for which somebody is away
    r"(?:unwell|ill(?:ness)?|sick(?:ness)?|personal|medical|family|(?:annual |sick |maternity )?leave|(?:on )?holiday|"
    r"(?:on )?(?:other |non-?)?council business|work(?: commitments)?)(?: reasons)?",
    re.I,
)
_STATUS = {
    **dict.fromkeys(
        ("apologies", "apology", "apols", "apologies given", "apologies received", "sent apologies"), "apologies"
    ),
    **dict.fromkeys(("absent", "not present", "did not attend", "not in attendance", "not attending"), "absent"),
    **dict.fromkeys(("observer", "observing"), "observer"),
    "present": "present",
    **dict.fromkeys(("guest", "in attendance", "visitor", "guest speaker"), "in_attendance"),
}


@dataclass
class Remarks:
    """What the remarks of one entry say; `text` is the entry without them.

    Who `came` did so instead of the one `replaced`; a bare "(deputy: Ann Lee)" may only say whom a member can send.
    """

    text: str = ""
    chair: bool = False
    on_behalf_of: str = ""
    items: tuple[str, ...] = ()
    mode: str = "unknown"
    arrived: str = ""
    left: str = ""
    status: str = ""
    role: str = ""
    came_for: bool = False
    came: str = ""
    replaced: bool = False
    details: list[str] = field(default_factory=list)


def remarks(text: str) -> Remarks:
    """Take an entry's remarks out of it; a bracket that is none (as in `Officer (LAA)`) stays where it is.

    >>> found = remarks("Chief Superintendent, Kent Police (representing Joe Dale) (item 12)")
    >>> found.text, found.on_behalf_of, found.items
    ('Chief Superintendent, Kent Police', 'Joe Dale', ('12',))
    """
    found = Remarks()

    def take(match: re.Match[str]) -> str:
        came = _CAME_INSTEAD.match(match[1])  # "(Joe Dale, Kent CVS, attending)" has commas and is one remark
        parts = [match[1]] if came and came.end() == len(match[1]) else _parts(match[1])
        apart = " " if match.string[match.end() : match.end() + 1].isalnum() else ""
        return apart if all([_take(part.strip(), found) for part in parts]) else match[0]

    text = _BEHIND_BRACKET.sub(lambda match: _came(match, found), text)
    text = _BRACKET.sub(take, _NESTED.sub(_flat, text))
    text = re.sub(r"\s+([,;])", r"\1", text).strip(" ,;")
    text = _BY_ANOTHER.sub(lambda match: _came(match, found), text)
    text = _BESIDE.sub("", text)
    text = re.sub(r"(?:^|[\s,–-]+)in the chair\b\.?", lambda match: _chairs(found), text, flags=re.I)
    found.text = _without_tail(text, found)
    return found


def _flat(match: re.Match[str]) -> str:
    """ "(for Joe Dale (Kent CVS))" as "(for Joe Dale, Kent CVS)"; a bracket that is no remark stays as it is."""
    flat = f"{match['before']}, {match['inside']}"
    return flat if INSTEAD.match(flat[1:].strip()) else match[0]


def is_vacant(text: str) -> bool:
    """Whether an entry says that nobody holds the seat."""
    return bool(_VACANT.search(text[:400]))


def says_vacant(detail: str) -> bool:
    """Whether a detail is nothing but the word for a seat that nobody holds: "TBC (see item 3)"."""
    return bool(_VACANT.fullmatch(re.sub(r"\([^()]*\)|[\s.]+$", "", detail).strip()))


def is_remark(text: str) -> bool:
    """Whether a line is nothing but a remark on the entry above it: "- present for the first four items"."""
    bare = text.strip(" -–—•*().")
    for form in (_BY_ANOTHER, TAIL):
        if (said := form.search(bare)) and is_name(first_of(bare[: said.start()].split(" / ")[0])):
            return False  # "Joe Dale, Kent CVS, was represented by Ann Lee" is an entry, and "Ann Lee sub for Joe Dale"
    return bool(bare) and not is_name(bare) and not _CHAIR.match(bare) and remarks(f"({bare})").text == ""


def take_piece(text: str, found: Remarks) -> bool:
    """Whether a piece of an entry between dashes or commas is a remark without brackets: "Ann Lee - For Item 2"."""
    plain = _REASON.fullmatch(text) or _STATUS.get(text.lower())
    if plain or item_limits(text) or for_somebody(text):
        return _take(text, found)
    if (came := _CAME_INSTEAD.match(text)) and came.end() == len(text):
        return _take(text, found)  # "Joe Dale - Ann Lee substituted"
    plain = _ARRIVED.match(text) or _LEFT.match(text) or _VIRTUAL.match(text) or _OFFICE.match(text)
    return bool(plain and not text.lower().startswith(("from", "to ")) and _take(text, found))


def _came(match: re.Match[str], found: Remarks) -> str:
    """ "Joe Dale, Kent CVS, represented by Ann Lee": she came for him."""
    named = _CAME_INSTEAD.search(match[0].strip(" ,;.–-"))
    if named:
        _stands_in(named, found)
    return ""


def _stands_in(named: re.Match[str], found: Remarks) -> None:
    found.came = next(filter(None, named.groups())).strip()
    found.replaced = is_name(found.came) and not is_organisation(found.came) and not _MAY_SEND.match(named[0])


def _chairs(found: Remarks) -> str:
    found.chair = True
    return ""


def _without_tail(text: str, found: Remarks) -> str:
    """ "Ann Lee, Kent Police, substituting for Joe Dale": the end of an entry that says whose place is taken."""
    for form in (TAIL, FOR_NAME):
        match = form.search(text[-200:])
        if not match or not (form is TAIL or is_name(first_of(match["who"]))):
            continue
        head = text[: len(text) - len(text[-200:]) + match.start()].strip(" ,;–-")
        if (head or form is TAIL) and _instead(match["who"].strip(" .,"), found):
            return head
    return text


def _parts(inside: str) -> Iterator[str]:
    """A bracket may hold two remarks: "(Chair, items 4 and 5)", "(in the Chair; left at 3.15pm)"."""
    whole = inside.strip()
    if counts_items(whole):
        yield whole
        return
    halves = re.split(r"\s*[;,]\s*(?=[a-z]|Chair|Item|Minute)|\s+[-–]\s+|(?<=ing)\s+and\s+(?=for [A-Z])", whole)
    yield from (half for half in halves if half)


def _take(part: str, found: Remarks) -> bool:
    """Whether this is a remark; what it says is put down in `found`."""
    part = part.strip(" .")
    if _CHAIR.match(part):
        found.chair = True
    elif items := item_limits(part):
        found.items += items
        found.came_for = found.came_for or came_for_items(part)
    elif match := INSTEAD.match(part):
        return _instead(match["who"].strip(), found)
    elif _ARRIVED.match(part) or _LEFT.match(part):
        setattr(found, "arrived" if _ARRIVED.match(part) else "left", part)
    elif _VIRTUAL.match(part) or _ROOM.match(part):
        found.mode = "room" if _ROOM.match(part) else "virtual"
    elif match := _CAME_INSTEAD.search(part):
        _stands_in(match, found)
    elif (match := TAIL.search(part)) and _is_body(part[: match.start()]) and _instead(match["who"].strip(), found):
        found.details.append(part[: match.start()].strip(" ,;–-"))  # "(Kent CVS, attending on behalf of Ann Lee)"
    elif (match := for_somebody(part)) or ((match := behind_body(part)) and _is_body(part.rpartition(",")[0])):
        found.details += [part.rpartition(",")[0]] if match.string != part else []
        return _instead(match["who"].strip(), found)
    elif _REASON.fullmatch(part) or _IN_HIS_PLACE.search(part):
        pass  # another came for this person: told.py ties the two
    elif part.lower() in _STATUS:
        found.status = _STATUS[part.lower()]
    elif _OFFICE.match(part):
        found.role = part
    else:
        return False
    return True


def _is_body(text: str) -> bool:
    return is_organisation(text.strip(" ,;–-")) and not is_name(first_of(text.split(" / ")[0]))


def _run_on(name: str, rest: str) -> tuple[str, str]:
    """ "C White Ashbury Council" as name and organisation."""
    words = name.split()
    for count in (2, 3):
        before, behind = " ".join(words[:count]), " ".join(words[count:])
        if is_sure_name(before) and is_organisation(behind):
            return before, behind
    return name, rest


def _instead(who: str, found: Remarks) -> bool:
    """Standing in for a person; "representing" an organisation only says where one is from."""
    if "respectively" in who:
        return True  # two for two: told.py ties them
    name = first_of(who)
    rest = who[len(name) :].strip(" ,–-()")
    if not is_sure_name(name) or is_organisation(name):
        name, rest = _run_on(name, rest)
    if is_name(name) and not is_organisation(name):
        found.on_behalf_of = person(name)[1]
        found.details += seat([rest]).organisations if is_post(rest) else [rest] if rest else []
        return True
    if not is_organisation(who) and (is_post(who) or is_topic(re.sub(r"s\b", "", who))):
        return True  # "deputising for the Chief Executive": nobody is named, and it is no post of the deputy
    found.details.append(re.sub(r"^the\s+", "", who, flags=re.I))
    return True


def merged(said: Sequence[Remarks]) -> Remarks:
    """The remarks of all cells in one."""
    one = Remarks()
    for part in said:
        one.chair = one.chair or part.chair
        one.came_for = one.came_for or part.came_for
        one.replaced = one.replaced or part.replaced
        one.items += part.items
        one.details += part.details
        one.mode = part.mode if part.mode != "unknown" else one.mode
        for name in ("came", "on_behalf_of", "arrived", "left", "status", "role"):
            setattr(one, name, getattr(part, name) or getattr(one, name))
    return one
