"""The words by which a heading opens an attendance list, and what they say of those under it."""

from __future__ import annotations

import re

from leadnet.documents.words.names import is_name, is_sure_name
from leadnet.documents.words.posts import is_organisation, is_topic, short_of
from leadnet.documents.words.vocabulary import word_set

_KINDS = (
    ("member", "present", r"^(?!.*\b(?:not|non|unable)\b).*\b(?:present|attend\w+)\b.*"
                          r"(?:\band\b|&|,|/).*\bapologies\b"),
    ("unknown", "apologies", r"\bapolog(?:y|ies)\b|\bapols\b|\bunable to attend\b|"
                             r"\b(?:not|unable)\b.*\b(?:able|come|be (?:there|here)|make it)\b"),
    ("member", "absent", r"\babsent(?:ees?)?\b|\bnot present\b|\bnot in attendance\b|\bdid not attend\b|"
                         r"\bnon[- ]attend\w+\b|\bnot attended\b|\bnot attending\b|\bnot there\b"),
    ("observer", "in_attendance", r"\bobserv(?:ers?|ing)\b"),
    ("guest", "in_attendance", r"\balso\b|\bguests?\b|\bvisitors?\b|\bspeakers?\b|\bpresent(?:ers?|ing)\b|\binvit(?:ed|"
        r"ees?|ation)\b|"
                               r"\bothers?\b|\badditional\b|\bpublic\b(?! rep| sector)|\bpress\b|"
                               r"^(?:other )?non[- ]members?\b"),
    ("support", "in_attendance", r"\b(?:officers?|officials)\b|\bstaff\b|\badvis[eo]rs?\b|\bsupport(?:ing)?\b|"
        r"\bsecretariat\b|"
        r"\bservicing\b|"
                                 r"\bclerk\b|\bconsultants\b"),
    ("member", "present", r"\bmembers?\b.*\b(?:present|attend\w+|attendance)\b|\b(?:present|"
        r"attend\w*)\b.*\bmembers\b"),
    ("unknown", "in_attendance", r"\bin attendance\b|\battending\b(?! (?:in person|online|virtual|remote|via))"),
    ("member", "present", r"^(?:(?:joined|joining|attended|attending|present) )?(?:in person|online|virtually|remotely|"
                          r"via (?:ms |microsoft )?(?:teams|zoom))$"),
    ("member", "present", r"\bpresent\b|\battendance\b|\battend(?:ees?|ed)\b|\bmembers?(?:hip)?\b|\bparticipants\b|"
                          r"\bdelegates\b|\bco-?opt(?:ees?|ed)\b|\brepresentatives?\b|\btrustees\b|\bdirectors\b|"
                          r"\bcouncillors\b|\bpartners\b|\bsubstitutes?\b|\bdeputies\b|\bwho (?:came|took part)\b|"
                          r"\b(?:was|were|people|those|who) (?:there|here)\b|"
                          r"\b(?:was|were|people|those|everyone) (?:at|in) the (?:meeting|room)\b"),
)  # fmt: skip
_KINDS_AT = tuple((part, status, re.compile(form, re.IGNORECASE)) for part, status, form in _KINDS)
# Every word of a heading must be one of these (or of an organisation in front of them): "Other Members Present".
_WORDS = word_set(
    """
    ward the a an of for at to from by in and or & with also were was is are this these those their on as who
    had have been present attendance attending attended attendee attendees attend member members non-member
    non-members membership core full voting non-voting non board committee group forum partnership panel
    executive cabinet council councils trust assembly officials strategic steering officer officers staff
    adviser advisers advisor advisors support supporting secretariat other others additional apology apologies
    apols absence absences absent absentees received given noted submitted accepted none observer observers
    observing guest guests visitor visitors speaker speakers presenter presenters presenting invited invitee
    invitees invitation public press participants delegates co-opted co-optee co-optees coopted representative
    representatives representing trustees directors councillors councillor elected appointed district county
    borough city town parish local authority authorities partner partners agency agencies people persons list
    meeting meetings substitute substitutes deputies deputy lead key statutory permanent associate virtual
    virtually remotely online via teams zoom microsoft ms person following named names name relevant senior
    joint area community voluntary sector did not unable register record sent both consultants representation
    servicing clerk independent lay external working private business education follows non-attendance
    non-attendees administrative behalf tendered reference liaison stakeholder stakeholders advisory management
    project delivery team sorry but there here came could come be able take took part make it room everyone they
"""
)
_NOT_A_LIST = re.compile(
    r"^(?:full )?membership$|\b(?:last|previous|next|matters|minutes|notes|report|update|terms|review|register|"
    r"interests?(?! present)|"
    r"date|action|role|election|appointment)\b|\s(?:officer|representative|advis[eo]r|member|councillor|clerk|"
    r"director|"
    r"consultant|observer)$|^(?:representative|deputy|deputies|partnership|public|support|councillor|clerk|member|"
    r"consultants|press|area|invitation|other|additional|director|attend)$",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"^(?!.*\b(?:of|from|present|supporting|advising|attend\w*|came|come|there|"
    r"(?:who|people|those|everyone)(?: was| were)? at)\b).*\b(?:group|board|forum|committee|partnership|panel|"
    r"meetings?|council|trust|assembly|cabinet|executive|authority|authorities|agency|agencies|sector)$",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"(?:in the |convening |acting |meeting |interim |(?:forum|board|panel|committee|partnership|group)['’]?s? )?"
    r"chair(?:man|woman| ?person)?(?: of the meeting|"
    r" for (?:the|this) meeting)?|chaired by|presiding|"
    r"meeting chaired by",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^(?P<who>[A-Z].{2,60}?)\s+(?P<words>(?i:officers|members|representatives|staff|councillors)"
    r"(?: (?:and|&) (?i:speakers|guests|officers|advis[eo]rs|observers|presenters|visitors))?"
    r"(?: (?i:present|in attendance|in support))?|(?i:present|in attendance|attendees|apologies))$"
)
_OF = re.compile(
    r"^(?P<words>(?:Officers|Members|Representatives|Staff|Councillors|Representing|Attendees|Attending|"
    r"Delegates|Partners|Present|In [Aa]ttendance)(?: present)?)\s+(?:from|"
    r"of)?\s*(?:the )?"
    r"(?P<who>[A-Z].{2,60})$"
)
_SORT = re.compile(r"(?P<who>[A-Z][\w’'&-]+(?: [\w’'&-]+){0,3}) (?P<words>(?i:present|in attendance|attending))")
_NO_SORT = re.compile(r"(?:quorum|past|none?|not|nobody|the|at|all|any|those|who|as|were|was)\b", re.I)
_FOR_PART = re.compile(
    r"(?<=attendees)\s+for (?:the |item |agenda ).*$|(?<=attendance)\s+for (?:the |item |agenda ).*$|"
    r"(?<=attendance)\s+(?:at|by) (?:the )?(?:request|invitation) of .*$",
    re.I,
)
_INTRODUCED = re.compile(
    r"(?:(?<=attendees)|(?<=present)|(?<=attendance))\s*(?:/|,|and|&)\s*introductions?$|"
    r"\s+introduced themselves(?:,? as follows)?$",
    re.I,
)
_SORTS = re.compile(  # heads people of one sort within a list, whatever the words in front
    r"^\W*(?P<who>[A-Z][\w’'&/, -]{1,90}?)\s(?P<last>members|representatives|reps|personnel|officers|officials|chairs|"
    r"chairmen|councillors|attendees|residents|interests|staff|partners|observers|advis[eo]rs|guests|trustees|directors|"
    r"delegates|leaders|interpreters|speakers|governors|tenants|volunteers|agencies|organi[sz]ations)\W*$",
    re.IGNORECASE,
)
_TIER = re.compile(r"^[A-Z].*(?:\s(?:County|District|Borough|City|Town|Parish)|shire)$")  # before "Councillors"
_COUNT = re.compile(r"^\W{0,3}(?:\(?\d\)|\(?[ivx]{1,3}\))\s+(?=[A-Z])")  # "(2) In Attendance"
_OVER_COLUMNS = re.compile(  # "Present<tab>Title/Representing" heads a list and the column beside it
    r"^(?P<words>\W*[A-Za-z][A-Za-z ]{4,30}?)\s{0,9}:?\s{0,9}(?:\t+|\s{3,}|\|\s*)"
    r"(?:(?:job )?title|role|post|position|organi[sz]ation|representing|agency|company|body)s?"
    r"(?: ?[/,&] ?(?:title|role|post|position|organi[sz]ation|representing|agency|company))*\W*$",
    re.IGNORECASE,
)
_COLUMNS_GONE = re.compile(  # the heading row of a table that lost its cells: "Attendance: Name Organisation Ann Lee"
    r"(?<=:)\s*(?:(?:Names?|Directors?) Representing|"
    r"Names? (?:Organi[sz]ation|Agency|Company|Title|Position|Role|Post)s?)\s+(?=[A-Z])"
)
_SLASHED = re.compile(r"^\W*(?P<words>[A-Za-z][A-Za-z ]{2,40}?)\s*:?\s*/\s+(?=[A-Z(])")
_COMMA_HEAD = re.compile(
    r"^\W*(?P<words>(?:Members )?Present|PRESENT|In [Aa]ttendance|IN ATTENDANCE|"
    r"Apologies(?: for [Aa]bsence)?|APOLOGIES|Attend(?:ees|ing|ance))\s*[,.]\s+(?=[A-Z])"
)
_WAS_THERE = re.compile(r"present|attend|apolog|absen|chair", re.I)
_SHORT = 6  # words of a heading within a list
_FIRST = 80  # letters behind a heading that hold the first name
_GLUED = re.compile(r"(?<=[a-z])(?=(?:Present|Attend|Absen|Apolog|Members|Officers|For)[a-z]*\b)")  # "AlsoPresent"
_BRACKET = re.compile(r"\s*\([^()]*\)\s*")
_FROM = re.compile(r"(?:(?<=\bfrom)|(?<=\band)|(?<=\b[Cc]ouncillors)|(?<=\bCllrs))(?=[A-Z][a-z])")
_CLLRS = re.compile(r"\b(?:Cllrs|Clrs|Cllors)\b\.?", re.IGNORECASE)
_SIGNS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2010": "-", "\u2011": "-"})


def list_kind(words: str) -> tuple[str, str, bool, str] | None:
    """Part, status, whether it is the chair alone, and the organisation, of the words of a heading; None for others.

    >>> list_kind("Officers in Support"), list_kind("Kent County Council Officers")
    (('support', 'in_attendance', False, ''), ('support', 'in_attendance', False, 'Kent County Council'))
    >>> list_kind("Membership") is None
    True
    """
    plain = _GLUED.sub(" ", _BRACKET.sub(" ", words).strip(" -–—:.*_#"))
    if _CHAIR.fullmatch(plain):
        return "member", "present", True, ""
    plain = _CLLRS.sub("Councillors", _INTRODUCED.sub("", _FOR_PART.sub("", plain)))
    if not plain or len(plain) > 90 or _NOT_A_LIST.search(plain) or _BODY.match(plain):
        return None
    if (found := _kind(plain)) or not plain[0].isupper():
        return (*found, False, "") if found else None
    for form in (_ORGANISATION, _OF):
        match = form.match(plain)
        if match and is_organisation(match["who"]) and is_topic(match["who"]):
            return (*(_kind(match["words"]) or ("member", "present")), False, "")  # "Children's Trust Members Present"
        if match and is_organisation(match["who"]):
            kind = _kind(match["words"]) or ("member", "present")
            return (*kind, False, short_of(match["who"])[0])
    sort = _SORT.fullmatch(plain)  # "Rural Interests Present": whoever they are, they were there
    there = sort and not (is_name(sort["who"]) or _NO_SORT.match(sort["who"]))
    return (*(_kind(sort["words"]) or ("member", "present")), False, "") if sort and there else None


def plain_signs(text: str) -> str:
    """A text with the spaces and hyphens that never break as those that do, and "fromCouncillor" and "andTom" apart.

    >>> plain_signs("Ann\\u00a0Lee \\u2011 Kent")
    'Ann Lee - Kent'
    """
    return _FROM.sub(" ", text.translate(_SIGNS))


def with_colon(text: str) -> str:
    """A line whose list heading ends in a slash, with a colon there: what is left of the cells of a table.

    >>> with_colon("Present / Jane Hill / Kent Police"), with_colon("Apologies / Absent")
    ('Present: Jane Hill / Kent Police', 'Apologies / Absent')
    """
    text = _COLUMNS_GONE.sub(" ", _COUNT.sub("", plain_signs(text)), count=1)
    if (over := _OVER_COLUMNS.match(text[: 2 * _FIRST])) and len(text) < 2 * _FIRST and list_kind(over["words"]):
        return f"{over['words']}:"
    if (comma := _COMMA_HEAD.match(text)) and is_sure_name(re.split(r"[(,;]|\s-\s", text[comma.end() :])[0].strip()):
        return f"{comma['words']}: {text[comma.end() :]}"
    match = _SLASHED.match(text)
    words = re.split(r"[(,;]|\s/\s|\s-\s", text[match.end() : match.end() + _FIRST])[0].split() if match else []
    words = [] if match and ":" not in match[0] and not _WAS_THERE.search(match["words"]) else words
    named = any(is_name(" ".join(words[:count])) for count in (2, 3, 4))
    return f"{match['words']}: {text[match.end() :]}" if match and named else text


def sort_heading(text: str) -> tuple[str, str, str] | None:
    """Part, status and organisation of a line that heads people of one sort within a list; None for any other line.

    >>> sort_heading("Young People's Representatives"), sort_heading("Kent Police Personnel:")
    (('member', 'present', ''), ('member', 'present', 'Kent Police'))
    >>> sort_heading("Kent County Councillors"), sort_heading("District Councillors")
    (('member', 'present', 'Kent County Council'), ('member', 'present', ''))
    """
    match = _SORTS.match(_CLLRS.sub("Councillors", text[: 2 * _FIRST]))
    if match and "," in match["who"]:  # "Vale Council, Police and Fire Service Officers": of which is told by none
        bodies = re.split(r",\s+|\s+and\s+", match["who"])
        several = sum(map(is_organisation, bodies)) * 2 > len(bodies)
        return (*(_kind(match["last"].capitalize()) or ("member", "present")), "") if several else None
    own = match and is_organisation(match["who"]) and not is_topic(match["who"])
    if not match or (not own and (len(text.split()) > _SHORT or re.search(r"\b(?:the|of|to|for)\b", match["who"]))):
        return None
    last = match["last"].capitalize()
    kind = _kind("Officers" if last == "Interpreters" else last) or ("member", "present")
    if last == "Councillors" and _TIER.search(match["who"]) and not is_topic(match["who"]):
        return *kind, f"{match['who'].strip()} Council"
    return *kind, match["who"].strip() if own else ""


def is_chair(words: str) -> bool:
    """Whether the words head nobody but the chair."""
    return bool(_CHAIR.fullmatch(words.strip()))


def _kind(plain: str) -> tuple[str, str] | None:
    words = re.findall(r"[\w&-]+", plain.lower())
    if not words or any(word not in _WORDS for word in words):
        return None
    return next(((part, status) for part, status, form in _KINDS_AT if form.search(plain)), None)
