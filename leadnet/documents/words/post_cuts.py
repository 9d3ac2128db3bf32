"""Words that run a post and its organisation together, cut where that can be seen."""

from __future__ import annotations

import re

from leadnet.documents.words.sorts import (
    WORD,
    is_general,
    is_organisation,
    is_post,
    is_topic,
    short_of,
    sort_of,
    stands_for,
    undotted,
)
from leadnet.documents.words.vocabulary import (
    ABBREVIATIONS,
    BEFORE_POST,
    EMPLOYER_ENDS,
    NOT_IN_NAMES,
    ORGANISATION_ENDS,
    ORGANISATION_STARTS,
    POST_ENDS,
    SPOKEN_FOR,
    word_set,
)

_BRACKETED = re.compile(r"^(?P<before>[^()]*[^()\s])\s*\((?P<inside>[^()]+)\)$")
_LETTERED = re.compile(r"[A-Z]{1,3}(?:CC|BC|DC|MBC)")  # a council by its letters
_SHOUTED = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,4}")
_AND_POST = re.compile(
    r"\s+(?:and|&)\s+(?=(?:Vice[- ]|Deputy |Independent )?(?:Chair\w*|Leader|Chief|Director|Head|Cabinet|"
    r"Portfolio|President|"
    r"Clerk|Member)\b.*\b(?:of|for)\b)"
)
DEPARTMENT = re.compile(
    r"^(?!.*\b(?:fire|police|probation|ambulance|rescue|health|nhs|prison)\b).*\b(?:services?|department|"
    r"directorate|team|"
    r"unit|division|dept\.?)$",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"(?P<body>.+?)['’]?s?\s+(?i:team|secretariat|unit|office|staff)")
_REPRESENTS = re.compile(r"(?P<body>.+?)\s+(?i:representative|rep|nominee|delegate)")
_LINKS = frozenset(["of", "for", "to", "and", "&", "the", "in", "at", "from", "with", "on", "/", "-", "–"])
_PLACED = word_set("councillor mayor sergeant constable inspector superintendent commander bishop")  # of a place
_SITS_FOR = frozenset(["nominee", "representative", "rep", "co-ordinator", "coordinator", "delegate", "spokesperson"])
_RANKED = frozenset(["volunteer", "student", "project", "support"])  # "AONB Volunteer" is what one is, not for whom
# Words that belong to the name of a place behind them: "North Combe Council", "NHS Ashbury Trust".
_BEFORE_PLACE = frozenset(
    ["north", "south", "east", "west", "mid", "nhs", "royal", "great", "greater", "new", "st", "university"]
)
_SERVICE = re.compile(r"\b(?:fire|rescue|ambulance|probation|prison)\b.*\bservice$", re.IGNORECASE)
_THEN_POST = re.compile(r"^(?P<body>[^/]*[A-Z][\w’']*)\s+(?P<post>[a-z][a-z -]+)$")  # "Ashbury Council cabinet member"
_THEIRS = re.compile(  # "VNPA Members", "Officers of Combe BC"
    r"(?P<body>.+?)(?:['’]s?)?\s+(?i:members|staff|officers|representatives|reps|delegates)|"
    r"(?i:members|staff|officers|representatives)\s+(?:of|from)\s+(?:the\s+)?(?P<of>.+)|"
    r"(?P<seat>[A-Z][A-Z&]{0,4}[A-Z])\s[A-Z].{2,40}\s(?i:ward|division)"  # "CW&C Elm Ward"
)
_FOR_WARD = re.compile(
    r"^(?:member|councillor)? ?(?:for|of) .{2,60}\b(?:division|ward) (?:on|of) (?:the )?(?=[A-Z])", re.I
)
_OWN_FIELD = re.compile(
    r"^(?P<body>.*\b(?:Council|Constabulary|CCG|PCT|DC|BC|MBC|[A-Z]{1,4}(?:CC|BC|DC)(?=['’])))(?:['’]s?)?\s+"
    r"(?P<field>(?!.*\b(?:Partnership|Forum|Association|Group|Board|Network|Alliance|Trust|Chamber|"
    r"House)$)[A-Z].*)$"
)
_OF_PLACES = (
    frozenset(["of", "county", "city", "borough", "district", "london", "town", "parish", "the", "council"])
    | _BEFORE_PLACE
)


