"""A small made-up record in which every switch of counting changes something: a year and a half of one joint board.

COMES says who was there, a letter a meeting: P present, S by a substitute, A apologies, V on a screen, G as a guest, O
an officer in support, I for item 2 only, J for item 1 only, a point for nobody.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import leadnet
from leadnet.build import Built
from leadnet.explore import payload
from leadnet.new_study import start

DAYS = ("2023-01-16", "2023-03-20", "2023-05-15", "2023-07-17", "2023-09-18", "2023-11-20", "2024-01-15", "2024-03-18")
COMES = {
    "Ann Arden, Chief Executive, Leicestershire County Council": "PPPP.PPP",
    "Oz Orme, Policy Officer, Leicestershire County Council": "OOOOOOOO",
    "Bo Birch, Chief Executive, Blaby District Council": "PPSPVPPP",
    "Cy Cedar, Chief Executive, Charnwood Borough Council": "PPPPVPPP",
    "Di Dogwood, Chief Executive, Melton Borough Council": "VPSAVPA.",
    "El Elder, Chief Executive, Harborough District Council": "IPIAIP..",
    "Fay Fir, Chief Officer, Old Trust": "JJPP....",
    "Gil Gorse, Chief Officer, New Trust": "....PPJA",
    "Hal Hazel, Director, Leicester City Council/Wold Fire Service": "PPPP.P..",
    "Ivy Iris, Adviser": "..PP..PP",
    "Jo Juniper, Manager, Wold Enterprise": "G.G.G.G.",
}
ORGANISATIONS = (
    "old-trust,Old Trust,Old Trust,,health,none,,,2023-08-31,,new-trust\n"
    "new-trust,New Trust,New Trust,,health,none,,2023-09-01,,,\n"
    "wold-enterprise,Wold Enterprise,Wold Enterprise,,business,none,,,,,\n"
    "wold-fire,Wold Fire Service,Wold Fire,,fire,fire,,,,,"
)
PEOPLE = (
    "ivy-iris,Ivy Iris,senior,\noz-orme,Oz Orme,other,\nann-arden,Ann Arden,chief officer,yes",
    "ivy-iris,wold-enterprise,Chief Officer,2023-01-01,\nivy-iris,wold-fire,Board Member,2023-01-01,",
)
JUDGED = (
    "q-1,action,jb-2023-01-16:27:1,asks,line,same,asher,2024-05-01,it asks for a report\n"
    "q-2,action,jb-2023-01-16:27:1,jb-2023-05-15:28 shown begun,line,same,asher,2024-05-01,the report is due again\n"
    "q-4,action,jb-2023-01-16:27:1,jb-2023-03-20 not mentioned later,line,same,asher,2024-05-01,read through\n"
    "q-3,action,jb-2023-03-20:23:1,asks,line,same,asher,2024-05-01,it asks for a report"
)
_NOTES = {"S": " (substitute for Sam Sloe)", "I": " (item 2)", "J": " (item 1)", "V": " (via Teams)"}
_LISTS = {"PRESENT": "PSIJV", "OFFICERS IN SUPPORT": "O", "ALSO PRESENT": "G"}


def minutes(meeting: int) -> str:
    """The minutes of one meeting, as the board prints them."""
    at = [(who, comes[meeting]) for who, comes in COMES.items()]
    lines = [f"Minutes of a meeting of the Joint Board held at Town Hall on {DAYS[meeting]}.", ""]
    for heading, letters in _LISTS.items():
        found = [f"- {who}{_NOTES.get(how, '')}" for who, how in at if how in letters]
        lines += [heading, "", *found, ""] if found else []
    away = "; ".join(who for who, how in at if how == "A")
    lines += ["1. Apologies", "", f"Apologies were received from {away}." if away else "There were none.", ""]
    lines += ["2. Housing", "", "It was AGREED that Blaby District Council report on homes at the next meeting.", ""]
    return "\n".join(lines)


def study(folder: Path, access: str = "public") -> Path:
    """The study in a new folder, its last paper of the access asked for."""
    made = start(folder, "Leicestershire", "2024-06-01")
    for meeting, day in enumerate(DAYS):
        (made / "papers" / f"jb-{day}.txt").write_text(minutes(meeting), encoding="utf-8")
        last = access if day == DAYS[-1] else "public"
        _append(made / "sources.csv", f"jb-{day},jb-{day}.txt,minutes,jb,{day},,,{last},,")
    _append(made / "bodies.csv", "jb,Joint Board,JB,leicestershire,leicestershire")
    _append(made / "register" / "organisations.csv", ORGANISATIONS)
    for name, rows in zip(("people", "posts"), PEOPLE, strict=True):
        _append(made / "register" / f"{name}.csv", rows)
    _append(made / "register" / "judgements.csv", JUDGED)
    settings = (made / "study.toml").read_text(encoding="utf-8")
    settings = settings.replace("made_up = false", "made_up = true")
    windows = '\n[windows]\n"first year" = ["2023-01-01", "2023-12-31"]\n'
    (made / "study.toml").write_text(settings + windows, encoding="utf-8")
    return made


@cache
def shared(base: Path) -> tuple[Built, dict]:
    """The study built and its payload, made once a session; whoever changes the folder or the payload copies it."""
    built = leadnet.study(study(base / "explore" / "board"))
    return built, payload(built)


def large(held: dict, organisations: int = 300, meetings: int = 1000, at_each: int = 60) -> dict:
    """A payload of the same form with as many made-up organisations and meetings, always the same."""
    chance = random.Random(1)
    orgs = [held["organisations"][0] | {"id": f"o{n}", "name": f"Organisation {n}", "short": f"Org {n}", "follows": n,
                                        "group": "district" if n % 30 == 1 else f"sector-{n % 7}" if n else "county"}
            for n in range(organisations)]  # fmt: skip
    days = [f"{2000 + n // 48}-{1 + n % 48 // 4:02}-{1 + n % 4 * 7:02}" for n in range(meetings)]
    held_on = [held["meetings"][0] | {"id": f"m{n}", "date": day, "column": n, "cites": f"m{n}:1"}
               for n, day in enumerate(days)]  # fmt: skip
    seats = [(n, org) for n in range(meetings) for org in sorted(chance.sample(range(organisations), at_each))]
    entries = {name: [0] * len(seats) for name in held["entries"]} | {
        "meeting": [meeting for meeting, _ in seats],
        "org": [org for _, org in seats],
        "head": list(range(len(seats))),
        "part": [chance.choice((0, 0, 1, 2)) for _ in seats],
        "first": [1] * len(seats),
        "items": [""] * len(seats),
        "cites": [f"m{meeting}:{1 + place % at_each}" for place, (meeting, _) in enumerate(seats)],
    }
    pairs = organisations * (organisations - 1) // 2
    test = {"window": [], "of": [org["id"] for org in orgs], "possible": [meetings] * pairs, "q": [0.5] * pairs,
            "expected": [12.5] * pairs, "verdict": "".join(chance.choices("mlcn", (1, 1, 40, 5), k=pairs))}  # fmt: skip
    return held | {
        "organisations": orgs,
        "meetings": held_on,
        "entries": entries,
        "clauses": [],
        "unseen": ["j" * meetings] * organisations,
        "windows": [],
        "tests": [old | test for old in held["tests"] if old["window"] == []],
        "lines": {cite: f"Person, Officer, {cite}" for cite in entries["cites"]},
    }


def _append(path: Path, lines: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + lines + "\n", encoding="utf-8")
