"""The letters of a paper that can be printed, on paper and on a screen."""

from __future__ import annotations

import re

UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a\x0b\x0d-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff"
    "\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff]"
    r"|(?s:(.)\1{200,})|(\s{200})\s+"  # no paper has such a run: patterns that look for its end begin again and again
)


def printable(text: str) -> str:
    """Text without the signs that steer a terminal, turn the direction of writing, are not seen, or are no letter.

    Of the same sign, or of white space, 200 times and more, the first 200 are kept.

    >>> printable("Ann\\x07Lee")
    'Ann Lee'
    """
    return UNPRINTABLE.sub(_instead, text)


def _instead(sign: re.Match[str]) -> str:
    """A space for a control, nothing for a mark of direction or what is not seen, U+FFFD for what is no letter."""
    if len(sign[0]) > 1:
        return sign[0][:200]
    code = ord(sign[0])
    if code < 0xA0 or code in (0x2028, 0x2029):
        return " "
    return "\ufffd" if code >= 0xD800 and code != 0xFEFF else ""