def speaks_for(piece: str) -> bool:
    """ "Chair of the Providers' Forum": what somebody is for others, beside the organisation he or she is from."""
    words = re.sub(r"^(?:Deputy|Vice|Acting)[ -]", "", piece).split()
    of_a_body = len(words) > 2 and words[-1].lower() not in EMPLOYER_ENDS
    return of_a_body and words[0].lower() in SPOKEN_FOR and words[1] in ("of", "for")


def has_letters_first(piece: str) -> bool:
    """ "CHSC Assistant Director": a post with the letters of a body or field in front of it."""
    first, *rest = piece.split()
    return len(first) > 1 and first.isupper() and bool(rest) and is_post(" ".join(rest)) and not is_post(first)


def without_members(piece: str) -> str:
    """ "VNPA Members", "member for Ash ward on Combe BC": the body whose people they are; any other piece as it is."""
    piece = _FOR_WARD.sub("", piece)
    match = _THEIRS.fullmatch(piece)
    body = (match["body"] or match["of"] or match["seat"]) if match else ""
    return body if is_organisation(body) and not is_topic(body) else piece


def two_posts(piece: str) -> list[str]:
    """ "Leader of Ashbury Council and Chair of the Board": cut before the second post where the first has its body."""
    match = _AND_POST.search(piece)
    first = piece[: match.start()] if match else ""
    own = first and any(sort_of(part, frozenset()) == "organisation" for part in post_apart(first, frozenset()))
    return [first, piece[match.end() :]] if match and own else [piece]


def unbracketed(piece: str, known: frozenset[str] = frozenset()) -> list[str]:
    """ "Ash School (Governor)" or "Director (Kent Police)": a bracket that is the post or the organisation."""
    match = _BRACKETED.match(piece)
    if not match or short_of(piece)[1]:
        return [short_of(piece)[0]]
    before, inside = match["before"], match["inside"]
    kinds = (sort_of(before, frozenset()), sort_of(inside, frozenset()))
    if inside.isupper() and inside.lower() in known and kinds[0] in ("post", "unknown"):
        return [before, inside]
    if kinds in (("organisation", "post"), ("unknown", "post")) and len(inside.split()) < 6:
        return [before, inside]
    if _names_a_sort(before, inside, kinds):
        return [inside]  # "Local Business (Ash Farm Shop)"
    if kinds == ("sector", "organisation") and is_post(before):
        return [before, inside]  # "Voluntary Sector Representative (The Ash Trust)"
    if kinds == ("post", "post") and (spoken := _REPRESENTS.fullmatch(inside)) and is_organisation(spoken["body"]):
        return [before, spoken["body"]]  # "Board Member (LSA Representative)"
    aside = kinds[0] == "organisation" and kinds[1] != "post" and not inside.isupper()
    spelt_out = stands_for(before.split()[-1], re.sub(r"^The\s+", "", inside)) and before.split()[-1].isupper()
    if spelt_out and is_post(" ".join(before.split()[:-1])):
        return [" ".join(before.split()[:-1]), inside]  # "Chair AVF (Ash Vale Forum)"
    if kinds[0] != "post" and (inside[0].islower() or (_SHOUTED.fullmatch(before) and _SHOUTED.fullmatch(inside))):
        return [before]  # "Ash Estates (agents for the owner)", "NFYSS (CDF)"
    if aside or spelt_out or (kinds[0] != "post" and kinds[1] == "sector"):
        return [before]
    apart = kinds == ("post", "organisation") and len(inside.split()) > 1
    return [before, inside] if apart and not (DEPARTMENT.search(inside) and is_topic(inside)) else [piece]


def _names_a_sort(before: str, inside: str, kinds: tuple[str, str]) -> bool:
    """Whether words before a bracket only say what sort the organisation in it is: "Local User Group (Ramblers)"."""
    several = before.split()[-1].lower() in ("group", "forum", "team")
    place = kinds[0] == "organisation" and not several and len(inside.split()) == 1  # "Pensioners Alliance (Kent)"
    named = kinds[1] in ("organisation", "unknown") and _own_words(inside)
    return kinds[0] != "post" and is_topic(before) and not place and named


def _own_words(text: str) -> bool:
    return any(word[0].isupper() and _owned(word) for word in text.split())


