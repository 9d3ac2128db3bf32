"""Items as houses set them out: agreed in a line, resolved in limbs, or a table with a column of actions."""

from __future__ import annotations

from collections.abc import Iterator

from leadnet.simulate.paper import Action, Block, Item, Minutes, clock, full_date, heading, rows, text

_LIMBS = ("(i)", "(ii)", "(iii)", "(iv)")


def opening(made: Minutes) -> list[Block]:
    """The body, then the day, the time and the place in a sentence."""
    when = f"{full_date(made.day)} at {clock(made.start)}"
    return [Block("title", made.body), text(f"Minutes of the meeting held on {when} at {made.venue}")]


def opening_in_lines(made: Minutes) -> list[Block]:
    """The body, then a line each for date, time and venue."""
    return [
        Block("title", f"{made.body} – minutes"),
        text(f"Date: {full_date(made.day)}"),
        text(f"Time: {clock(made.start)}"),
        text(f"Venue: {made.venue}"),
    ]


def agreed(made: Minutes) -> list[Block]:
    """Each item under its number; AGREED and Action in a line each."""
    return [block for item in made.items for block in _agreed(item)]


def _agreed(item: Item) -> Iterator[Block]:
    yield heading(f"{item.number}. {item.title}")
    yield from (text(words, key) for key, words in item.told)
    yield from (text(f"AGREED: that {clause}.") for clause in item.agreed)
    for action in item.actions:
        yield text(f"Action: {action.who.titled} to {action.what} by {action.due}.", action.key)


def resolved(made: Minutes) -> list[Block]:
    """Each item under its number; RESOLVED with numbered limbs, the actions among them."""
    return [block for item in made.items for block in _resolved(item)]


def _resolved(item: Item) -> Iterator[Block]:
    yield heading(f"{item.number}. {item.title}")
    yield from (text(words, key) for key, words in item.told)
    limbs = [("", f"that {clause}") for clause in item.agreed] + [(one.key, _asked(one)) for one in item.actions]
    if limbs:
        yield text("RESOLVED:")
    for at, (limb, (key, words)) in enumerate(zip(_LIMBS, limbs, strict=False)):
        yield text(f"{limb} {words}{';' if at + 1 < len(limbs) else '.'}", key)


def _asked(action: Action) -> str:
    return f"that {action.who.titled} {action.what} by {action.due}"


def action_column(made: Minutes) -> list[Block]:
    """A table of number, what was said, and the initials of who is to act (after A004, B029)."""
    cells, keys = [("Item", "Discussion", "Action")], [""]
    for item in made.items:
        cells.append((item.number, item.title, ""))
        keys.append("")
        for key, words in item.told:
            cells.append(("", words, ""))
            keys.append(key)
        for clause in item.agreed:
            cells.append(("", f"It was agreed that {clause}.", ""))
            keys.append("")
        for one in item.actions:
            cells.append(("", f"{one.who.initials} to {one.what} by {one.due}.", one.who.initials))
            keys.append(one.key)
    return rows(cells, keys=keys)


def table_of_actions(made: Minutes) -> list[Block]:
    """Items with what was agreed; the actions in a table at the end: what, who, by when."""
    found = [block for item in made.items for block in _agreed(Item(item.number, item.title, item.told, item.agreed))]
    asked = [action for item in made.items for action in item.actions]
    if not asked:
        return found
    cells = [(f"{one.what[0].upper()}{one.what[1:]}", one.who.titled, one.due) for one in asked]
    return [
        *found,
        heading("Actions"),
        *rows([("Action", "Owner", "By"), *cells], keys=["", *(one.key for one in asked)]),
    ]
