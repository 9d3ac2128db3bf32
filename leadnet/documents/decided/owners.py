"""Who an action is put to, as printed: "Jane Hill to circulate", "JH/TM", "... (Lead: JH)"."""

from __future__ import annotations

import re

from leadnet.documents.decided.asks import asked
from leadnet.documents.words.names import WORD, is_name
from leadnet.documents.words.sorts import is_organisation, is_topic
from leadnet.documents.words.vocabulary import GIVEN, TITLES, word_set

_INITIALS = re.compile(
    r"[A-Z][A-Za-z]?[A-Z]{1,2}[a-z]?|(?!As|At|Be|By|Do|Go|He|If|In|Is|It|Me|My|No|Of|On|Or|So|To|Up|Us|We)[A-Z][a-z]"
)
# The last word of a post, group or organisation that can be told to do something
_DOERS = word_set("""
    officer officers member members partner partners team teams group groups subgroup council councils board boards
    chair chairs chairman chairperson vice-chair lead leads organisation organisations agency agencies police
    constabulary trust trusts secretariat services service director directors manager managers district districts
    coordinator co-ordinator coordinators clerk secretary leader leaders executive executives committee department
    departments partnership partnerships everyone all authority authorities representatives representative colleagues
    attendees staff administrator treasurer county ccg icb pcc opcc rep reps governors schools commissioners providers
""")
_IMPERATIVES = word_set("""
    invite ask circulate send write contact arrange check share update prepare review add agree allow amend approach
    bring chase confirm consider consult continue convene create develop discuss distribute draft encourage ensure
    establish explore feed find follow forward get give hold identify include inform investigate issue let liaise look
    make meet monitor note obtain organise present produce progress provide publish pursue put raise refer remind
    report request respond schedule seek set speak submit support take talk tell undertake urge work note letter
    apply reply supply
""")
_NO_INITIALS = ("TBC", "TBA", "NA", "AOB", "NB", "OK", "THAT", "THE", "AND", "FOR")
_TITLED = re.compile(rf"^(?:{TITLES}\s*)+")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]{0,80}[)\]]")
_SPLIT = re.compile(r"\s*(?:,|/|&|;|\+|\band\b|\bwith\b)\s*")
_BY = re.compile(r"^(?:by|lead|owner|for|responsible|action(?: by)?|who)?\s*[:–-]?\s*", re.IGNORECASE)
_TO_DO = re.compile(
    r"^(?:that\s+)?(?P<who>(?:the\s+)?(?:[A-Z]|all\s+(?!to\b))[^;:?!]{1,90}?)\s+"
    r"(?P<way>to|will|would|should|must|agreed to|is to|are to)\s+"
    r"(?:also\s+|then\s+|(?!(?:ap|com|im|re|sup)p?ly\b)\w+ly\s+)?(?P<verb>[a-z]+)"
)
_LABELLED = re.compile(
    r"\b(?:lead(?: officer)?|owners?|responsible(?: officer)?|action(?: by)?|by whom|who)\s*:\s*"
    r"(?P<who>[^:;.()]{2,60}?)(?=\s*[;.)\]]|,?\s*\b(?:due|by|deadline|date|when|target)\b|\s*$)",
    re.IGNORECASE,
)
_AT_END = re.compile(r"(?:[(\[–—]|\s-|\.)\s*(?P<who>[A-Z][^()\[\].–—]{1,60})\s*[)\]]?\.?$")
_BY_SOMEBODY = re.compile(
    rf"\bby\s+(?P<who>(?:[A-Z]{{2,4}}|{WORD}(?:\s+{WORD}){{1,2}})(?:\s*(?:/|&|and)\s*[A-Z]{{2,4}})*)\b"
)
_THAT = re.compile(r"^.{0,200}?\b(?:agreed|resolved|decided|approved)\s+that\s+|^that\s+", re.IGNORECASE)
_LEADING = re.compile(r"^(?P<who>[A-Z][^:.–—]{1,50}?)\s*(?::|\s[–—-])\s+\w")
_SUBJUNCTIVE = re.compile(
    r"^(?P<who>(?:the\s+)?[A-Z][^,;:.]{1,40}?)\s+(?:write|ensure|circulate|submit|prepare|send|provide|bring|seek|contact|"
    r"arrange|produce|investigate|explore|liaise|convene|organise|report)s?\b"
)
_HEADED = re.compile(
    r"(?:[Tt]he )?(?:(?:Deputy|Assistant|Interim|Acting|Joint|Associate) )?"
    r"(?:Head|Director|Leader|Chair|Manager|Lead|Co-?ordinator) (?:of|for)(?: (?:[A-Z][\w’'-]*|and|of|the|&)){1,7}"
)
_CAPITALISED = re.compile(r"(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'-]*|and|of|for|the|&)){0,7}")
_BARE = re.compile(r"^(?P<who>[A-Z]{2,4}(?:\s*(?:/|&|,|and)\s*[A-Z]{2,4})*)\s+(?P<verb>[a-z]+)\b")  # "PC forward it"
_SMALL = re.compile(  # "team to look at it", behind a mark
    r"^(?P<who>(?:the |all )?(?:[a-z-]+ ){0,2}?(?P<last>[a-z-]+)) to (?P<verb>[a-z]+)\b"
)
_NO_DOING = word_set("be come go date have include welcome receive the a an this that their our his her its")


