"""The people of labelled minutes printed in other ordinary layouts and read back: `python -m benchmarks.layouts CASES`.

What a reader misses in a real paper may be its words (names, posts, bodies) or its layout. Here the words of each paper
stay and the layout changes: nobody is missed for a name that was read well in another layout. Printed per layout: F1 of
attendance (person and status) and of organisations. People with several organisations, item limits or a substitute are
left out, since not every layout can print them.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks.minutes import Score, plain, sources
from leadnet import documents

_HEADINGS = {"present": "Present", "in_attendance": "In attendance", "apologies": "Apologies"}
_MEETING = "{body}\nMinutes of the meeting held on 4 May 2015 at 2.00 pm\nTown Hall, Ashbury\n\n{lists}\n\n"
_ITEMS = (
    "{first}. Minutes of the last meeting\nThe minutes were agreed.\n\n{second}. Matters arising\nThere were none.\n"
)
_LEAST = 4  # present


def _name(who: dict) -> str:
    chair = " (Chair)" if who["chair"] else ""
    return f"{who['title']} {who['person']}{chair}" if who["title"] else f"{who['person']}{chair}"


def _body(who: dict) -> str:
    return who["organisations"][0] if who["organisations"] else ""


def _initials(who: dict) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Za-z]+", who["person"]))


def _joined(between: str, *parts: str | None) -> str:
    return between.join(part for part in parts if part)


def _bracketed(who: dict, *inside: str) -> str:
    said = _joined(", ", *inside)
    return f"{_name(who)} ({said})" if said else _name(who)


def _post_and_body(who: dict) -> str:
    return _joined(", ", who["role"], _body(who))


Entry = Callable[[dict], str]
_LINES: Mapping[str, Entry] = {
    "name, post, body": lambda who: _joined(", ", _name(who), _post_and_body(who)),
    "name – post, body": lambda who: _joined(" – ", _name(who), _post_and_body(who)),
    "name - post - body": lambda who: _joined(" - ", _name(who), who["role"], _body(who)),
    "name (body)": lambda who: _bracketed(who, _body(who)),
    "name (post, body)": lambda who: _bracketed(who, _post_and_body(who)),
    "name (initials), post, body": lambda who: _joined(", ", f"{_name(who)} ({_initials(who)})", _post_and_body(who)),
    "initials, name, body by tabs": lambda who: f"{_initials(who)}\t{_name(who)}\t{_body(who)}",
    "name, post, body by tabs": lambda who: f"{_name(who)}\t{who['role'] or ''}\t{_body(who)}",
    "body – name": lambda who: _joined(" – ", _body(who), _name(who)),
    "body, name by tabs": lambda who: _joined("\t", _body(who), _name(who)),
    "• name, post, body": lambda who: f"• {_joined(', ', _name(who), _post_and_body(who))}",
    "name / post, body": lambda who: _joined(" / ", _name(who), _post_and_body(who)),
}
_TABLES: Mapping[str, tuple[Sequence[str], Callable[[dict], Sequence[str]]]] = {
    "Present | Role | Organisation": (
        ("Role", "Organisation"),
        lambda who: (_name(who), who["role"] or "", _body(who)),
    ),
    "Present | Role | Initials": (
        ("Role", "Initials"),
        lambda who: (_name(who), _post_and_body(who), _initials(who)),
    ),
    "Present | Representing": (("Representing",), lambda who: (_name(who), _body(who))),
    "cells without headings": ((), lambda who: (_name(who), _post_and_body(who))),
}
_RUNS: Mapping[str, tuple[str, str, bool]] = {  # between two, before the last, whether the first list is item 1
    "name (body), a paragraph": (", ", " and ", False),
    "name (body); a paragraph": ("; ", "; ", False),
    "1. Present: name (body); a line": ("; ", "; ", True),
}
_CELLS: Mapping[str, tuple[Sequence[str], Callable[[dict], Sequence[str]]]] = {  # as pages are copied; no empty ones
    "a cell a line: name, body": (("Name", "Organisation"), lambda who: (_name(who), _body(who))),
    "a cell a line: name, post, body": (
        ("Name", "Position", "Organisation"),
        lambda who: (_name(who), who["role"] or "", _body(who)),
    ),
}
LAYOUTS = (*_LINES, *_TABLES, *_RUNS, *_CELLS)


def printed(people: Sequence[dict], layout: str) -> str:
    """The attendance lists of these people (rows of a gold.json) in one of LAYOUTS.

    >>> lee = {"person": "Ann Lee", "title": None, "role": None, "organisations": ["CVS"], "chair": True}
    >>> printed([lee | {"status": "present"}], "name (body), a paragraph")
    'Present: Ann Lee (Chair) (CVS)'
    """
    by_status = [(heading, [who for who in people if who["status"] == status]) for status, heading in _HEADINGS.items()]
    return "\n\n".join(_list(heading, those, layout) for heading, those in by_status if those)


def _list(heading: str, those: Sequence[dict], layout: str) -> str:
    if layout in _LINES:
        return "\n".join((f"{heading}:", *map(_LINES[layout], those)))
    if layout in _TABLES:
        heads, row = _TABLES[layout]
        return "\n".join((" | ".join((heading, *heads)), *(" | ".join(row(who)) for who in those)))
    if layout in _CELLS:
        heads, row = _CELLS[layout]
        return "\n".join((heading, *heads, *(cell for who in those for cell in row(who) if cell)))
    between, last, numbered = _RUNS[layout]
    *before, final = (_bracketed(who, _body(who)) for who in those)
    number = "1. " if numbered and heading == "Present" else ""
    return f"{number}{heading}: {last.join([between.join(before), final]) if before else final}"


def fitting(gold: dict) -> list[dict]:
    """The people of a labelled paper that every layout can print."""
    return [
        who
        for who in gold["attendance"]
        if who["status"] in _HEADINGS and len(who["organisations"]) < 2 and not (who["on_behalf_of"] or who["items"])
    ]


def read_back(body: str, people: Sequence[dict], layout: str, folder: Path) -> list[dict]:
    """The attendance read from minutes that print these people in a layout, as rows like those of a gold.json."""
    first = 2 if layout.startswith("1.") else 1
    items = _ITEMS.format(first=first, second=first + 1)
    paper = folder / "minutes.txt"
    paper.write_text(_MEETING.format(body=body, lists=printed(people, layout)) + items, encoding="utf-8")
    return documents.as_json([documents.read_paper(paper)])["meetings"][0]["attendance"]


def compared(people: Sequence[dict], read: Sequence[dict], where: str) -> Score:
    """What was right, missed and added of attendance and organisations."""

    def bags(rows: Sequence[dict]) -> tuple[Counter, Counter]:
        bodies = Counter((plain(who["person"]), plain(body)) for who in rows for body in who["organisations"])
        return Counter((plain(who["person"]), who["status"]) for who in rows), bodies

    found = Score()
    for name, gold, mine in zip(("attendance", "organisations"), bags(people), bags(read), strict=True):
        found.count(name, gold, mine, where)
    return found


def main() -> None:
    """Print the figures of every layout over all cases of a folder."""
    words = argparse.ArgumentParser(prog="python -m benchmarks.layouts", description=__doc__.splitlines()[0])
    words.add_argument("cases", type=Path)
    words.add_argument("--misses", action="store_true", help="print each miss")
    asked = words.parse_args()
    papers = {source.parent.name: gold for source, gold in sources(asked.cases)}
    with tempfile.TemporaryDirectory() as folder:
        for layout in LAYOUTS:
            found = Score()
            for case, gold in papers.items():
                people = fitting(gold)
                if sum(who["status"] == "present" for who in people) >= _LEAST:
                    body = gold["body"] or "Vale Partnership Board"
                    found.add(compared(people, read_back(body, people, layout, Path(folder)), f"{layout}: {case}"))
            print("\n".join(found.said) if asked.misses else "", end="\n" if asked.misses else "")
            print(f"{layout:36}{found.f1('attendance'):>8.3f}{found.f1('organisations'):>8.3f}", flush=True)


if __name__ == "__main__":
    main()
