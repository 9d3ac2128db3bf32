"""Items whose numbers became bullets: "- Apologies:" and "- Feedback on the review" over their text, as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.outlines.bare_titles import usual_title
from leadnet.documents.outlines.title_lines import USUAL, VERB, title_and_rest
from leadnet.documents.words.names import has_given_name

_BULLET = re.compile(r"^\s*[-•*·–]\s+(?=[A-Z])")
_LEAST = 2  # bullets with what every meeting has an item for; one, where each bullet stands over a text
_MOST, _LONGEST = 12, 150  # words and letters of a title


def bulleted_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such a paper that head its items marked as headings.

    >>> rows = ("- Welcome:", "Ann Lee led.", "- Apologies:", "None.", "- Review of the plan", "It was read.")
    >>> [line.text for line in bulleted_titles([Line(at, None, row) for at, row in enumerate(rows)])][::2]
    ['## Welcome:', '## Apologies:', '## Review of the plan']
    """
    if len(run_in := _run_in(lines)) > _LEAST:
        return [part for at, line in enumerate(lines) for part in run_in.get(at, (line,))]
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    heads = {at: after for at, after in zip(filled, filled[1:], strict=False) if _may_head(lines, at, after)}
    usual = sum(bool(usual_title(_words(lines[at]), [])) for at in heads)
    every = len(heads) > _LEAST and len(heads) == sum(bool(_BULLET.match(line.text)) for line in lines)
    if usual < (1 if every else _LEAST):
        return list(lines)
    return [replace(line, text=f"## {_words(line).text}") if at in heads else line for at, line in enumerate(lines)]


def _run_in(lines: Sequence[Line]) -> dict[int, tuple[Line, Line]]:
    """Where every bullet is a title with its text run on, "- Welcome: Ann Lee led.", each in two; else nothing."""
    told = {at: title_and_rest(_BULLET.sub("", line.text)) for at, line in enumerate(lines) if _BULLET.match(line.text)}
    usual = sum(bool(USUAL.match(title)) for title, _ in told.values())
    if usual < _LEAST or not all(rest for _, rest in told.values()):
        return {}
    return {
        at: (replace(lines[at], text=f"## {title}"), replace(lines[at], text=rest))
        for at, (title, rest) in told.items()
    }


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
