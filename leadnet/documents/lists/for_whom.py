"""The words by which an entry says in whose place somebody came: "substituting for Ann Lee", "vice Ann Lee"."""

from __future__ import annotations

import re

from leadnet.documents.words.names import is_sure_name
from leadnet.documents.words.posts import is_post

_FOR_WORDS = (
    r"(?:also |here |as )?(?:representing|rep(?:resentative)? (?:for|of)|(?:a )?(?:named )?sub(?:stitut(?:e|es|"
    r"ing|ed))?\.? (?:for|of)|proxy for|deputi[sz](?:ing|es|ed) (?:for|on behalf of)|(?:nominated )?deputy for|"
    r"in (?:the )?place of|in lieu of|instead of|(?:officer )?alternat(?:e|ive) (?:for|to)|"
    r"(?:stood|sitting|standing) in for|"
    r"(?:attending|attended|present|here) (?:for|on behalf of|in place of)|"
    r"on behalf(?: of)?|replacing|obo|covering for)"
)
INSTEAD = re.compile(
    rf"^(?:(?:also|as|a|the|nominated|named|appointed|designated|acting|official|formal|her|"
    rf"his) )*(?:{_FOR_WORDS}|for|vice(?!.?chair)|repr?\.?|dep\.?|sub(?:stitute)?\.?)\s+(?P<who>.+)$",
    re.I,
)
TAIL = re.compile(rf"(?:^|[\s,;–-]){_FOR_WORDS}\s+(?P<who>[^();]+(?:\([^();]+\))?)$", re.I)
_WHAT = r"(?P<what>(?:(?!apolog|carer|support|advoca|work|notes?\b|minute|late)[a-z][a-z-]+\s+){0,3})"
FOR_NAME = re.compile(rf"(?:^|[,\s–-]\s*){_WHAT}for\s+(?P<who>[^();,]+)$")
_STANDS = re.compile(r"\b(?:nominee|deputy|alternate|rep(?:resentative)?)\b", re.IGNORECASE)
_FOR_ANYBODY = re.compile(rf"^{_WHAT}for\s+(?P<who>[A-Z].+)$")  # "(stand-in for Ann Lee)", in whatever words


def for_somebody(text: str) -> re.Match[str] | None:
    """ "vice Ann Lee", "stand-in for Mrs Lee": words that say nothing but whose place is taken."""
    match = INSTEAD.match(text) or _FOR_ANYBODY.match(text)
    what = _STANDS.sub("", text[: match.start("who")]) if match else ""
    return match if match and is_sure_name(first_of(match["who"])) and not is_post(what) else None


def behind_body(part: str) -> re.Match[str] | None:
    """ "Kent CVS, vice Ann Lee": what stands behind the last comma, where it says whose place is taken."""
    return for_somebody(part.rpartition(",")[2].strip()) if "," in part else None


def first_of(who: str) -> str:
    """The name in front of its details.

    >>> first_of("Ann Lee, Kent CVS"), first_of("Ann Lee - Clerk")
    ('Ann Lee', 'Ann Lee')
    """
    return re.split(r"\s*[,–(]\s*|\s+-\s+", who)[0].strip()