def post_apart(piece: str, known: frozenset[str]) -> list[str]:
    """A piece that runs post and organisation together without a comma, cut in two where that can be seen."""
    first, _, rest = piece.partition(" ")
    if first.isupper() and first.lower() in known and len(rest.split()) > 1 and _within_body(rest, known):
        return [first, rest]
    if _LETTERED.fullmatch(first) and _unit(rest):
        return [first]
    if (part := _PART_OF.fullmatch(piece)) and part["body"].lower() in known:
        return [part["body"]]
    if sort_of(piece, known) != "post":
        return _parent(piece)
    if apart := _known_apart(piece, known) or _before_own_name(piece, known):
        return apart
    cuts = re.finditer(r"(?<=[\w).])(?P<link>\s+(?:of|at|from|with|for|to)(?:\s+the)?)?\s+(?=[A-Z])", piece)
    for cut in reversed(list(cuts)):
        post, rest = piece[: cut.start()], piece[cut.end() :]
        placed = (cut["link"] or "").split()[:1] in (["at"], ["with"], ["from"]) and is_post(post)
        if (placed or _ends_post(post)) and _starts_organisation(rest, cut["link"], known, post):
            return [post, *post_apart(rest, known)]
        if placed and not is_post(rest) and rest[0].isupper() and _own_words(rest):
            return [post, rest]  # "Footpath Secretary at Wolds Ramblers"
        if not cut["link"] and _post_alone(rest) and _employs(post):
            return [post, rest]
    return _own_words_apart(piece)


def _known_apart(piece: str, known: frozenset[str]) -> list[str]:
    """ "Head of Media ACC", "Chair Elm ACC": cut at a body the paper names elsewhere; empty where there is none."""
    words = piece.split() if known else []
    for own in range(1, len(words)):
        if _is_known(words[:-own], words[-own:], known):
            return [" ".join(words[:-own]), " ".join(words[-own:])]
        if _is_known(words[own:], words[:own], known):
            while own > 1 and words[own - 1][0].isupper() and _owned(words[own - 1]) and not is_post(words[own - 1]):
                own -= 1
            return [" ".join(words[own:]), " ".join(words[:own])]
    return []


def _is_known(body: list[str], post: list[str], known: frozenset[str]) -> bool:
    """Whether words are such a body, with a post beside them that could stand alone."""
    name = " ".join(body)
    if name.lower() not in known or _LINKS & {post[0].lower(), post[-1].lower()} or not is_post(" ".join(post)):
        return False
    return not (is_topic(name) or is_post(name)) and (len(post) > 1 or is_organisation(name) or len(body) == 1)


def _unit(rest: str) -> bool:
    """Whether words behind the letters of a council are a part of it: "Finance", "PIU"."""
    letters = re.fullmatch(r"[A-Z]{2,4}", rest) and rest.lower() not in ABBREVIATIONS | ORGANISATION_ENDS
    if letters or not rest:
        return bool(letters)
    body = is_organisation(rest) and rest.split()[-1].lower() not in ("team", "unit", "department")
    return is_topic(rest) and not (is_post(rest) or body or re.search(r"\bhealth\b", rest, re.I))


def _within_body(rest: str, known: frozenset[str]) -> bool:
    """Whether words behind the letters of an organisation that the paper names apart are a post or department there."""
    whole = is_post(rest) and post_apart(rest, known) == [rest]
    own = rest.split()[-1].lower() in EMPLOYER_ENDS or re.search(r"\bhealth\b", rest, re.I)  # "RBWM Children's Trust"
    return whole or (is_topic(rest) and not own)


def _before_own_name(piece: str, known: frozenset[str]) -> list[str]:
    """ "Head of Housing Combe Borough Council" cut before the first word that is a name's own, or the words that open
    an organisation before it; empty where what follows is no organisation, or stands before the post."""
    words = [*re.finditer(r"\S+", piece)]
    held = next((n for n, word in enumerate(words) if is_post(word[0])), len(words))
    own = next((n for n, word in enumerate(words) if n > held and word[0][0].isupper() and _owned(word[0])), 0)
    while own > 1 and words[own - 1][0].lower() in _BEFORE_PLACE:
        own -= 1
    post, rest = piece[: words[own].start()], piece[words[own].start() :]
    post = re.sub(r"\s+(?:of|at|from|for|with|to|in|and|&)(?:\s+the)?\s*$", "", post.rstrip(" -–"))
    small = len(rest.split()) < 2 or (WORD.findall(rest) or ["the"])[-1].lower() not in EMPLOYER_ENDS | BEFORE_POST
    spoken = len(words) > held + 1 and words[held][0].lower() in SPOKEN_FOR and words[held + 1][0] in ("of", "for")
    if not own or small or spoken or sort_of(rest, known) != "organisation":
        return []
    return [post, rest]


