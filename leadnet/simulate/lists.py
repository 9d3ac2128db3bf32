"""Attendance lists as a dozen houses print them, each after lists of the labelled papers: entries in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from leadnet.simulate.paper import Block, Minutes, heading, rows, text
from leadnet.simulate.roll_call import Entry

Listed = Callable[[Minutes], list[Block]]
_CHAIR = " (Chair)"


def _name(one: Entry, chair: str = _CHAIR) -> str:
    return one.titled + (chair if one.chair else "")


def _for(one: Entry, words: str = " (substitute for {})") -> str:
    return words.format(one.instead) if one.instead else ""


def _serving(one: Entry) -> str:
    return f" ({one.serves})" if one.serves else ""


def apologies_sentence(made: Minutes, words: str = "Apologies for absence were received from {}.") -> list[Block]:
    """All apologies in one sentence, with the organisation in brackets."""
    who = [f"{one.titled} ({one.organisation})" for one in made.listed("apologies")]
    return [text(words.format(_listed(who)))] if who else [text("There were no apologies for absence.")]


def _listed(words: Sequence[str]) -> str:
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def dashes(made: Minutes) -> list[Block]:
    """A line each: name – post, organisation; officers in support under a heading of their own (after SSOG, B036)."""

    def line(one: Entry) -> Block:
        chair = " (in the Chair)" if one.chair else ""
        return text(
            f"{one.titled} – {one.post}, {one.organisation}{chair}{_for(one, ' (representing {})')}{_serving(one)}"
        )

    return [
        heading("PRESENT"),
        *map(line, made.listed("present")),
        heading("Officers in support"),
        *map(line, made.listed("in_attendance")),
        heading("Apologies"),
        *apologies_sentence(made, "Apologies for absence were reported on behalf of {}."),
    ]


def word_table(made: Minutes) -> list[Block]:
    """A table of name, post and organisation for each list (after A025, B030)."""

    def table(entries: Iterable[Entry]) -> list[Block]:
        cells = [(_name(one) + _for(one), one.post + _serving(one), one.organisation) for one in entries]
        return rows([("Name", "Post", "Organisation"), *cells])

    return [
        heading("Present"),
        *table(made.listed("present")),
        heading("In attendance"),
        *table(made.listed("in_attendance")),
        heading("Apologies"),
        *table(made.listed("apologies")),
    ]


def under_organisations(made: Minutes) -> list[Block]:
    """The organisation on a line, its people on the next (after A009, A010); whoever stood in is said at the end."""
    found = [heading("Present:")]
    for organisation, mine in groupby(made.listed("present"), key=lambda one: one.organisation):
        found += [heading(organisation), text(", ".join(_name(one) for one in mine))]
    found += [heading("In attendance:")]
    found += [
        text(f"{one.titled}, {one.post}, {one.organisation}{_serving(one)}") for one in made.listed("in_attendance")
    ]
    found += [heading("Apologies:"), *apologies_sentence(made)]
    stood = [f"{one.titled} for {one.instead}" for one in made.listed("present") if one.instead]
    return [*found, heading("Substitutes:"), text("; ".join(stood) + ".")] if stood else found


def in_brackets(made: Minutes) -> list[Block]:
    """All in one paragraph, the organisation in brackets (after A001)."""

    def said(one: Entry) -> str:
        inside = "; ".join(
            filter(
                None,
                (one.organisation, "Chair" if one.chair else "", f"substitute for {one.instead}" * bool(one.instead)),
            )
        )
        return f"{one.titled} ({inside})"

    serving = ", ".join(
        f"{one.titled} ({one.organisation}{'; ' * bool(one.serves)}{one.serves})"
        for one in made.listed("in_attendance")
    )
    return [
        text("Present: " + _listed([said(one) for one in made.listed("present")]) + "."),
        text(f"In attendance: {serving}."),
        *apologies_sentence(made, "Apologies: {}."),
    ]


def grid(made: Minutes, kind: str = "row") -> list[Block]:
    """Every seat a row with P or A in its last column; who came instead is a row of its own (after A048)."""
    marks = {"present": "P", "apologies": "A"}
    seats = [one for one in made.entries if one.status in marks]
    cells = [(one.organisation, _name(one) + _for(one, " (sub. for {})"), one.post, marks[one.status]) for one in seats]
    serving = [f"{one.titled}, {one.post}, {one.organisation}{_serving(one)}" for one in made.listed("in_attendance")]
    return [
        heading("Attendance"),
        *rows([("Organisation", "Name", "Post", "P/A"), *cells], kind),
        text("P = present, A = apologies"),
        heading("In attendance"),
        *map(text, serving),
    ]


def initialled(made: Minutes) -> list[Block]:
    """Names with initials in brackets, the organisation after a comma (after A004, B032)."""

    def line(one: Entry) -> Block:
        inside = ", ".join(filter(None, (one.initials, "Chair" if one.chair else "", one.serves)))
        return text(f"{one.titled} ({inside}), {one.organisation}{_for(one, ' – deputising for {}')}")

    return [
        heading("Present:"),
        *map(line, made.listed("present")),
        heading("In attendance:"),
        *map(line, made.listed("in_attendance")),
        heading("Apologies:"),
        *(text(f"{one.titled}, {one.organisation}") for one in made.listed("apologies")),
    ]


def pipe_table(made: Minutes) -> list[Block]:
    """Small tables of name and agency (after B035), apologies as a list of bullets."""

    def table(entries: Iterable[Entry]) -> list[Block]:
        cells = [
            (one.titled + _for(one), one.organisation + (_CHAIR if one.chair else _serving(one))) for one in entries
        ]
        return rows([("Name", "Agency"), *cells])

    return [
        heading("Attendance"),
        *table(made.listed("present")),
        heading("In attendance"),
        *table(made.listed("in_attendance")),
        heading("Apologies"),
        *(Block("bullet", f"{one.titled} ({one.organisation})") for one in made.listed("apologies")),
    ]


def apart(made: Minutes, kind: str = "row") -> list[Block]:
    """Two columns without lines, name and organisation, for all lists (after A008)."""

    def table(entries: Iterable[Entry]) -> list[Block]:
        return rows([(_name(one) + _for(one), one.organisation + _serving(one)) for one in entries], kind)

    return [
        *rows([("Name", "Organisation")], kind),
        *table(made.listed("present")),
        heading("In attendance:"),
        *table(made.listed("in_attendance")),
        heading("Apologies from:"),
        *table(made.listed("apologies")),
    ]


def ruled(made: Minutes) -> list[Block]:
    """One table with lines for those who came, post after the name (after B028, B030); apologies in a sentence."""
    came = [*made.listed("present"), *made.listed("in_attendance")]
    cells = [(_name(one) + _for(one), one.post + _serving(one), one.organisation) for one in made.listed("present")]
    serving = [
        (one.titled, one.post + _serving(one), one.organisation) for one in came if one.status == "in_attendance"
    ]
    return [
        heading("Present:"),
        *rows([("Name", "Role", "Organisation"), *cells], "ruled"),
        heading("In attendance:"),
        *rows([("Name", "Role", "Organisation"), *serving], "ruled"),
        heading("Apologies:"),
        *apologies_sentence(made),
    ]


def colons(made: Minutes) -> list[Block]:
    """The organisation, a colon, and its people (after the officers of A001); posts in brackets."""
    found = [heading("Members present")]
    for organisation, mine in groupby(made.listed("present"), key=lambda one: one.organisation):
        who = ", ".join(_name(one) + _for(one, " (for {})") for one in mine)
        found.append(text(f"{organisation}: {who}"))
    found += [heading("Officers in attendance")]
    found += [
        text(f"{one.organisation}: {one.titled} ({one.post}){_serving(one)}") for one in made.listed("in_attendance")
    ]
    return [*found, heading("Apologies"), *apologies_sentence(made, "Received from {}.")]
