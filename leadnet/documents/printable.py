"""The letters of a paper that can be printed, on paper and on a screen."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a\x0b\x0d-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
    "\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]"
    r"|(?s:(.)\1{200,})"  # no paper has such a run, and patterns that look for an end go through it again and again
)


def printable(text: str) -> str:
    """Text without the signs that steer a terminal, turn the direction of writing, or stand for no letter at all.

    Of the same sign 200 times and more, the first 200 are kept.

    >>> printable("Ann\\x07Lee")
    'Ann Lee'
    """
    return UNPRINTABLE.sub(_instead, text)


def _instead(sign: re.Match[str]) -> str:
    """A space for a control, nothing for a mark of direction, U+FFFD for what is no letter."""
    if sign[1]:
        return sign[0][:200]
    code = ord(sign[0])
    if code < 0xA0 or code in (0x2028, 0x2029):
        return " "
    return "\ufffd" if code >= 0xD800 else ""