def owners(text: str) -> tuple[str, ...]:
    """Who an action is put to; nothing where the words name nobody.

    >>> owners("Jane Hill and TM to send the paper"), owners("Send the paper (JH)"), owners("Letter to be sent")
    (('Jane Hill', 'TM'), ('JH',), ())
    """
    text = _BY.sub("", text.strip(" .*"), count=1)
    if (match := _LABELLED.search(text)) and (found := people_of(match["who"])):
        return found
    if found := to_do(text, marked=True) or people_of(text):
        return found
    if (small := _SMALL.match(text)) and small["last"] in _DOERS and small["verb"] not in _NO_DOING:
        return (small["who"],)
    if (bare := _BARE.match(text)) and bare["verb"] in _IMPERATIVES:
        return people_of(bare["who"])
    for pattern in (_LEADING, _AT_END, _BY_SOMEBODY):
        match = pattern.search(text)
        if match and (found := whom(match["who"])):
            return found
    return asked(text)


def doers(text: str) -> tuple[str, ...]:
    """Who is asked, or is to do something, in the words of what was agreed.

    >>> doers("It was agreed that JH would call the Agency"), doers("that the Leader will write to the Minister")
    (('JH',), ('the Leader',))
    """
    clause = _THAT.sub("", text)
    if (match := _SUBJUNCTIVE.match(clause)) and people_of(re.sub(r"^the ", "", match["who"])):
        return (match["who"],)
    return asked(text) or (() if " agreed to " in clause else to_do(clause, marked=True))


def owners_alone(text: str) -> bool:
    """Whether the words are nothing but names or initials, as in "Action: JH"."""
    return bool(whom(_BY.sub("", text.strip(" .*[]()"), count=1)))


def some_named(words: str) -> tuple[str, ...]:
    """The parts of "P Taylor/First": capitalised words with a stroke between, one of them a name; else nothing.

    >>> some_named("P Taylor/First"), some_named("Complete"), some_named("See above/below")
    (('P Taylor', 'First'), (), ())
    """
    parts = [part.strip() for part in words.strip(" .*[]()").split("/")]
    capitals = all(re.fullmatch(r"[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}", part) for part in parts)
    return tuple(parts) if len(parts) > 1 and capitals and any(people_of(part) for part in parts) else ()


def tells(text: str) -> bool:
    """Whether a line can be one of a list of actions: it says who is to do it, what is "to be" done, or opens so."""
    opens = text.strip(" -•*").split()[:1]
    return bool(
        to_do(text, marked=True)
        or re.search(r"\bto be \w+", text)
        or (opens and opens[0].lower() in _IMPERATIVES)
        or _AT_END.search(text)
        and people_of(_AT_END.search(text)["who"])
    )


def to_do(text: str, marked: bool = False) -> tuple[str, ...]:
    """Who stands before "to" and a verb; in plain prose only "to" and only who is clearly a person or an office.

    >>> to_do("DH to write to all concerned."), to_do("Updated terms to be provided"), to_do("Invite JH to speak")
    (('DH',), (), ())
    """
    match = _TO_DO.match(text)
    if not match or match["verb"] in _NO_DOING or (match["way"] != "to" and not marked):
        return ()
    if match["who"].startswith("all "):  # "all members to read it"
        return (match["who"],) if people_of(match["who"].capitalize()) else ()
    return whom(match["who"]) if marked or match["verb"] in _IMPERATIVES else people_of(match["who"])


def people_of(words: str) -> tuple[str, ...]:
    """The names, initials, offices and organisations of a list; nothing where one of them is something else.

    >>> people_of("MS/CW"), people_of("The Chair and Dr V Hill (Vale Trust)"), people_of("Completed")
    (('MS', 'CW'), ('The Chair', 'Dr V Hill'), ())
    """
    words = " ".join(_BRACKETS.sub("", words).split()).strip(" .,-–—|*[]()")
    parts = [part for part in _SPLIT.split(words) if part]
    if parts and all(_does(part) for part in parts):
        return tuple(parts)
    return (words,) if _office(words) else ()


def whom(words: str) -> tuple[str, ...]:
    """Who is named where nothing but a name can stand: people_of, or an organisation or post with another ending.

    >>> whom("JH"), whom("Vale College"), whom("Head of Community Safety"), whom("Draft plan")
    (('JH',), ('Vale College',), ('Head of Community Safety',), ())
    """
    if found := people_of(words):
        return found
    name = words.strip(" .,*[]()")
    told = not _CAPITALISED.fullmatch(name) or name.split()[0].lower() in _IMPERATIVES
    return (name,) if not told and (_HEADED.fullmatch(name) or is_organisation(name) and not is_topic(name)) else ()


def _does(part: str) -> bool:
    """A person, initials, everybody, or an office."""
    name = _TITLED.sub("", part)
    if name != part and re.fullmatch(rf"(?:[A-Z]\.?\s*){{0,3}}{WORD}", name):
        return True
    single = part in GIVEN or bool(re.fullmatch(rf"[A-Z]\.?\s?{WORD}", part))
    if part.lower() == "all":
        return True
    initials = bool(_INITIALS.fullmatch(part)) and part not in _NO_INITIALS
    told = any(word.lower() in _IMPERATIVES for word in part.split())
    return not told and (single or initials or is_name(part) or _office(part))


def _office(words: str) -> bool:
    """Whether the words end as an office, group or organisation does, and begin with a capital."""
    found = words.split()
    if not found or not found[0][0].isupper() or len(found) > 9 or found[0].lower() in _IMPERATIVES:
        return False
    named = all(word[0].isupper() or word in ("and", "of", "for", "&") for word in found[:-1])
    return named and found[-1].lower().strip(".'’") in _DOERS
