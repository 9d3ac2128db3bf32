"""Any ordinary combination of these options is read: lists of people drawn by chance, printed, and read back.

Every form of list is printed with every way to say where somebody is from that goes with it; the rest is drawn.

| option     | ways                                                                                             |
| ---------- | ------------------------------------------------------------------------------------------------ |
| form       | a line each, bullets, dashes, numbers, gaps between, commas, semicolons, wrapped at 80, tabs,    |
|            | spaces, pipes, slashes, two side by side, details below the name, all names then all bodies      |
| from where | (body), – body, ", body", ", post, body", "- post - body", ", post (body)", "body – name",       |
|            | "body: name", a heading over them, columns of two or three, nothing                              |
| name       | Ann Frost; Mrs Ann Frost; Mrs A Frost; FROST, Ann                                                |
| heading    | Present, PRESENT, Members present, Attendees, Those present; alone, with a colon, bold, a title  |
| chair      | (Chair), (in the Chair), (Chairman), [Chair], and told in a sentence                             |
| substitute | (for …), (substitute for …), (representing …), told in a sentence, nobody                        |
| apologies  | a list, a list on the heading's line, a sentence under the first item, "… sent apologies"        |
| damage     | none, spaces that never break, loose commas, lines that end in spaces, bold names                |
"""

from __future__ import annotations

import random
import textwrap
from dataclasses import dataclass

import pytest

from leadnet.documents import read_paper

PEOPLE = """
Mrs|Ann|Frost|Policy Officer|Ashbury District Council
Mr|Tom|Marsh|Chief Executive|Combe Borough Council
Cllr|Ruth|Pike|Leader|Ashbury District Council
Cllr|Ian|Hall|Cabinet Member for Housing|Wolds County Council
Dr|Susan|Crewe|Director of Public Health|Wolds County Council
Mr|Peter|O'Brien|Area Manager|Wolds Fire and Rescue Service
Ms|Wendy|McKay|Chief Superintendent|Wolds Police
Mr|Brian|Young|Chief Officer|Wolds CVS
Mrs|Carol|Amos-Reed|Clerk|Elm Parish Council
Ms|Odile|Ward|Partnership Manager|Citizens Advice Ashbury
Mr|David|Khan|Head of Commissioning|NHS Wolds CCG
Ms|Jane|Bishop|Housing Manager|Combe Housing Association
"""
HEADS = ("Present", "PRESENT", "Members present", "Attendees", "Those present")
PLACES = ("{}", "{}:", "**{}**", "## {}")
CHAIRS = ("(Chair)", "(in the Chair)", "(Chairman)", "[Chair]", "")
INSTEAD = (" (for {})", " (substitute for {})", " (representing {})", "told", "nobody")
AWAY = ("list", "line", "sentence", "sent")
DAMAGE = ("none", "none", "fixed", "trailing", "loose", "bold")
SEATS = {
    "bracket": "{name} ({body})",
    "dash": "{name} – {body}",
    "comma": "{name}, {body}",
    "post and body": "{name}, {post}, {body}",
    "dashes": "{name} - {post} - {body}",
    "post (body)": "{name}, {post} ({body})",
    "body first": "{body} – {name}",
    "colon": "{body}: {name}",
    "heading": "{name}",
    "two columns": "{name}|{body}",
    "three columns": "{name}|{post}|{body}",
    "nothing": "{name}",
}
LINES = ("bracket", "dash", "comma", "post and body", "dashes", "post (body)", "body first", "nothing")
COLUMNS = ("two columns", "three columns")
FORMS = {
    "lines": (*LINES, "colon", "heading"),
    "bullets": (*LINES, "heading"),
    **dict.fromkeys(("dashes", "numbers", "gaps"), LINES),
    **dict.fromkeys(("commas", "wrapped"), ("bracket", "nothing")),
    "semicolons": ("bracket", "comma", "post and body", "post (body)", "nothing"),
    **dict.fromkeys(("tabs", "spaces", "pipes", "slashes", "details below", "columns dumped"), COLUMNS),
    "side by side": ("bracket", "comma", "nothing"),
}
BETWEEN = {"tabs": "\t", "pipes": " | ", "slashes": " / "}
MARKS = {"bullets": "• ", "dashes": "- "}


@dataclass(frozen=True)
class Drawn:
    """The ways of one paper."""

    form: str
    seat: str
    name: str
    head: str
    chair: str
    instead: str
    away: str
    damage: str


def draw(form, seat, chance):
    """The ways of a paper with this form and seat, those left out that do not go together."""
    flowing = form in ("commas", "wrapped", "semicolons", "side by side", "columns dumped")
    names = ("full", "titled", "initial", "surname first")[: 3 if flowing else 4]
    plain = form in ("lines", "gaps", "bullets") and seat not in ("body first", "colon")
    damages = DAMAGE[:1] if form == "columns dumped" else DAMAGE if plain else DAMAGE[:4]
    head = chance.choice(PLACES).format(chance.choice(HEADS))
    ways = (chance.choice(ways) for ways in (CHAIRS, INSTEAD, AWAY, damages))
    return Drawn(form, seat, chance.choice(names), head, *ways)


def named(who, way):
    """A name as printed, and the person in it."""
    title, first, last, *_ = who
    office = f"{title} " if title in ("Cllr", "Dr") else ""
    return {
        "full": (f"{office}{first} {last}", f"{first} {last}"),
        "titled": (f"{title} {first} {last}", f"{first} {last}"),
        "initial": (f"{title} {first[0]} {last}", f"{first[0]} {last}"),
        "surname first": (f"{last.upper()}, {first}", f"{first} {last}"),
    }[way]


