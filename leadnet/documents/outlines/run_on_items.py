"""Papers that lost their line breaks, once more: numbers of any form that count up, and where the titles end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from leadnet.documents.lists.layouts.entry_lines import begins_with_name
from leadnet.documents.model import Line
from leadnet.documents.outlines.title_lines import title_and_rest
from leadnet.documents.words.vocabulary import TITLES

_LONG = 400  # letters of a line that holds more than one paragraph
_LEAST = 3  # numbers that make a chain
_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=[.:;)\]\w]\s))(?P<word>(?:Agenda )?Item (?:No\.? )?|Minute No\.? |(?P<letters>[A-Z]{2,5})[/-]?|"
    r"[A-Z](?=\d{1,2}\.\s)|\d{1,2}\.(?=[1-9]\d?\s))?"
    r"(?P<count>\d{1,3})(?P<end>/\d{2}|\.0)?(?P<mark>[.):]?)\s+(?=[A-Z][A-Za-z])"
)
_PERSON = re.compile(rf"\S+\s+{TITLES}\b")


def run_on_items(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, a long one cut before each number of the longest chain that counts up, and behind each title.

    >>> text = "Minute No. 7 Flood The Board read it. " * 9
    >>> [line.text[:14] for line in run_on_items([Line(1, None, text)])] == [text[:-1][:14]]
    True
    """
    for line in lines:
        chain = _chain(line.text) if len(line.text) > _LONG else []
        ends = [*chain, len(line.text)]
        if chain and line.text[: chain[0]].strip():
            yield replace(line, text=line.text[: chain[0]].strip())
        for start, end in zip(chain, ends[1:], strict=True):
            yield from _titled(replace(line, text=line.text[start:end].strip()))
        if not chain:
            yield line


def _chain(text: str) -> list[int]:
    """Where the numbers of the longest chain stand."""
    forms: dict[tuple[str, ...], list[tuple[int, int]]] = defaultdict(list)
    for match in _NUMBER.finditer(text):
        form = tuple(match[name] or "" for name in ("word", "end", "mark"))
        chain = forms[form]
        if any(form) and (not chain or int(match["count"]) == chain[-1][0] + 1):
            chain.append((int(match["count"]), match.start()))
    whole = [chain for form, chain in forms.items() if not form[0][:1].isdigit() and len(chain) >= _LEAST]
    best = [at for _, at in max(whole or forms.values(), key=len, default=[])]  # "3.1" only where no "3." counts
    people = sum(bool(_PERSON.match(text, at)) or begins_with_name(_NUMBER.sub("", text[at : at + 60])) for at in best)
    return best if len(best) >= _LEAST and people * 3 < len(best) else []  # and not a numbered list of people


def _titled(line: Line) -> Iterator[Line]:
    """A number with its title as a line, and the text behind it as another."""
    match = _NUMBER.match(line.text)
    title, rest = title_and_rest(line.text[match.end() :]) if match else ("", "")
    if match and rest:
        yield replace(line, text=f"{match[0]}{title}")
        yield replace(line, text="")
        yield replace(line, text=rest)
    else:
        yield line
