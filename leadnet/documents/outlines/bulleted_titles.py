"""Items whose numbers became bullets: "- Apologies:" and "- Feedback on the review" over their text, as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import usual_title
from leadnet.documents.outlines.title_lines import VERB
from leadnet.documents.words.names import has_given_name

_BULLET = re.compile(r"\s*[-•*·–]\s+(?=[A-Z])")
_LEAST = 2  # bullets with what every meeting has an item for
_MOST, _LONGEST = 12, 150  # words and letters of a title


def bulleted_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a paper that head its items marked as headings.

    >>> rows = ("- Welcome:", "Ann Lee led.", "- Apologies:", "None.", "- Review of the plan", "It was read.")
    >>> [line.text for line in bulleted_titles([Line(at, None, row) for at, row in enumerate(rows)])][::2]
    ['## Welcome:', '## Apologies:', '## Review of the plan']
    """
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    heads = {at: after for at, after in zip(filled, filled[1:], strict=False) if _may_head(lines, at, after)}
    usual = sum(bool(usual_title(_words(lines[at]), [])) for at in heads)
    if usual < _LEAST:
        return list(lines)
    return [replace(line, text=f"## {_words(line).text}") if at in heads else line for at, line in enumerate(lines)]


def _words(line: Line) -> Line:
    """A line without its bullet, and what every meeting has an item for without its stop."""
    words = replace(line, text=_BULLET.sub("", line.text).strip())
    bare = replace(words, text=words.text.removesuffix("."))
    return bare if usual_title(bare, []) else words


def _may_head(lines: Sequence[Line], at: int, after: int) -> bool:
    """Whether a bullet's few words, no sentence and nobody's name, stand over a line without a bullet."""
    bullet, below = _BULLET.match(lines[at].text), lines[after].text
    words = _words(lines[at]).text if bullet else ""
    if not words or len(words) > _LONGEST or len(words.split()) > _MOST or words[-1] in ".;,":
        return False
    named = begins_with_name(words) and has_given_name(words)
    return not (VERB.search(words) or named or _BULLET.match(below))