def said_of(who, drawn):
    """A name as a sentence prints it, and the person in it."""
    return named(who, "full" if drawn.name == "surname first" else drawn.name)


def entry(who, drawn, behind):
    """An entry without what its form puts round it, cells apart by a stroke."""
    name = named(who, drawn.name)[0]
    name = f"**{name}**" if drawn.damage == "bold" else name
    return SEATS[drawn.seat].format(name=name + behind.get(who, ""), post=who[3], body=who[4])


def listed(people, drawn, behind):
    """The lines of a list."""
    said = [entry(who, drawn, behind) for who in people]
    mark = MARKS.get(drawn.form, "")
    if drawn.seat == "heading":
        return [line for who, text in zip(people, said, strict=True) for line in (who[4], mark + text)]
    if drawn.seat in COLUMNS:
        return columns([text.split("|") for text in said], drawn.form)
    if drawn.form == "side by side":
        wide = max(map(len, said)) + 6
        return ["".join(text.ljust(wide) for text in said[at : at + 2]).rstrip() for at in range(0, len(said), 2)]
    if drawn.form in ("commas", "semicolons", "wrapped"):
        run = ("; " if drawn.form == "semicolons" else ", ").join(said)
        return textwrap.wrap(run, 80) if drawn.form == "wrapped" else [run]
    if drawn.form == "numbers":
        return [f"{count}. {text}" for count, text in enumerate(said, start=1)]
    said = [mark + text for text in said]
    return [line for text in said for line in (text, "")] if drawn.form == "gaps" else said


def columns(rows, form):
    """Rows of cells as lines."""
    if form == "columns dumped":
        return [cell for column in zip(*rows, strict=True) for cell in column]
    if form == "details below":
        return [cell for row in rows for cell in row]
    if form == "spaces":
        wide = [max(map(len, column)) + 4 for column in zip(*rows, strict=True)]
        return ["".join(cell.ljust(size) for cell, size in zip(row, wide, strict=True)).rstrip() for row in rows]
    edge = "| {} |" if form == "pipes" else "{}"
    return [edge.format(BETWEEN[form].join(row)) for row in rows]


def damaged(line, drawn):
    """A line of a list with what copying did to it."""
    fixed = line.replace(" ", "\u00a0") if not line.startswith("#") else line
    loose = line.replace(", ", " , ").replace(" (", "  ( ")
    return {"fixed": fixed, "loose": loose, "trailing": f"{line}  "}.get(drawn.damage, line)


def printed(drawn, chance):
    """A paper, and the rows it holds: status, person, organisations, whether in the chair, for whom."""
    people = [tuple(line.split("|")) for line in PEOPLE.split("\n") if line]
    chance.shuffle(people)
    present, absent = people[:7], people[7:10]
    chair, came, away = present[0], present[3], absent[1]
    instead = said_of(away, drawn)[0]
    behind = {chair: f" {drawn.chair}".rstrip()}
    behind[came] = drawn.instead.format(instead) if "{" in drawn.instead else ""
    told = [f"{said_of(chair, drawn)[0]} took the chair and opened the meeting."] * (not drawn.chair)
    told += [f"{said_of(came, drawn)[0]} attended as substitute for {instead}."] * (drawn.instead == "told")
    *some, last = [said_of(who, drawn)[0] for who in absent]
    names = f"{', '.join(some)} and {last}"
    lists = {"list": ["Apologies", *listed(absent, drawn, {}), ""], "line": [f"Apologies: {names}", ""]}
    below = {"sentence": [f"Apologies for absence were received from {names}."], "sent": [f"{names} sent apologies."]}
    lines = [drawn.head, *listed(present, drawn, behind), "", *lists.get(drawn.away, [])]
    head = ["Wolds Strategic Board", "Minutes of the meeting held on 4 March 2014 at Town Hall, Ashbury", ""]
    items = ["1. Apologies", *below.get(drawn.away, []), *told, "", "2. Minutes", "Agreed."]
    instead_of = {came: said_of(away, drawn)[1]} if drawn.instead != "nobody" else {}
    rows = [("present", named(who, drawn.name)[1], who[4], who is chair, instead_of.get(who, "")) for who in present]
    rows += [("apologies", said_of(who, drawn)[1], who[4] * (drawn.away == "list"), False, "") for who in absent]
    rows = [(*row[:2], row[2] * (drawn.seat != "nothing"), *row[3:]) for row in rows]
    return "\n".join([*head, *(damaged(line, drawn) for line in lines), *items]), sorted(map(folded, rows))


def folded(row):
    """A row with surnames in capitals as others."""
    return tuple(value.lower() if isinstance(value, str) else value for value in row)


@pytest.mark.parametrize("form", FORMS)
def test_any_ordinary_combination_of_these_options_is_read(tmp_path, form):
    path = tmp_path / "paper.txt"
    for seat in FORMS[form]:
        chance = random.Random(f"{form} {seat}")
        drawn = draw(form, seat, chance)
        text, rows = printed(drawn, chance)
        path.write_text(text, encoding="utf-8")
        found = [
            (who.status, who.person, " | ".join(who.organisations), who.chair, who.on_behalf_of)
            for who in read_paper(path).meeting.attendance
        ]
        assert sorted(map(folded, found)) == rows, f"{drawn}\n{text}"
