"""Runs that print whom people are from before them: "Ashby (Ann Lee), Combe (Joe Dale)", "the Mayor, Cllr Ann Lee"."""

from __future__ import annotations

import re

from leadnet.documents.words.names import is_name, is_sure_name, person
from leadnet.documents.words.posts import is_organisation, is_post
from leadnet.documents.words.vocabulary import TITLES

_OUTSIDE = r"(?![^()]{0,200}\))"  # not inside brackets
_JOINT = re.compile(rf"\s*[;,]\s*(?:(?:and|&)\s+)?{_OUTSIDE}|\s+(?:and|&)\s+(?=(?:the\s+)?[A-Z]){_OUTSIDE}")
_BEFORE = re.compile(
    r"(?P<the>(?:[Tt]he\s+)?)(?P<body>[A-Z][^():;]{1,80}?)(?P<gap>\s*)\((?P<who>[^()]{3,60})\)(?P<end>\W*)"
)
_POST_BEFORE = re.compile(
    r"(?P<joint>^|;\s*(?:and\s+)?|\band\s+|,\s+)(?P<the>[Tt]he\s+)?(?P<post>[A-Z](?:(?!\s-\s)[^,;:()\t–—]){2,60}?),\s+"
    rf"(?P<who>(?:{TITLES}\s+)?(?:[A-Z][\w.’'-]*\s+){{0,3}}[A-Z][\w’'-]+)(?=[,;.]|\s+and\b|\s*$)"
)
_THE = re.compile(rf"\b[Tt]he (?={TITLES}\s+[A-Z])")  # "the Mayor Ann Lee"
_SENT = re.compile(  # "Vale Council represented by Ann Lee", an entry
    r"(?P<joint>^|;\s*(?:and\s+)?)(?P<the>(?:[Tt]he\s+)?)(?P<body>[A-Z][^;:,()]{2,80}?) (?:was )?represented by "
    r"(?P<who>[A-Z][^;:,()]{2,60}?)(?=\s*(?:[;,(]|$|\.\s*$))"
)
_SORT_NAMED = re.compile(  # "... and Parish Representatives A Lee"
    r"(?P<joint>[,;]?\s+and\s+|[,;]\s+|^)(?:the )?"
    r"(?:[A-Z][A-Za-z]+ ){1,4}(?:Representatives|Members|Officers|Advisers|Directors)"
    r"(?=\s+(?:[A-Z]\.?\s?){0,3}[A-Z][a-z]+(?:,|\s+and\b|\s+[A-Z][a-z]+(?:[,.;]|\s+and\b|$)))"
)


def person_first(text: str) -> str:
    """A run of people with each before his or her post or organisation; else as it was.

    >>> person_first("Ashby (Ann Lee), Combe and Vale (J Dale)")
    'Ann Lee (Ashby); J Dale (Combe and Vale)'
    >>> person_first("Sue Orr; Vale Council represented by Ann Lee")
    'Sue Orr; Ann Lee (Vale Council)'
    >>> person_first("the Mayor, Cllr Ann Lee")
    'Cllr Ann Lee, Mayor    '
    """
    plain = _THE.sub(lambda match: " " * len(match[0]), text)
    plain = _SORT_NAMED.sub(lambda match: (";" if match["joint"] else "").ljust(len(match[0])), plain)
    return _posts_behind(_bodies_behind(_SENT.sub(_sent, plain)))


def _sent(match: re.Match[str]) -> str:
    """ "Vale Council represented by Ann Lee" as "Ann Lee (Vale Council)"."""
    if not (is_organisation(match["body"]) and is_name(match["who"])) or is_sure_name(match["body"]):
        return match[0]
    return f"{match['joint']}{match['who']} ({match['body']})"


def _bodies_behind(text: str) -> str:
    """ "Ashby (Ann Lee)" as "Ann Lee (Ashby)" where no name stands before a bracket and names stand in nearly all."""
    parts, begin = [], 0
    for match in _JOINT.finditer(text):
        parts.append((text[begin : match.start()], match[0]))
        begin = match.end()
    parts = _joined([*parts, (text[begin:], "")])
    turned = [_turned(part) for part, _ in parts]
    named = sum("(" in part for part, _ in parts)
    sure = any(is_sure_name(new.split("(")[0]) for new in turned)
    if not sure or sum(map(bool, turned)) < named:
        return text
    return "".join(
        f"{new or part}{';'.ljust(len(joint)) if joint else ''}"
        for new, (part, joint) in zip(turned, parts, strict=True)
    )


def _joined(parts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """ "Combe and Vale (J Dale)" is one entry: a part that names nobody goes with a bracket behind an "and"."""
    found: list[tuple[str, str]] = []
    for part, joint in parts:
        before = found[-1] if found else ("", "")
        alone = re.fullmatch(r"\s+(?:and|&)\s+", before[1]) and "(" not in before[0] and "(" in part
        if alone and not (is_name(before[0].strip()) or part.lstrip().startswith("the ")):
            found[-1] = (f"{before[0]}{before[1]}{part}", joint)
        else:
            found.append((part, joint))
    return found


def _turned(part: str) -> str:
    """One entry turned; blank where it is no organisation or post with a person in a bracket."""
    match = _BEFORE.fullmatch(part)
    opened = re.split(r"\s*[,–]|\s-\s", match["body"])[0] if match else ""
    if not match or is_sure_name(opened) or not is_name(match["who"]):
        return ""
    if is_organisation(person(match["who"])[1]):
        return ""
    return f"{match['who']}{match['gap']}({match['body']}){' ' * len(match['the'])}{match['end']}"


def _posts_behind(text: str) -> str:
    """ "the Mayor, Cllr Ann Lee" as "Cllr Ann Lee, Mayor" at the start of a run, or behind "the"."""

    def turned(match: re.Match[str]) -> str:
        opens = match["joint"] != "" and "," not in match["joint"]
        if not (match["the"] or opens or not match.start()) or not is_post(match["post"]):
            return match[0]
        if not is_sure_name(match["who"]) or is_name(match["post"]):
            return match[0]
        if is_sure_name(" ".join(match["post"].split()[-2:])):
            return match[0]  # "Chief Executive Jane Hill, Ann Lee" are two
        return f"{match['joint']}{match['who']}, {match['post']}{' ' * len(match['the'] or '')}"

    return _POST_BEFORE.sub(turned, text)