def _parent(piece: str) -> list[str]:
    """ "Transport Planning Ashbury Council" and "Ashbury Council Leisure" as department and council."""
    match = _OWN_FIELD.match(piece)
    if match and (is_topic(match["field"]) or DEPARTMENT.search(match["field"])) and not is_topic(match["body"]):
        return [match["body"], match["field"]]
    words = piece.split()
    if not words or not (words[-1].lower() in ("council", "dc", "bc", "cc", "mbc") or _LETTERED.fullmatch(words[-1])):
        return [piece]
    own = next((n for n, word in enumerate(words) if _owned(word)), 0)
    while own and words[own - 1].lower() in _BEFORE_PLACE:
        own -= 1
    field = [word.lower() for word in words[:own]]
    return [piece] if own < 2 or _OF_PLACES & set(field) else [" ".join(words[:own]), " ".join(words[own:])]


def _own_words_apart(piece: str) -> list[str]:
    """ "LLEP Chief Executive", "Director EDF Energy": capitals of no known kind before or behind a whole post."""
    words = piece.split()
    match = _THEN_POST.match(piece)
    if match and is_organisation(match["body"]) and not is_topic(match["body"]) and is_post(match["post"]):
        return [match["body"], match["post"]]
    first = re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]{2,}", words[0]) and words[0].lower() not in NOT_IN_NAMES
    if first and _post_alone(" ".join(words[1:])) and words[1].lower() not in _RANKED:
        return [words[0], " ".join(words[1:])]
    before = " ".join(words[:-1])
    named = _own_words(before) or ORGANISATION_STARTS.match(before)
    sector = words[-2:-1] in (["Community"], ["Business"], ["Parent"], ["Public"]) and len(words) > 2
    if named and not sector and words[-1].lower() in _SITS_FOR and not is_post(before) and "/" not in before:
        return [before, words[-1]]
    place = next((n for n, word in enumerate(words) if n and word[0].isupper() and _owned(word)), 0)
    plain = all(word[0].isupper() and _owned(word) for word in words[place:])
    whole = (
        (place > 1 or words[0] in ("CEO", "MD", "CFO") or (words[-1].isupper() and len(words[-1]) > 2))
        and plain
        and words[place - 1].lower() in POST_ENDS - SPOKEN_FOR - _PLACED
    )
    return [" ".join(words[:place]), " ".join(words[place:])] if whole and len(words) - place < 4 else [piece]


def _owned(word: str) -> bool:
    return bool(WORD.search(word)) and not any(map(is_general, WORD.findall(word)))


def _ends_post(text: str) -> bool:
    words = WORD.findall(re.sub(r"\s*\([^)]*\)\s*$", "", text))
    return bool(words) and words[-1].lower() in POST_ENDS


def _post_alone(text: str) -> bool:
    """A post of one or two words, behind an organisation: "Manager", "Committee Officer"."""
    words = re.sub(r"\s*\([^()]*\)$", "", text).lower().split()
    return 0 < len(words) < 5 and _ends_post(text) and all(word in NOT_IN_NAMES for word in words)


def _employs(text: str) -> bool:
    """An organisation with a name of its own before a post: "Ash Vale Partnership", not "Community Partnership"."""
    words = WORD.findall(undotted(text))
    if not words:
        return False
    own = any(word[0].isupper() and not is_general(word) for word in words)
    whole = words[-2].lower() in EMPLOYER_ENDS | {"service", "group"} if len(words) > 1 else True  # "... Service Group"
    serves = words[-1].lower() in BEFORE_POST or bool(_SERVICE.search(text))
    return own and bool(ORGANISATION_STARTS.match(text) or (serves and not whole))


def _starts_organisation(rest: str, link: str | None, known: frozenset[str], post: str = "") -> bool:
    """After "of" or "for" only an employer will do: "Director of Housing Services" names no organisation."""
    if sort_of(rest, known) != "organisation":
        return False
    if (link or "").split()[:1] in (["of"], ["for"], ["to"]):
        last = rest.split()[-1].lower()
        field = is_topic(rest) and DEPARTMENT.search(rest)  # "Member for Children's Services"
        of_anything = post.split()[-1].lower() in SPOKEN_FOR and rest.lower() != "the" and not field
        return (rest.lower() in known and not is_topic(rest)) or (
            len(rest.split()) > 1 and (last in EMPLOYER_ENDS or of_anything)
        )
    return len(rest.split()) > 1 or rest.isupper() or rest.lower() in known
